"""Advice on a nota of a department or a person: asked, given on certain words, and lapsed when these change (A8)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Self

from tk_desktop.domain.datum import kort
from tk_desktop.domain.nota import Nota
from tk_desktop.domain.notaverschil import woorden


class Oordeel(StrEnum):
    """What kind of advice was given."""

    POSITIEF = "positief"
    MET_OPMERKINGEN = "met opmerkingen"
    NEGATIEF = "negatief"


class Adviesstand(StrEnum):
    """How far an advice is."""

    GEVRAAGD = "gevraagd"
    GEGEVEN = "gegeven"
    VERVALLEN = "vervallen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Advies:
    """Advice (or a paraaf) on a nota: ``van`` whom it is asked, ``uiterlijk`` which day, and what was given.

    Rules:
        * it is asked of somebody;
        * what was given holds for the words of the nota it was given on (``woorden``, a digest); when these change it
          has lapsed, and it holds again when they come back (A8).

    No part of ``Momentopname``, so that no set or export can hold it.
    """

    id: str
    nota_id: str
    volgorde: str
    van: str
    gevraagd: date
    uiterlijk: date | None = None
    oordeel: Oordeel | None = None
    tekst: str = ""
    gegeven: date | None = None
    woorden: str = ""

    def __post_init__(self) -> None:
        if not self.van.strip():
            raise ValueError("een advies wordt aan iemand gevraagd")

    def stand(self, afdruk: str) -> Adviesstand:
        """Tell how far it is, for a nota whose words have that digest now."""
        if self.oordeel is None:
            return Adviesstand.GEVRAAGD
        return Adviesstand.GEGEVEN if self.woorden == afdruk else Adviesstand.VERVALLEN

    def is_te_laat(self, vandaag: date) -> bool:
        """Tell whether the last day for it is over and nothing was given."""
        return self.oordeel is None and self.uiterlijk is not None and self.uiterlijk < vandaag

    def met_oordeel(self, oordeel: Oordeel, tekst: str, dag: date, afdruk: str) -> Self:
        """Return this advice as it was given."""
        return replace(self, oordeel=oordeel, tekst=tekst.strip(), gegeven=dag, woorden=afdruk)


@dataclass(frozen=True, slots=True, kw_only=True)
class Adviesregel:
    """An advice with how far it is now; ``telt`` is false when the same was asked again later."""

    advies: Advies
    stand: Adviesstand
    te_laat: bool = False
    telt: bool = True

    @property
    def woord(self) -> str:
        """How far it is, in a few words: ``positief``, ``gevraagd (uiterlijk 4-3-2026)``, ``vervallen (…)``."""
        match self.stand:
            case Adviesstand.GEGEVEN:
                return str(self.advies.oordeel)
            case Adviesstand.VERVALLEN:
                return "vervallen (de nota is gewijzigd)"
            case Adviesstand.GEVRAAGD:
                dag = f" (uiterlijk {kort(self.advies.uiterlijk)})" if self.advies.uiterlijk else ""
                return f"{'te laat' if self.te_laat else 'gevraagd'}{dag}"


def afdruk(nota: Nota) -> str:
    """Return the digest of the words on which a nota is judged (``notaverschil.woorden``)."""
    return sha256(repr(woorden(nota)).encode()).hexdigest()


def regels(nota: Nota, adviezen: Iterable[Advies], vandaag: date) -> tuple[Adviesregel, ...]:
    """Return the advice on a nota in the order in which it was asked, with how far each is."""
    rij = sorted(adviezen, key=lambda advies: (advies.volgorde, advies.id))
    laatste = {_wie(advies): advies.id for advies in rij}
    nu = afdruk(nota) if rij else ""
    return tuple(
        Adviesregel(
            advies=advies,
            stand=advies.stand(nu),
            te_laat=advies.is_te_laat(vandaag),
            telt=laatste[_wie(advies)] == advies.id,
        )
        for advies in rij
    )


def bezwaar(regel: Adviesregel) -> str:
    """Return why an agenda with this nota is better not approved, as the end of a sentence; empty when nothing is."""
    van = regel.advies.van
    if not regel.telt:
        return ""
    match regel.stand, regel.advies.oordeel:
        case Adviesstand.GEVRAAGD, _:
            return f"het advies van {van} is nog niet gegeven"
        case Adviesstand.VERVALLEN, _:
            return f"het advies van {van} is vervallen, want de nota is daarna gewijzigd"
        case _, Oordeel.NEGATIEF:
            return f"{van} adviseert negatief"
        case _:
            return ""


def _wie(advies: Advies) -> str:
    return " ".join(advies.van.split()).casefold()
