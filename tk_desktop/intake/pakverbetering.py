"""Corrections of what was read in a pack, field by field: what a person types is what will be stored."""

import re
from dataclasses import replace
from datetime import date, time

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id
from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.domain.datum import lees_datum, lees_tijden
from tk_desktop.domain.nota import Vorm
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.voorstel import Voorstelpunt
from tk_desktop.domain.voorstelregels import bewerkt
from tk_desktop.intake.lezing import (
    GelezenActie,
    GelezenActielijst,
    GelezenAgenda,
    GelezenBesluit,
    GelezenNota,
    GelezenPunt,
    GelezenVerslag,
    GelezenVerslagrij,
    GelezenVoorstelpunt,
    Lezing,
)
from tk_desktop.intake.pakrubrieken import BESLOTEN, GEEN_BESLUIT, JA_NEE, WEG, actiezin, rubrieken
from tk_desktop.intake.pakvoorstel import Deelsoort, Pakvoorstel

_WIE = re.compile(r"\s*([^();]+?)\s*(?:\(([^()]*)\))?\s*")


class WaardeNietMogelijk(TkError):
    """A field of a proposal was given words that it cannot have."""

    code = "TK-I43"
    melding = "‘{waarde}’ kan hier niet: {oorzaak}."
    veilig = "Het voorstel is niet veranderd."
    advies = "Typ het zoals het op papier hoort te staan."


def verbeter(voorstel: Pakvoorstel, id_: str, waarde: str) -> Pakvoorstel:
    """Return the proposal in which a field (``Rubriek.id``) has this value; raises ``WaardeNietMogelijk``."""
    soort, _, rest = id_.partition(".")
    welk, _, deel = rest.partition(".")
    kaal, lezing = " ".join(waarde.split()), voorstel.lezing
    if soort == "agenda" and lezing.agenda is not None:
        lezing = replace(lezing, agenda=_kop(lezing.agenda, welk, kaal))
    elif soort == "punt" and deel == "blijft":
        return _zonder_punt(voorstel, welk) if kaal == WEG else voorstel
    elif soort == "punt" and lezing.agenda is not None:
        punten = tuple(_punt(punt, deel, waarde) if str(punt.nummer) == welk else punt for punt in lezing.agenda.punten)
        lezing = replace(lezing, agenda=replace(lezing.agenda, punten=punten))
    elif soort == "nota":
        notas = list(lezing.notas)
        notas[int(welk)] = _nota(notas[int(welk)], deel, waarde)
        lezing = replace(lezing, notas=tuple(notas))
        voorstel = _deel_mee(voorstel, int(welk), notas[int(welk)]) if deel == "punt" else voorstel
    elif soort == "verslag":
        verslagen = list(lezing.verslagen)
        verslagen[int(welk)] = _verslag(verslagen[int(welk)], deel, kaal)
        lezing = replace(lezing, verslagen=tuple(verslagen))
    elif soort == "actie" and lezing.actielijst is not None:
        return _met_actie(voorstel, lezing.actielijst, int(welk), deel, kaal)
    elif soort == "brief":
        lezing = _brief(lezing, welk, kaal)
    return _bijgewerkt(replace(voorstel, lezing=lezing), id_)


def beantwoord(voorstel: Pakvoorstel, veld_id: str) -> Pakvoorstel:
    """Return the proposal without a doubt that a person looked at; what was not found is not asked again."""
    lezing = voorstel.lezing
    if veld_id.startswith("twijfel."):
        vraag = next((veld for veld in voorstel.velden if veld.id == veld_id), None)
        gelijk = [een for een in lezing.twijfels if vraag and een.wat == vraag.twijfel and _van(een.waar, vraag.naam)]
        lezing = replace(lezing, twijfels=tuple(een for een in lezing.twijfels if een not in gelijk[:1]))
    velden = tuple(
        replace(veld, twijfel="", gezien=True) if veld.id == veld_id else veld
        for veld in voorstel.velden
        if veld.id != veld_id or not veld_id.startswith("twijfel.")
    )
    return replace(voorstel, lezing=lezing, velden=velden)


def _van(waar: str, naam: str) -> bool:
    """Tell whether a place in lines and the name of a field on the screen are of one thing."""
    return waar == naam or waar.partition(", ")[2] == naam.partition(", ")[2]


def _bijgewerkt(voorstel: Pakvoorstel, id_: str) -> Pakvoorstel:
    """Return the proposal in which a field shows the words that it has now."""
    velden = tuple(
        replace(veld, waarde=nu.waarde, twijfel="")
        if veld.id == id_ and (nu := next((een for een in rubrieken(voorstel, id_) if een.id == id_), None))
        else veld
        for veld in voorstel.velden
    )
    return replace(voorstel, velden=velden)


