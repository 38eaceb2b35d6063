"""What was done in meetings: presence, votes, besluiten, verslagen, acties, rounds and what is kept secret."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from sqlite_utils import Database

from tk_desktop.domain.actie import Actie, Standregel
from tk_desktop.domain.besluit import Besluit
from tk_desktop.domain.geheimhouding import Geheimgebeurtenis, Geheimhouding
from tk_desktop.domain.presentie import Belang, Presentie
from tk_desktop.domain.ronde import Reactie, Ronde
from tk_desktop.domain.stemming import Stem, Stemming
from tk_desktop.domain.vergadering import Vergadering
from tk_desktop.domain.verslag import Correctie, Heropening, Puntverslag, Schorsing, Verslag
from tk_desktop.domain.zitting import Zitting
from tk_desktop.store.tabel import Onderdeel, Rij, Tabel
from tk_desktop.store.zoeken import Zoekregister, Zoeksoort

T = TypeVar("T")

_VAN_DE_VERGADERING = "agendapunt_id IN (SELECT id FROM agendapunt WHERE vergadering_id = :id)"


class _BijPunten(Tabel[T]):
    """Rows that belong to items."""

    orde = "id"

    def van_vergadering(self, vergadering_id: str) -> tuple[T, ...]:
        """Return the rows of all items of a meeting, in order."""
        return self._waar(f"{_VAN_DE_VERGADERING} ORDER BY {self.orde}", {"id": vergadering_id})

    def van_punt(self, agendapunt_id: str) -> tuple[T, ...]:
        """Return the rows of one item, in order."""
        return self._waar(f"agendapunt_id = :id ORDER BY {self.orde}", {"id": agendapunt_id})


class Presenties(Tabel[Presentie]):
    """Who was there and who was not."""

    tabel = "presentie"
    klasse = Presentie

    def van_vergadering(self, vergadering_id: str) -> tuple[Presentie, ...]:
        """Return the list of names of a meeting, in order."""
        return self._waar("vergadering_id = :id ORDER BY volgorde, id", {"id": vergadering_id})


class Belangen(_BijPunten[Belang]):
    """Interests that were declared."""

    tabel = "belang"
    klasse = Belang


class Puntverslagen(_BijPunten[Puntverslag]):
    """What is written of items; when two laptops each made a row for one item, both stay."""

    tabel = "puntverslag"
    klasse = Puntverslag

    def save(self, waarde: Puntverslag) -> None:
        """Insert or replace what is written of an item, and let it be found."""
        super().save(waarde)
        Zoekregister(self._db).neem_op(Zoeksoort.VERSLAG, waarde.id, waarde.zoekteksten())

    def zet_achter_deuren(self, punt_id: str) -> None:
        """Make what is written of an item its closed part: it was said behind closed doors (H9)."""
        for tekst in self.van_punt(punt_id):
            if tekst.besproken.strip():
                self.save(tekst.achter_deuren())


class Schorsingen(Tabel[Schorsing]):
    """Breaks in meetings."""

    tabel = "schorsing"
    klasse = Schorsing

    def van_vergadering(self, vergadering_id: str) -> tuple[Schorsing, ...]:
        """Return the breaks of a meeting, the earliest first."""
        return self._waar("vergadering_id = :id ORDER BY begonnen, id", {"id": vergadering_id})


class Besluiten(_BijPunten[Besluit]):
    """The register of besluiten."""

    tabel = "besluit"
    klasse = Besluit
    orde = "volgorde, id"

    def save(self, waarde: Besluit) -> None:
        """Insert or replace one besluit, and let it be found."""
        super().save(waarde)
        Zoekregister(self._db).neem_op(Zoeksoort.BESLUIT, waarde.id, [waarde.zoektekst()])

    def all(self) -> tuple[Besluit, ...]:
        """Return the whole register, the latest first."""
        return self._waar("1 = 1 ORDER BY datum DESC, nummer DESC, volgorde, id", {})

    def vergaderingen(self) -> tuple[str, ...]:
        """Return the ids of the meetings in which something was decided."""
        rijen = self._db.query(
            """SELECT DISTINCT vergadering_id FROM agendapunt
               WHERE id IN (SELECT agendapunt_id FROM besluit) ORDER BY vergadering_id"""
        )
        return tuple(str(rij["vergadering_id"]) for rij in rijen)

    def nummers(self) -> frozenset[str]:
        """Return the numbers that were given."""
        return frozenset(rij["nummer"] for rij in self._db.query("SELECT nummer FROM besluit WHERE nummer <> ''"))


class _Stemmen(Onderdeel[Stem]):
    tabel = "stem"
    klasse = Stem
    eigenaar = "stemming_id"


class Stemmingen(_BijPunten[Stemming]):
    """Votes, with who took part; what an older version kept of somebody in a secret vote is not read."""

    tabel = "stemming"
    klasse = Stemming
    orde = "volgorde, id"
    elders = ("stemmen",)

    def __init__(self, db: Database) -> None:
        super().__init__(db)
        self._stemmen = _Stemmen(db)

    def save(self, waarde: Stemming) -> None:
        """Insert or replace one vote with all that take part in it."""
        super().save(waarde)
        self._stemmen.bewaar(waarde.id, waarde.stemmen)

    def _waar(self, voorwaarde: str, waarden: Rij) -> tuple[Stemming, ...]:
        gelezen = super()._waar(voorwaarde, waarden)
        stemmen = self._stemmen.van(een.id for een in gelezen)
        return tuple(replace(een, stemmen=_zonder_geheim(een, stemmen[een.id])) for een in gelezen)


def _zonder_geheim(stemming: Stemming, stemmen: Iterable[Stem]) -> tuple[Stem, ...]:
    return tuple(replace(stem, keuze=None) if stemming.wijze.is_geheim else stem for stem in stemmen)


def besluitrijen(db: Database, zitting: Zitting) -> dict[str, list[Rij]]:
    """Return the rows by table that what was written, voted, decided and agreed in a meeting would be kept as."""
    acties, besluiten, stemmingen, stemmen = Acties(db), Besluiten(db), Stemmingen(db), _Stemmen(db)
    puntverslagen = Puntverslagen(db)
    return {
        "besluit": [besluiten.rij(een) for een in zitting.besluiten],
        "actie": [acties.rij(een) for een in zitting.acties],
        "puntverslag": [puntverslagen.rij(een) for een in zitting.verslagen.values()],
        "stemming": [stemmingen.rij(een) for een in zitting.stemmingen],
        "stem": [{**stemmen.rij(stem), stemmen.eigenaar: een.id} for een in zitting.stemmingen for stem in een.stemmen],
    }


class _Correcties(Onderdeel[Correctie]):
    tabel = "correctie"
    klasse = Correctie
    eigenaar = "verslag_id"


class _Heropeningen(Onderdeel[Heropening]):
    tabel = "heropening"
    klasse = Heropening
    eigenaar = "verslag_id"


class Verslagen(Tabel[Verslag]):
    """How far verslagen are, with what was set right and when they were a draft again."""

    tabel = "verslag"
    klasse = Verslag
    elders = ("correcties", "heropeningen")

    def __init__(self, db: Database) -> None:
        super().__init__(db)
        self._correcties = _Correcties(db)
        self._heropeningen = _Heropeningen(db)

    def van_vergadering(self, vergadering_id: str) -> Verslag | None:
        """Return the verslag of a meeting, or ``None`` when none was begun."""
        return next(iter(self._waar("vergadering_id = :id ORDER BY id", {"id": vergadering_id})), None)

    def save(self, waarde: Verslag) -> None:
        """Insert or replace one verslag with what belongs to it."""
        super().save(waarde)
        self._correcties.bewaar(waarde.id, waarde.correcties)
        self._heropeningen.bewaar(waarde.id, waarde.heropeningen)

    def _waar(self, voorwaarde: str, waarden: Rij) -> tuple[Verslag, ...]:
        gelezen = super()._waar(voorwaarde, waarden)
        ids = [een.id for een in gelezen]
        correcties, heropeningen = self._correcties.van(ids), self._heropeningen.van(ids)
        return tuple(replace(een, correcties=correcties[een.id], heropeningen=heropeningen[een.id]) for een in gelezen)


class _Standen(Onderdeel[Standregel]):
    tabel = "actie_stand"
    klasse = Standregel
    eigenaar = "actie_id"


class Acties(_BijPunten[Actie]):
    """Acties and toezeggingen of all bodies."""

    tabel = "actie"
    klasse = Actie
    orde = "volgorde, id"
    elders = ("standen",)

    def __init__(self, db: Database) -> None:
        super().__init__(db)
        self._standen = _Standen(db)

    def all(self) -> tuple[Actie, ...]:
        """Return all, those with the nearest day first, those without a day last."""
        return self._waar("1 = 1 ORDER BY voor IS NULL, voor, ontstaan, volgorde, id", {})

    def van_vergadering(self, vergadering_id: str) -> tuple[Actie, ...]:
        """Return what was agreed in a meeting, in order."""
        return self._waar("vergadering_id = :id ORDER BY volgorde, id", {"id": vergadering_id})

    def open_voor(self, vergadering: Vergadering) -> tuple[Actie, ...]:
        """Return what the body had open when a meeting began, the oldest first (I3).

        What was agreed in the meeting itself or later is not among it; what was done since is, when it was open then.
        """
        return self._waar(
            """gremium_id = :gremium AND vergadering_id IS NOT :id AND ontstaan <= :dag
               AND (afgedaan IS NULL OR afgedaan >= :dag) ORDER BY ontstaan, volgorde, id""",
            {"gremium": vergadering.gremium_id, "id": vergadering.id, "dag": vergadering.datum.isoformat()},
        )

    def save(self, waarde: Actie) -> None:
        """Insert or replace one with what was told of it, and let it be found."""
        super().save(waarde)
        self._standen.bewaar(waarde.id, waarde.standen)
        Zoekregister(self._db).neem_op(Zoeksoort.ACTIE, waarde.id, [waarde.zoektekst()])

    def _waar(self, voorwaarde: str, waarden: Rij) -> tuple[Actie, ...]:
        gelezen = super()._waar(voorwaarde, waarden)
        standen = self._standen.van(een.id for een in gelezen)
        return tuple(replace(een, standen=standen[een.id]) for een in gelezen)


class _Gebeurtenissen(Onderdeel[Geheimgebeurtenis]):
    tabel = "geheimhouding_gebeurtenis"
    klasse = Geheimgebeurtenis
    eigenaar = "geheimhouding_id"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Over:
    """A paper or an item that is covered; its id is made of both, so that it is there once."""

    id: str
    over: str
    al_besloten: bool = False


class _OverIets(Onderdeel[_Over]):
    klasse = _Over
    eigenaar = "geheimhouding_id"

    def bewaar_ids(self, eigenaar: str, ids: Iterable[str], al_besloten: Collection[str]) -> None:
        rijen = [_Over(id=f"{eigenaar}:{over}", over=over, al_besloten=over in al_besloten) for over in ids]
        self.bewaar(eigenaar, rijen)


class _OverStukken(_OverIets):
    tabel = "geheimhouding_stuk"


class _OverPunten(_OverIets):
    tabel = "geheimhouding_punt"


class Geheimhoudingen(Tabel[Geheimhouding]):
    """The register of geheimhouding."""

    tabel = "geheimhouding"
    klasse = Geheimhouding
    elders = ("stukken", "agendapunten", "al_besloten", "gebeurtenissen")

    def __init__(self, db: Database) -> None:
        super().__init__(db)
        self._stukken = _OverStukken(db)
        self._punten = _OverPunten(db)
        self._gebeurtenissen = _Gebeurtenissen(db)

    def van_vergadering(self, vergadering_id: str) -> tuple[Geheimhouding, ...]:
        """Return what covers an item or a paper of a meeting, in order of id."""
        return self._waar(
            """id IN (SELECT geheimhouding_id FROM geheimhouding_punt
                      WHERE over IN (SELECT id FROM agendapunt WHERE vergadering_id = :id)
                      UNION SELECT geheimhouding_id FROM geheimhouding_stuk
                      WHERE over IN (SELECT id FROM stuk WHERE vergadering_id = :id))
               ORDER BY id""",
            {"id": vergadering_id},
        )

    def geldend(self, vergadering_id: str) -> tuple[Geheimhouding, ...]:
        """Return what covers an item or a paper of a meeting and was not lifted, in order of id."""
        return tuple(een for een in self.van_vergadering(vergadering_id) if not een.is_opgeheven)

    def met_einddatum(self, uiterlijk: date) -> tuple[Geheimhouding, ...]:
        """Return the duties whose day has come, lifted or not, the earliest first (J5)."""
        return self._waar("einddatum <= :dag ORDER BY einddatum, id", {"dag": uiterlijk.isoformat()})

    def save(self, waarde: Geheimhouding) -> None:
        """Insert or replace one with what it covers and what was done about it."""
        super().save(waarde)
        self._stukken.bewaar_ids(waarde.id, waarde.stukken, waarde.al_besloten)
        self._punten.bewaar_ids(waarde.id, waarde.agendapunten, waarde.al_besloten)
        self._gebeurtenissen.bewaar(waarde.id, waarde.gebeurtenissen)

    def _waar(self, voorwaarde: str, waarden: Rij) -> tuple[Geheimhouding, ...]:
        gelezen = super()._waar(voorwaarde, waarden)
        ids = [een.id for een in gelezen]
        stukken, punten = self._stukken.van(ids), self._punten.van(ids)
        gebeurtenissen = self._gebeurtenissen.van(ids)
        return tuple(
            replace(
                een,
                stukken=tuple(rij.over for rij in stukken[een.id]),
                agendapunten=tuple(rij.over for rij in punten[een.id]),
                al_besloten=frozenset(rij.over for rij in (*stukken[een.id], *punten[een.id]) if rij.al_besloten),
                gebeurtenissen=gebeurtenissen[een.id],
            )
            for een in gelezen
        )


class _Reacties(Onderdeel[Reactie]):
    tabel = "ronde_reactie"
    klasse = Reactie
    eigenaar = "ronde_id"


class Rondes(_BijPunten[Ronde]):
    """Rounds of letters."""

    tabel = "ronde"
    klasse = Ronde
    orde = "verzonden, id"
    elders = ("reacties",)

    def __init__(self, db: Database) -> None:
        super().__init__(db)
        self._reacties = _Reacties(db)

    def save(self, waarde: Ronde) -> None:
        """Insert or replace one round with its answers."""
        super().save(waarde)
        self._reacties.bewaar(waarde.id, waarde.reacties)

    def _waar(self, voorwaarde: str, waarden: Rij) -> tuple[Ronde, ...]:
        gelezen = super()._waar(voorwaarde, waarden)
        reacties = self._reacties.van(een.id for een in gelezen)
        return tuple(replace(een, reacties=reacties[een.id]) for een in gelezen)
