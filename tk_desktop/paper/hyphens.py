"""Where a long Dutch word may be broken, by ear: good enough for a narrow column, where the choice is a broken word."""

import re
from itertools import pairwise

SHORTEST = 12
"""Words of fewer letters are not broken."""
_EDGE = 4
"""The letters that stay together at both ends of a word."""
_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")
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
    r"(?<=ings)(?=\w)|(?<=heids)(?=\w)|(?<=schaps)(?=\w)|(?<=teits)(?=\w)|(?<=tie)(?=[bfgjkpvwz])", re.I
)
"""Between the words of which a word is made: a break there is read most easily."""


def syllables(word: str) -> list[str]:
    """Return the pieces between which a word may be broken, at the joints of its parts alone where it has any."""
    if not _WORD.fullmatch(word):
        return [word]
    joints = [found.start() for found in _JOINT.finditer(word) if _EDGE <= found.start() <= len(word) - _EDGE]
    breaks = joints or [place for place in _between_sounds(word) if _EDGE <= place <= len(word) - _EDGE]
    edges = [0, *breaks, len(word)]
    return [word[begin:end] for begin, end in pairwise(edges)]


def words_with_breaks(tekst: str, mark: str) -> str:
    """Return a text with a mark at every place where a long word in it may be broken."""
    return _WORD.sub(lambda found: mark.join(syllables(found[0])), tekst)


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
