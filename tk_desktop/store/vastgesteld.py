"""What verslagen said when they were approved, each as one text."""

from tk_desktop.domain.vastgesteld import Vastgesteld
from tk_desktop.store.tabel import Rij, Tabel
from tk_desktop.store.waardetekst import als_tekst, uit_tekst

_KOLOMMEN = frozenset({"id", "verslag_id"})


class Vastgestelden(Tabel[Vastgesteld]):
    """One for each approved verslag; a new approval takes its place."""

    tabel = "vastgesteld"
    klasse = Vastgesteld
    elders = tuple(naam for naam in Vastgesteld.__dataclass_fields__ if naam not in _KOLOMMEN)

    def van_verslag(self, verslag_id: str) -> Vastgesteld | None:
        """Return what an approved verslag said; ``None`` of one that was approved before this was kept."""
        return next(iter(self._waar("verslag_id = :id ORDER BY id", {"id": verslag_id})), None)

    def ontbreken(self) -> tuple[str, ...]:
        """Return the ids of the meetings whose verslag was approved before what it said was kept."""
        sql = (
            "SELECT verslag.vergadering_id AS id FROM verslag WHERE verslag.staat = 'vastgesteld' "
            "AND NOT EXISTS (SELECT 1 FROM vastgesteld WHERE vastgesteld.verslag_id = verslag.id) ORDER BY id"
        )
        return tuple(str(rij["id"]) for rij in self._db.query(sql))

    def _rij(self, waarde: Vastgesteld, **meer: object) -> dict[str, object]:
        inhoud = als_tekst({naam: getattr(waarde, naam) for naam in self.elders})
        return super()._rij(waarde, inhoud=inhoud, **meer)

    def _waarde(self, rij: Rij, **_: object) -> Vastgesteld:
        return uit_tekst(Vastgesteld, rij["inhoud"], id=rij["id"], verslag_id=rij["verslag_id"])
