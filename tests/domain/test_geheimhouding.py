"""A duty of secrecy is imposed, ratified and lifted; its day proposes lifting and does not lift."""

from datetime import date

import pytest

from tests.bouwers import een_gremium
from tests.zittingbouwers import een_gebeurtenis, een_geheimhouding
from tk_desktop.domain.geheimhouding import (
    AlOpgeheven,
    EindeVoorOpleggen,
    Geheimstap,
    StapTeVroeg,
    bevoegd_gremium,
)

_SEPTEMBER, _OKTOBER, _DECEMBER = date(2025, 9, 24), date(2025, 10, 29), date(2025, 12, 10)
_OPGELEGD = een_gebeurtenis(Geheimstap.OPGELEGD, _SEPTEMBER)
_OPGEHEVEN = een_gebeurtenis(Geheimstap.OPGEHEVEN, _DECEMBER)


def test_secrecy_holds_until_it_is_lifted() -> None:
    assert not een_geheimhouding(gebeurtenissen=(_OPGELEGD,)).is_opgeheven
    assert een_geheimhouding(gebeurtenissen=(_OPGELEGD, _OPGEHEVEN)).is_opgeheven


def test_the_day_counts_and_not_the_order_in_which_steps_were_written_down() -> None:
    assert een_geheimhouding(gebeurtenissen=(_OPGEHEVEN, _OPGELEGD)).is_opgeheven


def test_what_is_imposed_again_after_lifting_is_secret_again() -> None:
    weer = een_gebeurtenis(Geheimstap.OPGELEGD, date(2026, 1, 7))
    assert not een_geheimhouding(gebeurtenissen=(_OPGELEGD, _OPGEHEVEN, weer)).is_opgeheven


def test_ratifying_counts_for_what_was_last_imposed() -> None:
    bekrachtigd = een_gebeurtenis(Geheimstap.BEKRACHTIGD, _OKTOBER)
    assert een_geheimhouding(gebeurtenissen=(_OPGELEGD, bekrachtigd)).is_bekrachtigd
    later = een_gebeurtenis(Geheimstap.OPGELEGD, _DECEMBER)
    assert not een_geheimhouding(gebeurtenissen=(_OPGELEGD, bekrachtigd, later)).is_bekrachtigd


def test_its_last_day_asks_for_lifting_and_lifts_nothing() -> None:
    geheim = een_geheimhouding(gebeurtenissen=(_OPGELEGD,), einddatum=_DECEMBER, stukken=("nota",))
    assert not geheim.moet_worden_opgeheven(_OKTOBER)
    assert geheim.moet_worden_opgeheven(_DECEMBER)
    assert geheim.geldt_voor(stuk_id="nota")


def test_lifting_opens_exactly_what_it_covered() -> None:
    geheim = een_geheimhouding(gebeurtenissen=(_OPGELEGD,), stukken=("nota",), agendapunten=("1a",))
    assert geheim.geldt_voor(agendapunt_id="1a")
    assert not geheim.geldt_voor(stuk_id="ander")
    open_ = een_geheimhouding(gebeurtenissen=(_OPGELEGD, _OPGEHEVEN), stukken=("nota",))
    assert not open_.geldt_voor(stuk_id="nota")


def test_lifting_belongs_to_the_body_of_the_organ_that_imposed_it() -> None:
    gremia = [
        een_gremium(id="bc", naam="Bestuurscommissie Waterkant"),
        een_gremium(id="zorg", naam="Bestuurscommissie Zorg"),
        een_gremium(id="ab", naam="Algemeen bestuur Waterkant"),
    ]

    def bevoegd(orgaan: str) -> str:
        opgelegd = een_gebeurtenis(Geheimstap.OPGELEGD, date(2026, 3, 11), orgaan=orgaan)
        return bevoegd_gremium(een_geheimhouding(gremium_id="zorg", gebeurtenissen=(opgelegd,)), gremia)

    assert [bevoegd(orgaan) for orgaan in ("het algemeen bestuur", "de bestuurscommissie", "de voorzitter", "")] == [
        "ab",
        "zorg",
        "zorg",
        "zorg",
    ]
    assert bevoegd_gremium(een_geheimhouding(gremium_id="zorg"), gremia) == "zorg"


def test_a_step_follows_the_one_before_it_and_what_was_lifted_can_only_be_imposed_anew() -> None:
    geheim = een_geheimhouding().met_stap(_OPGELEGD)
    with pytest.raises(StapTeVroeg):
        geheim.met_stap(een_gebeurtenis(Geheimstap.BEKRACHTIGD, date(2025, 9, 1)))
    geheim = geheim.met_stap(_OPGEHEVEN)
    assert [een.stap for een in geheim.gebeurtenissen] == [Geheimstap.OPGELEGD, Geheimstap.OPGEHEVEN]
    assert geheim.gebeurtenissen[0].volgorde < geheim.gebeurtenissen[1].volgorde
    with pytest.raises(AlOpgeheven):
        geheim.met_stap(een_gebeurtenis(Geheimstap.BEKRACHTIGD, date(2026, 1, 7)))
    assert not geheim.met_stap(een_gebeurtenis(Geheimstap.OPGELEGD, date(2026, 1, 7))).is_opgeheven


def test_lifting_is_proposed_no_earlier_than_it_was_imposed() -> None:
    geheim = een_geheimhouding(gebeurtenissen=(_OPGELEGD,))
    assert geheim.tot(_DECEMBER).einddatum == _DECEMBER
    with pytest.raises(EindeVoorOpleggen):
        geheim.tot(date(2025, 9, 1))
