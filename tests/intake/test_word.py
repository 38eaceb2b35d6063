"""Word files of other writers: no styles, headings made bold by hand, layout tables, numbers typed by hand."""

from collections.abc import Callable, Sequence
from datetime import date, time
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import pytest
from docx.document import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.nota import Aard, Sectiesoort, Vorm
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.opmaak import Tabel, lees, platte_tekst
from tk_desktop.domain.stuk import Soort
from tk_desktop.domain.voorstel import Merk
from tk_desktop.intake.lezing import GelezenAgenda, GelezenNota, Lezing
from tk_desktop.intake.word import lees_word_stuk

Schrijver = Callable[[Document], None]


def _lees(map_: Path, *schrijvers: Schrijver) -> Lezing:
    document = docx.Document()
    for schrijf in schrijvers:
        schrijf(document)
    bestand = map_ / "stuk.docx"
    document.save(str(bestand))
    return lees_word_stuk(bestand)


def _vet(document: Document, tekst: str) -> None:
    document.add_paragraph().add_run(tekst).bold = True


def _tabel(document: Document, rijen: Sequence[Sequence[str]]) -> None:
    tabel = document.add_table(rows=0, cols=len(rijen[0]))
    for rij in rijen:
        for cel, tekst in zip(tabel.add_row().cells, rij, strict=True):
            eerste, *verder = tekst.split("\n")
            cel.paragraphs[0].text = eerste
            for regel in verder:
                cel.add_paragraph(regel)


def _nota_zonder_stijlen(document: Document) -> None:
    _vet(document, "ADVIESNOTA")
    _tabel(
        document,
        [
            ("Openbaar:", "ja", "Registratie-\nnummer", "Z-2026/144"),
            ("VOORSTEL VOOR", "Stuurgroep Oevers", "", ""),
            ("Datum  vergadering", "11 maart 2026", "Agendapunt", "3b."),
            ("Steller", "Roos van Dalen, beleidsadviseur, 06-00 14 27 31", "", ""),
            ("Onderwerp", "Herstel van de kade", "", ""),
        ],
    )
    _vet(document, "Voorstel:")
    for regel in (
        "1. De kade te herstellen;",
        "2. Daarvoor te bestemmen:",
        "a. € 10.000 uit de reserve;",
        "b. de rest.",
    ):
        document.add_paragraph(regel)
    _vet(document, "INLEIDING")
    alinea = document.add_paragraph("De kade is ")
    alinea.add_run("slecht").bold = True
    document.add_paragraph("- hij zakt")
    document.add_paragraph("- hij lekt")
    _vet(document, "Argumenten")
    _vet(document, "1.1 Wachten is duurder")
    document.add_paragraph("Elk jaar kost het meer.")
    document.add_paragraph("2.1. Het geld is er")
    document.add_paragraph("Het staat in de begroting.")
    _vet(document, "Kanttekeningen")
    document.add_paragraph(
        "1.1 Het geeft hinder. " + "Fietsers rijden een half jaar om, en dat is voor scholieren ver. " * 3
    )
    _vet(document, "Kosten, baten en dekking")
    _tabel(document, [("Post", "Bedrag"), ("Kade", "€ 20.000")])
    _vet(document, "Bijlagen")
    document.add_paragraph("Bijlage 1: Tekening van de kade")
    document.add_paragraph("Bijlage 2: Brief van de buren")


@pytest.fixture
def nota_lezing(tmp_path: Path) -> Lezing:
    return _lees(tmp_path, _nota_zonder_stijlen)


@pytest.fixture
def nota(nota_lezing: Lezing) -> GelezenNota:
    (nota,) = nota_lezing.notas
    return nota


def test_a_nota_without_styles_gives_its_header_from_a_layout_table(nota: GelezenNota) -> None:
    assert (nota.vorm, nota.openbaar, nota.registratienummer) == (Vorm.ADVIESNOTA, True, "Z-2026/144")
    assert (nota.gremium, nota.datum) == ("Stuurgroep Oevers", date(2026, 3, 11))
    assert (nota.agendapunt, nota.onderwerp) == (Nummer(3, "", "b"), "Herstel van de kade")
    assert nota.behandelaars == (("Roos van Dalen", "beleidsadviseur", "06-00 14 27 31"),)


