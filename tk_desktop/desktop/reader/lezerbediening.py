"""Reading the papers of a meeting: what is open, and going from one to the other."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from tk_desktop.base.errors import TkError
from tk_desktop.desktop.pages.bladenbron import Achtergrondbron
from tk_desktop.desktop.pages.papierblad import Papierblad
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.reader.bladgids import Bladgids
from tk_desktop.desktop.reader.bladmarkering import Bladmarkering
from tk_desktop.desktop.reader.ernaastlezen import Ernaastlezen
from tk_desktop.desktop.reader.leesdelen import BREEDTEN
from tk_desktop.desktop.reader.leesplaatsen import Leesplaatsen
from tk_desktop.desktop.reader.leesweergave import Leesweergave
from tk_desktop.desktop.reader.lezer_regels import boomregels
from tk_desktop.desktop.reader.lezer_scherm import Lezerscherm
from tk_desktop.desktop.reader.lezer_tabs import volgende
from tk_desktop.desktop.reader.notitiebediening import Notitiebediening
from tk_desktop.desktop.reader.versiebediening import Versiebediening
from tk_desktop.desktop.session.buitenprogramma import open_paper_outside
from tk_desktop.desktop.session.inzage import onthoud_inzage
from tk_desktop.desktop.session.leesvoorraad import Leesvoorraad
from tk_desktop.desktop.session.overzicht import kop_van
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.leeslijst import papiernaam
from tk_desktop.domain.vergaderset import Onderdeel, Vergaderset
from tk_desktop.export.leesbestand import Leesbestand
from tk_desktop.pack.samenstellen import assemble_for_reader
from tk_desktop.reading.aantekeningen import Leesplek

_OPEN_HOOGSTENS = 6
"""Papers whose pages stay in memory; the others are read anew when one goes back to them."""


class Lezerbediening(QObject):
    """Wires the reader; ``verplaatst`` tells that another paper is read, ``volledig`` that the whole screen is asked.

    ``bladen`` is the pane in which the keys for notes act. The parts are public: ``scherm``, ``voorraad`` (papers
    that are ready), ``plaatsen`` (where one is in each) and ``notities``.
    """

    verplaatst = Signal()
    volledig = Signal()

    def __init__(self, sessie: Sessie, bladen: QStackedWidget, acties: Mapping[str, QAction]) -> None:
        super().__init__()
        self._sessie = sessie
        self._store = sessie.store
        self._bron = Achtergrondbron(sessie.jobs)
        self._plan: Vergaderset | None = None
        self._nu = ""
        self.voorraad = Leesvoorraad(sessie, self)
        self.markering = Bladmarkering(sessie, self, self.voorraad, self)
        self.plaatsen = Leesplaatsen(sessie, self._hier, self)
        self.notities = Notitiebediening(sessie, self, bladen, acties)
        self.scherm = Lezerscherm(bladen, acties)
        self.scherm.leg_rechts("Aantekeningen", "sticky-note", self.notities.paneel)
        self.scherm.leg_onder(self.notities.strook)
        self.notities.orden()
        self._weergave = Leesweergave(self.scherm, sessie.voorkeuren)
        self._ernaast = Ernaastlezen(self, lambda: self._nu)
        self.gids = Bladgids(self._bron, self.scherm)
        self.versies = Versiebediening(sessie, self)
        self.scherm.leg_rechts("Nakijken", "list-checks", self.versies.nakijken.lade)
        self.scherm.leg_rechts("Veranderd", "history", self.versies.wijzigingen.lijst)
        self.versies.balk_gesloten.connect(self._toon_boom)
        self.versies.wijzigingen.bekend.connect(self._toon_boom)
        self.versies.bladen_bekend.connect(self.gids.miniaturen.zet_merken)
        self.setParent(self.scherm)
        self.scherm.delen.zet_breedten(sessie.voorkeuren.leesbreedten or BREEDTEN)
        self._verbind()

    def _verbind(self) -> None:
        scherm = self.scherm
        scherm.boom.gekozen.connect(self.lees)
        scherm.tabs.gekozen.connect(self.lees)
        scherm.tabs.gesloten.connect(self._gesloten)
        scherm.actief_gewisseld.connect(self._ander_blad)
        self.voorraad.gekomen.connect(self._gekomen)
        self.voorraad.gevraagd_gekomen.connect(self._gekregen)
        self.voorraad.geweigerd.connect(self._geweigerd)
        self.plaatsen.gewijzigd.connect(self._toon_boom)
        self.plaatsen.gewijzigd.connect(self.versies.gelezen)
        self.notities.getoond.connect(self._toon_boom)
        self.notities.langsgegaan.connect(self._toon_notities)
        self.notities.getoond.connect(self.versies.reload)

    @property
    def lezer(self) -> str:
        """Whose notes and places these are: who works on this laptop."""
        return self._sessie.voorkeuren.lezer

    @property
    def bron(self) -> Achtergrondbron:
        """Where pages come from."""
        return self._bron

    def plan(self) -> Vergaderset:
        """Return the set that is read."""
        if self._plan is None:
            raise AssertionError("er wordt nog geen vergadering gelezen")
        return self._plan

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what each command of the reader does."""
        scherm = self.scherm
        return {
            "lezen.vorig-stuk": partial(self._stap, -1),
            "lezen.volgend-stuk": partial(self._stap, 1),
            "lezen.bladwijzer": self.markering.wissel,
            "lezen.vorige-tab": scherm.tabs.vorige,
            "lezen.sluit-tab": scherm.tabs.sluit,
            "lezen.heropen-tab": scherm.tabs.heropen,
            "lezen.naast": self._ernaast.wissel,
            "lezen.inhoud": scherm.wissel_inhoud,
            "lezen.koppen": self.gids.toon_koppen,
            "lezen.bladzijden": self.gids.toon_miniaturen,
            "lezen.lijst": scherm.wissel_lijst,
            "lezen.volledig": self.volledig.emit,
            **self._weergave.opdrachten(),
            **self.notities.opdrachten(),
            **self.versies.opdrachten(),
        }

    def actief(self) -> Papierblad | None:
        """Return the paper that is worked in."""
        return self.scherm.actief

    def bladen(self) -> Mapping[str, Papierblad]:
        """Return every open paper by its key."""
        return self.scherm.alle

    def plek(self, sleutel: str) -> Leesplek:
        """Return where a paper of the set belongs."""
        plan, deel = self.plan(), self._deel(sleutel)
        punt = plan.punt_van(deel) if deel is not None else None
        return Leesplek(vergadering_id=plan.opname.vergadering.id, papier=sleutel, agendapunt_id=punt)

    def punt(self) -> str:
        """Return the item that is read: that of the line in the tree when it has the keyboard, else of the paper."""
        if self.scherm.boom.hasFocus():
            return self.scherm.boom.huidig()[0]
        return self.plek(self._nu).agendapunt_id or ""

    def open(self, adres: Adres) -> None:
        """Show a paper of a meeting, or the one last read in it; raises ``NietGevonden``."""
        anders = self._plan is None or self._plan.opname.vergadering.id != adres.vergadering
        plan = assemble_for_reader(self._store, adres.vergadering, self.lezer)
        if anders:
            self.leg_vast()
            tabs = self._sessie.voorkeuren.leestabs(adres.vergadering)
            for sleutel in tuple(self.scherm.alle):
                self.scherm.sluit_blad(sleutel)
            self.scherm.tabs.sluit_alle()
            self._nu = ""
        self._neem(plan)
        if anders:
            self._heropen(tabs)
        sleutel = adres.stuk or self._eerste_van(adres.punt) or self._nu or self._laatst_gelezen()
        pagina = int(adres.sectie) if adres.sectie.isdecimal() else 0
        if papiernaam(plan, sleutel):
            self.lees(sleutel, pagina)
            if adres.gezocht and (blad := self.scherm.alle.get(sleutel)) is not None:
                blad.lezen.zoeker.zoek(adres.gezocht)
        if adres.punt and not adres.stuk:
            self.scherm.boom.kies_punt(adres.punt)
        if adres.notitie:
            self.scherm.rechts.setCurrentWidget(self.notities.paneel)
            self.notities.ga_naar(adres.notitie)
        self.voorraad.maak(plan)

    def adres(self) -> Adres:
        """Return what is read."""
        if self._plan is None:
            return Adres(scherm=Scherm.LEZEN)
        blad = self.scherm.alle.get(self._nu)
        return Adres(
            scherm=Scherm.LEZEN,
            vergadering=self._plan.opname.vergadering.id,
            stuk=self._nu,
            sectie=str(blad.pagina) if blad is not None and blad.pagina else "",
        )

    def panelen(self) -> list[QWidget]:
        """Return what F6 goes round."""
        return self.scherm.panelen()

    def reload(self) -> None:
        """Look at the meeting again; papers that changed are made anew."""
        if self._plan is None:
            return
        vorige = self._plan
        self._neem(assemble_for_reader(self._store, vorige.opname.vergadering.id, self.lezer))
        if self._plan.opname != vorige.opname:
            self.voorraad.maak(self._plan)

    def leg_vast(self) -> None:
        """Keep what is typed, and where one reads."""
        self.notities.leg_vast()
        self.plaatsen.leg_vast()
        if self._plan is not None:
            voorkeuren = self._sessie.voorkeuren
            voorkeuren.bewaar_leestabs(self._plan.opname.vergadering.id, self.scherm.tabs.open)
            voorkeuren.leesbreedten = self.scherm.delen.breedten

    def lees(self, sleutel: str, pagina: int = 0) -> None:
        """Show a paper of the set, at a page (from 1) or where one was in it."""
        deel = self._deel(sleutel)
        if deel is None:
            return
        blad = self.scherm.alle.get(sleutel)
        if blad is None:
            blad = Papierblad(self._bron, sleutel, deel.naam)
            onthoud_inzage(self._sessie, self.plan().opname, deel.stuk_id or "")
            blad.gewisseld.connect(self._pagina_gewisseld)
            blad.gevraagd.connect(self._open_buiten)
            self._weergave.volg(blad)
            self.notities.volg(blad)
            self.versies.volg(blad)
        self.scherm.tabs.toon(sleutel, deel.naam)
        self.scherm.toon_blad(blad)
        self._toon(blad, pagina)
        self._ruim_geheugen()
        self._naar_bladen()

    # what is shown

    def _toon_notities(self) -> None:
        """Bring the list of notes to the front; notes that are looked at again have a list of their own."""
        if self.scherm.rechts.currentWidget() is not self.versies.nakijken.lade:
            self.scherm.rechts.setCurrentWidget(self.notities.paneel)

    def _neem(self, plan: Vergaderset) -> None:
        self._plan = plan
        self.plaatsen.neem(plan.opname.vergadering.id)
        namen = {deel.sleutel: deel.naam for deel in plan.onderdelen}
        self.scherm.toon_kop(f"{plan.opname.gremium.naam} › {kop_van(plan.opname)}")
        self.scherm.tabs.noem(namen)
        for sleutel, blad in self.scherm.alle.items():
            blad.noem(namen[sleutel])
        self.markering.toon()
        self.notities.reload()

    def _heropen(self, sleutels: Sequence[str]) -> None:
        """Give papers that were open a tab again; each is shown when one goes to it."""
        for sleutel in sleutels:
            deel = self._deel(sleutel)
            if deel is not None:
                self.scherm.tabs.toon(sleutel, deel.naam)

    def _toon_boom(self) -> None:
        plaatsen = self.plaatsen
        regels = boomregels(
            self.plan(),
            plaatsen.standen,
            self.voorraad.bestanden,
            self.notities.alle,
            genoemd=plaatsen.genoemd,
            veranderd=self.versies.veranderd(),
            anders=self.versies.wijzigingen.anders or (),
        )
        self.scherm.boom.toon(regels, self._nu)

    def _toon(self, blad: Papierblad, pagina: int) -> None:
        """Show the pages of a paper that is ready; one that is not, is asked for before all others."""
        bestand = self.voorraad.bestanden.get(blad.sleutel)
        if bestand is None:
            deel = self._deel(blad.sleutel)
            if deel is not None:
                self.voorraad.vraag(self.plan(), deel, pagina)
            return
        begin, diep = self.plaatsen.begin(blad.sleutel, bestand.paginas) if blad.bestand is None else (0, 0.0)
        stond = self._stond(blad)
        blad.toon(bestand, pagina or begin, 0.0 if pagina else diep)
        if not pagina:
            self.versies.ga_mee(blad, *stond)
        self.notities.toon_op(blad)
        self.markering.toon()
        self.versies.getoond(blad)
        self._pagina_gewisseld()

    def _stond(self, blad: Papierblad) -> tuple[str, int]:
        """Return at which page of which version the reader was in a paper; ('', 0) when nowhere."""
        if blad.bestand is not None:
            return blad.versie, blad.bladen.plek.pagina + 1 if blad.bladen.aantal else 0
        stand = self.plaatsen.standen.get(blad.sleutel)
        return (stand.versie, stand.pagina) if stand is not None else ("", 0)

    def _deel(self, sleutel: str) -> Onderdeel | None:
        return next((deel for deel in self.plan().onderdelen if deel.sleutel == sleutel), None)

    def _laatst_gelezen(self) -> str:
        """Return the paper that was read last, else the first of the set."""
        plan = self.plan()
        return self.plaatsen.laatst(plan) or (plan.onderdelen[0].sleutel if plan.onderdelen else "")

    def _eerste_van(self, punt_id: str) -> str:
        """Return the first paper of an item, the agenda when it has none; empty when no item is asked."""
        plan = self.plan()
        van = (deel.sleutel for deel in plan.onderdelen if plan.punt_van(deel) == punt_id)
        return next(van, "agenda") if punt_id else ""

    def _ander_blad(self) -> None:
        blad = self.scherm.actief
        if blad is None or blad.sleutel == self._nu:
            return
        self.plaatsen.verlaat()
        self._nu = blad.sleutel
        deel = self._deel(blad.sleutel)
        if deel is not None:
            self.scherm.tabs.toon(blad.sleutel, deel.naam)
        self._toon_boom()
        self.versies.toon_bladen()
        self._pagina_gewisseld()
        self.scherm.balk.toon_zoom(blad.bladen.zoomtekst)
        self.verplaatst.emit()

    def _pagina_gewisseld(self) -> None:
        blad = self.scherm.actief
        self._weergave.toon()
        if blad is not None and blad.pagina:
            self.plaatsen.verschoven()

    def _gesloten(self, sleutel: str) -> None:
        if sleutel == self._nu:
            self.leg_vast()
            self._nu = ""
        self.scherm.sluit_blad(sleutel)
        if not self.scherm.tabs.open:
            self._weergave.toon()
            self._toon_boom()
            self.scherm.boom.setFocus()

    def _ruim_geheugen(self) -> None:
        for sleutel in self.scherm.tabs.gebruikt[_OPEN_HOOGSTENS:]:
            blad = self.scherm.alle.get(sleutel)
            if blad is not None and not blad.isVisible():
                blad.rust()

    # what became ready

    def _gekomen(self, klaar: Mapping[str, Leesbestand]) -> None:
        self.versies.neem()
        self._toon_boom()
        for sleutel, blad in self.scherm.alle.items():
            if sleutel in klaar:
                self._toon(blad, 0)

    def _gekregen(self, bestand: Leesbestand, pagina: int) -> None:
        blad = self.scherm.alle.get(bestand.sleutel)
        if blad is not None:
            self._toon(blad, pagina)
        self._toon_boom()
        self.versies.wijzigingen.reload()

    def _geweigerd(self, sleutel: str, fout: TkError) -> None:
        blad = self.scherm.alle.get(sleutel)
        if blad is not None and blad.bestand is None:
            blad.weiger(fout)
        else:
            self._sessie.balk.toon(fout)

    # where one is

    def _hier(self) -> tuple[Leesplek, Papierblad] | None:
        blad = self.scherm.alle.get(self._nu)
        return (self.plek(self._nu), blad) if self._plan is not None and blad is not None else None

    # what commands do

    def _stap(self, stap: int) -> None:
        rij = [deel.sleutel for deel in self.plan().onderdelen]
        naar = volgende(rij, self._nu, stap)
        if naar and naar != self._nu:
            self.lees(naar)

    def _naar_bladen(self) -> None:
        self.scherm.bladen.setFocus()

    def _open_buiten(self) -> None:
        """Open a file without pages in the program of the computer."""
        open_paper_outside(self._sessie, self._nu)
