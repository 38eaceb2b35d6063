"""Ink goes with the words that lie under it, or beside it; when those come apart it stands nowhere."""

import pytest

from tk_desktop.domain.aantekening import Vlak
from tk_desktop.domain.verankering.inkt import Houvast, Inktwoord, Verschuiving, houvast, verschuiving

REGELS = ("De raad stelt de begroting vast", "en vraagt de directeur om een plan", "voor de haven en de kade.")


def een_bladzijde() -> tuple[Inktwoord, ...]:
    """Three lines of words, every sign as wide as another, with lines that nearly touch."""
    uit, begin = [], 0
    for nummer, regel in enumerate(REGELS):
        x, y = 60.0, 700.0 - 14 * nummer
        for woord in regel.split():
            uit.append(Inktwoord(begin, woord, Vlak(1, x, y, x + 5 * len(woord), y + 13)))
            begin += len(woord) + 1
            x += 5 * (len(woord) + 1)
    return tuple(uit)


BLAD = een_bladzijde()


def vlak_van(woord: str) -> Vlak:
    return next(een.vlak for een in BLAD if een.tekst == woord)


def onder(vlak: Vlak) -> list[str]:
    vast = houvast(vlak, BLAD)
    return sorted(een.tekst for een in vast.woorden) if vast.onder else []


def naast(vlak: Vlak) -> list[str]:
    vast = houvast(vlak, BLAD)
    return [] if vast.onder else sorted(een.tekst for een in vast.woorden)


def test_a_line_under_a_word_and_a_ring_round_it_belong_to_that_word_alone() -> None:
    woord = vlak_van("directeur")
    assert onder(Vlak(1, woord.x0 - 1, woord.y0, woord.x1 + 1, woord.y0)) == ["directeur"]
    assert onder(Vlak(1, woord.x0 - 4, woord.y0 - 3, woord.x1 + 4, woord.y1 + 3)) == ["directeur"]
    assert onder(Vlak(1, woord.x0, woord.y0 + 6, woord.x1, woord.y0 + 7)) == ["directeur"]


def test_a_ring_over_two_lines_belongs_to_the_words_of_both() -> None:
    boven, beneden = vlak_van("begroting"), vlak_van("directeur")
    assert onder(Vlak(1, boven.x0, beneden.y0, boven.x1, boven.y1)) == ["begroting", "directeur", "om"]


def test_a_line_in_the_margin_is_held_by_the_nearest_word_of_each_line_beside_it() -> None:
    assert naast(Vlak(1, 40, 673, 44, 712)) == ["De", "en", "voor"]


def test_ink_between_lines_and_blank_paper_is_held_by_the_nearest_line() -> None:
    assert naast(Vlak(1, 60, 655, 80, 664)) == ["voor"]


def test_ink_far_from_all_words_is_held_by_none() -> None:
    assert houvast(Vlak(1, 60, 100, 200, 300), BLAD) == Houvast()


def gingen(vast: Houvast, *verder: tuple[int, float, float] | None) -> Verschuiving | None:
    """Return where ink goes when its words go so many pages and points, each its own; nothing: it is not found."""
    staan = [
        None if een is None else Verschuiving(*een).van(woord.vlak)
        for woord, een in zip(vast.woorden, verder, strict=True)
    ]
    return verschuiving(vast, staan)


VIER = Houvast(BLAD[:4], onder=True)


def test_ink_goes_with_the_words_under_it_to_where_they_went() -> None:
    assert gingen(VIER, *[(1, 30.0, -42.0)] * 4) == Verschuiving(1, 30.0, -42.0)


def test_ink_beside_words_goes_up_and_down_with_them_and_stays_in_the_margin() -> None:
    assert gingen(Houvast(BLAD[:2]), (0, 55.0, -14.0), (0, -20.0, -14.0)) == Verschuiving(0, 0.0, -14.0)


@pytest.mark.parametrize(
    "verder",
    [
        ((0, 0.0, -14.0), (0, 0.0, -14.0), (0, -200.0, -28.0), (0, -200.0, -28.0)),
        ((0, 0.0, 0.0), (0, 0.0, 0.0), (1, 0.0, 0.0), (1, 0.0, 0.0)),
        ((0, 0.0, 0.0), None, None, None),
        (None, None, None, None),
    ],
    ids=["over the end of a line", "over two pages", "most words went", "all words went"],
)
def test_ink_whose_words_came_apart_stands_nowhere(verder: tuple[tuple[int, float, float] | None, ...]) -> None:
    assert gingen(VIER, *verder) is None


def test_one_word_that_went_elsewhere_or_was_rewritten_does_not_take_ink_along() -> None:
    assert gingen(VIER, (0, 5.0, 0.0), (0, 6.0, 0.0), (3, 90.0, 40.0), (0, 5.5, 0.5)) == Verschuiving(0, 5.0, 0.0)
    assert gingen(VIER, (0, 5.0, 0.0), None, None, (0, 5.5, 0.5)) == Verschuiving(0, 5.0, 0.0)
