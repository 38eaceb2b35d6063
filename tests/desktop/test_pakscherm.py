"""Looking a pack over in the window: page beside record, doubts first, few keys, nothing stored before consent."""

from collections.abc import Callable
from datetime import time
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.bouwers import een_gremium
from tests.desktop.venster import druk, toon_venster
from tests.intake.pakbouwers import AGENDA, NOTA, een_pak
from tests.intake.wordpapieren import een_actielijst, een_agenda, een_rijke_agenda
from tests.paper.test_ocr import een_scan
from tk_desktop.desktop.pages.bladkijker import SCHAAL
from tk_desktop.desktop.planning.pakbediening import Pakbediening
from tk_desktop.desktop.planning.pakscherm import Pakscherm
from tk_desktop.domain.agenda import Behandeling
from tk_desktop.intake.pak import lees_pak
from tk_desktop.intake.pakvoorstel import Deelsoort, Pakvoorstel
from tk_desktop.paper.bladbeeld import Beeld
from tk_desktop.paper.ocr import find_ocr
from tk_desktop.paper.office import find_office
from tk_desktop.paper.pakbladen import draw_one
from tk_desktop.store.werkmap import Store

KEUZES = [("v1", "BC, 12 maart"), ("v2", "BC, 1 juli")]
BLADEN = [AGENDA, NOTA, ["Meetrapport kades", "", "Tien plekken."], ["Plattegrond", "van de sluis", "Schaal 1 op 100"]]


@pytest.fixture
def pak(tmp_path: Path) -> Path:
    return een_pak(tmp_path / "vergaderset.pdf", BLADEN)


@pytest.fixture
def scherm(qtbot: QtBot, pak: Path) -> Pakscherm:
    def teken(pagina: int, klaar: Callable[[tuple[int, Beeld]], None]) -> None:
        klaar((pagina, draw_one(pak, pagina, SCHAAL)))

    uit = Pakscherm(lees_pak(pak), teken)
    qtbot.addWidget(uit)
    uit.show()
    qtbot.waitUntil(uit.isActiveWindow)
    return uit


def test_what_is_doubtful_stands_first_with_its_page_beside_it(scherm: Pakscherm) -> None:
    assert scherm.lijst.item(0).text().startswith("2 Bijlage 1 · Meetrapport kades")
    assert "bijlage 2, Tekening van de sluis" in scherm.vraag.text()
    assert scherm.kijker.waar.text() == "Bladzijde 3 van 4"
    assert scherm.kijker.blad.pixmap().width() > 0


def test_a_page_is_split_off_named_and_agreed_to_with_the_keyboard(qtbot: QtBot, scherm: Pakscherm) -> None:
    scherm.lijst.setCurrentRow(
        next(nr for nr in range(scherm.lijst.count()) if "Bijlage 1" in scherm.lijst.item(nr).text())
    )
    scherm.kijker.blader(1)
    scherm.knip.click()
    assert [(deel.van, deel.tot) for deel in scherm.voorstel.delen[-2:]] == [(3, 3), (4, 4)]
    scherm.titel.setText("Tekening van de sluis")
    scherm.titel.editingFinished.emit()
    with qtbot.waitSignal(scherm.opnemen) as gegeven:
        druk("Ctrl+Return", scherm)
    voorstel, _ = gegeven.args
    assert isinstance(voorstel, Pakvoorstel)
    assert (voorstel.delen[-1].titel, voorstel.delen[-1].rang) == ("Tekening van de sluis", 2)


def test_a_correction_that_cannot_be_is_told_and_changes_nothing(scherm: Pakscherm) -> None:
    oud = scherm.voorstel
    scherm.punt.setText("drie")
    scherm.punt.editingFinished.emit()
    assert scherm.balk.isVisible()
    assert scherm.voorstel == oud


def test_it_fits_on_a_small_screen_and_every_field_has_a_name(scherm: Pakscherm) -> None:
    hint = scherm.minimumSizeHint()
    assert (hint.width() <= 640, hint.height() <= 360) == (True, True)
    velden: list[QWidget] = [
        scherm.soort,
        scherm.punt,
        scherm.titel,
        scherm.van,
        scherm.vergadering,
        scherm.lijst,
        scherm.kijker.rol,
    ]
    assert all(veld.accessibleName() for veld in velden)


