"""The letter of a new meeting: dates move along, and what told of the earlier meeting alone is left out."""

from dataclasses import replace
from datetime import date

import pytest

from tests.bouwers import een_brief, een_vergadering
from tk_desktop.meeting.briefkopie import NODIGT_UIT, on_other_day, without_then

MAART = een_vergadering(id="maart", datum=date(2026, 3, 11), plaats="Kadehuis", gelegenheid="Havendag")
APRIL = replace(MAART, id="april", datum=date(2026, 4, 8), gelegenheid="")
BRIEF = een_brief(datum=date(2026, 2, 25), verhindering_uiterlijk=date(2026, 3, 9))
UITNODIGING = "Op woensdag 11 maart 2026 komen wij bijeen in het Kadehuis."
ALTIJD = "De stukken staan op onze website. Meld u uiterlijk 9 maart af."


def _tekst(*alineas: str, plaats: str = "Kadehuis") -> list[str]:
    brief = on_other_day(replace(BRIEF, tekst="\n\n".join(alineas)), MAART.datum, APRIL.datum)
    return without_then(brief, MAART, replace(APRIL, plaats=plaats), {"blijft"}).split("\n\n")


def test_the_days_of_the_letter_move_as_far_as_the_meeting() -> None:
    nieuw = on_other_day(replace(BRIEF, onderwerp="Vergadering 11-3-2026"), MAART.datum, APRIL.datum)
    assert (nieuw.datum, nieuw.verhindering_uiterlijk) == (date(2026, 3, 25), date(2026, 4, 6))
    assert nieuw.onderwerp == "Vergadering 8-4-2026"


@pytest.mark.parametrize(
    "toen",
    [
        "Denkt u aan het werkbezoek op vrijdag 20 maart 2026?",
        "Vanaf 09.10 uur staat de koffie klaar.",
        "Op de agenda staan twee voorstellen over de kade.",
        "Punt 1A behandelt u achter gesloten deuren.",
        "Lees vooral {{punt:oever}}.",
        "Na afloop begint de Havendag.",
    ],
)
def test_a_paragraph_that_tells_of_the_earlier_meeting_alone_is_left_out(toen: str) -> None:
    assert _tekst(UITNODIGING, toen, ALTIJD) == [
        "Op woensdag 8 april 2026 komen wij bijeen in het Kadehuis.",
        "De stukken staan op onze website. Meld u uiterlijk 6 april af.",
    ]


def test_an_invitation_to_another_place_is_written_anew() -> None:
    assert _tekst(UITNODIGING, ALTIJD, plaats="Sluishuis")[0] == NODIGT_UIT


def test_a_letter_that_tells_of_every_meeting_stays_as_it_is() -> None:
    alineas = [NODIGT_UIT, ALTIJD, "Zie {{punt:blijft}}."]
    assert _tekst(*alineas) == [NODIGT_UIT, ALTIJD.replace("9 maart", "6 april"), alineas[2]]
