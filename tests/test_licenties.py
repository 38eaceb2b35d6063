"""What goes along of others, and whether it may."""

from tests.licenties import LIJST, lijst


def test_the_list_of_libraries_is_that_of_the_lock_file_and_each_may_go_along() -> None:
    assert LIJST.read_text(encoding="utf-8") == lijst()
