"""What follows from a vote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.zittingbouwers import een_stem, een_stemming
from tk_desktop.domain.stemming import AantalNegatief, Keuze, Stemming, Stemuitslag, Stemwijze, TeVeelStemmen

_STEMMEN = st.lists(st.tuples(st.integers(0, 9), st.sampled_from([None, *Keuze])), max_size=20)


def _hoofdelijk(stemmen: list[tuple[int, Keuze | None]], *, gewogen: bool) -> Stemming:
    return een_stemming(
        wijze=Stemwijze.HOOFDELIJK,
        gewogen=gewogen,
        stemmen=tuple(een_stem(gewicht=gewicht, keuze=keuze) for gewicht, keuze in stemmen),
    )


def _omgekeerd(keuze: Keuze | None) -> Keuze | None:
    return {Keuze.VOOR: Keuze.TEGEN, Keuze.TEGEN: Keuze.VOOR}.get(keuze, keuze) if keuze else None


@given(_STEMMEN, st.booleans())
def test_a_roll_call_never_counts_more_than_who_takes_part(
    stemmen: list[tuple[int, Keuze | None]], gewogen: bool
) -> None:
    assert _hoofdelijk(stemmen, gewogen=gewogen).klopt


@given(_STEMMEN, st.booleans())
def test_turning_every_vote_round_turns_the_outcome_round(
    stemmen: list[tuple[int, Keuze | None]], gewogen: bool
) -> None:
    gedraaid = {
        Stemuitslag.AANGENOMEN: Stemuitslag.VERWORPEN,
        Stemuitslag.VERWORPEN: Stemuitslag.AANGENOMEN,
        Stemuitslag.STAKEN: Stemuitslag.STAKEN,
    }
    andersom = [(gewicht, _omgekeerd(keuze)) for gewicht, keuze in stemmen]
    assert _hoofdelijk(andersom, gewogen=gewogen).uitslag is gedraaid[_hoofdelijk(stemmen, gewogen=gewogen).uitslag]


@given(_STEMMEN, st.integers(0, 9), st.booleans())
def test_abstaining_changes_no_outcome(stemmen: list[tuple[int, Keuze | None]], gewicht: int, gewogen: bool) -> None:
    meer = [*stemmen, (gewicht, Keuze.ONTHOUDING)]
    assert _hoofdelijk(meer, gewogen=gewogen).uitslag is _hoofdelijk(stemmen, gewogen=gewogen).uitslag


def test_weights_decide_a_weighted_vote() -> None:
    stemmen: list[tuple[int, Keuze | None]] = [(5, Keuze.TEGEN), (1, Keuze.VOOR), (1, Keuze.VOOR)]
    assert _hoofdelijk(stemmen, gewogen=False).uitslag is Stemuitslag.AANGENOMEN
    assert _hoofdelijk(stemmen, gewogen=True).uitslag is Stemuitslag.VERWORPEN


def test_a_show_of_hands_with_more_hands_than_members_does_not_add_up() -> None:
    stemmen = tuple(een_stem() for _ in range(3))
    assert een_stemming(voor=2, tegen=1, stemmen=stemmen).klopt
    assert not een_stemming(voor=2, tegen=2, stemmen=stemmen).klopt


def test_a_tie_decides_nothing() -> None:
    assert een_stemming(voor=7, tegen=7).uitslag is Stemuitslag.STAKEN


def test_a_secret_vote_names_nobody() -> None:
    stem = een_stem(keuze=Keuze.TEGEN)
    with pytest.raises(ValueError, match="geheime stemming"):
        een_stemming(wijze=Stemwijze.SCHRIFTELIJK, stemmen=(stem,))
    assert een_stemming(wijze=Stemwijze.HOOFDELIJK, stemmen=(stem,)).wie(Keuze.TEGEN) == (stem,)


def test_no_more_is_counted_than_can_be_voted_and_nothing_below_zero() -> None:
    stemming = een_stemming(stemmen=(een_stem(), een_stem()))
    assert stemming.geteld(voor=1, tegen=1).uitslag is Stemuitslag.STAKEN
    with pytest.raises(TeVeelStemmen, match="3 stemmen geteld en er kunnen er 2"):
        stemming.geteld(voor=2, tegen=1)
    with pytest.raises(AantalNegatief, match="-1 kan niet"):
        stemming.geteld(voor=2, tegen=-1)


def test_who_takes_part_cannot_be_fewer_than_what_was_voted() -> None:
    stemming = een_stemming(stemmen=(een_stem(), een_stem())).geteld(voor=2, tegen=0)
    with pytest.raises(TeVeelStemmen):
        stemming.met_stemmen(stemming.stemmen[:1])


def test_what_two_laptops_counted_apart_is_read_and_does_not_fit() -> None:
    assert not een_stemming(voor=2, tegen=2, stemmen=(een_stem(),)).klopt
