"""Objects: what is written is read by who has the key, and nothing else passes for it."""

import json
import resource
import zlib
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bundelbouwers import een_bewerking, een_kop
from tk_desktop.exchange.canoniek import Vormfout, canoniek
from tk_desktop.exchange.segment import (
    GROOTST_UITGEPAKT,
    STUKDEEL,
    Kop,
    Soort,
    Stukdeel,
    aantal_delen,
    bestandssommen,
    lees_kop,
    lees_roosterdocument,
    lees_segment,
    lees_stukdeel,
    lengte_deel,
    lengte_stukdeel,
    ondertekend,
    open_inhoud,
    pak_uit,
    schrijf_rooster,
    schrijf_segment,
    schrijf_stukdeel,
    stuknaam,
)
from tk_desktop.exchange.sleutels import Sleutelbos, nieuwe_bereiksleutel

BOS = Sleutelbos.maak()
SLEUTEL = nieuwe_bereiksleutel()


@pytest.mark.parametrize(("bereik", "kid"), [("alg", 0), ("bes:zaak", 3)])
def test_operations_come_out_as_they_went_in(bereik: str, kid: int) -> None:
    bewerkingen = tuple(een_bewerking(bereik=bereik, waarde=waarde) for waarde in ("ë\n\t", 3, 2.5, None, "\x00"))
    kop = een_kop(BOS, bereik=bereik, kid=kid, aantal=5, vorige="a" * 64)
    gegevens = schrijf_segment(BOS, SLEUTEL, kop, bewerkingen)
    assert gegevens == schrijf_segment(BOS, SLEUTEL, kop, bewerkingen)
    assert lees_kop(gegevens) == kop
    assert ondertekend(gegevens, BOS.openbaar.verify)
    inhoud = open_inhoud(kop, gegevens, SLEUTEL)
    assert lees_segment(kop, inhoud, eigen=BOS.id) == bewerkingen
    assert {een.apparaat for een in lees_segment(kop, inhoud)} == {BOS.id}


def test_what_is_besloten_is_in_no_byte_readable() -> None:
    kop = een_kop(BOS, bereik="bes:zaak", kid=1)
    gegevens = schrijf_segment(BOS, SLEUTEL, kop, [een_bewerking(bereik="bes:zaak", waarde="Aankoop kade 7")])
    assert b"Aankoop" not in gegevens
    with pytest.raises(Vormfout):
        open_inhoud(kop, gegevens, nieuwe_bereiksleutel())
    with pytest.raises(Vormfout):
        open_inhoud(kop, gegevens, None)
    with pytest.raises(ValueError, match="doos"):
        schrijf_segment(BOS, None, kop, [een_bewerking()])


def test_a_device_signs_only_what_it_made() -> None:
    with pytest.raises(ValueError, match="zelf"):
        schrijf_segment(Sleutelbos.maak(), None, een_kop(BOS), [een_bewerking()])


@given(st.integers(0, 200), st.integers(1, 255))
def test_one_changed_byte_breaks_the_signature(plek: int, verschil: int) -> None:
    gegevens = bytearray(schrijf_segment(BOS, None, een_kop(BOS), [een_bewerking()]))
    gegevens[plek] ^= verschil
    assert not ondertekend(bytes(gegevens), BOS.openbaar.verify)


@pytest.mark.parametrize(
    "anders",
    [
        {"kind": "script"},
        {"scope": "iedereen"},
        {"scope": "bes:"},
        {"kid": 1},
        {"from": "X" * 16},
        {"feed": "0" * 16},
        {"n": 0},
        {"n": 20_001},
        {"n": True},
        {"prev": "a"},
        {"roster": -1},
        {"schema": None},
        {"extra": 1},
    ],
)
def test_a_header_of_another_form_is_refused(anders: dict[str, object]) -> None:
    gegevens = schrijf_segment(BOS, None, een_kop(BOS), [een_bewerking()])
    regel, _, rest = gegevens[64:].partition(b"\n")
    with pytest.raises(Vormfout):
        lees_kop(gegevens[:64] + canoniek({**json.loads(regel), **anders}) + b"\n" + rest)


@pytest.mark.parametrize("gegevens", [b"", b"x" * 64, b"x" * 5000, b"x" * 64 + b"\n", b"x" * 64 + b"{}\n"])
def test_bytes_without_a_header_are_no_object(gegevens: bytes) -> None:
    with pytest.raises(Vormfout):
        lees_kop(gegevens)


@pytest.mark.parametrize(
    "tekst",
    [
        b"",
        b"\n",
        b"niets",
        b'["a",1]\t[]',
        b'["' + b"a" * 20 + b'",-5,"t","r","v","x"]\t[]',
        b'["' + b"a" * 20 + b'",1e400,"t","r","v","x"]\t[]',
        b'["' + b"a" * 20 + b'",5,"t","r","v",[1]]\t[]',
        b'["' + b"a" * 20 + b'",5,"t","r","v","\\ud800"]\t[]',
        b'["' + b"a" * 20 + b'",5,"t","r","v","x"]\t["b"]',
        b"[" * 200_000,
    ],
)
def test_operations_of_another_form_are_refused(tekst: bytes) -> None:
    with pytest.raises(Vormfout):
        lees_segment(een_kop(BOS), zlib.compress(tekst))


def test_the_number_of_operations_is_that_of_the_header() -> None:
    kop = een_kop(BOS, aantal=2)
    gegevens = schrijf_segment(BOS, None, kop, [een_bewerking()])
    with pytest.raises(Vormfout, match="1 bewerkingen"):
        lees_segment(kop, open_inhoud(kop, gegevens, None))


