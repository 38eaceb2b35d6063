"""The words of a page stand where they are seen, and read on elsewhere as they were meant."""

import re
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests.paper.naamloze_letters import een_letterpdf
from tests.papier import a_paper
from tests.verpakt import Verpakt
from tk_desktop.paper.bladtekst import Bladtekst, Kader, Regel
from tk_desktop.paper.bladtekst_reading import read_bladtekst, read_passages
from tk_desktop.paper.reading import lees_pdf
from tk_desktop.paper.rendering import open_pages

ALINEA = ("De commissie vergadert op donderdag en besluit dan over de samen-", "werking met de scholen in Waterkant.")


def a_page(*regels: str, draai: int = 0, uitsnede: tuple[float, float, float, float] | None = None) -> bytes:
    return a_paper(regels, draai=draai, uitsnede=uitsnede)


def read(inhoud: bytes) -> Bladtekst:
    with pypdfium2.PdfDocument(inhoud) as pdf:
        return read_bladtekst(pdf[0])


def dicht_bij(kader: Kader, x0: float, y0: float) -> bool:
    return abs(kader.x0 - x0) < 3 and abs(kader.y0 - y0) < 4


def test_a_letter_stands_where_it_was_drawn() -> None:
    blad = read(a_page("Waterkant", "Roos van Dalen"))
    assert blad.tekst == "Waterkant\nRoos van Dalen"
    assert dicht_bij(blad.kaders[0], 40, 500)
    assert dicht_bij(blad.kaders[blad.tekst.index("Roos")], 40, 488)
    assert [blad.tekst[regel.begin : regel.eind] for regel in blad.regels] == ["Waterkant", "Roos van Dalen"]


@pytest.mark.parametrize(("draai", "hoek"), [(0, (40, 500)), (90, (498, 353)), (180, (353, 88)), (270, (88, 40))])
def test_on_a_turned_page_words_stand_where_they_are_seen(draai: int, hoek: tuple[float, float]) -> None:
    blad = read(a_page("W", draai=draai))
    assert dicht_bij(blad.kaders[0], *hoek)


@pytest.mark.parametrize("draai", [0, 90, 180, 270])
def test_a_word_on_a_turned_page_is_found_where_it_is_touched_and_marked_alone(draai: int) -> None:
    blad = read(a_page("Het bestuur besluit", draai=draai))
    begin, eind = blad.tekst.index("bestuur"), blad.tekst.index("bestuur") + len("bestuur")
    (kader,) = blad.kaders_van(begin, eind)
    assert min(kader.x1 - kader.x0, kader.y1 - kader.y0) < 15
    assert max(kader.x1 - kader.x0, kader.y1 - kader.y0) < 45
    for plek in range(begin, eind):
        letter = blad.kaders[plek]
        assert blad.teken_onder(*letter.midden) == plek
        assert blad.plek_bij(*letter.midden) in (plek, plek + 1)


@pytest.mark.parametrize("draai", [0, 90, 180, 270])
def test_words_lie_under_the_ink_of_the_page_however_it_is_turned_and_cut(tmp_path: Path, draai: int) -> None:
    pad = tmp_path / "a.pdf"
    pad.write_bytes(a_page("WWWW", draai=draai, uitsnede=(20, 300, 390, 580)))
    with open_pages(pad) as bladen:
        beeld, maat, tekst = bladen.beeld(0, 1.0), bladen.maat(0), bladen.tekst(0)
    donker = [
        (x, maat.hoogte - y)
        for y in range(beeld.hoogte)
        for x in range(beeld.breedte)
        if beeld.punten[y * beeld.stap + 4 * x] < 100
    ]
    assert donker
    (regel,) = tekst.regels
    for x, y in donker:
        assert regel.kader.x0 - 1.5 <= x <= regel.kader.x1 + 1.5
        assert regel.kader.y0 - 1.5 <= y <= regel.kader.y1 + 1.5


def test_offsets_count_in_the_text_that_was_read_of_the_paper(verpakt: Verpakt) -> None:
    gelezen = lees_pdf(verpakt.leden.pdf)
    with open_pages(verpakt.leden.pdf) as bladen:
        for pagina, tekst in enumerate(gelezen.paginas):
            assert bladen.tekst(pagina).tekst == tekst


def test_signs_without_a_meaning_and_those_beyond_the_common_ones_shift_no_offset(tmp_path: Path) -> None:
    pad = een_letterpdf(tmp_path / "a.pdf", ["2 AB kg C per D hectare"])
    betekent = {"A": "D835DC34", "B": "0002", "C": "0003", "D": "0096"}  # an italic letter of formulas; controls
    with pikepdf.open(pad, allow_overwriting_input=True) as pdf:
        letter = pdf.pages[0].Resources.Font.F1
        codes = re.findall("....", re.findall(rb"<([0-9A-F]+)>", pdf.pages[0].Contents.read_bytes())[0].decode())
        paren = zip(codes, "2 AB kg C per D hectare", strict=True)
        regels = "\n".join(f"<{code}> <{betekent.get(teken, f'{ord(teken):04X}')}>" for code, teken in paren)
        letter.ToUnicode = pdf.make_stream(
            f"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
            f"{len(codes)} beginbfchar\n{regels}\nendbfchar endcmap".encode()
        )
        pdf.save(pad)
    (gelezen,) = lees_pdf(pad).paginas
    with open_pages(pad) as bladen:
        tekst = bladen.tekst(0)
    assert tekst.tekst == gelezen
    assert "\U0001d434" in gelezen
    assert tekst.kaders[gelezen.index("hectare")].x0 > tekst.kaders[gelezen.index("per")].x0 + 20


