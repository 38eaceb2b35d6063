"""Who is absent may let another member vote in their place."""

from datetime import time

import pytest

from tk_desktop.domain.presentie import Presentie
from tk_desktop.domain.presentiewoorden import afwezige
from tk_desktop.domain.stemming import Keuze, Stemwijze
from tk_desktop.domain.stemwoorden import kanten
from tk_desktop.minutes.presentie import come_in, declare_belang, prepare_presentie, send_vervanger, set_aanwezig
from tk_desktop.minutes.stemmingen import call_stemming, give_stem
from tk_desktop.minutes.volmacht import VolmachtOnmogelijk, give_volmacht
from tk_desktop.store.werkmap import Store


def _wie(store: Store, naam: str) -> Presentie:
    prepare_presentie(store, "maart")
    return next(wie for wie in store.presenties.van_vergadering("maart") if wie.naam == naam)


def _mee(store: Store, punt_id: str = "oever") -> list[str]:
    zitting = store.zitting("maart")
    return [wie.naam for wie in zitting.deelnemers(zitting.opname.punt(punt_id))]


def test_the_vote_of_who_is_absent_is_cast_by_who_has_the_volmacht(store: Store) -> None:
    bram = give_volmacht(store, _wie(store, "Bram Sluiter").id, "roos  van dalen")
    assert _mee(store) == ["Guus Meerdink", "Roos van Dalen", "Bram Sluiter"]
    zitting = store.zitting("maart")
    assert zitting.quorum(zitting.opname.punt("oever")).aanwezig == 2, "a quorum is of who are there"
    assert afwezige(bram, zitting.presentie) == "Bram Sluiter (Kadijk) (met bericht; volmacht aan Roos van Dalen)"
    stemming = call_stemming(store, "oever", "Het plan", wijze=Stemwijze.HOOFDELIJK)
    stemming = give_stem(store, stemming.id, stemming.stemmen[2].id, Keuze.VOOR)
    assert next(iter(kanten(stemming))) == "Voor: Bram Sluiter (Kadijk, bij volmacht door Roos van Dalen)."


def test_where_who_has_it_takes_no_part_the_vote_is_not_cast(store: Store) -> None:
    give_volmacht(store, _wie(store, "Bram Sluiter").id, "Roos van Dalen")
    declare_belang(store, _wie(store, "Roos van Dalen").id, "sluis")
    assert _mee(store, "sluis") == ["Guus Meerdink"]


def test_coming_in_or_being_absent_again_takes_the_volmacht_back(store: Store) -> None:
    bram = give_volmacht(store, _wie(store, "Bram Sluiter").id, "Roos van Dalen")
    assert come_in(store, bram.id, "oever", om=time(10)).volmacht_id is None
    give_volmacht(store, set_aanwezig(store, bram.id, aanwezig=False).id, "Roos van Dalen")
    assert set_aanwezig(store, bram.id, aanwezig=False).volmacht_id is None
    assert _mee(store) == ["Guus Meerdink", "Roos van Dalen"]


@pytest.mark.parametrize("aan", ["Femke Aalders", "Bram Sluiter", "Niemand", ""])
def test_only_another_member_who_is_there_can_have_it(store: Store, aan: str) -> None:
    wie = set_aanwezig(store, _wie(store, "Bram Sluiter").id, aanwezig=False)
    with pytest.raises(VolmachtOnmogelijk, match="Bram Sluiter"):
        give_volmacht(store, wie.id, aan)


def test_a_member_with_a_substitute_has_no_vote_to_give(store: Store) -> None:
    bram = _wie(store, "Bram Sluiter")
    send_vervanger(store, bram.id, "Wies Boon")
    with pytest.raises(VolmachtOnmogelijk):
        give_volmacht(store, bram.id, "Roos van Dalen")
