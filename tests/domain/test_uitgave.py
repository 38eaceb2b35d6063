"""A nazending replaces just the sheets that changed; all other numbers stay."""

from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.domain.uitgave import Handeling, Uitgave, Uitgavedeel, wijzigingen


def een_uitgave(*delen: tuple[str, int]) -> Uitgave:
    """Return a sent set of parts (anchor, pages)."""
    van, uit = 1, []
    for anker, paginas in delen:
        uit.append(
            Uitgavedeel(
                id=anker, volgorde=anker, anker=anker, titel=f"Stuk {anker}", inhoud="oud", van=van,
                tot=van + paginas - 1,
            )
        )  # fmt: skip
        van += paginas
    return Uitgave(
        id="u", vergadering_id="v", volgorde="i", variant="leden", vingerafdruk="0" * 64, totaal=van - 1,
        delen=tuple(uit),
    )  # fmt: skip


SET = een_uitgave(("brief", 1), ("agenda", 2), ("plan", 4), ("verslag", 3))


def _nu(**anders: tuple[str, int] | None) -> list[tuple[str, str, str, int]]:
    delen: dict[str, tuple[str, int] | None] = {
        "brief": ("oud", 1), "agenda": ("oud", 2), "plan": ("oud", 4), "verslag": ("oud", 3), **anders,
    }  # fmt: skip
    return [(anker, f"Stuk {anker}", *deel) for anker, deel in delen.items() if deel is not None]


def _opdrachten(nu: list[tuple[str, str, str, int]]) -> list[str]:
    return [wijziging.opdracht for wijziging in wijzigingen(SET, nu)]


def test_nothing_changed_is_nothing_to_send() -> None:
    assert wijzigingen(SET, _nu()) == ()


def test_a_part_of_the_same_length_takes_the_same_pages() -> None:
    (een,) = wijzigingen(SET, _nu(plan=("nieuw", 4)))
    assert (een.opdracht, een.nummers) == ("Vervang blz. 4-7", ("4", "5", "6", "7"))
    assert _opdrachten(_nu(brief=("nieuw", 1))) == ["Vervang blz. 1"]


def test_a_part_that_grew_gets_lettered_pages() -> None:
    (een,) = wijzigingen(SET, _nu(plan=("nieuw", 6)))
    assert een.nummers == ("4", "5", "6", "7", "7a", "7b")
    assert een.opdracht == "Vervang blz. 4-7 door blz. 4 t/m 7b"


def test_a_part_that_shrank_leaves_numbers_out() -> None:
    assert _opdrachten(_nu(plan=("nieuw", 2))) == ["Vervang blz. 4-7 door blz. 4 t/m 5"]
    assert _opdrachten(_nu(plan=("nieuw", 1))) == ["Vervang blz. 4-7 door blz. 4"]


def test_a_part_that_is_gone_is_taken_out() -> None:
    (een,) = wijzigingen(SET, _nu(plan=None))
    assert (een.handeling, een.opdracht, een.nummers) == (Handeling.VERWIJDER, "Verwijder blz. 4-7", ())


def test_a_new_part_goes_after_the_one_before_it() -> None:
    rij = _nu()
    rij.insert(3, ("bijlage", "Bijlage", "nieuw", 2))
    assert _opdrachten(rij) == ["Voeg toe na blz. 7: blz. 7a t/m 7b"]
    rij.insert(4, ("bijlage-2", "Bijlage", "nieuw", 1))
    assert _opdrachten(rij) == ["Voeg toe na blz. 7: blz. 7a t/m 7b", "Voeg toe na blz. 7: blz. 7c"]


def test_a_new_part_after_one_that_grew_goes_on_counting() -> None:
    rij = _nu(plan=("nieuw", 5))
    rij.insert(3, ("bijlage", "Bijlage", "nieuw", 1))
    assert _opdrachten(rij) == ["Vervang blz. 4-7 door blz. 4 t/m 7a", "Voeg toe na blz. 7: blz. 7b"]


def test_a_new_part_before_all_others_goes_in_front() -> None:
    assert _opdrachten([("voorblad", "Voorblad", "nieuw", 1), *_nu()]) == ["Voeg vooraan toe: blz. 0a"]


_ankers = ("brief", "agenda", "plan", "verslag")


@given(
    st.dictionaries(st.sampled_from(_ankers), st.none() | st.tuples(st.just("nieuw"), st.integers(1, 9))),
    st.lists(st.tuples(st.integers(0, 4), st.integers(1, 40)), max_size=4),
)
def test_no_sheet_of_a_nazending_gets_a_number_twice_and_no_old_sheet_is_touched_twice(
    anders: dict[str, tuple[str, int] | None], erbij: list[tuple[int, int]]
) -> None:
    nu = _nu(**anders)
    for rang, (plek, paginas) in enumerate(erbij):
        nu.insert(min(plek, len(nu)), (f"nieuw-{rang}", "Nieuw", "nieuw", paginas))
    lijst = wijzigingen(SET, nu)
    nummers = [nummer for wijziging in lijst for nummer in wijziging.nummers]
    assert len(set(nummers)) == len(nummers)
    geraakt = [
        blz for w in lijst if w.handeling is not Handeling.VOEG_TOE for blz in range(w.van, w.tot + 1)
    ]  # fmt: skip
    assert len(set(geraakt)) == len(geraakt)
    ongemoeid = {str(blz) for blz in range(1, SET.totaal + 1)} - {str(blz) for blz in geraakt}
    assert not ongemoeid & set(nummers)
    assert [w.van for w in lijst] == sorted(w.van for w in lijst)
