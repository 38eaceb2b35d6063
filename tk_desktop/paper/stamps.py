"""The line at the foot of every page of a set: its letters, its place on the page as seen, its marks."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont, TTLibError
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from tk_desktop.base.errors import TkError

CORPS = 8.0
_MM = 72 / 25.4
HOOGTE = 4.8 * _MM
"""From the lower edge of the page to the line: below the page number of a sender, above what no printer reaches."""

_A4 = 842.0
_KANT = 5 * _MM
_TUSSEN = 14.0
_GRIJS = b"0.3 g"
_VERVANGER = "?"
_DAG = 3_660_000_000
"""A fixed moment for the font that is cut; fonts count seconds from 1904."""

Matrix = tuple[float, float, float, float, float, float]
Rect = tuple[float, float, float, float]


class LetterOnbruikbaar(TkError):
    """The font file for the line at the foot cannot be read."""

    code = "TK-P10"
    melding = "Lettertype ‘{bestand}’ kan niet worden gebruikt voor de paginanummers."
    veilig = "Uw vergadering is niet veranderd."
    advies = "Kies een andere huisstijl of zet het lettertype (een .ttf-bestand) terug."


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A font in a PDF, cut down to the signs that are used."""

    font: Object
    glyphs: dict[str, int]
    widths: dict[int, int]

    def codes(self, tekst: str) -> bytes:
        """Return the text as a PDF string of glyph numbers."""
        return b"<" + b"".join(b"%04X" % self._glyph(teken) for teken in tekst) + b">"

    def width(self, tekst: str) -> float:
        """Return the width of the text at size 1."""
        return sum(self.widths[self._glyph(teken)] for teken in tekst) / 1000

    def _glyph(self, teken: str) -> int:
        return self.glyphs.get(teken, self.glyphs.get(_VERVANGER, 0))


def embed(pdf: Pdf, bestand: Path, tekens: Iterable[str]) -> Letter:
    """Put the part of a TrueType font that ``tekens`` needs into ``pdf``; a sign it lacks becomes a question mark."""
    nodig = sorted(set("".join(tekens)) | {_VERVANGER})
    try:
        gegevens, kaart, breedtes, maten = _cut_file(bestand, "".join(nodig))
    except (OSError, TTLibError, KeyError) as fout:
        raise LetterOnbruikbaar(bestand=bestand.name) from fout
    return Letter(font=_font(pdf, gegevens, kaart, breedtes, dict(maten)), glyphs=kaart, widths=breedtes)


@lru_cache(maxsize=32)
def _cut_file(bestand: Path, tekens: str) -> tuple[bytes, dict[str, int], dict[int, int], dict[str, Any]]:
    """Cut a font once for the same signs: a set for each item or a zip stamps many papers with the same ones."""
    with TTFont(BytesIO(bestand.read_bytes()), recalcTimestamp=False, lazy=True) as letter:
        return _cut(letter, list(tekens))


def _cut(letter: TTFont, nodig: list[str]) -> tuple[bytes, dict[str, int], dict[int, int], dict[str, Any]]:
    opties = subset.Options(
        layout_features=[], notdef_outline=True, hinting=False, legacy_kern=False, name_IDs=[], glyph_names=False
    )
    opties.drop_tables += ["GSUB", "GPOS", "GDEF", "kern", "post", "OS/2", "FFTM", "DSIG", "name", "gasp", "morx"]
    snijder = subset.Subsetter(opties)
    bekend = letter.getBestCmap()
    snijder.populate(unicodes=[ord(teken) for teken in nodig if ord(teken) in bekend])
    eenheid = letter["head"].unitsPerEm
    hhea, head, post = letter["hhea"], letter["head"], letter["post"]
    maten: dict[str, Any] = {
        "Ascent": round(hhea.ascent * 1000 / eenheid),
        "Descent": round(hhea.descent * 1000 / eenheid),
        "FontBBox": [round(maat * 1000 / eenheid) for maat in (head.xMin, head.yMin, head.xMax, head.yMax)],
        "ItalicAngle": round(post.italicAngle),
        "naam": letter["name"].getDebugName(6) or "Letter",
    }
    snijder.subset(letter)
    uit = BytesIO()
    letter["head"].created = letter["head"].modified = _DAG
    letter.save(uit)
    namen = letter.getBestCmap()
    kaart = {teken: letter.getGlyphID(namen[ord(teken)]) for teken in nodig if ord(teken) in namen}
    hmtx = letter["hmtx"]
    breedtes = {nummer: round(hmtx[naam][0] * 1000 / eenheid) for nummer, naam in enumerate(letter.getGlyphOrder())}
    return uit.getvalue(), kaart, breedtes, maten


