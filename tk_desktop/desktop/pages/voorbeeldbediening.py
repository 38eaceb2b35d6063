"""The pages of a paper beside the agenda: the nota as it will be printed, made anew while it is written."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from tk_desktop.base.errors import TkError
from tk_desktop.base.kluispad import Pad
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.pages.bladen import Bladenweergave
from tk_desktop.desktop.pages.bladenbron import Achtergrondbron
from tk_desktop.desktop.pages.bladteksten import Bladteksten
from tk_desktop.desktop.pages.bladzoeker import Bladzoeker
from tk_desktop.desktop.parts.focusdeur import Focusdeur
from tk_desktop.desktop.parts.leeg import LeegBlad
from tk_desktop.desktop.session.inzage import onthoud_inzage
from tk_desktop.desktop.session.jobs import Job
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.export.notavoorbeeld import write_nota_pdf
from tk_desktop.store.werkmap import Store


class Voorbeeldbediening(QObject):
    """Holds the pages in ``blad``; shows a nota as its real PDF, a received PDF as it is in the set."""

    def __init__(self, sessie: Sessie, opname: Callable[[], Momentopname]) -> None:
        super().__init__()
        self._sessie = sessie
        self._opname = opname
        self._stuk_id = ""
        self._getoond = ""
        self._pagina = 0
        self._pad: Pad = Path()
        self._job: Job | None = None
        self._bron = Achtergrondbron(sessie.jobs)
        self._bladen = Bladenweergave(self._bron, "Voorbeeld van het stuk")
        self.zoeker = Bladzoeker(self._bladen, Bladteksten(self._bladen, self._bron), self._bron)
        self._gezocht = ""
        self._leeg = LeegBlad("Bij dit punt is niets om te tonen.")
        self._fout = QLabel()
        self._fout.setWordWrap(True)
        self.blad = QStackedWidget()
        for deel in (self._leeg, self._bladen, self._fout):
            self.blad.addWidget(deel)
        self._deur = Focusdeur(self.blad, self._met_bladen)
        self.setParent(self.blad)

    @property
    def plek(self) -> tuple[str, int]:
        """The paper that is shown and the page that is looked at, from 1; 0 when nothing is."""
        return self._stuk_id, self._bladen.pagina if self.blad.currentWidget() is self._bladen else 0

    def toon(self, stuk_id: str, pagina: int = 0, gezocht: str = "") -> None:
        """Show a paper, at a page (from 1) with words marked; the same one again is made anew where it was."""
        opname = self._opname()
        if pagina or stuk_id != self._stuk_id:
            self._pagina, self._gezocht = pagina, gezocht
        self._stuk_id = stuk_id
        if self._job is not None:
            self._job.stop()
        if stuk_id in opname.notas:
            self._job = self._sessie.op_achtergrond(
                self._nota(opname.vergadering.id, stuk_id), self._toon_pdf, mislukt=self._weiger
            )
        elif stuk_id in opname.versies and opname.versies[stuk_id].is_pdf:
            self._job = None
            with self._sessie.balk.meldt():
                pad = self._sessie.store.bestanden.open(opname.versies[stuk_id].paginabestand)
                if pad != self._pad or self._pagina:  # the same file is not shown again over where one reads
                    self._toon_pdf((stuk_id, pad))
        else:
            self._job, self._pad = None, Path()
            self.blad.setCurrentWidget(self._leeg)

    def _nota(self, vergadering_id: str, stuk_id: str) -> Callable[[Store, Progress], tuple[str, Pad]]:
        def werk(store: Store, progress: Progress) -> tuple[str, Pad]:
            doel = store.cache / "voorbeeld" / f"nota-{stuk_id}.pdf"
            self._bron.laat_los(doel)
            opname = store.opname(vergadering_id)
            if stuk_id in opname.afgevoerd.notas:
                opname = opname.met_afgevoerd()
            write_nota_pdf(opname, stuk_id, doel, bestand=store.bestanden.open, cache=store.cache, progress=progress)
            return stuk_id, doel

        return werk

    def _toon_pdf(self, gemaakt: tuple[str, Pad]) -> None:
        stuk_id, pad = gemaakt
        if stuk_id != self._stuk_id:
            return
        self._bladen.toon(pad, self._pagina or (0 if stuk_id == self._getoond else 1))
        self.zoeker.zoek(self._gezocht)
        self._pagina = 0
        if stuk_id != self._getoond:
            onthoud_inzage(self._sessie, self._opname(), stuk_id)
        self._getoond, self._pad = stuk_id, pad
        self.blad.setCurrentWidget(self._bladen)
        if self.blad.hasFocus():
            self._deur.open()

    def _met_bladen(self) -> QWidget | None:
        return self._bladen if self.blad.currentWidget() is self._bladen else None

    def _weiger(self, fout: TkError) -> None:
        if self.sender() is not self._job:
            return  # of a paper that is not looked at any more
        self._fout.setText(fout.zin)
        self.blad.setCurrentWidget(self._fout)
