"""Lifting geheimhouding, from the register or by a besluit at the table: what opens, and the sets that it makes old."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tk_desktop.base.progress import Progress
from tk_desktop.desktop.parts.bestandsvraag import vraag_map
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.minutes.geheimhouding import Opheffing, lift_geheimhouding
from tk_desktop.pack.opnieuw import Opnieuw, sets_to_remake
from tk_desktop.store.werkmap import Store


class Opheffer(QObject):
    """Lifts, tells what opened and which sets are old, and makes these again; ``kies`` asks for a folder."""

    def __init__(
        self, sessie: Sessie, ouder: QWidget, *, kies: Callable[[QWidget, str, Path], Path | None] = vraag_map
    ) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._ouder = ouder
        self.kies = kies

    def hef_op(self, id_: str, orgaan: str, op: date, bij_punt: str | None = None) -> None:
        """Lift a duty, as one action that can be undone."""
        self._sessie.doe(
            "Geheimhouding opheffen",
            lambda: lift_geheimhouding(self._sessie.store, id_, orgaan=orgaan, op=op, bij_punt=bij_punt),
            daarna=self._meld,
        )

    def _meld(self, opheffing: Opheffing) -> None:
        store = self._sessie.store
        titels = [store.agendapunten.get(id_).titel for id_ in opheffing.agendapunten]
        titels += [store.stukken.get(id_).titel for id_ in opheffing.stukken]
        open_ = f"Openbaar zijn nu: {', '.join(titels)}." if titels else "Er wordt niets openbaar."
        sets = sets_to_remake(store, opheffing.vergaderingen)
        tekst = f"De geheimhouding is opgeheven. {open_}"
        if not sets:
            self._sessie.gemeld.emit(f"{tekst} Er was nog geen set verzonden waarin dit anders is.", True)
            return
        self._sessie.gemeld.emit(tekst, True)
        self._sessie.balk.meld(
            f"{tekst} Niet meer actueel: {opsomming(f'de {een.naam}' for een in sets)}.",
            [("Sets opnieuw maken…", partial(self._maak_opnieuw, sets))],
        )

    def _maak_opnieuw(self, sets: Sequence[Opnieuw]) -> None:
        """Ask for a folder and make the sets there in the background."""
        voorkeuren = self._sessie.voorkeuren
        map_ = self.kies(self._ouder.window(), "Waar komen de sets?", Path(voorkeuren.uitvoermap or Path.home()))
        if map_ is None:
            return
        self._sessie.balk.hide()
        voorkeuren.uitvoermap = str(map_)
        doel = map_

        def werk(store: Store, progress: Progress) -> Sequence[Path]:
            return tuple(laad("sets.sets_opnieuw").write_again(store, sets, doel, progress))

        self._sessie.op_achtergrond(werk, self._opnieuw_gemaakt)

    def _opnieuw_gemaakt(self, bestanden: Sequence[Path]) -> None:
        namen = opsomming(f"‘{pad.name}’" for pad in bestanden)
        self._sessie.gemeld.emit(f"In ‘{bestanden[0].parent.name}’ staan {namen}.", False)
