"""Imposing geheimhouding from a question: what stands filled in, and what happens with the answer."""

from collections.abc import Collection
from datetime import date
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.sitting.geheim_vraag import Geheimkeuze, Geheimvraag, Invulling, Oplegging
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.minutes.geheimhouding import impose_geheimhouding
from tk_desktop.store.geheimregels import known_geheimregels

_PUNT, _STUK = "punt:", "stuk:"


class Oplegger(QObject):
    """Asks over ``ouder`` and imposes, as one action that can be undone."""

    def __init__(self, sessie: Sessie, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._ouder = ouder
        self.regels = known_geheimregels()

    def vraag(self, opname: Momentopname, invulling: Invulling, *, bij_punt: str | None = None) -> None:
        """Open the question; ``bij_punt`` is the item at whose besluit it is imposed, if it is by one."""
        vraag = Geheimvraag(invulling, self.regels, date.today, self._ouder.window())
        vraag.gegeven.connect(partial(self._leg_op, opname.gremium.id, bij_punt))
        vraag.open()

    def _leg_op(self, gremium_id: str, bij_punt: str | None, oplegging: Oplegging) -> None:
        over = oplegging.over
        self._sessie.doe(
            "Geheimhouding opleggen",
            lambda: impose_geheimhouding(
                self._sessie.store,
                gremium_id,
                oplegging.onderwerp,
                grond=oplegging.grond,
                orgaan=oplegging.orgaan,
                op=oplegging.op,
                agendapunten=[een.removeprefix(_PUNT) for een in over if een.startswith(_PUNT)],
                stukken=[een.removeprefix(_STUK) for een in over if een.startswith(_STUK)],
                omvang=oplegging.omvang,
                einddatum=oplegging.einddatum,
                bij_punt=bij_punt,
            ),
            melding=f"Op ‘{oplegging.onderwerp}’ rust geheimhouding.",
        )


def keuzes_bij(opname: Momentopname, punt: Agendapunt, aan: Collection[str]) -> tuple[Geheimkeuze, ...]:
    """Return what can be covered at an item: itself, its papers and their bijlagen; ``aan`` are ids that are ticked."""
    heel = f"Het hele punt {opname.nummers[punt.id]} {punt.titel}"
    uit = [Geheimkeuze(sleutel=f"{_PUNT}{punt.id}", naam=heel, titel=punt.titel, aan=punt.id in aan)]
    for stuk in opname.stukken_bij(punt):
        for papier in (stuk, *opname.bijlagen_bij(stuk)):
            naam = f"{opname.label(papier)} {papier.titel}".strip()
            uit.append(Geheimkeuze(sleutel=f"{_STUK}{papier.id}", naam=naam, titel=papier.titel, aan=papier.id in aan))
    return tuple(uit)
