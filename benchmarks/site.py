"""Bringing a site up to date after one change, against writing it anew."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from benchmarks.meten import Meting, in_turn
from benchmarks.sets import vul
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.extranet.publiceren import publish
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)
STUKKEN, BLADEN = 80, 8


def measure(map_: Path) -> Iterator[Meting]:
    """Yield the figure for a meeting of 80 stukken on 500 pages of which the title of one item changes."""
    with Store.open(map_ / "werkmap", maken=True) as store:
        vergadering_id, _ = vul(store, map_, STUKKEN, BLADEN)
        nieuw, titel = (map_ / f"nieuw-{nummer}" for nummer in count()), count()

        def bij() -> None:
            publish(store, Doelgroep.OPENBAAR, map_ / "site", NU)

        def wijzig() -> None:
            punt = store.opname(vergadering_id).agendapunten[-1]
            store.agendapunten.save(replace(punt, titel=f"Rondvraag {next(titel)}"))

        def anders() -> None:
            publish(store, Doelgroep.OPENBAAR, next(nieuw), NU)

        publish(store, Doelgroep.OPENBAAR, map_ / "site", NU, erbij=[vergadering_id])
        ons, ander = in_turn(bij, anders, keer=3, voor=wijzig)
    yield Meting(
        wat=f"site bijwerken na één gewijzigde titel ({STUKKEN} stukken)",
        ons=ons,
        ander=ander,
        naam_ander="de hele site schrijven",
        toegestaan=0,
        grens=0.5,
    )
