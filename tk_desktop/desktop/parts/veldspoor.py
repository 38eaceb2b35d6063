"""What stands in the fields of a screen, to find after undoing what changed in it and bring that into sight."""

from dataclasses import dataclass
from functools import partial
from typing import Self

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QScrollArea, QTextEdit, QWidget

Tekst = QLineEdit | QTextEdit | QPlainTextEdit


@dataclass(frozen=True, slots=True)
class Veldspoor:
    """The fields that are seen, from above to below, with what stands in each; and whether the user was in one."""

    velden: tuple[tuple[QWidget, str], ...]
    typt: bool

    @classmethod
    def van(cls, scherm: QWidget, *, typt: bool) -> Self:
        """Remember what stands in a screen."""
        return cls(tuple((veld, _inhoud(veld)) for veld in _velden(scherm)), typt)

    def wijs_aan(self, scherm: QWidget) -> None:
        """Show the first field in which something else stands, or the one beside a field that went.

        Who typed goes there with the keyboard, behind what differs; else the keyboard stays where it is, if it can.
        """
        nu = _velden(scherm)
        stonden = dict(self.velden)
        ander = next((veld for veld in nu if _inhoud(veld) != stonden.get(veld, "")), None) or self._naast_verdwenen(nu)
        heeft = QApplication.focusWidget()
        if ander is not None and self.typt:
            if isinstance(ander, Tekst) and _inhoud(ander) != (stond := stonden.get(ander, "")):
                _zet_cursor(ander, _eind_van_verschil(stond, _inhoud(ander)))
            ander.setFocus()
        elif heeft is None or not scherm.isAncestorOf(heeft):
            (ander or scherm).setFocus()
        if ander is not None:
            _toon(ander)
            QTimer.singleShot(0, ander, partial(_toon, ander))  # a row that came or grew has its place after this

    def _naast_verdwenen(self, nu: list[QWidget]) -> QWidget | None:
        """Return the field before the first that is gone, else the one behind it; none when all stayed."""
        staan, ervoor = set(nu), None
        for nummer, (veld, _) in enumerate(self.velden):
            if veld in staan:
                ervoor = veld
            else:
                erna = (ander for ander, _ in self.velden[nummer:] if ander in staan)
                return ervoor or next(erna, None)
        return None


def staat_in_veld() -> bool:
    """Tell whether the keyboard is in a field."""
    return isinstance(QApplication.focusWidget(), Tekst | QComboBox)


def _velden(scherm: QWidget) -> list[QWidget]:
    """Return the fields of a screen that are seen, from above to below."""
    gevonden = [
        (veld.mapTo(scherm, QPoint()).y(), nummer, veld)
        for nummer, veld in enumerate(scherm.findChildren(QWidget))
        if isinstance(veld, Tekst | QComboBox) and veld.isVisible()
    ]
    return [veld for _, _, veld in sorted(gevonden, key=lambda een: een[:2])]


def _inhoud(veld: QWidget) -> str:
    match veld:
        case QTextEdit() | QPlainTextEdit():
            return veld.toPlainText()
        case QLineEdit():
            return veld.text()
        case QComboBox():
            return veld.currentText()
    return ""


def _eind_van_verschil(oud: str, nieuw: str) -> int:
    """Return the place in the new text behind what differs."""
    kortste, voor, achter = min(len(oud), len(nieuw)), 0, 0
    while voor < kortste and oud[voor] == nieuw[voor]:
        voor += 1
    while achter < kortste - voor and oud[-1 - achter] == nieuw[-1 - achter]:
        achter += 1
    return len(nieuw) - achter


def _zet_cursor(veld: Tekst, plek: int) -> None:
    if isinstance(veld, QLineEdit):
        veld.setCursorPosition(plek)
    else:
        cursor = veld.textCursor()
        cursor.setPosition(min(plek, veld.document().characterCount() - 1))
        veld.setTextCursor(cursor)


def _toon(veld: QWidget) -> None:
    """Scroll the forms round a field so that its cursor is seen; without a cursor the field itself."""
    in_veld = veld.cursorRect().center() if isinstance(veld, QTextEdit | QPlainTextEdit) else veld.rect().center()
    boven = veld.parentWidget()
    while boven is not None:
        if isinstance(boven, QScrollArea) and (inhoud := boven.widget()) is not None and inhoud.isAncestorOf(veld):
            plek = veld.mapTo(inhoud, in_veld)
            boven.ensureVisible(plek.x(), plek.y(), 0, veld.fontMetrics().height() * 2)
        boven = boven.parentWidget()
