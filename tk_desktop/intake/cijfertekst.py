"""Tables of figures in a text: lines without places, where only words and gaps tell what belongs together.

What is not certain is told: a row of which the figures do not fit the columns keeps its words and has no amounts.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tk_desktop.domain.cijfertabel import Cijfertabel
from tk_desktop.intake.cijferkoppen import is_eenheid, is_geldkop, lees_koppen, zonder_eenheid
from tk_desktop.intake.cijferregel import Cijferdeel, Cijferregel, lees_cijferregel
from tk_desktop.intake.cijferrijen import Ruwerij, maak_naast_elkaar, maak_tabel
from tk_desktop.intake.regels import Regel, samen, zin_af

_MEESTE_TUSSEN = 5
"""More lines with words than this between two rows are no name of a row."""
_MEESTE_KOP = 18
_LANG = 60
_LANGSTE_TITEL = 90
_LANGSTE_NAAM = 120
_LANGSTE_KOP = 400
"""Words above figures that are longer than this are prose, and figures with a name that is are none of a table."""
_VER = 45
"""A title under a table stands at most so many lines further."""
_NIEUWE_KOP = re.compile(r"(?:Totale\s+)?(?:Lasten|Baten|Begroting|Omschrijving|Onderdeel|Team)\b")
_KORT = re.compile(r"(?:^|\s)(?!co|ex|re|e|bi|in)[a-z]{2}-$")
_NUMMER = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s+[A-ZÀ-Ý]")


@dataclass(slots=True)
class _Rij:
    """A row that was found: its line, the line on which its name begins, its name and figures, and a doubt."""

    plaats: int
    begin: int
    regel: Cijferregel
    naam: str
    twijfel: str = ""


def vind_tabellen(regels: Sequence[Regel]) -> tuple[Cijfertabel, ...]:
    """Return the tables with amounts in these lines, in their order."""
    cijfers = _figures(regels)
    uit: list[Cijfertabel] = []
    vorige = -1
    for groep in _groups(regels, cijfers):
        rijen = _named(regels, groep, cijfers, vorige)
        kop_van, kop = _heading(regels, rijen[0].begin, vorige)
        if _is_table(rijen, kop):
            titel, van, tot = _title(regels, kop_van, rijen[-1].plaats)
            if uit and all(regel.leeg for regel in regels[vorige + 1 : kop_van]):
                titel, van = uit[-1].titel, kop_van
            titel = titel or _title_in(kop, rijen)
            tabellen = _tables(regels, rijen, kop, titel)
            uit += [replace(tabel, van=regels[van].nr, tot=regels[tot].nr) for tabel in tabellen]
            vorige = rijen[-1].plaats
    return tuple(uit)


def _figures(regels: Sequence[Regel]) -> dict[int, Cijferregel]:
    """Return the lines with figures by their place; amounts that stand alone under each other are one row."""
    uit: dict[int, Cijferregel] = {}
    for plaats, regel in enumerate(regels):
        gelezen = None if regel.leeg or is_eenheid(regel.tekst) else lees_cijferregel(regel.tekst)
        if gelezen is not None:
            uit[plaats] = gelezen
    alleen = [p for p, r in uit.items() if r.aantal == 1 and r.met_euro and not r.delen[0].naam and not r.staart]
    eerste, laatste = -1, -1
    for plaats in alleen:
        if eerste >= 0 and all(regels[tussen].leeg for tussen in range(laatste + 1, plaats)):
            deel = uit[eerste].delen[0]
            waarden = (*deel.waarden, *uit.pop(plaats).delen[0].waarden)
            uit[eerste] = Cijferregel((Cijferdeel("", waarden, waarden),))
        else:
            eerste = plaats
        laatste = plaats
    return uit


def _groups(regels: Sequence[Regel], cijfers: dict[int, Cijferregel]) -> Iterator[list[int]]:
    """Yield the places of rows that stand together; a group has a row with two amounts at least."""
    rijen = [p for p, r in cijfers.items() if r.aantal >= 2 or r.met_euro]
    groep: list[int] = []
    for plaats in [*rijen, -1]:
        if groep and (plaats < 0 or not _goes_on(regels, groep[-1], plaats)):
            if any(cijfers[een].is_geld and cijfers[een].aantal >= 2 for een in groep):
                while cijfers[groep[-1]].aantal < 2 and not cijfers[groep[-1]].delen[0].naam:
                    groep.pop()
                yield groep
            groep = []
        groep.append(plaats)


def _goes_on(regels: Sequence[Regel], boven: int, onder: int) -> bool:
    tussen = [regel for regel in regels[boven + 1 : onder] if not regel.leeg]
    if len(tussen) > _MEESTE_TUSSEN:
        return False
    return not any(
        len(regel.kaal) > _LANG or _NIEUWE_KOP.match(regel.kaal) or is_eenheid(regel.tekst) or regel.kaal[0] in "•*"
        or (zin_af(regel.kaal) and not regel.kaal.endswith(")"))
        for regel in tussen
    )  # fmt: skip


def _named(regels: Sequence[Regel], groep: Sequence[int], cijfers: dict[int, Cijferregel], vorige: int) -> list[_Rij]:
    """Return the rows of a group with the words above them that are their name, or that end the row before."""
    uit: list[_Rij] = []
    for rang, plaats in enumerate(groep):
        regel = cijfers[plaats]
        eigen = regel.delen[0].naam
        zonder_naam = not eigen or eigen[0].islower() or eigen[0] == "("
        if not rang:
            boven = _block_above(regels, plaats, vorige, ver=regel.aantal > 1 and not eigen) if zonder_naam else []
            uit.append(_row(regels, plaats, boven, regel))
            continue
        tussen = [p for p in range(groep[rang - 1] + 1, plaats) if not regels[p].leeg]
        if zonder_naam:
            uit.append(_row(regels, plaats, tussen, regel))
        else:
            if tussen and uit[-1].regel.staart:
                staart = samen([uit[-1].regel.staart, *(regels[p].tekst for p in tussen)])
                uit[-1].regel = replace(uit[-1].regel, staart=staart)
                tussen = []
            nieuw = _row(regels, plaats, [], regel)
            if tussen:
                nieuw.twijfel = f"boven deze rij staat ‘{samen(regels[p].tekst for p in tussen)}’."
            uit.append(nieuw)
    if uit[-1].regel.staart:
        uit[-1].regel = replace(uit[-1].regel, staart=samen([uit[-1].regel.staart, *_tail(regels, groep[-1])]))
    return uit


def _row(regels: Sequence[Regel], plaats: int, boven: Sequence[int], regel: Cijferregel) -> _Rij:
    naam = _name([*(regels[p].kaal for p in boven), regel.delen[0].naam])
    return _Rij(plaats=plaats, begin=boven[0] if boven else plaats, regel=regel, naam=naam)


def _name(delen: Sequence[str]) -> str:
    """Return lines of a narrow cell as one: a word is broken there after two letters too (``op-`` and ``groeien``)."""
    heel: list[str] = []
    for deel in delen:
        if heel and _KORT.search(heel[-1]) and deel[:1].islower():
            heel[-1] = heel[-1][:-1] + deel
        else:
            heel.append(deel)
    return samen(heel)


def _block_above(regels: Sequence[Regel], plaats: int, vorige: int, *, ver: bool) -> list[int]:
    """Return the lines right above a row, up to room; ``ver`` lets more room stand between."""
    onder = plaats - 1
    while onder > vorige and regels[onder].leeg and (plaats - onder) <= (3 if ver else 1):
        onder -= 1
    boven = onder
    while boven > vorige and not regels[boven].leeg and onder - boven < _MEESTE_TUSSEN:
        boven -= 1
    return list(range(boven + 1, onder + 1))


def _tail(regels: Sequence[Regel], plaats: int) -> list[str]:
    """Return the short lines right under the last row: the rest of what stands in its last cell."""
    uit: list[str] = []
    for regel in regels[plaats + 1 : plaats + 4]:
        if regel.leeg or regel.opent_blad or len(regel.kaal) > _LANG // 2 or zin_af(regel.kaal):
            break
        uit.append(regel.tekst)
    return uit


def _heading(regels: Sequence[Regel], onder: int, vorige: int) -> tuple[int, list[str]]:
    """Return where the heading above a row begins, and its lines: up to a page, much room or a sentence."""
    kop: list[str] = []
    begin, plaats = onder, onder - 1
    while plaats > vorige and len(kop) < _MEESTE_KOP:
        regel = regels[plaats]
        if regel.leeg:
            if kop and plaats > 0 and regels[plaats - 1].leeg:
                break
        elif _ends_the_heading(regel, kop):
            break
        else:
            kop.insert(0, regel.tekst)
            begin = plaats
            if regel.opent_blad and len(zonder_eenheid(regel.kaal)) > 1:
                break
        plaats -= 1
    return begin, kop


def _ends_the_heading(regel: Regel, kop: Sequence[str]) -> bool:
    """Tell whether a line above a heading is a sentence or the title of what follows."""
    zin = (len(regel.kaal) > _LANG and zin_af(regel.kaal)) or (bool(kop) and regel.kaal.endswith("."))
    return zin or _NUMMER.match(regel.kaal) is not None


def _is_table(rijen: Sequence[_Rij], kop: Sequence[str]) -> bool:
    """Tell whether rows of figures are a table of amounts: about money, and more than a line with a figure."""
    breed = [rij for rij in rijen if rij.regel.aantal >= 2]
    gewoon = Counter(rij.regel.aantal for rij in rijen).most_common(1)[0][0]
    if not breed or gewoon < 2 or any("€" in rij.naam or len(rij.naam) > _LANGSTE_NAAM for rij in rijen):
        return False
    if len(" ".join(kop)) > _LANGSTE_KOP or not any(rij.naam for rij in rijen):
        return False
    over_geld = any(rij.regel.met_euro for rij in breed) or is_geldkop(" ".join(kop))
    return over_geld and (len(breed) >= 2 or lees_koppen(kop, gewoon).zeker)


def _title(regels: Sequence[Regel], kop_van: int, laatste: int) -> tuple[str, int, int]:
    """Return the title of a table with its first and last line: above it, or the last words of its page."""
    for plaats in range(kop_van - 1, max(-1, kop_van - 4), -1):
        regel = regels[plaats]
        if not regel.leeg:
            if _NUMMER.match(regel.kaal) and len(regel.kaal) <= _LANGSTE_TITEL and not zin_af(regel.kaal.rstrip(")")):
                return regel.kaal, plaats, laatste
            break
    onder = _under_the_page(regels, laatste) if regels[kop_van].opent_blad else None
    if onder is not None:
        return regels[onder].kaal, kop_van, onder
    for plaats in range(kop_van - 1, max(-1, kop_van - 12), -1):
        regel = regels[plaats]
        vrij = not regel.leeg and (plaats == 0 or regels[plaats - 1].leeg)
        if vrij and len(regel.kaal) <= _LANG and not zin_af(regel.kaal.rstrip(")")) and not regel.kaal[0].islower():
            return regel.kaal, kop_van, laatste
    return "", kop_van, laatste


def _title_in(kop: Sequence[str], rijen: Sequence[_Rij]) -> str:
    """Return the line right above one that names every column: the title, where no room stands between."""
    gewoon = Counter(rij.regel.aantal for rij in rijen).most_common(1)[0][0]
    if len(kop) < 2 or not lees_koppen(kop[-1:], gewoon).zeker:
        return ""
    titel = zonder_eenheid(kop[-2].strip())
    return titel if titel[:1].isupper() and len(titel) <= _LANGSTE_TITEL and not zin_af(titel) else ""


def _under_the_page(regels: Sequence[Regel], laatste: int) -> int | None:
    """Return the last line of the page on which a table ends, where that can be its title."""
    einde = next((p for p in range(laatste + 1, min(len(regels), laatste + _VER)) if regels[p].opent_blad), None)
    if einde is None:
        return None
    if regels[einde].kaal[:1].islower():
        return None  # the last line of the page goes on there
    gevuld = [p for p in range(laatste + 1, einde) if not regels[p].leeg]
    if not gevuld or len(regels[gevuld[-1]].kaal) > _LANG or zin_af(regels[gevuld[-1]].kaal):
        return None
    return gevuld[-1] if regels[gevuld[-1]].kaal[0].isupper() else None


def _tables(regels: Sequence[Regel], rijen: Sequence[_Rij], kop: Sequence[str], titel: str) -> Iterator[Cijfertabel]:
    """Yield the table of these rows, or the two that stand side by side."""
    naast = [rij for rij in rijen if len(rij.regel.delen) == 2]
    if len(naast) < 2:
        yield maak_tabel([_ruw(regels, rij, 0, rij.naam) for rij in rijen], kop, titel)
        return
    links = Counter(len(rij.regel.delen[0].waarden) for rij in naast).most_common(1)[0][0]
    rechts = Counter(len(rij.regel.delen[1].waarden) for rij in naast).most_common(1)[0][0]
    een: list[Ruwerij] = []
    ander: list[Ruwerij] = []
    for rij in rijen:
        if len(rij.regel.delen) == 2:
            een.append(_ruw(regels, rij, 0, rij.naam))
            ander.append(_ruw(regels, rij, 1, rij.regel.delen[1].naam))
        elif _is_total(een) or len(rij.regel.delen[0].waarden) not in (links, rechts) or links == rechts:
            wat = "het is niet zeker bij welke kolommen deze bedragen horen."
            een.append(replace(_ruw(regels, rij, 0, rij.naam), past_niet=wat))
        else:
            kant = een if len(rij.regel.delen[0].waarden) == links else ander
            kant.append(_ruw(regels, rij, 0, rij.naam))
    yield from maak_naast_elkaar((een, links), (ander, rechts), kop, titel)


def _is_total(rijen: Sequence[Ruwerij]) -> bool:
    return any(rij.is_totaal for rij in rijen)


def _ruw(regels: Sequence[Regel], rij: _Rij, kant: int, naam: str) -> Ruwerij:
    deel = rij.regel.delen[kant]
    staart = rij.regel.staart if kant == len(rij.regel.delen) - 1 else ""
    return Ruwerij(
        naam=naam,
        waarden=deel.waarden,
        velden=deel.velden,
        staart=staart,
        twijfel=rij.twijfel,
        plaats=regels[rij.plaats].nr,
    )
