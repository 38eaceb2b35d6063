"""An action is typed on one line between the words of the verslag."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.domain.actie import Actiesoort
from tk_desktop.domain.actieregel import ActieLeeg, Actieregel, is_actieregel, lees_actieregel
from tk_desktop.domain.datum import lang
from tk_desktop.domain.datuminvoer import DatumBestaatNiet

DAG = date(2026, 3, 11)
VOOR = date(2026, 4, 1)


@pytest.mark.parametrize(
    ("regel", "gelezen"),
    [
        (
            "!WK/directie zoekt uit wanneer de oever klaar is",
            ("WK/directie", "zoekt uit wanneer de oever klaar is", None),
        ),
        ("!WK/directie belt de aannemer 1 april", ("WK/directie", "belt de aannemer", VOOR)),
        ("!WK/directie belt de aannemer voor wo 1 apr", ("WK/directie", "belt de aannemer", VOOR)),
        ("! WK/directie  belt   uiterlijk 1-4-2026.", ("WK/directie", "belt", VOOR)),
        ("!Roos van Dalen: belt op 1 april 2026", ("Roos van Dalen", "belt", VOOR)),
        ("!WK/directie leest hoofdstuk 12", ("WK/directie", "leest hoofdstuk 12", None)),
        ("!WK/directie stuurt de brief woningbouw 1 april", ("WK/directie", "stuurt de brief woningbouw", VOOR)),
        ("!WK/directie mailt 1 april 2026", ("WK/directie", "mailt", VOOR)),
        ("!WK/directie zoekt domein 1 april", ("WK/directie", "zoekt domein", VOOR)),
    ],
)
def test_who_what_and_by_when(regel: str, gelezen: tuple[str, str, date | None]) -> None:
    door, tekst, voor = gelezen
    assert lees_actieregel(regel, DAG) == Actieregel(door=door, tekst=tekst, voor=voor)


def test_a_day_that_does_not_exist_is_told_and_not_taken_as_words() -> None:
    with pytest.raises(DatumBestaatNiet):
        lees_actieregel("!WK/directie belt 31 juni", DAG)


@pytest.mark.parametrize("regel", ["!", "! ", "!WK/directie", "!WK/directie 1 april"])
def test_a_line_without_anything_to_do_is_no_action(regel: str) -> None:
    with pytest.raises(ActieLeeg):
        lees_actieregel(regel, DAG)


def test_only_a_line_that_begins_with_the_mark_is_an_action() -> None:
    assert is_actieregel(" !WK/directie belt")
    assert not is_actieregel("Let op! WK/directie belt")


_WOORD = st.text("abcdefghijklmnopqrstuvwxyz", min_size=5, max_size=9)


@given(_WOORD, st.lists(_WOORD, min_size=1, max_size=6), st.dates(DAG, date(2099, 12, 31)))
def test_what_is_typed_comes_back_as_typed(door: str, woorden: list[str], voor: date) -> None:
    verwacht = Actieregel(door=door, tekst=" ".join(woorden), voor=voor)
    for wie, bekend in ((f"{door}:", {door}), (door, {door})):
        assert lees_actieregel(f"!{wie} {' '.join(woorden)} vóór {lang(voor)}", DAG, bekend) == verwacht
    vreemde = lees_actieregel(f"!{door.title()}: {' '.join(woorden)} vóór {lang(voor)}", DAG)
    assert vreemde == replace(verwacht, door=door.title())


def test_two_marks_make_it_a_promise() -> None:
    gelezen = lees_actieregel("!!Roos van Dalen: stuurt de brief rond 1 april", date(2026, 3, 11))
    assert (gelezen.soort, gelezen.door, gelezen.tekst) == (
        Actiesoort.TOEZEGGING,
        "Roos van Dalen",
        "stuurt de brief rond",
    )
    assert lees_actieregel("!Roos belt", date(2026, 3, 11)).soort is Actiesoort.ACTIE
    in_woorden = lees_actieregel("!Toezegging: Roos van Dalen: belt", date(2026, 3, 11))
    assert (in_woorden.soort, in_woorden.door, in_woorden.tekst) == (Actiesoort.TOEZEGGING, "Roos van Dalen", "belt")
