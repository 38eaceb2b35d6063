"""A pack of an organisation that no layout was made for: its words are those that many use."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from tests.intake.huisstijlpakken import regels, rij, schrijf
from tk_desktop.domain.stuk import Soort
from tk_desktop.intake.opnemen import neem_op
from tk_desktop.intake.pak import lees_pak
from tk_desktop.intake.pakopname import als_bestand
from tk_desktop.intake.pakvoorstel import Deelsoort, Pakvoorstel
from tk_desktop.intake.pdfbladen import lees_paginas
from tk_desktop.paper.cache import Bladcache
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 1, 5, tzinfo=UTC)
K = (90.0, 150.0, 320.0, 400.0)
AGENDA = [
    *regels(90, 60, "Veerdienst Vierstromen", "AGENDA", "Vergadering van het dagelijks bestuur",
        "donderdag 24 maart 2022, 14.00 – 16.30 uur", "Gemeentehuis Oeverdorp, raadzaal"),
    *regels(90, 130, "Voorzitter: mw. A. de Boer", "Secretaris: dhr. K. Vlet"),
    *rij(180, (K[0], "Nr"), (K[1], "Onderwerp"), (K[2], "Bijlage"), (K[3], "Doel")),
    *rij(200, (K[0], "1."), (K[1], "Opening")),
    *rij(220, (K[0], "2."), (K[1], "Verslag van 10 februari\n2022"), (K[2], "2"), (K[3], "Vaststellen")),
    *rij(260, (K[0], "3."), (K[1], "Ingekomen stukken"), (K[3], "Ter kennisname")),
    *rij(280, (K[0], "3a"), (K[1], "Brief van de vissers"), (K[2], "3a"), (K[3], "Bespreken")),
    *rij(300, (K[0], "4."), (K[1], "Jaarrekening 2021\n(bijlage 1)"), (K[2], "4"), (K[3], "Instemmen")),
    *rij(330, (K[0], "5."), (K[1], "Nieuwe veerpont"), (K[2], "5"), (K[3], "Besluiten")),
    *rij(350, (K[0], "6."), (K[1], "Rondvraag en sluiting")),
]  # fmt: skip
VERSLAG = regels(
    90, 60, "Verslag van de vergadering van het dagelijks bestuur", "gehouden op 10 februari 2022 te Oeverdorp",
    "Aanwezig: mw. A. de Boer (voorzitter), dhr. K. Vlet", "1. Opening", "De voorzitter opent.", "2. Kaderbrief",
    "Het bestuur bespreekt de brief.", "3. Sluiting", "De voorzitter sluit.",
)  # fmt: skip
JAARREKENING = [
    *rij(60, (90, "Voorstel aan"), (260, "Dagelijks bestuur")),
    *rij(74, (90, "Datum vergadering"), (260, "24 maart 2022")),
    *rij(88, (90, "Agendapunt"), (260, "4")),
    *rij(102, (90, "Onderwerp"), (260, "Jaarrekening 2021")),
    *rij(116, (90, "Portefeuillehouder"), (260, "dhr. P. Smit")),
    *rij(130, (90, "Steller"), (260, "mw. J. Ruis (controller)")),
    *regels(90, 170, "Gevraagd besluit", "", "In te stemmen met de jaarrekening.", "", "Aanleiding", "",
        "De wet vraagt het.", "", "Financiën", "", "Er is 900 euro over."),
]  # fmt: skip
BIJLAGE = regels(90, 60, "Jaarrekening 2021 van de veerdienst", "In het jaar is gevaren.", "Dat ging goed.")
VEERPONT = regels(
    90, 60, "ADVIESNOTA DAGELIJKS BESTUUR", "", "Agendapunt: 5", "Datum: 24-03-2022", "Van: dhr. Rob Net, inkoop",
    "Onderwerp: Nieuwe veerpont", "Openbaar: nee", "", "Voorgesteld besluit", "", "1) De pont te kopen.", "",
    "Aanleiding", "", "De oude pont is op.", "", "Risico’s", "", "1.1 De prijs kan stijgen.", "", "Planning", "",
    "De pont vaart in mei.",
)  # fmt: skip


@pytest.fixture(scope="module")
def pak(tmp_path_factory: pytest.TempPathFactory) -> Pakvoorstel:
    map_ = tmp_path_factory.mktemp("pak")
    lijnen = [(86.0, y, 500.0, y) for y in (168.0, 188.0, 208.0, 248.0, 268.0, 288.0, 318.0, 338.0, 358.0)]
    return lees_pak(schrijf(map_ / "set.pdf", [AGENDA, VERSLAG, JAARREKENING, BIJLAGE, VEERPONT], lijnen=lijnen))


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
    blad = [*regels(90, 60, "Jaarverslag van de veerdienst"), *(deel for deel in AGENDA if deel[1] > 150)]
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
