"""What others did becomes rows: whole, in any order, and nothing that somebody wrote is lost."""

import random
from collections.abc import Callable
from dataclasses import replace
from json import dumps

import pytest

from tests.bouwers import (
    bewaar,
    een_agendapunt,
    een_gremium,
    een_nota,
    een_opname,
    een_persoon,
    een_sectie,
    een_stuk,
    een_vergadering,
)
from tests.bundelbouwers import een_bewerking
from tests.laptops import Laptop, breng_samen
from tk_desktop.domain.bereik import ALG, besloten
from tk_desktop.domain.bewerking import RIJ, WEG, Bewerking, Waarde
from tk_desktop.domain.conflict import Conflict
from tk_desktop.store.samenloop import Samenloop
from tk_desktop.store.zoeken import Zoeksoort

TEKST = "Aanleiding\nDe oever zakt.\n\nVoorstel\nHerstel de oever."


@pytest.fixture
def paar() -> tuple[Laptop, Laptop]:
    """Two secretarissen with the same meeting: item ``p`` with paper ``s``, nota ``n``, section ``se``."""
    een, ander = Laptop("roos"), Laptop("joost")
    nota = een_nota(id="n", secties=(een_sectie(id="se", tekst=TEKST),))
    opname = een_opname(
        gremium=een_gremium(id="g"),
        vergadering=een_vergadering(id="v"),
        personen=[een_persoon(id="bram")],
        agendapunten=[een_agendapunt(id="p", titel="Oevers"), een_agendapunt(id="q", titel="Sluizen")],
        stukken=[een_stuk(id="s", agendapunt_id="p")],
        notas={"s": nota},
    )
    een.doe(lambda store: bewaar(store, opname))
    breng_samen(een, ander)
    assert een.inhoud() == ander.inhoud()
    return een, ander


def _gelijk(*laptops: Laptop) -> None:
    breng_samen(*laptops)
    for laptop in laptops:
        assert laptop.fouten() == []
        assert laptop.inhoud() == laptops[0].inhoud()
        assert laptop.store.conflicten() == _zonder_wie(laptops[0], laptop)


def _zonder_wie(bron: Laptop, als: Laptop) -> tuple[Conflict, ...]:
    """The conflicts of one laptop as another tells them: who wrote a value is told apart."""
    assert {(een.rij, een.veld) for een in bron.store.conflicten()} == {(e.rij, e.veld) for e in als.store.conflicten()}
    return als.store.conflicten()


def _later(laptop: Laptop) -> None:
    """Let what this laptop does from here on be later than what others do now."""
    laptop.sql("UPDATE bewerkstand SET klok = klok + (60000 << 16)")


def _een_conflict(laptop: Laptop) -> Conflict:
    (conflict,) = laptop.store.conflicten()
    return conflict


def test_a_meeting_prepared_on_one_laptop_stands_whole_on_another(paar: tuple[Laptop, Laptop]) -> None:
    een, ander = paar
    assert ander.store.opname("v") == een.store.opname("v")
    assert [een.bron for een in ander.store.zoekregister.zoek("sluizen")] == ["q"]
    assert [een.soort for een in ander.store.zoekregister.zoek("zakt")] == [Zoeksoort.NOTA]


def test_operations_may_come_one_by_one_in_any_order_and_twice() -> None:
    een = Laptop("roos")
    nota = een_nota(id="n", secties=(een_sectie(id="se"),))
    opname = een_opname(agendapunten=[een_agendapunt(id="p")], stukken=[een_stuk(id="s")], notas={"s": nota})
    een.doe(lambda store: bewaar(store, opname))
    een.sql("UPDATE agendapunt SET titel = 'Later' WHERE id = 'p'")
    een.zeg()
    een.sql("DELETE FROM stuk")
    for keer in range(5):
        ander = Laptop("joost")
        los = [*een.zeg(), *een.zeg()]
        random.Random(keer).shuffle(los)
        for bewerking in los:
            ander.hoor([bewerking])
            assert ander.fouten() == []
        assert ander.inhoud() == een.inhoud()
        assert ander.hoor(een.zeg()).nieuw == 0


