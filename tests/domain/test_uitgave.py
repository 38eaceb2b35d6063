"""A nazending replaces just the sheets that changed; all other numbers stay."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.domain.uitgave import Handeling, Stand, Uitgave, Uitgavedeel, Wijziging, wijzigingen
from tk_desktop.domain.vergaderset import Doelgroep

BIJBLADEN = ("inhoud", "schutblad punt-2", "schutblad punt-3")


def een_stand(sleutel: str, paginas: int = 1, inhoud: str = "oud") -> Stand:
    return Stand(sleutel=sleutel, titel=f"Stuk {sleutel}", inhoud=inhoud, paginas=paginas)


def een_uitgave(*delen: Stand) -> Uitgave:
    """Return these parts as a sent set, page after page."""
    tot = list(accumulate(deel.paginas for deel in delen))
    return Uitgave(
        id="u", vergadering_id="v", volgorde="i", doelgroep=Doelgroep.LEDEN, vingerafdruk="0" * 64,
        totaal=tot[-1],
        delen=tuple(
            Uitgavedeel(
                id=deel.sleutel, volgorde=f"{rang:03}", sleutel=deel.sleutel, titel=deel.titel, inhoud=deel.inhoud,
                van=einde - deel.paginas + 1 if deel.paginas else 0, tot=einde if deel.paginas else 0,
            )
            for rang, (deel, einde) in enumerate(zip(delen, tot, strict=True))
        ),
    )  # fmt: skip


DELEN = (een_stand("brief"), een_stand("agenda", 2), een_stand("plan", 4), een_stand("verslag", 3))
SET = een_uitgave(*DELEN)


def _nu(**anders: tuple[str, int] | None) -> list[Stand]:
    delen: dict[str, tuple[str, int] | None] = {deel.sleutel: (deel.inhoud, deel.paginas) for deel in DELEN}
    delen.update(anders)
    return [een_stand(sleutel, deel[1], deel[0]) for sleutel, deel in delen.items() if deel is not None]


def _opdrachten(nu: list[Stand], uitgave: Uitgave = SET) -> list[str]:
    return [wijziging.opdracht for wijziging in wijzigingen(uitgave, nu)]


def test_a_part_of_the_same_length_takes_the_same_pages() -> None:
    (een,) = wijzigingen(SET, _nu(plan=("nieuw", 4)))
    assert (een.opdracht, een.nummers) == ("Vervang blz. 4-7", ("4", "5", "6", "7"))
    assert een.regel == "Vervang blz. 4-7 (Stuk plan)"
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


def test_a_new_part_goes_after_the_last_sheet_of_the_one_before_it() -> None:
    rij = _nu()
    rij.insert(3, een_stand("bijlage", 2))
    assert _opdrachten(rij) == ["Voeg toe na blz. 7: blz. 7a t/m 7b"]
    rij.insert(4, een_stand("bijlage-2"))
    assert _opdrachten(rij) == ["Voeg toe na blz. 7: blz. 7a t/m 7b", "Voeg toe na blz. 7b: blz. 7c"]


def test_a_new_part_after_one_that_grew_or_shrank_follows_its_last_sheet() -> None:
    rij = _nu(plan=("nieuw", 5))
    rij.insert(3, een_stand("bijlage"))
    assert _opdrachten(rij) == ["Vervang blz. 4-7 door blz. 4 t/m 7a", "Voeg toe na blz. 7a: blz. 7b"]
    rij = _nu(plan=("nieuw", 2))
    rij.insert(3, een_stand("bijlage"))
    assert _opdrachten(rij) == ["Vervang blz. 4-7 door blz. 4 t/m 5", "Voeg toe na blz. 5: blz. 5a"]


def test_a_new_part_before_all_others_goes_in_front() -> None:
    assert _opdrachten([een_stand("voorblad"), *_nu()]) == ["Voeg vooraan toe: blz. 0a"]


def test_dividers_and_contents_are_not_sent_but_tell_where_a_new_part_goes() -> None:
    met = een_uitgave(een_stand("inhoud"), een_stand("agenda", 2), een_stand("schutblad punt-2"), een_stand("plan"))
    assert met.met_schutbladen
    assert not SET.met_schutbladen
    nu = [
        een_stand("inhoud", 2, "nieuw"),
        een_stand("agenda", 2),
        een_stand("schutblad punt-2", 1, "nieuw"),
        een_stand("nota"),
        een_stand("plan"),
        een_stand("schutblad punt-3"),
    ]
    assert _opdrachten(nu, met) == ["Voeg toe na blz. 4: blz. 4a"]
    assert _opdrachten([een_stand("agenda", 2), een_stand("plan")], met) == []


def test_a_file_without_pages_is_named_when_it_is_new_or_other_or_gone() -> None:
    met = een_uitgave(een_stand("agenda", 2), een_stand("cijfers", 0), een_stand("raming", 0))
    nu = [een_stand("agenda", 2), een_stand("cijfers", 0, "nieuw"), een_stand("staat", 0)]
    assert [wijziging.regel for wijziging in wijzigingen(met, nu)] == [
        "Nieuw los bestand: Stuk cijfers", "Nieuw los bestand: Stuk staat", "Vervallen los bestand: Stuk raming",
    ]  # fmt: skip
    assert wijzigingen(met, [een_stand("agenda", 2), een_stand("cijfers", 0), een_stand("raming", 0)]) == ()


def test_a_file_that_got_pages_or_lost_them_comes_in_its_other_form() -> None:
    met = een_uitgave(een_stand("agenda", 2), een_stand("cijfers", 0), een_stand("plan", 3))
    nu = [een_stand("agenda", 2), een_stand("cijfers", 2, "pdf"), een_stand("plan", 0, "rekenblad")]
    assert [wijziging.regel for wijziging in wijzigingen(met, nu)] == [
        "Voeg toe na blz. 2: blz. 2a t/m 2b (Stuk cijfers)",
        "Verwijder blz. 3-5 (Stuk plan)",
        "Nieuw los bestand: Stuk plan",
        "Vervallen los bestand: Stuk cijfers",
    ]


def test_sheets_that_stay_under_another_name_are_known() -> None:
    hernoemd = [replace(deel, titel="3a Plan") if deel.sleutel == "plan" else deel for deel in DELEN]
    assert SET.draagt_oude_namen(hernoemd)
    assert not SET.draagt_oude_namen(DELEN)
    assert not SET.draagt_oude_namen([replace(deel, inhoud="nieuw", titel="Anders") for deel in DELEN])


# -- for every set ---------------------------------------------------------------------------------------------------

_sleutels = st.sampled_from(["brief", "agenda", *"abcdefgh", *BIJBLADEN])


@st.composite
def _sets(draw: st.DrawFn) -> list[Stand]:
    """Any set with at least one page."""
    rij = draw(st.lists(_sleutels, unique=True, min_size=1, max_size=9))
    delen = [een_stand(sleutel, draw(st.integers(0 if len(sleutel) == 1 else 1, 6))) for sleutel in rij]
    return delen if any(deel.paginas for deel in delen) else [*delen, een_stand("slot", 2)]


@st.composite
def _gevolg(draw: st.DrawFn, *, verplaatst: bool) -> tuple[list[Stand], list[Stand]]:
    """A sent set and what became of it: parts changed, gone and new, and moved where that is asked for."""
    oud = draw(_sets())
    nu = []
    for deel in oud:
        lot = draw(st.sampled_from(["blijft", "anders", "weg"]))
        if lot == "blijft":
            nu.append(deel)
        elif lot == "anders":
            nu.append(een_stand(deel.sleutel, draw(st.integers(1, 9)) if deel.paginas else 0, "nieuw"))
    for rang, paginas in enumerate(draw(st.lists(st.integers(0, 30), max_size=4))):
        nu.insert(draw(st.integers(0, len(nu))), een_stand(f"nieuw-{rang}", paginas, "nieuw"))
    return oud, draw(st.permutations(nu)) if verplaatst else nu


Vel = tuple[str, str, str, int]
"""A sheet: its number, and which page of which part it is."""


def _vellen(delen: Sequence[Stand]) -> list[Vel]:
    """Return the sheets of a set as it is sent."""
    gevolgd = [(deel.sleutel, deel.inhoud, blz) for deel in delen for blz in range(1, deel.paginas + 1)]
    return [(str(nummer), *vel) for nummer, vel in enumerate(gevolgd, 1)]


def _uitgevoerd(vellen: list[Vel], lijst: Sequence[Wijziging], nu: Sequence[Stand]) -> list[Vel]:
    """Do to the sheets what the list says, one order after the other."""
    inhoud = {deel.sleutel: deel.inhoud for deel in nu}
    for opdracht in lijst:
        erbij = [(nr, opdracht.sleutel, inhoud[opdracht.sleutel], blz) for blz, nr in enumerate(opdracht.nummers, 1)]
        nummers = [vel[0] for vel in vellen]
        if opdracht.handeling is Handeling.VOEG_TOE:
            plek = nummers.index(opdracht.na) + 1 if opdracht.na else 0
            vellen = [*vellen[:plek], *erbij, *vellen[plek:]]
        elif opdracht.van:
            begin, einde = nummers.index(str(opdracht.van)), nummers.index(str(opdracht.tot))
            vellen = [*vellen[:begin], *erbij, *vellen[einde + 1 :]]
    return vellen


def _zonder_bijbladen(vellen: Sequence[Vel]) -> list[tuple[str, str, int]]:
    return [(sleutel, inhoud, blz) for _, sleutel, inhoud, blz in vellen if sleutel not in BIJBLADEN]


@given(_sets().flatmap(lambda delen: st.tuples(st.just(delen), st.permutations(delen))))
def test_nothing_changed_is_nothing_to_send_in_whatever_order_and_numbering(
    sets: tuple[list[Stand], list[Stand]],
) -> None:
    oud, nu = sets
    assert wijzigingen(een_uitgave(*oud), nu) == ()


@given(_gevolg(verplaatst=False))
def test_whoever_follows_the_list_holds_the_new_set_in_its_order(sets: tuple[list[Stand], list[Stand]]) -> None:
    oud, nu = sets
    gevolgd = _uitgevoerd(_vellen(oud), wijzigingen(een_uitgave(*oud), nu), nu)
    assert _zonder_bijbladen(gevolgd) == _zonder_bijbladen(_vellen(nu))


@given(_gevolg(verplaatst=True))
def test_whoever_follows_the_list_of_a_set_with_moved_parts_holds_every_sheet_of_it_once(
    sets: tuple[list[Stand], list[Stand]],
) -> None:
    oud, nu = sets
    gevolgd = _uitgevoerd(_vellen(oud), wijzigingen(een_uitgave(*oud), nu), nu)
    assert sorted(_zonder_bijbladen(gevolgd)) == sorted(_zonder_bijbladen(_vellen(nu)))
    nummers = [nummer for nummer, *_ in gevolgd]
    assert len(set(nummers)) == len(nummers)


@given(_gevolg(verplaatst=True))
def test_the_sheets_of_what_did_not_change_keep_their_numbers(sets: tuple[list[Stand], list[Stand]]) -> None:
    oud, nu = sets
    gelijk = {(deel.sleutel, deel.inhoud) for deel in nu} & {(deel.sleutel, deel.inhoud) for deel in oud}
    gevolgd = _uitgevoerd(_vellen(oud), wijzigingen(een_uitgave(*oud), nu), nu)
    blijft = [vel for vel in _vellen(oud) if vel[1:3] in gelijk]
    assert [vel for vel in gevolgd if vel[1:3] in gelijk] == blijft
    assert [w for w in wijzigingen(een_uitgave(*oud), nu) if w.sleutel in BIJBLADEN] == []
