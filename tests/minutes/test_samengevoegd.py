"""Two laptops take minutes apart and tell each other: what both typed is on both, and what there is one of is one."""

from datetime import date, time

import pytest

from tests.bouwers import (
    bewaar,
    een_agendapunt,
    een_gremium,
    een_lidmaatschap,
    een_opname,
    een_persoon,
    een_vergadering,
)
from tests.laptops import Laptop, breng_samen
from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.domain.gewijzigd import na_vaststelling
from tk_desktop.domain.gremium import Rol
from tk_desktop.domain.presentie import Hoedanigheid
from tk_desktop.domain.zitting import Zitting
from tk_desktop.minutes.acties import add_actie, take_actieregel, tell_stand
from tk_desktop.minutes.besluiten import edit_besluit, record_besluit
from tk_desktop.minutes.deuren import come_back
from tk_desktop.minutes.presentie import add_aanwezige, declare_belang, leave, send_vervanger
from tk_desktop.minutes.stemmingen import call_stemming, edit_stemming, refresh_deelnemers
from tk_desktop.minutes.terugzetten import restore_vastgesteld
from tk_desktop.minutes.verloop import close_zitting, go_to_punt, open_zitting, set_tijden, suspend
from tk_desktop.minutes.verslagen import add_correctie, approve_verslag, write_besproken
from tk_desktop.store.werkmap import Store

MAART, APRIL = date(2026, 3, 11), date(2026, 4, 8)
PUNTEN = [f"punt{nummer}" for nummer in range(12)]


def _klaar(store: Store) -> None:
    bewaar(
        store,
        een_opname(
            gremium=een_gremium(id="bc"),
            vergadering=een_vergadering(id="maart", gremium_id="bc"),
            personen=[een_persoon(id=id_, naam=naam) for id_, naam in (("guus", "Guus"), ("bram", "Bram"))],
            leden=[
                een_lidmaatschap(id=f"zetel-{id_}", persoon_id=id_, rol=rol, namens=namens, stemrecht=True)
                for id_, rol, namens in (("guus", Rol.VOORZITTER, "Veenhoek"), ("bram", Rol.LID, "Kadijk"))
            ],
            agendapunten=[
                een_agendapunt(
                    id=id_, volgorde=f"{plek:02}", titel=id_, behandeling=frozenset({Behandeling.BESLUITVORMING})
                )
                for plek, id_ in enumerate(PUNTEN, start=1)
            ],
        ),
    )
    open_zitting(store, "maart", time(9))


@pytest.fixture
def laptops() -> tuple[Laptop, Laptop]:
    """Two that hold the same meeting, which has begun."""
    een, ander = Laptop("roos"), Laptop("femke")
    een.doe(_klaar)
    breng_samen(een, ander)
    return een, ander


def _eens(*laptops: Laptop) -> Zitting:
    """Return the meeting as both laptops tell it, after both heard all."""
    breng_samen(*laptops)
    een, ander = (laptop.store.zitting("maart") for laptop in laptops)
    assert een == ander
    return een


def _wie(laptop: Laptop, naam: str) -> str:
    return next(wie.id for wie in laptop.store.zitting("maart").presentie if wie.naam == naam)


def test_text_of_one_laptop_stays_when_the_other_sets_times_right(laptops: tuple[Laptop, Laptop]) -> None:
    een, ander = laptops
    for uur, id_ in enumerate(PUNTEN, start=1):
        een.doe(lambda store, id_=id_: write_besproken(store, id_, f"Gezegd bij {id_}."))  # type: ignore[misc]
        ander.doe(
            lambda store, id_=id_, om=time(9, uur): set_tijden(  # type: ignore[misc]
                store, id_, geopend=None, gesloten=None, begonnen=om, geeindigd=om
            )
        )
    zitting = _eens(een, ander)
    assert [zitting.verslagen[id_].besproken for id_ in PUNTEN] == [f"Gezegd bij {id_}." for id_ in PUNTEN]
    assert [zitting.verslagen[id_].begonnen for id_ in PUNTEN] == [time(9, uur) for uur in range(1, 13)]
    assert zitting.dubbel == ()