def test_two_titles_for_one_item_both_stay_until_somebody_chooses(paar: tuple[Laptop, Laptop]) -> None:
    een, ander = paar
    een.sql("UPDATE agendapunt SET titel = 'Oevers en kades' WHERE id = 'p'")
    _later(ander)
    ander.sql("UPDATE agendapunt SET titel = 'Veilige oevers' WHERE id = 'p'")
    _gelijk(een, ander)
    conflict = _een_conflict(een)
    assert (conflict.tabel, conflict.rij, conflict.veld) == ("agendapunt", "p", "titel")
    assert [waarde.waarde for waarde in conflict.waarden] == ["Veilige oevers", "Oevers en kades"]
    assert [waarde.getoond for waarde in conflict.waarden] == [True, False]
    een.store.beslis(conflict, "Veilige oevers en kades")
    assert [gevonden.bron for gevonden in een.store.zoekregister.zoek("kades")] == ["p"]
    _gelijk(een, ander)
    assert ander.store.agendapunten.get("p").titel == "Veilige oevers en kades"
    assert ander.store.conflicten() == ()


def test_an_edit_takes_the_place_of_what_was_seen_alone(paar: tuple[Laptop, Laptop]) -> None:
    een, ander = paar
    een.sql("UPDATE agendapunt SET titel = 'Een' WHERE id = 'p'")
    _later(ander)
    ander.sql("UPDATE agendapunt SET titel = 'Twee' WHERE id = 'p'")
    breng_samen(een, ander)
    een.sql("UPDATE agendapunt SET titel = 'Drie' WHERE id = 'p'")
    _gelijk(een, ander)
    assert [waarde.waarde for waarde in _een_conflict(ander).waarden] == ["Drie", "Een"]


def test_the_same_words_written_twice_are_no_conflict(paar: tuple[Laptop, Laptop]) -> None:
    for laptop in paar:
        laptop.sql("UPDATE agendapunt SET titel = 'Hetzelfde' WHERE id = 'p'")
    _gelijk(*paar)
    assert paar[0].store.conflicten() == ()


def test_paragraphs_written_apart_stand_together(paar: tuple[Laptop, Laptop]) -> None:
    een, ander = paar
    een.sql("UPDATE nota_sectie SET tekst = ?", TEKST.replace("zakt", "zakt snel"))
    een.zeg()
    een.sql("UPDATE nota_sectie SET tekst = ?", TEKST.replace("zakt", "zakt heel snel"))
    ander.sql("UPDATE nota_sectie SET tekst = ?", TEKST.replace("Herstel", "Vernieuw"))
    _gelijk(een, ander)
    samen = TEKST.replace("zakt", "zakt heel snel").replace("Herstel", "Vernieuw")
    assert een.sql("SELECT tekst FROM nota_sectie") == [(samen,)]
    assert een.store.conflicten() == ()
    assert not een.store.bewerkingen.bereiken()  # seeing it together is no operation
    een.sql("UPDATE nota_sectie SET tekst = ?", samen.replace("oever", "kade"))
    _gelijk(een, ander)
    assert ander.sql("SELECT tekst FROM nota_sectie") == [(samen.replace("oever", "kade"),)]
    assert len([kop for kop in ander.koppen() if kop[:3] == ("nota_sectie", "se", "tekst")]) == 1


def test_one_line_written_twice_waits_for_a_choice_and_may_be_mended_by_hand(paar: tuple[Laptop, Laptop]) -> None:
    een, ander = paar
    een.sql("UPDATE nota_sectie SET tekst = ?", TEKST.replace("zakt", "zakt snel"))
    ander.sql("UPDATE nota_sectie SET tekst = ?", TEKST.replace("zakt", "verzakt").replace("Herstel", "Vernieuw"))
    _gelijk(een, ander)
    assert len(_een_conflict(een).waarden) == 2
    een.sql(
        "UPDATE nota_sectie SET tekst = ?", TEKST.replace("zakt", "verzakt").replace("Herstel", "Vernieuw") + "\nSlot"
    )
    _gelijk(een, ander)


