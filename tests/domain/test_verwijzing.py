"""References to agenda items stay right when the agenda changes, and never name what a reader may not see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.verwijzing import koppel, ontkoppel, open_invulplekken, vul

NUMMERS = {"een": Nummer(1), "besloten": Nummer(1, "A"), "twee": Nummer(2), "plan": Nummer(2, "", "a")}
_woorden = st.sampled_from(
    ["agendapunt 2a", "Agendapunt 1A,", "agendapunt 2", "agendapunt 7", "agendapunten", "{{punt:plan}}",
     "agendapunt {{punt:plan}}", "agendapunt {{punt:weg}}", "{{datum}}",
     "op 4 maart 2026.", "vorige vergadering", "\n", "zie ook", "2a", "€ 5."]
)  # fmt: skip


@given(st.lists(_woorden, max_size=12).map(" ".join))
def test_a_tied_text_reads_as_the_text_that_was_written(tekst: str) -> None:
    assert vul(koppel(tekst, NUMMERS), {}, NUMMERS) == vul(tekst, {}, NUMMERS)
    assert koppel(koppel(tekst, NUMMERS), NUMMERS) == koppel(tekst, NUMMERS)


def test_a_reference_follows_its_item_to_another_number() -> None:
    gekoppeld = koppel("Zie agendapunt 2a en agendapunt 1.", NUMMERS)
    assert gekoppeld == "Zie agendapunt {{punt:plan}} en agendapunt {{punt:een}}."
    assert vul(gekoppeld, {}, {**NUMMERS, "plan": Nummer(3, "", "b")}) == "Zie agendapunt 3b en agendapunt 1."


@pytest.mark.parametrize(
    "zin",
    [
        "In de vergadering van 12 maart 2026 is bij agendapunt 2a besloten.",
        "Vorige keer (12-3-2026, agendapunt 2a) lag dit voor.",
        "De vorige agenda noemde dit bij agendapunt 2a.",
        "Zie agendapunt 9 en agendapunt 2abc.",
        "Kamernummer 2a.",
    ],
)
def test_a_reference_to_another_meeting_or_item_is_left_as_it_is(zin: str) -> None:
    assert koppel(zin, NUMMERS) == zin


def test_only_the_sentence_that_names_another_day_is_left() -> None:
    tekst = "Op 12 maart 2026 was dit agendapunt 2a. Nu is het agendapunt 2a."
    assert koppel(tekst, NUMMERS) == "Op 12 maart 2026 was dit agendapunt 2a. Nu is het agendapunt {{punt:plan}}."


def test_a_reference_to_an_item_that_is_hidden_reads_as_a_sentence_without_its_number() -> None:
    zichtbaar = {id_: nummer for id_, nummer in NUMMERS.items() if id_ != "besloten"}
    gekoppeld = koppel("Agendapunt 1A gaat voor. Dit hangt samen met agendapunt 1A.", NUMMERS)
    assert vul(gekoppeld, {}, zichtbaar) == (
        "Een agendapunt dat niet in deze set zit gaat voor. "
        "Dit hangt samen met een agendapunt dat niet in deze set zit."
    )
    assert vul("Zie {{punt:besloten}}.", {}, zichtbaar) == "Zie een agendapunt dat niet in deze set zit."


def test_facts_of_the_meeting_are_filled_in_and_unknown_ones_stay_for_the_check() -> None:
    tekst = "Op {{datum}} in {{plaats}}, met {{wethouder}}."
    assert vul(tekst, {"datum": "4 maart 2026", "plaats": "Kamer 2"}, {}) == (
        "Op 4 maart 2026 in Kamer 2, met {{wethouder}}."
    )
    assert open_invulplekken(tekst + " {{punt:plan}}") == ("wethouder",)


@given(st.lists(_woorden, max_size=12).map(" ".join))
def test_a_text_shown_to_its_writer_is_tied_again_as_it_was(tekst: str) -> None:
    assert koppel(ontkoppel(tekst, NUMMERS), NUMMERS) == koppel(tekst, NUMMERS)


def test_a_writer_sees_numbers_and_no_placeholders_where_they_can_be_tied_again() -> None:
    assert ontkoppel("Zie agendapunt {{punt:plan}} van {{datum}}.", NUMMERS) == "Zie agendapunt 2a van {{datum}}."
    gemengd = "Zie agendapunt {{punt:plan}} en {{punt:een}}. Op 4 maart was dit agendapunt {{punt:een}}."
    assert ontkoppel(gemengd, NUMMERS) == (
        "Zie agendapunt 2a en {{punt:een}}. Op 4 maart was dit agendapunt {{punt:een}}."
    )
