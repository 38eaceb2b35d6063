"""What sentences of a verslag tell of secrecy and its end."""

from datetime import date

import pytest

from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.intake.verslagzinnen import geheim_tot, ongenoemd_besluit

VERGADERING = date(2019, 12, 11)


@pytest.mark.parametrize(
    ("zin", "dag"),
    [
        ("Na 18/12 kan de informatie worden gedeeld.", date(2019, 12, 18)),
        ("Na 18 december kan de informatie worden gedeeld.", date(2019, 12, 18)),
        ("Na 8-1 is het stuk openbaar.", date(2020, 1, 8)),
        ("Na 31/2 kan de informatie worden gedeeld.", None),
        ("Na 18/12 volgt een brief. Het stuk wordt gedeeld.", None),
        ("De commissie stemt in.", None),
    ],
)
def test_the_day_after_which_something_may_be_shared_is_the_last_secret_one(zin: str, dag: date | None) -> None:
    assert geheim_tot(zin, VERGADERING) == dag


def test_without_a_day_of_the_meeting_no_year_is_known() -> None:
    assert geheim_tot("Na 18/12 kan de informatie worden gedeeld.", None) is None


def test_what_a_body_agrees_to_by_hiermee_stands_in_the_sentence_before() -> None:
    zinnen = ["De voorzitter opent.", "De directeur stelt voor dit te agenderen.", "De BC stemt hiermee in."]
    besluit = ongenoemd_besluit("Opening en vaststelling agenda", frozenset(), zinnen)
    assert besluit is not None
    assert (besluit.uitkomst, besluit.tekst) == (Uitkomst.VASTGESTELD, " ".join(zinnen[1:]))
    assert ongenoemd_besluit("Mededelingen", frozenset(), zinnen) is None, "nothing was asked there: a person says so"
    assert ongenoemd_besluit("Opening en vaststelling agenda", frozenset(), zinnen[:2]) is None
