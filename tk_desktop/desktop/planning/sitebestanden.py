"""Writing a site for the window: loaded when it is asked for, for papers ask for large libraries."""

from collections.abc import Collection
from datetime import datetime

from tk_desktop.base.progress import Progress
from tk_desktop.desktop.planning.sitevak import Siteding, Sitekeuze
from tk_desktop.domain.programmapublicatie import Rapport
from tk_desktop.extranet.publiceren import Publicatie, publish, take_off
from tk_desktop.pack.uitgeven import on_site
from tk_desktop.programme.publicatie import take_report_off
from tk_desktop.store.werkmap import Store


def write_site(
    store: Store, keuze: Sitekeuze, moment: datetime, progress: Progress, *, door: str, reden: str
) -> Publicatie:
    """Take off the site what was unticked, with the reason, and bring it up to date; raises as ``publish``.

    What is taken off is gone from the folder before anything is asked of what is put on it.
    """
    for weg in keuze.eraf:
        if isinstance(weg, Rapport):
            take_report_off(store, weg, keuze.doelgroep, reden, moment)
        else:
            take_off(store, keuze.doelgroep, weg, reden, moment)

    def schrijf(erop: Collection[Siteding], *, nakijken: bool) -> Publicatie:
        return publish(
            store,
            keuze.doelgroep,
            keuze.map,
            moment,
            erbij=[een for een in erop if not isinstance(een, Rapport)],
            rapporten=[een for een in erop if isinstance(een, Rapport)],
            basis=keuze.basis,
            door=door,
            nakijken=nakijken,
            progress=progress,
        )

    if keuze.eraf:
        zonder = schrijf((), nakijken=False)
        rapporten = (een.rapport for een in store.programma.publicaties.op_site(keuze.doelgroep))
        if {*keuze.erop} <= {*on_site(store, keuze.doelgroep), *rapporten}:
            return zonder
    return schrijf(keuze.erop, nakijken=True)
