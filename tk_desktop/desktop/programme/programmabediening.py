"""What the screen of a programme does."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tk_desktop.base.progress import Progress
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.bestandsvraag import vraag_bestand
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.parts.naamvraag import NaamVraag
from tk_desktop.desktop.programme.bewerkbediening import Bewerkbediening
from tk_desktop.desktop.programme.kerntakenbediening import Kerntakenbediening
from tk_desktop.desktop.programme.overlegbediening import Overlegbediening
from tk_desktop.desktop.programme.programmascherm import Programmascherm
from tk_desktop.desktop.session.dialoog import met_weigering
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.programma import Programma, Programmaperiode
from tk_desktop.domain.programmastand import Programmastand
from tk_desktop.programme.programmas import begin_programma, change_programma
from tk_desktop.programme.stand import read_stand
from tk_desktop.store.werkmap import Store

Vraag = Callable[[QWidget, str, Path, str], Path | None]
_SOORTEN = {
    ".pdf": "Pdf (*.pdf)",
    ".docx": "Word (*.docx)",
    ".xlsx": "Excel-bestanden (*.xlsx)",
    ".ics": "Agenda (*.ics)",
}


class Programmabediening(QObject):
    """Wires the screen to the use cases; ``kies`` asks for a file, ``gekozen`` tells an ``Adres`` to go to."""

    gekozen = Signal(object)

    def __init__(self, sessie: Sessie, *, kies: Vraag = vraag_bestand) -> None:
        self.blad = Programmascherm()
        super().__init__(self.blad)
        self._sessie = sessie
        self._programma = ""
        self._stand: Programmastand | None = None
        self.kies = kies
        self.overleg = Overlegbediening(sessie, self.blad.overleg, self._papier)
        self.kerntaken = Kerntakenbediening(sessie, self.blad.kerntaken, self._papier)
        self.bewerken = Bewerkbediening(sessie, self.blad, lambda: self._stand)
        self.blad.programma_gekozen.connect(self._ander_programma)
        self.blad.periode_gekozen.connect(self._andere_periode)
        self.blad.programma_gevraagd.connect(self._vraag_programma)
        self.blad.rapport_gevraagd.connect(self._neem_rapport)
        self.blad.nakijken_gevraagd.connect(partial(self._gegevens, "nakijken"))

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what the commands of this screen do."""
        return {
            "programma.rapport": partial(self._rapport, ".pdf"),
            "programma.rapport-word": partial(self._rapport, ".docx"),
            "programma.overzicht": partial(self._overzicht, ".pdf"),
            "programma.overzicht-word": partial(self._overzicht, ".docx"),
            "programma.bord": self._bord,
            "programma.kaart": self._gekozen_kaart,
            "programma.rekenblad": self._rekenblad,
            "programma.innemen": self._neem_rapport,
            **self.kerntaken.opdrachten(),
            **self.overleg.opdrachten(),
            "programma.nieuw": self._vraag_programma,
            "programma.gegevens": self._gegevens,
            **self.bewerken.opdrachten(),
        }

    def herlaad(self) -> None:
        """Show the programme as it stands now: the one that was looked at, else the first."""
        store = self._sessie.store
        programmas = store.programma.programmas.all()
        ids = [een.id for een in programmas]
        if self._programma not in ids:
            self._programma = ids[0] if ids else ""
        self._stand = read_stand(store, self._programma) if self._programma else None
        self.blad.toon(programmas, self._stand, self._periode)
        self.kerntaken.herlaad(self._programma)
        self.overleg.herlaad(self._programma)

    @property
    def _periode(self) -> Programmaperiode | None:
        return self._stand.periode if self._stand else None

    def _ander_programma(self, id_: str) -> None:
        self._programma = id_
        self.herlaad()

    def _andere_periode(self, naam: str) -> None:
        if self._stand is not None and (self._periode is None or self._periode.naam != naam):
            store, programma = self._sessie.store, self._stand.programma
            self._sessie.doe("Andere periode", lambda: change_programma(store, programma.id, periode=naam))

    def _rapport(self, einde: str) -> None:
        if self._stand is None or self._periode is None:
            self._sessie.gemeld.emit("Er is nog geen programma met een periode om over te rapporteren.", False)
            return
        stand, periode = self._stand, self._periode
        doel = self._vraag(f"{stand.programma.naam} rapportage {periode.naam}", einde)
        if doel is not None:
            self._schrijf(lambda: laad("programme.programmapapier").write_rapport(stand, periode, doel))

    def _overzicht(self, einde: str) -> None:
        if self._stand is None or self._periode is None:
            self._sessie.gemeld.emit("Er is nog geen programma met een periode om te tonen.", False)
            return
        stand, periode = self._stand, self._periode
        doel = self._vraag(f"{stand.programma.naam} overzicht {periode.naam}", einde)
        if doel is not None:
            self._schrijf(lambda: laad("programme.programmapapier").write_overzicht(stand, periode, doel))

    def _bord(self) -> None:
        if self._stand is None or self._periode is None:
            self._sessie.gemeld.emit("Er is nog geen programma met een periode om te tonen.", False)
            return
        stand, periode = self._stand, self._periode
        doel = self._vraag(f"{stand.programma.naam} bord {periode.naam}", ".pdf")
        if doel is not None:
            self._schrijf(lambda: laad("programme.programmapapier").write_board(stand, periode, doel))

    def _rekenblad(self) -> None:
        if self._stand is None or self._periode is None:
            self._sessie.gemeld.emit("Er is nog geen programma met een periode om te begroten.", False)
            return
        stand, periode, op = self._stand, self._periode, self._sessie.nu().date()
        doel = self._vraag(f"{stand.programma.naam} begroting {periode.naam}", ".xlsx")
        if doel is not None:
            self._schrijf(lambda: laad("programme.programmapapier").write_rekenblad(stand, periode, doel, op))

    def _neem_rapport(self) -> None:
        """Take over a programme from a report; what reads its pages loads now."""
        inname = laad("programme.innamebediening").Innamebediening(self._sessie, self.blad.window())
        inname.overgenomen.connect(self._overgenomen)
        inname.vraag()

    def _vraag_programma(self) -> None:
        vraag = NaamVraag("Nieuw programma", "&Naam van het programma", "", "&Maken", self.blad.window())
        vraag.gegeven.connect(partial(self._maak_programma, met_weigering(vraag, self._sessie)))
        vraag.open()

    def _maak_programma(self, sluit: Callable[[object], None], naam: str) -> None:
        store, vandaag = self._sessie.store, self._sessie.nu().date()

        def daarna(programma: Programma) -> None:
            sluit(programma)
            self._overgenomen(programma.id)

        self._sessie.doe("Programma maken", lambda: begin_programma(store, naam, vandaag), daarna=daarna)

    def _gegevens(self, deel: str = "") -> None:
        if self._stand is None:
            self._sessie.gemeld.emit("Maak eerst een programma.", False)
            return
        laad("programme.gegevensbediening").Gegevensbediening(
            self._sessie, self._stand.programma.id, self.blad.window()
        ).open(deel)

    def _overgenomen(self, programma_id: str) -> None:
        self._programma = programma_id
        self.gekozen.emit(Adres(scherm=Scherm.PROGRAMMA))

    def _gekozen_kaart(self) -> None:
        if self.blad.project:
            self._kaart(self.blad.project)
        else:
            self._sessie.gemeld.emit("Kies een project op het bord of in de tabel.", False)

    def _kaart(self, project_id: str) -> None:
        if self._stand is None or self._periode is None:
            self._sessie.gemeld.emit("Dit programma heeft nog geen periode om over te vertellen.", False)
            return
        stand, periode = self._stand, self._periode
        project = next(een for een in stand.projecten if een.id == project_id)
        doel = self._vraag(f"Projectkaart {project.naam}", ".pdf")
        if doel is not None:
            self._schrijf(lambda: laad("programme.programmapapier").write_kaart(stand, periode, project, doel))

    def _papier(self, naam: str, einde: str, maak: Callable[[Path], Path]) -> None:
        doel = self._vraag(naam, einde)
        if doel is not None:
            self._schrijf(lambda: maak(doel))

    def _vraag(self, naam: str, einde: str) -> Path | None:
        voorkeuren = self._sessie.voorkeuren
        schoon = "".join(teken if teken.isalnum() or teken in " -_." else " " for teken in naam)
        voorstel = Path(voorkeuren.uitvoermap or Path.home()) / f"{' '.join(schoon.split())}{einde}"
        doel = self.kies(self.blad.window(), "Waar komt het bestand?", voorstel, _SOORTEN[einde])
        if doel is not None:
            voorkeuren.uitvoermap = str(doel.parent)
        return doel

    def _schrijf(self, maak: Callable[[], Path]) -> None:
        def werk(_: Store, __: Progress) -> Path:
            return maak()

        self._sessie.op_achtergrond(werk, self._geschreven)

    def _geschreven(self, pad: Path) -> None:
        self._sessie.gemeld.emit(f"Bewaard als ‘{pad.name}’.", False)
