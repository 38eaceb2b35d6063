"""A whole meeting by keys, and what comes out of it: verslag, lists and the next agenda say the same."""

import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import takewhile
from pathlib import Path
from shutil import copytree

import docx
import pytest
from docx.text.paragraph import Paragraph
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDialog, QMenu

from tests.desktop.geduld import GeduldigeBot
from tests.desktop.venster import druk, toon_venster, typ
from tests.verpakt import Verpakt, paginateksten
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.planning.nieuwe_vergadering import NieuweVergadering
from tk_desktop.desktop.session.regels import Regellijst
from tk_desktop.desktop.sets.set_bouwen import Setbouwer
from tk_desktop.desktop.sets.set_keuze import Uitvoer
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.desktop.sitting.tafel_mensen import Deurvraag
from tk_desktop.desktop.sitting.tafel_presentie import Chip
from tk_desktop.desktop.sitting.tafelblad import Tafelblad
from tk_desktop.desktop.sitting.verslag_vak import Verslagvak
from tk_desktop.desktop.sitting.verslagbestanden import write_papieren
from tk_desktop.desktop.sitting.verslagkeuze import Verslagkeuze
from tk_desktop.domain.datum import klok
from tk_desktop.domain.stemming import Keuze
from tk_desktop.domain.toegankelijkheid import leesregels
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.domain.zitting import Zitting
from tk_desktop.domain.zittingpapier import Zittingpapier
from tk_desktop.intake.pak import lees_pak
from tk_desktop.intake.word import lees_word_stuk
from tk_desktop.paper.accessibility import read_accessibility

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of every menu

GEHEIM = "Kwadraat biedt honderd meer"
GEHEIME_ACTIE = "tekent de schikking"
BEGIN = datetime(2026, 6, 4, 9, 30, tzinfo=UTC)
_ACTIE = re.compile(r"(?:Actie|Toezegging): (?P<tekst>.+?)(?: \(vóór (?P<dag>[\d-]+)\))?(?: \(besloten\))?\.")


class Gang:
    """A user who holds the meeting, with a clock that goes on four minutes at every item."""

    def __init__(self, qtbot: GeduldigeBot, bediening: Bediening) -> None:
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

    def plan(self, dag: str) -> None:
        """Plan the next meeting of the same body."""
        druk("Ctrl+Shift+N")
        vraag = QApplication.activeModalWidget()
        assert isinstance(vraag, NieuweVergadering)
        self.qtbot.waitUntil(vraag.datum.regel.hasFocus)
        typ(dag)
        druk("Return")
        self.naar_venster()

    def maak_agenda(self, wie: Doelgroep, map_: Path) -> Path:
        """Make the papers of the meeting that is open as Word files for these readers, and return its agenda."""
        druk("F12")
        (bouwer,) = self.bediening.venster.findChildren(Setbouwer)
        while bouwer.keuze.uitvoer is not Uitvoer.WORD:
            druk("Down")
        while not (
            isinstance(lijst := QApplication.focusWidget(), QComboBox) and lijst.accessibleName() == "Set maken voor"
        ):
            druk("Shift+Tab")
        while bouwer.keuze.lezer.doelgroep is not wie:
            druk("Down")
        self.qtbot.waitUntil(bouwer.voet.maken_knop.isEnabled)
        druk("Ctrl+Return")
        self.qtbot.waitUntil(lambda: bouwer.voet.melding.isVisible() and bool(bouwer.voet.melding.text()))
        (agenda,) = map_.glob(f"*Word {wie.value}*/*agenda.docx")
        return agenda

    def naar_besprokene(self) -> None:
        """Go where is written what is said, once the window has the keyboard back."""
        self.naar_venster()
        druk("Alt+N")
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is self.blad.besproken)

    def naar_venster(self) -> None:
        """Wait until the window has the keyboard back."""
        self.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
        self.bediening.venster.activateWindow()  # as a window manager does when a dialog closes
        self.qtbot.waitUntil(self.bediening.venster.isActiveWindow)

    def van(self, naam: str, wat: str) -> None:
        """Go along the names to one, and say something of it from its menu."""
        self._kies_naam(naam)
        druk("Return")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        while (keus := menu.activeAction()) is None or not keus.text().replace("&", "").startswith(wat):
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Gehouden:
    """The sample meeting as it was held, each paper of it by its name, and the agenda of the next for each reader."""

    zitting: Zitting
    papieren: Mapping[str, Path]
    agenda: Mapping[Doelgroep, Path]
    volgend_verslag: Path


