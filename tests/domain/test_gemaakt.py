"""A set that was made tells whether it may be kept as an archive."""

from tk_desktop.domain.gemaakt import GemaaktDeel, GemaakteSet
from tk_desktop.domain.vergaderset import Doelgroep, Variant


def _set(*bezwaren: tuple[str, ...]) -> GemaakteSet:
    delen = tuple(
        GemaaktDeel(sleutel=str(n), anker=str(n), label="", titel="", naam="", inhoud="", van=n, tot=n, bezwaren=waarom)
        for n, waarom in enumerate(bezwaren, 1)
    )
    return GemaakteSet(variant=Variant(doelgroep=Doelgroep.LEDEN), paginas=len(delen), delen=delen)


def test_one_paper_keeps_a_set_from_being_an_archive() -> None:
    assert _set((), ()).is_archiefwaardig
    assert not _set((), ("lettertype niet ingesloten",)).is_archiefwaardig
