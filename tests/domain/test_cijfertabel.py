"""A table of figures tells what does not add up, and adds up nothing that is not certain."""

import pytest

from tk_desktop.domain.cijfertabel import Cijfercel, Cijferkolom, Cijferrij, Cijfertabel, Kolomsoort, Rijsoort


def een_rij(naam: str, *bedragen: int | None, soort: Rijsoort = Rijsoort.POST) -> Cijferrij:
    """Return a row with these amounts; none where an amount is damaged."""
    cellen = [
        Cijfercel(tekst="€ ▯▯", twijfel="cijfers verloren")
        if bedrag is None
        else Cijfercel(tekst=str(bedrag), bedrag=bedrag)
        for bedrag in bedragen
    ]
    return Cijferrij(naam=naam, cellen=tuple(cellen), soort=soort)


def een_tabel(*rijen: Cijferrij) -> Cijfertabel:
    """Return a table with the columns lasten and baten."""
    kolommen = (Cijferkolom(naam="Lasten"), Cijferkolom(naam="Baten"))
    return Cijfertabel(titel="Financiën haven", kolommen=kolommen, rijen=rijen, van=3, tot=9)


def test_a_column_that_does_not_add_up_is_told_with_the_difference() -> None:
    tabel = een_tabel(
        een_rij("Kade", 100, 40), een_rij("Sluis", 50, 10), een_rij("Totaal", 175, 50, soort=Rijsoort.TOTAAL)
    )
    (fout,) = tabel.fouten
    assert str(fout) == "Kolom ‘Lasten’: de posten zijn samen 150, als totaal staat er 175 (verschil 25)."
    assert tabel.vragen() == (str(fout),)


def test_a_difference_by_rounding_is_told_and_is_no_fault() -> None:
    tabel = een_tabel(een_rij("Kade", 100, 40), een_rij("Totaal", 102, 40, soort=Rijsoort.TOTAAL))
    assert tabel.fouten == ()
    assert len(tabel.vragen()) == 1


def test_a_column_with_a_damaged_amount_is_not_added_up() -> None:
    tabel = een_tabel(een_rij("Kade", None, 40), een_rij("Totaal", 175, 40, soort=Rijsoort.TOTAAL))
    assert [som.kolom for som in tabel.sommen()] == ["Baten"]
    assert tabel.vragen() == ("Rij ‘Kade’, kolom ‘Lasten’: cijfers verloren",)


def test_what_stands_under_the_total_does_not_count() -> None:
    tabel = een_tabel(
        een_rij("Kade", 1, 1),
        een_rij("Totaal", 1, 1, soort=Rijsoort.TOTAAL),
        een_rij("Reserve", 9, 9, soort=Rijsoort.VERDER),
    )
    assert [rij.naam for rij in tabel.verder] == ["Reserve"]
    assert tabel.fouten == ()
    assert tabel.plek == "regel 3-9"


def test_only_amounts_are_added_up() -> None:
    kolommen = (Cijferkolom(naam="Aandeel", soort=Kolomsoort.PROCENT),)
    rijen = (een_rij("Kade", 4), een_rij("Totaal", 5, soort=Rijsoort.TOTAAL))
    assert Cijfertabel(titel="Aandelen", kolommen=kolommen, rijen=rijen).sommen() == ()


def test_a_row_without_a_cell_for_each_column_cannot_be() -> None:
    with pytest.raises(ValueError, match="een cel voor elke kolom"):
        een_tabel(een_rij("Kade", 1))
    with pytest.raises(ValueError, match="één totaal"):
        een_tabel(*[een_rij("Totaal", 1, 1, soort=Rijsoort.TOTAAL)] * 2)
