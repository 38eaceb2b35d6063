"""The numbers of agenda items: 1, 1A, 2a, 8e."""

import re
from dataclasses import dataclass

_VORM = re.compile(r"(\d+)([A-Z]?)([a-z]{0,2})\.?")


@dataclass(frozen=True, slots=True, order=True)
class Nummer:
    """The number of an agenda item: main number, letter of an inserted item, letter of a sub-item.

    Source: catalogue 16, 17 and 102 (1 -> 2a, 2b; 1A stands after 1).
    """

    hoofd: int
    ingevoegd: str = ""
    sub: str = ""

    def __str__(self) -> str:
        return f"{self.hoofd}{self.ingevoegd}{self.sub}"

    @property
    def boven(self) -> "Nummer | None":
        """The number of the item that a sub-item stands under."""
        return Nummer(self.hoofd, self.ingevoegd) if self.sub else None

    @classmethod
    def lees(cls, tekst: str) -> "Nummer":
        """Return the number that a text writes, or raise ``ValueError``."""
        treffer = _VORM.fullmatch(tekst.strip())
        if not treffer:
            raise ValueError(f"{tekst!r} is geen agendanummer")
        return cls(int(treffer[1]), treffer[2], treffer[3])


def letter(rang: int) -> str:
    """Return the letter of a rank: a for 0, z for 25, aa for 26."""
    return (letter(rang // 26 - 1) if rang >= 26 else "") + chr(ord("a") + rang % 26)
