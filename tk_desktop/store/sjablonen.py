"""The templates of nota's, and the favourites among what a nota begins with."""

from tk_desktop.domain.sjabloon import Favoriet, Sjabloon
from tk_desktop.store.notaversies import als_json, uit_json
from tk_desktop.store.tabel import Rij, Tabel


class Sjablonen(Tabel[Sjabloon]):
    """The templates; each holds its nota as one text."""

    tabel = "sjabloon"
    klasse = Sjabloon
    elders = ("nota",)

    def met_naam(self, naam: str) -> Sjabloon | None:
        """Return the template of that name, or ``None``."""
        gevonden = [sjabloon for sjabloon in self.all() if sjabloon.naam.casefold() == naam.strip().casefold()]
        return gevonden[0] if gevonden else None

    def _rij(self, waarde: Sjabloon, **meer: object) -> dict[str, object]:
        return super()._rij(waarde, inhoud=als_json(waarde.nota), **meer)

    def _waarde(self, rij: Rij, **meer: object) -> Sjabloon:
        return super()._waarde(rij, nota=uit_json(rij["inhoud"]), **meer)


class Favorieten(Tabel[Favoriet]):
    """What stands first when a nota is begun."""

    tabel = "favoriet"
    klasse = Favoriet
