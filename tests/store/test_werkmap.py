"""The werkmap keeps what it is given, whole or not at all."""

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from tests.bouwers import (
    bewaar,
    bewaar_bytes,
    een_agendapunt,
    een_argument,
    een_brief,
    een_gremium,
    een_lidmaatschap,
    een_nota,
    een_opname,
    een_persoon,
    een_sectie,
    een_stuk,
    een_stukversie,
    een_vergadering,
    een_voorstelpunt,
)
from tests.voorgemaakt import EIGEN
from tests.zittingbouwers import een_actie, een_besluit
from tk_desktop.base.paths import migrations
from tk_desktop.domain.agenda import Behandeling, Inleider
from tk_desktop.domain.gremium import Gremium, Rol
from tk_desktop.domain.nota import Behandelaar
from tk_desktop.domain.uitgave import Uitgavesoort
from tk_desktop.domain.vergadering import Vergadering
from tk_desktop.domain.verslag import Puntverslag
from tk_desktop.domain.voorstel import Merk
from tk_desktop.store.driver import Databasefout, Samenhangfout, Verbinding, verbind
from tk_desktop.store.fouten import GeenWerkmap, NietGevonden, WerkmapBeschadigd, WerkmapBezet, WerkmapTeNieuw
from tk_desktop.store.migraties import breng_bij
from tk_desktop.store.openen import open_database
from tk_desktop.store.tabel import rijen_bij
from tk_desktop.store.werkmap import Store
from tk_desktop.store.zoeken import Zoeksoort


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "werkmap", maken=True)


def _bewaar(store: Store, waarde: Gremium | Vergadering, bestand: bytes) -> None:
    with store.transaction():
        if isinstance(waarde, Gremium):
            store.gremia.save(waarde)
        else:
            store.vergaderingen.save(waarde)
        bewaar_bytes(store, bestand)


@contextmanager
def _schrijver(store: Store) -> Iterator[Verbinding]:
    """Another program on the same werkmap, that does not wait."""
    with closing(verbind(store.map / "tk.db")) as ander:
        ander.execute("PRAGMA busy_timeout = 0")
        yield ander


def test_a_meeting_comes_back_as_it_was_kept(store: Store) -> None:
    gremium, persoon = een_gremium(), een_persoon()
    vergadering = een_vergadering(gremium_id=gremium.id, voorzitter_id=persoon.id, nieuw_tijdstip=True)
    lid = een_lidmaatschap(
        gremium_id=gremium.id, persoon_id=persoon.id, rol=Rol.VOORZITTER, mandaat_van=date(2024, 1, 1), namens="Almere"
    )
    punt = een_agendapunt(
        vergadering_id=vergadering.id,
        duur=25,
        behandeling=frozenset({Behandeling.BESPREKING, Behandeling.BESLUITVORMING}),
        inleiders=(Inleider(id="i1", volgorde="i", naam="Kees Blauw", rol="adviseur"),),
        voorstel=(een_voorstelpunt(onder=(een_voorstelpunt(merk=Merk.LETTER),)), een_voorstelpunt()),
    )
    sub = een_agendapunt(vergadering_id=vergadering.id, ouder_id=punt.id, titel="Veilige oevers")
    stuk = een_stuk(vergadering_id=vergadering.id, agendapunt_id=sub.id, bijlagen_beloofd=2)
    versie = een_stukversie(stuk_id=stuk.id)
    voorstel = een_voorstelpunt()
    nota = een_nota(
        stuk_id=stuk.id,
        voorstel=(voorstel,),
        argumenten=(een_argument(voorstelpunt_id=voorstel.id), een_argument(los_nummer="7.1")),
        secties=(een_sectie(), een_sectie()),
        behandelaars=(Behandelaar(id="b1", volgorde="i", naam="Jip Zwart", telefoon="0300 123456"),),
    )
    brief = een_brief(vergadering_id=vergadering.id, datum=date(2026, 2, 26), mede_namens_voorzitter=True)
    with store.transaction():
        store.gremia.save(gremium)
        store.personen.save(persoon)
        store.leden.save(lid)
        store.vergaderingen.save(vergadering)
        store.agendapunten.save(punt)
        store.agendapunten.save(sub)
        store.stukken.save(stuk)
        store.versies.save(versie)
        store.notas.save(nota)
        store.brieven.save(brief)
        store.agendapunten.uitsluitingen.sluit_uit(punt.id, persoon.id)
    opname = store.opname(vergadering.id)
    assert (opname.gremium, opname.vergadering, opname.leden, opname.brief) == (gremium, vergadering, (lid,), brief)
    assert opname.agendapunten == (punt, sub)
    assert opname.stukken == (stuk,)
    assert opname.versies == {stuk.id: versie}
    assert opname.notas == {stuk.id: nota}
    assert opname.uitgesloten == {(punt.id, persoon.id)}
    assert opname.label(stuk) == "1a"


