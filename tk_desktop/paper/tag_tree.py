"""The structure trees of PDFs: whether one is sound, taking it away, and bringing many together in one."""

from collections.abc import Collection, Iterator, Mapping

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from tk_desktop.paper.places import tree_items, word

_ROLLEN = """
    Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
    Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
    Figure Formula Form
"""
STANDAARDROLLEN = frozenset(f"/{rol}" for rol in _ROLLEN.split())
_WORTEL = frozenset(("/Type", "/K", "/ParentTree", "/RoleMap", "/ClassMap", "/IDTree"))
_MEESTE = 2_000_000


def is_sound(pdf: Pdf) -> bool:
    """Tell whether ``pdf`` has a structure tree that can be kept.

    Every element stands in the tree once and has a role; every page that says it has structure is in the parent
    tree; and the parent tree leads only to elements that are in the tree.
    """
    top = pdf.Root.get("/StructTreeRoot")
    if not isinstance(top, Dictionary) or not isinstance(top.get("/ParentTree"), Dictionary):
        return False
    paginas = {page.obj.objgen for page in pdf.pages}
    elementen: set[tuple[int, int]] = set()
    for element in elements(top):
        if not element.is_indirect or element.objgen in elementen or not _stands_on_pages(element, paginas):
            return False
        elementen.add(element.objgen)
    if not elementen:
        return False
    ingangen = parent_tree(top)
    for waarde in ingangen.values():
        leden = waarde.as_list() if isinstance(waarde, Array) else [waarde]
        if any(isinstance(lid, Object) and lid.objgen not in elementen for lid in leden):
            return False
    sleutels = [page.obj.get("/StructParents") for page in pdf.pages]
    return all(sleutel in ingangen for sleutel in sleutels if sleutel is not None)


def _stands_on_pages(element: Object, paginas: set[tuple[int, int]]) -> bool:
    """Tell whether an element has a role, and speaks only of pages that are there."""
    if not isinstance(element.get("/S"), Name):
        return False
    kids = _kids(element)
    plekken = [element.get("/Pg"), *(kind.get("/Pg") for kind in kids if isinstance(kind, Dictionary))]
    if any(plek is not None and (not isinstance(plek, Dictionary) or plek.objgen not in paginas) for plek in plekken):
        return False
    return plekken[0] is not None or not any(isinstance(kind, int) for kind in kids)


def elements(top: Object) -> Iterator[Object]:
    """Yield every structure element under ``top``; one that stands in the tree twice comes twice, its kids once."""
    gezien: set[tuple[int, int]] = set()
    stapel = _kids(top)[::-1]
    for _ in range(_MEESTE):
        if not stapel:
            return
        element = stapel.pop()
        if not isinstance(element, Dictionary) or element.get("/Type") in (Name.MCR, Name.OBJR):
            continue
        yield element
        if not element.is_indirect or element.objgen not in gezien:
            gezien.add(element.objgen)
            stapel += _kids(element)[::-1]


def parent_tree(top: Object) -> dict[int, Object]:
    """Return the entries of the parent tree: for each number an element, or an array of them."""
    return {
        sleutel: waarde
        for sleutel, waarde in tree_items(top.get("/ParentTree"), "/Nums")
        if isinstance(sleutel, int) and isinstance(waarde, Array | Dictionary)
    }


def drop_tree(pdf: Pdf) -> None:
    """Take the structure of ``pdf`` away, with every number that led to it; the pages look the same."""
    for sleutel in ("/StructTreeRoot", "/MarkInfo"):
        if sleutel in pdf.Root:
            del pdf.Root[sleutel]
    for houder in (*_page_holders(pdf), *_form_holders(pdf)):
        for sleutel in ("/StructParents", "/StructParent"):
            if sleutel in houder:
                del houder[sleutel]


def drop_annotation(ingangen: Mapping[int, Object], annotatie: Object) -> None:
    """Take a link that is about to go out of the tree: its element stays as the plain words it holds."""
    element = ingangen.get(number_of(annotatie, "/StructParent"))
    if not isinstance(element, Dictionary):
        return
    over = [kind for kind in _kids(element) if not _refers_to(kind, annotatie)]
    element.K = Array(over)
    if element.get("/S") == Name.Link and not any(isinstance(kind, Dictionary) for kind in over):
        element.S = Name.Span


def prune(pdf: Pdf, nummers_weg: Collection[int]) -> None:
    """Take annotations that are gone out of the tree of ``pdf``, and leave in its root only what a tree needs."""
    top = pdf.Root.StructTreeRoot
    levend = {annotatie.objgen for annotatie in _page_holders(pdf)}
    for element in elements(top):
        kids = _kids(element)
        over = [kind for kind in kids if _is_alive(kind, levend)]
        if len(over) < len(kids):
            element.K = Array(over)
            if element.get("/S") == Name.Link and not any(isinstance(kind, Dictionary) for kind in over):
                element.S = Name.Span
    ingangen = parent_tree(top)
    nums = [deel for nummer in sorted(set(ingangen) - set(nummers_weg)) for deel in (nummer, ingangen[nummer])]
    top.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(nums)))
    for sleutel in set(top.keys()) - _WORTEL:
        del top[sleutel]


