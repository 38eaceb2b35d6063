"""Hamerstukken: the items on which nobody wants to speak, decided together with one stroke (B7)."""

from datetime import date

from tk_desktop.base.errors import TkError
from tk_desktop.domain.agenda import Agendapunt, Behandeling
from tk_desktop.domain.besluit import Besluit, Uitkomst, past_bij
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.minutes.besluiten import record_besluit
from tk_desktop.store.werkmap import Store


class GeenHamerstukken(TkError):
    """Hamerstukken were to be decided where none is open."""

    code = "TK-B20"
    melding = "Er zijn geen hamerstukken waarover nog niet is besloten."
    veilig = "Er is niets vastgelegd."
    advies = "Maak van een punt een hamerstuk met ‘Hamerstuk’ in het menu Vergadering."


def open_hamerstukken(store: Store, vergadering_id: str) -> tuple[Agendapunt, ...]:
    """Return the hamerstukken of a meeting on which nothing was decided yet, in the order of the agenda."""
    gedaan = {besluit.agendapunt_id for besluit in store.zitting(vergadering_id).besluiten}
    punten = store.opname(vergadering_id).agendapunten
    return tuple(punt for punt in punten if punt.hamerstuk and punt.id not in gedaan)


def decide_hamerstukken(store: Store, vergadering_id: str, *, op: date) -> tuple[Besluit, ...]:
    """Decide all open hamerstukken as they were proposed, and return the besluiten in the order of the agenda.

    An item that was tabled to be taken note of is taken note of, one that was tabled to be adopted is adopted.
    Raises ``GeenHamerstukken`` or ``VerslagVastgesteld``.
    """
    with store.transaction():
        punten = open_hamerstukken(store, vergadering_id)
        if not punten:
            raise GeenHamerstukken
        opname = store.opname(vergadering_id)
        return tuple(record_besluit(store, punt.id, _uitkomst(opname, punt), op=op) for punt in punten)


def _uitkomst(opname: Momentopname, punt: Agendapunt) -> Uitkomst:
    wijze = opname.behandeling(punt)
    if not past_bij(Uitkomst.CONFORM, wijze):
        return Uitkomst.KENNISGENOMEN
    vast = Behandeling.VASTSTELLING in wijze and Behandeling.BESLUITVORMING not in wijze
    return Uitkomst.VASTGESTELD if vast else Uitkomst.CONFORM
