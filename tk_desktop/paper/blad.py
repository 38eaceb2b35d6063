"""What can be put on paper: the one vocabulary in which PDF and Word are written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from tk_desktop.domain.opmaak import Alinea, Blok, Stukje, gewoon

Cel = tuple[Blok, ...]
"""The contents of one table cell."""


_BEDRAG = re.compile(r"€ (?=[\d▯])")


def whole_amounts(tekst: str) -> str:
    """Return a text in which no amount stands on two lines: a space that does not break follows the euro sign."""
    return _BEDRAG.sub("€\u00a0", tekst)


class Toon(StrEnum):
    """The manner in which a paragraph is printed."""

    GEWOON = "gewoon"
    KLEIN = "klein"
    NADRUK = "nadruk"
    RECHTS = "rechts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Veld:
    """A label with its value in the header block of a paper; a value may have several lines."""

    naam: str
    waarde: Cel = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Staaf:
    """A bar of a chart: ``deel`` of ``geheel`` is filled, never more than all; ``woorden`` say the same in figures.

    Rules:
        * ``geheel`` is more than nothing.
    """

    naam: str
    deel: int
    geheel: int
    woorden: str

    def __post_init__(self) -> None:
        if self.geheel <= 0:
            raise ValueError("een staaf is een deel van meer dan niets")

    @property
    def aandeel(self) -> float:
        """The share that is filled, from 0 to 1."""
        return min(max(self.deel / self.geheel, 0.0), 1.0)

    @property
    def regel(self) -> str:
        """What stands above the bar, and what stands for it where it cannot be seen."""
        return f"{self.naam}: {self.woorden}"


def cel(tekst: str, *, vet: bool = False) -> Cel:
    """Return plain text as the contents of a cell, on one line; nothing when it says nothing."""
    stukjes = tuple(replace(stuk, vet=vet) for stuk in gewoon(tekst))
    return (Alinea(stukjes),) if stukjes else ()


def veld(naam: str, waarde: str) -> Veld:
    """Return a label with plain text as its value."""
    return Veld(naam=naam, waarde=cel(waarde))


class Blad(Protocol):
    """A document that is being written, from top to bottom.

    Links in spans are web addresses, or ``#naam`` for a place that ``anker`` names, in this document or in another
    part of the same set. All text is plain: no mark-up of a library is ever interpreted.
    """

    def title(self, tekst: str, *, anker: str = "") -> None:
        """Put the title of the document (heading 1)."""

    def heading(self, niveau: int, tekst: str | Sequence[Stukje], *, anker: str = "") -> None:
        """Put a heading of level 1 to 3."""

    def paragraph(self, tekst: str | Sequence[Stukje], toon: Toon = Toon.GEWOON) -> None:
        """Put one paragraph."""

    def blocks(self, blokken: Sequence[Blok], *, kopniveau: int = 3) -> None:
        """Put rich text: paragraphs, lists, tables, headings inside a section (at level ``kopniveau``)."""

    def fields(self, rijen: Sequence[Sequence[Veld]]) -> None:
        """Put a header block: rows of one or more labels with values."""

    def table(self, kop: Sequence[str], rijen: Sequence[Sequence[Cel]], breedtes: Sequence[float]) -> None:
        """Put a table with a header row that repeats on every page; ``breedtes`` are shares of the width."""

    def figure(self, bestand: Path, *, breedte_mm: float, alternatieve_tekst: str) -> None:
        """Put a picture with the words that stand for it."""

    def bars(self, staven: Sequence[Staaf]) -> None:
        """Put a chart: bars under each other, drawn as shapes, each under its own words."""

    def space(self, mm: float) -> None:
        """Leave white space."""

    def writing_room(self, lines: int) -> None:
        """Leave room to write: ruled lines in print, an empty paragraph in a document that is edited."""

    def signatures(self, inleiding: str, wie: Sequence[tuple[str, str]]) -> None:
        """Put a sentence, which may be empty, and who sign under it: role and name, with room above it; on one page."""

    def page_break(self) -> None:
        """Go on at the next page."""

    def write(self, target: Path) -> Path:
        """Write the document whole to ``target``; the same contents give the same bytes."""
