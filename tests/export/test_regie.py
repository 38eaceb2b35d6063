"""The chair's script: on paper of its own, and in nothing else."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_nota, een_opname, een_sectie, een_stuk, een_voorstelpunt
from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.export.gegevens import agenda_json
from tk_desktop.export.pdf import write_pdf
from tk_desktop.export.regie import write_regie as print_regie
from tk_desktop.export.word import write_word
from tk_desktop.meeting.regie import draaiboek, write_regie
from tk_desktop.pack.controleren import check
from tk_desktop.pack.samenstellen import assemble
from tk_desktop.paper.reading import lees_pdf
from tk_desktop.store.werkmap import Store

GEHEIM = "Zwanenzang"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        punten = [
            een_agendapunt(id="opening", volgorde="c", titel="Opening", duur=5, standaard=True),
            een_agendapunt(
                id="oever",
                volgorde="h",
                titel="Oever",
                duur=20,
                behandeling=frozenset([Behandeling.BESLUITVORMING]),
                voorstel=(een_voorstelpunt(),),
            ),
            een_agendapunt(id="plan", volgorde="i", titel="Plan", ouder_id="oever", hamerstuk=True, besloten=True),
        ]
        stukken = [een_stuk(id="nota", agendapunt_id="oever", titel="Oever")]
        notas = {"nota": een_nota(onderwerp="Oever", secties=(een_sectie(),))}
        bewaar(geopend, een_opname(agendapunten=punten, stukken=stukken, notas=notas))
        yield geopend


def _schrijf_overal(store: Store) -> None:
    for punt in ("opening", "oever", "plan"):
        write_regie(
            store,
            punt,
            inleiding=f"{GEHEIM} in",
            besluit=f"{GEHEIM} besluit",
            formulering=f"{GEHEIM} zin",
            risico=f"{GEHEIM} risico",
            notitie=f"{GEHEIM} notitie",
        )


def test_the_script_is_printed_in_the_order_of_the_agenda_with_its_times(store: Store, tmp_path: Path) -> None:
    _schrijf_overal(store)
    hier = store.vergaderingen.all()[0].id
    pad = print_regie(draaiboek(store, hier), tmp_path / "regie.pdf")
    tekst = " ".join(" ".join(bladzij.split()) for bladzij in lees_pdf(pad).paginas)
    assert "Alleen voor de voorzitter" in tekst
    assert tekst.index("1 Opening") < tekst.index("2 Oever") < tekst.index("2a Plan")
    assert "09.05 uur · 20 minuten · Ter besluitvorming" in tekst
    assert "hamerstuk · besloten" in tekst
    assert tekst.count(GEHEIM) == 15
    assert pad.read_bytes() == print_regie(draaiboek(store, hier), tmp_path / "nog.pdf").read_bytes()


def test_no_set_word_file_data_or_finding_holds_a_word_of_the_script(store: Store, tmp_path: Path) -> None:
    hier = store.vergaderingen.all()[0].id

    def alles(waar: Path) -> list[bytes]:
        bestanden = [waar / f"{doelgroep.value}.pdf" for doelgroep in (Doelgroep.LEDEN, Doelgroep.OPENBAAR)]
        for doelgroep, pad in zip((Doelgroep.LEDEN, Doelgroep.OPENBAAR), bestanden, strict=True):
            write_pdf(assemble(store, hier, doelgroep), pad, bestand=store.bestanden.open, cache=waar / "cache")
        bestanden += write_word(store.opname(hier), waar / "word")
        return [
            *(pad.read_bytes() for pad in bestanden),
            agenda_json(store.opname(hier)),
            json.dumps([bevinding.wat for bevinding in check(store, hier)]).encode(),
        ]

    voor = alles(tmp_path / "voor")
    _schrijf_overal(store)
    assert alles(tmp_path / "na") == voor
