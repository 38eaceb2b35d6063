"""The nota's, each with its handlers, sections, points of proposal and reasons."""

from dataclasses import replace
from datetime import datetime

from sqlite_utils import Database

from tk_desktop.domain.nota import Argument, Behandelaar, Nota, Sectie
from tk_desktop.store.agendapunten import Voorstelpunten
from tk_desktop.store.tabel import Onderdeel, Rij, Tabel
from tk_desktop.store.zoeken import Zoekregister, Zoeksoort


class Behandelaars(Onderdeel[Behandelaar]):
    """Who answers for a nota."""

    tabel = "nota_behandelaar"
    klasse = Behandelaar
    eigenaar = "nota_id"


class Secties(Onderdeel[Sectie]):
    """The sections of a nota."""

    tabel = "nota_sectie"
    klasse = Sectie
    eigenaar = "nota_id"


class Argumenten(Onderdeel[Argument]):
    """The reasons for and against."""

    tabel = "nota_argument"
    klasse = Argument
    eigenaar = "nota_id"


class Notas(Tabel[Nota]):
    """The nota's, whole."""

    tabel = "nota"
    klasse = Nota
    elders = ("behandelaars", "voorstel", "argumenten", "secties")

    def __init__(self, db: Database) -> None:
        super().__init__(db)
        self._behandelaars = Behandelaars(db)
        self._secties = Secties(db)
        self._argumenten = Argumenten(db)
        self._voorstel = Voorstelpunten(db, "nota_id")
        self._zoekregister = Zoekregister(db)

    def van_vergadering(self, vergadering_id: str) -> dict[str, Nota]:
        """Return the nota's of a meeting, by the id of the paper they fill."""
        voorwaarde = (
            """stuk_id IN (SELECT id FROM stuk WHERE vergadering_id = :id AND verwijderd IS NULL) ORDER BY id"""
        )
        notas = self._waar(voorwaarde, {"id": vergadering_id})
        return {nota.stuk_id: nota for nota in notas}

    def verwijderd(self, vergadering_id: str) -> dict[str, Nota]:
        """Return the nota's of a meeting whose paper was put away, by the id of that paper."""
        voorwaarde = (
            "stuk_id IN (SELECT id FROM stuk WHERE vergadering_id = :id AND verwijderd IS NOT NULL) ORDER BY id"
        )
        return {nota.stuk_id: nota for nota in self._waar(voorwaarde, {"id": vergadering_id})}

    def met_registratienummer(self, nummer: str) -> tuple[Nota, ...]:
        """Return every nota in the werkmap that bears this number, of papers that were not put away."""
        voorwaarde = """registratienummer = :nummer
            AND EXISTS (SELECT 1 FROM stuk WHERE stuk.id = nota.stuk_id AND verwijderd IS NULL) ORDER BY id"""
        return self._waar(voorwaarde, {"nummer": nummer})

    def registratienummers(self) -> tuple[str, ...]:
        """Return all registration numbers in use."""
        rijen = self._db.query("SELECT DISTINCT registratienummer AS nummer FROM nota ORDER BY nummer")
        return tuple(rij["nummer"] for rij in rijen if rij["nummer"])

    def bewerkt(self, nota_id: str) -> datetime | None:
        """Return when a nota was last edited, or ``None``; beside the nota, for it is no part of what it says."""
        rijen = self._db.query("SELECT bewerkt FROM nota WHERE id = :id AND bewerkt <> ''", {"id": nota_id})
        return next((datetime.fromisoformat(rij["bewerkt"]) for rij in rijen), None)

    def zet_bewerkt(self, nota_id: str, nu: datetime) -> None:
        """Tell that a nota was edited now."""
        self._db.execute("UPDATE nota SET bewerkt = :nu WHERE id = :id", {"id": nota_id, "nu": nu.isoformat()})

    def save(self, waarde: Nota) -> None:
        """Insert or replace one nota with all that belongs to it; from now on it is found by its words."""
        super().save(waarde)
        self._behandelaars.bewaar(waarde.id, waarde.behandelaars)
        self._secties.bewaar(waarde.id, waarde.secties)
        self._voorstel.bewaar(waarde.id, waarde.voorstel)
        self._argumenten.bewaar(waarde.id, waarde.argumenten)
        self._zoekregister.neem_op(Zoeksoort.NOTA, waarde.id, [waarde.zoektekst()])

    def _waar(self, voorwaarde: str, waarden: Rij) -> tuple[Nota, ...]:
        notas = super()._waar(voorwaarde, waarden)
        ids = [nota.id for nota in notas]
        behandelaars, secties = self._behandelaars.van(ids), self._secties.van(ids)
        voorstel, argumenten = self._voorstel.van(ids), self._argumenten.van(ids)
        return tuple(
            replace(
                nota,
                behandelaars=behandelaars[nota.id],
                secties=secties[nota.id],
                voorstel=voorstel[nota.id],
                argumenten=argumenten[nota.id],
            )
            for nota in notas
        )
