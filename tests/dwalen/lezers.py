"""Every reader of bytes from outside, with a good example to stray from; it answers with a value or a ``TkError``.

A reader of parts of a bundle may say ``Vormfout``: whoever asked tells the user. PDFs are not here: pdfium is another
program, reads in a process of its own, and is tried with the files of ``make corpus``.
"""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import xlsxwriter

from tests.intake.kerntaaktekst import PAPIER
from tests.intake.msgbouwer import een_msg
from tests.intake.programmatekst import RAPPORT
from tests.papier import a_paper
from tk_desktop.base.errors import TkError
from tk_desktop.base.paths import resources
from tk_desktop.domain.actieregel import lees_actieregel
from tk_desktop.domain.bedrag import lees_bedrag
from tk_desktop.domain.begroting import Bedragsoort, lees_regelbedrag
from tk_desktop.domain.bewerking import lees_regel, schrijf_regel
from tk_desktop.domain.datum import lees_datum, lees_tijden
from tk_desktop.domain.datuminvoer import lees_dag, lees_klok
from tk_desktop.domain.geheimvoorstel import lees_oplegging
from tk_desktop.domain.opmaak import lees, schrijf
from tk_desktop.domain.projectdatum import lees_projectdatum
from tk_desktop.domain.projectschaal import lees_schaal
from tk_desktop.exchange.bundel import lees_bundel
from tk_desktop.exchange.canoniek import Vormfout
from tk_desktop.exchange.manifest import lees_manifest
from tk_desktop.exchange.postbus.adres import lees_adres
from tk_desktop.exchange.postbus.bus import read_kenmerk
from tk_desktop.exchange.postbus.melding import lees_melding
from tk_desktop.exchange.roosterdocument import lees_document
from tk_desktop.exchange.segment import lees_kop, lees_stukdeel
from tk_desktop.intake.agendacsv import lees_agendalijst
from tk_desktop.intake.bericht_eml import lees_eml
from tk_desktop.intake.bericht_msg import lees_msg
from tk_desktop.intake.berichtdelen import tekst_van_html
from tk_desktop.intake.berichtplak import bericht_van_tekst
from tk_desktop.intake.berichttekst import eigen_tekst
from tk_desktop.intake.cijfertekst import vind_tabellen
from tk_desktop.intake.herstel import herstel
from tk_desktop.intake.ics import lees_ics
from tk_desktop.intake.indeling import lees_indeling
from tk_desktop.intake.kerntaken import lees_kerntaken
from tk_desktop.intake.ledenlijst import lees_leden
from tk_desktop.intake.notitieinname import Leespapier
from tk_desktop.intake.plakken import lees_html, lees_kaal, lees_platte_tekst
from tk_desktop.intake.programma import lees_programma
from tk_desktop.intake.tekst import herstelde_regels, lees_tekst
from tk_desktop.intake.w3c import read_w3c
from tk_desktop.intake.zipbestand import lees_zip
from tk_desktop.paper.sheet_reading import read_sheets
from tk_desktop.paper.word_reading import lees_word

_NU = datetime(2026, 6, 4, 9, 0, tzinfo=UTC)
_DATA = Path(__file__).parents[1] / "data"
_BUNDELS = tuple(pad.read_bytes() for pad in sorted((_DATA / "bundels").glob("*.tkb")))
_MAP = TemporaryDirectory(prefix="dwalen-")
_PAPIER = Path(_MAP.name) / "nota.pdf"
_PAPIER.write_bytes(a_paper(["De oever verzakt.", "De brug blijft open."]))
BEWAARD = _DATA / "dwalen"
"""What was reached before, in a folder for each reader; in ``vondsten`` what an error came out of."""

_VANDAAG = _NU.date()
_SJABLOON = resources() / "layouts" / "waterschap.toml"


class Ongelijk(AssertionError):
    """A value that is not itself after it was written and read again."""


