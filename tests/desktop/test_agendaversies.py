"""The versions of an agenda on screen."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.desktop.hulp_formulier import druk, naamloos
from tk_desktop.desktop.agenda.agendaversies import AgendaVersies, Versiestand
from tk_desktop.domain.agendaversie import Agendaversie, Versiepunt, Versiestaat


def _punt(id_: str, nummer: str, titel: str) -> Versiepunt:
    return Versiepunt(id=id_, volgorde="i", punt_id=id_, nummer=nummer, titel=titel)


TOEN = (_punt("haven", "1", "Haven"), _punt("oever", "2", "Oever"))
NU = (_punt("brug", "1", "Brug"), _punt("haven", "2", "Haven"), _punt("oever", "3", "Oevers"))


def _versie(letter: str, staat: Versiestaat, punten: tuple[Versiepunt, ...] = TOEN) -> Agendaversie:
    return Agendaversie(
        id=letter,
        vergadering_id="v",
        volgorde=letter.lower(),
        letter=letter,
        staat=staat,
        moment=datetime(2026, 2, 20, 14, 3),
        punten=punten,
    )


class _Bron:
    def __init__(self) -> None:
        self.stand = Versiestand(versies=(), nu=NU)

    def __call__(self) -> Versiestand:
        return self.stand


@pytest.fixture
def bron() -> _Bron:
    return _Bron()


@pytest.fixture
def scherm(qtbot: QtBot, bron: _Bron) -> AgendaVersies:
    blad = AgendaVersies(bron)
    qtbot.addWidget(blad)
    blad.show()
    return blad


def test_an_agenda_without_versions_says_what_to_do(scherm: AgendaVersies) -> None:
    assert scherm.kop.text() == "Van deze agenda is nog geen versie vastgelegd."
    assert scherm.zinnen() == ["Leg een versie vast; wat er daarna verandert, staat dan hier."]
    assert scherm.knop_vast.isEnabled()
    assert not scherm.knop_open.isEnabled()


def test_what_changed_since_the_last_version_is_read_in_sentences(
    qtbot: QtBot, scherm: AgendaVersies, bron: _Bron
) -> None:
    bron.stand = Versiestand(versies=[_versie("A", Versiestaat.CONCEPT)], nu=NU)
    scherm.reload()
    assert scherm.zinnen() == ["Nieuw: 1 ‘Brug’.", "3 ‘Oever’ heet nu ‘Oevers’."]
    scherm.vanzelf.click()
    assert "‘Haven’ was 1 en is nu 2." in scherm.zinnen()
    scherm.verschillen.setCurrentRow(0)
    with qtbot.waitSignal(scherm.gekozen) as gekozen:
        druk(scherm.verschillen, Qt.Key.Key_Return)
    assert gekozen.args == ["brug"]


def test_two_versions_are_compared_and_equal_ones_say_so(scherm: AgendaVersies, bron: _Bron) -> None:
    bron.stand = Versiestand(
        versies=[_versie("A", Versiestaat.CONCEPT), _versie("B", Versiestaat.VASTGESTELD, NU)], nu=NU
    )
    scherm.reload()
    assert scherm.kop.text() == "Agenda B is vastgesteld op 20-2-2026."
    assert scherm.zinnen() == ["Er is niets veranderd."]
    scherm.van.setCurrentIndex(scherm.van.findData("A"))
    scherm.naar.setCurrentIndex(scherm.naar.findData("B"))
    assert scherm.zinnen()[0] == "Nieuw: 1 ‘Brug’."
    scherm.reload()
    assert (scherm.van.currentData(), scherm.naar.currentData()) == ("A", "B")


def test_the_gate_names_what_is_not_agreed_and_opens_when_it_is_held_over(
    qtbot: QtBot, scherm: AgendaVersies, bron: _Bron
) -> None:
    bron.stand = Versiestand(versies=(), nu=NU, niet_akkoord=["1 ‘Brug’"])
    scherm.reload()
    akkoord = "Kies in de agenda wat het wel is, en dan ‘Formeel akkoord’."
    assert scherm.poort.text() == f"Nog niet formeel akkoord: 1 ‘Brug’. {akkoord}"
    assert not scherm.knop_stel.isEnabled()
    scherm.houd_aan.click()
    with qtbot.waitSignal(scherm.vaststellen) as gevraagd:
        scherm.knop_stel.click()
    assert gevraagd.args == [True]
    bron.stand = Versiestand(versies=(), nu=NU, niet_akkoord=[f"{nr} ‘Punt’" for nr in range(len(NU))])
    scherm.reload()
    assert scherm.poort.text() == f"Nog geen enkel punt is formeel akkoord. {akkoord}"
    bron.stand = Versiestand(versies=[_versie("A", Versiestaat.HEROPEND)], nu=NU)
    scherm.reload()
    assert scherm.kop.text().startswith("Agenda A is heropend")
    assert not scherm.poort.isVisible()
    with qtbot.waitSignal(scherm.vaststellen) as gevraagd:
        scherm.knop_stel.click()
    assert gevraagd.args == [False]


def test_versions_are_frozen_and_opened_again_by_a_button(qtbot: QtBot, scherm: AgendaVersies, bron: _Bron) -> None:
    bron.stand = Versiestand(versies=[_versie("A", Versiestaat.VASTGESTELD)], nu=NU)
    scherm.reload()
    with qtbot.waitSignals([scherm.vastleggen, scherm.heropenen]):
        scherm.knop_vast.click()
        scherm.knop_open.click()
    assert naamloos(scherm) == []
    assert scherm.minimumSizeHint().width() <= 640
    assert scherm.minimumSizeHint().height() <= 360


def test_all_that_speaks_against_approval_is_read_in_a_low_window(
    qtbot: QtBot, scherm: AgendaVersies, bron: _Bron
) -> None:
    veel = [f"{nr} ‘Een agendapunt dat nog niet akkoord is’" for nr in range(1, 25)]
    bron.stand = Versiestand(versies=[_versie("A", Versiestaat.CONCEPT)], nu=NU, niet_akkoord=veel, adviezen=veel)
    scherm.reload()
    scherm.resize(420, 240)

    def heel() -> bool:
        return all(vak.height() >= vak.heightForWidth(vak.width()) for vak in (scherm.poort, scherm.adviezen))

    qtbot.waitUntil(heel)
    assert scherm.height() == 240
    assert scherm.verschillen.height() >= 4 * scherm.fontMetrics().height()
    assert scherm.knop_vast.visibleRegion().boundingRect().size() == scherm.knop_vast.size()
