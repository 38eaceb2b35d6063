"""What stands in a received Word file besides its text: tracked changes, remarks of readers, files put inside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tk_desktop.paper.word_xml import Element, q

_OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"
_GRAFIEK = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_SOORTEN = (
    ("excel", "een Excel-blad"),
    ("powerpoint", "een PowerPoint-blad"),
    ("word", "een Word-document"),
    ("equation", "een formule"),
    ("acro", "een pdf"),
    ("visio", "een tekening uit Visio"),
    ("package", "een bestand"),
)
_LANGST = 200
MEESTE_OPMERKINGEN = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class WordSporen:
    """Texts that were put in or struck out and not accepted yet, remarks (who, what), and what was put inside."""

    ingevoegd: tuple[str, ...] = ()
    geschrapt: tuple[str, ...] = ()
    opmerkingen: tuple[tuple[str, str], ...] = ()
    ingesloten: tuple[str, ...] = ()


def read_traces(body: Element, opmerkingen: Element | None) -> WordSporen:
    """Return what stands in a body besides its text; ``opmerkingen`` is the part with the remarks."""
    return WordSporen(
        ingevoegd=_texts(body, ("w:ins", "w:moveTo"), "w:t"),
        geschrapt=_texts(body, ("w:del", "w:moveFrom"), "w:delText", "w:t"),
        opmerkingen=tuple(_remarks(opmerkingen))[:MEESTE_OPMERKINGEN],
        ingesloten=(
            *(_kind(object_.get("ProgID", "")) for object_ in body.iter(_OLE)),
            *("een grafiek" for _ in body.iter(_GRAFIEK)),
        ),
    )


def _texts(body: Element, omhulsels: Sequence[str], *bladen: str) -> tuple[str, ...]:
    """Return the words in each wrapping, those that hold no words left out: a mark that was moved is no text."""
    namen = tuple(q(blad) for blad in bladen)
    uit: list[str] = []
    for omhulsel in body.iter(*(q(naam) for naam in omhulsels)):
        if any(boven.tag == omhulsel.tag for boven in omhulsel.iterancestors()):
            continue
        tekst = " ".join("".join(blad.text or "" for blad in omhulsel.iter(*namen)).split())
        if tekst:
            uit.append(_short(tekst))
    return tuple(uit)


def _remarks(deel: Element | None) -> Iterator[tuple[str, str]]:
    for opmerking in () if deel is None else deel.iter(q("w:comment")):
        alineas = ("".join(t.text or "" for t in alinea.iter(q("w:t"))) for alinea in opmerking.iter(q("w:p")))
        tekst = " ".join(" ".join(alineas).split())
        if tekst:
            yield " ".join(opmerking.get(q("w:author"), "").split())[:80], _short(tekst)


def _short(tekst: str) -> str:
    return tekst if len(tekst) <= _LANGST else f"{tekst[:_LANGST].rstrip()}…"


def _kind(programma: str) -> str:
    return next((soort for begin, soort in _SOORTEN if programma.lower().startswith(begin)), "een voorwerp")
