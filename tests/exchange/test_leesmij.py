"""The page for who has no program: what was published to all, and nothing that was not."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.bouwers import (
    bewaar_bytes,
    een_agendapunt,
    een_gremium,
    een_nota,
    een_sectie,
    een_stuk,
    een_stukversie,
    een_vergadering,
    een_voorstelpunt,
)
from tests.uitwisselwereld import VANDAAG, Wereld
from tk_desktop.exchange.bundel import lees_bundel
from tk_desktop.exchange.leesmij import make_leesmij
from tk_desktop.exchange.maken import make_openbaar
from tk_desktop.exchange.ontvangen import receive_bundel
from tk_desktop.exchange.publiceren import publish_vergadering


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    wereld = Wereld(tmp_path)
    store = wereld["s1"].store
    with store.transaction():
        store.gremia.save(een_gremium(id="g1"))
        store.vergaderingen.save(een_vergadering(id="v1", gremium_id="g1"))
        for id_, titel, ouder in (("p1", "Kade <7> & meer", None), ("p2", "Onderdeel", "p1"), ("p3", "Geheim", None)):
            store.agendapunten.save(
                een_agendapunt(
                    id=id_, vergadering_id="v1", volgorde=id_, titel=titel, ouder_id=ouder, besloten=titel == "Geheim"
                )
            )
        for id_, punt, titel in (("s1", "p2", "Schets – één"), ("s2", None, "Los stuk"), ("s3", "p3", "Geheim stuk")):
            store.stukken.save(een_stuk(id=id_, vergadering_id="v1", agendapunt_id=punt, titel=titel, volgorde=id_))
            som = bewaar_bytes(store, f"%PDF {titel}".encode())
            store.versies.save(een_stukversie(id=f"v{id_}", stuk_id=id_, sha256=som))
    yield wereld
    wereld.sluit()


def test_the_page_names_what_was_published_and_links_to_the_papers(wereld: Wereld) -> None:
    s = wereld["s1"]
    assert make_leesmij(s.store) == ()
    publish_vergadering(s.store, s.bos, "v1")
    bladzijde, *stukken = make_leesmij(s.store)
    tekst = bladzijde.bron.decode() if isinstance(bladzijde.bron, bytes) else ""
    assert "Kade &lt;7&gt; &amp; meer" in tekst
    assert "11 maart 2026" in tekst
    assert "Geheim" not in tekst
    assert [stuk.naam for stuk in stukken] == ["stuk-001-schets-een.pdf", "stuk-002-los-stuk.pdf"]
    assert all(f'href="{stuk.naam}"' in tekst for stuk in stukken)


def test_the_page_has_numbers_kinds_and_the_words_of_a_nota(wereld: Wereld) -> None:
    s = wereld["s1"]
    nota = een_nota(
        id="n1",
        secties=(een_sectie(kop="Inleiding", tekst="De kade is oud."),),
        voorstel=(een_voorstelpunt(tekst="Kopen."),),
    )
    with s.store.transaction():
        s.store.stukken.save(een_stuk(id="s4", vergadering_id="v1", hoort_bij="s1", titel="Taxatie", volgorde="s4"))
        s.store.notas.save(replace(nota, stuk_id="s1"))
    publish_vergadering(s.store, s.bos, "v1")
    bladzijde = make_leesmij(s.store)[0].bron
    assert isinstance(bladzijde, bytes)
    tekst = bladzijde.decode()
    assert "<strong>1a Onderdeel</strong>" in tekst
    assert "adviesnota: <a href=" in tekst or "notitie: <a href=" in tekst or "stuk: <a href=" in tekst
    assert "bijlage 1: Taxatie" in tekst
    assert "<h3>Inleiding</h3>\n<p>De kade is oud.</p>" in tekst
    assert "<li>Kopen.</li>" in tekst
    assert tekst.count("Taxatie") == 1


def test_a_draft_is_not_on_the_page(wereld: Wereld) -> None:
    s = wereld["s1"]
    publish_vergadering(s.store, s.bos, "v1")
    s.store.agendapunten.save(een_agendapunt(id="p9", vergadering_id="v1", volgorde="p9", titel="Concept"))
    (bladzijde, *_) = make_leesmij(s.store)
    assert isinstance(bladzijde.bron, bytes)
    assert b"Concept" not in bladzijde.bron


def test_the_plain_papers_of_an_open_bundle_are_taken_in_as_papers(wereld: Wereld, tmp_path: Path) -> None:
    s, b = wereld["s1"], wereld.laat_toe("b1", "wies")
    publish_vergadering(s.store, s.bos, "v1")
    gemaakt = make_openbaar(s.store, s.bos, tmp_path / "open.tkb")
    with lees_bundel(gemaakt.paden[0]) as bundel:
        assert bundel.manifest.leesbaar[0].naam == "lees-mij.html"
    gekregen = receive_bundel(b.store, b.bos, gemaakt.paden[0], vandaag=VANDAAG)
    assert (gekregen.stukken, gekregen.volgt_nog) == (2, 0)
