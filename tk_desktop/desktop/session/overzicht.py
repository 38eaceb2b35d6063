"""What the start screen and the list of meetings tell: lines made from the store, for one day."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import chain, islice

from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.session.regels import Regel
from tk_desktop.domain.bevinding import Bevinding, Ernst
from tk_desktop.domain.datum import DAGEN, dag_kort, klok, kort, lang, spanne, uur
from tk_desktop.domain.leesstand import Leesstand
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.domain.paginaverwijzing import EIGEN_BLADEN
from tk_desktop.domain.stuk import Stuk
from tk_desktop.domain.vergadering import Status, Vergadering
from tk_desktop.meeting.aanhouden import waiting
from tk_desktop.pack.controleren import check
from tk_desktop.pack.zoeken import Keuze, find, find_narrowed
from tk_desktop.reading.vragen import Vraagstand, load_vragen
from tk_desktop.reading.zoeken import find_aantekeningen, find_voorbereidingen
from tk_desktop.store.fouten import NietGevonden
from tk_desktop.store.werkmap import Store

_GEVONDEN = re.compile("‹([^›]+)›")
_WACHT_HOOGSTENS = 8
Lees = Callable[[str], Momentopname]
"""Gives a meeting by its id, read once for all lines of one screen; or raises ``NietGevonden``."""
_ICOON = {Status.GEPLAND: "calendar-days", Status.GEHOUDEN: "circle-check", Status.GEANNULEERD: "x"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What the start screen shows: papers to go on with, meetings that come, and what waits for the user."""

    verder: tuple[Regel, ...] = ()
    komt: tuple[Regel, ...] = ()
    wacht: tuple[Regel, ...] = ()


def kop_van(opname: Momentopname) -> str:
    """Return how a meeting is named above its screen: ``woensdag 4 maart 2020, 09.00 – 10.30 uur, Kamer 2``."""
    v = opname.vergadering
    tijd = spanne(v.begin, v.einde)
    return ", ".join(deel for deel in (lang(v.datum, met_dag=True), tijd, v.plaats) if deel)


def vergaderregels(store: Store, vandaag: date) -> tuple[Regel, ...]:
    """Return all meetings: those to come first, the nearest on top, then the past ones, the latest first."""
    alle = store.vergaderingen.all()
    komend = [v for v in alle if v.datum >= vandaag]
    geweest = [v for v in reversed(alle) if v.datum < vandaag]
    gremia = {gremium.id: gremium for gremium in store.gremia.all()}
    return tuple(
        Regel(
            adres=_adres(v),
            teksten=(
                lang(v.datum, met_dag=True),
                uur(v.begin) if v.begin else "",
                gremia[v.gremium_id].naam,
                v.plaats,
                v.status.value,
            ),
            korter=(
                f"{DAGEN[v.datum.weekday()][:2]} {kort(v.datum)}",
                klok(v.begin) if v.begin else "",
                gremia[v.gremium_id].naam,
                "",
                v.status.value,
            ),
            icoon=_ICOON[v.status],
        )
        for v in (*komend, *geweest)
    )


def startregels(
    store: Store, vandaag: date, recent: Sequence[Adres], lezer: str = "", *, secretaris: bool = False
) -> Start:
    """Return the start screen of one day; ``recent`` are places opened before, the latest first.

    What ``lezer`` was reading comes before what was only opened. What a ``secretaris`` was asked, what is late, and
    what was held over without a meeting comes before what the checks found. Only the meetings that are shown are
    checked, and only for a secretaris.
    """
    lees: Lees = cache(store.opname)
    komend = [v for v in store.vergaderingen.all() if v.datum >= vandaag and v.status is not Status.GEANNULEERD]
    gekeken = [(v, check(store, v.id) if secretaris else ()) for v in komend[:_WACHT_HOOGSTENS]]
    wacht = chain(
        _gevraagd(store, lezer) if secretaris else (),
        _te_laat(store, vandaag),
        _aangehouden(store) if secretaris else (),
        _wacht(lees, gekeken),
    )
    return Start(
        verder=_verder_op_start(store, lees, recent, lezer),
        komt=tuple(_komt(store, v, vandaag, bevindingen) for v, bevindingen in gekeken),
        wacht=tuple(islice(wacht, _WACHT_HOOGSTENS)),
    )


