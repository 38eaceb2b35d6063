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

    def _rij(self, waarde: Vastgesteld, **meer: object) -> dict[str, object]:
        inhoud = als_tekst({naam: getattr(waarde, naam) for naam in self.elders})
        return super()._rij(waarde, inhoud=inhoud, **meer)

    def _waarde(self, rij: Rij, **_: object) -> Vastgesteld:
        return uit_tekst(Vastgesteld, rij["inhoud"], id=rij["id"], verslag_id=rij["verslag_id"])
