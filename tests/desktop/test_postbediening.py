"""Post in the window: a message is shown beside its files, and goes in only when somebody says so, in one step."""

from datetime import date
from pathlib import Path

import docx
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.bouwers import een_vergadering
from tests.desktop.venster import druk, toon_venster
from tests.intake.berichtbouwers import van_outlook
from tests.papier import a_paper
from tk_desktop.desktop.planning.postscherm import Postscherm
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.domain.vergadering import Vergadering
from tk_desktop.intake.ontvangst import ZONDER_OFFICE
from tk_desktop.meeting.leden import change_persoon
from tk_desktop.paper.office import find_office

BIJLAGEN = [("8b bijlage 1 - Cijfers.pdf", a_paper(["Cijfers"])), ("Los.pdf", a_paper(["Los blad"]))]


def _laat_vallen(bediening: Bediening, pad: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(pad))])
    knop, geen = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    bediening.venster.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, knop, geen))


def _scherm(qtbot: QtBot) -> Postscherm:
    def open_() -> list[Postscherm]:
        return [een for een in QApplication.topLevelWidgets() if isinstance(een, Postscherm) and een.isVisible()]

    qtbot.waitUntil(lambda: bool(open_()), timeout=20_000)
    return open_()[0]


def _vergadering(bediening: Bediening) -> Vergadering:
    return bediening.sessie.store.vergaderingen.all()[0]


def test_post_is_looked_over_and_taken_in_only_when_somebody_says_so(
    qtbot: QtBot, werkmap: Path, tmp_path: Path
) -> None:
    with toon_venster(qtbot, werkmap) as bediening:
        _post_that_is_not_taken_in_leaves_nothing(qtbot, bediening, tmp_path)
        _a_file_that_is_no_message_is_told(qtbot, bediening, tmp_path)
        _the_text_of_a_message_is_pasted(qtbot, bediening)
        _an_office_file_in_the_post_gets_pages(qtbot, bediening, tmp_path)
        _a_message_dropped_on_the_window_is_looked_over_and_taken_in_in_one_step(qtbot, bediening, tmp_path)
        bediening.sessie.balk.hide()
        _what_comes_into_the_folder_is_offered_and_stays_there(qtbot, bediening, tmp_path)
        _post_opens_at_the_meeting_that_it_names(qtbot, bediening, tmp_path)


def _a_message_dropped_on_the_window_is_looked_over_and_taken_in_in_one_step(
    qtbot: QtBot, bediening: Bediening, tmp_path: Path
) -> None:
    pad = van_outlook(tmp_path / "Stukken.eml", "Hierbij de cijfers. Ik ben 4 juni verhinderd.", BIJLAGEN)
    store = bediening.sessie.store
    lid = store.leden.van_gremium(_vergadering(bediening).gremium_id)[0]
    wie = store.personen.get(lid.persoon_id)
    change_persoon(store, wie.id, naam=wie.naam, email="R.vandeKolk@waterkant.example")
    _laat_vallen(bediening, pad)
    scherm = _scherm(qtbot)
    assert "Onderwerp: Stukken BC" in scherm.bericht.toPlainText()
    teksten = [scherm.lijst.item(nr).text() for nr in range(scherm.lijst.count())]
    assert [tekst.splitlines()[0] for tekst in teksten] == ["Cijfers", "Los", f"Afmelding vastleggen: {wie.naam}"]
    standen = [scherm.lijst.item(nr).checkState() for nr in range(scherm.lijst.count())]
    assert standen == [Qt.CheckState.Checked, Qt.CheckState.Unchecked, Qt.CheckState.Unchecked]
    assert "image001.png" in scherm.let_op.text()
    scherm.lijst.setCurrentRow(1)
    assert scherm.vraag.text() == "Niets zegt bij welk punt dit hoort."
    scherm.punt.setCurrentIndex(1)
    scherm.punt.activated.emit(1)
    scherm.lijst.setCurrentRow(2)
    scherm.lijst.item(2).setCheckState(Qt.CheckState.Checked)
    assert store.afmeldingen.all() == ()
    druk("Ctrl+Return", scherm)
    namen = {versie.bestandsnaam for versie in store.versies.nieuwste(_vergadering(bediening).id).values()}
    assert {"8b bijlage 1 - Cijfers.pdf", "Los.pdf"} <= namen
    assert [een.lid_id for een in store.afmeldingen.all()] == [lid.id]
    bediening.sessie.maak_ongedaan()
    namen = {versie.bestandsnaam for versie in store.versies.nieuwste(_vergadering(bediening).id).values()}
    assert not {"8b bijlage 1 - Cijfers.pdf", "Los.pdf"} & namen
    assert store.afmeldingen.all() == ()


