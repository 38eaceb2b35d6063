"""The three stores do the same: put where nothing is, get, list and delete; whole or not at all."""

import os
import resource
import signal
from collections.abc import Iterator
from pathlib import Path

import paramiko
import pytest

from tests.postbusservers import HIER, WACHTWOORD, WIE, lijn, ssh, webdav
from tk_desktop.base.errors import Onderbroken
from tk_desktop.exchange.postbus.fouten import (
    PostbusAanmeldingGeweigerd,
    PostbusCertificaatOnjuist,
    PostbusOnbereikbaar,
    PostbusVol,
    PostbusWachtwoordNodig,
    PostbusWeigert,
    ServerNogNietVertrouwd,
    ServersleutelVeranderd,
    SleutelbestandOnbruikbaar,
)
from tk_desktop.exchange.postbus.mapopslag import Mapopslag
from tk_desktop.exchange.postbus.opslag import Opslag, keur_pad
from tk_desktop.exchange.postbus.sftp import Sftp
from tk_desktop.exchange.postbus.webdav import Webdav

GROOT = bytes(range(256)) * 4000


def hostsleutel(sleutel: paramiko.PKey) -> str:
    return f"{sleutel.get_name()} {sleutel.get_base64()}"


@pytest.fixture(params=["map", "webdav", "sftp"])
def plek(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Opslag, Path]]:
    """A store, and the folder in which its server keeps it."""
    map_ = tmp_path / "server"
    map_.mkdir()
    if request.param == "map":
        yield Mapopslag(map_), map_
    elif request.param == "webdav":
        with webdav(map_) as dienst, Webdav(dienst.url, WIE, WACHTWOORD) as opslag:
            yield opslag, map_
    else:
        with (
            ssh(map_) as server,
            Sftp(HIER, server.poort, ".", WIE, WACHTWOORD, hostsleutel=hostsleutel(server.sleutel)) as opslag,
        ):
            yield opslag, map_


def test_what_is_put_is_got_listed_and_taken_away(plek: tuple[Opslag, Path]) -> None:
    opslag, map_ = plek
    assert opslag.haal("objecten/ab/abcd", 10) is None
    assert opslag.lijst("objecten") == ()
    assert opslag.plaats("objecten/ab/abcd", GROOT)
    assert opslag.haal("objecten/ab/abcd", len(GROOT)) == GROOT
    assert not opslag.plaats("objecten/ab/abcd", b"iets anders")
    assert opslag.haal("objecten/ab/abcd", len(GROOT)) == GROOT
    assert opslag.plaats("log/alg/00000001.json", b"")
    assert opslag.haal("log/alg/00000001.json", 10) == b""
    assert opslag.lijst("objecten/ab") == ("abcd",)
    assert opslag.lijst("objecten") == ("ab",)
    opslag.verwijder("objecten/ab/abcd")
    opslag.verwijder("objecten/ab/abcd")
    assert opslag.haal("objecten/ab/abcd", 10) is None
    over = [pad.name for pad in map_.rglob("*") if pad.is_file()]
    assert over == ["00000001.json"]  # nothing half-made stays behind


def test_more_than_was_announced_is_not_read(plek: tuple[Opslag, Path]) -> None:
    opslag, _ = plek
    opslag.plaats("objecten/ab/abcd", GROOT)
    assert opslag.haal("objecten/ab/abcd", len(GROOT) - 1) is None


def test_names_that_lead_elsewhere_are_passed_over(plek: tuple[Opslag, Path]) -> None:
    opslag, map_ = plek
    opslag.plaats("log/alg/00000001.json", b"een")
    for naam in ("..%2f..%2fweg", "C:\\weg", "NUL .json", "a" * 200, ".verborgen", "\u202etxt.exe"):
        (map_ / "log" / "alg" / naam).write_bytes(b"")
    assert opslag.lijst("log/alg") == ("00000001.json",)
    for naam in ("../weg", "/weg", "log//alg", "log/../weg", "a/b/c/d/e", "C:/weg", ""):
        with pytest.raises(ValueError, match="geen pad"):
            keur_pad(naam)


def test_work_that_is_stopped_leaves_nothing_half(plek: tuple[Opslag, Path]) -> None:
    opslag, map_ = plek

    def stop(_: int) -> None:
        raise Onderbroken

    tik = opslag._tik  # type: ignore[attr-defined]
    opslag._tik = stop  # type: ignore[attr-defined]
    with pytest.raises(Onderbroken):
        opslag.plaats("objecten/ab/abcd", GROOT)
    opslag._tik = tik  # type: ignore[attr-defined]
    assert opslag.haal("objecten/ab/abcd", len(GROOT)) is None
    assert not list((map_ / "objecten").rglob("abcd")) if (map_ / "objecten").is_dir() else True
    assert opslag.plaats("objecten/ab/abcd", GROOT)


