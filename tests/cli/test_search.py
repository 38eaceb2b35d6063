"""``tk search``: what is found, and by what it can be narrowed."""

import click
from click.testing import CliRunner

from tests.cli.hulp import tk
from tests.verpakt import Verpakt
from tk_desktop.cli.search import search


def test_under_what_is_found_stands_by_what_it_can_be_narrowed_and_nothing_else(verpakt: Verpakt) -> None:
    regels = tk("search", "zwembad", "--werkmap", verpakt.werkmap).uit.splitlines()
    assert "Jaar: 2026 (7)" in regels
    assert [regel for regel in regels if regel.strip().endswith(":")] == [], "no kind without a place"


def test_what_was_found_is_bold_on_a_screen_and_plain_in_a_file(verpakt: Verpakt) -> None:
    vraag = ["zwembad", "--werkmap", str(verpakt.werkmap)]
    plat = tk("search", *vraag).uit
    scherm = CliRunner().invoke(search, vraag, color=True).output
    assert "‹" not in plat + scherm
    assert "\x1b" not in plat
    assert click.style("zwembad", bold=True) in scherm.casefold()
    assert click.unstyle(scherm) == plat
