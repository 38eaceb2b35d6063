"""A remark is about one thing, and stands where that thing stands on the agenda."""

from datetime import datetime
from typing import Any

import pytest

from tests.bouwers import een_agendapunt, een_nota, een_opname, een_sectie, een_stuk
from tk_desktop.domain.agenda import Puntstaat
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import Sectiesoort
from tk_desktop.domain.opmerking import Opmerking, Waarover, geplaatst, plaats_van


def _opmerking(id_: str, **over: Any) -> Opmerking:
    return Opmerking(**{"id": id_, "wie": "Roos", "moment": datetime(2026, 2, 20, 9), "tekst": "Te lang", **over})


@pytest.fixture
def opname() -> Momentopname:
    punten = [
        een_agendapunt(id="opening", volgorde="a", titel="Opening"),
        een_agendapunt(id="oever", volgorde="b", titel="Oever"),
        een_agendapunt(id="ruil", volgorde="c", titel="Grondruil", besloten=True),
        een_agendapunt(id="weg", volgorde="d", titel="Sluis", staat=Puntstaat.INGETROKKEN, reden="Vervallen"),
    ]
    secties = (
        een_sectie(id="effect", volgorde="b", soort=Sectiesoort.BEOOGD_EFFECT, kop="Beoogd effect"),
        een_sectie(id="inleiding", volgorde="a", kop="Inleiding"),
    )
    return een_opname(
        agendapunten=punten,
        stukken=[
            een_stuk(id="stuk", agendapunt_id="oever", titel="Veilige oevers"),
            een_stuk(id="oud", agendapunt_id="weg", titel="Sluisplan"),
        ],
        notas={
            "stuk": een_nota(id="nota", stuk_id="stuk", secties=secties),
            "oud": een_nota(id="oudenota", stuk_id="oud"),
        },
    )


@pytest.mark.parametrize(
    ("over", "naam"),
    [
        (Waarover(vergadering_id="v"), "De hele vergadering"),
        (Waarover(agendapunt_id="oever"), "2 Oever"),
        (Waarover(agendapunt_id="ruil"), "Besloten: 3 Grondruil"),
        (Waarover(agendapunt_id="weg"), "Sluis, niet meer op de agenda"),
        (Waarover(nota_id="nota"), "Adviesnota 2 Veilige oevers"),
        (Waarover(nota_id="nota", sectie_id="effect"), "Adviesnota 2 Veilige oevers › Beoogd effect"),
        (Waarover(nota_id="nota", sectie_id="weg"), "Adviesnota 2 Veilige oevers"),
        (Waarover(nota_id="oudenota"), "Sluisplan, niet meer op de agenda"),
        (Waarover(nota_id="weggelegd"), "Kademuur, in de prullenbak"),
        (Waarover(nota_id="onbekend"), "Een nota, in de prullenbak"),
    ],
)
def test_a_remark_is_named_by_what_it_is_about(opname: Momentopname, over: Waarover, naam: str) -> None:
    assert plaats_van(opname, over, {"weggelegd": "Kademuur"}).naam == naam


def test_remarks_stand_in_the_order_of_the_agenda_and_then_of_time(opname: Momentopname) -> None:
    later = datetime(2026, 2, 21, 9)
    uit = geplaatst(
        opname,
        [
            _opmerking("weggelegd", nota_id="weggelegd"),
            _opmerking("afgevoerd", agendapunt_id="weg"),
            _opmerking("effect", nota_id="nota", sectie_id="effect"),
            _opmerking("inleiding", nota_id="nota", sectie_id="inleiding", afgehandeld=later),
            _opmerking("later", agendapunt_id="oever", moment=later),
            _opmerking("eerder", agendapunt_id="oever"),
            _opmerking("opening", agendapunt_id="opening"),
            _opmerking("alles", vergadering_id="v"),
        ],
    )
    assert [regel.opmerking.id for regel in uit.regels] == [
        "alles",
        "opening",
        "eerder",
        "later",
        "inleiding",
        "effect",
        "afgevoerd",
        "weggelegd",
    ]
    assert (uit.aantal_open, uit.per_punt) == (7, {"opening": 1, "oever": 3})


@pytest.mark.parametrize(
    "over",
    [{}, {"vergadering_id": "v", "nota_id": "n"}, {"agendapunt_id": "p", "sectie_id": "s"}],
)
def test_a_remark_is_about_one_thing(over: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"gaat over|hoort bij"):
        Waarover(**over)
    with pytest.raises(ValueError, match=r"gaat over|hoort bij"):
        _opmerking("x", **over)


def test_a_remark_has_words() -> None:
    with pytest.raises(ValueError, match="tekst"):
        _opmerking("x", vergadering_id="v", tekst=" ")
