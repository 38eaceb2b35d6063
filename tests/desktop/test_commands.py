"""Every command has words and keys of its own."""

import re
from collections import Counter
from itertools import combinations, groupby
from pathlib import Path

from PySide6.QtGui import QKeySequence

from tests.desktop.dialogen import DIALOGEN, ZONDER_DIALOOG
from tk_desktop.desktop.parts.commands import OPDRACHTEN
from tk_desktop.desktop.parts.opdracht import BINNEN, Menu, Plek
from tk_desktop.desktop.shell.zoekwoorden import OOK

ROOT = Path(__file__).parents[2]
_REGELS = 22
"""How many lines a menu has at most: so many stand under each other on a small laptop."""


def test_no_two_commands_have_the_same_name_or_id() -> None:
    assert [id_ for id_, keren in Counter(een.id for een in OPDRACHTEN).items() if keren > 1] == []


def test_no_keys_mean_two_things_in_one_place() -> None:
    dubbel = [
        (een.id, ander.id)
        for een, ander in combinations(OPDRACHTEN, 2)
        if een.plek in _rond(ander.plek) or ander.plek in _rond(een.plek)
        if {QKeySequence(t).toString() for t in een.toetsen} & {QKeySequence(t).toString() for t in ander.toetsen}
    ]
    assert dubbel == []


def _rond(plek: Plek) -> list[Plek]:
    """A place and those round it: keys in it act beside theirs."""
    return [plek, *(_rond(BINNEN[plek]) if plek in BINNEN else [])]


def test_every_shortcut_is_one_that_qt_knows() -> None:
    alle = [toets for een in OPDRACHTEN for toets in een.toetsen]
    assert [toets for toets in alle if not QKeySequence(toets).toString()] == []


def test_no_command_in_a_text_field_is_reached_by_ctrl_alt_alone() -> None:
    """With AltGr (Ctrl+Alt) people type €, µ and á on the keyboards that the Dutch use (SCREENS 2.10)."""
    alleen = [een.id for een in OPDRACHTEN if een.toetsen and all("Ctrl+Alt" in toets for toets in een.toetsen)]
    assert alleen == []


def test_every_line_of_a_menu_has_a_letter_of_its_own() -> None:
    for menu in Menu:
        hier = [een for een in OPDRACHTEN if een.menu is menu]
        bladen = {"": [*{een.onder: None for een in hier if een.onder}]}
        for een in hier:
            bladen.setdefault(een.onder, []).append(een.tekst)
        for blad, teksten in bladen.items():
            letters = Counter(tekst[tekst.index("&") + 1].casefold() for tekst in teksten if "&" in tekst)
            assert {letter: keren for letter, keren in letters.items() if keren > 1} == {}, (menu, blad)
            assert [tekst for tekst in teksten if "&" not in tekst] == [], (menu, blad)
            assert all(letter.isalnum() for letter in letters), (menu, blad)


def test_every_menu_has_a_letter_of_its_own() -> None:
    letters = [re.findall("&([a-z])", menu.value.casefold()) for menu in Menu]
    assert all(len(van_een) == 1 for van_een in letters)
    assert len({van_een[0] for van_een in letters}) == len(letters)


def test_no_menu_at_the_mouse_has_two_items_with_one_mnemonic() -> None:
    for plek in {een.snel for een in OPDRACHTEN} - {None}:
        hier = [een for een in OPDRACHTEN if een.snel is plek]
        een_vel = len({een.onder for een in hier}) == 1
        teksten = [*dict.fromkeys(een.tekst if een_vel else een.onder or een.tekst for een in hier)]
        letters = Counter(tekst[tekst.index("&") + 1].lower() for tekst in teksten if "&" in tekst)
        assert {letter: keren for letter, keren in letters.items() if keren > 1} == {}, plek
        assert 3 < len(teksten) <= _REGELS, plek


def test_a_menu_fits_on_a_small_screen_and_each_menu_within_it_stands_there_once() -> None:
    for menu in Menu:
        hier = [een for een in OPDRACHTEN if een.menu is menu]
        regels = [naam for naam, _ in groupby(een.onder or een.id for een in hier)]
        assert len(regels) == len(set(regels)) <= _REGELS, menu
        assert max(Counter(een.onder for een in hier if een.onder).values(), default=0) <= _REGELS, menu


def test_every_place_in_a_menu_that_the_manual_or_a_message_names_is_there() -> None:
    menus = {menu.value.replace("&", ""): menu for menu in Menu}
    bestaat = {
        " › ".join(filter(None, (naam, een.onder.replace("&", ""), een.naam)))
        for naam, menu in menus.items()
        for een in OPDRACHTEN
        if een.menu is menu
    }
    teksten = [(ROOT / "docs" / "gebruik.md").read_text(encoding="utf-8")]
    teksten += [pad.read_text(encoding="utf-8") for pad in (ROOT / "tk_desktop").rglob("*.py")]
    genoemd = {plek for tekst in teksten for plek in re.findall(rf"(?:{'|'.join(menus)}) › [^*.…,(\n\"]+", tekst)}
    elders = {"Bestand › Info › Titel)"}  # of Word
    fout = [plek for plek in sorted(genoemd - elders) if not any(een.startswith(plek.rstrip()) for een in bestaat)]
    assert genoemd
    assert fout == []


def test_words_to_look_for_belong_to_a_command_and_are_written_small() -> None:
    assert set(OOK) <= {een.id for een in OPDRACHTEN}
    assert [woorden for woorden in OOK.values() if woorden != woorden.casefold()] == []


def test_of_every_command_it_is_known_whether_it_opens_a_dialog() -> None:
    alle = {een.id for een in OPDRACHTEN}
    assert alle - set(DIALOGEN) - ZONDER_DIALOOG == set(), "zet die in tests/desktop/dialogen.py"
    assert (set(DIALOGEN) | ZONDER_DIALOOG) - alle == set()
    assert set(DIALOGEN) & ZONDER_DIALOOG == set()
