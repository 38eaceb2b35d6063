"""The board of a programme on paper."""

from pathlib import Path

import pypdfium2
from docx import Document

from tests.programmebouwers import maak_programma
from tk_desktop.export.bordblad import write_bord
from tk_desktop.export.vorm import Vorm
from tk_desktop.programme.programmas import add_programma, set_periode
from tk_desktop.programme.stand import read_stand
from tk_desktop.store.werkmap import Store


def test_each_project_stands_in_its_phase_with_the_shape_of_its_status(tmp_path: Path) -> None:
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        stand = read_stand(store, maak_programma(store).id)
        leeg = add_programma(store, "Leeg")
        periode = stand.perioden[-1]
        set_periode(store, leeg.id, periode.naam, periode.van, periode.tot)
        niets = read_stand(store, leeg.id)
    pdf, word = (write_bord(stand, periode, tmp_path / f"b{vorm.value}", vorm) for vorm in Vorm)
    tabel = Document(str(word)).tables[0]
    kop, bewegen, wonen = ([cel.text for cel in rij.cells] for rij in tabel.rows)
    assert kop == ["Themalijn", "Definitiefase", "Ontwerpfase", "Realisatiefase", "Verkenning"]
    assert bewegen == ["Bewegen", "■ Zwemles voor ouderen", "", "● Beweegroute langs de kade", ""]
    assert wonen == ["Wonen", "", "▲ Hofjes", "", "– Hofje Zuid"]
    document = pypdfium2.PdfDocument(pdf)
    woorden = " ".join(document[0].get_textpage().get_text_range().split())
    assert len(document) == 1
    breed, hoog = document[0].get_size()
    maat = Document(str(word)).sections[0]
    assert breed > hoog, "phases stand beside each other: the page lies on its side"
    assert (maat.page_width or 0) > (maat.page_height or 0)
    assert "● op koers, ▲ aandacht, ■ bijsturen. Zonder teken is de status niet bekend." in woorden
    kaal = pypdfium2.PdfDocument(write_bord(niets, periode, tmp_path / "leeg.pdf", Vorm.PDF))
    assert "nog geen projecten" in kaal[0].get_textpage().get_text_range()