def test_a_folder_that_is_not_there_is_said_and_not_made(tmp_path: Path) -> None:
    opslag = Mapopslag(tmp_path / "stick")
    with pytest.raises(PostbusOnbereikbaar, match="de map is er niet"):
        opslag.plaats("log/alg/1", b"")
    assert not (tmp_path / "stick").exists()


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "geheim").mkdir()
    (tmp_path / "bus").mkdir()
    (tmp_path / "bus" / "log").symlink_to(tmp_path / "geheim")
    with pytest.raises(PostbusWeigert):
        Mapopslag(tmp_path / "bus").plaats("log/alg/1", b"x")
    assert not list((tmp_path / "geheim").iterdir())


def test_a_stick_without_links_takes_files_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def geen(*_: object) -> None:
        raise PermissionError(1, "geen koppelingen")

    monkeypatch.setattr(os, "link", geen)
    opslag = Mapopslag(tmp_path)
    assert opslag.plaats("log/alg/1", b"een")
    assert not opslag.plaats("log/alg/1", b"twee")
    assert opslag.haal("log/alg/1", 10) == b"een"


def test_a_folder_without_room_says_so_and_stays_as_it_was(tmp_path: Path) -> None:
    opslag = Mapopslag(tmp_path)
    eerder, was = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, eerder[1]))
    try:
        with pytest.raises(PostbusVol):
            opslag.plaats("objecten/ab/abcd", GROOT)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, eerder)
        signal.signal(signal.SIGXFSZ, was)
    assert [pad for pad in tmp_path.rglob("*") if pad.is_file()] == []


def test_servers_without_room_say_so(tmp_path: Path) -> None:
    with webdav(tmp_path / "dav") as dienst, Webdav(dienst.url, WIE, WACHTWOORD) as dav:
        dienst.ruimte = 1000
        with pytest.raises(PostbusVol):
            dav.plaats("objecten/ab/abcd", GROOT)
        assert dav.haal("objecten/ab/abcd", len(GROOT)) is None
    with ssh(tmp_path / "ssh") as server:
        server.ruimte = 1000
        with (
            Sftp(HIER, server.poort, ".", WIE, WACHTWOORD, hostsleutel=hostsleutel(server.sleutel)) as sftp,
            pytest.raises(PostbusWeigert, match="misschien is hij vol"),
        ):
            sftp.plaats("objecten/ab/abcd", GROOT)
        assert [pad for pad in (tmp_path / "ssh").rglob("*") if pad.is_file()] == []


def test_a_wrong_password_is_refused_and_told_to_nobody(tmp_path: Path) -> None:
    with webdav(tmp_path / "dav") as dienst, Webdav(dienst.url, WIE, "fout-geheim") as dav:
        with pytest.raises(PostbusAanmeldingGeweigerd) as fout:
            dav.lijst("log")
        assert "fout-geheim" not in str(fout.value) + fout.value.raad
    with ssh(tmp_path / "ssh") as server:
        with pytest.raises(PostbusAanmeldingGeweigerd) as fout:
            Sftp(HIER, server.poort, ".", WIE, "fout-geheim", hostsleutel=hostsleutel(server.sleutel))
        assert "fout-geheim" not in str(fout.value) + fout.value.raad


def test_a_server_is_compared_before_anything_is_said_to_it(tmp_path: Path) -> None:
    with ssh(tmp_path / "ssh") as server:
        with pytest.raises(ServerNogNietVertrouwd) as fout:
            Sftp(HIER, server.poort, ".", WIE, WACHTWOORD)
        assert server.aanmeldingen == []
        assert fout.value.details["hostsleutel"] == hostsleutel(server.sleutel)
        assert fout.value.details["vingerafdruk"] == server.sleutel.fingerprint
        assert len(str(fout.value.details["woorden"]).split()) == 6
        ander = hostsleutel(paramiko.ECDSAKey.generate())
        with pytest.raises(ServersleutelVeranderd):
            Sftp(HIER, server.poort, ".", WIE, WACHTWOORD, hostsleutel=ander)
        assert server.aanmeldingen == []


def test_a_certificate_of_the_organisation_itself_is_believed_once_it_is_named(tmp_path: Path) -> None:
    with webdav(tmp_path / "dav", tmp_path / "tls") as dienst:
        dav = Webdav(dienst.url, WIE, WACHTWOORD)
        with pytest.raises(PostbusCertificaatOnjuist, match="tekende zijn certificaat zelf"):
            dav.lijst("log")
        dav.sluit()
        dav = Webdav(dienst.url, WIE, WACHTWOORD, certificaat=dienst.certificaat)
        assert dav.plaats("objecten/ab/abcd", GROOT)
        assert dav.haal("objecten/ab/abcd", len(GROOT)) == GROOT
        dav.sluit()
        with pytest.raises(PostbusCertificaatOnjuist, match="niet te lezen"):
            Webdav(dienst.url, WIE, WACHTWOORD, certificaat=tmp_path / "weg.pem")


