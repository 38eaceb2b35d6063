"""Notes that people share with each other reach exactly those people, follow their writer, and no others."""

import atexit
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

import pytest

from tests.bouwers import (
    bewaar,
    een_agendapunt,
    een_gremium,
    een_lidmaatschap,
    een_opname,
    een_persoon,
    een_stuk,
    een_stukversie,
    een_vergadering,
)
from tests.notenbouwers import een_aantekening, een_anker
from tests.schijf import IN_GEHEUGEN
from tests.uitwisselwereld import VANDAAG, Laptop, Wereld
from tk_desktop.domain.aantekening import SECRETARIAAT, Aantekening, Soort, Zicht
from tk_desktop.domain.bereik import gedeeld
from tk_desktop.domain.leeslijst import mag_lezen
from tk_desktop.domain.rooster import Rol
from tk_desktop.exchange.fouten import BuitenBevoegdheid
from tk_desktop.exchange.postbus.mapopslag import Mapopslag
from tk_desktop.exchange.postbus.ronde import exchange_once
from tk_desktop.exchange.publiceren import publish_vergadering
from tk_desktop.reading.aantekeningen import remove_aantekeningen, share_aantekeningen
from tk_desktop.store.fouten import NietVanU

MENSEN = ("wies", "joop", "femke")
LAPTOPS = {"s2": "sanne", "b1": "wies", "c1": "joop", "d1": "femke", "a1": "aart"}


@cache
def _begin() -> Wereld:
    """A published meeting with three members and an official; one item is besloten, one not for Joop either.

    Made once, and copied for each test.
    """
    map_ = Path(mkdtemp(prefix="tk-delen-", dir=IN_GEHEUGEN))
    atexit.register(rmtree, map_, ignore_errors=True)
    wereld = Wereld(map_)
    s = wereld["s1"]
    s.store.personen.save(een_persoon(id="femke", naam="Femke"))
    bewaar(
        s.store,
        een_opname(
            gremium=een_gremium(id="g"),
            vergadering=een_vergadering(id="v", gremium_id="g"),
            personen=[een_persoon(id=wie, naam=wie.capitalize()) for wie in MENSEN],
            leden=[een_lidmaatschap(id=f"l-{wie}", gremium_id="g", persoon_id=wie) for wie in MENSEN],
            agendapunten=[
                een_agendapunt(id="p", volgorde="c", vergadering_id="v", titel="Sluis"),
                een_agendapunt(id="dicht", volgorde="g", vergadering_id="v", titel="Grondprijs kade", besloten=True),
                een_agendapunt(id="zaak", volgorde="m", vergadering_id="v", titel="Bouwclaim Joop", besloten=True),
            ],
            stukken=[
                een_stuk(id="s", agendapunt_id="p"),
                een_stuk(id="t", agendapunt_id="dicht", titel="Taxatie"),
                een_stuk(id="u", agendapunt_id="p", titel="Tekening"),
            ],
        ),
    )
    s.store.versies.save(een_stukversie(id="u2", stuk_id="u", sha256="b" * 64))
    s.store.agendapunten.uitsluitingen.sluit_uit("zaak", "joop")
    for naam, wie in LAPTOPS.items():
        rol = {"s2": Rol.SECRETARIS, "a1": Rol.AMBTENAAR}.get(naam, Rol.BESTUURDER)
        wereld.laat_toe(naam, wie, rol)
    publish_vergadering(s.store, s.bos, "v")
    for naam in LAPTOPS:
        s.stuur(wereld[naam])
    wereld.sluit()
    return wereld


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    wereld = _begin().kopie(tmp_path)
    yield wereld
    wereld.sluit()


def _schrijf(laptop: Laptop, tekst: str, *met: str, zicht: Zicht = Zicht.GEDEELD, **anders: object) -> str:
    """Let who works there write a note and share it with these people."""
    velden = {"soort": Soort.PUNTNOTITIE, "agendapunt_id": "p"} | anders
    eigenaar = laptop.persoon_id.capitalize()
    noot = een_aantekening(vergadering_id="v", tekst=tekst, eigenaar=eigenaar, zicht=zicht, gedeeld_met=met, **velden)
    with laptop.store.transaction():
        laptop.store.aantekeningen.save(noot)
    return noot.id


