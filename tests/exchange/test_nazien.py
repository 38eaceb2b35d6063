"""A damaged werkmap is seen to be so, and shows again what was said in it (R10).

``TK_SCHADES`` sets how many random damages are tried (``make fuzz``: 300).
"""

import os
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.bouwers import een_gremium, een_persoon, een_vergadering
from tests.exchange.test_maken import met_stuk
from tests.uitwisselwereld import VANDAAG, Laptop, Wereld
from tk_desktop.base.errors import TkError
from tk_desktop.domain.rooster import Rol
from tk_desktop.exchange.nazien import examine, mend
from tk_desktop.store.herstel import gave_kopie, zet_terug
from tk_desktop.store.werkmap import Store

SCHADES = int(os.environ.get("TK_SCHADES", "30"))
MATEN = (1, 16, 512)


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    """Two secretaries who told each other of a meeting and forty people; each has a word that was not told yet."""
    wereld = Wereld(tmp_path)
    s, s2 = wereld["s1"], wereld.laat_toe("s2", "sanne", Rol.SECRETARIS)
    with s.store.transaction():
        s.store.gremia.save(een_gremium(id="g1"))
        s.store.vergaderingen.save(een_vergadering(id="v1", gremium_id="g1"))
        for nummer in range(40):
            s.store.personen.save(een_persoon(id=f"p{nummer}", naam=f"Naam {nummer}", functie="bestuurslid " * 20))
    s.stuur(s2)
    s2.stuur(s)
    s2.store.personen.save(een_persoon(id="p3", naam="Nog niet verteld"))
    yield wereld
    wereld.sluit()


def _sql(laptop: Laptop, *opdrachten: str) -> None:
    """Change the database behind the back of the program."""
    db = laptop.store._db
    db.execute("UPDATE bewerkstand SET opnemen = 0")
    for opdracht in opdrachten:
        db.execute(opdracht)
    db.execute("UPDATE bewerkstand SET opnemen = 1")


def test_a_whole_werkmap_is_found_whole_and_looking_changes_nothing(wereld: Wereld) -> None:
    laptop = wereld["s2"]
    voor = laptop.store._db.conn.total_changes, (laptop.store.map / "tk.db").read_bytes()
    nazicht = examine(laptop.store, laptop.bos)
    assert (nazicht.goed, nazicht.waarden, nazicht.te_herstellen) == (True, 0, False)
    assert examine(laptop.store).waarden is None
    assert (laptop.store.map / "tk.db").read_bytes() == voor[1]


def test_a_row_that_shows_another_word_is_named_and_put_right(wereld: Wereld) -> None:
    laptop = wereld["s2"]
    voor = laptop.store.rijen()
    _sql(
        laptop,
        "UPDATE persoon SET naam = 'Vals' WHERE id = 'p7'",
        "DELETE FROM persoon WHERE id = 'p8'",
        "INSERT INTO persoon (id, naam) VALUES ('x', 'Nooit gezegd')",
    )
    rijen = {(een.rij, een.veld, een.toont, een.hoort) for een in examine(laptop.store).rijen}
    assert rijen == {("p7", "naam", "Vals", "Naam 7"), ("p8", "", 0, 1), ("x", "", 1, 0)}
    assert mend(laptop.store, None, VANDAAG).goed
    assert laptop.store.rijen() == voor
    assert gave_kopie(laptop.store.map, None) == laptop.store.map / "kopieen" / "voor_herstel_2026-03-02.db"


def test_a_kept_value_that_is_not_what_was_signed_is_read_again_from_its_segment(wereld: Wereld) -> None:
    laptop = wereld["s2"]
    voor = laptop.store.rijen()
    _sql(
        laptop,
        "UPDATE kop SET waarde = 'Vals' WHERE rij = 'p7' AND veld = 'naam'",
        "UPDATE persoon SET naam = 'Vals' WHERE id = 'p7'",
    )
    assert examine(laptop.store).goed  # without keys the two only agree
    nazicht = examine(laptop.store, laptop.bos)
    assert (nazicht.goed, nazicht.waarden) == (False, 1)
    assert mend(laptop.store, laptop.bos, VANDAAG).goed
    assert laptop.store.rijen() == voor