def test_a_nota_without_styles_gives_its_sections_by_their_words(nota: GelezenNota) -> None:
    assert [sectie.soort for sectie in nota.secties] == [
        Sectiesoort.VOORSTEL,
        Sectiesoort.INLEIDING,
        Sectiesoort.ARGUMENTEN,
        Sectiesoort.KANTTEKENING,
        Sectiesoort.KOSTEN,
        Sectiesoort.BIJLAGEN,
    ]


def test_points_typed_by_hand_are_points_of_the_proposal(nota: GelezenNota) -> None:
    eerste, tweede = nota.voorstel
    assert (eerste.tekst, eerste.merk) == ("De kade te herstellen;", Merk.CIJFER)
    assert [(punt.tekst, punt.merk) for punt in tweede.onder] == [
        ("€ 10.000 uit de reserve;", Merk.LETTER),
        ("de rest.", Merk.LETTER),
    ]


def test_reasons_typed_by_hand_have_number_heading_and_text(nota: GelezenNota) -> None:
    voor = [(reden.nummer, reden.kop, reden.tekst) for reden in nota.argumenten if reden.aard is Aard.ARGUMENT]
    assert voor == [
        ("1.1", "Wachten is duurder", "Elk jaar kost het meer."),
        ("2.1", "Het geld is er", "Het staat in de begroting."),
    ]


def test_a_reason_whose_text_runs_on_behind_its_heading_is_split_and_named_as_a_doubt(nota_lezing: Lezing) -> None:
    (nota,) = nota_lezing.notas
    (tegen,) = [reden for reden in nota.argumenten if reden.aard is Aard.KANTTEKENING]
    assert tegen.kop == "Het geeft hinder"
    assert tegen.tekst.startswith("Fietsers rijden")
    assert any("Loopt de kop hier goed af?" in twijfel.wat for twijfel in nota_lezing.twijfels)


def test_lists_tables_and_bold_stay_inside_their_section(nota: GelezenNota) -> None:
    teksten = {sectie.soort: sectie.tekst for sectie in nota.secties}
    assert teksten[Sectiesoort.INLEIDING] == "De kade is **slecht**\n\n- hij zakt\n- hij lekt"
    (tabel,) = lees(teksten[Sectiesoort.KOSTEN])
    assert isinstance(tabel, Tabel)
    assert len(tabel.rijen) == 2


def test_bijlagen_are_listed_by_their_titles(nota: GelezenNota) -> None:
    assert nota.bijlagen == ("Tekening van de kade", "Brief van de buren")


def test_headings_of_one_level_are_sections_and_deeper_ones_stay_inside(tmp_path: Path) -> None:
    def schrijf(document: Document) -> None:
        document.add_heading("Informatienota: Riet langs de Vecht", 0)
        document.add_paragraph("Datum vergadering: 11 maart 2026")
        document.add_paragraph("Agendapunt: 4")
        for kop, tekst in (("Doel", "U weet hoe het staat."), ("Het riet", "Het groeit."), ("Vervolg", "In mei.")):
            document.add_heading(kop, 1)
            document.add_paragraph(tekst)
        document.add_heading("Wie wat doet", 2)
        document.add_paragraph("Wij maaien.")

    (nota,) = _lees(tmp_path, schrijf).notas
    assert (nota.vorm, nota.onderwerp) == (Vorm.INFORMATIENOTA_DOEL, "Riet langs de Vecht")
    assert (nota.datum, nota.agendapunt) == (date(2026, 3, 11), Nummer(4))
    assert [(sectie.soort, sectie.kop) for sectie in nota.secties] == [
        (Sectiesoort.DOEL, "Doel"),
        (Sectiesoort.VRIJ, "Het riet"),
        (Sectiesoort.VERVOLG, "Vervolg"),
    ]
    assert nota.secties[-1].tekst == "In mei.\n\n### Wie wat doet\n\nWij maaien."


