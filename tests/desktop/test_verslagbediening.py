"""The papers of a meeting that was held, made from the window, and the approval of the verslag before."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.venster import druk, toon_venster
from tests.verpakt import paginateksten
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.foutmelding import Meldbalk
from tk_desktop.desktop.session.terugregel import Terugregel
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.desktop.sitting.vaststel_vak import Vaststelvak
from tk_desktop.desktop.sitting.verslag_vak import Verslagvak
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.domain.presentie import Hoedanigheid
from tk_desktop.domain.verslag import Verslagstaat
from tk_desktop.domain.zittingpapier import Zittingpapier
from tk_desktop.meeting.vergaderingen import add_vergadering
from tk_desktop.minutes.acties import take_actieregel
from tk_desktop.minutes.besluiten import record_besluit
from tk_desktop.minutes.presentie import add_aanwezige
from tk_desktop.minutes.verloop import open_zitting
from tk_desktop.minutes.verslagen import approve_verslag, write_besproken
from tk_desktop.store.werkmap import Store

GEHEIM = "Kwadraat biedt meer"


@pytest.fixture
def gehouden(qtbot: QtBot, werkmap: Path) -> Iterator[Bediening]:
    """The sample meeting, held, with something said behind closed doors."""
    with toon_venster(qtbot, werkmap) as bediening:
        store = bediening.sessie.store
        vergadering = store.vergaderingen.all()[0]
        open_zitting(store, vergadering.id, time(9, 30))
        for punt_id in ("punt-projectplan", "punt-besloten"):
            record_besluit(store, punt_id, Uitkomst.CONFORM, op=vergadering.datum)
        write_besproken(store, "punt-besloten", GEHEIM)
        take_actieregel(store, "punt-projectplan", "!GGD/dpg artsentekort agenderen 1 juli")
        bediening.ga_naar(Adres(scherm=Scherm.TAFEL, vergadering=vergadering.id))
        yield bediening


def _geef(bediening: Bediening, opdracht: str) -> None:
    bediening.opdrachten.acties[opdracht].trigger()


def _vak(qtbot: QtBot, soort: type[QWidget]) -> QWidget:
    qtbot.waitUntil(lambda: any(isinstance(een, soort) and een.isVisible() for een in QApplication.allWidgets()))
    vak = next(een for een in QApplication.allWidgets() if isinstance(een, soort) and een.isVisible())
    qtbot.waitUntil(vak.window().isActiveWindow)
    return vak


def _vaststelvak(qtbot: QtBot) -> Vaststelvak:
    vak = _vak(qtbot, Vaststelvak)
    assert isinstance(vak, Vaststelvak)
    return vak


def test_the_papers_of_a_meeting_are_asked_for_and_made(gehouden: Bediening, qtbot: QtBot, tmp_path: Path) -> None:
    _without_an_earlier_verslag_nothing_opens(gehouden)
    _nothing_is_made_when_nothing_is_asked(gehouden, qtbot)
    _a_correction_is_closed_by_itself_where_something_was_and_open_when_the_user_says_so(gehouden, qtbot)
    _the_papers_go_into_a_folder_and_those_for_everybody_hold_nothing_besloten(gehouden, qtbot, tmp_path)


def _the_papers_go_into_a_folder_and_those_for_everybody_hold_nothing_besloten(
    gehouden: Bediening, qtbot: QtBot, tmp_path: Path
) -> None:
    gehouden.tafel.bediening().verslag.kies = lambda *_: tmp_path
    _geef(gehouden, "tafel.verslag")
    vak = _vak(qtbot, Verslagvak)
    assert isinstance(vak, Verslagvak)
    assert vak.window().windowTitle() == "Verslag en lijsten van BC GO 4-6-2026"
    vak.besloten[Zittingpapier.VERSLAG].setChecked(True)
    vak.openbaar[Zittingpapier.UITTREKSELS].setChecked(True)
    vak.zonder_namen.setChecked(True)
    assert vak.keuze.zonder_namen
    vak.zonder_namen.setChecked(False)
    vak.knop.click()
    qtbot.waitUntil(lambda: "zijn bewaard in" in gehouden.venster.toast.tekst, timeout=60_000)
    namen = sorted(pad.name for pad in tmp_path.glob("*.pdf"))
    assert namen == [
        "BC GO 2026-06-04 actielijst.pdf",
        "BC GO 2026-06-04 besluitenlijst.pdf",
        "BC GO 2026-06-04 uittreksel BC GO 2026-001.pdf",
        "BC GO 2026-06-04 verslag (besloten).pdf",
        "BC GO 2026-06-04 verslag.pdf",
    ]
    assert len(list(tmp_path.glob("*.docx"))) == 5
    teksten = {pad.name: " ".join(paginateksten(pad)) for pad in tmp_path.glob("*.pdf")}
    assert [naam for naam, tekst in teksten.items() if GEHEIM in tekst] == ["BC GO 2026-06-04 verslag (besloten).pdf"]
    assert "artsentekort" in teksten["BC GO 2026-06-04 actielijst.pdf"]
    druk("Escape", vak.window())
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_a_paper_without_names_tells_of_no_guest_and_says_so(gehouden: Bediening, qtbot: QtBot, tmp_path: Path) -> None:
    store, id_ = gehouden.sessie.store, gehouden.adres.vergadering
    add_aanwezige(store, id_, "Wietske Noordhof", hoedanigheid=Hoedanigheid.GENODIGDE, functie="adviseur")
    write_besproken(store, "punt-projectplan", "Wietske Noordhof licht toe.")
    gehouden.tafel.bediening().verslag.kies = lambda *_: tmp_path
    for zonder in (True, False):
        _geef(gehouden, "tafel.verslag")
        vak = _vak(qtbot, Verslagvak)
        assert isinstance(vak, Verslagvak)
        vak.zonder_namen.setChecked(zonder)
        vak.word.setChecked(False)
        vak.knop.click()
        naam = f"BC GO 2026-06-04 verslag{' (zonder namen)' if zonder else ''}.pdf"
        qtbot.waitUntil(lambda naam=naam: (tmp_path / naam).exists())  # type: ignore[misc]
        druk("Escape", vak.window())
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
        tekst = " ".join(paginateksten(tmp_path / naam))
        assert ("Noordhof" in tekst) is not zonder
        assert ("De namen van genodigden en notulisten zijn weggelaten." in tekst) is zonder


def _nothing_is_made_when_nothing_is_asked(gehouden: Bediening, qtbot: QtBot) -> None:
    _geef(gehouden, "tafel.verslag")
    vak = _vak(qtbot, Verslagvak)
    assert isinstance(vak, Verslagvak)
    vak.pdf.setChecked(False)
    vak.word.setChecked(False)
    assert not vak.knop.isEnabled()
    druk("Escape", vak.window())
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_the_verslag_before_is_approved_here_with_a_correction_that_stays_visible(
    gehouden: Bediening, qtbot: QtBot
) -> None:
    store = gehouden.sessie.store
    eerste = store.vergaderingen.all()[0]
    later = add_vergadering(store, eerste.gremium_id, eerste.datum + timedelta(days=28))
    gehouden.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=later.id))
    _geef(gehouden, "tafel.vaststellen")
    vak = _vaststelvak(qtbot)
    qtbot.waitUntil(vak.punt.hasFocus)
    assert vak.dicht.isChecked()
    assert vak.dicht.isEnabled()
    vak.was.setText("negen scholen")
    vak.wordt.setText("acht scholen")
    vak.knop_correctie.click()
    assert vak.lijst.item(0).text() == "‘negen scholen’ wordt ‘acht scholen’ (besloten)"
    assert store.zitting(eerste.id).voor_iedereen().verslag.correcties == ()
    assert vak.was.text() == ""
    gehouden.sessie.nu = lambda: datetime(2026, 6, 5, 9, 0, tzinfo=UTC)
    vak.knop.click()
    (balk,) = vak.window().findChildren(Meldbalk)
    assert "(TK-B93)" in balk.tekst
    qtbot.waitUntil(lambda: vak.knop.visibleRegion().boundingRect().size() == vak.knop.size())  # it made room for both
    assert not store.zitting(eerste.id).verslag.is_vastgesteld
    gehouden.sessie.nu = lambda: datetime(2026, 7, 3, 9, 0, tzinfo=UTC)
    vak.was.setText("half tien")
    vak.knop.click()
    assert "(TK-D57)" in balk.tekst
    qtbot.waitUntil(vak.wordt.hasFocus)
    vak.was.setText("")
    vak.wordt.setText("tien uur")
    vak.knop.click()
    assert not store.zitting(eerste.id).verslag.is_vastgesteld
    qtbot.waitUntil(vak.was.hasFocus)
    druk("Escape", vak.window())
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    _geef(gehouden, "tafel.vaststellen")
    vak = _vaststelvak(qtbot)
    assert vak.wordt.text() == "tien uur"  # nothing that was typed is lost by closing the window
    vak.was.setText("half tien")
    vak.knop.click()
    verslag = store.zitting(eerste.id).verslag
    assert (verslag.staat, verslag.vastgesteld_in) == (Verslagstaat.VASTGESTELD, later.id)
    assert [een.wordt for een in verslag.correcties] == ["acht scholen", "tien uur"]
    assert "vastgesteld" in vak.stand.text()
    (regel,) = vak.window().findChildren(Terugregel)
    assert regel.tekst == "Het verslag is vastgesteld, met de correctie die er nog stond."
    assert (vak.was.text(), vak.wordt.text()) == ("", "")
    druk("Ctrl+Z", vak.window())
    verslag = store.zitting(eerste.id).verslag
    assert (verslag.staat, len(verslag.correcties)) == (Verslagstaat.CONCEPT, 1)
    druk("Escape", vak.window())
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_what_changed_after_approval_is_told_and_put_back_from_the_papers_of_the_meeting(
    gehouden: Bediening, qtbot: QtBot
) -> None:
    store = gehouden.sessie.store
    eerste = store.vergaderingen.all()[0]
    gehouden.sessie.doe("Vaststellen", lambda: approve_verslag(store, eerste.id, op=eerste.datum + timedelta(days=28)))
    (tekst,) = store.puntverslagen.van_punt("punt-besloten")
    gehouden.sessie.doe("Later", lambda: store.puntverslagen.save(replace(tekst, besproken="Iets anders.")))
    _geef(gehouden, "tafel.verslag")
    papieren = _vak(qtbot, Verslagvak)
    assert isinstance(papieren, Verslagvak)
    assert "Daarna is er iets gewijzigd" in papieren.stand.text()
    papieren.knop_vast.click()
    vak = _vak(qtbot, Vaststelvak)
    assert isinstance(vak, Vaststelvak)
    assert f"er stond ‘{GEHEIM}’, en nu ‘Iets anders.’" in vak.na.text()
    vak.knop_terug.click()
    assert store.puntverslagen.van_punt("punt-besloten") == (tekst,)
    assert not vak.knop_terug.isVisible()
    vak.knop.click()
    assert "weer concept gemaakt" in vak.stand.text()
    assert not vak.knop.isVisible()
    for _ in range(2):
        druk("Escape", QApplication.activeModalWidget() or vak.window())
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def _a_correction_is_closed_by_itself_where_something_was_and_open_when_the_user_says_so(
    gehouden: Bediening, qtbot: QtBot
) -> None:
    store = gehouden.sessie.store
    eerste = store.vergaderingen.all()[0]
    corrigeer = Vaststelvak(lambda: store.zitting(eerste.id))
    qtbot.addWidget(corrigeer)
    corrigeer.punt.setCurrentIndex(corrigeer.punt.findData("punt-besloten"))
    assert (corrigeer.dicht.isChecked(), corrigeer.dicht.isEnabled()) == (True, False)
    corrigeer.punt.setCurrentIndex(corrigeer.punt.findData("punt-projectplan"))
    assert (corrigeer.dicht.isChecked(), corrigeer.dicht.isEnabled()) == (False, True)
    corrigeer.was.setText(GEHEIM)
    assert corrigeer.dicht.isChecked()
    corrigeer.dicht.click()
    corrigeer.was.setText(f"{GEHEIM}.")
    with qtbot.waitSignal(corrigeer.correctie) as gegeven:
        corrigeer.knop_correctie.click()
    assert not gegeven.args[0].besloten


def _without_an_earlier_verslag_nothing_opens(gehouden: Bediening) -> None:
    _geef(gehouden, "tafel.vaststellen")
    assert "geen eerder verslag" in gehouden.venster.toast.tekst


def test_what_an_older_version_approved_is_kept_when_the_window_opens_and_the_form_says_so(
    qtbot: QtBot, werkmap: Path
) -> None:
    with Store.open(werkmap) as store:
        hier = store.vergaderingen.all()[0]
        open_zitting(store, hier.id, time(9, 30))
        approve_verslag(store, hier.id, op=hier.datum + timedelta(days=30))
        for een in store.vastgestelden.all():
            store.vastgestelden.delete(een.id)
    with toon_venster(qtbot, werkmap) as bediening:
        assert "Bewaard wat eerder is vastgesteld: het verslag van 4-6-2026." in bediening.venster.toast.tekst
        assert bediening.sessie.geschiedenis.terug is None
        vak = Vaststelvak(lambda: bediening.sessie.store.zitting(hier.id))
        assert "De tekst ervan is pas op" in vak.stand.text()
        vak.deleteLater()
