"""The words of a paper in the version that its readers have, and where a note stands in that version (F10, F11)."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from tk_desktop.domain.aantekening import Aantekening, Anker, Oordeel, Plaats

_ROND = 200
"""Characters of the text before and after a passage that go with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Papiertekst:
    """One version of a paper: the SHA-256 values that notes know it by, and the words of its pages.

    One without ``versies`` has no pages: nothing has a place on it.
    """

    versies: frozenset[str] = frozenset()
    paginas: tuple[str, ...] = ()


Tekstlezer = Callable[[str], Papiertekst]
"""Gives the paper with a key (``Onderdeel.sleutel``) as its readers have it."""


def only_here(een: Aantekening, papier: Papiertekst) -> Aantekening:
    """Return a note as readers of one version may have it: its place there, with the words that stand there.

    Nothing of another version goes along, no passage, context or stroke of the pen. A note that has no place in this
    version keeps its own words alone.
    """
    plaatsen = [plaats for plaats in een.plaatsen if plaats.anker.versie in papier.versies]
    hier = plaatsen[-1] if plaatsen and plaatsen[-1].oordeel is not Oordeel.NIET_GEVONDEN else None
    anker = _as_read(hier.anker, papier.paginas) if hier is not None else None
    if hier is None or anker is None:
        return replace(een, plaatsen=(), lijnen=())
    op_hier = Plaats(id=hier.id, volgorde=hier.volgorde, anker=anker, oordeel=hier.oordeel, reden=hier.reden)
    return replace(een, plaatsen=(op_hier,), lijnen=een.lijnen_in(anker.versie))


def _as_read(anker: Anker, paginas: tuple[str, ...]) -> Anker | None:
    """Return a place with passage and context as they stand on these pages; none when they have no such page."""
    if not anker.pagina <= anker.eindpagina <= len(paginas):
        return None
    eerste, laatste = paginas[anker.pagina - 1], paginas[anker.eindpagina - 1]
    begin, eind = anker.begin, anker.eind
    if anker.pagina == anker.eindpagina:
        citaat = eerste[begin:eind]
    else:
        citaat = "".join([eerste[begin:], *paginas[anker.pagina : anker.eindpagina - 1], laatste[:eind]])
    return replace(anker, citaat=citaat, voor=eerste[:begin][-_ROND:], na=laatste[eind:][:_ROND])
