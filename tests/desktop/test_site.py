"""The site from the window: put a meeting on it, bring it up to date, and take it off with a reason."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.desktop.venster import toon_venster
from tests.extranet.conftest import laat_staan
from tests.programmebouwers import maak_programma
from tk_desktop.desktop.parts.reden import RedenVraag
from tk_desktop.desktop.planning.sitevak import Sitevak
from tk_desktop.desktop.session.terugregel import Terugregel
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.pack.controleren import withdraw_acceptance
from tk_desktop.pack.uitgeven import on_site
from tk_desktop.store.werkmap import Store


@pytest.fixture
def bediening(qtbot: QtBot, werkmap: Path, tmp_path: Path) -> Iterator[Bediening]:
    with Store.open(werkmap) as store:
        (vergadering,) = store.vergaderingen.all()
        laat_staan(store, vergadering.id)
    with toon_venster(qtbot, werkmap) as open_:
        open_.sessie.voorkeuren.naam = "Roos van Dalen"
        open_.plan.site.kies = lambda *_: tmp_path / "site"
        open_.plan.site.toon()
        yield open_


def het_vak(bediening: Bediening) -> Sitevak:
    (vak,) = bediening.venster.findChildren(Sitevak)
    return vak


def zet(vak: Sitevak, staat: Qt.CheckState) -> None:
    vak.lijst.item(0).setCheckState(staat)


def schrijf(qtbot: QtBot, bediening: Bediening) -> str:
    """Press the button, and return what is told when the site is written."""
    with qtbot.waitSignal(bediening.sessie.gemeld, timeout=60_000) as gemeld:
        het_vak(bediening).knop.click()
    return str(gemeld.args[0])


def test_a_meeting_that_is_ticked_stands_on_the_site_under_the_name_of_who_works_here(
    qtbot: QtBot, bediening: Bediening, tmp_path: Path
) -> None:
    vak = het_vak(bediening)
    assert not vak.knop.isEnabled(), "there is no folder yet"
    vak.andere.click()
    zet(vak, Qt.CheckState.Checked)
    assert schrijf(qtbot, bediening).startswith("De site is bijgewerkt: ")
    assert (tmp_path / "site" / "index.html").is_file()
    (uitgave,) = on_site(bediening.sessie.store, Doelgroep.OPENBAAR).values()
    assert uitgave.door == "Roos van Dalen"
    assert het_vak(bediening).toon.isEnabled()
    assert schrijf(qtbot, bediening) == "De site was al bij."
    (regel,) = het_vak(bediening).window().findChildren(Terugregel)
    assert regel.tekst == "De site was al bij."
    (tmp_path / "site" / "index.html").write_bytes(b"half")
    with qtbot.waitSignal(bediening.sessie.balk.gezegd, timeout=60_000):
        het_vak(bediening).knop.click()
    assert "Haal het weg, dan komt het opnieuw" in bediening.sessie.balk.tekst
    assert regel.tekst == "", "what is refused is not told as done"
    (tmp_path / "site" / "index.html").unlink()
    assert schrijf(qtbot, bediening) == "De site is bijgewerkt: 1 bestand geschreven."
    bediening.sessie.maak_ongedaan()
    assert on_site(bediening.sessie.store, Doelgroep.OPENBAAR), "what stands on the site does not leave the log"


def test_a_meeting_that_is_unticked_goes_off_with_a_reason_and_stays_when_none_is_given(
    qtbot: QtBot, bediening: Bediening, tmp_path: Path
) -> None:
    vak = het_vak(bediening)
    vak.andere.click()
    zet(vak, Qt.CheckState.Checked)
    schrijf(qtbot, bediening)
    zet(vak, Qt.CheckState.Unchecked)
    vak.knop.click()
    (vraag,) = bediening.venster.findChildren(RedenVraag)
    vraag.reject()
    assert vak.lijst.item(0).checkState() is Qt.CheckState.Checked
    qtbot.waitUntil(lambda: not bediening.venster.findChildren(RedenVraag))
    zet(vak, Qt.CheckState.Unchecked)
    vak.knop.click()
    (vraag,) = bediening.venster.findChildren(RedenVraag)
    vraag.reden.setText("Een naam stond erin")
    with qtbot.waitSignal(bediening.sessie.gemeld, timeout=60_000):
        vraag._doe.click()
    assert not on_site(bediening.sessie.store, Doelgroep.OPENBAAR)
    assert not list((tmp_path / "site").glob("2026*"))


def test_a_folder_of_somebody_else_is_refused_with_the_reason(
    qtbot: QtBot, bediening: Bediening, tmp_path: Path
) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "begroting.xlsx").write_text("van iemand anders")
    vak = het_vak(bediening)
    vak.andere.click()
    zet(vak, Qt.CheckState.Checked)
    vak.knop.click()
    balk = bediening.sessie.balk
    qtbot.waitUntil(lambda: "TK-E51" in balk.tekst, timeout=30_000)
    assert not on_site(bediening.sessie.store, Doelgroep.OPENBAAR)


def test_the_report_of_a_programme_is_ticked_as_a_meeting_is(
    qtbot: QtBot, bediening: Bediening, tmp_path: Path
) -> None:
    vak, publicaties = het_vak(bediening), bediening.sessie.store.programma.publicaties
    bediening.sessie.doe("Programma", lambda: maak_programma(bediening.sessie.store))
    rijen = [vak.lijst.item(rang).text() for rang in range(vak.lijst.count())]
    assert rijen[-2:] == ["Rapportage Waterkant Gezond, 2026-1", "Rapportage Waterkant Gezond, 2025-2"]
    vak.andere.click()
    vak.lijst.item(len(rijen) - 2).setCheckState(Qt.CheckState.Checked)
    schrijf(qtbot, bediening)
    assert (tmp_path / "site" / "programmas.html").is_file()
    assert [(een.periode, een.door) for een in publicaties.all()] == [("2026-1", "Roos van Dalen")]
    vak.lijst.item(len(rijen) - 2).setCheckState(Qt.CheckState.Unchecked)
    vak.knop.click()
    (vraag,) = bediening.venster.findChildren(RedenVraag)
    vraag.reden.setText("Een bedrag was fout")
    with qtbot.waitSignal(bediening.sessie.gemeld, timeout=60_000):
        vraag._doe.click()
    assert [een.reden for een in publicaties.all()] == ["Een bedrag was fout"]


def test_personal_data_of_which_nobody_decided_stop_a_site_and_not_a_meeting_that_goes_off_it(
    qtbot: QtBot, bediening: Bediening, tmp_path: Path
) -> None:
    vak, store = het_vak(bediening), bediening.sessie.store
    vak.andere.click()
    zet(vak, Qt.CheckState.Checked)
    schrijf(qtbot, bediening)
    (vergadering,) = store.vergaderingen.all()
    withdraw_acceptance(store, store.opname(vergadering.id).aanvaard[0].id, bediening.sessie.nu())
    vak.knop.click()
    qtbot.waitUntil(lambda: "TK-E58" in bediening.sessie.balk.tekst, timeout=30_000)
    zet(vak, Qt.CheckState.Unchecked)
    vak.knop.click()
    (vraag,) = bediening.venster.findChildren(RedenVraag)
    vraag.reden.setText("Een telefoonnummer stond erin")
    with qtbot.waitSignal(bediening.sessie.gemeld, timeout=60_000):
        vraag._doe.click()
    assert not list((tmp_path / "site").glob("2026*"))


def test_every_group_of_readers_has_a_folder_of_its_own_that_is_remembered(
    qtbot: QtBot, bediening: Bediening, tmp_path: Path
) -> None:
    vak = het_vak(bediening)
    vak.andere.click()
    schrijf(qtbot, bediening)
    vak.lezers.setCurrentIndex(1)
    assert vak.map.text() == ""
    vak.lezers.setCurrentIndex(0)
    assert vak.map.text() == str(tmp_path / "site")
