"""Before the window goes somewhere, or goes: what is being typed is kept, and so is where the user was."""

from collections.abc import Callable, Sequence

from tk_desktop.desktop.agenda.vergaderblad import Vergaderblad
from tk_desktop.desktop.parts.adres import Adres
from tk_desktop.desktop.session.sessie import Sessie


class Bewaarder:
    """Lets every screen keep what is typed in it (``velden``); ``hier`` tells where the user is, ``meld`` a message."""

    def __init__(
        self,
        sessie: Sessie,
        velden: Sequence[Callable[[], None]],
        hier: Callable[[], Adres],
        blad: Vergaderblad,
        meld: Callable[[str, bool], None],
    ) -> None:
        self._sessie = sessie
        self._velden = tuple(velden)
        self._hier = hier
        self._blad = blad
        self._meld = meld
        self._gewaarschuwd = False

    def velden(self) -> None:
        """Keep what is being typed."""
        for leg_vast in self._velden:
            leg_vast()

    def alles(self) -> None:
        """Keep what is being typed, where the user is and how the workspace is divided."""
        self.velden()
        voorkeuren = self._sessie.voorkeuren
        voorkeuren.was_op(self._hier())
        for naam, vorm in zip(("naast", "onder"), self._blad.vorm(), strict=True):
            voorkeuren.bewaar_vorm(naam, vorm)

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
