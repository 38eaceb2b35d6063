"""Geheimhouding in the window: imposed on what is chosen, ratified, put on the next agenda, lifted, and undone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.venster import toon_venster
from tests.verpakt import paginateksten, pak
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.foutmelding import Meldbalk
from tk_desktop.desktop.session.buitenprogramma import open_paper_outside
from tk_desktop.desktop.session.inzage import kopiemaker
from tk_desktop.desktop.sets.set_keuze import Setkeuze
from tk_desktop.desktop.sets.set_werk import make_set
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.desktop.sitting.geheim_vak import Geheimvak
from tk_desktop.desktop.sitting.geheim_vraag import Geheimvraag
from tk_desktop.domain.geheimhouding import Geheimstap, Inzagewijze
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.meeting.vergaderingen import add_vergadering
from tk_desktop.minutes.geheimhouding import impose_geheimhouding, log_inzage
from tk_desktop.pack.bekijken_als import Lezer
from tk_desktop.pack.uitgeven import record_uitgave

PUNT = "punt-projectplan"


@pytest.fixture
def bediening(qtbot: QtBot, werkmap: Path) -> Iterator[Bediening]:
    with toon_venster(qtbot, werkmap) as geopend:
        id_ = geopend.sessie.store.vergaderingen.all()[0].id
        geopend.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=id_, punt=PUNT))
        yield geopend
        for venster in QApplication.topLevelWidgets():
            if isinstance(venster, QWidget) and venster is not geopend.venster and venster.isVisible():
                venster.close()


def _geef(bediening: Bediening, opdracht: str) -> None:
    bediening.opdrachten.acties[opdracht].trigger()


def _vak(bediening: Bediening) -> Geheimvak:
    _geef(bediening, "geheim.register")
    return next(een for een in QApplication.allWidgets() if isinstance(een, Geheimvak) and een.isVisible())


def _opgelegd(bediening: Bediening) -> str:
    store = bediening.sessie.store
    stuk = store.opname(store.vergaderingen.all()[0].id).stukken_bij(store.agendapunten.get(PUNT))[0]
    gremium = store.vergaderingen.all()[0].gremium_id
    geheim = impose_geheimhouding(
        store,
        gremium,
        "Onderhandeling",
        grond="economisch",
        orgaan="het bestuur",
        op=date(2026, 3, 4),
        stukken=[stuk.id],
    )
    return geheim.id


def test_it_is_imposed_on_the_item_that_is_chosen_and_undone(bediening: Bediening) -> None:
    store = bediening.sessie.store
    _geef(bediening, "geheim.opleggen")
    vraag = QApplication.activeModalWidget()
    assert isinstance(vraag, Geheimvraag)
    vergadering = store.vergaderingen.all()[0]
    assert vraag.onderwerp.text() == store.agendapunten.get(PUNT).titel
    assert vraag.orgaan.currentText() == "de bestuurscommissie Gezond Opgroeien"
    assert vraag.op.datum == vergadering.datum
    assert vraag.grond.currentData() == ""
    assert not vraag.knop.isEnabled()
    assert vraag.mist.text() == "Kies of vul nog in: de grond."
    vraag.grond.setCurrentIndex(1)
    vraag.knop.click()
    (geheim,) = store.geheimhoudingen.all()
    assert geheim.agendapunten == (PUNT,)
    assert store.agendapunten.get(PUNT).besloten
    _geef(bediening, "bewerken.ongedaan")
    assert store.geheimhoudingen.all() == ()
    assert not store.agendapunten.get(PUNT).besloten


def test_one_duty_rests_on_several_papers(bediening: Bediening) -> None:
    store = bediening.sessie.store
    _geef(bediening, "geheim.opleggen")
    vraag = QApplication.activeModalWidget()
    assert isinstance(vraag, Geheimvraag)
    vraag.kies("stuk:stuk-2a", "stuk:stuk-2a-bijlage-1")
    assert vraag.onderwerp.text() == store.stukken.get("stuk-2a").titel
    vraag.grond.setCurrentIndex(1)
    vraag.knop.click()
    (geheim,) = store.geheimhoudingen.all()
    assert (geheim.agendapunten, set(geheim.stukken)) == ((), {"stuk-2a", "stuk-2a-bijlage-1"})
    assert not store.agendapunten.get(PUNT).besloten


def test_the_register_tells_the_ground_the_steps_and_who_looked(bediening: Bediening) -> None:
    id_ = _opgelegd(bediening)
    store = bediening.sessie.store
    stuk = store.geheimhoudingen.get(id_).stukken[0]
    vergadering = store.stukken.get(stuk).vergadering_id
    log_inzage(store, nu=bediening.sessie.nu(), wie="Roos", vergadering_id=vergadering, papier=stuk, versie="0" * 64)
    uitleg = _vak(bediening).uitleg.text()
    assert "economische of financiële belangen (artikel 5.1" in uitleg
    assert "Opgelegd door het bestuur op 4-3-2026" in uitleg
    assert "Ingezien: Roos (" in uitleg


def test_it_is_ratified_and_lifted_and_what_opens_is_told(bediening: Bediening) -> None:
    id_ = _opgelegd(bediening)
    store = bediening.sessie.store
    vak = _vak(bediening)
    assert vak.orgaan.currentText() == "het bestuur"
    vak.knop_bekrachtig.click()
    assert store.geheimhoudingen.get(id_).is_bekrachtigd
    assert not vak.knop_bekrachtig.isEnabled()
    vak.knop_op.click()
    geheim = store.geheimhoudingen.get(id_)
    assert [een.stap for een in geheim.gebeurtenissen] == list(Geheimstap)
    assert "Openbaar zijn nu" in bediening.venster.toast.tekst
    assert not vak.knop_op.isEnabled()
    _geef(bediening, "bewerken.ongedaan")
    assert not store.geheimhoudingen.get(id_).is_opgeheven


def test_a_step_that_is_refused_is_told_in_the_window_of_the_register(bediening: Bediening) -> None:
    id_ = _opgelegd(bediening)
    vak = _vak(bediening)
    (balk,) = vak.window().findChildren(Meldbalk)
    vak.op.toon(date(2026, 3, 1))
    vak.knop_op.click()
    assert not bediening.sessie.store.geheimhoudingen.get(id_).is_opgeheven
    assert balk.isVisible()
    assert balk.tekst == bediening.sessie.balk.tekst != ""
    vak.op.toon(date(2026, 3, 5))
    vak.knop_op.click()
    assert bediening.sessie.store.geheimhoudingen.get(id_).is_opgeheven
    assert balk.tekst == ""


def test_lifting_goes_on_the_next_agenda_behind_closed_doors(bediening: Bediening) -> None:
    id_ = _opgelegd(bediening)
    store = bediening.sessie.store
    vak = _vak(bediening)
    vak.knop_agenda.click()
    assert "geen volgende vergadering" in bediening.venster.toast.tekst
    morgen = date.today() + timedelta(days=1)
    volgende = add_vergadering(store, store.geheimhoudingen.get(id_).gremium_id, morgen)
    vak.knop_agenda.click()
    agenda = store.opname(volgende.id).agendapunten
    assert [punt.titel for punt in agenda if punt.besloten] == ["Opheffen geheimhouding: Onderhandeling"]
    assert bediening.adres.vergadering != volgende.id
    vak.knop_agenda.click()
    assert store.opname(volgende.id).agendapunten == agenda
    assert bediening.adres.punt == next(punt.id for punt in agenda if punt.besloten)
    assert not vak.window().isVisible()


def test_a_day_on_which_lifting_is_proposed_is_kept(bediening: Bediening) -> None:
    id_ = _opgelegd(bediening)
    vak = _vak(bediening)
    vak.einde.toon(date(2026, 4, 1))
    vak.einde.klaar.emit()
    assert bediening.sessie.store.geheimhoudingen.get(id_).einddatum == date(2026, 4, 1)
    item = vak.lijst.item(0)
    assert item is not None
    assert "opheffing voorstellen" in item.text()


def test_an_empty_register_says_how_to_begin(bediening: Bediening) -> None:
    vak = _vak(bediening)
    assert "geen geheimhouding" in vak.leeg.text()
    assert not vak.knop_op.isEnabled()
    assert vak.minimumSizeHint().height() <= 360


def test_who_reads_a_secret_paper_is_written_down_once_and_an_open_one_is_not(bediening: Bediening) -> None:
    id_ = _opgelegd(bediening)
    store = bediening.sessie.store
    stuk = store.geheimhoudingen.get(id_).stukken[0]
    vergadering = store.stukken.get(stuk).vergadering_id
    open_ = next(
        een for een in store.opname(vergadering).stukken if not store.opname(vergadering).stuk_is_besloten(een)
    )
    for papier in (stuk, open_.id, stuk):
        bediening.ga_naar(Adres(scherm=Scherm.LEZEN, vergadering=vergadering, stuk=papier))
    assert [een.papier for een in store.inzagen.all()] == [stuk]
    assert store.inzagen.breuk() is None


def test_lifting_names_the_sets_that_were_sent_and_makes_them_again(
    bediening: Bediening, tmp_path: Path, qtbot: QtBot
) -> None:
    id_ = _opgelegd(bediening)
    store = bediening.sessie.store
    vergadering = store.vergaderingen.all()[0].id
    gepakt = pak(store, vergadering, tmp_path / "leden.pdf")
    record_uitgave(store, vergadering, gepakt.gemaakt, "0" * 64)
    uit = tmp_path / "uit"
    uit.mkdir()
    bediening.geheim.opheffer.kies = lambda *_: uit
    vak = _vak(bediening)
    vak.lijst.setCurrentRow(0)
    vak.knop_op.click()
    assert store.geheimhoudingen.get(id_).is_opgeheven
    assert "Niet meer actueel: de set voor de leden van BC GO 4-6-2026." in bediening.sessie.balk.tekst
    bediening.sessie.balk.knoppen[0].click()
    qtbot.waitUntil(lambda: "vergaderset leden" in bediening.venster.toast.tekst, timeout=60_000)
    assert [pad.name for pad in uit.iterdir()] == ["BC GO 2026-06-04 vergaderset leden.pdf"]


def test_a_copy_of_what_is_secret_is_written_down_and_bears_its_number(bediening: Bediening, tmp_path: Path) -> None:
    store = bediening.sessie.store
    vergadering = store.vergaderingen.all()[0].id
    maker = kopiemaker(bediening.sessie)
    assert maker is not None
    doel = tmp_path / "leden.pdf"
    make_set(store, vergadering, Setkeuze(), doel, Progress(), maker=maker("set voor de leden"))
    log = store.inzagen.all()
    assert {(een.wat, een.exemplaar, een.reden) for een in log} == {(Inzagewijze.BESTAND, 1, "set voor de leden")}
    opname = store.opname(vergadering)
    assert {een.papier for een in log} == {een.id for een in opname.stukken if opname.stuk_is_besloten(een)}
    gemerkt = [pagina for pagina in paginateksten(doel) if "Exemplaar 1 · " in pagina]
    assert gemerkt
    assert all(" 1A" in pagina for pagina in gemerkt)
    openbaar = Setkeuze(lezer=Lezer(Doelgroep.OPENBAAR))
    make_set(store, vergadering, openbaar, tmp_path / "open.pdf", Progress(), maker=maker("openbare set"))
    assert store.inzagen.all() == log


def test_opening_a_secret_paper_in_another_program_is_written_down(
    bediening: Bediening, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = bediening.sessie.store
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: True)
    stuk = next(een for een in store.opname(store.vergaderingen.all()[0].id).versies)
    open_paper_outside(bediening.sessie, stuk)
    assert store.inzagen.all() == ()
    store.stukken.save(replace(store.stukken.get(stuk), besloten=True))
    open_paper_outside(bediening.sessie, stuk)
    assert [(een.papier, een.wat) for een in store.inzagen.all()] == [(stuk, Inzagewijze.BUITEN)]
