"""The keys of a device: behind a passphrase, and for nobody else."""

import json
from pathlib import Path

import pytest

from tests.bundelbouwers import GOEDKOOP
from tk_desktop.exchange.fouten import SleutelsBeschadigd, WachtwoordOnjuist, WachtwoordTeKort
from tk_desktop.exchange.sleutels import (
    Kosten,
    Sleutelbestand,
    Sleutelbos,
    klopt,
    nieuwe_bereiksleutel,
    ontsleutel,
    versleutel,
    verzegel,
)

GOED = "vier woorden achter elkaar"


@pytest.fixture
def bestand(tmp_path: Path) -> Sleutelbestand:
    bestand = Sleutelbestand(tmp_path)
    bestand.maak(Sleutelbos.maak(), wachtwoord=GOED, kosten=GOEDKOOP)
    return bestand


def test_the_program_asks_256_mebibyte_for_each_guess() -> None:
    assert Kosten().geheugen == 256 << 20


def test_the_passphrase_opens_the_keys_and_another_does_not(bestand: Sleutelbestand) -> None:
    bos = bestand.open(GOED)
    assert bos.openbaar == bestand.openbaar()
    for fout in ("Vier woorden achter elkaar", "", GOED + " "):
        with pytest.raises(WachtwoordOnjuist):
            bestand.open(fout)


def test_the_same_letters_of_another_keyboard_are_the_same_passphrase(tmp_path: Path) -> None:
    bestand = Sleutelbestand(tmp_path)
    bestand.maak(Sleutelbos.maak(), wachtwoord="één tweeëntwintig", kosten=GOEDKOOP)
    assert bestand.open("e\u0301e\u0301n tweee\u0308ntwintig").id == bestand.openbaar().id


def test_a_short_passphrase_is_refused_and_nothing_is_kept(tmp_path: Path) -> None:
    bestand = Sleutelbestand(tmp_path)
    with pytest.raises(WachtwoordTeKort):
        bestand.maak(Sleutelbos.maak(), wachtwoord="kort", kosten=GOEDKOOP)
    assert not bestand.bestaat()


def test_private_keys_are_never_in_the_file(bestand: Sleutelbestand) -> None:
    bos, tekst = bestand.open(GOED), bestand.pad.read_text(encoding="utf-8")
    for geheim in (bos._geheim(), bos.kluissleutel, bytes(bos._teken), bytes(bos._box)):
        assert geheim.hex() not in tekst
    assert GOED not in tekst


def test_an_old_copy_of_the_file_opens_nothing_that_was_made_after_the_passphrase_changed(
    bestand: Sleutelbestand,
) -> None:
    oud = bestand.pad.read_bytes()
    bestand.geef_wachtwoord(bestand.open(GOED), "een heel ander wachtwoord", kosten=GOEDKOOP)
    with pytest.raises(WachtwoordOnjuist):
        bestand.open(GOED)
    nieuw = json.loads(bestand.pad.read_text(encoding="utf-8"))
    oude_sloten = json.loads(oud)["sloten"]
    bestand.pad.write_text(json.dumps({**nieuw, "sloten": oude_sloten}), encoding="utf-8")
    with pytest.raises(SleutelsBeschadigd):
        bestand.open(GOED)


@pytest.mark.parametrize("inhoud", [b"", b"{}", b"[]", b"\xff", b'{"fmt":2}'])
def test_a_damaged_file_is_told_as_such(bestand: Sleutelbestand, inhoud: bytes) -> None:
    bestand.pad.write_bytes(inhoud)
    with pytest.raises(SleutelsBeschadigd):
        bestand.open(GOED)


def test_a_file_that_asks_all_memory_is_refused(bestand: Sleutelbestand) -> None:
    tekst = json.loads(bestand.pad.read_text(encoding="utf-8"))
    tekst["sloten"]["wachtwoord"]["geheugen"] = str(1 << 40)
    bestand.pad.write_text(json.dumps(tekst), encoding="utf-8")
    with pytest.raises(SleutelsBeschadigd):
        bestand.open(GOED)


def test_a_key_of_a_scope_opens_on_the_device_it_was_sealed_to_only() -> None:
    een, ander, sleutel = Sleutelbos.maak(), Sleutelbos.maak(), nieuwe_bereiksleutel()
    verzegeld = verzegel(sleutel, een.openbaar.box)
    assert een.open_bereiksleutel(verzegeld) == sleutel
    assert ander.open_bereiksleutel(verzegeld) is None
    assert een.open_bereiksleutel(verzegel(b"te kort", een.openbaar.box)) is None
    assert een.open_bereiksleutel(b"") is None


def test_a_signature_holds_for_its_bytes_and_its_device_only() -> None:
    een, ander = Sleutelbos.maak(), Sleutelbos.maak()
    handtekening = een.teken(b"besluit")
    assert klopt(een.openbaar.verify, b"besluit", handtekening)
    assert not klopt(ander.openbaar.verify, b"besluit", handtekening)
    assert not klopt(een.openbaar.verify, b"besluiten", handtekening)
    assert not klopt(een.openbaar.verify, b"besluit", handtekening[:-1])


def test_a_box_is_the_same_for_the_same_words_and_opens_with_its_own_key_only() -> None:
    een, ander = nieuwe_bereiksleutel(), nieuwe_bereiksleutel()
    doos = versleutel(een, b"geheim")
    assert doos == versleutel(een, b"geheim")
    assert doos[:24] != versleutel(een, b"geheim2")[:24]
    assert ontsleutel(een, doos) == b"geheim"
    assert ontsleutel(ander, doos) is None
    assert ontsleutel(een, doos[:-1]) is None
    assert ontsleutel(een, b"") is None
