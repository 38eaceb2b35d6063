"""What strayed into a reader before (tests/dwalen) is read or refused still."""

import pytest

from tests.dwalen.lezers import BEWAARD, LEZERS


@pytest.mark.parametrize("naam", LEZERS)
def test_bytes_that_went_astray_are_read_or_refused(naam: str) -> None:
    lezer = LEZERS[naam]
    bewaard = [pad.read_bytes() for pad in sorted((BEWAARD / naam).iterdir())]
    assert bewaard
    for gegevens in (*lezer.zaden, *bewaard):
        lezer.probeer(gegevens)


@pytest.mark.parametrize("naam", LEZERS)
def test_the_examples_that_bytes_stray_from_are_good_ones(naam: str) -> None:
    """A reader that refuses what it begins with would be tried in its first lines only."""
    for zaad in LEZERS[naam].zaden:
        LEZERS[naam].lees(zaad)


def test_no_error_that_was_found_is_left() -> None:
    vondsten = BEWAARD / "vondsten"
    for pad in sorted(vondsten.iterdir()) if vondsten.is_dir() else ():
        LEZERS[pad.name.partition("-")[0]].probeer(pad.read_bytes())
