"""Routes of proposals over tables, the planning and control of a year, and zienswijzen by gemeente (N6, N7)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TypedDict, Unpack

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id, next_id, only_id
from tk_desktop.domain.overleg import (
    Overlegroute,
    Overlegstand,
    Overlegstap,
    Overlegtafel,
    Pencjaar,
    Pencstap,
    Tafeldag,
    Tafellid,
    Zienswijzeronde,
)
from tk_desktop.domain.overlegroute import GEWONE_ROUTE, Tafelrol
from tk_desktop.domain.volgorde import op_rang, reeks, tussen
from tk_desktop.domain.zienswijze import Standpunt, Zienswijze
from tk_desktop.programme.programmas import require_naam
from tk_desktop.store.werkmap import Store


class Tafelvelden(TypedDict, total=False):
    """What of a table can be changed."""

    naam: str
    gremium_id: str | None


class Stapvelden(TypedDict, total=False):
    """What of a step can be changed."""

    tafel_id: str
    rol: Tafelrol
    daarna: int


class Zienswijzevelden(TypedDict, total=False):
    """What of a zienswijze can be changed."""

    standpunt: Standpunt | None
    tekst: str
    ontvangen: date | None
    verwerking: str


class GemeenteGafZienswijze(TkError):
    """A gemeente was to be left out of which a zienswijze is kept."""

    code = "TK-G11"
    melding = "{gemeente} kan er niet uit: er staat al iets van de zienswijze."
    veilig = "Er is niets gewijzigd."
    advies = "Open de gemeente en wis eerst de zienswijze, of laat haar staan."


def read_overleg(store: Store, programma_id: str) -> Overlegstand:
    """Return all routes, years and zienswijzen of a programme; raises ``NietGevonden``."""
    tabellen = store.overleg
    tafels = tabellen.tafels.van(programma_id)
    gremia = {tafel.gremium_id for tafel in tafels if tafel.gremium_id}
    dagen: dict[str, list[date]] = {id_: [] for id_ in gremia}
    for vergadering in store.vergaderingen.all() if gremia else ():
        if vergadering.gremium_id in dagen:
            dagen[vergadering.gremium_id].append(vergadering.datum)
    return Overlegstand(
        naam=store.programma.programmas.get(programma_id).naam,
        tafels=tafels,
        routes=tabellen.routes.van(programma_id),
        stappen=tabellen.stappen.van_programma(programma_id),
        jaren=tabellen.jaren.van(programma_id),
        gedaan=tabellen.gedaan.van_programma(programma_id),
        rondes=tabellen.rondes.van(programma_id),
        zienswijzen=tabellen.zienswijzen.van_programma(programma_id),
        vergaderdagen={id_: tuple(sorted(lijst)) for id_, lijst in dagen.items()},
    )


def add_route(store: Store, programma_id: str, naam: str, besluit_op: date | None = None) -> Overlegroute:
    """Add a route over the usual tables, which are made where the programme has none of that name.

    Raises ``NaamOntbreekt``.
    """
    naam = require_naam(naam)
    with store.transaction():
        laatste = max((een.volgorde for een in store.overleg.routes.van(programma_id)), default="")
        route = Overlegroute(
            id=new_id(), programma_id=programma_id, volgorde=tussen(laatste), naam=naam, besluit_op=besluit_op
        )
        store.overleg.routes.save(route)
        for stap, volgorde in zip(GEWONE_ROUTE, reeks(len(GEWONE_ROUTE)), strict=True):
            store.overleg.stappen.save(
                Overlegstap(
                    id=new_id(),
                    route_id=route.id,
                    volgorde=volgorde,
                    tafel_id=add_tafel(store, programma_id, stap.tafel).id,
                    rol=stap.rol,
                    daarna=stap.daarna,
                )
            )
    return route


def change_route(store: Store, route_id: str, *, naam: str | None = None) -> Overlegroute:
    """Give a route another name; raises ``NaamOntbreekt``."""
    with store.transaction():
        route = store.overleg.routes.get(route_id)
        route = replace(route, naam=route.naam if naam is None else require_naam(naam))
        store.overleg.routes.save(route)
    return route


def set_besluitdag(store: Store, route_id: str, dag: date | None) -> Overlegroute:
    """Say on which day is decided; the days of the other steps follow from it."""
    with store.transaction():
        route = replace(store.overleg.routes.get(route_id), besluit_op=dag)
        store.overleg.routes.save(route)
    return route


def drop_route(store: Store, route_id: str) -> None:
    """Take a route away; its tables stay."""
    with store.transaction():
        store.overleg.routes.delete(route_id)


def add_tafel(store: Store, programma_id: str, naam: str) -> Overlegtafel:
    """Return the table of that name, made when the programme has none; a body of that name meets there.

    Raises ``NaamOntbreekt``.
    """
    naam = require_naam(naam)
    with store.transaction():
        alle = store.overleg.tafels.van(programma_id)
        bekend = next((een for een in alle if een.naam.casefold() == naam.casefold()), None)
        if bekend is not None:
            return bekend
        gremium = next(
            (een.id for een in store.gremia.all() if naam.casefold() in {een.naam.casefold(), een.kort.casefold()}),
            None,
        )
        tafel = Overlegtafel(
            id=next_id([een.id for een in alle], "overlegtafel", programma_id, naam.casefold()),
            programma_id=programma_id,
            volgorde=tussen(max((een.volgorde for een in alle), default="")),
            naam=naam,
            gremium_id=gremium,
        )
        store.overleg.tafels.save(tafel)
    return tafel


def change_tafel(store: Store, tafel_id: str, **velden: Unpack[Tafelvelden]) -> Overlegtafel:
    """Change the name of a table or the body that it is; raises ``NaamOntbreekt``."""
    with store.transaction():
        if "naam" in velden:
            velden["naam"] = require_naam(velden["naam"])
        tafel = replace(store.overleg.tafels.get(tafel_id), **velden)
        store.overleg.tafels.save(tafel)
    return tafel


def set_leden(store: Store, tafel_id: str, namen: Iterable[str]) -> Overlegtafel:
    """Say who sits at a table, by name or function: who sits at two of them shows where these overlap."""
    schoon = dict.fromkeys(" ".join(naam.split()) for naam in namen)
    with store.transaction():
        leden = tuple(Tafellid(id=only_id("tafellid", tafel_id, naam), naam=naam) for naam in schoon if naam)
        tafel = replace(store.overleg.tafels.get(tafel_id), leden=leden)
        store.overleg.tafels.save(tafel)
    return tafel


def set_dagen(store: Store, tafel_id: str, dagen: Iterable[date]) -> Overlegtafel:
    """Say on which days a table meets, besides the meetings of the body that it is."""
    with store.transaction():
        uniek = sorted(set(dagen))
        rijen = tuple(Tafeldag(id=only_id("tafeldag", tafel_id, dag.isoformat()), dag=dag) for dag in uniek)
        tafel = replace(store.overleg.tafels.get(tafel_id), dagen=rijen)
        store.overleg.tafels.save(tafel)
    return tafel


def add_stap(store: Store, route_id: str, tafel: str, *, na: str | None = None) -> Overlegstap:
    """Add a table to a route behind a step, or as the last; raises ``NaamOntbreekt``."""
    with store.transaction():
        route = store.overleg.routes.get(route_id)
        stappen = store.overleg.stappen.van(route_id)
        plekken = [een.volgorde for een in stappen]
        plek = next((rang + 1 for rang, een in enumerate(stappen) if een.id == na), len(stappen))
        stap = Overlegstap(
            id=new_id(),
            route_id=route_id,
            volgorde=op_rang(plekken, plek),
            tafel_id=add_tafel(store, route.programma_id, tafel).id,
        )
        store.overleg.stappen.save(stap)
    return stap


def change_stap(store: Store, stap_id: str, **velden: Unpack[Stapvelden]) -> Overlegstap:
    """Change which table a step is at, what that does, or how long lies behind it at least; never below nothing."""
    with store.transaction():
        if "daarna" in velden:
            velden["daarna"] = max(0, velden["daarna"])
        stap = replace(store.overleg.stappen.get(stap_id), **velden)
        store.overleg.stappen.save(stap)
    return stap


def move_stap(store: Store, stap_id: str, *, eerder: bool) -> Overlegstap:
    """Move a step one place; at the end of the route it stays."""
    with store.transaction():
        stap = store.overleg.stappen.get(stap_id)
        stappen = store.overleg.stappen.van(stap.route_id)
        rang = [een.id for een in stappen].index(stap_id) + (-1 if eerder else 1)
        if 0 <= rang < len(stappen):
            stap = replace(stap, volgorde=op_rang([een.volgorde for een in stappen if een.id != stap_id], rang))
            store.overleg.stappen.save(stap)
    return stap


def drop_stap(store: Store, stap_id: str) -> None:
    """Take a step out of its route."""
    with store.transaction():
        store.overleg.stappen.delete(stap_id)


def add_pencjaar(store: Store, programma_id: str, jaar: int) -> Pencjaar:
    """Follow the terms of a budget year; one that is followed already stays as it is."""
    with store.transaction():
        bekend = next((een for een in store.overleg.jaren.van(programma_id) if een.jaar == jaar), None)
        uit = bekend or Pencjaar(id=only_id("pencjaar", programma_id, str(jaar)), programma_id=programma_id, jaar=jaar)
        store.overleg.jaren.save(uit)
    return uit


def set_ab(store: Store, pencjaar_id: str, dag: date | None) -> Pencjaar:
    """Say when the AB decides on the budget; the twelve weeks of the raden are counted back from it."""
    with store.transaction():
        jaar = replace(store.overleg.jaren.get(pencjaar_id), ab=dag)
        store.overleg.jaren.save(jaar)
    return jaar


def set_gedaan(store: Store, pencjaar_id: str, code: str, dag: date | None) -> Pencjaar:
    """Say when what a term asks was done; nothing takes that back."""
    id_ = only_id("pencstap", pencjaar_id, code)
    with store.transaction():
        if dag is None:
            store.overleg.gedaan.delete(id_)
        else:
            store.overleg.gedaan.save(Pencstap(id=id_, pencjaar_id=pencjaar_id, code=code, gedaan=dag))
        return store.overleg.jaren.get(pencjaar_id)


def drop_pencjaar(store: Store, pencjaar_id: str) -> None:
    """Follow a budget year no longer."""
    with store.transaction():
        store.overleg.jaren.delete(pencjaar_id)


def add_ronde(store: Store, programma_id: str, onderwerp: str, gemeenten: Iterable[str] = ()) -> Zienswijzeronde:
    """Follow the zienswijzen on a draft; without ``gemeenten`` those of the last one. Raises ``NaamOntbreekt``."""
    onderwerp = require_naam(onderwerp)
    with store.transaction():
        rondes = store.overleg.rondes.van(programma_id)
        namen = list(gemeenten)
        if not namen and rondes:
            alle = store.overleg.zienswijzen.van_programma(programma_id)
            namen = [een.gemeente for een in alle if een.ronde_id == rondes[-1].id]
        laatste = max((een.volgorde for een in rondes), default="")
        ronde = Zienswijzeronde(id=new_id(), programma_id=programma_id, volgorde=tussen(laatste), onderwerp=onderwerp)
        store.overleg.rondes.save(ronde)
        set_gemeenten(store, ronde.id, namen)
    return ronde


def set_gemeenten(store: Store, ronde_id: str, namen: Iterable[str]) -> tuple[Zienswijze, ...]:
    """Say which gemeenten may give a zienswijze; raises ``GemeenteGafZienswijze`` for one left out that gave one."""
    schoon = [naam for naam in dict.fromkeys(" ".join(naam.split()) for naam in namen) if naam]
    with store.transaction():
        programma = store.overleg.rondes.get(ronde_id).programma_id
        er_al = {
            een.gemeente: een for een in store.overleg.zienswijzen.van_programma(programma) if een.ronde_id == ronde_id
        }
        for naam in schoon:
            if naam not in er_al:
                id_ = only_id("zienswijze", ronde_id, naam)
                store.overleg.zienswijzen.save(Zienswijze(id=id_, ronde_id=ronde_id, gemeente=naam))
        for naam, een in er_al.items():
            if naam not in schoon and not een.is_leeg:
                raise GemeenteGafZienswijze(gemeente=naam)
            if naam not in schoon:
                store.overleg.zienswijzen.delete(een.id)
        return tuple(een for een in store.overleg.zienswijzen.van_programma(programma) if een.ronde_id == ronde_id)


def change_ronde(store: Store, ronde_id: str, *, onderwerp: str | None = None) -> Zienswijzeronde:
    """Name a draft otherwise; raises ``NaamOntbreekt``."""
    with store.transaction():
        ronde = store.overleg.rondes.get(ronde_id)
        ronde = replace(ronde, onderwerp=ronde.onderwerp if onderwerp is None else require_naam(onderwerp))
        store.overleg.rondes.save(ronde)
    return ronde


def set_uiterlijk(store: Store, ronde_id: str, dag: date | None) -> Zienswijzeronde:
    """Say until when gemeenten may give a zienswijze."""
    with store.transaction():
        ronde = replace(store.overleg.rondes.get(ronde_id), uiterlijk=dag)
        store.overleg.rondes.save(ronde)
    return ronde


def change_zienswijze(store: Store, zienswijze_id: str, **velden: Unpack[Zienswijzevelden]) -> Zienswijze:
    """Keep what a gemeente says and what was done with it."""
    with store.transaction():
        een = replace(store.overleg.zienswijzen.get(zienswijze_id), **velden)
        store.overleg.zienswijzen.save(een)
    return een


def clear_zienswijze(store: Store, zienswijze_id: str) -> Zienswijze:
    """Take back all that is kept of the zienswijze of a gemeente, which is then still to come."""
    with store.transaction():
        een = store.overleg.zienswijzen.get(zienswijze_id)
        leeg = Zienswijze(id=een.id, ronde_id=een.ronde_id, gemeente=een.gemeente)
        store.overleg.zienswijzen.save(leeg)
    return leeg


def drop_ronde(store: Store, ronde_id: str) -> None:
    """Follow the zienswijzen on a draft no longer."""
    with store.transaction():
        store.overleg.rondes.delete(ronde_id)
