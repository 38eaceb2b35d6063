"""What the made-up senders share: letters, rich text as flowables, and one way to finish a PDF with fixed bytes."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pikepdf
import reportlab
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, Spacer, Table, TableStyle

from tk_desktop.base.paths import resources
from tk_desktop.domain.opmaak import Blok, Lijst, Lijstpunt, Stukje, Tabel, Tussenkop, lees

_LETTERS = resources() / "fonts"
_VERA = Path(reportlab.__file__).parent / "fonts"
_FAMILIES: dict[str, tuple[Path, tuple[str, str, str]]] = {
    "Kar": (_LETTERS / "carlito", ("Carlito-Regular", "Carlito-Bold", "Carlito-Italic")),
    "Lib": (_LETTERS / "liberation-sans", ("LiberationSans-Regular", "LiberationSans-Bold", "LiberationSans-Italic")),
    "Ver": (_VERA, ("Vera", "VeraBd", "VeraIt")),
}


@cache
def letters() -> None:
    """Make the three families known: Kar (Carlito), Lib (Liberation Sans), Ver (Vera), each with -Vet and -Cur."""
    for familie, (map_, bestanden) in _FAMILIES.items():
        for achtervoegsel, bestand in zip(("", "-Vet", "-Cur"), bestanden, strict=True):
            pdfmetrics.registerFont(TTFont(f"{familie}{achtervoegsel}", str(map_ / f"{bestand}.ttf")))
        pdfmetrics.registerFontFamily(
            familie, normal=familie, bold=f"{familie}-Vet", italic=f"{familie}-Cur", boldItalic=f"{familie}-Vet"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Stijl:
    """How one sender prints: family, size and colours."""

    familie: str
    corps: float
    accent: str
    tint: str
    breedte: float
    witruimte: float = 6
    cijfers_rechts: bool = True

    def alinea(self, naam: str = "gewoon", **anders: Any) -> ParagraphStyle:
        """Return the paragraph style of this sender."""
        letters()
        basis: dict[str, Any] = {
            "fontName": self.familie,
            "bulletFontName": self.familie,
            "fontSize": self.corps,
            "leading": self.corps * 1.38,
            "spaceAfter": self.witruimte,
        }
        return ParagraphStyle(naam, **{**basis, **anders})

    def kop(self, corps: float, **anders: Any) -> ParagraphStyle:
        """Return a heading in the colour of this sender."""
        eigen: dict[str, Any] = {
            "fontName": f"{self.familie}-Vet",
            "fontSize": corps,
            "leading": corps * 1.25,
            "textColor": HexColor(self.accent),
            "spaceBefore": corps * 0.7,
            "spaceAfter": corps * 0.35,
            "keepWithNext": 1,
        }
        return self.alinea(f"kop{corps}", **{**eigen, **anders})


def doek(buffer: io.BytesIO, formaat: tuple[float, float], letter: str) -> Canvas:
    """Return an empty document of one size that knows no letters but its own."""
    letters()
    begin: dict[str, Any] = {"initialFontName": letter}
    return Canvas(buffer, pagesize=formaat, invariant=1, pageCompression=0, **begin)


def kleur(waarde: str) -> Color:
    """Return a colour."""
    return HexColor(waarde)


def opgemaakt(stukjes: Iterable[Stukje]) -> str:
    """Return spans as the mark-up of reportlab; the words themselves are escaped."""
    uit = []
    for stukje in stukjes:
        tekst = escape(stukje.tekst)
        tekst = f"<b>{tekst}</b>" if stukje.vet else tekst
        tekst = f"<i>{tekst}</i>" if stukje.cursief else tekst
        uit.append(f'<link href="{escape(stukje.link)}">{tekst}</link>' if stukje.link else tekst)
    return "".join(uit)


def vloeit(tekst: str, stijl: Stijl) -> list[Flowable]:
    """Return rich text as flowables of one sender."""
    uit: list[Flowable] = []
    for blok in lees(tekst):
        uit.extend(_blok(blok, stijl))
    return uit


def _blok(blok: Blok, stijl: Stijl) -> Iterable[Flowable]:
    match blok:
        case Tussenkop(stukjes):
            yield Paragraph(opgemaakt(stukjes), stijl.kop(stijl.corps + 2))
        case Lijst(punten):
            yield from _lijst(punten, stijl, 0)
            yield Spacer(1, stijl.witruimte * 0.6)
        case Tabel(rijen):
            yield tabel([[opgemaakt(cel) for cel in rij] for rij in rijen], stijl)
            yield Spacer(1, stijl.witruimte * 1.4)
        case _:
            yield Paragraph(opgemaakt(blok.stukjes), stijl.alinea())


def _lijst(punten: Sequence[Lijstpunt], stijl: Stijl, diepte: int) -> Iterable[Flowable]:
    for punt in punten:
        merk = "•" if punt.merk == "-" else punt.merk
        vorm = stijl.alinea(
            "punt", leftIndent=16 * (diepte + 1), bulletIndent=16 * diepte, spaceAfter=stijl.witruimte * 0.4
        )
        yield Paragraph(opgemaakt(punt.stukjes), vorm, bulletText=merk)
        yield from _lijst(punt.onder, stijl, diepte + 1)


def tabel(rijen: Sequence[Sequence[str]], stijl: Stijl, breedtes: Sequence[float] = ()) -> Table:
    """Return a table whose number columns stand right; cells are mark-up, the first row is the header."""
    cijfers = [stijl.cijfers_rechts and all(_is_cijfer(rij[k]) for rij in rijen[1:]) for k in range(len(rijen[0]))]
    if not breedtes:
        wensen = [_wens([rij[k] for rij in rijen]) for k in range(len(rijen[0]))]
        breedtes = [stijl.breedte * wens / sum(wensen) for wens in wensen]
    klein = stijl.corps - 1
    inhoud = []
    for r, rij in enumerate(rijen):
        vormen = (
            stijl.alinea(
                "cel",
                fontSize=klein,
                leading=klein * 1.25,
                spaceAfter=0,
                alignment=2 if cijfers[k] else 0,
                fontName=f"{stijl.familie}-Vet" if r == 0 else stijl.familie,
                textColor=kleur("#ffffff") if r == 0 else kleur("#1d1d1d"),
            )
            for k in range(len(rij))
        )
        inhoud.append([Paragraph(cel, vorm) for cel, vorm in zip(rij, vormen, strict=True)])
    uit = Table(inhoud, colWidths=list(breedtes), repeatRows=1, hAlign="LEFT")
    uit.setStyle(
        TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), stijl.familie),
                ("BACKGROUND", (0, 0), (-1, 0), kleur(stijl.accent)),
                ("ROWBACKGROUNDS", (0, 1), (-1, -1), [kleur("#ffffff"), kleur(stijl.tint)]),
                ("LINEBELOW", (0, 0), (-1, -1), 0.4, kleur("#c4c4c4")),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("TOPPADDING", (0, 0), (-1, -1), 3),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
            ]
        )
    )
    return uit


def _wens(kolom: Sequence[str]) -> int:
    """Return how wide a column wants to be, in characters: its longest cell within reason, but any word at least."""
    langste_woord = max(len(woord) for cel in kolom for woord in _kaal(cel).split() or [""])
    return max(min(max(len(_kaal(cel)) for cel in kolom), 40), langste_woord + 5, 8)


def _kaal(cel: str) -> str:
    return cel.replace("<b>", "").replace("</b>", "")


def _is_cijfer(cel: str) -> bool:
    kaal = _kaal(cel).replace("€", "").replace("%", "").replace(".", "").replace(" ", "").replace("-", "")
    return kaal.isdigit() or not kaal


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """Where a PDF says it comes from."""

    titel: str
    auteur: str
    programma: str
    gemaakt: str


def afmaken(ruw: bytes, target: Path, maker: Maker, *, modern: bool = True, linearize: bool = False) -> None:
    """Write a PDF with the marks of its maker and bytes that depend on its contents only."""
    with pikepdf.open(io.BytesIO(ruw)) as pdf:
        for sleutel in list(pdf.docinfo.keys()):
            del pdf.docinfo[sleutel]
        pdf.docinfo["/Title"] = maker.titel
        pdf.docinfo["/Author"] = maker.auteur
        pdf.docinfo["/Creator"] = maker.programma
        pdf.docinfo["/Producer"] = maker.programma
        pdf.docinfo["/CreationDate"] = f"D:{maker.gemaakt}+02'00'"
        pdf.save(
            target,
            deterministic_id=True,
            compress_streams=modern,
            object_stream_mode=pikepdf.ObjectStreamMode.generate if modern else pikepdf.ObjectStreamMode.disable,
            linearize=linearize,
        )
