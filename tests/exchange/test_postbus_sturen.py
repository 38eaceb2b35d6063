"""Sending into a postbus: each thing once, whoever reads it; told of only when it is there."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.bouwers import een_persoon
from tests.postbuswereld import Postwereld, stukken, titels
from tk_desktop.base.errors import Onderbroken
from tk_desktop.base.progress import Progress
from tk_desktop.domain.agenda import DICHT_PUNT
from tk_desktop.domain.rooster import Rol
from tk_desktop.exchange.postbus.fouten import GeenPostbus, NietInPostbus

PDF = Random(5).randbytes(4_000_000)


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Postwereld]:
    wereld = Postwereld(tmp_path)
    wereld.vergadering(open_=PDF)
    wereld.meld_aan("b1", "wies")
    wereld.meld_aan("c1", "joop")
    yield wereld
    wereld.sluit()


def test_what_is_published_reaches_each_reader_and_stands_there_once(wereld: Postwereld) -> None:
    wereld.publiceer()
    gestuurd = wereld.stuur("s1")
    assert (gestuurd.stukken, gestuurd.ontbreekt) == (3, 0)
    wereld.haal("b1")
    wereld.haal("c1")
    assert titels(wereld["b1"]) == {"Haven", "Aankoop kade 7", "Benoeming"}
    assert titels(wereld["c1"]) == {"Haven", "Aankoop kade 7", DICHT_PUNT}
    assert stukken(wereld["b1"]) == {PDF, b"%PDF-geheim", b"%PDF-geheim-zaak"}
    assert stukken(wereld["c1"]) == {PDF, b"%PDF-geheim"}
    inhoud = wereld.bestanden()
    assert sum(map(len, inhoud.values())) < len(PDF) + 60_000  # for two readers no more than for one
    assert not any(b"Aankoop" in een or b"%PDF-geheim" in een for een in inhoud.values())


def test_sending_again_puts_nothing(wereld: Postwereld) -> None:
    wereld.publiceer()
    wereld.stuur("s1")
    voor = wereld.bestanden()
    assert wereld.stuur("s1").niets_nieuws
    assert wereld.bestanden() == voor
    wereld["s1"].store.personen.save(een_persoon(id="roos", naam="Roos van Dalen"))
    assert wereld.stuur("s1").niets_nieuws  # a draft, and nobody else is of the secretariat
    wereld.publiceer()
    erbij = wereld.stuur("s1")
    assert (erbij.segmenten, erbij.stukken) == (1, 0)


def test_work_that_was_stopped_goes_on_where_it_was(wereld: Postwereld) -> None:
    wereld.publiceer()

    class Stop:
        def __init__(self, na: int) -> None:
            self.na = na

        def __call__(self) -> bool:
            self.na -= 1
            return self.na < 0

    gestopt = 0
    for na in range(3, 60, 7):
        try:
            wereld.stuur("s1", Progress(stopped=Stop(na)))
        except Onderbroken:
            gestopt += 1
            assert not wereld.nieuws("b1").lengte or wereld.haal("b1").beschadigd == 0
        else:
            break
    assert gestopt >= 2
    assert not wereld.stuur("s1").stukken
    wereld.haal("b1")
    assert stukken(wereld["b1"]) == {PDF, b"%PDF-geheim", b"%PDF-geheim-zaak"}


def test_two_secretaries_who_tell_at_once_are_both_heard(wereld: Postwereld) -> None:
    wereld.meld_aan("s2", "sanne", Rol.SECRETARIS)
    wereld.publiceer()
    wereld.stuur("s1")
    wereld.haal("s2")
    wereld.haal("b1")
    for naam in ("s1", "s2"):
        wereld[naam].store.personen.save(een_persoon(id=f"bij-{naam}", naam=f"Bij {naam}"))
        wereld.stuur(naam)  # neither has read what the other told
    for naam in ("s1", "s2"):
        wereld.haal(naam)
        assert {"bij-s1", "bij-s2"} <= {wie.id for wie in wereld[naam].store.personen.all()}
    assert not any(laptop.store.conflicten() for laptop in wereld.laptops.values())


def test_a_place_with_other_files_is_no_postbus(wereld: Postwereld) -> None:
    with pytest.raises(NietInPostbus):
        wereld.haal("b1")
    (wereld.bus / "postbus.json").write_text("{}")
    with pytest.raises(GeenPostbus):
        wereld.stuur("s1")
    (wereld.bus / "postbus.json").write_text('{"fmt":9,"postbus":"' + "a" * 24 + '"}')
    with pytest.raises(GeenPostbus, match="nieuwere versie"):
        wereld.stuur("s1")