@dataclass(frozen=True, slots=True)
class Lezer:
    """One reader: what it does with bytes, and the examples it begins with."""

    lees: Callable[[bytes], object]
    zaden: tuple[bytes, ...]

    def probeer(self, gegevens: bytes) -> None:
        """Let it read these bytes; a refusal is an answer, any other error comes out."""
        try:
            self.lees(gegevens)
        except (TkError, Vormfout):
            return


def _bestand(naam: str, lees: Callable[[Path], object]) -> Callable[[bytes], object]:
    """Return what lets a reader of files read bytes under this name."""

    def doe(gegevens: bytes) -> object:
        with TemporaryDirectory() as map_:
            pad = Path(map_) / naam
            pad.write_bytes(gegevens)
            return lees(pad)

    return doe


def _tekst(lees: Callable[[str], object]) -> Callable[[bytes], object]:
    return lambda gegevens: lees(gegevens.decode("utf-8", "replace"))


def _in_een_pak(
    pak: bytes, deel: str, naam: str, lees: Callable[[Path], object]
) -> tuple[Callable[[bytes], object], bytes]:
    """Return what lets the bytes be one part of a package, and that part as it was."""
    met: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(pak)) as archief:
        met.update((een, archief.read(een)) for een in archief.namelist())

    def verpakt(gegevens: bytes) -> bytes:
        uit = io.BytesIO()
        with zipfile.ZipFile(uit, "w") as archief:
            for een, inhoud in met.items():
                archief.writestr(een, gegevens if een == deel else inhoud)
        return uit.getvalue()

    kaal = _bestand(naam, lees)
    return (lambda gegevens: kaal(verpakt(gegevens))), met[deel]


_STIJLZAAD = b"""<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="ListNumber"><w:name w:val="List Number"/><w:basedOn w:val="Normal"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>"""


def _word() -> bytes:
    document = docx.Document()
    document.add_heading("De oevers", 1)
    document.add_paragraph("Kort gezegd", style="List Number")
    document.add_paragraph("En lang", style="List Bullet")
    tabel = document.add_table(2, 2)
    tabel.cell(0, 0).text, tabel.cell(1, 1).text = "Kop", "1.234"
    tabel.cell(0, 0).merge(tabel.cell(0, 1))
    uit = io.BytesIO()
    document.save(uit)
    kaal = io.BytesIO()
    with zipfile.ZipFile(uit) as vol, zipfile.ZipFile(kaal, "w", zipfile.ZIP_DEFLATED) as archief:
        for een in vol.namelist():
            archief.writestr(een, _STIJLZAAD if een == "word/styles.xml" else vol.read(een))
    return kaal.getvalue()


def _werkboek() -> bytes:
    uit = io.BytesIO()
    with xlsxwriter.Workbook(uit, {"in_memory": True}) as boek:
        blad = boek.add_worksheet("Lasten")
        blad.write_row(0, 0, ["Post", "Begroot", "Besteed"])
        blad.write_row(1, 0, ["Oevers", 1000, 250.5])
        blad.write_formula(2, 1, "=SUM(B2:B2)", None, 1000)
    return uit.getvalue()


def _zip() -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as archief:
        archief.writestr("map/Brief.txt", "Geachte leden")
        archief.writestr("Agenda.docx", b"PK")
    return uit.getvalue()


def _bericht() -> bytes:
    with TemporaryDirectory() as map_:
        pad = een_msg(Path(map_) / "a.msg", onderwerp="Afmelding", tekst="Ik ben er niet.", bijlagen=(("a.txt", b"a"),))
        return pad.read_bytes()


def _zelfde_opmaak(tekst: str) -> None:
    geschreven = schrijf(lees(tekst))
    if schrijf(lees(geschreven)) != geschreven:
        raise Ongelijk


def _zelfde_regel(gegevens: bytes) -> None:
    try:
        bewerking = lees_regel("open", gegevens)
    except ValueError:
        return
    if schrijf_regel(bewerking) != gegevens:
        raise Ongelijk


