"""Rich text, tables and header blocks as items to put on paper, each with its place in the structure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tk_desktop.domain.opmaak import Alinea, Blok, Lijst, Lijstpunt, Stukje, Tabel, Tussenkop
from tk_desktop.paper.blad import Cel, Veld
from tk_desktop.paper.columns import fitted_widths
from tk_desktop.paper.flow import Bookmark, Cell, Frame, Item, Row, TextLine
from tk_desktop.paper.layout import BIJEEN_RIJEN, is_number_column
from tk_desktop.paper.structure import Element
from tk_desktop.paper.styles import MM, Manner, Styles
from tk_desktop.paper.typesetting import Line, Typesetter

_CELL_SIDE = 5.5
_CELL_PADDING = 3.4
_USUAL = 9.0
"""Points below which letters have less white round them in a table too: what is small has to fit."""
_LEAST_WIDTH = 8.0
_LEAST_LABEL_WIDTH = 18 * MM
_STACKED_FROM = 3
_SMALL = 80 * MM
"""Up to this height a table of a few rows is not divided over pages."""


class Composer:
    """Makes items in the styles and the fonts of a house style."""

    def __init__(self, typesetter: Typesetter, styles: Styles) -> None:
        self._typesetter = typesetter
        self._styles = styles

    def text(
        self,
        stukjes: Sequence[Stukje],
        manner: Manner,
        width: float,
        element: Element,
        *,
        bookmark: Bookmark | None = None,
    ) -> list[Item]:
        """Return the lines of one paragraph, or of a heading when it has a bookmark; a heading keeps with the next.

        The first two lines stay together, and so do the last two.
        """
        lines = self._typesetter.lines(stukjes, manner, width, element, firm_end=bookmark is not None)
        last = len(lines) - 1
        return [
            TextLine(
                height=manner.leading,
                above=0 if number else manner.above,
                keep=bookmark is not None or (number < last and number in (0, last - 1)),
                line=line,
                manner=manner,
                width=width,
                bookmark=None if number else bookmark,
            )
            for number, line in enumerate(lines)
        ]

    def block(self, blok: Blok, width: float, parent: Element, manner: Manner) -> list[Item]:
        """Return a paragraph, list or table; a heading inside a cell is a paragraph in bold."""
        match blok:
            case Alinea(stukjes):
                return self.text(stukjes, manner, width, parent.child("P"))
            case Tussenkop(stukjes):
                return self.text(stukjes, replace(manner, vet=True), width, parent.child("P"))
            case Lijst(punten):
                return self._list(punten, manner, width, parent, 0)
            case Tabel(rijen):
                kop, *rest = rijen
                cells = [[_als_cel(cel) for cel in rij] for rij in rest]
                shares = self._shares(blok.kolomwoorden().rijen, manner, width)
                return self.table(kop, cells, shares, width, parent, samen=blok)

    def box(self, stukjes: Sequence[Stukje], width: float, parent: Element) -> list[Item]:
        """Return a paragraph that stands out: on a tint, behind a bar."""
        manner = self._styles.boxed
        items = self.text(stukjes, manner, width - 2 * manner.size, parent.child("P"))
        frame = Frame(width=width, padding=manner.size * 0.55, tint=self._styles.tint, bar=self._styles.accent)
        cell = Cell(left=manner.size, items=tuple(items))
        return [Row(cells=(cell,), frame=frame, above=manner.size * 0.8)] if items else []

    def table(
        self,
        kop: Sequence[Sequence[Stukje]],
        rijen: Sequence[Sequence[Cel]],
        shares: Sequence[float],
        width: float,
        parent: Element,
        *,
        samen: Tabel | None = None,
    ) -> list[Item]:
        """Return a table: a header row that repeats on every page, and its rows; a column is as wide as its words.

        ``samen`` is the table as rich text, of which a cell may fill more than one column.
        """
        styles, table = self._styles, parent.child("Table")
        smal = _unmerged(kop, rijen, samen)
        lefts, widths = _columns(
            fitted_widths(*smal, shares, width, side=_CELL_SIDE, typesetter=self._typesetter, styles=styles), width
        )
        right = [is_number_column(smal[1], column) for column in range(len(kop))]
        row = table.child("TR")
        heads = []
        for column, span in _spans(samen, 0, len(kop)):
            head = _cell_of(row, "TH", span, Scope="Column")
            manner = replace(styles.column_head, rechts=all(right[column : column + span]))
            left, room = lefts[column], _room(lefts, widths, column, span)
            heads.append(Cell(left=left, items=tuple(self.text(kop[column], manner, room, head)), elements=(head,)))
        padding = _CELL_PADDING * min(1.0, styles.cell.size / _USUAL)
        frame = Frame(width=width, padding=padding, tint=styles.tint, rule_above=styles.accent, rule=styles.rule)
        header = Row(cells=tuple(heads), frame=frame, above=styles.text.above * 1.4, keep=bool(rijen))
        items: list[Item] = [header]
        body = Frame(width=width, padding=padding, rule=styles.rule)
        for number, rij in enumerate(rijen, 1):
            row = table.child("TR")
            cells = tuple(
                self._cell(
                    rij[column],
                    lefts[column],
                    _room(lefts, widths, column, span),
                    _cell_of(row, "TD", span),
                    rechts=all(right[column : column + span]),
                )
                for column, span in _spans(samen, number, len(kop))
            )
            items.append(Row(cells=cells, frame=body, header=header))
        return _kept_together(items)

    def fields(self, rijen: Sequence[Sequence[Veld]], width: float, parent: Element) -> list[Item]:
        """Return a header block: labels beside their values, or above them from three labels in a row on."""
        most = max((len(rij) for rij in rijen), default=0)
        label_width = self._label_width(rijen, width / max(most, 1))
        table = parent.child("Table")
        items: list[Item] = []
        for number, rij in enumerate(rijen):
            if not rij:
                continue
            row = table.child("TR")
            if most >= _STACKED_FROM:
                cells = self._stacked(rij, most, width, row)
            else:
                cells = self._beside(rij, most, width, row, label_width)
            frame = Frame(
                width=width,
                padding=_CELL_PADDING * 0.8,
                rule=self._styles.rule,
                rule_above=None if number else self._styles.accent,
            )
            above = 0 if number else self._styles.text.above * 1.4
            items.append(Row(cells=tuple(cells), frame=frame, above=above, keep=number < len(rijen) - 1))
        return items

    def _beside(self, rij: Sequence[Veld], most: int, width: float, row: Element, label_width: float) -> list[Cell]:
        part = width / most
        cells = []
        for number, veld in enumerate(rij):
            left = number * part
            room = (width if number == len(rij) - 1 else left + part) - left - label_width - _CELL_SIDE
            head, value = _veld_elementen(row, number, len(rij), most)
            items = self.text((Stukje(tekst=veld.naam),), self._label(), label_width - 2 * _CELL_SIDE, head)
            cells.append(Cell(left=left, items=tuple(items), elements=(head,)))
            cells.append(self._cell(veld.waarde, left + label_width, room, value))
        return cells

    def _stacked(self, rij: Sequence[Veld], most: int, width: float, row: Element) -> list[Cell]:
        part = width / most
        cells = []
        for number, veld in enumerate(rij):
            left = number * part
            room = max((width if number == len(rij) - 1 else left + part) - left - _CELL_SIDE, _LEAST_WIDTH)
            head, value = _veld_elementen(row, number, len(rij), most)
            items = self.text((Stukje(tekst=veld.naam),), self._label(), room, head)
            under = self._cell(veld.waarde, left, room, value)
            values = (replace(under.items[0], above=0), *under.items[1:]) if under.items else ()
            cells.append(replace(under, items=(*items, *values), elements=(head, value)))
        return cells

    def _label_width(self, rijen: Sequence[Sequence[Veld]], part: float) -> float:
        """Return the room for labels: that of the widest, with white behind it, but not half of the block."""
        labels = [(Stukje(tekst=veld.naam),) for rij in rijen for veld in rij]
        widths = [self._typesetter.natural_width(label, self._styles.label)[1] for label in labels]
        return min(max((_LEAST_LABEL_WIDTH, *widths)) + 3 * _CELL_SIDE, part * 0.45)

    def _label(self) -> Manner:
        """Return the manner of a label whose first line stands as low as that of the value beside it."""
        label, cell = self._styles.label, self._styles.cell
        return replace(label, leading=cell.leading + 0.64 * (cell.size - label.size))

    def _cell(self, cel: Cel, left: float, room: float, element: Element, *, rechts: bool = False) -> Cell:
        manner = replace(self._styles.cell, rechts=rechts)
        if len(cel) == 1 and isinstance(cel[0], Alinea):
            items = self.text(cel[0].stukjes, manner, room, element)
        else:
            items = [item for blok in cel for item in self.block(blok, room, element, manner)]
        return Cell(left=left, items=tuple(items), elements=(element,))

    def _list(
        self, punten: Sequence[Lijstpunt], manner: Manner, width: float, parent: Element, indent: float
    ) -> list[Item]:
        top = parent.child("L", ListNumbering=_nummering(punten))
        level = 0 if indent == 0 else 1
        items: list[Item] = []
        inks = [(punt, top.child("LI")) for punt in punten]
        labels = [self._label_line(punt, level, manner, item) for punt, item in inks]
        step = max(manner.size * 1.4, max((label.width for label in labels), default=0) + manner.size * 0.5)
        inner = min(indent + step, max(width * 0.6, step))
        for number, ((punt, item), label) in enumerate(zip(inks, labels, strict=True)):
            body = item.child("LBody")
            lines: list[Item] = self.text(punt.stukjes, manner, max(width - inner, _LEAST_WIDTH), body)
            first = lines[0] if lines else TextLine(height=manner.leading, line=Line(), manner=manner)
            if isinstance(first, TextLine):
                above = manner.size * 0.22 if number or indent else manner.above
                first = replace(first, above=above, label=(label, inner - step))
            items += [_indented(line, inner) for line in (first, *lines[1:])]
            if punt.onder:
                items += self._list(punt.onder, manner, width, body, inner)
        return items

    def _label_line(self, punt: Lijstpunt, level: int, manner: Manner, item: Element) -> Line:
        merk = ("•", "–")[level] if punt.merk == "-" else punt.merk
        lines = self._typesetter.lines((Stukje(tekst=merk),), manner, float("inf"), item.child("Lbl"))
        return lines[0] if lines else Line()

    def _shares(self, rijen: Sequence[Sequence[Sequence[Stukje]]], manner: Manner, width: float) -> list[float]:
        """Return column widths after the words in them: none narrower than its widest word while that fits."""
        least, wanted = [], []
        for column in range(len(rijen[0])):
            sizes = [self._typesetter.natural_width(rij[column], manner) for rij in rijen]
            side = 2 * _CELL_SIDE + 1
            least.append(max(word for word, _ in sizes) + side)
            wanted.append(min(max(whole for _, whole in sizes) + side, width * 0.7))
        wanted = [max(pair) for pair in zip(least, wanted, strict=True)]
        spare = width - sum(least)
        if spare <= 0:
            return least
        extra = [want - low for want, low in zip(wanted, least, strict=True)]
        total = sum(extra)
        if total <= spare:
            return [want + (spare - total) * want / sum(wanted) for want in wanted]
        return [low + spare * more / total for low, more in zip(least, extra, strict=True)]


def _columns(shares: Sequence[float], width: float) -> tuple[list[float], list[float]]:
    """Return where the text of each column starts and how wide it may be."""
    total = sum(shares)
    starts = [sum(shares[:column]) / total * width for column in range(len(shares))]
    widths = [max(share / total * width - 2 * _CELL_SIDE, _LEAST_WIDTH) for share in shares]
    return [start + _CELL_SIDE for start in starts], widths


def _spans(tabel: Tabel | None, row: int, columns: int) -> list[tuple[int, int]]:
    """Return the cells of a row: the column where each begins, and how many it fills."""
    return tabel.cellen(row) if tabel is not None else [(column, 1) for column in range(columns)]


def _cell_of(row: Element, role: str, span: int, **attributes: str) -> Element:
    """Return a new cell of a row, that tells how many columns it fills when it is more than one."""
    if span == 1:
        return row.child(role, **attributes)
    return row.child(role, ColSpan=span, **attributes)


def _room(lefts: Sequence[float], widths: Sequence[float], column: int, span: int) -> float:
    """Return how wide the text of a cell may be, with the white between the columns that it fills."""
    last = column + span - 1
    return lefts[last] + widths[last] - lefts[column]


def _unmerged(
    kop: Sequence[Sequence[Stukje]], rijen: Sequence[Sequence[Cel]], tabel: Tabel | None
) -> tuple[Sequence[Sequence[Stukje]], Sequence[Sequence[Cel]]]:
    """Return header and rows without what stands in merged cells, by which no column is measured."""
    if tabel is None or not tabel.samen:
        return kop, rijen
    eerste, *rest = tabel.kolomwoorden().rijen
    return eerste, [[_als_cel(cel) for cel in rij] for rij in rest]


def _kept_together(items: list[Item]) -> list[Item]:
    """Return a small table as one that stays on one page, from its header to its total."""
    if len(items) > BIJEEN_RIJEN or sum(item.height for item in items) > _SMALL:
        return items
    return [*(replace(item, keep=True) for item in items[:-1]), *items[-1:]]


def _als_cel(stukjes: tuple[Stukje, ...]) -> Cel:
    return (Alinea(stukjes),) if stukjes else ()


def _veld_elementen(row: Element, number: int, count: int, most: int) -> tuple[Element, Element]:
    """Return the label and the value in the structure; the last value spans what is left of the row."""
    head = row.child("TH", Scope="Row")
    span = 2 * (most - number) - 1
    return head, row.child("TD", ColSpan=span) if number == count - 1 and span > 1 else row.child("TD")


def _indented(item: Item, indent: float) -> Item:
    return replace(item, indent=indent) if isinstance(item, TextLine) else item


def _nummering(punten: Sequence[Lijstpunt]) -> str:
    merk = punten[0].merk if punten else ""
    if merk[:1].isdigit():
        return "Decimal"
    if re.fullmatch(r"[ivx]{2,}\.|i\.", merk):
        return "LowerRoman"
    return "LowerAlpha" if re.fullmatch(r"[a-z]\.", merk) else "Disc"
