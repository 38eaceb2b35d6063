"""The notes of readers with their places, how far they are, and what they prepare."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlite_utils import Database

from tk_desktop.domain.aantekening import Aantekening, Anker, Inktpunt, Lijn, Plaats, Soort, Vlak
from tk_desktop.domain.bewerking import Waarde
from tk_desktop.domain.leesstand import Bladwijzer, Leesstand, Voorbereiding
from tk_desktop.store.tabel import Onderdeel, Rij, Tabel
from tk_desktop.store.zoeken import Zoekregister, Zoeksoort


class _Plaatsen(Onderdeel[Plaats]):
    tabel = "aantekening_plaats"
    klasse = Plaats
    eigenaar = "aantekening_id"
    elders = ("anker",)

    def _rij(self, waarde: Plaats, **meer: object) -> dict[str, object]:
        anker = waarde.anker
        return super()._rij(
            waarde,
            versie=anker.versie,
            pagina=anker.pagina,
            begin=anker.begin,
            eindpagina=anker.eindpagina,
            eind=anker.eind,
            citaat=anker.citaat,
            voor=anker.voor,
            na=anker.na,
            vlakken=vlakken_als_tekst(anker.vlakken),
            **meer,
        )

    def _waarde(self, rij: Rij, **meer: object) -> Plaats:
        anker = Anker(
            versie=rij["versie"],
            pagina=rij["pagina"],
            begin=rij["begin"],
            eindpagina=rij["eindpagina"],
            eind=rij["eind"],
            citaat=rij["citaat"],
            voor=rij["voor"],
            na=rij["na"],
            vlakken=vlakken_uit_tekst(rij["vlakken"]),
        )
        return super()._waarde(rij, anker=anker, **meer)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Naam:
    """A name in a set of names; its id is made of the owner and itself, so that it is there once."""

    id: str
    naam: str


class _Namen(Onderdeel[_Naam]):
    klasse = _Naam
    eigenaar = "aantekening_id"

    def namen(self, eigenaars: Iterable[str]) -> dict[str, tuple[str, ...]]:
        return {id_: tuple(sorted(rij.naam for rij in rijen)) for id_, rijen in self.van(eigenaars).items()}

    def bewaar_namen(self, eigenaar: str, namen: Iterable[str]) -> None:
        self.bewaar(eigenaar, _als_rijen(eigenaar, namen))

    def rijen(self, eigenaar: str, namen: Iterable[str]) -> Iterator[Rij]:
        return (self.rij_van(eigenaar, een) for een in _als_rijen(eigenaar, namen))


def _als_rijen(eigenaar: str, namen: Iterable[str]) -> list[_Naam]:
    return [_Naam(id=f"{eigenaar}:{naam}", naam=naam) for naam in namen]


class _Labels(_Namen):
    tabel = "aantekening_label"


class _Lezers(_Namen):
    tabel = "aantekening_lezer"


class Aantekeningen(Tabel[Aantekening]):
    """The notes, whole; never read by ``Store.opname``, so that no set, export or check can hold one."""

    tabel = "aantekening"
    klasse = Aantekening
    elders = ("lijnen", "plaatsen", "labels", "gedeeld_met")

    def __init__(self, db: Database) -> None:
        super().__init__(db)
        self._plaatsen = _Plaatsen(db)
        self._labels = _Labels(db)
        self._mag_lezen = _Lezers(db)
        self._zoekregister = Zoekregister(db)

    def van_vergadering(self, vergadering_id: str) -> tuple[Aantekening, ...]:
        """Return the notes of a meeting, in order of id."""
        return self._waar("vergadering_id = :id ORDER BY id", {"id": vergadering_id})

    def van_papier(self, vergadering_id: str, papier: str) -> tuple[Aantekening, ...]:
        """Return the notes on one paper of a meeting, in order of id."""
        return self._waar(
            "vergadering_id = :id AND papier = :papier ORDER BY id", {"id": vergadering_id, "papier": papier}
        )

    def van_soort(self, soort: Soort) -> tuple[Aantekening, ...]:
        """Return the notes of one kind on all meetings, the oldest first."""
        return self._waar("soort = :soort ORDER BY gemaakt, id", {"soort": soort.value})

    def save(self, waarde: Aantekening) -> None:
        """Insert or replace one note, and let its words be found."""
        super().save(waarde)
        self._plaatsen.bewaar(waarde.id, waarde.plaatsen)
        self._labels.bewaar_namen(waarde.id, waarde.labels)
        self._mag_lezen.bewaar_namen(waarde.id, waarde.gedeeld_met)
        self._zoekregister.neem_op(Zoeksoort.AANTEKENING, waarde.id, [waarde.zoektekst()])

    def rijen(self, waarde: Aantekening) -> Iterator[tuple[str, str, Mapping[str, Waarde]]]:
        """Yield table, id and other columns of every row that a note would be kept as."""
        yield self.tabel, waarde.id, _zonder_id(self._rij(waarde))
        labels = self._labels.rijen(waarde.id, waarde.labels)
        lezers = self._mag_lezen.rijen(waarde.id, waarde.gedeeld_met)
        plaatsen = (self._plaatsen.rij_van(waarde.id, plaats) for plaats in waarde.plaatsen)
        for tabel, rijen in ((_Plaatsen.tabel, plaatsen), (_Labels.tabel, labels), (_Lezers.tabel, lezers)):
            for rij in rijen:
                yield tabel, str(rij["id"]), _zonder_id(rij)

    def _waar(self, voorwaarde: str, waarden: Rij) -> tuple[Aantekening, ...]:
        gelezen = super()._waar(voorwaarde, waarden)
        ids = [aantekening.id for aantekening in gelezen]
        plaatsen, labels, lezers = self._plaatsen.van(ids), self._labels.namen(ids), self._mag_lezen.namen(ids)
        return tuple(
            replace(een, plaatsen=plaatsen[een.id], labels=labels[een.id], gedeeld_met=lezers[een.id])
            for een in gelezen
        )

    def _rij(self, waarde: Aantekening, **meer: object) -> dict[str, object]:
        return super()._rij(waarde, lijnen=lijnen_als_tekst(waarde.lijnen), **meer)

    def _waarde(self, rij: Rij, **meer: object) -> Aantekening:
        return super()._waarde(rij, lijnen=lijnen_uit_tekst(rij["lijnen"]), **meer)


class Leesstanden(Tabel[Leesstand]):
    """How far readers are with the papers."""

    tabel = "leesstand"
    klasse = Leesstand

    def van(self, vergadering_id: str, eigenaar: str) -> dict[str, Leesstand]:
        """Return how far one reader is with the papers of a meeting, by paper."""
        rijen = self._waar(
            "vergadering_id = :id AND eigenaar = :eigenaar ORDER BY gezien, id",
            {"id": vergadering_id, "eigenaar": eigenaar},
        )
        return {stand.papier: stand for stand in rijen}

    def laatst(self, eigenaar: str, hoogstens: int = 8) -> tuple[Leesstand, ...]:
        """Return how far one reader is with the papers read last, over all meetings, the latest first."""
        return self._waar(
            "eigenaar = :eigenaar ORDER BY gezien DESC, id LIMIT :hoogstens",
            {"eigenaar": eigenaar, "hoogstens": hoogstens},
        )


class Bladwijzers(Tabel[Bladwijzer]):
    """The pages that readers want to find again."""

    tabel = "bladwijzer"
    klasse = Bladwijzer

    def van(self, vergadering_id: str, eigenaar: str) -> tuple[Bladwijzer, ...]:
        """Return the bookmarks of one reader in a meeting, by paper and page."""
        return self._waar(
            "vergadering_id = :id AND eigenaar = :eigenaar ORDER BY papier, pagina, id",
            {"id": vergadering_id, "eigenaar": eigenaar},
        )

    def van_vergadering(self, vergadering_id: str) -> tuple[Bladwijzer, ...]:
        """Return the bookmarks of all readers in a meeting."""
        return self._waar("vergadering_id = :id ORDER BY id", {"id": vergadering_id})


class Voorbereidingen(Tabel[Voorbereiding]):
    """What readers prepare, item by item."""

    tabel = "voorbereiding"
    klasse = Voorbereiding

    def van(self, vergadering_id: str, eigenaar: str) -> dict[str, Voorbereiding]:
        """Return what one reader prepared for a meeting, by item."""
        rijen = self._waar(
            """agendapunt_id IN (SELECT id FROM agendapunt WHERE vergadering_id = :id) AND eigenaar = :eigenaar
               ORDER BY id""",
            {"id": vergadering_id, "eigenaar": eigenaar},
        )
        return {rij.agendapunt_id: rij for rij in rijen}

    def van_vergadering(self, vergadering_id: str) -> tuple[Voorbereiding, ...]:
        """Return all that readers prepared for a meeting."""
        return self._waar(
            "agendapunt_id IN (SELECT id FROM agendapunt WHERE vergadering_id = :id) ORDER BY id",
            {"id": vergadering_id},
        )

    def van_eigenaar(self, eigenaar: str) -> tuple[Voorbereiding, ...]:
        """Return all that one reader prepared, over all meetings."""
        return self._waar("eigenaar = :eigenaar ORDER BY id", {"eigenaar": eigenaar})


class Leesteksten:
    """The words of the pages of a version that notes were written on, as they were read then."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def bewaar(self, versie: str, paginas: Sequence[str]) -> None:
        """Keep the texts of a version; what is kept of it already stays."""
        for pagina, tekst in enumerate(paginas, 1):
            self._db.execute(
                """INSERT INTO leestekst (versie, pagina, tekst) VALUES (:versie, :pagina, :tekst)
                   ON CONFLICT (versie, pagina) DO NOTHING""",
                {"versie": versie, "pagina": pagina, "tekst": tekst},
            )

    def van(self, versie: str) -> tuple[str, ...]:
        """Return the texts of the pages of a version, in order; nothing when none were kept."""
        rijen = self._db.query("SELECT tekst FROM leestekst WHERE versie = :versie ORDER BY pagina", {"versie": versie})
        return tuple(rij["tekst"] for rij in rijen)


