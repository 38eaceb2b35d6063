"""The pane beside the agenda with the nota of the chosen item, or the way to a new one."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.parts.leeg import LeegBlad
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import Nota
from tk_desktop.domain.sjabloon import Startsoort

if TYPE_CHECKING:
    from tk_desktop.desktop.nota.notabediening import Notabediening

_OP_NOTA = (
    "nota.vorige",
    "nota.volgende",
    "nota.nvt",
    "nota.versies",
    "nota.sjabloon",
    "nota.spelling",
    "nota.adviezen",
    "taal.tips",
    "taal.alle",
    "taal.volgende",
    "taal.over",
)
"""Commands on the nota that is open."""


class Notavak(QObject):
    """Holds the form in ``blad``; ``opname`` gives the meeting that is open. ``gemaakt`` tells of a new nota."""

    gemaakt = Signal()

    def __init__(self, sessie: Sessie, opname: Callable[[], Momentopname]) -> None:
        super().__init__()
        self._sessie = sessie
        self._opname = opname
        self._punt_id = ""
        self.stuk_id = ""
        """The paper whose nota is shown; empty when none is."""
        self._nota: Notabediening | None = None
        self._leeg = LeegBlad(
            "Bij dit punt hoort nog geen nota.", "Nieuwe nota (Ctrl+M)", tweede="Eerdere nota overnemen…"
        )
        self._leeg.gevraagd.connect(self.nieuwe_nota)
        self._leeg.anders.connect(self.neem_over)
        self.blad = QStackedWidget()
        self.blad.setAccessibleName("Nota")
        self.blad.addWidget(self._leeg)
        self.setParent(self.blad)

    @property
    def nota(self) -> "Notabediening":
        """What the form does; made when there is first a nota to show in it."""
        if self._nota is None:
            self._nota = laad("nota.notabediening").Notabediening(self._sessie, self._opname)
            self.blad.addWidget(self._nota.editor)
        return self._nota

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what each command on nota's does."""
        return {"nota.nieuw": self.nieuwe_nota, "nota.overnemen": self.neem_over} | {
            id_: partial(self._doe, id_) for id_ in _OP_NOTA
        }

    def toon_punt(self, punt_id: str, stuk_id: str = "") -> None:
        """Show the nota of an item: that of ``stuk_id``, else the one that was shown, else the first."""
        self.kies_punt(punt_id, stuk_id)
        if self.stuk_id in self._opname().notas:
            self.nota.toon(self.stuk_id)
            self.blad.setCurrentWidget(self.nota.editor)
        else:
            self.blad.setCurrentWidget(self._leeg)

    def kies_punt(self, punt_id: str, stuk_id: str = "") -> None:
        """Know which nota an item has, as ``toon_punt`` does, without the work of a form that nobody looks at."""
        self.leg_vast()
        self._punt_id = punt_id
        hier = [stuk.id for stuk in self._opname().notastukken if stuk.agendapunt_id == punt_id]
        gekozen = [id_ for id_ in (stuk_id, self.stuk_id, *hier) if id_ in hier][:1]
        self.stuk_id = gekozen[0] if gekozen else ""

    def leg_vast(self) -> None:
        """Keep what is being typed."""
        if self._nota is not None:
            self._nota.leg_vast()

    def ga_naar(self, waar: str = "") -> None:
        """Put the keyboard in the field of the head or the section that is named there, else in the first section."""
        nota = self._opname().notas.get(self.stuk_id)
        if nota is None:
            return
        secties = sorted(nota.secties, key=lambda sectie: (sectie.volgorde, sectie.id))
        delen = waar.split(", ")
        if self.nota.editor.ga_naar_kop(delen[-1]):
            return
        gezocht = [sectie.id for sectie in secties if sectie.kop in delen or f", {sectie.kop}" in waar]
        self.nota.editor.ga_naar((gezocht or [sectie.id for sectie in secties] or [""])[0])

    def nieuwe_nota(self) -> None:
        """Ask what the nota begins with, a form, a template or an earlier nota, and start it under the item."""
        self._vraag(None)

    def neem_over(self) -> None:
        """Ask for an earlier nota, of any meeting, and start one under the item with its contents (C4)."""
        self._vraag(Startsoort.NOTA)

    def _vraag(self, alleen: Startsoort | None) -> None:
        opname = self._opname()
        if self._punt_id in opname.nummers:
            self.leg_vast()
            start = laad("nota.notastart").Notastartbediening(
                self._sessie, opname.punt(self._punt_id), self.blad.window(), alleen=alleen
            )
            start.begonnen.connect(self._begonnen)
            start.open()

    def _doe(self, id_: str) -> None:
        self.nota.opdrachten()[id_]()

    def _begonnen(self, nota: Nota) -> None:
        self.toon_punt(self._punt_id, nota.stuk_id)
        self.gemaakt.emit()
        self.ga_naar()
