"""A field for rich text: only what the house layout prints can be made in it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QWidget

from tk_desktop.desktop.text import opmaakbewerking as bewerking
from tk_desktop.desktop.text.klembord import lees_klembord
from tk_desktop.desktop.text.koppelvenster import Koppelvenster
from tk_desktop.desktop.text.opmaakdocument import (
    is_besloten,
    is_vet,
    letters,
    zet_besloten,
)
from tk_desktop.desktop.text.tabelbewerking import Tabelstap, maak_tabel, wijzig_tabel
from tk_desktop.desktop.text.tekstblad import Tekstblad
from tk_desktop.desktop.text.tekstgebaren import Gebaar, Opmaak, gebaar, opmaak, tab
from tk_desktop.desktop.text.tekstmenu import Tekstacties, tekstmenu
from tk_desktop.domain.opmaak import Alinea, Blok, Stukje
from tk_desktop.intake.plakken import lees_kaal

_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_LOOPT = frozenset(
    {
        *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
        *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    }
)
"""Keys that bring the cursor elsewhere: what is typed there is another action."""


class RijkeTekst(Tekstblad):
    """Lets the user make what the house layout prints: layout, lists, tables and links, typed or pasted.

    Undo is that of the program, so the keys of undo pass through: a paste, a list, a table and a change of layout are
    each one action. With ``zonder_tabel`` it holds no tables; the rest is as of a ``Tekstblad``.
    """

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
        super().__init__(naam, ouder, enkele_regel=enkele_regel, beginmerk=beginmerk, regels=regels)
        self._zonder_tabel = zonder_tabel or enkele_regel
        self._opmaak: dict[Opmaak, Callable[[], None]] = {
            Opmaak.VET: self.vet,
            Opmaak.CURSIEF: self.cursief,
            Opmaak.BESLOTEN: self.besloten,
            Opmaak.KOPPELING: self.koppeling,
            Opmaak.OPSOMMING: self.opsomming,
            Opmaak.NUMMERING: self.nummering,
            Opmaak.LETTERING: self.lettering,
            Opmaak.PLAK_KAAL: self.plak_kaal,
            Opmaak.DIEPER: self.dieper,
            Opmaak.HOGER: self.hoger,
        }

    # -- what the user can make

    def vet(self) -> None:
        """Make the selection bold, or plain when it is."""
        cursor = self.textCursor()
        gewoon = letters(kop=bewerking.is_kop(cursor.block())).fontWeight()
        vorm = QTextCharFormat()
        vorm.setFontWeight(QFont.Weight(gewoon) if is_vet(cursor.charFormat()) else QFont.Weight.Bold)
        self._merk(vorm)

    def cursief(self) -> None:
        """Make the selection italic, or upright when it is."""
        vorm = QTextCharFormat()
        vorm.setFontItalic(not self.textCursor().charFormat().fontItalic())
        self._merk(vorm)

    def besloten(self) -> None:
        """Make the selection besloten, for the closed variant alone, or open when it is (J9)."""
        vorm = QTextCharFormat()
        zet_besloten(vorm, not is_besloten(self.textCursor().charFormat()))
        self._merk(vorm)

    def opsomming(self) -> None:
        """Make the paragraphs a list with bullets, or paragraphs again."""
        self._wissel_lijst("-")

    def nummering(self) -> None:
        """Make the paragraphs a numbered list, or paragraphs again."""
        self._wissel_lijst("1.")

    def lettering(self) -> None:
        """Make the paragraphs a list with letters, or paragraphs again."""
        self._wissel_lijst("a.")

    def dieper(self) -> None:
        """Move the item of a list one level in."""
        if bewerking.is_punt(self.textCursor().block()):
            self._doe(bewerking.dieper)

    def hoger(self) -> None:
        """Move the item of a list one level out."""
        if bewerking.is_punt(self.textCursor().block()):
            self._doe(bewerking.hoger)

    def tussenkop(self) -> None:
        """Make the paragraph a heading, or a paragraph again."""
        if self._vrij_blok():
            self._doe(bewerking.wissel_kop)

    def koppeling(self) -> None:
        """Ask for the address of a link on the selected words; an empty address takes the link away."""
        cursor = bewerking.linkbereik(self.textCursor())
        venster = Koppelvenster(cursor.charFormat().anchorHref(), self)
        venster.accepted.connect(lambda: self.zet_link(venster.adres()))
        venster.finished.connect(venster.deleteLater)
        venster.open()

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

    def _merk(self, vorm: QTextCharFormat) -> None:
        """Give the selection a form, unless these words are only there to be read."""
        if not self.isReadOnly():
            with self.apart():
                self.mergeCurrentCharFormat(vorm)

    def vervang(self, cursor: QTextCursor, tekst: str) -> None:
        """Put other words in the place of those that a cursor has selected."""
        if self.isReadOnly():
            return
        with self.apart():
            cursor.insertText(tekst, cursor.charFormat())
            self.setTextCursor(cursor)

    def _doe(self, beweging: Gebaar) -> None:
        """Do one thing with the cursor and what stands there, to be undone by itself."""
        with self.apart():
            self._beweeg(beweging)

    def _beweeg(self, beweging: Gebaar) -> None:
        if self.isReadOnly():
            return
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
        elif beweging is bewerking.splits:
            self._beweeg(beweging)  # Enter is typing
        elif beweging is not None:
            self._doe(beweging)
        elif self._enkele_regel and e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            self._typ(e)

    def _typ(self, e: QKeyEvent) -> None:
        """Let Qt handle a key; one elsewhere, or over what was selected, begins another action."""
        gekozen = self.textCursor().hasSelection()
        if gekozen or e.key() in _LOOPT:
            self._bewaring.rond_af()
        super().keyPressEvent(e)
        if gekozen and not e.text().isprintable():
            self._bewaring.rond_af()  # cut or taken away

    def focusNextPrevChild(self, next: bool) -> bool:
        """Let Tab go on, unless it means a cell of a table or a level of a list."""
        if tab(self.textCursor(), terug=not next) is not None:
            return False
        return super().focusNextPrevChild(next)

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
