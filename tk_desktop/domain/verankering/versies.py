"""Two versions of a paper side by side: all that is found out about both once, for placing and for comparing."""

from dataclasses import dataclass
from functools import cached_property

from tk_desktop.domain.verankering.bladen import Bladkaart, bladkaart
from tk_desktop.domain.verankering.tekst import Documenttekst, Letters, letters
from tk_desktop.domain.verankering.uitlijning import Uitlijning, lijn_uit


@dataclass(frozen=True)
class Versiepaar:
    """An old and a new version of a paper; what takes time is worked out when it is first asked for."""

    oude_tekst: Documenttekst
    nieuwe_tekst: Documenttekst

    @cached_property
    def oud(self) -> Letters:
        """The letters of the old version."""
        return letters(self.oude_tekst)

    @cached_property
    def nieuw(self) -> Letters:
        """The letters of the new version."""
        return letters(self.nieuwe_tekst)

    @cached_property
    def uitlijning(self) -> Uitlijning:
        """Which stretches stand where."""
        return lijn_uit(self.oud, self.nieuw)

    @cached_property
    def bladen(self) -> Bladkaart:
        """Which pages belong together."""
        return bladkaart(self.oud, self.nieuw, self.uitlijning, (self.oude_tekst, self.nieuwe_tekst))