def test_a_nota_that_does_not_say_what_it_is_asks_the_reader(tmp_path: Path) -> None:
    def schrijf(document: Document) -> None:
        for kop in ("Voorstel", "Inleiding", "Beoogd effect", "Argumenten"):
            _vet(document, kop)
            document.add_paragraph("De kade te herstellen, want hij is slecht.")

    lezing = _lees(tmp_path, schrijf)
    (nota,) = lezing.notas
    vragen = " ".join(twijfel.wat for twijfel in lezing.twijfels)
    assert nota.vorm is Vorm.ADVIESNOTA
    assert len(nota.voorstel) == 1
    assert "De soort staat er niet bij" in vragen
    assert "Niet gevonden in de kop: agendapunt, registratienummer, datum, openbaar of niet, onderwerp." in vragen
    assert "geen merken" in vragen
    assert "geen genummerde redenen" in vragen


def _agendakop(document: Document) -> None:
    _vet(document, "AGENDA STUURGROEP OEVERS")
    document.add_paragraph("Datum: woensdag 11 maart 2026")
    document.add_paragraph("Tijd: 9.00 - 10.30 uur")
    document.add_paragraph("Locatie: Kadehuis, kamer 2")


def _agenda(lezing: Lezing) -> GelezenAgenda:
    assert lezing.agenda is not None
    return lezing.agenda


def test_an_agenda_with_other_columns_is_read_by_the_words_in_its_header(tmp_path: Path) -> None:
    def tabel(document: Document) -> None:
        _tabel(
            document,
            [
                ("Nr", "Tijd", "Onderwerp", "Behandeling"),
                ("1", "9.00", "Opening", ""),
                ("2", "9.05", "Kade", "Ter besluitvorming\n1. De kade te herstellen;\n2. Dit te melden."),
                ("2a", "", "Adviesnota ‘Herstel van de kade’\n(adviesnota met bijlagen 1 t/m 2 bijgevoegd)", ""),
                ("3", "9.40", "Personeel (besloten)\nToelichting door Anke Wiel (jurist)", "Bespreking"),
                ("4", "10.00", "Stand van het riet (mondeling)", "informatie"),
            ],
        )

    agenda = _agenda(_lees(tmp_path, _agendakop, tabel))
    assert (agenda.gremium, agenda.datum) == ("STUURGROEP OEVERS", date(2026, 3, 11))
    assert (agenda.begin, agenda.einde, agenda.plaats) == (time(9), time(10, 30), "Kadehuis, kamer 2")
    punten = {str(punt.nummer): punt for punt in agenda.punten}
    assert [(nummer, punt.tijd) for nummer, punt in punten.items()] == [
        ("1", time(9)),
        ("2", time(9, 5)),
        ("2a", None),
        ("3", time(9, 40)),
        ("4", time(10)),
    ]
    assert punten["2"].behandeling == {Behandeling.BESLUITVORMING}
    assert [punt.tekst for punt in punten["2"].voorstel] == ["De kade te herstellen;", "Dit te melden."]
    (stuk,) = punten["2a"].stukken
    assert (stuk.soort, stuk.titel, stuk.bijlagen_beloofd) == (Soort.ADVIESNOTA, "Herstel van de kade", 2)
    assert punten["3"].besloten
    assert punten["3"].inleiders == (("Anke Wiel", "jurist"),)
    assert punten["3"].behandeling == {Behandeling.BESPREKING}
    assert punten["4"].mondeling


def test_sub_items_inside_one_cell_are_items_of_their_own(tmp_path: Path) -> None:
    def tabel(document: Document) -> None:
        _tabel(
            document,
            [
                ("NR.", "ONDERWERP", "VOORSTEL/ADVIES"),
                ("1.\n09.00 uur", "Opening", ""),
                ("2.\n09.05 uur", "Ingekomen stukken\na. Brief van de buren (bijgevoegd)\nb. Riet", "Ter kennisname"),
                ("3.\n09.20 uur", "Sluiting", ""),
            ],
        )

    punten = _agenda(_lees(tmp_path, _agendakop, tabel)).punten
    assert [(str(punt.nummer), punt.titel) for punt in punten] == [
        ("1", "Opening"),
        ("2", "Ingekomen stukken"),
        ("2a", "Brief van de buren"),
        ("2b", "Riet"),
        ("3", "Sluiting"),
    ]
    assert punten[1].behandeling == {Behandeling.KENNISNAME}


