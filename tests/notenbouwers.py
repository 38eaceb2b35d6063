"""Builders of notes of readers and of their places."""

from datetime import UTC, datetime
from itertools import count
from typing import Any

from tk_desktop.domain.aantekening import Aantekening, Anker, Oordeel, Plaats, Soort, Vlak

NU = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
ROOS, WIES = "Roos van Dalen", "Wies Aalders"
VERSIE = "a" * 64

_teller = count(1)


def een_anker(**anders: Any) -> Anker:
    pagina = anders.get("pagina", 1)
    velden: dict[str, Any] = {
        "versie": VERSIE,
        "pagina": pagina,
        "begin": 10,
        "eind": 29,
        "citaat": "de oevers verzakken",
        "vlakken": (Vlak(pagina, 80, 600, 240, 612),),
    }
    return Anker(**(velden | anders))


def een_plaats(anker: Anker | None = None, **anders: Any) -> Plaats:
    nummer = next(_teller)
    velden: dict[str, Any] = {"id": f"plaats-{nummer:06}", "volgorde": f"{nummer:06}", "oordeel": Oordeel.GEMAAKT}
    return Plaats(anker=anker or een_anker(), **(velden | anders))


def een_aantekening(*ankers: Anker, **anders: Any) -> Aantekening:
    """A note of Roos on the nota, at each of these places; at a place of its own when none is given."""
    punt = anders.get("soort") is Soort.PUNTNOTITIE
    velden: dict[str, Any] = {
        "id": f"{next(_teller):032x}",
        "vergadering_id": "vergadering",
        "papier": "" if punt else "nota",
        "agendapunt_id": "oever",
        "soort": Soort.MARKERING,
        "eigenaar": ROOS,
        "gemaakt": NU,
        "gewijzigd": NU,
        "plaatsen": () if punt else tuple(een_plaats(anker) for anker in ankers or (een_anker(),)),
    }
    return Aantekening(**(velden | anders))
