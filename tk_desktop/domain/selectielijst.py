"""The selectielijst: how long what kind of dossier is kept, and from which year it may be destroyed (K10)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tk_desktop.base.errors import TkError
from tk_desktop.domain.dossier import Dossier, Waardering
from tk_desktop.domain.gremium import Gremium
from tk_desktop.domain.vergadering import Status, Vergadering


class CategorieOnbekend(TkError):
    """A dossier was to be kept by a category that the selectielijst does not have."""

    code = "TK-F20"
    melding = "De selectielijst kent geen categorie ‘{categorie}’."
    veilig = "Er is niets gewijzigd."
    advies = "Kies een van: {bekend}."


class TermijnHoortNiet(TkError):
    """A dossier was to be kept for good for some years, or destroyed without a term of at least a year."""

    code = "TK-F21"
    melding = "Een termijn hoort bij vernietigen, en vernietigen bij een termijn."
    veilig = "Er is niets gewijzigd."
    advies = "Geef bij ‘vernietigen’ het aantal jaren, ten minste 1, en bij ‘bewaren’ geen."


class BewarenVraagtReden(TkError):
    """A dossier that is kept for good was to be destroyed without saying why."""

    code = "TK-F26"
    melding = "Dit dossier wordt bewaard; het vernietigen vraagt een toelichting."
    veilig = "Er is niets gewijzigd."
    advies = "Schrijf in een zin waarom het na een termijn weg mag, of laat het bewaren."


class Vanaf(StrEnum):
    """From when a term runs."""

    VERGADERING = "vergadering"
    SLUITEN = "sluiten"


@dataclass(frozen=True, slots=True, kw_only=True)
class Categorie:
    """One category: its number in the list, in own words what it is of, and how long that is kept.

    ``gremium`` are the beginnings of names of bodies whose dossiers it is for by itself, ``afgelast`` says that it is
    for meetings that were called off.
    """

    sleutel: str
    nummer: str
    omschrijving: str
    waardering: Waardering
    termijn: int | None = None
    vanaf: Vanaf = Vanaf.SLUITEN
    gremium: tuple[str, ...] = ()
    afgelast: bool = False

    def __post_init__(self) -> None:
        if (self.waardering is Waardering.VERNIETIGEN) != (self.termijn is not None):
            raise ValueError("een termijn hoort bij vernietigen")

    @property
    def naam(self) -> str:
        """Its number, where it has one, and what it is of."""
        return f"{self.nummer} {self.omschrijving}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewaarkeuze:
    """How long one dossier is kept: by which category, and from which day the term runs.

    ``vanaf`` is ``None`` while that is not known: the dossier is not closed yet.
    """

    categorie: Categorie
    waardering: Waardering
    termijn: int | None
    vanaf: date | None

    @property
    def einde(self) -> date | None:
        """The last day on which it must be there; ``None`` when it is kept for good or that is not known yet."""
        if self.waardering is Waardering.BEWAREN or self.termijn is None or self.vanaf is None:
            return None
        return date(self.vanaf.year + self.termijn, 12, 31)

    @property
    def zin(self) -> str:
        """How long it is kept, in words: ``vernietigen vanaf 2032``."""
        if self.waardering is Waardering.BEWAREN:
            return "bewaren"
        if self.einde is None:
            return f"vernietigen, {self.termijn} jaar na het sluiten"
        return f"vernietigen vanaf {self.einde.year + 1}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Selectielijst:
    """The list as ``resources/selectielijst`` has it; the first category is the usual one."""

    naam: str
    categorieen: tuple[Categorie, ...]

    def categorie(self, sleutel: str) -> Categorie:
        """Return a category by its key; raises ``CategorieOnbekend``."""
        for een in self.categorieen:
            if een.sleutel == sleutel:
                return een
        raise CategorieOnbekend(categorie=sleutel, bekend=", ".join(een.sleutel for een in self.categorieen))

    def gebruikelijk(self, gremium: Gremium, vergadering: Vergadering) -> Categorie:
        """Return the category of a meeting of which nobody said otherwise."""
        naam = gremium.naam.casefold()
        for een in self.categorieen:
            if (een.afgelast and vergadering.status is Status.GEANNULEERD) or naam.startswith(een.gremium or ("\0",)):
                return een
        return self.categorieen[0]

    def keuze(self, dossier: Dossier, gremium: Gremium, vergadering: Vergadering) -> Bewaarkeuze:
        """Return how long a dossier is kept; what was chosen for it takes the place of what is usual.

        A category that this list does not have (any more) counts as the usual one, for what is not known is kept.
        """
        bekend = {een.sleutel: een for een in self.categorieen}
        categorie = bekend.get(dossier.categorie) or self.gebruikelijk(gremium, vergadering)
        vreemd = bool(dossier.categorie) and dossier.categorie not in bekend
        waardering = dossier.waardering or (Waardering.BEWAREN if vreemd else categorie.waardering)
        termijn = dossier.termijn or categorie.termijn  # less than a year is none: what is not known is kept
        if waardering is Waardering.VERNIETIGEN and termijn is None:
            waardering = Waardering.BEWAREN
        van_vergadering = categorie.vanaf is Vanaf.VERGADERING
        return Bewaarkeuze(
            categorie=categorie,
            waardering=waardering,
            termijn=termijn if waardering is Waardering.VERNIETIGEN else None,
            vanaf=vergadering.datum if van_vergadering else dossier.gesloten_op,
        )


def require_termijn(waardering: Waardering | None, termijn: int | None) -> None:
    """Raise ``TermijnHoortNiet`` when what was chosen does not fit together; ``None`` is as usual."""
    if (waardering is Waardering.VERNIETIGEN) != (termijn is not None) or (termijn is not None and termijn < 1):
        raise TermijnHoortNiet


def require_reden(was: Iterable[Waardering], wordt: Waardering, toelichting: str) -> None:
    """Raise ``BewarenVraagtReden`` when a dossier that was kept for good is to be destroyed without a word on why."""
    if wordt is Waardering.VERNIETIGEN and Waardering.BEWAREN in was and not toelichting.strip():
        raise BewarenVraagtReden
