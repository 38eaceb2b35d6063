"""What the notes ask of the reader in which they are written."""

from collections.abc import Mapping
from typing import Protocol

from tk_desktop.desktop.pages.papierblad import Papierblad
from tk_desktop.domain.vergaderset import Vergaderset
from tk_desktop.reading.aantekeningen import Leesplek


class Lezerblik(Protocol):
    """The set that is read, the papers that are open, and going to one of them."""

    @property
    def lezer(self) -> str:
        """Whose notes these are."""

    def plan(self) -> Vergaderset:
        """Return the set that is read."""

    def actief(self) -> Papierblad | None:
        """Return the paper that is worked in."""

    def bladen(self) -> Mapping[str, Papierblad]:
        """Return every open paper by its key."""

    def plek(self, sleutel: str) -> Leesplek:
        """Return where a paper belongs."""

    def punt(self) -> str:
        """Return the item that is read; empty when none is."""

    def lees(self, sleutel: str, pagina: int = 0) -> None:
        """Show a paper, at a page."""
