"""What the commands of the exchange do: making bundles, publishing a meeting, taking part."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from tk_desktop.base.files import replacing
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.bundels.deelnemerbediening import Deelnemerbediening
from tk_desktop.desktop.bundels.post import Post
from tk_desktop.desktop.bundels.postbediening import Postbediening, Sleutelvraag
from tk_desktop.desktop.bundels.postbusbediening import Postbusbediening
from tk_desktop.desktop.bundels.vragen import Aanmeldvraag, Beginvraag, Bundelvraag, Vrijgeefvraag, Woordenblad
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.bestandsvraag import vraag_bestand
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.parts.kamer import Kamer
from tk_desktop.desktop.parts.koppeling import open_by_double_click
from tk_desktop.desktop.parts.opdracht import Plek
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.gremium import Rol
from tk_desktop.domain.vergadering import Status
from tk_desktop.meeting.leden import report_absence_of, withdraw_absence_of
from tk_desktop.store.werkmap import Store

if TYPE_CHECKING:
    from tk_desktop.desktop.bundels.conflictvak import Conflictvak
    from tk_desktop.desktop.bundels.uitwisselscherm import Uitwisselscherm
    from tk_desktop.exchange.maken import Gemaakt
    from tk_desktop.exchange.sleutels import Sleutelbos

Vraag = Callable[[QWidget, str, Path, str], Path | None]
_TKB = "Bundel (*.tkb)"


def kies_bundels(ouder: QWidget, map_: Path) -> tuple[Path, ...]:
    """Let the user choose bundles to take in."""
    namen, _ = QFileDialog.getOpenFileNames(ouder, "Bundel openen", str(map_), _TKB)
    return tuple(Path(naam) for naam in namen)


def kies_map(ouder: QWidget, map_: Path) -> Path | None:
    """Let the user choose the folder that is looked in."""
    gekozen = QFileDialog.getExistingDirectory(ouder, "Map met bundels volgen", str(map_))
    return Path(gekozen) if gekozen else None


class Uitwisselbediening(QObject):
    """Wires the screen of the exchange; ``gekozen`` tells an ``Adres`` to go to, ``ontvangen`` that a bundle came in.

    ``met_sleutels`` gives the open keys of this laptop to who asks, ``nieuwe_sleutels`` makes them where there are
    none; ``hier`` tells where the user is. ``kies``, ``kies_in`` and ``kies_map`` ask for files and a folder.
    """

    gekozen = Signal(object)
    ontvangen = Signal()

    def __init__(
        self,
        sessie: Sessie,
        venster: QWidget,
        hier: Callable[[], Adres],
        met_sleutels: Sleutelvraag,
        nieuwe_sleutels: Sleutelvraag,
    ) -> None:
        super().__init__(venster)
        self._sessie = sessie
        self._venster = venster
        self._hier = hier
        self._met_sleutels = met_sleutels
        self._nieuwe_sleutels = nieuwe_sleutels
        self.kies: Vraag = vraag_bestand
        self.kies_in = kies_bundels
        self.kies_map: Callable[[QWidget, Path], Path | None] = kies_map
        self.koppel: Callable[[Path], None] = open_by_double_click
        self.vak = Kamer()
        self._blad: Uitwisselscherm | None = None
        self.post = Postbediening(sessie, self.vak, self._sleutels, lambda: self.blad)
        self.deelnemers = Deelnemerbediening(sessie, venster, self._sleutels)
        self.postbus = Postbusbediening(sessie, venster, self._sleutels, self.vak.isVisible)
        self.post.bussen = self._bussen
        self.postbus.veranderd.connect(self._toon_bussen)
        self.postbus.ontvangen.connect(self._kwam_binnen)
        self.post.gekozen.connect(self.gekozen)
        self.post.ontvangen.connect(self.ontvangen)
        conflicten = frozenset(id_ for id_ in self.opdrachten() if id_.startswith("conflict."))
        self.alleen_daar = conflicten
        """Commands that can only be given while the screen of the exchange is there."""

    @property
    def blad(self) -> "Uitwisselscherm":
        """The screen, in ``vak``; made when it is first asked for."""
        return self._blad or self._maak_blad()

    def _maak_blad(self) -> "Uitwisselscherm":
        blad: Uitwisselscherm = laad("bundels.uitwisselscherm").Uitwisselscherm()
        blad.leg_bus_uit = self.postbus.uitleg
        blad.ruilen.connect(self.postbus.ruil)
        blad.bus_vertrouwd.connect(self.postbus.vertrouw)
        blad.instellen.connect(self.postbus.stel_in)
        blad.stoppen.connect(self.postbus.stop)
        self.postbus.stap.connect(blad.toon_stap)
        blad.openen_gevraagd.connect(self._open)
        blad.maken_gevraagd.connect(self._maak)
        blad.vrijgeven_gevraagd.connect(self._geef_vrij)
        blad.deelnemers_gevraagd.connect(self._toon_deelnemers)
        self._blad = blad
        self.post.toon_in(blad)
        self.vak.vul(blad)
        return blad

    def plekken(self) -> dict[Plek, QWidget]:
        """Return the screen in which keys of its own act."""
        return {Plek.UITWISSEL: self.vak}

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what each command does."""
        return {
            "bundel.ruilen": self._ruil,
            "bundel.postbus": self.postbus.stel_in,
            "bundel.maken": self._maak,
            "bundel.openen": self._open,
            "bundel.vrijgeven": self._geef_vrij,
            "bundel.deelnemers": self._toon_deelnemers,
            "bundel.aanmelden": self._meld_aan,
            "bundel.map": self._kies_map,
            "bundel.koppelen": self._koppel,
            "lid.verhinderd": self._meld_af,
            "conflict.kies-1": self._bij_vraag(lambda vak: vak.kies(1)),
            "conflict.kies-2": self._bij_vraag(lambda vak: vak.kies(2)),
            "conflict.kies-3": self._bij_vraag(lambda vak: vak.kies(3)),
            "conflict.volgende": self._bij_vraag(lambda vak: vak.volgende()),
            "conflict.vorige": self._bij_vraag(lambda vak: vak.vorige()),
            "conflict.verschil": self._bij_vraag(lambda vak: vak.wissel_verschil()),
        }

    def begin(self) -> None:
        """Look from now on in the folder that was chosen before."""
        self.post.volg(self._sessie.voorkeuren.postmap)
        self.postbus.begin()

    def herlaad(self) -> None:
        """Show the screen as it stands now."""
        self.blad.knop_vrijgeven.setVisible(not self._sessie.is_lid)
        self.post.herlaad()

    def neem(self, paden: tuple[Path, ...]) -> None:
        """Put bundles in the inbox: dropped, double-clicked or chosen."""
        self.post.neem(paden)

    def _bij_vraag(self, doe: "Callable[[Conflictvak], None]") -> Callable[[], None]:
        return lambda: doe(self.blad.conflicten)

    # The postbus

    def _ruil(self) -> None:
        self.gekozen.emit(Adres(scherm=Scherm.UITWISSELEN))
        self.postbus.ruil()

    def _bussen(self) -> tuple[Post, ...]:
        return self.postbus.posten

    def _toon_bussen(self) -> None:
        self.post.herlaad()
        self._sessie.veranderd.emit()

    def _kwam_binnen(self) -> None:
        self.ontvangen.emit()
        if self._blad is not None and self._blad.isVisible() and self._blad.conflicten.huidig is not None:
            self._blad.ga_beoordelen()

    # Keys

    def _sleutels(self, daarna: "Callable[[Sleutelbos], None]") -> None:
        """Give the keys to who asks; who takes part in nothing yet is asked how to begin."""
        if self._sessie.sleutels is None and not laad("bundels.werk").Sleutelbestand(self._sessie.store.map).bestaat():
            if self._sessie.inrichting.bereidt_voor and self._sessie.store.personen.all():
                self._begin_uitwisseling()
            else:
                self._meld_aan()
            return
        self._met_sleutels(daarna)

    def _begin_uitwisseling(self) -> None:
        store = self._sessie.store
        personen = [(wie.id, wie.naam) for wie in sorted(store.personen.all(), key=lambda wie: wie.naam)]
        secretaris = [lid.persoon_id for lid in store.leden.all() if lid.rol is Rol.SECRETARIS]
        gremia = store.gremia.all()
        vraag = Beginvraag(
            personen, next(iter(secretaris), ""), gremia[0].naam if gremia else "Bestuur", self._venster.window()
        )
        vraag.gegeven.connect(self._begin)
        vraag.open()

    def _begin(self, organisatie: str, wie: str, laptop: str) -> None:
        def werk(bos: "Sleutelbos") -> None:
            with self._sessie.balk.meldt():
                laad("bundels.werk").begin_rooster(self._sessie.store, bos, organisatie, wie, laptop)
                self._sessie.gemeld.emit(f"‘{organisatie}’ is begonnen. Laat nu anderen toe, bij Deelnemers.", False)
                self._sessie.veranderd.emit()

        self._nieuwe_sleutels(werk)

    def _meld_aan(self) -> None:
        vraag = Aanmeldvraag(self._sessie.voorkeuren.naam, self._venster.window())
        vraag.gegeven.connect(self._meld_aan_als)
        vraag.open()

    def _meld_aan_als(self, naam: str, laptop: str) -> None:
        def werk(bos: "Sleutelbos") -> None:
            module = laad("bundels.werk")
            doel = self.kies(
                self._venster, "Waar komt de aanmelding?", self._bij(f"aanmelding {naam}.json"), "(*.json)"
            )
            if doel is None:
                return
            with self._sessie.balk.meldt():
                with replacing(doel) as deel:
                    deel.write_bytes(module.schrijf_aanmelding(bos, naam, laptop))
                self._sessie.voorkeuren.naam = self._sessie.voorkeuren.naam or naam
                self._onthoud(doel)
                blad = Woordenblad(
                    "Aangemeld",
                    f"Mail ‘{doel.name}’ naar het secretariaat. Het secretariaat belt u. Uw zes woorden:",
                    " ".join(module.eigen_woorden(bos.openbaar)),
                    self._venster.window(),
                )
                blad.open()

        self._nieuwe_sleutels(werk)

    # Bundles

    def _open(self) -> None:
        paden = self.kies_in(self._venster, self._map())
        if paden:
            self._onthoud(paden[0])
            self.neem(paden)

    def _maak(self) -> None:
        self._sleutels(self._vraag_bundel)

    def _vraag_bundel(self, bos: "Sleutelbos") -> None:
        with self._sessie.balk.meldt():
            rooster = laad("bundels.werk").roosters(self._sessie.store).huidig
            namen = {wie.persoon_id: wie.naam for wie in rooster.deelnemers}
            apparaten = [
                (een.id, f"{namen.get(een.persoon_id, '?')} ({een.naam})")
                for een in rooster.apparaten
                if not een.ingetrokken and een.id != bos.id
            ]
            vraag = Bundelvraag(sorted(apparaten, key=lambda een: een[1]), self._venster.window())
            woorden = dict(apparaten)
            vraag.gegeven.connect(partial(self._maak_voor, bos, woorden))
            vraag.open()

    def _maak_voor(self, bos: "Sleutelbos", woorden: dict[str, str], voor: str, volledig: bool, mail: bool) -> None:
        naam = woorden.get(voor, "iedereen").replace("/", "-")
        doel = self.kies(self._venster, "Waar komt de bundel?", self._bij(f"Bundel voor {naam}.tkb"), _TKB)
        if doel is None:
            return
        self._onthoud(doel)

        def werk(store: Store, progress: Progress) -> "Gemaakt":
            module = laad("bundels.werk")
            if not voor:
                return module.make_openbaar(store, bos, doel, papieren=module.public_papers, progress=progress)  # type: ignore[no-any-return]
            maat = module.MAILMAAT if mail else 0
            return module.make_bundel(store, bos, voor, doel, volledig=volledig, deelmaat=maat, progress=progress)  # type: ignore[no-any-return]

        self.gekozen.emit(Adres(scherm=Scherm.UITWISSELEN))
        self.post.werk(werk, self._gemaakt)

    def _gemaakt(self, gemaakt: "Gemaakt") -> None:
        paden = gemaakt.paden
        wat = f"‘{paden[0].name}’ is gemaakt" if len(paden) == 1 else f"Er zijn {len(paden)} delen gemaakt"
        meer = "; er stond niets nieuws voor deze lezer in" if gemaakt.leeg else ""
        mist = f"; {gemaakt.ontbreekt} stukken staan hier niet en gaan niet mee" if gemaakt.ontbreekt else ""
        self._sessie.gemeld.emit(f"{wat} in ‘{paden[0].parent.name}’{meer}{mist}.", False)

    def _kies_map(self) -> None:
        map_ = self.kies_map(self._venster, self._sessie.voorkeuren.postmap or self._map())
        self._sessie.voorkeuren.postmap = map_
        self.post.volg(map_)
        zin = f"Bundels in ‘{map_.name}’ komen vanzelf in het postvak." if map_ else "Er wordt geen map meer gevolgd."
        self._sessie.gemeld.emit(zin, False)

    def _koppel(self) -> None:
        map_ = self._sessie.store.bron

        def werk(_: Progress) -> None:
            self.koppel(map_)

        self._sessie.op_achtergrond(werk, self._gekoppeld, met_store=False, wacht=True)

    def _gekoppeld(self, _: object) -> None:
        self._sessie.gemeld.emit("Een dubbelklik op een bundel opent haar nu in deze werkmap.", False)

    # Publishing

    def _geef_vrij(self) -> None:
        self._sleutels(self._vraag_vrijgave)

    def _vraag_vrijgave(self, bos: "Sleutelbos") -> None:
        store = self._sessie.store
        alle = sorted(store.vergaderingen.all(), key=lambda een: een.datum, reverse=True)
        if not alle:
            self._sessie.gemeld.emit("Er is nog geen vergadering om vrij te geven.", False)
            return
        nu = self._hier().vergadering or alle[0].id
        gehouden = any(een.id == nu and een.status is Status.GEHOUDEN for een in alle)
        naam = laad("bundels.werk").meeting_name
        keuzes = [(een.id, naam(store, een.id)) for een in alle]
        vraag = Vrijgeefvraag(keuzes, nu, self._venster.window(), uitkomsten=gehouden)
        vraag.gegeven.connect(partial(self._geef_vrij_van, bos))
        vraag.open()

    def _geef_vrij_van(self, bos: "Sleutelbos", vergadering_id: str, uitkomsten: bool) -> None:
        module, store = laad("bundels.werk"), self._sessie.store
        weer = partial(self._geef_vrij_van, bos, vergadering_id, uitkomsten)
        with self._sessie.balk.meldt(uitleg=partial(self.deelnemers.medetekening.uitleg, bos, weer)):
            gedaan = module.publish_vergadering(store, bos, vergadering_id, uitkomsten=uitkomsten)
            naam = module.meeting_name(store, vergadering_id)
            if gedaan.niets_nieuws:
                zin = f"{naam} was al vrijgegeven zoals zij nu is."
            else:
                besloten = " Wat besloten is, gaat alleen naar wie het mag lezen." if gedaan.besloten else ""
                zin = f"{naam} is vrijgegeven.{besloten} Maak nu een bundel (Ctrl+Shift+M)."
            self._sessie.gemeld.emit(zin, False)
            if gedaan.ingetrokken:
                self._sessie.balk.meld(f"Niet alles is meer voor lezers. {module.INGETROKKEN}", [])

    # Of a member to the secretariat

    def _meld_af(self) -> None:
        """Note that who works here cannot come to the meeting, or comes after all; it goes with the next bundle."""
        store, vergadering_id = self._sessie.store, self._hier().vergadering
        if not vergadering_id:
            self._sessie.gemeld.emit("Kies eerst een vergadering.", False)
            return
        lid = self._eigen_zetel(vergadering_id)
        if lid is None:
            self._sessie.gemeld.emit("U staat niet als lid bij dit gremium; er is niets afgemeld.", False)
            return
        af = any(een.lid_id == lid for een in store.afmeldingen.van_vergadering(vergadering_id))
        werk = withdraw_absence_of if af else report_absence_of
        zin = "U komt toch" if af else "U bent afgemeld"
        self._sessie.doe(
            "Toch komen" if af else "Afmelden",
            lambda: werk(store, vergadering_id, lid),
            melding=f"{zin}. Het secretariaat hoort het met uw volgende bundel.",
        )

    def _eigen_zetel(self, vergadering_id: str) -> str | None:
        store = self._sessie.store
        vergadering = store.vergaderingen.get(vergadering_id)
        ik = {store.bewerkingen.persoon}
        if not self._sessie.is_lid:
            ik = {wie.id for wie in store.personen.all() if wie.naam == self._sessie.voorkeuren.naam}
        zetels = store.leden.van_gremium(vergadering.gremium_id)
        return next((een.id for een in zetels if een.persoon_id in ik and een.geldt_op(vergadering.datum)), None)

    def _toon_deelnemers(self) -> None:
        self._sleutels(self.deelnemers.toon)

    def _map(self) -> Path:
        return Path(self._sessie.voorkeuren.uitvoermap or Path.home())

    def _bij(self, naam: str) -> Path:
        return self._map() / naam

    def _onthoud(self, pad: Path) -> None:
        self._sessie.voorkeuren.uitvoermap = str(pad.parent)
