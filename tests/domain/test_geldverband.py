"""Tables of amounts as they fall, right or with one amount planted wrong: silence, or that one fault and no other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.cijfertabel import Cijfercel, Cijferkolom, Cijferrij, Cijfertabel, Rijsoort
from tk_desktop.domain.geldcontrole import controleer_tabellen
from tk_desktop.domain.geldvondst import Geldvondst

KOPPEN = ("Begroting (dec ‘25)", "Gewijzigd (mei ‘26)", "Besteed", "Saldo", "Verwacht", "Eindsaldo")
LIJNEN = ("Bewegen", "Wonen", "Ouderen op weg")
POSTEN = ("Kadeherstel", "Sluizen", "Roeiboten", "Zwemles", "Hofjes", "Beweegroute")
Rij = tuple[int | None, ...]
weinig = settings(max_examples=40)
"""Enough for each run of the suite; some thousands were tried when the rules were made."""


@st.composite
def _rij(draw: st.DrawFn) -> Rij:
    """Draw a row of which the saldo's follow; of some nobody knows what was spent."""
    bedrag = st.integers(1_000, 999_999)
    begroot, gewijzigd, besteed, verwacht = (draw(bedrag) for _ in range(4))
    if draw(st.booleans()) and draw(st.booleans()):
        return (begroot, gewijzigd, None, None, None, None)
    saldo = gewijzigd - besteed
    return (begroot, gewijzigd, besteed, saldo, verwacht, saldo - verwacht)


@st.composite
def rapport(draw: st.DrawFn) -> tuple[Cijfertabel, ...]:
    """Draw the tables of a report that agree: one for each themalijn and one of the whole."""
    tabellen, sommen = [], []
    for lijn in LIJNEN[: draw(st.integers(1, len(LIJNEN)))]:
        rijen = draw(st.lists(_rij(), min_size=3, max_size=len(POSTEN)))
        tabellen.append(tabel(f"Financiën themalijn {lijn.lower()}", list(zip(POSTEN, rijen, strict=False))))
        sommen.append((f"Themalijn {lijn}", _som(rijen)))
    apart = draw(st.lists(_rij(), min_size=2, max_size=2))
    overzicht = [*sommen, *zip(("Reserve weg", "Onvoorzien"), apart, strict=True)]
    return (*tabellen, tabel("Totaaloverzicht", overzicht))


def _som(rijen: Sequence[Rij]) -> Rij:
    kolommen = [[bedrag for bedrag in kolom if bedrag is not None] for kolom in zip(*rijen, strict=True)]
    return tuple(sum(kolom) if kolom else None for kolom in kolommen)


def tabel(titel: str, rijen: Sequence[tuple[str, Rij]]) -> Cijfertabel:
    """Return a table with its total."""
    alle = [*rijen, ("Totaal", _som([rij for _, rij in rijen]))]
    return Cijfertabel(
        titel=titel,
        kolommen=tuple(Cijferkolom(naam=naam) for naam in KOPPEN),
        rijen=tuple(
            Cijferrij(
                naam=naam,
                cellen=tuple(Cijfercel(tekst="" if b is None else str(b), bedrag=b) for b in rij),
                soort=Rijsoort.TOTAAL if naam == "Totaal" else Rijsoort.POST,
            )
            for naam, rij in alle
        ),
        van=len(titel),
        tot=len(titel),
    )


@dataclass(frozen=True)
class Geplant:
    """A report in which one amount is wrong: where, what it was and what was made of it."""

    tabellen: tuple[Cijfertabel, ...]
    tabel: str
    rij: str
    kolom: str
    was: int
    is_: int