@pytest.fixture(scope="module")
def gehouden(
    qapp: QApplication, verpakt: Verpakt, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Gehouden:
    """Plan the next meeting, hold this one and make all papers, by keys alone; once for all tests here."""
    map_ = tmp_path_factory.mktemp("gehouden")
    qtbot = GeduldigeBot(request)
    with pytest.MonkeyPatch.context() as anders:
        anders.setattr("tk_desktop.desktop.sets.set_bediening.QFileDialog.getExistingDirectory", lambda *_: str(map_))
        with toon_venster(qtbot, Path(copytree(verpakt.werkmap, map_ / "werkmap"))) as bediening:
            store = bediening.sessie.store
            (nu,) = store.vergaderingen.all()
            gang = Gang(qtbot, bediening)
            bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=nu.id, punt="punt-opening"))
            gang.plan("2 juli 2026")
            (later,) = (een for een in store.vergaderingen.all() if een.id != nu.id)
            bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN))
            lijst = bediening.lijsten.vergaderingen.currentWidget()
            assert isinstance(lijst, Regellijst)
            rij = [regel.adres.vergadering for regel in lijst.regels].index(nu.id)
            lijst.setCurrentIndex(lijst.model().index(rij, 0))
            druk("F5")
            zitting = _houd(gang)
            papieren = _maak_papieren(gang, map_)
            bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=later.id))
            agenda = {wie: gang.maak_agenda(wie, map_) for wie in (Doelgroep.LEDEN, Doelgroep.OPENBAAR)}
            keuze = Verslagkeuze(openbaar=frozenset({Zittingpapier.VERSLAG}), word=False)
            (volgend,) = write_papieren(store, later.id, keuze, map_, Progress())
    return Gehouden(zitting=zitting, papieren=papieren, agenda=agenda, volgend_verslag=volgend)


class Papier:
    """A Word file as an independent reader sees it: its lines and its tables, in their order."""

    def __init__(self, pad: Path) -> None:
        self._delen = list(docx.Document(str(pad)).iter_inner_content())

    def rijen(self, *kop: str) -> list[tuple[str, list[list[str]]]]:
        """Return the rows of each table whose head begins so, each cell as lines, with the line above that table."""
        uit: list[tuple[str, list[list[str]]]] = []
        boven = ""
        for deel in self._delen:
            if isinstance(deel, Paragraph):
                boven = deel.text or boven
            elif [cel.text for cel in deel.rows[0].cells][: len(kop)] == list(kop):
                uit.extend((boven, [_regels(cel.paragraphs) for cel in rij.cells]) for rij in deel.rows[1:])
        return uit

    @property
    def regels(self) -> list[str]:
        """The lines outside its tables."""
        return _regels(deel for deel in self._delen if isinstance(deel, Paragraph))


def _regels(alineas: Iterable[Paragraph]) -> list[str]:
    return [" ".join(alinea.text.split()) for alinea in alineas if alinea.text.strip()]


def _tekst(pad: Path) -> str:
    return " ".join(" ".join(paginateksten(pad)).split())


Taak = tuple[str, str, str]
"""What is to be done, by whom and before which day, as it stands on paper."""
Beslissing = tuple[str, str, tuple[str, ...]]
"""The number of an item, what was decided on it, and in which words."""


