"""``tk intake``: papers in, or a refusal that leaves everything as it was."""

from pathlib import Path

import pytest

from tests.cli.hulp import sporen_van_engels, tk, tk_apart
from tests.intake.berichtbouwers import van_outlook
from tests.intake.test_bestanden import AGENDA, KAPOT, een_kapot_bestand
from tests.paper.sample_pdfs import a_locked_pdf
from tests.papier import a_paper
from tests.verpakt import VOORBEELD, inhoud_van_map
from tk_desktop.store.werkmap import Store


def test_the_sample_is_taken_in_and_told(tmp_path: Path) -> None:
    uitkomst = tk("intake", VOORBEELD, "--werkmap", tmp_path / "werkmap")
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    assert "Bestuurscommissie Gezond Opgroeien, donderdag 4 juni 2026" in uitkomst.uit
    assert "11 agendapunten, 11 subpunten, 6 nota’s, 10 bestanden" in uitkomst.uit
    assert sorted(pad.name for pad in tmp_path.iterdir()) == ["werkmap"]


def test_what_was_read_is_told_to_a_program(tmp_path: Path) -> None:
    gegevens = tk("intake", VOORBEELD, "--werkmap", tmp_path / "werkmap", "--json").json
    assert list(gegevens) == [
        "vergaderingen",
        "notas",
        "verslagen",
        "actielijsten",
        "tabellen",
        "programma",
        "twijfels",
        "afmeldingen",
    ]
    (vergadering,) = gegevens["vergaderingen"]
    assert {k: v for k, v in vergadering.items() if k not in ("id", "agendapunten")} == {
        "gremium": "Bestuurscommissie Gezond Opgroeien",
        "datum": "2026-06-04",
        "begin": "09:30",
        "einde": "11:30",
        "plaats": "de Sluiszaal van het Vechthuis, Kadeplein 3 te Lindervoort",
        "voorzitter": "Marjolein Terweel",
        "secretaris": "Willemijn Hartkoorn",
    }
    punt = next(punt for punt in vergadering["agendapunten"] if punt["nummer"] == "2a")
    assert punt["stukken"] == [
        {"soort": "adviesnota", "titel": "Projectplan Fit de klas in 2026-2029", "bijlagen_beloofd": 3}
    ]
    assert {"nummer", "titel", "tijd", "behandeling", "besloten", "stukken"} <= set(punt)
    assert [nota["agendapunt"] for nota in gegevens["notas"]] == ["1A", "2a", "2b", "3", "4", "8a"]
    assert {"soort", "agendapunt", "registratienummer", "onderwerp", "behandelaars", "secties", "bijlagen"} == set(
        gegevens["notas"][1]
    )
    assert all(set(sectie) == {"kop", "tekst"} for nota in gegevens["notas"] for sectie in nota["secties"])
    assert all(set(twijfel) == {"waar", "wat"} for twijfel in gegevens["twijfels"])


@pytest.mark.parametrize("soort", KAPOT)
def test_a_bad_file_is_refused_and_the_werkmap_stays_as_it_was(werkmap: Path, tmp_path: Path, soort: str) -> None:
    (tmp_path / "in").mkdir()
    bron = een_kapot_bestand(tmp_path / "in", soort)
    voor = inhoud_van_map(werkmap)
    uitkomst = tk("intake", AGENDA, bron, "--werkmap", werkmap)
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    assert "(TK-" in uitkomst.fout
    assert bron.name in uitkomst.fout
    assert sporen_van_engels(uitkomst.fout) == []
    assert inhoud_van_map(werkmap) == voor
    assert sorted(pad.name for pad in tmp_path.iterdir()) == ["in", "werkmap"]


@pytest.mark.parametrize("soort", ["leeg", "bytes als tekst", "pdf met wachtwoord", "Word als pdf"])
def test_a_bad_file_makes_no_werkmap(tmp_path: Path, soort: str) -> None:
    (tmp_path / "in").mkdir()
    uitkomst = tk("intake", AGENDA, een_kapot_bestand(tmp_path / "in", soort), "--werkmap", tmp_path / "nieuw")
    assert uitkomst.code == 2
    assert sorted(pad.name for pad in tmp_path.iterdir()) == ["in"]


@pytest.mark.parametrize("pad", ["nergens.pdf", "nergens/nergens.docx"])
def test_what_is_not_there_is_refused_without_a_werkmap(tmp_path: Path, pad: str) -> None:
    uitkomst = tk("intake", tmp_path / pad, "--werkmap", tmp_path / "nieuw", "--json")
    assert uitkomst.code == 2
    assert uitkomst.json["fout"]["code"] == "TK-D03"
    assert list(tmp_path.iterdir()) == []


def test_papers_without_a_meeting_make_no_werkmap(tmp_path: Path) -> None:
    bijlage = VOORBEELD / "2a bijlage 3 - Planning op A3.pdf"
    uitkomst = tk("intake", bijlage, "--werkmap", tmp_path / "nieuw")
    assert uitkomst.code == 2
    assert "(TK-I07)" in uitkomst.fout
    assert list(tmp_path.iterdir()) == []


