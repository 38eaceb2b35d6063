"""Amounts that do not agree are found, with the one cause where there is one; right ones are not."""

from collections.abc import Sequence

from tk_desktop.domain.bedrag import VERLOREN
from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.cijfertabel import Cijfercel, Cijferkolom, Cijferrij, Cijfertabel, Kolomsoort, Rijsoort
from tk_desktop.domain.geldcontrole import controleer_tabellen
from tk_desktop.domain.geldvondst import Geldvondst

ZES = ("Begroting (dec ‘24)", "Gewijzigde begroting", "Besteed", "Saldo", "Verwachte uitgave", "Verwacht eindsaldo")
KOST = ("Lasten", "Baten", "Gemeentelijke bijdrage")


def _rij(naam: str, *bedragen: int | None, soort: Rijsoort = Rijsoort.POST) -> Cijferrij:
    cellen = tuple(Cijfercel(tekst="" if b is None else str(b), bedrag=b) for b in bedragen)
    return Cijferrij(naam=naam, cellen=cellen, soort=soort)


def _tabel(titel: str, kolommen: Sequence[str], *rijen: Cijferrij, kop: str = "") -> Cijfertabel:
    namen = tuple(Cijferkolom(naam=naam) for naam in kolommen)
    return Cijfertabel(titel=titel, kop=kop, kolommen=namen, rijen=rijen, van=1, tot=9)


def _totaal(*bedragen: int | None) -> Cijferrij:
    return _rij("Totaal", *bedragen, soort=Rijsoort.TOTAAL)


def _kort(vondsten: Sequence[Geldvondst]) -> list[tuple[str, str, int]]:
    return [(een.code, een.rij, een.verschil) for een in vondsten]


def test_right_tables_are_silent() -> None:
    begroting = _tabel(
        "B", ZES, _rij("Kade", 10, 12, 5, 7, 3, 4), _rij("Sluis", 1, 1, 0, 1, 1, 0), _totaal(11, 13, 5, 8, 4, 4)
    )
    kosten = _tabel("K", KOST, _rij("Haven", 9, 2, 7), _rij("Terug", 0, 5, -5), _totaal(9, 7, 2))
    assert controleer_tabellen([begroting, kosten], "Het resterende budget van € 4 klopt.") == ()


def test_a_column_that_is_not_its_total_is_told_with_the_row_that_was_left_out_or_changed() -> None:
    gemist = _tabel("B", ["Lasten"], _rij("Kade", 10), _rij("Sluis", 300), _rij("Brug", 20), _totaal(30))
    (een,) = controleer_tabellen([gemist])
    assert (een.code, een.ernst, een.verschil) == ("GD01", Ernst.FOUT, -300)
    assert een.oorzaak == "Dat is precies ‘Sluis’: die post is niet meegeteld."
    dubbel = _tabel("B", ["Lasten"], _rij("Kade", 10), _rij("Sluis", 300), _totaal(610))
    assert controleer_tabellen([dubbel])[0].oorzaak == "Dat is precies ‘Sluis’: die post is dubbel meegeteld."
    wissel = _tabel("B", ["Lasten"], _rij("Kade", 1_111), _rij("Sluis", 321_300), _totaal(232_411))
    assert "met 231.300 (twee cijfers verwisseld) klopt het wel" in controleer_tabellen([wissel])[0].oorzaak
    duizend = _tabel("B", ["Lasten"], _rij("Kade", 120_000), _rij("Sluis", 80), _totaal(200))
    assert "met 120 (in duizenden, zoals de rest)" in controleer_tabellen([duizend])[0].oorzaak
    euro = _tabel("B", ["Lasten"], _rij("Kade", 12), _rij("Sluis", 80_000), _totaal(92_000))
    assert "met 12.000 (in hele euro’s, zoals de rest)" in controleer_tabellen([euro])[0].oorzaak


def test_a_difference_with_more_than_one_cause_has_none() -> None:
    tabel = _tabel("B", ["Lasten"], _rij("Kade", 300), _rij("Sluis", 300), _rij("Brug", 40), _totaal(340))
    (een,) = controleer_tabellen([tabel])
    assert een.oorzaak == ""
    assert een.wat == "Als totaal staat er 340; de posten zijn samen 640 (verschil -300)."


def test_a_row_computed_with_the_old_budget_says_so_and_its_total_is_not_told_again() -> None:
    tabel = _tabel(
        "B", ZES, _rij("Kade", 57, 75, 10, 65, 16, 31), _rij("Sluis", 9, 9, 0, 9, 9, 0), _totaal(66, 84, 10, 74, 25, 31)
    )
    (een,) = controleer_tabellen([tabel])
    assert (een.code, een.rij, een.gesteld, een.gerekend) == ("GD02", "Kade", 31, 49)
    assert "er is gerekend met de oorspronkelijke begroting" in een.oorzaak


