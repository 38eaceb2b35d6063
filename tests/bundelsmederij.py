"""Making bundles that no honest laptop makes."""

import io
import json
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.bundelbouwers import een_kop, een_manifest
from tests.uitwisselwereld import Laptop
from tk_desktop.domain.bewerking import Bewerking
from tk_desktop.exchange.bundel import Leesdeel, Onderdeel, schrijf_bundel
from tk_desktop.exchange.canoniek import canoniek
from tk_desktop.exchange.rooster import roosters
from tk_desktop.exchange.segment import Soort, Stukdeel, digest, schrijf_segment, schrijf_stukdeel
from tk_desktop.exchange.sleutelkast import Sleutelkast
from tk_desktop.exchange.sleutels import Sleutelbos, nieuwe_bereiksleutel

Delen = list[tuple[str, bytes]]


def rezip(gegevens: bytes, werk: Callable[[Delen], Delen], *, dichter: bool = False) -> bytes:
    """Return the same zip with other parts in it."""
    with zipfile.ZipFile(io.BytesIO(gegevens)) as zip_:
        delen = werk([(info.filename, zip_.read(info)) for info in zip_.infolist()])
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED if dichter else zipfile.ZIP_STORED) as zip_:
        for naam, inhoud in delen:
            info = zipfile.ZipInfo(naam)
            info.compress_type = zip_.compression
            zip_.writestr(info, inhoud)
    return uit.getvalue()


class Smid:
    """Somebody with the keys of a laptop who writes what that laptop would never write."""

    def __init__(self, laptop: Laptop) -> None:
        self.laptop = laptop
        self.bos = laptop.bos

    def kop(self, **anders: Any) -> Any:
        versie = roosters(self.laptop.store).huidig.versie
        bereik = anders.get("bereik", "alg")
        return een_kop(self.bos, **{"rooster": versie, "kid": 0 if bereik == "alg" else 1, **anders})

    def sleutel(self, bereik: str, kid: int = 1) -> bytes | None:
        """Return the key of a scope, or one that was made up where this laptop has none."""
        if bereik == "alg":
            return None
        kast = Sleutelkast(self.laptop.store, self.bos)
        return kast.sleutel(bereik, kid) or nieuwe_bereiksleutel()

    def segment(self, bewerkingen: Sequence[Bewerking], **anders: Any) -> bytes:
        bereik = anders.setdefault("bereik", bewerkingen[0].bereik)
        kop = self.kop(aantal=len(bewerkingen), **anders)
        return schrijf_segment(self.bos, self.sleutel(bereik, kop.kid), kop, bewerkingen)

    def ruw(self, inhoud: bytes, *, door: Sleutelbos | None = None, **kop: Any) -> bytes:
        """Return an open segment with any contents, under any header."""
        velden = json.loads(schrijf_segment(self.bos, None, self.kop(), [])[64:].partition(b"\n")[0])
        gegevens = canoniek({**velden, **kop}) + b"\n" + inhoud
        return (door or self.bos).teken(gegevens) + gegevens

    def stukdeel(self, stuk: Stukdeel, **anders: Any) -> bytes:
        kop = self.kop(soort=Soort.STUKDEEL, aantal=0, schema=0, **anders)
        return schrijf_stukdeel(self.bos, self.sleutel(kop.bereik, kop.kid), kop, stuk)

    def bundel(
        self,
        naar: Laptop | None,
        objecten: Sequence[bytes] = (),
        *,
        pad: Path,
        leesbaar: Sequence[Leesdeel] = (),
        door: Sleutelbos | None = None,
        **anders: Any,
    ) -> Path:
        manifest = een_manifest(
            self.bos,
            naar=naar.id if naar else "",
            rooster=roosters(self.laptop.store).huidig.versie,
            ctr=1000,
            **anders,
        )
        onderdelen = [Onderdeel(len(een), bytes(een).__bytes__) for een in objecten]
        schrijf_bundel(pad, door or self.bos, replace(manifest), onderdelen, leesbaar)
        return pad


def bom(grootte: int) -> bytes:
    """Return so many zeroes, deflated, made without having them all."""
    pakker = zlib.compressobj()
    begin = pakker.compress(b"") + pakker.flush(zlib.Z_FULL_FLUSH)
    return begin + (pakker.compress(bytes(1 << 20)) + pakker.flush(zlib.Z_FULL_FLUSH)) * (grootte >> 20)


__all__ = ["Smid", "bom", "digest", "rezip"]
