"""The keys of this laptop while its window is open: asked for once, made where there are none (M3)."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tk_desktop.base.progress import Progress
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.shell.main_window import Venster
from tk_desktop.desktop.shell.wachtwoordvraag import NieuwWachtwoord, Wachtwoordvraag

if TYPE_CHECKING:
    from tk_desktop.exchange.sleutels import Sleutelbos

_UITLEG = (
    "Dit wachtwoord beschermt de sleutels waarmee deze laptop bundels ondertekent en opent. "
    "Schrijf het op en bewaar het op een veilige plek: niemand anders kent het."
)


class Sleutelbediening(QObject):
    """Gives the open keys to who asks for them; they stay in the session until the window closes or is locked."""

    def __init__(self, venster: Venster, sessie: Sessie) -> None:
        super().__init__(venster)
        self._venster = venster
        self._sessie = sessie

    def geef(self, daarna: "Callable[[Sleutelbos], None]") -> None:
        """Give the keys, after asking the passphrase when they are not open yet."""
        if self._sessie.sleutels is not None:
            daarna(self._sessie.sleutels)
            return
        vraag: Wachtwoordvraag | None = laad("shell.beschermen").sleutelvraag(self._sessie.store.map, self._venster)
        if vraag is None:
            return
        vraag.setWindowTitle("Uitwisselen")
        vraag.accepted.connect(partial(self._kreeg, vraag, daarna))
        vraag.finished.connect(vraag.deleteLater)
        vraag.open()

    def maak(self, daarna: "Callable[[Sleutelbos], None]") -> None:
        """Give the keys, and make them behind a new passphrase where there are none."""
        if laad("bundels.werk").Sleutelbestand(self._sessie.store.map).bestaat():
            self.geef(daarna)
            return
        vraag = NieuwWachtwoord(self._venster, met_oud=False, titel="Wachtwoord voor uitwisselen", uitleg=_UITLEG)
        vraag.gegeven.connect(partial(self._maak_met, daarna))
        vraag.open()

    def _kreeg(self, vraag: Wachtwoordvraag, daarna: "Callable[[Sleutelbos], None]") -> None:
        if vraag.uitkomst is not None:
            self._neem(daarna, vraag.uitkomst)  # type: ignore[arg-type]

    def _neem(self, daarna: "Callable[[Sleutelbos], None]", bos: "Sleutelbos") -> None:
        self._sessie.sleutels = bos
        daarna(bos)

    def _maak_met(self, daarna: "Callable[[Sleutelbos], None]", _: str, wachtwoord: str) -> None:
        module, map_ = laad("bundels.werk"), self._sessie.store.map

        def werk(__: Progress) -> "Sleutelbos":
            bos: Sleutelbos = module.Sleutelbos.maak()
            module.Sleutelbestand(map_).maak(bos, wachtwoord=wachtwoord)
            return bos

        self._sessie.op_achtergrond(werk, partial(self._neem, daarna), met_store=False)
