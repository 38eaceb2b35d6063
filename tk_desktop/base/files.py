"""Files that are whole or not there: written beside their target, synced, then put in place."""

import errno
import hashlib
import os
import platform
import re
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from tk_desktop.base.errors import (
    BestandInGebruik,
    BestandNietGevonden,
    BestandNietLeesbaar,
    BestandVerdwenen,
    NietSchrijfbaar,
    SchijfVol,
    TkError,
)
from tk_desktop.base.kluispad import P, Pad, met_slot_van, op_schijf
from tk_desktop.base.verbruik import leeft

_OUD = 3600
"""Seconds after which a beginning is surely nobody's work any more."""

_HAP = 1024 * 1024

_EIGEN = re.compile(r"\.tk-([0-9a-f]{12})-(\d+)-")
"""The name of a private folder: which computer made it, and which process there."""

_WEG = {errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.EIO, errno.ESTALE, errno.ENOTCONN}
"""What the system says of a folder that went away while it was written in: a stick, a share on the network."""

_SOM = re.compile(r"[0-9a-f]{64}")


@contextmanager
def replacing(target: P) -> Iterator[P]:
    """Give a path beside ``target`` to write to, protected when that is; put it in place when the block ends well.

    On any failure the half-made file is removed and ``target`` is as it was. Raises ``SchijfVol``,
    ``BestandInGebruik`` when another program holds the target, or ``NietSchrijfbaar`` when its folder cannot be
    written.
    """
    doel = op_schijf(target)
    try:
        doel.parent.mkdir(parents=True, exist_ok=True)
        sweep(doel.parent)
        handle, naam = tempfile.mkstemp(prefix=".tk-", suffix=".deel", dir=doel.parent)
        os.close(handle)
    except OSError as fout:
        raise not_written(doel, fout) from fout
    deel = Path(naam)
    try:
        yield met_slot_van(target, deel)
        with deel.open("rb+") as open_deel:
            os.fsync(open_deel.fileno())
        _permit_as_usual(deel)
        deel.replace(doel)
        sync_folder(doel.parent)
    except OSError as fout:
        raise not_written(doel, fout) from fout
    finally:
        deel.unlink(missing_ok=True)


def sweep(map_: Path, *, alle: bool = False) -> None:
    """Remove what a killed program left half-made in a folder: our own beginnings of more than an hour old.

    With ``alle`` younger ones too: who asks that knows that nobody writes there now.
    A private folder goes as soon as the program that made it on this computer is no more: what is secret lay in it.
    """
    grens = time.time() - _OUD
    for pad in map_.glob(".tk-*"):
        try:
            oud = pad.stat().st_mtime < grens
        except OSError:
            continue  # another program was first
        if (oud or _is_van_niemand(pad)) and pad.is_dir():
            _permit_removal(pad)
            shutil.rmtree(pad, ignore_errors=True)
        elif (oud or alle) and pad.suffix == ".deel":
            pad.unlink(missing_ok=True)


def _is_van_niemand(pad: Path) -> bool:
    """Tell whether a private folder was made on this computer by a program that ended."""
    merk = _EIGEN.match(pad.name)
    return merk is not None and merk[1] == _computer() and not leeft(int(merk[2]))


def _computer() -> str:
    return hashlib.sha256(platform.node().encode()).hexdigest()[:12]


def _permit_removal(map_: Path) -> None:
    """Make what is only to be read writable: Windows does not remove it otherwise."""
    for pad in map_.rglob("*"):
        with suppress(OSError):
            pad.chmod(stat.S_IREAD | stat.S_IWRITE | (stat.S_IEXEC if pad.is_dir() else 0))


@contextmanager
def aside(map_: P) -> Iterator[P]:
    """Give a private folder on the disk of ``map_`` that is gone when the block ends, whether ``map_`` exists or not.

    What is secret stays on the disk the user chose for it, as protected as ``map_`` is, and can be put in place by
    renaming.
    """
    ouder = op_schijf(map_)
    while not ouder.is_dir():
        ouder = ouder.parent
    naast = private_folder(ouder)
    try:
        yield met_slot_van(map_, naast)
    finally:
        shutil.rmtree(naast, ignore_errors=True)


