"""What happens with people at the table: who is there, who comes and goes, and who stays when the doors close."""

from collections.abc import Callable
from datetime import time
from functools import partial

from PySide6.QtCore import QObject

from tk_desktop.desktop.parts.naamvraag import NaamVraag
from tk_desktop.desktop.session.dialoog import met_weigering
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.sitting.tafel_grenzen import Grensvraag, Grenzen
from tk_desktop.desktop.sitting.tafel_mensen import Deurkeuze, Deurvraag, Gastvraag, Volmachtvraag
from tk_desktop.desktop.sitting.tafelblad import Tafelblad
from tk_desktop.desktop.sitting.tafelklok import Tafelklok
from tk_desktop.desktop.sitting.tafelwoorden import bestuurders_eerst, puntnaam
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.presentie import Hoedanigheid, Presentie
from tk_desktop.domain.presentiewoorden import korte_naam
from tk_desktop.domain.verslag import Verslagstaat
from tk_desktop.domain.zitting import Zitting
from tk_desktop.meeting.presentielijst import remove_aanwezige
from tk_desktop.minutes.deuren import close_doors, come_back, open_doors, waiting_outside
from tk_desktop.minutes.presentie import (
    add_aanwezige,
    be_there_throughout,
    declare_belang,
    leave,
    let_preside,
    prepare_presentie,
    send_vervanger,
    set_aanwezig,
    set_grenzen,
    withdraw_belang_of,
)
from tk_desktop.minutes.vervangen import leave_to_vervanger
from tk_desktop.minutes.volmacht import give_volmacht

_BINNEN = frozenset({Hoedanigheid.SECRETARIS, Hoedanigheid.NOTULIST})
"""Who stays behind closed doors besides those who decide, unless it is said otherwise."""


_GAAT = frozenset({"bericht", "zonder", "gaat"})
"""What can be said of somebody who is not there, or soon not."""
_NAMEN = 3
"""People who may preside that are named at once; the menu of a name has it for all."""


