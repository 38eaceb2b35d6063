"""The form of a nota, wired to the werkmap: kept, undone, sent back and put back."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tk_desktop.desktop.nota.nota_editor import NotaEditor
from tk_desktop.desktop.nota.notabediening import Notabediening
from tk_desktop.desktop.nota.notaversies import Notaversies
from tk_desktop.desktop.parts.foutmelding import Meldbalk
from tk_desktop.desktop.parts.reden import RedenVraag
from tk_desktop.desktop.session.jobs import Jobs
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.session.voorkeuren import Voorkeuren
from tk_desktop.desktop.text.redenenveld import Redenrij
from tk_desktop.desktop.text.rijke_tekst import RijkeTekst
from tk_desktop.domain.nota import Nota, Sectiesoort, Vorm
from tk_desktop.meeting.notas import write_sectie
from tk_desktop.meeting.notastand import steps
from tk_desktop.meeting.notaversies import versions
from tk_desktop.store.werkmap import Store

Typ = Callable[[QWidget, str], None]


@pytest.fixture
def klok() -> list[datetime]:
    return [datetime(2026, 3, 2, 14, 0)]


@pytest.fixture
def bediening(qtbot: QtBot, store: Store, jobs: Jobs, vergadering_id: str, klok: list[datetime]) -> Notabediening:
    sessie = Sessie(store, jobs, Meldbalk(), Voorkeuren(store.map))
    eigen = Notabediening(sessie, lambda: store.opname(vergadering_id), lambda: klok[0])
    sessie.veranderd.connect(eigen.herlaad)
    qtbot.addWidget(eigen.editor)
    eigen.editor.resize(700, 500)
    eigen.editor.show()
    assert eigen.toon("stuk-2a")
    return eigen


def _nota(bediening: Notabediening) -> Nota:
    return bediening._store.notas.get("nota-2a")


def _veld(editor: NotaEditor, naam: str) -> RijkeTekst:
    (veld,) = [veld for veld in editor.findChildren(RijkeTekst) if veld.accessibleName() == naam]
    return veld


def _tekst(bediening: Notabediening, soort: Sectiesoort) -> str:
    sectie = _nota(bediening).sectie(soort)
    assert sectie is not None
    return sectie.tekst


def test_what_is_typed_is_kept_and_one_undo_brings_it_back_with_the_cursor(
    bediening: Notabediening, type_text: Typ
) -> None:
    veld = _veld(bediening.editor, "Communicatie")
    was = _tekst(bediening, Sectiesoort.COMMUNICATIE)
    veld.setFocus()
    QTest.keyClick(veld, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    type_text(veld, " En é.")
    bediening.leg_vast()
    type_text(veld, " Zie agendapunt 3.")
    bediening.leg_vast()
    assert _tekst(bediening, Sectiesoort.COMMUNICATIE).startswith(f"{was} En é. Zie agendapunt {{{{punt:")
    assert veld.tekst().endswith(" Zie agendapunt 3.")
    bediening._sessie.maak_ongedaan()
    assert _tekst(bediening, Sectiesoort.COMMUNICATIE) == was == veld.tekst()
    assert veld.textCursor().atEnd()


def test_the_first_edit_of_a_received_nota_keeps_it_as_it_came(
    bediening: Notabediening, type_text: Typ, store: Store, klok: list[datetime]
) -> None:
    was = _nota(bediening)
    for minuten, woord in ((0, "A"), (5, "B"), (40, "C")):
        klok[0] += timedelta(minutes=minuten)
        type_text(_veld(bediening.editor, "Inleiding"), woord)
        bediening.leg_vast()
    laatste, eerste = versions(store, "nota-2a")
    assert eerste.nota == was
    sectie = laatste.nota.sectie(Sectiesoort.INLEIDING)
    assert sectie is not None
    assert sectie.tekst.startswith("AB")


def test_a_point_taken_from_the_middle_leaves_the_reasons_with_their_points(bediening: Notabediening) -> None:
    veld = _veld(bediening.editor, "Voorstel")
    _, twee, _ = _nota(bediening).voorstel
    veld.zet_tekst(veld.tekst().partition("\n")[2])
    veld.gewijzigd.emit()
    bediening.leg_vast()
    assert _nota(bediening).voorstel[0].id == twee.id
    nummers = [
        rij.nummer.text() for rij in bediening.editor.findChildren(Redenrij) if rij.isVisibleTo(bediening.editor)
    ]
    assert nummers[:2] == ["1.1", "1.2"]
    bediening._sessie.maak_ongedaan()
    assert len(_nota(bediening).voorstel) == 3


def test_a_reason_is_added_moved_and_removed_on_the_screen(bediening: Notabediening, type_text: Typ) -> None:
    (knop,) = [
        knop
        for knop in bediening.editor.findChildren(QPushButton)
        if knop.accessibleName() == "Argument toevoegen bij punt 2"
    ]
    knop.click()
    rij = next(rij for rij in bediening.editor.findChildren(Redenrij) if not rij.nummer.text())
    type_text(rij.kop, "Het is nodig")
    bediening.leg_vast()
    assert rij.nummer.text() == "2.3"
    rij._wens("omhoog")
    assert rij.nummer.text() == "2.2"
    rij._wens("weg")
    assert rij.id not in {reden.id for reden in _nota(bediening).argumenten}
    bediening._sessie.maak_ongedaan()
    assert rij.id in {reden.id for reden in _nota(bediening).argumenten}


def test_another_form_keeps_the_texts_and_the_paper_follows(bediening: Notabediening, store: Store) -> None:
    was = _nota(bediening)
    bediening.editor.hoofd_gewijzigd.emit("nota-2a", "vorm", Vorm.INFORMATIENOTA_DOEL.value)
    assert bediening.editor.hoofd.titel.text() == "Informatienota 2a"
    assert {s.tekst for s in was.secties if s.tekst} <= {s.tekst for s in _nota(bediening).secties}
    for wat, waarde in (("onderwerp", "Fit"), ("domein", "Jeugd"), ("behandelaars", "Roos van Dalen")):
        bediening.editor.hoofd_gewijzigd.emit("nota-2a", wat, waarde)
    nu = _nota(bediening)
    assert (nu.onderwerp, nu.domein, [wie.naam for wie in nu.behandelaars]) == ("Fit", "Jeugd", ["Roos van Dalen"])
    assert store.stukken.get("stuk-2a").titel == "Fit"


def test_a_nota_is_handed_in_and_sent_back_with_a_reason(bediening: Notabediening, store: Store) -> None:
    bediening.editor.stap_gevraagd.emit("nota-2a", "ingediend")
    bediening.editor.stap_gevraagd.emit("nota-2a", "teruggestuurd")
    (vraag,) = bediening.editor.findChildren(RedenVraag)
    vraag.reden.setText("Kosten ontbreken.")
    vraag._gaf()
    assert [stap.stand.value for stap in steps(store, "nota-2a")] == ["ingediend", "teruggestuurd"]
    assert bediening.editor.hoofd.reden.text().endswith(": Kosten ontbreken.")
    assert not bediening.editor.hoofd.reden.isHidden()


def test_handing_in_with_an_empty_section_tells_which(bediening: Notabediening, store: Store) -> None:
    sectie = _nota(bediening).sectie(Sectiesoort.BEOOGD_EFFECT)
    assert sectie is not None
    bediening.editor.sectie_gewijzigd.emit("nota-2a", sectie.id, "")
    bediening.editor.stap_gevraagd.emit("nota-2a", "ingediend")
    assert steps(store, "nota-2a") == ()
    assert not bediening._sessie.balk.isHidden()


def test_a_version_is_put_back_from_its_window(bediening: Notabediening, type_text: Typ) -> None:
    was = _nota(bediening)
    type_text(_veld(bediening.editor, "Inleiding"), "X")
    bediening.toon_versies()
    (venster,) = [v for v in bediening.editor.findChildren(QDialog) if isinstance(v, Notaversies)]
    venster._bewaar.click()
    assert venster.lijst.count() == 2
    venster.lijst.setCurrentRow(1)
    venster._terug.click()
    assert _nota(bediening) == was


def test_a_paper_without_a_form_shows_no_nota(bediening: Notabediening) -> None:
    assert not bediening.toon("nergens")
    assert set(bediening.opdrachten()) == {
        "nota.adviezen",
        "nota.vorige",
        "nota.volgende",
        "nota.nvt",
        "nota.versies",
        "nota.sjabloon",
        "nota.spelling",
        "taal.tips",
        "taal.alle",
        "taal.volgende",
        "taal.over",
    }


def test_what_another_window_wrote_is_kept_and_told_when_one_types_over_it(
    bediening: Notabediening, type_text: Typ
) -> None:
    editor, store = bediening.editor, bediening._store
    (sectie,) = [deel for deel in _nota(bediening).secties if deel.soort is Sectiesoort.INLEIDING]
    with Store.open(store.map) as ander:
        write_sectie(ander, "nota-2a", sectie.id, "Van een ander venster.")
    veld = _veld(editor, sectie.kop)
    veld.moveCursor(QTextCursor.MoveOperation.End)
    type_text(veld, "!")
    veld.leg_vast()
    assert _tekst(bediening, Sectiesoort.INLEIDING).endswith("!")
    (anders,) = [v for v in versions(store, "nota-2a") if v.reden == "Elders gewijzigd"]
    elders = anders.nota.sectie(Sectiesoort.INLEIDING)
    assert elders is not None
    assert elders.tekst == "Van een ander venster."
    balk = bediening._sessie.balk
    assert f"‘{sectie.kop}’" in balk.tekst
    assert [knop.text() for knop in balk.knoppen] == ["Verschil bekijken"]
    type_text(veld, "!")
    veld.leg_vast()
    assert sum(v.reden == "Elders gewijzigd" for v in versions(store, "nota-2a")) == 1
    assert balk.tekst == ""
