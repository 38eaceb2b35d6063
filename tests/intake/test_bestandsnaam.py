"""A name that hides what a file is, is told as it is written."""

import pytest

from tk_desktop.intake.bestandsnaam import NaamMisleidt, check_name


@pytest.mark.parametrize(
    "naam",
    [
        "2a bijlage 1 - Plan \u202efdp.exe", "nota\u2066.pdf", "plan\n.pdf", "CON.pdf", "com1.docx", "LPT9", "nul .txt",
        "nota.exe.pdf", "Factuur.SCR .pdf", "aux",
    ],
)  # fmt: skip
def test_a_misleading_name_is_refused_and_shown_without_what_turns_it(naam: str) -> None:
    with pytest.raises(NaamMisleidt) as fout:
        check_name(naam)
    assert str(fout.value).isprintable()


@pytest.mark.parametrize(
    "naam",
    [
        "2a bijlage 1 - Plan.pdf", "Verslag 4 maart 2026 (def.).docx", "Console.pdf", "Communicatie.v2.docx",
        "Nulmeting.pdf", "coördinatie naïef €.xlsx", "contract.com.pdf.bak", "Auxiliair.txt",
    ],
)  # fmt: skip
def test_an_ordinary_name_is_fine(naam: str) -> None:
    check_name(naam)
