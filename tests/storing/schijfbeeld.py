"""A disk as it may be after the power failed: what was synced is there, what came later perhaps, in part, or torn.

The model is that of a disk with a journal for names (ext4, NTFS, APFS): a file holds for sure what was synced of it;
each later write to it got there or not, whole or in sectors, in any order. Names (made, renamed, removed) get there in
their order; for sure are those until a sync of a folder that one of them changed. A sync of a file does nothing for its
name.
"""

import os
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path, PurePosixPath
from random import Random

_KOP = struct.Struct("<ciiqII")
_MAP = "/"


class Lot(Enum):
    """What becomes of what was not synced."""

    WEG = "alles weg"
    ER = "alles er"
    GESCHEURD = "namen er, schrijven gescheurd op 512 bytes"
    HALF = "een deel van de namen, schrijven gescheurd op 4096 bytes"


@dataclass(frozen=True, slots=True)
class Handeling:
    """One thing that the program did to the disk (``schrijflog.c`` tells what ``wat`` is)."""

    wat: str
    proces: int
    fd: int
    plek: int
    een: bytes
    twee: bytes


def lees_log(pad: Path) -> Iterator[Handeling]:
    """Yield what was logged."""
    gegevens = pad.read_bytes()
    plek = 0
    while plek < len(gegevens):
        wat, proces, fd, waar, n1, n2 = _KOP.unpack_from(gegevens, plek)
        plek += _KOP.size
        yield Handeling(
            wat.decode(), proces, fd, waar, gegevens[plek : plek + n1], gegevens[plek + n1 : plek + n1 + n2]
        )
        plek += n1 + n2


@dataclass(slots=True, eq=False)
class _Bestand:
    """A file: what it surely holds, and what was done to it since (a place with bytes, or with ``None``: cut off)."""

    vast: bytes = b""
    los: list[tuple[int, bytes | None]] = field(default_factory=list)

    def nu(self) -> bytes:
        return self.na(self.los)

    def na(self, wat: list[tuple[int, bytes | None]]) -> bytes:
        inhoud = bytearray(self.vast)
        for plek, gegevens in wat:
            if gegevens is None:
                del inhoud[plek:]
                inhoud.extend(bytes(plek - len(inhoud)))
            else:
                inhoud.extend(bytes(max(0, plek - len(inhoud))))
                inhoud[plek : plek + len(gegevens)] = gegevens
        return bytes(inhoud)

    def gescheurd(self, kans: Random, sector: int) -> bytes:
        """What may be there: of each write nothing, everything, or some of its sectors."""
        over: list[tuple[int, bytes | None]] = []
        for plek, gegevens in self.los:
            lot = kans.random()
            if lot < 0.3:
                continue
            if gegevens is None or lot < 0.6:
                over.append((plek, gegevens))
                continue
            for begin in range(0, len(gegevens), sector):
                if kans.random() < 0.5:
                    over.append((plek + begin, gegevens[begin : begin + sector]))
        return self.na(over)


_Naam = tuple[str, _Bestand | None]
"""A name that is given (to a file, or ``None``: to a folder)."""


@dataclass(frozen=True, slots=True)
class _Naamgeving:
    """Names that went and came at once, and the folders that this changed."""

    weg: tuple[str, ...]
    bij: tuple[_Naam, ...]
    mappen: frozenset[str]


