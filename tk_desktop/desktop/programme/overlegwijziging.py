"""What somebody fills in of a line of the planning, given to the use case that keeps it."""

from datetime import date

from tk_desktop.desktop.programme.overlegboom import Overlegplek
from tk_desktop.domain.datuminvoer import Ligging, lees_dag
from tk_desktop.domain.overlegroute import Tafelrol
from tk_desktop.domain.zienswijze import Standpunt
from tk_desktop.programme.overleg import (
    change_ronde,
    change_route,
    change_stap,
    change_tafel,
    change_zienswijze,
    set_ab,
    set_besluitdag,
    set_dagen,
    set_gedaan,
    set_gemeenten,
    set_leden,
    set_uiterlijk,
)
from tk_desktop.store.werkmap import Store


def wijzig(store: Store, plek: Overlegplek, sleutel: str, waarde: str, *, vandaag: date) -> object:
    """Keep what was typed in one field; raises what the use case raises, or that a day is none."""
    match plek.soort, sleutel:
        case "route", "naam":
            return change_route(store, plek.id, naam=waarde)
        case "route", "besluit_op":
            return set_besluitdag(store, plek.id, _dag(waarde, vandaag))
        case "jaar", "ab":
            return set_ab(store, plek.id, _dag(waarde, vandaag))
        case "term", "gedaan":
            jaar, _, code = plek.id.partition("/")
            return set_gedaan(store, jaar, code, _dag(waarde, vandaag, Ligging.DICHTBIJ))
        case "ronde", "onderwerp":
            return change_ronde(store, plek.id, onderwerp=waarde)
        case "ronde", "uiterlijk":
            return set_uiterlijk(store, plek.id, _dag(waarde, vandaag))
        case "ronde", "gemeenten":
            return set_gemeenten(store, plek.id, waarde.replace("\n", ",").split(","))
        case "stap", _:
            return _stap(store, plek.id, sleutel, waarde, vandaag)
    return _zienswijze(store, plek.id, sleutel, waarde, vandaag)


def _stap(store: Store, id_: str, sleutel: str, waarde: str, vandaag: date) -> object:
    tafel = store.overleg.stappen.get(id_).tafel_id
    match sleutel:
        case "tafel_id":
            return change_stap(store, id_, tafel_id=waarde)
        case "rol":
            return change_stap(store, id_, rol=Tafelrol(waarde))
        case "daarna":
            return change_stap(store, id_, daarna=int(waarde) if waarde.strip().isdecimal() else 0)
        case "naam":
            return change_tafel(store, tafel, naam=waarde)
        case "gremium_id":
            return change_tafel(store, tafel, gremium_id=waarde or None)
        case "dagen":
            dagen = [_dag(een, vandaag) for een in waarde.split(",") if een.strip()]
            return set_dagen(store, tafel, [dag for dag in dagen if dag])
    return set_leden(store, tafel, waarde.split(","))


def _zienswijze(store: Store, id_: str, sleutel: str, waarde: str, vandaag: date) -> object:
    match sleutel:
        case "standpunt":
            return change_zienswijze(store, id_, standpunt=Standpunt(waarde) if waarde else None)
        case "ontvangen":
            return change_zienswijze(store, id_, ontvangen=_dag(waarde, vandaag, Ligging.TERUG))
        case "tekst":
            return change_zienswijze(store, id_, tekst=waarde)
    return change_zienswijze(store, id_, verwerking=waarde)


def _dag(tekst: str, vandaag: date, ligging: Ligging = Ligging.VOORUIT) -> date | None:
    return lees_dag(tekst, vandaag, ligging) if tekst.strip() else None
