"""Do the papers agree with each other and with the agenda: numbers, titles, proposals, references, lost characters."""

import re
from collections.abc import Iterator, Sequence

from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.controle.dagen import genoemde_dagen
from tk_desktop.domain.controle.woorden import ONLEESBAAR, deelt_woord, gelijkenis, kernwoorden, zelfde_titel
from tk_desktop.domain.controle.zicht import (
    Plek,
    Tekst,
    Vondst,
    Zicht,
    citaat,
    vondst,
    voorsteltekst,
)
from tk_desktop.domain.nota import Aard, Nota
from tk_desktop.domain.opmaak import lees_stukjes, samenvoegen
from tk_desktop.domain.opsomming import meervoud, opsomming
from tk_desktop.domain.stuk import Stuk
from tk_desktop.domain.verwijzing import open_invulplekken
from tk_desktop.domain.voorstel import Voorstelpunt
from tk_desktop.domain.voorstel import woorden as voorstelwoorden

CODES = {
    "SH01": "Een registratienummer is meer dan eens gebruikt.",
    "SH02": "Een registratienummer heeft niet de vorm jjjj-nnnnnn.",
    "SH03": "De titel op de agenda en het onderwerp van de nota verschillen duidelijk.",
    "SH04": "Het voorstel op de agenda luidt anders dan in de nota.",
    "SH05": "Een argument of kanttekening hoort bij geen punt van het voorstel.",
    "SH06": "Een punt van het voorstel heeft geen argument.",
    "SH07": "Een tekst verwijst naar een agendapunt dat niet op deze agenda staat.",
    "SH08": "In een tekst staat een invulplek die niet wordt ingevuld.",
    "SH09": "In een tekst zijn tekens verloren gegaan.",
}

_NUMMER = re.compile(r"\d{4}-\d{6}")
_VERWIJZING = re.compile(r"\bagendapunt (\d+[A-Z]?[a-z]?)(?!\w)", re.I)
_PUNT_INVULPLEK = re.compile(r"\{\{punt:([^{}]+)\}\}")
_ELDERS = re.compile(r"\s*(van|uit|in|bij|op) (?!deze\b|onze agenda|de agenda\b)", re.I)
_ANDERE_KEER = re.compile(r"\b(vorige|eerdere|volgende|verslag|notulen)\b", re.I)
_VERLOREN = re.compile(rf"(€ ?)?[{ONLEESBAAR}][{ONLEESBAAR} .,]*")


def controleer_samenhang(zicht: Zicht) -> Iterator[Vondst]:
    """Find where papers contradict each other."""
    yield from _registratienummers(zicht)
    for plek, stuk, nota in zicht.notas():
        yield from _titel(zicht, plek, stuk, nota)
        yield from _argumenten(plek, nota)
    for punt in zicht.opname.agendapunten:
        yield from _voorstel(zicht, punt)
    for tekst in zicht.teksten:
        yield from _verwijzingen(zicht, tekst)
        yield from _invulplekken(tekst)
    yield from _verloren_tekens(zicht)


def _registratienummers(zicht: Zicht) -> Iterator[Vondst]:
    dragers: dict[str, list[tuple[Plek, Stuk]]] = {}
    for plek, stuk, nota in zicht.notas():
        nummer = nota.registratienummer.strip()
        if nummer:
            dragers.setdefault(nummer, []).append((plek, stuk))
        if nummer and not _NUMMER.fullmatch(nummer):
            yield vondst(
                "SH02",
                Ernst.WAARSCHUWING,
                plek,
                f"Het registratienummer {citaat(nummer)} van {plek.kort} heeft niet de vorm jjjj-nnnnnn.",
                waarom="Met een afwijkend nummer is de nota in het archief moeilijk terug te vinden.",
                herstel="Schrijf het jaartal, een streepje en zes cijfers, bijvoorbeeld 2020-000132.",
            )
    for nummer, hier in dragers.items():
        plekken = [zicht.opname.aanduiding(stuk) for _, stuk in hier]
        plekken += [waar for waar in zicht.context.registratienummers.get(nummer, ()) if not zicht.is_hier(waar)]
        if len(plekken) < 2:
            continue
        yield vondst(
            "SH01",
            Ernst.FOUT if len(hier) > 1 else Ernst.WAARSCHUWING,
            hier[0][0],
            f"Registratienummer {nummer} is {len(plekken)} keer gebruikt: {opsomming(plekken)}.",
            waarom="Een registratienummer hoort bij één nota; anders is niet te zien welke nota bedoeld is.",
            herstel="Geef elke nota een eigen nummer."
            if len(hier) > 1
            else "Is het een andere nota, geef haar dan een eigen nummer. Is het dezelfde nota, aanvaard dit dan.",
            waar=f"Registratienummer {nummer}",
        )