def openregels(store: Store, vandaag: date, recent: Sequence[Adres]) -> tuple[Regel, ...]:
    """Return everything that can be opened: what was opened last first, then each meeting with its items and papers.

    Behind them stands what was taken off its agenda (B14).
    """
    lees: Lees = cache(store.opname)
    regels: list[Regel] = []
    for vergadering in (regel.adres.vergadering for regel in vergaderregels(store, vandaag)):
        opname = lees(vergadering)
        regels.append(
            Regel(
                adres=_adres(opname.vergadering),
                teksten=(f"{opname.gremium.naam} {lang(opname.vergadering.datum)}", opname.kort),
                icoon="calendar-days",
            )
        )
        for punt in opname.agendapunten:
            naam = f"{opname.nummers[punt.id]} {punt.titel}"
            regels.append(Regel(adres=adres_van(opname, punt.id), teksten=(naam, opname.kort), icoon="list-tree"))
        for stuk in _op_volgorde(opname):
            naam = f"{opname.label(stuk)} {stuk.titel}".strip()
            regels.append(Regel(adres=adres_van(opname, stuk.id), teksten=(naam, opname.kort), icoon="file-text"))
        for punt in opname.afgevoerd.agendapunten:
            naam = f"{punt.titel} (niet meer op de agenda)"
            regels.append(Regel(adres=adres_van(opname, punt.id), teksten=(naam, opname.kort), icoon="history"))
    laatst = {regel.adres: regel for adres in recent for regel in _verder(lees, adres)}
    alle = {regel.adres: regel for regel in regels}
    return tuple((laatst | alle).values())  # what was opened last keeps its place in front, in the words of the others


def zoekregels(store: Store, vraag: str, keuze: Keuze) -> tuple[Regel, ...]:
    """Return where words stand in what is asked for, the best first."""
    opnames: dict[str, Momentopname] = {}
    regels = []
    for plek in find(store, vraag) if keuze == Keuze() else find_narrowed(store, vraag, keuze).plaatsen:
        if plek.actie_id:
            adres = Adres(scherm=Scherm.ACTIES, sectie=plek.actie_id)
            regels.append(Regel(adres=adres, teksten=(plek.waar, "", plek.fragment), icoon="list-checks"))
            continue
        if plek.vergadering_id not in opnames:
            opnames[plek.vergadering_id] = store.opname(plek.vergadering_id)
        opname = opnames[plek.vergadering_id]
        regels.append(
            Regel(
                adres=_op_bladzijde(adres_van(opname, plek.bij), plek.pagina, plek.fragment),
                teksten=(plek.waar, str(plek.pagina or ""), plek.fragment or plek.titel),
                icoon="file-text",
            )
        )
    return tuple(regels)


def notitieregels(store: Store, vraag: str, lezer: str, *, secretaris: bool) -> tuple[Regel, ...]:
    """Return the notes that hold words, the best first, each with where it is read; then what was prepared."""
    notities = (
        Regel(
            adres=Adres(
                scherm=Scherm.LEZEN,
                vergadering=een.vergadering_id,
                punt="" if een.papier else een.punt_id,
                stuk=een.papier,
                sectie=str(een.pagina or ""),
                notitie=een.aantekening_id,
            ),
            teksten=(een.waar, str(een.pagina or ""), f"{een.soort.naam}: {een.fragment}"),
            icoon="sticky-note",
        )
        for een in find_aantekeningen(store, vraag, lezer=lezer, secretaris=secretaris)
    )
    voorbereid = (
        Regel(
            adres=Adres(scherm=Scherm.LEZEN, vergadering=een.vergadering_id, punt=een.punt_id),
            teksten=(een.waar, "", f"voorbereiding: {een.fragment}"),
            icoon="notebook-pen",
        )
        for een in find_voorbereidingen(store, vraag, lezer=lezer)
    )
    return (*notities, *voorbereid)


def _op_bladzijde(adres: Adres, pagina: int, fragment: str) -> Adres:
    """Return the place of a page of a paper, with the words that were found on it; a place without pages as it is."""
    if not pagina:
        return adres
    gezocht = "\n".join(dict.fromkeys(woord.casefold() for woord in _GEVONDEN.findall(fragment)))
    return replace(adres, vak="voorbeeld", sectie=str(pagina), gezocht=gezocht)


