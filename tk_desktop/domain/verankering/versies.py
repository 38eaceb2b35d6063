"""Two versions of a paper side by side: all that is found out about both once, for placing and for comparing."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tk_desktop.domain.verankering.bladen import WEINIG, Bladkaart, bladkaart
from tk_desktop.domain.verankering.randen import zonder_zelfde_randen
from tk_desktop.domain.verankering.tekst import Documenttekst, Letters, letters, tekens
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

    @cached_property
    def leesbaar(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The pages of both with spaces where they repeat the same header or footer."""
        return zonder_zelfde_randen(self.oude_tekst.paginas, self.nieuwe_tekst.paginas)

    @cached_property
    def ongewijzigd(self) -> Mapping[int, int]:
        """Which page (from 0) reads the same in every sign on which new one, wherever that stands now.

        Of pages that all read the same, the second is the second as long as there are as many of them.
        """
        oud, nieuw = map(_op_tekens, self.leesbaar)
        zelfde = ((bladen, nieuw.get(lezing, ())) for lezing, bladen in oud.items())
        return {
            hier: daar for van, naar in zelfde if len(van) == len(naar) for hier, daar in zip(van, naar, strict=True)
        }


def _op_tekens(paginas: Sequence[str]) -> Mapping[str, Sequence[int]]:
    """Return which pages read so, of those that have words to be known by."""
    uit: defaultdict[str, list[int]] = defaultdict(list)
    for nummer, pagina in enumerate(paginas):
        lezing = tekens(pagina)
        if len(lezing) >= WEINIG:
            uit[lezing].append(nummer)
    return uit
