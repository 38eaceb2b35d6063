"""The agenda: items, how they are treated, their numbers and clock times."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import time
from enum import StrEnum
from typing import Self

from tk_desktop.domain.datum import na_minuten
from tk_desktop.domain.nummer import Nummer, letter
from tk_desktop.domain.voorstel import Voorstelpunt


class Behandeling(StrEnum):
    """Ways of treatment, in the order in which they are named together (catalogue 21-28)."""

    VASTSTELLING = "vaststelling"
    KENNISNAME = "kennisname"
    INFORMATIE = "informatie"
    BESPREKING = "bespreking"
    OPINIEVORMING = "opinievorming"
    BESLUITVORMING = "besluitvorming"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inleider:
    """Somebody who introduces an item, with role or organisation (catalogue 31)."""

    id: str
    volgorde: str
    naam: str
    rol: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agendapunt:
    """One item on the agenda.

    Rules:
        * an item has a title;
        * a sub-item is not itself an inserted item (1A is a main item);
        * without a way of treatment of its own a sub-item follows its parent; opening and closing have none;
        * ``duur`` is in minutes; an item without one takes no time of its own and shows no clock time.

    Its number and clock time are not kept: they follow from the order (``nummer_punten``, ``bereken_tijden``).
    """

    id: str
    vergadering_id: str
    volgorde: str
    titel: str
    ouder_id: str | None = None
    behandeling: frozenset[Behandeling] = frozenset()
    ingevoegd: bool = False
    besloten: bool = False
    duur: int | None = None
    standaard: bool = False
    mondeling: bool = False
    toelichting: str = ""
    inleiders: tuple[Inleider, ...] = ()
    voorstel: tuple[Voorstelpunt, ...] = ()

    def __post_init__(self) -> None:
        if not self.titel.strip():
            raise ValueError("een agendapunt heeft een titel")
        if self.ingevoegd and self.ouder_id is not None:
            raise ValueError("een subpunt is geen ingevoegd punt")
        if self.duur is not None and self.duur < 0:
            raise ValueError("een agendapunt duurt niet korter dan nul minuten")

    def at(self, volgorde: str, ouder_id: str | None) -> Self:
        """Return this item at another place on the agenda."""
        return replace(self, volgorde=volgorde, ouder_id=ouder_id, ingevoegd=self.ingevoegd and ouder_id is None)


def behandelwijze(behandeling: Iterable[Behandeling]) -> str:
    """Return the words on paper: ``Ter informatie en bespreking``; empty when there is no way of treatment."""
    gekozen = set(behandeling)
    woorden = [soort.value for soort in Behandeling if soort in gekozen]
    return f"Ter {' en '.join(woorden)}" if woorden else ""


def in_volgorde(punten: Iterable[Agendapunt]) -> tuple[Agendapunt, ...]:
    """Return the items as they stand on paper: each main item followed by its sub-items.

    A sub-item whose parent is not among the items stands as a main item: nothing is lost.
    """
    alle = sorted(punten, key=lambda punt: (punt.volgorde, punt.id))
    ids = {punt.id for punt in alle}
    onder: dict[str | None, list[Agendapunt]] = {}
    for punt in alle:
        onder.setdefault(punt.ouder_id if punt.ouder_id in ids else None, []).append(punt)
    uit: list[Agendapunt] = []
    for hoofd in onder.get(None, []):
        uit.append(hoofd)
        uit.extend(onder.get(hoofd.id, []))
    return tuple(uit)


def nummer_punten(punten: Iterable[Agendapunt]) -> dict[str, Nummer]:
    """Return the number of each item, by id: 1, 1A (inserted), 2, 2a, 2b (B1, B2; catalogue 16-17, 102)."""
    nummers: dict[str, Nummer] = {}
    hoofd, invoeging, sub = 0, 0, 0
    for punt in in_volgorde(punten):
        if punt.ouder_id in nummers and punt.ouder_id is not None:
            ouder = nummers[punt.ouder_id]
            nummers[punt.id] = Nummer(ouder.hoofd, ouder.ingevoegd, letter(sub))
            sub += 1
            continue
        sub = 0
        if punt.ingevoegd and hoofd:
            invoeging += 1
            nummers[punt.id] = Nummer(hoofd, letter(invoeging - 1).upper())
        else:
            hoofd, invoeging = hoofd + 1, 0
            nummers[punt.id] = Nummer(hoofd)
    return nummers


def bereken_tijden(punten: Iterable[Agendapunt], begin: time) -> dict[str, time]:
    """Return the clock time at which each main item with a duration starts, by id (B4).

    Sub-items share the time of their parent; their durations plan within it.
    """
    tijden: dict[str, time] = {}
    verstreken = 0
    rij = in_volgorde(punten)
    ids = {punt.id for punt in rij}
    for punt in rij:
        if punt.duur is None or punt.ouder_id in ids:
            continue
        tijden[punt.id] = na_minuten(begin, verstreken)
        verstreken += punt.duur
    return tijden


def duren_uit_tijden(tijden: Sequence[time | None], einde: time | None) -> tuple[int | None, ...]:
    """Return the duration of each main item from the clock times on paper; the last runs to ``einde``.

    An item without a time gets no duration; a time before the one above it counts as no time elapsed.
    """
    bekend = [tijd.hour * 60 + tijd.minute for tijd in tijden if tijd is not None]
    grenzen = [*bekend[1:], einde.hour * 60 + einde.minute if einde else bekend[-1] if bekend else 0]
    duren = iter(max(0, later - eerder) for eerder, later in zip(bekend, grenzen, strict=True))
    return tuple(None if tijd is None else next(duren) for tijd in tijden)


def geldende_behandeling(punt: Agendapunt, alle: Mapping[str, Agendapunt]) -> frozenset[Behandeling]:
    """Return how an item is treated: its own way, else that of its parent."""
    if punt.behandeling or punt.ouder_id is None or punt.ouder_id not in alle:
        return punt.behandeling
    return alle[punt.ouder_id].behandeling
