"""Where a cursor stands by the words round it, so that it stays there when a text is shown anew."""

from dataclasses import dataclass
from typing import Self

from PySide6.QtGui import QTextCursor, QTextDocument


@dataclass(frozen=True, slots=True)
class Cursorplek:
    """A place in the letters of a text, and the other end of the selection."""

    letters: str
    plek: int
    anker: int

    @classmethod
    def van(cls, cursor: QTextCursor) -> Self:
        """Remember where a cursor stands."""
        return cls(letters_van(cursor.document()), cursor.position(), cursor.anchor())

    def in_nieuw(self, document: QTextDocument) -> QTextCursor:
        """Return a cursor by the same words in what the document shows now."""
        nieuw = letters_van(document)
        cursor = QTextCursor(document)
        cursor.setPosition(min(meegeschoven(self.letters, nieuw, self.anker), len(nieuw)))
        cursor.setPosition(
            min(meegeschoven(self.letters, nieuw, self.plek), len(nieuw)), QTextCursor.MoveMode.KeepAnchor
        )
        return cursor


def letters_van(document: QTextDocument) -> str:
    """Return all letters of a document, each at its position."""
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def meegeschoven(oud: str, nieuw: str, plek: int) -> int:
    """Return where a place is after a text changed: before the change as far from the start, behind it from the end."""
    gelijk = 0
    for een, ander in zip(oud, nieuw, strict=False):
        if een != ander:
            break
        gelijk += 1
    if plek <= gelijk:
        return plek
    achter = 0
    grens = min(len(oud), len(nieuw)) - gelijk
    while achter < grens and oud[-1 - achter] == nieuw[-1 - achter]:
        achter += 1
    return max(gelijk, len(nieuw) - (len(oud) - plek)) if plek >= len(oud) - achter else gelijk


def getypt_wit(cursor: QTextCursor) -> str:
    """Return the white space typed last at the end of a paragraph: it is not stored, but one types on behind it."""
    tekst = cursor.block().text()
    bezig = cursor.atBlockEnd() and not cursor.hasSelection() and tekst.strip()
    return tekst[len(tekst.rstrip()) :] if bezig else ""
