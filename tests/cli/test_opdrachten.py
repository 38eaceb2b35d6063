"""``tk export``, ``tk search``, ``tk doctor`` and ``tk demo``."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.hulp import sporen_van_engels, tk, tk_apart
from tests.verpakt import Verpakt, inhoud_van_map
from tk_desktop.exchange.bundel import lees_bundel
from tk_desktop.store.inzagen import Inzage
from tk_desktop.store.werkmap import Store


def test_export_names_the_word_files_it_wrote(verpakt: Verpakt, tmp_path: Path) -> None:
    uitkomst = tk("export", "--werkmap", verpakt.werkmap, "--uit", tmp_path / "word", "--json")
    assert uitkomst.code == 0
    namen = [Path(pad).name for pad in uitkomst.json["word"]]
    assert sorted(namen) == sorted(pad.name for pad in (tmp_path / "word").iterdir())
    assert namen[:2] == ["BC GO 2026-06-04 uitnodiging.docx", "BC GO 2026-06-04 agenda.docx"]
    assert len(uitkomst.json["word"]) == 8


def test_search_names_the_paper_and_the_page(verpakt: Verpakt) -> None:
    uitkomst = tk("search", "zwembaden", "lesuren", "--werkmap", verpakt.werkmap, "--json")
    assert uitkomst.code == 0
    assert all(set(plek) == {"waar", "titel", "pagina", "fragment"} for plek in uitkomst.json)
    assert uitkomst.json[0]["waar"].startswith("BC GO 4-6-2026 ")
    niets = tk("search", "onvindbaarwoord", "--werkmap", verpakt.werkmap)
    assert (niets.code, niets.uit) == (0, "Niets gevonden. Probeer minder woorden, of ‘woord*’.\n")


def test_doctor_finds_a_file_that_was_changed_and_changes_nothing(werkmap: Path) -> None:
    assert tk("doctor", "--werkmap", werkmap).code == 0
    bestand = next(pad for pad in sorted((werkmap / "stukken").rglob("*")) if pad.is_file())
    bestand.write_bytes(b"anders")
    voor = inhoud_van_map(werkmap)
    uitkomst = tk("doctor", "--werkmap", werkmap, "--json")
    assert uitkomst.code == 1
    assert uitkomst.json == {
        "goed": False,
        "database": [],
        "beschadigd": [bestand.name],
        "ontbreekt": [],
        "segmenten": [],
        "volgt": [],
        "waarden": None,
        "rijen": [],
        "inzagelog": True,
        "inzageregels": 0,
        "inzageafdruk": "",
        "inzagelogs_elders": [],
    }
    assert "is veranderd. Neem het opnieuw in" in tk("doctor", "--werkmap", werkmap).uit
    bestand.unlink()
    assert "ontbreekt. Neem het opnieuw in" in tk("doctor", "--werkmap", werkmap).uit
    assert set(voor) - set(inhoud_van_map(werkmap)) == {str(bestand.relative_to(werkmap))}


def test_doctor_shows_what_it_would_mend_and_mends_it_when_told_so(
    werkmap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(werkmap) as store:
        store._db.execute("UPDATE bewerkstand SET opnemen = 0")
        store._db.execute("UPDATE agendapunt SET titel = 'Vals' WHERE titel = (SELECT min(titel) FROM agendapunt)")
        store._db.execute("UPDATE bewerkstand SET opnemen = 1")
    gezien = tk("doctor", "--werkmap", werkmap)
    assert (gezien.code, "titel toont ‘Vals’ en hoort ‘" in gezien.uit) == (1, True)
    for antwoord, code, woorden in (
        (False, 1, "Er is niets gewijzigd."),
        (True, 0, "De werkmap is gaaf"),
        (True, 0, "Er is niets te herstellen."),
    ):
        monkeypatch.setattr("tk_desktop.cli.doctor.vraag_ja", lambda _, antwoord=antwoord: antwoord)
        uitkomst = tk("doctor", "--herstel", "--werkmap", werkmap)
        assert (uitkomst.code, woorden in uitkomst.uit) == (code, True)


def test_doctor_puts_a_copy_in_the_place_of_a_database_that_cannot_be_read(
    werkmap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(werkmap) as store:
        store.kopieer(werkmap / "kopieen" / "gisteren.db")
    (werkmap / "tk.db").write_bytes(b"kapot" * 999)
    assert tk("doctor", "--werkmap", werkmap).code == 2
    monkeypatch.setattr("tk_desktop.cli.doctor.vraag_ja", lambda _: True)
    uitkomst = tk("doctor", "--herstel", "--werkmap", werkmap)
    assert (uitkomst.code, "De kopie ‘gisteren.db’ is gaaf" in uitkomst.uit) == (0, True)
    assert (werkmap / "tk.db.beschadigd-1").read_bytes() == b"kapot" * 999
    assert tk("doctor", "--werkmap", werkmap).code == 0


def test_doctor_tells_how_far_the_log_of_secret_papers_goes(werkmap: Path) -> None:
    with Store.open(werkmap) as store, store.transaction():
        nu = datetime(2026, 3, 11, 9, tzinfo=UTC)
        store.inzagen.voeg_toe(
            Inzage(moment=nu, wie="Roos van Dalen", vergadering_id="maart", papier="koop", versie="a" * 64)
        )
        _, afdruk = store.inzagen.stand()
    assert f"Inzagelog: 1 regel, laatste afdruk {afdruk}." in tk("doctor", "--werkmap", werkmap).uit


def test_the_demo_does_the_main_job_in_a_process_of_its_own_and_again(tmp_path: Path) -> None:
    uitkomst = tk_apart("demo", "--uit", tmp_path / "demo")
    assert uitkomst.code == 0, uitkomst.fout
    assert "Ingelezen: 11 agendapunten, 11 subpunten, 6 nota’s, 10 bestanden." in uitkomst.uit
    assert sporen_van_engels(uitkomst.uit + uitkomst.fout) == []
    sets = {pad.name: pad.read_bytes() for pad in (tmp_path / "demo").glob("*.pdf")}
    assert sorted(sets) == [f"BC GO 2026-06-04 vergaderset {soort}.pdf" for soort in ("leden", "openbaar")]
    opnieuw = tk("demo", "--uit", tmp_path / "demo", "--json")
    assert len(opnieuw.json["sets"]) == 2
    assert len(opnieuw.json["word"]) == 8
    with lees_bundel(Path(opnieuw.json["bundel"])) as bundel:
        leesbaar = [deel.naam for deel in bundel.manifest.leesbaar]
    assert leesbaar[0] == "lees-mij.html"
    assert any("agenda" in naam for naam in leesbaar)
    with Store.open(tmp_path / "demo" / "werkmap") as store:
        assert store.uitwisseling.roosters() == ()  # the demo itself takes part in no exchange
    assert {pad.name: pad.read_bytes() for pad in (tmp_path / "demo").glob("*.pdf")} == sets


def test_the_demo_leaves_a_werkmap_of_the_user_alone(tmp_path: Path) -> None:
    Store.open(tmp_path / "werkmap", maken=True).close()
    voor = inhoud_van_map(tmp_path)
    uitkomst = tk("demo", "--uit", tmp_path)
    assert uitkomst.code == 2
    assert "(TK-C05)" in uitkomst.fout
    assert inhoud_van_map(tmp_path) == voor
