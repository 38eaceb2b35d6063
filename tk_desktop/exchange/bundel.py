"""The file of a bundle: written the same way each time, read strictly.

A bundle is a zip in which nothing is compressed: ``manifest.json``, ``manifest.sig``, each object as ``o/<sha256>`` in
the order of the manifest, then what can be read without this program. Manifest and lengths fix every other byte of it,
so the reader takes no word of the zip itself: it makes the frame anew and refuses a file that differs in one bit. No
name in a bundle ever becomes a path.
"""

import hashlib
import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Protocol, Self

from tk_desktop.base.errors import BestandNietGevonden
from tk_desktop.base.files import replacing
from tk_desktop.base.kluispad import Pad
from tk_desktop.base.progress import Progress
from tk_desktop.exchange.canoniek import Vormfout
from tk_desktop.exchange.fouten import BundelBeschadigd, BundelTeNieuw, BundelVervalst
from tk_desktop.exchange.manifest import GROOTSTE_MANIFEST, FormaatTeNieuw, Leesbaar, Manifest, lees_manifest
from tk_desktop.exchange.sleutels import Sleutelbos, klopt

GROOTSTE_BUNDEL = (1 << 31) - 1
MEESTE_DELEN = 60_000

_MANIFEST, _HANDTEKENING = "manifest.json", "manifest.sig"
_LOKAAL = struct.Struct("<4s5H3L2H")
_CENTRAAL = struct.Struct("<4s6H3L5H2L")
_SLOT = struct.Struct("<4s4H2LH")
_DAG = 0x21  # 1 January 1980, the first day of a zip
_HAP = 1 << 20
_BEGIN = 8192


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """An object to be written: how long it is, and how it is made when its turn comes."""

    lengte: int
    maak: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Leesdeel:
    """A part to be read without this program: its name and its bytes, or the file in which they stand."""

    naam: str
    bron: bytes | Pad

    @property
    def lengte(self) -> int:
        """The size in bytes."""
        return len(self.bron) if isinstance(self.bron, bytes) else self.bron.stat().st_size

    def happen(self) -> Iterator[bytes]:
        """Yield the bytes, a megabyte at a time."""
        if isinstance(self.bron, bytes):
            yield self.bron
            return
        with self.bron.open("rb") as stroom:
            while hap := stroom.read(_HAP):
                yield hap


@dataclass(frozen=True, slots=True)
class _Plek:
    """Where an entry of the zip stands, and the frame before it but for the CRC."""

    naam: str
    begin: int
    lengte: int

    @property
    def inhoud(self) -> int:
        return self.begin + _LOKAAL.size + len(self.naam)

    @property
    def einde(self) -> int:
        return self.inhoud + self.lengte

    def lokaal(self, crc: int) -> bytes:
        vast = (b"PK\3\4", 20, 0, 0, 0, _DAG)
        return _LOKAAL.pack(*vast, crc, self.lengte, self.lengte, len(self.naam), 0) + self.naam.encode()

    def centraal(self, crc: int) -> bytes:
        vast = (b"PK\1\2", 20, 20, 0, 0, 0, _DAG)
        maten = (crc, self.lengte, self.lengte, len(self.naam), 0, 0, 0, 0, 0, self.begin)
        return _CENTRAAL.pack(*vast, *maten) + self.naam.encode()


def schrijf_bundel(
    doel: Path,
    bos: Sleutelbos,
    manifest: Manifest,
    onderdelen: Sequence[Onderdeel],
    leesbaar: Sequence[Leesdeel] = (),
    *,
    progress: Progress | None = None,
) -> Manifest:
    """Write a bundle whole and return its manifest, in which every part now stands with its digest.

    Parts are made one at a time, and once: a bundle may be larger than the memory. Raises ``SchijfVol``,
    ``NietSchrijfbaar`` or ``Onderbroken``; ``doel`` is then as it was.
    """
    stappen = progress or Progress()
    leeg = replace(
        manifest,
        objecten=tuple(("0" * 64, deel.lengte) for deel in onderdelen),
        leesbaar=tuple(Leesbaar(naam=deel.naam, sha256="0" * 64, lengte=deel.lengte) for deel in leesbaar),
    )
    plekken = _plekken(leeg, len(leeg.bytes()))
    sommen: list[str] = []
    crcs = [0, 0]
    with replacing(doel) as pad, pad.open("wb") as zip_:
        delen: list[Onderdeel | Leesdeel] = [*onderdelen, *leesbaar]
        for plek, deel in zip(plekken[2:], delen, strict=True):
            stappen.step("Bundel schrijven", len(sommen), len(plekken) - 2)
            som, crc = _schrijf_deel(zip_, plek.inhoud, deel)
            sommen.append(som)
            crcs.append(crc)
        vol = _ingevuld(leeg, sommen)
        kop = vol.bytes()
        crcs[:2] = zlib.crc32(kop), zlib.crc32(bos.teken(kop))
        namen = _plekken(vol, len(kop))
        for plek, crc in zip(namen, crcs, strict=True):
            zip_.seek(plek.begin)
            zip_.write(plek.lokaal(crc))
        for plek, inhoud in zip(namen, (kop, bos.teken(kop)), strict=False):
            zip_.seek(plek.inhoud)
            zip_.write(inhoud)
        zip_.seek(namen[-1].einde)
        zip_.write(_staart(namen, crcs))
        stappen.step("Bundel schrijven", len(sommen), len(plekken) - 2)
    return vol


