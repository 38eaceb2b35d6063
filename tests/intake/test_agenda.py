"""The reader of an agenda, on invented agendas in the layout of the house and variations on it."""

from datetime import date, time

import pytest

from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.stuk import Soort
from tk_desktop.domain.voorstel import Merk
from tk_desktop.intake.lezing import GelezenAgenda, GelezenPunt
from tk_desktop.intake.tekst import lees_tekst

KOP = """Agenda dagelijks bestuur Waterkant

NR. ONDERWERP VOORSTEL/ADVIES

"""
BLOK = """DATUM Donderdag 12 maart 2026 PLAATS Kamer 4 van het

Kadehuis

TIJDSTIP 14.00 – 15.45 uur
VOORZITTER Roos van Dalen SECRETARIS Siem Hoek
AANWEZIG
AFWEZIG
"""


def agenda(tabel: str, blok: str = BLOK) -> GelezenAgenda:
    gelezen = lees_tekst(KOP + tabel + "\n" + blok).agenda
    assert gelezen is not None
    return gelezen


def punt(tabel: str, nummer: str) -> GelezenPunt:
    return next(punt for punt in agenda(tabel).punten if str(punt.nummer) == nummer)


def nummers(tabel: str) -> list[str]:
    return [str(punt.nummer) for punt in agenda(tabel).punten]


def vragen(tabel: str, nummer: str) -> list[str]:
    lezing = lees_tekst(KOP + tabel + "\n" + BLOK)
    return [twijfel.wat for twijfel in lezing.twijfels if f"agendapunt {nummer}" in twijfel.waar]


def test_the_header_block_gives_day_place_hours_and_officers() -> None:
    gelezen = agenda("1. 14.00 uur\nOpening\n")
    assert gelezen.gremium == "dagelijks bestuur Waterkant"
    assert (gelezen.datum, gelezen.begin, gelezen.einde) == (date(2026, 3, 12), time(14, 0), time(15, 45))
    assert gelezen.plaats == "Kamer 4 van het Kadehuis"
    assert (gelezen.voorzitter, gelezen.secretaris) == ("Roos van Dalen", "Siem Hoek")
    assert not gelezen.nieuw_tijdstip


@pytest.mark.parametrize("tijd", ["Let op: nieuw tijdstip: 14.00 – 15.45 uur", "gewijzigde tijd 14:00 - 15:45 uur"])
def test_a_changed_hour_is_noticed(tijd: str) -> None:
    gelezen = agenda("1. 14.00 uur\nOpening\n", BLOK.replace("14.00 – 15.45 uur", tijd))
    assert gelezen.nieuw_tijdstip
    assert (gelezen.begin, gelezen.einde) == (time(14, 0), time(15, 45))


def test_the_header_block_may_stand_above_the_table_one_label_a_line() -> None:
    tekst = """Agenda van het algemeen bestuur Waterkant
Datum: 2-4-2026
Plaats: De Sluis
Tijdstip: 9:30 uur
Voorzitter: Roos van Dalen
Secretaris: Siem Hoek

NR. ONDERWERP VOORSTEL/ADVIES

1. 9:30 uur
Opening

2. Rondvraag en sluiting
"""
    gelezen = lees_tekst(tekst).agenda
    assert gelezen is not None
    assert gelezen.gremium == "algemeen bestuur Waterkant"
    assert (gelezen.datum, gelezen.begin, gelezen.einde) == (date(2026, 4, 2), time(9, 30), None)
    assert (gelezen.plaats, gelezen.secretaris) == ("De Sluis", "Siem Hoek")
    assert [punt.titel for punt in gelezen.punten] == ["Opening", "Rondvraag en sluiting"]


def test_an_agenda_without_header_block_is_read_and_says_what_is_missing() -> None:
    lezing = lees_tekst(KOP + "1. 14.00 uur\nOpening\n")
    assert lezing.agenda is not None
    assert lezing.agenda.datum is None
    assert any("datum" in twijfel.wat and "regel 1" in twijfel.waar for twijfel in lezing.twijfels)


