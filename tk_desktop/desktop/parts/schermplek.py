"""Where one is within a screen: the field with the keyboard, its cursor, and how far each part is scrolled."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Self

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Schermplek:
    """Parts of a screen are known by a digest of the name a screen reader says, for that may hold words of papers."""

    veld: str = ""
    cursor: int = 0
    anker: int = 0
    gerold: Mapping[str, int] = field(default_factory=dict)

    def __str__(self) -> str:
        return json.dumps([self.veld, self.cursor, self.anker, dict(self.gerold)]) if self.veld or self.gerold else ""

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """Return the place that a text names; what cannot be read is no place."""
        try:
            veld, cursor, anker, gerold = json.loads(tekst)
            return cls(
                veld=str(veld), cursor=int(cursor), anker=int(anker), gerold={k: int(v) for k, v in gerold.items()}
            )
        except (ValueError, TypeError, AttributeError):
            return cls()

    @classmethod
    def van(cls, blad: QWidget) -> Self:
        """Return where one is in a screen."""
        veld = blad.focusWidget()
        cursor, anker = _cursor(veld)
        gerold = {_merk(deel): deel.verticalScrollBar().value() for deel in _rollend(blad) if deel.isVisibleTo(blad)}
        return cls(
            veld=_merk(veld) if veld is not None else "",
            cursor=cursor,
            anker=anker,
            gerold={merk: waarde for merk, waarde in gerold.items() if merk and waarde},
        )

    def herstel(self, blad: QWidget) -> None:
        """Go back there: what is not on the screen any more, is left out.

        The field itself may lie in a pane that has no room; it gets that with the keyboard.
        """
        for veld in blad.findChildren(QWidget):
            if self.veld and _merk(veld) == self.veld and veld.focusPolicy().value and veld.isVisibleTo(blad):
                _zet_cursor(veld, self.cursor, self.anker)
                veld.setFocus()
                break
        for deel in _rollend(blad):
            if (waarde := self.gerold.get(_merk(deel), 0)) > 0:
                _Rolplek(deel, waarde)


class _Rolplek(QObject):
    """Keeps a part at its place while its contents are laid out, until the user scrolls it or types in it."""

    def __init__(self, deel: QAbstractScrollArea, waarde: int) -> None:
        super().__init__(deel)
        self._deel = deel  # its bar is Qt's own, which PySide may take for gone: it is asked for anew
        self._waarde = waarde
        balk = deel.verticalScrollBar()
        balk.rangeChanged.connect(self._zet)
        balk.valueChanged.connect(self._bewogen)
        QTimer.singleShot(0, self, self._zet)

    def _zet(self) -> None:
        self._deel.verticalScrollBar().setValue(self._waarde)

    def _bewogen(self, naar: int) -> None:
        balk = self._deel.verticalScrollBar()
        if naar != min(self._waarde, balk.maximum()):
            balk.rangeChanged.disconnect(self._zet)
            balk.valueChanged.disconnect(self._bewogen)
            self.deleteLater()


def _rollend(blad: QWidget) -> Iterator[QAbstractScrollArea]:
    """Yield the forms and lists of a screen; pages keep a place of their own."""
    for deel in blad.findChildren(QAbstractScrollArea):
        if isinstance(deel, QScrollArea | QAbstractItemView):
            yield deel


def _merk(deel: QWidget) -> str:
    naam = deel.accessibleName()
    return sha256(naam.encode()).hexdigest()[:12] if naam else ""


def _cursor(veld: QWidget | None) -> tuple[int, int]:
    if isinstance(veld, QTextEdit | QPlainTextEdit):
        return veld.textCursor().position(), veld.textCursor().anchor()
    if isinstance(veld, QLineEdit):
        plek = veld.cursorPosition()
        begin, lengte = veld.selectionStart(), len(veld.selectedText())
        return plek, (begin + lengte if plek == begin else begin) if lengte else plek
    return 0, 0


def _zet_cursor(veld: QWidget, plek: int, anker: int) -> None:
    if isinstance(veld, QTextEdit | QPlainTextEdit):
        eind = veld.document().characterCount() - 1
        cursor = veld.textCursor()
        cursor.setPosition(min(max(anker, 0), eind))
        cursor.setPosition(min(max(plek, 0), eind), cursor.MoveMode.KeepAnchor)
        veld.setTextCursor(cursor)
    elif isinstance(veld, QLineEdit):
        veld.setSelection(anker, plek - anker) if plek != anker else veld.setCursorPosition(plek)
