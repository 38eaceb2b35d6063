"""The papers that came in are looked at; what has no pages is refused, and our own nota's are left aside."""

from pathlib import Path

import pytest

from tests.bouwers import bewaar, bewaar_bytes, een_agendapunt, een_nota, een_opname, een_stuk, een_stukversie
from tests.cli.hulp import tk
from tests.papier import a_paper
from tk_desktop.intake.toegankelijk import NietsNaTeKijken, report_accessibility, report_all
from tk_desktop.store.werkmap import Store


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        som = bewaar_bytes(store, a_paper(["Een brief over de kade."]))
        versies = {id_: een_stukversie(id=f"v{id_}", stuk_id=id_, sha256=som, paginas=1) for id_ in ("brief", "nota")}
        bewaar(
            store,
            een_opname(
                agendapunten=[een_agendapunt(id="punt", titel="Kade")],
                stukken=[
                    een_stuk(id="brief", titel="Brief over de kade", agendapunt_id="punt"),
                    een_stuk(id="nota", titel="Adviesnota", agendapunt_id="punt", volgorde="y"),
                    een_stuk(id="leeg", titel="Nog te komen", agendapunt_id="punt", volgorde="z"),
                ],
                versies=versies,
                notas={"nota": een_nota(id="n", stuk_id="nota")},
            ),
        )
    return tmp_path / "werkmap"


def test_each_received_paper_has_a_report_with_a_letter_when_there_is_need(map_: Path) -> None:
    with Store.open(map_) as store:
        (vergadering,) = store.vergaderingen.all()
        [rapport] = report_all(store, vergadering.id)
        assert (rapport.stuk.id, rapport.versie.id, rapport.goed) == ("brief", "vbrief", False)
        assert "Wij publiceren ‘Brief over de kade’" in rapport.brief
        with pytest.raises(NietsNaTeKijken):
            report_accessibility(store, "leeg")


def test_the_command_prints_the_report_and_the_letter(map_: Path) -> None:
    uitkomst = tk("toegankelijk", "--brief", "--werkmap", map_)
    assert (uitkomst.code, uitkomst.fout) == (1, "")
    assert "! opbouw: Het bestand zegt niet wat een kop" in uitkomst.uit
    assert "✓ tekst: Elke bladzijde heeft tekst" in uitkomst.uit
    assert "Beste collega," in uitkomst.uit
    [een] = tk("toegankelijk", "1", "--json", "--werkmap", map_).json
    assert (een["goed"], len(een["regels"])) == (False, 6)
