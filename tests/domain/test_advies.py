"""Advice holds for the words it was given on."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.bouwers import een_argument, een_nota, een_sectie, een_voorstelpunt
from tk_desktop.domain.advies import Advies, Adviesstand, Oordeel, afdruk, bezwaar, regels
from tk_desktop.domain.nota import Nota, Sectiesoort, Vorm
from tk_desktop.domain.notabewerking import in_vorm

DAG = date(2026, 3, 2)


def _nota(tekst: str = "De oevers verzakken.", besluit: str = "", **anders: Any) -> Nota:
    secties = (
        een_sectie(id="i", volgorde="a", tekst=tekst),
        een_sectie(id="b", volgorde="b", soort=Sectiesoort.BESLUIT, kop="Besluit", tekst=besluit),
    )
    return een_nota(**{"id": "nota", "secties": secties, **anders})


def _advies(**anders: Any) -> Advies:
    return Advies(
        **{"id": "a", "nota_id": "nota", "volgorde": "a", "van": "Financiën", "gevraagd": date(2026, 2, 20), **anders}
    )


def _gegeven(nota: Nota, oordeel: Oordeel = Oordeel.POSITIEF, **anders: Any) -> Advies:
    return _advies(**anders).met_oordeel(oordeel, "", DAG, afdruk(nota))


@pytest.mark.parametrize(
    "anders",
    [
        _nota(tekst="De **oevers** verzakken."),
        _nota(tekst="De oevers\nverzakken."),
        _nota(besluit="Conform"),
        _nota(registratienummer="2026-000099", domein="Water"),
    ],
    ids=["vet", "regeleinde", "besluit", "gegevens"],
)
def test_manner_of_print_decision_and_numbers_leave_advice_as_it_is(anders: Nota) -> None:
    assert _gegeven(_nota()).stand(afdruk(anders)) is Adviesstand.GEGEVEN


@pytest.mark.parametrize(
    "anders",
    [
        _nota(tekst="De oevers verzakken snel."),
        _nota(onderwerp="Onveilige oevers"),
        _nota(voorstel=(een_voorstelpunt(),), secties=(een_sectie(soort=Sectiesoort.VOORSTEL, kop="Voorstel"),)),
        _nota(argumenten=(een_argument(),), secties=(een_sectie(soort=Sectiesoort.ARGUMENTEN, kop="Argumenten"),)),
    ],
    ids=["tekst", "onderwerp", "voorstel", "argument"],
)
def test_other_words_make_advice_lapse(anders: Nota) -> None:
    (regel,) = regels(anders, [_gegeven(_nota())], DAG)
    assert (regel.stand, regel.woord) == (Adviesstand.VERVALLEN, "vervallen (de nota is gewijzigd)")
    assert bezwaar(regel) == "het advies van Financiën is vervallen, want de nota is daarna gewijzigd"


def test_words_that_come_back_bring_the_advice_back() -> None:
    nota = _nota()
    gewijzigd = replace(nota, onderwerp="Anders")
    gegeven = _gegeven(nota)
    assert gegeven.stand(afdruk(gewijzigd)) is Adviesstand.VERVALLEN
    assert gegeven.stand(afdruk(replace(gewijzigd, onderwerp=nota.onderwerp))) is Adviesstand.GEGEVEN


def test_another_form_that_keeps_all_words_keeps_the_advice() -> None:
    nota = een_nota(id="nota", secties=(een_sectie(id="i", volgorde="a"),))
    tellen = iter(range(99))
    ander = in_vorm(nota, Vorm.OPINIERENDE_NOTA, lambda: f"s{next(tellen)}")
    assert afdruk(ander) == afdruk(nota)


def test_advice_is_late_when_its_last_day_is_over() -> None:
    gevraagd = _advies(uiterlijk=DAG)
    assert not gevraagd.is_te_laat(DAG)
    assert gevraagd.is_te_laat(date(2026, 3, 3))
    assert not _advies().is_te_laat(date(2030, 1, 1))
    assert not _gegeven(_nota(), uiterlijk=DAG).is_te_laat(date(2030, 1, 1))


def test_what_speaks_against_approving_is_told_and_nothing_else() -> None:
    nota = _nota()
    alle = [
        _gegeven(nota, id="p"),
        _gegeven(nota, Oordeel.MET_OPMERKINGEN, id="o", van="Juridische zaken"),
        _gegeven(nota, Oordeel.NEGATIEF, id="n", van="Inkoop"),
        _advies(id="g", van="Beheer", uiterlijk=DAG),
    ]
    uit = regels(nota, alle, date(2026, 3, 4))
    assert [regel.woord for regel in uit] == [
        "te laat (uiterlijk 2-3-2026)",
        "negatief",
        "met opmerkingen",
        "positief",
    ]
    assert [bezwaar(regel) for regel in uit] == [
        "het advies van Beheer is nog niet gegeven",
        "Inkoop adviseert negatief",
        "",
        "",
    ]


def test_only_the_last_advice_of_somebody_counts() -> None:
    nota = _nota()
    eerst = _gegeven(nota, Oordeel.NEGATIEF, id="1", volgorde="a")
    later = _gegeven(nota, id="2", volgorde="b", van="financiën ")
    assert [(regel.telt, bezwaar(regel)) for regel in regels(nota, [later, eerst], DAG)] == [(False, ""), (True, "")]


def test_advice_is_asked_of_somebody() -> None:
    with pytest.raises(ValueError, match="iemand"):
        _advies(van=" ")
