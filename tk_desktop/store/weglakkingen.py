"""The marks under which nothing is left for everybody, and the files that were made with them."""

import tomllib
from functools import cache

from tk_desktop.base.paths import resources
from tk_desktop.domain.weglakking import Gelakt, Lakgrond, Weglakking, public_files
from tk_desktop.store.aantekeningen import vlakken_als_tekst, vlakken_uit_tekst
from tk_desktop.store.tabel import Rij, Tabel, rijen_bij


@cache
def known_lakgronden() -> dict[str, Lakgrond]:
    """Return the grounds for redacting by their key, in the order of ``resources/weglakking/gronden.toml``."""
    gelezen = tomllib.loads((resources() / "weglakking" / "gronden.toml").read_text(encoding="utf-8"))
    return {een["sleutel"]: Lakgrond(**een) for een in gelezen["grond"]}


class Weglakkingen(Tabel[Weglakking]):
    """The marks."""

    tabel = "weglakking"
    klasse = Weglakking
    elders = ("vlakken",)

    def van_versie(self, versie_id: str) -> tuple[Weglakking, ...]:
        """Return the marks on one version of a paper, in the order of its pages."""
        merken = self._waar("versie_id = :id ORDER BY id", {"id": versie_id})
        return tuple(sorted(merken, key=lambda merk: (merk.vlakken[0].pagina, -merk.vlakken[0].y1, merk.id)))

    def _rij(self, waarde: Weglakking, **meer: object) -> dict[str, object]:
        return super()._rij(waarde, vlakken=vlakken_als_tekst(waarde.vlakken), **meer)

    def _waarde(self, rij: Rij, **meer: object) -> Weglakking:
        return super()._waarde(rij, vlakken=vlakken_uit_tekst(rij["vlakken"]), **meer)


class Gelakten(Tabel[Gelakt]):
    """The files that were made of marked versions."""

    tabel = "gelakt"
    klasse = Gelakt

    def van_versie(self, versie_id: str) -> Gelakt | None:
        """Return the file that was made of a version, or ``None``."""
        return next(iter(self._waar("versie_id = :id ORDER BY id", {"id": versie_id})), None)

    def voor_iedereen(self, stuk_ids: list[str]) -> dict[str, str]:
        """Return of those papers of which a version is or was marked the file for everybody (``public_files``)."""
        versies = {rij["id"]: rij["stuk_id"] for rij in rijen_bij(self._db, "stukversie", "stuk_id", stuk_ids)}
        gemarkeerd: dict[str, list[Weglakking]] = {}
        for rij in rijen_bij(self._db, "weglakking", "versie_id", versies):
            gemarkeerd.setdefault(rij["versie_id"], []).append(
                Weglakking(
                    id=rij["id"],
                    versie_id=rij["versie_id"],
                    grond=rij["grond"],
                    vlakken=vlakken_uit_tekst(rij["vlakken"]),
                )
            )
        gemaakt = {rij["versie_id"]: self._waarde(rij) for rij in rijen_bij(self._db, "gelakt", "versie_id", versies)}
        gelakt = {versies[versie_id] for versie_id in (*gemarkeerd, *gemaakt)}
        nieuwste = {stuk_id: id_ for id_, stuk_id in versies.items() if stuk_id in gelakt}
        return public_files(nieuwste, gemarkeerd, gemaakt)
