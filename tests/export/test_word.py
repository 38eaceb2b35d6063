"""Every paper of a meeting becomes a Word file of its own."""

from pathlib import Path

from tests.bouwers import een_agendapunt, een_nota, een_opname, een_stuk
from tests.voorbeeld.inhoud import voorbeeld
from tk_desktop.export.word import write_nota, write_word
from tk_desktop.paper.word_reading import lees_word


def test_two_notas_of_one_title_under_one_item_are_both_written(tmp_path: Path) -> None:
    punt = een_agendapunt(titel="Kade")
    stukken = [een_stuk(agendapunt_id=punt.id, titel="Kade") for _ in range(2)]
    notas = {stuk.id: een_nota(stuk_id=stuk.id, onderwerp=f"Kade {rang}") for rang, stuk in enumerate(stukken)}
    bestanden = write_word(een_opname(agendapunten=[punt], stukken=stukken, notas=notas), tmp_path)
    assert len({pad.name.casefold() for pad in bestanden}) == len(bestanden) == 3
    assert all(pad.is_file() for pad in bestanden)


def test_the_files_of_a_meeting_stand_in_the_order_of_the_agenda(tmp_path: Path) -> None:
    namen = [pad.name for pad in write_word(voorbeeld(), tmp_path)]
    assert namen[0].endswith("uitnodiging.docx")
    assert namen[1].endswith("agenda.docx")
    assert [naam.split()[3] for naam in namen[2:]] == ["1A", "2a", "2b", "3", "4", "8a"]


def test_a_nota_by_itself_bears_its_kind_as_title(tmp_path: Path) -> None:
    opname = voorbeeld()
    stuk = next(stuk for stuk in opname.notastukken if opname.label(stuk) == "2a")
    assert lees_word(write_nota(opname, stuk, tmp_path / "nota.docx")).titel == "Adviesnota"
