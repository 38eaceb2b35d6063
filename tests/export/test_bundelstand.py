"""What a bundle changed is known to the page, on the laptop where it came in (E9)."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
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
    een_sectie,
    een_stuk,
    een_stukversie,
    een_vergadering,
)
from tests.papier import a_paper
from tests.uitwisselwereld import Laptop, Wereld
from tk_desktop.domain.bundelstand import Bundelstand, Papierstand
from tk_desktop.domain.nota import Nota
from tk_desktop.domain.rooster import Rol
from tk_desktop.domain.stuk import Soort
from tk_desktop.domain.vergaderset import Vergaderset
from tk_desktop.exchange.ontvangen import receive_bundel
from tk_desktop.exchange.publiceren import publish_vergadering
from tk_desktop.export.bundelstand import Bundelwacht
from tk_desktop.export.leesbestand import make_leesbestand
from tk_desktop.meeting.notas import write_sectie
from tk_desktop.pack.samenstellen import assemble_for_reader

DAG = date(2026, 3, 9)


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    """A meeting with a nota and a received paper at one item, on the laptops of a secretary and of Wies."""
    wereld = Wereld(tmp_path)
    store = wereld["s1"].store
    with store.transaction():
        store.gremia.save(een_gremium(id="g"))
        store.leden.save(een_lidmaatschap(id="l", gremium_id="g", persoon_id="wies"))
        store.vergaderingen.save(een_vergadering(id="v", gremium_id="g"))
        store.agendapunten.save(een_agendapunt(id="p", vergadering_id="v", titel="Sluis"))
        store.stukken.save(
            een_stuk(id="nota", vergadering_id="v", agendapunt_id="p", volgorde="a", soort=Soort.ADVIESNOTA)
        )
        store.notas.save(_nota("De sluis lekt."))
        store.stukken.save(een_stuk(id="plan", vergadering_id="v", agendapunt_id="p", titel="Plan", volgorde="b"))
    _neem(wereld["s1"], "een", "Het plan is er.")
    wereld.laat_toe("b1", "wies")
    yield wereld
    wereld.sluit()


def _nota(tekst: str) -> Nota:
    return een_nota(id="n", stuk_id="nota", onderwerp="Sluis", secties=[een_sectie(id="sec", tekst=tekst)])


def _neem(laptop: Laptop, versie: str, *regels: str) -> str:
    """Let a paper of one page come in as the newest of ‘Plan’, and return its SHA-256."""
    with laptop.store.transaction():
        som = bewaar_bytes(laptop.store, a_paper(list(regels)))
        laptop.store.versies.save(
            een_stukversie(id=versie, stuk_id="plan", sha256=som, paginas=1, bestandsnaam=f"{versie}.pdf")
        )
    return som


def _plan(laptop: Laptop, id_: str = "v") -> Vergaderset:
    return assemble_for_reader(laptop.store, id_, "Wies")


def _krijgt(wereld: Wereld, dag: date = DAG, *, deelmaat: int = 0) -> None:
    """Let the secretary publish and send; Wies takes it in as the window does."""
    s, lid = wereld["s1"], wereld["b1"]
    publish_vergadering(s.store, s.bos, "v")
    for pad in s.maak(lid, deelmaat=deelmaat).paden:
        wacht = Bundelwacht(lid.store, lambda id_: _plan(lid, id_), dag)
        receive_bundel(lid.store, lid.bos, pad, vandaag=dag, rondom=wacht)


def test_of_a_meeting_that_came_now_nothing_stood_before(wereld: Wereld) -> None:
    _krijgt(wereld)
    assert [deel.sleutel for deel in _plan(wereld["b1"]).onderdelen] == ["agenda", "nota", "plan"]
    assert wereld["b1"].store.bundelstanden.van("v") is None


def test_a_replaced_paper_and_a_changed_nota_are_kept_as_they_stood_before_the_bundle(wereld: Wereld) -> None:
    s, lid = wereld["s1"], wereld["b1"]
    _krijgt(wereld, date(2026, 3, 2))
    plan = _plan(lid)
    nota = next(deel for deel in plan.onderdelen if deel.sleutel == "nota")
    stond = make_leesbestand(plan, nota, bestand=lid.store.bestanden.open, cache=lid.store.cache)
    eerste = lid.store.versies.van_stuk("plan")[-1].sha256
    _neem(s, "twee", "Het plan is beter.")
    write_sectie(s.store, "n", "sec", "De sluis is droog.")
    _krijgt(wereld)
    stand = lid.store.bundelstanden.van("v")
    assert stand is not None
    assert stand.dag == DAG
    voor = {een.papier: een for een in stand.papieren}
    assert voor.keys() == {"agenda", "nota", "plan"}
    assert (voor["plan"].versie, voor["plan"].naam) == (
        eerste,
        next(d.naam for d in plan.onderdelen if d.sleutel == "plan"),
    )
    assert voor["nota"].versie == stond.versie


def test_a_bundle_that_changes_no_paper_leaves_what_the_one_before_it_changed(wereld: Wereld) -> None:
    s, lid = wereld["s1"], wereld["b1"]
    _krijgt(wereld)
    _neem(s, "twee", "Het plan is beter.")
    _krijgt(wereld)
    eerder = lid.store.bundelstanden.van("v")
    with s.store.transaction():
        s.store.personen.save(replace(s.store.personen.get("wies"), telefoon="06-12345678"))
        s.store.vergaderingen.save(een_vergadering(id="ander", gremium_id="g", datum=date(2026, 6, 1)))
    publish_vergadering(s.store, s.bos, "ander")
    _krijgt(wereld, date(2026, 3, 16))
    assert lid.store.bundelstanden.van("v") == eerder
    assert lid.store.bundelstanden.van("ander") is None


def test_parts_of_one_bundle_count_as_one_change(wereld: Wereld) -> None:
    s, lid = wereld["s1"], wereld["b1"]
    _krijgt(wereld)
    eerste = lid.store.versies.van_stuk("plan")[-1].sha256
    for nummer in range(3):
        _neem(s, f"versie {nummer}", *(f"regel {een} van het plan, keer {nummer}" for een in range(40)))
    _krijgt(wereld, deelmaat=6_000)
    stand = lid.store.bundelstanden.van("v")
    assert stand is not None
    assert stand.reeks
    assert [een.versie for een in stand.papieren if een.papier == "plan"] == [eerste]


class _Meekijker:
    """Stands between a bundle and who keeps the papers, and sees when pages are made; ``ondertussen`` is done after."""

    def __init__(self, lid: Laptop, ondertussen: Callable[[], object] | None = None) -> None:
        self._lid = lid
        self._ondertussen = ondertussen
        self._wacht = Bundelwacht(lid.store, lambda id_: _plan(lid, id_), DAG)
        self.voorbereid: tuple[str, ...] = ()
        self.erna: set[Path] = set()

    def bladen(self) -> set[Path]:
        return set((self._lid.store.map / "cache").rglob("*.pdf"))

    def bereid_voor(self, vergaderingen: Sequence[str]) -> None:
        assert not self._lid.store._db.conn.in_transaction
        self._wacht.bereid_voor(vergaderingen)
        self.voorbereid = tuple(vergaderingen)
        if self._ondertussen is not None:
            self._ondertussen()

    @contextmanager
    def __call__(self, vergaderingen: Sequence[str], reeks: str) -> Iterator[None]:
        voor = self.bladen()
        with self._wacht(vergaderingen, reeks):
            yield
        self.erna = self.bladen() - voor


def test_pages_are_made_before_a_bundle_comes_in_and_not_while_others_wait_for_it(wereld: Wereld) -> None:
    s, lid = wereld["s1"], wereld["b1"]
    _krijgt(wereld)
    meekijker = _Meekijker(lid)
    _neem(s, "twee", "Het plan is beter.")
    publish_vergadering(s.store, s.bos, "v")
    receive_bundel(lid.store, lid.bos, s.maak(lid).paden[0], vandaag=DAG, rondom=meekijker)
    assert meekijker.voorbereid == ("v",)
    assert meekijker.bladen()
    assert meekijker.erna == set()
    assert lid.store.bundelstanden.van("v") is not None


def test_what_was_written_while_pages_were_made_is_how_the_papers_stood_before_the_bundle(wereld: Wereld) -> None:
    s, ander = wereld["s1"], wereld.laat_toe("s2", "sanne", Rol.SECRETARIS)
    meekijker = _Meekijker(ander, lambda: write_sectie(ander.store, "n", "sec", "Sanne schreef hier iets."))
    _neem(s, "twee", "Het plan is beter.")
    receive_bundel(ander.store, ander.bos, s.maak(ander).paden[0], vandaag=DAG, rondom=meekijker)
    plan = _plan(ander)
    nota = next(deel for deel in plan.onderdelen if deel.sleutel == "nota")
    nu = make_leesbestand(plan, nota, bestand=ander.store.bestanden.open, cache=ander.store.cache)
    stand = ander.store.bundelstanden.van("v")
    assert stand is not None
    assert {een.papier: een.versie for een in stand.papieren}["nota"] == nu.versie


def test_a_house_style_that_is_not_here_keeps_no_bundle_out(wereld: Wereld) -> None:
    s, lid = wereld["s1"], wereld["b1"]
    with s.store.transaction():
        s.store.gremia.save(een_gremium(id="g", huisstijl="van een nieuwer programma"))
    _krijgt(wereld)
    som = _neem(s, "twee", "Het plan is beter.")
    _krijgt(wereld)
    assert lid.store.versies.van_stuk("plan")[-1].sha256 == som
    assert lid.store.bundelstanden.van("v") is None


def test_what_is_kept_goes_with_its_meeting(wereld: Wereld) -> None:
    store = wereld["s1"].store
    papier = Papierstand(papier="plan", naam="Plan", inhoud="0" * 64)
    with store.transaction():
        store.bundelstanden.bewaar(Bundelstand(vergadering_id="v", dag=DAG, papieren=(papier,)))
    assert store.bundelstanden.van("v") is not None
    with store.transaction():
        store.vergaderingen.delete("v")
    assert store.bundelstanden.van("v") is None
