"""The pictures of the manual: each of them can be taken again, and none is taken that nobody sees."""

import re
from pathlib import Path

from tests.ux.beelden import BEELDEN, DOEL, ZONDER_VENSTER

ROOT = Path(__file__).parents[2]


def test_the_manual_shows_every_picture_that_is_taken_and_no_other() -> None:
    handleiding = (ROOT / "docs" / "gebruik.md").read_text(encoding="utf-8")
    getoond = set(re.findall(r"\]\(beeld/([\w-]+)\.png\)", handleiding))
    assert getoond == {*BEELDEN, *ZONDER_VENSTER}
    assert {pad.stem for pad in (ROOT / DOEL).glob("*.png")} == getoond
