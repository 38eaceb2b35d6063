"""What happens with geheimhouding: the register, imposing it on what is chosen, ratifying and lifting it."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.session.dialoog import in_venster
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.sitting.geheim_vak import Geheimregel, Geheimvak
from tk_desktop.desktop.sitting.geheim_vraag import Invulling
from tk_desktop.desktop.sitting.geheimoplegger import Oplegger, keuzes_bij
from tk_desktop.desktop.sitting.opheffer import Opheffer
from tk_desktop.domain.datum import kort
from tk_desktop.domain.geheimhouding import Geheimhouding, orgaan_van
from tk_desktop.meeting.aanvullen import next_for_lifting, propose_lifting, standing_lifting
from tk_desktop.minutes.geheimhouding import (
    last_inzagen,
    ratify_geheimhouding,
    set_einddatum,
)
from tk_desktop.store.geheimregels import known_geheimregels
from tk_desktop.store.werkmap import Store


class Geheimbediening(QObject):
    """Opens the register and the question over ``ouder``; ``hier`` tells where the user is.

    ``gekozen`` tells the ``Adres`` of an item that is to be shown.
    """

    gekozen = Signal(object)

    def __init__(self, sessie: Sessie, ouder: QWidget, hier: Callable[[], Adres]) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._ouder = ouder
        self._hier = hier
        self.opheffer = Opheffer(sessie, ouder)
        self._oplegger = Oplegger(sessie, ouder)
        self._regels = known_geheimregels()

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what the command does that needs no open meeting."""
        return {"geheim.register": self.toon_register}

    def bij_vergadering(self) -> dict[str, Callable[[], None]]:
        """Return what the command does on what is chosen in the open meeting."""
        return {"geheim.opleggen": self.vraag_opleggen}

    def toon_register(self) -> None:
        """Open the register of all bodies."""
        vak = Geheimvak(self._lees, self._regels.organen, date.today)
        self._sessie.veranderd.connect(vak.reload)
        vak.bekrachtigd.connect(self._bekrachtig)
        vak.opgeheven.connect(self.opheffer.hef_op)
        vak.einde_gekozen.connect(self._kies_einde)

        def agendeer(id_: str) -> None:
            if self._agendeer(id_):
                vak.window().close()

        vak.geagendeerd.connect(agendeer)
        in_venster(vak, "Geheimhouding", self._ouder.window(), self._sessie)
        vak.lijst.setFocus()

    def vraag_opleggen(self) -> None:
        """Ask on which ground geheimhouding is imposed on the item or a paper that is chosen."""
        hier = self._hier()
        opname = self._sessie.store.opname(hier.vergadering)
        punt = next((een for een in opname.agendapunten if een.id == hier.punt), None)
        if punt is None:
            self._sessie.gemeld.emit("Kies eerst een agendapunt.", False)
            return
        invulling = Invulling(
            keuzes=keuzes_bij(opname, punt, {hier.stuk or punt.id}),
            orgaan=orgaan_van(opname.gremium, self._regels.organen),
            op=opname.vergadering.datum,
        )
        self._oplegger.vraag(opname, invulling)

    def _lees(self) -> Sequence[Geheimregel]:
        store = self._sessie.store
        gremia = {een.id: een.kort for een in store.gremia.all()}
        ingezien = last_inzagen(store)
        alle = sorted(
            store.geheimhoudingen.all(), key=lambda een: (een.is_opgeheven, een.einddatum or date.max, een.id)
        )
        return [
            Geheimregel(
                geheim=geheim,
                gremium=gremia.get(geheim.gremium_id, ""),
                grond=self._regels.grond(geheim.grond),
                over=_over(store, geheim),
                ingezien=tuple(f"{wie} ({kort(dag)})" for wie, dag in ingezien.get(geheim.id, {}).items()),
            )
            for geheim in alle
        ]

    def _bekrachtig(self, id_: str, orgaan: str, op: date) -> None:
        self._sessie.doe(
            "Geheimhouding bekrachtigen",
            lambda: ratify_geheimhouding(self._sessie.store, id_, orgaan=orgaan, op=op),
            melding="De geheimhouding is bekrachtigd.",
        )

    def _kies_einde(self, id_: str, einde: date | None) -> None:
        self._sessie.doe("Einddatum van geheimhouding", lambda: set_einddatum(self._sessie.store, id_, einde))

    def _agendeer(self, id_: str) -> bool:
        """Put lifting on the agenda of the next meeting of the body, behind closed doors as long as it is secret.

        Where it stands on a coming agenda already the user is brought there, and told so by ``True``.
        """
        store = self._sessie.store
        er_al = standing_lifting(store, id_, date.today())
        if er_al is not None:
            dag = store.vergaderingen.get(er_al.vergadering_id).datum
            self.gekozen.emit(Adres(scherm=Scherm.VERGADERINGEN, vergadering=er_al.vergadering_id, punt=er_al.id))
            self._sessie.gemeld.emit(f"De opheffing staat al op de agenda van {kort(dag)}.", False)
            return True
        hier = next_for_lifting(store, id_, date.today())
        if hier is None:
            self._sessie.gemeld.emit("Er is nog geen volgende vergadering van dit gremium. Maak die eerst.", False)
            return False
        self._sessie.doe(
            "Opheffing agenderen",
            lambda: propose_lifting(store, id_, hier.id),
            melding=f"De opheffing staat op de agenda van {kort(hier.datum)}, als besloten punt.",
        )
        return False


def _over(store: Store, geheim: Geheimhouding) -> tuple[str, ...]:
    punten = [store.agendapunten.get(id_).titel for id_ in geheim.agendapunten]
    return (*punten, *(store.stukken.get(id_).titel for id_ in geheim.stukken))