def test_taking_away_what_another_edited_waits_for_a_choice(paar: tuple[Laptop, Laptop]) -> None:
    een, ander = paar
    een.doe(lambda store: store.agendapunten.delete("q"))
    ander.sql("UPDATE agendapunt SET titel = 'Sluizen en stuwen' WHERE id = 'q'")
    _gelijk(een, ander)
    assert een.store.agendapunten.get("q").titel == "Sluizen en stuwen"
    conflict = _een_conflict(een)
    assert conflict.over_verwijderen
    een.store.beslis(conflict, None)
    _gelijk(een, ander)
    assert ander.store.conflicten() == ()
    assert [punt.id for punt in ander.store.agendapunten.van_vergadering("v")] == ["p", "q"]


def test_taking_away_can_be_insisted_on(paar: tuple[Laptop, Laptop]) -> None:
    een, ander = paar
    een.doe(lambda store: store.agendapunten.delete("q"))
    ander.sql("UPDATE agendapunt SET titel = 'Sluizen en stuwen' WHERE id = 'q'")
    _gelijk(een, ander)
    een.store.beslis(_een_conflict(een), "weg")
    _gelijk(een, ander)
    assert [punt.id for punt in ander.store.agendapunten.van_vergadering("v")] == ["p"]
    assert ander.store.conflicten() == ()


def test_what_was_seen_and_taken_away_stays_away(paar: tuple[Laptop, Laptop]) -> None:
    een, ander = paar
    ander.sql("UPDATE agendapunt SET titel = 'Sluizen en stuwen' WHERE id = 'q'")
    breng_samen(een, ander)
    een.doe(lambda store: store.agendapunten.delete("q"))
    _gelijk(een, ander)
    assert een.store.conflicten() == ()
    assert [punt.id for punt in ander.store.agendapunten.van_vergadering("v")] == ["p"]
    assert ander.store.zoekregister.zoek("stuwen") == ()


def test_a_meeting_that_went_comes_back_for_a_paper_put_in_meanwhile(paar: tuple[Laptop, Laptop]) -> None:
    een, ander = paar
    een.doe(lambda store: store.vergaderingen.delete("v"))
    ander.doe(
        lambda store: store.stukken.save(een_stuk(id="nieuw", vergadering_id="v", titel="Kaart", agendapunt_id="q"))
    )
    _gelijk(een, ander)
    opname = een.store.opname("v")
    assert [punt.id for punt in opname.agendapunten] == ["q"]
    assert [stuk.titel for stuk in opname.stukken] == ["Kaart"]
    assert {(conflict.rij, conflict.veld) for conflict in een.store.conflicten()} == {("v", WEG), ("q", WEG)}
    ander.doe(lambda store: store.stukken.delete("nieuw"))  # the last that kept it
    _gelijk(een, ander)
    assert een.inhoud()["vergadering"] == een.inhoud()["agendapunt"] == []


def test_own_notes_keep_no_meeting_that_the_secretariat_took_away(paar: tuple[Laptop, Laptop]) -> None:
    een, ander = paar
    ander.sql("INSERT INTO bladwijzer VALUES ('b', 'v', 'agenda', 'joost', 'x', 1, 'Hier')")
    een.doe(lambda store: store.vergaderingen.delete("v"))
    _gelijk_zonder_eigen(een, ander)
    assert ander.sql("SELECT * FROM bladwijzer") == []
    een.sql("INSERT INTO vergadering (id, gremium_id, datum) VALUES ('v', 'g', '2026-03-11')")
    _gelijk_zonder_eigen(een, ander)
    assert len(ander.sql("SELECT * FROM bladwijzer")) == 1  # it was there all the time


def _gelijk_zonder_eigen(een: Laptop, ander: Laptop) -> None:
    breng_samen(een, ander)
    assert een.fouten() == ander.fouten() == []
    assert {**een.inhoud(), "bladwijzer": []} == {**ander.inhoud(), "bladwijzer": []}


def test_what_only_refers_to_something_gone_shows_nothing_until_it_is_back(paar: tuple[Laptop, Laptop]) -> None:
    een, ander = paar
    actie = """INSERT INTO actie (id, volgorde, gremium_id, tekst, ontstaan, soort, door, voor, staat,
        afgedaan, vergadering_id, agendapunt_id, oorsprong, portefeuillehouder, besloten) VALUES
        ('a', 'c', 'g', 'Bel', '2026-03-11',
        'actie', '', NULL, 'open', NULL, NULL, ?, '', '', 0)"""
    _, weg = een.store.record(lambda: een.store.agendapunten.delete("q"))
    ander.sql(actie, "q")
    _gelijk(een, ander)
    assert een.sql("SELECT agendapunt_id FROM actie") == [(None,)]
    een.store.redo(weg.terug())
    _gelijk(een, ander)
    assert ander.sql("SELECT agendapunt_id FROM actie") == [("q",)]