def _acties_in_verslag(verslag: Papier) -> list[Taak]:
    """Return what the verslag says that is to be done, with who stands for it in the last column of that row."""
    uit: list[Taak] = []
    for _, (*_, beslissing, door) in verslag.rijen("NR."):
        regels = [match for regel in beslissing if (match := _ACTIE.fullmatch(regel))]
        uit.extend((een["tekst"], wie, een["dag"] or "") for een, wie in zip(regels, door, strict=True))
    return sorted(uit)


def _acties_in_lijst(lijst: Papier) -> list[Taak]:
    return sorted((tekst, wie, "".join(dag)) for wie, ((tekst,), dag, *_) in lijst.rijen("Actie", "Voor"))


def _acties_in_agenda(agenda: Papier) -> list[Taak]:
    return sorted((tekst, "".join(wie), "".join(dag)) for _, ((tekst,), wie, dag, _) in agenda.rijen("Actie", "Door"))


def _beslist_in_verslag(verslag: Papier) -> list[Beslissing]:
    """Return what the verslag says was decided; without words of its own that is what was proposed."""
    uit: list[Beslissing] = []
    for _, ((nummer,), _, voorstel, beslissing, _) in verslag.rijen("NR."):
        for plaats, regel in enumerate(beslissing):
            if regel.startswith("BC GO-besluit: "):
                eigen = tuple(beslissing[plaats + 1 :])
                uitkomst = regel.removeprefix("BC GO-besluit: ").removesuffix(" (besloten)")
                uit.append((nummer.rstrip("."), uitkomst, eigen or tuple(voorstel[1:])))
    return sorted(uit)


def _beslist_in_lijst(lijst: Papier) -> dict[str, Beslissing]:
    """Return what the list of besluiten says, by the number of each."""
    return {
        besluit: (nummer, uitkomst, tuple(tekst))
        for _, ((nummer,), _, (uitkomst, *tekst), (besluit,)) in lijst.rijen("NR.")
    }


def _beslist_in_uittreksel(pad: Path) -> Beslissing:
    """Return what an uittreksel says was decided, without how was voted."""
    regels = Papier(pad).regels
    uitkomst, *tekst = regels[next(n for n, regel in enumerate(regels) if regel.endswith(" besluit")) + 1 :]
    woorden = takewhile(lambda regel: not regel.startswith(("Stemming", "De voorzitter")), tekst)
    return _veld(pad, "Agendapunt").split()[0], uitkomst, tuple(woorden)


def _veld(pad: Path, naam: str) -> str:
    """Return what stands beside a name in the header block of a Word file."""
    rijen = (rij.cells for tabel in docx.Document(str(pad)).tables for rij in tabel.rows)
    return next(str(cellen[n + 1].text) for cellen in rijen for n, cel in enumerate(cellen) if cel.text == naam)


@pytest.mark.parametrize("besloten", [False, True])
def test_every_paper_of_a_whole_meeting_gives_the_same_actions_to_the_same_people_by_the_same_day(
    gehouden: Gehouden, besloten: bool
) -> None:
    achter = " (besloten)" if besloten else ""
    verslag, lijst = (Papier(gehouden.papieren[f"{naam}{achter}.docx"]) for naam in ("verslag", "actielijst"))
    agenda = Papier(gehouden.agenda[Doelgroep.LEDEN if besloten else Doelgroep.OPENBAAR])
    taken = {
        ("artsentekort agenderen", "GGD/dpg", "1-7-2026"),
        ("stuurt de cijfers rond", "Hidde Okkerse", "1-9-2026"),
    }
    if besloten:
        taken.add((GEHEIME_ACTIE, "directie", "1-7-2026"))
    assert _acties_in_verslag(verslag) == sorted(taken)
    assert _acties_in_lijst(lijst) == sorted(taken)
    assert _acties_in_agenda(agenda) == sorted(taken)