def test_text_of_one_laptop_stays_whatever_the_other_does_first_with_the_item(laptops: tuple[Laptop, Laptop]) -> None:
    een, ander = laptops
    een.doe(lambda store: go_to_punt(store, "punt0", time(9, 1)))
    ander.doe(lambda store: write_besproken(store, "punt0", "Open deel.", besloten_deel="Besloten deel."))
    een.doe(lambda store: write_besproken(store, "punt1", "Vragen."))
    ander.doe(lambda store: go_to_punt(store, "punt1", time(9, 5)))
    een.doe(lambda store: suspend(store, "maart", time(9, 20)))
    ander.doe(lambda store: suspend(store, "maart", time(9, 20)))
    ander.doe(lambda store: close_zitting(store, "maart", time(10)))
    zitting = _eens(een, ander)
    assert (zitting.verslagen["punt0"].besproken, zitting.verslagen["punt0"].besloten_deel) == (
        "Open deel.",
        "Besloten deel.",
    )
    assert (zitting.verslagen["punt1"].besproken, zitting.verslagen["punt1"].begonnen) == ("Vragen.", time(9, 5))
    assert len(zitting.schorsingen) == 1, "the meeting was suspended once"


def test_what_both_laptops_add_to_one_item_is_all_there(laptops: tuple[Laptop, Laptop]) -> None:
    een, ander = laptops
    for laptop in laptops:
        wie = laptop.persoon
        laptop.doe(lambda store, wie=wie: take_actieregel(store, "punt0", f"!WK/directie belt {wie}"))  # type: ignore[misc]
        laptop.doe(
            lambda store, wie=wie: add_correctie(  # type: ignore[misc]
                store, "maart", was=f"Dit zei {wie}.", wordt="", op=APRIL, punt_id="punt0"
            )
        )
        laptop.doe(lambda store, wie=wie: call_stemming(store, "punt0", f"Voorstel van {wie}"))  # type: ignore[misc]
        laptop.doe(
            lambda store, wie=wie: record_besluit(  # type: ignore[misc]
                store, "punt0", Uitkomst.KENNISGENOMEN, op=MAART, tekst=f"Besluit van {wie}."
            )
        )
        laptop.doe(
            lambda store, wie=wie: add_aanwezige(store, "maart", f"Gast {wie}", hoedanigheid=Hoedanigheid.GENODIGDE)  # type: ignore[misc]
        )
    zitting = _eens(een, ander)
    for gevonden in (
        [actie.tekst for actie in zitting.acties],
        [correctie.was for correctie in zitting.verslag.correcties],
        [stemming.onderwerp for stemming in zitting.stemmingen],
        [besluit.tekst for besluit in zitting.besluiten],
        [wie.naam for wie in zitting.presentie if wie.hoedanigheid is Hoedanigheid.GENODIGDE],
    ):
        assert len(gevonden) == 2
        assert all(any(naam in tekst for tekst in gevonden) for naam in ("roos", "femke"))


def test_different_things_of_one_besluit_actie_or_vote_are_both_kept(laptops: tuple[Laptop, Laptop]) -> None:
    een, ander = laptops
    besluit = een.doe(lambda store: record_besluit(store, "punt0", Uitkomst.KENNISGENOMEN, op=MAART, tekst="Eerst."))
    actie = een.doe(lambda store: add_actie(store, "bc", "Belt.", op=MAART, punt_id="punt0"))
    stemming = een.doe(lambda store: call_stemming(store, "punt0", "Het plan"))
    breng_samen(een, ander)
    een.doe(lambda store: edit_besluit(store, besluit.id, uitkomst=besluit.uitkomst, tekst="Beter.", besloten=False))
    ander.doe(lambda store: write_besproken(store, "punt0", "Gezegd."))
    for laptop in laptops:
        laptop.doe(lambda store, wie=laptop.persoon: tell_stand(store, actie.id, f"Zegt {wie}.", op=APRIL))  # type: ignore[misc]
        laptop.doe(lambda store: leave(store, _wie(een, "Bram"), "punt5", om=time(9, 30)))
    een.doe(lambda store: edit_stemming(store, stemming.id, onderwerp="Het betere plan", besloten=False))
    zitting = _eens(een, ander)
    assert [een_besluit.tekst for een_besluit in zitting.besluiten] == ["Beter."]
    assert sorted(stand.tekst for stand in zitting.acties[0].standen) == ["Zegt femke.", "Zegt roos."]
    assert zitting.stemmingen[0].onderwerp == "Het betere plan"
    assert zitting.verslagen["punt0"].besproken == "Gezegd."


