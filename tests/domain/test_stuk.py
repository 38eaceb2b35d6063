"""A paper is promised or present."""

import pytest

from tests.bouwers import een_stuk, een_stukversie
from tk_desktop.domain.stuk import Soort


def test_three_kinds_of_papers_have_a_form() -> None:
    assert [soort.value for soort in Soort if soort.is_nota] == ["adviesnota", "opiniërende nota", "informatienota"]


def test_only_a_pdf_with_pages_stands_in_a_set() -> None:
    assert een_stukversie().is_pdf
    assert not een_stukversie(paginas=0).is_pdf
    assert not een_stukversie(media="application/zip").is_pdf


def test_an_impossible_paper_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="heeft een titel"):
        een_stuk(titel="")
    with pytest.raises(ValueError, match="negatief"):
        een_stuk(bijlagen_beloofd=-1)
