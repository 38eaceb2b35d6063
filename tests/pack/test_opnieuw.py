"""After lifting is known which sets differ from what readers have, and each is made again as it was."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.verpakt import pak, vul_werkmap
from tk_desktop.base.files import sha256
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.export.pdf import write_pdf
from tk_desktop.minutes.geheimhouding import impose_geheimhouding, lift_geheimhouding
from tk_desktop.pack.opnieuw import assemble_again, sets_to_remake
from tk_desktop.pack.uitgeven import record_uitgave, withdraw_uitgave
from tk_desktop.store.werkmap import Store

DAG = date(2026, 5, 20)
BC = "de bestuurscommissie"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        vul_werkmap(geopend)
        yield geopend


@pytest.fixture
def opname(store: Store) -> Momentopname:
    return store.opname(store.vergaderingen.all()[0].id)


def _verzend(store: Store, opname: Momentopname, map_: Path, soort: Doelgroep, **anders: object) -> str:
    gepakt = pak(store, opname.vergadering.id, map_ / f"{soort.value}.pdf", soort, **anders)
    return record_uitgave(store, opname.vergadering.id, gepakt.gemaakt, sha256(gepakt.pdf)).id


def test_the_sets_that_were_sent_are_made_again_as_they_were_and_hold_what_opened(
    store: Store, opname: Momentopname, tmp_path: Path
) -> None:
    punt = next(punt for punt in opname.agendapunten if opname.is_besloten(punt))
    store.agendapunten.save(replace(punt, besloten=False))  # so that the duty alone closes it
    geheim = impose_geheimhouding(
        store, opname.gremium.id, "Bod", grond="economisch", orgaan=BC, op=DAG, agendapunten=[punt.id]
    )
    _verzend(store, opname, tmp_path, Doelgroep.OPENBAAR, schutbladen=True, bladnummers=False)
    _verzend(store, opname, tmp_path, Doelgroep.LEDEN)
    opheffing = lift_geheimhouding(store, geheim.id, orgaan=BC, op=DAG)
    sets = sets_to_remake(store, opheffing.vergaderingen)
    assert [een.naam for een in sets] == [
        "set voor de leden van BC GO 4-6-2026",
        "openbare set van BC GO 4-6-2026",
    ]
    openbaar = assemble_again(store, sets[1])
    assert punt.id in {deel.punt_id for deel in openbaar.onderdelen}
    assert not openbaar.genummerd
    write_pdf(openbaar, tmp_path / "weer.pdf", bestand=store.bestanden.open, cache=store.map / "cache")


def test_what_was_never_sent_or_was_withdrawn_is_not_made_again(
    store: Store, opname: Momentopname, tmp_path: Path
) -> None:
    assert sets_to_remake(store, [opname.vergadering.id]) == ()
    uitgave = _verzend(store, opname, tmp_path, Doelgroep.OPENBAAR)
    withdraw_uitgave(store, uitgave, "Verkeerd stuk.", datetime(2026, 5, 21, tzinfo=UTC))
    assert sets_to_remake(store, [opname.vergadering.id, opname.vergadering.id]) == ()
