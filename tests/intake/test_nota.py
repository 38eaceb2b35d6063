"""The reader of nota's, on invented nota's in the forms of the house and variations on them."""

from datetime import date

import pytest

from tk_desktop.domain.nota import Aard, Sectiesoort, Vorm
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.opmaak import Lijst, Tussenkop, gewoon, lees, lees_stukjes
from tk_desktop.domain.voorstel import Merk
from tk_desktop.intake.lezing import GelezenNota
from tk_desktop.intake.tekst import lees_tekst

KOP = """ Advies  nota

Openbaar   Ja Registratienummer  2026-000417

Voorstel voor   DB Waterkant

Datum vergadering   12 maart 2026 Agendapunt  2a

Domein, behandelend ambtenaar, tel.
Saar de Boer, programmaleider veren, tel. 06-12345678

Onderwerp
Nieuwe steigers voor de veerdienst

"""
ROMP = """Voorstel

1. Acht steigers te bouwen, te weten:
a. drie langs de Noordkade;
b. vijf langs de Zuidkade.

2. De kosten te betalen uit de
reserve.

Inleiding
In het voorjaar van 2025 is met de gemeenten langs de rivier afgesproken dat de veerdienst vaker gaat
varen. De oude steigers zijn daar niet op gebouwd en moeten worden vervangen.

Beoogd effect
Reizigers stappen veilig in en uit.

Argumenten
1.1. De oude steigers zijn versleten

De keuring van november laat zien dat het hout is aangetast en dat de palen binnen enkele jaren bezwijken.

1.2 Met acht steigers kan de veerdienst in het hele gebied tussen de twee sluizen elk half uur varen en
blijft er ruimte over voor de waterscouting
Dat is in een proef van zes weken gebleken, waarin de schippers hun vaartijden hebben bijgehouden.

Kanttekening
2.1 De reserve raakt leeg
Een volgende wens kan pas in 2029 worden betaald.

Kosten, baten , dekk ing
Niet van toepassing.

Communicatie

Vervolg
De bouw begint in juni.

Bijlage(n)

1. Tekening van de steigers
2. Raming van de kosten per steiger met de
uitkomsten van de keuring

Besluit

"""


def nota(tekst: str) -> GelezenNota:
    (gelezen,) = lees_tekst(tekst).notas
    return gelezen


def koppen(tekst: str) -> list[str]:
    return [sectie.kop for sectie in nota(tekst).secties]


def tekst_van(gelezen: GelezenNota, soort: Sectiesoort) -> str:
    return next(sectie.tekst for sectie in gelezen.secties if sectie.soort is soort)


def vragen(tekst: str) -> list[str]:
    return [twijfel.wat for twijfel in lees_tekst(tekst).twijfels]


def test_the_header_gives_number_body_date_item_and_official() -> None:
    gelezen = nota(KOP + ROMP)
    assert gelezen.vorm is Vorm.ADVIESNOTA
    assert (gelezen.openbaar, gelezen.registratienummer) == (True, "2026-000417")
    assert (gelezen.gremium, gelezen.datum, gelezen.agendapunt) == (
        "DB Waterkant",
        date(2026, 3, 12),
        Nummer(2, "", "a"),
    )
    assert gelezen.behandelaars == (("Saar de Boer", "programmaleider veren", "06-12345678"),)
    assert gelezen.onderwerp == "Nieuwe steigers voor de veerdienst"
    assert vragen(KOP + ROMP) == []


def test_every_section_stands_in_order_with_the_heading_of_the_form() -> None:
    assert koppen(KOP + ROMP) == [
        "Voorstel",
        "Inleiding",
        "Beoogd effect",
        "Argumenten",
        "Kanttekening",
        "Kosten, baten, dekking",
        "Communicatie",
        "Vervolg",
        "Bijlage(n)",
        "Besluit",
    ]


def test_an_empty_section_stays_and_is_empty() -> None:
    assert tekst_van(nota(KOP + ROMP), Sectiesoort.COMMUNICATIE) == ""


def test_points_and_bijlagen_are_not_in_the_text_of_their_section() -> None:
    gelezen = nota(KOP + ROMP)
    assert [(punt.merk, len(punt.onder)) for punt in gelezen.voorstel] == [(Merk.CIJFER, 2), (Merk.CIJFER, 0)]
    assert gelezen.voorstel[1].tekst == "De kosten te betalen uit de reserve."
    assert gelezen.bijlagen == (
        "Tekening van de steigers",
        "Raming van de kosten per steiger met de uitkomsten van de keuring",
    )
    for soort in (Sectiesoort.VOORSTEL, Sectiesoort.ARGUMENTEN, Sectiesoort.KANTTEKENING, Sectiesoort.BIJLAGEN):
        assert tekst_van(gelezen, soort) == ""


