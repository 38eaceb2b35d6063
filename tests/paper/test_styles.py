"""What is printed can be read by people with poor sight."""

from dataclasses import replace

import pytest

from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.styles import Styles, colour, contrast

WIT = (1.0, 1.0, 1.0)


@pytest.mark.parametrize("naam", ["neutraal", "vechtstreek"])
def test_every_text_stands_out_from_the_paper(naam: str) -> None:
    styles = Styles.of(Huisstijl.load(naam))
    manners = (styles.title, *styles.headings, styles.text, styles.small, styles.cell, styles.label, styles.footer)
    assert all(contrast(manner.colour, WIT) >= 4.5 for manner in manners)
    assert contrast(styles.column_head.colour, styles.tint) >= 4.5
    assert contrast(styles.boxed.colour, styles.tint) >= 4.5


def test_small_print_of_a_light_ink_is_not_made_lighter_than_can_be_read() -> None:
    styles = Styles.of(replace(Huisstijl.load(), kleur_tekst="#6a6a6a"))
    assert contrast(styles.small.colour, WIT) >= 4.5


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast(colour("#000000"), colour("#ffffff")) == pytest.approx(21)
    assert contrast(colour("#777777"), colour("#ffffff")) == pytest.approx(4.48, abs=0.01)