@pytest.mark.parametrize(
    ("regels", "titel", "tijd"),
    [
        ("2. 14.05 uur\nVeerdienst", "Veerdienst", time(14, 5)),
        ("2. 14:05 Veerdienst", "Veerdienst", time(14, 5)),
        ("2. 14.05 – 14.20 uur\nVeerdienst", "Veerdienst", time(14, 5)),
        ("2 14.05 uur Veerdienst", "Veerdienst", time(14, 5)),
        ("2.\n\nVeerdienst", "Veerdienst", None),
        ("2. Veerdienst 14.05 uur", "Veerdienst", time(14, 5)),
        ("2. Veerdienst en\nsteigers:", "Veerdienst en steigers", None),
        ("2. Veerdienst 2026", "Veerdienst 2026", None),
    ],
)
def test_number_time_and_title_are_told_apart_in_every_form(regels: str, titel: str, tijd: time | None) -> None:
    gelezen = punt(f"1. 14.00 uur\nOpening\n\n{regels}\n\n3. 14.30 uur\nSluiting\n", "2")
    assert (gelezen.titel, gelezen.tijd) == (titel, tijd)


def test_an_agenda_without_times_keeps_its_items() -> None:
    tabel = "".join(f"{nr}. Onderwerp nummer {nr}\n\nTer bespreking\n\n" for nr in range(1, 8))
    assert nummers(tabel) == [str(nr) for nr in range(1, 8)]


def test_twelve_sub_items_get_the_letters_a_to_l() -> None:
    letters = "abcdefghijkl"
    subs = "".join(f"{letter}. Brief van gemeente {letter.upper()}dorp (bijgevoegd)\n" for letter in letters)
    tabel = f"1. 14.00 uur\nIngekomen stukken:\n\n{subs}\nTer kennisname\n\n2. Rondvraag\n"
    assert nummers(tabel) == ["1", *(f"1{letter}" for letter in letters), "2"]
    assert punt(tabel, "1").behandeling == {Behandeling.KENNISNAME}
    assert punt(tabel, "1l").behandeling == frozenset()
    assert punt(tabel, "1l").stukken[0].soort is Soort.BRIEF


@pytest.mark.parametrize(
    "titel",
    [
        "Besloten: Koop van de werf",
        "Besloten zitting inzake de werf",
        "Koop van de werf (besloten)",
        "Koop van de werf (vertrouwelijk)",
        "Koop van de werf (in besloten zitting)",
    ],
)
def test_a_besloten_item_is_known_in_every_form(titel: str) -> None:
    gelezen = punt(f"1. 14.00 uur\nOpening\n\n1A. {titel}\n\nTer bespreking\n\n2. Rondvraag\n", "1A")
    assert gelezen.besloten
    assert gelezen.nummer == Nummer(1, "A")


@pytest.mark.parametrize("titel", ["Beslotenheid van vergaderingen", "Openbaar vervoer", "Het besluit van 3 mei"])
def test_an_open_item_is_not_besloten(titel: str) -> None:
    assert not punt(f"1. {titel}\n\nTer bespreking\n\n2. Rondvraag\n", "1").besloten


def test_a_way_of_treatment_on_the_line_of_the_title_goes_to_its_own_column() -> None:
    tabel = "1. Opening\n\n1A. Besloten zitting inzake de werf Ter bespreking en\nbesluitvorming\n\n2. Rondvraag\n"
    gelezen = punt(tabel, "1A")
    assert gelezen.titel == "Besloten zitting inzake de werf"
    assert gelezen.behandeling == {Behandeling.BESPREKING, Behandeling.BESLUITVORMING}


def test_an_oral_item_has_no_paper() -> None:
    gelezen = punt("1. 14.00 uur\nStand van de dijken (mondeling)\n\nTer informatie\n", "1")
    assert gelezen.mondeling
    assert gelezen.stukken == ()
    assert gelezen.titel == "Stand van de dijken (mondeling)"


