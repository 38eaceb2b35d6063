"""What stands inside one paragraph of a received Word file: words with their manner of print, and text boxes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tk_desktop.domain.opmaak import Stukje
from tk_desktop.paper.word_numbering import Alineastijl, Styles, switched_on
from tk_desktop.paper.word_package import Relatie
from tk_desktop.paper.word_xml import BESLOTEN, Element, q

_WISKUNDE = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_KEUZE = (q("mc:Choice"), q("mc:Fallback"))
_OMHULSELS = frozenset(
    q(f"w:{naam}")
    for naam in ("ins", "moveTo", "smartTag", "customXml", "bdo", "dir", "fldSimple", "sdtContent", "sdt")
)
_VAKJES = {"00A8": "☐", "006F": "☐", "00FE": "☒", "0078": "☒", "00FC": "✓", "00E0": "→", "00B7": "•", "00A7": "▪"}
_WEB = ("http://", "https://", "mailto:", "tel:")


def unwrapped(element: Element) -> Iterator[Element]:
    """Yield the children of an element, those in controls, insertions and alternatives as if they stood there."""
    for kind in element:
        if kind.tag in _OMHULSELS:
            yield from unwrapped(kind)
        elif kind.tag == q("mc:AlternateContent"):
            yield from unwrapped(_alternative(kind))
        else:
            yield kind


def text_boxes(element: Element) -> Iterator[Element]:
    """Yield the text boxes in a drawing, each once and not those inside another."""
    for kind in element:
        if kind.tag == q("w:txbxContent"):
            yield kind
        else:
            yield from text_boxes(_alternative(kind) if kind.tag == q("mc:AlternateContent") else kind)


@dataclass(slots=True)
class Regels:
    """The lines of one paragraph, tabs still in them, with the text boxes that hang on it."""

    regels: list[list[Stukje]] = field(default_factory=lambda: [[]])
    vakken: list[Element] = field(default_factory=list)


@dataclass(slots=True)
class _Veld:
    """A field: first its instruction, then its outcome."""

    opdracht: str = ""
    uitkomst: bool = False

    @property
    def link(self) -> str:
        delen = self.opdracht.split()
        if not self.uitkomst or len(delen) < 2 or delen[0].upper() != "HYPERLINK":
            return ""
        plaats = delen.index("\\l") + 1 if "\\l" in delen else 0
        adres = "" if delen[1].startswith("\\") else safe_link(delen[1].strip('"'))
        return adres or (f"#{delen[plaats].strip(chr(34))}" if 0 < plaats < len(delen) else "")


class InlineReader:
    """Reads paragraphs of one part; ``note`` gives the words that stand for a footnote or endnote."""

    def __init__(self, styles: Styles, relaties: Mapping[str, Relatie], note: Callable[[str, str], str]) -> None:
        self._styles = styles
        self._relaties = relaties
        self._note = note

    def read(self, alinea: Element, stijl: Alineastijl) -> Regels:
        """Return the lines of a paragraph; letters that its style makes bold or italic are not marked again."""
        uit = Regels()
        velden: list[_Veld] = []
        self._walk(unwrapped(alinea), "", stijl, uit, velden)
        return uit

    def _walk(
        self, kinderen: Iterable[Element], link: str, stijl: Alineastijl, uit: Regels, velden: list[_Veld]
    ) -> None:
        for kind in kinderen:
            if kind.tag == q("w:r"):
                self._run(kind, link, stijl, uit, velden)
            elif kind.tag == q("w:hyperlink"):
                self._walk(unwrapped(kind), self._target(kind) or link, stijl, uit, velden)
            elif isinstance(kind.tag, str) and kind.tag.startswith(_WISKUNDE):
                formule = "".join(t.text or "" for t in kind.iter(f"{_WISKUNDE}t"))
                uit.regels[-1].append(Stukje(tekst=formule, link=link))

    def _run(self, run: Element, link: str, stijl: Alineastijl, uit: Regels, velden: list[_Veld]) -> None:
        eigenschappen = run.find(q("w:rPr"))
        tekenstijl = None if eigenschappen is None else eigenschappen.find(q("w:rStyle"))
        stijlnaam = "" if tekenstijl is None else tekenstijl.get(q("w:val"), "")

        def aan(naam: str) -> bool:
            waarde = switched_on(eigenschappen, naam)
            if waarde is None and stijlnaam:
                waarde = self._styles.character(stijlnaam, naam)
            return bool(waarde)

        verborgen = aan("w:vanish")
        vet, cursief = aan("w:b") and not stijl.vet, aan("w:i") and not stijl.cursief
        streep = None if eigenschappen is None else eigenschappen.find(q("w:u"))
        besloten = streep is not None and streep.get(q("w:color")) == BESLOTEN
        for kind in unwrapped(run):
            if kind.tag in (q("w:fldChar"), q("w:instrText")):
                _follow_field(kind, velden)
            elif verborgen or any(not veld.uitkomst for veld in velden):
                continue
            elif kind.tag in (q("w:br"), q("w:cr")):
                uit.regels.append([])
            elif kind.tag in (q("w:drawing"), q("w:pict"), q("w:object")):
                uit.vakken.extend(text_boxes(kind))
            elif tekst := self._text(kind):
                adres = link or next((veld.link for veld in reversed(velden) if veld.link), "")
                uit.regels[-1].append(Stukje(tekst=tekst, vet=vet, cursief=cursief, link=adres, besloten=besloten))

    def _text(self, kind: Element) -> str:
        if kind.tag == q("w:t"):
            return kind.text or ""
        if kind.tag in (q("w:tab"), q("w:ptab")):
            return "\t"
        if kind.tag == q("w:noBreakHyphen"):
            return "\u2011"
        if kind.tag == q("w:sym"):
            code = kind.get(q("w:char"), "").upper()
            return _VAKJES.get(code.replace("F0", "00", 1) if code.startswith("F0") else code, "")
        if kind.tag in (q("w:footnoteReference"), q("w:endnoteReference")):
            return self._note(
                "footnotes" if kind.tag == q("w:footnoteReference") else "endnotes", kind.get(q("w:id"), "")
            )
        return ""

    def _target(self, koppeling: Element) -> str:
        relatie = self._relaties.get(koppeling.get(q("r:id"), ""))
        anker = koppeling.get(q("w:anchor"), "")
        if relatie is not None and relatie.buiten:
            return safe_link(relatie.doel)
        return f"#{anker}" if anker else ""


def safe_link(adres: str) -> str:
    """Return a web address as it can stand in rich text; empty for anything that is none."""
    schoon = adres.strip()
    if not schoon.lower().startswith(_WEB):
        return ""
    return "".join(f"%{ord(teken):02X}" if teken in "() \t\n" else teken for teken in schoon)


def _follow_field(kind: Element, velden: list[_Veld]) -> None:
    soort = kind.get(q("w:fldCharType"))
    if kind.tag == q("w:instrText"):
        if velden and not velden[-1].uitkomst:
            velden[-1].opdracht += kind.text or ""
    elif soort == "begin":
        velden.append(_Veld())
    elif velden and soort == "separate":
        velden[-1].uitkomst = True
    elif velden and soort == "end":
        velden.pop()


def _alternative(element: Element) -> Element:
    """Return the first alternative with words in it, or the last one."""
    keuzes = [kind for kind in element if kind.tag in _KEUZE]
    for keuze in keuzes:
        if next(keuze.iter(q("w:t")), None) is not None:
            return keuze
    return keuzes[-1] if keuzes else element.makeelement(q("mc:Choice"))
