"""What stays in a file unseen: drawings and pictures that a page could name but does not draw any more.

A page may share its resources with others, and a library that prunes leaves all of them wherever one content cannot be
read. So pages get here only what their own drawing names, and afterwards the file is searched for every drawing,
picture, pattern and soft mask that a marked page had: one that no page draws any more has to be gone.
"""

import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import sha256
from typing import TypeGuard

import pikepdf
from pikepdf import Array, ContentStreamInlineImage, Dictionary, Name, Object, Pdf, Stream

from tk_desktop.paper.places import word
from tk_desktop.paper.redaction_fonts import Onzeker

_NOEMT = {
    "Do": "/XObject",
    "scn": "/Pattern",
    "SCN": "/Pattern",
    "sh": "/Shading",
    "gs": "/ExtGState",
    "BDC": "/Properties",
    "DP": "/Properties",
}
_SOORTEN = frozenset(_NOEMT.values())
_OPERATOREN = (
    "b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re "
    "RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \""
)
_BEKEND = frozenset(_OPERATOREN.split())
_ELDERS = frozenset(("/Parent", "/P", "/Pg", "/Font", "/StructParent", "/StructParents"))
"""Keys that lead out of a drawing, or to letters: these are looked after by themselves."""
Plaats = tuple[int, int]


def streams_under(*begin: Object | None) -> Iterator[Stream]:
    """Yield the drawings, pictures, patterns and soft masks that can be reached from resources, each once."""
    gezien: set[Plaats] = set()
    stapel = [ding for ding in begin if ding is not None]
    while stapel:
        ding = stapel.pop()
        if not isinstance(ding, (Dictionary, Stream, Array)):
            continue
        if ding.is_indirect:
            if ding.objgen in gezien:
                continue
            gezien.add(ding.objgen)
        if isinstance(ding, Array):
            stapel += ding.as_list()
            continue
        if ding.get("/Type") in (Name.Page, Name.Pages):
            continue
        if is_drawn(ding):
            yield ding
        stapel += [deel for sleutel, deel in ding.items() if sleutel not in _ELDERS]


def is_drawn(ding: Object) -> TypeGuard[Stream]:
    """Tell whether this is a stream that shows something: a drawing, a picture or a pattern."""
    return isinstance(ding, Stream) and (ding.get("/Subtype") in (Name.Form, Name.Image) or "/PatternType" in ding)


def drawings(pdf: Pdf) -> Iterator[Object]:
    """Yield everything in a file that has a drawing: pages, forms, patterns and letters that a font draws itself."""
    yield from (page.obj for page in pdf.pages)
    for ding in pdf.objects:
        if isinstance(ding, Stream) and (ding.get("/Subtype") == Name.Form or "/PatternType" in ding):
            yield ding
        letters = ding.get("/CharProcs") if isinstance(ding, Dictionary) else None
        if isinstance(letters, Dictionary):
            yield from (letter for letter in letters.as_dict().values() if isinstance(letter, Stream))


def content_of(houder: Object) -> Iterator[bytes]:
    """Yield the bytes of a drawing, stream by stream; nothing of one that cannot be unpacked."""
    inhoud = houder if isinstance(houder, Stream) else houder.get("/Contents")
    for stroom in inhoud.as_list() if isinstance(inhoud, Array) else [inhoud]:
        if isinstance(stroom, Stream):
            yield unpacked(stroom)


def unpacked(stroom: Stream) -> bytes:
    """Return what a stream says; nothing of one that cannot be unpacked."""
    try:
        return stroom.read_bytes()
    except (pikepdf.PdfError, zlib.error):
        return b""


def digest(stroom: Stream) -> bytes:
    """Return a digest of what a stream says, unpacked where that can be."""
    try:
        return sha256(stroom.read_bytes()).digest()
    except pikepdf.PdfError:
        return sha256(stroom.read_raw_bytes()).digest()


def keep_named(houder: Object) -> None:
    """Leave a page, and all that it draws, only the resources that its drawing names; raises ``Onzeker``."""
    _prune(houder, set())