def _zonder_punt(voorstel: Pakvoorstel, nummer: str) -> Pakvoorstel:
    """Return the proposal without an item that is none, and without the doubts about it."""
    agenda = voorstel.lezing.agenda
    if agenda is None or len(agenda.punten) == 1:
        raise WaardeNietMogelijk(waarde=WEG, oorzaak="een agenda heeft minstens één punt")
    for veld in voorstel.velden:
        if veld.over == f"punt.{nummer}":
            voorstel = beantwoord(voorstel, veld.id)
    punten = tuple(punt for punt in agenda.punten if str(punt.nummer) != nummer)
    return replace(
        voorstel,
        lezing=replace(voorstel.lezing, agenda=replace(agenda, punten=punten)),
        velden=tuple(veld for veld in voorstel.velden if veld.id != f"punt.{nummer}"),
    )


def _met_actie(voorstel: Pakvoorstel, lijst: GelezenActielijst, rang: int, welk: str, waarde: str) -> Pakvoorstel:
    """Return the proposal in which an action of a list has another value, or is none."""
    if welk == "blijft":
        return _zonder_actie(voorstel, lijst, rang) if waarde == WEG else voorstel
    acties = list(lijst.acties)
    acties[rang] = replace(acties[rang], actie=_actie(acties[rang].actie, welk, waarde))
    velden = tuple(
        replace(veld, waarde=actiezin(acties[rang])) if veld.id == f"actie.{rang}" else veld for veld in voorstel.velden
    )
    lezing = replace(voorstel.lezing, actielijst=replace(lijst, acties=tuple(acties)))
    return replace(voorstel, lezing=lezing, velden=velden)


def _actie(actie: GelezenActie, welk: str, waarde: str) -> GelezenActie:
    match welk:
        case "door":
            return replace(actie, door=waarde)
        case "voor":
            return replace(actie, voor=_dag(waarde) if waarde else None)
    if not waarde:
        raise WaardeNietMogelijk(waarde=waarde, oorzaak="een actie zegt wat er te doen is")
    return replace(actie, tekst=waarde)


def _zonder_actie(voorstel: Pakvoorstel, lijst: GelezenActielijst, rang: int) -> Pakvoorstel:
    """Return the proposal without an action that is none, and without the doubts about it; those after it move up."""
    if len(lijst.acties) == 1:
        raise WaardeNietMogelijk(waarde=WEG, oorzaak="een actielijst heeft minstens één actie")
    for veld in voorstel.velden:
        if veld.over == f"actie.{rang}":
            voorstel = beantwoord(voorstel, veld.id)
    nieuw = {f"actie.{oud}": f"actie.{oud - (oud > rang)}" for oud in range(len(lijst.acties))}
    acties = tuple(een for nr, een in enumerate(lijst.acties) if nr != rang)
    return replace(
        voorstel,
        lezing=replace(voorstel.lezing, actielijst=replace(lijst, acties=acties)),
        velden=tuple(
            replace(veld, id=nieuw.get(veld.id, veld.id), over=nieuw.get(veld.over, veld.over))
            for veld in voorstel.velden
            if veld.id != f"actie.{rang}"
        ),
    )


def _deel_mee(voorstel: Pakvoorstel, rang: int, nota: GelezenNota) -> Pakvoorstel:
    """Return the proposal in which the part of a nota stands at the item that the nota has now."""
    delen = tuple(
        replace(deel, nummer=nota.agendapunt, twijfel="")
        if deel.soort is Deelsoort.NOTA and deel.gelezen == rang
        else deel
        for deel in voorstel.delen
    )
    return replace(voorstel, delen=delen)


def _kop(agenda: GelezenAgenda, welk: str, waarde: str) -> GelezenAgenda:
    """Return an agenda with another value in its head."""
    match welk:
        case "datum":
            return replace(agenda, datum=_dag(waarde), weekdag=None)
        case "begin":
            return replace(agenda, begin=_tijd(waarde))
        case "gremium":
            return replace(agenda, gremium=waarde)
        case "plaats":
            return replace(agenda, plaats=waarde)
        case "voorzitter":
            return replace(agenda, voorzitter=waarde)
        case _:
            return replace(agenda, secretaris=waarde)


