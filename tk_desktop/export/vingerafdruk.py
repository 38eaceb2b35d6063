"""The digest of what is put on paper: the same words in the same manner give the same digest, without printing."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from tk_desktop.base.files import sha256
from tk_desktop.domain.opmaak import Blok, Stukje
from tk_desktop.paper.blad import Cel, Staaf, Toon, Veld


class Vingerafdruk:
    """A ``Blad`` that prints nothing and remembers all; ``som`` is its SHA-256, 64 hexadecimal digits."""

    def __init__(self, *grondslag: str) -> None:
        self._som = hashlib.sha256()
        self._neem_op(*grondslag)

    @property
    def som(self) -> str:
        """The digest of all that was put on this paper so far."""
        return self._som.hexdigest()

    def title(self, tekst: str, *, anker: str = "") -> None:
        """Remember a title."""
        self._neem_op("title", tekst, anker)

    def heading(self, niveau: int, tekst: str | Sequence[Stukje], *, anker: str = "") -> None:
        """Remember a heading."""
        self._neem_op("heading", niveau, tekst, anker)

    def paragraph(self, tekst: str | Sequence[Stukje], toon: Toon = Toon.GEWOON) -> None:
        """Remember a paragraph."""
        self._neem_op("paragraph", tekst, toon)

    def blocks(self, blokken: Sequence[Blok], *, kopniveau: int = 3) -> None:
        """Remember rich text."""
        self._neem_op("blocks", tuple(blokken), kopniveau)

    def fields(self, rijen: Sequence[Sequence[Veld]]) -> None:
        """Remember a header block."""
        self._neem_op("fields", tuple(tuple(rij) for rij in rijen))

    def table(self, kop: Sequence[str], rijen: Sequence[Sequence[Cel]], breedtes: Sequence[float]) -> None:
        """Remember a table."""
        self._neem_op("table", tuple(kop), tuple(tuple(rij) for rij in rijen), tuple(breedtes))

    def figure(self, bestand: Path, *, breedte_mm: float, alternatieve_tekst: str) -> None:
        """Remember a picture, by its contents."""
        self._neem_op("figure", sha256(bestand), breedte_mm, alternatieve_tekst)

    def bars(self, staven: Sequence[Staaf]) -> None:
        """Remember a chart."""
        self._neem_op("bars", tuple(staven))

    def space(self, mm: float) -> None:
        """Remember white space."""
        self._neem_op("space", mm)

    def writing_room(self, lines: int) -> None:
        """Remember room to write."""
        self._neem_op("writing_room", lines)

    def signatures(self, inleiding: str, wie: Sequence[tuple[str, str]]) -> None:
        """Remember room to sign."""
        self._neem_op("signatures", inleiding, tuple(wie))

    def page_break(self) -> None:
        """Remember the end of a page."""
        self._neem_op("page_break")

    def write(self, target: Path) -> Path:
        """Write the digest as text."""
        target.write_text(self.som, encoding="ascii")
        return target

    def _neem_op(self, *dingen: object) -> None:
        self._som.update(repr(dingen).encode())
