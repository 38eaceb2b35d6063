"""The way the user went through the window: back to where one was before, and forward again."""

from collections.abc import Callable

from tk_desktop.desktop.parts.adres import Adres


class Spoor:
    """Places that were left, the last one at the end; going back keeps where one came from."""

    def __init__(self) -> None:
        self._terug: list[Adres] = []
        self._vooruit: list[Adres] = []

    def verlaat(self, adres: Adres) -> None:
        """Keep a place that is left for one that was chosen: there is nothing to go forward to any more."""
        self._terug.append(adres)
        self._vooruit.clear()

    def terug(self, nu: Adres) -> Adres | None:
        """Return where one was before, if anywhere; from there one can go forward to ``nu``."""
        return _ga_door(self._terug, self._vooruit, nu)

    def vooruit(self, nu: Adres) -> Adres | None:
        """Return where one came back from, if anywhere."""
        return _ga_door(self._vooruit, self._terug, nu)

    def houd(self, bestaat: Callable[[Adres], bool]) -> None:
        """Forget the places that are not there any more."""
        for rij in (self._terug, self._vooruit):
            rij[:] = [adres for adres in rij if bestaat(adres)]


def _ga_door(van: list[Adres], naar: list[Adres], nu: Adres) -> Adres | None:
    if not van:
        return None
    naar.append(nu)
    return van.pop()
