"""The one place of the window where a fault is shown: what happened, whether the work is safe, what to do now."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
)

from tk_desktop.base.errors import GeheugenVol, Onderbroken, TkError
from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.logboek import ProgrammaFout, noteer

Actie = tuple[str, Callable[[], None]]
"""What the user can do about what is told: the words on a button, and what it does."""
Uitleg = Callable[[TkError], tuple[str, Sequence[Actie]]]
"""Says what the user reads of a fault, and what can be done about it."""


class Meldbalk(QFrame):
    """A bar that tells a fault and stays until it is closed; the work goes on.

    Above the screen it can be closed; without ``sluitbaar`` it stands in a screen or dialog, which hides it when what
    it tells is no longer so. What the user can do now stands in it as buttons; one that is pressed hides the bar first.
    ``gezegd`` tells the fault, what can be done about it and its tone, ``weg`` that it is no longer shown.
    """

    gezegd = Signal(str, object, str)
    weg = Signal()

    def __init__(self, *, sluitbaar: bool = True) -> None:
        super().__init__()
        self._sluitbaar = sluitbaar
        self.uitleg: Uitleg = _uitleg
        """What the user reads of a fault, and what can be done about it besides."""
        self.vertaald: Callable[[BaseException], BaseException] = _zoals_hij_is
        """Gives the fault that a user reads for what a machine did wrong, where who knows the machine is there."""
        self.setAccessibleName("Foutmelding")
        self._teken = QLabel()
        self._tekst = QLabel()
        self._tekst.setTextFormat(Qt.TextFormat.PlainText)
        self._tekst.setWordWrap(True)
        self._tekst.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._tekst.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sluit = QToolButton()
        sluit.setIcon(icon("x"))
        sluit.setToolTip("Melding sluiten (Esc)")
        sluit.setAccessibleName("Melding sluiten")
        sluit.clicked.connect(self.hide)
        sluit.setVisible(sluitbaar)
        self._knoppen = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._knoppen.setAlignment(Qt.AlignmentFlag.AlignLeft)
        midden = QVBoxLayout()
        midden.addWidget(self._tekst)
        midden.addLayout(self._knoppen)
        midden.addStretch(1)
        self._sluit = sluit
        self._toon = ""
        self._getypt = False
        self._achter: Meldbalk | None = None
        rij = QHBoxLayout(self)
        rij.addWidget(self._teken, 0, Qt.AlignmentFlag.AlignTop)
        rij.addLayout(midden, 1)
        rij.addWidget(sluit, 0, Qt.AlignmentFlag.AlignTop)
        self._kleur("rood")
        self.hide()

    @property
    def tekst(self) -> str:
        """What it says now; empty when nothing is shown."""
        return "" if self.isHidden() else self._tekst.text()

    @property
    def knoppen(self) -> tuple[QPushButton, ...]:
        """The buttons for what can be done now, in order."""
        delen = (self._knoppen.itemAt(plaats) for plaats in range(self._knoppen.count()))
        widgets = [deel.widget() for deel in delen if deel is not None]
        return tuple(knop for knop in widgets if isinstance(knop, QPushButton))

    def toon(
        self, fout: TkError, acties: Sequence[Actie] = (), uitleg: Uitleg | None = None, *, getypt: bool = False
    ) -> None:
        """Show a fault and what can be done about it, and tell it to who cannot see it.

        ``getypt`` says that it is about what is being typed: typing on may set it right.
        """
        tekst, ook = (uitleg or self.uitleg)(fout)
        self._getypt = getypt
        self._zeg(tekst, [*acties, *ook], "rood")

    def meld(self, tekst: str, acties: Sequence[Actie] = (), *, getypt: bool = False) -> None:
        """Show what is no fault, but should be known before going on; ``getypt`` is as with ``toon``."""
        self._getypt = getypt
        self._zeg(tekst, acties, "oranje")

    def gelukt(self, *, getypt: bool) -> None:
        """Go, for something was done since; who only types on has not answered a choice or a refused command yet."""
        vraagt = self._toon == "rood" or bool(self.knoppen)
        if not (getypt and vraagt and not self._getypt):
            self.hide()

    def volg(self, balk: "Meldbalk") -> None:
        """Show the faults that another bar tells, as long as it does: it stands behind the window of this one."""
        self._achter = balk
        balk.gezegd.connect(self._zeg_na)
        balk.weg.connect(self.hide)

    @contextmanager
    def meldt(
        self, acties: Sequence[Actie] = (), uitleg: Uitleg | None = None, *, getypt: bool = False
    ) -> Iterator[None]:
        """Show the fault that the block raises, if any; what the block did not finish has changed nothing.

        ``uitleg`` explains it where this block knows more of it than the bar; ``getypt`` is as with ``toon``.
        """
        try:
            yield
        except TkError as fout:
            self.toon(fout, acties, uitleg, getypt=getypt)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if self._sluitbaar and event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under each other where they do not fit in a row."""
        super().resizeEvent(event)
        self._leg_knoppen()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that it is gone."""
        super().hideEvent(event)
        self.weg.emit()

    def _zeg_na(self, tekst: str, acties: Sequence[Actie], toon: str) -> None:
        if toon == "rood":
            self._zeg(tekst, acties, toon)

    def _zeg(self, tekst: str, acties: Sequence[Actie], toon: str) -> None:
        self._kleur(toon)
        self._tekst.setText(tekst)
        for oude in self.knoppen:
            self._knoppen.removeWidget(oude)
            oude.hide()
            oude.deleteLater()
        for woorden, doe in acties:
            knop = QPushButton(woorden)
            knop.setAutoDefault(False)
            knop.setToolTip(woorden)
            knop.setMinimumWidth(1)  # large letters may cut its words, never push the window wider
            knop.clicked.connect(self.hide)
            if self._achter is not None:
                knop.clicked.connect(self._achter.hide)
            knop.clicked.connect(partial(_doe, doe))
            self._knoppen.addWidget(knop)
        self._leg_knoppen()
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, tekst))
        self.gezegd.emit(tekst, acties, toon)

    def _leg_knoppen(self) -> None:
        breedte = sum(knop.sizeHint().width() + self._knoppen.spacing() for knop in self.knoppen)
        naast = breedte <= self._tekst.width() or len(self.knoppen) < 2
        richting = QBoxLayout.Direction.LeftToRight if naast else QBoxLayout.Direction.TopToBottom
        self._knoppen.setDirection(richting)

    def changeEvent(self, event: QEvent) -> None:
        """Let the sign be as large as the letters, and of their colour."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._teken_toon()

    def _kleur(self, toon: str) -> None:
        self._toon = toon
        self._teken_toon()
        self.setProperty("toon", toon)
        for deel in (self, self._tekst, self._teken):
            deel.style().unpolish(deel)
            deel.style().polish(deel)

    def _teken_toon(self) -> None:
        """Draw the sign, before the middle of the first line."""
        maat = self.fontMetrics().height()
        self._teken.setPixmap(icon("circle-x" if self._toon == "rood" else "triangle-alert").pixmap(maat, maat))
        for deel in (self._teken, self._tekst):
            deel.setMinimumHeight(max(maat * 3 // 2, self._sluit.sizeHint().height()))


def _doe(werk: Callable[[], None]) -> None:
    """Do what a button is for, without what Qt tells of the press."""
    werk()


class Foutvanger:
    """Tells the user of a bug that reached nobody, once for each; for ``sys.excepthook``."""

    def __init__(self, balk: Meldbalk) -> None:
        self._balk = balk

    def __call__(self, _: type[BaseException], fout: BaseException, __: object) -> None:
        """Keep where it happened and show one fixed sentence; what a machine did wrong is told as such."""
        onze = GeheugenVol() if isinstance(fout, MemoryError) else self._balk.vertaald(fout)
        if isinstance(onze, TkError):
            self._balk.toon(onze)
            return
        noteer(fout)
        self._balk.toon(ProgrammaFout())


def _zoals_hij_is(fout: BaseException) -> BaseException:
    return fout


def _uitleg(fout: TkError) -> tuple[str, Sequence[Actie]]:
    return fout.zin, ()


def start_of_meld(werk: Callable[[], None]) -> int:
    """Open what the window is for and return 0, or 2 after a fault that forbids it.

    The fault is shown until it is read and then ends the program; a stop by the user needs no words.
    """
    try:
        werk()
    except TkError as fout:
        if not isinstance(fout, Onderbroken):
            soort = QtWidgets.QMessageBox  # made by Qt when it is first named: no start waits for it
            venster = soort(soort.Icon.Critical, "TK Desktop", fout.zin)
            venster.addButton("Sluiten", soort.ButtonRole.AcceptRole)
            venster.exec()
        QApplication.quit()
        return 2
    return 0
