"""Remarks are kept, answered and dealt with, and change nothing of the meeting."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_nota, een_opname, een_sectie, een_stuk, een_vergadering
from tk_desktop.domain.opmerking import Opmerkingen, Waarover
from tk_desktop.meeting.aanhouden import continue_punt, hold_over
from tk_desktop.meeting.notas import change_nota
from tk_desktop.meeting.opmerkingen import (
    OpmerkingLeeg,
    add_opmerking,
    answer_opmerking,
    delete_opmerking,
    edit_opmerking,
    opmerkingen_van,
    reopen_opmerking,
    settle_opmerking,
)
from tk_desktop.meeting.stukken import remove_stukken
from tk_desktop.meeting.vergaderingen import Vergaderplan, plan_vergadering
from tk_desktop.pack.zoeken import find
from tk_desktop.store.fouten import NietGevonden
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 2, 20, 14, 30)
LATER = datetime(2026, 2, 21, 9, 0)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        punten = [
            een_agendapunt(id="oever", volgorde="a", titel="Oever"),
            een_agendapunt(id="haven", volgorde="b", titel="Haven"),
        ]
        nota = een_nota(id="nota", stuk_id="stuk", secties=(een_sectie(id="inleiding"),))
        opname = een_opname(
            vergadering=een_vergadering(id="hier"),
            agendapunten=punten,
            stukken=[een_stuk(id="stuk", agendapunt_id="oever")],
            notas={"stuk": nota},
        )
        bewaar(geopend, opname)
        yield geopend


def _hier(store: Store, vergadering_id: str = "hier") -> Opmerkingen:
    return opmerkingen_van(store, store.opname(vergadering_id))


def test_a_remark_is_kept_with_its_place_and_who_said_it(store: Store) -> None:
    over = Waarover(nota_id="nota", sectie_id="inleiding")
    gemaakt = add_opmerking(store, over, " Te lang ", wie=" Roos van Dalen ", nu=NU)
    add_opmerking(store, Waarover(vergadering_id="hier"), "Mag korter", wie="", nu=NU)
    assert (gemaakt.tekst, gemaakt.wie, gemaakt.waarover, gemaakt.is_open) == ("Te lang", "Roos van Dalen", over, True)
    uit = _hier(store)
    assert [(regel.opmerking.tekst, regel.plaats.punt_id) for regel in uit.regels] == [
        ("Mag korter", ""),
        ("Te lang", "oever"),
    ]
    assert (uit.aantal_open, uit.per_punt) == (2, {"oever": 1})


def test_a_remark_is_changed_and_removed(store: Store) -> None:
    een = add_opmerking(store, Waarover(agendapunt_id="haven"), "Te lang", wie="Roos", nu=NU)
    anders = edit_opmerking(store, een.id, tekst="Veel te lang", wie="Bram")
    assert store.opmerkingen.all() == (anders,)
    assert (anders.tekst, anders.wie, anders.moment) == ("Veel te lang", "Bram", NU)
    assert delete_opmerking(store, een.id) == anders
    assert store.opmerkingen.all() == ()


def test_an_answer_deals_with_a_remark_unless_it_is_to_stay_open(store: Store) -> None:
    een = add_opmerking(store, Waarover(agendapunt_id="haven"), "Te lang", wie="Roos", nu=NU)
    beantwoord = answer_opmerking(store, een.id, "Ingekort", wie="Bram", nu=LATER)
    assert (beantwoord.antwoord, beantwoord.afgehandeld, beantwoord.afgehandeld_door) == ("Ingekort", LATER, "Bram")
    weer = reopen_opmerking(store, een.id)
    assert (weer.antwoord, weer.is_open, weer.afgehandeld_door) == ("Ingekort", True, "")
    assert answer_opmerking(store, een.id, "Nog even", wie="Bram", nu=LATER, afgehandeld=False).is_open
    klaar = settle_opmerking(store, een.id, wie="Bram", nu=LATER)
    assert settle_opmerking(store, een.id, wie="Roos", nu=NU) == klaar
    assert _hier(store).aantal_open == 0


def test_a_remark_without_words_is_refused(store: Store) -> None:
    with pytest.raises(OpmerkingLeeg):
        add_opmerking(store, Waarover(vergadering_id="hier"), "  ", wie="Roos", nu=NU)
    een = add_opmerking(store, Waarover(vergadering_id="hier"), "Kort", wie="Roos", nu=NU)
    with pytest.raises(OpmerkingLeeg):
        edit_opmerking(store, een.id, tekst="", wie="Roos")
    with pytest.raises(NietGevonden):
        delete_opmerking(store, "nergens")
    assert store.opmerkingen.all() == (een,)


def test_remarks_change_nothing_of_the_meeting_and_are_never_found(store: Store) -> None:
    voor = store.opname("hier")
    for over in (Waarover(vergadering_id="hier"), Waarover(agendapunt_id="oever"), Waarover(nota_id="nota")):
        add_opmerking(store, over, "Zwanenzang", wie="Roos", nu=NU)
    assert store.opname("hier") == voor
    assert find(store, "Zwanenzang") == ()


def test_a_remark_goes_with_its_item_and_comes_back_with_it(store: Store) -> None:
    een = add_opmerking(store, Waarover(agendapunt_id="haven"), "Te lang", wie="Roos", nu=NU)

    def verwijder() -> None:
        with store.transaction():
            store.agendapunten.delete("haven")

    _, wijziging = store.record(verwijder)
    assert store.opmerkingen.all() == ()
    store.redo(wijziging.terug())
    assert store.opmerkingen.all() == (een,)


def test_a_remark_on_a_section_that_goes_stays_with_its_nota(store: Store) -> None:
    add_opmerking(store, Waarover(nota_id="nota", sectie_id="inleiding"), "Te lang", wie="Roos", nu=NU)
    nota = store.notas.get("nota")

    def zonder() -> None:
        with store.transaction():
            store.notas.save(een_nota(id="nota", stuk_id="stuk", registratienummer=nota.registratienummer))

    _, wijziging = store.record(zonder)
    assert [regel.plaats.naam for regel in _hier(store).regels] == ["Adviesnota 1 Veilige oevers"]
    store.redo(wijziging.terug())
    assert _hier(store).regels[0].plaats.sectie_id == "inleiding"
    change_nota(store, "nota", onderwerp="Oevers")
    assert _hier(store).regels[0].plaats.sectie_id == "inleiding"


def test_a_remark_on_a_nota_that_was_put_away_can_still_be_read(store: Store) -> None:
    add_opmerking(store, Waarover(nota_id="nota"), "Te lang", wie="Roos", nu=NU)
    remove_stukken(store, ["stuk"], NU)
    (regel,) = _hier(store).regels
    assert regel.plaats.naam == "Veilige oevers, in de prullenbak"
    assert _hier(store).per_punt == {}


def test_no_copy_of_an_item_or_a_meeting_has_the_remarks(store: Store) -> None:
    for over in (Waarover(vergadering_id="hier"), Waarover(agendapunt_id="oever"), Waarover(nota_id="nota")):
        add_opmerking(store, over, "Te lang", wie="Roos", nu=NU)
    gremium = store.opname("hier").gremium.id
    volgende = plan_vergadering(
        store, Vergaderplan(gremium_id=gremium, datum=date(2026, 6, 3), bron_id="hier", met_inhoud=True)
    )
    continue_punt(store, "oever", volgende.id)
    hold_over(store, "oever", volgende.id, "Nog niet af")
    assert _hier(store, volgende.id).regels == ()
    assert len(_hier(store).regels) == 3
