"""The postbus in the window: set up, looked at by the clock, used by one key, and told of when it does not work."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import keyring
import paramiko
import pytest
from keyring.backends.fail import Keyring as GeenRing
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.bouwers import een_lidmaatschap
from tests.bundelbouwers import GOEDKOOP
from tests.desktop.venster import druk, toon_venster
from tests.postbusservers import HIER, WACHTWOORD, WIE, lijn, ssh, webdav
from tests.postbuswereld import Postwereld
from tests.uitwisselwereld import Laptop
from tk_desktop.desktop.bundels import werk
from tk_desktop.desktop.bundels.busvraag import Buswachtwoord
from tk_desktop.desktop.bundels.post import Post, Stand
from tk_desktop.desktop.bundels.postbusvraag import Postbusvraag, Soort
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.domain.rooster import Rol
from tk_desktop.exchange.sleutels import Sleutelbestand
from tk_desktop.store.werkmap import Store

T = TypeVar("T", bound=QDialog)
EIGEN = "vier woorden achter elkaar"


@pytest.fixture(autouse=True)
def _geen_sleutelring() -> Iterator[None]:
    eerder = keyring.get_keyring()
    keyring.set_keyring(GeenRing())  # type: ignore[no-untyped-call]
    yield
    keyring.set_keyring(eerder)


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Postwereld]:
    """A secretary who published a meeting, a colleague and a member; nothing is in the postbus yet."""
    assert werk.Sleutelbestand is Sleutelbestand
    wereld = Postwereld(tmp_path / "w")
    wereld.vergadering()
    wereld["s1"].store.leden.save(een_lidmaatschap(id="lid-sanne", gremium_id="g1", persoon_id="sanne"))
    wereld.meld_aan("s2", "sanne", Rol.SECRETARIS)
    wereld.meld_aan("b1", "wies")
    wereld.publiceer()
    yield wereld
    wereld.sluit()


def _map(laptop: Laptop, *, adres: str = "") -> Path:
    """Close a laptop, to be opened in a window; its keys lie behind a passphrase."""
    if adres:
        with laptop.store.transaction():
            laptop.store.postbussen.bewaar(laptop.store.postbussen.get(adres))
    laptop.store.close()
    Sleutelbestand(laptop.store.map).maak(laptop.bos, wachtwoord=EIGEN, kosten=GOEDKOOP)
    return laptop.store.map


def _heropen(laptop: Laptop) -> None:
    laptop.store = Store.open(laptop.store.map)


def _wacht_op(qtbot: QtBot, bediening: Bediening, stand: Stand) -> Post:
    def is_zover() -> bool:
        zaak = bediening.uitwisseling.postbus
        return bool(zaak.posten) and zaak.posten[0].stand is stand and not zaak.bezig

    qtbot.waitUntil(is_zover)
    return bediening.uitwisseling.postbus.posten[0]


def _vraag(qtbot: QtBot, soort: type[T]) -> T:
    def gevonden() -> T | None:
        nu = QApplication.activeModalWidget()
        return nu if isinstance(nu, soort) else None

    qtbot.waitUntil(lambda: gevonden() is not None)
    vraag = gevonden()
    assert vraag is not None
    return vraag


def _ruil(bediening: Bediening) -> None:
    bediening.opdrachten.acties["bundel.ruilen"].trigger()


def _noem(laptop: Laptop, id_: str, titel: str) -> None:
    with laptop.store.transaction():
        laptop.store.agendapunten.save(replace(laptop.store.agendapunten.get(id_), titel=titel))


def test_a_folder_is_chosen_once_and_one_key_fetches_and_sends(qtbot: QtBot, wereld: Postwereld) -> None:
    wereld.stuur("s1")
    s2 = wereld["s2"]
    with toon_venster(qtbot, _map(s2)) as bediening:
        bediening.sessie.sleutels = s2.bos
        druk("Ctrl+F5")
        assert bediening.adres.scherm is Scherm.UITWISSELEN
        vraag = _vraag(qtbot, Postbusvraag)
        vraag.kies_map = lambda ouder: str(wereld.bus)
        assert not vraag.doe.isEnabled()
        vraag.blader.click()
        vraag.doe.click()
        post = _wacht_op(qtbot, bediening, Stand.WOORDEN)  # a secretariat that was never met
        assert bediening.sessie.store.vergaderingen.all() == ()  # nothing changed yet
        assert "(1)" in bediening.venster.rail.knoppen[Scherm.UITWISSELEN].text()
        assert "deze zes woorden" in bediening.uitwisseling.blad.uitleg.text()
        bediening.uitwisseling.blad.kies(post.sleutel)
        bediening.uitwisseling.blad.knop_doe.click()
        _wacht_op(qtbot, bediening, Stand.VERWERKT)
        store = bediening.sessie.store
        assert store.agendapunten.get("open").titel == "Haven"
        assert "Opgehaald van Roos" in bediening.venster.toast.tekst
        assert store.postbussen.alle()[0].adres == f"map:{wereld.bus}"
        bediening.uitwisseling.postbus.ruil()
        _wacht_op(qtbot, bediening, Stand.BEKEND)
        assert "niets nieuws" in bediening.uitwisseling.blad.uitleg.text()
        bediening.opdrachten.acties["bewerken.ongedaan"].trigger()
        assert store.vergaderingen.all() == ()
    _heropen(s2)


def test_the_clock_looks_and_tells_without_asking_or_changing_anything(qtbot: QtBot, wereld: Postwereld) -> None:
    wereld.stuur("s1")
    wereld.haal("s2")
    _noem(wereld["s1"], "open", "Haven en kade")
    wereld.stuur("s1")
    s2 = wereld["s2"]
    with toon_venster(qtbot, _map(s2, adres=f"map:{wereld.bus}")) as bediening:
        post = _wacht_op(qtbot, bediening, Stand.KLAAR)
        assert "Er ligt 1 bericht van Roos" in post.melding
        assert "Dat brengt" not in post.melding  # that is not known without the keys of this laptop
        assert bediening.sessie.sleutels is None  # nobody was asked for a passphrase
        assert bediening.sessie.store.agendapunten.get("open").titel == "Haven"
        assert "elk uur" in bediening.uitwisseling.postbus.uitleg(post)
        bediening.sessie.sleutels = s2.bos
        bediening.uitwisseling.postbus.kijk()
        qtbot.waitUntil(lambda: "Dat brengt: nieuw 0 · gewijzigd 1" in _wacht_op(qtbot, bediening, Stand.KLAAR).melding)
        assert bediening.sessie.store.agendapunten.get("open").titel == "Haven"
        wereld.bus.rename(wereld.bus.with_name("weg"))
        bediening.uitwisseling.postbus.kijk()
        post = _wacht_op(qtbot, bediening, Stand.GEWEIGERD)
        assert "(TK-U31)" in post.melding
        assert not bediening.sessie.balk.isVisible()
        wereld.bus.with_name("weg").rename(wereld.bus)
    _heropen(s2)


def test_a_webdav_server_is_asked_for_its_password_again_when_it_was_wrong_and_says_when_it_is_full(
    qtbot: QtBot, wereld: Postwereld, tmp_path: Path
) -> None:
    s1 = wereld["s1"]
    with webdav(tmp_path / "dav", tmp_path / "tls") as dienst, toon_venster(qtbot, _map(s1)) as bediening:
        bediening.sessie.sleutels = s1.bos
        bediening.opdrachten.acties["bundel.postbus"].trigger()
        vraag = _vraag(qtbot, Postbusvraag)
        vraag.soort.setCurrentIndex(vraag.soort.findData(Soort.WEBDAV.value))
        vraag.adres.setText(dienst.url)
        vraag.naam.setText(WIE)
        vraag.wachtwoord.setText(WACHTWOORD)
        vraag.doe.click()
        qtbot.waitUntil(lambda: "(TK-U34)" in vraag.melding.text())  # an issuer that nobody knows
        vraag.kies_certificaat = lambda ouder: str(dienst.certificaat)
        vraag.blader_certificaat.click()
        vraag.wachtwoord.setText("verkeerd")
        vraag.doe.click()
        qtbot.waitUntil(lambda: "(TK-U32)" in vraag.melding.text())
        vraag.wachtwoord.setText(WACHTWOORD)
        vraag.doe.click()
        _wacht_op(qtbot, bediening, Stand.BEKEND)  # there is no post yet
        dienst.ruimte = 0
        _ruil(bediening)
        assert "(TK-U33)" in _wacht_op(qtbot, bediening, Stand.GEWEIGERD).melding
        assert "(TK-U33)" in bediening.sessie.balk.tekst
        dienst.ruimte = 1 << 40
        _ruil(bediening)
        _wacht_op(qtbot, bediening, Stand.VERWERKT)
        bediening.uitwisseling.postbus._wachtwoorden.clear()  # as after a start without a keyring
        _ruil(bediening)
        bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN))  # who types there is not asked a password halfway a word
        _wacht_op(qtbot, bediening, Stand.GEWEIGERD)
        assert QApplication.activeModalWidget() is None
        knop = bediening.sessie.balk.knoppen[0]
        assert knop.text() == "Wachtwoord geven…"
        knop.click()
        _vraag(qtbot, Buswachtwoord).reject()
        _ruil(bediening)
        wachtwoord = _vraag(qtbot, Buswachtwoord)
        wachtwoord.veld.setText("mis")
        druk("Return", wachtwoord.veld)
        qtbot.waitUntil(lambda: _vraag(qtbot, Buswachtwoord) is not wachtwoord)
        wachtwoord = _vraag(qtbot, Buswachtwoord)
        assert "(TK-U32)" in wachtwoord.vorm.melding.text()
        wachtwoord.veld.setText(WACHTWOORD)
        druk("Return", wachtwoord.veld)
        _wacht_op(qtbot, bediening, Stand.BEKEND)
        assert not [pad for pad in s1.store.map.rglob("*") if pad.is_file() and WACHTWOORD.encode() in pad.read_bytes()]
    _heropen(s1)


def test_a_new_sftp_server_is_compared_and_a_line_that_breaks_goes_on_where_it_was(
    qtbot: QtBot, wereld: Postwereld, tmp_path: Path
) -> None:
    s1 = wereld["s1"]
    with (
        ssh(tmp_path / "sftp") as dienst,
        lijn(dienst.poort) as tussen,
        toon_venster(qtbot, _map(s1)) as bediening,
    ):
        bediening.sessie.sleutels = s1.bos
        bediening.opdrachten.acties["bundel.postbus"].trigger()
        vraag = _vraag(qtbot, Postbusvraag)
        vraag.soort.setCurrentIndex(vraag.soort.findData(Soort.SFTP.value))
        vraag.adres.setText(f"{WIE}@{HIER}:{tussen.poort}")
        vraag.wachtwoord.setText(WACHTWOORD)
        vraag.doe.click()
        qtbot.waitUntil(lambda: "(TK-U35)" in vraag.melding.text())
        assert dienst.sleutel.fingerprint in vraag.melding.text()
        assert dienst.aanmeldingen == []  # it was told nothing
        assert not vraag.doe.isEnabled()
        vraag.klopt.click()
        vraag.doe.click()
        _wacht_op(qtbot, bediening, Stand.BEKEND)
        tussen.nog, tussen.keer = 20_000, 1
        _ruil(bediening)
        _wacht_op(qtbot, bediening, Stand.VERWERKT)
        assert tussen.keer == 0  # it did break
    _heropen(s1)


def test_a_key_file_is_asked_for_its_passphrase(qtbot: QtBot, wereld: Postwereld, tmp_path: Path) -> None:
    s1, sleutel = wereld["s1"], paramiko.ECDSAKey.generate()
    sleutel.write_private_key_file(str(tmp_path / "sleutel"), password="losse woorden")
    with ssh(tmp_path / "sftp") as dienst, toon_venster(qtbot, _map(s1)) as bediening:
        dienst.sleutels.append(sleutel)
        bediening.opdrachten.acties["bundel.postbus"].trigger()
        vraag = _vraag(qtbot, Postbusvraag)
        vraag.soort.setCurrentIndex(vraag.soort.findData(Soort.SFTP.value))
        vraag.wijze.setCurrentIndex(vraag.wijze.findData("bestand"))
        vraag.adres.setText(f"{WIE}@{HIER}:{dienst.poort}")
        assert not vraag.doe.isEnabled()
        vraag.kies_sleutel = lambda ouder: str(tmp_path / "sleutel")
        vraag.blader_sleutel.click()
        vraag.doe.click()
        qtbot.waitUntil(lambda: "(TK-U41)" in vraag.melding.text())
        vraag.wachtwoord.setText("losse woorden")
        vraag.doe.click()
        qtbot.waitUntil(lambda: "(TK-U35)" in vraag.melding.text())
        vraag.klopt.click()
        vraag.doe.click()
        _wacht_op(qtbot, bediening, Stand.BEKEND)
        assert bediening.sessie.store.postbussen.alle()[0].sleutel == str(tmp_path / "sleutel")
    _heropen(s1)


def test_what_is_going_on_can_be_stopped_and_goes_on_the_next_time(
    qtbot: QtBot, wereld: Postwereld, tmp_path: Path
) -> None:
    s1 = wereld["s1"]
    with toon_venster(qtbot, _map(s1, adres=f"map:{wereld.bus}")) as bediening:
        bediening.sessie.sleutels = s1.bos
        _wacht_op(qtbot, bediening, Stand.BEKEND)
        bediening.uitwisseling.postbus.stap.connect(bediening.uitwisseling.blad.knop_stop.click)
        _ruil(bediening)
        assert "gestopt" in _wacht_op(qtbot, bediening, Stand.WACHT).melding
        bediening.uitwisseling.postbus.stap.disconnect(bediening.uitwisseling.blad.knop_stop.click)
        _ruil(bediening)
        _wacht_op(qtbot, bediening, Stand.VERWERKT)
    _heropen(s1)
    wereld.haal("b1")
    assert wereld["b1"].store.agendapunten.get("open").titel == "Haven"


def test_a_postbus_is_forgotten_when_it_is_used_no_more(qtbot: QtBot, wereld: Postwereld) -> None:
    s1 = wereld["s1"]
    with toon_venster(qtbot, _map(s1, adres=f"map:{wereld.bus}")) as bediening:
        _wacht_op(qtbot, bediening, Stand.BEKEND)
        bediening.opdrachten.acties["bundel.postbus"].trigger()
        vraag = _vraag(qtbot, Postbusvraag)
        assert vraag.adres.text() == str(wereld.bus)
        vraag.weg.click()
        assert bediening.sessie.store.postbussen.alle() == ()
        assert bediening.uitwisseling.postbus.posten == ()
    _heropen(s1)


def test_a_store_that_lies_brings_nothing_and_what_it_broke_is_asked_for_again(
    qtbot: QtBot, wereld: Postwereld
) -> None:
    wereld.stuur("s1")
    wereld.haal("s2")
    _noem(wereld["s1"], "open", "Haven en kade")
    voor = set(wereld.bestanden())
    wereld.stuur("s1")
    for naam in set(wereld.bestanden()) - voor:
        if naam.startswith("objecten/"):
            (wereld.bus / naam).write_bytes(b"iets van een vreemde")
    s2 = wereld["s2"]
    with toon_venster(qtbot, _map(s2, adres=f"map:{wereld.bus}")) as bediening:
        bediening.sessie.sleutels = s2.bos
        _wacht_op(qtbot, bediening, Stand.KLAAR)
        _ruil(bediening)
        post = _wacht_op(qtbot, bediening, Stand.VERWERKT)
        assert "Beschadigd of weg: 1." in post.melding
        assert bediening.sessie.store.agendapunten.get("open").titel == "Haven"
    _heropen(s2)
    wereld.haal("s1")  # which is asked for it
    wereld.stuur("s1")
    wereld.haal("s2")
    assert s2.store.agendapunten.get("open").titel == "Haven en kade"


def test_a_folder_with_other_things_is_no_postbus(qtbot: QtBot, wereld: Postwereld) -> None:
    (wereld.bus / "postbus.json").write_text("een recept voor soep")
    s1 = wereld["s1"]
    with toon_venster(qtbot, _map(s1)) as bediening:
        bediening.opdrachten.acties["bundel.postbus"].trigger()
        vraag = _vraag(qtbot, Postbusvraag)
        vraag.adres.setText(str(wereld.bus))
        vraag.doe.click()
        qtbot.waitUntil(lambda: "(TK-U38)" in vraag.melding.text())
        assert vraag.isVisible()
        assert bediening.sessie.store.postbussen.alle() == ()
        vraag.reject()
    _heropen(s1)
