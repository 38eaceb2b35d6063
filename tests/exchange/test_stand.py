"""A stand: who takes it in instead of the segments it stands for, comes out the same."""

from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from tests.laptops import Laptop
from tk_desktop.domain.bewerking import RIJ, Bewerking
from tk_desktop.exchange.stand import bury, condense

_BEGIN: tuple[tuple[str, str | int], ...] = ((RIJ, 1), ("naam", "Puk"), ("functie", ""), ("email", ""))


def _reeks(keuzes: list[tuple[int, int, bool]]) -> list[Bewerking]:
    """Operations on a few fields of one person; each replaces some of those before it."""
    uit = [
        Bewerking(id=f"{n:020x}", hlc=1 << 16, bereik="sec", tabel="persoon", rij="p", veld=veld, waarde=waarde)
        for n, (veld, waarde) in enumerate(_BEGIN)
    ]
    nummers = count(100)
    for veld, diep, apart in keuzes:
        naam = ("naam", "functie", "email")[veld]
        hier = [een for een in uit if een.veld == naam]
        gezien = hier[: max(1, len(hier) - diep)] if apart else hier
        gehad = {oud for een in gezien for oud in een.vervangt}
        nummer = next(nummers)
        uit.append(
            Bewerking(
                id=f"{nummer:020x}",
                hlc=nummer << 16,
                bereik="sec",
                tabel="persoon",
                rij="p",
                veld=naam,
                waarde=f"tekst {nummer}",
                vervangt=tuple(een.id for een in gezien if een.id not in gehad),
            )
        )
    return uit


@given(
    st.lists(st.tuples(st.integers(0, 2), st.integers(0, 4), st.booleans()), max_size=30),
    st.data(),
)
def test_a_stand_of_any_part_with_the_rest_is_all_of_it(
    keuzes: list[tuple[int, int, bool]], data: st.DataObject
) -> None:
    alle = _reeks(keuzes)
    oud = data.draw(st.sets(st.sampled_from(range(len(alle))))) | {0, 1, 2, 3}
    rest = [een for nummer, een in enumerate(alle) if nummer not in oud]
    stand = [een for _, een in condense((0, alle[nummer]) for nummer in sorted(oud))]
    eerder = [alle[nummer] for nummer in data.draw(st.sets(st.sampled_from(sorted(oud))))]
    heel, kort = Laptop("heel", "secretaris"), Laptop("kort", "secretaris")
    heel.hoor(alle)
    kort.hoor(eerder)  # it was away, and knew part of what the stand stands for
    kort.hoor(data.draw(st.permutations([*bury(stand, eerder), *rest])))
    assert kort.koppen() == heel.koppen()
    assert kort.inhoud() == heel.inhoud()


def test_what_was_replaced_goes_out_but_for_the_last_versions_of_a_long_text() -> None:
    kort = [(0, een) for een in _reeks([(0, 0, False)] * 30)]
    assert len(condense(kort)) == 4
    lang = [
        (
            0,
            Bewerking(
                id=f"{n:020x}",
                hlc=n + 1 << 16,
                bereik="sec",
                tabel="nota_sectie",
                rij="n",
                veld="tekst",
                waarde=f"versie {n}",
                vervangt=(f"{n - 1:020x}",) if n else (),
            ),
        )
        for n in range(40)
    ]
    assert [een.waarde for _, een in condense(lang)] == [f"versie {n}" for n in range(28, 40)]
