"""Searching everything: papers first, own notes as a group under them, Enter opens the reader at the page."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.hulp_formulier import naamloos
from tests.desktop.lezend import wacht_op
from tests.desktop.venster import druk, toon_venster, typ
from tests.zittingbouwers import een_actie
from tk_desktop.desktop.session.inrichting import om_te_lezen
from tk_desktop.desktop.session.voorkeuren import Voorkeuren
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.domain.aantekening import Anker, Soort
from tk_desktop.domain.actie import Actiestaat
from tk_desktop.reading.aantekeningen import Leesplek, add_aantekening
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def bediening(qtbot: QtBot, werkmap: Path, store: Store) -> Iterator[Bediening]:
    plek = Leesplek(vergadering_id=store.vergaderingen.all()[0].id, papier="stuk-2a")
    anker = Anker(versie="a" * 64, pagina=2, citaat="coördinatie")
    lezer = Voorkeuren(werkmap).lezer
    add_aantekening(store, plek, anker, Soort.VRAAG, eigenaar=lezer, moment=NU, tekst="Wie betaalt de zwanenzang?")
    with toon_venster(qtbot, werkmap) as geopend:
        yield geopend


def test_own_notes_are_a_group_of_their_own_and_enter_reads_there(qtbot: QtBot, bediening: Bediening) -> None:
    druk("Ctrl+E")
    blad = bediening.lijsten.zoeken
    assert not blad.notities.isVisible()
    typ("ZWANENZÁNG")
    qtbot.waitUntil(blad.notities.isVisible)
    (regel,) = blad.notities.regels
    assert regel.teksten[1:] == ("2", "vraag: Wie betaalt de ‹zwanenzang›? coördinatie")
    assert regel.teksten[0].endswith("2a")
    assert blad.lijst.leeg == "In de stukken staan deze woorden niet, in uw aantekeningen wel."
    assert naamloos(blad) == []
    druk("Down")
    assert QApplication.focusWidget() is blad.notities
    druk("Return")
    wacht_op(qtbot, bediening, "stuk-2a", 2)
    (een,) = bediening.sessie.store.aantekeningen.all()
    assert bediening.lezer.bediening().notities.gekozen == een


def test_papers_come_before_notes(qtbot: QtBot, bediening: Bediening) -> None:
    druk("Ctrl+E")
    blad = bediening.lijsten.zoeken
    typ("coordinatie OF zwemfonds")
    qtbot.waitUntil(blad.notities.isVisible)
    assert blad.lijst.regels
    druk("Down")
    assert QApplication.focusWidget() is blad.lijst


def test_what_was_found_opens_at_its_page_with_all_its_words_marked_and_an_action_in_its_list(
    qtbot: QtBot, bediening: Bediening
) -> None:
    druk("Ctrl+E")
    blad = bediening.lijsten.zoeken
    typ("kinderen lessen")
    qtbot.waitUntil(lambda: any(regel.teksten[1] for regel in blad.lijst.regels))
    regel = next(regel for regel in blad.lijst.regels if len(regel.adres.gezocht.split()) > 1)
    bediening.wissel.open(regel.adres)
    zoeker = bediening.werkblad.papieren.voorbeeld().zoeker
    qtbot.waitUntil(lambda: zoeker.huidige is not None and not zoeker.bezig)
    assert zoeker.huidige is not None
    assert str(zoeker.huidige.pagina) == regel.teksten[1]
    assert zoeker.woorden == regel.adres.gezocht
    bediening.wissel.open(om_te_lezen(regel.adres))
    wacht_op(qtbot, bediening, regel.adres.stuk, int(regel.teksten[1]))
    gelezen = bediening.lezer.bediening().scherm.alle[regel.adres.stuk].lezen
    qtbot.waitUntil(lambda: bool(gelezen.zoeker.gevonden))
    assert gelezen.zoeker.woorden == regel.adres.gezocht
    store = bediening.sessie.store
    klaar = een_actie(gremium_id=store.gremia.all()[0].id, tekst="Belt de heemraad.", staat=Actiestaat.GEDAAN)
    bediening.sessie.doe("Actie", lambda: store.acties.save(klaar))
    druk("Ctrl+E")
    typ("heemraad")
    qtbot.waitUntil(lambda: [een.teksten[2] for een in blad.lijst.regels] == ["Belt de ‹heemraad›. Waterkant/directie"])
    druk("Return")
    acties = bediening.acties.blad
    assert (acties.gekozen, QApplication.focusWidget()) == ([klaar.id], acties.lijst)


def test_a_later_page_opens_there_though_the_words_stand_on_an_earlier_one_too(
    qtbot: QtBot, bediening: Bediening
) -> None:
    druk("Ctrl+E")
    blad = bediening.lijsten.zoeken
    typ("bureau")
    qtbot.waitUntil(lambda: any(regel.teksten[1] for regel in blad.lijst.regels))
    per_stuk: dict[str, list[int]] = {}
    for regel in blad.lijst.regels:
        if regel.teksten[1]:
            per_stuk.setdefault(regel.adres.stuk, []).append(int(regel.teksten[1]))
    stuk, paginas = max(per_stuk.items(), key=lambda een: len(een[1]))
    later = sorted(paginas)[1]
    regel = next(een for een in blad.lijst.regels if een.adres.stuk == stuk and een.teksten[1] == str(later))
    bediening.wissel.open(regel.adres)
    zoeker = bediening.werkblad.papieren.voorbeeld().zoeker
    qtbot.waitUntil(lambda: zoeker.huidige is not None and not zoeker.bezig)
    assert (zoeker.huidige.pagina if zoeker.huidige else 0, zoeker.gevonden[0].pagina < later) == (later, True)


def test_what_is_found_is_narrowed_by_what_is_counted(qtbot: QtBot, bediening: Bediening) -> None:
    druk("Ctrl+E")
    blad = bediening.lijsten.zoeken
    typ("zwemmen")
    qtbot.waitUntil(blad.keuzes.isVisible)
    soort = blad.keuzes.velden["soort"]
    assert soort.count() > 2
    zeldzaamst = soort.count() - 1
    naam, _, aantal = soort.itemText(zeldzaamst).rstrip(")").rpartition(" (")
    assert naam == soort.itemData(zeldzaamst)
    assert int(aantal) < len(blad.lijst.regels)
    soort.setCurrentIndex(zeldzaamst)
    soort.activated.emit(zeldzaamst)
    qtbot.waitUntil(lambda: len(blad.lijst.regels) == int(aantal))
    assert naamloos(blad) == []


def test_a_kept_question_is_put_again(qtbot: QtBot, bediening: Bediening) -> None:
    druk("Ctrl+E")
    blad = bediening.lijsten.zoeken
    typ("zwemmen")
    qtbot.waitUntil(lambda: bool(blad.lijst.regels))
    blad.bewaren_gevraagd.emit()
    blad.veld.clear()
    qtbot.waitUntil(lambda: not blad.lijst.regels)
    blad.bewaard.menu().aboutToShow.emit()
    (actie,) = [actie for actie in blad.bewaard.menu().actions() if actie.text() == "zwemmen"]
    actie.trigger()
    qtbot.waitUntil(lambda: bool(blad.lijst.regels))
    assert blad.veld.text() == "zwemmen"
