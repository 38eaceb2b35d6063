"""Before a set is sent, the secretaris sees who gets what."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_lidmaatschap, een_opname, een_persoon, een_stuk
from tests.verpakt import Verpakt
from tk_desktop.pack.bekijken_als import readers_of, who_gets_what
from tk_desktop.pack.overzicht import Reden
from tk_desktop.store.werkmap import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        yield geopend


def test_only_the_members_get_what_is_besloten(verpakt: Verpakt) -> None:
    with Store.open(verpakt.werkmap) as store:
        verdeling = who_gets_what(store, verpakt.opname.vergadering.id)
    assert [lezer.naam for lezer in verdeling.lezers] == ["Leden", "Ambtenaren", "Openbaar"]
    per_label = {rij.deel.label: rij.redenen for rij in verdeling.rijen}
    assert per_label["1A"] == (None, Reden.BESLOTEN, Reden.BESLOTEN)
    assert per_label["2a"] == (None, None, None)


def test_a_member_stands_apart_only_when_that_member_gets_less(store: Store) -> None:
    roos, wies = een_persoon(naam="Roos van Dalen"), een_persoon(naam="Wies Aalders")
    punt = een_agendapunt(volgorde="c", titel="Oevers")
    bewaard = bewaar(
        store,
        een_opname(
            agendapunten=[punt],
            stukken=[een_stuk(id="s", agendapunt_id=punt.id)],
            personen=[roos, wies],
            leden=[een_lidmaatschap(persoon_id=wie.id) for wie in (roos, wies)],
            uitgesloten=[(punt.id, roos.id)],
        ),
    )
    verdeling = who_gets_what(store, bewaard.vergadering.id)
    assert [lezer.naam for lezer in verdeling.lezers] == ["Leden", "Ambtenaren", "Openbaar", "Roos van Dalen"]
    assert verdeling.rijen[-1].redenen == (None, None, None, Reden.UITGESLOTEN)
    assert [lezer.naam for lezer in readers_of(bewaard)][3:] == ["Roos van Dalen", "Wies Aalders"]
