"""For which meeting post is: the one that it names, by its day or its body, else one that is still to come."""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from tk_desktop.domain.gremium import Gremium
from tk_desktop.domain.vergadering import Status, Vergadering
from tk_desktop.domain.vergelijken import sleutel
from tk_desktop.intake.gelezen import GelezenBestand
from tk_desktop.intake.verhindering import genoemde_dagen
from tk_desktop.store.werkmap import Store


def vergadering_van_post(store: Store, gelezen: Sequence[GelezenBestand], vandaag: date, hier: str = "") -> str:
    """Return the id of the meeting that post names: its nota's, then its subjects, words and names of files.

    A day that more bodies meet on is of the body that is named too; a body alone names its next meeting. Where nothing
    is named it is ``hier``, the meeting that is looked at, as long as that is still to come, else the next one. Empty
    when there is no meeting.
    """
    alle = [een for een in store.vergaderingen.all() if een.status is not Status.GEANNULEERD]
    straks = sorted((een for een in alle if een.datum >= vandaag), key=lambda een: een.datum)
    gremia = _gremia(store.gremia.all(), gelezen)
    for dagen in _dagen(gelezen, vandaag):
        op_dag = [een for een in alle if een.datum in dagen]
        gekozen = _ene(op_dag, gremia, hier)
        if gekozen:
            return gekozen
    van_gremium = [een for een in straks if een.gremium_id in gremia]
    if van_gremium:
        return hier if any(een.id == hier for een in van_gremium) else van_gremium[0].id
    if any(een.id == hier for een in straks) or (hier and not straks):
        return hier
    laatste = max(alle, key=lambda een: een.datum, default=None)
    return straks[0].id if straks else laatste.id if laatste is not None else ""


def _ene(op_dag: Sequence[Vergadering], gremia: Collection[str], hier: str) -> str:
    """Return the one of these that is meant; nothing where that is not certain."""
    genoemd = [een for een in op_dag if een.gremium_id in gremia] or op_dag
    if any(een.id == hier for een in genoemd):
        return hier
    return genoemd[0].id if len(genoemd) == 1 else ""


def _dagen(gelezen: Sequence[GelezenBestand], vandaag: date) -> Iterator[tuple[date, ...]]:
    """Yield the days that are named, the surest first."""
    berichten = [een.bericht for een in gelezen if een.bericht is not None]
    yield tuple(nota.datum for een in gelezen if een.lezing for nota in een.lezing.notas if nota.datum is not None)
    for bericht in berichten:
        yield genoemde_dagen(bericht.onderwerp, bericht.dag or vandaag)
    for bericht in berichten:
        yield bericht.verhindering.dagen if bericht.verhindering else ()
        yield genoemde_dagen(bericht.tekst, bericht.dag or vandaag)
    for een in gelezen:
        yield genoemde_dagen(een.bron.stem, vandaag)


def _gremia(alle: Sequence[Gremium], gelezen: Sequence[GelezenBestand]) -> frozenset[str]:
    """Return the bodies that the subjects name, else the words: by their whole name or the short one."""
    berichten = [een.bericht for een in gelezen if een.bericht is not None]
    for teksten in ([een.onderwerp for een in berichten], [een.tekst for een in berichten]):
        genoemd = frozenset(een.id for een in alle if any(_noemt(een, tekst) for tekst in teksten))
        if genoemd:
            return genoemd
    return frozenset()


def _noemt(gremium: Gremium, tekst: str) -> bool:
    kort = gremium.afkorting and re.search(rf"(?<!\w){re.escape(gremium.afkorting)}(?!\w)", tekst)
    return bool(kort) or sleutel(gremium.naam) in sleutel(tekst)
