"""Changing a programme on its screen: in the table, by keys, in the form of a project; each action undone by itself."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.desktop.venster import druk, toon_venster, typ
from tests.programmebouwers import PERIODE, maak_programma
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.naamvraag import NaamVraag
from tk_desktop.desktop.parts.palet import Kieslijst
from tk_desktop.desktop.programme.gegevensblad import (
    AFKORTINGEN,
    BRONNEN,
    FASEN,
    MEENEMEN,
    PERIODEN,
    ROLLEN,
    TABELLEN,
    Programmagegevens,
)
from tk_desktop.desktop.programme.projectblad import Projectblad
from tk_desktop.desktop.programme.rijenveld import Rijenveld
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.domain.bedrag import VERLOREN
from tk_desktop.domain.begroting import Bedragsoort
from tk_desktop.domain.programma import Project, Projectstatus
from tk_desktop.domain.programmastand import Programmastand
from tk_desktop.programme.begroting import link_besluit
from tk_desktop.programme.programmas import change_programma, set_periode
from tk_desktop.programme.stand import read_stand
from tk_desktop.store.werkmap import Store


@pytest.fixture
def bediening(qtbot: QtBot, tmp_path: Path) -> Iterator[Bediening]:
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        maak_programma(store)
    with toon_venster(qtbot, tmp_path / "werkmap") as geopend:
        geopend.ga_naar(Adres(scherm=Scherm.PROGRAMMA))
        yield geopend


def _terug(bediening: Bediening) -> None:
    """Undo what was done and be again where every step begins: at the board of the programme as it was made."""
    while bediening.sessie.geschiedenis.diepte:
        bediening.sessie.maak_ongedaan()
    bediening.ga_naar(Adres(scherm=Scherm.START))
    bediening.ga_naar(Adres(scherm=Scherm.PROGRAMMA))
    bediening.programma.blad.beelden.setCurrentIndex(0)
    bediening.sessie.balk.hide()
    bediening.venster.activateWindow()  # as the computer does when a window over it closes
    assert QTest.qWaitForWindowActive(bediening.venster)
    assert _namen(bediening) == ["Beweegroute langs de kade", "Zwemles voor ouderen", "Hofjes", "Hofje Zuid"]


def test_a_programme_is_changed_in_its_tables_by_keys(qtbot: QtBot, bediening: Bediening) -> None:
    _cells_of_the_table_are_typed_in_and_undone_one_by_one(qtbot, bediening)
    _terug(bediening)
    _a_status_is_chosen_and_told_over_the_period_too(bediening)
    _terug(bediening)
    _an_amount_is_typed_and_the_totals_follow_and_a_wrong_one_changes_nothing(bediening)
    _terug(bediening)
    _odd_amounts_typed_by_hand_are_refused_or_kept_and_told(bediening)
    _terug(bediening)
    _a_new_half_year_begins_with_the_lines_of_the_one_before(bediening)
    _terug(bediening)
    _projects_come_under_each_other_move_and_go_by_keys(qtbot, bediening)
    _terug(bediening)
    _a_besluit_is_linked_let_go_and_a_programme_removed_and_put_back(qtbot, bediening)


def _cells_of_the_table_are_typed_in_and_undone_one_by_one(qtbot: QtBot, bediening: Bediening) -> None:
    tabel = bediening.programma.blad.tabel
    bediening.programma.blad.beelden.setCurrentIndex(1)
    tabel.setFocus()
    for kolom, toetsen in ((0, "Hofjes aan zee"), (3, "02-2026"), (6, "Bram Sluiter")):
        tabel.kies(_project(bediening, "Hofjes").id if kolom == 0 else _project(bediening, "Hofjes aan zee").id, kolom)
        bediening.opdrachten.acties["programma.bewerken"].trigger()
        veld = QApplication.focusWidget()
        assert isinstance(veld, QLineEdit)
        veld.selectAll()
        typ(toetsen)
        diep = bediening.sessie.geschiedenis.diepte
        druk("Return")
        qtbot.waitUntil(partial(_is_dieper, bediening, diep))
    hof = _project(bediening, "Hofjes aan zee")
    assert (hof.start, hof.trekker) == ("02-2026", "Bram Sluiter")
    assert tabel.rij[1] == hof.id, "one stays on the row that one typed in"
    for _ in range(3):
        druk("Ctrl+Z", bediening.venster)
    assert (_project(bediening, "Hofjes").start, _project(bediening, "Hofjes").trekker) == ("03-2026", "")


def _a_status_is_chosen_and_told_over_the_period_too(bediening: Bediening) -> None:
    tabel = bediening.programma.blad.tabel
    bediening.programma.blad.beelden.setCurrentIndex(1)
    route = _project(bediening, "Beweegroute langs de kade")
    tabel.kies(route.id, 2)
    bediening.opdrachten.acties["programma.bewerken"].trigger()
    keuze = QApplication.focusWidget()
    assert isinstance(keuze, QComboBox)
    keuze.setCurrentText("■ bijsturen")
    tabel.leg_vast()
    stand = _stand(bediening)
    bericht = stand.bericht(route.id, PERIODE)
    assert bericht is not None
    assert bericht.status is _project(bediening, route.naam).status is Projectstatus.BIJSTUREN


def _an_amount_is_typed_and_the_totals_follow_and_a_wrong_one_changes_nothing(bediening: Bediening) -> None:
    boom = bediening.programma.blad.begroting
    bediening.programma.blad.beelden.setCurrentIndex(2)
    regel = next(een for een in _stand(bediening).regels if een.naam == "Kade")
    boom.kies(regel.id, 3)
    bediening.opdrachten.acties["programma.bewerken"].trigger()
    for tekst in ("vijf", "€ 70.000"):
        veld = QApplication.focusWidget()
        assert isinstance(veld, QLineEdit)
        veld.setText(tekst)
        boom.leg_vast()
        if tekst == "vijf":
            assert "TK-G04" in bediening.sessie.balk.tekst
            boom.kies(regel.id, 3)
            bediening.opdrachten.acties["programma.bewerken"].trigger()
    nieuw = next(een for een in _stand(bediening).regels if een.naam == "Kade")
    assert (nieuw.bedrag(Bedragsoort.BESTEED), nieuw.bedrag(Bedragsoort.SALDO)) == (70_000, 50_000)
    boom.kies(regel.id, 4)
    bediening.opdrachten.acties["programma.bewerken"].trigger()
    veld = QApplication.focusWidget()
    assert isinstance(veld, QLineEdit)
    assert veld.text() == "Kade", "what follows from the rest is not typed: the name is"


def _odd_amounts_typed_by_hand_are_refused_or_kept_and_told(bediening: Bediening) -> None:
    boom, blad = bediening.programma.blad.begroting, bediening.programma.blad
    blad.beelden.setCurrentIndex(2)
    regel = next(een for een in _stand(bediening).regels if een.naam == "Kade")
    for tekst in (f"€ 1{VERLOREN}.000", "37%", "12,50", "USD 5.000", "120 en 40", "-€ 1.200"):
        boom.kies(regel.id, 1)
        bediening.opdrachten.acties["programma.bewerken"].trigger()
        veld = QApplication.focusWidget()
        assert isinstance(veld, QLineEdit)
        veld.setText(tekst)
        boom.leg_vast()
        if tekst != "-€ 1.200":
            assert "TK-G04" in bediening.sessie.balk.tekst, tekst
            assert regel in _stand(bediening).regels, tekst
    nu = next(een for een in _stand(bediening).regels if een.id == regel.id)
    assert nu.bedrag(Bedragsoort.BEGROTING) == -1_200
    zin = "Kade, begroting: er staat een negatief bedrag (-€ 1.200,-); het telt zo mee"
    assert f"Waarschuwing: {zin}." in blad.noten.text()
    assert zin in _stand(bediening).vragen()


def _a_new_half_year_begins_with_the_lines_of_the_one_before(bediening: Bediening) -> None:
    programma, store = _stand(bediening).programma, bediening.sessie.store
    begroot = _stand(bediening).regels

    def begin() -> None:
        set_periode(store, programma.id, "2026-2", date(2026, 7, 1), date(2026, 12, 31))
        change_programma(store, programma.id, periode="2026-2")

    bediening.sessie.doe("Periode", begin)
    bediening.programma.blad.beelden.setCurrentIndex(2)
    assert "Verslag › Programma" in bediening.programma.blad.begroting.leeg.text()
    neem = bediening.opdrachten.acties["programma.vorige"]
    neem.trigger()
    nieuw = [regel for regel in _stand(bediening).regels if regel.periode == "2026-2"]
    assert [regel.naam for regel in nieuw] == [regel.naam for regel in begroot if regel.periode == PERIODE]
    soorten = {bedrag.soort for regel in nieuw for bedrag in regel.bedragen}
    assert soorten <= {Bedragsoort.BEGROTING, Bedragsoort.GEWIJZIGD}, "what was spent stays with its half-year"
    assert bediening.venster.toast.tekst == f"{len(nieuw)} regels uit 2026-1 overgenomen, zonder wat er is besteed."
    neem.trigger()
    assert bediening.venster.toast.tekst == "Alle regels uit 2026-1 staan hier al."
    bediening.sessie.maak_ongedaan()
    assert _stand(bediening).regels == begroot


def _projects_come_under_each_other_move_and_go_by_keys(qtbot: QtBot, bediening: Bediening) -> None:
    bord = bediening.programma.blad.bord
    bord.kies(_project(bediening, "Zwemles voor ouderen").id)
    bord.setFocus()
    druk("Insert", bord)
    _noem(qtbot, bediening, "Duikles")
    duik = _project(bediening, "Duikles")
    assert bord.gekozen == duik.id
    assert _namen(bediening) == ["Beweegroute langs de kade", "Zwemles voor ouderen", "Duikles", "Hofjes", "Hofje Zuid"]
    bord.setFocus()
    druk("Alt+Shift+Up", bord)
    assert _namen(bediening)[1:3] == ["Duikles", "Zwemles voor ouderen"]
    druk("Alt+Shift+Right", bord)
    assert _project(bediening, "Duikles").ouder_id == _project(bediening, "Beweegroute langs de kade").id
    druk("Alt+Shift+Left", bord)
    assert not _project(bediening, "Duikles").is_sub
    druk("Alt+Shift+Down", bord)
    assert _stand(bediening).themalijnen[1].id == _project(bediening, "Duikles").themalijn_id
    druk("Delete", bord)
    assert "Duikles" not in _namen(bediening)
    druk("Ctrl+Z", bediening.venster)
    assert "Duikles" in _namen(bediening)


def test_a_programme_is_changed_in_its_forms(qtbot: QtBot, bediening: Bediening) -> None:
    _the_form_of_a_project_keeps_fields_steps_and_the_period(qtbot, bediening)
    _terug(bediening)
    _short_forms_and_periods_are_kept_in_the_form_of_the_programme(bediening)
    _terug(bediening)
    _a_programme_begins_with_a_name_and_the_half_year(qtbot, bediening)


def _the_form_of_a_project_keeps_fields_steps_and_the_period(qtbot: QtBot, bediening: Bediening) -> None:
    bord = bediening.programma.blad.bord
    bord.kies(_project(bediening, "Hofjes").id)
    bord.setFocus()
    druk("Return", bord)
    (blad,) = bediening.venster.findChildren(Projectblad)
    qtbot.waitUntil(blad.window().isActiveWindow)
    blad.regels["eind"].setText("01-2026")
    blad.regels["eind"].leg_vast()
    assert "ligt voor de start" in blad.mis.text()
    assert blad.mis.isVisible()
    blad.regels["eindnoot"].setText("Met een jaar verlenging.")
    blad.regels["eindnoot"].leg_vast()
    assert _project(bediening, "Hofjes").eindnoot == "Met een jaar verlenging."
    blad.geheim.click()
    assert _project(bediening, "Hofjes").besloten
    assert ", besloten, " in str(bord.currentIndex().siblingAtColumn(0).data(Qt.ItemDataRole.AccessibleTextRole))
    druk("Ctrl+Z", bediening.venster)
    assert not blad.geheim.isChecked()
    blad.setCurrentIndex(2)
    _zet(blad.stappen, 0, 0, "Grond kopen")
    _zet(blad.stappen, 0, 1, "Q2 2026")
    _zet(blad.stappen, 1, 0, "Bouwen")
    blad.stappen.setFocus()
    blad.stappen.setCurrentCell(1, 0)
    druk("Alt+Shift+Up", blad.stappen)
    blad.berichten["gedaan"].setPlainText("De grond is van ons.")
    blad.berichten["gedaan"].leg_vast()
    _zet(blad.zorgen, 0, 0, "afhankelijkheid")
    hof = _project(bediening, "Hofjes")
    stand = _stand(bediening)
    assert [(een.wat, een.gereed) for een in stand.stappen if een.project_id == hof.id] == [
        ("Bouwen", ""),
        ("Grond kopen", "Q2 2026"),
    ]
    bericht = stand.bericht(hof.id, PERIODE)
    assert bericht is not None
    assert (bericht.gedaan, bericht.status) == ("De grond is van ons.", Projectstatus.AANDACHT)
    assert _tekst(blad.zorgen, 0, 1) == "Nog te omschrijven"
    blad.stappen.setFocus()
    druk("Delete", blad.stappen)
    assert [een.wat for een in _stand(bediening).stappen if een.project_id == hof.id] == ["Grond kopen"]
    blad.window().close()


def _short_forms_and_periods_are_kept_in_the_form_of_the_programme(bediening: Bediening) -> None:
    bediening.opdrachten.acties["programma.gegevens"].trigger()
    (blad,) = bediening.venster.findChildren(Programmagegevens)
    assert blad.visie.y() < blad.height() / 3, "what belongs together stands together"
    blad.naam.setText("Waterkant Vitaal")
    blad.naam.leg_vast()
    _zet(blad.tabellen[AFKORTINGEN], 1, 0, "WLV")
    rij = next(nr for nr in range(3) if _tekst(blad.tabellen[AFKORTINGEN], nr, 0) == "WLV")
    _zet(blad.tabellen[AFKORTINGEN], rij, 1, "Wet lange vaart")
    _zet(blad.tabellen[PERIODEN], 2, 0, "2026-2")
    stand = _stand(bediening)
    assert stand.programma.naam == "Waterkant Vitaal"
    assert [(een.kort, een.lang) for een in stand.afkortingen if een.kort == "WLV"] == [("WLV", "Wet lange vaart")]
    assert str(stand.perioden[-1].tot) == "2026-12-31"
    for deel, rij in ((PERIODEN, 2), (FASEN, 0), (ROLLEN, 0), (AFKORTINGEN, 0), (MEENEMEN, 0), (BRONNEN, 0)):
        blad.deel.setCurrentIndex(1 + list(TABELLEN).index(deel))
        blad.tabellen[deel].setCurrentCell(rij, 0)
        blad.weg.click()
    leeg = _stand(bediening)
    assert len(leeg.perioden) == len(stand.perioden) - 1
    assert len(leeg.fasen) == len(stand.fasen) - 1
    assert (leeg.rollen, len(leeg.afkortingen)) == ((), len(stand.afkortingen) - 1)
    assert (len(leeg.meenemen), len(leeg.bronnen)) == (len(stand.meenemen) - 1, len(stand.bronnen) - 1)
    blad.deel.setCurrentIndex(1 + list(TABELLEN).index(PERIODEN))
    blad.tabellen[PERIODEN].setCurrentCell(1, 0)
    blad.weg.click()
    assert len(_stand(bediening).perioden) == len(leeg.perioden), "something is told over it"
    blad.window().close()


def _a_programme_begins_with_a_name_and_the_half_year(qtbot: QtBot, bediening: Bediening) -> None:
    bediening.opdrachten.acties["programma.nieuw"].trigger()
    naam = "Schone Sloten en Vaarten langs de hele Kade"
    _noem(qtbot, bediening, naam)
    programmas = bediening.programma.blad.programmas
    assert programmas.currentText() == naam
    qtbot.waitUntil(lambda: programmas.width() > programmas.fontMetrics().horizontalAdvance(naam))
    bediening.opdrachten.acties["programma.erbij"].trigger()
    assert "themalijn" in bediening.venster.toast.tekst
    bediening.opdrachten.acties["programma.lijn"].trigger()
    _noem(qtbot, bediening, "Oevers")
    bediening.programma.blad.beelden.setCurrentIndex(2)
    bediening.opdrachten.acties["programma.erbij"].trigger()
    _noem(qtbot, bediening, "Baggeren")
    assert bediening.programma.blad.begroting.rij[0] == "regel"


def _a_besluit_is_linked_let_go_and_a_programme_removed_and_put_back(qtbot: QtBot, bediening: Bediening) -> None:
    store, acties = bediening.sessie.store, bediening.opdrachten.acties
    acties["programma.los-besluit"].trigger()
    assert "gekoppeld" in bediening.venster.toast.tekst
    hof = _project(bediening, "Hofjes")
    (gevolg,) = link_besluit(store, _stand(bediening).programma.id, "Besluit van het AB", projecten=[hof.id])
    bediening.programma.herlaad()
    bediening.programma.blad.bord.kies(hof.id)
    acties["programma.los-besluit"].trigger()
    lijst = bediening.venster.findChildren(Kieslijst)[-1]
    lijst.gekozen.emit(gevolg.id)
    lijst.close()
    assert _stand(bediening).gevolgen == ()
    acties["programma.weg"].trigger()
    assert store.programma.programmas.all() == ()
    druk("Ctrl+Z", bediening.venster)
    assert _project(bediening, "Hofjes") == hof


def _is_dieper(bediening: Bediening, diep: int) -> bool:
    return bediening.sessie.geschiedenis.diepte > diep


def _zet(tabel: Rijenveld, rij: int, kolom: int, tekst: str) -> None:
    item = tabel.item(rij, kolom)
    assert item is not None
    item.setText(tekst)


def _tekst(tabel: Rijenveld, rij: int, kolom: int) -> str:
    item = tabel.item(rij, kolom)
    return item.text() if item is not None else ""


def _noem(qtbot: QtBot, bediening: Bediening, naam: str) -> None:
    vraag = next(een for een in bediening.venster.findChildren(NaamVraag) if een.isVisible())
    vraag.naam.setText(naam)
    vraag.knop.click()
    qtbot.waitUntil(lambda: not vraag.isVisible())


def _stand(bediening: Bediening) -> Programmastand:
    stand = bediening.programma._stand
    assert stand is not None
    return read_stand(bediening.sessie.store, stand.programma.id)


def _project(bediening: Bediening, naam: str) -> Project:
    return next(een for een in _stand(bediening).projecten if een.naam == naam)


def _namen(bediening: Bediening) -> list[str]:
    stand = _stand(bediening)
    return [tak.project.naam for lijn in stand.themalijnen for tak in stand.takken(lijn.id)]
