"""The money of a programme: lines per project and period, what follows from them, and where it comes from (N2).

Whole euros. ``saldo`` and ``eindsaldo`` are computed; what a paper printed for them is kept only where it is other, as
is a total (``GedruktTotaal``). An amount that is not certain (a lost figure, cents) is kept as it was written and
nothing is computed with it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Self

from tk_desktop.domain.bedrag import heeft_centen, is_beschadigd, lees_bedrag
from tk_desktop.domain.cijfertabel import AFRONDING
from tk_desktop.domain.datum import kort, lang
from tk_desktop.domain.getal import euro


class Zijde(StrEnum):
    """On which side of the books a line stands."""

    BATEN = "baten"
    LASTEN = "lasten"


class Bedragsoort(StrEnum):
    """What an amount of a line is, in the order of the columns."""

    BEGROTING = "begroting"
    GEWIJZIGD = "gewijzigd"
    BESTEED = "besteed"
    SALDO = "saldo"
    VERWACHT = "verwacht"
    EINDSALDO = "eindsaldo"


class Meeneembaar(StrEnum):
    """Whether what is left of a source may go to the next year."""

    JA = "ja"
    DEELS = "deels"
    NEE = "nee"
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Regelbedrag:
    """One amount of a line: in euros where it is certain, and as it was written where it was read."""

    soort: Bedragsoort
    bedrag: int | None = None
    tekst: str = ""
    twijfel: str = ""


def lees_regelbedrag(soort: Bedragsoort, tekst: str) -> Regelbedrag | None:
    """Return an amount as a paper writes it, with a doubt where it is not certain; nothing for an empty cell."""
    kaal = " ".join(tekst.split())
    if not kaal:
        return None
    bedrag = lees_bedrag(kaal)
    twijfel = ""
    if is_beschadigd(kaal):
        twijfel = "er zijn cijfers verloren gegaan"
    elif heeft_centen(kaal):
        twijfel = "het bedrag heeft centen"
    elif bedrag is None:
        twijfel = "dit is geen bedrag"
    return Regelbedrag(soort=soort, bedrag=bedrag, tekst=kaal, twijfel=twijfel)


@dataclass(frozen=True, slots=True, kw_only=True)
class Begrotingsregel:
    """A line of a budget over a period, of a project, of a themalijn, or under a ``groep`` of its own.

    ``buiten_totaal``: it stands under the total, as a reserve does.

    Rules:
        * one amount of each kind at most.
    """

    id: str
    programma_id: str
    volgorde: str
    periode: str
    zijde: Zijde = Zijde.LASTEN
    naam: str
    groep: str = ""
    themalijn_id: str | None = None
    project_id: str | None = None
    bron_id: str | None = None
    buiten_totaal: bool = False
    toelichting: str = ""
    bedragen: tuple[Regelbedrag, ...] = ()

    def __post_init__(self) -> None:
        if len({een.soort for een in self.bedragen}) < len(self.bedragen):
            raise ValueError("een begrotingsregel heeft van elke soort ten hoogste één bedrag")

    def gegeven(self, soort: Bedragsoort) -> Regelbedrag | None:
        """Return what was written for a column, or nothing."""
        return next((een for een in self.bedragen if een.soort is soort), None)

    def bedrag(self, soort: Bedragsoort) -> int | None:
        """Return the amount of a column: computed where it follows from others, else as it was written.

        ``saldo = gewijzigd (or begroting) - besteed``, ``eindsaldo = saldo - verwacht`` and, where that was not
        written, ``verwacht = saldo - eindsaldo``.
        """
        gerekend = self._gerekend(soort)
        return self._geschreven(soort) if gerekend is None else gerekend

    def gedrukt(self, soort: Bedragsoort) -> int | None:
        """Return the amount as the paper printed it: as it was written, else what follows (then they are the same)."""
        geschreven = self._geschreven(soort)
        return self._gerekend(soort) if geschreven is None else geschreven

    def afwijking(self, soort: Bedragsoort) -> int | None:
        """Return how much what is written lies above what follows, or nothing where there is nothing to compare."""
        gerekend, geschreven = self._gerekend(soort), self._geschreven(soort)
        return None if gerekend is None or geschreven is None or gerekend == geschreven else geschreven - gerekend

    def _geschreven(self, soort: Bedragsoort) -> int | None:
        cel = self.gegeven(soort)
        return None if cel is None or cel.twijfel else cel.bedrag

    def _gerekend(self, soort: Bedragsoort) -> int | None:
        if soort is Bedragsoort.SALDO:
            gewijzigd = self.gegeven(Bedragsoort.GEWIJZIGD)
            ruimte = self._geschreven(Bedragsoort.BEGROTING if gewijzigd is None else Bedragsoort.GEWIJZIGD)
            return _min(ruimte, self._geschreven(Bedragsoort.BESTEED))
        if soort is Bedragsoort.EINDSALDO:
            return _min(self.bedrag(Bedragsoort.SALDO), self._geschreven(Bedragsoort.VERWACHT))
        if soort is Bedragsoort.VERWACHT and self.gegeven(soort) is None:
            return _min(self.bedrag(Bedragsoort.SALDO), self._geschreven(Bedragsoort.EINDSALDO))
        return None

    def zonder_dubbele(self) -> Self:
        """Return this line without what follows from the rest: nothing is stored twice."""
        blijft = tuple(
            een
            for een in self.bedragen
            if een.soort not in AFGELEID
            or een.twijfel
            or een.bedrag is None
            or replace(self, bedragen=tuple(b for b in self.bedragen if b is not een)).bedrag(een.soort) != een.bedrag
        )
        return replace(self, bedragen=blijft)

    def met(self, *bedragen: Regelbedrag) -> Self:
        """Return this line with these amounts in the place of what it had of their kind."""
        soorten = {een.soort for een in bedragen}
        samen = (*(een for een in self.bedragen if een.soort not in soorten), *bedragen)
        return replace(self, bedragen=tuple(sorted(samen, key=lambda een: list(Bedragsoort).index(een.soort))))

    def vragen(self) -> tuple[str, ...]:
        """Return what somebody has to look at: amounts that are not certain."""
        return tuple(f"{self.naam}, {een.soort.value}: {een.twijfel}" for een in self.bedragen if een.twijfel)

    def negatief(self) -> tuple[str, ...]:
        """Return which budgets of this line are below nothing: they count as they were written, and that is said."""
        return tuple(
            f"{self.naam}, {soort.value}: er staat een negatief bedrag ({euro(bedrag)}); het telt zo mee"
            for soort in (Bedragsoort.BEGROTING, Bedragsoort.GEWIJZIGD)
            if (bedrag := self._geschreven(soort)) is not None and bedrag < 0
        )


AFGELEID = frozenset({Bedragsoort.SALDO, Bedragsoort.EINDSALDO})
"""What follows from the other amounts of a line."""
_VOLGT = AFGELEID | {Bedragsoort.VERWACHT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Financieringsbron:
    """Where money comes from, under which conditions; ``mee_tot`` is the day before which it is to be spent."""

    id: str
    programma_id: str
    volgorde: str
    naam: str
    voorwaarden: str = ""
    mee: Meeneembaar = Meeneembaar.ONBEKEND
    mee_tot: date | None = None

    @property
    def woorden(self) -> str:
        """Under which conditions it is given, and whether what is left may go to the next year."""
        zin = _MEE[self.mee]
        if self.mee_tot is not None:
            zin = f"{zin} Uit te geven vóór {lang(self.mee_tot)}.".strip()
        return " ".join(deel for deel in (self.voorwaarden.strip(), zin) if deel)


_MEE = {
    Meeneembaar.JA: "Wat overblijft, mag mee naar het volgende jaar.",
    Meeneembaar.DEELS: "Een deel van wat overblijft, mag mee naar het volgende jaar.",
    Meeneembaar.NEE: "Wat overblijft, mag niet mee naar het volgende jaar.",
    Meeneembaar.ONBEKEND: "",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GedruktTotaal:
    """What a paper printed as a total, kept where it is other than the lines together.

    ``naam`` is of what it is the total: a themalijn, a groep, or ``ALLES``; ``waar`` is where it is printed. ``bedrag``
    is in euros; ``eenheid`` is how many of them it was counted in, 1 or 1 000.
    """

    id: str
    programma_id: str
    periode: str
    zijde: Zijde
    naam: str
    waar: str = ""
    soort: Bedragsoort
    bedrag: int
    eenheid: int = 1

    def is_in_duizenden_gelijk(self, som: int) -> bool:
        """Tell whether this is a sum but for its thousands: it was rounded to these, or counted in them.

        One or two euros are told as rounding of their own.
        """
        verschil = abs(self.bedrag - som)
        if verschil <= AFRONDING:
            return False
        afgerond = self.bedrag % _DUIZEND == 0 and verschil < _DUIZEND // 2
        return afgerond or (self.eenheid == _DUIZEND and verschil <= AFRONDING * _DUIZEND)


_DUIZEND = 1_000
ZONDER_PERIODE = "onbekend"
"""The period of lines of a paper that names none, as long as their programme has none either."""
ALLES = "Totaal"
"""The name of the total of a whole side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeneempost:
    """An amount that is proposed to go to another year, with what it is left of."""

    id: str
    programma_id: str
    volgorde: str
    periode: str
    naar: str
    bedrag: int
    waarvan: str
    reden: str = ""
    regel_id: str | None = None
    bron_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluitgevolg:
    """What a besluit did to a project, a line or a bouwsteen (N5); ``bedrag`` is what it adds to the line.

    Without ``besluit_id`` the besluit itself is not in this werkmap, and ``wat`` and ``datum`` say what it was; else
    they follow from the besluit and are not stored.
    """

    id: str
    programma_id: str
    wat: str
    datum: date | None = None
    besluit_id: str | None = None
    project_id: str | None = None
    regel_id: str | None = None
    bouwsteen_id: str | None = None
    bedrag: int | None = None

    @property
    def woorden(self) -> str:
        """The besluit with its day and what it adds: ``2026-014 Extra banken (11-3-2026), € 5.000,-``."""
        dag = f" ({kort(self.datum)})" if self.datum is not None else ""
        erbij = f", {euro(self.bedrag)}" if self.bedrag is not None else ""
        return f"{self.wat}{dag}{erbij}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Somuitkomst:
    """What lines are together, and how many of them could not be counted."""

    som: int
    onzeker: int = 0


def tel_op(regels: Iterable[Begrotingsregel], soort: Bedragsoort) -> Somuitkomst:
    """Return a column of these lines added up; an amount that is not certain is told and not counted as nothing.

    A line without anything written for that column adds nothing.
    """
    som = onzeker = 0
    for regel in regels:
        bedrag = regel.bedrag(soort)
        if bedrag is not None:
            som += bedrag
        elif any(_onzeker(een) for een in regel.bedragen if een.soort is soort or soort in _VOLGT):
            onzeker += 1
    return Somuitkomst(som=som, onzeker=onzeker)


def in_het_totaal(regels: Sequence[Begrotingsregel], zijde: Zijde, periode: str) -> tuple[Begrotingsregel, ...]:
    """Return the lines of one side and period that make up its total."""
    return tuple(een for een in regels if een.zijde is zijde and een.periode == periode and not een.buiten_totaal)


def _min(van: int | None, af: int | None) -> int | None:
    return None if van is None or af is None else van - af


def _onzeker(een: Regelbedrag) -> bool:
    return bool(een.twijfel) or (een.bedrag is None and bool(een.tekst.strip()))
