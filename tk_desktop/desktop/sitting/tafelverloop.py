"""The course of a meeting in the window: opened, suspended, closed, with times that are set right."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from tk_desktop.desktop.parts.foutmelding import Actie
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.sitting.geheimvoorstelbediening import Geheimvoorstelbediening
from tk_desktop.desktop.sitting.presentiebediening import Presentiebediening
from tk_desktop.desktop.sitting.tafel_tijden import Tijden, Tijdvraag
from tk_desktop.desktop.sitting.tafelblad import Tafelblad
from tk_desktop.desktop.sitting.tafelklok import Tafelklok
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.datum import lang
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.domain.zitting import Zitting
from tk_desktop.minutes.verloop import (
    close_zitting,
    go_to_punt,
    open_zitting,
    reopen_zitting,
    resume,
    set_tijden,
    suspend,
)

_GEEN_ACTIE = "staat een regel met ! die nog geen actie is"
_SPRONGEN = 3
"""Items at which something is not finished, to which one can go at once."""


class Tafelverloop(QObject):
    """Opens, suspends and closes the meeting of ``blad``; ``zitting`` and ``punt`` give what is looked at.

    ``springt`` tells the id of an item that is to be looked at.
    """

    springt = Signal(str)

    def __init__(
        self,
        sessie: Sessie,
        zitting: Callable[[], Zitting],
        punt: Callable[[], Agendapunt],
        blad: Tafelblad,
        *,
        mensen: Presentiebediening,
        geheim: Geheimvoorstelbediening,
        klok: Tafelklok,
    ) -> None:
        super().__init__(blad)
        self._sessie = sessie
        self._store = sessie.store
        self._zitting = zitting
        self._punt = punt
        self._blad = blad
        self._mensen = mensen
        self._geheim = geheim
        self._klok = klok

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what the commands on the course of the meeting do."""
        return {
            "tafel.begin": self._begin,
            "tafel.schorsen": self._schors,
            "tafel.sluiten": self._sluit,
            "tafel.heropenen": self._heropen,
            "tafel.tijden": self._vraag_tijden,
        }

    def _begin(self) -> None:
        """Open the meeting; on another day than its own it is asked once which times are those of the verslag."""
        vergadering = self._zitting().opname.vergadering
        if vergadering.begonnen is None and self._klok.moet_vragen(vergadering):
            dag = lang(vergadering.datum, met_dag=True)
            self._vraag(
                f"De vergadering staat op {dag}. Welke tijden komen in het verslag?",
                [("De geplande tijden", partial(self._open_om, True)), ("Die van nu", partial(self._open_om, False))],
            )
        else:
            self._open()

    def _open_om(self, gepland: bool) -> None:
        self._klok.kies(self._id, gepland=gepland)
        self._open()
        self._blad.besproken.setFocus()

    def _open(self) -> None:
        id_, punt_id, om = self._id, self._punt().id, self._klok.om(self._zitting(), self._punt())

        def werk() -> None:
            with self._store.transaction():
                open_zitting(self._store, id_, om)
                go_to_punt(self._store, punt_id, om)

        self._sessie.doe("Vergadering openen", werk)
        self._mensen.vraag_voorzitter()
        self._mensen.vraag_aan_de_deur("")

    def _schors(self) -> None:
        om = self._klok.om(self._zitting(), self._punt())
        if any(een.hervat is None for een in self._zitting().schorsingen):
            self._sessie.doe("Vergadering hervatten", lambda: resume(self._store, self._id, om))
        else:
            self._sessie.doe("Vergadering schorsen", lambda: suspend(self._store, self._id, om))

    def _sluit(self) -> None:
        self._blad.leg_vast()
        om = self._klok.slot(self._zitting())
        self._sessie.doe(
            "Vergadering sluiten",
            lambda: close_zitting(self._store, self._id, om),
            melding="De vergadering is gesloten. Maak het verslag met ‘Verslag en lijsten’.",
            daarna=self._meld_wat_open_bleef,
        )

    def _meld_wat_open_bleef(self, zitting: Zitting) -> None:
        """Tell what was left open, in the order of the buttons that go there, and what nobody put in the register."""
        ids = {besluit.agendapunt_id for besluit in zitting.zonder_woorden}
        alle = zitting.opname.agendapunten
        open_bleef = (
            ("is een stemming geopend en niet afgemaakt", zitting.met_open_stemming),
            ("staat nog niet wat is besloten", tuple(punt for punt in alle if punt.id in ids)),
            (_GEEN_ACTIE, tuple(punt for punt in alle if zitting.verslag_van(punt).losse_actieregels)),
            ("is geen besluit vastgelegd", zitting.zonder_besluit),
        )
        nummers = zitting.opname.nummers
        waar = [(opsomming([str(nummers[een.id]) for een in punten]), wat) for wat, punten in open_bleef if punten]
        zin = " ".join(f"Bij punt {nummer} {wat}." for nummer, wat in waar)
        punten = tuple(dict.fromkeys(punt for _, groep in open_bleef for punt in groep))
        acties = [(f"Naar punt {nummers[een.id]}", partial(self.springt.emit, een.id)) for een in punten[:_SPRONGEN]]
        gezegd = self._geheim.bij_sluiten(zitting.opname.vergadering.id, zin, acties)
        if punten and not gezegd:
            self._vraag(zin, acties)

    def _heropen(self) -> None:
        self._sessie.doe("Vergadering heropenen", lambda: reopen_zitting(self._store, self._id))

    def _vraag_tijden(self) -> None:
        """Ask when the meeting and this item really began and ended."""
        self._blad.leg_vast()
        punt_id = self._punt().id
        vraag = Tijdvraag(self._zitting(), self._punt(), self._blad.window())

        def doe(nu: Tijden) -> None:
            self._sessie.doe(
                "Tijden verbeteren",
                lambda: set_tijden(
                    self._store,
                    punt_id,
                    geopend=nu.geopend,
                    gesloten=nu.gesloten,
                    begonnen=nu.begonnen,
                    geeindigd=nu.geeindigd,
                ),
            )

        vraag.gegeven.connect(doe)
        vraag.open()

    def _vraag(self, zin: str, acties: Sequence[Actie]) -> None:
        """Tell something with what can be done; the keyboard stands on the first of it."""
        self._sessie.balk.meld(zin, acties)
        self._sessie.balk.knoppen[0].setFocus()

    @property
    def _id(self) -> str:
        return self._zitting().opname.vergadering.id
