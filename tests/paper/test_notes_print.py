"""Notes in print stand beside their lines, never over one another, and what finds no room is told behind the paper."""

from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.paper.notes import a_note, a_stroke, pixel, seen_by_pdfium, seen_by_poppler
from tests.paper.sample_pdfs import LETTER, a_pdf, add_annotation
from tests.verpakt import paginateksten
from tk_desktop.base.files import sha256
from tk_desktop.domain.aantekening import Soort, Vlak
from tk_desktop.domain.notenstijl import Kleur
from tk_desktop.paper import stamps
from tk_desktop.paper.notes_margin import SCHAAL, Drukregel, Kantlijn, Nummering
from tk_desktop.paper.notes_print import write_margins, write_numbers

WIT = (255, 255, 255)


def _regel(nummer: int, woorden: str = "Navragen bij Wies", y: float = 500, **anders: Any) -> Drukregel:
    vlak = Vlak(1, 100, y, 300, y + 14)
    return Drukregel(nummer=nummer, noot=a_note(id=f"n{nummer}", **({"vlakken": (vlak,)} | anders)), woorden=woorden)


def _telling() -> Nummering:
    """Count as a list behind a paper does: from 1, whatever the numbers in the paper are."""
    nummers = count(1)
    return lambda _: next(nummers)


def _in_de_marge(bron: Path, regels: list[Drukregel], doel: Path) -> tuple[Drukregel, ...]:
    return write_margins(bron, regels, doel, letter=LETTER, nummer=_telling())


def _genummerd(bron: Path, regels: list[Drukregel], doel: Path) -> Path:
    return write_numbers(bron, regels, doel, letter=LETTER)


def _kant(regels: list[Drukregel]) -> Kantlijn:
    with pikepdf.new() as pdf:
        letter = stamps.embed(pdf, LETTER, ["".join(map(chr, range(32, 127))), "–"])
        vlak = stamps.Vlak(breedte=595, hoogte=842, matrix=(1, 0, 0, 1, 0, 0))
        return Kantlijn(vlak, letter, 1, regels, _telling())


def test_a_page_with_notes_becomes_smaller_and_its_notes_stand_beside_it(tmp_path: Path) -> None:
    bron = a_pdf(tmp_path / "stuk.pdf", ["De oevers verzakken.", "Zonder aantekening."])
    assert _in_de_marge(bron, [_regel(1, "Wie betaalt dit?")], tmp_path / "uit.pdf") == ()
    een, twee = paginateksten(tmp_path / "uit.pdf")
    assert "De oevers verzakken." in een
    assert "Wie betaalt dit?" in een
    assert twee == "Zonder aantekening."
    for beeld in (seen_by_pdfium(tmp_path / "uit.pdf"), seen_by_poppler(tmp_path / "uit.pdf")):
        x, y = 200 * SCHAAL, 507 * SCHAAL + 842 * (1 - SCHAAL) / 2
        assert pixel(beeld, x, y) != WIT
        assert pixel(beeld, 200, 530) == WIT


