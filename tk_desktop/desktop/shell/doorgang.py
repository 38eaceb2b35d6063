"""From what is chosen on one screen to another: reading it, preparing it, working on it, printing it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tk_desktop.desktop.agenda.vergaderbediening import Vergaderbediening
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.reader.lezervak import Lezervak
from tk_desktop.desktop.shell.lijstbediening import Lijstbediening
from tk_desktop.desktop.shell.main_window import Venster
from tk_desktop.desktop.shell.setvak import Setvak

if TYPE_CHECKING:
    from tk_desktop.desktop.sitting.actiebediening import Actiebediening


class Doorgang(QObject):
    """Gives the commands; ``hier`` tells where the user is, ``ga_naar`` goes elsewhere.

    ``leg_vast`` keeps what is typed, ``meld`` says why there is nothing to go to.
    """

    def __init__(
        self,
        venster: Venster,
        *,
        lijsten: Lijstbediening,
        werkblad: Vergaderbediening,
        lezer: Lezervak,
        acties: "Callable[[], Actiebediening]",
        set_: Setvak,
        hier: Callable[[], Adres],
        ga_naar: Callable[[Adres], None],
        leg_vast: Callable[[], None],
        meld: Callable[[str, bool], None],
    ) -> None:
        super().__init__(venster)
        self._schermen = venster.schermen
        self._lijsten = lijsten
        self._werkblad = werkblad
        self._lezer = lezer
        self._acties = acties
        self._set = set_
        self._hier = hier
        self._ga_naar = ga_naar
        self._leg_vast = leg_vast
        self._meld = meld

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what the commands do."""
        return {
            "lezen.openen": self.lees,
            "vergadering.bewerken": self.bewerk,
            "lezen.voorbereiding": self.bereid_voor,
            "set.afdrukken": self.druk_af,
        }

    def gekozen(self) -> Adres:
        """Return where the user is, or what is chosen in a list of meetings."""
        hier = self._hier()
        return hier if hier.vergadering else self._gekozen_in_lijst() or hier

    def bewerk(self) -> None:
        """Go to the agenda itself of the meeting that is read, held or chosen in a list."""
        hier = self.gekozen()
        if not hier.vergadering:
            self._meld("Kies een vergadering om aan te werken.", False)
        else:
            punt = self._lezer.punt() if self._leest() else hier.punt
            self._ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=hier.vergadering, punt=punt))

    def lees(self) -> None:
        """Read what is chosen: the paper or item of the meeting, what is chosen in a list, else what was read last."""
        self.lees_stuk(self._werkblad.te_lezen() if self._in_vergadering() else self._gekozen_in_lijst())

    def lees_stuk(self, adres: Adres | None) -> None:
        """Read a paper, or what was read last."""
        naar = self._lezer.te_lezen(adres)
        if naar is None:
            self._meld("Kies een stuk of een vergadering om te lezen.", False)
        else:
            self._leg_vast()
            self._ga_naar(naar)

    def naar_actie(self, id_: str) -> None:
        """Show one action in the list."""
        self._ga_naar(Adres(scherm=Scherm.ACTIES, sectie=id_))

    def druk_af(self) -> None:
        """Print what is on the screen: the list of actions, else of the meeting."""
        if self._hier().scherm is Scherm.ACTIES:
            self._acties().vraag_printer()
        else:
            self._set.druk_af()

    def bereid_voor(self) -> None:
        """Show what is prepared beside the pages; who does not read yet begins to, at the item that is chosen."""
        punt = self._werkblad.adres().punt if self._in_vergadering() else ""
        if not self._leest():
            self.lees()
        if self._leest():
            self._lezer.bereid_voor(punt)

    def _gekozen_in_lijst(self) -> Adres | None:
        return self._lijsten.huidig(self._schermen.currentWidget())

    def _leest(self) -> bool:
        return self._schermen.currentWidget() is self._lezer.blad

    def _in_vergadering(self) -> bool:
        return self._schermen.currentWidget() is self._werkblad.blad
