"""A file that lies encrypted on the disk and is read and written as if it did not (J12, F3).

A path in a protected folder offers what our code asks of a ``Path``, and is none: a library that wants to open it by
name gets a ``TypeError`` instead of a clear copy on the disk. What is read is unlocked block by block, in memory alone.
"""

import errno
import io
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal, Protocol, TypeVar, cast, overload

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer

_KOP = b"TKKLUIS1"
_EIGEN = 16
"""Bytes that make the blocks of one file other than those of any other."""
BLOK = 64 * 1024
"""Clear bytes in a block. The last block has fewer and says that it is the last: a file that was cut off shows."""
_LAATSTE = 1 << 63


class Blokslot(Protocol):
    """What locks and unlocks one block, which then has ``erbij`` bytes more; ``plaats`` (24 bytes) is used once."""

    erbij: int

    def sluit(self, blok: bytes, plaats: bytes) -> bytes:
        """Return the block as it lies on the disk."""
        ...

    def ontsluit(self, blok: bytes, plaats: bytes) -> bytes:
        """Return the block as it was, or raise ``ValueError`` when it was changed or the key is another."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Staat:
    """How large a file is to who reads it, and when it was last changed (as ``os.stat_result``)."""

    st_size: int
    st_mtime_ns: int


@dataclass(frozen=True, slots=True)
class Kluispad:
    """A file or folder of which the contents are readable with a key alone; ``pad`` is where it lies on the disk."""

    pad: Path
    slot: Blokslot

    def __truediv__(self, naam: str) -> "Kluispad":
        return Kluispad(self.pad / naam, self.slot)

    def __lt__(self, ander: "Kluispad") -> bool:
        return self.pad < ander.pad

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.pad.name

    @property
    def stem(self) -> str:
        """The last part without its suffix."""
        return self.pad.stem

    @property
    def suffix(self) -> str:
        """The suffix, with its dot."""
        return self.pad.suffix

    @property
    def parent(self) -> "Kluispad":
        """The folder it lies in."""
        return Kluispad(self.pad.parent, self.slot)

    def with_suffix(self, suffix: str) -> "Kluispad":
        """Return the path with another suffix."""
        return Kluispad(self.pad.with_suffix(suffix), self.slot)

    def with_name(self, naam: str) -> "Kluispad":
        """Return the path with another last part."""
        return Kluispad(self.pad.with_name(naam), self.slot)

    def glob(self, patroon: str) -> Iterator["Kluispad"]:
        """Yield what in this folder fits a pattern."""
        return (Kluispad(pad, self.slot) for pad in self.pad.glob(patroon))

    def exists(self) -> bool:
        """Tell whether it is there."""
        return self.pad.exists()

    def is_file(self) -> bool:
        """Tell whether it is a file."""
        return self.pad.is_file()

    def is_dir(self) -> bool:
        """Tell whether it is a folder."""
        return self.pad.is_dir()

    def mkdir(self, *, parents: bool = False, exist_ok: bool = False) -> None:
        """Make the folder."""
        self.pad.mkdir(parents=parents, exist_ok=exist_ok)

    def rmdir(self) -> None:
        """Remove the empty folder."""
        self.pad.rmdir()

    def unlink(self, *, missing_ok: bool = False) -> None:
        """Remove the file."""
        self.pad.unlink(missing_ok=missing_ok)

    def replace(self, doel: "Kluispad") -> "Kluispad":
        """Put the file in the place of another one that has the same key."""
        self.pad.replace(doel.pad)
        return doel

    def stat(self) -> Staat:
        """Return the size and the moment of the file, or raise ``OSError``."""
        staat = self.pad.stat()
        return Staat(st_size=_leesbaar(staat.st_size, self.slot), st_mtime_ns=staat.st_mtime_ns)

    @overload
    def open(self, mode: Literal["rb"] = "rb", buffering: int = -1) -> io.BufferedReader: ...

    @overload
    def open(self, mode: Literal["wb", "xb"], buffering: int = -1) -> BinaryIO: ...

    def open(self, mode: Literal["rb", "wb", "xb"] = "rb", buffering: int = -1) -> BinaryIO:
        """Open the file to read anywhere in it, or to write from beginning to end; raises ``OSError``.

        With ``buffering`` 0 what is written is given on unbuffered, as a ``RawIOBase``.
        """
        if mode == "rb":
            return io.BufferedReader(_Lezer(self.pad, self.slot), BLOK)
        schrijver = _Schrijver(self.pad, self.slot, mode)
        return cast(BinaryIO, schrijver if buffering == 0 else io.BufferedWriter(schrijver, BLOK))

    def read_bytes(self) -> bytes:
        """Return all that is in the file."""
        with self.open("rb") as stroom:
            return stroom.read()

    def write_bytes(self, gegevens: bytes) -> int:
        """Make this all that is in the file."""
        with self.open("wb") as stroom:
            return stroom.write(gegevens)

    def read_text(self, encoding: str) -> str:
        """Return the text in the file."""
        return self.read_bytes().decode(encoding)

    def write_text(self, tekst: str, encoding: str) -> int:
        """Make this text all that is in the file."""
        return self.write_bytes(tekst.encode(encoding))


Pad = Path | Kluispad
"""Where a file of the werkmap lies: as it is, or protected."""
P = TypeVar("P", bound=Pad)
"""A path that comes back as it went in."""


def op_schijf(pad: Pad) -> Path:
    """Return where a file lies on the disk, whether it can be read there or not."""
    return pad if isinstance(pad, Path) else pad.pad


def met_slot_van(ander: P, pad: Path) -> P:
    """Return a place on the disk as protected as another one is."""
    return cast(P, pad if isinstance(ander, Path) else Kluispad(pad, ander.slot))


def leesbron(pad: Pad) -> Path | BinaryIO:
    """Return what a library reads a file from: its name, or what unlocks it as it is read."""
    return pad if isinstance(pad, Path) else pad.open("rb")


class _Lezer(io.RawIOBase):
    """Reads a protected file, a block at a time."""

    def __init__(self, pad: Path, slot: Blokslot) -> None:
        self._slot = slot
        self._stroom = pad.open("rb")
        kop = self._stroom.read(len(_KOP) + _EIGEN)
        self._eigen = kop[len(_KOP) :]
        self._groot = _leesbaar(os.fstat(self._stroom.fileno()).st_size, slot)
        self._plek = 0
        self._blok: tuple[int, bytes] = (-1, b"")
        try:
            if not kop.startswith(_KOP) or len(self._eigen) < _EIGEN:
                raise _beschadigd(pad)
            self._ontsloten(self._groot // BLOK)  # the last block is there, and says that it is the last
        except BaseException:
            self.close()
            raise

    def readable(self) -> bool:
        """Say that this file can be read."""
        return True

    def seekable(self) -> bool:
        """Say that it can be read anywhere."""
        return True

    def seek(self, plek: int, vanaf: int = io.SEEK_SET) -> int:
        """Go to a place."""
        begin = {io.SEEK_SET: 0, io.SEEK_CUR: self._plek, io.SEEK_END: self._groot}[vanaf]
        self._plek = max(0, begin + plek)
        return self._plek

    def tell(self) -> int:
        """Return the place."""
        return self._plek

    def readinto(self, doel: "WriteableBuffer", /) -> int:
        """Read what is left of the block at this place, at most as much as fits."""
        zicht = memoryview(doel).cast("B")
        if self._plek >= self._groot or not len(zicht):
            return 0
        nummer, begin = divmod(self._plek, BLOK)
        deel = self._ontsloten(nummer)[begin : begin + len(zicht)]
        zicht[: len(deel)] = deel
        self._plek += len(deel)
        return len(deel)

    def close(self) -> None:
        """Close the file and forget what was unlocked."""
        self._blok = (-1, b"")
        self._stroom.close()
        super().close()

    def _ontsloten(self, nummer: int) -> bytes:
        if self._blok[0] != nummer:
            self._stroom.seek(len(_KOP) + _EIGEN + nummer * (BLOK + self._slot.erbij))
            dicht = self._stroom.read(BLOK + self._slot.erbij)
            plaats = _plaats(self._eigen, nummer, laatste=nummer == self._groot // BLOK)
            try:
                self._blok = (nummer, self._slot.ontsluit(dicht, plaats))
            except ValueError as fout:
                raise _beschadigd(Path(self._stroom.name)) from fout
        return self._blok[1]


class _Schrijver(io.RawIOBase):
    """Writes a protected file from beginning to end; only whole blocks reach the disk, and those locked."""

    def __init__(self, pad: Path, slot: Blokslot, mode: Literal["wb", "xb"]) -> None:
        self._slot = slot
        self._eigen = os.urandom(_EIGEN)
        self._rest = bytearray()
        self._nummer = 0
        self._plek = 0
        self._stroom = pad.open(mode)
        self._stroom.write(_KOP + self._eigen)

    def writable(self) -> bool:
        """Say that this file can be written."""
        return True

    def tell(self) -> int:
        """Return how much was written."""
        return self._plek

    def write(self, gegevens: "ReadableBuffer", /) -> int:
        """Take what comes next."""
        self._rest += gegevens
        klaar = 0
        while len(self._rest) - klaar >= BLOK:
            self._schrijf(bytes(self._rest[klaar : klaar + BLOK]), laatste=False)
            klaar += BLOK
        del self._rest[:klaar]
        geschreven = memoryview(gegevens).nbytes
        self._plek += geschreven
        return geschreven

    def close(self) -> None:
        """Write the last block and close the file."""
        if self.closed:
            return
        try:
            self._schrijf(bytes(self._rest), laatste=True)
        finally:
            self._rest.clear()
            self._stroom.close()
            super().close()

    def _schrijf(self, blok: bytes, *, laatste: bool) -> None:
        self._stroom.write(self._slot.sluit(blok, _plaats(self._eigen, self._nummer, laatste=laatste)))
        self._nummer += 1


def _plaats(eigen: bytes, nummer: int, *, laatste: bool) -> bytes:
    return eigen + (nummer | (_LAATSTE if laatste else 0)).to_bytes(8, "big")


def _leesbaar(op_schijf_: int, slot: Blokslot) -> int:
    """Return the clear bytes in a file of that size on the disk."""
    hele, rest = divmod(max(0, op_schijf_ - len(_KOP) - _EIGEN), BLOK + slot.erbij)
    return hele * BLOK + max(0, rest - slot.erbij)


def _beschadigd(pad: Path) -> OSError:
    return OSError(errno.EIO, "het bestand is beschadigd of van een andere sleutel", pad.name)
