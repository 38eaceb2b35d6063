"""A whole meeting by keys, and what comes out of it: verslag, lists and the next agenda say the same."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.desktop.venster import druk, toon_venster, typ
from tests.verpakt import paginateksten
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.adres import Adres, Scherm
from tk_desktop.desktop.bediening import Bediening
from tk_desktop.desktop.tafel_mensen import Deurvraag
from tk_desktop.desktop.tafelblad import Tafelblad
from tk_desktop.desktop.verslagbestanden import write_papieren
from tk_desktop.desktop.verslagkeuze import Verslagkeuze
from tk_desktop.domain.vergaderset import Doelgroep, Variant, zichtbaar_voor
from tk_desktop.domain.zitting import Zitting
from tk_desktop.domain.zittingpapier import Zittingpapier
from tk_desktop.export.bladen import geen_ankers, schrijf_agenda
from tk_desktop.export.vorm import Vorm, new_document
from tk_desktop.meeting.vergaderingen import add_vergadering

GEHEIM = "Kwadraat biedt honderd meer"
GEHEIME_ACTIE = "tekent de schikking"
BEGIN = datetime(2026, 6, 4, 9, 30, tzinfo=UTC)


class Gang:
    """A user who holds the meeting, with a clock that goes on four minutes at every item."""

    def __init__(self, qtbot: QtBot, bediening: Bediening) -> None:
        self.qtbot = qtbot
        self.bediening = bediening
        self.nu = BEGIN
        bediening.sessie.nu = self.klok

    def klok(self) -> datetime:
        return self.nu

    @property
    def blad(self) -> Tafelblad:
        return self.bediening.tafel.bediening().blad

    @property
    def nummer(self) -> str:
        return self.blad.punt.text().split()[0]

    def volgende(self) -> None:
        self.nu += timedelta(minutes=4)
        druk("Ctrl+PgDown")
        while isinstance(vraag := QApplication.activeModalWidget(), QDialog):
            assert isinstance(vraag, Deurvraag)
            vraag.knop.click()
            self.qtbot.waitUntil(lambda: not vraag.isVisible())
        self.naar_besprokene()

    def opdracht(self, naam: str) -> None:
        """Give a command by its words, as the palette finds it."""
        druk("Alt+Q")
        palet = self.bediening.typen.palet
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is palet.zoek)
        typ(naam)
        druk("Return")
        self.naar_besprokene()

    def naar_besprokene(self) -> None:
        """Go where is written what is said, once the window has the keyboard back."""
        self.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
        self.bediening.venster.activateWindow()  # as a window manager does when a dialog closes
        self.blad.besproken.setFocus()
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is self.blad.besproken)

    def zeg(self, *regels: str) -> None:
        for regel in regels:
            typ(regel)
            druk("Return")


@pytest.fixture
def gang(qtbot: QtBot, werkmap: Path) -> Iterator[Gang]:
    with toon_venster(qtbot, werkmap) as bediening:
        id_ = bediening.sessie.store.vergaderingen.all()[0].id
        bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=id_, punt="punt-opening"))
        druk("F5")
        yield Gang(qtbot, bediening)


def _houd(gang: Gang) -> Zitting:
    """Hold the sample meeting from the first item to the last, by keys alone."""
    gang.opdracht("Vergadering openen")
    store, id_ = gang.bediening.sessie.store, gang.bediening.adres.vergadering
    gezien = []
    for _ in store.opname(id_).agendapunten:
        gezien.append(gang.nummer)
        match gang.nummer:
            case "1A":
                druk("Alt+1")
                gang.zeg(GEHEIM, f"!directie {GEHEIME_ACTIE} 1 juli")
            case "2a":
                druk("Alt+1")
                gang.zeg("De GGD licht toe.", "!GGD/dpg artsentekort agenderen 1 juli")
            case "2b":
                druk("Alt+2")
                druk("Ctrl+End")
                typ(" Jaarlijks wordt verslag gedaan.")
                druk("Alt+N")
                gang.zeg("!!Hidde Okkerse: stuurt de cijfers rond 1 september")
            case "4":
                druk("Alt+5")
            case _:
                gang.zeg(f"Besproken bij {gang.nummer}.")
        gang.volgende()
    gang.opdracht("Vergadering sluiten")
    assert gezien == [str(store.opname(id_).nummers[punt.id]) for punt in store.opname(id_).agendapunten]
    return store.zitting(id_)


def test_a_whole_meeting_by_keys_gives_papers_that_agree_with_each_other(gang: Gang, tmp_path: Path) -> None:
    zitting = _houd(gang)
    store, opname = gang.bediening.sessie.store, zitting.opname
    assert [str(opname.nummers[punt.id]) for punt in opname.agendapunten if zitting.besluiten_bij(punt)] == [
        *("1A", "2a", "2b", "4")
    ]
    assert all(zitting.verslag_van(punt).geeindigd is not None for punt in opname.agendapunten)
    later = add_vergadering(store, opname.gremium.id, opname.vergadering.datum + timedelta(days=28))
    alles = frozenset({Zittingpapier.VERSLAG, Zittingpapier.BESLUITENLIJST, Zittingpapier.ACTIELIJST})
    keuze = Verslagkeuze(openbaar=alles, besloten=alles, word=False)
    bestanden = write_papieren(store, opname.vergadering.id, keuze, tmp_path, Progress())
    teksten = {pad.stem.split(" ", 3)[3]: " ".join(" ".join(paginateksten(pad)).split()) for pad in bestanden}
    for soort, achter in ((Doelgroep.OPENBAAR, ""), (Doelgroep.LEDEN, " (besloten)")):
        agenda = tmp_path / f"agenda{achter}.pdf"
        gezien = zichtbaar_voor(store.opname(later.id), Variant(doelgroep=soort))
        document = new_document(Vorm.PDF, gezien, "Agenda")
        schrijf_agenda(document, gezien, geen_ankers)
        teksten[f"agenda{achter}"] = " ".join(" ".join(paginateksten(document.write(agenda))).split())

    for naam, tekst in teksten.items():
        for besluit in zitting.besluiten:
            if naam.startswith("besluitenlijst"):
                assert (besluit.nummer in tekst) == (not besluit.besloten or "besloten" in naam), naam
        for actie in zitting.acties:
            if not naam.startswith("besluitenlijst"):
                assert (actie.tekst in tekst) == (not actie.besloten or "besloten" in naam), (naam, actie.tekst)
        if "(besloten)" not in naam:
            assert GEHEIM not in tekst
            assert GEHEIME_ACTIE not in tekst
    assert "Jaarlijks wordt verslag gedaan." in teksten["verslag"]
    assert "Jaarlijks wordt verslag gedaan." in teksten["besluitenlijst"]
    assert "09.30 –" in teksten["verslag"]
    assert GEHEIM in teksten["verslag (besloten)"]


def test_the_open_actions_go_unasked_into_the_verslag_of_the_next_meeting(gang: Gang, tmp_path: Path) -> None:
    zitting = _houd(gang)
    store, opname = gang.bediening.sessie.store, zitting.opname
    later = add_vergadering(store, opname.gremium.id, opname.vergadering.datum + timedelta(days=28))
    keuze = Verslagkeuze(openbaar=frozenset({Zittingpapier.VERSLAG}), word=False)
    (verslag,) = write_papieren(store, later.id, keuze, tmp_path, Progress())
    tekst = " ".join(" ".join(paginateksten(verslag)).split())
    assert "Openstaande acties uit eerdere vergaderingen" in tekst
    assert "artsentekort agenderen" in tekst
    assert GEHEIME_ACTIE not in tekst
