"""Questions of readers to the secretariat, over all meetings, and their answers (F18)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tk_desktop.base.errors import TkError
from tk_desktop.domain.aantekening import SECRETARIAAT, Aantekening, Soort, Zicht
from tk_desktop.domain.leeslijst import is_gesteld, mag_lezen
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.reading.aantekeningen import share_aantekeningen
from tk_desktop.reading.zoeken import waar_staat
from tk_desktop.store.werkmap import Store


class LegeVraag(TkError):
    """A question without words was to be put to the secretariat."""

    code = "TK-L04"
    melding = "Een vraag aan het secretariaat heeft een tekst nodig."
    veilig = "Er is niets gewijzigd."
    advies = "Typ eerst bij de aantekening wat u wilt vragen."


class Vraagstand(StrEnum):
    """How far a question is."""

    NIET_GESTELD = "nog niet gesteld"
    WACHT = "wacht op antwoord"
    BEANTWOORD = "beantwoord"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """A question with where it stands: ``BC WK 11-3-2026 2a``; ``pagina`` counts from 1, 0 for none."""

    aantekening: Aantekening
    waar: str
    pagina: int
    is_eigen: bool

    @property
    def stand(self) -> Vraagstand:
        """How far it is."""
        if self.aantekening.antwoord.strip():
            return Vraagstand.BEANTWOORD
        return Vraagstand.WACHT if is_gesteld(self.aantekening) else Vraagstand.NIET_GESTELD


def load_vragen(store: Store, *, lezer: str, secretaris: bool = False) -> tuple[Vraag, ...]:
    """Return the questions that somebody sees, those of the latest meeting first, in each the oldest first.

    The secretaris sees what was put to others; a reader their own, and those that they may read.
    """
    opnames: dict[str, Momentopname] = {}
    uit = []
    for een in store.aantekeningen.van_soort(Soort.VRAAG):
        eigen = een.eigenaar == lezer
        if not eigen and not (is_gesteld(een) and mag_lezen(een, lezer, secretaris=secretaris)):
            continue
        if een.vergadering_id not in opnames:
            opnames[een.vergadering_id] = store.opname(een.vergadering_id)
        pagina = een.plaats.anker.pagina if een.plaats and een.papier else 0
        waar = waar_staat(een, opnames[een.vergadering_id])
        uit.append(Vraag(aantekening=een, waar=waar, pagina=pagina, is_eigen=eigen))
    datum = {id_: opname.vergadering.datum for id_, opname in opnames.items()}
    return tuple(sorted(uit, key=lambda vraag: datum[vraag.aantekening.vergadering_id], reverse=True))


def put_vraag(store: Store, aantekening_id: str, moment: datetime) -> Aantekening:
    """Put a question to the secretariat and return it; with whom it was shared already stays.

    Raises ``LegeVraag`` for a question without words.
    """
    with store.transaction():
        oud = store.aantekeningen.get(aantekening_id)
        if not oud.tekst.strip():
            raise LegeVraag
        if oud.zicht is Zicht.ALLEN:
            return oud
        (gesteld,) = share_aantekeningen(
            store, [aantekening_id], Zicht.GEDEELD, moment, met=(*oud.gedeeld_met, SECRETARIAAT)
        )
    return gesteld
