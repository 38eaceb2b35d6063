"""A set as one PDF for each item, with its bijlagen behind it (D6)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import aside, fetch, replacing
from tk_desktop.base.kluispad import Pad
from tk_desktop.base.progress import Progress
from tk_desktop.domain.vergaderset import Onderdeel, Onderdeelsoort, Vergaderset
from tk_desktop.export.namen import veilige_naam, vrije_naam
from tk_desktop.export.pdf import Bestand, is_los, write_pdf


class MapNietLeeg(TkError):
    """The folder for the files holds others: a file of an earlier set may tell what is besloten by now."""

    code = "TK-S13"
    melding = "In de map ‘{map}’ staan al andere bestanden, zoals ‘{bestand}’."
    veilig = "Er is niets geschreven."
    advies = "Kies een lege map. Zo blijft er geen oud stuk tussen de nieuwe staan."


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelbestand:
    """One file of a set in parts: its name and what is in it."""

    naam: str
    titel: str
    delen: tuple[Onderdeel, ...]


def split_per_punt(vergaderset: Vergaderset) -> tuple[Deelbestand, ...]:
    """Return the files that a set is made into: letter and agenda, then one for each item that has papers."""
    uit: list[Deelbestand] = []
    groepen: dict[str, list[Onderdeel]] = {}
    for deel in vergaderset.onderdelen:
        if deel.soort not in (Onderdeelsoort.INHOUD, Onderdeelsoort.SCHUTBLAD):
            groepen.setdefault(vergaderset.punt_van(deel) or deel.sleutel, []).append(deel)
    punten = {punt.id: punt for punt in vergaderset.opname.agendapunten}
    for sleutel, delen in groepen.items():
        punt = punten.get(sleutel)
        titel = f"{vergaderset.opname.nummers[sleutel]} {punt.titel}" if punt else delen[0].titel
        achter = " (besloten)" if punt and vergaderset.opname.is_besloten(punt) else ""
        if all(is_los(vergaderset, deel) for deel in delen):
            continue  # nothing to print: these files go by themselves
        naam = vrije_naam(veilige_naam(titel) + achter, ".pdf", [ander.naam for ander in uit])
        uit.append(Deelbestand(naam=naam, titel=titel, delen=tuple(delen)))
    return tuple(uit)


def write_per_punt(
    vergaderset: Vergaderset, map_: Path, *, bestand: Bestand, cache: Pad, progress: Progress | None = None
) -> tuple[Path, ...]:
    """Write a PDF for each item into a folder, and return them in order.

    All are made before one is put in place. Files of the same names are replaced; raises ``MapNietLeeg`` when the
    folder holds others, or the ``TkError`` of a part that cannot be read or written.
    """
    voortgang = progress or Progress()
    plan = split_per_punt(vergaderset)
    los = tuple(_losse(vergaderset, plan))
    _verwacht(map_, _namen(plan, los))
    with aside(map_) as naast:
        for deel in voortgang.each(plan, "Pdf per agendapunt"):
            write_pdf(
                vergaderset.met_alleen(deel.delen), naast / deel.naam, bestand=bestand, cache=cache, titel=deel.titel
            )
        for naam, som in los:
            fetch(bestand(som), naast / naam)
        return tuple(_zet_neer(naast / naam, map_ / naam) for naam in _namen(plan, los))


def _zet_neer(bron: Path, doel: Path) -> Path:
    with replacing(doel) as deel:
        copyfile(bron, deel)
    return doel


def _namen(plan: Sequence[Deelbestand], los: Sequence[tuple[str, str]]) -> list[str]:
    return [*(deel.naam for deel in plan), *(naam for naam, _ in los)]


def _losse(vergaderset: Vergaderset, plan: Sequence[Deelbestand]) -> Iterator[tuple[str, str]]:
    """Go through the files without pages that stand in no PDF: their names and their SHA-256."""
    gehad = {deel.sleutel for bestand in plan for deel in bestand.delen}
    namen = [deel.naam for deel in plan]
    for deel in vergaderset.onderdelen:
        if is_los(vergaderset, deel) and deel.sleutel not in gehad:
            naam = los_bestandsnaam(vergaderset, deel, namen)
            namen.append(naam)
            yield naam, vergaderset.opname.versies[deel.stuk_id or ""].sha256


def los_bestandsnaam(vergaderset: Vergaderset, deel: Onderdeel, bezet: Sequence[str]) -> str:
    """Return the name under which a file without pages goes along: its place, its title, its own extension."""
    achter = Path(vergaderset.opname.versies[deel.stuk_id or ""].bestandsnaam).suffix.lower()
    return vrije_naam(veilige_naam(stuknaam(deel)), veilige_naam(f"x{achter}")[1:], bezet)


def stuknaam(deel: Onderdeel) -> str:
    """Return what a file with one paper is called: ``2a bijlage 1 Projectplan``."""
    return f"{deel.label.replace('bijl.', 'bijlage')} {deel.titel}".strip() if deel.stuk_id else deel.titel


def _verwacht(map_: Path, namen: Sequence[str]) -> None:
    bekend = {naam.casefold() for naam in namen}
    vreemd = sorted(pad.name for pad in map_.glob("*") if pad.name.casefold() not in bekend) if map_.is_dir() else []
    if vreemd:
        raise MapNietLeeg(map=map_.name, bestand=vreemd[0])
