"""A page to have at hand is kept by its paper, so that it holds when the agenda moves."""

from hypothesis import given
from hypothesis import strategies as st

from tests.bouwers import een_agendapunt, een_opname, een_stuk
from tk_desktop.domain.paginaverwijzing import Verwijzing, naam_van, verwijzingen_als_tekst, verwijzingen_uit

_SLEUTEL = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=20)
_PAGINAS = st.lists(st.builds(Verwijzing, _SLEUTEL, st.integers(1, 9999), st.sampled_from(("", "a" * 64))), unique=True)


@given(_PAGINAS)
def test_pages_come_back_as_they_were_kept(paginas: list[Verwijzing]) -> None:
    assert verwijzingen_uit(verwijzingen_als_tekst(paginas)) == tuple(paginas)


def test_what_is_no_page_is_passed_over_and_a_page_stands_once() -> None:
    tekst = "nota#3\nzomaar wat\n#4\nnota#0\nnota#3\nschutblad oever#1"
    assert verwijzingen_uit(tekst) == (Verwijzing("nota", 3), Verwijzing("schutblad oever", 1))


def test_a_page_is_called_by_the_number_its_paper_has_now() -> None:
    punten = [een_agendapunt(id="opening"), een_agendapunt(id="oever", titel="Oever")]
    opname = een_opname(agendapunten=punten, stukken=[een_stuk(id="nota", agendapunt_id="oever")])
    assert naam_van(Verwijzing("nota", 14), opname) == "2 blz. 14"
    assert naam_van(Verwijzing("brief", 1), opname) == "uitnodiging blz. 1"
    assert naam_van(Verwijzing("weg", 1), opname) == "stuk dat er niet meer is blz. 1"
