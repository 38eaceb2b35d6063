"""``tk bescherm`` and the commands on a protected werkmap."""

from pathlib import Path

import pytest

from tests.bundelbouwers import GOEDKOOP
from tests.cli.hulp import Uitkomst, tk
from tk_desktop.exchange import bescherming, sleutels
from tk_desktop.exchange.sleutels import Sleutelbestand, Sleutelbos
from tk_desktop.store.kluis import is_beschermd

GOED, FOUT = "vier woorden achter elkaar", "vijf heel andere woorden nu"


@pytest.fixture(autouse=True)
def _goedkoop(monkeypatch: pytest.MonkeyPatch) -> None:
    assert bescherming.__name__  # loaded before: its signatures name what is replaced here
    monkeypatch.setattr(sleutels, "Kosten", lambda **_: GOEDKOOP)


def _typ(monkeypatch: pytest.MonkeyPatch, *regels: str) -> None:
    """Type these passphrases, one for each question."""
    antwoorden = iter(regels)
    monkeypatch.setattr("click.termui.hidden_prompt_func", lambda _: next(antwoorden))


def _opdracht(monkeypatch: pytest.MonkeyPatch, wachtwoord: str, *argumenten: object) -> Uitkomst:
    _typ(monkeypatch, wachtwoord)
    return tk(*argumenten)


def test_a_protected_werkmap_is_searched_after_its_passphrase(werkmap: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    voor = tk("search", "vergadering", "--werkmap", werkmap)
    _typ(monkeypatch, GOED, GOED)
    aan = tk("bescherm", "aan", "--werkmap", werkmap)
    assert (aan.code, is_beschermd(werkmap)) == (0, True)
    assert "bewaar het goed" in aan.uit

    assert _opdracht(monkeypatch, GOED, "search", "vergadering", "--werkmap", werkmap).uit == voor.uit
    assert _opdracht(monkeypatch, GOED, "doctor", "--werkmap", werkmap).code == 0

    mis = _opdracht(monkeypatch, FOUT, "search", "vergadering", "--werkmap", werkmap)
    assert (mis.code, mis.uit) == (2, "")
    assert "TK-U08" in mis.fout
    assert FOUT not in mis.fout


def test_sets_and_papers_go_in_and_out_of_a_protected_werkmap(
    werkmap: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_, dicht = tmp_path / "open.pdf", tmp_path / "dicht.pdf"
    pack = ("pack", "--werkmap", werkmap, "--audience", "openbaar", "--uit")
    assert tk(*pack, open_).code == 0
    _typ(monkeypatch, GOED, GOED)
    tk("bescherm", "aan", "--werkmap", werkmap)

    assert (
        _opdracht(monkeypatch, GOED, "pack", "--werkmap", werkmap, "--audience", "openbaar", "--uit", dicht).code == 0
    )

    assert dicht.read_bytes() == open_.read_bytes()


def test_a_protection_is_changed_and_taken_away(werkmap: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert tk("bescherm", "uit", "--werkmap", werkmap).code == 1
    _typ(monkeypatch, GOED, GOED)
    tk("bescherm", "aan", "--werkmap", werkmap)
    assert tk("bescherm", "aan", "--werkmap", werkmap).code == 1
    _typ(monkeypatch, GOED, FOUT, FOUT)
    assert tk("bescherm", "wijzig", "--werkmap", werkmap).code == 0
    assert _opdracht(monkeypatch, GOED, "bescherm", "uit", "--werkmap", werkmap).code == 2
    assert _opdracht(monkeypatch, FOUT, "bescherm", "uit", "--werkmap", werkmap).code == 0
    assert not is_beschermd(werkmap)
    assert tk("doctor", "--werkmap", werkmap).code == 0


def test_a_folder_without_a_werkmap_is_not_protected(tmp_path: Path) -> None:
    uitkomst = tk("bescherm", "aan", "--werkmap", tmp_path / "leeg")
    assert (uitkomst.code, "TK-D09" in uitkomst.fout) == (2, True)


def test_a_new_passphrase_is_asked_until_it_was_typed_twice_the_same(
    werkmap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _typ(monkeypatch, GOED, FOUT, GOED, GOED)

    uitkomst = tk("bescherm", "aan", "--werkmap", werkmap)

    assert (uitkomst.code, is_beschermd(werkmap)) == (0, True)
    assert "niet twee keer hetzelfde" in uitkomst.fout


def test_a_laptop_that_exchanges_protects_its_werkmap_with_the_passphrase_it_has(
    werkmap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Sleutelbestand(werkmap).maak(Sleutelbos.maak(), wachtwoord=GOED, kosten=GOEDKOOP)

    assert _opdracht(monkeypatch, GOED, "bescherm", "aan", "--werkmap", werkmap).code == 0

    assert _opdracht(monkeypatch, GOED, "doctor", "--werkmap", werkmap).code == 0
