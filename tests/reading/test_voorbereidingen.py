"""What a reader prepares for each item: kept field by field, for that reader alone, with the pages to have at hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_opname, een_stuk
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.paginaverwijzing import Verwijzing
from tk_desktop.domain.voorbereidingsregel import Voorbereidingsregel
from tk_desktop.reading.voorbereidingen import (
    add_verwijzing,
    load_voorbereidingen,
    remove_verwijzing,
    set_voorbereiding,
)
from tk_desktop.store.fouten import NietGevonden
from tk_desktop.store.werkmap import Store

ROOS, WIES = "Roos van Dalen", "Wies Aalders"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        punten = [een_agendapunt(id="opening"), een_agendapunt(id="oever", titel="Oever")]
        bewaar(geopend, een_opname(agendapunten=punten, stukken=[een_stuk(id="nota", agendapunt_id="oever")]))
        yield geopend


def _opname(store: Store) -> Momentopname:
    return store.opname(store.vergaderingen.all()[0].id)


def _oever(store: Store, wie: str = ROOS) -> Voorbereidingsregel:
    return load_voorbereidingen(store, _opname(store), wie)[1]


def test_every_item_has_a_place_to_prepare_it(store: Store) -> None:
    regels = load_voorbereidingen(store, _opname(store), ROOS)
    assert [(regel.nummer, regel.titel, regel.is_leeg) for regel in regels] == [
        ("1", "Opening", True),
        ("2", "Oever", True),
    ]


def test_what_is_prepared_is_kept_field_by_field_and_forgotten_when_it_is_empty(store: Store) -> None:
    eerste = set_voorbereiding(store, "oever", eigenaar=ROOS, standpunt="Voor", vraag="Wie betaalt?")
    tweede = set_voorbereiding(store, "oever", eigenaar=ROOS, standpunt="Voor, mits gedekt")
    assert (tweede.id, tweede.vraag) == (eerste.id, "Wie betaalt?")
    assert _oever(store).voorbereiding == tweede
    set_voorbereiding(store, "oever", eigenaar=ROOS, standpunt="", vraag=" ")
    assert store.voorbereidingen.all() == ()


def test_what_one_reader_prepares_no_other_reader_sees(store: Store) -> None:
    set_voorbereiding(store, "oever", eigenaar=ROOS, standpunt="Voor")
    assert _oever(store, WIES).is_leeg
    voor = _opname(store)
    set_voorbereiding(store, "oever", eigenaar=WIES, standpunt="Tegen")
    assert _oever(store).voorbereiding.standpunt == "Voor"
    assert _opname(store) == voor


def test_pages_are_kept_with_an_item_once_and_taken_away(store: Store) -> None:
    for pagina in (3, 14, 3):
        add_verwijzing(store, "oever", Verwijzing("nota", pagina), eigenaar=ROOS)
    assert [naam for _, naam in _oever(store).bladzijden] == ["2 blz. 3", "2 blz. 14"]
    remove_verwijzing(store, "oever", Verwijzing("nota", 3), eigenaar=ROOS)
    assert [naam for _, naam in _oever(store).bladzijden] == ["2 blz. 14"]
    remove_verwijzing(store, "oever", Verwijzing("nota", 14), eigenaar=ROOS)
    assert store.voorbereidingen.all() == ()


def test_preparing_is_undone_like_any_change(store: Store) -> None:
    set_voorbereiding(store, "oever", eigenaar=ROOS, standpunt="Voor")
    _, wijziging = store.record(lambda: set_voorbereiding(store, "oever", eigenaar=ROOS, standpunt="Tegen"))
    store.redo(wijziging.terug())
    assert _oever(store).voorbereiding.standpunt == "Voor"


def test_an_item_that_is_gone_cannot_be_prepared(store: Store) -> None:
    with pytest.raises(NietGevonden):
        set_voorbereiding(store, "weg", eigenaar=ROOS, standpunt="Voor")
