"""The tables of programmes: themalijnen, projects and what was told of them, and the lines of their budgets."""

from typing import TypeVar

from sqlite_utils import Database

from tk_desktop.base.ids import only_id
from tk_desktop.domain.begroting import (
    Begrotingsregel,
    Besluitgevolg,
    Financieringsbron,
    GedruktTotaal,
    Meeneempost,
    Regelbedrag,
)
from tk_desktop.domain.programma import (
    Aanpakstap,
    Afkorting,
    Periodebericht,
    Programma,
    Programmaperiode,
    Programmarol,
    Project,
    Projectfase,
    Projectzorg,
    Themalijn,
)
from tk_desktop.domain.programmapublicatie import Programmapublicatie
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.store.tabel import Rij, Tabel, rijen_bij

T = TypeVar("T")


class _VanProgramma(Tabel[T]):
    """Rows that belong to a programme, in the order of ``orde``."""

    orde = "volgorde, id"

    def van(self, programma_id: str) -> tuple[T, ...]:
        """Return the rows of a programme, in their order."""
        return self._waar(f"programma_id = :id ORDER BY {self.orde}", {"id": programma_id})


class _VanProject(Tabel[T]):
    """Rows that belong to a project, in the order of ``orde``."""

    orde = "volgorde, id"

    def van(self, project_id: str) -> tuple[T, ...]:
        """Return the rows of a project, in their order."""
        return self._waar(f"project_id = :id ORDER BY {self.orde}", {"id": project_id})

    def van_programma(self, programma_id: str) -> tuple[T, ...]:
        """Return the rows of all projects of a programme."""
        voorwaarde = f"""project_id IN (SELECT p.id FROM project p JOIN themalijn t ON t.id = p.themalijn_id
                                        WHERE t.programma_id = :id) ORDER BY project_id, {self.orde}"""
        return self._waar(voorwaarde, {"id": programma_id})


class Programmas(Tabel[Programma]):
    """The programmes."""

    tabel = "programma"
    klasse = Programma

    def all(self) -> tuple[Programma, ...]:
        """Return all programmes, by name."""
        return self._waar("1 = 1 ORDER BY naam, id", {})


class Perioden(_VanProgramma[Programmaperiode]):
    """The periods that are reported on, the earliest first."""

    tabel = "programmaperiode"
    klasse = Programmaperiode
    orde = "van, tot, id"


class Themalijnen(_VanProgramma[Themalijn]):
    """The lines of work of a programme."""

    tabel = "themalijn"
    klasse = Themalijn


class Fasen(_VanProgramma[Projectfase]):
    """The phases of a programme, with their definitions."""

    tabel = "projectfase"
    klasse = Projectfase


class Projecten(Tabel[Project]):
    """The projects and subprojects."""

    tabel = "project"
    klasse = Project

    def van_themalijn(self, themalijn_id: str) -> tuple[Project, ...]:
        """Return the projects of a themalijn, subprojects among them, in their order."""
        return self._waar("themalijn_id = :id ORDER BY volgorde, id", {"id": themalijn_id})

    def van(self, programma_id: str) -> tuple[Project, ...]:
        """Return the projects of a programme, by themalijn and in their order."""
        voorwaarde = """themalijn_id IN (SELECT id FROM themalijn WHERE programma_id = :id)
                        ORDER BY (SELECT t.volgorde FROM themalijn t WHERE t.id = themalijn_id), themalijn_id,
                                 volgorde, id"""
        return self._waar(voorwaarde, {"id": programma_id})


class Aanpakstappen(_VanProject[Aanpakstap]):
    """The steps of projects."""

    tabel = "aanpakstap"
    klasse = Aanpakstap


class Projectzorgen(_VanProject[Projectzorg]):
    """Risks and dependencies of projects."""

    tabel = "projectzorg"
    klasse = Projectzorg


class Periodeberichten(_VanProject[Periodebericht]):
    """What was told of projects, period by period."""

    tabel = "periodebericht"
    klasse = Periodebericht
    orde = "periode, id"


class Programmarollen(_VanProgramma[Programmarol]):
    """Who does what in a programme."""

    tabel = "programmarol"
    klasse = Programmarol


class Afkortingen(_VanProgramma[Afkorting]):
    """Short forms and what they stand for, by the alphabet."""

    tabel = "afkorting"
    klasse = Afkorting
    orde = "kort COLLATE NOCASE, id"


class Bronnen(_VanProgramma[Financieringsbron]):
    """Where the money of a programme comes from."""

    tabel = "financieringsbron"
    klasse = Financieringsbron


