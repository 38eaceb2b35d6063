"""Why a PDF is not PDF/A-3b, in short Dutch reasons a secretary can pass on to the sender."""

import logging
import re
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Dictionary, Object, Pdf

from tk_desktop.paper.places import word

if TYPE_CHECKING:
    from pikepdf.pdfa import Finding

logging.getLogger("fontTools").setLevel(logging.ERROR)
"""fontTools remarks on the dates inside fonts; they mean nothing for a stuk."""

_NIET_INGESLOTEN = "lettertype niet ingesloten"

_REDENEN: tuple[tuple[str, str], ...] = (
    (r":6\.2\.11\.4\.1-", _NIET_INGESLOTEN),
    (r":6\.2\.11\.|:font|:schema-(Font|CIDFont|CMap)", "lettertype is niet volledig of niet te controleren"),
    (r":6\.2\.10|:schema-Group", "doorzichtigheid (transparantie) zonder kleurprofiel"),
    (r":6\.2\.[34]|:colour|:schema-ColorSpace|:icc", "kleurruimte zonder passend kleurprofiel"),
    (r":6\.2\.[89]|:6\.1\.7|:filter|:schema-(Image|Form)", "afbeelding in een vorm die PDF/A niet toelaat"),
    (r":6\.2\.5|:schema-ExtGState", "instelling voor drukpersen"),
    (r":pattern|shading|patterns|:schema-Pattern|soft mask", "kleurverloop of patroon dat niet te controleren is"),
    (r":6\.2\.2|:content|:text|:schema-ContentStream", "fouten in de opmaak van een pagina"),
    (r":6\.3|:schema-(Annot|MarkupAnnot|Appearance)", "aantekening in een vorm die PDF/A niet toelaat"),
    (r":6\.[45]|:schema-(Action|AcroForm|Field)", "formulier of actie die PDF/A niet toelaat"),
    (r":6\.[89]|:embedded", "bijgevoegd bestand of laag die PDF/A niet toelaat"),
)
_EIGEN_ZORG = re.compile(r":6\.6\.|:6\.1\.2-|:schema-(Trailer|Info|Catalog|XMP)")
"""What the set writes itself: header, trailer, description."""

_REST = "opbouw van het bestand wijkt af"


def objections(pdf: Pdf) -> tuple[str, ...]:
    """Return why the pages of ``pdf`` would keep a set from being PDF/A-3b; nothing when they would not.

    The file must already say what a PDF/A says of itself, and mean sRGB. The rules are loaded when they are first asked
    for: most runs of the program do not.
    """
    redenen: dict[str, set[str]] = {}
    for bevinding in pikepdf.pdfa.check(pdf, "3b", force_version="1.7").findings:
        if not _EIGEN_ZORG.search(bevinding.rule):
            wat = f"{bevinding.rule} {bevinding.message}"
            reden = next((tekst for regel, tekst in _REDENEN if re.search(regel, wat)), _REST)
            redenen.setdefault(reden, set()).update(_details(pdf, reden, bevinding))
    return tuple(
        f"{reden} ({', '.join(sorted(redenen[reden]))})" if redenen[reden] else reden for reden in sorted(redenen)
    )


def _details(pdf: Pdf, reden: str, bevinding: "Finding") -> set[str]:
    if reden == _NIET_INGESLOTEN:
        return {naam for naam in [_font_name(pdf, bevinding.where)] if naam}
    return set(re.findall(r"\b(?:CMYK|JPEG 2000)\b", re.sub(r"Device(?=CMYK)", "", bevinding.message)))


def _font_name(pdf: Pdf, waar: str) -> str:
    """Find the font a finding speaks of, from ``obj 3 0 (Resources) /Font/F0 (Font)``."""
    plaats = re.match(r"obj (\d+) (\d+)(.*)", waar)
    if plaats is None:
        return ""
    ding: Object | None = pdf.get_object(int(plaats[1]), int(plaats[2]))
    for sleutel in re.findall(r"(/[^/\s()\[\]]+)", plaats[3]):
        if not isinstance(ding, Dictionary):
            return ""
        ding = ding.get(sleutel)
    naam = ding.get("/BaseFont") if isinstance(ding, Dictionary) else None
    return word(naam).removeprefix("/").split("+")[-1].encode("utf-8", "replace").decode()
