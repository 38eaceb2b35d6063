"""What was redacted reaches nobody but the members: no set, no bundle and no search of it has a word that went."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pytest

from tests.bouwers import (
    bewaar,
    bewaar_bytes,
    een_agendapunt,
    een_gremium,
    een_nota,
    een_opname,
    een_sectie,
    een_stuk,
    een_stukversie,
    een_vergadering,
)
from tests.laptops import Laptop, breng_samen
from tests.papier import a_paper
from tk_desktop.domain.aantekening import Vlak
from tk_desktop.domain.vergaderset import Doelgroep, NogNietGelakt
from tk_desktop.domain.weglakking import LAKWIJZE, Weglakking, marks_digest, words_gone
from tk_desktop.export.pdf import write_pdf
from tk_desktop.pack.controleren import check
from tk_desktop.pack.lakken import (
    GrondOnbekend,
    NietsTeLakken,
    add_weglakkingen,
    drop_weglakkingen,
    make_all_gelakt,
    make_gelakt,
    marked_version,
)
from tk_desktop.pack.samenstellen import assemble
from tk_desktop.paper.reading import lees_pdf
from tk_desktop.paper.redaction_marks import marks_over_personal_data, marks_over_words
from tk_desktop.store.werkmap import Store
from tk_desktop.store.zoeken import Zoeksoort

NU = datetime(2026, 3, 2, 10, 0)
REGELS = ["Gesproken met Roosje van Dalen over de kade.", "Bel haar op 06 12345678 in de avond."]


@dataclass(frozen=True)
class Papier:
    """A werkmap with one public paper, in which the papers ``brief`` and ``leeg`` lie."""

    store: Store
    map: Path
    vergadering: str

    @property
    def bron(self) -> Path:
        versie = self.store.versies.van_stuk("brief")[-1]
        pad = self.store.bestanden.open(versie.sha256)
        assert isinstance(pad, Path)
        return pad

    def lees_set(self, doelgroep: Doelgroep) -> str:
        doel = self.map / f"{doelgroep.value}.pdf"
        write_pdf(
            assemble(self.store, self.vergadering, doelgroep),
            doel,
            bestand=self.store.bestanden.open,
            cache=self.store.cache,
        )
        return " ".join(lees_pdf(doel).paginas)

    def lak(self, woorden: str) -> None:
        add_weglakkingen(self.store, "brief", marks_over_words(self.bron, woorden), "5.1.2e", NU, wie="Roos")


@pytest.fixture
def papier(tmp_path: Path) -> Iterator[Papier]:
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        som = bewaar_bytes(store, a_paper(REGELS))
        opname = bewaar(
            store,
            een_opname(
                agendapunten=[een_agendapunt(id="punt", titel="Kade")],
                stukken=[
                    een_stuk(id="brief", titel="Brief over de kade", agendapunt_id="punt"),
                    een_stuk(id="leeg", titel="Nog te komen", agendapunt_id="punt", volgorde="z"),
                ],
                versies={"brief": een_stukversie(id="versie", stuk_id="brief", sha256=som, paginas=1)},
            ),
        )
        with store.transaction():
            store.zoekregister.neem_op(Zoeksoort.PAGINA, som, lees_pdf(store.bestanden.open(som)).paginas)
        yield Papier(store, tmp_path, opname.vergadering.id)


@pytest.mark.parametrize("doelgroep", [Doelgroep.OPENBAAR, Doelgroep.AMBTENAREN])
def test_officials_and_everybody_get_the_paper_without_what_was_marked(papier: Papier, doelgroep: Doelgroep) -> None:
    papier.lak("Roosje van Dalen")
    make_gelakt(papier.store, "brief")
    tekst = papier.lees_set(doelgroep)
    assert "Roosje" not in tekst
    assert "over de kade" in tekst
    assert "persoonlijke levenssfeer" in tekst


def test_the_members_read_the_paper_as_it_came_in(papier: Papier) -> None:
    papier.lak("Roosje van Dalen")
    make_gelakt(papier.store, "brief")
    assert "Roosje van Dalen" in papier.lees_set(Doelgroep.LEDEN)


def test_no_set_is_made_for_everybody_as_long_as_a_mark_is_not_carried_out(papier: Papier) -> None:
    papier.lak("Roosje van Dalen")
    with pytest.raises(NogNietGelakt):
        assemble(papier.store, papier.vergadering, Doelgroep.OPENBAAR)
    make_gelakt(papier.store, "brief")
    assemble(papier.store, papier.vergadering, Doelgroep.OPENBAAR)
    papier.lak("kade")
    with pytest.raises(NogNietGelakt):
        assemble(papier.store, papier.vergadering, Doelgroep.OPENBAAR)
    assemble(papier.store, papier.vergadering, Doelgroep.LEDEN)


def test_a_newer_version_goes_to_nobody_else_before_somebody_looked_at_it(papier: Papier) -> None:
    papier.lak("Roosje van Dalen")
    make_gelakt(papier.store, "brief")
    nieuw = bewaar_bytes(papier.store, a_paper(["Niemand wordt genoemd."]))
    papier.store.versies.save(een_stukversie(id="later", stuk_id="brief", sha256=nieuw, paginas=1, volgorde="z"))
    with pytest.raises(NogNietGelakt):
        assemble(papier.store, papier.vergadering, Doelgroep.OPENBAAR)
    assert make_all_gelakt(papier.store, papier.vergadering) == ()
    make_gelakt(papier.store, "brief")
    assert "Niemand wordt genoemd" in papier.lees_set(Doelgroep.OPENBAAR)


@pytest.mark.parametrize("gemaakt", [True, False])
def test_what_is_marked_no_more_is_for_everybody_when_somebody_says_so(papier: Papier, *, gemaakt: bool) -> None:
    papier.lak("Roosje van Dalen")
    if gemaakt:
        make_gelakt(papier.store, "brief")
    drop_weglakkingen(papier.store, [*(merk.id for merk in papier.store.weglakkingen.all()), "weg"])
    with pytest.raises(NogNietGelakt):
        assemble(papier.store, papier.vergadering, Doelgroep.OPENBAAR)
    assert make_all_gelakt(papier.store, papier.vergadering) == ()
    make_gelakt(papier.store, "brief")
    assert "Roosje van Dalen" in papier.lees_set(Doelgroep.OPENBAAR)


def test_a_paper_of_which_two_laptops_each_took_another_mark_away_is_not_for_everybody_by_itself() -> None:
    een, ander = Laptop("roos"), Laptop("kees")

    def begin(store: Store) -> None:
        store.gremia.save(een_gremium(id="g"))
        store.vergaderingen.save(een_vergadering(id="v", gremium_id="g"))
        store.stukken.save(een_stuk(id="brief", vergadering_id="v"))
        store.versies.save(een_stukversie(id="versie", stuk_id="brief", sha256="a" * 64, paginas=1))
        for nummer in (1, 2):
            vlak = Vlak(1, 10.0 * nummer, 1.0, 10.0 * nummer + 5, 9.0)
            store.weglakkingen.save(
                Weglakking(id=f"m{nummer}", versie_id="versie", grond="5.1.2e", vlakken=(vlak,), door="x", moment=NU)
            )

    een.doe(begin)
    breng_samen(een, ander)
    een.doe(lambda store: drop_weglakkingen(store, ["m1"]))
    ander.doe(lambda store: drop_weglakkingen(store, ["m2"]))
    breng_samen(een, ander)
    for laptop in (een, ander):
        assert laptop.store.weglakkingen.all() == ()
        assert laptop.store.gelakten.voor_iedereen(["brief"]) == {"brief": ""}


def test_a_mark_that_was_taken_back_leaves_a_paper_as_it_was(papier: Papier) -> None:
    _, wijziging = papier.store.record(lambda: papier.lak("Roosje van Dalen"))
    papier.store.redo(wijziging.terug())
    assemble(papier.store, papier.vergadering, Doelgroep.OPENBAAR)


def test_a_file_that_an_older_program_made_is_made_again(papier: Papier, monkeypatch: pytest.MonkeyPatch) -> None:
    papier.lak("Roosje van Dalen")
    make_gelakt(papier.store, "brief")
    monkeypatch.setattr("tk_desktop.domain.weglakking.LAKWIJZE", LAKWIJZE + 1)
    with pytest.raises(NogNietGelakt):
        assemble(papier.store, papier.vergadering, Doelgroep.OPENBAAR)
    assert len(make_all_gelakt(papier.store, papier.vergadering)) == 1
    assemble(papier.store, papier.vergadering, Doelgroep.OPENBAAR)


def test_a_title_that_says_what_was_redacted_is_told(papier: Papier) -> None:
    stuk = papier.store.stukken.get("brief")
    papier.store.stukken.save(replace(stuk, titel="Brief van Roosje over de kade"))
    papier.lak("Roosje van Dalen")
    make_gelakt(papier.store, "brief")
    [gevonden] = [een for een in check(papier.store, papier.vergadering) if een.code == "PG06"]
    assert gevonden.wat == "1 (titel) noemt ‘Roosje’, en dat is weggelakt in 1."
    papier.store.stukken.save(stuk)
    assert "PG06" not in {bevinding.code for bevinding in check(papier.store, papier.vergadering)}


def test_the_same_file_that_is_public_and_whole_at_another_place_is_told_until_it_is_redacted_too(
    papier: Papier,
) -> None:
    store = papier.store
    (versie,) = store.versies.van_stuk("brief")
    store.versies.save(replace(versie, id="elders", stuk_id="leeg"))
    dag = store.vergaderingen.get(papier.vergadering)

    def gevonden(vergadering_id: str) -> list[str]:
        return [een.wat for een in check(store, vergadering_id) if een.code == "PG08"]

    assert gevonden(papier.vergadering) == []
    papier.lak("Roosje van Dalen")
    make_gelakt(store, "brief")
    [hier] = gevonden(papier.vergadering)
    assert hier.endswith(" 1. Daar is iets weggelakt, hier niet.")
    store.vergaderingen.save(replace(dag, id="later"))
    store.stukken.save(een_stuk(id="los", vergadering_id="later", titel="Nog eens"))
    store.versies.save(replace(versie, id="los", stuk_id="los"))
    assert len(gevonden("later")) == 1
    add_weglakkingen(store, "leeg", marks_over_words(papier.bron, "Roosje"), "5.1.2e", NU)
    assert gevonden(papier.vergadering) == []


def test_personal_data_that_were_redacted_are_found_no_more(papier: Papier) -> None:
    assert "PG03" in {bevinding.code for bevinding in check(papier.store, papier.vergadering)}
    gevonden = marks_over_personal_data(papier.bron)
    add_weglakkingen(papier.store, "brief", [vlakken for _, vlakken in gevonden], "pg", NU)
    assert make_all_gelakt(papier.store, papier.vergadering) != ()
    assert "PG03" not in {bevinding.code for bevinding in check(papier.store, papier.vergadering)}
    assert "12345678" not in papier.lees_set(Doelgroep.OPENBAAR)


def test_what_is_marked_already_is_not_marked_twice(papier: Papier) -> None:
    papier.lak("Roosje van Dalen")
    papier.lak("Roosje van Dalen")
    assert len(papier.store.weglakkingen.van_versie("versie")) == 1


@pytest.mark.parametrize(
    "vlak", [Vlak(1, 50, 700, 300, 700.5), Vlak(1, 300, 700.5, 50, 700), Vlak(1, 50, 700, 50, 800)]
)
def test_a_mark_is_never_too_thin_to_be_seen(papier: Papier, vlak: Vlak) -> None:
    (merk,) = add_weglakkingen(papier.store, "brief", [(vlak,)], "5.1.2e", NU)
    (bewaard,) = merk.vlakken
    assert bewaard.x1 - bewaard.x0 >= 2
    assert bewaard.y1 - bewaard.y0 >= 2


def test_the_file_that_was_made_is_kept_and_looked_after_as_any_other(papier: Papier) -> None:
    papier.lak("Roosje van Dalen")
    gelakt = make_gelakt(papier.store, "brief").gelakt
    pad = papier.store.bestanden.plek(gelakt.sha256)
    assert isinstance(pad, Path)
    assert papier.store.controleer().goed
    pad.unlink()
    assert papier.store.controleer().ontbreekt == (gelakt.sha256,)


def test_a_ground_that_is_none_and_a_paper_without_pages_are_refused(papier: Papier) -> None:
    vlak = [(Vlak(1, 0, 0, 10, 10),)]
    with pytest.raises(GrondOnbekend):
        add_weglakkingen(papier.store, "brief", vlak, "omdat", NU)
    with pytest.raises(NietsTeLakken):
        add_weglakkingen(papier.store, "leeg", vlak, "5.1.2e", NU)
    assert papier.store.weglakkingen.all() == ()


def make_a_nota(papier: Papier) -> None:
    secties = (een_sectie(id="tekst", tekst="Gesproken met Roosje van Dalen"),)
    papier.store.notas.save(een_nota(id="nota", stuk_id="brief", onderwerp="Roosje van Dalen", secties=secties))


def test_a_nota_is_changed_itself_and_cannot_be_marked(papier: Papier) -> None:
    make_a_nota(papier)
    with pytest.raises(NietsTeLakken):
        papier.lak("Roosje van Dalen")
    with pytest.raises(NietsTeLakken):
        marked_version(papier.store, "brief")
    assert papier.store.weglakkingen.all() == ()


def test_of_a_nota_with_marks_nobody_but_the_members_gets_the_words(papier: Papier) -> None:
    papier.lak("Roosje van Dalen")
    make_a_nota(papier)
    with pytest.raises(NietsTeLakken):
        papier.lak("kade")
    with pytest.raises(NogNietGelakt):
        assemble(papier.store, papier.vergadering, Doelgroep.OPENBAAR)
    make_gelakt(papier.store, "brief")
    tekst = papier.lees_set(Doelgroep.OPENBAAR)
    assert "Roosje" not in tekst
    assert "over de kade" in tekst
    assert "Roosje" in papier.lees_set(Doelgroep.LEDEN)
    rijen = papier.store.publicaties.rijen(papier.vergadering, uitkomsten=False)
    met_naam = [rij for rij in rijen if "Roosje" in str(rij.waarden)]
    assert {rij.tabel for rij in met_naam} == {"nota", "nota_sectie"}
    assert all(rij.besloten for rij in met_naam)
    drop_weglakkingen(papier.store, [merk.id for merk in papier.store.weglakkingen.all()])
    make_gelakt(papier.store, "brief")
    assert "Roosje" in papier.lees_set(Doelgroep.OPENBAAR)


def test_who_marked_and_in_which_order_makes_no_other_file() -> None:
    een = Weglakking(id="1", versie_id="v", grond="pg", vlakken=(Vlak(1, 0, 0, 1, 1),), door="Roos")
    twee = Weglakking(id="2", versie_id="v", grond="pg", vlakken=(Vlak(2, 0, 0, 1, 1),), moment=NU)
    assert marks_digest([een, twee]) == marks_digest([twee, een])
    assert marks_digest([een]) != marks_digest([een, twee])
    with pytest.raises(ValueError, match="vlak"):
        Weglakking(id="3", versie_id="v", grond="pg", vlakken=())


def test_only_names_and_numbers_that_stand_nowhere_any_more_are_told_as_gone() -> None:
    was = ["Roosje van Dalen sprak met Bram in 2026 over perceel 4711."]
    assert words_gone(was, ["Bram in 2026 over"]) == {"Roosje", "Dalen", "4711"}
    assert words_gone(was, [""]) == frozenset()
