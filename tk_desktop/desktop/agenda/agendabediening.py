"""What the commands and keys of the agenda tree do."""

from collections.abc import Callable, Mapping, Sequence
from itertools import count
from textwrap import shorten
from typing import Any

from PySide6.QtCore import QObject, Signal

from tk_desktop.desktop.agenda.agenda_lijst import AgendaLijst
from tk_desktop.desktop.agenda.punt_paneel import Puntblad, PuntPaneel
from tk_desktop.desktop.agenda.verloopbediening import Verloopbediening
from tk_desktop.desktop.session.geschiedenis import NIEUW
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.agenda import Agendapunt, behandelwijze, bovenste
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.verwijzing import ontkoppel
from tk_desktop.meeting.aanhouden import herkomst, vervolg
from tk_desktop.meeting.agenda import add_punt, duplicate_punt, remove_punt
from tk_desktop.meeting.agendapunten import (
    rename_punt,
    set_behandeling,
    set_besloten,
    set_hamerstukken,
    set_ingevoegd,
    set_inleiders,
    set_mondeling,
    set_spoed,
    set_toelichting,
    type_duur,
)
from tk_desktop.meeting.agendaversies import set_akkoord
from tk_desktop.meeting.standaardpunten import add_standaardpunten
from tk_desktop.meeting.verplaatsen import demote_punten, lower_punten, move_punten, promote_punten, raise_punten
from tk_desktop.minutes.geheimhouding import geheimstand
from tk_desktop.store.werkmap import Store

_VELDEN: Mapping[str, tuple[str, Callable[[Store, str, Any], object]]] = {
    "titel": ("Titel wijzigen", rename_punt),
    "duur": ("Duur wijzigen", type_duur),
    "behandeling": ("Behandeling kiezen", set_behandeling),
    "inleiders": ("Inleiders wijzigen", set_inleiders),
    "toelichting": ("Toelichting wijzigen", set_toelichting),
    "spoed": ("Spoed motiveren", set_spoed),
    "besloten": ("Besloten of openbaar maken", set_besloten),
    "ingevoegd": ("Nummering kiezen", set_ingevoegd),
    "mondeling": ("Mondeling of met stukken", set_mondeling),
    "hamerstuk": ("Hamerstuk kiezen", lambda store, id_, aan: set_hamerstukken(store, [id_], aan)),
    "akkoord": ("Formeel akkoord", set_akkoord),
}
"""What each field of an item is called when it is undone, and the use case that changes it."""

_TITEL = 40
"""Letters of a title in the name of an action."""

_WISSELS = {
    "besloten": ("besloten", "openbaar, tenzij hun hoofdpunt besloten is"),
    "akkoord": ("formeel akkoord", "nog niet formeel akkoord"),
}
"""What several items are called of which a box is ticked at once, and unticked."""


