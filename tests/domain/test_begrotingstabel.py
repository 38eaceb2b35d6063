"""The budget of a programme as tables, with what does not follow from its lines."""

from dataclasses import replace
from datetime import date

from tk_desktop.domain.begroting import ALLES, Bedragsoort, Begrotingsregel, GedruktTotaal, Zijde, lees_regelbedrag
from tk_desktop.domain.begrotingstabel import Rijsoort, kolomnaam, lastentabellen, overzicht
from tk_desktop.domain.programma import Programma, Programmaperiode, Themalijn
from tk_desktop.domain.programmastand import Programmastand

B = Bedragsoort
PERIODE = Programmaperiode(
    id="p", programma_id="w", naam="2026-1", van=date(2026, 1, 1), tot=date(2026, 6, 30), gewijzigd="mei ’26"
)


def _regel(naam: str, bedragen: dict[Bedragsoort, str], *, lijn: str = "l", buiten: bool = False) -> Begrotingsregel:
    gelezen = (lees_regelbedrag(soort, tekst) for soort, tekst in bedragen.items())
    return Begrotingsregel(
        id=naam, programma_id="w", volgorde=naam, periode="2026-1", naam=naam, themalijn_id=lijn,
        buiten_totaal=buiten, bedragen=tuple(een for een in gelezen if een),
    )  # fmt: skip


def _stand(*regels: Begrotingsregel, totaal: int | None = None) -> Programmastand:
    totalen = () if totaal is None else (
        GedruktTotaal(
            id="t", programma_id="w", periode="2026-1", zijde=Zijde.LASTEN, naam=ALLES, soort=B.BESTEED, bedrag=totaal
        ),
    )  # fmt: skip
    return Programmastand(
        programma=Programma(id="w", naam="Waterkant"),
        perioden=(PERIODE,),
        themalijnen=(Themalijn(id="l", programma_id="w", volgorde="a", naam="Wonen"),),
        regels=regels,
        totalen=totalen,
    )


def test_a_column_says_of_which_day_it_is() -> None:
    assert kolomnaam(B.GEWIJZIGD, PERIODE) == "Gewijzigd (mei ’26)"
    assert kolomnaam(B.BESTEED, PERIODE) == "Besteed t/m 30 jun ’26"
    assert kolomnaam(B.SALDO, PERIODE) == "Saldo per 1 jul ’26"
    assert kolomnaam(B.EINDSALDO, PERIODE) == "Eindsaldo 31 dec ’26"


def test_a_column_that_no_line_knows_is_not_there_and_what_is_outside_the_total_stands_under_it() -> None:
    stand = _stand(
        _regel("Hof", {B.BEGROTING: "€ 100", B.BESTEED: "40"}),
        _regel("Reserve", {B.BEGROTING: "€ 30"}, buiten=True),
    )
    (tabel,) = lastentabellen(stand, "2026-1")
    assert (tabel.titel, tabel.kolommen) == ("Wonen", (B.BEGROTING, B.BESTEED, B.SALDO))
    (lasten,) = overzicht(stand, "2026-1")
    assert [(rij.naam, rij.bedragen, rij.soort) for rij in lasten.rijen] == [
        ("Wonen", (100, 40, 60), Rijsoort.REGEL),
        ("Totaal", (100, 40, 60), Rijsoort.TOTAAL),
        ("Reserve", (30, None, None), Rijsoort.BUITEN),
        ("Totaal inclusief Reserve", (130, None, None), Rijsoort.SAMEN),
    ]


def test_an_amount_with_lost_figures_is_told_and_not_counted() -> None:
    (tabel,) = lastentabellen(
        _stand(_regel("Hof", {B.BESTEED: "€ 1▯.000"}), _regel("Kade", {B.BESTEED: "5"})), "2026-1"
    )
    assert tabel.totaal is not None
    assert tabel.totaal.bedragen == (5,)
    assert tabel.noten == ("Niet meegeteld: Hof, besteed: er zijn cijfers verloren gegaan.",)


def test_a_printed_balance_that_does_not_follow_is_named_beside_what_follows() -> None:
    regel = _regel("Hof", {B.GEWIJZIGD: "100", B.BESTEED: "40", B.SALDO: "90"})
    (tabel,) = lastentabellen(_stand(regel), "2026-1")
    assert tabel.noten == ("Hof: voor saldo noemt de bron € 90,-; uit de andere bedragen volgt € 60,-.",)


def test_a_total_that_was_printed_otherwise_is_a_difference_and_two_euro_is_rounding() -> None:
    for som, gedrukt, woord in (
        ("1.001", 1_000, "afrondingsverschil € 1,-"),
        ("1.001", 900, "verschil € 101,-"),
        ("17.299", 17_000, "afrondingsverschil € 299,-"),  # to thousands
        ("17.299", 17_001, "verschil € 298,-"),
        ("17.000", 16_000, "verschil € 1.000,-"),
    ):
        (lasten,) = overzicht(_stand(_regel("Hof", {B.BESTEED: som}), totaal=gedrukt), "2026-1")
        (noot,) = lasten.noten
        assert noot.endswith(f": {woord}.")


def test_a_total_that_is_right_with_what_its_lines_printed_is_no_error_of_its_own() -> None:
    hof = _regel("Hof", {B.GEWIJZIGD: "100", B.BESTEED: "40", B.SALDO: "90"})
    stand = _stand(hof, _regel("Kade", {B.GEWIJZIGD: "50", B.BESTEED: "5"}))
    fout = GedruktTotaal(
        id="f", programma_id="w", periode="2026-1", zijde=Zijde.LASTEN, naam=ALLES, soort=B.SALDO, bedrag=900
    )
    (lasten,) = overzicht(replace(stand, totalen=(replace(fout, id="g", bedrag=135), fout)), "2026-1")
    assert lasten.noten == (
        "Som van de regels voor saldo is € 105,-; gedrukt stond € 900,-: verschil € 795,-.",
        "Som van de regels voor saldo is € 105,-; gedrukt stond € 135,-. "
        "Met wat bij ‘Hof’ gedrukt stond, klopt dit totaal.",
    )