@st.composite
def geplant(draw: st.DrawFn, soort: Rijsoort, *, in_geheel: bool) -> Geplant:
    """Draw a report and change one amount of it, by more than rounding."""
    tabellen = draw(rapport())
    nummer = len(tabellen) - 1 if in_geheel else draw(st.integers(0, len(tabellen) - 2))
    oud = tabellen[nummer]
    plekken = [
        (r, k)
        for r, rij in enumerate(oud.rijen)
        for k, cel in enumerate(rij.cellen)
        if rij.soort is soort and cel.bedrag is not None
    ]
    if in_geheel and soort is Rijsoort.POST:
        plekken = [(r, k) for r, k in plekken if oud.rijen[r].naam.startswith("Themalijn")]
    r, k = draw(st.sampled_from(plekken))
    was = oud.rijen[r].cellen[k].bedrag or 0
    fout = was + draw(st.integers(3, 99_999)) * draw(st.sampled_from((1, -1)))
    cellen = list(oud.rijen[r].cellen)
    cellen[k] = Cijfercel(tekst=str(fout), bedrag=fout)
    rijen = list(oud.rijen)
    rijen[r] = replace(rijen[r], cellen=tuple(cellen))
    nieuw = replace(oud, rijen=tuple(rijen))
    anders = (*tabellen[:nummer], nieuw, *tabellen[nummer + 1 :])
    return Geplant(anders, oud.titel, oud.rijen[r].naam, KOPPEN[k], was, fout)


def _faults(tabellen: Sequence[Cijfertabel]) -> list[Geldvondst]:
    return [een for een in controleer_tabellen(tabellen) if een.ernst is not Ernst.INFO]


def _getal(bedrag: int) -> str:
    return f"{bedrag:,}".replace(",", ".")


@weinig
@given(rapport())
def test_a_report_that_agrees_is_silent(tabellen: tuple[Cijfertabel, ...]) -> None:
    assert controleer_tabellen(tabellen) == ()


@weinig
@given(geplant(Rijsoort.POST, in_geheel=False))
def test_one_wrong_amount_of_a_post_is_one_fault_that_names_it(een: Geplant) -> None:
    (fout,) = _faults(een.tabellen)
    assert (fout.tabel, fout.kolom) == (een.tabel, een.kolom)
    if een.kolom == KOPPEN[0]:  # no row is computed with it once the budget was changed
        assert (fout.code, fout.verschil) == ("GD01", een.was - een.is_)
        return
    kent_rij = sum(cel.bedrag is not None for cel in _row(een).cellen) == len(KOPPEN)
    if kent_rij:
        assert een.rij in f"{fout.rij} {fout.oorzaak}"
        assert _getal(een.was) in fout.wat, fout.wat


def _row(een: Geplant) -> Cijferrij:
    eigen = next(tabel for tabel in een.tabellen if tabel.titel == een.tabel)
    return next(rij for rij in eigen.rijen if rij.naam == een.rij)


@weinig
@given(geplant(Rijsoort.TOTAAL, in_geheel=False))
def test_one_wrong_total_of_a_themalijn_is_one_fault(een: Geplant) -> None:
    (fout,) = _faults(een.tabellen)
    assert (fout.tabel, fout.rij, fout.kolom) == (een.tabel, "Totaal", een.kolom)
    assert (fout.gesteld, fout.gerekend) == (een.is_, een.was)


@weinig
@given(geplant(Rijsoort.POST, in_geheel=True))
def test_one_wrong_amount_in_the_overview_is_one_fault_with_what_the_other_table_says(een: Geplant) -> None:
    (fout,) = _faults(een.tabellen)
    assert (fout.code, fout.tabel, fout.rij, fout.kolom) == ("GD03", een.tabel, een.rij, een.kolom)
    assert (fout.gesteld, fout.gerekend) == (een.is_, een.was)


@weinig
@given(geplant(Rijsoort.TOTAAL, in_geheel=True))
def test_one_wrong_total_of_the_whole_is_one_fault(een: Geplant) -> None:
    (fout,) = _faults(een.tabellen)
    assert (fout.tabel, fout.rij, fout.kolom) == (een.tabel, "Totaal", een.kolom)
    assert (fout.gesteld, fout.gerekend) == (een.is_, een.was)
