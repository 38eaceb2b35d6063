"""What is selected on the pages of a view, and the cursor with which a keyboard selects."""

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPainterPath, QPen

from tk_desktop.desktop.pages.bladen import Bladenweergave
from tk_desktop.desktop.pages.bladplek import Bladplek
from tk_desktop.desktop.pages.bladteksten import Bladteksten
from tk_desktop.desktop.parts.tekstselectie import Selectie, Stap, Tekstplek, maak_selectie, verplaats
from tk_desktop.paper.bladtekst import Kader

_KLEUR, _DONKERE_KLEUR = QColor(31, 111, 178, 80), QColor(110, 180, 240, 90)
_CURSOR, _DONKERE_CURSOR = QColor("#0b4f8a"), QColor("#8cc4f5")


class Bladselectie(QObject):
    """Keeps a passage between two places, draws it, and moves its end; ``selectie`` tells it as a value."""

    gewijzigd = Signal()

    def __init__(self, blad: Bladenweergave, teksten: Bladteksten) -> None:
        super().__init__(blad)
        self._blad = blad
        self._teksten = teksten
        self._anker: Tekstplek | None = None
        self._cursor: Tekstplek | None = None
        self._x = 0.0
        self._selectie: Selectie | None = None
        self.cursor_aan = False
        blad.leg_laag(self)
        blad.geopend.connect(self.wis)
        teksten.gekomen.connect(self._kent_tekst)

    @property
    def selectie(self) -> Selectie | None:
        """The passage that is selected, or nothing."""
        return self._selectie

    @property
    def cursor(self) -> Tekstplek | None:
        """Where the end of the selection is."""
        return self._cursor

    @property
    def waar(self) -> QPointF | None:
        """Where in the window the cursor stands."""
        streepje = self._streepje()
        if self._cursor is None or streepje is None:
            return None
        return self._blad.plek_van(self._cursor.pagina).punt(streepje.x0 + 0.5, streepje.midden[1])

    def zet(self, anker: Tekstplek, cursor: Tekstplek) -> None:
        """Select from one place to another."""
        self._anker, self._cursor = anker, cursor
        self._onthoud_x()
        self._ververs()

    def wis(self) -> None:
        """Select nothing."""
        self._anker = self._cursor = None
        self._ververs()

    def laat_los(self) -> None:
        """Select nothing; a cursor that goes with the keys stays behind the passage, to go on from there."""
        einden = [plek for plek in (self._anker, self._cursor) if plek is not None]
        if not self.cursor_aan or not einden:
            self.wis()
            return
        achter = max(einden, key=lambda plek: (plek.pagina, plek.plek))
        self.zet(achter, achter)

    def verleng(self, cursor: Tekstplek) -> None:
        """Select from where the selection began to here."""
        self.zet(self._anker or cursor, cursor)

    def woord(self, plek: Tekstplek) -> None:
        """Select the word at a place."""
        tekst = self._teksten.van(plek.pagina)
        if tekst is not None and tekst.regels:
            begin, eind = tekst.woord_bij(plek.plek)
            self.zet(Tekstplek(plek.pagina, begin), Tekstplek(plek.pagina, eind))

    def regel(self, plek: Tekstplek) -> None:
        """Select the line at a place."""
        tekst = self._teksten.van(plek.pagina)
        if tekst is not None and tekst.regels:
            regel = tekst.regels[tekst.regelnummer(plek.plek)]
            self.zet(Tekstplek(plek.pagina, regel.begin), Tekstplek(plek.pagina, regel.eind))

    def hele_bladzijde(self) -> None:
        """Select all words of the page that is looked at."""
        tekst = self._teksten.van(self._blad.pagina)
        if tekst is not None and tekst.regels:
            pagina = self._blad.pagina
            self.zet(Tekstplek(pagina, 0), Tekstplek(pagina, len(tekst.tekst)))

    def stap(self, stap: Stap, *, vooruit: bool, verleng: bool) -> None:
        """Move the cursor, and select what it passes when ``verleng``; it begins at the top of what is seen."""
        if self._cursor is None:
            begin = self._bovenste()
            if begin is None:
                return
            self._anker = self._cursor = begin
            self._onthoud_x()
        nieuw = verplaats(self._teksten.van, self._cursor, stap, vooruit, self._x)
        if not verleng:
            self._anker = nieuw
        self._cursor = nieuw
        if stap is not Stap.REGEL:
            self._onthoud_x()
        self._ververs()
        streepje = self._streepje()
        if streepje is not None:
            self._blad.breng_in_beeld(nieuw.pagina, streepje)

    def kopieer(self) -> None:
        """Put the passage on the clipboard, to read on elsewhere."""
        if self._selectie is not None:
            QGuiApplication.clipboard().setText(self._selectie.leesbaar)

    def plek_bij(self, waar: QPointF) -> Tekstplek | None:
        """Return the place in the text nearest to a point of the window; nothing while those words are not read."""
        plek = self._blad.plek_bij(waar)
        tekst = self._teksten.van(plek.pagina) if plek else None
        if plek is None or tekst is None:
            return None
        return Tekstplek(plek.pagina, tekst.plek_bij(*plek.terug(waar)))

    def op_tekst(self, waar: QPointF) -> bool:
        """Tell whether there is a character at a point of the window."""
        plek = self._blad.plek_onder(waar)
        tekst = self._teksten.van(plek.pagina) if plek else None
        return plek is not None and tekst is not None and tekst.teken_onder(*plek.terug(waar)) is not None

    def zet_cursor_aan(self, aan: bool) -> None:
        """Let the arrow keys move a cursor through the text, or the pages again."""
        self.cursor_aan = aan
        if aan and self._cursor is None:
            begin = self._bovenste()
            if begin is not None:
                self.zet(begin, begin)
        self._blad.viewport().update()

    def teken(self, painter: QPainter, plek: Bladplek, donker: bool) -> None:
        """Draw the selection and the cursor."""
        if self._selectie is not None:
            pad = QPainterPath()
            pad.setFillRule(Qt.FillRule.WindingFill)
            for vlak in self._selectie.vlakken:
                if vlak.pagina == plek.pagina:
                    pad.addRect(plek.rechthoek(vlak))
            painter.fillPath(pad, _DONKERE_KLEUR if donker else _KLEUR)
        if self._cursor is not None and self._cursor.pagina == plek.pagina and self.cursor_aan:
            streepje = self._streepje()
            if streepje is not None:
                painter.setPen(QPen(_DONKERE_CURSOR if donker else _CURSOR, 2))
                painter.drawLine(plek.punt(streepje.x0, streepje.y0), plek.punt(streepje.x0, streepje.y1))

    def _ververs(self) -> None:
        oud = self._selectie
        if self._anker is None or self._cursor is None or self._anker == self._cursor:
            self._selectie = None
        else:
            self._selectie = maak_selectie(self._teksten.van, self._anker, self._cursor)
        self._blad.viewport().update()
        if oud != self._selectie:
            self.gewijzigd.emit()

    def _kent_tekst(self, pagina: int) -> None:
        if self._anker is None or self._cursor is None:
            return
        van, tot = sorted((self._anker.pagina, self._cursor.pagina))
        if van <= pagina <= tot:
            self._ververs()

    def _bovenste(self) -> Tekstplek | None:
        """Return the first line of which the middle is on screen."""
        for plek in self._blad.plekken():
            tekst = self._teksten.van(plek.pagina)
            for regel in tekst.regels if tekst else ():
                if plek.punt(*regel.kader.midden).y() >= 0:
                    return Tekstplek(plek.pagina, regel.begin)
        return None

    def _streepje(self) -> Kader | None:
        tekst = self._teksten.van(self._cursor.pagina) if self._cursor else None
        return tekst.streepje(self._cursor.plek) if tekst and self._cursor else None

    def _onthoud_x(self) -> None:
        streepje = self._streepje()
        self._x = streepje.x0 if streepje else 0.0