def _schrijf_deel(zip_: BinaryIO, begin: int, deel: Onderdeel | Leesdeel) -> tuple[str, int]:
    som, crc, lengte = hashlib.sha256(), 0, 0
    zip_.seek(begin)
    for hap in deel.happen() if isinstance(deel, Leesdeel) else (deel.maak(),):
        som.update(hap)
        crc = zlib.crc32(hap, crc)
        lengte += len(hap)
        zip_.write(hap)
    if lengte != deel.lengte:
        raise ValueError("een deel van een bundel is anders dan aangekondigd")
    return som.hexdigest(), crc


def _ingevuld(leeg: Manifest, sommen: Sequence[str]) -> Manifest:
    aantal = len(leeg.objecten)
    return replace(
        leeg,
        objecten=tuple((som, lengte) for som, (_, lengte) in zip(sommen, leeg.objecten, strict=False)),
        leesbaar=tuple(replace(een, sha256=som) for een, som in zip(leeg.leesbaar, sommen[aantal:], strict=True)),
    )


def _plekken(manifest: Manifest, lengte: int) -> list[_Plek]:
    """Return where everything stands in a bundle whose manifest is that long."""
    delen = [(_MANIFEST, lengte), (_HANDTEKENING, 64)]
    delen += [(f"o/{som}", grootte) for som, grootte in manifest.objecten]
    delen += [(een.naam, een.lengte) for een in manifest.leesbaar]
    plekken: list[_Plek] = []
    for naam, grootte in delen:
        plekken.append(_Plek(naam, plekken[-1].einde if plekken else 0, grootte))
    return plekken


def _staart(plekken: Sequence[_Plek], crcs: Sequence[int]) -> bytes:
    lijst = b"".join(plek.centraal(crc) for plek, crc in zip(plekken, crcs, strict=True))
    aantal = len(plekken)
    return lijst + _SLOT.pack(b"PK\5\6", 0, 0, aantal, aantal, len(lijst), plekken[-1].einde, 0)


def _staartlengte(plekken: Sequence[_Plek]) -> int:
    return sum(_CENTRAAL.size + len(plek.naam) for plek in plekken) + _SLOT.size


class Bron(Protocol):
    """Where what others send is read: the file of a bundle, or objects that lie loose in a postbus.

    ``los``: its maker put it together here, so it tells nothing of what other laptops have.
    """

    naam: str
    manifest: Manifest
    los: bool

    def ondertekend_door(self, verify: str) -> None:
        """Refuse it unless the owner of that public key signed it."""
        ...

    def controleer(self, progress: Progress | None = None) -> None:
        """Refuse it unless every byte is as it was signed."""
        ...

    def object(self, som: str) -> bytes:
        """Return the bytes of one object."""
        ...

    def stukdeel(self, som: str) -> bytes:
        """Return the bytes of a piece of a file; what was looked at is not digested again.

        Whoever asks looks at its signature, or at the SHA-256 of the whole file.
        """
        ...

    def begin(self, som: str) -> bytes:
        """Return the first bytes of an object, in which its header stands whole."""
        ...

    def leesdeel(self, naam: str) -> Iterator[bytes]:
        """Yield the bytes of a part that is read without this program."""
        ...


