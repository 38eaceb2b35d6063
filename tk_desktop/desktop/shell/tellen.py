"""Counts what a task costs in keys and clicks, for `make ux` (SCREENS T3); only when the environment asks for it."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShortcutEvent, QWindow
from PySide6.QtWidgets import QAbstractButton, QApplication, QTreeView, QWidget
from shiboken6 import isValid

_STIL = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta}


Woorden = Sequence[tuple[str, QPoint, QPoint]]
"""Words on the screen, each with where it begins and ends in pixels."""


class Teller(QObject):
    """Keeps a line for each press, in ``regels`` and in a file: when, what, whether it counts, and where the user is.

    Typed text does not count; a key or chord, a click and a drop do. Where rows stand on the screen is kept beside it
    (``ux.rijen.json``), so that a script can drag to them; so are the words of the paper that is read
    (``ux.woorden.json``), which ``woorden`` gives with where each begins and ends.
    """

    def __init__(
        self, ouder: QObject, bestand: Path, adres: Callable[[], str], woorden: Callable[[], Woorden] = list
    ) -> None:
        super().__init__(ouder)
        self._woorden = woorden
        self._bestand = bestand
        self._adres = adres
        self.regels: list[dict[str, Any]] = []
        self._rijen: dict[str, list[tuple[str, tuple[int, int]]]] = {}
        self._geverfd: set[QTreeView] = set()
        self._sinds = QElapsedTimer()
        self._sinds.start()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.installEventFilter(self)
            app.focusChanged.connect(self.schrijf_stand)
        QTimer.singleShot(0, self, self._klaar)

    @property
    def geteld(self) -> int:
        """How many presses counted until now."""
        return sum(regel["telt"] for regel in self.regels)

    def stop(self) -> None:
        """Count no more."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.removeEventFilter(self)
            app.focusChanged.disconnect(self.schrijf_stand)

    def schrijf_stand(self) -> None:
        """Keep where the user is now."""
        self._schrijf("stand", "", telt=False)
        woorden = [(woord, begin.toTuple(), eind.toTuple()) for woord, begin, eind in self._woorden()]
        self._bestand.with_suffix(".woorden.json").write_text(json.dumps(woorden), encoding="utf-8")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See every press once: as a shortcut, else as it reaches the window, before any widget."""
        if event.type() is QEvent.Type.Paint:
            self._zie_rijen(watched.parent())
        elif event.type() is QEvent.Type.Drop and isinstance(watched, QWidget):
            self._schrijf("sleep", "", telt=True)
        elif event.type() is QEvent.Type.Shortcut and isinstance(event, QShortcutEvent):
            self._schrijf("toets", event.key().toString(), telt=True)
        elif isinstance(watched, QWindow):
            if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.isAutoRepeat():
                if Qt.Key(event.key()) in _STIL:
                    self.schrijf_stand()
                else:
                    self._schrijf("toets", event.keyCombination().key().name, telt=not _is_tekst(event))
            elif event.type() is QEvent.Type.MouseButtonPress:
                self._schrijf("klik", "", telt=True)
        return super().eventFilter(watched, event)

    def _zie_rijen(self, lijst: QObject | None) -> None:
        """Look where the rows of a list stand, as soon as it has been drawn."""
        if isinstance(lijst, QTreeView):
            if not self._geverfd:
                QTimer.singleShot(0, self, self._schrijf_rijen)
            self._geverfd.add(lijst)

    def _schrijf_rijen(self) -> None:
        for lijst in self._geverfd:
            if isValid(lijst):
                self._rijen[lijst.accessibleName()] = _rijen(lijst)
        self._geverfd.clear()
        deel = self._bestand.with_suffix(".rijen.deel")
        deel.write_text(json.dumps(self._rijen), encoding="utf-8")
        deel.replace(self._bestand.with_suffix(".rijen.json"))  # at once, for another process reads it

    def _klaar(self) -> None:
        """Begin: what has been drawn before the counting began is not drawn again by itself."""
        for lijst in QApplication.allWidgets():
            if lijst.isVisible():
                self._zie_rijen(lijst)
        self._schrijf("klaar", "", telt=False)

    def _schrijf(self, soort: str, wat: str, *, telt: bool) -> None:
        veld = QApplication.focusWidget()
        regel = {
            "ms": self._sinds.elapsed(),
            "soort": soort,
            "wat": wat,
            "telt": telt,
            "adres": self._adres(),
            "focus": naam_van(veld),
        }
        self.regels.append(regel)
        with self._bestand.open("a", encoding="utf-8") as stroom:
            stroom.write(json.dumps(regel) + "\n")


def naam_van(veld: QWidget | None) -> str:
    """Return what a screen reader calls what has the keyboard; nothing when nothing has it."""
    if veld is None:
        return ""
    return veld.accessibleName() or (veld.text().replace("&", "") if isinstance(veld, QAbstractButton) else "")


def _rijen(lijst: QTreeView) -> list[tuple[str, tuple[int, int]]]:
    """Return the words of each row that is seen, with its middle in pixels of the screen."""
    uit, index = [], lijst.indexAt(QPoint(1, 1))
    while index.isValid() and lijst.visualRect(index).top() < lijst.viewport().height():
        cellen = [index.siblingAtColumn(kolom) for kolom in range(lijst.model().columnCount())]
        zichtbaar = [cel for cel in cellen if not lijst.isColumnHidden(cel.column())]
        vlak = lijst.visualRect(zichtbaar[min(1, len(zichtbaar) - 1)])
        plek = lijst.viewport().mapToGlobal(vlak.center()).toPointF() * lijst.devicePixelRatioF()
        uit.append((" ".join(str(cel.data() or "") for cel in cellen), (round(plek.x()), round(plek.y()))))
        index = lijst.indexBelow(index)
    return uit


def _is_tekst(event: QKeyEvent) -> bool:
    """Tell whether a press types a character in a field."""
    houdt = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    veld = QApplication.focusWidget()
    soorten = ("QLineEdit", "QPlainTextEdit", "QTextEdit")
    in_tekst = veld is not None and any(veld.inherits(soort) for soort in soorten)
    return bool(in_tekst and not houdt and event.text() and event.text().isprintable())
