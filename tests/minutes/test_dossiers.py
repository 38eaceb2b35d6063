"""A meeting is closed as a dossier when all of it is settled; what belongs to it does not change after that."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

import pytest

from tests.bouwers import een_stuk, een_stukversie, een_vergadering
from tests.zittingbouwers import een_besluit, een_gebeurtenis, een_geheimhouding, een_presentie
from tk_desktop.base.errors import TkError
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.domain.dossier import (
    DossierAlGesloten,
    DossierNietGesloten,
    DossierNietKlaar,
    DossierstapTeVroeg,
    HeropenredenOntbreekt,
)
from tk_desktop.domain.geheimhouding import Geheimstap
from tk_desktop.domain.vergadering import Status
from tk_desktop.minutes.besluiten import record_besluit
from tk_desktop.minutes.dossiers import close_dossier, dossier_of, reasons_against, reopen_dossier
from tk_desktop.minutes.geheimhouding import lift_geheimhouding
from tk_desktop.minutes.verloop import close_zitting, open_zitting
from tk_desktop.minutes.verslagen import add_correctie, approve_verslag, reopen_verslag, write_besproken
from tk_desktop.store.fouten import DossierGesloten
from tk_desktop.store.werkmap import Store

MAART, APRIL, MEI = date(2026, 3, 11), date(2026, 4, 8), date(2026, 5, 13)


@pytest.fixture
def klaar(store: Store) -> Store:
    """The meeting of March, held, decided and approved."""
    open_zitting(store, "maart", time(9))
    write_besproken(store, "oever", "De commissie vraagt naar de kosten.")
    record_besluit(store, "oever", Uitkomst.CONFORM, op=MAART)
    close_zitting(store, "maart", time(10))
    approve_verslag(store, "maart", op=APRIL)
    return store


def test_a_meeting_of_which_all_is_settled_is_closed_as_a_dossier(klaar: Store) -> None:
    dossier = close_dossier(klaar, "maart", op=MEI, wie=" Femke  Aalders ")
    assert (dossier.gesloten_op, dossier.regels[0].wie) == (MEI, "Femke Aalders")
    assert klaar.dossiers.van_vergadering("maart") == dossier


def test_every_reason_against_closing_is_told_at_once(store: Store) -> None:
    store.stukken.save(een_stuk(id="plan", vergadering_id="maart", agendapunt_id="oever", titel="Projectplan"))
    duty = een_geheimhouding(
        gremium_id="bc", agendapunten=("koop",), gebeurtenissen=(een_gebeurtenis(Geheimstap.OPGELEGD, MAART),)
    )
    store.geheimhoudingen.save(duty)
    open_zitting(store, "maart", time(9))
    store.besluiten.save(een_besluit(agendapunt_id="sluis", tekst="", voorgesteld=""))
    with pytest.raises(DossierNietKlaar) as fout:
        close_dossier(store, "maart", op=MEI)
    for zin in (
        "De vergadering is nog niet geëindigd.",
        "Het verslag is niet vastgesteld.",
        "Zonder besluit: punt 2.",
        "Een besluit zonder nummer: punt 3.",
        "Een besluit zonder tekst: punt 3.",
        "Aangekondigd en niet ontvangen: ‘Projectplan’.",
        "De geheimhouding op ‘Onderhandeling over de sluis’ is niet bekrachtigd of opgeheven, en heeft geen einddatum.",
    ):
        assert zin in str(fout.value)
    assert store.dossiers.all() == ()


def test_secrecy_past_its_day_waits_for_a_decision(klaar: Store) -> None:
    stap = een_gebeurtenis(Geheimstap.OPGELEGD, MAART)
    duty = een_geheimhouding(
        id="plicht", gremium_id="bc", agendapunten=("koop",), gebeurtenissen=(stap,), einddatum=APRIL
    )
    klaar.geheimhoudingen.save(duty)
    assert reasons_against(klaar, "maart", date(2026, 4, 7)) == ()
    assert "over haar einddatum" in reasons_against(klaar, "maart", APRIL)[0]
    lift_geheimhouding(klaar, "plicht", op=APRIL, orgaan="de bestuurscommissie")
    assert reasons_against(klaar, "maart", MEI) == ()


def test_what_changed_after_approval_is_a_reason_too(klaar: Store) -> None:
    klaar.presenties.save(een_presentie(vergadering_id="maart", naam="Nieuwe Naam"))
    assert reasons_against(klaar, "maart", MEI) == ("Na de vaststelling van het verslag is er iets gewijzigd.",)


def test_a_meeting_that_was_called_off_needs_no_verslag(store: Store) -> None:
    store.vergaderingen.save(een_vergadering(id="af", gremium_id="bc", status=Status.GEANNULEERD))
    assert close_dossier(store, "af", op=MEI).gesloten_op == MEI


CHANGES: dict[str, Callable[[Store], object]] = {
    "an item": lambda store: store.agendapunten.save(replace(store.agendapunten.get("oever"), titel="Anders")),
    "no meeting at all": lambda store: store.vergaderingen.delete("maart"),
    "a paper": lambda store: store.stukken.save(een_stuk(vergadering_id="maart")),
    "a draft again": lambda store: reopen_verslag(store, "maart", op=MEI),
    "a correction": lambda store: add_correctie(store, "maart", was="kosten", wordt="baten", op=MEI),
}


@pytest.mark.parametrize("wat", CHANGES)
def test_what_belongs_to_a_closed_dossier_does_not_change(klaar: Store, wat: str) -> None:
    klaar.stukken.save(een_stuk(id="brief", vergadering_id="maart"))
    klaar.versies.save(een_stukversie(stuk_id="brief"))
    close_dossier(klaar, "maart", op=MEI)
    before = klaar.rijen()

    def change() -> None:
        with klaar.transaction():
            CHANGES[wat](klaar)

    with pytest.raises(DossierGesloten):
        change()
    assert klaar.rijen() == before
    reopen_dossier(klaar, "maart", op=MEI, reden="Er ontbrak een blad.")
    change()
    assert klaar.rijen() != before


def test_another_meeting_is_not_closed_with_it(klaar: Store) -> None:
    close_dossier(klaar, "maart", op=MEI)
    klaar.vergaderingen.save(een_vergadering(id="april", gremium_id="bc", datum=APRIL))
    klaar.vergaderingen.save(een_vergadering(id="april", gremium_id="bc", datum=MEI))
    assert klaar.vergaderingen.get("april").datum == MEI


def test_a_duty_of_secrecy_can_be_lifted_on_what_is_closed(klaar: Store) -> None:
    stap = een_gebeurtenis(Geheimstap.BEKRACHTIGD, MAART)
    klaar.geheimhoudingen.save(
        een_geheimhouding(id="plicht", gremium_id="bc", agendapunten=("koop",), gebeurtenissen=(stap,))
    )
    close_dossier(klaar, "maart", op=APRIL)
    lift_geheimhouding(klaar, "plicht", op=MEI, orgaan="de bestuurscommissie")
    assert not klaar.agendapunten.get("koop").besloten


def test_reopening_leaves_who_when_and_why(klaar: Store) -> None:
    close_dossier(klaar, "maart", op=APRIL, wie="Femke Aalders")
    dossier = reopen_dossier(klaar, "maart", op=MEI, reden="  Er ontbrak een blad. ", wie="Roos van Dalen")
    assert dossier.gesloten_op is None
    assert [(een.stap.value, een.datum, een.wie, een.reden) for een in dossier_of(klaar, "maart").regels] == [
        ("gesloten", APRIL, "Femke Aalders", ""),
        ("heropend", MEI, "Roos van Dalen", "Er ontbrak een blad."),
    ]
    assert close_dossier(klaar, "maart", op=MEI).gesloten_op == MEI


def test_a_step_that_makes_no_sense_is_refused(klaar: Store) -> None:
    def refused(error: type[TkError], step: Callable[[], object]) -> None:
        with pytest.raises(error):
            step()

    refused(DossierNietGesloten, lambda: reopen_dossier(klaar, "maart", op=MEI, reden="Zomaar."))
    close_dossier(klaar, "maart", op=MEI)
    refused(DossierAlGesloten, lambda: close_dossier(klaar, "maart", op=MEI))
    refused(HeropenredenOntbreekt, lambda: reopen_dossier(klaar, "maart", op=MEI, reden=" "))
    refused(DossierstapTeVroeg, lambda: reopen_dossier(klaar, "maart", op=APRIL, reden="Zomaar."))
