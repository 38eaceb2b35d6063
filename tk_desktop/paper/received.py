"""A received PDF made fit for a set: what acts, hides or reaches out goes; what is seen and read stays."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from tk_desktop.base.files import replacing
from tk_desktop.base.kluispad import Pad, leesbron
from tk_desktop.paper.balance import balance
from tk_desktop.paper.layers import flatten_layers
from tk_desktop.paper.pdf_faults import check_pages, look_before_opening, told_in_dutch
from tk_desktop.paper.pdfa_reasons import objections
from tk_desktop.paper.places import Wegwijzer, name_of, target_of, text_of, word, write_named, write_outline
from tk_desktop.paper.saving import save_pdf
from tk_desktop.paper.tag_tree import drop_tree, is_sound, number_of, prune
from tk_desktop.paper.xmp import Description, describe

SCRIPT = "scripts"
AUTOMATISCH = "handelingen die vanzelf beginnen"
NAAR_BUITEN = "koppelingen naar programma’s of andere bestanden"
NAAR_HET_WEB = "koppelingen naar websites en e-mailadressen (wat er staat blijft te lezen)"
DOOD = "koppelingen die nergens heen gaan"
BIJGEVOEGD = "bijgevoegde bestanden"
MEDIA = "film, geluid en 3D-beelden"
FORMULIER = "invulvelden (wat is ingevuld blijft te lezen)"
VELDTEKENS = "tekens in een invulveld die niet getekend konden worden; vergelijk met het origineel"
XFA = "een Adobe-formulier (XFA); controleer of het stuk nog leesbaar is"
HANDTEKENING = "de controle van een digitale handtekening (het beeld blijft)"
LAGEN = "verborgen lagen"
WEGLAKKEN = "een weglakking die niet is doorgevoerd; wat eronder staat is nog te lezen"
BEVEILIGING = "beperkingen op afdrukken of wijzigen"
TAGS = "een tagstructuur die niet klopt"


def _keys(namen: str) -> frozenset[str]:
    return frozenset(f"/{naam}" for naam in namen.split())


_CATALOGUS = _keys(
    """
    Type Pages StructTreeRoot MarkInfo Lang Outlines Names
    """
)
_PAGINA = _keys(
    """
    Type Parent MediaBox CropBox BleedBox TrimBox ArtBox Rotate Resources Contents Annots Group StructParents Tabs
    UserUnit
    """
)
_BRONNEN = _keys("ExtGState ColorSpace Pattern Shading XObject Font ProcSet Properties")
_AANTEKENING = _keys(
    """
    Type Subtype Rect Contents P NM M F AP AS Border C StructParent BS QuadPoints H Dest A T Popup CA RC
    CreationDate IRT Subj RT IT LE IC Name L Vertices InkList DA Q DS CL RD BE Sy Parent Open Lang
    """
)
_SOORTEN = _keys(
    """
    Link Text FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink
    Popup
    """
)
_LOS = frozenset(("/FileAttachment", "/Sound"))
_BEELD = frozenset(("/Screen", "/Movie", "/RichMedia", "/3D"))
_VREEMD = _keys(
    """
    AA AF EF JS XFA OpenAction PieceInfo LastModified Thumb OC URLS SpiderInfo ID_URLS
    """
)
_VREEMD_IN_STROOM = _keys(
    """
    F FFilter FDecodeParms OPI Ref Alternates Measure PtData PS
    """
)
_HANDELING = {
    "/JavaScript": SCRIPT,
    "/Rendition": MEDIA,
    "/Movie": MEDIA,
    "/Sound": MEDIA,
    "/RichMediaExecute": MEDIA,
    "/GoTo3DView": MEDIA,
    "/Launch": NAAR_BUITEN,
    "/GoToR": NAAR_BUITEN,
    "/GoToE": NAAR_BUITEN,
    "/SubmitForm": NAAR_BUITEN,
    "/ImportData": NAAR_BUITEN,
    "/URI": NAAR_BUITEN,
}
_WEBADRES = ("http://", "https://", "mailto:")
_BRIEF = (0, 0, 612, 792)


@dataclass(frozen=True, slots=True, kw_only=True)
class OntvangenPdf:
    """What a received PDF turned out to be.

    ``bezwaren`` say why a set that holds it cannot be PDF/A-3b; ``verwijderd`` names, for the user, what was in it
    and is not in the copy.
    """

    paginas: int
    bezwaren: tuple[str, ...]
    verwijderd: tuple[str, ...]
    getagd: bool


def maak_gereed(bron: Pad, target: Pad) -> OntvangenPdf:
    """Write the copy of ``bron`` that may go in a set to ``target``; the same file gives the same bytes."""
    look_before_opening(bron)
    with told_in_dutch(bron), pikepdf.open(leesbron(bron)) as pdf:
        check_pages(bron, len(pdf.pages))
        schoonmaak = _Schoonmaak(pdf)
        schoonmaak.run()
        bezwaren = _objections(pdf)
        with replacing(target) as half:
            save_pdf(pdf, half)
        return OntvangenPdf(
            paginas=len(pdf.pages),
            bezwaren=bezwaren,
            verwijderd=tuple(sorted(schoonmaak.verwijderd)),
            getagd="/StructTreeRoot" in pdf.Root,
        )


def _objections(pdf: Pdf) -> tuple[str, ...]:
    """Ask what would keep a set from PDF/A, in the surroundings of a set: sRGB and a full description."""
    taal = pdf.Root.get("/Lang")
    describe(pdf, Description(titel="-", auteur="", taal="nl-NL", datum=date(2000, 1, 1)))
    bezwaren = objections(pdf)
    _keep_only(pdf.Root, _CATALOGUS - {"/Lang"})
    if taal is not None:
        pdf.Root.Lang = taal
    _keep_only(pdf.trailer, frozenset(("/Root", "/Size", "/ID", "/Prev", "/XRefStm")))
    return bezwaren


class _Schoonmaak:
    """One cleaning: notes what it takes away."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._wegen = Wegwijzer(pdf)
        self._paginas: Sequence[Object] = [page.obj for page in pdf.pages]
        self._nummers_weg: set[int] = set()
        self.verwijderd: set[str] = set()

    def run(self) -> None:
        """Clean the whole document."""
        pdf = self._pdf
        self._note_document()
        bladwijzers = self._wegen.outline()
        if flatten_layers(pdf):
            self.verwijderd.add(LAGEN)
        self._flatten_fields()
        for page in self._paginas:
            self._clean_page(page)
        _keep_only(pdf.Root, _CATALOGUS - {"/Outlines", "/Names"})
        write_named(pdf, self._wegen.named, self._paginas)
        write_outline(pdf, bladwijzers, self._paginas)
        _keep_only(pdf.Root, _CATALOGUS)
        pikepdf.pdfa.repair_annotation_flags(pdf)
        self._clean_tree()
        self._sweep()

    def _note_document(self) -> None:
        root = self._pdf.Root
        namen = root.get("/Names")
        bijgevoegd = isinstance(namen, Dictionary) and "/EmbeddedFiles" in namen
        self._note(SCRIPT, isinstance(namen, Dictionary) and "/JavaScript" in namen)
        self._note(BIJGEVOEGD, bijgevoegd or "/AF" in root or "/Collection" in root)
        self._note(AUTOMATISCH, "/AA" in root)
        self._note(BEVEILIGING, self._pdf.is_encrypted)
        opening = root.get("/OpenAction")
        if isinstance(opening, Dictionary):
            self._note_action(opening)
            self._note(AUTOMATISCH, opening.get("/S") != Name.GoTo)

    def _note(self, wat: str, waar: bool) -> None:
        if waar:
            self.verwijderd.add(wat)

    def _note_action(self, actie: object) -> None:
        if isinstance(actie, Dictionary):
            wat = NAAR_HET_WEB if _is_web(actie.get("/URI")) else _HANDELING.get(word(actie.get("/S")))
            self._note(wat or "", wat is not None)

    def _flatten_fields(self) -> None:
        """Make what fields, moving pictures and unknown notes show part of the page."""
        pdf = self._pdf
        formulier = pdf.Root.get("/AcroForm")
        if isinstance(formulier, Dictionary):
            self._note(XFA, "/XFA" in formulier)
            if bool(formulier.get("/NeedAppearances", False)):
                self._draw_fields()
        blijvend: list[list[Object]] = []
        for page in self._paginas:
            plat: list[Object] = []
            rest: list[Object] = []
            for annotatie in _annotations(page):
                soort = word(annotatie.get("/Subtype"))
                (rest if soort in _SOORTEN or soort in _LOS else plat).append(annotatie)
                self._note_annotation(annotatie, soort)
            page.Annots = Array(plat)
            self._nummers_weg |= {number_of(annotatie, "/StructParent") for annotatie in plat}
            blijvend.append(rest)
        pdf.flatten_annotations("all")
        for page, rest in zip(self._paginas, blijvend, strict=True):
            page.Annots = Array(rest)

    def _draw_fields(self) -> None:
        """Draw the fields whose drawing is out of date.

        qpdf can only do so in Western letters: a field with others keeps the drawing it has, if that has words.
        """
        apart = [(page, page.get("/Annots")) for page in self._paginas if "/Annots" in page]
        for page, _ in apart:
            velden = _annotations(page)
            self._note(VELDTEKENS, not all(_is_western(_value(veld)) for veld in velden))
            page.Annots = Array([veld for veld in velden if _is_western(_value(veld)) or not _has_words(veld)])
        self._pdf.generate_appearance_streams()
        for page, alles in apart:
            page.Annots = alles

    def _note_annotation(self, annotatie: Object, soort: str) -> None:
        if soort == "/Widget":
            self.verwijderd.add(HANDTEKENING if annotatie.get("/FT") == Name.Sig else FORMULIER)
        self._note(MEDIA, soort in _BEELD or soort == "/Sound")
        self._note(BIJGEVOEGD, soort == "/FileAttachment")
        self._note(WEGLAKKEN, soort == "/Redact")
        for sleutel in ("/A", "/PA"):
            self._note_action(annotatie.get(sleutel))
        extra = annotatie.get("/AA")
        if isinstance(extra, Dictionary):
            self.verwijderd.add(AUTOMATISCH)
            for actie in extra.as_dict().values():
                self._note_action(actie)

    def _clean_page(self, page: Object) -> None:
        self._note(AUTOMATISCH, "/AA" in page)
        _keep_only(page, _PAGINA)
        if not isinstance(page.get("/MediaBox"), Array):
            page.MediaBox = Array(_BRIEF)
        _plain_resources(page)
        blijvend: list[Object] = []
        for annotatie in _annotations(page):
            if self._clean_annotation(annotatie, page):
                blijvend.append(annotatie)
            else:
                self._nummers_weg.add(number_of(annotatie, "/StructParent"))
        if blijvend:
            _drop_loose_ties(blijvend)
            page.Annots = Array(blijvend)
        elif "/Annots" in page:
            del page["/Annots"]
        balance(self._pdf, page)

    def _clean_annotation(self, annotatie: Object, page: Object) -> bool:
        """Leave of an annotation what can do no harm; tells whether it stays."""
        soort = word(annotatie.get("/Subtype"))
        if soort not in _SOORTEN or not isinstance(annotatie.get("/Rect"), Array):
            return False
        actie, dest = annotatie.get("/A"), target_of(annotatie)
        _keep_only(annotatie, _AANTEKENING - {"/A", "/Dest"})
        annotatie.P = page
        uiterlijk = annotatie.get("/AP")
        if isinstance(uiterlijk, Dictionary):
            _keep_only(uiterlijk, frozenset(("/N",)))
        if dest is not None:
            plek = self._wegen.resolve(dest)
            if plek is not None:
                naam = name_of(dest)
                annotatie.Dest = plek.write(self._paginas) if naam is None else String(naam)
        if soort != "/Link" or "/Dest" in annotatie:
            return True
        self._note(DOOD, not isinstance(actie, Dictionary) or word(actie.get("/S")) not in _HANDELING)
        return False

    def _clean_tree(self) -> None:
        pdf = self._pdf
        if "/StructTreeRoot" not in pdf.Root:
            drop_tree(pdf)
        elif is_sound(pdf):
            pdf.Root.MarkInfo = Dictionary(Marked=True)
            prune(pdf, self._nummers_weg)
        else:
            self.verwijderd.add(TAGS)
            drop_tree(pdf)

    def _sweep(self) -> None:
        """Go past every object for what hangs in places of its own: data of makers, files, handlers."""
        for ding in self._pdf.objects:
            if not isinstance(ding, Dictionary | Stream):
                continue
            sleutels = set(ding.keys())
            weg = sleutels & _VREEMD if sleutels & {"/Type", "/S"} else set()
            if isinstance(ding, Stream):
                weg |= sleutels & (_VREEMD_IN_STROOM | {"/OC"})
            if "/Metadata" in sleutels and isinstance(ding.get("/Metadata"), Stream):
                weg.add("/Metadata")
            if word(ding.get("/S")) in _HANDELING and "/P" not in sleutels:
                weg = sleutels
            for sleutel in weg:
                del ding[sleutel]


