"""Starting and writing a nota: its form, its number, its proposal and the reasons tied to that."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_gremium, een_opname, een_vergadering
from tk_desktop.domain.nota import FORMULIEREN, Aard, Nota, Sectiesoort, Vorm
from tk_desktop.domain.stuk import Soort
from tk_desktop.meeting.agenda import TitelOntbreekt
from tk_desktop.meeting.notas import (
    KopOntbreekt,
    change_nota,
    earlier_notas,
    fill_niet_van_toepassing,
    move_argument,
    remove_argument,
    reuse_nota,
    set_behandelaars,
    start_nota,
    write_argument,
    write_sectie,
    write_voorstel,
)
from tk_desktop.store.fouten import NietGevonden
from tk_desktop.store.werkmap import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        yield geopend


def _een_punt(store: Store, dag: date = date(2026, 3, 11)) -> str:
    gremium = een_gremium()
    vergadering = een_vergadering(gremium_id=gremium.id, datum=dag)
    punten = [een_agendapunt(volgorde="c", titel="Opening"), een_agendapunt(volgorde="d", titel="Oevers")]
    return bewaar(store, een_opname(gremium=gremium, vergadering=vergadering, agendapunten=punten)).agendapunten[1].id


@pytest.mark.parametrize("vorm", Vorm)
def test_a_new_nota_has_every_section_of_its_form_in_order_and_empty(store: Store, vorm: Vorm) -> None:
    nota = start_nota(store, _een_punt(store), vorm, "Veilige oevers")
    bewaard = store.notas.get(nota.id)
    assert [(s.soort, s.kop) for s in bewaard.secties] == [(s.soort, s.kop) for s in FORMULIEREN[vorm].secties]
    assert all(bewaard.is_leeg(sectie) for sectie in bewaard.secties)
    stuk = store.stukken.get(nota.stuk_id)
    assert (stuk.soort, stuk.titel) == (FORMULIEREN[vorm].soort, "Veilige oevers")
    assert store.opname(stuk.vergadering_id).label(stuk) == "2"


def test_no_two_notas_of_a_year_share_a_number(store: Store) -> None:
    dit, volgend = _een_punt(store), _een_punt(store, date(2027, 1, 13))
    nummers = [
        start_nota(store, punt, Vorm.ADVIESNOTA, "Plan").registratienummer for punt in (dit, dit, volgend, dit, volgend)
    ]
    assert nummers == ["2026-000001", "2026-000002", "2027-000001", "2026-000003", "2027-000002"]


def test_a_second_nota_stands_after_the_first(store: Store) -> None:
    punt = _een_punt(store)
    notas = [start_nota(store, punt, Vorm.ADVIESNOTA, titel) for titel in ("Een", "Twee", "Drie")]
    opname = store.opname(store.stukken.get(notas[0].stuk_id).vergadering_id)
    assert [stuk.titel for stuk in opname.stukken] == ["Een", "Twee", "Drie"]


def test_a_nota_without_a_subject_or_an_item_is_not_started(store: Store) -> None:
    punt = _een_punt(store)
    with pytest.raises(TitelOntbreekt, match="heeft een titel"):
        start_nota(store, punt, Vorm.ADVIESNOTA, " ")
    with pytest.raises(NietGevonden):
        start_nota(store, "nergens", Vorm.ADVIESNOTA, "Plan")
    assert store.notas.all() == ()
    assert store.stukken.all() == ()


def test_a_written_section_is_kept_with_its_references_tied(store: Store) -> None:
    punt = _een_punt(store)
    nota = start_nota(store, punt, Vorm.ADVIESNOTA, "Plan")
    geschreven = write_sectie(store, nota.id, nota.secties[1].id, "Dit is agendapunt 2.")
    assert geschreven.secties[1].tekst == f"Dit is agendapunt {{{{punt:{punt}}}}}."
    assert store.notas.get(nota.id) == geschreven
    assert [s.tekst for s in geschreven.secties if s.id != nota.secties[1].id] == [""] * (len(nota.secties) - 1)


def _advies(store: Store, *punten: str) -> Nota:
    nota = start_nota(store, _een_punt(store), Vorm.ADVIESNOTA, "Veilige oevers")
    return write_voorstel(store, nota.id, "\n".join(f"{rang}. {punt}" for rang, punt in enumerate(punten, 1)))


def _met_argument(store: Store, nota: Nota, id_: str, punt: int, kop: str) -> Nota:
    punt_id = nota.voorstel[punt - 1].id
    return write_argument(store, nota.id, id_, aard=Aard.ARGUMENT, punt_id=punt_id, kop=kop, tekst="")


def _nummers(store: Store, nota: Nota) -> list[tuple[str, str]]:
    return [(nummer, reden.id) for nummer, reden in store.notas.get(nota.id).redenen(Aard.ARGUMENT)]


def test_arguments_keep_to_their_point_when_points_are_put_in_moved_and_reworded(store: Store) -> None:
    nota = _advies(store, "Kennis te nemen van het plan.", "De oevers te herstellen.")
    nota = _met_argument(store, nota, "a", 1, "Het plan is af")
    nota = _met_argument(store, nota, "b", 2, "De oevers zijn zwak")
    assert _nummers(store, nota) == [("1.1", "a"), ("2.1", "b")]
    write_voorstel(
        store,
        nota.id,
        "1. Het fonds te openen.\n2. De oevers dit jaar te herstellen.\n3. Kennis te nemen van het plan.",
    )
    assert _nummers(store, nota) == [("2.1", "b"), ("3.1", "a")]
    write_voorstel(store, nota.id, "1. Kennis te nemen van het plan.")
    assert _nummers(store, nota) == [("1.1", "a"), ("2.1", "b")]
    write_voorstel(store, nota.id, "1. Kennis te nemen van het plan.\n2. Iets anders te doen.")
    assert [reden.voorstelpunt_id is None for reden in store.notas.get(nota.id).argumenten] == [False, False]


def test_an_argument_is_written_moved_and_removed(store: Store) -> None:
    nota = _advies(store, "Een.", "Twee.")
    for id_, punt in (("a", 1), ("b", 1), ("c", 2)):
        nota = _met_argument(store, nota, id_, punt, f"Kop {id_}")
    assert _nummers(store, nota) == [("1.1", "a"), ("1.2", "b"), ("2.1", "c")]
    move_argument(store, nota.id, "a", punt_id=nota.voorstel[1].id, na="c")
    assert _nummers(store, nota) == [("1.1", "b"), ("2.1", "c"), ("2.2", "a")]
    remove_argument(store, nota.id, "c")
    assert _nummers(store, nota) == [("1.1", "b"), ("2.1", "a")]
    with pytest.raises(NietGevonden):
        move_argument(store, nota.id, "nergens", punt_id=None)


def test_an_argument_without_a_heading_is_refused_and_one_for_a_point_that_went_stays_loose(store: Store) -> None:
    nota = _advies(store, "Een.")
    with pytest.raises(KopOntbreekt, match="heeft een kop nodig"):
        _met_argument(store, nota, "a", 1, " ")
    los = write_argument(
        store, nota.id, "a", aard=Aard.KANTTEKENING, punt_id="weg", kop="Kop", tekst="Zie agendapunt 2."
    )
    assert [(reden.voorstelpunt_id, "{{punt:" in reden.tekst) for reden in los.argumenten] == [(None, True)]


def test_another_subject_and_form_are_those_of_the_paper_too(store: Store) -> None:
    nota = _advies(store, "Een.")
    inleiding = nota.sectie(Sectiesoort.INLEIDING)
    assert inleiding is not None
    write_sectie(store, nota.id, inleiding.id, "De oevers verzakken.")
    with pytest.raises(TitelOntbreekt):
        change_nota(store, nota.id, onderwerp=" ")
    change_nota(store, nota.id, onderwerp=" Stevige oevers ", domein="Water")
    nieuw = change_nota(store, nota.id, vorm=Vorm.INFORMATIENOTA_DOEL)
    stuk = store.stukken.get(nota.stuk_id)
    assert (stuk.titel, stuk.soort) == ("Stevige oevers", Soort.INFORMATIENOTA)
    assert (nieuw.onderwerp, nieuw.domein, nieuw.voorstel) == ("Stevige oevers", "Water", nota.voorstel)
    assert store.notas.get(nota.id).sectie(Sectiesoort.INLEIDING).tekst == "De oevers verzakken."  # type: ignore[union-attr]


def test_writing_a_section_leaves_the_title_of_the_paper_as_it_was_received(store: Store) -> None:
    nota = _advies(store, "Een.")
    with store.transaction():
        store.stukken.save(replace(store.stukken.get(nota.stuk_id), titel="Nota oevers (def)"))
    write_sectie(store, nota.id, nota.secties[1].id, "Tekst.")
    assert store.stukken.get(nota.stuk_id).titel == "Nota oevers (def)"


def test_a_section_that_does_not_apply_says_so_and_officials_are_written_as_lines(store: Store) -> None:
    nota = _advies(store, "Een.")
    kosten = nota.sectie(Sectiesoort.KOSTEN)
    assert kosten is not None
    assert fill_niet_van_toepassing(store, nota.id, kosten.id).sectie(Sectiesoort.KOSTEN) == replace(
        kosten, tekst="Niet van toepassing."
    )
    wie = set_behandelaars(store, nota.id, "Roos van Dalen, adviseur, tel. 010-1234567\nBram Kade").behandelaars
    assert [(een.naam, een.functie, een.telefoon) for een in wie] == [
        ("Roos van Dalen", "adviseur", "010-1234567"),
        ("Bram Kade", "", ""),
    ]


def test_every_change_of_a_nota_can_be_undone_as_one(store: Store) -> None:
    nota = _advies(store, "Een.", "Twee.")
    nota = _met_argument(store, nota, "a", 2, "Kop")
    voor = store.notas.get(nota.id)
    _, wijziging = store.record(lambda: write_voorstel(store, nota.id, "1. Iets heel anders te doen."))
    store.redo(wijziging.terug())
    assert store.notas.get(nota.id) == voor


def test_an_earlier_nota_is_used_again_with_its_reasons_and_references_that_stay_true(store: Store) -> None:
    oud = _advies(store, "Een.\n  a. onder", "Twee, zie agendapunt 2.")
    oud = _met_argument(store, oud, "a", 2, "Kop")
    besluit = oud.sectie(Sectiesoort.BESLUIT)
    assert besluit is not None
    oud = write_sectie(store, oud.id, besluit.id, "Conform advies.")
    nieuw = reuse_nota(store, oud.id, _een_punt(store, date(2027, 1, 13)), "Oevers 2027")
    assert store.notas.get(nieuw.id) == nieuw
    assert (nieuw.onderwerp, nieuw.registratienummer) == ("Oevers 2027", "2027-000001")
    assert nieuw.voorstel[1].tekst == "Twee, zie agendapunt 2 van de vergadering van 11 maart 2026."
    assert [(nummer, reden.kop) for nummer, reden in nieuw.redenen(Aard.ARGUMENT)] == [("2.1", "Kop")]
    assert [sectie.tekst for sectie in nieuw.secties if sectie.soort is Sectiesoort.BESLUIT] == [""]
    eigen = {punt.id for punt in oud.voorstel} | {sectie.id for sectie in oud.secties} | {"a"}
    nieuwe = {punt.id for punt in nieuw.voorstel} | {sectie.id for sectie in nieuw.secties}
    assert not eigen & (nieuwe | {reden.id for reden in nieuw.argumenten})
    assert store.notas.get(oud.id) == oud
    weer = write_voorstel(store, nieuw.id, "1. Zie agendapunt 2 van de vergadering van 11 maart 2026.")
    assert "{{" not in weer.voorstel[0].tekst


def test_a_nota_used_again_in_its_own_meeting_keeps_its_ties(store: Store) -> None:
    oud = _advies(store, "Zie agendapunt 2.")
    punt = store.stukken.get(oud.stuk_id).agendapunt_id
    assert punt is not None
    nieuw = reuse_nota(store, oud.id, punt, "Nog eens")
    assert (
        [p.tekst for p in nieuw.voorstel] == [p.tekst for p in oud.voorstel] == [f"Zie agendapunt {{{{punt:{punt}}}}}."]
    )


def test_earlier_notas_of_all_meetings_are_offered_the_latest_meeting_first(store: Store) -> None:
    for jaar, titel in ((2026, "Oevers"), (2028, "Bruggen"), (2027, "Sluizen")):
        start_nota(store, _een_punt(store, date(jaar, 1, 12)), Vorm.ADVIESNOTA, titel)
    assert [nota.onderwerp for nota, _ in earlier_notas(store)] == ["Bruggen", "Sluizen", "Oevers"]
    assert [toen.vergadering.datum.year for _, toen in earlier_notas(store)] == [2028, 2027, 2026]


def test_a_besloten_nota_that_is_used_again_stays_besloten_under_an_open_item(store: Store) -> None:
    oud = _advies(store, "Een.")
    store.stukken.save(replace(store.stukken.get(oud.stuk_id), besloten=True))
    nieuw = reuse_nota(store, oud.id, _een_punt(store, date(2027, 1, 13)), "Oevers 2027")
    assert store.stukken.get(nieuw.stuk_id).besloten
