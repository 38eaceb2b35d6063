"""What the tray and the list of what changed ask of the versions of the papers that are read."""

from typing import Protocol

from tk_desktop.desktop.reader.versiewerk import Paar, Paden
from tk_desktop.domain.verankering.verschil import Versieverschil


class Versieblik(Protocol):
    """The versions of each paper: which the reader had, what they are called, what differs between two."""

    def paar(self, sleutel: str) -> Paar | None:
        """Return the version that the reader had and the one of now, when that came after it."""

    def naam(self, sleutel: str, versie: str) -> str:
        """Return what a version is called."""

    def heeft_bladen(self, versie: str) -> bool:
        """Tell whether the pages of a version can be looked at."""

    def vergelijk(self, paren: list[Paar]) -> bool:
        """Have versions compared; returns whether there is something to wait for."""

    def verschil(self, paar: Paar) -> Versieverschil | None:
        """Return what differs between two versions, when that is known already."""

    def ken(self, paden: Paden) -> None:
        """Remember where the pages of earlier versions are."""

    def toon_verschil(self, sleutel: str, paar: Paar | None = None) -> None:
        """Show the words of two versions beside each other."""

    def toon_versie(self, sleutel: str, versie: str, pagina: int = 1, notitie: str = "") -> None:
        """Show the pages of an earlier version."""
