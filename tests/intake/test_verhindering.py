"""Who writes that they cannot come is proposed as absent, with the sentence, the day and who comes instead."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.intake.berichttekst import eigen_tekst
from tk_desktop.intake.verhindering import Verhindering, lees_verhindering

GESTUURD = date(2026, 2, 16)
MAART, APRIL = date(2026, 3, 4), date(2026, 4, 8)


def _lees(tekst: str, onderwerp: str = "Vergadering") -> Verhindering | None:
    return lees_verhindering("Roos van Dalen", "roos@kadedorp.example", onderwerp, tekst, GESTUURD)


@pytest.mark.parametrize(
    ("tekst", "dagen", "vervanger"),
    [
        ("Helaas ben ik verhinderd voor de vergadering van 4 maart. Mijn plaatsvervanger is Joost Veerman.",
         (MAART,), "Joost Veerman"),
        ("Ik kan helaas niet bij de vergadering van 4 maart zijn. Joost Veerman zal mij vervangen.",
         (MAART,), "Joost Veerman"),
        ("Ik meld mij af voor woensdag 4-3-2026.\nIn mijn plaats komt mevrouw A. de Bruin.", (MAART,), "A. de Bruin"),
        ("Het lukt mij niet om 4 maart bij te wonen, Petra Sluis komt in mijn plaats.", (MAART,), "Petra Sluis"),
        ("Voor 4 maart moet ik mij afmelden. Ik word vervangen door de heer J. Veerman.", (MAART,), "J. Veerman"),
        ("Ik moet verstek laten gaan.", (), ""),
        ("Ik ben er 4 maart niet.", (MAART,), ""),
        ("Ik zal er op 8/4 niet bij zijn.", (APRIL,), ""),
        ("Ik ben op 4 maart afwezig wegens verlof.", (MAART,), ""),
        ("Ik ben verhinderd " + "op 4 maart " * 1800 + "en Joost Veerman vervangt mij.", (MAART,), "Joost Veerman"),
    ],
)  # fmt: skip
def test_who_cannot_come_is_read_with_day_and_substitute(tekst: str, dagen: tuple[date, ...], vervanger: str) -> None:
    gelezen = _lees(f"Geachte secretaris,\n\n{tekst}\n\nMet vriendelijke groet,\nRoos van Dalen\nWethouder")
    assert gelezen is not None
    assert (gelezen.dagen, gelezen.vervanger, gelezen.twijfels) == (dagen, vervanger, ())
    assert gelezen.zin in " ".join(tekst.split())


@pytest.mark.parametrize(
    "tekst",
    [
        "Bij verhindering ontvang ik graag bericht.",
        "Mocht u verhinderd zijn, laat het dan weten.",
        "Bent u verhinderd?",
        "Ik ben niet verhinderd en kom graag.",
        "Hierbij de stukken. De kaart kan niet via de mail, die volgt later.",
        "Ik ben er nog niet uit.",
        "Dat voorstel kan ik niet steunen.",
        "Ik kom.\n\nOp ma 16 feb 2026 om 10:00 schreef Joost <j@x.example>:\n> Ik ben verhinderd op 4 maart.",
        "Ik kom.\n\nVan: Joost\nVerzonden: maandag\nAan: Roos\nOnderwerp: x\n\nIk ben verhinderd op 4 maart.",
    ],
)
def test_who_does_not_say_so_is_not_absent(tekst: str) -> None:
    assert _lees(tekst) is None


def test_an_answer_of_a_program_is_no_absence() -> None:
    assert _lees("Ik ben afwezig tot 4 maart.", "Automatisch antwoord: Vergadering") is None


@pytest.mark.parametrize(
    ("tekst", "onderwerp", "twijfel"),
    [
        ("Lukt niet, sorry.", "Afmelding 4 maart", "Alleen het onderwerp"),
        ("Ik ben verhinderd op 4 maart en 8 april.", "Vergadering", "meer dagen"),
        ("Wethouder De Bruin kan 4 maart niet aanwezig zijn.", "Vergadering", "iemand anders"),
        ("Het eerste uur kan ik op 4 maart niet aanwezig zijn.", "Vergadering", "een deel"),
        ("Ik ben 4 maart verhinderd. Ik geef volmacht aan Joost Veerman.", "Vergadering", "volmacht"),
    ],
)
def test_what_is_not_certain_is_said(tekst: str, onderwerp: str, twijfel: str) -> None:
    gelezen = _lees(tekst, onderwerp)
    assert gelezen is not None
    assert [wat for wat in gelezen.twijfels if twijfel in wat]


def test_a_message_that_was_passed_on_is_of_who_wrote_it() -> None:
    tekst = (
        "Zie onder.\n\nVan: Anna de Bruin <anna@sluis.example>\nVerzonden: maandag 16 februari 2026 10:00\nAan: Roos\n"
        "Onderwerp: BC\n\nIk ben er 4 maart niet bij; ik ben er niet.\n\nGroet,\nAnna"
    )
    gelezen = _lees(tekst, "FW: BC")
    assert gelezen is not None
    assert (gelezen.van, gelezen.adres, gelezen.dagen) == ("Anna de Bruin", "anna@sluis.example", (MAART,))
    assert "doorgestuurd" in gelezen.twijfels[0]


@given(st.text(max_size=400), st.text(max_size=60))
def test_any_words_are_read_without_a_fault(tekst: str, onderwerp: str) -> None:
    _lees(tekst, onderwerp)
    eigen = eigen_tekst("Roos", "roos@x.example", onderwerp, tekst)
    assert len(eigen.tekst) + len(eigen.onder) <= len(tekst)


def test_long_words_without_end_take_no_time() -> None:
    for teken in ("kan niet ", "ben er ", "a", "van: ", "\n> ", "\n", "--\n", "op " * 3 + "schreef "):
        _lees(teken * (20_000 // len(teken)))
