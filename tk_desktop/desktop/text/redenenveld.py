"""The reasons for or against a proposal, grouped by the point they belong to, with their numbers 1.1, 1.2, 2.1."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from tk_desktop.base.ids import new_id
from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.toets import toets_van
from tk_desktop.desktop.text.rijke_tekst import RijkeTekst
from tk_desktop.desktop.text.sectierij import plusknop
from tk_desktop.domain.nota import Aard, Argument, Nota
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.opmaak import lees_stukjes, samenvoegen
from tk_desktop.domain.verwijzing import ontkoppel

LOS = ""
"""The group of reasons that belong to no point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GetypteReden:
    """A reason as it was typed; ``punt_id`` is ``None`` while it belongs to no point."""

    id: str
    aard: Aard
    punt_id: str | None
    kop: str
    tekst: str


ZONDER_KOP = "(zonder kop)"
"""The heading of a reason that was left without one, so that its words are not lost."""


class Redenrij(QWidget):
    """One reason: its number, a heading of one line and a text under it.

    ``getypt`` tells id, heading and text; ``wens`` an id and what to do: ``omhoog``, ``omlaag``, ``weg``, or a point.
    """

    getypt = Signal(str, str, str)
    wens = Signal(str, str)

    def __init__(self, id_: str, aard: Aard, ouder: QWidget) -> None:
        super().__init__(ouder)
        self.id = id_
        self.groep = LOS
        self.nummer = QLabel()
        self.nummer.setProperty("zacht", "ja")
        self.nummer.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self.nummer.setContentsMargins(0, 6, 0, 0)
        self.kop = RijkeTekst(f"Kop van het {aard.value}", enkele_regel=True)
        self.kop.setPlaceholderText(f"{aard.value.capitalize()} in één zin")
        self.tekst = RijkeTekst(f"Toelichting op het {aard.value}")
        self.tekst.setPlaceholderText("Toelichting")
        self.meer = QToolButton()
        self.meer.setIcon(icon("ellipsis"))
        self.meer.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.meer.setMenu(QMenu(self.meer))
        raster = QGridLayout(self)
        raster.setContentsMargins(0, 0, 0, 4)
        raster.setVerticalSpacing(2)
        raster.addWidget(self.nummer, 0, 0)
        raster.addWidget(self.kop, 0, 1)
        raster.addWidget(self.meer, 0, 2, Qt.AlignmentFlag.AlignTop)
        raster.addWidget(self.tekst, 1, 1, 1, 2)
        raster.setColumnStretch(1, 1)
        raster.setColumnMinimumWidth(0, self.fontMetrics().horizontalAdvance("88.88"))
        QWidget.setTabOrder(self.kop, self.tekst)
        QWidget.setTabOrder(self.tekst, self.meer)
        for veld in (self.kop, self.tekst):
            veld.getypt.connect(self._getypt)
        for tekst, wat, toets in (
            ("&Omhoog", "omhoog", "Alt+Shift+Up"),
            ("Om&laag", "omlaag", "Alt+Shift+Down"),
            ("&Verwijderen", "weg", "Ctrl+Shift+Del"),
        ):
            actie = QAction(tekst, self)
            actie.setShortcut(toets_van(toets))
            actie.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            actie.triggered.connect(partial(self._wens, wat))
            self.addAction(actie)

    def toon(self, nummer: str, kop: str, tekst: str, punten: Sequence[tuple[str, str]]) -> None:
        """Show a reason; ``punten`` (id, words) are the points it can be tied to."""
        self.nummer.setText(nummer)
        self.kop.toon(kop, zelfde=True)  # a row is of one reason as long as it lives
        self.tekst.toon(tekst, zelfde=True)
        woorden = f"{nummer} {samenvoegen(lees_stukjes(kop))}".strip()
        self.kop.setAccessibleName(f"Kop van {nummer}" if nummer else "Kop van het nieuwe punt")
        self.tekst.setAccessibleName(f"Toelichting bij {nummer}" if nummer else "Toelichting")
        self.meer.setAccessibleName(f"Meer over {woorden or 'dit punt'}")
        menu = self.meer.menu()
        menu.clear()
        menu.addActions(self.actions())
        menu.addSeparator()
        for punt_id, zin in punten:
            if punt_id != self.groep:
                menu.addAction(zin).triggered.connect(partial(self._wens, punt_id))

    def leg_vast(self) -> None:
        """Tell what was typed now."""
        self.kop.leg_vast()
        self.tekst.leg_vast()

    def _wens(self, wat: str, _: bool = False) -> None:
        self.leg_vast()
        self.wens.emit(self.id, wat)

    def _getypt(self, _: str) -> None:
        self.getypt.emit(self.id, self.kop.tekst(), self.tekst.tekst())


