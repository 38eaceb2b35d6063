"""The room of the reader in the window, light enough to make at once; what it holds is loaded when one first reads."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.commands import OPDRACHTEN, laad
from tk_desktop.desktop.parts.focusdeur import Focusdeur
from tk_desktop.desktop.parts.opdracht import Menu, Plek
from tk_desktop.desktop.session.inrichting import om_te_lezen
from tk_desktop.desktop.session.sessie import Sessie

if TYPE_CHECKING:
    from tk_desktop.desktop.reader.lezerbediening import Lezerbediening
    from tk_desktop.desktop.reader.notitieuitvoerbediening import Notitieuitvoerbediening
    from tk_desktop.desktop.reader.zijbediening import Zijbediening

BUITEN = frozenset({"lezen.openen", "lezen.voorbereiding", "notitie.bewaren", "notitie.vragen"})
"""Commands of its menus that can be given anywhere; all others act in it."""


LEESOPDRACHTEN = frozenset(
    een.id for een in OPDRACHTEN if een.menu in (Menu.LEZEN, Menu.AANTEKENING) and een.id not in BUITEN
)
"""Commands that can only be given while one reads."""


_UIT_EN_IN = frozenset({"notitie.exporteren", "notitie.innemen"})
"""Commands that need the libraries with which sets are made: loaded when one is given."""


class Lezervak(QObject):
    """Holds the pane of the reader in ``blad`` and, once it is needed, what makes it work.

    ``verplaatst`` tells that the user reads elsewhere, ``gevolgd`` that a link leads to another paper (an ``Adres``),
    ``volledig`` that the whole screen is asked for or given back.
    """

    verplaatst = Signal()
    gevolgd = Signal(object)
    volledig = Signal()

    def __init__(self, sessie: Sessie, acties: Callable[[], Mapping[str, QAction]]) -> None:
        super().__init__()
        self._sessie = sessie
        self._acties = acties
        self._bediening: Lezerbediening | None = None
        self._zij: Zijbediening | None = None
        self._uitvoer: Notitieuitvoerbediening | None = None
        self.blad = QWidget()
        self.blad.setAccessibleName("Lezen")
        kolom = QVBoxLayout(self.blad)
        kolom.setContentsMargins(0, 0, 0, 0)
        self._bladen = QStackedWidget(self.blad)  # of nobody, it would hold what its keys do after the window is gone
        self._bladen.hide()
        self.setParent(self.blad)

    def plekken(self) -> dict[Plek, QWidget]:
        """Return the panes in which keys of their own act."""
        return {Plek.LEZER: self.blad, Plek.BLADEN: self._bladen}

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what each command in the reader does."""
        return {id_: self._geef(id_) for id_ in LEESOPDRACHTEN}

    def bediening(self) -> "Lezerbediening":
        """Return what makes the reader work, loaded when it is first needed: pages ask for large libraries."""
        if self._bediening is None:
            self._bediening = laad("reader.lezerbediening").Lezerbediening(self._sessie, self._bladen, self._acties())
            scherm = self._bediening.scherm
            self._bladen.show()
            self._bediening.verplaatst.connect(self.verplaatst)
            self._bediening.volledig.connect(self.volledig)
            scherm.actief_gewisseld.connect(self._bediening.notities.toon_pen)
            laad("reader.stuklinks").Stuklinks(self._sessie.store, self._bediening).gevolgd.connect(self.gevolgd)
            indeling = self.blad.layout()
            if indeling is not None:
                indeling.addWidget(self._bediening.scherm)
            Focusdeur(self.blad, lambda: scherm)
        return self._bediening

    def zij(self) -> "Zijbediening":
        """Return what makes the panels beside the pages work."""
        if self._zij is None:
            self._zij = laad("reader.zijbediening").Zijbediening(self._sessie, self.bediening())
        return self._zij

    def uitvoer(self) -> "Notitieuitvoerbediening":
        """Return what takes notes out and in."""
        if self._uitvoer is None:
            self._uitvoer = laad("reader.notitieuitvoerbediening").Notitieuitvoerbediening(
                self._sessie, self.adres, self.blad
            )
        return self._uitvoer

    def bereid_voor(self, punt_id: str = "") -> None:
        """Show what is prepared for an item, or for the one that is read."""
        self.zij().bereid_voor(punt_id)

    def open(self, adres: Adres) -> None:
        """Show a paper of a meeting, or where one was in it; raises ``NietGevonden``."""
        if adres.vergadering:
            self.leg_vast()
            self.bediening().open(adres)

    def te_lezen(self, adres: Adres | None) -> Adres | None:
        """Return where what is chosen is read; without a choice what was read last, or nothing when nothing was."""
        if adres is None or not adres.vergadering:
            laatst = self._sessie.store.leesstanden.laatst(self._sessie.voorkeuren.lezer, 1)
            return next((Adres(scherm=Scherm.LEZEN, vergadering=s.vergadering_id, stuk=s.papier) for s in laatst), None)
        return replace(om_te_lezen(adres), scherm=Scherm.LEZEN, vak="")

    def adres(self) -> Adres:
        """Return what is read."""
        return self._bediening.adres() if self._bediening else Adres(scherm=Scherm.LEZEN)

    def reload(self) -> None:
        """Look again at the meeting that is read."""
        if self._bediening is not None:
            self._bediening.reload()
            self.zij().reload()

    def zet_vol(self, vol: bool) -> None:
        """Give the pages all of the screen, or give the panes beside them their room again."""
        if self._bediening is not None:
            self._bediening.scherm.zet_vol(vol)

    def woorden(self) -> list[tuple[str, QPoint, QPoint]]:
        """Return the words of the paper that is read, with where each begins and ends in pixels of the screen."""
        blad = self._bediening.actief() if self._bediening is not None else None
        return blad.woorden() if blad is not None and blad.isVisible() else []

    def punt(self) -> str:
        """Return the item that is read; empty when none is."""
        return self._bediening.punt() if self._bediening is not None and self.adres().stuk else ""

    def leg_vast(self) -> None:
        """Keep what is being typed, and where one reads."""
        if self._bediening is not None:
            self.zij().leg_vast()
            self._bediening.leg_vast()

    def panelen(self) -> list[QWidget]:
        """Return what F6 goes round."""
        return self._bediening.panelen() if self._bediening else [self.blad]

    def _geef(self, id_: str) -> Callable[[], None]:
        def doe() -> None:
            if id_ in _UIT_EN_IN:
                self.uitvoer().opdrachten()[id_]()
            else:
                {**self.bediening().opdrachten(), **self.zij().opdrachten()}[id_]()

        return doe
