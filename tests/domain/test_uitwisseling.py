"""What another device said of itself: the latest counts, whatever came late."""

from tk_desktop.domain.uitwisseling import Peer


def _peer(incarnatie: str, teller: int, **anders: object) -> Peer:
    return Peer(apparaat="a" * 16, incarnatie=incarnatie, teller=teller, heeft=(f"{incarnatie}{teller}",), **anders)  # type: ignore[arg-type]


def test_the_later_bundle_counts_and_the_earlier_does_not() -> None:
    oud, nieuw = _peer("een", 1), _peer("een", 2)
    assert oud.wordt(nieuw).heeft == nieuw.heeft
    assert nieuw.wordt(oud) is nieuw
    assert nieuw.wordt(nieuw) is nieuw


def test_a_laptop_that_put_back_a_backup_is_believed_and_its_earlier_life_no_more() -> None:
    voor = _peer("een", 9)
    na = voor.wordt(_peer("twee", 1))
    assert (na.incarnatie, na.teller, na.eerdere) == ("twee", 1, frozenset({"een"}))
    assert na.wordt(_peer("een", 10)) is na  # it was underway long
    derde = na.wordt(_peer("drie", 1))
    assert derde.wordt(_peer("twee", 5)) is derde
    assert derde.wordt(_peer("drie", 2)).teller == 2
