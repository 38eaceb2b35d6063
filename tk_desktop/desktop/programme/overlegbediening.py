"""What is planned around a programme: routes, terms and zienswijzen are made, changed and put on paper."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from tk_desktop.base.errors import TkError
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.parts.naamvraag import NaamVraag
from tk_desktop.desktop.programme.invulblad import Invulveld
from tk_desktop.desktop.programme.overlegblad import Overlegblad
from tk_desktop.desktop.programme.overlegboom import Overlegplek
from tk_desktop.desktop.programme.overlegvelden import velden_van
from tk_desktop.desktop.programme.overlegwijziging import wijzig
from tk_desktop.desktop.session.dialoog import met_weigering
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.overleg import Overlegstand
from tk_desktop.programme.overleg import (
    add_pencjaar,
    add_ronde,
    add_route,
    add_stap,
    clear_zienswijze,
    drop_pencjaar,
    drop_ronde,
    drop_route,
    drop_stap,
    move_stap,
    read_overleg,
)

Schrijf = Callable[[str, str, Callable[[Path], Path]], None]
_VRAGEN = {
    "route": ("Route toevoegen", "&Naam van het voorstel", "Zij begint over AO, AC, CMT, DB, colleges en AB."),
    "jaar": ("Begrotingsjaar toevoegen", "&Jaar van de begroting", "De wettelijke termijnen staan erbij."),
    "ronde": ("Zienswijzen toevoegen", "&Onderwerp", "De gemeenten zijn die van de vorige keer; u kunt ze wijzigen."),
}


class GeenJaar(TkError):
    """A budget year was to be followed that is no year."""

    code = "TK-D58"
    melding = "‘{tekst}’ is geen jaar."
    veilig = "Er is niets gewijzigd."
    advies = "Schrijf vier cijfers, bijvoorbeeld 2027."


class Overlegbediening(QObject):
    """Wires the planning to the use cases; ``schrijf`` asks for a file by name and ending, and makes it there."""

    def __init__(self, sessie: Sessie, blad: Overlegblad, schrijf: Schrijf) -> None:
        super().__init__(blad)
        self.blad = blad
        self._sessie = sessie
        self._schrijf = schrijf
        self._programma = ""
        self._stand: Overlegstand | None = None
        blad.nieuw.connect(self._vraag)
        blad.invul.gewijzigd.connect(self._gewijzigd)
        blad.invul.gedaan.connect(self._gedaan)

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what the commands of the planning do."""
        return {
            "overleg.route": partial(self._vraag, "route"),
            "overleg.jaar": partial(self._vraag, "jaar"),
            "overleg.ronde": partial(self._vraag, "ronde"),
            "overleg.pdf": partial(self._papier, ".pdf"),
            "overleg.word": partial(self._papier, ".docx"),
            "overleg.ics": partial(self._papier, ".ics"),
        }

    def herlaad(self, programma_id: str) -> None:
        """Show what is planned around a programme as it stands now."""
        self._programma = programma_id
        if programma_id:
            self._stand = read_overleg(self._sessie.store, programma_id)
            self.blad.toon(self._stand, self._sessie.nu().date(), self._velden)

    def _velden(self, plek: Overlegplek) -> tuple[str, Sequence[Invulveld], Sequence[tuple[str, str]]] | None:
        gremia = [(een.id, een.naam) for een in self._sessie.store.gremia.all()]
        return velden_van(self._stand, plek, gremia) if self._stand else None

    def _vraag(self, soort: str) -> None:
        if not self._programma:
            self._sessie.gemeld.emit("Er is nog geen programma.", False)
            return
        titel, naam, uitleg = _VRAGEN[soort]
        begin = str(self._sessie.nu().year + 1) if soort == "jaar" else ""
        vraag = NaamVraag(titel, naam, begin, "Toevoegen", self.blad.window(), uitleg=uitleg)
        vraag.gegeven.connect(partial(self._voeg_toe, soort, met_weigering(vraag, self._sessie)))
        vraag.open()

    def _voeg_toe(self, soort: str, sluit: Callable[[object], None], tekst: str) -> None:
        store, programma = self._sessie.store, self._programma
        if soort == "jaar":
            self._sessie.doe(
                "Begrotingsjaar toevoegen", lambda: add_pencjaar(store, programma, _jaar(tekst)), daarna=sluit
            )
        elif soort == "ronde":
            self._sessie.doe("Zienswijzen toevoegen", partial(add_ronde, store, programma, tekst), daarna=sluit)
        else:
            self._sessie.doe("Route toevoegen", partial(add_route, store, programma, tekst), daarna=sluit)

    def _gewijzigd(self, sleutel: str, waarde: str) -> None:
        plek = self.blad.plek
        if plek is not None:
            store, vandaag = self._sessie.store, self._sessie.nu().date()
            self._sessie.doe(
                "Planning wijzigen",
                lambda: wijzig(store, plek, sleutel, waarde, vandaag=vandaag),
                samen=f"{plek.sleutel} {sleutel}",
            )

    def _gedaan(self, wat: str) -> None:
        plek, store = self.blad.plek, self._sessie.store
        if plek is None:
            return
        if wat == "stap":
            route = plek.id if plek.soort == "route" else store.overleg.stappen.get(plek.id).route_id
            na = plek.id if plek.soort == "stap" else None
            naam = self._nieuwe_tafel()
            self._sessie.doe("Stap toevoegen", lambda: add_stap(store, route, naam, na=na))
        elif wat == "wis":
            self._sessie.doe(
                "Zienswijze wissen", lambda: clear_zienswijze(store, plek.id), melding="De zienswijze is gewist."
            )
        elif wat in {"eerder", "later"}:
            self._sessie.doe("Stap verplaatsen", lambda: move_stap(store, plek.id, eerder=wat == "eerder"))
        else:
            weg = {"route": drop_route, "stap": drop_stap, "jaar": drop_pencjaar, "ronde": drop_ronde}[plek.soort]
            self._sessie.doe("Weghalen uit de planning", lambda: weg(store, plek.id), melding="Weggehaald.")

    def _nieuwe_tafel(self) -> str:
        """Return a name that no table has yet: a table is known by its name."""
        er_zijn = {een.naam for een in self._sessie.store.overleg.tafels.van(self._programma)}
        namen = ("Nieuwe tafel", *(f"Nieuwe tafel {nummer}" for nummer in range(2, len(er_zijn) + 3)))
        return next(naam for naam in namen if naam not in er_zijn)

    def _papier(self, einde: str) -> None:
        stand = self._stand
        if stand is None or not (stand.routes or stand.jaren or stand.rondes):
            self._sessie.gemeld.emit("Er is nog niets gepland.", False)
            return
        op = self._sessie.nu().date()
        self._schrijf(
            f"{stand.naam} planning",
            einde,
            lambda doel: laad("programme.overlegpapier").write_planning(stand, doel, op=op),
        )


def _jaar(tekst: str) -> int:
    if not (tekst.isdigit() and len(tekst) == len("2026")):
        raise GeenJaar(tekst=tekst)
    return int(tekst)
