"""Scenarios side by side on paper and in a workbook: the same amounts, and the reasons with them."""

import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from lxml import etree

from tests.programmebouwers import maak_kerntaken
from tk_desktop.domain.getal import duizendtal
from tk_desktop.domain.kernstand import Kernstand
from tk_desktop.domain.kerntaken import Keuze
from tk_desktop.domain.scenarios import Scenariopost
from tk_desktop.export.scenarioblad import write_scenarios
from tk_desktop.export.scenariorekenblad import write_scenarios_xlsx
from tk_desktop.export.vorm import Vorm
from tk_desktop.programme.kerntaken import answer_kader, ask_bouwsteen, choose_in_scenario, read_kerntaken
from tk_desktop.programme.programmas import add_programma, set_afkorting
from tk_desktop.store.werkmap import Store

OP = date(2026, 7, 1)


@pytest.fixture(scope="module")
def stand(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kernstand]:
    with Store.open(tmp_path_factory.mktemp("werkmap"), maken=True) as store:
        programma = add_programma(store, "=Kerntaken")
        feest = maak_kerntaken(store, programma.id)[2]
        answer_kader(store, feest.id, "regio", antwoord=False, reden="Geen wet noemt het.")
        ask_bouwsteen(store, feest.id, "Kan dit met minder boten?", van="Noordkade")
        post = next(een for een in store.kerntaken.bouwstenen.all() if een.naam == "Baggeren")
        kern = store.kerntaken.scenarios.van(programma.id)[0]
        store.kerntaken.posten.save(
            Scenariopost(id="elders", scenario_id=kern.id, bouwsteen_id=post.id, keuze=Keuze.BEEINDIGEN, bedrag=120_000)
        )
        ambitie = store.kerntaken.scenarios.van(programma.id)[3]
        choose_in_scenario(store, ambitie.id, feest.id, Keuze.AMBITIE, bedrag=9_000, toelichting="Om het jaar.")
        set_afkorting(store, programma.id, "Baggeren", "uitdiepen van vaarwegen")
        yield read_kerntaken(store, programma.id)


def test_word_and_pdf_have_every_amount_every_reason_and_what_is_uncertain(stand: Kernstand, tmp_path: Path) -> None:
    pdf, word = (write_scenarios(stand, tmp_path / f"s{vorm.value}", vorm, op=OP) for vorm in Vorm)
    bladen = pypdfium2.PdfDocument(pdf)
    gedrukt = " ".join(" ".join(blad.get_textpage().get_text_range() for blad in bladen).split())
    assert bladen[0].get_width() > bladen[0].get_height(), "scenarios stand beside each other: pages lie on their side"
    document = Document(str(word))
    cellen = [cel.text for tabel in document.tables for rij in tabel.rows for cel in rij.cells]
    for een in stand.vergelijking().sommen:
        assert duizendtal(een.som) in cellen
        assert duizendtal(een.som) in gedrukt
    assert "ambitie bijstellen: 9.000" in cellen
    assert cellen.count("onzeker") == 5
    assert cellen.count("Binnen") == 1, "a group has a row of its own"
    assert "Waarschuwing: ‘Baggeren’ valt in categorie A; A.1 Absolute kern kan daar niet kiezen" in gedrukt
    assert "Afkortingen. Baggeren: uitdiepen van vaarwegen." in gedrukt
    for woorden in ("Geen wet noemt het.", "Om het jaar.", "Nog geen antwoord.", "Kan dit met minder boten?"):
        assert woorden in gedrukt


def test_the_workbook_computes_what_the_records_compute(stand: Kernstand, tmp_path: Path) -> None:
    boek = write_scenarios_xlsx(stand, tmp_path / "s.xlsx", op=OP)
    with zipfile.ZipFile(boek) as pak:
        cellen = list(etree.fromstring(pak.read("xl/worksheets/sheet1.xml")).iter("{*}c"))
        woorden = pak.read("xl/sharedStrings.xml").decode()
    assert "=Kerntaken: scenario’s naast elkaar (euro)" in woorden
    assert "1 Post (Binnen)" in woorden, "numbers begin anew in each group"
    getallen = {cel.get("r", ""): int(cel.findtext("{*}v") or 0) for cel in cellen if cel.get("t") is None and len(cel)}
    formules = {cel.get("r", ""): cel.findtext("{*}f") or "" for cel in cellen if cel.find("{*}f") is not None}
    optellingen = 0
    for plek, formule in formules.items():
        som = re.fullmatch(r"SUM\(([A-Z]+)(\d+):\1(\d+)\)", formule)
        if som:
            optellingen += 1
            bereik = range(int(som[2]), int(som[3]) + 1)
            assert getallen[plek] == sum(getallen.get(f"{som[1]}{rij}", 0) for rij in bereik)
        elif "COUNTBLANK" in formule:
            gaten = re.findall(r"COUNTBLANK\(([A-Z]+)(\d+):\1(\d+)\)", formule)
            leeg = [f"{kolom}{rij}" for kolom, van, tot in gaten for rij in range(int(van), int(tot) + 1)]
            assert getallen[plek] == sum(een not in getallen for een in leeg)
        elif not formule.startswith("IF("):
            assert getallen[plek] == sum(getallen[een] for een in formule.split("+"))
    naast = stand.vergelijking()
    assert optellingen == len(stand.delen) * (len(stand.scenarios) + 1)
    assert {naast.nu, *(een.som for een in naast.sommen)} <= set(getallen.values())
    assert sum("onzeker" in formule for formule in formules.values()) == len(stand.scenarios)
