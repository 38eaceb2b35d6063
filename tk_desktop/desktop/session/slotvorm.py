"""What every dialog that asks for one password holds: the question, the field, why it did not fit, and two buttons."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from tk_desktop.base.errors import TkError
from tk_desktop.desktop.parts.geheimveld import geheim_veld, toonvak
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.session.dialoog import Knoppenrij, geef_maat, groei_mee


class Slotvorm(QObject):
    """Lays these out in ``dialoog``: ``veld`` is typed in, ``knoppen`` tell whether to open or not (``anders``).

    It stands in the thread of the window, for ``weiger`` listens to work beside it.
    """

    def __init__(self, dialoog: QDialog, uitleg: str, *, veld: str, anders: str) -> None:
        super().__init__(dialoog)
        self._dialoog = dialoog
        woorden = QLabel(uitleg)
        woorden.setWordWrap(True)
        self.veld = geheim_veld(veld)
        self._vorm = vorm = QFormLayout()
        vorm.addRow("&Wachtwoord", self.veld)
        vorm.addRow("", toonvak(self.veld))
        self.melding = QLabel()
        self.melding.setWordWrap(True)
        self.melding.setProperty("toon", "rood")
        self.melding.setProperty("pil", "ja")
        self.melding.hide()
        self.knoppen = Knoppenrij()
        self._open = self.knoppen.addButton("Openen", QDialogButtonBox.ButtonRole.AcceptRole)
        self._open.setProperty("hoofd", "ja")
        self.knoppen.addButton(anders, QDialogButtonBox.ButtonRole.RejectRole).setAutoDefault(False)
        self.knoppen.rejected.connect(dialoog.reject)
        self.veld.textChanged.connect(self._kijk_na)
        kolom = QVBoxLayout(dialoog)
        kolom.setContentsMargins(20, 16, 20, 16)
        kolom.setSpacing(12)
        kolom.addWidget(woorden)
        kolom.addLayout(vorm)
        kolom.addWidget(self.melding)
        kolom.addWidget(self.knoppen)
        self._bezig(False)
        geef_maat(dialoog, letterbreedte(dialoog.fontMetrics()) * 64, dialoog.sizeHint().height())

    def voeg_toe(self, deel: QWidget) -> None:
        """Put something more under the field."""
        self._vorm.addRow("", deel)
        groei_mee(self._dialoog)

    def wacht(self) -> str:
        """Return what was typed, which is tried now; nothing can be typed until ``weiger``."""
        self._bezig(True)
        self._zeg("")
        return self.veld.text()

    def weiger(self, fout: TkError) -> None:
        """Say why it did not fit, and let it be typed again."""
        self._bezig(False)
        self._zeg(fout.zin)
        groei_mee(self._dialoog)
        self.veld.selectAll()
        self.veld.setFocus()

    def _zeg(self, melding: str) -> None:
        self.melding.setText(melding)
        self.melding.setVisible(bool(melding))

    def _kijk_na(self) -> None:
        self._open.setEnabled(bool(self.veld.text()))

    def _bezig(self, bezig: bool) -> None:
        self.veld.setEnabled(not bezig)
        self._open.setEnabled(not bezig and bool(self.veld.text()))
        self._open.setDefault(True)  # a button that cannot be pressed is the default no more