class Regelbedragen(Tabel[Regelbedrag]):
    """The amounts of lines, a row each, which two laptops make alike."""

    tabel = "begrotingsbedrag"
    klasse = Regelbedrag

    def van_regels(self, regel_ids: list[str]) -> dict[str, tuple[Regelbedrag, ...]]:
        """Return the amounts of each line."""
        uit: dict[str, tuple[Regelbedrag, ...]] = {}
        for rij in rijen_bij(self._db, self.tabel, "regel_id", regel_ids):
            uit[rij["regel_id"]] = (*uit.get(rij["regel_id"], ()), self._waarde(rij))
        return uit

    def bewaar(self, regel_id: str, bedragen: tuple[Regelbedrag, ...]) -> None:
        """Make these the amounts of a line."""
        nieuw = {only_id(regel_id, een.soort.value): een for een in bedragen}
        for rij in rijen_bij(self._db, self.tabel, "regel_id", [regel_id]):
            if rij["id"] not in nieuw:
                self.delete(rij["id"])
        for id_, een in nieuw.items():
            self._schrijf(self._rij(een, id=id_, regel_id=regel_id))


class Begrotingsregels(_VanProgramma[Begrotingsregel]):
    """The lines of budgets, each with its amounts."""

    tabel = "begrotingsregel"
    klasse = Begrotingsregel
    elders = ("bedragen",)

    def __init__(self, db: Database) -> None:
        super().__init__(db)
        self._bedragen = Regelbedragen(db)

    def van_periode(self, programma_id: str, periode: str) -> tuple[Begrotingsregel, ...]:
        """Return the lines of a programme over one period, in their order."""
        waarden = {"id": programma_id, "periode": periode}
        return self._waar("programma_id = :id AND periode = :periode ORDER BY volgorde, id", waarden)

    def save(self, waarde: Begrotingsregel) -> None:
        """Insert or replace a line with its amounts; what follows from the others is not stored."""
        zonder = waarde.zonder_dubbele()
        self._schrijf(self._rij(zonder))
        self._bedragen.bewaar(zonder.id, zonder.bedragen)

    def _waar(self, voorwaarde: str, waarden: Rij) -> tuple[Begrotingsregel, ...]:
        rijen = list(self._db.query(f"SELECT * FROM {self.tabel} WHERE {voorwaarde}", dict(waarden)))
        bedragen = self._bedragen.van_regels([rij["id"] for rij in rijen])
        leeg = Begrotingsregel(id="", programma_id="", volgorde="", periode="", naam="")
        return tuple(self._waarde(rij, bedragen=leeg.met(*bedragen.get(rij["id"], ())).bedragen) for rij in rijen)


class GedrukteTotalen(_VanProgramma[GedruktTotaal]):
    """What papers printed as totals and is other than the lines together."""

    tabel = "gedrukt_totaal"
    klasse = GedruktTotaal
    orde = "periode, naam, soort, id"


class Meeneemposten(_VanProgramma[Meeneempost]):
    """What is proposed to go to another year."""

    tabel = "meeneempost"
    klasse = Meeneempost


class Besluitgevolgen(_VanProgramma[Besluitgevolg]):
    """What besluiten did to projects and lines."""

    tabel = "besluitgevolg"
    klasse = Besluitgevolg
    orde = "datum, id"

    def van_besluit(self, besluit_id: str) -> tuple[Besluitgevolg, ...]:
        """Return what one besluit did."""
        return self._waar("besluit_id = :id ORDER BY id", {"id": besluit_id})


class Programmapublicaties(_VanProgramma[Programmapublicatie]):
    """What of programmes stands or stood on a site."""

    tabel = "programmapublicatie"
    klasse = Programmapublicatie
    orde = "geplaatst, id"

    def op_site(self, doelgroep: Doelgroep) -> tuple[Programmapublicatie, ...]:
        """Return what stands on the site of these readers, the latest first."""
        voorwaarde = "doelgroep = :voor AND ingetrokken IS NULL ORDER BY geplaatst DESC, id"
        return self._waar(voorwaarde, {"voor": doelgroep.value})


class Programmatafels:
    """Every table of programmes in one database."""

    def __init__(self, db: Database) -> None:
        self.programmas = Programmas(db)
        self.perioden = Perioden(db)
        self.themalijnen = Themalijnen(db)
        self.fasen = Fasen(db)
        self.projecten = Projecten(db)
        self.stappen = Aanpakstappen(db)
        self.zorgen = Projectzorgen(db)
        self.berichten = Periodeberichten(db)
        self.rollen = Programmarollen(db)
        self.afkortingen = Afkortingen(db)
        self.bronnen = Bronnen(db)
        self.regels = Begrotingsregels(db)
        self.totalen = GedrukteTotalen(db)
        self.meenemen = Meeneemposten(db)
        self.gevolgen = Besluitgevolgen(db)
        self.publicaties = Programmapublicaties(db)
