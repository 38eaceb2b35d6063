"""The panels that come beside the pages when they are asked for: what is prepared, and what more a reader keeps."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tk_desktop.desktop.reader.bladwijzerbediening import Bladwijzerbediening
from tk_desktop.desktop.reader.lezerbediening import Lezerbediening
from tk_desktop.desktop.reader.setzoekbediening import Setzoekbediening
from tk_desktop.desktop.reader.voorbereidingbediening import Voorbereidingbediening
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.session.voorkeuren import DICHT

_BEELD = {"Voorbereiding": "notebook-pen", "Zoeken": "text-search", "Bladwijzers": "bookmark"}


class Zijdeel(Protocol):
    """A panel with what it does."""

    @property
    def paneel(self) -> QWidget:
        """What is shown."""

    def volg(self) -> None:
        """Show what belongs to the paper that is read."""

    def reload(self) -> None:
        """Look again at what is shown."""


class Zijbediening(QObject):
    """Puts each panel at the right of the pages when its command is first given."""

    def __init__(self, sessie: Sessie, lezer: Lezerbediening) -> None:
        super().__init__(lezer)
        self._lezer = lezer
        self._gelegd: set[str] = set()
        self.voorbereiding = Voorbereidingbediening(sessie, lezer)
        self.zoeken = Setzoekbediening(lezer.bron, lezer)
        self.bladwijzers = Bladwijzerbediening(sessie, lezer)
        for paneel in (self.voorbereiding.paneel, self.zoeken.paneel, self.bladwijzers.paneel):
            paneel.terug.connect(self._terug)
        lezer.verplaatst.connect(self._volg)
        lezer.versies.geplaatst.connect(self.reload)
        self._voorkeuren = sessie.voorkeuren
        self._herstel(sessie.voorkeuren.leespaneel)

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what each command of the panels does."""
        return {
            "lezen.voorbereiding": partial(self._wissel, self.voorbereiding, "Voorbereiding"),
            "lezen.zoek-set": partial(self._wissel, self.zoeken, "Zoeken"),
            "lezen.bladwijzers": partial(self._wissel, self.bladwijzers, "Bladwijzers"),
            "lezen.bladwijzer-naam": self.bladwijzers.noem,
        }

    def bereid_voor(self, punt_id: str) -> None:
        """Show what is prepared for an item, or for the one that is read."""
        self._wissel(self.voorbereiding, "Voorbereiding")
        if punt_id:
            self.voorbereiding.toon_punt(punt_id)

    def reload(self) -> None:
        """Look again at what the open panel shows."""
        for deel in self._delen():
            if deel.paneel.isVisible():
                deel.reload()

    def leg_vast(self) -> None:
        """Keep what is being typed."""
        self.voorbereiding.leg_vast()
        self._voorkeuren.leespaneel = self._lezer.scherm.paneel or DICHT

    def _delen(self) -> tuple[Zijdeel, ...]:
        return (self.voorbereiding, self.zoeken, self.bladwijzers)

    def _herstel(self, naam: str) -> None:
        """Show the panel that was open when one read last."""
        op_naam = dict(zip(("Voorbereiding", "Zoeken", "Bladwijzers"), self._delen(), strict=True))
        deel = op_naam.get(naam)
        if deel is not None:
            self._leg(deel, naam)
            deel.volg()
        if naam:
            self._lezer.scherm.zet_paneel("" if naam == DICHT else naam)

    def _leg(self, deel: Zijdeel, naam: str) -> None:
        if naam not in self._gelegd:
            self._gelegd.add(naam)
            self._lezer.scherm.leg_rechts(naam, _BEELD[naam], deel.paneel)

    def _wissel(self, deel: Zijdeel, naam: str) -> None:
        """Show a panel with the keyboard in it; one that has the keyboard already gives the room back."""
        scherm, paneel = self._lezer.scherm, deel.paneel
        focus = paneel.window().focusWidget()
        if paneel.isVisible() and focus is not None and paneel.isAncestorOf(focus):
            scherm.wissel_lijst()
            return
        self._leg(deel, naam)
        deel.volg()
        scherm.toon_rechts(paneel)

    def _volg(self) -> None:
        for deel in self._delen():
            if deel.paneel.isVisible():
                deel.volg()

    def _terug(self) -> None:
        """Give the keyboard back to the pages; where there is little room, the room too."""
        scherm = self._lezer.scherm
        if scherm.is_smal:
            scherm.wissel_lijst()
        scherm.bladen.setFocus()
