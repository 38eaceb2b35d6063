"""Paragraphs, lists and small headings in lines of invented text."""

import pytest

from tk_desktop.intake.alineas import rijke_tekst
from tk_desktop.intake.regels import Regel

VOL = "Deze regel is vol en loopt door tot aan de rand van het blad waar het volgende woord niet meer past op"


def rijk(tekst: str) -> str:
    return rijke_tekst([Regel(nr, regel) for nr, regel in enumerate(tekst.split("\n"), start=1)], len(VOL))


def test_wrapped_lines_are_one_paragraph_and_a_gap_begins_another() -> None:
    assert rijk(f"{VOL}\nde regel. {VOL}\nslot.\n\nNieuw.") == f"{VOL} de regel. {VOL} slot.\n\nNieuw."


def test_a_line_that_the_writer_ended_is_a_paragraph_of_its_own() -> None:
    assert rijk(f"Dit is kort.\nEen nieuwe alinea. {VOL}") == f"Dit is kort.\n\nEen nieuwe alinea. {VOL}"


def test_a_sentence_runs_on_over_a_gap_in_lower_case() -> None:
    assert rijk(f"{VOL}\n \nde regel.") == f"{VOL} de regel."


def test_lists_nest_by_the_kind_of_their_marks() -> None:
    tekst = "Nodig is:\n1. hout, te weten:\na. eiken\nb. grenen;\n\n2. tijd.\n\nVerder niets."
    assert rijk(tekst) == "Nodig is:\n\n1. hout, te weten:\n  a. eiken\n  b. grenen;\n2. tijd.\n\nVerder niets."


@pytest.mark.parametrize("streep", "-–•➢▪*")
def test_every_bullet_is_a_dash(streep: str) -> None:
    assert rijk(f"{streep} hout\n{streep} spijkers") == "- hout\n- spijkers"


def test_a_figure_at_the_start_of_a_wrapped_line_is_no_item() -> None:
    assert rijk(f"{VOL} punt\n3. van de wet.") == f"{VOL} punt 3. van de wet."


def test_a_small_heading_stands_above_its_paragraph() -> None:
    assert rijk(f"Er was.\n\nHet peil\n{VOL}\nzo is het.") == f"Er was.\n\n### Het peil\n\n{VOL} zo is het."


def test_marks_of_print_in_a_received_text_are_plain() -> None:
    assert rijk("De *wet* van [art. 3] #1") == r"De \*wet\* van \[art. 3\] #1"


def test_nothing_gives_nothing() -> None:
    assert rijk("\n \n") == ""
