"""A member who goes during a meeting can be replaced from the next item on."""

from datetime import time

import pytest

from tk_desktop.domain.presentie import Presentie, ZetelDubbel
from tk_desktop.domain.presentiewoorden import namenlijst
from tk_desktop.domain.volmacht import VolmachtOnmogelijk
from tk_desktop.minutes.presentie import NaamNodig, leave, prepare_presentie, set_aanwezig
from tk_desktop.minutes.vervangen import VervangenOnmogelijk, leave_to_vervanger
from tk_desktop.minutes.volmacht import give_volmacht
from tk_desktop.store.werkmap import Store


def _wie(store: Store, naam: str) -> Presentie:
    prepare_presentie(store, "maart")
    return next(wie for wie in store.presenties.van_vergadering("maart") if wie.naam == naam)


def _mee(store: Store, punt_id: str) -> list[str]:
    zitting = store.zitting("maart")
    return [wie.naam for wie in zitting.deelnemers(zitting.opname.punt(punt_id))]


def test_who_goes_is_there_until_then_and_the_substitute_votes_from_the_next_item(store: Store) -> None:
    bram = _wie(store, "Bram Sluiter")
    er_voor = leave_to_vervanger(store, bram.id, " Ilse  Vaart ", "sluis", om=time(10, 5))
    assert (er_voor.naam, er_voor.stemgewicht, er_voor.gekomen) == ("Ilse Vaart", bram.stemgewicht, time(10, 5))
    assert "Bram Sluiter" in _mee(store, "oever")
    assert "Ilse Vaart" not in _mee(store, "oever")
    assert "Bram Sluiter" not in _mee(store, "sluis")
    assert "Ilse Vaart" in _mee(store, "sluis")
    zitting = store.zitting("maart")
    assert zitting.quorum(zitting.opname.punt("sluis")).aanwezig == 3
    lijst = namenlijst(zitting.aanwezigen(), zitting.opname.nummers)
    assert "Bram Sluiter (Kadijk; t/m punt 2)" in lijst
    assert "Ilse Vaart (Kadijk; als vervanger; vanaf punt 3)" in lijst


def test_who_had_left_already_is_replaced_later_and_keeps_the_time_of_leaving(store: Store) -> None:
    bram = leave(store, _wie(store, "Bram Sluiter").id, "opening", om=time(9, 40))
    leave_to_vervanger(store, bram.id, "Ilse Vaart", "sluis", om=time(10, 5))
    assert store.presenties.get(bram.id).vertrokken == time(9, 40)
    assert not {"Bram Sluiter", "Ilse Vaart"} & set(_mee(store, "oever"))
    with pytest.raises(ZetelDubbel):
        leave_to_vervanger(store, bram.id, "Nog Iemand", "oever")


def test_a_volmacht_from_that_item_on_ends_for_the_substitute_has_the_vote(store: Store) -> None:
    bram = _wie(store, "Bram Sluiter")
    give_volmacht(store, bram.id, "Roos van Dalen", vanaf="sluis")
    leave_to_vervanger(store, bram.id, "Ilse Vaart", "sluis")
    zitting = store.zitting("maart")
    assert [een for een in zitting.presentie if een.volmacht_id is not None] == []
    assert _mee(store, "sluis").count("Ilse Vaart") == 1
    with pytest.raises(VolmachtOnmogelijk):
        give_volmacht(store, bram.id, "Roos van Dalen", vanaf="sluis")


def test_who_was_not_there_before_or_has_no_vote_is_not_replaced_from_an_item_on(store: Store) -> None:
    bram = set_aanwezig(store, _wie(store, "Bram Sluiter").id, aanwezig=False)
    for wie, vanaf in ((bram, "sluis"), (_wie(store, "Roos van Dalen"), "opening")):
        with pytest.raises(VervangenOnmogelijk):
            leave_to_vervanger(store, wie.id, "Ilse Vaart", vanaf)
    with pytest.raises(NaamNodig):
        leave_to_vervanger(store, bram.id, " ", "sluis")