def _font(pdf: Pdf, gegevens: bytes, kaart: dict[str, int], breedtes: dict[int, int], maten: dict[str, Any]) -> Object:
    naam = Name(f"/TKSTMP+{maten.pop('naam')}")
    beschrijving = Dictionary(
        Type=Name.FontDescriptor,
        FontName=naam,
        Flags=4,
        CapHeight=700,
        StemV=80,
        FontFile2=pdf.make_indirect(pdf.make_stream(gegevens, Length1=len(gegevens))),
    )
    for sleutel, waarde in maten.items():
        beschrijving[f"/{sleutel}"] = Array(waarde) if isinstance(waarde, list) else waarde
    afstammeling = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=naam,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        CIDToGIDMap=Name.Identity,
        FontDescriptor=pdf.make_indirect(beschrijving),
        W=Array([0, Array([breedtes[nummer] for nummer in sorted(breedtes)])]),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=naam,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(afstammeling)]),
            ToUnicode=pdf.make_stream(_to_unicode(kaart)),
        )
    )


def _to_unicode(kaart: dict[str, int]) -> bytes:
    regels = [
        f"<{nummer:04X}> <{teken.encode('utf-16-be').hex().upper()}>"
        for teken, nummer in sorted(kaart.items(), key=lambda paar: paar[1])
    ]
    blokken = [regels[begin : begin + 100] for begin in range(0, len(regels), 100)]
    tabel = "\n".join(f"{len(blok)} beginbfchar\n" + "\n".join(blok) + "\nendbfchar" for blok in blokken)
    return _CMAP.format(tabel=tabel).encode("ascii")