def _punt(punt: GelezenPunt, welk: str, waarde: str) -> GelezenPunt:
    kaal = " ".join(waarde.split())
    match welk:
        case "tijd":
            return replace(punt, tijd=_tijd(kaal) if kaal else None)
        case "behandeling":
            soorten = frozenset(een for een in Behandeling if een.value in kaal.casefold())
            return replace(punt, behandeling=soorten)
        case "voorstel":
            return replace(punt, voorstel=_voorstel(waarde))
        case "inleiders":
            delen = [_WIE.fullmatch(deel) for deel in kaal.split(";") if deel.strip()]
            if not all(delen):
                raise WaardeNietMogelijk(waarde=kaal, oorzaak="schrijf het als: naam (functie); naam (functie)")
            return replace(punt, inleiders=tuple((een[1], " ".join((een[2] or "").split())) for een in delen if een))
        case "besloten":
            return replace(punt, besloten=kaal == BESLOTEN)
    if not kaal:
        raise WaardeNietMogelijk(waarde=waarde, oorzaak="een agendapunt heeft een titel")
    return replace(punt, titel=kaal)


def _nota(nota: GelezenNota, welk: str, waarde: str) -> GelezenNota:
    kaal = " ".join(waarde.split())
    match welk:
        case "punt":
            uit = replace(nota, agendapunt=lees_nummer(kaal) if kaal else None)
        case "datum":
            uit = replace(nota, datum=_dag(kaal) if kaal else None)
        case "registratienummer":
            uit = replace(nota, registratienummer=kaal)
        case "openbaar":
            uit = replace(nota, openbaar=JA_NEE[kaal])
        case "vorm":
            uit = replace(nota, vorm=next(vorm for vorm in Vorm if vorm.value.capitalize() == kaal))
        case "voorstel":
            uit = replace(nota, voorstel=_voorstel(waarde))
        case "behandelaars":
            delen = [[*map(str.strip, een.split(",", 2)), "", ""] for een in kaal.split(";") if een.strip()]
            uit = replace(nota, behandelaars=tuple((naam, functie, tel) for naam, functie, tel, *_ in delen))
        case _:
            uit = replace(nota, onderwerp=kaal)
    return uit


def _verslag(verslag: GelezenVerslag, welk: str, waarde: str) -> GelezenVerslag:
    if welk == "datum":
        return replace(verslag, datum=_dag(waarde))
    nummer = welk.removeprefix("besluit.")
    uitkomst = next((een for een in Uitkomst if een.value.capitalize() == waarde), None)
    if uitkomst is None and waarde != GEEN_BESLUIT:
        raise WaardeNietMogelijk(waarde=waarde, oorzaak="kies een uitkomst uit de lijst")
    rijen = tuple(_met_uitkomst(rij, uitkomst) if str(rij.nummer) == nummer else rij for rij in verslag.rijen)
    return replace(verslag, rijen=rijen)


def _met_uitkomst(rij: GelezenVerslagrij, uitkomst: Uitkomst | None) -> GelezenVerslagrij:
    """Return a row with what came of its item; its besluit is what it was, else the sentence that reads as one."""
    tekst = rij.besluit.tekst if rij.besluit else " ".join(rij.instemming)
    return replace(rij, besluiten=(GelezenBesluit(uitkomst=uitkomst, tekst=tekst),) if uitkomst else ())


def _brief(lezing: Lezing, welk: str, waarde: str) -> Lezing:
    brief = lezing.uitnodiging
    if brief is None:
        return lezing
    match welk:
        case "vergaderdatum":
            brief = replace(brief, vergaderdatum=_dag(waarde))
        case "begin":
            brief = replace(brief, begin=_tijd(waarde) if waarde else None)
        case _:
            brief = replace(brief, plaats=waarde)
    return replace(lezing, uitnodiging=brief)


def _voorstel(tekst: str) -> tuple[GelezenVoorstelpunt, ...]:
    def als_gelezen(punt: Voorstelpunt) -> GelezenVoorstelpunt:
        return GelezenVoorstelpunt(tekst=punt.tekst, merk=punt.merk, onder=tuple(map(als_gelezen, punt.onder)))

    return tuple(map(als_gelezen, bewerkt((), tekst, new_id)))


def lees_nummer(tekst: str) -> Nummer:
    """Return the number of an item as somebody types it; raises ``WaardeNietMogelijk``."""
    try:
        return Nummer.lees(tekst)
    except ValueError as fout:
        raise WaardeNietMogelijk(waarde=tekst, oorzaak="dit is geen nummer, zoals 2a") from fout


def _dag(tekst: str) -> date:
    dag = lees_datum(tekst)
    if dag is None:
        raise WaardeNietMogelijk(waarde=tekst, oorzaak="dit is geen datum, zoals 4 maart 2026")
    return dag


def _tijd(tekst: str) -> time:
    tijden = lees_tijden(tekst)
    if not tijden:
        raise WaardeNietMogelijk(waarde=tekst, oorzaak="dit is geen tijd, zoals 09.30")
    return tijden[0]
