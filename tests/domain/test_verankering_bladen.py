"""Which page of one version is which in the next."""

from tests.domain.verankeringhulp import BEGROTING, ORGANISATIE, RISICO, STUK
from tk_desktop.domain.verankering.bladen import Bladkaart
from tk_desktop.domain.verankering.tekst import Documenttekst
from tk_desktop.domain.verankering.versies import Versiepaar


def _kaart(oud: tuple[str, ...], nieuw: tuple[str, ...]) -> Bladkaart:
    return Versiepaar(Documenttekst(paginas=oud), Documenttekst(paginas=nieuw)).bladen


def test_pages_that_moved_are_known_by_their_text() -> None:
    kaart = _kaart(STUK, (RISICO, "Een geheel nieuw voorblad", BEGROTING, ORGANISATIE))
    assert [kaart.nieuw_bij(blad) for blad in range(3)] == [(2, 1.0), (3, 1.0), (0, 1.0)]
    assert kaart.oud_bij(3) == (1, 1.0)
    assert kaart.oud_bij(1) is None


def test_a_page_that_was_cut_in_two_belongs_to_the_page_that_holds_most_of_it() -> None:
    kaart = _kaart((BEGROTING,), (BEGROTING[:150], BEGROTING[150:]))
    blad = kaart.nieuw_bij(0)
    assert blad is not None
    assert blad[0] == 1
    assert 0.5 < blad[1] < 1


def test_pages_without_text_belong_together_by_their_order_between_pages_with_text() -> None:
    assert _kaart((BEGROTING, "", RISICO), ("Een voorblad vooraf", BEGROTING, "", RISICO)).zonder_tekst == {1: 2}
    assert _kaart((BEGROTING, "", RISICO), (BEGROTING, "", "", RISICO)).zonder_tekst == {}
