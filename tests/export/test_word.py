"""Invitation, agenda and nota's as Word files, well named."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.bouwers import een_opname
from tests.verpakt import inhoud_van_map
from tests.voorbeeld.inhoud import voorbeeld
from tk_desktop.base.errors import NietSchrijfbaar, Onderbroken
from tk_desktop.base.progress import Progress
from tk_desktop.export.word import WordBestandBestaat, write_word
from tk_desktop.paper.word_reading import lees_word


def test_every_paper_is_a_file_named_by_body_day_number_and_title(tmp_path: Path) -> None:
    bestanden = write_word(voorbeeld(), tmp_path)
    assert [pad.name for pad in bestanden] == [
        "BC GO 2026-06-04 uitnodiging.docx",
        "BC GO 2026-06-04 agenda.docx",
        "BC GO 2026-06-04 1A adviesnota Schikking met leverancier plansysteem.docx",
        "BC GO 2026-06-04 2a adviesnota Projectplan Fit de klas in 2026-2029.docx",
        "BC GO 2026-06-04 2b adviesnota Verdeling zwemfonds 2026-2027.docx",
        "BC GO 2026-06-04 3 opiniërende nota Rijdend consultatiebureau in de buitengebieden.docx",
        "BC GO 2026-06-04 4 informatienota Wachttijden logopedie voor kleuters.docx",
        "BC GO 2026-06-04 8a informatienota Avondspreekuur vaccinaties.docx",
    ]
    assert sorted(bestanden) == sorted(tmp_path.iterdir())


def test_each_file_reads_back_with_its_title(tmp_path: Path) -> None:
    titels = [lees_word(pad).titel for pad in write_word(voorbeeld(), tmp_path)]
    assert titels == [
        "Vergadering BC GO van 4 juni 2026, 09.30 tot 11.30 uur",
        "Agenda Bestuurscommissie Gezond Opgroeien",
        *["Adviesnota"] * 3,
        "Opiniërende nota",
        "Informatienota",
        "Avondspreekuur vaccinaties",
    ]


def test_the_same_meeting_gives_the_same_files(tmp_path: Path) -> None:
    for naam in ("een", "twee"):
        write_word(voorbeeld(), tmp_path / naam)
    assert inhoud_van_map(tmp_path / "een") == inhoud_van_map(tmp_path / "twee")


def test_signs_that_no_system_allows_stay_out_of_a_name(tmp_path: Path) -> None:
    geheel = voorbeeld()
    stukken = tuple(replace(stuk, titel='Wie/wat\\hoe: "Zo" <ja>|nee?*' + "x" * 200) for stuk in geheel.stukken)
    for pad in write_word(replace(geheel, stukken=stukken), tmp_path):
        assert not set(pad.name) & set('/\\:*?"<>|')
        assert len(pad.name) <= 130


def test_two_notas_with_one_title_under_one_item_are_two_files(tmp_path: Path) -> None:
    geheel = voorbeeld()
    tweede = replace(geheel.stukken[0], id="tweede", volgorde="zz")
    notas = {**geheel.notas, "tweede": replace(geheel.notas["stuk-1A"], stuk_id="tweede")}
    bestanden = write_word(replace(geheel, stukken=(*geheel.stukken, tweede), notas=notas), tmp_path)
    assert len(set(bestanden)) == len(bestanden) == 9


def test_a_meeting_without_letter_and_notas_gives_an_agenda(tmp_path: Path) -> None:
    assert [pad.name for pad in write_word(een_opname(), tmp_path)] == ["BC WK 2026-03-11 agenda.docx"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "word").write_bytes(b"geen map")
    with pytest.raises(NietSchrijfbaar):
        write_word(voorbeeld(), tmp_path / "word")


def test_writing_that_is_stopped_leaves_no_file(tmp_path: Path) -> None:
    stappen = iter([False, False, True])
    with pytest.raises(Onderbroken):
        write_word(voorbeeld(), tmp_path, Progress(stopped=lambda: next(stappen)))
    assert list(tmp_path.iterdir()) == []


def test_a_word_file_that_somebody_worked_in_is_never_overwritten_unasked(tmp_path: Path) -> None:
    opname = voorbeeld()
    agenda = next(pad for pad in write_word(opname, tmp_path) if "agenda" in pad.name)
    agenda.write_bytes(b"met de hand verbeterd")
    voor = {pad.name: pad.read_bytes() for pad in tmp_path.iterdir()}
    with pytest.raises(WordBestandBestaat, match="agenda"):
        write_word(opname, tmp_path)
    assert {pad.name: pad.read_bytes() for pad in tmp_path.iterdir()} == voor
    write_word(opname, tmp_path, vervang=True)
    assert agenda.read_bytes() != b"met de hand verbeterd"
