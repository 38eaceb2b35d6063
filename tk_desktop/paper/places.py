"""Places in a PDF and the ways to them: named destinations, bookmarks, and the trees a PDF keeps them in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

_GETALLEN = {
    "/XYZ": 3,
    "/Fit": 0,
    "/FitH": 1,
    "/FitV": 1,
    "/FitR": 4,
    "/FitB": 0,
    "/FitBH": 1,
    "/FitBV": 1,
}
_DIEPST = 32
_MEESTE = 50_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Plek:
    """A page of a document (counted from 0) and how it is shown."""

    pagina: int
    soort: str = "/Fit"
    getallen: tuple[float | Decimal | None, ...] = ()

    def write(self, paginas: Sequence[Object]) -> Array:
        """Return the destination, given the pages of the document it stands in."""
        return Array([paginas[self.pagina], Name(self.soort), *self.getallen])


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladwijzerregel:
    """A bookmark: its words, where it leads, and the bookmarks under it."""

    titel: str
    plek: Plek | None = None
    onder: tuple["Bladwijzerregel", ...] = ()


class Wegwijzer:
    """The pages, named destinations and bookmarks of one PDF, read without trust in their form."""

    def __init__(self, pdf: Pdf) -> None:
        self._root = pdf.Root
        self._index = {page.obj.objgen: nummer for nummer, page in enumerate(pdf.pages)}
        self.named: dict[bytes, Plek] = dict(self._read_named())

    def page_number(self, page: object) -> int | None:
        """Return which page of this PDF an object is, or None when it is none of them."""
        if isinstance(page, int):
            return page if 0 <= page < len(self._index) else None
        return self._index.get(page.objgen) if isinstance(page, Dictionary) else None

    def resolve(self, dest: object) -> Plek | None:
        """Return the place a destination means: by name, or written out; None when it leads nowhere."""
        naam = name_of(dest)
        return self._explicit(dest) if naam is None else self.named.get(naam)

    def outline(self) -> tuple[Bladwijzerregel, ...]:
        """Return the bookmarks; those that lead nowhere and hold nothing are left out."""
        root = self._root.get("/Outlines")
        gezien: set[tuple[int, int]] = set()
        return tuple(self._items(root.get("/First"), gezien, 0)) if isinstance(root, Dictionary) else ()

    def _items(self, item: object, gezien: set[tuple[int, int]], diepte: int) -> Iterator[Bladwijzerregel]:
        while isinstance(item, Dictionary) and item.objgen not in gezien and len(gezien) < _MEESTE:
            gezien.add(item.objgen)
            plek = self.resolve(target_of(item))
            onder = tuple(self._items(item.get("/First"), gezien, diepte + 1)) if diepte < _DIEPST else ()
            if plek is not None or onder:
                yield Bladwijzerregel(titel=text_of(item.get("/Title")), plek=plek, onder=onder)
            item = item.get("/Next")

    def _read_named(self) -> Iterator[tuple[bytes, Plek]]:
        oud = self._root.get("/Dests")
        paren: list[tuple[bytes, object]] = []
        if isinstance(oud, Dictionary):
            paren += [(sleutel[1:].encode("utf-8", "surrogateescape"), waarde) for sleutel, waarde in oud.items()]
        names = self._root.get("/Names")
        if isinstance(names, Dictionary):
            paren += [
                (bytes(sleutel), waarde)
                for sleutel, waarde in tree_items(names.get("/Dests"), "/Names")
                if isinstance(sleutel, String)
            ]
        for naam, waarde in paren:
            plek = self._explicit(waarde)
            if plek is not None:
                yield naam, plek

    def _explicit(self, dest: object) -> Plek | None:
        if isinstance(dest, Dictionary):
            dest = dest.get("/D")
        if not isinstance(dest, Array) or len(dest) == 0:
            return None
        delen: list[object] = list(dest.as_list())
        nummer = self.page_number(delen[0])
        if nummer is None:
            return None
        soort = word(delen[1]) if len(delen) > 1 else "/Fit"
        if soort not in _GETALLEN:
            return Plek(pagina=nummer)
        ruw = [getal if isinstance(getal, int | Decimal) else None for getal in delen[2 : 2 + _GETALLEN[soort]]]
        if soort == "/FitR" and (len(ruw) < 4 or None in ruw):
            return Plek(pagina=nummer)
        return Plek(pagina=nummer, soort=soort, getallen=(*ruw, *[None] * (_GETALLEN[soort] - len(ruw))))


def target_of(ding: Object) -> object:
    """Return the destination of a link or bookmark inside its own file, or None when it has no such one."""
    if "/Dest" in ding:
        return ding.get("/Dest")
    actie = ding.get("/A")
    if isinstance(actie, Dictionary) and actie.get("/S") == Name.GoTo:
        return actie.get("/D")
    return None


def name_of(dest: object) -> bytes | None:
    """Return the name a destination goes by, or None when it is written out."""
    if isinstance(dest, String):
        return bytes(dest)
    if isinstance(dest, Name):
        return word(dest)[1:].encode("utf-8", "surrogateescape")
    return None


def word(waarde: object) -> str:
    """Return a name of a PDF with its slash, as ``keys`` gives it; an empty string for what is no name."""
    if not isinstance(waarde, Name):
        return ""
    try:
        return str(waarde)
    except UnicodeDecodeError as fout:
        return fout.object.decode("utf-8", "surrogateescape")


def text_of(waarde: object) -> str:
    """Return a text string of a PDF in one line; damaged text becomes readable as far as it goes."""
    if not isinstance(waarde, String):
        return ""
    try:
        tekst = str(waarde)
    except UnicodeDecodeError:
        tekst = bytes(waarde).decode("latin-1")
    return " ".join("".join(teken if teken.isprintable() else " " for teken in tekst).split())


def tree_items(boom: object, sleutel: str) -> Iterator[tuple[object, object]]:
    """Yield the pairs of a name tree (``/Names``) or number tree (``/Nums``), whatever its shape."""
    gezien: set[tuple[int, int]] = set()
    stapel = [boom]
    while stapel:
        knoop = stapel.pop()
        if not isinstance(knoop, Dictionary) or (knoop.is_indirect and knoop.objgen in gezien):
            continue
        gezien.add(knoop.objgen)
        paren = knoop.get(sleutel)
        if isinstance(paren, Array):
            lijst = list(paren.as_list())
            yield from zip(lijst[::2], lijst[1::2], strict=False)
        kinderen = knoop.get("/Kids")
        if isinstance(kinderen, Array):
            stapel += reversed(list(kinderen.as_list()))


def write_named(pdf: Pdf, named: Mapping[bytes, Plek], paginas: Sequence[Object]) -> None:
    """Write the named destinations of ``pdf``, sorted as a name tree must be."""
    if not named:
        return
    lijst: list[Object] = []
    for naam in sorted(named):
        lijst += [String(naam), named[naam].write(paginas)]
    boom = Dictionary(Names=Array(lijst))
    if "/Names" not in pdf.Root:
        pdf.Root.Names = Dictionary()
    pdf.Root.Names.Dests = pdf.make_indirect(boom)


def write_outline(pdf: Pdf, regels: Iterable[Bladwijzerregel], paginas: Sequence[Object]) -> None:
    """Write the bookmarks of ``pdf``; the first two levels are shown unfolded."""
    top = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    aantal = _write_level(pdf, top, tuple(regels), paginas, 0)
    if aantal:
        top.Count = aantal
        pdf.Root.Outlines = top
        pdf.Root.PageMode = Name.UseOutlines


def _write_level(
    pdf: Pdf, ouder: Object, regels: Sequence[Bladwijzerregel], paginas: Sequence[Object], diepte: int
) -> int:
    """Write one level and return how many bookmarks are in sight under ``ouder``."""
    items = [pdf.make_indirect(Dictionary(Title=String(regel.titel), Parent=ouder)) for regel in regels]
    if not items:
        return 0
    ouder.First, ouder.Last = items[0], items[-1]
    zichtbaar = len(items)
    for nummer, (item, regel) in enumerate(zip(items, regels, strict=True)):
        if nummer > 0:
            item.Prev = items[nummer - 1]
        if nummer + 1 < len(items):
            item.Next = items[nummer + 1]
        if regel.plek is not None:
            item.Dest = regel.plek.write(paginas)
        onder = _write_level(pdf, item, regel.onder, paginas, diepte + 1)
        if onder:
            item.Count = onder if diepte == 0 else -onder
            zichtbaar += onder if diepte == 0 else 0
    return zichtbaar
