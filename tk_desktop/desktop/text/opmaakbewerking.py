"""Changes to rich text in a ``QTextDocument``: lists, headings, links and what is pasted."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextTable

from tk_desktop.desktop.text.opmaakdocument import (
    BEGIN,
    DIEPTE,
    MERK,
    NIEUW,
    alineavorm,
    geef_celvorm,
    hernummer,
    is_besloten,
    is_vet,
    kopvorm,
    letters,
    maak_link,
    puntvorm,
    schrijf_blokken,
    schrijf_cel,
    schrijf_stukjes_in,
    zet_besloten,
)
from tk_desktop.domain.opmaak import Alinea, Blok, Lijst, Lijstpunt, Stukje, Tabel, Tussenkop, normaal

DIEPSTE_LIJST = 8

Vormer = Callable[[QTextBlock], QTextBlockFormat]


def tabel_van(cursor: QTextCursor) -> QTextTable | None:
    """Return the table in which a cursor stands."""
    tabel: QTextTable | None = cursor.currentTable()
    return tabel


def is_punt(blok: QTextBlock) -> bool:
    """Tell whether a block is an item of a list."""
    return blok.isValid() and blok.blockFormat().hasProperty(MERK)


def is_kop(blok: QTextBlock) -> bool:
    """Tell whether a block is a heading."""
    return blok.blockFormat().headingLevel() > 0


def wissel_lijst(cursor: QTextCursor, merk: str) -> None:
    """Make the paragraphs of the selection items with that kind of mark, or paragraphs when all are."""
    blokken = _blokken(cursor)
    al_zo = all(_soort(_merk(blok)) == _soort(merk) for blok in blokken)

    def vorm(blok: QTextBlock) -> QTextBlockFormat:
        if al_zo:
            return alineavorm(blok.document())
        return puntvorm(blok.document(), merk, blok.blockFormat().intProperty(DIEPTE))

    _zet_vorm(blokken, vorm)


def wissel_kop(cursor: QTextCursor) -> None:
    """Make the paragraphs of the selection headings, or paragraphs when the first is one."""
    blokken = _blokken(cursor)
    naar = alineavorm if blokken and is_kop(blokken[0]) else kopvorm
    _zet_vorm(blokken, lambda blok: naar(blok.document()))


def maak_alinea(cursor: QTextCursor) -> None:
    """Make the block of a cursor a paragraph."""
    _zet_vorm([cursor.block()], lambda blok: alineavorm(blok.document()))


def kan_schuiven(cursor: QTextCursor, stap: int) -> bool:
    """Tell whether the items of the selection can go a level deeper (1) or higher (-1)."""
    punten = [blok for blok in _blokken(cursor) if is_punt(blok)]
    if not punten:
        return False
    diepte, vorige = _diepte(punten[0]), punten[0].previous()
    if stap < 0:
        return diepte > 0
    return is_punt(vorige) and diepte <= _diepte(vorige) and diepte < DIEPSTE_LIJST


def verschuif(cursor: QTextCursor, stap: int) -> None:
    """Put the items of the selection a level deeper or higher, where that can be; letters stand under numbers."""
    if not kan_schuiven(cursor, stap):
        return

    def vorm(blok: QTextBlock) -> QTextBlockFormat:
        diepte = max(0, _diepte(blok) + stap)
        merk = "-" if _soort(_merk(blok)) == "-" else "1." if diepte % 2 == 0 else "a."
        return puntvorm(blok.document(), merk, diepte)

    _zet_vorm([blok for blok in _blokken(cursor) if is_punt(blok)], vorm)


def dieper(cursor: QTextCursor) -> None:
    """Put the items of the selection a level deeper, where that can be."""
    verschuif(cursor, 1)


def hoger(cursor: QTextCursor) -> None:
    """Put the items of the selection a level higher, where that can be."""
    verschuif(cursor, -1)


def begin_lijst(cursor: QTextCursor, merk: str) -> None:
    """Make the paragraph a list, instead of the mark that was typed before the cursor."""
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    wissel_lijst(cursor, merk)


def splits(cursor: QTextCursor) -> None:
    """Begin a new paragraph where the cursor stands; behind a heading a plain one."""
    cursor.removeSelectedText()
    vorm, kop, aan_eind = cursor.blockFormat(), is_kop(cursor.block()), cursor.atBlockEnd()
    if kop and aan_eind:
        cursor.insertBlock(alineavorm(cursor.document()), letters(kop=False))
        return
    vorm.clearProperty(NIEUW)
    letter = _zonder_link(cursor.charFormat(), kop=kop) if aan_eind else cursor.charFormat()
    cursor.insertBlock(vorm, letter)


def tel_opnieuw(cursor: QTextCursor) -> None:
    """Let the numbers of the list round the cursor count on."""
    eerste = cursor.block() if is_punt(cursor.block()) else cursor.block().next()
    while _is_vervolg(eerste):
        eerste = eerste.previous()
    rij = [eerste] if is_punt(eerste) else []
    while rij and _is_vervolg(rij[-1].next()):
        rij.append(rij[-1].next())
    begin = rij[0].blockFormat().intProperty(BEGIN) if rij else 1
    for blok, merk in zip(rij, hernummer([(_diepte(b), _merk(b)) for b in rij], begin or 1), strict=True):
        if _merk(blok) != merk:
            vorm = blok.blockFormat()
            vorm.setProperty(MERK, merk)
            QTextCursor(blok).setBlockFormat(vorm)


def linkbereik(cursor: QTextCursor) -> QTextCursor:
    """Return the selection, or the whole link in which the cursor stands."""
    if not cursor.hasSelection() and cursor.charFormat().isAnchor():
        for van, tot, vorm in _stukken(_heel(cursor.block())):
            if van <= cursor.position() <= tot and vorm.anchorHref() == cursor.charFormat().anchorHref():
                return _bereik(cursor, van, tot)
    return cursor


def zet_link(cursor: QTextCursor, adres: str) -> None:
    """Make the selection a link, or with an empty address no link; without selection, write the address itself."""
    kop = is_kop(cursor.block())
    if not cursor.hasSelection() and adres:
        vorm = letters(kop=kop)
        maak_link(vorm, adres)
        cursor.insertText(adres.removeprefix("mailto:"), vorm)
        cursor.insertText(" ", letters(kop=kop))
        return
    for van, tot, oud in _stukken(cursor):
        vorm = _zonder_link(oud, kop=kop)
        if adres:
            maak_link(vorm, adres)
        _bereik(cursor, van, tot).setCharFormat(vorm)


def voeg_in(cursor: QTextCursor, blokken: Sequence[Blok], *, op_een_regel: bool) -> None:
    """Put blocks in where the cursor stands, instead of what is selected."""
    cursor.removeSelectedText()
    tabel = tabel_van(cursor)
    if tabel is not None and len(blokken) == 1 and isinstance(blokken[0], Tabel):
        _vul_cellen(tabel, cursor, blokken[0])
    elif tabel is not None or op_een_regel or (len(blokken) == 1 and isinstance(blokken[0], Alinea)):
        schrijf_stukjes_in(cursor, als_regel(blokken), kop=is_kop(cursor.block()))
    else:
        _voeg_blokken_in(cursor, blokken)


def als_regel(blokken: Sequence[Blok]) -> tuple[Stukje, ...]:
    """Return all words of blocks on one line."""
    return normaal(_losse_stukjes(blokken))


def _voeg_blokken_in(cursor: QTextCursor, blokken: Sequence[Blok]) -> None:
    eerste, hoofd = blokken[0], cursor.block()
    past_erin = isinstance(eerste, Alinea) and (bool(hoofd.text()) or is_punt(hoofd) or is_kop(hoofd))
    cursor.insertBlock(cursor.blockFormat(), cursor.charFormat())
    staart = QTextCursor(cursor)
    cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
    rest = blokken
    if past_erin and isinstance(eerste, Alinea):
        schrijf_stukjes_in(cursor, eerste.stukjes, kop=is_kop(cursor.block()))
        rest = blokken[1:]
    if cursor.block().text() or past_erin:
        cursor.insertBlock(alineavorm(cursor.document()), letters(kop=False))
    schrijf_blokken(cursor, rest)
    if not staart.block().text() and cursor.block().next() == staart.block() and cursor.block().text():
        staart.deletePreviousChar()


def _vul_cellen(tabel: QTextTable, cursor: QTextCursor, bron: Tabel) -> None:
    """Write a pasted table over the cells from the cursor on; the table grows when it is too small."""
    cel = tabel.cellAt(cursor)
    rij, kolom = cel.row(), cel.column()
    if rij + len(bron.rijen) > tabel.rows():
        tabel.appendRows(rij + len(bron.rijen) - tabel.rows())
    if kolom + len(bron.rijen[0]) > tabel.columns():
        tabel.appendColumns(kolom + len(bron.rijen[0]) - tabel.columns())
    for r, cellen in enumerate(bron.rijen):
        for k in range(len(cellen)):
            hier = tabel.cellAt(rij + r, kolom + k)
            if hier.columnSpan() > 1:
                tabel.splitCell(hier.row(), hier.column(), 1, 1)
        for k, breed in bron.cellen(r):
            if breed > 1:
                tabel.mergeCells(rij + r, kolom + k, 1, breed)
            schrijf_cel(tabel.cellAt(rij + r, kolom + k), cellen[k], kop=rij + r == 0)
    herteken(tabel)


def herteken(tabel: QTextTable) -> None:
    """Draw just the first row of a changed table as its header."""
    for rij in range(min(tabel.rows(), 2)):
        for kolom in range(tabel.columns()):
            cel = tabel.cellAt(rij, kolom)
            geef_celvorm(cel, kop=rij == 0)
            van, tot = cel.firstCursorPosition(), cel.lastCursorPosition()
            _zet_gewicht(_bereik(van, van.position(), tot.position()), kop=rij == 0)


def _zet_vorm(blokken: Sequence[QTextBlock], vorm: Vormer) -> None:
    """Give blocks another form, with letters to match."""
    for blok in blokken:
        nieuw = vorm(blok)
        kop = nieuw.headingLevel() > 0
        if kop != is_kop(blok):
            _zet_gewicht(_heel(blok), kop=kop)
        cursor = QTextCursor(blok)
        cursor.setBlockFormat(nieuw)
        cursor.setBlockCharFormat(letters(kop=kop))


def _zet_gewicht(bereik: QTextCursor, *, kop: bool) -> None:
    """Give letters that are not bold the weight of a heading, or of plain text."""
    gewicht = QTextCharFormat()
    gewicht.setFontWeight(letters(kop=kop).fontWeight())
    for van, tot, letter in _stukken(bereik):
        if not is_vet(letter):
            _bereik(bereik, van, tot).mergeCharFormat(gewicht)


def _zonder_link(oud: QTextCharFormat, *, kop: bool) -> QTextCharFormat:
    vorm = letters(kop=kop)
    if is_vet(oud):
        vorm.setFontWeight(oud.fontWeight())
    vorm.setFontItalic(oud.fontItalic())
    if is_besloten(oud):
        zet_besloten(vorm, True)
    return vorm


def _blokken(cursor: QTextCursor) -> list[QTextBlock]:
    """Return the blocks of the selection, outside tables."""
    blok = cursor.document().findBlock(cursor.selectionStart())
    uit = [] if tabel_van(QTextCursor(blok)) else [blok]
    blok = blok.next()
    while blok.isValid() and blok.position() < cursor.selectionEnd():
        if tabel_van(QTextCursor(blok)) is None:
            uit.append(blok)
        blok = blok.next()
    return uit


def _stukken(cursor: QTextCursor) -> list[tuple[int, int, QTextCharFormat]]:
    """Return (from, to, letters) of the stretches of one manner in a selection."""
    uit = []
    blok = cursor.document().findBlock(cursor.selectionStart())
    while blok.isValid() and blok.position() <= cursor.selectionEnd():
        deel = blok.begin()
        while not deel.atEnd():
            fragment = deel.fragment()
            van = max(fragment.position(), cursor.selectionStart())
            tot = min(fragment.position() + fragment.length(), cursor.selectionEnd())
            if van < tot:
                uit.append((van, tot, fragment.charFormat()))
            deel += 1
        blok = blok.next()
    return uit


def _heel(blok: QTextBlock) -> QTextCursor:
    cursor = QTextCursor(blok)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _bereik(cursor: QTextCursor, van: int, tot: int) -> QTextCursor:
    nieuw = QTextCursor(cursor)
    nieuw.setPosition(van)
    nieuw.setPosition(tot, QTextCursor.MoveMode.KeepAnchor)
    return nieuw


def _is_vervolg(blok: QTextBlock) -> bool:
    """Tell whether an item goes on with the list of the block above it."""
    return is_punt(blok) and is_punt(blok.previous()) and not blok.blockFormat().boolProperty(NIEUW)


def _merk(blok: QTextBlock) -> str:
    return str(blok.blockFormat().stringProperty(MERK))


def _diepte(blok: QTextBlock) -> int:
    return int(blok.blockFormat().intProperty(DIEPTE))


def _soort(merk: str) -> str:
    """Return of which kind a mark is: a dash, a number, a letter, or none."""
    if merk in {"", "-"}:
        return merk
    return "1" if merk[0].isdecimal() else "a"


def _losse_stukjes(blokken: Sequence[Blok]) -> Iterator[Stukje]:
    for blok in blokken:
        match blok:
            case Alinea(stukjes) | Tussenkop(stukjes):
                yield from stukjes
            case Lijst(punten):
                yield from _puntstukjes(punten)
            case Tabel(rijen):
                for rij in rijen:
                    for cel in rij:
                        yield from (*cel, Stukje(tekst=" "))
        yield Stukje(tekst=" ")


def _puntstukjes(punten: Sequence[Lijstpunt]) -> Iterator[Stukje]:
    for punt in punten:
        yield Stukje(tekst="" if punt.merk == "-" else f"{punt.merk} ")
        yield from (*punt.stukjes, Stukje(tekst=" "))
        yield from _puntstukjes(punt.onder)
