"""The letter that invites to a meeting."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_brief, een_opname, een_persoon, een_vergadering
from tk_desktop.meeting.brieven import start_brief, write_brief
from tk_desktop.store.werkmap import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        yield geopend


def test_a_meeting_without_a_letter_gets_one_that_the_secretaris_signs(store: Store) -> None:
    roos = een_persoon(id="roos", naam="Roos van Dalen")
    opname = een_opname(vergadering=een_vergadering(secretaris_id="roos"), personen=[roos])
    id_ = bewaar(store, opname).vergadering.id
    brief = start_brief(store, id_)
    assert (brief.ondertekenaar, brief.functie) == ("Roos van Dalen", "secretaris")
    assert brief.behandeld_door == "Roos van Dalen"
    assert (brief.datum, brief.verhindering_uiterlijk) == (date(2026, 2, 27), date(2026, 3, 6))
    assert start_brief(store, id_) == brief
    assert store.opname(id_).gevuld(brief.tekst) == (
        "Graag nodig ik u uit voor de vergadering op 11 maart 2026, 09.00 – 10.30 uur, in Kamer 2, Kadehuis.\n\n"
        "Kunt u er niet bij zijn? Meld u dan af vóór vrijdag 6 maart 2026 bij het secretariaat."
    )
    write_brief(
        store, id_, lambda brief: replace(brief, verhindering_email="af@kade.example", verhindering_telefoon="06 1")
    )
    assert store.opname(id_).gevuld(brief.tekst).endswith("vóór vrijdag 6 maart 2026 via af@kade.example of 06 1.")


def test_a_letter_that_is_there_stays_as_it_is(store: Store) -> None:
    id_ = bewaar(store, een_opname(brief=een_brief(onderwerp="Kom"))).vergadering.id
    assert start_brief(store, id_).onderwerp == "Kom"


def test_an_item_that_the_letter_names_is_renumbered_in_it(store: Store) -> None:
    opname = een_opname(agendapunten=[een_agendapunt(id="kade", titel="Kade")], brief=een_brief())
    id_ = bewaar(store, opname).vergadering.id
    brief = write_brief(store, id_, lambda brief: replace(brief, tekst="Zie agendapunt 1."))
    assert brief.tekst == "Zie agendapunt {{punt:kade}}."