@pytest.mark.parametrize(("dagen", "host", "oorzaak"), [(-3, HIER, "verlopen"), (9, "elders.nl", "een andere server")])
def test_a_certificate_that_does_not_fit_is_refused_in_dutch(
    tmp_path: Path, dagen: int, host: str, oorzaak: str
) -> None:
    with (
        webdav(tmp_path / "dav", tmp_path / "tls", dagen=dagen, host=host) as dienst,
        Webdav(dienst.url, WIE, WACHTWOORD, certificaat=dienst.certificaat) as dav,
        pytest.raises(PostbusCertificaatOnjuist, match=oorzaak),
    ):
        dav.lijst("log")


def test_a_transfer_goes_on_where_the_line_broke(tmp_path: Path) -> None:
    with (
        webdav(tmp_path / "dav") as dienst,
        lijn(int(dienst.url.rsplit(":", 1)[1][:-1])) as draad,
        Webdav(f"http://{HIER}:{draad.poort}/", WIE, WACHTWOORD) as dav,
    ):
        draad.nog, draad.keer = 300_000, 1
        assert dav.plaats("objecten/ab/abcd", GROOT)
        draad.nog, draad.keer, draad.gegaan = 700_000, 1, 0
        assert dav.haal("objecten/ab/abcd", len(GROOT)) == GROOT
        assert draad.keer == 0
        assert draad.gegaan < len(GROOT) * 1.3  # only the rest was asked for again


def test_a_line_to_an_sftp_server_that_breaks_is_opened_again(tmp_path: Path) -> None:
    with (
        ssh(tmp_path / "ssh") as server,
        lijn(server.poort) as draad,
        Sftp(HIER, draad.poort, ".", WIE, WACHTWOORD, hostsleutel=hostsleutel(server.sleutel)) as sftp,
    ):
        draad.nog, draad.keer = 300_000, 1
        assert sftp.plaats("objecten/ab/abcd", GROOT)
        draad.nog, draad.keer = 700_000, 1
        assert sftp.haal("objecten/ab/abcd", len(GROOT)) == GROOT
        assert draad.keer == 0


def test_a_server_that_does_not_answer_is_given_up(tmp_path: Path) -> None:
    with webdav(tmp_path / "dav") as dienst:
        weg = dienst.url
    with Webdav(weg, WIE, WACHTWOORD) as dav, pytest.raises(PostbusOnbereikbaar, match="niet te vinden"):
        dav.lijst("log")
    with pytest.raises(PostbusOnbereikbaar):
        Sftp(HIER, int(weg.rsplit(":", 1)[1][:-1]), ".", WIE, WACHTWOORD)


def test_a_key_opens_an_sftp_server_with_its_passphrase_and_nothing_else_does(tmp_path: Path) -> None:
    eigen, ander = paramiko.ECDSAKey.generate(), paramiko.ECDSAKey.generate()
    eigen.write_private_key_file(str(tmp_path / "open"))
    eigen.write_private_key_file(str(tmp_path / "dicht"), password="vier losse woorden")
    ander.write_private_key_file(str(tmp_path / "ander"))
    (tmp_path / "geen").write_text("dit is geen sleutel")

    with ssh(tmp_path / "server") as server:
        server.sleutels.append(eigen)
        kent = hostsleutel(server.sleutel)

        def kom_binnen(bestand: str, wachtzin: str = "", host: str = kent) -> None:
            sleutel = str(tmp_path / bestand) if bestand else ""
            with Sftp(HIER, server.poort, ".", WIE, wachtzin, hostsleutel=host, sleutel=sleutel) as opslag:
                assert opslag.lijst("log") == ()

        kom_binnen("open")
        kom_binnen("dicht", "vier losse woorden")
        with pytest.raises(PostbusWachtwoordNodig):
            kom_binnen("dicht")
        with pytest.raises(PostbusAanmeldingGeweigerd, match="wachtzin"):
            kom_binnen("dicht", "iets anders")
        with pytest.raises(PostbusAanmeldingGeweigerd, match="kent deze naam"):
            kom_binnen("ander")
        with pytest.raises(PostbusAanmeldingGeweigerd, match="sleutelbestand"):
            kom_binnen("", WACHTWOORD)
        for weg in ("geen", "is er niet"):
            with pytest.raises(SleutelbestandOnbruikbaar):
                kom_binnen(weg)
        server.aanmeldingen.clear()
        with pytest.raises(ServerNogNietVertrouwd):
            kom_binnen("open", host="")
        assert server.aanmeldingen == []  # the server was told nothing


def test_without_an_agent_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    with pytest.raises(SleutelbestandOnbruikbaar, match="ssh-agent"):
        Sftp(HIER, 9, ".", WIE, "", sleutel="agent")
