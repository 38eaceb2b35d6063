"""A page is known by its words, also with a stamp on it; without words by the pages around it."""

import pytest

from tk_desktop.intake.bladvinden import Bladplek, Bladvinder

BOMEN = "De bomen langs de Vechtkade krijgen ruimte om te groeien en de wortels een nieuw bed. " * 4
BRUG = "De brug bij Lindervoort gaat acht weken dicht voor een nieuw dek en nieuwe leuningen. " * 4
GELD = "Het krediet van vier ton komt uit de reserve voor wegen, water en bruggen. " * 4
STEMPEL = "BC GO 4-6-2026 · 2a bijl. 1 · blz. 17/84 terug"


@pytest.fixture
def vinder() -> Bladvinder:
    return Bladvinder({"nota": [BOMEN, GELD], "plan": [BRUG, "", "", BOMEN + GELD], "scan": ["", "", ""]})


def test_a_stamp_and_other_white_space_make_no_other_page(vinder: Bladvinder) -> None:
    teksten = [f"{BRUG.replace(' ', chr(10))}\n{STEMPEL}", GELD]
    assert vinder.find(teksten, [2, 1]) == {1: Bladplek("plan", 1), 2: Bladplek("nota", 2)}


def test_pages_without_words_follow_the_page_before_them(vinder: Bladvinder) -> None:
    assert vinder.find([BRUG, "", "7"], [2]) == {2: Bladplek("plan", 2)}
    assert vinder.find(["Voorblad", BRUG, "", ""], [4]) == {4: Bladplek("plan", 3)}


def test_a_file_without_words_is_the_paper_without_words_of_its_size(vinder: Bladvinder) -> None:
    assert vinder.find(["", "", ""], [3]) == {3: Bladplek("scan", 3)}


def test_what_is_in_no_paper_is_left_out(vinder: Bladvinder) -> None:
    half = BOMEN[: len(BOMEN) // 2] + "Iets heel anders dat hier nooit stond. " * 9
    assert vinder.find([half, "", "kort"], [1, 2, 3]) == {}


def test_pages_that_are_alike_keep_their_order() -> None:
    vinder = Bladvinder({"een": [GELD, BRUG], "twee": [BOMEN, GELD, BRUG]})
    assert vinder.find([BOMEN, GELD, BRUG], [1, 2, 3]) == {n: Bladplek("twee", n) for n in (1, 2, 3)}
    assert Bladvinder({"form": [GELD] * 3}).find([GELD] * 3, [2]) == {2: Bladplek("form", 2)}
