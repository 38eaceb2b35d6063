"""A paper leads to its own pages and says where else it wants to go; nothing is opened."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.papier import a_linked_paper, a_paper_that_leads_to
from tests.verpakt import Verpakt
from tk_desktop.paper.bladlinks import Bladlink, Doel, Kop
from tk_desktop.paper.rendering import open_pages


def links(tmp_path: Path, inhoud: bytes) -> tuple[Bladlink, ...]:
    pad = tmp_path / "a.pdf"
    pad.write_bytes(inhoud)
    with open_pages(pad) as bladen:
        return bladen.links(0)


def test_links_lead_within_the_paper_and_outside_it(tmp_path: Path) -> None:
    naar_buiten, naar_binnen = links(tmp_path, a_linked_paper())
    assert naar_buiten.adres == "https://waterkant.example/a?b=1"
    assert tuple(naar_buiten.kader) == pytest.approx((10, 10, 60, 30))
    assert naar_binnen.doel == Doel(pagina=2, deel=0.25)


def test_links_on_a_turned_page_lie_where_they_are_seen(tmp_path: Path) -> None:
    eerste, _ = links(tmp_path, a_linked_paper(draai=90))
    assert tuple(eerste.kader) == pytest.approx((10, 340, 30, 390))


def test_the_paper_brings_its_own_contents(tmp_path: Path) -> None:
    pad = tmp_path / "a.pdf"
    pad.write_bytes(a_linked_paper())
    with open_pages(pad) as bladen:
        eerste, slot = bladen.inhoud
    assert (eerste.titel, [kop.titel for kop in eerste.onder], slot.titel) == ("Inleiding", ["De kosten"], "Slot")
    assert eerste.doel is not None
    assert eerste.doel.pagina == 1
    assert slot.doel == Doel(pagina=2, deel=0.25)


def test_another_file_or_a_program_is_an_address_and_is_not_started(tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(a_linked_paper())) as pdf:
        for annot in pdf.pages[0].Annots:
            if "/Dest" in annot:
                del annot["/Dest"]
            annot.A = pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("c:/reken.exe"))
        uit = BytesIO()
        pdf.save(uit)
    assert {link.adres for link in links(tmp_path, uit.getvalue())} == {"file:c:/reken.exe"}


def test_a_page_of_another_file_is_no_page_of_this_one(tmp_path: Path) -> None:
    bron = a_paper_that_leads_to("bijlagen/begroting.pdf", 3)
    (link,) = [link for link in links(tmp_path, bron) if link.adres.startswith("file:")]
    assert (link.doel, link.adres, link.pagina) == (None, "file:bijlagen/begroting.pdf", 3)


def test_contents_that_go_round_in_a_circle_end(tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(a_linked_paper())) as pdf:
        eerste = pdf.Root.Outlines.First
        eerste.Next = eerste
        uit = BytesIO()
        pdf.save(uit)
    pad = tmp_path / "a.pdf"
    pad.write_bytes(uit.getvalue())
    with open_pages(pad) as bladen:
        assert bladen.inhoud[0].titel == "Inleiding"


def test_a_set_leads_to_each_of_its_parts(verpakt: Verpakt) -> None:
    def alle(koppen: tuple[Kop, ...]) -> list[Kop]:
        return [kop for boven in koppen for kop in (boven, *alle(boven.onder))]

    with open_pages(verpakt.leden.pdf) as bladen:
        koppen = alle(bladen.inhoud)
        assert len(koppen) > 5
        assert all(kop.doel is not None and 1 <= kop.doel.pagina <= bladen.aantal for kop in koppen)
        assert any(link.doel for pagina in range(6) for link in bladen.links(pagina))
