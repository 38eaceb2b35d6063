"""Putting the items of a spreadsheet on an agenda."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_opname, een_stuk, een_vergadering
from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.puntregel import Puntregel
from tk_desktop.export.agendacsv import write_csv
from tk_desktop.intake.agendacsv import lees_agendalijst
from tk_desktop.meeting.agendaimport import Agendaimport, take_items
from tk_desktop.store.werkmap import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        punten = [
            een_agendapunt(id="opening", volgorde="c", titel="Opening", standaard=True),
            een_agendapunt(id="oever", volgorde="h", titel="Oever", besloten=True, toelichting="Zie {{punt:opening}}."),
            een_agendapunt(id="slot", volgorde="s", titel="Sluiting", standaard=True),
        ]
        stukken = [een_stuk(agendapunt_id="oever")]
        opname = een_opname(vergadering=een_vergadering(id="hier"), agendapunten=punten, stukken=stukken)
        bewaar(geopend, opname)
        yield geopend


REGELS = (
    Puntregel(titel="oever", duur=20, behandeling=frozenset([Behandeling.BESPREKING]), inleiders=(("Roos", ""),)),
    Puntregel(titel="Fonds", is_sub=True, mondeling=True),
    Puntregel(titel="Haven", toelichting="Na agendapunt 2."),
    Puntregel(titel="Brug", ingevoegd=True),
)


def test_items_join_what_is_there_and_new_ones_come_before_the_closing(store: Store) -> None:
    assert take_items(store, "hier", REGELS) == Agendaimport(nieuw=3, gewijzigd=1)
    opname = store.opname("hier")
    assert [f"{opname.nummers[punt.id]} {punt.titel}" for punt in opname.agendapunten] == [
        "1 Opening", "2 Oever", "2a Fonds", "3 Haven", "3A Brug", "4 Sluiting",
    ]  # fmt: skip
    oever = opname.punt("oever")
    assert (oever.duur, oever.besloten, oever.inleiders[0].naam) == (20, True, "Roos")
    assert opname.stukken_bij(oever) != ()
    assert take_items(store, "hier", REGELS) == Agendaimport(gelijk=4)


def test_an_agenda_taken_in_again_from_its_own_file_changes_nothing(store: Store, tmp_path: Path) -> None:
    take_items(store, "hier", REGELS)
    voor = store.opname("hier")
    pad = write_csv(voor, tmp_path / "agenda.csv")
    uit = take_items(store, "hier", lees_agendalijst(pad))
    assert (uit.nieuw, uit.gelijk + uit.gewijzigd) == (0, 6)
    assert store.opname("hier").nummers == voor.nummers