def _titel(zicht: Zicht, plek: Plek, stuk: Stuk, nota: Nota) -> Iterator[Vondst]:
    if not kernwoorden(nota.onderwerp):
        return
    punt = next((punt for punt in zicht.opname.agendapunten if punt.id == stuk.agendapunt_id), None)
    if zelfde_titel(stuk.titel, nota.onderwerp):
        if punt is not None:
            yield from _verkeerd_punt(zicht, plek, punt, stuk, nota)
        return
    if punt is not None and zelfde_titel(punt.titel, nota.onderwerp):
        return
    yield vondst(
        "SH03",
        Ernst.INFO,
        plek,
        f"Op de agenda heet {plek.kort} {citaat(stuk.titel)}; het onderwerp van de nota is {citaat(nota.onderwerp)}.",
        waarom="Wie de titel van de agenda zoekt, herkent de nota niet.",
        herstel="Kies één titel voor beide, of controleer of de goede nota bij dit agendapunt staat.",
    )


def _verkeerd_punt(zicht: Zicht, plek: Plek, punt: Agendapunt, stuk: Stuk, nota: Nota) -> Iterator[Vondst]:
    """Find a nota that shares no word with its item: perhaps it was put at the wrong one.

    An item with more nota's bundles them under a name of its own; one that stands on every agenda says nothing.
    """
    samen = [ander for ander in zicht.opname.stukken_bij(punt) if ander.id in zicht.opname.notas]
    if punt.standaard or len(samen) > 1 or not kernwoorden(punt.titel):
        return
    boven = zicht.opname.hoofdpunt(punt)
    if deelt_woord(nota.onderwerp, f"{punt.titel} {boven.titel} {punt.toelichting}"):
        return
    beter = [
        ander
        for ander in zicht.opname.agendapunten
        if ander is not punt and kernwoorden(ander.titel) and zelfde_titel(ander.titel, nota.onderwerp)
    ]
    hier = f"Bij {zicht.plek_van[punt.id].kort} {citaat(punt.titel)} staat een nota over {citaat(nota.onderwerp)}"
    daar = f"; {zicht.plek_van[beter[0].id].kort} op deze agenda heet {citaat(beter[0].titel)}" if beter else ""
    yield vondst(
        "SH03",
        Ernst.WAARSCHUWING if beter else Ernst.INFO,
        plek,
        f"{hier}{daar}.",
        waarom="Bij een ander agendapunt vindt de lezer de nota niet, en besluit het bestuur over een andere tekst.",
        herstel=f"Hoort de nota bij een ander agendapunt, verplaats {citaat(stuk.titel)} dan; anders kan dit blijven.",
    )


def _argumenten(plek: Plek, nota: Nota) -> Iterator[Vondst]:
    if not nota.voorstel:
        return
    punten = {punt.id for punt in _alle(nota.voorstel)}
    los = [
        f"{reden.aard.value} {reden.los_nummer} {citaat(samenvoegen(lees_stukjes(reden.kop)), 50)}".replace("  ", " ")
        for reden in nota.argumenten
        if reden.voorstelpunt_id not in punten and (reden.los_nummer or reden.voorstelpunt_id)
    ]
    if los:
        yield vondst(
            "SH05",
            Ernst.WAARSCHUWING,
            plek,
            f"Het voorstel van {plek.kort} telt {meervoud(len(nota.voorstel), 'punt', 'punten')}; "
            f"daar past niet bij: {opsomming(los)}.",
            waarom="Argument 2.1 hoort bij punt 2 van het voorstel; de lezer zoekt nu een punt dat er niet is.",
            herstel="Koppel het argument aan het goede punt, of vul het voorstel aan.",
        )
    gekoppeld = {reden.voorstelpunt_id for reden in nota.argumenten if reden.aard is Aard.ARGUMENT}
    kaal = [
        str(rang)
        for rang, punt in enumerate(nota.voorstel, 1)
        if not gekoppeld & {deel.id for deel in _alle([punt])} and not _is_kennisname(punt)
    ]
    if kaal and gekoppeld & punten:
        yield vondst(
            "SH06",
            Ernst.INFO,
            plek,
            f"Bij {'punt' if len(kaal) == 1 else 'de punten'} {opsomming(kaal)} van het voorstel in {plek.kort} "
            "staat geen argument.",
            waarom="De andere punten zijn wel toegelicht.",
            herstel="Voeg een argument toe als dat de lezer helpt.",
        )


