"""The sets that were sent: which pages held which part."""

from dataclasses import replace

from sqlite_utils import Database

from tk_desktop.domain.uitgave import Ontvanger, Uitgave, Uitgavebestand, Uitgavedeel
from tk_desktop.domain.vergaderset import Variant
from tk_desktop.store.tabel import Onderdeel, Rij, Tabel


class _Delen(Onderdeel[Uitgavedeel]):
    tabel = "uitgave_deel"
    klasse = Uitgavedeel
    eigenaar = "uitgave_id"


class _Ontvangers(Onderdeel[Ontvanger]):
    tabel = "uitgave_ontvanger"
    klasse = Ontvanger
    eigenaar = "uitgave_id"


class _Bestanden(Onderdeel[Uitgavebestand]):
    tabel = "uitgave_bestand"
    klasse = Uitgavebestand
    eigenaar = "uitgave_id"


class Uitgaven(Tabel[Uitgave]):
    """The sent sets, whole."""

    tabel = "uitgave"
    klasse = Uitgave
    elders = ("delen", "ontvangers", "bestanden")

    def __init__(self, db: Database) -> None:
        super().__init__(db)
        self._delen = _Delen(db)
        self._ontvangers = _Ontvangers(db)
        self._bestanden = _Bestanden(db)

    def van_variant(self, vergadering_id: str, variant: Variant) -> tuple[Uitgave, ...]:
        """Return the sets sent to these readers, the oldest first."""
        return self._waar(
            "vergadering_id = :id AND doelgroep = :doelgroep AND persoon_id IS :persoon ORDER BY volgorde, id",
            {"id": vergadering_id, "doelgroep": variant.doelgroep.value, "persoon": variant.persoon_id},
        )

    def van_vergadering(self, vergadering_id: str) -> tuple[Uitgave, ...]:
        """Return all that was sent of a meeting, the oldest first for each kind of reader."""
        return self._waar("vergadering_id = :id ORDER BY volgorde, id", {"id": vergadering_id})

    def save(self, waarde: Uitgave) -> None:
        """Insert or replace one sent set with its parts, its files and who got it."""
        super().save(waarde)
        self._delen.bewaar(waarde.id, waarde.delen)
        self._ontvangers.bewaar(waarde.id, waarde.ontvangers)
        self._bestanden.bewaar(waarde.id, waarde.bestanden)

    def _waar(self, voorwaarde: str, waarden: Rij) -> tuple[Uitgave, ...]:
        uitgaven = super()._waar(voorwaarde, waarden)
        ids = [uitgave.id for uitgave in uitgaven]
        delen, ontvangers, bestanden = self._delen.van(ids), self._ontvangers.van(ids), self._bestanden.van(ids)
        return tuple(
            replace(
                uitgave,
                delen=delen[uitgave.id],
                ontvangers=ontvangers[uitgave.id],
                bestanden=bestanden[uitgave.id],
            )
            for uitgave in uitgaven
        )