def _post_opens_at_the_meeting_that_it_names(qtbot: QtBot, bediening: Bediening, tmp_path: Path) -> None:
    pad = van_outlook(tmp_path / "Stukken.eml", "Hierbij de cijfers.", BIJLAGEN, "Stukken 8 juli 2099")
    gremium = _vergadering(bediening).gremium_id
    for dag in (date(2099, 7, 1), date(2099, 7, 8)):
        vergadering = een_vergadering(gremium_id=gremium, datum=dag)
        bediening.sessie.store.vergaderingen.save(vergadering)
    _laat_vallen(bediening, pad)
    assert _scherm(qtbot).voorstel.vergadering_id == vergadering.id


def _post_that_is_not_taken_in_leaves_nothing(qtbot: QtBot, bediening: Bediening, tmp_path: Path) -> None:
    pad = van_outlook(tmp_path / "Stukken.eml", "Hierbij de cijfers.", BIJLAGEN)
    voor = len(bediening.sessie.store.bronnen.van_vergadering(_vergadering(bediening).id))
    _laat_vallen(bediening, pad)
    scherm = _scherm(qtbot)
    hint = scherm.minimumSizeHint()
    assert (hint.width() <= 640, hint.height() <= 360) == (True, True)
    druk("Escape", scherm.lijst)
    assert len(bediening.sessie.store.bronnen.van_vergadering(_vergadering(bediening).id)) == voor
    assert not list(bediening.sessie.store.map.glob(".tk-*"))


def _a_file_that_is_no_message_is_told(qtbot: QtBot, bediening: Bediening, tmp_path: Path) -> None:
    (tmp_path / "kapot.msg").write_bytes(b"geen bericht")
    with qtbot.waitSignal(bediening.sessie.gemeld, timeout=20_000) as gemeld:
        _laat_vallen(bediening, tmp_path / "kapot.msg")
    assert "‘kapot.msg’ is niet ingenomen" in gemeld.args[0]


def _what_comes_into_the_folder_is_offered_and_stays_there(qtbot: QtBot, bediening: Bediening, tmp_path: Path) -> None:
    map_ = tmp_path / "Inkomend"
    map_.mkdir()
    (map_ / "oud.pdf").write_bytes(BIJLAGEN[0][1])
    inkomend = bediening.plan.inkomend
    inkomend.volg(str(map_))
    inkomend.rust()
    qtbot.waitUntil(lambda: not inkomend.kijkt)
    (map_ / "8b bijlage 1 - Cijfers.pdf").write_bytes(BIJLAGEN[0][1])
    for _ in range(2):
        assert not bediening.sessie.balk.isVisible()
        inkomend.kijk()
        qtbot.waitUntil(lambda: not inkomend.kijkt)
    balk = bediening.sessie.balk
    assert any("‘8b bijlage 1 - Cijfers.pdf’" in label.text() for label in balk.findChildren(QLabel))
    with qtbot.waitSignal(inkomend.aangeboden) as aangeboden:
        next(knop for knop in balk.findChildren(QPushButton) if knop.text() == "Bekijken…").click()
    assert aangeboden.args == [(map_ / "8b bijlage 1 - Cijfers.pdf",)]
    scherm = _scherm(qtbot)
    druk("Escape", scherm.lijst)
    assert sorted(pad.name for pad in map_.iterdir()) == ["8b bijlage 1 - Cijfers.pdf", "oud.pdf"]
    inkomend.kijk()
    qtbot.waitUntil(lambda: not inkomend.kijkt)
    inkomend.stop()
    assert bediening.sessie.voorkeuren.inkomende_map == ""


def _the_text_of_a_message_is_pasted(qtbot: QtBot, bediening: Bediening) -> None:
    QGuiApplication.clipboard().setText("Van: Roos <r@x.example>\nOnderwerp: Afmelding\n\nIk ben 4 juni verhinderd.")
    bediening.opdrachten.acties["post.plakken"].trigger()
    scherm = _scherm(qtbot)
    assert "Afmelding vastleggen: Roos" in scherm.lijst.item(0).text()
    druk("Escape", scherm.lijst)
    assert not list(bediening.sessie.store.map.glob(".tk-*"))


def _an_office_file_in_the_post_gets_pages(qtbot: QtBot, bediening: Bediening, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("De kades van Marsmade.")
    document.save(str(tmp_path / "8b bijlage 1 - Kades.docx"))
    bediening.plan.neem_post([tmp_path / "8b bijlage 1 - Kades.docx"])
    scherm = _scherm(qtbot)
    (stuk,) = scherm.voorstel.stukken
    if find_office() is None:
        assert stuk.bestand.opmerkingen == (ZONDER_OFFICE,)
    else:
        assert (stuk.bestand.omgezet_met, len(stuk.bestand.paginas), stuk.bestand.opmerkingen) == (
            "LibreOffice",
            1,
            (),
        )
    druk("Escape", scherm.lijst)
    assert not list(bediening.sessie.store.map.glob(".tk-*"))
