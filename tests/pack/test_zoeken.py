"""Words are found with the paper and the page they stand on, as people name them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_nota, een_opname, een_sectie, een_stuk, een_stukversie
from tests.zittingbouwers import een_actie, een_besluit
from tk_desktop.domain.actie import Actiesoort, Standregel
from tk_desktop.domain.agenda import Inleider
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.domain.verslag import Puntverslag
from tk_desktop.pack.zoeken import Keuze, find, find_narrowed
from tk_desktop.store.werkmap import Store
from tk_desktop.store.zoeken import Zoeksoort


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        punt = een_agendapunt(id="punt", volgorde="c", titel="Waterkant", toelichting="De kade")
        stukken = [een_stuk(id=naam, titel=naam, agendapunt_id="punt", volgorde=naam) for naam in "abc"]
        bewaar(
            geopend,
            een_opname(
                agendapunten=[punt],
                stukken=stukken,
                notas={"a": een_nota(id="nota", secties=(een_sectie(tekst="De kade verzakt."),))},
                versies={naam: een_stukversie(sha256="c" * 64) for naam in ("b", "c")},
            ),
        )
        with geopend.transaction():
            geopend.zoekregister.neem_op(Zoeksoort.PAGINA, "c" * 64, ["Niets.", "Peilbuizen langs de oever."])
        yield geopend


def test_a_word_is_named_by_item_and_nota(store: Store) -> None:
    assert {(plek.waar, plek.titel, plek.pagina) for plek in find(store, "kade")} == {
        ("BC WK 11-3-2026 punt 1", "Waterkant", 0), ("BC WK 11-3-2026 1", "a", 0),
    }  # fmt: skip


def test_a_file_that_serves_in_two_places_is_named_at_both_with_its_page(store: Store) -> None:
    gevonden = find(store, "peilbuizen")
    assert [(plek.titel, plek.pagina) for plek in gevonden] == [("b", 2), ("c", 2)]
    assert "‹Peilbuizen›" in gevonden[0].fragment


def test_only_the_pages_of_the_newest_version_of_a_paper_are_found(store: Store) -> None:
    with store.transaction():
        store.versies.save(een_stukversie(stuk_id="b", sha256="d" * 64, volgorde="z"))
        store.zoekregister.neem_op(Zoeksoort.PAGINA, "d" * 64, ["Damwand langs de oever."])
    assert [(plek.titel, plek.pagina) for plek in find(store, "peilbuizen")] == [("c", 2)]
    assert {(plek.titel, plek.pagina) for plek in find(store, '"oever"')} == {("c", 2), ("b", 1)}


def test_a_besluit_and_what_the_verslag_says_are_found_at_their_item(store: Store) -> None:
    store.besluiten.save(een_besluit(agendapunt_id="punt", nummer="2026-7", tekst="1. De **beschoeiing** vervangen."))
    gezegd = Puntverslag(
        id="g", agendapunt_id="punt", besproken="De heer Visser noemt de palen.", besloten_deel="De prijs is een ton."
    )
    store.puntverslagen.save(gezegd)

    def gevonden(vraag: str) -> list[tuple[str, str, bool, int, str]]:
        return [(een.waar, een.soort, een.besloten, een.pagina, een.bij) for een in find(store, vraag)]

    punt = "BC WK 11-3-2026 punt 1"
    assert gevonden("beschoeiing") == [(f"{punt}, besluit", "besluit", False, 0, "punt")]
    assert gevonden('"2026-7"') == gevonden("beschoeiing")
    assert gevonden("palen") == [(f"{punt}, verslag", "verslag", False, 0, "punt")]
    assert gevonden("prijs") == [(f"{punt}, verslag", "verslag", True, 0, "punt")]
    _, wijziging = store.record(lambda: store.puntverslagen.save(replace(gezegd, besproken="Niets.", besloten_deel="")))
    assert gevonden("palen OF prijs") == []
    store.redo(wijziging.terug())
    assert len(gevonden("palen")) == len(gevonden("prijs")) == 1
    with store.transaction():
        store.besluiten.delete(store.besluiten.van_punt("punt")[0].id)
        store.puntverslagen.delete("g")
    assert store.zoekregister.zoek("beschoeiing OF palen OF prijs") == ()


def test_an_action_is_found_at_its_item_with_who_does_it_and_what_was_told_of_it(store: Store) -> None:
    gemaild = Standregel(id="r", volgorde="m", datum=date(2026, 3, 20), tekst="gemaild aan de aannemer")
    (vergadering,) = store.vergaderingen.all()
    van = {"gremium_id": vergadering.gremium_id, "door": "GGD/dpg"}
    bij_punt = een_actie(id="a", agendapunt_id="punt", vergadering_id=vergadering.id, tekst="Belt de heemraad.", **van)
    store.acties.save(replace(bij_punt, oorsprong="De heer Visser belt.", standen=(gemaild,)))
    los = een_actie(id="l", soort=Actiesoort.TOEZEGGING, tekst="Stuurt het rekenmodel rond.", besloten=True, **van)
    store.acties.save(replace(los, door=""))

    def gevonden(vraag: str) -> list[tuple[str, str, bool, str, str]]:
        return [(een.waar, een.soort, een.besloten, een.actie_id, een.titel) for een in find(store, vraag)]

    punt = "BC WK 11-3-2026 punt 1"
    (actie,) = gevonden("heemraad")
    assert actie == (f"{punt}, actie", "actie", False, "a", "Belt de heemraad.")
    assert gevonden('"GGD/dpg"') == gevonden("Visser") == gevonden("aannemer") == [actie]
    assert gevonden("rekenmodel") == [
        ("BC WK 11-3-2026, toezegging", "toezegging", True, "l", "Stuurt het rekenmodel rond.")
    ]
    alles = find_narrowed(store, "heemraad OF rekenmodel")
    assert (set(alles.soorten), alles.personen) == ({("actie", 1), ("toezegging", 1)}, (("GGD/dpg", 1),))
    store.agendapunten.save(replace(store.agendapunten.get("punt"), besloten=True))
    assert [een.besloten for een in find(store, "heemraad")] == [True], "what was agreed behind closed doors is closed"
    _, wijziging = store.record(lambda: store.acties.delete("a"))
    assert gevonden("heemraad") == [] == list(store.zoekregister.zoek("aannemer"))
    store.redo(wijziging.terug())
    assert len(gevonden("aannemer")) == 1


def test_a_word_that_is_nowhere_is_not_found(store: Store) -> None:
    assert find(store, "dijkdoorbraak") == ()


def test_what_was_taken_away_is_not_found_and_breaks_nothing(store: Store) -> None:
    with store.transaction():
        store.versies.delete(store.versies.van_stuk("b")[0].id)
        store.notas.delete("nota")
        for stuk in ("a", "b", "c"):
            store.stukken.delete(stuk)
        store.agendapunten.delete("punt")
    assert find(store, "kade") == find(store, "peilbuizen") == ()


def test_what_is_found_is_counted_and_narrowed_by_body_year_kind_and_openness(store: Store) -> None:
    with store.transaction():
        store.stukken.save(replace(store.stukken.get("c"), besloten=True))
    alles = find_narrowed(store, "kade OF peilbuizen")
    assert alles.gremia == (("BC WK", 4),)
    assert alles.jaren == ((2026, 4),)
    assert ("agendapunt", 1) in alles.soorten
    assert (alles.openbaar, alles.besloten) == (3, 1)
    besloten = find_narrowed(store, "kade OF peilbuizen", Keuze(besloten=True))
    assert [plek.titel for plek in besloten.plaatsen] == ["c"]
    assert besloten.openbaar == 3, "what else there is, is still counted"
    assert [p.titel for p in find_narrowed(store, "kade", Keuze(soort="Agendapunt")).plaatsen] == ["Waterkant"]
    assert find_narrowed(store, "kade", Keuze(jaar=2019)).plaatsen == ()
    assert len(find_narrowed(store, "kade", Keuze(gremium="bc wk")).plaatsen) == 2


def test_what_is_found_is_narrowed_by_besluit_and_by_who_introduces_the_item(store: Store) -> None:
    punt = store.agendapunten.get("punt")
    inleider = Inleider(id="i", volgorde="m", naam="Roos van Dalen", rol="portefeuillehouder")
    with store.transaction():
        store.agendapunten.save(replace(punt, inleiders=(inleider,)))
        store.stukken.save(replace(store.stukken.get("c"), agendapunt_id=None, hoort_bij="b"))
        store.besluiten.save(een_besluit(agendapunt_id="punt", uitkomst=Uitkomst.CONFORM))
    alles = find_narrowed(store, "kade OF peilbuizen")
    assert alles.besluiten == (("conform advies", 4),)
    assert alles.personen == (("Roos van Dalen", 4),)
    gekozen = Keuze(besluit="Conform advies", persoon="roos van dalen")
    assert len(find_narrowed(store, "kade OF peilbuizen", gekozen).plaatsen) == 4
    assert find_narrowed(store, "kade", Keuze(persoon="Wies Tol")).plaatsen == ()
    assert find_narrowed(store, "kade", Keuze(besluit="verworpen")).plaatsen == ()
