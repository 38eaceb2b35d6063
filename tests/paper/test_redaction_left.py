"""What a page no longer draws is not in the file either, whatever another page or drawing keeps in its resources."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf

from tests.paper.test_redaction import REDEN, a_page, all_bytes, as_bytes, helvetica, is_gone, redacted, text_of
from tk_desktop.paper.bladtekst import Kader
from tk_desktop.paper.redaction import Lakvlak
from tk_desktop.paper.redaction_left import digest, is_drawn, left_behind

VLAK = Lakvlak(pagina=1, kader=Kader(99, 395, 301, 415), opschrift="5.1.2e", uitleg=REDEN)
NAAM = b"BT /F1 12 Tf 100 400 Td (Zilverreiger) Tj ET"
TWEEDE = b"BT /F1 12 Tf 50 500 Td (bladzijde twee) Tj ET "


def a_form(pdf: Pdf, inhoud: bytes, bronnen: Dictionary | None = None) -> Object:
    """A drawing within a drawing."""
    vorm = pdf.make_stream(inhoud, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 400, 600]))
    if bronnen is not None:
        vorm.Resources = bronnen
    return vorm


def a_picture(pdf: Pdf, woord: bytes) -> Object:
    """A picture of which the dots are a word."""
    dots = woord + b"\xff" * (2000 - len(woord))
    maten = {"Width": 100, "Height": 20, "BitsPerComponent": 8, "ColorSpace": Name.DeviceGray}
    return pdf.make_stream(dots, Type=Name.XObject, Subtype=Name.Image, **maten)


def two_pages(een: bytes, twee: bytes, bronnen: Callable[[Pdf, Dictionary], Dictionary]) -> bytes:
    """Two pages with the same resources."""
    with pikepdf.new() as pdf:
        letters = Dictionary(F1=pdf.make_indirect(helvetica()))
        zelfde = pdf.make_indirect(bronnen(pdf, letters))
        zelfde.Font = letters
        a_page(pdf, een, zelfde)
        a_page(pdf, twee, zelfde)
        return as_bytes(pdf)


def naamvorm(pdf: Pdf, letters: Dictionary) -> Dictionary:
    return Dictionary(XObject=Dictionary(X1=a_form(pdf, NAAM, Dictionary(Font=letters))))


def naamvorm_naast_een_zonder_bronnen(pdf: Pdf, letters: Dictionary) -> Dictionary:
    uit = naamvorm(pdf, letters)
    uit.XObject.X2 = a_form(pdf, b"/X1 Do")
    return uit


def naamvorm_naast_een_kapotte(pdf: Pdf, letters: Dictionary) -> Dictionary:
    uit = naamvorm(pdf, letters)
    uit.XObject.X2 = a_form(pdf, b"q ] ( ")
    return uit


@pytest.mark.parametrize("rest", [b"", b"]] >> onbekend ", b"( half ", b"BI /W 1 /H 1 ID xx "])
def test_a_drawing_that_went_leaves_the_pages_that_shared_it(tmp_path: Path, rest: bytes) -> None:
    doel, _ = redacted(two_pages(b"q /X1 Do Q", TWEEDE + rest, naamvorm), tmp_path, meer=[VLAK])
    is_gone(doel, "Zilverreiger")
    assert "bladzijde twee" in text_of(doel)


@pytest.mark.parametrize("bronnen", [naamvorm_naast_een_zonder_bronnen, naamvorm_naast_een_kapotte])
def test_another_drawing_that_names_it_does_not_keep_it(
    tmp_path: Path, bronnen: Callable[[Pdf, Dictionary], Dictionary]
) -> None:
    doel, _ = redacted(two_pages(b"q /X1 Do Q", TWEEDE, bronnen), tmp_path, meer=[VLAK])
    is_gone(doel, "Zilverreiger")


@pytest.mark.parametrize("rest", [b"", b" ] onbekend "])
def test_the_dots_of_a_scan_leave_the_pages_that_shared_it(tmp_path: Path, rest: bytes) -> None:
    def twee_beelden(pdf: Pdf, _: Dictionary) -> Dictionary:
        return Dictionary(XObject=Dictionary(I0=a_picture(pdf, b"Zilverreiger"), I1=a_picture(pdf, b"Aalscholver")))

    tekening = b"q 300 0 0 200 50 300 cm /I%d Do Q"
    doel, gelakt = redacted(two_pages(tekening % 0, tekening % 1 + rest, twee_beelden), tmp_path, meer=[VLAK])
    is_gone(doel, "Zilverreiger")
    assert 1 in gelakt.afgebeeld
    assert rest or any(b"Aalscholver" in deel for deel in all_bytes(doel))


def test_a_soft_mask_and_a_pattern_leave_the_pages_that_shared_them(tmp_path: Path) -> None:
    def masker(pdf: Pdf, letters: Dictionary) -> Dictionary:
        groep = a_form(pdf, NAAM, Dictionary(Font=letters))
        groep.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
        patroon = pdf.make_stream(
            NAAM, Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1, BBox=Array([0, 0, 9, 9])
        )
        patroon.XStep = patroon.YStep = 9
        patroon.Resources = Dictionary(Font=letters)
        staat = Dictionary(GS1=Dictionary(SMask=Dictionary(S=Name.Luminosity, G=groep)))
        return Dictionary(ExtGState=staat, Pattern=Dictionary(P1=patroon))

    doel, gelakt = redacted(two_pages(NAAM + b" /GS1 gs 0 0 10 10 re f", TWEEDE, masker), tmp_path, meer=[VLAK])
    is_gone(doel, "Zilverreiger")
    assert gelakt.afgebeeld == (1,)


@pytest.mark.parametrize("kader", [Kader(99, 395, 301, 432), Kader(150, 395, 250, 432)])
@pytest.mark.parametrize("beeld", [True, False])
def test_what_a_shape_is_filled_with_under_a_mark_is_gone(tmp_path: Path, kader: Kader, *, beeld: bool) -> None:
    def patroon(pdf: Pdf, letters: Dictionary) -> Dictionary:
        eigen = pdf.make_stream(
            b"q 200 0 0 30 0 0 cm /I Do Q" if beeld else b"BT /F1 12 Tf 5 5 Td (Zilverreiger) Tj ET",
            Type=Name.Pattern,
            PatternType=1,
            PaintType=1,
            TilingType=1,
            XStep=200,
            YStep=30,
            BBox=Array([0, 0, 200, 30]),
            Matrix=Array([1, 0, 0, 1, 100, 400]),
            Resources=Dictionary(Font=letters, XObject=Dictionary(I=a_picture(pdf, b"Zilverreiger"))),
        )
        return Dictionary(Pattern=Dictionary(P1=eigen))

    vlak = Lakvlak(pagina=1, kader=kader, opschrift="5.1.2e", uitleg=REDEN)
    vulling = b"q /Pattern cs /P1 scn 100 400 200 30 re f Q"
    doel, gelakt = redacted(two_pages(TWEEDE + vulling, TWEEDE, patroon), tmp_path, meer=[vlak])
    is_gone(doel, "Zilverreiger")
    assert gelakt.afgebeeld == (1,)


@pytest.mark.parametrize(
    ("tekening", "afgebeeld"),
    [
        (b"q 111.25 400 m 120 410 130 412 140 405 c h W n 100 398 60 20 re f Q", (1,)),
        (b"111.25 400 m 120 410 130 412 140 405 c h f", ()),
        (b"111.25 400 m 120 410 130 412 140 405 c h n", ()),
        (b"q 90 390 300 30 re W n 111.25 400 m 120 410 130 412 140 405 c h f* Q", ()),
    ],
)
def test_the_outlines_of_letters_are_gone(tmp_path: Path, tekening: bytes, afgebeeld: tuple[int, ...]) -> None:
    inhoud = two_pages(tekening + b" " + TWEEDE, TWEEDE, lambda pdf, _: Dictionary())
    doel, gelakt = redacted(inhoud, tmp_path, meer=[VLAK])
    assert gelakt.afgebeeld == afgebeeld
    assert not any(b"111.25" in deel for deel in all_bytes(doel))
    assert text_of(doel).count("bladzijde twee") == 2


def test_what_another_page_draws_stays_on_it(tmp_path: Path) -> None:
    doel, gelakt = redacted(two_pages(b"q /X1 Do Q", TWEEDE + b"q /X1 Do Q", naamvorm), tmp_path, meer=[VLAK])
    assert text_of(doel).count("zilverreiger") == 1
    assert gelakt.afgebeeld == ()


def test_a_file_in_which_it_is_left_is_not_passed() -> None:
    for tekening, blijft in ((b"q /X1 Do Q", False), (TWEEDE, True), (b"q /X1 Do Q onbekend", True)):
        with pikepdf.open(BytesIO(two_pages(tekening, tekening, naamvorm))) as pdf:
            gemerkt = {digest(ding) for ding in pdf.objects if isinstance(ding, pikepdf.Stream) and is_drawn(ding)}
            assert left_behind(pdf, gemerkt) is blijft
            assert not left_behind(pdf, {b"anders"})
