"""A set that was sent, and what changed since: the sheets to send after it (nazending, D19)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Self

from tk_desktop.domain.nummer import letter
from tk_desktop.domain.vergaderset import Doelgroep, Onderdeelsoort


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A part of the set as it is now; ``paginas`` is 0 for a file without pages."""

    sleutel: str
    titel: str
    inhoud: str
    paginas: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitgavedeel:
    """A part of a sent set: its name, what it held (``inhoud`` is a digest) and its pages ``van``-``tot``.

    ``sleutel`` is what it is known by in every set. A file without pages has ``van`` and ``tot`` 0.
    """

    id: str
    volgorde: str
    sleutel: str
    titel: str
    inhoud: str
    van: int
    tot: int

    @property
    def paginas(self) -> int:
        """How many pages it had."""
        return self.tot - self.van + 1 if self.van else 0


class Uitgavesoort(StrEnum):
    """What was sent."""

    SET = "set"
    NAZENDING = "nazending"
    ZIP = "zip"
    PER_PUNT = "per punt"
    WORD = "word"
    EXTRANET = "extranet"


class Verzendwijze(StrEnum):
    """How somebody got it."""

    MAIL = "mail"
    USB = "usb"
    PAPIER = "papier"
    EXTRANET = "extranet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontvanger:
    """Who got a set, and how; a name may stand for more people (``alle leden``)."""

    id: str
    volgorde: str
    naam: str
    wijze: Verzendwijze

    def __post_init__(self) -> None:
        if not self.naam.strip():
            raise ValueError("een ontvanger heeft een naam")


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitgavebestand:
    """One file of a folder that was sent: its name and its SHA-256."""

    id: str
    volgorde: str
    naam: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitgave:
    """What was sent to one kind of reader (E7); ``vingerafdruk`` is the SHA-256 of the file, ``totaal`` its pages.

    A folder has ``bestanden``; its ``vingerafdruk`` is that of the sorted list of theirs (``som_van_bestanden``).
    ``genummerd`` tells whether page numbers stand on the sheets.
    A set for one member names that member (``persoon_id``). ``versie`` counts what was sent of that meeting to those
    readers. ``moment`` is empty for what was sent before this was kept, ``door`` where nobody was named. What is
    withdrawn (E4) stays in the log, with the reason. Only a set has ``delen``, and only a set that was not withdrawn
    can get a nazending.
    """

    id: str
    vergadering_id: str
    volgorde: str
    doelgroep: Doelgroep
    persoon_id: str | None = None
    vingerafdruk: str
    totaal: int
    soort: Uitgavesoort = Uitgavesoort.SET
    genummerd: bool = True
    versie: int = 1
    moment: datetime | None = None
    bestandsnaam: str = ""
    ingetrokken: datetime | None = None
    intrekreden: str = ""
    door: str = ""
    delen: tuple[Uitgavedeel, ...] = ()
    ontvangers: tuple[Ontvanger, ...] = ()
    bestanden: tuple[Uitgavebestand, ...] = ()

    @property
    def geldt(self) -> bool:
        """Whether this is a set that readers still have."""
        return self.soort is Uitgavesoort.SET and self.ingetrokken is None

    def intrekken(self, moment: datetime, reden: str) -> Self:
        """Return this set as withdrawn."""
        return replace(self, ingetrokken=moment, intrekreden=reden.strip())

    @property
    def met_schutbladen(self) -> bool:
        """Whether dividers stood before the items."""
        return any(deel.sleutel.startswith(Onderdeelsoort.SCHUTBLAD) for deel in self.delen)

    @property
    def met_inhoud(self) -> bool:
        """Whether it had a contents page."""
        return any(deel.sleutel == Onderdeelsoort.INHOUD for deel in self.delen)

    def draagt_oude_namen(self, nu: Sequence[Stand]) -> bool:
        """Tell whether sheets that stay bear a number or title that their paper no longer has."""
        namen = {(deel.sleutel, deel.inhoud): deel.titel for deel in self.delen if deel.paginas}
        return any(namen.get((stand.sleutel, stand.inhoud), stand.titel) != stand.titel for stand in nu)


def som_van_bestanden(sommen: Iterable[str]) -> str:
    """Return one SHA-256 for a folder: of the sorted list of the SHA-256's of its files, each on a line of its own.

    The names do not count, so that anybody can check it with ``sha256sum * | cut -c-64 | sort | sha256sum``.
    """
    return sha256("".join(f"{som}\n" for som in sorted(sommen)).encode()).hexdigest()


