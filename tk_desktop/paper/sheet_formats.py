"""How a workbook shows a number: as a day, a time, a part of a hundred or the number itself (ECMA-376, 18.8.30)."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from tk_desktop.domain.datum import klok, klokduur, kort, maand
from tk_desktop.domain.getal import decimaal, procent
from tk_desktop.paper.word_package import WordPackage

_INGEBOUWD: Mapping[int, str] = {
    9: "0%", 10: "0.00%", 14: "d-m-yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss",
    20: "h:mm", 21: "h:mm:ss", 22: "d-m-yyyy h:mm", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss",
}  # fmt: skip
"""The formats that every workbook has without naming them and that show a number as something else."""
_LETTERLIJK = re.compile(r'"[^"]*"|\\.|_.|\*.|AM/PM|A/P|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.I)
"""What a format shows as it stands, or not at all: words, spaces, colours, languages, halves of the day."""
_LAATSTE_DAG = 2_958_465
"""31-12-9999, the last day that a workbook knows."""


class Vorm(NamedTuple):
    """How the number of a cell is shown: by a format code, counted from 1900 or from 1904."""

    code: str = ""
    vanaf_1904: bool = False


def formats(pak: WordPackage, boek: str) -> Sequence[Vorm]:
    """Return the form of every style of the workbook whose main part is ``boek``, in the order cells name them."""
    stijlen, boom = pak.companion(boek, "styles"), pak.xml(boek)
    if stijlen is None:
        return ()
    eigen = {een.get("numFmtId", ""): een.get("formatCode", "") for een in stijlen.iter("{*}numFmt")}
    keus = None if boom is None else boom.find("{*}workbookPr")
    vanaf_1904 = keus is not None and keus.get("date1904", "") in ("1", "true")
    uit = []
    for stijl in stijlen.iterfind("{*}cellXfs/{*}xf"):
        nummer = stijl.get("numFmtId", "0")
        code = eigen.get(nummer) or (_INGEBOUWD.get(int(nummer), "") if nummer.isdigit() else "")
        uit.append(Vorm(code, vanaf_1904))
    return uit


def shown(waarde: str, code: str, *, vanaf_1904: bool = False) -> str:
    """Return what a cell with this number shows: ``4-3-2020``, ``maart 2020``, ``09.30``, ``17,5%`` or ``1234,5``.

    A number that is no day of a workbook stays the number; digits beyond the fifteen that a workbook keeps are noise.
    """
    try:
        getal = Decimal(f"{float(waarde):.15g}")
    except (ValueError, InvalidOperation):
        return waarde
    if not getal.is_finite():
        return waarde
    kaal = _LETTERLIJK.sub("", code).partition(";")[0].lower()
    letters = set(re.findall("[a-z]", kaal))
    if letters and letters <= set("ymdhs") and 0 <= getal <= _LAATSTE_DAG:
        return _moment(getal, letters, vanaf_1904=vanaf_1904)
    return procent(getal) if "%" in kaal else decimaal(getal)


def _moment(getal: Decimal, letters: set[str], *, vanaf_1904: bool) -> str:
    """Return a number as the day, month, year or time that its format has letters for."""
    met_tijd = bool(letters & {"h", "s"})
    if met_tijd and not letters & {"d", "y"}:  # a time, or how long something lasts
        return klokduur(round(getal * 24 * 60))
    try:
        moment = _begin(getal, vanaf_1904=vanaf_1904) + timedelta(minutes=round(getal % 1 * 24 * 60))
    except OverflowError:
        return decimaal(getal)
    if met_tijd:
        return f"{kort(moment)} {klok(moment)}"
    if "d" in letters:
        return kort(moment)
    return maand(moment) if "m" in letters else str(moment.year)


def _begin(getal: Decimal, *, vanaf_1904: bool) -> datetime:
    """Return midnight of the day that a number stands for; a workbook from 1900 has a 29 February in that year."""
    dagen = int(getal)
    eerste = date(1904, 1, 1) if vanaf_1904 else date(1899, 12, 30) if dagen > 60 else date(1899, 12, 31)
    return datetime.combine(eerste + timedelta(days=dagen), datetime.min.time())
