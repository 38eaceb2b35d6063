"""The agenda: items, how they are treated, their numbers and clock times."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import time
from enum import StrEnum
from typing import Self

from tk_desktop.domain.datum import na_minuten
from tk_desktop.domain.nummer import Nummer, letter
from tk_desktop.domain.opmaak import open_tekst, platte_tekst
from tk_desktop.domain.verwijzing import zonder_invulplekken
from tk_desktop.domain.volgorde import tussen
from tk_desktop.domain.voorstel import Voorstelpunt, open_punten, zinnen

LANGSTE_DUUR = 24 * 60
"""Minutes that one item takes at most: what is typed or read and says more, is a mistake."""


class Behandeling(StrEnum):
    """Ways of treatment, in the order in which they are named together (catalogue 21-28)."""

    VASTSTELLING = "vaststelling"
    KENNISNAME = "kennisname"
    INFORMATIE = "informatie"
    BESPREKING = "bespreking"
    OPINIEVORMING = "opinievorming"
    BESLUITVORMING = "besluitvorming"


class Puntstaat(StrEnum):
    """Whether an item is dealt with in its meeting (B13, B14)."""

    GEAGENDEERD = "geagendeerd"
    AANGEHOUDEN = "aangehouden"
    INGETROKKEN = "ingetrokken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inleider:
    """Somebody who introduces an item, with role or organisation (catalogue 31)."""

    id: str
    volgorde: str
    naam: str
    rol: str = ""


DICHT_PUNT = "Besloten agendapunt"
"""What everybody reads of an item that is besloten, behind its number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agendapunt:
    """One item on the agenda.

    Rules:
        * an item has a title, and does not last less than no time;
        * only a main item counts as inserted (1A): under another item ``ingevoegd`` says nothing;
        * without a way of treatment of its own a sub-item follows its parent; opening and closing have none;
        * ``duur`` is in minutes; an item without one takes no time of its own and shows no clock time;
        * an item that is held over or withdrawn (``staat``, with its ``reden``) stays in the werkmap but is no part of
          the agenda any more (``Momentopname.afgevoerd``);
        * ``herkomst_id`` is the item of an earlier meeting that this one continues (B13, B15, B20);
        * ``geheimhouding_id`` is the duty of secrecy that it proposes to lift (J5): by its besluit that one is lifted;
        * ``akkoord`` is ``False`` while an item is not formally agreed: it stops the approval of the agenda (B11);
        * ``spoed`` is why an item comes after the agenda was closed; empty when it came in time (A11).

    Its number and clock time are not kept: they follow from the order (``nummer_punten``, ``bereken_tijden``).
    A rule over two fields never refuses an item: two laptops may each have changed one field of the same row, and the
    merged row must still be readable.
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
    hamerstuk: bool = False
    akkoord: bool = True
    spoed: str = ""
    staat: Puntstaat = Puntstaat.GEAGENDEERD
    reden: str = ""
    herkomst_id: str | None = None
    geheimhouding_id: str | None = None
    inleiders: tuple[Inleider, ...] = ()
    voorstel: tuple[Voorstelpunt, ...] = ()

    def __post_init__(self) -> None:
        if not self.titel.strip():
            raise ValueError("een agendapunt heeft een titel")
        if self.duur is not None and self.duur < 0:
            raise ValueError("een agendapunt duurt niet korter dan nul minuten")

    def at(self, volgorde: str, ouder_id: str | None) -> Self:
        """Return this item at another place on the agenda."""
        return replace(self, volgorde=volgorde, ouder_id=ouder_id, ingevoegd=self.ingevoegd and ouder_id is None)

    def open_variant(self) -> Self:
        """Return this item as everybody may read it, without besloten passages in its texts (J9)."""
        return replace(self, toelichting=open_tekst(self.toelichting), voorstel=open_punten(self.voorstel))

    def zoektekst(self) -> str:
        """Return the words by which this item is found: plain, without what is filled in when it is printed."""
        inleiders = (woord for wie in self.inleiders for woord in (wie.naam, wie.rol))
        delen = (self.titel, *inleiders, platte_tekst(self.toelichting), *zinnen(self.voorstel))
        return zonder_invulplekken("\n".join(deel for deel in delen if deel))


def behandelwijze(behandeling: Iterable[Behandeling]) -> str:
    """Return the words on paper: ``Ter informatie en bespreking``; empty when there is no way of treatment."""
    gekozen = set(behandeling)
    woorden = [soort.value for soort in Behandeling if soort in gekozen]
    return f"Ter {' en '.join(woorden)}" if woorden else ""


def in_volgorde(punten: Iterable[Agendapunt]) -> tuple[Agendapunt, ...]:
    """Return the items as they stand on paper: each main item followed by all that stands under it (``hoofdpunt``)."""
    alle = {punt.id: punt for punt in punten}
    return tuple(sorted(alle.values(), key=lambda punt: _plek(punt, alle)))


def hoofdpunt(punt: Agendapunt, alle: Mapping[str, Agendapunt]) -> Agendapunt:
    """Return the main item under which an item stands, or the item itself when it is one.

    Merging may bring what no use case makes, and nothing is lost then: an item under a sub-item stands under the main
    item above both; one whose parent is not there, or that stands under itself by a roundabout way, is a main item.
    """
    *_, bovenste = lijn(punt, alle)
    return punt if bovenste.ouder_id in alle else bovenste


def lijn(punt: Agendapunt, alle: Mapping[str, Agendapunt]) -> Iterator[Agendapunt]:
    """Go from an item to the ones it stands under, the nearest first; none comes twice."""
    gehad: set[str] = set()
    boven: Agendapunt | None = punt
    while boven is not None and boven.id not in gehad:
        gehad.add(boven.id)
        yield boven
        boven = alle.get(boven.ouder_id or "")


def is_afgevoerd(punt: Agendapunt, alle: Mapping[str, Agendapunt]) -> bool:
    """Tell whether an item is no part of the agenda any more: itself, or one it stands under, was taken off it."""
    return any(boven.staat is not Puntstaat.GEAGENDEERD for boven in lijn(punt, alle))


def op_de_agenda(punten: Iterable[Agendapunt]) -> tuple[Agendapunt, ...]:
    """Return the items that are dealt with, as they stand on paper: what was held over or withdrawn is left out."""
    rij = in_volgorde(punten)
    alle = {punt.id: punt for punt in rij}
    return tuple(punt for punt in rij if not is_afgevoerd(punt, alle))


def bovenste(punten: Sequence[Agendapunt]) -> tuple[Agendapunt, ...]:
    """Return these items without those whose main item is among them: what is done to it is done to all under it."""
    ids = {punt.id for punt in punten}
    return tuple(punt for punt in punten if punt.ouder_id not in ids)


def _plek(punt: Agendapunt, alle: Mapping[str, Agendapunt]) -> tuple[tuple[str, str], ...]:
    """Return what orders an item on paper: its own place behind those of the items it stands under."""
    boven = lijn(punt, alle) if hoofdpunt(punt, alle) is not punt else (punt,)
    return tuple((ander.volgorde, ander.id) for ander in boven)[::-1]


def plek_na(punten: Iterable[Agendapunt], na: str | None, onder: str | None) -> str:
    """Return a place after ``na`` among the items under ``onder``; without ``na`` before all of them."""
    buren = sorted((punt for punt in punten if punt.ouder_id == onder), key=lambda punt: (punt.volgorde, punt.id))
    volgorden = [punt.volgorde for punt in buren]
    rang = next((plaats for plaats, punt in enumerate(buren, 1) if punt.id == na), 0)
    voor = volgorden[rang - 1] if rang else ""
    erna = next((volgorde for volgorde in volgorden[rang:] if volgorde > voor), "")
    return tussen(voor, erna)


def nummer_punten(punten: Iterable[Agendapunt]) -> dict[str, Nummer]:
    """Return the number of each item, by id: 1, 1A (inserted), 2, 2a, 2b (B1, B2; catalogue 16-17, 102)."""
    nummers: dict[str, Nummer] = {}
    hoofd, invoeging, sub = 0, 0, 0
    rij = in_volgorde(punten)
    alle = {punt.id: punt for punt in rij}
    for punt in rij:
        boven = hoofdpunt(punt, alle)
        if boven is not punt:
            nummers[punt.id] = Nummer(nummers[boven.id].hoofd, nummers[boven.id].ingevoegd, letter(sub))
            sub += 1
            continue
        sub = 0
        if punt.ingevoegd and punt.ouder_id is None and hoofd:
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
    alle = {punt.id: punt for punt in rij}
    for punt in rij:
        if punt.duur is None or hoofdpunt(punt, alle) is not punt:
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
    """Return how an item is treated: its own way, else that of the nearest item above it that has one."""
    return next((boven.behandeling for boven in lijn(punt, alle) if boven.behandeling), frozenset())
