"""A withdrawal means the same everywhere, whenever a laptop hears of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bouwers import een_persoon
from tests.uitwisselwereld import Laptop, Wereld
from tk_desktop.domain.rooster import Rol
from tk_desktop.exchange.rooster import withdraw_device


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
