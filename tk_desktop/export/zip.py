"""A set as one zip: a file for each paper, in folders for the items, all with names that tell what they are (D14)."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfileobj

from tk_desktop.base.files import aside, replacing
from tk_desktop.base.kluispad import Pad
from tk_desktop.base.progress import Progress
from tk_desktop.domain.vergaderset import Onderdeel, Onderdeelsoort, Vergaderset
from tk_desktop.export.bladen import bestandsnaam
from tk_desktop.export.gegevens import agenda_json
from tk_desktop.export.namen import veilige_naam, vrije_naam
from tk_desktop.export.pdf import Bestand, is_los, write_pdf
from tk_desktop.export.per_punt import los_bestandsnaam, stuknaam

_MAPNAAM = 60


@dataclass(frozen=True, slots=True)
class _Ingang:
    """One file in the zip: where, and which part it holds."""

    naam: str
    deel: Onderdeel


def write_zip(
    vergaderset: Vergaderset, target: Path, *, bestand: Bestand, cache: Pad, progress: Progress | None = None
) -> tuple[str, ...]:
    """Write every paper of the set into one zip, and return the names in it; the same set gives the same bytes.

    Only what stands in the plan goes along, names too. Raises the ``TkError`` of a part that cannot be read or
    written; a half-made zip never remains.
    """
    voortgang = progress or Progress()
    wortel = veilige_naam(bestandsnaam(vergaderset.opname, str(vergaderset.variant)))
    ingangen = tuple(_ingangen(vergaderset))
    with aside(target.parent) as naast:
        gemaakt: list[tuple[str, Pad]] = []
        for rang, ingang in enumerate(voortgang.each(ingangen, "Stukken in de zip")):
            gemaakt.append((ingang.naam, _maak(vergaderset, ingang, naast / f"{rang}.pdf", bestand, cache)))
        gegevens = naast / "agenda.json"
        gegevens.write_bytes(agenda_json(vergaderset.opname))
        gemaakt.append(("agenda.json", gegevens))
        with replacing(target) as deel, zipfile.ZipFile(deel, "w", zipfile.ZIP_STORED) as pakket:
            for naam, pad in gemaakt:
                _voeg_toe(pakket, f"{wortel}/{naam}", pad, vergaderset)
    return tuple(f"{wortel}/{naam}" for naam, _ in gemaakt)


def _ingangen(vergaderset: Vergaderset) -> Iterator[_Ingang]:
    mappen: dict[str, str] = {}
    namen: list[str] = ["agenda.json"]
    for deel in vergaderset.onderdelen:
        if deel.soort in (Onderdeelsoort.INHOUD, Onderdeelsoort.SCHUTBLAD):
            continue
        map_ = _map(vergaderset, deel, mappen)
        if is_los(vergaderset, deel):
            naam = f"{map_}{los_bestandsnaam(vergaderset, deel, [ander.removeprefix(map_) for ander in namen])}"
        else:
            achter = " (wordt nagezonden)" if deel.soort is Onderdeelsoort.NAGEZONDEN else ""
            naam = vrije_naam(f"{map_}{veilige_naam(stuknaam(deel))}{achter}", ".pdf", namen)
        namen.append(naam)
        yield _Ingang(naam, deel)


def _map(vergaderset: Vergaderset, deel: Onderdeel, mappen: dict[str, str]) -> str:
    """Return the folder of the main item a part belongs to, with the slash behind it; none for letter and agenda."""
    opname = vergaderset.opname
    id_ = vergaderset.punt_van(deel)
    if id_ is None:
        return ""
    hoofd = opname.hoofdpunt(opname.punt(id_))
    if hoofd.id not in mappen:
        achter = " (besloten)" if opname.is_besloten(hoofd) else ""
        naam = veilige_naam(f"{opname.nummers[hoofd.id]} {hoofd.titel}", _MAPNAAM) + achter
        mappen[hoofd.id] = vrije_naam(naam, "", mappen.values())
    return f"{mappen[hoofd.id]}/"


def _maak(vergaderset: Vergaderset, ingang: _Ingang, doel: Path, bestand: Bestand, cache: Pad) -> Pad:
    if is_los(vergaderset, ingang.deel):
        return bestand(vergaderset.opname.versies[ingang.deel.stuk_id or ""].sha256)
    write_pdf(vergaderset.met_alleen((ingang.deel,)), doel, bestand=bestand, cache=cache, titel=stuknaam(ingang.deel))
    return doel


def _voeg_toe(pakket: zipfile.ZipFile, naam: str, pad: Pad, vergaderset: Vergaderset) -> None:
    """Add a file as it is: with the day of the meeting, the rights of a usual file, and not packed once more."""
    dag = vergaderset.opname.vergadering.datum
    ingang = zipfile.ZipInfo(naam, (max(1980, dag.year), dag.month, dag.day, 0, 0, 0))
    ingang.create_system = 3
    ingang.external_attr = 0o100644 << 16
    with pakket.open(ingang, "w") as uit, pad.open("rb") as bron:
        copyfileobj(bron, uit)
