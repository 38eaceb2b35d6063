"""Fields for a date and a time that understand what people type and say inline what is wrong."""

from collections.abc import Callable, Sequence
from datetime import date, time

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.domain.datum import klok, lang
from tk_desktop.domain.datuminvoer import (
    DatumBestaatNiet,
    DatumOnbekend,
    Ligging,
    TijdOnbekend,
    WeekdagKloptNiet,
    lees_dag,
    lees_klok,
)


class DatumVeld(QWidget):
    """A date, typed as ``4-3-2026``, ``4 maart`` or ``wo 4 mrt`` and shown as ``woensdag 4 maart 2026``.

    ``veranderd`` tells that another date was understood, or that none is any more; ``klaar`` that the field was left or
    Enter pressed. What is wrong stands under the field once typing ends, what was understood at once. For a day that
    does not exist, buttons offer those that may have been meant. ``ligging`` says on which side of ``vandaag`` a day
    lies that is typed without its year.
    """

    veranderd = Signal()
    klaar = Signal()

    def __init__(self, naam: str, vandaag: Callable[[], date], ligging: Ligging = Ligging.VOORUIT) -> None:
        super().__init__()
        self._vandaag = vandaag
        self._ligging = ligging
        self._datum: date | None = None
        self.regel = _regel(naam, "dag-maand-jaar")
        self.uitleg = _uitleg()
        self.bedoeld = tuple(_keuze(self._neem) for _ in range(2))
        _leg_onder_elkaar(self, self.regel, self.uitleg, self.bedoeld)
        self.regel.textEdited.connect(self._getypt)
        self.regel.editingFinished.connect(self._klaar)

    @property
    def datum(self) -> date | None:
        """The date that was understood, or ``None``."""
        return self._datum

    @property
    def fout(self) -> str:
        """What is wrong with what stands in the field; empty when it is a date, or empty."""
        tekst = self.regel.text().strip()
        if not tekst or self._datum is not None:
            return ""
        return self._lees(tekst)[1]

    def toon(self, dag: date | None) -> None:
        """Show a date without telling ``veranderd``."""
        self._datum = dag
        self.regel.setText(lang(dag, met_dag=True) if dag else "")
        if not self.regel.hasFocus():
            self.regel.setCursorPosition(0)  # of a date that does not fit, the day is seen
        _zeg(self.uitleg, "")
        self._bied_aan(())

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tell the day that was typed before Tab looks where to go: it may be what the next field waits for."""
        if not self.regel.hasFocus():
            return super().focusNextPrevChild(next)
        self._klaar()
        with QSignalBlocker(self.regel):  # which tells the same once more as the keyboard leaves it
            return super().focusNextPrevChild(next)

    def _neem(self) -> None:
        """Take the day over that was meant."""
        knop = self.sender()
        if isinstance(knop, QPushButton):
            self.regel.setFocus()
            self._getypt(knop.text())
            self._klaar()

    def _bied_aan(self, mogelijk: Sequence[str]) -> None:
        for nummer, knop in enumerate(self.bedoeld):
            if nummer < len(mogelijk):
                knop.setText(mogelijk[nummer])
            knop.setVisible(nummer < len(mogelijk))

    def _lees(self, tekst: str) -> tuple[date | None, str]:
        try:
            return lees_dag(tekst, self._vandaag(), self._ligging), ""
        except DatumOnbekend as fout:
            return None, f"{fout.wat} {fout.raad}"
        except (DatumBestaatNiet, WeekdagKloptNiet) as fout:
            return None, fout.wat

    def _bedoelde(self) -> Sequence[str]:
        """Return which days may have been meant by one that does not exist."""
        try:
            lees_dag(self.regel.text(), self._vandaag())
        except DatumBestaatNiet as fout:
            return fout.mogelijk
        except (DatumOnbekend, WeekdagKloptNiet):
            pass
        return ()

    def _getypt(self, tekst: str) -> None:
        gelezen = self._lees(tekst)[0] if tekst.strip() else None
        _zeg(self.uitleg, lang(gelezen, met_dag=True) if gelezen else "")
        self._bied_aan(())
        if gelezen != self._datum:
            self._datum = gelezen
            self.veranderd.emit()

    def _klaar(self) -> None:
        if self._datum is not None:
            self.toon(self._datum)
        else:
            _zeg(self.uitleg, self.fout, fout=True)
            self._bied_aan(self._bedoelde())
        self.klaar.emit()


class TijdVeld(QWidget):
    """A time, typed as ``9``, ``900``, ``9.00`` or ``09:00`` and shown as ``09.00``; it may stay empty.

    Signals and messages are those of ``DatumVeld``.
    """

    veranderd = Signal()
    klaar = Signal()

    def __init__(self, naam: str) -> None:
        super().__init__()
        self._tijd: time | None = None
        self.regel = _regel(naam, "uur.minuut")
        self.regel.setMaximumWidth(letterbreedte(self.fontMetrics()) * 14)
        self.uitleg = _uitleg()
        _leg_onder_elkaar(self, self.regel, self.uitleg)
        self.regel.textEdited.connect(self._getypt)
        self.regel.editingFinished.connect(self._klaar)

    @property
    def tijd(self) -> time | None:
        """The time that was understood, or ``None``."""
        return self._tijd

    @property
    def fout(self) -> str:
        """What is wrong with what stands in the field; empty when it is a time, or empty."""
        tekst = self.regel.text().strip()
        if not tekst or self._tijd is not None:
            return ""
        return self._lees(tekst)[1]

    def toon(self, tijd: time | None) -> None:
        """Show a time without telling ``veranderd``."""
        self._tijd = tijd
        self.regel.setText(klok(tijd) if tijd else "")
        _zeg(self.uitleg, "")

    def _lees(self, tekst: str) -> tuple[time | None, str]:
        try:
            return lees_klok(tekst), ""
        except TijdOnbekend as fout:
            return None, f"{fout.wat} {fout.raad}"

    def _getypt(self, tekst: str) -> None:
        gelezen = self._lees(tekst)[0] if tekst.strip() else None
        _zeg(self.uitleg, "")
        if gelezen != self._tijd:
            self._tijd = gelezen
            self.veranderd.emit()

    def _klaar(self) -> None:
        if self._tijd is not None:
            self.toon(self._tijd)
        else:
            _zeg(self.uitleg, self.fout, fout=True)
        self.klaar.emit()


def _regel(naam: str, voorbeeld: str) -> QLineEdit:
    regel = QLineEdit()
    regel.setAccessibleName(naam)
    regel.setPlaceholderText(voorbeeld)
    return regel


def _uitleg() -> QLabel:
    uitleg = QLabel()
    uitleg.setWordWrap(True)
    uitleg.setTextFormat(Qt.TextFormat.PlainText)
    uitleg.setProperty("pil", "ja")
    uitleg.hide()
    return uitleg


def _keuze(neem: Callable[[], None]) -> QPushButton:
    knop = QPushButton("Bedoelde dag")  # a name for who cannot see, also before there is a day to offer
    knop.setAutoDefault(False)
    knop.clicked.connect(neem)
    knop.hide()
    return knop


def _leg_onder_elkaar(veld: QWidget, regel: QLineEdit, uitleg: QLabel, keuzes: Sequence[QPushButton] = ()) -> None:
    kolom = QVBoxLayout(veld)
    kolom.setContentsMargins(0, 0, 0, 0)
    kolom.setSpacing(2)
    kolom.addWidget(regel)
    kolom.addWidget(uitleg)
    rij = QHBoxLayout()
    rij.setAlignment(Qt.AlignmentFlag.AlignLeft)
    for knop in keuzes:
        rij.addWidget(knop)
    kolom.addLayout(rij)
    veld.setAccessibleName(regel.accessibleName())
    veld.setFocusProxy(regel)
    veld.setFocusPolicy(regel.focusPolicy())  # the mnemonic of a label passes by what takes no keyboard itself


def _zeg(uitleg: QLabel, tekst: str, *, fout: bool = False) -> None:
    """Show a line under a field; a fault in red, and told to who cannot see it."""
    uitleg.setText(tekst)
    uitleg.setProperty("toon", "rood" if fout else None)
    uitleg.setProperty("zacht", None if fout else "ja")
    uitleg.style().unpolish(uitleg)
    uitleg.style().polish(uitleg)
    uitleg.setVisible(bool(tekst))
    if fout and tekst:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(uitleg, tekst))