@pytest.mark.parametrize("draai", [0, 90, 180, 270])
def test_the_margin_is_on_the_right_of_the_page_as_it_is_seen(tmp_path: Path, draai: int) -> None:
    bron = a_pdf(tmp_path / "stuk.pdf", ["De oevers verzakken."])
    with pikepdf.open(bron, allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj.Rotate = draai
        pdf.pages[0].obj.CropBox = pikepdf.Array([20, 30, 560, 800])
        pdf.save(bron)
    _in_de_marge(bron, [_regel(1, "Wie betaalt dit?", y=300)], tmp_path / "uit.pdf")
    for beeld in (seen_by_pdfium(tmp_path / "uit.pdf"), seen_by_poppler(tmp_path / "uit.pdf")):
        kolom = beeld.crop((round(beeld.width * SCHAAL) + 5, 0, beeld.width, beeld.height))
        gevonden = kolom.convert("L").point(lambda licht: 255 * (licht < 100)).getbbox()
        assert gevonden is not None
        midden = beeld.height - (gevonden[1] + gevonden[3]) / 2
        assert abs(midden - (300 * SCHAAL + beeld.height * (1 - SCHAAL) / 2)) < 25


def test_no_words_stand_over_others_and_they_keep_the_order_of_the_page() -> None:
    regels = [_regel(nr, "Een aantekening van twee regels of meer in de marge", y=500 + nr) for nr in range(1, 15)]
    kant = _kant(regels)
    assert kant.over == ()
    onder = 842.0
    for kader in kant._kaders:
        assert kader.top <= onder
        onder = kader.top - kant._hoogte(kader)
    assert onder > 0
    assert [kader.wens for kader in kant._kaders] == sorted((kader.wens for kader in kant._kaders), reverse=True)


def test_the_line_of_a_note_at_the_page_starts_at_its_edge_and_that_of_a_spot_under_its_line() -> None:
    blad = _kant([_regel(1, soort=Soort.BLADNOTITIE)])._kaders[0].van
    plek = _kant([_regel(2, soort=Soort.NOTITIE, citaat="")])._kaders[0].van
    assert blad is not None
    assert blad[0] == pytest.approx(595 * SCHAAL)
    assert plek is not None
    assert plek[1] < 500 * SCHAAL + 842 * (1 - SCHAAL) / 2


def test_what_finds_no_room_is_named_by_its_number_in_the_list_behind_the_paper() -> None:
    kort = _regel(1, "Goed", y=700)
    lang = _regel(2, "Een heel lang betoog over de oevers. " * 80)
    kant = _kant([kort, lang])
    assert kant.over == (replace(lang, nummer=1),)
    assert [" ".join(kader.regels) for kader in kant._kaders] == ["Goed", "1: zie achter het stuk"]


def test_far_too_many_notes_end_with_one_reference_for_the_rest() -> None:
    regels = [_regel(nr, "Een aantekening van enkele regels lang " * 3, y=800 - nr) for nr in range(1, 200)]
    kant = _kant(regels)
    assert set(kant.over) == set(regels)
    assert " ".join(kant._kaders[-1].regels).endswith("–199: zie achter het stuk")
    assert kant._past()


def test_a_word_longer_than_the_margin_is_cut_and_not_lost(tmp_path: Path) -> None:
    woord = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    _in_de_marge(a_pdf(tmp_path / "stuk.pdf", [""]), [_regel(1, woord)], tmp_path / "uit.pdf")
    assert "".join(paginateksten(tmp_path / "uit.pdf")[0].split()) == woord


def test_numbers_stand_at_passages_and_pages_stay_as_large_as_they_were(tmp_path: Path) -> None:
    bron = a_pdf(tmp_path / "stuk.pdf", ["De oevers verzakken."])
    regels = [
        _regel(1),
        _regel(12, soort=Soort.INKT, vlakken=(), lijnen=(a_stroke(),)),
        _regel(3, soort=Soort.BLADNOTITIE, vlakken=()),
        Drukregel(noot=a_note(kleur=Kleur.ROZE, vlakken=(Vlak(1, 100, 200, 300, 214),))),
    ]
    write_numbers(bron, regels, tmp_path / "uit.pdf", letter=LETTER)
    (tekst,) = paginateksten(tmp_path / "uit.pdf")
    assert {"1", "12", "3", "De", "verzakken."} <= set(tekst.split())
    for beeld in (seen_by_pdfium(tmp_path / "uit.pdf"), seen_by_poppler(tmp_path / "uit.pdf")):
        assert pixel(beeld, 200, 507) != WIT
        assert pixel(beeld, 200, 207) != WIT


def test_notes_of_the_sender_shrink_with_their_page(tmp_path: Path) -> None:
    bron = a_pdf(tmp_path / "stuk.pdf")
    with pikepdf.open(bron, allow_overwriting_input=True) as pdf:
        rand = pikepdf.Dictionary(
            Subtype=pikepdf.Name.Ink,
            Rect=[100, 100, 200, 200],
            InkList=pikepdf.Array([pikepdf.Array([100, 100, 200, 200])]),
        )
        add_annotation(pdf, 0, rand)
        pdf.save(bron)
    _in_de_marge(bron, [_regel(1)], tmp_path / "uit.pdf")
    with pikepdf.open(tmp_path / "uit.pdf") as pdf:
        (annotatie,) = pdf.pages[0].Annots
        x0, _, x1, _ = (float(getal) for getal in annotatie.Rect)
        assert (x0, x1) == pytest.approx((82, 164))
        assert float(annotatie.InkList[0][2]) == pytest.approx(164)


def test_the_same_print_gives_the_same_bytes(tmp_path: Path) -> None:
    bron = a_pdf(tmp_path / "stuk.pdf")
    regels = [_regel(1), _regel(2, "Ander", soort=Soort.VRAAG, citaat="oever", y=300)]
    for schrijf in (_in_de_marge, _genummerd):
        for naam in ("een.pdf", "twee.pdf"):
            schrijf(bron, regels, tmp_path / naam)
        assert sha256(tmp_path / "een.pdf") == sha256(tmp_path / "twee.pdf")
