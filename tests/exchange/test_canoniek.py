"""JSON in one form: what is written is read, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.exchange.canoniek import Veld, Vormfout, Waarde, als_lijst, canoniek, lees_json

_TEKST = st.text(st.characters(exclude_categories=["Cs"]))
_WAARDEN = st.recursive(
    st.none() | st.booleans() | st.integers(-(1 << 60), 1 << 60) | _TEKST,
    lambda deel: st.lists(deel, max_size=4) | st.dictionaries(_TEKST, deel, max_size=4),
    max_leaves=20,
)


@given(_WAARDEN)
def test_what_is_written_is_read_again(waarde: Waarde) -> None:
    assert lees_json(canoniek(waarde), "proef") == waarde


@pytest.mark.parametrize(
    "gegevens",
    [
        b'{"a": 1}',
        b'{"b":1,"a":2}',
        b'{"a":1,"a":1}',
        b'{"a":NaN}',
        b'{"a":1e999}',
        b'"\\u00e9"',
        b'"\\ud800"',
        b"\xff",
        b"",
        b"[" * 200_000,
        b'{"a":1}\n',
        b"1" * 5000,
    ],
)
def test_other_forms_of_json_are_refused(gegevens: bytes) -> None:
    with pytest.raises(Vormfout):
        lees_json(gegevens, "proef")


def test_a_field_has_its_form_and_no_field_is_passed_over() -> None:
    velden = Veld({"t": "x", "g": 3, "h": "ab", "w": True, "l": [], "o": {}}, "proef")
    assert velden.tekst("t") == "x"
    assert velden.getal("g") == 3
    assert velden.hex("h", 2) == "ab"
    with pytest.raises(Vormfout, match="onbekend veld"):
        velden.klaar()
    assert velden.waar("w")
    assert velden.lijst("l") == []
    assert velden.object("o") == {}
    velden.klaar()


@pytest.mark.parametrize(
    ("soort", "naam"),
    [
        ("tekst", "g"),
        ("tekst", "weg"),
        ("getal", "w"),
        ("getal", "t"),
        ("waar", "g"),
        ("lijst", "o"),
        ("object", "l"),
        ("hex", "t"),
    ],
)
def test_a_field_of_another_form_is_refused(soort: str, naam: str) -> None:
    velden = Veld({"t": "x", "g": 3, "w": True, "l": [], "o": {}}, "proef")
    with pytest.raises(Vormfout):
        velden.hex(naam, 1) if soort == "hex" else getattr(velden, soort)(naam)


def test_lists_and_numbers_stay_within_bounds() -> None:
    with pytest.raises(Vormfout):
        als_lijst([1, 2, 3], "proef", precies=2)
    with pytest.raises(Vormfout):
        als_lijst("xy", "proef", precies=2)
    with pytest.raises(Vormfout):
        Veld({"g": 1 << 53}, "proef").getal("g")
    with pytest.raises(Vormfout):
        Veld([], "proef")
