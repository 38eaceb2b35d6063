"""The actions of the werkmap in the window: typed, ticked off, undone, gone to, and written as the list shows them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.venster import druk, toon_venster, typ
from tests.verpakt import paginateksten
from tests.wachtrij import NAAM, kan_drukken, open_wachtrij
from tk_desktop.desktop.pages.bladafdruk import Bladafdruk
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.minutes.acties import take_actieregel, take_losse_regel

GEHEIM = "bod op het kwadraat"


@pytest.fixture
def acties(qtbot: QtBot, werkmap: Path) -> Iterator[Bediening]:
    """The sample meeting with an action in public, one behind closed doors and two loose ones."""
    with toon_venster(qtbot, werkmap) as bediening:
        store = bediening.sessie.store
        take_actieregel(store, "punt-projectplan", "!GGD/dpg artsentekort agenderen 1 juli")
        take_actieregel(store, "punt-besloten", f"!GGD/dpg {GEHEIM} uitbrengen")
        for regel in ("GGD/dpg: begroting nazien 4 maart", "!!wethouder Van Dalen: stuurt de brief rond"):
            take_losse_regel(store, regel, op=date(2026, 1, 5))
        druk("Ctrl+4")
        yield bediening


def _teksten(acties: Bediening) -> list[str]:
    return [post.actie.tekst for post in acties.acties.blad.getoond]


def _terug(acties: Bediening) -> None:
    """Undo what was done and be again where every step begins: in the filter of a list of three."""
    acties.acties.blad.velden.leg_vast()
    while acties.sessie.geschiedenis.diepte:
        acties.sessie.maak_ongedaan()
    druk("Alt+1")
    acties.ga_naar(Adres(scherm=Scherm.START))
    druk("Ctrl+4")
    blad = acties.acties.blad
    blad.filter.clear()
    blad.nieuw.clear()
    blad.filter.setFocus()
    acties.sessie.balk.hide()
    assert _teksten(acties) == ["begroting nazien", "artsentekort agenderen", "stuurt de brief rond"]
    blad.kies(blad.getoond[0].actie.id)
    eerste = blad.lijst.currentItem()
    assert eerste is not None
    blad.lijst.clearSelection()
    eerste.setSelected(True)
    assert blad.gekozen == [blad.getoond[0].actie.id]


def test_actions_are_typed_changed_and_ticked_off_by_keys(acties: Bediening, qtbot: QtBot) -> None:
    _the_rail_opens_the_list_with_the_keyboard_in_its_filter(acties)
    _terug(acties)
    _the_commands_of_the_list_can_only_be_given_there(acties)
    _terug(acties)
    _what_is_taken_away_comes_back_with_undo(acties)
    _terug(acties)
    _an_action_that_is_closed_by_hand_goes_from_the_list(acties)
    _terug(acties)
    _a_field_is_kept_when_one_goes_to_the_item_it_came_from(acties)
    _terug(acties)
    _what_became_of_it_stands_in_the_last_column(acties)
    _terug(acties)
    _a_line_that_is_typed_becomes_an_action_of_the_body_that_met_last(acties)
    _terug(acties)
    _a_line_that_is_refused_stays_in_its_field(acties)
    _terug(acties)
    _several_are_ticked_off_at_once_and_undone_at_once(acties, qtbot)
    _terug(acties)
    _an_action_goes_over_the_board_by_keys_and_back_by_undoing(acties)


def _the_rail_opens_the_list_with_the_keyboard_in_its_filter(acties: Bediening) -> None:
    assert acties.adres == Adres(scherm=Scherm.ACTIES)
    assert acties.acties.blad.filter.hasFocus()
    assert _teksten(acties) == ["begroting nazien", "artsentekort agenderen", "stuurt de brief rond"]


def _a_line_that_is_typed_becomes_an_action_of_the_body_that_met_last(acties: Bediening) -> None:
    druk("Ctrl+Shift+Y")
    assert acties.acties.blad.nieuw.hasFocus()
    typ("Roos van Dalen: belt de aannemer voor 4 maart")
    druk("Return")
    nieuw = next(een for een in acties.sessie.store.acties.all() if een.door == "Roos van Dalen")
    assert nieuw.tekst == "belt de aannemer"
    assert (nieuw.voor is not None and nieuw.voor.month, nieuw.ontstaan) == (3, date.today())
    assert acties.acties.blad.nieuw.text() == ""
    assert acties.acties.blad.huidig == nieuw


def _a_line_that_is_refused_stays_in_its_field(acties: Bediening) -> None:
    druk("Ctrl+Shift+Y")
    typ("Roos van Dalen: belt op 31 juni")
    druk("Return")
    assert acties.acties.blad.nieuw.text() == "Roos van Dalen: belt op 31 juni"
    assert acties.sessie.balk.isVisible()


def _several_are_ticked_off_at_once_and_undone_at_once(acties: Bediening, qtbot: QtBot) -> None:
    acties.acties.blad.lijst.setFocus()
    druk("Ctrl+A")
    druk("Space")
    qtbot.waitUntil(lambda: _teksten(acties) == [])
    assert acties.venster.toast.tekst == "3 acties zijn afgerond."
    druk("Ctrl+Z")
    assert len(_teksten(acties)) == 3


def _what_is_taken_away_comes_back_with_undo(acties: Bediening) -> None:
    acties.acties.blad.lijst.setFocus()
    druk("Del")
    assert "begroting nazien" not in _teksten(acties)
    druk("Ctrl+Z")
    assert "begroting nazien" in _teksten(acties)


def _a_field_is_kept_when_one_goes_to_the_item_it_came_from(acties: Bediening) -> None:
    blad = acties.acties.blad
    blad.lijst.setFocus()
    druk("Down")
    assert blad.huidig is not None
    blad.velden.tekst.setFocus()
    druk("End")
    typ("!")
    id_ = blad.huidig.id
    druk("Ctrl+Return")
    assert acties.adres.punt == "punt-projectplan"
    assert acties.sessie.store.acties.get(id_).tekst == "artsentekort agenderen!"
    druk("Alt+Left")
    assert acties.adres.scherm is Scherm.ACTIES


def _what_became_of_it_stands_in_the_last_column(acties: Bediening) -> None:
    blad = acties.acties.blad
    blad.velden.bericht.setFocus()
    typ("gemaild")
    druk("Return")
    regel = blad.lijst.topLevelItem(0)
    assert regel is not None
    assert regel.text(4).endswith("gemaild")


def _bewaar(acties: Bediening, qtbot: QtBot, pad: Path, opdracht: str) -> Path:
    voorgesteld: list[Path] = []

    def kies(_: object, __: str, voorstel: Path, ___: str) -> Path:
        voorgesteld.append(voorstel)
        return pad

    acties.acties.kies = kies
    acties.opdrachten.acties[opdracht].trigger()
    qtbot.waitUntil(lambda: f"‘{pad.name}’" in acties.venster.toast.tekst, timeout=60_000)
    return voorgesteld[0]


def _xlsx(pad: Path) -> str:
    with ZipFile(pad) as zip_:
        return zip_.read("xl/sharedStrings.xml").decode()


def test_the_list_is_written_as_it_is_shown(acties: Bediening, qtbot: QtBot, tmp_path: Path) -> None:
    _the_workbook_holds_what_the_list_shows_and_no_more(acties, qtbot, tmp_path)
    _terug(acties)
    _the_list_is_a_pdf_a_word_document_and_tasks_for_a_calendar_too(acties, qtbot, tmp_path)
    _terug(acties)
    _ctrl_p_prints_the_list_as_it_is_shown(acties, qtbot)
    _terug(acties)
    _an_empty_list_is_not_written(acties)
    _terug(acties)
    _what_is_besloten_goes_along_only_when_it_is_shown_and_the_name_says_so(acties, qtbot, tmp_path)


def _the_workbook_holds_what_the_list_shows_and_no_more(acties: Bediening, qtbot: QtBot, tmp_path: Path) -> None:
    typ("dpg")
    voorstel = _bewaar(acties, qtbot, tmp_path / "dpg.xlsx", "actie.excel")
    assert voorstel.name == f"Actielijst dpg {date.today().isoformat()}.xlsx"
    inhoud = _xlsx(tmp_path / "dpg.xlsx")
    assert "begroting nazien" in inhoud
    assert "artsentekort" in inhoud
    assert "stuurt de brief rond" not in inhoud
    assert GEHEIM not in inhoud
    assert Path(acties.sessie.voorkeuren.uitvoermap) == tmp_path


def _what_is_besloten_goes_along_only_when_it_is_shown_and_the_name_says_so(
    acties: Bediening, qtbot: QtBot, tmp_path: Path
) -> None:
    acties.acties.blad.besloten.click()
    voorstel = _bewaar(acties, qtbot, tmp_path / "alles.xlsx", "actie.excel")
    assert voorstel.name.endswith("(besloten).xlsx")
    assert GEHEIM in _xlsx(tmp_path / "alles.xlsx")
    (regel,) = acties.sessie.store.inzagen.all()
    assert (regel.papier, regel.reden, bool(regel.vergadering_id)) == ("actielijst", "actielijst", True)


def _the_list_is_a_pdf_a_word_document_and_tasks_for_a_calendar_too(
    acties: Bediening, qtbot: QtBot, tmp_path: Path
) -> None:
    for vorm, einde in (("pdf", ".pdf"), ("word", ".docx"), ("agenda", ".ics")):
        _bewaar(acties, qtbot, tmp_path / f"lijst{einde}", f"actie.{vorm}")
    assert "begroting nazien" in " ".join(paginateksten(tmp_path / "lijst.pdf"))
    assert "begroting nazien" in (tmp_path / "lijst.ics").read_text(encoding="utf-8")
    assert acties.sessie.store.inzagen.all() == (), "nothing besloten was in it"


def _an_empty_list_is_not_written(acties: Bediening) -> None:
    acties.acties.blad.filter.setText("niemand heet zo")
    acties.opdrachten.acties["actie.excel"].trigger()
    assert "niets in de lijst" in acties.venster.toast.tekst


def _the_commands_of_the_list_can_only_be_given_there(acties: Bediening) -> None:
    assert acties.opdrachten.acties["actie.excel"].isEnabled()
    druk("Ctrl+1")
    assert not acties.opdrachten.acties["actie.excel"].isEnabled()


def _ctrl_p_prints_the_list_as_it_is_shown(acties: Bediening, qtbot: QtBot) -> None:
    druk("Ctrl+P")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Bladafdruk))
    vraag = QApplication.activeModalWidget()
    assert isinstance(vraag, Bladafdruk)
    assert vraag.windowTitle() == "Actielijst afdrukken"
    druk("Escape", vraag)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


@pytest.mark.skipif(not kan_drukken(), reason="hier is geen printserver")
def test_the_list_comes_out_of_the_printer_per_body(acties: Bediening, qtbot: QtBot) -> None:
    druk("Alt+4")
    with open_wachtrij(lambda gebeurd: qtbot.waitUntil(gebeurd, timeout=30_000)) as rij:
        with qtbot.waitSignal(acties.sessie.gemeld, timeout=30_000):
            acties.acties.druk_af(NAAM)
        (pdf,) = rij.pdfs()
        tekst = " ".join(paginateksten(pdf))
    assert "artsentekort agenderen" in tekst
    assert "Door" in tekst
    assert GEHEIM not in tekst


def _an_action_that_is_closed_by_hand_goes_from_the_list(acties: Bediening) -> None:
    gezegd: list[str] = []
    acties.sessie.gemeld.connect(lambda zin, _: gezegd.append(zin))
    acties.acties.blad.velden.dicht.setFocus()
    druk("Space")
    assert _teksten(acties) == ["artsentekort agenderen", "stuurt de brief rond"]
    assert gezegd == ["De actie is besloten: u ziet haar met ‘Ook besloten’."]
    druk("Ctrl+Z")
    assert len(_teksten(acties)) == 3


def _an_action_goes_over_the_board_by_keys_and_back_by_undoing(acties: Bediening) -> None:
    druk("Alt+2")
    bord = acties.acties.blad.bord
    bord.setFocus()
    druk("Alt+Shift+Right", bord.kolommen[0])
    assert [kop.text() for kop in bord.koppen] == ["Open (2)", "Bezig (1)", "Afgerond (0)"]
    assert bord.kolommen[1].hasFocus()
    druk("Alt+Shift+Right", bord.kolommen[1])
    druk("Ctrl+Z")
    assert [kop.text() for kop in bord.koppen] == ["Open (2)", "Bezig (1)", "Afgerond (0)"]
