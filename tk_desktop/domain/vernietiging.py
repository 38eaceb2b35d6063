"""Destroying dossiers that need not be kept any more: what is proposed, decided and done (K10)."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from tk_desktop.base.errors import TkError
from tk_desktop.domain.datum import kort


class VernietigenMagNiet(TkError):
    """A dossier was to be destroyed that is kept, or is open, or whose term is not over."""

    code = "TK-F22"
    melding = "Niet alles mag worden vernietigd: {welke}."
    veilig = "Er is niets vernietigd."
    advies = "Kies alleen dossiers die gesloten zijn en waarvan de termijn om is."


class AlVernietigd(TkError):
    """A decision to destroy was to be carried out a second time."""

    code = "TK-F23"
    melding = "Dit is al uitgevoerd op {datum}."
    veilig = "Er is niets gewijzigd."
    advies = "De verklaring van vernietiging kunt u altijd opnieuw maken."


class BeslisserOntbreekt(TkError):
    """It was to be decided to destroy without saying who decides."""

    code = "TK-F24"
    melding = "Bij een besluit om te vernietigen hoort wie dat neemt."
    veilig = "Er is niets gewijzigd."
    advies = "Noem het orgaan of de functionaris die mag beslissen."


@dataclass(frozen=True, slots=True, kw_only=True)
class Vernietigingsregel:
    """One dossier on the list: whose meeting, when, by which category it was kept how long, and how many files it has.

    It tells nothing of what was in it: titles may not outlive what they are of.
    """

    id: str
    volgorde: str
    vergadering: str
    gremium: str
    datum: date
    categorie: str
    bewaard: str
    bestanden: int

    @property
    def naam(self) -> str:
        """The dossier as a sentence names it."""
        return f"{self.gremium} {kort(self.datum)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vernietiging:
    """A decision to destroy dossiers, and the statement that it was done; it is kept for good.

    ``bestanden`` are the SHA-256 of the files that went: other laptops let them go by these.
    """

    id: str
    besloten_op: date
    besloten_door: str
    toelichting: str = ""
    uitgevoerd_op: date | None = None
    uitgevoerd_door: str = ""
    regels: tuple[Vernietigingsregel, ...] = ()
    bestanden: tuple[str, ...] = ()

    @property
    def wacht(self) -> bool:
        """Whether it was decided and not carried out yet."""
        return self.uitgevoerd_op is None

    @property
    def zin(self) -> str:
        """Who decided when on which dossiers, and whether that was carried out."""
        gedaan = f"uitgevoerd op {kort(self.uitgevoerd_op)}" if self.uitgevoerd_op else "nog niet uitgevoerd"
        wat = ", ".join(regel.naam for regel in self.regels)
        return f"Besloten op {kort(self.besloten_op)} door {self.besloten_door}, {gedaan}: {wat}"

    def uitgevoerd(self, op: date, door: str, bestanden: tuple[str, ...]) -> Self:
        """Return this as carried out; raises ``AlVernietigd``."""
        if self.uitgevoerd_op is not None:
            raise AlVernietigd(datum=kort(self.uitgevoerd_op))
        return replace(self, uitgevoerd_op=op, uitgevoerd_door=door, bestanden=bestanden)
