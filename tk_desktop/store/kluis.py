"""Protection at rest: a werkmap of which every byte on the disk is encrypted (F3, J12; BUNDLES, Besloten at rest).

One key opens the database (SQLCipher), the received files and what was made of them (``Kluispad``), and the copies. Who
has no key sees how many files there are and how large, and no word of what stands in them. The key comes from outside
(``exchange.bescherming``); it is never kept here.
"""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import erase, not_written, replacing, sweep, sync_folder
from tk_desktop.base.kluispad import Blokslot, Kluispad, Pad
from tk_desktop.base.progress import Progress
from tk_desktop.store.driver import DATABASE, verbind
from tk_desktop.store.vertaling import in_het_nederlands

KLUIS = "kluis.json"
"""The file that says that a werkmap is protected, and lets a key be tried."""
_STUKKEN, _KOPIEEN, _CACHE = "stukken", "kopieen", "cache"
_WISSEL = ".wissel"
"""The folder in which the other form of a werkmap is made."""
_BESLOTEN_OP = "klaar.json"
"""The file in it that says that it is whole, and takes the place of what there was."""
_PROEF = b"tk-desktop kluis 1"
_HAP = 1024 * 1024


class WerkmapVergrendeld(TkError):
    """A protected werkmap was to be opened without its key."""

    code = "TK-D20"
    melding = "De werkmap ‘{map}’ is beschermd met een wachtwoord."
    veilig = "De inhoud blijft gesloten en is niet gewijzigd."
    advies = "Geef het wachtwoord van deze werkmap."


class SleutelPastNiet(TkError):
    """The keys of this device belong to another werkmap than the one they lie in."""

    code = "TK-D21"
    melding = "De sleutels in de werkmap ‘{map}’ horen bij een andere werkmap."
    veilig = "Er is niets gewijzigd."
    advies = "Zet het bestand sleutels.json terug uit een reservekopie van deze werkmap."


@dataclass(frozen=True, slots=True)
class Kluis:
    """The open lock of one werkmap; belongs to whoever unlocked it and is nowhere written.

    ``slot`` locks and unlocks the files, ``database`` are the 32 bytes with which the database is encrypted.
    """

    slot: Blokslot = field(repr=False)
    database: bytes = field(repr=False)

    def pad(self, pad: Path) -> Kluispad:
        """Return a place on the disk as one of this werkmap."""
        return Kluispad(pad, self.slot)

    def past_op(self, map_: Path) -> bool:
        """Tell whether this is the key of a werkmap."""
        try:
            return self.pad(map_ / KLUIS).read_bytes() == _PROEF
        except OSError:
            return False


def sleutel_van(kluis: Kluis | None) -> bytes | None:
    """Return what the database of a werkmap is encrypted with, ``None`` when it is not."""
    return None if kluis is None else kluis.database


def met_kluis(pad: Path, kluis: Kluis | None) -> Pad:
    """Return a place in a werkmap as it is read and written."""
    return pad if kluis is None else kluis.pad(pad)


def is_beschermd(map_: Path) -> bool:
    """Tell whether a werkmap is protected, or will be once what was begun is finished (``maak_af``)."""
    besluit = _besluit(map_)
    return (map_ / KLUIS).is_file() if besluit is None else KLUIS not in besluit["weg"]


def bescherm(map_: Path, kluis: Kluis, progress: Progress | None = None) -> None:
    """Encrypt a whole werkmap that nobody has open; the clear files are written over and gone.

    It is made anew beside the old one and takes its place at once: a fault or a power cut leaves the one or the other
    (``maak_af``). Raises ``NietSchrijfbaar``, ``SchijfVol`` or a fault of the database.
    """
    _wissel(map_, None, kluis, progress or Progress())


def ontneem_bescherming(map_: Path, kluis: Kluis, progress: Progress | None = None) -> None:
    """Make a protected werkmap that nobody has open an ordinary one again; raises as ``bescherm``."""
    _wissel(map_, kluis, None, progress or Progress())


def maak_af(map_: Path) -> None:
    """Finish what ``bescherm`` or ``ontneem_bescherming`` began and could not end; a werkmap is whole after it."""
    wissel = map_ / _WISSEL
    if not wissel.is_dir():
        return
    besluit = _besluit(map_)
    if besluit is not None:
        for naam in besluit["weg"]:
            _wis(map_ / naam)
            (map_ / naam).unlink(missing_ok=True)
        for naam in besluit["in"]:
            if (wissel / naam).exists():  # else it was put in place before the power went
                _wis(map_ / naam)
                (wissel / naam).replace(map_ / naam)  # the name of the database is there at any moment
        sync_folder(map_)
        (wissel / _BESLOTEN_OP).unlink()  # first: what is left of the folder then decides nothing
        sync_folder(wissel)
    shutil.rmtree(wissel)
    sync_folder(map_)


