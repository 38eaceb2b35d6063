"""How cells of our workbooks look, by what stands in them: the same in each."""

from typing import Any

import xlsxwriter

_KOP = {"bold": True, "text_wrap": True, "bottom": 1, "bg_color": "#e9eef3"}


def rekenvormen(boek: xlsxwriter.Workbook) -> dict[str, Any]:
    """Return the formats of a workbook by name; one that no cell uses is not in its file."""
    return {
        "kop": boek.add_format(_KOP),
        "bedragkop": boek.add_format(_KOP | {"align": "right"}),
        "keuzekop": boek.add_format(_KOP | {"align": "left", "indent": 1}),
        "titel": boek.add_format({"bold": True}),
        "bedrag": boek.add_format({"num_format": "#,##0", "valign": "top"}),
        "totaal": boek.add_format({"num_format": "#,##0", "bold": True, "top": 1, "valign": "top", "align": "right"}),
        "tekst": boek.add_format({"text_wrap": True, "valign": "top"}),
        "keuze": boek.add_format({"text_wrap": True, "valign": "top", "align": "left", "indent": 1}),
        "noot": boek.add_format({"italic": True, "text_wrap": True, "valign": "top"}),
        "twijfel": boek.add_format({"italic": True, "text_wrap": True, "valign": "top", "bg_color": "#fff4d6"}),
    }