def stukregels(store: Store, vandaag: date) -> tuple[Regel, ...]:
    """Return the papers of all meetings, in the order of the meetings and their agendas."""
    regels = []
    for vergadering in (regel.adres.vergadering for regel in vergaderregels(store, vandaag)):
        opname = store.opname(vergadering)
        for stuk in _op_volgorde(opname):
            stand = "aanwezig" if opname.is_aanwezig(stuk) else "ontbreekt"
            regels.append(
                Regel(
                    adres=adres_van(opname, stuk.id),
                    teksten=(opname.aanduiding(stuk), stuk.titel, stuk.soort.value, stand),
                    korter=(opname.aanduiding(stuk), stuk.titel, "", stand),
                    icoon="lock" if opname.stuk_is_besloten(stuk) else "file-text",
                )
            )
    return tuple(regels)


def over_dagen(dag: date, vandaag: date) -> str:
    """Return how far a day is: ``vandaag``, ``morgen``, ``over 8 dagen``."""
    verschil = (dag - vandaag) // timedelta(days=1)
    return {0: "vandaag", 1: "morgen"}.get(verschil, f"over {verschil} dagen")


def _komt(store: Store, v: Vergadering, vandaag: date, bevindingen: Sequence[Bevinding]) -> Regel:
    """Return the line of a meeting: when, of which body, and how its agenda stands."""
    gremium = store.gremia.get(v.gremium_id)
    dag = f"{dag_kort(v.datum)} {klok(v.begin)}" if v.begin else dag_kort(v.datum)
    versies = store.agendaversies.van_vergadering(v.id)
    staat = versies[-1].staat.value if versies else "concept"
    fouten = sum(bevinding.ernst is Ernst.FOUT for bevinding in bevindingen)
    melding = f" · {meervoud(fouten, 'fout', 'fouten')}" if fouten else ""
    stand = f"{over_dagen(v.datum, vandaag)} · {staat}{melding}"
    return Regel(adres=_adres(v), teksten=(dag, gremium.naam, stand), icoon="calendar-days")


def _te_laat(store: Store, vandaag: date) -> Iterator[Regel]:
    """Return one line for the actions that are late, when there are any (I5)."""
    laat = sum(actie.is_te_laat(vandaag) for actie in store.acties.all())
    if laat:
        woorden = "1 actie is te laat" if laat == 1 else f"{laat} acties zijn te laat"
        yield Regel(adres=Adres(scherm=Scherm.ACTIES), teksten=(woorden, ""), icoon="triangle-alert")


def _aangehouden(store: Store) -> Iterator[Regel]:
    """Return a line for each body with items that were held over and go on nowhere yet; it opens the first (B13)."""
    for gremium in store.gremia.all():
        stappen = waiting(store, gremium.id)
        if stappen:
            eerste = stappen[0]
            wat = (
                f"‘{eerste.titel}’ is aangehouden en wacht op een vergadering"
                if len(stappen) == 1
                else f"{len(stappen)} aangehouden punten wachten op een vergadering"
            )
            adres = Adres(scherm=Scherm.VERGADERINGEN, vergadering=eerste.vergadering_id, punt=eerste.punt_id)
            waar = f"{eerste.gremium} {kort(eerste.datum)}" if len(stappen) == 1 else eerste.gremium
            yield Regel(adres=adres, teksten=(wat, waar), icoon="clock")


def _gevraagd(store: Store, lezer: str) -> Iterator[Regel]:
    """Return the questions of others that wait for an answer, each with where it is read (F18)."""
    for vraag in load_vragen(store, lezer=lezer, secretaris=True):
        een = vraag.aantekening
        if vraag.stand is Vraagstand.WACHT and not vraag.is_eigen:
            yield Regel(
                adres=Adres(
                    scherm=Scherm.LEZEN,
                    vergadering=een.vergadering_id,
                    punt="" if een.papier else een.agendapunt_id or "",
                    stuk=een.papier,
                    sectie=str(vraag.pagina or ""),
                    notitie=een.id,
                ),
                teksten=(f"Vraag van {een.eigenaar}: {een.tekst}", vraag.waar),
                icoon="circle-question-mark",
            )


def _wacht(lees: Lees, gekeken: Sequence[tuple[Vergadering, Sequence[Bevinding]]]) -> Iterator[Regel]:
    for v, bevindingen in gekeken:
        opname = lees(v.id)
        for bevinding in bevindingen:
            if bevinding.ernst is Ernst.FOUT:
                yield Regel(
                    adres=adres_van(opname, bevinding.bij), teksten=(bevinding.wat, opname.kort), icoon="circle-x"
                )