class Presentiebediening(QObject):
    """Wires the line of names of ``blad``; ``zitting`` and ``punt`` give what is looked at."""

    def __init__(
        self,
        sessie: Sessie,
        zitting: Callable[[], Zitting],
        punt: Callable[[], Agendapunt],
        blad: Tafelblad,
        klok: Tafelklok,
    ) -> None:
        super().__init__(blad)
        self._sessie = sessie
        self._store = sessie.store
        self._zitting = zitting
        self._punt = punt
        self._blad = blad
        self._klok = klok
        self._gevraagd = ""
        blad.presentie.gewisseld.connect(self._wissel)
        blad.presentie.gevraagd.connect(self._zeg)
        blad.presentie.erbij.connect(self._vraag_gast)

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what the commands about people do."""
        return {
            "tafel.presentie": self._blad.presentie.ga_naar,
            "tafel.erbij": self._vraag_gast,
            "tafel.deuren": self._vraag_wie_blijft,
        }

    def zet_klaar(self) -> None:
        """Put the members on the list when a meeting is first opened here."""
        zitting = self._zitting()
        id_ = zitting.opname.vergadering.id
        leeg = not zitting.presentie and zitting.verslag.staat is Verslagstaat.CONCEPT
        if leeg and zitting.opname.leden and not self._sessie.alleen_lezen:
            self._sessie.doe("Presentielijst klaarzetten", lambda: prepare_presentie(self._store, id_))

    def vraag_aan_de_deur(self, vandaan: str) -> None:
        """Ask who stays when the doors close at this item, or who comes back when they open; nothing else asks."""
        zitting, punt = self._zitting(), self._punt()
        dicht = zitting.opname.is_besloten(punt)
        was_dicht = vandaan in zitting.rij and zitting.opname.is_besloten(zitting.opname.punt(vandaan))
        if dicht and not was_dicht:
            self._vraag_wie_blijft()
        elif not dicht and waiting_outside(zitting, punt.id):
            self._vraag_wie_terugkomt()

    def vraag_voorzitter(self) -> None:
        """Ask who presides when the chair is not at this item: the substitute chair stands first (A15)."""
        zitting, punt = self._zitting(), self._punt()
        stoel = [wie for wie in zitting.presentie if wie.hoedanigheid is Hoedanigheid.VOORZITTER]
        kunnen = zitting.kunnen_voorzitten(punt)
        if not stoel or not kunnen or any(wie.is_bij(punt.id, zitting.rij) for wie in stoel):
            return
        acties = [(wie.naam, partial(self._laat_voorzitten, wie)) for wie in kunnen[:_NAMEN]]
        self._gevraagd = f"{stoel[0].naam} is er niet bij. Wie zit voor?"
        self._sessie.balk.meld(self._gevraagd, acties)

    def _laat_voorzitten(self, wie: Presentie) -> None:
        self._sessie.doe(f"Voorzitten door {wie.naam}", lambda: let_preside(self._store, wie.id))

    def _vraag_wie_blijft(self) -> None:
        zitting, punt = self._zitting(), self._punt()
        if not zitting.opname.is_besloten(punt):
            self._sessie.gemeld.emit("Dit punt is niet besloten.", False)
            return
        mensen: list[Deurkeuze] = [
            (wie.id, _naam(wie), wie.hoedanigheid.is_bestuurder or wie.hoedanigheid in _BINNEN)
            for wie in bestuurders_eerst(zitting.aanwezigen(punt))
        ]
        vraag = Deurvraag(
            "Wie blijft bij het besloten deel",
            "De deuren gaan dicht. Haal het vinkje weg bij wie de zaal verlaat; de tijd komt in het verslag.",
            "Deuren dicht",
            mensen,
            self._blad.window(),
        )
        om = self._om()

        def doe(blijven: list[str]) -> None:
            werk = partial(close_doors, self._store, punt.id, frozenset(blijven), om)
            self._sessie.doe("Deuren dicht", werk, daarna=sluit)

        sluit = met_weigering(vraag, self._sessie)
        vraag.gegeven.connect(doe)
        vraag.open()

    def _vraag_wie_terugkomt(self) -> None:
        punt = self._punt()
        buiten: list[Deurkeuze] = [(wie.id, _naam(wie), True) for wie in waiting_outside(self._zitting(), punt.id)]
        vraag = Deurvraag(
            "Wie komt terug na het besloten deel",
            "De deuren gaan open. Haal het vinkje weg bij wie niet terugkomt.",
            "Deuren open",
            buiten,
            self._blad.window(),
        )
        om = self._om()

        def doe(terug: list[str]) -> None:
            self._sessie.doe("Deuren open", lambda: open_doors(self._store, punt.id, terug, om), daarna=sluit)

        sluit = met_weigering(vraag, self._sessie)
        vraag.gegeven.connect(doe)
        vraag.open()

    def _wissel(self, id_: str, er: bool) -> None:
        wie, punt, om = self._wie(id_), self._punt(), self._om()
        if er and wie.aanwezig:
            self._doe(f"Binnenkomen van {wie.naam}", lambda: come_back(self._store, id_, punt.id, om))
        else:
            self._doe(
                f"{'Aanwezig' if er else 'Afwezig'} melden van {wie.naam}",
                lambda: set_aanwezig(self._store, id_, aanwezig=er),
            )
        if wie.hoedanigheid is Hoedanigheid.VOORZITTER:
            self.vraag_voorzitter()

    def _zeg(self, id_: str, wat: str) -> None:
        wie, punt, om = self._wie(id_), self._punt(), self._om()
        store = self._store
        match wat:
            case "aanwezig":
                self._doe(f"Aanwezig melden van {wie.naam}", lambda: be_there_throughout(store, id_))
            case "bericht" | "zonder":
                met = wat == "bericht"
                self._doe(
                    f"Afwezig melden van {wie.naam}", lambda: set_aanwezig(store, id_, aanwezig=False, met_bericht=met)
                )
            case "komt":
                self._doe(f"Binnenkomen van {wie.naam}", lambda: come_back(store, id_, punt.id, om))
            case "gaat":
                na = self._klok.na(self._zitting(), punt)
                self._doe(f"Weggaan van {wie.naam}", lambda: leave(store, id_, punt.id, om=na))
            case "voorzitter":
                self._laat_voorzitten(wie)
            case "grenzen":
                self._vraag_grenzen(wie)
            case "vervanger" | "gaat-vervanger" | "vervanger-hier":
                self._vraag_vervanger(wie, self._vervangen_vanaf(wat))
            case "volmacht":
                self._vraag_volmacht(wie)
            case "belang":
                self._doe(f"Belang van {wie.naam}", lambda: declare_belang(store, id_, punt.id))
            case "geen-belang":
                self._doe(f"Geen belang van {wie.naam}", lambda: withdraw_belang_of(store, id_, punt.id))
            case _:
                self._doe(f"Van de lijst halen van {wie.naam}", lambda: remove_aanwezige(store, id_))
        if wat in _GAAT and wie.hoedanigheid is Hoedanigheid.VOORZITTER:
            self.vraag_voorzitter()

    def _vraag_grenzen(self, wie: Presentie) -> None:
        vraag = Grensvraag(wie, self._zitting(), self._blad.window())

        def doe(nu: Grenzen) -> None:
            self._doe(
                f"Aanwezigheid van {wie.naam}",
                lambda: set_grenzen(
                    self._store,
                    wie.id,
                    van=nu.van,
                    tot=nu.tot,
                    gekomen=nu.gekomen,
                    vertrokken=nu.vertrokken,
                    stemgewicht=nu.stemgewicht,
                ),
                sluit,
            )

        sluit = met_weigering(vraag, self._sessie)
        vraag.gegeven.connect(doe)
        vraag.open()

    def _vervangen_vanaf(self, wat: str) -> str:
        """Return from which item on a member is replaced; empty for the whole meeting."""
        punt_id, rij = self._punt().id, self._zitting().rij
        return {"gaat-vervanger": rij[rij.index(punt_id) + 1 :][:1], "vervanger-hier": (punt_id,)}.get(wat, ("",))[0]

    def _vraag_vervanger(self, wie: Presentie, vanaf: str = "") -> None:
        """Ask who sits in the place of a member: the whole meeting, or from an item on."""
        opname, om = self._zitting().opname, self._om(vanaf)
        dag = opname.vergadering.datum
        namen = [
            opname.naam(lid.persoon_id) for lid in opname.leden if lid.vervangt == wie.lid_id and lid.geldt_op(dag)
        ]
        wanneer = f" vanaf punt {opname.nummers[vanaf]}" if vanaf else ""
        vraag = NaamVraag(
            "Vervanger",
            f"&Wie vervangt {wie.naam}?",
            namen[0] if namen else "",
            "Op de lijst zetten",
            self._blad.window(),
            uitleg=f"De vervanger stemt{wanneer} met het gewicht van dit lid.",
        )

        def werk(naam: str) -> Presentie:
            if not vanaf:
                return send_vervanger(self._store, wie.id, naam)
            return leave_to_vervanger(self._store, wie.id, naam, vanaf, om=om)

        def daarna(vervanger: object) -> None:
            sluit(vervanger)
            if wie.hoedanigheid is Hoedanigheid.VOORZITTER:
                self.vraag_voorzitter()

        def doe(naam: str) -> None:
            self._doe(f"Vervangen van {wie.naam} door {naam}", lambda: werk(naam), daarna)

        sluit = met_weigering(vraag, self._sessie)
        vraag.gegeven.connect(doe)
        vraag.open()

    def _vraag_volmacht(self, wie: Presentie) -> None:
        zitting, punt = self._zitting(), self._punt()
        leden = [een.naam for een in zitting.aanwezigen() if een.heeft_stem and een.persoon != wie.persoon]
        vraag = Volmachtvraag(
            wie.naam,
            list(dict.fromkeys(leden)),
            [(een.id, puntnaam(zitting, een)) for een in zitting.opname.agendapunten[1:]],
            zitting.volmacht_vanaf(wie, punt),
            self._blad.window(),
        )

        def doe(naam: str, vanaf: str) -> None:
            om = self._om(vanaf)
            self._doe(
                f"Volmacht van {wie.naam} aan {naam}",
                lambda: give_volmacht(self._store, wie.id, naam, vanaf=vanaf or None, om=om),
                sluit,
            )

        sluit = met_weigering(vraag, self._sessie)
        vraag.gegeven.connect(doe)
        vraag.open()

    def _vraag_gast(self) -> None:
        id_, punt = self._zitting().opname.vergadering.id, self._punt()
        vraag = Gastvraag(puntnaam(self._zitting(), punt), self._blad.window())

        def doe(naam: str, soort: Hoedanigheid, namens: str, functie: str, alleen: bool) -> None:
            bij = punt.id if alleen else None
            self._doe(
                f"Op de lijst zetten van {naam}",
                lambda: add_aanwezige(
                    self._store, id_, naam, hoedanigheid=soort, namens=namens, functie=functie, alleen_bij=bij
                ),
                sluit,
            )

        sluit = met_weigering(vraag, self._sessie)
        vraag.gegeven.connect(doe)
        vraag.open()

    def _wie(self, id_: str) -> Presentie:
        return next(wie for wie in self._zitting().presentie if wie.id == id_)

    def _om(self, punt_id: str = "") -> time:
        """Return what time it is at an item; without one, at the item that is looked at."""
        zitting = self._zitting()
        return self._klok.om(zitting, zitting.opname.punt(punt_id) if punt_id else self._punt())

    def _doe(self, naam: str, werk: Callable[[], object], daarna: Callable[[object], None] | None = None) -> None:
        self._sessie.doe(naam, werk, ook=self._vraag_niet_meer, daarna=daarna)

    def _vraag_niet_meer(self, _: bool) -> None:
        """Take away the question who presides: what raised it was undone, or done again."""
        if self._gevraagd and self._sessie.balk.tekst == self._gevraagd:
            self._sessie.balk.hide()


def _naam(wie: Presentie) -> str:
    return f"{korte_naam(wie)}, {wie.hoedanigheid.value}"
