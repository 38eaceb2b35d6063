"""The two panes of the papers of an item: the list of them, and the pages of one; each is made when first needed."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tk_desktop.desktop.agenda.agenda_lijst import AgendaLijst
from tk_desktop.desktop.agenda.vergaderblad import in_vak, leeg_vak
from tk_desktop.desktop.nota.notavak import Notavak
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.parts.werktabs import Werktabs
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.momentopname import Momentopname

if TYPE_CHECKING:
    from tk_desktop.desktop.agenda.stukbediening import Stukbediening
    from tk_desktop.desktop.pages.voorbeeldbediening import Voorbeeldbediening

_OP_STUKKEN = (
    "stuk.toevoegen",
    "stuk.openen",
    "stuk.hernoemen",
    "stuk.vervangen",
    "stuk.omhoog",
    "stuk.omlaag",
    "stuk.weg",
    "stuk.plakken",
    "stuk.plak-vervangt",
    "stuk.omzetten",
    "stuk.versies",
    "stuk.tabellen",
    "stuk.lakken",
    "stuk.toegankelijk",
    "stuk.herkennen",
    "stuk.prullenbak",
    "stuk.uitkomst",
    "stuk.verplaatsen",
    "stuk.soort",
    "stuk.besloten",
    "stuk.afdrukken",
    "stuk.genoemd",
)


class Stukvakken(QObject):
    """Wires both panes to the agenda: ``lijst`` gives the item, ``nota`` the paper that is written at it.

    ``leest`` opens a paper in the reader when somebody works here who reads, and tells whether it did.
    """

    pak_gevraagd = Signal(object)
    """The file of which what it holds is to be looked over and taken in."""

    def __init__(
        self,
        sessie: Sessie,
        opname: Callable[[], Momentopname],
        tabs: Werktabs,
        *,
        lijst: AgendaLijst,
        nota: Notavak,
        leest: Callable[[str], bool],
    ) -> None:
        super().__init__(tabs)
        self._sessie = sessie
        self._opname = opname
        self._tabs = tabs
        self._lijst = lijst
        self._nota = nota
        self._leest = leest
        self.vak = leeg_vak("Stukken van het punt")
        self.voorbeeldvak = leeg_vak("Voorbeeld")
        self._stukken: Stukbediening | None = None
        self._voorbeeld: Voorbeeldbediening | None = None
        self._bekeken = ""
        lijst.agenda.stukken_gekregen.connect(self._verplaats)
        lijst.agenda.bestanden_gekregen.connect(self._neem_bestanden)

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what each command on papers does."""
        return {id_: self._op_stukken(id_) for id_ in _OP_STUKKEN}

    def stukken(self) -> "Stukbediening":
        """Return what handles papers, loaded when it is first needed: reading papers asks for large libraries."""
        if self._stukken is None:
            self._stukken = laad("agenda.stukbediening").Stukbediening(self._sessie, self._opname)
            in_vak(self.vak, self._stukken.lijst)
            self._stukken.toon_punt(self._lijst.huidig_id())
            self._stukken.geopend.connect(self._bekijk)
            self._stukken.pak_gevraagd.connect(self.pak_gevraagd)
        return self._stukken

    def voorbeeld(self) -> "Voorbeeldbediening":
        """Return what shows pages, loaded when it is first needed."""
        if self._voorbeeld is None:
            self._voorbeeld = laad("pages.voorbeeldbediening").Voorbeeldbediening(self._sessie, self._opname)
            in_vak(self.voorbeeldvak, self._voorbeeld.blad)
        return self._voorbeeld

    @property
    def plek(self) -> tuple[str, str]:
        """The paper of which pages are shown, and the page; both empty when there are none."""
        stuk, pagina = self._voorbeeld.plek if self._voorbeeld is not None else ("", 0)
        return stuk, str(pagina or "")

    @property
    def gekozen(self) -> str:
        """The first paper that is chosen in the list, when that is looked at; else empty."""
        if self._stukken is None or self._tabs.currentWidget() is not self.vak:
            return ""
        return next(iter(self._stukken.lijst.gekozen_ids()), "")

    def eerste_stuk(self) -> str:
        """Return the id of the first paper of the item the keyboard is on; empty when it has none."""
        opname, id_ = self._opname(), self._lijst.huidig_id()
        stukken = opname.stukken_bij(opname.punt(id_)) if id_ in opname.nummers else ()
        return stukken[0].id if stukken else ""

    def leg_vast(self) -> None:
        """Keep what is being typed, before something else happens."""
        if self._stukken is not None:
            self._stukken.lijst.leg_vast()

    def toon_punt(self, punt_id: str) -> None:
        """Show the papers of an item, as far as they are looked at."""
        if self._stukken is not None:
            self._stukken.toon_punt(punt_id)
        self.toon_voorbeeld()

    def toon_voorbeeld(self) -> None:
        """Show the pages of what the user asked for, else of the nota, when they can be seen."""
        if self._tabs.currentWidget() is self.voorbeeldvak:
            self.voorbeeld().toon(self._bekeken or self._nota.stuk_id or self.eerste_stuk())

    def open_bladzijde(self, stuk_id: str, pagina: int, gezocht: str = "") -> None:
        """Show a page (from 1) of a paper, with words marked that were found, in the pane that has come forward."""
        self._bekeken = stuk_id
        self.voorbeeld().toon(stuk_id, pagina, gezocht)
        self.voorbeeldvak.setFocus()

    def ga_naar(self, stuk_id: str) -> None:
        """Bring the list forward, on a paper."""
        self._tabs.setCurrentWidget(self.vak)
        self.stukken().lijst.kies([stuk_id])

    def vergeet(self) -> None:
        """Show pages of the item again, no longer of the paper that was asked for."""
        self._bekeken = ""

    def _bekijk(self, stuk_id: str) -> None:
        if self._leest(stuk_id):
            return
        opname = self._opname()
        versie = opname.versies.get(stuk_id)
        if stuk_id not in opname.notas and versie is not None and not versie.is_pdf:
            self.stukken().open_buiten(stuk_id)
            return
        self._bekeken = stuk_id
        if self._tabs.currentWidget() is self.voorbeeldvak:
            self.toon_voorbeeld()
        else:
            self._tabs.setCurrentWidget(self.voorbeeldvak)

    def _op_stukken(self, id_: str) -> Callable[[], None]:
        def doe() -> None:
            self._tabs.setCurrentWidget(self.vak)
            self.stukken().opdrachten()[id_]()

        return doe

    def _verplaats(self, ids: list[str], punt_id: str) -> None:
        self.stukken().verplaats(ids, laad("text.stukregels").Plaatsing(punt_id=punt_id, uitleg=""))

    def _neem_bestanden(self, paden: list[str], punt_id: str) -> None:
        self._lijst.kies(punt_id)
        self._tabs.setCurrentWidget(self.vak)
        plek = laad("text.stukregels").Plaatsing(punt_id=punt_id, uitleg="")
        self.stukken().ontvang([Path(pad) for pad in paden], plek)
