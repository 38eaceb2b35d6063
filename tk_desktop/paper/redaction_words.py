"""What words went under the boxes, and where they may still stand: the strings of a file that are not on its pages."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from tk_desktop.paper.bladtekst import Bladtekst, Kader
from tk_desktop.paper.bladzoeken import as_searched
from tk_desktop.paper.places import text_of
from tk_desktop.paper.redaction_left import content_of, drawings
from tk_desktop.paper.redaction_raster import under

_WOORD = re.compile(r"\w{3,}")
_RANDEN = re.compile(r"^\W+|\W+$")
_MERKT = re.compile(rb"\b(?:BDC|DP)\b")
_MINSTE = 4
_DIEPST = 24
_TEKSTEN = frozenset(
    ("/Alt", "/ActualText", "/E", "/T", "/TU", "/Contents", "/Title", "/Summary", "/ID", "/FontFamily", "/CharSet")
)


class Weg:
    """The words that went, and the words that remain on the pages."""

    def __init__(self, teksten: Mapping[int, Bladtekst], vlakken: Mapping[int, Sequence[Kader]]) -> None:
        """``teksten`` are the pages as they were (from 1), ``vlakken`` the marks on some of them."""
        self.passages = tuple(
            dict.fromkeys(
                folded
                for pagina, kaders in vlakken.items()
                for passage in _passages(teksten[pagina], kaders)
                if (folded := fold(passage))
            )
        )
        self._woorden = frozenset(woord for passage in self.passages for woord in _WOORD.findall(passage))
        self.over = {pagina: fold(_rest(tekst, vlakken.get(pagina, ()))) for pagina, tekst in sorted(teksten.items())}
        self._alles = "\n".join(self.over.values())
        self._weg = self._woorden - frozenset(_WOORD.findall(self._alles))
        blijft = _kaal(self._alles)
        heel = {kaal for passage in self.passages if (kaal := _kaal(passage)) not in blijft}
        self._namen = tuple(sorted(woord for woord in self._weg | heel if len(woord) >= _MINSTE))

    def tells(self, tekst: str) -> bool:
        """Tell whether a string beside the pages says a word that went, and no page says that string itself."""
        gelezen = fold(tekst)
        verdacht = any(woord in self._woorden for woord in _WOORD.findall(gelezen))
        verdacht = verdacht or any(len(passage) >= _MINSTE and passage in gelezen for passage in self.passages)
        return verdacht and not (gelezen and gelezen in self._alles)

    def tells_name(self, naam: str) -> bool:
        """Tell whether a name holds a word that stands on no page any more; a small word only when it is all of it."""
        kaal = _kaal(fold(naam))
        return any(woord in kaal for woord in self._namen) or kaal.rstrip("0123456789") in self._weg

    def in_bytes(self, ruw: bytes) -> bool:
        """Tell whether such a word stands in the program of a font; small ones are there by chance."""
        klein = ruw.lower()
        lang = (woord for woord in self._namen if len(woord) > _MINSTE)
        return any(vorm in klein for woord in lang for vorm in (woord.encode(), woord.encode("utf-16-be")))

    @property
    def still_read(self) -> tuple[int, ...]:
        """The pages (from 1) on which a passage that went elsewhere can still be read."""
        heel = (_RANDEN.sub("", passage) for passage in self.passages)
        lang = [passage for passage in heel if len(passage) >= _MINSTE]
        return tuple(pagina for pagina, tekst in self.over.items() if any(_stands(deel, tekst) for deel in lang))


def boxes_over(tekst: Bladtekst, begin: int, eind: int) -> tuple[Kader, ...]:
    """Return a rectangle for each line of a passage, no larger than its letters, whichever way the line runs."""
    uit: list[Kader] = []
    for regel in tekst.regels:
        plekken = range(max(begin, regel.begin), min(eind, regel.eind))
        kaders = [tekst.kaders[plek] for plek in plekken if not tekst.kaders[plek].leeg]
        if kaders:
            geheel = kaders[0]
            for kader in kaders[1:]:
                geheel = geheel.met(kader)
            uit.append(geheel)
    return tuple(uit)


def fold(tekst: str) -> str:
    """Return a text with only what counts when searching."""
    return as_searched(tekst).letters.strip()


def _kaal(tekst: str) -> str:
    """Return the letters and digits of a text only."""
    return re.sub(r"[\W_]", "", tekst)


def drop_telling_strings(pdf: Pdf, weg: Weg, gelakt: frozenset[tuple[int, int]]) -> None:
    """Take away descriptions that tell what went: all of the marked pages, of others those with a word of it."""
    for ding in pdf.objects:
        if isinstance(ding, Dictionary | Stream):
            _drop(ding, weg, gelakt, 0)


def _drop(ding: Object, weg: Weg, gelakt: frozenset[tuple[int, int]], diepte: int) -> None:
    pagina = ding.get("/Pg")
    is_deel = "/S" in ding and "/P" in ding
    op_gelakt = is_deel and (not isinstance(pagina, Dictionary) or pagina.objgen in gelakt)
    for sleutel, waarde in list(ding.items()):
        if isinstance(waarde, String) and sleutel in _TEKSTEN:
            if sleutel == "/Title" and "/Parent" in ding:
                continue  # a bookmark is written anew
            if (op_gelakt and sleutel != "/ID") or weg.tells(text_of(waarde)):
                del ding[sleutel]
        elif isinstance(waarde, Dictionary) and not waarde.is_indirect and diepte < _DIEPST:
            _drop(waarde, weg, gelakt, diepte + 1)
    if is_deel and "/A" in ding:
        _drop_user_properties(ding)
    if op_gelakt and ding.get("/S") == Name.Figure:
        ding.Alt = String("Afbeelding op een bladzijde waarop is gelakt")


def _drop_user_properties(deel: Object) -> None:
    """Take from a part of the structure what a program wrote there for itself: it is on no page, and may be a name."""
    lijst: list[Any] = list(deel.A.as_list()) if isinstance(deel.A, Array) else [deel.A]
    rest: list[Any] = []
    for ding in lijst:
        if isinstance(ding, Dictionary | Stream):
            if ding.get("/O") != Name.UserProperties:
                rest.append(ding)
        elif rest and isinstance(ding, int) and isinstance(rest[-1], Dictionary | Stream):
            rest.append(ding)  # the revision of the one before it
    if rest:
        deel.A = Array(rest)
    else:
        del deel.A


def strings_beside(pdf: Pdf) -> Iterator[str]:
    """Yield every string in the objects of a file, and in the marks of its drawings."""
    for ding in pdf.objects:
        yield from _strings(ding, 0)
    for houder in drawings(pdf):
        yield from _marks(houder)


def telling_properties(houder: Object, weg: "Weg") -> bool:
    """Tell whether the marks in a drawing say a word that went."""
    if not any(_MERKT.search(ruw) for ruw in content_of(houder)):
        return False
    try:
        return any(map(weg.tells, _marks(houder)))
    except (pikepdf.PdfError, UnicodeDecodeError):
        return False  # what cannot be read is refused when the file is looked at


def tells_in(ding: Object, weg: "Weg") -> bool:
    """Tell whether a string in a thing says a word that went."""
    return any(map(weg.tells, _strings(ding, 0)))


def _marks(houder: Object) -> Iterator[str]:
    if "/Type" in houder and "/Contents" not in houder and not isinstance(houder, Stream):
        return
    for opdracht in pikepdf.parse_content_stream(houder, "BDC DP"):
        for deel in opdracht.operands:
            yield from _strings(deel, 0)


def _strings(ding: object, diepte: int) -> Iterator[str]:
    if isinstance(ding, String):
        yield text_of(ding)
    elif diepte < _DIEPST and isinstance(ding, Dictionary | Stream | Array):
        delen = ding.as_list() if isinstance(ding, Array) else [deel for _, deel in ding.items()]
        for deel in delen:
            if not (isinstance(deel, Object) and deel.is_indirect):
                yield from _strings(deel, diepte + 1)


def _passages(tekst: Bladtekst, vlakken: Sequence[Kader]) -> Iterator[str]:
    """Yield each stretch of letters that goes."""
    for weg, groep in groupby(range(len(tekst.tekst)), lambda plek: _goes(tekst, plek, vlakken)):
        if weg:
            plekken = list(groep)
            yield tekst.tekst[plekken[0] : plekken[-1] + 1]


def _goes(tekst: Bladtekst, plek: int, vlakken: Sequence[Kader]) -> bool:
    return under(tekst.kaders[plek], vlakken)


def _rest(tekst: Bladtekst, vlakken: Sequence[Kader]) -> str:
    if not vlakken:
        return tekst.tekst
    return "".join(" " if _goes(tekst, plek, vlakken) else teken for plek, teken in enumerate(tekst.tekst))


def _stands(passage: str, tekst: str) -> bool:
    """Tell whether a passage stands in a text as whole words."""
    return re.search(rf"(?<!\w){re.escape(passage)}(?!\w)", tekst) is not None
