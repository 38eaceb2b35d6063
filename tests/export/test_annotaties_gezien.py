"""A whole set with notes looks the same in two programs: each note is seen at the same place in both."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops

from tests.intake.test_annotaties import op_woorden, papieren_van
from tests.notenbouwers import ROOS
from tests.paper.notes import seen_by_pdfium, seen_by_poppler
from tests.verpakt import Verpakt
from tk_desktop.domain.aantekening import Aantekening, Inktpunt, Lijn, Soort
from tk_desktop.domain.notenstijl import Kleur
from tk_desktop.domain.vergaderset import Vergaderset
from tk_desktop.export.annotaties import write_set_met_aantekeningen
from tk_desktop.pack.samenstellen import assemble_for_reader
from tk_desktop.store.werkmap import Store

SOORTEN = [
    Soort.MARKERING,
    Soort.ONDERSTREPING,
    Soort.DOORHALING,
    Soort.NOTITIE,
    Soort.VRAAG,
    Soort.INKT,
    Soort.BLADNOTITIE,
]
SPELING = 3
"""Pixels that two programs may differ in where they draw the edge of a line."""
TINT = 0.25
"""How far colours may be apart, each as shares of its strongest part: a thin line on two rows of pixels is paler."""


@pytest.fixture
def gevuld(verpakt: Verpakt) -> Iterator[Store]:
    with Store.open(verpakt.werkmap) as geopend:
        yield geopend


def _noten(store: Store, plan: Vergaderset) -> list[Aantekening]:
    """A note of every kind, in all colours, on the first page of one paper after another."""
    uit = []
    for nummer, papier in enumerate(papieren_van(store, plan)[: 2 * len(SOORTEN)]):
        soort, kleur = SOORTEN[nummer % len(SOORTEN)], list(Kleur)[nummer % 4]
        noot = op_woorden(papier, 1, soort=soort, kleur=kleur, tekst="Wie betaalt dit?")
        if soort is Soort.INKT and noot.plaats is not None:
            vlak = noot.plaats.anker.vlakken[0]
            punten = tuple(Inktpunt(vlak.x0 + 4 * stap, vlak.y0 - 3 * (stap % 2)) for stap in range(20))
            noot = replace(noot, lijnen=(Lijn(1, punten),))
        uit.append(noot)
    return uit


def _verschil(een: Image.Image, ander: Image.Image) -> tuple[int, int, int, int] | None:
    return ImageChops.difference(een, ander).convert("L").point(lambda waarde: 255 if waarde > 24 else 0).getbbox()


def _tint(kaal: Image.Image, met: Image.Image) -> tuple[float, ...]:
    """Return which colour a note took from the point that it changed most, as shares of the most it took."""
    anders = ImageChops.difference(kaal, met).convert("L").tobytes()
    plek = anders.index(max(anders))
    kleur = met.getpixel((plek % met.width, plek // met.width))
    assert isinstance(kleur, tuple)
    weg = [255 - deel for deel in kleur]
    return tuple(deel / max(1, *weg) for deel in weg)


def _lijkt(een: tuple[float, ...], ander: tuple[float, ...], speling: float) -> bool:
    return all(abs(a - b) <= speling for a, b in zip(een, ander, strict=True))


def test_every_note_in_a_set_is_seen_at_the_same_place_by_poppler_and_pdfium(
    gevuld: Store, verpakt: Verpakt, tmp_path: Path
) -> None:
    plan = assemble_for_reader(gevuld, verpakt.opname.vergadering.id, ROOS)
    waar = {"bestand": gevuld.bestanden.open, "cache": gevuld.map / "cache"}
    kaal = write_set_met_aantekeningen(plan, [], tmp_path / "kaal.pdf", lezer=ROOS, **waar).pdf  # type: ignore[arg-type]
    noten = _noten(gevuld, plan)
    met = write_set_met_aantekeningen(plan, noten, tmp_path / "met.pdf", lezer=ROOS, **waar)  # type: ignore[arg-type]
    assert met.niet_geplaatst == ()
    with pikepdf.open(met.pdf) as pdf:
        paginas = [nr for nr, page in enumerate(pdf.pages, 1) if any("/NM" in een for een in page.get("/Annots", []))]
    assert len(paginas) == len(noten)
    assert {noot.soort for noot in noten} == set(SOORTEN)
    for pagina, noot in zip(paginas, noten, strict=True):
        beelden = [(kijk(kaal, pagina), kijk(met.pdf, pagina)) for kijk in (seen_by_pdfium, seen_by_poppler)]
        pdfium, poppler = (_verschil(*paar) for paar in beelden)
        assert pdfium is not None, noot.soort
        assert poppler is not None, noot.soort
        assert _lijkt(pdfium, poppler, SPELING), (pagina, noot.soort, pdfium, poppler)
        een, ander = (_tint(*paar) for paar in beelden)
        assert _lijkt(een, ander, TINT), (pagina, noot.soort, noot.kleur, een, ander)
