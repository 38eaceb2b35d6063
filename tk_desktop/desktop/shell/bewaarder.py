"""Before the window goes somewhere, or goes: what is being typed is kept, and so is where the user was."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from tk_desktop.desktop.agenda.vergaderblad import Vergaderblad
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.schermplek import Schermplek
from tk_desktop.desktop.session.sessie import Sessie

_EIGEN_PLEK = (Scherm.LEZEN, Scherm.SET)
"""Screens that show pages: they keep their place by page."""


class Bewaarder:
    """Lets every screen keep what is typed in it (``velden``).

    ``hier`` tells where the user is, ``scherm`` the screen that is shown, ``meld`` a message.
    """

    def __init__(
        self,
        sessie: Sessie,
        velden: Sequence[Callable[[], None]],
        *,
        hier: Callable[[], Adres],
        scherm: Callable[[], QWidget | None],
        blad: Vergaderblad,
        meld: Callable[[str, bool], None],
    ) -> None:
        self._sessie = sessie
        self._velden = tuple(velden)
        self._hier = hier
        self._scherm = scherm
        self._blad = blad
        self._meld = meld
        self._gewaarschuwd = False
        self._in_vergadering: dict[str, tuple[Adres, Schermplek]] = {}

    def velden(self) -> None:
        """Keep what is being typed."""
        for leg_vast in self._velden:
            leg_vast()

    def alles(self) -> None:
        """Keep what is being typed, where the user is and how the workspace is divided."""
        self.velden()
        voorkeuren = self._sessie.voorkeuren
        hier = self._hier()
        voorkeuren.was_op(hier)
        if (scherm := self._scherm()) is not None:
            voorkeuren.bewaar_schermplek(hier, str(Schermplek.van(scherm)))
        for naam, vorm in zip(("naast", "onder"), self._blad.vorm(), strict=True):
            voorkeuren.bewaar_vorm(naam, vorm)

    def herstel(self, adres: Adres) -> None:
        """Give the screen of a place, which is shown, the cursor and scroll that it had when the window closed."""
        if adres.scherm not in _EIGEN_PLEK and (scherm := self._scherm()) is not None:
            Schermplek.lees(self._sessie.voorkeuren.schermplek(adres)).herstel(scherm)

    def verlaat(self, adres: Adres) -> None:
        """Remember for this session where one was in a meeting, as its screen goes."""
        if _in_werkblad(adres) and (scherm := self._scherm()) is not None:
            self._in_vergadering[adres.vergadering] = (adres, Schermplek.van(scherm))

    def vervolg(self, adres: Adres) -> Adres:
        """Return where one was in a meeting when no more than its name is given, and that item is there still."""
        if adres != Adres(scherm=Scherm.VERGADERINGEN, vergadering=adres.vergadering) or not self._was(adres):
            return adres
        was, _ = self._in_vergadering[adres.vergadering]
        return was if was.punt in self._sessie.store.opname(was.vergadering).nummers else adres

    def zet_terug(self, adres: Adres) -> None:
        """Give the screen of a meeting, which is shown, the cursor and scroll that it had when it was left."""
        if self._was(adres) and (scherm := self._scherm()) is not None:
            was, plek = self._in_vergadering[adres.vergadering]
            if was == adres:
                plek.herstel(scherm)

    def _was(self, adres: Adres) -> bool:
        return _in_werkblad(adres) and adres.vergadering in self._in_vergadering

    def mag_dicht(self) -> bool:
        """Keep what is typed; when that is refused the window stays open once, so that the words are not lost."""
        if self._sessie.alleen_lezen:
            return True
        self._sessie.geweigerd = False
        self.velden()
        if not self._sessie.geweigerd or self._gewaarschuwd:
            return True
        self._gewaarschuwd = True
        self._meld("Het laatste is niet opgeslagen. Sluit u nog eens, dan gaat dat verloren.", False)
        return False


def _in_werkblad(adres: Adres) -> bool:
    return adres.scherm is Scherm.VERGADERINGEN and bool(adres.vergadering)
