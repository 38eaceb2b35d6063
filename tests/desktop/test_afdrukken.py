"""Before a set is printed, the secretaris sees on how many sheets."""

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.desktop.hulp_formulier import naamloos
from tests.desktop.test_stukken_lijst import Oor
from tests.notenbouwers import ROOS, WIES, een_aantekening, een_anker
from tests.verpakt import paginateksten
from tk_desktop.base.files import sha256
from tk_desktop.desktop.parts.printer import Printer
from tk_desktop.desktop.session.jobs import Job, Jobs
from tk_desktop.desktop.sets.afdrukken import Afdrukvenster, Drukvraag, Drukwat, telling
from tk_desktop.desktop.sets.druk_werk import Drukwerk
from tk_desktop.desktop.sets.set_keuze import Setkeuze
from tk_desktop.domain.aantekening import Zicht
from tk_desktop.domain.gemaakt import GemaakteSet
from tk_desktop.domain.notenstijl import Notenwijze
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.export.afdruk import Drukplan
from tk_desktop.export.pdf import write_pdf
from tk_desktop.meeting.stukken import set_afdrukken
from tk_desktop.pack.bekijken_als import Lezer
from tk_desktop.pack.samenstellen import assemble
from tk_desktop.pack.uitgeven import record_uitgave
from tk_desktop.paper.imposition import Vellen
from tk_desktop.store.werkmap import Store

PRINTERS = (Printer(naam="Kadehuis-3", standaard=True),)


@pytest.fixture
def werk(qtbot: QtBot, store: Store, vergadering_id: str, jobs: Jobs, tmp_path: Path) -> Drukwerk:
    drukwerk = Drukwerk(store, vergadering_id, jobs, PRINTERS, lambda naam: tmp_path / naam)
    qtbot.addWidget(drukwerk.venster)
    drukwerk.venster.show()
    return drukwerk


def wacht_op_telling(qtbot: QtBot, venster: Afdrukvenster) -> None:
    qtbot.waitUntil(lambda: venster.plan is not None, timeout=30_000)


def test_the_sheets_are_counted_before_anything_is_printed(qtbot: QtBot, werk: Drukwerk) -> None:
    venster = werk.venster
    assert venster._telling.text() == "De vellen worden geteld…"
    assert not venster._bewaar.isEnabled()
    wacht_op_telling(qtbot, venster)
    assert venster._bewaar.isEnabled()
    dubbel = venster._telling.text()
    assert dubbel.endswith("× A3)")
    venster._dubbel.setChecked(False)
    assert venster._telling.text() != dubbel
    assert not venster._rechts.isEnabled()
    venster._a3.setChecked(True)
    assert "A3" not in venster._telling.text()
    venster._aantal.setValue(3)
    assert "3 exemplaren" in venster._telling.text()


def test_copies_on_name_are_as_many_as_there_are_names(qtbot: QtBot, werk: Drukwerk) -> None:
    wacht_op_telling(qtbot, werk.venster)
    werk.venster._op_naam.setChecked(True)
    assert len(werk.venster.keuze.namen) > 3
    werk.venster._namen.setPlainText("Roos van Dalen\n\nWies Aalders\n")
    assert werk.venster.keuze.namen == ("Roos van Dalen", "Wies Aalders")
    assert werk.venster._aantal.value() == 2
    assert not werk.venster._aantal.isEnabled()
    werk.venster._op_naam.setChecked(False)
    assert werk.venster.keuze.namen == ("", "")


def test_one_item_can_be_printed_and_one_without_papers_is_not_offered(qtbot: QtBot, werk: Drukwerk) -> None:
    venster = werk.venster
    wacht_op_telling(qtbot, venster)
    namen = [venster._wat.itemText(nr) for nr in range(venster._wat.count())]
    assert namen[0] == "De hele set"
    assert not any(naam.startswith("1 ") for naam in namen)
    venster._wat.setCurrentIndex(next(nr for nr, naam in enumerate(namen) if naam.startswith("2a ")))
    assert venster.plan is not None
    assert 0 < venster.plan.vellen.samen < 20


