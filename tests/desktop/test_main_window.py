"""The window: going to places and back, choosing by typing, keeping where one was, and what everybody can reach."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.venster import druk, open_venster, toon_venster, typ
from tk_desktop.desktop.agenda.agenda_model import AgendaModel
from tk_desktop.desktop.agenda.agendaversies import AgendaVersies
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.commands import OPDRACHTEN
from tk_desktop.desktop.parts.opdracht import Plek
from tk_desktop.desktop.parts.theme import DONKER, kies_schaal, kleuren
from tk_desktop.desktop.reader.lezervak import LEESOPDRACHTEN
from tk_desktop.desktop.session.overzicht import adres_van
from tk_desktop.desktop.session.voorkeuren import Rol
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.desktop.shell.main_window import Schermen
from tk_desktop.domain.agenda import Behandeling
from tk_desktop.meeting.agendapunten import set_besloten
from tk_desktop.meeting.agendaversies import freeze_agenda
from tk_desktop.meeting.vergaderingen import add_vergadering
from tk_desktop.store.werkmap import Store


@pytest.fixture
def bediening(qtbot: QtBot, werkmap: Path) -> Iterator[Bediening]:
    with toon_venster(qtbot, werkmap) as geopend:
        yield geopend


@pytest.fixture
def vergadering(bediening: Bediening) -> Adres:
    """The sample meeting, open."""
    adres = Adres(scherm=Scherm.VERGADERINGEN, vergadering=bediening.sessie.store.vergaderingen.all()[0].id)
    bediening.ga_naar(adres)
    return adres


def _titels(bediening: Bediening) -> list[str]:
    opname = bediening.werkblad.opname()
    return [f"{opname.nummers[punt.id]} {punt.titel}" for punt in opname.agendapunten]


def _druk(op: QWidget, toets: Qt.Key, houd: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(op, toets, houd)


def _terug(bediening: Bediening, vergadering: Adres) -> None:
    """Undo what was done and be again where every step begins: at the first item of the sample meeting."""
    while bediening.sessie.geschiedenis.diepte:
        bediening.sessie.maak_ongedaan()
    bediening.ga_naar(vergadering)
    assert _titels(bediening)[:3] == [
        "1 Opening en vaststelling agenda",
        "1A Schikking met leverancier plansysteem",
        "2 Bewegen en zwemmen",
    ]
    lijst = bediening.werkblad.lijst
    lijst.kies(bediening.werkblad.opname().agendapunten[0].id)
    lijst.setFocus()


@pytest.mark.qt_log_ignore(r"does not support (raise\(\)|grabbing)", extend=True)  # the offscreen platform, of a menu
def test_items_of_a_meeting_are_made_named_moved_and_undone(
    qtbot: QtBot, bediening: Bediening, vergadering: Adres, type_text: Callable[[QWidget, str], None]
) -> None:
    _the_meeting_that_is_opened_is_shown_with_its_items_and_checked(qtbot, bediening, vergadering)
    _errors_of_the_check_stand_at_their_items(bediening)
    _on_a_common_laptop_the_agenda_tells_how_items_are_treated(bediening)
    _terug(bediening, vergadering)
    _the_user_goes_back_and_forth(bediening, vergadering)
    _terug(bediening, vergadering)
    _a_new_item_is_put_in_named_and_undone_by_name(qtbot, bediening, vergadering, type_text)
    _terug(bediening, vergadering)
    _each_new_item_is_undone_on_its_own_however_soon_after_another(qtbot, bediening, vergadering)
    _terug(bediening, vergadering)
    _when_the_chosen_item_goes_its_neighbour_is_chosen_and_undo_chooses_it_again(bediening, vergadering)
    _terug(bediening, vergadering)
    _alt_shift_down_moves_an_item_and_its_number_follows(qtbot, bediening, vergadering)
    _terug(bediening, vergadering)
    _what_was_typed_in_a_cell_is_kept_when_a_command_follows(qtbot, bediening, vergadering, type_text)
    _terug(bediening, vergadering)
    _a_message_goes_when_its_button_would_undo_something_else(qtbot, bediening, vergadering)
    _terug(bediening, vergadering)
    _undo_in_a_line_of_text_is_that_of_the_program(bediening, vergadering)
    _terug(bediening, vergadering)
    _a_title_that_says_so_makes_an_item_besloten_and_tells_it(bediening, vergadering)
    _terug(bediening, vergadering)
    _the_panel_of_a_besloten_item_says_so_in_words(bediening)
    _the_panel_tells_the_treatment_that_follows_from_the_item_above(bediening)
    _terug(bediening, vergadering)
    _the_paper_that_is_chosen_in_the_list_of_papers_is_read(bediening)
    _terug(bediening, vergadering)
    _who_looks_as_a_bestuurder_and_is_secretaris_again_works_on_in_the_meeting(bediening)
    _terug(bediening, vergadering)
    _the_menu_key_gives_what_can_be_done_with_an_item_or_a_finding(bediening)
    _terug(bediening, vergadering)
    _the_heading_tells_the_version_of_the_agenda_and_opens_all(bediening)


def _the_meeting_that_is_opened_is_shown_with_its_items_and_checked(
    qtbot: QtBot, bediening: Bediening, vergadering: Adres
) -> None:
    assert bediening.adres.vergadering == vergadering.vergadering
    assert _titels(bediening)[:3] == [
        "1 Opening en vaststelling agenda",
        "1A Schikking met leverancier plansysteem",
        "2 Bewegen en zwemmen",
    ]
    qtbot.waitUntil(lambda: bediening.werkblad.controle.telling.startswith("Controle: 7 fouten"))


def _errors_of_the_check_stand_at_their_items(bediening: Bediening) -> None:
    lijst, opname = bediening.werkblad.lijst, bediening.werkblad.opname()
    fouten = {}
    for punt in opname.agendapunten:
        index = lijst.agenda.index_van(punt.id).siblingAtColumn(AgendaModel.STUKKEN)
        if "controle" in index.data(Qt.ItemDataRole.AccessibleTextRole):
            rij = index.siblingAtColumn(0).data(Qt.ItemDataRole.AccessibleTextRole)
            woorden = index.data(Qt.ItemDataRole.AccessibleTextRole)
            assert rij.endswith(woorden.partition(", ")[2])
            assert f" {len(index.data(Qt.ItemDataRole.ToolTipRole).split(chr(10))) - 1} fout" in woorden
            assert not index.data(Qt.ItemDataRole.DecorationRole).isNull()
            fouten[str(opname.nummers[punt.id])] = woorden
    assert fouten == {
        "2a": "4 stukken, 1 fout in de controle",
        "2b": "2 stukken, 1 fout in de controle",
        "3": "2 van 3, 2 fouten in de controle",
        "4": "1 stuk, 2 fouten in de controle",
    }
    index = lijst.agenda.index_van(opname.agendapunten[0].id).siblingAtColumn(AgendaModel.STUKKEN)
    assert (index.data(Qt.ItemDataRole.AccessibleTextRole), index.data(Qt.ItemDataRole.DecorationRole)) == ("", None)


def _on_a_common_laptop_the_agenda_tells_how_items_are_treated(bediening: Bediening) -> None:
    bediening.venster.resize(1366, 768)
    QApplication.sendPostedEvents()
    lijst = bediening.werkblad.lijst
    assert not [kolom for kolom in range(AgendaModel.OPMERKINGEN) if lijst.isColumnHidden(kolom)]
    opname = bediening.werkblad.opname()
    voorstel = {
        str(opname.nummers[punt.id]): lijst.agenda.index_van(punt.id).siblingAtColumn(AgendaModel.BEHANDELING)
        for punt in opname.agendapunten
    }
    assert [voorstel[nr].data() for nr in ("1", "2a", "4")] == ["", "Ter besluit.", "Ter info/bespr."]
    assert voorstel["4"].data(Qt.ItemDataRole.ToolTipRole) == "Ter informatie en bespreking"
    assert voorstel["2a"].data(Qt.ItemDataRole.AccessibleTextRole) == "Ter besluitvorming"
    bediening.venster.resize(1280, 800)


def _the_heading_tells_the_version_of_the_agenda_and_opens_all(bediening: Bediening) -> None:
    sessie, id_ = bediening.sessie, bediening.werkblad.opname().vergadering.id
    knop = bediening.werkblad.blad.versie
    assert knop.text() == "Versies"
    sessie.doe("Versie", lambda: freeze_agenda(sessie.store, id_, sessie.nu()))
    assert knop.text() == "Versie A, concept"
    knop.click()
    venster = QApplication.activeModalWidget()
    assert venster is not None
    (versies,) = venster.findChildren(AgendaVersies)
    assert versies.kop.text().startswith("Agenda A is een concept")
    venster.close()


def _the_user_goes_back_and_forth(bediening: Bediening, vergadering: Adres) -> None:
    bediening.ga_naar(Adres(scherm=Scherm.ZOEKEN))
    bediening.opdrachten.acties["beeld.terug"].trigger()
    assert bediening.adres.vergadering == vergadering.vergadering
    bediening.opdrachten.acties["beeld.vooruit"].trigger()
    assert bediening.adres == Adres(scherm=Scherm.ZOEKEN)


def _the_paper_that_is_chosen_in_the_list_of_papers_is_read(bediening: Bediening) -> None:
    opname = bediening.werkblad.opname()
    bijlage = next(stuk.id for stuk in opname.stukken if opname.label(stuk) == "2a bijl. 1")
    hier = Adres(scherm=Scherm.VERGADERINGEN, vergadering=opname.vergadering.id, punt="punt-projectplan", stuk=bijlage)
    bediening.ga_naar(hier)
    bediening.opdrachten.acties["lezen.openen"].trigger()
    assert (bediening.adres.scherm, bediening.adres.stuk) == (Scherm.LEZEN, bijlage)
    bediening.ga_naar(hier)
    bediening.opdrachten.acties["nota.openen"].trigger()
    bediening.opdrachten.acties["lezen.openen"].trigger()
    assert bediening.adres.stuk == "stuk-2a", "of the item itself its nota is read"


def _who_looks_as_a_bestuurder_and_is_secretaris_again_works_on_in_the_meeting(bediening: Bediening) -> None:
    def geef(*opdrachten: str) -> None:
        for id_ in opdrachten:
            bediening.opdrachten.acties[id_].trigger()

    voor = bediening.adres
    geef("beeld.bestuurder")
    assert bediening.adres.scherm is Scherm.LEZEN
    geef("beeld.secretaris")
    assert bediening.adres.zonder_sectie() == voor.zonder_sectie()
    assert bediening.opdrachten.acties["set.bouwen"].isEnabled()
    geef("lezen.openen", "beeld.secretaris")
    assert bediening.adres.scherm is Scherm.LEZEN, "who reads by choice goes on reading"
    bediening.ga_naar(voor)
    geef("beeld.bestuurder", "beeld.6", "beeld.secretaris")
    bediening.ga_naar(voor)
    geef("lezen.openen", "beeld.bestuurder", "beeld.secretaris")
    assert bediening.adres.scherm is Scherm.LEZEN, "also who came back from looking on another screen"


def _the_panel_of_a_besloten_item_says_so_in_words(bediening: Bediening) -> None:
    lijst, paneel, opname = bediening.werkblad.lijst, bediening.werkblad.agenda.paneel, bediening.werkblad.opname()
    met_sub = next(punt for punt in opname.agendapunten if str(opname.nummers[punt.id]) == "2")
    gezien = []
    for nummer in ("1", "1A", "2a"):
        lijst.kies(next(punt.id for punt in opname.agendapunten if str(opname.nummers[punt.id]) == nummer))
        gezien.append(paneel.besloten.text() if paneel.besloten.isVisible() else "")
    assert gezien == ["", "Besloten: alleen de leden krijgen dit punt.", ""]
    set_besloten(bediening.sessie.store, met_sub.id, True)
    bediening.sessie.veranderd.emit()
    assert paneel.besloten.text() == "Besloten, omdat het hoofdpunt besloten is."
    assert paneel.besloten.isVisible()
    set_besloten(bediening.sessie.store, met_sub.id, False)
    bediening.sessie.veranderd.emit()


def _the_panel_tells_the_treatment_that_follows_from_the_item_above(bediening: Bediening) -> None:
    lijst, paneel, opname = bediening.werkblad.lijst, bediening.werkblad.agenda.paneel, bediening.werkblad.opname()
    gezien = []
    for nummer in ("2", "2a"):
        lijst.kies(next(punt.id for punt in opname.agendapunten if str(opname.nummers[punt.id]) == nummer))
        gezien.append(paneel.van_boven.text() if paneel.van_boven.isVisible() else "")
    assert gezien == ["", "Zoals het punt erboven: ter besluitvorming."]
    besluitvorming = paneel.behandeling[Behandeling.BESLUITVORMING]
    besluitvorming.click()
    assert not paneel.van_boven.isVisible()
    besluitvorming.click()
    assert paneel.van_boven.isVisible()


def _the_menu_key_gives_what_can_be_done_with_an_item_or_a_finding(bediening: Bediening) -> None:
    werkblad = bediening.werkblad
    druk("Shift+F10")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    regels = [actie.text().replace("&", "") for actie in menu.actions() if actie.text()]
    assert regels[:3] == ["Titel wijzigen", "Dupliceren", "Verwijderen"]
    assert {"Punt verplaatsen", "Punt behandelen", "Opmerking maken…", "Nieuwe nota…", "Lezen"} <= set(regels)
    menu.close()
    werkblad.controle.volgende()
    wat = werkblad.controle.huidig()
    muis = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(werkblad.controle.tabel.viewport(), muis)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    naar = menu.actions()[0]
    assert naar.text().replace("&", "") == "Naar de plaats van de bevinding"
    menu.close()
    naar.trigger()
    assert (wat is not None, werkblad.controle.tabel.hasFocus()) == (True, False)
    bediening.vensterzaken.richt_in(Rol.BESTUURDER)
    assert bediening.opdrachten.snelmenus[Plek.CONTROLE].menu().actions() == []
    bediening.vensterzaken.richt_in(Rol.SECRETARIS)


def _a_new_item_is_put_in_named_and_undone_by_name(
    qtbot: QtBot, bediening: Bediening, vergadering: Adres, type_text: Callable[[QWidget, str], None]
) -> None:
    begin = _titels(bediening)
    _druk(bediening.werkblad.lijst, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    veld = QApplication.focusWidget()
    assert isinstance(veld, QLineEdit)
    veld.selectAll()
    type_text(veld, "Financiën")
    _druk(veld, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "2 Financiën" in _titels(bediening))
    assert (
        bediening.opdrachten.acties["bewerken.ongedaan"].text() == "&Ongedaan maken: agendapunt toevoegen (‘Financiën’)"
    )
    assert bediening.werkblad.lijst.hasFocus()
    bediening.opdrachten.acties["bewerken.ongedaan"].trigger()
    assert _titels(bediening) == begin
    assert bediening.werkblad.lijst.gekozen_ids() == [bediening.werkblad.lijst.huidig_id()]
    bediening.opdrachten.acties["bewerken.opnieuw"].trigger()
    assert "2 Financiën" in _titels(bediening)


def _voeg_punt_toe(qtbot: QtBot, bediening: Bediening, titel: str) -> None:
    druk("Ctrl+N", bediening.werkblad.lijst)
    veld = QApplication.focusWidget()
    assert isinstance(veld, QLineEdit)
    veld.selectAll()
    typ(titel)
    druk("Return", veld)
    qtbot.waitUntil(lambda: any(regel.endswith(titel) for regel in _titels(bediening)))


def _each_new_item_is_undone_on_its_own_however_soon_after_another(
    qtbot: QtBot, bediening: Bediening, vergadering: Adres
) -> None:
    begin = _titels(bediening)
    _voeg_punt_toe(qtbot, bediening, "Kade & sluis")
    een = _titels(bediening)
    _voeg_punt_toe(qtbot, bediening, "Brug")
    bediening.opdrachten.acties["bewerken.ongedaan"].trigger()
    assert _titels(bediening) == een
    naam = "&Ongedaan maken: agendapunt toevoegen (‘Kade && sluis’)"
    assert bediening.opdrachten.acties["bewerken.ongedaan"].text() == naam
    bediening.opdrachten.acties["bewerken.ongedaan"].trigger()
    assert _titels(bediening) == begin


def _a_message_goes_when_its_button_would_undo_something_else(
    qtbot: QtBot, bediening: Bediening, vergadering: Adres
) -> None:
    toast = bediening.venster.toast
    bediening.werkblad.lijst.kies("punt-projectplan")
    bediening.opdrachten.acties["punt.hamerstuk"].trigger()
    assert "hamerstuk" in toast.tekst
    _voeg_punt_toe(qtbot, bediening, "Brug")
    assert toast.tekst == ""
    _voeg_punt_toe(qtbot, bediening, "Geheim overleg grond")
    assert "besloten gemaakt" in toast.tekst
    assert toast._knop.isHidden()  # it would take the item away, title and all
    for tekst in (
        "Bewaard.",
        "‘Voortgangsrapportage van het herstel van de oevers’ geldt weer, met zijn bijlagen. " * 3,
    ):
        toast.meld(tekst)
        qtbot.waitUntil(lambda: toast.y() >= bediening.venster.statusBar().y())  # no row is under it
    toast.hide()
    hoogte = bediening.venster.statusBar().height
    qtbot.waitUntil(lambda: hoogte() <= bediening.venster.statusBar().sizeHint().height())


def _when_the_chosen_item_goes_its_neighbour_is_chosen_and_undo_chooses_it_again(
    bediening: Bediening, vergadering: Adres
) -> None:
    lijst, ids = bediening.werkblad.lijst, [punt.id for punt in bediening.werkblad.opname().agendapunten]
    lijst.kies(ids[0])
    bediening.opdrachten.acties["punt.verwijderen"].trigger()
    assert lijst.gekozen_ids() == [ids[1]] == [lijst.huidig_id()]
    bediening.opdrachten.acties["bewerken.ongedaan"].trigger()
    assert lijst.gekozen_ids() == [ids[0]] == [lijst.huidig_id()]
    lijst.kies(ids[-1])
    bediening.opdrachten.acties["punt.verwijderen"].trigger()
    assert lijst.huidig_id() == ids[-2]


def _alt_shift_down_moves_an_item_and_its_number_follows(
    qtbot: QtBot, bediening: Bediening, vergadering: Adres
) -> None:
    lijst = bediening.werkblad.lijst
    vierde = bediening.werkblad.opname().agendapunten[6]
    assert _titels(bediening)[6] == "4 Wachttijden logopedie voor kleuters"
    lijst.kies(vierde.id)
    lijst.setFocus()
    houd = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    _druk(lijst, Qt.Key.Key_Down, houd)
    assert "5 Wachttijden logopedie voor kleuters" in _titels(bediening)
    assert lijst.huidig_id() == vierde.id


def _what_was_typed_in_a_cell_is_kept_when_a_command_follows(
    qtbot: QtBot, bediening: Bediening, vergadering: Adres, type_text: Callable[[QWidget, str], None]
) -> None:
    _druk(bediening.werkblad.lijst, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    veld = QApplication.focusWidget()
    assert isinstance(veld, QLineEdit)
    veld.selectAll()
    type_text(veld, "Kade")
    bediening.opdrachten.acties["punt.omhoog"].trigger()
    assert "1 Kade" in _titels(bediening) or "1A Kade" in _titels(bediening) or "2 Kade" in _titels(bediening)


def test_what_can_be_done_or_opened_is_found_by_typing(qtbot: QtBot, bediening: Bediening, vergadering: Adres) -> None:
    for woorden, opdracht in WOORDEN:
        _a_command_is_found_by_the_words_that_people_use(bediening, vergadering, woorden, opdracht)
    _the_command_that_is_called_so_comes_first(bediening, vergadering)
    _every_command_of_the_palette_can_be_given_in_a_meeting(bediening, vergadering)
    _everything_that_can_be_opened_is_found_by_typing(qtbot, bediening)
    _a_command_that_cannot_be_given_now_is_found_and_says_when_it_can(bediening)
    bediening.typen.palet.hide()
    _a_paper_that_is_opened_is_shown_among_the_papers_and_a_nota_as_its_form(bediening)
    _a_command_is_found_by_typing_part_of_its_name(qtbot, bediening, vergadering)


def _a_command_is_found_by_typing_part_of_its_name(qtbot: QtBot, bediening: Bediening, vergadering: Adres) -> None:
    _druk(bediening.venster, Qt.Key.Key_Q, Qt.KeyboardModifier.AltModifier)
    assert bediening.typen.palet.isVisible()
    bediening.typen.palet.zoek.setText("donk")
    assert bediening.typen.palet.regels()[0] == "Donker"
    _druk(bediening.typen.palet.zoek, Qt.Key.Key_Return)
    assert kleuren() is DONKER


WOORDEN = (
    ("advies", "Adviezen op de nota…"),
    ("nieuwe versie", "Vervangen…"),
    ("nazending", "Vergaderset samenstellen…"),
    ("verzenden", "Verzendlijst"),
    ("afmelden", "Gegevens van de vergadering…"),
    ("sjablonen", "Nota bewaren als eigen sjabloon…"),
    ("huisstijl", "Leden…"),
    ("checklist", "Volgende bevinding"),
    ("draaiboek", "Regie voor de voorzitter"),
    ("pdf", "Vergaderset samenstellen…"),
)


def _a_command_is_found_by_the_words_that_people_use(
    bediening: Bediening, vergadering: Adres, woorden: str, opdracht: str
) -> None:
    _druk(bediening.venster, Qt.Key.Key_Q, Qt.KeyboardModifier.AltModifier)
    bediening.typen.palet.zoek.setText(woorden)
    assert opdracht in bediening.typen.palet.regels(), woorden
    druk("Escape", bediening.typen.palet.zoek)


def _the_command_that_is_called_so_comes_first(bediening: Bediening, vergadering: Adres) -> None:
    _druk(bediening.venster, Qt.Key.Key_Q, Qt.KeyboardModifier.AltModifier)
    bediening.typen.palet.zoek.setText("leden")
    assert bediening.typen.palet.regels()[0] == "Leden…"
    druk("Escape", bediening.typen.palet.zoek)


def _everything_that_can_be_opened_is_found_by_typing(qtbot: QtBot, bediening: Bediening) -> None:
    bediening.opdrachten.acties["ga.naar"].trigger()
    bediening.typen.openen.zoek.setText("logopedie nota")
    bediening.typen.openen.zoek.setText("zwemfonds go 4-6")  # the words and the day of its meeting, beside it
    assert bediening.typen.openen.regels()[0] == "2b Verdeling zwemfonds 2026-2027"
    bediening.typen.openen.zoek.setText("zwemfonds 2b")
    assert bediening.typen.openen.regels()[0] == "2b Verdeling zwemfonds 2026-2027"
    _druk(bediening.typen.openen.zoek, Qt.Key.Key_Return)
    assert bediening.werkblad.lijst.huidig_id() == bediening.adres.punt != ""


def test_the_window_opens_again_where_it_was_closed(qtbot: QtBot, werkmap: Path) -> None:
    with open_venster(qtbot, werkmap) as eerste:
        vergadering = eerste.sessie.store.vergaderingen.all()[0]
        punt = eerste.sessie.store.opname(vergadering.id).agendapunten[3]
        eerste.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=vergadering.id, punt=punt.id))
        eerste.opdrachten.acties["nota.openen"].trigger()
        eerste.opdrachten.acties["nota.volgende"].trigger()
        plek = eerste.adres
    assert (plek.punt, plek.vak, bool(plek.sectie)) == (punt.id, "nota", True)
    with open_venster(qtbot, werkmap) as tweede:
        assert tweede.adres == plek


def _a_place_that_is_gone_is_told_and_the_user_stays(bediening: Bediening) -> None:
    hier = bediening.adres
    bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering="weg"))
    assert "niet gevonden" in bediening.sessie.balk.tekst
    assert bediening.adres == hier


def test_the_window_has_names_and_room_for_everybody(qtbot: QtBot, bediening: Bediening, vergadering: Adres) -> None:
    _f6_goes_round_the_panes(qtbot, bediening, vergadering)
    _everything_that_takes_the_keyboard_has_a_name(bediening, vergadering)
    _a_place_that_is_gone_is_told_and_the_user_stays(bediening)
    _a_meeting_that_is_undone_is_left_and_nothing_can_be_done_in_it(bediening)
    _the_window_fits_a_small_screen(bediening, vergadering)
    _the_window_fits_a_small_screen_with_letters_of_twice_their_size(qtbot, bediening, vergadering)


def _f6_goes_round_the_panes(qtbot: QtBot, bediening: Bediening, vergadering: Adres) -> None:
    gezien = []
    for _ in range(4):
        _druk(bediening.venster, Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        gezien.append(next(deel for deel in _delen(bediening) if deel is focus or (focus and deel.isAncestorOf(focus))))
    assert set(gezien) == set(_delen(bediening))


def _delen(bediening: Bediening) -> list[QWidget]:
    return [*bediening.werkblad.blad.panelen(), bediening.venster.rail]


def _everything_that_takes_the_keyboard_has_a_name(bediening: Bediening, vergadering: Adres) -> None:
    naamloos = [
        f"{type(kind).__name__} in {type(kind.parent()).__name__}"
        for kind in bediening.venster.findChildren(QWidget)
        if kind.focusPolicy().value and not kind.objectName().startswith("qt_") and kind.window() is bediening.venster
        if not QAccessible.queryAccessibleInterface(kind).text(QAccessible.Text.Name)
    ]
    assert naamloos == []


_EIGEN_SCHERM = (Plek.TAFEL, Plek.BESLUITEN, Plek.ACTIES, Plek.PROGRAMMA, Plek.UITWISSEL)


def _every_command_of_the_palette_can_be_given_in_a_meeting(bediening: Bediening, vergadering: Adres) -> None:
    uit = {een.id for een in OPDRACHTEN if een.id in bediening.opdrachten.acties} - {
        id_ for id_, actie in bediening.opdrachten.acties.items() if actie.isEnabled()
    }
    op_eigen_scherm = {een.id for een in OPDRACHTEN if een.plek in _EIGEN_SCHERM}
    in_tekst = {een.id for een in OPDRACHTEN if een.id.startswith(("tabel.", "tekst."))}  # where one types
    assert uit - LEESOPDRACHTEN - op_eigen_scherm - in_tekst == {"bewerken.ongedaan", "bewerken.opnieuw"}


def _the_window_fits_a_small_screen(bediening: Bediening, vergadering: Adres) -> None:
    klein = bediening.venster.minimumSizeHint()
    assert (klein.width(), klein.height()) <= (640, 360)
    bediening.venster.resize(683, 384)
    assert (bediening.venster.width(), bediening.venster.height()) == (683, 384)
    rail = bediening.venster.rail
    rail.toon_smal(smal=True)
    rail.tel(Scherm.UITWISSELEN, 2)
    assert [knop.text() for knop in rail.knoppen.values()] == [
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
        "7 (2)",
    ]  # keys are still told
    rail.toon_smal(smal=False)
    assert rail.knoppen[Scherm.UITWISSELEN].text() == "7  Uitwisselen (2)"


def _the_window_fits_a_small_screen_with_letters_of_twice_their_size(
    qtbot: QtBot, bediening: Bediening, vergadering: Adres
) -> None:
    app, klein = QApplication.instance(), (683, 384)
    assert isinstance(app, QApplication)

    def past() -> bool:
        bediening.venster.resize(*klein)
        return bediening.venster.size().toTuple() == klein

    kies_schaal(app, 200)
    try:
        for scherm in (Scherm.VERGADERINGEN, Scherm.SET, Scherm.LEZEN):
            bediening.ga_naar(replace(vergadering, scherm=scherm))
            qtbot.waitUntil(past)
    finally:
        kies_schaal(app, 100)


def test_an_empty_werkmap_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    with Store.open(tmp_path / "leeg", maken=True):
        pass
    with open_venster(qtbot, tmp_path / "leeg") as bediening:
        bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN))
        blad = bediening.lijsten.vergaderingen.currentWidget()
        assert blad is not None
        assert blad.accessibleName().startswith("Nog geen vergaderingen.")
        bediening.opdrachten.acties["tafel.openen"].trigger()
        assert bediening.venster.toast.tekst == "Kies eerst een vergadering."
        assert bediening.adres == Adres(scherm=Scherm.VERGADERINGEN)


def _a_meeting_that_is_undone_is_left_and_nothing_can_be_done_in_it(bediening: Bediening) -> None:
    store = bediening.sessie.store
    gremium = store.gremia.all()[0].id
    bediening.sessie.doe(
        "Vergadering maken",
        lambda: add_vergadering(store, gremium, date(2027, 3, 4)),
        daarna=lambda v: bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=v.id)),
    )
    nieuw = bediening.adres.vergadering
    bediening.opdrachten.acties["bewerken.ongedaan"].trigger()
    assert bediening.adres.vergadering != nieuw
    assert bediening.sessie.balk.tekst == ""
    bediening.terug()
    assert bediening.adres.vergadering != nieuw


def test_a_window_that_remembers_a_meeting_that_is_gone_begins_at_the_start(qtbot: QtBot, werkmap: Path) -> None:
    with open_venster(qtbot, werkmap) as eerste:
        eerste.sessie.voorkeuren.was_op(Adres(scherm=Scherm.VERGADERINGEN, vergadering="weg"))
        eerste.sessie.voorkeuren.leg_vast()
        eerste.leg_vast = lambda: None  # type: ignore[method-assign]
        eerste.venster.gesloten.disconnect()
    with open_venster(qtbot, werkmap) as tweede:
        assert tweede.adres == Adres()
        assert not tweede.opdrachten.acties["punt.nieuw"].isEnabled()


def _undo_in_a_line_of_text_is_that_of_the_program(bediening: Bediening, vergadering: Adres) -> None:
    paneel = bediening.werkblad.agenda.paneel
    paneel.vinken["hamerstuk"].click()
    assert bediening.werkblad.opname().agendapunten[0].hamerstuk
    paneel.titel.setFocus()
    _druk(paneel.titel, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not bediening.werkblad.opname().agendapunten[0].hamerstuk


def _a_paper_that_is_opened_is_shown_among_the_papers_and_a_nota_as_its_form(bediening: Bediening) -> None:
    vergadering = bediening.sessie.store.vergaderingen.all()[0].id
    opname = bediening.sessie.store.opname(vergadering)
    stukken = {opname.label(stuk): stuk.id for stuk in opname.stukken}
    bediening.ga_naar(adres_van(opname, stukken["2a bijl. 2"]))
    assert bediening.adres.vak == "stukken"
    assert bediening.werkblad.stukken().lijst.gekozen_ids() == [stukken["2a bijl. 2"]]
    assert bediening.werkblad.stukken().lijst.isAncestorOf(bediening.venster.focusWidget()), "Enter opens it"
    bediening.ga_naar(adres_van(opname, stukken["2b"]))
    assert bediening.werkblad.nota.blad.isAncestorOf(bediening.venster.focusWidget())
    assert bediening.adres.vak == "nota"
    assert bediening.werkblad.nota.stuk_id == stukken["2b"]
    bediening.ga_naar(adres_van(opname, bediening.adres.punt))
    assert bediening.werkblad.lijst.hasFocus()


def _a_title_that_says_so_makes_an_item_besloten_and_tells_it(bediening: Bediening, vergadering: Adres) -> None:
    kade = bediening.werkblad.opname().agendapunten[2]
    bediening.werkblad.lijst.agenda.hernoemd.emit(kade.id, "Vertrouwelijk: huur van de kade")
    assert bediening.werkblad.opname().punt(kade.id).besloten
    assert "besloten gemaakt" in bediening.venster.toast.tekst


def _a_command_that_cannot_be_given_now_is_found_and_says_when_it_can(bediening: Bediening) -> None:
    bediening.ga_naar(Adres())
    palet = bediening.typen.palet
    bediening.opdrachten.acties["help.opdracht"].trigger()
    assert "Afdrukken…" not in palet.regels()
    palet.zoek.setText("afdrukken")
    assert "Afdrukken…" in palet.regels()
    gegeven: list[str] = []
    palet.gekozen.connect(gegeven.append)
    palet.lijst.setCurrentIndex(palet.lijst.model().index(palet.regels().index("Afdrukken…"), 0))
    _druk(palet.zoek, Qt.Key.Key_Return)
    assert gegeven == []
    assert palet.isVisible()
    assert "‘Afdrukken…’ kan in een vergadering. Ga daar eerst naartoe." in [
        label.text() for label in palet.findChildren(QLabel) if label.isVisible()
    ]
    waar = {een.tekst: een.alleen for een in bediening.typen.opdrachtregels() if een.alleen}
    assert waar["Deze vergadering bewaren als .ics…"] == "in een vergadering"
    assert waar["Kies de eerste tekst"] == "bij het uitwisselen"
    assert not [tekst for tekst, alleen in waar.items() if alleen == "op een ander moment"], "no place to go to"


def test_a_screen_that_is_not_seen_takes_no_room(qtbot: QtBot) -> None:
    schermen, klein, groot = Schermen(), QLabel("a"), QLabel("a" * 200)
    qtbot.addWidget(schermen)
    for blad in (klein, groot):
        schermen.addWidget(blad)
    assert schermen.minimumSizeHint() == klein.minimumSizeHint()
    schermen.setCurrentWidget(groot)
    assert schermen.minimumSizeHint() == groot.minimumSizeHint()
