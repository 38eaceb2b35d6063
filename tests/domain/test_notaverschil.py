"""What differs between two states of a nota is readable, and tells all of both."""

import itertools
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bouwers import een_argument, een_nota, een_sectie, een_voorstelpunt
from tk_desktop.domain.nota import Sectiesoort
from tk_desktop.domain.notaverschil import MEESTE_WOORDEN, Aandeel, verschil, woordverschil

_tekst = st.lists(st.sampled_from(["de", "het", "oever", "kade.", "€ 5", "\n", "  "]), max_size=30).map(" ".join)


@settings(deadline=None)
@given(_tekst | st.text(max_size=60), _tekst | st.text(max_size=60))
def test_what_stayed_and_went_is_the_old_text_and_what_stayed_and_came_the_new(oud: str, nieuw: str) -> None:
    delen = woordverschil(oud, nieuw)
    assert "".join(tekst for aandeel, tekst in delen if aandeel is not Aandeel.ERBIJ) == oud
    assert "".join(tekst for aandeel, tekst in delen if aandeel is not Aandeel.WEG) == nieuw
    assert all(tekst for _, tekst in delen)
    assert all(een[0] is not ander[0] for een, ander in itertools.pairwise(delen))


def test_one_changed_word_is_one_word_of_difference() -> None:
    assert woordverschil("De oude oever.\nKlaar.", "De nieuwe oever.\nKlaar.") == (
        (Aandeel.GELIJK, "De"),
        (Aandeel.WEG, " oude"),
        (Aandeel.ERBIJ, " nieuwe"),
        (Aandeel.GELIJK, " oever.\nKlaar."),
    )


def test_a_very_long_text_is_compared_without_end() -> None:
    lang = "woord " * MEESTE_WOORDEN
    assert woordverschil(lang, lang + "anders") == ((Aandeel.WEG, lang), (Aandeel.ERBIJ, lang + "anders"))


def test_only_sections_that_differ_are_told_with_their_heading_and_a_section_that_went_in_its_place() -> None:
    effect = een_sectie(soort=Sectiesoort.BEOOGD_EFFECT, kop="Beoogd effect", tekst="Droog.", volgorde="c")
    slot = een_sectie(soort=Sectiesoort.VERVOLG, kop="Vervolg", tekst="Na de zomer.", volgorde="d")
    inleiding = een_sectie(volgorde="b")
    oud = een_nota(secties=(inleiding, effect, slot))
    nieuw = replace(oud, onderwerp="Stevige oevers", secties=(inleiding, replace(slot, tekst="Na de winter.")))
    assert [regel.kop for regel in verschil(oud, nieuw)] == ["Onderwerp", "Beoogd effect", "Vervolg"]
    assert verschil(oud, nieuw)[1].delen == ((Aandeel.WEG, "Droog."),)
    assert verschil(oud, oud) == ()


def test_the_proposal_and_its_numbered_reasons_are_part_of_the_difference() -> None:
    punt = een_voorstelpunt(tekst="Het plan vast te stellen.")
    secties = (
        een_sectie(soort=Sectiesoort.VOORSTEL, kop="Voorstel", tekst="", volgorde="b"),
        een_sectie(soort=Sectiesoort.ARGUMENTEN, kop="Argumenten", tekst="", volgorde="c"),
    )
    oud = een_nota(secties=secties, voorstel=(punt,))
    nieuw = replace(oud, argumenten=(een_argument(kop="Het is **nodig**", tekst="Nu.", voorstelpunt_id=punt.id),))
    (regel,) = verschil(oud, nieuw)
    assert (regel.kop, regel.delen) == ("Argumenten", ((Aandeel.ERBIJ, "1.1 Het is nodig\nNu."),))


def test_a_change_of_print_alone_is_told_as_such() -> None:
    sectie = een_sectie(tekst="De oever.")
    oud = een_nota(secties=(sectie,))
    (regel,) = verschil(oud, replace(oud, secties=(replace(sectie, tekst="De **oever**."),)))
    assert regel.alleen_opmaak