def test_a_paper_keeps_the_item_whose_secrecy_it_has(paar: tuple[Laptop, Laptop]) -> None:
    een, ander = paar
    een.doe(lambda store: store.agendapunten.delete("q"))
    ander.sql("UPDATE stuk SET agendapunt_id = 'q' WHERE id = 's'")
    _gelijk(een, ander)
    assert een.store.stukken.get("s").agendapunt_id == "q"


def test_of_open_and_besloten_the_strictest_is_shown(paar: tuple[Laptop, Laptop]) -> None:
    een, ander = paar
    een.sql("UPDATE agendapunt SET besloten = 1 WHERE id = 'p'")
    breng_samen(een, ander)
    een.sql("UPDATE agendapunt SET besloten = 0 WHERE id = 'p'")
    ander.zeg()
    ander.sql("UPDATE agendapunt SET besloten = 0 WHERE id = 'p'")
    ander.sql("UPDATE agendapunt SET besloten = 1 WHERE id = 'p'")
    een.sql("UPDATE bewerkstand SET klok = klok + (1 << 40)")
    een.sql("UPDATE agendapunt SET besloten = 1 WHERE id = 'p'")
    een.sql("UPDATE agendapunt SET besloten = 0 WHERE id = 'p'")
    _gelijk(een, ander)
    assert een.store.agendapunten.get("p").besloten
    assert _een_conflict(een).veld == "besloten"


def test_items_put_under_each_other_make_no_ring(paar: tuple[Laptop, Laptop]) -> None:
    een, ander = paar
    een.sql("UPDATE agendapunt SET ouder_id = 'q' WHERE id = 'p'")
    _later(ander)
    ander.sql("UPDATE agendapunt SET ouder_id = 'p' WHERE id = 'q'")
    _gelijk(een, ander)
    assert sorted(een.sql("SELECT id, ouder_id FROM agendapunt")) == [("p", "q"), ("q", None)]
    een.sql("UPDATE agendapunt SET ouder_id = NULL WHERE id = 'p'")
    _gelijk(een, ander)
    assert sorted(een.sql("SELECT id, ouder_id FROM agendapunt")) == [("p", None), ("q", "p")]


def test_items_in_a_ring_that_lose_their_meeting_wait_together(paar: tuple[Laptop, Laptop]) -> None:
    een, _ = paar
    een.sql("UPDATE bewerkstand SET opnemen = 0")  # as it stands for a moment, halfway what many wrote apart
    een.sql("UPDATE agendapunt SET ouder_id = 'q' WHERE id = 'p'")
    een.sql("UPDATE agendapunt SET ouder_id = 'p' WHERE id = 'q'")
    with een.store.transaction():
        een.store._samenloop._weergave._haal_weg("agendapunt", "p")
        assert een.sql("SELECT id FROM agendapunt") == []
        een.store.herbouw()
    assert sorted(een.sql("SELECT id, ouder_id FROM agendapunt")) == [("p", None), ("q", None)]


def test_values_that_may_not_stand_together_give_way_to_the_latest_that_may(paar: tuple[Laptop, Laptop]) -> None:
    een, ander = paar
    note = """INSERT INTO aantekening VALUES
        ('a', 'v', 's', NULL, 'notitie', 'geel', 'Let op', 'roos', 'privé', '2026-03-01', '2026-03-01', '', '')"""
    plaats = """INSERT INTO aantekening_plaats VALUES
        ('ap', 'a', 'c', 'gemaakt', '', 'x', 2, 0, 6, 0, 'oever', '', '', '')"""
    zelf = Laptop("roos", naam="tweede laptop")
    een.sql(note)
    een.sql(plaats)
    _gelijk(een, zelf)
    een.sql("UPDATE aantekening_plaats SET pagina = 5")
    _later(zelf)
    zelf.sql("UPDATE aantekening_plaats SET eindpagina = 3")
    _gelijk(een, zelf)
    assert een.sql("SELECT pagina, eindpagina FROM aantekening_plaats") == [(2, 3)]
    assert ander.sql("SELECT count(*) FROM aantekening") == [(0,)]


