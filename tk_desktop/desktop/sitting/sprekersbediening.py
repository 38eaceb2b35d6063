"""Who wants to speak: a list at each item, who has the floor, for how long, and the screen in the room (G6, G13)."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from tk_desktop.desktop.parts.palet import Keus, Kieslijst
from tk_desktop.desktop.parts.scherm import scherm_van
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.sitting.tafelblad import Tafelblad
from tk_desktop.desktop.sitting.zaalbeeld import zaalbeeld
from tk_desktop.desktop.sitting.zaalscherm import Zaalscherm
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.domain.presentiewoorden import korte_naam
from tk_desktop.domain.zitting import Zitting


class Sprekersbediening(QObject):
    """Keeps the list of speakers while the meeting goes on; ``zitting`` and ``punt`` give what is looked at.

    The list itself is of the moment and not kept; who spoke stands in what is minuted, where the name is put.
    """

    def __init__(
        self, sessie: Sessie, zitting: Callable[[], Zitting], punt: Callable[[], Agendapunt], blad: Tafelblad
    ) -> None:
        super().__init__(blad)
        self._sessie = sessie
        self._zitting = zitting
        self._punt = punt
        self._blad = blad
        self._wachten: dict[str, list[str]] = {}
        self._aan: tuple[str, str, datetime] | None = None
        self.zaal: Zaalscherm | None = None

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what the commands on speakers do."""
        return {"tafel.spreker": self._vraag, "tafel.woord": self._geef_woord, "tafel.zaal": self._wissel_zaal}

    def sprekers(self) -> tuple[str, ...]:
        """Return who speaks at this item, followed by who wait."""
        punt_id = self._punt().id
        aan = (self._aan[1],) if self._aan is not None and self._aan[0] == punt_id else ()
        return (*aan, *self._wachten.get(punt_id, ()))

    def toon(self) -> None:
        """Show on the screen in the room how it stands."""
        if self.zaal is not None and self.zaal.isVisible():
            nu = self._zitting().in_behandeling or self._punt()
            self.zaal.toon(zaalbeeld(self._zitting(), nu, self.sprekers() if nu.id == self._punt().id else ()))

    def _vraag(self) -> None:
        """Ask who wants to speak, and put them at the end of the list."""
        punt = self._punt()
        namen = [korte_naam(wie) for wie in self._zitting().aanwezigen(punt)]
        lijst = Kieslijst("Wie wil spreken", "Typ een naam", self._blad.window())

        def gekozen(naam: str) -> None:
            self._wachten.setdefault(punt.id, []).append(naam)
            self._zeg()

        lijst.gekozen.connect(gekozen)
        lijst.finished.connect(lijst.deleteLater)
        lijst.open_met(lambda: [Keus(sleutel=naam, tekst=naam) for naam in dict.fromkeys(namen)])

    def _geef_woord(self) -> None:
        """Give the floor to the next on the list, and put the name where is minuted what they say."""
        punt_id, nu = self._punt().id, self._sessie.nu()
        klaar = self._klaar(nu)
        wachten = self._wachten.get(punt_id, [])
        if not wachten:
            self._sessie.gemeld.emit(klaar or "Er staat niemand op de sprekerslijst.", False)
            self.toon()
            return
        naam = wachten.pop(0)
        self._aan = (punt_id, naam, nu)
        self._blad.noem_spreker(naam)
        self._zeg(klaar)

    def _klaar(self, nu: datetime) -> str:
        """End the turn of who speaks, and return how long it was."""
        if self._aan is None:
            return ""
        _, naam, sinds = self._aan
        self._aan = None
        minuten = max(1, round((nu - sinds).total_seconds() / 60))
        return f"{naam} sprak {meervoud(minuten, 'minuut', 'minuten')}."

    def _zeg(self, eerst: str = "") -> None:
        aan = self._aan is not None and self._aan[0] == self._punt().id
        namen = self.sprekers()
        wie = f"Aan het woord: {namen[0]}." if aan else ""
        wacht = namen[1:] if aan else namen
        rest = f"Op de lijst: {', '.join(wacht)}." if wacht else ""
        self._sessie.gemeld.emit(" ".join(deel for deel in (eerst, wie, rest) if deel), False)
        self.toon()

    def _wissel_zaal(self) -> None:
        """Open the screen in the room, or close it."""
        if self.zaal is not None and self.zaal.isVisible():
            self.zaal.close()
            return
        if self.zaal is None:
            self.zaal = Zaalscherm()
            self._blad.destroyed.connect(self.zaal.deleteLater)
        self.zaal.ga_open(scherm_van(self._blad.window()))
        self.toon()
        self._blad.activateWindow()
