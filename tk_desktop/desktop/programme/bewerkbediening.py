"""Changing a programme on its screen: adding, renaming, moving and removing, in the table and by keys (SCREENS 2.8)."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.parts.naamvraag import NaamVraag
from tk_desktop.desktop.parts.palet import Keus, Kieslijst
from tk_desktop.desktop.programme.programmabomen import LIJN, PROJECT, REGEL, TABELVELDEN
from tk_desktop.desktop.programme.programmascherm import Programmascherm
from tk_desktop.desktop.session.dialoog import met_weigering
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.begroting import Begrotingsregel
from tk_desktop.domain.datum import kort
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.domain.programma import Project, Projectstatus, Themalijn
from tk_desktop.domain.programmastand import Programmastand
from tk_desktop.programme.begroting import (
    add_regel,
    carry_regels,
    change_regel,
    drop_regel,
    move_regel,
    set_bedrag,
    unlink_besluit,
)
from tk_desktop.programme.gevolgen import join_besluit, naam_van
from tk_desktop.programme.programmas import (
    add_themalijn,
    change_themalijn,
    drop_programma,
    drop_themalijn,
    move_themalijn,
)
from tk_desktop.programme.projecten import add_project, change_project, drop_project, move_project

Werk = Callable[[], object]


class Bewerkbediening(QObject):
    """Wires what is changed on the screen; ``stand`` gives the programme that is shown, or nothing."""

    def __init__(self, sessie: Sessie, blad: Programmascherm, stand: Callable[[], Programmastand | None]) -> None:
        super().__init__(blad)
        self._sessie = sessie
        self._store = sessie.store
        self._blad = blad
        self._stand = stand
        blad.getypt.connect(self._getypt)
        blad.project_geopend.connect(self.open_project)

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what the commands do."""
        return {
            "programma.project-open": self._open_gekozen,
            "programma.lijn": self._vraag_lijn,
            "programma.erbij": self._vraag_erbij,
            "programma.vorige": self._neem_vorige,
            "programma.sub": self._vraag_sub,
            "programma.bewerken": self._bewerk,
            "programma.omhoog": partial(self._verplaats, -1),
            "programma.omlaag": partial(self._verplaats, 1),
            "programma.onder": self._maak_sub,
            "programma.los": self._maak_los,
            "programma.verwijderen": self._verwijder,
            "programma.besluit": self._vraag_besluit,
            "programma.los-besluit": self._vraag_los,
            "programma.weg": self._weg,
        }

    def open_project(self, project_id: str) -> None:
        """Show the form of a project."""
        stand = self._stand()
        if stand is not None:
            laad("programme.projectbediening").Projectbediening(
                self._sessie, stand.programma.id, project_id, self._blad.window()
            ).open()

    def _open_gekozen(self) -> None:
        if self._blad.project:
            self.open_project(self._blad.project)
        else:
            self._zeg("Kies een project op het bord of in de tabel.")

    # What was typed in a cell

    def _getypt(self, id_: str, soort: str, kolom: int, tekst: str) -> None:
        werk: Werk
        if soort == LIJN:
            werk = partial(change_themalijn, self._store, id_, naam=tekst)
        elif soort == REGEL and kolom == 0:
            werk = partial(change_regel, self._store, id_, naam=tekst)
        elif soort == REGEL:
            werk = partial(set_bedrag, self._store, id_, self._blad.begroting.soorten[kolom - 1], tekst)
        elif kolom and TABELVELDEN[kolom] == "status":
            status = next(een for een in Projectstatus if str(een) == tekst)
            werk = partial(change_project, self._store, id_, status=status)
        else:
            werk = partial(change_project, self._store, id_, **{TABELVELDEN[kolom]: tekst})  # type: ignore[arg-type]
        naam = {LIJN: "Themalijn hernoemen", REGEL: "Begroting wijzigen"}.get(soort, "Project wijzigen")
        self._sessie.doe(naam, werk)

    def _bewerk(self) -> None:
        boom = self._blad.boom
        if boom is not None:
            if not boom.bewerk():
                self._zeg("Hier valt niets te typen: dit bedrag volgt uit de andere, of is een totaal.")
        elif not self._blad.open_rij():
            self._zeg("Hier valt niets te typen. Kies een regel die u met Enter opent.")

    # Adding

    def _vraag_lijn(self) -> None:
        stand = self._stand()
        if stand is None:
            self._zeg("Maak eerst een programma.")
            return
        erbij = partial(add_themalijn, self._store, stand.programma.id)
        self._vraag("Nieuwe themalijn", "&Naam van de themalijn", "Themalijn toevoegen", erbij)

    def _vraag_erbij(self) -> None:
        """Ask for a project under the themalijn that is chosen, or for a line where the budget is shown."""
        stand = self._stand()
        bij_begroting = self._blad.boom is self._blad.begroting
        if stand is None or (bij_begroting and stand.periode is None):
            self._zeg("Maak eerst een programma met een periode.")
        elif bij_begroting and stand.periode is not None:
            erbij = self._regel_erbij(stand, stand.periode.naam)
            self._vraag("Nieuwe begrotingsregel", "&Naam van de regel", "Begrotingsregel toevoegen", erbij)
        elif not stand.themalijnen:
            self._zeg("Maak eerst een themalijn (Ctrl+Shift+H).")
        else:
            project_erbij = partial(add_project, self._store, self._lijn(stand))
            self._vraag("Nieuw project", "&Naam van het project", "Project toevoegen", project_erbij)

    def _vraag_sub(self) -> None:
        project = self._gekozen()
        if project is None:
            self._zeg("Kies eerst het project waar het onder hoort.")
        else:
            erbij = partial(add_project, self._store, project.themalijn_id, ouder_id=project.id)
            titel = f"Nieuw subproject van ‘{project.naam}’"
            self._vraag(titel, "&Naam van het subproject", "Project toevoegen", erbij)

    def _regel_erbij(self, stand: Programmastand, periode: str) -> Callable[[str], Begrotingsregel]:
        """Return what adds a line beside the one that is chosen: on its side, of its themalijn or group."""
        naast = next((een for een in stand.regels if een.id == self._blad.begroting.rij[1]), None)
        erbij = partial(add_regel, self._store, stand.programma.id, periode)
        if naast is None:
            return erbij
        return partial(erbij, zijde=naast.zijde, groep=naast.groep, themalijn_id=naast.themalijn_id)

    def _neem_vorige(self) -> None:
        """Begin the budget of the period that is shown with the lines of the one before it."""
        stand = self._stand()
        periode = stand.periode if stand is not None else None
        vorige = stand.vorige(periode.naam) if stand is not None and periode is not None else None
        if stand is None or periode is None or vorige is None:
            self._zeg("Er is geen periode vóór deze. Maak perioden bij de gegevens van het programma.")
            return

        def daarna(nieuw: tuple[Begrotingsregel, ...]) -> None:
            if nieuw:
                regels = meervoud(len(nieuw), "regel", "regels")
                self._sessie.gemeld.emit(f"{regels} uit {vorige.naam} overgenomen, zonder wat er is besteed.", True)
            else:
                self._zeg(f"Alle regels uit {vorige.naam} staan hier al.")

        werk = partial(carry_regels, self._store, stand.programma.id, vorige.naam, periode.naam)
        self._sessie.doe("Begrotingsregels overnemen", werk, daarna=daarna)

    # Moving and removing

    def _verplaats(self, stap: int) -> None:
        """Move what is chosen up or down among its own kind."""
        stand, soort, id_ = self._stand(), *self._rij()
        if stand is None or not id_:
            return
        project = self._gekozen()
        werk: Callable[..., object]
        if soort == LIJN:
            rij, werk = [een.id for een in stand.themalijnen], partial(move_themalijn, self._store, id_)
        elif project is not None:
            buren = [tak.project for tak in stand.takken(project.themalijn_id)]
            rij = [een.id for een in buren if een.ouder_id == project.ouder_id]
            werk = partial(move_project, self._store, id_, ouder_id=project.ouder_id)
        else:
            regel = next(een for een in stand.regels if een.id == id_)
            rij = [
                een.id
                for een in stand.regels
                if (een.periode, een.zijde, een.themalijn_id, een.groep)
                == (regel.periode, regel.zijde, regel.themalijn_id, regel.groep)
            ]
            werk = partial(move_regel, self._store, id_)
        naar = rij.index(id_) + stap
        if not 0 <= naar < len(rij):
            if project is not None:
                self._naar_lijn(stand, project, stap)
            return
        voor = rij[naar] if stap < 0 else next(iter(rij[naar + 1 :]), None)
        self._sessie.doe("Verplaatsen", partial(werk, voor=voor))

    def _naar_lijn(self, stand: Programmastand, project: Project, stap: int) -> None:
        """Move a project that is the first or last of its themalijn into the one before or after it."""
        lijnen = [een.id for een in stand.themalijnen]
        naar = lijnen.index(project.themalijn_id) + stap
        if project.ouder_id is None and 0 <= naar < len(lijnen):
            eerste = next((tak.project.id for tak in stand.takken(lijnen[naar])), None)
            werk = partial(
                move_project, self._store, project.id, themalijn_id=lijnen[naar], voor=eerste if stap > 0 else None
            )
            self._sessie.doe("Naar een andere themalijn", werk)

    def _maak_sub(self) -> None:
        """Put a project under the one above it."""
        stand, project = self._stand(), self._gekozen()
        if stand is None or project is None:
            return
        rij = [een.project for een in stand.takken(project.themalijn_id) if een.project.ouder_id == project.ouder_id]
        plek = [een.id for een in rij].index(project.id)
        if plek == 0:
            self._zeg("Hierboven staat geen project waar het onder kan.")
            return
        werk = partial(move_project, self._store, project.id, ouder_id=rij[plek - 1].id)
        self._sessie.doe("Subproject maken", werk)

    def _maak_los(self) -> None:
        """Let a subproject stand on its own again."""
        project = self._gekozen()
        if project is not None and project.is_sub:
            self._sessie.doe("Project maken van subproject", partial(move_project, self._store, project.id))

    def _verwijder(self) -> None:
        soort, id_ = self._rij()
        doe = {LIJN: drop_themalijn, PROJECT: drop_project, REGEL: drop_regel}.get(soort)
        if doe is None:
            return
        wat = {LIJN: "Themalijn", PROJECT: "Project", REGEL: "Begrotingsregel"}[soort]
        self._sessie.doe(f"{wat} verwijderen", partial(doe, self._store, id_), melding=f"{wat} verwijderd.")

    def _weg(self) -> None:
        """Remove the programme that is shown, with all that is in it."""
        stand = self._stand()
        if stand is not None:
            self._sessie.doe(
                "Programma verwijderen",
                partial(drop_programma, self._store, stand.programma.id),
                melding=f"‘{stand.programma.naam}’ is verwijderd, met alles wat erin stond.",
            )

    # What a besluit changed

    def _vraag_besluit(self) -> None:
        """Ask which besluit changed the project or the line that is chosen."""
        stand, soort, id_ = self._stand(), *self._rij()
        besluiten = sorted(self._store.besluiten.all(), key=lambda een: een.datum, reverse=True)
        if stand is None or soort not in (PROJECT, REGEL):
            self._zeg("Kies eerst een project, of een regel in de begroting.")
        elif not besluiten:
            self._zeg("In deze werkmap zijn nog geen besluiten vastgelegd.")
        else:
            keuzes = [Keus(sleutel=een.id, tekst=naam_van(een), rechts=kort(een.datum)) for een in besluiten]
            lijst = Kieslijst("Door welk besluit is dit gewijzigd?", "Typ een nummer of een woord", self._blad.window())
            lijst.gekozen.connect(partial(self._koppel, stand.programma.id, soort, id_))
            lijst.finished.connect(lijst.deleteLater)
            lijst.open_met(lambda: keuzes)

    def _koppel(self, programma_id: str, soort: str, id_: str, besluit_id: str) -> None:
        waar = {"project_id" if soort == PROJECT else "regel_id": id_}
        self._sessie.doe(
            "Aan een besluit koppelen",
            partial(join_besluit, self._store, programma_id, besluit_id, **waar),
            melding="Gekoppeld. Bij het project en in het register van besluiten staat wat het besluit wijzigde.",
        )

    def _vraag_los(self) -> None:
        """Ask which besluit did not change the project or the line that is chosen after all."""
        stand, _, id_ = self._stand(), *self._rij()
        gevolgen = [een for een in stand.gevolgen if id_ and id_ in (een.project_id, een.regel_id)] if stand else []
        if not gevolgen:
            self._zeg("Kies een project of een regel die aan een besluit is gekoppeld.")
            return
        keuzes = [Keus(sleutel=een.id, tekst=een.wat, rechts=kort(een.datum) if een.datum else "") for een in gevolgen]
        lijst = Kieslijst("Welk besluit hoort hier niet bij?", "Typ een nummer of een woord", self._blad.window())
        lijst.gekozen.connect(self._koppel_los)
        lijst.finished.connect(lijst.deleteLater)
        lijst.open_met(lambda: keuzes)

    def _koppel_los(self, gevolg_id: str) -> None:
        werk = partial(unlink_besluit, self._store, gevolg_id)
        self._sessie.doe("Loskoppelen van een besluit", werk, melding="Losgekoppeld van het besluit.")

    # What is chosen

    def _rij(self) -> tuple[str, str]:
        boom = self._blad.boom
        return boom.rij if boom is not None else ("", "")

    def _gekozen(self) -> Project | None:
        stand, (soort, id_) = self._stand(), self._rij()
        if stand is None or soort != PROJECT:
            return None
        return next((een for een in stand.projecten if een.id == id_), None)

    def _lijn(self, stand: Programmastand) -> str:
        """Return the themalijn that is chosen, or that of the project, else the last."""
        soort, id_ = self._rij()
        project = self._gekozen()
        if project is not None:
            return project.themalijn_id
        return id_ if soort == LIJN else stand.themalijnen[-1].id

    def _kies(self, id_: str) -> None:
        for boom in (self._blad.bord, self._blad.tabel, self._blad.begroting):
            boom.kies(id_)

    def _vraag(
        self, titel: str, vraag: str, actie: str, erbij: Callable[[str], Themalijn | Project | Begrotingsregel]
    ) -> None:
        """Ask for the name of what ``erbij`` adds, and go to it once it is there."""
        vak = NaamVraag(titel, vraag, "", "&Toevoegen", self._blad.window())
        sluit = met_weigering(vak, self._sessie)

        def daarna(nieuw: Themalijn | Project | Begrotingsregel) -> None:
            sluit(nieuw)
            self._kies(nieuw.id)

        vak.gegeven.connect(lambda naam: self._sessie.doe(actie, partial(erbij, naam), daarna=daarna))
        vak.open()

    def _zeg(self, zin: str) -> None:
        self._sessie.gemeld.emit(zin, False)
