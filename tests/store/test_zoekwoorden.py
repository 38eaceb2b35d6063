"""Words are found within longer ones, as Dutch joins them, and accents and capitals make no difference."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tk_desktop.store.werkmap import Store
from tk_desktop.store.zoeken import Zoeksoort
from tk_desktop.store.zoekwoorden import longer_words, rebuild_words

TEKSTEN = [
    "De programmabegroting en de Begrotingswijziging.",
    "Onze jeugdzorgregio.",
    "Coördinatiepunt Reünie",
    "De kademuur.",
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        with geopend.transaction():
            geopend.zoekregister.neem_op(Zoeksoort.PAGINA, "som", TEKSTEN)
        yield geopend


def bladzijden(store: Store, vraag: str) -> set[int]:
    return {plek.pagina for plek in store.zoekregister.zoek(vraag)}


def test_a_word_is_found_within_longer_ones(store: Store) -> None:
    assert bladzijden(store, "begroting") == {1}
    assert bladzijden(store, "jeugdzorg") == {2}
    assert bladzijden(store, "regio") == {2}
    assert bladzijden(store, "zorg") == {2}
    assert bladzijden(store, "jeugd zorg") == {2}
    assert bladzijden(store, "coordinatie") == {3}
    assert "‹programmabegroting›" in store.zoekregister.zoek("begroting")[0].fragment


def test_what_was_asked_literally_a_short_word_or_one_to_leave_out_is_not_widened(store: Store) -> None:
    assert bladzijden(store, '"begroting"') == set()
    assert bladzijden(store, "kad") == set()
    assert bladzijden(store, "kad*") == {4}
    assert bladzijden(store, "onze -jeugd") == {2}
    assert bladzijden(store, "begroting jeugdzorg") == set()
    assert bladzijden(store, "begroting OF jeugdzorg") == {1, 2}


def test_where_a_word_stands_as_it_was_asked_comes_before_longer_ones_however_many_there_are(store: Store) -> None:
    langer = [f"zorg{eerste}{tweede}" for eerste in "abcdefghij" for tweede in "abcdefghij"]
    with store.transaction():
        store.zoekregister.neem_op(Zoeksoort.PAGINA, "som", ["De zorg. " * 3, *langer, "gezondheidszorg", "onze zorg"])
    gevonden = [plek.pagina for plek in store.zoekregister.zoek("zorg", hoogstens=500)]
    assert set(gevonden[:2]) == {1, 103}
    assert sorted(gevonden) == list(range(1, 104))
    assert len(store.zoekregister.zoek("zorg", hoogstens=3)) == 3


def test_of_words_that_stand_everywhere_the_newest_pages_come_first_and_of_others_the_best(store: Store) -> None:
    with store.transaction():
        store.zoekregister.neem_op(
            Zoeksoort.PAGINA, "overal", ["de kade de kade", *["de weg"] * 20_000, "de oude kade"]
        )
    assert [plek.pagina for plek in store.zoekregister.zoek("de", hoogstens=3)] == [20_002, 20_001, 20_000]
    assert [plek.pagina for plek in store.zoekregister.zoek('de "kade"')] == [1, 20_002]


def test_the_list_of_words_is_that_of_the_index_when_it_is_made_again(store: Store) -> None:
    words = longer_words(store._db, "begroting")
    assert words == ("programmabegroting", "begrotingswijziging")
    with store.transaction():
        store.zoekregister.neem_op(Zoeksoort.PAGINA, "som", ["De begrotingswijziging."])
        rebuild_words(store._db)
    assert longer_words(store._db, "begroting") == ("begrotingswijziging",)
    assert longer_words(store._db, "100%") == ()
