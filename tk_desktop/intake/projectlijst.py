"""Lists of projects in a report: ``Project Fase Startdatum Einddatum``, with columns that ran together (catalogue 217).

A row may be broken anywhere: a name over three lines with room between, dates glued to each other and to a footnote
mark (``12-2026*01-2023``), the rest of a date two lines further. What does not read as a row is passed over.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tk_desktop.domain.programmalezing import Gelezenproject
from tk_desktop.domain.projectdatum import Datumsoort, lees_projectdatum
from tk_desktop.intake.regels import Regel, samen

_KOP = re.compile(r"Project(?:naam)?\s+Fase\s+(?P<een>Start|Eind)datum\s*(?P<ander>Start|Eind)datum", re.I)
_VRIJ = r"doorlopend|nog niet bekend|onbekend|n\.?t\.?b\.?|voor(?: de)? huidige(?: werkagenda)?|\?"
_DATUM = rf"\d{{1,2}}-\d{{4}}|\d{{4}}(?!\d)|Q[1-4] ?\d{{4}}|{_VRIJ}"
_RIJ = re.compile(
    rf"(?P<naam>.*?)\s*(?P<noot>\*{{0,6}})\s*\b(?P<fase>[^\W\d_]+fase)\s+"
    rf"(?P<een>{_DATUM})(?P<noot_een>\*{{0,6}})\s*(?:(?P<ander>{_DATUM})(?P<noot_ander>\*{{0,6}}))?",
    re.I,
)
_NOOT = re.compile(r"(?P<teken>\*{1,6})\s+(?P<tekst>\S.*)")
_STERREN = re.compile(r"\s*(\*{1,6})\s*$")
_MEESTE_TUSSEN = 14
_EERDER = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Projectlijst:
    """The rows of one list, with the places (indexes) of its heading and its last line."""

    kop: int
    einde: int
    projecten: tuple[Gelezenproject, ...]


def noemt_projecten(tekst: str) -> bool:
    """Tell whether a page holds the heading of a list of projects."""
    return any(_KOP.fullmatch(" ".join(regel.split())) for regel in tekst.splitlines())


def vind_projectlijsten(regels: Sequence[Regel]) -> tuple[Projectlijst, ...]:
    """Return the lists of projects in these lines, in their order."""
    uit: list[Projectlijst] = []
    koppen = [(plaats, kop) for plaats, regel in enumerate(regels) if (kop := _KOP.fullmatch(regel.kaal))]
    grenzen = [*(plaats for plaats, _ in koppen[1:]), len(regels)]
    for (plaats, kop), grens in zip(koppen, grenzen, strict=False):
        begin = max(plaats - _EERDER, uit[-1].einde + 1 if uit else 0)
        noten = _notes(regels[begin:plaats])
        rijen = list(_rows(regels, plaats + 1, grens, eind_eerst=kop["een"].lower() == "eind"))
        if rijen:
            projecten = tuple(_with_notes(project, noten) for _, project in rijen)
            uit.append(Projectlijst(kop=plaats, einde=rijen[-1][0], projecten=projecten))
    return tuple(uit)


def _notes(regels: Sequence[Regel]) -> dict[str, str]:
    """Return the footnotes in these lines by their mark."""
    uit: dict[str, list[str]] = {}
    teken = ""
    for regel in regels:
        treffer = _NOOT.match(regel.kaal)
        if treffer:
            teken = treffer["teken"]
            uit[teken] = [treffer["tekst"]]
        elif regel.leeg or regel.opent_blad:
            teken = ""
        elif teken:
            uit[teken].append(regel.tekst)
    return {teken: samen(delen) for teken, delen in uit.items()}


def _rows(regels: Sequence[Regel], van: int, tot: int, *, eind_eerst: bool) -> Iterator[tuple[int, Gelezenproject]]:
    """Yield the rows with the place of their last line."""
    telling = Counter(regel.kaal for regel in regels if regel.kaal.count(" ") > 1)
    vaker = {tekst for tekst, keer in telling.items() if keer > 1}
    vrij, plaats, gezien = van, van, 0
    while plaats < tot and gezien <= _MEESTE_TUSSEN:
        regel = regels[plaats]
        treffer = None if regel.leeg else _RIJ.fullmatch(regel.kaal)
        if treffer is None:
            gezien += not regel.leeg
            plaats += 1
            continue
        laatste, ander = _rest(regels, plaats, tot, treffer["ander"] or "")
        begin, naam = _name(regels, vrij, plaats, treffer["naam"], vaker)
        sterren = _STERREN.search(naam)
        een = " ".join(treffer["een"].split())
        noot_een, noot_ander = treffer["noot_een"], treffer["noot_ander"] or ""
        eind, start = (een, ander) if eind_eerst else (ander, een)
        eindnoot, startnoot = (noot_een, noot_ander) if eind_eerst else (noot_ander, noot_een)
        yield (
            laatste,
            Gelezenproject(
                naam=_STERREN.sub("", naam),
                naamnoot=treffer["noot"] or (sterren[1] if sterren else ""),
                fase=treffer["fase"][:1].upper() + treffer["fase"][1:],
                start=start,
                eind=eind,
                startnoot=startnoot,
                eindnoot=eindnoot,
                regel=regels[begin].nr,
            ),
        )
        vrij = plaats = laatste + 1
        gezien = 0


def _rest(regels: Sequence[Regel], plaats: int, tot: int, datum: str) -> tuple[int, str]:
    """Return the place of the last line of a row and its last date, with the end of that date on a line further on."""
    datum = " ".join(datum.split())
    if datum and lees_projectdatum(datum).soort is Datumsoort.VRIJ:
        volgende = next((p for p in range(plaats + 1, min(tot, plaats + 3)) if not regels[p].leeg), None)
        if volgende is not None:
            heel = f"{datum} {regels[volgende].kaal}"
            if lees_projectdatum(heel).soort is not Datumsoort.VRIJ:
                return volgende, heel
    return plaats, datum


def _name(regels: Sequence[Regel], vrij: int, plaats: int, eigen: str, vaker: Collection[str]) -> tuple[int, str]:
    """Return where the name of a row begins and what it is.

    The lines right above belong to it, up to a sentence or a line that stands with every list (``vaker``); what stands
    above room belongs to it as long as it has no beginning yet.
    """
    begin, boven = plaats, plaats
    while True:
        while boven > vrij and not regels[boven - 1].leeg:
            if eigen[:1].isupper() and (regels[boven - 1].kaal in vaker or regels[boven - 1].kaal.endswith(".")):
                return begin, samen([*(regels[p].tekst for p in range(begin, plaats)), eigen])
            boven -= 1
            begin = boven
        naam = samen([*(regels[p].tekst for p in range(begin, plaats) if not regels[p].leeg), eigen])
        if naam and not naam[0].islower():
            return begin, naam
        while boven > vrij and regels[boven - 1].leeg:
            boven -= 1
        if boven <= vrij:
            return begin, naam


def _with_notes(project: Gelezenproject, noten: Mapping[str, str]) -> Gelezenproject:
    """Return a project with the words of its footnotes in the place of their marks; a mark without words stays."""
    return replace(
        project,
        naamnoot=noten.get(project.naamnoot, project.naamnoot),
        startnoot=noten.get(project.startnoot, project.startnoot),
        eindnoot=noten.get(project.eindnoot, project.eindnoot),
    )
