"""A protected werkmap asks its passphrase, is locked by key or by itself, and opens again where one was."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from shutil import copytree
from typing import TypeVar

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.bundelbouwers import GOEDKOOP
from tests.desktop.geduld import GEDULD
from tests.desktop.venster import druk, open_venster
from tests.verpakt import Verpakt
from tk_desktop.base.errors import Onderbroken
from tk_desktop.desktop.bundels.papierblad import Papierblad
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.herstart import VensterStartNiet, heropen
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.desktop.shell.main_window import Venster
from tk_desktop.desktop.shell.slotbediening import STIL, Slotbediening
from tk_desktop.desktop.shell.wachtwoordvraag import NieuwWachtwoord, Wachtwoordvraag
from tk_desktop.exchange import sleutels
from tk_desktop.exchange.bescherming import protect_werkmap, unlock_werkmap
from tk_desktop.store.kluis import is_beschermd

T = TypeVar("T")
V = TypeVar("V", NieuwWachtwoord, Wachtwoordvraag, Papierblad)
NU = datetime(2026, 3, 4, 9, 0)
GOED, BETER = "vier woorden achter elkaar", "vijf heel andere woorden nu"


@pytest.fixture(autouse=True)
def _goedkoop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sleutels, "Kosten", lambda **_: GOEDKOOP)


@pytest.fixture
def werkmap(tmp_path: Path, verpakt: Verpakt) -> Path:
    return Path(copytree(verpakt.werkmap, tmp_path / "werkmap"))


def _bij(soort: type[T], doe: Callable[[T], None]) -> None:
    """Do this as soon as such a dialog stands on the screen."""

    def nu() -> None:
        vraag = QApplication.activeModalWidget()
        if isinstance(vraag, soort):
            doe(vraag)
        else:
            QTimer.singleShot(20, nu)

    QTimer.singleShot(0, nu)


def _vraag(bediening: Bediening, soort: type[V]) -> V:
    """The dialog of that kind over the window."""
    (vraag,) = bediening.venster.findChildren(soort)
    return vraag


def _vul_in(vraag: Wachtwoordvraag, wachtwoord: str) -> None:
    vraag.veld.setText(wachtwoord)
    druk("Return", vraag.veld)


def test_a_protected_werkmap_opens_with_its_passphrase_after_a_wrong_one_was_told(qtbot: QtBot, werkmap: Path) -> None:
    protect_werkmap(werkmap, GOED, kosten=GOEDKOOP)
    gemeld = []

    def eerst_mis(vraag: Wachtwoordvraag) -> None:
        _vul_in(vraag, BETER)
        qtbot.waitUntil(lambda: bool(vraag.melding.text()) and vraag.veld.isEnabled(), timeout=GEDULD)
        gemeld.append(vraag.melding.text())
        _vul_in(vraag, GOED)

    _bij(Wachtwoordvraag, eerst_mis)
    with open_venster(qtbot, werkmap) as bediening:
        assert bediening.sessie.store.beschermd
    assert "niet het wachtwoord" in gemeld[0]


def test_who_forgot_the_passphrase_opens_with_the_sheet_and_chooses_another(qtbot: QtBot, werkmap: Path) -> None:
    protect_werkmap(werkmap, GOED, kosten=GOEDKOOP)
    _bij(Wachtwoordvraag, lambda vraag: _vul_in(vraag, GOED))
    with open_venster(qtbot, werkmap) as bediening:
        bediening.opdrachten.acties["werkmap.herstelblad"].trigger()
        blad = _vraag(bediening, Papierblad)
        teksten = [een.text() for een in blad.findChildren(QLabel) if "<b>" in een.text()]
        woorden = [een.split("<b>")[1].split("</b>")[0] for een in teksten]
        blad.velden[0].setText(woorden[6])
        assert not blad.doe.isEnabled()
        blad.velden[1].setText(woorden[18])
        druk("Return", blad.velden[1])
        assert "herstelblad opent" in bediening.venster.toast.tekst

    hints = []

    def met_woorden(vraag: Wachtwoordvraag) -> None:
        hints.append([een.text() for een in vraag.findChildren(QLabel) if "herstelblad" in een.text()])
        _vul_in(vraag, " ".join(woorden))

    _bij(Wachtwoordvraag, met_woorden)
    with open_venster(qtbot, werkmap) as bediening:
        assert bediening.sessie.store.beschermd
        bediening.opdrachten.acties["werkmap.wachtwoord"].trigger()
        vraag = _vraag(bediening, NieuwWachtwoord)
        assert vraag.oud is not None
        vraag.oud.setText(" ".join(woorden))
        vraag.nieuw.setText(BETER)
        vraag.weer.setText(BETER)
        druk("Return", vraag.weer)
        qtbot.waitUntil(lambda: "nieuwe wachtwoord" in bediening.venster.toast.tekst, timeout=GEDULD)
    assert len(hints[0]) == 1
    assert unlock_werkmap(werkmap, BETER, nu=NU).past_op(werkmap)


def test_who_gives_no_passphrase_leaves_the_werkmap_shut(qtbot: QtBot, werkmap: Path) -> None:
    protect_werkmap(werkmap, GOED, kosten=GOEDKOOP)
    _bij(Wachtwoordvraag, lambda vraag: vraag.reject())

    with pytest.raises(Onderbroken), open_venster(qtbot, werkmap):
        pass


def test_a_werkmap_gets_a_passphrase_another_and_none_from_the_menu(qtbot: QtBot, werkmap: Path) -> None:
    gestart = []

    def start(map_: Path) -> bool:
        gestart.append(map_)
        return True

    with open_venster(qtbot, werkmap) as bediening:
        bediening.opdrachten.acties["werkmap.beschermen"].trigger()
        vraag = _vraag(bediening, NieuwWachtwoord)
        vraag.nieuw.setText(GOED)
        assert "nog een keer" in vraag.stand.text()
        vraag.weer.setText(GOED)
        druk("Return", vraag.weer)
        daarna = bediening.venster.daarna
    assert daarna is not None
    heropen(werkmap, daarna, start)
    assert (is_beschermd(werkmap), gestart) == (True, [werkmap])

    with open_venster(qtbot, werkmap, unlock_werkmap(werkmap, GOED, nu=NU)) as bediening:
        bediening.opdrachten.acties["werkmap.wachtwoord"].trigger()
        vraag = _vraag(bediening, NieuwWachtwoord)
        assert vraag.oud is not None
        vraag.oud.setText(GOED)
        vraag.nieuw.setText(BETER)
        vraag.weer.setText(BETER)
        druk("Return", vraag.weer)
        qtbot.waitUntil(lambda: "nieuwe wachtwoord" in bediening.venster.toast.tekst, timeout=GEDULD)

    with open_venster(qtbot, werkmap, unlock_werkmap(werkmap, BETER, nu=NU)) as bediening:
        bediening.opdrachten.acties["werkmap.ontschermen"].trigger()
        _vul_in(_vraag(bediening, Wachtwoordvraag), BETER)
        qtbot.waitUntil(lambda: bediening.venster.daarna is not None, timeout=GEDULD)
        daarna = bediening.venster.daarna
    assert daarna is not None
    heropen(werkmap, daarna, start)
    assert not is_beschermd(werkmap)


def test_a_locked_window_comes_back_where_one_was(qtbot: QtBot, werkmap: Path) -> None:
    kluis = protect_werkmap(werkmap, GOED, kosten=GOEDKOOP)
    with open_venster(qtbot, werkmap, kluis) as bediening:
        bediening.opdrachten.acties["beeld.2"].trigger()
        plek = bediening.adres
        bediening.opdrachten.acties["werkmap.vergrendelen"].trigger()
        assert not bediening.venster.isVisible()
        assert bediening.venster.daarna is not None

    with open_venster(qtbot, werkmap, kluis) as bediening:
        assert bediening.adres == plek


def test_a_program_that_cannot_start_anew_says_so(werkmap: Path) -> None:
    with pytest.raises(VensterStartNiet):
        heropen(werkmap, lambda _: None, lambda _: False)


class Klok:
    """A clock that this test sets."""

    def __init__(self) -> None:
        self.nu = datetime(2026, 3, 4, 9, 0)

    def __call__(self) -> datetime:
        return self.nu


@pytest.fixture
def beschermd(qtbot: QtBot, werkmap: Path) -> Iterator[tuple[Slotbediening, Klok, Venster]]:
    kluis = protect_werkmap(werkmap, GOED, kosten=GOEDKOOP)
    with open_venster(qtbot, werkmap, kluis) as bediening:
        klok = Klok()
        slot = Slotbediening(bediening.venster, bediening.sessie, bediening.sleutels.geef, nu=klok)
        bediening.venster.show()
        yield slot, klok, bediening.venster


def test_a_window_where_nobody_works_locks_itself(qtbot: QtBot, beschermd: tuple[Slotbediening, Klok, Venster]) -> None:
    slot, klok, venster = beschermd
    klok.nu += STIL - timedelta(seconds=1)
    druk("X", venster)
    klok.nu += STIL - timedelta(seconds=1)
    slot.kijk()
    assert venster.isVisible()

    klok.nu += timedelta(seconds=1)
    slot.kijk()

    assert not venster.isVisible()
    assert venster.daarna is not None


def test_a_werkmap_without_a_passphrase_is_not_locked(qtbot: QtBot, werkmap: Path) -> None:
    with open_venster(qtbot, werkmap) as bediening:
        bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN))
        bediening.opdrachten.acties["werkmap.vergrendelen"].trigger()
        assert bediening.venster.daarna is None
        assert "nog geen wachtwoord" in bediening.venster.toast.tekst
