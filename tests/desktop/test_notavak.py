"""An item without a nota begins one afresh, or with the contents of an earlier one."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from tests.desktop.venster import druk, toon_venster, typ
from tk_desktop.desktop.nota.notakeuze import Notakeuze
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.session.overzicht import adres_van
from tk_desktop.desktop.text.rijke_tekst import RijkeTekst


def test_an_earlier_nota_is_taken_over_under_the_chosen_item_and_can_be_undone(
    qtbot: QtBot, qapp: object, werkmap: Path
) -> None:
    with toon_venster(qtbot, werkmap) as bediening:
        werkblad = bediening.werkblad
        bediening.ga_naar(
            Adres(scherm=Scherm.VERGADERINGEN, vergadering=bediening.sessie.store.vergaderingen.all()[0].id)
        )
        opname = werkblad.opname()
        punt = next(een for een in opname.agendapunten if str(opname.nummers[een.id]) == "6")
        werkblad.lijst.kies(punt.id)
        bediening.opdrachten.acties["nota.overnemen"].trigger()
        lijst = QApplication.activeModalWidget()
        assert isinstance(lijst, Notakeuze)
        assert len(lijst.regels()) == len(opname.notas)
        lijst.zoek.setText("2a")
        assert lijst.regels() == ["☆ 2a Projectplan Fit de klas in 2026-2029"]
        druk("Return", lijst.zoek)
        bron = next(
            nota for id_, nota in opname.notas.items() if opname.label(werkblad._store.stukken.get(id_)) == "2a"
        )
        nieuw = werkblad.opname().notas[werkblad.nota.stuk_id]
        assert nieuw.onderwerp == punt.titel
        assert [sectie.kop for sectie in nieuw.secties] == [sectie.kop for sectie in bron.secties]
        assert werkblad.blad.tabs.currentWidget() is werkblad.nota.blad
        bediening.opdrachten.acties["bewerken.ongedaan"].trigger()
        assert werkblad.opname().notas == opname.notas


def test_undo_and_redo_keep_the_keyboard_in_the_form_and_show_what_they_changed(qtbot: QtBot, werkmap: Path) -> None:
    def staat_bij(naam: str, tekst: str, plek: int) -> bool:
        veld = QApplication.focusWidget()
        if not isinstance(veld, RijkeTekst) or veld.accessibleName() != naam:
            return False
        blad = rol.viewport()
        midden = veld.viewport().mapTo(blad, veld.cursorRect().center())
        return (
            veld.toPlainText().endswith(tekst) and blad.rect().contains(midden) and veld.textCursor().position() == plek
        )

    with toon_venster(qtbot, werkmap) as bediening:
        werkblad = bediening.werkblad
        vergadering = bediening.sessie.store.vergaderingen.all()[0].id
        bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=vergadering))
        nota = next(een for een in werkblad.opname().notas.values() if len(een.voorstel) == 3)
        bediening.ga_naar(adres_van(werkblad.opname(), nota.stuk_id))
        kop = werkblad.nota.nota.editor.kop
        werkblad.nota.ga_naar("2a Projectplan, behandelend ambtenaar")  # a finding on a field that stands closed
        qtbot.waitUntil(lambda: kop.behandelaars.hasFocus() and not kop.behandelaars.visibleRegion().isEmpty())
        editor = werkblad.nota.nota.editor
        rol = next(een for een in editor.findChildren(QScrollArea) if een.accessibleName())
        secties = {sectie.kop: sectie for sectie in nota.secties}
        editor.ga_naar(secties["Voorstel"].id)
        ongedaan = bediening.opdrachten.acties["bewerken.ongedaan"]
        assert not ongedaan.isEnabled(), "there is nothing to undo, also in a field"
        druk("Ctrl+End")
        druk("Return")
        typ("Een punt erbij")
        bediening.opdrachten.menu_opent.emit()
        assert (ongedaan.text(), ongedaan.isEnabled()) == ("&Ongedaan maken: voorstel wijzigen", True)
        editor._redenen[secties["Argumenten"].id].voeg_toe(nota.voorstel[-1].id)
        qtbot.waitUntil(lambda: staat_bij("Kop van het nieuwe punt", "", 0))
        typ("Daarom")
        editor.leg_vast()
        editor.ga_naar(secties["Vervolg"].id)
        druk("Ctrl+End")
        typ(" Klaar.")
        eind = len(QApplication.focusWidget().toPlainText())  # type: ignore[union-attr]
        werkblad.lijst.kies(werkblad.opname().agendapunten[0].id)
        bediening.opdrachten.acties["punt.eigenschappen"].trigger()
        for _ in range(3):
            druk("Ctrl+Z")
        assert isinstance(QApplication.focusWidget(), RijkeTekst), QApplication.focusWidget()
        qtbot.waitUntil(lambda: staat_bij("Voorstel", "30 september 2026.", 290))
        druk("Ctrl+Y")
        qtbot.waitUntil(lambda: staat_bij("Voorstel", "Een punt erbij", 305))
        druk("Ctrl+Y")
        qtbot.waitUntil(lambda: staat_bij("Kop van 3.2", "Daarom", 6))
        druk("Ctrl+Y")
        qtbot.waitUntil(lambda: staat_bij("Vervolg", "Klaar.", eind))
