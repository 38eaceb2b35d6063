"""The journeys that are disturbed: work on a werkmap in steps, each of which is done or not done.

A journey makes its beginning in a folder of its own: ``werkmap`` is what is disturbed, ``post`` what came from others,
``uit`` what is made for them. A step opens the werkmap, does one thing and closes it; whoever does it may count on it
from then on. A step may be done again: that is what a user does after a disturbance.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from unittest import mock

from sqlite_utils import Database

from tests.bouwers import (
    bewaar_bytes,
    een_agendapunt,
    een_gremium,
    een_persoon,
    een_stuk,
    een_stukversie,
    een_vergadering,
)
from tests.bundelbouwers import GOEDKOOP
from tests.cli.hulp import tk
from tests.uitwisselwereld import VANDAAG, Laptop, Wereld
from tests.verpakt import VOORBEELD
from tk_desktop.base.paths import migrations
from tk_desktop.domain.rooster import Rol
from tk_desktop.exchange.bescherming import protect_werkmap, unlock_werkmap, unprotect_werkmap
from tk_desktop.exchange.maken import make_bundel, make_openbaar
from tk_desktop.exchange.ontvangen import receive_bundel
from tk_desktop.exchange.publiceren import publish_vergadering
from tk_desktop.exchange.sleutels import Sleutelbestand, Sleutelbos
from tk_desktop.store.driver import DATABASE, verbind
from tk_desktop.store.kluis import is_beschermd
from tk_desktop.store.migraties import breng_bij
from tk_desktop.store.werkmap import Store

WACHTWOORD = "zeven kades in de mist"
NU = datetime(2026, 3, 2, 9, 30).astimezone()
ZONDER_SYNC = "TK_STORING_ZONDER_SYNC"
"""When this is set, the database does not wait for the disk: that must be seen."""
TOEN = "0013"
"""The schema of the old werkmap that is brought to that of today: the last one without an exchange."""
_MAAT = 90_000
"""Bytes of a paper: more than a block, and quick."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reis:
    """One journey: what it is called, how its beginning is made in a folder, and its steps; ``deel`` of 100 kills."""

    naam: str
    deel: int
    bereid: Callable[[Path], None]
    stappen: tuple[Callable[[Path], None], ...]


@contextmanager
def geopend(map_: Path) -> Iterator[tuple[Store, Sleutelbos | None]]:
    """Open the werkmap of a journey as a user does, with the keys of its laptop when it has any."""
    werkmap = map_ / "werkmap"
    kluis = unlock_werkmap(werkmap, WACHTWOORD, nu=NU) if is_beschermd(werkmap) else None
    sleutels = Sleutelbestand(werkmap)
    bos = sleutels.open(WACHTWOORD) if sleutels.bestaat() else None
    with Store.open(werkmap, kluis) as store:
        if os.environ.get(ZONDER_SYNC):
            store._db.execute("PRAGMA synchronous = OFF")
        yield store, bos


@contextmanager
def _met_sleutels(map_: Path) -> Iterator[tuple[Store, Sleutelbos]]:
    with geopend(map_) as (store, bos):
        assert bos is not None
        yield store, bos


# What the steps do.


def _personen(map_: Path, *, van: int, functie: str) -> None:
    """Change ten people in one go: all of them, or none. Pages go to the disk long before the change is whole."""
    with geopend(map_) as (store, _):
        store._db.execute("PRAGMA cache_size = 8")
        _wijzig_personen(store, van, functie)


def _wijzig_personen(store: Store, van: int, functie: str) -> None:
    with store.transaction():
        for nummer in range(van, van + 10):
            store.personen.save(een_persoon(id=f"p{nummer}", naam=f"Naam {nummer}", functie=functie))


def _met_stuk(store: Store, naam: str) -> None:
    with store.transaction():
        store.stukken.save(een_stuk(id=naam, vergadering_id="v1", volgorde=naam, titel=f"Stuk {naam}"))
        som = bewaar_bytes(store, Random(naam).randbytes(_MAAT))
        store.versies.save(een_stukversie(id=f"{naam}-1", stuk_id=naam, volgorde=naam, sha256=som))


def _stuk(map_: Path, *, naam: str) -> None:
    with geopend(map_) as (store, _):
        _met_stuk(store, naam)


def _titel(map_: Path, *, titel: str) -> None:
    with geopend(map_) as (store, _):
        punt = replace(store.agendapunten.get("punt"), titel=titel)
        store.record(lambda: store.agendapunten.save(punt))


def _zonder_persoon(map_: Path, *, id_: str) -> None:
    with geopend(map_) as (store, _), store.transaction():
        if id_ in {een.id for een in store.personen.all()}:
            store.personen.delete(id_)


