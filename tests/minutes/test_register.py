"""Besluiten stand in a register with all that belongs to them, and a subject can be followed through the bodies."""

from dataclasses import replace
from datetime import date

from tests.bouwers import een_agendapunt, een_gremium, een_stuk, een_vergadering
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.minutes.acties import add_actie, take_actieregel
from tk_desktop.minutes.besluiten import correct_besluit, record_besluit
from tk_desktop.minutes.presentie import prepare_presentie
from tk_desktop.minutes.register import dossier, find_besluiten, register
from tk_desktop.minutes.stemmingen import call_stemming
from tk_desktop.minutes.verslagen import write_besproken
from tk_desktop.store.werkmap import Store

MAART, APRIL = date(2026, 3, 11), date(2026, 4, 8)


def test_a_besluit_stands_with_its_papers_its_vote_and_its_actions(store: Store) -> None:
    store.stukken.save(een_stuk(id="nota", vergadering_id="maart", agendapunt_id="oever"))
    prepare_presentie(store, "maart")
    stemming = call_stemming(store, "oever", "")
    besluit = record_besluit(store, "oever", Uitkomst.CONFORM, op=MAART)
    actie = take_actieregel(store, "oever", "!WK/directie belt")
    (regel,) = register(store)
    assert (regel.besluit, regel.gremium, regel.nummer, regel.onderwerp) == (besluit, "BC WK", "2", "Veilige oevers")
    assert [stuk.id for stuk in regel.stukken] == ["nota"]
    assert (regel.stemmingen, regel.acties) == ((stemming,), (actie,))


def test_the_open_register_holds_nothing_besloten(store: Store) -> None:
    open_ = record_besluit(store, "oever", Uitkomst.CONFORM, op=MAART)
    record_besluit(store, "koop", Uitkomst.CONFORM, op=MAART, tekst="Te kopen.")
    record_besluit(store, "oever", Uitkomst.CONFORM, op=MAART, besloten=True)
    assert [regel.besluit for regel in register(store, openbaar=True)] == [open_]
    assert len(register(store)) == 3


def test_an_open_besluit_names_no_besloten_paper_or_action_of_its_item(store: Store) -> None:
    store.stukken.save(een_stuk(id="bod", vergadering_id="maart", agendapunt_id="oever", besloten=True))
    record_besluit(store, "oever", Uitkomst.CONFORM, op=MAART)
    add_actie(store, "bc", "Belt de notaris", op=MAART, punt_id="oever", besloten=True)
    (regel,) = register(store, openbaar=True)
    assert (regel.stukken, regel.acties) == ((), ())


def test_a_besluit_that_was_set_right_says_by_which(store: Store) -> None:
    besluit = record_besluit(store, "oever", Uitkomst.CONFORM, op=MAART)
    herstel = correct_besluit(store, besluit.id, "De oever te vernieuwen.", op=APRIL)
    door = {regel.besluit.id: regel.vervangen_door for regel in register(store)}
    assert door == {besluit.id: herstel.nummer, herstel.id: ""}


def test_a_besluit_is_found_by_its_words_whatever_their_case(store: Store) -> None:
    record_besluit(store, "oever", Uitkomst.CONFORM, op=MAART)
    regels = register(store)
    assert find_besluiten(regels, "OEVER 2026-001 conform") == regels
    assert find_besluiten(regels, "oever sluis") == ()


def test_the_register_of_one_body_holds_no_other(store: Store) -> None:
    record_besluit(store, "oever", Uitkomst.CONFORM, op=MAART)
    store.gremia.save(een_gremium(id="ab", naam="Algemeen bestuur", afkorting="AB"))
    assert register(store, gremium_id="ab") == ()
    assert len(register(store, gremium_id="bc")) == 1


def test_a_subject_is_followed_from_the_first_body_to_the_last_whichever_step_one_starts_from(store: Store) -> None:
    store.gremia.save(een_gremium(id="ab", naam="Algemeen bestuur", afkorting="AB"))
    store.gremia.save(een_gremium(id="ao", naam="Ambtelijk overleg", afkorting="AO"))
    store.gremia.save(een_gremium(id="db", naam="Dagelijks bestuur", afkorting="DB"))
    for id_, gremium, dag in (("jan", "ao", date(2026, 1, 7)), ("feb", "db", date(2026, 2, 4)), ("april", "ab", APRIL)):
        store.vergaderingen.save(een_vergadering(id=id_, gremium_id=gremium, datum=dag))
    store.agendapunten.save(een_agendapunt(id="ao-oever", vergadering_id="jan", titel="Oevers"))
    store.agendapunten.save(een_agendapunt(id="db-oever", vergadering_id="feb", titel="Oever", herkomst_id="ao-oever"))
    store.agendapunten.save(replace(store.agendapunten.get("oever"), herkomst_id="db-oever"))
    store.agendapunten.save(een_agendapunt(id="ab-oever", vergadering_id="april", titel="Oevers", herkomst_id="oever"))
    besluit = record_besluit(store, "oever", Uitkomst.CONFORM, op=MAART)
    for begin in ("ao-oever", "db-oever", "oever", "ab-oever"):
        stappen = dossier(store, begin)
        assert [(stap.gremium, stap.punt_id) for stap in stappen] == [
            ("AO", "ao-oever"),
            ("DB", "db-oever"),
            ("BC WK", "oever"),
            ("AB", "ab-oever"),
        ]
        assert stappen[2].besluiten == (besluit,)


def test_the_course_for_everybody_names_no_closed_besluit_of_an_open_item(store: Store) -> None:
    open_ = record_besluit(store, "oever", Uitkomst.CONFORM, op=MAART)
    record_besluit(store, "oever", Uitkomst.GEWIJZIGD, op=MAART, tekst="Anders.", besloten=True)
    (stap,) = dossier(store, "oever", openbaar=True)
    assert stap.besluiten == (open_,)
    assert len(dossier(store, "oever")[0].besluiten) == 2
    assert dossier(store, "koop", openbaar=True) == ()


def test_a_besluit_tells_what_the_verslag_says_and_to_everybody_nothing_closed(store: Store) -> None:
    write_besproken(store, "oever", "De aannemer licht toe.", besloten_deel="Er is een bod.")
    record_besluit(store, "oever", Uitkomst.CONFORM, op=MAART)
    assert [regel.besproken for regel in register(store, openbaar=True)] == ["De aannemer licht toe."]
    assert [regel.besproken for regel in register(store)] == ["De aannemer licht toe.\n\nEr is een bod."]


def test_a_line_with_a_besloten_passage_says_so_and_the_one_for_everybody_has_none(store: Store) -> None:
    write_besproken(store, "oever", "Het bod is ~~twee ton~~.")
    record_besluit(store, "oever", Uitkomst.CONFORM, op=MAART)
    assert [(regel.besloten, regel.deels) for regel in register(store)] == [(False, True)]
    assert [(regel.besloten, regel.deels) for regel in register(store, openbaar=True)] == [(False, False)]