def _vreemd(**anders: object) -> Bewerking:
    velden = {"id": "f" * 20, "hlc": 1 << 60, "bereik": "sec", "tabel": "agendapunt", "rij": "p", "veld": "titel"}
    return Bewerking(**{**velden, "waarde": "x", **anders})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "anders",
    [
        {"waarde": None},
        {"waarde": "  "},
        {"veld": "staat", "waarde": "doorgeschoven"},
        {"veld": "besloten", "waarde": "geheim"},
        {"veld": "duur", "waarde": -5},
        {"veld": "vergadering_id", "waarde": "nergens"},
        {"veld": "vergadering_id", "waarde": 3.5},
        {"veld": "ouder_id", "waarde": "p"},
        {"veld": WEG, "waarde": "[]"},
        {"veld": RIJ, "waarde": None},
        {"rij": "alleen", "veld": RIJ, "waarde": 1},
        {"rij": "alleen", "veld": WEG, "waarde": "[]"},
        {"rij": "alleen"},
    ],
)
def test_nothing_that_another_writes_stops_us_and_it_is_kept(
    paar: tuple[Laptop, Laptop], anders: dict[str, object]
) -> None:
    een, ander = paar
    vreemd = _vreemd(**anders)
    een.hoor([vreemd])
    assert een.fouten() == []
    assert vreemd.id in {kop[4] for kop in een.koppen()}
    een.store.herbouw()
    een.store.opname("v") if een.sql("SELECT 1 FROM agendapunt WHERE id = 'p'") else None
    ander.hoor([vreemd])
    _gelijk(een, ander)


def test_what_a_newer_program_says_is_kept_and_shown_once_we_know_it(paar: tuple[Laptop, Laptop]) -> None:
    een, ander = paar
    nieuw = [_vreemd(veld="kleur", waarde="rood"), _vreemd(id="e" * 20, tabel="kamer", rij="k", veld="naam")]
    ander.hoor(nieuw)
    een.hoor(ander.zeg())
    ander.sql("ALTER TABLE agendapunt ADD COLUMN kleur TEXT NOT NULL DEFAULT ''")
    Samenloop(ander.store._db).begin()
    assert ander.sql("SELECT kleur FROM agendapunt WHERE id = 'p'") == [("rood",)]
    assert "e" * 20 in {kop[4] for kop in een.koppen()}


def test_the_rows_can_be_made_anew_from_what_was_told(paar: tuple[Laptop, Laptop]) -> None:
    een, ander = paar
    een.sql("UPDATE agendapunt SET titel = 'Een' WHERE id = 'p'")
    ander.sql("UPDATE agendapunt SET titel = 'Twee' WHERE id = 'p'")
    ander.doe(lambda store: store.agendapunten.delete("q"))
    _gelijk(een, ander)
    voor, koppen = een.inhoud(), een.koppen()
    zoek = een.sql("SELECT soort, bron, tekst FROM zoekregel ORDER BY 1, 2, 3")
    een.sql("UPDATE bewerkstand SET opnemen = 0")
    een.sql("UPDATE agendapunt SET titel = 'Kapot'")
    een.sql("DELETE FROM stuk")
    een.store.herbouw()
    assert een.inhoud() == voor
    assert een.koppen() == koppen
    assert een.sql("SELECT soort, bron, tekst FROM zoekregel ORDER BY 1, 2, 3") == zoek


def test_what_came_in_can_be_undone_as_one_action(paar: tuple[Laptop, Laptop]) -> None:
    een, ander = paar
    ander.doe(lambda store: store.stukken.delete("s"))
    ander.sql("UPDATE agendapunt SET titel = 'Kades' WHERE id = 'p'")
    voor = een.inhoud()
    verteld = ander.zeg()
    _, wijziging = een.store.record(lambda: een.hoor(verteld))
    assert een.inhoud() != voor
    een.store.redo(wijziging.terug())
    assert een.inhoud() == voor
    assert een.store.bewerkingen.bereiken() == ()  # nobody is told
    een.hoor(verteld)
    assert een.inhoud() != voor
    _gelijk(een, ander)


