"""What papers cost as a bundle: a set of 250 MB made and taken in, against copying and digesting it; and the memory.

And what two laptops send each other: a pack of 45 MB, and afterwards only what is new (R3, R5).
"""

import hashlib
import os
import resource
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from benchmarks.meten import Meting
from tests.bouwers import bewaar_bytes, een_gremium, een_persoon, een_stuk, een_stukversie, een_vergadering
from tests.uitwisselwereld import VANDAAG, Laptop, Wereld
from tk_desktop.base.progress import Progress
from tk_desktop.domain.rooster import Rol
from tk_desktop.exchange.maken import make_bundel
from tk_desktop.exchange.ontvangen import receive_bundel

AANTAL, GROOTTE = 25, 10_000_000
STUKKEN, STUKMAAT = 30, 1_500_000
"""A pack of 45 MB."""


def measure(map_: Path) -> Iterator[Meting]:
    """Yield the figures of a large set, and then those of two laptops with a pack."""
    yield from _grote_set(map_ / "groot")
    yield from _pakket(map_ / "pakket")


def _grote_set(map_: Path) -> Iterator[Meting]:
    """Yield the seconds of making and of taking in, and how much the memory grew meanwhile."""
    wereld = Wereld(map_)
    s, s2 = wereld["s1"], wereld.laat_toe("s2", "sanne", Rol.SECRETARIS)
    _leg_neer(s, AANTAL, GROOTTE)
    kaal = _kaal(map_, sorted((s.store.map / "stukken").glob("*/*")))
    stappen: list[str] = []
    voor = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begin = time.perf_counter()
    progress = Progress(lambda wat, *_: stappen.append(wat))
    pad = make_bundel(s.store, s.bos, s2.id, map_ / "set.tkb", progress=progress).paden[0]
    gemaakt = time.perf_counter()
    receive_bundel(s2.store, s2.bos, pad, vandaag=VANDAAG, progress=progress)
    klaar = time.perf_counter()
    groei = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - voor) / 1024
    wereld.sluit()
    vast = {"naam_ander": "kopiëren met SHA-256", "grens": 4.0, "toegestaan": 0.5}
    yield Meting(wat="een set van 250 MB als bundel maken", ons=gemaakt - begin, ander=kaal, **vast)  # type: ignore[arg-type]
    vast["grens"] = 5.0  # every byte is digested three times, and opened twice
    yield Meting(wat="die bundel innemen", ons=klaar - gemaakt, ander=kaal, **vast)  # type: ignore[arg-type]
    yield Meting(
        wat=f"geheugen erbij, in {len(stappen)} gemelde stappen",
        ons=groei,
        ander=0,
        naam_ander="een bestand van de set is 10 MB;",
        toegestaan=64,
        grens=1.0,
        eenheid="MB",
    )


def _pakket(map_: Path) -> Iterator[Meting]:
    """Yield what a pack of 45 MB takes, and what the bundles after it weigh: no file goes twice."""
    wereld = Wereld(map_)
    s, s2 = wereld["s1"], wereld.laat_toe("s2", "sanne", Rol.SECRETARIS)
    _leg_neer(s, STUKKEN, STUKMAAT)
    s2.stuur(s)
    begin = time.perf_counter()
    gemaakt = s.maak(s2)
    s2.ontvang(gemaakt)
    duur = time.perf_counter() - begin
    yield _afspraak("45 MB stukken als bundel maken en innemen", duur, 1.0, "ms")
    s2.stuur(s)
    s.stuur(s2)
    yield _afspraak("een lege bundel na die stukken, met twee laptops", _maat(s, s2), 600, "bytes")
    with s.store.transaction():
        s.store.personen.save(een_persoon(id="wies", naam="Wies van der Laan"))
    yield _afspraak("een bundel met één wijziging, met twee laptops", _maat(s, s2), 1_500, "bytes")
    with s.store.transaction():
        s.store.stukken.save(een_stuk(id="weer", vergadering_id="v1"))
        som = s.store.versies.get("v0").sha256
        s.store.versies.save(een_stukversie(id="weer", stuk_id="weer", sha256=som))
    yield _afspraak("een bundel met een stuk dat de ander al heeft", _maat(s, s2), 3_000, "bytes")
    wereld.sluit()


def _maat(van: Laptop, naar: Laptop) -> int:
    return van.maak(naar).paden[0].stat().st_size


def _leg_neer(laptop: Laptop, aantal: int, grootte: int) -> None:
    """Give a laptop a meeting with so many papers."""
    kans, store = Random(1), laptop.store
    with store.transaction():
        store.gremia.save(een_gremium(id="g1"))
        store.vergaderingen.save(een_vergadering(id="v1", gremium_id="g1"))
        for nummer in range(aantal):
            store.stukken.save(een_stuk(id=f"s{nummer}", vergadering_id="v1"))
            som = bewaar_bytes(store, kans.randbytes(grootte))
            store.versies.save(een_stukversie(id=f"v{nummer}", stuk_id=f"s{nummer}", sha256=som))


def _afspraak(wat: str, ons: float, hoogstens: float, eenheid: str) -> Meting:
    return Meting(wat=wat, ons=ons, ander=0, naam_ander="geen ander", toegestaan=hoogstens, grens=0, eenheid=eenheid)


def _kaal(map_: Path, bestanden: list[Path]) -> float:
    begin = time.perf_counter()
    with (map_ / "kaal").open("wb") as uit:
        for pad in bestanden:
            som = hashlib.sha256()
            with pad.open("rb") as stroom:
                while hap := stroom.read(1 << 20):
                    som.update(hap)
                    uit.write(hap)
        uit.flush()
        os.fsync(uit.fileno())
    duur = time.perf_counter() - begin
    (map_ / "kaal").unlink()
    return duur
