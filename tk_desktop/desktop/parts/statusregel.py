"""The line at the bottom: whether all is kept, for whom the window is, how large its letters are."""

from datetime import datetime

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QLabel, QStatusBar

from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.domain.datum import klok, kort


class Statusregel:
    """Fills the status bar of a window."""

    def __init__(self, balk: QStatusBar) -> None:
        self._balk = balk
        self._leest = False
        balk.setSizeGripEnabled(False)
        rand = letterbreedte(balk.fontMetrics())
        balk.setContentsMargins(rand, 0, rand, 0)
        self._opgeslagen = QLabel("Alle wijzigingen opgeslagen")
        self._offline = QLabel("Offline")
        self._rol = QLabel()
        self._schaal = QLabel()
        balk.addWidget(self._opgeslagen, 1)
        for deel in (self._offline, self._rol, self._schaal):
            balk.addPermanentWidget(deel)

    @property
    def tekst(self) -> str:
        """What it says of the changes."""
        return self._opgeslagen.text()

    def alleen_lezen(self) -> None:
        """Say from now on that nothing can be changed."""
        self._opgeslagen.setText("Alleen lezen")
        self._leest = True

    def opgeslagen(self, sinds: QTime | None, *, geweigerd: bool = False) -> None:
        """Say until when all changes are kept; ``geweigerd``: the last one is not."""
        if self._leest:
            return
        tijd = klok(sinds.toPython()) if sinds is not None else ""  # type: ignore[arg-type]
        if geweigerd:
            self._opgeslagen.setText(
                f"Opgeslagen tot {tijd}; het laatste niet" if tijd else "Het laatste is niet opgeslagen"
            )
        else:
            self._opgeslagen.setText(f"Alle wijzigingen opgeslagen {tijd}".rstrip())

    def uitgewisseld(self, moment: datetime | None) -> None:
        """Say when a bundle was last taken in."""
        op = f" · uitgewisseld {kort(moment.date())} {klok(moment.time())}" if moment is not None else ""
        self._offline.setText(f"Offline{op}")

    def bezig(self, wat: str, gedaan: int, totaal: int) -> None:
        """Say how far long work is; when it ends the changes are told of again."""
        if wat and totaal <= 1 and gedaan <= 0:
            self._balk.showMessage(f"{wat}…")
        elif wat and gedaan < totaal:
            self._balk.showMessage(f"{wat}: {gedaan + 1} van {totaal}")
        else:
            self._balk.clearMessage()

    def toon(self, rol: str, schaal: int) -> None:
        """Say for whom the window is laid out, and how large."""
        self._rol.setText(f"Profiel: {rol}")
        self._schaal.setText(f"{schaal}%")

    def toon_smal(self, *, smal: bool) -> None:
        """Leave out what a narrow window has no room for."""
        self._offline.setVisible(not smal)
        self._rol.setVisible(not smal)
