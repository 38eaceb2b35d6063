"""What is told before notes are destroyed: how many, of how many meetings, on which day."""

from datetime import date
from typing import Any

from tk_desktop.domain.bewaring import Aantal, Bewaarkeuze, Bewaarpost, aan_de_beurt, aankondiging

VANDAAG = date(2026, 6, 1)


def _post(**anders: Any) -> Bewaarpost:
    velden: dict[str, Any] = {
        "vergadering_id": "v",
        "gremium_id": "g",
        "naam": "Bestuurscommissie Waterkant",
        "datum": date(2026, 3, 11),
        "aantal": Aantal(aantekeningen=5),
        "keuze": Bewaarkeuze.VERNIETIGEN,
        "vastgesteld": date(2026, 5, 27),
    }
    return Bewaarpost(**(velden | anders))


def test_the_count_is_told_before_it_happens_by_day() -> None:
    later = _post(vastgesteld=date(2026, 5, 29), aantal=Aantal(aantekeningen=1))
    assert aankondiging([_post(), _post(aantal=Aantal(aantekeningen=18)), later], VANDAAG) == (
        "23 aantekeningen bij 2 vergaderingen worden vernietigd op 10 juni 2026. "
        "1 aantekening bij 1 vergadering wordt vernietigd op 12 juni 2026."
    )


def test_what_may_go_already_is_told_first() -> None:
    klaar = _post(vastgesteld=date(2026, 5, 18), aantal=Aantal(aantekeningen=2, voorbereidingen=1, bladwijzers=3))
    assert aankondiging([klaar], VANDAAG) == (
        "2 aantekeningen, 1 voorbereid punt en 3 bladwijzers bij 1 vergadering staan klaar om te worden vernietigd."
    )
    assert aan_de_beurt([klaar, _post()], VANDAAG) == (klaar,)


def test_there_is_nothing_to_tell_of_what_is_kept_or_not_approved() -> None:
    assert aankondiging([_post(keuze=Bewaarkeuze.BEWAREN), _post(vastgesteld=None)], VANDAAG) == ""
