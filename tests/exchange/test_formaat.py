"""A reader by the document alone: Python's standard library, and Ed25519 as RFC 8032 writes it down.

Nothing here imports the program but to make what is read.
"""

import base64
import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.bouwers import bewaar_bytes, een_agendapunt, een_gremium, een_stuk, een_stukversie, een_vergadering
from tests.uitwisselwereld import Wereld
from tk_desktop.domain.agenda import DICHT_PUNT
from tk_desktop.exchange.maken import make_openbaar
from tk_desktop.exchange.manifest import FMT
from tk_desktop.exchange.publiceren import publish_vergadering

GOUD = Path(__file__).parents[1] / "data" / "bundels"

P = 2**255 - 19
D = -121665 * pow(121666, -1, P) % P
Q = 2**252 + 27742317777372353535851937790883648493
Punt = tuple[int, int, int, int]


def _plus(a: Punt, b: Punt) -> Punt:
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    x, y, z, t = f - e, h - g, h + g, f + e
    return x * y % P, z * t % P, y * z % P, x * t % P


def _maal(keer: int, punt: Punt) -> Punt:
    uit: Punt = (0, 1, 1, 0)
    while keer:
        if keer & 1:
            uit = _plus(uit, punt)
        punt, keer = _plus(punt, punt), keer >> 1
    return uit


def _uit_bytes(gegevens: bytes) -> Punt | None:
    y = int.from_bytes(gegevens, "little")
    teken, y = y >> 255, y & (1 << 255) - 1
    x2 = (y * y - 1) * pow(D * y * y + 1, -1, P)
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - x2) % P:
        return None
    x = P - x if x & 1 != teken else x
    return x, y, 1, x * y % P


def ed25519(sleutel: bytes, gegevens: bytes, handtekening: bytes) -> bool:
    a, r = _uit_bytes(sleutel), _uit_bytes(handtekening[:32])
    basis = _uit_bytes(bytes.fromhex("58" + "66" * 31))
    s = int.from_bytes(handtekening[32:], "little")
    if a is None or r is None or basis is None or s >= Q:
        return False
    k = int.from_bytes(hashlib.sha512(handtekening[:32] + sleutel + gegevens).digest(), "little") % Q
    links, rechts = _maal(s, basis), _plus(r, _maal(k, a))
    return (links[0] * rechts[2] - rechts[0] * links[2]) % P == (links[1] * rechts[2] - rechts[1] * links[2]) % P == 0


