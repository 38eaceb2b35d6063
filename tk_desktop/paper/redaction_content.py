"""Taking letters out of a drawing of a PDF: what stands under a mark goes, what stands beside it keeps its place.

Every operator is known here or the page is not cleaned at all (``Onzeker``): a page of which one thing is not
understood becomes a picture. Of what is left out nothing remains but how wide it was, in tenths of the letter size.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pikepdf
from pikepdf import (
    Array,
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Dictionary,
    Name,
    Object,
    Operator,
    Pdf,
    Stream,
    String,
)

from tk_desktop.paper.bladtekst import Kader
from tk_desktop.paper.places import word
from tk_desktop.paper.redaction_fonts import Gebruik, Lettertype, Onzeker
from tk_desktop.paper.redaction_geometry import (
    EENHEID,
    Matrix,
    Omtrek,
    box_of,
    matrix_of,
    number,
    shared,
    times,
    within,
)
from tk_desktop.paper.redaction_names import plain_tag

Opdracht = ContentStreamInstruction | ContentStreamInlineImage | tuple[list[Any], Operator]
_GERAAKT = 0.2
"""The share of a letter under a mark from which it goes."""
_AFRONDING = 100
"""The width of what went is told in tenths of the size: its exact width would tell which letters it can have been."""
_DIEPST = 12

_PAD = frozenset(("m", "l", "c", "v", "y", "re", "h"))
_SCHILDERT = frozenset(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*"))
_TOONT = frozenset(("Tj", "TJ", "'", '"'))
_MERKT = frozenset(("BMC", "MP", "BDC", "DP"))
_MATEN = {"Tc": "teken", "Tw": "woord", "Tz": "breed", "TL": "regel", "Ts": "hoog"}
_ALS_VORM = 4
"""From this way of showing on, letters are the shape to draw within."""
_RUSTIG = "w J j M d ri i CS cs SC sc G g RG rg K k ET EMC BX EX sh"
_ZONDER_INHOUD = frozenset(_RUSTIG.split())  # draw no letters, and are written again


@dataclass(slots=True)
class _Stand:
    """The state of drawing that ``q`` keeps and ``Q`` gives back."""

    ctm: Matrix
    font: Lettertype | None = None
    naam: tuple[int, int] = (0, 0)
    maat: float = 0.0
    teken: float = 0.0
    woord: float = 0.0
    breed: float = 1.0
    regel: float = 0.0
    hoog: float = 0.0
    patroon: bool = False


class Inhoudschoner:
    """Cleans the drawing of one page; raises ``Onzeker`` where something in it is not understood."""

    def __init__(self, pdf: Pdf, vlakken: Sequence[Kader], gebruik: Gebruik) -> None:
        """``vlakken`` are the marks in the coordinates of the page itself."""
        self._pdf = pdf
        self._vlakken = vlakken
        self._gebruik = gebruik
        self._letters: dict[tuple[int, int], Lettertype] = {}

    def clean_page(self, page: Object) -> None:
        """Write the page again without what stands under the marks."""
        bronnen = _eigen_bronnen(page)
        opdrachten = self._clean(page, bronnen, EENHEID, 0)
        page.Resources = bronnen
        page.Contents = self._pdf.make_stream(pikepdf.unparse_content_stream(opdrachten))

    def look(self, page: Object) -> None:
        """Note which letters the page shows, and leave it as it is."""
        self._clean(page, _eigen_bronnen(page), EENHEID, 0)

    def _clean(self, houder: Object, bronnen: Object, ctm: Matrix, diepte: int) -> list[Opdracht]:
        if diepte > _DIEPST:
            raise Onzeker
        werk = _Werk(self._pdf, self._vlakken, self._gebruik, self._letters, self._form)
        return _Loop(werk, bronnen, ctm, diepte).run(houder)

    def _form(self, vorm: Stream, bronnen: Object, ctm: Matrix, diepte: int) -> Stream:
        """Return a drawing within the drawing, cleaned, as an object of its own."""
        eigen = _eigen_bronnen(vorm) if "/Resources" in vorm else bronnen
        inhoud = pikepdf.unparse_content_stream(self._clean(vorm, eigen, ctm, diepte + 1))
        nieuw = self._pdf.make_stream(inhoud)
        for sleutel in ("/Type", "/Subtype", "/BBox", "/Matrix", "/Group", "/StructParents"):
            if sleutel in vorm:
                nieuw[sleutel] = vorm[sleutel]
        nieuw.Resources = eigen
        return nieuw


@dataclass(frozen=True, slots=True)
class _Werk:
    """What all drawings of one page share: the marks, the fonts that were met, and what cleans a drawing within."""

    pdf: Pdf
    vlakken: Sequence[Kader]
    gebruik: Gebruik
    letters: dict[tuple[int, int], Lettertype]
    form: Callable[[Stream, Object, Matrix, int], Stream]


class _Loop:
    """One way through one drawing."""

    def __init__(self, werk: _Werk, bronnen: Object, ctm: Matrix, diepte: int) -> None:
        self._werk = werk
        self._bronnen = bronnen
        self._diepte = diepte
        self._stand = _Stand(ctm=ctm)
        self._stapel: list[_Stand] = []
        self._tm = self._tlm = EENHEID
        self._omtrek = Omtrek()
        self._uit: list[Opdracht] = []

    def run(self, houder: Object) -> list[Opdracht]:
        """Return the operators of the drawing, cleaned."""
        try:
            opdrachten = list(pikepdf.parse_content_stream(houder))
        except (pikepdf.PdfError, UnicodeDecodeError) as fout:
            raise Onzeker from fout
        for opdracht in opdrachten:
            if isinstance(opdracht, ContentStreamInlineImage):
                if self._raakt(box_of(self._stand.ctm, ((0, 0), (1, 0), (0, 1), (1, 1)))):
                    raise Onzeker
                self._uit.append(opdracht)
                continue
            self._doe(str(opdracht.operator), list(opdracht.operands), opdracht)
        return self._uit

    def _doe(self, naam: str, delen: list[Any], opdracht: Opdracht) -> None:
        """Follow one operator, and write what remains of it."""
        if naam in _TOONT:
            self._toon(naam, delen, opdracht)
            return
        if naam in _PAD:
            self._pad(naam, delen)
        elif naam in _SCHILDERT:
            opdracht = self._schilder(opdracht)
        elif naam in ("W", "W*"):
            self._knip()
        elif naam in _MERKT:
            opdracht = self._merk(naam, delen)
        elif naam == "Do":
            opdracht = self._teken(delen, opdracht)
        elif naam not in _ZONDER_INHOUD and not self._toestand(naam, delen) and not self._tekst(naam, delen):
            raise Onzeker
        self._uit.append(opdracht)

    def _toestand(self, naam: str, delen: list[Any]) -> bool:
        """Follow what sets how is drawn; tells whether this is such an operator."""
        match naam:
            case "q":
                self._stapel.append(replace(self._stand))
            case "Q":
                if not self._stapel:
                    raise Onzeker
                self._stand = self._stapel.pop()
            case "cm":
                self._stand.ctm = times(matrix_of(delen), self._stand.ctm)
            case "gs":
                self._lees_toestand(delen)
            case "scn" | "SCN":
                self._stand.patroon |= bool(delen) and isinstance(delen[-1], Name)
            case "n":
                self._sluit(weg=not self._omtrek.knipt)
            case "Tr":
                if number(delen, 0) >= _ALS_VORM:
                    raise Onzeker
            case _:
                return False
        return True

    def _tekst(self, naam: str, delen: list[Any]) -> bool:
        """Follow what sets or moves text; tells whether this is such an operator."""
        if naam in _MATEN:
            setattr(self._stand, _MATEN[naam], number(delen, 0) / (100 if naam == "Tz" else 1))
            return True
        match naam:
            case "BT":
                self._tm = self._tlm = EENHEID
            case "Tf":
                self._kies(delen)
            case "Td" | "TD":
                if naam == "TD":
                    self._stand.regel = -number(delen, 1)
                self._ga(number(delen, 0), number(delen, 1))
            case "Tm":
                self._tm = self._tlm = matrix_of(delen)
            case "T*":
                self._ga(0, -self._stand.regel)
            case _:
                return False
        return True

    def _kies(self, delen: list[Any]) -> None:
        lijst = self._bronnen.get("/Font")
        font = lijst.get(word(delen[0])) if isinstance(lijst, Dictionary) and len(delen) == 2 else None
        if not isinstance(font, Dictionary) or not font.is_indirect:
            raise Onzeker
        sleutel = font.objgen
        if sleutel not in self._werk.letters:
            self._werk.letters[sleutel] = Lettertype(font)
            self._werk.gebruik.fonts[sleutel] = font
        self._stand.font, self._stand.naam = self._werk.letters[sleutel], sleutel
        self._stand.maat = number(delen, 1)

    def _ga(self, x: float, y: float) -> None:
        self._tlm = times((1, 0, 0, 1, x, y), self._tlm)
        self._tm = self._tlm

    def _toon(self, naam: str, delen: list[Any], opdracht: Opdracht) -> None:
        """Show a string without the letters under a mark; those that follow stay where they were."""
        stand = self._stand
        vooraf: list[Opdracht] = []
        if naam == '"':
            if len(delen) != 3:
                raise Onzeker
            stand.woord, stand.teken = number(delen, 0), number(delen, 1)
            vooraf += [([delen[0]], Operator("Tw")), ([delen[1]], Operator("Tc"))]
        if naam in ("'", '"'):
            self._ga(0, -stand.regel)
            vooraf.append(([], Operator("T*")))
        if stand.font is None or not delen:
            raise Onzeker
        rij = list(delen[-1].as_list()) if naam == "TJ" else [delen[-1]]
        nieuw, geraakt = self._rij(rij)
        if not geraakt:
            self._uit.append(opdracht)
            return
        if stand.patroon:
            raise Onzeker
        self._uit += vooraf
        if nieuw:
            self._uit.append(([Array(nieuw)], Operator("TJ")))

    def _rij(self, rij: Iterable[Any]) -> tuple[list[Any], bool]:
        stand, uit = self._stand, list[Any]()
        schaal = stand.maat * stand.breed
        deel, gat, geraakt = b"", 0.0, False
        for ding in rij:
            if not isinstance(ding, String):
                getal = float(ding)
                self._schuif(-getal / 1000 * schaal)
                if gat:
                    gat += getal
                else:
                    if deel:
                        uit.append(String(deel))
                        deel = b""
                    uit.append(ding)
                continue
            for code in stand.font.codes(bytes(ding)) if stand.font else ():
                stap = (code.breedte * stand.maat + stand.teken + (stand.woord if code.spatie else 0)) * stand.breed
                weg = self._onder_vlak(code.breedte)
                self._werk.gebruik.noteer(stand.naam, code.ruw, weg=weg)
                self._schuif(stap)
                if weg:
                    geraakt = True
                    if deel:
                        uit.append(String(deel))
                        deel = b""
                    gat -= stap * 1000 / schaal if schaal else 0.0
                    continue
                if gat:
                    uit.append(_AFRONDING * round(gat / _AFRONDING))
                    gat = 0.0
                deel += code.ruw
        if deel:
            uit.append(String(deel))
        if gat:
            uit.append(_AFRONDING * round(gat / _AFRONDING))
        return uit, geraakt

    def _schuif(self, x: float) -> None:
        self._tm = times((1, 0, 0, 1, x, 0), self._tm)

    def _onder_vlak(self, breedte: float) -> bool:
        stand = self._stand
        maat, x = stand.maat, max(abs(breedte), 0.1) * stand.maat * stand.breed
        if stand.font is None:
            raise Onzeker
        onder, boven = stand.hoog + stand.font.onder * maat, stand.hoog + stand.font.boven * maat
        doos = box_of(times(self._tm, stand.ctm), ((0, onder), (x, onder), (0, boven), (x, boven)))
        opp = (doos.x1 - doos.x0) * (doos.y1 - doos.y0)
        return opp > 0 and any(shared(doos, vlak) >= _GERAAKT * opp for vlak in self._werk.vlakken)

    def _pad(self, naam: str, delen: list[Any]) -> None:
        if not self._omtrek.punten:
            self._omtrek.begin = len(self._uit)
        self._omtrek.add(naam, delen, self._stand.ctm)

    def _schilder(self, opdracht: Opdracht) -> Opdracht:
        """Leave out a drawing that lies under a mark; one that sticks out is only kept when it is lines and boxes."""
        omtrek = self._omtrek
        if omtrek.doos is None or not self._raakt(omtrek.doos):
            self._sluit(weg=False)
            return opdracht
        if self._stand.patroon:
            raise Onzeker
        weg = any(within(omtrek.doos, vlak) for vlak in self._werk.vlakken)
        if not weg and not omtrek.eenvoudig:
            raise Onzeker
        self._sluit(weg=weg and not omtrek.knipt)
        return ([], Operator("n")) if weg else opdracht

    def _knip(self) -> None:
        """Draw within a shape from here on: outlines under a mark would tell what stood there."""
        doos = self._omtrek.doos
        if doos is not None and self._raakt(doos) and not self._omtrek.eenvoudig:
            raise Onzeker
        self._omtrek.knipt = True

    def _sluit(self, *, weg: bool) -> None:
        """End the shape that was being made; with ``weg`` its lines leave the drawing too."""
        if weg and self._omtrek.punten:
            self._uit[self._omtrek.begin :] = [
                een
                for een in self._uit[self._omtrek.begin :]
                if not isinstance(een, ContentStreamInstruction) or str(een.operator) not in _PAD
            ]
        self._omtrek = Omtrek()

    def _teken(self, delen: list[Any], opdracht: Opdracht) -> Opdracht:
        lijst = self._bronnen.get("/XObject")
        if not isinstance(lijst, Dictionary) or not delen:
            raise Onzeker
        ding = lijst.get(word(delen[0]))
        if not isinstance(ding, Stream):
            raise Onzeker
        if ding.get("/Subtype") == Name.Image:
            if self._raakt(box_of(self._stand.ctm, ((0, 0), (1, 0), (0, 1), (1, 1)))):
                raise Onzeker
            return opdracht
        if ding.get("/Subtype") != Name.Form:
            raise Onzeker
        matrix = matrix_of(list(ding.Matrix.as_list())) if "/Matrix" in ding else EENHEID
        if self._stand.patroon and self._werk.vlakken:
            raise Onzeker  # what is drawn within may be filled with it
        nieuw = self._werk.form(ding, self._bronnen, times(matrix, self._stand.ctm), self._diepte)
        naam = Name(f"/Lak{nieuw.objgen[0]}")
        lijst[str(naam)] = nieuw
        return ([naam], Operator("Do"))

    def _lees_toestand(self, delen: list[Any]) -> None:
        lijst = self._bronnen.get("/ExtGState")
        staat = lijst.get(word(delen[0])) if isinstance(lijst, Dictionary) and delen else None
        if isinstance(staat, Dictionary) and ("/Font" in staat or staat.get("/SMask") not in (None, Name("/None"))):
            raise Onzeker

    def _merk(self, naam: str, delen: list[Any]) -> Opdracht:
        """Leave of a mark in the drawing only its number in the structure: its properties may be words."""
        if len(delen) != (2 if naam in ("BDC", "DP") else 1):
            raise Onzeker
        kaart = delen[-1]
        if isinstance(kaart, Name):
            lijst = self._bronnen.get("/Properties")
            kaart = lijst.get(word(kaart)) if isinstance(lijst, Dictionary) else None
        nummer = kaart.get("/MCID") if isinstance(kaart, Dictionary) else None
        schoon = Dictionary(MCID=nummer) if isinstance(nummer, int) else Dictionary()
        eerst = plain_tag(delen[0])
        return ([eerst] if len(delen) == 1 else [eerst, schoon], Operator(naam))

    def _raakt(self, doos: Kader) -> bool:
        return any(
            doos.x0 < vlak.x1 and vlak.x0 < doos.x1 and doos.y0 < vlak.y1 and vlak.y0 < doos.y1
            for vlak in self._werk.vlakken
        )


def _eigen_bronnen(houder: Object) -> Dictionary:
    """Return resources that only this drawing has, so that others keep theirs."""
    bronnen = houder.get("/Resources")
    eigen = Dictionary(dict(bronnen.items())) if isinstance(bronnen, Dictionary) else Dictionary()
    vormen = eigen.get("/XObject")
    if isinstance(vormen, Dictionary):
        eigen.XObject = Dictionary(dict(vormen.items()))
    return eigen
