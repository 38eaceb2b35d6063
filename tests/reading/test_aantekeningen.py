"""Notes on the papers: kept as they were written, changed, shared, removed, and shown nowhere else."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_opname, een_stuk
from tk_desktop.domain.aantekening import Aantekening, Anker, Inktpunt, Lijn, Oordeel, Soort, Vlak, Zicht
from tk_desktop.domain.notenstijl import Kleur
from tk_desktop.pack.zoeken import find
from tk_desktop.reading.aantekeningen import (
    Leesplek,
    add_aantekening,
    add_puntnotitie,
    answer_vraag,
    change_aantekening,
    confirm_plaatsen,
    extend_inkt,
    put_aantekening,
    remove_aantekeningen,
    share_aantekeningen,
    with_plaats,
)
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
LATER = NU + timedelta(minutes=5)
ROOS = "Roos van Dalen"
EERSTE, TWEEDE = "a" * 64, "b" * 64


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        punt = een_agendapunt(id="oever", titel="Oever")
        bewaar(geopend, een_opname(agendapunten=[punt], stukken=[een_stuk(id="nota", agendapunt_id="oever")]))
        yield geopend


def _plek(store: Store) -> Leesplek:
    return Leesplek(vergadering_id=store.vergaderingen.all()[0].id, papier="nota", agendapunt_id="oever")


def _anker(versie: str = EERSTE, pagina: int = 2) -> Anker:
    vlakken = (Vlak(pagina, 70.5, 700.25, 320, 712.125), Vlak(pagina, 70.5, 688, 110, 700))
    return Anker(versie=versie, pagina=pagina, begin=10, eind=31, citaat="de oevers verzakken", vlakken=vlakken)


def _markering(store: Store, tekst: str = "") -> Aantekening:
    return add_aantekening(
        store, _plek(store), _anker(), Soort.MARKERING, eigenaar=ROOS, moment=NU, tekst=tekst, paginas=["een", "twee"]
    )


def test_a_note_is_kept_as_it_was_written(store: Store) -> None:
    geschreven = _markering(store, "Wie betaalt dit?")
    assert store.aantekeningen.van_papier(_plek(store).vergadering_id, "nota") == (geschreven,)
    assert geschreven.zicht is Zicht.PRIVE
    assert store.leesteksten.van(EERSTE) == ("een", "twee")


def test_a_note_on_an_item_lies_on_no_page(store: Store) -> None:
    notitie = add_puntnotitie(store, "oever", " Steunen, mits betaald. ", eigenaar=ROOS, moment=NU)
    assert (notitie.tekst, notitie.papier, notitie.plaats) == ("Steunen, mits betaald.", "", None)
    assert store.aantekeningen.van_vergadering(notitie.vergadering_id) == (notitie,)


def test_only_what_is_given_of_a_note_changes(store: Store) -> None:
    oud = _markering(store, "Wie betaalt dit?")
    nieuw = change_aantekening(store, oud.id, LATER, kleur=Kleur.ROZE, labels=["geld", " geld", ""])
    assert (nieuw.tekst, nieuw.kleur, nieuw.labels, nieuw.gewijzigd) == (oud.tekst, Kleur.ROZE, ("geld",), LATER)
    assert store.aantekeningen.get(oud.id) == nieuw
    assert change_aantekening(store, oud.id, LATER + timedelta(days=1), kleur=Kleur.ROZE) == nieuw


def test_a_note_is_shared_by_choice_and_made_private_again(store: Store) -> None:
    oud = _markering(store)
    (gedeeld,) = share_aantekeningen(store, [oud.id], Zicht.GEDEELD, LATER, met=["Bram Noord", "Bram Noord"])
    assert gedeeld.gedeeld_met == ("Bram Noord",)
    (weer,) = share_aantekeningen(store, [oud.id], Zicht.PRIVE, LATER, met=["Bram Noord"])
    assert store.aantekeningen.get(oud.id) == weer
    assert (weer.zicht, weer.gedeeld_met) == (Zicht.PRIVE, ())


def test_a_removed_note_comes_back_whole_when_that_is_undone(store: Store) -> None:
    oud = change_aantekening(store, _markering(store, "Zwanenzang").id, LATER, labels=["geld"])
    _, wijziging = store.record(lambda: remove_aantekeningen(store, [oud.id]))
    assert store.zoekregister.zoek("zwanenzang", aantekeningen=True) == ()
    store.redo(wijziging.terug())
    assert store.aantekeningen.get(oud.id) == oud
    assert [plek.bron for plek in store.zoekregister.zoek("zwanenzang", aantekeningen=True)] == [oud.id]


def test_notes_change_nothing_of_the_meeting_and_are_not_found_among_its_papers(store: Store) -> None:
    hier = _plek(store).vergadering_id
    voor = store.opname(hier)
    answer_vraag(store, _markering(store, "Zwanenzang").id, "Het fonds.", LATER)
    assert store.opname(hier) == voor
    assert find(store, "zwanenzang") == ()
    assert [plek.fragment for plek in store.zoekregister.zoek("fonds", aantekeningen=True)]


def test_a_note_keeps_its_place_in_every_version(store: Store) -> None:
    oud = _markering(store)
    gevonden = with_plaats(oud, _anker(TWEEDE, 3), Oordeel.WAARSCHIJNLIJK, "herschreven")
    with store.transaction():
        store.aantekeningen.save(gevonden)
    assert [plaats.anker.versie for plaats in gevonden.plaatsen] == [EERSTE, TWEEDE]
    assert gevonden.plaats is not None
    assert gevonden.gemaakt_op == _anker()
    (bevestigd,) = confirm_plaatsen(store, [oud.id])
    assert bevestigd.gemaakt_op == _anker(TWEEDE, 3)
    assert confirm_plaatsen(store, [oud.id]) == ()
    verzet = put_aantekening(store, oud.id, _anker(TWEEDE, 4))
    assert [(plaats.anker.pagina, plaats.oordeel) for plaats in verzet.plaatsen] == [
        (2, Oordeel.GEMAAKT),
        (4, Oordeel.BEVESTIGD),
    ]
    assert store.aantekeningen.get(oud.id) == verzet


def test_a_note_stays_when_its_item_is_taken_away(store: Store) -> None:
    oud = _markering(store)
    with store.transaction():
        store.stukken.delete("nota")
        store.agendapunten.delete("oever")
    assert store.aantekeningen.get(oud.id).agendapunt_id is None


def test_a_drawing_grows_with_each_stroke_and_so_does_the_room_it_takes(store: Store) -> None:
    eerste, tweede = (Lijn(2, (Inktpunt(x, x, 0.2), Inktpunt(x + 30, x + 10, 0.9))) for x in (100, 150))
    anker = replace(_anker(), citaat="", vlakken=(Vlak(2, 100, 100, 130, 110),))
    inkt = add_aantekening(store, _plek(store), anker, Soort.INKT, eigenaar=ROOS, moment=NU, lijnen=[eerste])
    extend_inkt(store, inkt.id, tweede, NU + timedelta(seconds=5))
    bewaard = store.aantekeningen.get(inkt.id)
    assert bewaard.lijnen == (eerste, tweede)
    assert bewaard.gewijzigd == NU + timedelta(seconds=5)
    (plaats,) = bewaard.plaatsen
    assert plaats.anker.vlakken == (Vlak(2, 100, 100, 180, 160),)
