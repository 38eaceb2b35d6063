"""What happens on the meeting screen: its course, the besluiten, what is said, and what is to be done."""

from collections.abc import Callable
from datetime import datetime, time
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from tk_desktop.base.errors import TkError
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.sitting.besluitbediening import Besluitbediening
from tk_desktop.desktop.sitting.presentiebediening import Presentiebediening
from tk_desktop.desktop.sitting.rondebediening import Rondebediening
from tk_desktop.desktop.sitting.sprekersbediening import Sprekersbediening
from tk_desktop.desktop.sitting.stembediening import Stembediening
from tk_desktop.desktop.sitting.tafel_besproken import Besproken
from tk_desktop.desktop.sitting.tafelblad import Tafelbeeld, Tafelblad
from tk_desktop.desktop.sitting.tafelklok import Tafelklok
from tk_desktop.desktop.sitting.tafelverloop import Tafelverloop
from tk_desktop.desktop.sitting.tafelwoorden import puntnaam
from tk_desktop.desktop.sitting.verslagbediening import Verslagbediening
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.zitting import Zitting
from tk_desktop.meeting.aanhouden import vervolg
from tk_desktop.minutes.acties import edit_actieregel, remove_actie, take_actieregel, take_from_verslag
from tk_desktop.minutes.geheimhouding import geheimstand
from tk_desktop.minutes.verloop import go_to_punt
from tk_desktop.minutes.verslagen import write_besproken

T = TypeVar("T")


class GeenAgendapunten(TkError):
    """A meeting was to be held that has nothing on its agenda."""

    code = "TK-D40"
    melding = "Deze vergadering heeft nog geen agendapunten om te behandelen."
    veilig = "Er is niets gewijzigd."
    advies = "Zet eerst een punt op de agenda (Ctrl+N)."