def _programma(tekst: str) -> None:
    regels = herstelde_regels(tekst)
    tabellen = vind_tabellen(regels)
    lees_programma(regels, tabellen)
    lees_kerntaken(regels, tabellen)


def _noten(pad: Path) -> object:
    papier = Leespapier(sleutel="nota", agendapunt_id="oever", versie="0" * 64, pad=_PAPIER)
    return read_w3c(pad, "v1", (papier,), moment=_NU)


def _geplakt(tekst: str) -> None:
    for lezer in (lees_platte_tekst, lees_kaal):
        lezer(tekst)


def _bericht_van(tekst: str) -> None:
    lees_eml(bericht_van_tekst(tekst))
    eigen_tekst("Roos", "roos@waterkant.example", "FW: stukken", tekst)
    tekst_van_html(tekst)


def _getypt(tekst: str) -> None:
    """Read what one types in a field; each refuses on its own."""
    for lees_veld in _VELDEN:
        try:
            lees_veld(tekst)
        except TkError:
            continue


def _bundel(pad: Path) -> None:
    with lees_bundel(pad):
        pass


def _bundeldelen(gegevens: bytes) -> None:
    for lees_deel in (lees_manifest, lees_kop, lees_stukdeel, lees_document, lees_melding, _kenmerk):
        try:
            lees_deel(gegevens)
        except (TkError, Vormfout):
            continue


def _kenmerk(gegevens: bytes) -> None:
    read_kenmerk(gegevens, "map")


def _stukken() -> tuple[bytes, ...]:
    """Return the parts of our own bundles, as they stand in them."""
    uit = []
    for bundel in _BUNDELS:
        with zipfile.ZipFile(io.BytesIO(bundel)) as archief:
            uit += [archief.read(een) for een in archief.namelist()]
    return tuple(een for een in uit if len(een) < 4096)


_VELDEN: tuple[Callable[[str], object], ...] = (
    partial(lees_actieregel, vandaag=_VANDAAG),
    partial(lees_dag, vandaag=_VANDAAG),
    partial(lees_oplegging, dag=_VANDAAG),
    partial(lees_regelbedrag, Bedragsoort.BEGROTING),
    lees_klok,
    lees_datum,
    lees_tijden,
    lees_bedrag,
    lees_projectdatum,
    lees_schaal,
    lees_adres,
)


_WORD, _WERKBOEK = _word(), _werkboek()
_DOCUMENT, _DOCUMENTZAAD = _in_een_pak(_WORD, "word/document.xml", "Nota.docx", lees_word)
_NUMMERS, _NUMMERZAAD = _in_een_pak(_WORD, "word/numbering.xml", "Nota.docx", lees_word)
_STIJLEN, _ = _in_een_pak(_WORD, "word/styles.xml", "Nota.docx", lees_word)
_BLAD, _BLADZAAD = _in_een_pak(_WERKBOEK, "xl/worksheets/sheet1.xml", "Geld.xlsx", read_sheets)
_EML = b"""From: Roos van Dalen <roos@waterkant.example>\r
To: secretariaat@waterkant.example\r
Subject: =?utf-8?q?Caf=C3=A9?=\r
Date: Mon, 1 Jun 2026 09:00:00 +0200\r
MIME-Version: 1.0\r
Content-Type: multipart/mixed; boundary=b\r
\r
--b\r
Content-Type: text/plain\r
\r
Ik kom niet.\r
--b\r
Content-Type: application/octet-stream; name=a.txt\r
Content-Transfer-Encoding: base64\r
Content-Disposition: attachment; filename=a.txt\r
\r
YQ==\r
--b--\r
"""
_ICS = b"""BEGIN:VCALENDAR\r
VERSION:2.0\r
BEGIN:VEVENT\r
UID:a\r
DTSTART;TZID=Europe/Amsterdam:20260311T093000\r
DTEND:20260311T103000Z\r
SUMMARY:Overleg\\, lang\r
STATUS:CANCELLED\r
RRULE:FREQ=MONTHLY\r
END:VEVENT\r
END:VCALENDAR\r
"""
_W3C = b"""[{"@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:x", "type": "Annotation",
"motivation": "commenting", "body": [{"type": "TextualBody", "value": "Waarom?"}], "target": {"source": "urn:sha256:00",
"selector": [{"type": "TextQuoteSelector", "exact": "oever", "prefix": "de "}]}}]"""
_REGEL = b'["a-1","2026-06-04T09:00:00.000-0000","punten","p1","titel","Oevers"]\t[]'


