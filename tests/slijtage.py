"""Bundles that wear on their way: ten thousand with turned bits, all refused with the werkmap as it was (R9).

``python -m tests.slijtage`` prints how many were refused; ``python -m tests.slijtage 500`` does fewer.
"""

import sys
from hashlib import sha256
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.bouwers import een_gremium, een_persoon, een_vergadering
from tests.uitwisselwereld import VANDAAG, Laptop, Wereld
from tk_desktop.base.errors import TkError
from tk_desktop.domain.rooster import Rol
from tk_desktop.exchange.ontvangen import receive_bundel


def stand(laptop: Laptop) -> str:
    """Return a digest of every byte of a werkmap."""
    som = sha256()
    for pad in sorted(laptop.store.map.rglob("*")):
        if pad.is_file():
            som.update(pad.name.encode() + pad.read_bytes())
    return som.hexdigest()


def slijt(map_: Path, aantal: int) -> tuple[int, int]:
    """Return how many bundles with turned bits were refused, and how many were taken in or changed anything."""
    wereld = Wereld(map_)
    s = wereld["s1"]
    with s.store.transaction():
        s.store.gremia.save(een_gremium(id="g1"))
        for nummer in range(20):
            s.store.vergaderingen.save(een_vergadering(id=f"v{nummer}", gremium_id="g1"))
            s.store.personen.save(een_persoon(id=f"p{nummer}", naam=f"Naam {nummer}"))
    s2 = wereld.laat_toe("s2", "sanne", Rol.SECRETARIS)
    heel = s.maak(s2, volledig=True).paden[0].read_bytes()
    kapot_pad, voor, kans = map_ / "kapot.tkb", stand(s2), Random(7)
    geweigerd = anders = 0
    for beurt in range(aantal):
        kapot = bytearray(heel)
        for plek in kans.sample(range(len(heel) * 8), kans.choice((1, 1, 1, 2, 8))):
            kapot[plek >> 3] ^= 1 << (plek & 7)
        kapot_pad.write_bytes(kapot)
        try:
            receive_bundel(s2.store, s2.bos, kapot_pad, vandaag=VANDAAG)
            anders += 1
        except TkError:
            geweigerd += 1
        if beurt % 100 == 0:
            anders += stand(s2) != voor
    anders += stand(s2) != voor
    wereld.sluit()
    return geweigerd, anders


def main(aantal: int) -> int:
    """Wear bundles out and print what came of it; answer 1 when any was not refused."""
    with TemporaryDirectory() as map_:
        geweigerd, anders = slijt(Path(map_), aantal)
    sys.stdout.write(f"{aantal} beschadigde bundels: {geweigerd} geweigerd, {anders} anders\n")
    return int(anders > 0 or geweigerd != aantal)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
