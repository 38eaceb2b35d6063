"""What a nota can begin with: a form, a template of one's own or an earlier nota (C2, C4)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import FORMULIEREN, Nota, Sectie, Vorm
from tk_desktop.domain.stuk import Stuk
from tk_desktop.domain.volgorde import reeks

PROEF = "proef"
"""The id of the paper that a trial puts in a meeting."""

VORMNAMEN: Mapping[Vorm, str] = {
    Vorm.ADVIESNOTA: "Adviesnota",
    Vorm.OPINIERENDE_NOTA: "Opiniërende nota",
    Vorm.INFORMATIENOTA_DOEL: "Informatienota met doel",
    Vorm.INFORMATIENOTA_KERN: "Informatienota met kernboodschap",
    Vorm.INFORMATIENOTA_KORT: "Informatienota, kort",
}
"""What the forms are called, in the order in which they are offered."""


class Startsoort(StrEnum):
    """Where the contents of a new nota come from."""

    VORM = "vorm"
    SJABLOON = "sjabloon"
    NOTA = "nota"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sjabloon:
    """A template: a nota under a name, without number, decision or ties to a meeting; placeholders stand in it.

    What comes from a besloten nota is besloten, and so is every nota that begins with it.
    """

    id: str
    naam: str
    nota: Nota
    besloten: bool = False

    def __post_init__(self) -> None:
        if not self.naam.strip():
            raise ValueError("een sjabloon heeft een naam")


@dataclass(frozen=True, slots=True, kw_only=True)
class Favoriet:
    """Something with which the user often begins; ``bron`` is a form or an id."""

    id: str
    soort: Startsoort
    bron: str

    @classmethod
    def van(cls, soort: Startsoort, bron: str) -> Self:
        """Return the favourite that names this; the same for the same."""
        return cls(id=f"{soort.value} {bron}", soort=soort, bron=bron)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notastart:
    """One thing to begin with, as a list shows it; ``waar`` says of which meeting it is."""

    soort: Startsoort
    bron: str
    naam: str
    vorm: Vorm
    waar: str = ""
    besloten: bool = False
    favoriet: bool = False

    @property
    def id(self) -> str:
        """The id of what it names, also as a favourite."""
        return Favoriet.van(self.soort, self.bron).id


def lege_nota(vorm: Vorm, id_: str = PROEF, stuk_id: str = PROEF) -> Nota:
    """Return a nota with every section of its form, empty."""
    formulier = FORMULIEREN[vorm]
    return Nota(
        id=id_,
        stuk_id=stuk_id,
        vorm=vorm,
        onderwerp="",
        secties=tuple(
            Sectie(id=f"{id_}-{plek}", volgorde=plek, soort=sectie.soort, kop=sectie.kop)
            for sectie, plek in zip(formulier.secties, reeks(len(formulier.secties)), strict=True)
        ),
    )


def met_proef(opname: Momentopname, punt_id: str, nota: Nota) -> Momentopname:
    """Return the meeting with this nota as one more paper (``PROEF``) under an item, for a look at its pages."""
    punt = opname.punt(punt_id)
    stuk = Stuk(
        id=PROEF,
        vergadering_id=opname.vergadering.id,
        volgorde="zzzz",
        soort=nota.formulier.soort,
        titel=punt.titel,
        agendapunt_id=punt_id,
    )
    begonnen = replace(nota, id=PROEF, stuk_id=PROEF, onderwerp=punt.titel, registratienummer="")
    return replace(opname, stukken=(*opname.stukken, stuk), notas={**opname.notas, PROEF: begonnen})
