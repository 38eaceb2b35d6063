"""The bijlagen of the sample meeting: papers of different senders that can be made again to the byte."""

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests.voorbeeld.bijlagen import BRIEF, DUBBEL, MAKERS, maak_bijlagen
from tests.voorbeeld.brieven import NIET_INGESLOTEN, maak_brief
from tests.voorbeeld.inhoud import GEHEIME_WOORDEN, voorbeeld
from tests.voorbeeld.maken import maak_word
from tests.voorbeeld.ontvangst import SCAN, stuk_bij
from tk_desktop.base.paths import resources

SAMPLE = resources() / "sample"
NAMEN = sorted((*MAKERS, DUBBEL))
PROJECTPLAN = "2a bijlage 1 - Projectplan Fit de klas in 2026-2029.pdf"
PRESENTATIE = "2a bijlage 2 - Presentatie Zes scholen verder.pdf"
PLANNING = "2a bijlage 3 - Planning op A3.pdf"
JAAROVERZICHT = "8b jaaroverzicht - Jeugdgezondheid 2025.pdf"
VERSLAG = "9a verslag - BC GO 12 maart 2026.pdf"


def tekst_van_pdf(naam: str) -> str:
    document = pypdfium2.PdfDocument(SAMPLE / naam)
    try:
        return "\n".join(document[nummer].get_textpage().get_text_range() for nummer in range(len(document)))
    finally:
        document.close()


def letters_niet_ingesloten(pdf: pikepdf.Pdf) -> set[str]:
    uit = set()
    for ding in pdf.objects:
        if isinstance(ding, pikepdf.Dictionary) and ding.get("/Type") == pikepdf.Name.Font:
            omschrijving = ding.get("/FontDescriptor")
            if omschrijving is None or "/FontFile2" not in omschrijving:
                uit.add(str(ding.BaseFont))
    return uit


def test_making_the_bijlagen_again_gives_the_same_bytes(tmp_path: Path) -> None:
    maak_bijlagen(tmp_path)
    assert sorted(pad.name for pad in tmp_path.iterdir()) == NAMEN
    for naam in NAMEN:
        assert (tmp_path / naam).read_bytes() == (SAMPLE / naam).read_bytes(), naam


def test_the_bijlagen_are_small_enough_to_ship() -> None:
    assert sum((SAMPLE / naam).stat().st_size for naam in NAMEN) < 3_000_000


@pytest.mark.parametrize(
    ("naam", "paginas"),
    [
        (PROJECTPLAN, 12),
        (PRESENTATIE, 8),
        (PLANNING, 1),
        (BRIEF, 2),
        (SCAN, 1),
        (JAAROVERZICHT, 10),
        (DUBBEL, 2),
        ("8d infographic - Kinderen in beeld 2025.pdf", 1),
        (VERSLAG, 4),
        ("9b verslag - AO GO 7 mei 2026.pdf", 2),
    ],
)
def test_each_bijlage_has_the_pages_it_should_have(naam: str, paginas: int) -> None:
    with pikepdf.open(SAMPLE / naam) as pdf:
        assert len(pdf.pages) == paginas


def test_every_file_belongs_to_a_paper_of_the_meeting_and_one_promised_bijlage_is_absent() -> None:
    zonder_nota = {stuk.id for stuk in voorbeeld().stukken if not stuk.soort.is_nota}
    assert {stuk_bij(naam) for naam in NAMEN} == zonder_nota - {"stuk-3-bijlage-2"}


def test_one_letter_came_in_twice() -> None:
    assert (SAMPLE / BRIEF).read_bytes() == (SAMPLE / DUBBEL).read_bytes()


def test_every_file_carries_its_letters_so_that_the_sample_set_can_be_kept() -> None:
    for naam in NAMEN:
        with pikepdf.open(SAMPLE / naam) as pdf:
            assert letters_niet_ingesloten(pdf) == set(), naam


def test_the_letter_can_be_made_without_its_letters_for_tests(tmp_path: Path) -> None:
    maak_brief(tmp_path / "brief.pdf", NIET_INGESLOTEN)
    with pikepdf.open(tmp_path / "brief.pdf") as pdf:
        assert letters_niet_ingesloten(pdf) == {"/Helvetica", "/Helvetica-Bold"}


def test_only_the_scan_has_no_words() -> None:
    assert tekst_van_pdf(SCAN).strip() == ""
    assert all(len(tekst_van_pdf(naam)) > 150 for naam in NAMEN if naam != SCAN)


def test_the_project_plan_has_bookmarks_under_bookmarks_and_contents_that_link() -> None:
    with pikepdf.open(SAMPLE / PROJECTPLAN) as pdf:
        with pdf.open_outline() as boekenleggers:
            hoofdstukken = [punt.title for punt in boekenleggers.root]
            dieper = [len(punt.children) for punt in boekenleggers.root]
        koppelingen = [a for a in pdf.pages[1].Annots if a.Subtype == pikepdf.Name.Link]
        assert "/StructTreeRoot" not in pdf.Root
    assert hoofdstukken[:2] == ["Samenvatting", "1 Aanleiding"]
    assert len(hoofdstukken) == 9
    assert min(dieper) >= 2
    assert len(koppelingen) >= 30


def test_the_slides_are_wide_and_linked_from_the_first() -> None:
    with pikepdf.open(SAMPLE / PRESENTATIE) as pdf:
        assert {(int(blad.mediabox[2]), int(blad.mediabox[3])) for blad in pdf.pages} == {(960, 540)}
        assert len(pdf.pages[0].Annots) == 7


def test_the_papers_differ_in_size_and_in_what_they_say_about_their_pages() -> None:
    with pikepdf.open(SAMPLE / PLANNING) as planning:
        assert [round(float(getal)) for getal in planning.pages[0].mediabox] == [0, 0, 1191, 842]
    with pikepdf.open(SAMPLE / SCAN) as scan:
        assert scan.pages[0].Rotate == 90
    with pikepdf.open(SAMPLE / JAAROVERZICHT) as jaar:
        assert [str(blad.label) for blad in jaar.pages][:4] == ["i", "ii", "1", "2"]
        assert jaar.pages[0].cropbox != jaar.pages[0].mediabox


def test_every_maker_has_a_name_of_its_own_except_where_one_person_wrote_two() -> None:
    makers = []
    for naam in MAKERS:
        with pikepdf.open(SAMPLE / naam) as pdf:
            makers.append(str(pdf.docinfo["/Producer"]))
    assert len(set(makers)) == len(makers) - 1


def test_the_earlier_verslag_promises_what_is_on_this_agenda() -> None:
    tekst = " ".join(tekst_van_pdf(VERSLAG).split())
    for woorden in ("NR.", "VOORSTEL-ADVIES", "BESLISSING", "ACTIE DOOR", "(Bronkhaar; t/m punt 3)", "Toezegging:"):
        assert woorden in tekst
    assert "komt op 4 juni met een nota" in tekst


def test_no_bijlage_tells_a_word_of_the_besloten_item() -> None:
    for naam in NAMEN:
        tekst = tekst_van_pdf(naam)
        assert not [woord for woord in GEHEIME_WOORDEN if woord in tekst]


def test_the_word_files_that_ship_are_those_that_the_program_writes(tmp_path: Path) -> None:
    gemaakt = maak_word(tmp_path)
    assert {pad.name for pad in SAMPLE.glob("*.docx")} == {pad.name for pad in gemaakt}
    for pad in gemaakt:
        assert pad.read_bytes() == (SAMPLE / pad.name).read_bytes(), pad.name
