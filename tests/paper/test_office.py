"""Office files become pages by the LibreOffice of this computer; what fails or is stopped leaves nothing running."""

import http.server
import os
import stat
import sys
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path
from select import select

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml

from tk_desktop.base.errors import Onderbroken
from tk_desktop.base.progress import Progress
from tk_desktop.paper.office import (
    Office,
    OfficeMetWachtwoord,
    OfficeStartNiet,
    OfficeTeGroot,
    OmzettenDuurtTeLang,
    OmzettenMislukt,
    find_office,
    is_office,
)
from tk_desktop.paper.reading import lees_pdf

GEEN_WINDOWS = pytest.mark.skipif(sys.platform == "win32", reason="het nagemaakte programma is een shellscript")


@pytest.fixture
def office() -> Office:
    gevonden = find_office()
    if gevonden is None:
        pytest.skip("LibreOffice staat niet op deze computer")
    return gevonden


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    (tmp_path / "0").mkdir()
    return tmp_path


def een_programma(map_: Path, *regels: str) -> Path:
    """A program of our own that stands where LibreOffice would."""
    pad = map_ / "soffice"
    pad.write_text("#!/bin/sh\n" + "\n".join(regels) + "\n")
    pad.chmod(pad.stat().st_mode | stat.S_IXUSR)
    return pad


def een_zip(bron: Path, **delen: bytes) -> Path:
    with zipfile.ZipFile(bron, "w", zipfile.ZIP_DEFLATED) as pakket:
        for naam, inhoud in delen.items():
            pakket.writestr(naam.replace("__", "/").replace("_", "."), inhoud)
    return bron


def _word(bron: Path, *alineas: str) -> Path:
    document = docx.Document()
    for alinea in alineas:
        document.add_paragraph(alinea)
    document.save(str(bron))
    return bron


def test_the_kinds_of_office_files_are_known_by_name() -> None:
    assert all(is_office(Path(naam)) for naam in ("a.docx", "a.DOC", "a.xlsx", "a.pptx", "a.odt", "a.rtf", "a.csv"))
    assert not any(is_office(Path(naam)) for naam in ("a.pdf", "a.png", "a.zip", "a"))


def test_a_word_file_becomes_pages_with_its_words_and_a_tag_tree(office: Office, map_: Path) -> None:
    bron = _word(map_ / "0" / "Plan é (1).docx", "De oevers verzakken.", "Cliëntenraad")
    pdf = office.convert(bron, map_, Progress())
    assert pdf.parent == map_ / "0" / "pdf"
    (pagina,) = lees_pdf(pdf).paginas
    assert "De oevers verzakken." in pagina
    assert "Cliëntenraad" in pagina
    assert b"StructTreeRoot" in pdf.read_bytes()
    assert bron.is_file()


def test_texts_and_odt_become_pages_too(office: Office, map_: Path) -> None:
    (map_ / "0" / "brief.txt").write_text("Geachte leden,", "utf-8")
    assert "Geachte leden," in lees_pdf(office.convert(map_ / "0" / "brief.txt", map_, Progress())).paginas[0]
    (map_ / "1").mkdir()
    odt = een_zip(
        map_ / "1" / "brief.odt",
        mimetype=b"application/vnd.oasis.opendocument.text",
        content_xml=b'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        b'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:text>'
        b"<text:p>Geacht bestuur,</text:p></office:text></office:body></office:document-content>",
        **{
            "META-INF__manifest_xml": b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:'
            b'manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/'
            b'vnd.oasis.opendocument.text"/><manifest:file-entry '
            b'manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
            b"</manifest:manifest>"
        },
    )
    assert "Geacht bestuur," in lees_pdf(office.convert(odt, map_, Progress())).paginas[0]


def test_a_text_in_another_form_becomes_a_word_file_of_the_same_name(office: Office, map_: Path) -> None:
    bron = map_ / "0" / "Verslag één.rtf"
    bron.write_bytes(b"{\\rtf1\\ansi\\ansicpg1252 Pati\\'ebnten en co\\'f6rdinatie\\par}")
    word = office.to_word(bron, map_, Progress())
    assert word == map_ / "0" / "docx" / "Verslag één.docx"
    assert [alinea.text for alinea in docx.Document(str(word)).paragraphs][:1] == ["Patiënten en coördinatie"]


def test_a_sheet_or_slides_become_pages_or_the_reason_is_told(office: Office, map_: Path) -> None:
    """Calc and Impress are packages of their own; a computer may have Writer alone."""
    gemeld: list[str] = []
    for nummer, naam in enumerate(("cijfers.csv", "leeg.pptx", "leeg.xlsx"), 1):
        (map_ / str(nummer)).mkdir()
        bron = map_ / str(nummer) / naam
        if naam.endswith("csv"):
            bron.write_text("naam;bedrag\nZwembad;10\n")
        else:
            een_zip(bron, a_txt=b"niets")
        try:
            assert "Zwembad" in lees_pdf(office.convert(bron, map_, Progress())).paginas[0]
        except OmzettenMislukt as fout:
            gemeld.append(str(fout))
    assert all(naam in melding for naam, melding in zip(("leeg.pptx", "leeg.xlsx"), gemeld[-2:], strict=True))


