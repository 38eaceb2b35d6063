"""A text is read in each form in which programs keep it; other bytes are no text."""

import pytest

from tk_desktop.intake.tekstvorm import GeenTekst, tekst_van

TEKST = "Agenda\nRené Kuipers; € 1.000 – “cliënt”\n"


@pytest.mark.parametrize("vorm", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("einde", ["\n", "\r\n", "\r"])
def test_a_text_is_the_same_in_each_form_that_programs_write(vorm: str, einde: str) -> None:
    assert tekst_van(TEKST.replace("\n", einde).encode(vorm)) == TEKST


@pytest.mark.parametrize(
    "gegevens", [bytes(range(256)), TEKST.encode("utf-16-le"), b"\xff\xfea", "één".encode("cp1252") + b"\x02", b"a\0b"]
)
def test_what_is_no_text_is_told(gegevens: bytes) -> None:
    with pytest.raises(GeenTekst):
        tekst_van(gegevens)
