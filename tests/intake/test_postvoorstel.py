"""Post is proposed with a place for each file; nothing is stored before somebody agrees, and then all at once."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.intake.berichtbouwers import van_gmail, van_outlook
from tests.papier import a_paper
from tests.verpakt import VOORBEELD
from tk_desktop.base.progress import Progress
from tk_desktop.intake.bestanden import lees_bestanden
from tk_desktop.intake.ontvangst import Ontvangst, read_dropped
from tk_desktop.intake.opnemen import neem_op
from tk_desktop.intake.postvoorstel import (
    Postvoorstel,
    kies_afmelding,
    kies_mee,
    kies_punt,
    neem_post_op,
    stel_post_voor,
)
from tk_desktop.intake.toevoegen import add_bestanden
from tk_desktop.paper.cache import Bladcache
from tk_desktop.store.werkmap import Store

NU = datetime.fromisoformat("2026-05-20T09:00:00+02:00")
PDF = a_paper(["Plan van aanpak"])
AGENDA = VOORBEELD / "BC GO 2026-06-04 agenda.docx"
NOTA = next(VOORBEELD.glob("*2a adviesnota*.docx"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.making(tmp_path / "werkmap") as store:
        neem_op(store, lees_bestanden([AGENDA]), nu=NU)
        yield store


def _lees(store: Store, *paden: Path) -> Ontvangst:
    return read_dropped(paden, Bladcache(store.cache), store.map, Progress())


def _voorstel(store: Store, ontvangst: Ontvangst) -> Postvoorstel:
    return stel_post_voor(store, ontvangst.gelezen, store.vergaderingen.all()[0].id, NU)


def _nummers(store: Store, voorstel: Postvoorstel) -> list[tuple[str, str, bool]]:
    nummers = store.opname(voorstel.vergadering_id).nummers
    return [(stuk.bestand.bron.name, str(nummers.get(stuk.punt_id, "")), stuk.gaat_mee) for stuk in voorstel.stukken]


def test_each_file_is_proposed_for_the_item_that_its_name_its_nota_or_the_subject_tells(
    store: Store, tmp_path: Path
) -> None:
    bijlagen = [
        ("Nota.docx", NOTA.read_bytes()),
        ("3 bijlage 1 - Schets.pdf", PDF),
        ("Plan.pdf", PDF),
        ("99 X.pdf", PDF),
    ]
    pad = van_outlook(tmp_path / "Stukken.eml", "Hierbij. Ik ben 4 juni verhinderd.", bijlagen, "Punt 8b")
    with _lees(store, pad) as ontvangst:
        voorstel = _voorstel(store, ontvangst)
    assert _nummers(store, voorstel) == [
        ("Nota.docx", "8b", True), ("3 bijlage 1 - Schets.pdf", "3", True), ("Plan.pdf", "8b", True),
        ("99 X.pdf", "", False),
    ]  # fmt: skip
    assert voorstel.stukken[0].twijfel == "De nota noemt agendapunt 2a."
    assert voorstel.stukken[3].twijfel == "Punt 99 staat niet op deze agenda."
    assert [een.gaat_mee for een in voorstel.afmeldingen] == [False]
    assert len(voorstel.let_op) == 1
    assert store.opname(voorstel.vergadering_id).versies == {}


def test_an_agenda_is_no_paper_of_the_item_that_the_subject_names(store: Store, tmp_path: Path) -> None:
    post = van_gmail(tmp_path / "b.eml", "Zie.", [("agenda.docx", AGENDA.read_bytes())], "Stukken agendapunt 2a")
    with _lees(store, post) as ontvangst:
        (stuk,) = _voorstel(store, ontvangst).stukken
        assert (stuk.punt_id, stuk.gaat_mee, stuk.twijfel[:20]) == ("", False, "Dit lijkt een agenda")


def test_what_is_agreed_to_is_stored_and_the_message_with_it(store: Store, tmp_path: Path) -> None:
    pad = van_gmail(tmp_path / "b.eml", "Zie bijlage.", [("Plan.pdf", PDF), ("Weg.pdf", PDF + b"\n")], "Stukken")
    with _lees(store, pad) as ontvangst:
        voorstel = _voorstel(store, ontvangst)
        punt = next(p for p in store.opname(voorstel.vergadering_id).agendapunten)
        voorstel = kies_punt(voorstel, voorstel.stukken[0].bestand.bron, punt.id)
        voorstel = kies_mee(kies_punt(voorstel, voorstel.stukken[1].bestand.bron, punt.id),
                            voorstel.stukken[1].bestand.bron, False)  # fmt: skip
        gedaan = neem_post_op(store, voorstel, NU)
    opname = store.opname(voorstel.vergadering_id)
    assert [opname.versies[id_].bestandsnaam for id_ in gedaan.stukken] == ["Plan.pdf"]
    assert "b.eml" in {bron.bestandsnaam for bron in store.bronnen.van_vergadering(voorstel.vergadering_id)}


def test_an_absence_of_somebody_unknown_cannot_be_agreed_to(store: Store, tmp_path: Path) -> None:
    with _lees(store, van_gmail(tmp_path / "b.eml", "Ik ben verhinderd.", [])) as ontvangst:
        voorstel = kies_afmelding(_voorstel(store, ontvangst), 0, True)
    assert not voorstel.afmeldingen[0].gaat_mee


def test_a_message_put_on_an_item_gives_its_files_to_that_item(store: Store, tmp_path: Path) -> None:
    pad = van_outlook(tmp_path / "b.eml", "Hierbij.", [("Plan.pdf", PDF), ("kapot.pdf", b"x"), ("foto.heic", b"x")])
    opname = store.opname(store.vergaderingen.all()[0].id)
    punt = next(punt for punt in opname.agendapunten if str(opname.nummers[punt.id]) == "3")
    with _lees(store, pad) as ontvangst:
        assert [weg.bestand for weg in ontvangst.geweigerd] == ["kapot.pdf", "foto.heic"]
        gedaan = add_bestanden(store, ontvangst.gelezen, punt.id, nu=NU)
    assert len(gedaan.stukken) == 1
    assert not ontvangst.map.exists()
    assert "b.eml" in {bron.bestandsnaam for bron in store.bronnen.van_vergadering(opname.vergadering.id)}
