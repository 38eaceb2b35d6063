"""Tables of amounts in a text without places: words, gaps and figures alone."""

import pytest

from tk_desktop.domain.cijfertabel import Cijfertabel, Eenheid, Kolomsoort
from tk_desktop.intake.cijfertekst import vind_tabellen
from tk_desktop.intake.tekst import herstelde_regels

HAVEN = """\
Het bestuur leest dit rapport in het voorjaar.
 Begroting (dec ‘25) Gewijzigde begroting
(juli ‘26)

Verwacht eindsaldo
31 dec ‘26

Herstel van de kades € 37.452 € 37.452 € 0

Onderhoud van de slui-
zen en op-
rit

€ 128.223 € 130.000 -€ 1.777

Roeiboten
€ 9.000 € 9.000 € 500

Totaal € 174.675 € 176.452 -€ 1.277

De boten zijn later gekocht dan gedacht.

Financiën haven
 Het volgende hoofdstuk
"""


def tabellen(tekst: str) -> tuple[Cijfertabel, ...]:
    """Return the tables in a text."""
    return vind_tabellen(herstelde_regels(tekst))


def bedragen(tabel: Cijfertabel) -> dict[str, list[int | None]]:
    """Return the amounts of each row by its name."""
    return {rij.naam: [cel.bedrag for cel in rij.cellen] for rij in tabel.rijen}


def test_a_table_has_its_title_columns_rows_and_place() -> None:
    (tabel,) = tabellen(HAVEN)
    assert (tabel.titel, tabel.plek, tabel.eenheid) == ("Financiën haven", "regel 2-23", Eenheid.EURO)
    assert [kolom.naam for kolom in tabel.kolommen] == [
        "Begroting (dec ‘25)",
        "Gewijzigde begroting (juli ‘26)",
        "Verwacht eindsaldo 31 dec ‘26",
    ]
    assert bedragen(tabel) == {
        "Herstel van de kades": [37452, 37452, 0],
        "Onderhoud van de sluizen en oprit": [128223, 130000, -1777],
        "Roeiboten": [9000, 9000, 500],
        "Totaal": [174675, 176452, -1277],
    }
    assert tabel.vragen() == ()


def test_a_damaged_amount_is_a_doubt_and_no_number() -> None:
    (tabel,) = tabellen(HAVEN.replace("€ 9.000 € 9.000", "€ ▯.000 € 9.000"))
    assert bedragen(tabel)["Roeiboten"] == [None, 9000, 500]
    assert [som.kolom for som in tabel.sommen()] == ["Gewijzigde begroting (juli ‘26)", "Verwacht eindsaldo 31 dec ‘26"]
    assert any("verloren" in vraag for vraag in tabel.vragen())


def test_a_row_that_does_not_fit_its_columns_keeps_its_words_and_has_no_amounts() -> None:
    (tabel,) = tabellen(HAVEN.replace("€ 9.000 € 9.000 € 500", "€ 9.000 € 500"))
    assert bedragen(tabel)["Roeiboten"] == [None, None, None]
    (vraag,) = [vraag for vraag in tabel.vragen() if "Roeiboten" in vraag]
    assert "€ 9.000 € 500" in vraag


def test_footnote_marks_between_figures_are_found_by_their_counting() -> None:
    (tabel,) = tabellen(
        "Onderdelen\n(Bedragen x € 1.000)\nLasten Baten Bijdrage\nKade 1.268 244 1.024\nSluis -295 16 0 -295\n"
        "Boten -579 17 0 -579\nTotaal 394 244 150\n"
    )
    assert tabel.eenheid is Eenheid.DUIZEND
    assert bedragen(tabel)["Boten"] == [-579, 0, -579]
    assert "17 is gelezen als nummer van een voetnoot." in tabel.rijen[2].twijfel
    assert tabel.fouten == ()