def test_an_amount_that_breaks_its_row_and_its_column_is_told_once() -> None:
    tabel = _tabel(
        "", ZES, _rij("Kade", 50, 50, 17, 40, 10, 30), _rij("Sluis", 9, 9, 1, 8, 8, 0), _totaal(59, 59, 11, 48, 18, 30)
    )
    (een,) = controleer_tabellen([tabel])
    assert (een.code, een.waar) == ("GD01", "de tabel op regel 1-9, rij ‘Totaal’, kolom ‘Besteed’")
    assert een.oorzaak == "Bij ‘Kade’ staat 17; met 10 kloppen de kolom en de rij."
    eind = _tabel(
        "B", ZES, _rij("Kade", 50, 60, 10, 50, 10, 30), _rij("Sluis", 9, 9, 1, 8, 8, 0), _totaal(59, 69, 11, 58, 18, 40)
    )
    (een,) = controleer_tabellen([eind])
    assert (een.code, een.rij, een.gerekend) == ("GD02", "Kade", 40)
    assert een.oorzaak.endswith("er is gerekend met de oorspronkelijke begroting.")
    assert een.gevolg == "Met 40 klopt het totaal van deze kolom ook."


def test_a_total_follows_from_the_totals_beside_it_only_where_every_post_tells_both() -> None:
    deels = _tabel(
        "Haven",
        ZES,
        _rij("Kade", 50, 60, 10, 50, 10, 40),
        _rij("Lokaal", 9, 9, None, None, None, None),
        _totaal(59, 69, 10, 50, 10, 40),
    )
    geheel = _tabel(
        "Lasten",
        ZES,
        _rij("Haven", 59, 69, 10, 50, 10, 40),
        _rij("Sluis", 9, 9, 1, 8, 8, 0),
        _totaal(68, 78, 11, 58, 18, 40),
    )
    assert controleer_tabellen([deels, geheel]) == ()


def test_a_row_is_held_against_the_table_of_its_name_and_not_against_one_that_is_alike() -> None:
    haven = _tabel("Havenorganisatie algemeen", ["Begroting", "Gewijzigd"], _rij("Kade", 5, 6), _totaal(5, 6))
    anders = _tabel("Haven algemeen", ["Begroting", "Gewijzigd"], _rij("Sluis", 500, 600), _totaal(500, 600))
    rijen = (_rij("Havenorganisatie algemeen", 5, 6), _rij("Haven algemeen", 500, 600))
    geheel = _tabel("Lasten", ["Begroting", "Gewijzigd"], *rijen, _totaal(505, 606))
    assert controleer_tabellen([haven, anders, geheel]) == ()
    (een,) = controleer_tabellen(
        [
            anders,
            _tabel("Lasten", ["Begroting", "Gewijzigd"], rijen[0], _rij("Haven algemeen", 900, 600), _totaal(905, 606)),
        ]
    )
    assert (een.code, een.rij, een.gerekend) == ("GD03", "Haven algemeen", 500)


def test_a_subtotal_is_no_post_and_is_added_up_itself() -> None:
    kop = ["Begroting", "Besteed"]
    rijen = (
        _rij("Kade", 10, 4),
        _rij("Sluis", 20, 5),
        _rij("Subtotaal", 30, 9),
        _rij("Brug", 50, 1),
        _rij("Boot", 7, 1),
    )
    goed = _tabel("B", kop, *rijen, _rij("Totaal water", 57, 2), _totaal(87, 11))
    assert controleer_tabellen([goed]) == ()
    assert [rij.naam for rij in goed.posten] == ["Kade", "Sluis", "Brug", "Boot"]
    telt_door = _tabel("B", kop, *rijen, _rij("Sub-totaal II", 87, 11), _totaal(87, 11))
    assert controleer_tabellen([telt_door]) == ()
    fout = _tabel("B", kop, *rijen[:2], _rij("Subtotaal", 36, 9), *rijen[3:], _totaal(87, 11))
    (een,) = controleer_tabellen([fout])
    assert (een.code, een.rij, een.kolom, een.gesteld, een.gerekend) == ("GD01", "Subtotaal", "Begroting", 36, 30)


def test_one_or_two_euro_is_rounding_and_told_once() -> None:
    tabel = _tabel("K", KOST, _rij("Haven", 9, 2, 7), _rij("Sluis", 4, 1, 2), _totaal(14, 3, 9))
    assert _kort(controleer_tabellen([tabel])) == [
        ("GD05", "Sluis", 1), ("GD05", "Totaal", 2), ("GD05", "Totaal", 1),
    ]  # fmt: skip
    assert all(een.ernst is Ernst.INFO for een in controleer_tabellen([tabel]))


def test_costs_are_what_pays_for_them() -> None:
    tabel = _tabel("K", KOST, _rij("Haven", 900, 200, 700), _rij("Staf", 500, 500, 500))
    (een,) = controleer_tabellen([tabel])
    assert (een.code, een.rij) == ("GD02", "Staf")
    assert een.oorzaak == "In alle kolommen staat hetzelfde bedrag; de baten zijn dan niet ingevuld."