@pytest.mark.parametrize("besloten", [False, True])
def test_every_paper_of_a_whole_meeting_gives_the_same_besluiten_in_the_same_words(
    gehouden: Gehouden, besloten: bool
) -> None:
    achter = " (besloten)" if besloten else ""
    papieren = gehouden.papieren
    in_lijst = _beslist_in_lijst(Papier(papieren[f"besluitenlijst{achter}.docx"]))
    assert {(nummer, uitkomst) for nummer, uitkomst, _ in in_lijst.values()} == {
        *(("2a", "Conform advies"), ("2b", "Gewijzigd"), ("3", "Aangehouden"), ("4", "Kennisgenomen")),
        *([("1A", "Conform advies")] if besloten else []),
    }
    assert {nummer for nummer, _, tekst in in_lijst.values() if tekst} == {"2a", "2b", *(["1A"] if besloten else [])}
    assert _beslist_in_verslag(Papier(papieren[f"verslag{achter}.docx"])) == sorted(in_lijst.values())
    eigen = {naam for naam in papieren if naam.startswith("uittreksel") and ("(besloten)" in naam) is besloten}
    assert eigen == {f"uittreksel {nummer}{achter}{vorm}" for nummer in in_lijst for vorm in (".docx", ".pdf")}
    for besluit, beslist in in_lijst.items():
        pad = papieren[f"uittreksel {besluit}{achter}.docx"]
        assert _veld(pad, "Besluit") == besluit
        assert _beslist_in_uittreksel(pad) == beslist


@pytest.mark.parametrize("besloten", [False, True])
def test_only_what_was_held_over_is_on_the_agenda_of_the_next_meeting(gehouden: Gehouden, besloten: bool) -> None:
    """The new agenda has the items of every meeting besides."""
    verslag = Papier(gehouden.papieren[f"verslag{' (besloten)' if besloten else ''}.docx"])
    agenda = Papier(gehouden.agenda[Doelgroep.LEDEN if besloten else Doelgroep.OPENBAAR])
    straks = " ".join(onderwerp[0] for _, (_, onderwerp, _) in agenda.rijen("NR."))
    beslist = {nummer for nummer, *_ in _beslist_in_verslag(verslag)}
    rijen = [(nummer.rstrip("."), onderwerp[0]) for _, ((nummer,), onderwerp, *_) in verslag.rijen("NR.")]
    assert {nummer for nummer, onderwerp in rijen if nummer in beslist and onderwerp in straks} == {"3"}


@pytest.mark.parametrize("besloten", [False, True])
def test_verslag_and_uittreksels_say_the_same_of_who_was_there_and_voted_what(
    gehouden: Gehouden, besloten: bool
) -> None:
    achter = " (besloten)" if besloten else ""
    papieren, zitting = gehouden.papieren, gehouden.zitting
    (verslag,) = lees_word_stuk(papieren[f"verslag{achter}.docx"]).verslagen
    einde = (BEGIN + timedelta(minutes=4 * len(zitting.opname.agendapunten))).time()
    assert (verslag.begin, verslag.einde) == (time(9, 30), einde)
    er, niet = ({een.naam for een in lijst} for lijst in (verslag.aanwezig, verslag.afwezig))
    assert len(er) == 11
    assert {"Pelle Drijfhout", "Corine Lagerwey", "Gijsbert Nollen"} <= er
    assert niet == {"Joost van den Eeckhout", "Taco Wiersinga"}
    (gedrukt,) = lees_pak(papieren[f"verslag{achter}.pdf"]).lezing.verslagen
    assert [(een.naam, een.namens, een.van_punt) for een in (*gedrukt.aanwezig, *gedrukt.afwezig)] == [
        (een.naam, een.namens, een.van_punt) for een in (*verslag.aanwezig, *verslag.afwezig)
    ]
    assert [rij.nummer for rij in gedrukt.rijen] == [rij.nummer for rij in verslag.rijen]
    tekst = _tekst(papieren[f"verslag{achter}.pdf"])
    assert "Pelle Drijfhout (Eskerveen; als vervanger)" in tekst
    assert "Hidde Okkerse (Oudwold; plv. voorzitter)" in tekst
    assert "Corine Lagerwey (Kolkwijk; vanaf punt 2a)" in tekst
    assert "Gijsbert Nollen (Bronkhaar) neemt vanwege een belang geen deel aan dit punt." in tekst
    kwam = next(wie.gekomen for wie in zitting.presentie if wie.naam == "Corine Lagerwey")
    assert kwam is not None
    beslissingen = [cellen[3] for _, cellen in Papier(papieren[f"verslag{achter}.docx"]).rijen("NR.")]
    komst = f"Corine Lagerwey (Kolkwijk) komt om {klok(kwam)} uur ter vergadering."
    assert [regels.count(komst) for regels in beslissingen if komst in regels] == [1]
    assert komst.removesuffix(" ter vergadering.") in tekst  # a page may begin within the sentence
    (stemming,) = zitting.stemmingen
    assert [stemming.tel(keuze) for keuze in Keuze] == [7, 2, 1]
    assert "Stemming (hoofdelijk): 7 voor, 2 tegen en 1 onthouden; aangenomen." in tekst
    for stem in stemming.stemmen:
        na = tekst[tekst.index("Stemming (hoofdelijk)") :]
        assert all(woord in na for woord in stem.naam.split())  # the row may go on over the page, between two of them
    bij = {str(zitting.opname.nummers[een.agendapunt_id]): een.nummer for een in zitting.besluiten}
    op_2a, op_2b = (_tekst(papieren[f"uittreksel {bij[nummer]}{achter}.pdf"]) for nummer in ("2a", "2b"))
    for uittreksel in (op_2a, op_2b):
        assert "Corine Lagerwey" in uittreksel
        assert "Joost van den Eeckhout" not in uittreksel
    assert "Gijsbert Nollen (Bronkhaar), " in op_2a
    assert "Gijsbert Nollen (Bronkhaar), " not in op_2b
    assert "Gijsbert Nollen (Bronkhaar) neemt vanwege een belang geen deel" in op_2b


