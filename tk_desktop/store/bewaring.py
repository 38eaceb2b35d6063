"""How long readers keep what they wrote: their choices, the approvals they know of, and how much there is."""

from tk_desktop.domain.bewaring import Aantal, Bewaarregel, Vaststelling
from tk_desktop.store.tabel import Tabel


class Bewaarregels(Tabel[Bewaarregel]):
    """The choices of readers."""

    tabel = "bewaarregel"
    klasse = Bewaarregel

    def van(self, eigenaar: str) -> dict[str, Bewaarregel]:
        """Return the choices of one reader, by body."""
        return {regel.gremium_id: regel for regel in self._waar("eigenaar = :wie ORDER BY id", {"wie": eigenaar})}


class Vaststellingen(Tabel[Vaststelling]):
    """The days on which readers say that verslagen were approved."""

    tabel = "vaststelling"
    klasse = Vaststelling

    def van(self, eigenaar: str) -> dict[str, Vaststelling]:
        """Return what one reader says, by meeting."""
        return {een.vergadering_id: een for een in self._waar("eigenaar = :wie ORDER BY id", {"wie": eigenaar})}

    def geschreven(self, eigenaar: str) -> dict[str, Aantal]:
        """Return how much one reader wrote on each meeting on which they wrote anything."""
        return self._geteld("eigenaar = :wie", {"wie": eigenaar})

    def geschreven_door_lezers(self) -> dict[str, Aantal]:
        """Return how much all readers wrote on each meeting, as far as it is in this werkmap."""
        return self._geteld("1", {})

    def _geteld(self, voorwaarde: str, waarden: dict[str, str]) -> dict[str, Aantal]:
        rijen = self._db.query(
            f"""SELECT vergadering_id, sum(a) AS a, sum(v) AS v, sum(b) AS b FROM (
                   SELECT vergadering_id, 1 AS a, 0 AS v, 0 AS b FROM aantekening WHERE {voorwaarde}
                   UNION ALL SELECT p.vergadering_id, 0, 1, 0 FROM voorbereiding w
                       JOIN agendapunt p ON p.id = w.agendapunt_id WHERE {voorwaarde}
                   UNION ALL SELECT vergadering_id, 0, 0, 1 FROM bladwijzer WHERE {voorwaarde}
               ) GROUP BY vergadering_id""",
            waarden,
        )
        return {
            rij["vergadering_id"]: Aantal(aantekeningen=rij["a"], voorbereidingen=rij["v"], bladwijzers=rij["b"])
            for rij in rijen
        }
