"""Every change of a travelling field is recorded, whoever makes it and however."""

import re
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from sqlite_utils import Database

from tests.bouwers import (
    bewaar,
    een_agendapunt,
    een_gremium,
    een_nota,
    een_opname,
    een_sectie,
    een_stuk,
    een_vergadering,
)
from tests.bundelbouwers import een_deelnemer, een_rooster
from tests.laptops import Laptop
from tk_desktop.domain.bewerking import RIJ, WEG, gezien
from tk_desktop.domain.rooster import Rol
from tk_desktop.store import opnemen
from tk_desktop.store.driver import verbind
from tk_desktop.store.fouten import NietVanU
from tk_desktop.store.reizend import BLIJFT_HIER, REIZEND, Vanwie
from tk_desktop.store.vormen import vormen
from tk_desktop.store.werkmap import Store

_INTERN = ("sqlite_", "_sqlite", "zoekregel_fts")


@pytest.fixture
def laptop() -> Laptop:
    laptop = Laptop()
    punt = een_agendapunt(id="p", titel="Begroting", volgorde="c")
    opname = een_opname(gremium=een_gremium(id="g"), vergadering=een_vergadering(id="v"), agendapunten=[punt])
    laptop.doe(lambda store: bewaar(store, opname))
    return laptop


def _velden(laptop: Laptop, tabel: str, rij: str) -> dict[str, object]:
    vraag = "SELECT veld, waarde FROM kop WHERE tabel = ? AND rij = ?"
    return dict(laptop.sql(vraag, tabel, rij))  # type: ignore[arg-type]


def _tabellen(laptop: Laptop) -> Iterator[tuple[str, str]]:
    for naam, sql in laptop.sql("SELECT name, sql FROM sqlite_schema WHERE type = 'table'"):
        if not str(naam).startswith(_INTERN):
            yield str(naam), str(sql)


def _regels(sql: str) -> Iterator[str]:
    """What stands between the brackets of each CHECK."""
    for begin in re.finditer(r"CHECK \(", sql):
        open_, plek = 1, begin.end()
        while open_:
            open_ += {"(": 1, ")": -1}.get(sql[plek], 0)
            plek += 1
        yield re.sub(r"'[^']*'", "", sql[begin.end() : plek - 1])


def test_every_table_travels_or_stays_for_a_reason(laptop: Laptop) -> None:
    reist = {een.tabel for een in REIZEND}
    assert reist & set(BLIJFT_HIER) == set()
    assert {naam for naam, _ in _tabellen(laptop)} == reist | set(BLIJFT_HIER)
    assert all(BLIJFT_HIER.values())


def test_tables_that_travel_are_fit_to_be_merged(laptop: Laptop) -> None:
    """Deferred references, no rule between two rows, and columns with one rule between them written as one."""
    for naam, sql in _tabellen(laptop):
        vorm = vormen(laptop.store._db).get(naam)
        if vorm is None:
            continue
        assert "UNIQUE" not in sql, naam
        assert sql.count("REFERENCES") == sql.count("DEFERRABLE INITIALLY DEFERRED"), naam
        for regel in _regels(sql):
            genoemd = {kolom for kolom in vorm.kolommen if re.search(rf"\b{kolom}\b", regel)}
            assert len(genoemd) < 2 or genoemd <= set(vorm.reizend.samen), (naam, regel)
        velden = vorm.reizend
        for kolommen in (velden.lang, velden.samen, velden.houdt, velden.streng, velden.stil):
            assert set(kolommen) <= set(vorm.kolommen), naam
        assert set(velden.houdt) <= set(vorm.verwijzingen), naam


def test_a_new_row_tells_what_does_not_stand_there_by_itself(laptop: Laptop) -> None:
    assert _velden(laptop, "agendapunt", "p") == {
        RIJ: 1,
        "vergadering_id": "v",
        "titel": "Begroting",
        "volgorde": "c",
    }


def test_one_changed_field_is_one_operation_and_the_same_value_is_none(laptop: Laptop) -> None:
    voor = laptop.koppen()
    punt = laptop.store.agendapunten.get("p")
    laptop.doe(lambda store: store.agendapunten.save(punt))
    assert laptop.koppen() == voor
    laptop.doe(lambda store: store.agendapunten.save(replace(punt, titel="Begroting 2027")))
    anders = [kop for kop in laptop.koppen() if kop not in voor]
    assert [(kop[1], kop[2], kop[5]) for kop in anders] == [("p", "titel", "Begroting 2027")]


def test_what_was_typed_in_between_is_told_once_and_names_all_that_it_replaces(laptop: Laptop) -> None:
    eerder = {een.waarde: een.id for een in laptop.zeg() if een.veld == "titel"}
    for titel in ("B", "Be", "Beg"):
        laptop.sql("UPDATE agendapunt SET titel = ? WHERE id = 'p'", titel)
    (nieuw,) = [een for een in laptop.zeg() if een.veld == "titel" and een.waarde == "Beg"]
    assert eerder["Begroting"] in nieuw.vervangt
    assert len(nieuw.vervangt) == 3
    assert [een.waarde for een in laptop.gezegd.values() if een.veld == "titel"] == ["Begroting", "Beg"]