def _maak(map_: Path, *, naam: str, deelmaat: int = 0) -> None:
    with _met_sleutels(map_) as (store, bos):
        naar = (map_ / "post" / "naar.txt").read_text("utf-8")
        make_bundel(store, bos, naar, map_ / "uit" / naam, deelmaat=deelmaat)


def _publiceer(map_: Path) -> None:
    with _met_sleutels(map_) as (store, bos):
        publish_vergadering(store, bos, "v1")


def _openbaar(map_: Path) -> None:
    with _met_sleutels(map_) as (store, bos):
        make_openbaar(store, bos, map_ / "uit" / "openbaar.tkb")


def _ontvang(map_: Path, *, naam: str) -> None:
    with _met_sleutels(map_) as (store, bos):
        receive_bundel(store, bos, map_ / "post" / naam, vandaag=VANDAAG)


def _kies(map_: Path) -> None:
    """Let what this laptop says of the item be it."""
    with geopend(map_) as (store, _), store.transaction():
        for conflict in store.conflicten():
            store.beslis(conflict, "Kade van ons")


def _kopieer(map_: Path) -> None:
    with geopend(map_) as (store, _):
        store.kopieer(map_ / "werkmap" / "kopieen" / "zelf.db")


def _open(map_: Path) -> None:
    with geopend(map_):
        pass


def _tk(map_: Path, *, woorden: tuple[str, ...]) -> None:
    uitkomst = tk(*(woord.format(map=map_, voorbeeld=VOORBEELD) for woord in woorden))
    assert uitkomst.code == 0, uitkomst


def _bescherm(map_: Path) -> None:
    if not is_beschermd(map_ / "werkmap"):
        protect_werkmap(map_ / "werkmap", WACHTWOORD, kosten=GOEDKOOP)


def _ontneem(map_: Path) -> None:
    if is_beschermd(map_ / "werkmap"):
        unprotect_werkmap(map_ / "werkmap", WACHTWOORD, nu=NU)


# How they begin.


def _mappen(map_: Path) -> None:
    for naam in ("post", "uit"):
        (map_ / naam).mkdir(parents=True, exist_ok=True)


def _verhuis(laptop: Laptop, map_: Path) -> None:
    """Let the werkmap of a laptop be that of a journey, with its keys."""
    laptop.store.close()
    shutil.move(laptop.store.map, map_ / "werkmap")
    for pad in (map_ / "werkmap").glob("*.tkb"):
        pad.unlink()
    Sleutelbestand(map_ / "werkmap").maak(laptop.bos, wachtwoord=WACHTWOORD, kosten=GOEDKOOP)


def _vergadering(store: Store) -> None:
    with store.transaction():
        store.gremia.save(een_gremium(id="g1"))
        store.vergaderingen.save(een_vergadering(id="v1", gremium_id="g1"))
        store.agendapunten.save(een_agendapunt(id="punt", vergadering_id="v1", volgorde="m", titel="Opening"))
        store.agendapunten.save(
            een_agendapunt(id="dicht", vergadering_id="v1", volgorde="n", titel="Geheim", besloten=True)
        )
        for nummer in range(30):
            store.personen.save(een_persoon(id=f"p{nummer}", naam=f"Naam {nummer}"))


@contextmanager
def _wereld() -> Iterator[Wereld]:
    """Two secretaries who have the same meeting."""
    with TemporaryDirectory() as tijdelijk:
        wereld = Wereld(Path(tijdelijk))
        _vergadering(wereld["s1"].store)
        s2 = wereld.laat_toe("s2", "sanne", Rol.SECRETARIS)
        s2.stuur(wereld["s1"])
        yield wereld
        wereld.sluit()


def _bereid_maken(map_: Path) -> None:
    _mappen(map_)
    with _wereld() as wereld:
        (map_ / "post" / "naar.txt").write_text(wereld["s2"].id, "utf-8")
        _verhuis(wereld["s1"], map_)


def _bereid_ontvangen(map_: Path) -> None:
    """The other one sends a delta with papers, one in parts, and one that says otherwise of what was said here."""
    _mappen(map_)
    with _wereld() as wereld:
        s1, s2 = wereld["s1"], wereld["s2"]
        (map_ / "post" / "naar.txt").write_text(s1.id, "utf-8")
        post = map_ / "post"
        for naam in ("een", "twee"):
            _met_stuk(s1.store, naam)
        make_bundel(s1.store, s1.bos, s2.id, post / "een.tkb")
        with s1.store.transaction():
            for nummer in range(200):
                s1.store.personen.save(een_persoon(id=f"q{nummer}", naam=f"Gast {nummer}", functie="gast " * 20))
        _met_stuk(s1.store, "drie")
        delen = make_bundel(s1.store, s1.bos, s2.id, post / "deel.tkb", deelmaat=100_000).paden
        for nummer, pad in enumerate(delen[:3]):
            pad.rename(post / f"deel{nummer}.tkb")
        assert len(delen) >= 3
        punt = s1.store.agendapunten.get("punt")
        s1.store.agendapunten.save(replace(punt, titel="Kade van hen"))
        s1.store.personen.delete("p3")
        make_bundel(s1.store, s1.bos, s2.id, post / "drie.tkb")
        _verhuis(s2, map_)


