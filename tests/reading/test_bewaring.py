"""What a reader wrote is kept, or destroyed for good after the verslag is approved: counted first, never in silence."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_gremium, een_opname, een_stuk, een_vergadering
from tk_desktop.domain.aantekening import Anker, Soort
from tk_desktop.domain.bewaring import WACHTTIJD, Aantal, Bewaarkeuze, Bewaarpost
from tk_desktop.domain.verslag import Verslag, Verslagstaat
from tk_desktop.reading.aantekeningen import Leesplek, add_aantekening, add_puntnotitie, change_aantekening
from tk_desktop.reading.bewaring import (
    NietAanDeBeurt,
    VaststellingTeVroeg,
    destroy_notities,
    load_bewaring,
    set_bewaarkeuze,
    set_vaststelling,
)
from tk_desktop.reading.leesstanden import keep_leesstand, toggle_bladwijzer
from tk_desktop.reading.voorbereidingen import set_voorbereiding
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
ROOS, WIES = "Roos van Dalen", "Wies Aalders"
MAART, APRIL = date(2026, 3, 11), date(2026, 4, 8)
GOED = date(2026, 5, 13)
DAARNA = GOED + WACHTTIJD
V1, V2 = "a" * 64, "b" * 64


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        gremium = een_gremium(id="gremium")
        for naam, dag in (("maart", MAART), ("april", APRIL)):
            vergadering = een_vergadering(id=naam, gremium_id="gremium", datum=dag)
            punten = [een_agendapunt(id=f"punt-{naam}", titel="Oever")]
            stukken = [een_stuk(id=f"nota-{naam}", agendapunt_id=f"punt-{naam}")]
            bewaar(geopend, een_opname(gremium=gremium, vergadering=vergadering, agendapunten=punten, stukken=stukken))
        yield geopend


def _schrijf(store: Store, naam: str, tekst: str, wie: str = ROOS, versie: str = V1) -> str:
    plek = Leesplek(vergadering_id=naam, papier=f"nota-{naam}", agendapunt_id=f"punt-{naam}")
    anker = Anker(versie=versie, pagina=1, eind=9, citaat=f"citaat {tekst}", voor=f"voor {tekst}")
    een = add_aantekening(
        store, plek, anker, Soort.NOTITIE, eigenaar=wie, moment=NU, tekst=tekst, paginas=[f"blad {tekst}"]
    )
    return een.id


def _posten(store: Store, wie: str = ROOS) -> dict[str, Bewaarpost]:
    return {post.vergadering_id: post for post in load_bewaring(store, wie)}


def _mag_weg(store: Store, naam: str = "maart") -> None:
    set_bewaarkeuze(store, "gremium", Bewaarkeuze.VERNIETIGEN, eigenaar=ROOS)
    set_vaststelling(store, naam, GOED, eigenaar=ROOS)


def test_notes_are_kept_unless_the_reader_chooses_otherwise(store: Store) -> None:
    _schrijf(store, "maart", "Zwanenzang")
    set_vaststelling(store, "maart", GOED, eigenaar=ROOS)
    post = _posten(store)["maart"]
    assert (post.keuze, post.vernietigdag) == (Bewaarkeuze.BEWAREN, None)
    with pytest.raises(NietAanDeBeurt):
        destroy_notities(store, ["maart"], eigenaar=ROOS, vandaag=DAARNA)


def test_what_was_written_is_counted_for_each_meeting_and_each_reader(store: Store) -> None:
    _schrijf(store, "maart", "een")
    add_puntnotitie(store, "punt-maart", "twee", eigenaar=ROOS, moment=NU)
    set_voorbereiding(store, "punt-maart", eigenaar=ROOS, standpunt="Voor")
    toggle_bladwijzer(store, Leesplek(vergadering_id="maart", papier="nota-maart"), V1, 9, eigenaar=ROOS)
    _schrijf(store, "april", "drie", wie=WIES)
    assert {naam: post.aantal for naam, post in _posten(store).items()} == {
        "maart": Aantal(aantekeningen=2, voorbereidingen=1, bladwijzers=1)
    }
    assert list(_posten(store, WIES)) == ["april"]


def test_the_day_of_approval_is_that_of_the_verslag_else_what_the_reader_says(store: Store) -> None:
    _schrijf(store, "maart", "een")
    set_vaststelling(store, "maart", GOED, eigenaar=ROOS)
    assert (_posten(store)["maart"].vastgesteld, _posten(store)["maart"].uit_verslag) == (GOED, False)
    verslag = Verslag(
        id="v", vergadering_id="maart", staat=Verslagstaat.VASTGESTELD, vastgesteld_op=GOED + timedelta(days=7)
    )
    with store.transaction():
        store.verslagen.save(verslag)
    post = _posten(store)["maart"]
    assert (post.vastgesteld, post.uit_verslag) == (GOED + timedelta(days=7), True)


def test_a_draft_verslag_destroys_nothing(store: Store) -> None:
    _schrijf(store, "maart", "een")
    set_bewaarkeuze(store, "gremium", Bewaarkeuze.VERNIETIGEN, eigenaar=ROOS)
    with store.transaction():
        store.verslagen.save(Verslag(id="v", vergadering_id="maart", vastgesteld_op=GOED))
    assert _posten(store)["maart"].vernietigdag is None


def test_a_choice_and_a_day_can_be_changed_and_undone(store: Store) -> None:
    _schrijf(store, "maart", "een")
    _mag_weg(store)
    assert _posten(store)["maart"].vernietigdag == DAARNA
    _, wijziging = store.record(lambda: set_vaststelling(store, "maart", None, eigenaar=ROOS))
    assert _posten(store)["maart"].vernietigdag is None
    store.redo(wijziging.terug())
    assert _posten(store)["maart"].vernietigdag == DAARNA
    with pytest.raises(VaststellingTeVroeg):
        set_vaststelling(store, "maart", MAART - timedelta(days=1), eigenaar=ROOS)


def test_nothing_is_destroyed_before_its_day_nor_when_one_of_them_may_stay(store: Store) -> None:
    _schrijf(store, "maart", "een")
    _schrijf(store, "april", "twee")
    _mag_weg(store)
    for welke, dag in ((["maart"], DAARNA - timedelta(days=1)), (["maart", "april"], DAARNA)):
        with pytest.raises(NietAanDeBeurt):
            destroy_notities(store, welke, eigenaar=ROOS, vandaag=dag)
    assert len(store.aantekeningen.all()) == 2


def test_what_is_destroyed_is_gone_and_the_rest_stays(store: Store) -> None:
    _schrijf(store, "maart", "Zwanenzang")
    blijft = _schrijf(store, "april", "Ooievaar", versie=V2)
    van_wies = _schrijf(store, "maart", "Reiger", wie=WIES)
    set_voorbereiding(store, "punt-maart", eigenaar=ROOS, standpunt="Voor")
    plek = Leesplek(vergadering_id="maart", papier="nota-maart")
    toggle_bladwijzer(store, plek, V1, 9, eigenaar=ROOS)
    keep_leesstand(store, plek, V1, 9, eigenaar=ROOS, moment=NU)
    voor = store.opname("maart")
    _mag_weg(store)
    weg = destroy_notities(store, ["maart"], eigenaar=ROOS, vandaag=DAARNA)
    assert weg == Aantal(aantekeningen=1, voorbereidingen=1, bladwijzers=1)
    assert {een.id for een in store.aantekeningen.all()} == {blijft, van_wies}
    assert (store.voorbereidingen.all(), store.bladwijzers.all()) == ((), ())
    assert store.leesstanden.van("maart", ROOS)["nota-maart"].pagina == 9
    assert store.zoekregister.zoek("zwanenzang", aantekeningen=True) == ()
    assert [plek.bron for plek in store.zoekregister.zoek("ooievaar OF reiger", aantekeningen=True)] != []
    assert store.opname("maart") == voor
    assert store.controleer().goed
    assert destroy_notities(store, ["maart"], eigenaar=ROOS, vandaag=DAARNA) == Aantal()


def test_the_words_of_a_page_go_when_no_other_note_stands_on_it(store: Store) -> None:
    _schrijf(store, "maart", "Zwanenzang")
    _schrijf(store, "maart", "Zwanenzang", versie=V2)
    _schrijf(store, "april", "Ooievaar", versie=V2)
    _mag_weg(store)
    destroy_notities(store, ["maart"], eigenaar=ROOS, vandaag=DAARNA)
    assert store.leesteksten.van(V1) == ()
    assert store.leesteksten.van(V2) != ()


def _in_bestanden(map_: Path, woord: str) -> list[str]:
    """Return the files in which a word stands, in any letters."""
    kaal = woord.lower().encode()
    alle = (pad for pad in map_.rglob("*") if pad.is_file())
    return sorted(pad.name for pad in alle if kaal in pad.read_bytes().lower())


def test_no_byte_of_what_is_destroyed_is_left_in_the_werkmap(store: Store) -> None:
    id_ = _schrijf(store, "maart", "Zwanenzang")
    change_aantekening(store, id_, NU, tekst="Roerdomp " * 400)
    set_voorbereiding(store, "punt-maart", eigenaar=ROOS, standpunt="Kiekendief")
    _, wijziging = store.record(lambda: set_voorbereiding(store, "punt-maart", eigenaar=ROOS, standpunt="Kluut"))
    _schrijf(store, "april", "Ooievaar", versie=V2)
    (store.map / "kopieen").mkdir(exist_ok=True)
    store.kopieer(store.map / "kopieen" / "voor_0099_later.db")
    afdruk = store.map / "cache" / "afdruk"
    afdruk.mkdir(parents=True)
    (afdruk / "set.pdf").write_text("Roerdomp", encoding="utf-8")
    assert _in_bestanden(store.map, "roerdomp") == ["set.pdf", "tk.db", "voor_0099_later.db"]
    _mag_weg(store)
    destroy_notities(store, ["maart"], eigenaar=ROOS, vandaag=DAARNA)
    for woord in ("Zwanenzang", "Roerdomp", "Kiekendief", "Kluut"):
        assert _in_bestanden(store.map, woord) == [], woord
    assert _in_bestanden(store.map, "Ooievaar") == ["tk.db", "voor_0099_later.db"]
    assert wijziging
    assert not (store.map / "tk.db-journal").exists()


def test_another_connection_reads_on_and_writes_again_afterwards(store: Store) -> None:
    _schrijf(store, "maart", "Zwanenzang")
    _mag_weg(store)
    with Store.open(store.map) as ander:
        assert len(ander.aantekeningen.all()) == 1
        destroy_notities(store, ["maart"], eigenaar=ROOS, vandaag=DAARNA)
        assert ander.aantekeningen.all() == ()
        set_voorbereiding(ander, "punt-april", eigenaar=ROOS, standpunt="Voor")
    assert len(store.voorbereidingen.all()) == 1
