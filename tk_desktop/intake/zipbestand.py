"""Papers that came together in a ZIP: each is read by itself, and what is unsafe to unpack is named or refused.

The archive is measured before a byte is unpacked, and unpacked bite by bite: what it says of its sizes is the word
of somebody else. A path in a name is dropped, so that nothing can come outside the folder that is ours.
"""

import stat
import zipfile
from pathlib import Path, PurePosixPath
from typing import IO

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import replacing
from tk_desktop.intake.bericht import MEESTE_BIJLAGEN, Bericht, Weggelaten, veilige_naam
from tk_desktop.intake.bestandsnaam import NaamMisleidt, check_name
from tk_desktop.paper.word_package import ZIPFOUTEN, BoundedFile, WordTeGroot, shrinks_more

ZIPSOORT = "application/zip"
GROOTSTE_INHOUD = 400 * 1024 * 1024
"""A year of papers of a board is smaller."""
GROOTSTE_VERHOUDING = 200
"""Text shrinks to a tenth; what shrinks more than this is no paper."""
_KLEIN = 1024 * 1024
_HAP = 2**18
_GEPAKT = (".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".iso", ".cab")
_VAN_COMPUTER = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})


class ZipBeschadigd(TkError):
    """An archive that cannot be read, or that is shut with a password."""

    code = "TK-I75"
    melding = "‘{bestand}’ is niet ingenomen: het is beschadigd, met een wachtwoord gesloten of geen zipbestand."
    veilig = "Er is niets gewijzigd."
    advies = "Pak het zelf uit en neem de bestanden in."


class ZipTeGroot(TkError):
    """An archive that unpacks to more than papers can be."""

    code = "TK-I76"
    melding = "‘{bestand}’ is niet ingenomen: uitgepakt is het veel te groot voor stukken van een vergadering."
    veilig = "Uw vergadering is niet veranderd."
    advies = "Vraag de afzender om de stukken zelf. Open het bestand niet als u de afzender niet kent."


def lees_zip(bron: Path, map_: Path, ruimte: int = GROOTSTE_INHOUD) -> Bericht:
    """Return what an archive holds, unpacked into ``map_``, each file in a folder of its own: ``ruimte`` bytes at most.

    Raises ``NaamMisleidt``, ``ZipBeschadigd`` or ``ZipTeGroot``.
    """
    check_name(bron.name)
    paden: list[Path] = []
    weg: list[Weggelaten] = []
    try:
        with BoundedFile(bron) as stroom, zipfile.ZipFile(stroom) as pak:
            delen = [deel for deel in pak.infolist() if not deel.is_dir() and not _is_van_computer(deel)]
            _meet(delen, bron, ruimte)
            for nummer, deel in enumerate(delen, start=1):
                naam = veilige_naam(_naam(deel), f"bestand {nummer}")
                reden = _geen_stuk(deel, naam)
                if reden:
                    weg.append(Weggelaten(naam=_leesbaar(naam), reden=reden))
                    continue
                eigen = map_ / str(nummer)
                eigen.mkdir(parents=True, exist_ok=True)
                with pak.open(deel) as van, replacing(eigen / naam) as half, half.open("wb") as naar:
                    _kopieer(van, naar, deel.file_size, bron.name)
                paden.append(eigen / naam)
    except WordTeGroot as fout:  # a table of contents without end
        raise ZipTeGroot(bestand=bron.name) from fout
    except (*ZIPFOUTEN, OSError, ValueError, LookupError) as fout:
        raise ZipBeschadigd(bestand=bron.name) from fout
    return Bericht(bestand=bron.name, onderwerp=bron.stem, bijlagen=tuple(paden), weggelaten=tuple(weg), is_zip=True)


def _meet(delen: list[zipfile.ZipInfo], bron: Path, ruimte: int) -> None:
    """Refuse an archive by what it says of itself, before anything is unpacked."""
    if any(deel.flag_bits & 1 for deel in delen):
        raise ZipBeschadigd(bestand=bron.name)
    te_veel = len(delen) > MEESTE_BIJLAGEN or sum(deel.file_size for deel in delen) > ruimte
    if te_veel or shrinks_more(delen, bron.stat().st_size, GROOTSTE_VERHOUDING, _KLEIN):
        raise ZipTeGroot(bestand=bron.name)


def _kopieer(van: IO[bytes], naar: IO[bytes], omvang: int, bestand: str) -> None:
    """Unpack one file, no further than it said it would go."""
    gelezen = 0
    while hap := van.read(_HAP):
        gelezen += len(hap)
        if gelezen > omvang:
            raise ZipTeGroot(bestand=bestand)
        naar.write(hap)


def _geen_stuk(deel: zipfile.ZipInfo, naam: str) -> str:
    """Return why a file in the archive is no paper; nothing when it may be one."""
    try:
        check_name(naam)
    except NaamMisleidt:
        return "de naam verbergt wat voor bestand het is"
    if stat.S_ISLNK(deel.external_attr >> 16):
        return "het is een verwijzing naar een ander bestand"
    if naam.lower().endswith(_GEPAKT):
        return "het is een pakket in dit pakket; pak het uit en neem het apart in"
    return "" if deel.file_size else "het is leeg"


def _naam(deel: zipfile.ZipInfo) -> str:
    """Return the name as it was meant: UTF-8 also where the archive does not say so, else as Windows wrote it."""
    if deel.flag_bits & 0x800:
        return deel.filename
    try:
        ruw = deel.filename.encode("cp437")
    except UnicodeEncodeError:
        return deel.filename
    try:
        return ruw.decode("utf-8")
    except UnicodeDecodeError:
        return ruw.decode("cp850", "replace")


def _is_van_computer(deel: zipfile.ZipInfo) -> bool:
    plek = PurePosixPath(deel.filename.replace("\\", "/"))
    return "__MACOSX" in plek.parts or plek.name.casefold() in _VAN_COMPUTER or plek.name.startswith("~$")


def _leesbaar(naam: str) -> str:
    return "".join(teken if teken.isprintable() else "·" for teken in naam)
