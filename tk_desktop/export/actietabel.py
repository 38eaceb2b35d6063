"""Actions as a table, under the agenda of the next meeting and under its verslag (I3)."""

from collections.abc import Iterable

from tk_desktop.domain.actie import Actie
from tk_desktop.domain.datum import kort
from tk_desktop.paper.blad import Blad, cel


def schrijf_acties(blad: Blad, acties: Iterable[Actie]) -> None:
    """Put actions in a table: what, by whom, by when, how far it is and whether it is besloten."""
    rijen = [
        (
            cel(actie.tekst),
            cel(actie.door),
            cel(kort(actie.voor) if actie.voor else ""),
            cel(f"{_stand(actie)}{' (besloten)' if actie.is_dicht else ''}"),
        )
        for actie in acties
    ]
    blad.table(("Actie", "Door", "Voor", "Stand"), rijen, (48, 20, 14, 18))


def _stand(actie: Actie) -> str:
    return actie.laatste.tekst if actie.laatste else actie.staat.value