def _is_web(adres: object) -> bool:
    return isinstance(adres, String) and bytes(adres).strip().lower().startswith(
        tuple(begin.encode() for begin in _WEBADRES)
    )


def _value(veld: Object) -> str:
    """Return what a field holds; a field may have it from the one it is part of."""
    drager: Object | None = veld
    for _ in range(8):
        if not isinstance(drager, Dictionary):
            break
        if "/V" in drager:
            return text_of(drager.get("/V"))
        drager = drager.get("/Parent")
    return ""


def _has_words(veld: Object) -> bool:
    """Tell whether the drawing of a field shows text."""
    uiterlijk = veld.get("/AP")
    tekening: Object | None = uiterlijk.get("/N") if isinstance(uiterlijk, Dictionary) else None
    return isinstance(tekening, Stream) and len(list(pikepdf.parse_content_stream(tekening, "Tj TJ"))) > 0


def _is_western(tekst: str) -> bool:
    try:
        tekst.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def _keep_only(ding: Object, sleutels: Iterable[str]) -> None:
    for sleutel in set(ding.keys()) - set(sleutels):
        del ding[sleutel]


def _annotations(page: Object) -> list[Object]:
    annotaties = page.get("/Annots")
    if not isinstance(annotaties, Array):
        return []
    return [annotatie for annotatie in annotaties.as_list() if isinstance(annotatie, Dictionary)]


def _plain_resources(page: Object) -> None:
    """Give the page resources of its own when the ones it has hold more than resources."""
    bronnen = page.get("/Resources")
    if not isinstance(bronnen, Dictionary):
        page.Resources = Dictionary()
    elif set(bronnen.keys()) - _BRONNEN:
        page.Resources = Dictionary({sleutel: deel for sleutel, deel in bronnen.items() if sleutel in _BRONNEN})


def _drop_loose_ties(annotaties: Sequence[Object]) -> None:
    """Untie notes from notes that are not on the page any more."""
    levend = {annotatie.objgen for annotatie in annotaties}
    for annotatie in annotaties:
        for sleutel in ("/Popup", "/IRT", "/Parent"):
            ander: Object | None = annotatie.get(sleutel)
            if ander is not None and not (isinstance(ander, Dictionary) and ander.objgen in levend):
                del annotatie[sleutel]
