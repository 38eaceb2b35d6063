"""Marks on a received paper under which nothing is left for officials and everybody (Deliver 3; Woo 5.1).

Members read the paper as it came in. For the others a file is made without what lies under the marks; as long as there
is none, or the marks changed since, no paper for them is made at all.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from tk_desktop.domain.aantekening import Vlak

LAKWIJZE = 2
"""Raised when redaction takes away more than it did: files that were made before then no longer fit their marks."""
_ONBEVESTIGD = ""
_NAAM = re.compile(r"\b(?:[^\W\d_a-z]\w{3,}|\d{4,})\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lakgrond:
    """Why something may be redacted: ``sleutel`` stands in the black box, ``artikel`` is where the law says so."""

    sleutel: str
    naam: str
    artikel: str

    @property
    def uitleg(self) -> str:
        """What a screen reader says in the place of the words."""
        return f"Weggelakt: {self.naam} ({self.artikel})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weglakking:
    """A passage of one version of a paper that is to go: the rectangles over it, and the key of its ground."""

    id: str
    versie_id: str
    grond: str
    vlakken: tuple[Vlak, ...]
    door: str = ""
    moment: datetime | None = None

    def __post_init__(self) -> None:
        if not self.vlakken or not self.grond:
            raise ValueError("een weglakking heeft een vlak en een grond")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gelakt:
    """The file that was made of a version of a paper, ``merken`` being those it was made with (``marks_digest``)."""

    id: str
    versie_id: str
    merken: str
    sha256: str
    paginas: int

    @property
    def is_gemaakt(self) -> bool:
        """Whether it is a file that was made, and no note that marks were here."""
        return self.merken != _ONBEVESTIGD


def was_marked(id_: str, versie_id: str, sha256: str, paginas: int) -> Gelakt:
    """Return the note that a version had marks and has none: until somebody says so, it is not for everybody."""
    return Gelakt(id=id_, versie_id=versie_id, merken=_ONBEVESTIGD, sha256=sha256, paginas=max(1, paginas))


def marks_digest(merken: Iterable[Weglakking]) -> str:
    """Return a digest of marks: of what lies under them and why, not of who made them or in which order.

    The way in which they are carried out is part of it, so that a file of an older program has to be made anew.
    """
    regels = sorted(
        f"{merk.grond} {vlak.pagina} {vlak.x0:.2f} {vlak.y0:.2f} {vlak.x1:.2f} {vlak.y1:.2f}"
        for merk in merken
        for vlak in merk.vlakken
    )
    if regels:
        regels.insert(0, f"wijze {LAKWIJZE}")
    return hashlib.sha256("\n".join(regels).encode()).hexdigest()


def public_files(
    nieuwste: Mapping[str, str], gemarkeerd: Mapping[str, Iterable[Weglakking]], gemaakt: Mapping[str, Gelakt]
) -> dict[str, str]:
    """Return by paper of which any version was marked the SHA-256 of the file for everybody; empty: there is none.

    ``nieuwste`` has the id of the newest version of each such paper, ``gemarkeerd`` the marks and ``gemaakt`` the file
    by version. Of a newer version that nobody looked at there is none: what was to go may stand in it again. Nor is
    there one when the last mark went: that everybody gets the whole paper is said by making the file once more.
    """
    uit: dict[str, str] = {}
    for stuk_id, versie_id in nieuwste.items():
        file = gemaakt.get(versie_id)
        klopt = file is not None and file.merken == marks_digest(gemarkeerd.get(versie_id, ()))
        uit[stuk_id] = file.sha256 if klopt and file is not None else ""
    return uit


def words_gone(was: Iterable[str], over: Iterable[str]) -> frozenset[str]:
    """Return the names and numbers that stood on pages and stand on none of them any more; none where nothing is read.

    Small words and words without a capital are left aside: a title that shares these with a passage tells nothing.
    """
    rest = " ".join(over).casefold()
    if not rest.strip():
        return frozenset()
    blijft = frozenset(re.findall(r"\w+", rest))
    return frozenset(woord for tekst in was for woord in _NAAM.findall(tekst) if woord.casefold() not in blijft)
