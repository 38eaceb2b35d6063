"""Which stretches of a text stand where in another version of it."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.verankeringhulp import BEGROTING, ORGANISATIE, RISICO, STUK, tekst
from tk_desktop.domain.verankering.tekst import Letters, letters
from tk_desktop.domain.verankering.uitlijning import Uitlijning, lijn_uit


def _lijn_uit(oud: tuple[str, ...], nieuw: tuple[str, ...]) -> tuple[Letters, Letters, Uitlijning]:
    hier, daar = letters(tekst(*oud)), letters(tekst(*nieuw))
    return hier, daar, lijn_uit(hier, daar)


def test_a_text_that_did_not_change_is_one_stretch() -> None:
    oud, _, uitlijning = _lijn_uit(STUK, STUK)
    (blok,) = uitlijning.blokken
    assert (blok.oud, blok.nieuw, blok.lengte, blok.zeker) == (0, 0, len(oud.grof), True)


def test_chapters_that_change_places_are_stretches_that_cross() -> None:
    oud, _, uitlijning = _lijn_uit(STUK, (RISICO, BEGROTING, ORGANISATIE))
    assert sum(blok.lengte for blok in uitlijning.blokken) == len(oud.grof)
    assert [blok.nieuw for blok in uitlijning.blokken] != [blok.nieuw for blok in uitlijning.in_nieuw]


def test_words_between_two_stretches_that_stayed_are_found_one_by_one() -> None:
    nieuw = (BEGROTING, ORGANISATIE.replace("rapporteert elk kwartaal aan", "legt elk kwartaal verantwoording af aan"))
    oud, _, uitlijning = _lijn_uit((BEGROTING, ORGANISATIE), nieuw)
    begin = oud.grof.index("ekkwaraa")
    assert sum(blok.lengte for blok in uitlijning.over(begin, begin + 8)) == 8


def test_words_that_stand_by_chance_in_a_foreign_page_are_no_stretch() -> None:
    vreemd = "Het bestuur in november over alles bijgepraat, en wel bij de sluis en eindigt met soep."
    oud, nieuw, uitlijning = _lijn_uit((BEGROTING,), (vreemd, ORGANISATIE))
    assert sum(blok.lengte for blok in uitlijning.blokken) < 0.35 * len(oud.grof)
    assert not any(blok.zeker for blok in uitlijning.blokken)
    assert uitlijning.uit_oud(0, len(nieuw.grof)) == sum(blok.lengte for blok in uitlijning.blokken)


paginas = st.lists(st.lists(st.sampled_from(" ".join(STUK).split()[:60]), max_size=80), min_size=1, max_size=3)


@given(paginas, paginas)
def test_stretches_read_the_same_and_share_no_letter(links: list[list[str]], rechts: list[list[str]]) -> None:
    oud, nieuw, uitlijning = _lijn_uit(
        tuple(" ".join(pagina) for pagina in links), tuple(" ".join(pagina) for pagina in rechts)
    )
    for blok in uitlijning.blokken:
        assert blok.lengte > 0
        assert oud.grof[blok.oud : blok.oud_eind] == nieuw.grof[blok.nieuw : blok.nieuw_eind]
    for rij, begin, eind in (
        (uitlijning.blokken, "oud", "oud_eind"),
        (uitlijning.in_nieuw, "nieuw", "nieuw_eind"),
    ):
        randen = [(getattr(blok, begin), getattr(blok, eind)) for blok in rij]
        assert all(tot <= van for (_, tot), (van, _) in itertools.pairwise(randen))
