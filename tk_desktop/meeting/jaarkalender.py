"""The year of all bodies: meetings with their deadlines, who is asked twice at once, and a calendar taken in."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import time
from functools import partial

from tk_desktop.base.progress import Progress
from tk_desktop.domain.afspraak import Afspraak, ZonderDag
from tk_desktop.domain.datum import DAGEN, klok, kort, lang, minuten, spanne
from tk_desktop.domain.gremium import Gremium
from tk_desktop.domain.termijnen import Kalenderregel, Termijn, termijnen, waarom_vrij
from tk_desktop.domain.vergadering import Status, Vergadering
from tk_desktop.meeting.aanhouden import waiting
from tk_desktop.meeting.vergaderingen import Vergaderplan, add_vergadering, change_vergadering
from tk_desktop.store.werkmap import Store

_GEWONE_DUUR = 120
"""How many minutes a meeting without an end is taken to last, to see who is asked twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Jaarimport:
    """What taking in a calendar brought: meetings made, changed and left alone; what was passed over and why."""

    nieuw: tuple[Vergadering, ...] = ()
    gewijzigd: tuple[Vergadering, ...] = ()
    gelijk: tuple[Vergadering, ...] = ()
    overgeslagen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vooruitblik:
    """What a planned meeting brings, told before it is made: deadlines, warnings, and what stands in its way."""

    termijnen: tuple[Termijn, ...] = ()
    waarschuwingen: tuple[str, ...] = ()
    bezwaar: str = ""


def look_ahead(store: Store, plan: Vergaderplan) -> Vooruitblik:
    """Return what a planned meeting would bring; nothing is stored (A4, A5)."""
    bekend = [gremium for gremium in store.gremia.all() if gremium.id == plan.gremium_id]
    gremium = bekend[0] if bekend else Gremium(id="", naam=plan.gremium_naam.strip() or "Gremium")
    bron = store.vergaderingen.get(plan.bron_id) if plan.bron_id else None
    vergadering = Vergadering(
        id="",
        gremium_id=gremium.id,
        datum=plan.datum,
        begin=plan.begin,
        einde=plan.einde,
        plaats=plan.plaats,
        voorzitter_id=bron.voorzitter_id if bron else None,
        secretaris_id=bron.secretaris_id if bron else None,
    )
    vrij = waarom_vrij(plan.datum)
    dag = lang(plan.datum, met_dag=True).capitalize()
    waarschuwingen = dubbele_boekingen(store, vergadering)
    if vrij and vrij != DAGEN[plan.datum.weekday()]:
        waarschuwingen = (f"{dag} is {vrij}.", *waarschuwingen)
    elif vrij:
        waarschuwingen = (f"{dag} valt in het weekend.", *waarschuwingen)
    wacht = [
        f"‘{stap.titel}’ is aangehouden ({stap.gremium} {kort(stap.datum)})" for stap in waiting(store, gremium.id)
    ]
    if wacht:
        waarschuwingen = (*waarschuwingen, f"{_samen(wacht)} en nog niet opnieuw geagendeerd.")
    bezwaar = ""
    if plan.begin and plan.einde and plan.einde < plan.begin:
        bezwaar = "De vergadering zou eindigen voordat zij begint."
    elif _is_bezet(store, vergadering):
        bezwaar = f"{gremium.naam} vergadert al op {lang(plan.datum, met_dag=True)}."
    return Vooruitblik(termijnen=termijnen(gremium, plan.datum), waarschuwingen=waarschuwingen, bezwaar=bezwaar)


def year_calendar(store: Store, jaar: int, gremium_id: str = "") -> tuple[Kalenderregel, ...]:
    """Return the meetings of a year with their deadlines, of all bodies or of one, the earliest first (A3, A5)."""
    gremia = {gremium.id: gremium for gremium in store.gremia.all()}
    return tuple(
        Kalenderregel.van(gremia[vergadering.gremium_id], vergadering)
        for vergadering in store.vergaderingen.van_jaar(jaar)
        if gremium_id in ("", vergadering.gremium_id)
    )


def years(store: Store) -> tuple[int, ...]:
    """Return the years in which a meeting stands, the first one first."""
    return tuple(sorted({vergadering.datum.year for vergadering in store.vergaderingen.all()}))


def dubbele_boekingen(store: Store, vergadering: Vergadering) -> tuple[str, ...]:
    """Return, in Dutch sentences, who and what is also asked elsewhere at the time of this meeting (A4).

    The meeting need not be stored yet. Looked at are the members on that day, chair, secretary and the room.
    """
    if vergadering.status is Status.GEANNULEERD:
        return ()
    hier = _deelnemers(store, vergadering)
    uit = []
    for ander in store.vergaderingen.op_dag(vergadering.datum):
        if ander.id == vergadering.id or ander.status is Status.GEANNULEERD or not _overlapt(vergadering, ander):
            continue
        waar = _waar(store, ander)
        dubbel = hier & _deelnemers(store, ander)
        namen = sorted(persoon.naam for persoon in store.personen.all() if persoon.id in dubbel)
        if namen:
            uit.append(f"{_samen(namen)} {'zit' if len(namen) == 1 else 'zitten'} dan ook bij {waar}.")
        if vergadering.plaats.strip() and ander.plaats.strip().casefold() == vergadering.plaats.strip().casefold():
            uit.append(f"In {vergadering.plaats.strip()} is dan ook {waar}.")
    return tuple(uit)


