"""Writing notes while one reads: with one key, changed in place, taken away and brought back, gone through."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.leesvenster import Leesvenster, lees_venster
from tests.desktop.venster import druk, typ
from tk_desktop.desktop.session.voorkeuren import Rol
from tk_desktop.domain.aantekening import Aantekening, Inktpunt, Lijn, Soort, Vlak, Zicht
from tk_desktop.domain.leeslijst import Aantekenkeuze, Vanwie, is_gesteld
from tk_desktop.domain.notenstijl import Kleur
from tk_desktop.reading.aantekeningen import share_aantekeningen

BEDRAG = "€ 211.000 uit het regionale preventiebudget"
TREKKER = "De wethouder van Oudwold aan te wijzen als bestuurlijk trekker"


TOETSEN = {"H": Soort.MARKERING, "U": Soort.ONDERSTREPING, "D": Soort.DOORHALING}


@pytest.fixture
def lezen(qtbot: QtBot, werkmap: Path) -> Iterator[Leesvenster]:
    with lees_venster(qtbot, werkmap) as geopend:
        yield geopend


def _bewaard(lezen: Leesvenster) -> tuple[Aantekening, ...]:
    return lezen.store.aantekeningen.all()


def _enige(lezen: Leesvenster) -> Aantekening:
    (een,) = _bewaard(lezen)
    return een


def _terug(lezen: Leesvenster) -> None:
    """Undo what was done and be again where every step begins: at the first page of 2a, without a note, in yellow."""
    sessie, notities = lezen.bediening.sessie, lezen.notities
    druk("Escape")
    while sessie.geschiedenis.diepte:
        sessie.maak_ongedaan()
    assert _bewaard(lezen) == ()
    notities.maker.zet_kleur(Kleur.GEEL)
    if notities.lijst.filter.woorden() or notities.lijst.woord.text():
        lezen.bediening.opdrachten.acties["notitie.alles"].trigger()
        notities.lijst.woord.clear()
    lezen.lezer.lees("stuk-2a")
    lezen.wacht("stuk-2a")
    lezen.blad.bladen.ga_naar(1)
    lezen.blad.bladen.setFocus()
    lezen.blad.lezen.selectie.wis()
    lezen.wacht("stuk-2a")
    assert notities.gekozen is None


def test_words_and_pages_are_marked_with_one_key(qtbot: QtBot, lezen: Leesvenster) -> None:
    _the_words_of_the_version_are_kept_with_the_first_note(qtbot, lezen)
    _terug(lezen)
    for toets, soort in TOETSEN.items():
        _one_key_marks_the_words_that_are_selected(lezen, toets, soort)
    _terug(lezen)
    _words_that_are_marked_are_not_marked_once_more_but_take_the_colour(lezen)
    _terug(lezen)
    _without_a_selection_marking_says_what_to_do(lezen)
    _terug(lezen)
    _digits_choose_the_colour_of_a_selection_and_of_a_note(lezen)
    _terug(lezen)
    _the_cursor_stays_behind_the_words_that_were_marked(lezen)
    _terug(lezen)
    _the_button_of_the_pen_shows_whether_one_draws_in_the_paper_that_is_read(lezen)
    _terug(lezen)
    _strokes_near_each_other_are_one_drawing_and_each_is_undone_alone(lezen)


def _one_key_marks_the_words_that_are_selected(lezen: Leesvenster, toets: str, soort: Soort) -> None:
    lezen.selecteer(BEDRAG)
    druk(toets)
    een = _enige(lezen)
    assert (een.soort, een.kleur, een.zicht, een.papier) == (soort, Kleur.GEEL, Zicht.PRIVE, "stuk-2a")
    assert een.plaats is not None
    assert een.plaats.anker.citaat == BEDRAG
    assert een.plaats.anker.versie == lezen.blad.versie
    assert [merk.id for merk in lezen.blad.lezen.merken.merken] == [een.id]
    assert lezen.blad.lezen.selectie.selectie is None
    druk("Ctrl+Z")
    assert _bewaard(lezen) == ()
    assert lezen.blad.lezen.merken.merken == ()


def _words_that_are_marked_are_not_marked_once_more_but_take_the_colour(lezen: Leesvenster) -> None:
    for toets in ("H", "H"):
        lezen.selecteer(BEDRAG)
        druk(toets)
    assert "al gemarkeerd" in lezen.bediening.venster.toast.tekst
    assert _enige(lezen).kleur is Kleur.GEEL
    lezen.notities.maker.zet_kleur(Kleur.GROEN)
    lezen.selecteer(BEDRAG)
    druk("H")
    assert _enige(lezen).kleur is Kleur.GROEN
    druk("Ctrl+Z")
    assert _enige(lezen).kleur is Kleur.GEEL
    lezen.selecteer(BEDRAG)
    druk("U")
    assert {een.soort for een in _bewaard(lezen)} == {Soort.MARKERING, Soort.ONDERSTREPING}


def _the_button_of_the_pen_shows_whether_one_draws_in_the_paper_that_is_read(lezen: Leesvenster) -> None:
    pen = lezen.bediening.opdrachten.acties["notitie.pen"]
    druk("P")
    assert pen.isChecked()
    lezen.lezer.lees("stuk-2b")
    lezen.wacht("stuk-2b")
    assert not pen.isChecked()
    lezen.lezer.lees("stuk-2a")
    lezen.wacht("stuk-2a")
    assert pen.isChecked()  # one draws in that paper still
    druk("Escape")
    assert not pen.isChecked()


def _without_a_selection_marking_says_what_to_do(lezen: Leesvenster) -> None:
    druk("H")
    assert _bewaard(lezen) == ()
    assert "Selecteer tekst" in lezen.bediening.venster.toast.tekst


def test_a_note_is_typed_changed_and_taken_away_while_one_reads(lezen: Leesvenster) -> None:
    _a_note_is_typed_beside_the_words_and_is_one_step_to_undo(lezen)
    _terug(lezen)
    _escape_takes_a_note_away_that_was_just_begun(lezen)
    _terug(lezen)
    _a_note_without_words_is_a_mark(lezen)
    _terug(lezen)
    _letters_typed_in_a_note_are_no_commands(lezen)
    _terug(lezen)
    _a_question_goes_to_the_secretariat(lezen)
    _terug(lezen)
    _a_note_on_the_agenda_item_stands_on_no_page(lezen)
    _terug(lezen)
    _a_note_is_changed_in_place_and_taken_away_with_undo(lezen)
    _terug(lezen)
    _giving_up_a_change_keeps_the_note(lezen)
    _terug(lezen)
    _what_was_typed_is_kept_when_the_window_closes(lezen)


def test_a_note_stands_where_one_points(qtbot: QtBot, lezen: Leesvenster) -> None:
    _a_note_without_a_selection_is_one_at_the_page(lezen)
    _terug(lezen)
    _a_note_after_a_click_stands_where_was_clicked(lezen)
    _terug(lezen)
    _a_note_at_the_page_goes_to_the_page_that_was_clicked(qtbot, lezen)
    _terug(lezen)
    _the_field_never_covers_the_words_it_is_about(lezen)


def _a_note_is_typed_beside_the_words_and_is_one_step_to_undo(lezen: Leesvenster) -> None:
    lezen.selecteer(TREKKER)
    druk("N")
    typ("Wie is dat nu?")
    druk("Ctrl+Return")
    een = _enige(lezen)
    assert (een.soort, een.tekst) == (Soort.NOTITIE, "Wie is dat nu?")
    assert QApplication.focusWidget() is lezen.blad.bladen
    druk("Ctrl+Z")
    assert _bewaard(lezen) == ()
    druk("Ctrl+Y")
    assert _enige(lezen).tekst == "Wie is dat nu?"


def _escape_takes_a_note_away_that_was_just_begun(lezen: Leesvenster) -> None:
    lezen.selecteer(TREKKER)
    druk("N")
    typ("Toch maar niet")
    druk("Escape")
    assert _bewaard(lezen) == ()
    assert QApplication.focusWidget() is lezen.blad.bladen


def _a_note_without_words_is_a_mark(lezen: Leesvenster) -> None:
    lezen.selecteer(TREKKER)
    druk("N")
    druk("Ctrl+Return")
    assert _enige(lezen).soort is Soort.MARKERING


def _letters_typed_in_a_note_are_no_commands(lezen: Leesvenster) -> None:
    lezen.selecteer(TREKKER)
    druk("N")
    for toets in ("H", "Q", "N", "1", "B", "Z"):
        druk(toets)
    druk("Ctrl+Return")
    een = _enige(lezen)
    assert een.tekst == "hqn1bz"
    assert een.soort is Soort.NOTITIE


def _a_question_goes_to_the_secretariat(lezen: Leesvenster) -> None:
    lezen.selecteer(BEDRAG)
    druk("Q")
    typ("Is dit structureel?")
    druk("Ctrl+Return")
    een = _enige(lezen)
    assert (een.soort, een.tekst, een.zicht) == (Soort.VRAAG, "Is dit structureel?", Zicht.PRIVE)
    assert "Shift+Q" in lezen.bediening.venster.toast.tekst
    druk("Shift+Q")
    assert is_gesteld(_enige(lezen))
    druk("Shift+Q")
    assert "nog niet is gesteld" in lezen.bediening.venster.toast.tekst


def _a_note_without_a_selection_is_one_at_the_page(lezen: Leesvenster) -> None:
    druk("N")
    typ("Nog eens lezen")
    druk("Ctrl+Return")
    een = _enige(lezen)
    assert (een.soort, een.plaats and een.plaats.anker.pagina) == (Soort.BLADNOTITIE, 1)


def _a_note_after_a_click_stands_where_was_clicked(lezen: Leesvenster) -> None:
    tekst = lezen.blad.lezen.teksten.van(1)
    assert tekst is not None
    plek = tekst.tekst.index(BEDRAG)
    midden = QPointF(*tekst.kaders[plek].midden)
    waar = lezen.blad.bladen.plek_van(1).punt(midden.x(), midden.y()).toPoint()
    QTest.mouseClick(lezen.blad.bladen.viewport(), Qt.MouseButton.LeftButton, pos=waar)
    druk("N")
    typ("Hier")
    druk("Ctrl+Return")
    een = _enige(lezen)
    assert een.soort is Soort.NOTITIE
    assert een.plaats is not None
    assert abs(een.plaats.anker.begin - plek) <= 1
    assert een.plaats.anker.citaat == ""


def _a_note_on_the_agenda_item_stands_on_no_page(lezen: Leesvenster) -> None:
    druk("A")
    typ("Vragen hoe Rietholt hierover denkt")
    druk("Ctrl+Return")
    een = _enige(lezen)
    assert (een.soort, een.papier) == (Soort.PUNTNOTITIE, "")
    assert een.agendapunt_id == lezen.lezer.plek("stuk-2a").agendapunt_id


def _strokes_near_each_other_are_one_drawing_and_each_is_undone_alone(lezen: Leesvenster) -> None:
    druk("P")
    inkt = lezen.blad.lezen.inkt
    assert inkt.aan
    for hoog in (500.0, 480.0):
        inkt.getekend.emit(Lijn(1, (Inktpunt(100, hoog, 0.3), Inktpunt(140, hoog + 5, 0.9))))
    een = _enige(lezen)
    assert [lijn.punten[1].druk for lijn in een.lijnen] == [0.9, 0.9]
    assert een.plaats is not None
    (vlak,) = een.plaats.anker.vlakken
    assert (vlak.y0, vlak.y1) == (480, 505)
    inkt.getekend.emit(Lijn(1, (Inktpunt(400, 80), Inktpunt(440, 90))))
    assert len(_bewaard(lezen)) == 2
    druk("Ctrl+Z")
    druk("Ctrl+Z")
    assert len(_enige(lezen).lijnen) == 1
    druk("Escape")
    assert not inkt.aan


def _digits_choose_the_colour_of_a_selection_and_of_a_note(lezen: Leesvenster) -> None:
    lezen.selecteer(BEDRAG)
    druk("2")
    assert (_enige(lezen).soort, _enige(lezen).kleur) == (Soort.MARKERING, Kleur.GROEN)
    druk("4")
    assert _enige(lezen).kleur is Kleur.ROZE
    druk("Escape")
    druk("3")
    lezen.selecteer(TREKKER)
    druk("H")
    assert {een.kleur for een in _bewaard(lezen)} == {Kleur.ROZE, Kleur.BLAUW}


def _a_note_is_changed_in_place_and_taken_away_with_undo(lezen: Leesvenster) -> None:
    lezen.selecteer(BEDRAG)
    druk("H")
    druk("Return")
    typ("Uit welk jaar?")
    druk("Ctrl+Return")
    assert _enige(lezen).tekst == "Uit welk jaar?"
    druk("F2")
    typ(" En hoe zeker?")
    druk("Ctrl+Return")
    assert _enige(lezen).tekst == "Uit welk jaar? En hoe zeker?"
    druk("Delete")
    assert _bewaard(lezen) == ()
    druk("Ctrl+Z")
    assert _enige(lezen).tekst == "Uit welk jaar? En hoe zeker?"


def _giving_up_a_change_keeps_the_note(lezen: Leesvenster) -> None:
    lezen.selecteer(BEDRAG)
    druk("H")
    druk("F2")
    druk("Escape")
    assert _enige(lezen).tekst == ""
    assert _enige(lezen).soort is Soort.MARKERING


def _drie(lezen: Leesvenster) -> list[str]:
    """Make a mark and a question in 2a, and a note at a page of the next paper; the ids in order."""
    lezen.selecteer(BEDRAG)
    druk("H")
    lezen.selecteer(TREKKER)
    druk("Q")
    typ("Waarom Oudwold?")
    druk("Ctrl+Return")
    druk("Ctrl+PgDown")
    lezen.wacht(lezen.bediening.adres.stuk)
    druk("Shift+N")
    typ("Goed plan")
    druk("Ctrl+Return")
    return [een.id for een in lezen.notities.alle]


def test_all_notes_of_a_meeting_are_gone_through_and_filtered(lezen: Leesvenster) -> None:
    _f8_goes_through_the_notes_of_all_papers_and_round(lezen)
    _terug(lezen)
    _the_list_is_filtered_and_counts(lezen)
    _terug(lezen)
    _the_filter_offers_what_the_notes_have_and_takes_choices_together(lezen)
    _terug(lezen)
    _the_tree_counts_the_notes_of_each_paper(lezen)
    _the_fields_of_a_note_stand_right_under_a_short_list(lezen)
    _a_note_that_is_opened_from_elsewhere_is_seen_in_the_list(lezen)


def _the_fields_of_a_note_stand_right_under_a_short_list(lezen: Leesvenster) -> None:
    druk("F8")
    boom, detail = lezen.notities.lijst.boom, lezen.notities.detail
    kop = boom.topLevelItem(boom.topLevelItemCount() - 1)
    assert kop is not None
    laatste = kop.child(kop.childCount() - 1)
    assert laatste is not None
    onder = boom.visualItemRect(laatste).bottom()
    assert detail.isVisible()
    assert 0 <= boom.viewport().height() - onder <= boom.fontMetrics().height()


def _a_note_that_is_opened_from_elsewhere_is_seen_in_the_list(lezen: Leesvenster) -> None:
    notitie = lezen.notities.lijst.getoond[0].id
    druk("Escape")
    lezen.bediening.opdrachten.acties["lezen.voorbereiding"].trigger()
    assert lezen.lezer.scherm.paneel == "Voorbereiding"
    lezen.bediening.ga_naar(replace(lezen.bediening.adres, notitie=notitie))
    assert lezen.lezer.scherm.paneel == "Aantekeningen"
    assert lezen.notities.lijst.isVisible()
    assert lezen.notities.detail.id == notitie


def _f8_goes_through_the_notes_of_all_papers_and_round(lezen: Leesvenster) -> None:
    een, twee, drie = _drie(lezen)
    ander = lezen.bediening.adres.stuk
    druk("F8")
    lezen.wacht("stuk-2a")
    assert lezen.notities.gekozen is not None
    assert lezen.notities.gekozen.id == een
    assert lezen.notities.lijst.telling.text() == "1 van 3"
    druk("F8")
    assert lezen.notities.gekozen.id == twee
    druk("F8")
    lezen.wacht(ander)
    assert lezen.notities.gekozen.id == drie
    druk("Shift+F8")
    lezen.wacht("stuk-2a")
    assert lezen.notities.gekozen.id == twee
    assert QApplication.focusWidget() is lezen.blad.bladen


def _the_list_is_filtered_and_counts(lezen: Leesvenster) -> None:
    _, vraag, _ = _drie(lezen)
    lijst, notitiefilter = lezen.notities.lijst, lezen.notities.lijst.filter
    druk("Escape")
    assert lijst.telling.text() == "3 aantekeningen"
    notitiefilter.kies(Aantekenkeuze(open_vraag=True))
    assert [een.id for een in lijst.getoond] == [vraag]
    assert lijst.telling.text() == "1 van 3"
    assert notitiefilter.woorden() == "vragen zonder antwoord"
    druk("F8")
    assert lezen.notities.gekozen is not None
    assert lezen.notities.gekozen.id == vraag
    lezen.bediening.opdrachten.acties["notitie.alles"].trigger()
    lijst.woord.setText("plan")
    assert [een.tekst for een in lijst.getoond] == ["Goed plan"]


def _the_filter_offers_what_the_notes_have_and_takes_choices_together(lezen: Leesvenster) -> None:
    _drie(lezen)
    notitiefilter = lezen.notities.lijst.filter
    groepen = {groep for groep, _, _ in notitiefilter.opties()}
    assert groepen == {"", "Soort", "Kleur", "Van wie", "Agendapunt"}
    keuzes = {woord: keuze for _, woord, keuze in notitiefilter.opties()}
    assert keuzes["van mij"].van is Vanwie.MIJ
    notitiefilter.kies(keuzes["geel"])
    keuzes = {woord: keuze for _, woord, keuze in notitiefilter.opties()}
    notitiefilter.kies(keuzes["vraag"])
    assert notitiefilter.woorden() == "vraag · geel"
    assert len(lezen.notities.lijst.getoond) == 1
    opnieuw = {woord: keuze for _, woord, keuze in notitiefilter.opties()}
    notitiefilter.kies(opnieuw["geel"])
    assert notitiefilter.woorden() == "vraag"


def _the_tree_counts_the_notes_of_each_paper(lezen: Leesvenster) -> None:
    _drie(lezen)
    boom = lezen.lezer.scherm.boom
    tellingen = {rij.text(0): rij.text(2) for rij in boom.rijen() if rij.text(2)}
    assert tellingen["Adviesnota"] == "2"  # that of its bijlage stands with the bijlage
    assert next(aantal for naam, aantal in tellingen.items() if naam.startswith("2a ")) == "3"
    assert next(aantal for naam, aantal in tellingen.items() if naam.startswith("bijl. 1")) == "1"


def test_notes_are_shared_and_answered(lezen: Leesvenster) -> None:
    _every_note_command_is_found_by_its_dutch_name(lezen)
    _terug(lezen)
    _a_note_is_shared_labelled_and_coloured_beside_the_pages(lezen)
    _terug(lezen)
    _the_secretaris_answers_a_question_that_a_reader_put(lezen)
    _terug(lezen)
    _notes_of_others_are_seen_when_shared_and_never_changed(lezen)


def _a_note_is_shared_labelled_and_coloured_beside_the_pages(lezen: Leesvenster) -> None:
    lezen.selecteer(BEDRAG)
    druk("H")
    detail = lezen.notities.detail
    assert detail.isVisible()
    detail.zicht.setFocus()
    druk("Down")
    druk("Down")
    assert _enige(lezen).zicht is Zicht.ALLEN
    elders = "Andere lezers die het stuk mogen lezen: met uw bundel voor hen, via de postbus of met een export."
    assert detail.bereik.text() == elders
    druk("Up")
    assert _enige(lezen).zicht is Zicht.GEDEELD
    assert not detail.bereik.isVisible()
    detail.met.setFocus()
    typ("Roos van Dalen, Bram Noord")
    druk("Return")
    assert _enige(lezen).gedeeld_met == ("Bram Noord", "Roos van Dalen")
    detail.labels.setFocus()
    typ("geld")
    druk("Return")
    assert _enige(lezen).labels == ("geld",)
    detail.kleur.setFocus()
    druk("Down")
    assert _enige(lezen).kleur is Kleur.GROEN


def _notes_of_others_are_seen_when_shared_and_never_changed(lezen: Leesvenster) -> None:
    lezen.selecteer(BEDRAG)
    druk("H")
    een = _enige(lezen)
    voorkeuren = lezen.bediening.sessie.voorkeuren
    lezen.bediening.vensterzaken.richt_in(Rol.BESTUURDER)
    voorkeuren.naam = "Roos van Dalen"
    lezen.lezer.reload()
    assert not lezen.notities.alle
    share_aantekeningen(lezen.store, [een.id], Zicht.GEDEELD, een.gewijzigd, met=["Roos van Dalen"])
    lezen.lezer.reload()
    assert lezen.notities.alle[0].id == een.id
    druk("F8")
    (rij,) = lezen.notities.lijst.boom.selectedItems()
    assert rij.text(0).startswith(f"{een.eigenaar}: geel")
    druk("Delete")
    druk("F2")
    assert not lezen.notities.schrijver.veld.isVisible()
    assert _enige(lezen).id == een.id
    assert lezen.notities.detail.tekst.isReadOnly()


def _the_secretaris_answers_a_question_that_a_reader_put(lezen: Leesvenster) -> None:
    voorkeuren = lezen.bediening.sessie.voorkeuren
    eigen = voorkeuren.naam
    voorkeuren.naam = "Roos van Dalen"
    lezen.lezer.reload()
    lezen.selecteer(BEDRAG)
    druk("Q")
    typ("Is dit structureel?")
    druk("Ctrl+Return")
    voorkeuren.naam = eigen
    lezen.lezer.reload()
    assert not lezen.notities.alle
    voorkeuren.naam = "Roos van Dalen"
    lezen.lezer.reload()
    druk("F8")
    detail = lezen.notities.detail
    detail.stel.setFocus()
    druk("Space")
    assert not detail.stel.isVisible()
    voorkeuren.naam = eigen
    lezen.lezer.reload()
    druk("F8")
    detail.antwoord.setFocus()
    typ("Nee, tot en met 2027.")
    lezen.bediening.leg_vast()
    assert _enige(lezen).antwoord == "Nee, tot en met 2027."
    assert lezen.notities.lijst.filter.keuze == Aantekenkeuze()


def _every_note_command_is_found_by_its_dutch_name(lezen: Leesvenster) -> None:
    palet = lezen.bediening.typen.palet
    druk("Alt+Q")
    for naam in ("Markeren", "Onderstrepen", "Doorhalen", "Vraag aan het secretariaat", "Pen", "Kleur: roze"):
        palet.zoek.setText(naam)
        assert naam in palet.regels()
    palet.zoek.setText("open formaat")
    assert [regel.removesuffix("…") for regel in palet.regels()[:2]] == [
        "Aantekeningen exporteren als",
        "Aantekeningen innemen",
    ]
    druk("Escape")


def _what_was_typed_is_kept_when_the_window_closes(lezen: Leesvenster) -> None:
    lezen.selecteer(BEDRAG)
    druk("N")
    typ("Half af")
    lezen.bediening.leg_vast()
    assert _enige(lezen).tekst == "Half af"


def _the_words_of_the_version_are_kept_with_the_first_note(qtbot: QtBot, lezen: Leesvenster) -> None:
    lezen.selecteer(BEDRAG)
    druk("H")
    qtbot.waitUntil(lambda: bool(lezen.store.leesteksten.van(lezen.blad.versie)), timeout=10_000)
    assert BEDRAG in lezen.store.leesteksten.van(lezen.blad.versie)[0]


def _the_field_never_covers_the_words_it_is_about(lezen: Leesvenster) -> None:
    lezen.bediening.venster.resize(683, 384)
    for woorden in ("Projectplan Fit de klas in 2026-2029", BEDRAG, "60 van de 148 basisscholen"):
        lezen.blad.bladen.breng_in_beeld(1, _vlak(lezen, woorden))
        lezen.selecteer(woorden)
        druk("N")
        veld = lezen.notities.schrijver.veld
        plek = lezen.blad.bladen.plek_van(1).rechthoek(_vlak(lezen, woorden)).toRect()
        plek.moveTopLeft(lezen.blad.bladen.viewport().mapToGlobal(plek.topLeft()))
        assert not veld.rect().translated(veld.mapToGlobal(QPoint())).intersects(plek), woorden
        druk("Escape")


def _vlak(lezen: Leesvenster, woorden: str) -> Vlak:
    """Return where words stand on the first page."""
    tekst = lezen.blad.lezen.teksten.van(1)
    assert tekst is not None
    begin = tekst.tekst.index(woorden)
    return Vlak(1, *tekst.kaders_van(begin, begin + len(woorden))[0])


def _a_note_at_the_page_goes_to_the_page_that_was_clicked(qtbot: QtBot, lezen: Leesvenster) -> None:
    bladen = lezen.blad.bladen
    bladen.ga_naar(1, 0.6)
    qtbot.waitUntil(lambda: len(bladen.plekken()) > 1)
    vlak = bladen.plek_van(2).vlak.intersected(QRectF(bladen.viewport().rect()))
    QTest.mouseClick(bladen.viewport(), Qt.MouseButton.LeftButton, pos=vlak.center().toPoint())
    druk("Shift+N")
    typ("Hier")
    druk("Ctrl+Return")
    een = _enige(lezen)
    assert (een.soort, een.plaats and een.plaats.anker.pagina) == (Soort.BLADNOTITIE, 2)


def _the_cursor_stays_behind_the_words_that_were_marked(lezen: Leesvenster) -> None:
    selectie = lezen.blad.lezen.selectie
    selectie.zet_cursor_aan(True)
    lezen.selecteer(BEDRAG)
    achter = selectie.cursor
    druk("2")
    assert selectie.selectie is None
    assert selectie.cursor == achter