def _is_kennisname(punt: Voorstelpunt) -> bool:
    return voorsteltekst(punt).casefold().startswith("kennis")


def _voorstel(zicht: Zicht, punt: Agendapunt) -> Iterator[Vondst]:
    """Compare the proposal on the agenda with that of the nota's under the item, one by one and together."""
    notas = [zicht.opname.notas[s.id] for s in zicht.opname.stukken_bij(punt) if s.id in zicht.opname.notas]
    voorstellen = [nota.voorstel for nota in notas if nota.voorstel]
    if not punt.voorstel or not voorstellen:
        return
    samen = tuple(deel for voorstel in voorstellen for deel in voorstel)
    if any(_zelfde_voorstel(punt.voorstel, voorstel) for voorstel in (*voorstellen, samen)):
        return
    plek = zicht.plek_van[punt.id]
    yield vondst(
        "SH04",
        Ernst.WAARSCHUWING,
        plek,
        _verschil(plek.kort, punt.voorstel, voorstellen[0]),
        waarom="Het bestuur besluit over één tekst; twee versies geven verwarring over wat is besloten.",
        herstel="Neem op de agenda het voorstel uit de nota over, of pas de nota aan.",
    )


def _zelfde_voorstel(agenda: Sequence[Voorstelpunt], nota: Sequence[Voorstelpunt]) -> bool:
    if voorstelwoorden(agenda) == voorstelwoorden(nota):
        return True
    links, rechts = _letters(agenda), _letters(nota)
    if not any(teken in links + rechts for teken in ONLEESBAAR):
        return False
    return _past(links, rechts) or _past(rechts, links) or gelijkenis(links, rechts) >= 0.7


def _letters(punten: Sequence[Voorstelpunt]) -> str:
    tekst = "".join(voorsteltekst(punt) for punt in punten).casefold()
    return "".join(teken for teken in tekst if teken.isalnum() or teken in ONLEESBAAR)


def _past(met_gaten: str, heel: str) -> bool:
    """Tell whether a text fits a damaged one, a lost character standing for any number of letters."""
    begin, *rest = re.split(rf"[{ONLEESBAAR}]+", met_gaten)
    if not rest:
        return begin == heel
    *midden, einde = rest
    if not heel.startswith(begin):
        return False
    plaats = len(begin)
    for deel in midden:
        gevonden = heel.find(deel, plaats)
        if gevonden < 0:
            return False
        plaats = gevonden + len(deel)
    return heel.endswith(einde) and plaats + len(einde) <= len(heel)


def _verschil(waar: str, agenda: Sequence[Voorstelpunt], nota: Sequence[Voorstelpunt]) -> str:
    if len(agenda) != len(nota):
        return (
            f"Het voorstel bij {waar} telt op de agenda {meervoud(len(agenda), 'punt', 'punten')} "
            f"en in de nota {meervoud(len(nota), 'punt', 'punten')}."
        )
    paren = enumerate(zip(agenda, nota, strict=True), 1)
    rang, (links, rechts) = next((r, p) for r, p in paren if voorstelwoorden(p[:1]) != voorstelwoorden(p[1:]))
    op_agenda, in_nota = voorsteltekst(links).split(), voorsteltekst(rechts).split()
    gelijk = next((i for i, (a, n) in enumerate(zip(op_agenda, in_nota, strict=False)) if a != n), None)
    vanaf = max(0, (min(len(op_agenda), len(in_nota)) if gelijk is None else gelijk) - 4)
    begin = "… " if vanaf else ""
    return (
        f"Punt {rang} van het voorstel bij {waar} luidt op de agenda {citaat(begin + ' '.join(op_agenda[vanaf:]))}; "
        f"in de nota staat {citaat(begin + ' '.join(in_nota[vanaf:]))}."
    )


