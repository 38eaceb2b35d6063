"""From a besluit or an action to the page of the verslag that tells it."""

from datetime import date

import pytest

from tests.bouwers import een_agendapunt, een_stuk, een_stukversie, een_vergadering
from tk_desktop.domain.stuk import Soort
from tk_desktop.minutes.verslagblad import Verslagblad, find_verslagblad
from tk_desktop.store.werkmap import Store
from tk_desktop.store.zoeken import Zoeksoort

AFDRUK = "a" * 64
BLADEN = ("Verslag van 11 maart.", "De oever wordt\nher-\nsteld. Actie: belt de aannemer.")


@pytest.fixture
def april(store: Store) -> Store:
    """The same body in April, with the verslag of March among its papers."""
    store.vergaderingen.save(een_vergadering(id="april", gremium_id="bc", datum=date(2026, 4, 8)))
    store.agendapunten.save(een_agendapunt(id="verslagen", vergadering_id="april", volgorde="1", titel="Verslagen"))
    store.stukken.save(een_stuk(id="v", vergadering_id="april", agendapunt_id="verslagen", soort=Soort.VERSLAG))
    store.versies.save(een_stukversie(stuk_id="v", sha256=AFDRUK))
    store.zoekregister.neem_op(Zoeksoort.PAGINA, AFDRUK, BLADEN)
    return store


def test_a_text_is_found_on_its_page_however_it_is_broken(april: Store) -> None:
    plek = Verslagblad(vergadering_id="april", punt_id="verslagen", stuk_id="v", pagina=2)
    assert find_verslagblad(april, "maart", "De oever wordt **hersteld**.") == plek
    assert find_verslagblad(april, "maart", "", "Iets anders.", "Belt de aannemer.") == plek


def test_what_stands_in_no_later_verslag_has_no_page(april: Store) -> None:
    assert find_verslagblad(april, "maart", "De sluis lekt.") is None
    assert find_verslagblad(april, "april", "De oever wordt hersteld.") is None
    assert find_verslagblad(april, "maart", " ") is None
