"""A second paper beside the one that is read."""

from collections.abc import Callable

from tk_desktop.desktop.reader.leeskamer import Leeskamer
from tk_desktop.desktop.reader.lezer_tabs import volgende


class Ernaastlezen:
    """Chooses the paper that comes beside that of ``nu``, the key of what is read."""

    def __init__(self, lezer: Leeskamer, nu: Callable[[], str]) -> None:
        self._lezer = lezer
        self._nu = nu

    def wissel(self) -> None:
        """Show the paper read before, else the next of the set, beside this one; or this one alone again."""
        scherm, nu = self._lezer.scherm, self._nu()
        if scherm.is_naast:
            scherm.naast(None)
            scherm.bladen.setFocus()
            return
        gebruikt = scherm.tabs.gebruikt
        rij = [deel.sleutel for deel in self._lezer.plan().onderdelen]
        ander = gebruikt[1] if len(gebruikt) > 1 else volgende(rij, nu, 1)
        if ander and ander != nu:
            self._toon(ander)

    def _toon(self, sleutel: str) -> None:
        scherm = self._lezer.scherm
        if all(deel.sleutel != sleutel for deel in self._lezer.plan().onderdelen):
            return
        if sleutel not in scherm.alle:
            hier = self._nu()
            self._lezer.lees(sleutel)
            self._lezer.lees(hier)
        scherm.naast(scherm.alle[sleutel])
        scherm.bladen.setFocus()
