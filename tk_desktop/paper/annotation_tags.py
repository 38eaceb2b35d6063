"""Notes in the structure of a tagged PDF, so that what is read aloud holds them too (PDF/UA-1, 7.18)."""

from collections.abc import Sequence
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from tk_desktop.paper.tag_tree import is_sound, parent_tree

_TITEL = "Aantekeningen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Geplaatst:
    """An annotation on its page (from 1), and what is read aloud of it where it has no words of its own."""

    pagina: int
    page: Object
    annotatie: Object
    woorden: str


def tag_annotations(pdf: Pdf, geplaatst: Sequence[Geplaatst]) -> None:
    """Put annotations in the tree, in order of page, in a section at its end; a file without a sound tree stays so."""
    if not geplaatst or not is_sound(pdf):
        return
    top = pdf.Root.StructTreeRoot
    ingangen = parent_tree(top)
    volgende = max(ingangen, default=-1) + 1
    onder = _document(top)
    sectie = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Sect, P=onder, T=String(_TITEL)))
    leden: list[Object] = []
    for een in sorted(geplaatst, key=lambda ander: ander.pagina):
        lid = pdf.make_indirect(
            Dictionary(
                Type=Name.StructElem,
                S=Name.Annot,
                P=sectie,
                Pg=een.page,
                Alt=String(een.woorden),
                K=Dictionary(Type=Name.OBJR, Pg=een.page, Obj=een.annotatie),
            )
        )
        een.annotatie.StructParent = volgende
        een.page.Tabs = Name.S
        ingangen[volgende] = lid
        volgende += 1
        leden.append(lid)
    sectie.K = Array(leden)
    onder.K = Array([*_kids(onder), sectie])
    nums = [deel for nummer in sorted(ingangen) for deel in (nummer, ingangen[nummer])]
    top.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(nums)))
    top.ParentTreeNextKey = volgende


def _document(top: Object) -> Object:
    """Return the element that holds all others; the root itself where there are several."""
    kids = _kids(top)
    return kids[0] if len(kids) == 1 and isinstance(kids[0], Dictionary) else top


def _kids(element: Object) -> list[Object]:
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids.as_list()) if isinstance(kids, Array) else [kids]
