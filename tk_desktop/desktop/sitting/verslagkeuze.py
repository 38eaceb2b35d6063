"""Which papers of a meeting that was held are to be made, and in which form."""

from dataclasses import dataclass

from tk_desktop.domain.zittingpapier import Zittingpapier


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslagkeuze:
    """What is asked: papers for everybody (``openbaar``), papers with all that is besloten, as PDF, Word or both.

    With ``zonder_namen`` those for everybody name no guests and minute takers (J11).
    """

    openbaar: frozenset[Zittingpapier]
    besloten: frozenset[Zittingpapier] = frozenset()
    pdf: bool = True
    word: bool = True
    zonder_namen: bool = False

    @property
    def is_leeg(self) -> bool:
        """Whether nothing would be made."""
        return not (self.openbaar or self.besloten) or not (self.pdf or self.word)
