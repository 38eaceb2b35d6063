"""A list of members as a spreadsheet saves it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.domain.gremium import Rol
from tk_desktop.intake.ledenlijst import KOLOMMEN, Gelezenlid, LedenlijstOnleesbaar, lees_leden

KOP = ";".join(KOLOMMEN)


def test_every_column_is_read() -> None:
    (lid,) = lees_leden(
        f"{KOP}\nRoos van Dalen;Voorzitter;Kadedorp;wethouder;2024-07-01;2028-03-31;Bram Oud;3\n", "leden.csv"
    )
    assert lid == Gelezenlid(
        naam="Roos van Dalen",
        rol=Rol.VOORZITTER,
        namens="Kadedorp",
        functie="wethouder",
        mandaat_van=date(2024, 7, 1),
        mandaat_tot=date(2028, 3, 31),
        vervangt="Bram Oud",
        stemgewicht=3,
    )


def test_commas_other_order_empty_lines_and_days_as_a_spreadsheet_writes_them_are_read() -> None:
    leden = lees_leden("Rol , NAAM,mandaat_van\n\nlid,Roos,1-7-2024\n,,\nadviseur,Bram,\n", "leden.csv")
    assert [(lid.naam, lid.rol, lid.mandaat_van) for lid in leden] == [
        ("Roos", Rol.LID, date(2024, 7, 1)), ("Bram", Rol.ADVISEUR, None),
    ]  # fmt: skip


@pytest.mark.parametrize("tekst", ["", "\n", "naam;functie\nRoos;lid\n", "een gewone brief"])
def test_a_list_without_its_columns_is_refused(tekst: str) -> None:
    with pytest.raises(LedenlijstOnleesbaar, match="‘naam’ en ‘rol’ ontbreken"):
        lees_leden(tekst, "leden.csv")


@pytest.mark.parametrize(
    "regel",
    [
        ";lid;;;;;;",
        "Roos;koningin;;;;;;",
        "Roos;lid;;;gisteren;;;",
        "Roos;lid;;;2026-02-01;2026-01-31;;",
        "Roos;lid;;;;;;veel",
        "Roos;lid;;;;;;-1",
        f"Roos;lid;;;;;;{'9' * 30}",
        f"{'x' * 200_000};lid;;;;;;",
    ],
)
def test_a_line_that_cannot_be_understood_is_named(regel: str) -> None:
    with pytest.raises(LedenlijstOnleesbaar, match=r"‘leden\.csv’ is niet te lezen: regel [23] is niet te begrijpen"):
        lees_leden(f"{KOP}\nBram;lid;;;;;;\n{regel}\n", "leden.csv")


@given(st.text(max_size=80))
def test_no_list_is_a_crash(tekst: str) -> None:
    for inhoud in (tekst, f"{KOP}\n{tekst}"):
        try:
            assert isinstance(lees_leden(inhoud, "leden.csv"), tuple)
        except LedenlijstOnleesbaar:
            continue
