"""Teaching by the window how papers of an organisation are laid out: read once, tried at each word, then written."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import size_of
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.pages.bladvraag import bladvraag
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.session.jobs import Job
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.intake.aanwijzing import Les
from tk_desktop.intake.indeling import Indeling, indelingen
from tk_desktop.intake.indelingles import (
    geleerde_indelingen,
    hernoem_indeling,
    houd_indeling,
    leer_les,
    proef_les,
    vergeet_indeling,
)
from tk_desktop.intake.pakvoorstel import Pakvoorstel
from tk_desktop.paper.pakbladen import Pakbladen, read_pak

Opnieuw = Callable[[QDialog, Path, str], None]
"""Reads a file again by a layout; what was shown of it is the dialog."""


class Leerbediening(QObject):
    """Wires teaching to the dialog over which it opens; ``opnieuw`` is done once the layout is there."""

    def __init__(self, sessie: Sessie, boven: QDialog, opnieuw: Opnieuw) -> None:
        super().__init__(boven)
        self._sessie = sessie
        self._boven = boven
        self._opnieuw = opnieuw
        self._voorstel: Pakvoorstel | None = None
        self._proef: Job | None = None
        self._open = False

    def lees(self, voorstel: Pakvoorstel) -> None:
        """Read the lines of a pack in the background, and open the screen in which somebody points at them."""
        bron = Path(str(voorstel.bron))
        self._voorstel = voorstel
        lees, lezer = partial(read_pak, bron), self._sessie.lezer

        def werk(progress: Progress) -> Pakbladen:
            return lezer.doe(bron.name, lees, progress, omvang=size_of(bron))

        self._sessie.op_achtergrond(werk, self._toon, met_store=False)

    def _toon(self, bladen: Pakbladen) -> None:
        voorstel, map_ = self._voorstel, self._sessie.store.map
        if voorstel is None:
            return
        bron = Path(str(voorstel.bron))
        self._open = True
        with self._sessie.balk.meldt():
            scherm = laad("planning.leerscherm").Leerscherm(
                bladen,
                bladvraag(self._sessie, bron),
                partial(self._probeer, bron, bladen),
                bekend=indelingen(map_),
                eigen=geleerde_indelingen(map_),
                naar=voorstel.indeling,
                ouder=self._boven,
            )
            scherm.geleerd.connect(self._leer)
            scherm.beheren.connect(partial(self._beheer, scherm))
            scherm.finished.connect(self._is_dicht)
            scherm.finished.connect(scherm.deleteLater)
            scherm.open()

    def _beheer(self, scherm: Any) -> None:
        """Show which layouts were taught, to give them another name or forget them."""
        map_ = self._sessie.store.map

        def load() -> tuple[Indeling, ...]:
            eigen = set(geleerde_indelingen(map_))
            return tuple(een for een in indelingen(map_) if een.naam in eigen)

        beheer = laad("planning.indelingbeheer").Indelingbeheer(
            load,
            hernoem=partial(hernoem_indeling, map_),
            vergeet=partial(vergeet_indeling, map_),
            houd=partial(houd_indeling, map_),
            ouder=scherm,
        )
        beheer.finished.connect(lambda _: scherm.zet_eigen(indelingen(map_), geleerde_indelingen(map_)))
        beheer.finished.connect(beheer.deleteLater)
        beheer.open()

    def _probeer(
        self,
        bron: Path,
        bladen: Pakbladen,
        les: Les,
        klaar: Callable[[Pakvoorstel], None],
        mislukt: Callable[[TkError], None],
    ) -> None:
        """Read the pack by what was said until now; what was being read by less is given up."""
        if self._proef is not None:
            self._proef.stop()
        map_ = self._sessie.store.map

        def werk(progress: Progress) -> Pakvoorstel:
            progress.check()
            return proef_les(bron, bladen, les, map_)

        self._proef = self._sessie.op_achtergrond(
            werk, partial(self._geef, klaar), met_store=False, mislukt=partial(self._geef, mislukt)
        )

    def _geef(self, door: Callable[[Any], None], wat: object) -> None:
        """Give on what was read, as long as the screen that asked for it is open."""
        if self._open:
            door(wat)

    def _is_dicht(self) -> None:
        self._open = False
        if self._proef is not None:
            self._proef.stop()

    def _leer(self, les: Les) -> None:
        """Write the layout, and read the pack again by it."""
        with self._sessie.balk.meldt():
            leer_les(les, self._sessie.store.map)
            self._sessie.gemeld.emit(f"De indeling ‘{les.titel}’ is geleerd. Het pak wordt opnieuw gelezen.", False)
            if self._voorstel is not None:
                self._opnieuw(self._boven, Path(str(self._voorstel.bron)), les.naam)
