"""The chair's script: what the chair alone reads about an item."""

from collections.abc import Mapping
from dataclasses import dataclass

from tk_desktop.domain.momentopname import Momentopname


@dataclass(frozen=True, slots=True, kw_only=True)
class Regie:
    """What the chair has at hand with one item (B19).

    Rule: this is no part of ``Momentopname``, so that no set, export, check or search can hold it.
    """

    id: str
    agendapunt_id: str
    inleiding: str = ""
    besluit: str = ""
    formulering: str = ""
    risico: str = ""
    notitie: str = ""

    @property
    def is_leeg(self) -> bool:
        """Whether nothing is written in it."""
        return not any(
            tekst.strip() for tekst in (self.inleiding, self.besluit, self.formulering, self.risico, self.notitie)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Draaiboek:
    """A meeting with the chair's script, by item: for the chair alone (B19)."""

    opname: Momentopname
    regie: Mapping[str, Regie]

    def bij(self, punt_id: str) -> Regie:
        """Return the script of an item; an empty one when nothing was written."""
        return self.regie.get(punt_id) or Regie(id="", agendapunt_id=punt_id)