def test_a_passage_has_one_rectangle_for_each_line_it_touches() -> None:
    blad = read(a_page("een twee drie", "vier vijf zes", "zeven"))
    begin, eind = blad.tekst.index("twee"), blad.tekst.index("zes")
    eerste, tweede = blad.kaders_van(begin, eind)
    assert eerste.y0 > tweede.y0
    assert eerste.x0 > 40 + 3
    assert (eerste.x1, tweede.x0) == (blad.regels[0].kader.x1, blad.regels[1].kader.x0)
    assert blad.kaders_van(eind, eind) == ()


@pytest.mark.parametrize("draai", [0, 90, 180])
def test_passages_alone_stand_where_they_stand_on_the_whole_page(draai: int) -> None:
    inhoud = a_page("een twee drie", "vier vijf zes", "", *ALINEA, draai=draai)
    blad = read(inhoud)
    lang = len(blad.tekst)
    passages = [(begin, eind) for begin in range(0, lang, 3) for eind in (begin, begin + 1, begin + 20) if eind <= lang]
    with pypdfium2.PdfDocument(inhoud) as pdf:
        gevonden = read_passages(pdf[0], passages)
    assert gevonden == {passage: blad.kaders_van(*passage) for passage in passages}


def test_a_word_broken_at_the_end_of_a_line_is_whole_when_copied() -> None:
    blad = read(a_page(*ALINEA))
    assert len(blad.regels) == 2
    assert blad.leesbaar(0, len(blad.tekst)) == " ".join(ALINEA).replace("samen- werking", "samenwerking")


def test_a_hyphen_that_belongs_to_the_name_stays() -> None:
    blad = read(a_page("De commissie vergadert op donderdag over het bestuur van ICO-", "Noord en de scholen."))
    assert "ICO-Noord" in blad.leesbaar(0, len(blad.tekst))


def test_points_of_a_list_keep_their_own_lines() -> None:
    blad = read(a_page("De commissie besluit:", "1. kennis te nemen van het plan;", "2. het vast te stellen."))
    assert blad.leesbaar(0, len(blad.tekst)).count("\n") == 2


def test_the_gap_nearest_to_a_point_is_found() -> None:
    blad = read(a_page("een twee", "drie"))
    plek = blad.tekst.index("twee")
    kader = blad.kaders[plek]
    assert blad.plek_bij(kader.x0 + 0.5, kader.midden[1]) == plek
    assert blad.plek_bij(kader.x1 - 0.5, kader.midden[1]) == plek + 1
    assert blad.plek_bij(390, kader.midden[1]) == blad.tekst.index("\n")
    assert blad.plek_bij(0, 0) == blad.tekst.index("drie")
    assert blad.teken_onder(*kader.midden) == plek
    assert blad.teken_onder(390, 10) is None


def test_beyond_the_end_of_a_short_line_the_hand_is_still_at_that_line() -> None:
    lang = "De commissie vergadert op donderdag en besluit dan over scholen"
    blad = read(a_page(lang, "en zwembaden.", lang.upper(), "Slot"))
    rechts = blad.regels[0].kader.x1
    for nummer, dichterbij in ((1, -4), (1, 0), (1, 4), (3, 4)):
        regel = blad.regels[nummer]
        assert blad.plek_bij(rechts - 20, regel.kader.midden[1] + dichterbij) == regel.eind


def test_of_two_columns_the_hand_is_at_the_one_it_is_over() -> None:
    tekst = "Een kop over alles heen\nlinks\nrechts\nook rechts en lang"
    begin = [tekst.index(deel) for deel in ("Een", "links", "rechts", "ook")]
    eind = [*(plek - 1 for plek in begin[1:]), len(tekst)]
    vakken = (Kader(40, 90, 340, 100), Kader(40, 78, 60, 88), Kader(200, 78, 230, 88), Kader(200, 66, 330, 76))
    regels = tuple(Regel(van, tot, vak) for van, tot, vak in zip(begin, eind, vakken, strict=True))
    blad = Bladtekst(tekst=tekst, kaders=(vakken[0],) * len(tekst), regels=regels)
    for x, welke in ((50, 1), (80, 1), (210, 2), (300, 2)):
        assert blad.regelnummer(blad.plek_bij(x, 83)) == welke


def test_words_are_known_and_stepped_over() -> None:
    blad = read(a_page("De zo-even genoemde, Roos."))
    assert blad.woord_bij(5) == (3, 10)
    assert blad.stap_woord(0, vooruit=True) == 3
    assert blad.stap_woord(11, vooruit=False) == 3
    assert blad.stap_woord(25, vooruit=True) == len(blad.tekst)


def test_an_empty_page_has_no_text() -> None:
    blad = read(a_page())
    assert (blad.tekst, blad.regels, blad.plek_bij(10, 10), blad.leesbaar(0, 0)) == ("", (), 0, "")
    with pytest.raises(ValueError, match="geen tekst"):
        blad.regelnummer(0)
