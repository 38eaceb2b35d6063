"""Layers of a PDF (optional content): what is hidden goes for good, what is shown stays as ordinary content."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pikepdf
from pikepdf import Array, ContentStreamInlineImage, Dictionary, Name, Object, Operator, Pdf, Stream

from tk_desktop.paper.places import word

_VULT_PAD = frozenset(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*"))
_SCHRIJFT = frozenset(("Tj", "TJ", "Do", "sh"))
_NIEUWE_REGEL = frozenset(("'", '"'))


def flatten_layers(pdf: Pdf) -> bool:
    """Take the layers out of ``pdf``; tells whether any was hidden, so that words or drawings are gone."""
    eigenschappen = pdf.Root.get("/OCProperties")
    uit = _hidden(eigenschappen) if isinstance(eigenschappen, Dictionary) else frozenset()
    houders = list(_drawings(pdf))
    weg = len([houder for houder in houders if _flatten(pdf, houder, uit)]) > 0
    for houder in houders:
        _drop_properties(houder)
    for page in pdf.pages:
        annotaties = page.obj.get("/Annots")
        if isinstance(annotaties, Array):
            blijft = [ding for ding in annotaties.as_list() if not _is_hidden(ding, uit)]
            weg |= len(blijft) < len(annotaties)
            page.obj.Annots = Array(blijft)
    if "/OCProperties" in pdf.Root:
        del pdf.Root["/OCProperties"]
    return weg


def _hidden(eigenschappen: Object) -> frozenset[tuple[int, int]]:
    """Return which layers are not shown when the file opens."""
    stand = eigenschappen.get("/D")
    if not isinstance(stand, Dictionary):
        return frozenset()
    if stand.get("/BaseState") == Name.OFF:
        return _ids(eigenschappen.get("/OCGs")) - _ids(stand.get("/ON"))
    return _ids(stand.get("/OFF"))


def _ids(lijst: object) -> frozenset[tuple[int, int]]:
    if not isinstance(lijst, Array):
        return frozenset()
    return frozenset(laag.objgen for laag in lijst.as_list() if isinstance(laag, Dictionary))


def _is_hidden(ding: object, uit: frozenset[tuple[int, int]]) -> bool:
    """Tell whether something belongs to a hidden layer, or to a group of layers that hides it."""
    laag = ding.get("/OC") if isinstance(ding, Dictionary | Stream) else None
    return isinstance(laag, Dictionary) and _layer_is_hidden(laag, uit)


def _layer_is_hidden(laag: Object, uit: frozenset[tuple[int, int]]) -> bool:
    if laag.get("/Type") != Name.OCMD:
        return laag.objgen in uit
    groep = laag.get("/OCGs")
    leden = [groep] if isinstance(groep, Dictionary) else list(groep.as_list()) if isinstance(groep, Array) else []
    standen = [lid.objgen not in uit for lid in leden if isinstance(lid, Dictionary)]
    if not standen:
        return False
    regel = word(laag.get("/P"))
    zichtbaar = {
        "/AllOn": all(standen),
        "/AnyOff": not all(standen),
        "/AllOff": not any(standen),
    }.get(regel, any(standen))
    return not zichtbaar


def _drawings(pdf: Pdf) -> Iterator[Object]:
    """Yield the pages and the forms they draw with, each once."""
    gezien: set[tuple[int, int]] = set()
    stapel: list[Object] = [page.obj for page in pdf.pages]
    while stapel:
        houder = stapel.pop()
        yield houder
        bronnen = houder.get("/Resources")
        vormen = bronnen.get("/XObject") if isinstance(bronnen, Dictionary) else None
        if isinstance(vormen, Dictionary):
            for vorm in vormen.as_dict().values():
                if isinstance(vorm, Stream) and vorm.get("/Subtype") == Name.Form and vorm.objgen not in gezien:
                    gezien.add(vorm.objgen)
                    stapel.append(vorm)


def _flatten(pdf: Pdf, houder: Object, uit: frozenset[tuple[int, int]]) -> bool:
    """Take hidden content out of one drawing, and the marks of layers with it."""
    bronnen = houder.get("/Resources")
    if not isinstance(bronnen, Dictionary):
        return False
    weg = _drop_hidden_forms(pdf, bronnen.get("/XObject"), uit)
    verborgen = {naam: _layer_is_hidden(laag, uit) for naam, laag in _layers_in(bronnen).items()}
    if verborgen:
        inhoud = _without(houder, verborgen)
        if isinstance(houder, Stream):
            houder.write(inhoud)
        else:
            houder.Contents = pdf.make_stream(inhoud)
    return weg or any(verborgen.values())


def _layers_in(bronnen: object) -> dict[str, Object]:
    """Return the layers that a drawing can name."""
    lagen = bronnen.get("/Properties") if isinstance(bronnen, Dictionary) else None
    if not isinstance(lagen, Dictionary):
        return {}
    soorten = (Name.OCG, Name.OCMD)
    return {naam: laag for naam, laag in lagen.items() if isinstance(laag, Dictionary) and laag.get("/Type") in soorten}


def _drop_properties(houder: Object) -> None:
    """Take the names of layers away; pages may share them, so this comes when all drawings are done."""
    bronnen = houder.get("/Resources")
    lagen = bronnen.get("/Properties") if isinstance(bronnen, Dictionary) else None
    if isinstance(bronnen, Dictionary) and isinstance(lagen, Dictionary):
        for naam in _layers_in(bronnen):
            del lagen[naam]
        if not lagen.keys():
            del bronnen["/Properties"]


def _drop_hidden_forms(pdf: Pdf, vormen: object, uit: frozenset[tuple[int, int]]) -> bool:
    if not isinstance(vormen, Dictionary):
        return False
    weg = False
    for naam, vorm in list(vormen.items()):
        if _is_hidden(vorm, uit):
            vormen[naam] = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 0, 0]))
            weg = True
        elif isinstance(vorm, Stream) and "/OC" in vorm:
            del vorm["/OC"]
    return weg


def _without(houder: Object, verborgen: Mapping[str, bool]) -> bytes:
    """Return the drawing without the marks of layers, and without what the hidden ones paint.

    What a hidden layer sets for the rest of the page stays.
    """
    opdrachten: list[Any] = []
    stapel: list[bool | None] = []
    for opdracht in pikepdf.parse_content_stream(houder):
        naam = str(opdracht.operator)
        if naam in ("BMC", "BDC"):
            stapel.append(_layer_of(opdracht.operands, verborgen) if naam == "BDC" else None)
            if stapel[-1] is not None:
                continue
        elif naam == "EMC" and stapel and stapel.pop() is not None:
            continue
        if not any(stapel):
            opdrachten.append(opdracht)
        elif naam in _VULT_PAD:
            opdrachten.append(([], Operator("n")))
        elif naam in _NIEUWE_REGEL:
            opdrachten.append(([], Operator("T*")))
        elif naam not in _SCHRIJFT and not isinstance(opdracht, ContentStreamInlineImage):
            opdrachten.append(opdracht)
    return pikepdf.unparse_content_stream(opdrachten)


def _layer_of(operanden: Iterable[object], verborgen: Mapping[str, bool]) -> bool | None:
    """Tell whether marked content is in a hidden layer, or None when it is in no layer."""
    delen = list(operanden)
    if len(delen) == 2 and delen[0] == Name.OC and isinstance(delen[1], Name):
        return verborgen.get(word(delen[1]), False)
    return None
