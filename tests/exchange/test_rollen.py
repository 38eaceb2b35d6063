"""Between a member and the secretariat: absence, questions, shared notes and answers reach who they are for."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.bouwers import (
    bewaar,
    een_agendapunt,
    een_gremium,
    een_lidmaatschap,
    een_opname,
    een_persoon,
    een_vergadering,
)
from tests.notenbouwers import een_aantekening, een_anker
from tests.uitwisselwereld import VANDAAG, Laptop, Wereld
from tk_desktop.domain.aantekening import SECRETARIAAT, Soort, Zicht
from tk_desktop.domain.leeslijst import mag_lezen
from tk_desktop.domain.ronde import Antwoord
from tk_desktop.domain.rooster import Rol
from tk_desktop.exchange.publiceren import publish_vergadering
from tk_desktop.exchange.rooster import withdraw_device
from tk_desktop.exchange.segment import lees_kop, lees_segment, open_inhoud
from tk_desktop.exchange.sleutelkast import Sleutelkast
from tk_desktop.meeting.leden import report_absence_of
from tk_desktop.minutes.rondes import record_reactie, send_ronde
from tk_desktop.reading.aantekeningen import put_aantekening
from tk_desktop.reading.vragen import load_vragen


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    """A published meeting with two members, each with a laptop, and two secretaries."""
    wereld = Wereld(tmp_path)
    s = wereld["s1"]
    bewaar(
        s.store,
        een_opname(
            gremium=een_gremium(id="g"),
            vergadering=een_vergadering(id="v", gremium_id="g"),
            personen=[een_persoon(id="wies", naam="Wies"), een_persoon(id="joop", naam="Joop")],
            leden=[
                een_lidmaatschap(id="l-wies", gremium_id="g", persoon_id="wies"),
                een_lidmaatschap(id="l-joop", gremium_id="g", persoon_id="joop"),
            ],
            agendapunten=[een_agendapunt(id="p", vergadering_id="v", titel="Sluis")],
        ),
    )
    wereld.laat_toe("s2", "sanne", Rol.SECRETARIS)
    for naam, wie in (("b1", "wies"), ("c1", "joop")):
        wereld.laat_toe(naam, wie)
    publish_vergadering(s.store, s.bos, "v")
    _rond(wereld)
    yield wereld
    wereld.sluit()


def _rond(wereld: Wereld) -> None:
    """Everybody tells the first secretary, who tells everybody."""
    s = wereld["s1"]
    for naam in ("s2", "b1", "c1"):
        wereld[naam].stuur(s)
    for naam in ("s2", "b1", "c1"):
        s.stuur(wereld[naam])


def _schrijf(laptop: Laptop, **anders: object) -> str:
    noot = een_aantekening(vergadering_id="v", agendapunt_id="p", papier="agenda", **anders)
    with laptop.store.transaction():
        laptop.store.aantekeningen.save(noot)
    return noot.id


def _noten(laptop: Laptop) -> dict[str, str]:
    return {een.id: een.tekst for een in laptop.store.aantekeningen.all()}


def _verteld(laptop: Laptop) -> str:
    """All that Wies ever told the secretariat, as it stands in the segments that came."""
    kast = Sleutelkast(laptop.store, laptop.bos)
    uit = ""
    for segment in laptop.store.segmenten.van(["pp:wies"]):
        kop = lees_kop(segment.gegevens)
        uit += repr(lees_segment(kop, open_inhoud(kop, segment.gegevens, kast.sleutel("pp:wies", kop.kid))))
    return uit


def test_a_question_reaches_the_secretariat_and_its_answer_who_asked(wereld: Wereld) -> None:
    b, s = wereld["b1"], wereld["s1"]
    vraag = _schrijf(b, soort=Soort.VRAAG, tekst="Wie betaalt de sluis?", eigenaar="Wies", zicht=Zicht.ALLEN)
    eigen = _schrijf(b, tekst="Voor mij alleen", eigenaar="Wies")
    _rond(wereld)
    assert _noten(s) == _noten(wereld["s2"]) == {vraag: "Wie betaalt de sluis?"}
    (gezien,) = load_vragen(s.store, lezer="Roos", secretaris=True)
    assert gezien.aantekening.eigenaar == "Wies"
    assert _noten(wereld["c1"]) == {}
    with s.store.transaction():
        s.store.aantekeningen.save(replace(s.store.aantekeningen.get(vraag), antwoord="De provincie."))
    _rond(wereld)
    assert b.store.aantekeningen.get(vraag).antwoord == "De provincie."
    assert _noten(b)[eigen] == "Voor mij alleen"
    assert len(b.store.aantekeningen.get(vraag).plaatsen) == 1
    assert _noten(wereld["c1"]) == {}


def test_a_note_that_is_shared_with_the_secretariat_is_read_there_and_by_no_other_member(wereld: Wereld) -> None:
    b = wereld["b1"]
    noot = _schrijf(b, tekst="Let op de kade", eigenaar="Wies", zicht=Zicht.GEDEELD, gedeeld_met=(SECRETARIAAT,))
    _rond(wereld)
    for naam in ("s1", "s2"):
        assert mag_lezen(wereld[naam].store.aantekeningen.get(noot), "Sanne", secretaris=True)
    assert _noten(wereld["c1"]) == {}


def test_a_note_that_is_made_private_again_leaves_the_secretariat(wereld: Wereld) -> None:
    b, s = wereld["b1"], wereld["s1"]
    noot = _schrijf(b, tekst="Let op de kade", eigenaar="Wies", zicht=Zicht.ALLEN)
    _rond(wereld)
    assert noot in _noten(s)
    with b.store.transaction():
        b.store.aantekeningen.save(replace(b.store.aantekeningen.get(noot), zicht=Zicht.PRIVE, tekst="Mijn kade"))
    _rond(wereld)
    assert _noten(s) == {}
    assert _noten(b) == {noot: "Mijn kade"}
    assert "Mijn kade" not in repr(s.store.bewerkingen.waarden())
    assert b.store.conflicten() == s.store.conflicten() == ()


def test_an_answer_to_what_was_taken_back_meanwhile_comes_and_the_question_goes(wereld: Wereld) -> None:
    b, s = wereld["b1"], wereld["s1"]
    vraag = _schrijf(b, soort=Soort.VRAAG, tekst="Wie betaalt?", eigenaar="Wies", zicht=Zicht.ALLEN)
    _rond(wereld)
    with s.store.transaction():
        s.store.aantekeningen.save(replace(s.store.aantekeningen.get(vraag), antwoord="De provincie."))
    with b.store.transaction():
        b.store.aantekeningen.save(replace(b.store.aantekeningen.get(vraag), zicht=Zicht.PRIVE, tekst="Voor mij"))
    for _ in range(3):
        _rond(wereld)
    assert [(een.tekst, een.antwoord) for een in b.store.aantekeningen.all()] == [("Voor mij", "De provincie.")]
    assert _noten(s) == {}
    assert "Voor mij" not in repr(s.store.bewerkingen.waarden())


def test_words_written_over_a_note_that_was_taken_back_elsewhere_stay_with_their_writer(wereld: Wereld) -> None:
    b, s = wereld["b1"], wereld["s1"]
    b2 = wereld.laat_toe("b2", "wies")
    s.stuur(b)
    noot = _schrijf(b, tekst="Let op de kade", eigenaar="Wies", zicht=Zicht.ALLEN)
    b.stuur(b2)
    b.stuur(s)
    with b2.store.transaction():
        b2.store.aantekeningen.save(replace(b2.store.aantekeningen.get(noot), zicht=Zicht.PRIVE, tekst="Mijn kade"))
    with b.store.transaction():
        b.store.aantekeningen.save(replace(b.store.aantekeningen.get(noot), tekst="De kade zakt"))
    b2.stuur(b)
    b.stuur(s)
    assert "De kade zakt" not in _verteld(s)  # it was typed for all, and taken back before it was told
    assert _noten(s) == {}
    stand = [tuple(rij) for rij in b.store._db.execute("SELECT * FROM kop")]
    b.store.herbouw()
    assert [tuple(rij) for rij in b.store._db.execute("SELECT * FROM kop")] == stand
    b.stuur(b2)
    for laptop in (b, b2):
        assert {(een.tekst, een.zicht) for een in laptop.store.aantekeningen.all()} == {
            ("Mijn kade", Zicht.PRIVE),
            ("De kade zakt", Zicht.PRIVE),
        }


def test_words_of_a_note_that_was_made_private_and_thrown_away_are_told_to_nobody(wereld: Wereld) -> None:
    b, s = wereld["b1"], wereld["s1"]
    noot = _schrijf(b, tekst="Let op de kade", eigenaar="Wies", zicht=Zicht.ALLEN)
    b.stuur(s)
    with b.store.transaction():
        b.store.aantekeningen.save(replace(b.store.aantekeningen.get(noot), zicht=Zicht.PRIVE, tekst="Mijn kade"))
    with b.store.transaction():
        b.store.aantekeningen.delete(noot)
    b.stuur(s)
    assert "Mijn kade" not in _verteld(s)
    assert _noten(s) == _noten(b) == {}
    b.store.herbouw()
    assert _noten(b) == {}


def test_a_place_in_a_new_version_follows_a_shared_note_to_the_secretariat(wereld: Wereld) -> None:
    b, s = wereld["b1"], wereld["s1"]
    noot = _schrijf(b, tekst="Let op de kade", eigenaar="Wies", zicht=Zicht.ALLEN)
    _rond(wereld)
    put_aantekening(b.store, noot, een_anker(versie="c" * 64))
    _rond(wereld)
    assert len(s.store.aantekeningen.get(noot).plaatsen) == 2


def test_a_shared_note_is_on_both_laptops_of_one_person(wereld: Wereld) -> None:
    b, s = wereld["b1"], wereld["s1"]
    tweede = wereld.laat_toe("b2", "wies")
    noot = _schrijf(b, tekst="Let op de kade", eigenaar="Wies", zicht=Zicht.ALLEN)
    s.stuur(b)  # of the second laptop the first hears from the secretariat
    b.stuur(tweede)
    _rond(wereld)
    s.stuur(tweede)
    assert _noten(tweede) == _noten(b) == {noot: "Let op de kade"}


def test_a_note_that_is_destroyed_goes_from_the_other_laptop_too_though_its_last_words_were_never_told(
    wereld: Wereld,
) -> None:
    b, s = wereld["b1"], wereld["s1"]
    tweede = wereld.laat_toe("b2", "wies")
    noot = _schrijf(b, tekst="Eerste woorden", eigenaar="Wies")
    s.stuur(b)
    b.stuur(tweede)
    assert _noten(tweede) == {noot: "Eerste woorden"}
    with b.store.transaction():
        b.store.aantekeningen.save(replace(b.store.aantekeningen.get(noot), tekst="Laatste woorden"))
    b.store.vernietig(["v"], "Wies")
    b.stuur(tweede)
    assert _noten(tweede) == {}


def test_a_lost_laptop_opens_nothing_that_its_owner_writes_for_himself_or_shares_after_it_was_withdrawn(
    wereld: Wereld,
) -> None:
    b, s = wereld["b1"], wereld["s1"]
    kwijt = wereld.laat_toe("b2", "wies")
    _schrijf(b, tekst="Van toen", eigenaar="Wies", zicht=Zicht.GEDEELD, gedeeld_met=("Joop",))
    s.stuur(b)
    b.stuur(kwijt)
    withdraw_device(s.store, s.bos, kwijt.id)
    for naam in ("b1", "c1"):
        s.stuur(wereld[naam])
    toen = {een.sha for een in b.store.segmenten.van(b.store.segmenten.bereiken())}
    _schrijf(b, tekst="Van daarna", eigenaar="Wies")
    _schrijf(b, tekst="Met Joop", eigenaar="Wies", zicht=Zicht.GEDEELD, gedeeld_met=("Joop",))
    b.stuur(wereld["c1"])
    nieuw = [een for een in b.store.segmenten.van(b.store.segmenten.bereiken()) if een.sha not in toen]
    assert {een.bereik for een in nieuw} == {"prive:wies", "deel:wies~joop"}
    assert not {(een.bereik, lees_kop(een.gegevens).kid) for een in nieuw} & set(kwijt.store.uitwisseling.sleutels())
    assert set(_noten(wereld["c1"]).values()) == {"Van toen", "Met Joop"}


def test_an_absence_stands_with_every_secretary(wereld: Wereld) -> None:
    report_absence_of(wereld["b1"].store, "v", "l-wies")
    _rond(wereld)
    for naam in ("s1", "s2"):
        assert [een.lid_id for een in wereld[naam].store.afmeldingen.van_vergadering("v")] == ["l-wies"]
    assert wereld["c1"].store.afmeldingen.van_vergadering("v") == ()


def test_answers_in_a_round_come_together_at_the_secretariat(wereld: Wereld) -> None:
    s = wereld["s1"]
    ronde = send_ronde(s.store, "p", op=VANDAAG, uiterlijk=date(2026, 3, 20), toch=True)
    publish_vergadering(s.store, s.bos, "v")
    _rond(wereld)
    for naam, antwoord in (("b1", Antwoord.AKKOORD), ("c1", Antwoord.BESPREKEN)):
        store = wereld[naam].store
        (eigen,) = store.rondes.van_punt("p")[-1].reacties  # a member sees their own line alone
        record_reactie(store, ronde.id, eigen.id, antwoord, op=VANDAAG, toelichting="")
    _rond(wereld)
    gekregen = {een.naam: een.antwoord for een in s.store.rondes.van_punt("p")[-1].reacties}
    assert gekregen == {"Wies": Antwoord.AKKOORD, "Joop": Antwoord.BESPREKEN}