def test_an_old_copy_that_was_put_back_hears_all_and_brings_nothing_back(paar: tuple[Laptop, Laptop]) -> None:
    een, ander = paar
    een.sql("UPDATE agendapunt SET titel = 'Half' WHERE id = 'p'")  # told to nobody when the copy is made
    kopie = een.bewaar_kopie()
    een.sql("UPDATE agendapunt SET titel = 'Heel' WHERE id = 'p'")
    een.doe(lambda store: store.agendapunten.delete("q"))
    breng_samen(een, ander)
    een.zet_terug(kopie)
    _gelijk(een, ander)
    assert een.store.agendapunten.get("p").titel == "Heel"
    assert een.store.conflicten() == ()
    assert [punt.id for punt in een.store.agendapunten.van_vergadering("v")] == ["p"]


def _publiceer(van: Laptop, bereik: Callable[[str, str], object]) -> None:
    """Write every row of the meeting for readers, in the scope that ``bereik`` gives it; ``None`` for nobody."""
    with van.store.transaction():
        for tabel in ("gremium", "persoon", "vergadering", "agendapunt", "stuk"):
            namen = [str(rij[1]) for rij in van.sql(f"PRAGMA table_info({tabel})")]
            for rij in van.sql(f"SELECT * FROM {tabel}"):
                waarden = dict(zip(namen, rij, strict=True))
                id_ = str(waarden.pop("id"))
                doel = bereik(tabel, id_)
                for ander in (ALG, besloten("v")):
                    if doel == ander:
                        van.store.bewerkingen.schrijf(ander, tabel, id_, waarden)  # type: ignore[arg-type]
                    elif van.store.bewerkingen.koppen(ander, tabel, id_):
                        van.store.bewerkingen.neem_weg(ander, tabel, id_)


def test_a_member_reads_what_was_published_and_nothing_of_the_drafts(paar: tuple[Laptop, Laptop]) -> None:
    een, ander = paar
    lid = Laptop("bram", "bestuurder")
    een.sql("UPDATE agendapunt SET toelichting = 'Concept' WHERE id = 'q'")
    _publiceer(een, lambda tabel, rij: None if rij == "q" else ALG)
    breng_samen(een, ander, lid)
    assert [punt.titel for punt in lid.store.agendapunten.all()] == ["Oevers"]
    assert "Concept" not in str(lid.koppen())
    assert een.inhoud() == ander.inhoud()
    een.sql("UPDATE agendapunt SET titel = 'Kades' WHERE id = 'p'")
    breng_samen(een, lid)
    assert [punt.titel for punt in lid.store.agendapunten.all()] == ["Oevers"]
    _publiceer(een, lambda tabel, rij: None if rij == "q" else ALG)
    breng_samen(een, ander, lid)
    assert [punt.titel for punt in lid.store.agendapunten.all()] == ["Kades"]
    assert lid.fouten() == ander.fouten() == []


def test_what_becomes_besloten_goes_from_the_open_scope_and_stands_in_the_other(paar: tuple[Laptop, Laptop]) -> None:
    een, _ = paar
    lid = Laptop("bram", "bestuurder")
    _publiceer(een, lambda tabel, rij: ALG)
    een.zeg()
    een.sql("UPDATE agendapunt SET titel = 'Geheim', besloten = 1 WHERE id = 'q'")
    _publiceer(een, lambda tabel, rij: besloten("v") if rij == "q" else ALG)
    losse = list(een.zeg())
    for keer in range(4):
        random.Random(keer).shuffle(losse)
        lid = Laptop("bram", "bestuurder")
        for bewerking in losse:
            lid.hoor([bewerking])
        assert {punt.titel for punt in lid.store.agendapunten.all()} == {"Oevers", "Geheim"}
        ambtenaar = Laptop("els", "ambtenaar")
        ambtenaar.hoor(een for een in losse if not een.bereik.startswith("bes"))
        assert {punt.titel for punt in ambtenaar.store.agendapunten.all()} == {"Oevers"}


