"""What TK Desktop writes as PDF, it reads back from the text of that PDF: the same facts as by way of Word.

What the text of a PDF cannot give back:
    * bold, italic and the address of a link: the words come back, their manner of print does not;
    * a table: its words come back in order, a line a row (or a cell, where a cell takes more lines), as paragraphs.
"""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.intake.heen_en_terug import beeld, via_word
from tests.voorbeeld.inhoud import voorbeeld
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.opmaak import Alinea, Lijst, Lijstpunt, Stukje, Tabel, Tussenkop, samenvoegen
from tk_desktop.export.bladen import geen_ankers, schrijf_agenda, schrijf_brief, schrijf_nota
from tk_desktop.intake.bestanden import lees_bestanden
from tk_desktop.intake.opnemen import Inname, neem_op
from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.tagged import TaggedDocument
from tk_desktop.store.werkmap import Store

Heenreis = tuple[Momentopname, Inname]


@pytest.fixture(scope="module", params=["vechtstreek", "neutraal"])
def terug(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Heenreis:
    """Return the sample meeting as it comes back from its PDFs, in each house style."""
    return via_pdf(voorbeeld(), request.param, tmp_path_factory.mktemp("pdf"))


def via_pdf(opname: Momentopname, stijl: str, map_: Path) -> Heenreis:
    """Write each paper of a meeting as a PDF, take the files into an empty werkmap and return what stands there."""
    uit = map_ / "uit"
    uit.mkdir()
    huisstijl = Huisstijl.load(stijl)

    def blad(titel: str) -> TaggedDocument:
        return TaggedDocument(titel=titel, huisstijl=huisstijl, datum=opname.vergadering.datum, voettekst=titel)

    brief, agenda = blad("Uitnodiging"), blad(f"Agenda {opname.gremium.naam}")
    schrijf_brief(brief, opname)
    schrijf_agenda(agenda, opname, geen_ankers)
    bestanden = [brief.write(uit / "uitnodiging.pdf"), agenda.write(uit / "agenda.pdf")]
    for rang, stuk in enumerate(stuk for stuk in opname.stukken if stuk.id in opname.notas):
        nota = blad(opname.notas[stuk.id].formulier.titel or stuk.titel)
        schrijf_nota(nota, opname, stuk, geen_ankers)
        bestanden.append(nota.write(uit / f"nota-{rang}.pdf"))
    with Store.open(map_ / "werkmap", maken=True) as store:
        inname = neem_op(store, lees_bestanden(bestanden), nu=datetime(2026, 1, 5, 9, 0))
        (vergadering_id,) = inname.vergaderingen
        return store.opname(vergadering_id), inname


def plat(waarde: Any) -> Any:
    """Return what stands on paper without its manner of print; a table as its words in order."""
    match waarde:
        case Alinea(stukjes) | Tussenkop(stukjes):
            uit: Any = type(waarde).__name__, samenvoegen(stukjes)
        case Lijst(punten):
            uit = "Lijst", [plat(punt) for punt in punten]
        case Lijstpunt():
            uit = waarde.merk, samenvoegen(waarde.stukjes), [plat(punt) for punt in waarde.onder]
        case Tabel(rijen):
            uit = "Tabel", [woord for rij in rijen for cel in rij for woord in samenvoegen(cel).split()]
        case dict():
            uit = {naam: plat(deel) for naam, deel in waarde.items()}
        case tuple() if waarde and all(isinstance(deel, Stukje) for deel in waarde):
            uit = samenvoegen(waarde)
        case list() | tuple():
            uit = [plat(deel) for deel in waarde]
        case _:
            uit = waarde
    return uit


def met_tabellen(gelezen: Any, geschreven: Any) -> Any:
    """Return what was read with the paragraphs that a table became gathered again, where one was written."""
    if isinstance(gelezen, dict) and isinstance(geschreven, dict):
        return {naam: met_tabellen(deel, geschreven.get(naam)) for naam, deel in gelezen.items()}
    if not isinstance(gelezen, list) or not isinstance(geschreven, list):
        return gelezen
    uit, over = [], list(gelezen)
    for deel in geschreven:
        if isinstance(deel, tuple) and deel[0] == "Tabel":
            woorden: list[str] = []
            while over and over[0][0] == "Alinea" and len(woorden) < len(deel[1]):
                woorden.extend(over.pop(0)[1].split())
            uit.append(("Tabel", woorden))
        elif over:
            uit.append(met_tabellen(over.pop(0), deel))
    return [*uit, *over]


def test_the_sample_meeting_comes_back_from_pdf_with_the_facts_that_word_gives(terug: Heenreis, tmp_path: Path) -> None:
    uit_word, _ = via_word(voorbeeld(), tmp_path)
    verwacht = plat(beeld(uit_word))
    assert met_tabellen(plat(beeld(terug[0])), verwacht) == verwacht


def test_a_table_comes_back_as_paragraphs_and_no_word_of_it_is_lost(terug: Heenreis) -> None:
    teksten = [sectie.tekst for nota in terug[0].notas.values() for sectie in nota.secties]
    assert not any(tekst.startswith("|") for tekst in teksten)
    assert sum("Rietholt 53 € 9.540 € 2.120 € 11.660" in tekst for tekst in teksten) == 1


def test_no_foot_of_a_page_comes_back_as_text(terug: Heenreis) -> None:
    assert "Pagina" not in str(plat(beeld(terug[0])))


def test_only_what_is_wrong_in_the_sample_is_asked_about(terug: Heenreis) -> None:
    vragen = [twijfel.wat for twijfel in terug[1].twijfels]
    assert len(vragen) == 2
    assert "De brief noemt vrijdag 18-6-2026, maar die dag is een donderdag." in vragen
    assert any(vraag.startswith("Er is geen kop Besluit") for vraag in vragen)


@pytest.mark.parametrize("stijl", ["vechtstreek", "neutraal"])
def test_a_letter_without_address_and_number_keeps_its_subject(stijl: str, tmp_path: Path) -> None:
    opname = voorbeeld()
    assert opname.brief is not None
    kaal = replace(opname.brief, email="", doorkiesnummer="", behandeld_door="")
    gelezen = via_pdf(replace(opname, brief=kaal), stijl, tmp_path)[0].brief
    assert gelezen is not None
    assert (gelezen.onderwerp, gelezen.email, gelezen.doorkiesnummer) == (opname.brief.onderwerp, "", "")
    assert gelezen.ons_kenmerk == opname.brief.ons_kenmerk
