"""A field for rich text: only what the house layout prints can be made in it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QTextEdit, QWidget

from tk_desktop.desktop.parts.tekstveld import Bewaring
from tk_desktop.desktop.text import opmaakbewerking as bewerking
from tk_desktop.desktop.text.cursorplek import Cursorplek, getypt_wit
from tk_desktop.desktop.text.klembord import als_mime, lees_klembord
from tk_desktop.desktop.text.koppelvenster import Koppelvenster
from tk_desktop.desktop.text.opmaakdocument import (
    is_besloten,
    is_vet,
    lees_document,
    letters,
    vul_document,
    zet_besloten,
)
from tk_desktop.desktop.text.tabelbewerking import Tabelstap, maak_tabel, wijzig_tabel
from tk_desktop.desktop.text.tekstgebaren import Gebaar, Opmaak, gebaar, opmaak, tab
from tk_desktop.desktop.text.tekstmenu import Tekstacties, tekstmenu
from tk_desktop.desktop.text.tekstmerken import teken_merken
from tk_desktop.domain.opmaak import Alinea, Blok, Stukje, lees, lees_stukjes, schrijf, schrijf_stukjes
from tk_desktop.intake.plakken import lees_kaal

_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class RijkeTekst(QTextEdit):
    """Shows one stored text (``domain.opmaak``) and gives it back; as high as what it holds.

    ``gewijzigd`` tells every change of the user; ``getypt`` the new text, a moment after the last one and at once when
    the field is left. Undo is that of the program, so the keys of undo pass through. With ``enkele_regel`` it holds one
    line of spans, ``zonder_tabel`` no tables; with ``beginmerk`` an empty field begins as a list, and there is always
    room for so many ``regels``.
    """

    gewijzigd = Signal()
    getypt = Signal(str)
    betreden = Signal()

    def __init__(
        self,
        naam: str,
        ouder: QWidget | None = None,
        *,
        enkele_regel: bool = False,
        zonder_tabel: bool = False,
        beginmerk: str = "",
        regels: int = 1,
    ) -> None:
        super().__init__(ouder)
        self._regels = regels
        self._zonder_tabel = zonder_tabel or enkele_regel
        self._enkele_regel = enkele_regel
        self._beginmerk = beginmerk
        self._woordmenu: Callable[[QMenu, QTextCursor], None] | None = None
        self._stil = False
        self._aantal = 1
        self._laatst = ""
        self._bewaring = Bewaring(self, self.tekst, self.getypt.emit)
        self.gewijzigd.connect(self._bewaring.tik)
        self._opmaak: dict[Opmaak, Callable[[], None]] = {
            Opmaak.VET: self.vet,
            Opmaak.CURSIEF: self.cursief,
            Opmaak.BESLOTEN: self.besloten,
            Opmaak.KOPPELING: self.koppeling,
            Opmaak.OPSOMMING: self.opsomming,
            Opmaak.NUMMERING: self.nummering,
            Opmaak.LETTERING: self.lettering,
            Opmaak.PLAK_KAAL: self.plak_kaal,
            Opmaak.DIEPER: partial(self._doe, bewerking.dieper),
            Opmaak.HOGER: partial(self._doe, bewerking.hoger),
        }
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

    # -- what the user can make

    def vet(self) -> None:
        """Make the selection bold, or plain when it is."""
        cursor = self.textCursor()
        gewoon = letters(kop=bewerking.is_kop(cursor.block())).fontWeight()
        vorm = QTextCharFormat()
        vorm.setFontWeight(QFont.Weight(gewoon) if is_vet(cursor.charFormat()) else QFont.Weight.Bold)
        self.mergeCurrentCharFormat(vorm)

    def cursief(self) -> None:
        """Make the selection italic, or upright when it is."""
        self.setFontItalic(not self.textCursor().charFormat().fontItalic())

    def besloten(self) -> None:
        """Make the selection besloten, for the closed variant alone, or open when it is (J9)."""
        vorm = QTextCharFormat()
        zet_besloten(vorm, not is_besloten(self.textCursor().charFormat()))
        self.mergeCurrentCharFormat(vorm)

    def opsomming(self) -> None:
        """Make the paragraphs a list with bullets, or paragraphs again."""
        self._wissel_lijst("-")

    def nummering(self) -> None:
        """Make the paragraphs a numbered list, or paragraphs again."""
        self._wissel_lijst("1.")

    def lettering(self) -> None:
        """Make the paragraphs a list with letters, or paragraphs again."""
        self._wissel_lijst("a.")

    def tussenkop(self) -> None:
        """Make the paragraph a heading, or a paragraph again."""
        if self._vrij_blok():
            self._doe(bewerking.wissel_kop)

    def koppeling(self) -> None:
        """Ask for the address of a link on the selected words; an empty address takes the link away."""
        cursor = bewerking.linkbereik(self.textCursor())
        venster = Koppelvenster(cursor.charFormat().anchorHref(), self)
        if venster.exec():
            self.zet_link(venster.adres())

    def zet_link(self, adres: str) -> None:
        """Make the selected words a link, or with an empty address plain words."""
        self._doe(lambda cursor: bewerking.zet_link(bewerking.linkbereik(cursor), adres))

    def tabel(self) -> None:
        """Put in a table of two columns, with a header, behind the paragraph where the cursor stands."""
        if self.mag_tabel():
            self._doe(maak_tabel)

    def mag_tabel(self) -> bool:
        """Tell whether a table may stand where the cursor is."""
        return self._vrij_blok() and not self._zonder_tabel

    def wijzig_tabel(self, stap: Tabelstap) -> None:
        """Add or remove a row or column where the cursor stands, or remove the table."""
        self._doe(partial(wijzig_tabel, stap=stap))

    def plak_kaal(self) -> None:
        """Paste the words of the clipboard without any layout."""
        self._voeg_in(lees_kaal(QGuiApplication.clipboard().text()))

    def voeg_stukjes_in(self, stukjes: Sequence[Stukje]) -> None:
        """Put spans in where the cursor stands, instead of what is selected; what is typed behind them is plain."""
        self._voeg_in((Alinea(tuple(stukjes)),))
        self.setCurrentCharFormat(letters(kop=bewerking.is_kop(self.textCursor().block())))

    def _wissel_lijst(self, merk: str) -> None:
        if self._vrij_blok():
            self._doe(partial(bewerking.wissel_lijst, merk=merk))

    def _doe(self, beweging: Gebaar) -> None:
        """Do one thing with the cursor and what stands there."""
        with self._als_een():
            cursor = self.textCursor()
            cursor.beginEditBlock()  # laid out once, however much is pasted
            beweging(cursor)
            cursor.endEditBlock()
            self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _voeg_in(self, blokken: Sequence[Blok]) -> None:
        if blokken:
            self._doe(partial(bewerking.voeg_in, blokken=blokken, op_een_regel=self._enkele_regel))

    def _vrij_blok(self) -> bool:
        """Tell whether the paragraph may become something else: not in a table, not in a field of one line."""
        return not self._enkele_regel and bewerking.tabel_van(self.textCursor()) is None

    # -- Qt

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste: keep what the house layout prints."""
        self._voeg_in(lees_klembord(source))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text, not files: those are papers, and the window takes them."""
        return not source.hasUrls() and (source.hasHtml() or source.hasText())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the selection so that it comes whole into this program, Word and plain text."""
        document = QTextDocument()
        document.setDefaultFont(self.document().defaultFont())
        QTextCursor(document).insertFragment(self.textCursor().selection())
        return als_mime(lees_document(document))

    def event(self, e: QEvent) -> bool:
        """Let the keys of undo and redo reach the window; keep those of layout."""
        if e.type() is QEvent.Type.ShortcutOverride and isinstance(e, QKeyEvent):
            if any(e.matches(toets) for toets in _UNDO):
                self.leg_vast()
                e.ignore()
                return False
            if self._toets(e) is not None:
                e.accept()
                return True
        return super().event(e)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Handle the keys of layout; the rest is typing."""
        if any(e.matches(toets) for toets in _UNDO):
            e.ignore()
            return
        doe = self._toets(e)
        beweging = gebaar(e, self.textCursor(), enkele_regel=self._enkele_regel)
        if doe is not None:
            doe()
        elif beweging is not None:
            self._doe(beweging)
        elif self._enkele_regel and e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(e)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Let Tab go on, unless it means a cell of a table or a level of a list."""
        if tab(self.textCursor(), terug=not next) is not None:
            return False
        return super().focusNextPrevChild(next)

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

    def sizeHint(self) -> QSize:
        """Return the size of what is shown."""
        return QSize(self.fontMetrics().averageCharWidth() * 40, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """Return a width at which words still fit; the height follows the text."""
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.minimumHeight())

    def paintEvent(self, e: QPaintEvent) -> None:
        """Draw the text, and the mark of each item before it."""
        super().paintEvent(e)
        teken_merken(self, e.rect())

    def contextMenuEvent(self, e: QContextMenuEvent) -> None:
        """Offer what can be done here, in Dutch."""
        menu = self.menu_op(self.cursorForPosition(e.pos()))
        menu.exec(e.globalPos())
        menu.deleteLater()

    def menu_op(self, plek: QTextCursor) -> QMenu:
        """Return the menu for a place in the text."""
        acties = Tekstacties(
            plak_kaal=self.plak_kaal,
            koppeling=self.koppeling,
            wijzig_tabel=self.wijzig_tabel,
            tabel=None if self._zonder_tabel else self.tabel,
        )
        menu = tekstmenu(self, plek, acties)
        if self._woordmenu is not None:
            self._woordmenu(menu, plek)
        return menu

    # -- keys

    def _toets(self, e: QKeyEvent) -> Callable[[], object] | None:
        """Return what a key of layout does, or ``None``."""
        soort = opmaak(e, self.textCursor())
        return None if soort is None else self._opmaak[soort]

    def _meet(self) -> None:
        """Be as high as the text, and at least the lines it has room for."""
        regel = self.fontMetrics().lineSpacing() * self._regels + 2 * self.document().documentMargin()
        rand = self.height() - self.viewport().height()
        self.setFixedHeight(round(max(self.document().size().height(), regel) + 0.5) + max(rand, 2))
