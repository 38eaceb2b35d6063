"""The pen: puts lines, rules and pictures on pages so that all that is painted is tagged or an artifact."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportlab.pdfgen.canvas import Canvas

from tk_desktop.paper.pictures import Picture
from tk_desktop.paper.structure import Element, LinkArea, Mark, Rect
from tk_desktop.paper.styles import Colour, Manner
from tk_desktop.paper.typesetting import Ink, Segment

_BESLOTEN: Colour = (0.69, 0, 0.13)


class Artifact(StrEnum):
    """What is on paper without being content."""

    LAYOUT = "/Type /Layout"
    HEADER = "/Type /Pagination /Subtype /Header"
    FOOTER = "/Type /Pagination /Subtype /Footer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a heading stands: for the bookmarks and for links to its ``anchor``."""

    page: int
    left: float
    top: float
    level: int
    words: str
    anchor: str


class Painter:
    """Paints pages from first to last; lengths in points, from the lower left corner of the page."""

    def __init__(self, size: tuple[float, float], font: str, link_colour: Colour) -> None:
        self._buffer = io.BytesIO()
        self._canvas = Canvas(
            self._buffer,
            pagesize=size,
            invariant=1,
            pageCompression=0,
            initialFontName=font,  # type: ignore[arg-type]  # the stubs call it a number
        )
        self._open: Element | Artifact | None = None
        self._link_colour = link_colour
        self._number = 0
        self._artifact: Artifact | None = None
        self.page = 0
        self.places: list[Place] = []
        self.pictures: list[tuple[int, str, Picture]] = []

    def next_page(self) -> None:
        """Close this page and go on at the next."""
        self._close()
        self._canvas.showPage()
        self.page += 1
        self._number = 0

    def finish(self) -> bytes:
        """Close the last page and return the file as reportlab made it, still without structure."""
        self.next_page()
        self._canvas.save()
        return self._buffer.getvalue()

    def repeat(self, artifact: Artifact | None) -> None:
        """From now on paint all as this artifact (a header row seen before); ``None`` ends that."""
        self._artifact = artifact

    def segments(self, x: float, y: float, segments: Sequence[Segment], manner: Manner) -> None:
        """Paint the segments of one line with their baseline at ``y``."""
        start = 0
        for end in range(1, len(segments) + 1):
            if end == len(segments) or segments[end].ink.element is not segments[start].ink.element:
                part = segments[start:end]
                width = sum(segment.width for segment in part)
                self._one_element(x, y, width, part, manner)
                x += width
                start = end

    def fill(self, rect: Rect, colour: Colour, element: Element | None = None) -> None:
        """Paint a plain area: behind the text, or as part of a drawing when there is an element for it."""
        self._begin(element or self._artifact or Artifact.LAYOUT)
        left, bottom, right, top = rect
        self._canvas.setFillColorRGB(*colour)
        self._canvas.rect(left, bottom, right - left, top - bottom, stroke=0, fill=1)

    def rule(self, left: float, right: float, y: float, colour: Colour, weight: float = 0.5) -> None:
        """Paint a horizontal line."""
        self._begin(self._artifact or Artifact.LAYOUT)
        self._stroke(left, right, y, colour, weight)

    def picture(self, rect: Rect, picture: Picture, element: Element | None) -> None:
        """Paint a picture as content, or as artifact when there is no element for it."""
        self._begin(element or Artifact.LAYOUT)
        name = f"/Beeld{len(self.pictures)}"
        self.pictures.append((self.page, name, picture))
        left, bottom, right, top = (round(number, 3) for number in rect)
        self._canvas.addLiteral(f"q {right - left:.3f} 0 0 {top - bottom:.3f} {left} {bottom} cm {name} Do Q")

    def _one_element(self, x: float, y: float, width: float, segments: Sequence[Segment], manner: Manner) -> None:
        ink = segments[0].ink
        self._begin(self._artifact or ink.element)
        text = self._canvas.beginText(x, y)
        text.setFillColorRGB(*(self._link_colour if ink.target else manner.colour))
        for segment in segments:
            text.setFont(segment.letter.naam, manner.size)
            text.textOut(segment.text)
        self._canvas.drawText(text)
        self._underline(x, y, segments, manner)
        if ink.target and self._artifact is None:
            self._link(ink, (x, y, x + width, y), manner)

    def _underline(self, x: float, y: float, segments: Sequence[Segment], manner: Manner) -> None:
        """Draw a line under what is besloten in a variant that shows it (J9)."""
        for segment in segments:
            if segment.ink.besloten:
                self._stroke(x, x + segment.width, y - manner.size * 0.2, _BESLOTEN, 1.2)
            x += segment.width

    def _link(self, ink: Ink, rect: Rect, manner: Manner) -> None:
        left, y, right, _ = rect
        if not ink.target.startswith("#"):  # a way out of the document is underlined; a way within it is colour enough
            self._stroke(left, right, y - manner.size * 0.15, self._link_colour, 0.4)
        area = (left, y - manner.size * 0.28, right, y + manner.size * 0.85)
        ink.element.kids.append(LinkArea(page=self.page, rect=area, target=ink.target, words=ink.words))

    def _stroke(self, left: float, right: float, y: float, colour: Colour, weight: float) -> None:
        self._canvas.setStrokeColorRGB(*colour)
        self._canvas.setLineWidth(weight)
        self._canvas.line(left, y, right, y)

    def _begin(self, what: Element | Artifact) -> None:
        """Mark what is painted from here; the mark stays open as long as the next belongs to the same."""
        if self._open is what:
            return
        self._close()
        self._open = what
        if isinstance(what, Artifact):
            self._canvas.addLiteral(f"/Artifact <<{what.value}>> BDC")
            return
        what.attach()
        what.kids.append(Mark(self.page, self._number))
        self._canvas.addLiteral(f"/{what.role} <</MCID {self._number}>> BDC")
        self._number += 1

    def _close(self) -> None:
        if self._open is not None:
            self._canvas.addLiteral("EMC")
            self._open = None
