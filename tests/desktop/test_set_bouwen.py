"""The builder shows the set as it will be, and makes what was asked for."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.verpakt import inhoud_van_map
from tk_desktop.base.errors import BestandInGebruik, SchijfVol
from tk_desktop.base.files import sha256
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.pages.bladenbron import Achtergrondbron
from tk_desktop.desktop.parts.foutmelding import Meldbalk
from tk_desktop.desktop.parts.nederlands import EigenWoorden
from tk_desktop.desktop.session.eigen_store import EigenStore
from tk_desktop.desktop.session.jobs import Job, Jobs
from tk_desktop.desktop.sets.set_bouwen import Setbouwer
from tk_desktop.desktop.sets.set_keuze import Gemaakt, Setkeuze, Uitvoer
from tk_desktop.desktop.sets.set_onderdelen import BLADEN, DEEL, STAND, Onderdelenlijst
from tk_desktop.desktop.sets.set_werk import Setwerk, record_sent
from tk_desktop.desktop.sets.set_woorden import gemaakt_zin, kort_genoemd, leestijd
from tk_desktop.domain.uitgave import Verzendwijze
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.meeting.agendapunten import rename_punt
from tk_desktop.meeting.leden import add_lid
from tk_desktop.pack.bekijken_als import Lezer
from tk_desktop.pack.uitgeven import verzendlijst
from tk_desktop.store.werkmap import Store

OPENBAAR = Lezer(Doelgroep.OPENBAAR)


class Venster:
    """A builder with all that stands behind it."""

    def __init__(self, qtbot: QtBot, store: Store, vergadering_id: str, jobs: Jobs, map_: Path) -> None:
        self.qtbot = qtbot
        self.gevraagd: list[str] = []
        self.map = map_

        def kies(_: Setkeuze, naam: str) -> Path | None:
            self.gevraagd.append(naam)
            return map_ / naam

        self.werk = Setwerk(store, vergadering_id, jobs, Achtergrondbron(jobs), kies)
        self.bouwer: Setbouwer = self.werk.bouwer
        qtbot.addWidget(self.bouwer)
        self.bouwer.resize(1100, 700)
        self.bouwer.show()

    def wacht_op_voorbeeld(self) -> None:
        self.qtbot.waitUntil(lambda: self.bouwer._gemaakt is not None and self.bouwer.blad.scherp, timeout=30_000)

    def geef_opdracht(self) -> None:
        """Press Ctrl+Enter, once the window has the keyboard: a window of an earlier test may still be closing.

        While a set is being made there is nothing to press: of one that was told of, the last steps may still come.
        """
        self.bouwer.activateWindow()
        self.qtbot.waitUntil(self.bouwer.isActiveWindow)
        self.qtbot.waitUntil(self.bouwer.voet.maken_knop.isEnabled)
        QTest.keyClick(self.bouwer.lijst, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def maak(self) -> Gemaakt:
        with self.qtbot.waitSignal(self.werk.gemaakt, timeout=30_000) as klaar:
            self.geef_opdracht()
        gemaakt: Gemaakt = klaar.args[0]
        return gemaakt


@pytest.fixture
def venster(qtbot: QtBot, store: Store, vergadering_id: str, jobs: Jobs, tmp_path: Path) -> Venster:
    return Venster(qtbot, store, vergadering_id, jobs, tmp_path / "uit")


def rijen(bouwer: Setbouwer) -> dict[str, tuple[str, str, Qt.CheckState | None]]:
    return {
        rij[DEEL].text(): (
            rij[BLADEN].text(),
            rij[STAND].text(),
            rij[DEEL].checkState() if rij[DEEL].isCheckable() else None,
        )
        for rij in bouwer.lijst.onderdelen.rijen()
    }


def vink(bouwer: Setbouwer, sleutel: str) -> None:
    bouwer.lijst.kies(sleutel)
    QTest.keyClick(bouwer.lijst, Qt.Key.Key_Space)


def test_a_set_is_looked_at_and_told_of_before_it_is_made(venster: Venster, qapp: QApplication) -> None:
    _pages_are_an_estimate_until_the_preview_is_there(venster)
    _escape_and_a_button_go_back_to_the_meeting(venster)
    _the_builder_fits_in_a_small_window_and_every_control_has_a_name(venster)
    _the_set_is_shown_at_the_nota_that_was_chosen(venster)
    _for_other_readers_one_stays_at_the_same_page_of_the_same_part(venster)
    _a_failure_of_an_earlier_preview_does_not_replace_the_one_that_is_there(venster)
    _a_builder_that_nobody_sees_makes_nothing_until_it_is_seen(venster)
    _the_builder_counts_the_faults_that_the_check_still_finds_and_leads_there(venster)
    _what_is_missing_is_gone_to_with_one_button(venster)
    for toets in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        _both_enter_keys_make_the_set_in_a_dutch_window(venster, qapp, toets)
    _the_foot_tells_how_much_there_is_to_read_and_who_gets_a_set_first(venster)
    _a_public_set_shows_what_does_not_go_along_and_why(venster)


def _the_set_is_shown_at_the_nota_that_was_chosen(venster: Venster) -> None:
    venster.bouwer.kies_deel("stuk-2a")
    venster.wacht_op_voorbeeld()
    assert venster.bouwer._gemaakt is not None
    (van,) = [deel.van for deel in venster.bouwer._gemaakt.delen if deel.sleutel == "stuk-2a"]
    assert venster.bouwer.blad.pagina == van
    assert venster.bouwer.midden.kop.text() == f"Voorbeeld blz. {van} van {venster.bouwer._gemaakt.paginas} · 2a"


def _pages_are_an_estimate_until_the_preview_is_there(venster: Venster) -> None:
    assert venster.bouwer.voet.samenvatting.text().startswith("± ")
    assert any(bladen.startswith("±") for bladen, _, _ in rijen(venster.bouwer).values())
    venster.wacht_op_voorbeeld()
    assert venster.bouwer.voet.samenvatting.text().startswith(f"{venster.bouwer.blad.aantal} blz · ± ")
    assert not any(bladen.startswith("±") for bladen, _, _ in rijen(venster.bouwer).values())


def test_a_part_that_is_unchecked_goes_from_the_preview_and_the_place_stays(venster: Venster) -> None:
    venster.bouwer.kies_deel("stuk-3")
    venster.wacht_op_voorbeeld()
    toen = venster.bouwer._gemaakt
    pagina = venster.bouwer.blad.pagina
    vink(venster.bouwer, "stuk-2a")
    venster.bouwer.lijst.kies("stuk-3")
    venster.qtbot.waitUntil(lambda: venster.bouwer._gemaakt is not toen, timeout=30_000)
    venster.wacht_op_voorbeeld()
    assert venster.bouwer.keuze.keuze.zonder == {"stuk-2a"}
    assert venster.bouwer.blad.pagina < pagina
    assert venster.bouwer.midden.kop.text().endswith(" · 3")
    assert rijen(venster.bouwer)["2a Projectplan Fit de klas in 2026-2029"][1:] == (
        "weggelaten",
        Qt.CheckState.Unchecked,
    ) or any(stand == "weggelaten" for _, stand, _ in rijen(venster.bouwer).values())


def _for_other_readers_one_stays_at_the_same_page_of_the_same_part(venster: Venster) -> None:
    def plek() -> tuple[str, int]:
        gemaakt, pagina = venster.bouwer._gemaakt, venster.bouwer.blad.pagina
        assert gemaakt is not None
        (deel,) = [deel for deel in gemaakt.delen if deel.van <= pagina <= deel.tot]
        return deel.sleutel, pagina - deel.van

    def anderen(nummer: int) -> None:
        toen = venster.bouwer._gemaakt
        venster.bouwer._als.setCurrentIndex(nummer)
        venster.qtbot.waitUntil(lambda: venster.bouwer._gemaakt is not toen, timeout=30_000)
        venster.wacht_op_voorbeeld()

    venster.bouwer.kies_deel("stuk-2a")
    venster.wacht_op_voorbeeld()
    venster.bouwer.blad.ga_naar(venster.bouwer.blad.pagina + 1)
    leden = venster.bouwer.blad.pagina
    anderen(2)
    assert (plek(), venster.bouwer.blad.pagina != leden) == (("stuk-2a", 1), True)
    anderen(0)
    assert (plek(), venster.bouwer.blad.pagina) == (("stuk-2a", 1), leden)


def _a_public_set_shows_what_does_not_go_along_and_why(venster: Venster) -> None:
    venster.bouwer._voor.setCurrentIndex(2)
    (besloten,) = [(naam, rij) for naam, rij in rijen(venster.bouwer).items() if naam.startswith("1A ")]
    assert besloten[1][1:] == ("besloten, niet mee", None)
    assert "1A is besloten en gaat niet mee in de openbare set." in venster.bouwer.voet.let_op.text()
    venster.wacht_op_voorbeeld()
    assert venster.bouwer._gemaakt is not None
    assert venster.bouwer._gemaakt.variant.doelgroep is Doelgroep.OPENBAAR


def _the_foot_tells_how_much_there_is_to_read_and_who_gets_a_set_first(venster: Venster) -> None:
    assert re.search(r"· ± [\d.]+ woorden, .+ lezen · \d+% bijlagen", venster.bouwer.voet.samenvatting.text())
    venster.bouwer._voor.setCurrentIndex(2)
    assert (
        "Eerst gaan de set voor de voorzitter, de set voor de leden en de set voor de ambtenaren uit; "
        "die zijn nog niet als verzonden vastgelegd." in venster.bouwer.voet.let_op.text()
    )
    assert [leestijd(minuten) for minuten in (5, 25, 60, 100)] == [
        "binnen 5 minuten te lezen",
        "25 minuten lezen",
        "1 uur lezen",
        "1 uur en 40 minuten lezen",
    ]


def test_looking_as_another_reader_does_not_change_for_whom_the_set_is_made(venster: Venster) -> None:
    venster.bouwer.bekijk_als(OPENBAAR)
    venster.wacht_op_voorbeeld()
    assert venster.bouwer._gemaakt is not None
    assert venster.bouwer._gemaakt.variant.doelgroep is Doelgroep.OPENBAAR
    assert (
        "Het voorbeeld is dat voor ‘openbaar’; gemaakt wordt wat bij ‘Maken voor’ staat."
        in venster.bouwer.voet.let_op.text()
    )
    assert venster.bouwer.keuze.lezer == Lezer(Doelgroep.LEDEN)
    assert venster.maak().gemaakt is not None
    assert venster.gevraagd[0].endswith("vergaderset leden.pdf")


def test_a_set_is_made_in_every_form_and_told_with_its_folder(venster: Venster) -> None:
    _what_was_made_is_told_with_its_folder_and_can_be_opened(venster)
    for uitvoer in list(Uitvoer)[:4]:
        _every_form_is_made_where_the_user_wants_it(venster, uitvoer)


def _every_form_is_made_where_the_user_wants_it(venster: Venster, uitvoer: Uitvoer) -> None:
    venster.bouwer._voor.setCurrentIndex(1)
    venster.bouwer.uitvoer.zet_uitvoer(uitvoer)
    gemaakt = venster.maak()
    assert gemaakt.doel == venster.map / venster.gevraagd[-1]
    assert gemaakt.doel.is_dir() is uitvoer.is_map
    assert len(inhoud_van_map(gemaakt.doel)) == (gemaakt.bestanden if uitvoer.is_map else 0)
    assert gemaakt.doel.name in venster.bouwer.voet.melding.text()
    assert venster.bouwer.voet.verzonden_knop.isEnabled()
    venster.qtbot.waitUntil(venster.bouwer.voet.maken_knop.isEnabled)
    assert not venster.bouwer.voet.werk.isVisible()


def test_what_was_sent_is_kept_and_offers_a_nazending(venster: Venster, store: Store, vergadering_id: str) -> None:
    assert not venster.bouwer.uitvoer._rondjes[Uitvoer.NAZENDING].isEnabled()
    gemaakt = venster.maak()
    moment = store.versies.all()[0].ontvangen
    record_sent(store, vergadering_id, gemaakt, [("alle leden", Verzendwijze.MAIL)], moment)
    (regel,) = verzendlijst(store, vergadering_id)
    assert regel.uitgave.bestandsnaam == gemaakt.doel.name
    venster.werk.herlaad()
    assert venster.bouwer.uitvoer._rondjes[Uitvoer.NAZENDING].isEnabled()
    assert "niets gewijzigd sinds versie 1" in venster.bouwer.voet.samenvatting.text()


def test_of_a_nazending_the_sheets_that_will_be_made_are_shown(
    venster: Venster, store: Store, vergadering_id: str
) -> None:
    gemaakt = venster.maak()
    record_sent(store, vergadering_id, gemaakt, [("alle leden", Verzendwijze.MAIL)], store.versies.all()[0].ontvangen)
    venster.wacht_op_voorbeeld()
    heel = venster.bouwer.blad.aantal
    rename_punt(store, "punt-rondvraag", "Rondvraag en afscheid")
    venster.werk.herlaad()
    venster.bouwer.uitvoer.zet_uitvoer(Uitvoer.NAZENDING)
    kop = venster.bouwer.midden.kop
    venster.qtbot.waitUntil(lambda: kop.text().startswith("Nazending blz. 1 van "), timeout=30_000)
    venster.qtbot.waitUntil(lambda: 0 < venster.bouwer.blad.aantal < heel, timeout=30_000)


def test_choosing_a_nazending_shows_it_and_the_list_and_the_totals_are_those_of_the_preview(
    venster: Venster, store: Store, vergadering_id: str
) -> None:
    gemaakt = venster.maak()
    record_sent(store, vergadering_id, gemaakt, [("alle leden", Verzendwijze.MAIL)], store.versies.all()[0].ontvangen)
    rename_punt(store, "punt-rondvraag", "Rondvraag en afscheid")
    venster.werk.herlaad()
    venster.wacht_op_voorbeeld()
    bouwer = venster.bouwer
    venster.qtbot.waitUntil(lambda: "gewijzigd sinds" in bouwer.voet.samenvatting.text(), timeout=30_000)
    venster.qtbot.waitUntil(lambda: not bouwer._rust.isActive())
    QTest.mouseClick(bouwer.uitvoer._rondjes[Uitvoer.NAZENDING], Qt.MouseButton.LeftButton)
    venster.qtbot.waitUntil(lambda: bouwer._nazending, timeout=30_000)
    som = bouwer.voet.samenvatting
    venster.qtbot.waitUntil(lambda: som.text().startswith(f"Nazending: {bouwer.blad.aantal} blz · "))
    zichtbaar = [rij for rij in bouwer.lijst.onderdelen.rijen() if bouwer.lijst.visualRect(rij[DEEL].index()).height()]
    assert [(rij[DEEL].text(), rij[STAND].text()) for rij in zichtbaar] == [
        ("Wat de lezer moet doen", ""),
        ("Agenda Bestuurscommissie Gezond Opgroeien", "gewijzigd"),
    ]
    assert sum(int(rij[BLADEN].text()) for rij in zichtbaar) == bouwer.blad.aantal
    bouwer.lijst.kies("agenda")
    venster.qtbot.waitUntil(lambda: "blz. 2 van" in bouwer.midden.kop.text())
    QTest.mouseClick(bouwer.uitvoer._rondjes[Uitvoer.PDF], Qt.MouseButton.LeftButton)
    venster.qtbot.waitUntil(lambda: not bouwer._nazending and bouwer.blad.aantal > 50, timeout=30_000)
    assert len(rijen(bouwer)) > 15


def test_in_a_small_window_nothing_in_the_builder_is_cut_and_the_forms_share_the_place_of_the_parts(
    venster: Venster,
) -> None:
    venster.wacht_op_voorbeeld()
    bouwer = venster.bouwer
    bouwer.resize(622, 335)
    venster.qtbot.waitUntil(lambda: bouwer.indeling.smal)
    bouwer.lijst.kies("stuk-2a-bijlage-1")
    venster.qtbot.waitUntil(lambda: " van " in bouwer.midden.kop.text())
    kop = bouwer.midden.kop
    assert kop.fontMetrics().horizontalAdvance(kop.text()) <= kop.width()
    lijst = bouwer.lijst
    assert lijst.viewport().height() > 5 * lijst.fontMetrics().lineSpacing()
    maken, meer = bouwer.voet.maken_knop, bouwer.voet.meer_knop
    assert bouwer.rect().contains(maken.mapTo(bouwer, maken.rect().bottomRight()))
    assert bouwer.heightForWidth(622) <= 335  # what scrolls round it does not put the button out of sight
    menu = meer.menu()
    menu.aboutToShow.emit()
    bij = {opdracht.text().replace("&", ""): opdracht for opdracht in menu.actions()}
    assert list(bij) == [
        "Naar 3 bijl. 2",
        "Wie krijgt wat…",
        "Verzendlijst…",
        "Afdrukken…",
        "Verzonden vastleggen…",
    ]
    assert not bij["Verzonden vastleggen…"].isEnabled()
    with venster.qtbot.waitSignal(bouwer.voet.stuk):
        bij["Naar 3 bijl. 2"].trigger()
    for rij in lijst.onderdelen.rijen():
        if rij[STAND].text() == "besloten":
            assert lijst.columnWidth(STAND) >= lijst.sizeHintForIndex(rij[STAND].index()).width()
    assert lijst.isVisible()
    assert not bouwer.uitvoer.isVisible()
    QTest.mouseClick(bouwer.uitvoer_knop, Qt.MouseButton.LeftButton)
    assert bouwer.uitvoer.isVisible()
    assert not lijst.isVisible()
    venster.qtbot.waitUntil(lambda: bouwer.uitvoer.horizontalScrollBar().maximum() == 0)
    bouwer.resize(1100, 700)
    venster.qtbot.waitUntil(lambda: bouwer.lijst.isVisible() and bouwer.uitvoer.isVisible())
    assert bouwer.uitvoer.horizontalScrollBar().maximum() == 0
    assert not bouwer.uitvoer_knop.isVisible()
    assert meer.isVisible() is bouwer.voet.laag


def test_a_refusal_stands_in_the_place_of_the_preview_with_its_advice(
    venster: Venster, store: Store, vergadering_id: str
) -> None:
    venster.wacht_op_voorbeeld()
    opname = store.opname(vergadering_id)
    geheim = next(punt for punt in opname.agendapunten if punt.besloten)
    ander = next(punt for punt in opname.agendapunten if not opname.is_besloten(punt))
    with store.transaction():
        store.agendapunten.save(replace(ander, toelichting=f"Zie {geheim.titel}."))
    venster.bouwer._voor.setCurrentIndex(2)
    venster.qtbot.waitUntil(venster.bouwer.midden.weigering.isVisible, timeout=20_000)
    tekst = venster.bouwer.midden.weigering.tekst
    assert tekst.startswith("De openbare set is niet gemaakt")
    assert tekst.endswith("(TK-S03)")
    assert venster.bouwer.blad.aantal == 0
    venster.bouwer._voor.setCurrentIndex(0)
    venster.wacht_op_voorbeeld()
    assert venster.bouwer.blad.isVisible()


def _a_builder_that_nobody_sees_makes_nothing_until_it_is_seen(venster: Venster) -> None:
    venster.wacht_op_voorbeeld()
    gevraagd: list[object] = []
    venster.bouwer.voorbeeld_gevraagd.connect(gevraagd.append)
    venster.bouwer.hide()
    venster.werk.herlaad()
    assert not venster.bouwer._rust.isActive()
    venster.bouwer.show()
    venster.qtbot.waitUntil(lambda: len(gevraagd) == 1, timeout=10_000)


def test_a_folder_that_is_not_empty_is_told_below_and_the_preview_stays(venster: Venster) -> None:
    venster.wacht_op_voorbeeld()
    venster.bouwer.uitvoer.zet_uitvoer(Uitvoer.PER_PUNT)
    doel = venster.maak().doel
    (doel / "oud stuk.pdf").write_bytes(b"oud")
    venster.qtbot.waitUntil(venster.bouwer.voet.maken_knop.isEnabled)
    venster.geef_opdracht()
    venster.qtbot.waitUntil(venster.bouwer.voet.fout.isVisible, timeout=20_000)
    assert "oud stuk.pdf" in venster.bouwer.voet.fout.tekst
    venster.qtbot.waitUntil(venster.bouwer.voet.maken_knop.isEnabled)
    assert venster.bouwer.blad.isVisible()
    assert venster.bouwer.blad.aantal > 0


def _the_builder_fits_in_a_small_window_and_every_control_has_a_name(venster: Venster) -> None:
    maat = venster.bouwer.minimumSizeHint()
    assert maat.width() <= 640
    assert maat.height() <= 360
    namen = [venster.bouwer._voor.itemText(nummer) for nummer in range(venster.bouwer._voor.count())]
    assert [naam.partition(" (")[2] for naam in namen if "(" in naam] == ["voorzitter)"]
    for knop in (venster.bouwer._voor, venster.bouwer._als, venster.bouwer.lijst, venster.bouwer.blad):
        assert knop.accessibleName()


def test_a_new_member_is_offered_when_the_set_is_shown_anew(
    venster: Venster, store: Store, vergadering_id: str
) -> None:
    venster.bouwer._voor.setCurrentIndex(4)
    gekozen = venster.bouwer._voor.currentText()
    add_lid(store, store.vergaderingen.get(vergadering_id).gremium_id, "Aad van Aalst")
    venster.werk.herlaad()
    assert venster.bouwer._voor.findText("Aad van Aalst") != -1
    assert venster.bouwer._voor.currentText() == venster.bouwer._als.currentText() == gekozen
    assert venster.bouwer.keuze.lezer == Lezer(Doelgroep.LID, gekozen)


def _a_failure_of_an_earlier_preview_does_not_replace_the_one_that_is_there(venster: Venster) -> None:
    venster.wacht_op_voorbeeld()
    eerdere = Job(_vol)
    eerdere.failed.connect(venster.werk._weiger_voorbeeld)
    eerdere.voer_uit(EigenStore())
    assert venster.bouwer.blad.isVisible()
    assert venster.bouwer.blad.aantal > 0


def _vol(_: Progress) -> None:
    raise SchijfVol(bestand="set.pdf")


def _both_enter_keys_make_the_set_in_a_dutch_window(venster: Venster, qapp: QApplication, toets: Qt.Key) -> None:
    vertaling = EigenWoorden(qapp)
    qapp.installTranslator(vertaling)
    anders = Setwerk(
        venster.werk._store, venster.werk.vergadering_id, venster.werk._jobs, venster.werk._bron, lambda _, __: None
    )
    qapp.removeTranslator(vertaling)
    venster.qtbot.addWidget(anders.bouwer)
    anders.bouwer.show()
    anders.bouwer.activateWindow()
    venster.qtbot.waitUntil(anders.bouwer.isActiveWindow)
    with venster.qtbot.waitSignal(anders.bouwer.maken_gevraagd):
        QTest.keyClick(anders.bouwer.lijst, toets, Qt.KeyboardModifier.ControlModifier)


def _escape_and_a_button_go_back_to_the_meeting(venster: Venster) -> None:
    terug: list[bool] = []
    venster.bouwer.sluiten_gevraagd.connect(lambda: terug.append(True))
    venster.qtbot.waitUntil(venster.bouwer.isActiveWindow)
    QTest.mouseClick(venster.bouwer.voet.terug_knop, Qt.MouseButton.LeftButton)
    QTest.keyClick(venster.bouwer.lijst, Qt.Key.Key_Escape)
    assert len(terug) == 2


def test_one_file_in_a_folder_is_told_as_one() -> None:
    gemaakt = Gemaakt(keuze=Setkeuze(uitvoer=Uitvoer.WORD), doel=Path("Set Word"))
    assert gemaakt_zin(gemaakt) == "1 bestand in Set Word"
    vier = tuple((f"{nummer}.docx", "0" * 64) for nummer in range(4))
    assert gemaakt_zin(replace(gemaakt, sommen=vier)) == "4 bestanden in Set Word"


@pytest.mark.parametrize("uitvoer", [Uitvoer.PER_PUNT, Uitvoer.WORD])
def test_a_folder_of_files_is_kept_in_the_log_with_the_sum_of_each_file(
    venster: Venster, store: Store, vergadering_id: str, uitvoer: Uitvoer
) -> None:
    venster.bouwer.uitvoer.zet_uitvoer(uitvoer)
    gemaakt = venster.maak()
    moment = store.versies.all()[0].ontvangen
    record_sent(store, vergadering_id, gemaakt, [("alle leden", Verzendwijze.USB)], moment)
    (regel,) = verzendlijst(store, vergadering_id)
    assert [(een.naam, een.sha256) for een in regel.uitgave.bestanden] == [
        (pad.name, sha256(pad)) for pad in (gemaakt.doel / naam for naam, _ in gemaakt.sommen)
    ]
    assert {een.naam for een in regel.uitgave.bestanden} == {pad.name for pad in gemaakt.doel.iterdir()}


def _what_was_made_is_told_with_its_folder_and_can_be_opened(venster: Venster) -> None:
    voet, getoond = venster.bouwer.voet, list[Path]()
    venster.bouwer.tonen_gevraagd.connect(getoond.append)
    assert voet.open_knop.isHidden()
    assert voet.terug_knop.text() == "Annuleren"
    gemaakt = venster.maak()
    assert voet.terug_knop.text() == "Sluiten"  # what was made is not taken back by leaving
    assert gemaakt_zin(gemaakt) == f"Gemaakt: {gemaakt.doel.name}, in {gemaakt.doel.parent.name}"
    voet.open_knop.click()
    voet.map_knop.click()
    assert getoond == [gemaakt.doel, gemaakt.doel.parent]
    voet.wis()
    assert voet.map_knop.isHidden()
    assert voet.terug_knop.text() == "Annuleren"


def test_page_numbers_can_be_left_out(venster: Venster) -> None:
    venster.wacht_op_voorbeeld()
    venster.bouwer.uitvoer._vinkjes["bladnummers"].click()
    assert not venster.bouwer.keuze.keuze.bladnummers
    gemaakt = venster.maak().gemaakt
    assert gemaakt is not None
    assert not gemaakt.genummerd


def _knoppen(balk: Meldbalk) -> list[str]:
    return [knop.text() for knop in balk.knoppen]


def _druk_op(balk: Meldbalk, woorden: str) -> None:
    (knop,) = [knop for knop in balk.knoppen if knop.text() == woorden]
    QTest.mouseClick(knop, Qt.MouseButton.LeftButton)


def _the_builder_counts_the_faults_that_the_check_still_finds_and_leads_there(venster: Venster) -> None:
    gevraagd: list[bool] = []
    venster.bouwer.controle_gevraagd.connect(lambda: gevraagd.append(True))
    knop = venster.bouwer.voet.fouten
    venster.qtbot.waitUntil(knop.isVisible, timeout=20_000)
    assert knop.text() == "De controle vindt nog 7 fouten"
    QTest.mouseClick(knop, Qt.MouseButton.LeftButton)
    assert gevraagd == [True]
    venster.bouwer.voet.toon_fouten(1)
    assert knop.text() == "De controle vindt nog 1 fout"
    venster.bouwer.voet.toon_fouten(0)
    assert knop.isHidden()


def _what_is_missing_is_gone_to_with_one_button(venster: Venster) -> None:
    gevraagd: list[str] = []
    venster.bouwer.stuk_gevraagd.connect(gevraagd.append)
    assert venster.bouwer.voet.naar_stuk.text() == "Naar 3 bijl. 2"
    QTest.mouseClick(venster.bouwer.voet.naar_stuk, Qt.MouseButton.LeftButton)
    assert gevraagd == ["stuk-3-bijlage-2"]


def test_a_set_that_may_not_lack_a_paper_can_be_made_after_all_with_a_sheet_for_it(venster: Venster) -> None:
    venster.bouwer.uitvoer._vinkjes["ontbrekende_toestaan"].click()
    venster.qtbot.waitUntil(venster.bouwer.midden.weigering.isVisible, timeout=20_000)
    assert _knoppen(venster.bouwer.midden.weigering) == ["Naar 3 bijl. 2", "Met een blad ‘wordt nagezonden’"]
    venster.geef_opdracht()
    fout = venster.bouwer.voet.fout
    venster.qtbot.waitUntil(fout.isVisible, timeout=20_000)
    assert "3 bijl. 2 ontbreekt nog" in fout.tekst
    venster.qtbot.waitUntil(venster.bouwer.voet.maken_knop.isEnabled)
    with venster.qtbot.waitSignal(venster.werk.gemaakt, timeout=30_000) as klaar:
        _druk_op(fout, "Toch maken, met een blad ‘wordt nagezonden’")
    gemaakt: Gemaakt = klaar.args[0]
    assert gemaakt.gemaakt is not None
    assert gemaakt.gemaakt.nagezonden
    assert venster.bouwer.keuze.keuze.ontbrekende_toestaan
    assert len(venster.gevraagd) == 1


def test_what_officials_did_not_get_is_told_when_their_set_stands_ready(venster: Venster) -> None:
    gevraagd: list[object] = []
    venster.bouwer.verdeling_gevraagd.connect(gevraagd.append)
    venster.bouwer._voor.setCurrentIndex(1)
    assert venster.maak().zonder == ("1A",)
    fout = venster.bouwer.voet.fout
    assert fout.tekst == "1A is besloten en zit niet in de set voor de ambtenaren."
    _druk_op(fout, "Bekijk wie wat krijgt")
    assert len(gevraagd) == 1
    venster.bouwer._voor.setCurrentIndex(0)
    venster.qtbot.waitUntil(venster.bouwer.voet.maken_knop.isEnabled)
    assert venster.maak().zonder == ()


def test_of_many_papers_only_the_first_is_named() -> None:
    assert kort_genoemd(("2a", "2a bijl. 1", "2a bijl. 2")) == "2a, 2a bijl. 1 en 2a bijl. 2"
    assert kort_genoemd(("2a", "2a bijl. 1", "2a bijl. 2", "3")) == "2a en nog 3 stukken"


def test_a_file_that_is_open_elsewhere_is_tried_again_or_gets_another_name(
    venster: Venster, monkeypatch: pytest.MonkeyPatch
) -> None:
    def houdt_vast(*_: object, **__: object) -> None:
        raise BestandInGebruik(bestand="set.pdf")

    with monkeypatch.context() as vast:
        vast.setattr("tk_desktop.desktop.sets.set_werk.write_zip", houdt_vast)
        venster.bouwer.uitvoer.zet_uitvoer(Uitvoer.ZIP)
        venster.geef_opdracht()
        venster.qtbot.waitUntil(venster.bouwer.voet.fout.isVisible, timeout=20_000)
        venster.qtbot.waitUntil(venster.bouwer.voet.maken_knop.isEnabled)
    assert _knoppen(venster.bouwer.voet.fout) == ["Opnieuw", "Andere naam…"]
    with venster.qtbot.waitSignal(venster.werk.gemaakt, timeout=30_000):
        _druk_op(venster.bouwer.voet.fout, "Opnieuw")
    assert len(venster.gevraagd) == 1


def test_a_folder_that_is_taken_gets_a_neighbour(venster: Venster) -> None:
    venster.bouwer.uitvoer.zet_uitvoer(Uitvoer.PER_PUNT)
    doel = venster.maak().doel
    (doel / "oud stuk.pdf").write_bytes(b"oud")
    venster.qtbot.waitUntil(venster.bouwer.voet.maken_knop.isEnabled)
    venster.geef_opdracht()
    venster.qtbot.waitUntil(venster.bouwer.voet.fout.isVisible, timeout=20_000)
    venster.qtbot.waitUntil(venster.bouwer.voet.maken_knop.isEnabled)
    with venster.qtbot.waitSignal(venster.werk.gemaakt, timeout=30_000) as klaar:
        _druk_op(venster.bouwer.voet.fout, f"Maken in ‘{doel.name} (2)’")
    assert klaar.args[0].doel == doel.with_name(f"{doel.name} (2)")


def test_the_stand_has_its_name_above_it_when_nothing_is_the_matter(qtbot: QtBot) -> None:
    lijst = Onderdelenlijst()
    qtbot.addWidget(lijst)
    lijst.resize(500, 300)
    lijst.show()
    assert lijst.columnWidth(STAND) >= lijst.header().sectionSizeHint(STAND)
