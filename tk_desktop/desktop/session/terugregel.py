"""The way back inside a window over another: what was done there is undone there, by name (SCREENS 2.1)."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QBoxLayout,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.commands import opdracht
from tk_desktop.desktop.parts.tekstveld import Regelveld, is_terug
from tk_desktop.desktop.parts.toets import toets_van
from tk_desktop.desktop.session.sessie import Sessie


class Terugregel(QWidget):
    """Two lines in a dialog that changes things at once: what was done or undone, and the button that undoes it.

    What is said has a line of its own, also while nothing is said: nothing jumps, and no button squeezes the words.
    Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z act in the whole dialog, on what was done since it opened: what happened before does
    not show in it. A line of text that is kept by Enter alone has the undo of its own first. ``veranderd`` tells what
    is in the dialog to look again, as long as the dialog is there.
    """

    veranderd = Signal()

    def __init__(self, venster: QDialog, sessie: Sessie, *, naast: QWidget | None = None) -> None:
        """``naast`` stands at the end of the line of the button."""
        super().__init__(venster)
        self._venster = venster
        self._sessie = sessie
        self._geschiedenis = sessie.geschiedenis
        self._vanaf = self._geschiedenis.diepte
        self._van_tevoren = self._geschiedenis.opnieuw
        self._tekst = QLabel()
        self._tekst.setWordWrap(True)
        self.knop = QPushButton()
        self.knop.setAutoDefault(False)
        self.knop.clicked.connect(self.maak_ongedaan)
        rij = QHBoxLayout()
        rij.addWidget(self.knop)
        rij.addStretch(1)
        if naast is not None:
            rij.addWidget(naast)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.addWidget(self._tekst)
        kolom.addLayout(rij)
        for id_, doe in (("bewerken.ongedaan", self.maak_ongedaan), ("bewerken.opnieuw", self.doe_opnieuw)):
            actie = QAction(opdracht(id_).naam, venster)
            actie.setShortcuts([toets_van(toets) for toets in opdracht(id_).toetsen])
            actie.triggered.connect(doe)
            venster.addAction(actie)
        self._geschiedenis.veranderd.connect(self._benoem)
        sessie.gemeld.connect(self._meld)
        sessie.balk.gezegd.connect(self._tekst.clear)  # what is refused does not stand beside what was done before
        sessie.veranderd.connect(self.veranderd)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._luister)
        self._benoem()

    @property
    def tekst(self) -> str:
        """What it says now."""
        return self._tekst.text()

    def maak_ongedaan(self) -> None:
        """Undo the last action that was done in this dialog."""
        if self._geschiedenis.diepte > self._vanaf:
            self._sessie.maak_ongedaan()

    def doe_opnieuw(self) -> None:
        """Do again what was undone in this dialog."""
        if self._geschiedenis.opnieuw is not self._van_tevoren:
            self._sessie.doe_opnieuw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a line of text undo what was typed in it, and leave the keys to the dialog when there is nothing."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_terug(event):
            terug = event.matches(QKeySequence.StandardKey.Undo)
            eigen = isinstance(watched, QLineEdit) and (
                watched.isUndoAvailable() if terug else watched.isRedoAvailable()
            )
            if not eigen:
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _luister(self, _: QWidget | None, nu: QWidget | None) -> None:
        """Hear the keys of the field that has the keyboard; fields that keep what is typed leave them by themselves."""
        los = isinstance(nu, QLineEdit | QAbstractSpinBox) and not isinstance(nu, Regelveld)
        if los and nu is not None and self._venster.isAncestorOf(nu):
            nu.removeEventFilter(self)
            nu.installEventFilter(self)

    def _benoem(self) -> None:
        stap = self._geschiedenis.terug if self._geschiedenis.diepte > self._vanaf else None
        self.knop.setVisible(stap is not None)
        if stap is not None:
            naam = f"Ongedaan maken: {stap.naam[:1].lower()}{stap.naam[1:]}"
            self.knop.setText(f"{naam} (Ctrl+Z)")
            self.knop.setAccessibleName(naam)

    def _meld(self, tekst: str, _: bool) -> None:
        self._tekst.setText(tekst)


def met_terug(venster: QDialog, sessie: Sessie) -> Terugregel:
    """Give a dialog that changes things at once its way back; the line stands above its last row."""
    regel = Terugregel(venster, sessie)
    indeling = venster.layout()
    if isinstance(indeling, QBoxLayout):
        indeling.insertWidget(max(1, indeling.count() - 1), regel)
    return regel