def lees(pad: Path) -> dict[str, Any]:
    """Read a bundle as docs/bundle-format.md tells: its manifest, rosters, rows in the open scope, and files."""
    with zipfile.ZipFile(pad) as zip_:
        delen = {info.filename: zip_.read(info) for info in zip_.infolist()}
        assert all(info.compress_type == zipfile.ZIP_STORED for info in zip_.infolist())
    manifest = json.loads(delen["manifest.json"])
    assert list(delen) == [
        "manifest.json",
        "manifest.sig",
        *(f"o/{som}" for som, _ in manifest["objs"]),
        *(naam for naam, _, _ in manifest.get("readable", [])),
    ]
    objecten = []
    for som, lengte in manifest["objs"]:
        gegevens = delen[f"o/{som}"]
        assert (hashlib.sha256(gegevens).hexdigest(), len(gegevens)) == (som, lengte)
        regel, _, inhoud = gegevens[64:].partition(b"\n")
        objecten.append((gegevens, json.loads(regel), inhoud))
    roosters = [json.loads(zlib.decompress(inhoud)) for _, kop, inhoud in objecten if kop["kind"] == "roster"]
    sleutels: dict[str, bytes] = {}
    for rooster in roosters:
        lichaam = json.dumps(rooster["roster"], ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
        assert any(ed25519(bytes.fromhex(v), lichaam, bytes.fromhex(s)) for v, s in rooster["sigs"])
        sleutels |= {apparaat["id"]: bytes.fromhex(apparaat["verify"]) for apparaat in rooster["roster"]["devices"]}
    assert ed25519(sleutels[manifest["from"]], delen["manifest.json"], delen["manifest.sig"])
    velden: dict[tuple[str, str, str], dict[str, tuple[int, str, Any]]] = {}
    vervangen: set[str] = set()
    bestanden: dict[str, bytes] = {}
    for gegevens, kop, inhoud in objecten:
        getekend = gegevens[64:]
        if kop["kind"] == "blob" and kop.get("sig") == "sha256":
            getekend = b"tk-object-sha256\n" + hashlib.sha256(getekend).digest()
        assert ed25519(sleutels[kop["from"]], getekend, gegevens[:64])
        if kop["kind"] == "seg" and kop["scope"] == "alg":
            regels = zlib.decompress(inhoud).split(b"\n")
            assert len(regels) == kop["n"]
            for regel in regels:
                kern, _, oud = regel.partition(b"\t")
                id_, hlc, tabel, rij, veld, waarde = json.loads(kern)
                velden.setdefault((tabel, rij, veld), {})[id_] = (hlc, id_, waarde)
                vervangen |= set(json.loads(oud))
        elif kop["kind"] == "blob" and kop["scope"] == "alg":
            deel, _, stuk = inhoud.partition(b"\n")
            bestanden[json.loads(deel)["sha256"]] = bestanden.get(json.loads(deel)["sha256"], b"") + stuk
    rijen: dict[tuple[str, str], dict[str, Any]] = {}
    for (tabel, rij, veld), waarden in velden.items():
        geldend = [een for id_, een in waarden.items() if id_ not in vervangen]
        rijen.setdefault((tabel, rij), {})[veld] = max(geldend)[2]
    return {
        "manifest": manifest,
        "roosters": roosters,
        "rijen": {sleutel: velden for sleutel, velden in rijen.items() if not velden.get("_weg")},
        "bestanden": bestanden,
        "leesbaar": {naam: delen[naam] for naam, _, _ in manifest.get("readable", [])},
    }


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    wereld = Wereld(tmp_path)
    store = wereld["s1"].store
    with store.transaction():
        store.gremia.save(een_gremium(id="g1"))
        store.vergaderingen.save(een_vergadering(id="v1", gremium_id="g1", plaats="Kade één"))
        for id_, titel in (("p1", "Haven"), ("p2", "Geheim")):
            store.agendapunten.save(
                een_agendapunt(id=id_, vergadering_id="v1", volgorde=id_, titel=titel, besloten=titel == "Geheim")
            )
        store.stukken.save(een_stuk(id="s1", vergadering_id="v1", agendapunt_id="p1"))
        store.versies.save(een_stukversie(id="sv1", stuk_id="s1", sha256=bewaar_bytes(store, b"%PDF-1.7 haven")))
    yield wereld
    wereld.sluit()


def test_rfc_8032_signatures_are_checked_as_its_examples_say() -> None:
    sleutel = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
    handtekening = bytes.fromhex(
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
        "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
    )
    assert ed25519(sleutel, b"", handtekening)
    assert not ed25519(sleutel, b"x", handtekening)


def test_a_stranger_reads_an_open_bundle_with_the_standard_library(wereld: Wereld, tmp_path: Path) -> None:
    s = wereld["s1"]
    publish_vergadering(s.store, s.bos, "v1")
    doel = tmp_path / "open.tkb"
    make_openbaar(s.store, s.bos, doel)
    gelezen = lees(doel)
    assert gelezen["manifest"]["to"] == []
    assert gelezen["roosters"][0]["roster"]["organisation"] == "BC Waterkant"
    assert gelezen["rijen"]["vergadering", "v1"]["plaats"] == "Kade één"
    assert gelezen["rijen"]["agendapunt", "p1"]["titel"] == "Haven"
    assert gelezen["rijen"]["agendapunt", "p2"]["titel"] == DICHT_PUNT
    assert list(gelezen["leesbaar"]) == ["lees-mij.html", "stuk-001-veilige-oevers.pdf"]
    assert gelezen["leesbaar"]["stuk-001-veilige-oevers.pdf"] == b"%PDF-1.7 haven"
    assert b"Haven" in gelezen["leesbaar"]["lees-mij.html"]
    assert b"Geheim" not in gelezen["leesbaar"]["lees-mij.html"]
    assert base64.b64encode(b"Geheim") not in doel.read_bytes()


def test_a_stranger_reads_the_open_papers_in_a_bundle_for_a_member(wereld: Wereld) -> None:
    s = wereld["s1"]
    publish_vergadering(s.store, s.bos, "v1")
    lid = wereld.vraag_aan("b1", "wies")
    gelezen = lees(s.maak(lid).paden[0])
    assert (gelezen["manifest"]["fmt"], gelezen["manifest"]["min_reader"]) == (3, 2)
    assert list(gelezen["bestanden"].values()) == [b"%PDF-1.7 haven"]


@pytest.mark.parametrize("pad", sorted(GOUD.glob("*.tkb")), ids=lambda pad: pad.name)
def test_every_bundle_that_was_ever_released_is_read_for_good(pad: Path) -> None:
    verwacht = json.loads(pad.with_suffix(".json").read_text(encoding="utf-8"))
    gelezen = lees(pad)
    assert gelezen["manifest"]["fmt"] == verwacht["fmt"]
    titels = {velden["titel"] for (tabel, _), velden in gelezen["rijen"].items() if tabel == "agendapunt"}
    assert sorted(titels) == verwacht["titels"]


def test_the_format_of_this_version_has_a_golden_bundle() -> None:
    assert (GOUD / f"fmt{FMT}.tkb").is_file()
