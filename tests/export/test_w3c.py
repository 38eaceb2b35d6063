"""The notes in the open form say the same as the notes, in the words of the W3C."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.bouwers import een_agendapunt, een_opname, een_stuk
from tests.notenbouwers import ROOS, VERSIE, WIES, een_aantekening, een_anker, een_plaats
from tk_desktop.base.files import sha256
from tk_desktop.domain.aantekening import Oordeel, Soort, Vlak, Zicht
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.notenstijl import Kleur
from tk_desktop.export.w3c import as_collection, write_w3c

ID = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def opname() -> Momentopname:
    punt = een_agendapunt(id="oever", titel="Oever")
    return een_opname(agendapunten=[punt], stukken=[een_stuk(id="nota", agendapunt_id="oever", titel="Oeverplan")])


def items(opname: Momentopname, *noten: Any, lezer: str = ROOS) -> list[dict[str, Any]]:
    gevonden: list[dict[str, Any]] = as_collection(opname, noten, lezer)["first"]["items"]
    return gevonden


def test_a_note_tells_who_made_it_when_and_on_which_words(opname: Momentopname) -> None:
    noot = een_aantekening(een_anker(pagina=3, voor="zakt ", na=" snel"), id=ID, tekst="Let op", labels=("geld",))
    (item,) = items(opname, noot)
    assert item["id"] == "urn:uuid:01234567-89ab-cdef-0123-456789abcdef"
    assert (item["type"], item["motivation"]) == ("Annotation", "highlighting")
    assert item["creator"] == {"type": "Person", "name": ROOS}
    assert item["created"] == "2026-03-04T09:00:00+00:00"
    assert [(deel["value"], deel["purpose"]) for deel in item["body"]] == [
        ("Let op", "commenting"),
        ("geld", "tagging"),
    ]
    doel = item["target"]
    assert doel["source"]["id"] == f"urn:sha256:{VERSIE}"
    assert doel["source"]["label"] == "1 Oeverplan"
    fragment, citaat = doel["selector"]
    assert (fragment["type"], fragment["value"]) == ("FragmentSelector", "page=3")
    assert fragment["refinedBy"] == {"type": "TextPositionSelector", "start": 10, "end": 29}
    assert citaat == {
        "type": "TextQuoteSelector",
        "exact": "de oevers verzakken",
        "prefix": "zakt ",
        "suffix": " snel",
    }


def test_a_passage_over_two_pages_is_a_range(opname: Momentopname) -> None:
    vlakken = (Vlak(1, 80, 60, 200, 72), Vlak(2, 80, 700, 200, 712))
    (item,) = items(opname, een_aantekening(een_anker(eindpagina=2, eind=5, vlakken=vlakken)))
    bereik = item["target"]["selector"][0]
    assert bereik["type"] == "RangeSelector"
    assert [bereik[kant]["value"] for kant in ("startSelector", "endSelector")] == ["page=1", "page=2"]
    assert bereik["endSelector"]["refinedBy"]["end"] == 5


def test_the_answer_to_a_question_is_a_note_about_that_question(opname: Momentopname) -> None:
    vraag, antwoord = items(opname, een_aantekening(soort=Soort.VRAAG, tekst="Wie betaalt?", antwoord="De regio."))
    assert vraag["motivation"] == "questioning"
    assert (antwoord["motivation"], antwoord["target"]) == ("replying", vraag["id"])
    assert antwoord["body"]["value"] == "De regio."


def test_each_version_of_a_paper_is_a_target_with_how_sure_its_place_is(opname: Momentopname) -> None:
    nieuw = een_plaats(een_anker(versie="b" * 64), oordeel=Oordeel.WAARSCHIJNLIJK, reden="herschreven")
    (item,) = items(opname, een_aantekening(plaatsen=(een_plaats(), nieuw), kleur=Kleur.ROZE))
    assert [doel.get("tk:oordeel") for doel in item["target"]] == [None, "waarschijnlijk"]
    assert {doel["styleClass"] for doel in item["target"]} == {"roze"}
    assert item["stylesheet"]["value"].startswith(".roze { background-color")


def test_a_note_on_an_item_is_about_that_item(opname: Momentopname) -> None:
    (item,) = items(opname, een_aantekening(soort=Soort.PUNTNOTITIE, tekst="Eerst het college"))
    assert item["target"] == "urn:x-tk-desktop:agendapunt:oever"


def test_the_file_is_a_collection_as_the_w3c_asks_and_the_same_each_time(opname: Momentopname, tmp_path: Path) -> None:
    noten = [
        een_aantekening(tekst="‘Oké’ €"),
        een_aantekening(eigenaar=WIES, tekst="Geheim"),
        een_aantekening(eigenaar=WIES, zicht=Zicht.ALLEN),
    ]
    een, twee = (write_w3c(opname, noten, tmp_path / naam, lezer=ROOS) for naam in ("een.jsonld", "twee.jsonld"))
    assert sha256(een) == sha256(twee)
    tekst = een.read_text(encoding="utf-8")
    assert "‘Oké’ €" in tekst
    assert "Geheim" not in tekst
    geheel = json.loads(tekst)
    assert geheel["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (geheel["type"], geheel["total"]) == ("AnnotationCollection", 2)
    assert geheel["first"]["partOf"] == geheel["id"]
    assert all({"id", "type", "target"} <= set(item) for item in geheel["first"]["items"])