def _verwijzingen(zicht: Zicht, tekst: Tekst) -> Iterator[Vondst]:
    nummers = {str(nummer).casefold() for nummer in zicht.opname.nummers.values()}
    for treffer in _VERWIJZING.finditer(tekst.tekst):
        nummer = treffer[1]
        if nummer.casefold() not in nummers and not _andere_vergadering(zicht, tekst.tekst, treffer):
            yield vondst(
                "SH07",
                Ernst.WAARSCHUWING,
                tekst.plek,
                f"In {tekst.plek.kort} ({tekst.deel}) staat ‘agendapunt {nummer}’; dat punt staat niet op deze agenda.",
                waarom="De lezer zoekt een agendapunt dat er niet is; misschien is de agenda vernummerd.",
                herstel="Pas het nummer aan, of noem de vergadering waar dat agendapunt bij hoort.",
                waar=f"{tekst.waar}, agendapunt {nummer}",
            )
    for id_ in dict.fromkeys(_PUNT_INVULPLEK.findall(tekst.tekst)):
        if id_ not in zicht.opname.nummers:
            yield vondst(
                "SH07",
                Ernst.WAARSCHUWING,
                tekst.plek,
                f"In {tekst.plek.kort} ({tekst.deel}) staat een verwijzing naar een agendapunt dat is vervallen.",
                waarom="Op papier komt er nu geen nummer te staan.",
                herstel="Verwijs naar een ander agendapunt of haal de verwijzing weg.",
                waar=f"{tekst.waar}, vervallen agendapunt",
            )


def _andere_vergadering(zicht: Zicht, tekst: str, treffer: re.Match[str]) -> bool:
    """Tell whether a reference speaks of another agenda: of another day, an earlier meeting or another body."""
    omgeving = tekst[max(0, treffer.start() - 100) : treffer.end() + 100]
    dag = zicht.opname.vergadering.datum
    andere_dag = any(
        (genoemd.dag, genoemd.maand) != (dag.day, dag.month) or genoemd.jaar not in {None, dag.year}
        for genoemd in genoemde_dagen(omgeving)
    )
    return andere_dag or bool(_ELDERS.match(tekst, treffer.end()) or _ANDERE_KEER.search(omgeving))


def _invulplekken(tekst: Tekst) -> Iterator[Vondst]:
    for naam in dict.fromkeys(open_invulplekken(tekst.tekst)):
        yield vondst(
            "SH08",
            Ernst.FOUT,
            tekst.plek,
            f"In {tekst.plek.kort} ({tekst.deel}) staat nog de invulplek ‘{{{{{naam}}}}}’.",
            waarom="Het programma kent dit gegeven niet; de accolades komen zo op papier.",
            herstel="Vul het gegeven zelf in of haal de invulplek weg.",
            waar=f"{tekst.waar}, {naam}",
        )


def _verloren_tekens(zicht: Zicht) -> Iterator[Vondst]:
    """Name the places where characters were lost, once for each paper and once for each item of the agenda."""
    per_plek: dict[tuple[Plek, bool], list[Tekst]] = {}
    for tekst in zicht.teksten:
        if any(teken in tekst.tekst for teken in ONLEESBAAR):
            per_plek.setdefault((tekst.plek, tekst.stuk is None), []).append(tekst)
    for (plek, op_agenda), teksten in per_plek.items():
        gaten = [gat for tekst in teksten for gat in _VERLOREN.findall(tekst.tekst)]
        bedragen = sum(bool(euro) for euro in gaten)
        hoeveel = "is 1 plaats" if len(gaten) == 1 else f"zijn {len(gaten)} plaatsen"
        geld = f" Daar {'is' if bedragen == 1 else 'zijn'} {meervoud(bedragen, 'bedrag', 'bedragen')} bij."
        yield vondst(
            "SH09",
            Ernst.WAARSCHUWING,
            plek,
            f"In {plek.kort} {hoeveel} onleesbaar ({_delen(teksten)})." + geld * bool(bedragen),
            waarom="Bij het inlezen zijn hier tekens verloren gegaan; de tekst op papier is anders.",
            herstel="Vul de tekst aan vanaf het papieren stuk, of vraag de afzender om het oorspronkelijke bestand.",
            waar=f"{plek.waar}, agenda" if op_agenda and plek.rang >= 0 else plek.waar,
        )


def _delen(teksten: Sequence[Tekst]) -> str:
    """Return the parts that texts stand in, the first three by name."""
    delen = list(dict.fromkeys(tekst.deel for tekst in teksten))
    over = [f"{len(delen) - 3} andere onderdelen"] if len(delen) > 4 else delen[3:]
    return opsomming(delen[:3] + over)


def _alle(punten: Sequence[Voorstelpunt]) -> Iterator[Voorstelpunt]:
    for punt in punten:
        yield punt
        yield from _alle(punt.onder)
