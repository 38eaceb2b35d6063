"""How a werkmap fares: whether its database and the files it names are whole."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezondheid:
    """What ``controleer`` found: complaints of the database, and kept files that no longer fit or are missing.

    ``breuk`` is the number of the first row of the log of secret papers that no longer fits, ``None`` when all do.
    """

    klachten: tuple[str, ...]
    beschadigd: tuple[str, ...]
    ontbreekt: tuple[str, ...]
    breuk: int | None = None

    @property
    def goed(self) -> bool:
        """Whether nothing is wrong."""
        return not (self.klachten or self.beschadigd or self.ontbreekt or self.breuk)
