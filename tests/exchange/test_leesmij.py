"""The page for who has no program: what was published to all, and nothing that was not."""

import hashlib
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from tests.bouwers import (
    bewaar_bytes,
    een_agendapunt,
    een_brief,
    een_gremium,
    een_lidmaatschap,
    een_nota,
    een_sectie,
    een_stuk,
    een_stukversie,
    een_vergadering,
    een_voorstelpunt,
)
from tests.papier import a_paper
from tests.uitwisselwereld import VANDAAG, Wereld
from tk_desktop.domain.voorstel import Merk
from tk_desktop.exchange.bundel import lees_bundel
from tk_desktop.exchange.leesmij import make_leesmij
from tk_desktop.exchange.maken import make_openbaar
from tk_desktop.exchange.ontvangen import receive_bundel
from tk_desktop.exchange.publiceren import publish_vergadering
from tk_desktop.export.openbladen import public_papers
from tk_desktop.pack.lakken import add_weglakkingen, make_gelakt
from tk_desktop.paper.reading import lees_pdf
from tk_desktop.paper.redaction_marks import marks_over_words


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
        voorstel=(
            een_voorstelpunt(
                tekst="Kopen.",
                onder=(een_voorstelpunt(id="vp2", tekst="Met korting.", merk=Merk.LETTER),),
            ),
        ),
    )
    with s.store.transaction():
        s.store.stukken.save(een_stuk(id="s4", vergadering_id="v1", hoort_bij="s1", titel="Taxatie", volgorde="s4"))
        s.store.notas.save(replace(nota, stuk_id="s1"))
        s.store.brieven.save(een_brief(vergadering_id="v1", tekst="Graag tot {{datum}}."))
    publish_vergadering(s.store, s.bos, "v1")
    bladzijde = make_leesmij(s.store)[0].bron
    assert isinstance(bladzijde, bytes)
    tekst = bladzijde.decode()
    assert "<strong>1a Onderdeel</strong>" in tekst
    assert "adviesnota: <a href=" in tekst or "notitie: <a href=" in tekst or "stuk: <a href=" in tekst
    assert "bijlage 1: Taxatie" in tekst
    assert "<h3>Inleiding</h3>\n<p>De kade is oud.</p>" in tekst
    assert "<li>1. Kopen.\n<ul>\n<li>a. Met korting.\n</li>" in tekst
    assert "Graag tot 11 maart 2026." in tekst  # what is filled in on paper is filled in here
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


def test_agenda_and_nota_are_plain_papers_too_by_the_numbers_of_the_whole_agenda(
    wereld: Wereld, tmp_path: Path
) -> None:
    s = wereld["s1"]
    nota = een_nota(id="n1", secties=(een_sectie(kop="Inleiding", tekst="De kade is oud."),))
    with s.store.transaction():
        s.store.agendapunten.save(een_agendapunt(id="p4", vergadering_id="v1", volgorde="p4", titel="Na het geheim"))
        s.store.stukken.save(een_stuk(id="s5", vergadering_id="v1", agendapunt_id="p4", titel="Kadeplan"))
        s.store.notas.save(replace(nota, stuk_id="s5"))
    publish_vergadering(s.store, s.bos, "v1")
    with s.store.transaction():
        s.store.agendapunten.save(een_agendapunt(id="p9", vergadering_id="v1", volgorde="p9", titel="Concept"))
    delen = {deel.naam: deel.bron for deel in make_leesmij(s.store, public_papers)}
    agenda = next(naam for naam in delen if "agenda" in naam)
    kadeplan = next(naam for naam in delen if "kadeplan" in naam)
    assert all(isinstance(delen[naam], bytes) for naam in (agenda, kadeplan))
    (tmp_path / "agenda.pdf").write_bytes(delen[agenda])  # type: ignore[arg-type]
    (tmp_path / "nota.pdf").write_bytes(delen[kadeplan])  # type: ignore[arg-type]
    gelezen = " ".join(lees_pdf(tmp_path / "agenda.pdf").paginas)
    assert "Kade <7> & meer" in gelezen
    assert "Geheim" not in gelezen
    assert "Concept" not in gelezen
    nota_woorden = " ".join(lees_pdf(tmp_path / "nota.pdf").paginas)
    assert "De kade is oud." in nota_woorden
    pagina = delen["lees-mij.html"]
    assert isinstance(pagina, bytes)
    assert f'href="{kadeplan}"' in pagina.decode()
    assert "<strong>3 Na het geheim</strong>" in pagina.decode()
    assert "3" in gelezen.split("Na het geheim")[0].split()[-1]
    again = {deel.naam: deel.bron for deel in make_leesmij(s.store, public_papers)}
    assert (again[agenda], again[kadeplan]) == (delen[agenda], delen[kadeplan])


def test_an_open_bundle_with_papers_of_our_own_is_taken_in_like_any_other(wereld: Wereld, tmp_path: Path) -> None:
    s, b = wereld["s1"], wereld.laat_toe("b1", "wies")
    publish_vergadering(s.store, s.bos, "v1")
    pad = make_openbaar(s.store, s.bos, tmp_path / "open.tkb", papieren=public_papers).paden[0]
    gekregen = receive_bundel(b.store, b.bos, pad, vandaag=VANDAAG)
    assert (gekregen.stukken, gekregen.volgt_nog) == (2, 0)
    assert len(list((b.store.map / "stukken").rglob("*.*"))) <= 2


def test_a_paper_that_was_redacted_is_so_in_what_anybody_reads_of_a_bundle_and_whole_for_members(
    wereld: Wereld,
) -> None:
    s = wereld["s1"]
    with s.store.transaction():
        s.store.leden.save(een_lidmaatschap(gremium_id="g1", persoon_id="joop"))
        som = bewaar_bytes(s.store, a_paper(["Gesproken met Roosje van Dalen"]))
        s.store.versies.save(een_stukversie(id="vs1", stuk_id="s1", sha256=som, paginas=1, bestandsnaam="Roosje.pdf"))
    plekken = marks_over_words(s.store.bestanden.open(som), "Roosje van Dalen")
    add_weglakkingen(s.store, "s1", plekken, "5.1.2e", datetime(2026, 3, 2))
    publish_vergadering(s.store, s.bos, "v1")
    assert not any("schets" in deel.naam for deel in make_leesmij(s.store)), "nothing before the file is made"
    gelakt = make_gelakt(s.store, "s1").gelakt
    publish_vergadering(s.store, s.bos, "v1")
    (deel,) = [deel for deel in make_leesmij(s.store) if "schets" in deel.naam]
    assert not isinstance(deel.bron, bytes)
    assert "Roosje" not in " ".join(lees_pdf(deel.bron).paginas)
    with zipfile.ZipFile(make_openbaar(s.store, s.bos, wereld.map / "open.tkb").paden[0]) as pakket:
        sommen = {hashlib.sha256(pakket.read(naam)).hexdigest() for naam in pakket.namelist()}
    assert gelakt.sha256 in sommen
    assert som not in sommen
    lid = wereld.laat_toe("l1", "joop")
    versie = lid.store.versies.van_stuk("s1")[-1]
    assert (versie.sha256, versie.bestandsnaam) == (som, "Roosje.pdf")
    assert lid.store.weglakkingen.all() == ()
    assert lid.store.gelakten.all() == ()