def _noten(laptop: Laptop) -> dict[str, str]:
    return {een.tekst: een.eigenaar for een in laptop.store.aantekeningen.all()}


def _deel(wereld: Wereld, van: str = "b1") -> None:
    """Let one laptop send what it has for them to all others."""
    for naam in ("s1", *LAPTOPS):
        if naam != van:
            wereld[van].stuur(wereld[naam])


def _wijzig(laptop: Laptop, id_: str, **anders: object) -> None:
    with laptop.store.transaction():
        een = laptop.store.aantekeningen.get(id_)
        laptop.store.aantekeningen.save(replace(een, **anders))  # type: ignore[arg-type]


def _een(laptop: Laptop) -> Aantekening:
    (een,) = laptop.store.aantekeningen.all()
    return een


def test_a_note_reaches_exactly_who_it_is_shared_with_and_bears_the_name_of_its_writer(wereld: Wereld) -> None:
    b = wereld["b1"]
    _schrijf(b, "Samen optrekken?", "Joop", labels=("kade",), papier="s", soort=Soort.NOTITIE)
    _schrijf(b, "Alleen van mij", zicht=Zicht.PRIVE)
    _deel(wereld)
    assert _noten(wereld["c1"]) == {"Samen optrekken?": "Wies"}
    for naam in ("s1", "s2", "d1", "a1"):
        assert _noten(wereld[naam]) == {}
        assert not any(een.startswith("deel:") for een in wereld[naam].store.segmenten.bereiken())
    gekregen = _een(wereld["c1"])
    assert (gekregen.labels, gekregen.gedeeld_met, len(gekregen.plaatsen)) == (("kade",), ("Joop",), 1)
    assert gekregen.is_afschrift
    assert mag_lezen(gekregen, "J. de Wit, zoals hij in zijn venster heet")


def test_a_note_for_all_reaches_every_member_of_the_body_and_the_secretariat_once(wereld: Wereld) -> None:
    _schrijf(wereld["b1"], "Let op de kade", zicht=Zicht.ALLEN)
    _deel(wereld)
    for naam in ("s1", "s2", "c1", "d1"):
        assert _noten(wereld[naam]) == {"Let op de kade": "Wies"}, naam
        assert len(wereld[naam].store.aantekeningen.all()) == 1
    assert _noten(wereld["a1"]) == {}


def test_what_its_writer_changes_withdraws_or_removes_follows_at_its_readers(wereld: Wereld) -> None:
    b, c, d = (wereld[naam] for naam in ("b1", "c1", "d1"))
    noot = _schrijf(b, "Eerste woorden", "Joop", "Femke")
    _deel(wereld)
    _wijzig(b, noot, tekst="Tweede woorden", gedeeld_met=("Femke",))
    _deel(wereld)
    assert (_noten(c), _noten(d)) == ({}, {"Tweede woorden": "Wies"})
    assert "Eerste woorden" not in repr(c.store.bewerkingen.waarden())
    with b.store.transaction():
        share_aantekeningen(b.store, [noot], Zicht.PRIVE, _een(b).gewijzigd)
    _deel(wereld)
    assert (_noten(c), _noten(d), _noten(b)) == ({}, {}, {"Tweede woorden": "Wies"})
    _wijzig(b, noot, zicht=Zicht.GEDEELD, gedeeld_met=("Joop",))
    _deel(wereld)
    assert _noten(c) == {"Tweede woorden": "Wies"}
    remove_aantekeningen(b.store, [noot])
    _deel(wereld)
    assert _noten(c) == _noten(b) == {}
    assert all(een.conflicten() == () for een in (b.store, c.store, d.store))


def test_an_answer_of_the_secretariat_reaches_who_the_question_is_shared_with(wereld: Wereld) -> None:
    b, s = wereld["b1"], wereld["s1"]
    _schrijf(b, "Wie betaalt?", "Joop", SECRETARIAAT, soort=Soort.VRAAG, papier="s")
    _deel(wereld)
    _wijzig(s, _een(s).id, antwoord="De provincie.")
    s.stuur(b)
    _deel(wereld)
    assert [een.antwoord for een in wereld["c1"].store.aantekeningen.all()] == ["De provincie."]


