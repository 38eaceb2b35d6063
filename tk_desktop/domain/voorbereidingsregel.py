"""The items of a meeting, each with what one reader prepared for it (F17)."""

from collections.abc import Mapping
from dataclasses import dataclass

from tk_desktop.domain.bladplek import Bladregister
from tk_desktop.domain.leesstand import Voorbereiding
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.paginaverwijzing import Verwijzing, verwijzingen_uit


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorbereidingsregel:
    """One item with what a reader prepared for it; ``bladzijden`` are the pages with the names a list gives them."""

    punt_id: str
    nummer: str
    titel: str
    voorbereiding: Voorbereiding
    bladzijden: tuple[tuple[Verwijzing, str], ...] = ()

    @property
    def is_leeg(self) -> bool:
        """Whether nothing is prepared for this item."""
        return self.voorbereiding.is_leeg


def voorbereidingsregels(
    opname: Momentopname, eigen: Mapping[str, Voorbereiding], eigenaar: str, register: Bladregister
) -> tuple[Voorbereidingsregel, ...]:
    """Return every item of a meeting as a reader sees it, in order; ``eigen`` is what they prepared, by item.

    ``register`` tells where the pages stand now.
    """
    uit = []
    for punt in opname.agendapunten:
        leeg = Voorbereiding(id="", agendapunt_id=punt.id, eigenaar=eigenaar)
        voorbereiding = eigen.get(punt.id, leeg)
        pagina = verwijzingen_uit(voorbereiding.verwijzing)
        uit.append(
            Voorbereidingsregel(
                punt_id=punt.id,
                nummer=str(opname.nummers[punt.id]),
                titel=punt.titel,
                voorbereiding=voorbereiding,
                bladzijden=tuple((een, register.naam(een, opname)) for een in pagina),
            )
        )
    return tuple(uit)
