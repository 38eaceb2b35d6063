"""Reads ``winmail.dat``, in which Outlook wraps what it sends to a mail program that is not Outlook (MS-OXTNEF).

It is a row of attributes: level, kind, length, contents, sum. Those of one attachment follow on ``_BEGIN``.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from tk_desktop.intake.berichtdelen import Ruwdeel, Ruwsoort

NAAM, MEDIA = "winmail.dat", ("application/ms-tnef", "application/vnd.ms-tnef")
_MERK = 0x223E9F78
_KOP, _SOM = struct.Struct("<BII"), 2
_BEGIN, _TITEL, _GEGEVENS, _EIGENSCHAPPEN = 0x00069002, 0x00018010, 0x0006800F, 0x00069005
_TEKENSET = 0x00069007
_LANGE_NAAM, _BENOEMD = 0x3707, 0x8000
_TEKST_8, _TEKST_16, _MEER = 0x001E, 0x001F, 0x1000
_WISSELEND = (0x000D, _TEKST_8, _TEKST_16, 0x0102)
_VAST = {
    0x0002: 4, 0x0003: 4, 0x0004: 4, 0x0005: 8, 0x0006: 8, 0x0007: 8, 0x000A: 4, 0x000B: 4, 0x0014: 8, 0x0040: 8,
    0x0048: 16,
}  # fmt: skip
"""Bytes that a value of each kind of one size takes, with what fills it up."""


class _Afgebroken(Exception):
    """The package ends, or says something of itself that cannot be, before it was read to its end."""


@dataclass(slots=True)
class _Bijlage:
    titel: str = ""
    naam: str = ""
    gegevens: bytes | None = None


class _Bytes:
    """The bytes of a package, read from front to back and never past the end."""

    def __init__(self, gegevens: bytes) -> None:
        self._gegevens = gegevens
        self._plek = 0

    def __bool__(self) -> bool:
        return self._plek < len(self._gegevens)

    def take(self, aantal: int) -> bytes:
        if aantal > len(self._gegevens) - self._plek:
            raise _Afgebroken
        self._plek += aantal
        return self._gegevens[self._plek - aantal : self._plek]

    def number(self, grootte: int = 4) -> int:
        return int.from_bytes(self.take(grootte), "little")

    def filled(self, aantal: int) -> bytes:
        """Return so many bytes, and pass what fills them up to a multiple of four."""
        uit = self.take(aantal)
        self.take(-aantal % 4)
        return uit


def lees_tnef(gegevens: bytes) -> tuple[Ruwdeel, ...]:
    """Return the files in a package of Outlook; none for what is no such package, or not a whole one."""
    bijlagen: list[_Bijlage] = []
    tekenset = "cp1252"
    try:
        for soort, inhoud in _attributen(_Bytes(gegevens)):
            if soort == _TEKENSET:
                tekenset = _tekenset(inhoud)
            elif soort == _BEGIN:
                bijlagen.append(_Bijlage())
            elif bijlagen and soort == _TITEL:
                bijlagen[-1].titel = _tekst(inhoud, tekenset)
            elif bijlagen and soort == _GEGEVENS:
                bijlagen[-1].gegevens = inhoud
            elif bijlagen and soort == _EIGENSCHAPPEN:
                bijlagen[-1].naam = _lange_naam(_Bytes(inhoud), tekenset)
    except _Afgebroken:
        return ()
    return tuple(map(_deel, bijlagen))


def _deel(bijlage: _Bijlage) -> Ruwdeel:
    """Return an attachment as a part; one without bytes of its own is a message or a thing of Outlook."""
    naam = bijlage.naam or bijlage.titel
    if bijlage.gegevens is None:
        return Ruwdeel(naam=naam, media="", inhoud=b"", soort=Ruwsoort.BERICHT)
    return Ruwdeel(naam=naam, media="", inhoud=bijlage.gegevens)


def _attributen(bytes_: _Bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the kind and the contents of each attribute."""
    if bytes_.number() != _MERK:
        raise _Afgebroken
    bytes_.take(2)  # the key by which Outlook numbers its attachments
    while bytes_:
        _, soort, lengte = _KOP.unpack(bytes_.take(_KOP.size))
        inhoud = bytes_.take(lengte)
        if sum(inhoud) & 0xFFFF != bytes_.number(_SOM):
            raise _Afgebroken
        yield soort, inhoud


def _lange_naam(bytes_: _Bytes, tekenset: str) -> str:
    """Return the whole name among the properties of an attachment: its title is one of eight signs and three."""
    for _ in range(bytes_.number()):
        soort, eigenschap = bytes_.number(2), bytes_.number(2)
        if eigenschap >= _BENOEMD:
            _pass_name(bytes_)
        waarden = [bytes_.filled(grootte) for grootte in _groottes(bytes_, soort)]
        if eigenschap == _LANGE_NAAM and waarden:
            return _tekst(waarden[0], "utf-16-le" if soort == _TEKST_16 else tekenset)
    return ""


def _groottes(bytes_: _Bytes, soort: int) -> Iterator[int]:
    """Yield how many bytes each value of a property takes, told just before it where that differs."""
    kaal = soort & ~_MEER
    if kaal in _WISSELEND:
        for _ in range(bytes_.number()):
            yield bytes_.number()
    elif kaal in _VAST:
        for _ in range(bytes_.number() if soort & _MEER else 1):
            yield _VAST[kaal]
    else:
        raise _Afgebroken


def _pass_name(bytes_: _Bytes) -> None:
    """Pass the set that a property belongs to, with its number or name there."""
    bytes_.take(16)
    if bytes_.number() == 0:
        bytes_.take(4)
    else:
        bytes_.filled(bytes_.number())


def _tekenset(inhoud: bytes) -> str:
    naam = f"cp{int.from_bytes(inhoud[:4], 'little')}"
    try:
        "".encode(naam)
    except LookupError:
        return "cp1252"
    return naam


def _tekst(ruw: bytes, tekenset: str) -> str:
    return ruw.decode(tekenset, "replace").split("\0")[0]
