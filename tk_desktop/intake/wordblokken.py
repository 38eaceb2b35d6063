"""What a Word file is made of, as the readers of papers take it: fields, rich text, proposals and plain lines."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tk_desktop.domain.opmaak import (
    Alinea,
    Blok,
    Lijst,
    Lijstpunt,
    Stukje,
    Tabel,
    Tussenkop,
    normaal,
    samenvoegen,
    schrijf,
    schrijf_stukjes,
)
from tk_desktop.domain.voorstel import Merk
from tk_desktop.intake.alineas import STREPEN, lees_merk
from tk_desktop.intake.indeling import Etiketten
from tk_desktop.intake.lezing import GelezenVoorstelpunt
from tk_desktop.intake.regels import Regel, sleutel
from tk_desktop.paper.word_reading import WordAlinea, WordBlok, WordKop, WordTabel

HUISSTIJLEN = frozenset({"Veldnaam", "Veldwaarde", "Tabelkop", "Tabeltekst", "Cijferkop", "Cijfertekst"})
"""Styles that only our own Word files have; what stands in those files is taken by its structure, never guessed."""
LANGSTE_KOP = 70
"""A longer paragraph is no heading, however bold."""
AANLOOP = "Toelichting:"
"""What our papers put before a text that would else read as the proposal above it."""

_MERK = re.compile(r"-|\d+(?:\.\d+)*\.|\d+(?:\.\d+)+|[a-z]\.|[ivx]+\.")
_KERN = re.compile(r"\d+|[a-z]|[ivx]+")
_GENUMMERD = re.compile(r"\d+(?:\.\d+)*\.?")
_LETTERS = re.compile(r"[a-z]{1,2}\.")


def is_eigen(blokken: Iterable[WordBlok]) -> bool:
    """Tell whether these blocks come from a Word file that TK Desktop wrote."""
    return any(
        isinstance(blok, WordAlinea) and blok.stijl in HUISSTIJLEN
        for tabel in blokken
        if isinstance(tabel, WordTabel)
        for rij in tabel.rijen
        for cel in rij
        for blok in cel
    )


def woorden(blok: WordBlok) -> str:
    """Return the words of a heading or paragraph on one line; nothing for a list or table."""
    return samenvoegen(blok.stukjes).strip() if isinstance(blok, WordKop | WordAlinea) else ""


def regels_van(blokken: Iterable[WordBlok]) -> Iterator[str]:
    """Yield the lines of blocks: a line a paragraph or item of a list, cell after cell in a table."""
    for blok in blokken:
        if isinstance(blok, Lijst):
            yield from _lijstregels(blok.punten)
        elif isinstance(blok, WordTabel):
            for rij in blok.rijen:
                for cel in rij:
                    yield from regels_van(cel)
        else:
            yield woorden(blok)


def celtekst(cel: Iterable[WordBlok]) -> str:
    """Return all words of a cell on one line."""
    return " ".join(regel for regel in regels_van(cel) if regel)


def genummerd(blokken: Sequence[WordBlok], eerste: int = 1) -> list[int]:
    """Return the number of the first line of each block, counted from ``eerste``."""
    uit = []
    for blok in blokken:
        uit.append(eerste)
        eerste += sum(1 for _ in regels_van([blok]))
    return uit


def velden(blokken: Iterable[WordBlok], namen: Etiketten, *, eigen: bool) -> dict[str, tuple[WordBlok, ...]]:
    """Return the value by role of each label: in the cell beside it, or behind it on its line; the first counts."""
    uit: dict[str, tuple[WordBlok, ...]] = {}
    for blok in blokken:
        if isinstance(blok, WordTabel):
            for rij in blok.rijen:
                for naam, waarde in _velden_in_rij(rij, namen, eigen=eigen):
                    _neem(uit, naam, waarde)
        elif not eigen:
            for naam, waarde in _velden_op_regel(blok, namen):
                _neem(uit, naam, waarde)
    return uit


def _neem(uit: dict[str, tuple[WordBlok, ...]], rol: str, waarde: tuple[WordBlok, ...]) -> None:
    """Keep the first value of a role; an empty one gives way to one with words."""
    if not uit.get(rol):
        uit[rol] = waarde


def is_kopregel(blok: WordBlok) -> bool:
    """Tell whether a paragraph looks like a heading made by hand: short, bold from start to end."""
    return (
        isinstance(blok, WordAlinea)
        and all(stukje.vet or not stukje.tekst.strip() for stukje in blok.stukjes)
        and len(woorden(blok)) < LANGSTE_KOP
        and woorden(blok)[-1:] not in {"", ".", ",", ";"}
    )


def opmaak(blokken: Sequence[WordBlok], *, eigen: bool) -> str:
    """Return blocks as rich text; in files of others, marks typed by hand make a list and bold lines a heading."""
    uit: list[Blok] = []
    for blok in blokken if eigen else met_lijsten(blokken):
        if isinstance(blok, Lijst):
            uit.append(Lijst(tuple(_punt(punt) for punt in blok.punten)))
        elif isinstance(blok, WordTabel):
            uit.extend(_tabel(blok))
        elif isinstance(blok, WordKop) or (not eigen and is_kopregel(blok)):
            uit.append(Tussenkop(_zonder_vet(blok.stukjes)))
        else:
            uit.append(Alinea(blok.stukjes))
    return schrijf(uit)


def met_lijsten(blokken: Sequence[WordBlok]) -> list[WordBlok]:
    """Return blocks in which paragraphs that open with a mark typed by hand are lists."""
    uit: list[WordBlok] = []
    punten: list[tuple[int, Merk, int, tuple[Stukje, ...]]] = []
    for blok in blokken:
        merk = lees_merk(woorden(blok)) if isinstance(blok, WordAlinea) else None
        if isinstance(blok, WordAlinea) and merk:
            soort, rang, lengte = merk
            diepte = next((diepte for diepte, eerder, _, _ in reversed(punten) if eerder is soort), None)
            if diepte is None:
                diepte = punten[-1][0] + 1 if punten else 0
            punten.append((diepte, soort, rang, zonder_begin(blok.stukjes, lengte)))
            continue
        if punten:
            uit.append(Lijst(_boom(punten)))
            punten = []
        uit.append(blok)
    if punten:
        uit.append(Lijst(_boom(punten)))
    return uit


def voorstelpunten(punten: Iterable[Lijstpunt]) -> tuple[GelezenVoorstelpunt, ...]:
    """Return the items of a list as points of a proposal."""
    return tuple(
        GelezenVoorstelpunt(
            tekst=schrijf_stukjes(punt.stukjes), merk=_soort_merk(punt.merk), onder=voorstelpunten(punt.onder)
        )
        for punt in punten
        if normaal(punt.stukjes)
    )


def zonder_aanloop(blokken: Sequence[WordBlok]) -> Sequence[WordBlok]:
    """Return blocks without the words that part them from the proposal above."""
    return blokken[1:] if blokken and woorden(blokken[0]) == AANLOOP else blokken


def zonder_begin(stukjes: Iterable[Stukje], lengte: int) -> tuple[Stukje, ...]:
    """Return spans without their first ``lengte`` characters."""
    uit = []
    for stukje in stukjes:
        rest = stukje.tekst[lengte:]
        lengte = max(lengte - len(stukje.tekst), 0)
        if rest:
            uit.append(stukje.met(rest))
    return normaal(uit)


def als_regels(blokken: Iterable[WordBlok], etiketnamen: Sequence[str]) -> list[Regel]:
    """Return blocks as lines for the readers of plain text; a label stands on one line with its value.

    An empty line parts paragraphs, cells and rows; lines of one cell stay together.
    """
    uit: list[Regel] = []

    def zet(regels: Iterable[str]) -> None:
        uit.extend(Regel(len(uit) + 1, regel) for regel in regels if regel)
        if uit and not uit[-1].leeg:
            uit.append(Regel(len(uit) + 1, ""))

    bekend = {sleutel(naam) for naam in etiketnamen}
    for blok in blokken:
        if not isinstance(blok, WordTabel):
            zet(list(regels_van([blok])))
            continue
        for rij in blok.rijen:
            cellen = [cel for cel in rij if cel]
            if cellen and sleutel(celtekst(cellen[0])) in bekend:
                zet([f"{celtekst(naam).rstrip(':').upper()}: {celtekst(cel)}" for naam, cel in _paren(rij)])
            elif all(sum(1 for _ in regels_van(cel)) <= 1 for cel in cellen):
                zet([" ".join(celtekst(cel) for cel in cellen)])
            else:
                for cel in cellen:
                    zet(list(regels_van(cel)))
    return uit


def _paren(rij: Sequence[tuple[WordBlok, ...]]) -> Iterator[tuple[tuple[WordBlok, ...], tuple[WordBlok, ...]]]:
    gevuld = [cel for cel in rij if cel]
    yield from zip(gevuld[::2], [*gevuld[1::2], ()], strict=False)


def _lijstregels(punten: Iterable[Lijstpunt]) -> Iterator[str]:
    for punt in punten:
        yield f"{punt.merk} {samenvoegen(punt.stukjes)}"
        yield from _lijstregels(punt.onder)


def _velden_in_rij(
    rij: Sequence[tuple[WordBlok, ...]], namen: Etiketten, *, eigen: bool
) -> Iterator[tuple[str, tuple[WordBlok, ...]]]:
    bij_sleutel = {sleutel(naam): rol for naam, rol in reversed(namen.paren)}
    sleutels = [sleutel(celtekst(cel)) for cel in rij]
    plaats = 0
    while plaats < len(rij):
        naam = bij_sleutel.get(sleutels[plaats])
        if naam is None or (eigen and not _heeft_stijl(rij[plaats], "Veldnaam")):
            if not eigen:
                for blok in rij[plaats]:
                    yield from _velden_op_regel(blok, namen)
            plaats += 1
            continue
        waarde = plaats + 1
        while waarde < len(rij) and not rij[waarde]:
            waarde += 1
        if waarde < len(rij) and (sleutels[waarde] not in bij_sleutel or _heeft_stijl(rij[waarde], "Veldwaarde")):
            yield naam, rij[waarde]
            plaats = waarde + 1
        else:
            yield naam, ()
            plaats = waarde


def _heeft_stijl(cel: Iterable[WordBlok], stijl: str) -> bool:
    return any(isinstance(blok, WordAlinea) and blok.stijl == stijl for blok in cel)


def _velden_op_regel(blok: WordBlok, namen: Etiketten) -> Iterator[tuple[str, tuple[WordBlok, ...]]]:
    if isinstance(blok, WordAlinea | WordKop):
        for naam, waarde in namen.op_regel(woorden(blok), hoofdletters=True).items():
            yield naam, ((WordAlinea(stukjes=(Stukje(tekst=waarde),), stijl=blok.stijl),) if waarde else ())


def _punt(punt: Lijstpunt) -> Lijstpunt:
    """Return an item with a mark that rich text knows; words in a mark (``Artikel 3``) go into the text."""
    onder = tuple(_punt(dieper) for dieper in punt.onder)
    if _MERK.fullmatch(punt.merk):
        return Lijstpunt(merk=punt.merk, stukjes=punt.stukjes, onder=onder)
    kern = punt.merk.strip("()[]. ").lower()
    if _KERN.fullmatch(kern):
        return Lijstpunt(merk=f"{kern}.", stukjes=punt.stukjes, onder=onder)
    voor = () if punt.merk.strip() in STREPEN else (Stukje(tekst=f"{punt.merk} "),)
    return Lijstpunt(merk="-", stukjes=normaal((*voor, *punt.stukjes)), onder=onder)


def _tabel(tabel: WordTabel) -> list[Blok]:
    rijen = [tuple(_cel(cel) for cel in rij) for rij in tabel.rijen]
    breedte = max((len(rij) for rij in rijen), default=0)
    if not breedte:
        return []
    return [Tabel(tuple((*rij, *((),) * (breedte - len(rij))) for rij in rijen), tabel.samen)]


def _cel(cel: Iterable[WordBlok]) -> tuple[Stukje, ...]:
    """Return a cell as one line: the rich text of a table has no paragraphs in its cells."""
    uit: list[Stukje] = []
    for blok in cel:
        if isinstance(blok, WordKop | WordAlinea):
            uit.extend(blok.stukjes)
        else:
            uit.extend(Stukje(tekst=f"{regel} ") for regel in regels_van([blok]))
        uit.append(Stukje(tekst=" "))
    return normaal(uit)


def _zonder_vet(stukjes: Iterable[Stukje]) -> tuple[Stukje, ...]:
    return normaal(replace(s, vet=False) for s in stukjes)


def _soort_merk(merk: str) -> Merk:
    kaal = merk.strip("()").rstrip(".)")
    if _GENUMMERD.fullmatch(kaal):
        return Merk.CIJFER
    return Merk.LETTER if _LETTERS.fullmatch(f"{kaal.lower()}.") else Merk.STREEP


def _boom(punten: Sequence[tuple[int, Merk, int, tuple[Stukje, ...]]]) -> tuple[Lijstpunt, ...]:
    uit = []
    begin = 0
    while begin < len(punten):
        einde = begin + 1
        while einde < len(punten) and punten[einde][0] > punten[begin][0]:
            einde += 1
        _, soort, rang, stukjes = punten[begin]
        uit.append(Lijstpunt(merk=soort.geschreven(rang), stukjes=stukjes, onder=_boom(punten[begin + 1 : einde])))
        begin = einde
    return tuple(uit)