@pytest.mark.parametrize("groep", [Doelgroep.LEDEN, Doelgroep.OPENBAAR])
def test_it_says_for_whom_it_is_and_warns_where_something_besloten_is_printed(
    qtbot: QtBot, store: Store, vergadering_id: str, jobs: Jobs, groep: Doelgroep
) -> None:
    keuze = Setkeuze(lezer=Lezer(doelgroep=groep))
    werk = Drukwerk(store, vergadering_id, jobs, PRINTERS, lambda _: None, keuze=keuze)
    venster = werk.venster
    qtbot.addWidget(venster)
    venster.show()
    voor = "Set voor de leden" if groep is Doelgroep.LEDEN else "Openbare set"
    assert venster._voor_wie.text() == voor
    gewaarschuwd = []
    for plaats in range(venster._wat.count()):
        venster._wat.setCurrentIndex(plaats)
        gewaarschuwd += [venster._wat.currentText()] if venster._geheim.isVisible() else []
    besloten = next(punt for punt in store.opname(vergadering_id).agendapunten if punt.besloten)
    assert gewaarschuwd == (["De hele set", f"1A {besloten.titel}"] if groep is Doelgroep.LEDEN else [])
    venster.close()


def test_a_set_is_kept_as_a_pdf_laid_out_for_paper(qtbot: QtBot, werk: Drukwerk, tmp_path: Path) -> None:
    wacht_op_telling(qtbot, werk.venster)
    plan = werk.venster.plan
    assert plan is not None
    with qtbot.waitSignal(werk.afgedrukt, timeout=30_000) as klaar:
        QTest.mouseClick(werk.venster._bewaar, Qt.MouseButton.LeftButton)
    (bewaard,) = tmp_path.glob("*.pdf")
    assert bewaard.name.endswith("afdruk leden.pdf")
    assert klaar.args == [f"De afdruk is bewaard als ‘{bewaard.name}’."]
    assert len(paginateksten(bewaard)) == len(plan.zijden)
    assert not werk.venster.isVisible()


def test_a_printer_that_does_not_answer_leaves_the_dialog_and_the_pdf(
    qtbot: QtBot, werk: Drukwerk, store: Store
) -> None:
    wacht_op_telling(qtbot, werk.venster)
    QTest.keyClick(werk.venster, Qt.Key.Key_Return)
    qtbot.waitUntil(werk.venster._fout.isVisible, timeout=30_000)
    assert "‘Kadehuis-3’ reageert niet" in werk.venster._fout.tekst
    assert [knop.text() for knop in werk.venster._fout.knoppen] == ["Opnieuw", "Pdf openen"]
    assert werk.venster._druk.isEnabled()
    assert werk._doel.is_file()
    QTest.mouseClick(werk.venster._fout.knoppen[0], Qt.MouseButton.LeftButton)
    assert werk.venster._bezig
    qtbot.waitUntil(werk.venster._fout.isVisible, timeout=30_000)


def test_closing_the_dialog_stops_the_printing_and_says_so(
    qtbot: QtBot, werk: Drukwerk, jobs: Jobs, tmp_path: Path
) -> None:
    wacht_op_telling(qtbot, werk.venster)
    gestopt, gedrukt, voorbij = Oor(werk.gestopt), Oor(werk.afgedrukt), Oor(werk.voorbij)
    poort = threading.Event()
    jobs.start_job(Job(lambda _: poort.wait()))
    assert werk.venster._annuleer.text() == "&Annuleren"
    QTest.mouseClick(werk.venster._bewaar, Qt.MouseButton.LeftButton)
    assert werk.venster._annuleer.text() == "&Stoppen"
    QTest.mouseClick(werk.venster._annuleer, Qt.MouseButton.LeftButton)
    poort.set()
    qtbot.waitUntil(lambda: not jobs._bezig)
    assert not werk.venster.isVisible()
    assert (len(gestopt.gehoord), gedrukt.gehoord, len(voorbij.gehoord)) == (1, [], 1)
    assert not list(tmp_path.glob("*.pdf"))


def test_closing_the_dialog_while_it_counts_stops_the_counting_in_silence(
    qtbot: QtBot, werk: Drukwerk, jobs: Jobs
) -> None:
    gestopt = Oor(werk.gestopt)
    QTest.keyClick(werk.venster, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not jobs._bezig)
    assert gestopt.gehoord == []