def _is_alive(kind: object, levend: set[tuple[int, int]]) -> bool:
    if not isinstance(kind, Dictionary) or kind.get("/Type") != Name.OBJR:
        return True
    ding: object = kind.get("/Obj")
    return isinstance(ding, Stream) or (isinstance(ding, Dictionary) and ding.objgen in levend)


def number_of(houder: Object, sleutel: str) -> int:
    """Return the number that leads from an object to the parent tree; -1 when there is none."""
    nummer: object = houder.get(sleutel)
    return nummer if isinstance(nummer, int) else -1


def _refers_to(kind: object, annotatie: Object) -> bool:
    if not isinstance(kind, Dictionary) or kind.get("/Type") != Name.OBJR:
        return False
    ding = kind.get("/Obj")
    return ding is None or (isinstance(ding, Dictionary) and ding.objgen == annotatie.objgen)


class Boomgaard:
    """The one structure tree of a file that is being joined from parts."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._top = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=self._top))
        self._delen: list[Object] = []
        self._ingangen: dict[int, Object] = {}
        self._volgende = 0
        self._rollen: dict[str, str] = {}
        self._ids: dict[bytes, Object] = {}
        self._leeg: list[Object] = []

    def renumber(self, bron: Pdf) -> None:
        """Move the numbers in a part, before its pages are copied, past those that are taken."""
        if self._volgende == 0:
            return
        sleutels = set(parent_tree(bron.Root.StructTreeRoot))
        for houder in _page_holders(bron):
            self._shift(houder, sleutels)
        if sleutels:
            for houder in _form_holders(bron):
                self._shift(houder, sleutels)

    def _shift(self, houder: Object, sleutels: set[int]) -> None:
        for sleutel in ("/StructParents", "/StructParent"):
            nummer = number_of(houder, sleutel)
            if nummer >= 0:
                sleutels.discard(nummer)
                houder[sleutel] = nummer + self._volgende

    def add(self, bron: Pdf, titel: str, voorzet: str) -> Object:
        """Take over the tree of a part whose pages are copied, and return the element that holds it."""
        origineel = bron.Root.StructTreeRoot
        boom = self._pdf.copy_foreign(origineel if origineel.is_indirect else bron.make_indirect(origineel))
        kids = [kind for kind in _kids(boom) if isinstance(kind, Dictionary)]
        self._own_roles(boom)
        self._own_ids(boom, voorzet)
        if len(kids) == 1 and kids[0].get("/S") == Name.Document:
            deel: Object = kids[0]
            deel.S, deel.P, deel.T = Name.Part, self._document, String(titel)
            self._delen.append(deel)
        else:
            deel = self.empty(titel)
            deel.K = Array(kids)
            for kind in kids:
                kind.P = deel
        taal: object = bron.Root.get("/Lang")
        if isinstance(taal, String) and "/Lang" not in deel:
            deel.Lang = taal
        ingangen = parent_tree(boom)
        self._ingangen |= {nummer + self._volgende: waarde for nummer, waarde in ingangen.items()}
        self._volgende += max(ingangen, default=-1) + 1
        return deel

    def empty(self, titel: str) -> Object:
        """Return the element for a part that has no structure of its own; it only stays when a link comes in it."""
        deel = self._pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Part, P=self._document, T=String(titel), K=Array())
        )
        self._delen.append(deel)
        return deel

    def add_blank(self, page: Object) -> None:
        """Note a page without contents, so that the tree says of it that it holds nothing to read."""
        self._leeg.append(page)

    def add_link(self, deel: Object, page: Object, annotatie: Object, woorden: Object) -> None:
        """Put a link with the words in form ``woorden`` (marked content 0) at the end of a part."""
        link = self._pdf.make_indirect(
            Dictionary(
                Type=Name.StructElem,
                S=Name.Link,
                P=deel,
                Pg=page,
                K=Array(
                    [
                        Dictionary(Type=Name.MCR, Pg=page, Stm=woorden, MCID=0),
                        Dictionary(Type=Name.OBJR, Pg=page, Obj=annotatie),
                    ]
                ),
            )
        )
        alinea = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=deel, Pg=page, K=link))
        link.P = alinea
        deel.K = Array([*_kids(deel), alinea])
        woorden.StructParents = self._volgende
        annotatie.StructParent = self._volgende + 1
        self._ingangen |= {self._volgende: Array([link]), self._volgende + 1: link}
        self._volgende += 2

    def drop_link(self, annotatie: Object) -> None:
        """Take a link that leads nowhere out of the tree."""
        drop_annotation(self._ingangen, annotatie)
        self._ingangen.pop(number_of(annotatie, "/StructParent"), None)

    def finish(self) -> bool:
        """Hang the tree in the file, if any part brought something for it; tells whether it did."""
        delen = [deel for deel in self._delen if _kids(deel)]
        if not delen:
            return False
        self._document.K = Array(delen)
        for page in self._leeg:
            page.StructParents = self._volgende
            self._ingangen[self._volgende] = Array()
            self._volgende += 1
        top = self._top
        top.K = self._document
        nums = [deel for nummer in sorted(self._ingangen) for deel in (nummer, self._ingangen[nummer])]
        top.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(nums)))
        top.ParentTreeNextKey = self._volgende
        if self._rollen:
            top.RoleMap = Dictionary({rol: Name(standaard) for rol, standaard in sorted(self._rollen.items())})
        if self._ids:
            lijst: list[Object] = []
            for naam in sorted(self._ids):
                lijst += [String(naam), self._ids[naam]]
            top.IDTree = Dictionary(Names=Array(lijst))
        self._pdf.Root.StructTreeRoot = top
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)
        return True

    def _own_roles(self, boom: Object) -> None:
        """Bring the roles of a part into the one map; a role that means something else there is written out."""
        botsend: dict[str, str] = {}
        for rol, standaard in _role_map(boom).items():
            if self._rollen.setdefault(rol, standaard) != standaard:
                botsend[rol] = standaard
        if botsend:
            for element in elements(boom):
                rol = word(element.get("/S"))
                if rol in botsend:
                    element.S = Name(botsend[rol])

    def _own_ids(self, boom: Object, voorzet: str) -> None:
        """Make the ids of a part its own, and write out what its class map says."""
        klassen = boom.get("/ClassMap")
        if "/IDTree" not in boom and not isinstance(klassen, Dictionary):
            return
        begin = voorzet.encode() + b"."
        for element in list(elements(boom)):
            if isinstance(klassen, Dictionary) and "/C" in element:
                namen = [naam for naam in _listed(element.C) if isinstance(naam, Name)]
                geleerd = [attr for naam in namen for attr in _listed(klassen.get(word(naam)))]
                element.A = Array([*_listed(element.get("/A")), *geleerd])
                del element["/C"]
            if isinstance(element.get("/ID"), String):
                element.ID = String(begin + bytes(element.ID))
                self._ids[bytes(element.ID)] = element
            for attr in _listed(element.get("/A")):
                if isinstance(attr, Dictionary) and isinstance(attr.get("/Headers"), Array):
                    koppen = [kop for kop in attr.Headers.as_list() if isinstance(kop, String)]
                    attr.Headers = Array([String(begin + bytes(kop)) for kop in koppen])


def _role_map(boom: Object) -> dict[str, str]:
    """Return for each role of a tree the standard role it stands for in the end."""
    kaart = boom.get("/RoleMap")
    if not isinstance(kaart, Dictionary):
        return {}
    stappen = {rol: word(doel) for rol, doel in kaart.items() if isinstance(doel, Name)}
    einden: dict[str, str] = {}
    for rol in stappen:
        doel = rol
        for _ in range(len(stappen)):
            doel = stappen.get(doel, doel)
            if doel in STANDAARDROLLEN:
                break
        if rol not in STANDAARDROLLEN:
            einden[rol] = doel if doel in STANDAARDROLLEN else "/Div"
    return einden


def _kids(element: Object) -> list[object]:
    return _listed(element.get("/K"))


def _listed(waarde: object) -> list[object]:
    """Return what stands in an array, or the one thing itself, or nothing."""
    if waarde is None:
        return []
    return list(waarde.as_list()) if isinstance(waarde, Array) else [waarde]


def _page_holders(pdf: Pdf) -> Iterator[Object]:
    """Yield the pages and their annotations."""
    for page in pdf.pages:
        yield page.obj
        annotaties = page.obj.get("/Annots")
        if isinstance(annotaties, Array):
            yield from (annotatie for annotatie in annotaties.as_list() if isinstance(annotatie, Dictionary))


def _form_holders(pdf: Pdf) -> Iterator[Object]:
    """Yield the drawings (form and image XObjects) that pages use, at any depth, each once."""
    gezien: set[tuple[int, int]] = set()
    stapel: list[Object] = [page.obj for page in pdf.pages]
    while stapel:
        bronnen = stapel.pop().get("/Resources")
        tekeningen = bronnen.get("/XObject") if isinstance(bronnen, Dictionary) else None
        if not isinstance(tekeningen, Dictionary):
            continue
        for tekening in tekeningen.as_dict().values():
            if isinstance(tekening, Stream) and tekening.objgen not in gezien:
                gezien.add(tekening.objgen)
                yield tekening
                stapel.append(tekening)
