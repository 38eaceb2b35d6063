"""A text reduced to what stays the same however it was set and read."""

import pytest

from tk_desktop.domain.verankering.tekst import Bladbeeld, Documenttekst, letters, letters_van, zelfde_woorden


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("de communicatie", "de communi-\n  catie"),
        ("de communicatie", "de com\u00admunicatie"),
        ("de officiële brief", "de oﬃciële   brief"),
        ("‘Roos’ zegt “ja”", "'Roos' zegt \"ja\""),
        ("werk- en rusttijden", "werk-\nen rusttijden"),
        ("• eerste punt", "- eerste punt"),
        ("Begroting ........ 12", "Begroting .... 12"),
    ],
)
def test_what_is_only_set_otherwise_reads_the_same(een: str, ander: str) -> None:
    assert letters_van(een).fijn == letters_van(ander).fijn


@pytest.mark.parametrize(
    ("een", "ander"),
    [("€ 35.000", "€ 35,000"), ("2019-2020", "20192020"), ("De raad", "de raad"), ("later", "latter"), ("a. b", "a b")],
)
def test_what_is_written_otherwise_reads_otherwise(een: str, ander: str) -> None:
    assert not zelfde_woorden(letters_van(een).fijn, letters_van(ander).fijn)


def test_lost_glyphs_are_no_other_words_but_lost_digits_are() -> None:
    assert zelfde_woorden(letters_van("organisatie").fijn, letters_van("organisa\ufffde").fijn)
    assert zelfde_woorden(letters_van("organisatie").fijn, letters_van("organisaVe").fijn)
    assert not zelfde_woorden(letters_van("€ 35.000").fijn, letters_van("€ \ufffd.000").fijn)


def test_every_letter_knows_where_it_stands_on_its_page() -> None:
    paginas = ("De oﬃciële  brief.\n", "Aan de leden")
    gelezen = letters(Documenttekst(paginas=paginas))
    assert gelezen.fijn == "Deofficiëlebrief.Aandeleden"
    for teken, plaats in zip(gelezen.fijn, gelezen.plek, strict=True):
        pagina, offset = gelezen.op_pagina(plaats)
        assert teken in {paginas[pagina - 1][offset], "f", "i"}
        assert gelezen.plaats(pagina, offset) == plaats
    assert [gelezen.grof[plek] for plek in gelezen.woorden] == ["d", "o", "b", "a", "d", "e"]


def test_every_page_has_a_picture_or_none_has() -> None:
    with pytest.raises(ValueError, match="beeld"):
        Documenttekst(paginas=("een", "twee"), beelden=(Bladbeeld(1),))
