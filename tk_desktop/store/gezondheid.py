"""How a werkmap fares: whether its database and the files it names are whole."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezondheid:
    """What ``controleer`` found: complaints of the database, and kept files that no longer fit or are missing.

    ``breuk`` is the number of the first row of the log of secret papers that no longer fits, ``None`` when all do.
    ``gekort`` is the number of a row that another laptop was told of and that is gone or another now. ``inzagen`` and
    ``afdruk`` are how many rows that has and the digest of the last: with fewer rows than before, or another digest at
    as many, its tail was cut off (J13).
    """

    klachten: tuple[str, ...]
    beschadigd: tuple[str, ...]
    ontbreekt: tuple[str, ...]
    breuk: int | None = None
    gekort: int | None = None
    inzagen: int = 0
    afdruk: str = ""

    @property
    def goed(self) -> bool:
        """Whether nothing is wrong."""
        return not (self.klachten or self.beschadigd or self.ontbreekt or self.breuk or self.gekort)
