"""Two real papers that are no papers of a board come in as bijlagen, their words to be found."""

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.hulp import tk
from tests.intake.wordpapieren import een_agenda
from tk_desktop.intake.bestanden import lees_bestanden
from tk_desktop.intake.opnemen import neem_op
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize("nummer", ["001", "002"])
def test_a_paper_without_form_is_a_bijlage_with_its_whole_text(zaden: Path, tmp_path: Path, nummer: str) -> None:
    (bron,) = zaden.glob(f"{nummer}_*.txt")
    bijlage = Path(shutil.copy(bron, tmp_path / "2 bijlage 1 - Onderlegger.txt"))
    gelezen = lees_bestanden([een_agenda(tmp_path / "agenda.docx"), bijlage])
    woorden = re.findall(r"[a-z]{4,}", bron.read_text(encoding="utf-8"))
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        neem_op(store, gelezen, nu=NU)
        (versie,) = store.versies.all()
        assert store.bestanden.plek(versie.sha256).read_bytes() == bron.read_bytes(), "the received file stays as it is"
    for woord in {max(woorden[begin : begin + 40], key=len) for begin in range(0, len(woorden), len(woorden) // 5)}:
        assert "Onderlegger" in tk("search", woord, "--werkmap", tmp_path / "werkmap").uit, woord
