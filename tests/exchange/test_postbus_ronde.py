"""One round through a postbus fetches before it sends, begins an empty one for who may, and can be undone at once."""

from pathlib import Path

import pytest

from tests.postbuswereld import Postwereld, titels
from tests.uitwisselwereld import VANDAAG
from tk_desktop.exchange.lezen import NogNietVertrouwd
from tk_desktop.exchange.nazien import examine
from tk_desktop.exchange.postbus.fouten import NietInPostbus
from tk_desktop.exchange.postbus.ronde import Ronde, exchange_once
from tk_desktop.exchange.rooster import unaware_of_withdrawal, withdraw_device


def _ronde(wereld: Postwereld, naam: str) -> Ronde:
    laptop = wereld[naam]
    return exchange_once(laptop.store, laptop.bos, wereld.opslag(), vandaag=VANDAAG)


def test_the_secretary_begins_a_postbus_and_a_member_fetches_and_undoes_it(tmp_path: Path) -> None:
    wereld = Postwereld(tmp_path)
    wereld.vergadering()
    lid = wereld.meld_aan("b1", "wies")
    with pytest.raises(NietInPostbus):  # a laptop that knows nobody yet begins nothing
        _ronde(wereld, "b1")
    assert not any(wereld.bus.iterdir())
    wereld.publiceer()
    assert _ronde(wereld, "s1").verstuurd.segmenten > 0
    assert _ronde(wereld, "s1").niets_nieuws
    with pytest.raises(NogNietVertrouwd) as fout:
        _ronde(wereld, "b1")
    lid.store.uitwisseling.vertrouw(str(fout.value.details["verify"]))
    ronde = _ronde(wereld, "b1")
    assert "Haven" in titels(lid)
    lid.store.redo(ronde.wijziging.terug())
    assert lid.store.vergaderingen.all() == ()
    assert examine(lid.store, lid.bos).goed
    assert not _ronde(wereld, "b1").opgehaald.geweigerd
    assert "Haven" in titels(lid)  # what was taken back is fetched as if it had never been read
    wereld.sluit()


def test_a_withdrawal_is_confirmed_through_a_postbus_alone_and_once(tmp_path: Path) -> None:
    wereld = Postwereld(tmp_path)
    secretaris, lid, kwijt = wereld["s1"], wereld.meld_aan("b1", "wies"), wereld.meld_aan("b2", "joop")
    wereld.vergadering()
    wereld.publiceer()
    wereld.stuur("s1")
    for naam in ("b1", "b2"):
        wereld.haal(naam)
    assert wereld.stuur("b1").niets_nieuws
    withdraw_device(secretaris.store, secretaris.bos, kwijt.id)
    wereld.stuur("s1")
    wereld.haal("s1")
    assert {een.id for een in unaware_of_withdrawal(secretaris.store, kwijt.id)} == {lid.id}
    ronde = _ronde(wereld, "b1")
    assert ronde.verstuurd.meldingen == 1
    wereld.haal("s1")
    assert unaware_of_withdrawal(secretaris.store, kwijt.id) == ()
    assert _ronde(wereld, "b1").niets_nieuws
    assert secretaris.maak(lid).paden[0].stat().st_size  # a bundle for who was heard in a postbus alone
    lid.ontvang(secretaris.maak(lid))
    wereld.sluit()