def test_a_lone_row_with_a_figure_too_many_is_not_guessed() -> None:
    (tabel,) = tabellen("Lasten Baten Bijdrage\nKade 1.268 244 1.024\nSluis -295 16 0 -295\nBoten 1.000 0 1.000\n")
    assert bedragen(tabel)["Sluis"] == [None, None, None]


def test_empty_cells_stand_where_the_room_between_figures_tells() -> None:
    (tabel,) = tabellen(
        " Lasten Baten Overige bijdrage Gemeentelijke bijdrage\nKade 346.300   346.300\nSluis 2.100   2.100\n"
    )
    assert bedragen(tabel)["Kade"] == [346300, None, None, 346300]
    assert "ruimte" in tabel.rijen[0].twijfel


def test_tables_side_by_side_become_two_and_what_fits_neither_is_asked() -> None:
    links, rechts = tabellen(
        " Baten Begroting Gewijzigd Lasten Begroting Gewijzigd Eindsaldo\nRijk € 100 € 90 Kade € 60 € 50 € 5\n"
        "Provincie € 20 € 30 Sluis € 40 € 50 € 5\nBoten € 20 € 20 € 0\nTotaal € 120 € 120 Totaal € 120 € 120 € 10\n"
        "Totaal met reserve € 300 € 300\n"
    )
    assert bedragen(links)["Provincie"] == [20, 30]
    assert bedragen(rechts) == {
        "Kade": [60, 50, 5],
        "Sluis": [40, 50, 5],
        "Boten": [20, 20, 0],
        "Totaal": [120, 120, 10],
    }
    assert bedragen(links)["Totaal met reserve"] == [None, None]
    assert links.fouten == rechts.fouten == ()


def test_the_years_above_columns_are_headings_and_no_amounts() -> None:
    (tabel,) = tabellen("Kosten\n\nOnderdeel 2026 2027 Totaal\nKade 1.000 2.000 3.000\nSluis 500 1.500 2.000\n")
    assert [kolom.naam for kolom in tabel.kolommen] == ["2026", "2027", "Totaal"]
    assert list(bedragen(tabel)) == ["Kade", "Sluis"]


def test_amounts_under_each_other_are_one_row_and_other_figures_are_no_amounts() -> None:
    (onder,) = tabellen("2026 Totale lasten Bijdrage\n \nTotalen financieel\n\n \n€ 6.061\n\n \n€ 2.783\n")
    assert bedragen(onder) == {"Totalen financieel": [6061, 2783]}
    (fte,) = tabellen("Team Lasten Aandeel Fte\nKade € 1.000 40% 2,50\nSluis € 1.500 60% 3,25\n")
    assert [kolom.soort for kolom in fte.kolommen] == [Kolomsoort.BEDRAG, Kolomsoort.PROCENT, Kolomsoort.GETAL]


@pytest.mark.parametrize(
    "tekst",
    [
        "Van het saldo van € 877, willen we € 430 meenemen:\n• € 230 vanuit de kade\n• € 200 vanuit de sluis\n",
        "Bezoekers Kade Sluis\nMaandag 1.200 1.300\nDinsdag 1.400 1.500\n",
        "De kosten zijn € 100 en de baten € 200.\n",
        "",
    ],
)  # fmt: skip
def test_sentences_and_counts_are_no_table_of_amounts(tekst: str) -> None:
    assert tabellen(tekst) == ()


def test_a_title_right_above_the_heading_is_the_title_and_a_total_without_posts_is_told() -> None:
    tekst = "Kosten van de kades (x € 1.000)\nBegroting Besteed\n\nSteen € 80 € 12\nHout € 20 € 3\nTotaal € 100 € 15\n"
    (kades,) = tabellen(tekst)
    assert (kades.titel, kades.eenheid) == ("Kosten van de kades", Eenheid.DUIZEND)
    (leeg,) = tabellen("Kosten van de kades\nBegroting Besteed\n\nTotaal € 100 € 15\n")
    assert leeg.vragen() == ("Er staat een totaal zonder posten; het is niet na te rekenen.",)