class Schijf:
    """The disk under one folder, as the program sees it and as it surely is."""

    def __init__(self, wortel: Path) -> None:
        """Begin with what is there, all of it synced."""
        self._wortel = str(wortel)
        self._namen: dict[str, _Bestand | None] = {}
        for pad in sorted(wortel.rglob("*")):
            self._namen[str(pad)] = None if pad.is_dir() else _Bestand(pad.read_bytes())
        self._vast = dict(self._namen)
        self._los: list[_Naamgeving] = []
        self._open: dict[tuple[int, int], _Bestand | str] = {}

    def doe(self, een: Handeling) -> None:
        """Let one thing be done to the disk."""
        sleutel, pad = (een.proces, een.fd), "" if een.wat == "W" else os.fsdecode(een.een)
        match een.wat:
            case "O":
                self._open[sleutel] = self._geopend(pad, een.plek)
            case "C":
                self._open.pop(sleutel, None)
            case "D":
                self._open[een.proces, een.plek] = self._open[sleutel]
            case "W":
                self._bestand(sleutel).los.append((een.plek, een.een))
            case "T":
                self._bestand(sleutel).los.append((een.plek, None))
            case "S":
                self._sync(self._open[sleutel])
            case "R":
                self._hernoem(pad, os.fsdecode(een.twee))
            case "U" | "X":
                self._geef((pad,), ())
            case "M":
                self._geef((), ((pad, None),))
            case _:
                raise AssertionError(een.wat)

    def beeld(self, lot: Lot, kans: Random) -> dict[str, bytes | None]:
        """Return what may be on the disk when the power fails now: bytes by path, ``None`` for a folder."""
        namen = dict(self._vast)
        aantal = {Lot.WEG: 0, Lot.HALF: kans.randint(0, len(self._los))}.get(lot, len(self._los))
        for een in self._los[:aantal]:
            _geef_namen(namen, een)
        return {
            pad.removeprefix(self._wortel + "/"): None if bestand is None else _inhoud(bestand, lot, kans)
            for pad, bestand in sorted(namen.items(), key=lambda paar: paar[0])
        }

    def _bestand(self, sleutel: tuple[int, int]) -> _Bestand:
        bestand = self._open[sleutel]
        assert isinstance(bestand, _Bestand)
        return bestand

    def _geopend(self, pad: str, vlaggen: int) -> _Bestand | str:
        if pad == self._wortel or (pad in self._namen and self._namen[pad] is None):
            return pad
        bestand = self._namen.get(pad)
        if bestand is None:
            bestand = _Bestand()
            self._geef((), ((pad, bestand),))
        elif vlaggen & os.O_TRUNC:
            bestand.los.append((0, None))
        return bestand

    def _hernoem(self, van: str, naar: str) -> None:
        onder = [pad for pad in self._namen if pad == van or pad.startswith(van + "/")]
        self._geef((*onder, naar), tuple((naar + pad[len(van) :], self._namen[pad]) for pad in onder))

    def _geef(self, weg: tuple[str, ...], bij: tuple[_Naam, ...]) -> None:
        mappen = frozenset(str(PurePosixPath(pad).parent) for pad in (*weg, *(naam for naam, _ in bij)))
        een = _Naamgeving(weg, bij, mappen)
        _geef_namen(self._namen, een)
        self._los.append(een)

    def _sync(self, wat: _Bestand | str) -> None:
        if isinstance(wat, _Bestand):
            wat.vast, wat.los = wat.nu(), []
            return
        tot = max((nummer + 1 for nummer, een in enumerate(self._los) if wat in een.mappen), default=0)
        for een in self._los[:tot]:
            _geef_namen(self._vast, een)
        del self._los[:tot]


def _geef_namen(namen: dict[str, _Bestand | None], een: _Naamgeving) -> None:
    for pad in een.weg:
        namen.pop(pad, None)
    namen.update(een.bij)


def _inhoud(bestand: _Bestand, lot: Lot, kans: Random) -> bytes:
    match lot:
        case Lot.WEG:
            return bestand.vast
        case Lot.ER:
            return bestand.nu()
        case Lot.GESCHEURD:
            return bestand.gescheurd(kans, 512)
        case Lot.HALF:
            return bestand.gescheurd(kans, 4096)


def zet_neer(beeld: Mapping[str, bytes | None], map_: Path) -> None:
    """Make a folder what the disk is."""
    for naam, inhoud in beeld.items():
        pad = map_ / naam
        if inhoud is None:
            pad.mkdir(parents=True, exist_ok=True)
        else:
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.write_bytes(inhoud)