@pytest.mark.parametrize(
    ("woorden", "verwacht"),
    [
        ("Ter  informatie  en bespre king .", {Behandeling.INFORMATIE, Behandeling.BESPREKING}),
        ("TER VASTSTELLING EN KENNISNAME", {Behandeling.VASTSTELLING, Behandeling.KENNISNAME}),
        ("ter opinievorming", {Behandeling.OPINIEVORMING}),
        ("Ter bespreking en\n\nbesluitvorming", {Behandeling.BESPREKING, Behandeling.BESLUITVORMING}),
    ],
)
def test_the_way_of_treatment_is_read_through_stray_spaces(woorden: str, verwacht: set[Behandeling]) -> None:
    assert punt(f"1. 14.00 uur\nVeerdienst\n\n{woorden}\n\n2. Rondvraag\n", "1").behandeling == verwacht


def test_each_sub_item_can_have_its_own_way_of_treatment() -> None:
    twee = "1. Verslagen:\n\na. DB 1.2.2026\nb. AO 8.2.2026\n"
    met_letters = twee + "\na. Ter vaststelling\nb. Ter kennisname\n\n2. Slot\n"
    om_en_om = "1. Verslagen:\n\na. DB 1.2.2026\nTer vaststelling\n\nb. AO 8.2.2026\nTer kennisname\n\n2. Slot\n"
    samen = twee + "c. DB 15.2.2026\n\na en b: ter vaststelling\nc. Ter kennisname\n"
    for tabel in (met_letters, om_en_om):
        assert punt(tabel, "1a").behandeling == {Behandeling.VASTSTELLING}
        assert punt(tabel, "1b").behandeling == {Behandeling.KENNISNAME}
    assert punt(samen, "1b").behandeling == {Behandeling.VASTSTELLING}
    assert punt(samen, "1c").behandeling == {Behandeling.KENNISNAME}


def test_a_proposal_named_after_its_sub_item_belongs_to_it() -> None:
    tabel = """1. 14.00 uur
Bruggen en sluizen

a. Adviesnota ‘Brugwachters’
(adviesnota met bijlagen 1 en 2 bijgevoegd)

b. Adviesnota ‘Sluisgelden’
(adviesnota bijgevoegd)

Ter besluitvorming

1a
- Acht brugwachters aan te stellen;
- De dienst op
zondag te verruimen.

1b
1. Het sluisgeld te verdelen, te weten:
a. € 4.000 voor de kleine sluis;
b. € 9.000 voor de grote sluis.
NR. ONDERWERP VOORSTEL/ADVIES
2. De rest te sparen.

2. 14.30 uur
Rondvraag
"""
    assert nummers(tabel) == ["1", "1a", "1b", "2"]
    eerste, tweede = punt(tabel, "1a"), punt(tabel, "1b")
    assert eerste.behandeling == tweede.behandeling == {Behandeling.BESLUITVORMING}
    assert [deel.tekst for deel in eerste.voorstel] == [
        "Acht brugwachters aan te stellen;",
        "De dienst op zondag te verruimen.",
    ]
    assert [len(deel.onder) for deel in tweede.voorstel] == [2, 0]
    assert [deel.merk for deel in tweede.voorstel[0].onder] == [Merk.LETTER, Merk.LETTER]
    assert tweede.voorstel[1].tekst == "De rest te sparen."


def test_the_numbers_of_a_proposal_are_not_taken_for_items() -> None:
    tabel = """1. 14.00 uur
Opening

2. 14.05 uur
Adviesnota ‘Waterpeil’ (adviesnota bijgevoegd)

Ter besluitvorming

1. Het peil vast te stellen;
2. De boeren te berichten;
3. Het besluit in juni te herzien.

3. 14.30 uur
Rondvraag
"""
    assert nummers(tabel) == ["1", "2", "3"]
    assert len(punt(tabel, "2").voorstel) == 3


def test_a_proposal_without_marks_is_kept_and_asked_about() -> None:
    tabel = "1. Adviesnota ‘Peil’\n\nTer besluitvorming\n\nHet peil voor de zomer\nvast te stellen.\n\n2. Rondvraag\n"
    assert [deel.tekst for deel in punt(tabel, "1").voorstel] == ["Het peil voor de zomer vast te stellen."]
    assert any("merken" in vraag for vraag in vragen(tabel, "1"))


