"""The form of a nota on the screen: filled as on paper, kept while it is typed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.bouwers import een_argument, een_nota
from tests.voorbeeld.inhoud import voorbeeld
from tk_desktop.desktop.nota.nota_editor import NotaEditor
from tk_desktop.desktop.text.redenenveld import GetypteReden, Redenrij
from tk_desktop.desktop.text.rijke_tekst import RijkeTekst
from tk_desktop.domain.nota import FORMULIEREN, Aard, Nota, Sectie, Sectiesoort, Vorm
from tk_desktop.domain.notastand import Notastap, Stand
from tk_desktop.domain.volgorde import reeks

Typ = Callable[[QWidget, str], None]
OPNAME = voorbeeld()
NOTA = OPNAME.notas["stuk-2a"]


@pytest.fixture
def editor(qtbot: QtBot) -> Iterator[NotaEditor]:
    venster = NotaEditor()
    qtbot.addWidget(venster)
    venster.resize(800, 600)
    venster.show()
    venster.activateWindow()
    qtbot.waitUntil(venster.isActiveWindow)
    venster.toon(NOTA, OPNAME)
    yield venster
    venster.blockSignals(True)


@pytest.fixture
def gezegd(editor: NotaEditor) -> list[tuple[Any, ...]]:
    """What the editor told, in order."""
    uit: list[tuple[Any, ...]] = []
    for signaal, naam in (
        (editor.sectie_gewijzigd, "sectie"),
        (editor.voorstel_gewijzigd, "voorstel"),
        (editor.reden_gewijzigd, "reden"),
        (editor.reden_verwijderd, "weg"),
        (editor.reden_verplaatst, "verplaatst"),
        (editor.hoofd_gewijzigd, "hoofd"),
        (editor.niet_van_toepassing, "nvt"),
        (editor.stap_gevraagd, "stap"),
        (editor.versies_gevraagd, "versies"),
    ):
        signaal.connect(lambda *args, naam=naam: uit.append((naam, *args)))
    return uit


def _sectie(nota: Nota, soort: Sectiesoort) -> Sectie:
    sectie = nota.sectie(soort)
    assert sectie is not None
    return sectie


def _veld(editor: NotaEditor, naam: str) -> RijkeTekst:
    (veld,) = [veld for veld in editor.findChildren(RijkeTekst) if veld.accessibleName() == naam]
    return veld


def _knop(editor: QWidget, naam: str) -> QPushButton:
    (knop,) = [knop for knop in editor.findChildren(QPushButton) if knop.accessibleName() == naam]
    return knop


def _zonder(*soorten: Sectiesoort) -> Nota:
    return replace(NOTA, secties=tuple(replace(s, tekst="") if s.soort in soorten else s for s in NOTA.secties))


def test_the_form_shows_every_section_with_its_text_and_tells_how_much_is_filled(editor: NotaEditor) -> None:
    assert editor.hoofd.titel.text() == "Adviesnota 2a"
    assert editor.hoofd.nummer.text() == "2026-000402"
    assert editor.hoofd.telling.text() == "9/9 ingevuld"
    assert editor.kop.onderwerp.text() == NOTA.onderwerp
    assert _veld(editor, "Inleiding").tekst() == _sectie(NOTA, Sectiesoort.INLEIDING).tekst
    assert _veld(editor, "Voorstel").tekst().startswith("1. Het projectplan")
    assert [rij.nummer.text() for rij in editor.findChildren(Redenrij)][:3] == ["1.1", "1.2", "2.1"]


def test_the_form_lists_the_bijlagen_that_the_paper_lists(editor: NotaEditor) -> None:
    tekst = next(label.text() for label in editor.findChildren(QLabel) if "Planning op A3" in label.text())
    lijst, los = tekst.split("Gaan mee, maar staan op papier niet in deze lijst")
    assert [regel[:2] for regel in lijst.splitlines()] == ["1.", "2."]
    assert "3. Planning op A3" in los


@pytest.mark.parametrize("stuk_id", OPNAME.notas)
def test_opening_and_leaving_any_nota_of_the_sample_changes_nothing(
    editor: NotaEditor, gezegd: list[tuple[Any, ...]], stuk_id: str
) -> None:
    editor.toon(OPNAME.notas[stuk_id], OPNAME)
    editor.leg_vast()
    for veld in editor.velden():
        veld.setFocus()
    editor.toon(NOTA, OPNAME)
    assert gezegd == []


def test_what_is_typed_is_told_once_a_moment_after_the_last_key(
    editor: NotaEditor, gezegd: list[tuple[Any, ...]], type_text: Typ, qtbot: QtBot
) -> None:
    effect = _sectie(NOTA, Sectiesoort.BEOOGD_EFFECT)
    editor.toon(_zonder(Sectiesoort.BEOOGD_EFFECT), OPNAME)
    with qtbot.waitSignal(editor.sectie_gewijzigd, timeout=2000):
        type_text(_veld(editor, "Beoogd effect"), "Eén fit kind.")
    assert gezegd == [("sectie", NOTA.id, effect.id, "Eén fit kind.")]


def test_another_nota_or_a_command_first_keeps_what_was_typed(
    editor: NotaEditor, gezegd: list[tuple[Any, ...]], type_text: Typ
) -> None:
    inleiding = _sectie(NOTA, Sectiesoort.INLEIDING)
    veld = _veld(editor, "Inleiding")
    type_text(veld, "X")
    editor.toon(OPNAME.notas["stuk-2b"], OPNAME)
    assert gezegd == [("sectie", NOTA.id, inleiding.id, f"X{inleiding.tekst}")]


def test_references_are_shown_as_numbers(editor: NotaEditor) -> None:
    inleiding = _sectie(NOTA, Sectiesoort.INLEIDING)
    punt = next(punt.id for punt in OPNAME.agendapunten if str(OPNAME.nummers[punt.id]) == "3")
    met = replace(inleiding, tekst=f"Zie agendapunt {{{{punt:{punt}}}}}.")
    editor.toon(replace(NOTA, secties=tuple(met if s.id == met.id else s for s in NOTA.secties)), OPNAME)
    assert _veld(editor, "Inleiding").tekst() == "Zie agendapunt 3."


def test_showing_the_same_nota_again_leaves_cursor_and_scroll_where_they_are(editor: NotaEditor) -> None:
    veld = _veld(editor, "Communicatie")
    veld.setFocus()
    cursor = veld.textCursor()
    cursor.setPosition(20)
    veld.setTextCursor(cursor)
    rol = editor._rol.verticalScrollBar().value()
    inleiding = _sectie(NOTA, Sectiesoort.INLEIDING)
    anders = tuple(replace(s, tekst=f"{s.tekst} En meer.") if s is inleiding else s for s in NOTA.secties)
    editor.toon(replace(NOTA, secties=anders), OPNAME)
    assert (veld.textCursor().position(), veld.hasFocus()) == (20, True)
    assert rol > 0
    assert _veld(editor, "Inleiding").tekst().endswith("En meer.")
    assert editor._rol.verticalScrollBar().value() == rol


def test_an_empty_required_section_says_so_in_words(editor: NotaEditor) -> None:
    editor.toon(_zonder(Sectiesoort.BEOOGD_EFFECT, Sectiesoort.KOSTEN), OPNAME)
    leeg = [rij for rij in editor._rijen.values() if rij.is_leeg]
    assert [[label.text() for label in rij.findChildren(QLabel)][:2] for rij in leeg] == [
        ["Beoogd effect", "⚠ leeg"],
        ["Kosten, baten, dekking", "⚠ leeg"],
    ]
    assert editor.hoofd.telling.text() == "7/9 ingevuld"


def test_not_applicable_is_two_keys_and_goes_on_to_the_next_section(
    editor: NotaEditor, gezegd: list[tuple[Any, ...]]
) -> None:
    editor.toon(_zonder(Sectiesoort.KOSTEN), OPNAME)
    kosten, communicatie = _sectie(NOTA, Sectiesoort.KOSTEN), _sectie(NOTA, Sectiesoort.COMMUNICATIE)
    editor.ga_naar(kosten.id)
    editor.vul_nvt()
    editor.volgende()
    assert gezegd == [("nvt", NOTA.id, kosten.id)]
    assert _veld(editor, "Kosten, baten, dekking").tekst() == "Niet van toepassing."
    assert editor.huidige_sectie() == _sectie(NOTA, Sectiesoort.VERVOLG).id
    editor.ga_naar(communicatie.id)
    editor.vul_nvt()  # a section with text keeps it
    assert len(gezegd) == 1


def test_the_button_not_applicable_does_the_same(editor: NotaEditor, gezegd: list[tuple[Any, ...]]) -> None:
    editor.toon(_zonder(Sectiesoort.KOSTEN), OPNAME)
    knop = _knop(editor, "Kosten, baten, dekking: niet van toepassing")
    knop.click()
    assert gezegd == [("nvt", NOTA.id, _sectie(NOTA, Sectiesoort.KOSTEN).id)]
    editor.toon(NOTA, OPNAME)
    assert knop.isHidden()


def test_sections_are_gone_through_in_order_and_back_to_the_subject(editor: NotaEditor) -> None:
    editor.kop.onderwerp.setFocus()
    gezien = []
    for _ in NOTA.secties:
        editor.volgende()
        gezien.append(editor.huidige_sectie())
    assert gezien == [sectie.id for sectie in sorted(NOTA.secties, key=lambda sectie: sectie.volgorde)]
    for _ in NOTA.secties:
        editor.vorige()
    assert editor.kop.onderwerp.hasFocus()


def test_the_proposal_is_typed_as_a_numbered_list(
    editor: NotaEditor, gezegd: list[tuple[Any, ...]], type_text: Typ
) -> None:
    editor.toon(replace(NOTA, voorstel=(), argumenten=()), OPNAME)
    veld = _veld(editor, "Voorstel")
    type_text(veld, "Kennis te nemen.")
    QTest.keyClick(veld, Qt.Key.Key_Return)
    type_text(veld, "Geld te geven.")
    editor.leg_vast()
    assert gezegd == [("voorstel", NOTA.id, "1. Kennis te nemen.\n2. Geld te geven.")]


def test_a_new_reason_is_told_once_it_has_a_heading_and_keeps_the_keyboard_when_it_is_kept(
    editor: NotaEditor, gezegd: list[tuple[Any, ...]], type_text: Typ
) -> None:
    _knop(editor, "Argument toevoegen bij punt 1").click()
    rij = next(rij for rij in editor.findChildren(Redenrij) if not rij.nummer.text())
    assert rij.kop.hasFocus()
    type_text(rij.tekst, "Eerst de toelichting")
    rij.leg_vast()
    assert gezegd == []
    type_text(rij.kop, "Het helpt")
    rij.leg_vast()
    punt = NOTA.voorstel[0].id
    getypt = GetypteReden(id=rij.id, aard=Aard.ARGUMENT, punt_id=punt, kop="Het helpt", tekst="Eerst de toelichting")
    assert set(gezegd) == {("reden", NOTA.id, getypt)}  # until it is shown as kept, it is told again
    nieuw = een_argument(id=rij.id, volgorde="z", voorstelpunt_id=punt, kop="Het helpt", tekst="Eerst de toelichting")
    editor.toon(replace(NOTA, argumenten=(*NOTA.argumenten, nieuw)), OPNAME)
    assert rij.nummer.text() == "1.3"
    assert rij.kop.hasFocus()


def test_reasons_are_moved_to_another_place_or_point_and_removed(
    editor: NotaEditor, gezegd: list[tuple[Any, ...]]
) -> None:
    (een, twee), punten = [r.id for _, r in NOTA.redenen(Aard.ARGUMENT)][:2], [punt.id for punt in NOTA.voorstel]
    rijen = {rij.id: rij for rij in editor.findChildren(Redenrij)}

    def kies(id_: str, tekst: str) -> None:
        next(a for a in rijen[id_].meer.menu().actions() if a.text().replace("&", "") == tekst).trigger()

    kies(een, "Omlaag")
    kies(een, "Omhoog")  # already the first: nothing
    kies(twee, "Omhoog")
    kies(een, "Naar voorstelpunt 3")
    kies(twee, "Verwijderen")
    laatste = [reden.id for nummer, reden in NOTA.redenen(Aard.ARGUMENT) if nummer.startswith("3.")][-1]
    assert gezegd == [
        ("verplaatst", NOTA.id, een, punten[0], twee),
        ("verplaatst", NOTA.id, twee, punten[0], ""),
        ("verplaatst", NOTA.id, een, punten[2], laatste),
        ("weg", NOTA.id, twee),
    ]


def test_the_head_is_told_as_it_is_typed_and_an_empty_subject_is_not(
    editor: NotaEditor, gezegd: list[tuple[Any, ...]], type_text: Typ
) -> None:
    editor.kop.onderwerp.selectAll()
    QTest.keyClick(editor.kop.onderwerp, Qt.Key.Key_Delete)
    editor.kop.onderwerp.leg_vast()
    assert gezegd == []
    type_text(editor.kop.onderwerp, "Fit")
    editor.leg_vast()
    editor.toon(replace(NOTA, onderwerp="Fit"), OPNAME)
    editor.kop.vorm.setCurrentIndex(editor.kop.vorm.findData(Vorm.OPINIERENDE_NOTA.value))
    editor.kop.vorm.activated.emit(editor.kop.vorm.currentIndex())
    assert gezegd == [("hoofd", NOTA.id, "onderwerp", "Fit"), ("hoofd", NOTA.id, "vorm", "opinierende nota")]


@pytest.mark.parametrize("vorm", Vorm)
def test_every_form_can_be_shown_empty(editor: NotaEditor, gezegd: list[tuple[Any, ...]], vorm: Vorm) -> None:
    vragen = FORMULIEREN[vorm].secties
    secties = tuple(
        Sectie(id=f"s{rang}", volgorde=plek, soort=vraag.soort, kop=vraag.kop)
        for rang, (vraag, plek) in enumerate(zip(vragen, reeks(len(vragen)), strict=True))
    )
    editor.toon(een_nota(vorm=vorm, secties=secties), OPNAME)
    verplicht = [vraag.kop for vraag in vragen if vraag.verplicht]
    assert [rij._naam.text() for rij in editor._rijen.values() if rij.is_leeg] == verplicht
    editor.leg_vast()
    assert gezegd == []


def test_the_writing_aid_is_there_when_asked_and_never_part_of_the_text(editor: NotaEditor) -> None:
    rij = editor._rijen[_sectie(NOTA, Sectiesoort.INLEIDING).id]
    assert rij._hulp.isHidden()
    editor.hoofd.schrijfhulp.setChecked(True)
    assert (rij._hulp.isHidden(), rij._hulp.text()) == (False, "Wat is de aanleiding en wat is eerder besloten?")


def test_the_stand_tells_why_a_nota_came_back_and_what_can_be_done(
    editor: NotaEditor, gezegd: list[tuple[Any, ...]]
) -> None:
    stap = Notastap(
        id="s", nota_id=NOTA.id, volgorde="b", moment=datetime(2026, 3, 2, 14, 5), stand=Stand.TERUGGESTUURD,
        wie="Roos van Dalen", reden="Kosten ontbreken.",
    )  # fmt: skip
    editor.toon(NOTA, OPNAME, [stap])
    regel = "Teruggestuurd op 2-3-2026 om 14.05 uur door Roos van Dalen: Kosten ontbreken."
    assert editor.hoofd.reden.text() == f"⚠ {regel}"
    assert [actie.text() for actie in editor.hoofd.stand.menu().actions() if actie.text()] == ["Indienen", regel]
    editor.hoofd.stand.menu().actions()[0].trigger()
    editor.hoofd.versies.trigger()
    assert gezegd == [("stap", NOTA.id, "ingediend"), ("versies", NOTA.id)]


def test_the_buttons_work_in_the_field_that_has_the_keyboard(editor: NotaEditor) -> None:
    veld = _veld(editor, "Inleiding")
    veld.setFocus()
    veld.selectAll()
    next(actie for actie in editor.hoofd.balk.actions() if actie.text() == "Opsomming").trigger()
    assert veld.tekst().startswith("- Kinderen")
    editor.toon(OPNAME.notas["stuk-3"], OPNAME)
    QApplication.sendPostedEvents(None, 0)
    next(actie for actie in editor.hoofd.balk.actions() if actie.text() == "Opsomming").trigger()


@pytest.mark.parametrize(("breed", "naast"), [(900, True), (340, False)])
def test_names_stand_beside_the_texts_or_above_them_where_it_is_narrow(
    editor: NotaEditor, breed: int, naast: bool
) -> None:
    editor.resize(breed, 500)
    QApplication.sendPostedEvents()
    rij = editor._rijen[_sectie(NOTA, Sectiesoort.INLEIDING).id]
    links = rij.inhoud.mapTo(rij, rij.inhoud.rect().topLeft()).x()
    assert (links > rij._kolom.width() // 2) is naast
    assert editor.minimumSizeHint().width() <= 360
    assert editor.minimumSizeHint().height() <= 300


def test_every_field_and_button_has_a_name(editor: NotaEditor) -> None:
    editor.toon(_zonder(Sectiesoort.KOSTEN), OPNAME)
    naamloos = [
        widget
        for widget in editor.findChildren(QWidget)
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and widget.isVisibleTo(editor)
        and not widget.accessibleName()
        and not widget.objectName().startswith("qt_")
    ]
    assert naamloos == []


def test_what_is_seldom_changed_is_one_line_that_opens(editor: NotaEditor) -> None:
    zinnen = [label.text() for label in editor.kop._gegevens.findChildren(QLabel)]
    assert zinnen == ["Adviesnota · Jeugdgezondheid · Noor Wijnbergen, Stijn Hazekamp"]
    assert not editor.kop.domein.isVisibleTo(editor)
    _knop(editor, "Gegevens van de nota wijzigen").click()
    assert editor.kop.domein.isVisibleTo(editor)