def test_what_changed_is_offered_only_after_a_set_was_sent(  # noqa: PLR0917
    qtbot: QtBot, store: Store, vergadering_id: str, jobs: Jobs, werk: Drukwerk, tmp_path: Path
) -> None:
    assert werk.venster._wat.findText(Drukwat.WIJZIGINGEN.value) == -1
    plan = assemble(store, vergadering_id, Doelgroep.LEDEN)
    doel = tmp_path / "set.pdf"
    gemaakt: GemaakteSet = write_pdf(plan, doel, bestand=store.bestanden.open, cache=store.map / "cache")
    record_uitgave(store, vergadering_id, gemaakt, sha256(doel))
    ander = Drukwerk(store, vergadering_id, jobs, PRINTERS, lambda _: None)
    qtbot.addWidget(ander.venster)
    ander.venster.show()
    ander.venster._wat.setCurrentIndex(ander.venster._wat.findText(Drukwat.WIJZIGINGEN.value))
    qtbot.waitUntil(ander.venster._fout.isVisible, timeout=30_000)
    assert "Er is niets veranderd" in ander.venster._fout.tekst


def test_without_a_printer_a_set_can_still_be_kept_as_pdf(
    qtbot: QtBot, store: Store, vergadering_id: str, jobs: Jobs
) -> None:
    werk = Drukwerk(store, vergadering_id, jobs, (), lambda _: None)
    qtbot.addWidget(werk.venster)
    wacht_op_telling(qtbot, werk.venster)
    assert not werk.venster._druk.isEnabled()
    QTest.mouseClick(werk.venster._bewaar, Qt.MouseButton.LeftButton)
    assert werk.venster._bewaar.isEnabled()


def test_the_dialog_fits_in_a_small_window_and_closes_with_escape(qtbot: QtBot, werk: Drukwerk) -> None:
    maat = werk.venster.minimumSizeHint()
    assert maat.width() <= 640
    assert maat.height() <= 360
    QTest.keyClick(werk.venster, Qt.Key.Key_Escape)
    assert not werk.venster.isVisible()
    assert telling(Drukplan(zijden=(), vellen=Vellen(1), exemplaren=1)) == "1 vel"


def test_the_keyboard_begins_at_the_first_choice_and_everything_it_reaches_has_a_name(
    qtbot: QtBot, werk: Drukwerk
) -> None:
    qtbot.waitUntil(werk.venster.isActiveWindow)
    veld = werk.venster.focusWidget()
    assert veld is not None
    assert veld.accessibleName() == "Printer"
    assert naamloos(werk.venster) == []


def test_only_what_must_be_printed_is_offered_where_some_papers_need_not(
    qtbot: QtBot, store: Store, vergadering_id: str, jobs: Jobs, werk: Drukwerk
) -> None:
    wacht_op_telling(qtbot, werk.venster)
    assert not werk.venster._gemerkt.isEnabled()
    assert not werk.venster.keuze.alleen_gemerkt
    opname = store.opname(vergadering_id)
    set_afdrukken(store, next(stuk for stuk in opname.stukken if opname.label(stuk) == "2a bijl. 1").id, False)
    anders = Drukwerk(store, vergadering_id, jobs, PRINTERS, Path)
    qtbot.addWidget(anders.venster)
    wacht_op_telling(qtbot, anders.venster)
    assert anders.venster.keuze.alleen_gemerkt
    zonder = anders.venster._telling.text()
    anders.venster._gemerkt.setChecked(False)
    assert anders.venster._telling.text() == werk.venster._telling.text() != zonder


def _met_noten(store: Store, vergadering_id: str, jobs: Jobs, **anders: Any) -> Drukwerk:
    opname = store.opname(vergadering_id)
    stuk = next(stuk for stuk in opname.stukken if opname.label(stuk) == "2a bijl. 1")
    anker = een_anker(versie=opname.versies[stuk.id].paginabestand, pagina=2)
    punt = opname.punt_van(stuk)
    with store.transaction():
        for eigenaar, tekst in ((ROOS, "Wie betaalt de gymzaal?"), (WIES, "Geheim van Wies")):
            noot = een_aantekening(
                anker,
                vergadering_id=vergadering_id,
                papier=stuk.id,
                agendapunt_id=punt,
                eigenaar=eigenaar,
                tekst=tekst,
                zicht=Zicht.ALLEN,
            )
            store.aantekeningen.save(noot)
    return Drukwerk(store, vergadering_id, jobs, PRINTERS, lambda _: None, lezer=ROOS, punt=punt or "", **anders)


