"""Making pages of received Office files after they were read: waiting for LibreOffice apart from reading PDFs.

``read_dropped`` without an office does the reading; then ``convert_received`` waits, and reads no PDF itself, so that
it may run beside other work; then ``with_converted`` reads what came of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from tk_desktop.base.errors import NietSchrijfbaar, Onderbroken, SchijfVol, TkError
from tk_desktop.base.leesproces import Hier, Lezer
from tk_desktop.base.progress import Progress
from tk_desktop.intake.bestanden import with_pages
from tk_desktop.intake.gelezen import GelezenBestand
from tk_desktop.intake.ontvangst import ZONDER_OFFICE, Geweigerd, Ontvangst
from tk_desktop.paper.cache import Bladcache
from tk_desktop.paper.office import NAAM, Office, OfficeMetWachtwoord, is_office


@dataclass(frozen=True, slots=True, kw_only=True)
class Omzetting:
    """What LibreOffice made of the files of one run, by received file: a PDF, or the fault that forbade it."""

    pdfs: Mapping[Path, Path]
    fouten: Mapping[Path, TkError]


def to_convert(ontvangst: Ontvangst) -> tuple[GelezenBestand, ...]:
    """Return the files of which pages can be made: Office files that are not read as board papers."""
    return tuple(bestand for bestand in ontvangst.gelezen if _is_convertible(bestand))


def convert_received(ontvangst: Ontvangst, office: Office, progress: Progress) -> Omzetting:
    """Make a PDF of each Office file; reads none, so it may run beside other work.

    Raises ``Onderbroken``, ``SchijfVol`` or ``NietSchrijfbaar``; the fault of a single file stands in the result.
    """
    pdfs: dict[Path, Path] = {}
    fouten: dict[Path, TkError] = {}
    bestanden = to_convert(ontvangst)
    for nummer, bestand in enumerate(bestanden):
        stand = _at(progress, nummer, len(bestanden))
        try:
            pdfs[bestand.bron] = office.convert(bestand.bron, ontvangst.map, stand)
        except (Onderbroken, SchijfVol, NietSchrijfbaar):
            raise
        except TkError as fout:
            fouten[bestand.bron] = fout
    return Omzetting(pdfs=pdfs, fouten=fouten)


def with_converted(
    ontvangst: Ontvangst,
    omzetting: Omzetting,
    cache: Bladcache,
    progress: Progress,
    *,
    lezer: Lezer | None = None,
) -> Ontvangst:
    """Return what was received with the pages that were made; where none could be, a file travels as it is.

    A file with a password is refused. Raises ``Onderbroken``, ``SchijfVol`` or ``NietSchrijfbaar``.
    """
    gelezen: list[GelezenBestand] = []
    geweigerd = list(ontvangst.geweigerd)
    for bestand in progress.each(ontvangst.gelezen, "Pagina’s lezen"):
        if not _is_convertible(bestand):
            gelezen.append(bestand)
            continue
        fout = omzetting.fouten.get(bestand.bron)
        if isinstance(fout, OfficeMetWachtwoord):
            geweigerd.append(Geweigerd(bestand=bestand.bron.name, fout=fout))
            continue
        pdf = omzetting.pdfs.get(bestand.bron)
        if pdf is None:
            gelezen.append(_as_loose(bestand, fout))
            continue
        lees = partial(with_pages, _without_advice(bestand), pdf, cache, met=NAAM)
        try:
            gelezen.append((lezer or Hier()).doe(bestand.bron.name, lees, progress))
        except (Onderbroken, SchijfVol, NietSchrijfbaar):
            raise
        except TkError as onleesbaar:
            gelezen.append(_as_loose(bestand, onleesbaar))
    return replace(ontvangst, gelezen=tuple(gelezen), geweigerd=tuple(geweigerd))


def _without_advice(bestand: GelezenBestand) -> GelezenBestand:
    return replace(bestand, opmerkingen=tuple(een for een in bestand.opmerkingen if een != ZONDER_OFFICE))


def _as_loose(bestand: GelezenBestand, fout: TkError | None) -> GelezenBestand:
    zonder = _without_advice(bestand)
    waarom = fout.wat if fout is not None else "Er zijn geen pagina’s van gemaakt."
    return replace(zonder, opmerkingen=(*zonder.opmerkingen, f"{waarom} Het gaat nu als los bestand mee."))


def _is_convertible(bestand: GelezenBestand) -> bool:
    return bestand.lezing is None and bestand.pdf is None and is_office(bestand.bron)


def _at(progress: Progress, nummer: int, totaal: int) -> Progress:
    return Progress(lambda wat, _gedaan, _totaal: progress.step(wat, nummer, totaal))
