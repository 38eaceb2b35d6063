"""The exchange in the window: bundles come in and go out, what was written apart is judged, laptops are let in."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.bouwers import (
    bewaar,
    een_agendapunt,
    een_gremium,
    een_lidmaatschap,
    een_opname,
    een_persoon,
    een_vergadering,
)
from tests.bundelbouwers import GOEDKOOP
from tests.desktop.venster import druk, toon_venster
from tests.uitwisselwereld import Laptop, Wereld
from tk_desktop.desktop.bundels import werk
from tk_desktop.desktop.bundels.deelnemerbediening import _stand
from tk_desktop.desktop.bundels.deelnemers import Deelnemersblad
from tk_desktop.desktop.bundels.papierblad import Papierblad, Papiervraag
from tk_desktop.desktop.bundels.post import Stand
from tk_desktop.desktop.bundels.vragen import (
    Aanmeldvraag,
    Beginvraag,
    Bundelvraag,
    Ondertekenvraag,
    Toelaatvraag,
    Vrijgeefvraag,
    Woordenblad,
)
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.desktop.shell.wachtwoordvraag import NieuwWachtwoord, Wachtwoordvraag
from tk_desktop.domain.rooster import Rol
from tk_desktop.exchange import sleutels
from tk_desktop.exchange.papier import has_paper, use_paper
from tk_desktop.exchange.publiceren import publish_vergadering
from tk_desktop.exchange.rooster import PapierenSleutel, roosters
from tk_desktop.exchange.sleutels import Sleutelbestand
from tk_desktop.minutes.verloop import open_zitting
from tk_desktop.minutes.verslagen import write_besproken
from tk_desktop.pack.controleren import check
from tk_desktop.paper.reading import lees_pdf
from tk_desktop.store.werkmap import Store

T = TypeVar("T", bound=QDialog)

WACHTWOORD = "vier woorden achter elkaar"


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    """A meeting of two items on the laptops of two secretaries, and a member who takes part."""
    wereld = Wereld(tmp_path / "w")
    s = wereld["s1"]
    bewaar(
        s.store,
        een_opname(
            gremium=een_gremium(id="g", naam="Bestuurscommissie Waterkant", afkorting="BC"),
            vergadering=een_vergadering(id="v", gremium_id="g"),
            personen=[een_persoon(id="wies", naam="Wies")],
            leden=[een_lidmaatschap(id="l", gremium_id="g", persoon_id="wies")],
            agendapunten=[
                een_agendapunt(id="p", vergadering_id="v", volgorde="a", titel="Sluis"),
                een_agendapunt(id="q", vergadering_id="v", volgorde="b", titel="Haven"),
            ],
        ),
    )
    wereld.laat_toe("s2", "sanne", Rol.SECRETARIS)
    wereld["s2"].stuur(s)
    s.stuur(wereld["s2"])
    yield wereld
    wereld.sluit()


def _noem(laptop: Laptop, id_: str, titel: str) -> None:
    with laptop.store.transaction():
        laptop.store.agendapunten.save(replace(laptop.store.agendapunten.get(id_), titel=titel))


def _map(laptop: Laptop) -> Path:
    """Close a laptop, to be opened in a window; its keys lie behind a passphrase."""
    laptop.store.close()
    Sleutelbestand(laptop.store.map).maak(laptop.bos, wachtwoord=WACHTWOORD, kosten=GOEDKOOP)
    return laptop.store.map


def _heropen(laptop: Laptop) -> None:
    laptop.store = Store.open(laptop.store.map)


def _sleep(bediening: Bediening, pad: Path) -> None:
    gegevens = QMimeData()
    gegevens.setUrls([QUrl.fromLocalFile(str(pad))])
    links, geen = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    binnen = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, gegevens, links, geen)
    bediening.venster.dragEnterEvent(binnen)
    assert binnen.isAccepted()
    bediening.venster.dropEvent(QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, gegevens, links, geen))


def _wacht_op(qtbot: QtBot, bediening: Bediening, stand: Stand) -> None:
    def is_zover() -> bool:
        post = bediening.uitwisseling.blad.huidig
        return post is not None and post.stand is stand

    qtbot.waitUntil(is_zover)


@pytest.fixture
def twee_verschillen(wereld: Wereld, tmp_path: Path) -> tuple[Wereld, Path]:
    """What the first secretary did while the second did otherwise at both items, in a bundle for the second."""
    s, s2 = wereld["s1"], wereld["s2"]
    for id_ in ("p", "q"):
        _noem(s, id_, f"Van Roos {id_}")
        _noem(s2, id_, f"Van Sanne {id_}")
    pad = tmp_path / "roos.tkb"
    pad.write_bytes(s.maak(s2).paden[0].read_bytes())
    return wereld, pad


def test_a_bundle_with_two_questions_is_dropped_taken_in_and_done_with_three_keys(
    qtbot: QtBot, twee_verschillen: tuple[Wereld, Path]
) -> None:
    wereld, pad = twee_verschillen
    s2 = wereld["s2"]
    with toon_venster(qtbot, _map(s2)) as bediening:
        bediening.sessie.sleutels = s2.bos
        _sleep(bediening, pad)
        assert bediening.adres.scherm is Scherm.UITWISSELEN
        _wacht_op(qtbot, bediening, Stand.KLAAR)
        blad = bediening.uitwisseling.blad
        assert "gewijzigd 2" in blad.uitleg.text() or "te beoordelen 2" in blad.uitleg.text()
        assert "Gaat over: BC van" in blad.uitleg.text()
        assert bediening.sessie.store.conflicten() == ()  # nothing changed yet
        druk("Return")
        _wacht_op(qtbot, bediening, Stand.VERWERKT)
        assert "te beoordelen 2" in bediening.venster.toast.tekst
        assert "(2)" in bediening.venster.rail.knoppen[Scherm.UITWISSELEN].text()
        druk("1")
        druk("2")
        store = bediening.sessie.store
        assert store.conflicten() == ()
        assert {store.agendapunten.get(id_).titel for id_ in "pq"} == {"Van Sanne p", "Van Roos q"}
        assert not blad.conflicten.isVisible()
        druk("Ctrl+Z")
        druk("Ctrl+Z")
        assert len(store.conflicten()) == 2
        druk("Ctrl+Z")
        assert [store.agendapunten.get(id_).titel for id_ in "pq"] == ["Van Sanne p", "Van Sanne q"]
        assert store.conflicten() == ()
        _wacht_op(qtbot, bediening, Stand.KLAAR)  # it can be taken in again
        druk("Return")
        _wacht_op(qtbot, bediening, Stand.VERWERKT)
        assert len(store.conflicten()) == 2
    _heropen(s2)


def test_a_finding_that_waits_for_a_choice_leads_to_that_choice(
    qtbot: QtBot, twee_verschillen: tuple[Wereld, Path]
) -> None:
    wereld, _ = twee_verschillen
    s, s2 = wereld["s1"], wereld["s2"]
    open_zitting(s.store, "v", time(9))
    s.stuur(s2)
    write_besproken(s.store, "p", "Er zijn vragen.")
    write_besproken(s2.store, "p", "De dijkgraaf licht toe.")
    s.stuur(s2)
    with toon_venster(qtbot, _map(s2)) as bediening:
        store = bediening.sessie.store
        keuze = store.zitting("v").keuzes[0]
        bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering="v"))
        (bevinding,) = [een for een in check(store, "v") if een.code == "ZT10"]
        bediening.werkblad.bevindingen.ga_naar(bevinding)
        assert bediening.adres.scherm is Scherm.UITWISSELEN
        huidig = bediening.uitwisseling.blad.conflicten.huidig
        assert huidig is not None
        assert (huidig.conflict.rij, huidig.conflict.veld) == (keuze.rij, "besproken")
        druk("1")
        assert store.zitting("v").keuzes == ()


def test_questions_are_gone_along_and_their_difference_shown_with_keys(
    qtbot: QtBot, twee_verschillen: tuple[Wereld, Path]
) -> None:
    wereld, pad = twee_verschillen
    s2 = wereld["s2"]
    s2.ontvang(pad)
    with toon_venster(qtbot, _map(s2)) as bediening:
        druk("Ctrl+7")
        vak = bediening.uitwisseling.blad.conflicten
        assert "Te beoordelen 1 van 2" in vak.kop.text()
        eerste = vak.kop.text()
        druk("F8")
        assert "Te beoordelen 2 van 2" in vak.kop.text()
        druk("Shift+F8")
        assert vak.kop.text() == eerste
        druk("D")
        assert "<s " in vak.kaarten[1].tekst.toHtml() or "line-through" in vak.kaarten[1].tekst.toHtml()
        vak.knop_plek.click()
        assert (bediening.adres.vergadering, bediening.adres.punt) == ("v", "p")
    _heropen(s2)


def test_a_refused_bundle_says_why_and_a_known_one_that_it_brings_nothing(
    qtbot: QtBot, wereld: Wereld, tmp_path: Path
) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    goed = s.maak(s2).paden[0]
    s2.ontvang(goed)
    kapot = tmp_path / "kapot.tkb"
    kapot.write_bytes(goed.read_bytes()[:-40])
    with toon_venster(qtbot, _map(s2)) as bediening:
        bediening.sessie.sleutels = s2.bos
        bediening.uitwisseling.neem((kapot,))
        _wacht_op(qtbot, bediening, Stand.GEWEIGERD)
        assert "(TK-U01)" in bediening.uitwisseling.blad.uitleg.text()
        bediening.uitwisseling.neem((goed,))
        _wacht_op(qtbot, bediening, Stand.BEKEND)
        assert "niets in wat hier niet al is" in bediening.uitwisseling.blad.uitleg.text()
        assert not bediening.uitwisseling.blad.knop_doe.isEnabled()
    _heropen(s2)


def test_a_folder_that_is_followed_fills_the_inbox(qtbot: QtBot, wereld: Wereld, tmp_path: Path) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    _noem(s, "p", "Brug")
    gevolgd = tmp_path / "gedeeld"
    gevolgd.mkdir()
    inhoud = s.maak(s2).paden[0].read_bytes()
    with toon_venster(qtbot, _map(s2)) as bediening:
        bediening.sessie.sleutels = s2.bos
        bediening.uitwisseling.kies_map = lambda _, __: gevolgd
        bediening.opdrachten.acties["bundel.map"].trigger()
        (gevolgd / "roos.tkb").write_bytes(inhoud)
        qtbot.waitUntil(lambda: bediening.uitwisseling.post.aantal == 1)
        druk("Ctrl+7")
        _wacht_op(qtbot, bediening, Stand.KLAAR)
        assert "gewijzigd 1" in bediening.uitwisseling.blad.uitleg.text()
    _heropen(s2)


def test_a_member_compares_words_and_then_reads_under_the_name_on_the_roster(
    qtbot: QtBot, wereld: Wereld, tmp_path: Path
) -> None:
    s = wereld["s1"]
    publish_vergadering(s.store, s.bos, "v")
    lid = wereld.vraag_aan("b1", "wies")
    pad = tmp_path / "eerste.tkb"
    pad.write_bytes(s.maak(lid).paden[0].read_bytes())
    with toon_venster(qtbot, _map(lid)) as bediening:
        bediening.sessie.sleutels = lid.bos
        assert bediening.sessie.inrichting.bereidt_voor
        bediening.uitwisseling.neem((pad,))
        _wacht_op(qtbot, bediening, Stand.WOORDEN)
        assert "deze zes woorden" in bediening.uitwisseling.blad.uitleg.text()
        druk("Return")
        _wacht_op(qtbot, bediening, Stand.KLAAR)
        druk("Return")
        _wacht_op(qtbot, bediening, Stand.VERWERKT)
        assert bediening.sessie.is_lid
        assert bediening.sessie.voorkeuren.naam == "Wies"
        for id_ in ("punt.nieuw", "vergadering.bewerken", "beeld.secretaris", "bundel.vrijgeven"):
            assert not bediening.opdrachten.acties[id_].isEnabled()
        store = bediening.sessie.store
        assert store.bundelstanden.van("v") is None
        _noem(s, "p", "Sluis en kade")
        publish_vergadering(s.store, s.bos, "v")
        tweede = tmp_path / "tweede.tkb"
        tweede.write_bytes(s.maak(lid).paden[0].read_bytes())
        bediening.uitwisseling.neem((tweede,))
        _wacht_op(qtbot, bediening, Stand.KLAAR)
        druk("Return")
        _wacht_op(qtbot, bediening, Stand.VERWERKT)
        stand = store.bundelstanden.van("v")  # what the reader compares with (E9)
        assert stand is not None
        assert [een.papier for een in stand.papieren] == ["agenda"]
        bediening.ga_naar(Adres(scherm=Scherm.LEZEN, vergadering="v"))
        bediening.opdrachten.acties["lid.verhinderd"].trigger()
        assert [een.lid_id for een in store.afmeldingen.van_vergadering("v")] == ["l"]
        bediening.opdrachten.acties["lid.verhinderd"].trigger()
        assert store.afmeldingen.van_vergadering("v") == ()
        bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN))
        for _ in range(4):
            druk("Ctrl+Z")
        assert bediening.sessie.store.vergaderingen.all() == ()
    _heropen(lid)


def _vraag(qtbot: QtBot, soort: type[T]) -> T:
    """Wait for a question on the screen and return it."""

    def gevonden() -> T | None:
        nu = QApplication.activeModalWidget()
        return nu if isinstance(nu, soort) else None

    qtbot.waitUntil(lambda: gevonden() is not None)
    vraag = gevonden()
    assert vraag is not None
    return vraag


def test_two_people_begin_ask_admit_publish_and_exchange_in_the_window(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert werk.Sleutelbestand is Sleutelbestand  # loaded before a guess of a passphrase is made to cost little
    monkeypatch.setattr(sleutels, "Kosten", lambda **anders: type(GOEDKOOP)(**anders) if anders else GOEDKOOP)
    hier, daar = tmp_path / "hier", tmp_path / "daar"
    for map_ in (hier, daar):
        Store.open(map_, maken=True).close()
    with Store.open(hier) as store:
        bewaar(
            store,
            een_opname(
                gremium=een_gremium(id="g", naam="Bestuurscommissie Waterkant", afkorting="BC"),
                vergadering=een_vergadering(id="v", gremium_id="g"),
                personen=[een_persoon(id="roos", naam="Roos van Dalen"), een_persoon(id="wies", naam="Wies")],
                leden=[een_lidmaatschap(id="l", gremium_id="g", persoon_id="wies")],
                agendapunten=[een_agendapunt(id="p", vergadering_id="v", titel="Sluis")],
            ),
        )
    aanvraag, bundel = tmp_path / "aanmelding.json", tmp_path / "voor wies.tkb"
    with toon_venster(qtbot, daar) as lid:
        lid.uitwisseling.kies = lambda *_: aanvraag
        lid.opdrachten.acties["bundel.aanmelden"].trigger()
        vraag = _vraag(qtbot, Aanmeldvraag)
        vraag.naam.setText("Wies")
        vraag.laptop.setText("tablet")
        druk("Return", vraag)
        _kies_wachtwoord(qtbot)
        blad = _vraag(qtbot, Woordenblad)
        woorden = blad.woorden.text()
        assert len(woorden.split()) == 6
        druk("Escape", blad)
    with toon_venster(qtbot, hier) as sec:
        sec.uitwisseling.kies = lambda *_: bundel
        sec.uitwisseling.deelnemers.kies = lambda *_: aanvraag
        druk("Ctrl+Shift+M")
        begin = _vraag(qtbot, Beginvraag)
        begin.wie.setCurrentText("Roos van Dalen")
        begin.doe.click()
        _kies_wachtwoord(qtbot)
        qtbot.waitUntil(lambda: bool(sec.sessie.store.uitwisseling.roosters()))
        sec.opdrachten.acties["bundel.deelnemers"].trigger()
        deelnemers = sec.venster.findChild(Deelnemersblad)
        assert deelnemers is not None
        deelnemers.knop_toelaten.click()
        toelaten = _vraag(qtbot, Toelaatvraag)
        assert woorden in toelaten.uitleg
        assert (toelaten.wie.currentText(), toelaten.doe.isEnabled()) == ("Wies", False)
        toelaten.gelijk.click()
        toelaten.doe.click()
        assert [regel.laptop for regel in sec.uitwisseling.deelnemers.regels()] == ["Deze laptop", "tablet"]
        deelnemers.window().close()
        sec.opdrachten.acties["bundel.vrijgeven"].trigger()
        _vraag(qtbot, Vrijgeefvraag).doe.click()
        assert "BC van 11 maart 2026 is vrijgegeven." in sec.venster.toast.tekst
        sec.opdrachten.acties["bundel.maken"].trigger()
        maken = _vraag(qtbot, Bundelvraag)
        assert maken.voor.currentText() == "Wies (tablet)"
        maken.doe.click()
        qtbot.waitUntil(bundel.exists)
        qtbot.waitUntil(lambda: "‘voor wies.tkb’ is gemaakt" in sec.venster.toast.tekst)
        sec.opdrachten.acties["bundel.deelnemers"].trigger()
        deelnemers = sec.venster.findChildren(Deelnemersblad)[-1]
        deelnemers.lijst.setCurrentIndex(deelnemers.lijst.model().index(1, 0))
        deelnemers.knop_intrekken.click()
        assert deelnemers.knop_intrekken.text() == "‘tablet’ van Wies echt &intrekken"
        deelnemers.knop_intrekken.click()
        assert [regel.stand for regel in sec.uitwisseling.deelnemers.regels()] == [
            "deze laptop",
            "ingetrokken; iedereen weet het",
        ]
        deelnemers.knop_vernieuwen.click()
        deelnemers.window().close()
    with toon_venster(qtbot, daar) as lid:
        lid.uitwisseling.neem((bundel,))
        wachtwoord = _vraag(qtbot, Wachtwoordvraag)
        gezegd = [label.text() for label in wachtwoord.findChildren(QLabel)]
        assert "Geef het wachtwoord waarmee u op deze laptop bundels uitwisselt." in gezegd
        assert "Annuleren" in [knop.text() for knop in wachtwoord.findChildren(QPushButton)]
        wachtwoord.veld.setText(WACHTWOORD)
        druk("Return", wachtwoord.veld)
        for stand in (Stand.WOORDEN, Stand.KLAAR):
            _wacht_op(qtbot, lid, stand)
            lid.uitwisseling.blad.knop_doe.click()
        _wacht_op(qtbot, lid, Stand.VERWERKT)
        assert lid.sessie.store.agendapunten.get("p").titel == "Sluis"


def test_the_list_of_laptops_tells_who_did_not_confirm_yet_that_one_was_withdrawn() -> None:
    assert _stand("x", "ik", {"x": {"a", "b"}}) == "ingetrokken; 2 laptops moeten het nog bevestigen"
    assert _stand("x", "ik", {"x": {"a"}}) == "ingetrokken; 1 laptop moet het nog bevestigen"
    assert _stand("a", "ik", {"x": {"a"}}) == "doet mee; heeft een intrekking nog niet bevestigd"
    assert (_stand("b", "ik", {"x": {"a"}}), _stand("ik", "ik", {"x": {"a"}})) == ("doet mee", "deze laptop")


def _kies_wachtwoord(qtbot: QtBot) -> None:
    nieuw = _vraag(qtbot, NieuwWachtwoord)
    for veld in (nieuw.nieuw, nieuw.weer):
        veld.setText(WACHTWOORD)
    druk("Return", nieuw.weer)


def test_a_key_on_paper_is_typed_back_and_signs_when_a_laptop_is_lost(
    qtbot: QtBot, wereld: Wereld, tmp_path: Path
) -> None:
    s = wereld["s1"]
    with toon_venster(qtbot, _map(s)) as bediening:
        bediening.sessie.sleutels = s.bos
        bediening.opdrachten.acties["bundel.deelnemers"].trigger()
        blad = bediening.venster.findChild(Deelnemersblad)
        assert blad is not None
        blad.knop_papier.click()
        papier = _vraag(qtbot, Papierblad)
        woorden = papier._woorden
        assert len(woorden) == 24
        papier.velden[0].setText(woorden[6].upper())
        assert not papier.doe.isEnabled()
        papier.velden[1].setText(woorden[18])
        papier.doe.click()
        assert has_paper(roosters(bediening.sessie.store).huidig)
        blad.lijst.setCurrentItem(blad.lijst.findItems("Sanne", Qt.MatchFlag.MatchExactly)[0])
        blad.knop_intrekken.click()
        blad.knop_intrekken.click()
        assert "(TK-U13)" in blad.balk.tekst
        blad.balk.knoppen[0].click()
        vraag = _vraag(qtbot, Papiervraag)
        vraag.woorden.setPlainText("aal " * 24)
        vraag.doe.click()
        assert "(TK-U18)" in blad.balk.tekst
        blad.knop_intrekken.click()
        blad.knop_intrekken.click()
        blad.balk.knoppen[0].click()
        vraag = _vraag(qtbot, Papiervraag)
        vraag.woorden.setPlainText("\n".join(woorden))
        vraag.doe.click()
        assert blad.balk.tekst == ""
        assert [regel.stand for regel in bediening.uitwisseling.deelnemers.regels() if regel.laptop == "s2"] == [
            "ingetrokken; iedereen weet het"
        ]
        blad.knop_papier.click()
        assert "(TK-U22)" in blad.balk.tekst  # one laptop is left: first another one
        blad.window().close()
    _heropen(s)


def test_a_second_secretary_reads_and_signs_a_change_in_the_window(
    qtbot: QtBot, wereld: Wereld, tmp_path: Path
) -> None:
    s1, s2, bestand = wereld["s1"], wereld["s2"], tmp_path / "wijziging.json"
    use_paper(s1.store, s1.bos, PapierenSleutel.maak())
    s1.stuur(s2)
    with toon_venster(qtbot, _map(s1)) as bediening:
        bediening.sessie.sleutels = s1.bos
        bediening.venster.schaal_op(200)
        bediening.venster.resize(683, 384)
        bediening.opdrachten.acties["bundel.deelnemers"].trigger()
        blad = bediening.venster.findChild(Deelnemersblad)
        assert blad is not None
        blad.knop_vernieuwen.click()
        assert "(TK-U13)" in blad.balk.tekst
        knoppen = blad.balk.knoppen
        qtbot.waitUntil(lambda: all(een.height() >= een.sizeHint().height() for een in knoppen))
        bediening.uitwisseling.deelnemers.medetekening.bewaar = lambda *_: bestand
        blad.balk.knoppen[1].click()
        assert "Mail het naar Sanne (‘s2’)" in blad.balk.tekst
        blad.window().close()
    _heropen(s1)
    with toon_venster(qtbot, _map(s2)) as bediening:
        bediening.sessie.sleutels = s2.bos
        bediening.opdrachten.acties["bundel.deelnemers"].trigger()
        blad = bediening.venster.findChild(Deelnemersblad)
        assert blad is not None
        assert blad.knop_ondertekenen.isVisible()
        bediening.uitwisseling.deelnemers.medetekening.kies = lambda *_: bestand
        blad.knop_ondertekenen.click()
        vraag = _vraag(qtbot, Ondertekenvraag)
        assert "Roos op laptop ‘s1’" in vraag.uitleg
        assert "Alle sleutels worden vernieuwd" in vraag.uitleg
        assert not vraag.doe.isEnabled()
        vraag.zeker.setChecked(True)
        vraag.doe.click()
        assert roosters(bediening.sessie.store).huidig.versie == roosters(s1.store).huidig.versie + 1
        blad.knop_ondertekenen.click()
        assert "(TK-U23)" in blad.balk.tekst  # it is in use by now
        blad.window().close()
    _heropen(s2)
    s2.stuur(s1)
    assert s1.store.uitwisseling.sleutels().keys() >= set(roosters(s1.store).huidig.kids.items())


def test_a_meeting_with_a_besloten_part_is_published_after_the_second_signature(qtbot: QtBot, wereld: Wereld) -> None:
    s, papier = wereld["s1"], PapierenSleutel.maak()
    with s.store.transaction():
        s.store.agendapunten.save(replace(s.store.agendapunten.get("q"), besloten=True))
    use_paper(s.store, s.bos, papier)
    with toon_venster(qtbot, _map(s)) as bediening:
        bediening.sessie.sleutels = s.bos
        bediening.opdrachten.acties["bundel.vrijgeven"].trigger()
        vrijgeven = _vraag(qtbot, Vrijgeefvraag)
        vrijgeven.doe.click()
        assert "(TK-U13)" in bediening.sessie.balk.tekst
        bediening.sessie.balk.knoppen[0].click()
        vraag = _vraag(qtbot, Papiervraag)
        vraag.woorden.setPlainText(" ".join(papier.woorden))
        vraag.doe.click()
        assert bediening.sessie.balk.tekst == ""
        assert bediening.sessie.store.uitwisseling.publicatie("v")
    _heropen(s)


def test_the_words_of_a_key_fit_on_one_sheet_of_paper(tmp_path: Path) -> None:
    woorden = PapierenSleutel.maak().woorden
    werk.write_paper_key(woorden, "BC Waterkant", tmp_path / "papier.pdf", op=date(2026, 3, 2))
    (blad,) = lees_pdf(tmp_path / "papier.pdf").paginas
    assert all(f"{nr}. {woord}" in " ".join(blad.split()) for nr, woord in enumerate(woorden, 1))


def test_in_the_smallest_window_both_texts_of_a_question_are_seen_whole(
    qtbot: QtBot, twee_verschillen: tuple[Wereld, Path]
) -> None:
    wereld, pad = twee_verschillen
    s2 = wereld["s2"]
    with toon_venster(qtbot, _map(s2)) as bediening:
        bediening.venster.resize(683, 384)
        bediening.sessie.sleutels = s2.bos
        bediening.uitwisseling.neem((pad,))
        _wacht_op(qtbot, bediening, Stand.KLAAR)
        blad = bediening.uitwisseling.blad
        beeld = blad._rol.viewport()

        def is_in_beeld(ding: QWidget) -> bool:
            return beeld.rect().contains(QRect(ding.mapTo(beeld, QPoint(0, 0)), ding.size()))

        qtbot.waitUntil(lambda: is_in_beeld(blad.knop_doe))
        blad.knop_doe.click()
        _wacht_op(qtbot, bediening, Stand.VERWERKT)
        qtbot.waitUntil(lambda: all(is_in_beeld(kaart) for kaart in blad.conflicten.kaarten[:2]))
        blad._rol.verticalScrollBar().setValue(0)
        bediening.opdrachten.acties["conflict.volgende"].trigger()
        assert all(is_in_beeld(kaart) for kaart in blad.conflicten.kaarten[:2])
    _heropen(s2)


def test_a_double_click_is_asked_for_once(qtbot: QtBot, wereld: Wereld) -> None:
    s = wereld["s1"]
    gekoppeld: list[Path] = []
    with toon_venster(qtbot, _map(s)) as bediening:
        bediening.uitwisseling.koppel = gekoppeld.append
        bediening.opdrachten.acties["bundel.koppelen"].trigger()
        qtbot.waitUntil(lambda: "dubbelklik" in bediening.venster.toast.tekst)
        assert gekoppeld == [s.store.map]
    _heropen(s)