class _Luisteraar(http.server.BaseHTTPRequestHandler):
    gevraagd: list[str]

    def do_GET(self) -> None:
        self.gevraagd.append(self.path)
        self.send_error(404)

    do_HEAD = do_OPTIONS = do_PROPFIND = do_GET

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def buiten() -> Iterator[tuple[str, list[str]]]:
    """A place on the network, and what was asked of it."""
    gevraagd: list[str] = []
    soort = type("Luisteraar", (_Luisteraar,), {"gevraagd": gevraagd})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), soort)
    draad = threading.Thread(target=server.serve_forever)
    draad.start()
    yield f"http://127.0.0.1:{server.server_port}", gevraagd
    server.shutdown()
    draad.join()
    server.server_close()


def test_a_file_that_points_outside_reaches_nobody(office: Office, map_: Path, buiten: tuple[str, list[str]]) -> None:
    adres, gevraagd = buiten
    document = docx.Document()
    document.add_paragraph("Volg mij.")
    beeld = document.part.relate_to(f"{adres}/pixel.png", RELATIONSHIP_TYPE.IMAGE, is_external=True)
    document.paragraphs[0].runs[0]._r.append(
        parse_xml(
            '<w:pict xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-'
            'microsoft-com:vml" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
            f'<v:shape style="width:9pt;height:9pt"><v:imagedata r:id="{beeld}"/></v:shape></w:pict>'
        )
    )
    bron = map_ / "0" / "Buiten.docx"
    document.save(str(bron))
    assert "Volg mij." in lees_pdf(office.convert(bron, map_, Progress())).paginas[0]
    assert gevraagd == []


def test_a_file_with_a_password_or_a_bomb_is_refused_before_anything_starts(map_: Path) -> None:
    nergens = Office(programma=map_ / "nergens")
    slot = een_zip(
        map_ / "0" / "geheim.odt", **{"META-INF__manifest_xml": b"<manifest:encryption-data/>", "content_xml": b"..."}
    )
    with pytest.raises(OfficeMetWachtwoord, match=r"geheim\.odt"):
        nergens.convert(slot, map_, Progress())
    bom = een_zip(map_ / "0" / "bom.xlsx", a_xml=bytes(40 * 2**20))
    with pytest.raises(OfficeTeGroot, match=r"bom\.xlsx"):
        nergens.convert(bom, map_, Progress())
    (map_ / "0" / "half.docx").write_bytes(bom.read_bytes()[:200])
    with pytest.raises(OmzettenMislukt):
        nergens.convert(map_ / "0" / "half.docx", map_, Progress())
    with pytest.raises(OfficeStartNiet):
        nergens.convert(_word(map_ / "0" / "goed.docx"), map_, Progress())


@GEEN_WINDOWS
@pytest.mark.parametrize("regels", [("exit 1",), ("kill -SEGV $$",), ("exit 0",)])
def test_a_libreoffice_that_crashes_or_makes_nothing_is_told(map_: Path, regels: tuple[str, ...]) -> None:
    with pytest.raises(OmzettenMislukt, match=r"plan\.docx"):
        Office(programma=een_programma(map_, *regels)).convert(_word(map_ / "0" / "plan.docx"), map_, Progress())


def _leeft(kind: Path) -> bool:
    """Tell whether a process goes on: one that was ended may take a moment to be gone."""
    try:
        proces = os.pidfd_open(int(kind.read_text()))
    except ProcessLookupError:
        return False
    try:
        return not select([proces], [], [], 10)[0]
    finally:
        os.close(proces)


@GEEN_WINDOWS
def test_a_libreoffice_that_hangs_is_ended_with_all_it_started(map_: Path) -> None:
    traag = een_programma(map_, "sleep 600 &", f"echo $! > '{map_ / 'kind'}'", "wait")
    with pytest.raises(OmzettenDuurtTeLang, match=r"plan\.docx"):
        Office(programma=traag, tijdslimiet=0.5).convert(_word(map_ / "0" / "plan.docx"), map_, Progress())
    assert not _leeft(map_ / "kind")


@GEEN_WINDOWS
def test_the_user_can_stop_it_at_once(map_: Path) -> None:
    traag = een_programma(map_, "sleep 600 &", f"echo $! > '{map_ / 'kind'}'", "wait")
    bezig: list[str] = []

    def stap(wat: str, _gedaan: int, _totaal: int) -> None:
        bezig.append(wat)

    progress = Progress(stap, lambda: bool(bezig) and (map_ / "kind").exists())
    with pytest.raises(Onderbroken):
        Office(programma=traag).convert(_word(map_ / "0" / "plan.docx"), map_, progress)
    assert set(bezig) == {"plan.docx omzetten"}


@GEEN_WINDOWS
def test_nothing_of_the_file_leaves_the_private_folder(map_: Path) -> None:
    kijkt = een_programma(map_, f"env > '{map_ / 'env'}'", f"echo \"$@\" > '{map_ / 'args'}'")
    with pytest.raises(OmzettenMislukt):
        Office(programma=kijkt).convert(_word(map_ / "0" / "plan.docx"), map_, Progress())
    omgeving = dict(regel.split("=", 1) for regel in (map_ / "env").read_text().splitlines() if "=" in regel)
    assert {omgeving[naam] for naam in ("TMPDIR", "TEMP", "TMP")} == {str(map_ / "tijdelijk")}
    assert omgeving["https_proxy"] == "http://127.0.0.1:9"
    assert f"-env:UserInstallation={(map_ / 'profiel').as_uri()}" in (map_ / "args").read_text()
