"""The papers of a meeting that was held as files; loaded when they are asked for."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from tk_desktop.base.progress import Progress
from tk_desktop.desktop.verslagkeuze import Papier, Verslagkeuze
from tk_desktop.domain.actielijst import Keuzelijst, kies
from tk_desktop.domain.zitting import Zitting
from tk_desktop.export.actielijst import write_actielijst
from tk_desktop.export.bladen import bestandsnaam
from tk_desktop.export.verslag import write_besluitenlijst, write_uittreksel, write_verslag
from tk_desktop.export.vorm import Vorm
from tk_desktop.minutes.actielijst import list_acties
from tk_desktop.minutes.acties import open_acties
from tk_desktop.minutes.verslagen import following
from tk_desktop.store.werkmap import Store

_Taak = tuple[str, Callable[[Path, Vorm], Path]]
"""The name of a file without its ending, and what writes it."""


def write_papieren(
    store: Store, vergadering_id: str, keuze: Verslagkeuze, map_: Path, progress: Progress
) -> tuple[Path, ...]:
    """Write the papers that were asked into a folder and return the files, those for everybody first.

    Papers for everybody are made of the meeting as everybody may know it alone. A file that is there already is
    replaced. Raises ``NietSchrijfbaar`` or ``SchijfVol``.
    """
    zitting = store.zitting(vergadering_id)
    vormen = [vorm for vorm, mee in ((Vorm.PDF, keuze.pdf), (Vorm.WORD, keuze.word)) if mee]
    taken = [
        *_taken(store, zitting.voor_iedereen(), keuze.openbaar, openbaar=True),
        *_taken(store, zitting, keuze.besloten, openbaar=False),
    ]
    werk = [(naam, schrijf, vorm) for naam, schrijf in taken for vorm in vormen]
    return tuple(schrijf(map_ / f"{naam}{vorm.value}", vorm) for naam, schrijf, vorm in progress.each(werk, "Papieren"))


def _taken(store: Store, zitting: Zitting, papieren: frozenset[Papier], *, openbaar: bool) -> Iterator[_Taak]:
    opname = zitting.opname
    id_, dag = opname.vergadering.id, opname.vergadering.datum
    achter = "" if openbaar else " (besloten)"
    if Papier.VERSLAG in papieren:
        yield (
            bestandsnaam(opname, f"verslag{achter}"),
            partial(
                write_verslag,
                zitting,
                open_acties=open_acties(store, id_, openbaar=openbaar),
                volgende=following(store, id_),
            ),
        )
    if Papier.BESLUITENLIJST in papieren:
        yield bestandsnaam(opname, f"besluitenlijst{achter}"), partial(write_besluitenlijst, zitting)
    if Papier.ACTIELIJST in papieren:
        van_gremium = [post for post in list_acties(store) if post.actie.gremium_id == opname.gremium.id]
        posten = kies(van_gremium, Keuzelijst.OPEN, dag, openbaar=openbaar)
        yield (
            bestandsnaam(opname, f"actielijst{achter}"),
            partial(write_actielijst, posten, op=dag, huisstijl=opname.gremium.huisstijl),
        )
    if Papier.UITTREKSELS in papieren:
        for besluit in zitting.besluiten:
            naam = bestandsnaam(opname, f"uittreksel {besluit.nummer}{' (besloten)' if besluit.besloten else ''}")
            yield naam, partial(write_uittreksel, zitting, besluit)
