"""A screen in a window of its own over another."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.enterknop import druk_knop
from tk_desktop.desktop.parts.foutmelding import Meldbalk
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.rolblad import Rolblad
from tk_desktop.desktop.parts.scherm import geef_ruimte, ruimte
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.session.terugregel import Terugregel

_LETTERS = 70
"""Letters wide that a window for a few questions is at least."""


def geef_maat(venster: QDialog, breed: int, hoog: int) -> None:
    """Give a window over another the size it would like, or what its words ask for, as far as the screen has it."""
    er, indeling = ruimte(venster), venster.layout()
    breed = min(max(breed, venster.minimumSizeHint().width()), er.width())
    nodig = indeling.totalHeightForWidth(breed) if indeling is not None and indeling.hasHeightForWidth() else 0
    geef_ruimte(venster, QSize(breed, max(hoog, nodig)))


def groei_mee(venster: QDialog) -> None:
    """Give a window over another the height that its words need by now, when it has less."""
    indeling = venster.layout()
    if indeling is not None:
        indeling.activate()
        geef_maat(venster, venster.width(), max(venster.height(), indeling.totalHeightForWidth(venster.width())))


def op_regel(veld: QWidget) -> QWidget:
    """Let a field begin as low as the name before it in a form, which stands as before a field of one line."""
    letter = veld.fontMetrics().height()
    eerste = letter if isinstance(veld, QLabel) else round(letter * 1.35)
    veld.setContentsMargins(0, max(0, (letter * 7 // 4 - eerste) // 2), 0, 0)
    return veld


class _Los(QDialog):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press a button that has the keyboard, though none answers to it from elsewhere."""
        if not druk_knop(self, event):
            super().keyPressEvent(event)


def in_venster(inhoud: QWidget, titel: str, ouder: QWidget, sessie: Sessie, *, passend: bool = False) -> QDialog:
    """Open a screen in a window of its own over another, and return that window.

    Esc closes it, and what was typed is kept by the screen. Enter ends a field and presses no button but the one that
    has the keyboard: everything in these screens is kept at once, and undone there too; what is refused is told there
    too. ``passend`` makes the window no larger than what is in it.
    """
    venster = _Los(ouder)
    venster.setWindowTitle(titel)
    knoppen = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    knoppen.rejected.connect(venster.reject)
    kolom = QVBoxLayout(venster)
    kolom.addWidget(inhoud, 1)
    balk = Meldbalk(sluitbaar=False)
    balk.volg(sessie.balk)
    if passend:
        balk.gezegd.connect(partial(_maak_ruimte, venster))
    kolom.addWidget(balk)
    kolom.addWidget(Terugregel(venster, sessie, naast=knoppen))
    for knop in venster.findChildren(QPushButton):
        knop.setAutoDefault(False)
        knop.setDefault(False)
    hoogstens = QSize(round(ouder.width() * 0.85), round(ouder.height() * 0.8))
    minstens = QSize(letterbreedte(venster.fontMetrics()) * _LETTERS, 0)
    venster.resize(venster.sizeHint().expandedTo(minstens).boundedTo(hoogstens) if passend else hoogstens)
    venster.finished.connect(venster.deleteLater)
    if inhoud.focusProxy() is not None:
        inhoud.setFocus()  # where it wants the keyboard, not at whatever stands first
        inhoud.setFocusProxy(None)  # type: ignore[arg-type]  # else Tab goes there past all that stands before it
    venster.open()
    return venster


def met_weigering(vraag: QDialog, sessie: Sessie) -> Callable[[object], None]:
    """Let a question stay, as it was answered, while what it asks for is refused: the refusal stands in it.

    Returns what closes the question, for ``daarna`` of ``Sessie.doe``.
    """
    balk = Meldbalk(sluitbaar=False)
    balk.volg(sessie.balk)
    balk.gezegd.connect(partial(_maak_ruimte, vraag))
    indeling = vraag.layout()
    if isinstance(indeling, QBoxLayout):
        indeling.insertWidget(indeling.count() - 1, balk)
    return partial(_sluit, vraag)


def _maak_ruimte(venster: QDialog, *_: object) -> None:
    groei_mee(venster)


def _sluit(vraag: QDialog, _: object) -> None:
    vraag.accept()


class Knoppenrij(QDialogButtonBox):
    """The buttons under a dialog, reached by Tab one after another.

    Qt lets Tab go from what stands above them to the default button at once, past the buttons before it.
    """

    def showEvent(self, event: QShowEvent) -> None:
        """Undo what Qt chose as it laid out the buttons."""
        super().showEvent(event)
        self.setFocusProxy(None)  # type: ignore[arg-type]

    def changeEvent(self, event: QEvent) -> None:
        """Undo it too after other letters or colours, which lay them out anew."""
        super().changeEvent(event)
        self.setFocusProxy(None)  # type: ignore[arg-type]


class Rolvak(Rolblad):
    """What a dialog asks and tells; it scrolls where the screen is too small for it, the buttons below stay."""

    def __init__(self, inhoud: QLayout) -> None:
        super().__init__()
        self._binnen = QWidget()
        self._binnen.setLayout(inhoud)
        inhoud.setContentsMargins(0, 0, 0, 0)
        self.setWidget(self._binnen)

    def sizeHint(self) -> QSize:
        """Return what all of it asks for."""
        return self._binnen.sizeHint()

    def laat_passen(self) -> None:
        """Make the dialog as wide as what it asks, and as high as that is then, as far as the screen has it."""
        venster, indeling, eigen = self.window(), self.window().layout(), self._binnen.layout()
        if indeling is None or eigen is None:
            return
        indeling.activate()
        meer = min(eigen.sizeHint().width() - self.viewport().width(), ruimte(venster).width() - venster.width())
        meer = max(0, meer)
        hoger = max(0, eigen.totalHeightForWidth(self.viewport().width() + meer) - self.viewport().height())
        if meer or hoger:
            geef_ruimte(venster, QSize(venster.width() + meer, venster.height() + hoger))