def test_numbered_reasons_have_a_heading_that_may_wrap_and_a_text() -> None:
    eerste, tweede, tegen = nota(KOP + ROMP).argumenten
    assert (eerste.aard, eerste.nummer, eerste.kop) == (Aard.ARGUMENT, "1.1", "De oude steigers zijn versleten")
    assert eerste.tekst.startswith("De keuring")
    assert tweede.kop.endswith("elk half uur varen en blijft er ruimte over voor de waterscouting")
    assert tweede.tekst.startswith("Dat is in een proef")
    assert (tegen.aard, tegen.nummer, tegen.kop) == (Aard.KANTTEKENING, "2.1", "De reserve raakt leeg")


def test_signs_in_the_heading_of_a_reason_are_printed_as_they_stand() -> None:
    romp = ROMP.replace("De oude steigers zijn versleten", "De *oude* steigers [1] zijn **op** | versleten")
    kop = nota(KOP + romp).argumenten[0].kop
    assert lees_stukjes(kop) == gewoon("De *oude* steigers [1] zijn **op** | versleten")


def test_a_heading_that_cannot_be_told_from_its_text_is_asked_about() -> None:
    vaag = ROMP.replace(
        "1.1. De oude steigers zijn versleten\n\nDe keuring",
        "1.1. De oude steigers zijn in al die jaren zo versleten dat er iets moet gebeuren, zegt men\nDe keuring",
    )
    assert any("Loopt de kop hier goed af?" in vraag for vraag in vragen(KOP + vaag))


def test_a_reason_without_heading_of_its_own_gives_no_endless_heading() -> None:
    regel = "en zo gaat dit argument zonder kop maar door over alle regels van een lange alinea die nergens eindigt\n"
    lang = ROMP.replace("1.1. De oude steigers zijn versleten\n\n", "1.1 De steigers zijn oud\n" + regel * 8)
    eerste = nota(KOP + lang).argumenten[0]
    assert eerste.kop == "De steigers zijn oud"
    assert "zonder kop" in eerste.tekst


@pytest.mark.parametrize(
    ("zoals_het_er_staat", "kop"),
    [
        ("BEOOGD EFFECT", "Beoogd effect"),
        ("beoogd  ef fect :", "Beoogd effect"),
        ("Kanttekeningen", "Kanttekeningen"),
        ("Bijlagen", "Bijlage(n)"),
        ("Communicatie  (proces)", "Communicatie (proces)"),
        ("Kosten, baten en dekking", "Kosten, baten en dekking"),
    ],
)
def test_headings_are_known_through_stray_spaces_case_and_punctuation(zoals_het_er_staat: str, kop: str) -> None:
    tekst = KOP + f"Voorstel\n\n- Te bouwen.\n\nInleiding\nHet hout is op.\n\n{zoals_het_er_staat}\nNiets.\n\nBesluit\n"
    assert koppen(tekst) == ["Voorstel", "Inleiding", kop, "Besluit"]


def test_a_word_that_is_also_a_heading_stays_in_a_running_sentence() -> None:
    romp = ROMP.replace(
        "veerdienst vaker gaat\nvaren.", "veerdienst vaker gaat varen na een\ncommunicatie\nen zo meer."
    )
    assert koppen(KOP + romp).count("Communicatie") == 1
    assert "na een communicatie en zo meer." in tekst_van(nota(KOP + romp), Sectiesoort.INLEIDING)


def test_a_page_footer_falls_out_and_the_sentence_runs_on() -> None:
    romp = ROMP.replace(
        "de veerdienst vaker gaat\nvaren.",
        "de veerdienst vaker gaat\n\n\nAdvies nota DB Waterkant  Pagina 2 van 3\n\nvaren.",
    )
    inleiding = tekst_van(nota(KOP + romp), Sectiesoort.INLEIDING)
    assert "vaker gaat varen." in inleiding
    assert "Pagina" not in inleiding


def test_a_nota_that_lost_its_header_is_found_and_its_form_told_by_its_headings() -> None:
    tekst = " Onderwerp\nNieuwe steigers\n\n" + ROMP
    gelezen = nota(tekst)
    assert (gelezen.vorm, gelezen.agendapunt, gelezen.registratienummer) == (Vorm.ADVIESNOTA, None, "")
    assert gelezen.onderwerp == "Nieuwe steigers"
    assert any("agendapunt" in vraag for vraag in vragen(tekst))
    assert any("adviesnota" in vraag for vraag in vragen(tekst))