def test_a_doubt_is_corrected_where_it_is_asked_and_what_is_typed_last_counts(qtbot: QtBot, scherm: Pakscherm) -> None:
    rij = next(nr for nr in range(scherm.lijst.count()) if scherm.lijst.item(nr).text().startswith("Punt 3"))
    scherm.lijst.setCurrentRow(rij)
    keuze = scherm.rubrieken.velden["punt.3.behandeling"]
    assert isinstance(keuze, QComboBox)
    keuze.setCurrentText("Ter bespreking")
    keuze.activated.emit(keuze.currentIndex())
    assert scherm.rubrieken.velden["punt.3.behandeling"] is keuze, "the keyboard stays where it is"
    tijd = scherm.rubrieken.velden["punt.3.tijd"]
    assert isinstance(tijd, QLineEdit)
    tijd.setText("15.20")
    with qtbot.waitSignal(scherm.opnemen) as gegeven:
        druk("Ctrl+Return", scherm)
    agenda = gegeven.args[0].lezing.agenda
    assert (agenda.punten[2].tijd, agenda.punten[2].behandeling) == (time(15, 20), {Behandeling.BESPREKING})


def test_a_page_is_made_larger_with_a_key(scherm: Pakscherm) -> None:
    druk("Ctrl++", scherm)
    groot = scherm.kijker.blad.pixmap().width()
    druk("Ctrl+-", scherm)
    assert groot > 1.2 * scherm.kijker.blad.pixmap().width()


def test_of_a_pack_that_tells_no_meeting_it_is_asked(qtbot: QtBot, tmp_path: Path) -> None:
    pak = een_pak(tmp_path / "nota.pdf", [NOTA, BLADEN[2]])
    los = Pakscherm(lees_pak(pak), lambda *_: None, vergaderingen=KEUZES, vraagt_vergadering=True)
    qtbot.addWidget(los)
    los.show()
    qtbot.waitUntil(los.isActiveWindow)
    druk("Ctrl+Return", los)
    assert (los.balk.isVisible(), los.isVisible()) == (True, True)
    los.vergadering.setCurrentIndex(2)
    with qtbot.waitSignal(los.opnemen) as gegeven:
        druk("Ctrl+Return", los)
    assert gegeven.args[1] == "v2"


def test_a_scan_is_called_one_and_nothing_is_taught_on_it(qtbot: QtBot, tmp_path: Path) -> None:
    scherm = Pakscherm(lees_pak(een_scan(tmp_path, "Agenda dagelijks bestuur")), lambda *_: None)
    qtbot.addWidget(scherm)
    assert "Dit is een scan" in scherm.telling.text()
    assert not scherm.leer.isEnabled()


def test_a_part_can_be_left_out(scherm: Pakscherm) -> None:
    scherm.soort.setCurrentIndex(scherm.soort.findData(Deelsoort.WEGLATEN))
    scherm.soort.activated.emit(scherm.soort.currentIndex())
    assert scherm.voorstel.delen[2].soort is Deelsoort.WEGLATEN


def test_a_pack_that_is_not_taken_in_leaves_no_pages(qtbot: QtBot, pak: Path, tmp_path: Path) -> None:
    werkmap = tmp_path / "werkmap"
    with Store.open(werkmap, maken=True):
        pass
    with toon_venster(qtbot, werkmap) as bediening:
        Pakbediening(bediening.sessie, bediening.venster).lees(pak)
        qtbot.waitUntil(lambda: bool(bediening.venster.findChildren(Pakscherm)), timeout=20_000)
        (scherm,) = bediening.venster.findChildren(Pakscherm)
        assert list(werkmap.glob(".tk-*"))
        druk("Escape", scherm)
        assert not [*(werkmap / "cache").rglob("*.pdf"), *werkmap.glob(".tk-*")]


