"""What is done with a postbus on the worker thread; loaded when it is needed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tk_desktop.base.progress import Progress
from tk_desktop.desktop.bundels.werk import bundelwacht
from tk_desktop.domain.uitwisseling import Postbus
from tk_desktop.exchange.postbus.adres import lees_adres
from tk_desktop.exchange.postbus.fouten import PostbusWachtwoordNodig
from tk_desktop.exchange.postbus.nieuws import Nieuws, look_for_news
from tk_desktop.exchange.postbus.openen import (
    open_opslag,
    try_opslag,
    wachtwoord_naar_ring,
    wachtwoord_uit_de_ring_halen,
    wachtwoord_uit_ring,
)
from tk_desktop.exchange.postbus.ophalen import Opgehaald
from tk_desktop.exchange.postbus.opslag import Opslag
from tk_desktop.exchange.postbus.proef import try_fetch
from tk_desktop.exchange.postbus.ronde import Ronde, exchange_once
from tk_desktop.exchange.sleutels import Sleutelbestand, Sleutelbos
from tk_desktop.store.werkmap import Store

_TE_VEEL = 8_000_000
"""Bytes of which it is told that they wait, not what they would change: that is seen once they are here."""


def try_postbus(post: Postbus, wachtwoord: str | None, progress: Progress) -> bool:
    """Come in once, and return whether a postbus stands there already; raises the faults of ``postbus.fouten``."""
    with _open(post, wachtwoord, progress) as opslag:
        return try_opslag(opslag)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezien:
    """What waits in a postbus, and what it would change; the latter is not known without the keys of this laptop."""

    nieuws: Nieuws
    brengt: Opgehaald | None


def look_at_postbus(
    store: Store, bos: Sleutelbos | None, post: Postbus, wachtwoord: str | None, *, vandaag: date, progress: Progress
) -> Gezien:
    """Return what waits in a postbus; raises as ``look_for_news`` and ``try_fetch``."""
    with _open(post, wachtwoord, progress) as opslag:
        apparaat = Sleutelbestand(store.map).openbaar().id
        nieuws = look_for_news(store, apparaat, opslag, progress=progress)
        if bos is None or not nieuws.is_er or nieuws.lengte > _TE_VEEL:
            return Gezien(nieuws=nieuws, brengt=None)
        return Gezien(nieuws=nieuws, brengt=try_fetch(store, bos, opslag, vandaag=vandaag, progress=progress))


def use_postbus(
    store: Store,
    bos: Sleutelbos,
    post: Postbus,
    wachtwoord: str | None,
    *,
    lezer: str,
    vandaag: date,
    progress: Progress,
) -> Ronde:
    """Fetch, send and clear up, and keep how the papers of ``lezer`` stood before; raises as ``exchange_once``."""
    rondom = bundelwacht(store, lezer, vandaag)
    with _open(post, wachtwoord, progress) as opslag:
        return exchange_once(store, bos, opslag, vandaag=vandaag, rondom=rondom, progress=progress)


def keep_wachtwoord(post: Postbus, wachtwoord: str, *, onthoud: bool) -> bool:
    """Let the keyring keep the password or forget it; answers whether it is as was asked."""
    adres = lees_adres(post.adres)
    if not onthoud:
        wachtwoord_uit_de_ring_halen(adres, post.gebruiker)
        return True
    return wachtwoord_naar_ring(adres, post.gebruiker, wachtwoord)


@contextmanager
def _open(post: Postbus, wachtwoord: str | None, progress: Progress) -> Iterator[Opslag]:
    """Open the store at the address of a postbus; a stop is heard between any two pieces of a file."""
    adres = lees_adres(post.adres)
    if wachtwoord is None and adres.vraagt_wachtwoord:
        wachtwoord = wachtwoord_uit_ring(adres, post.gebruiker)
        if wachtwoord is None and not post.sleutel:
            raise PostbusWachtwoordNodig(adres=post.adres)

    def tik(_: int) -> None:
        progress.check()

    opslag = open_opslag(
        adres,
        post.gebruiker,
        wachtwoord or "",
        hostsleutel=post.hostsleutel,
        certificaat=Path(post.certificaat) if post.certificaat else None,
        sleutel=post.sleutel,
        tik=tik,
    )
    try:
        yield opslag
    finally:
        opslag.sluit()