def test_no_open_paper_of_a_whole_meeting_tells_what_was_besloten(gehouden: Gehouden) -> None:
    papieren = {naam: pad for naam, pad in gehouden.papieren.items() if "(besloten)" not in naam}
    papieren |= {"agenda.docx": gehouden.agenda[Doelgroep.OPENBAAR], "volgend.pdf": gehouden.volgend_verslag}
    open_ = {
        naam: _tekst(pad) if pad.suffix == ".pdf" else " ".join(map(str, _alles(pad))) for naam, pad in papieren.items()
    }
    assert {naam.split(".")[0].split(" ")[0] for naam in open_} == {
        *("verslag", "besluitenlijst", "actielijst", "uittreksel", "agenda", "volgend")
    }
    geheim = {besluit.nummer for besluit in gehouden.zitting.besluiten if besluit.besloten}
    assert geheim
    for naam, tekst in open_.items():
        assert tekst
        for woord in (GEHEIM, GEHEIME_ACTIE, *geheim):
            assert woord not in tekst, naam
    assert GEHEIM in _tekst(gehouden.papieren["verslag (besloten).pdf"])


def _alles(pad: Path) -> Iterable[str]:
    """Go through every text of a Word file."""
    with zipfile.ZipFile(pad) as pakket:
        for naam in pakket.namelist():
            yield pakket.read(naam).decode(errors="ignore")


def test_the_open_actions_go_unasked_into_the_verslag_of_the_next_meeting(gehouden: Gehouden) -> None:
    tekst = _tekst(gehouden.volgend_verslag)
    assert "Openstaande acties uit eerdere vergaderingen" in tekst
    assert "artsentekort agenderen" in tekst


def test_every_paper_of_a_whole_meeting_can_be_read_aloud(gehouden: Gehouden) -> None:
    """What the program asks of a received PDF holds of its own: structure, title, language, order of reading."""
    pdfs = [pad for pad in (*gehouden.papieren.values(), gehouden.volgend_verslag) if pad.suffix == ".pdf"]
    assert len(pdfs) == 2 * len(gehouden.zitting.besluiten) + 6
    for pad in pdfs:
        assert [regel.gezien for regel in leesregels(read_accessibility(pad)) if not regel.goed] == [], pad.name
