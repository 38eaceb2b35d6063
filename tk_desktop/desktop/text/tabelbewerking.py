"""Changes to a table in rich text: from cell to cell, rows and columns put in and taken away, as in Word."""

from enum import StrEnum

from PySide6.QtGui import QTextCursor, QTextTable

from tk_desktop.desktop.text.opmaakbewerking import herteken, tabel_van
from tk_desktop.desktop.text.opmaakdocument import alineavorm, letters, nieuwe_tabel


class Tabelstap(StrEnum):
    """What can be done to the table in which the cursor stands, in the words of its menu."""

    RIJ_BOVEN = "Rij er&boven"
    RIJ_ONDER = "&Rij eronder"
    KOLOM_LINKS = "Kolom &links"
    KOLOM_RECHTS = "Kolom r&echts"
    RIJ_WEG = "Rij &verwijderen"
    KOLOM_WEG = "Kolo&m verwijderen"
    TABEL_WEG = "&Tabel verwijderen"


def maak_tabel(cursor: QTextCursor) -> None:
    """Put a table behind the paragraph of the cursor, and the cursor in its first cell."""
    if cursor.block().text():
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertBlock(alineavorm(cursor.document()), letters(kop=False))
    else:
        cursor.setBlockFormat(alineavorm(cursor.document()))
    cursor.setPosition(nieuwe_tabel(cursor, 2, 2).cellAt(0, 0).firstCursorPosition().position())


def naar_cel(cursor: QTextCursor, rij: int, kolom: int) -> None:
    """Go to a cell of the table; behind its last row, below the table."""
    tabel = tabel_van(cursor)
    if tabel is not None and rij < tabel.rows():
        _zet_in_cel(cursor, tabel, rij, kolom)
    elif tabel is not None:
        cursor.setPosition(tabel.lastPosition() + 1)


def nieuwe_rij(cursor: QTextCursor) -> None:
    """Put a row below the last one, and the cursor in its first cell."""
    tabel = tabel_van(cursor)
    if tabel is not None:
        tabel.appendRows(1)
        herteken(tabel)
        _zet_in_cel(cursor, tabel, tabel.rows() - 1, 0)


def wijzig_tabel(cursor: QTextCursor, stap: Tabelstap) -> None:
    """Add a row or column beside the cursor and go there, take one away, or the whole table."""
    tabel = tabel_van(cursor)
    if tabel is None:
        return
    cel = tabel.cellAt(cursor)
    rij, kolom = cel.row(), cel.column()
    match stap:
        case Tabelstap.RIJ_BOVEN:
            tabel.insertRows(rij, 1)
        case Tabelstap.RIJ_ONDER:
            rij += 1
            tabel.insertRows(rij, 1)
        case Tabelstap.KOLOM_LINKS:
            tabel.insertColumns(kolom, 1)
        case Tabelstap.KOLOM_RECHTS:
            kolom += 1
            tabel.insertColumns(kolom, 1)
        case _:
            _neem_weg(cursor, tabel, stap)
            return
    herteken(tabel)
    _zet_in_cel(cursor, tabel, rij, kolom)


def _neem_weg(cursor: QTextCursor, tabel: QTextTable, stap: Tabelstap) -> None:
    cel = tabel.cellAt(cursor)
    match stap:
        case Tabelstap.RIJ_WEG:
            tabel.removeRows(cel.row(), 1)
        case Tabelstap.KOLOM_WEG:
            tabel.removeColumns(cel.column(), 1)
        case _:
            tabel.removeRows(0, tabel.rows())
    over = tabel_van(cursor)
    if over is not None:
        herteken(over)


def _zet_in_cel(cursor: QTextCursor, tabel: QTextTable, rij: int, kolom: int) -> None:
    cursor.setPosition(tabel.cellAt(rij, kolom).lastCursorPosition().position())
