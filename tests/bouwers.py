"""Builders of valid objects: a test names only what matters to it."""

from dataclasses import replace
from datetime import date, datetime, time
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.schijf import IN_GEHEUGEN
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.gremium import Gremium, Lidmaatschap, Persoon
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import Aard, Argument, Nota, Sectie, Sectiesoort, Vorm
from tk_desktop.domain.stuk import Soort, Stuk, Stukversie, Tekstlaag
from tk_desktop.domain.vergadering import Uitnodigingsbrief, Vergadering
from tk_desktop.domain.voorstel import Voorstelpunt
from tk_desktop.store.werkmap import Store

_teller = count(1)


def _uniek(soort: str) -> str:
    return f"{soort}-{next(_teller):06}"


def een_gremium(**anders: Any) -> Gremium:
    return Gremium(**{"id": _uniek("gremium"), "naam": "Bestuurscommissie Waterkant", "afkorting": "BC WK", **anders})


def een_persoon(**anders: Any) -> Persoon:
    return Persoon(**{"id": _uniek("persoon"), "naam": "Roos van Dalen", **anders})


def een_lidmaatschap(**anders: Any) -> Lidmaatschap:
    return Lidmaatschap(**{"id": _uniek("lid"), "gremium_id": "gremium", "persoon_id": "persoon", **anders})


def een_vergadering(**anders: Any) -> Vergadering:
    standaard: dict[str, Any] = {
        "id": _uniek("vergadering"),
        "gremium_id": "gremium",
        "datum": date(2026, 3, 11),
        "begin": time(9, 0),
        "einde": time(10, 30),
        "plaats": "Kamer 2, Kadehuis",
    }
    return Vergadering(**{**standaard, **anders})


def een_agendapunt(**anders: Any) -> Agendapunt:
    volgorde = _uniek("v")
    standaard: dict[str, Any] = {
        "id": _uniek("punt"),
        "vergadering_id": "vergadering",
        "volgorde": volgorde,
        "titel": "Opening",
    }
    return Agendapunt(**{**standaard, **anders})


def een_stuk(**anders: Any) -> Stuk:
    standaard: dict[str, Any] = {
        "id": _uniek("stuk"),
        "vergadering_id": "vergadering",
        "volgorde": _uniek("v"),
        "soort": Soort.ADVIESNOTA,
        "titel": "Veilige oevers",
    }
    return Stuk(**{**standaard, **anders})


def een_stukversie(**anders: Any) -> Stukversie:
    standaard: dict[str, Any] = {
        "id": _uniek("versie"),
        "stuk_id": "stuk",
        "volgorde": _uniek("v"),
        "sha256": "0" * 64,
        "bestandsnaam": "bijlage.pdf",
        "media": "application/pdf",
        "paginas": 3,
        "tekstlaag": Tekstlaag.GOED,
        "ontvangen": datetime(2026, 2, 20, 12, 0),
    }
    return Stukversie(**{**standaard, **anders})


def een_voorstelpunt(**anders: Any) -> Voorstelpunt:
    return Voorstelpunt(
        **{"id": _uniek("voorstel"), "volgorde": _uniek("v"), "tekst": "Het plan vast te stellen.", **anders}
    )


def een_argument(**anders: Any) -> Argument:

    standaard: dict[str, Any] = {
        "id": _uniek("argument"),
        "volgorde": _uniek("v"),
        "aard": Aard.ARGUMENT,
        "kop": "De oevers zijn aan onderhoud toe",
    }
    return Argument(**{**standaard, **anders})


def een_sectie(**anders: Any) -> Sectie:

    standaard: dict[str, Any] = {
        "id": _uniek("sectie"),
        "volgorde": _uniek("v"),
        "soort": Sectiesoort.INLEIDING,
        "kop": "Inleiding",
        "tekst": "De oevers verzakken.",
    }
    return Sectie(**{**standaard, **anders})


def een_nota(**anders: Any) -> Nota:
    standaard: dict[str, Any] = {
        "id": _uniek("nota"),
        "stuk_id": "stuk",
        "vorm": Vorm.ADVIESNOTA,
        "onderwerp": "Veilige oevers",
        "registratienummer": "2026-000001",
    }
    return Nota(**{**standaard, **anders})


def een_brief(**anders: Any) -> Uitnodigingsbrief:
    return Uitnodigingsbrief(**{"id": _uniek("brief"), "vergadering_id": "vergadering", **anders})


def een_opname(**anders: Any) -> Momentopname:
    gremium = anders.pop("gremium", None) or een_gremium()
    vergadering = anders.pop("vergadering", None) or een_vergadering(gremium_id=gremium.id)
    return Momentopname.maak(gremium, vergadering, **anders)


def bewaar_bytes(store: Store, gegevens: bytes) -> str:
    """Keep these bytes in a werkmap as the file they came in, and return their SHA-256."""
    with TemporaryDirectory(dir=IN_GEHEUGEN) as map_:
        bron = Path(map_) / "bron"
        bron.write_bytes(gegevens)
        return store.bestanden.bewaar(bron)


def bewaar(store: Store, opname: Momentopname) -> Momentopname:
    """Put a whole meeting into a werkmap and return it as the werkmap tells it."""
    vergadering = replace(opname.vergadering, gremium_id=opname.gremium.id)
    hier = vergadering.id
    with store.transaction():
        store.gremia.save(opname.gremium)
        for persoon in opname.personen.values():
            store.personen.save(persoon)
        for lid in opname.leden:
            store.leden.save(replace(lid, gremium_id=opname.gremium.id))
        store.vergaderingen.save(vergadering)
        if opname.brief is not None:
            store.brieven.save(replace(opname.brief, vergadering_id=hier))
        for punt in opname.agendapunten:
            store.agendapunten.save(replace(punt, vergadering_id=hier))
        for stuk in opname.stukken:
            store.stukken.save(replace(stuk, vergadering_id=hier))
        for id_, versie in opname.versies.items():
            store.versies.save(replace(versie, stuk_id=id_))
        for id_, nota in opname.notas.items():
            eigen = tuple(replace(wie, id=f"{nota.id}-{wie.id}") for wie in nota.behandelaars)
            store.notas.save(replace(nota, stuk_id=id_, behandelaars=eigen))
        for aanvaarding in opname.aanvaard:
            store.aanvaardingen.save(replace(aanvaarding, vergadering_id=hier))
        for punt_id, persoon_id in sorted(opname.uitgesloten):
            store.agendapunten.uitsluitingen.sluit_uit(punt_id, persoon_id)
    return store.opname(vergadering.id)