def test_a_damaged_segment_is_forgotten_and_comes_again(wereld: Wereld) -> None:
    s, laptop = wereld["s1"], wereld["s2"]
    voor = laptop.store.rijen()
    laatste = list(laptop.store.segmenten.van(["sec"]))[-1].sha
    _sql(laptop, f"UPDATE uitwisseling_segment SET gegevens = x'0011' WHERE sha = '{laatste}'")
    assert examine(laptop.store, laptop.bos).segmenten == (laatste,)
    for _ in range(2):
        daarna = mend(laptop.store, laptop.bos, VANDAAG)
        assert (daarna.segmenten, daarna.volgt, daarna.te_herstellen) == ((), (laatste,), False)
        assert laptop.store.rijen() == voor  # what it told is not taken away
    laptop.stuur(s)
    s.stuur(laptop)
    assert laptop.store.segmenten.kent(laatste)
    assert examine(laptop.store, laptop.bos).goed


def test_a_damaged_file_is_put_aside_and_comes_again(wereld: Wereld) -> None:
    s, laptop = wereld["s1"], wereld["s2"]
    som = met_stuk(s, b"%PDF-kade")
    s.stuur(laptop)
    laptop.store.bestanden.plek(som).write_bytes(b"kapot")
    assert examine(laptop.store).gezondheid.beschadigd == (som,)
    na = mend(laptop.store, laptop.bos, VANDAAG)
    assert (na.goed, na.gezondheid.ontbreekt, na.te_herstellen) == (False, (som,), False)
    laptop.stuur(s)
    s.stuur(laptop)
    assert examine(laptop.store, laptop.bos).goed


def test_damage_anywhere_in_the_database_is_seen_or_changes_nothing_and_is_mended(wereld: Wereld) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    hoort = s2.store.rijen()
    s2.store.kopieer(s2.store.map / "kopieen" / "gisteren.db")
    s2.store.close()
    map_, bewaard = s2.store.map, wereld.map / "bewaard"
    shutil.copytree(map_, bewaard)
    gaaf = (map_ / "tk.db").read_bytes()
    woorden = [plek.start() for plek in re.finditer(b"Naam ", gaaf)]
    kans, telling = Random(int(os.environ.get("TK_ZAAD", "9"))), Counter[str]()
    for beurt in range(SCHADES):
        maat = MATEN[beurt % 3]
        plek = kans.choice(woorden) if beurt % 2 else kans.randrange(len(gaaf) - maat)
        shutil.rmtree(map_)
        shutil.copytree(bewaard, map_)
        kapot = kans.randbytes(maat) if maat > 1 else bytes([gaaf[plek] ^ 1 << kans.randrange(8)])
        (map_ / "tk.db").write_bytes(gaaf[:plek] + kapot + gaaf[plek + maat :])
        telling[_lot(s2, s, hoort)] += 1
    s2.store = Store.open(map_)
    assert set(telling) <= {"ongezien, niets veranderd", "gezien en hersteld", "gezien, uit de kopie"}, telling
    assert telling["gezien en hersteld"]
    assert telling["gezien, uit de kopie"]


def _lot(laptop: Laptop, ander: Laptop, hoort: object) -> str:
    """Return what becomes of a damaged werkmap."""
    map_ = laptop.store.map
    try:
        with Store.open(map_) as store:
            nazicht = examine(store, laptop.bos)
            if nazicht.goed:
                return "ongezien, niets veranderd" if store.rijen() == hoort else "ONGEZIEN"
            if not nazicht.gezondheid.klachten:
                daarna = mend(store, laptop.bos, VANDAAG)
                if daarna.goed and store.rijen() == hoort:
                    return "gezien en hersteld"
    except TkError:
        pass
    kopie = gave_kopie(map_, None)
    assert kopie is not None
    zet_terug(map_, map_ / "kopieen" / "gisteren.db")
    with Store.open(map_) as store:
        goed = examine(store, laptop.bos).goed and store.rijen() == hoort
    return "gezien, uit de kopie" if goed else "NIET HERSTELD"