def test_what_a_member_answers_reaches_every_secretaris_and_no_other_member(paar: tuple[Laptop, Laptop]) -> None:
    een, ander = paar
    lid, tweede, buur = Laptop("bram", "bestuurder"), Laptop("bram", "bestuurder", "thuis"), Laptop("els", "bestuurder")
    _publiceer(een, lambda tabel, rij: ALG)
    breng_samen(een, ander, lid, tweede, buur)
    lid.sql(
        "INSERT INTO opmerking (id, agendapunt_id, wie, moment, tekst) VALUES ('o', 'p', 'Bram', '2026-03-01', 'Hoe?')"
    )
    lid.sql("INSERT INTO bladwijzer VALUES ('b', 'v', 'agenda', 'Bram', 'x', 1, 'Hier')")
    breng_samen(een, ander, lid, tweede, buur)
    assert [laptop.sql("SELECT count(*) FROM opmerking")[0][0] for laptop in (een, ander, tweede, buur)] == [1, 1, 1, 0]
    assert [laptop.sql("SELECT count(*) FROM bladwijzer")[0][0] for laptop in (een, tweede, buur)] == [0, 1, 0]
    ander.sql("UPDATE opmerking SET antwoord = 'Zo.'")
    breng_samen(een, ander, lid, tweede, buur)
    assert lid.sql("SELECT antwoord FROM opmerking") == [("Zo.",)]


def test_titles_stay_apart_when_an_item_is_changed_back(paar: tuple[Laptop, Laptop]) -> None:
    een, ander = paar
    punt = een.store.agendapunten.get("p")
    een.doe(lambda store: store.agendapunten.save(replace(punt, titel="Ander")))
    een.doe(lambda store: store.agendapunten.save(punt))
    _gelijk(een, ander)
    assert een.store.conflicten() == ()


@pytest.mark.parametrize("weg", [{"bereik": "alg"}, {"waarde": "[]"}])
def test_papers_that_wait_for_what_never_came_come_to_rest(weg: dict[str, str]) -> None:
    """One waits for the other, and that one for a meeting that is not here; somebody once took it away."""
    laptop = Laptop("roos")
    waarden: dict[str, dict[str, Waarde]] = {
        "s0": {RIJ: 1, "vergadering_id": "v0", "soort": "nota", "titel": "Oevers", "volgorde": "c", "hoort_bij": "s2"},
        "s1": {RIJ: 1, "vergadering_id": "v0", "soort": "nota", "titel": "Kaart", "volgorde": "d", "hoort_bij": "s0"},
    }
    alles = [
        een_bewerking(id=f"{nummer:020x}", hlc=nummer, bereik="sec", tabel="stuk", rij=rij, veld=veld, waarde=waarde)
        for nummer, (rij, veld, waarde) in enumerate(
            ((rij, veld, waarde) for rij, velden in waarden.items() for veld, waarde in velden.items()), start=1
        )
    ]
    alles.append(
        een_bewerking(id="f" * 20, hlc=99, tabel="stuk", rij="s0", veld=WEG, **{"bereik": "sec", "waarde": "[]", **weg})
    )
    laptop.hoor(alles)
    assert laptop.inhoud()["stuk"] == []
    laptop.store.herbouw()
    assert laptop.inhoud()["stuk"] == []


def test_what_a_row_needs_comes_back_for_it_when_that_can_stand_at_last(paar: tuple[Laptop, Laptop]) -> None:
    """A nota was taken away while its text was edited, and the paper it is of comes last."""
    een, ander = paar
    een.doe(lambda store: store._db.execute("UPDATE nota_sectie SET tekst = 'Anders' WHERE id = 'se'"))
    ander.doe(lambda store: store._db.execute("DELETE FROM nota WHERE id = 'n'"))
    breng_samen(een, ander)
    assert een.sql("SELECT tekst FROM nota_sectie") == [("Anders",)]
    alles = een.zeg()
    laat = Laptop("wies")
    stuk = [bewerking for bewerking in alles if (bewerking.tabel, bewerking.rij) == ("stuk", "s")]
    laat.hoor(bewerking for bewerking in alles if bewerking not in stuk)
    laat.hoor(stuk)
    assert laat.inhoud() == een.inhoud()


