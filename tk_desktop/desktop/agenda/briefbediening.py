"""What the form of the invitation does."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.alleenlezen import lock
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.parts.kamer import Kamer
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.meeting.brieven import start_brief, write_brief

if TYPE_CHECKING:
    from tk_desktop.desktop.agenda.brief_paneel import BriefPaneel


class Briefbediening(QObject):
    """Wires the form, in ``blad``, to the use cases; ``opname`` gives the meeting that is open."""

    def __init__(self, sessie: Sessie, opname: Callable[[], Momentopname]) -> None:
        self.blad = Kamer()
        super().__init__(self.blad)
        self._sessie = sessie
        self._opname = opname
        self._paneel: BriefPaneel | None = None

    @property
    def paneel(self) -> "BriefPaneel":
        """The form; made when it is first asked for."""
        return self._paneel or self._maak()

    def begin(self) -> None:
        """Make the form, unless somebody looked at it before."""
        if self._paneel is None:
            self._maak()

    def toon(self) -> None:
        """Show the letter as it stands now, where somebody looked at it."""
        if self._paneel is not None:
            opname = self._opname()
            self._paneel.toon(opname.brief, opname.vergadering.datum)

    def leg_vast(self) -> None:
        """Keep what is being typed."""
        if self._paneel is not None:
            self._paneel.leg_vast()

    def _maak(self) -> "BriefPaneel":
        paneel: BriefPaneel = laad("agenda.brief_paneel").BriefPaneel()
        paneel.gewijzigd.connect(self._wijzig)
        paneel.begonnen.connect(self._begin)
        self._paneel = paneel
        self.toon()
        if self._sessie.alleen_lezen:
            lock(paneel)
        self.blad.vul(paneel)
        return paneel

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
