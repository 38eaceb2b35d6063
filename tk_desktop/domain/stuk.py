"""The papers of a meeting, promised or present, and the versions in which they arrived."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Self


class Soort(StrEnum):
    """Kinds of papers (catalogue 17)."""

    ADVIESNOTA = "adviesnota"
    OPINIERENDE_NOTA = "opiniërende nota"
    INFORMATIENOTA = "informatienota"
    NOTITIE = "notitie"
    PROJECTPLAN = "projectplan"
    INFORMATIEKAART = "informatiekaart"
    RAPPORT = "rapport"
    JAAROVERZICHT = "jaaroverzicht"
    BRIEF = "brief"
    INFOGRAPHIC = "infographic"
    PRESENTATIE = "presentatie"
    VERSLAG = "verslag"
    RAPPORTAGE = "tussentijdse rapportage"
    WERKPLAN = "werkplan"
    BEGROTING = "begroting"
    BEGROTINGSWIJZIGING = "begrotingswijziging"
    BIJLAGE = "bijlage"
    STUK = "stuk"

    @property
    def is_nota(self) -> bool:
        """Whether a paper of this kind has a form (``nota``)."""
        return self in {Soort.ADVIESNOTA, Soort.OPINIERENDE_NOTA, Soort.INFORMATIENOTA}


class Tekstlaag(StrEnum):
    """Whether the words of a received file can be read by a machine (D20)."""

    GOED = "goed"
    BESCHADIGD = "beschadigd"
    GEEN = "geen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuk:
    """A paper under an agenda item: promised by the agenda or a nota, present once it has a version or a form.

    A paper that belongs to a nota (``hoort_bij``) is one of its bijlagen; its number follows from its place.
    ``bijlagen_beloofd`` is how many bijlagen the agenda announces with it; ``genoemd`` tells that the nota lists it;
    ``afdrukken`` whether it goes along when the set is printed (D11). One that is put away (``verwijderd``: since
    when) belongs to no agenda or set until it is put back (C15).
    """

    id: str
    vergadering_id: str
    volgorde: str
    soort: Soort
    titel: str
    agendapunt_id: str | None = None
    hoort_bij: str | None = None
    bijlagen_beloofd: int = 0
    genoemd: bool = False
    besloten: bool = False
    afdrukken: bool = True
    verwijderd: datetime | None = None

    def __post_init__(self) -> None:
        if not self.titel.strip():
            raise ValueError("een stuk heeft een titel")
        if self.bijlagen_beloofd < 0:
            raise ValueError("een agenda belooft geen negatief aantal bijlagen")


WACHTWOORD = "het wachtwoord"
LETTERNAMEN = "de namen van de letters in het bestand"
HERKENNING = "de woorden die in de scan zijn herkend"
"""What made the copy of a received PDF that is shown (``Stukversie.omgezet_met``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stukversie:
    """A received file of one paper: never edited; the newest is the one with the highest place.

    ``sha256`` names the file in the folder of stukken. ``paginas`` is 0 when the file has no pages we can show. Of an
    Office file a PDF can be made (D5): ``pdf_sha256`` names it in the same folder, ``omgezet_met`` tells what made it,
    and the file itself stays what was received; so it is with a PDF that was opened with its password or made
    readable. ``getekend`` are the pages on which somebody signed, as they are kept (``bladbereik``).
    """

    id: str
    stuk_id: str
    volgorde: str
    sha256: str
    bestandsnaam: str
    media: str
    paginas: int
    tekstlaag: Tekstlaag
    ontvangen: datetime
    pdf_sha256: str = ""
    omgezet_met: str = ""
    getekend: str = ""

    @property
    def is_pdf(self) -> bool:
        """Whether the pages of this version can stand in a set."""
        return (self.media == "application/pdf" or bool(self.pdf_sha256)) and self.paginas > 0

    @property
    def had_wachtwoord(self) -> bool:
        """Whether it came as a PDF with a password: what is shown is the copy that was opened with it."""
        return self.omgezet_met == WACHTWOORD

    @property
    def is_leesbaar_gemaakt(self) -> bool:
        """Whether what is shown is a copy of a PDF with words that the received file does not give."""
        return self.omgezet_met in {LETTERNAMEN, HERKENNING}

    def gelakt(self, sha256: str) -> Self:
        """Return this version with a file from which was taken what is not for everybody, and without its own name."""
        return replace(
            self,
            sha256=sha256,
            bestandsnaam="gelakt.pdf",
            media="application/pdf",
            pdf_sha256="",
            omgezet_met="",
            getekend="",
        )

    @property
    def paginabestand(self) -> str:
        """The SHA-256 of the file whose pages are shown: the PDF that was made, else the received file itself."""
        return self.pdf_sha256 or self.sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Bron:
    """A received file from which records were read: an agenda, an invitation or a nota, kept as it came in."""

    id: str
    vergadering_id: str
    sha256: str
    bestandsnaam: str
    media: str
    ontvangen: datetime
