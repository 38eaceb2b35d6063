"""What a besluit changed in a programme, from both sides."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_opname
from tests.programmebouwers import maak_programma
from tk_desktop.domain.begroting import Besluitgevolg
from tk_desktop.domain.besluit import Besluit, Uitkomst
from tk_desktop.domain.programma import Programma
from tk_desktop.programme.gevolgen import changed_by, join_besluit, naam_van
from tk_desktop.programme.stand import read_stand
from tk_desktop.store.werkmap import Store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("werkmap"), maken=True) as geopend:
        opname = een_opname()
        punten = [
            een_agendapunt(id=naam, vergadering_id=opname.vergadering.id, titel=naam, besloten=naam == "dicht")
            for naam in ("open", "dicht", "later")
        ]
        bewaar(geopend, een_opname(gremium=opname.gremium, vergadering=opname.vergadering, agendapunten=tuple(punten)))
        for punt in punten:
            geopend.besluiten.save(
                Besluit(
                    id=f"besluit-{punt.id}",
                    agendapunt_id=punt.id,
                    volgorde="i",
                    uitkomst=Uitkomst.CONFORM,
                    datum=date(2026, 5, 20),
                    nummer=f"WK {punt.id}",
                    tekst="De begroting te wijzigen.",
                )
            )
        yield geopend


@pytest.fixture(scope="module")
def programma(store: Store) -> Programma:
    return maak_programma(store)


def test_a_besluit_tells_what_it_changed_and_the_line_by_what(store: Store, programma: Programma) -> None:
    stand = read_stand(store, programma.id)
    hof = next(regel for regel in stand.regels if regel.naam == "Hofjes")
    join_besluit(store, programma.id, "besluit-open", regel_id=hof.id)
    join_besluit(store, programma.id, "besluit-open", project_id=hof.project_id or "")
    assert sorted(changed_by(store, "besluit-open")) == [
        "Begrotingsregel ‘Hofjes’ (2026-1), € 15.000,-",
        "Project ‘Hofjes’",
    ]
    genoemd = {(een.wat, een.datum) for een in _van(store, programma, "besluit-open")}
    assert genoemd == {("WK open De begroting te wijzigen.", date(2026, 5, 20))}


def test_the_programme_calls_a_besluit_as_it_is_now(store: Store, programma: Programma) -> None:
    regel = read_stand(store, programma.id).regels[0]
    join_besluit(store, programma.id, "besluit-later", regel_id=regel.id)
    besluit = store.besluiten.get("besluit-later")
    store.besluiten.save(replace(besluit, nummer="WK 2026-9", datum=date(2026, 5, 21)))
    assert [(een.wat, een.datum) for een in _van(store, programma, "besluit-later")] == [
        ("WK 2026-9 De begroting te wijzigen.", date(2026, 5, 21))
    ]
    store.besluiten.save(replace(besluit, nummer="WK 2026-9", besloten=True))
    assert [een.wat for een in _van(store, programma, "besluit-later")] == ["WK 2026-9"]
    gevolg_id = store.programma.gevolgen.van_besluit("besluit-later")[0].id
    store.besluiten.delete("besluit-later")
    gebleven = next(een for een in read_stand(store, programma.id).gevolgen if een.id == gevolg_id)
    assert gebleven.wat == "Een besluit dat niet meer in deze werkmap staat"


def test_of_what_is_besloten_the_programme_names_the_number_alone(store: Store, programma: Programma) -> None:
    project = read_stand(store, programma.id).projecten[0]
    join_besluit(store, programma.id, "besluit-dicht", project_id=project.id)
    assert [een.wat for een in _van(store, programma, "besluit-dicht")] == ["WK dicht"]


def _van(store: Store, programma: Programma, besluit_id: str) -> list[Besluitgevolg]:
    return [een for een in read_stand(store, programma.id).gevolgen if een.besluit_id == besluit_id]


def test_a_besluit_without_a_number_is_called_by_how_it_begins() -> None:
    besluit = Besluit(
        id="b", agendapunt_id="p", volgorde="i", uitkomst=Uitkomst.CONFORM, datum=date(2026, 5, 20), tekst="Woord " * 60
    )
    assert naam_van(besluit).endswith("…")
    assert len(naam_van(besluit)) <= 121
