"""Builders of what is done in a meeting: a test names only what matters to it."""

from datetime import date
from itertools import count
from typing import Any

from tests.bouwers import (
    bewaar,
    een_agendapunt,
    een_gremium,
    een_lidmaatschap,
    een_opname,
    een_persoon,
    een_vergadering,
    een_voorstelpunt,
)
from tk_desktop.domain.actie import Actie
from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.besluit import Besluit, Uitkomst
from tk_desktop.domain.geheimhouding import Geheimgebeurtenis, Geheimhouding, Geheimstap
from tk_desktop.domain.gremium import Rol
from tk_desktop.domain.presentie import Presentie
from tk_desktop.domain.stemming import Stem, Stemming
from tk_desktop.domain.verslag import Verslag
from tk_desktop.domain.zitting import Zitting
from tk_desktop.store.werkmap import Store

_teller = count(1)


def _uniek(soort: str) -> str:
    return f"{soort}-{next(_teller):06}"


def een_presentie(**anders: Any) -> Presentie:
    standaard: dict[str, Any] = {
        "id": _uniek("presentie"),
        "vergadering_id": "vergadering",
        "volgorde": _uniek("v"),
        "naam": "Roos van Dalen",
        "namens": "Veenhoek",
        "stemgewicht": 1,
    }
    return Presentie(**{**standaard, **anders})


def een_stem(**anders: Any) -> Stem:
    return Stem(**{"id": _uniek("stem"), "volgorde": _uniek("v"), "naam": "Roos van Dalen", **anders})


def een_stemming(**anders: Any) -> Stemming:
    standaard: dict[str, Any] = {
        "id": _uniek("stemming"),
        "agendapunt_id": "punt",
        "volgorde": _uniek("v"),
        "onderwerp": "Het plan vast te stellen.",
    }
    return Stemming(**{**standaard, **anders})


def een_besluit(**anders: Any) -> Besluit:
    standaard: dict[str, Any] = {
        "id": _uniek("besluit"),
        "agendapunt_id": "punt",
        "volgorde": _uniek("v"),
        "uitkomst": Uitkomst.CONFORM,
        "datum": date(2026, 3, 11),
        "tekst": "Het plan vast te stellen.",
        "voorgesteld": "Het plan vast te stellen.",
    }
    return Besluit(**{**standaard, **anders})


def een_actie(**anders: Any) -> Actie:
    standaard: dict[str, Any] = {
        "id": _uniek("actie"),
        "volgorde": _uniek("v"),
        "gremium_id": "gremium",
        "tekst": "Zoekt uit wanneer de oever klaar is.",
        "ontstaan": date(2026, 3, 11),
        "door": "Waterkant/directie",
    }
    return Actie(**{**standaard, **anders})


def een_gebeurtenis(stap: Geheimstap, dag: date, **anders: Any) -> Geheimgebeurtenis:
    standaard: dict[str, Any] = {"id": _uniek("stap"), "volgorde": _uniek("v"), "orgaan": "bestuurscommissie"}
    return Geheimgebeurtenis(stap=stap, datum=dag, **{**standaard, **anders})


def een_geheimhouding(**anders: Any) -> Geheimhouding:
    standaard: dict[str, Any] = {
        "id": _uniek("geheim"),
        "gremium_id": "gremium",
        "onderwerp": "Onderhandeling over de sluis",
        "grond": "economisch",
    }
    return Geheimhouding(**{**standaard, **anders})


def een_zitting(**anders: Any) -> Zitting:
    opname = anders.pop("opname", None) or een_opname()
    verslag = Verslag(id=_uniek("verslag"), vergadering_id=opname.vergadering.id)
    return Zitting(**{"opname": opname, "verslag": verslag, **anders})


def bewaar_zitting(store: Store, zitting: Zitting) -> Zitting:
    """Put what was done in a meeting into a werkmap that holds its papers, and return it as the werkmap tells it."""
    with store.transaction():
        for wie in zitting.presentie:
            store.presenties.save(wie)
        for belang in zitting.belangen:
            store.belangen.save(belang)
        for puntverslag in zitting.verslagen.values():
            store.puntverslagen.save(puntverslag)
        for besluit in zitting.besluiten:
            store.besluiten.save(besluit)
        for stemming in zitting.stemmingen:
            store.stemmingen.save(stemming)
        for actie in zitting.acties:
            store.acties.save(actie)
        for schorsing in zitting.schorsingen:
            store.schorsingen.save(schorsing)
        store.verslagen.save(zitting.verslag)
    return store.zitting(zitting.opname.vergadering.id)


def bewaar_maart(store: Store) -> None:
    """Keep the meeting of Bestuurscommissie Waterkant on 11 March 2026: chair, members, secretary; four items."""
    mensen = {
        "guus": ("Guus Meerdink", Rol.VOORZITTER, "Veenhoek"),
        "roos": ("Roos van Dalen", Rol.LID, "Oostwaard"),
        "bram": ("Bram Sluiter", Rol.LID, "Kadijk"),
        "femke": ("Femke Aalders", Rol.SECRETARIS, ""),
    }
    punten = [
        een_agendapunt(id="opening", volgorde="1", titel="Opening"),
        een_agendapunt(
            id="oever",
            volgorde="2",
            titel="Veilige oevers",
            behandeling=frozenset({Behandeling.BESLUITVORMING}),
            voorstel=(een_voorstelpunt(tekst="De oever te herstellen."),),
        ),
        een_agendapunt(id="sluis", volgorde="3", titel="Sluis", behandeling=frozenset({Behandeling.BESPREKING})),
        een_agendapunt(id="koop", volgorde="4", titel="Aankoop", besloten=True, ingevoegd=True),
    ]
    bewaar(
        store,
        een_opname(
            gremium=een_gremium(id="bc"),
            vergadering=een_vergadering(id="maart", gremium_id="bc"),
            personen=[een_persoon(id=id_, naam=naam) for id_, (naam, _, _) in mensen.items()],
            leden=[
                een_lidmaatschap(
                    id=f"zetel-{id_}",
                    persoon_id=id_,
                    rol=rol,
                    namens=namens,
                    stemrecht=rol is not Rol.SECRETARIS,
                    stemgewicht={"guus": 5}.get(id_, 1),
                )
                for id_, (_, rol, namens) in mensen.items()
            ],
            agendapunten=punten,
        ),
    )
