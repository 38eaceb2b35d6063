"""Checking a meeting before it is sent, and accepting a finding with a reason."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id
from tk_desktop.domain.bevinding import Aanvaarding, Bevinding
from tk_desktop.domain.boeking import Dubbelboeking, dubbelboekingen
from tk_desktop.domain.cijfertabel import Cijfertabel
from tk_desktop.domain.controle import Controlecontext, controleer
from tk_desktop.domain.controle.woorden import woorden
from tk_desktop.domain.datum import kort
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import Nota
from tk_desktop.domain.stuk import Stuk
from tk_desktop.domain.vergadering import Status
from tk_desktop.domain.weglakking import words_gone
from tk_desktop.store.werkmap import Store
from tk_desktop.store.zoeken import Zoeksoort


class RedenOntbreekt(TkError):
    """A finding was to be accepted without a reason."""

    code = "TK-V03"
    melding = "Een bevinding aanvaarden kan alleen met een reden."
    veilig = "Er is niets gewijzigd."
    advies = "Schrijf erbij waarom de bevinding mag blijven, in enkele woorden."


class BevindingOnbekend(TkError):
    """A finding was to be accepted that the check does not find."""

    code = "TK-V04"
    melding = "De controle vindt geen {code} bij ‘{waar}’."
    veilig = "Er is niets gewijzigd."
    advies = "Neem de code en de plaats precies over uit `tk check`."


def check(store: Store, vergadering_id: str, vandaag: date | None = None) -> tuple[Bevinding, ...]:
    """Return what is wrong with a meeting, the worst first; raises ``NietGevonden``.

    Without ``vandaag`` nothing is late.
    """
    opname = store.opname(vergadering_id)
    return controleer(opname, context_of(store, opname, vandaag))


def accept(
    store: Store,
    vergadering_id: str,
    *,
    code: str,
    waar: str,
    reden: str,
    vandaag: date | None = None,
    moment: datetime | None = None,
    wie: str = "",
) -> Aanvaarding:
    """Accept the finding of that code and place, with a reason; it comes back as information from then on.

    Who accepts and when is kept with it (A9). Raises ``RedenOntbreekt`` or ``BevindingOnbekend``.
    """
    if not reden.strip():
        raise RedenOntbreekt
    if (code, waar) not in {(bevinding.code, bevinding.waar) for bevinding in check(store, vergadering_id, vandaag)}:
        raise BevindingOnbekend(code=code, waar=waar)
    aanvaarding = Aanvaarding(
        id=new_id(), vergadering_id=vergadering_id, code=code, waar=waar, reden=reden, moment=moment, wie=wie
    )
    with store.transaction():
        store.aanvaardingen.save(aanvaarding)
    return aanvaarding


def withdraw_acceptance(store: Store, aanvaarding_id: str, moment: datetime, *, wie: str = "") -> Aanvaarding:
    """Take an acceptance back, so that its finding counts again; it stays to be read, with who did so (A9)."""
    with store.transaction():
        aanvaarding = store.aanvaardingen.get(aanvaarding_id)
        if aanvaarding.geldt:
            aanvaarding = replace(aanvaarding, ingetrokken=moment, ingetrokken_door=wie)
            store.aanvaardingen.save(aanvaarding)
    return aanvaarding


def context_of(store: Store, opname: Momentopname, vandaag: date | None = None) -> Controlecontext:
    """Gather what a meeting cannot know of itself: the same numbers and files elsewhere, the words on its pages."""
    opnames = {opname.vergadering.id: opname}

    def namen(stuk_ids: Iterable[str]) -> tuple[str, ...]:
        uit = []
        for stuk_id in stuk_ids:
            stuk = store.stukken.get(stuk_id)
            if stuk.vergadering_id not in opnames:
                opnames[stuk.vergadering_id] = store.opname(stuk.vergadering_id)
            waar = opnames[stuk.vergadering_id]
            if stuk in waar.stukken:  # what was held over goes on elsewhere under the same number
                uit.append(waar.aanduiding(stuk))
        return tuple(sorted(uit))

    zelfde_onderwerp = _zelfde_onderwerp(store, opname)
    met_geheimen = tuple(_met_geheimen(store, opname))
    nummers = {nota.registratienummer for nota in opname.notas.values() if nota.registratienummer}
    sommen = {versie.sha256 for versie in opname.versies.values()}
    return Controlecontext(
        registratienummers={
            nummer: namen(
                nota.stuk_id
                for nota in store.notas.met_registratienummer(nummer)
                if store.stukken.get(nota.stuk_id).agendapunt_id not in zelfde_onderwerp
            )
            for nummer in sorted(nummers)
        },
        zelfde_bestand={
            som: namen({versie.stuk_id for versie in store.versies.met_bestand(som)}) for som in sorted(sommen)
        },
        openbaar_elders={som: tuple(_openbaar_elders(store, opname, som)) for som in sorted(sommen)},
        besloten_elders={som: tuple(_besloten_elders(store, opname, som)) for som in sorted(sommen)},
        paginateksten=_teksten(store, opname, Zoeksoort.PAGINA),
        verborgen=_teksten(store, opname, Zoeksoort.VERBORGEN),
        geheimen_elders=tuple(_geheimen_elders(store, opname, met_geheimen)),
        nummers_elders=tuple(_weggelegde_nummers(store, met_geheimen)),
        adviezen=store.adviezen.van_vergadering(opname.vergadering.id),
        geheimhoudingen=store.geheimhoudingen.van_vergadering(opname.vergadering.id),
        vandaag=vandaag,
        zitting=store.zitting(opname.vergadering.id) if _is_begonnen(store, opname) else None,
        besluitnummers_elders=_nummers_elders(store, opname),
        later_gehouden=_later_gehouden(store, opname),
        tabellen=_tabellen(store, opname),
        gelakt=_gelakte_namen(store, opname),
        gelakt_elders={
            som: namen({een.stuk_id for een in store.versies.met_bestand(som) if store.weglakkingen.van_versie(een.id)})
            for som in sorted(sommen)
        },
        dubbelboekingen=_dubbelboekingen(store, opname),
    )


def _dubbelboekingen(store: Store, opname: Momentopname) -> tuple[Dubbelboeking, ...]:
    """Return what another meeting asks at the time of this one."""
    vergadering = opname.vergadering
    anderen = [een for een in store.vergaderingen.op_dag(vergadering.datum) if een.id != vergadering.id]
    return dubbelboekingen(store.bezetting(vergadering), map(store.bezetting, anderen)) if anderen else ()


def _gelakte_namen(store: Store, opname: Momentopname) -> Mapping[str, frozenset[str]]:
    """Return by paper the names that stand in it as it came in and not in what everybody gets of it."""
    lees = store.zoekregister.teksten
    return {
        id_: words_gone(lees(Zoeksoort.PAGINA, opname.versies[id_].sha256), lees(Zoeksoort.PAGINA, som))
        for id_, som in opname.gelakt.items()
        if som and id_ in opname.versies
    }


def _tabellen(store: Store, opname: Momentopname) -> Mapping[str, tuple[Cijfertabel, ...]]:
    """Return the tables of amounts of the papers that have any."""
    met = store.cijfertabellen.stukken()
    return {
        stuk.id: tuple(een.tabel for een in store.cijfertabellen.van_stuk(stuk.id))
        for stuk in opname.stukken
        if stuk.id in met
    }


def _zelfde_onderwerp(store: Store, opname: Momentopname) -> frozenset[str]:
    """Return the items of other meetings where the subjects of this one stood before or go on."""
    uit: set[str] = set()
    for punt in opname.agendapunten:
        eerder = punt.herkomst_id
        while eerder is not None and eerder not in uit:
            uit.add(eerder)
            eerder = store.agendapunten.get(eerder).herkomst_id
        rij = [punt.id]
        while rij:
            verder = [een.id for een in store.agendapunten.vervolg_van(rij.pop()) if een.id not in uit]
            uit.update(verder)
            rij += verder
    return frozenset(uit)


def _is_begonnen(store: Store, opname: Momentopname) -> bool:
    """Tell whether anything can have been done in a meeting."""
    vergadering = opname.vergadering
    begonnen = vergadering.status is Status.GEHOUDEN or vergadering.begonnen is not None
    return begonnen or store.verslagen.van_vergadering(vergadering.id) is not None


def _nummers_elders(store: Store, opname: Momentopname) -> Mapping[str, tuple[str, ...]]:
    """Return by number of a besluit of this meeting the days of the others that gave it too."""
    hier = {besluit.nummer for besluit in store.besluiten.van_vergadering(opname.vergadering.id) if besluit.nummer}
    punten = {punt.id for punt in opname.agendapunten}
    uit: dict[str, tuple[str, ...]] = {}
    for besluit in store.besluiten.all() if hier else ():
        if besluit.nummer in hier and besluit.agendapunt_id not in punten:
            uit[besluit.nummer] = (*uit.get(besluit.nummer, ()), f"de vergadering van {kort(besluit.datum)}")
    return uit


def _later_gehouden(store: Store, opname: Momentopname) -> date | None:
    """Return the day of the next meeting of the body that was held."""
    hier = opname.vergadering
    later = store.vergaderingen.van_gremium(hier.gremium_id)
    return next((een.datum for een in later if een.datum > hier.datum and een.status is Status.GEHOUDEN), None)


def secret_titles(store: Store) -> tuple[tuple[str, str], ...]:
    """Return every title in the werkmap that is besloten, with its place, save what an agenda bears in public too."""
    met_geheimen = [store.opname(een.id) for een in store.vergaderingen.met_geheimen()]
    open_ = {
        " ".join(woorden(titel))
        for opname in met_geheimen
        for titel in (
            *(punt.titel for punt in opname.agendapunten if not opname.is_besloten(punt)),
            *(stuk.titel for stuk in opname.stukken if not opname.stuk_is_besloten(stuk)),
        )
    }
    alle = _geheimen_elders(store, None, met_geheimen)
    return tuple((titel, waar) for titel, waar in alle if " ".join(woorden(titel)) not in open_)


def _geheimen_elders(
    store: Store, opname: Momentopname | None, met_geheimen: Iterable[Momentopname]
) -> Iterator[tuple[str, str]]:
    """Go through what is besloten in the other meetings of the werkmap: the verslag of the last one may name it.

    What was besloten and taken off an agenda or put away, of this meeting too, is as secret as it was.
    """
    for ander in met_geheimen:
        yield from _afgevoerde_geheimen(ander)
        for stuk, nota in _weggelegd(store, ander):
            for titel in (stuk.titel, nota.onderwerp if nota else ""):
                yield titel, f"{ander.kort}, in de prullenbak"
        if ander is opname:
            continue
        for punt in ander.agendapunten:
            if ander.is_besloten(punt):
                yield punt.titel, f"{ander.kort} {ander.nummers[punt.id]}"
        for stuk in ander.stukken:
            if ander.stuk_is_besloten(stuk):
                yield stuk.titel, ander.aanduiding(stuk)


def _besloten_elders(store: Store, opname: Momentopname, som: str) -> Iterator[str]:
    """Go through the besloten papers that are or were this file and do not hold it in this meeting now."""
    stukken = {versie.stuk_id for versie in store.versies.ooit_met_bestand(som)}
    nu = {stuk_id for stuk_id, versie in opname.versies.items() if versie.sha256 == som}
    for stuk in sorted((store.stukken.get(id_) for id_ in stukken - nu), key=lambda stuk: stuk.id):
        zelfde = stuk.vergadering_id == opname.vergadering.id
        waar = opname if zelfde else store.opname(stuk.vergadering_id)
        if waar.stuk_is_besloten(stuk):
            yield _naam_elders(waar, stuk)


def _openbaar_elders(store: Store, opname: Momentopname, som: str) -> Iterator[str]:
    """Go through the public papers with this file on the agendas of other meetings."""
    for stuk_id in sorted({versie.stuk_id for versie in store.versies.met_bestand(som)}):
        stuk = store.stukken.get(stuk_id)
        if stuk.vergadering_id != opname.vergadering.id:
            waar = store.opname(stuk.vergadering_id)
            if stuk in waar.stukken and not waar.stuk_is_besloten(stuk):
                yield waar.aanduiding(stuk)


def _naam_elders(waar: Momentopname, stuk: Stuk) -> str:
    if stuk.verwijderd is not None:
        return f"{waar.kort}, in de prullenbak"
    return waar.aanduiding(stuk) if stuk in waar.stukken else f"{waar.kort}, van de agenda gehaald"


def _met_geheimen(store: Store, opname: Momentopname) -> Iterator[Momentopname]:
    """Go through this meeting and the others in which something is besloten."""
    yield opname
    for vergadering in store.vergaderingen.met_geheimen():
        if vergadering.id != opname.vergadering.id:
            yield store.opname(vergadering.id)


def _weggelegde_nummers(store: Store, met_geheimen: Iterable[Momentopname]) -> Iterator[tuple[str, str]]:
    for ander in met_geheimen:
        for _, nota in _weggelegd(store, ander):
            if nota is not None and nota.registratienummer:
                yield nota.registratienummer, f"{ander.kort}, in de prullenbak"


def _weggelegd(store: Store, opname: Momentopname) -> Iterator[tuple[Stuk, Nota | None]]:
    """Go through the besloten papers of a meeting that were put away, each with its form."""
    weg = store.stukken.verwijderd(opname.vergadering.id)
    notas = store.notas.verwijderd(opname.vergadering.id)
    geheim = {stuk.id for stuk in weg if opname.stuk_is_besloten(stuk)}
    for stuk in weg:
        if stuk.id in geheim or stuk.hoort_bij in geheim:
            yield stuk, notas.get(stuk.id)


def _afgevoerde_geheimen(opname: Momentopname) -> Iterator[tuple[str, str]]:
    weg = opname.afgevoerd
    for punt in weg.agendapunten:
        if punt.id in weg.besloten:
            yield punt.titel, f"{opname.kort}, van de agenda gehaald"
    for stuk in weg.stukken:
        if stuk.id in weg.besloten:
            yield stuk.titel, f"{opname.kort}, van de agenda gehaald"


def _teksten(store: Store, opname: Momentopname, soort: Zoeksoort) -> Mapping[str, tuple[str, ...]]:
    """Return the words of each paper as everybody gets it; as it came in where its redacted file was not read here."""

    def van(stuk_id: str, som: str) -> tuple[str, ...]:
        gelakt = opname.gelakt.get(stuk_id, "")
        gelezen = store.zoekregister.teksten(Zoeksoort.PAGINA, gelakt) if gelakt else ()
        return store.zoekregister.teksten(soort, gelakt if gelezen else som)

    return {stuk_id: van(stuk_id, versie.sha256) for stuk_id, versie in opname.versies.items()}
