"""Rules of PDF/UA a machine can check, written down from the standard: what a reader with a screen reader needs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Page, Pdf

PAINTS = {"Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "INLINE IMAGE"}
PARENTS = {
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "LI": {"L"},
    "Lbl": {"LI"},
    "LBody": {"LI"},
    "H1": {"Document", "Part", "Sect"},
    "H2": {"Document", "Part", "Sect"},
    "H3": {"Document", "Part", "Sect"},
}
ROLES = set(PARENTS) | {"Document", "Part", "Sect", "P", "L", "Table", "Link", "Figure", "Span", "Annot"}


_CHARACTERS = re.compile(rb"beginbfchar(.*?)endbfchar", re.S)
_UNREADABLE = re.compile(rb"<[0-9A-Fa-f]+>\s*<(?:0000|FFFE|FEFF)>")


@dataclass
class Tree:
    """What was met in a structure tree."""

    marks: dict[tuple[Any, int], Any] = field(default_factory=dict)
    links: dict[Any, Any] = field(default_factory=dict)
    headings: list[int] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)


def ua_faults(pdf: Pdf, *, marker: bool = False) -> list[str]:
    """Return what breaks a rule, an empty list when nothing does; ``marker`` asks for the UA mark in the XMP too."""
    faults = list(_catalogue_faults(pdf, marker))
    if "/StructTreeRoot" not in pdf.Root:
        return [*faults, "no structure tree"]
    tree = Tree()
    for kid in _kids(pdf.Root.StructTreeRoot):
        _walk(kid, None, "", tree)
    faults += tree.faults
    last = 0
    for level in tree.headings:
        if level > last + 1:
            faults.append(f"heading skips from H{last} to H{level}")
        last = level
    back = dict(_number_tree(pdf.Root.StructTreeRoot.ParentTree))
    for number, page in enumerate(pdf.pages):
        faults += _page_faults(number, page, tree, back)
    return faults + list(_font_faults(pdf))


def roles(pdf: Pdf) -> list[str]:
    """Return the roles in the structure, in the order of reading."""
    tree = Tree()
    for kid in _kids(pdf.Root.StructTreeRoot):
        _walk(kid, None, "", tree)
    return tree.roles


def _catalogue_faults(pdf: Pdf, marker: bool) -> Iterator[str]:
    root = pdf.Root
    if not root.get("/MarkInfo", Dictionary()).get("/Marked"):
        yield "not marked as tagged"
    if not str(root.get("/Lang", "")):
        yield "no language"
    if not root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle"):
        yield "title is not shown"
    packet = root.Metadata.read_bytes().decode() if "/Metadata" in root else ""
    if not re.search(r"<dc:title>.*?<rdf:li[^>]*>[^<]+", packet, re.S):
        yield "no title"
    if marker and "pdfuaid:part" not in packet:
        yield "no UA mark"


def _kids(node: Any) -> list[Any]:
    kids = node.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _walk(node: Any, page: Any, parent: str, tree: Tree) -> None:
    role = str(node.S)[1:]
    tree.roles.append(role)
    tree.faults += _element_faults(node, role, parent)
    if re.fullmatch(r"H[1-6]", role):
        tree.headings.append(int(role[1]))
    page = node.get("/Pg", page)
    clickable = False
    for kid in _kids(node):
        if isinstance(kid, int):
            tree.marks[page.objgen, kid] = node
        elif kid.get("/Type") == Name.MCR:
            tree.marks[kid.get("/Stm", kid.get("/Pg", page)).objgen, int(kid.MCID)] = node
        elif kid.get("/Type") == Name.OBJR:
            tree.links[kid.Obj.objgen] = node
            clickable = True
        else:
            if kid.P.objgen != node.objgen:
                tree.faults.append(f"{role} is not the parent of its kid")
            _walk(kid, page, role, tree)
    if role == "Link" and not clickable:
        tree.faults.append("Link without annotation")


def _element_faults(node: Any, role: str, parent: str) -> Iterator[str]:
    if role not in ROLES:
        yield f"unknown role {role}"
    if role in PARENTS and parent not in PARENTS[role]:
        yield f"{role} in {parent}"
    attributes = node.get("/A", pikepdf.Array())
    dictionaries = list(attributes) if isinstance(attributes, pikepdf.Array) else [attributes]
    if role == "TH" and not any("/Scope" in one for one in dictionaries):
        yield "TH without scope"
    if role == "Figure":
        if not str(node.get("/Alt", "")):
            yield "Figure without words"
        if not any("/BBox" in one for one in dictionaries):
            yield "Figure without its place"
    if role == "Table":
        yield from _table_faults(node)


def _table_faults(table: Any) -> Iterator[str]:
    widths = set()
    for row in _kids(table):
        width = 0
        for cell in _kids(row):
            attributes = cell.get("/A", pikepdf.Array())
            ones = list(attributes) if isinstance(attributes, pikepdf.Array) else [attributes]
            width += next((int(one.ColSpan) for one in ones if "/ColSpan" in one), 1)
        widths.add(width)
    if len(widths) != 1:
        yield f"rows of a table differ in width: {sorted(widths)}"


def _number_tree(node: Any) -> Iterator[tuple[int, Any]]:
    flat = list(node.get("/Nums", []))
    for key, value in zip(flat[::2], flat[1::2], strict=True):
        yield int(key), value
    for kid in node.get("/Kids", []):
        yield from _number_tree(kid)


def _page_faults(number: int, page: Page, tree: Tree, back: dict[int, Any]) -> Iterator[str]:
    yield from _content_faults(f"page {number}", page.obj, page.resources, tree, back)
    yield from _annotation_faults(number, page, tree, back)


def _content_faults(where: str, content: Any, resources: Any, tree: Tree, back: dict[int, Any]) -> Iterator[str]:
    """Yield the faults in what a page paints, or a form on it that has marks of its own."""
    if "/StructParents" not in content:
        yield f"{where}: no way back to the structure"
        return
    way_back = back[int(content.StructParents)]
    seen: set[int] = set()
    stack: list[tuple[str, int | None]] = []
    for instruction in pikepdf.parse_content_stream(content):
        operands, name = instruction.operands, str(instruction.operator)
        if name in ("BDC", "BMC"):
            mark = _mark(resources, operands)
            if mark is not None:
                leads_to = way_back[mark] if mark < len(way_back) else None
                told = _mark_fault(tree.marks.get((content.objgen, mark)), leads_to, mark in seen, bool(stack))
                if told:
                    yield f"{where}: mark {mark} {told}"
                seen.add(mark)
            stack.append((str(operands[0]), mark))
        elif name == "EMC":
            stack.pop()
        elif name in PAINTS and not any(tag == "/Artifact" or mark is not None for tag, mark in stack):
            form = resources.XObject[str(operands[0])] if name == "Do" else Dictionary()
            if "/StructParents" in form:
                yield from _content_faults(f"{where}, form {operands[0]}", form, form.Resources, tree, back)
            else:
                yield f"{where}: {name} painted without a mark"
    if stack:
        yield f"{where}: a mark is not closed"
    if {mark for home, mark in tree.marks if home == content.objgen} != seen:
        yield f"{where}: the tree names marks that are not there"


def _mark_fault(element: Any, leads_to: Any, seen: bool, inside: bool) -> str:
    if seen:
        return "stands there twice"
    if inside:
        return "inside a mark"
    if element is None:
        return "not in the tree"
    return "" if leads_to is not None and leads_to.objgen == element.objgen else "leads back to another element"


def _mark(resources: Any, operands: Any) -> int | None:
    if len(operands) < 2:
        return None
    properties = operands[1]
    if isinstance(properties, Name):
        properties = resources.Properties[str(properties)]
    return int(properties.MCID) if "/MCID" in properties else None


def _annotation_faults(number: int, page: Page, tree: Tree, back: dict[int, Any]) -> Iterator[str]:
    for annotation in page.obj.get("/Annots", []):
        element = tree.links.get(annotation.objgen)
        if element is None:
            yield f"page {number}: a link outside the structure"
        elif back[int(annotation.StructParent)].objgen != element.objgen:
            yield f"page {number}: a link leads back to another element"
        if not str(annotation.get("/Contents", "")) and not (element is not None and "/Alt" in element):
            yield f"page {number}: a link without words"
        if page.obj.get("/Tabs") != Name.S:
            yield f"page {number}: tab order is not that of the structure"


def _font_faults(pdf: Pdf) -> Iterator[str]:
    fonts = {font.objgen: font for page in pdf.pages for _, font in page.resources.get("/Font", Dictionary()).items()}
    for font in fonts.values():
        base = font.DescendantFonts[0] if font.Subtype == Name.Type0 else font
        descriptor = base.get("/FontDescriptor", Dictionary())
        if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield f"font {font.get('/BaseFont')} is not embedded"
        if "/ToUnicode" not in font:
            yield f"font {font.get('/BaseFont')} cannot be read back"
        elif _UNREADABLE.search(b"".join(_CHARACTERS.findall(font.ToUnicode.read_bytes()))):
            yield f"font {font.get('/BaseFont')} reads back as no character"
