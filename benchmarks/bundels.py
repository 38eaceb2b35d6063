"""What a set of 250 MB costs as a bundle: made and taken in, against copying and digesting it; and the memory."""

import hashlib
import os
import resource
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from benchmarks.meten import Meting
from tests.bouwers import bewaar_bytes, een_gremium, een_stuk, een_stukversie, een_vergadering
from tests.uitwisselwereld import VANDAAG, Wereld
from tk_desktop.base.progress import Progress
from tk_desktop.domain.rooster import Rol
from tk_desktop.exchange.maken import make_bundel
from tk_desktop.exchange.ontvangen import receive_bundel

AANTAL, GROOTTE = 25, 10_000_000


def measure(map_: Path) -> Iterator[Meting]:
    """Yield the seconds of making and of taking in, and how much the memory grew meanwhile."""
    wereld = Wereld(map_)
    s, s2 = wereld["s1"], wereld.laat_toe("s2", "sanne", Rol.SECRETARIS)
    kans = Random(1)
    with s.store.transaction():
        s.store.gremia.save(een_gremium(id="g1"))
        s.store.vergaderingen.save(een_vergadering(id="v1", gremium_id="g1"))
        for nummer in range(AANTAL):
            s.store.stukken.save(een_stuk(id=f"s{nummer}", vergadering_id="v1"))
            som = bewaar_bytes(s.store, kans.randbytes(GROOTTE))
            s.store.versies.save(een_stukversie(id=f"v{nummer}", stuk_id=f"s{nummer}", sha256=som))
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
