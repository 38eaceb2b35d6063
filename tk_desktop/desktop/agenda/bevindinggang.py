"""Going from a finding of the check to the place in the workspace where it is mended."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tk_desktop.desktop.agenda.agenda_lijst import AgendaLijst
from tk_desktop.desktop.agenda.briefbediening import Briefbediening
from tk_desktop.desktop.agenda.vergaderblad import Vergaderblad
from tk_desktop.desktop.nota.notavak import Notavak
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.session.overzicht import adres_van
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.bevinding import Bevinding
from tk_desktop.domain.momentopname import Momentopname

if TYPE_CHECKING:
    from tk_desktop.desktop.agenda.stukbediening import Stukbediening

_OVER_GEGEVENS = frozenset({"VL11", "NM02", "TP01", "TP04", "DB01", "DB02"})
"""Findings that are mended in the facts of the meeting itself."""


class Bevindinggang(QObject):
    """Brings the pane of a finding forward; ``naar_stuk`` and ``naar_punt`` show that of a paper or of the item.

    ``stukken`` gives what handles papers: it is loaded when a finding on a paper first asks for it.
    """

    plek_gevraagd = Signal(object)
    """The ``Adres`` of the choice that a finding waits for."""

    gegevens_gevraagd = Signal(str)
    """The place of a finding on the facts of the meeting."""

    def __init__(
        self,
        sessie: Sessie,
        opname: Callable[[], Momentopname],
        blad: Vergaderblad,
        *,
        lijst: AgendaLijst,
        nota: Notavak,
        brief: Briefbediening,
        stukken: "Callable[[], Stukbediening]",
        naar_stuk: Callable[[Adres], None],
        naar_punt: Callable[[], None],
    ) -> None:
        super().__init__(blad)
        self._sessie = sessie
        self._opname = opname
        self._tabs = blad.tabs
        self._lijst = lijst
        self._nota = nota
        self._brief = brief
        self._stukken = stukken
        self._naar_stuk = naar_stuk
        self._naar_punt = naar_punt

    def ga_naar(self, bevinding: Bevinding) -> None:
        """Go to the place of a finding, or to the choice that it waits for."""
        if bevinding.keuze:
            self.plek_gevraagd.emit(Adres(scherm=Scherm.UITWISSELEN, sectie=bevinding.keuze))
            return
        if bevinding.code in _OVER_GEGEVENS and "vergadering.eigenschappen" not in self._sessie.verboden:
            self.gegevens_gevraagd.emit(bevinding.waar)
            return
        if bevinding.waar.startswith("Uitnodigingsbrief"):
            self._tabs.setCurrentWidget(self._brief.blad)
            self._brief.paneel.ga_naar(bevinding.waar)
            return
        adres = adres_van(self._opname(), bevinding.bij)
        if adres.punt:
            self._lijst.kies(adres.punt)
        self._naar_stuk(adres)
        if adres.stuk in self._opname().notas:
            self._nota.ga_naar(bevinding.waar)
        elif adres.stuk:
            self._stukken().lijst.setFocus()
        else:
            self._naar_punt()
