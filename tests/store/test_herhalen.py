"""A dossier is destroyed on one laptop while on another somebody still worked in it: nothing of that goes unseen."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.bouwers import bewaar_bytes, een_agendapunt, een_stukversie
from tests.dossierbouwers import GEHEIM, NU, bewaar_oud
from tests.laptops import Laptop, breng_samen
from tests.zittingbouwers import bewaar_maart, een_besluit
from tk_desktop.domain.bereik import ALG
from tk_desktop.domain.bewerking import WEG
from tk_desktop.domain.conflict import Conflict
from tk_desktop.domain.dossier import Dossierregel, Dossierstap
from tk_desktop.domain.stuk import Soort
from tk_desktop.minutes.dossiers import dossier_of, reopen_dossier
from tk_desktop.minutes.vernietigen import carry_out_destruction, decide_destruction, finish_destruction
from tk_desktop.store.fouten import VernietigdBlijftWeg
from tk_desktop.store.werkmap import Store

LATER = "Roerdompregeling"


class Trio:
    """Three laptops of the secretariat that know the same: ``a`` destroys, ``b`` worked on, ``c`` did nothing."""

    def __init__(self, map_: Path) -> None:
        self.laptops = [Laptop(naam=naam) for naam in "abc"]
        for een in self.laptops:
            een.store = Store(een.store._db, map_ / een.naam)  # with a place for files
            een.store.map.mkdir()
        self.a, self.b, self.c = (een.store for een in self.laptops)

    def vertel(self, van: str, naar: str) -> None:
        een, ander = ("abc".index(naam) for naam in (van, naar))
        self.laptops[ander].hoor(self.laptops[een].zeg())

    def vernietig(self) -> None:
        destroy(self.a)

    def werk_verder(self) -> None:
        """Open the dossier again on the other laptop, and change an item and a paper."""
        reopen_dossier(self.b, "oud", op=date(2026, 5, 1), reden="Toch nog nodig.")
        punt = self.b.agendapunten.get("oud-punt")
        self.b.agendapunten.save(replace(punt, vergadering_id="maart"))  # and back: also where it stands was not seen
        self.b.agendapunten.save(replace(punt, titel="Nieuw woord"))
        som = bewaar_bytes(self.b, b"nieuwe versie")
        self.b.versies.save(een_stukversie(id="nieuw", stuk_id="oud-stuk", sha256=som))

    def tot_rust(self) -> list[tuple[object, frozenset[object]]]:
        """Let all tell all, and return how each stands: its rows, and what it asks."""
        breng_samen(*self.laptops)
        return [(een.rijen(), frozenset(map(_vraag, een.conflicten()))) for een in (self.a, self.b, self.c)]


def destroy(store: Store) -> None:
    """Decide to destroy the dossier, and do so."""
    besluit = decide_destruction(store, ["oud"], op=NU, wie="dagelijks bestuur")
    carry_out_destruction(store, besluit.id, op=NU, door="Femke Aalders")


def _vraag(een: Conflict) -> tuple[object, ...]:
    return een.tabel, een.rij, een.veld, frozenset(waarde.waarde for waarde in een.waarden if een.veld != WEG)


@pytest.fixture
def trio(tmp_path: Path) -> Trio:
    uit = Trio(tmp_path)
    bewaar_maart(uit.a)
    bewaar_oud(uit.a)
    uit.tot_rust()
    return uit


@pytest.mark.parametrize("eerst", ["ab", "ba a", "ac c bc"])
def test_what_was_changed_unseen_stays_everywhere_and_is_asked(trio: Trio, eerst: str) -> None:
    """``ab``: who destroyed tells the other first; ``c``: the third lets go of what was destroyed in between."""
    trio.vernietig()
    trio.werk_verder()
    for stap in eerst.split():
        if len(stap) > 1:
            trio.vertel(*stap)
        else:
            finish_destruction(getattr(trio, stap))
    staat, *andere = trio.tot_rust()
    assert andere == [staat, staat]
    gevraagd = {("vergadering", "oud"), ("agendapunt", "oud-punt"), ("stuk", "oud-stuk")}
    assert gevraagd <= {een[:2] for een in map(_vraag, trio.a.conflicten())}
    for een in (trio.a, trio.b, trio.c):
        assert een.agendapunten.get("oud-punt").titel == "Nieuw woord"
        assert "nieuw" in {versie.id for versie in een.versies.van_stuk("oud-stuk")}
        assert een.besluiten.van_vergadering("oud") == ()  # nobody had changed that
        finish_destruction(een)
        een.herbouw()
        assert een.rijen() == staat[0]
    (weg,) = (een for een in trio.a.conflicten() if een.tabel == "vergadering")
    trio.a.beslis(weg, "weg")
    assert trio.tot_rust() == [trio.tot_rust()[0]] * 3
    assert [vergadering.id for vergadering in trio.b.vergaderingen.all()] == ["maart"]


def test_what_people_already_differed_on_is_asked_as_it_was(trio: Trio) -> None:
    dag = date(2019, 9, 2)
    for een, titel in ((trio.b, "Van de tweede"), (trio.c, "Van de derde")):
        reopen_dossier(een, "oud", op=dag, reden="Toch nog nodig.")
        een.stukken.save(replace(een.stukken.get("oud-stuk"), titel=titel))
    trio.tot_rust()
    _sluit_weer(trio.a, dag)
    trio.vertel("a", "b")
    trio.vernietig()
    trio.werk_verder()
    trio.b.stukken.save(replace(trio.b.stukken.get("oud-stuk"), soort=Soort.BRIEF))
    staat, *andere = trio.tot_rust()
    assert andere == [staat, staat]
    assert ("stuk", "oud-stuk", "titel", frozenset({"Van de derde", "Van de tweede"})) in staat[1]


def test_the_bundle_that_tells_of_it_cannot_be_undone(trio: Trio) -> None:
    trio.vernietig()
    _, wijziging = trio.b.record(lambda: trio.vertel("a", "b"))
    voor = trio.b.rijen()
    assert [een.id for een in trio.b.vergaderingen.all()] == ["maart"]
    with pytest.raises(VernietigdBlijftWeg):
        trio.b.redo(wijziging.terug())
    assert trio.b.rijen() == voor


def test_what_comes_in_on_a_dossier_that_was_destroyed_here_before_is_let_go_too(trio: Trio) -> None:
    """Two destroy the same dossier; one of them knew of a decision that the other only hears of afterwards."""
    dag = date(2019, 9, 2)
    reopen_dossier(trio.a, "oud", op=dag, reden="Er ontbrak een besluit.")
    trio.a.besluiten.save(een_besluit(id="later", agendapunt_id="oud-punt", tekst=LATER, nummer="2"))
    _sluit_weer(trio.a, dag)
    trio.vertel("a", "c")
    destroy(trio.b)
    trio.vernietig()
    trio.vertel("a", "b")
    assert LATER in _woorden(trio.b)
    finish_destruction(trio.b)
    assert LATER not in _woorden(trio.b)
    assert trio.tot_rust() == [trio.tot_rust()[0]] * 3


def test_a_ring_is_broken_at_the_same_row_where_one_of_its_rows_was_forgotten(trio: Trio) -> None:
    """One puts an item under another and who destroys saw that; meanwhile a third puts the other under the first."""
    dag = date(2019, 9, 2)
    reopen_dossier(trio.a, "oud", op=dag, reden="Er ontbrak een punt.")
    trio.a.agendapunten.save(een_agendapunt(id="ander", vergadering_id="oud"))
    trio.tot_rust()
    _zet_onder(trio.a, "ander", "oud-punt")
    _sluit_weer(trio.a, dag)
    trio.vertel("a", "c")
    trio.vernietig()
    _zet_onder(trio.b, "oud-punt", "ander")
    staat, *andere = trio.tot_rust()
    assert andere == [staat, staat]
    assert [punt.ouder_id for punt in trio.a.agendapunten.van_vergadering("oud")] == [None]


def test_what_nobody_heard_of_goes_with_what_it_took_the_place_of(trio: Trio) -> None:
    """The last changes before destroying were never told; elsewhere stands what was there before, which was seen."""
    dag = date(2019, 9, 2)
    reopen_dossier(trio.a, "oud", op=dag, reden="Er stond een fout in.")
    for titel in (LATER, f"{LATER} 2027"):
        trio.a.agendapunten.save(replace(trio.a.agendapunten.get("oud-punt"), titel=titel))
    _sluit_weer(trio.a, dag)
    trio.vernietig()
    staat, *andere = trio.tot_rust()
    assert andere == [staat, staat]
    assert trio.b.conflicten() == ()
    assert [een.id for een in trio.b.vergaderingen.all()] == ["maart"]
    finish_destruction(trio.b)
    assert GEHEIM not in _woorden(trio.b)


def test_who_lets_go_again_still_tells_readers_that_all_of_it_is_gone(trio: Trio) -> None:
    lid = Laptop("bram", "bestuurder")
    with trio.a.transaction():
        trio.a.bewerkingen.schrijf(ALG, "gremium", "bc", {"naam": "Bestuur"})
        trio.a.bewerkingen.schrijf(ALG, "vergadering", "oud", {"gremium_id": "bc", "datum": "2019-03-11"})
    lid.hoor(trio.laptops[0].zeg())
    assert len(lid.inhoud()["vergadering"]) == 1
    trio.vernietig()
    finish_destruction(trio.a)
    lid.hoor(trio.laptops[0].zeg())
    assert lid.inhoud()["vergadering"] == []


def _zet_onder(store: Store, onder: str, boven: str) -> None:
    store.agendapunten.save(replace(store.agendapunten.get(onder), ouder_id=boven))


def _sluit_weer(store: Store, dag: date) -> None:
    weer = Dossierregel(id="weer", volgorde="z", stap=Dossierstap.GESLOTEN, datum=dag)
    dossier = dossier_of(store, "oud")
    store.dossiers.save(replace(dossier, regels=(*dossier.regels, weer)))


def _woorden(store: Store) -> set[object]:
    return {waarde for (waarde,) in store._db.conn.execute("SELECT waarde FROM kop")}
