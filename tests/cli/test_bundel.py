"""``tk bundle``: two laptops begin, admit, make, look into and receive; what is wrong is refused with exit 2."""

from pathlib import Path

import pytest

from tests.bouwers import een_agendapunt, een_gremium, een_persoon, een_vergadering
from tests.bundelbouwers import GOEDKOOP
from tests.cli.hulp import tk
from tests.uitwisselwereld import Wereld
from tk_desktop.cli import bundel as opdrachten
from tk_desktop.exchange import sleutels
from tk_desktop.store.werkmap import Store

WACHTWOORD = "vier woorden achter elkaar"


@pytest.fixture(autouse=True)
def _getypt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who sits at the keyboard types one passphrase, and a guess of it costs little."""
    monkeypatch.setattr(opdrachten, "vraag_wachtwoord", lambda _: WACHTWOORD)
    monkeypatch.setattr(opdrachten, "vraag_nieuw_wachtwoord", lambda: WACHTWOORD)
    monkeypatch.setattr(sleutels, "Kosten", lambda **anders: type(GOEDKOOP)(**anders) if anders else GOEDKOOP)


@pytest.fixture
def twee(tmp_path: Path) -> tuple[Path, Path]:
    """The werkmap of a secretary who began, and of a member who is admitted and has the first bundle."""
    hier, daar = tmp_path / "hier", tmp_path / "daar"
    with Store.open(hier, maken=True) as store:
        store.personen.save(een_persoon(id="roos", naam="Roos van Dalen"))
        store.personen.save(een_persoon(id="wies", naam="Wies"))
        store.gremia.save(een_gremium(id="g1"))
        store.vergaderingen.save(een_vergadering(id="v1", gremium_id="g1"))
    assert tk("bundle", "begin", "Roos van Dalen", "--werkmap", hier).code == 0
    aanvraag, eerste = tmp_path / "a.json", tmp_path / "eerste.tkb"
    aangemeld = tk("bundle", "aanmelden", "Wies", aanvraag, "--werkmap", daar)
    assert aangemeld.code == 0
    woorden = aangemeld.uit.splitlines()[-1].partition("uw zes woorden: ")[2]
    toegelaten = tk("bundle", "toelaten", aanvraag, "Wies", "--woorden-kloppen", "--werkmap", hier)
    assert toegelaten.code == 0, toegelaten.fout
    assert f"Dit moeten ze zijn: {woorden}\n" in toegelaten.fout
    samen = toegelaten.fout.splitlines()[-1].partition(": ")[2]
    assert (len(woorden.split()), len(samen.split())) == (6, 6)
    assert tk("bundle", "publiceer", "--werkmap", hier).code == 0
    assert tk("bundle", "maak", eerste, "--voor", "Wies", "--werkmap", hier).code == 0
    niet = tk("bundle", "ontvang", eerste, "--werkmap", daar)
    assert (niet.code, "TK-U19" in niet.fout) == (2, True)
    assert samen in niet.fout  # what the secretariat read aloud when it admitted
    return hier, daar


def test_a_first_bundle_is_taken_in_after_words_were_compared(twee: tuple[Path, Path], tmp_path: Path) -> None:
    _, daar = twee
    eerste = tmp_path / "eerste.tkb"
    gezien = tk("bundle", "ontvang", eerste, "--vertrouw", "--kijk", "--werkmap", daar)
    assert gezien.uit.splitlines()[-1] == "Er is nog niets overgenomen."
    gekregen = tk("bundle", "ontvang", eerste, "--vertrouw", "--json", "--werkmap", daar)
    assert (gekregen.json["afzender"], gekregen.json["nieuw"]) == ("Roos van Dalen", 2)
    opnieuw = tk("bundle", "ontvang", eerste, "--werkmap", daar)
    assert opnieuw.uit == "eerste.tkb, van Roos van Dalen: er staat niets in wat hier niet al is.\n"


def test_a_bundle_is_looked_into_and_its_signatures_checked(twee: tuple[Path, Path], tmp_path: Path) -> None:
    hier, _ = twee
    eerste = tmp_path / "eerste.tkb"
    inzage = tk("bundle", "inspect", eerste)
    assert "Rooster: ‘Bestuur’, versie 2" in inzage.uit
    assert tk("bundle", "inspect", eerste, "--json").json["bewerkingen"]["alg"] > 10
    assert tk("bundle", "verify", eerste).uit.splitlines()[-1].startswith("Alle handtekeningen kloppen (in zichzelf")
    assert "volgens uw werkmap" in tk("bundle", "verify", eerste, "--werkmap", hier).uit
    leeg = tmp_path / "leeg.tkb"
    assert tk("bundle", "maak", leeg, "--werkmap", hier).code == 0
    assert "Voor: iedereen" in tk("bundle", "verify", leeg).uit


@pytest.mark.parametrize("hoe", ["half", "gewijzigd", "leeg", "weg"])
def test_a_bundle_that_is_not_whole_is_refused_with_exit_2(twee: tuple[Path, Path], tmp_path: Path, hoe: str) -> None:
    _, daar = twee
    eerste, kapot = tmp_path / "eerste.tkb", tmp_path / "kapot.tkb"
    heel = eerste.read_bytes()
    inhoud = {"half": heel[:500], "gewijzigd": heel[:-100] + b"x" + heel[-99:], "leeg": b""}.get(hoe)
    if inhoud is not None:
        kapot.write_bytes(inhoud)
    voor = (daar / "tk.db").read_bytes()
    for opdracht in (["ontvang", kapot, "--werkmap", daar], ["inspect", kapot], ["verify", kapot]):
        uitkomst = tk("bundle", *opdracht)
        assert (uitkomst.code, uitkomst.uit) == (2, "")
        assert ("TK-D03" if hoe == "weg" else "TK-U01") in uitkomst.fout
    assert (daar / "tk.db").read_bytes() == voor


def test_a_bundle_of_another_hand_is_refused_by_its_signatures(tmp_path: Path) -> None:
    wereld = Wereld(tmp_path / "w")
    b = wereld.laat_toe("b1", "wies")
    wereld["s1"].stuur(b)
    b.stuur(wereld["s1"])
    pad = wereld["s1"].maak(b).paden[0]
    niet = tk("bundle", "verify", pad)
    assert (niet.code, "TK-U21" in niet.fout) == (2, True)  # it brings no roster, for b has it
    assert tk("bundle", "verify", pad, "--werkmap", b.store.map).code == 0
    vreemd = Wereld(tmp_path / "x")
    ander = tk("bundle", "verify", pad, "--werkmap", vreemd["s1"].store.map)
    assert (ander.code, "TK-U02" in ander.fout) == (2, True)
    wereld.sluit()
    vreemd.sluit()


def test_names_that_nobody_bears_are_refused(twee: tuple[Path, Path], tmp_path: Path) -> None:
    hier, _ = twee
    wie = tk("bundle", "maak", tmp_path / "x.tkb", "--voor", "Joop", "--werkmap", hier)
    assert (wie.code, "TK-C31" in wie.fout, "Laptop van Wies" in wie.fout) == (2, True, True)
    assert (
        "TK-C30" in tk("bundle", "toelaten", tmp_path / "a.json", "Joop", "--woorden-kloppen", "--werkmap", hier).fout
    )
    leeg = tk("bundle", "maak", tmp_path / "x.tkb", "--werkmap", tmp_path / "nergens")
    assert (leeg.code, "TK-U14" in leeg.fout) == (2, True)


def test_publishing_again_says_that_nothing_changed(twee: tuple[Path, Path]) -> None:
    hier, _ = twee
    weer = tk("bundle", "publiceer", "--werkmap", hier).uit
    assert weer.endswith("is al vrijgegeven zoals zij nu is. Maak nu een bundel: tk bundle maak.\n")


def test_withdrawing_says_that_what_was_sent_cannot_be_called_back(twee: tuple[Path, Path]) -> None:
    hier, _ = twee
    for besloten in (False, True):
        with Store.open(hier) as store:
            store.agendapunten.save(een_agendapunt(id="oever", vergadering_id="v1", besloten=besloten))
        weer = tk("bundle", "publiceer", "--werkmap", hier).uit
    assert "Ingetrokken, want niet meer voor lezers:" in weer
    assert "Wat al verzonden is, kan niet worden teruggehaald" in weer


def test_parts_for_mail_are_named(twee: tuple[Path, Path], tmp_path: Path) -> None:
    hier, _ = twee
    gemaakt = tk("bundle", "maak", tmp_path / "m.tkb", "--voor", "Wies", "--mail", "--json", "--werkmap", hier)
    assert gemaakt.json["bestanden"] == [str(tmp_path / "m.tkb")]


def test_guessing_a_passphrase_on_the_command_line_makes_one_wait_too(
    twee: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    hier, _ = twee
    monkeypatch.setattr(opdrachten, "vraag_wachtwoord", lambda _: "een heel ander wachtwoord")
    for _ in range(3):
        assert "TK-U08" in tk("bundle", "publiceer", "--werkmap", hier).fout
    monkeypatch.setattr(opdrachten, "vraag_wachtwoord", lambda _: WACHTWOORD)
    wacht = tk("bundle", "publiceer", "--werkmap", hier)
    assert (wacht.code, "TK-U40" in wacht.fout) == (2, True)
