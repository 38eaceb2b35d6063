"""The year of all bodies: meetings with their deadlines, what a planned one brings, and who is asked twice at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tk_desktop.domain.boeking import dubbelboekingen
from tk_desktop.domain.datum import DAGEN, kort, lang
from tk_desktop.domain.gremium import Gremium
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.domain.termijnen import Kalenderregel, Termijn, Wijzigingstand, termijnen, waarom_vrij
from tk_desktop.domain.vergadering import Status, Vergadering
from tk_desktop.meeting.aanhouden import waiting
from tk_desktop.meeting.vergaderingen import Vergaderplan
from tk_desktop.store.werkmap import Store

_AFSPRAAK = ("datum", "begin", "einde", "plaats", "videolink", "status", "gremium_id", "uid")
_AFSPRAAK_GREMIUM = ("naam", "kort", "dagen_aanleveren", "dagen_sluiten", "dagen_verzenden", "dagen_verhindering")
"""The fields of which a calendar file tells."""


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
    vrij = op_vrije_dag(plan.datum)
    waarschuwingen = (*([vrij] if vrij else []), *dubbele_boekingen(store, vergadering))
    wacht = [
        f"‘{stap.titel}’ is aangehouden ({stap.gremium} {kort(stap.datum)})" for stap in waiting(store, gremium.id)
    ]
    if wacht:
        waarschuwingen = (*waarschuwingen, f"{opsomming(wacht)} en nog niet opnieuw geagendeerd.")
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
        calendar_line(store, gremia[vergadering.gremium_id], vergadering)
        for vergadering in store.vergaderingen.van_jaar(jaar)
        if gremium_id in ("", vergadering.gremium_id)
    )


def calendar_line(store: Store, gremium: Gremium, vergadering: Vergadering) -> Kalenderregel:
    """Return a meeting as it stands in a calendar, with how it and its body were changed as far as that tells."""
    return Kalenderregel.van(gremium, vergadering, calendar_changes(store, vergadering))


def calendar_changes(store: Store, vergadering: Vergadering) -> Wijzigingstand:
    """Return how what a calendar tells of a meeting was changed: its own fields, and those of its body."""
    eigen = store.bewerkingen.gewijzigd("vergadering", vergadering.id, _AFSPRAAK)
    return eigen.met(store.bewerkingen.gewijzigd("gremium", vergadering.gremium_id, _AFSPRAAK_GREMIUM))


def years(store: Store) -> tuple[int, ...]:
    """Return the years in which a meeting stands, the first one first."""
    return tuple(sorted({vergadering.datum.year for vergadering in store.vergaderingen.all()}))


def dubbele_boekingen(
    store: Store, vergadering: Vergadering, elders: Iterable[Vergadering] | None = None
) -> tuple[str, ...]:
    """Return, in Dutch sentences, who and what is also asked elsewhere at the time of this meeting (A4).

    The meeting need not be stored yet, nor the others of that day when ``elders`` names them.
    """
    anderen = store.vergaderingen.op_dag(vergadering.datum) if elders is None else elders
    boekingen = dubbelboekingen(store.bezetting(vergadering), map(store.bezetting, anderen))
    return tuple(zin for boeking in boekingen for zin in boeking.zinnen)


def op_vrije_dag(dag: date) -> str:
    """Return, in a Dutch sentence, why people do not work on a day; empty on a working day."""
    vrij = waarom_vrij(dag)
    naam = lang(dag, met_dag=True).capitalize()
    if not vrij:
        return ""
    return f"{naam} valt in het weekend." if vrij == DAGEN[dag.weekday()] else f"{naam} is {vrij}."


def _is_bezet(store: Store, vergadering: Vergadering) -> bool:
    return any(
        ander.gremium_id == vergadering.gremium_id
        and ander.id != vergadering.id
        and ander.status is not Status.GEANNULEERD
        for ander in store.vergaderingen.op_dag(vergadering.datum)
    )
