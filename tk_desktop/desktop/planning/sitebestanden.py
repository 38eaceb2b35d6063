"""Writing a site for the window: loaded when it is asked for, for papers ask for large libraries."""

from collections.abc import Collection
from datetime import datetime

from tk_desktop.base.progress import Progress
from tk_desktop.desktop.planning.sitevak import Sitekeuze
from tk_desktop.domain.programmapublicatie import Rapport
from tk_desktop.extranet.publiceren import Publicatie, publish, take_off
<<<<<<< HEAD
from tk_desktop.programme.publicatie import take_report_off
=======
from tk_desktop.pack.uitgeven import on_site
>>>>>>> 0cd605c (Keep a site from everybody while personal data in it wait for a decision)
from tk_desktop.store.werkmap import Store


def write_site(
    store: Store, keuze: Sitekeuze, moment: datetime, progress: Progress, *, door: str, reden: str
) -> Publicatie:
<<<<<<< HEAD
    """Take off the site what was unticked, with the reason, and bring it up to date; raises as ``publish``."""
    for weg in keuze.eraf:
        if isinstance(weg, Rapport):
            take_report_off(store, weg, keuze.doelgroep, reden, moment)
        else:
            take_off(store, keuze.doelgroep, weg, reden, moment)
    return publish(
        store,
        keuze.doelgroep,
        keuze.map,
        moment,
        erbij=[een for een in keuze.erop if not isinstance(een, Rapport)],
        rapporten=[een for een in keuze.erop if isinstance(een, Rapport)],
        basis=keuze.basis,
        door=door,
        progress=progress,
    )
=======
    """Take off the site what was unticked, with the reason, and bring it up to date; raises as ``publish``.

    What is taken off is gone from the folder before anything is asked of what is put on it.
    """
    for id_ in keuze.eraf:
        take_off(store, keuze.doelgroep, id_, reden, moment)

    def schrijf(erbij: Collection[str], *, nakijken: bool) -> Publicatie:
        return publish(
            store,
            keuze.doelgroep,
            keuze.map,
            moment,
            erbij=erbij,
            basis=keuze.basis,
            door=door,
            nakijken=nakijken,
            progress=progress,
        )

    nieuw = set(keuze.vergaderingen) - on_site(store, keuze.doelgroep).keys()
    if not keuze.eraf:
        return schrijf(keuze.vergaderingen, nakijken=True)
    zonder = schrijf((), nakijken=False)
    return schrijf(keuze.vergaderingen, nakijken=True) if nieuw else zonder
>>>>>>> 0cd605c (Keep a site from everybody while personal data in it wait for a decision)
