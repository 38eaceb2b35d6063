"""What came in and what was chosen can be taken back, on a laptop of the secretariat and on one of a member."""

from collections.abc import Iterator
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
from tests.notenbouwers import een_aantekening
from tests.uitwisselwereld import VANDAAG, Laptop, Wereld
from tk_desktop.domain.aantekening import Soort, Zicht
from tk_desktop.domain.bewerking import WEG
from tk_desktop.domain.ronde import Antwoord
from tk_desktop.domain.rooster import Rol
from tk_desktop.exchange.nazien import examine
from tk_desktop.exchange.publiceren import publish_vergadering
from tk_desktop.meeting.leden import report_absence_of
from tk_desktop.minutes.rondes import record_reactie, send_ronde
from tk_desktop.store.fouten import IntussenGewijzigd, NietVanU


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    wereld = Wereld(tmp_path)
    s = wereld["s1"]
    bewaar(
        s.store,
        een_opname(
            gremium=een_gremium(id="g"),
            vergadering=een_vergadering(id="v", gremium_id="g"),
            personen=[een_persoon(id="wies", naam="Wies")],
            leden=[een_lidmaatschap(id="l", gremium_id="g", persoon_id="wies")],
            agendapunten=[een_agendapunt(id="p", vergadering_id="v", titel="Sluis")],
        ),
    )
    wereld.laat_toe("s2", "sanne", Rol.SECRETARIS)
    wereld["s2"].stuur(s)
    s.stuur(wereld["s2"])
    yield wereld
    wereld.sluit()


def _titel(laptop: Laptop) -> str:
    return laptop.store.agendapunten.get("p").titel


def _noem(laptop: Laptop, titel: str) -> None:
    with laptop.store.transaction():
        laptop.store._db.execute("UPDATE agendapunt SET titel = :titel WHERE id = 'p'", {"titel": titel})


def _uiteen(wereld: Wereld) -> tuple[Laptop, Laptop]:
    """Two secretaries rename one item apart, and the second gets what the first did."""
    s, s2 = wereld["s1"], wereld["s2"]
    _noem(s, "Sluis bij Veenhoek")
    _noem(s2, "De sluis")
    s.stuur(s2)
    return s, s2


@pytest.mark.parametrize("keuze", [0, 1])
def test_a_choice_that_is_taken_back_asks_again_everywhere(wereld: Wereld, keuze: int) -> None:
    s, s2 = _uiteen(wereld)
    voor = _titel(s2)
    (conflict,) = s2.store.conflicten()
    waarde = conflict.waarden[keuze].waarde
    _, wijziging = s2.store.record(lambda: s2.store.beslis(conflict, waarde))
    assert (s2.store.conflicten(), _titel(s2)) == ((), waarde)
    s2.store.redo(wijziging.terug())
    (weer,) = s2.store.conflicten()
    assert {een.waarde for een in weer.waarden} == {"Sluis bij Veenhoek", "De sluis"}
    assert _titel(s2) == voor
    s2.stuur(s)
    (daar,) = s.store.conflicten()
    assert {een.waarde for een in daar.waarden} == {"Sluis bij Veenhoek", "De sluis"}
    s2.store.redo(wijziging)
    s2.stuur(s)
    assert (s.store.conflicten(), _titel(s)) == ((), waarde)


def test_taking_a_row_away_after_all_is_taken_back_with_the_question(wereld: Wereld) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    s.store.agendapunten.delete("p")
    _noem(s2, "De sluis")
    s.stuur(s2)
    (conflict,) = s2.store.conflicten()
    assert conflict.veld == WEG
    _, wijziging = s2.store.record(lambda: s2.store.beslis(conflict, True))
    assert s2.store.conflicten() == ()
    s2.store.redo(wijziging.terug())
    assert [een.veld for een in s2.store.conflicten()] == [WEG]
    assert _titel(s2) == "De sluis"


