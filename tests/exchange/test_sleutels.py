"""The keys of a device: behind a passphrase or in the keyring, and for nobody else."""

import json
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail

from tests.bundelbouwers import GOEDKOOP
from tk_desktop.exchange.fouten import SleutelringDicht, SleutelsBeschadigd, WachtwoordOnjuist, WachtwoordTeKort
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


class Ring(KeyringBackend):
    """A keyring of the system that keeps in memory, as one on a desktop does."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.inhoud: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.inhoud.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.inhoud[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.inhoud[service, username]


@pytest.fixture
def ring() -> Iterator[Ring]:
    eerder, nieuw = keyring.get_keyring(), Ring()
    keyring.set_keyring(nieuw)
    yield nieuw
    keyring.set_keyring(eerder)


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
    bestand.wijzig_wachtwoord(GOED, "een heel ander wachtwoord", kosten=GOEDKOOP)
    with pytest.raises(WachtwoordOnjuist):
        bestand.open(GOED)
    nieuw = json.loads(bestand.pad.read_text(encoding="utf-8"))
    oude_sloten = json.loads(oud)["sloten"]
    bestand.pad.write_text(json.dumps({**nieuw, "sloten": oude_sloten}), encoding="utf-8")
    with pytest.raises(SleutelsBeschadigd):
        bestand.open(GOED)


def test_the_keyring_opens_the_keys_until_they_are_taken_out(bestand: Sleutelbestand, ring: Ring) -> None:
    with pytest.raises(SleutelringDicht):
        bestand.open_met_ring()
    bestand.leg_in_ring(GOED)
    assert bestand.open_met_ring().id == bestand.open(GOED).id
    bestand.wijzig_wachtwoord(GOED, "een heel ander wachtwoord", kosten=GOEDKOOP)
    assert bestand.open_met_ring().id == bestand.openbaar().id
    bestand.haal_uit_ring()
    assert ring.inhoud == {}
    with pytest.raises(SleutelringDicht):
        bestand.open_met_ring()
    assert bestand.open("een heel ander wachtwoord").id == bestand.openbaar().id


def test_without_a_keyring_the_passphrase_does_alone(bestand: Sleutelbestand) -> None:
    eerder = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]
    try:
        for werk in (lambda: bestand.leg_in_ring(GOED), bestand.open_met_ring):
            with pytest.raises(SleutelringDicht):
                werk()
        bestand.haal_uit_ring()
        assert bestand.open(GOED).id == bestand.openbaar().id
    finally:
        keyring.set_keyring(eerder)


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
