"""Making bundles: what the other does not have, no more and no less; whole or in parts."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.bouwers import bewaar_bytes, een_gremium, een_persoon, een_stuk, een_stukversie, een_vergadering
from tests.uitwisselwereld import Laptop, Wereld
from tk_desktop.base.errors import Onderbroken
from tk_desktop.base.progress import Progress
from tk_desktop.domain.rooster import Rol
from tk_desktop.exchange.bundel import lees_bundel
from tk_desktop.exchange.maken import MAILMAAT, make_bundel, make_openbaar
from tk_desktop.exchange.rooster import NietOpRooster
from tk_desktop.exchange.segment import STUKDEEL, lees_kop

ZIN = "Het algemeen bestuur stelt voor de haven te verdiepen en daarvoor {} euro te voteren uit de reserve. "


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    wereld = Wereld(tmp_path)
    wereld.laat_toe("s2", "sanne", Rol.SECRETARIS)
    wereld["s2"].stuur(wereld["s1"])
    yield wereld
    wereld.sluit()


def met_stuk(laptop: Laptop, gegevens: bytes, naam: str = "s") -> str:
    """Put a file in the werkmap of a laptop, as a paper of a meeting."""
    store = laptop.store
    with store.transaction():
        store.gremia.save(een_gremium(id="g1"))
        store.vergaderingen.save(een_vergadering(id="v1", gremium_id="g1"))
        store.stukken.save(een_stuk(id=naam, vergadering_id="v1"))
        som = bewaar_bytes(store, gegevens)
        store.versies.save(een_stukversie(id=f"{naam}-1", stuk_id=naam, sha256=som))
    return som


def _maat(laptop: Laptop, naar: Laptop) -> int:
    return laptop.maak(naar).paden[0].stat().st_size


def test_a_bundle_is_as_large_as_what_changed(wereld: Wereld) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    assert _maat(s, s2) <= 600
    s.store.personen.save(een_persoon(id="wies", naam="Wies van der Laan"))
    assert _maat(s, s2) <= 1500
    s.stuur(s2)
    s2.stuur(s)
    kans, tekst = Random(3), 0
    with s.store.transaction():
        for nummer in range(1000):
            functie = ZIN.format(kans.randrange(10**6)) + f"{kans.getrandbits(64):016x}"
            tekst += len(functie)
            s.store.personen.save(een_persoon(id=f"p{nummer}", naam=f"Naam {nummer}", functie=functie))
    assert _maat(s, s2) <= 1.5 * tekst


def test_what_was_sent_and_lost_is_inside_the_next_bundle(wereld: Wereld) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    s.store.personen.save(een_persoon(id="p1", naam="Een"))
    s.maak(s2)  # it never arrives
    s.store.personen.save(een_persoon(id="p2", naam="Twee"))
    assert s.stuur(s2).nieuw == 2
    s2.stuur(s)
    assert s.maak(s2).leeg


def test_a_file_is_never_sent_twice_to_who_acknowledged_it(wereld: Wereld) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    met_stuk(s, b"%PDF-" + bytes(50_000))
    assert s.maak(s2).stukken == 1
    assert s.stuur(s2).stukken == 1
    s2.stuur(s)
    assert s.maak(s2).stukken == 0
    assert s.maak(s2, volledig=True).stukken == 1


def test_a_file_that_did_not_come_is_asked_for_and_told(wereld: Wereld) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    som = met_stuk(s, b"%PDF-1.7")
    weg = s.store.bestanden.plek(som)
    inhoud = weg.read_bytes()
    weg.unlink()
    gemaakt = s.maak(s2)
    assert (gemaakt.stukken, gemaakt.ontbreekt) == (0, 1)
    assert s2.ontvang(gemaakt).volgt_nog == 1
    weg.write_bytes(inhoud)
    s2.stuur(s)
    assert s.stuur(s2).stukken == 1
    assert s2.store.bestanden.open(som).read_bytes() == inhoud


@pytest.mark.parametrize("volgorde", [1, -1])
def test_parts_for_mail_may_come_in_any_order(wereld: Wereld, volgorde: int) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    inhoud = Random(1).randbytes(STUKDEEL * 2 + 7)
    som = met_stuk(s, inhoud)
    gemaakt = s.maak(s2, deelmaat=STUKDEEL + 30_000)
    assert len(gemaakt.paden) == 2
    assert all(pad.stat().st_size <= STUKDEEL + 30_000 for pad in gemaakt.paden)
    assert gemaakt.paden[0].name == "s1 aan s2 deel 1 van 2.tkb"
    for pad in gemaakt.paden[::volgorde]:
        gekregen = s2.ontvang(pad)
    assert (gekregen.volgt_nog, gekregen.gaten) == (0, 0)
    assert s2.store.bestanden.open(som).read_bytes() == inhoud
    assert not list((s2.store.map / "cache" / "ontvangen").glob("*"))


def test_a_part_that_got_lost_is_asked_for_and_only_that(wereld: Wereld) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    inhoud = Random(1).randbytes(STUKDEEL * 3)
    som = met_stuk(s, inhoud)
    paden = s.maak(s2, deelmaat=STUKDEEL + 30_000).paden
    for pad in (paden[0], paden[2]):
        gekregen = s2.ontvang(pad)
    assert gekregen.volgt_nog == 1
    s2.stuur(s)
    nieuw = s.maak(s2)
    assert nieuw.paden[0].stat().st_size < STUKDEEL + 2000
    assert s2.ontvang(nieuw).stukken == 1
    assert s2.store.bestanden.open(som).read_bytes() == inhoud


def test_a_part_for_mail_is_eight_megabytes_at_most() -> None:
    assert 4 * (STUKDEEL + 500) + 20_000 < MAILMAAT == 8_000_000


def test_a_member_gets_nothing_of_the_working_copy(wereld: Wereld) -> None:
    s = wereld["s1"]
    met_stuk(s, b"%PDF-concept")
    b = wereld.laat_toe("b1", "wies")
    with lees_bundel(s.maak(b, volledig=True).paden[0]) as bundel:
        bereiken = {lees_kop(bundel.begin(som)).bereik for som, _ in bundel.manifest.objecten}
        assert bereiken <= {"alg", "pp:wies"}
    assert b.store.stukken.all() == ()


def test_the_public_bundle_is_for_everybody_and_all_open(wereld: Wereld, tmp_path: Path) -> None:
    s = wereld["s1"]
    met_stuk(s, b"%PDF-concept")
    gemaakt = make_openbaar(s.store, s.bos, tmp_path / "open.tkb")
    with lees_bundel(gemaakt.paden[0]) as bundel:
        assert bundel.manifest.naar == ""
        assert bundel.manifest.sleutels == ()
        assert {lees_kop(bundel.begin(som)).bereik for som, _ in bundel.manifest.objecten} == {"alg"}


def test_making_that_is_stopped_leaves_no_half_file_and_loses_nothing(wereld: Wereld, tmp_path: Path) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    s.store.personen.save(een_persoon(id="p1", naam="Een"))
    doel = tmp_path / "half.tkb"
    with pytest.raises(Onderbroken):
        make_bundel(s.store, s.bos, s2.id, doel, progress=Progress(stopped=lambda: True))
    assert not doel.exists()
    assert s.stuur(s2).nieuw == 1


def test_a_bundle_is_made_for_a_laptop_on_the_roster_only(wereld: Wereld, tmp_path: Path) -> None:
    s = wereld["s1"]
    with pytest.raises(NietOpRooster):
        make_bundel(s.store, s.bos, "f" * 16, tmp_path / "x.tkb")
