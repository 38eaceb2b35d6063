"""The page of a programme for the board, on paper."""

from pathlib import Path

import pypdfium2
from docx import Document

from tests.programmebouwers import maak_programma
from tk_desktop.export.dashboard import write_dashboard
from tk_desktop.export.vorm import Vorm
from tk_desktop.programme.stand import read_stand
from tk_desktop.store.werkmap import Store


def test_it_is_one_page_and_word_says_the_same(tmp_path: Path) -> None:
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        stand = read_stand(store, maak_programma(store).id)
    assert stand.periode is not None
    pdf, word = (write_dashboard(stand, stand.periode, tmp_path / f"d{vorm.value}", vorm) for vorm in Vorm)
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    woorden = " ".join(document[0].get_textpage().get_text_range().split())
    alineas = [alinea.text for alinea in Document(str(word)).paragraphs]
    for zin in ("2 themalijnen, 3 projecten en 1 subproject.", "▲ aandacht: Hofjes"):
        assert zin in woorden
        assert any(zin in alinea for alinea in alineas)
    assert "Samen: € 263.750,- van € 640.000,- besteed (41%)." in woorden
    assert "Anders dan in 2025-2" in woorden
