"""The log of what was sent can be read, and a set in it withdrawn."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tk_desktop.desktop.sets.verzendlijst import Verzendlijst, Verzendvraag
from tk_desktop.domain.uitgave import Ontvanger, Uitgave, Uitgavebestand, Uitgavesoort, Verzendwijze
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.pack.uitgeven import Verzending

MOMENT = datetime(2026, 3, 3, 16, 5)


def een_verzending(**anders: object) -> Verzending:
    standaard: dict[str, object] = {
        "id": "u1", "vergadering_id": "v", "volgorde": "c", "doelgroep": Doelgroep.LEDEN, "vingerafdruk": "ab" * 32,
        "totaal": 62, "moment": MOMENT, "bestandsnaam": "set.pdf",
        "ontvangers": (Ontvanger(id="o", volgorde="c", naam="Roos van Dalen", wijze=Verzendwijze.PAPIER),),
    }  # fmt: skip
    return Verzending(uitgave=Uitgave(**{**standaard, **anders}), lezers="leden")  # type: ignore[arg-type]


def cellen(lijst: Verzendlijst, rij: int) -> list[object]:
    return [lijst.model.data(lijst.model.index(rij, kolom)) for kolom in range(lijst.model.columnCount())]


def test_a_line_tells_what_when_to_whom_and_with_which_sum(qtbot: QtBot) -> None:
    lijst = Verzendlijst(lambda: [een_verzending()])
    qtbot.addWidget(lijst)
    assert cellen(lijst, 0) == [
        "3-3-2026 16.05", "set versie 1", "leden", "Roos van Dalen (papier)", "verzonden", "set.pdf", "ab" * 32,
    ]  # fmt: skip
    QTest.mouseClick(lijst._kopieer, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "ab" * 32


def test_a_set_is_withdrawn_with_a_reason_only(qtbot: QtBot) -> None:
    lijst = Verzendlijst(lambda: [een_verzending()])
    qtbot.addWidget(lijst)
    gevraagd: list[tuple[str, str]] = []
    lijst.intrekken_gevraagd.connect(lambda id_, reden: gevraagd.append((id_, reden)))
    assert not lijst._trek_in.isEnabled()
    lijst._reden.setText("Verkeerde bijlage")
    QTest.mouseClick(lijst._trek_in, Qt.MouseButton.LeftButton)
    assert gevraagd == [("u1", "Verkeerde bijlage")]


def test_what_is_withdrawn_says_so_and_is_not_withdrawn_again(qtbot: QtBot) -> None:
    regels = [een_verzending(ingetrokken=MOMENT, intrekreden="Fout"), een_verzending(id="u2", moment=None)]
    lijst = Verzendlijst(lambda: regels)
    qtbot.addWidget(lijst)
    assert cellen(lijst, 0)[4] == "ingetrokken 3-3-2026 16.05: Fout"
    assert cellen(lijst, 1)[0] == "onbekend"
    lijst._reden.setText("Nog eens")
    assert not lijst._trek_in.isEnabled()
    lijst.tabel.selectRow(1)
    assert lijst._trek_in.isEnabled()


def test_an_empty_log_says_what_will_stand_there(qtbot: QtBot) -> None:
    lijst = Verzendlijst(list)
    qtbot.addWidget(lijst)
    lijst.show()
    assert lijst._leeg.isVisible()
    assert lijst._leeg.text().startswith("Nog niets verzonden.")
    assert lijst.minimumSizeHint().width() <= 640


def test_who_got_a_set_is_asked_by_name(qtbot: QtBot) -> None:
    vraag = Verzendvraag("set.pdf", ["Roos van Dalen", "  ", "Wies Aalders"])
    assert isinstance(vraag.focusWidget(), QPushButton)  # Enter keeps, and makes no line above the first name
    assert {kort.key().toString() for kort in vraag.findChildren(QShortcut)} == {"Ctrl+Return", "Ctrl+Enter"}
    qtbot.addWidget(vraag)
    vraag._wijze.setCurrentIndex(2)
    assert vraag.aan == (("Roos van Dalen", Verzendwijze.PAPIER), ("Wies Aalders", Verzendwijze.PAPIER))


def test_a_folder_tells_how_many_files_it_had_and_what_its_sum_is_of(qtbot: QtBot) -> None:
    namen = ("1 Opening.pdf", "2 Haven.pdf")
    bestanden = tuple(
        Uitgavebestand(id=naam, volgorde=naam, naam=naam, sha256=str(nummer) * 64) for nummer, naam in enumerate(namen)
    )
    map_ = een_verzending(id="u2", soort=Uitgavesoort.PER_PUNT, bestandsnaam="per punt", bestanden=bestanden)
    lijst = Verzendlijst(lambda: [een_verzending(), map_])
    qtbot.addWidget(lijst)
    assert lijst._inhoud.isHidden()
    lijst.tabel.selectRow(1)
    assert cellen(lijst, 1)[1] == "pdf per punt versie 1"
    assert cellen(lijst, 1)[5] == "per punt (2 bestanden)"
    assert "2 Haven.pdf" in lijst._inhoud.text()
    QTest.mouseClick(lijst._kopieer, Qt.MouseButton.LeftButton)
    regels = QGuiApplication.clipboard().text().splitlines()
    assert regels[0].startswith("ab" * 32)
    assert regels[1:] == [f"{'0' * 64}  1 Opening.pdf", f"{'1' * 64}  2 Haven.pdf"]
