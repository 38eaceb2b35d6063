"""What two rows have in common, against a plain count."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.domain.verankering.reeks import gemeenschappelijk, overeenkomst

rijen = st.text(alphabet="abc", max_size=40)


def _lengte(links: str, rechts: str) -> int:
    """The length of the longest common subsequence, counted cell by cell."""
    rij = [0] * (len(rechts) + 1)
    for teken in links:
        vorige = rij
        rij = [0]
        for plek, ander in enumerate(rechts, 1):
            rij.append(vorige[plek - 1] + 1 if teken == ander else max(vorige[plek], rij[plek - 1]))
    return rij[-1]


@given(rijen, rijen)
def test_the_pairs_rise_hold_the_same_and_are_as_many_as_can_be(links: str, rechts: str) -> None:
    paren = gemeenschappelijk(links, rechts)
    assert all(links[i] == rechts[j] for i, j in paren)
    assert all(a < c and b < d for (a, b), (c, d) in itertools.pairwise(paren))
    assert len(paren) == _lengte(links, rechts)


@given(rijen)
def test_a_row_agrees_wholly_with_itself_and_not_with_what_shares_nothing(rij: str) -> None:
    assert overeenkomst(rij, rij) == 1.0
    assert overeenkomst(rij, "xyz") == 0.0
