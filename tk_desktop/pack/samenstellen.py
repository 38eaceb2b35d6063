"""The plan of a set: which parts, in which order, for which reader."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tk_desktop.base.errors import TkError
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import Nota
from tk_desktop.domain.opmaak import platte_tekst
from tk_desktop.domain.stuk import Stuk
from tk_desktop.domain.vergaderset import (
    Doelgroep,
    Onderdeel,
    Onderdeelsoort,
    Variant,
    Vergaderset,
    variant_voor_lid,
    zichtbaar_voor,
)
from tk_desktop.domain.voorstel import Voorstelpunt
from tk_desktop.store.werkmap import Store
from tk_desktop.store.zoeken import Zoeksoort

_KORTSTE_GEHEIM = 6
"""A besloten title shorter than this many letters is no sign of a leak: ‘Brief’ may stand anywhere."""


class BeslotenGenoemd(TkError):
    """A public paper names something that is besloten."""

    code = "TK-S03"
    melding = "De openbare set is niet gemaakt: {waar} noemt de titel van een besloten punt of stuk."
    advies = "Haal die woorden uit {waar}, of maak ook dat stuk besloten. `tk check` wijst alle plaatsen aan."


class StukOntbreekt(TkError):
    """A set was asked for without sheets for what is still to come, while papers are missing."""

    code = "TK-S04"
    melding = "De vergaderset is niet gemaakt: {stukken} ontbreekt nog."
    advies = "Neem het stuk in, of laat er een blad ‘wordt nagezonden’ voor maken."


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuze:
    """What the secretaris chooses for a set (builder of SCREENS 2.4).

    ``rechts`` starts every paper on a right-hand page (D10), ``schutbladen`` puts a divider before each item that has
    papers (D9), ``ontbrekende_toestaan`` puts a sheet for each paper that is still to come.
    """

    brief: bool = True
    inhoud: bool = True
    schutbladen: bool = False
    rechts: bool = False
    ontbrekende_toestaan: bool = True


def variant_van(opname: Momentopname, doelgroep: Doelgroep, lid: str = "") -> Variant:
    """Return the variant for a kind of reader; for one member by name, or raise ``OnbekendLid``."""
    return variant_voor_lid(opname, lid) if doelgroep is Doelgroep.LID else Variant(doelgroep=doelgroep)


def assemble(
    store: Store, vergadering_id: str, doelgroep: Doelgroep, *, lid: str = "", keuze: Keuze | None = None
) -> Vergaderset:
    """Return the plan of the set for one kind of reader.

    Raises ``BeslotenGenoemd`` when a public paper names what is besloten, ``StukOntbreekt`` when papers are missing
    and no sheets may stand in for them, ``OnbekendLid``, ``NietGevonden``.
    """
    geheel = store.opname(vergadering_id)
    variant = variant_van(geheel, doelgroep, lid)
    opname = zichtbaar_voor(geheel, variant)
    gekozen = keuze or Keuze()
    if doelgroep is Doelgroep.OPENBAAR:
        _weiger_lek(store, geheel, opname)
    ontbreekt = [opname.label(stuk) or stuk.titel for stuk in opname.stukken if not opname.is_aanwezig(stuk)]
    if ontbreekt and not gekozen.ontbrekende_toestaan:
        raise StukOntbreekt(stukken=", ".join(ontbreekt))
    return Vergaderset(opname=opname, variant=variant, onderdelen=tuple(_onderdelen(opname, gekozen)))


def _onderdelen(opname: Momentopname, keuze: Keuze) -> Iterator[Onderdeel]:
    if keuze.brief and opname.brief is not None:
        yield Onderdeel(soort=Onderdeelsoort.BRIEF, anker="brief", titel="Uitnodiging", label="uitnodiging")
    if keuze.inhoud:
        yield Onderdeel(soort=Onderdeelsoort.INHOUD, anker="inhoud", titel="Inhoud", label="inhoud")
    titel = f"Agenda {opname.gremium.naam}"
    yield Onderdeel(soort=Onderdeelsoort.AGENDA, anker="agenda", titel=titel, label="agenda", rechts=keuze.rechts)
    gebruikt: set[str] = set()
    for punt in opname.agendapunten:
        stukken = opname.stukken_bij(punt)
        if keuze.schutbladen and punt.ouder_id is None and _heeft_stukken(opname, punt):
            nummer = str(opname.nummers[punt.id])
            yield Onderdeel(
                soort=Onderdeelsoort.SCHUTBLAD,
                anker=f"punt-{nummer}",
                titel=punt.titel,
                label=nummer,
                punt_id=punt.id,
                rechts=True,
            )
        for stuk in stukken:
            yield _deel(opname, stuk, keuze, gebruikt)
            for bijlage in opname.bijlagen_bij(stuk):
                yield _deel(opname, bijlage, keuze, gebruikt)
    los = [stuk for stuk in opname.stukken if stuk.agendapunt_id is None and stuk.hoort_bij is None]
    for stuk in los:
        yield _deel(opname, stuk, keuze, gebruikt)


def _deel(opname: Momentopname, stuk: Stuk, keuze: Keuze, gebruikt: set[str]) -> Onderdeel:
    label = opname.label(stuk)
    kern = f"stuk-{re.sub(r'[^0-9A-Za-z]+', '-', label) or 'los'}"
    anker, rang = kern, 1
    while anker in gebruikt:
        rang += 1
        anker = f"{kern}-{rang}"
    gebruikt.add(anker)
    if stuk.id in opname.notas:
        soort = Onderdeelsoort.NOTA
    elif stuk.id in opname.versies:
        soort = Onderdeelsoort.BESTAND
    else:
        soort = Onderdeelsoort.NAGEZONDEN
    return Onderdeel(
        soort=soort,
        anker=anker,
        titel=stuk.titel,
        label=label,
        punt_id=stuk.agendapunt_id,
        stuk_id=stuk.id,
        rechts=keuze.rechts,
    )


def _heeft_stukken(opname: Momentopname, punt: Agendapunt) -> bool:
    return any(opname.stukken_bij(ander) for ander in opname.agendapunten if punt.id in (ander.id, ander.ouder_id))


def _weiger_lek(store: Store, geheel: Momentopname, openbaar: Momentopname) -> None:
    """Refuse when a public paper holds a besloten title (J10); the fault names the place, not the words."""
    geheimen = [
        _genormd(titel)
        for titel in (
            *(punt.titel for punt in geheel.agendapunten if geheel.is_besloten(punt)),
            *(stuk.titel for stuk in geheel.stukken if geheel.stuk_is_besloten(stuk)),
        )
    ]
    geheimen = [geheim for geheim in geheimen if len(geheim) >= _KORTSTE_GEHEIM]
    if not geheimen:
        return
    for waar, tekst in _openbare_teksten(store, openbaar):
        genormd = _genormd(tekst)
        if any(geheim in genormd for geheim in geheimen):
            raise BeslotenGenoemd(waar=waar)


def _openbare_teksten(store: Store, opname: Momentopname) -> Iterator[tuple[str, str]]:
    """Yield all that a public set prints or carries, with the place where it stands."""
    brief = opname.brief
    if brief is not None:
        yield (
            "de uitnodigingsbrief",
            " ".join((brief.aan, brief.onderwerp, brief.ons_kenmerk, platte_tekst(brief.tekst))),
        )
    for punt in opname.agendapunten:
        namen = (f"{inleider.naam} {inleider.rol}" for inleider in punt.inleiders)
        delen = (punt.titel, platte_tekst(punt.toelichting), *namen, *_voorstelteksten(punt.voorstel))
        yield f"agendapunt {opname.nummers[punt.id]}", " ".join(delen)
    for stuk in opname.stukken:
        waar = f"stuk {opname.label(stuk)}".strip()
        yield waar, stuk.titel
        if stuk.id in opname.notas:
            yield waar, " ".join(_notateksten(opname.notas[stuk.id]))
        elif stuk.id in opname.versies:
            versie = opname.versies[stuk.id]
            yield waar, versie.bestandsnaam
            for nummer, tekst in enumerate(store.zoekregister.teksten(Zoeksoort.PAGINA, versie.sha256), 1):
                yield f"{waar}, blz. {nummer}", tekst


def _notateksten(nota: Nota) -> Iterator[str]:
    yield from (nota.onderwerp, nota.domein)
    yield from (f"{behandelaar.naam} {behandelaar.functie}" for behandelaar in nota.behandelaars)
    yield from (f"{sectie.kop} {platte_tekst(sectie.tekst)}" for sectie in nota.secties)
    yield from (f"{reden.kop} {platte_tekst(reden.tekst)}" for reden in nota.argumenten)
    yield from _voorstelteksten(nota.voorstel)


def _voorstelteksten(punten: Iterable[Voorstelpunt]) -> Iterator[str]:
    for punt in punten:
        yield platte_tekst(punt.tekst)
        yield from _voorstelteksten(punt.onder)


def _genormd(tekst: str) -> str:
    return "".join(teken for teken in tekst.casefold() if teken.isalnum())
