"""What papers are and where they belong: their kind, besloten, on paper, in the list of the nota, at which item."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject

from tk_desktop.desktop.agenda.stukken_lijst import StukkenLijst
from tk_desktop.desktop.parts.palet import Keus, Kieslijst
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.text.stukregels import Plaatsing, Stukregel
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.stuk import Soort
from tk_desktop.meeting.stukken import set_afdrukken, set_genoemd, set_soort, set_stuk_besloten

T = TypeVar("T")


class Stukkenmerken(QObject):
    """Wires what is chosen of the papers in ``lijst`` to the use cases; ``verplaats`` puts papers elsewhere."""

    def __init__(
        self,
        sessie: Sessie,
        opname: Callable[[], Momentopname],
        lijst: StukkenLijst,
        *,
        naam: Callable[[str], str],
        verplaats: Callable[[list[str], Plaatsing, str], None],
    ) -> None:
        super().__init__(lijst)
        self._sessie = sessie
        self._store = sessie.store
        self._opname = opname
        self._lijst = lijst
        self._naam = naam
        self._verplaats = verplaats
        lijst.soort_gekozen.connect(self._geef_soort)
        lijst.besloten_gekozen.connect(self._maak_besloten)
        lijst.afdrukken_gekozen.connect(self._kies_afdrukken)
        lijst.genoemd_gekozen.connect(self._noem)

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what each command on the chosen papers does."""
        return {
            "stuk.verplaatsen": self._kies_punt,
            "stuk.soort": self._kies_soort,
            "stuk.besloten": self._wissel_besloten,
            "stuk.afdrukken": self._wissel_afdrukken,
            "stuk.genoemd": self._wissel_genoemd,
        }

    def _gekozen(self) -> tuple[list[str], list[Stukregel]]:
        ids = self._lijst.gekozen_ids()
        return ids, [self._lijst.model.regel_van(id_) for id_ in ids]

    def _kies_punt(self) -> None:
        ids, _ = self._gekozen()
        if not ids:
            return
        opname = self._opname()
        keuzes = [
            Keus(sleutel=punt.id, tekst=f"{opname.nummers[punt.id]} {punt.titel}", icoon="list")
            for punt in opname.agendapunten
        ]
        self._vraag(
            f"{self._wat(ids)} naar een ander punt", "Typ een nummer of een woord", keuzes, partial(self._naar, ids)
        )

    def _naar(self, ids: list[str], punt_id: str) -> None:
        staat = "staat" if len(ids) == 1 else "staan"
        melding = f"{self._wat(ids)} {staat} nu bij {self._opname().nummers[punt_id]}."
        self._verplaats(ids, Plaatsing(punt_id=punt_id, uitleg=""), melding)

    def _wat(self, ids: list[str]) -> str:
        return self._naam(ids[0]) if len(ids) == 1 else f"{len(ids)} stukken"

    def _kies_soort(self) -> None:
        ids, regels = self._gekozen()
        if ids:
            keuzes = [
                Keus(
                    sleutel=soort.value,
                    tekst=soort.value.capitalize(),
                    icoon="check" if all(regel.soort is soort for regel in regels) else "",
                )
                for soort in Soort
            ]
            self._vraag("Soort stuk", "Typ een soort", keuzes, lambda soort: self._geef_soort(ids, Soort(soort)))

    def _vraag(self, titel: str, uitleg: str, keuzes: list[Keus], kies: Callable[[str], None]) -> None:
        lijst = Kieslijst(titel, uitleg, self._lijst.window())
        lijst.gekozen.connect(kies)
        lijst.finished.connect(lijst.deleteLater)
        lijst.open_met(lambda: keuzes)

    def _wissel_besloten(self) -> None:
        ids, regels = self._gekozen()
        if any(regel.erft_besloten for regel in regels):
            self._sessie.gemeld.emit("Dat is besloten door het punt of de nota; wijzig het daar.", False)
        elif ids:
            self._maak_besloten(ids, not all(regel.besloten for regel in regels))

    def _wissel_afdrukken(self) -> None:
        ids, regels = self._gekozen()
        if ids:
            aan = not all(regel.afdrukken for regel in regels)
            self._kies_afdrukken(ids, aan)
            self._sessie.gemeld.emit("Wordt afgedrukt." if aan else "Wordt niet afgedrukt.", True)

    def _wissel_genoemd(self) -> None:
        ids, regels = self._gekozen()
        if not all(regel.is_bijlage for regel in regels):
            self._sessie.gemeld.emit("Alleen een bijlage staat in de lijst van een nota.", False)
        elif ids:
            aan = not all(regel.genoemd for regel in regels)
            self._noem(ids, aan)
            wel = "wel" if aan else "niet meer"
            self._sessie.gemeld.emit(f"Staat {wel} in de lijst van de nota.", True)

    def _geef_soort(self, ids: list[str], soort: Soort) -> None:
        self._elk("Soort kiezen", ids, lambda id_: set_soort(self._store, id_, soort))

    def _maak_besloten(self, ids: list[str], aan: bool) -> None:
        is_ = "is" if len(ids) == 1 else "zijn"
        self._sessie.doe(
            "Besloten of openbaar maken",
            lambda: [set_stuk_besloten(self._store, id_, aan) for id_ in ids],
            melding=f"{self._wat(ids)} {is_} nu {'besloten' if aan else 'openbaar'}.",
        )

    def _kies_afdrukken(self, ids: list[str], aan: bool) -> None:
        self._elk("Afdrukken kiezen", ids, lambda id_: set_afdrukken(self._store, id_, aan))

    def _noem(self, ids: list[str], aan: bool) -> None:
        self._elk("In de lijst van de nota", ids, lambda id_: set_genoemd(self._store, id_, aan))

    def _elk(self, naam: str, ids: list[str], doe: Callable[[str], T]) -> None:
        self._sessie.doe(naam, lambda: [doe(id_) for id_ in ids])
