"""Small PDFs with invented words, as they come from elsewhere or from our own hand."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tk_desktop.base.paths import resources
from tk_desktop.paper.xmp import Description, describe

LETTER = resources() / "fonts" / "liberation-sans" / "LiberationSans-Regular.ttf"
DAG = date(2026, 3, 4)
A4 = (595.28, 841.89)

_LETTER: dict[str, Any] = {"initialFontName": "Proef"}


def a_canvas(stroom: BytesIO, maat: tuple[float, float] = A4) -> Canvas:
    if "Proef" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Proef", LETTER))
    return Canvas(stroom, pagesize=maat, invariant=1, **_LETTER)


def a_pdf(
    bron: Path,
    teksten: Sequence[str] = ("Een bladzijde.",),
    *,
    maat: tuple[float, float] = A4,
    bladwijzers: Sequence[tuple[str, int, int]] = (),
) -> Path:
    """Write a PDF with one text per page; ``bladwijzers`` are (title, page, level)."""
    stroom = BytesIO()
    canvas = a_canvas(stroom, maat)
    for nummer, tekst in enumerate(teksten):
        canvas.setFont("Proef", 11)
        canvas.drawString(min(72, maat[0] / 4), maat[1] * 0.8, tekst)
        canvas.bookmarkPage(f"blz{nummer}")
        for volgorde, (titel, pagina, niveau) in enumerate(bladwijzers):
            if pagina == nummer:
                canvas.bookmarkPage(f"wijzer{volgorde}")
                canvas.addOutlineEntry(titel, f"wijzer{volgorde}", niveau)
        canvas.showPage()
    canvas.save()
    with pikepdf.open(stroom) as pdf:
        for page in pdf.pages:
            del page.obj["/Trans"]
        pdf.save(bron)
    return bron


def a_locked_pdf(
    bron: Path, wachtwoord: str, teksten: Sequence[str] = ("Een bladzijde.",), *, slot: Literal[3, 4, 6] = 6
) -> Path:
    """Write a PDF with one text per page that opens only with a password; ``slot`` is the revision of its lock."""
    a_pdf(bron, teksten)
    with pikepdf.open(bron, allow_overwriting_input=True) as pdf:
        pdf.save(
            bron,
            encryption=pikepdf.Encryption(owner="eigenaar", user=wachtwoord, R=slot, aes=slot > 3, metadata=slot > 3),
        )
    return bron


def name_places(bron: Path, namen: dict[str, int]) -> None:
    """Give pages of a PDF names."""
    with pikepdf.open(bron, allow_overwriting_input=True) as pdf:
        lijst: list[Object] = []
        for naam in sorted(namen):
            lijst += [String(naam), Array([pdf.pages[namen[naam]].obj, Name.Fit])]
        pdf.Root.Names = Dictionary(Dests=pdf.make_indirect(Dictionary(Names=Array(lijst))))
        pdf.save(bron)


def add_link(bron: Path, pagina: int, doel: str | int) -> None:
    """Put a link on a page, to a name or to a page."""
    with pikepdf.open(bron, allow_overwriting_input=True) as pdf:
        dest = String(doel) if isinstance(doel, str) else Array([pdf.pages[doel].obj, Name.Fit])
        add_annotation(pdf, pagina, Dictionary(Subtype=Name.Link, A=Dictionary(S=Name.GoTo, D=dest)))
        pdf.save(bron)


def add_annotation(pdf: Pdf, pagina: int, annotatie: Dictionary) -> Object:
    """Put an annotation on a page."""
    page = pdf.pages[pagina].obj
    annotatie.Type = Name.Annot
    annotatie.F = 4
    if "/Rect" not in annotatie:
        annotatie.Rect = Array([72, 600, 172, 620])
    if "/Annots" not in page:
        page.Annots = Array()
    ding = pdf.make_indirect(annotatie)
    page.Annots.append(ding)
    return ding


def a_tagged_pdf(
    bron: Path, koppen: Sequence[str], *, links: Sequence[tuple[int, str]] = (), rol: str = "H1", staat_voor: str = ""
) -> Path:
    """Write a tagged PDF/A-3b with one heading per page; ``links`` are (page, name)."""
    a_pdf(bron, koppen)
    with pikepdf.open(bron, allow_overwriting_input=True) as pdf:
        top = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=top, K=Array()))
        nums: list[Object | int] = []
        for nummer, page in enumerate(pdf.pages):
            kop = pdf.make_indirect(
                Dictionary(
                    Type=Name.StructElem, S=Name("/" + rol), P=document, Pg=page.obj, K=0, ID=String(f"k{nummer}")
                )
            )
            document.K.append(kop)
            page.contents_add(b"/%s <</MCID 0>> BDC" % rol.encode(), prepend=True)
            page.contents_add(b"EMC")
            page.obj.StructParents = nummer
            nums += [nummer, Array([kop])]
        for volgnummer, (pagina, naam) in enumerate(links, start=len(pdf.pages)):
            annotatie = add_annotation(
                pdf,
                pagina,
                Dictionary(
                    Subtype=Name.Link,
                    Dest=String(naam),
                    Contents=String(naam),
                    StructParent=volgnummer,
                    Border=Array([0, 0, 0]),
                ),
            )
            link = pdf.make_indirect(
                Dictionary(
                    Type=Name.StructElem,
                    S=Name.Link,
                    P=document,
                    K=Dictionary(Type=Name.OBJR, Obj=annotatie, Pg=pdf.pages[pagina].obj),
                )
            )
            document.K.append(link)
            nums += [volgnummer, link]
        top.K = document
        top.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(nums)))
        top.IDTree = Dictionary(Names=Array([String("k0"), document.K[0]]))
        if staat_voor:
            top.RoleMap = Dictionary({"/" + rol: Name("/" + staat_voor)})
        pdf.Root.StructTreeRoot = top
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        describe(pdf, Description(titel=koppen[0], auteur="", taal="nl-NL", datum=DAG))
        pdf.save(bron)
    return bron


def check_tree(pdf: Pdf) -> list[str]:
    """Return what is wrong between the structure tree, the parent tree and the pages; nothing when all agrees."""
    top: Any = pdf.Root.StructTreeRoot
    nums = list(top.ParentTree.Nums.as_list())
    ingangen = dict(zip(nums[::2], nums[1::2], strict=True))
    fouten = [] if list(ingangen) == sorted(ingangen) else ["nummers niet op volgorde"]
    fouten += [] if top.ParentTreeNextKey > max(ingangen) else ["ParentTreeNextKey te laag"]
    gezien: set[tuple[int, int]] = set()

    def walk(element: Any, ouder: Any) -> None:
        if element.objgen in gezien:
            fouten.append("element twee keer in de boom")
            return
        gezien.add(element.objgen)
        if element.P.objgen != ouder.objgen:
            fouten.append(f"{element.S} kent zijn ouder niet")
        kids: Any = element.get("/K", Array())
        for kind in kids.as_list() if isinstance(kids, Array) else [kids]:
            if isinstance(kind, int):
                _marked(element.Pg, int(kind), element)
            elif kind.get("/Type") == Name.MCR:
                _marked(kind.get("/Stm", kind.get("/Pg")), int(kind.MCID), element)
            elif kind.get("/Type") == Name.OBJR:
                if ingangen[kind.Obj.StructParent].objgen != element.objgen:
                    fouten.append("link wijst naar een ander element")
                if kind.Obj.objgen not in {annotatie.objgen for annotatie in kind.Pg.Annots.as_list()}:
                    fouten.append("link staat niet op zijn pagina")
            else:
                walk(kind, element)

    def _marked(houder: Any, nummer: int, element: Any) -> None:
        if ingangen[houder.StructParents][nummer].objgen != element.objgen:
            fouten.append("tekst wijst naar een ander element")

    walk(top.K, top)
    nummers = [page.obj.StructParents for page in pdf.pages if "/StructParents" in page.obj]
    if len(set(nummers)) != len(nummers):
        fouten.append("twee pagina’s met hetzelfde nummer")
    return fouten
