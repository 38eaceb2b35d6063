"""The kept versions of nota's and the steps they went through."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from tk_desktop.domain.nota import Aard, Argument, Behandelaar, Nota, Sectie, Sectiesoort, Vorm
from tk_desktop.domain.notastand import Notastap
from tk_desktop.domain.notaversie import Notaversie
from tk_desktop.domain.voorstel import Merk, Voorstelpunt
from tk_desktop.store.tabel import Rij, Tabel


class Notaversies(Tabel[Notaversie]):
    """The versions: added, never changed; each holds the whole nota as one text."""

    tabel = "notaversie"
    klasse = Notaversie
    elders = ("nota",)

    def van_nota(self, nota_id: str) -> tuple[Notaversie, ...]:
        """Return the versions of a nota, the oldest first."""
        return self._waar("nota_id = :id ORDER BY volgorde, id", {"id": nota_id})

    def _rij(self, waarde: Notaversie, **meer: object) -> dict[str, object]:
        return super()._rij(waarde, inhoud=als_json(waarde.nota), **meer)

    def _waarde(self, rij: Rij, **meer: object) -> Notaversie:
        return super()._waarde(rij, nota=uit_json(rij["inhoud"]), **meer)


class Notastappen(Tabel[Notastap]):
    """The steps between writer and secretaris."""

    tabel = "nota_stap"
    klasse = Notastap

    def van_nota(self, nota_id: str) -> tuple[Notastap, ...]:
        """Return the steps of a nota, the first first."""
        return self._waar("nota_id = :id ORDER BY volgorde, id", {"id": nota_id})

    def laatste(self, nota_ids: Iterable[str]) -> dict[str, Notastap]:
        """Return the last step of each of these nota's that had one."""
        stappen = (self.van_nota(id_) for id_ in nota_ids)
        return {rij[-1].nota_id: rij[-1] for rij in stappen if rij}


def als_json(nota: Nota) -> str:
    """Return a nota as text, the same for the same nota."""
    return json.dumps(asdict(nota), ensure_ascii=False, sort_keys=True)


def uit_json(tekst: str) -> Nota:
    """Return the nota that a text holds; a field that a later program adds has its default."""
    velden: dict[str, Any] = json.loads(tekst)
    return Nota(
        **{
            **velden,
            "vorm": Vorm(velden["vorm"]),
            "behandelaars": tuple(Behandelaar(**rij) for rij in velden["behandelaars"]),
            "voorstel": tuple(_punt(rij) for rij in velden["voorstel"]),
            "argumenten": tuple(Argument(**{**rij, "aard": Aard(rij["aard"])}) for rij in velden["argumenten"]),
            "secties": tuple(Sectie(**{**rij, "soort": Sectiesoort(rij["soort"])}) for rij in velden["secties"]),
        }
    )


def _punt(rij: Mapping[str, Any]) -> Voorstelpunt:
    return Voorstelpunt(**{**rij, "merk": Merk(rij["merk"]), "onder": tuple(_punt(onder) for onder in rij["onder"])})
