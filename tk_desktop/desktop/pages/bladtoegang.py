"""Pages for who cannot see them: a screen reader reads the words of the page that is looked at (F22).

Qt for Python has only half of the text interface, so the words stand in a text edit that nobody sees as well, and a
screen reader that asks for the text of the pages gets the interface of that one.
"""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextUpdateEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QAccessibleWidget, QPlainTextEdit
from shiboken6 import VoidPtr

from tk_desktop.desktop.pages.bladen import Bladenweergave
from tk_desktop.desktop.pages.bladselectie import Bladselectie
from tk_desktop.desktop.pages.bladteksten import Bladteksten

_ANDERS = "Op deze bladzijde staat geen tekst die voorgelezen kan worden."


class Bladtoegang(QObject):
    """Keeps the words of the page that is looked at ready, with the cursor where it is in them."""

    def __init__(self, blad: Bladenweergave, teksten: Bladteksten, selectie: Bladselectie) -> None:
        super().__init__(blad)
        self._blad = blad
        self._teksten = teksten
        self._selectie = selectie
        self._stand = QPlainTextEdit()
        self._getoond: tuple[int, str] = (0, "")
        self._interface: QAccessibleInterface | None = None
        blad.pagina_gewisseld.connect(self._vertel)
        teksten.gekomen.connect(self._vertel)
        selectie.gewijzigd.connect(self._vertel_cursor)
        install_factory()

    @property
    def tekst(self) -> str:
        """The words of the page that is looked at, or that there are none."""
        if not self._blad.aantal:
            return ""
        gelezen = self._teksten.van(self._blad.pagina)
        if gelezen is None:
            return ""
        return gelezen.tekst if gelezen.tekst.strip() else _ANDERS

    def document(self) -> QAccessibleInterface:
        """Return the accessible of the text edit with the words, the cursor in its place."""
        if self._stand.toPlainText() != self.tekst:
            self._stand.setPlainText(self.tekst)
        cursor = self._selectie.cursor
        if cursor is not None and cursor.pagina == self._blad.pagina:
            plek = self._stand.textCursor()
            keuze = self._selectie.selectie
            begin = keuze.begin if keuze and keuze.pagina == keuze.eindpagina == cursor.pagina else cursor.plek
            eind = keuze.eind if keuze and keuze.pagina == keuze.eindpagina == cursor.pagina else cursor.plek
            laatst = len(self.tekst)
            plek.setPosition(min(begin, laatst))
            plek.setPosition(min(eind, laatst), QTextCursor.MoveMode.KeepAnchor)
            self._stand.setTextCursor(plek)
        return QAccessible.queryAccessibleInterface(self._stand)

    def interface(self) -> QAccessibleInterface:
        """Return what a screen reader sees of the view; made once."""
        if self._interface is None:
            self._interface = _Bladinterface(self._blad, self)
        return self._interface

    def _vertel(self) -> None:
        if not QAccessible.isActive():
            return
        nieuw = (self._blad.pagina, self.tekst)
        oud, self._getoond = self._getoond, nieuw
        if nieuw != oud:
            QAccessible.updateAccessibility(QAccessibleTextUpdateEvent(self._blad, 0, oud[1], nieuw[1]))

    def _vertel_cursor(self) -> None:
        cursor = self._selectie.cursor
        if QAccessible.isActive() and cursor is not None and cursor.pagina == self._blad.pagina:
            QAccessible.updateAccessibility(QAccessibleTextCursorEvent(self._blad, cursor.plek))


class _Bladinterface(QAccessibleWidget):
    """The pages as a document with a name, a page number and words."""

    def __init__(self, blad: Bladenweergave, toegang: Bladtoegang) -> None:
        super().__init__(blad, QAccessible.Role.Document, blad.accessibleName())
        self._toegang = toegang

    def text(self, soort: QAccessible.Text) -> str:
        """Return the words as the value, else what the view says."""
        return self._toegang.tekst if soort == QAccessible.Text.Value else super().text(soort)

    def interface_cast(self, soort: QAccessible.InterfaceType) -> object:  # type: ignore[override]
        """Return the interface to the words; of other kinds there is none."""
        if soort == QAccessible.InterfaceType.TextInterface:
            return self._toegang.document().textInterface()
        return VoidPtr(0)


@cache
def install_factory() -> None:
    """Let Qt ask us for the accessible of a view; once for the whole program."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_: str, ding: QObject) -> QAccessibleInterface | None:
    if isinstance(ding, Bladenweergave):
        toegang = ding.findChild(Bladtoegang)
        if isinstance(toegang, Bladtoegang):
            return toegang.interface()
    return None
