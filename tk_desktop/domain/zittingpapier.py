"""The papers that are made of a meeting that was held, and what they are made of."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from tk_desktop.domain.actielijst import Actiepost
from tk_desktop.domain.naamloos import Namen
from tk_desktop.domain.vergadering import Vergadering
from tk_desktop.domain.zitting import Zitting


class Zittingpapier(StrEnum):
    """A paper of a meeting that was held; the value is how it is called."""

    VERSLAG = "verslag"
    BESLUITENLIJST = "besluitenlijst"
    ACTIELIJST = "actielijst"
    UITTREKSELS = "uittreksels"


@dataclass(frozen=True, slots=True, kw_only=True)
class Zittingstof:
    """What the papers of one meeting are made of (H1-H3, H8, I6).

    ``acties`` are all actions of the body, ``volgende`` is its next meeting. ``exemplaar``
    is what stands on each page of closed papers: the number of the copy in the log, and whose it is (J13).
    """

    zitting: Zitting
    acties: tuple[Actiepost, ...] = ()
    volgende: Vergadering | None = None
    exemplaar: str = ""

    def zonder_namen(self) -> Self:
        """Return it without the names of who only told or helped there (J11)."""
        zitting = self.zitting.zoals_vastgesteld()
        namen = Namen(zitting.presentie, (wie.naam for wie in zitting.opname.personen.values()))
        return replace(self, zitting=replace(namen.uit(zitting), naamloos=True), acties=namen.uit(self.acties))

    def voor_iedereen(self) -> Self:
        """Return what everybody may know of it, for the open papers (H9)."""
        return replace(
            self,
            exemplaar="",
            zitting=self.zitting.voor_iedereen(),
            acties=tuple(post for post in self.acties if not (post.besloten or post.actie.is_dicht)),
        )


def wacht_op_keuze(zitting: Zitting) -> str:
    """Return what papers of a meeting do not tell yet, as a sentence; empty when all that was written is on them."""
    if not zitting.keuzes:
        return ""
    waar = zitting.waar_gekozen_wordt()
    return f"Let op: bij {waar} wacht een tweede versie op een keuze; op papier staat er maar een."
