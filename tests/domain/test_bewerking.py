"""An operation goes into a line and comes out as it was; nothing else comes out of a line."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.domain.bewerking import RIJ, WEG, Bewerking, gezien, lees_regel, schrijf_regel
from tk_desktop.domain.klok import HOOGST

ids = st.text("0123456789abcdef", min_size=20, max_size=20)
teksten = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
namen = st.from_regex(r"[a-z_][a-z0-9_]{0,20}", fullmatch=True).filter(lambda naam: naam != WEG)
waarden = (
    st.none() | teksten | st.integers(-(1 << 63), (1 << 63) - 1) | st.floats(allow_nan=False, allow_infinity=False)
)
bewerkingen = st.builds(
    Bewerking,
    id=ids,
    hlc=st.integers(0, HOOGST),
    bereik=st.just("sec"),
    tabel=namen,
    rij=teksten.filter(bool),
    veld=namen,
    waarde=waarden,
    vervangt=st.lists(ids, max_size=3).map(tuple),
)
EEN = Bewerking(
    id="0" * 19 + "1",
    hlc=5,
    bereik="sec",
    tabel="agendapunt",
    rij="p",
    veld="titel",
    waarde="Begroting",
    vervangt=("f" * 20,),
)


@given(bewerkingen)
def test_an_operation_comes_out_of_its_line_as_it_went_in(bewerking: Bewerking) -> None:
    regel = schrijf_regel(bewerking)
    assert b"\n" not in regel
    assert lees_regel("sec", regel) == bewerking


def test_a_deletion_tells_what_it_had_seen() -> None:
    weg = Bewerking(id="a" * 20, hlc=1, bereik="alg", tabel="stuk", rij="s", veld=WEG, waarde=json.dumps([EEN.id]))
    gelezen = lees_regel("alg", schrijf_regel(weg))
    assert gezien(gelezen.waarde) == {EEN.id}
    assert gezien(None) == frozenset()


def _regel(kern: object, vervangt: object = ()) -> bytes:
    return json.dumps(kern).encode() + b"\t" + json.dumps(vervangt).encode()


GOED: list[object] = [EEN.id, 1, "stuk", "s", RIJ, 1]
SLECHT: list[list[object]] = [  # what cannot stand in each of the six places
    ["A" * 20, "a" * 19, 1, None],
    [-1, 1 << 62, 1.0, True, "1"],
    ["Stuk", "", "a;b", "a" * 64, 1],
    ["", "x" * 301, 3, "\ud800"],
    ["", "é", None, "a-b"],
    [True, [], {}, 1 << 63, -(1 << 63) - 1, "\ud800", float("nan"), float("inf")],
]


@pytest.mark.parametrize(
    "regel",
    [
        b"",
        b"[]",
        b"\t",
        b"[]\t[]",
        json.dumps(GOED).encode() + b" []",
        b" " + _regel(GOED),
        _regel(GOED) + b" ",
        _regel(GOED) + b"\t[]",
        b"[" * 100_000 + b"\t[]",
        b"\xff\t[]",
        json.dumps(GOED).encode(),
        _regel(GOED, {}),
        _regel(GOED, ["x"]),
        _regel({}),
        *(_regel([*GOED[:plek], waarde, *GOED[plek + 1 :]]) for plek, slecht in enumerate(SLECHT) for waarde in slecht),
        _regel(GOED).replace(b" 1]", b" 1e999]"),
        _regel([*GOED[:4], WEG, 1]),
        _regel([*GOED[:4], WEG, "x"]),
        _regel([*GOED[:4], WEG, '{"a":1}']),
        _regel([*GOED[:4], WEG, '["x"]']),
        _regel([*GOED[:4], WEG, "[] "]),
    ],
)
def test_a_line_that_no_program_of_ours_wrote_is_refused(regel: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- of json, of unicode, of us
        lees_regel("sec", regel)
