"""A nota that is edited keeps its texts, and its reasons keep to their point."""

from collections.abc import Callable
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bouwers import een_argument, een_nota, een_sectie, een_voorstelpunt
from tk_desktop.domain.nota import FORMULIEREN, Aard, Behandelaar, Nota, Sectie, Sectiesoort, Vorm
from tk_desktop.domain.notabewerking import (
    behandelaarsregels,
    in_vorm,
    ingevuld,
    lees_behandelaars,
    met_argument,
    met_behandelaars,
    met_verplaatst_argument,
    met_voorstel,
    ontbrekende_koppen,
    verplicht,
    zonder_argument,
)
from tk_desktop.domain.volgorde import reeks


def _nieuwe() -> Callable[[], str]:
    teller = count(1)
    return lambda: f"nieuw-{next(teller)}"


def _met_redenen() -> Nota:
    een, twee = een_voorstelpunt(id="een"), een_voorstelpunt(id="twee")
    redenen = tuple(
        een_argument(id=id_, volgorde=plek, voorstelpunt_id=punt)
        for (id_, punt), plek in zip((("a", "een"), ("b", "twee"), ("c", "twee")), "bcd", strict=True)
    )
    return een_nota(voorstel=(een, twee), argumenten=redenen)


def _nummers(nota: Nota) -> list[tuple[str, str]]:
    return [(nummer, reden.id) for nummer, reden in nota.redenen(Aard.ARGUMENT)]


def test_reasons_of_a_point_that_goes_stay_loose_with_their_number_and_come_back_with_a_new_point() -> None:
    nota = _met_redenen()
    zonder = met_voorstel(nota, nota.voorstel[:1])
    assert _nummers(zonder) == [("1.1", "a"), ("2.1", "b"), ("2.2", "c")]
    assert [reden.voorstelpunt_id for reden in zonder.argumenten] == ["een", None, None]
    weer = met_voorstel(zonder, (*zonder.voorstel, een_voorstelpunt(id="nieuw")))
    assert _nummers(weer) == _nummers(nota)
    assert [(reden.voorstelpunt_id, reden.los_nummer) for reden in weer.argumenten[1:]] == [("nieuw", "")] * 2


def test_reasons_move_with_their_point() -> None:
    nota = _met_redenen()
    assert _nummers(met_voorstel(nota, nota.voorstel[::-1])) == [("1.1", "b"), ("1.2", "c"), ("2.1", "a")]


def test_a_reason_is_added_changed_moved_and_removed() -> None:
    nota = met_argument(_met_redenen(), een_argument(id="d", volgorde="", voorstelpunt_id="een", kop="Nieuw"))
    assert _nummers(nota) == [("1.1", "a"), ("1.2", "d"), ("2.1", "b"), ("2.2", "c")]
    anders = met_argument(nota, replace(nota.argumenten[-1], kop="Anders"))
    assert [(r.id, r.kop) for _, r in anders.redenen(Aard.ARGUMENT)][1] == ("d", "Anders")
    assert _nummers(met_verplaatst_argument(nota, "d", "twee", "b")) == [
        ("1.1", "a"), ("2.1", "b"), ("2.2", "d"), ("2.3", "c"),
    ]  # fmt: skip
    assert _nummers(met_verplaatst_argument(nota, "c", "een", None)) == [
        ("1.1", "c"), ("1.2", "a"), ("1.3", "d"), ("2.1", "b"),
    ]  # fmt: skip
    assert _nummers(zonder_argument(nota, "a")) == [("1.1", "d"), ("2.1", "b"), ("2.2", "c")]


_veld = st.text("abc é.-", max_size=9).map(lambda t: " ".join(t.split())).filter(lambda t: not t.startswith("tel."))


@settings(deadline=None)
@given(st.lists(st.tuples(_veld.filter(bool), _veld, st.text("06-1 2", max_size=8).map(str.strip)), max_size=4))
def test_officials_written_as_lines_are_read_back_the_same(wie: list[tuple[str, str, str]]) -> None:
    nota = met_behandelaars(een_nota(), wie, _nieuwe())
    assert list(lees_behandelaars(behandelaarsregels(nota.behandelaars))) == wie


def test_an_official_who_stays_keeps_the_place_and_the_id() -> None:
    nota = een_nota(behandelaars=(Behandelaar(id="roos", volgorde="c", naam="Roos van Dalen"),))
    nieuw = met_behandelaars(nota, lees_behandelaars("Bram Kade\nRoos van Dalen, adviseur, tel. 010-1"), _nieuwe())
    assert [(wie.id, wie.functie, wie.telefoon) for wie in nieuw.behandelaars] == [
        ("nieuw-1", "", ""),
        ("roos", "adviseur", "010-1"),
    ]
    assert lees_behandelaars("Roos, adviseur, water en kade\n\n, los") == (("Roos", "adviseur, water en kade", ""),)


