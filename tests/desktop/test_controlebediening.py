"""What the secretaris judges of findings: accepted with a name and a day, and taken back later."""

from datetime import datetime, time
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.venster import druk, toon_venster
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.palet import Kieslijst
from tk_desktop.desktop.parts.reden import RedenVraag
from tk_desktop.domain.datum import kort
from tk_desktop.meeting.gremia import add_gremium
from tk_desktop.meeting.vergaderingen import add_vergadering


def test_an_acceptance_tells_who_and_when_and_is_taken_back_in_a_later_session(qtbot: QtBot, werkmap: Path) -> None:
    with toon_venster(qtbot, werkmap) as bediening:
        store, sessie = bediening.sessie.store, bediening.sessie
        sessie.voorkeuren.naam = "Roos van Dalen"
        id_ = store.vergaderingen.all()[0].id
        bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=id_))
        lijst = bediening.werkblad.controle
        qtbot.waitUntil(lambda: bool(lijst.model.bevindingen), timeout=30_000)
        eerste = lijst.model.bevindingen[0]
        lijst.volgende()
        bediening.opdrachten.acties["controle.aanvaarden"].trigger()
        vraag = QApplication.activeModalWidget()
        assert isinstance(vraag, RedenVraag)
        vraag.reden.setText("Volgt per post")
        druk("Return", vraag.reden)
        wie = f"Aanvaard op {kort(sessie.nu().date())} door Roos van Dalen: Volgt per post"
        qtbot.waitUntil(lambda: any(wie in een.wat for een in lijst.model.bevindingen), timeout=30_000)
    with toon_venster(qtbot, werkmap) as bediening:
        bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=id_))
        lijst = bediening.werkblad.controle
        bediening.opdrachten.acties["controle.beoordelingen"].trigger()
        keuze = QApplication.activeModalWidget()
        assert isinstance(keuze, Kieslijst)
        assert keuze.regels() == [f"{eerste.waar}: {wie}"]
        druk("Return", keuze.zoek)
        assert bediening.venster.toast.tekst == f"De bevinding bij ‘{eerste.waar}’ telt weer mee."
        qtbot.waitUntil(lambda: eerste in lijst.model.bevindingen, timeout=30_000)
        (aanvaard,) = bediening.sessie.store.opname(id_).aanvaard
        assert str(aanvaard).endswith("door Roos van Dalen.")
        bediening.opdrachten.acties["controle.beoordelingen"].trigger()
        keuze = QApplication.activeModalWidget()
        assert isinstance(keuze, Kieslijst)
        assert "Ingetrokken op" in keuze.regels()[0]
        druk("Return", keuze.zoek)
        assert bediening.venster.toast.tekst == "Deze aanvaarding is al ingetrokken."


def test_nothing_is_called_in_order_before_the_check_has_looked(qtbot: QtBot, werkmap: Path) -> None:
    with toon_venster(qtbot, werkmap) as bediening:
        id_ = bediening.sessie.store.vergaderingen.all()[0].id
        bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=id_))
        lijst = bediening.werkblad.controle
        assert lijst.telling == "Controle: wordt nagekeken"
        qtbot.waitUntil(lambda: bool(lijst.model.bevindingen), timeout=30_000)
        assert lijst.telling.startswith("Controle: ")
        assert "fout" in lijst.telling


def test_a_finding_on_the_meeting_itself_opens_its_facts_at_the_field(qtbot: QtBot, werkmap: Path) -> None:
    with toon_venster(qtbot, werkmap) as bediening:
        store = bediening.sessie.store
        hier = store.vergaderingen.all()[0]
        bediening.sessie.nu = lambda: datetime.combine(hier.datum, time(8)).astimezone()
        ander = add_gremium(store, "Werkgroep Kade", "WG K")
        add_vergadering(
            store, ander.id, hier.datum, begin=hier.begin, plaats=hier.plaats, voorzitter_id=hier.voorzitter_id
        )
        bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=hier.id))
        lijst = bediening.werkblad.controle
        qtbot.waitUntil(lambda: "DB01" in [een.code for een in lijst.model.bevindingen], timeout=30_000)
        for code, veld in (("DB01", "Begin"), ("DB02", "Plaats")):
            codes = [een.code for een in lijst.model.bevindingen]
            lijst.tabel.selectRow(codes.index(code))
            lijst.volgende(0)
            druk("Return", lijst.tabel)
            blad = QApplication.activeModalWidget()
            assert blad is not None
            qtbot.waitUntil(blad.isActiveWindow)
            waar = blad.focusWidget()
            assert waar is not None
            assert waar.accessibleName() == veld
            druk("Escape", blad)
        assert bediening.sessie.geschiedenis.diepte == 0