def _besluit(map_: Path) -> dict[str, list[str]] | None:
    """Return what goes and what comes in its place, once the other form of a werkmap was whole."""
    pad = map_ / _WISSEL / _BESLOTEN_OP
    if not pad.is_file():
        return None
    besluit: dict[str, list[str]] = json.loads(pad.read_text("utf-8"))
    return besluit


def _wissel(map_: Path, oud: Kluis | None, nieuw: Kluis | None, progress: Progress) -> None:
    try:
        maak_af(map_)  # what was decided before is all there is of this werkmap
        if is_beschermd(map_) is not (nieuw is not None):
            _besluit_en_doe(map_, oud, nieuw, progress)
    except OSError as fout:
        raise not_written(map_, fout) from fout


def _besluit_en_doe(map_: Path, oud: Kluis | None, nieuw: Kluis | None, progress: Progress) -> None:
    wissel = map_ / _WISSEL
    try:
        with in_het_nederlands(map_):
            _maak(map_, wissel, oud, nieuw, progress)
        for pad in (wissel / _STUKKEN, wissel / _KOPIEEN, wissel, map_):
            sync_folder(pad)
        besluit = {"weg": [_CACHE, KLUIS] if nieuw is None else [_CACHE], "in": [_STUKKEN, _KOPIEEN, KLUIS, DATABASE]}
        with replacing(wissel / _BESLOTEN_OP) as deel:
            deel.write_text(json.dumps(besluit), "utf-8")
    except BaseException:
        shutil.rmtree(wissel, ignore_errors=True)
        raise
    maak_af(map_)


def _maak(map_: Path, wissel: Path, oud: Kluis | None, nieuw: Kluis | None, progress: Progress) -> None:
    (wissel / _STUKKEN).mkdir(parents=True)
    (wissel / _KOPIEEN).mkdir()
    sweep(map_)
    for bron in progress.each(tuple(_bestanden(map_)), "Stukken versleutelen" if nieuw else "Stukken ontsleutelen"):
        doel = met_kluis(wissel / bron.relative_to(map_), nieuw)
        with met_kluis(bron, oud).open("rb") as van, replacing(doel) as deel, deel.open("wb") as naar:
            shutil.copyfileobj(van, naar, _HAP)
    for kopie in sorted((map_ / _KOPIEEN).glob("*.db")):
        _zet_over(kopie, wissel / _KOPIEEN / kopie.name, oud, nieuw)
    _zet_over(map_ / DATABASE, wissel / DATABASE, oud, nieuw)
    if nieuw is not None:
        with replacing(nieuw.pad(wissel / KLUIS)) as kaart:
            kaart.write_bytes(_PROEF)


def _bestanden(map_: Path) -> Iterator[Path]:
    return (pad for pad in sorted((map_ / _STUKKEN).glob("??/*")) if pad.is_file())


def _zet_over(bron: Path, doel: Path, oud: Kluis | None, nieuw: Kluis | None) -> None:
    """Write a database with another key, or without one, and look whether it is whole."""
    sleutel = "" if nieuw is None else f"x'{nieuw.database.hex()}'"
    with closing(verbind(bron, sleutel_van(oud))) as db:
        db.execute("ATTACH DATABASE :doel AS nieuw KEY :sleutel", {"doel": str(doel), "sleutel": sleutel})
        db.execute("PRAGMA nieuw.journal_mode = OFF")  # it counts once it is whole, and is synced below
        db.execute("PRAGMA nieuw.synchronous = OFF")
        db.execute("SELECT sqlcipher_export('nieuw')")
        db.execute("DETACH DATABASE nieuw")
    with closing(verbind(doel, sleutel_van(nieuw))) as db:
        klachten = [klacht for (klacht,) in db.execute("PRAGMA integrity_check") if klacht != "ok"]
        if klachten:
            raise OSError(f"de nieuwe database is niet heel: {klachten[0]}")
    with doel.open("rb+") as stroom:
        os.fsync(stroom.fileno())


def _wis(pad: Path) -> None:
    """Write over what is in a file, or in a folder that goes with it; what a disk keeps of it is beyond a program."""
    if pad.is_dir():
        for bestand in sorted(pad.rglob("*")):
            if bestand.is_file():
                erase(bestand)
        shutil.rmtree(pad)
    elif pad.exists():
        erase(pad)