def test_a_member_takes_back_what_came_in_without_telling_so_to_anybody(wereld: Wereld) -> None:
    s = wereld["s1"]
    b = wereld.laat_toe("b1", "wies")
    publish_vergadering(s.store, s.bos, "v")
    s.stuur(b)
    _noem(s, "Sluis bij Veenhoek")
    publish_vergadering(s.store, s.bos, "v")
    gekregen = s.stuur(b)
    assert _titel(b) == "Sluis bij Veenhoek"
    b.store.redo(gekregen.wijziging.terug())
    assert _titel(b) == "Sluis"
    assert b.stuur(s).al_bekend
    b.store.redo(gekregen.wijziging)
    assert _titel(b) == "Sluis bij Veenhoek"
    _noem(s, "Brug")
    publish_vergadering(s.store, s.bos, "v")
    b.store.redo(gekregen.wijziging.terug())
    s.stuur(b)
    assert _titel(b) == "Brug"  # what comes later is not told from what was taken back


def test_what_a_secretary_takes_back_of_a_member_stays_with_that_member_and_comes_again(wereld: Wereld) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    ronde = send_ronde(s.store, "p", op=VANDAAG, uiterlijk=VANDAAG, toch=True)
    b = wereld.laat_toe("b1", "wies")
    publish_vergadering(s.store, s.bos, "v")
    s.stuur(b)
    s.stuur(s2)
    report_absence_of(b.store, "v", "l")
    (reactie,) = b.store.rondes.van_punt("p")[-1].reacties
    record_reactie(b.store, ronde.id, reactie.id, Antwoord.AKKOORD, op=VANDAAG, toelichting="Mits de kade blijft.")
    vraag = een_aantekening(
        vergadering_id="v", agendapunt_id="p", soort=Soort.VRAAG, eigenaar="Wies", zicht=Zicht.ALLEN
    )
    with b.store.transaction():
        b.store.aantekeningen.save(vraag)
    gemaakt = b.maak(s)
    voor, geschreven = s.store.rijen(), b.store.rijen()
    gekregen = s.ontvang(gemaakt)
    na = s.store.rijen()
    assert {tabel for tabel, rij in na if voor.get((tabel, rij)) != na[tabel, rij]} >= {
        "afmelding",
        "ronde_reactie",
        "aantekening",
    }

    s.store.redo(gekregen.wijziging.terug())
    assert s.store.rijen() == voor
    assert examine(s.store, s.bos).goed
    assert s.stuur(b).al_bekend
    assert s.stuur(s2).al_bekend
    assert b.store.rijen() == geschreven

    s.store.redo(gekregen.wijziging)
    assert s.store.rijen() == na
    s.store.redo(gekregen.wijziging.terug())
    assert not s.ontvang(gemaakt).al_bekend  # the same file once more
    assert s.store.rijen() == na
    s.store.redo(gekregen.wijziging.terug())
    b.stuur(s)  # the next bundle tells it too, for this laptop no longer says that it knows it
    assert s.store.rijen() == na


def test_what_a_colleague_wrote_is_not_swallowed_after_it_was_taken_back(wereld: Wereld) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    _noem(s2, "De sluis")
    gekregen = s2.stuur(s)
    s.store.redo(gekregen.wijziging.terug())
    assert (_titel(s), _titel(s2)) == ("Sluis", "De sluis")
    _noem(s, "Sluis bij Veenhoek")
    s.stuur(s2)
    (conflict,) = s2.store.conflicten()
    assert {een.waarde for een in conflict.waarden} == {"Sluis bij Veenhoek", "De sluis"}
    s2.stuur(s)
    assert [een.veld for een in s.store.conflicten()] == ["titel"]


def test_notes_of_ones_own_other_laptop_stay_there_when_they_are_taken_back_here(wereld: Wereld) -> None:
    s = wereld["s1"]
    b, b2 = wereld.laat_toe("b1", "wies"), wereld.laat_toe("b2", "wies")
    publish_vergadering(s.store, s.bos, "v")
    for laptop in (b, b2):
        s.stuur(laptop)
    noot = een_aantekening(vergadering_id="v", agendapunt_id="p", eigenaar="Wies", tekst="Voor mij")
    b.stuur(b2)
    with b.store.transaction():
        b.store.aantekeningen.save(noot)
    gekregen = b.stuur(b2)
    b2.store.redo(gekregen.wijziging.terug())
    assert b2.store.aantekeningen.all() == ()
    b2.stuur(b)
    assert [een.tekst for een in b.store.aantekeningen.all()] == ["Voor mij"]
    b.stuur(b2)
    assert [een.tekst for een in b2.store.aantekeningen.all()] == ["Voor mij"]


