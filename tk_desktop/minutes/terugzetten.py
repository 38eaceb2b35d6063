"""Putting back what was approved, where something else came to stand in its place afterwards (H6, H10)."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol, TypeVar

from tk_desktop.domain.actie import Actie
from tk_desktop.domain.gewijzigd import Wijziging, na_vaststelling
from tk_desktop.domain.zitting import Zitting
from tk_desktop.meeting.agenda import fresh_voorstel
from tk_desktop.store.tabel import Tabel
from tk_desktop.store.werkmap import Store


class _MetId(Protocol):
    @property
    def id(self) -> str: ...


_T = TypeVar("_T", bound=_MetId)


def restore_vastgesteld(store: Store, vergadering_id: str) -> tuple[Wijziging, ...]:
    """Make a meeting tell again what was approved, and return what was put back.

    What was added since goes, but for besluiten that set one right; an action that was added stays in the list, without
    a place in this verslag. A proposal that a nota holds is left to that nota.
    """
    with store.transaction():
        nu = store.zitting(vergadering_id)
        gewijzigd = na_vaststelling(nu)
        if gewijzigd:
            toen = nu.zoals_vastgesteld()
            _punten(store, nu, toen)
            store.vergaderingen.save(toen.opname.vergadering)
            dubbel = (*nu.verslagen.values(), *nu.dubbel)
            _gelijk(store.presenties, toen.presentie, nu.presentie)
            _gelijk(store.belangen, toen.belangen, nu.belangen)
            _gelijk(store.schorsingen, toen.schorsingen, nu.schorsingen)
            _gelijk(store.puntverslagen, toen.verslagen.values(), dubbel)
            _gelijk(store.besluiten, toen.besluiten, nu.besluiten)
            _gelijk(store.stemmingen, toen.stemmingen, nu.stemmingen)
            _gelijk(store.rondes, toen.rondes, nu.rondes)
            _acties(store, toen.acties, nu.acties)
    return gewijzigd


def _punten(store: Store, nu: Zitting, toen: Zitting) -> None:
    """Put items back as they were; one that came later has no minutes and goes too."""
    gehele = nu.opname.met_afgevoerd()
    staat_er = {punt.id: punt for punt in gehele.agendapunten}
    for punt in toen.opname.agendapunten:
        er = staat_er.get(punt.id)
        voorstel = er.voorstel if er is not None else fresh_voorstel(punt.voorstel)
        store.agendapunten.save(replace(punt, voorstel=voorstel))
    toen_ids = set(toen.rij)
    for id_ in (punt.id for punt in nu.opname.agendapunten if punt.id not in toen_ids):
        if not gehele.stukken_bij(gehele.punt(id_)):
            store.agendapunten.delete(id_)


def _gelijk(tabel: Tabel[_T], toen: Iterable[_T], nu: Iterable[_T]) -> None:
    goed = {een.id: een for een in toen}
    for id_ in (een.id for een in nu if een.id not in goed):
        tabel.delete(id_)
    for een in goed.values():
        tabel.save(een)


def _acties(store: Store, toen: Iterable[Actie], nu: Iterable[Actie]) -> None:
    goed = {een.id for een in toen}
    for een in nu:
        if een.id not in goed:
            store.acties.save(replace(een, vergadering_id=None, agendapunt_id=None))
    er = {een.id: een for een in nu}
    for een in toen:
        store.acties.save(
            replace(er.get(een.id, een), tekst=een.tekst, soort=een.soort, agendapunt_id=een.agendapunt_id)
        )