class Agendabediening(QObject):
    """Wires the agenda tree and the panel of one item; ``opname`` gives the meeting that is open."""

    plek_gevraagd = Signal(object)
    """The ``Adres`` where the subject of an item was treated before, or is treated later."""

    def __init__(self, sessie: Sessie, lijst: AgendaLijst, opname: Callable[[], Momentopname]) -> None:
        super().__init__()
        self._sessie = sessie
        self._store = sessie.store
        self._lijst = lijst
        self._opname = opname
        self._nieuw = self._samen = self._naam = ""
        self._nummers = count(1)
        self._verloop = Verloopbediening(sessie, self._vast, lijst)
        self.paneel = PuntPaneel()
        self.paneel.plek_gevraagd.connect(self.plek_gevraagd)
        self.paneel.gewijzigd.connect(self._wijzig)
        model = lijst.agenda
        model.hernoemd.connect(self._hernoem)
        model.duur_gekozen.connect(self._geef_duur)
        model.verplaatst.connect(self._verplaats)
        sessie.teruggegaan.connect(lijst.kies_wat_terugkomt)

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what each command on items does."""
        return {
            "punt.nieuw": self.nieuw_punt,
            "punt.sub": self.nieuw_subpunt,
            "punt.hernoemen": self._lijst.bewerk_titel,
            "punt.dupliceren": self._dupliceer,
            "punt.verwijderen": self._verwijder,
            "punt.standaard": self.vaste_punten,
            "punt.omhoog": lambda: self._stap("Punt omhoog", raise_punten),
            "punt.omlaag": lambda: self._stap("Punt omlaag", lower_punten),
            "punt.hoofdpunt": lambda: self._stap("Hoofdpunt maken", promote_punten),
            "punt.subpunt": lambda: self._stap("Subpunt maken", demote_punten),
            "punt.besloten": lambda: self._wissel("besloten"),
            "punt.akkoord": lambda: self._wissel("akkoord"),
            "punt.hamerstuk": self._hamerstukken,
            **self._verloop.opdrachten(),
        }

    def toon_afgevoerd(self, bij: str, pagina: int = 0) -> None:
        """Show the record of an item that was held over or withdrawn, or of a paper of it at a page."""
        self._verloop.afgevoerd.toon(bij, pagina)

    def toon_punt(self) -> None:
        """Show the item the keyboard is on in the panel."""
        opname = self._opname()
        punt = self._huidig(opname)
        self.paneel.setEnabled(punt is not None)
        if punt is not None:
            self.paneel.toon(
                Puntblad(
                    punt=punt,
                    nummer=str(opname.nummers[punt.id]),
                    hoofdpunt=opname.hoofdpunt(punt) is punt,
                    van_boven="" if punt.behandeling else behandelwijze(opname.behandeling(punt)).lower(),
                    toelichting=ontkoppel(punt.toelichting, opname.nummers),
                    eerder=herkomst(self._store, punt.id),
                    later=vervolg(self._store, punt.id),
                    geheim=geheimstand(self._store, punt.id),
                    besloten=opname.is_besloten(punt),
                )
            )

    def nieuw_punt(self) -> None:
        """Put an item after the one the keyboard is on, ready to type its title."""
        opname = self._vast()
        huidig = self._huidig(opname)
        na = opname.hoofdpunt(huidig).id if huidig else None
        id_ = opname.vergadering.id
        self._voeg_toe("Agendapunt toevoegen", lambda: add_punt(self._store, id_, "Nieuw agendapunt", na=na))

    def nieuw_subpunt(self) -> None:
        """Put a sub-item under the item the keyboard is on, ready to type its title."""
        opname = self._vast()
        huidig = self._huidig(opname)
        if huidig is None:
            return
        hoofd = opname.hoofdpunt(huidig)
        onder = [punt.id for punt in opname.agendapunten if punt is not hoofd and opname.hoofdpunt(punt) is hoofd]
        na = huidig.id if huidig is not hoofd else onder[-1] if onder else None
        id_ = opname.vergadering.id
        self._voeg_toe("Subpunt toevoegen", lambda: add_punt(self._store, id_, "Nieuw subpunt", na=na, onder=hoofd.id))

    def vaste_punten(self) -> None:
        """Put the standing items that the agenda lacks."""
        id_ = self._vast().vergadering.id
        self._sessie.doe(
            "Vaste punten toevoegen", lambda: add_standaardpunten(self._store, id_), daarna=self._tel_vaste_punten
        )

    def leg_vast(self) -> None:
        """Keep what is being typed."""
        self._lijst.leg_vast()
        self.paneel.leg_vast()

    def _vast(self) -> Momentopname:
        self.leg_vast()
        return self._opname()

    def _huidig(self, opname: Momentopname) -> Agendapunt | None:
        id_ = self._lijst.huidig_id()
        return opname.punt(id_) if id_ in opname.nummers else None

    def _voeg_toe(self, naam: str, werk: Callable[[], Agendapunt]) -> None:
        """Put an item in; with the title that is typed for it next that is one action, apart from other new items."""
        samen = f"{NIEUW}punt {next(self._nummers)}"
        self._sessie.doe(naam, werk, samen=samen, daarna=self._bewerk)
        self._samen, self._naam = samen, naam

    def _bewerk(self, punt: Agendapunt) -> None:
        self._nieuw = punt.id
        self._lijst.kies(punt.id)
        self._lijst.setFocus()
        self._lijst.bewerk_titel()

    def _tel_vaste_punten(self, nieuw: Sequence[Agendapunt]) -> None:
        if not nieuw:
            self._sessie.gemeld.emit("Alle vaste punten staan al op de agenda.", False)
        else:
            wat = "1 vast punt" if len(nieuw) == 1 else f"{len(nieuw)} vaste punten"
            self._sessie.gemeld.emit(f"{wat} toegevoegd.", True)

    def _hernoem(self, punt_id: str, titel: str) -> None:
        self._wijzig(punt_id, "titel", titel)

    def _geef_duur(self, punt_id: str, tekst: str) -> None:
        self._wijzig(punt_id, "duur", tekst)

    def _wijzig(self, punt_id: str, veld: str, waarde: object) -> None:
        naam, zet = _VELDEN[veld]
        eerste = veld == "titel" and punt_id == self._nieuw
        samen = self._samen if eerste else f"{punt_id} {veld}"
        naam = f"{self._naam} (‘{shorten(str(waarde), _TITEL, placeholder='…')}’)" if eerste else naam
        self._nieuw = ""
        was_besloten = self._is_besloten(punt_id)

        def meld(_: object) -> None:
            if veld == "titel" and not was_besloten and self._is_besloten(punt_id):
                tekst = (
                    f"‘{waarde}’ is besloten gemaakt, omdat de titel dat zegt. Klopt het niet, haal dan de vink weg."
                )
                self._sessie.gemeld.emit(tekst, False)  # undoing would take the title away too

        self._sessie.doe(naam, lambda: zet(self._store, punt_id, waarde), samen=samen, daarna=meld)

    def _is_besloten(self, punt_id: str) -> bool:
        opname = self._opname()
        return punt_id in opname.nummers and opname.is_besloten(opname.punt(punt_id))

    def _wissel(self, veld: str) -> None:
        """Tick a box of the chosen items, or untick it when it is ticked with them all."""
        punten = self._gekozen(self._vast())
        if len(punten) == 1:
            self._wijzig(punten[0].id, veld, not getattr(punten[0], veld))
        elif punten:
            naam, zet = _VELDEN[veld]
            aan = not all(getattr(punt, veld) for punt in punten)
            woorden = _WISSELS[veld]
            self._sessie.doe(
                f"{naam} ({len(punten)} punten)",
                lambda: [zet(self._store, punt.id, aan) for punt in punten],
                melding=f"{len(punten)} punten zijn nu {woorden[0] if aan else woorden[1]}.",
            )

    def _gekozen(self, opname: Momentopname) -> list[Agendapunt]:
        """Return the chosen items, in the order of the agenda."""
        return [opname.punt(id_) for id_ in self._lijst.gekozen_ids() if id_ in opname.nummers]

    def _hamerstukken(self) -> None:
        """Make the chosen items hamerstukken, or debated ones again when they all are (B7)."""
        punten = self._gekozen(self._vast())
        if not punten:
            return
        aan = not all(punt.hamerstuk for punt in punten)
        naam = "Hamerstuk kiezen" if len(punten) == 1 else f"{len(punten)} hamerstukken kiezen"
        wie = f"‘{punten[0].titel}’ is" if len(punten) == 1 else f"{len(punten)} punten zijn"
        self._sessie.doe(
            naam,
            lambda: set_hamerstukken(self._store, [punt.id for punt in punten], aan),
            melding=f"{wie} nu {'hamerstuk' if aan else 'bespreekstuk'}.",
        )

    def _verplaats(self, ids: list[str], na: str, onder: str) -> None:
        self._sessie.doe(
            "Punten verplaatsen" if len(ids) > 1 else "Punt verplaatsen",
            lambda: move_punten(self._store, ids, na=na or None, onder=onder or None),
        )

    def _stap(self, naam: str, doe: Callable[[Store, Sequence[str]], Momentopname]) -> None:
        ids = [punt.id for punt in self._gekozen(self._vast())]
        if ids:
            self._sessie.doe(naam, lambda: doe(self._store, ids))

    def _dupliceer(self) -> None:
        punten = bovenste(self._gekozen(self._vast()))
        if punten:
            naam = "Punt dupliceren" if len(punten) == 1 else f"{len(punten)} punten dupliceren"
            self._sessie.doe(
                naam,
                lambda: [duplicate_punt(self._store, punt.id) for punt in punten],
                daarna=lambda kopieen: self._lijst.kies(*(kopie.id for kopie in kopieen)),
            )

    def _verwijder(self) -> None:
        ids = self._lijst.gekozen_ids()
        opname = self._vast()
        namen = [opname.punt(id_).titel for id_ in ids if id_ in opname.nummers]
        if not namen:
            return

        def alle() -> None:
            for id_ in ids:
                if any(punt.id == id_ for punt in self._store.opname(opname.vergadering.id).agendapunten):
                    remove_punt(self._store, id_)

        wat = f"‘{namen[0]}’" if len(namen) == 1 else f"{len(namen)} punten"
        self._sessie.doe("Punt verwijderen", alle, melding=f"{wat} verwijderd.")
