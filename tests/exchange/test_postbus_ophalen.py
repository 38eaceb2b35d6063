"""Fetching out of a postbus: what is for this laptop and nothing else, whatever the store does with it."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from random import Random

import pytest

from tests.bouwers import een_persoon
from tests.exchange.test_postbus_opslag import hostsleutel
from tests.postbusservers import HIER, WACHTWOORD, WIE, lijn, ssh, webdav
from tests.postbuswereld import Postwereld, stukken, titels
from tk_desktop.domain.leesstand import Bladwijzer
from tk_desktop.domain.rooster import Rol
from tk_desktop.domain.vergadering import Afmelding
from tk_desktop.exchange.lezen import NogNietVertrouwd
from tk_desktop.exchange.postbus.fouten import PostbusOnbereikbaar
from tk_desktop.exchange.postbus.mapopslag import Mapopslag
from tk_desktop.exchange.postbus.ophalen import fetch
from tk_desktop.exchange.postbus.sftp import Sftp
from tk_desktop.exchange.postbus.sturen import send
from tk_desktop.exchange.postbus.webdav import Webdav

PDF = Random(6).randbytes(2_500_000)
ALLES = {PDF, b"%PDF-geheim", b"%PDF-geheim-zaak"}


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Postwereld]:
    wereld = Postwereld(tmp_path)
    wereld.vergadering(open_=PDF)
    wereld.meld_aan("b1", "wies")
    wereld.publiceer()
    yield wereld
    wereld.sluit()


def test_a_first_time_nothing_comes_before_words_were_compared(wereld: Postwereld) -> None:
    wereld.stuur("s1")
    b = wereld["b1"]
    with pytest.raises(NogNietVertrouwd) as fout:
        fetch(b.store, b.bos, Mapopslag(wereld.bus), vandaag=date(2026, 3, 2))
    assert len(str(fout.value.details["woorden"]).split()) == 6
    assert not b.store.uitwisseling.roosters()
    wereld.haal("b1")
    assert titels(b) == {"Haven", "Aankoop kade 7", "Benoeming"}


def test_both_ways_and_back_and_nothing_comes_twice(wereld: Postwereld) -> None:
    wereld.stuur("s1")
    eerste = wereld.haal("b1")
    assert (eerste.volgt_nog, eerste.beschadigd, eerste.geweigerd) == (0, 0, ())
    assert any("Roos" in een.afzender for een in eerste.ontvangsten)
    wereld["b1"].store.afmeldingen.save(Afmelding(id="af", vergadering_id="v1", lid_id="lid-wies", reden="verhuist"))
    assert wereld.nieuws("b1").te_sturen
    wereld.stuur("b1")
    assert wereld.nieuws("s1").is_er
    wereld.haal("s1")
    assert [een.reden for een in wereld["s1"].store.afmeldingen.all()] == ["verhuist"]
    wereld.haal("b1")
    for naam in ("s1", "b1"):
        assert not wereld.nieuws(naam).is_er
        assert wereld.haal(naam, heel=True).niets_nieuws


def test_looking_for_news_changes_nothing_and_costs_one_question_a_channel(wereld: Postwereld) -> None:
    wereld.stuur("s1")
    wereld.haal("b1")
    vragen: list[str] = []

    class Teller(Mapopslag):
        def haal(self, pad: str, hoogstens: int) -> bytes | None:
            vragen.append(pad)
            return super().haal(pad, hoogstens)

        def lijst(self, map_: str) -> tuple[str, ...]:
            raise AssertionError

    wereld.opslag = lambda: Teller(wereld.bus)
    assert not wereld.nieuws("b1").is_er
    assert [pad.split("/")[0] for pad in vragen] == ["postbus.json", "log", "log"]
    wereld["s1"].store.personen.save(een_persoon(id="wies", naam="Wies van der Laan"))
    wereld.publiceer()
    wereld.opslag = lambda: Mapopslag(wereld.bus)
    wereld.stuur("s1")
    nieuws = wereld.nieuws("b1")
    assert (nieuws.meldingen, 0 < nieuws.lengte < 1000) == (1, True)
    assert {wie.naam for wie in wereld["b1"].store.personen.all()} >= {"Wies"}


def test_own_notes_reach_the_own_second_laptop_alone(wereld: Postwereld) -> None:
    wereld.meld_aan("b2", "wies")
    wereld.stuur("s1")
    wereld.haal("b1")
    wereld.haal("b2")
    b = wereld["b1"].store
    with b.transaction():
        b.bladwijzers.save(
            Bladwijzer(id="bw", vergadering_id="v1", papier="stuk-open", eigenaar="wies", versie="a" * 64, pagina=2)
        )
    wereld.stuur("b1")
    wereld.haal("b2")
    assert [een.papier for een in wereld["b2"].store.bladwijzers.all()] == ["stuk-open"]
    wereld.haal("s1")
    assert not list(wereld["s1"].store.bladwijzers.all())


@pytest.mark.parametrize("soort", ["webdav", "sftp"])
def test_through_a_real_server_both_ways_with_a_line_that_breaks(
    wereld: Postwereld, tmp_path: Path, soort: str
) -> None:
    with ExitStack() as later:
        if soort == "webdav":
            dienst = later.enter_context(webdav(tmp_path / "dav", tmp_path / "tls"))
            draad = later.enter_context(lijn(int(dienst.url.rsplit(":", 1)[1][:-1])))
            url = f"https://{HIER}:{draad.poort}/"
            wereld.opslag = lambda: Webdav(url, WIE, WACHTWOORD, certificaat=dienst.certificaat)
        else:
            server = later.enter_context(ssh(tmp_path / "ssh"))
            draad = later.enter_context(lijn(server.poort))
            sleutel = hostsleutel(server.sleutel)
            wereld.opslag = lambda: Sftp(HIER, draad.poort, ".", WIE, WACHTWOORD, hostsleutel=sleutel, adres="sftp:x")
        draad.nog, draad.keer = 1_500_000, 9
        while True:
            try:
                wereld.stuur("s1")
                break
            except PostbusOnbereikbaar:
                draad.keer = 0
        draad.nog, draad.keer, draad.gegaan = 1_500_000, 3, 0
        while True:
            try:
                wereld.haal("b1")
                break
            except PostbusOnbereikbaar:
                draad.nog = 1 << 60
        assert stukken(wereld["b1"]) == ALLES
        assert draad.gegaan < 2 * len(PDF)
        wereld["b1"].store.afmeldingen.save(
            Afmelding(id="af", vergadering_id="v1", lid_id="lid-wies", reden="verhuist")
        )
        wereld.stuur("b1")
        wereld.haal("s1")
        assert [een.reden for een in wereld["s1"].store.afmeldingen.all()] == ["verhuist"]


def _bederf(bus: Path, hoe: str, pad: Path, kans: Random) -> None:
    alle = [een for een in sorted(bus.rglob("*")) if een.is_file() and een.name != "postbus.json"]
    if hoe == "weg":
        pad.unlink()
    elif hoe == "half":
        pad.write_bytes(pad.read_bytes()[: pad.stat().st_size // 2])
    elif hoe == "bit":
        gegevens = bytearray(pad.read_bytes() or b"x")
        gegevens[kans.randrange(len(gegevens))] ^= 1 << kans.randrange(8)
        pad.write_bytes(gegevens)
    elif hoe == "verwisseld":
        ander = kans.choice(alle)
        een, twee = pad.read_bytes(), ander.read_bytes()
        pad.write_bytes(twee)
        ander.write_bytes(een)
    elif hoe == "groot":
        pad.write_bytes(bytes(5_000_000))
    elif hoe == "anders genoemd":
        pad.rename(pad.with_name(f"..%2f{pad.name}"))


@pytest.mark.parametrize("hoe", ["weg", "half", "bit", "verwisseld", "groot", "anders genoemd"])
def test_a_store_that_spoils_what_it_keeps_is_seen_through_and_put_right(wereld: Postwereld, hoe: str) -> None:
    wereld.meld_aan("s2", "sanne", Rol.SECRETARIS)
    wereld.stuur("s1")
    wereld.haal("s2")
    wereld.vergadering(open_=b"%PDF-kort")
    wereld.publiceer()
    wereld.stuur("s1")
    kans = Random(7)
    paden = [pad for pad in sorted(wereld.bus.rglob("*")) if pad.is_file() and pad.name != "postbus.json"]
    for pad in filter(Path.is_file, paden):
        _bederf(wereld.bus, hoe, pad, kans)
        wereld.haal("s1", heel=True)
        wereld.haal("s2", heel=True)  # raises nothing, and takes in nothing that is not signed
        wereld.stuur("s1")
        wereld.haal("s1", heel=True)
        wereld.stuur("s1")
    laatste = wereld.haal("s2", heel=True)
    assert laatste.volgt_nog == 0
    assert wereld["s2"].store.segmenten.gaten() == 0
    assert {een.titel for een in wereld["s2"].store.agendapunten.van_vergadering("v1")} == titels(wereld["s1"])


def test_a_server_that_was_put_back_from_a_copy_gets_again_what_it_lost(wereld: Postwereld, tmp_path: Path) -> None:
    wereld.stuur("s1")
    wereld.haal("b1")
    kopie = tmp_path / "kopie"
    shutil.copytree(wereld.bus, kopie)
    for nummer in range(3):
        wereld["s1"].store.personen.save(een_persoon(id="wies", naam=f"Wies {nummer}"))
        wereld.publiceer()
        wereld.stuur("s1")
        wereld.haal("s1")
    shutil.rmtree(wereld.bus)
    shutil.copytree(kopie, wereld.bus)
    wereld.haal("s1", heel=True)
    wereld.stuur("s1")
    wereld.haal("b1", heel=True)
    assert "Wies 2" in {wie.naam for wie in wereld["b1"].store.personen.all()}


def test_a_postbus_that_was_begun_anew_is_filled_again(wereld: Postwereld) -> None:
    wereld.stuur("s1")
    wereld.haal("b1")
    shutil.rmtree(wereld.bus)
    wereld.bus.mkdir()
    wereld.meld_aan("b2", "wies")
    assert wereld.stuur("s1").stukken == 3
    wereld.haal("b2")
    assert stukken(wereld["b2"]) == ALLES
    assert wereld.haal("b1").niets_nieuws or titels(wereld["b1"]) == titels(wereld["b2"])


def test_what_a_stranger_puts_there_changes_nothing(wereld: Postwereld, tmp_path: Path) -> None:
    vreemd = Postwereld(tmp_path / "vreemd")
    vreemd.vergadering()
    vreemd.publiceer()
    wereld.stuur("s1")
    wereld.haal("b1")
    voor = wereld["b1"].store.segmenten.koppen(wereld["b1"].store.segmenten.bereiken())
    send(vreemd["s1"].store, vreemd["s1"].bos, Mapopslag(wereld.bus), vandaag=date(2026, 3, 2))
    for naam in ("0000000x", "99999999", "00000000"):
        (wereld.bus / "log" / "alg" / naam).write_bytes(b"\0" * 200)
    wereld.haal("b1")
    assert wereld["b1"].store.segmenten.koppen(wereld["b1"].store.segmenten.bereiken()) == voor
    vreemd.sluit()
