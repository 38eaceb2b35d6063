"""``tk check``: findings, and accepting one with a reason."""

from pathlib import Path

from tests.bouwers import bewaar
from tests.cli.hulp import tk
from tests.domain.controlehulp import een_hele_vergadering
from tests.verpakt import Verpakt, inhoud_van_map
from tk_desktop.store.werkmap import Store


def test_findings_are_told_with_exit_code_one(verpakt: Verpakt) -> None:
    uitkomst = tk("check", "--werkmap", verpakt.werkmap)
    assert (uitkomst.code, uitkomst.fout) == (1, "")
    assert "[DT01]" in uitkomst.uit
    assert uitkomst.uit.count("→") >= 14


def test_findings_are_told_to_a_program(verpakt: Verpakt) -> None:
    uitkomst = tk("check", "--werkmap", verpakt.werkmap, "--json")
    assert uitkomst.code == 1
    assert all({"code", "ernst", "waar", "wat", "herstel"} <= set(bevinding) for bevinding in uitkomst.json)
    assert {bevinding["ernst"] for bevinding in uitkomst.json} == {"fout", "waarschuwing", "info"}
    assert all(waarde.strip() for bevinding in uitkomst.json for waarde in bevinding.values())


def test_a_meeting_in_which_all_is_right_ends_with_zero(tmp_path: Path) -> None:
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        bewaar(store, een_hele_vergadering())
    uitkomst = tk("check", "--werkmap", tmp_path / "werkmap", "--json")
    assert (uitkomst.code, [b for b in uitkomst.json if b["ernst"] != "info"]) == (0, [])


def test_an_accepted_finding_is_information_from_then_on(werkmap: Path) -> None:
    voor = {b["code"]: b for b in tk("check", "--werkmap", werkmap, "--json").json}
    waar = voor["TP02"]["waar"]
    tk("check", "--werkmap", werkmap, "--aanvaard", "TP02", waar, "Ter kennisname.")
    na = {b["code"]: b for b in tk("check", "--werkmap", werkmap, "--json").json}
    assert (voor["TP02"]["ernst"], na["TP02"]["ernst"]) == ("waarschuwing", "info")


def test_accepting_without_a_reason_is_refused(werkmap: Path) -> None:
    voor = inhoud_van_map(werkmap)
    uitkomst = tk("check", "--werkmap", werkmap, "--aanvaard", "TP02", "8", "  ")
    assert uitkomst.code == 2
    assert "(TK-V03)" in uitkomst.fout
    assert inhoud_van_map(werkmap) == voor


def test_a_werkmap_or_meeting_that_is_not_there_is_told(verpakt: Verpakt, tmp_path: Path) -> None:
    assert "(TK-D09)" in tk("check", "--werkmap", tmp_path / "nergens").fout
    assert list(tmp_path.iterdir()) == []
    onbekend = tk("check", "--werkmap", verpakt.werkmap, "--vergadering", "2030-01-01")
    assert onbekend.code == 2
    assert "(TK-C02)" in onbekend.fout
    assert "2026-06-04 (BC GO" in onbekend.fout
    assert tk("check", "--werkmap", verpakt.werkmap, "--vergadering", "2026-06-04").code == 1
