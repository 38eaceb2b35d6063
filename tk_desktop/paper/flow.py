"""From top to bottom: what is put on paper, divided over pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from tk_desktop.paper.painter import Artifact, Painter, Place
from tk_desktop.paper.pictures import Picture
from tk_desktop.paper.structure import Element
from tk_desktop.paper.styles import Colour, Manner
from tk_desktop.paper.typesetting import Line

_SLACK = 0.01
_KEPT_WHOLE = 1 / 3
_LEAST_PART = 48.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """What a heading tells the bookmarks (level 0: nothing) and the links."""

    level: int
    words: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Solid:
    """What is never split, and by itself white space: ``above`` is the white left out at the top of a page.

    ``keep`` holds it on one page with the next; ``header`` is the row to repeat when it comes first on a page.
    """

    height: float = 0
    above: float = 0
    keep: bool = False
    header: "Row | None" = None

    def split(self, room: float) -> "tuple[Item, Item] | None":
        """Return nothing: it stays whole."""
        return None

    def paint(self, painter: Painter, left: float, top: float) -> None:
        """Paint nothing: white space."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine(Solid):
    """One line of text, ``indent`` from the left; a label of a list may stand before it."""

    line: Line
    manner: Manner
    indent: float = 0
    width: float = 0
    label: tuple[Line, float] | None = None
    bookmark: Bookmark | None = None

    def paint(self, painter: Painter, left: float, top: float) -> None:
        """Paint the label and the words."""
        manner = self.manner
        baseline = top - manner.leading / 2 - manner.size * 0.32
        if self.bookmark is not None:
            mark = self.bookmark
            painter.places.append(
                Place(
                    page=painter.page,
                    left=left,
                    top=top + manner.size * 0.5,
                    level=mark.level,
                    words=mark.words,
                    anchor=mark.anchor,
                )
            )
        if self.label is not None:
            label, indent = self.label
            painter.segments(left + indent, baseline, label.segments, manner)
        x = left + self.indent + (self.width - self.line.width if manner.rechts else 0)
        painter.segments(x, baseline, self.line.segments, manner)


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureItem(Solid):
    """A picture of a width."""

    picture: Picture
    width: float
    element: Element | None

    def paint(self, painter: Painter, left: float, top: float) -> None:
        """Paint the picture and keep where it stands."""
        rect = (left, top - self.height, left + self.width, top)
        if self.element is not None:
            self.element.bbox = rect
        painter.picture(rect, self.picture, self.element)


@dataclass(frozen=True, slots=True, kw_only=True)
class BarItem(Solid):
    """A bar over the whole width, filled in part."""

    width: float
    share: float
    fill: Colour
    track: Colour
    element: Element

    def paint(self, painter: Painter, left: float, top: float) -> None:
        """Paint the whole and the part, and keep where it stands."""
        bottom, right = top - self.height, left + self.width
        self.element.bbox = (left, bottom, right, top)
        painter.fill((left, bottom, right, top), self.track, self.element)
        if self.share:
            painter.fill((left, bottom, left + self.width * self.share, top), self.fill, self.element)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled(Solid):
    """A line to write on; a ``spare`` one is left out where the page is full."""

    width: float
    rule: Colour
    spare: bool = False

    def paint(self, painter: Painter, left: float, top: float) -> None:
        """Paint the rule at the foot of the line."""
        painter.rule(left, left + self.width, top - self.height, self.rule)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A column of items inside a row."""

    left: float
    items: "tuple[Item, ...]"
    elements: tuple[Element, ...] = ()

    @property
    def height(self) -> float:
        """The height of the items with the white between them."""
        return sum(item.height + item.above for item in self.items) - (self.items[0].above if self.items else 0)

    def split(self, room: float) -> tuple["Cell", "Cell"]:
        """Return the part that fits in ``room`` and the rest; either may be empty."""
        used = 0.0
        for number, item in enumerate(self.items):
            above = item.above if number else 0
            if used + above + item.height > room + _SLACK:
                parts = item.split(room - used - above)
                first, rest = ((parts[0],), (parts[1],)) if parts else ((), (item,))
                return (
                    replace(self, items=(*self.items[:number], *first)),
                    replace(self, items=(*rest, *self.items[number + 1 :])),
                )
            used += above + item.height
        return self, replace(self, items=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How a row is dressed: its padding, its tint, its rules and the bar at its left."""

    width: float
    padding: float = 0
    tint: Colour | None = None
    rule: Colour | None = None
    rule_above: Colour | None = None
    bar: Colour | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Cells side by side: a row of a table, or a box."""

    cells: tuple[Cell, ...]
    frame: Frame
    above: float = 0
    keep: bool = False
    header: "Row | None" = None

    @property
    def height(self) -> float:
        """The height of the highest cell, with padding."""
        return max((cell.height for cell in self.cells), default=0) + 2 * self.frame.padding

    def split(self, room: float) -> "tuple[Item, Item] | None":
        """Split every cell at the same height; nothing when not a line fits."""
        inner = room - 2 * self.frame.padding
        parts = [cell.split(inner) for cell in self.cells]
        if not any(first.items for first, _ in parts) or not any(rest.items for _, rest in parts):
            return None
        first = replace(self, cells=tuple(part for part, _ in parts), keep=False)
        return first, replace(self, cells=tuple(part for _, part in parts), above=0)

    def paint(self, painter: Painter, left: float, top: float) -> None:
        """Paint the dress and then the cells in order."""
        frame, bottom, right = self.frame, top - self.height, left + self.frame.width
        if frame.tint is not None:
            painter.fill((left, bottom, right, top), frame.tint)
        if frame.bar is not None:
            painter.fill((left, bottom, left + 2.5, top), frame.bar)
        if frame.rule_above is not None:
            painter.rule(left, right, top, frame.rule_above, 0.8)
        if frame.rule is not None:
            painter.rule(left, right, bottom, frame.rule)
        for cell in self.cells:
            for element in cell.elements:
                element.attach()
            y = top - frame.padding
            for number, item in enumerate(cell.items):
                y -= item.above if number else 0
                item.paint(painter, left + cell.left, y)
                y -= item.height


Item: TypeAlias = Solid | Row
"""Something with a height that is painted at a place."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """A header row seen before, on a next page of its table."""

    row: Row

    def paint(self, painter: Painter, left: float, top: float) -> None:
        """Paint the row as artifact."""
        painter.repeat(Artifact.HEADER)
        self.row.paint(painter, left, top)
        painter.repeat(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An item with the height of its top on the page."""

    item: Item | Repeated
    top: float


