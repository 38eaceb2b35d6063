"""What was taken off an agenda in the window: read again, put back, or given a meeting (A6, B13, B14)."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tk_desktop.desktop.agenda.afgevoerd import AfgevoerdBlad, Afgevoerdregel
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.parts.palet import Keus, Kieslijst
from tk_desktop.desktop.session.dialoog import in_venster
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.agenda import Agendapunt, Puntstaat, behandelwijze
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.opmaak import platte_tekst
from tk_desktop.domain.verwijzing import ontkoppel
from tk_desktop.meeting.aanhouden import herkomst, hold_over, hold_over_at_table, reinstate_punt, vervolg, waiting

if TYPE_CHECKING:
    from tk_desktop.desktop.pages.voorbeeldbediening import Voorbeeldbediening

_NIETS = "Er is van deze agenda niets ingetrokken of aangehouden."


class Afgevoerdbediening(QObject):
    """Wires the record of what was held over or withdrawn; ``later`` gives the meetings to which an item can go."""

    def __init__(
        self,
        sessie: Sessie,
        vast: Callable[[], Momentopname],
        ouder: QWidget,
        later: Callable[[Momentopname], list[tuple[str, str]]],
    ) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._store = sessie.store
        self._vast = vast
        self._ouder = ouder
        self._later = later

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what each command on items that are off the agenda does."""
        return {"punt.afgevoerd": self.toon, "punt.inplannen": self._plan_in}

    def toon(self, bij: str = "", pagina: int = 0) -> None:
        """Show what was taken off the agenda of the open meeting, at an item or at a page (from 1) of a paper."""
        opname = self._vast()
        if not opname.afgevoerd.agendapunten:
            self._sessie.gemeld.emit(_NIETS, False)
            return
        id_ = opname.vergadering.id
        voorbeeld: Voorbeeldbediening = laad("pages.voorbeeldbediening").Voorbeeldbediening(
            self._sessie, lambda: self._store.opname(id_).met_afgevoerd()
        )
        blad = AfgevoerdBlad(lambda: self._regels(self._store.opname(id_)), voorbeeld.blad)
        blad.stuk_gekozen.connect(voorbeeld.toon)
        blad.terug_gevraagd.connect(self._zet_terug)
        blad.verder_gevraagd.connect(self._vraag_vergadering)
        self._sessie.veranderd.connect(blad.reload)
        in_venster(blad, "Aangehouden en ingetrokken", self._ouder.window(), self._sessie)
        blad.kies(bij)
        if pagina:
            voorbeeld.toon(bij, pagina)

    def _zet_terug(self, punt_id: str) -> None:
        self._sessie.doe("Punt terugzetten", lambda: reinstate_punt(self._store, punt_id))

    def _vraag_vergadering(self, punt_id: str) -> None:
        """Let an item that waits go to a meeting, for the reason for which it was set aside."""
        later = dict(self._later(self._vast()))
        if not later:
            self._sessie.gemeld.emit("Er is nog geen latere vergadering. Maak die eerst (Ctrl+Shift+N).", False)
            return
        lijst = Kieslijst("Naar een vergadering", "Typ een dag of een gremium", self._ouder.window())
        lijst.gekozen.connect(lambda naar: self._houd_aan(punt_id, naar, f"staat nu op de agenda van {later[naar]}"))
        lijst.finished.connect(lijst.deleteLater)
        lijst.open_met(lambda: [Keus(sleutel=id_, tekst=naam, icoon="calendar-days") for id_, naam in later.items()])

    def _plan_in(self) -> None:
        """Put what the body held over, and that goes on nowhere yet, on the agenda that is open (A6)."""
        opname = self._vast()
        hier = opname.vergadering.id
        wacht = [stap for stap in waiting(self._store, opname.gremium.id) if stap.vergadering_id != hier]
        if not wacht:
            self._sessie.gemeld.emit(f"{opname.gremium.naam} heeft geen punt dat op een vergadering wacht.", False)
            return
        lijst = Kieslijst("Aangehouden punt op deze agenda", "Typ een titel", self._ouder.window())
        lijst.gekozen.connect(lambda punt_id: self._houd_aan(punt_id, hier, "staat nu op deze agenda"))
        lijst.finished.connect(lijst.deleteLater)
        lijst.open_met(
            lambda: [Keus(sleutel=s.punt_id, tekst=s.titel, rechts=str(s).partition(", ")[0]) for s in wacht]
        )

    def _houd_aan(self, punt_id: str, naar: str, waar: str) -> None:
        punt = self._store.agendapunten.get(punt_id)
        self._sessie.doe(
            "Aangehouden punt inplannen",
            lambda: (
                hold_over_at_table(self._store, punt_id, naar)
                if punt.staat is Puntstaat.GEAGENDEERD
                else hold_over(self._store, punt_id, naar, punt.reden)
            ),
            melding=f"‘{punt.titel}’ {waar}.",
        )

    def _regels(self, opname: Momentopname) -> Sequence[Afgevoerdregel]:
        geheel = opname.met_afgevoerd()
        return [self._regel(opname, geheel, punt) for punt in opname.afgevoerd.agendapunten]

    def _regel(self, opname: Momentopname, geheel: Momentopname, punt: Agendapunt) -> Afgevoerdregel:
        zelf = punt.staat is not Puntstaat.GEAGENDEERD
        later = vervolg(self._store, punt.id)
        boven = "" if zelf else f"met ‘{geheel.hoofdpunt(geheel.punt(punt.id)).titel}’"
        return Afgevoerdregel(
            id=punt.id,
            titel=punt.titel,
            staat=punt.staat.value if zelf else boven,
            tekst=self._woorden(geheel, punt, boven),
            besloten=punt.id in opname.afgevoerd.besloten,
            terug=zelf,
            wacht=punt.staat is Puntstaat.AANGEHOUDEN and not later,
            stukken=[
                (stuk.id, f"{stuk.soort.value.capitalize()}: {stuk.titel}")
                for stuk in opname.afgevoerd.stukken_bij(punt)
            ],
        )

    def _woorden(self, geheel: Momentopname, punt: Agendapunt, boven: str) -> str:
        """Return the record of an item in words: how it ended, what it was about, where it stood and goes."""
        eerder = [f"Eerder: {stap}" for stap in herkomst(self._store, punt.id)]
        later = [f"Verder: {stap}" for stap in vervolg(self._store, punt.id)]
        inleiders = ", ".join(f"{wie.naam} ({wie.rol})" if wie.rol else wie.naam for wie in punt.inleiders)
        delen = [
            f"{punt.titel}{' (besloten)' if geheel.is_besloten(geheel.punt(punt.id)) else ''}",
            f"Van de agenda {boven}" if boven else f"{punt.staat.value.capitalize()}: {punt.reden}",
            behandelwijze(geheel.behandeling(geheel.punt(punt.id))),
            f"Inleiders: {inleiders}" if inleiders else "",
            platte_tekst(ontkoppel(punt.toelichting, geheel.nummers)),
            *eerder,
            *later,
        ]
        return "\n\n".join(deel for deel in delen if deel)
