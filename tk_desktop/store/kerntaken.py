"""The tables of core tasks: parts with their columns, bouwstenen, how they were weighed, and scenarios."""

from sqlite_utils import Database

from tk_desktop.domain.kerntaken import Afweging, Bouwsteen, Bouwsteenveld, Bouwsteenvraag, Kerndeel, Kernkolom
from tk_desktop.domain.scenarios import Scenario, Scenariopost
from tk_desktop.store.tabel import Onderdeel, Rij, Tabel

_IN_PROGRAMMA = """bouwsteen_id IN (SELECT b.id FROM bouwsteen b JOIN kerndeel d ON d.id = b.deel_id
                   WHERE d.programma_id = :id)"""


class _Kolommen(Onderdeel[Kernkolom]):
    tabel = "kernkolom"
    klasse = Kernkolom
    eigenaar = "deel_id"


class _Velden(Onderdeel[Bouwsteenveld]):
    tabel = "bouwsteenveld"
    klasse = Bouwsteenveld
    eigenaar = "bouwsteen_id"


class Kerndelen(Tabel[Kerndeel]):
    """The parts of an organisation, each with the columns of its table."""

    tabel = "kerndeel"
    klasse = Kerndeel
    elders = ("kolommen",)

    def __init__(self, db: Database) -> None:
        super().__init__(db)
        self._kolommen = _Kolommen(db)

    def van(self, programma_id: str) -> tuple[Kerndeel, ...]:
        """Return the parts, in their order."""
        return self._waar("programma_id = :id ORDER BY volgorde, id", {"id": programma_id})

    def save(self, waarde: Kerndeel) -> None:
        """Insert or replace a part with its columns."""
        super().save(waarde)
        self._kolommen.bewaar(waarde.id, waarde.kolommen)

    def _waar(self, voorwaarde: str, waarden: Rij) -> tuple[Kerndeel, ...]:
        rijen = list(self._db.query(f"SELECT * FROM {self.tabel} WHERE {voorwaarde}", dict(waarden)))
        kolommen = self._kolommen.van(rij["id"] for rij in rijen)
        return tuple(self._waarde(rij, kolommen=kolommen[rij["id"]]) for rij in rijen)


class Bouwstenen(Tabel[Bouwsteen]):
    """The tasks, each with what stands in its columns."""

    tabel = "bouwsteen"
    klasse = Bouwsteen
    elders = ("velden",)

    def __init__(self, db: Database) -> None:
        super().__init__(db)
        self._velden = _Velden(db)

    def van(self, programma_id: str) -> tuple[Bouwsteen, ...]:
        """Return the bouwstenen of all parts, part by part in their order."""
        voorwaarde = """deel_id IN (SELECT id FROM kerndeel WHERE programma_id = :id)
                        ORDER BY (SELECT d.volgorde FROM kerndeel d WHERE d.id = deel_id), deel_id, volgorde, id"""
        return self._waar(voorwaarde, {"id": programma_id})

    def van_deel(self, deel_id: str) -> tuple[Bouwsteen, ...]:
        """Return the bouwstenen of one part, in their order."""
        return self._waar("deel_id = :id ORDER BY volgorde, id", {"id": deel_id})

    def save(self, waarde: Bouwsteen) -> None:
        """Insert or replace a bouwsteen with its fields."""
        super().save(waarde)
        self._velden.bewaar(waarde.id, waarde.velden)

    def _waar(self, voorwaarde: str, waarden: Rij) -> tuple[Bouwsteen, ...]:
        rijen = list(self._db.query(f"SELECT * FROM {self.tabel} WHERE {voorwaarde}", dict(waarden)))
        velden = self._velden.van(rij["id"] for rij in rijen)
        return tuple(self._waarde(rij, velden=velden[rij["id"]]) for rij in rijen)


class Afwegingen(Tabel[Afweging]):
    """The answers to the questions of the tree."""

    tabel = "afweging"
    klasse = Afweging

    def van(self, bouwsteen_id: str) -> tuple[Afweging, ...]:
        """Return the answers about one bouwsteen."""
        return self._waar("bouwsteen_id = :id ORDER BY id", {"id": bouwsteen_id})

    def van_programma(self, programma_id: str) -> tuple[Afweging, ...]:
        """Return the answers about all bouwstenen of a programme."""
        return self._waar(f"{_IN_PROGRAMMA} ORDER BY bouwsteen_id, id", {"id": programma_id})


class Bouwsteenvragen(Tabel[Bouwsteenvraag]):
    """Questions about bouwstenen, with their answers."""

    tabel = "bouwsteenvraag"
    klasse = Bouwsteenvraag

    def van(self, bouwsteen_id: str) -> tuple[Bouwsteenvraag, ...]:
        """Return the questions about one bouwsteen, in their order."""
        return self._waar("bouwsteen_id = :id ORDER BY volgorde, id", {"id": bouwsteen_id})

    def van_programma(self, programma_id: str) -> tuple[Bouwsteenvraag, ...]:
        """Return the questions about all bouwstenen of a programme, those of one together and in their order."""
        return self._waar(f"{_IN_PROGRAMMA} ORDER BY bouwsteen_id, volgorde, id", {"id": programma_id})


class Scenarios(Tabel[Scenario]):
    """The scenarios."""

    tabel = "scenario"
    klasse = Scenario

    def van(self, programma_id: str) -> tuple[Scenario, ...]:
        """Return the scenarios, in their order."""
        return self._waar("programma_id = :id ORDER BY volgorde, id", {"id": programma_id})


class Scenarioposten(Tabel[Scenariopost]):
    """What scenarios do with bouwstenen."""

    tabel = "scenariopost"
    klasse = Scenariopost

    def van(self, programma_id: str) -> tuple[Scenariopost, ...]:
        """Return what all scenarios of a programme do."""
        voorwaarde = "scenario_id IN (SELECT id FROM scenario WHERE programma_id = :id) ORDER BY scenario_id, id"
        return self._waar(voorwaarde, {"id": programma_id})


class Kerntaaktafels:
    """Every table of core tasks in one database."""

    def __init__(self, db: Database) -> None:
        self.delen = Kerndelen(db)
        self.bouwstenen = Bouwstenen(db)
        self.afwegingen = Afwegingen(db)
        self.vragen = Bouwsteenvragen(db)
        self.scenarios = Scenarios(db)
        self.posten = Scenarioposten(db)
