"""The main job on the real set of 4 March 2020: read in, check, assemble, write."""

import io
import json
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import pdfa

from tests.paper.ua_rules import ua_faults
from tk_desktop.cli import main

ZAAD = "000_ef08663cd7d1a80e.txt"


def tk(*argumenten: str) -> int:
    with pytest.raises(SystemExit) as einde:
        main(list(argumenten))
    return int(einde.value.code or 0)


@pytest.fixture(scope="module")
def werkmap(zaden: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    map_ = tmp_path_factory.mktemp("hoofdtaak") / "werkmap"
    assert tk("intake", str(zaden / ZAAD), "--werkmap", str(map_)) == 0
    return map_


@pytest.fixture
def ingenomen(zaden: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert tk("intake", str(zaden / ZAAD), "--werkmap", str(tmp_path / "werkmap"), "--json") == 0
    gegevens: dict[str, Any] = json.loads(capsys.readouterr().out)
    return gegevens


@pytest.fixture
def waarheid(gedeeld: Path) -> dict[str, Any]:
    gelezen: dict[str, Any] = json.loads((gedeeld / "truth" / "truth_agenda_2020-03-04.json").read_text("utf-8"))
    return gelezen


def _plat(waarheid: dict[str, Any]) -> list[dict[str, Any]]:
    return [punt for hoofd in waarheid["items"] for punt in (hoofd, *hoofd["sub_items"])]


def _beloofd(stuk: dict[str, Any]) -> int:
    claim = stuk["claim"]
    return int(claim.get("bijlagen_to") or claim.get("bijlagen_count") or 0)


def test_the_agenda_of_the_real_set_equals_the_checked_reading(
    ingenomen: dict[str, Any], waarheid: dict[str, Any]
) -> None:
    (vergadering,) = ingenomen["vergaderingen"]
    assert [punt["nummer"] for punt in vergadering["agendapunten"]] == [punt["nr"] for punt in _plat(waarheid)]
    for gelezen, echt in zip(vergadering["agendapunten"], _plat(waarheid), strict=True):
        # the checked reading drops the colon after point 8 and keeps the one after point 9
        assert gelezen["titel"] == echt["title"].rstrip(":"), gelezen["nummer"]
        assert gelezen["tijd"] == echt["time"], gelezen["nummer"]
        verwacht = set((echt["kind"] or "").removeprefix("ter ").split(" en ")) - {""}
        assert set(gelezen["behandeling"]) == verwacht, gelezen["nummer"]
        assert not gelezen["besloten"]
        assert [(stuk["soort"], stuk["titel"], stuk["bijlagen_beloofd"]) for stuk in gelezen["stukken"]] == [
            (stuk["type"], stuk["title"], _beloofd(stuk)) for stuk in echt["pieces_claimed"]
        ], gelezen["nummer"]
        assert [(inleider["naam"], inleider["rol"] or None) for inleider in gelezen["inleiders"]] == [
            (inleider["name"], inleider["role"]) for inleider in echt["presenters"]
        ]


def test_the_header_of_the_real_set_equals_the_checked_reading(
    ingenomen: dict[str, Any], waarheid: dict[str, Any]
) -> None:
    (vergadering,) = ingenomen["vergaderingen"]
    kop = waarheid["header"]
    assert (vergadering["datum"], vergadering["begin"], vergadering["einde"]) == (kop["datum"], kop["van"], kop["tot"])
    assert (vergadering["plaats"], vergadering["voorzitter"], vergadering["secretaris"]) == (
        kop["plaats"],
        kop["voorzitter"],
        kop["secretaris"],
    )


def test_the_proposal_points_of_the_real_set_equal_the_checked_reading(
    ingenomen: dict[str, Any], waarheid: dict[str, Any]
) -> None:
    (vergadering,) = ingenomen["vergaderingen"]
    echt = {punt["nr"]: punt["proposal_points"] for punt in _plat(waarheid)}
    for punt in vergadering["agendapunten"]:
        gelezen = [
            (voorstel["merk"], voorstel["tekst"], [(onder["merk"], onder["tekst"]) for onder in voorstel["onder"]])
            for voorstel in punt["voorstel"]
        ]
        assert gelezen == [
            (_merk(voorstel["mark"]), voorstel["text"], [("a.", o["text"]) for o in voorstel.get("sub", [])])
            for voorstel in echt[punt["nummer"]]
        ]


def _merk(merk: str) -> str:
    """The manner of a mark: every number is ``1.``."""
    return "1." if merk[0].isdigit() else merk


def test_the_six_notas_of_the_real_set_are_found_with_their_sections(ingenomen: dict[str, Any]) -> None:
    assert [(nota["soort"], nota["agendapunt"]) for nota in ingenomen["notas"]] == [
        ("adviesnota", "2a"),
        ("adviesnota", "2b"),
        ("opiniërende nota", "3"),
        ("informatienota", "4"),
        ("informatienota", "8a"),
        ("informatienota", "8b"),
    ]
    koppen = [[sectie["kop"] for sectie in nota["secties"]] for nota in ingenomen["notas"]]
    advies = [
        "Voorstel", "Inleiding", "Beoogd effect", "Argumenten", "Kanttekening", "Kosten, baten, dekking",
        "Communicatie", "Vervolg", "Bijlage(n)", "Besluit",
    ]  # fmt: skip
    assert koppen[0] == koppen[1] == advies
    assert koppen[2][2:6] == ["Discussiepunten", "Vervolgstappen", "Voordelen", "Aandachtpunten"]
    assert koppen[3] == ["Doel", "Inleiding", "Hoe nu verder?", "Bijlage(n)", "Besluit"]
    assert koppen[5][-1] == "Communicatie (proces)"
    assert [len(nota["bijlagen"]) for nota in ingenomen["notas"]] == [2, 0, 3, 2, 1, 0]
    assert all(twijfel["waar"] and twijfel["wat"] for twijfel in ingenomen["twijfels"])


def test_the_check_of_the_real_set_cries_no_wolf(werkmap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tk("check", "--werkmap", str(werkmap), "--json") == 1
    bevindingen = json.loads(capsys.readouterr().out)
    assert {tuple(sorted(bevinding)) for bevinding in bevindingen} == {
        ("code", "ernst", "herstel", "waar", "waarom", "wat")
    }
    (nummer,) = [bevinding for bevinding in bevindingen if bevinding["code"] == "SH01"]
    assert "2020-000132 is 4 keer gebruikt" in nummer["wat"]
    bijlagen = [bevinding["wat"] for bevinding in bevindingen if bevinding["code"] in {"VL01", "VL03", "VL05", "VL06"}]
    assert bijlagen == ["De agenda noemt bij 2a bijlagen 1 t/m 3; de nota noemt er 2."]


def test_the_real_set_becomes_an_accessible_archive_pdf(
    werkmap: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    doel = tmp_path / "set.pdf"
    assert tk("pack", "--werkmap", str(werkmap), "--uit", str(doel), "--json") == 0
    gegevens = json.loads(capsys.readouterr().out)
    assert gegevens["pdfa"] is True
    assert gegevens["variant"] == "leden"
    with pikepdf.open(doel) as pdf:
        assert pdfa.check(pdf, "3b").passed
        assert ua_faults(pdf) == []
        assert len(pdf.pages) == gegevens["paginas"]
        assert json.loads(pdf.attachments["agenda.json"].get_file().read_bytes())["formaat"] == "tk-agenda"
    with pypdfium2.PdfDocument(io.BytesIO(doel.read_bytes())) as pdf:
        nota = next(stuk for stuk in gegevens["stukken"] if stuk["nummer"] == "2b")
        assert "Adviesnota" in pdf[nota["van"] - 1].get_textpage().get_text_range()
        assert f"2b · blz. {nota['van']}/{gegevens['paginas']}" in pdf[nota["van"] - 1].get_textpage().get_text_range()


def test_two_runs_of_the_real_set_give_the_same_bytes(
    werkmap: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for doel in ("een.pdf", "twee.pdf"):
        assert tk("pack", "--werkmap", str(werkmap), "--uit", str(tmp_path / doel)) == 0
    assert (tmp_path / "een.pdf").read_bytes() == (tmp_path / "twee.pdf").read_bytes()
    assert "Traceback" not in capsys.readouterr().err


def test_the_verslag_in_the_real_set_is_printed_whole_for_another_program(ingenomen: dict[str, Any]) -> None:
    verslag = next(een for een in ingenomen["verslagen"] if een["datum"] == "2019-12-11")
    bestuurders = [wie for wie in verslag["aanwezig"] if wie["bestuurder"]]
    assert (len(bestuurders), len(verslag["aanwezig"]) - len(bestuurders), len(verslag["afwezig"])) == (13, 5, 1)
    deels = {(wie["van_punt"], wie["tot_punt"]) for wie in verslag["aanwezig"]} - {(None, None)}
    assert deels == {(None, "2"), ("1", "1")}
    rijen = {rij["nr"]: rij for rij in verslag["rijen"]}
    assert list(rijen) == ["1", "1A", "2", "3"]
    assert all(rij["onderwerp"] and rij["beslissing"] for rij in rijen.values())
    assert [nr for nr, rij in rijen.items() if rij["voorstel"]] == ["1A", "2", "3"]
    assert rijen["2"]["besluit"] == "Conform advies"
    assert [nr for nr, rij in rijen.items() if rij["actie_door"] == "GGD/dpg"] == ["2", "3"]
    assert [(stap["stap"], stap["datum"], stap["punt"]) for stap in verslag["geheimhouding"]] == [
        ("opgelegd", "2019-09-25", "1A"),
        ("opgelegd", "2019-10-30", "1A"),
        ("opgeheven", "2019-12-11", "1A"),
    ]