def test_a_file_stands_where_the_werkmap_should_come(tmp_path: Path) -> None:
    (tmp_path / "werkmap").write_bytes(b"geen map")
    uitkomst = tk("intake", AGENDA, "--werkmap", tmp_path / "werkmap")
    assert uitkomst.code == 2
    assert (tmp_path / "werkmap").read_bytes() == b"geen map"
    diep = tk("intake", AGENDA, "--werkmap", tmp_path / "werkmap" / "dieper")
    assert diep.code == 2
    assert "(TK-D02)" in diep.fout


def test_a_werkmap_that_is_no_database_is_refused_unchanged(tmp_path: Path) -> None:
    (tmp_path / "werkmap").mkdir()
    (tmp_path / "werkmap" / "tk.db").write_bytes(b"geen database " * 100)
    voor = inhoud_van_map(tmp_path)
    uitkomst = tk("intake", AGENDA, "--werkmap", tmp_path / "werkmap")
    assert uitkomst.code == 2
    assert "(TK-D07)" in uitkomst.fout
    assert inhoud_van_map(tmp_path) == voor


def test_the_real_program_refuses_with_two(tmp_path: Path) -> None:
    (tmp_path / "leeg.pdf").touch()
    uitkomst = tk_apart("intake", tmp_path / "leeg.pdf", "--werkmap", tmp_path / "werkmap")
    assert (uitkomst.code, uitkomst.uit) == (2, "")
    assert uitkomst.fout.startswith("‘leeg.pdf’ is leeg. Het is niet ingenomen. (TK-I01)\n")


def test_the_password_of_a_pdf_is_asked_until_it_fits_and_kept_nowhere(
    tmp_path: Path, werkmap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bron = a_locked_pdf(tmp_path / "2a bijlage 7 - Jaarrekening.pdf", "Molen aan het wad")
    antwoorden = iter(["molen", "Molen aan het wad"])
    monkeypatch.setattr("click.termui.hidden_prompt_func", lambda _: next(antwoorden))
    uitkomst = tk("intake", bron, "--werkmap", werkmap, "--wachtwoord")
    assert uitkomst.code == 0, uitkomst.fout
    assert "gaat niet open met dit wachtwoord" in uitkomst.fout
    assert "2a bijlage 7 - Jaarrekening.pdf → 2a bijl. 4 Jaarrekening" in uitkomst.uit
    assert "zonder wachtwoord mee in de set" in uitkomst.uit
    assert all(b"Molen aan het wad" not in pad.read_bytes() for pad in werkmap.rglob("*") if pad.is_file())
    with Store.open(werkmap) as store:
        (versie,) = [
            een for een in store.opname(store.vergaderingen.all()[0].id).versies.values() if een.had_wachtwoord
        ]
        assert store.bestanden.open(versie.sha256).read_bytes() == bron.read_bytes()


def test_a_pdf_of_which_nobody_knows_the_password_is_refused(
    tmp_path: Path, werkmap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bron = a_locked_pdf(tmp_path / "2a bijlage 7 - Jaarrekening.pdf", "Molen")
    monkeypatch.setattr("click.termui.hidden_prompt_func", lambda _: "")
    voor = inhoud_van_map(werkmap)
    uitkomst = tk("intake", bron, "--werkmap", werkmap, "--wachtwoord")
    assert uitkomst.code == 2
    assert "(TK-P04)" in uitkomst.fout
    assert inhoud_van_map(werkmap) == voor


def test_a_message_is_taken_in_with_its_attachments(werkmap: Path, tmp_path: Path) -> None:
    bijlagen = [("8b bijlage 1 - Cijfers.pdf", a_paper(["Cijfers"]))]
    pad = van_outlook(tmp_path / "Stukken.eml", "Hierbij.", bijlagen)
    voor = sorted(tmp_path.iterdir())
    uitkomst = tk("intake", pad, "--werkmap", werkmap)
    assert (uitkomst.code, uitkomst.fout) == (0, "")
    assert "8b bijlage 1 - Cijfers.pdf → " in uitkomst.uit
    assert "Stukken.eml → bericht van 16 februari 2026 van Renée van de Kölk" in uitkomst.uit
    assert sorted(tmp_path.iterdir()) == voor
    assert not list(werkmap.glob(".tk-*"))


def test_an_absence_in_a_message_is_told_and_not_stored(werkmap: Path, tmp_path: Path) -> None:
    pad = van_outlook(tmp_path / "Afmelding.eml", "Ik ben 4 juni 2026 verhinderd.", [])
    uitkomst = tk("intake", pad, "--werkmap", werkmap)
    assert uitkomst.code == 0
    assert "er is niets vastgelegd" in uitkomst.uit
    assert "“Ik ben 4 juni 2026 verhinderd.” (Afmelding.eml)" in uitkomst.uit
    (afmelding,) = tk("intake", pad, "--werkmap", werkmap, "--json").json["afmeldingen"]
    assert (afmelding["wie"], afmelding["bestand"]) == ("Renée van de Kölk", "Afmelding.eml")
    with Store.open(werkmap) as store:
        assert store.afmeldingen.all() == ()