def test_who_has_notes_prints_them_with_one_key_and_enter_and_need_not_wait_for_the_count(
    qtbot: QtBot, store: Store, vergadering_id: str, jobs: Jobs
) -> None:
    venster = _met_noten(store, vergadering_id, jobs).venster
    qtbot.addWidget(venster)
    venster.show()
    qtbot.waitUntil(venster.isActiveWindow)
    gevraagd = Oor(venster.afdrukken_gevraagd)
    veld = venster.focusWidget()
    assert veld is venster._noten
    QTest.keyClick(veld, Qt.Key.Key_Return)
    assert venster._telling.text() == "Wordt afgedrukt zodra de vellen zijn geteld…"
    QTest.keyClick(veld, Qt.Key.Key_Down)  # another choice: what was asked is wanted no more
    assert venster._telling.text() == "De vellen worden geteld…"
    QTest.keyClick(veld, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(gevraagd.gehoord), timeout=30_000)
    ((opdracht,),) = gevraagd.gehoord
    assert opdracht.bron is venster._bronnen[Drukvraag(noten=Notenwijze.MARGE)]


def test_own_notes_are_printed_in_the_margin_or_numbered_and_the_sheets_are_counted_with_them(
    qtbot: QtBot, store: Store, vergadering_id: str, jobs: Jobs, tmp_path: Path
) -> None:
    werk = _met_noten(store, vergadering_id, jobs)
    qtbot.addWidget(werk.venster)
    wacht_op_telling(qtbot, werk.venster)
    kaal = werk.venster.plan
    gekozen = Oor(werk.venster.noten_gekozen)
    QTest.keyClick(werk.venster._noten, Qt.Key.Key_Down)
    assert gekozen.gehoord == [(Notenwijze.MARGE,)]
    assert werk.venster._telling.text() == "De vellen worden geteld…"
    wacht_op_telling(qtbot, werk.venster)
    marge = werk.venster.plan
    werk._kies = lambda naam: tmp_path / naam
    werk.venster._noten.setCurrentIndex(2)
    wacht_op_telling(qtbot, werk.venster)
    achter = werk.venster.plan
    assert kaal is not None
    assert marge is not None
    assert achter is not None
    assert kaal.vellen == marge.vellen
    assert achter.vellen.samen == kaal.vellen.samen + 1
    werk.venster._noten.setCurrentIndex(1)
    with qtbot.waitSignal(werk.afgedrukt, timeout=30_000) as klaar:
        QTest.mouseClick(werk.venster._bewaar, Qt.MouseButton.LeftButton)
    (bewaard,) = tmp_path.glob("*.pdf")
    assert bewaard.name.endswith("met eigen aantekeningen.pdf")
    assert klaar.args == [f"De afdruk is bewaard als ‘{bewaard.name}’. Uw eigen aantekeningen staan erin."]
    tekst = " ".join(paginateksten(bewaard))
    assert "Wie betaalt de gymzaal?" in tekst
    assert "Geheim van Wies" not in tekst


def test_copies_for_others_bear_no_notes_and_more_copies_say_that_they_do(
    qtbot: QtBot, store: Store, vergadering_id: str, jobs: Jobs
) -> None:
    werk = _met_noten(store, vergadering_id, jobs, noten=Notenwijze.MARGE)
    venster = werk.venster
    qtbot.addWidget(venster)
    wacht_op_telling(qtbot, venster)
    assert venster.vraag.noten is Notenwijze.MARGE
    assert "elk exemplaar" not in venster._telling.text()
    venster._aantal.setValue(2)
    assert venster._telling.text().endswith("Uw aantekeningen staan op elk exemplaar.")
    venster._op_naam.setChecked(True)
    assert not venster._noten.isEnabled()
    assert venster.vraag == Drukvraag()


def test_without_notes_there_is_nothing_to_choose(qtbot: QtBot, werk: Drukwerk) -> None:
    wacht_op_telling(qtbot, werk.venster)
    assert not werk.venster._noten.isEnabled()
    assert "nog geen aantekeningen" in werk.venster._noten.toolTip()
