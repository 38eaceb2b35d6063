"""Post starts at the meeting that it names, and else at one that is still to come."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.bouwers import een_gremium, een_vergadering
from tests.intake.berichtbouwers import van_outlook
from tk_desktop.base.progress import Progress
from tk_desktop.domain.vergadering import Status
from tk_desktop.intake.ontvangst import read_dropped
from tk_desktop.intake.postvergadering import vergadering_van_post
from tk_desktop.paper.cache import Bladcache
from tk_desktop.store.werkmap import Store

VANDAAG = date(2026, 2, 16)
"""The day on which the message of ``van_outlook`` was sent."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as open_, open_.transaction():
        open_.gremia.save(een_gremium(id="water", naam="Bestuurscommissie Water", afkorting="BC WA"))
        open_.gremia.save(een_gremium(id="db", naam="Dagelijks bestuur", afkorting="DB"))
        for id_, gremium, dag in (
            ("oud", "water", date(2026, 1, 14)),
            ("straks", "db", date(2026, 2, 25)),
            ("maart", "water", date(2026, 3, 11)),
            ("april", "water", date(2026, 4, 8)),
            ("ook april", "db", date(2026, 4, 8)),
        ):
            open_.vergaderingen.save(een_vergadering(id=id_, gremium_id=gremium, datum=dag))
        open_.vergaderingen.save(
            een_vergadering(id="vervallen", gremium_id="db", datum=date(2026, 2, 18), status=Status.GEANNULEERD)
        )
        yield open_


@pytest.mark.parametrize(
    ("bericht", "hier", "bedoeld"),
    [
        (("Stukken", "Hierbij het plan."), "", "straks"),
        (("Stukken", "Hierbij het plan."), "april", "april"),
        (("Stukken", "Hierbij het plan."), "oud", "straks"),
        (("Stukken vergadering 11 maart", "Hierbij het plan."), "straks", "maart"),
        (("Stukken", "Voor de vergadering van 11-3-2026."), "straks", "maart"),
        (("Re: stukken 14 januari 2026", "Nog een bijlage."), "straks", "oud"),
        (("Stukken BC WA", "Hierbij het plan."), "straks", "maart"),
        (("Stukken BC WA", "Hierbij het plan."), "april", "april"),
        (("Stukken dagelijks bestuur 8 april", "Hierbij het plan."), "", "ook april"),
        (("Stukken 8 april", "Voor u allen."), "", "straks"),
        (("Stukken 8 april", "Voor u allen."), "april", "april"),
        (("Stukken 18 februari", "Gaat dit door?"), "", "straks"),
    ],
)
def test_post_is_for_the_meeting_that_it_names_else_for_one_to_come(
    store: Store, tmp_path: Path, bericht: tuple[str, str], hier: str, bedoeld: str
) -> None:
    onderwerp, tekst = bericht
    pad = van_outlook(tmp_path / "bericht.eml", tekst, [], onderwerp)
    with read_dropped([pad], Bladcache(store.cache), store.map, Progress()) as ontvangst:
        assert vergadering_van_post(store, ontvangst.gelezen, VANDAAG, hier) == bedoeld


def test_without_a_meeting_to_come_it_is_the_last_one_and_without_any_it_is_none(tmp_path: Path) -> None:
    with Store.open(tmp_path / "leeg", maken=True) as store:
        assert vergadering_van_post(store, (), VANDAAG) == ""
        gremium = een_gremium()
        store.gremia.save(gremium)
        for id_, dag in (("toen", date(2025, 1, 1)), ("later", date(2025, 5, 1))):
            store.vergaderingen.save(een_vergadering(id=id_, gremium_id=gremium.id, datum=dag))
        assert vergadering_van_post(store, (), VANDAAG) == "later"
