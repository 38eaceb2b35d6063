"""A site as Popolo: bodies, people, seats, meetings, besluiten and votes in one JSON (L3; popoloproject.com).

The names are those of Popolo, and of Open Raadsinformatie where that adds to them; a word of ours that has none there
stays as it is (``classification``, ``result``). ``docs/open-standaarden.md`` names the gaps.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import time
from typing import Any

from tk_desktop.domain.opmaak import platte_tekst
from tk_desktop.domain.stemming import Keuze, Stemming
from tk_desktop.domain.zitting import Zitting
from tk_desktop.extranet.stof import Site, Vergaderblad

Gegevens = dict[str, Any]
_KEUZE = {Keuze.VOOR: "yes", Keuze.TEGEN: "no", Keuze.ONTHOUDING: "abstain"}
"""The words of Popolo for what somebody votes."""


def make_popolo(site: Site) -> bytes:
    """Return what a site tells, by kind and id; the same site gives the same bytes."""
    per_soort = {
        "organizations": _enig(een for blad in site.bladen for een in _organisaties(blad)),
        "persons": _enig(een for blad in site.bladen for een in _personen(blad)),
        "memberships": _enig(een for blad in site.bladen for een in _zetels(blad)),
        "events": _enig(_vergadering(blad) for blad in site.bladen),
        "motions": _enig(een for blad in site.bladen for een in _besluiten(blad)),
        "vote_events": _enig(een for blad in site.bladen for een in _stemmingen(blad)),
    }
    return (json.dumps(per_soort, ensure_ascii=False, indent=1) + "\n").encode()


def _enig(rijen: Iterable[Gegevens]) -> list[Gegevens]:
    """Return each thing once, in the order of its id."""
    per_id = {rij["id"]: rij for rij in rijen}
    return [per_id[id_] for id_ in sorted(per_id)]


def _organisaties(blad: Vergaderblad) -> Iterator[Gegevens]:
    gremium = blad.opname.gremium
    yield {
        "id": gremium.id,
        "name": gremium.naam,
        "other_names": _namen(gremium.afkorting),
        "classification": "gremium",
    }


def _namen(afkorting: str) -> list[Gegevens]:
    return [{"name": afkorting, "note": "afkorting"}] if afkorting else []


def _personen(blad: Vergaderblad) -> Iterator[Gegevens]:
    leden = {lid.persoon_id for lid in blad.opname.leden}
    for persoon in blad.opname.personen.values():
        if persoon.id in leden:
            yield {"id": persoon.id, "name": persoon.naam}


def _zetels(blad: Vergaderblad) -> Iterator[Gegevens]:
    for lid in blad.opname.leden:
        yield {
            "id": lid.id,
            "person_id": lid.persoon_id,
            "organization_id": blad.opname.gremium.id,
            "role": lid.rol.value,
            "on_behalf_of": {"name": lid.namens} if lid.namens else None,
            "start_date": lid.mandaat_van.isoformat() if lid.mandaat_van else None,
            "end_date": lid.mandaat_tot.isoformat() if lid.mandaat_tot else None,
        }


def _vergadering(blad: Vergaderblad) -> Gegevens:
    opname = blad.opname
    vergadering = opname.vergadering
    dag = vergadering.datum.isoformat()

    def moment(tijd: time | None) -> str:
        return f"{dag}T{tijd:%H:%M:%S}" if tijd is not None else dag

    zitting = blad.stof.zitting if blad.stof is not None else None
    return {
        "id": vergadering.id,
        "name": f"{opname.gremium.naam} {dag}",
        "classification": "vergadering",
        "organization_id": opname.gremium.id,
        "start_date": moment(vergadering.begonnen or vergadering.begin),
        "end_date": moment(vergadering.geeindigd or vergadering.einde),
        "location": {"name": vergadering.plaats} if vergadering.plaats else None,
        "status": vergadering.status.value,
        "attendees": [{"name": wie.naam} for wie in zitting.aanwezigen()] if zitting is not None else [],
        "agenda_items": [
            {
                "id": punt.id,
                "order": rang,
                "number": str(opname.nummers[punt.id]),
                "title": punt.titel,
                "parent_id": punt.ouder_id,
                "documents": [
                    {"title": deel.naam, "url": f"{blad.map}/{blad.bestand(deel)}"}
                    for deel in blad.plan.onderdelen
                    if deel.stuk_id is not None and blad.adres(deel) and blad.plan.punt_van(deel) == punt.id
                ],
            }
            for rang, punt in enumerate(opname.agendapunten, 1)
        ],
    }


def _besluiten(blad: Vergaderblad) -> Iterator[Gegevens]:
    for besluit in blad.stof.zitting.besluiten if blad.stof is not None else ():
        yield {
            "id": besluit.id,
            "identifier": besluit.nummer,
            "organization_id": blad.opname.gremium.id,
            "classification": "besluit",
            "date": besluit.datum.isoformat(),
            "text": platte_tekst(besluit.tekst),
            "result": besluit.uitkomst.value,
            "agenda_item_id": besluit.agendapunt_id,
        }


def _stemmingen(blad: Vergaderblad) -> Iterator[Gegevens]:
    if blad.stof is not None:
        for stemming in blad.stof.zitting.stemmingen:
            yield _stemming(blad, blad.stof.zitting, stemming)


def _stemming(blad: Vergaderblad, zitting: Zitting, stemming: Stemming) -> Gegevens:
    besluiten = [een.id for een in zitting.besluiten if een.agendapunt_id == stemming.agendapunt_id]
    return {
        "id": stemming.id,
        "organization_id": blad.opname.gremium.id,
        "start_date": blad.opname.vergadering.datum.isoformat(),
        "classification": stemming.wijze.value,
        "motion_id": besluiten[0] if len(besluiten) == 1 else None,
        "agenda_item_id": stemming.agendapunt_id,
        "counts": [{"option": woord, "value": stemming.tel(keuze)} for keuze, woord in _KEUZE.items()],
        "votes": [
            {"voter": {"name": stem.naam}, "option": _KEUZE[stem.keuze], "weight": stem.gewicht}
            for stem in stemming.stemmen
            if stem.keuze is not None
        ],
    }
