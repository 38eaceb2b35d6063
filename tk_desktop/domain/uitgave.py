"""A set that was sent, and what changed since: the sheets to send after it (nazending, D19)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from tk_desktop.domain.nummer import letter


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitgavedeel:
    """A part of a sent set: its place, what it held (``inhoud`` is a digest) and its pages ``van``-``tot``."""

    id: str
    volgorde: str
    anker: str
    titel: str
    inhoud: str
    van: int
    tot: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitgave:
    """A set as it was sent to one kind of reader; ``vingerafdruk`` is the SHA-256 of the PDF, ``totaal`` its pages."""

    id: str
    vergadering_id: str
    volgorde: str
    variant: str
    vingerafdruk: str
    totaal: int
    delen: tuple[Uitgavedeel, ...] = ()


class Handeling(StrEnum):
    """What the reader does with sheets of a nazending."""

    VERVANG = "vervang"
    VOEG_TOE = "voeg toe"
    VERWIJDER = "verwijder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijziging:
    """One part that changed: what to do, with which pages of the sent set, and the numbers on the new sheets.

    ``van``-``tot`` are the old pages; for an addition both are the page after which the sheets go.
    """

    handeling: Handeling
    anker: str
    titel: str
    van: int
    tot: int
    nummers: tuple[str, ...] = ()

    @property
    def opdracht(self) -> str:
        """What the list says: ``Vervang blz. 14-17``."""
        oud = f"blz. {self.van}" if self.van == self.tot else f"blz. {self.van}-{self.tot}"
        if self.handeling is Handeling.VOEG_TOE:
            waar = f"Voeg toe na {oud}" if self.van else "Voeg vooraan toe"
            return f"{waar}: {self._nieuw}"
        if self.handeling is Handeling.VERWIJDER:
            return f"Verwijder {oud}"
        return f"Vervang {oud} door {self._nieuw}" if self._anders_genummerd else f"Vervang {oud}"

    @property
    def _nieuw(self) -> str:
        laatste = f" t/m {self.nummers[-1]}" if len(self.nummers) > 1 else ""
        return f"blz. {self.nummers[0]}{laatste}"

    @property
    def _anders_genummerd(self) -> bool:
        return self.nummers != tuple(str(nummer) for nummer in range(self.van, self.tot + 1))


def wijzigingen(uitgave: Uitgave, nu: Sequence[tuple[str, str, str, int]]) -> tuple[Wijziging, ...]:
    """Return what changed since a set was sent; page numbers of what did not change stay as they were.

    ``nu`` holds (anchor, title, digest, pages) of each part of the set as it is now, in order. A part that grew gets
    pages 17a, 17b after its last one; a part that shrank leaves numbers out.
    """
    oud = {deel.anker: deel for deel in uitgave.delen}
    nieuwe_ankers = {anker for anker, *_ in nu}
    uit: list[Wijziging] = []
    na = 0
    for anker, titel, inhoud, paginas in nu:
        deel = oud.get(anker)
        if deel is None:
            erna = tuple(f"{na}{letter(_erbij(uit, na) + rang)}" for rang in range(paginas))
            uit.append(Wijziging(handeling=Handeling.VOEG_TOE, anker=anker, titel=titel, van=na, tot=na, nummers=erna))
            continue
        na = deel.tot
        if deel.inhoud != inhoud:
            uit.append(
                Wijziging(
                    handeling=Handeling.VERVANG,
                    anker=anker,
                    titel=titel,
                    van=deel.van,
                    tot=deel.tot,
                    nummers=_nummers(deel, paginas),
                )
            )
    for deel in uitgave.delen:
        if deel.anker not in nieuwe_ankers:
            uit.append(
                Wijziging(handeling=Handeling.VERWIJDER, anker=deel.anker, titel=deel.titel, van=deel.van, tot=deel.tot)
            )
    return tuple(sorted(uit, key=lambda wijziging: (wijziging.van, wijziging.handeling is Handeling.VOEG_TOE)))


def _nummers(deel: Uitgavedeel, paginas: int) -> tuple[str, ...]:
    eigen = [str(nummer) for nummer in range(deel.van, deel.tot + 1)]
    extra = [f"{deel.tot}{letter(rang)}" for rang in range(max(0, paginas - len(eigen)))]
    return (*eigen[:paginas], *extra)


def _erbij(wijzigingen_: Sequence[Wijziging], na: int) -> int:
    """Return how many lettered pages already stand after a page: additions go on counting."""
    begin = str(na)
    return sum(
        1
        for wijziging in wijzigingen_
        for nummer in wijziging.nummers
        if nummer.startswith(begin) and nummer[len(begin) :].isalpha()
    )
