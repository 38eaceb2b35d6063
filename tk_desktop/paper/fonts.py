"""Letters on paper: which font prints which character, and the one function that makes any text printable."""

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from tk_desktop.paper.huisstijl import Huisstijl

ONBEKEND = "▯"
"""Printed where no font knows the character."""

_VAST_WIT = frozenset((0x00A0, 0x2007, 0x202F))
_REGELWIT = frozenset((0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x1F, 0x85))


def printable(tekst: str) -> str:
    """Return any text as one that can stand on paper and in the data of a file: the only way in for words.

    Nothing is mark-up. White space becomes a space (a no-break space stays one), control characters, direction
    marks and other invisible ones go, half characters and code points that are none become ``ONBEKEND``.
    """
    return unicodedata.normalize("NFC", tekst.translate(_PRINTABLE))


class _Printable(dict[int, str | None]):
    """What becomes of each code point; filled as characters are met."""

    def __missing__(self, code: int) -> str | None:
        self[code] = uit = _printable_character(code)
        return uit


def _printable_character(code: int) -> str | None:
    if code in _VAST_WIT:
        return "\u00a0"
    teken = chr(code)
    soort = unicodedata.category(teken)
    if code in _REGELWIT or soort in ("Zs", "Zl", "Zp"):
        return " "
    if soort in ("Cc", "Cf") or 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF:
        return None
    return ONBEKEND if soort in ("Cs", "Co", "Cn") else teken


_PRINTABLE = _Printable()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Letter:
    """One TrueType font as reportlab knows it; ``breedtes`` are in thousandths of the size."""

    naam: str
    breedtes: Mapping[int, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of characters in one font, with its width at size 1."""

    letter: Letter
    tekst: str
    breedte: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Letters:
    """The fonts of a house style."""

    gewoon: Letter
    vet: Letter
    cursief: Letter
    vet_cursief: Letter
    tekens: Letter

    @classmethod
    def load(cls, huisstijl: Huisstijl) -> "Letters":
        """Return the fonts of a house style; each file is read once in the life of the program."""
        return _letters(
            huisstijl.letter_gewoon,
            huisstijl.letter_vet,
            huisstijl.letter_cursief,
            huisstijl.letter_vet_cursief,
            huisstijl.letter_tekens,
        )

    def runs(self, tekst: str, *, vet: bool = False, cursief: bool = False) -> tuple[Run, ...]:
        """Return printable text divided over the font asked for and the font of signs."""
        schuin, recht = (self.vet_cursief, self.vet) if vet else (self.cursief, self.gewoon)
        return _runs(schuin if cursief else recht, self.tekens, tekst)


@cache
def _letters(gewoon: Path, vet: Path, cursief: Path, vet_cursief: Path, tekens: Path) -> Letters:
    return Letters(
        gewoon=_letter(gewoon),
        vet=_letter(vet),
        cursief=_letter(cursief),
        vet_cursief=_letter(vet_cursief),
        tekens=_letter(tekens),
    )


@cache
def _letter(bestand: Path) -> Letter:
    """Register a font with reportlab, whose register is global: hence a name of its own for every file."""
    naam = f"{bestand.stem}-{hashlib.sha256(str(bestand).encode()).hexdigest()[:12]}"
    font = TTFont(naam, str(bestand), asciiReadable=False)
    # registerFont would hand out an earlier font whose face bears the same name, with the glyphs that one already used
    pdfmetrics._fonts[naam] = font  # type: ignore[attr-defined]
    breedtes = {code: font.face.charWidths[code] for code, glyph in font.face.charToGlyph.items() if glyph}
    breedtes[0xA0] = breedtes[0x20]
    return Letter(naam=naam, breedtes=breedtes)


@lru_cache(maxsize=50_000)
def _runs(letter: Letter, tekens: Letter, tekst: str) -> tuple[Run, ...]:
    def font_of(teken: str) -> Letter:
        return letter if ord(teken) in letter.breedtes else tekens

    zichtbaar = "".join(
        teken if ord(teken) in letter.breedtes or ord(teken) in tekens.breedtes else ONBEKEND for teken in tekst
    )
    return tuple(
        Run(letter=font, tekst=deel, breedte=sum(font.breedtes[ord(teken)] for teken in deel) / 1000)
        for font, deel in ((font, "".join(tekens_)) for font, tekens_ in groupby(zichtbaar, font_of))
    )
