"""Going from place to place in the window: to what is chosen, back to where one was, and forward again."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from tk_desktop.desktop.parts.adres import Adres
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.shell.bewaarder import Bewaarder
from tk_desktop.desktop.shell.main_window import Venster
from tk_desktop.desktop.shell.spoor import Spoor
from tk_desktop.desktop.shell.wegwijzer import Wegwijzer


class Plaatswissel(QObject):
    """Leaves one place and lets ``toon`` show the other; ``hier`` tells where the user is.

    ``verplaatst`` is called when the user is there, or stayed because the other place is gone.
    """

    def __init__(
        self,
        venster: Venster,
        sessie: Sessie,
        bewaarder: Bewaarder,
        wegwijzer: Wegwijzer,
        *,
        hier: Callable[[], Adres],
        toon: Callable[[Adres], None],
        verplaatst: Callable[[], None],
    ) -> None:
        super().__init__(venster)
        self._venster = venster
        self._sessie = sessie
        self._bewaarder = bewaarder
        self._wegwijzer = wegwijzer
        self._hier = hier
        self._toon = toon
        self._verplaatst = verplaatst
        self._spoor = Spoor()
        self._voor_rol: tuple[Adres, Adres] | None = None

    def ga_naar(self, adres: Adres, *, onthoud: bool = True) -> None:
        """Show a place; from there one can go back. A place that is gone is told, and the user stays."""
        vorige = self._hier()
        self._sessie.balk.hide()
        if vorige.scherm is not adres.scherm:
            self._venster.toast.ander_scherm()
        if anders := (vorige.scherm, vorige.vergadering) != (adres.scherm, adres.vergadering):
            self._bewaarder.verlaat(vorige)
        with self._sessie.balk.meldt():
            adres = self._bewaarder.vervolg(adres) if anders else adres
            self._toon(adres)
            if anders:
                self._bewaarder.zet_terug(adres)
            if onthoud and vorige.zonder_sectie() != adres.zonder_sectie():
                self._spoor.verlaat(vorige)
            if vorige.zonder_sectie() != adres.zonder_sectie():
                self._sessie.verlaat()
        self._verplaatst()

    def open(self, adres: Adres) -> None:
        """Go to a place that was chosen, where it opens for who works here."""
        self.ga_naar(self._wegwijzer.opent(adres))

    def volg_rol(self) -> None:
        """Go to where the place on the screen opens for who works here from now on.

        Who looked as another and is themselves again, works on where they worked: reading would shut off their
        commands.
        """
        hier = self._hier()
        naar = self._wegwijzer.opent(hier)
        if naar.scherm is not hier.scherm:
            self._voor_rol = hier, naar
            self.ga_naar(naar)
        elif self._voor_rol is not None:
            voor, toen = self._voor_rol
            terug = self._wegwijzer.opent(voor)
            if terug.scherm is voor.scherm:
                self._voor_rol = None
                if (hier.scherm, hier.vergadering) == (toen.scherm, toen.vergadering):
                    self.ga_naar(terug)

    def terug(self) -> None:
        """Go to where the user was before."""
        self._ga_door(self._spoor.terug(self._hier()))

    def vooruit(self) -> None:
        """Go to where the user came back from."""
        self._ga_door(self._spoor.vooruit(self._hier()))

    def ga_terug_naar(self, plek: str) -> None:
        """Show where the action was done that is undone; nothing is kept open that is no longer there."""
        self._spoor.houd(lambda adres: self._wegwijzer.bestaand(adres) == adres)
        naar, nu = self._wegwijzer.bestaand(Adres.lees(plek)), self._hier()
        if (naar.scherm, naar.vergadering) != (nu.scherm, nu.vergadering):
            self.ga_naar(naar, onthoud=False)

    def _ga_door(self, adres: Adres | None) -> None:
        if adres is not None:
            self.ga_naar(adres, onthoud=False)
