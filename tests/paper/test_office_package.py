"""Office files that are no honest packages are refused before anything is made of them, soon and small (R12)."""

import stat
import zipfile
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

import docx
import pytest

from tk_desktop.base.errors import TkError
from tk_desktop.base.leesproces import Grenzen, Leesproces
from tk_desktop.paper.office_package import PakketVerdacht, check_package
from tk_desktop.paper.word_package import WordBeschadigd, WordTeGroot

INHOUD = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
NULLEN = 400 * 2**20


def _pakket(pad: Path, delen: dict[str, bytes | str]) -> Path:
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as pakket:
        for naam, inhoud in {"[Content_Types].xml": INHOUD, **delen}.items():
            pakket.writestr(naam, inhoud)
    return pad


def _berg(pad: Path) -> Path:
    """One part of 400 MB in 400 kB, that says so."""
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as pakket:
        with pakket.open("word/document.xml", "w") as deel:
            for _ in range(NULLEN // 2**20):
                deel.write(bytes(2**20))
        pakket.writestr("[Content_Types].xml", INHOUD)
    return pad


def _verzwegen_berg(pad: Path) -> Path:
    """The same, of which the table of contents says that it is small."""
    ruw = bytearray(_berg(pad).read_bytes())
    echt, klein = NULLEN.to_bytes(4, "little"), (1000).to_bytes(4, "little")
    pad.write_bytes(bytes(ruw).replace(echt, klein))
    return pad


def _veel_delen(pad: Path) -> Path:
    return _pakket(pad, {f"word/deel{nummer}.xml": "<a/>" for nummer in range(12_000)})


def _verkorte_namen(pad: Path) -> Path:
    """A tree of three million marks."""
    return _pakket(pad, {"word/document.xml": b"<a>" + b"<b/>" * 3_500_000 + b"</a>"})


def _tien_keer_tien(pad: Path) -> Path:
    namen = "".join(
        f'<!ENTITY {een} "{("&" + ander + ";") * 10}">' for een, ander in zip("bcdefgh", "abcdefg", strict=True)
    )
    return _pakket(pad, {"word/document.xml": f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{namen}]><x>&h;</x>'})


def _haalt_op(pad: Path) -> Path:
    return _pakket(
        pad,
        {"xl/workbook.xml": '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'},
    )


def _breekt_uit(naam: str, pad: Path) -> Path:
    return _pakket(pad, {naam: "<a/>"})


def _verwijst(pad: Path) -> Path:
    deel = zipfile.ZipInfo("word/media/foto.png")
    deel.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(pad, "w") as pakket:
        pakket.writestr("[Content_Types].xml", INHOUD)
        pakket.writestr(deel, "/etc/passwd")
    return pad


@pytest.mark.parametrize(
    ("maak", "soort"),
    [
        (_berg, WordTeGroot),
        (_verzwegen_berg, WordBeschadigd),
        (_veel_delen, WordTeGroot),
        (_verkorte_namen, WordTeGroot),
        (_tien_keer_tien, PakketVerdacht),
        (_haalt_op, PakketVerdacht),
        (partial(_breekt_uit, "../../weg.xml"), PakketVerdacht),
        (partial(_breekt_uit, "word/..\\..\\weg.xml"), PakketVerdacht),
        (partial(_breekt_uit, "C:/Windows/weg.xml"), PakketVerdacht),
        (partial(_breekt_uit, "//server/deel/weg.xml"), PakketVerdacht),
        (partial(_breekt_uit, "[CONTENT_TYPES].xml"), PakketVerdacht),
        (_verwijst, PakketVerdacht),
    ],
)
def test_a_hostile_package_is_refused_within_a_second_of_work_and_little_memory(
    tmp_path: Path, maak: Callable[[Path], Path], soort: type[TkError], lezer: Leesproces
) -> None:
    bron = maak(tmp_path / "Begroting.xlsx")
    with pytest.raises(soort, match=r"Begroting\.xlsx"):
        lezer.doe(bron.name, partial(check_package, bron))


@pytest.fixture(scope="module")
def lezer():  # type: ignore[no-untyped-def]
    """A reader that ends itself beyond a second of work or 200 MB, after it has loaded what it needs."""
    with Leesproces(Grenzen(rekentijd=1.0, geheugen=200 * 2**20)) as proces:
        with Leesproces() as ruim:
            ruim.doe("", _niets)
        yield proces


def _niets() -> None:
    zlib.crc32(b"")


def test_an_ordinary_document_is_an_honest_package(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("De commissie heeft het plan besproken.")
    document.save(str(tmp_path / "Plan.docx"))
    check_package(tmp_path / "Plan.docx")