def _bereid_inname(map_: Path) -> None:
    _mappen(map_)
    with Store.open(map_ / "werkmap", maken=True):
        pass


def _bereid_oud(map_: Path) -> None:
    """A werkmap of an older program, with rows in it."""
    _mappen(map_)
    (map_ / "werkmap").mkdir()
    stappen = map_ / "stappen"
    stappen.mkdir()
    for pad in migrations().glob("*.sql"):
        if pad.name[:4] <= TOEN:
            shutil.copy(pad, stappen)
    with (
        mock.patch("tk_desktop.store.migraties.migrations", return_value=stappen),
        closing(verbind(map_ / "werkmap" / DATABASE)) as db,
    ):
        breng_bij(Database(db), None)
        db.execute("BEGIN")
        db.execute("INSERT INTO gremium (id, naam) VALUES ('g1', 'Bestuurscommissie Waterkant')")
        db.execute("INSERT INTO vergadering (id, gremium_id, datum) VALUES ('v1', 'g1', '2026-03-11')")
        for nummer in range(30):
            db.execute("INSERT INTO persoon (id, naam) VALUES (?, ?)", (f"p{nummer}", f"Naam {nummer}"))
            db.execute(
                "INSERT INTO agendapunt (id, vergadering_id, volgorde, titel) VALUES (?, 'v1', ?, ?)",
                (f"a{nummer}", f"m{nummer:02}", f"Punt {nummer}"),
            )
        db.execute("COMMIT")
    shutil.rmtree(stappen)


def _bereid_beschermen(map_: Path) -> None:
    _mappen(map_)
    with Store.open(map_ / "werkmap", maken=True) as store:
        _vergadering(store)
        _met_stuk(store, "een")
        store.kopieer(map_ / "werkmap" / "kopieen" / "gisteren.db")
    Sleutelbestand(map_ / "werkmap").maak(Sleutelbos.maak(), wachtwoord=WACHTWOORD, kosten=GOEDKOOP)


MAKEN = Reis(
    naam="bundels maken",
    deel=40,
    bereid=_bereid_maken,
    stappen=(
        partial(_personen, van=0, functie="lid"),
        partial(_stuk, naam="een"),
        partial(_maak, naam="een.tkb"),
        partial(_titel, titel="Kade"),
        _publiceer,
        partial(_stuk, naam="twee"),
        partial(_maak, naam="delen.tkb", deelmaat=60_000),
        partial(_zonder_persoon, id_="p3"),
        _openbaar,
        partial(_personen, van=10, functie="plaatsvervanger"),
    ),
)
ONTVANGEN = Reis(
    naam="bundels overnemen",
    deel=40,
    bereid=_bereid_ontvangen,
    stappen=(
        partial(_titel, titel="Kade van ons"),
        partial(_ontvang, naam="een.tkb"),
        partial(_personen, van=0, functie="lid"),
        partial(_ontvang, naam="deel1.tkb"),
        partial(_ontvang, naam="deel0.tkb"),
        partial(_ontvang, naam="deel2.tkb"),
        partial(_ontvang, naam="drie.tkb"),
        _kies,
        partial(_maak, naam="antwoord.tkb"),
    ),
)
INNAME = Reis(
    naam="inname, set en uitvoer",
    deel=4,
    bereid=_bereid_inname,
    stappen=(
        partial(_tk, woorden=("intake", "{voorbeeld}", "--werkmap", "{map}/werkmap")),
        partial(_tk, woorden=("pack", "--werkmap", "{map}/werkmap", "--uit", "{map}/uit/set.pdf", "--verzonden")),
        partial(_tk, woorden=("export", "--werkmap", "{map}/werkmap", "--uit", "{map}/uit/word")),
        _kopieer,
    ),
)
BIJBRENGEN = Reis(
    naam="bijbrengen en kopie",
    deel=8,
    bereid=_bereid_oud,
    stappen=(_open, partial(_personen, van=0, functie="lid"), _kopieer),
)
BESCHERMEN = Reis(
    naam="beschermen en weer openen",
    deel=8,
    bereid=_bereid_beschermen,
    stappen=(
        _bescherm,
        partial(_personen, van=0, functie="lid"),
        partial(_stuk, naam="twee"),
        _kopieer,
        _ontneem,
        partial(_titel, titel="Kade"),
    ),
)
REIZEN = (MAKEN, ONTVANGEN, BESCHERMEN, BIJBRENGEN, INNAME)