def take_calendar(
    store: Store, gremium_id: str, afspraken: Sequence[Afspraak | ZonderDag], progress: Progress | None = None
) -> Jaarimport:
    """Make or change the meetings of a body that a calendar tells, and return what was done (year import).

    An appointment that came in before, or that this program wrote, is recognised by its ``uid``; one on a day on which
    the body meets already is that meeting. Taking in the same calendar again changes nothing. A cancelled appointment
    that is not known is passed over, and so is one without a day that can be read; both are told.
    """
    nieuw, gewijzigd, gelijk, over = [], [], [], []
    with store.transaction():
        gremium = store.gremia.get(gremium_id)
        alle = {een.id: een for een in store.vergaderingen.all()}
        for afspraak in (progress or Progress()).each(afspraken, "Kalender innemen"):
            if isinstance(afspraak, ZonderDag):
                over.append(f"‘{afspraak.titel or 'Afspraak'}’ heeft geen dag die te lezen is.")
                continue
            bekend = _bekende(alle.values(), gremium.id, afspraak)
            if bekend is not None and bekend.gremium_id != gremium.id:
                naam = store.gremia.get(bekend.gremium_id).kort
                over.append(f"{_naam(afspraak)} is een vergadering van {naam}.")
            elif bekend is not None:
                nu = _volgens(bekend, afspraak)
                if nu == bekend:
                    gelijk.append(bekend)
                elif _is_bezet(store, nu):
                    over.append(f"{_naam(afspraak)}: {gremium.kort} vergadert die dag al.")
                else:
                    gewijzigd.append(
                        change_vergadering(store, bekend.id, partial(_volgens, afspraak=afspraak)).vergadering
                    )
                    alle[bekend.id] = gewijzigd[-1]
            elif afspraak.geannuleerd:
                over.append(f"{_naam(afspraak)} is geannuleerd.")
            else:
                nieuw.append(_maak(store, gremium.id, afspraak))
                alle[nieuw[-1].id] = nieuw[-1]
            if afspraak.herhaalt:
                over.append(f"{_naam(afspraak)} herhaalt zich; alleen deze dag is overgenomen.")
    return Jaarimport(nieuw=tuple(nieuw), gewijzigd=tuple(gewijzigd), gelijk=tuple(gelijk), overgeslagen=tuple(over))


def _maak(store: Store, gremium_id: str, afspraak: Afspraak) -> Vergadering:
    klopt = afspraak.begin is None or afspraak.einde is None or afspraak.begin <= afspraak.einde
    return add_vergadering(
        store,
        gremium_id,
        afspraak.datum,
        begin=afspraak.begin,
        einde=afspraak.einde if klopt else None,
        plaats=afspraak.plaats,
        videolink=afspraak.videolink,
        uid=afspraak.uid,
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


def _bekende(alle: Collection[Vergadering], gremium_id: str, afspraak: Afspraak) -> Vergadering | None:
    """Return the meeting that an appointment is: by its id, else the one of the body on that day."""
    for vergadering in alle:
        if afspraak.uid and (vergadering.uid == afspraak.uid or vergadering.id == _eigen_id(afspraak.uid)):
            return vergadering
    zelfde_dag = [
        v
        for v in alle
        if (v.gremium_id, v.datum) == (gremium_id, afspraak.datum) and not v.uid and v.status is not Status.GEANNULEERD
    ]
    return zelfde_dag[0] if zelfde_dag else None


def _is_bezet(store: Store, vergadering: Vergadering) -> bool:
    return any(
        ander.gremium_id == vergadering.gremium_id
        and ander.id != vergadering.id
        and ander.status is not Status.GEANNULEERD
        for ander in store.vergaderingen.op_dag(vergadering.datum)
    )


def _eigen_id(uid: str) -> str:
    """Return the id of a meeting in the name that this program gives it in a calendar (``export.ics``)."""
    return uid.removesuffix("@tk-desktop") if uid.endswith("@tk-desktop") else ""


def _naam(afspraak: Afspraak) -> str:
    return f"‘{afspraak.titel or 'Afspraak'}’ op {lang(afspraak.datum)}"


def _deelnemers(store: Store, vergadering: Vergadering) -> set[str]:
    leden = store.leden.van_gremium(vergadering.gremium_id)
    zitten = {zetel.persoon_id for zetel in leden if zetel.geldt_op(vergadering.datum)}
    return zitten | {id_ for id_ in (vergadering.voorzitter_id, vergadering.secretaris_id) if id_}


def _overlapt(een: Vergadering, ander: Vergadering) -> bool:
    """Tell whether two meetings on one day are at the same time; one without a begin may be at any time."""
    if een.begin is None or ander.begin is None:
        return True
    return minuten(een.begin) < _tot(ander.begin, ander.einde) and minuten(ander.begin) < _tot(een.begin, een.einde)


def _tot(begin: time, einde: time | None) -> int:
    if einde is not None and einde > begin:
        return minuten(einde)
    return minuten(begin) + _GEWONE_DUUR


def _waar(store: Store, vergadering: Vergadering) -> str:
    naam = store.gremia.get(vergadering.gremium_id).kort
    if vergadering.begin and vergadering.einde:
        return f"{naam} ({spanne(vergadering.begin, vergadering.einde)})"
    return f"{naam} ({klok(vergadering.begin)} uur)" if vergadering.begin else naam


def _samen(namen: Iterable[str]) -> str:
    *eerste, laatste = namen
    return f"{', '.join(eerste)} en {laatste}" if eerste else laatste
