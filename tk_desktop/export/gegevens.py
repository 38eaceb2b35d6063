"""A meeting as open JSON: what travels inside a set and what ``tk intake --json`` prints (docs/agenda-json.md)."""

import json
from typing import Any

from tk_desktop.domain.agenda import Agendapunt, Behandeling
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import Aard, Nota, Sectie, Sectiesoort
from tk_desktop.domain.opmaak import Blok, platte_tekst, schrijf
from tk_desktop.domain.stuk import Stuk
from tk_desktop.domain.voorstel import Voorstelpunt, als_lijst

Gegevens = dict[str, Any]


def vergadering(opname: Momentopname) -> Gegevens:
    """Return the meeting with its agenda; ``id`` is that of the werkmap."""
    gegevens = opname.vergadering
    return {
        "id": gegevens.id,
        "gremium": opname.gremium.naam,
        "datum": gegevens.datum.isoformat(),
        "begin": gegevens.begin.isoformat("minutes") if gegevens.begin else None,
        "einde": gegevens.einde.isoformat("minutes") if gegevens.einde else None,
        "plaats": gegevens.plaats,
        "voorzitter": opname.naam(gegevens.voorzitter_id),
        "secretaris": opname.naam(gegevens.secretaris_id),
        "agendapunten": [_punt(opname, punt) for punt in opname.agendapunten],
    }


def nota(opname: Momentopname, stuk: Stuk) -> Gegevens:
    """Return a nota with its sections in order; texts are plain, numbers of points and reasons included."""
    gegevens = opname.notas[stuk.id]
    secties = sorted(gegevens.secties, key=lambda sectie: (sectie.volgorde, sectie.id))
    return {
        "soort": stuk.soort.value,
        "agendapunt": opname.label(stuk) or None,
        "registratienummer": gegevens.registratienummer,
        "onderwerp": gegevens.onderwerp,
        "behandelaars": [
            {"naam": behandelaar.naam, "functie": behandelaar.functie, "telefoon": behandelaar.telefoon}
            for behandelaar in gegevens.behandelaars
        ],
        "secties": [{"kop": sectie.kop, "tekst": sectietekst(opname, stuk, sectie)} for sectie in secties],
        "bijlagen": [bijlage.titel for bijlage in opname.bijlagen_bij(stuk) if bijlage.genoemd],
    }


def notas(opname: Momentopname) -> list[Gegevens]:
    """Return every nota of a meeting, in the order of the agenda."""
    return [nota(opname, stuk) for stuk in opname.notastukken]


def sectietekst(opname: Momentopname, stuk: Stuk, sectie: Sectie) -> str:
    """Return a section as a reader sees it, with the rows that belong to it."""
    gegevens = opname.notas[stuk.id]
    delen = [*_rijen(opname, stuk, gegevens, sectie), sectie.tekst]
    return platte_tekst(opname.gevuld("\n\n".join(deel for deel in delen if deel), stuk))


def agenda_json(opname: Momentopname) -> bytes:
    """Return the file that travels inside a set: the meeting and its nota's, without the ids of this werkmap."""
    gegevens = vergadering(opname)
    del gegevens["id"]
    inhoud = {"formaat": "tk-agenda", "versie": 1, "vergaderingen": [gegevens], "notas": notas(opname)}
    return json.dumps(inhoud, ensure_ascii=False, indent=1).encode()


def _punt(opname: Momentopname, punt: Agendapunt) -> Gegevens:
    tijd = opname.tijden.get(punt.id)
    return {
        "nummer": str(opname.nummers[punt.id]),
        "titel": punt.titel,
        "tijd": tijd.isoformat("minutes") if tijd else None,
        "behandeling": [soort.value for soort in Behandeling if soort in punt.behandeling],
        "besloten": opname.is_besloten(punt),
        "inleiders": [{"naam": inleider.naam, "rol": inleider.rol} for inleider in punt.inleiders],
        "voorstel": [_voorstelpunt(opname, voorstel) for voorstel in opname.voorstel(punt)],
        "stukken": [
            {"soort": stuk.soort.value, "titel": stuk.titel, "bijlagen_beloofd": stuk.bijlagen_beloofd}
            for stuk in opname.stukken_bij(punt)
        ],
    }


def _voorstelpunt(opname: Momentopname, punt: Voorstelpunt) -> Gegevens:
    return {
        "merk": punt.merk.value,
        "tekst": platte_tekst(opname.gevuld(punt.tekst)),
        "onder": [_voorstelpunt(opname, onder) for onder in punt.onder],
    }


def _rijen(opname: Momentopname, stuk: Stuk, gegevens: Nota, sectie: Sectie) -> list[str]:
    blokken: list[Blok] = []
    match sectie.soort:
        case Sectiesoort.VOORSTEL:
            lijst = als_lijst(gegevens.voorstel)
            blokken = [lijst] if lijst else []
        case Sectiesoort.BIJLAGEN:
            genoemd = [bijlage for bijlage in opname.bijlagen_bij(stuk) if bijlage.genoemd]
            return [f"{opname.rang(bijlage)}. {bijlage.titel}" for bijlage in genoemd]
        case Sectiesoort.ARGUMENTEN | Sectiesoort.KANTTEKENING:
            aard = Aard.ARGUMENT if sectie.soort is Sectiesoort.ARGUMENTEN else Aard.KANTTEKENING
            return [f"{nummer} {reden.kop}\n\n{reden.tekst}" for nummer, reden in gegevens.redenen(aard)]
    return [schrijf(blokken)]
