"""A list of actions shows what one asks for, and how it stands."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.zittingbouwers import een_actie
from tk_desktop.domain.actie import Actiesoort, Actiestaat
from tk_desktop.domain.actielijst import Actiepost, Indeling, Keuzelijst, cijfers, deel_in, kies

VANDAAG = date(2026, 4, 1)
GISTEREN = date(2026, 3, 31)


def _post(gremium: str = "BC WK", *, dicht: bool = False, **anders: Any) -> Actiepost:
    return Actiepost(actie=een_actie(**anders), gremium=gremium, besloten=dicht)


OPEN = _post(voor=date(2026, 5, 1))
LAAT = _post(voor=GISTEREN)
ZONDER_DAG = _post(door="GGD/dpg")
KLAAR = _post("AB", staat=Actiestaat.GEDAAN, voor=GISTEREN, afgedaan=GISTEREN)
BELOFTE = _post(soort=Actiesoort.TOEZEGGING, dicht=True, door="")
ALLE = (ZONDER_DAG, OPEN, KLAAR, BELOFTE, LAAT)


@pytest.mark.parametrize(
    ("keuze", "verwacht"),
    [
        (Keuzelijst.OPEN, (LAAT, OPEN, ZONDER_DAG, BELOFTE)),
        (Keuzelijst.TE_LAAT, (LAAT,)),
        (Keuzelijst.GEDAAN, (KLAAR,)),
        (Keuzelijst.ALLES, (KLAAR, LAAT, OPEN, ZONDER_DAG, BELOFTE)),
    ],
)
def test_the_nearest_day_comes_first_and_no_day_last(keuze: Keuzelijst, verwacht: tuple[Actiepost, ...]) -> None:
    assert set(kies(ALLE, keuze, VANDAAG)) == set(verwacht)
    assert [post.actie.voor for post in kies(ALLE, keuze, VANDAAG)] == [post.actie.voor for post in verwacht]


def test_part_of_the_name_of_an_owner_is_enough() -> None:
    assert kies(ALLE, Keuzelijst.ALLES, VANDAAG, door="DPG") == (ZONDER_DAG,)
    assert kies(ALLE, Keuzelijst.ALLES, VANDAAG, gremium="ab") == (KLAAR,)
    assert kies(ALLE, Keuzelijst.ALLES, VANDAAG, soort=Actiesoort.TOEZEGGING) == (BELOFTE,)


def test_an_open_list_holds_nothing_besloten() -> None:
    assert BELOFTE not in kies(ALLE, Keuzelijst.ALLES, VANDAAG, openbaar=True)


def test_the_figures_of_a_list() -> None:
    gemeten = cijfers(ALLE, VANDAAG)
    assert (gemeten.open, gemeten.te_laat, gemeten.afgerond, gemeten.zonder_eigenaar) == (4, 1, 1, 1)
    assert (gemeten.ouderdom_open, gemeten.doorlooptijd) == (21, 20)
    assert cijfers((), VANDAAG).ouderdom_open == 0


@given(st.lists(st.sampled_from(ALLE)))
def test_every_action_is_either_open_or_done(posten: list[Actiepost]) -> None:
    gemeten = cijfers(posten, VANDAAG)
    assert gemeten.open + gemeten.afgerond == len(posten)
    assert gemeten.te_laat <= gemeten.open


def test_a_list_is_divided_by_person_or_body_with_what_is_nobodys_last() -> None:
    wim, ook_wim = _post(door="Wim"), _post("AB", door="wim")
    niemand, ab = _post(door=""), _post("AB", door="anna")
    posten = (niemand, wim, ook_wim, ab)
    assert deel_in(posten, Indeling.PERSOON) == (("anna", (ab,)), ("Wim", (wim, ook_wim)), ("", (niemand,)))
    assert deel_in(posten, Indeling.GREMIUM) == (("AB", (ook_wim, ab)), ("BC WK", (niemand, wim)))
