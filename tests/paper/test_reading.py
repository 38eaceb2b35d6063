"""What a received PDF says, and how it is refused when it cannot be read."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from tk_desktop.base.errors import BestandNietGevonden, TkError
from tk_desktop.domain.stuk import Tekstlaag
from tk_desktop.paper import pdf_faults
from tk_desktop.paper.reading import lees_pdf, tekstlaag


def a_pdf(*teksten: str) -> bytes:
    stroom = BytesIO()
    canvas = Canvas(stroom, invariant=1)
    for tekst in teksten:
        canvas.drawString(72, 700, tekst)
        canvas.showPage()
    canvas.save()
    return stroom.getvalue()


HEEL = a_pdf("Het voorstel gaat over de brug.", "De kosten zijn 12 duizend euro.")


def _write(map_: Path, inhoud: bytes, naam: str = "bijlage.pdf") -> Path:
    bron = map_ / naam
    bron.write_bytes(inhoud)
    return bron


def test_each_page_of_a_stuk_is_read_as_its_own_text(tmp_path: Path) -> None:
    gelezen = lees_pdf(_write(tmp_path, HEEL))
    assert [tekst.strip() for tekst in gelezen.paginas] == [
        "Het voorstel gaat over de brug.",
        "De kosten zijn 12 duizend euro.",
    ]
    assert gelezen.tekstlaag is Tekstlaag.GOED


def test_a_scan_has_no_text_layer(tmp_path: Path) -> None:
    assert lees_pdf(_write(tmp_path, a_pdf("", ""))).tekstlaag is Tekstlaag.GEEN


@pytest.mark.parametrize(
    ("paginas", "oordeel"),
    [
        (["\ufffdK\ufffdH\ufffdW \ufffdE\ufffdX\ufffdG\ufffdJ\ufffdH\ufffdW"], Tekstlaag.BESCHADIGD),
        (["gewone tekst " * 300, "\x05\x06\x07\x08" * 10], Tekstlaag.BESCHADIGD),
        (["\uf0b7 een punt in een lijst van gewone lengte\n" * 20], Tekstlaag.GOED),
        (["café, reünie, € 5, ‘zo’"], Tekstlaag.GOED),
        (["", " \n\t "], Tekstlaag.GEEN),
    ],
)
def test_text_counts_as_damaged_when_a_notable_share_has_no_meaning(paginas: list[str], oordeel: Tekstlaag) -> None:
    assert tekstlaag(paginas) is oordeel


@pytest.mark.parametrize(
    ("inhoud", "code", "woorden"),
    [
        (b"", "TK-P05", "is leeg"),
        (b"PK\x03\x04 en verder", "TK-P06", "een Word-, Excel- of zipbestand"),
        (b"<html>Niet gevonden</html>", "TK-P06", "een webpagina"),
        (b"zomaar wat tekst", "TK-P06", "iets anders"),
        (HEEL[: len(HEEL) // 2], "TK-P03", "het bestand is beschadigd"),
        (HEEL[:-700] + HEEL[-60:], "TK-P03", "het bestand is beschadigd"),
    ],
)
def test_a_file_that_is_no_whole_pdf_is_refused_in_dutch(
    tmp_path: Path, inhoud: bytes, code: str, woorden: str
) -> None:
    with pytest.raises(TkError, match=woorden) as gevangen:
        lees_pdf(_write(tmp_path, inhoud, "2b bijlage 1.pdf"))
    assert gevangen.value.code == code
    assert str(gevangen.value).startswith("‘2b bijlage 1.pdf’")
    assert "Er is niets gewijzigd" in str(gevangen.value)


def test_a_pdf_behind_a_password_is_refused_with_its_own_code(tmp_path: Path) -> None:
    bron = tmp_path / "geheim.pdf"
    with pikepdf.open(BytesIO(HEEL)) as pdf:
        pdf.save(bron, encryption=pikepdf.Encryption(owner="eigenaar", user="lezer"))
    with pytest.raises(pdf_faults.PdfMetWachtwoord):
        lees_pdf(bron)


def test_a_pdf_without_pages_is_refused(tmp_path: Path) -> None:
    bron = tmp_path / "niets.pdf"
    with pikepdf.Pdf.new() as pdf:
        pdf.save(bron)
    with pytest.raises(pdf_faults.PdfZonderPaginas):
        lees_pdf(bron)


def test_a_file_that_is_too_large_is_refused_before_it_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_faults, "GROOTSTE_BESTAND", 1000)
    with pytest.raises(pdf_faults.PdfTeGroot, match=r"te groot: \d+ kB, en het meeste dat kan is 1 kB\."):
        lees_pdf(_write(tmp_path, HEEL))


def test_a_pdf_with_too_many_pages_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_faults, "MEESTE_PAGINAS", 1)
    with pytest.raises(pdf_faults.PdfTeVeelPaginas, match="te veel pagina’s: 2"):
        lees_pdf(_write(tmp_path, HEEL))


def test_a_file_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(BestandNietGevonden, match=r"weg\.pdf"):
        lees_pdf(tmp_path / "weg.pdf")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lengte=st.integers(min_value=0, max_value=len(HEEL)))
def test_a_pdf_cut_off_anywhere_is_read_or_refused_but_never_breaks(tmp_path: Path, lengte: int) -> None:
    bron = _write(tmp_path, HEEL[:lengte])
    try:
        gelezen = lees_pdf(bron)
    except TkError:
        return
    assert "brug" in gelezen.paginas[0]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plaats=st.integers(min_value=0, max_value=len(HEEL) - 1), teken=st.integers(min_value=0, max_value=255))
def test_a_pdf_with_one_wrong_byte_is_read_or_refused_but_never_breaks(tmp_path: Path, plaats: int, teken: int) -> None:
    bron = _write(tmp_path, HEEL[:plaats] + bytes([teken]) + HEEL[plaats + 1 :])
    try:
        lees_pdf(bron)
    except TkError:
        return
