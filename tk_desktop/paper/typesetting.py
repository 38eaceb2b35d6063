"""Words into lines: spans of text broken to a width, with every space between words kept."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from tk_desktop.domain.opmaak import Stukje, samenvoegen
from tk_desktop.paper.fonts import ONBEKEND, Letter, Letters, printable
from tk_desktop.paper.hyphens import finer, syllables
from tk_desktop.paper.layout import has_firm_end
from tk_desktop.paper.structure import Element
from tk_desktop.paper.styles import Manner

_ADRES = re.compile(r"(?:https?://[^\s/]|mailto:[^\s])", re.I)
_TOEGESTAAN = "!#$%&'()*+,/:;=?@[]~-._"
_HECHT = re.compile(r"\w[-\u00ad\u2010]$")
_BREEKPLEK = re.compile(r"[^/.\-_&=?@]*[/.\-_&=?@]+|[^/.\-_&=?@]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """What a span is on paper: its weight, the element and target of its link if it is one; and if it is besloten."""

    vet: bool
    cursief: bool
    element: Element
    target: str = ""
    words: str = ""
    besloten: bool = False


@dataclass(slots=True)
class Segment:
    """Characters of one font and one ink, with their width in points."""

    ink: Ink
    letter: Letter
    text: str
    width: float


@dataclass(slots=True)
class Line:
    """One line of print; ``width`` does not count the space at its end."""

    segments: list[Segment] = field(default_factory=list)
    width: float = 0


@dataclass(slots=True)
class _Word:
    """What stays together on a line, and the ink of the space before it."""

    parts: list[tuple[Ink, str]]
    space: Ink | None


def link_target(link: str) -> str:
    """Return a link as it may stand in a file, or nothing when it is not one we make (only web, mail and ``#naam``)."""
    schoon = printable(link).strip()
    if schoon.startswith("#") and len(schoon) > 1:
        return schoon
    return quote(schoon, safe=_TOEGESTAAN) if _ADRES.match(schoon) else ""


class Typesetter:
    """Breaks text into lines with the fonts of a house style."""

    def __init__(self, letters: Letters) -> None:
        self._letters = letters

    def lines(
        self, stukjes: Sequence[Stukje], manner: Manner, width: float, element: Element, *, firm_end: bool = False
    ) -> list[Line]:
        """Return the lines of spans, none wider than ``width``; no text gives no lines.

        With ``firm_end`` the last line is not one word, where that fits.
        """
        words = list(_words(_inks(stukjes, manner, element)))
        if firm_end and has_firm_end(samenvoegen(stukjes)):
            words = _with_firm_end(words)
        return list(self._fill(words, manner.size, width))

    def natural_width(self, stukjes: Sequence[Stukje], manner: Manner) -> tuple[float, float]:
        """Return the width of the widest word, and of all words on one line."""
        words = list(_words(_inks(stukjes, manner, Element(role="P"))))
        widths = [sum(part.width for part in self._set(word, manner.size)) for word in words]
        spaces = max(0, len(words) - 1) * manner.size * 0.25
        return (max(widths), sum(widths) + spaces) if widths else (0, 0)

    def hyphenated_width(self, stukjes: Sequence[Stukje], manner: Manner) -> tuple[float, float]:
        """Return the same when each long word is broken once, where its parts are as equal as can be."""
        words = list(_words(_inks(stukjes, manner, Element(role="P"))))
        widths = [self._broken_once(word, manner.size) for word in words]
        return (max(widths), sum(widths)) if widths else (0, 0)

    def _broken_once(self, word: _Word, size: float) -> float:
        whole = sum(part.width for part in self._set(word, size))
        if len(word.parts) != 1:
            return whole
        ((ink, text),) = word.parts
        pieces = syllables(text)

        def wide(words: str) -> float:
            return sum(part.width for part in self._segments(ink, words, size))

        halves = (max(wide("".join(pieces[:cut]) + "-"), wide("".join(pieces[cut:]))) for cut in range(1, len(pieces)))
        return min(halves, default=whole)

    def _fill(self, words: Iterable[_Word], size: float, width: float) -> Iterator[Line]:
        line = Line()
        for word in words:
            space = self._segments(word.space, " ", size) if word.space and line.segments else []
            parts = self._set(word, size)
            needed = sum(part.width for part in space) + sum(part.width for part in parts)
            if line.segments and line.width + needed > width:
                _append(line, space, counted=False)
                yield line
                line, space = Line(), []
            _append(line, space)
            for piece in self._pieces(word, parts, size, width):
                piece_width = sum(part.width for part in piece)
                if line.segments and line.width + piece_width > width:
                    yield line
                    line = Line()
                _append(line, piece)
        if line.segments:
            yield line

    def _pieces(self, word: _Word, parts: list[Segment], size: float, width: float) -> Iterator[list[Segment]]:
        """Yield a word whole, or when it is wider than a line in pieces.

        It is broken after a hyphen or slash, else between syllables, else anywhere.
        """
        if sum(part.width for part in parts) <= width:
            yield parts
            return
        for ink, text in word.parts:
            for deel in _BREEKPLEK.findall(text):
                piece = self._segments(ink, deel, size)
                if sum(part.width for part in piece) <= width:
                    yield piece
                else:
                    yield from self._broken(ink, deel, size, width)

    def _broken(self, ink: Ink, text: str, size: float, width: float) -> Iterator[list[Segment]]:
        """Yield as many syllables as go on a line, each time with a hyphen; a syllable too wide goes by its letters."""

        def room(begin: str, syllable: str) -> bool:
            return sum(part.width for part in self._segments(ink, f"{begin}{syllable}-", size)) <= width

        pieces = (part for piece in syllables(text) for part in ([piece] if room("", piece) else finer(piece)))
        begin = ""
        for syllable in pieces:
            if begin and not room(begin, syllable):
                yield self._segments(ink, f"{begin}-", size)
                begin = ""
            if not begin and not room("", syllable):
                yield from (self._segments(ink, letter, size) for letter in syllable)
            else:
                begin += syllable
        if begin:
            yield self._segments(ink, begin, size)

    def _set(self, word: _Word, size: float) -> list[Segment]:
        return [segment for ink, text in word.parts for segment in self._segments(ink, text, size)]

    def _segments(self, ink: Ink | None, text: str, size: float) -> list[Segment]:
        if ink is None:
            return []
        runs = self._letters.runs(text, vet=ink.vet, cursief=ink.cursief)
        return [Segment(ink, run.letter, run.tekst, run.breedte * size) for run in runs]


def _append(line: Line, segments: Iterable[Segment], *, counted: bool = True) -> None:
    for segment in segments:
        last = line.segments[-1] if line.segments else None
        if last is not None and last.ink is segment.ink and last.letter is segment.letter:
            last.text += segment.text
            last.width += segment.width
        else:
            line.segments.append(Segment(segment.ink, segment.letter, segment.text, segment.width))
        if counted:
            line.width += segment.width


def _inks(stukjes: Iterable[Stukje], manner: Manner, element: Element) -> Iterator[tuple[Ink, str]]:
    for stukje in stukjes:
        text = printable(stukje.tekst)
        target = link_target(stukje.link) if stukje.link else ""
        yield (
            Ink(
                vet=stukje.vet or manner.vet,
                cursief=stukje.cursief,
                element=element.child("Link") if target else element,
                target=target,
                words=" ".join(text.split()) if target else "",
                besloten=stukje.besloten,
            ),
            text,
        )


def _with_firm_end(words: list[_Word]) -> list[_Word]:
    """Return words of which the last two are one."""
    if len(words) < 3:
        return words
    *voor, een, ander = words
    if ander.space is None:
        return words
    return [*voor, _Word([*een.parts, (ander.space, " "), *ander.parts], een.space)]


def _stay_together(voor: str, na: str) -> bool:
    """Tell whether no line may end between two words: ``voor- en``, ``€ 35.000``."""
    if voor.endswith("€"):
        return na[0].isdigit() or na[0] == ONBEKEND
    return bool(_HECHT.search(voor)) and na[0].isalpha()


def _words(spans: Iterable[tuple[Ink, str]]) -> Iterator[_Word]:
    """Yield the words; ``voor-`` stays with the word after it, else a reader takes its hyphen for a broken word."""
    word: _Word | None = None
    space: Ink | None = None
    for ink, text in spans:
        for deel in re.split(r"( )", text):
            if not deel:
                continue
            if deel == " ":
                space = space or ink
            elif word is None:
                word, space = _Word([(ink, deel)], None), None
            elif space is None:
                word.parts.append((ink, deel))
            elif _stay_together(word.parts[-1][1], deel):
                word.parts += [(space, " "), (ink, deel)]
                space = None
            else:
                yield word
                word, space = _Word([(ink, deel)], space), None
    if word is not None:
        yield word