def test_rows_that_a_nota_no_longer_has_are_gone(store: Store) -> None:
    nota = een_nota(secties=(een_sectie(), een_sectie()), voorstel=(een_voorstelpunt(onder=(een_voorstelpunt(),)),))
    stuk = een_stuk(id=nota.stuk_id, vergadering_id="v", agendapunt_id=None)
    with store.transaction():
        gremium = een_gremium()
        store.gremia.save(gremium)
        store.vergaderingen.save(een_vergadering(id="v", gremium_id=gremium.id))
        store.stukken.save(stuk)
        store.notas.save(nota)
    korter = replace(nota, secties=nota.secties[1:], voorstel=())
    with store.transaction():
        store.notas.save(korter)
    assert store.notas.get(nota.id) == korter


def test_nothing_of_a_failed_transaction_remains(store: Store) -> None:
    def breekt_af() -> None:
        with store.transaction():
            store.gremia.save(een_gremium())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        breekt_af()
    assert store.gremia.all() == ()


def test_a_stop_just_after_the_commit_leaves_the_files_of_what_was_kept(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    voer_uit = store._db.execute

    def afgebroken_na_vastleggen(opdracht: str, *waarden: Any) -> object:
        cursor = voer_uit(opdracht, *waarden)
        if opdracht == "COMMIT":
            raise KeyboardInterrupt
        return cursor

    monkeypatch.setattr(store._db, "execute", afgebroken_na_vastleggen)
    som = hashlib.sha256(b"een stuk").hexdigest()
    with pytest.raises(KeyboardInterrupt):
        _bewaar(store, een_gremium(), b"een stuk")
    assert store.bestanden.open(som).read_bytes() == b"een stuk"
    assert len(store.gremia.all()) == 1


def test_a_refused_commit_leaves_neither_rows_nor_files(store: Store) -> None:
    gremium = een_gremium()
    with store.transaction():
        store.gremia.save(gremium)
    with pytest.raises(Samenhangfout):
        _bewaar(store, een_vergadering(gremium_id="bestaat niet"), b"een stuk")
    som = hashlib.sha256(b"een stuk").hexdigest()
    assert not store.bestanden.plek(som).exists()
    assert (store.vergaderingen.all(), store.gremia.all()) == ((), (gremium,))


def test_a_werkmap_in_use_by_another_keeps_the_files_of_an_earlier_transaction(store: Store) -> None:
    with store.transaction():
        som = bewaar_bytes(store, b"een stuk")
    with _schrijver(store) as ander:
        ander.execute("BEGIN IMMEDIATE")
        store._db.conn.execute("PRAGMA busy_timeout = 10")
        with pytest.raises(WerkmapBezet), store.transaction():
            pass
    assert store.bestanden.plek(som).is_file()


def test_a_meeting_is_read_whole_although_another_writes_meanwhile(store: Store) -> None:
    opname = bewaar(store, een_opname(agendapunten=[een_agendapunt(id="p")], stukken=[een_stuk(agendapunt_id="p")]))
    with _schrijver(store) as ander:

        def schrijf_ertussen(opdracht: str) -> None:
            if " FROM stuk " in opdracht:
                with suppress(Databasefout):
                    ander.execute("DELETE FROM stuk")

        store._db.conn.set_trace_callback(schrijf_ertussen)
        tussendoor = store.opname(opname.vergadering.id)
        store._db.conn.set_trace_callback(None)
        assert tussendoor == opname
        ander.execute("DELETE FROM stuk")
    assert store.opname(opname.vergadering.id).stukken == ()


def test_a_meeting_that_is_not_there_leaves_the_werkmap_free(store: Store) -> None:
    with pytest.raises(NietGevonden):
        store.opname("geen")
    with _schrijver(store) as ander:
        ander.execute("DELETE FROM stuk")
    with store.transaction(), pytest.raises(NietGevonden):
        store.opname("geen")


def test_what_is_not_there_is_told_in_dutch(store: Store) -> None:
    with pytest.raises(NietGevonden, match="niet gevonden"):
        store.gremia.get("geen")


def test_a_folder_without_werkmap_is_refused_and_stays_empty(tmp_path: Path) -> None:
    with pytest.raises(GeenWerkmap):
        Store.open(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_werkmap_of_a_newer_program_is_refused_unchanged(tmp_path: Path) -> None:
    Store.open(tmp_path, maken=True).close()
    bestand = tmp_path / "tk.db"
    with verbind(bestand) as db:
        db.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('tk', '9999_later', '2030')"
        )
    db.close()
    voor = bestand.read_bytes()
    with pytest.raises(WerkmapTeNieuw):
        Store.open(tmp_path)
    assert bestand.read_bytes() == voor


@pytest.mark.parametrize(
    "inhoud", [b"geen database, maar tekst die lang genoeg is om een kop te lijken " * 20, b"%PDF-1.7"]
)
def test_a_file_that_is_no_database_is_refused_unchanged(tmp_path: Path, inhoud: bytes) -> None:
    bestand = tmp_path / "tk.db"
    bestand.write_bytes(inhoud)
    with pytest.raises(WerkmapBeschadigd):
        Store.open(tmp_path)
    assert bestand.read_bytes() == inhoud


def test_a_werkmap_that_another_program_writes_in_is_busy(store: Store) -> None:
    ander = verbind(store.map / "tk.db")
    ander.execute("BEGIN IMMEDIATE")
    store._db.conn.execute("PRAGMA busy_timeout = 10")
    with pytest.raises(WerkmapBezet), store.transaction():
        store.gremia.save(een_gremium())
    ander.close()


def test_a_new_werkmap_of_the_tests_is_the_one_that_the_program_makes(store: Store, tmp_path: Path) -> None:
    store.close()
    open_database(tmp_path / "gemaakt", None, maken=True).close()
    verschil = set(_dump(store.map)) ^ set(_dump(tmp_path / "gemaakt"))
    assert {regel.split()[2].strip('"') for regel in verschil} == {"_sqlite_migrations", *EIGEN}
    assert len([regel for regel in verschil if "_sqlite_migrations" not in regel]) == 2 * len(EIGEN)


def _dump(werkmap: Path) -> list[str]:
    with closing(sqlite3.connect(werkmap / "tk.db")) as db:
        return list(db.iterdump())


def test_a_copy_is_kept_before_a_step_of_the_schema(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.transaction():
        store.gremia.save(een_gremium(id="g", naam="Oud gremium"))
    store.close()
    stappen = tmp_path / "stappen"
    stappen.mkdir()
    for pad in migrations().glob("*.sql"):
        (stappen / pad.name).write_bytes(pad.read_bytes())
    (stappen / "9000_proef.sql").write_text("CREATE TABLE proef (id TEXT PRIMARY KEY NOT NULL) STRICT;", "utf-8")
    monkeypatch.setattr("tk_desktop.store.migraties.migrations", lambda: stappen)
    Store.open(store.map).close()
    (kopie,) = (store.map / "kopieen").iterdir()
    assert kopie.name == "voor_9000_proef.db"
    db = verbind(kopie)
    assert db.execute("SELECT naam FROM gremium").fetchall() == [("Oud gremium",)]
    assert db.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'proef'").fetchone() == (0,)
    db.close()


def test_a_step_that_fails_leaves_the_schema_as_it_was(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    stappen = tmp_path / "stappen"
    stappen.mkdir()
    for pad in migrations().glob("*.sql"):
        (stappen / pad.name).write_bytes(pad.read_bytes())
    (stappen / "9000_fout.sql").write_text("CREATE TABLE half (id TEXT) STRICT;\nCREATE TABEL mis;", "utf-8")
    monkeypatch.setattr("tk_desktop.store.migraties.migrations", lambda: stappen)
    with pytest.raises(Databasefout):
        Store.open(store.map)
    db = verbind(store.map / "tk.db")
    assert db.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").fetchone() == (0,)
    db.close()


def test_a_file_is_kept_once_under_its_own_sum(store: Store, tmp_path: Path) -> None:
    bron = tmp_path / "a.pdf"
    bron.write_bytes(b"%PDF-1.7 niet echt")
    som = store.bestanden.bewaar(bron)
    assert bewaar_bytes(store, bron.read_bytes()) == som
    assert store.bestanden.open(som).read_bytes() == bron.read_bytes()
    assert store.controleer().goed


def test_a_changed_file_and_a_missing_one_are_found(store: Store, tmp_path: Path) -> None:
    som = bewaar_bytes(store, b"oud")
    store.bestanden.plek(som).write_bytes(b"nieuw")
    gremium, vergadering = een_gremium(), een_vergadering()
    with store.transaction():
        store.gremia.save(gremium)
        store.vergaderingen.save(replace(vergadering, gremium_id=gremium.id))
        stuk = een_stuk(vergadering_id=vergadering.id)
        store.stukken.save(stuk)
        store.versies.save(een_stukversie(stuk_id=stuk.id, sha256="a" * 64))
    gezondheid = store.controleer()
    assert not gezondheid.goed
    assert gezondheid.beschadigd == (som,)
    assert gezondheid.ontbreekt == ("a" * 64,)


def test_words_are_found_on_their_page(store: Store) -> None:
    with store.transaction():
        store.zoekregister.neem_op(Zoeksoort.PAGINA, "som", ["De oevers zijn zwak.", "Cliëntondersteuning in de wijk"])
    (plek,) = store.zoekregister.zoek("clientondersteuning")
    assert (plek.soort, plek.bron, plek.pagina) == (Zoeksoort.PAGINA, "som", 2)
    assert "‹Cliëntondersteuning›" in plek.fragment
    assert store.zoekregister.zoek("oever*")[0].pagina == 1
    assert store.zoekregister.zoek('"in de wijk"')[0].pagina == 2
    assert store.zoekregister.zoek("de -wijk")[0].pagina == 1
    assert len(store.zoekregister.zoek("oevers OF wijk")) == 2
    assert store.zoekregister.zoek("oevers wijk") == ()


def test_items_and_notas_are_found_by_the_words_they_have_now(store: Store) -> None:
    gremium, vergadering = een_gremium(id="g"), een_vergadering(id="v", gremium_id="g")
    punt = een_agendapunt(id="p", vergadering_id="v", titel="Kadeherstel", toelichting="Met peilbuizen.")
    stuk = een_stuk(id="s", vergadering_id="v", agendapunt_id="p")
    nota = een_nota(id="n", stuk_id="s", secties=(een_sectie(tekst="De damwand roest."),))
    with store.transaction():
        store.gremia.save(gremium)
        store.vergaderingen.save(vergadering)
        store.agendapunten.save(punt)
        store.stukken.save(stuk)
        store.notas.save(nota)
    assert [plek.bron for plek in store.zoekregister.zoek("peilbuizen")] == ["p"]
    assert [plek.bron for plek in store.zoekregister.zoek("damwand")] == ["n"]
    with store.transaction():
        store.agendapunten.save(replace(punt, toelichting="Met sonderingen."))
        store.notas.save(replace(nota, secties=()))
    assert [plek.bron for plek in store.zoekregister.zoek("sonderingen")] == ["p"]
    assert store.zoekregister.zoek("peilbuizen OF damwand") == ()


@pytest.mark.parametrize("alles", [False, True])
def test_what_is_taken_away_is_no_longer_in_the_search_register(store: Store, alles: bool) -> None:
    opname = bewaar(
        store,
        een_opname(
            agendapunten=[een_agendapunt(id="p", titel="Kadeherstel")],
            stukken=[een_stuk(id="s", agendapunt_id="p")],
            notas={"s": een_nota(id="n", onderwerp="Damwand")},
        ),
    )
    assert len(store.zoekregister.zoek("kadeherstel OF damwand")) == 2
    with store.transaction():
        if alles:
            store.vergaderingen.delete(opname.vergadering.id)
        else:
            store.notas.delete("n")
            store.stukken.delete("s")
            store.agendapunten.delete("p")
    assert store.zoekregister.zoek("kadeherstel OF damwand") == ()
    assert list(store._db.query("SELECT * FROM zoekregel")) == []


def test_a_text_that_is_taken_in_again_is_found_once(store: Store) -> None:
    with store.transaction():
        store.zoekregister.neem_op(Zoeksoort.NOTA, "n", ["dijk en sluis"])
        store.zoekregister.neem_op(Zoeksoort.NOTA, "n", ["dijk"])
    assert len(store.zoekregister.zoek("dijk")) == 1
    assert store.zoekregister.zoek("sluis") == ()


@pytest.fixture(scope="module")
def zoekbaar(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("zoekbaar"), maken=True) as store:
        with store.transaction():
            store.zoekregister.neem_op(Zoeksoort.NOTA, "n", ["dijk, abba en sluis"])
        yield store


@settings(max_examples=60)
@given(vraag=st.text(alphabet=st.sampled_from("ab\"*-()^:{}+ \0ORNEAT'é"), max_size=20))
def test_no_question_to_search_is_a_fault(zoekbaar: Store, vraag: str) -> None:
    assert isinstance(zoekbaar.zoekregister.zoek(vraag), tuple)


def test_times_without_seconds_come_back_as_times(store: Store) -> None:
    gremium = een_gremium()
    vergadering = een_vergadering(gremium_id=gremium.id, begin=time(9, 5), einde=None)
    with store.transaction():
        store.gremia.save(gremium)
        store.vergaderingen.save(vergadering)
    assert store.vergaderingen.get(vergadering.id) == vergadering


def _oude_werkmap(map_: Path) -> None:
    map_.mkdir()
    with closing(Database(verbind(map_ / "tk.db"))) as db:
        breng_bij(db, None)


def test_a_set_sent_before_the_log_was_kept_is_still_there_with_its_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stappen = tmp_path / "stappen"
    stappen.mkdir()
    (stappen / "0001_agenda.sql").write_bytes((migrations() / "0001_agenda.sql").read_bytes())
    with monkeypatch.context() as toen:
        toen.setattr("tk_desktop.store.migraties.migrations", lambda: stappen)
        _oude_werkmap(tmp_path / "werkmap")
    db = verbind(tmp_path / "werkmap" / "tk.db")
    with db:
        db.execute("INSERT INTO gremium (id, naam) VALUES ('g', 'Bestuurscommissie Waterkant')")
        db.execute("INSERT INTO vergadering (id, gremium_id, datum) VALUES ('v', 'g', '2026-03-11')")
        for nummer, som in enumerate("ab"):
            db.execute(
                "INSERT INTO uitgave VALUES (?, 'v', ?, 'leden', NULL, ?, 9)", (f"u{nummer}", f"c{nummer}", som * 64)
            )
            db.execute("INSERT INTO uitgave_deel VALUES (?, ?, 'c', 'brief', 'Brief', 'x', 1, 2)", (som, f"u{nummer}"))
    db.close()
    with Store.open(tmp_path / "werkmap") as store:
        een, twee = store.uitgaven.van_vergadering("v")
        assert (een.versie, twee.versie, twee.totaal, twee.moment) == (1, 2, 9, None)
        assert [(deel.sleutel, deel.tot) for deel in (*een.delen, *twee.delen)] == [("brief", 2), ("brief", 2)]
        assert een.genummerd
        assert een.bestanden == ()
        store.vergaderingen.delete("v")
        assert store.uitgaven.all() == ()
        assert store.controleer().goed


def test_a_step_of_a_newer_program_that_was_put_beside_this_one_is_left_to_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A window that is open opens its werkmap again for each of its threads."""
    stappen = Path(shutil.copytree(migrations(), tmp_path / "stappen"))
    monkeypatch.setattr("tk_desktop.store.migraties.migrations", lambda: stappen)
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        (stappen / "9999_later.sql").write_text("CREATE TABLE later (id TEXT PRIMARY KEY) STRICT;", encoding="utf-8")
        with store.again() as weer:
            assert "later" not in weer._db.table_names()


def test_who_got_a_set_is_still_known_after_the_log_took_in_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stappen = tmp_path / "stappen"
    stappen.mkdir()
    for pad in migrations().glob("000[1-6]_*.sql"):
        (stappen / pad.name).write_bytes(pad.read_bytes())
    with monkeypatch.context() as toen:
        toen.setattr("tk_desktop.store.migraties.migrations", lambda: stappen)
        _oude_werkmap(tmp_path / "werkmap")
    db = verbind(tmp_path / "werkmap" / "tk.db")
    with db:
        db.execute("INSERT INTO gremium (id, naam) VALUES ('g', 'Bestuurscommissie Waterkant')")
        db.execute("INSERT INTO vergadering (id, gremium_id, datum) VALUES ('v', 'g', '2026-03-11')")
        db.execute(
            "INSERT INTO uitgave (id, vergadering_id, volgorde, doelgroep, vingerafdruk, totaal, soort, versie)"
            " VALUES ('u', 'v', 'c', 'leden', 'a', 0, 'zip', 3)"
        )
        db.execute("INSERT INTO uitgave_ontvanger VALUES ('o', 'u', 'c', 'Roos van Dalen', 'usb')")
    db.close()
    with Store.open(tmp_path / "werkmap") as store:
        (uitgave,) = store.uitgaven.van_vergadering("v")
        assert (uitgave.soort, uitgave.versie, uitgave.genummerd) == (Uitgavesoort.ZIP, 3, True)
        assert [wie.naam for wie in uitgave.ontvangers] == ["Roos van Dalen"]
        assert store.controleer().goed


def test_what_was_decided_said_and_agreed_before_it_could_be_sought_is_found_in_plain_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stappen = tmp_path / "stappen"
    stappen.mkdir()
    for pad in migrations().glob("00[0-5]*.sql"):
        (stappen / pad.name).write_bytes(pad.read_bytes())
    with monkeypatch.context() as toen:
        toen.setattr("tk_desktop.store.migraties.migrations", lambda: stappen)
        with Store.open(tmp_path / "werkmap", maken=True) as oud:
            bewaar(oud, een_opname(agendapunten=[een_agendapunt(id="punt")]))
            oud.besluiten.save(
                een_besluit(id="b", agendapunt_id="punt", nummer="7", tekst="[De brug](https://oever.nl).")
            )
            oud.puntverslagen.save(Puntverslag(id="p", agendapunt_id="punt", besloten_deel="Een ton."))
            oud._db.execute("UPDATE zoekregel SET tekst = '[De brug](https://oever.nl)' WHERE soort = 'besluit'")
            oud._db.execute("UPDATE zoekregel SET tekst = 'Een **ton**.' WHERE soort = 'verslag' AND pagina = 1")
            (gremium,) = oud.gremia.all()
            actie = een_actie(id="a", gremium_id=gremium.id, tekst="Belt **Jan**.")
            oud._db.table("actie").insert(dict(oud.acties.rij(actie)))
            stand = {"id": "s", "actie_id": "a", "volgorde": "m", "datum": "2026-03-12", "tekst": "gemaild"}
            oud._db.table("actie_stand").insert(stand)
    with Store.open(tmp_path / "werkmap") as store:
        assert store.zoekregister.zoek("https") == ()
        assert [een.fragment for een in store.zoekregister.zoek("brug OF ton")] == ["Een ‹ton›.", "7 De ‹brug›."]
        assert [(een.soort, een.bron) for een in store.zoekregister.zoek("gemaild Jan")] == [(Zoeksoort.ACTIE, "a")]
        assert [store.zoekregister.teksten(Zoeksoort.VERSLAG, "p")] == [store.puntverslagen.get("p").zoekteksten()]
        assert store.controleer().goed


def test_a_werkmap_that_was_just_made_begins_with_nothing_prepared_as_one_that_was_there(tmp_path: Path) -> None:
    with Store.open(tmp_path / "werkmap", maken=True) as nieuw:
        assert nieuw._db.conn.total_changes == 0
    with Store.open(tmp_path / "werkmap") as weer:
        assert weer._db.conn.total_changes == 0


def test_what_belongs_to_many_items_is_asked_in_the_words_in_which_it_is_asked_for_one(tmp_path: Path) -> None:
    gevraagd: list[str] = []
    with Store.open(tmp_path / "werkmap", maken=True) as store, store._db.tracer(lambda sql, _: gevraagd.append(sql)):
        store.agendapunten.lijnen(["a"])
        rijen_bij(store._db, "stuk", "agendapunt_id", ["a"])
        een, gevraagd[:] = list(gevraagd), []
        store.agendapunten.lijnen(["a", "b", "c"])
        rijen_bij(store._db, "stuk", "agendapunt_id", ["a", "b", "c"])
    assert een == gevraagd


def test_saving_what_did_not_change_writes_nothing_and_what_changed_only_that(tmp_path: Path) -> None:
    punt = een_agendapunt(id="p", titel="Begroting", vergadering_id="v", voorstel=(een_voorstelpunt(),))
    opname = een_opname(gremium=een_gremium(id="g"), vergadering=een_vergadering(id="v"), agendapunten=[punt])
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        bewaar(store, opname)
        voor = store._db.conn.total_changes
        with store.transaction():
            store.agendapunten.save(punt)
        assert store._db.conn.total_changes == voor
        geschreven: list[str] = []
        with store._db.tracer(lambda sql, _: geschreven.append(sql)), store.transaction():
            store.agendapunten.save(replace(punt, titel="Jaarstukken"))
    assert [sql for sql in geschreven if sql.startswith(("INSERT", "UPDATE"))] == [
        "UPDATE agendapunt SET titel = :titel WHERE id = :id",
        "INSERT OR IGNORE INTO zoekregel_woord (woord) SELECT value FROM json_each(:woorden)",
        "UPDATE zoekregel SET tekst = :tekst WHERE soort = :soort AND bron = :bron AND pagina = :pagina",
    ]


def test_a_paper_is_found_by_its_file_and_a_nota_by_its_number_without_reading_all_papers(store: Store) -> None:
    gevraagd: list[str] = []
    store._db.conn.set_trace_callback(gevraagd.append)
    store.versies.met_bestand("a" * 64)
    store.notas.met_registratienummer("2026-000001")
    store._db.conn.set_trace_callback(None)
    plannen = [str(stap["detail"]) for sql in gevraagd for stap in store._db.query(f"EXPLAIN QUERY PLAN {sql}")]
    assert any("stuk" in stap for stap in plannen)
    assert [stap for stap in plannen if stap.startswith("SCAN stuk")] == []