def test_an_opinierende_nota_is_known_by_its_headings() -> None:
    tekst = """Domein, behandelend ambtenaar, tel.
Water, Mo el Idrissi, adviseur, 053-1234567

Onderwerp
Varen in de winter

Inleiding
De rivier vriest zelden dicht.

Discussiepunt en
a. Wilt u dat de pont vaart?

Vervolgstappen
Niets.

Besluit
"""
    gelezen = nota(tekst)
    assert gelezen.vorm is Vorm.OPINIERENDE_NOTA
    assert (gelezen.domein, gelezen.behandelaars) == ("Water", (("Mo el Idrissi", "adviseur", "053-1234567"),))
    assert koppen(tekst) == ["Inleiding", "Discussiepunten", "Vervolgstappen", "Besluit"]


@pytest.mark.parametrize(
    ("kop", "secties", "vorm"),
    [
        ("Informatienota\n\nOpenbaar Ja\nVoorstel voor DB\n", "Doel :\nLezen.\n", Vorm.INFORMATIENOTA_DOEL),
        ("Informatienota\n\nOpenbaar Ja\nVoorstel voor DB\n", "Kennisnemen van\nHet peil.\n", Vorm.INFORMATIENOTA_KERN),
        ("Openbaar Nee\nInformatienota DB Waterkant\n", "Kennisnemen van\nHet peil.\n", Vorm.INFORMATIENOTA_KORT),
        ("Opinierende nota\n\nOpenbaar Ja\nVoorstel voor DB\n", "Inleiding\nHet peil.\n", Vorm.OPINIERENDE_NOTA),
    ],
)
def test_each_form_is_known_by_its_header(kop: str, secties: str, vorm: Vorm) -> None:
    tekst = f"{kop}Datum vergadering 12-3-2026 Agendapunt 4\n\nOnderwerp  Het peil\n\n{secties}\nInleiding\nHoog.\n"
    gelezen = nota(tekst)
    assert (gelezen.vorm, gelezen.onderwerp, gelezen.agendapunt) == (vorm, "Het peil", Nummer(4))
    assert gelezen.openbaar == (vorm is not Vorm.INFORMATIENOTA_KORT)


def test_a_free_heading_of_the_form_is_a_section_and_another_one_stays_small() -> None:
    tekst = """Informatienota

Voorstel voor DB Waterkant
Datum vergadering 12 maart 2026 Agendapunt 4
Onderwerp
Het peil

Doel
Weten hoe hoog het water staat.

Inleiding
Het water staat dit jaar hoger dan in de dertig jaar hiervoor en dat merken alle bewoners van de kade.

De oorzaak
Het heeft in de bergen langer gevroren dan anders en de dooi kwam met regen, zodat de rivier snel steeg.

Hoe nu verder?
Wij meten elke week.

Besluit
"""
    gelezen = nota(tekst)
    assert [(sectie.soort, sectie.kop) for sectie in gelezen.secties][2] == (Sectiesoort.VRIJ, "Hoe nu verder?")
    inleiding = lees(tekst_van(gelezen, Sectiesoort.INLEIDING))
    assert [isinstance(blok, Tussenkop) for blok in inleiding] == [False, True, False]


def test_a_filled_besluit_is_read_and_what_follows_is_another_paper() -> None:
    assert tekst_van(nota(KOP + ROMP.rstrip() + "\nConform advies.\n\nProjectplan\n"), Sectiesoort.BESLUIT) == (
        "Conform advies."
    )
    assert tekst_van(nota(KOP + ROMP + " Projectplan steigers\n\nInleiding\nEen plan.\n"), Sectiesoort.BESLUIT) == ""


def test_a_nota_without_besluit_ends_where_another_paper_opens_a_page() -> None:
    zonder = ROMP.split("Bijlage(n)", maxsplit=1)[0]
    tekst = KOP + zonder + " Jaarverslag van de schippers\n\nEr werd gevaren.\n"
    assert tekst_van(nota(tekst), Sectiesoort.VERVOLG) == "De bouw begint in juni."
    assert any("kop Besluit" in vraag for vraag in vragen(tekst))


