"""``tk uitgang``: everything leaves in a folder, after asking about what is besloten, and makes a werkmap again."""

from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.hulp import tk
from tk_desktop.store.werkmap import Store


def _maak_besloten(werkmap: Path) -> None:
    with Store.open(werkmap) as store:
        punt = next(een for een in store.agendapunten.all() if een.ouder_id is None)
        store.agendapunten.save(replace(punt, besloten=True))


def test_everything_leaves_and_comes_back(werkmap: Path, tmp_path: Path) -> None:
    uit = tk("uitgang", tmp_path / "uit", "--werkmap", werkmap, "--ja", "--json")
    assert (uit.code, uit.json["ontbreekt"]) == (0, [])
    terug = tk("uitgang", tmp_path / "uit", "--innemen", "--werkmap", tmp_path / "nieuw", "--json")
    assert (terug.code, terug.json["rijen"], terug.json["bestanden"]) == (0, uit.json["rijen"], uit.json["bestanden"])
    assert terug.json["onbeschermd"] == 1, "item 1A"
    assert "TK-F07" in tk("uitgang", tmp_path / "uit", "--innemen", "--werkmap", tmp_path / "nieuw").fout
    assert "TK-F10" in tk("uitgang", tmp_path / "uit", "--werkmap", werkmap, "--ja").fout


def test_it_is_asked_before_what_is_besloten_goes_where_anybody_can_read(
    werkmap: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _maak_besloten(werkmap)
    monkeypatch.setattr("sys.stdin", StringIO("nee\n"))
    nee = tk("uitgang", tmp_path / "uit", "--werkmap", werkmap)
    assert (nee.code, "voor iedereen leesbaar" in nee.fout) == (1, True)
    assert not (tmp_path / "uit").exists()
    monkeypatch.setattr("sys.stdin", StringIO("ja\n"))
    assert tk("uitgang", tmp_path / "uit", "--werkmap", werkmap).code == 0
    with Store.open(werkmap) as store:
        assert [een.reden for een in store.inzagen.all()] == ["tk uitgang"]
    terug = tk("uitgang", tmp_path / "uit", "--innemen", "--werkmap", tmp_path / "nieuw")
    assert "tk bescherm aan" in terug.uit, "what is besloten came where no password keeps it, and that is told"
