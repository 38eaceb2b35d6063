"""Tables on the pages of a pack, with or without ruled lines: a word goes to the column it stands under."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise

from tk_desktop.domain.opmaak import Stukje
from tk_desktop.intake.alineas import lees_merk
from tk_desktop.intake.behandeling import lees_behandeling
from tk_desktop.intake.bronregels import Bronregels, Vindplaats
from tk_desktop.intake.indeling import Etiketten, Indeling, Kolommen
from tk_desktop.intake.lettertabellen import VERLOREN
from tk_desktop.intake.regels import is_voet, samen, sleutel, zin_af
from tk_desktop.intake.woordvormen import lees_puntnummer, opent_met, opent_punt, zonder_concept
from tk_desktop.paper.pakbladen import Bladwoord, Pakblad
from tk_desktop.paper.word_reading import WordAlinea, WordBlok, WordTabel

_ZELFDE_REGEL = 3.0
"""Words whose feet are so near, in points, stand on one line."""
_LINKS = 4.0
"""A cell may begin so much to the left of its heading."""
_RUIM = 1.2
"""From so many usual steps from line to line on, room inside a cell parts two paragraphs."""
_GAT = 0.9
"""From so many heights of a letter on, room between two words parts two headings."""
_RAND = 2
"""So many lines at the head and at the foot of a page may be of every page."""
_ZEKER = 3
"""What stands in a column like a cell is of every page only when so many pages have it."""
_VOL = 0.7
"""A line that is longer than this share of the longest one in its cell goes on in the next."""

_MISLEZEN = re.compile(r"[^\W\d]{1,3}[.,:)]?")
"""What may stand in a scan for the number of the first item, which nothing before it tells."""

_Vorm = tuple[str, int]
_Kopregel = tuple[Vindplaats, Sequence[Bladwoord]]


@dataclass(frozen=True, slots=True)
class _Kolom:
    rol: str
    kop: str
    van: float


@dataclass(frozen=True, slots=True)
class _Celregel:
    """The words of one line in one cell, how high they stand, and whether the tags end a paragraph there."""

    hoog: float
    tekst: str
    sluit: bool


@dataclass(slots=True)
class _Rij:
    """A row while its words are gathered: where it begins, and per column its lines."""

    plek: Vindplaats
    cellen: dict[str, list[_Celregel]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tabelblokken:
    """The lines above a table as paragraphs and the table as rows of cells.

    ``plekken`` tells of each paragraph and of each row where it stands, by the number that ``genummerd`` gives it.
    """

    blokken: tuple[WordBlok, ...]
    plekken: Mapping[int, Vindplaats]

    def regels(self, bron: Bronregels) -> dict[int, int]:
        """Return by those numbers the line of the source that stands there."""
        return {nummer: regel for nummer, plek in self.plekken.items() if (regel := bron.regel_op(plek))}


def kopregels(bladen: Sequence[Pakblad], titels: Sequence[str], namen: Kolommen, nodig: Set[str]) -> tuple[str, ...]:
    """Return the lines that are the heading row of a table by their words: each of its own column, ``nodig`` known.

    One of ``titels`` stands above it on its page: a table with such columns may well stand in any paper.
    """
    uit: list[str] = []
    for blad in bladen:
        onder_titel = False
        for regel in visual_lines(blad.woorden):
            rollen = namen.rollen([_tekst(deel) for deel in _apart(regel)])
            bekend = {rol for rol in rollen if rol}
            if onder_titel and nodig <= bekend and len(bekend) > 1 and len(bekend) * 2 >= len(rollen):
                uit.append(_tekst(regel))
            onder_titel = onder_titel or opent_met(zonder_concept(_tekst(regel)), titels)
    return tuple(dict.fromkeys(uit))


def _apart(regel: Sequence[Bladwoord]) -> Iterator[list[Bladwoord]]:
    """Yield the words of a line that run on, apart from those behind room."""
    deel: list[Bladwoord] = []
    for woord in regel:
        if deel and not _runs_on(deel[-1], woord):
            yield deel
            deel = []
        deel.append(woord)
    if deel:
        yield deel


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


def tabelblokken(
    bladen: Sequence[Pakblad], koppen: Sequence[str], namen: Kolommen, etiketten: Etiketten, indeling: Indeling
) -> Tabelblokken | None:
    """Return the table under these headings with the lines above it; ``None`` when there is no row under them.

    A line above it that opens with a label has that in capitals and takes the lines beside it: ``DATUM: 4 maart 2026``.
    """
    boven, kolommen, rijen = _gather(bladen, {sleutel(kop) for kop in koppen}, namen, indeling)
    if not kolommen or not rijen:
        return None
    bekend = [kolom for kolom in kolommen if kolom.rol]
    hoofd = tuple((_alinea(kolom.kop),) for kolom in bekend)
    stap, getagd = _usual_step(rijen), any(een.sluit for rij in rijen for cel in rij.cellen.values() for een in cel)
    per_cel = _paragraphs_of_tags if getagd else partial(_paragraphs_of_room, stap=stap, indeling=indeling)
    inhoud = tuple(
        tuple(tuple(map(_alinea, per_cel(rij.cellen.get(kolom.rol, [])))) for kolom in bekend) for rij in rijen
    )
    kopregels = list(_labelled(boven, etiketten))
    plekken = {nummer: plek for nummer, (plek, _) in enumerate(kopregels, 1)}
    nummer = len(kopregels) + len(hoofd) + 1
    for rij, cellen in zip(rijen, inhoud, strict=True):
        plekken[nummer] = rij.plek
        nummer += sum(len(cel) for cel in cellen)
    boven_tabel = [alinea for _, alinea in kopregels]
    return Tabelblokken((*boven_tabel, WordTabel(rijen=(hoofd, *inhoud), kop_rijen=1)), plekken)


def _gather(
    bladen: Sequence[Pakblad], gezocht: Set[str], namen: Kolommen, indeling: Indeling
) -> tuple[list[_Kopregel], list[_Kolom], list[_Rij]]:
    """Return the lines above the first heading row, the columns that it names and the rows under it."""
    boven: list[_Kopregel] = []
    kolommen: list[_Kolom] = []
    rijen: list[_Rij] = []
    telling = _at_the_edges(bladen)
    for bladnr, blad in enumerate(bladen):
        regels = list(visual_lines(blad.woorden))
        laatste = bladnr == len(bladen) - 1
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
            elif rijen and laatste and _outside(regel, kolommen) and not _goes_on(regels[nr + 1 :], kolommen):
                break  # under the table: who signs, and when
            elif kolommen:
                _place(rijen, regel, kolommen, blad.nummer)
            else:
                boven.append((Vindplaats(blad.nummer, regel[0].kader), regel))
    return boven, kolommen, rijen


def _labelled(regels: Sequence[_Kopregel], etiketten: Etiketten) -> Iterator[tuple[Vindplaats, WordAlinea]]:
    """Yield lines as paragraphs: what stands beside the value of a label goes on with it."""
    namen = {rol: label.upper() for label, rol in reversed(etiketten.paren)}
    open_: list[str] = []
    begin, label_x = Vindplaats(0), 0.0
    for plek, regel in regels:
        tekst = _tekst(regel)
        waarden = etiketten.op_regel(tekst)
        if open_ and not waarden and regel[0].kader.x0 > label_x + _LINKS:
            open_.append(tekst)
            continue
        if open_:
            yield begin, _alinea(samen(open_))
            open_ = []
        if waarden:
            begin, label_x = plek, regel[0].kader.x0
            open_ = [" ".join(f"{namen[rol]}: {waarde}" for rol, waarde in waarden.items())]
        else:
            yield plek, _alinea(tekst)
    if open_:
        yield begin, _alinea(samen(open_))


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


def _goes_on(regels: Sequence[Sequence[Bladwoord]], kolommen: Sequence[_Kolom]) -> bool:
    """Tell whether an item opens on one of these lines."""
    return any(_opens(regel, kolommen) for regel in regels)


def _crosses(vorig: Bladwoord, woord: Bladwoord, van: float) -> bool:
    """Tell whether text runs on from one word to the next where a column begins, while neither begins there."""
    return _runs_on(vorig, woord) and vorig.kader.x0 < van - _LINKS and woord.kader.x0 > van + _LINKS


def _runs_on(vorig: Bladwoord, woord: Bladwoord) -> bool:
    """Tell whether there is no more room between two words than inside a sentence."""
    return woord.kader.x0 - vorig.kader.x1 < _GAT * (woord.kader.y1 - woord.kader.y0)


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


def _place(rijen: list[_Rij], regel: Sequence[Bladwoord], kolommen: Sequence[_Kolom], pagina: int) -> None:
    """Put the words of a line into the cells of its row; a number in the first column opens a row."""
    cellen: dict[str, list[Bladwoord]] = {}
    vorige, hier = regel[0], _under(regel[0], kolommen)
    for woord in regel:
        onder = _under(woord, kolommen)
        hier = hier if _runs_on(vorige, woord) and woord.kader.x0 > onder.van + _LINKS else onder
        cellen.setdefault(hier.rol, []).append(woord)
        vorige = woord
    nummer = _tekst(cellen.get("nummer", []))
    if not rijen and cellen.get("onderwerp") and _MISLEZEN.fullmatch(nummer):
        cellen["nummer"] = [replace(cellen["nummer"][0], tekst=VERLOREN)]
        nummer = VERLOREN
    if opent_punt(nummer):
        rijen.append(_Rij(Vindplaats(pagina, regel[0].kader)))
    if not rijen:
        return
    for rol, woorden in cellen.items():
        celregel = _Celregel(woorden[0].kader.y0, _tekst(woorden), any(woord.sluit for woord in woorden))
        rijen[-1].cellen.setdefault(rol, []).append(celregel)


def _usual_step(rijen: Sequence[_Rij]) -> float:
    """Return how far two lines of one paragraph stand apart in the cells of a table."""
    stappen = Counter(
        round(een.hoog - ander.hoog, 1)
        for rij in rijen
        for cel in rij.cellen.values()
        for een, ander in pairwise(cel)
        if een.hoog > ander.hoog
    )
    vaak = max(stappen.values(), default=0)
    return min((stap for stap, keren in stappen.items() if keren * 3 >= vaak), default=12.0)


def _paragraphs_of_tags(regels: Sequence[_Celregel]) -> Iterator[str]:
    """Yield the paragraphs of a cell in a file whose tags tell where they end; at the foot of a page words tell it."""
    langste = max((len(regel.tekst) for regel in regels), default=0)
    open_: list[str] = []
    for vorige, regel in zip((None, *regels), regels, strict=False):
        over = vorige is not None and vorige.hoog <= regel.hoog and _ends(open_, regel.tekst, langste)
        if vorige is not None and (vorige.sluit or over):
            yield samen(open_)
            open_ = []
        open_.append(regel.tekst)
    if open_:
        yield samen(open_)


def _paragraphs_of_room(regels: Sequence[_Celregel], *, stap: float, indeling: Indeling) -> Iterator[str]:
    """Yield the paragraphs of a cell: room parts them, a mark or a way of treatment stands by itself."""
    langste = max((len(regel.tekst) for regel in regels), default=0)
    open_: list[str] = []
    for vorige, regel in zip((None, *regels), regels, strict=False):
        if vorige is not None:
            af = vorige.hoog - regel.hoog
            ruim = af > _RUIM * stap if af > 0 else _ends(open_, regel.tekst, langste)
            los = lees_behandeling(samen(open_), indeling) is not None
            if ruim or los or lees_merk(regel.tekst) or regel.tekst.startswith("("):
                yield samen(open_)
                open_ = []
        open_.append(regel.tekst)
    if open_:
        yield samen(open_)


def _ends(open_: Sequence[str], tekst: str, langste: int) -> bool:
    """Tell whether a paragraph ended where its page did: room tells nothing there, words and lengths do."""
    laatste = open_[-1] if open_ else ""
    return zin_af(laatste) or (tekst[:1].isupper() and len(laatste) < _VOL * langste)


def _alinea(tekst: str) -> WordAlinea:
    return WordAlinea(stukjes=(Stukje(tekst=tekst),), stijl="")
