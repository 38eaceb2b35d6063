"""The notes that somebody put in a PDF with whatever program: marks, signs, lines of text and ink, with their answers.

Nothing of a file is run or followed. What is read of a hostile file is bounded: so many notes, signs and points.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from tk_desktop.base.errors import TkError
from tk_desktop.base.kluispad import Pad, leesbron
from tk_desktop.domain.aantekening import Inktpunt, Lijn, Soort, Vlak
from tk_desktop.paper import stamps
from tk_desktop.paper.annotations import measured
from tk_desktop.paper.pdf_faults import check_pages, look_before_opening, told_in_dutch

MEESTE = 20_000
"""Notes in one file; a file with more is refused."""

LANGSTE_TEKST = 20_000
"""Characters of one note; what is longer is cut off."""

_MEESTE_VLAKKEN = 2_000
_MEESTE_PUNTEN = 20_000
_VER = 100_000.0
_RECHTOP = 16
_SOORTEN = {
    "/Highlight": Soort.MARKERING,
    "/Underline": Soort.ONDERSTREPING,
    "/Squiggly": Soort.ONDERSTREPING,
    "/StrikeOut": Soort.DOORHALING,
    "/Text": Soort.NOTITIE,
    "/FreeText": Soort.NOTITIE,
    "/Ink": Soort.INKT,
}
_MET_WOORDEN = frozenset(("/Square", "/Circle", "/Line", "/Polygon", "/PolyLine", "/Caret", "/Stamp"))
"""Drawn signs; one with words becomes a note at its place, one without is counted as left out."""

_NIET_VAN_EEN_LEZER = frozenset(("/Link", "/Widget", "/Popup", "/Screen", "/PrinterMark", "/TrapNet", "/Watermark"))
_VERVOLG = re.compile(r"(.+)-(\d{1,3})")
_MOMENT = re.compile(r"(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z|[+-])(\d\d)?'?(\d\d)?)?")
_ONZICHTBAAR = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


class TeVeelAantekeningen(TkError):
    """A PDF with more notes than anybody writes."""

    code = "TK-P12"
    melding = "In ‘{bestand}’ staan te veel aantekeningen: meer dan {grens}."
    veilig = "Er is niets overgenomen."
    advies = "Vraag om een bestand met alleen de aantekeningen die u nodig hebt."


@dataclass(frozen=True, slots=True, kw_only=True)
class Reactie:
    """What somebody answered to a note; ``naam`` is its ``/NM``."""

    naam: str = ""
    auteur: str = ""
    tekst: str
    gewijzigd: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GelezenNoot:
    """A note as it stands in a PDF.

    ``naam`` is its ``/NM``, empty when it has none. ``vlakken`` and ``lijnen`` are on pages as seen; ``pagina`` (from
    1) is the first of them. ``kleur`` is red, green and blue from 0 to 1, ``None`` when the file names none.
    ``onderwerp`` is its ``/Subj``, ``is_vraag`` when its sign is a question mark, ``op_woorden`` when it marks words.
    """

    naam: str = ""
    pagina: int
    soort: Soort
    kleur: tuple[float, float, float] | None = None
    tekst: str = ""
    auteur: str = ""
    onderwerp: str = ""
    is_vraag: bool = False
    gemaakt: datetime | None = None
    gewijzigd: datetime | None = None
    vlakken: tuple[Vlak, ...] = ()
    lijnen: tuple[Lijn, ...] = ()
    reacties: tuple[Reactie, ...] = ()
    op_woorden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GelezenNoten:
    """The notes in a file, by page and place in the file, and how many signs were of a kind that is not taken."""

    noten: tuple[GelezenNoot, ...] = ()
    overgeslagen: int = 0


def read_annotations(bron: Pad) -> GelezenNoten:
    """Return the notes in ``bron``; raises a ``TkError`` of a file that cannot be read, or ``TeVeelAantekeningen``."""
    look_before_opening(bron)
    with told_in_dutch(bron), pikepdf.open(leesbron(bron)) as pdf:
        check_pages(bron, len(pdf.pages))
        return _Lezer(bron, pdf).read()


def pdf_datetime(tekst: str) -> datetime | None:
    """Return the moment that a PDF writes as ``D:20260304090000+01'00'``; one without a zone is taken as UTC."""
    treffer = _MOMENT.match(tekst.strip())
    if treffer is None:
        return None
    delen = [int(deel) if deel else begin for deel, begin in zip(treffer.groups()[:6], (1, 1, 1, 0, 0, 0), strict=True)]
    teken, uur, minuut = treffer[7], int(treffer[8] or 0), int(treffer[9] or 0)
    verschil = timedelta(hours=uur, minutes=minuut) * (-1 if teken == "-" else 1)
    try:
        jaar, maand, dag, u, m, s = delen
        zone = timezone(verschil) if verschil else UTC
        return datetime(jaar, maand, dag, u, m, min(s, 59), tzinfo=zone)
    except ValueError:
        return None


class _Lezer:
    """Reads the notes of one open file: first each by itself, then what belongs to another is put with it."""

    def __init__(self, bron: Pad, pdf: Pdf) -> None:
        self._bron = bron
        self._pdf = pdf
        self._overgeslagen = 0
        self._gelezen: dict[tuple[int, int], GelezenNoot] = {}
        self._bij: list[tuple[tuple[int, int], str, Dictionary]] = []

    def read(self) -> GelezenNoten:
        gezien: set[tuple[int, int]] = set()
        los = 0
        for nummer, page in enumerate(self._pdf.pages, 1):
            vlak: stamps.Vlak | None = None
            for annotatie in _annotaties(page.obj):
                los += 1
                sleutel = annotatie.objgen if annotatie.objgen != (0, 0) else (-los, 0)
                if sleutel in gezien:
                    continue
                gezien.add(sleutel)
                if len(gezien) > MEESTE:
                    raise TeVeelAantekeningen(bestand=self._bron.name, grens=MEESTE)
                vlak = vlak or measured(page.obj)
                self._neem(sleutel, annotatie, nummer, vlak)
        for moeder, wijze, annotatie in self._bij:
            self._voeg_bij(moeder, wijze, annotatie)
        noten = tuple(_aaneen([noot for noot in self._gelezen.values() if not _zegt_niets(noot)]))
        leeg = sum(map(_zegt_niets, self._gelezen.values()))
        return GelezenNoten(noten=noten, overgeslagen=self._overgeslagen + leeg)

    def _neem(self, sleutel: tuple[int, int], annotatie: Dictionary, pagina: int, vlak: stamps.Vlak) -> None:
        soort = str(annotatie.get("/Subtype", ""))
        if soort in _NIET_VAN_EEN_LEZER:
            return
        moeder = annotatie.get("/IRT")
        wijze = str(annotatie.get("/RT", "/R"))
        if isinstance(moeder, Dictionary) and (wijze != "/Group" or soort in _SOORTEN):
            if wijze == "/Group":
                self._gelezen[sleutel] = self._noot(annotatie, soort, pagina, vlak)
            self._bij.append((_wortel(moeder), wijze, annotatie))
            return
        tekst = _tekst(annotatie, "/Contents")
        if soort not in _SOORTEN and not (soort in _MET_WOORDEN and tekst):
            self._overgeslagen += 1
            return
        noot = self._noot(annotatie, soort, pagina, vlak)
        leeg = not noot.lijnen if noot.soort is Soort.INKT else not noot.vlakken
        if leeg:
            self._overgeslagen += 1
        else:
            self._gelezen[sleutel] = noot

    def _voeg_bij(self, moeder: tuple[int, int], wijze: str, annotatie: Dictionary) -> None:
        """Put an answer with its note, and the marked words of a note with the note."""
        noot = self._gelezen.get(moeder)
        if noot is None:
            if wijze != "/Group":
                self._overgeslagen += 1
            return
        if wijze == "/Group":
            deel = self._gelezen.pop(annotatie.objgen, None)
            if deel is not None and annotatie.objgen != moeder:
                self._gelezen[moeder] = _samen(noot, deel)
            return
        tekst = _tekst(annotatie, "/Contents")
        if "/State" in annotatie or not tekst:
            return
        reactie = Reactie(
            naam=_tekst(annotatie, "/NM"),
            auteur=_regel(annotatie, "/T"),
            tekst=tekst,
            gewijzigd=pdf_datetime(_tekst(annotatie, "/M")),
        )
        self._gelezen[moeder] = replace(noot, reacties=(*noot.reacties, reactie))

    def _noot(self, annotatie: Dictionary, soort: str, pagina: int, vlak: stamps.Vlak) -> GelezenNoot:
        gewijzigd = pdf_datetime(_tekst(annotatie, "/M"))
        kind = _SOORTEN.get(soort, Soort.NOTITIE)
        vlakken = _quads(annotatie, pagina, vlak) if kind.op_tekst else ()
        rect = _rechthoek(annotatie, pagina, vlak)
        return GelezenNoot(
            naam=_tekst(annotatie, "/NM"),
            pagina=pagina,
            soort=kind,
            kleur=_kleur(annotatie.get("/C")),
            tekst=_tekst(annotatie, "/Contents"),
            auteur=_regel(annotatie, "/T"),
            onderwerp=_tekst(annotatie, "/Subj"),
            is_vraag=annotatie.get("/Name") == Name.Help,
            gemaakt=pdf_datetime(_tekst(annotatie, "/CreationDate")) or gewijzigd,
            gewijzigd=gewijzigd,
            vlakken=vlakken or ((rect,) if rect is not None and kind is not Soort.INKT else ()),
            lijnen=_inkt(annotatie, pagina, vlak) if kind is Soort.INKT else (),
            op_woorden=kind.op_tekst,
        )


def _zegt_niets(noot: GelezenNoot) -> bool:
    """Tell whether it is a sign of another program without words, on no words, that nobody answered."""
    return noot.soort is Soort.NOTITIE and not (noot.tekst or noot.reacties or noot.op_woorden or noot.naam)


def _samen(noot: GelezenNoot, deel: GelezenNoot) -> GelezenNoot:
    """Return a note with what is grouped with it: words without a place take the words on the page that are marked."""
    vlakken = deel.vlakken if deel.op_woorden and not noot.op_woorden else noot.vlakken
    return replace(noot, vlakken=vlakken, op_woorden=noot.op_woorden or deel.op_woorden, tekst=noot.tekst or deel.tekst)


def _wortel(annotatie: Dictionary) -> tuple[int, int]:
    """Return the note that a row of answers began with; a ring of answers ends somewhere."""
    for _ in range(32):
        moeder = annotatie.get("/IRT")
        if not isinstance(moeder, Dictionary):
            break
        annotatie = moeder
    return annotatie.objgen


def _gaat_verder(eerste: GelezenNoot, noot: GelezenNoot) -> bool:
    """Tell whether a sign may be what a note is on another page; of one on words only these are marked there."""
    zelfde = eerste.soort is noot.soort or (eerste.op_woorden and noot.soort is Soort.MARKERING)
    return zelfde and not noot.tekst and eerste is not noot


def _aaneen(noten: Sequence[GelezenNoot]) -> Iterator[GelezenNoot]:
    """Join the parts that one note has on several pages, which TK Desktop names ``…`` and ``…-2``."""
    op_naam: Mapping[str, GelezenNoot] = {noot.naam: noot for noot in noten if noot.naam}
    vervolg: dict[str, list[GelezenNoot]] = {}
    for noot in noten:
        treffer = _VERVOLG.fullmatch(noot.naam)
        eerste = op_naam.get(treffer[1]) if treffer else None
        if treffer and eerste is not None and _gaat_verder(eerste, noot):
            vervolg.setdefault(treffer[1], []).append(noot)
    weg = {id(noot) for rij in vervolg.values() for noot in rij}
    for noot in noten:
        if id(noot) not in weg:
            rest = vervolg.get(noot.naam, []) if noot.naam and op_naam[noot.naam] is noot else []
            yield replace(
                noot,
                vlakken=(*noot.vlakken, *(vlak for deel in rest for vlak in deel.vlakken)),
                lijnen=(*noot.lijnen, *(lijn for deel in rest for lijn in deel.lijnen)),
            )


def _annotaties(page: Object) -> Iterator[Dictionary]:
    annotaties = page.get("/Annots")
    if isinstance(annotaties, Array):
        for annotatie in annotaties.as_list():
            if isinstance(annotatie, Dictionary):
                yield annotatie


def _tekst(annotatie: Dictionary, sleutel: str) -> str:
    waarde = annotatie.get(sleutel)
    if not isinstance(waarde, String):
        return ""
    ruw = _ontcijferd(waarde)[: 2 * LANGSTE_TEKST].replace("\r\n", "\n").replace("\r", "\n")
    return _ONZICHTBAAR.sub("", ruw)[:LANGSTE_TEKST].strip()


def _regel(annotatie: Dictionary, sleutel: str) -> str:
    return " ".join(_tekst(annotatie, sleutel)[:200].split())


def _ontcijferd(waarde: String) -> str:
    try:
        return str(waarde)
    except UnicodeDecodeError:
        return bytes(waarde).decode("latin-1")


def _getallen(waarde: object, hoogstens: int) -> list[float]:
    """Return the numbers of an array, none when something else stands in it or a number is out of all measure."""
    if not isinstance(waarde, Array) or len(waarde) > hoogstens:
        return []
    ruw: list[object] = list(waarde.as_list())
    getallen = [float(getal) for getal in ruw if isinstance(getal, int | float | Decimal)]
    goed = len(getallen) == len(ruw) and all(math.isfinite(g) and abs(g) < _VER for g in getallen)
    return getallen if goed else []


def _omvat(punten: Sequence[tuple[float, float]], pagina: int) -> Vlak:
    xs, ys = [x for x, _ in punten], [y for _, y in punten]
    return Vlak(pagina, *(round(getal, 3) for getal in (min(xs), min(ys), max(xs), max(ys))))


def _rechthoek(annotatie: Dictionary, pagina: int, vlak: stamps.Vlak) -> Vlak | None:
    """Return where a note stands as seen; a sign that stays upright on a turned page hangs on its upper left corner."""
    getallen = _getallen(annotatie.get("/Rect"), 4)
    if len(getallen) != 4:
        return None
    x0, x1 = sorted(getallen[::2])
    y0, y1 = sorted(getallen[1::2])
    vlag = annotatie.get("/F", 0)
    if isinstance(vlag, int) and vlag & _RECHTOP:
        x, y = vlak.seen(x0, y1)
        return _omvat([(x, y - (y1 - y0)), (x + x1 - x0, y)], pagina)
    return _omvat([vlak.seen(x0, y0), vlak.seen(x1, y1)], pagina)


def _quads(annotatie: Dictionary, pagina: int, vlak: stamps.Vlak) -> tuple[Vlak, ...]:
    """Return the marked rectangles; programs write their corners in different orders, their bounds are the same."""
    getallen = _getallen(annotatie.get("/QuadPoints"), 8 * _MEESTE_VLAKKEN)
    uit = []
    for begin in range(0, len(getallen) - 7, 8):
        acht = getallen[begin : begin + 8]
        uit.append(_omvat([vlak.seen(x, y) for x, y in zip(acht[::2], acht[1::2], strict=True)], pagina))
    return tuple(een for een in uit if een.x1 > een.x0 and een.y1 > een.y0)


def _inkt(annotatie: Dictionary, pagina: int, vlak: stamps.Vlak) -> tuple[Lijn, ...]:
    lijnen = annotatie.get("/InkList")
    uit: list[Lijn] = []
    over = _MEESTE_PUNTEN
    for lijn in lijnen.as_list() if isinstance(lijnen, Array) else []:
        getallen = _getallen(lijn, 2 * over)
        punten = [vlak.seen(x, y) for x, y in zip(getallen[::2], getallen[1::2], strict=False)]
        if punten:
            uit.append(Lijn(pagina, tuple(Inktpunt(round(x, 3), round(y, 3)) for x, y in punten)))
            over -= len(punten)
    return tuple(uit)


def _kleur(waarde: object) -> tuple[float, float, float] | None:
    delen = [min(1.0, max(0.0, deel)) for deel in _getallen(waarde, 4)]
    match delen:
        case [grijs]:
            return grijs, grijs, grijs
        case [rood, groen, blauw]:
            return rood, groen, blauw
        case [cyaan, magenta, geel, zwart]:
            return (1 - cyaan) * (1 - zwart), (1 - magenta) * (1 - zwart), (1 - geel) * (1 - zwart)
        case _:
            return None
