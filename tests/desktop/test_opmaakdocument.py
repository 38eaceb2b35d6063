"""What the editor shows is what is stored."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from tests.voorbeeld.inhoud import voorbeeld
from tk_desktop.desktop.text.opmaakdocument import hernummer, lees_document, vul_document
from tk_desktop.domain.opmaak import Alinea, Blok, Lijst, Lijstpunt, Stukje, Tabel, Tussenkop, lees, normaal, schrijf

_woorden = st.text(alphabet="abé €1.-*|[]()\\#‘’ ", min_size=1, max_size=10)
_stukjes = (
    st.lists(
        st.builds(
            Stukje,
            tekst=_woorden,
            vet=st.booleans(),
            cursief=st.booleans(),
            besloten=st.booleans(),
            link=st.sampled_from(["", "", "https://voorbeeld.nl/a_b"]),
        ),
        min_size=1,
        max_size=3,
    )
    .map(normaal)
    .filter(bool)
)
_merken = st.sampled_from(["-", "1.", "a.", "3.", "1.2", "iv."])
_punten = st.recursive(
    st.builds(Lijstpunt, merk=_merken, stukjes=_stukjes),
    lambda onder: st.builds(
        Lijstpunt, merk=_merken, stukjes=_stukjes, onder=st.lists(onder, min_size=1, max_size=2).map(tuple)
    ),
    max_leaves=4,
)
_cellen = st.one_of(st.just(()), _stukjes)


def _met_brede_cellen(rijen: list[tuple[tuple[Stukje, ...], ...]]) -> Tabel:
    """Let an empty cell in an odd row be part of the cell left of it."""
    samen = {(r, k) for r, rij in enumerate(rijen) for k, cel in enumerate(rij) if r % 2 and k and not cel}
    return Tabel(tuple(rijen), frozenset(samen))


_tabellen = st.integers(1, 3).flatmap(
    lambda n: st.lists(st.tuples(*[_cellen] * n), min_size=1, max_size=3).map(_met_brede_cellen)
)
_blokken: st.SearchStrategy[Blok] = st.one_of(
    _stukjes.map(Alinea),
    _stukjes.map(Tussenkop),
    st.lists(_punten, min_size=1, max_size=3).map(lambda punten: Lijst(tuple(punten))),
    _tabellen,
)


@settings(deadline=None, max_examples=60)
@given(st.lists(_blokken, max_size=5))
def test_what_is_shown_reads_back_the_same(qapp: QApplication, blokken: list[Blok]) -> None:
    document = QTextDocument()
    vul_document(document, blokken)
    assert list(lees_document(document)) == blokken
    vul_document(document, lees_document(document))
    assert list(lees_document(document)) == blokken


@pytest.mark.parametrize("nota", voorbeeld().notas.values(), ids=lambda nota: nota.id)
def test_every_text_of_the_sample_is_stored_as_it_was(qapp: QApplication, nota: object) -> None:
    document = QTextDocument()
    for sectie in nota.secties:  # type: ignore[attr-defined]
        vul_document(document, lees(sectie.tekst))
        assert schrijf(lees_document(document)) == schrijf(lees(sectie.tekst))


@pytest.mark.parametrize(
    ("punten", "begin", "merken"),
    [
        ([(0, "1."), (0, "1."), (1, "a."), (1, "c."), (0, "9.")], 1, ["1.", "2.", "a.", "b.", "3."]),
        ([(0, "3."), (0, "1.")], 3, ["3.", "4."]),
        ([(0, "-"), (0, "1."), (1, "1."), (0, "1."), (1, "7.")], 1, ["-", "1.", "1.", "2.", "1."]),
        ([(0, "1.2"), (0, "5."), (2, "x.")], 1, ["1.2", "1.", "a."]),
    ],
)
def test_numbers_and_letters_of_a_list_count_on(punten: list[tuple[int, str]], begin: int, merken: list[str]) -> None:
    assert hernummer(punten, begin) == merken
