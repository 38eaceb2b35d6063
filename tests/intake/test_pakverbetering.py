"""Typing over what was read in a pack, and answering what was asked."""

from datetime import date, time
from pathlib import Path

import pytest

from tests.intake.pakbouwers import AGENDA, NOTA, een_pak
from tk_desktop.intake.pak import lees_pak
from tk_desktop.intake.pakverbetering import WaardeNietMogelijk, beantwoord, is_te_verbeteren, verbeter
from tk_desktop.intake.pakvoorstel import Pakvoorstel


@pytest.fixture
def voorstel(tmp_path: Path) -> Pakvoorstel:
    return lees_pak(een_pak(tmp_path / "set.pdf", [AGENDA, NOTA[:-1]]))


def test_a_field_that_is_typed_over_is_what_will_be_stored(voorstel: Pakvoorstel) -> None:
    nieuw = verbeter(verbeter(voorstel, "agenda.datum", "13 maart 2026"), "agenda.begin", "13.30 uur")
    nieuw = verbeter(verbeter(nieuw, "punt.2", " Kades  en oevers "), "nota.0", "Kades en oevers")
    assert nieuw.lezing.agenda is not None
    assert (nieuw.lezing.agenda.datum, nieuw.lezing.agenda.begin) == (date(2026, 3, 13), time(13, 30))
    assert nieuw.lezing.agenda.punten[1].titel == "Kades en oevers"
    assert nieuw.lezing.notas[0].onderwerp == "Kades en oevers"
    assert {veld.id: veld.waarde for veld in nieuw.velden}["agenda.datum"] == "13 maart 2026"


@pytest.mark.parametrize(("veld", "waarde"), [("agenda.datum", "morgen"), ("agenda.begin", "vroeg"), ("punt.2", " ")])
def test_what_cannot_stand_there_is_refused(voorstel: Pakvoorstel, veld: str, waarde: str) -> None:
    with pytest.raises(WaardeNietMogelijk):
        verbeter(voorstel, veld, waarde)


@pytest.mark.parametrize("welk", ["gremium", "plaats", "voorzitter", "secretaris"])
def test_every_field_of_the_head_can_be_typed_over(voorstel: Pakvoorstel, welk: str) -> None:
    nieuw = verbeter(voorstel, f"agenda.{welk}", "Anke Wiel")
    assert getattr(nieuw.lezing.agenda, welk) == "Anke Wiel"


def test_an_answered_doubt_is_not_told_again(voorstel: Pakvoorstel) -> None:
    vragen = [veld for veld in voorstel.velden if veld.id.startswith("twijfel.")]
    assert vragen
    nieuw = beantwoord(voorstel, vragen[0].id)
    assert len(nieuw.lezing.twijfels) == len(voorstel.lezing.twijfels) - 1
    assert vragen[0].id not in {veld.id for veld in nieuw.velden}
    assert not is_te_verbeteren(vragen[0].id)
