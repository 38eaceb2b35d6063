"""Keeping the roster: laptops come and go, keys are renewed, and a second secretary signs along."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bouwers import een_gremium, een_lidmaatschap, een_persoon, een_vergadering
from tests.bundelsmederij import Smid
from tests.uitwisselwereld import VANDAAG, Laptop, Wereld
from tk_desktop.domain.bereik import besloten
from tk_desktop.domain.rooster import Rol
from tk_desktop.domain.vergadering import Afmelding
from tk_desktop.exchange.fouten import AfzenderOnbekend, BundelBeschadigd
from tk_desktop.exchange.lezen import NogNietVertrouwd, Reden, ZelfNietOpRooster
from tk_desktop.exchange.maken import make_bundel
from tk_desktop.exchange.ontvangen import receive_bundel
from tk_desktop.exchange.rooster import (
    Aanmelding,
    AlleenSecretariaat,
    AlOpRooster,
    GeenRooster,
    NietOpRooster,
    PapierenSleutel,
    PapierOnleesbaar,
    RoosterVerouderd,
    admit,
    begin_rooster,
    lees_aanmelding,
    name_keys,
    neem_aan,
    onderteken,
    remove_person,
    roosters,
    schrijf_aanmelding,
    set_lezers,
    withdraw_device,
)
from tk_desktop.exchange.roosterdocument import HandtekeningOntbreekt, RoosterGesplitst, RoosterVervalst
from tk_desktop.exchange.segment import Soort, schrijf_rooster
from tk_desktop.exchange.sleutelkast import Sleutelkast
from tk_desktop.exchange.sleutels import Sleutelbos
from tk_desktop.exchange.woorden import zes_woorden
from tk_desktop.store.werkmap import Store


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    wereld = Wereld(tmp_path)
    yield wereld
    wereld.sluit()


def test_a_laptop_is_admitted_after_its_owner_read_the_same_six_words(wereld: Wereld, tmp_path: Path) -> None:
    s = wereld["s1"]
    bos, pad = Sleutelbos.maak(), tmp_path / "aanmelding.json"
    pad.write_bytes(schrijf_aanmelding(bos, "Wies", "Laptop thuis"))
    aanmelding = lees_aanmelding(pad)
    assert (aanmelding.naam, aanmelding.apparaatnaam, aanmelding.sleutels) == ("Wies", "Laptop thuis", bos.openbaar)
    rooster = admit(s.store, s.bos, aanmelding, "wies", Rol.BESTUURDER)
    assert rooster.versie == 2
    assert rooster.leest("wies", "pp:wies")
    doel = tmp_path / "eerste.tkb"
    make_bundel(s.store, s.bos, bos.id, doel)
    with Store.open(tmp_path / "wies", maken=True) as store:
        with pytest.raises(NogNietVertrouwd) as gevangen:
            receive_bundel(store, bos, doel, vandaag=VANDAAG)
        assert " ".join(zes_woorden(s.bos.openbaar, bos.openbaar)) in gevangen.value.raad
        store.uitwisseling.vertrouw("ab" * 32)
        with pytest.raises(RoosterVervalst):
            receive_bundel(store, bos, doel, vandaag=VANDAAG)
        store.uitwisseling.vertrouw(s.bos.openbaar.verify)
        gekregen = receive_bundel(store, bos, doel, vandaag=VANDAAG)
        assert (gekregen.afzender, gekregen.rooster) == ("Roos", 2)
        assert (store.bewerkingen.persoon, store.bewerkingen.rol) == ("wies", "bestuurder")
    with pytest.raises(AlOpRooster):
        admit(s.store, s.bos, aanmelding, "wies", Rol.BESTUURDER)


@pytest.mark.parametrize("oud", [b"Wies", b'"verify"', b'"sig":"'])
def test_a_request_that_was_changed_underway_is_refused(tmp_path: Path, oud: bytes) -> None:
    pad = tmp_path / "aanmelding.json"
    heel = schrijf_aanmelding(Sleutelbos.maak(), "Wies", "Laptop")
    pad.write_bytes(heel.replace(oud, oud[:-1] + b"x"))
    with pytest.raises(BundelBeschadigd):
        lees_aanmelding(pad)


def test_only_the_secretariat_changes_the_roster(wereld: Wereld) -> None:
    b = wereld.laat_toe("b1", "wies")
    with pytest.raises(AlleenSecretariaat):
        withdraw_device(b.store, b.bos, wereld["s1"].id)
    with pytest.raises(AlleenSecretariaat):
        set_lezers(b.store, b.bos, {besloten("zaak"): ["wies"]})


def test_an_exchange_is_begun_once(wereld: Wereld, tmp_path: Path) -> None:
    s = wereld["s1"]
    with pytest.raises(AlOpRooster):
        begin_rooster(s.store, s.bos, "Nog een", "roos", "s1")
    with pytest.raises(NietOpRooster):
        withdraw_device(s.store, s.bos, "f" * 16)
    with pytest.raises(NietOpRooster):
        remove_person(s.store, s.bos, "joop")
    with Store.open(tmp_path / "leeg", maken=True) as leeg, pytest.raises(GeenRooster):
        roosters(leeg)


def test_a_second_laptop_of_somebody_gets_the_private_rows_of_the_first(wereld: Wereld) -> None:
    s, een = wereld["s1"], wereld.laat_toe("b1", "wies")
    s.stuur(een)
    een.store.bewaarregels.all()
    een.stuur(s)
    twee = wereld.laat_toe("b2", "wies")
    s.stuur(een)
    een.stuur(twee)
    kasten = [Sleutelkast(laptop.store, laptop.bos) for laptop in (een, twee)]
    assert kasten[0].kids("prive:wies") == kasten[1].kids("prive:wies") != ()
    assert "prive:wies" not in {bereik for bereik, _ in s.store.uitwisseling.sleutels()}


def test_a_lost_laptop_reads_nothing_newer_and_writes_nothing_that_counts(wereld: Wereld) -> None:
    s, b = wereld["s1"], wereld.laat_toe("b1", "wies")
    c = wereld.laat_toe("c1", "joop")
    s.stuur(b)
    van_b = b.maak(c)
    voor = roosters(s.store).huidig.kids
    na = withdraw_device(s.store, s.bos, b.id)
    assert na.kids["pp:wies"] == voor["pp:wies"] + 1
    assert na.kids["sec"] == voor["sec"]  # it never read that
    with pytest.raises(NietOpRooster):
        s.maak(b)
    s.stuur(c)
    with pytest.raises(AfzenderOnbekend):
        c.ontvang(van_b)
    opnieuw = wereld.laat_toe("b2", "wies")
    kast = Sleutelkast(opnieuw.store, opnieuw.bos)
    assert kast.sleutel("pp:wies", na.kids["pp:wies"]) is not None


def test_somebody_who_left_reads_nothing_newer_on_any_laptop(wereld: Wereld) -> None:
    s = wereld["s1"]
    b1, b2 = wereld.laat_toe("b1", "wies"), wereld.laat_toe("b2", "wies")
    set_lezers(s.store, s.bos, {besloten("zaak"): ["roos", "wies"]})
    na = remove_person(s.store, s.bos, "wies")
    assert na.deelnemer("wies") is None
    assert na.kids["bes:zaak"] == 2
    assert na.lezers["bes:zaak"] == {"roos"}
    assert all(na.apparaat(laptop.id).ingetrokken for laptop in (b1, b2))  # type: ignore[union-attr]


def test_a_besloten_scope_gets_a_new_key_when_somebody_may_read_it_no_longer(wereld: Wereld) -> None:
    s = wereld["s1"]
    zaak = besloten("zaak")
    assert set_lezers(s.store, s.bos, {zaak: ["roos", "wies"]}).kids[str(zaak)] == 1
    assert set_lezers(s.store, s.bos, {zaak: ["roos", "wies", "joop"]}).kids[str(zaak)] == 1
    minder = set_lezers(s.store, s.bos, {zaak: ["roos", "joop"]})
    assert minder.kids[str(zaak)] == 2
    assert set_lezers(s.store, s.bos, {zaak: ["roos", "joop"]}) is not None
    assert roosters(s.store).huidig.versie == minder.versie  # nothing changed, so no version was made
    assert Sleutelkast(s.store, s.bos).kids(str(zaak)) == (1, 2)


def test_of_three_keys_two_sign_and_one_may_lie_on_paper(wereld: Wereld) -> None:
    s, s2 = wereld["s1"], wereld.laat_toe("s2", "sanne", Rol.SECRETARIS)
    papier = PapierenSleutel.lees(" ".join(PapierenSleutel.maak().woorden))
    sleutels = [wie.openbaar.verify for wie in (s.bos, s2.bos, papier)]
    name_keys(s.store, s.bos, sleutels)
    with pytest.raises(HandtekeningOntbreekt) as gevangen:
        set_lezers(s.store, s.bos, {besloten("zaak"): ["roos"]})
    voorstel = gevangen.value.details["document"]
    assert isinstance(voorstel, bytes)
    with pytest.raises(HandtekeningOntbreekt):
        neem_aan(s.store, s.bos, voorstel)
    getekend = onderteken(voorstel, papier)
    nieuw = neem_aan(s.store, s.bos, getekend)
    assert nieuw.lezers == {"bes:zaak": {"roos"}}
    s.stuur(s2)
    assert roosters(s2.store).huidig == nieuw
    with pytest.raises(RoosterVervalst):
        neem_aan(s2.store, s2.bos, getekend)  # it is known already
    with pytest.raises(BundelBeschadigd):
        neem_aan(s2.store, s2.bos, b"geen rooster")


def test_a_key_on_paper_is_read_word_by_word() -> None:
    with pytest.raises(PapierOnleesbaar):
        PapierenSleutel.lees("aal aap aard")


def test_a_laptop_that_the_roster_does_not_name_is_told_so(wereld: Wereld, tmp_path: Path) -> None:
    s = wereld["s1"]
    smid, bos = Smid(s), Sleutelbos.maak()
    kop = smid.kop(soort=Soort.ROOSTER, aantal=0, schema=0)
    rooster = schrijf_rooster(s.bos, kop, s.store.uitwisseling.roosters()[0])
    with Store.open(tmp_path / "x", maken=True) as store:
        store.uitwisseling.vertrouw(s.bos.openbaar.verify)
        pad = smid.bundel(Laptop("x", "wies", store, bos), [rooster], pad=tmp_path / "x.tkb")
        with pytest.raises(ZelfNietOpRooster):
            receive_bundel(store, bos, pad, vandaag=VANDAAG)
        assert store.uitwisseling.roosters() == ()


def test_what_a_withdrawn_laptop_wrote_counts_as_far_as_it_had_come_in(wereld: Wereld) -> None:
    s, s2 = wereld["s1"], wereld.laat_toe("s2", "sanne", Rol.SECRETARIS)
    s3 = wereld.laat_toe("s3", "sanne", Rol.SECRETARIS)
    s.stuur(s2)
    s2.store.personen.save(een_persoon(id="op tijd", naam="Op Tijd"))
    s2.stuur(s)
    s2.store.personen.save(een_persoon(id="te laat", naam="Te Laat"))
    laat = s2.maak(s3)
    withdraw_device(s.store, s.bos, s2.id)
    s.stuur(s3)
    assert {wie.id for wie in s3.store.personen.all()} >= {"op tijd"}
    with pytest.raises(AfzenderOnbekend):
        s3.ontvang(laat)


def test_a_relay_of_what_was_written_after_a_withdrawal_is_passed_over(wereld: Wereld) -> None:
    s, s2 = wereld["s1"], wereld.laat_toe("s2", "sanne", Rol.SECRETARIS)
    s3 = wereld.laat_toe("s3", "sanne", Rol.SECRETARIS)
    for laptop in (s2, s3):
        s.stuur(laptop)
    s2.store.personen.save(een_persoon(id="op tijd", naam="Op Tijd"))
    s2.stuur(s)
    s2.store.personen.save(een_persoon(id="te laat", naam="Te Laat"))
    s2.stuur(s3)  # s3 does not know of the withdrawal yet
    withdraw_device(s.store, s.bos, s2.id)
    gekregen = s3.stuur(s)
    assert gekregen.overgeslagen == {Reden.INGETROKKEN: 1}
    assert "te laat" not in {wie.id for wie in s.store.personen.all()}


def test_a_werkmap_with_rows_begins_an_exchange_with_all_of_them(tmp_path: Path) -> None:
    bos = Sleutelbos.maak()
    with Store.open(tmp_path / "w", maken=True) as store:
        store.gremia.save(een_gremium(id="g1"))
        store.vergaderingen.save(een_vergadering(id="v1", gremium_id="g1"))
        store.personen.save(een_persoon(id="roos", naam="Roos"))
        begin_rooster(store, bos, "BC Waterkant", "roos", "Laptop")
        pad = tmp_path / "a.json"
        nieuw = Sleutelbos.maak()
        pad.write_bytes(schrijf_aanmelding(nieuw, "Roos", "Tweede"))
        admit(store, bos, lees_aanmelding(pad), "roos", Rol.SECRETARIS)
        doel = tmp_path / "b.tkb"
        assert make_bundel(store, bos, nieuw.id, doel).segmenten == 1
    with Store.open(tmp_path / "x", maken=True) as ander:
        ander.uitwisseling.vertrouw(bos.openbaar.verify)
        assert receive_bundel(ander, nieuw, doel, vandaag=VANDAAG).nieuw == 3


def test_an_absence_of_a_member_without_a_laptop_reaches_the_other_secretary(wereld: Wereld) -> None:
    s, s2 = wereld["s1"], wereld.laat_toe("s2", "sanne", Rol.SECRETARIS)
    with s.store.transaction():
        s.store.gremia.save(een_gremium(id="g1"))
        s.store.leden.save(een_lidmaatschap(id="lid-joop", gremium_id="g1", persoon_id="joop"))
        s.store.vergaderingen.save(een_vergadering(id="v1", gremium_id="g1"))
        s.store.afmeldingen.save(Afmelding(id="a1", vergadering_id="v1", lid_id="lid-joop", reden="Ziek"))
    s.stuur(s2)
    assert s2.store.afmeldingen.get("a1").reden == "Ziek"
    versie = roosters(s.store).huidig.versie
    b = wereld.laat_toe("b1", "joop")
    assert roosters(s.store).huidig.versie == versie + 1
    assert b.stuur(s).overgeslagen == {}


def _zet_terug(laptop: Laptop, kopie: Path) -> None:
    """Put a copy of the whole werkmap back."""
    laptop.store.close()
    shutil.rmtree(laptop.store.map)
    shutil.copytree(kopie, laptop.store.map)
    laptop.store = Store.open(laptop.store.map)


def _bewaar(laptop: Laptop, kopie: Path) -> Path:
    laptop.store.close()
    shutil.copytree(laptop.store.map, kopie)
    laptop.store = Store.open(laptop.store.map)
    return kopie


def _laat_toe(s: Laptop, persoon: str) -> None:
    nieuw = Aanmelding(naam=persoon, apparaatnaam=f"laptop {persoon}", sleutels=Sleutelbos.maak().openbaar)
    admit(s.store, s.bos, nieuw, persoon, Rol.BESTUURDER)


def _personen(laptop: Laptop) -> set[str]:
    return {wie.persoon_id for wie in roosters(laptop.store).huidig.deelnemers}


def test_a_secretary_who_put_back_an_old_copy_gets_the_roster_back_before_changing_it(
    wereld: Wereld, tmp_path: Path
) -> None:
    s, s2 = wereld["s1"], wereld.laat_toe("s2", "sanne", Rol.SECRETARIS)
    s2.stuur(s)
    kopie = _bewaar(s, tmp_path / "kopie")
    _laat_toe(s, "wies")
    s.stuur(s2)
    _zet_terug(s, kopie)
    s2.stuur(s)  # tells which roster others have
    with pytest.raises(RoosterVerouderd, match="oude kopie"):
        _laat_toe(s, "joop")
    s.stuur(s2)  # tells which one is here
    s2.stuur(s)
    _laat_toe(s, "joop")
    s.stuur(s2)
    assert _personen(s) == _personen(s2) == {"roos", "sanne", "wies", "joop"}


def test_a_database_put_back_alone_knows_at_once_that_its_roster_is_old(wereld: Wereld, tmp_path: Path) -> None:
    s, s2 = wereld["s1"], wereld.laat_toe("s2", "sanne", Rol.SECRETARIS)
    kopie = _bewaar(s, tmp_path / "kopie")
    _laat_toe(s, "wies")
    s.stuur(s2)
    shutil.copy(s.store.map / "teller.json", kopie)
    _zet_terug(s, kopie)
    with pytest.raises(RoosterVerouderd):
        _laat_toe(s, "joop")
    s.stuur(s2)  # a bundle still goes
    s2.stuur(s)
    _laat_toe(s, "joop")
    assert _personen(s) == {"roos", "sanne", "wies", "joop"}


def test_two_rosters_of_one_number_are_told_on_both_sides_and_change_nothing(wereld: Wereld, tmp_path: Path) -> None:
    """The copy was put back on another computer and the roster changed before any bundle came."""
    s, s2 = wereld["s1"], wereld.laat_toe("s2", "sanne", Rol.SECRETARIS)
    s2.stuur(s)
    kopie = _bewaar(s, tmp_path / "kopie")
    _laat_toe(s, "wies")
    s.stuur(s2)
    _zet_terug(s, kopie)
    _laat_toe(s, "joop")
    for van, naar in ((s, s2), (s2, s)):
        voor = _personen(naar)
        with pytest.raises(RoosterGesplitst, match="rooster 3"):
            naar.ontvang(van.maak(naar, volledig=True))
        assert _personen(naar) == voor
    _zet_terug(s, kopie)  # as the message advises
    s2.stuur(s)
    s.stuur(s2)
    s2.stuur(s)
    _laat_toe(s, "joop")
    s.stuur(s2)
    assert _personen(s) == _personen(s2) == {"roos", "sanne", "wies", "joop"}