def _velden(tabel: str, rij: str, **waarden: Waarde) -> list[Bewerking]:
    return [
        een_bewerking(bereik="sec", tabel=tabel, rij=rij, veld=veld, waarde=waarde)
        for veld, waarde in ({RIJ: 1} | waarden).items()
    ]


def _weg(rij: list[Bewerking]) -> Bewerking:
    """Somebody takes a row away and saw all of it."""
    gezien = dumps([een.id for een in rij if een.veld != RIJ])
    return een_bewerking(bereik="sec", tabel=rij[0].tabel, rij=rij[0].rij, veld=WEG, waarde=gezien)


def test_whether_a_deletion_holds_is_the_same_after_all_is_made_anew() -> None:
    """An item that was taken away is needed by one under it, and neither can stand for their meeting never came."""
    laptop = Laptop("roos")
    onder = _velden("agendapunt", "p2", vergadering_id="v", volgorde="m", titel="Kades", ouder_id="p1")
    boven = _velden("agendapunt", "p1", vergadering_id="v", volgorde="g", titel="Oevers")
    laptop.hoor([*onder, *boven, _weg(boven)])
    assert laptop.inhoud()["agendapunt"] == []
    voor = laptop.koppen()
    laptop.hoor([een_bewerking(bereik="sec", tabel="agendapunt", rij="p2", veld="titel", waarde="Kades en dijken")])
    laptop.store.herbouw()
    assert [kop for kop in laptop.koppen() if kop[2] == WEG] == [kop for kop in voor if kop[2] == WEG]


def test_what_a_row_needs_comes_back_though_what_that_needs_comes_last_and_by_parts() -> None:
    """A section needs its nota, which was taken away; that needs its paper, and the paper its item."""
    punt = _velden("agendapunt", "p", vergadering_id="v", volgorde="g", titel="Oevers")
    stuk = _velden("stuk", "s", vergadering_id="v", soort="adviesnota", titel="Oevers", volgorde="c", agendapunt_id="p")
    nota = _velden("nota", "n", stuk_id="s", vorm="adviesnota")
    sectie = _velden("nota_sectie", "se", nota_id="n", volgorde="c", soort="inleiding", kop="Inleiding")
    vergadering = [
        *_velden("gremium", "g", naam="Dagelijks bestuur"),
        *_velden("vergadering", "v", gremium_id="g", datum="2026-03-11"),
    ]
    laptop = Laptop("roos")
    laptop.hoor([*vergadering, *punt[:-1], *stuk[:-1], *nota[:-1], *sectie[:-1], _weg(nota)])
    laptop.hoor([sectie[-1], nota[-1], stuk[-1]])
    laptop.hoor(punt[-1:])
    assert [len(laptop.inhoud()[tabel]) for tabel in ("stuk", "nota", "nota_sectie")] == [1, 1, 1]
    assert [(een.tabel, een.veld) for een in laptop.store.conflicten()] == [("nota", WEG)]
    voor = laptop.inhoud(), laptop.koppen()
    laptop.store.herbouw()
    assert (laptop.inhoud(), laptop.koppen()) == voor


def test_an_attachment_that_was_taken_away_comes_back_for_its_nota_when_the_paper_it_is_with_comes_last() -> None:
    laptop = Laptop("roos")
    vergadering = [
        *_velden("gremium", "g", naam="Dagelijks bestuur"),
        *_velden("vergadering", "v", gremium_id="g", datum="2026-03-11"),
    ]
    stuk = _velden("stuk", "s1", vergadering_id="v", soort="adviesnota", titel="Oevers", volgorde="c")
    bijlage = _velden("stuk", "s0", vergadering_id="v", soort="adviesnota", titel="Kaart", volgorde="d", hoort_bij="s1")
    nota = _velden("nota", "n", stuk_id="s0", vorm="adviesnota")
    laptop.hoor([*vergadering, *stuk[:-1], *bijlage, _weg(bijlage), *nota])
    assert laptop.inhoud()["stuk"] == laptop.inhoud()["nota"] == []
    laptop.hoor(stuk[-1:])
    assert [len(laptop.inhoud()[tabel]) for tabel in ("stuk", "nota")] == [2, 1]
    voor = laptop.inhoud(), laptop.koppen()
    laptop.store.herbouw()
    assert (laptop.inhoud(), laptop.koppen()) == voor
