"""Opening what was behind closed doors: not while geheimhouding holds, and never what was said there."""

from collections.abc import Iterable

from tk_desktop.base.errors import TkError
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.store.werkmap import Store


class GeheimhoudingGeldt(TkError):
    """An item or a paper was to be made public while a duty of secrecy holds on it."""

    code = "TK-B48"
    melding = "Hierop rust geheimhouding (‘{onderwerp}’), dus het blijft besloten."
    veilig = "Er is niets gewijzigd."
    advies = "Hef die eerst op; wat er om besloten was, wordt dan vanzelf openbaar."


def require_geen_plicht(
    store: Store, vergadering_id: str, *, punt_id: str | None = None, stuk_id: str | None = None
) -> None:
    """Raise ``GeheimhoudingGeldt`` when geheimhouding holds on an item or a paper itself (J7)."""
    for geheim in store.geheimhoudingen.geldend(vergadering_id):
        if geheim.geldt_voor(agendapunt_id=punt_id, stuk_id=stuk_id):
            raise GeheimhoudingGeldt(onderwerp=geheim.onderwerp)


def dichte_punten(opnames: Iterable[Momentopname]) -> set[str]:
    """Return the ids of all besloten items, also of those that were taken off the agenda."""
    gehele = [opname.met_afgevoerd() for opname in opnames]
    return {punt.id for opname in gehele for punt in opname.agendapunten if opname.is_besloten(punt)}


def keep_gezegde_dicht(store: Store, punt_ids: Iterable[str]) -> None:
    """Make what is written of items their closed part: it was said behind closed doors (H9)."""
    for punt_id in punt_ids:
        store.puntverslagen.zet_achter_deuren(punt_id)
