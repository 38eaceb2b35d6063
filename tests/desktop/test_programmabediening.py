"""The screen of a programme: how projects go and what they cost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from tests.bouwers import een_persoon
from tests.desktop.venster import druk, open_venster
from tests.programmebouwers import VORIGE, maak_programma
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.programme.programmabediening import Programmabediening
from tk_desktop.desktop.programme.programmabomen import Programmaboom
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.programme.programmas import set_afkorting
from tk_desktop.programme.projecten import change_project
from tk_desktop.store.werkmap import Store


@pytest.fixture
def bediening(qtbot: QtBot, tmp_path: Path) -> Iterator[Bediening]:
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        maak_programma(store)
    with open_venster(qtbot, tmp_path / "werkmap") as geopend:
        geopend.venster.resize(1280, 720)
        geopend.venster.show()
        geopend.ga_naar(Adres(scherm=Scherm.PROGRAMMA))
        yield geopend


@pytest.fixture
def programma(bediening: Bediening) -> Programmabediening:
    return bediening.programma


def test_a_programme_is_looked_at_on_its_board_and_in_its_tables(
    bediening: Bediening, programma: Programmabediening
) -> None:
    _the_board_tells_of_each_project_how_it_goes_and_in_which_phase_it_is(programma)
    _the_budget_has_a_total_for_each_table_and_says_why(programma)
    _another_period_is_looked_at_and_undone(bediening)
    _without_room_for_the_phases_they_are_named(bediening)
    _names_are_readable_where_the_other_columns_leave_no_room(bediening)
    _an_end_before_the_begin_stays_and_is_marked_on_the_board_and_in_the_table(bediening)


def test_reports_and_cards_are_kept_where_that_was_asked(qtbot: QtBot, bediening: Bediening, tmp_path: Path) -> None:
    _a_card_of_nothing_is_not_made(bediening)
    for opdracht, naam in (
        ("programma.rapport", "rapportage.pdf"),
        ("programma.rapport-word", "rapportage.docx"),
        ("programma.bord", "bord.pdf"),
    ):
        _the_paper_is_kept_where_that_was_asked(qtbot, bediening, tmp_path, opdracht, naam)
    _the_card_of_the_chosen_project_is_kept(qtbot, bediening, tmp_path)


def _the_board_tells_of_each_project_how_it_goes_and_in_which_phase_it_is(programma: Programmabediening) -> None:
    bord = programma.blad.bord
    assert programma.blad.telling.text() == "3 projecten, 1 subproject: ● 1 op koers, ▲ 1 aandacht, ■ 1 bijsturen"
    bewegen, wonen = _boven(bord)
    assert "Met een jaar verlenging." in _onder(bewegen, 0).toolTip(2)
    assert _gezegd(_onder(bewegen, 0)) == "Beweegroute langs de kade, ● op koers, 12-2026, Realisatiefase"
    assert _onder(_onder(wonen, 0), 0).text(0) == "Hofje Zuid"
    koppen = [bord.headerItem().text(kolom) for kolom in range(bord.columnCount())]
    assert [koppen[kolom] for kolom in range(4, len(koppen)) if _onder(bewegen, 0).text(kolom)] == ["Realisatiefase"]


def _without_room_for_the_phases_they_are_named(bediening: Bediening) -> None:
    bord = bediening.programma.blad.bord
    assert bord.isColumnHidden(3)
    _what_is_said_of_the_budget_stands_in_it_where_there_is_no_room_under_it(bediening)
    bediening.venster.resize(683, 384)
    assert not bord.isColumnHidden(3)
    assert all(bord.isColumnHidden(kolom) for kolom in range(4, bord.columnCount()))


def _the_budget_has_a_total_for_each_table_and_says_why(programma: Programmabediening) -> None:
    boom = programma.blad.begroting
    lasten = next(item for item in _boven(boom) if item.text(0) == "Lasten")
    totaal = _onder(lasten, lasten.childCount() - 1)
    assert [totaal.text(kolom) for kolom in range(7)] == [
        "Totaal", "600.000", "640.000", "263.750", "376.250", "338.750", "37.500",
    ]  # fmt: skip
    assert totaal.font(0).bold()
    assert programma.blad.noten.text() == "Hofjes: Later begonnen."
    sessie = programma._sessie
    (stand,) = sessie.store.programma.programmas.all()
    sessie.doe("Afkorting", lambda: set_afkorting(sessie.store, stand.id, "Kade", "Langs het water"))
    (kade,) = boom.findItems("Kade", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    assert "Langs het water" in kade.toolTip(0)


def _what_is_said_of_the_budget_stands_in_it_where_there_is_no_room_under_it(bediening: Bediening) -> None:
    blad = bediening.programma.blad
    noten = _boven(blad.begroting)[-1]
    assert [_onder(noten, rij).text(0) for rij in range(noten.childCount())] == blad.noten.text().split("\n")
    assert noten.isHidden()
    bediening.venster.resize(455, 256)
    assert not noten.isHidden()
    assert blad._notenvak.isHidden()


def _another_period_is_looked_at_and_undone(bediening: Bediening) -> None:
    blad = bediening.programma.blad
    blad.perioden.setCurrentIndex(blad.perioden.findData(VORIGE))
    blad.perioden.activated.emit(blad.perioden.currentIndex())
    assert blad.peildatum.text() == "peildatum 31 december 2025"
    assert blad.telling.text().endswith("Status en fase zijn die van nu.")
    druk("Ctrl+Z", bediening.venster)
    assert blad.peildatum.text() == "peildatum 30 juni 2026"
    assert "van nu" not in blad.telling.text()


def _rij(boom: Programmaboom, id_: str) -> QTreeWidgetItem:
    boom.kies(id_)
    item = boom.currentItem()
    assert item is not None
    return item


def _names_are_readable_where_the_other_columns_leave_no_room(bediening: Bediening) -> None:
    blad = bediening.programma.blad
    bediening.venster.resize(683, 384)
    blad.beelden.setCurrentWidget(blad.tabel)
    letter = blad.tabel.fontMetrics().averageCharWidth()
    assert blad.tabel.columnWidth(0) >= 28 * letter
    bediening.programma.herlaad()
    assert blad.tabel.columnWidth(0) >= 28 * letter


def _an_end_before_the_begin_stays_and_is_marked_on_the_board_and_in_the_table(bediening: Bediening) -> None:
    store, blad = bediening.sessie.store, bediening.programma.blad
    hof = next(een for een in store.programma.projecten.all() if een.naam == "Hofjes")
    bomen: tuple[tuple[Programmaboom, int], ...] = ((blad.bord, 2), (blad.tabel, 4))
    for boom, kolom in bomen:
        assert _rij(boom, hof.id).icon(kolom).isNull()
    change_project(store, hof.id, eind="01-2020")
    bediening.programma.herlaad()
    for boom, kolom in bomen:
        item = _rij(boom, hof.id)
        assert (item.text(kolom), item.icon(kolom).isNull()) == ("01-2020", False)
        assert item.toolTip(kolom) == "Het eind (01-2020) ligt voor de start (03-2026)."
        assert str(item.data(0, Qt.ItemDataRole.AccessibleTextRole)).endswith("let op: het eind ligt voor de start")


def _the_paper_is_kept_where_that_was_asked(
    qtbot: QtBot, bediening: Bediening, tmp_path: Path, opdracht: str, naam: str
) -> None:
    gevraagd: list[str] = []

    def kies(_: QWidget, __: str, voorstel: Path, ___: str) -> Path:
        gevraagd.append(voorstel.name)
        return tmp_path / naam

    bediening.programma.kies = kies
    bediening.opdrachten.acties[opdracht].trigger()
    qtbot.waitUntil((tmp_path / naam).exists)
    assert gevraagd == [f"Waterkant Gezond {Path(naam).stem} 2026-1{Path(naam).suffix}"]


def _the_card_of_the_chosen_project_is_kept(qtbot: QtBot, bediening: Bediening, tmp_path: Path) -> None:
    bediening.programma.kies = lambda *_: tmp_path / "kaart.pdf"
    bord = bediening.programma.blad.bord
    bord.setCurrentItem(_onder(_boven(bord)[0], 1))
    bediening.opdrachten.acties["programma.kaart"].trigger()
    qtbot.waitUntil((tmp_path / "kaart.pdf").exists)


def _a_card_of_nothing_is_not_made(bediening: Bediening) -> None:
    bediening.opdrachten.acties["programma.kaart"].trigger()
    assert "Kies een project" in bediening.venster.toast.tekst


def test_without_a_programme_it_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    with Store.open(tmp_path / "leeg", maken=True) as store:
        store.personen.save(een_persoon(id="roos", naam="Roos van Dalen"))
    with open_venster(qtbot, tmp_path / "leeg") as bediening:
        bediening.ga_naar(Adres(scherm=Scherm.PROGRAMMA))
        assert not bediening.programma.blad.bord.isVisible()
        bediening.opdrachten.acties["programma.rapport"].trigger()
        assert "nog geen programma" in bediening.venster.toast.tekst


def _boven(boom: QTreeWidget) -> list[QTreeWidgetItem]:
    items = (boom.topLevelItem(rij) for rij in range(boom.topLevelItemCount()))
    return [item for item in items if item is not None]


def _onder(item: QTreeWidgetItem, rij: int) -> QTreeWidgetItem:
    kind = item.child(rij)
    assert kind is not None
    return kind


def _gezegd(item: QTreeWidgetItem) -> str:
    return str(item.data(0, Qt.ItemDataRole.AccessibleTextRole))