@pytest.mark.parametrize(
    ("waar", "wie"),
    [
        ({"agendapunt_id": "dicht"}, {"c1", "d1"}),
        ({"papier": "t", "agendapunt_id": "dicht", "soort": Soort.NOTITIE}, {"c1", "d1"}),
        ({"agendapunt_id": "zaak"}, {"d1"}),
        ({"papier": "agenda", "agendapunt_id": None, "soort": Soort.NOTITIE}, {"d1"}),
        ({"papier": "s", "soort": Soort.NOTITIE}, {"c1", "d1", "a1"}),
        ({"tekst": "Dit raakt de grondprijs kade"}, {"c1", "d1"}),
        ({"tekst": "Zie bouwclaim  JOOP"}, {"d1"}),
    ],
)
def test_a_note_comes_to_nobody_who_may_not_read_what_it_stands_on_or_names(
    wereld: Wereld, waar: dict[str, Any], wie: set[str]
) -> None:
    tekst = str(waar.pop("tekst", "Hier iets over"))
    _schrijf(wereld["b1"], tekst, "Joop", "Femke", "Aart", **waar)
    _deel(wereld)
    assert {naam for naam in ("c1", "d1", "a1") if _noten(wereld[naam])} == wie


def test_a_note_goes_from_who_may_read_its_item_no_longer(wereld: Wereld) -> None:
    s, b, c, a = (wereld[naam] for naam in ("s1", "b1", "c1", "a1"))
    _schrijf(b, "Over de sluis", "Joop", "Aart")
    _deel(wereld)
    assert (_noten(c), _noten(a)) == ({"Over de sluis": "Wies"},) * 2
    with s.store.transaction():
        s.store.agendapunten.save(replace(s.store.agendapunten.get("p"), besloten=True))
    publish_vergadering(s.store, s.bos, "v")
    s.stuur(b)
    _deel(wereld)
    assert (_noten(c), _noten(a)) == ({"Over de sluis": "Wies"}, {})


def test_the_secretary_shares_nothing_on_what_was_closed_since_it_was_published(wereld: Wereld) -> None:
    s = wereld["s1"]
    _schrijf(s, "Over de sluis", "Joop", "Aart", agendapunt_id="p")
    with s.store.transaction():
        s.store.agendapunten.save(replace(s.store.agendapunten.get("p"), besloten=True))
    _deel(wereld, "s1")
    assert (_noten(wereld["c1"]), _noten(wereld["a1"])) == ({}, {})
    publish_vergadering(s.store, s.bos, "v")
    _deel(wereld, "s1")
    assert (_noten(wereld["c1"]), _noten(wereld["a1"])) == ({"Over de sluis": "Roos"}, {})


def test_two_laptops_of_the_writer_share_as_one_and_both_of_the_reader_get_it(wereld: Wereld) -> None:
    s, b, c = wereld["s1"], wereld["b1"], wereld["c1"]
    b2, c2 = wereld.laat_toe("b2", "wies"), wereld.laat_toe("c2", "joop")
    for laptop in (b, c):
        s.stuur(laptop)  # each hears of the other laptop from the secretariat
    noot = _schrijf(b, "Samen optrekken?", "Joop")
    b.stuur(c2)
    b.stuur(b2)
    _wijzig(b2, noot, tekst="Toch niet")
    b2.stuur(c)
    assert (_noten(c2), _noten(c)) == ({"Samen optrekken?": "Wies"}, {"Toch niet": "Wies"})
    c.stuur(c2)
    b2.stuur(b)
    b.stuur(c2)
    assert _noten(c2) == _noten(c) == {"Toch niet": "Wies"}
    assert all(een.store.conflicten() == () for een in (b, b2, c, c2))


def test_nobody_changes_what_another_shared_and_taking_back_what_came_in_tells_nobody(wereld: Wereld) -> None:
    b, c = wereld["b1"], wereld["c1"]
    _schrijf(b, "Samen optrekken?", "Joop")
    gekregen = b.stuur(c)
    with pytest.raises(NietVanU):
        _wijzig(c, _een(c).id, tekst="Van Joop gemaakt")
    with pytest.raises(NietVanU):
        remove_aantekeningen(c.store, [_een(c).id])
    c.store.redo(gekregen.wijziging.terug())
    assert _noten(c) == {}
    assert c.stuur(b).al_bekend
    c.store.redo(gekregen.wijziging)
    assert _noten(c) == {"Samen optrekken?": "Wies"}


