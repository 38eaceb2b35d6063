"""The rules for accessible PDF find the faults they are for."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pikepdf import Name, Pdf, String

from tests.paper.papers import a_rich_document, opened
from tests.paper.ua_rules import ua_faults


def elements(pdf: Pdf, role: str) -> Iterator[Any]:
    todo: list[Any] = [pdf.Root.StructTreeRoot.K[0]]
    while todo:
        node = todo.pop()
        if str(node.S) == f"/{role}":
            yield node
        todo += [kid for kid in node.K if not isinstance(kid, int) and "/S" in kid]


def first(pdf: Pdf, role: str) -> Any:
    return next(elements(pdf, role))


def paint_unmarked(pdf: Pdf) -> None:
    pdf.pages[0].contents_add(b"0 0 10 10 re f")


def swap_marks(pdf: Pdf) -> None:
    marks = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    marks[0], marks[1] = marks[1], marks[0]


def forget_words(pdf: Pdf) -> None:
    page = next(page.obj for page in pdf.pages if "/Annots" in page.obj)
    page.Annots[0].Contents = String("")


def forget_font(pdf: Pdf) -> None:
    del next(font for _, font in pdf.pages[0].resources.Font.items()).FontDescriptor.FontFile2


FAULTS: dict[str, Callable[[Pdf], Any]] = {
    "not marked": lambda pdf: pdf.Root.MarkInfo.__setitem__("/Marked", False),
    "no language": lambda pdf: pdf.Root.__delitem__("/Lang"),
    "title is not shown": lambda pdf: pdf.Root.__delitem__("/ViewerPreferences"),
    "no title": lambda pdf: pdf.Root.__delitem__("/Metadata"),
    "Figure without words": lambda pdf: first(pdf, "Figure").__delitem__("/Alt"),
    "Figure without its place": lambda pdf: first(pdf, "Figure").__delitem__("/A"),
    "TH without scope": lambda pdf: first(pdf, "TH").__delitem__("/A"),
    "heading skips": lambda pdf: first(pdf, "H1").__setitem__("/S", Name.H3),
    "LI in": lambda pdf: first(pdf, "L").__setitem__("/S", Name.P),
    "rows of a table": lambda pdf: first(pdf, "TR").__setitem__("/K", []),
    "Link without": lambda pdf: first(pdf, "Link").__setitem__("/K", []),
    "a link without words": forget_words,
    "tab order": lambda pdf: [page.obj.__delitem__("/Tabs") for page in pdf.pages],
    "painted without a mark": paint_unmarked,
    "leads back to another": swap_marks,
    "is not embedded": forget_font,
    "marks that are not there": lambda pdf: first(pdf, "H1").K.append(9999),
    "not in the tree": lambda pdf: first(pdf, "H1").__setitem__("/K", []),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found(tmp_path: Path, fault: str) -> None:
    with opened(a_rich_document(tmp_path)) as pdf:
        assert ua_faults(pdf) == []
        FAULTS[fault](pdf)
        assert any(fault in told for told in ua_faults(pdf)), ua_faults(pdf)
