"""A table of figures as a paper gives it: what was read, how it was written, and whether its columns add up.

Nothing is computed into it: a total is what the paper states, and what the rows add up to is asked (``sommen``).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tk_desktop.domain.getal import duizendtal


class Eenheid(StrEnum):
    """In what the amounts of a table are counted."""

    EURO = "euro"
    DUIZEND = "× € 1.000"

    @property
    def euros(self) -> int:
        """How many euros one of it is."""
        return 1_000 if self is Eenheid.DUIZEND else 1


class Kolomsoort(StrEnum):
    """What stands in a column."""

    BEDRAG = "bedrag"
    GETAL = "getal"
    PROCENT = "procent"
    TEKST = "tekst"


class Rijsoort(StrEnum):
    """What a row is: a post, the total that is stated, or what stands under the total."""

    POST = "post"
    TOTAAL = "totaal"
    VERDER = "verder"


_SUBTOTAAL = re.compile(r"sub-?totaal\b", re.I)
_TOTAAL_VAN = re.compile(r"totaal\s", re.I)
AFRONDING = 2
"""A total may differ so much from its rows by rounding: it is told, and is no fault."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cijferkolom:
    """A column after the names of the rows."""

    naam: str
    soort: Kolomsoort = Kolomsoort.BEDRAG


