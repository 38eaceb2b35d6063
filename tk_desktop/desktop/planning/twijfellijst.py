"""What is not certain in papers that were just taken in: told in the bar, and listed beside the work when asked."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.session.dialoog import Knoppenrij, geef_maat
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.domain.opsomming import meervoud


class Twijfellijst(QDialog):
    """Lists what somebody should look at; it stays open beside the window while that is done."""

    def __init__(self, twijfels: Sequence[Twijfel], ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setWindowTitle("Na te kijken")
        uitleg = QLabel("Dit is niet zeker, of vraagt nog iets van u. U kunt intussen doorwerken.")
        uitleg.setWordWrap(True)
        self.lijst = QListWidget()
        self.lijst.setAccessibleName("Plekken om na te kijken")
        self.lijst.setWordWrap(True)
        self.lijst.addItems([f"{een.waar}: {een.wat}" for een in twijfels])
        self.lijst.setCurrentRow(0)
        knoppen = Knoppenrij()
        knoppen.addButton("Sluiten", QDialogButtonBox.ButtonRole.RejectRole)
        knoppen.rejected.connect(self.reject)
        kolom = QVBoxLayout(self)
        kolom.addWidget(uitleg)
        kolom.addWidget(self.lijst, 1)
        kolom.addWidget(knoppen)
        letter = self.fontMetrics()
        geef_maat(self, letterbreedte(letter) * 80, letter.height() * 24)


def meld_twijfels(sessie: Sessie, twijfels: Sequence[Twijfel], ouder: QWidget) -> None:
    """Tell in the bar how much is to be looked at, with a way to see all of it; nothing when all is certain."""
    if not twijfels:
        return
    eerste = f"{twijfels[0].waar}: {twijfels[0].wat}"
    if len(twijfels) == 1:
        sessie.balk.meld(eerste)
        return
    wat = meervoud(len(twijfels), "plek", "plekken")
    sessie.balk.meld(f"{wat} om na te kijken. De eerste: {eerste}", [("Bekijken…", partial(_toon, twijfels, ouder))])


def _toon(twijfels: Sequence[Twijfel], ouder: QWidget) -> None:
    scherm = Twijfellijst(twijfels, ouder)
    scherm.finished.connect(scherm.deleteLater)
    scherm.show()
