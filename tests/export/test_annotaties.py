"""The papers with the notes of a reader: each note on its page, and no note of somebody else."""

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from tests.notenbouwers import NU, ROOS, WIES, een_aantekening, een_anker, een_plaats
from tests.paper.sample_pdfs import a_pdf
from tests.verpakt import Verpakt
from tk_desktop.base.files import sha256
from tk_desktop.domain.aantekening import Inktpunt, Lijn, Oordeel, Soort, Vlak, Zicht
from tk_desktop.domain.vergaderset import Doelgroep, Vergaderset
from tk_desktop.export.annotaties import (
    known_versions,
    readable,
    write_pdf_met_aantekeningen,
    write_set_met_aantekeningen,
)
from tk_desktop.export.pdf import write_pdf
from tk_desktop.pack.samenstellen import assemble
from tk_desktop.store.werkmap import Store


@pytest.fixture
def gevuld(verpakt: Verpakt) -> Iterator[Store]:
    with Store.open(verpakt.werkmap) as geopend:
        yield geopend


@pytest.fixture
def plan(gevuld: Store, verpakt: Verpakt) -> Vergaderset:
    return assemble(gevuld, verpakt.opname.vergadering.id, Doelgroep.LEDEN)


def _namen(pdf: Path) -> dict[str, int]:
    """The notes in a file with their page, from 1."""
    with pikepdf.open(pdf) as document:
        return {
            str(annotatie.NM): nummer
            for nummer, page in enumerate(document.pages, 1)
            for annotatie in page.get("/Annots", [])
            if "/NM" in annotatie
        }


def test_only_own_and_shared_notes_are_seen() -> None:
    eigen = een_aantekening()
    ander = een_aantekening(eigenaar=WIES)
    gedeeld = een_aantekening(eigenaar=WIES, zicht=Zicht.GEDEELD, gedeeld_met=(ROOS,))
    niet_met_haar = een_aantekening(eigenaar=WIES, zicht=Zicht.GEDEELD, gedeeld_met=("Jo Vos",))
    allen = een_aantekening(eigenaar=WIES, zicht=Zicht.ALLEN)
    was_gedeeld = een_aantekening(eigenaar=WIES, gedeeld_met=(ROOS,))
    alle = (eigen, ander, gedeeld, niet_met_haar, allen, was_gedeeld)
    assert set(readable(alle, ROOS)) == {eigen, gedeeld, allen}


def test_a_paper_is_written_with_the_notes_of_that_version(tmp_path: Path) -> None:
    bron = a_pdf(tmp_path / "nota.pdf", ["Een.", "Twee."])
    versie = sha256(bron)
    hier = een_aantekening(een_anker(versie=versie, pagina=2))
    oud = een_aantekening(een_anker(versie="0" * 64))
    kwijt = een_aantekening(plaatsen=(een_plaats(een_anker(versie=versie), oordeel=Oordeel.NIET_GEVONDEN),))
    vreemd = een_aantekening(een_anker(versie=versie), eigenaar=WIES)
    uit = write_pdf_met_aantekeningen(bron, [hier, oud, kwijt, vreemd], tmp_path / "uit.pdf", lezer=ROOS)
    assert _namen(uit.pdf) == {hier.id: 2}
    assert uit.geschreven == 1
    assert uit.niet_geplaatst == (oud, kwijt)


def test_ink_stands_where_it_was_placed_in_the_version_that_is_written(tmp_path: Path) -> None:
    bron = a_pdf(tmp_path / "nota.pdf", ["Voorblad.", "Een.", "Twee."])
    toen = een_anker(versie="0" * 64, pagina=2, vlakken=(Vlak(2, 100, 100, 140, 120),))
    later = een_anker(versie=sha256(bron), pagina=3, vlakken=(Vlak(3, 100, 150, 140, 170),))
    naar_voren = een_anker(versie=sha256(bron), pagina=1, vlakken=(Vlak(1, 100, 100, 140, 120),))
    lijn = Lijn(2, (Inktpunt(100, 100), Inktpunt(140, 120)))
    hoger = een_aantekening(toen, later, soort=Soort.INKT, lijnen=(lijn,))
    eerder = een_aantekening(toen, naar_voren, soort=Soort.INKT, lijnen=(lijn,))
    uit = write_pdf_met_aantekeningen(bron, [hoger, eerder], tmp_path / "uit.pdf", lezer=ROOS)
    assert (uit.geschreven, uit.niet_geplaatst) == (2, ())
    assert _namen(uit.pdf) == {hoger.id: 3, eerder.id: 1}
    with pikepdf.open(uit.pdf) as document:
        (inkt,) = [noot for noot in document.pages[2].Annots if noot.Subtype == "/Ink"]
        assert [float(maat) for maat in inkt.InkList[0]] == pytest.approx([100, 150, 140, 170])