def test_an_amount_in_an_overview_is_held_against_its_own_table_and_explains_its_column() -> None:
    ouderen = _tabel(
        "Financiën themalijn ouderen", ["Begroting", "Gewijzigde begroting"], _rij("Kade", 5, 6_000), _totaal(5, 6_000)
    )
    overzicht = _tabel(
        "Overzicht", ["Begroting", "Gewijzigde begroting"],
        _rij("Themalijn Ouderen", 5, 2_000), _rij("Overig", 1, 1), _totaal(6, 6_001),
    )  # fmt: skip
    (een,) = controleer_tabellen([ouderen, overzicht])
    assert (een.code, een.rij, een.gesteld, een.gerekend) == ("GD03", "Themalijn Ouderen", 2_000, 6_000)
    assert een.gevolg == "Met 6.000 klopt het totaal van deze kolom ook."


def test_totals_alone_are_held_against_the_table_below_them_but_for_how_they_are_rounded() -> None:
    kop = ("Totale lasten", "Totale baten", "Inwonerbijdrage gemeente")
    goed = _tabel("F", kop, _rij("Totalen", 17_000, 1_000, 16_000))
    fout = _tabel("F", kop, _rij("Totalen", 17_400, 1_102, 16_298))
    delen = _tabel("F", KOST, _rij("A", 12_100, 400, 11_700), _rij("B", 5_200, 702, 4_498))
    assert controleer_tabellen([goed, delen]) == ()
    assert _kort(controleer_tabellen([fout, delen])) == [("GD01", "Totalen", 100)]


def test_what_is_not_certain_is_not_compared() -> None:
    twijfel = Cijferrij(naam="Kade", cellen=tuple(Cijfercel(tekst="9▯", twijfel="cijfers weg") for _ in KOST))
    tabel = _tabel("K", KOST, twijfel, _rij("Sluis", 4, 1, 3), _totaal(99, 9, 90))
    assert [een.code for een in controleer_tabellen([tabel])] == ["GD06"] * 3, "told, and compared with nothing"
    fte = Cijfertabel(
        titel="F", kolommen=(Cijferkolom(naam="Fte", soort=Kolomsoort.GETAL),), rijen=(_rij("A", 1), _totaal(5))
    )
    assert controleer_tabellen([fte]) == ()


def test_the_text_is_held_against_the_table_and_its_own_list() -> None:
    tabel = _tabel(
        "B",
        ZES,
        _rij("Kade op recept", 900, 900, 100, 800, 500, 300),
        _totaal(900, 900, 100, 800, 500, 300),
        kop="Lasten",
    )
    tekst = (
        "Bij kade op recept is er een resterende budget van € 350.\n\n"
        "Van het positieve eindsaldo van € 310, willen we € 200 meenemen naar 2026:\n"
        "• € 150 vanuit X\n• € 40 vanuit Y\n"
    )
    assert [(een.code, een.gesteld, een.gerekend) for een in controleer_tabellen([tabel], tekst)] == [
        ("GD04", 350, 300),
        ("GD04", 310, 300),
        ("GD04", 200, 190),
    ]
    goed = tekst.replace("350", "300").replace("310", "300").replace("40 vanuit", "50 vanuit")
    assert controleer_tabellen([tabel], goed) == ()
    assert controleer_tabellen([tabel], "Er resteert ca 20 euro.") == ()


def test_an_amount_that_lost_figures_is_told_and_nothing_is_computed_with_it() -> None:
    kapot = f"1{VERLOREN}.400"
    kade = Cijferrij(naam="Kade", cellen=(Cijfercel(tekst=kapot, twijfel="beschadigd"),))
    tabel = _tabel("B", ["Lasten"], kade, _rij("Sluis", 300), _totaal(999))
    (een,) = controleer_tabellen([tabel], f"De kade kost € {kapot}.")
    assert (een.code, een.ernst, een.waar) == ("GD06", Ernst.WAARSCHUWING, "‘B’, rij ‘Kade’, kolom ‘Lasten’")
    assert een.wat == f"Er staat ‘{kapot}’: daarin zijn cijfers verloren gegaan. Ermee gerekend is er niet."


def test_a_piece_of_an_amount_in_the_text_is_never_the_amount() -> None:
    tabel = _tabel("B", ZES, _rij("Kadebeheer", 57, 75, 10, 65, 16, 49), _totaal(57, 75, 10, 65, 16, 49))
    zin = f"Kadebeheer houdt een resterend bedrag over: het resterende bedrag van € 49{VERLOREN}.000 gaat mee."
    lijst = f"€ 5.000 meenemen naar 2027:\n• € 1{VERLOREN}00 uit A\n• € 20{VERLOREN} uit B\n• € 40 uit C\n• € 50 uit D"
    (een,) = controleer_tabellen([tabel], f"{zin}\n\n{lijst}")
    assert een.code == "GD06"
    assert een.waar == "rij ‘de tekst’"
    assert een.wat.startswith(f"Er staat ‘€ 49{VERLOREN}.000’, ‘€ 1{VERLOREN}00’ en ‘€ 20{VERLOREN}’: daarin zijn")