class Flow:
    """Divides items over pages with room from ``top`` down to ``bottom``; the first page may start lower."""

    def __init__(self, *, top: float, bottom: float, first_top: float) -> None:
        self._top = top
        self._bottom = bottom
        self._y = first_top
        self._fresh = True
        self._waiting: list[Item] = []
        self.pages: list[list[Placed]] = [[]]

    @property
    def room(self) -> float:
        """The height of a whole page."""
        return self._top - self._bottom

    def add(self, items: Sequence[Item]) -> None:
        """Put items below what is there."""
        for item in items:
            self._waiting.append(item)
            if not item.keep:
                self._place_waiting()

    def page_break(self) -> None:
        """Go on at the next page, unless nothing stands on this one."""
        self._place_waiting()
        if not self._fresh:
            self._next_page()

    def finish(self) -> list[list[Placed]]:
        """Place what waits and return the pages."""
        self._place_waiting()
        return self.pages

    def _place_waiting(self) -> None:
        """Place a group that belongs together on this page, or on the next when it does not fit."""
        group, self._waiting = self._waiting, []
        if not group:
            return
        if all(item.height == 0 for item in group):
            self._leave_white(sum(item.above for item in group))
            return
        needed = sum(item.height + item.above for item in group) - (group[0].above if self._fresh else 0)
        last = group[-1]
        if last.height > self.room * _KEPT_WHOLE and isinstance(last, Row):
            needed += _LEAST_PART - last.height
        if needed > self._y - self._bottom + _SLACK and not self._fresh:
            if isinstance(last, Ruled) and last.spare:
                return
            self._next_page()
        for item in group:
            self._place(item)

    def _leave_white(self, white: float) -> None:
        """Leave white space as far as this page goes; on top of a page only where the document begins."""
        if not self._fresh or len(self.pages) == 1:
            self._y = max(self._y - white, self._bottom)
            self._fresh = False

    def _place(self, item: Item) -> None:
        while True:
            self._repeat(item.header)
            room = self._y - (0 if self._fresh else item.above) - self._bottom
            if item.height <= room + _SLACK:
                break
            parts = item.split(room) if item.height > self.room * _KEPT_WHOLE else None
            if parts is not None:
                self._put(parts[0])
                item = parts[1]
            elif self._fresh:
                break
            self._next_page()
        self._put(item)

    def _repeat(self, header: Row | None) -> None:
        """Put a header row on top of a page that is still empty, unless it would take much of the page."""
        if header is None or self.pages[-1] or header.height > self.room * _KEPT_WHOLE:
            return
        self.pages[-1].append(Placed(item=Repeated(header), top=self._y))
        self._y -= header.height

    def _put(self, item: Item) -> None:
        self._y -= 0 if self._fresh else item.above
        self.pages[-1].append(Placed(item=item, top=self._y))
        self._y -= item.height
        self._fresh = False

    def _next_page(self) -> None:
        self.pages.append([])
        self._y = self._top
        self._fresh = True
