"""A calendar taken in: what each appointment would become, and then those that somebody chose (A3)."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from tk_desktop.base.ids import new_id
from tk_desktop.base.progress import Progress
from tk_desktop.domain.afspraak import Afspraak, ZonderDag
from tk_desktop.domain.datum import lang, spanne
from tk_desktop.domain.gremium import Gremium
from tk_desktop.domain.vergadering import Status, Vergadering
from tk_desktop.meeting.jaarkalender import dubbele_boekingen, op_vrije_dag
from tk_desktop.meeting.vergaderingen import add_vergadering, change_vergadering
from tk_desktop.store.werkmap import Store


class Kalenderlot(StrEnum):
    """What becomes of an appointment."""

    NIEUW = "nieuw"
    GEWIJZIGD = "gewijzigd"
    GELIJK = "al bekend"
    OVERGESLAGEN = "niet over te nemen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kalendervoorstel:
    """What one appointment would become, told before anything is stored.

    ``wat`` says what changes or why nothing comes of it, ``let_op`` what somebody should look at first. ``vooraf`` is
    whether it is taken when nobody says otherwise: not what was held, nor what may be no meeting but private.
    """

    lot: Kalenderlot
    afspraak: Afspraak | ZonderDag
    gremium: Gremium
    wordt: Vergadering | None = None
    wat: str = ""
    let_op: tuple[str, ...] = ()
    vooraf: bool = False

    @property
    def te_kiezen(self) -> bool:
        """Whether taking it would change anything."""
        return self.lot in (Kalenderlot.NIEUW, Kalenderlot.GEWIJZIGD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Jaarimport:
    """What taking in a calendar brought: meetings made, changed and left alone; what was passed over and why."""

    nieuw: tuple[Vergadering, ...] = ()
    gewijzigd: tuple[Vergadering, ...] = ()
    gelijk: tuple[Vergadering, ...] = ()
    overgeslagen: tuple[str, ...] = ()


def propose_calendar(
    store: Store, gremium_id: str, afspraken: Sequence[Afspraak | ZonderDag]
) -> tuple[Kalendervoorstel, ...]:
    """Return what each appointment would become; nothing is stored.

    An appointment that came in before, or that this program wrote, is recognised by its ``uid`` and belongs to the body
    of that meeting. Another one is of the body that its title names, else of ``gremium_id``; on a day on which that
    body meets already it is that meeting.
    """
    gremia = {gremium.id: gremium for gremium in store.gremia.all()}
    alle = {een.id: een for een in store.vergaderingen.all()}
    uit = []
    for afspraak in afspraken:
        voorstel = _weeg(alle.values(), gremia, gremium_id, afspraak)
        if voorstel.wordt is not None and voorstel.te_kiezen:
            alle[voorstel.wordt.id] = voorstel.wordt  # the next ones are weighed as if it came
            voorstel = _met_twijfel(store, voorstel, alle)
        uit.append(voorstel)
    return tuple(uit)


def take_calendar(store: Store, gekozen: Sequence[Kalendervoorstel], progress: Progress | None = None) -> Jaarimport:
    """Make or change the meetings of the proposals that were chosen, and return what was done (year import).

    Each is weighed anew, so that what changed meanwhile counts. Taking in the same calendar again changes nothing.
    """
    nieuw, gewijzigd, gelijk, over = [], [], [], []
    with store.transaction():
        gremia = {gremium.id: gremium for gremium in store.gremia.all()}
        alle = {een.id: een for een in store.vergaderingen.all()}
        for keus in (progress or Progress()).each(gekozen, "Kalender innemen"):
            nu = _weeg(alle.values(), gremia, keus.gremium.id, keus.afspraak)
            if isinstance(keus.afspraak, ZonderDag) or nu.wordt is None:
                over.append(nu.wat)
            elif nu.lot is Kalenderlot.GELIJK:
                gelijk.append(nu.wordt)
            elif nu.lot is Kalenderlot.GEWIJZIGD:
                volgens = partial(_volgens, afspraak=keus.afspraak)
                gewijzigd.append(change_vergadering(store, nu.wordt.id, volgens).vergadering)
                alle[nu.wordt.id] = gewijzigd[-1]
            else:
                nieuw.append(_maak(store, nu.wordt))
                alle[nieuw[-1].id] = nieuw[-1]
    return Jaarimport(nieuw=tuple(nieuw), gewijzigd=tuple(gewijzigd), gelijk=tuple(gelijk), overgeslagen=tuple(over))


def _weeg(
    alle: Collection[Vergadering], gremia: dict[str, Gremium], gremium_id: str, afspraak: Afspraak | ZonderDag
) -> Kalendervoorstel:
    if isinstance(afspraak, ZonderDag):
        wat = f"‘{afspraak.titel or 'Afspraak'}’ heeft geen dag die te lezen is."
        return Kalendervoorstel(lot=Kalenderlot.OVERGESLAGEN, afspraak=afspraak, gremium=gremia[gremium_id], wat=wat)
    herkend = _zelfde_afspraak(alle, afspraak)
    genoemd = gremia[herkend.gremium_id] if herkend else _genoemd(gremia.values(), afspraak.titel)
    gremium = genoemd or gremia[gremium_id]
    was = herkend or _op_die_dag(alle, gremium.id, afspraak)
    wordt = _volgens(was, afspraak) if was else _nieuw(gremium.id, afspraak)
    lot, wat = Kalenderlot.NIEUW, ""
    if was is not None and wordt == was:
        lot = Kalenderlot.GELIJK
    elif was is None and afspraak.geannuleerd:
        lot, wat = Kalenderlot.OVERGESLAGEN, f"{_naam(afspraak)} is geannuleerd."
    elif _is_bezet(alle, wordt):
        lot, wat = Kalenderlot.OVERGESLAGEN, f"{_naam(afspraak)}: {gremium.kort} vergadert die dag al."
    elif was is not None:
        lot, wat = Kalenderlot.GEWIJZIGD, _verschil(was, wordt)
    gehouden = was is not None and was.status is Status.GEHOUDEN
    kan = lot in (Kalenderlot.NIEUW, Kalenderlot.GEWIJZIGD)
    vragen = {
        "Deze vergadering is al gehouden.": gehouden,
        f"De titel zegt niet dat dit {gremium.kort} is; zet een vinkje als het zo is.": genoemd is None,
    }
    let_op = tuple(zin for zin, geldt in vragen.items() if kan and geldt)
    return Kalendervoorstel(
        lot=lot,
        afspraak=afspraak,
        gremium=gremium,
        wordt=None if lot is Kalenderlot.OVERGESLAGEN else wordt,
        wat=wat,
        let_op=let_op,
        vooraf=kan and not let_op,
    )


def _met_twijfel(store: Store, voorstel: Kalendervoorstel, alle: dict[str, Vergadering]) -> Kalendervoorstel:
    """Add what is doubtful of a meeting as it would be: a free day, who and what is asked elsewhere, half an import."""
    afspraak, wordt = voorstel.afspraak, voorstel.wordt
    if isinstance(afspraak, ZonderDag) or wordt is None or wordt.status is Status.GEANNULEERD:
        return voorstel
    elders = [een for een in alle.values() if een is not wordt and een.datum == wordt.datum]
    zinnen = [op_vrije_dag(wordt.datum), *dubbele_boekingen(store, wordt, elders)]
    if afspraak.herhaalt:
        zinnen.append("De afspraak herhaalt zich; alleen deze dag wordt overgenomen.")
    if afspraak.begin and afspraak.einde and afspraak.einde < afspraak.begin:
        zinnen.append("De afspraak eindigt voordat zij begint; die eindtijd blijft weg.")
    return replace(voorstel, let_op=(*voorstel.let_op, *(zin for zin in zinnen if zin)))


def _nieuw(gremium_id: str, afspraak: Afspraak) -> Vergadering:
    klopt = afspraak.begin is None or afspraak.einde is None or afspraak.begin <= afspraak.einde
    return Vergadering(
        id=new_id(),
        gremium_id=gremium_id,
        datum=afspraak.datum,
        begin=afspraak.begin,
        einde=afspraak.einde if klopt else None,
        plaats=afspraak.plaats,
        videolink=afspraak.videolink,
        uid=afspraak.uid,
    )


def _maak(store: Store, wordt: Vergadering) -> Vergadering:
    return add_vergadering(
        store,
        wordt.gremium_id,
        wordt.datum,
        begin=wordt.begin,
        einde=wordt.einde,
        plaats=wordt.plaats,
        videolink=wordt.videolink,
        uid=wordt.uid,
    )


def _volgens(vergadering: Vergadering, afspraak: Afspraak) -> Vergadering:
    """Return a meeting as the calendar tells it; what the calendar leaves out stays."""
    anders = replace(
        vergadering,
        datum=afspraak.datum,
        begin=afspraak.begin or vergadering.begin,
        einde=afspraak.einde or vergadering.einde,
        plaats=afspraak.plaats or vergadering.plaats,
        videolink=afspraak.videolink or vergadering.videolink,
        status=Status.GEANNULEERD if afspraak.geannuleerd else vergadering.status,
        uid=vergadering.uid or ("" if _eigen_id(afspraak.uid) == vergadering.id else afspraak.uid),
    )
    if anders.begin and anders.einde and anders.einde < anders.begin:
        return replace(anders, begin=vergadering.begin, einde=vergadering.einde)
    return anders


def _verschil(was: Vergadering, wordt: Vergadering) -> str:
    """Return in Dutch sentences what a calendar changes in a meeting."""
    zinnen = []
    if wordt.status is not was.status:
        zinnen.append("De vergadering wordt geannuleerd.")
    if wordt.datum != was.datum:
        zinnen.append(f"De datum was {lang(was.datum, met_dag=True)}.")
    if (wordt.begin, wordt.einde) != (was.begin, was.einde):
        zinnen.append(f"De tijd was {spanne(was.begin, was.einde)}." if was.begin else "Er was nog geen tijd.")
    if wordt.plaats != was.plaats:
        zinnen.append(f"De plaats was {was.plaats}." if was.plaats else "Er was nog geen plaats.")
    if wordt.videolink != was.videolink:
        zinnen.append("De videolink was anders." if was.videolink else "Er was nog geen videolink.")
    return " ".join(zinnen) or "De vergadering wordt voortaan in deze kalender herkend."


def _zelfde_afspraak(alle: Iterable[Vergadering], afspraak: Afspraak) -> Vergadering | None:
    """Return the meeting that is this very appointment, by its id."""
    kent = (een for een in alle if een.uid == afspraak.uid or een.id == _eigen_id(afspraak.uid))
    return next(kent, None) if afspraak.uid else None


def _op_die_dag(alle: Iterable[Vergadering], gremium_id: str, afspraak: Afspraak) -> Vergadering | None:
    """Return the meeting of a body on the day of an appointment, when no calendar knows it yet."""
    hier = (een for een in alle if (een.gremium_id, een.datum) == (gremium_id, afspraak.datum))
    return next((een for een in hier if not een.uid and een.status is not Status.GEANNULEERD), None)


def _is_bezet(alle: Iterable[Vergadering], vergadering: Vergadering) -> bool:
    return any(
        (ander.gremium_id, ander.datum) == (vergadering.gremium_id, vergadering.datum)
        and ander.id != vergadering.id
        and ander.status is not Status.GEANNULEERD
        for ander in alle
    )


def _genoemd(gremia: Iterable[Gremium], titel: str) -> Gremium | None:
    """Return the body that a title names in whole or in short; none when it names two."""
    noemt = [
        (len(naam), gremium)
        for gremium in gremia
        for naam in {gremium.naam, gremium.kort}
        if naam and re.search(rf"(?<!\w){re.escape(naam)}(?!\w)", titel, re.IGNORECASE)
    ]
    langste = max((lengte for lengte, _ in noemt), default=0)
    uit = {gremium.id: gremium for lengte, gremium in noemt if lengte == langste}
    return next(iter(uit.values())) if len(uit) == 1 else None


def _eigen_id(uid: str) -> str:
    """Return the id of a meeting in the name that this program gives it in a calendar (``export.ics``)."""
    return uid.removesuffix("@tk-desktop") if uid.endswith("@tk-desktop") else ""


def _naam(afspraak: Afspraak) -> str:
    return f"‘{afspraak.titel or 'Afspraak'}’ op {lang(afspraak.datum)}"
