"""Projects and their subprojects, whatever stands under what."""

from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.domain.programma import Project
from tk_desktop.domain.projectboom import alles_onder, kringen, maakt_kring, takken


def _project(id_: str, ouder: str | None = None) -> Project:
    return Project(id=id_, themalijn_id="lijn", ouder_id=ouder, volgorde=f"v{id_}", naam=id_)


def test_a_subproject_stands_under_its_project() -> None:
    projecten = [_project("c", "b"), _project("a"), _project("b", "a"), _project("d", "weg")]
    assert [(tak.project.id, tak.diepte) for tak in takken(projecten)] == [("a", 0), ("b", 1), ("c", 2), ("d", 0)]


def test_a_ring_is_opened_and_marked() -> None:
    projecten = [_project("a", "b"), _project("b", "a"), _project("c", "b"), _project("d", "d")]
    assert kringen(projecten) == {"a", "b", "d"}
    assert [(tak.project.id, tak.diepte, tak.kring) for tak in takken(projecten)] == [
        ("a", 0, True),
        ("b", 0, True),
        ("c", 1, False),
        ("d", 0, True),
    ]
    assert alles_onder(projecten, ["b"]) == {"a", "c"}
    assert maakt_kring([_project("a"), _project("b", "a")], "a", "b")
    assert not maakt_kring([_project("a"), _project("b")], "a", "b")


@given(st.lists(st.sampled_from([None, *"abcdefgh"]), min_size=8, max_size=8))
def test_no_project_is_ever_lost_or_shown_twice(ouders: list[str | None]) -> None:
    projecten = [_project(id_, ouder) for id_, ouder in zip("abcdefgh", ouders, strict=True)]
    assert sorted(tak.project.id for tak in takken(projecten)) == list("abcdefgh")
