"""The manifest: every field is read as it was written, and no other form of it."""

import json
from dataclasses import replace

import pytest

from tests.bundelbouwers import een_manifest
from tk_desktop.domain.uitwisseling import Logstand
from tk_desktop.exchange.canoniek import Vormfout, canoniek
from tk_desktop.exchange.manifest import (
    FMT,
    FormaatTeNieuw,
    Gewenst,
    Leesbaar,
    Sleutelpost,
    Volume,
    kort,
    lees_manifest,
)
from tk_desktop.exchange.sleutels import Sleutelbos

BOS = Sleutelbos.maak()
VOL = een_manifest(
    BOS,
    naar="1" * 16,
    heeft=(kort("a" * 64),),
    basis="b" * 24,
    zonder=(0, 4),
    bekend="2" * 16,
    wil=(Gewenst(naam="3" * 16), Gewenst(naam="4" * 16, delen=(1, 3))),
    volume=Volume(deel=2, delen=3, reeks="5" * 12),
    sleutels=(Sleutelpost(bereik="bes:zaak", kid=2, verzegeld=b"dicht"),),
    objecten=(("6" * 64, 100), ("7" * 64, 200)),
    leesbaar=(Leesbaar(naam="lees-mij.html", sha256="8" * 64, lengte=10),),
    log=(Logstand(aantal=3, afdruk="9" * 64), Logstand(aantal=7, afdruk="a" * 64)),
)


def test_a_manifest_is_read_as_it_was_written() -> None:
    for manifest in (VOL, een_manifest(BOS)):
        assert lees_manifest(manifest.bytes()) == manifest


def test_a_manifest_of_a_newer_program_that_we_can_read_is_read() -> None:
    nieuwer = {**json.loads(VOL.bytes()), "fmt": FMT + 1, "iets": ["nieuws"]}
    assert lees_manifest(canoniek(nieuwer)) == replace(VOL, fmt=FMT + 1)
    with pytest.raises(FormaatTeNieuw):
        lees_manifest(canoniek({**nieuwer, "min_reader": FMT + 1}))


@pytest.mark.parametrize(
    "anders",
    [
        {"iets": 1},
        {"fmt": 0},
        {"from": "ik"},
        {"to": ["1" * 16, "2" * 16]},
        {"to": "1" * 16},
        {"ctr": -1},
        {"ctr": 1.5},
        {"have": ["a" * 64]},
        {"base": "b" * 23},
        {"base": ""},
        {"fmt": 1},
        {"less": [4, 0]},
        {"less": [0, 0]},
        {"less": [-1]},
        {"keys": [["bes:zaak", 0, ""]]},
        {"log": [[0, "9" * 64]]},
        {"log": [[3, "9" * 63]]},
        {"log": [[3]]},
        {"keys": [["overal", 1, ""]]},
        {"keys": [["bes:zaak", 1, "?"]]},
        {"objs": [["6" * 64, 100], ["6" * 64, 100]]},
        {"objs": [["6" * 64, 17 << 20]]},
        {"objs": [["../" + "6" * 61, 100]]},
        {"volume": {"k": 4, "n": 3, "set": "5" * 12}},
        {"want": [["3" * 16, [0]]]},
        {"readable": [["../lees-mij.html", "8" * 64, 1]]},
        {"readable": [["/lees-mij.html", "8" * 64, 1]]},
        {"readable": [["c:lees-mij.html", "8" * 64, 1]]},
        {"readable": [["lees\u202emij.html", "8" * 64, 1]]},
        {"readable": [["lees-mij.exe", "8" * 64, 1]]},
        {"readable": [["a.html", "8" * 64, 1], ["a.html", "8" * 64, 1]]},
        {"known": 5},
    ],
)
def test_another_form_is_refused(anders: dict[str, object]) -> None:
    with pytest.raises(Vormfout):
        lees_manifest(canoniek({**json.loads(VOL.bytes()), **anders}))


@pytest.mark.parametrize("weg", ["fmt", "min_reader", "from", "inc", "ctr", "to", "roster_version", "have", "objs"])
def test_a_manifest_without_a_field_it_needs_is_refused(weg: str) -> None:
    velden = json.loads(VOL.bytes())
    del velden[weg]
    with pytest.raises(Vormfout):
        lees_manifest(canoniek(velden))