def test_an_hour_of_typing_in_one_text_makes_no_pause_in_it_cost_more_than_the_first(laptop: Laptop) -> None:
    laptop.zeg()
    for nummer in range(300):
        laptop.sql("UPDATE agendapunt SET toelichting = ? WHERE id = 'p'", f"Zin {nummer}.")
    assert laptop.sql("SELECT max(length(vervangt)) FROM kop") == [(2,)]
    (nieuw,) = [een for een in laptop.zeg() if een.veld == "toelichting"]
    assert len(set(nieuw.vervangt)) == 299
    laptop.sql("UPDATE agendapunt SET toelichting = 'Verder.' WHERE id = 'p'")
    assert [een.vervangt for een in laptop.zeg() if een.waarde == "Verder."] == [(nieuw.id,)]


def test_what_is_told_is_told_once(laptop: Laptop) -> None:
    assert laptop.store.bewerkingen.bereiken()
    laptop.zeg()
    assert laptop.store.bewerkingen.bereiken() == ()


def test_taking_away_tells_what_had_been_seen_and_what_goes_along_tells_so_itself(laptop: Laptop) -> None:
    nota = een_nota(id="n", stuk_id="s", secties=(een_sectie(id="se"),))
    laptop.doe(lambda store: store.stukken.save(een_stuk(id="s", vergadering_id="v")))
    laptop.doe(lambda store: store.notas.save(nota))
    ids = {kop[4] for kop in laptop.koppen() if kop[:2] == ("nota_sectie", "se") and kop[2] != RIJ}
    laptop.doe(lambda store: store.stukken.delete("s"))
    for tabel, rij in (("stuk", "s"), ("nota", "n"), ("nota_sectie", "se")):
        assert _velden(laptop, tabel, rij)[WEG] is not None
    assert gezien(str(_velden(laptop, "nota_sectie", "se")[WEG])) == ids


def test_undoing_a_removal_is_an_operation_like_any_other(laptop: Laptop) -> None:
    _, wijziging = laptop.store.record(lambda: laptop.store.agendapunten.delete("p"))
    laptop.zeg()
    laptop.store.redo(wijziging.terug())
    (terug,) = [een for een in laptop.zeg() if een.tabel == "agendapunt" and een.veld == WEG and een.waarde is None]
    assert terug.vervangt


def test_every_row_is_for_whom_it_is(laptop: Laptop) -> None:
    laptop.sql("INSERT INTO persoon (id, naam) VALUES ('bram', 'Bram Visser')")
    laptop.sql("INSERT INTO lidmaatschap (id, gremium_id, persoon_id, rol) VALUES ('l', 'g', 'bram', 'lid')")
    laptop.sql("INSERT INTO afmelding (id, vergadering_id, lid_id) VALUES ('a', 'v', 'l')")
    laptop.sql(
        "INSERT INTO ronde (id, agendapunt_id, verzonden, uiterlijk) VALUES ('r', 'p', '2026-03-01', '2026-03-09')"
    )
    laptop.sql("INSERT INTO ronde_reactie VALUES ('rr', 'r', 'c', 'Bram Visser', '', NULL, '', NULL)")
    laptop.sql("INSERT INTO bladwijzer VALUES ('b', 'v', 'agenda', 'ik', 'x', 1, 'Hier')")
    bereik = {(kop[0], kop[3]) for kop in laptop.koppen()}
    assert {("afmelding", "pp:bram"), ("ronde_reactie", "pp:bram"), ("bladwijzer", "prive:roos")} <= bereik
    assert ("agendapunt", "sec") in bereik


def test_a_member_writes_what_is_theirs_and_no_more() -> None:
    lid = Laptop("bram", "bestuurder")
    with pytest.raises(NietVanU):
        lid.sql("INSERT INTO gremium (id, naam) VALUES ('g', 'Bestuur')")
    lid.sql("INSERT INTO favoriet VALUES ('f', 'vorm', 'adviesnota')")
    assert {kop[3] for kop in lid.koppen()} == {"prive:bram"}


@pytest.mark.parametrize("rol", list(Rol))
def test_what_is_recorded_here_is_taken_in_there(rol: Rol) -> None:
    """Otherwise one wrong click would have all later bundles of a laptop refused."""
    rooster = een_rooster(een_deelnemer("bram", rol))
    laptop = Laptop("bram", rol.value)
    sec, pp, prive = laptop.sql("SELECT sec, pp, prive FROM bewerkstand")[0]
    bereik = {Vanwie.BESTUUR: sec, Vanwie.EIGEN: prive}
    for een in REIZEND:
        hier = bereik.get(een.vanwie, pp)
        for veld in {RIJ, WEG, *vormen(laptop.store._db)[een.tabel].kolommen} - set(een.antwoord):
            assert hier is None or rooster.schrijft("bram", str(hier), een.tabel, veld), (een.tabel, veld)