LEZERS: dict[str, Lezer] = {
    "word": Lezer(_DOCUMENT, (_DOCUMENTZAAD,)),
    "wordnummers": Lezer(_NUMMERS, (_NUMMERZAAD,)),
    "wordstijlen": Lezer(_STIJLEN, (_STIJLZAAD,)),
    "wordpak": Lezer(_bestand("Nota.docx", lees_word), (_WORD,)),
    "werkblad": Lezer(_BLAD, (_BLADZAAD,)),
    "eml": Lezer(lees_eml, (_EML,)),
    "msg": Lezer(lees_msg, (_bericht(),)),
    "zip": Lezer(_bestand("Stukken.zip", lambda pad: lees_zip(pad, pad.parent / "uit")), (_zip(),)),
    "ics": Lezer(_bestand("jaar.ics", lees_ics), (_ICS,)),
    "agendalijst": Lezer(_bestand("agenda.csv", lees_agendalijst), (b"nr;titel;duur\n1;Opening;5\n2a;Oevers;10\n",)),
    "leden": Lezer(_tekst(lambda tekst: lees_leden(tekst, "leden.csv")), (b"naam;rol\nRoos van Dalen;lid\n",)),
    "indeling": Lezer(_bestand("eigen.toml", lees_indeling), (_SJABLOON.read_bytes(),)),
    "w3c": Lezer(_bestand("noten.jsonld", _noten), (_W3C,)),
    "tekst": Lezer(_tekst(lees_tekst), (b"Agenda\n1. Opening\n2. Oevers\n", RAPPORT.encode())),
    "herstel": Lezer(_tekst(herstel), (b"vergadering van 4 maart\n",)),
    "tabellen": Lezer(_tekst(lambda tekst: vind_tabellen(herstelde_regels(tekst))), (RAPPORT.encode(),)),
    "programma": Lezer(_tekst(_programma), (RAPPORT.encode(), PAPIER.encode())),
    "html": Lezer(_tekst(lees_html), (b"<ol><li>Een<li>Twee</ol><table><tr><td colspan=2>a<td>b</table><b>c</b>",)),
    "plaktekst": Lezer(_tekst(_geplakt), (b"1. Een\n2. Twee\n\na\tb\nc\td\n",)),
    "berichttekst": Lezer(
        _tekst(_bericht_van), (b"Van: Roos\nVerzonden: 1 juni 2026\n\nIk kom niet.\n\n> van eerder",)
    ),
    "opmaak": Lezer(_tekst(_zelfde_opmaak), (b"**vet** *schuin* [link](https://a.example)\n\n1. een\n\n|a|b|\n",)),
    "invoer": Lezer(
        _tekst(_getypt), (b"!Roos: belt op 4 maart", b"woensdag 4 maart 2026", b"\xe2\x82\xac 35.000,-", b"9.30")
    ),
    "bewerking": Lezer(_zelfde_regel, (_REGEL,)),
    "bundel": Lezer(_bestand("a.tkb", _bundel), _BUNDELS),
    "bundeldelen": Lezer(_bundeldelen, _stukken()),
}
"""By name; a name is also that of the folder in which what it strayed to is kept."""
