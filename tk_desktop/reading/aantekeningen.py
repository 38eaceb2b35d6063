"""Writing notes on the papers of a meeting, and changing them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from tk_desktop.base.ids import new_id
from tk_desktop.domain.aantekening import Aantekening, Anker, Lijn, Oordeel, Plaats, Soort, Vlak, Zicht, omtrek
from tk_desktop.domain.notenstijl import Kleur
from tk_desktop.domain.volgorde import tussen
from tk_desktop.store.werkmap import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Leesplek:
    """Where somebody reads: the paper (``Onderdeel.sleutel``) of a meeting, and the item it belongs to, if any."""

    vergadering_id: str
    papier: str
    agendapunt_id: str | None = None


def add_aantekening(
    store: Store,
    plek: Leesplek,
    anker: Anker,
    soort: Soort,
    *,
    eigenaar: str,
    moment: datetime,
    kleur: Kleur = Kleur.GEEL,
    tekst: str = "",
    lijnen: Sequence[Lijn] = (),
    paginas: Sequence[str] = (),
) -> Aantekening:
    """Keep a new note on a paper and return it.

    ``paginas`` are the texts of the version that was read, by page: kept once, so that a later version can be
    compared with it even when the paper was one of our own and is made anew (F11).
    """
    plaats = Plaats(id=new_id(), volgorde=tussen(), anker=anker)
    aantekening = Aantekening(
        id=new_id(),
        vergadering_id=plek.vergadering_id,
        papier=plek.papier,
        agendapunt_id=plek.agendapunt_id,
        soort=soort,
        kleur=kleur,
        tekst=tekst.strip(),
        eigenaar=eigenaar,
        gemaakt=moment,
        gewijzigd=moment,
        lijnen=tuple(lijnen),
        plaatsen=(plaats,),
    )
    with store.transaction():
        store.leesteksten.bewaar(anker.versie, paginas)
        store.aantekeningen.save(aantekening)
    return aantekening


def add_puntnotitie(store: Store, punt_id: str, tekst: str, *, eigenaar: str, moment: datetime) -> Aantekening:
    """Keep a note on an item of the agenda rather than on a page, and return it (F7)."""
    with store.transaction():
        aantekening = Aantekening(
            id=new_id(),
            vergadering_id=store.agendapunten.get(punt_id).vergadering_id,
            agendapunt_id=punt_id,
            soort=Soort.PUNTNOTITIE,
            tekst=tekst.strip(),
            eigenaar=eigenaar,
            gemaakt=moment,
            gewijzigd=moment,
        )
        store.aantekeningen.save(aantekening)
    return aantekening


def change_aantekening(
    store: Store,
    aantekening_id: str,
    moment: datetime,
    *,
    tekst: str | None = None,
    kleur: Kleur | None = None,
    soort: Soort | None = None,
    labels: Iterable[str] | None = None,
) -> Aantekening:
    """Change what is given of a note and return it."""
    with store.transaction():
        oud = store.aantekeningen.get(aantekening_id)
        nieuw = replace(
            oud,
            tekst=oud.tekst if tekst is None else tekst.strip(),
            kleur=kleur or oud.kleur,
            soort=soort or oud.soort,
            labels=oud.labels if labels is None else _schoon(labels),
        )
        if nieuw == oud:
            return oud
        nieuw = replace(nieuw, gewijzigd=moment)
        store.aantekeningen.save(nieuw)
    return nieuw


def extend_inkt(store: Store, aantekening_id: str, lijn: Lijn, moment: datetime) -> Aantekening:
    """Add a stroke to a drawing, on the page it began on, and return it; its box grows with it (F5)."""
    with store.transaction():
        oud = store.aantekeningen.get(aantekening_id)
        nieuw = replace(oud, lijnen=(*oud.lijnen, lijn), gewijzigd=moment)
        if oud.plaats is not None:
            vlakken = (_om(oud.plaats.anker.vlakken, lijn),)
            nieuw = nieuw.met_plaats(replace(oud.plaats, anker=replace(oud.plaats.anker, vlakken=vlakken)))
        store.aantekeningen.save(nieuw)
    return nieuw


def share_aantekeningen(
    store: Store, ids: Iterable[str], zicht: Zicht, moment: datetime, *, met: Iterable[str] = ()
) -> tuple[Aantekening, ...]:
    """Choose who may read these notes (F8), and return them; ``met`` names the readers of one shared with some."""
    lezers = _schoon(met) if zicht is Zicht.GEDEELD else ()
    with store.transaction():
        gedeeld = tuple(
            replace(store.aantekeningen.get(id_), zicht=zicht, gedeeld_met=lezers, gewijzigd=moment) for id_ in ids
        )
        for aantekening in gedeeld:
            store.aantekeningen.save(aantekening)
    return gedeeld


def answer_vraag(store: Store, aantekening_id: str, antwoord: str, moment: datetime) -> Aantekening:
    """Keep what the secretariat answers to a question, and return it (F18)."""
    with store.transaction():
        vraag = replace(store.aantekeningen.get(aantekening_id), antwoord=antwoord.strip(), gewijzigd=moment)
        store.aantekeningen.save(vraag)
    return vraag


def remove_aantekeningen(store: Store, ids: Iterable[str]) -> int:
    """Remove these notes and return how many there were; the window can undo it."""
    with store.transaction():
        aantekeningen = [store.aantekeningen.get(id_) for id_ in ids]
        for aantekening in aantekeningen:
            store.aantekeningen.delete(aantekening.id)
    return len(aantekeningen)


def put_aantekening(
    store: Store, aantekening_id: str, anker: Anker, *, lijnen: Sequence[Lijn] | None = None, reden: str = ""
) -> Aantekening:
    """Put a note at a place that its writer chose, from the tray or by moving it, and return it (F12)."""
    with store.transaction():
        oud = store.aantekeningen.get(aantekening_id)
        nieuw = with_plaats(oud, anker, Oordeel.BEVESTIGD, reden)
        if lijnen is not None:
            nieuw = replace(nieuw, lijnen=tuple(lijnen))
        store.aantekeningen.save(nieuw)
    return nieuw


def confirm_plaatsen(store: Store, ids: Iterable[str]) -> tuple[Aantekening, ...]:
    """Accept where the program put these notes, and return them."""
    with store.transaction():
        bevestigd = []
        for aantekening in (store.aantekeningen.get(id_) for id_ in ids):
            if aantekening.plaats is not None and aantekening.plaats.oordeel is Oordeel.WAARSCHIJNLIJK:
                plaats = replace(aantekening.plaats, oordeel=Oordeel.BEVESTIGD)
                bevestigd.append(aantekening.met_plaats(plaats))
                store.aantekeningen.save(bevestigd[-1])
    return tuple(bevestigd)


def with_plaats(aantekening: Aantekening, anker: Anker, oordeel: Oordeel, reden: str = "") -> Aantekening:
    """Return a note with its place in a version of the paper; it keeps the id of an earlier place in that version.

    Otherwise the id is made of the note and the version, so that a place that went with an undone step comes back as
    the same when the step is done again.
    """
    zelfde = aantekening.in_versie(anker.versie)
    laatste = aantekening.plaatsen[-1].volgorde if aantekening.plaatsen else ""
    plaats = Plaats(
        id=zelfde.id if zelfde else f"{aantekening.id}:{anker.versie}",
        volgorde=zelfde.volgorde if zelfde else tussen(laatste),
        anker=anker,
        oordeel=oordeel,
        reden=reden,
    )
    return aantekening.met_plaats(plaats)


def _om(vlakken: Sequence[Vlak], lijn: Lijn) -> Vlak:
    """Return the box round what was drawn and one more stroke."""
    alle = (*vlakken, omtrek((lijn,)))
    x0, y0 = min(vlak.x0 for vlak in alle), min(vlak.y0 for vlak in alle)
    return Vlak(lijn.pagina, x0, y0, max(vlak.x1 for vlak in alle), max(vlak.y1 for vlak in alle))


def _schoon(namen: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({naam.strip() for naam in namen if naam.strip()}))
