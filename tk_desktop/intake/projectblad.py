"""Projects and budget lines in a spreadsheet: each column by its heading, and what is not understood named (N1, N2).

A cell is kept as it was written; an amount that is none is kept with a doubt and computed with by nobody.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tk_desktop.domain.begroting import ALLES, Bedragsoort, Zijde, lees_regelbedrag
from tk_desktop.domain.begrotingstabel import ALGEMEEN
from tk_desktop.domain.cijfertabel import is_subtotaal
from tk_desktop.domain.programmalezing import (
    Gelezenlijn,
    Gelezenperiode,
    Gelezenproject,
    Gelezenregel,
    Gelezentotaal,
    Programmalezing,
)
from tk_desktop.domain.vergelijken import sleutel
from tk_desktop.intake.ledenlijst import LedenlijstOnleesbaar
from tk_desktop.intake.periodenaam import periode_van
from tk_desktop.intake.rekenbladcijfers import lees_opschrift

_PROJECT: Mapping[str, tuple[str, ...]] = {
    "naam": ("project", "projectnaam", "naam project", "titel project"),
    "themalijn": ("themalijn", "thema", "programmalijn"),
    "fase": ("fase", "projectfase"),
    "start": ("start", "startdatum"),
    "eind": ("eind", "einddatum", "einde"),
    "doorlooptijd": ("doorlooptijd", "looptijd"),
    "opdrachtgever": ("opdrachtgever",),
    "trekker": ("trekker", "projectleider", "projectleiders"),
    "doel": ("doel", "doelstelling"),
    "resultaat": ("resultaat", "beoogd resultaat"),
    "kosten": ("kosten",),
    "ouder": ("onderdeel van", "hoofdproject", "subproject van"),
}
_REGEL: Mapping[str, tuple[str, ...]] = {
    "naam": ("post", "begrotingspost", "begrotingsregel", "omschrijving", "onderdeel"),
    "themalijn": ("themalijn", "thema", "programmalijn"),
    "project": ("project",),
    "zijde": ("baten of lasten", "baten/lasten", "zijde"),
    "bron": ("bron", "financiering", "financieringsbron"),
    "groep": ("groep", "rubriek"),
    "periode": ("periode", "jaar", "begrotingsjaar"),
}
_TOTAAL = re.compile(r"(?:eind)?totaal(?: (?:van )?(?:de )?(?:lasten|baten))?:?")
_MET_MEER = re.compile(r"totaal (?:inclusief|incl\.|met) .*")
"""The sum of a total and what stands under it."""
_BEDRAGEN = (
    (Bedragsoort.EINDSALDO, re.compile(r"(?:verwacht )?eindsaldo\b|saldo per 31", re.I)),
    (Bedragsoort.VERWACHT, re.compile(r"(?:nog )?(?:te )?verwacht", re.I)),
    (Bedragsoort.BESTEED, re.compile(r"besteed|uitgaven|realisatie", re.I)),
    (Bedragsoort.GEWIJZIGD, re.compile(r"gewijzigd|(?:begroting )?na wijziging", re.I)),
    (Bedragsoort.SALDO, re.compile(r"saldo", re.I)),
    (Bedragsoort.BEGROTING, re.compile(r"begroting|begroot|budget", re.I)),
)
_ZIJDEN = frozenset({"baten", "lasten"})
_MEESTE_WOORDEN = 5
"""The name of a line may end with a point; with more words it is a sentence."""
ZONDER = "Zonder themalijn"
"""The themalijn of projects that name none."""


class Blad(NamedTuple):
    """A sheet with its rows, as texts."""

    naam: str
    rijen: Sequence[Sequence[str]]


class _Opschrift(NamedTuple):
    """Of what a sheet with budget lines is, and over which period: by what stands above it, else by its name."""

    naam: str
    periode: str = ""


class _Kop(NamedTuple):
    """The headings of a sheet: on which row, which column is what, which kinds of amounts, and what is not known."""

    rij: int
    velden: Mapping[str, int]
    bedragen: Mapping[Bedragsoort, int]
    onbekend: tuple[str, ...]


def lees_csv(tekst: str, bron: Path) -> Blad:
    """Return the rows of a text with commas, semicolons or tabs between its cells; raises ``LedenlijstOnleesbaar``."""
    eerste = tekst.splitlines()[0] if tekst else ""
    teken = max(";,\t", key=eerste.count)
    lezer = csv.reader(tekst.splitlines(), delimiter=teken)
    try:
        return Blad(bron.stem, [[cel.strip() for cel in rij] for rij in lezer])
    except csv.Error as fout:
        raise LedenlijstOnleesbaar(bestand=bron.name, oorzaak=f"regel {lezer.line_num} is niet te begrijpen") from fout


def lees_projectblad(bladen: Iterable[Blad], naam: str) -> Programmalezing | None:
    """Return the projects and budget lines in these sheets, or nothing where no sheet has headings of them.

    ``naam`` is what the programme is called until somebody says otherwise: the name of the file.
    """
    lijnen: dict[str, list[Gelezenproject]] = {}
    begrotingen: list[tuple[Blad, _Kop]] = []
    twijfels: list[str] = []
    for blad in bladen:
        begroting, project = _find(blad, _REGEL), _find(blad, _PROJECT)
        kop = begroting if begroting is not None and begroting.bedragen else project
        if kop is None:
            continue
        twijfels += [f"{blad.naam}: de kolom ‘{een}’ is niet herkend en blijft in het bestand." for een in kop.onbekend]
        if kop is begroting:
            begrotingen.append((blad, kop))
        else:
            for lijn, een in _projects(blad, kop, twijfels):
                lijnen.setdefault(lijn, []).append(een)
    if not begrotingen and not lijnen:
        return None
    perioden: list[str] = []
    gelezen = list(_budgets(begrotingen, twijfels, perioden))
    return Programmalezing(
        naam=naam,
        periode=_period(perioden, twijfels),
        themalijnen=tuple(Gelezenlijn(naam=lijn, projecten=tuple(rij)) for lijn, rij in lijnen.items()),
        regels=tuple(een for een in gelezen if isinstance(een, Gelezenregel)),
        totalen=tuple(een for een in gelezen if isinstance(een, Gelezentotaal)),
        twijfels=tuple(twijfels),
    )


def _budgets(
    bladen: Sequence[tuple[Blad, _Kop]], twijfels: list[str], perioden: list[str]
) -> Iterator[Gelezenregel | Gelezentotaal]:
    """Yield the lines and totals of all sheets; a row that repeats the total of another sheet is no line of its own."""
    opschriften = [_above(blad, kop) for blad, kop in bladen]
    for (blad, kop), opschrift in zip(bladen, opschriften, strict=True):
        anderen = {sleutel(een.naam): een.naam for een in opschriften if een is not opschrift}
        for een in _lines(blad, kop, opschrift, twijfels, perioden):
            groep = anderen.get(sleutel(een.naam)) if isinstance(een, Gelezenregel) and not een.themalijn else None
            if isinstance(een, Gelezenregel) and groep is not None:
                for cel in een.bedragen:
                    if cel.bedrag is not None and not cel.twijfel:
                        yield Gelezentotaal(
                            naam=groep, zijde=een.zijde, soort=cel.soort, bedrag=cel.bedrag, waar=een.plek
                        )
            else:
                yield een


def _above(blad: Blad, kop: _Kop) -> _Opschrift:
    for rij in reversed(blad.rijen[: kop.rij]):
        gelezen = lees_opschrift(" ".join(cel for cel in rij if cel))
        if gelezen is not None:
            return _Opschrift(*gelezen)
    return _Opschrift(blad.naam)


def _find(blad: Blad, woorden: Mapping[str, Sequence[str]]) -> _Kop | None:
    """Return the headings of a sheet: the first row that names what there is a row for, and one thing more."""
    koppen = {sleutel(naam): veld for veld, namen in woorden.items() for naam in namen}
    for plek, rij in enumerate(blad.rijen[:20]):
        velden: dict[str, int] = {}
        bedragen: dict[Bedragsoort, int] = {}
        onbekend: list[str] = []
        for kolom, kop in enumerate(rij):
            veld = koppen.get(sleutel(kop))
            soort = next((een for een, vorm in _BEDRAGEN if vorm.match(kop)), None) if woorden is _REGEL else None
            if veld is not None and veld not in velden:
                velden[veld] = kolom
            elif soort is not None and soort not in bedragen:
                bedragen[soort] = kolom
            elif kop:
                onbekend.append(kop)
        if woorden is _REGEL and bedragen and "naam" not in velden and "project" in velden:
            velden["naam"] = velden["project"]
        if "naam" in velden and (bedragen or len(velden) > 1):
            return _Kop(plek, velden, bedragen, tuple(onbekend))
    return None


def _cell(rij: Sequence[str], kolom: int | None) -> str:
    return rij[kolom] if kolom is not None and kolom < len(rij) else ""


def _named(blad: Blad, kop: _Kop, twijfels: list[str]) -> Iterator[tuple[str, Sequence[str], int]]:
    """Yield the rows that have a name; one that only has other cells is told."""
    for nummer, rij in enumerate(blad.rijen[kop.rij + 1 :], kop.rij + 2):
        naam = _cell(rij, kop.velden["naam"])
        if naam:
            yield naam, rij, nummer
        elif any(rij):
            twijfels.append(f"{blad.naam}, rij {nummer}: er staat geen naam; de rij is niet overgenomen.")


def _projects(blad: Blad, kop: _Kop, twijfels: list[str]) -> Iterator[tuple[str, Gelezenproject]]:
    for naam, rij, nummer in _named(blad, kop, twijfels):
        cel = {veld: _cell(rij, kolom) for veld, kolom in kop.velden.items()}
        yield (
            cel.get("themalijn") or ZONDER,
            Gelezenproject(
                naam=naam,
                is_sub=bool(cel.get("ouder")),
                ouder=cel.get("ouder", ""),
                fase=cel.get("fase", ""),
                start=cel.get("start", ""),
                eind=cel.get("eind", ""),
                doorlooptijd=cel.get("doorlooptijd", ""),
                opdrachtgever=cel.get("opdrachtgever", ""),
                trekker=cel.get("trekker", ""),
                doel=cel.get("doel", ""),
                resultaat=cel.get("resultaat", ""),
                kosten=cel.get("kosten", ""),
                regel=nummer,
            ),
        )


def _lines(
    blad: Blad, kop: _Kop, opschrift: _Opschrift, twijfels: list[str], perioden: list[str]
) -> Iterator[Gelezenregel | Gelezentotaal]:
    onder_totaal = False
    for naam, rij, nummer in _named(blad, kop, twijfels):
        periode = _cell(rij, kop.velden.get("periode")) or opschrift.periode
        if periode and periode not in perioden:
            perioden.append(periode)
        if (periode and periode != perioden[0]) or _is_more_sum(naam) or _is_note(rij, naam, onder_totaal):
            continue
        kant = _cell(rij, kop.velden.get("zijde")) or opschrift.naam
        zijde = Zijde.BATEN if kant.casefold().startswith("bat") else Zijde.LASTEN
        gelezen = [lees_regelbedrag(soort, _cell(rij, kolom)) for soort, kolom in kop.bedragen.items()]
        bedragen = tuple(een for een in gelezen if een is not None)
        if _TOTAAL.fullmatch(naam.strip().casefold()):
            onder_totaal = True
            waarvan = opschrift.naam if opschrift.periode and sleutel(opschrift.naam) not in _ZIJDEN else ALLES
            for een in bedragen:
                if een.bedrag is not None:
                    yield Gelezentotaal(naam=waarvan, zijde=zijde, soort=een.soort, bedrag=een.bedrag, waar=blad.naam)
            continue
        yield Gelezenregel(
            naam=naam,
            zijde=zijde,
            themalijn=_cell(rij, kop.velden.get("themalijn")),
            project=_cell(rij, kop.velden.get("project")),
            groep=_cell(rij, kop.velden.get("groep")) or _group(kop, opschrift),
            bron=_cell(rij, kop.velden.get("bron")),
            buiten_totaal=onder_totaal,
            bedragen=bedragen,
            plek=f"{blad.naam}, rij {nummer}",
        )


def _group(kop: _Kop, opschrift: _Opschrift) -> str:
    """Return what lines of a sheet are of, where its name tells: that of a whole side, or of no group, does not."""
    geheel = opschrift.periode and (sleutel(opschrift.naam) in _ZIJDEN or opschrift.naam == ALGEMEEN)
    return "" if "themalijn" in kop.velden or geheel else opschrift.naam


def _is_more_sum(naam: str) -> bool:
    """Tell whether a row is a sum beside the total: a subtotal, or the total with what stands under it."""
    return is_subtotaal(naam) or _MET_MEER.fullmatch(naam.casefold()) is not None


def _is_note(rij: Sequence[str], naam: str, onder_totaal: bool) -> bool:
    """Tell whether a row says something of the lines: nothing else stands in it, under a total or as a sentence."""
    zin = naam.endswith(".") and len(naam.split()) > _MEESTE_WOORDEN
    return (onder_totaal or zin) and sum(bool(cel) for cel in rij) == 1


def _period(perioden: Sequence[str], twijfels: list[str]) -> Gelezenperiode | None:
    """Return the period of the lines: ``2026``, ``2026-1``; where there are more, or it is none, that is told."""
    if not perioden:
        return None
    periode = periode_van(perioden[0])
    if periode is None:
        twijfels.append(f"‘{perioden[0]}’ is geen periode die TK Desktop kent; schrijf 2026, 2026-1 of 2026-2.")
    if len(perioden) > 1:
        twijfels.append(f"Er staan regels van meer perioden; alleen die van {perioden[0]} zijn overgenomen.")
    return periode
