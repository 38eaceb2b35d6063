"""Spelling in the fields of a form: a wave under a word that no dictionary knows, and words that may be meant."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QMenu

from tk_desktop.desktop.parts.theme import Toon, kleuren
from tk_desktop.desktop.text.rijke_tekst import RijkeTekst
from tk_desktop.desktop.text.tekstmenu import voeg_actie_toe
from tk_desktop.desktop.text.woordenboek import Woordenboek

_WOORD = re.compile(
    r"\{\{[^{}]*\}\}|https?://\S+|www\.\S+|\S{1,80}@\S+|[\w-]{1,60}(?:\.[\w-]{1,60}){0,6}\.(?:nl|eu|com|org|net)\b|"
    r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\w{0,60}\d\w*"
)


def woorden(tekst: str) -> Iterator[tuple[int, str]]:
    """Yield the words of a text to be checked, with where they begin.

    Placeholders, addresses, words with a digit and abbreviations in capitals are none; neither is one letter.
    """
    for treffer in _WOORD.finditer(tekst):
        woord = treffer[0]
        gewoon = all(teken.isalpha() or teken in "'’-" for teken in woord)
        if gewoon and len(woord) > 1 and not woord.isupper():
            yield treffer.start(), woord


class Spellingmerker(QSyntaxHighlighter):
    """Puts a wave under the words of one document that are not known."""

    def __init__(self, document: QTextDocument, woordenboek: Woordenboek) -> None:
        super().__init__(document)
        self._woordenboek = woordenboek

    def highlightBlock(self, text: str) -> None:
        """Mark one block."""
        vorm = QTextCharFormat()
        vorm.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        vorm.setUnderlineColor(QColor(kleuren().tonen[Toon.ROOD].tekst))
        for plek, woord in woorden(text):
            if not self._woordenboek.kent(woord):
                self.setFormat(plek, len(woord), vorm)


class Spelling(QObject):
    """Checks fields once it was asked to; ``gemeld`` tells what a toast says.

    ``laad`` gives the dictionary, or raises ``GeenWoordenboek``.
    """

    gemeld = Signal(str)

    def __init__(self, laad: Callable[[], Woordenboek]) -> None:
        super().__init__()
        self._laad = laad
        self._woordenboek: Woordenboek | None = None
        self._velden: list[RijkeTekst] = []
        self._merkers: dict[RijkeTekst, Spellingmerker] = {}

    def zet_velden(self, velden: Sequence[RijkeTekst]) -> None:
        """Tell which fields there are, in order; when spelling is on they are marked."""
        self._velden = list(velden)
        if self._woordenboek is not None:
            self._merk(self._woordenboek)

    def volgende(self) -> bool:
        """Go to the next unknown word after the cursor and select it; tell whether there is one.

        The first time this turns spelling on; raises ``GeenWoordenboek`` where there is none.
        """
        if self._woordenboek is None:
            self._woordenboek = self._laad()
            self._merk(self._woordenboek)
        for veld, plek, woord in self._fouten(self._woordenboek):
            cursor = veld.textCursor()
            cursor.setPosition(plek)
            cursor.setPosition(plek + len(woord), QTextCursor.MoveMode.KeepAnchor)
            veld.setTextCursor(cursor)
            veld.setFocus()
            return True
        self.gemeld.emit("Geen onbekende woorden gevonden.")
        return False

    def vul_menu(self, veld: RijkeTekst, menu: QMenu, plek: QTextCursor) -> None:
        """Put words that may be meant at the top of the menu of a field, when an unknown word stands there."""
        if self._woordenboek is None:
            return
        gevonden = _woord_op(plek)
        if gevonden is None or self._woordenboek.kent(gevonden[1]):
            return
        begin, woord = gevonden
        eerste = menu.actions()[0]
        for voorstel in self._woordenboek.voorstellen(woord):
            voeg_actie_toe(menu, voorstel, partial(_vervang, veld, begin, woord, voorstel), voor=eerste)
        zin = f"‘{woord}’ &toevoegen aan de woordenlijst"
        voeg_actie_toe(menu, zin, partial(self.voeg_toe, woord), voor=eerste)
        menu.insertSeparator(eerste)

    def voeg_toe(self, woord: str) -> None:
        """Add a word to the list of the user, and mark all anew."""
        if self._woordenboek is not None:
            self._woordenboek.voeg_toe(woord)
            for merker in self._merkers.values():
                merker.rehighlight()

    def _merk(self, woordenboek: Woordenboek) -> None:
        """Mark the fields that are not marked yet; a field that is gone took its marks with it."""
        eerder, self._merkers = self._merkers, {}
        for veld in self._velden:
            if veld not in eerder:
                veld.met_spelling(partial(self.vul_menu, veld))
            self._merkers[veld] = eerder.get(veld) or Spellingmerker(veld.document(), woordenboek)

    def _fouten(self, woordenboek: Woordenboek) -> Iterator[tuple[RijkeTekst, int, str]]:
        """Yield unknown words from the cursor on, and then those before it."""
        alle = [
            (rang, veld, plek, woord)
            for rang, veld in enumerate(self._velden)
            for plek, woord in _documentwoorden(veld.document())
            if not woordenboek.kent(woord)
        ]
        hier = ((rang, veld.textCursor().selectionEnd()) for rang, veld in enumerate(self._velden) if veld.hasFocus())
        nu = next(hier, (0, 0))
        for erna in (True, False):
            yield from ((veld, plek, woord) for rang, veld, plek, woord in alle if ((rang, plek) >= nu) is erna)


def _documentwoorden(document: QTextDocument) -> Iterator[tuple[int, str]]:
    blok: QTextBlock = document.begin()
    while blok.isValid():
        yield from ((blok.position() + plek, woord) for plek, woord in woorden(blok.text()))
        blok = blok.next()


def _woord_op(plek: QTextCursor) -> tuple[int, str] | None:
    """Return the word at a place, with where it begins in the document."""
    blok, in_blok = plek.block(), plek.positionInBlock()
    for begin, woord in woorden(blok.text()):
        if begin <= in_blok <= begin + len(woord):
            return blok.position() + begin, woord
    return None


def _vervang(veld: RijkeTekst, begin: int, woord: str, voorstel: str) -> None:
    """Put another word in the place of one, unless it moved meanwhile."""
    veld.leg_vast()
    cursor = veld.textCursor()
    cursor.setPosition(begin)
    cursor.setPosition(begin + len(woord), QTextCursor.MoveMode.KeepAnchor)
    if cursor.selectedText() == woord:
        veld.vervang(cursor, voorstel)
