"""What was done in a meeting is kept as it was, undone as one, and goes with its meeting."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_opname, een_stuk
from tests.zittingbouwers import (
    bewaar_zitting,
    een_actie,
    een_besluit,
    een_gebeurtenis,
    een_geheimhouding,
    een_presentie,
    een_stem,
    een_stemming,
    een_zitting,
)
from tk_desktop.domain.actie import Actiestaat, Standregel
from tk_desktop.domain.geheimhouding import Geheimstap
from tk_desktop.domain.presentie import Belang
from tk_desktop.domain.ronde import Antwoord, Reactie, Ronde
from tk_desktop.domain.stemming import Keuze
from tk_desktop.domain.verslag import Correctie, Puntverslag, Schorsing, Verslag, Verslagstaat
from tk_desktop.domain.zitting import Zitting
from tk_desktop.store.werkmap import Store

_DAG = date(2026, 4, 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        yield geopend


def _zitting(store: Store) -> Zitting:
    opname = een_opname(agendapunten=[een_agendapunt(id="p")], stukken=[een_stuk(id="s", agendapunt_id="p")])
    opname = bewaar(store, opname)
    hier, gremium = opname.vergadering.id, opname.gremium.id
    correctie = Correctie(
        id="c", volgorde="a", agendapunt_id="p", was="drie", wordt="vier", datum=_DAG, reden="telfout"
    )
    return een_zitting(
        opname=opname,
        verslag=Verslag(
            id="v", vergadering_id=hier, staat=Verslagstaat.VASTGESTELD, vastgesteld_op=_DAG, correcties=(correctie,)
        ),
        presentie=(een_presentie(id="lid", vergadering_id=hier, van_punt_id="p", gekomen=time(9, 10)),),
        belangen=(Belang(id="b", agendapunt_id="p", presentie_id="lid", reden="grondeigenaar"),),
        verslagen={"p": Puntverslag(id="t", agendapunt_id="p", besproken="**Goed**", begonnen=time(9, 5))},
        besluiten=(een_besluit(agendapunt_id="p", nummer="BC WK 2026-001"),),
        stemmingen=(een_stemming(agendapunt_id="p", stemmen=(een_stem(keuze=Keuze.VOOR), een_stem())),),
        acties=(
            een_actie(
                gremium_id=gremium,
                vergadering_id=hier,
                agendapunt_id="p",
                standen=(Standregel(id="r", volgorde="a", datum=_DAG, tekst="gemaild"),),
            ),
        ),
        schorsingen=(Schorsing(id="z", vergadering_id=hier, begonnen=time(9, 30)),),
    )


def test_a_meeting_as_it_was_held_comes_back_as_it_was_kept(store: Store) -> None:
    zitting = _zitting(store)
    assert bewaar_zitting(store, zitting) == zitting


def test_a_verslag_that_was_not_begun_is_empty(store: Store) -> None:
    opname = bewaar(store, een_opname())
    zitting = store.zitting(opname.vergadering.id)
    assert (zitting.verslag.id, zitting.verslag.staat) == ("", Verslagstaat.CONCEPT)


def test_undoing_takes_away_all_that_one_action_kept(store: Store) -> None:
    zitting = _zitting(store)
    eerst = store.zitting(zitting.opname.vergadering.id)
    _, wijziging = store.record(lambda: bewaar_zitting(store, zitting))
    store.redo(wijziging.terug())
    assert store.zitting(zitting.opname.vergadering.id) == eerst
    store.redo(wijziging)
    assert store.zitting(zitting.opname.vergadering.id) == zitting


def test_the_register_of_secrets_knows_what_is_covered_and_what_was_done(store: Store) -> None:
    opname = _zitting(store).opname
    geheim = een_geheimhouding(
        gremium_id=opname.gremium.id,
        einddatum=_DAG,
        stukken=("s",),
        agendapunten=("p",),
        gebeurtenissen=(een_gebeurtenis(Geheimstap.OPGELEGD, date(2026, 3, 11), agendapunt_id="p"),),
    )
    store.geheimhoudingen.save(geheim)
    assert store.geheimhoudingen.van_vergadering(opname.vergadering.id) == (geheim,)
    assert store.geheimhoudingen.met_einddatum(_DAG) == (geheim,)
    assert store.geheimhoudingen.met_einddatum(date(2026, 3, 31)) == ()


def test_a_round_is_kept_with_its_answers(store: Store) -> None:
    opname = _zitting(store).opname
    reactie = Reactie(id="r", volgorde="a", naam="Roos van Dalen", antwoord=Antwoord.BESPREKEN, ontvangen=_DAG)
    ronde = Ronde(id="ronde", agendapunt_id="p", verzonden=_DAG, uiterlijk=date(2026, 4, 8), reacties=(reactie,))
    store.rondes.save(ronde)
    assert store.rondes.van_vergadering(opname.vergadering.id) == (ronde,)


def test_what_a_body_has_open_is_found_and_what_is_done_is_not(store: Store) -> None:
    zitting = bewaar_zitting(store, _zitting(store))
    (open_,) = zitting.acties
    hier = zitting.opname.vergadering
    gedaan = een_actie(gremium_id=hier.gremium_id, staat=Actiestaat.GEDAAN, afgedaan=hier.datum)
    store.acties.save(gedaan)
    later = replace(hier, id="later", datum=hier.datum + timedelta(days=28))
    assert store.acties.open_voor(later) == (open_,)
    assert store.acties.open_voor(hier) == (gedaan,)
    assert len(store.acties.all()) == 2
    assert store.besluiten.nummers() == {"BC WK 2026-001"}


def test_what_was_decided_stands_in_the_order_of_the_paper(store: Store) -> None:
    punten = [een_agendapunt(id=id_, volgorde=id_) for id_ in ("1", "2", "3")]
    opname = bewaar(store, een_opname(agendapunten=punten))
    for volgorde, punt in (("a", "3"), ("b", "1"), ("a", "2"), ("a", "1")):
        store.besluiten.save(een_besluit(agendapunt_id=punt, volgorde=volgorde))
        store.stemmingen.save(een_stemming(agendapunt_id=punt, volgorde=volgorde))
    zitting = store.zitting(opname.vergadering.id)
    verwacht = [("1", "a"), ("1", "b"), ("2", "a"), ("3", "a")]
    assert [(een.agendapunt_id, een.volgorde) for een in zitting.besluiten] == verwacht
    assert [(een.agendapunt_id, een.volgorde) for een in zitting.stemmingen] == verwacht
