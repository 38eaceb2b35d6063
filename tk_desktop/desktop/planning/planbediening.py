"""Planning in the window: a new meeting, and the ways to its year, its facts and its versions."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tk_desktop.desktop.agenda.agendaversiebediening import Agendaversiebediening
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.planning.dossierbediening import Dossierbediening
from tk_desktop.desktop.planning.gegevensbediening import Gegevensbediening
from tk_desktop.desktop.planning.inkomendbediening import Inkomendbediening
from tk_desktop.desktop.planning.kalenderbediening import Kalenderbediening
from tk_desktop.desktop.planning.nieuwe_vergadering import Gremiumkeus, NieuweVergadering
from tk_desktop.desktop.planning.sitebediening import Sitebediening
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.datum import lang
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.domain.vergadering import Vergadering
from tk_desktop.meeting.aanhouden import waiting
from tk_desktop.meeting.gremia import gremia_by_use
from tk_desktop.meeting.jaarkalender import Vooruitblik, look_ahead
from tk_desktop.meeting.vergaderingen import Vergaderplan, example_vergaderingen, plan_vergadering

if TYPE_CHECKING:
    from tk_desktop.desktop.planning.jaarkalender import JaarKalender
    from tk_desktop.desktop.planning.pakbediening import Pakbediening


class Planbediening(QObject):
    """Wires what is planned; ``gekozen`` tells an ``Adres`` to go to. ``opname`` gives the meeting that is open."""

    gekozen = Signal(object)
    inplannen = Signal()
    """Something that was held over is to be put on the agenda that is open."""

    def __init__(
        self,
        sessie: Sessie,
        opname: Callable[[], Momentopname],
        ouder: QWidget,
        vandaag: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._store = sessie.store
        self._ouder = ouder
        self._vandaag = vandaag
        self.jaar = Kalenderbediening(sessie, opname, ouder, vandaag)
        self._versies = Agendaversiebediening(sessie, opname, ouder, sessie.nu)
        self._gegevens = Gegevensbediening(sessie, opname, ouder, vandaag)
        self.inkomend = Inkomendbediening(sessie, ouder)
        self.site = Sitebediening(sessie, ouder)
        self.dossier = Dossierbediening(sessie, opname, ouder, vandaag=vandaag)
        self.inkomend.aangeboden.connect(self.neem_post)
        self.jaar.gevraagd_nieuw.connect(self.nieuwe_vergadering)
        self.jaar.gekozen.connect(self.gekozen)
        self._versies.gekozen.connect(self.gekozen)

    @property
    def kalender(self) -> "JaarKalender":
        """The year, on its screen."""
        return self.jaar.kalender

    def herlaad(self) -> None:
        """Show the year as it stands now."""
        self.kalender.reload()

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what the commands do that need no open meeting."""
        return {
            "vergadering.nieuw": self.nieuwe_vergadering,
            "gremium.leden": self._gegevens.toon_gremium,
            "pak.innemen": self._neem_pak,
            "archief.innemen": self._neem_archief,
            "post.innemen": self._vraag_post,
            "post.plakken": self._plak_post,
            **self.inkomend.opdrachten(),
            **self.jaar.opdrachten(),
            **self.site.opdrachten(),
            "dossier.vernietigen": self.toon_vernietigen,
            **self.dossier.opdrachten(),
        }

    def toon_vernietigen(self) -> None:
        """Open which dossiers may be destroyed; what writes the papers of it loads now."""
        laad("planning.vernietigbediening").Vernietigbediening(self._sessie, self._ouder, self._vandaag).toon()

    def _neem_pak(self) -> None:
        """Take in a received vergaderset."""
        self._pak().vraag()

    def lees_pak(self, pad: Path) -> None:
        """Read a file that was dropped elsewhere as a pack, and show what it is proposed to hold."""
        self._pak().lees(pad)

    def _pak(self) -> "Pakbediening":
        """Return what takes packs in; what reads their pages loads now."""
        pak: Pakbediening = laad("planning.pakbediening").Pakbediening(self._sessie, self._ouder)
        pak.gekozen.connect(self.gekozen)
        return pak

    def _neem_archief(self) -> None:
        """Take in a folder with years of packs."""
        laad("planning.archiefbediening").Archiefbediening(self._sessie, self._ouder).vraag()

    def _vraag_post(self) -> None:
        laad("planning.postbediening").Postbediening(self._sessie, self._ouder).vraag()

    def _plak_post(self) -> None:
        laad("planning.postbediening").Postbediening(self._sessie, self._ouder).plak()

    def neem_post(self, paden: Sequence[Path]) -> None:
        """Read messages that were dropped on the window, and show what they are proposed to be."""
        laad("planning.postbediening").Postbediening(self._sessie, self._ouder).lees(paden)

    def bij_vergadering(self) -> dict[str, Callable[[], None]]:
        """Return what the commands do on the open meeting."""
        return {
            "agenda.versies": self._versies.toon,
            "vergadering.eigenschappen": self._gegevens.toon_vergadering,
            "vergadering.overdragen": self._gegevens.draag_over,
            **self.dossier.bij_vergadering(),
            **self.jaar.bij_vergadering(),
        }

    def toon_gegevens(self, waar: str) -> None:
        """Show the facts of the open meeting, at the field that a finding is about."""
        self._gegevens.toon_vergadering(waar)

    def nieuwe_vergadering(self) -> None:
        """Ask for a meeting; the body of the last one stands ready, and its example."""
        gremia = [
            Gremiumkeus(gremium=gremium, eerdere=example_vergaderingen(self._store, gremium.id))
            for gremium in gremia_by_use(self._store)
        ]
        vraag = NieuweVergadering(gremia, self._kijk, self._vandaag(), self._ouder)
        vraag.gekozen.connect(self._maak)
        vraag.finished.connect(vraag.deleteLater)
        vraag.open()

    def _kijk(self, plan: Vergaderplan) -> Vooruitblik:
        return look_ahead(self._store, plan)

    def _maak(self, plan: Vergaderplan) -> None:
        wachtte = waiting(self._store, plan.gremium_id) if plan.gremium_id else ()

        def klaar(vergadering: Vergadering) -> None:
            wacht = {stap.punt_id for stap in waiting(self._store, vergadering.gremium_id)}
            kwam = [stap.titel for stap in wachtte if stap.punt_id not in wacht]
            self._sessie.gemeld.emit(self._gemaakt(plan, kwam), True)
            self._open(vergadering.id)

        self._sessie.doe("Vergadering maken", lambda: plan_vergadering(self._store, plan), daarna=klaar)

    def _gemaakt(self, plan: Vergaderplan, kwam: Sequence[str]) -> str:
        """Return what the toast says: what came by itself, and a letter to be read, for its sentences are of then."""
        zinnen = (
            ["Vergadering gemaakt."] if plan.gremium_id else [f"‘{plan.gremium_naam}’ is gemaakt, met een vergadering."]
        )
        if kwam:
            zinnen.append(f"Vanzelf op deze agenda gezet: {opsomming(f'‘{titel}’' for titel in kwam)}.")
        if plan.bron_id and self._store.brieven.van_vergadering(plan.bron_id) is not None:
            toen = lang(self._store.vergaderingen.get(plan.bron_id).datum)
            weg = "" if plan.met_inhoud else "; wat alleen over toen ging, bleef weg"
            zinnen.append(f"De tekst van de uitnodiging komt uit die van {toen}{weg}. Lees haar na.")
        return " ".join(zinnen)

    def _open(self, vergadering_id: str) -> None:
        self.gekozen.emit(Adres(scherm=Scherm.VERGADERINGEN, vergadering=vergadering_id))
        gremium = self._store.gremia.get(self._store.vergaderingen.get(vergadering_id).gremium_id)
        wacht = len(waiting(self._store, gremium.id))
        if wacht:
            wat = "Er wacht nog een punt dat" if wacht == 1 else f"Er wachten nog {wacht} punten die"
            zin = f"{wat} eerder {'is' if wacht == 1 else 'zijn'} aangehouden."
            self._sessie.balk.meld(zin, [("Op deze agenda zetten…", self.inplannen.emit)])
