"""Asks for an article of a law and shows what will stand in the text (C11)."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.domain.wetten import Wet, Wetsverwijzing, lees_verwijzing, passende_wetten


class Wetsartikelvenster(QDialog):
    """A field for ``awb 3:40`` and the known laws under it; ``gekozen`` tells a ``Wetsverwijzing``."""

    gekozen = Signal(object)

    def __init__(self, wetten: Sequence[Wet], ouder: QWidget) -> None:
        super().__init__(ouder)
        self.setWindowTitle("Wetsartikel invoegen")
        self._wetten = wetten
        self._verwijzing: Wetsverwijzing | None = None
        self.veld = QLineEdit()
        self.veld.setAccessibleName("Wet en artikel")
        self.veld.setPlaceholderText("bijvoorbeeld awb 3:40 lid 2, of gemeentewet 25")
        self.veld.setClearButtonEnabled(True)
        label = QLabel("&Wet en artikel:")
        label.setBuddy(self.veld)
        self.uitkomst = _zin()
        self.adres = _zin()
        self.adres.setProperty("zacht", "ja")
        self.lijst = QListWidget()
        self.lijst.setAccessibleName("Wetten die TK Desktop kent")
        self.lijst.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        knoppen = QDialogButtonBox()
        self._invoegen = knoppen.addButton("&Invoegen", QDialogButtonBox.ButtonRole.AcceptRole)
        knoppen.addButton("Annu&leren", QDialogButtonBox.ButtonRole.RejectRole)
        self._invoegen.setDefault(True)
        kolom = QVBoxLayout(self)
        kolom.addWidget(label)
        kolom.addWidget(self.veld)
        kolom.addWidget(self.uitkomst)
        kolom.addWidget(self.adres)
        kolom.addWidget(self.lijst, 1)
        kolom.addWidget(knoppen)
        knoppen.accepted.connect(self._kies)
        knoppen.rejected.connect(self.reject)
        self.veld.textChanged.connect(self._lees)
        self.veld.installEventFilter(self)
        self.lijst.itemClicked.connect(self._neem_wet)
        letter = letterbreedte(self.fontMetrics())
        self.resize(min(letter * 70, ouder.width() - 2 * letter), min(letter * 50, ouder.height()))
        self._lees("")
        self.finished.connect(self.deleteLater)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows move through the laws while the user types, and Enter take the chosen one."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            stap = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if stap is not None:
                self.lijst.setCurrentRow(max(0, min(self.lijst.count() - 1, self.lijst.currentRow() + stap)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._verwijzing is None:
                self._neem_wet()
                return True
        return super().eventFilter(watched, event)

    def _lees(self, tekst: str) -> None:
        self._verwijzing = lees_verwijzing(tekst, self._wetten)
        passend = passende_wetten(tekst, self._wetten)
        self._invoegen.setEnabled(self._verwijzing is not None)
        if self._verwijzing is not None:
            self.uitkomst.setText(f"In de tekst komt: {self._verwijzing.tekst}")
            self.adres.setText(self._verwijzing.adres)
        else:
            self.uitkomst.setText(
                "Typ ook het artikel, bijvoorbeeld 3:40 of 25."
                if len(passend) == 1
                else "Deze wet kent TK Desktop niet. Typ het artikel dan zelf in de tekst."
                if not passend
                else "Kies een wet en typ het artikel erachter."
            )
            self.adres.setText("Er komt een koppeling naar wetten.overheid.nl in; TK Desktop opent die zelf niet.")
        self.lijst.clear()
        for wet in passend:
            regel = QListWidgetItem(f"{wet.naam} ({wet.ook[0]})" if wet.ook else wet.naam)
            regel.setData(Qt.ItemDataRole.UserRole, wet.ook[0] if wet.ook else wet.naam)
            self.lijst.addItem(regel)

    def _neem_wet(self) -> None:
        regel = self.lijst.currentItem() or self.lijst.item(0)
        if regel is not None:
            self.veld.setText(f"{regel.data(Qt.ItemDataRole.UserRole)} ")
            self.veld.setFocus()

    def _kies(self) -> None:
        if self._verwijzing is not None:
            verwijzing = self._verwijzing
            self.accept()
            self.gekozen.emit(verwijzing)


def _zin() -> QLabel:
    zin = QLabel()
    zin.setWordWrap(True)
    zin.setTextFormat(Qt.TextFormat.PlainText)
    return zin
