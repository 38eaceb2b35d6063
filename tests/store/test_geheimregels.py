"""Grounds, organs and stamp are data that come with the program."""

from datetime import date

from tests.zittingbouwers import een_gebeurtenis, een_geheimhouding
from tk_desktop.domain.geheimhouding import Geheimstap
from tk_desktop.store.geheimregels import known_geheimregels


def test_every_ground_has_a_key_of_its_own_and_names_its_law() -> None:
    regels = known_geheimregels()
    sleutels = [grond.sleutel for grond in regels.gronden]
    assert len(set(sleutels)) == len(sleutels)
    assert all(grond.artikel.startswith("artikel 5.1,") and grond.naam for grond in regels.gronden)
    assert "de bestuurscommissie" in regels.organen


def test_the_stamp_tells_who_imposed_it_when_and_who_may_lift_it() -> None:
    opgelegd = een_gebeurtenis(Geheimstap.OPGELEGD, date(2026, 3, 11), orgaan="de bestuurscommissie")
    stempel = known_geheimregels().stempel_voor(een_geheimhouding(gebeurtenissen=(opgelegd,)))
    assert stempel == (
        "GEHEIM · geheimhouding opgelegd door de bestuurscommissie op 11-3-2026 "
        "(artikel 5.1, tweede lid, onder b, Woo); alleen de bestuurscommissie kan die opheffen"
    )
    assert known_geheimregels().stempel_voor(een_geheimhouding()) == ""


def test_a_ground_of_an_older_register_is_called_by_its_key() -> None:
    assert known_geheimregels().grond("vroeger").naam == "vroeger"
