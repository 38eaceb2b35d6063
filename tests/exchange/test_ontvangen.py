"""Receiving: looked at first, then one change that can be undone; whatever order it comes in, and how often."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bouwers import een_gremium, een_persoon, een_vergadering
from tests.bundelsmederij import Smid
from tests.exchange.test_maken import met_stuk
from tests.uitwisselwereld import VANDAAG, Laptop, Wereld
from tk_desktop.base.progress import Progress
from tk_desktop.domain.rooster import Rol
from tk_desktop.exchange.fouten import BundelBeschadigd
from tk_desktop.exchange.ontvangen import keep_copy, look_at_bundel, receive_bundel
from tk_desktop.exchange.segment import Stukdeel
from tk_desktop.exchange.teller import BESTAND, notice_restore
from tk_desktop.store.werkmap import Store


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    wereld = Wereld(tmp_path)
    wereld.laat_toe("s2", "sanne", Rol.SECRETARIS)
    wereld["s2"].stuur(wereld["s1"])
    yield wereld
    wereld.sluit()


def _namen(laptop: Laptop) -> dict[str, str]:
    return {wie.id: wie.naam for wie in laptop.store.personen.all()}


def test_a_bundle_is_looked_at_before_anything_changes(wereld: Wereld) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    s.store.personen.save(een_persoon(id="puk", naam="Puk"))
    s.store.personen.save(een_persoon(id="roos", naam="Roos van Dalen"))
    s.store.personen.delete("aart")
    pad, voor = s.maak(s2).paden[0], _namen(s2)
    gezien = look_at_bundel(s2.store, s2.bos, pad)
    assert (gezien.nieuw, gezien.gewijzigd, gezien.verwijderd, gezien.conflicten) == (1, 1, 1, 0)
    assert (gezien.afzender, gezien.apparaat, gezien.organisatie) == ("Roos", "s1", "BC Waterkant")
    assert _namen(s2) == voor
    assert s2.ontvang(pad).wijziging.rijen == gezien.wijziging.rijen
    assert _namen(s2) == _namen(s)


def test_receiving_twice_is_receiving_once(wereld: Wereld) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    s.store.personen.save(een_persoon(id="puk", naam="Puk"))
    gemaakt = s.maak(s2)
    assert not s2.ontvang(gemaakt).al_bekend
    assert s2.ontvang(gemaakt).al_bekend
    assert look_at_bundel(s2.store, s2.bos, gemaakt.paden[0]).al_bekend


def test_a_received_bundle_can_be_undone_as_one_change(wereld: Wereld) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    voor = _namen(s2)
    s.store.personen.save(een_persoon(id="puk", naam="Puk"))
    s.store.personen.save(een_persoon(id="roos", naam="Roos van Dalen"))
    gekregen = s.stuur(s2)
    s2.store.redo(gekregen.wijziging.terug())
    assert _namen(s2) == voor
    heel = _namen(s)
    assert s2.stuur(s).al_bekend  # what others wrote is theirs: it is taken back here alone
    assert _namen(s) == heel


def test_two_secretaries_who_wrote_apart_both_keep_their_words(wereld: Wereld) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    s.stuur(s2)
    s.store.personen.save(een_persoon(id="roos", naam="Roos A."))
    s2.store.personen.save(een_persoon(id="roos", naam="Roos B."))
    assert s.stuur(s2).conflicten == 1
    s2.stuur(s)
    for laptop in (s, s2):
        (conflict,) = laptop.store.conflicten()
        assert {kandidaat.waarde for kandidaat in conflict.waarden} == {"Roos A.", "Roos B."}
    assert _namen(s) == _namen(s2)


def test_a_bundle_that_comes_before_an_earlier_one_waits_for_it(wereld: Wereld) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    s3 = wereld.laat_toe("s3", "sanne", Rol.SECRETARIS)
    s2.stuur(s)
    s.stuur(s2)
    s2.stuur(s3)
    s.store.personen.save(een_persoon(id="p1", naam="Een"))
    eerste = s.maak(s3)
    s.store.personen.save(een_persoon(id="p2", naam="Twee"))
    s3.ontvang(s.maak(s3))
    assert s3.ontvang(eerste).al_bekend
    assert _namen(s3) == _namen(s)


def test_a_laptop_that_put_back_a_copy_of_the_whole_werkmap_is_back_in_two_bundles(
    wereld: Wereld, tmp_path: Path
) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    s.stuur(s2)
    oud = tmp_path / "oud"
    s2.store.close()
    shutil.copytree(s2.store.map, oud)
    s2.store = Store.open(s2.store.map)
    for nummer in range(10):
        s.store.personen.save(een_persoon(id=f"s{nummer}", naam=f"S {nummer}"))
        s2.store.personen.save(een_persoon(id=f"t{nummer}", naam=f"T {nummer}"))
        s.stuur(s2)
        s2.stuur(s)
    s.store.personen.delete("s1")
    s.stuur(s2)
    s2.stuur(s)
    map_ = s2.store.map
    s2.store.close()
    shutil.rmtree(map_)
    shutil.copytree(oud, map_)
    s2.store = Store.open(map_)
    s.store.personen.save(een_persoon(id="s3", naam="Nieuw"))
    s.stuur(s2)  # the first tells s2 that it misses something
    s2.stuur(s)
    s.stuur(s2)  # the second brings it
    assert _namen(s2) == _namen(s)
    assert "s1" not in _namen(s2)
    assert "t9" in _namen(s2)


def test_a_database_that_was_put_back_alone_gives_itself_away(wereld: Wereld) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    kopie = s2.store.map / "kopie.db"
    s2.store.kopieer(kopie)
    s2.maak(s)
    was = s2.store.uitwisseling.eigen()
    assert not notice_restore(s2.store)
    s2.store.close()
    kopie.replace(s2.store.map / "tk.db")
    s2.store = Store.open(s2.store.map)
    with s2.store.transaction():
        assert notice_restore(s2.store)
    assert s2.store.uitwisseling.eigen().incarnatie != was.incarnatie
    (s2.store.map / BESTAND).write_bytes(b"kapot")
    assert not notice_restore(s2.store)


def test_a_copy_is_kept_once_a_day_and_of_seven_days(wereld: Wereld) -> None:
    s = wereld["s1"]
    for dag in range(1, 12):
        eerste = keep_copy(s.store, VANDAAG.replace(day=dag))
        stand = eerste.stat().st_mtime_ns
        assert keep_copy(s.store, VANDAAG.replace(day=dag)).stat().st_mtime_ns == stand
    kopieen = sorted(pad.name for pad in (s.store.map / "kopieen").glob("voor_ontvangst_*"))
    assert kopieen[0] == "voor_ontvangst_2026-03-05.db"
    assert len(kopieen) == 7


def test_a_member_sees_no_draft_and_the_secretary_what_a_member_sends(wereld: Wereld) -> None:
    s, b = wereld["s1"], wereld.laat_toe("b1", "wies")
    with s.store.transaction():
        s.store.gremia.save(een_gremium(id="g1"))
        s.store.vergaderingen.save(een_vergadering(id="v1", gremium_id="g1"))
    s.stuur(b)
    assert b.store.vergaderingen.all() == ()
    assert b.stuur(s).overgeslagen == {}


def test_what_a_third_laptop_passes_on_bears_the_hand_of_who_wrote_it(wereld: Wereld) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    s3 = wereld.laat_toe("s3", "sanne", Rol.SECRETARIS)
    s.stuur(s2)
    s.store.personen.save(een_persoon(id="puk", naam="Puk"))
    s.stuur(s2)
    gekregen = s2.stuur(s3)
    assert "puk" in _namen(s3)
    assert gekregen.apparaat == "s2"
    (segment,) = [een for een in s3.store.segmenten.van(["sec"]) if een.apparaat == s.id][-1:]
    assert segment.gegevens in [een.gegevens for een in s.store.segmenten.van(["sec"])]


def test_a_file_that_is_not_what_its_row_says_is_not_kept_and_asked_for_again(wereld: Wereld, tmp_path: Path) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    som = met_stuk(s, b"%PDF-goed")
    s.store.bestanden.plek(som).unlink()
    s2.ontvang(s.maak(s2))
    smid = Smid(s)
    vals = Stukdeel(inhoud=som, grootte=9, deel=1, delen=1, gegevens=b"%PDF-vals")
    pad = smid.bundel(s2, [smid.stukdeel(vals, bereik="sec")], pad=tmp_path / "vals.tkb")
    gekregen = s2.ontvang(pad)
    assert (gekregen.stukken, gekregen.volgt_nog) == (0, 1)
    assert not s2.store.bestanden.plek(som).exists()


def test_a_bundle_that_changes_while_its_papers_are_taken_in_is_refused_whole(wereld: Wereld) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    met_stuk(s, bytes(5_000))
    pad = s.maak(s2).paden[0]

    def bederf(wat: str, *_: object) -> None:
        if wat == "Stukken bewaren":
            heel = bytearray(pad.read_bytes())
            heel[-2_000] ^= 1
            pad.write_bytes(heel)

    with pytest.raises(BundelBeschadigd):
        receive_bundel(s2.store, s2.bos, pad, vandaag=VANDAAG, progress=Progress(bederf))
    assert s2.store.vergaderingen.all() == ()
    assert not list((s2.store.map / "stukken").glob("*/*"))


def test_a_whole_exchange_between_readers_of_one_meeting_comes_to_rest(wereld: Wereld) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    for beurt in range(3):
        s.store.personen.save(een_persoon(id=f"s{beurt}", naam="S"))
        s2.store.personen.save(een_persoon(id=f"t{beurt}", naam="T"))
        s.stuur(s2)
        s2.stuur(s)
    s.stuur(s2)
    assert s.maak(s2).leeg
    assert s2.maak(s).leeg
    assert _namen(s) == _namen(s2)