_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{tabel}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vlak:
    """A page as the reader sees it: its width and height, and how a place on it is written in the file."""

    breedte: float
    hoogte: float
    matrix: Matrix
    eenheid: float = 1.0

    @classmethod
    def of(cls, page: Object) -> "Vlak":
        """Measure a page: the part of the MediaBox inside the CropBox, turned by Rotate, in units of UserUnit."""
        media = _box(page.get("/MediaBox")) or (0.0, 0.0, 595.0, 842.0)
        crop = _box(page.get("/CropBox")) or media
        x0, y0, x1, y1 = (
            max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3])
        )  # fmt: skip
        if x1 <= x0 or y1 <= y0:
            x0, y0, x1, y1 = media
        draai = page.get("/Rotate", 0)
        kwart = int(draai) // 90 % 4 if isinstance(draai, int | Decimal) else 0
        gezien: tuple[float, float, Matrix] = (
            (x1 - x0, y1 - y0, (1, 0, 0, 1, x0, y0)),
            (y1 - y0, x1 - x0, (0, 1, -1, 0, x1, y0)),
            (x1 - x0, y1 - y0, (-1, 0, 0, -1, x1, y1)),
            (y1 - y0, x1 - x0, (0, -1, 1, 0, x0, y1)),
        )[kwart]
        eenheid = page.get("/UserUnit", 1)
        return cls(
            breedte=gezien[0],
            hoogte=gezien[1],
            matrix=gezien[2],
            eenheid=float(eenheid) if isinstance(eenheid, int | Decimal) and eenheid > 0 else 1.0,
        )

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return where a place as seen, from the lower left corner, stands in the file."""
        a, b, c, d, e, f = self.matrix
        return a * x + c * y + e, b * x + d * y + f

    def seen(self, x: float, y: float) -> tuple[float, float]:
        """Return where a place in the file is seen; the inverse of ``place``."""
        a, b, c, d, e, f = self.matrix
        return a * (x - e) + b * (y - f), c * (x - e) + d * (y - f)

    def rect(self, x0: float, y0: float, x1: float, y1: float) -> Rect:
        """Return a rectangle as seen as it stands in the file."""
        (ax, ay), (bx, by) = self.place(x0, y0), self.place(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """The line on one page: where it and the word that leads back stand, and how large."""

    vlak: Vlak
    corps: float
    x: float
    y: float
    x_terug: float
    einde_terug: float

    @property
    def terugvak(self) -> Rect:
        """The area that can be clicked."""
        lucht = self.corps * 0.35
        return self.vlak.rect(
            self.x_terug - lucht, max(0.0, self.y - lucht), self.einde_terug + lucht, self.y + self.corps + lucht / 2
        )


def lay_out(vlak: Vlak, letter: Letter, tekst: str, terug: str = "") -> Regel:
    """Centre the line at the foot of the page; it shrinks or moves aside where the page is too narrow for it.

    On a page larger than A4 it is larger, so that it can be read when that page is printed on A4.
    """
    maat = max(1.0, max(vlak.breedte, vlak.hoogte) * vlak.eenheid / _A4) / vlak.eenheid
    corps = CORPS * maat
    kant = min(_KANT * maat, vlak.breedte * 0.05)
    ruim = vlak.breedte - 2 * kant
    tussen = _TUSSEN * maat if terug else 0.0
    geheel = letter.width(tekst) * corps + tussen + letter.width(terug) * corps
    schaal = min(1.0, ruim / geheel, vlak.hoogte * 0.1 / corps) if geheel > 0 else 1.0
    corps, tussen, geheel = corps * schaal, tussen * schaal, geheel * schaal
    breed = letter.width(tekst) * corps
    x = min((vlak.breedte - breed) / 2, vlak.breedte - kant - geheel)
    return Regel(
        vlak=vlak,
        corps=corps,
        x=x,
        y=min(HOOGTE * maat, vlak.hoogte * 0.1),
        x_terug=x + breed + tussen,
        einde_terug=x + geheel,
    )


def line(regel: Regel, letter: Letter, lettertype: str, tekst: str) -> bytes:
    """Return the drawing of the line, as an artifact that readers aloud pass over."""
    tekening = text(regel, letter, lettertype, tekst)
    return b"/Artifact <</Type /Pagination /Subtype /Footer>> BDC\nq " + tekening + b" Q\nEMC\n"


def way_back(regel: Regel, letter: Letter, lettertype: str, tekst: str) -> bytes:
    """Return the drawing of the word that leads back, as marked content 0."""
    return b"/Link <</MCID 0>> BDC\nq " + text(regel, letter, lettertype, tekst, x=regel.x_terug) + b" Q\nEMC\n"


def text(
    regel: Regel, letter: Letter, lettertype: str, tekst: str, *, x: float | None = None, kleur: bytes = _GRIJS
) -> bytes:
    """Return the drawing of words at the height of a line, from where it begins or from ``x`` on."""
    a, b, c, d, _, _ = regel.vlak.matrix
    e, f = regel.vlak.place(regel.x if x is None else x, regel.y)
    getallen = b"%d %d %d %d %.2f %.2f" % (a, b, c, d, e, f)
    kies = b" BT %s %.2f Tf " % (lettertype.encode("ascii"), regel.corps)
    return kleur + kies + getallen + b" Tm " + letter.codes(tekst) + b" Tj ET"


class Drukker:
    """Puts drawings on pages, over what is there and safe from whatever that leaves behind."""

    def __init__(self, pdf: Pdf, letter: Letter) -> None:
        self._pdf = pdf
        self._letter = letter
        self._open = pdf.make_stream(b"q\n")

    def print_line(self, page: Object, regel: Regel, tekst: str) -> None:
        """Put the line on a page."""
        self.print_over(page, line(regel, self._letter, self.name_letter(page), tekst))

    def name_letter(self, page: Object) -> str:
        """Give the letter a name on a page, and return that."""
        return _named(_part(_part(page, "/Resources"), "/Font"), "/TKStempel", self._letter.font)

    def print_way_back(self, page: Object, regel: Regel, tekst: str) -> Object:
        """Put the word that leads back on a page, and return the form that holds it."""
        vorm = self._pdf.make_stream(
            way_back(regel, self._letter, "/TKStempel", tekst),
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([round(getal, 2) for getal in regel.terugvak]),
            Resources=Dictionary(Font=Dictionary(TKStempel=self._letter.font)),
        )
        naam = _named(_part(_part(page, "/Resources"), "/XObject"), "/TKTerug", vorm)
        self.print_over(page, naam.encode("ascii") + b" Do\n")
        return vorm

    def print_over(self, page: Object, tekening: bytes) -> None:
        """Put a drawing on a page, over all that is there."""
        inhoud = page.get("/Contents")
        stromen = inhoud.as_list() if isinstance(inhoud, Array) else [inhoud]
        oud = [stroom for stroom in stromen if isinstance(stroom, Stream)]
        if not oud:
            page.Contents = self._pdf.make_stream(tekening)
        elif oud[0].objgen == self._open.objgen:
            page.Contents = Array([*oud, self._pdf.make_stream(tekening)])
        else:
            page.Contents = Array([self._open, *oud, self._pdf.make_stream(b"\nQ\n" + tekening)])


def _part(ding: Object, sleutel: str) -> Object:
    """Return the dictionary a dictionary holds, made when it is not there."""
    deel: Object | None = ding.get(sleutel)
    if not isinstance(deel, Dictionary):
        ding[sleutel] = Dictionary()
        deel = ding[sleutel]
    return deel


def _named(bron: Object, naam: str, ding: Object) -> str:
    """Give ``ding`` a name among the resources of a page; a set that was received may have taken the usual one."""
    vrij, nummer = naam, 0
    while vrij in bron and bron[vrij].objgen != ding.objgen:
        nummer += 1
        vrij = f"{naam}{nummer}"
    bron[vrij] = ding
    return vrij


def _box(waarde: Object | None) -> Rect | None:
    if not isinstance(waarde, Array) or len(waarde) != 4:
        return None
    ruw: list[object] = list(waarde.as_list())
    getallen = [float(getal) for getal in ruw if isinstance(getal, int | Decimal)]
    if len(getallen) != 4:
        return None
    x0, y0, x1, y1 = getallen
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
