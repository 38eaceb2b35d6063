"""Notes leave and come in from the reader: told beforehand how many, in the background, and undone as one step."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from tests.desktop.leesvenster import Leesvenster, lees_venster
from tests.desktop.test_stukken_lijst import Oor
from tests.desktop.venster import druk, typ
from tests.notenbouwers import ROOS, WIES, een_aantekening
from tests.paper.test_annotation_reading import a_mark
from tk_desktop.desktop.agenda.pdfwachtwoord import PdfWachtwoord
from tk_desktop.desktop.parts.adres import Scherm
from tk_desktop.desktop.reader.notitie_inname import Notitieinname
from tk_desktop.desktop.reader.notitie_inname import telling as innametelling
from tk_desktop.desktop.reader.notitie_uitvoervraag import Notitieuitvoer, telling
from tk_desktop.desktop.sets.afdrukken import Afdrukvenster
from tk_desktop.domain.aantekening import Aantekening, Soort, Zicht
from tk_desktop.domain.notenkeuze import Notenkeuze, Ontvanger, Voor
from tk_desktop.export.notenuitvoer import Vorm
from tk_desktop.intake.notitieinname import GeenAantekeningen, GelezenNotities, Inname
from tk_desktop.pack.samenstellen import BeslotenGenoemd


@pytest.fixture
def lezen(qtbot: QtBot, werkmap: Path) -> Iterator[Leesvenster]:
    with lees_venster(qtbot, werkmap, "stuk-2a") as venster:
        venster.bediening.sessie.voorkeuren.naam = ROOS
        yield venster


def bewaard(lezen: Leesvenster) -> tuple[Aantekening, ...]:
    return lezen.store.aantekeningen.van_vergadering(lezen.bediening.adres.vergadering)


def schrijf(lezen: Leesvenster, tekst: str) -> None:
    woorden = lezen.blad.lezen.teksten.van(1)
    assert woorden is not None
    regel = woorden.regels[0]
    lezen.selecteer(woorden.tekst[regel.begin : regel.eind])
    druk("N")
    typ(tekst)
    druk("Ctrl+Return")


def dialoog(soort: type[QDialog]) -> Any:
    venster = QApplication.activeModalWidget()
    assert isinstance(venster, soort)
    return venster


def kies_bestand(monkeypatch: pytest.MonkeyPatch, pad: Path) -> None:
    """Answer the question of the system where a file is or comes."""
    monkeypatch.setattr("tk_desktop.desktop.reader.notitieuitvoerbediening.vraag_bestand", lambda *_: pad)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(lambda *_: (str(pad), "")))


def geef(lezen: Leesvenster, id_: str) -> None:
    lezen.bediening.opdrachten.acties[id_].trigger()


def bewaar_als(
    lezen: Leesvenster, vorm: Vorm, doel: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> Notitieuitvoer:
    kies_bestand(monkeypatch, doel)
    geef(lezen, "notitie.exporteren")
    venster: Notitieuitvoer = dialoog(Notitieuitvoer)
    venster._vorm.setCurrentIndex(venster._vormen.index(vorm))
    qtbot.waitUntil(venster._bewaar.isEnabled, timeout=60_000)
    with qtbot.waitSignal(venster.accepted, timeout=60_000):
        QTest.mouseClick(venster._bewaar, Qt.MouseButton.LeftButton)
    return venster


def _terug(lezen: Leesvenster) -> None:
    """Undo what was done and be again where every step begins: reading, without a note."""
    sessie = lezen.bediening.sessie
    lezen.bediening.venster.activateWindow()  # as the computer does when a window over it closes
    assert QTest.qWaitForWindowActive(lezen.bediening.venster)
    while sessie.geschiedenis.diepte:
        sessie.maak_ongedaan()
    lezen.blad.bladen.setFocus()
    lezen.blad.lezen.selectie.wis()
    assert bewaard(lezen) == ()


def test_notes_leave_the_reader_in_every_form(
    lezen: Leesvenster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    _notes_are_written_on_the_paper_that_is_read(lezen, tmp_path, monkeypatch, qtbot)
    _terug(lezen)
    _the_whole_set_a_list_and_the_open_form_are_written(lezen, tmp_path, monkeypatch, qtbot, Vorm.SET)
    _terug(lezen)
    _the_whole_set_a_list_and_the_open_form_are_written(lezen, tmp_path, monkeypatch, qtbot, Vorm.LIJST_WORD)
    _terug(lezen)
    _the_whole_set_a_list_and_the_open_form_are_written(lezen, tmp_path, monkeypatch, qtbot, Vorm.W3C)
    _terug(lezen)
    _what_is_read_can_be_printed(lezen)
    _terug(lezen)
    _a_dialog_that_is_closed_while_it_counts_is_forgotten(lezen)


def _notes_are_written_on_the_paper_that_is_read(
    lezen: Leesvenster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    schrijf(lezen, "Wie betaalt dit?")
    gemeld = Oor(lezen.bediening.sessie.gemeld)
    bewaar_als(lezen, Vorm.STUK, tmp_path / "stuk.pdf", monkeypatch, qtbot)
    assert gemeld.gehoord[-1][0] == "1 aantekening bewaard in stuk.pdf."
    with pikepdf.open(tmp_path / "stuk.pdf") as pdf:
        (tekst, *_) = [noot for noot in pdf.pages[0].Annots if noot.Subtype == "/Text"]
        assert (str(tekst.Contents), str(tekst.T)) == ("Wie betaalt dit?", ROOS)


def _the_whole_set_a_list_and_the_open_form_are_written(
    lezen: Leesvenster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, vorm: Vorm
) -> None:
    schrijf(lezen, "Wie betaalt dit?")
    doel = tmp_path / f"uit{vorm.achter}"
    bewaar_als(lezen, vorm, doel, monkeypatch, qtbot)
    if vorm is Vorm.LIJST_WORD:
        cellen = [cel.text for tabel in docx.Document(str(doel)).tables for rij in tabel.rows for cel in rij.cells]
        assert any("Wie betaalt dit?" in cel for cel in cellen)
    elif vorm is Vorm.W3C:
        assert json.loads(doel.read_text(encoding="utf-8"))["total"] == 1
    else:
        with pikepdf.open(doel) as pdf:
            assert sum(noot.Subtype == "/Text" for page in pdf.pages for noot in page.get("/Annots", [])) == 1


def test_notes_come_in_from_other_programs(
    lezen: Leesvenster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    _a_file_that_is_refused_is_told_in_the_dialog(lezen, tmp_path, monkeypatch, qtbot)
    _terug(lezen)
    _a_pdf_with_notes_of_which_nobody_knows_the_password_is_left_out(lezen, tmp_path, monkeypatch, qtbot)
    _terug(lezen)
    _what_comes_back_from_another_program_is_taken_in_and_undone_as_one(lezen, tmp_path, monkeypatch, qtbot)
    _terug(lezen)
    _the_password_of_a_pdf_with_notes_is_asked_until_it_fits(lezen, tmp_path, monkeypatch, qtbot)


def _what_comes_back_from_another_program_is_taken_in_and_undone_as_one(
    lezen: Leesvenster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    schrijf(lezen, "Wie betaalt dit?")
    terug = tmp_path / "terug.pdf"
    bewaar_als(lezen, Vorm.STUK, terug, monkeypatch, qtbot)
    with pikepdf.open(terug, allow_overwriting_input=True) as pdf:
        merk = pikepdf.Dictionary({f"/{naam}": waarde for naam, waarde in a_mark(T=pikepdf.String("rvd")).items()})
        pdf.pages[0].Annots.append(pdf.make_indirect(merk))
        pdf.save(terug)
    geef(lezen, "notitie.innemen")
    venster: Notitieinname = dialoog(Notitieinname)
    qtbot.waitUntil(venster._neem_in.isEnabled, timeout=60_000)
    assert venster._telling.text() == "1 aantekening komt erbij.\n1 staat hier al."
    druk("Return")
    assert [een.eigenaar for een in bewaard(lezen)] == [ROOS, ROOS]
    geef(lezen, "bewerken.ongedaan")
    assert len(bewaard(lezen)) == 1


def _a_file_that_is_refused_is_told_in_the_dialog(
    lezen: Leesvenster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    (tmp_path / "kwaad.jsonld").write_text("{", encoding="utf-8")
    kies_bestand(monkeypatch, tmp_path / "kwaad.jsonld")
    geef(lezen, "notitie.innemen")
    venster: Notitieinname = dialoog(Notitieinname)
    qtbot.waitUntil(lambda: bool(venster._fout.tekst), timeout=60_000)
    assert "geen JSON" in venster._fout.tekst
    assert not venster._neem_in.isEnabled()
    druk("Escape")
    assert bewaard(lezen) == ()


def _the_password_of_a_pdf_with_notes_is_asked_until_it_fits(
    lezen: Leesvenster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    schrijf(lezen, "Wie betaalt dit?")
    dicht = tmp_path / "terug.pdf"
    bewaar_als(lezen, Vorm.STUK, dicht, monkeypatch, qtbot)
    with pikepdf.open(dicht, allow_overwriting_input=True) as pdf:
        pdf.save(dicht, encryption=pikepdf.Encryption(owner="kade", user="kade", R=6))
    geef(lezen, "notitie.innemen")
    inname: Notitieinname = dialoog(Notitieinname)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PdfWachtwoord), timeout=60_000)
    vraag: PdfWachtwoord = dialoog(PdfWachtwoord)
    vraag.veld.setText("haven")
    druk("Return")
    qtbot.waitUntil(lambda: "gaat niet open" in vraag.melding.text(), timeout=60_000)
    vraag.veld.setText("kade")
    druk("Return")
    qtbot.waitUntil(lambda: inname._telling.text() == "1 staat hier al.", timeout=60_000)
    assert QApplication.activeModalWidget() is inname
    druk("Escape", inname)


def _a_pdf_with_notes_of_which_nobody_knows_the_password_is_left_out(
    lezen: Leesvenster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "dicht.pdf", encryption=pikepdf.Encryption(owner="kade", user="kade", R=6))
    kies_bestand(monkeypatch, tmp_path / "dicht.pdf")
    geef(lezen, "notitie.innemen")
    inname: Notitieinname = dialoog(Notitieinname)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PdfWachtwoord), timeout=60_000)
    druk("Escape")
    assert QApplication.activeModalWidget() is inname
    assert "wachtwoord" in inname._fout.tekst
    druk("Escape", inname)
    assert bewaard(lezen) == ()


def _a_dialog_that_is_closed_while_it_counts_is_forgotten(lezen: Leesvenster) -> None:
    geef(lezen, "notitie.exporteren")
    venster: Notitieuitvoer = dialoog(Notitieuitvoer)
    venster._voor.setCurrentIndex(3)
    druk("Escape", venster)
    assert lezen.bediening.lezer.uitvoer()._uitvoer is None
    schrijf(lezen, "Daarna gaat alles gewoon door")
    assert len(bewaard(lezen)) == 1


def _what_is_read_can_be_printed(lezen: Leesvenster) -> None:
    assert lezen.bediening.adres.scherm is Scherm.LEZEN
    druk("Ctrl+P")
    venster: Afdrukvenster = dialoog(Afdrukvenster)
    assert venster._wat.currentText().startswith("2a ")
    venster.reject()


def _venster(qtbot: QtBot, tel: Callable[[Ontvanger], Notenkeuze], *lezers: str) -> Notitieuitvoer:
    """The dialog, of which every question is answered at once."""
    venster = Notitieuitvoer(lezers, stuk=("nota", "2a Projectplan"))
    qtbot.addWidget(venster)

    def antwoord(ontvanger: Ontvanger) -> None:
        try:
            venster.toon_keuze(ontvanger, tel(ontvanger))
        except BeslotenGenoemd as fout:
            venster.weiger_keuze(ontvanger, fout)

    venster.keuze_gevraagd.connect(antwoord)
    assert venster._telling.text() == "De aantekeningen worden geteld…"
    assert not venster._bewaar.isEnabled()
    venster.vraag_keuze()
    return venster


def test_how_many_go_along_and_stay_behind_is_told_before(qtbot: QtBot) -> None:
    gevraagd: list[Ontvanger] = []

    def tel(ontvanger: Ontvanger) -> Notenkeuze:
        gevraagd.append(ontvanger)
        if ontvanger.voor is Voor.MIJZELF:
            return Notenkeuze(noten=(een_aantekening(), een_aantekening(zicht=Zicht.ALLEN)))
        return Notenkeuze(prive=2, afgeschermd=1, zonder_plek=3)

    venster = _venster(qtbot, tel, WIES)
    assert venster._telling.text() == "Er gaan 2 aantekeningen mee, ook 1 die privé is."
    venster._anderen.setChecked(True)
    assert gevraagd[-1] == Ontvanger(van_anderen=True)
    venster._voor.setCurrentIndex(1)
    assert gevraagd[-1] == Ontvanger(voor=Voor.LEZER, naam=WIES)
    assert venster._telling.text().splitlines() == [
        "Er gaat geen aantekening mee.",
        f"2 van uw aantekeningen blijven hier: die deelt u niet met {WIES}.",
        "1 blijft hier: dat is voor deze lezers besloten.",
        "3 blijven hier: de passage staat niet in de versie die deze lezers hebben, en u schreef er niets bij.",
    ]
    assert not venster._bewaar.isEnabled()
    assert not venster._anderen.isEnabled()


def test_of_one_paper_only_its_own_notes_count(qtbot: QtBot) -> None:
    venster = _venster(qtbot, lambda _: Notenkeuze(noten=(een_aantekening(), een_aantekening(papier="plan"))))
    venster._vorm.setCurrentIndex(venster._vormen.index(Vorm.STUK))
    assert venster._telling.text().startswith("Er gaat 1 aantekening mee")
    assert "‘2a Projectplan’" in venster._vorm.currentText()


def test_what_cannot_go_to_somebody_is_told_at_once(qtbot: QtBot) -> None:
    def tel(ontvanger: Ontvanger) -> Notenkeuze:
        if ontvanger.voor is Voor.OPENBAAR:
            raise BeslotenGenoemd(set="openbare set", waar="punt 3")
        return Notenkeuze(noten=(een_aantekening(),))

    venster = _venster(qtbot, tel)
    venster._voor.setCurrentIndex(3)
    assert "punt 3" in venster._fout.tekst
    assert not venster._bewaar.isEnabled()
    venster._voor.setCurrentIndex(0)
    assert venster._fout.tekst == ""
    assert venster._bewaar.isEnabled()


def test_a_refusal_leaves_the_choices_and_escape_stops_the_work(qtbot: QtBot) -> None:
    venster = _venster(qtbot, lambda _: Notenkeuze(noten=(een_aantekening(),)))
    gestopt = Oor(venster.gestopt)
    venster.show()
    venster.begin()
    assert not venster._bewaar.isEnabled()
    venster.weiger(GeenAantekeningen(bestand="x"))
    assert venster._bewaar.isEnabled()
    venster.begin()
    QTest.keyClick(venster, Qt.Key.Key_Escape)
    assert len(gestopt.gehoord) == 1


def test_counts_are_whole_sentences() -> None:
    eigen = Ontvanger()
    assert telling(Notenkeuze(), eigen) == "Er gaat geen aantekening mee."
    een, twee = een_aantekening(soort=Soort.VRAAG), een_aantekening()
    assert telling(Notenkeuze(noten=(een,)), eigen) == "Er gaat 1 aantekening mee; die is privé."
    assert telling(Notenkeuze(noten=(een, twee)), eigen) == "Er gaan 2 aantekeningen mee; alle zijn privé."
    inname = Inname(nieuw=(een, twee), gewijzigd=(een,), bekend=3)
    assert innametelling(inname, GelezenNotities(overgeslagen=2)).splitlines() == [
        "2 aantekeningen komen erbij.",
        "1 aantekening wordt bijgewerkt.",
        "3 staan hier al.",
        "2 tekens zonder woorden blijven achter.",
    ]