def test_two_nota_s_in_one_text_are_two() -> None:
    eerste, tweede = lees_tekst(KOP + ROMP + KOP.replace("2a", "3") + ROMP).notas
    assert (str(eerste.agendapunt), str(tweede.agendapunt)) == ("2a", "3")
    assert eerste.regel_tot < tweede.regel
    assert eerste.secties == tweede.secties


@pytest.mark.parametrize("woorden", ["Niet van toepassing.", "Geen", "N.v.t."])
def test_a_nota_that_says_it_has_no_bijlagen_has_none(woorden: str) -> None:
    romp = ROMP.split("1. Tekening", maxsplit=1)[0] + f"{woorden}\n\nBesluit\n"
    gelezen = nota(KOP + romp)
    assert gelezen.bijlagen == ()
    assert tekst_van(gelezen, Sectiesoort.BIJLAGEN)


def test_bijlagen_without_numbers_are_one_a_line() -> None:
    romp = ROMP.split("1. Tekening", maxsplit=1)[0] + "Tekening van de steigers\nRaming\n\nBesluit\n"
    assert nota(KOP + romp).bijlagen == ("Tekening van de steigers", "Raming")


def test_a_proposal_without_marks_gives_a_point_for_each_paragraph() -> None:
    romp = "Voorstel\nDe steigers te bouwen.\n\nInleiding\nX.\n\nBesluit\n"
    (punt,) = nota(KOP + romp).voorstel
    assert punt.tekst == "De steigers te bouwen."
    assert any("merken" in vraag for vraag in vragen(KOP + romp))


def test_lists_in_a_section_are_lists() -> None:
    romp = (
        "Voorstel\n- Te bouwen.\n\nInleiding\nEr is nodig:\n\n- hout;\n • spijkers en\nschroeven;\n- tijd.\n\nBesluit\n"
    )
    _, lijst = lees(tekst_van(nota(KOP + romp), Sectiesoort.INLEIDING))
    assert isinstance(lijst, Lijst)
    assert len(lijst.punten) == 3


def test_lost_characters_are_told_with_their_line_and_field() -> None:
    romp = ROMP.replace("De reserve raakt leeg", "De reserve van € \ufffd\ufffd\ufffd\ufffd raakt leeg")
    (twijfel,) = lees_tekst(KOP + romp).twijfels
    nr = (KOP + romp).splitlines().index("2.1 De reserve van € \ufffd\ufffd\ufffd\ufffd raakt leeg") + 1
    assert twijfel.waar == f"regel {nr}, nota 2a, kanttekening 2.1"
    assert "2 tekens verloren in een bedrag" in twijfel.wat


def test_a_plan_with_headings_of_its_own_is_no_nota() -> None:
    tekst = "Projectplan steigers\n\nInleiding\nEen plan.\n\nCommunicatie\nVeel.\n\nVervolg\nMeer.\n"
    assert lees_tekst(tekst).notas == ()


def test_a_nota_set_tight_keeps_its_headings_and_a_label_that_wrapped() -> None:
    strak = "\n".join(regel for regel in (KOP + ROMP).splitlines() if regel.strip())
    strak = strak.replace("Domein, behandelend ambtenaar, tel.", "Domein, behandelend\nambtenaar, tel.")
    gelezen = nota(strak)
    assert [sectie.kop for sectie in gelezen.secties] == koppen(KOP + ROMP)
    assert gelezen.agendapunt == Nummer(2, "", "a")
    assert gelezen.behandelaars == (("Saar de Boer", "programmaleider veren", "06-12345678"),)
    assert gelezen.onderwerp == "Nieuwe steigers voor de veerdienst"
    assert len(gelezen.bijlagen) == 2


@pytest.mark.parametrize("punt", ["- Communicatie;", "• Vervolg", "2. Kanttekening"])
def test_an_item_of_a_list_is_no_heading(punt: str) -> None:
    romp = f"Voorstel\n- Te bouwen.\n\nInleiding\nEr is nodig:\n\n1. hout;\n{punt}\n\nBesluit\n"
    assert koppen(KOP + romp) == ["Voorstel", "Inleiding", "Besluit"]


def test_the_besluit_is_found_under_a_full_line_of_bijlagen() -> None:
    lang = "1. Tekening van de steigers langs de beide kaden van de rivier met alle maten en de gebruikte soorten hout"
    romp = ROMP.split("1. Tekening", maxsplit=1)[0] + f"{lang}\nBesluit\n"
    gelezen = nota(KOP + romp)
    assert gelezen.secties[-1].kop == "Besluit"
    assert gelezen.bijlagen == (lang.removeprefix("1. "),)
