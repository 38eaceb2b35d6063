"""A damaged werkmap is seen to be so, and shows again what was said in it (R10).

``TK_SCHADES`` sets how many random damages are tried (``make fuzz``: 300).
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.exchange.test_maken import met_stuk
from tests.storing.schade import Lot, beschadig, twee_laptops
from tests.uitwisselwereld import VANDAAG, Laptop, Wereld
from tk_desktop.exchange.nazien import examine, mend
from tk_desktop.store.herstel import gave_kopie

SCHADES = int(os.environ.get("TK_SCHADES", "30"))


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    """Two secretaries who told each other of a meeting and forty people; each has a word that was not told yet."""
    wereld = twee_laptops(tmp_path)
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


def test_damage_anywhere_is_seen_or_changes_nothing_and_is_mended(tmp_path: Path) -> None:
    uitslag = beschadig(tmp_path, SCHADES, int(os.environ.get("TK_ZAAD", "9")))
    assert uitslag.mis == (), uitslag
    assert all(uitslag.lot[lot] for lot in (Lot.HERSTELD, Lot.KOPIE, Lot.OPNIEUW)), uitslag
