"""A figure that is too slow cannot be overlooked."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from benchmarks.__main__ import meld
from benchmarks.grafiek import Lijn, teken
from benchmarks.meten import Meting

SNEL = Meting(wat="de sluis openen", ons=1.0, ander=0.5, naam_ander="kaal", toegestaan=0.1, grens=2.0)
TRAAG = replace(SNEL, wat="de brug openen", ons=1.2)


def test_when_every_figure_is_quick_enough_the_run_ends_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert meld([SNEL, SNEL]) == 0
    uit = capsys.readouterr()
    assert uit.out.count("haalt") == 2
    assert uit.err == ""


def test_a_figure_that_misses_ends_the_run_badly_and_is_named_last(capsys: pytest.CaptureFixture[str]) -> None:
    assert meld([TRAAG, SNEL]) == 1
    uit = capsys.readouterr()
    assert "MIST" in uit.out
    assert "1 te traag: de brug openen" in uit.err


def test_a_chart_names_each_line_beside_its_end_and_is_sound_xml() -> None:
    een = Lijn(naam="50 laptops", punten=[(1, 0.4), (5, 0.6)])
    twee = Lijn(naam="meer & meer", punten=[(1, 0.4), (5, 0.6)])
    boom = ElementTree.fromstring(teken("Wat gaat erover", "jaar", "MB", [een, twee]))
    teksten = [tekst.text for tekst in boom.iter("{http://www.w3.org/2000/svg}text")]
    assert {"50 laptops", "meer & meer", "jaar", "MB"} <= set(teksten)
    hoogten = [tekst.get("y") for tekst in boom.iter("{http://www.w3.org/2000/svg}text") if tekst.text in teksten[-2:]]
    assert len(set(hoogten)) == 2
