"""What time it is."""

from tk_desktop.base.klok import dit_moment


def test_a_moment_knows_its_offset_and_goes_to_the_second() -> None:
    moment = dit_moment()
    assert moment.utcoffset() is not None
    assert moment.microsecond == 0
    assert type(moment).fromisoformat(moment.isoformat()) == moment
