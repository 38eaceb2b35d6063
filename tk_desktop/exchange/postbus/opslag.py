"""What a store of a postbus can do: put where nothing is, get, list and delete, by path. It knows nothing else.

A path is a few words of small letters, digits, dots and dashes with strokes between them; no name that comes out of a
store becomes a path without that form. What is put is whole under its name or not there at all.
"""

import re
from collections.abc import Callable, Iterator
from typing import Protocol

HAP = 1 << 16
_NAAM = re.compile(r"[a-z0-9][a-z0-9_-]{0,80}(?:\.[a-z0-9]{1,8})?")
_DIEPST = 4


class Opslag(Protocol):
    """A store; every method raises the faults of ``postbus.fouten``, or ``Onderbroken`` after a cancel."""

    adres: str

    def plaats(self, pad: str, gegevens: bytes) -> bool:
        """Put bytes under a path; answers ``False``, and changes nothing, when something stands there."""
        ...

    def haal(self, pad: str, hoogstens: int) -> bytes | None:
        """Return what stands under a path, ``None`` when nothing does or when it is more than that many bytes."""
        ...

    def staat_er(self, pad: str) -> bool:
        """Whether anything stands under a path."""
        ...

    def lijst(self, map_: str) -> tuple[str, ...]:
        """Return the names in a folder in their order; names that a postbus does not give are passed over."""
        ...

    def verwijder(self, pad: str) -> None:
        """Take away what stands under a path, if anything does."""
        ...

    def sluit(self) -> None:
        """End the connection."""
        ...


Tik = Callable[[int], None]
"""Is told how many bytes passed; raises ``Onderbroken`` to stop."""


def stil(_: int) -> None:
    """Tell nobody how many bytes passed."""


def keur_pad(pad: str) -> str:
    """Return a path that has the form of one, or raise ``ValueError``: a fault of our own, never of a store."""
    delen = pad.split("/")
    if len(delen) > _DIEPST or not all(is_naam(deel) for deel in delen):
        raise ValueError(f"{pad!r} is geen pad in een postbus")
    return pad


def is_naam(naam: str) -> bool:
    """Whether a postbus gives such a name."""
    return _NAAM.fullmatch(naam) is not None


def namen(gevonden: Iterator[str]) -> tuple[str, ...]:
    """Return the names of a postbus among what stands in a folder, in their order and each once."""
    return tuple(sorted({naam for naam in gevonden if is_naam(naam)}))


def happen(gegevens: bytes, tik: Tik) -> Iterator[bytes]:
    """Yield bytes in small pieces, telling of each."""
    for begin in range(0, len(gegevens), HAP):
        hap = gegevens[begin : begin + HAP]
        tik(len(hap))
        yield hap