def test_a_pack_is_stored_after_consent_and_undone_in_one_step(qtbot: QtBot, pak: Path, tmp_path: Path) -> None:
    werkmap = tmp_path / "werkmap"
    with Store.open(werkmap, maken=True):
        pass
    with toon_venster(qtbot, werkmap) as bediening:
        sessie = bediening.sessie
        Pakbediening(sessie, bediening.venster).lees(pak)
        qtbot.waitUntil(lambda: bool(bediening.venster.findChildren(Pakscherm)), timeout=20_000)
        (scherm,) = bediening.venster.findChildren(Pakscherm)
        assert sessie.store.vergaderingen.all() == ()
        druk("Ctrl+Return", scherm)
        qtbot.waitUntil(lambda: len(sessie.store.vergaderingen.all()) == 1, timeout=20_000)
        opname = sessie.store.opname(sessie.store.vergaderingen.all()[0].id)
        assert len(opname.notas) == 1
        qtbot.waitUntil(sessie.balk.isVisible, timeout=20_000)
        assert any("bijlage 2, Tekening van de sluis" in label.text() for label in sessie.balk.findChildren(QLabel))
        qtbot.waitUntil(lambda: sessie.geschiedenis.terug is not None, timeout=20_000)
        assert list((werkmap / "cache").rglob("*.pdf")), "its pages need not be made again"
        assert not list(werkmap.glob(".tk-*"))
        sessie.maak_ongedaan()
        assert not sessie.store.vergaderingen.all()


def test_a_scan_is_read_as_any_pack_once_its_words_are_recognised(qtbot: QtBot, tmp_path: Path) -> None:
    if find_ocr() is None:
        pytest.skip("tesseract met Nederlands staat niet op deze computer")
    scan = een_scan(tmp_path, "Agenda dagelijks bestuur Kadedorp", "Datum: donderdag 17 juni 2027",
        "1. Opening van de vergadering", "2. Herstel van de oude kademuur", "3. Onderhoud van sluizen en bruggen",
        "4. Vaststelling van het verslag", "5. Mededelingen van het bestuur", "6. Rondvraag en sluiting")  # fmt: skip
    with pikepdf.open(scan, allow_overwriting_input=True) as pdf:
        pdf.pages[0].rotate(90, relative=True)
        pdf.save(scan)
    with Store.open(tmp_path / "werkmap", maken=True):
        pass
    with toon_venster(qtbot, tmp_path / "werkmap") as bediening:
        store = bediening.sessie.store
        Pakbediening(bediening.sessie, bediening.venster).lees(scan)
        qtbot.waitUntil(lambda: bool(bediening.venster.findChildren(Pakscherm)), timeout=20_000)
        (eerst,) = bediening.venster.findChildren(Pakscherm)
        assert (eerst.klaar.isEnabled(), eerst.herken.isVisible()) == (False, True)
        with qtbot.waitSignal(eerst.rejected, timeout=60_000):
            druk("Ctrl+T", eerst)
        (scherm,) = (een for een in bediening.venster.findChildren(Pakscherm) if een is not eerst)
        assert (scherm.herken.isVisible(), scherm.leer.isVisible()) == (False, False)
        qtbot.waitUntil(lambda: not scherm.kijker.blad.pixmap().isNull(), timeout=20_000)
        beeld = scherm.kijker.blad.pixmap()
        assert "de woorden zijn herkend" in scherm.opmerking.text(), "what is not as it came is told before consent"
        assert beeld.height() > beeld.width(), "the page is shown as it was read: upright"
        druk("Ctrl+Return", scherm)
        qtbot.waitUntil(lambda: len(store.vergaderingen.all()) == 1, timeout=20_000)
        opname = store.opname(store.vergaderingen.all()[0].id)
        assert "Herstel van de oude kademuur" in [punt.titel for punt in opname.agendapunten]