class Zittingbediening(QObject):
    """Wires ``blad`` to the use cases; ``verloop``, ``besluiten``, ``mensen`` and the other parts do theirs.

    ``verplaatst`` tells that another item is looked at, ``lezen_gevraagd`` the ``Adres`` of a paper that is to be read.
    Going on to an item that was not dealt with yet deals with it while the meeting runs; going back only looks.
    """

    verplaatst = Signal()
    lezen_gevraagd = Signal(object)

    def __init__(self, sessie: Sessie) -> None:
        super().__init__()
        self._sessie = sessie
        self._store = sessie.store
        self._zitting: Zitting | None = None
        self._punt_id = ""
        self._open_deel: set[str] = set()
        self._klok = Tafelklok(self._nu)
        self.blad = Tafelblad(self._nu, self._klok.na)
        self.setParent(self.blad)
        self.besluiten = Besluitbediening(sessie, self.zitting, self.punt, self.blad, self.reload)
        self.mensen = Presentiebediening(sessie, self.zitting, self.punt, self.blad, self._klok)
        self.verloop = Tafelverloop(
            sessie,
            self.zitting,
            self.punt,
            self.blad,
            mensen=self.mensen,
            geheim=self.besluiten.geheim,
            klok=self._klok,
        )
        self.verloop.springt.connect(self._spring)
        self.stemmen = Stembediening(sessie, self.zitting, self.punt, self.blad)
        self.sprekers = Sprekersbediening(sessie, self.zitting, self.punt, self.blad)
        self.rondes = Rondebediening(sessie, self.blad)
        self.verslag = Verslagbediening(sessie, self.blad)
        blad = self.blad
        blad.gevraagd.connect(self._op_knop)
        blad.besproken_getypt.connect(self._schrijf)
        blad.besloten_getypt.connect(self._schrijf_besloten)
        blad.actie_getypt.connect(self._neem_actie)
        blad.acties.nieuw.connect(self._nieuwe_actie)
        blad.acties.gewijzigd.connect(self._wijzig_actie)
        blad.acties.weg.connect(self._actie_weg)

    def zitting(self) -> Zitting:
        """Return the meeting as it was last looked at."""
        if self._zitting is None:
            raise AssertionError("er is nog geen vergadering geopend")
        return self._zitting

    def punt(self) -> Agendapunt:
        """Return the item that is looked at."""
        return self.zitting().opname.punt(self._punt_id)

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what each command of this screen does."""
        return {
            **self.verloop.opdrachten(),
            "tafel.vorige": partial(self._stap, -1),
            "tafel.volgende": partial(self._stap, 1),
            "tafel.hierheen": self._behandel,
            "tafel.stuk": self._lees,
            **self.besluiten.opdrachten(),
            "tafel.besproken": self.blad.besproken.setFocus,
            "tafel.besloten-deel": self._open_besloten_deel,
            "tafel.actie": self.blad.acties.begin,
            "tafel.toezegging": partial(self.blad.acties.begin, toezegging=True),
            "tafel.stemming": self._stem,
            **self.mensen.opdrachten(),
            **self.sprekers.opdrachten(),
        }

    def open(self, adres: Adres) -> None:
        """Show a meeting, at an item of it; without one where it is, else its first.

        Raises ``NietGevonden`` or ``GeenAgendapunten``.
        """
        self.leg_vast()
        zitting = self._store.zitting(adres.vergadering)
        if not zitting.rij:
            raise GeenAgendapunten
        nu = zitting.in_behandeling
        self._zitting, self.besluiten.nog_een = zitting, False
        self._punt_id = adres.punt if adres.punt in zitting.rij else nu.id if nu else zitting.rij[0]
        self.mensen.zet_klaar()
        self.reload()

    def adres(self) -> Adres:
        """Return which item is looked at."""
        if self._zitting is None:
            return Adres(scherm=Scherm.TAFEL)
        return Adres(scherm=Scherm.TAFEL, vergadering=self._zitting.opname.vergadering.id, punt=self._punt_id)

    def reload(self) -> None:
        """Look at the meeting again and show it."""
        if self._zitting is None:
            return
        self._zitting = zitting = self._store.zitting(self._zitting.opname.vergadering.id)
        if not zitting.rij:
            return  # the agenda was emptied from elsewhere: what stood here stays until one goes away
        if self._punt_id not in zitting.rij:
            self._punt_id = zitting.rij[0]
        self.blad.toon(
            Tafelbeeld(
                zitting=zitting,
                punt=self.punt(),
                in_behandeling=zitting.in_behandeling,
                nog_een=self.besluiten.nog_een,
                besloten_deel=self._punt_id in self._open_deel,
                verder=(
                    *(f"Gaat verder: {stap}." for stap in vervolg(self._store, self._punt_id)),
                    *geheimstand(self._store, self._punt_id),
                ),
            )
        )

        self.sprekers.toon()

    def leg_vast(self) -> None:
        """Keep what is being typed."""
        if self._zitting is not None:
            self.blad.leg_vast()

    # from item to item

    def _spring(self, punt_id: str) -> None:
        """Look at another item; it is not dealt with again."""
        self.leg_vast()
        self._punt_id, self.besluiten.nog_een = punt_id, False
        self.reload()
        self.verplaatst.emit()
        self.blad.besproken.setFocus()

    def _stap(self, stap: int) -> None:
        rij = self.zitting().rij
        naar = rij.index(self._punt_id) + stap
        if not 0 <= naar < len(rij):
            if stap > 0:
                sluit = " Sluit de vergadering met de knop bovenaan." if self.zitting().opname.vergadering.loopt else ""
                self._sessie.gemeld.emit(f"Dit is het laatste punt.{sluit}", False)
            return
        self.leg_vast()
        vandaan, self._punt_id, self.besluiten.nog_een = self._punt_id, rij[naar], False
        zitting = self.zitting()
        nu = zitting.in_behandeling
        nieuw = zitting.verslag_van(self.punt()).begonnen is None
        if stap > 0 and nieuw and zitting.opname.vergadering.loopt and (nu is None or nu.id == vandaan):
            self._behandel(vandaan)
        else:
            self.reload()
            self.verplaatst.emit()
        self.blad.besproken.setFocus()

    def _stem(self) -> None:
        self.leg_vast()
        self.stemmen.toon()

    def _behandel(self, vandaan: str = "") -> None:
        punt_id, om = self._punt_id, self._om()
        self._sessie.doe(
            f"{puntnaam(self.zitting(), self.punt())} behandelen", lambda: go_to_punt(self._store, punt_id, om)
        )
        self.verplaatst.emit()
        self.mensen.vraag_aan_de_deur(vandaan)

    def _lees(self) -> None:
        """Open the first paper of the item in the reader."""
        stukken = self.zitting().opname.stukken_bij(self.punt())
        if not stukken:
            self._sessie.gemeld.emit("Bij dit punt liggen geen stukken.", False)
            return
        self.leg_vast()
        self.lezen_gevraagd.emit(
            Adres(scherm=Scherm.VERGADERINGEN, vergadering=self._id, punt=self._punt_id, stuk=stukken[0].id)
        )

    # what is said, and what is to be done

    def _schrijf(self, tekst: str) -> None:
        punt_id = self._punt_id
        self._sessie.doe(
            f"Besprokene bij {puntnaam(self.zitting(), self.punt())}",
            lambda: write_besproken(self._store, punt_id, tekst),
            samen=f"besproken {punt_id}",
        )

    def _schrijf_besloten(self, tekst: str) -> None:
        punt_id, open_ = self._punt_id, self.zitting().verslag_van(self.punt()).besproken
        self._sessie.doe(
            f"Besloten deel bij {puntnaam(self.zitting(), self.punt())}",
            lambda: write_besproken(self._store, punt_id, open_, besloten_deel=tekst),
            samen=f"besloten deel {punt_id}",
        )

    def _open_besloten_deel(self) -> None:
        self._open_deel.add(self._punt_id)
        self.reload()
        self.blad.besloten_deel.setFocus()

    def _neem_actie(self, regel: str, tekst: str, besloten: bool) -> None:
        """Keep a line of the text as an action; a refused line comes back where it stood.

        The line is as it is stored: one with a besloten passage becomes a besloten action.
        """
        punt_id = self._punt_id
        veld: Besproken = self.blad.besloten_deel if besloten else self.blad.besproken
        gelukt = False

        def klaar(_: object) -> None:
            nonlocal gelukt
            gelukt = True

        self._sessie.doe(
            "Actie vastleggen",
            lambda: take_from_verslag(self._store, punt_id, regel, tekst, in_besloten_deel=besloten),
            daarna=klaar,
        )
        if not gelukt:
            veld.terug(regel)

    def _nieuwe_actie(self, regel: str) -> None:
        punt_id = self._punt_id

        def klaar(_: object) -> None:
            self.blad.acties.klaar()

        self._sessie.doe("Actie vastleggen", lambda: take_actieregel(self._store, punt_id, f"!{regel}"), daarna=klaar)

    def _wijzig_actie(self, actie_id: str, regel: str) -> None:
        dag = self.zitting().opname.vergadering.datum

        def werk() -> None:
            edit_actieregel(self._store, actie_id, f"!{regel}", op=dag)

        def klaar(_: object) -> None:
            self.blad.acties.klaar()

        self._sessie.doe("Actie wijzigen", werk, daarna=klaar)

    def _actie_weg(self, actie_id: str) -> None:
        self._sessie.doe("Actie weghalen", lambda: remove_actie(self._store, actie_id), melding="De actie is weg.")

    # what all share

    @property
    def _id(self) -> str:
        return self.zitting().opname.vergadering.id

    def _nu(self) -> datetime:
        return self._sessie.nu()

    def _om(self) -> time:
        return self._klok.om(self.zitting(), self.punt())

    def _op_knop(self, id_: str) -> None:
        if id_ == "tafel.verslag":
            self.leg_vast()
            self.verslag.toon_verslag(self._id)
        elif id_ == "tafel.ronde":
            self.leg_vast()
            self.rondes.toon(self.punt())
        else:
            self.opdrachten()[id_]()