class Redenenveld(QWidget):
    """All reasons of one kind.

    ``gewijzigd`` tells a ``GetypteReden``, new or changed; ``verwijderd`` the id of one that is to go;
    ``verplaatst`` its id, point, and the reason it comes behind (empty: first).
    """

    gewijzigd = Signal(object)
    verwijderd = Signal(str)
    verplaatst = Signal(str, str, str)
    velden_veranderd = Signal()
    begonnen = Signal(object)
    """The field in which a new reason is typed."""

    def __init__(self, aard: Aard) -> None:
        super().__init__()
        self._aard = aard
        self._rijen: dict[str, Redenrij] = {}
        self._nieuw: set[str] = set()
        self._koppen: dict[str, QLabel] = {}
        self._knoppen: dict[str, QPushButton] = {}
        self._volgorde: dict[str, list[str]] = {}
        self._indeling = QVBoxLayout(self)
        self._indeling.setContentsMargins(0, 0, 0, 0)
        self._indeling.setSpacing(4)

    def toon(self, nota: Nota, nummers: Mapping[str, Nummer]) -> None:
        """Show the reasons of a nota; a row in which is typed stays, and so does one that was just added."""
        redenen = nota.redenen(self._aard)
        punten = {punt.id: rang for rang, punt in enumerate(nota.voorstel, 1)}
        groepen: dict[str, list[tuple[str, Argument]]] = {id_: [] for id_ in punten}
        groepen.setdefault(LOS, [])
        for nummer, reden in redenen:
            groepen[reden.voorstelpunt_id if reden.voorstelpunt_id in punten else LOS].append((nummer, reden))
        self._nieuw -= {reden.id for _, reden in redenen}
        bekend = {reden.id for _, reden in redenen} | self._nieuw
        for id_ in [id_ for id_ in self._rijen if id_ not in bekend]:
            self._gooi_weg(self._rijen.pop(id_))
        for id_ in self._nieuw:
            if self._rijen[id_].groep not in groepen:
                self._rijen[id_].groep = LOS
        keuzes = [(id_, f"Naar voorstelpunt &{rang}") for id_, rang in punten.items()]
        self._volgorde = {}
        for groep, leden in groepen.items():
            for nummer, reden in leden:
                rij = self._rij(reden.id)
                rij.groep = groep
                rij.toon(nummer, ontkoppel(reden.kop, nummers), ontkoppel(reden.tekst, nummers), keuzes)
            erbij = [id_ for id_ in self._nieuw if self._rijen[id_].groep == groep]
            self._volgorde[groep] = [reden.id for _, reden in leden] + erbij
        self._leg_neer(punten, {punt.id: ontkoppel(punt.tekst, nummers) for punt in nota.voorstel})

    def leg_vast(self) -> None:
        """Tell what was typed now; an explanation without a heading is kept under words that say so."""
        for rij in tuple(self._rijen.values()):
            rij.leg_vast()
            if rij.tekst.tekst() and not rij.kop.tekst():
                self._getypt(rij.id, ZONDER_KOP, rij.tekst.tekst())

    def velden(self) -> list[RijkeTekst]:
        """Return the fields, in order."""
        rijen = [self._rijen[id_] for ids in self._volgorde.values() for id_ in ids]
        return [veld for rij in rijen for veld in (rij.kop, rij.tekst)]

    def voeg_toe(self, groep: str) -> None:
        """Begin a new reason for a point; it is kept once it has a heading."""
        for id_ in self._nieuw:
            if self._rijen[id_].groep == groep:
                self._rijen[id_].kop.setFocus()
                self.begonnen.emit(self._rijen[id_].kop)
                return
        rij = self._rij(new_id())
        rij.groep = groep
        rij.toon("", "", "", ())
        self._nieuw.add(rij.id)
        plek = self._indeling.indexOf(self._knoppen[groep])
        self._indeling.insertWidget(plek, rij)
        self._volgorde[groep].append(rij.id)
        rij.show()
        rij.kop.setFocus()
        self.velden_veranderd.emit()
        self.begonnen.emit(rij.kop)

    def begin(self) -> None:
        """Go to the first reason, or to the button that adds one."""
        velden = self.velden()
        zichtbaar = [knop for knop in self._knoppen.values() if not knop.isHidden()]
        (velden or zichtbaar)[0].setFocus()

    def _rij(self, id_: str) -> Redenrij:
        if id_ not in self._rijen:
            rij = Redenrij(id_, self._aard, self)
            rij.getypt.connect(self._getypt)
            rij.wens.connect(self._doe)
            self._rijen[id_] = rij
        return self._rijen[id_]

    def _getypt(self, id_: str, kop: str, tekst: str) -> None:
        if kop:
            punt_id = self._rijen[id_].groep or None
            self.gewijzigd.emit(GetypteReden(id=id_, aard=self._aard, punt_id=punt_id, kop=kop, tekst=tekst))

    def _doe(self, id_: str, wat: str) -> None:
        groep = self._rijen[id_].groep
        rij = self._volgorde[groep]
        plek = rij.index(id_)
        if id_ in self._nieuw:
            if wat == "weg":
                self._nieuw.discard(id_)
                rij.remove(id_)
                self._gooi_weg(self._rijen.pop(id_))
            return
        if wat == "weg":
            self.verwijderd.emit(id_)
        elif wat == "omhoog" and plek > 0:
            self.verplaatst.emit(id_, groep, rij[plek - 2] if plek > 1 else "")
        elif wat == "omlaag" and plek + 1 < len(rij):
            self.verplaatst.emit(id_, groep, rij[plek + 1])
        elif wat not in {"omhoog", "omlaag"}:
            naar = self._volgorde.get(wat, [])
            self.verplaatst.emit(id_, wat, naar[-1] if naar else "")

    def _leg_neer(self, punten: Mapping[str, int], zinnen: Mapping[str, str]) -> None:
        """Put headings, rows and buttons in order; a widget that stays keeps the keyboard."""
        for id_ in [id_ for id_ in self._knoppen if id_ not in self._volgorde]:
            self._gooi_weg(self._koppen.pop(id_))
            self._gooi_weg(self._knoppen.pop(id_))
        plek = 0
        for groep, ids in self._volgorde.items():
            rang = punten.get(groep)
            waarbij = f"bij punt {rang}" if rang else "zonder punt"
            if groep not in self._knoppen:
                self._koppen[groep] = _groepskop()
                self._knoppen[groep] = plusknop("", "")
                self._knoppen[groep].clicked.connect(partial(self._voeg_toe_bij, groep))
            kop, knop = self._koppen[groep], self._knoppen[groep]
            zin = samenvoegen(lees_stukjes(zinnen.get(groep, "")))
            kop.setText(f"Bij punt {rang}: {_kort(zin)}" if rang else "Nog bij geen punt van het voorstel")
            kop.setToolTip(zin if _kort(zin) != zin else "")
            knop.setText(f"{self._aard.value.capitalize()} {waarbij}")
            knop.setAccessibleName(f"{self._aard.value.capitalize()} toevoegen {waarbij}")
            for widget in (kop, *(self._rijen[id_] for id_ in ids), knop):
                if self._indeling.indexOf(widget) != plek:
                    self._indeling.insertWidget(plek, widget)
                plek += 1
            kop.setVisible(bool((rang and len(punten) > 1) or (not rang and ids and punten)))
            knop.setVisible(bool(rang or not punten))
            for id_ in ids:
                self._rijen[id_].show()
        self.velden_veranderd.emit()

    def _voeg_toe_bij(self, groep: str, _: bool = False) -> None:
        self.voeg_toe(groep)

    def _gooi_weg(self, widget: QWidget) -> None:
        self._indeling.removeWidget(widget)
        widget.hide()
        widget.deleteLater()


def _groepskop() -> QLabel:
    kop = QLabel()
    kop.setProperty("zacht", "ja")
    kop.setWordWrap(True)
    kop.setTextFormat(Qt.TextFormat.PlainText)
    return kop


def _kort(zin: str) -> str:
    return zin if len(zin) <= 60 else f"{zin[:59].rstrip()}…"
