"""What operations of our own replaced that stand in no segment yet: each names what it took the place of itself.

A text is kept with every pause in the typing. All that came in between is named when it is told: somebody may put an
old copy of the werkmap back in which one of these still stands.
"""

from collections import defaultdict
from collections.abc import Iterable


class Vervangingen:
    """Which values went for which operation; made of the rows of ``vervangen`` with a ``door``: id and ``door``."""

    def __init__(self, rijen: Iterable[tuple[str, str]]) -> None:
        self._door: dict[str, list[str]] = defaultdict(list)
        for oud, door in rijen:
            self._door[door].append(oud)

    def van(self, id_: str, ook: Iterable[str] = ()) -> tuple[str, ...]:
        """Return all that an operation has to name as replaced, what went before that too, ordered by id."""
        gehad = set(ook)
        rand = list(self._door.get(id_, ()))
        while rand:
            een = rand.pop()
            if een not in gehad:
                gehad.add(een)
                rand += self._door.get(een, ())
        return tuple(sorted(gehad))
