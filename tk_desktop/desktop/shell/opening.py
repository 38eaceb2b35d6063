"""Opening a werkmap behind a window that stands already, and making it where there is none."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QDialog

from tk_desktop.base.errors import NietSchrijfbaar, Onderbroken, TkError
from tk_desktop.base.files import sweep
from tk_desktop.base.leesproces import Leesproces
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.parts.aankloppen import Deurwacht
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.parts.logboek import open_logboek
from tk_desktop.desktop.session.jobs import Job, Jobs
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.session.voorkeuren import Rol
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.desktop.shell.eerste_start import Begin, EersteStart
from tk_desktop.desktop.shell.main_window import Venster
from tk_desktop.domain.datum import klok, lang
from tk_desktop.domain.gremium import Rol as Ledenrol
from tk_desktop.meeting.gremia import add_gremium
from tk_desktop.meeting.leden import add_lid
from tk_desktop.store.driver import DATABASE
from tk_desktop.store.kluis import Kluis, is_beschermd, maak_af
from tk_desktop.store.leeskopie import AlleenLezen, is_alleen_lezen, leeskopie
from tk_desktop.store.slot import HARTSLAG, Onderbreking, Slot, werkmap_slot
from tk_desktop.store.werkmap import Store

if TYPE_CHECKING:
    from tk_desktop.exchange.sleutels import Sleutelbos


@contextmanager
def open_werkmap(venster: Venster, *, voorbeeld: bool = False, kluis: Kluis | None = None) -> Iterator[Bediening]:
    """Wire a window to its werkmap; a new one is made, after asking who works here or with the sample in it.

    One in which nothing can be kept is opened to read; of a protected one the passphrase is asked, unless ``kluis``
    opens it. Raises what ``werkmap_slot``, ``leeskopie`` and ``Store.open`` raise, or ``Onderbroken`` when the user
    wants no new werkmap or gives no passphrase; a folder that was made for it is gone then.
    """
    map_ = venster.voorkeuren.map
    if is_alleen_lezen(map_):
        with leeskopie(map_) as kopie, _bedien(venster, kopie, *_ontsloten(map_)) as bediening:
            venster.status.alleen_lezen()
            venster.balk.meld(AlleenLezen(map=map_.name).zin)
            yield bediening
        return
    gemaakt = _maak_map(map_)
    with werkmap_slot(map_) as slot:
        sweep(map_)  # what a window that was killed had in the open
        try:
            kluis = kluis or _begin(map_, venster, voorbeeld=voorbeeld)
        except BaseException:
            if gemaakt:  # by us, and nobody else has its lock
                shutil.rmtree(map_, ignore_errors=True)
            raise
        with _bedien(venster, map_, *((kluis, None) if kluis else _ontsloten(map_))) as bediening:
            _klop(slot, venster)
            deurwacht = Deurwacht(venster, map_)
            deurwacht.geklopt.connect(venster.is_al_open)
            deurwacht.gebracht.connect(venster.gebracht)
            if slot.onderbreking is not None:
                venster.balk.meld(gestopt(slot.onderbreking, bediening.sessie.nu()))
            yield bediening


@contextmanager
def _bedien(venster: Venster, map_: Path, kluis: Kluis | None, sleutels: "Sleutelbos | None") -> Iterator[Bediening]:
    """Open the store of a werkmap and wire the window to it; the keys that opened it stay with the session."""
    jobs, lezer = Jobs(), Leesproces()
    with Store.open(map_, kluis) as store:
        open_logboek(map_)
        try:
            sessie = Sessie(store, jobs, venster.balk, venster.voorkeuren)
            sessie.sleutels = sleutels
            sessie.lezer = lezer
            yield Bediening(venster, sessie)
        finally:
            jobs.sluit()
            lezer.sluit()
            for wekker in venster.findChildren(QTimer):
                wekker.stop()  # what would be kept or looked up a little later finds a closed werkmap


def gestopt(onderbreking: Onderbreking, nu: datetime) -> str:
    """Return what the user reads after the program ended unexpectedly (SCREENS 2.12); a day that is past is named."""
    dag = onderbreking.gestopt.date()
    op = "" if dag == nu.date() else f"{lang(dag, met_dag=True)} "
    bewaard = onderbreking.bewaard
    tot = "" if bewaard.date() == dag else f"{lang(bewaard.date(), met_dag=True)} "
    return (
        f"TK Desktop is {op}om {klok(onderbreking.gestopt)} onverwacht gestopt. "
        f"Alles tot {tot}{klok(bewaard, seconden=True)} is hersteld."
    )


def _klop(slot: Slot, venster: Venster) -> None:
    """Let the lock know that the window is there, now and as long as it is."""
    hart = QTimer(venster)
    hart.setInterval(HARTSLAG // timedelta(milliseconds=1))
    hart.timeout.connect(slot.klop)
    hart.start()


def _maak_map(map_: Path) -> bool:
    """Make the folder in which the lock lies, and tell whether it was not there."""
    if map_.is_dir():
        return False
    try:
        map_.mkdir(parents=True, exist_ok=True)
    except OSError as fout:
        raise NietSchrijfbaar(bestand=map_.name, oorzaak="de map kan niet worden gemaakt") from fout
    return True


def _ontsloten(map_: Path) -> "tuple[Kluis, Sleutelbos] | tuple[None, None]":
    """Return what opens a werkmap and the keys that did, nothing when it is not protected; asks for its passphrase."""
    if not is_beschermd(map_):
        return None, None
    gekregen: tuple[Kluis, Sleutelbos] | None = laad("shell.beschermen").ontsloten(map_)  # keys load when needed
    if gekregen is None:
        raise Onderbroken
    return gekregen


def _begin(map_: Path, venster: Venster, *, voorbeeld: bool) -> Kluis | None:
    """Make the werkmap when there is none, as the user wants it, and return what opens it when that is a passphrase."""
    maak_af(map_)
    if (map_ / DATABASE).exists():
        return None
    voorkeuren = venster.voorkeuren
    keuze = Begin(rol=voorkeuren.rol, naam=voorkeuren.naam, voorbeeld=True) if voorbeeld else _vraag()
    venster.start.verder.verwacht("Het voorbeeld wordt klaargezet…" if keuze.voorbeeld else "Uw werkmap wordt gemaakt…")
    _naast_het_venster(venster, partial(_maak, map_, keuze))
    voorkeuren.rol, voorkeuren.naam = keuze.rol, keuze.naam
    voorkeuren.leg_vast()
    kluis: Kluis | None = laad("shell.beschermen").beschermd(map_, keuze.wachtwoord) if keuze.wachtwoord else None
    return kluis


def _maak(map_: Path, keuze: Begin, progress: Progress) -> None:
    """Make the werkmap with what was chosen in it."""
    with Store.making(map_) as store:
        if keuze.voorbeeld:
            laad("session.voorbeeld").neem_voorbeeld(store, progress)
        else:
            with store.transaction():
                gremium = add_gremium(store, keuze.gremium, keuze.afkorting)
                if keuze.rol is Rol.SECRETARIS and keuze.naam:
                    add_lid(store, gremium.id, keuze.naam, rol=Ledenrol.SECRETARIS, stemrecht=False)


def _naast_het_venster(venster: Venster, werk: Callable[[Progress], None]) -> None:
    """Do work that the window waits for, but that leaves it alive; raises the fault of the work.

    Who closes the window stops it: then ``Onderbroken`` is raised.
    """
    lus, job, jobs = QEventLoop(), Job(werk), Jobs()
    gelukt: list[object] = []
    fouten: list[TkError] = []
    job.succeeded.connect(gelukt.append)
    job.failed.connect(fouten.append)
    job.stepped.connect(venster.status.bezig)
    job.finished.connect(lus.quit)
    venster.gesloten.connect(job.stop)
    jobs.start_job(job)
    lus.exec()
    jobs.sluit()
    venster.status.bezig("", 0, 0)
    if fouten:
        raise fouten[0]
    if not gelukt:
        raise Onderbroken


def _vraag() -> Begin:
    vraag = EersteStart()
    if vraag.exec() != QDialog.DialogCode.Accepted:
        raise Onderbroken
    return vraag.keuze