def pages_sharing(pdf: Pdf, strooms: Collection[Plaats], anders: Collection[int]) -> Iterator[int]:
    """Yield the pages (from 1), but for ``anders``, that can reach one of these streams."""
    bekend: dict[Plaats, bool] = {}
    for nummer, page in enumerate(pdf.pages, 1):
        bronnen = page.obj.get("/Resources")
        if nummer in anders or not isinstance(bronnen, Dictionary):
            continue
        raakt = bekend.get(bronnen.objgen) if bronnen.is_indirect else None
        if raakt is None:
            raakt = any(stroom.objgen in strooms for stroom in streams_under(bronnen))
            if bronnen.is_indirect:
                bekend[bronnen.objgen] = raakt
        if raakt:
            yield nummer


def left_behind(pdf: Pdf, gemerkt: Collection[bytes]) -> bool:
    """Tell whether a file still has a stream with such a digest that no page draws; the resources of pages change."""
    over = {ding.objgen for ding in pdf.objects if is_drawn(ding) and digest(ding) in gemerkt}
    if not over:
        return False
    getekend: set[Plaats] = set()
    for nummer in pages_sharing(pdf, over, ()):
        page = pdf.pages[nummer - 1].obj
        try:
            keep_named(page)
        except Onzeker:
            continue
        getekend.update(stroom.objgen for stroom in streams_under(page.get("/Resources")))
    return not over <= getekend


def _prune(houder: Object, gehad: set[Plaats]) -> None:
    """Prune one drawing that has resources of its own, each once."""
    if houder.is_indirect:
        if houder.objgen in gehad:
            return
        gehad.add(houder.objgen)
    bronnen = houder.get("/Resources")
    if not isinstance(bronnen, Dictionary):
        bronnen = Dictionary()
    namen: dict[str, set[str]] = {soort: set() for soort in _SOORTEN}
    _follow(houder, bronnen, namen, gehad, set())
    nieuw = {sleutel: deel for sleutel, deel in bronnen.items() if sleutel not in _SOORTEN}
    for soort, eigen in namen.items():
        lijst = bronnen.get(soort)
        blijft = {naam: ding for naam, ding in lijst.items() if naam in eigen} if isinstance(lijst, Dictionary) else {}
        if blijft:
            nieuw[soort] = Dictionary(blijft)
    houder.Resources = Dictionary(nieuw)


def _follow(
    houder: Object, bronnen: Dictionary, namen: Mapping[str, set[str]], gehad: set[Plaats], hier: set[Plaats]
) -> None:
    """Note what a drawing names in its resources; one within it that has none of its own names in the same."""
    nieuw: list[Object] = []
    for soort, naam in _names(houder):
        if naam in namen[soort]:
            continue
        namen[soort].add(naam)
        lijst = bronnen.get(soort)
        ding = lijst.get(naam) if isinstance(lijst, Dictionary) else None
        if ding is not None:
            nieuw.append(ding)
    for ding in nieuw:
        for binnen in _drawings(ding):
            if "/Resources" in binnen:
                _prune(binnen, gehad)
            elif binnen.objgen not in hier:
                hier.add(binnen.objgen)
                _follow(binnen, bronnen, namen, gehad, hier)


def _drawings(ding: Object) -> Iterable[Stream]:
    """Return what has a drawing of its own in a named thing: a form, a tiling pattern, the group of a soft mask."""
    if isinstance(ding, Stream):
        return [ding] if ding.get("/Subtype") == Name.Form or "/PatternType" in ding else []
    masker = ding.get("/SMask") if isinstance(ding, Dictionary) else None
    groep = masker.get("/G") if isinstance(masker, Dictionary) else None
    return [groep] if isinstance(groep, Stream) else []


def _names(houder: Object) -> Iterator[tuple[str, str]]:
    """Yield what a drawing names, with the kind; raises ``Onzeker`` when any of it is not understood."""
    if houder.get("/Type") == Name.Page and "/Contents" not in houder:
        return
    try:
        opdrachten = list(pikepdf.parse_content_stream(houder))
    except (pikepdf.PdfError, UnicodeDecodeError) as fout:
        raise Onzeker from fout
    for opdracht in opdrachten:
        if isinstance(opdracht, ContentStreamInlineImage):
            continue
        naam = str(opdracht.operator)
        if naam not in _BEKEND:
            raise Onzeker
        if naam in _NOEMT and len(opdracht.operands) and isinstance(opdracht.operands[-1], Name):
            yield _NOEMT[naam], word(opdracht.operands[-1])
