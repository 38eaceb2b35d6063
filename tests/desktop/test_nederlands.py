"""The words of Qt's own windows and keys are Dutch."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot


def test_the_file_window_of_qt_speaks_dutch(qtbot: QtBot) -> None:
    keuze = QFileDialog()
    keuze.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(keuze)
    soorten = (QFileDialog.DialogLabel.LookIn, QFileDialog.DialogLabel.FileType, QFileDialog.DialogLabel.FileName)
    assert [keuze.labelText(soort).replace("&", "") for soort in soorten] == [
        "Zoek in:",
        "Soort bestanden:",
        "Bestandsnaam:",
    ]


def test_keys_are_named_as_on_the_keyboard() -> None:
    tekst = QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)
    assert tekst == "Ctrl+Enter"
    assert QCoreApplication.translate("QShortcut", "PgDown") == "PgDn"
