"""Names stand in a sentence as people say them."""

import pytest

from tk_desktop.domain.opsomming import opsomming


@pytest.mark.parametrize(
    ("delen", "zin"), [((), ""), (("Roos",), "Roos"), (("a", "b"), "a en b"), (("a", "b", "c"), "a, b en c")]
)
def test_parts_are_named_together(delen: tuple[str, ...], zin: str) -> None:
    assert opsomming(delen) == zin
