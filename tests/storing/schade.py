"""Bytes of a werkmap that changed by themselves: nothing is passed over, and all that was said is shown again (R10)."""

import re
import shutil
from collections import Counter
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from random import Random

from tests.bouwers import een_gremium, een_persoon, een_vergadering
from tests.exchange.test_maken import met_stuk
from tests.uitwisselwereld import VANDAAG, Laptop, Wereld
from tk_desktop.base.errors import TkError
from tk_desktop.domain.rooster import Rol
from tk_desktop.exchange.nazien import examine, mend
from tk_desktop.store.herstel import gave_kopie, zet_terug
from tk_desktop.store.werkmap import Store

_MATEN = (1, 16, 512)
"""Bytes that are damaged in one go; of one, one bit is turned over."""
_STUK_OM_DE = 5
"""Of how many damages one is of a paper, and not of the database."""


class Lot(Enum):
    """What became of a damaged werkmap."""

    NIETS = "ongezien, en er is niets veranderd"
    HERSTELD = "gezien en hersteld"
    KOPIE = "gezien, teruggezet uit een kopie"
    OPNIEUW = "stuk gezien en opnieuw gekregen"
    ONGEZIEN = "ongezien, en er staat iets anders"
    VERLOREN = "niet hersteld"


_GOED = (Lot.NIETS, Lot.HERSTELD, Lot.KOPIE, Lot.OPNIEUW)


@dataclass(frozen=True, slots=True, kw_only=True)
class Schade:
    """What became of so many damages, and which of them ended badly."""

    keer: int
    lot: Counter[Lot]
    mis: tuple[str, ...]


def twee_laptops(map_: Path) -> Wereld:
    """Return two secretaries who told each other of a meeting and forty people; each has a word not told yet."""
    wereld = Wereld(map_)
    s, s2 = wereld["s1"], wereld.laat_toe("s2", "sanne", Rol.SECRETARIS)
    with s.store.transaction():
        s.store.gremia.save(een_gremium(id="g1"))
        s.store.vergaderingen.save(een_vergadering(id="v1", gremium_id="g1"))
        for nummer in range(40):
            s.store.personen.save(een_persoon(id=f"p{nummer}", naam=f"Naam {nummer}", functie="bestuurslid " * 20))
    s.stuur(s2)
    s2.stuur(s)
    s2.store.personen.save(een_persoon(id="p3", naam="Nog niet verteld"))
    return wereld


def beschadig(werk: Path, keer: int, zaad: int) -> Schade:
    """Damage the database or a paper of a werkmap so often, each time from the whole one, and mend it."""
    wereld = twee_laptops(werk)
    s, laptop = wereld["s1"], wereld["s2"]
    stuk = met_stuk(s, Random(zaad).randbytes(5000))
    s.stuur(laptop)
    hoort = laptop.store.rijen()
    laptop.store.kopieer(laptop.store.map / "kopieen" / "gisteren.db")
    database, papier = laptop.store.map / "tk.db", laptop.store.map / "stukken" / stuk[:2] / stuk
    kans, telling, mis = Random(zaad), Counter[Lot](), []
    for beurt in range(keer):
        for een in (s, laptop):
            _zet_terug(een, werk / "gaaf")
        doel = papier if beurt % _STUK_OM_DE == _STUK_OM_DE - 1 else database
        maat = _MATEN[beurt % len(_MATEN)]
        plek = _maak_kapot(doel, maat, kans, bij_woord=beurt % 2 == 1)
        lot = _papier(laptop, s, stuk) if doel == papier else _database(laptop, hoort)
        telling[lot] += 1
        if lot not in _GOED:
            mis.append(f"beurt {beurt}, {maat} bytes op {plek} van {doel.name}: {lot.value}")
    for een in (s, laptop):
        _zet_terug(een, werk / "gaaf")
        een.store = Store.open(een.store.map)
    wereld.sluit()
    return Schade(keer=keer, lot=telling, mis=tuple(mis))


def _zet_terug(laptop: Laptop, gaaf: Path) -> None:
    """Let the werkmap of a laptop be as it was the first time that this was asked, and closed."""
    laptop.store.close()
    bewaard = gaaf / laptop.naam
    if bewaard.exists():
        shutil.rmtree(laptop.store.map)
        shutil.copytree(bewaard, laptop.store.map)
    else:
        shutil.copytree(laptop.store.map, bewaard)


def _maak_kapot(pad: Path, maat: int, kans: Random, *, bij_woord: bool) -> int:
    gaaf = pad.read_bytes()
    woorden = [treffer.start() for treffer in re.finditer(b"Naam ", gaaf)]
    plek = kans.choice(woorden) if bij_woord and woorden else kans.randrange(len(gaaf) - maat)
    kapot = kans.randbytes(maat) if maat > 1 else bytes([gaaf[plek] ^ 1 << kans.randrange(8)])
    pad.write_bytes(gaaf[:plek] + kapot + gaaf[plek + maat :])
    return plek


def _database(laptop: Laptop, hoort: object) -> Lot:
    map_ = laptop.store.map
    try:
        with Store.open(map_) as store:
            nazicht = examine(store, laptop.bos)
            if nazicht.goed:
                return Lot.NIETS if store.rijen() == hoort else Lot.ONGEZIEN
            if not nazicht.gezondheid.klachten:
                daarna = mend(store, laptop.bos, VANDAAG)
                if daarna.goed and store.rijen() == hoort:
                    return Lot.HERSTELD
    except TkError:
        pass
    if gave_kopie(map_, None) is None:
        return Lot.VERLOREN
    zet_terug(map_, map_ / "kopieen" / "gisteren.db")
    with Store.open(map_) as store:
        return Lot.KOPIE if examine(store, laptop.bos).goed and store.rijen() == hoort else Lot.VERLOREN


def _papier(laptop: Laptop, ander: Laptop, som: str) -> Lot:
    """Let a damaged paper be seen and put aside, and come again from the colleague."""
    for een in (laptop, ander):
        een.store = Store.open(een.store.map)
    if examine(laptop.store, laptop.bos).gezondheid.beschadigd != (som,):
        return Lot.ONGEZIEN
    mend(laptop.store, laptop.bos, VANDAAG)
    laptop.stuur(ander)
    ander.stuur(laptop)
    return Lot.OPNIEUW if examine(laptop.store, laptop.bos).goed else Lot.VERLOREN