def test_notes_stand_on_the_right_pages_of_the_joined_set(gevuld: Store, plan: Vergaderset, tmp_path: Path) -> None:
    waar = {"bestand": gevuld.bestanden.open, "cache": gevuld.map / "cache"}
    gemaakt = write_pdf(plan, tmp_path / "set.pdf", **waar)  # type: ignore[arg-type]
    versies = known_versions(plan, **waar)  # type: ignore[arg-type]
    nota = next(deel for deel in gemaakt.delen if deel.naam.startswith("2a "))
    bijlage = next(deel for deel in gemaakt.delen if deel.naam.startswith("2a bijl. 1"))
    punt = plan.punt_van(next(deel for deel in plan.onderdelen if deel.anker == nota.anker))
    noten = [
        een_aantekening(een_anker(versie=max(versies[nota.sleutel])), papier=nota.sleutel),
        een_aantekening(een_anker(versie=bijlage.inhoud, pagina=2), papier=bijlage.sleutel),
        een_aantekening(soort=Soort.PUNTNOTITIE, agendapunt_id=punt, tekst="Vragen naar de planning"),
        een_aantekening(een_anker(versie="f" * 64), papier=bijlage.sleutel),
        een_aantekening(papier="stuk dat niet meegaat"),
    ]
    uit = write_set_met_aantekeningen(plan, noten, tmp_path / "uit.pdf", lezer=ROOS, **waar)  # type: ignore[arg-type]
    assert _namen(uit.pdf) == {noten[0].id: nota.van, noten[1].id: bijlage.van + 1, noten[2].id: nota.van}
    assert uit.niet_geplaatst == (noten[3],)


def test_the_set_that_is_sent_holds_no_notes(gevuld: Store, plan: Vergaderset, tmp_path: Path) -> None:
    waar = {"bestand": gevuld.bestanden.open, "cache": gevuld.map / "cache"}
    voor = write_pdf(plan, tmp_path / "voor.pdf", **waar)  # type: ignore[arg-type]
    noot = een_aantekening(een_anker(versie=voor.delen[-1].inhoud), papier=voor.delen[-1].sleutel)
    uit = write_set_met_aantekeningen(plan, [noot], tmp_path / "uit.pdf", lezer=ROOS, **waar)  # type: ignore[arg-type]
    na = write_pdf(plan, tmp_path / "na.pdf", **waar)  # type: ignore[arg-type]
    assert uit.geschreven == 1
    assert sha256(tmp_path / "na.pdf") == sha256(tmp_path / "voor.pdf")
    assert na == voor


def test_notes_on_a_passage_over_two_pages_shift_whole(gevuld: Store, plan: Vergaderset, tmp_path: Path) -> None:
    waar = {"bestand": gevuld.bestanden.open, "cache": gevuld.map / "cache"}
    gemaakt = write_pdf(plan, tmp_path / "set.pdf", **waar)  # type: ignore[arg-type]
    lang = next(deel for deel in gemaakt.delen if deel.tot - deel.van > 2 and len(deel.inhoud) == 64)
    versie = max(known_versions(plan, **waar)[lang.sleutel])  # type: ignore[arg-type]
    anker = een_anker(versie=versie, eindpagina=2, vlakken=(Vlak(1, 80, 60, 200, 72), Vlak(2, 80, 700, 200, 712)))
    noot = een_aantekening(anker, papier=lang.sleutel, gemaakt=NU)
    uit = write_set_met_aantekeningen(plan, [noot], tmp_path / "uit.pdf", lezer=ROOS, **waar)  # type: ignore[arg-type]
    assert _namen(uit.pdf) == {noot.id: lang.van, f"{noot.id}-2": lang.van + 1}
