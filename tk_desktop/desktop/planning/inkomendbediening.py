"""The folder where post comes in: looked at beside other work; what is new is offered, and taken in only when asked."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from tk_desktop.base.errors import TkError
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.intake.inkomend import Inkomend, kijk_in, nieuwe

_RUST = 5_000
"""Milliseconds between two looks."""


class Inkomendbediening(QObject):
    """Looks at the folder that the user chose; ``aangeboden`` tells the paths the user wants to look at."""

    aangeboden = Signal(object)

    def __init__(self, sessie: Sessie, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._ouder = ouder
        self._vorige: frozenset[Inkomend] = frozenset()
        self.kijkt = False
        """Whether a look is under way."""
        self._eerste = False
        self._klok = QTimer(self)
        self._klok.setInterval(_RUST)
        self._klok.timeout.connect(self.kijk)
        if sessie.voorkeuren.inkomende_map:
            self._klok.start()

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what the commands do."""
        return {"post.map": self.kies, "post.map-uit": self.stop}

    def kies(self) -> None:
        """Ask for the folder."""
        nu = self._sessie.voorkeuren.inkomende_map
        map_ = QFileDialog.getExistingDirectory(self._ouder, "Inkomende map kiezen", nu)
        if map_:
            self.volg(map_)

    def stop(self) -> None:
        """Look at no folder any more."""
        self._klok.stop()
        self._sessie.voorkeuren.inkomende_map = ""
        self._sessie.gemeld.emit("Er wordt niet meer naar een inkomende map gekeken.", False)

    def volg(self, map_: str) -> None:
        """Look at this folder from now on; what stands in it already is not new."""
        self._sessie.voorkeuren.inkomende_map = map_
        self._vorige, self._eerste = frozenset(), True
        self._sessie.gemeld.emit(f"Nieuwe bestanden in ‘{Path(map_).name}’ worden u voorgelegd.", False)
        self._klok.start()
        self.kijk()

    def rust(self) -> None:
        """Look only when asked, by ``kijk``."""
        self._klok.stop()

    def kijk(self) -> None:
        """Look once, beside other work; a look that is still under way is not doubled."""
        map_ = self._sessie.voorkeuren.inkomende_map
        if self.kijkt or not map_:
            return
        self.kijkt = True

        def werk(_: Progress) -> frozenset[Inkomend]:
            return kijk_in(Path(map_))

        self._sessie.op_achtergrond(
            werk,
            partial(self._gekeken, map_),
            met_store=False,
            wacht=True,
            mislukt=self._mislukt,
            voorbij=self._voorbij,
        )

    def _voorbij(self) -> None:
        self.kijkt = False

    def _mislukt(self, fout: TkError) -> None:
        """Say once that the folder is gone, and look no more until it is chosen again."""
        self._klok.stop()
        self._sessie.balk.toon(fout)

    def _gekeken(self, map_: str, nu: frozenset[Inkomend]) -> None:
        voorkeuren = self._sessie.voorkeuren
        if map_ != voorkeuren.inkomende_map:
            return
        gezien = voorkeuren.inkomend_gezien
        if self._eerste:
            self._eerste, gezien = False, frozenset(een.merk for een in nu)
        nieuw = nieuwe(self._vorige, nu, gezien)
        self._vorige = nu
        voorkeuren.inkomend_gezien = (gezien & {een.merk for een in nu}) | {een.merk for een in nieuw}
        if nieuw:
            paden = tuple(Path(map_) / een.naam for een in nieuw)
            wat = f"‘{nieuw[0].naam}’" if len(nieuw) == 1 else f"{len(nieuw)} nieuwe bestanden"
            zin = f"In de inkomende map {'staat' if len(nieuw) == 1 else 'staan'} {wat}."
            self._sessie.balk.meld(zin, [("Bekijken…", partial(self.aangeboden.emit, paden))])
