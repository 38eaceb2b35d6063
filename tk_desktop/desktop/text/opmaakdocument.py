"""Rich text of a board paper in a ``QTextDocument``, and back: what is shown is what is stored (``domain.opmaak``).

List marks are those of the text, kept on their block and painted beside it (``rijke_tekst``), for a list of Qt knows no
mark like ``1.2``. Bold is a weight of 700: a heading and the header of a table are drawn at 600, so that bold in them
is still told apart.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
    QTextTableFormat,
)

from tk_desktop.desktop.parts.theme import Toon, kleuren
from tk_desktop.domain.opmaak import Alinea, Blok, Lijst, Lijstpunt, Stukje, Tabel, Tussenkop, nest, normaal

_EIGEN = QTextFormat.Property.UserProperty.value
MERK = _EIGEN + 1
"""The mark of a list item, on its block."""
DIEPTE = _EIGEN + 2
"""How deep a list item stands, from 0."""
NIEUW = _EIGEN + 3
"""Set on the first item of a list that stands right behind another."""
BEGIN = _EIGEN + 4
"""The number with which the list of an item begins, when that is not 1."""
BESLOTEN = _EIGEN + 5
"""Set on letters that are besloten."""
KOPNIVEAU = 3
_KOPGEWICHT = QFont.Weight.DemiBold
_VERVANGTEKEN = "\ufffc"


@dataclass(frozen=True, slots=True)
class Maten:
    """Distances that follow the letter: between paragraphs, and how far a list is set in."""

    wit: int
    inspringen: int


def maten(document: QTextDocument) -> Maten:
    """Return the distances for the letter of a document."""
    hoogte = document.defaultFont().pointSizeF()
    return Maten(wit=max(2, round(hoogte * 0.5)), inspringen=max(12, round(hoogte * 2.4)))


def vul_document(document: QTextDocument, blokken: Sequence[Blok]) -> None:
    """Make a document show these blocks and nothing else."""
    document.clear()
    document.setIndentWidth(maten(document).inspringen)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    schrijf_blokken(cursor, blokken)
    cursor.endEditBlock()


def schrijf_blokken(cursor: QTextCursor, blokken: Sequence[Blok]) -> None:
    """Write blocks, the first into the empty block where the cursor stands, each other behind it."""
    vrij = True
    vorige: Blok | None = None
    for blok in blokken:
        match blok:
            case Alinea(stukjes):
                _schrijf_regel(cursor, alineavorm(cursor.document()), stukjes, vrij=vrij)
            case Tussenkop(stukjes):
                _schrijf_regel(cursor, kopvorm(cursor.document()), stukjes, vrij=vrij)
            case Lijst(punten):
                _schrijf_lijst(cursor, punten, vrij=vrij, los=isinstance(vorige, Lijst))
            case Tabel():
                if not vrij:
                    cursor.insertBlock(alineavorm(cursor.document()), QTextCharFormat())
                _schrijf_tabel(cursor, blok)
        vrij = isinstance(blok, Tabel)
        vorige = blok


def lees_document(document: QTextDocument) -> tuple[Blok, ...]:
    """Return the blocks that a document shows; empty paragraphs and items are none."""
    uit: list[Blok] = []
    punten: list[tuple[int, str, tuple[Stukje, ...]]] = []
    leeg_punt = False

    def sluit() -> None:
        nonlocal leeg_punt
        if punten:
            uit.append(Lijst(nest(_hernummerd(punten) if leeg_punt else punten)))
            punten.clear()
        leeg_punt = False

    blok = document.begin()
    while blok.isValid():
        tabel: QTextTable | None = QTextCursor(blok).currentTable()
        if tabel is not None:
            sluit()
            uit.append(_lees_tabel(tabel))
            blok = document.findBlock(tabel.lastPosition() + 1)
            continue
        stukjes = lees_stukjes_van(blok)
        vorm = blok.blockFormat()
        if vorm.hasProperty(MERK):
            if vorm.boolProperty(NIEUW):
                sluit()
            if stukjes:
                punten.append((vorm.intProperty(DIEPTE), vorm.stringProperty(MERK), stukjes))
            else:
                leeg_punt = True
        else:
            sluit()
            if stukjes:
                uit.append(Tussenkop(stukjes) if vorm.headingLevel() else Alinea(stukjes))
        blok = blok.next()
    sluit()
    return tuple(uit)


def lees_stukjes_van(blok: QTextBlock) -> tuple[Stukje, ...]:
    """Return the spans of one block."""
    uit = []
    deel = blok.begin()
    while not deel.atEnd():
        fragment = deel.fragment()
        vorm = fragment.charFormat()
        tekst = fragment.text().replace(_VERVANGTEKEN, "")
        uit.append(
            Stukje(
                tekst=tekst,
                vet=is_vet(vorm),
                cursief=vorm.fontItalic(),
                link=vorm.anchorHref() if vorm.isAnchor() else "",
                besloten=is_besloten(vorm),
            )
        )
        deel += 1
    return normaal(uit)


def is_besloten(vorm: QTextCharFormat) -> bool:
    """Tell whether letters are for who may know them alone (J9)."""
    return vorm.boolProperty(BESLOTEN)


def zet_besloten(vorm: QTextCharFormat, besloten: bool) -> None:
    """Let letters be drawn as besloten: under a broken line, on a ground of their own; or as all others."""
    vorm.setProperty(BESLOTEN, besloten)
    vorm.setUnderlineStyle(
        QTextCharFormat.UnderlineStyle.DashUnderline if besloten else QTextCharFormat.UnderlineStyle.NoUnderline
    )
    vorm.setBackground(QBrush(QColor(kleuren().tonen[Toon.ROOD].vlak)) if besloten else QBrush(Qt.BrushStyle.NoBrush))


def is_vet(vorm: QTextCharFormat) -> bool:
    """Tell whether letters are bold, which is more than a heading is."""
    return vorm.fontWeight() >= QFont.Weight.Bold.value


def alineavorm(document: QTextDocument | None) -> QTextBlockFormat:
    """Return how a paragraph stands."""
    vorm = QTextBlockFormat()
    if document is not None:
        vorm.setBottomMargin(maten(document).wit)
    return vorm


def kopvorm(document: QTextDocument | None) -> QTextBlockFormat:
    """Return how a heading stands."""
    vorm = alineavorm(document)
    vorm.setHeadingLevel(KOPNIVEAU)
    vorm.setTopMargin(vorm.bottomMargin())
    return vorm


def puntvorm(document: QTextDocument | None, merk: str, diepte: int) -> QTextBlockFormat:
    """Return how an item of a list stands."""
    vorm = QTextBlockFormat()
    vorm.setProperty(MERK, merk)
    vorm.setProperty(DIEPTE, diepte)
    vorm.setIndent(diepte + 1)
    if document is not None:
        vorm.setBottomMargin(maten(document).wit // 2)
    return vorm


def stukjesvorm(stukje: Stukje, *, kop: bool) -> QTextCharFormat:
    """Return how a span is drawn."""
    vorm = letters(kop=kop)
    if stukje.vet:
        vorm.setFontWeight(QFont.Weight.Bold)
    if stukje.cursief:
        vorm.setFontItalic(True)
    if stukje.link:
        maak_link(vorm, stukje.link)
    if stukje.besloten:
        zet_besloten(vorm, True)
    return vorm


def letters(*, kop: bool) -> QTextCharFormat:
    """Return how plain letters are drawn, in a paragraph or in a heading."""
    vorm = QTextCharFormat()
    if kop:
        vorm.setFontWeight(_KOPGEWICHT)
    return vorm


def maak_link(vorm: QTextCharFormat, adres: str) -> None:
    """Let letters be drawn as a link to an address."""
    vorm.setAnchor(True)
    vorm.setAnchorHref(adres)
    vorm.setFontUnderline(True)
    vorm.setForeground(QBrush(QColor(kleuren().link)))
    vorm.setToolTip(adres)


def nieuwe_tabel(cursor: QTextCursor, rijen: int, kolommen: int) -> QTextTable:
    """Put an empty table where the cursor stands, with lines, and with its first row as header."""
    k = kleuren()
    vorm = QTextTableFormat()
    vorm.setBorder(1)
    vorm.setBorderCollapse(True)
    vorm.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    vorm.setBorderBrush(QBrush(QColor(k.rand)))
    vorm.setCellPadding(3)
    vorm.setCellSpacing(0)
    vorm.setHeaderRowCount(1)
    vorm.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    vorm.setColumnWidthConstraints([QTextLength(QTextLength.Type.VariableLength, 0)] * kolommen)
    tabel = cursor.insertTable(rijen, kolommen, vorm)
    for kolom in range(kolommen):
        cel = tabel.cellAt(0, kolom)
        cel.setFormat(celvorm(kop=True))
    return tabel


def celvorm(*, kop: bool) -> QTextCharFormat:
    """Return how a cell looks and how letters begin in it; Qt keeps both in one format, that of its first block."""
    vorm = letters(kop=kop)
    if kop:
        vorm.setBackground(QBrush(QColor(kleuren().tonen[Toon.GRIJS].vlak)))
    return vorm


def geef_celvorm(cel: QTextTableCell, *, kop: bool) -> None:
    """Draw a cell as one of the header or not; how many columns it fills is part of the same format, and stays."""
    vorm = celvorm(kop=kop)
    vorm.setTableCellColumnSpan(cel.columnSpan())
    cel.setFormat(vorm)


def schrijf_cel(cel: QTextTableCell, stukjes: Iterable[Stukje], *, kop: bool) -> None:
    """Make the text of a cell these spans."""
    cursor = cel.firstCursorPosition()
    cursor.setPosition(cel.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    cursor.setBlockFormat(QTextBlockFormat())
    geef_celvorm(cel, kop=kop)
    schrijf_stukjes_in(cursor, stukjes, kop=kop)


def schrijf_stukjes_in(cursor: QTextCursor, stukjes: Iterable[Stukje], *, kop: bool) -> None:
    """Write spans where the cursor stands."""
    for stukje in stukjes:
        cursor.insertText(stukje.tekst, stukjesvorm(stukje, kop=kop))


def _schrijf_regel(cursor: QTextCursor, vorm: QTextBlockFormat, stukjes: Iterable[Stukje], *, vrij: bool) -> None:
    kop = vorm.headingLevel() > 0
    if vrij:
        cursor.setBlockFormat(vorm)
        cursor.setBlockCharFormat(letters(kop=kop))
    else:
        cursor.insertBlock(vorm, letters(kop=kop))
    schrijf_stukjes_in(cursor, stukjes, kop=kop)


def _schrijf_lijst(cursor: QTextCursor, punten: Sequence[Lijstpunt], *, vrij: bool, los: bool) -> None:
    begin = _getal(punten[0].merk) if punten else 1
    for diepte, punt in _vlak(punten, 0):
        vorm = puntvorm(cursor.document(), punt.merk, diepte)
        if los:
            vorm.setProperty(NIEUW, True)
        if begin > 1:
            vorm.setProperty(BEGIN, begin)
        _schrijf_regel(cursor, vorm, punt.stukjes, vrij=vrij)
        vrij = los = False


def _schrijf_tabel(cursor: QTextCursor, blok: Tabel) -> None:
    tabel = nieuwe_tabel(cursor, len(blok.rijen), len(blok.rijen[0]))
    for rang, rij in enumerate(blok.rijen):
        for kolom, breed in blok.cellen(rang):
            if breed > 1:
                tabel.mergeCells(rang, kolom, 1, breed)
            schrijf_cel(tabel.cellAt(rang, kolom), rij[kolom], kop=rang == 0)
    cursor.setPosition(tabel.lastPosition() + 1)


def _lees_tabel(tabel: QTextTable) -> Tabel:
    rijen: list[tuple[tuple[Stukje, ...], ...]] = []
    samen: set[tuple[int, int]] = set()
    for rij in range(tabel.rows()):
        cellen = [tabel.cellAt(rij, kolom) for kolom in range(tabel.columns())]
        samen |= {(rij, kolom) for kolom, cel in enumerate(cellen) if cel.column() < kolom}
        rijen.append(
            tuple(
                normaal(_celstukjes(cel)) if (cel.row(), cel.column()) == (rij, kolom) else ()
                for kolom, cel in enumerate(cellen)
            )
        )
    return Tabel(tuple(rijen), frozenset(samen))


def _celstukjes(cel: QTextTableCell) -> Iterator[Stukje]:
    blok, laatste = cel.firstCursorPosition().block(), cel.lastCursorPosition().block()
    while blok.isValid():
        yield from lees_stukjes_van(blok)
        if blok == laatste:
            return
        yield Stukje(tekst=" ")
        blok = blok.next()


def _vlak(punten: Iterable[Lijstpunt], diepte: int) -> Iterator[tuple[int, Lijstpunt]]:
    for punt in punten:
        yield diepte, punt
        yield from _vlak(punt.onder, diepte + 1)


def _hernummerd(punten: Sequence[tuple[int, str, tuple[Stukje, ...]]]) -> list[tuple[int, str, tuple[Stukje, ...]]]:
    merken = hernummer([(diepte, merk) for diepte, merk, _ in punten], _getal(punten[0][1]))
    return [(diepte, merk, stukjes) for merk, (diepte, _, stukjes) in zip(merken, punten, strict=True)]


def hernummer(punten: Sequence[tuple[int, str]], begin: int) -> list[str]:
    """Return the marks of items (depth, mark) in order: numbers and letters count on at each level from the first.

    The first level begins with ``begin``; a mark like ``1.2`` or ``-`` stays as it is.
    """
    tellers: list[int] = []
    uit = []
    for diepte, merk in punten:
        while len(tellers) > diepte + 1:
            tellers.pop()
        while len(tellers) <= diepte:
            tellers.append(begin - 1 if not tellers else 0)
        if merk[:-1].isdecimal() and merk.endswith("."):
            tellers[diepte] += 1
            uit.append(f"{tellers[diepte]}.")
        elif len(merk) == 2 and merk[0].isalpha() and tellers[diepte] < 26:
            tellers[diepte] += 1
            uit.append(f"{chr(ord('a') + tellers[diepte] - 1)}.")
        else:
            uit.append(merk)
    return uit


def _getal(merk: str) -> int:
    return int(merk[:-1]) if merk.endswith(".") and merk[:-1].isdecimal() else 1
