"""Publishing: readers see what is theirs, and besloten never reaches who may not read it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.bouwers import (
    bewaar_bytes,
    een_agendapunt,
    een_gremium,
    een_lidmaatschap,
    een_nota,
    een_persoon,
    een_sectie,
    een_stuk,
    een_stukversie,
    een_vergadering,
    een_voorstelpunt,
)
from tests.uitwisselwereld import Laptop, Wereld
from tests.zittingbouwers import een_presentie
from tk_desktop.domain.agenda import DICHT_PUNT, Puntstaat
from tk_desktop.domain.opmaak import open_tekst
from tk_desktop.domain.presentie import Hoedanigheid
from tk_desktop.domain.rooster import Rol
from tk_desktop.domain.vergaderset import Doelgroep, Variant, zichtbaar_voor
from tk_desktop.domain.verslag import Puntverslag
from tk_desktop.exchange.publiceren import publish_vergadering
from tk_desktop.exchange.rooster import AlleenSecretariaat, roosters
from tk_desktop.minutes.verslagen import add_correctie

OPEN, GEHEIM, ZAAK = b"%PDF-open", b"%PDF-geheim", b"%PDF-zaak"


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    """A meeting with an open item, one that is besloten, and one that Joop is kept from."""
    wereld = Wereld(tmp_path)
    store = wereld["s1"].store
    with store.transaction():
        store.personen.save(een_persoon(id="wies", naam="Wies", telefoon="06-12345678"))
        store.gremia.save(een_gremium(id="g1"))
        for wie in ("roos", "wies", "joop"):
            store.leden.save(een_lidmaatschap(id=f"lid-{wie}", gremium_id="g1", persoon_id=wie))
        store.vergaderingen.save(een_vergadering(id="v1", gremium_id="g1"))
        for id_, titel in (("open", "Haven"), ("dicht", "Aankoop kade 7"), ("zaak", "Benoeming")):
            store.agendapunten.save(
                een_agendapunt(id=id_, vergadering_id="v1", volgorde=id_, titel=titel, besloten=id_ != "open")
            )
        for id_, inhoud in (("open", OPEN), ("dicht", GEHEIM), ("zaak", ZAAK)):
            store.stukken.save(een_stuk(id=f"stuk-{id_}", vergadering_id="v1", agendapunt_id=id_, titel=f"Nota {id_}"))
            som = bewaar_bytes(store, inhoud)
            store.versies.save(een_stukversie(id=f"versie-{id_}", stuk_id=f"stuk-{id_}", sha256=som))
        store.agendapunten.uitsluitingen.sluit_uit("zaak", "joop")
    wereld.laat_toe("s2", "sanne", Rol.SECRETARIS)
    for naam, wie in (("b1", "wies"), ("c1", "joop")):
        wereld.laat_toe(naam, wie)
    wereld.laat_toe("a1", "aart", Rol.AMBTENAAR)
    yield wereld
    wereld.sluit()


def _titels(laptop: Laptop) -> set[str]:
    return {punt.titel for punt in laptop.store.agendapunten.van_vergadering("v1")}


def _publiceer(wereld: Wereld, **anders: bool) -> None:
    s = wereld["s1"]
    publish_vergadering(s.store, s.bos, "v1", **anders)
    for naam in ("s2", "b1", "c1", "a1"):
        s.stuur(wereld[naam])


def test_each_reader_sees_what_is_theirs_and_no_more(wereld: Wereld) -> None:
    _publiceer(wereld)
    assert _titels(wereld["s2"]) == {"Haven", "Aankoop kade 7", "Benoeming"}
    assert _titels(wereld["b1"]) == {"Haven", "Aankoop kade 7", "Benoeming"}
    assert _titels(wereld["c1"]) == {"Haven", "Aankoop kade 7", DICHT_PUNT}
    assert _titels(wereld["a1"]) == {"Haven", DICHT_PUNT}


def test_an_item_has_one_number_on_every_laptop_whatever_its_reader_may_not_see(wereld: Wereld) -> None:
    store = wereld["s1"].store
    for id_, onder in (("dicht-sub", "dicht"), ("zomer", None), ("zomer-sub", "zomer")):
        punt = een_agendapunt(id=id_, vergadering_id="v1", ouder_id=onder, volgorde=f"{id_}1", titel=f"Over {id_}")
        store.agendapunten.save(replace(punt, besloten=id_ == "zomer-sub", toelichting="Kade 7", duur=10))
    weg = een_agendapunt(id="later", vergadering_id="v1", volgorde="a", titel="Verkoop", besloten=True)
    store.agendapunten.save(replace(weg, staat=Puntstaat.AANGEHOUDEN))
    _publiceer(wereld)
    geheel, openbaar = store.opname("v1"), Variant(doelgroep=Doelgroep.OPENBAAR)
    heel = {str(geheel.nummers[punt.id]): punt.titel for punt in geheel.agendapunten}
    assert list(heel) == ["1", "1a", "2", "3", "4", "4a"]
    van_joop = heel | {"3": DICHT_PUNT}
    van_aart = {nummer: titel for nummer, titel in van_joop.items() if nummer != "1a"} | {
        "1": DICHT_PUNT,
        "4a": DICHT_PUNT,
    }
    for naam, titels in (("b1", heel), ("c1", van_joop), ("a1", van_aart)):
        opname = wereld[naam].store.opname("v1")
        assert {str(opname.nummers[punt.id]): punt.titel for punt in opname.agendapunten} == titels
        assert opname.tijden.items() <= geheel.tijden.items()
        iedereen = zichtbaar_voor(opname, openbaar)
        assert iedereen.dichte == zichtbaar_voor(geheel, openbaar).dichte
    (stomp,) = [punt for punt in wereld["a1"].store.agendapunten.van_vergadering("v1") if punt.id == "zomer-sub"]
    assert (stomp.besloten, stomp.toelichting, stomp.duur) == (True, "", 10)


def test_what_is_besloten_is_in_no_byte_of_the_werkmap_of_who_may_not_read_it(wereld: Wereld) -> None:
    _publiceer(wereld)
    for naam, verboden in (("a1", (b"Aankoop", b"Benoeming", GEHEIM, ZAAK)), ("c1", (b"Benoeming", ZAAK))):
        for pad in wereld[naam].store.map.rglob("*"):
            if pad.is_file():
                inhoud = pad.read_bytes()
                assert not any(woord in inhoud for woord in verboden), (naam, pad.name)


def test_a_besloten_passage_of_an_open_nota_reaches_who_may_read_it_alone(wereld: Wereld) -> None:
    store = wereld["s1"].store
    store.notas.save(
        een_nota(
            id="n",
            stuk_id="stuk-open",
            voorstel=(
                een_voorstelpunt(id="vp1", volgorde="a", tekst="De kade te herstellen."),
                een_voorstelpunt(id="vp2", volgorde="b", tekst="De kade te kopen voor ~~Oesterbank~~."),
                een_voorstelpunt(id="vp3", volgorde="c", tekst="De raad te berichten."),
            ),
            secties=(
                een_sectie(id="open", volgorde="a", tekst="De kade ligt open."),
                een_sectie(id="dicht", volgorde="b", tekst="Het bod is ~~Oesterbank~~ euro."),
            ),
        )
    )
    _publiceer(wereld)
    for pad in wereld["a1"].store.map.rglob("*"):
        assert not pad.is_file() or b"Oesterbank" not in pad.read_bytes(), pad.name
    openbaar = store.notas.get("n").open_variant()
    assert wereld["a1"].store.notas.get("n") == openbaar  # as on paper: no point is lost, and none gets another number
    assert len(openbaar.voorstel) == 3
    for naam in ("b1", "s2"):
        assert wereld[naam].store.notas.get("n") == store.notas.get("n")
    assert publish_vergadering(store, wereld["s1"].bos, "v1").niets_nieuws


def test_in_a_bundle_besloten_words_stand_in_no_byte(wereld: Wereld) -> None:
    s, b = wereld["s1"], wereld["b1"]
    publish_vergadering(s.store, s.bos, "v1")
    inhoud = s.maak(b).paden[0].read_bytes()
    assert GEHEIM not in inhoud
    assert OPEN in inhoud  # what is open can be read without a key


def test_phone_numbers_stay_with_the_secretariat(wereld: Wereld) -> None:
    _publiceer(wereld)
    wies = wereld["b1"].store.personen.get("wies")
    assert (wies.naam, wies.telefoon) == ("Wies", "")
    assert wereld["s2"].store.personen.get("wies").telefoon == "06-12345678"


def test_publishing_again_tells_only_what_changed(wereld: Wereld) -> None:
    s = wereld["s1"]
    _publiceer(wereld)
    assert publish_vergadering(s.store, s.bos, "v1").niets_nieuws
    punt = s.store.agendapunten.get("open")
    s.store.agendapunten.save(replace(punt, titel="De haven"))
    nieuw = publish_vergadering(s.store, s.bos, "v1")
    assert (nieuw.geschreven, nieuw.ingetrokken) == (1, 0)
    s.stuur(wereld["a1"])
    assert _titels(wereld["a1"]) == {"De haven", DICHT_PUNT}


def test_a_paper_of_which_a_newer_version_came_is_replaced_and_not_withdrawn(wereld: Wereld) -> None:
    s = wereld["s1"]
    _publiceer(wereld)
    for id_ in ("open", "dicht"):
        som = bewaar_bytes(s.store, b"%PDF-beter-" + id_.encode())
        s.store.versies.save(een_stukversie(id=f"beter-{id_}", stuk_id=f"stuk-{id_}", sha256=som, volgorde="z1"))
    nieuw = publish_vergadering(s.store, s.bos, "v1")
    assert (nieuw.vervangen, nieuw.ingetrokken, nieuw.niets_nieuws) == (2, 0, False)
    s.store.versies.save(een_stukversie(id="nog-beter", stuk_id="stuk-open", sha256="f" * 64, volgorde="z2"))
    s.store.agendapunten.save(replace(s.store.agendapunten.get("open"), besloten=True))
    weg = publish_vergadering(s.store, s.bos, "v1")
    assert (weg.vervangen, weg.ingetrokken > 0) == (0, True), "who reads what is open, keeps no version of it"


def test_a_draft_is_seen_by_no_reader(wereld: Wereld) -> None:
    s = wereld["s1"]
    _publiceer(wereld)
    s.store.agendapunten.save(een_agendapunt(id="nieuw", vergadering_id="v1", volgorde="zz", titel="Concept"))
    for naam in ("b1", "a1", "s2"):
        s.stuur(wereld[naam])
    assert "Concept" not in _titels(wereld["b1"]) | _titels(wereld["a1"])
    assert "Concept" in _titels(wereld["s2"])


def test_an_open_item_that_becomes_besloten_goes_from_who_may_not_read_it(wereld: Wereld) -> None:
    s = wereld["s1"]
    _publiceer(wereld)
    s.store.agendapunten.save(replace(s.store.agendapunten.get("open"), besloten=True))
    _publiceer(wereld)
    assert _titels(wereld["a1"]) == {DICHT_PUNT}
    assert _titels(wereld["b1"]) == {"Haven", "Aankoop kade 7", "Benoeming"}
    s.store.agendapunten.save(replace(s.store.agendapunten.get("open"), besloten=False))
    _publiceer(wereld)
    assert _titels(wereld["a1"]) == {"Haven", DICHT_PUNT}


def test_an_item_that_was_taken_off_the_agenda_goes_from_readers_too(wereld: Wereld) -> None:
    s = wereld["s1"]
    _publiceer(wereld)
    s.store.stukken.delete("stuk-dicht")
    s.store.agendapunten.delete("dicht")
    _publiceer(wereld)
    assert _titels(wereld["b1"]) == {"Haven", "Benoeming"}


def test_who_is_kept_out_later_reads_nothing_newer(wereld: Wereld) -> None:
    s = wereld["s1"]
    _publiceer(wereld)
    voor = roosters(s.store).huidig.kids
    s.store.agendapunten.uitsluitingen.sluit_uit("zaak", "wies")
    _publiceer(wereld)
    assert roosters(s.store).huidig.kids["bes:zaak"] == voor["bes:zaak"] + 1
    s.store.agendapunten.save(replace(s.store.agendapunten.get("zaak"), titel="Benoeming van Puk"))
    publish_vergadering(s.store, s.bos, "v1")
    inhoud = s.stuur(wereld["b1"])
    assert inhoud.overgeslagen == {}
    assert "Benoeming van Puk" not in _titels(wereld["b1"])


def test_files_come_with_the_papers(wereld: Wereld) -> None:
    _publiceer(wereld)
    for naam, aantal in (("b1", 3), ("c1", 2), ("a1", 1)):
        stukken = wereld[naam].store.map / "stukken"
        assert len([pad for pad in stukken.rglob("*") if pad.is_file()]) == aantal


def test_only_the_secretariat_publishes(wereld: Wereld) -> None:
    _publiceer(wereld)
    b = wereld["b1"]
    with pytest.raises(AlleenSecretariaat):
        publish_vergadering(b.store, b.bos, "v1")


def test_what_hangs_under_something_besloten_is_besloten(wereld: Wereld) -> None:
    s = wereld["s1"]
    with s.store.transaction():
        s.store.agendapunten.save(
            een_agendapunt(id="onder", vergadering_id="v1", volgorde="y", titel="Prijs van kade 7", ouder_id="dicht")
        )
        s.store.stukken.save(een_stuk(id="bijl", vergadering_id="v1", hoort_bij="stuk-dicht", titel="Taxatie"))
    _publiceer(wereld)
    assert _titels(wereld["a1"]) == {"Haven", DICHT_PUNT}
    for pad in wereld["a1"].store.map.rglob("*"):
        inhoud = pad.read_bytes() if pad.is_file() else b""
        assert (
            b"Prijs van" not in inhoud
        )  # a row that waits for what it hangs under is not shown, and would lie here yet
        assert b"Taxatie" not in inhoud
    assert "Prijs van kade 7" in _titels(wereld["b1"])
    assert "Taxatie" in {stuk.titel for stuk in wereld["b1"].store.stukken.all()}


_ZITTING = """
INSERT INTO puntverslag VALUES ('pv-open', 'open', 'De kade komt af.', 'Het bod is geheim.', NULL, NULL, 0);
INSERT INTO puntverslag VALUES ('pv-dicht', 'dicht', 'Kade 7 wordt gekocht.', '', NULL, NULL, 1);
INSERT INTO stemming VALUES ('st', 'open', 'n', 'Het voorstel', 'hoofdelijk', 0, 1, 0, 0, 0, 'voorstel', '');
INSERT INTO stem VALUES ('stem', 'st', 'n', 'Wies', '', 1, 'voor');
INSERT INTO stemming VALUES ('brief', 'open', 'o', 'De persoon', 'schriftelijk', 0, 1, 0, 0, 0, 'voorstel', '');
INSERT INTO stem VALUES ('briefje', 'brief', 'n', 'Joop', '', 1, 'voor');
INSERT INTO verslag (id, vergadering_id, staat) VALUES ('vs', 'v1', 'concept');
INSERT INTO geheimhouding VALUES ('gh', 'g1', 'Het bod op kade 7', 'grond', '', NULL);
"""


def _houd(laptop: Laptop) -> None:
    with laptop.store.transaction():
        for opdracht in _ZITTING.split(";\n"):
            if opdracht.strip():
                laptop.store._db.execute(opdracht)
        laptop.store._db.execute(
            "INSERT INTO geheimhouding_punt (id, geheimhouding_id, over) VALUES ('gp', 'gh', 'dicht')"
        )


def _rijen(laptop: Laptop, tabel: str) -> set[str]:
    return {rij["id"] for rij in laptop.store._db.query(f"SELECT id FROM {tabel}")}


def test_a_verslag_goes_to_readers_when_it_was_approved_and_what_is_besloten_to_who_may(wereld: Wereld) -> None:
    s, a, b = wereld["s1"], wereld["a1"], wereld["b1"]
    _houd(s)
    _publiceer(wereld, uitkomsten=True)
    assert _rijen(b, "verslag") == _rijen(b, "puntverslag") == _rijen(b, "stemming") == set()
    assert _rijen(b, "geheimhouding") == {"gh"}  # what is secret says so from the first day
    with s.store.transaction():
        s.store._db.execute("UPDATE verslag SET staat = 'vastgesteld', vastgesteld_op = '2026-04-01'")
        s.store._db.execute(
            "INSERT INTO correctie (id, verslag_id, volgorde, agendapunt_id, was, wordt, datum, reden, besloten)"
            " VALUES ('c-open', 'vs', '1', 'open', 'kade', 'oever', '2026-04-02', '', 0),"
            " ('c-passage', 'vs', '2', 'open', 'hoog', '~~Oesterprijs~~', '2026-04-02', '', 0)"
        )
    _publiceer(wereld, uitkomsten=True)
    assert (_rijen(a, "correctie"), _rijen(b, "correctie")) == ({"c-open"}, {"c-open", "c-passage"})
    assert _rijen(b, "puntverslag") == {"pv-open", "pv-dicht"}
    assert _rijen(a, "puntverslag") == {"pv-open"}
    assert _rijen(b, "stemming") == _rijen(a, "stemming") == {"st", "brief"}
    assert _rijen(b, "stem") == {"stem"}  # nobody knows who voted what in a secret vote
    assert (_rijen(a, "verslag"), _rijen(a, "geheimhouding")) == ({"vs"}, set())
    assert {een.besloten_deel for een in b.store.puntverslagen.all()} >= {"Het bod is geheim."}
    for pad in a.store.map.rglob("*"):
        assert not pad.is_file() or b"Het bod is geheim" not in pad.read_bytes()


def test_a_closed_correction_of_no_item_stays_with_the_secretariat_when_somebody_is_kept_from_one(
    wereld: Wereld,
) -> None:
    s = wereld["s1"]
    _vastgesteld(s)
    add_correctie(s.store, "v1", was="Zaakwoord", wordt="iets", op=date(2026, 4, 2), besloten=True)
    add_correctie(s.store, "v1", was="Kadewoord", wordt="iets", op=date(2026, 4, 2), besloten=True, punt_id="dicht")
    _publiceer(wereld, uitkomsten=True)
    for naam, gekregen in (
        ("b1", {"Kadewoord"}),
        ("c1", {"Kadewoord"}),
        ("a1", set()),
        ("s2", {"Kadewoord", "Zaakwoord"}),
    ):
        verslag = wereld[naam].store.verslagen.get("vs")
        assert {een.was for een in verslag.correcties} == gekregen, naam


def _vastgesteld(laptop: Laptop) -> None:
    with laptop.store.transaction():
        laptop.store._db.execute(
            "INSERT INTO verslag (id, vergadering_id, staat, vastgesteld_op)"
            " VALUES ('vs', 'v1', 'vastgesteld', '2026-04-01')"
        )


def _namen(laptop: Laptop) -> dict[str, str | None]:
    return {wie.naam: wie.van_punt_id for wie in laptop.store.presenties.van_vergadering("v1")}


def test_who_was_there_for_a_closed_item_alone_is_told_to_who_may_know_of_it(wereld: Wereld) -> None:
    s = wereld["s1"]
    store = s.store
    for punt, naam in (("dicht", "Notaris Kadegast"), ("zaak", "Klaas Zaakgast")):
        store.presenties.save(
            een_presentie(
                vergadering_id="v1", naam=naam, hoedanigheid=Hoedanigheid.GENODIGDE, van_punt_id=punt, tot_punt_id=punt
            )
        )
    store.presenties.save(een_presentie(vergadering_id="v1", naam="Wies", van_punt_id="dicht"))
    _vastgesteld(s)
    _publiceer(wereld, uitkomsten=True)
    openbaar = store.zitting("v1").voor_iedereen().presentie
    assert wereld["a1"].store.presenties.van_vergadering("v1") == openbaar
    assert _namen(wereld["c1"]) == {"Wies": "dicht", "Notaris Kadegast": "dicht"}
    assert _namen(wereld["b1"]) == {"Wies": "dicht", "Notaris Kadegast": "dicht", "Klaas Zaakgast": "zaak"}
    for naam, verboden in (("a1", (b"Kadegast", b"Zaakgast")), ("c1", (b"Zaakgast",))):
        for pad in wereld[naam].store.map.rglob("*"):
            inhoud = pad.read_bytes() if pad.is_file() else b""
            assert not any(woord in inhoud for woord in verboden), (naam, pad.name)
    assert publish_vergadering(store, s.bos, "v1", uitkomsten=True).niets_nieuws


def test_of_a_row_with_an_open_variant_members_see_the_whole_one_whichever_came_first(wereld: Wereld) -> None:
    s = wereld["s1"]
    store = s.store
    store.presenties.save(
        een_presentie(id="wies", vergadering_id="v1", naam="Gast", hoedanigheid=Hoedanigheid.GENODIGDE)
    )
    gast = replace(store.presenties.get("wies"), van_punt_id="dicht", tot_punt_id="dicht")
    store.presenties.save(gast)
    _vastgesteld(s)
    _publiceer(wereld, uitkomsten=True)
    assert wereld["b1"].store.presenties.all() == (gast,)
    gast = replace(gast, tot_punt_id="open")
    store.presenties.save(gast)
    _publiceer(wereld, uitkomsten=True)
    assert wereld["b1"].store.presenties.all() == (gast,)
    assert [wie.van_punt_id for wie in wereld["a1"].store.presenties.all()] == ["open"]
    assert publish_vergadering(store, s.bos, "v1", uitkomsten=True).niets_nieuws


def test_of_what_was_said_everybody_reads_what_is_not_besloten(wereld: Wereld) -> None:
    s = wereld["s1"]
    s.store.puntverslagen.save(
        Puntverslag(
            id="pv",
            agendapunt_id="open",
            besproken="De kade komt af.\n\nHet bod is ~~Oesterbank~~.",
            besloten_deel="~~x~~",
        )
    )
    _vastgesteld(s)
    _publiceer(wereld, uitkomsten=True)
    gezegd = s.store.puntverslagen.get("pv").besproken
    assert wereld["a1"].store.puntverslagen.get("pv").besproken == open_tekst(gezegd)
    assert wereld["b1"].store.puntverslagen.get("pv").besproken == gezegd
    for pad in wereld["a1"].store.map.rglob("*"):
        assert not pad.is_file() or b"Oesterbank" not in pad.read_bytes(), pad.name


def test_a_row_that_was_besloten_first_and_then_opens_but_for_a_passage_is_whole_to_members(wereld: Wereld) -> None:
    store = wereld["s1"].store
    store.agendapunten.save(replace(store.agendapunten.get("open"), besloten=True))
    tekst = "Het bod is ~~Oesterbank~~."
    store.notas.save(een_nota(id="n", stuk_id="stuk-open", secties=(een_sectie(id="x", tekst=tekst),)))
    _publiceer(wereld)
    store.agendapunten.save(replace(store.agendapunten.get("open"), besloten=False))
    _publiceer(wereld)
    assert [een.tekst for een in wereld["b1"].store.notas.get("n").secties] == [tekst]
    assert [een.tekst for een in wereld["a1"].store.notas.get("n").secties] == [open_tekst(tekst)]


def test_what_hangs_under_something_besloten_of_another_meeting_is_besloten(wereld: Wereld) -> None:
    """Two secretarissen apart: one moves an item to another meeting, the other puts an item or a paper under it."""
    store = wereld["s1"].store
    with store.transaction():
        store.vergaderingen.save(een_vergadering(id="v2", gremium_id="g1"))
        store.agendapunten.save(een_agendapunt(id="elders", vergadering_id="v2", titel="Elders", besloten=True))
        store.agendapunten.save(replace(store.agendapunten.get("open"), ouder_id="elders"))
        store.stukken.save(een_stuk(id="los", vergadering_id="v1", agendapunt_id="elders", titel="Los stuk"))
        store.stukken.save(een_stuk(id="bijlage", vergadering_id="v1", hoort_bij="los", titel="Bijlage"))
    besloten = {rij.id for rij in store.publicaties.rijen("v1", uitkomsten=False) if rij.besloten}
    assert {"open", "stuk-open", "los", "bijlage"} <= besloten


def test_who_is_kept_from_an_item_of_another_meeting_is_kept_from_what_hangs_under_it_here(wereld: Wereld) -> None:
    """The scope of that item has other readers: those of another body."""
    s = wereld["s1"]
    with s.store.transaction():
        s.store.gremia.save(een_gremium(id="g2"))
        s.store.vergaderingen.save(een_vergadering(id="v2", gremium_id="g2"))
        s.store.agendapunten.save(een_agendapunt(id="elders", vergadering_id="v2", titel="Elders", besloten=True))
        s.store.agendapunten.uitsluitingen.sluit_uit("elders", "joop")
        s.store.agendapunten.save(replace(s.store.agendapunten.get("open"), ouder_id="elders"))
        s.store.stukken.save(een_stuk(id="los", vergadering_id="v1", agendapunt_id="elders", titel="Los stuk"))
        s.store.stukken.save(een_stuk(id="bijlage", vergadering_id="v1", hoort_bij="los", titel="Bijlage"))
    _publiceer(wereld)
    zaken = {rij.id: rij.zaak for rij in s.store.publicaties.rijen("v1", uitkomsten=False)}
    assert [zaken[id_] for id_ in ("open", "los", "bijlage", "zaak", "dicht")] == ["open", "los", "bijlage", "zaak", ""]
    lezers = roosters(s.store).huidig.lezers
    assert all({"joop", "wies"} & lezers[f"bes:{zaak}"] == {"wies"} for zaak in ("open", "los", "bijlage"))
    assert "bes:elders" not in lezers
    assert "Bijlage" in _woorden(wereld["b1"])
    assert "Bijlage" not in _woorden(wereld["c1"])


def _woorden(laptop: Laptop) -> str:
    """Return all that stands in the tables of a werkmap; signed segments are packed, and stay as they were received."""
    db = laptop.store._db
    rijen = (tuple(rij) for tabel in db.table_names() for rij in db.execute(f"SELECT * FROM [{tabel}]"))
    return repr(list(rijen))


def test_words_that_are_withdrawn_leave_every_table_of_who_may_not_read_them_any_more(wereld: Wereld) -> None:
    store = wereld["s1"].store
    sectie = een_sectie(id="sec", tekst="De prijs is Oesterprijs.")
    store.notas.save(een_nota(id="n", stuk_id="stuk-open", onderwerp="Kadewoord", secties=(sectie,)))
    store.agendapunten.save(een_agendapunt(id="los", vergadering_id="v1", volgorde="z", titel="Losse Mossel"))
    _houd(wereld["s1"])
    _publiceer(wereld, uitkomsten=True)
    lezers = [wereld[naam] for naam in ("a1", "b1", "c1")]
    for laptop in lezers:
        assert all(woord in _woorden(laptop) for woord in ("Oesterprijs", "Kadewoord", "Losse Mossel"))
    store.notas.save(
        een_nota(
            id="n",
            stuk_id="stuk-open",
            onderwerp="Kadewoord",
            secties=(replace(sectie, tekst="De prijs is ~~Oesterprijs~~."),),
        )
    )
    store.agendapunten.delete("los")
    _publiceer(wereld, uitkomsten=True)
    assert "Oesterprijs" not in _woorden(wereld["a1"])
    assert "Oesterprijs" in _woorden(wereld["b1"])
    assert all("Losse Mossel" not in _woorden(laptop) for laptop in lezers)
    store.agendapunten.save(replace(store.agendapunten.get("open"), besloten=True))
    _publiceer(wereld, uitkomsten=True)
    assert not any(woord in _woorden(wereld["a1"]) for woord in ("Haven", "Kadewoord", "Nota open"))
    assert "Kadewoord" in _woorden(wereld["b1"])
    store.agendapunten.save(replace(store.agendapunten.get("open"), besloten=False))
    _publiceer(wereld, uitkomsten=True)
    assert wereld["a1"].store.notas.get("n") == store.notas.get("n").open_variant()
    assert _titels(wereld["a1"]) == {"Haven", DICHT_PUNT}
    assert publish_vergadering(store, wereld["s1"].bos, "v1", uitkomsten=True).niets_nieuws
