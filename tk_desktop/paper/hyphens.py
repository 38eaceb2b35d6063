"""Where a long Dutch word may be broken, by ear: good enough for a narrow column, where the choice is a broken word."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

SHORTEST = 12
"""Words of fewer letters are not broken."""
_EDGE = 4
"""The letters that stay together at both ends of a word."""
_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")
_WITH_SIGNS = re.compile(r"([^\w]*)(.*?)([^\w]*)", re.S)
_LONG_PART = 20
"""A part of a word with more letters than this may be broken itself: no narrow column has room for it."""
_SOUND = re.compile(r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|au|ou|[aeiouyàáâäèéêëìíîïòóôöùúûü]", re.I)
_ONSETS = frozenset(
    [
        "bl",
        "br",
        "ch",
        "cl",
        "cr",
        "dr",
        "dw",
        "fl",
        "fr",
        "gl",
        "gr",
        "kl",
        "kn",
        "kr",
        "kw",
        "ph",
        "pl",
        "pr",
        "sch",
        "schr",
        "sj",
        "sl",
        "sm",
        "sn",
        "sp",
        "spr",
        "str",
        "th",
        "tr",
        "tw",
        "vl",
        "vr",
        "wr",
        "zw",
    ]
)
_JOINT = re.compile(
    r"(?<=ings)(?=\w)|(?<=heids)(?=\w)|(?<=schaps)(?=\w)|(?<=teits)(?=\w)|(?<=tie)(?=[bfgjkpvwz])"
    r"|(?=armoede|gebruik|ondersteun|problem|verzeker|zekerheid)",
    re.I,
)
"""Between the words of which a word is made: a break there is read most easily."""


def syllables(word: str) -> list[str]:
    """Return the pieces between which a word may be broken, at the joints of its parts alone where it has any.

    Signs before and behind it, such as a full stop, stay with its first and its last piece.
    """
    found = _WITH_SIGNS.fullmatch(word)
    before, bare, behind = found.groups() if found else ("", word, "")
    if not _WORD.fullmatch(bare):
        return [word]
    joints = [found.start() for found in _JOINT.finditer(bare) if _EDGE <= found.start() <= len(bare) - _EDGE]
    return _with_signs(before, _cut(bare, joints or _by_ear(bare)), behind)


def finer(piece: str) -> list[str]:
    """Return the pieces of a part of a word, by ear: for a column that has no room for the part."""
    found = _WITH_SIGNS.fullmatch(piece)
    before, bare, behind = found.groups() if found else ("", piece, "")
    return _with_signs(before, _cut(bare, _by_ear(bare)), behind) if _WORD.fullmatch(bare) else [piece]


def words_with_breaks(tekst: str, mark: str) -> str:
    """Return a text with a mark at every place where a long word in it may be broken."""

    def pieces(word: str) -> Iterator[str]:
        for piece in syllables(word):
            yield from finer(piece) if len(piece) > _LONG_PART else [piece]

    return _WORD.sub(lambda found: mark.join(pieces(found[0])), tekst)


def _cut(word: str, places: Sequence[int]) -> list[str]:
    return [word[begin:end] for begin, end in pairwise([0, *places, len(word)])]


def _by_ear(word: str) -> list[int]:
    return [place for place in _between_sounds(word) if _EDGE <= place <= len(word) - _EDGE]


def _with_signs(before: str, pieces: list[str], behind: str) -> list[str]:
    return (
        [before + pieces[0], *pieces[1:-1], pieces[-1] + behind] if len(pieces) > 1 else [before + pieces[0] + behind]
    )


def _between_sounds(word: str) -> list[int]:
    uit = []
    sounds = list(_SOUND.finditer(word))
    for one, other in pairwise(sounds):
        between = word[one.end() : other.start()].lower()
        if not between:
            uit += [other.start()] if other[0][0] in "äëïöüÄËÏÖÜ" else []
            continue
        onset = next((size for size in (4, 3, 2) if size < len(between) and between[-size:] in _ONSETS), 1)
        uit.append(other.start() - onset)
    return uit
