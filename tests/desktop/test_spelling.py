"""Spelling: what is checked, how it is marked, and what is told where there is no dictionary."""

import importlib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tk_desktop.desktop.text.hunspell import open_hunspell
from tk_desktop.desktop.text.rijke_tekst import RijkeTekst
from tk_desktop.desktop.text.spelling import Spelling, woorden
from tk_desktop.desktop.text.woordenboek import TALEN, GeenWoordenboek, Woordenboek, laad_woordenboek

Typ = Callable[[QWidget, str], None]
GOLF = QTextCharFormat.UnderlineStyle.SpellCheckUnderline


class Woordenrij:
    """A dictionary of a few words."""

    def check(self, woord: str) -> bool:
        return woord.casefold() in {"de", "oever", "is", "droog", "zo'n", "kade"}

    def suggest(self, woord: str) -> Sequence[str]:
        return ["oever", "oevers"] if woord.startswith("oev") else []


@pytest.fixture
def woordenboek(tmp_path: Path) -> Woordenboek:
    return Woordenboek(Woordenrij(), tmp_path / "woordenlijst.txt")


@pytest.fixture
def velden(qtbot: QtBot) -> list[RijkeTekst]:
    venster = QWidget()
    qtbot.addWidget(venster)
    indeling = QVBoxLayout(venster)
    twee = [RijkeTekst("een"), RijkeTekst("twee")]
    for veld in twee:
        indeling.addWidget(veld)
        veld.venster = venster  # type: ignore[attr-defined]  # else it goes, and takes the field with it
    venster.show()
    venster.activateWindow()
    qtbot.waitUntil(venster.isActiveWindow)
    return twee


def _gemerkt(veld: RijkeTekst) -> list[str]:
    QApplication.sendPostedEvents()
    uit = []
    blok = veld.document().begin()
    while blok.isValid():
        for bereik in blok.layout().formats():
            if bereik.format.underlineStyle() is GOLF:
                uit.append(blok.text()[bereik.start : bereik.start + bereik.length])
        blok = blok.next()
    return uit


def test_placeholders_addresses_numbers_and_abbreviations_are_no_words() -> None:
    tekst = "De oever (BC PG, 2a, {{punt:abc}}) zie www.kade.nl of roos@kade.nl; https://x.nl/pad: zo’n x auto’s."
    assert [woord for _, woord in woorden(tekst)] == ["De", "oever", "zie", "of", "zo’n", "auto’s"]
    assert tekst[3:8] == "oever"


def test_unknown_words_get_a_wave_and_f7_goes_from_one_to_the_next_over_the_fields(
    velden: list[RijkeTekst], woordenboek: Woordenboek
) -> None:
    een, twee = velden
    een.toon("De oevr is **droogg**.")
    twee.toon("De kade is drog.")
    spelling = Spelling(lambda: woordenboek)
    spelling.zet_velden(velden)
    assert _gemerkt(een) == []
    gezien = []
    for _ in range(4):
        assert spelling.volgende()
        veld = een if een.hasFocus() else twee
        gezien.append(veld.textCursor().selectedText())
    assert gezien == ["oevr", "droogg", "drog", "oevr"]
    assert (_gemerkt(een), _gemerkt(twee)) == (["oevr", "droogg"], ["drog"])


def test_marks_are_no_change_and_what_is_typed_still_is(
    velden: list[RijkeTekst], woordenboek: Woordenboek, qtbot: QtBot, type_text: Typ
) -> None:
    een, _ = velden
    een.toon("De oevr.")
    spelling = Spelling(lambda: woordenboek)
    spelling.zet_velden(velden)
    with qtbot.assertNotEmitted(een.gewijzigd):
        spelling.volgende()
        QApplication.sendPostedEvents()
        spelling.voeg_toe("oevr")
        QApplication.sendPostedEvents()
        een.toon("De oevr. De kadde.")
        QApplication.sendPostedEvents()
    assert _gemerkt(een) == ["kadde"]
    with qtbot.waitSignal(een.getypt):
        type_text(een, "x")


def test_the_menu_offers_words_and_the_list_of_the_user(
    velden: list[RijkeTekst], woordenboek: Woordenboek, tmp_path: Path
) -> None:
    een, _ = velden
    een.toon("De **oevr** is droog.")
    spelling = Spelling(lambda: woordenboek)
    spelling.zet_velden(velden)
    spelling.volgende()
    plek = een.document().find("oevr")
    acties = een.menu_op(plek).actions()
    assert [actie.text() for actie in acties[:3]] == ["oever", "oevers", "‘oevr’ &toevoegen aan de woordenlijst"]
    acties[0].trigger()
    assert een.tekst() == "De **oever** is droog."
    acties[1].trigger()  # the word is not there any more: nothing
    assert een.tekst() == "De **oever** is droog."
    assert een.menu_op(een.document().find("droog")).actions()[0].text() == "Kn&ippen\tCtrl+X"
    een.leg_vast()
    een.toon("De oevr.")
    een.menu_op(een.document().find("oevr")).actions()[2].trigger()
    assert _gemerkt(een) == []
    assert (tmp_path / "woordenlijst.txt").read_text(encoding="utf-8") == "oevr\n"
    assert Woordenboek(Woordenrij(), tmp_path / "woordenlijst.txt").kent("Oevr")


def test_without_mistakes_it_says_so(velden: list[RijkeTekst], woordenboek: Woordenboek, qtbot: QtBot) -> None:
    velden[0].toon("De oever is droog; zo’n kade.")
    spelling = Spelling(lambda: woordenboek)
    spelling.zet_velden(velden)
    with qtbot.waitSignal(spelling.gemeld) as gemeld:
        assert not spelling.volgende()
    assert gemeld.args == ["Geen onbekende woorden gevonden."]


def _heeft_woordenboek() -> bool:
    if open_hunspell(TALEN) is not None:
        return True
    try:
        enchant = importlib.import_module("enchant")
    except ImportError:
        return False
    return any(enchant.dict_exists(taal) for taal in TALEN)


def test_a_hostile_text_is_checked_in_no_time() -> None:
    for teken in ("a", "_", ".", "@", "-", "1", "{", "a.", "é’"):
        assert len(list(woorden(teken * 50_000))) <= 25_001


def test_the_dictionary_of_this_computer_knows_dutch_or_the_user_hears_how_to_get_one(tmp_path: Path) -> None:
    if not _heeft_woordenboek():
        with pytest.raises(GeenWoordenboek, match="kan hier niet worden nagekeken") as geweigerd:
            laad_woordenboek(tmp_path / "woordenlijst.txt")
        assert "hunspell-nl" in geweigerd.value.raad
        return
    echt = laad_woordenboek(tmp_path / "woordenlijst.txt")
    assert echt.kent("vergadering")
    assert echt.kent("zo’n")
    assert echt.kent("coördinatie")
    assert not echt.kent("東京")
    assert not echt.kent("vergaderign")
    assert "vergadering" in echt.voorstellen("vergaderign")


def test_a_computer_without_the_checker_gets_a_message_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def geen(naam: str) -> None:
        raise ModuleNotFoundError(naam)

    monkeypatch.setattr("importlib.import_module", geen)
    with pytest.raises(GeenWoordenboek, match="Hunspell met een Nederlands woordenboek ontbreekt"):
        laad_woordenboek(tmp_path / "woordenlijst.txt", mappen=[str(tmp_path)])