@pytest.mark.parametrize("verteld", [False, True])
def test_what_was_written_over_it_and_undone_goes_with_what_came_in_unless_it_was_told(
    wereld: Wereld, verteld: bool
) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    _noem(s2, "De sluis")
    gekregen = s2.stuur(s)
    _, eigen = s.store.record(lambda: _noem(s, "De oude sluis"))
    with pytest.raises(IntussenGewijzigd):
        s.store.redo(gekregen.wijziging.terug())
    if verteld:
        s.maak(s2)
    s.store.redo(eigen.terug())
    if verteld:
        with pytest.raises(IntussenGewijzigd):
            s.store.redo(gekregen.wijziging.terug())
        assert _titel(s) == "De sluis"
    else:
        s.store.redo(gekregen.wijziging.terug())
        assert _titel(s) == "Sluis"
        assert examine(s.store, s.bos).goed
        assert s.stuur(s2).al_bekend


def test_questions_that_were_answered_and_asked_again_go_with_what_brought_them(wereld: Wereld) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    _noem(s, "Sluis bij Veenhoek")
    _noem(s2, "De sluis")
    gemaakt = s.maak(s2)
    gekregen = s2.ontvang(gemaakt)
    (conflict,) = s2.store.conflicten()
    _, keuze = s2.store.record(lambda: s2.store.beslis(conflict, "Sluis bij Veenhoek"))
    s2.store.redo(keuze.terug())
    s2.store.redo(gekregen.wijziging.terug())
    assert (_titel(s2), s2.store.conflicten()) == ("De sluis", ())
    assert examine(s2.store, s2.bos).goed
    s2.stuur(s)  # what was not told yet, is
    assert {een.waarde for een in s.store.conflicten()[0].waarden} == {"Sluis bij Veenhoek", "De sluis"}
    s2.ontvang(gemaakt)
    assert len(s2.store.conflicten()) == 1


def test_what_came_in_is_not_taken_back_from_under_what_came_later(wereld: Wereld) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    _noem(s2, "De sluis")
    eerste = s2.stuur(s)
    with s2.store.transaction():
        s2.store.personen.save(een_persoon(id="wies", naam="Wies Aalders"))
    tweede = s2.stuur(s)
    with pytest.raises(IntussenGewijzigd):
        s.store.redo(eerste.wijziging.terug())
    s.store.redo(tweede.wijziging.terug())
    s.store.redo(eerste.wijziging.terug())
    assert (_titel(s), s.store.personen.get("wies").naam) == ("Sluis", "Wies")
    s2.stuur(s)
    assert (_titel(s), s.store.personen.get("wies").naam) == ("De sluis", "Wies Aalders")


def test_a_meeting_with_notes_of_ones_own_on_it_is_not_taken_back(wereld: Wereld) -> None:
    s = wereld["s1"]
    b = wereld.laat_toe("b1", "wies")
    publish_vergadering(s.store, s.bos, "v")
    gekregen = s.stuur(b)
    with b.store.transaction():
        b.store.aantekeningen.save(een_aantekening(vergadering_id="v", agendapunt_id="p"))
    with pytest.raises(IntussenGewijzigd):
        b.store.redo(gekregen.wijziging.terug())
    assert (_titel(b), len(b.store.aantekeningen.all())) == ("Sluis", 1)


def test_a_member_who_changes_the_agenda_is_told_whose_it_is(wereld: Wereld) -> None:
    s = wereld["s1"]
    b = wereld.laat_toe("b1", "wies")
    publish_vergadering(s.store, s.bos, "v")
    s.stuur(b)
    with pytest.raises(NietVanU):
        _noem(b, "Van mij")
    assert _titel(b) == "Sluis"
