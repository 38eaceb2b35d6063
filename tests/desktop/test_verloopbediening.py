"""What becomes of an item in the window: treated further elsewhere, kept from members, decided with others."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.hulp_formulier import naamloos
from tests.desktop.venster import druk, toon_venster, typ
from tk_desktop.desktop.agenda.afgevoerd import AfgevoerdBlad
from tk_desktop.desktop.pages.bladen import Bladenweergave
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.ledenkeuze import Ledenkeuze
from tk_desktop.desktop.parts.palet import Kieslijst
from tk_desktop.desktop.parts.reden import RedenVraag
from tk_desktop.desktop.planning.nieuwe_vergadering import NieuweVergadering
from tk_desktop.desktop.session.overzicht import adres_van
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.meeting.aanhouden import herkomst, set_aside, waiting, withdraw_punt
from tk_desktop.meeting.vergaderingen import add_vergadering

PLAN = "punt-projectplan"
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def bediening(qtbot: QtBot, werkmap: Path) -> Iterator[Bediening]:
    with toon_venster(qtbot, werkmap) as geopend:
        eerste = geopend.sessie.store.vergaderingen.all()[0]
        geopend.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=eerste.id, punt=PLAN))
        yield geopend


def _geef(bediening: Bediening, opdracht: str) -> None:
    bediening.opdrachten.acties[opdracht].trigger()


def _scherm(qtbot: QtBot, soort: type[W]) -> W:
    qtbot.waitUntil(lambda: any(blad.isVisible() for blad in QApplication.allWidgets() if isinstance(blad, soort)))
    return [blad for blad in QApplication.allWidgets() if isinstance(blad, soort) and blad.isVisible()][-1]


def _later(bediening: Bediening, dagen: int = 30) -> str:
    """Plan a later meeting and return its id."""
    store = bediening.sessie.store
    eerste = store.vergaderingen.all()[0]
    return add_vergadering(store, eerste.gremium_id, eerste.datum + timedelta(days=dagen)).id


def _verloop(bediening: Bediening) -> list[QPushButton]:
    return [k for k in bediening.werkblad.agenda.paneel.verloop.findChildren(QPushButton) if not k.isHidden()]


def test_what_becomes_of_items_is_said_undone_and_read_back(bediening: Bediening, qtbot: QtBot) -> None:
    hier = bediening.adres
    _without_a_later_meeting_an_item_can_go_nowhere_and_is_told_what_to_do(bediening)
    _without_a_later_meeting_an_item_that_is_held_over_waits_in_the_record(bediening, qtbot)
    _members_who_are_ticked_do_not_get_the_item_and_get_it_back_by_undo(bediening, qtbot)
    _what_is_done_to_several_items_is_done_to_each_of_them(bediening)
    _several_items_become_hamerstukken_at_once_and_debated_again_at_once(bediening)
    bediening.ga_naar(hier)
    _a_subject_goes_on_to_the_next_body_and_stays_here_with_a_way_there_and_back(bediening, qtbot)
    _the_record_of_a_withdrawn_item_is_read_with_its_papers(bediening, qtbot)
    _a_hit_in_a_withdrawn_item_opens_its_record_at_the_page(bediening, qtbot)


def _a_subject_goes_on_to_the_next_body_and_stays_here_with_a_way_there_and_back(
    bediening: Bediening, qtbot: QtBot
) -> None:
    later = _later(bediening)
    hier = bediening.adres
    _geef(bediening, "punt.verder")
    lijst = _scherm(qtbot, Kieslijst)
    assert lijst.windowTitle() == "Verder behandelen in"
    druk("Return", lijst.zoek)
    opname = bediening.sessie.store.opname(later)
    (verder,) = [punt for punt in opname.agendapunten if punt.herkomst_id == PLAN]
    assert opname.stukken_bij(verder)
    assert PLAN in bediening.werkblad.opname().nummers
    (knop,) = _verloop(bediening)
    assert knop.accessibleName().startswith("verder: ")
    knop.click()
    assert (bediening.adres.vergadering, bediening.adres.punt) == (later, verder.id)
    (terug,) = _verloop(bediening)
    assert terug.accessibleName() == f"eerder: {herkomst(bediening.sessie.store, verder.id)[0]}"
    terug.click()
    assert (bediening.adres.vergadering, bediening.adres.punt) == (hier.vergadering, PLAN)
    _geef(bediening, "bewerken.ongedaan")
    assert _verloop(bediening) == []


def test_the_whole_chain_of_earlier_treatment_is_shown_the_latest_first(bediening: Bediening, qtbot: QtBot) -> None:
    tweede, derde = _later(bediening), _later(bediening, 60)
    for naar in (tweede, derde):
        _geef(bediening, "punt.verder")
        lijst = _scherm(qtbot, Kieslijst)
        dag = bediening.sessie.store.vergaderingen.get(naar).datum
        lijst.gekozen.emit(naar)
        lijst.close()
        _verloop(bediening)[0].click()
        assert bediening.werkblad.opname().vergadering.datum == dag
    stappen = [knop.accessibleName() for knop in _verloop(bediening)]
    eerste = bediening.sessie.store.vergaderingen.all()[0].datum
    assert [stap.partition(": ")[0] for stap in stappen] == ["eerder", "eerder"]
    assert [_dag(stap) for stap in stappen] == [_kort(eerste + timedelta(days=30)), _kort(eerste)]


def test_holding_over_begins_in_the_reason(bediening: Bediening, qtbot: QtBot) -> None:
    later = _later(bediening)
    _geef(bediening, "punt.aanhouden")
    vraag = _scherm(qtbot, RedenVraag)
    qtbot.waitUntil(vraag.reden.hasFocus)
    typ("De cijfers ontbreken nog")
    druk("Return")
    assert any("rojectplan" in punt.titel for punt in bediening.sessie.store.opname(later).agendapunten)
    assert bediening.sessie.store.agendapunten.get(PLAN).reden == "De cijfers ontbreken nog"


def _without_a_later_meeting_an_item_can_go_nowhere_and_is_told_what_to_do(bediening: Bediening) -> None:
    _geef(bediening, "punt.verder")
    assert bediening.venster.toast.tekst == "Er is nog geen latere vergadering. Maak die eerst (Ctrl+Shift+N)."


def _without_a_later_meeting_an_item_that_is_held_over_waits_in_the_record(bediening: Bediening, qtbot: QtBot) -> None:
    _geef(bediening, "punt.aanhouden")
    vraag = _scherm(qtbot, RedenVraag)
    assert [vraag.keuze.itemText(nr) for nr in range(vraag.keuze.count())] == ["Nog geen vergadering: het punt wacht"]
    vraag.reden.setText("De cijfers ontbreken nog")
    druk("Return", vraag.reden)
    store = bediening.sessie.store
    assert "wacht bij Aangehouden en ingetrokken op een vergadering" in bediening.venster.toast.tekst
    assert [stap.punt_id for stap in waiting(store, bediening.werkblad.opname().gremium.id)] == [PLAN]
    _geef(bediening, "punt.afgevoerd")
    blad = _scherm(qtbot, AfgevoerdBlad)
    assert "De cijfers ontbreken nog" in blad.tekst.toPlainText()
    assert blad.knop_verder.isEnabled()
    blad.window().close()
    _geef(bediening, "bewerken.ongedaan")
    assert PLAN in store.opname(bediening.adres.vergadering).nummers


def _members_who_are_ticked_do_not_get_the_item_and_get_it_back_by_undo(bediening: Bediening, qtbot: QtBot) -> None:
    _geef(bediening, "punt.uitsluiten")
    keuze = _scherm(qtbot, Ledenkeuze)
    namen = [keuze.lijst.item(rij).text() for rij in range(keuze.lijst.count())]
    assert namen == sorted(namen)
    qtbot.waitUntil(lambda: keuze.window().isActiveWindow() and keuze.lijst.hasFocus())
    druk("Space", keuze.lijst)
    id_ = keuze.lijst.item(0).data(int(Qt.ItemDataRole.UserRole))
    opname = bediening.sessie.store.opname(bediening.adres.vergadering)
    assert opname.uitgesloten == {(PLAN, id_)}
    druk("Ctrl+Z", keuze.lijst)
    assert bediening.sessie.store.opname(bediening.adres.vergadering).uitgesloten == set()
    assert keuze.lijst.item(0).checkState() is Qt.CheckState.Unchecked
    druk("Space", keuze.lijst)
    druk("Space", keuze.lijst)
    assert bediening.sessie.store.opname(bediening.adres.vergadering).uitgesloten == set()
    druk("Escape", keuze.lijst)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def _the_record_of_a_withdrawn_item_is_read_with_its_papers(bediening: Bediening, qtbot: QtBot) -> None:
    store = bediening.sessie.store
    hier = bediening.adres.vergadering
    stuk = store.opname(hier).stukken_bij(store.agendapunten.get(PLAN))[0]
    withdraw_punt(store, PLAN, "Van tafel.")
    bediening.sessie.veranderd.emit()
    _geef(bediening, "punt.afgevoerd")
    blad = _scherm(qtbot, AfgevoerdBlad)
    assert "Ingetrokken: Van tafel." in blad.tekst.toPlainText()
    klein = blad.window().minimumSizeHint()
    assert klein.width() <= 640, klein
    assert klein.height() <= 360, klein
    blad.kies(stuk.id)
    assert _bladen(qtbot, blad).pagina == 1
    assert naamloos(blad) == []
    assert not blad.knop_verder.isEnabled()
    blad.knop_terug.click()
    assert PLAN in store.opname(hier).nummers
    blad.window().close()


def _a_hit_in_a_withdrawn_item_opens_its_record_at_the_page(bediening: Bediening, qtbot: QtBot) -> None:
    store = bediening.sessie.store
    opname = store.opname(bediening.adres.vergadering)
    bijlage = next(s for s in opname.stukken if s.agendapunt_id == PLAN and s.id in opname.versies)
    withdraw_punt(store, PLAN, "Van tafel.")
    adres = replace(adres_van(store.opname(opname.vergadering.id), bijlage.id), vak="voorbeeld", sectie="2")
    bediening.ga_naar(adres)
    blad = _scherm(qtbot, AfgevoerdBlad)
    bladen = _bladen(qtbot, blad)
    assert bladen.pagina == min(2, bladen.aantal)
    blad.window().close()


def test_an_item_that_was_set_aside_gets_a_meeting_in_the_window(bediening: Bediening, qtbot: QtBot) -> None:
    store = bediening.sessie.store
    set_aside(store, PLAN, "Nog niet akkoord.")
    _the_start_screen_leads_to_what_waits(bediening, qtbot)
    later = _a_meeting_that_is_made_later_offers_what_waits(bediening, qtbot)
    lijst = _scherm(qtbot, Kieslijst)
    assert lijst.windowTitle() == "Aangehouden punt op deze agenda"
    druk("Return", lijst.zoek)
    assert [punt.herkomst_id for punt in store.opname(later).agendapunten].count(PLAN) == 1
    assert "staat nu op deze agenda" in bediening.venster.toast.tekst
    _geef(bediening, "bewerken.ongedaan")
    assert waiting(store, store.opname(later).gremium.id)
    bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=store.agendapunten.get(PLAN).vergadering_id))
    _geef(bediening, "punt.afgevoerd")
    blad = _scherm(qtbot, AfgevoerdBlad)
    blad.knop_verder.click()
    keuze = _scherm(qtbot, Kieslijst)
    druk("Return", keuze.zoek)
    assert [punt.herkomst_id for punt in store.opname(later).agendapunten].count(PLAN) == 1
    assert not blad.knop_verder.isEnabled()
    blad.window().close()


def _the_start_screen_leads_to_what_waits(bediening: Bediening, qtbot: QtBot) -> None:
    """As long as it waits it stands under what waits for the secretaris, and Enter there opens its record."""
    bediening.ga_naar(Adres(scherm=Scherm.START))
    wacht = bediening.venster.start.wacht
    qtbot.waitUntil(lambda: any("is aangehouden en wacht" in regel for regel in _woorden(wacht)))
    nummer = next(nr for nr, regel in enumerate(_woorden(wacht)) if "is aangehouden en wacht" in regel)
    wacht.setCurrentIndex(wacht.model().index(nummer, 0))
    druk("Return", wacht)
    blad = _scherm(qtbot, AfgevoerdBlad)
    assert "Nog niet akkoord." in blad.tekst.toPlainText()
    blad.window().close()


def _a_meeting_that_is_made_later_offers_what_waits(bediening: Bediening, qtbot: QtBot) -> str:
    """The bar of a new meeting has the way to put it on that agenda; returns the id of the meeting."""
    _geef(bediening, "vergadering.nieuw")
    vraag = _scherm(qtbot, NieuweVergadering)
    qtbot.waitUntil(vraag.datum.regel.hasFocus)
    typ(_kort(bediening.sessie.store.vergaderingen.all()[0].datum + timedelta(days=60)))
    druk("Return")
    qtbot.waitUntil(lambda: not vraag.isVisible())
    balk = bediening.sessie.balk
    qtbot.waitUntil(lambda: "Er wacht nog een punt dat eerder is aangehouden." in balk.tekst)
    (knop,) = [k for k in balk.findChildren(QPushButton) if k.text() == "Op deze agenda zetten…" and k.isVisible()]
    knop.click()
    return bediening.adres.vergadering


def _woorden(lijst: QAbstractItemView) -> list[str]:
    model = lijst.model()
    return [str(model.index(nr, 0).data()) for nr in range(model.rowCount())]


def _what_is_done_to_several_items_is_done_to_each_of_them(bediening: Bediening) -> None:
    lijst = bediening.werkblad.lijst
    store, id_ = bediening.sessie.store, bediening.adres.vergadering
    voor = store.opname(id_)
    drie = [punt.id for punt in voor.agendapunten if voor.hoofdpunt(punt) is punt][1:4]
    lijst.kies(*drie)
    aantal = len(voor.agendapunten)
    _geef(bediening, "punt.akkoord")
    akkoord = {store.agendapunten.get(punt).akkoord for punt in drie}
    assert len(akkoord) == 1
    assert bediening.venster.toast.tekst.startswith("3 punten zijn nu ")
    _geef(bediening, "punt.besloten")
    assert all(store.agendapunten.get(punt).besloten for punt in drie)
    _geef(bediening, "punt.besloten")
    assert not any(store.agendapunten.get(punt).besloten for punt in drie)
    _geef(bediening, "punt.dupliceren")
    assert sum(punt.titel.endswith("(kopie)") for punt in store.opname(id_).agendapunten) == 3
    assert len(lijst.gekozen_ids()) == 3
    for _ in range(4):
        _geef(bediening, "bewerken.ongedaan")
    assert store.opname(id_) == voor
    assert len(store.opname(id_).agendapunten) == aantal


def _several_items_become_hamerstukken_at_once_and_debated_again_at_once(bediening: Bediening) -> None:
    lijst = bediening.werkblad.lijst

    def punten() -> list[Agendapunt]:
        return list(bediening.werkblad.opname().agendapunten)[3:6]

    lijst.kies(punten()[0].id)
    vlag = QItemSelectionModel.SelectionFlag
    for punt in punten()[1:]:
        lijst.selectionModel().select(lijst.agenda.index_van(punt.id), vlag.Select | vlag.Rows)
    _geef(bediening, "punt.hamerstuk")
    assert [punt.hamerstuk for punt in punten()] == [True, True, True]
    assert bediening.venster.toast.tekst == "3 punten zijn nu hamerstuk."
    _geef(bediening, "punt.hamerstuk")
    assert [punt.hamerstuk for punt in punten()] == [False, False, False]
    _geef(bediening, "bewerken.ongedaan")
    _geef(bediening, "bewerken.ongedaan")
    assert not any(punt.hamerstuk for punt in bediening.werkblad.opname().agendapunten)


def _bladen(qtbot: QtBot, blad: AfgevoerdBlad) -> Bladenweergave:
    """Return the pages beside the record, when they are there."""
    bladen = blad.findChild(Bladenweergave)
    assert isinstance(bladen, Bladenweergave)
    qtbot.waitUntil(lambda: bladen.isVisible() and bladen.aantal > 0, timeout=30_000)
    return bladen


def _kort(dag: date) -> str:
    return f"{dag.day}-{dag.month}-{dag.year}"


def _dag(stap: str) -> str:
    return stap.partition(", ")[0].rpartition(" ")[2]
