"""Beginning a nota: what the list with forms, templates and earlier nota's does, and the page beside it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tk_desktop.base.kluispad import Pad
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.nota.notakeuze import Notakeuze
from tk_desktop.desktop.pages.bladen import Bladenweergave
from tk_desktop.desktop.pages.bladenbron import Achtergrondbron
from tk_desktop.desktop.session.jobs import Job
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.session.terugregel import met_terug
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.nota import Nota
from tk_desktop.domain.sjabloon import PROEF, Notastart, Startsoort
from tk_desktop.export.notavoorbeeld import write_nota_pdf
from tk_desktop.meeting.sjablonen import begin_nota, nota_starts, remove_sjabloon, toggle_favoriet, trial_nota
from tk_desktop.store.werkmap import Store


class Notastartbediening(QObject):
    """Opens the list over ``venster`` for one item; ``begonnen`` tells the new ``Nota``."""

    begonnen = Signal(object)

    def __init__(self, sessie: Sessie, punt: Agendapunt, venster: QWidget, *, alleen: Startsoort | None = None) -> None:
        super().__init__()
        self._sessie = sessie
        self._punt = punt
        self._alleen = alleen
        self._job: Job | None = None
        self._bron = Achtergrondbron(sessie.jobs)
        self._bladen = Bladenweergave(self._bron, "Voorbeeld van de nota")
        titel = "Eerdere nota overnemen" if alleen is Startsoort.NOTA else "Nieuwe nota"
        self.keuze = Notakeuze(titel, "Typ een woord: soort, sjabloon of titel", self._starts, self._bladen, venster)
        self.setParent(self.keuze)
        met_terug(self.keuze, sessie).veranderd.connect(self.keuze.reload)
        self.keuze.gekozen.connect(self._begin)
        self.keuze.favoriet_gevraagd.connect(self._wissel_favoriet)
        self.keuze.verwijderen_gevraagd.connect(self._verwijder)
        self.keuze.bekeken.connect(self._toon)
        self.keuze.finished.connect(self._sluit)

    def open(self) -> None:
        """Open the list, ready to type."""
        self.keuze.open()
        self.keuze.zoek.setFocus()

    def _starts(self) -> Sequence[Notastart]:
        alle = nota_starts(self._sessie.store)
        return [start for start in alle if self._alleen in (None, start.soort)]

    def _begin(self, start: Notastart) -> None:
        naam = "Nota toevoegen" if start.soort is Startsoort.VORM else "Nota overnemen"
        self._sessie.doe(
            naam,
            lambda: begin_nota(self._sessie.store, start.soort, start.bron, self._punt.id, self._punt.titel),
            daarna=self._begonnen,
        )

    def _begonnen(self, nota: Nota) -> None:
        self.begonnen.emit(nota)

    def _wissel_favoriet(self, start: Notastart) -> None:
        naam = "Geen favoriet meer" if start.favoriet else "Favoriet maken"
        self._sessie.doe(naam, lambda: toggle_favoriet(self._sessie.store, start.soort, start.bron))

    def _verwijder(self, start: Notastart) -> None:
        self._sessie.doe(
            "Sjabloon verwijderen",
            lambda: remove_sjabloon(self._sessie.store, start.bron),
            melding=f"Sjabloon ‘{start.naam}’ verwijderd",
        )

    def _toon(self, start: Notastart) -> None:
        if self._job is not None:
            self._job.stop()
        self._job = self._sessie.op_achtergrond(self._werk(start), self._toon_pdf)

    def _werk(self, start: Notastart) -> Callable[[Store, Progress], Pad]:
        punt = self._punt

        def werk(store: Store, progress: Progress) -> Pad:
            doel = store.cache / "voorbeeld" / "nota-begin.pdf"
            self._bron.laat_los(doel)
            proef = trial_nota(store, punt.vergadering_id, punt.id, start.soort, start.bron)
            cache = store.cache
            write_nota_pdf(proef, PROEF, doel, bestand=store.bestanden.open, cache=cache, progress=progress)
            return doel

        return werk

    def _toon_pdf(self, pad: Pad) -> None:
        self._bladen.toon(pad, 1)

    def _sluit(self) -> None:
        if self._job is not None:
            self._job.stop()
        self.keuze.deleteLater()
