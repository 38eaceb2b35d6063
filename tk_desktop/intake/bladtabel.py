"""Tables on the pages of a pack, with or without ruled lines: a word goes to the column it stands under."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.domain.opmaak import Stukje
from tk_desktop.intake.alineas import lees_merk
from tk_desktop.intake.behandeling import lees_behandeling
from tk_desktop.intake.indeling import Indeling, Kolommen
from tk_desktop.intake.lezing import GelezenAgenda, GelezenVerslag, Lezing
from tk_desktop.intake.regels import is_voet, samen, sleutel, zin_af
from tk_desktop.intake.woordvormen import lees_puntnummer
from tk_desktop.intake.wordagenda import lees_word_agenda
from tk_desktop.intake.wordblokken import genummerd
from tk_desktop.intake.wordverslag import lees_word_verslag, vind_word_verslagen
from tk_desktop.paper.pakbladen import Bladwoord, Pakblad
from tk_desktop.paper.word_reading import WordAlinea, WordBlok, WordTabel

_REGEL = re.compile(r"^regels? [\d-]+, ")
_VAN_AGENDA = re.compile(r"(?:^|, )(?:kop van de agenda|agenda)$")
"""Where a doubt about an agenda as a whole says to be."""
_ZELFDE_REGEL = 3.0
"""Words whose feet are so near, in points, stand on one line."""
_LINKS = 4.0
"""A cell may begin so much to the left of its heading."""
_RUIM = 1.8
"""From so many heights of a line on, room inside a cell parts two paragraphs."""
_GAT = 0.9
"""From so many heights of a letter on, room between two words parts two headings."""
_RAND = 2
"""So many lines at the head and at the foot of a page may be of every page."""
_ZEKER = 3
"""What stands in a column like a cell is of every page only when so many pages have it."""
_VOL = 0.7
"""A line that is longer than this share of the longest one in its cell goes on in the next."""

_Vorm = tuple[str, int]


@dataclass(frozen=True, slots=True)
class _Kolom:
    rol: str
    kop: str
    van: float


@dataclass(slots=True)
class _Rij:
    """A row while its words are gathered: per column the lines with how high they stand."""

    cellen: dict[str, list[tuple[float, str]]] = field(default_factory=dict)


def lees_tabelagenda(bladen: Sequence[Pakblad], indeling: Indeling) -> tuple[GelezenAgenda | None, tuple[Twijfel, ...]]:
    """Return the agenda whose table stands on these pages with its doubts; none when no heading row of the layout does.

    Its doubts name the item, and no line: these are not the lines that the reading without tables counts.
    """
    blokken = _blokken(bladen, indeling.agenda.koppen, indeling.agenda.kolommen, indeling)
    if not blokken:
        return None, ()
    agenda, twijfels = lees_word_agenda(blokken, genummerd(blokken), indeling, eigen=False)
    return agenda, tuple(replace(een, waar=_REGEL.sub("", een.waar)) for een in twijfels)


def lees_tabelverslagen(bladen: Sequence[Pakblad], indeling: Indeling) -> tuple[GelezenVerslag, ...]:
    """Return each verslag whose table stands on these pages."""
    blokken = _blokken(bladen, indeling.verslag.koppen, indeling.verslag.kolommen, indeling)
    if not blokken:
        return ()
    plekken = vind_word_verslagen(blokken, (), indeling, eigen=False)
    regels = genummerd(blokken)
    return tuple(lees_word_verslag(blokken, regels, plek, indeling, eigen=False)[0] for plek in plekken)


def tabelbladen(bladen: Sequence[Pakblad], koppen: Sequence[str], andere: Sequence[str]) -> tuple[Pakblad, ...]:
    """Return the pages from the first heading row up to where another paper of the layout opens (``andere`` titles)."""
    gezocht, stop = {sleutel(kop) for kop in koppen}, {sleutel(titel) for titel in andere}
    uit: list[Pakblad] = []
    for blad in bladen:
        regels = [_tekst(regel) for regel in visual_lines(blad.woorden)]
        if any(sleutel(regel) in gezocht for regel in regels) or (
            uit and not any(sleutel(regel) in stop for regel in regels[:3])
        ):
            uit.append(blad)
        elif uit:
            break
    return tuple(uit)


def lees_tabellen(bladen: Sequence[Pakblad], lezing: Lezing, indeling: Indeling) -> Lezing:
    """Return a reading whose agenda and verslagen come from their tables, where those tell more than the lines did."""
    notas = [titel for titel, _ in indeling.nota.titels]
    agenda, vragen = lees_tabelagenda(
        tabelbladen(bladen, indeling.agenda.koppen, [*notas, *indeling.verslag.titels]), indeling
    )
    verslagen = lees_tabelverslagen(tabelbladen(bladen, indeling.verslag.koppen, notas), indeling)
    twijfels = lezing.twijfels
    if agenda is None or _vol(agenda) < _vol(lezing.agenda):
        agenda = lezing.agenda
    else:
        twijfels = (*(een for een in twijfels if not _VAN_AGENDA.search(een.waar)), *vragen)
    return Lezing(
        uitnodiging=lezing.uitnodiging,
        agenda=agenda,
        notas=lezing.notas,
        verslagen=verslagen if len(verslagen) > len(lezing.verslagen) else lezing.verslagen,
        twijfels=twijfels,
    )


def _vol(agenda: GelezenAgenda | None) -> int:
    """Return how much an agenda tells."""
    if agenda is None:
        return 0
    kop = (agenda.datum, agenda.begin, agenda.plaats, agenda.voorzitter)
    per_punt = sum(2 + bool(punt.behandeling) + bool(punt.tijd) + bool(punt.inleiders) for punt in agenda.punten)
    return per_punt + sum(map(bool, kop))


def _blokken(bladen: Sequence[Pakblad], koppen: Sequence[str], namen: Kolommen, indeling: Indeling) -> list[WordBlok]:
    """Return the lines above a table as paragraphs and the table as rows of cells."""
    gezocht = {sleutel(kop) for kop in koppen}
    boven: list[WordBlok] = []
    kolommen: list[_Kolom] = []
    rijen: list[_Rij] = []
    telling = _at_the_edges(bladen)
    for bladnr, blad in enumerate(bladen):
        regels = list(visual_lines(blad.woorden))
        kop = next((nr for nr, regel in enumerate(regels) if sleutel(_tekst(regel)) in gezocht), None)
        for nr, regel in enumerate(regels):
            tekst = _tekst(regel)
            if is_voet(tekst, indeling.voet):
                continue
            if rijen and _is_furniture(regel, kolommen, max(telling[vorm] for vorm in _forms(regel, bladnr)), bladen):
                continue
            if rijen and kop is not None and nr < kop and _outside(regel, kolommen):
                continue  # the head of a page stands above a heading row that is repeated; so may the rest of a row
            if nr == kop or sleutel(tekst) in gezocht:
                kolommen = _columns(regel, namen)
            elif kolommen:
                _place(rijen, regel, kolommen)
            else:
                boven.append(_alinea(tekst))
    if not kolommen or not rijen:
        return []
    bekend = [kolom for kolom in kolommen if kolom.rol]
    hoofd = tuple((_alinea(kolom.kop),) for kolom in bekend)
    inhoud = tuple(tuple(tuple(_cel(rij.cellen.get(kolom.rol, []), indeling)) for kolom in bekend) for rij in rijen)
    return [*boven, WordTabel(rijen=(hoofd, *inhoud), kop_rijen=1)]


def _at_the_edges(bladen: Sequence[Pakblad]) -> Counter[_Vorm]:
    """Count on how many pages each line at the head or the foot of a page stands there."""
    telling: Counter[_Vorm] = Counter()
    for nr, blad in enumerate(bladen):
        regels = list(visual_lines(blad.woorden))
        telling.update({vorm for regel in (*regels[:_RAND], *regels[-_RAND:]) for vorm in _forms(regel, nr)})
    return telling


def _forms(regel: Sequence[Bladwoord], bladnr: int) -> Iterator[_Vorm]:
    """Yield by what a line is known on another page: how high it stands with its words, or but for a page number.

    A page number goes up with the pages, so what it is more than the page says the same on each of them.
    """
    tekst, hoog = _tekst(regel).casefold(), round(regel[0].kader.y0 / _ZELFDE_REGEL)
    yield tekst, hoog
    for getal in re.finditer(r"\d{1,4}", tekst):
        yield f"{tekst[: getal.start()]}#{int(getal[0]) - bladnr}#{tekst[getal.end() :]}", hoog


def _is_furniture(
    regel: Sequence[Bladwoord], kolommen: Sequence[_Kolom], keren: int, bladen: Sequence[Pakblad]
) -> bool:
    """Tell whether a line that stands on so many pages is surely no row: it is of most pages, and opens no item.

    What could stand in a cell must stand on more than two pages: two rows may well say the same.
    """
    if len(regel) > 1 and _opens(regel, kolommen):
        return False
    return keren * 2 > len(bladen) and keren >= (2 if _outside(regel, kolommen) else _ZEKER)


def _outside(regel: Sequence[Bladwoord], kolommen: Sequence[_Kolom]) -> bool:
    """Tell whether a line cannot stand in the cells of a row: where it begins is no cell, or it runs across columns."""
    eerste = regel[0]
    if any(abs(eerste.kader.x0 - kolom.van) <= _LINKS for kolom in kolommen if kolom.rol != "nummer"):
        return False
    if _under(eerste, kolommen).rol == "nummer":
        return lees_puntnummer(eerste.tekst) is None
    return _tekst(regel).isdecimal() or any(
        _crosses(vorig, woord, kolom.van) for vorig, woord in pairwise(regel) for kolom in kolommen
    )


def _crosses(vorig: Bladwoord, woord: Bladwoord, van: float) -> bool:
    """Tell whether text runs on from one word to the next where a column begins, while neither begins there."""
    hoogte = woord.kader.y1 - woord.kader.y0
    loopt_door = woord.kader.x0 - vorig.kader.x1 < _GAT * hoogte
    return loopt_door and vorig.kader.x0 < van - _LINKS and woord.kader.x0 > van + _LINKS


def _opens(regel: Sequence[Bladwoord], kolommen: Sequence[_Kolom]) -> bool:
    """Tell whether a line begins with the number of an item, under its column."""
    return _under(regel[0], kolommen).rol == "nummer" and lees_puntnummer(regel[0].tekst) is not None


def _under(woord: Bladwoord, kolommen: Sequence[_Kolom]) -> _Kolom:
    """Return the column under which a word stands; what stands before them all is of the first."""
    links = [kolom for kolom in kolommen if woord.kader.x0 >= kolom.van - _LINKS]
    return links[-1] if links else kolommen[0]


def visual_lines(woorden: Sequence[Bladwoord]) -> Iterator[list[Bladwoord]]:
    """Yield the words that stand on one line, from the top of the page and from left to right."""
    regels: list[list[Bladwoord]] = []
    for woord in sorted(woorden, key=lambda een: (-een.kader.y0, een.kader.x0)):
        if regels and abs(regels[-1][0].kader.y0 - woord.kader.y0) < _ZELFDE_REGEL:
            regels[-1].append(woord)
        else:
            regels.append([woord])
    for regel in regels:
        yield sorted(regel, key=lambda een: een.kader.x0)


def _tekst(regel: Sequence[Bladwoord]) -> str:
    return " ".join(woord.tekst for woord in regel)


def _columns(regel: Sequence[Bladwoord], namen: Kolommen) -> list[_Kolom]:
    """Return the columns that a heading row names; a heading of more words is taken as far as it is known.

    A heading that nobody knows, with room before it, is a column too: of what is under it nothing is taken.
    """
    uit: list[_Kolom] = []
    plaats = 0
    if not sleutel(regel[0].tekst):  # a sign such as # says no more than that numbers stand here
        uit.append(_Kolom("nummer", "nr", regel[0].kader.x0))
        plaats = 1
    while plaats < len(regel):
        for tot in range(len(regel), plaats, -1):
            kop = _tekst(regel[plaats:tot])
            rol = namen.rol(kop)
            if rol:
                uit.append(_Kolom(rol, kop, regel[plaats].kader.x0))
                plaats = tot
                break
        else:
            woord, vorig = regel[plaats].kader, regel[plaats - 1].kader
            if plaats and woord.x0 - vorig.x1 >= _GAT * (woord.y1 - woord.y0):
                uit.append(_Kolom("", regel[plaats].tekst, woord.x0))
            plaats += 1
    return uit


def _place(rijen: list[_Rij], regel: Sequence[Bladwoord], kolommen: Sequence[_Kolom]) -> None:
    """Put the words of a line into the cells of its row; a number in the first column opens a row."""
    cellen: dict[str, list[Bladwoord]] = {}
    for woord in regel:
        cellen.setdefault(_under(woord, kolommen).rol, []).append(woord)
    nummer = _tekst(cellen.get("nummer", []))
    if nummer and lees_puntnummer(nummer):
        rijen.append(_Rij())
    if not rijen:
        return
    for rol, woorden in cellen.items():
        rijen[-1].cellen.setdefault(rol, []).append((woorden[0].kader.y0, _tekst(woorden)))


def _cel(regels: Sequence[tuple[float, str]], indeling: Indeling) -> Iterator[WordAlinea]:
    """Yield the paragraphs of a cell: room parts them, a mark or a way of treatment stands by itself."""
    open_: list[str] = []
    vorige: float | None = None
    stap = min((een - ander for (een, _), (ander, _) in pairwise(regels) if een > ander), default=12.0)
    langste = max((len(tekst) for _, tekst in regels), default=0)
    for hoog, tekst in regels:
        ruim = vorige is not None and (vorige - hoog > _RUIM * stap if hoog < vorige else _ends(open_, tekst, langste))
        los = bool(open_) and lees_behandeling(samen(open_), indeling) is not None
        if open_ and (ruim or los or lees_merk(tekst) or tekst.startswith("(")):
            yield _alinea(samen(open_))
            open_ = []
        open_.append(tekst)
        vorige = hoog
    if open_:
        yield _alinea(samen(open_))


def _ends(open_: Sequence[str], tekst: str, langste: int) -> bool:
    """Tell whether a paragraph ended where its page did: room tells nothing there, words and lengths do."""
    laatste = open_[-1] if open_ else ""
    return zin_af(laatste) or (tekst[:1].isupper() and len(laatste) < _VOL * langste)


def _alinea(tekst: str) -> WordAlinea:
    return WordAlinea(stukjes=(Stukje(tekst=tekst),), stijl="")
