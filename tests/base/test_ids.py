"""New rows get ids that nobody else makes; what there is one of gets the same id on each laptop."""

from tk_desktop.base.ids import new_id, next_id, only_id


def test_a_new_id_is_new_each_time() -> None:
    assert len({new_id() for _ in range(100)}) == 100


def test_what_there_is_one_of_has_one_id() -> None:
    assert only_id("verslag", "maart") == only_id("verslag", "maart")
    assert only_id("verslag", "maart") != only_id("verslag", "april")
    assert len(only_id("verslag", "maart")) == len(new_id())


def test_two_laptops_give_the_next_of_something_the_same_id_and_never_one_that_is_there() -> None:
    eerste = next_id([], "besluit", "punt")
    tweede = next_id([eerste], "besluit", "punt")
    assert next_id([], "besluit", "punt") == eerste
    assert len({eerste, tweede, next_id([], "besluit", "ander punt")}) == 3
    assert next_id([tweede], "besluit", "punt") == eerste, "what was taken away can be there again"
