"""What Enter, Backspace, Tab and a space do in rich text beside typing, as in Word."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from tk_desktop.desktop.text.opmaakbewerking import (
    begin_lijst,
    dieper,
    hoger,
    is_kop,
    is_punt,
    kan_schuiven,
    maak_alinea,
    splits,
    tabel_van,
)
from tk_desktop.desktop.text.tabelbewerking import naar_cel, nieuwe_rij

Gebaar = Callable[[QTextCursor], None]
"""Something done where the cursor stands; it may move that cursor."""

_BEGINMERKEN = {"-": "-", "*": "-", "•": "-", "1.": "1.", "1)": "1.", "a.": "a.", "a)": "a."}
"""What, typed before a space at the start of a paragraph, begins a list."""


_CTRL = Qt.KeyboardModifier.ControlModifier
_CTRL_SHIFT = _CTRL | Qt.KeyboardModifier.ShiftModifier
_ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


class Opmaak(StrEnum):
    """What a key of layout makes of the text."""

    VET = "vet"
    CURSIEF = "cursief"
    BESLOTEN = "besloten"
    KOPPELING = "koppeling"
    OPSOMMING = "opsomming"
    NUMMERING = "nummering"
    LETTERING = "lettering"
    PLAK_KAAL = "plakken zonder opmaak"
    DIEPER = "dieper"
    HOGER = "hoger"


_TOETSEN = {
    (_CTRL, Qt.Key.Key_B): Opmaak.VET,
    (_CTRL, Qt.Key.Key_I): Opmaak.CURSIEF,
    (_CTRL_SHIFT, Qt.Key.Key_X): Opmaak.BESLOTEN,
    (_CTRL, Qt.Key.Key_K): Opmaak.KOPPELING,
    (_CTRL_SHIFT, Qt.Key.Key_8): Opmaak.OPSOMMING,
    (_CTRL_SHIFT, Qt.Key.Key_Asterisk): Opmaak.OPSOMMING,
    (_CTRL_SHIFT, Qt.Key.Key_7): Opmaak.NUMMERING,
    (_CTRL_SHIFT, Qt.Key.Key_Ampersand): Opmaak.NUMMERING,
    (_CTRL_SHIFT, Qt.Key.Key_9): Opmaak.LETTERING,
    (_CTRL_SHIFT, Qt.Key.Key_ParenLeft): Opmaak.LETTERING,
    (_CTRL_SHIFT, Qt.Key.Key_V): Opmaak.PLAK_KAAL,
    (_ALT_SHIFT, Qt.Key.Key_Right): Opmaak.DIEPER,
    (_ALT_SHIFT, Qt.Key.Key_Left): Opmaak.HOGER,
}


def opmaak(e: QKeyEvent, cursor: QTextCursor) -> Opmaak | None:
    """Return what a key of layout means here, or ``None``; AltGr types letters and is none."""
    knoppen = e.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    soort = _TOETSEN.get((knoppen, Qt.Key(e.key())))
    return None if soort in (Opmaak.DIEPER, Opmaak.HOGER) and not is_punt(cursor.block()) else soort


def gebaar(e: QKeyEvent, cursor: QTextCursor, *, enkele_regel: bool) -> Gebaar | None:
    """Return what a key does here beside typing, or ``None``."""
    match e.key():
        case Qt.Key.Key_Return | Qt.Key.Key_Enter:
            return _enter(cursor, enkele_regel=enkele_regel)
        case Qt.Key.Key_Backspace:
            return _terug(cursor)
        case Qt.Key.Key_Tab:
            return tab(cursor, terug=bool(e.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        case Qt.Key.Key_Backtab:
            return tab(cursor, terug=True)
    return _spatie(cursor) if e.text() == " " and not enkele_regel else None


def tab(cursor: QTextCursor, *, terug: bool) -> Gebaar | None:
    """Return what Tab does: another cell, a new row, another level of an item; ``None`` lets the keyboard go on."""
    stap = -1 if terug else 1
    tabel = tabel_van(cursor)
    if tabel is not None:
        cel = tabel.cellAt(cursor)
        breed = cel.columnSpan() if stap > 0 else 1
        plek = cel.row() * tabel.columns() + cel.column() + stap * breed
        if plek >= tabel.rows() * tabel.columns():
            return nieuwe_rij
        if plek >= 0:
            return partial(naar_cel, rij=plek // tabel.columns(), kolom=plek % tabel.columns())
        return None  # before the first cell Shift+Tab leaves, so that no key shuts anybody in
    if (cursor.hasSelection() or cursor.atBlockStart()) and kan_schuiven(cursor, stap):
        return hoger if terug else dieper
    return None


def _enter(cursor: QTextCursor, *, enkele_regel: bool) -> Gebaar | None:
    tabel = tabel_van(cursor)
    if tabel is not None:
        cel = tabel.cellAt(cursor)
        return partial(naar_cel, rij=cel.row() + 1, kolom=cel.column())
    if enkele_regel:
        return None
    if is_punt(cursor.block()) and not cursor.hasSelection() and not cursor.block().text():
        return hoger if kan_schuiven(cursor, -1) else maak_alinea
    return splits


def _terug(cursor: QTextCursor) -> Gebaar | None:
    """Let Backspace at the start of an item or heading make it a paragraph."""
    bijzonder = is_punt(cursor.block()) or is_kop(cursor.block())
    return maak_alinea if bijzonder and cursor.atBlockStart() and not cursor.hasSelection() else None


def _spatie(cursor: QTextCursor) -> Gebaar | None:
    """Let ``- `` or ``1. `` at the start of a paragraph begin a list."""
    merk = _BEGINMERKEN.get(cursor.block().text()[: cursor.positionInBlock()])
    vrij = not cursor.hasSelection() and tabel_van(cursor) is None and not is_punt(cursor.block())
    return partial(begin_lijst, merk=merk) if merk is not None and vrij else None
