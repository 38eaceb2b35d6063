"""New rows get ids that nobody else makes; what there is one of gets the same id on each laptop."""

from tk_desktop.base.ids import new_id, only_id


def test_a_new_id_is_new_each_time() -> None:
    assert len({new_id() for _ in range(100)}) == 100


def test_what_there_is_one_of_has_one_id() -> None:
    assert only_id("verslag", "maart") == only_id("verslag", "maart")
    assert only_id("verslag", "maart") != only_id("verslag", "april")
    assert len(only_id("verslag", "maart")) == len(new_id())
