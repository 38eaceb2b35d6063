"""The text of a message that is pasted is read as the message it was."""

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.intake.bericht import Bericht, lees_bericht
from tk_desktop.intake.berichtplak import bericht_van_tekst


def _lees(tekst: str, map_: Path) -> Bericht:
    (map_ / "b.eml").write_bytes(bericht_van_tekst(tekst))
    return lees_bericht(map_ / "b.eml", map_ / "uit")


def test_headers_above_the_text_tell_sender_day_and_subject(tmp_path: Path) -> None:
    tekst = (
        "Van: Renée van de Kölk <renee@waterkant.example>\nVerzonden: maandag 16 februari 2026 10:12\n"
        "Aan: Secretariaat\nOnderwerp: Vergadering 4 maart\n\nIk ben helaas verhinderd.\n\nRenée"
    )
    bericht = _lees(tekst, tmp_path)
    assert (bericht.van, bericht.adres) == ("Renée van de Kölk", "renee@waterkant.example")
    assert (bericht.dag, bericht.onderwerp) == (date(2026, 2, 16), "Vergadering 4 maart")
    assert bericht.tekst == "Ik ben helaas verhinderd.\n\nRenée"
    assert bericht.verhindering is not None
    assert bericht.verhindering.dagen == (date(2026, 3, 4),)


def test_a_text_alone_is_a_message_of_nobody(tmp_path: Path) -> None:
    bericht = _lees("Het plan: wij beginnen.\nDatum: morgen", tmp_path)
    assert (bericht.van, bericht.adres, bericht.dag, bericht.onderwerp) == ("", "", None, "Geplakt bericht")
    assert bericht.tekst == "Het plan: wij beginnen.\nDatum: morgen"


@given(st.text(max_size=300), st.text(max_size=40), st.text(max_size=40))
def test_any_text_becomes_a_message_that_is_read(
    tmp_path_factory: object, tekst: str, van: str, onderwerp: str
) -> None:
    map_ = Path(tmp_path_factory.mktemp("b"))  # type: ignore[attr-defined]
    _lees(f"Van: {van}\nOnderwerp: {onderwerp}\n\n{tekst}", map_)
    _lees(tekst, map_)
