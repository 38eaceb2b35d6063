"""Agendas and verslagen in a PDF without a table: numbered by hand, read as in Word, and asked about."""

from datetime import date, time
from pathlib import Path

import docx
import pytest

from tests.intake.pakbouwers import NOTA, een_pak
from tk_desktop.domain.agenda import Behandeling
from tk_desktop.intake.pak import lees_pak
from tk_desktop.intake.pakvoorstel import Deelsoort
from tk_desktop.intake.word import lees_word_stuk

AGENDA = (
    "AGENDA", "Algemeen bestuur Vlonderdijk", "",
    "Datum: donderdag 1 oktober 2026", "Tijd: 09.30 - 11.30 uur", "Locatie: Sluiskamer",
    "Voorzitter: Roos van Dalen", "",
    "1. Opening", "", "2. Verslag van 2 juli 2026 (bijgevoegd)", "",
    "3. Ingekomen stukken", "a. Brief van de vissers (bijgevoegd)", "b. Dankwoord van de buren", "",
    "4. Ter besluitvorming: Herstel van de kade", "De kade zakt sinds het voorjaar.", "",
    "5. Rondvraag en sluiting", "", "1/3",
)  # fmt: skip
PUNTEN = [
    ("1", "Opening"),
    ("2", "Verslag van 2 juli 2026"),
    ("3", "Ingekomen stukken"),
    ("3a", "Brief van de vissers"),
    ("3b", "Dankwoord van de buren"),
    ("4", "Herstel van de kade"),
    ("5", "Rondvraag en sluiting"),
]
VERSLAG = (
    "VERSLAG", "van de vergadering van het algemeen bestuur Vlonderdijk", "gehouden op donderdag 2 juli 2026", "",
    "Aanwezig: Roos van Dalen (voorzitter), Siem Hoek (secretaris)", "Afwezig: Wim Tol", "",
    "1. Opening", "De voorzitter opent de vergadering.", "",
    "2. Steigers", "De steigers zijn nat.", "Besluit: de steigers te vernieuwen.",
    "Actie: Siem Hoek belt de aannemer.", "",
    "3. Sluiting", "De voorzitter sluit om 10.15 uur.", "", "2/3",
)  # fmt: skip
BRIEF = (
    "Visserijvereniging De Snoek",
    "",
    "Aan het bestuur",
    "",
    "Onderwerp: steigers",
    "1. Ze zijn nat.",
    "2. En glad.",
)


def test_an_agenda_without_a_table_is_read_and_asked_about(tmp_path: Path) -> None:
    voorstel = lees_pak(een_pak(tmp_path / "pak.pdf", [AGENDA, VERSLAG, BRIEF]))
    agenda = voorstel.lezing.agenda
    assert agenda is not None
    assert (agenda.gremium, agenda.datum, agenda.begin, agenda.plaats, agenda.voorzitter) == (
        "Algemeen bestuur Vlonderdijk", date(2026, 10, 1), time(9, 30), "Sluiskamer", "Roos van Dalen",
    )  # fmt: skip
    assert [(str(punt.nummer), punt.titel) for punt in agenda.punten] == PUNTEN
    assert agenda.punten[5].behandeling == {Behandeling.BESLUITVORMING}
    assert agenda.punten[5].toelichting == "De kade zakt sinds het voorjaar."
    (vraag,) = (veld for veld in voorstel.velden if "geen tabel" in veld.twijfel and veld.over == "agenda")
    assert "Klopt dat?" in vraag.twijfel
    kade = next(veld for veld in voorstel.velden if veld.id == "punt.4")
    assert kade.plek is not None
    assert kade.plek.pagina == 1


def test_a_verslag_without_a_table_ends_with_its_last_item(tmp_path: Path) -> None:
    voorstel = lees_pak(een_pak(tmp_path / "pak.pdf", [AGENDA, VERSLAG, BRIEF]))
    (verslag,) = voorstel.lezing.verslagen
    assert (verslag.datum, [wie.naam for wie in verslag.aanwezig]) == (
        date(2026, 7, 2),
        ["Roos van Dalen", "Siem Hoek"],
    )
    assert [rij.onderwerp for rij in verslag.rijen] == ["Opening", "Steigers", "Sluiting"]
    assert [len(rij.besluiten) for rij in verslag.rijen] == [0, 1, 0]
    assert [actie.tekst for actie in verslag.rijen[1].acties] == ["Siem Hoek belt de aannemer"]
    (vraag,) = (veld for veld in voorstel.velden if veld.naam == "Blad 2, verslag")
    assert "geen tabel" in vraag.twijfel
    assert "2/3" not in verslag.rijen[-1].besproken
    assert [(deel.soort, deel.van, deel.tot) for deel in voorstel.delen] == [
        (Deelsoort.AGENDA, 1, 1),
        (Deelsoort.VERSLAG, 2, 2),
        (Deelsoort.STUK, 3, 3),
    ]


@pytest.mark.parametrize(
    "bladen",
    [
        [BRIEF, NOTA, AGENDA],
        [BRIEF, BRIEF, AGENDA],
        [[regel for regel in AGENDA if "2026" not in regel]],
        [["Agenda van de toekomst 1 mei 2026", "", "1. Water", "2. Wind"]],
    ],
)  # fmt: skip
def test_a_list_that_is_no_agenda_of_this_pack_becomes_none(tmp_path: Path, bladen: list[tuple[str, ...]]) -> None:
    assert lees_pak(een_pak(tmp_path / "pak.pdf", bladen)).lezing.agenda is None


def test_letters_under_an_item_are_its_items_in_word_too(tmp_path: Path) -> None:
    document = docx.Document()
    for regel in AGENDA:
        document.add_paragraph(regel)
    document.save(str(tmp_path / "agenda.docx"))
    agenda = lees_word_stuk(tmp_path / "agenda.docx").agenda
    assert agenda is not None
    assert [str(punt.nummer) for punt in agenda.punten] == ["1", "2", "3", "3a", "3b", "4", "5"]
