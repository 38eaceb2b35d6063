"""From dropping files to papers on the agenda: read in the background, stored at once, undone at once."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QDesktopServices, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.desktop.test_stukken_lijst import Oor
from tests.intake.berichtbouwers import van_outlook
from tests.intake.wordpapieren import een_actielijst, een_agenda
from tests.paper.sample_pdfs import a_locked_pdf, a_pdf
from tests.verpakt import VOORBEELD
from tk_desktop.base.leesproces import Grenzen, Leesproces
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.agenda.pdfwachtwoord import PdfWachtwoord
from tk_desktop.desktop.agenda.stukbediening import Stukbediening
from tk_desktop.desktop.agenda.stukken_taken import Taakregel
from tk_desktop.desktop.agenda.stukken_vensters import Prullenbak, VersieVenster
from tk_desktop.desktop.parts.foutmelding import Meldbalk
from tk_desktop.desktop.parts.palet import Kieslijst
from tk_desktop.desktop.session.jobs import Job, Jobs
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.session.voorkeuren import Voorkeuren
from tk_desktop.desktop.text.stukregels import Plaatsing
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.stuk import Soort, Stuk, Stukversie
from tk_desktop.domain.volgorde import tussen
from tk_desktop.intake.bestandssoorten import WORD
from tk_desktop.meeting.stukken import remove_stukken
from tk_desktop.paper.office import find_office
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 5, 21, 9, 30)
NOTA = next(VOORBEELD.glob("*2a adviesnota*.docx"))


class Opstelling:
    """The list of papers in a session, shown anew after each change as the window does."""

    def __init__(self, sessie: Sessie, vergadering_id: str) -> None:
        self.sessie = sessie
        self._id = vergadering_id
        self.stukken = Stukbediening(sessie, self.opname)
        self.meldingen = Oor(sessie.gemeld)
        sessie.veranderd.connect(self.stukken.lijst.reload)

    def opname(self) -> Momentopname:
        return self.sessie.store.opname(self._id)

    def punt(self, nummer: str) -> str:
        opname = self.opname()
        return next(punt.id for punt in opname.agendapunten if str(opname.nummers[punt.id]) == nummer)

    def stuk(self, label: str) -> str:
        opname = self.opname()
        return next(stuk.id for stuk in opname.stukken if opname.label(stuk) == label)

    def bij(self, nummer: str) -> list[str]:
        opname = self.opname()
        eigen = opname.stukken_bij(opname.punt(self.punt(nummer)))
        alle = [deel for stuk in eigen for deel in (stuk, *opname.bijlagen_bij(stuk))]
        return [f"{opname.label(stuk)} {stuk.titel}" for stuk in alle]


@pytest.fixture
def scherm(qtbot: QtBot, store: Store, jobs: Jobs, vergadering_id: str) -> Iterator[Opstelling]:
    opstelling = Opstelling(Sessie(store, jobs, Meldbalk(), Voorkeuren(store.map)), vergadering_id)
    qtbot.addWidget(opstelling.stukken.lijst)
    opstelling.stukken.lijst.resize(900, 500)
    opstelling.stukken.lijst.show()
    opstelling.stukken.toon_punt("")
    yield opstelling
    jobs.sluit()


@pytest.fixture
def laat_vallen(qtbot: QtBot, scherm: Opstelling) -> Callable[[list[Path], Plaatsing], None]:
    """Drop files and wait until all is done."""

    def laat(paden: list[Path], plek: Plaatsing) -> None:
        scherm.stukken.ontvang(paden, plek)
        qtbot.waitUntil(lambda: not _loopt(scherm), timeout=60_000)

    return laat


def _loopt(scherm: Opstelling) -> bool:
    return bool(scherm.sessie.jobs._bezig)


def test_three_files_on_an_item_become_its_bijlagen_and_go_away_together(
    scherm: Opstelling, laat_vallen: Callable[[list[Path], Plaatsing], None], tmp_path: Path
) -> None:
    voor = scherm.bij("2a")
    paden = [a_pdf(tmp_path / f"bijlage {rang} - Bijlage {naam}.pdf", (naam,)) for rang, naam in enumerate("ABC", 4)]
    laat_vallen(paden, Plaatsing(punt_id=scherm.punt("2a"), uitleg=""))
    assert scherm.bij("2a")[len(voor) :] == ["2a bijl. 4 Bijlage A", "2a bijl. 5 Bijlage B", "2a bijl. 6 Bijlage C"]
    assert scherm.meldingen.gehoord[-1] == ("3 stukken toegevoegd bij 2a.", True)
    assert len(scherm.stukken.lijst.gekozen_ids()) == 3
    scherm.sessie.maak_ongedaan()
    assert scherm.bij("2a") == voor
    scherm.sessie.doe_opnieuw()
    assert len(scherm.bij("2a")) == len(voor) + 3
    assert not list(scherm.sessie.store.map.glob(".tk-*"))


def test_dropped_files_are_read_in_a_process_of_their_own_within_its_limits(
    scherm: Opstelling, laat_vallen: Callable[[list[Path], Plaatsing], None], tmp_path: Path
) -> None:
    voor, plek = scherm.bij("2a"), Plaatsing(punt_id=scherm.punt("2a"), uitleg="")
    plan = a_pdf(tmp_path / "bijlage 4 - Plan.pdf")
    with Leesproces(Grenzen(wachttijd=0.0)) as lezer:
        scherm.sessie.lezer = lezer
        laat_vallen([plan], plek)
    assert scherm.bij("2a") == voor
    assert any("TK-D50" in tekst for tekst in scherm.stukken.lijst.uitkomst.teksten)
    with Leesproces() as lezer:
        scherm.sessie.lezer = lezer
        laat_vallen([plan], plek)
    assert scherm.bij("2a")[len(voor) :] == ["2a bijl. 4 Plan"]


def _vraag(qtbot: QtBot, scherm: Opstelling, bestand: str) -> PdfWachtwoord:
    """Wait until the password of this file is asked."""

    def vragen() -> list[PdfWachtwoord]:
        alle = scherm.stukken.lijst.findChildren(PdfWachtwoord)
        return [een for een in alle if een.isVisible() and bestand in een.findChildren(QLabel)[0].text()]

    qtbot.waitUntil(lambda: bool(vragen()), timeout=60_000)
    return vragen()[0]


def test_the_password_of_a_pdf_is_asked_again_until_it_fits(qtbot: QtBot, scherm: Opstelling, tmp_path: Path) -> None:
    paden = [a_locked_pdf(tmp_path / f"bijlage {rang} - Deel {rang}.pdf", "Molen") for rang in (4, 5)]
    scherm.stukken.ontvang(paden, Plaatsing(punt_id=scherm.punt("2a"), uitleg=""))
    vraag = _vraag(qtbot, scherm, "Deel 4")
    assert not vraag.melding.isVisible()
    QTest.keyClicks(vraag.veld, "molen")
    QTest.keyClick(vraag.veld, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "gaat niet open met dit wachtwoord" in vraag.melding.text(), timeout=60_000)
    assert vraag.melding.isVisible()
    QTest.keyClicks(vraag.veld, "Molen")  # what was typed is chosen, so it is replaced
    QTest.keyClick(vraag.veld, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: scherm.bij("2a")[-2:] == ["2a bijl. 4 Deel 4", "2a bijl. 5 Deel 5"], timeout=60_000)
    qtbot.waitUntil(lambda: not _loopt(scherm), timeout=60_000)
    versie = scherm.opname().versies[scherm.stuk("2a bijl. 4")]
    assert (versie.is_pdf, versie.paginas, versie.had_wachtwoord) == (True, 1, True)
    assert scherm.sessie.store.bestanden.open(versie.sha256).read_bytes() == paden[0].read_bytes()
    assert not list(scherm.sessie.store.map.glob(".tk-*"))


def test_esc_leaves_a_pdf_out_and_the_rest_comes(qtbot: QtBot, scherm: Opstelling, tmp_path: Path) -> None:
    voor = scherm.bij("2a")
    paden = [
        a_locked_pdf(tmp_path / "bijlage 4 - Geheim.pdf", "Molen"),
        a_locked_pdf(tmp_path / "bijlage 5 - Ook.pdf", "Sluis"),
        a_pdf(tmp_path / "bijlage 6 - Open.pdf"),
    ]
    scherm.stukken.ontvang(paden, Plaatsing(punt_id=scherm.punt("2a"), uitleg=""))
    for naam in ("Geheim", "Ook"):
        QTest.keyClick(_vraag(qtbot, scherm, naam), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: scherm.bij("2a")[len(voor) :] == ["2a bijl. 4 Open"], timeout=60_000)
    assert sum("TK-P04" in tekst for tekst in scherm.stukken.lijst.uitkomst.teksten) == 2
    assert not list(scherm.sessie.store.map.glob(".tk-*"))


def test_a_drop_on_a_row_replaces_it_with_one_step_back(
    scherm: Opstelling, laat_vallen: Callable[[list[Path], Plaatsing], None], tmp_path: Path
) -> None:
    stuk_id = scherm.stuk("2a bijl. 1")
    laat_vallen([a_pdf(tmp_path / "Plan v2.pdf", ("Nieuw",))], Plaatsing(vervangt=stuk_id, uitleg=""))
    assert scherm.opname().versies[stuk_id].bestandsnaam == "Plan v2.pdf"
    assert scherm.meldingen.gehoord[-1] == ("2a bijl. 1 is vervangen.", True)
    scherm.sessie.maak_ongedaan()
    assert scherm.opname().versies[stuk_id].bestandsnaam.startswith("2a bijlage 1")


def test_a_file_for_a_paper_that_is_removed_meanwhile_is_refused_with_words(
    scherm: Opstelling, laat_vallen: Callable[[list[Path], Plaatsing], None], tmp_path: Path
) -> None:
    stuk_id = scherm.stuk("2a bijl. 1")
    remove_stukken(scherm.sessie.store, [stuk_id], NU)
    laat_vallen([a_pdf(tmp_path / "Plan v2.pdf", ("Nieuw",))], Plaatsing(vervangt=stuk_id, uitleg=""))
    assert "staat in de prullenbak" in scherm.sessie.balk.tekst
    assert "(TK-I35)" in scherm.sessie.balk.tekst
    assert len(scherm.sessie.store.versies.van_stuk(stuk_id)) == 1


def test_papers_go_to_another_item_and_get_their_marks_by_keys_alone(scherm: Opstelling, qtbot: QtBot) -> None:
    def kies(opdracht: str, *getypt: str) -> None:
        scherm.stukken.opdrachten()[opdracht]()
        for tekst in getypt:
            vraag = QApplication.activeModalWidget()
            assert isinstance(vraag, Kieslijst)
            vraag.zoek.setText(tekst)
            QTest.keyClick(vraag.zoek, Qt.Key.Key_Return)
            qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)

    def nu() -> Stuk:
        return next(stuk for stuk in scherm.opname().stukken if stuk.id == id_)

    id_ = scherm.stuk("2a bijl. 1")
    scherm.stukken.lijst.kies([id_])
    kies("stuk.soort", "notitie")
    assert nu().soort is Soort.NOTITIE
    for merk in ("besloten", "afdrukken", "genoemd"):
        was = getattr(nu(), merk)
        kies(f"stuk.{merk}")
        assert getattr(nu(), merk) is not was, merk
    kies("stuk.verplaatsen", "2b")
    assert nu().agendapunt_id == scherm.punt("2b")
    assert scherm.meldingen.gehoord[-1] == ("2a bijl. 1 staat nu bij 2b.", True)
    kies("stuk.genoemd")
    assert scherm.meldingen.gehoord[-1] == ("Alleen een bijlage staat in de lijst van een nota.", False)


def test_a_message_that_brings_no_paper_is_undone_by_a_name_that_says_so(
    scherm: Opstelling, laat_vallen: Callable[[list[Path], Plaatsing], None], tmp_path: Path
) -> None:
    bericht = van_outlook(tmp_path / "Dank.eml", "Dank voor de stukken.", [])
    laat_vallen([bericht], Plaatsing(punt_id=scherm.punt("2b"), uitleg=""))
    stap = scherm.sessie.geschiedenis.terug
    assert stap is not None
    assert stap.naam == "Bericht bewaren"


def test_good_files_come_in_and_each_bad_one_is_named(
    scherm: Opstelling, laat_vallen: Callable[[list[Path], Plaatsing], None], tmp_path: Path
) -> None:
    (tmp_path / "bericht.msg").write_bytes(b"bericht")
    al = VOORBEELD / "2a bijlage 3 - Planning op A3.pdf"
    plek = Plaatsing(punt_id=scherm.punt("2b"), uitleg="")
    laat_vallen([tmp_path / "bericht.msg", al, a_pdf(tmp_path / "Goed.pdf", ("Goed",))], plek)
    assert scherm.bij("2b")[-1] == "2b bijl. 2 Goed"
    stap = scherm.sessie.geschiedenis.terug
    assert stap is not None
    assert stap.naam == "1 stuk toevoegen"  # what was there already was not added
    assert scherm.meldingen.gehoord[-1][0].startswith("1 stuk toegevoegd bij 2b.")
    uitkomst = scherm.stukken.lijst.uitkomst
    assert not uitkomst.isHidden()  # a message that passes is not enough for what did not come in
    assert uitkomst.kop == "1 stuk is bij 2b toegevoegd en bewaard. 1 bestand is niet toegevoegd."
    teksten = uitkomst.teksten
    assert teksten[0].startswith("‘bericht.msg’ is niet ingenomen")
    assert teksten[0].endswith("(TK-I70)")
    assert teksten[-1] == "‘2a bijlage 3 - Planning op A3.pdf’ was er al: 2a bijl. 3 Planning op A3."


def test_only_bad_files_change_nothing_and_say_that_the_work_is_safe(
    scherm: Opstelling, laat_vallen: Callable[[list[Path], Plaatsing], None], tmp_path: Path
) -> None:
    (tmp_path / "half.pdf").write_bytes(b"%PDF-1.7 half")
    voor = scherm.opname()
    laat_vallen([tmp_path / "half.pdf"], Plaatsing(punt_id=scherm.punt("2b"), uitleg=""))
    assert scherm.opname() == voor
    assert scherm.stukken.lijst.uitkomst.kop == "Er is bij 2b niets toegevoegd; uw vergadering is niet veranderd."
    assert not scherm.sessie.geschiedenis.terug
    assert scherm.stukken.lijst.uitkomst.ander.isVisibleTo(scherm.stukken.lijst.uitkomst)


def test_another_file_is_chosen_for_the_place_where_one_did_not_come_in(
    qtbot: QtBot, scherm: Opstelling, laat_vallen: Callable[[list[Path], Plaatsing], None], tmp_path: Path
) -> None:
    (tmp_path / "half.pdf").write_bytes(b"%PDF-1.7 half")
    plek = Plaatsing(punt_id=scherm.punt("2b"), uitleg="")
    laat_vallen([tmp_path / "half.pdf"], plek)
    lijst = scherm.stukken.lijst
    lijst._kiezer = lambda ouder, titel, meer: [tmp_path / "heel.pdf"]
    gekregen: list[object] = []
    lijst.bestanden_gekregen.disconnect(scherm.stukken.ontvang)
    lijst.bestanden_gekregen.connect(lambda paden, waar: gekregen.extend((paden, waar)))
    lijst.uitkomst.ander.click()
    assert gekregen == [[tmp_path / "heel.pdf"], plek]
    assert lijst.uitkomst.kop == ""


def test_a_nota_in_word_becomes_the_form_of_an_item(
    scherm: Opstelling, laat_vallen: Callable[[list[Path], Plaatsing], None]
) -> None:
    laat_vallen([NOTA], Plaatsing(punt_id=scherm.punt("5"), uitleg=""))
    opname = scherm.opname()
    assert scherm.stuk("5") in opname.notas
    assert "noemt agendapunt 2a, maar staat bij 5" in " ".join(scherm.stukken.lijst.uitkomst.teksten)


def test_an_agenda_or_list_in_word_is_added_as_a_paper_and_what_it_holds_is_offered(
    qtbot: QtBot, scherm: Opstelling, laat_vallen: Callable[[list[Path], Plaatsing], None], tmp_path: Path
) -> None:
    balk, gevraagd = scherm.sessie.balk, Oor(scherm.stukken.pak_gevraagd)
    lijst = een_actielijst(tmp_path / "lijst.docx", "Actielijst per 18 maart 2026")
    for pad, wat in ((een_agenda(tmp_path / "agenda.docx"), "een agenda"), (lijst, "een actielijst")):
        acties, aantal = scherm.sessie.store.acties.all(), len(scherm.bij("2b"))
        laat_vallen([pad], Plaatsing(punt_id=scherm.punt("2b"), uitleg=""))
        assert len(scherm.bij("2b")) == aantal + 1
        assert scherm.sessie.store.acties.all() == acties
        assert any(f"lijkt {wat}" in regel for regel in scherm.stukken.lijst.uitkomst.teksten)
        (knop,) = [een for een in balk.knoppen if een.text().startswith("Nakijken")]
        knop.click()
        assert gevraagd.gehoord[-1] == (pad,)


def test_an_office_file_gets_pages_or_says_that_it_travels_as_it_is(
    scherm: Opstelling, laat_vallen: Callable[[list[Path], Plaatsing], None], tmp_path: Path
) -> None:
    document = docx.Document()
    document.add_paragraph("De kades van Marsmade.")
    document.save(str(tmp_path / "Kades.docx"))
    laat_vallen([tmp_path / "Kades.docx"], Plaatsing(punt_id=scherm.punt("2b"), uitleg=""))
    versie = scherm.opname().versies[scherm.stuk("2b bijl. 2")]
    if find_office() is None:
        assert "los bestand" in scherm.stukken.lijst.uitkomst.teksten[0]
    else:
        assert (versie.is_pdf, versie.paginas, versie.omgezet_met) == (True, 1, "LibreOffice")


def test_a_file_that_travelled_as_it_is_gets_pages_later(
    qtbot: QtBot, scherm: Opstelling, store: Store, tmp_path: Path
) -> None:
    if find_office() is None:
        pytest.skip("LibreOffice staat niet op deze computer")
    document = docx.Document()
    document.add_paragraph("De kades van Marsmade.")
    document.save(str(tmp_path / "Kades.docx"))
    stuk_id = scherm.stuk("2a bijl. 3")
    with store.transaction():
        oude = store.versies.van_stuk(stuk_id)[-1]
        som = store.bestanden.bewaar(tmp_path / "Kades.docx")
        store.versies.save(replace(oude, sha256=som, bestandsnaam="Kades.docx", media=WORD, paginas=0))
    scherm.stukken.lijst.reload()
    scherm.stukken.lijst.omzetten_gevraagd.emit(stuk_id)
    stand = scherm.stukken.lijst.model.index_van(stuk_id).siblingAtColumn(4)
    assert stand.data() == "wordt omgezet"
    qtbot.waitUntil(lambda: not _loopt(scherm), timeout=60_000)
    assert scherm.opname().versies[stuk_id].paginas == 1
    assert store.bestanden.open(scherm.opname().versies[stuk_id].sha256).read_bytes()[:2] == b"PK"
    assert not list(store.map.glob(".tk-*"))


def test_pages_of_a_version_that_is_no_longer_the_newest_are_refused(
    qtbot: QtBot, scherm: Opstelling, store: Store, tmp_path: Path
) -> None:
    stuk_id = scherm.stuk("2a bijl. 3")
    oude = _los(store, stuk_id, tmp_path)
    scherm.stukken.lijst.omzetten_gevraagd.emit(stuk_id)
    nieuwe = replace(oude, id="intussen", volgorde=tussen(oude.volgorde), bestandsnaam="Nieuw.pdf", paginas=7)
    with store.transaction():
        store.versies.save(nieuwe)
    qtbot.waitUntil(lambda: not _loopt(scherm), timeout=60_000)
    assert store.versies.get(nieuwe.id) == nieuwe
    if find_office() is not None:
        assert "is intussen vervangen" in scherm.sessie.balk.tekst


def test_converting_that_is_stopped_says_what_was_stopped(
    qtbot: QtBot, scherm: Opstelling, store: Store, tmp_path: Path
) -> None:
    stuk_id = scherm.stuk("2a bijl. 3")
    _los(store, stuk_id, tmp_path)
    scherm.stukken.lijst.omzetten_gevraagd.emit(stuk_id)
    taak = scherm.stukken.lijst.findChild(Taakregel)
    assert taak is not None
    stop = taak.findChild(QPushButton)
    assert stop is not None
    stop.setFocus()
    stop.click()
    qtbot.waitUntil(lambda: not _loopt(scherm), timeout=60_000)
    assert scherm.meldingen.gehoord[-1] == ("Omzetten gestopt; het stuk is niet veranderd.", False)
    lijst = scherm.stukken.lijst
    assert lijst.window().focusWidget() is lijst.boom  # the keyboard stays with the papers


def test_what_is_opened_elsewhere_is_a_copy_to_read(
    scherm: Opstelling, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: True)
    scherm.stukken.open_buiten(scherm.stuk("2a bijl. 1"))
    (kopie,) = (pad for map_ in store.map.glob(".tk-*") if map_.is_dir() for pad in map_.iterdir())
    assert not kopie.stat().st_mode & 0o222
    assert scherm.meldingen.gehoord[-1] == (
        "Dit is een kopie om te lezen. Vervang het stuk om het te wijzigen.", False,
    )  # fmt: skip


def _los(store: Store, stuk_id: str, map_: Path) -> Stukversie:
    """Make the newest version of a paper one in Word without pages."""
    document = docx.Document()
    document.add_paragraph("De kades van Marsmade.")
    document.save(str(map_ / "Kades.docx"))
    with store.transaction():
        oude = store.versies.van_stuk(stuk_id)[-1]
        som = store.bestanden.bewaar(map_ / "Kades.docx")
        versie = replace(oude, sha256=som, bestandsnaam="Kades.docx", media=WORD, paginas=0)
        store.versies.save(versie)
    return versie


def test_a_pasted_picture_becomes_a_page(qtbot: QtBot, scherm: Opstelling) -> None:
    beeld = QImage(40, 20, QImage.Format.Format_RGB32)
    beeld.fill(QColor("steelblue"))
    QGuiApplication.clipboard().setImage(beeld)
    scherm.stukken.lijst.kies([scherm.punt("5")])
    QTest.keyClick(scherm.stukken.lijst.boom, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not _loopt(scherm), timeout=60_000)
    versie = scherm.opname().versies[scherm.stuk("5")]
    assert versie.bestandsnaam.startswith("Beeld van")
    assert (versie.media, versie.paginas, versie.is_pdf) == ("image/png", 1, True)
    assert not list(scherm.sessie.store.map.glob(".tk-*"))


def test_reading_that_is_stopped_adds_nothing(qtbot: QtBot, scherm: Opstelling, jobs: Jobs, tmp_path: Path) -> None:
    wacht: list[bool] = []

    def bezet(progress: Progress) -> None:
        while not wacht:
            progress.step("Iets anders", 0, 0)

    jobs.start_job(Job(bezet))
    scherm.stukken.ontvang([a_pdf(tmp_path / "Plan.pdf")], Plaatsing(punt_id=scherm.punt("2b"), uitleg=""))
    voor = scherm.bij("2b")
    taak = scherm.stukken.lijst.findChild(Taakregel)
    assert taak is not None
    taak.gestopt.emit()
    wacht.append(True)
    qtbot.waitUntil(lambda: not _loopt(scherm))
    assert scherm.bij("2b") == voor
    assert scherm.meldingen.gehoord[-1] == ("Toevoegen gestopt; er is niets toegevoegd.", False)


def test_papers_are_named_moved_marked_and_put_away_with_a_way_back(scherm: Opstelling) -> None:
    stuk_id = scherm.stuk("2a bijl. 2")
    lijst, begin = scherm.stukken.lijst, scherm.opname()
    lijst.hernoemd.emit(stuk_id, "Zes scholen")
    lijst.soort_gekozen.emit([stuk_id], Soort.NOTITIE)
    lijst.besloten_gekozen.emit([stuk_id], True)
    lijst.afdrukken_gekozen.emit([stuk_id], False)
    lijst.genoemd_gekozen.emit([stuk_id], False)
    stuk = scherm.sessie.store.stukken.get(stuk_id)
    assert (stuk.titel, stuk.soort, stuk.besloten, stuk.afdrukken, stuk.genoemd) == (
        "Zes scholen", Soort.NOTITIE, True, False, False,
    )  # fmt: skip
    lijst.kies([stuk_id])
    lijst.omhoog()
    assert scherm.bij("2a")[1] == "2a bijl. 1 Zes scholen"
    lijst.verwijder()
    assert scherm.meldingen.gehoord[-1] == ("2a bijl. 1 staat in de prullenbak.", True)
    for _ in range(7):
        scherm.sessie.maak_ongedaan()
    assert scherm.opname() == begin


def test_the_trash_gives_back_and_versions_return(
    scherm: Opstelling, laat_vallen: Callable[[list[Path], Plaatsing], None], tmp_path: Path
) -> None:
    begin, stuk_id = scherm.opname(), scherm.stuk("2a bijl. 1")
    lijst = scherm.stukken.lijst
    lijst.kies([stuk_id])
    lijst.verwijder()
    scherm.stukken.opdrachten()["stuk.prullenbak"]()
    bak = next(kind for kind in lijst.findChildren(QDialog) if isinstance(kind, Prullenbak))
    bak.tafel.terug.click()
    assert scherm.opname() == begin
    assert bak.tafel.uitleg.text() == "De prullenbak is leeg."
    bak.accept()
    laat_vallen([a_pdf(tmp_path / "v2.pdf", ("Twee",))], Plaatsing(vervangt=stuk_id, uitleg=""))
    lijst.kies([stuk_id])
    scherm.stukken.opdrachten()["stuk.versies"]()
    versies = next(kind for kind in lijst.findChildren(QDialog) if isinstance(kind, VersieVenster))
    assert not versies.tafel.terug.isEnabled()
    versies.tafel.tabel.selectRow(1)
    versies.tafel.terug.click()
    assert scherm.opname().versies[stuk_id].sha256 == begin.versies[stuk_id].sha256
    assert versies.tafel.tabel.rowCount() == 3
    versies.accept()


def test_a_refusal_is_shown_and_changes_nothing(
    scherm: Opstelling, laat_vallen: Callable[[list[Path], Plaatsing], None], tmp_path: Path
) -> None:
    laat_vallen([a_pdf(tmp_path / "Scan.pdf")], Plaatsing(vervangt=scherm.stuk("2a"), uitleg=""))
    assert "kan de nota" in scherm.sessie.balk.tekst
    assert "(TK-I27)" in scherm.sessie.balk.tekst