class Bundel:
    """A bundle that is being read; opened by ``lees_bundel``.

    The manifest is read at once. ``controleer`` looks at every byte; until it has, nothing else may be used.
    """

    def __init__(self, naam: str, stroom: BinaryIO) -> None:
        self.naam = naam
        self.los = False
        self._stroom = stroom
        self.lengte = stroom.seek(0, 2)
        self._kop = self._lees_kop()
        try:
            self.manifest = lees_manifest(self._kop)
        except FormaatTeNieuw as fout:
            raise BundelTeNieuw(bestand=naam) from fout
        except Vormfout as fout:
            raise self._beschadigd(str(fout)) from fout
        self._plekken = _plekken(self.manifest, len(self._kop))
        self._op_naam = {plek.naam: plek for plek in self._plekken}
        if len(self._plekken) > MEESTE_DELEN or self._plekken[-1].einde > GROOTSTE_BUNDEL:
            raise self._beschadigd("hij is groter dan een bundel kan zijn")
        if self.lengte != self._plekken[-1].einde + _staartlengte(self._plekken):
            raise self._beschadigd("hij is afgebroken of er is iets aan toegevoegd")
        self._handtekening = self._stuk(self._plekken[1].inhoud, 64)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        self._stroom.close()

    def ondertekend_door(self, verify: str) -> None:
        """Refuse the bundle unless the owner of that public key signed its manifest: ``BundelVervalst``."""
        if not klopt(verify, self._kop, self._handtekening):
            raise BundelVervalst(bestand=self.naam, oorzaak="van de bundel zelf")

    def controleer(self, progress: Progress | None = None) -> None:
        """Look at every byte; raises ``BundelBeschadigd`` at the first that is not as it was signed."""
        stappen = progress or Progress()
        sommen = ["", "", *(som for som, _ in self.manifest.objecten), *(een.sha256 for een in self.manifest.leesbaar)]
        crcs: list[int] = []
        for plek, verwacht in stappen.each(list(zip(self._plekken, sommen, strict=True)), "Bundel controleren"):
            som, crc = hashlib.sha256(), 0
            for hap in self._happen(plek):
                som.update(hap)
                crc = zlib.crc32(hap, crc)
            if self._stuk(plek.begin, plek.inhoud - plek.begin) != plek.lokaal(crc):
                raise self._beschadigd("een deel heet anders of is anders bewaard dan het hoort")
            if verwacht and som.hexdigest() != verwacht:
                raise self._beschadigd("een deel is onderweg veranderd")
            crcs.append(crc)
        staart = _staart(self._plekken, crcs)
        if self._stuk(self._plekken[-1].einde, len(staart)) != staart:
            raise self._beschadigd("de inhoudsopgave klopt niet")

    def object(self, som: str) -> bytes:
        """Return the bytes of one object; they are looked at again, for a file on a share may change meanwhile."""
        plek = self._op_naam[f"o/{som}"]
        gegevens = self._stuk(plek.inhoud, plek.lengte)
        if hashlib.sha256(gegevens).hexdigest() != som:
            raise self._beschadigd("hij veranderde tijdens het lezen")
        return gegevens

    def stukdeel(self, som: str) -> bytes:
        """Return the bytes of a piece of a file, as they stand there now."""
        plek = self._op_naam[f"o/{som}"]
        return self._stuk(plek.inhoud, plek.lengte)

    def begin(self, som: str) -> bytes:
        """Return the first bytes of an object, in which its header stands whole."""
        plek = self._op_naam[f"o/{som}"]
        return self._stuk(plek.inhoud, min(plek.lengte, _BEGIN))

    def leesdeel(self, naam: str) -> Iterator[bytes]:
        """Yield the bytes of a part that is read without this program."""
        return self._happen(self._op_naam[naam])

    def _lees_kop(self) -> bytes:
        plek = _Plek(_MANIFEST, 0, 0)
        kop = self._stuk(0, plek.inhoud)
        try:
            lengte = _LOKAAL.unpack(kop[: _LOKAAL.size])[8]
        except struct.error as fout:
            raise self._beschadigd("het begin ontbreekt") from fout
        if not kop.startswith(b"PK\3\4") or not kop.endswith(_MANIFEST.encode()):
            raise self._beschadigd("het begin is niet dat van een bundel")
        if lengte > GROOTSTE_MANIFEST:
            raise self._beschadigd("het manifest is te groot")
        manifest = self._stuk(plek.inhoud, lengte)
        if len(manifest) != lengte:
            raise self._beschadigd("hij is afgebroken")
        return manifest

    def _happen(self, plek: _Plek) -> Iterator[bytes]:
        for begin in range(plek.inhoud, plek.einde, _HAP):
            yield self._stuk(begin, min(_HAP, plek.einde - begin))

    def _stuk(self, begin: int, lengte: int) -> bytes:
        try:
            self._stroom.seek(begin)
            return self._stroom.read(lengte)
        except OSError as fout:
            raise self._beschadigd("hij is niet helemaal te lezen") from fout

    def _beschadigd(self, oorzaak: str) -> BundelBeschadigd:
        return BundelBeschadigd(bestand=self.naam, oorzaak=oorzaak)


def lees_bundel(pad: Path) -> Bundel:
    """Open a bundle and read its manifest.

    Raises ``BestandNietGevonden``, ``BundelBeschadigd`` or ``BundelTeNieuw``. Whom it is from, whether that one signed
    it and whether all bytes are right is not looked at yet.
    """
    try:
        stroom = pad.open("rb")
    except OSError as fout:
        raise BestandNietGevonden(bestand=pad.name) from fout
    try:
        return Bundel(pad.name, stroom)
    except BaseException:
        stroom.close()
        raise
