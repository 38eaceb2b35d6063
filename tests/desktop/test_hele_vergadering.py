"""A whole meeting by keys, and what comes out of it: verslag, lists and the next agenda say the same."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import docx
import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QMenu
from pytestqt.qtbot import QtBot

from tests.desktop.venster import druk, toon_venster, typ
from tests.verpakt import paginateksten
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.desktop.sitting.tafel_mensen import Deurvraag
from tk_desktop.desktop.sitting.tafel_presentie import Chip
from tk_desktop.desktop.sitting.tafelblad import Tafelblad
from tk_desktop.desktop.sitting.verslag_vak import Verslagvak
from tk_desktop.desktop.sitting.verslagbestanden import write_papieren
from tk_desktop.desktop.sitting.verslagkeuze import Verslagkeuze
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.domain.datum import klok
from tk_desktop.domain.stemming import Keuze
from tk_desktop.domain.vergaderset import Doelgroep, Variant, zichtbaar_voor
from tk_desktop.domain.zitting import Zitting
from tk_desktop.domain.zittingpapier import Zittingpapier
from tk_desktop.export.bladen import geen_ankers, schrijf_agenda
from tk_desktop.export.vorm import Vorm, new_document
from tk_desktop.intake.word import lees_word_stuk
from tk_desktop.meeting.vergaderingen import add_vergadering

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of every menu

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
            self.wacht_op(vraag)
            druk("Return")
            self.qtbot.waitUntil(lambda: not vraag.isVisible())
        self.naar_besprokene()

    def stem(self, keuzes: str) -> None:
        """Vote by roll call, a key for each."""
        druk("Alt+T")
        vak = self.bediening.tafel.bediening().stemmen.vak
        assert vak is not None
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is vak.onderwerp)
        druk("Tab")
        druk("Down")
        druk("Alt+B")
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is vak.lijst)
        for keuze in keuzes:
            druk(keuze)
        druk("Escape")
        self.naar_besprokene()

    def opdracht(self, naam: str) -> None:
        """Give a command by its words, as the palette finds it."""
        self._geef(naam)
        self.naar_besprokene()

    def open_met(self, naam: str) -> None:
        """Give a command that opens a window."""
        self._geef(naam)
        self.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)

    def _geef(self, naam: str) -> None:
        druk("Alt+Q")
        palet = self.bediening.typen.palet
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is palet.zoek)
        typ(naam)
        druk("Return")

    def naar_besprokene(self) -> None:
        """Go where is written what is said, once the window has the keyboard back."""
        self.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
        self.bediening.venster.activateWindow()  # as a window manager does when a dialog closes
        self.qtbot.waitUntil(self.bediening.venster.isActiveWindow)
        druk("Alt+N")
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is self.blad.besproken)

    def van(self, naam: str, wat: str) -> None:
        """Go along the names to one, and say something of it from its menu."""
        self._kies_naam(naam)
        druk("Return")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        while (keus := menu.activeAction()) is None or not keus.text().startswith(wat):
            druk("Down", menu)
        druk("Return", menu)
        self.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
        if isinstance(vraag := QApplication.activeModalWidget(), QDialog):
            self.wacht_op(vraag)
            druk("Return")  # who is announced as substitute stands ready
        self.naar_besprokene()

    def wacht_op(self, vraag: QDialog) -> None:
        """Wait until a question has the keyboard."""
        self.qtbot.waitUntil(lambda: vraag.isAncestorOf(QApplication.focusWidget() or self.blad))

    def wissel(self, naam: str) -> None:
        """Say that somebody is there or not with one key."""
        self._kies_naam(naam)
        druk("Space")
        self.naar_besprokene()

    def _kies_naam(self, naam: str) -> None:
        druk("Alt+P")
        for _ in self.blad.presentie.chips:
            chip = QApplication.focusWidget()
            assert isinstance(chip, Chip)
            if chip.text().startswith(naam):
                return
            druk("Right")
        raise AssertionError(f"{naam} staat niet op de lijst")

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
    gang.naar_besprokene()
    gang.wissel("Corine Lagerwey")
    gang.van("Joost van den Eeckhout", "Afwezig met bericht")
    gang.wissel("Taco Wiersinga")
    gang.van("Taco Wiersinga", "Laat zich vervangen")
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
                gang.van("Corine Lagerwey", "Komt nu binnen")
                gang.zeg("De GGD licht toe.", "!GGD/dpg artsentekort agenderen 1 juli")
                gang.stem("VVVVVVVTTO")
            case "2b":
                gang.van("Gijsbert Nollen", "Belang bij dit punt")
                druk("Alt+2")
                druk("Ctrl+End")
                typ(" Jaarlijks wordt verslag gedaan.")
                druk("Alt+N")
                gang.zeg("!!Hidde Okkerse: stuurt de cijfers rond 1 september")
            case "3":
                druk("Alt+3")
                gang.zeg("Er is nog geen offerte.")
            case "4":
                druk("Alt+5")
            case _:
                gang.zeg(f"Besproken bij {gang.nummer}.")
        gang.volgende()
    gang.opdracht("Vergadering sluiten")
    assert gezien == [str(store.opname(id_).nummers[punt.id]) for punt in store.opname(id_).agendapunten]
    return store.zitting(id_)


def _maak_papieren(gang: Gang, map_: Path) -> dict[str, Path]:
    """Make every paper by keys, for everybody and with all that is besloten, and return them by what they are."""
    uit = map_ / "uit"
    uit.mkdir()
    gang.bediening.tafel.bediening().verslag.kies = lambda *_: uit
    gang.open_met("Verslag en lijsten")
    venster = QApplication.activeModalWidget()
    assert venster is not None
    (vak,) = venster.findChildren(Verslagvak)
    gang.qtbot.waitUntil(lambda: QApplication.focusWidget() is vak.knop)
    for _ in range(len(vak.openbaar) + len(vak.besloten) + 3):
        druk("Tab")
        vinkje = QApplication.focusWidget()
        if isinstance(vinkje, QCheckBox) and not vinkje.isChecked():
            druk("Space")
    while QApplication.focusWidget() is not vak.knop:
        druk("Tab")
    with gang.qtbot.waitSignal(gang.bediening.sessie.gemeld, timeout=60_000):
        druk("Space")
    druk("Escape")
    gang.naar_besprokene()
    return {pad.name.split(" ", 3)[3]: pad for pad in uit.iterdir()}


def _tabellen(pad: Path) -> list[list[list[str]]]:
    """Return the tables of a Word file as an independent reader sees them."""
    return [
        [[" ".join(cel.text.split()) for cel in rij.cells] for rij in tabel.rows]
        for tabel in docx.Document(str(pad)).tables
    ]


def _rijen(pad: Path, kop: str) -> list[list[str]]:
    """Return the rows of every table whose head begins with that word."""
    return [rij for tabel in _tabellen(pad) if tabel[0][0] == kop for rij in tabel[1:]]


def _tekst(pad: Path) -> str:
    return " ".join(" ".join(paginateksten(pad)).split())


def _agenda(gang: Gang, vergadering_id: str, doelgroep: Doelgroep, map_: Path) -> str:
    gezien = zichtbaar_voor(gang.bediening.sessie.store.opname(vergadering_id), Variant(doelgroep=doelgroep))
    document = new_document(Vorm.PDF, gezien, "Agenda")
    schrijf_agenda(document, gezien, geen_ankers)
    return _tekst(document.write(map_ / "agenda.pdf"))


def _later(gang: Gang) -> str:
    """Plan the next meeting, as a calendar of the year does, before this one is held."""
    opname = gang.bediening.sessie.store.opname(gang.bediening.adres.vergadering)
    return add_vergadering(
        gang.bediening.sessie.store, opname.gremium.id, opname.vergadering.datum + timedelta(days=28)
    ).id


@pytest.mark.parametrize("besloten", [False, True])
def test_the_papers_of_a_whole_meeting_by_keys_agree_with_each_other(
    gang: Gang, tmp_path: Path, besloten: bool
) -> None:
    later = _later(gang)
    _houd(gang)
    achter = " (besloten)" if besloten else ""
    papieren = _maak_papieren(gang, tmp_path)

    (verslag,) = lees_word_stuk(papieren[f"verslag{achter}.docx"]).verslagen
    in_verslag = {str(rij.nummer): rij for rij in verslag.rijen}
    uitkomsten = {(nummer, een.uitkomst.value) for nummer, rij in in_verslag.items() for een in rij.besluiten}
    lijst = _rijen(papieren[f"besluitenlijst{achter}.docx"], "NR.")
    in_lijst = {
        (nummer, uitkomst.value) for nummer, _, tekst, _ in lijst for uitkomst in Uitkomst if _begint(tekst, uitkomst)
    }
    assert uitkomsten == in_lijst
    assert {nummer for nummer, _ in uitkomsten} == {"2a", "2b", "3", "4"} | ({"1A"} if besloten else set())
    uittreksels = {naam for naam in papieren if naam.startswith("uittreksel") and naam.endswith(".docx")}
    nummers = {rij[3] for rij in lijst}
    assert {naam for naam in uittreksels if ("(besloten)" in naam) == besloten} == {
        f"uittreksel {nummer}{achter}.docx" for nummer in nummers
    }

    acties = {(een.door, een.tekst.rstrip(".")) for rij in verslag.rijen for een in rij.acties}
    in_actielijst = {rij[0] for rij in _rijen(papieren[f"actielijst{achter}.docx"], "Actie")}
    assert {tekst for _, tekst in acties} == in_actielijst
    agenda = _agenda(gang, later, Doelgroep.LEDEN if besloten else Doelgroep.OPENBAAR, tmp_path)
    for door, tekst in acties:
        assert tekst in agenda
        assert door in agenda
    aangehouden = {nummer for nummer, uitkomst in uitkomsten if uitkomst == Uitkomst.AANGEHOUDEN.value}
    assert aangehouden == {"3"}
    for nummer, rij in in_verslag.items():
        if nummer in ("2a", "2b", "3"):
            assert (rij.onderwerp in agenda) == (nummer in aangehouden)
    assert (verslag.begin, verslag.einde) == (time(9, 30), (BEGIN + timedelta(minutes=4 * _aantal(gang))).time())
    _kijk_naar_mensen(gang, papieren, achter)


def _kijk_naar_mensen(gang: Gang, papieren: Mapping[str, Path], achter: str) -> None:
    """See that verslag and uittreksels say the same of who came late, was replaced, had an interest and voted what."""
    (verslag,) = lees_word_stuk(papieren[f"verslag{achter}.docx"]).verslagen
    er, niet = ({een.naam for een in lijst} for lijst in (verslag.aanwezig, verslag.afwezig))
    assert len(er) == 11
    assert {"Pelle Drijfhout", "Corine Lagerwey", "Gijsbert Nollen"} <= er
    assert niet == {"Joost van den Eeckhout", "Taco Wiersinga"}
    tekst = _tekst(papieren[f"verslag{achter}.pdf"])
    assert "Pelle Drijfhout (Eskerveen; als vervanger)" in tekst
    assert "Hidde Okkerse (Oudwold; plv. voorzitter)" in tekst
    assert "Corine Lagerwey (Kolkwijk; vanaf punt 2a)" in tekst
    assert "Gijsbert Nollen (Bronkhaar) neemt vanwege een belang geen deel aan dit punt." in tekst
    zitting = gang.bediening.sessie.store.zitting(gang.bediening.adres.vergadering)
    kwam = next(wie.gekomen for wie in zitting.presentie if wie.naam == "Corine Lagerwey")
    assert kwam is not None
    assert f"Corine Lagerwey (Kolkwijk) komt om {klok(kwam)} uur ter vergadering." in tekst
    (stemming,) = zitting.stemmingen
    assert [stemming.tel(keuze) for keuze in Keuze] == [7, 2, 1]
    assert "Stemming (hoofdelijk): 7 voor, 2 tegen en 1 onthouden; aangenomen." in tekst
    for stem in stemming.stemmen:
        assert stem.naam in tekst[tekst.index("Stemming (hoofdelijk)") :]
    bij = {str(zitting.opname.nummers[een.agendapunt_id]): een.nummer for een in zitting.besluiten}
    op_2a, op_2b = (_tekst(papieren[f"uittreksel {bij[nummer]}{achter}.pdf"]) for nummer in ("2a", "2b"))
    for uittreksel in (op_2a, op_2b):
        assert "Corine Lagerwey" in uittreksel
        assert "Joost van den Eeckhout" not in uittreksel
    assert "Gijsbert Nollen (Bronkhaar), " in op_2a
    assert "Gijsbert Nollen (Bronkhaar), " not in op_2b
    assert "Gijsbert Nollen (Bronkhaar) neemt vanwege een belang geen deel" in op_2b


def _begint(tekst: str, uitkomst: Uitkomst) -> bool:
    return tekst.casefold().startswith(uitkomst.value)


def _aantal(gang: Gang) -> int:
    return len(gang.bediening.sessie.store.opname(gang.bediening.adres.vergadering).agendapunten)


def test_no_open_paper_of_a_whole_meeting_tells_what_was_besloten(gang: Gang, tmp_path: Path) -> None:
    later = _later(gang)
    zitting = _houd(gang)
    papieren = _maak_papieren(gang, tmp_path)
    open_ = {naam: _tekst(pad) for naam, pad in papieren.items() if pad.suffix == ".pdf" and "(besloten)" not in naam}
    assert {naam.split(".")[0].split(" ")[0] for naam in open_} == {
        *("verslag", "besluitenlijst", "actielijst", "uittreksel")
    }
    open_["agenda"] = _agenda(gang, later, Doelgroep.OPENBAAR, tmp_path)
    geheim = {besluit.nummer for besluit in zitting.besluiten if besluit.besloten}
    assert geheim
    for naam, tekst in open_.items():
        for woord in (GEHEIM, GEHEIME_ACTIE, *geheim):
            assert woord not in tekst, naam
    assert GEHEIM in _tekst(papieren["verslag (besloten).pdf"])
    assert "Jaarlijks wordt verslag gedaan." in open_["verslag.pdf"]
    assert "Jaarlijks wordt verslag gedaan." in open_["besluitenlijst.pdf"]


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