def private_folder(map_: Path) -> Path:
    """Make a private folder inside ``map_`` that its maker removes; what a killed program left there goes first.

    Raises ``SchijfVol`` or ``NietSchrijfbaar``.
    """
    sweep(map_)
    try:
        return Path(tempfile.mkdtemp(prefix=f".tk-{_computer()}-{os.getpid()}-", dir=map_))
    except OSError as fout:
        raise not_written(map_, fout) from fout


def fetch(bron: Pad, doel: P) -> P:
    """Copy a file of somebody else to ``doel``, whole, and return that path; the file itself is only read.

    Raises ``BestandVerdwenen`` or ``BestandNietLeesbaar``, or for the copy ``SchijfVol`` or ``NietSchrijfbaar``.
    """
    try:
        with bron.open("rb") as van:
            return _copied(van, bron, doel)
    except (PermissionError, IsADirectoryError) as fout:
        raise BestandNietLeesbaar(bestand=bron.name) from fout
    except OSError as fout:
        raise BestandVerdwenen(bestand=bron.name) from fout


def _copied(van: BinaryIO, bron: Pad, doel: P) -> P:
    try:
        doel.parent.mkdir(parents=True, exist_ok=True)
        with doel.open("xb") as naar:
            while hap := _bite(van, bron):
                naar.write(hap)
    except OSError as fout:
        raise not_written(op_schijf(doel), fout) from fout
    return doel


def _bite(van: BinaryIO, bron: Pad) -> bytes:
    try:
        return van.read(_HAP)
    except OSError as fout:  # the stick was pulled out, the server went away
        raise BestandVerdwenen(bestand=bron.name) from fout


def erase(pad: Path) -> None:
    """Write over what is in a file, so that removing it leaves nothing to read; raises ``OSError``."""
    with pad.open("r+b") as stroom:
        rest = os.fstat(stroom.fileno()).st_size
        while rest > 0:
            rest -= stroom.write(bytes(min(_HAP, rest)))
        stroom.flush()
        os.fsync(stroom.fileno())


def read_bytes(bron: Pad) -> bytes:
    """Return the contents of a file, or raise ``BestandNietGevonden``."""
    try:
        return bron.read_bytes()
    except OSError as fout:
        raise BestandNietGevonden(bestand=bron.name) from fout


def size_of(bron: Pad) -> int:
    """Return how many bytes are in a file, or raise ``BestandNietGevonden``."""
    try:
        return bron.stat().st_size
    except OSError as fout:
        raise BestandNietGevonden(bestand=bron.name) from fout


def sha256(bron: Pad) -> str:
    """Return the SHA-256 of a file as 64 hexadecimal digits, or raise ``BestandNietGevonden``."""
    try:
        return _digest(bron)
    except OSError as fout:
        raise BestandNietGevonden(bestand=bron.name) from fout


def sha256_of_written(target: Path) -> str:
    """Return the SHA-256 of a file that was just written, or raise ``NietSchrijfbaar``: it went with its stick."""
    try:
        return _digest(target)
    except OSError as fout:
        raise not_written(target, fout) from fout


def _digest(bron: Pad) -> str:
    with bron.open("rb") as stroom:
        return hashlib.file_digest(stroom, "sha256").hexdigest()


def not_written(target: Path, fout: OSError) -> TkError:
    """Return what the user is told when the system refused to write a file."""
    naam = "een bestand in de werkmap" if _SOM.fullmatch(target.stem) else target.name
    if fout.errno in (errno.ENOSPC, errno.EDQUOT):
        return SchijfVol(bestand=naam)
    if isinstance(fout, PermissionError) and fout.filename2 is not None and target.is_file():
        return BestandInGebruik(bestand=naam)  # the folder takes files, so it is this one that is held
    if fout.errno in _WEG:
        return NietSchrijfbaar(bestand=naam, oorzaak="de map of de stick is er niet meer")
    redenen = {errno.EROFS: "de map is alleen-lezen", errno.EACCES: "u mag daar niet schrijven"}
    return NietSchrijfbaar(bestand=naam, oorzaak=redenen.get(fout.errno or 0, "de computer weigert het"))


def _permit_as_usual(deel: Path) -> None:
    """Give the file the rights a file made by hand would have (``mkstemp`` makes it private)."""
    masker = os.umask(0)
    os.umask(masker)
    deel.chmod(0o666 & ~masker)


def sync_folder(map_: Path) -> None:
    """Let the names in a folder outlast a power failure, where the system can sync a folder (not on Windows)."""
    if os.name == "nt":
        return
    handle = os.open(map_, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
