"""An address names one store, never a password; a password is kept by the keyring or by nobody."""

from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as GeenRing

from tk_desktop.exchange.postbus.adres import Postbussoort, lees_adres
from tk_desktop.exchange.postbus.fouten import PostbusAdresOnjuist
from tk_desktop.exchange.postbus.openen import open_opslag, wachtwoord_naar_ring, wachtwoord_uit_ring


def test_an_address_is_that_of_a_folder_or_a_server() -> None:
    assert lees_adres("map:/media/stick").map == Path("/media/stick")
    dav = lees_adres(" https://dav.waterkant.nl:8443/post/bus/ ")
    assert (dav.soort, dav.pad, dav.vraagt_wachtwoord) == (
        Postbussoort.WEBDAV,
        "https://dav.waterkant.nl:8443/post/bus/",
        True,
    )
    sftp = lees_adres("sftp://roos@waterkant.nl/srv/post bus")
    assert (sftp.host, sftp.poort, sftp.pad, sftp.gebruiker) == ("waterkant.nl", 22, "/srv/post bus", "roos")
    assert lees_adres("sftp://waterkant.nl").pad == "."
    assert lees_adres("http://[::1]:80/x").pad == "http://[::1]:80/x/"


@pytest.mark.parametrize(
    "tekst",
    ["", "map:", "ftp://x/y", "http://waterkant.nl/x", "https:///x", "https://x/y?z", "https://x:9999999/", "C:\\x"],
)
def test_anything_else_is_refused(tekst: str) -> None:
    with pytest.raises(PostbusAdresOnjuist):
        lees_adres(tekst)


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(PostbusAdresOnjuist) as fout:
        lees_adres("https://roos:geheim123@waterkant.nl/post")
    assert "geheim123" not in str(fout.value) + fout.value.raad
    assert "wachtwoord" in str(fout.value)


def test_a_folder_is_opened_without_a_password(tmp_path: Path) -> None:
    opslag = open_opslag(lees_adres(f"map:{tmp_path}"))
    assert opslag.plaats("log/alg/1", b"x")
    opslag.sluit()


def test_without_a_keyring_a_password_is_kept_nowhere() -> None:
    eerder = keyring.get_keyring()
    keyring.set_keyring(GeenRing())  # type: ignore[no-untyped-call]
    try:
        adres = lees_adres("https://waterkant.nl/post")
        assert not wachtwoord_naar_ring(adres, "roos", "geheim")
        assert wachtwoord_uit_ring(adres, "roos") is None
    finally:
        keyring.set_keyring(eerder)
