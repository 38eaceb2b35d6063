"""A letter that keeps sentences of the meeting before is found; what it says of other days is left alone."""

from datetime import time
from typing import Any

import pytest

from tests.bouwers import een_agendapunt
from tests.domain.controlehulp import bevindingen, een_hele_vergadering
from tk_desktop.domain.bevinding import Bevinding
from tk_desktop.domain.momentopname import Momentopname


def _brief(tekst: str, **anders: Any) -> Momentopname:
    """The meeting is on wednesday 11 march 2026, 09.00-10.30, in the Kadehuis."""
    feiten = {"begin": time(9), "einde": time(10, 30), "plaats": "Kadehuis, zaal 2"}
    punten = [een_agendapunt(titel="Opening")]
    return een_hele_vergadering(punten=punten, vergadering=feiten, brief={"tekst": tekst, **anders})


def _vind(code: str, tekst: str, **anders: Any) -> list[Bevinding]:
    return bevindingen(_brief(tekst, **anders), code)


@pytest.mark.parametrize(
    ("tekst", "genoemd"),
    [
        ("Hierbij nodig ik u uit voor de vergadering van woensdag 4 februari 2026.", "4 februari 2026"),
        ("Wij vergaderen op 12 maart.", "12 maart"),
        ("De vergadering vindt plaats op donderdag in het Kadehuis.", "donderdag"),
        ("Graag nodig ik u namens onze voorzitter ook uit voor de bestuurscommissie op 4-2-2026.", "4-2-2026"),
    ],
)
def test_a_letter_that_invites_for_another_day_is_flagged(tekst: str, genoemd: str) -> None:
    [gevonden] = _vind("BR01", tekst)
    assert f"nodigt uit voor ‘{genoemd}’; de vergadering is op woensdag 11 maart 2026." in gevonden.wat


@pytest.mark.parametrize(
    "tekst",
    [
        "Hierbij nodig ik u uit voor de vergadering van woensdag 11 maart 2026.",
        "Wij vergaderen op woensdag, van 09.00 tot 10.30 uur.",
        "Ik nodig u uit voor de vergadering op {{datum}}, {{tijd}}, in {{plaats}}.",
        "Graag nodigen wij u uit voor de opening van het zwembad op 20 juni 2026.",
        "Het verslag van de vergadering van 4 februari 2026 treft u aan.",
        "De volgende vergadering is op 8 april 2026.",
        "Wij vergaderen op 11 maart; de stukken van 4 maart vindt u op het ledendeel.",
        "Berichten van verhindering voor de vergadering graag uiterlijk maandag 9 maart.",
        "Graag herinneren wij u aan het werkbezoek op vrijdag 18 juni 2026.",
    ],
)
def test_the_right_day_and_days_of_other_things_are_left_alone(tekst: str) -> None:
    assert not _vind("BR01", tekst)


def test_another_time_in_text_or_subject_is_flagged() -> None:
    [tekst] = _vind("BR02", "Wij komen bijeen van 13.30 tot 15.00 uur in het Kadehuis.")
    assert tekst.wat == ("De brief (tekst) noemt ‘13.30 tot 15.00’; de vergadering is van 09.00 tot 10.30 uur.")
    assert _vind("BR02", "Wij komen bijeen van 09.00 tot 12.00 uur.")
    [onderwerp] = _vind("BR02", "", onderwerp="Vergadering BC Waterkant, 10.00 uur")
    assert onderwerp.waar == "Uitnodigingsbrief, onderwerp, 10.00"


@pytest.mark.parametrize(
    "tekst",
    [
        "Wij komen bijeen van 09.00 tot 10.30 uur.",
        "Wij komen bijeen om 9.00 uur.",
        "Vanaf 08.40 uur staat de koffie klaar.",
        "Wij vergaderen op {{datum}}, {{tijd}}.",
        "Na de vergadering is er om 12.30 uur een lunch.",
    ],
)
def test_the_right_time_and_times_of_other_things_are_left_alone(tekst: str) -> None:
    assert not _vind("BR02", tekst)


def test_another_place_is_flagged_unless_the_real_one_is_named_too() -> None:
    [gevonden] = _vind("BR03", "Wij komen bijeen in het Sluishuis te Waterkant.")
    assert "noemt ‘Sluishuis’ als plaats; de vergadering is in ‘Kadehuis, zaal 2’." in gevonden.wat
    for goed in (
        "Wij komen bijeen in het Kadehuis te Waterkant.",
        "Wij vergaderen in {{plaats}}.",
        "Wij vergaderen in Teams.",
        "Wij vergaderen in april weer.",
        "Wij komen bijeen in de gewone zaal.",
        "Van de vergadering in het Sluishuis treft u het verslag aan.",
    ):
        assert not _vind("BR03", goed)


def test_a_point_that_is_not_on_this_agenda_is_flagged() -> None:
    [gevonden] = _vind("BR04", "Punt 1A behandelt u achter gesloten deuren; punt 1 is de opening.")
    assert gevonden.wat == "De brief noemt ‘punt 1A’; dat punt staat niet op deze agenda."
    assert not _vind("BR04", "Op dit punt 2.500 euro; agendapunt 7; in drie punten.")


def test_a_meeting_without_a_letter_time_or_place_is_left_alone() -> None:
    opname = een_hele_vergadering(
        vergadering={"begin": None, "einde": None, "plaats": ""},
        brief={"tekst": "Wij komen bijeen van 13.30 tot 15.00 uur in het Sluishuis."},
    )
    assert not [b for code in ("BR01", "BR02", "BR03", "BR04") for b in bevindingen(opname, code)]
