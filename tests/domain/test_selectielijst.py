"""How long a dossier is kept: as its kind is, unless somebody says otherwise."""

from datetime import date

import pytest

from tests.bouwers import een_gremium, een_vergadering
from tk_desktop.domain.dossier import Dossier, Dossierregel, Dossierstap, Waardering
from tk_desktop.domain.selectielijst import CategorieOnbekend, TermijnHoortNiet, require_termijn
from tk_desktop.domain.vergadering import Status
from tk_desktop.store.selectielijst import known_selectielijst

LIJST = known_selectielijst()
BESTUUR, WERKGROEP = een_gremium(naam="Bestuurscommissie Waterkant"), een_gremium(naam="Werkgroep sluizen")
MAART = een_vergadering(datum=date(2026, 3, 11))
GESLOTEN = (Dossierregel(id="r", volgorde="i", stap=Dossierstap.GESLOTEN, datum=date(2027, 1, 5)),)
OPEN, DICHT = Dossier(id="d", vergadering_id="v"), Dossier(id="d", vergadering_id="v", regels=GESLOTEN)


def test_what_a_board_did_is_kept_for_good() -> None:
    keuze = LIJST.keuze(DICHT, BESTUUR, MAART)
    assert (keuze.waardering, keuze.einde, keuze.zin) == (Waardering.BEWAREN, None, "bewaren")


def test_what_officials_discussed_goes_five_years_after_it_was_closed() -> None:
    assert LIJST.keuze(OPEN, WERKGROEP, MAART).zin == "vernietigen, 5 jaar na het sluiten"
    keuze = LIJST.keuze(DICHT, WERKGROEP, MAART)
    assert (keuze.einde, keuze.zin) == (date(2032, 12, 31), "vernietigen vanaf 2033")


def test_a_meeting_that_was_called_off_counts_from_its_day() -> None:
    keuze = LIJST.keuze(OPEN, BESTUUR, een_vergadering(datum=date(2026, 3, 11), status=Status.GEANNULEERD))
    assert keuze.einde == date(2027, 12, 31)


def test_what_was_chosen_for_a_dossier_takes_the_place_of_what_is_usual() -> None:
    def keuze(**anders: object) -> str:
        return LIJST.keuze(Dossier(id="d", vergadering_id="v", regels=GESLOTEN, **anders), WERKGROEP, MAART).zin  # type: ignore[arg-type]

    assert keuze(waardering=Waardering.BEWAREN) == "bewaren"
    assert keuze(waardering=Waardering.VERNIETIGEN, termijn=10) == "vernietigen vanaf 2038"
    geen = {"waardering": Waardering.VERNIETIGEN, "termijn": 0}  # as an older program could keep it
    assert (keuze(**geen), keuze(**geen, categorie="bestuur")) == ("vernietigen vanaf 2033", "bewaren")
    assert keuze(categorie="bestuur") == "bewaren"
    assert keuze(categorie="van-later") == "bewaren"  # what this program does not know is kept


def test_a_category_that_is_not_there_and_a_term_that_does_not_fit_are_refused() -> None:
    with pytest.raises(CategorieOnbekend, match="selectielijst"):
        LIJST.categorie("xyz")
    weg = Waardering.VERNIETIGEN
    for waardering, termijn in ((Waardering.BEWAREN, 3), (weg, None), (weg, 0), (None, 3)):
        with pytest.raises(TermijnHoortNiet):
            require_termijn(waardering, termijn)
    require_termijn(None, None)
