"""What the form of the invitation does."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from tk_desktop.desktop.agenda.brief_paneel import BriefPaneel
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.meeting.brieven import start_brief, write_brief


class Briefbediening(QObject):
    """Wires the form to the use cases; ``opname`` gives the meeting that is open."""

    def __init__(self, sessie: Sessie, opname: Callable[[], Momentopname]) -> None:
        super().__init__()
        self._sessie = sessie
        self._opname = opname
        self.paneel = BriefPaneel()
        self.setParent(self.paneel)
        self.paneel.gewijzigd.connect(self._wijzig)
        self.paneel.begonnen.connect(self._begin)

    def _begin(self) -> None:
        id_ = self._opname().vergadering.id
        self._sessie.doe("Uitnodiging beginnen", lambda: start_brief(self._sessie.store, id_))

    def _wijzig(self, veld: str, waarde: object) -> None:
        id_ = self._opname().vergadering.id
        self._sessie.doe(
            "Uitnodiging wijzigen",
            lambda: write_brief(self._sessie.store, id_, lambda brief: replace(brief, **{veld: waarde})),  # type: ignore[arg-type]
            samen=f"brief {id_} {veld}",
            plek=str(Adres(scherm=Scherm.VERGADERINGEN, vergadering=id_, vak="uitnodiging")),
        )
