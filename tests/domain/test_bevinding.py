"""What a check finds can be accepted, with a reason."""

import pytest

from tk_desktop.domain.bevinding import Aanvaarding


def test_a_finding_is_not_accepted_without_a_reason() -> None:
    with pytest.raises(ValueError, match="heeft een reden"):
        Aanvaarding(id="a", vergadering_id="v", code="VL01", waar="2a", reden=" ")