def test_a_gigabyte_of_nothing_is_refused_without_taking_the_memory_for_it() -> None:
    pakker = zlib.compressobj()
    begin = pakker.compress(b"") + pakker.flush(zlib.Z_FULL_FLUSH)
    bom = begin + (pakker.compress(bytes(1 << 20)) + pakker.flush(zlib.Z_FULL_FLUSH)) * 1024
    voor = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(Vormfout):
        pak_uit(bom, GROOTST_UITGEPAKT)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - voor < 200 * 1024  # kibibytes


@pytest.mark.parametrize("inhoud", [b"", b"geen zlib", zlib.compress(b"x")[:-1], zlib.compress(b"x") + b"y"])
def test_a_stream_that_does_not_end_where_it_should_is_refused(inhoud: bytes) -> None:
    with pytest.raises(Vormfout):
        pak_uit(inhoud, 100)


@pytest.mark.parametrize("samengevat", [True, False])
@pytest.mark.parametrize("bereik", ["alg", "sec"])
def test_a_piece_of_a_file_is_as_long_as_was_foretold(bereik: str, samengevat: bool) -> None:
    kop = _stukkop(bereik=bereik, kid=int(bereik != "alg"), samengevat=samengevat)
    stukdeel = Stukdeel(inhoud="c" * 64, grootte=5, deel=1, delen=1, gegevens=b"%PDF-")
    gegevens = schrijf_stukdeel(BOS, SLEUTEL, kop, stukdeel)
    assert len(gegevens) == lengte_stukdeel(kop, stukdeel, 5)
    assert lees_kop(gegevens) == kop
    assert lees_stukdeel(open_inhoud(kop, gegevens, SLEUTEL)) == stukdeel
    assert ondertekend(gegevens, BOS.openbaar.verify)


def _stukkop(**anders: Any) -> Kop:
    return een_kop(BOS, soort=Soort.STUKDEEL, aantal=0, schema=0, **anders)


@given(st.integers(0, 400), st.integers(1, 255))
def test_one_changed_byte_breaks_the_signature_of_a_digest_too(plek: int, verschil: int) -> None:
    stukdeel = Stukdeel(inhoud="c" * 64, grootte=200, deel=1, delen=1, gegevens=bytes(200))
    gegevens = bytearray(schrijf_stukdeel(BOS, None, _stukkop(samengevat=True), stukdeel))
    gegevens[plek] ^= verschil
    assert not ondertekend(bytes(gegevens), BOS.openbaar.verify)


@pytest.mark.parametrize(("soort", "sig"), [("blob", "sha512"), ("blob", True), ("seg", "sha256")])
def test_a_signature_of_another_form_is_refused(soort: str, sig: object) -> None:
    heel = schrijf_stukdeel(BOS, None, _stukkop(), Stukdeel(inhoud="c" * 64, grootte=0, deel=1, delen=1, gegevens=b""))
    if soort == "seg":
        heel = schrijf_segment(BOS, None, een_kop(BOS), [een_bewerking()])
    regel, _, rest = heel[64:].partition(b"\n")
    with pytest.raises(Vormfout):
        lees_kop(heel[:64] + canoniek({**json.loads(regel), "sig": sig}) + b"\n" + rest)


@given(st.integers(0, STUKDEEL * 4))
def test_the_pieces_of_a_file_are_all_of_it(grootte: int) -> None:
    delen = aantal_delen(grootte)
    assert sum(lengte_deel(grootte, deel) for deel in range(1, delen + 1)) == grootte
    assert all(lengte_deel(grootte, deel) > 0 or grootte == 0 for deel in range(1, delen + 1))


@pytest.mark.parametrize(
    "anders", [{"part": 2}, {"part": 0}, {"parts": 2}, {"size": 6}, {"sha256": "../etc"}, {"path": "/etc"}]
)
def test_a_piece_that_is_not_what_it_says_is_refused(anders: dict[str, object]) -> None:
    kop = {"sha256": "c" * 64, "size": 5, "part": 1, "parts": 1}
    with pytest.raises(Vormfout):
        lees_stukdeel(canoniek({**kop, **anders}) + b"\n%PDF-")
    with pytest.raises(Vormfout):
        lees_stukdeel(b"geen kop")


def test_a_roster_travels_open() -> None:
    kop = een_kop(BOS, soort=Soort.ROOSTER, aantal=0, schema=0)
    gegevens = schrijf_rooster(BOS, kop, b'{"versie":1}')
    assert lees_roosterdocument(open_inhoud(lees_kop(gegevens), gegevens, None)) == b'{"versie":1}'


def test_the_name_of_a_file_tells_nothing_to_who_lacks_the_key() -> None:
    assert stuknaam(SLEUTEL, "c" * 64) != stuknaam(None, "c" * 64)
    assert stuknaam(SLEUTEL, "c" * 64) == stuknaam(SLEUTEL, "c" * 64) != stuknaam(SLEUTEL, "d" * 64)


def test_operations_name_the_files_they_bring() -> None:
    som = "c" * 64
    bewerkingen = [
        een_bewerking(veld="sha256", waarde=som),
        een_bewerking(veld="pdf_sha256", waarde=""),
        een_bewerking(veld="titel", waarde="d" * 64),
    ]
    assert bestandssommen(bewerkingen) == {som}
    assert bestandssommen([replace(bewerkingen[0], waarde=None)]) == set()
