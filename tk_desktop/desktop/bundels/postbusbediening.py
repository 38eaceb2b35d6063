"""What is done with a postbus: it is set up, looked at by the clock, and used when the user asks (M8)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from tk_desktop.base.errors import TkError
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.bundels.busregel import busuitleg, gebreken_van, nieuws_van, uitkomst_van
from tk_desktop.desktop.bundels.busvraag import Buswachtwoord
from tk_desktop.desktop.bundels.post import Post, Stand
from tk_desktop.desktop.bundels.postbusvraag import Postbusvraag, Toegang
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.session.jobs import Job
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.uitwisseling import Postbus
from tk_desktop.store.werkmap import Store

if TYPE_CHECKING:
    from tk_desktop.desktop.bundels.postbuswerk import Gezien
    from tk_desktop.exchange.postbus.ronde import Ronde
    from tk_desktop.exchange.sleutels import Sleutelbos

Sleutelvraag = Callable[[Callable[["Sleutelbos"], None]], None]
_MINUUT = 60_000
_LEEG, _WOORDEN, _WACHTWOORD = ("TK-U39",), ("TK-U19",), ("TK-U32", "TK-U41")
_SERVER = ("TK-U34", "TK-U35", "TK-U36")


class Postbusbediening(QObject):
    """Wires postbussen; ``met_sleutels`` gives the open keys of this laptop to who asks for them.

    ``kijkt`` tells whether the user looks at the exchange now: elsewhere no question opens over what is being typed.
    ``veranderd`` tells that the inbox is to be shown anew, ``stap`` how far the work is, ``ontvangen`` that something
    came in. One piece of work is done at a time.
    """

    veranderd = Signal()
    stap = Signal(str, int, int)
    ontvangen = Signal()

    def __init__(self, sessie: Sessie, venster: QWidget, met_sleutels: Sleutelvraag, kijkt: Callable[[], bool]) -> None:
        super().__init__(venster)
        self._sessie = sessie
        self._venster = venster
        self._met_sleutels = met_sleutels
        self._kijkt = kijkt
        self._posten: dict[str, Post] = {}
        self._gekeken: dict[str, datetime] = {}
        self._wachtwoorden: dict[str, str] = {}
        self._rij: list[str] = []
        self._nu = ""
        self._zelf = False
        self._werk: Job | None = None
        self._klok = QTimer(self)
        self._klok.timeout.connect(self.kijk)

    @property
    def posten(self) -> tuple[Post, ...]:
        """The postbussen of this werkmap, as lines of the inbox."""
        return tuple(self._post(een.adres) for een in self._sessie.store.postbussen.alle())

    @property
    def bezig(self) -> bool:
        """Whether something is being done with a postbus."""
        return bool(self._nu)

    def uitleg(self, post: Post) -> str:
        """Return what the user reads of a postbus."""
        return busuitleg(post, self._sessie.voorkeuren.postritme, self._gekeken.get(post.postbus))

    def begin(self) -> None:
        """Look from now on as often as the user chose; the first time when the window is there."""
        self._zet_klok()
        if self._sessie.voorkeuren.postritme:
            QTimer.singleShot(0, self, self.kijk)

    def kijk(self) -> None:
        """Look whether there is news in any postbus; nothing changes, and nobody is asked anything."""
        if (
            self._sessie.jobs.gesloten
        ):  # the first look is asked for when a window opens, and it may be shut before that
            return
        bussen = [een.adres for een in self._sessie.store.postbussen.alle()]
        if self.bezig or not bussen:  # a window that opens waits for no library to find out that there is none
            return
        if not laad("bundels.werk").Sleutelbestand(self._sessie.store.map).bestaat():
            return
        self._rij = bussen
        self._zelf = True
        self._kijk_verder()

    def ruil(self, adres: str = "") -> None:
        """Fetch and send through one postbus, or all; who uses none yet is asked where it is."""
        alle = [een.adres for een in self._sessie.store.postbussen.alle()]
        if not alle:
            self.stel_in()
        elif not self.bezig:
            self._rij = [adres] if adres else alle
            self._zelf = False
            self._met_sleutels(self._ruil_verder)

    def vertrouw(self, adres: str) -> None:
        """Trust the secretariat that was met in a postbus for the first time: its words are the same."""
        verify = self._post(adres).verify
        with self._sessie.balk.meldt():
            with self._sessie.store.transaction():
                self._sessie.store.uitwisseling.vertrouw(verify)
            self.ruil(adres)

    def stop(self) -> None:
        """Stop at the next step."""
        self._rij = []
        if self._werk is not None:
            self._werk.stop()

    # Setting up

    def stel_in(self, adres: str = "", fout: TkError | None = None) -> None:
        """Ask how to come into a postbus; ``fout`` is why that is asked."""
        bekend = sorted(self._sessie.store.postbussen.alle(), key=lambda een: een.adres != adres)
        vraag = Postbusvraag(bekend, self._sessie.voorkeuren.postritme, self._probeer, self._venster.window())
        vraag.gegeven.connect(self._bewaar)
        vraag.vergeten.connect(self._vergeet)
        vraag.open()
        if fout is not None:
            vraag.weiger(fout)

    def _probeer(self, toegang: Toegang, klaar: Callable[[object], None], mislukt: Callable[[TkError], None]) -> None:
        post, wachtwoord = toegang.postbus, toegang.wachtwoord or self._wachtwoorden.get(toegang.postbus.adres)

        def werk(progress: Progress) -> object:
            return laad("bundels.postbuswerk").try_postbus(post, wachtwoord, progress)

        self._sessie.op_achtergrond(werk, klaar, met_store=False, wacht=True, mislukt=mislukt)

    def _bewaar(self, toegang: Toegang) -> None:
        store, post = self._sessie.store, toegang.postbus
        with self._sessie.balk.meldt():
            with store.transaction():
                store.postbussen.bewaar(replace(post, kenmerk=store.postbussen.get(post.adres).kenmerk))
            self._sessie.voorkeuren.postritme = toegang.ritme
            self._houd(post, toegang.wachtwoord, onthoud=toegang.onthoud)
            self._zet_klok()
            self._posten.pop(post.adres, None)
            self.veranderd.emit()
            self.kijk()

    def _houd(self, post: Postbus, wachtwoord: str, *, onthoud: bool) -> None:
        if not wachtwoord:
            return
        self._wachtwoorden[post.adres] = wachtwoord
        if not laad("bundels.postbuswerk").keep_wachtwoord(post, wachtwoord, onthoud=onthoud):
            self._sessie.gemeld.emit(
                "Deze computer heeft geen sleutelring. Het programma vraagt het wachtwoord na elke start.", False
            )

    def _vergeet(self, adres: str) -> None:
        store = self._sessie.store
        with self._sessie.balk.meldt():
            laad("bundels.postbuswerk").keep_wachtwoord(store.postbussen.get(adres), "", onthoud=False)
            with store.transaction():
                store.postbussen.verwijder(adres)
            self._posten.pop(adres, None)
            self._wachtwoorden.pop(adres, None)
            self._sessie.gemeld.emit("De postbus wordt niet meer gebruikt. Wat erin staat, blijft daar.", False)
            self.veranderd.emit()

    def _zet_klok(self) -> None:
        self._klok.stop()
        if self._sessie.voorkeuren.postritme:
            self._klok.start(self._sessie.voorkeuren.postritme * _MINUUT)

    # Looking and exchanging, one postbus after another

    def _kijk_verder(self) -> None:
        if not self._rij:
            return
        post = self._begin_met(self._rij.pop(0), Stand.LEEST)
        wachtwoord, bos, vandaag = self._wachtwoorden.get(post.adres), self._sessie.sleutels, self._sessie.nu().date()

        def werk(store: Store, progress: Progress) -> "Gezien":
            look = laad("bundels.postbuswerk").look_at_postbus
            return look(store, bos, post, wachtwoord, vandaag=vandaag, progress=progress)  # type: ignore[no-any-return]

        self._werk = self._sessie.op_achtergrond(
            werk, self._gezien, wacht=True, mislukt=self._mislukt, gestopt=self._gestopt, voorbij=self._kijk_voorbij
        )

    def _gezien(self, gezien: "Gezien") -> None:
        nieuws = gezien.nieuws
        self._gekeken[self._nu] = self._sessie.nu()
        stand = Stand.KLAAR if nieuws.is_er or nieuws.te_sturen else Stand.BEKEND
        self._zet(stand, nieuws_van(gezien), van=", ".join(nieuws.van), grootte=nieuws.lengte)

    def _kijk_voorbij(self) -> None:
        self._nu, self._werk = "", None
        self._kijk_verder()

    def _ruil_verder(self, bos: "Sleutelbos") -> None:
        if not self._rij or self.bezig:
            return
        post = self._begin_met(self._rij.pop(0), Stand.BEZIG)
        wachtwoord, vandaag = self._wachtwoorden.get(post.adres), self._sessie.nu().date()
        lezer = self._sessie.voorkeuren.lezer

        def werk(store: Store, progress: Progress) -> "Ronde":
            ruil = laad("bundels.postbuswerk").use_postbus
            return ruil(store, bos, post, wachtwoord, lezer=lezer, vandaag=vandaag, progress=progress)  # type: ignore[no-any-return]

        self._werk = self._sessie.op_achtergrond(
            werk,
            self._geruild,
            wacht=True,
            mislukt=self._mislukt,
            stap=self._stap,
            gestopt=self._gestopt,
            voorbij=self._ruil_voorbij,
        )

    def _geruild(self, ronde: "Ronde") -> None:
        self._gekeken[self._nu] = self._sessie.nu()
        uitkomst, gebreken = uitkomst_van(ronde), gebreken_van(ronde)
        self._zet(Stand.BEKEND if ronde.niets_nieuws else Stand.VERWERKT, f"{uitkomst}\n{gebreken}".strip())
        self._sessie.voorkeuren.uitgewisseld = self._sessie.nu()
        self._sessie.gedaan("Ophalen uit de postbus", ronde.wijziging, melding=uitkomst)
        if ronde.opgehaald.geweigerd:
            self._sessie.balk.meld(gebreken)
        if not ronde.opgehaald.niets_nieuws:
            self.ontvangen.emit()

    def _stap(self, wat: str, gedaan: int, totaal: int) -> None:
        self.stap.emit(wat, gedaan, totaal)

    def _ruil_voorbij(self) -> None:
        self._nu, self._werk = "", None
        self.stap.emit("", 0, 0)
        self._sessie.veranderd.emit()  # what came before a line broke is on the screen too
        if self._rij and self._sessie.sleutels is not None:
            self._ruil_verder(self._sessie.sleutels)

    def _begin_met(self, adres: str, stand: Stand) -> Postbus:
        self._nu = adres
        self._zet(stand, "")
        return self._sessie.store.postbussen.get(adres)

    def _gestopt(self) -> None:
        self._zet(Stand.WACHT, "U hebt het gestopt. Wat al binnen was, blijft; de rest gaat de volgende keer verder.")

    def _mislukt(self, fout: TkError) -> None:
        """Tell why it did not go well; what the user can give is asked, unless the clock began it."""
        adres = self._nu
        if fout.code in _WOORDEN:  # a secretariat that was never met
            melding = (
                f"U hebt met {fout.details['wie']} nog geen woorden vergeleken. Aan de telefoon hoort u van het "
                f"secretariaat deze zes woorden:\n\n{fout.details['woorden']}\n\nZijn ze gelijk? Dan is de post echt "
                "van hen."
            )
            self._zet(Stand.WOORDEN, melding, verify=str(fout.details["verify"]))
            return
        self._zet(Stand.BEKEND if fout.code in _LEEG else Stand.GEWEIGERD, fout.zin)
        if self._zelf:
            return
        if fout.code in _WACHTWOORD:
            self._wachtwoorden.pop(adres, None)
            self._vraag("Wachtwoord geven…", partial(self._vraag_wachtwoord, adres, fout), fout)
        elif fout.code in _SERVER:
            self._vraag("Postbus instellen…", partial(self.stel_in, adres, fout), fout)
        else:
            self._sessie.balk.toon(fout)

    def _vraag(self, woorden: str, vraag: Callable[[], None], fout: TkError) -> None:
        """Ask at once, or by a button below what is told when the user went on elsewhere: she may be typing there."""
        if self._kijkt():
            vraag()
        else:
            self._sessie.balk.toon(fout, [(woorden, vraag)])

    def _vraag_wachtwoord(self, adres: str, fout: TkError) -> None:
        with self._sessie.balk.meldt():  # by then it may be used no more
            post = self._sessie.store.postbussen.get(adres)
            vraag = Buswachtwoord(adres, post.gebruiker, self._venster.window())
            vraag.gegeven.connect(partial(self._met_wachtwoord, post))
            if fout.code != "TK-U41":
                vraag.vorm.weiger(fout)
            vraag.open()

    def _met_wachtwoord(self, post: Postbus, wachtwoord: str, onthoud: bool) -> None:
        self._houd(post, wachtwoord, onthoud=onthoud)
        self.ruil(post.adres)

    def _post(self, adres: str) -> Post:
        leeg = Post(postbus=adres, grootte=0, moment=self._sessie.nu(), melding="Er is nog niet gekeken.")
        return self._posten.get(adres, leeg)

    def _zet(self, stand: Stand, melding: str, *, van: str = "", grootte: int = 0, verify: str = "") -> None:
        self._posten[self._nu] = Post(
            postbus=self._nu,
            grootte=grootte,
            moment=self._sessie.nu(),
            stand=stand,
            melding=melding,
            verify=verify,
            maker=van,
        )
        self.veranderd.emit()
