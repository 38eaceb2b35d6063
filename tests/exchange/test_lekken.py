"""What is besloten reaches nobody by bundle who may not read it, whatever was published before and after (J10, E8).

Secrets are planted in the sample meeting as for its papers, one word after another in the same werkmap, and published
each time: an official and a member who is kept from one item take every bundle in, and who has no program gets the open
one. Every byte that they hold is searched for every word so far.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import time
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.bouwers import een_lidmaatschap
from tests.export.test_lekken import LATER, Planter
from tests.uitwisselwereld import Laptop, Wereld
from tests.verpakt import vul_werkmap
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.rooster import Rol
from tk_desktop.exchange.leesmij import make_leesmij
from tk_desktop.exchange.maken import make_openbaar
from tk_desktop.exchange.publiceren import publish_vergadering
from tk_desktop.minutes.verslagen import reopen_verslag
from tk_desktop.paper.reading import lees_pdf

RONDEN = 8


class Zaakplanter(Planter):
    """Plants at an item that one member is kept from, and nowhere else."""

    def plekken(self) -> list[Callable[[], None]]:
        return [
            self.stuk, self.nota, self.besluit, self.deel, self.actie, self.stemming, self.gast, self.belang, self.ronde
        ]  # fmt: skip

    def _plek(self) -> tuple[str, bool]:
        return self.punt, False

    def _besloten_punt(self) -> str:
        punt = super()._besloten_punt()
        self.store.agendapunten.uitsluitingen.sluit_uit(punt, "joop")
        return punt


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    wereld = Wereld(tmp_path)
    store = wereld["s1"].store
    opname = vul_werkmap(store)
    store.vergaderingen.save(replace(opname.vergadering, begonnen=time(9, 30), geeindigd=time(11, 0)))
    for wie in ("wies", "joop"):
        store.leden.save(een_lidmaatschap(id=f"lid-{wie}", gremium_id=opname.gremium.id, persoon_id=wie))
    wereld.laat_toe("b1", "wies")
    wereld.laat_toe("c1", "joop")
    wereld.laat_toe("a1", "aart", Rol.AMBTENAAR)
    yield wereld
    wereld.sluit()


def _bytes(laptop: Laptop) -> bytes:
    """Return all that a laptop holds, the words on pages of PDFs as they are read too."""
    bestanden = [pad for pad in sorted(laptop.store.map.rglob("*")) if pad.is_file()]
    delen = [pad.read_bytes().lower() for pad in bestanden]
    gelezen = [lees_pdf(pad).paginas for pad, deel in zip(bestanden, delen, strict=True) if deel.startswith(b"%pdf")]
    return b"\n".join([*delen, *(" ".join(paginas).lower().encode() for paginas in gelezen)])


def _openbaar(s: Laptop, map_: Path) -> bytes:
    """Return all that stands in the bundle for everybody, packed and unpacked, with the names in it."""
    (pad,) = make_openbaar(s.store, s.bos, map_ / "openbaar.tkb").paden
    delen = [pad.read_bytes(), repr(make_leesmij(s.store)).encode()]
    with ZipFile(pad) as pakket:
        for naam in pakket.namelist():
            delen += [naam.encode(), pakket.read(naam)]
    return b"\n".join(delen).lower()


def _lak(s: Laptop, opname: Momentopname, map_: Path, zaad: int) -> str:
    """Redact a word in an open paper, and return it; the paper goes to members as it came in."""
    planter = Planter(s.store, opname, map_, zaad)
    planter.gelakt()
    return planter.woord.lower()


def test_what_is_besloten_is_in_no_byte_that_reaches_who_may_not_read_it(wereld: Wereld, tmp_path: Path) -> None:
    s = wereld["s1"]
    (vergadering,) = s.store.vergaderingen.all()
    besloten: list[str] = []
    van_de_zaak: list[str] = []
    weggelakt: list[str] = []
    for ronde in range(RONDEN):
        map_ = tmp_path / f"{ronde}"
        map_.mkdir()
        for soort, zaad, woorden in ((Planter, ronde, besloten), (Zaakplanter, 500 + ronde, van_de_zaak)):
            planter = soort(s.store, s.store.opname(vergadering.id), map_, zaad)
            for plek in planter.kans.sample(planter.plekken(), 5):
                plek()
            woorden.append(planter.woord.lower())
        weggelakt.append(_lak(s, s.store.opname(vergadering.id), map_, 900 + ronde))
        vast = ronde % 3 > 0
        if vast:
            planter.stel_vast()
        publish_vergadering(s.store, s.bos, vergadering.id, uitkomsten=True)
        for naam in ("b1", "c1", "a1"):
            s.stuur(wereld[naam])
        for wat, inhoud, geheim in (
            ("ambtenaar", _bytes(wereld["a1"]), besloten + van_de_zaak + weggelakt),
            ("openbaar", _openbaar(s, tmp_path), besloten + van_de_zaak + weggelakt),
            ("uitgesloten lid", _bytes(wereld["c1"]), van_de_zaak),
        ):
            assert [woord for woord in geheim if woord.encode() in inhoud] == [], (ronde, wat)
        if vast:
            reopen_verslag(s.store, vergadering.id, op=LATER)
    lid = _bytes(wereld["b1"])
    assert any(woord.encode() in lid for woord in van_de_zaak), "who may read it got it"
    assert [woord for woord in weggelakt if woord.encode() not in lid] == [], "members read the paper as it is"
