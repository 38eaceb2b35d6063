"""The plan of a set: which parts, in which order, for which reader."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tk_desktop.base.errors import TkError
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.controle import lekken
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.domain.stuk import Stuk
from tk_desktop.domain.uitgave import Uitgave
from tk_desktop.domain.vergaderset import (
    Doelgroep,
    OnbekendLid,
    Onderdeel,
    Onderdeelsoort,
    Variant,
    Vergaderset,
    variant_voor_lid,
    zichtbaar_voor,
)
from tk_desktop.pack.controleren import context_of
from tk_desktop.store.werkmap import Store


class BeslotenGenoemd(TkError):
    """A paper that everybody or every official may read names something that is besloten."""

    code = "TK-S03"
    melding = "De {set} is niet gemaakt: iets wat besloten is, staat met titel, nummer of bestand in {waar}."
    veilig = "Uw vergadering is niet veranderd."
    advies = (
        "De controle (F8, of `tk check`) wijst het aan. Haal het daar weg of maak ook dat deel besloten; mag een "
        "naam blijven staan (GH01, GH04), aanvaard dan die bevinding. Waar geheimhouding op rust (GH05), hef die "
        "eerst op."
    )


class StukOntbreekt(TkError):
    """A set was asked for without sheets for what is still to come, while papers are missing.

    ``details`` hold the id and the name of the first of them (``stuk``, ``naam``).
    """

    code = "TK-S04"
    melding = "De vergaderset is niet gemaakt: {ontbreekt}."
    veilig = "Uw vergadering is niet veranderd."
    advies = "Neem in wat ontbreekt, of laat er een blad ‘wordt nagezonden’ voor maken."


class LegeSet(TkError):
    """Every part of a set was left out."""

    code = "TK-S10"
    melding = "Er is geen set gemaakt: alle onderdelen zijn weggelaten."
    veilig = "Uw vergadering is niet veranderd."
    advies = "Kies ten minste één onderdeel."


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuze:
    """What the secretaris chooses for a set (builder of SCREENS 2.4).

    ``rechts`` starts every paper on a right-hand page (D10), ``schutbladen`` puts a divider before each item that has
    papers (D9), ``bladnummers`` prints item and page number on each page (D7), ``ontbrekende_toestaan`` puts a sheet
    for each paper that is still to come. ``zonder`` names the parts that stay out (``Onderdeel.sleutel``); numbers on
    the agenda stay as they are.
    """

    brief: bool = True
    bladnummers: bool = True
    inhoud: bool = True
    schutbladen: bool = False
    rechts: bool = False
    ontbrekende_toestaan: bool = True
    zonder: frozenset[str] = frozenset()


def variant_van(opname: Momentopname, doelgroep: Doelgroep, lid: str = "") -> Variant:
    """Return the variant for a kind of reader; for one member by name, or raise ``OnbekendLid``."""
    return variant_voor_lid(opname, lid) if doelgroep is Doelgroep.LID else Variant(doelgroep=doelgroep)


def like_sent(keuze: Keuze, uitgave: Uitgave) -> Keuze:
    """Return the choices with which a nazending fits between the sheets of the set that was sent (D19)."""
    return replace(keuze, bladnummers=uitgave.genummerd, schutbladen=uitgave.met_schutbladen, inhoud=uitgave.met_inhoud)


def assemble(
    store: Store, vergadering_id: str, doelgroep: Doelgroep, *, lid: str = "", keuze: Keuze | None = None
) -> Vergaderset:
    """Return the plan of the set for one kind of reader.

    Files without pages stay out of a set for everybody or for the officials: no check can read what they tell. Raises
    ``BeslotenGenoemd`` when a paper in such a set names what is besloten, ``StukOntbreekt`` when papers are missing and
    no sheets may stand in for them, ``LegeSet`` when every part was left out, ``OnbekendLid``, ``NietGevonden``.
    """
    geheel = store.opname(vergadering_id)
    variant = variant_van(geheel, doelgroep, lid)
    opname = zichtbaar_voor(geheel, variant)
    gekozen = keuze or Keuze()
    if doelgroep.zonder_besloten:
        plaatsen = lekken(geheel, context_of(store, geheel))
        if plaatsen:
            raise BeslotenGenoemd(set=doelgroep.setnaam, waar=opsomming(plaatsen))
    if not gekozen.ontbrekende_toestaan:
        _verwacht_alle(opname, gekozen)
    delen = gekozen_delen(opname, doelgroep, gekozen)
    if not any(deel.soort is not Onderdeelsoort.INHOUD for deel in delen):
        raise LegeSet
    weggelaten = gekozen.zonder & {stuk.id for stuk in opname.stukken}
    return Vergaderset(
        opname=opname,
        variant=variant,
        onderdelen=delen,
        weggelaten=weggelaten,
        genummerd=gekozen.bladnummers,
    )


def _verwacht_alle(opname: Momentopname, keuze: Keuze) -> None:
    weg = [stuk for stuk in opname.stukken if not opname.is_aanwezig(stuk) and stuk.id not in keuze.zonder]
    if weg:
        namen = [opname.label(stuk) or stuk.titel for stuk in weg]
        woord = "ontbreekt" if len(namen) == 1 else "ontbreken"
        raise StukOntbreekt(ontbreekt=f"{opsomming(namen)} {woord} nog", stuk=weg[0].id, naam=namen[0])


def agenda_for(store: Store, vergadering_id: str, doelgroep: Doelgroep) -> Momentopname:
    """Return a meeting as one kind of reader may see it, for an agenda that goes out without its papers (B17).

    Raises ``BeslotenGenoemd`` when an item that these readers see names what is besloten, ``NietGevonden``.
    """
    geheel = store.opname(vergadering_id)
    opname = zichtbaar_voor(geheel, Variant(doelgroep=doelgroep))
    if doelgroep.zonder_besloten:
        plaatsen = lekken(geheel, context_of(store, geheel), [punt.id for punt in opname.agendapunten])
        if plaatsen:
            raise BeslotenGenoemd(set=doelgroep.setnaam.replace("set", "lijst"), waar=opsomming(plaatsen))
    return opname


def assemble_for_reader(store: Store, vergadering_id: str, naam: str) -> Vergaderset:
    """Return the papers that somebody reads on this laptop, in the order of the set.

    A member sees what their own set holds; who is no member (the secretaris) what the members see. Raises
    ``NietGevonden``.
    """
    geheel = store.opname(vergadering_id)
    try:
        variant = variant_voor_lid(geheel, naam)
    except OnbekendLid:
        variant = Variant(doelgroep=Doelgroep.LEDEN)
    opname = zichtbaar_voor(geheel, variant)
    delen = gekozen_delen(opname, variant.doelgroep, Keuze(inhoud=False))
    return Vergaderset(opname=opname, variant=variant, onderdelen=delen)


def gekozen_delen(opname: Momentopname, doelgroep: Doelgroep, keuze: Keuze) -> tuple[Onderdeel, ...]:
    """Return the parts of a set of what these readers may see, without what was left out and without empty dividers."""
    delen = [deel for deel in _onderdelen(opname, keuze) if deel.sleutel not in keuze.zonder]
    if doelgroep.zonder_besloten:
        delen = [deel for deel in delen if deel.soort is not Onderdeelsoort.BESTAND or _heeft_paginas(opname, deel)]
    return tuple(_zonder_lege_schutbladen(delen))


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
        if keuze.schutbladen and opname.hoofdpunt(punt) is punt and _heeft_stukken(opname, punt):
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
    return any(opname.stukken_bij(ander) for ander in opname.agendapunten if opname.hoofdpunt(ander) is punt)


def _zonder_lege_schutbladen(delen: Sequence[Onderdeel]) -> list[Onderdeel]:
    """Return the parts without dividers that stand before nothing."""
    paren = zip(delen, [*delen[1:], None], strict=True)
    return [
        deel
        for deel, volgende in paren
        if deel.soort is not Onderdeelsoort.SCHUTBLAD or (volgende is not None and volgende.stuk_id is not None)
    ]


def _heeft_paginas(opname: Momentopname, deel: Onderdeel) -> bool:
    return opname.versies[deel.stuk_id or ""].is_pdf
