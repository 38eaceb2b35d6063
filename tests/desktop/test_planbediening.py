"""Planning and preparing from the window: every change is stored, shown and undone."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.bouwers import een_agendapunt
from tests.desktop.hulp_formulier import druk, naamloos
from tk_desktop.desktop.agenda.agendaversies import AgendaVersies
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.foutmelding import Meldbalk
from tk_desktop.desktop.parts.palet import Kieslijst
from tk_desktop.desktop.planning.gremiumgegevens import Gremiumgegevens
from tk_desktop.desktop.planning.kalenderscherm import Kalenderscherm
from tk_desktop.desktop.planning.leden import LedenLijst
from tk_desktop.desktop.planning.nieuwe_vergadering import NieuweVergadering
from tk_desktop.desktop.planning.planbediening import Planbediening
from tk_desktop.desktop.planning.vergadergegevens import Vergadergegevens
from tk_desktop.desktop.session.jobs import Jobs
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.session.voorkeuren import Voorkeuren
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.vergadering import Status
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.meeting.agendapunten import rename_punt, set_besloten
from tk_desktop.meeting.agendaversies import set_akkoord
from tk_desktop.meeting.kalenderinname import Kalenderlot
from tk_desktop.meeting.leden import leden_van, report_absence
from tk_desktop.store.werkmap import Store

VANDAAG = date(2026, 5, 1)
Typen = Callable[[QWidget, str], None]
W = TypeVar("W", bound=QWidget)


class Opstelling:
    """Planning in a session, beside a bare window."""

    def __init__(self, sessie: Sessie, vergadering_id: str) -> None:
        self.sessie = sessie
        self.store = sessie.store
        self.id = vergadering_id
        self.venster = QWidget()
        self.venster.resize(900, 600)
        self.punt = self.opname().agendapunten[1].id
        sessie.nu = lambda: datetime(2026, 5, 1, 9, 30).astimezone()
        self.plan = Planbediening(sessie, self.opname, self.venster, lambda: VANDAAG)
        sessie.veranderd.connect(self.plan.kalender.reload)
        self.gegaan: list[Adres] = []
        self.gemeld: list[str] = []
        self.plan.gekozen.connect(self.gegaan.append)
        sessie.gemeld.connect(self._meld)

    def opname(self) -> Momentopname:
        return self.store.opname(self.id)

    def geef(self, opdracht: str) -> None:
        {**self.plan.opdrachten(), **self.plan.bij_vergadering()}[opdracht]()

    def scherm(self, soort: type[W]) -> W:
        return [blad for blad in self.venster.findChildren(soort) if blad.isVisible()][-1]

    def _meld(self, tekst: str, _: bool) -> None:
        self.gemeld.append(tekst)


@pytest.fixture
def zaken(qtbot: QtBot, store: Store, jobs: Jobs, vergadering_id: str) -> Iterator[Opstelling]:
    balk = Meldbalk()
    opstelling = Opstelling(Sessie(store, jobs, balk, Voorkeuren(store.map)), vergadering_id)
    for blad in (balk, opstelling.venster, opstelling.plan.jaar.blad):
        qtbot.addWidget(blad)
    opstelling.venster.show()
    yield opstelling
    jobs.sluit()


def _plan_juli(zaken: Opstelling, type_text: Typen) -> None:
    zaken.geef("vergadering.nieuw")
    vraag = zaken.scherm(NieuweVergadering)
    type_text(vraag.datum.regel, "2-7-2026")
    druk(vraag.datum.regel, Qt.Key.Key_Return)


def test_three_keys_and_a_date_make_the_next_meeting_which_opens(zaken: Opstelling, type_text: Typen) -> None:
    _plan_juli(zaken, type_text)
    nieuw = zaken.store.vergaderingen.all()[-1]
    assert nieuw.datum == date(2026, 7, 2)
    assert [adres.vergadering for adres in zaken.gegaan] == [nieuw.id]
    assert zaken.gemeld[-1] == (
        "Vergadering gemaakt. De tekst van de uitnodiging komt uit die van 4 juni 2026; "
        "wat alleen over toen ging, bleef weg. Lees haar na."
    )
    zaken.sessie.maak_ongedaan()
    assert len(zaken.store.vergaderingen.all()) == 1


def test_the_year_shows_what_was_planned(zaken: Opstelling, type_text: Typen) -> None:
    zaken.geef("vergadering.kalender")
    assert zaken.gegaan == [Adres(scherm=Scherm.KALENDER)]
    _plan_juli(zaken, type_text)
    model = zaken.plan.kalender.lijst.model()
    assert [model.index(rij, 0).data() for rij in range(model.rowCount())] == ["Juni", "Juli"]


def test_the_calendar_opens_at_the_year_of_the_open_meeting_else_at_that_shown_last(zaken: Opstelling) -> None:
    zaken.plan.kalender.toon_jaar(2031)
    zaken.sessie.plek = lambda: str(Adres(scherm=Scherm.VERGADERINGEN, vergadering=zaken.id))
    zaken.geef("vergadering.kalender")
    assert zaken.plan.kalender.jaar == 2026
    zaken.plan.kalender.toon_jaar(2031)
    zaken.sessie.plek = lambda: str(Adres(scherm=Scherm.KALENDER))
    zaken.geef("vergadering.kalender")
    assert zaken.plan.kalender.jaar == 2031


def test_a_calendar_goes_out_and_is_recognised_when_it_comes_in(
    qtbot: QtBot, zaken: Opstelling, tmp_path: Path
) -> None:
    doel = tmp_path / "jaar.ics"
    zaken.plan.jaar.bewaar_kalender(2026, doel)
    qtbot.waitUntil(lambda: zaken.gemeld == ["‘jaar.ics’ is bewaard."], timeout=30_000)
    scherm = _toon_kalender(qtbot, zaken, doel)
    assert [een.lot for een in scherm.voorstellen] == [Kalenderlot.GELIJK]
    assert (scherm.klaar.isEnabled(), scherm.uitleg.text()) == (
        False,
        "1 afspraak: 1 al bekend. Er is nog niets bewaard.",
    )


def test_the_open_meeting_goes_out_as_one_appointment_without_its_deadlines(
    qtbot: QtBot, zaken: Opstelling, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    voorgesteld: list[str] = []

    def kies(_ouder: QWidget, _titel: str, voorstel: Path, _soort: str) -> Path:
        voorgesteld.append(voorstel.name)
        return tmp_path / "een.ics"

    monkeypatch.setattr("tk_desktop.desktop.planning.kalenderbediening.vraag_bestand", kies)
    zaken.geef("ics.een")
    qtbot.waitUntil(lambda: zaken.gemeld == ["‘een.ics’ is bewaard."], timeout=30_000)
    assert voorgesteld == [f"{zaken.opname().kort}.ics"]
    scherm = _toon_kalender(qtbot, zaken, tmp_path / "een.ics")
    assert [een.lot for een in scherm.voorstellen] == [Kalenderlot.GELIJK]
    assert (tmp_path / "een.ics").read_text(encoding="utf-8").count("BEGIN:VEVENT") == 1


def _toon_kalender(qtbot: QtBot, zaken: Opstelling, pad: Path) -> Kalenderscherm:
    zaken.plan.jaar.lees_kalender(pad)
    qtbot.waitUntil(lambda: any(blad.isVisible() for blad in zaken.venster.findChildren(Kalenderscherm)))
    return zaken.scherm(Kalenderscherm)


def test_a_year_is_looked_at_ticked_taken_in_and_undone_at_once(
    qtbot: QtBot, zaken: Opstelling, tmp_path: Path
) -> None:
    naam = zaken.store.gremia.all()[0].naam
    afspraken = "".join(
        f"BEGIN:VEVENT\nUID:kade-{maand}\nDTSTART:2027{maand:02}04T090000\nSUMMARY:{naam}\nEND:VEVENT\n"
        for maand in range(1, 13)
    )
    jaar = tmp_path / "jaar.ics"
    jaar.write_text(f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:kade\n{afspraken}END:VCALENDAR\n", encoding="utf-8")
    scherm = _toon_kalender(qtbot, zaken, jaar)
    assert len(zaken.store.vergaderingen.all()) == 1
    assert "4 afspraken met een waarschuwing" in scherm.uitleg.text()
    druk(scherm.lijst, Qt.Key.Key_F8)
    assert "Waarschuwing: Zondag 4 april 2027 valt in het weekend." in scherm.lijst.currentItem().text()
    druk(scherm.lijst, Qt.Key.Key_Space)
    assert scherm.klaar.text() == "11 vergaderingen &innemen"
    stappen: list[tuple[str, int, int]] = []
    zaken.sessie.bezig.connect(lambda *stap: stappen.append(stap))
    druk(scherm.lijst, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(zaken.gemeld) == 1)
    assert zaken.gemeld[0] == (
        "De kalender is ingenomen. Er kwamen 11 vergaderingen bij. De jaarkalender staat nu op 2027."
    )
    assert zaken.plan.kalender.jaar == 2027
    assert ("Kalender innemen", 3, 11) in stappen
    assert date(2027, 4, 4) not in [een.datum for een in zaken.store.vergaderingen.all()]
    zaken.sessie.maak_ongedaan()
    assert len(zaken.store.vergaderingen.all()) == 1


def test_a_calendar_that_is_not_wanted_after_all_changes_nothing(
    qtbot: QtBot, zaken: Opstelling, tmp_path: Path
) -> None:
    jaar = tmp_path / "jaar.ics"
    een = "BEGIN:VEVENT\nUID:k\nDTSTART:20270104T090000\nSUMMARY:BC\nEND:VEVENT\n"
    jaar.write_text(f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:kade\n{een}END:VCALENDAR\n", encoding="utf-8")
    scherm = _toon_kalender(qtbot, zaken, jaar)
    druk(scherm.lijst, Qt.Key.Key_Escape)
    assert (len(zaken.store.vergaderingen.all()), zaken.gemeld) == (1, [])


def test_a_broken_calendar_is_told_and_changes_nothing(qtbot: QtBot, zaken: Opstelling, tmp_path: Path) -> None:
    kapot = tmp_path / "kapot.ics"
    kapot.write_text("geen kalender", encoding="utf-8")
    zaken.plan.jaar.lees_kalender(kapot)
    qtbot.waitUntil(lambda: "kapot.ics" in zaken.sessie.balk.tekst, timeout=30_000)
    assert len(zaken.store.vergaderingen.all()) == 1


def test_versions_are_frozen_compared_approved_and_opened_again(zaken: Opstelling) -> None:
    zaken.geef("agenda.versies")
    scherm = zaken.scherm(AgendaVersies)
    scherm.knop_vast.click()
    zaken.sessie.doe("Titel", lambda: rename_punt(zaken.store, zaken.punt, "Andere titel"))
    assert any("heet nu ‘Andere titel’" in zin for zin in scherm.zinnen())
    scherm.verschillen.setCurrentRow(0)
    druk(scherm.verschillen, Qt.Key.Key_Return)
    assert zaken.gegaan[0].punt == zaken.punt
    scherm.knop_stel.click()
    assert scherm.kop.text().startswith("Agenda B is vastgesteld")
    scherm.knop_open.click()
    assert "is heropend" in scherm.kop.text()
    zaken.sessie.maak_ongedaan()
    assert scherm.kop.text().startswith("Agenda B is vastgesteld")


def test_the_gate_holds_items_over(zaken: Opstelling) -> None:
    set_akkoord(zaken.store, zaken.punt, False)
    zaken.geef("agenda.versies")
    scherm = zaken.scherm(AgendaVersies)
    assert not scherm.knop_stel.isEnabled()
    scherm.houd_aan.click()
    scherm.knop_stel.click()
    assert zaken.punt not in zaken.opname().nummers


def test_the_data_of_a_meeting_are_changed_and_a_refusal_shows_what_holds(zaken: Opstelling, type_text: Typen) -> None:
    zaken.geef("vergadering.eigenschappen")
    scherm = zaken.scherm(Vergadergegevens)
    scherm.einde.regel.clear()
    type_text(scherm.einde.regel, "17")
    druk(scherm.einde.regel, Qt.Key.Key_Return)
    assert zaken.opname().vergadering.einde == time(17)
    scherm.einde.regel.clear()
    type_text(scherm.einde.regel, "6")
    druk(scherm.einde.regel, Qt.Key.Key_Return)
    assert "eindigen" in zaken.sessie.balk.tekst
    assert scherm.einde.tijd == time(17)
    type_text(scherm.videolink, "https://kade.example")
    scherm.leg_vast()
    scherm.status.setCurrentIndex(scherm.status.findData("gehouden"))
    vergadering = zaken.opname().vergadering
    assert (vergadering.videolink, vergadering.status) == ("https://kade.example", Status.GEHOUDEN)
    assert naamloos(scherm) == []


def test_a_member_is_ticked_absent_and_the_substitute_is_named(zaken: Opstelling) -> None:
    eerste, tweede, *_ = leden_van(zaken.store, zaken.opname().gremium.id, zaken.opname().vergadering.datum)
    with zaken.store.transaction():
        zaken.store.leden.save(replace(tweede.lidmaatschap, vervangt=eerste.lidmaatschap.id))
    zaken.geef("vergadering.eigenschappen")
    scherm = zaken.scherm(Vergadergegevens)
    model = scherm.leden.model()
    model.setData(model.index(0, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    (afmelding,) = zaken.store.afmeldingen.van_vergadering(zaken.id)
    assert afmelding.vervanger_id == tweede.persoon.id
    assert model.index(0, 1).data() == tweede.persoon.naam
    model.setData(model.index(0, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert zaken.store.afmeldingen.all() == ()


def test_the_set_of_who_cannot_come_is_handed_over_to_the_substitute(zaken: Opstelling) -> None:
    zaken.geef("vergadering.overdragen")
    assert zaken.gemeld == ["Er is niemand afgemeld voor wie een vervanger komt."]
    eerste, tweede, *_ = leden_van(zaken.store, zaken.opname().gremium.id, zaken.opname().vergadering.datum)
    report_absence(zaken.store, zaken.id, eerste.lidmaatschap.id, vervanger_id=tweede.persoon.id)
    zaken.geef("vergadering.overdragen")
    lijst = zaken.scherm(Kieslijst)
    assert lijst.regels() == [f"{tweede.persoon.naam}, voor {eerste.naam}"]
    druk(lijst.zoek, Qt.Key.Key_Return)
    (afmelding,) = zaken.store.afmeldingen.all()
    assert afmelding.set_overgedragen
    assert zaken.gemeld[-1] == f"{tweede.persoon.naam} heeft de set van {eerste.naam}."
    zaken.geef("vergadering.eigenschappen")
    model = zaken.scherm(Vergadergegevens).leden.model()
    assert model.index(0, 1).data() == f"{tweede.persoon.naam} (heeft de set)"
    zaken.sessie.maak_ongedaan()
    assert model.index(0, 1).data() == tweede.persoon.naam


def test_members_deadlines_and_standing_items_of_the_body_are_kept(zaken: Opstelling, type_text: Typen) -> None:
    zaken.geef("gremium.leden")
    lijst = zaken.scherm(LedenLijst)
    type_text(lijst.nieuw, "Anna Wiersma")
    druk(lijst.nieuw, Qt.Key.Key_Return)
    assert lijst.isVisible()  # Enter in a field presses no button
    type_text(lijst.namens, "Sluisdam")
    druk(lijst.namens, Qt.Key.Key_Return)
    assert lijst.isVisible()
    gremium = zaken.opname().gremium
    leden = {lid.persoon.naam: lid.lidmaatschap.namens for lid in leden_van(zaken.store, gremium.id)}
    assert leden["Anna Wiersma"] == "Sluisdam"
    (gegevens,) = zaken.venster.findChildren(Gremiumgegevens)
    gegevens.dagen["dagen_sluiten"].setValue(30)
    gegevens.aan_begin.setPlainText("Welkom; 3\n\nMededelingen")
    gegevens.leg_vast()
    assert zaken.store.gremia.get(gremium.id).dagen_sluiten == 30
    punten = [(punt.titel, punt.duur, punt.aan_einde) for punt in zaken.store.standaardpunten.van_gremium(gremium.id)]
    assert punten == [("Welkom", 3, False), ("Mededelingen", None, False), ("Rondvraag en sluiting", 5, True)]
    gegevens.naam.setText(" ")
    gegevens.leg_vast()
    assert zaken.store.gremia.get(gremium.id).naam == gremium.naam


def test_what_is_typed_is_kept_when_the_window_beside_closes(zaken: Opstelling, type_text: Typen) -> None:
    zaken.geef("vergadering.eigenschappen")
    scherm = zaken.scherm(Vergadergegevens)
    scherm.gelegenheid.clear()
    type_text(scherm.gelegenheid, "Heidag")
    druk(scherm.window(), Qt.Key.Key_Escape)
    assert zaken.opname().vergadering.gelegenheid == "Heidag"
    zaken.geef("vergadering.eigenschappen")
    assert zaken.scherm(Vergadergegevens).gelegenheid.text() == "Heidag"


def test_an_agenda_goes_out_as_a_list_and_comes_in_again(qtbot: QtBot, zaken: Opstelling, tmp_path: Path) -> None:
    doel = tmp_path / "agenda.csv"
    zaken.plan.jaar.bewaar_lijst(zaken.id, Doelgroep.LEDEN, doel)
    qtbot.waitUntil(lambda: zaken.gemeld == ["‘agenda.csv’ is bewaard."], timeout=30_000)
    tekst = doel.read_text(encoding="utf-8-sig")
    doel.write_text(tekst + ";;Schaatsbaan;5;Ter bespreking;;;;\r\n", encoding="utf-8-sig", newline="")
    nummers = len(zaken.opname().nummers)
    zaken.plan.jaar.neem_lijst(doel, zaken.id)
    qtbot.waitUntil(lambda: len(zaken.gemeld) == 2, timeout=30_000)
    assert zaken.gemeld[-1] == f"Er kwam 1 agendapunt bij. {nummers} agendapunten waren er al."
    assert len(zaken.opname().nummers) == nummers + 1
    zaken.sessie.maak_ongedaan()
    assert len(zaken.opname().nummers) == nummers


@pytest.mark.parametrize("keus", [(0, "agenda.csv", False), (1, "agenda.csv", False), (2, "agenda besloten.csv", True)])
def test_an_agenda_goes_out_as_a_list_for_the_readers_that_were_chosen_the_public_first(
    qtbot: QtBot,
    zaken: Opstelling,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    keus: tuple[int, str, bool],
) -> None:
    omlaag, naam, geheim = keus
    with zaken.store.transaction():
        punt = een_agendapunt(vergadering_id=zaken.id, volgorde="zz", titel="Schikking Molenkade", besloten=True)
        zaken.store.agendapunten.save(punt)
    voorgesteld: list[str] = []

    def kies(_ouder: QWidget, _titel: str, voorstel: Path, _soort: str) -> Path:
        voorgesteld.append(voorstel.name)
        return tmp_path / "uit.csv"

    monkeypatch.setattr("tk_desktop.desktop.planning.kalenderbediening.vraag_bestand", kies)
    zaken.geef("csv.uit")
    lijst = zaken.scherm(Kieslijst)
    assert lijst.regels() == ["Openbaar", "Ambtenaren", "Leden (met besloten punten)"]
    for _ in range(omlaag):
        druk(lijst.zoek, Qt.Key.Key_Down)
    druk(lijst.zoek, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: zaken.gemeld == ["‘uit.csv’ is bewaard."], timeout=30_000)
    assert voorgesteld == [naam]
    tekst = (tmp_path / "uit.csv").read_text(encoding="utf-8-sig")
    assert ("Molenkade" in tekst) is geheim
    assert "Opening" in tekst


def test_no_public_list_is_made_of_an_agenda_of_which_an_open_item_tells_what_is_besloten(
    qtbot: QtBot, zaken: Opstelling, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_ = een_agendapunt(id="open", vergadering_id=zaken.id, volgorde="zy", toelichting="Na Schikking Molenkade.")
    with zaken.store.transaction():
        punt = een_agendapunt(vergadering_id=zaken.id, volgorde="zz", titel="Schikking Molenkade", besloten=True)
        zaken.store.agendapunten.save(punt)
        zaken.store.agendapunten.save(open_)
    monkeypatch.setattr("tk_desktop.desktop.planning.kalenderbediening.vraag_bestand", lambda *_: tmp_path / "uit.csv")
    zaken.geef("csv.uit")
    druk(zaken.scherm(Kieslijst).zoek, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "TK-S03" in zaken.sessie.balk.tekst, timeout=30_000)
    assert not (tmp_path / "uit.csv").exists()


def test_the_list_of_an_agenda_without_secrets_has_its_plain_name_for_the_members_too(
    zaken: Opstelling, monkeypatch: pytest.MonkeyPatch
) -> None:
    for punt in zaken.opname().agendapunten:
        set_besloten(zaken.store, punt.id, False)
    voorgesteld: list[str] = []

    def kies(_ouder: QWidget, _titel: str, voorstel: Path, _soort: str) -> None:
        voorgesteld.append(voorstel.name)

    monkeypatch.setattr("tk_desktop.desktop.planning.kalenderbediening.vraag_bestand", kies)
    zaken.geef("csv.uit")
    druk(zaken.scherm(Kieslijst).zoek, Qt.Key.Key_PageDown)
    druk(zaken.scherm(Kieslijst).zoek, Qt.Key.Key_Return)
    assert voorgesteld == ["agenda.csv"]
