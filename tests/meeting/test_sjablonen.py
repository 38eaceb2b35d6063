"""A nota begins with a form, a template or an earlier nota; what is used often stands first."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_gremium, een_opname, een_vergadering
from tk_desktop.domain.nota import Nota, Sectiesoort, Vorm
from tk_desktop.domain.sjabloon import PROEF, Startsoort
from tk_desktop.meeting.notas import start_nota, write_sectie, write_voorstel
from tk_desktop.meeting.sjablonen import (
    SjabloonNaamOntbreekt,
    begin_nota,
    keep_sjabloon,
    nota_starts,
    remove_sjabloon,
    toggle_favoriet,
    trial_nota,
)
from tk_desktop.store.werkmap import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        yield geopend


def _een_punt(store: Store, dag: date = date(2026, 3, 11)) -> str:
    gremium = een_gremium()
    vergadering = een_vergadering(gremium_id=gremium.id, datum=dag)
    punt = een_agendapunt(titel="Veilige oevers")
    bewaar(store, een_opname(gremium=gremium, vergadering=vergadering, agendapunten=[punt]))
    return punt.id


def _een_nota(store: Store) -> Nota:
    nota = start_nota(store, _een_punt(store), Vorm.ADVIESNOTA, "Veilige oevers")
    nota = write_voorstel(store, nota.id, "1. De oevers te herstellen op {{datum}}, zie agendapunt 1.")
    besluit = nota.sectie(Sectiesoort.BESLUIT)
    assert besluit is not None
    return write_sectie(store, nota.id, besluit.id, "Conform.")


def test_a_template_keeps_texts_and_placeholders_but_no_number_decision_or_tie(store: Store) -> None:
    sjabloon = keep_sjabloon(store, _een_nota(store).id, " Herstel ")
    assert store.sjablonen.get(sjabloon.id) == sjabloon
    assert (sjabloon.naam, sjabloon.nota.registratienummer) == ("Herstel", "")
    nieuw = begin_nota(store, Startsoort.SJABLOON, sjabloon.id, _een_punt(store, date(2027, 1, 13)), "Kaden")
    assert nieuw.voorstel[0].tekst == (
        "De oevers te herstellen op {{datum}}, zie agendapunt 1 van de vergadering van 11 maart 2026."
    )
    assert (nieuw.onderwerp, nieuw.registratienummer) == ("Kaden", "2027-000001")
    assert [sectie.tekst for sectie in nieuw.secties if sectie.soort is Sectiesoort.BESLUIT] == [""]
    weer = begin_nota(store, Startsoort.SJABLOON, sjabloon.id, _een_punt(store, date(2028, 1, 12)), "Kaden")
    assert not {sectie.id for sectie in weer.secties} & {sectie.id for sectie in nieuw.secties}


def test_a_template_of_the_same_name_takes_the_place_of_the_earlier_one(store: Store) -> None:
    nota = _een_nota(store)
    eerste = keep_sjabloon(store, nota.id, "Herstel")
    write_voorstel(store, nota.id, "1. Anders.")
    tweede = keep_sjabloon(store, nota.id, "herstel")
    assert (tweede.id, len(store.sjablonen.all())) == (eerste.id, 1)
    with pytest.raises(SjabloonNaamOntbreekt):
        keep_sjabloon(store, nota.id, " ")


def test_what_was_besloten_stays_so_through_a_template(store: Store) -> None:
    nota = _een_nota(store)
    store.stukken.save(replace(store.stukken.get(nota.stuk_id), besloten=True))
    sjabloon = keep_sjabloon(store, nota.id, "Geheim")
    nieuw = begin_nota(store, Startsoort.SJABLOON, sjabloon.id, _een_punt(store), "Kaden")
    assert store.stukken.get(nieuw.stuk_id).besloten
    assert {start.besloten for start in nota_starts(store) if start.soort is not Startsoort.VORM} == {True}


def test_favourites_stand_first_and_go_with_their_template(store: Store) -> None:
    nota = _een_nota(store)
    sjabloon = keep_sjabloon(store, nota.id, "Herstel")
    assert [start.soort for start in nota_starts(store)] == [Startsoort.VORM] * 5 + [
        Startsoort.SJABLOON,
        Startsoort.NOTA,
    ]
    assert toggle_favoriet(store, Startsoort.SJABLOON, sjabloon.id)
    assert toggle_favoriet(store, Startsoort.VORM, "opinierende nota")
    namen = [start.naam for start in nota_starts(store)]
    assert namen[:3] == ["Opiniërende nota", "Herstel", "Adviesnota"]
    assert not toggle_favoriet(store, Startsoort.VORM, "opinierende nota")
    remove_sjabloon(store, sjabloon.id)
    assert [start.naam for start in nota_starts(store) if start.favoriet] == []
    assert store.favorieten.all() == ()


@pytest.mark.parametrize("soort", list(Startsoort))
def test_a_trial_shows_what_begins_without_keeping_anything(store: Store, soort: Startsoort) -> None:
    nota = _een_nota(store)
    sjabloon = keep_sjabloon(store, nota.id, "Herstel")
    bron = {Startsoort.VORM: Vorm.ADVIESNOTA.value, Startsoort.SJABLOON: sjabloon.id, Startsoort.NOTA: nota.id}[soort]
    punt = store.agendapunten.get(_een_punt(store))
    proef = trial_nota(store, punt.vergadering_id, punt.id, soort, bron)
    begonnen = begin_nota(store, soort, bron, punt.id, punt.titel)
    assert [s.tekst for s in proef.notas[PROEF].secties] == [s.tekst for s in begonnen.secties]
    assert [p.tekst for p in proef.notas[PROEF].voorstel] == [p.tekst for p in begonnen.voorstel]
    assert store.notas.registratienummers()[-1] == begonnen.registratienummer


def test_every_change_of_the_library_can_be_undone(store: Store) -> None:
    nota = _een_nota(store)
    _, wijziging = store.record(lambda: keep_sjabloon(store, nota.id, "Herstel"))
    store.redo(wijziging.terug())
    assert store.sjablonen.all() == ()
