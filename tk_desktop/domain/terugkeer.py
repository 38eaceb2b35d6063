"""Which item of a later agenda a promise came back as: told by the words of its title (catalogue 99)."""

import re
from collections import Counter
from collections.abc import Mapping

_WOORD = re.compile(r"[^\W\d_]{5,}")
"""What tells a subject: shorter words are in any title."""
_ALLEEN = 8
"""Letters of a word that is enough when it is all there is."""


def returns_as(gezegd: str, titels: Mapping[str, str]) -> str | None:
    """Return the id of the item whose title speaks of what was said; ``None`` when none does, or more than one.

    A word counts when it stands in what was said, also as a part of a longer one, and in no other title: most of those
    of a title must, and at least two unless there is one long one. It is a guess to ask about, never to act on.
    """
    tekst = gezegd.casefold()
    woorden = {id_: set(_WOORD.findall(titel.casefold())) for id_, titel in titels.items()}
    vaak = Counter(woord for rij in woorden.values() for woord in rij)
    punten = Counter[str]()
    for id_, rij in woorden.items():
        eigen = {woord for woord in rij if vaak[woord] == 1}
        raak = [woord for woord in eigen if woord in tekst]
        genoeg = len(raak) > 1 or (len(eigen) == 1 and any(len(woord) >= _ALLEEN for woord in raak))
        if genoeg and 2 * len(raak) >= len(eigen):
            punten[id_] = len(raak)
    beste = [id_ for id_, aantal in punten.items() if aantal == max(punten.values())]
    return beste[0] if len(beste) == 1 else None
