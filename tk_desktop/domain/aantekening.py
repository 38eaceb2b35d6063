"""What a reader writes on the papers of a meeting, and where it stands (F4-F8, F11, F12)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Self

from tk_desktop.domain.bereik import is_gedeelde_rij
from tk_desktop.domain.notenstijl import Kleur

SECRETARIAAT = "Secretariaat"
"""With whom a note is shared that is for whoever is secretaris, and who answers a question."""


class Soort(StrEnum):
    """Kinds of notes."""

    MARKERING = "markering"
    ONDERSTREPING = "onderstreping"
    DOORHALING = "doorhaling"
    NOTITIE = "notitie"
    VRAAG = "vraag"
    BLADNOTITIE = "bladnotitie"
    PUNTNOTITIE = "puntnotitie"
    INKT = "inkt"

    @property
    def op_tekst(self) -> bool:
        """Whether it lies on words: marked, underlined or struck out."""
        return self in {Soort.MARKERING, Soort.ONDERSTREPING, Soort.DOORHALING}

    @property
    def naam(self) -> str:
        """What the user calls it."""
        return {Soort.BLADNOTITIE: "notitie bij de bladzijde", Soort.PUNTNOTITIE: "notitie bij het punt"}.get(
            self, self.value
        )


class Zicht(StrEnum):
    """Who may read a note besides who wrote it; private unless the writer chooses otherwise (F8)."""

    PRIVE = "privé"
    GEDEELD = "gedeeld"
    ALLEN = "allen"


class Oordeel(StrEnum):
    """How sure it is that a note stands where it belongs in this version of the paper (F11, F12).

    ``GEMAAKT``: it was written there. ``BEVESTIGD``: its writer put or accepted it there. ``ZEKER`` and
    ``WAARSCHIJNLIJK``: placed by the program, the second is shown for review. ``NIET_GEVONDEN``: in the tray.
    """

    GEMAAKT = "gemaakt"
    BEVESTIGD = "bevestigd"
    ZEKER = "zeker"
    WAARSCHIJNLIJK = "waarschijnlijk"
    NIET_GEVONDEN = "niet gevonden"


@dataclass(frozen=True, slots=True)
class Vlak:
    """A rectangle on a page (from 1), in PDF points from the lower left corner of the page as it is seen."""

    pagina: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Inktpunt:
    """A point of a stroke in PDF points, with the pressure of the pen from 0 to 1."""

    x: float
    y: float
    druk: float = 1.0


@dataclass(frozen=True, slots=True)
class Lijn:
    """One stroke of the pen on a page (from 1)."""

    pagina: int
    punten: tuple[Inktpunt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anker:
    """A place in one version of a paper, as in the W3C Web Annotation model: by words, by offsets and on the page.

    ``versie`` is the SHA-256 of the PDF that was read. ``begin`` is an offset in the text of ``pagina`` (from 1),
    ``eind`` one in that of ``eindpagina``, which differs when the passage runs over the end of a page. ``citaat`` is
    the passage, ``voor`` and ``na`` up to 200 characters of the running text before and after it. What lies on no
    words (ink, a note at a spot or a page) has an empty ``citaat`` and ``begin`` and ``eind`` where it stands in the
    text. ``vlakken`` is where it is drawn.
    """

    versie: str
    pagina: int
    begin: int = 0
    eindpagina: int = 0
    eind: int = 0
    citaat: str = ""
    voor: str = ""
    na: str = ""
    vlakken: tuple[Vlak, ...] = ()

    def __post_init__(self) -> None:
        if self.pagina < 1:
            raise ValueError("bladzijden tellen vanaf 1")
        if not self.eindpagina:
            object.__setattr__(self, "eindpagina", self.pagina)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaats:
    """Where a note stands in one version of its paper, and how sure that is; ``reden`` tells how it was found."""

    id: str
    volgorde: str
    anker: Anker
    oordeel: Oordeel = Oordeel.GEMAAKT
    reden: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aantekening:
    """A note of one reader.

    ``papier`` is the key of the part of the set it is written on (``Onderdeel.sleutel``), empty for a note on an item.
    ``agendapunt_id`` is the item it was written at; every note answers that question, except one on a loose paper.
    ``plaatsen`` are those in the versions of the paper, the oldest first: a new version adds one, so that the old
    passage stays known. ``lijnen`` are the strokes of ink. ``antwoord`` is what the secretariat answered (F18).
    ``gedeeld_met`` names the readers of a note that is shared with some.
    """

    id: str
    vergadering_id: str
    papier: str = ""
    agendapunt_id: str | None = None
    soort: Soort
    kleur: Kleur = Kleur.GEEL
    tekst: str = ""
    eigenaar: str
    zicht: Zicht = Zicht.PRIVE
    gemaakt: datetime
    gewijzigd: datetime
    antwoord: str = ""
    lijnen: tuple[Lijn, ...] = ()
    plaatsen: tuple[Plaats, ...] = ()
    labels: tuple[str, ...] = ()
    gedeeld_met: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if (self.soort is Soort.PUNTNOTITIE) != (not self.papier):
            raise ValueError("een notitie bij een punt staat op geen papier, elke andere wel")

    @property
    def plaats(self) -> Plaats | None:
        """Where it stands in the newest version that it was placed in; none for a note on an item."""
        return self.plaatsen[-1] if self.plaatsen else None

    @property
    def gemaakt_op(self) -> Anker | None:
        """The passage it was written at: what a search on a new version starts from."""
        zelf = [plaats for plaats in self.plaatsen if plaats.oordeel in (Oordeel.GEMAAKT, Oordeel.BEVESTIGD)]
        return (zelf or list(self.plaatsen))[-1].anker if self.plaatsen else None

    def leesbaar_voor(self, wie: str) -> bool:
        """Tell whether somebody may read it: who wrote it, and whom it is shared with (F8).

        What another shared came to this laptop for who works here, by whatever name.
        """
        return self.eigenaar == wie or self.zicht is Zicht.ALLEN or self._gedeeld_met(wie) or self.is_afschrift

    @property
    def is_afschrift(self) -> bool:
        """Whether another shared it and wrote it for who works here: it is not for this laptop to change."""
        return is_gedeelde_rij(self.id)

    def _gedeeld_met(self, wie: str) -> bool:
        return self.zicht is Zicht.GEDEELD and wie in self.gedeeld_met

    def zoektekst(self) -> str:
        """Return the words it is found by (F14): its own, the passage, the answer and its labels."""
        citaat = self.plaats.anker.citaat if self.plaats else ""
        return "\n".join(deel for deel in (self.tekst, citaat, self.antwoord, *self.labels) if deel)

    def in_versie(self, versie: str) -> Plaats | None:
        """Return where it stands in a version of the paper, or nothing when it was never placed there."""
        return next((plaats for plaats in reversed(self.plaatsen) if plaats.anker.versie == versie), None)

    def lijnen_in(self, versie: str) -> tuple[Lijn, ...]:
        """Return the strokes where they stand in a version: moved as far as the box round them was."""
        plaats = self.in_versie(versie)
        if not self.lijnen or plaats is None or not plaats.anker.vlakken:
            return self.lijnen
        vlak = plaats.anker.vlakken[0]
        om = omtrek(self.lijnen)
        bladen = vlak.pagina - om.pagina
        opzij, hoger = (vlak.x0 + vlak.x1 - om.x0 - om.x1) / 2, (vlak.y0 + vlak.y1 - om.y0 - om.y1) / 2
        if not bladen and max(abs(opzij), abs(hoger)) < _ZELFDE_PLEK:
            return self.lijnen
        return tuple(
            Lijn(
                lijn.pagina + bladen,
                tuple(Inktpunt(punt.x + opzij, punt.y + hoger, punt.druk) for punt in lijn.punten),
            )
            for lijn in self.lijnen
        )

    def met_plaats(self, plaats: Plaats) -> Self:
        """Return it with its place in one more version, or with another place in the same version."""
        over = tuple(oud for oud in self.plaatsen if oud.anker.versie != plaats.anker.versie)
        return replace(self, plaatsen=(*over, plaats))


_ZELFDE_PLEK = 0.01


def omtrek(lijnen: Sequence[Lijn]) -> Vlak:
    """Return the box round strokes, on the first page that has one."""
    pagina = min(lijn.pagina for lijn in lijnen)
    punten = [punt for lijn in lijnen if lijn.pagina == pagina for punt in lijn.punten]
    xen, yen = [punt.x for punt in punten] or [0.0], [punt.y for punt in punten] or [0.0]
    return Vlak(pagina, min(xen), min(yen), max(xen), max(yen))