def test_a_member_gives_no_answers_for_the_secretariat() -> None:
    lid = Laptop("bram", "bestuurder")
    vraag = "INSERT INTO opmerking (id, agendapunt_id, moment, tekst, antwoord) VALUES ('o', 'p', 'm', 'Hoe?', ?)"
    with pytest.raises(NietVanU):
        lid.sql(vraag, "Zo")
    lid.store._db.execute("PRAGMA foreign_keys = OFF")
    lid.sql(vraag, "")
    with pytest.raises(NietVanU):
        lid.sql("UPDATE opmerking SET afgehandeld = '2026-03-01'")
    lid.sql("UPDATE opmerking SET tekst = 'Hoe dan?'")


def test_a_wrong_clock_comes_after_what_it_saw() -> None:
    een, ander = Laptop("roos"), Laptop("joost")
    ander.sql("INSERT INTO gremium (id, naam) VALUES ('g', 'Bestuur')")
    ander.sql("UPDATE bewerkstand SET klok = klok + (63072000000 << 16)")  # two years ahead of the first moment
    ander.sql("UPDATE gremium SET naam = 'Het bestuur'")
    een.hoor(ander.zeg())
    een.sql("UPDATE gremium SET naam = 'Dagelijks bestuur'")
    ander.hoor(een.zeg())
    assert ander.sql("SELECT naam FROM gremium") == [("Dagelijks bestuur",)]
    assert ander.store.conflicten() == ()


def test_what_is_written_after_another_was_heard_is_later_on_every_row() -> None:
    een, ander = Laptop("roos"), Laptop("joost")
    ander.sql("INSERT INTO gremium (id, naam) VALUES ('g', 'Bestuur')")
    ander.sql("UPDATE bewerkstand SET klok = klok + (63072000000 << 16)")  # two years ahead of the first moment
    ander.sql("UPDATE gremium SET naam = 'Het bestuur'")
    gehoord = ander.zeg()
    een.hoor(gehoord)
    een.sql("INSERT INTO gremium (id, naam) VALUES ('h', 'Commissie')")
    daarna = [bewerking.hlc for bewerking in een.zeg() if bewerking.rij == "h"]
    assert daarna
    assert min(daarna) > max(bewerking.hlc for bewerking in gehoord)


def test_what_stood_in_an_older_werkmap_is_told_once_and_alike_by_every_copy(tmp_path: Path) -> None:
    for naam in ("een", "ander"):
        with Store.open(tmp_path / naam, maken=True) as store:
            store._db.execute("UPDATE bewerkstand SET opnemen = 0, triggers = 'van vroeger', persoon = 'roos'")
            opname = een_opname(gremium=een_gremium(id="g"), vergadering=een_vergadering(id="v"))
            store._db.execute("INSERT INTO gremium (id, naam) VALUES ('g', ?)", (opname.gremium.naam,))
            store._db.execute("INSERT INTO vergadering (id, gremium_id, datum) VALUES ('v', 'g', '2026-03-11')")
            store._db.execute("DELETE FROM kop")
    with Store.open(tmp_path / "een") as een, Store.open(tmp_path / "ander") as ander:
        verteld = [
            [bewerking for bereik in store.bewerkingen.bereiken() for bewerking in store.bewerkingen.openstaand(bereik)]
            for store in (een, ander)
        ]
        assert verteld[0] == verteld[1]
        assert {bewerking.veld for bewerking in verteld[0]} == {RIJ, "naam", "gremium_id", "datum"}
        assert ander.pas_toe(verteld[0]).nieuw == 0
    with Store.open(tmp_path / "een") as een:
        assert een.bewerkingen.openstaand(een.bewerkingen.bereiken()[0]) == tuple(verteld[0])


def test_the_triggers_are_made_once(tmp_path: Path) -> None:
    Store.open(tmp_path / "w", maken=True).close()
    bestand = tmp_path / "w" / "tk.db"
    voor = sha256(bestand.read_bytes()).hexdigest()
    Store.open(tmp_path / "w").close()
    assert sha256(bestand.read_bytes()).hexdigest() == voor


def test_other_triggers_have_another_version(laptop: Laptop) -> None:
    """When this fails, raise ``opnemen._VERSIE`` and put the digest here, unless only the schema changed."""
    alle = vormen(laptop.store._db)
    enkele = {tabel: alle[tabel] for tabel in ("gremium", "agendapunt")}
    opdrachten = [*opnemen.breed(enkele), *(een for vorm in enkele.values() for een in opnemen.triggers(vorm, alle))]
    afdruk = sha256("\n".join(opdrachten).encode()).hexdigest()[:16]
    assert (opnemen._VERSIE, afdruk) == (5, "4796551c16047d91")


def test_a_change_by_another_program_is_recorded_too(tmp_path: Path) -> None:
    with Store.open(tmp_path / "w", maken=True) as store:
        db = Database(verbind(tmp_path / "w" / "tk.db"))
        db.execute("INSERT INTO gremium (id, naam) VALUES ('g', 'Bestuur')")
        db.close()
        (bereik,) = store.bewerkingen.bereiken()
        assert [een.veld for een in store.bewerkingen.openstaand(bereik)] == [RIJ, "naam"]
