"""What the papers of a meeting are made of, and what of it is for everybody."""

from dataclasses import replace
from datetime import date

from tests.bouwers import een_vergadering
from tests.zittingbouwers import een_actie, een_besluit, een_zitting
from tk_desktop.domain.actielijst import Actiepost
from tk_desktop.domain.zittingpapier import Zittingpapier, Zittingstof

_DICHT = "Tekent de schikking."


def _stof() -> Zittingstof:
    dicht = een_actie(tekst=_DICHT, besloten=True)
    posten = tuple(Actiepost(actie=actie, gremium="BC WK") for actie in (een_actie(), dicht))
    zitting = een_zitting(acties=(dicht,), besluiten=())
    return Zittingstof(zitting=zitting, acties=posten, volgende=een_vergadering(datum=date(2026, 4, 8)))


def test_what_everybody_may_know_holds_no_closed_action_and_the_same_next_meeting() -> None:
    stof = _stof()
    openbaar = stof.voor_iedereen()
    assert _DICHT not in repr(openbaar)
    assert [post.actie.tekst for post in openbaar.acties] == ["Zoekt uit wanneer de oever klaar is."]
    assert openbaar.zitting.openbaar
    assert openbaar.volgende == stof.volgende
    assert openbaar.voor_iedereen() == openbaar


def test_a_besluit_of_a_closed_item_is_in_no_open_stof() -> None:
    besluit = een_besluit(tekst=_DICHT, besloten=True)
    stof = _stof()
    stof = replace(stof, zitting=replace(stof.zitting, besluiten=(besluit,)))
    assert _DICHT not in repr(stof.voor_iedereen())


def test_every_paper_has_a_name_of_its_own() -> None:
    assert [papier.value for papier in Zittingpapier] == ["verslag", "besluitenlijst", "actielijst", "uittreksels"]