def test_a_remark_under_the_treatment_stays_with_the_item() -> None:
    gelezen = punt("1. Thema’s\n\nTer bespreking\n\nThema’s 2026:\n3 juni en 4 november\n\n2. Rondvraag\n", "1")
    assert gelezen.toelichting == "Thema’s 2026: 3 juni en 4 november"
    assert gelezen.titel == "Thema’s"


def test_presenters_come_with_role_or_organisation() -> None:
    tabel = """1. 14.00 uur
Veerdienst

Toelichting d.m.v. presentatie Saar de Boer
(programmaleider veren) en Mo el Idrissi (Varen-
bond)

Ter informatie
"""
    assert punt(tabel, "1").inleiders == (("Saar de Boer", "programmaleider veren"), ("Mo el Idrissi", "Varenbond"))
    assert vragen(tabel, "1") == []


def test_a_role_without_brackets_is_asked_about() -> None:
    tabel = "1. Veerdienst\n\nToelichting door Saar de Boer en Mo el Idrissi\nHavenbedrijf\n\nTer informatie\n"
    assert punt(tabel, "1").inleiders == (("Saar de Boer", ""), ("Mo el Idrissi", "Havenbedrijf"))
    assert any("haakjes" in vraag for vraag in vragen(tabel, "1"))


def test_lost_digits_of_an_amount_are_told_once_for_each_point() -> None:
    kwijt = "\ufffd\ufffd" * 2
    tabel = f"1. Peil\n\nTer besluitvorming\n\n- Het budget van € {kwijt}- te verhogen;\n- Te wachten.\n\n2. Slot\n"
    gelezen = punt(tabel, "1")
    assert gelezen.voorstel[0].tekst == "Het budget van € ▯▯- te verhogen;"
    (vraag,) = vragen(tabel, "1")
    assert "2 tekens verloren in een bedrag" in vraag


def test_a_missing_number_is_told() -> None:
    tabel = "1. 14.00 uur\nOpening\n\n3. 14.30 uur\nRondvraag\n"
    assert nummers(tabel) == ["1", "3"]
    assert any("ontbreken" in vraag for vraag in vragen(tabel, "3"))


def test_nothing_behind_the_closing_item_is_taken_for_agenda() -> None:
    tabel = "1. Opening\n\n2. 15.00 uur\nRondvraag en sluiting\n\nProjectplan Steigers\n\n1. Aanleiding\n3. Planning\n"
    lezing = lees_tekst(KOP + tabel)
    assert lezing.agenda is not None
    assert [punt.titel for punt in lezing.agenda.punten] == ["Opening", "Rondvraag en sluiting"]


@pytest.mark.parametrize("titel", ["Tijdelijke sluiting", "Afsluiting Brugstraat", "Sluiting van de haven"])
def test_an_item_about_something_that_closes_does_not_close_the_agenda(titel: str) -> None:
    assert nummers(f"1. Opening\n\n2. {titel}\n\nTer bespreking\n\n3. Rondvraag\n") == ["1", "2", "3"]


def test_another_paper_on_a_new_page_ends_an_agenda_without_closing_item() -> None:
    tabel = "1. 14.00 uur\nOpening\n\n2. 14.10 uur\nPeil\n\nTer bespreking\n\n Projectplan Steigers\n\nVeel tekst.\n"
    lezing = lees_tekst(KOP + tabel)
    assert lezing.agenda is not None
    assert [punt.toelichting for punt in lezing.agenda.punten] == ["", ""]
    assert any("ander stuk" in twijfel.wat for twijfel in lezing.twijfels)


def test_rows_of_the_table_between_two_labels_stay_in_the_table() -> None:
    blok = "DATUM 12 maart 2026\nSECRETARIS Siem Hoek\n\n2. Peil\n\nTer bespreking\n\nAANWEZIG\n"
    gelezen = agenda("1. Opening\n\n", blok)
    assert gelezen.secretaris == "Siem Hoek"
    assert [punt.titel for punt in gelezen.punten] == ["Opening", "Peil"]


def test_an_unknown_way_of_treatment_is_asked_about() -> None:
    (vraag,) = vragen("1. Peil\n\nTer advisering\n\n2. Rondvraag\n", "1")
    assert "‘Ter advisering’" in vraag


