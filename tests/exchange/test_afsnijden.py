"""A withdrawal means the same everywhere, whenever a laptop hears of it."""

import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.bouwers import een_persoon
from tests.uitwisselwereld import Laptop, Wereld
from tk_desktop.domain.rooster import Rol
from tk_desktop.exchange.bundel import lees_bundel
from tk_desktop.exchange.rooster import unaware_of_withdrawal, withdraw_device
from tk_desktop.exchange.sleutels import ontsleutel


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    wereld = Wereld(tmp_path)
    for naam in ("s2", "s3"):
        wereld.laat_toe(naam, "sanne", Rol.SECRETARIS)
    for naam in ("s2", "s3"):
        wereld["s1"].stuur(wereld[naam])
    yield wereld
    wereld.sluit()


def _namen(laptop: Laptop) -> dict[str, str]:
    return {wie.id: wie.naam for wie in laptop.store.personen.all()}


def test_what_came_past_the_cut_goes_again_and_what_was_written_here_stays(wereld: Wereld) -> None:
    s, s2, s3 = wereld["s1"], wereld["s2"], wereld["s3"]
    s2.store.personen.save(een_persoon(id="op tijd", naam="Op Tijd"))
    s2.stuur(s)
    s2.store.personen.save(een_persoon(id="te laat", naam="Te Laat"))
    s2.store.personen.save(een_persoon(id="roos", naam="Overschreven"))
    s2.stuur(s3)
    s3.store.personen.save(een_persoon(id="van s3", naam="Van S3"))
    assert {"op tijd", "te laat"} <= set(_namen(s3))
    withdraw_device(s.store, s.bos, s2.id)
    gekregen = s.stuur(s3)
    assert gekregen.verwijderd == 1
    assert _namen(s3)["roos"] == "Roos"
    assert "te laat" not in _namen(s3)
    s3.stuur(s)
    assert _namen(s) == _namen(s3)
    assert {"op tijd", "van s3"} <= set(_namen(s))


def test_where_nothing_was_cut_off_nothing_changes(wereld: Wereld) -> None:
    s, s2, s3 = wereld["s1"], wereld["s2"], wereld["s3"]
    s2.store.personen.save(een_persoon(id="op tijd", naam="Op Tijd"))
    s2.stuur(s)
    s2.stuur(s3)
    withdraw_device(s.store, s.bos, s2.id)
    assert s.stuur(s3).verwijderd == 0
    assert "op tijd" in _namen(s3)


def test_a_cut_of_which_the_last_segment_is_not_here_waits(wereld: Wereld) -> None:
    s, s2, s3 = wereld["s1"], wereld["s2"], wereld["s3"]
    s2.store.personen.save(een_persoon(id="een", naam="Een"))
    s2.stuur(s3)
    s2.store.personen.save(een_persoon(id="twee", naam="Twee"))
    s2.stuur(s)
    withdraw_device(s.store, s.bos, s2.id)
    s.stuur(s3)
    assert {"een", "twee"} <= set(_namen(s3))


def _te_lezen(bundel: Path, laptop: Laptop) -> bytes:
    """All that any key of a laptop opens in a bundle, whoever that is for."""
    dozen = laptop.store.uitwisseling.sleutels().values()
    sleutels = [sleutel for een in dozen if (sleutel := laptop.bos.open_bereiksleutel(een)) is not None]
    uit = b""
    with lees_bundel(bundel) as open_:
        for som, _ in open_.manifest.objecten:
            _, _, inhoud = open_.object(som)[64:].partition(b"\n")
            for boven in (inhoud, *(ontsleutel(sleutel, inhoud) for sleutel in sleutels)):
                with suppress(zlib.error):
                    uit += zlib.decompress(boven or b"")
    return uit


def test_a_laptop_that_was_withdrawn_opens_nothing_newer_in_any_bundle_that_it_finds(wereld: Wereld) -> None:
    s, s2, s3 = wereld["s1"], wereld["s2"], wereld["s3"]
    s.store.personen.save(een_persoon(id="eerder", naam="VOOR DE INTREKKING"))
    s.stuur(s2)
    withdraw_device(s.store, s.bos, s2.id)
    s.store.personen.save(een_persoon(id="later", naam="NA DE INTREKKING"))
    (pad,) = s.maak(s3, volledig=True).paden
    s3.ontvang(pad)
    assert b"VOOR DE INTREKKING" in _te_lezen(pad, s2)
    assert b"NA DE INTREKKING" not in _te_lezen(pad, s2)
    assert b"NA DE INTREKKING" in _te_lezen(pad, s3)


def test_the_secretariat_sees_within_one_exchange_who_knows_of_a_withdrawal(wereld: Wereld) -> None:
    s, s2, s3 = wereld["s1"], wereld["s2"], wereld["s3"]
    b = wereld.laat_toe("b1", "wies")
    withdraw_device(s.store, s.bos, s2.id)
    onwetend = unaware_of_withdrawal(s.store, s2.id)
    assert {een.id for een in onwetend} == {s3.id, b.id}
    s.stuur(s3)
    assert len(unaware_of_withdrawal(s.store, s2.id)) == 2  # that it was sent says nothing
    s3.stuur(s)
    assert [een.id for een in unaware_of_withdrawal(s.store, s2.id)] == [b.id]
    s.stuur(b)
    b.stuur(s)
    assert unaware_of_withdrawal(s.store, s2.id) == ()
