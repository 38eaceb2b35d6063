"""The form of a project in the window: every field is kept at once, and undone there too."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tk_desktop.desktop.programme.projectblad import STAPVELDEN, ZORGSOORTEN, Projectblad, Projectstand
from tk_desktop.desktop.session.dialoog import in_venster
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.programma import Projectstatus, Zorgsoort
from tk_desktop.programme.projecten import (
    add_stap,
    add_zorg,
    change_project,
    change_stap,
    change_zorg,
    drop_stap,
    drop_zorg,
    move_stap,
    report,
    set_status,
)
from tk_desktop.programme.stand import read_stand


class Projectbediening(QObject):
    """Wires the form of one project of one programme."""

    def __init__(self, sessie: Sessie, programma_id: str, project_id: str, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._store = sessie.store
        self._programma = programma_id
        self._project = project_id
        self._ouder = ouder
        self.blad = Projectblad()
        self.setParent(self.blad)
        self._stand = self._lees()

    def open(self) -> None:
        """Show the form in a window of its own."""
        stand = self._stand
        if stand is None:
            return
        self._verbind()
        self.blad.toon(stand)
        in_venster(self.blad, stand.project.naam, self._ouder, self._sessie)

    def _lees(self) -> Projectstand | None:
        """Return the project as it stands, or nothing where it is gone."""
        stand = read_stand(self._store, self._programma)
        project = next((een for een in stand.projecten if een.id == self._project), None)
        return Projectstand(stand=stand, project=project, periode=stand.periode) if project else None

    def _herlaad(self) -> None:
        self._stand = self._lees()
        if self._stand is not None:
            self.blad.toon(self._stand)

    def _verbind(self) -> None:
        blad = self.blad
        self._sessie.veranderd.connect(self._herlaad)
        blad.veld.connect(self._wijzig)
        blad.bericht.connect(self._vertel)
        blad.status.connect(self._andere_status)
        blad.besloten.connect(self._besloten)
        blad.stappen.gewijzigd.connect(self._stap)
        blad.stappen.verwijderd.connect(lambda id_: self._doe("Stap verwijderen", partial(drop_stap, self._store, id_)))
        blad.stappen.verplaatst.connect(
            lambda id_, stap: self._doe("Stap verplaatsen", partial(move_stap, self._store, id_, stap))
        )
        blad.zorgen.gewijzigd.connect(self._zorg)
        blad.zorgen.verwijderd.connect(
            lambda id_: self._doe("Risico verwijderen", partial(drop_zorg, self._store, id_))
        )

    def _doe(self, naam: str, werk: Callable[[], object], samen: str = "") -> None:
        self._sessie.doe(naam, werk, samen=samen)

    def _wijzig(self, veld: str, tekst: str) -> None:
        werk = partial(change_project, self._store, self._project, **{veld: tekst})  # type: ignore[arg-type]
        self._doe("Project wijzigen", werk, samen=f"project {self._project} {veld}")

    def _vertel(self, veld: str, tekst: str) -> None:
        periode = self._stand.periode if self._stand else None
        if periode is not None:
            werk = partial(report, self._store, self._project, periode.naam, **{veld: tekst})  # type: ignore[arg-type]
            self._doe("Over de periode vertellen", werk, samen=f"bericht {self._project} {veld}")

    def _andere_status(self, status: Projectstatus) -> None:
        self._doe("Status wijzigen", partial(set_status, self._store, self._project, status))

    def _besloten(self, besloten: bool) -> None:
        naam = "Project besloten maken" if besloten else "Project openbaar maken"
        self._doe(naam, partial(change_project, self._store, self._project, besloten=besloten))

    def _stap(self, id_: str, kolom: int, tekst: str) -> None:
        veld = {STAPVELDEN[kolom]: tekst}
        if id_:
            self._doe("Stap wijzigen", partial(change_stap, self._store, id_, **veld))
        else:
            wat = veld.pop("wat", "") or "Nieuwe stap"
            self._doe("Stap toevoegen", partial(add_stap, self._store, self._project, wat, **veld))

    def _zorg(self, id_: str, kolom: int, tekst: str) -> None:
        """Keep a risk; its kind is known by its first letter."""
        soort = next((een for een in ZORGSOORTEN if tekst[:1] and een.startswith(tekst[:1].casefold())), "")
        eigen = Zorgsoort(soort) if kolom == 0 and soort else None
        if id_:
            self._doe("Risico wijzigen", partial(change_zorg, self._store, id_, eigen, tekst if kolom else None))
        else:
            wat = tekst if kolom else "Nog te omschrijven"
            self._doe("Risico toevoegen", partial(add_zorg, self._store, self._project, eigen or Zorgsoort.RISICO, wat))
