"""The notes in a PDF are read as they were written, whoever wrote them; a hostile file gives less, never a crash."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String

from tests.paper.notes import NU, a_note, a_stroke
from tests.paper.sample_pdfs import a_pdf
from tk_desktop.domain.aantekening import Soort, Vlak
from tk_desktop.paper import annotation_reading
from tk_desktop.paper.annotation_reading import (
    LANGSTE_TEKST,
    GelezenNoten,
    TeVeelAantekeningen,
    pdf_datetime,
    read_annotations,
)
from tk_desktop.paper.annotations import pdf_moment, write_annotations


def with_annotations(bron: Path, *annotaties: dict[str, Any], draai: int = 0) -> Path:
    """Put annotations of another program on the first page; ``bij`` names the one they belong to, by its place."""
    with pikepdf.open(bron, allow_overwriting_input=True) as pdf:
        page = pdf.pages[0].obj
        page.Rotate = draai
        gemaakt: list[pikepdf.Object] = []
        for velden in annotaties:
            bij = velden.pop("bij", None)
            ding = pdf.make_indirect(Dictionary({"/Type": Name.Annot, **{f"/{k}": v for k, v in velden.items()}}))
            if bij is not None:
                ding.IRT = gemaakt[bij]
            gemaakt.append(ding)
        page.Annots = Array(gemaakt)
        pdf.save(bron)
    return bron


def a_mark(soort: Any = Name.Highlight, **anders: Any) -> dict[str, Any]:
    velden: dict[str, Any] = {
        "Subtype": soort,
        "Rect": Array([100, 500, 300, 520]),
        "QuadPoints": Array([100, 520, 300, 520, 100, 500, 300, 500]),
    }
    return velden | anders


@pytest.mark.parametrize("draai", [0, 90, 180, 270])
def test_what_the_program_wrote_itself_is_read_as_it_was(tmp_path: Path, draai: int) -> None:
    bron = with_annotations(a_pdf(tmp_path / "stuk.pdf"), draai=draai)
    noten = [
        a_note(
            Soort.MARKERING, tekst="Let op\nhier", vlakken=(Vlak(1, 100, 500, 300, 520), Vlak(1, 80, 470, 200, 490))
        ),
        a_note(Soort.ONDERSTREPING),
        a_note(Soort.DOORHALING),
        a_note(Soort.NOTITIE, tekst="Zie bijlage", citaat="de oever"),
        a_note(Soort.VRAAG, tekst="Wie betaalt dit?", antwoord="De gemeente.", vlakken=(Vlak(1, 90, 300, 105, 315),)),
        a_note(Soort.INKT, vlakken=(), lijnen=(a_stroke(),)),
    ]
    gelezen = read_annotations(write_annotations(bron, noten, tmp_path / "uit.pdf"))
    assert gelezen.overgeslagen == 0
    per_naam = {noot.naam: noot for noot in gelezen.noten}
    for noot in noten:
        terug = per_naam[noot.id]
        assert terug.vlakken == noot.vlakken
        assert terug.lijnen == noot.lijnen
        assert (terug.tekst, terug.auteur) == (noot.tekst, noot.auteur)
        assert (terug.gemaakt, terug.gewijzigd) == (NU, NU)
        assert terug.onderwerp == noot.soort.naam.capitalize()
        assert terug.op_woorden == noot.op_woorden
    assert [reactie.tekst for reactie in per_naam["noot-vraag"].reacties] == ["De gemeente."]
    assert per_naam["noot-vraag"].is_vraag


def test_a_passage_over_two_pages_is_one_note_again(tmp_path: Path) -> None:
    bron = a_pdf(tmp_path / "stuk.pdf", ["Een.", "Twee."])
    vlakken = (Vlak(1, 100, 60, 300, 72), Vlak(2, 100, 750, 300, 762))
    pdf = write_annotations(bron, [a_note(tekst="Samen", vlakken=vlakken)], tmp_path / "uit.pdf")
    (noot,) = read_annotations(pdf).noten
    assert (noot.naam, noot.tekst, noot.vlakken) == ("noot-markering", "Samen", vlakken)


def test_marks_of_other_programs_are_what_they_look_like(tmp_path: Path) -> None:
    bron = with_annotations(
        a_pdf(tmp_path / "stuk.pdf"),
        a_mark(T=String("  Jo \n Vos "), C=Array([1, 1, 0]), M=String("D:20260304100000+01'00'")),
        a_mark(Name.Squiggly, QuadPoints=Array([100, 500, 300, 500, 300, 520, 100, 520])),
        a_mark(Name.FreeText, Contents=String("In de kantlijn"), C=Array([0, 0, 0, 1])),
        a_mark(Name.Square, Contents=String("Dit blok klopt niet")),
        a_mark(Name.Square),
        a_mark(Name.FreeText),
        a_mark(Name.Link),
        {"Subtype": Name.Popup, "Rect": Array([0, 0, 10, 10])},
    )
    gelezen = read_annotations(bron)
    assert gelezen.overgeslagen == 2
    merk, kronkel, los, blok = gelezen.noten
    assert (merk.auteur, merk.kleur, merk.soort) == ("Jo Vos", (1.0, 1.0, 0.0), Soort.MARKERING)
    assert merk.gewijzigd == datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
    assert (kronkel.soort, kronkel.vlakken) == (Soort.ONDERSTREPING, (Vlak(1, 100, 500, 300, 520),))
    assert (los.soort, los.tekst, los.kleur) == (Soort.NOTITIE, "In de kantlijn", (0.0, 0.0, 0.0))
    assert blok.tekst == "Dit blok klopt niet"


def test_answers_belong_to_the_note_they_answer_however_deep(tmp_path: Path) -> None:
    bron = with_annotations(
        a_pdf(tmp_path / "stuk.pdf"),
        a_mark(Contents=String("Klopt dit?")),
        {"Subtype": Name.Text, "bij": 0, "Contents": String("Ja"), "T": String("Wies"), "RT": Name.R},
        {"Subtype": Name.Text, "bij": 1, "Contents": String("Toch niet"), "T": String("Roos")},
        {"Subtype": Name.Text, "bij": 0, "Contents": String("Voltooid"), "State": String("Completed")},
    )
    (noot,) = read_annotations(bron).noten
    assert [(reactie.auteur, reactie.tekst) for reactie in noot.reacties] == [("Wies", "Ja"), ("Roos", "Toch niet")]


def test_words_that_replace_what_is_struck_out_stand_at_those_words(tmp_path: Path) -> None:
    bron = with_annotations(
        a_pdf(tmp_path / "stuk.pdf"),
        {"Subtype": Name.Caret, "Rect": Array([300, 495, 306, 505]), "Contents": String("twaalf")},
        a_mark(Name.StrikeOut, bij=0, RT=Name.Group),
    )
    (noot,) = read_annotations(bron).noten
    assert (noot.soort, noot.tekst, noot.vlakken) == (Soort.NOTITIE, "twaalf", (Vlak(1, 100, 500, 300, 520),))


@pytest.mark.parametrize(
    "velden",
    [
        {"QuadPoints": Array([1, 2, 3])},
        {"QuadPoints": Array([Name.Nee] * 8)},
        {"QuadPoints": Array([10**9] * 8)},
        {"QuadPoints": String("geen rij"), "Rect": Array([1, 2])},
        {"Rect": Name.Weg, "QuadPoints": Array([])},
        {"C": Array([5, -3, 2])},
        {"C": Name.Rood, "T": Array([]), "Contents": Dictionary()},
        {"M": String("D:99999999"), "CreationDate": String("gisteren")},
        {"Subtype": String("Highlight")},
        {"Contents": String("x" * 3 * LANGSTE_TEKST)},
        {"F": Name.Vlag},
    ],
)
def test_broken_fields_of_a_note_break_nothing_else(tmp_path: Path, velden: dict[str, Any]) -> None:
    bron = with_annotations(a_pdf(tmp_path / "stuk.pdf"), a_mark(NM=String("heel")), a_mark(**velden))
    gelezen = read_annotations(bron)
    assert gelezen.noten[0].naam == "heel"
    assert all(len(noot.tekst) <= LANGSTE_TEKST for noot in gelezen.noten)
    assert len(gelezen.noten) + gelezen.overgeslagen == 2


def test_notes_that_answer_each_other_in_a_ring_are_read_to_the_end(tmp_path: Path) -> None:
    bron = with_annotations(a_pdf(tmp_path / "stuk.pdf"), a_mark(), a_mark(bij=0))
    with pikepdf.open(bron, allow_overwriting_input=True) as pdf:
        een, twee = pdf.pages[0].Annots
        een.IRT, twee.IRT = twee, een
        pdf.save(bron)
    assert read_annotations(bron) == GelezenNoten(overgeslagen=2)


def test_one_note_that_hangs_on_two_pages_is_read_once(tmp_path: Path) -> None:
    bron = with_annotations(a_pdf(tmp_path / "stuk.pdf", ["Een.", "Twee."]), a_mark())
    with pikepdf.open(bron, allow_overwriting_input=True) as pdf:
        pdf.pages[1].obj.Annots = Array([pdf.pages[0].Annots[0], 7, Name.Niets])
        pdf.save(bron)
    assert len(read_annotations(bron).noten) == 1


def test_more_notes_than_anybody_writes_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annotation_reading, "MEESTE", 3)
    bron = with_annotations(a_pdf(tmp_path / "stuk.pdf"), *(a_mark() for _ in range(4)))
    with pytest.raises(TeVeelAantekeningen):
        read_annotations(bron)


@given(
    st.datetimes(datetime(1000, 1, 1), datetime(9998, 1, 1)),
    st.integers(-14 * 60, 14 * 60).map(lambda minuten: timezone(timedelta(minutes=minuten))),
)
def test_a_moment_goes_into_a_pdf_and_comes_back(moment: datetime, zone: timezone) -> None:
    heel = moment.replace(microsecond=0, tzinfo=zone)
    assert pdf_datetime(pdf_moment(heel)) == heel


@given(st.text(max_size=30))
def test_whatever_stands_where_a_moment_should_is_a_moment_or_nothing(tekst: str) -> None:
    assert pdf_datetime(tekst) is None or pdf_datetime(tekst) is not None