@dataclass(frozen=True, slots=True, kw_only=True)
class Cijfercel:
    """What stands in one cell: as it is written, and its amount where that is certain."""

    tekst: str = ""
    bedrag: int | None = None
    twijfel: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cijferrij:
    """A row with a cell for each column; ``regel`` is the line of a text on which it begins, 0 on a page."""

    naam: str
    cellen: tuple[Cijfercel, ...]
    soort: Rijsoort = Rijsoort.POST
    regel: int = 0
    twijfel: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolomsom:
    """What a column adds up to, beside the total that is stated."""

    kolom: str
    som: int
    totaal: int

    @property
    def verschil(self) -> int:
        """How much the stated total is above what the rows add up to."""
        return self.totaal - self.som

    @property
    def is_afronding(self) -> bool:
        """Whether rounding explains the difference."""
        return abs(self.verschil) <= AFRONDING

    def __str__(self) -> str:
        """Tell it: ``Kolom ‘Lasten’: de posten zijn samen 12.647, als totaal staat er 12.648 (verschil 1).``."""
        return (
            f"Kolom ‘{self.kolom}’: de posten zijn samen {duizendtal(self.som)}, als totaal staat er "
            f"{duizendtal(self.totaal)} (verschil {duizendtal(self.verschil)})."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Cijfervraag:
    """Something that somebody has to look at, with the row and column where it is; -1 for the row or table as a whole.

    A column that does not add up (``is_som``) is asked until its figures are others.
    """

    tekst: str
    rij: int = -1
    kolom: int = -1
    is_som: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cijfertabel:
    """A table of figures.

    ``van`` and ``tot`` are its first and last line in a text, or its first and last page in a file with pages
    (``op_bladzijde``). ``kop`` names the column with the names of the rows.

    Rules:
        * every row has a cell for each column;
        * a table has one total at most.
    """

    titel: str
    kop: str = ""
    eenheid: Eenheid = Eenheid.EURO
    kolommen: tuple[Cijferkolom, ...]
    rijen: tuple[Cijferrij, ...]
    van: int = 0
    tot: int = 0
    op_bladzijde: bool = False
    twijfels: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if any(len(rij.cellen) != len(self.kolommen) for rij in self.rijen):
            raise ValueError("een rij heeft een cel voor elke kolom")
        if sum(rij.soort is Rijsoort.TOTAAL for rij in self.rijen) > 1:
            raise ValueError("een tabel heeft ten hoogste één totaal")

    @property
    def posten(self) -> tuple[Cijferrij, ...]:
        """The rows that make up the total: no sums of some of them among these."""
        tussen = {nummer for nummer, _ in self._subtotals()}
        return tuple(
            rij for nummer, rij in enumerate(self.rijen) if rij.soort is Rijsoort.POST and nummer not in tussen
        )

    @property
    def subtotalen(self) -> tuple[tuple[Cijferrij, tuple[Cijferrij, ...]], ...]:
        """The sums among the rows, each with the posts that stand between it and the one before."""
        return tuple((self.rijen[nummer], onder) for nummer, onder in self._subtotals())

    def _subtotals(self) -> Iterator[tuple[int, tuple[Cijferrij, ...]]]:
        """Yield the rows that are called a subtotal, and those called the total of something that are one."""
        onder: list[Cijferrij] = []
        for nummer, rij in enumerate(self.rijen):
            if rij.soort is not Rijsoort.POST:
                continue
            if is_subtotaal(rij.naam) or (_TOTAAL_VAN.match(rij.naam) and self._is_sum(rij, onder)):
                yield nummer, tuple(onder)
                onder = []
            else:
                onder.append(rij)

    def _is_sum(self, rij: Cijferrij, onder: Sequence[Cijferrij]) -> bool:
        """Tell whether every amount of a row is what these rows are together there, but for rounding."""
        paren = [
            (cel.bedrag, sum(_bedragen([een.cellen[plaats] for een in onder])))
            for plaats, cel in enumerate(rij.cellen)
            if cel.bedrag is not None and self.kolommen[plaats].soort is Kolomsoort.BEDRAG
        ]
        return any(bedrag for bedrag, _ in paren) and all(abs(bedrag - som) <= AFRONDING for bedrag, som in paren)

    @property
    def totaal(self) -> Cijferrij | None:
        """The total that is stated."""
        return next((rij for rij in self.rijen if rij.soort is Rijsoort.TOTAAL), None)

    @property
    def verder(self) -> tuple[Cijferrij, ...]:
        """The rows under the total."""
        return tuple(rij for rij in self.rijen if rij.soort is Rijsoort.VERDER)

    @property
    def plek(self) -> str:
        """Where it stands: ``regel 144-178`` or ``bladzijde 3``."""
        woord = "bladzijde" if self.op_bladzijde else "regel"
        return f"{woord} {self.van}" if self.van == self.tot else f"{woord} {self.van}-{self.tot}"

    def sommen(self) -> tuple[Kolomsom, ...]:
        """Return for each column with a stated total what its rows add up to.

        A column with an amount that is not certain is not added up.
        """
        totaal = self.totaal
        if totaal is None or not self.posten:
            return ()
        uit = []
        for plaats, kolom in enumerate(self.kolommen):
            bedragen = _bedragen([rij.cellen[plaats] for rij in self.posten])
            gesteld = totaal.cellen[plaats].bedrag
            if kolom.soort is Kolomsoort.BEDRAG and bedragen and gesteld is not None:
                uit.append(Kolomsom(kolom=kolom.naam, som=sum(bedragen), totaal=gesteld))
        return tuple(uit)

    @property
    def fouten(self) -> tuple[Kolomsom, ...]:
        """The columns that do not add up to their stated total, by more than rounding."""
        return tuple(som for som in self.sommen() if not som.is_afronding)

    def vraagplekken(self) -> tuple[Cijfervraag, ...]:
        """Return everything that somebody has to look at, each with where it is."""
        uit = [Cijfervraag(tekst=twijfel) for twijfel in self.twijfels]
        for nummer, rij in enumerate(self.rijen):
            if rij.twijfel:
                uit.append(Cijfervraag(tekst=f"{_rijnaam(rij)}: {rij.twijfel}", rij=nummer))
            uit += [
                Cijfervraag(tekst=f"{_rijnaam(rij)}, kolom ‘{kolom.naam}’: {cel.twijfel}", rij=nummer, kolom=plaats)
                for plaats, (kolom, cel) in enumerate(zip(self.kolommen, rij.cellen, strict=True))
                if cel.twijfel
            ]
        totaal = next((nummer for nummer, rij in enumerate(self.rijen) if rij.soort is Rijsoort.TOTAAL), -1)
        namen = [kolom.naam for kolom in self.kolommen]
        uit += [
            Cijfervraag(tekst=str(som), rij=totaal, kolom=namen.index(som.kolom), is_som=True)
            for som in self.sommen()
            if som.verschil
        ]
        return tuple(uit)

    def vragen(self) -> tuple[str, ...]:
        """Return everything that somebody has to look at in words, each with its row and column."""
        return tuple(vraag.tekst for vraag in self.vraagplekken())


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuktabel:
    """A table of a paper, as it was read from one of its files (``sha256``)."""

    id: str
    stuk_id: str
    sha256: str
    tabel: Cijfertabel


def is_subtotaal(naam: str) -> bool:
    """Tell whether a row is called a sum of some of the rows above it."""
    return _SUBTOTAAL.match(naam) is not None


def _bedragen(cellen: Sequence[Cijfercel]) -> list[int]:
    """Return the amounts of a column, or nothing when one of them is not certain; an empty cell adds nothing."""
    if any(cel.bedrag is None and cel.tekst.strip() for cel in cellen) or any(cel.twijfel for cel in cellen):
        return []
    return [cel.bedrag for cel in cellen if cel.bedrag is not None]


def _rijnaam(rij: Cijferrij) -> str:
    return f"Rij ‘{rij.naam}’" if rij.naam else "Rij zonder naam"
