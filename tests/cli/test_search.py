"""``tk search``: what is found, and by what it can be narrowed."""

from tests.cli.hulp import tk
from tests.verpakt import Verpakt


def test_under_what_is_found_stands_by_what_it_can_be_narrowed_and_nothing_else(verpakt: Verpakt) -> None:
    regels = tk("search", "zwembad", "--werkmap", verpakt.werkmap).uit.splitlines()
    assert "Jaar: 2026 (7)" in regels
    assert [regel for regel in regels if regel.strip().endswith(":")] == [], "no kind without a place"
