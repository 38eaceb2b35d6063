"""What reviewers and departments say about a draft is in nothing that is printed, written or sent (A8, B18)."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_nota, een_opname, een_sectie, een_stuk
from tk_desktop.domain.advies import Oordeel
from tk_desktop.domain.opmerking import Waarover
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.export.agendacsv import write_csv
from tk_desktop.export.gegevens import agenda_json
from tk_desktop.export.pdf import write_pdf
from tk_desktop.export.word import write_word
from tk_desktop.meeting.adviezen import ask_advies, give_advies
from tk_desktop.meeting.opmerkingen import add_opmerking, answer_opmerking
from tk_desktop.pack.controleren import check
from tk_desktop.pack.samenstellen import assemble
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 2, 20, 14, 30)
GEHEIM = "Zwanenzang"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        opname = een_opname(
            agendapunten=[een_agendapunt(id="oever", titel="Oever"), een_agendapunt(id="haven", titel="Haven")],
            stukken=[een_stuk(id="stuk", agendapunt_id="oever")],
            notas={"stuk": een_nota(id="nota", stuk_id="stuk", secties=(een_sectie(id="inleiding"),))},
        )
        bewaar(geopend, opname)
        yield geopend


def _zeg_overal(store: Store, hier: str) -> None:
    for over in (
        Waarover(vergadering_id=hier),
        Waarover(agendapunt_id="haven"),
        Waarover(nota_id="nota"),
        Waarover(nota_id="nota", sectie_id="inleiding"),
    ):
        een = add_opmerking(store, over, f"{GEHEIM} tekst", wie=f"{GEHEIM} wie", nu=NU)
        answer_opmerking(store, een.id, f"{GEHEIM} antwoord", wie=GEHEIM, nu=NU)
    ask_advies(store, "nota", f"{GEHEIM} vraag", NU.date())
    advies = ask_advies(store, "nota", f"{GEHEIM} van", NU.date(), uiterlijk=date(2026, 3, 1))
    give_advies(store, advies.id, Oordeel.NEGATIEF, NU.date(), f"{GEHEIM} advies")


def test_no_set_word_file_list_data_or_finding_holds_a_word_of_them(store: Store, tmp_path: Path) -> None:
    hier = store.vergaderingen.all()[0].id

    def alles(waar: Path) -> list[bytes]:
        soorten = (Doelgroep.LEDEN, Doelgroep.AMBTENAREN, Doelgroep.OPENBAAR)
        sets = [waar / f"{doelgroep.value}.pdf" for doelgroep in soorten]
        for doelgroep, pad in zip(soorten, sets, strict=True):
            write_pdf(assemble(store, hier, doelgroep), pad, bestand=store.bestanden.open, cache=waar / "cache")
        return [
            *(pad.read_bytes() for pad in (*sets, *write_word(store.opname(hier), waar / "word"))),
            agenda_json(store.opname(hier)),
            write_csv(store.opname(hier), waar / "agenda.csv").read_bytes(),
            json.dumps([bevinding.wat for bevinding in check(store, hier, NU.date())]).encode(),
        ]

    voor = alles(tmp_path / "voor")
    _zeg_overal(store, hier)
    na = alles(tmp_path / "na")
    assert na == voor
    assert not any(GEHEIM.encode() in bestand for bestand in na)