def test_an_item_without_title_is_kept_and_asked_about() -> None:
    tabel = "1. 14.00 uur\n\nTer bespreking\n\n2. 14.30 uur\nRondvraag\n"
    assert nummers(tabel) == ["1", "2"]
    assert any("geen titel" in vraag for vraag in vragen(tabel, "1"))


def test_the_table_of_a_verslag_is_no_agenda() -> None:
    tekst = "NR. ONDERWERP VOORSTEL/ADVIES BESLISSING ACTIE DOOR\n\n1. 14.00 uur\nOpening\n\nDe voorzitter opent.\n"
    assert lees_tekst(tekst).agenda is None


STRAK = """Agenda Bestuur Waterkant
Datum Donderdag 12 maart 2026 Plaats Kamer 4
Tijdstip Let op: nieuw tijdstip: 14.00 – 15.45 uur
Voorzitter Roos van Dalen Secretaris Siem Hoek
Aanwezig
Afwezig
NR. ONDERWERP VOORSTEL/ADVIES
1.
14.00 uur
Opening en vaststelling agenda
2.
14.05 uur
Bruggen en
sluizen
Toelichting door Saar de Boer
(programmaleider) en Mo Kade (Varenbond)
Ter besluitvorming
2a Adviesnota ‘Brugwachters langs de
rivier’
(adviesnota met bijlagen 1 t/m 3
bijgevoegd)
Ter besluitvorming
• Acht brugwachters aan te
stellen;
• De dienst te verruimen.
2b Adviesnota ‘Sluisgelden’
(adviesnota bijgevoegd)
Ter besluitvorming
1. Het sluisgeld te verdelen:
a. klein;
b. groot.
NR. ONDERWERP VOORSTEL/ADVIES
2. De rest te sparen.
3.
14.30 uur
Ingekomen stukken en mededelingen Ter kennisname
3a Brief van de waterscouting
(brief bijgevoegd)
4. Verslagen Ter vaststelling
4a Bestuur 5 februari 2026
(bijgevoegd)
5.
15.45 uur
Rondvraag en sluiting
"""


def test_an_agenda_set_tight_with_a_row_for_each_sub_item_is_read_whole() -> None:
    gelezen = lees_tekst(STRAK).agenda
    assert gelezen is not None
    assert (gelezen.begin, gelezen.einde, gelezen.nieuw_tijdstip) == (time(14, 0), time(15, 45), True)
    assert (gelezen.datum, gelezen.plaats, gelezen.secretaris) == (date(2026, 3, 12), "Kamer 4", "Siem Hoek")
    bij_nummer = {str(punt.nummer): punt for punt in gelezen.punten}
    assert list(bij_nummer) == ["1", "2", "2a", "2b", "3", "3a", "4", "4a", "5"]
    assert [punt.tijd for punt in gelezen.punten if punt.tijd] == [
        time(14, 0),
        time(14, 5),
        time(14, 30),
        time(15, 45),
    ]
    assert bij_nummer["2"].titel == "Bruggen en sluizen"
    assert bij_nummer["2a"].behandeling == bij_nummer["2b"].behandeling == {Behandeling.BESLUITVORMING}
    assert [len(bij_nummer[nummer].voorstel) for nummer in ("2", "2a", "2b")] == [0, 2, 2]
    assert bij_nummer["3"].titel == "Ingekomen stukken en mededelingen"
    assert bij_nummer["3"].behandeling == {Behandeling.KENNISNAME}
    assert bij_nummer["4a"].stukken[0].soort is Soort.VERSLAG


@pytest.mark.parametrize(
    "titel", ["Waterkant 12 maart 2026", "Waterkant, donderdag 12 maart 2026", "Waterkant (12-03-2026)"]
)
def test_a_day_behind_the_title_is_of_the_meeting_and_no_name_of_the_body(titel: str) -> None:
    tekst = f"Agenda bestuurscommissie {titel}\n\nNR. ONDERWERP VOORSTEL/ADVIES\n\n1. 09.00 uur\nOpening\n"
    agenda = lees_tekst(tekst).agenda
    assert agenda is not None
    assert (agenda.gremium, agenda.datum) == ("bestuurscommissie Waterkant", date(2026, 3, 12))
