"""The report of a programme over half a year, made of its records."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from tests.programmebouwers import PERIODE, maak_programma
from tk_desktop.domain.begrotingstabel import Rijsoort, lastentabellen, overzicht
from tk_desktop.domain.geldcontrole import controleer_tabellen
from tk_desktop.domain.getal import duizendtal
from tk_desktop.domain.programmastand import Programmastand
from tk_desktop.export.halfjaar import write_halfjaarbericht, write_projectkaart
from tk_desktop.export.vorm import Vorm
from tk_desktop.intake.bestanden import lees_bestanden
from tk_desktop.programme.begroting import link_besluit
from tk_desktop.programme.stand import read_stand
from tk_desktop.store.werkmap import Store


@pytest.fixture(scope="module")
def stand(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Programmastand]:
    with Store.open(tmp_path_factory.mktemp("werkmap"), maken=True) as store:
        programma = maak_programma(store)
        kade = next(een for een in store.programma.regels.van(programma.id) if een.naam == "Kade")
        link_besluit(
            store, programma.id, "Extra banken", datum=date(2026, 3, 11), projecten=[kade.project_id or ""],
            regels=[(kade.id, 5_000)],
        )  # fmt: skip
        yield read_stand(store, programma.id)


def test_totals_are_those_of_the_lines(stand: Programmastand) -> None:
    baten, lasten = overzicht(stand, PERIODE)
    assert lasten.totaal is not None
    assert baten.totaal is not None
    per_groep = [tabel.totaal.bedragen for tabel in lastentabellen(stand, PERIODE) if tabel.totaal]
    assert lasten.totaal.bedragen == tuple(sum(kolom or 0 for kolom in rij) for rij in zip(*per_groep, strict=True))
    assert lasten.totaal.bedragen == (600_000, 640_000, 263_750, 376_250, 338_750, 37_500)


def test_word_and_pdf_say_the_same_to_the_euro(stand: Programmastand, tmp_path: Path) -> None:
    assert stand.periode is not None
    pdf, word = (write_halfjaarbericht(stand, stand.periode, tmp_path / f"r{vorm.value}", vorm) for vorm in Vorm)
    document = Document(str(word))
    cellen = [cel.text for tabel in document.tables for rij in tabel.rows for cel in rij.cells]
    woorden = _tekst(pdf)
    for tabel in (*overzicht(stand, PERIODE), *lastentabellen(stand, PERIODE)):
        for bedrag in (bedrag for rij in tabel.rijen for bedrag in rij.bedragen if bedrag is not None):
            assert duizendtal(bedrag) in cellen
            assert duizendtal(bedrag) in woorden


@pytest.mark.parametrize("vorm", Vorm)
def test_the_report_is_read_back_as_it_was_written_and_nothing_in_it_is_flagged(
    stand: Programmastand, tmp_path: Path, vorm: Vorm
) -> None:
    assert stand.periode is not None
    (gelezen,) = lees_bestanden([write_halfjaarbericht(stand, stand.periode, tmp_path / f"r{vorm.value}", vorm)])
    posten = {tabel.titel.removeprefix("Begroting "): [rij.naam for rij in tabel.posten] for tabel in gelezen.tabellen}
    for tabel in lastentabellen(stand, PERIODE):
        if len(tabel.rijen) > 2:  # one row is no table of figures by itself
            assert posten[tabel.titel] == [rij.naam for rij in tabel.rijen if rij.soort is Rijsoort.REGEL]
    assert [een.wat for een in controleer_tabellen(gelezen.tabellen, "\n".join(gelezen.paginas))] == []


def test_the_report_tells_how_each_project_goes_and_what_changed(stand: Programmastand, tmp_path: Path) -> None:
    assert stand.periode is not None
    woorden = _tekst(write_halfjaarbericht(stand, stand.periode, tmp_path / "r.pdf", Vorm.PDF))
    assert "2 themalijnen, 3 projecten en 1 subproject." in woorden
    assert "Sinds 2025-2: de status ging van ▲ aandacht naar ● op koers en de fase van Voorbereidingsfase" in woorden
    assert "12-2026*" in woorden
    assert "* Met een jaar verlenging." in woorden
    assert "Mee te nemen naar 2027" in woorden
    assert "Verkenning" in woorden
    assert "Organisatie Post" in woorden, "costs of no themalijn have a table too"
    assert "Middelbaar beroepsonderwijs" in woorden
    assert "vóór 1 januari 2028. Wat overblijft, mag mee naar het volgende jaar." in woorden
    assert "Extra banken (11-3-2026), € 5.000,-" in woorden


def test_the_card_of_a_project_is_one_page_and_the_same_each_time(stand: Programmastand, tmp_path: Path) -> None:
    assert stand.periode is not None
    kaarten = [
        write_projectkaart(stand, stand.periode, stand.projecten[0], tmp_path / f"{naam}.pdf", Vorm.PDF)
        for naam in ("een", "twee")
    ]
    assert len(pypdfium2.PdfDocument(kaarten[0])) == 1
    assert kaarten[0].read_bytes() == kaarten[1].read_bytes()
    woorden = _tekst(kaarten[0])
    assert "G + M ++ (G: weinig, M: gemiddeld)" in woorden
    assert "12-2026*" in woorden
    assert "* Met een jaar verlenging." in woorden, "a footnote goes along on a card"
    assert "Kade 120.000 120.000 61.250 58.750 58.750 0" in woorden, "what the project costs"
    assert "Gewijzigd door Extra banken (11-3-2026) Extra banken (11-3-2026), € 5.000,-" in woorden


def _tekst(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(blad.get_textpage().get_text_range() for blad in document).split())
