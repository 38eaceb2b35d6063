"""The points of a proposal are numbered by their place."""

import pytest

from tests.bouwers import een_voorstelpunt
from tk_desktop.domain.opmaak import Lijst, schrijf
from tk_desktop.domain.voorstel import Merk, als_lijst, woorden


def test_points_are_marked_by_their_place() -> None:
    onder = (een_voorstelpunt(tekst="lesgeld;", merk=Merk.LETTER), een_voorstelpunt(tekst="vervoer.", merk=Merk.LETTER))
    lijst = als_lijst(
        [een_voorstelpunt(tekst="Het fonds te verdelen:", onder=onder), een_voorstelpunt(tekst="Te melden.")]
    )
    assert isinstance(lijst, Lijst)
    assert [punt.merk for punt in lijst.punten] == ["1.", "2."]
    assert [punt.merk for punt in lijst.punten[0].onder] == ["a.", "b."]
    assert "lesgeld" in schrijf([lijst])


def test_no_points_are_no_list() -> None:
    assert als_lijst(()) is None


def test_marks_case_and_white_space_make_no_other_proposal() -> None:
    een = [een_voorstelpunt(tekst="Het plan  vast te stellen;", merk=Merk.STREEP)]
    ander = [een_voorstelpunt(tekst="het Plan vast te stellen.")]
    assert woorden(een) == woorden(ander) != woorden([een_voorstelpunt(tekst="Het plan af te wijzen.")])


def test_placeholders_are_filled_when_the_points_are_printed() -> None:
    lijst = als_lijst([een_voorstelpunt(tekst="Zie {{x}}.")], lambda tekst: tekst.replace("{{x}}", "2a"))
    assert lijst is not None
    assert lijst.punten[0].stukjes[0].tekst == "Zie 2a."


def test_a_point_without_words_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="heeft een tekst"):
        een_voorstelpunt(tekst=" ")