def test_an_agenda_in_word_is_looked_over_beside_its_lines_and_stored_after_consent(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with Store.open(tmp_path / "werkmap", maken=True):
        pass
    with toon_venster(qtbot, tmp_path / "werkmap") as bediening:
        store = bediening.sessie.store
        Pakbediening(bediening.sessie, bediening.venster).lees(een_agenda(tmp_path / "agenda.docx"))
        qtbot.waitUntil(lambda: bool(bediening.venster.findChildren(Pakscherm)), timeout=20_000)
        (scherm,) = bediening.venster.findChildren(Pakscherm)
        assert (scherm.kijker.isVisible(), scherm.leer.isVisible(), scherm.tekst.isVisible()) == (False, False, True)
        assert scherm.telling.text().startswith("Gelezen: een agenda met 2 punten.")
        teksten = [scherm.lijst.item(nr).text() for nr in range(scherm.lijst.count())]
        scherm.lijst.setCurrentRow(teksten.index("Punt 2: Kades"))
        (merk,) = scherm.tekst.extraSelections()
        assert merk.cursor.block().text() == "2"
        assert store.vergaderingen.all() == ()
        druk("Ctrl+Return", scherm)
        qtbot.waitUntil(lambda: len(store.vergaderingen.all()) == 1, timeout=20_000)
        opname = store.opname(store.vergaderingen.all()[0].id)
        assert [punt.titel for punt in opname.agendapunten] == ["Opening", "Kades"]


@pytest.mark.skipif(find_office() is None, reason="LibreOffice staat niet op deze computer")
def test_old_word_is_looked_over_as_word_is_and_kept_as_it_came(qtbot: QtBot, werkmap: Path, tmp_path: Path) -> None:
    with toon_venster(qtbot, werkmap) as bediening:
        store = bediening.sessie.store
        voor = {een.id for een in store.vergaderingen.all()}
        pakken = Pakbediening(bediening.sessie, bediening.venster)
        (tmp_path / "web.doc").write_text("<html>Agenda</html>", encoding="utf-8")
        pakken.lees(tmp_path / "web.doc")
        qtbot.waitUntil(bediening.sessie.balk.isVisible, timeout=20_000)
        verteld: list[str] = []
        bediening.sessie.bezig.connect(lambda wat, *_: verteld.append(bediening.venster.statusBar().currentMessage()))
        pakken.lees(een_rijke_agenda(tmp_path / "agenda.doc"))
        qtbot.waitUntil(lambda: bool(bediening.venster.findChildren(Pakscherm)), timeout=60_000)
        (scherm,) = bediening.venster.findChildren(Pakscherm)
        assert scherm.windowTitle() == "Nakijken en innemen: agenda.doc"
        qtbot.waitUntil(lambda: verteld[-1] == "", timeout=20_000)
        assert {"agenda.doc omzetten…", "agenda.doc lezen…"} <= set(verteld), "it takes some seconds"
        assert "Kades" in scherm.tekst.toPlainText()
        druk("Ctrl+Return", scherm)
        qtbot.waitUntil(lambda: len(store.vergaderingen.all()) == len(voor) + 1, timeout=20_000)
        nieuw = next(een.id for een in store.vergaderingen.all() if een.id not in voor)
        (bewaard,) = store.bronnen.van_vergadering(nieuw)
        assert bewaard.bestandsnaam == "agenda.doc"
    assert not list(werkmap.glob(".tk-*"))


def test_of_a_list_of_acties_that_names_nobody_the_meeting_is_asked(
    qtbot: QtBot, werkmap: Path, tmp_path: Path
) -> None:
    with toon_venster(qtbot, werkmap) as bediening:
        store = bediening.sessie.store
        with store.transaction():
            store.gremia.save(een_gremium(naam="Stuurgroep Duin"))
        voor = {actie.tekst for actie in store.acties.all()}
        pad = een_actielijst(tmp_path / "lijst.docx", "Actielijst per 18 maart 2026")
        Pakbediening(bediening.sessie, bediening.venster).lees(pad)
        qtbot.waitUntil(lambda: bool(bediening.venster.findChildren(Pakscherm)), timeout=20_000)
        (scherm,) = bediening.venster.findChildren(Pakscherm)
        assert scherm.vergadering.isVisible()
        druk("Ctrl+Return", scherm)
        assert (scherm.balk.isVisible(), {actie.tekst for actie in store.acties.all()}) == (True, voor)
        scherm.vergadering.setCurrentIndex(1)
        druk("Ctrl+Return", scherm)
        nieuw = {"Offerte vragen", "Brief versturen"}
        qtbot.waitUntil(lambda: {actie.tekst for actie in store.acties.all()} == voor | nieuw, timeout=20_000)