@pytest.mark.parametrize(
    ("tabel", "rij", "waarden"),
    [
        ("aantekening", "wies~x", {"eigenaar": "Femke"}),
        ("aantekening", "femke~x", {"tekst": "Namens Femke"}),
        ("aantekening_lezer", "wies~x:Wies", {"aantekening_id": "van-joop-zelf", "naam": "Wies"}),
        ("leesstand", "wies~x", {"pagina": 3}),
    ],
)
def test_who_writes_in_the_name_or_the_note_of_another_is_refused(
    wereld: Wereld, tabel: str, rij: str, waarden: dict[str, str | int]
) -> None:
    b, c = wereld["b1"], wereld["c1"]
    with b.store.transaction():
        b.store.bewerkingen.schrijf(gedeeld("wies", "joop"), tabel, rij, waarden)
        b.store._db.execute("UPDATE kop SET rij = rij")
    gemaakt = b.maak(c)
    with pytest.raises(BuitenBevoegdheid):
        c.ontvang(gemaakt)
    assert _noten(c) == {}


def test_a_place_in_a_version_that_readers_do_not_have_stays_behind_and_a_mark_with_it(wereld: Wereld) -> None:
    b, c = wereld["b1"], wereld["c1"]
    for versie in ("a" * 64, "b" * 64):
        _schrijf_op(b, versie, "Met woorden")
        _schrijf_op(b, versie, "")
    _deel(wereld)
    gekregen = sorted((een.tekst, len(een.plaatsen)) for een in c.store.aantekeningen.all())
    assert gekregen == [("", 1), ("Met woorden", 0), ("Met woorden", 1)]


def _schrijf_op(laptop: Laptop, versie: str, tekst: str) -> None:
    noot = een_aantekening(een_anker(versie=versie), soort=Soort.MARKERING, papier="u", vergadering_id="v", tekst=tekst)
    with laptop.store.transaction():
        laptop.store.aantekeningen.save(
            replace(noot, agendapunt_id="p", eigenaar="Wies", zicht=Zicht.GEDEELD, gedeeld_met=("Joop",))
        )


def test_a_postbus_brings_a_shared_note_to_its_reader_alone_and_follows_its_writer(wereld: Wereld) -> None:
    b, c, s = wereld["b1"], wereld["c1"], wereld["s1"]
    opslag = Mapopslag(wereld.map / "bus")
    (wereld.map / "bus").mkdir()
    namen = ("s1", "b1", "c1", "d1")

    def ronde() -> None:
        for naam in namen:
            exchange_once(wereld[naam].store, wereld[naam].bos, opslag, vandaag=VANDAAG)

    noot = _schrijf(b, "Samen optrekken?", "Joop")
    ronde()
    ronde()
    assert [_noten(wereld[naam]) for naam in namen] == [
        {},
        {"Samen optrekken?": "Wies"},
        {"Samen optrekken?": "Wies"},
        {},
    ]
    assert not any(een.startswith("deel:") for een in s.store.segmenten.bereiken())
    _wijzig(b, noot, zicht=Zicht.PRIVE, gedeeld_met=())
    ronde()
    assert (_noten(c), _noten(b)) == ({}, {"Samen optrekken?": "Wies"})


def test_what_came_from_another_by_file_is_not_passed_on(wereld: Wereld) -> None:
    b = wereld["b1"]
    noot = _schrijf(b, "Van Femke, uit een bestand", "Joop")
    _wijzig(b, noot, eigenaar="Femke")
    _deel(wereld)
    assert _noten(wereld["c1"]) == {}


def test_destroying_a_note_leaves_none_of_its_words_with_its_readers_or_in_what_was_written_for_them(
    wereld: Wereld,
) -> None:
    b, c = wereld["b1"], wereld["c1"]
    _schrijf(b, "Moerasvergeetmij", "Joop")
    b.stuur(c)
    b.store.vernietig(["v"], "Wies")
    assert "Moerasvergeetmij" not in repr(b.store.bewerkingen.waarden())
    assert b"Moerasvergeetmij" not in (b.store.map / "tk.db").read_bytes()
    b.stuur(c)
    assert _noten(c) == {}
    assert "Moerasvergeetmij" not in repr(c.store.bewerkingen.waarden())