class Handeling(StrEnum):
    """What the reader does with a part of a nazending."""

    VERVANG = "vervang"
    VOEG_TOE = "voeg toe"
    VERWIJDER = "verwijder"
    BESTAND = "nieuw los bestand"
    BESTAND_WEG = "vervallen los bestand"

    @property
    def heeft_bladen(self) -> bool:
        """Whether new sheets come with it."""
        return self in (Handeling.VERVANG, Handeling.VOEG_TOE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijziging:
    """One part that changed: what to do, with which pages of the sent set, and the numbers on the new sheets.

    ``van``-``tot`` are the old pages; new sheets without old ones go after page ``na``, empty for in front of all.
    """

    handeling: Handeling
    sleutel: str
    titel: str
    van: int = 0
    tot: int = 0
    na: str = ""
    nummers: tuple[str, ...] = ()

    @property
    def opdracht(self) -> str:
        """What the list says: ``Vervang blz. 14-17``."""
        oud = f"blz. {self.van}" if self.van == self.tot else f"blz. {self.van}-{self.tot}"
        match self.handeling:
            case Handeling.VOEG_TOE:
                waar = f"Voeg toe na blz. {self.na}" if self.na else "Voeg vooraan toe"
                return f"{waar}: {self._nieuw}"
            case Handeling.VERWIJDER:
                return f"Verwijder {oud}"
            case Handeling.VERVANG:
                return f"Vervang {oud} door {self._nieuw}" if self._anders_genummerd else f"Vervang {oud}"
            case _:
                return self.handeling.value.capitalize()

    @property
    def regel(self) -> str:
        """The order in one line, with what it is about."""
        if self.handeling in (Handeling.BESTAND, Handeling.BESTAND_WEG):
            return f"{self.opdracht}: {self.titel}"
        return f"{self.opdracht} ({self.titel})"

    @property
    def _nieuw(self) -> str:
        laatste = f" t/m {self.nummers[-1]}" if len(self.nummers) > 1 else ""
        return f"blz. {self.nummers[0]}{laatste}"

    @property
    def _anders_genummerd(self) -> bool:
        return self.nummers != tuple(str(nummer) for nummer in range(self.van, self.tot + 1))


def wijzigingen(uitgave: Uitgave, nu: Sequence[Stand]) -> tuple[Wijziging, ...]:
    """Return what changed since a set was sent; page numbers of what did not change stay as they were.

    ``nu`` holds each part of the set as it is now, in order. A part that only moved keeps its pages. A part that grew
    gets pages 17a, 17b after its last one; a part that shrank leaves numbers out. Dividers and the contents page only
    tell where a new part goes: they are never sent after.
    """
    bladen = (*_vervangen(uitgave, nu), *_toegevoegd(uitgave, nu), *_verwijderd(uitgave, nu))
    return (*sorted(bladen, key=lambda wijziging: wijziging.van), *_bestanden(uitgave, nu))


def _vervangen(uitgave: Uitgave, nu: Sequence[Stand]) -> Iterator[Wijziging]:
    oud = _oude_bladen(uitgave)
    for stand in nu:
        deel = oud.get(stand.sleutel)
        if deel is not None and stand.paginas and _telt_mee(stand.sleutel) and deel.inhoud != stand.inhoud:
            yield Wijziging(
                handeling=Handeling.VERVANG,
                sleutel=stand.sleutel,
                titel=stand.titel,
                van=deel.van,
                tot=deel.tot,
                nummers=_nummers(deel, stand.paginas),
            )


def _toegevoegd(uitgave: Uitgave, nu: Sequence[Stand]) -> Iterator[Wijziging]:
    """Yield the new parts, each after the last sheet of the part before it; ``van`` and ``tot`` are the page there."""
    oud = _oude_bladen(uitgave)
    laatste: dict[int, tuple[str, int]] = {}
    na = 0
    for stand in nu:
        deel = oud.get(stand.sleutel)
        if deel is not None and stand.paginas:
            gewijzigd = _telt_mee(stand.sleutel) and deel.inhoud != stand.inhoud
            aantal = stand.paginas if gewijzigd else deel.paginas
            na = min(deel.tot, deel.van + aantal - 1)
            laatste.setdefault(na, (_nummers(deel, aantal)[-1], max(0, aantal - deel.paginas)))
        elif deel is None and stand.paginas and _telt_mee(stand.sleutel):
            erna, rang = laatste.get(na, (str(na) if na else "", 0))
            nummers = tuple(f"{na}{letter(rang + meer)}" for meer in range(stand.paginas))
            laatste[na] = (nummers[-1], rang + stand.paginas)
            yield Wijziging(
                handeling=Handeling.VOEG_TOE,
                sleutel=stand.sleutel,
                titel=stand.titel,
                van=na,
                tot=na,
                na=erna,
                nummers=nummers,
            )


def _verwijderd(uitgave: Uitgave, nu: Sequence[Stand]) -> Iterator[Wijziging]:
    blijft = {stand.sleutel for stand in nu if stand.paginas}
    for sleutel, deel in _oude_bladen(uitgave).items():
        if sleutel not in blijft and _telt_mee(sleutel):
            yield Wijziging(
                handeling=Handeling.VERWIJDER, sleutel=sleutel, titel=deel.titel, van=deel.van, tot=deel.tot
            )


def _bestanden(uitgave: Uitgave, nu: Sequence[Stand]) -> Iterator[Wijziging]:
    oud = {deel.sleutel: deel for deel in uitgave.delen if not deel.paginas}
    los = {stand.sleutel: stand for stand in nu if not stand.paginas}
    for sleutel, stand in los.items():
        if sleutel not in oud or oud[sleutel].inhoud != stand.inhoud:
            yield Wijziging(handeling=Handeling.BESTAND, sleutel=sleutel, titel=stand.titel)
    for sleutel, deel in oud.items():
        if sleutel not in los:
            yield Wijziging(handeling=Handeling.BESTAND_WEG, sleutel=sleutel, titel=deel.titel)


def _oude_bladen(uitgave: Uitgave) -> dict[str, Uitgavedeel]:
    return {deel.sleutel: deel for deel in uitgave.delen if deel.paginas}


def _telt_mee(sleutel: str) -> bool:
    """Tell whether a part is sent after: all but the contents page and the dividers."""
    return sleutel.split(" ", 1)[0] not in (Onderdeelsoort.INHOUD, Onderdeelsoort.SCHUTBLAD)


def _nummers(deel: Uitgavedeel, paginas: int) -> tuple[str, ...]:
    eigen = [str(nummer) for nummer in range(deel.van, deel.tot + 1)]
    extra = [f"{deel.tot}{letter(rang)}" for rang in range(max(0, paginas - len(eigen)))]
    return (*eigen[:paginas], *extra)