def _leeg(vorm: Vorm, **teksten: str) -> Nota:
    vragen = FORMULIEREN[vorm].secties
    secties = tuple(
        Sectie(id=f"s{rang}", volgorde=plek, soort=v.soort, kop=v.kop, tekst=teksten.get(v.soort.name.lower(), ""))
        for rang, (v, plek) in enumerate(zip(vragen, reeks(len(vragen)), strict=True))
    )
    return een_nota(vorm=vorm, secties=secties)


@st.composite
def _notas(trek: st.DrawFn) -> Nota:
    leeg = _leeg(trek(st.sampled_from(Vorm)))
    secties = tuple(replace(s, tekst=trek(st.sampled_from(["", f"Tekst van {s.kop}."]))) for s in leeg.secties)
    heeft = {sectie.soort for sectie in secties}
    punt = een_voorstelpunt()
    return replace(
        leeg,
        secties=secties,
        voorstel=(punt,) if Sectiesoort.VOORSTEL in heeft and trek(st.booleans()) else (),
        argumenten=tuple(
            een_argument(aard=aard)
            for aard in Aard
            if Sectiesoort(aard.value + "en" * (aard is Aard.ARGUMENT)) in heeft
        ),
    )


def _inhoud(nota: Nota) -> list[tuple[Sectiesoort, str, str]]:
    rij = sorted(nota.secties, key=lambda sectie: sectie.volgorde)
    return [(sectie.soort, sectie.kop, sectie.tekst) for sectie in rij]


@settings(deadline=None)
@given(_notas(), st.lists(st.sampled_from(Vorm), max_size=3))
def test_a_nota_that_returns_to_its_form_has_every_text_where_it_was(nota: Nota, langs: list[Vorm]) -> None:
    teksten = sorted(sectie.tekst for sectie in nota.secties if sectie.tekst)
    onderweg = nota
    for vorm in langs:
        onderweg = in_vorm(onderweg, vorm, _nieuwe())
        assert sorted(sectie.tekst for sectie in onderweg.secties if sectie.tekst) == teksten
        assert (onderweg.voorstel, onderweg.argumenten) == (nota.voorstel, nota.argumenten)
        gevraagd = [(vraag.soort, vraag.kop) for vraag in FORMULIEREN[vorm].secties]
        assert [(soort, kop) for soort, kop, _ in _inhoud(onderweg) if (soort, kop) in gevraagd] == gevraagd
    assert _inhoud(in_vorm(onderweg, nota.vorm, _nieuwe())) == _inhoud(nota)


def test_a_text_without_a_place_in_the_new_form_stands_before_the_bijlagen() -> None:
    nota = _leeg(Vorm.ADVIESNOTA, kosten="€ 5.", inleiding="Aanleiding.")
    anders = in_vorm(nota, Vorm.INFORMATIENOTA_DOEL, _nieuwe())
    assert [(soort, kop) for soort, kop, _ in _inhoud(anders)][-3:] == [
        (Sectiesoort.VRIJ, "Kosten, baten, dekking"),
        (Sectiesoort.BIJLAGEN, "Bijlage(n)"),
        (Sectiesoort.BESLUIT, "Besluit"),
    ]


def test_the_count_of_filled_sections_leaves_out_the_decision_and_what_is_free_to_leave_empty() -> None:
    nota = _leeg(Vorm.ADVIESNOTA, inleiding="Aanleiding.", kosten="€ 5.")
    assert ingevuld(nota, met_bijlagen=False) == (2, 8)
    assert ingevuld(nota, met_bijlagen=True) == (3, 9)
    besluit = next(sectie for sectie in nota.secties if sectie.soort is Sectiesoort.BESLUIT)
    assert not verplicht(nota, besluit)


@pytest.mark.parametrize("vorm", Vorm)
def test_required_sections_that_are_empty_or_absent_are_named_in_order(vorm: Vorm) -> None:
    verplichte = [vraag.kop for vraag in FORMULIEREN[vorm].secties if vraag.verplicht]
    assert list(ontbrekende_koppen(_leeg(vorm))) == verplichte
    assert list(ontbrekende_koppen(een_nota(vorm=vorm, secties=()))) == verplichte
    vol = replace(_leeg(vorm), voorstel=(een_voorstelpunt(),), secties=tuple(
        een_sectie(soort=vraag.soort, kop=vraag.kop) for vraag in FORMULIEREN[vorm].secties
    ))  # fmt: skip
    assert ontbrekende_koppen(vol) == ()