def test_a_substitute_named_on_both_laptops_is_there_once(laptops: tuple[Laptop, Laptop]) -> None:
    een, ander = laptops
    for laptop in laptops:
        laptop.doe(lambda store: send_vervanger(store, _wie(een, "Guus"), "Piet"))
    zitting = _eens(een, ander)
    assert [(wie.naam, wie.aanwezig) for wie in zitting.presentie] == [("Guus", False), ("Bram", True), ("Piet", True)]
    assert [wie.naam for wie in zitting.deelnemers(zitting.opname.punt("punt0"))] == ["Bram", "Piet"]


def test_an_interest_and_a_return_told_on_both_laptops_are_there_once(laptops: tuple[Laptop, Laptop]) -> None:
    een, ander = laptops
    een.doe(lambda store: leave(store, _wie(een, "Bram"), "punt1", om=time(9, 10)))
    breng_samen(een, ander)
    bram = _wie(een, "Bram")
    for laptop in laptops:
        laptop.doe(lambda store: declare_belang(store, _wie(een, "Guus"), "punt0", "Woont ernaast"))
        laptop.doe(lambda store: come_back(store, bram, "punt4", time(9, 40)))
    zitting = _eens(een, ander)
    assert [belang.reden for belang in zitting.belangen] == ["Woont ernaast"]
    assert [wie.van_punt_id for wie in zitting.presentie if wie.naam == "Bram"] == [None, "punt4"]


def test_a_vote_that_both_laptops_bring_up_to_date_has_everybody_once(laptops: tuple[Laptop, Laptop]) -> None:
    een, ander = laptops
    stemming = een.doe(lambda store: call_stemming(store, "punt0", "Het plan"))
    breng_samen(een, ander)
    for laptop in laptops:
        laptop.doe(lambda store: refresh_deelnemers(store, stemming.id))
    assert [stem.naam for stem in _eens(een, ander).stemmingen[0].stemmen] == ["Guus", "Bram"]


def test_what_one_wrote_before_hearing_of_the_approval_by_the_other_is_told_on_both_and_in_no_paper(
    laptops: tuple[Laptop, Laptop],
) -> None:
    een, ander = laptops
    een.doe(lambda store: write_besproken(store, "punt1", "Zin een."))
    vast = _eens(*laptops)
    een.doe(lambda store: approve_verslag(store, "maart", op=APRIL))
    ander.doe(lambda store: write_besproken(store, "punt1", "Zin twee, na vaststelling."))
    ander.doe(lambda store: record_besluit(store, "punt2", Uitkomst.CONFORM, op=MAART, tekst="Te doen."))
    zitting = _eens(*laptops)
    assert [(wat.punt_id, wat.was[:8], wat.nu[:8]) for wat in na_vaststelling(zitting)] == [
        ("punt1", "Zin een.", "Zin twee"),
        ("punt2", "", "conform "),
    ]
    op_papier = zitting.zoals_vastgesteld()
    assert (op_papier.verslagen, op_papier.besluiten) == (vast.verslagen, ())
    een.doe(lambda store: restore_vastgesteld(store, "maart"))
    zitting = _eens(*laptops)
    assert na_vaststelling(zitting) == ()
    assert zitting.verslagen["punt1"].besproken == "Zin een."
