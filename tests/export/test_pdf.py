"""A vergaderset as one PDF: pages, links, bookmarks and stamps that fit together, the same bytes every time."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf.pdfa import check
from reportlab.pdfgen.canvas import Canvas

from tests.bouwers import bewaar, bewaar_bytes, een_agendapunt, een_opname, een_stuk, een_stukversie
from tests.verpakt import (
    Gepakt,
    Gezet,
    Verpakt,
    bladwijzers,
    genoemde_plaatsen,
    links,
    paginateksten,
    pak,
    verpak,
    vul_werkmap,
)
from tests.voorbeeld.inhoud import voorbeeld
from tk_desktop.base.errors import Onderbroken
from tk_desktop.base.files import sha256
from tk_desktop.base.progress import Progress
from tk_desktop.domain.stuk import Soort
from tk_desktop.domain.vergaderset import Doelgroep, OnbekendLid
from tk_desktop.export.pdf import write_pdf
from tk_desktop.pack.samenstellen import Keuze, assemble
from tk_desktop.store.werkmap import Store


@pytest.fixture(params=["leden", "openbaar"])
def gepakt(request: pytest.FixtureRequest, verpakt: Verpakt) -> Gepakt:
    """Each of the two sets of the sample."""
    beide = {"leden": verpakt.leden, "openbaar": verpakt.openbaar}
    return beide[request.param]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        yield geopend


def test_every_part_stands_on_the_pages_that_were_told(gepakt: Gepakt) -> None:
    delen = gepakt.gemaakt.delen
    assert gepakt.gemaakt.paginas == len(gepakt.paginas)
    assert [deel.van for deel in delen] == sorted(deel.van for deel in delen)
    assert all(eerder.tot < later.van for eerder, later in pairwise(delen))
    for deel in delen:
        for nummer in range(deel.van, deel.tot + 1):
            assert f"· {deel.label} · blz. {nummer}/{len(gepakt.paginas)}" in gepakt.paginas[nummer - 1]


def test_every_page_carries_the_stamp_of_the_meeting_with_its_number(gepakt: Gepakt) -> None:
    met_tekst = {blz for deel in gepakt.gemaakt.delen for blz in range(deel.van, deel.tot + 1)}
    for nummer, tekst in enumerate(gepakt.paginas, 1):
        assert tekst.count(f"blz. {nummer}/{len(gepakt.paginas)}") == 1, nummer
        assert "BC GO 4-6-2026" in tekst
        assert nummer in met_tekst or len(tekst) < 60, "een witte bladzijde draagt alleen een stempel"


def test_page_labels_are_the_numbers_on_paper(gepakt: Gepakt) -> None:
    with pypdfium2.PdfDocument(gepakt.pdf) as pdf:
        assert [pdf.get_page_label(i) for i in range(len(pdf))] == [str(i + 1) for i in range(len(pdf))]


def test_papers_and_dividers_start_on_a_right_hand_page(gepakt: Gepakt) -> None:
    assert all(deel.van % 2 == 1 for deel in gepakt.gemaakt.delen if deel.anker not in ("brief", "inhoud"))


def test_an_item_with_papers_has_a_divider_sheet(verpakt: Verpakt) -> None:
    bladen = {deel.label: deel for deel in verpakt.leden.gemaakt.delen if deel.anker.startswith("punt-")}
    assert list(bladen) == ["1A", "2", "3", "4", "8", "9"]
    assert "2. Bewegen en zwemmen Ter besluitvorming" in verpakt.leden.paginas[bladen["2"].van - 1]


def test_the_contents_name_the_page_of_each_part(gepakt: Gepakt) -> None:
    inhoud = next(deel for deel in gepakt.gemaakt.delen if deel.anker == "inhoud")
    tekst = " ".join(gepakt.paginas[inhoud.van - 1 : inhoud.tot])
    for deel in gepakt.gemaakt.delen:
        if deel.anker != "inhoud" and not deel.anker.startswith("punt-"):
            assert re.search(rf"{re.escape(deel.titel)} [A-Za-zë ]+ {deel.van}\b", tekst), deel.titel
    assert "Gesprekken met dertig ouders wordt nagezonden" in tekst


def test_links_lead_from_contents_and_agenda_to_each_part_and_back(gepakt: Gepakt) -> None:
    eerste = {deel.anker: deel.van for deel in gepakt.gemaakt.delen}
    per_anker = {deel.anker: deel for deel in gepakt.gemaakt.delen}
    with pikepdf.open(gepakt.pdf) as pdf:
        plaatsen = genoemde_plaatsen(pdf)

        def doelen(anker: str) -> set[str]:
            deel = per_anker[anker]
            return {doel for nr in range(deel.van, deel.tot + 1) for _, doel in links(pdf, nr)}

        stukken = {anker for anker in eerste if anker.startswith("stuk-")}
        assert doelen("inhoud") >= stukken | {"agenda", "brief"}
        bijlagen = {anker for anker in stukken if "-bijl-" in anker}
        assert doelen("agenda") >= stukken - bijlagen
        for anker, pagina in eerste.items():
            if anker not in ("agenda", "inhoud", "brief"):
                assert "agenda" in {doel for _, doel in links(pdf, pagina)}, anker
        assert {anker: plaatsen[anker] for anker in eerste} == eerste
        gevolgd = {doel for nr in range(1, len(pdf.pages) + 1) for _, doel in links(pdf, nr)}
        assert gevolgd <= set(plaatsen)
        assert doelen("stuk-2a") >= {"stuk-2a-bijl-1", "stuk-2a-bijl-2"}


def test_bookmarks_go_from_item_to_paper_to_the_bookmarks_of_the_paper(verpakt: Verpakt) -> None:
    eerste = {deel.anker: deel.van for deel in verpakt.leden.gemaakt.delen}
    with pikepdf.open(verpakt.leden.pdf) as pdf:
        rij = bladwijzers(pdf)
    assert [titel for diepte, titel, _ in rij if diepte == 0][:5] == [
        "Uitnodiging", "Inhoud", "Agenda Bestuurscommissie Gezond Opgroeien", "1 Opening en vaststelling agenda",
        "1A Schikking met leverancier plansysteem",
    ]  # fmt: skip
    plaats = {titel: (diepte, pagina) for diepte, titel, pagina in rij}
    assert plaats["2 Bewegen en zwemmen"] == (0, eerste["punt-2"])
    assert plaats["2a Projectplan Fit de klas in 2026-2029"] == (1, eerste["stuk-2a"])
    assert plaats["Adviesnota: Projectplan Fit de klas in 2026-2029"] == (2, eerste["stuk-2a"])
    assert plaats["Bijlage: Projectplan Fit de klas in 2026-2029"] == (3, eerste["stuk-2a-bijl-1"])
    begin = rij.index((3, "Bijlage: Projectplan Fit de klas in 2026-2029", eerste["stuk-2a-bijl-1"]))
    eigen = []
    for diepte, titel, pagina in rij[begin + 1 :]:
        if diepte <= 3:
            break
        eigen.append((titel, pagina))
    assert len(eigen) > 5
    for titel, pagina in eigen:
        assert eerste["stuk-2a-bijl-1"] <= pagina < eerste["stuk-2a-bijl-2"]
        assert re.sub(r"^[\d. ]+", "", titel) in verpakt.leden.paginas[pagina - 1], titel


def test_the_sample_is_fit_to_be_kept_with_its_agenda_as_open_data(gepakt: Gepakt) -> None:
    assert gepakt.gemaakt.is_archiefwaardig
    with pikepdf.open(gepakt.pdf) as pdf:
        assert not check(pdf, "3b").findings
        assert list(pdf.attachments) == ["agenda.json"]


def test_a_set_of_our_own_papers_is_pdfa(store: Store, tmp_path: Path) -> None:
    eigen = replace(voorbeeld(), stukken=tuple(s for s in voorbeeld().stukken if s.soort.is_nota))
    bewaard = bewaar(store, eigen)
    set_ = pak(store, bewaard.vergadering.id, tmp_path / "set.pdf", schutbladen=True, rechts=True)
    assert set_.gemaakt.is_archiefwaardig
    with pikepdf.open(set_.pdf) as pdf:
        assert not check(pdf, "3b").findings


def test_a_letter_that_is_not_in_the_file_keeps_a_set_from_being_an_archive_and_is_named(
    store: Store, tmp_path: Path
) -> None:
    brief = tmp_path / "brief.pdf"
    canvas = Canvas(str(brief), invariant=1)
    canvas.drawString(72, 700, "Een brief in een letter van de computer van de afzender.")
    canvas.save()
    punt = een_agendapunt(volgorde="c")
    stuk = een_stuk(agendapunt_id=punt.id, titel="Brief van de zwemclub", soort=Soort.BRIEF)
    versie = een_stukversie(sha256=store.bestanden.bewaar(brief), paginas=1)
    bewaard = bewaar(store, een_opname(agendapunten=[punt], stukken=[stuk], versies={stuk.id: versie}))
    set_ = pak(store, bewaard.vergadering.id, tmp_path / "set.pdf")
    bezwaren = {deel.label: deel.bezwaren for deel in set_.gemaakt.delen if deel.bezwaren}
    assert list(bezwaren) == ["1"]
    assert "Helvetica" in bezwaren["1"][0]
    assert not set_.gemaakt.is_archiefwaardig
    with pikepdf.open(set_.pdf) as pdf, pdf.open_metadata() as gegevens:
        assert "pdfaid:part" not in gegevens


def test_a_paper_that_is_still_to_come_has_a_sheet_that_says_so(verpakt: Verpakt) -> None:
    assert verpakt.leden.gemaakt.nagezonden == ("3 bijl. 2 Gesprekken met dertig ouders",)
    deel = next(deel for deel in verpakt.leden.gemaakt.delen if deel.label == "3 bijl. 2")
    blad = verpakt.leden.paginas[deel.van - 1]
    assert "Gesprekken met dertig ouders" in blad
    assert "wordt nagezonden" in blad


def test_a_file_without_pages_travels_inside_the_set(store: Store, tmp_path: Path) -> None:
    punt = een_agendapunt(volgorde="c")
    stuk = een_stuk(agendapunt_id=punt.id, titel="Begroting als rekenblad", soort=Soort.BEGROTING)
    som = bewaar_bytes(store, b"rekenblad")
    versie = een_stukversie(sha256=som, bestandsnaam="begroting.ods", media="application/x-ods", paginas=0)
    bewaard = bewaar(store, een_opname(agendapunten=[punt], stukken=[stuk], versies={stuk.id: versie}))
    set_ = pak(store, bewaard.vergadering.id, tmp_path / "set.pdf")
    assert [bestand.naam for bestand in set_.gemaakt.los] == ["1 Begroting als rekenblad"]
    assert "Begroting als rekenblad los bestand" in " ".join(set_.paginas)
    with pikepdf.open(set_.pdf) as pdf:
        assert sorted(pdf.attachments) == ["1 begroting.ods", "agenda.json"]
        assert pdf.attachments["1 begroting.ods"].get_file().read_bytes() == b"rekenblad"


def test_a_member_who_is_kept_from_an_item_gets_a_set_without_it(store: Store, tmp_path: Path) -> None:
    geheel = replace(voorbeeld(), uitgesloten=frozenset({("punt-projectplan", "persoon-nollen")}))
    bewaard = vul_werkmap(store, geheel)
    nollen, ander = (
        pak(store, bewaard.vergadering.id, tmp_path / f"{rang}.pdf", Doelgroep.LID, lid=naam)
        for rang, naam in enumerate(("Gijsbert Nollen", "Taco Wiersinga"))
    )
    assert str(nollen.gemaakt.variant) == "lid Gijsbert Nollen"
    labels = [deel.label for deel in nollen.gemaakt.delen]
    assert "2b" in labels
    assert not [label for label in labels if label.startswith("2a")]
    assert "Projectplan Fit de klas in 2026-2029" not in " ".join(nollen.paginas[:5])
    assert "Schikking met leverancier plansysteem" in " ".join(nollen.paginas)
    assert [deel.label for deel in ander.gemaakt.delen].count("2a") == 1
    with pytest.raises(OnbekendLid):
        assemble(store, bewaard.vergadering.id, Doelgroep.LID, lid="Derk Evering")


def test_the_same_meeting_gives_the_same_bytes_from_another_werkmap(verpakt: Verpakt, tmp_path: Path) -> None:
    opnieuw = verpak(tmp_path)
    assert sha256(opnieuw.leden.pdf) == sha256(verpakt.leden.pdf)
    assert sha256(opnieuw.openbaar.pdf) == sha256(verpakt.openbaar.pdf)


def test_the_same_meeting_gives_the_same_bytes_in_another_process(verpakt: Verpakt, tmp_path: Path) -> None:
    for zaad in ("1", "77"):
        subprocess.run(
            [
                sys.executable, "-m", "tk_desktop", "pack", "--audience", "openbaar", "--schutbladen", "--rechts",
                "--werkmap", str(_kopie_zonder_cache(verpakt.werkmap, tmp_path / zaad)),
                "--uit", str(tmp_path / f"{zaad}.pdf"),
            ],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": zaad},
        )  # fmt: skip
        assert sha256(tmp_path / f"{zaad}.pdf") == sha256(verpakt.openbaar.pdf)


def _kopie_zonder_cache(werkmap: Path, doel: Path) -> Path:
    for bron in werkmap.rglob("*"):
        if bron.is_file() and "cache" not in bron.parts:
            (doel / bron.relative_to(werkmap)).parent.mkdir(parents=True, exist_ok=True)
            (doel / bron.relative_to(werkmap)).write_bytes(bron.read_bytes())
    return doel


def test_a_set_that_is_stopped_leaves_the_old_one(store: Store, tmp_path: Path) -> None:
    bewaard = vul_werkmap(store)
    plan = assemble(store, bewaard.vergadering.id, Doelgroep.LEDEN)
    doel = tmp_path / "set.pdf"
    doel.write_bytes(b"oud")
    stappen: list[str] = []

    def gestopt() -> bool:
        stappen.append("stap")
        return len(stappen) > 24

    with pytest.raises(Onderbroken):
        write_pdf(
            plan, doel, bestand=store.bestanden.open, cache=store.map / "cache", progress=Progress(stopped=gestopt)
        )
    assert doel.read_bytes() == b"oud"
    assert sorted(pad.name for pad in tmp_path.iterdir()) == ["set.pdf", "werkmap"]


def test_without_page_numbers_no_page_bears_a_line_and_the_way_back_stays(
    gezet: Gezet, gevuld: Store, tmp_path: Path
) -> None:
    id_ = gezet.opname.vergadering.id
    met = gezet.leden
    zonder = pak(gevuld, id_, tmp_path / "zonder.pdf", bladnummers=False)
    assert zonder.gemaakt.paginas == met.gemaakt.paginas
    assert not zonder.gemaakt.genummerd
    assert [deel.inhoud for deel in zonder.gemaakt.delen] == [deel.inhoud for deel in met.gemaakt.delen]
    assert all("blz. " in tekst for tekst in paginateksten(met.pdf))
    teksten = paginateksten(zonder.pdf)
    assert not any(f"/{met.gemaakt.paginas}" in tekst for tekst in teksten)
    assert any("↑ agenda" in tekst for tekst in teksten)
    nog_eens = pak(gevuld, id_, tmp_path / "nog.pdf", bladnummers=False)
    assert nog_eens.pdf.read_bytes() == zonder.pdf.read_bytes()


def test_strict_choice_gives_no_set_while_a_paper_is_missing(store: Store, tmp_path: Path) -> None:
    bewaard = vul_werkmap(store)
    with pytest.raises(Exception, match=r"3 bijl\. 2 ontbreekt nog"):
        assemble(store, bewaard.vergadering.id, Doelgroep.LEDEN, keuze=Keuze(ontbrekende_toestaan=False))
    assert not (tmp_path / "set.pdf").exists()