def test_an_agenda_whose_numbers_word_counts_by_itself_is_counted_and_that_is_a_doubt(tmp_path: Path) -> None:
    def tabel(document: Document) -> None:
        _tabel(document, [("Nr.", "Onderwerp", "Advies"), ("", "Opening", ""), ("", "Kade", "Ter bespreking")])

    lezing = _lees(tmp_path, _agendakop, tabel)
    assert [str(punt.nummer) for punt in _agenda(lezing).punten] == ["1", "2"]
    assert any("de rijen zijn geteld" in twijfel.wat for twijfel in lezing.twijfels)


def test_an_agenda_without_a_table_is_read_line_by_line(tmp_path: Path) -> None:
    def lijst(document: Document) -> None:
        for regel in ("Opening", "Herstel van de kade", "Rondvraag"):
            document.add_paragraph(regel, style="List Number")

    punten = _agenda(_lees(tmp_path, _agendakop, lijst)).punten
    assert [(str(punt.nummer), punt.titel) for punt in punten] == [
        ("1", "Opening"),
        ("2", "Herstel van de kade"),
        ("3", "Rondvraag"),
    ]


def _brief(document: Document) -> None:
    document.add_paragraph("Aan de leden van de stuurgroep Oevers")
    _tabel(
        document, [("Ons kenmerk", "WK-12", "Datum", "25 februari 2026"), ("Betreft", "Vergadering 11 maart", "", "")]
    )
    document.add_paragraph("Geachte leden,")
    alinea = document.add_paragraph("Graag nodig ik u uit voor de vergadering van ")
    alinea.add_run("woensdag 11 maart 2026").bold = True
    alinea.add_run(", van 9.00 tot 10.30 uur in het Kadehuis.")
    document.add_paragraph("Bent u verhinderd, meld dat dan uiterlijk 9 maart op 030 123 45 67.")
    document.add_paragraph("Met vriendelijke groet,")
    document.add_paragraph("Roos van Dalen")
    document.add_paragraph("secretaris")


def test_a_letter_of_others_gives_its_fields_its_sentences_and_its_text(tmp_path: Path) -> None:
    brief = _lees(tmp_path, _brief).uitnodiging
    assert brief is not None
    assert (brief.aan, brief.ons_kenmerk) == ("de leden van de stuurgroep Oevers", "WK-12")
    assert (brief.datum, brief.onderwerp) == (date(2026, 2, 25), "Vergadering 11 maart")
    assert (brief.vergaderdatum, brief.begin, brief.plaats) == (date(2026, 3, 11), time(9), "Kadehuis")
    assert (brief.verhindering_uiterlijk, brief.verhindering_telefoon) == (date(2026, 3, 9), "030 123 45 67")
    assert (brief.ondertekenaar, brief.functie) == ("Roos van Dalen", "secretaris")
    assert "**woensdag 11 maart 2026**" in brief.tekst


def test_letter_agenda_and_notas_in_one_file_are_told_apart(tmp_path: Path) -> None:
    def tabel(document: Document) -> None:
        _tabel(document, [("Nr.", "Onderwerp", "Advies"), ("1.", "Opening", ""), ("2.", "Kade", "Ter besluitvorming")])

    lezing = _lees(tmp_path, _brief, _agendakop, tabel, _nota_zonder_stijlen, _nota_zonder_stijlen)
    assert lezing.uitnodiging is not None
    assert platte_tekst(lezing.uitnodiging.tekst).endswith("030 123 45 67.")
    assert [punt.titel for punt in _agenda(lezing).punten] == ["Opening", "Kade"]
    assert [nota.onderwerp for nota in lezing.notas] == ["Herstel van de kade"] * 2
    assert lezing.notas[0].bijlagen == ("Tekening van de kade", "Brief van de buren")


def test_a_table_with_the_columns_of_an_agenda_inside_a_nota_is_no_agenda(tmp_path: Path) -> None:
    def tabel(document: Document) -> None:
        _tabel(document, [("Nr.", "Onderwerp", "Advies"), ("1.", "Riet", "Maaien")])

    lezing = _lees(tmp_path, _nota_zonder_stijlen, tabel)
    assert lezing.agenda is None
    assert len(lezing.notas) == 1


def test_a_report_holds_no_papers_of_a_board(tmp_path: Path) -> None:
    def schrijf(document: Document) -> None:
        document.add_heading("Jaarverslag oevers", 0)
        for kop in ("Inleiding", "Wat wij deden", "Cijfers"):
            document.add_heading(kop, 1)
            document.add_paragraph("Het water stond hoog.")
        _tabel(document, [("Onderwerp", "Bedrag"), ("Kade", "€ 3")])

    assert _lees(tmp_path, schrijf) == Lezing()


