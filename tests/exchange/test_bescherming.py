"""A werkmap behind a passphrase."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.bouwers import een_gremium
from tests.bundelbouwers import GOEDKOOP
from tk_desktop.exchange.bescherming import (
    EvenWachten,
    change_wachtwoord,
    kluis_met,
    protect_werkmap,
    recovery_words,
    unlock_werkmap,
    unprotect_werkmap,
    use_recovery_words,
)
from tk_desktop.exchange.fouten import WachtwoordOnjuist, WachtwoordTeKort
from tk_desktop.exchange.sleutels import Sleutelbestand, Sleutelbos
from tk_desktop.store.kluis import WerkmapVergrendeld, is_beschermd
from tk_desktop.store.werkmap import Store

GOED, BETER = "vier woorden achter elkaar", "vijf heel andere woorden nu"
NU = datetime(2026, 3, 4, 9, 0)


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "werkmap", maken=True) as store, store.transaction():
        store.gremia.save(een_gremium(id="g", naam="Dijkraad"))
    return tmp_path / "werkmap"


def _gremium(werkmap: Path, wachtwoord: str, nu: datetime = NU) -> str:
    with Store.open(werkmap, unlock_werkmap(werkmap, wachtwoord, nu=nu)) as store:
        return store.gremia.get("g").naam


def test_who_has_the_passphrase_opens_the_werkmap_and_nobody_else(werkmap: Path) -> None:
    protect_werkmap(werkmap, GOED, kosten=GOEDKOOP)

    assert _gremium(werkmap, GOED) == "Dijkraad"
    with pytest.raises(WachtwoordOnjuist):
        unlock_werkmap(werkmap, BETER, nu=NU)
    with pytest.raises(WerkmapVergrendeld):
        Store.open(werkmap)


def test_the_words_of_a_sheet_open_the_werkmap_of_who_forgot_the_passphrase(werkmap: Path) -> None:
    protect_werkmap(werkmap, GOED, kosten=GOEDKOOP)
    bos = Sleutelbestand(werkmap).open(GOED)
    eerst, daarna = recovery_words(), recovery_words()
    with pytest.raises(WachtwoordOnjuist):
        unlock_werkmap(werkmap, " ".join(eerst), nu=NU)
    use_recovery_words(werkmap, bos, eerst)
    assert _gremium(werkmap, " ".join(eerst).upper()) == "Dijkraad"

    change_wachtwoord(werkmap, " ".join(eerst), BETER, nu=NU, kosten=GOEDKOOP)

    assert _gremium(werkmap, BETER) == "Dijkraad"
    with pytest.raises(WachtwoordOnjuist):
        unlock_werkmap(werkmap, GOED, nu=NU)
    assert _gremium(werkmap, "  ".join(eerst)) == "Dijkraad"  # the sheet outlives the passphrase
    use_recovery_words(werkmap, bos, daarna)
    with pytest.raises(WachtwoordOnjuist):
        unlock_werkmap(werkmap, " ".join(eerst), nu=NU)
    assert _gremium(werkmap, " ".join(daarna)) == "Dijkraad"
    with pytest.raises(ValueError, match="herstelblad"):
        use_recovery_words(werkmap, bos, daarna[:-1])


def test_wrong_words_of_a_sheet_make_one_wait_too(werkmap: Path) -> None:
    protect_werkmap(werkmap, GOED, kosten=GOEDKOOP)
    use_recovery_words(werkmap, Sleutelbestand(werkmap).open(GOED), recovery_words())
    for _ in range(3):
        with pytest.raises(WachtwoordOnjuist):
            unlock_werkmap(werkmap, " ".join(recovery_words()), nu=NU)
    with pytest.raises(EvenWachten):
        unlock_werkmap(werkmap, GOED, nu=NU)


def test_keys_that_the_device_had_open_the_werkmap_too(werkmap: Path) -> None:
    bos = Sleutelbos.maak()
    Sleutelbestand(werkmap).maak(bos, wachtwoord=GOED, kosten=GOEDKOOP)
    with pytest.raises(WachtwoordOnjuist):
        protect_werkmap(werkmap, BETER)
    assert not is_beschermd(werkmap)

    protect_werkmap(werkmap, GOED)

    assert kluis_met(bos.kluissleutel).past_op(werkmap)


def test_a_short_passphrase_protects_nothing(werkmap: Path) -> None:
    with pytest.raises(WachtwoordTeKort):
        protect_werkmap(werkmap, "kort", kosten=GOEDKOOP)

    assert not is_beschermd(werkmap)
    Store.open(werkmap).close()


def test_another_passphrase_takes_the_place_of_the_first(werkmap: Path) -> None:
    protect_werkmap(werkmap, GOED, kosten=GOEDKOOP)
    with pytest.raises(WachtwoordTeKort):
        change_wachtwoord(werkmap, GOED, "kort", nu=NU, kosten=GOEDKOOP)

    change_wachtwoord(werkmap, GOED, BETER, nu=NU, kosten=GOEDKOOP)

    assert _gremium(werkmap, BETER) == "Dijkraad"
    with pytest.raises(WachtwoordOnjuist):
        unlock_werkmap(werkmap, GOED, nu=NU)


def test_protection_goes_with_the_passphrase_alone(werkmap: Path) -> None:
    protect_werkmap(werkmap, GOED, kosten=GOEDKOOP)
    with pytest.raises(WachtwoordOnjuist):
        unprotect_werkmap(werkmap, BETER, nu=NU)

    unprotect_werkmap(werkmap, GOED, nu=NU)

    with Store.open(werkmap) as store:
        assert store.gremia.get("g").naam == "Dijkraad"


def test_after_three_wrong_passphrases_every_next_one_waits_longer_also_after_closing(werkmap: Path) -> None:
    protect_werkmap(werkmap, GOED, kosten=GOEDKOOP)
    for _ in range(3):
        with pytest.raises(WachtwoordOnjuist):
            unlock_werkmap(werkmap, BETER, nu=NU)

    with pytest.raises(EvenWachten) as fout:
        unlock_werkmap(werkmap, GOED, nu=NU + timedelta(seconds=3))
    assert fout.value.details == {"keer": 3, "wacht": "2 seconden"}
    with pytest.raises(WachtwoordOnjuist):
        unlock_werkmap(werkmap, BETER, nu=NU + timedelta(seconds=5))
    with pytest.raises(EvenWachten) as fout:
        unlock_werkmap(werkmap, GOED, nu=NU + timedelta(seconds=10))
    assert fout.value.details == {"keer": 4, "wacht": "5 seconden"}
    assert _gremium(werkmap, GOED, NU + timedelta(minutes=1)) == "Dijkraad"
    with pytest.raises(WachtwoordOnjuist):  # the count begins anew
        unlock_werkmap(werkmap, BETER, nu=NU + timedelta(minutes=1))
    assert _gremium(werkmap, GOED, NU + timedelta(minutes=1)) == "Dijkraad"


def test_a_clock_that_was_set_back_shuts_nobody_out(werkmap: Path) -> None:
    protect_werkmap(werkmap, GOED, kosten=GOEDKOOP)
    for _ in range(3):
        with pytest.raises(WachtwoordOnjuist):
            unlock_werkmap(werkmap, BETER, nu=NU)

    with pytest.raises(EvenWachten) as fout:
        unlock_werkmap(werkmap, GOED, nu=NU - timedelta(days=365))
    assert fout.value.details["wacht"] == "5 seconden"


def test_a_wrong_passphrase_is_told_also_where_it_cannot_be_counted(werkmap: Path) -> None:
    protect_werkmap(werkmap, GOED, kosten=GOEDKOOP)
    (werkmap / "pogingen.json").mkdir()  # as on a protected stick: nothing can be written there

    with pytest.raises(WachtwoordOnjuist):
        unlock_werkmap(werkmap, BETER, nu=NU)