def _zonder_id(rij: Rij) -> Mapping[str, Waarde]:
    return {kolom: waarde for kolom, waarde in rij.items() if kolom != "id"}


def vlakken_als_tekst(vlakken: Iterable[Vlak]) -> str:
    """Return rectangles as one column."""
    return ";".join(f"{vlak.pagina}:{_getallen(vlak.x0, vlak.y0, vlak.x1, vlak.y1)}" for vlak in vlakken)


def vlakken_uit_tekst(tekst: str) -> tuple[Vlak, ...]:
    """Return the rectangles that a column holds."""
    delen = (deel.split(":") for deel in tekst.split(";") if deel)
    return tuple(Vlak(int(pagina), *map(float, getallen.split(","))) for pagina, getallen in delen)


def lijnen_als_tekst(lijnen: Iterable[Lijn]) -> str:
    """Return strokes as one column."""
    return ";".join(
        f"{lijn.pagina}:" + " ".join(_getallen(punt.x, punt.y, punt.druk) for punt in lijn.punten) for lijn in lijnen
    )


def lijnen_uit_tekst(tekst: str) -> tuple[Lijn, ...]:
    """Return the strokes that a column holds."""
    delen = (deel.split(":") for deel in tekst.split(";") if deel)
    return tuple(
        Lijn(int(pagina), tuple(Inktpunt(*map(float, punt.split(","))) for punt in punten.split()))
        for pagina, punten in delen
    )


def _getallen(*getallen: float) -> str:
    """Write numbers to a thousandth of a point, without trailing zeros."""
    return ",".join(f"{getal:.3f}".rstrip("0").rstrip(".") for getal in getallen)