BROKKEN = (
    "Adviesnota", "Informatienota", "Onderwerp", "Voorstel", "Argumenten", "Kanttekening", "Bijlagen", "Besluit",
    "Agenda Stuurgroep", "Geachte leden,", "Graag nodig ik u uit.", "Hoogachtend,", "1. punt", "a. punt", "- punt",
    "1.1 reden", "1.1", "Datum: 11 maart 2026", "Openbaar", "Ja", "Agendapunt", "NR.", "ONDERWERP", "VOORSTEL/ADVIES",
    "1.", "2a", "Ter besluitvorming", "Ter informatie en", "Toelichting door", "(bijgevoegd)", "(", "Aan", "",
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    delen=st.lists(
        st.one_of(
            st.tuples(
                st.sampled_from(("Normal", "Title", "Heading 1", "Heading 3", "List Number")), st.sampled_from(BROKKEN)
            ),
            st.lists(st.lists(st.sampled_from(BROKKEN), min_size=3, max_size=3), min_size=1, max_size=3),
        ),
        max_size=8,
    )
)
def test_the_words_of_the_field_in_any_disorder_are_read_without_a_fault(
    delen: list[tuple[str, str] | list[list[str]]],
) -> None:
    def schrijf(document: Document) -> None:
        for deel in delen:
            if isinstance(deel, tuple):
                document.add_paragraph(deel[1], style=deel[0])
            else:
                _tabel(document, deel)

    with TemporaryDirectory() as map_:
        assert isinstance(_lees(Path(map_), schrijf), Lezing)


def _agenda_van_een_waterschap(document: Document) -> None:
    for regel in ("Vergaderlijst van het dagelijks bestuur Oeverland", "Wanneer: 17 september 2026", "Waar: De Kolk"):
        document.add_paragraph(regel)
    _tabel(
        document,
        [
            ("Punt", "Tijd", "Agendapunt", "Aard", "Portefeuillehouder"),
            ("1", "13.00", "Opening", "Vaststellend", ""),
            ("2", "13.10", "Herstel van de noorderkade", "Besluitvormend", "Joris Polder"),
            ("3", "13.40", "Rondvraag en einde", "", ""),
        ],
    )


def _nota_van_een_waterschap(document: Document) -> None:
    _vet(document, "Bestuursvoorstel")
    velden = [("Openbaarheid", "Ja"), ("Zaak", "2026-001200"), ("Bestemd voor", "dagelijks bestuur Oeverland")]
    _tabel(document, [*velden, ("Punt", "2"), ("Over", "Herstel van de noorderkade")])
    for kop, tekst in (
        ("Gevraagde beslissing", "De kade te herstellen."),
        ("Aanleiding", "De kade zakt."),
        ("Geld", "Er is genoeg."),
        ("Hoe verder", "In mei."),
    ):
        _vet(document, kop)
        document.add_paragraph(tekst)


def test_a_word_file_in_another_house_style_is_read_by_its_layout(tmp_path: Path) -> None:
    agenda = _lees(tmp_path, _agenda_van_een_waterschap).agenda
    assert agenda is not None
    assert (agenda.datum, agenda.plaats) == (date(2026, 9, 17), "De Kolk")
    assert [(str(punt.nummer), punt.titel, punt.behandeling) for punt in agenda.punten][1] == (
        "2",
        "Herstel van de noorderkade",
        frozenset({Behandeling.BESLUITVORMING}),
    )
    (nota,) = _lees(tmp_path, _nota_van_een_waterschap).notas
    assert (nota.registratienummer, nota.gremium, str(nota.agendapunt), nota.onderwerp) == (
        "2026-001200",
        "dagelijks bestuur Oeverland",
        "2",
        "Herstel van de noorderkade",
    )
    assert [sectie.kop for sectie in nota.secties] == [
        "Gevraagde beslissing",
        "Aanleiding",
        "Geld",
        "Hoe verder",
    ]
    assert [platte_tekst(punt.tekst) for punt in nota.voorstel] == ["De kade te herstellen."]
