"""A verslag in a received text is read row by row, whatever stands in the middle of it."""

from datetime import date, time

import pytest

from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.domain.geheimhouding import Geheimstap
from tk_desktop.domain.nummer import Nummer
from tk_desktop.intake.lezing import GelezenVerslag, GelezenVerslagrij
from tk_desktop.intake.tekst import lees_tekst
from tk_desktop.intake.verslaggegevens import verslag_gegevens

TEKST = """\
 NR. ONDERWERP VOORSTEL/ADVIES BESLISSING ACTIE DOOR\x20

1. 13.15 uur\x20
Opening en vaststelling agenda\x20
\x20
Kennismaking met Coen Ruis,\x20
directeur van de waterkering\x20

\x20
\x20

De voorzitter opent de vergadering en meldt dat Wim Tol zich heeft afgemeld.\x20
\x20
Coen Ruis vertelt hoe hij met de leden van de commissie wil samenwerken aan\x20

DATUM Woensdag 10 december 2025 PLAATS Kadehuis te Veenhoek, kamer 3 TIJD 13.15 – 14.45 uur\x20
VOORZITTER Guus Meerdink SECRETARIS   Femke Aalders\x20
AANWEZIG Guus Meerdink (voorzitter; Veenhoek), Roos van Dalen (Oostwaard; t/m punt 2), Coen Ruis (directeur bij punt\x20

1), Femke Aalders (secretaris; DPG)\x20
\x20

AFWEZIG Wim Tol (Kadijk)\x20
 sterke kaden. De commissie stemt in met het besloten deel na de opening.\x20

1A. Besloten zitting inzake de sluis Ter bespreking en\x20
besluitvorming\x20

De commissie stemt in met een bijdrage aan de aannemer. Ook gaat zij akkoord\x20
met opheffing van de geheimhouding die is opgelegd op 24 september\x20
en 29 oktober 2025.\x20

\x20

2. Adviesnota ‘Veilige oevers’\x20
\x20

Ter besluitvorming\x20
\x20
1. De oever te herstellen.\x20
2.De kosten te dragen.\x20
\x20

De voorzitter legt het voorstel voor.\x20
Het vraagstuk wordt geagendeerd voor de vergadering van 11 maart. De leden\x20
willen weten wat het kost. De directeur zoekt dat uit voor 1 februari en laat\x20
het weten. Daarna spreekt men over de bomen.\x20

\x20
\x20
WK/directie\x20
 Roos van Dalen meldt dat de brug open is.\x20
\x20
BC-besluit:\x20
Conform advies\x20
\x20
Roos van Dalen (Oostwaard) verlaat de vergadering.\x20
"""


@pytest.fixture(scope="module")
def verslag() -> GelezenVerslag:
    (gelezen,) = lees_tekst(TEKST).verslagen
    return gelezen


def _rij(verslag: GelezenVerslag, nummer: str) -> GelezenVerslagrij:
    return next(rij for rij in verslag.rijen if str(rij.nummer) == nummer)


def test_the_head_is_found_in_the_middle_of_a_row(verslag: GelezenVerslag) -> None:
    assert (verslag.datum, verslag.begin, verslag.einde) == (date(2025, 12, 10), time(13, 15), time(14, 45))
    assert (verslag.plaats, verslag.voorzitter) == ("Kadehuis te Veenhoek, kamer 3", "Guus Meerdink")
    assert [wie.naam for wie in verslag.aanwezig] == ["Guus Meerdink", "Roos van Dalen", "Coen Ruis", "Femke Aalders"]
    assert [wie.naam for wie in verslag.afwezig] == ["Wim Tol"]
    assert verslag.aanwezig[2].van_punt == verslag.aanwezig[2].tot_punt == Nummer(1)


def test_a_row_goes_on_after_the_head_as_if_it_were_not_there(verslag: GelezenVerslag) -> None:
    rij = _rij(verslag, "1")
    assert (rij.onderwerp, rij.toelichting) == (
        "Opening en vaststelling agenda",
        "Kennismaking met Coen Ruis, directeur van de waterkering",
    )
    assert "samenwerken aan sterke kaden." in rij.beslissing
    assert "AANWEZIG" not in rij.beslissing


def test_a_besluit_with_a_label_is_one_and_one_without_is_asked(verslag: GelezenVerslag) -> None:
    besluit = _rij(verslag, "2").besluit
    assert besluit is not None
    assert (besluit.uitkomst, besluit.tekst) == (Uitkomst.CONFORM, "Conform advies")
    assert "BC-besluit" not in _rij(verslag, "2").besproken
    assert _rij(verslag, "1").instemming == ("De commissie stemt in met het besloten deel na de opening.",)
    agenda = _rij(verslag, "1").besluit
    assert agenda is not None, "the subject says that something is adopted"
    assert (agenda.uitkomst, agenda.tekst) == (Uitkomst.VASTGESTELD, _rij(verslag, "1").instemming[0])
    assert any("Hier lijkt iets besloten" in twijfel.wat for twijfel in lees_tekst(TEKST).twijfels)


def test_a_proposal_has_its_points_also_without_a_space_behind_the_number(verslag: GelezenVerslag) -> None:
    rij = _rij(verslag, "2")
    assert rij.behandeling == {Behandeling.BESLUITVORMING}
    assert [punt.tekst for punt in rij.voorstel] == ["De oever te herstellen.", "De kosten te dragen."]


def test_an_action_is_the_sentence_beside_its_actor_with_its_day(verslag: GelezenVerslag) -> None:
    actie, belofte = _rij(verslag, "2").acties
    assert (actie.door, actie.voor) == ("WK/directie", date(2026, 2, 1))
    assert actie.tekst == "De directeur zoekt dat uit voor 1 februari en laat het weten."
    assert (belofte.toezegging, belofte.voor) == (True, date(2026, 3, 11))


def test_secrecy_that_is_lifted_tells_when_it_was_imposed(verslag: GelezenVerslag) -> None:
    assert [(stap.stap, stap.datum, str(stap.nummer)) for stap in verslag.geheimhouding] == [
        (Geheimstap.OPGELEGD, date(2025, 9, 24), "1A"),
        (Geheimstap.OPGELEGD, date(2025, 10, 29), "1A"),
        (Geheimstap.OPGEHEVEN, date(2025, 12, 10), "1A"),
    ]


def test_a_text_without_the_heading_row_holds_no_verslag() -> None:
    assert lees_tekst(TEKST.split("\n", 1)[1]).verslagen == ()


def test_a_verslag_without_a_date_says_so() -> None:
    zonder = TEKST.replace("Woensdag 10 december 2025", "onbekend")
    gelezen = lees_tekst(zonder)
    assert gelezen.verslagen[0].datum is None
    assert any("datum van de vergadering is niet gevonden" in twijfel.wat for twijfel in gelezen.twijfels)


def test_another_program_gets_the_rows_and_the_names(verslag: GelezenVerslag) -> None:
    gegevens = verslag_gegevens(verslag)
    rijen = gegevens["rijen"]
    assert isinstance(rijen, list)
    assert [(rij["nr"], rij["actie_door"], rij["besluit"]) for rij in rijen][2] == (
        "2",
        "WK/directie",
        "Conform advies",
    )
    assert len(gegevens["aanwezig"]) == 4  # type: ignore[arg-type]
    assert gegevens["datum"] == "2025-12-10"
