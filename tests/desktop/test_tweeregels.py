"""A title that does not fit on one line goes on on the next, with its words whole."""

import pytest
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QTreeView
from pytestqt.qtbot import QtBot

from tk_desktop.desktop.parts.tweeregels import Tweeregels, regelhoogte


@pytest.mark.parametrize("met_vinkje", [False, True])
def test_a_row_is_a_line_higher_from_where_its_title_no_longer_fits(qtbot: QtBot, met_vinkje: bool) -> None:
    boom, model = QTreeView(), QStandardItemModel(0, 1)
    for titel in ("Opening", "Rijdend consultatiebureau in de buitengebieden"):
        rij = QStandardItem(titel)
        rij.setCheckable(met_vinkje)
        model.appendRow(rij)
    boom.setModel(model)
    boom.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    Tweeregels(boom, 0)
    qtbot.addWidget(boom)
    boom.resize(900, 200)
    boom.show()
    enkel = regelhoogte(boom.fontMetrics())
    kort, lang = model.index(0, 0), model.index(1, 0)
    assert [boom.visualRect(index).height() for index in (kort, lang)] == [enkel, enkel]
    boom.resize(200, 200)
    qtbot.waitUntil(lambda: boom.visualRect(lang).height() > enkel)
    assert boom.visualRect(kort).height() == enkel


def test_a_row_is_no_higher_than_its_title_asks(qtbot: QtBot) -> None:
    boom, model = QTreeView(), QStandardItemModel(0, 1)
    model.appendRow(QStandardItem("Rijdend consultatiebureau in de buitengebieden"))
    boom.setModel(model)
    boom.setRootIsDecorated(False)
    boom.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
    Tweeregels(boom, 0)
    qtbot.addWidget(boom)
    boom.show()
    titel = model.index(0, 0)
    past = boom.sizeHintForColumn(0) + 3
    boom.header().resizeSection(0, past)
    boom.doItemsLayout()
    assert boom.visualRect(titel).height() == regelhoogte(boom.fontMetrics())
    boom.header().resizeSection(0, past - 6)
    boom.doItemsLayout()
    assert boom.visualRect(titel).height() > regelhoogte(boom.fontMetrics())


def test_the_height_of_a_row_is_known_without_asking_the_header_who_would_lay_out_rows_that_are_being_painted(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    boom, model = QTreeView(), QStandardItemModel(0, 1)
    model.appendRow(QStandardItem("Rijdend consultatiebureau in de buitengebieden"))
    boom.setModel(model)
    boom.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    regels = Tweeregels(boom, 0)
    qtbot.addWidget(boom)
    boom.resize(200, 200)
    boom.show()
    hoog = boom.visualRect(model.index(0, 0)).height()

    def gevraagd(_: int) -> int:
        raise AssertionError("de kop is gevraagd")

    monkeypatch.setattr(boom, "columnWidth", gevraagd)
    assert regels.sizeHint(QStyleOptionViewItem(), model.index(0, 0)).height() == hoog


def test_a_row_follows_when_its_title_is_changed(qtbot: QtBot) -> None:
    boom, model = QTreeView(), QStandardItemModel(0, 1)
    model.appendRow(QStandardItem("Opening"))
    boom.setModel(model)
    boom.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    Tweeregels(boom, 0)
    qtbot.addWidget(boom)
    boom.resize(200, 200)
    boom.show()
    titel, enkel = model.index(0, 0), regelhoogte(boom.fontMetrics())
    assert boom.visualRect(titel).height() == enkel
    model.item(0).setText("Rijdend consultatiebureau in de buitengebieden")
    qtbot.waitUntil(lambda: boom.visualRect(titel).height() > enkel)
    model.item(0).setText("Sluiting")
    qtbot.waitUntil(lambda: boom.visualRect(titel).height() == enkel)
