"""A sheet of rich text that is shown, typed in and kept; what can be made in it stands in ``rijke_tekst``."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QTextEdit, QWidget

from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.tekstveld import Bewaring
from tk_desktop.desktop.text import opmaakbewerking as bewerking
from tk_desktop.desktop.text.cursorplek import Cursorplek, getypt_wit
from tk_desktop.desktop.text.klembord import als_mime
from tk_desktop.desktop.text.opmaakdocument import lees_document, vul_document
from tk_desktop.desktop.text.tekstmerken import teken_merken
from tk_desktop.domain.opmaak import Alinea, Blok, lees, lees_stukjes, schrijf, schrijf_stukjes


class Tekstblad(QTextEdit):
    """Shows one stored text (``domain.opmaak``) and gives it back; as high as what it holds.

    ``gewijzigd`` tells every change of the user; ``getypt`` the new text, a moment after the last one and at once when
    the field is left; ``afgerond`` where one action ends, for the undo of the program. With ``enkele_regel`` it holds
    one line of spans; with ``beginmerk`` an empty field begins as a list, and there is always room for so many
    ``regels``.
    """

    gewijzigd = Signal()
    getypt = Signal(str)
    afgerond = Signal()
    betreden = Signal()

    def __init__(
        self,
        naam: str,
        ouder: QWidget | None = None,
        *,
        enkele_regel: bool = False,
        beginmerk: str = "",
        regels: int = 1,
    ) -> None:
        super().__init__(ouder)
        self._regels = regels
        self._enkele_regel = enkele_regel
        self._beginmerk = beginmerk
        self._woordmenu: Callable[[QMenu, QTextCursor], None] | None = None
        self._stil = False
        self._aantal = 1
        self._laatst = ""
        self._bewaring = Bewaring(self, self.tekst, self.getypt.emit)
        self._bewaring.afgerond.connect(self.afgerond)
        self.gewijzigd.connect(self._tik)
        self.setAccessibleName(naam)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(self._meet)
        self.textChanged.connect(self._gewijzigd)
        self._herbouw(())

    # -- text in and out

    def tekst(self) -> str:
        """Return the stored text of what is shown."""
        return self._geschreven(lees_document(self.document()))

    def toon(self, tekst: str, *, zelfde: bool = False) -> None:
        """Show a text that is kept already; what the user is typing at this moment stays (``Bewaring.neem``)."""
        if self._bewaring.neem(self._geschreven(self._gelezen(tekst)), zelfde=zelfde):
            self.zet_tekst(tekst)

    def leg_vast(self) -> None:
        """Tell the text now when it differs from what is kept."""
        self._bewaring.leg_vast()

    def zet_tekst(self, tekst: str) -> None:
        """Show a stored text; the cursor keeps to the words it stands by, and nothing moves when it is the same."""
        blokken = self._gelezen(tekst)
        if self._geschreven(blokken) != self.tekst():
            self._herbouw(blokken)

    def _gelezen(self, tekst: str) -> tuple[Blok, ...]:
        return (Alinea(lees_stukjes(tekst)),) if self._enkele_regel and tekst.strip() else lees(tekst)

    def _geschreven(self, blokken: Sequence[Blok]) -> str:
        return schrijf_stukjes(bewerking.als_regel(blokken)) if self._enkele_regel else schrijf(blokken)

    def is_leeg(self) -> bool:
        """Tell whether there is nothing to read."""
        return not lees_document(self.document())

    def met_spelling(self, woordmenu: Callable[[QMenu, QTextCursor], None]) -> None:
        """Let a checker of spelling fill the menu of a place, and take its marks for no change."""
        self._woordmenu = woordmenu
        self._onthoud()

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Let what the block does be undone without what was typed before or after it."""
        self._bewaring.rond_af()
        try:
            yield
        finally:
            self._bewaring.rond_af()

    def _herbouw(self, blokken: Sequence[Blok]) -> None:
        plek = Cursorplek.van(self.textCursor())
        wit = getypt_wit(self.textCursor()) if self.hasFocus() else ""
        self._stil = True
        self.setUpdatesEnabled(False)
        vul_document(self.document(), blokken)
        if self._beginmerk and not blokken:
            bewerking.wissel_lijst(QTextCursor(self.document()), self._beginmerk)
        cursor = plek.in_nieuw(self.document())
        if wit:
            cursor.insertText(wit)
        self.setTextCursor(cursor)
        self._aantal = self.document().blockCount()
        self.setUpdatesEnabled(True)
        self._stil = False
        self._onthoud()
        self._meet()

    def _gewijzigd(self) -> None:
        if self._stil or (self._woordmenu is not None and self.tekst() == self._laatst):
            return  # a checker of spelling tells of its own marks as if they were typed
        self._onthoud()
        if self.document().blockCount() != self._aantal:
            with self._als_een():
                return
        self.gewijzigd.emit()

    def _tik(self) -> None:
        cursor = self.textCursor()
        self._bewaring.tik(cursor.block().text()[: cursor.positionInBlock()])

    def _onthoud(self) -> None:
        if self._woordmenu is not None:
            self._laatst = self.tekst()

    @contextmanager
    def _als_een(self) -> Iterator[None]:
        """Let what the block does to the document be one change, and count its lists anew."""
        self._stil = True
        try:
            yield
            bewerking.tel_opnieuw(self.textCursor())
        finally:
            self._stil = False
        self._aantal = self.document().blockCount()
        self._onthoud()
        self.gewijzigd.emit()

    # -- Qt

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the selection so that it comes whole into this program, Word and plain text."""
        document = QTextDocument()
        document.setDefaultFont(self.document().defaultFont())
        QTextCursor(document).insertFragment(self.textCursor().selection())
        return als_mime(lees_document(document))

    def focusInEvent(self, e: QFocusEvent) -> None:
        """Tell that the keyboard is here."""
        super().focusInEvent(e)
        self.betreden.emit()

    def focusOutEvent(self, e: QFocusEvent) -> None:
        """Keep the text when the field is left; a menu over it does not leave it."""
        super().focusOutEvent(e)
        if e.reason() is not Qt.FocusReason.PopupFocusReason:
            self.leg_vast()

    def wheelEvent(self, e: QWheelEvent) -> None:
        """Let the form scroll: this field is as high as its text."""
        e.ignore()

    def changeEvent(self, e: QEvent) -> None:
        """Draw links and tables in the colours of the new palette, and lists at the size of the new letter."""
        super().changeEvent(e)
        if e.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._herbouw(lees_document(self.document()))

    def resizeEvent(self, e: QResizeEvent) -> None:
        """Be as high as the text is at this width: it was measured narrower while the field was hidden."""
        super().resizeEvent(e)
        self._meet()

    def sizeHint(self) -> QSize:
        """Return the size of what is shown."""
        return QSize(letterbreedte(self.fontMetrics()) * 40, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """Return a width at which words still fit; the height follows the text."""
        return QSize(letterbreedte(self.fontMetrics()) * 12, self.minimumHeight())

    def paintEvent(self, e: QPaintEvent) -> None:
        """Draw the text, and the mark of each item before it."""
        super().paintEvent(e)
        teken_merken(self, e.rect())

    def mousePressEvent(self, e: QMouseEvent) -> None:
        """Let what is typed after a press elsewhere be another action."""
        self._bewaring.rond_af()
        super().mousePressEvent(e)

    def _meet(self) -> None:
        """Be as high as the text, and at least the lines it has room for."""
        regel = self.fontMetrics().lineSpacing() * self._regels + 2 * self.document().documentMargin()
        rand = self.height() - self.viewport().height()
        self.setFixedHeight(round(max(self.document().size().height(), regel) + 0.5) + max(rand, 2))
