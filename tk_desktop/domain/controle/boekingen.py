"""Is nobody and no room asked by two meetings at one time (A4)."""

from collections.abc import Iterator

from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.controle.zicht import VERGADERING, Vondst, Zicht, vondst
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.domain.vergadering import Status

CODES = {
    "DB01": "Iemand van deze vergadering zit op dat tijdstip ook in een andere.",
    "DB02": "In de zaal is op dat tijdstip ook een andere vergadering.",
}

_BIJ_NAAM = 3
"""Up to so many people the place of a finding names them, so that what was accepted of one is not so of another."""


def controleer_boekingen(zicht: Zicht) -> Iterator[Vondst]:
    """Find what two meetings ask at one time, while this one has yet to come."""
    vandaag, vergadering = zicht.context.vandaag, zicht.opname.vergadering
    if vergadering.status is not Status.GEPLAND or (vandaag is not None and vergadering.datum < vandaag):
        return
    for boeking in zicht.context.dubbelboekingen:
        namen = boeking.namen
        if namen:
            wie = opsomming(namen) if len(namen) <= _BIJ_NAAM else f"{len(namen)} mensen"
            yield vondst(
                "DB01",
                Ernst.WAARSCHUWING,
                VERGADERING,
                boeking.over_mensen,
                waarom="Wie in twee vergaderingen tegelijk zit, mist er een.",
                herstel="Verzet een van beide vergaderingen, of meld af wie niet komt.",
                waar=f"{VERGADERING.waar}, tijd: {boeking.naam} ({wie})",
            )
        if boeking.zaal:
            yield vondst(
                "DB02",
                Ernst.WAARSCHUWING,
                VERGADERING,
                boeking.over_zaal,
                waarom="Twee vergaderingen kunnen niet tegelijk in één zaal.",
                herstel="Kies een andere zaal of een andere tijd voor een van beide.",
                waar=f"{VERGADERING.waar}, plaats: {boeking.naam}",
            )
