"""A set that was made tells whether it may be kept as an archive."""

from tk_desktop.domain.gemaakt import GemaaktDeel, GemaakteSet


def _set(*bezwaren: tuple[str, ...]) -> GemaakteSet:
    delen = tuple(
        GemaaktDeel(anker=str(n), label="", titel="", inhoud="", van=n, tot=n, bezwaren=waarom)
        for n, waarom in enumerate(bezwaren, 1)
    )
    return GemaakteSet(variant="leden", paginas=len(delen), delen=delen)


def test_one_paper_keeps_a_set_from_being_an_archive() -> None:
    assert _set((), ()).is_archiefwaardig
    assert not _set((), ("lettertype niet ingesloten",)).is_archiefwaardig
