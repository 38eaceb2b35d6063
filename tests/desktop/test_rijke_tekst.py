"""A field for rich text: typing, lists, tables, paste, and a cursor that stays."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.intake.test_plakken import EXCEL, WORD
from tk_desktop.desktop.parts.theme import Thema, kies_thema
from tk_desktop.desktop.text.cursorplek import letters_van
from tk_desktop.desktop.text.klembord import lees_klembord
from tk_desktop.desktop.text.koppelvenster import Koppelvenster
from tk_desktop.desktop.text.rijke_tekst import RijkeTekst
from tk_desktop.desktop.text.tabelbewerking import Tabelstap
from tk_desktop.domain.opmaak import lees, schrijf

Typ = Callable[[QWidget, str], None]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def veld(qtbot: QtBot) -> RijkeTekst:
    return _veld(qtbot)


def _veld(qtbot: QtBot, *, enkele_regel: bool = False) -> RijkeTekst:
    venster = QWidget()
    qtbot.addWidget(venster)
    rijk = RijkeTekst("Inleiding", enkele_regel=enkele_regel)
    indeling = QVBoxLayout(venster)
    indeling.addWidget(_in_een_formulier(rijk))
    venster.resize(500, 400)
    venster.show()
    venster.activateWindow()
    rijk.setFocus()
    rijk.venster = venster  # type: ignore[attr-defined]  # else it goes, and takes the field with it
    return rijk


def _in_een_formulier(*velden: QWidget) -> QScrollArea:
    """A form that scrolls, as that of a nota."""
    blad = QWidget()
    indeling = QVBoxLayout(blad)
    for veld in velden:
        indeling.addWidget(veld)
    indeling.addStretch()
    rol = QScrollArea()
    rol.setWidgetResizable(True)
    rol.setWidget(blad)
    return rol


def _druk(veld: QWidget, toets: Qt.Key, knoppen: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(veld, toets, knoppen)


def _naar(veld: RijkeTekst, woord: str, *, kies: bool = False) -> None:
    """Put the cursor behind a word, or select it."""
    cursor = veld.document().find(woord)
    assert not cursor.isNull()
    if not kies:
        cursor.clearSelection()
    veld.setTextCursor(cursor)


def _plak(veld: RijkeTekst, html: str = "", tekst: str = "") -> None:
    mime = QMimeData()
    if html:
        mime.setHtml(html)
    if tekst:
        mime.setText(tekst)
    veld.insertFromMimeData(mime)


def test_what_is_typed_is_a_paragraph_with_accents(veld: RijkeTekst, type_text: Typ, qtbot: QtBot) -> None:
    with qtbot.waitSignal(veld.gewijzigd):
        type_text(veld, "Eén oever, € 5 (‘noord’)")
    _druk(veld, Qt.Key.Key_Return)
    type_text(veld, "1. mei is geen lijst"[3:])
    assert veld.tekst() == "Eén oever, € 5 (‘noord’)\n\nmei is geen lijst"


def test_bold_italic_and_link_are_what_the_keys_make(veld: RijkeTekst) -> None:
    veld.zet_tekst("De oever is zwak.")
    _naar(veld, "oever", kies=True)
    _druk(veld, Qt.Key.Key_B, CTRL)
    _naar(veld, "zwak", kies=True)
    _druk(veld, Qt.Key.Key_I, CTRL)
    assert veld.tekst() == "De **oever** is *zwak*."
    _naar(veld, "oever", kies=True)
    veld.zet_link("https://voorbeeld.nl")
    assert veld.tekst() == "De **[oever](https://voorbeeld.nl)** is *zwak*."
    _naar(veld, "oev")
    veld.zet_link("")
    assert veld.tekst() == "De **oever** is *zwak*."
    _naar(veld, "oever", kies=True)
    _druk(veld, Qt.Key.Key_B, CTRL)
    assert veld.tekst() == "De oever is *zwak*."


def test_a_text_that_is_only_read_takes_nothing(veld: RijkeTekst, type_text: Typ) -> None:
    veld.zet_tekst("1. De oever is zwak.")
    veld.setReadOnly(True)
    _naar(veld, "oever", kies=True)
    for toets in (Qt.Key.Key_B, Qt.Key.Key_I):
        _druk(veld, toets, CTRL)
    veld.besloten()
    veld.opsomming()
    veld.tussenkop()
    veld.zet_link("https://voorbeeld.nl")
    veld.tabel()
    _plak(veld, tekst="geplakt")
    veld.vervang(veld.textCursor(), "kade")
    for toets in (Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
        _druk(veld, toets)
    type_text(veld, "x")
    assert veld.tekst() == "1. De oever is zwak."


def test_a_link_without_selection_is_its_own_text(veld: RijkeTekst) -> None:
    veld.zet_tekst("Zie")
    _naar(veld, "Zie")
    QTest.keyClick(veld, Qt.Key.Key_Space)
    veld.zet_link("mailto:roos@voorbeeld.nl")
    QTest.keyClicks(veld, "daar")
    assert veld.tekst() == "Zie [roos@voorbeeld.nl](mailto:roos@voorbeeld.nl) daar"


def test_only_an_address_that_a_reader_can_follow_becomes_a_link(qtbot: QtBot) -> None:
    venster = Koppelvenster("https://voorbeeld.nl")
    qtbot.addWidget(venster)
    assert venster.adres() == "https://voorbeeld.nl"
    invoer = venster.findChild(QLineEdit)
    assert invoer is not None
    invoer.setText("javascript:alert(1)")
    assert not venster._goed.isEnabled()
    invoer.setText("voorbeeld.nl")
    assert (venster._goed.isEnabled(), venster.adres()) == (True, "https://voorbeeld.nl")


def test_a_list_is_made_typed_on_deepened_and_left_as_in_word(veld: RijkeTekst, type_text: Typ) -> None:
    type_text(veld, "1. een")
    _druk(veld, Qt.Key.Key_Return)
    type_text(veld, "onder")
    _druk(veld, Qt.Key.Key_Home)
    _druk(veld, Qt.Key.Key_Tab)
    _druk(veld, Qt.Key.Key_End)
    _druk(veld, Qt.Key.Key_Return)
    type_text(veld, "ook onder")
    _druk(veld, Qt.Key.Key_Return)
    _druk(veld, Qt.Key.Key_Return)  # an empty item: a level higher
    type_text(veld, "twee")
    assert veld.tekst() == "1. een\n  a. onder\n  b. ook onder\n2. twee"
    _druk(veld, Qt.Key.Key_Return)
    _druk(veld, Qt.Key.Key_Return)  # and out of the list
    type_text(veld, "klaar")
    assert veld.tekst() == "1. een\n  a. onder\n  b. ook onder\n2. twee\n\nklaar"
    _naar(veld, "ook onder")
    _druk(veld, Qt.Key.Key_Left, ALT | SHIFT)
    assert veld.tekst() == "1. een\n  a. onder\n2. ook onder\n3. twee\n\nklaar"


def test_bullets_and_numbers_come_and_go_with_their_keys_over_a_selection(veld: RijkeTekst) -> None:
    veld.zet_tekst("een\n\ntwee\n\ndrie")
    veld.selectAll()
    _druk(veld, Qt.Key.Key_8, CTRL | SHIFT)
    assert veld.tekst() == "- een\n- twee\n- drie"
    _druk(veld, Qt.Key.Key_7, CTRL | SHIFT)
    assert veld.tekst() == "1. een\n2. twee\n3. drie"
    _naar(veld, "twee")
    _druk(veld, Qt.Key.Key_Home)
    _druk(veld, Qt.Key.Key_Backspace)
    assert veld.tekst() == "1. een\n\ntwee\n\n1. drie"


def test_an_item_taken_away_lets_the_numbers_move_up_and_a_list_from_three_stays_so(veld: RijkeTekst) -> None:
    veld.zet_tekst("3. een\n4. twee\n5. drie")
    _naar(veld, "twee", kies=True)
    _druk(veld, Qt.Key.Key_Delete)
    _druk(veld, Qt.Key.Key_Delete)
    assert veld.tekst() == "3. een\n4. drie"


def test_a_heading_inside_a_section_comes_and_goes(veld: RijkeTekst, type_text: Typ) -> None:
    veld.zet_tekst("Een **vette** kop")
    veld.tussenkop()
    assert veld.tekst() == "### Een **vette** kop"
    _naar(veld, "kop")
    _druk(veld, Qt.Key.Key_Return)
    type_text(veld, "tekst")
    assert veld.tekst() == "### Een **vette** kop\n\ntekst"
    _naar(veld, "Een")
    veld.tussenkop()
    assert veld.tekst() == "Een **vette** kop\n\ntekst"


def test_a_table_is_put_in_filled_with_tab_and_changed_by_its_menu(veld: RijkeTekst, type_text: Typ) -> None:
    veld.zet_tekst("Voor")
    veld.moveCursor(QTextCursor.MoveOperation.End)
    veld.tabel()
    for woord in ("Jaar", "Bedrag", "2026"):
        type_text(veld, woord)
        _druk(veld, Qt.Key.Key_Tab)
    type_text(veld, "€ 5")
    assert veld.tekst() == "Voor\n\n| Jaar | Bedrag |\n| 2026 | € 5 |"
    veld.wijzig_tabel(Tabelstap.RIJ_ONDER)
    veld.wijzig_tabel(Tabelstap.KOLOM_RECHTS)
    assert veld.tekst() == "Voor\n\n| Jaar | Bedrag |  |\n| 2026 | € 5 |  |\n|  |  |  |"
    _naar(veld, "Jaar")
    veld.wijzig_tabel(Tabelstap.RIJ_WEG)
    _naar(veld, "€ 5")
    veld.wijzig_tabel(Tabelstap.KOLOM_WEG)
    assert veld.tekst() == "Voor\n\n| 2026 |  |\n|  |  |"
    _naar(veld, "2026")
    veld.wijzig_tabel(Tabelstap.TABEL_WEG)
    assert veld.tekst() == "Voor"


def test_tab_behind_the_last_cell_adds_a_row_and_shift_tab_goes_back(veld: RijkeTekst, type_text: Typ) -> None:
    veld.zet_tekst("| a | b |\n| c | d |")
    _naar(veld, "d")
    _druk(veld, Qt.Key.Key_Tab)
    type_text(veld, "e")
    _druk(veld, Qt.Key.Key_Tab)
    type_text(veld, "f")
    _druk(veld, Qt.Key.Key_Backtab, SHIFT)
    type_text(veld, "!")
    assert veld.tekst() == "| a | b |\n| c | d |\n| e! | f |"


def test_a_row_above_the_first_becomes_the_header_and_a_column_comes_at_the_left(
    veld: RijkeTekst, type_text: Typ
) -> None:
    veld.zet_tekst("| a | b |\n| c | d |")
    _naar(veld, "b")
    veld.wijzig_tabel(Tabelstap.RIJ_BOVEN)
    type_text(veld, "boven")
    veld.wijzig_tabel(Tabelstap.KOLOM_LINKS)
    type_text(veld, "links")
    assert veld.tekst() == "|  | links | boven |\n| a |  | b |\n| c |  | d |"


def test_enter_in_a_table_goes_down_and_below_the_last_row_out_of_it(veld: RijkeTekst, type_text: Typ) -> None:
    veld.zet_tekst("| a | b |\n| c | d |")
    _naar(veld, "a")
    _druk(veld, Qt.Key.Key_Return)
    type_text(veld, "x")
    _druk(veld, Qt.Key.Key_Return)
    type_text(veld, "onder")
    assert veld.tekst() == "| a | b |\n| cx | d |\n\nonder"


def test_tab_goes_on_to_the_next_field_unless_it_means_a_level_or_a_cell(qtbot: QtBot) -> None:
    venster = QWidget()
    qtbot.addWidget(venster)
    een, twee = RijkeTekst("een"), RijkeTekst("twee")
    indeling = QVBoxLayout(venster)
    indeling.addWidget(_in_een_formulier(een, twee))
    venster.show()
    venster.activateWindow()
    qtbot.waitUntil(venster.isActiveWindow)
    een.zet_tekst("- punt\n- ander")
    een.setFocus()
    _naar(een, "ander")
    _druk(een, Qt.Key.Key_Tab)
    assert twee.hasFocus()
    assert een.tekst() == "- punt\n- ander"
    een.setFocus()
    _naar(een, "ander")
    _druk(een, Qt.Key.Key_Home)
    _druk(een, Qt.Key.Key_Tab)
    assert een.hasFocus()
    assert een.tekst() == "- punt\n  - ander"
    _druk(een, Qt.Key.Key_Tab)
    assert twee.hasFocus()


def test_word_and_excel_are_pasted_as_what_the_house_layout_prints(qtbot: QtBot, veld: RijkeTekst) -> None:
    _plak(veld, WORD)
    assert veld.tekst().startswith("### Voorstel\n\nDe **oevers** zijn *zwak*;")
    assert "1. Kennis te nemen van het plan;\n  a. de noordoever;\n2. Het fonds te sluiten." in veld.tekst()
    assert veld.tekst().endswith("| 2026 | € 1.250 |\n\nSlot")
    tabel = _veld(qtbot)
    _plak(tabel, EXCEL)
    assert tabel.tekst() == "| **Post** | 2026 |\n| Oevers | 1.250,50 |\n| Samen ||"


def test_pasting_in_the_middle_of_a_sentence_keeps_both_its_ends(veld: RijkeTekst) -> None:
    veld.zet_tekst("voor na")
    _naar(veld, "voor")
    _plak(veld, "<p>een</p><ul><li>punt</li></ul>")
    assert veld.tekst() == "vooreen\n\n- punt\n\nna"
    veld.zet_tekst("voor na")
    _naar(veld, "voor ")
    _plak(veld, tekst="midden")
    assert veld.tekst() == "voor middenna"


def test_a_list_pasted_at_the_end_of_a_list_goes_on_with_its_numbers(veld: RijkeTekst) -> None:
    veld.zet_tekst("1. een\n2. twee")
    veld.moveCursor(QTextCursor.MoveOperation.End)
    _plak(veld, "<ol><li>drie</li><li>vier</li></ol>")
    assert veld.tekst() == "1. een\n2. twee\n3. drie\n4. vier"


def test_cells_of_excel_are_pasted_over_the_cells_of_a_table(veld: RijkeTekst) -> None:
    veld.zet_tekst("| a | b |\n| c | d |")
    _naar(veld, "d")
    _plak(veld, tekst="1\t2\n3\t4")
    assert veld.tekst() == "| a | b |  |\n| c | 1 | 2 |\n|  | 3 | 4 |"
    _naar(veld, "a")
    _plak(veld, "<p>p</p><p>q</p>")
    assert veld.tekst().startswith("| ap q | b |")


def test_a_merged_cell_of_word_stays_one_cell_that_tab_steps_over_and_copies_as_one(veld: RijkeTekst) -> None:
    _plak(
        veld,
        "<table><tr><td></td><td colspan=2>Raming</td></tr><tr><td>Post</td><td>2026</td><td>2027</td></tr></table>",
    )
    tekst = "|  | Raming ||\n| Post | 2026 | 2027 |"
    assert veld.tekst() == tekst
    _naar(veld, "Raming")
    _druk(veld, Qt.Key.Key_Tab)
    veld.insertPlainText("Soort ")
    assert veld.tekst() == "|  | Raming ||\n| PostSoort | 2026 | 2027 |"
    veld.zet_tekst(tekst)
    veld.selectAll()
    gekopieerd = veld.createMimeDataFromSelection()
    assert "<td colspan=2>Raming</td>" in gekopieerd.html()
    assert schrijf(lees_klembord(gekopieerd)) == tekst
    for stap in (Tabelstap.RIJ_ONDER, Tabelstap.KOLOM_RECHTS, Tabelstap.RIJ_BOVEN):
        _naar(veld, "2026")
        veld.wijzig_tabel(stap)
    assert "| Raming ||" in veld.tekst()
    veld.zet_tekst(tekst)
    _naar(veld, "Raming")
    _plak(veld, tekst="a\tb")
    assert veld.tekst() == "|  | a | b |\n| Post | 2026 | 2027 |"


def test_paste_without_layout_reads_nothing_into_the_words(veld: RijkeTekst) -> None:
    QGuiApplication.clipboard().setText("1. een\ntwee")
    _druk(veld, Qt.Key.Key_V, CTRL | SHIFT)
    assert veld.tekst() == "1\\. een\n\ntwee"


def test_what_is_copied_comes_back_whole_and_goes_out_as_html_and_text(veld: RijkeTekst) -> None:
    tekst = "### Kop\n\nEen **vet** woord\n\n1. een\n  a. onder\n2. *twee*\n\n| a | b |\n| c | d |\n\nslot"
    veld.zet_tekst(tekst)
    veld.selectAll()
    mime = veld.createMimeDataFromSelection()
    assert "<ol start=1><li>een<ol type=a><li>onder</li></ol></li><li><i>twee</i></li></ol>" in mime.html()
    assert mime.text().startswith("Kop\nEen vet woord\n1. een\n  a. onder")
    veld.zet_tekst("")
    veld.insertFromMimeData(mime)
    assert veld.tekst() == tekst
    html = QMimeData()
    html.setHtml(mime.html())
    veld.zet_tekst("")
    veld.insertFromMimeData(html)
    assert veld.tekst() == tekst


def test_files_are_not_text(veld: RijkeTekst) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("2b bijlage 1.pdf")])
    mime.setText("2b bijlage 1.pdf")
    assert not veld.canInsertFromMimeData(mime)


_teksten = st.sampled_from(
    [
        "",
        "Een alinea.",
        "Een alinea.\n\nNog een.",
        "- punt\n- ander",
        "1. een\n  a. onder\n2. twee",
        "| a | b |\n| c | d |",
    ]
)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_teksten, st.integers(0, 30), st.sampled_from(["Een zin.", "- x\n- y", "### Kop", "| p | q |", "a\n\nb"]))
def test_pasting_anywhere_loses_no_word(qapp: QApplication, tekst: str, plek: int, geplakt: str) -> None:
    veld = RijkeTekst("Tekst")
    veld.zet_tekst(tekst)
    cursor = veld.textCursor()
    cursor.setPosition(min(plek, len(letters_van(veld.document()))))
    veld.setTextCursor(cursor)
    bron = RijkeTekst("Bron")
    bron.zet_tekst(geplakt)
    bron.selectAll()
    veld.insertFromMimeData(bron.createMimeDataFromSelection())

    def letters(woorden: str) -> list[str]:
        return sorted(teken for teken in woorden if teken.isalpha())

    over_cellen = tekst.startswith("|") and geplakt.startswith("|") and veld.tekst().count("p") == 1
    if not over_cellen:
        assert letters(veld.toPlainText()) == letters(tekst.replace("a. onder", "onder") + geplakt)
    assert schrijf(lees(veld.tekst())) == veld.tekst()
    bron.deleteLater()
    veld.deleteLater()


def test_a_text_that_returns_the_same_leaves_cursor_and_document_alone(veld: RijkeTekst, type_text: Typ) -> None:
    veld.zet_tekst("Een. Twee.\n\nDrie.")
    _naar(veld, "Twee")
    plek = veld.textCursor().position()
    stand = veld.document().revision()
    veld.zet_tekst("Een. Twee.\n\nDrie.")
    assert (veld.textCursor().position(), veld.document().revision()) == (plek, stand)
    veld.zet_tekst("Een heel. Twee.\n\nDrie.")
    assert veld.textCursor().position() == plek + len(" heel")
    veld.zet_tekst("Een heel. Twee.\n\nDrie en vier.")
    assert veld.textCursor().position() == plek + len(" heel")


def test_showing_a_text_is_no_change_of_the_user(veld: RijkeTekst, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(veld.gewijzigd):
        veld.zet_tekst("Nieuw")
        kies_thema(QApplication.instance(), Thema.DONKER)  # type: ignore[arg-type]
    assert veld.tekst() == "Nieuw"


def test_the_keys_of_undo_are_for_the_window_and_altgr_types_letters(veld: RijkeTekst) -> None:
    veld.zet_tekst("Tekst")
    for toets in (Qt.Key.Key_Z, Qt.Key.Key_Y):
        druk = QKeyEvent(QKeyEvent.Type.KeyPress, toets, CTRL)
        druk.setAccepted(True)
        veld.keyPressEvent(druk)
        assert not druk.isAccepted()
    altgr = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_B, CTRL | ALT, "ß")
    veld.selectAll()
    veld.keyPressEvent(altgr)
    assert "**" not in veld.tekst()


def test_the_field_is_as_high_as_its_text_and_leaves_the_wheel_to_the_form(veld: RijkeTekst) -> None:
    laag = veld.height()
    veld.zet_tekst("\n\n".join(f"Alinea {rang}" for rang in range(20)))
    assert veld.height() > laag * 5
    assert veld.verticalScrollBar().maximum() == 0
    geen = QPointF(5, 5).toPoint()
    draai = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), geen, geen, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    veld.wheelEvent(draai)
    assert not draai.isAccepted()


def test_a_field_of_one_line_has_no_paragraphs_lists_or_tables(qtbot: QtBot, type_text: Typ) -> None:
    kop = _veld(qtbot, enkele_regel=True)
    type_text(kop, "- De oever")
    _druk(kop, Qt.Key.Key_Return)
    kop.tabel()
    kop.opsomming()
    _plak(kop, "<ol><li>is</li><li><b>zwak</b></li></ol>")
    assert kop.tekst() == "- De oever1. is 2. **zwak**"
    kop.zet_tekst("1. mei **vet**")
    assert kop.tekst() == "1. mei **vet**"


def test_the_menu_is_dutch_and_offers_rows_only_in_a_table(veld: RijkeTekst) -> None:
    veld.zet_tekst("tekst\n\n| a | b |")
    buiten = [actie.text().partition("\t")[0].replace("&", "") for actie in veld.menu_op(veld.textCursor()).actions()]
    assert buiten[:2] == ["Knippen", "Kopiëren"]
    assert "Tabel invoegen" in buiten
    binnen = veld.menu_op(veld.document().find("a |".strip(" |"))).actions()
    assert "Rij eronder" not in buiten
    assert any(actie.text() == "&Rij eronder" for actie in veld.menu_op(veld.document().find("b")).actions())
    assert binnen


def test_a_space_just_typed_stays_when_the_text_comes_back_as_it_was_kept(
    qtbot: QtBot, veld: RijkeTekst, type_text: Typ
) -> None:
    qtbot.waitUntil(veld.hasFocus)
    veld.toon("1. een")
    veld.moveCursor(QTextCursor.MoveOperation.End)
    _druk(veld, Qt.Key.Key_Return)
    _druk(veld, Qt.Key.Key_Return)
    type_text(veld, "twee ")
    veld.leg_vast()
    veld.toon("1. een\n2. twee")  # the proposal makes a point of every paragraph
    type_text(veld, "en meer")
    assert veld.tekst() == "1. een\n2. twee en meer"


def test_a_passage_becomes_besloten_by_a_key_and_open_by_it_again(veld: RijkeTekst) -> None:
    veld.zet_tekst("Het bod is 48.000 euro en [blijft](https://waterkant.nl).")
    cursor = veld.textCursor()
    cursor.setPosition(11)
    cursor.setPosition(17, QTextCursor.MoveMode.KeepAnchor)
    veld.setTextCursor(cursor)
    met = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    _druk(veld, Qt.Key.Key_X, met)
    assert veld.tekst() == "Het bod is ~~48.000~~ euro en [blijft](https://waterkant.nl)."
    _druk(veld, Qt.Key.Key_X, met)
    assert veld.tekst() == "Het bod is 48.000 euro en [blijft](https://waterkant.nl)."
