"""An agenda in Word that names its day, time, place and body in plain lines."""

from datetime import date, time
from pathlib import Path

import docx
import pytest

from tk_desktop.intake.word import lees_word_stuk

RIJEN = (
    ("Nr", "Onderwerp", "Voorstel"),
    ("1", "Opening", ""),
    ("2", "Kades", "Ter besluitvorming"),
    ("3", "Einde", ""),
)


@pytest.mark.parametrize(
    ("regels", "plaats"),
    [
        (["Bestuurscommissie Waterkant", "Agenda", "Donderdag 12 maart 2026, 14.00 - 16.00 uur", "Kadehuis te Vecht"],
            "Kadehuis te Vecht"),
        (["Agenda", "Bestuurscommissie Waterkant", "12 maart 2026, 14.00 tot 16.00 uur in het Gemaal"], "Gemaal"),
        (["Agenda", "Bestuurscommissie Waterkant", "12 maart 2026, 14.00 - 16.00 uur, vergaderkamer 3"],
            "vergaderkamer 3"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("tabel", [True, False])
def test_day_time_place_and_body_without_labels_are_found_and_asked(
    tmp_path: Path, regels: list[str], plaats: str, *, tabel: bool
) -> None:
    document = docx.Document()
    for regel in regels:
        document.add_paragraph(regel)
    if tabel:
        raster = document.add_table(len(RIJEN), 3)
        for rij, cellen in zip(raster.rows, RIJEN, strict=True):
            for cel, tekst in zip(rij.cells, cellen, strict=True):
                cel.text = tekst
    else:
        for nummer, titel, _ in RIJEN[1:]:
            document.add_paragraph(f"{nummer}. {titel}")
    document.save(str(tmp_path / "agenda.docx"))
    lezing = lees_word_stuk(tmp_path / "agenda.docx")
    agenda = lezing.agenda
    assert agenda is not None
    assert (agenda.gremium, agenda.datum) == ("Bestuurscommissie Waterkant", date(2026, 3, 12))
    assert (agenda.begin, agenda.einde, agenda.plaats) == (time(14, 0), time(16, 0), plaats)
    assert [punt.titel for punt in agenda.punten] == ["Opening", "Kades", "Einde"]
    vragen = " ".join(een.wat for een in lezing.twijfels)
    assert "hebben geen etiket" in vragen
    assert "kopregel" not in vragen, "the table has one"
    assert "Niet gevonden" not in vragen


def test_what_has_a_label_is_not_looked_for_elsewhere(tmp_path: Path) -> None:
    document = docx.Document()
    for regel in ("Agenda", "Bestuurscommissie Waterkant", "Datum: 12 maart 2026", "Tijd: 14.00 uur", "Plaats: Gemaal"):
        document.add_paragraph(regel)
    for regel in ("Kom op 13 maart 2026 om 9.30 uur in de Kade", "1. Opening", "2. Kades", "3. Einde"):
        document.add_paragraph(regel)
    document.save(str(tmp_path / "agenda.docx"))
    agenda = lees_word_stuk(tmp_path / "agenda.docx").agenda
    assert agenda is not None
    assert (agenda.datum, agenda.begin, agenda.plaats) == (date(2026, 3, 12), time(14, 0), "Gemaal")
