"""What happens with a schriftelijke ronde: begun, answered, extended and decided on the item that is looked at."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tk_desktop.desktop.session.dialoog import in_venster
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.sitting.ronde_vak import Rondebeeld, Rondevak
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.besluit import Besluit, Uitkomst, past_bij
from tk_desktop.domain.ronde import Antwoord, Ronde
from tk_desktop.minutes.rondes import decide_ronde, extend_ronde, record_reactie, remove_ronde, send_ronde


class Rondebediening(QObject):
    """Opens the window of a round over ``ouder``, which is in the window of the program."""

    def __init__(self, sessie: Sessie, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._store = sessie.store
        self._ouder = ouder
        self._punt_id = ""
        self._nieuw = False
        self.vak: Rondevak | None = None

    def toon(self, punt: Agendapunt) -> None:
        """Open the last round on an item, or the form to begin one."""
        self._punt_id, self._nieuw = punt.id, False
        self.vak = vak = Rondevak(self._beeld, self._vandaag, punt.titel)
        self._sessie.veranderd.connect(vak.reload)
        vak.begonnen.connect(self._begin)
        vak.beantwoord.connect(self._antwoord)
        vak.toegelicht.connect(self._licht_toe)
        vak.verlengd.connect(self._verleng)
        vak.besloten.connect(self._besluit)
        vak.nieuw.connect(self._nog_een)
        vak.weg.connect(self._weg)
        in_venster(vak, "Schriftelijke ronde", self._ouder.window(), self._sessie, passend=True)
        vak.ga_naar()

    def _beeld(self) -> Rondebeeld:
        ronde = self._ronde()
        if ronde is None:
            return Rondebeeld()
        return Rondebeeld(ronde=ronde, besluit=ronde.besluit(self._store.besluiten.van_punt(self._punt_id)))

    def _ronde(self) -> Ronde | None:
        rondes = self._store.rondes.van_punt(self._punt_id)
        return rondes[-1] if rondes and not self._nieuw else None

    def _begin(self, uiterlijk: date, *, toch: bool = False) -> None:
        """Begin a round; on an item that was not tabled to be decided on that is asked first."""
        punt_id, op = self._punt_id, self._vandaag()
        opname = self._store.opname(self._store.agendapunten.get(punt_id).vergadering_id)
        vraagt = not toch and not past_bij(Uitkomst.CONFORM, opname.behandeling(opname.punt(punt_id)))
        self._sessie.doe(
            "Schriftelijke ronde beginnen",
            lambda: send_ronde(self._store, punt_id, op=op, uiterlijk=uiterlijk, toch=toch),
            daarna=self._begonnen,
            acties=[("Toch beginnen", partial(self._begin, uiterlijk, toch=True))] if vraagt else (),
        )

    def _begonnen(self, _: Ronde) -> None:
        self._nieuw = False
        if self.vak is not None:
            self.vak.reload()

    def _antwoord(self, reactie_id: str, antwoord: Antwoord | None) -> None:
        op = self._vandaag()

        def werk(ronde: Ronde) -> Ronde:
            wie = next(een for een in ronde.reacties if een.id == reactie_id)
            return record_reactie(self._store, ronde.id, reactie_id, antwoord, op=op, toelichting=wie.toelichting)

        self._doe("Antwoord in de ronde", werk)

    def _licht_toe(self, reactie_id: str, tekst: str) -> None:
        def werk(ronde: Ronde) -> Ronde:
            wie = next(een for een in ronde.reacties if een.id == reactie_id)
            op = wie.ontvangen or self._vandaag()
            return record_reactie(self._store, ronde.id, reactie_id, wie.antwoord, op=op, toelichting=tekst)

        self._doe("Toelichting in de ronde", werk)

    def _verleng(self, uiterlijk: date) -> None:
        ronde = self._ronde()
        if ronde is not None and uiterlijk != ronde.uiterlijk:
            self._doe("Laatste dag van de ronde", lambda ronde: extend_ronde(self._store, ronde.id, uiterlijk))

    def _besluit(self) -> None:
        ronde, op = self._ronde(), self._vandaag()
        if ronde is None:
            return

        def klaar(besluit: Besluit) -> None:
            self._sessie.gemeld.emit(f"{besluit.aanduiding} staat in het register (Ctrl+3).", True)

        self._sessie.doe("Besluit van de ronde", lambda: decide_ronde(self._store, ronde.id, op=op), daarna=klaar)

    def _nog_een(self) -> None:
        self._nieuw = True
        if self.vak is not None:
            self.vak.reload()

    def _weg(self) -> None:
        self._doe("Ronde weghalen", lambda ronde: remove_ronde(self._store, ronde.id))

    def _doe(self, naam: str, werk: Callable[[Ronde], object]) -> None:
        ronde = self._ronde()
        if ronde is not None:
            self._sessie.doe(naam, lambda: werk(ronde))

    def _vandaag(self) -> date:
        return self._sessie.nu().date()
