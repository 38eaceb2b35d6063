"""Whole paragraphs from lines, in files that tell which line ends were only the layout's."""

from tk_desktop.intake.indeling import gewone_indeling
from tk_desktop.intake.regeleinden import hele_alineas, vertelt_alineas
from tk_desktop.intake.regels import Regel

VERTELT = (
    "Inleiding",
    "De kade is in het voorjaar over de hele lengte ",
    "nagezien door de mensen van de werf en daarna ",
    "gekeurd.",
    "De palen zijn goed.",
    "Bijlage(n)",
)
"""Lines with a space behind them only where the layout ended them."""


def alineas(*regels: str) -> list[str]:
    gelezen = hele_alineas([Regel(nr, tekst) for nr, tekst in enumerate(regels, start=1)], gewone_indeling())
    return [regel.kaal for regel in gelezen if not regel.leeg]


def test_a_paragraph_is_one_line_and_the_next_one_another() -> None:
    heel = "De kade is in het voorjaar over de hele lengte nagezien door de mensen van de werf en daarna gekeurd."
    assert alineas(*VERTELT) == ["Inleiding", heel, "De palen zijn goed.", "Bijlage(n)"]


def test_a_file_without_spaces_at_line_ends_tells_nothing() -> None:
    kaal = [regel.strip() for regel in VERTELT]
    assert not vertelt_alineas([Regel(nr, tekst) for nr, tekst in enumerate(kaal)], gewone_indeling())
    assert alineas(*kaal) == kaal


def test_a_file_with_a_space_behind_every_line_tells_nothing() -> None:
    assert not vertelt_alineas([Regel(nr, f"{tekst.strip()} ") for nr, tekst in enumerate(VERTELT)], gewone_indeling())


def test_a_line_too_full_for_a_space_still_runs_on() -> None:
    *_, laatste = alineas(*VERTELT, "De werf rekent voor het werk aan de palen met 1.140", "meter hout in de loods.")
    assert laatste == "De werf rekent voor het werk aan de palen met 1.140 meter hout in de loods."


def test_an_address_broken_over_two_lines_is_whole_again() -> None:
    *_, laatste = alineas(*VERTELT, "E-mail secretariaat@water", "kant.example")
    assert laatste == "E-mail secretariaat@waterkant.example"


def test_the_running_head_of_a_page_is_no_text() -> None:
    gelezen = alineas("Onderhoud van de kade", *VERTELT, " Onderhoud van de kade", "De loods volgt.")
    assert gelezen.count("Onderhoud van de kade") == 1


def test_a_small_heading_stands_close_to_its_text() -> None:
    regels = [*VERTELT[:5], "Wat nog komt", "De loods volgt in mei."]
    gelezen = hele_alineas([Regel(nr, tekst) for nr, tekst in enumerate(regels, start=1)], gewone_indeling())
    plaats = next(plaats for plaats, regel in enumerate(gelezen) if regel.kaal == "Wat nog komt")
    assert gelezen[plaats + 1].kaal == "De loods volgt in mei."
