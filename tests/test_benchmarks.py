"""A figure that is too slow cannot be overlooked."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks.__main__ import meld
from benchmarks.grafiek import Lijn, teken
from benchmarks.meten import Kromme, Meting
from benchmarks.prestaties import write_prestaties

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


def test_the_document_names_every_figure_what_misses_and_how_it_grows(tmp_path: Path) -> None:
    (tmp_path / "beeld").mkdir()
    krommen = [
        Kromme(grafiek="De sluis", naam=naam, punten=((10, 1.0), (1000, 2.5)), as_x="schepen", as_y="seconden")
        for naam in ("open", "dicht")
    ]
    write_prestaties(tmp_path, {"sluis": [SNEL], "brug": [TRAAG]}, krommen)
    tekst = (tmp_path / "prestaties.md").read_text("utf-8")
    assert "Van de 2 getallen missen er 1." in tekst
    assert "| de brug openen | 1200 ms | kaal | 500 ms | 1100 ms | **mist** |" in tekst
    assert "* dicht, seconden bij schepen: 10: 1,0; 1\N{NO-BREAK SPACE}000: 2,5" in tekst
    beeld = ElementTree.parse(tmp_path / "beeld" / "prestaties-de-sluis.svg")
    assert len(list(beeld.iter("{http://www.w3.org/2000/svg}polyline"))) == 2
    assert "(beeld/prestaties-de-sluis.svg)" in tekst


def test_steps_to_the_right_can_be_powers() -> None:
    boom = ElementTree.fromstring(
        teken("Groei", "stukken", "s", [Lijn(naam="alles", punten=[(10, 1), (100, 2), (1000, 3)])], machten=True)
    )
    (lijn,) = boom.iter("{http://www.w3.org/2000/svg}polyline")
    plekken = [float(punt.split(",")[0]) for punt in lijn.attrib["points"].split()]
    assert plekken[1] - plekken[0] == pytest.approx(plekken[2] - plekken[1], abs=0.2)
