"""Who is kept from which item although a member (D12, G11, J2)."""

from collections.abc import Collection, Iterable, Mapping

from sqlite_utils import Database

from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.store.tabel import rijen_bij


class Uitsluitingen:
    """The pairs of an item and a person."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def van(self, punten: Iterable[Agendapunt], van_acties: Mapping[str, Collection[str]]) -> list[tuple[str, str]]:
        """Return the pairs of a meeting, and those of the items of earlier ones from which its open actions come.

        ``van_acties`` gives such an item with those it stands under: who is kept from one of these is kept from it.
        """
        over: dict[str, Collection[str]] = {punt.id: [punt.id] for punt in punten}
        over.update(van_acties)
        rijen = rijen_bij(self._db, "uitgesloten", "agendapunt_id", {id_ for lijn in over.values() for id_ in lijn})
        return [(id_, rij["persoon_id"]) for id_, lijn in over.items() for rij in rijen if rij["agendapunt_id"] in lijn]

    def sluit_uit(self, agendapunt_id: str, persoon_id: str) -> None:
        """Keep an item and its papers from one member (declared interest)."""
        self._db.execute(
            """INSERT INTO uitgesloten (id, agendapunt_id, persoon_id) VALUES (:id, :punt, :persoon)
               ON CONFLICT (id) DO NOTHING""",
            {"id": f"{agendapunt_id}:{persoon_id}", "punt": agendapunt_id, "persoon": persoon_id},
        )

    def laat_toe(self, agendapunt_id: str, persoon_id: str) -> None:
        """Give an item and its papers back to one member who was kept from it."""
        self._db.execute(
            "DELETE FROM uitgesloten WHERE agendapunt_id = :punt AND persoon_id = :persoon",
            {"punt": agendapunt_id, "persoon": persoon_id},
        )
