"""Sheets come out of the printer in the order of the set, each of one size, every copy on sheets of its own."""

from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Dictionary, Name, String

from tests.paper.sample_pdfs import a_pdf, add_annotation
from tests.verpakt import paginateksten
from tk_desktop.base.errors import Onderbroken
from tk_desktop.base.files import sha256
from tk_desktop.base.paths import resources
from tk_desktop.base.progress import Progress
from tk_desktop.paper.imposition import Vellen, Zijde, leg_uit, tel_vellen, write_print
from tk_desktop.paper.rendering import Maat

A4, A3 = Maat(595, 842), Maat(1191, 842)
BRON = Path("set.pdf")
LETTER = sorted((resources() / "fonts").rglob("*Regular.ttf"))[0]


def zijden(vorm: str) -> list[Zijde]:
    """``B`` starts a paper, ``b`` goes on; ``A``/``a`` the same on A3."""
    return [Zijde(BRON, nr, A3 if teken in "Aa" else A4, begint=teken in "AB") for nr, teken in enumerate(vorm)]


def vorm(uitgelegd: tuple[Zijde, ...]) -> str:
    return "".join(str(zijde.pagina) if zijde.bron else "-" for zijde in uitgelegd)


@pytest.mark.parametrize(
    ("stukken", "uit", "vellen"),
    [
        ("B", "0-", Vellen(1)),
        ("Bb", "01", Vellen(1)),
        ("BB", "0-1-", Vellen(2)),
        ("BbbB", "012-3-", Vellen(3)),
        ("BAB", "0-1-2-", Vellen(2, 1)),
        ("BaB", "0-1-2-", Vellen(2, 1)),
        ("BAab", "0-123-", Vellen(2, 1)),
    ],
)
def test_every_paper_starts_on_the_front_of_a_sheet(stukken: str, uit: str, vellen: Vellen) -> None:
    uitgelegd = leg_uit(zijden(stukken), dubbelzijdig=True)
    assert vorm(uitgelegd) == uit
    assert tel_vellen(uitgelegd, dubbelzijdig=True) == vellen


def test_on_one_side_nothing_is_put_in_between() -> None:
    uitgelegd = leg_uit(zijden("BbBA"), dubbelzijdig=False)
    assert vorm(uitgelegd) == "0123"
    assert tel_vellen(uitgelegd, dubbelzijdig=False) == Vellen(3, 1)


def test_papers_may_follow_on_the_back_when_that_is_asked() -> None:
    assert vorm(leg_uit(zijden("BBBb"), dubbelzijdig=True, rechts=False)) == "0123"


@given(st.text(alphabet="BbAa", min_size=1, max_size=30), st.booleans())
def test_no_page_is_lost_moved_or_printed_twice_and_no_sheet_has_two_sizes(stukken: str, rechts: bool) -> None:
    uitgelegd = leg_uit(zijden(stukken), dubbelzijdig=True, rechts=rechts)
    assert [zijde.pagina for zijde in uitgelegd if zijde.bron] == list(range(len(stukken)))
    assert len(uitgelegd) % 2 == 0
    for voor, achter in zip(uitgelegd[::2], uitgelegd[1::2], strict=True):
        assert voor.bron is not None
        assert voor.maat.is_a3 == achter.maat.is_a3
    if rechts:
        assert all(plaats % 2 == 0 for plaats, zijde in enumerate(uitgelegd) if zijde.begint)


def test_each_copy_bears_the_name_of_who_gets_it_on_its_first_page_alone(tmp_path: Path) -> None:
    bron = a_pdf(tmp_path / "set.pdf", ["Bladzijde een.", "Bladzijde twee.", "Bladzijde drie."])
    uitgelegd = leg_uit([Zijde(bron, nr, A4, begint=nr == 0) for nr in range(3)], dubbelzijdig=True)
    doel = write_print(
        uitgelegd, ["Exemplaar 1 · voor Roos van Dalen", "Exemplaar 2 · voor Wies Aalders", ""],
        tmp_path / "druk.pdf", letter=LETTER, dubbelzijdig=True,
    )  # fmt: skip
    teksten = paginateksten(doel)
    assert len(teksten) == 12
    assert "voor Roos van Dalen" in teksten[0]
    assert "Bladzijde een." in teksten[0]
    assert "voor Wies Aalders" in teksten[4]
    assert "Roos" not in teksten[4]
    assert "voor" not in " ".join((*teksten[1:4], *teksten[5:]))
    assert (teksten[3], teksten[8]) == ("", teksten[8])
    with pikepdf.open(doel) as pdf:
        assert Name.DuplexFlipLongEdge == pdf.Root.ViewerPreferences.Duplex


def test_links_stay_behind_and_drag_no_other_page_along(tmp_path: Path) -> None:
    bron = a_pdf(tmp_path / "set.pdf", ["Een openbaar blad.", "Een blad dat niet mee gaat."])
    with pikepdf.open(bron, allow_overwriting_input=True) as pdf:
        add_annotation(pdf, 0, Dictionary(Subtype=Name.Link, Dest=pikepdf.Array([pdf.pages[1].obj, Name.Fit])))
        add_annotation(pdf, 0, Dictionary(Subtype=Name.Text, Contents=String("Let op")))
        pdf.save(bron)
    doel = write_print([Zijde(bron, 0, A4)], [""], tmp_path / "druk.pdf", letter=LETTER, dubbelzijdig=False)
    with pikepdf.open(doel) as pdf:
        assert len([ding for ding in pdf.objects if isinstance(ding, Dictionary) and ding.get("/Type") == "/Page"]) == 1
        assert [annotatie.Subtype for annotatie in pdf.pages[0].Annots] == [Name.Text]


def test_the_same_sides_give_the_same_file_and_a_stop_leaves_none(tmp_path: Path) -> None:
    bron = a_pdf(tmp_path / "set.pdf", ["Een.", "Twee."])
    uitgelegd = [Zijde(bron, nr, A4) for nr in range(2)]
    een, twee = (
        write_print(uitgelegd, ["voor A", "voor B"], tmp_path / naam, letter=LETTER, dubbelzijdig=False)
        for naam in ("een.pdf", "twee.pdf")
    )
    assert sha256(een) == sha256(twee)
    with pytest.raises(Onderbroken):
        write_print(
            uitgelegd, ["A"], tmp_path / "half.pdf", letter=LETTER, dubbelzijdig=False,
            progress=Progress(stopped=lambda: True),
        )  # fmt: skip
    assert not (tmp_path / "half.pdf").exists()


def test_many_copies_share_what_they_hold(tmp_path: Path) -> None:
    bron = a_pdf(tmp_path / "set.pdf", ["Tekst " * 200] * 4)
    uitgelegd = [Zijde(bron, nr, A4) for nr in range(4)]
    een, tien = (
        write_print(uitgelegd, ["x"] * keer, tmp_path / f"{keer}.pdf", letter=LETTER, dubbelzijdig=False)
        for keer in (1, 10)
    )
    assert tien.stat().st_size < 3 * een.stat().st_size
