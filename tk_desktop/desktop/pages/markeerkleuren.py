"""The four colours of marks on pages: under black words, as lines, and on dark pages (SCREENS 2.3)."""

from collections.abc import Mapping
from dataclasses import dataclass

from tk_desktop.domain.notenstijl import Kleur


@dataclass(frozen=True, slots=True)
class Markeerkleur:
    """A colour as ``#rrggbb``: ``vlak`` under words, ``lijn`` for lines and ink."""

    vlak: str
    lijn: str


LICHT: Mapping[Kleur, Markeerkleur] = {
    Kleur.GEEL: Markeerkleur("#ffe36e", "#8a6500"),
    Kleur.GROEN: Markeerkleur("#b7e4a4", "#2a7a1b"),
    Kleur.BLAUW: Markeerkleur("#a9d5f5", "#0b5fa5"),
    Kleur.ROZE: Markeerkleur("#f6b6cf", "#b0305f"),
}
DONKER: Mapping[Kleur, Markeerkleur] = {
    Kleur.GEEL: Markeerkleur("#5e4c00", "#ffe36e"),
    Kleur.GROEN: Markeerkleur("#24521a", "#b7e4a4"),
    Kleur.BLAUW: Markeerkleur("#0f4470", "#a9d5f5"),
    Kleur.ROZE: Markeerkleur("#6b2344", "#f6b6cf"),
}


def markeerkleur(kleur: Kleur, donker: bool) -> Markeerkleur:
    """Return how a colour is shown on a page that is light, or dark."""
    return (DONKER if donker else LICHT)[kleur]
