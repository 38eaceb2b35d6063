"""The structure of a tagged PDF: what each mark on a page is, as a tree, and that tree written into the file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String

Rect = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of marked content: its page and its number on that page."""

    page: int
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkArea:
    """A place on a page that can be clicked; ``target`` is a web address or ``#naam``."""

    page: int
    rect: Rect
    target: str
    words: str


@dataclass(slots=True, kw_only=True, eq=False)
class Element:
    """A part of the structure: a heading, a paragraph, a cell.

    An element joins its parent when it is first met on paper (``attach``), so that the tree has the order of reading.
    """

    role: str
    parent: "Element | None" = None
    alt: str = ""
    attributes: dict[str, str | int] = field(default_factory=dict)
    bbox: Rect | None = None
    kids: list["Element | Mark | LinkArea"] = field(default_factory=list)
    attached: bool = False

    def child(self, role: str, *, alt: str = "", **attributes: str | int) -> "Element":
        """Return a new element that will stand in this one."""
        return Element(role=role, parent=self, alt=alt, attributes=attributes)

    def attach(self) -> None:
        """Take the place in the tree, after what already stands there."""
        if not self.attached:
            self.attached = True
            if self.parent is not None:
                self.parent.attach()
                self.parent.kids.append(self)


_OWNER = {"Scope": "Table", "ColSpan": "Table", "ListNumbering": "List"}


def write_structure(pdf: Pdf, root: Element) -> None:
    """Write the tree of ``root`` into ``pdf``, with the way back from each mark and link to its element."""
    _StructureWriter(pdf).write(root)


class _StructureWriter:
    """One pass over a tree: makes the objects and gathers the parent tree."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages: Sequence[Page] = list(pdf.pages)
        self._marks: list[dict[int, Object]] = [{} for _ in self._pages]
        self._links: list[Object] = []

    def write(self, root: Element) -> None:
        """Write everything and hang it in the catalogue."""
        pdf = self._pdf
        top = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        top.K = Array([self._element(root, top)])
        nums: list[Object | int] = []
        for number, (page, marks) in enumerate(zip(self._pages, self._marks, strict=True)):
            page.obj.StructParents = number
            page.obj.Tabs = Name.S
            nums += [number, pdf.make_indirect(Array([marks[mark] for mark in range(len(marks))]))]
        for key, element in enumerate(self._links, start=len(self._pages)):
            nums += [key, element]
        top.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(nums)))
        top.ParentTreeNextKey = len(self._pages) + len(self._links)
        pdf.Root.StructTreeRoot = top
        pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _element(self, element: Element, parent: Object) -> Object:
        made = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + element.role), P=parent))
        if element.alt:
            made.Alt = String(element.alt)
        attributes = list(_attributes(element))
        if attributes:
            made.A = attributes[0] if len(attributes) == 1 else Array(attributes)
        home = next((kid.page for kid in element.kids if isinstance(kid, Mark)), None)
        if home is not None:
            made.Pg = self._pages[home].obj
        made.K = Array([self._kid(kid, made, home) for kid in element.kids])
        return made

    def _kid(self, kid: Element | Mark | LinkArea, parent: Object, home: int | None) -> Object | int:
        if isinstance(kid, Element):
            return self._element(kid, parent)
        if isinstance(kid, LinkArea):
            return Dictionary(Type=Name.OBJR, Pg=self._pages[kid.page].obj, Obj=self._annotation(kid, parent))
        self._marks[kid.page][kid.number] = parent
        if kid.page == home:
            return kid.number
        return Dictionary(Type=Name.MCR, Pg=self._pages[kid.page].obj, MCID=kid.number)

    def _annotation(self, area: LinkArea, element: Object) -> Object:
        page = self._pages[area.page].obj
        annotation = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([round(number, 2) for number in area.rect]),
                Border=Array([0, 0, 0]),
                F=4,
                P=page,
                StructParent=len(self._pages) + len(self._links),
            )
        )
        if area.target.startswith("#"):
            annotation.Dest = String(area.target[1:])
            annotation.Contents = String(f"Ga naar {area.words}")
        else:
            annotation.A = Dictionary(S=Name.URI, URI=String(area.target))
            annotation.Contents = String(f"{area.words} ({area.target})")
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(annotation)
        self._links.append(element)
        return annotation


def _attributes(element: Element) -> Iterator[Dictionary]:
    owners = {_OWNER[name] for name in element.attributes}
    for owner in sorted(owners):
        made = Dictionary(O=Name("/" + owner))
        for name, value in element.attributes.items():
            if _OWNER[name] == owner:
                made["/" + name] = Name("/" + value) if isinstance(value, str) else value
        yield made
    if element.bbox is not None:
        numbers = Array([round(number, 2) for number in element.bbox])
        yield Dictionary(O=Name.Layout, BBox=numbers, Placement=Name.Block)
