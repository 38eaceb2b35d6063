"""A sample of the difficult files from elsewhere through the intake; ``make corpus`` does all of them."""

from pathlib import Path

import pytest

from tests.corpus import GEHEUGEN, INGENOMEN, WORD, WORD_INGENOMEN, corpusbestanden, meet, plain_pdfium

ELKE = 25


def test_a_sample_is_taken_in_or_refused_by_a_code_and_every_werkmap_is_sound(gedeeld: Path, tmp_path: Path) -> None:
    metingen = meet(corpusbestanden(gedeeld / "corpus")[::ELKE], tmp_path)
    if not metingen:
        pytest.skip("de verzameling is er niet")
    assert [pad.name for pad, meting in metingen.items() if not meting.gezond] == []
    assert max(meting.geheugen for meting in metingen.values()) < GEHEUGEN
    word = [meting for pad, meting in metingen.items() if pad.suffix in WORD]
    assert sum(meting.uitkomst == INGENOMEN for meting in word) >= WORD_INGENOMEN * len(word)
    van_pdfium = plain_pdfium(gedeeld / "corpus")
    geopend = {pad for pad, meting in metingen.items() if pad.suffix == ".pdf" and meting.uitkomst == INGENOMEN}
    assert [pad.name for pad in metingen if pad in van_pdfium - geopend] == [], "what pdfium opens alone, we take in"
