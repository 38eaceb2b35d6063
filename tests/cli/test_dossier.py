"""``tk dossier``: the dossier of a meeting is closed when nothing stands in the way, and opened again with a reason."""

from datetime import date, time
from pathlib import Path

import pytest

from tests.cli.hulp import tk
from tests.zittingbouwers import bewaar_maart
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.minutes.besluiten import record_besluit
from tk_desktop.minutes.verloop import close_zitting, open_zitting
from tk_desktop.minutes.verslagen import approve_verslag
from tk_desktop.store.werkmap import Store


@pytest.fixture
def gehouden(tmp_path: Path) -> Path:
    """A werkmap with the meeting of March, held and decided, its verslag not approved yet."""
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        bewaar_maart(store)
        open_zitting(store, "maart", time(9))
        record_besluit(store, "oever", Uitkomst.CONFORM, op=date(2026, 3, 11))
        close_zitting(store, "maart", time(10))
    return tmp_path / "werkmap"


def test_closing_waits_for_the_verslag_and_leaves_a_trace_when_it_is_undone(gehouden: Path) -> None:
    opdracht = ("dossier", "--werkmap", gehouden)
    open_ = tk(*opdracht)
    assert (open_.code, "✗ Het verslag is niet vastgesteld." in open_.uit) == (1, True)
    te_vroeg = tk(*opdracht, "--sluiten")
    assert (te_vroeg.code, "TK-F01" in te_vroeg.fout) == (2, True)
    with Store.open(gehouden) as store:
        approve_verslag(store, "maart", op=date(2026, 4, 8))
    assert "kan dicht" in tk(*opdracht).uit
    assert "is gesloten op" in tk(*opdracht, "--sluiten").uit
    assert "TK-F04" in tk(*opdracht, "--heropenen").fout
    assert tk(*opdracht, "--heropenen", "--reden", "Er ontbrak een blad.").code == 0
    stappen = tk(*opdracht, "--json").json["stappen"]
    assert [(een["stap"], een["reden"]) for een in stappen] == [("gesloten", ""), ("heropend", "Er ontbrak een blad.")]


def test_closing_and_opening_in_one_go_is_refused(gehouden: Path) -> None:
    assert "TK-C14" in tk("dossier", "--werkmap", gehouden, "--sluiten", "--heropenen").fout
