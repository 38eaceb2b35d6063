"""Builders for bundles: devices, keys and operations."""

from itertools import count
from typing import Any

from tk_desktop.domain.bewerking import Bewerking
from tk_desktop.domain.rooster import Apparaat, Deelnemer, Rol, Rooster
from tk_desktop.exchange.manifest import Manifest
from tk_desktop.exchange.segment import Kop, Soort
from tk_desktop.exchange.sleutels import Kosten, Sleutelbos

GOEDKOOP = Kosten(rondes=1, geheugen=8192)
"""What a passphrase costs in tests; the program asks 256 MiB."""

_teller = count(1)


def een_bewerking(**anders: Any) -> Bewerking:
    nummer = next(_teller)
    standaard: dict[str, Any] = {
        "id": f"{nummer:020x}",
        "hlc": nummer << 16,
        "bereik": "alg",
        "tabel": "agendapunt",
        "rij": f"punt-{nummer}",
        "veld": "titel",
        "waarde": "Opening",
    }
    return Bewerking(**{**standaard, **anders})


def een_kop(bos: Sleutelbos, **anders: Any) -> Kop:
    standaard: dict[str, Any] = {
        "soort": Soort.SEGMENT,
        "apparaat": bos.id,
        "bereik": "alg",
        "kid": 0,
        "rooster": 1,
        "aantal": 1,
        "schema": 15,
    }
    return Kop(**{**standaard, **anders})


def een_manifest(bos: Sleutelbos, **anders: Any) -> Manifest:
    return Manifest(**{"app": "1.0", "van": bos.id, "inc": "0" * 12, "ctr": 1, "rooster": 1, **anders})


def een_apparaat(bos: Sleutelbos, persoon_id: str, **anders: Any) -> Apparaat:
    openbaar = bos.openbaar
    return Apparaat(
        **{
            "id": openbaar.id,
            "persoon_id": persoon_id,
            "naam": f"Laptop van {persoon_id}",
            "verify": openbaar.verify,
            "box": openbaar.box,
            **anders,
        }
    )


def een_deelnemer(persoon_id: str, rol: Rol = Rol.BESTUURDER) -> Deelnemer:
    return Deelnemer(persoon_id=persoon_id, naam=persoon_id.capitalize(), rol=rol)


def een_rooster(*deelnemers: Deelnemer, **anders: Any) -> Rooster:
    standaard: dict[str, Any] = {
        "versie": 1,
        "organisatie": "BC Waterkant",
        "sleutels": ("ab" * 32,),
        "deelnemers": deelnemers or (een_deelnemer("roos", Rol.SECRETARIS), een_deelnemer("wies")),
    }
    return Rooster(**{**standaard, **anders})
