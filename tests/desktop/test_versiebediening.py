"""A paper is replaced while one reads: the bar above it, the tray, what differs, and what changed in the set."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.leesvenster import Leesvenster, bijlage, lees_venster, vervang
from tests.desktop.venster import druk
from tests.domain.verankeringhulp import BEGROTING, ORGANISATIE, RISICO
from tk_desktop.desktop.parts.scherm import scherm_van
from tk_desktop.desktop.reader.lezer_boom import SLEUTEL
from tk_desktop.desktop.reader.versiebalk import Versiebalk
from tk_desktop.desktop.reader.versieverschil import Versieverschilvenster
from tk_desktop.desktop.reader.versiewoorden import vervallen_zin
from tk_desktop.desktop.reader.vorigeversie import Vorigeversie
from tk_desktop.domain.aantekening import Aantekening, Oordeel
from tk_desktop.domain.bundelstand import Bundelstand, Papierstand
from tk_desktop.domain.gemaakt import GemaaktDeel, GemaakteSet
from tk_desktop.domain.verankering.verschil import Bladstand
from tk_desktop.export.bundelstand import papers_of
from tk_desktop.export.delen import Delenmaker
from tk_desktop.meeting.notas import write_sectie
from tk_desktop.pack.uitgeven import record_uitgave
from tk_desktop.paper.huisstijl import Huisstijl

BLIJFT = "een vast aanspreekpunt op het werk"
HERSCHREVEN = "Een werkgroep van vier"
WEG = "Een tweede risico is de levertijd"
ZIN_WEG = f"{WEG} van damwanden uit het buitenland."
VERANDERD = "Deze nota is veranderd sinds u er het laatst in las."
EEN = [deel.splitlines() for deel in (BEGROTING, ORGANISATIE, RISICO)]
TWEE = [
    ["Aan de leden", "Hierbij ontvangt u de nieuwe stukken, met excuses voor de late toezending."],
    EEN[0],
    ORGANISATIE.replace("werkgroep van", "commissie van").splitlines(),
    RISICO.replace(ZIN_WEG, "").splitlines(),
]


def _noteer(lezen: Leesvenster, woorden: str, pagina: int) -> None:
    lezen.blad.bladen.ga_naar(pagina)
    lezen.qtbot.waitUntil(lambda: lezen.blad.lezen.teksten.van(pagina) is not None, timeout=30_000)
    lezen.selecteer(woorden, pagina)
    druk("H")


@pytest.fixture
def vervangen(qtbot: QtBot, werkmap: Path, tmp_path: Path) -> Iterator[Leesvenster]:
    """A bijlage on which the reader marked three passages, and which was replaced then."""
    with lees_venster(qtbot, werkmap) as lezen:
        vervang(lezen, tmp_path, EEN, 1)
        lezen.lezer.lees(bijlage(lezen), 1)
        lezen.wacht(bijlage(lezen))
        for pagina, woorden in enumerate((BLIJFT, HERSCHREVEN, WEG), 1):
            _noteer(lezen, woorden, pagina)
        vervang(lezen, tmp_path, TWEE, 2)
        qtbot.waitUntil(lambda: "aantekeningen staat" in _balk(lezen).tekst, timeout=30_000)
        lezen.wacht(bijlage(lezen))
        yield lezen


def _balk(lezen: Leesvenster) -> Versiebalk:
    balk = lezen.blad.findChild(Versiebalk)
    assert balk is not None
    return balk


def _noot(lezen: Leesvenster, citaat: str) -> Aantekening:
    gemaakt = {
        plaats.anker.citaat: een
        for een in lezen.store.aantekeningen.all()
        for plaats in een.plaatsen
        if plaats.oordeel is Oordeel.GEMAAKT
    }
    return gemaakt[citaat]


def _oordeel(lezen: Leesvenster, citaat: str) -> Oordeel:
    plaats = _noot(lezen, citaat).plaats
    assert plaats is not None
    return plaats.oordeel


def test_after_a_replacement_every_note_is_looked_at_in_the_tray(vervangen: Leesvenster, werkmap: Path) -> None:
    _the_bar_says_what_became_of_the_paper_and_of_the_notes(vervangen)
    _the_list_tells_where_a_note_stands_or_stood(vervangen)
    _the_tray_lists_what_is_to_be_looked_at_with_the_old_words_and_why(vervangen)
    _a_probable_place_is_accepted_with_one_press_and_undone(vervangen)
    _a_wrong_place_goes_to_the_tray(vervangen)
    _what_is_chosen_in_the_tray_is_what_is_chosen_on_the_pages(vervangen)
    _the_keys_accept_a_place_while_one_reads(vervangen)
    _after_a_place_is_accepted_the_next_note_of_the_tray_is_gone_to(vervangen)
    _a_note_from_the_tray_is_put_on_the_words_that_are_selected(vervangen)
    _the_version_of_before_is_looked_at_with_the_note_where_it_stood(vervangen)
    _what_changed_since_the_set_that_was_sent_is_listed(vervangen, werkmap)


def _the_bar_says_what_became_of_the_paper_and_of_the_notes(vervangen: Leesvenster) -> None:
    nummer = len(vervangen.store.versies.van_stuk(bijlage(vervangen)))
    assert _balk(vervangen).tekst == (
        f"Dit stuk is op 2 maart 2026 vervangen: v{nummer - 1} werd v{nummer}. "
        "1 van uw 3 aantekeningen staat op haar plaats; bij 1 is de tekst gewijzigd en 1 is niet teruggevonden."
    )
    assert _balk(vervangen).nakijken.text() == "&Nakijken (2)"
    assert _balk(vervangen).vorige.text() == f"Bekijk v{nummer - 1}"
    assert [_oordeel(vervangen, citaat) for citaat in (BLIJFT, HERSCHREVEN, WEG)] == [
        Oordeel.ZEKER,
        Oordeel.WAARSCHIJNLIJK,
        Oordeel.NIET_GEVONDEN,
    ]


def _the_list_tells_where_a_note_stands_or_stood(vervangen: Leesvenster) -> None:
    boom = vervangen.lezer.notities.lijst.boom
    (kop,) = boom.findItems("2a bijl. 1", Qt.MatchFlag.MatchStartsWith)
    onder = [kop.child(nummer) for nummer in range(kop.childCount())]
    rijen = {str(rij.data(0, Qt.ItemDataRole.UserRole)): rij for rij in onder if rij is not None}
    plekken = [rijen[_noot(vervangen, citaat).id] for citaat in (HERSCHREVEN, WEG)]
    assert [rij.text(1) for rij in plekken] == ["blz. 3 ?", "was blz. 3"]
    gehoord = [str(rij.data(0, Qt.ItemDataRole.AccessibleTextRole)) for rij in plekken]
    assert "waarschijnlijk blz. 3" in gehoord[0]
    assert "niet teruggevonden, stond op blz. 3" in gehoord[1]


def _the_tray_lists_what_is_to_be_looked_at_with_the_old_words_and_why(vervangen: Leesvenster) -> None:
    _balk(vervangen).nakijken.click()
    lade = vervangen.lezer.versies.nakijken.lade
    assert lade.isVisible()
    assert QApplication.focusWidget() is lade.lijst
    assert lade.kop.text() == "1 aantekening is niet teruggevonden, 1 na te kijken."
    assert lade.huidig == _noot(vervangen, WEG).id
    assert f"Stond op blz. 3: “{WEG}”" in lade.over.text()
    assert "De passage staat niet meer in deze versie." in lade.over.text()
    assert lade.klopt.isHidden()
    druk("Down")
    assert "De tekst is herschreven." in lade.over.text()
    assert "Staat nu op blz. 3: “Een commissie van vier”" in lade.over.text()
    assert not lade.klopt.isHidden()


def _a_probable_place_is_accepted_with_one_press_and_undone(vervangen: Leesvenster) -> None:
    _balk(vervangen).nakijken.click()
    lade = vervangen.lezer.versies.nakijken.lade
    druk("Down")
    lade.klopt.click()
    assert _oordeel(vervangen, HERSCHREVEN) is Oordeel.BEVESTIGD
    assert "2 van uw 3 aantekeningen staan op hun plaats" in _balk(vervangen).tekst
    _ongedaan(vervangen)


def _ongedaan(vervangen: Leesvenster) -> None:
    """Undo what was done with one note, so that all stand as the replacement left them."""
    vervangen.bediening.sessie.maak_ongedaan()
    assert [_oordeel(vervangen, citaat) for citaat in (BLIJFT, HERSCHREVEN, WEG)] == [
        Oordeel.ZEKER,
        Oordeel.WAARSCHIJNLIJK,
        Oordeel.NIET_GEVONDEN,
    ]


def _a_wrong_place_goes_to_the_tray(vervangen: Leesvenster) -> None:
    _balk(vervangen).nakijken.click()
    lade = vervangen.lezer.versies.nakijken.lade
    druk("Down")
    lade.klopt_niet.click()
    assert _oordeel(vervangen, HERSCHREVEN) is Oordeel.NIET_GEVONDEN
    assert lade.kop.text() == "2 aantekeningen niet teruggevonden."
    _ongedaan(vervangen)


def _a_note_from_the_tray_is_put_on_the_words_that_are_selected(vervangen: Leesvenster) -> None:
    _balk(vervangen).nakijken.click()
    lade = vervangen.lezer.versies.nakijken.lade
    lade.plaats.click()
    assert _oordeel(vervangen, WEG) is Oordeel.NIET_GEVONDEN
    vervangen.blad.bladen.ga_naar(4)
    vervangen.qtbot.waitUntil(lambda: vervangen.blad.lezen.teksten.van(4) is not None, timeout=30_000)
    vervangen.selecteer("De aannemer krijgt", 4)
    lade.plaats.click()
    plaats = _noot(vervangen, WEG).plaats
    assert plaats is not None
    assert (plaats.oordeel, plaats.anker.citaat, plaats.anker.pagina) == (Oordeel.BEVESTIGD, "De aannemer krijgt", 4)
    assert len(_noot(vervangen, WEG).plaatsen) == 2
    _ongedaan(vervangen)


def _what_is_chosen_in_the_tray_is_what_is_chosen_on_the_pages(vervangen: Leesvenster) -> None:
    _balk(vervangen).nakijken.click()
    lade = vervangen.lezer.versies.nakijken.lade
    weg, herschreven, blijft = (_noot(vervangen, citaat) for citaat in (WEG, HERSCHREVEN, BLIJFT))
    druk("Down")
    assert vervangen.notities.gekozen is not None
    assert vervangen.notities.gekozen.id == herschreven.id
    assert 3 in {plek.pagina for plek in vervangen.blad.bladen.plekken()}
    assert QApplication.focusWidget() is lade.lijst
    vervangen.notities.ga_naar(weg.id)
    assert lade.huidig == weg.id
    vervangen.notities.ga_naar(blijft.id)
    assert lade.huidig == ""
    assert not lade.plaats.isEnabled()
    druk("K")
    assert [_oordeel(vervangen, citaat) for citaat in (WEG, HERSCHREVEN)] == [
        Oordeel.NIET_GEVONDEN,
        Oordeel.WAARSCHIJNLIJK,
    ]


def _the_keys_accept_a_place_while_one_reads(vervangen: Leesvenster) -> None:
    vervangen.notities.ga_naar(_noot(vervangen, HERSCHREVEN).id)
    druk("K")
    assert _oordeel(vervangen, HERSCHREVEN) is Oordeel.BEVESTIGD
    _ongedaan(vervangen)


def test_what_changed_in_a_paper_is_read_in_four_places(vervangen: Leesvenster) -> None:
    _what_changed_is_looked_up_when_its_tab_is_clicked(vervangen)
    _what_changed_is_listed_page_by_page(vervangen)
    _small_pages_that_changed_are_marked_with_a_sign_and_a_word(vervangen)
    _the_words_of_both_versions_are_compared_with_their_pages(vervangen)
    _what_the_last_bundle_changed_is_listed_and_marked_in_the_agenda(vervangen)
    _a_bar_that_was_closed_stays_away(vervangen)


def _the_words_of_both_versions_are_compared_with_their_pages(vervangen: Leesvenster) -> None:
    _balk(vervangen).verschil.click()
    vervangen.qtbot.waitUntil(
        lambda: isinstance(QApplication.activeModalWidget(), Versieverschilvenster), timeout=30_000
    )
    venster = QApplication.activeModalWidget()
    assert isinstance(venster, Versieverschilvenster)
    regels = [plek.regel for plek in venster.plekken]
    assert "blz. 3:  werkgroep  →  commissie" in regels
    assert any(regel.startswith("blz. 4:  weg: Een tweede risico") for regel in regels)
    assert "Bladzijde 3" in venster.tekst.toPlainText()
    assert "−werkgroep +commissie" in venster.tekst.toPlainText()
    for _ in venster.plekken:
        druk("F8", venster.lijst)
        plek = venster.plekken[venster.lijst.currentRow()]
        cursor = venster.tekst.textCursor()
        assert (cursor.selectionStart(), cursor.selectionEnd()) == (plek.begin, plek.eind)
        assert venster.tekst.viewport().rect().contains(venster.tekst.cursorRect().center())
    venster.lijst.setCurrentRow(regels.index("blz. 3:  werkgroep  →  commissie"))
    druk("Return", venster.lijst)
    vervangen.qtbot.waitUntil(lambda: vervangen.blad.pagina == 3, timeout=10_000)


def _the_version_of_before_is_looked_at_with_the_note_where_it_stood(vervangen: Leesvenster) -> None:
    _balk(vervangen).nakijken.click()
    vervangen.lezer.versies.nakijken.lade.vorige.click()
    venster = vervangen.lezer.scherm.findChild(Vorigeversie)
    assert venster is not None
    assert venster.height() <= scherm_van(venster).availableSize().height()
    vervangen.qtbot.waitUntil(lambda: venster.blad.bladen.aantal == 3, timeout=30_000)
    assert {merk.id for merk in venster.blad.merken.merken} == {een.id for een in vervangen.store.aantekeningen.all()}
    druk("Escape", venster)
    vervangen.qtbot.waitUntil(lambda: vervangen.lezer.scherm.findChild(Vorigeversie) is None)


def _what_changed_is_looked_up_when_its_tab_is_clicked(vervangen: Leesvenster) -> None:
    lijst = vervangen.lezer.versies.wijzigingen.lijst
    vervangen.lezer.scherm.rechts.setCurrentWidget(lijst)
    vervangen.qtbot.waitUntil(lambda: bool(lijst.regels), timeout=30_000)
    assert [regel.sleutel for regel in lijst.regels] == [bijlage(vervangen)]


def _what_changed_is_listed_page_by_page(vervangen: Leesvenster) -> None:
    vervangen.bediening.opdrachten.acties["versie.wijzigingen"].trigger()
    lijst = vervangen.lezer.versies.wijzigingen.lijst
    vervangen.qtbot.waitUntil(lambda: bool(lijst.regels), timeout=30_000)
    (regel,) = lijst.regels
    assert regel.sleutel == bijlage(vervangen)
    boven = lijst.boom.topLevelItem(0)
    assert boven is not None
    bladen = [rij for nr in range(boven.childCount()) if (rij := boven.child(nr)) is not None]
    assert [rij.text(0) for rij in bladen] == [
        "blz. 1 nieuw",
        "blz. 3 gewijzigd (was blz. 2)",
        "blz. 4 gewijzigd (was blz. 3)",
    ]
    lijst.boom.setCurrentItem(bladen[2])
    druk("Return", lijst.boom)
    vervangen.qtbot.waitUntil(lambda: vervangen.blad.pagina == 4, timeout=10_000)


def test_old_pages_that_went_are_named_in_rows() -> None:
    assert vervallen_zin((3,)) == "oude blz. 3 vervallen"
    assert vervallen_zin((2, 3, 4, 7, 9, 10)) == "6 oude bladzijden vervallen: 2–4, 7, 9–10"


def _small_pages_that_changed_are_marked_with_a_sign_and_a_word(vervangen: Leesvenster) -> None:
    druk("V")
    vervangen.qtbot.waitUntil(
        lambda: isinstance(QApplication.activeModalWidget(), Versieverschilvenster), timeout=30_000
    )
    druk("Escape", QApplication.activeModalWidget())
    vervangen.bediening.opdrachten.acties["lezen.bladzijden"].trigger()
    model = vervangen.lezer.gids.miniaturen.model()
    vervangen.qtbot.waitUntil(lambda: model.rowCount() == 4)
    assert [model.index(rij, 0).data() for rij in range(4)] == ["1 ▲", "2", "3 ▲", "4 ▲"]
    assert model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "bladzijde 3, gewijzigd"


def test_every_step_is_undone_and_done_again_though_the_program_placed_the_notes(vervangen: Leesvenster) -> None:
    sessie = vervangen.bediening.sessie
    sessie.maak_ongedaan()
    vervangen.qtbot.waitUntil(lambda: _oordeel(vervangen, WEG) is Oordeel.GEMAAKT, timeout=30_000)
    assert {_oordeel(vervangen, citaat) for citaat in (BLIJFT, HERSCHREVEN, WEG)} == {Oordeel.GEMAAKT}
    assert "vervangen op" not in _balk(vervangen).tekst  # nor does the bar say any more that it was replaced
    for over in (2, 1, 0):
        sessie.maak_ongedaan()
        assert len(vervangen.store.aantekeningen.all()) == over
    for terug in (1, 2, 3):
        sessie.doe_opnieuw()
        assert len(vervangen.store.aantekeningen.all()) == terug
    sessie.doe_opnieuw()
    vervangen.qtbot.waitUntil(lambda: _oordeel(vervangen, WEG) is Oordeel.NIET_GEVONDEN, timeout=30_000)


def test_versions_of_before_are_known_when_the_reader_comes_back(qtbot: QtBot, werkmap: Path, tmp_path: Path) -> None:
    with lees_venster(qtbot, werkmap) as lezen:
        vervang(lezen, tmp_path, EEN, 1)
        vervang(lezen, tmp_path, TWEE, 2)
        lezen.lezer.lees(bijlage(lezen), 1)
        lezen.wacht(bijlage(lezen))
        lezen.lezer.leg_vast()
    with lees_venster(qtbot, werkmap) as lezen:
        lezen.lezer.lees(bijlage(lezen), 1)
        lezen.wacht(bijlage(lezen))
        assert _balk(lezen).tekst == ""
        druk("V")
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Versieverschilvenster), timeout=30_000)
        druk("Escape", QApplication.activeModalWidget())
        lezen.bediening.opdrachten.acties["versie.vorige"].trigger()
        venster = lezen.lezer.scherm.findChild(Vorigeversie)
        assert venster is not None
        qtbot.waitUntil(lambda: venster.blad.bladen.aantal == 3, timeout=30_000)
        druk("Escape", venster)


def test_the_page_that_is_read_stays_in_view_when_the_paper_is_replaced(
    qtbot: QtBot, werkmap: Path, tmp_path: Path
) -> None:
    with lees_venster(qtbot, werkmap) as lezen:
        vervang(lezen, tmp_path, EEN, 1)
        lezen.lezer.lees(bijlage(lezen), 3)
        lezen.wacht(bijlage(lezen))
        assert lezen.blad.pagina == 3
        vervang(lezen, tmp_path, TWEE, 2)
        qtbot.waitUntil(lambda: lezen.blad.bladen.aantal == 4 and lezen.blad.pagina == 4, timeout=30_000)
        lezen.lezer.leg_vast()
        vervang(lezen, tmp_path, [TWEE[0], *TWEE], 3)
        qtbot.waitUntil(lambda: lezen.blad.bladen.aantal == 5 and lezen.blad.pagina == 5, timeout=30_000)


def _a_bar_that_was_closed_stays_away(vervangen: Leesvenster) -> None:
    _balk(vervangen).gesloten.emit()
    assert _balk(vervangen).tekst == ""
    vervangen.lezer.reload()
    assert _balk(vervangen).tekst == ""


BEDRAG = "€ 211.000 uit het regionale preventiebudget"


def test_a_nota_that_changes_tells_what_became_of_it_and_is_compared_by_its_kept_words(
    qtbot: QtBot, werkmap: Path
) -> None:
    with lees_venster(qtbot, werkmap) as lezen:
        lezen.selecteer(BEDRAG)
        druk("H")
        eerst = lezen.blad.versie
        lezen.lezer.leg_vast()
        qtbot.waitUntil(lambda: bool(lezen.store.leesteksten.van(eerst)), timeout=30_000)
        sessie, nota = lezen.bediening.sessie, lezen.lezer.plan().opname.notas["stuk-2a"]
        sectie = next(sectie for sectie in nota.secties if sectie.tekst)
        anders = f"Vooraf een nieuwe zin over de planning.\n\n{sectie.tekst}"
        sessie.doe("Sectie wijzigen", lambda: write_sectie(lezen.store, nota.id, sectie.id, anders))
        qtbot.waitUntil(
            lambda: _balk(lezen).tekst == f"{VERANDERD} Uw aantekening staat op haar plaats.", timeout=30_000
        )
        assert lezen.blad.versie != eerst
        _balk(lezen).verschil.click()
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Versieverschilvenster), timeout=30_000)
        venster = QApplication.activeModalWidget()
        assert isinstance(venster, Versieverschilvenster)
        (plek,) = venster.plekken
        assert plek.regel.endswith("erbij: Vooraf een nieuwe zin over de planning.")
        druk("Escape", venster)


def _what_changed_since_the_set_that_was_sent_is_listed(vervangen: Leesvenster, werkmap: Path) -> None:
    store, plan = vervangen.store, vervangen.lezer.plan()
    maker = Delenmaker(plan, Huisstijl.load(plan.opname.gremium.huisstijl), werkmap / "cache", store.bestanden.open)
    eerste, tweede, *_ = store.versies.van_stuk(bijlage(vervangen))[-2:]
    delen = tuple(
        GemaaktDeel(
            sleutel=deel.sleutel,
            anker=deel.anker,
            label=deel.label,
            titel=deel.titel,
            naam=deel.naam,
            inhoud=eerste.paginabestand if deel.sleutel == bijlage(vervangen) else maker.inhoud(deel),
            van=1,
            tot=1,
        )
        for deel in plan.onderdelen
    )
    gemaakt = GemaakteSet(variant=plan.variant, paginas=9, delen=delen, los=())
    nu = datetime.fromisoformat("2026-03-01T12:00:00+01:00")
    record_uitgave(store, plan.opname.vergadering.id, gemaakt, "0" * 64, moment=nu)
    vervangen.bediening.opdrachten.acties["versie.wijzigingen"].trigger()
    lijst = vervangen.lezer.versies.wijzigingen.lijst
    assert lijst.sinds.itemText(1) == "sinds de set van 1 maart 2026"
    lijst.sinds.setCurrentIndex(1)
    lijst.sinds.activated.emit(1)
    vervangen.qtbot.waitUntil(lambda: lijst.stand.text() == "1 stuk is veranderd.", timeout=30_000)
    (regel,) = lijst.regels
    assert regel.sleutel == bijlage(vervangen)
    assert regel.vergeleken
    assert eerste.paginabestand != tweede.paginabestand


def _what_the_last_bundle_changed_is_listed_and_marked_in_the_agenda(vervangen: Leesvenster) -> None:
    store, plan, sleutel = vervangen.store, vervangen.lezer.plan(), bijlage(vervangen)
    maker, eerste = papers_of(store, plan), store.versies.van_stuk(sleutel)[-2].paginabestand
    papieren = [
        Papierstand(papier=deel.sleutel, naam=deel.naam, inhoud=maker.inhoud(deel))
        for deel in plan.onderdelen
        if deel.sleutel != sleutel
    ]
    papieren += [
        Papierstand(papier=sleutel, naam="Projectplan", inhoud=eerste, versie=eerste),
        Papierstand(papier="weg", naam="2b Ingetrokken stuk", inhoud="0" * 64),
    ]
    with store.transaction():
        stand = Bundelstand(
            vergadering_id=plan.opname.vergadering.id, dag=date(2026, 3, 9), papieren=tuple(papieren[1:])
        )
        store.bundelstanden.bewaar(stand)
    vervangen.bediening.opdrachten.acties["versie.wijzigingen"].trigger()
    lijst = vervangen.lezer.versies.wijzigingen.lijst
    assert lijst.sinds.itemText(1) == "sinds de vorige bundel"
    lijst.sinds.setCurrentIndex(1)
    lijst.sinds.activated.emit(1)
    woorden = "3 stukken zijn veranderd met de bundel van 9 maart 2026."
    vervangen.qtbot.waitUntil(lambda: lijst.stand.text() == woorden, timeout=30_000)
    nieuw, anders, weg = lijst.regels
    assert (nieuw.sleutel, nieuw.uitleg) == (papieren[0].papier, "nieuw ▲")
    assert [blad.pagina for blad in anders.bladen if blad.stand is not Bladstand.GELIJK] == [1, 3, 4]
    assert (weg.naam, weg.uitleg) == ("2b Ingetrokken stuk", "staat niet meer in de set")
    lijst.boom.itemClicked.emit(lijst.boom.topLevelItem(2), 0)  # nothing is there to go to

    def standen() -> dict[str, str]:
        return {str(rij.data(0, SLEUTEL)): rij.toolTip(1) for rij in vervangen.lezer.scherm.boom.rijen()}

    assert standen()[papieren[0].papier] == "gewijzigd"
    assert standen()[papieren[1].papier] == "ongelezen"
    vervangen.lezer.versies.wijzigingen.reload()
    assert lijst.sinds.currentText() == "sinds de vorige bundel"
    lijst.sinds.setCurrentIndex(0)
    lijst.sinds.activated.emit(0)
    assert standen()[papieren[0].papier] == "ongelezen"


def test_a_replaced_paper_that_is_half_read_says_so_in_the_agenda_until_its_bar_is_closed(
    qtbot: QtBot, werkmap: Path, tmp_path: Path
) -> None:
    with lees_venster(qtbot, werkmap) as lezen:
        vervang(lezen, tmp_path, EEN, 1)
        lezen.lezer.lees(bijlage(lezen), 1)
        lezen.wacht(bijlage(lezen))
        _noteer(lezen, BLIJFT, 1)
        lezen.lezer.plaatsen.leg_vast()
        vervang(lezen, tmp_path, EEN[:1] + TWEE, 2)
        qtbot.waitUntil(lambda: "aantekening" in _balk(lezen).tekst, timeout=30_000)
        boom = lezen.lezer.scherm.boom

        def stand() -> str:
            return next(rij.toolTip(1) for rij in boom.rijen() if rij.data(0, SLEUTEL) == lezen.blad.sleutel)

        lezen.lezer.plaatsen.leg_vast()
        qtbot.waitUntil(lambda: stand().startswith("gewijzigd, bij blz. "))
        _balk(lezen).gesloten.emit()
        qtbot.waitUntil(lambda: stand().startswith("begonnen, bij blz. "))


def _after_a_place_is_accepted_the_next_note_of_the_tray_is_gone_to(vervangen: Leesvenster) -> None:
    vervangen.notities.ga_naar(_noot(vervangen, HERSCHREVEN).id)
    druk("K")
    gekozen = vervangen.notities.gekozen
    assert gekozen is not None
    assert gekozen.id == vervangen.lezer.versies.nakijken.lade.huidig == _noot(vervangen, WEG).id
    _ongedaan(vervangen)
