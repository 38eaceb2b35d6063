"""What happens in the window: its screens, its commands, and what is shown at a place."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tk_desktop.desktop.agenda.vergaderbediening import Vergaderbediening
from tk_desktop.desktop.bundels.uitwisselbediening import Uitwisselbediening
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.opdracht import Plek
from tk_desktop.desktop.planning.aanvulbediening import Aanvulbediening
from tk_desktop.desktop.planning.planbediening import Planbediening
from tk_desktop.desktop.reader.lezervak import LEESOPDRACHTEN, Lezervak
from tk_desktop.desktop.reader.notitiezaken import Notitiezaken
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.shell.bewaarder import Bewaarder
from tk_desktop.desktop.shell.doorgang import Doorgang
from tk_desktop.desktop.shell.hulpbediening import Hulpbediening
from tk_desktop.desktop.shell.lijstbediening import Lijstbediening
from tk_desktop.desktop.shell.main_window import Venster
from tk_desktop.desktop.shell.plaatswissel import Plaatswissel
from tk_desktop.desktop.shell.rail import RAIL
from tk_desktop.desktop.shell.schermvakken import Schermvakken
from tk_desktop.desktop.shell.setvak import Setvak
from tk_desktop.desktop.shell.sleutelbediening import Sleutelbediening
from tk_desktop.desktop.shell.slotbediening import Slotbediening
from tk_desktop.desktop.shell.terugbediening import Terugbediening
from tk_desktop.desktop.shell.typbediening import Typbediening
from tk_desktop.desktop.shell.vensterbediening import Vensterbediening
from tk_desktop.desktop.shell.voorladen import Voorlader
from tk_desktop.desktop.shell.wegwijzer import ONDER_VERGADERINGEN, OOK_BIJ, Wegwijzer
from tk_desktop.desktop.sitting.geheimbediening import Geheimbediening
from tk_desktop.desktop.sitting.tafelvak import TAFELOPDRACHTEN, Tafelvak

if TYPE_CHECKING:
    from tk_desktop.desktop.programme.programmabediening import Programmabediening
    from tk_desktop.desktop.sitting.actiebediening import Actiebediening
    from tk_desktop.desktop.sitting.registerbediening import Registerbediening


class Bediening(QObject):
    """Wires one window to one open werkmap."""

    def __init__(self, venster: Venster, sessie: Sessie) -> None:
        super().__init__(venster)
        self.venster = venster
        self.sessie = sessie
        self._nu = Adres()
        wegwijzer = Wegwijzer(sessie)
        self.lijsten = Lijstbediening(sessie, venster.start)
        self.werkblad = Vergaderbediening(sessie)
        self.vensterzaken = Vensterbediening(venster, sessie, self.werkblad.blad, self.werkblad.alleen_secretaris())
        self.plan = Planbediening(sessie, self.werkblad.opname, venster)
        self.hulp = Hulpbediening(venster, sessie, self._hier)
        self.notitiezaken = Notitiezaken(sessie, venster, self.leg_vast)
        self.lezer = Lezervak(sessie, lambda: self.opdrachten.acties)
        self.tafel = Tafelvak(sessie, self._gekozen, self.leg_vast)
        self.schermvakken = Schermvakken(sessie, self)
        self.set = Setvak(
            venster, sessie, hier=self._hier, eerste_stuk=self.werkblad.eerste_stuk, leg_vast=self.leg_vast
        )
        self.terugzaken = Terugbediening(venster, sessie, self._leg_velden_vast, self._toon_vak)
        self._bewaarder = Bewaarder(
            sessie,
            (self.werkblad.leg_vast, self.lezer.leg_vast, self.tafel.leg_vast, self.schermvakken.leg_vast),
            hier=self._hier,
            scherm=venster.schermen.currentWidget,
            blad=self.werkblad.blad,
            meld=self.terugzaken.meld,
        )
        self.wissel = Plaatswissel(
            venster, sessie, self._bewaarder, wegwijzer, hier=self._hier, toon=self._toon, verplaatst=self._verplaatst
        )
        self.doorgang = Doorgang(
            venster,
            lijsten=self.lijsten,
            werkblad=self.werkblad,
            lezer=self.lezer,
            acties=lambda: self.acties,
            set_=self.set,
            hier=self._hier,
            ga_naar=self.ga_naar,
            leg_vast=self.leg_vast,
            meld=self.terugzaken.meld,
        )
        self.geheim = Geheimbediening(sessie, venster, self._hier)
        self.sleutels = Sleutelbediening(venster, sessie)
        self.slot = Slotbediening(venster, sessie, self.sleutels.geef)
        self.uitwisseling = Uitwisselbediening(sessie, venster, self._hier, self.sleutels.geef, self.sleutels.maak)
        self._aanvullen = Aanvulbediening(sessie)
        self._voeg_schermen_toe()
        self.opdrachten = venster.opdrachten
        self.typen = Typbediening(venster, sessie)
        self._alleen_daar = frozenset(self._bij_vergadering())
        self.opdrachten.bind(self._doeners(), self._plekken())
        self.vensterzaken.herstel()
        self._verbind()
        self._begin(wegwijzer.begin())

    def _begin(self, begin: Adres) -> None:
        """Go to where the user begins, and let begin what goes on by itself."""
        voorkeuren = self.sessie.voorkeuren
        self.werkblad.blad.herstel_vorm(voorkeuren.vorm("naast"), voorkeuren.vorm("onder"))
        self.terugzaken.benoem()
        self.ga_naar(begin, onthoud=False)
        self._bewaarder.herstel(begin)
        self.voorlader = Voorlader(self.sessie.jobs, self)
        self.notitiezaken.begin()
        self.uitwisseling.begin()
        self.tafel.begin()
        self.plan.dossier.begin()

    @property
    def adres(self) -> Adres:
        """Where the user is."""
        if self._leest():
            return self.lezer.adres()
        if self._aan_tafel():
            return self.tafel.adres()
        return self.werkblad.adres() if self._in_vergadering() else self._nu

    @property
    def acties(self) -> "Actiebediening":
        """What the screen of the actions does."""
        return self.schermvakken.actievak.bediening

    @property
    def register(self) -> "Registerbediening":
        """What the register of besluiten does."""
        return self.schermvakken.registervak.bediening

    @property
    def programma(self) -> "Programmabediening":
        """What the screen of the programme does."""
        return self.schermvakken.programmavak.bediening

    def ga_naar(self, adres: Adres, *, onthoud: bool = True) -> None:
        """Show a place; from there one can go back. A place that is gone is told, and the user stays."""
        self.wissel.ga_naar(adres, onthoud=onthoud)

    def _plek_nu(self) -> str:
        return str(self.adres.zonder_sectie())

    def _toon_vak(self, plek: str) -> None:
        """Show the pane in which something was done, before that is undone there."""
        naar, nu = Adres.lees(plek), self.adres
        anders = naar.vak != nu.vak or naar.punt not in ("", nu.punt)
        if naar.vak and anders and naar.vergadering == nu.vergadering and self._in_vergadering():
            self.ga_naar(naar, onthoud=False)

    def _hier(self) -> Adres:
        return self.adres

    def _gekozen(self) -> Adres:
        return self.doorgang.gekozen()

    def terug(self) -> None:
        """Go to where the user was before."""
        self.wissel.terug()

    def leg_vast(self) -> None:
        """Keep what is being typed, and where the user is."""
        self._bewaarder.alles()

    def _leg_velden_vast(self) -> None:
        self._bewaarder.velden()

    # What is laid out

    def _voeg_schermen_toe(self) -> None:
        self._bladen: dict[Scherm, QWidget] = {
            Scherm.START: self.venster.start,
            Scherm.VERGADERINGEN: self.lijsten.vergaderingen,
            Scherm.STUKKEN: self.lijsten.stukken,
            Scherm.ZOEKEN: self.lijsten.zoekvak,
            Scherm.KALENDER: self.plan.jaar.blad,
            Scherm.UITWISSELEN: self.uitwisseling.vak,
            **self.schermvakken.bladen(),
        }
        for blad in (*self._bladen.values(), self.werkblad.blad, self.lezer.blad, self.tafel.blad):
            self.venster.schermen.addWidget(blad)
        self._herladers: dict[QWidget | None, Callable[[], None]] = {
            self.werkblad.blad: self.werkblad.reload,
            self.plan.jaar.blad: self.plan.herlaad,
            self.lezer.blad: self.lezer.reload,
            self.tafel.blad: self.tafel.reload,
            self.uitwisseling.vak: self.uitwisseling.herlaad,
            **self.schermvakken.herladers(),
        }

    def _verbind(self) -> None:
        sessie, venster = self.sessie, self.venster
        sessie.plek = self._plek_nu
        sessie.teruggegaan.connect(self.wissel.ga_terug_naar)
        sessie.veranderd.connect(self._veranderd)
        sessie.bezig.connect(venster.status.bezig)
        venster.opdrachten.menu_opent.connect(self._leg_velden_vast)  # what was typed last has its name there
        venster.rail.gekozen.connect(self._op_rail)
        self.set.gesloten.connect(self.terug)
        self.set.gekozen.connect(self.ga_naar)
        self.set.controle_gevraagd.connect(self._naar_controle)
        venster.mag_dicht = self._bewaarder.mag_dicht
        venster.gesloten.connect(self.leg_vast)
        venster.gekleurd.connect(self._veranderd)
        self.lijsten.gekozen.connect(self.wissel.open)
        self.notitiezaken.vragen.gekozen.connect(self.ga_naar)
        self.vensterzaken.ingericht.connect(self._ingericht)
        self.werkblad.verplaatst.connect(self._verplaatst)
        self.werkblad.tekst.kan_gewisseld.connect(self.opdrachten.laat)
        self.werkblad.tekst.toets()
        self.werkblad.lezen_gevraagd.connect(self.wissel.open)
        self.werkblad.plek_gevraagd.connect(self.ga_naar)
        self.werkblad.gegevens_gevraagd.connect(self.plan.toon_gegevens)
        self.werkblad.blad.versies_gevraagd.connect(self.opdrachten.acties["agenda.versies"].trigger)
        self.werkblad.pak_gevraagd.connect(self.plan.lees_pak)
        self.lezer.verplaatst.connect(self._verplaatst)
        self.lezer.gevolgd.connect(self.ga_naar)
        self.lezer.volledig.connect(venster.wissel_volledig)
        venster.vol_gewisseld.connect(self.lezer.zet_vol)
        self.tafel.verplaatst.connect(self._verplaatst)
        self.tafel.lezen_gevraagd.connect(self.doorgang.lees_stuk)
        self.tafel.gekozen.connect(self.ga_naar)
        self.geheim.gekozen.connect(self.ga_naar)
        self.plan.gekozen.connect(self.wissel.open)
        self.plan.inplannen.connect(self.opdrachten.acties["punt.inplannen"].trigger)
        self.schermvakken.actievak.gekozen.connect(self.wissel.open)
        self.schermvakken.registervak.gekozen.connect(self.wissel.open)
        self.schermvakken.programmavak.gekozen.connect(self.ga_naar)
        self.schermvakken.actie_gekozen.connect(self.doorgang.naar_actie)
        self.hulp.gekozen.connect(self.ga_naar)
        self.uitwisseling.gekozen.connect(self.ga_naar)
        self.uitwisseling.ontvangen.connect(self.vensterzaken.volg_rooster)
        venster.gebracht.connect(self.uitwisseling.neem)
        venster.post_gebracht.connect(self.plan.neem_post)
        self.typen.gekozen.connect(self.wissel.open)
        self.lijsten.nieuw.connect(self.opdrachten.acties["vergadering.nieuw"].trigger)

    # What commands do

    def _plekken(self) -> dict[Plek, QWidget]:
        """Return the parts of the window in which keys of their own act."""
        return {
            **self.werkblad.plekken(),
            **self.lezer.plekken(),
            **self.tafel.plekken(),
            **self.schermvakken.plekken(),
            **self.uitwisseling.plekken(),
            Plek.WERKBLAD: self.werkblad.blad,
        }

    def _doeners(self) -> dict[str, Callable[[], None]]:
        return {
            **{f"beeld.{nr}": self._naar(scherm) for nr, scherm in enumerate(RAIL, 1)},
            "beeld.start": self._naar(Scherm.START),
            "beeld.terug": self.terug,
            "beeld.vooruit": self.wissel.vooruit,
            "beeld.deel": lambda: self._volgend_deel(1),
            "beeld.vorig-deel": lambda: self._volgend_deel(-1),
            **self.terugzaken.opdrachten(),
            **self.notitiezaken.opdrachten(),
            **self.lezer.opdrachten(),
            **self.tafel.opdrachten(),
            **self.schermvakken.opdrachten(),
            **self.geheim.opdrachten(),
            **self.typen.opdrachten(),
            **self.hulp.opdrachten(),
            **self.vensterzaken.opdrachten(),
            **self.slot.opdrachten(),
            **self.uitwisseling.opdrachten(),
            "lid.ronde": self.tafel.toon_ronde,
            **self.plan.opdrachten(),
            **self._bij_vergadering(),
            **self.doorgang.opdrachten(),
        }

    def _bij_vergadering(self) -> dict[str, Callable[[], None]]:
        """Return what the commands do that need an open meeting."""
        return {
            **self.set.opdrachten(),
            **self.plan.bij_vergadering(),
            **self.geheim.bij_vergadering(),
            **self.tafel.bij_vergadering(),
            **self.werkblad.opdrachten(),
        }

    def _naar(self, scherm: Scherm) -> Callable[[], None]:
        return lambda: self.ga_naar(Adres(scherm=scherm))

    def _ingericht(self) -> None:
        """Let who works here from now on see the meeting as they open it."""
        self._verplaatst()
        self._veranderd()
        self.wissel.volg_rol()

    def _leest(self) -> bool:
        return self.venster.schermen.currentWidget() is self.lezer.blad

    def _aan_tafel(self) -> bool:
        return self.venster.schermen.currentWidget() is self.tafel.blad

    def _in_vergadering(self) -> bool:
        return self.venster.schermen.currentWidget() is self.werkblad.blad

    def _toon(self, adres: Adres) -> None:
        if adres.scherm is Scherm.SET:
            blad = self.set.open(adres)
        elif adres.scherm is Scherm.LEZEN:
            self.lezer.open(adres)
            blad = self.lezer.blad
        elif adres.scherm is Scherm.TAFEL:
            self.tafel.open(adres)
            blad = self.tafel.blad
        elif adres.vergadering:
            self.werkblad.open(adres)
            blad = self.werkblad.blad
        else:
            blad = self._bladen[adres.scherm]
        self._nu = adres
        self.venster.schermen.setCurrentWidget(blad)
        self.venster.rail.toon(Scherm.VERGADERINGEN if adres.scherm in ONDER_VERGADERINGEN else adres.scherm)
        self._vertel_stand()
        if blad not in (self.werkblad.blad, self.tafel.blad):  # those were read from the werkmap a moment ago
            self._herlaad()
        if not adres.sectie or self._leest():
            if self._in_vergadering():
                self.werkblad.neem_toetsen(adres)
            else:
                blad.setFocus()
        elif adres.scherm is Scherm.UITWISSELEN:
            self.uitwisseling.blad.toon_vraag(adres.sectie)
        elif adres.scherm is Scherm.ACTIES:
            blad.setFocus()
            self.schermvakken.actievak.bediening.blad.zoek_op(adres.sectie)
        self._aanvullen.vul_aan(adres)

    def _verplaatst(self) -> None:
        self.sessie.voorkeuren.was_op(self.adres)
        ook_hier = OOK_BIJ.get(self._nu.scherm, frozenset())
        mag = self._alleen_daar if self._in_vergadering() else ook_hier
        buiten = self.sessie.inrichting.zonder if self._leest() else LEESOPDRACHTEN
        buiten |= frozenset() if self._aan_tafel() else TAFELOPDRACHTEN
        buiten |= self.schermvakken.alleen_elders(self._nu.scherm)
        buiten |= frozenset() if self._nu.scherm is Scherm.UITWISSELEN else self.uitwisseling.alleen_daar
        buiten |= self.sessie.verboden
        dicht = (self._alleen_daar | buiten) - (mag - self.sessie.verboden)
        self.opdrachten.kan(lambda een: een.id not in dicht)
        self.terugzaken.benoem()
        if self.venster.isFullScreen() and not self._leest():  # elsewhere there would be no way back for the mouse
            self.venster.wissel_volledig()

    def _is_weg(self) -> bool:
        """Whether the meeting on the screen is no more: destroyed here, or gone with what came in."""
        id_ = self._nu.vergadering
        return bool(id_) and not self.sessie.store.vergaderingen.kent(id_)

    def _veranderd(self) -> None:
        if self._is_weg():
            self.ga_naar(Adres(scherm=Scherm.START), onthoud=False)
            self.sessie.gemeld.emit("De vergadering die hier stond, is er niet meer.", False)
            return
        self._vertel_stand()
        self._herlaad()

    def _vertel_stand(self) -> None:
        self.venster.rail.tel(Scherm.UITWISSELEN, self.uitwisseling.post.aantal)
        self.venster.status.uitgewisseld(self.sessie.voorkeuren.uitgewisseld)
        self.venster.status.opgeslagen(self.sessie.opgeslagen, geweigerd=self.sessie.geweigerd)

    def _herlaad(self) -> None:
        huidig = self.venster.schermen.currentWidget()
        if huidig in self._herladers:
            self._herladers[huidig]()
        elif not self.set.herlaad(huidig):
            self.lijsten.herlaad(huidig)
        self.sessie.voorkeuren.was_op(self.adres)  # a window that is killed opens where the last words were kept

    def _naar_controle(self, vergadering_id: str) -> None:
        self.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=vergadering_id))
        self.werkblad.naar_controle()

    def _op_rail(self, scherm: Scherm) -> None:
        self.ga_naar(Adres(scherm=scherm))

    def _volgend_deel(self, stap: int) -> None:
        huidig = self.venster.schermen.currentWidget()
        panelen = [huidig] if huidig else []
        if self._in_vergadering() or self._leest():
            panelen = self.lezer.panelen() if self._leest() else self.werkblad.blad.panelen()
        elif self._aan_tafel():
            panelen = self.tafel.panelen()
        self.venster.volgend_deel(panelen, stap)
