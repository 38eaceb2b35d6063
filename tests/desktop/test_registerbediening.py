"""The register of besluiten in the window: found, followed, set right, and one of them written for others."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.venster import druk, toon_venster, typ
from tests.verpakt import paginateksten
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.desktop.sitting.besluit_herstel import Herstelvraag
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.domain.stemming import Keuze, Stemwijze
from tk_desktop.meeting.aanhouden import continue_punt
from tk_desktop.meeting.gremia import add_gremium
from tk_desktop.meeting.vergaderingen import add_vergadering
from tk_desktop.minutes.acties import take_actieregel
from tk_desktop.minutes.besluiten import record_besluit
from tk_desktop.minutes.presentie import prepare_presentie
from tk_desktop.minutes.stemmingen import call_stemming, give_stem
from tk_desktop.minutes.verslagen import write_besproken

TEKST = "Het projectplan vast te stellen met acht scholen."
GEHEIM = "Het bod op het kwadraat te doen."


@pytest.fixture
def besluiten(qtbot: QtBot, werkmap: Path) -> Iterator[Bediening]:
    """The sample meeting with a besluit in public and one behind closed doors, and the register on the screen."""
    with toon_venster(qtbot, werkmap) as bediening:
        store = bediening.sessie.store
        dag = store.vergaderingen.all()[0].datum
        record_besluit(
            store, "punt-projectplan", Uitkomst.GEWIJZIGD, op=dag, tekst=TEKST, minderheid="Kadijk stemt tegen."
        )
        record_besluit(store, "punt-besloten", Uitkomst.CONFORM, op=dag, tekst=GEHEIM)
        take_actieregel(store, "punt-projectplan", "!GGD/dpg artsentekort agenderen 1 juli")
        druk("Ctrl+3")
        yield bediening


def _nummers(besluiten: Bediening) -> list[str]:
    return [regel.besluit.nummer for regel in besluiten.register.blad.getoond]


def _gelezen(besluiten: Bediening) -> str:
    return besluiten.register.blad.tekst.toPlainText()


def _terug(besluiten: Bediening) -> None:
    """Undo what was done and be again where every step begins: in the search of a register with one besluit."""
    besluiten.venster.activateWindow()  # as the computer does when a window over it closes
    assert QTest.qWaitForWindowActive(besluiten.venster)
    while besluiten.sessie.geschiedenis.diepte:
        besluiten.sessie.maak_ongedaan()
    besluiten.ga_naar(Adres(scherm=Scherm.START))
    druk("Ctrl+3")
    blad = besluiten.register.blad
    if blad.besloten.isChecked():
        blad.besloten.click()
    blad.filter.clear()
    blad.filter.setFocus()
    assert _nummers(besluiten) == ["BC GO 2026-001"]
    blad.kies("BC GO 2026-001")


def test_besluiten_are_found_read_and_set_right(besluiten: Bediening, qtbot: QtBot, tmp_path: Path) -> None:
    _a_besluit_stands_with_what_was_proposed_the_minority_its_papers_and_its_actions(besluiten)
    _terug(besluiten)
    _points_under_a_point_of_a_besluit_stand_further_in(besluiten)
    _terug(besluiten)
    _of_what_was_held_over_the_proposal_stands_and_nothing_of_it_fell_away(besluiten)
    _terug(besluiten)
    _what_is_besloten_is_shown_only_when_asked(besluiten)
    _terug(besluiten)
    _words_find_a_besluit(besluiten)
    _terug(besluiten)
    _a_link_leads_to_the_item_and_to_a_paper(besluiten, qtbot)
    _terug(besluiten)
    _its_commands_can_only_be_given_there_and_it_fits_on_a_small_screen(besluiten)
    _terug(besluiten)
    _a_number_that_was_given_twice_becomes_the_next_free_one(besluiten)
    _terug(besluiten)
    _a_besluit_is_set_right_under_a_new_number_and_the_old_one_leads_to_it(besluiten, qtbot)
    _terug(besluiten)
    _the_outcome_of_a_besluit_is_set_right_by_keys(besluiten, qtbot)
    _terug(besluiten)
    _the_uittreksel_of_an_open_besluit_tells_nothing_besloten(besluiten, qtbot, tmp_path)


def _a_besluit_stands_with_what_was_proposed_the_minority_its_papers_and_its_actions(besluiten: Bediening) -> None:
    assert besluiten.adres.scherm is Scherm.BESLUITEN
    assert _nummers(besluiten) == ["BC GO 2026-001"]
    tekst = _gelezen(besluiten)
    assert TEKST in tekst
    for deel in ("Voorgesteld was", "Verschil", "Kadijk stemt tegen.", "Stukken", "artsentekort agenderen"):
        assert deel in tekst


def _points_under_a_point_of_a_besluit_stand_further_in(besluiten: Bediening) -> None:
    blok = besluiten.register.blad.tekst.document().firstBlock()
    diep = {}
    while blok.isValid():
        diep[blok.text()[:3]] = blok.blockFormat().indent()
        blok = blok.next()
    assert (diep["1. "], diep["a. "], diep["b. "]) == (0, 1, 1)


def _of_what_was_held_over_the_proposal_stands_and_nothing_of_it_fell_away(besluiten: Bediening) -> None:
    store, dag = besluiten.sessie.store, date(2026, 6, 4)
    besluiten.sessie.doe("Aanhouden", lambda: record_besluit(store, "punt-zwemfonds", Uitkomst.AANGEHOUDEN, op=dag))
    besluiten.register.blad.kies("BC GO 2026-003")
    tekst = _gelezen(besluiten)
    assert "Aangehouden" in tekst
    assert "Voorgesteld was" in tekst
    assert "Verschil" not in tekst


def _what_is_besloten_is_shown_only_when_asked(besluiten: Bediening) -> None:
    assert GEHEIM not in _gelezen(besluiten)
    besluiten.register.blad.besloten.click()
    assert _nummers(besluiten) == ["BC GO 2026-002", "BC GO 2026-001"]


def _words_find_a_besluit(besluiten: Bediening) -> None:
    typ("acht gewijzigd")
    assert _nummers(besluiten) == ["BC GO 2026-001"]
    typ(" nergens")
    assert _nummers(besluiten) == []
    assert besluiten.register.blad.leeg.text() == "Geen besluit met deze woorden."
    assert not besluiten.register.blad.tekst.isVisible()


def _a_link_leads_to_the_item_and_to_a_paper(besluiten: Bediening, qtbot: QtBot) -> None:
    blad = besluiten.register.blad
    regel = blad.getoond[0]
    druk("Ctrl+Return")
    assert besluiten.adres.punt == "punt-projectplan"
    druk("Alt+Left")
    stuk = regel.stukken[0].id
    with qtbot.waitSignal(besluiten.register.gekozen) as gehoord:
        blad.tekst.anchorClicked.emit(QUrl(f"stuk:{regel.vergadering_id}/punt-projectplan/{stuk}"))
    assert (gehoord.args[0].punt, gehoord.args[0].stuk) == ("punt-projectplan", stuk)


def _a_besluit_is_set_right_under_a_new_number_and_the_old_one_leads_to_it(besluiten: Bediening, qtbot: QtBot) -> None:
    besluiten.opdrachten.acties["besluit.herstellen"].trigger()
    vraag = QApplication.activeModalWidget()
    assert isinstance(vraag, Herstelvraag)
    assert not vraag.knop.isEnabled()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is vraag.tekst)
    druk("Ctrl+A")
    typ("Het projectplan vast te stellen met negen scholen.")
    vraag.knop.click()
    assert _nummers(besluiten) == ["BC GO 2026-003", "BC GO 2026-001"]
    blad = besluiten.register.blad
    assert blad.huidig is not None
    assert blad.huidig.besluit.nummer == "BC GO 2026-003"
    blad.kies("BC GO 2026-001")
    assert "Hersteld door besluit BC GO 2026-003" in _gelezen(besluiten)
    besluiten.opdrachten.acties["besluit.herstellen"].trigger()
    assert "al hersteld" in besluiten.venster.toast.tekst
    blad.tekst.anchorClicked.emit(QUrl("besluit:BC GO 2026-003"))
    assert blad.huidig.besluit.nummer == "BC GO 2026-003"
    besluiten.opdrachten.acties["bewerken.ongedaan"].trigger()
    assert _nummers(besluiten) == ["BC GO 2026-001"]


def _the_outcome_of_a_besluit_is_set_right_by_keys(besluiten: Bediening, qtbot: QtBot) -> None:
    besluiten.opdrachten.acties["besluit.herstellen"].trigger()
    vraag = QApplication.activeModalWidget()
    assert isinstance(vraag, Herstelvraag)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is vraag.tekst)
    druk("Shift+Tab")
    assert QApplication.focusWidget() is vraag.uitkomst
    typ("V")
    assert vraag.uitkomst.currentText() == "Verworpen"
    druk("Return")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    blad = besluiten.register.blad
    assert blad.huidig is not None
    assert (blad.huidig.besluit.uitkomst, blad.huidig.besluit.tekst) == (Uitkomst.VERWORPEN, TEKST)


def _a_number_that_was_given_twice_becomes_the_next_free_one(besluiten: Bediening) -> None:
    besluiten.opdrachten.acties["besluit.nummer"].trigger()
    assert _nummers(besluiten) == ["BC GO 2026-003"], "001 was its own and 002 is that of the besloten one"
    besluiten.register.blad.lijst.setFocus()
    druk("Ctrl+Z")
    assert _nummers(besluiten) == ["BC GO 2026-001"]


def _the_uittreksel_of_an_open_besluit_tells_nothing_besloten(
    besluiten: Bediening, qtbot: QtBot, tmp_path: Path
) -> None:
    voorstellen: list[str] = []

    def kies(_: object, __: str, voorstel: Path, ___: str) -> Path:
        voorstellen.append(voorstel.name)
        return tmp_path / voorstel.name

    besluiten.register.kies = kies
    for opdracht in ("besluit.uittreksel", "besluit.uittreksel-word"):
        besluiten.opdrachten.acties[opdracht].trigger()
        qtbot.waitUntil(lambda: len(list(tmp_path.glob(voorstellen[-1]))) == 1, timeout=60_000)
    assert voorstellen == [f"BC GO 2026-06-04 uittreksel BC GO 2026-001.{einde}" for einde in ("pdf", "docx")]
    tekst = " ".join(paginateksten(tmp_path / voorstellen[0]))
    assert "acht scholen" in tekst
    assert GEHEIM not in tekst
    besluiten.register.blad.besloten.click()
    besluiten.register.blad.kies("BC GO 2026-002")
    besluiten.opdrachten.acties["besluit.uittreksel"].trigger()
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("*(besloten).pdf"))) == 1, timeout=60_000)


def _its_commands_can_only_be_given_there_and_it_fits_on_a_small_screen(besluiten: Bediening) -> None:
    hint = besluiten.register.blad.minimumSizeHint()
    assert (hint.width() <= 640, hint.height() <= 360) == (True, True)
    druk("Ctrl+4")
    assert not besluiten.opdrachten.acties["besluit.herstellen"].isEnabled()


def _links(besluiten: Bediening) -> list[str]:
    """Go with Tab along all links of the page."""
    tekst = besluiten.register.blad.tekst
    tekst.setFocus()
    gezien: list[str] = []
    while True:
        druk("Tab", tekst)
        if QApplication.focusWidget() is not tekst:
            return gezien
        gezien.append(tekst.textCursor().charFormat().anchorHref())


def _druk_op_link(besluiten: Bediening, begin: str) -> None:
    tekst = besluiten.register.blad.tekst
    tekst.setFocus()
    for _ in range(12):
        druk("Tab", tekst)
        if tekst.textCursor().charFormat().anchorHref().startswith(begin):
            druk("Return", tekst)
            return
    raise AssertionError(f"geen link {begin}")


def test_a_besluit_leads_by_its_links_to_all_that_belongs_to_it(besluiten: Bediening) -> None:
    _tab_goes_along_every_link_and_enter_follows_it(besluiten)
    _terug(besluiten)
    _a_subject_is_followed_by_keys_through_the_bodies(besluiten)


def _tab_goes_along_every_link_and_enter_follows_it(besluiten: Bediening) -> None:
    store = besluiten.sessie.store
    id_ = store.vergaderingen.all()[0].id
    prepare_presentie(store, id_)
    stemming = call_stemming(store, "punt-projectplan", "Het plan", wijze=Stemwijze.HOOFDELIJK)
    give_stem(store, stemming.id, stemming.stemmen[0].id, Keuze.TEGEN)
    write_besproken(store, "punt-projectplan", "De GGD licht het plan toe.")
    besluiten.register.herlaad()
    assert "De GGD licht het plan toe." in _gelezen(besluiten)
    assert f"Tegen: {stemming.stemmen[0].naam}" in _gelezen(besluiten)
    assert "nog een concept" in _gelezen(besluiten)
    soorten = [link.partition(":")[0] for link in _links(besluiten)]
    assert set(soorten) == {"punt", "tafel", "stuk", "actie"}
    plekken = []
    for soort in ("punt", "tafel", "stuk", "actie"):
        _druk_op_link(besluiten, soort)
        plekken.append((besluiten.adres.scherm, besluiten.adres.punt))
        if soort == "stuk":
            assert besluiten.werkblad.blad.tabs.currentWidget() is besluiten.werkblad.nota.blad
        besluiten.terug()
        assert besluiten.adres.scherm is Scherm.BESLUITEN
    assert plekken == [
        (Scherm.VERGADERINGEN, "punt-projectplan"),
        (Scherm.TAFEL, "punt-projectplan"),
        (Scherm.VERGADERINGEN, "punt-projectplan"),
        (Scherm.ACTIES, ""),
    ]
    huidig = besluiten.acties.blad.huidig
    assert huidig is not None
    assert huidig.tekst == "artsentekort agenderen"


def _a_subject_is_followed_by_keys_through_the_bodies(besluiten: Bediening) -> None:
    store = besluiten.sessie.store
    dag = store.vergaderingen.all()[0].datum
    punt_id = "punt-projectplan"
    for naam, kort in (("Dagelijks bestuur", "DB"), ("Algemeen bestuur", "AB")):
        gremium = add_gremium(store, naam, afkorting=kort)
        dag += timedelta(days=14)
        punt_id = continue_punt(store, punt_id, add_vergadering(store, gremium.id, dag).id).id
    besluit = record_besluit(store, punt_id, Uitkomst.CONFORM, op=dag)
    besluiten.register.herlaad()
    assert _nummers(besluiten) == [besluit.nummer, "BC GO 2026-001"]
    besluiten.register.blad.kies(besluit.nummer)
    tekst = _gelezen(besluiten)
    plekken = [tekst.index(deel) for deel in ("BC GO 4-6-2026", "DB 18-6-2026", "AB 2-7-2026")]
    assert plekken == sorted(plekken)
    assert "BC GO 2026-001 gewijzigd" in tekst
    assert "DB 18-6-2026, punt 2: Projectplan Fit de klas in 2026-2029 – nog geen besluit" in tekst
    assert f"{besluit.nummer} conform advies (hier)" in tekst
    _druk_op_link(besluiten, "besluit:BC GO 2026-001")
    assert "BC GO 2026-001 gewijzigd (hier)" in _gelezen(besluiten)
    besluiten.register.blad.kies(besluit.nummer)
    _druk_op_link(besluiten, f"punt:{store.vergaderingen.all()[1].id}")
    assert besluiten.adres.vergadering == store.vergaderingen.all()[1].id