def _verder_op_start(store: Store, lees: Lees, recent: Sequence[Adres], lezer: str) -> tuple[Regel, ...]:
    lezen = [regel for stand in store.leesstanden.laatst(lezer) for regel in _leest(store, lees, stand)]
    gelezen = {(regel.adres.vergadering, regel.adres.stuk) for regel in lezen}
    andere = [adres for adres in recent if adres.scherm is not Scherm.LEZEN]
    regels = [regel for adres in andere for regel in _verder(lees, adres)]
    return (*lezen, *(regel for regel in regels if (regel.adres.vergadering, regel.adres.stuk) not in gelezen))


def _leest(store: Store, lees: Lees, stand: Leesstand) -> Iterator[Regel]:
    """Return the line of a paper one was reading, with the page and the number of notes; nothing when it is gone."""
    with suppress(NietGevonden):
        opname = lees(stand.vergadering_id)
        stuk = next((een for een in opname.stukken if een.id == stand.papier), None)
        if stuk is None and stand.papier not in EIGEN_BLADEN:
            return
        versie = opname.versies.get(stand.papier)
        van = f" van {versie.paginas}" if versie is not None and versie.paginas else ""
        adres = Adres(scherm=Scherm.LEZEN, vergadering=stand.vergadering_id, stuk=stand.papier)
        notities = store.aantekeningen.van_papier(stand.vergadering_id, stand.papier)
        aantal = sum(een.eigenaar == stand.eigenaar for een in notities)
        telling = f" · {aantal} aant." if aantal else ""
        waar = opname.aanduiding(stuk) if stuk is not None else f"{opname.kort} {stand.papier}"
        titel = stuk.titel if stuk is not None else EIGEN_BLADEN[stand.papier].capitalize()
        yield Regel(adres=adres, teksten=(waar, titel, f"blz. {stand.pagina}{van}{telling}"), icoon="book-open")


def _verder(lees: Lees, adres: Adres) -> Iterator[Regel]:
    """Return the line of a place, or nothing when it is gone."""
    with suppress(NietGevonden, KeyError):
        opname = lees(adres.vergadering)
        if adres.scherm is Scherm.LEZEN:
            naam = EIGEN_BLADEN.get(adres.stuk, "lezen").capitalize()
            yield Regel(adres=adres, teksten=(opname.kort, naam), icoon="book-open")
        elif adres.stuk:
            stuk = next((een for een in opname.stukken if een.id == adres.stuk), None)
            if stuk is not None:
                yield Regel(adres=adres, teksten=(opname.aanduiding(stuk), stuk.titel), icoon="file-text")
        elif adres.punt:
            punt = opname.punt(adres.punt)
            yield Regel(
                adres=adres, teksten=(f"{opname.kort} {opname.nummers[punt.id]}", punt.titel), icoon="list-tree"
            )
        else:
            yield Regel(adres=adres, teksten=(opname.kort, opname.gremium.naam), icoon="calendar-days")


def _op_volgorde(opname: Momentopname) -> Iterator[Stuk]:
    """Go through the papers in the order of the agenda, each with its bijlagen; those of no item come last."""
    gehad: set[str] = set()
    hoofden = [stuk for punt in opname.agendapunten for stuk in opname.stukken_bij(punt)]
    for hoofd in (*hoofden, *opname.stukken):
        for stuk in (hoofd, *opname.bijlagen_bij(hoofd)):
            if stuk.id not in gehad:
                gehad.add(stuk.id)
                yield stuk


def adres_van(opname: Momentopname, id_: str) -> Adres:
    """Return where an item or paper of a meeting stands in the window; without one the meeting itself.

    What was held over or withdrawn stands in its record (``Afgevoerdbediening``).
    """
    if id_ in opname.afgevoerd:
        opname = opname.met_afgevoerd()
    stuk = next((een for een in opname.stukken if een.id == id_), None)
    punt = stuk.agendapunt_id or "" if stuk else id_ if id_ in opname.nummers else ""
    if stuk is not None and not punt:
        boven = next((een for een in opname.stukken if een.id == stuk.hoort_bij), None)
        punt = boven.agendapunt_id or "" if boven else ""
    return Adres(
        scherm=Scherm.VERGADERINGEN, vergadering=opname.vergadering.id, punt=punt, stuk=stuk.id if stuk else ""
    )


def _adres(v: Vergadering) -> Adres:
    return Adres(scherm=Scherm.VERGADERINGEN, vergadering=v.id)
