"""``tk bundle sturen`` and ``ophalen``: through a folder and a real server, with a password that is kept nowhere."""

from pathlib import Path

import pytest

from tests.bouwers import een_gremium, een_persoon, een_vergadering
from tests.bundelbouwers import GOEDKOOP
from tests.cli.hulp import tk
from tests.postbusservers import HIER, WACHTWOORD, WIE, ssh
from tk_desktop.cli import bundel as opdrachten
from tk_desktop.cli import postbus
from tk_desktop.exchange import sleutels
from tk_desktop.store.werkmap import Store

EIGEN = "vier woorden achter elkaar"


@pytest.fixture(autouse=True)
def _getypt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who sits at the keyboard types these passwords, and has no keyring."""
    monkeypatch.setattr(opdrachten, "vraag_wachtwoord", lambda _: EIGEN)
    monkeypatch.setattr(opdrachten, "vraag_nieuw_wachtwoord", lambda: EIGEN)
    monkeypatch.setattr(postbus, "vraag_wachtwoord", lambda _: WACHTWOORD)
    monkeypatch.setattr(postbus, "wachtwoord_uit_ring", lambda *_: None)
    monkeypatch.setattr(sleutels, "Kosten", lambda **anders: type(GOEDKOOP)(**anders) if anders else GOEDKOOP)


@pytest.fixture
def twee(tmp_path: Path) -> tuple[Path, Path]:
    """The werkmap of a secretary who published a meeting, and of a member who is admitted."""
    hier, daar = tmp_path / "hier", tmp_path / "daar"
    with Store.open(hier, maken=True) as store:
        store.personen.save(een_persoon(id="roos", naam="Roos van Dalen"))
        store.personen.save(een_persoon(id="wies", naam="Wies"))
        store.gremia.save(een_gremium(id="g1"))
        store.vergaderingen.save(een_vergadering(id="v1", gremium_id="g1"))
    aanvraag = tmp_path / "a.json"
    for opdracht in (
        ("begin", "Roos van Dalen", "--werkmap", hier),
        ("aanmelden", "Wies", aanvraag, "--werkmap", daar),
        ("toelaten", aanvraag, "Wies", "--woorden-kloppen", "--werkmap", hier),
        ("publiceer", "--werkmap", hier),
    ):
        assert tk("bundle", *opdracht).code == 0
    return hier, daar


def test_through_a_folder_and_the_address_needs_to_be_given_once(twee: tuple[Path, Path], tmp_path: Path) -> None:
    hier, daar = twee
    bus = tmp_path / "stick"
    bus.mkdir()
    zonder = tk("bundle", "sturen", "--werkmap", hier)
    assert (zonder.code, "TK-C32" in zonder.fout) == (2, True)
    assert tk("bundle", "sturen", f"map:{bus}", "--werkmap", hier).uit.startswith("Verstuurd: ")
    assert tk("bundle", "sturen", "--werkmap", hier).uit == "Alles stond er al.\n"
    niet = tk("bundle", "ophalen", f"map:{bus}", "--werkmap", daar)
    assert (niet.code, "TK-U19" in niet.fout) == (2, True)
    assert "nieuwe melding" in tk("bundle", "ophalen", "--kijk", "--werkmap", daar).uit
    gehaald = tk("bundle", "ophalen", "--vertrouw", "--werkmap", daar)
    assert gehaald.uit.startswith("Van Roos van Dalen: nieuw ")
    assert tk("bundle", "ophalen", "--werkmap", daar, "--json").json["nieuw"] == 0
    assert tk("bundle", "ophalen", "--kijk", "--werkmap", daar).uit == "Er is niets nieuws.\n"
    assert tk("bundle", "opruimen", "--werkmap", hier).uit == "Opgeruimd: 0 delen en 0 meldingen.\n"


def test_a_new_server_is_compared_and_no_password_is_written_anywhere(twee: tuple[Path, Path], tmp_path: Path) -> None:
    hier, daar = twee
    with ssh(tmp_path / "server") as server:
        adres = f"sftp://{WIE}@{HIER}:{server.poort}"
        monkey = pytest.MonkeyPatch()
        monkey.setattr(postbus, "vraag_ja", lambda _: False)
        niet = tk("bundle", "sturen", adres, "--werkmap", hier)
        assert (niet.code, "TK-U35" in niet.fout, server.sleutel.fingerprint in niet.fout) == (2, True, True)
        monkey.undo()
        assert tk("bundle", "sturen", adres, "--vertrouw", "--werkmap", hier).code == 0
        assert tk("bundle", "sturen", "--werkmap", hier).code == 0  # it is known now
        assert tk("bundle", "ophalen", adres, "--vertrouw", "--werkmap", daar).code == 0
    dicht = tk("bundle", "sturen", "--werkmap", hier)
    assert (dicht.code, "TK-U31" in dicht.fout) == (2, True)
    for pad in (*hier.rglob("*"), *daar.rglob("*")):
        assert not pad.is_file() or WACHTWOORD.encode() not in pad.read_bytes()
