"""A pack of an organisation that no layout was made for: its words are those that many use."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from tests.intake.huisstijlpakken import VEERAGENDA, regels, schrijf, veerdienst
from tk_desktop.domain.stuk import Soort
from tk_desktop.intake.opnemen import neem_op
from tk_desktop.intake.pak import lees_pak
from tk_desktop.intake.pakopname import als_bestand
from tk_desktop.intake.pakvoorstel import Deelsoort, Pakvoorstel
from tk_desktop.intake.pdfbladen import lees_paginas
from tk_desktop.paper.cache import Bladcache
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 1, 5, tzinfo=UTC)


@pytest.fixture(scope="module")
def pak(tmp_path_factory: pytest.TempPathFactory) -> Pakvoorstel:
    return lees_pak(veerdienst(tmp_path_factory.mktemp("pak")))


def test_the_agenda_is_read_by_the_words_of_its_columns_and_of_what_stands_above_it(pak: Pakvoorstel) -> None:
    agenda = pak.lezing.agenda
    assert agenda is not None
    assert (agenda.gremium, agenda.datum, agenda.begin, agenda.plaats) == (
        "dagelijks bestuur", date(2022, 3, 24), time(14), "Gemeentehuis Oeverdorp, raadzaal",
    )  # fmt: skip
    assert (agenda.voorzitter, agenda.secretaris) == ("A. de Boer", "K. Vlet")
    assert [(str(punt.nummer), punt.titel, "".join(punt.behandeling)) for punt in agenda.punten] == [
        ("1", "Opening", ""),
        ("2", "Verslag van 10 februari 2022", "vaststelling"),
        ("3", "Ingekomen stukken", "kennisname"),
        ("3a", "Brief van de vissers", "bespreking"),
        ("4", "Jaarrekening 2021", "besluitvorming"),
        ("5", "Nieuwe veerpont", "besluitvorming"),
        ("6", "Rondvraag en sluiting", ""),
    ]


def test_its_notas_are_read_by_the_labels_at_the_head_of_their_page(pak: Pakvoorstel) -> None:
    een, ander = pak.lezing.notas
    assert (str(een.agendapunt), een.onderwerp, een.behandelaars) == (
        "4", "Jaarrekening 2021", (("J. Ruis", "controller", ""),),
    )  # fmt: skip
    assert [(sectie.kop, sectie.tekst) for sectie in een.secties[1:]] == [
        ("Aanleiding", "De wet vraagt het."),
        ("Financiën", "Er is 900 euro over."),
    ]
    assert (str(ander.agendapunt), ander.onderwerp, ander.openbaar) == ("5", "Nieuwe veerpont", False)
    assert [punt.tekst for punt in ander.voorstel] == ["De pont te kopen."]
    assert [sectie.kop for sectie in ander.secties] == ["Voorgesteld besluit", "Aanleiding", "Risico’s", "Planning"]


def test_the_pages_are_split_where_its_papers_begin(pak: Pakvoorstel) -> None:
    delen = [(deel.soort, str(deel.nummer or ""), deel.van, deel.tot) for deel in pak.delen]
    assert delen == [
        (Deelsoort.AGENDA, "", 1, 1),
        (Deelsoort.VERSLAG, "2", 2, 2),
        (Deelsoort.NOTA, "4", 3, 3),
        (Deelsoort.BIJLAGE, "4", 4, 4),
        (Deelsoort.NOTA, "5", 5, 5),
    ]


def test_a_table_with_such_columns_in_a_paper_without_the_title_of_an_agenda_is_none(tmp_path: Path) -> None:
    blad = [*regels(90, 60, "Jaarverslag van de veerdienst"), *(deel for deel in VEERAGENDA if deel[1] > 150)]
    assert lees_pak(schrijf(tmp_path / "verslag.pdf", [blad])).lezing.agenda is None


def test_a_paper_promised_without_a_kind_is_the_nota_that_came(pak: Pakvoorstel, tmp_path: Path) -> None:
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        inname = neem_op(store, [als_bestand(pak, lees_paginas(Path(str(pak.bron)), Bladcache(tmp_path)))], nu=NU)
        opname = store.opname(inname.vergaderingen[-1])
    (punt,) = (een for een in opname.agendapunten if een.titel == "Jaarrekening 2021")
    stukken = [(stuk.soort, stuk.titel, opname.is_aanwezig(stuk)) for stuk in opname.stukken_bij(punt)]
    assert stukken == [(Soort.ADVIESNOTA, "Jaarrekening 2021", True)]
    assert [stuk.titel for stuk in opname.bijlagen_bij(opname.stukken_bij(punt)[0])] == [
        "Jaarrekening 2021 van de veerdienst"
    ]
    assert any(twijfel.waar.startswith("bladzijde 3, nota 4") for twijfel in inname.twijfels)


def test_a_first_item_of_which_the_number_was_misread_is_counted_and_asked_about(tmp_path: Path) -> None:
    blad = [(x, y, "di." if tekst == "1." else tekst) for x, y, tekst in VEERAGENDA]
    lezing = lees_pak(schrijf(tmp_path / "agenda.pdf", [blad])).lezing
    assert lezing.agenda is not None
    assert [(str(punt.nummer), punt.titel) for punt in lezing.agenda.punten][:2] == [
        ("1", "Opening"),
        ("2", "Verslag van 10 februari 2022"),
    ]
    assert any("niet zeker gelezen; gelezen is 1" in twijfel.wat for twijfel in lezing.twijfels)
