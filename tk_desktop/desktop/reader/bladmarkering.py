"""Marking the page that is read to find it again, and the flags on pages that are marked (F15)."""

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QObject

from tk_desktop.desktop.reader.lezerblik import Lezerblik
from tk_desktop.desktop.session.naambediening import Naambediening
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.reading.bladplekken import load_bladregister
from tk_desktop.reading.leesstanden import toggle_bladwijzer


class Versies(Protocol):
    """Which version of each paper is ready."""

    @property
    def versies(self) -> Mapping[str, str]:
        """The version of each paper, by key."""


class Bladmarkering(QObject):
    """Wires the command for a mark and the flags on the pages of open papers."""

    def __init__(self, sessie: Sessie, lezer: Lezerblik, voorraad: Versies, ouder: QObject) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._lezer = lezer
        self._voorraad = voorraad
        self._naam = Naambediening(sessie, self)

    def toon(self) -> None:
        """Put a flag on every page that is marked, where it stands in the version that is read."""
        bladen = self._lezer.bladen()
        if not bladen:
            return
        store, plan = self._sessie.store, self._lezer.plan()
        merken = store.bladwijzers.van(plan.opname.vergadering.id, self._lezer.lezer)
        papieren = [een.papier for een in merken if een.papier in bladen]
        register = load_bladregister(store, papieren, self._voorraad.versies) if papieren else None
        for sleutel, blad in bladen.items():
            hier = [een.verwijzing for een in merken if een.papier == sleutel]
            blad.lezen.vlaggen.zet({register.blad(een) for een in hier} if register is not None else set())

    def wissel(self) -> None:
        """Mark the page that is read, or take its mark away."""
        blad = self._lezer.actief()
        if blad is None or not blad.versie or not blad.pagina:
            return
        plek, versie, pagina = self._lezer.plek(blad.sleutel), blad.versie, blad.pagina

        def doe() -> None:
            self._sessie.doe(
                f"Bladwijzer blz. {pagina}",
                lambda: toggle_bladwijzer(self._sessie.store, plek, versie, pagina, eigenaar=self._lezer.lezer),
                daarna=lambda nu: self._sessie.gemeld.emit(
                    f"Bladwijzer op blz. {pagina}." if nu else f"Bladwijzer op blz. {pagina} weggehaald.", True
                ),
            )

        self._naam.eerst(blad, doe)
