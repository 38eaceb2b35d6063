"""A small writer of Outlook messages (.msg): a compound file (MS-CFB) with the properties of MS-OXMSG."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

_SECTOR, _MINI, _GRENS = 512, 64, 4096
_VRIJ, _EINDE, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_TEKST, _GETAL, _TIJD, _BYTES = 0x001F, 0x0003, 0x0040, 0x0102


@dataclass
class _Map:
    """A storage: streams and storages in it."""

    stromen: dict[str, bytes] = field(default_factory=dict)
    mappen: dict[str, "_Map"] = field(default_factory=dict)


def een_msg(
    pad: Path,
    *,
    van: str = "Roos van Dalen",
    adres: str = "r.van.dalen@kadedorp.example",
    moment: datetime | None = None,
    onderwerp: str = "",
    tekst: str = "",
    html: str = "",
    koppen: str = "",
    bijlagen: tuple[tuple[str, bytes] | Mapping[str, object], ...] = (),
) -> Path:
    """Write a message as Outlook does when it is dragged to a folder; a mapping tells more of an attachment."""
    wortel = _Map()
    eigen: dict[tuple[int, int], object] = {
        (0x001A, _TEKST): "IPM.Note",
        (0x0037, _TEKST): onderwerp,
        (0x0C1A, _TEKST): van,
        (0x0C1F, _TEKST): "/O=WATERKANT/OU=EXCHANGE/CN=RECIPIENTS/CN=ROOS",
        (0x5D01, _TEKST): adres,
        (0x340D, _GETAL): 0x00040000,
        (0x3FDE, _GETAL): 65001,
    }
    if tekst:
        eigen[0x1000, _TEKST] = tekst
    if html:
        eigen[0x1013, _BYTES] = html.encode()
    if koppen:
        eigen[0x007D, _TEKST] = koppen
    if moment is not None:
        eigen[0x0039, _TIJD] = moment
    _vul(wortel, eigen, struct.pack("<8x4I8x", 0, len(bijlagen), 0, len(bijlagen)))
    for nummer, bijlage in enumerate(bijlagen):
        gegevens = {"naam": bijlage[0], "inhoud": bijlage[1]} if isinstance(bijlage, tuple) else dict(bijlage)
        wortel.mappen[f"__attach_version1.0_#{nummer:08X}"] = _bijlage(gegevens)
    pad.write_bytes(_compound(wortel))
    return pad


def in_een_bericht(
    onderwerp: str, tekst: str, bijlagen: tuple[tuple[str, bytes] | Mapping[str, object], ...] = ()
) -> Mapping[str, object]:
    """Return a message as an attachment of another one."""
    map_ = _Map()
    eigen: dict[tuple[int, int], object] = {
        (0x0037, _TEKST): onderwerp,
        (0x0C1A, _TEKST): "Jan Kok",
        (0x5D01, _TEKST): "j.kok@kadedorp.example",
        (0x1000, _TEKST): tekst,
    }
    _vul(map_, eigen, bytes(24))
    for nummer, bijlage in enumerate(bijlagen):
        gegevens = {"naam": bijlage[0], "inhoud": bijlage[1]} if isinstance(bijlage, tuple) else dict(bijlage)
        map_.mappen[f"__attach_version1.0_#{nummer:08X}"] = _bijlage(gegevens)
    return {"naam": onderwerp, "wijze": 5, "bericht": map_}


def _bijlage(gegevens: Mapping[str, object]) -> _Map:
    map_ = _Map()
    wijze = gegevens.get("wijze", 1)
    eigen: dict[tuple[int, int], object] = {
        (0x3705, _GETAL): wijze,
        (0x3707, _TEKST): gegevens["naam"],
        (0x370E, _TEKST): gegevens.get("media", "application/octet-stream"),
        (0x3714, _GETAL): gegevens.get("vlaggen", 0),
    }
    if "cid" in gegevens:
        eigen[0x3712, _TEKST] = gegevens["cid"]
    if wijze == 1:
        eigen[0x3701, _BYTES] = gegevens["inhoud"]
    else:
        binnen = gegevens.get("bericht")
        if not isinstance(binnen, _Map):
            binnen = _Map()
            _vul(binnen, {(0x0037, _TEKST): str(gegevens["naam"])}, bytes(24))
        map_.mappen["__substg1.0_3701000D"] = binnen
    _vul(map_, eigen, bytes(8))
    return map_


def _vul(map_: _Map, eigen: Mapping[tuple[int, int], object], kop: bytes) -> None:
    """Write properties: the short ones in their stream, the long ones in streams of their own."""
    rijen = [kop]
    for (veld, soort), waarde in sorted(eigen.items()):
        if isinstance(waarde, int):
            lading = struct.pack("<Ixxxx", waarde)
        elif isinstance(waarde, datetime):
            sinds = waarde.astimezone(UTC) - datetime(1601, 1, 1, tzinfo=UTC)
            lading = struct.pack("<Q", int(sinds.total_seconds()) * 10_000_000)
        else:
            bytes_ = waarde if isinstance(waarde, bytes) else str(waarde).encode("utf-16-le")
            map_.stromen[f"__substg1.0_{veld:04X}{soort:04X}"] = bytes_
            lading = struct.pack("<Ixxxx", len(bytes_) + (2 if soort == _TEKST else 0))
        rijen.append(struct.pack("<HHI", soort, veld, 6) + lading)
    map_.stromen["__properties_version1.0"] = b"".join(rijen)


def _compound(wortel: _Map) -> bytes:
    """Return the bytes of a compound file."""
    knopen: list[dict[str, object]] = []
    _nummer("Root Entry", 5, wortel, b"", knopen)
    mini = b""
    minifat: list[int] = []
    sectoren: list[bytes] = []
    fat: list[int] = []

    def leg(gegevens: bytes) -> int:
        stukken = [gegevens[i : i + _SECTOR] for i in range(0, len(gegevens), _SECTOR)]
        begin = len(sectoren)
        for nummer, stuk in enumerate(stukken):
            sectoren.append(stuk.ljust(_SECTOR, b"\0"))
            fat.append(begin + nummer + 1 if nummer + 1 < len(stukken) else _EINDE)
        return begin if stukken else _EINDE

    for knoop in knopen[1:]:
        inhoud = knoop["inhoud"]
        assert isinstance(inhoud, bytes)
        if knoop["soort"] != 2 or not inhoud:
            knoop["begin"] = _EINDE if knoop["soort"] == 2 else 0
        elif len(inhoud) < _GRENS:
            knoop["begin"] = len(minifat)
            aantal = -(-len(inhoud) // _MINI)
            minifat += [len(minifat) + plek + 1 for plek in range(aantal - 1)] + [_EINDE]
            mini += inhoud.ljust(aantal * _MINI, b"\0")
        else:
            knoop["begin"] = leg(inhoud)
    knopen[0] |= {"begin": leg(mini), "inhoud": mini}
    begin_minifat = leg(struct.pack(f"<{len(minifat)}I", *minifat).ljust(-(-len(minifat) * 4 // 512) * 512, b"\xff"))
    begin_map = leg(b"".join(_knoop(knoop) for knoop in knopen).ljust(-(-len(knopen) // 4) * _SECTOR, b"\0"))
    aantal_fat = 1
    while (len(sectoren) + aantal_fat) * 4 > aantal_fat * _SECTOR:
        aantal_fat += 1
    begin_fat = len(sectoren)
    fat += [_FAT] * aantal_fat
    fat_bytes = struct.pack(f"<{len(fat)}I", *fat).ljust(aantal_fat * _SECTOR, b"\xff")
    plaatsen = [begin_fat + nummer for nummer in range(aantal_fat)]
    kop = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    kop += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    kop += struct.pack("<IIIIIIIII", 0, aantal_fat, begin_map, 0, _GRENS, begin_minifat, -(-len(minifat) // 128),
                       _EINDE, 0)  # fmt: skip
    kop += struct.pack("<109I", *plaatsen, *[_VRIJ] * (109 - aantal_fat))
    return kop + b"".join(sectoren) + fat_bytes


def _nummer(naam: str, soort: int, map_: _Map | None, inhoud: bytes, knopen: list[dict[str, object]]) -> int:
    """Give a storage or stream and all in it a place; those in one storage hang in a row, the next to the right."""
    plek = len(knopen)
    knoop: dict[str, object] = {"naam": naam, "soort": soort, "inhoud": inhoud, "kind": _VRIJ, "rechts": _VRIJ}
    knopen.append(knoop)
    if map_ is not None:
        namen = sorted([*map_.stromen, *map_.mappen], key=lambda een: (len(een), een.upper()))
        kinderen = [
            _nummer(een, 1, map_.mappen[een], b"", knopen)
            if een in map_.mappen
            else _nummer(een, 2, None, map_.stromen[een], knopen)
            for een in namen
        ]
        knoop["kind"] = kinderen[0] if kinderen else _VRIJ
        for dit, volgend in pairwise(kinderen):
            knopen[dit]["rechts"] = volgend
    return plek


def _knoop(knoop: Mapping[str, object]) -> bytes:
    naam = f"{knoop['naam']}\0".encode("utf-16-le")
    inhoud = knoop["inhoud"]
    assert isinstance(inhoud, bytes)
    return (
        naam.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(naam), knoop["soort"], 1, _VRIJ, knoop["rechts"], knoop["kind"])
        + bytes(36)
        + struct.pack("<IQ", knoop["begin"], len(inhoud))
    )
