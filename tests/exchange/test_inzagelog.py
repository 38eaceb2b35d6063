"""The log of who opened secret papers cannot be shortened or made anew behind the back of the secretariat (R16)."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from tests.uitwisselwereld import Laptop, Wereld
from tk_desktop.domain.rooster import Rol
from tk_desktop.exchange.nazien import examine
from tk_desktop.store.inzagen import Inzage
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 3, 11, 9, 0, tzinfo=UTC)


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    wereld = Wereld(tmp_path)
    wereld.laat_toe("b1", "wies")
    yield wereld
    wereld.sluit()


def _open_stukken(store: Store, aantal: int, wie: str = "Wies") -> None:
    with store.transaction():
        for nummer in range(aantal):
            store.inzagen.voeg_toe(
                Inzage(moment=NU + timedelta(minutes=nummer), wie=wie, vergadering_id="v1", papier="koop", versie="")
            )


def _knoei(laptop: Laptop, opdracht: str) -> None:
    laptop.store._db.execute(opdracht)


def _opnieuw(laptop: Laptop) -> None:
    """Make the whole log anew, with a chain that fits, for somebody else."""
    _knoei(laptop, "DELETE FROM inzage")
    _open_stukken(laptop.store, 9, "Niemand")


def _zonder_spoor(laptop: Laptop) -> None:
    """Shorten the log and what was told of it too."""
    _knoei(laptop, "DELETE FROM inzage WHERE nummer > 2")
    _knoei(laptop, "DELETE FROM inzage_gemeld")


def _leeg(laptop: Laptop) -> None:
    _knoei(laptop, "DELETE FROM inzage")


KNOEIEN: tuple[Callable[[Laptop], None], ...] = (_opnieuw, _zonder_spoor, _leeg)


@pytest.mark.parametrize("knoei", KNOEIEN)
def test_a_log_that_was_shortened_or_made_anew_shows_at_the_secretariat(
    wereld: Wereld, knoei: Callable[[Laptop], None]
) -> None:
    lid, secretaris = wereld["b1"], wereld["s1"]
    _open_stukken(lid.store, 5)
    lid.stuur(secretaris)
    assert examine(secretaris.store).logboeken == ()
    knoei(lid)
    assert lid.store.inzagen.breuk() is None, "the chain itself fits"
    if knoei is not _zonder_spoor:
        assert lid.store.inzagehoofden.gekort() == 5
        assert not examine(lid.store).goed
    lid.stuur(secretaris)
    (breuk,) = examine(secretaris.store).logboeken
    assert (breuk.apparaat, breuk.verteld) == ("b1 (Wies)", 5)
    _open_stukken(lid.store, 20)
    lid.stuur(secretaris)
    assert len(examine(secretaris.store).logboeken) == 1, "it stays told"


def test_a_log_that_grows_is_in_order_also_when_bundles_are_lost_or_come_late(wereld: Wereld) -> None:
    lid, secretaris = wereld["b1"], wereld["s1"]
    _open_stukken(lid.store, 3)
    laat = lid.maak(secretaris).paden[0].rename(wereld.map / "laat.tkb")
    for _ in range(3):
        _open_stukken(lid.store, 2)
        lid.maak(secretaris)  # lost underway
    _open_stukken(lid.store, 1)
    lid.stuur(secretaris)
    secretaris.ontvang(laat)
    _open_stukken(lid.store, 1)
    lid.stuur(secretaris)
    assert examine(secretaris.store).logboeken == ()
    assert examine(lid.store).gezondheid.gekort is None


def test_only_the_secretariat_is_told_of_a_log(wereld: Wereld) -> None:
    lid = wereld.laat_toe("c1", "joop")
    s2 = wereld.laat_toe("s2", "sanne", Rol.SECRETARIS)
    _open_stukken(wereld["s1"].store, 3, "Roos")
    for naar, gehoord in ((lid, 0), (s2, 1)):
        wereld["s1"].stuur(naar)
        (rij,) = naar.store._db.query("SELECT count(*) AS n FROM inzage_elders")
        assert rij["n"] == gehoord


def test_any_damage_to_what_was_told_is_seen(wereld: Wereld) -> None:
    """Rows changed, taken away, exchanged and put between others, before the last that was told: each one shows."""
    lid = wereld["b1"]
    _open_stukken(lid.store, 30)
    lid.maak(wereld["s1"])
    eerst = list(lid.store._db.query("SELECT * FROM inzage ORDER BY nummer"))
    kans = Random(16)
    for _ in range(120):
        rijen = [dict(rij) for rij in eerst]
        plek = kans.randrange(len(rijen))
        match kans.randrange(5):
            case 0:
                kolom = kans.choice(["wie", "papier", "versie", "reden", "vergadering_id", "afdruk", "vorige"])
                rijen[plek][kolom] = f"{rijen[plek][kolom]}x"
            case 1:
                del rijen[plek]
            case 2:
                del rijen[plek:]
            case 3:
                ander = (plek + kans.randrange(1, len(rijen))) % len(rijen)
                rijen[plek], rijen[ander] = (
                    {**rijen[ander], "nummer": rijen[plek]["nummer"]},
                    {**rijen[plek], "nummer": rijen[ander]["nummer"]},
                )
            case _:
                for rij in rijen[plek:]:
                    rij["nummer"] += 1
                rijen.insert(plek, {**rijen[plek], "nummer": plek + 1, "afdruk": "0" * 64})
        with lid.store.transaction():
            lid.store._db.execute("DELETE FROM inzage")
            lid.store._db.table("inzage").insert_all(rijen)
        gezondheid = lid.store.controleer()
        assert gezondheid.breuk is not None or gezondheid.gekort is not None
