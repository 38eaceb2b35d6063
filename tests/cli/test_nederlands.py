"""Whatever is typed, the answer is Dutch and says what can be done."""

import pytest

from tests.cli.hulp import sporen_van_engels, tk, tk_apart
from tk_desktop.cli.bundel import bundle

OPDRACHTEN = ("demo", "intake", "check", "pack", "export", "verslag", "search", "doctor")


@pytest.mark.parametrize("opdracht", OPDRACHTEN)
def test_every_command_explains_itself_in_dutch_with_an_example(opdracht: str) -> None:
    uitkomst = tk(opdracht, "--help")
    assert uitkomst.code == 0
    assert f"Gebruik: tk {opdracht}" in uitkomst.uit
    assert f"Voorbeeld:\n  tk {opdracht} " in uitkomst.uit
    assert "Toon deze uitleg." in uitkomst.uit
    assert "Er is iets" not in uitkomst.uit
    assert sporen_van_engels(uitkomst.uit) == []


def test_every_command_of_bundle_explains_itself_in_dutch() -> None:
    for naam, opdracht in list(bundle.commands.items()):
        uitkomst = tk("bundle", naam, "--help")
        assert uitkomst.code == 0
        engels = (opdracht.callback.__doc__ or "").split(".")[0] if opdracht.callback else ""
        assert engels
        assert engels not in " ".join(uitkomst.uit.split())  # the words of its makers
        assert sporen_van_engels(uitkomst.uit) == []


def test_the_program_names_its_commands() -> None:
    uitkomst = tk("--help")
    assert uitkomst.code == 0
    assert all(f"\n  {opdracht} " in uitkomst.uit for opdracht in OPDRACHTEN)
    assert sporen_van_engels(uitkomst.uit) == []


def test_the_version_is_told() -> None:
    assert tk("--versie").uit.startswith("TK Desktop ")


@pytest.mark.parametrize(
    ("argumenten", "antwoord"),
    [
        (["verzin"], "De opdracht ‘verzin’ bestaat niet."),
        (["--verzin"], "De optie ‘--verzin’ bestaat niet."),
        (["pack", "--verzin"], "De optie ‘--verzin’ bestaat niet."),
        (["pack", "--audience", "iedereen"], "Kies uit: leden, ambtenaren, openbaar, lid."),
        (["pack", "--uit"], "Bij de optie ‘--uit’ ontbreekt een waarde."),
        (["check", "--aanvaard", "TP02", "8"], "Bij de optie ‘--aanvaard’ ontbreekt een waarde."),
        (["check", "iets"], "Er staat te veel in de opdracht."),
        (["intake"], "Er ontbreekt iets in de opdracht: BESTAND."),
        (["search"], "Er ontbreekt iets in de opdracht: WOORD."),
        (["search", "a", "--hoogstens", "veel"], "De waarde bij --hoogstens klopt niet."),
    ],
)
def test_a_command_that_is_wrong_is_told_in_dutch(argumenten: list[str], antwoord: str) -> None:
    uitkomst = tk(*argumenten)
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    assert antwoord in uitkomst.fout
    assert "(TK-C01)" in uitkomst.fout
    assert "--help` ziet u wat kan." in uitkomst.fout
    assert sporen_van_engels(uitkomst.fout) == []


def test_the_real_program_answers_the_same_in_any_locale() -> None:
    for taal in ("C", "nl_NL.UTF-8"):
        uitkomst = tk_apart("verzin", LC_ALL=taal, PYTHONUTF8="1")
        assert uitkomst.code == 2
        assert "De opdracht ‘verzin’ bestaat niet. (TK-C01)" in uitkomst.fout
