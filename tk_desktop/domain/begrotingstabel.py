"""The budget of a programme over a period as tables: what a report, a screen and a workbook print, so that they agree.

A row of lines is computed from the lines (``Begrotingsregel.bedrag``), a total from its rows. What a paper printed that
is other stands among the notes, and so does what could not be counted (catalogue 227, 228, 231, 232).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import partial

from tk_desktop.domain.begroting import ALLES, Bedragsoort, Begrotingsregel, Zijde, tel_op
from tk_desktop.domain.cijfertabel import AFRONDING
from tk_desktop.domain.datum import MAANDEN
from tk_desktop.domain.getal import euro
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.domain.programma import Programmaperiode
from tk_desktop.domain.programmastand import Programmastand

ALGEMEEN = "Programma algemeen"
"""Lines of no themalijn and under no name of their own."""
_MEESTE_NAMEN = 4
"""More names than this are told as a number."""


class Rijsoort(StrEnum):
    """What a row of a table is."""

    REGEL = "regel"
    TOTAAL = "totaal"
    BUITEN = "buiten het totaal"
    SAMEN = "totaal met wat erbuiten staat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabelrij:
    """A row: its name and an amount (euro) for each column, nothing where none was given.

    ``regel_id`` is the line that it shows, where it shows one alone.
    """

    naam: str
    bedragen: tuple[int | None, ...]
    soort: Rijsoort = Rijsoort.REGEL
    regel_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Begrotingstabel:
    """A table of the budget, in euros; ``noten`` are whole sentences that stand under it."""

    titel: str
    zijde: Zijde
    kolommen: tuple[Bedragsoort, ...]
    rijen: tuple[Tabelrij, ...]
    noten: tuple[str, ...] = ()

    @property
    def totaal(self) -> Tabelrij | None:
        """The row of its total, or nothing where there is no line."""
        return next((rij for rij in self.rijen if rij.soort is Rijsoort.TOTAAL), None)


def kolomnaam(soort: Bedragsoort, periode: Programmaperiode | None) -> str:
    """Return the heading of a column, with the day that it is of where that is known: ``Besteed t/m 30 juni ’24``."""
    if periode is None:
        return soort.value.capitalize()
    jaareinde = date(periode.tot.year, 12, 31)
    return {
        Bedragsoort.BEGROTING: f"Begroting{f' ({periode.begroot})' if periode.begroot else ''}",
        Bedragsoort.GEWIJZIGD: f"Gewijzigd{f' ({periode.gewijzigd})' if periode.gewijzigd else ''}",
        Bedragsoort.BESTEED: f"Besteed t/m {_dag(periode.tot)}",
        Bedragsoort.SALDO: f"Saldo per {_dag(periode.tot + timedelta(days=1))}",
        Bedragsoort.VERWACHT: f"Verwacht t/m {_dag(jaareinde)}",
        Bedragsoort.EINDSALDO: f"Eindsaldo {_dag(jaareinde)}",
    }[soort]


def lastentabellen(stand: Programmastand, periode: str) -> tuple[Begrotingstabel, ...]:
    """Return a table for each group of costs: what is general first, then the themalijnen in their order."""
    groepen: dict[str, list[Begrotingsregel]] = {}
    for regel in stand.lasten(periode):
        groepen.setdefault(_groep(stand, regel), []).append(regel)
    namen = [lijn.naam for lijn in stand.themalijnen]
    volgorde = sorted(groepen, key=lambda naam: (naam in namen, namen.index(naam) if naam in namen else 0))
    return tuple(_lastentabel(stand, periode, naam, groepen[naam]) for naam in volgorde)


def projecttabel(stand: Programmastand, periode: str, project_id: str) -> Begrotingstabel | None:
    """Return what a project costs over a period, or nothing where no line is of it."""
    regels = [een for een in stand.lasten(periode) if een.project_id == project_id]
    if not regels:
        return None
    kolommen = _kolommen(regels)
    totaal = (_totaal(regels, kolommen),) if len(regels) > 1 else ()
    rijen = (*_regelrijen(regels, kolommen), *totaal)
    noten = (*_half_told(regels), *_noten(regels))
    return Begrotingstabel(titel="Geld", zijde=Zijde.LASTEN, kolommen=kolommen, rijen=rijen, noten=noten)


def overzicht(stand: Programmastand, periode: str) -> tuple[Begrotingstabel, ...]:
    """Return the two sides of the whole: income by source, costs by group, with what stands outside the totals."""
    uit = []
    for zijde, titel, regels in (
        (Zijde.BATEN, "Baten", stand.baten(periode)),
        (Zijde.LASTEN, "Lasten", stand.lasten(periode)),
    ):
        buiten = tuple(
            een for een in stand.regels if (een.zijde, een.periode, een.buiten_totaal) == (zijde, periode, True)
        )
        kolommen = _kolommen((*regels, *buiten))
        if zijde is Zijde.BATEN:
            rijen = _regelrijen(regels, kolommen)
            noten = _noten((*regels, *buiten))
        else:
            rijen = tuple(
                Tabelrij(naam=tabel.titel, bedragen=_verdeeld(tabel, kolommen))
                for tabel in lastentabellen(stand, periode)
            )
            noten = _noten(buiten)
        totaal = _totaal(regels, kolommen)
        anders = _andere_totalen(stand, (periode, zijde, ALLES), regels, kolommen)
        if regels or buiten:
            onder = _regelrijen(buiten, kolommen, Rijsoort.BUITEN)
            uit.append(
                Begrotingstabel(
                    titel=titel,
                    zijde=zijde,
                    kolommen=kolommen,
                    rijen=(*rijen, totaal, *onder, *_samen(totaal, onder)),
                    noten=(*_half_told(regels, partial(_groep, stand)), *noten, *anders),
                )
            )
    return tuple(uit)


def _lastentabel(stand: Programmastand, periode: str, naam: str, regels: Sequence[Begrotingsregel]) -> Begrotingstabel:
    kolommen = _kolommen(regels)
    totaal = _totaal(regels, kolommen)
    return Begrotingstabel(
        titel=naam,
        zijde=Zijde.LASTEN,
        kolommen=kolommen,
        rijen=(*_regelrijen(regels, kolommen), totaal),
        noten=(
            *_half_told(regels),
            *_noten(regels),
            *_andere_totalen(stand, (periode, Zijde.LASTEN, naam), regels, kolommen),
        ),
    )


def _regelrijen(
    regels: Iterable[Begrotingsregel], kolommen: Sequence[Bedragsoort], soort: Rijsoort = Rijsoort.REGEL
) -> tuple[Tabelrij, ...]:
    return tuple(
        Tabelrij(
            naam=regel.naam,
            bedragen=tuple(regel.bedrag(kolom) for kolom in kolommen),
            soort=soort,
            regel_id=regel.id,
        )
        for regel in regels
    )


def _totaal(regels: Sequence[Begrotingsregel], kolommen: Sequence[Bedragsoort]) -> Tabelrij:
    sommen = tuple(tel_op(regels, kolom).som for kolom in kolommen)
    return Tabelrij(naam=ALLES, bedragen=sommen, soort=Rijsoort.TOTAAL)


def _samen(totaal: Tabelrij, buiten: Sequence[Tabelrij]) -> Iterable[Tabelrij]:
    """Yield the total with what stands under it, in the columns that something stands under."""
    if not buiten:
        return
    bedragen = tuple(
        None if som is None or all(een is None for een in onder) else som + sum(een or 0 for een in onder)
        for som, onder in zip(totaal.bedragen, zip(*(rij.bedragen for rij in buiten), strict=True), strict=True)
    )
    naam = f"{totaal.naam} inclusief {' en '.join(rij.naam for rij in buiten)}"
    yield Tabelrij(naam=naam, bedragen=bedragen, soort=Rijsoort.SAMEN)


def _half_told(
    regels: Sequence[Begrotingsregel], naam_van: Callable[[Begrotingsregel], str] | None = None
) -> Iterable[str]:
    """Yield of what it is not known what was spent, where of the rest it is: the totals do not follow then."""
    geld = Bedragsoort.SALDO
    half = [een for een in regels if een.bedrag(geld) is None and _ruimte(een) and not een.vragen()]
    if half and any(een.bedrag(geld) is not None for een in regels):
        namen = list(dict.fromkeys(een.naam if naam_van is None else naam_van(een) for een in half))
        wie = opsomming([f"‘{naam}’" for naam in namen]) if len(namen) <= _MEESTE_NAMEN else f"{len(namen)} posten"
        yield f"Van {wie} is niet bekend wat is besteed; het saldo van het totaal is dat van de andere posten."


def _ruimte(regel: Begrotingsregel) -> int:
    gewijzigd = regel.bedrag(Bedragsoort.GEWIJZIGD)
    return (regel.bedrag(Bedragsoort.BEGROTING) if gewijzigd is None else gewijzigd) or 0


def _noten(regels: Iterable[Begrotingsregel]) -> Iterable[str]:
    """Yield what is to be said of lines: why, what is uncertain, and what a paper printed that does not follow."""
    for regel in regels:
        if regel.toelichting:
            yield f"{regel.naam}: {regel.toelichting}"
        for vraag in regel.vragen():
            yield f"Niet meegeteld: {vraag}."
        yield from (f"Waarschuwing: {zin}." for zin in regel.negatief())
        for soort in Bedragsoort:
            verschil = regel.afwijking(soort)
            if verschil is not None and abs(verschil) > AFRONDING:
                gedrukt = regel.gedrukt(soort)
                yield (
                    f"{regel.naam}: voor {soort.value} noemt de bron {euro(gedrukt or 0)}; "
                    f"uit de andere bedragen volgt {euro((gedrukt or 0) - verschil)}."
                )


def _andere_totalen(
    stand: Programmastand,
    waarvan: tuple[str, Zijde, str],
    regels: Sequence[Begrotingsregel],
    kolommen: Sequence[Bedragsoort],
) -> tuple[str, ...]:
    """Return the totals that a paper printed of a period, a side and a name, and that are not those of the lines.

    First what nothing explains, then what follows from a line that was printed otherwise, then what is rounding.
    """
    zinnen: list[tuple[int, str]] = []
    for een in stand.totalen:
        if (een.periode, een.zijde, een.naam) != waarvan or een.soort not in kolommen:
            continue
        som = tel_op(regels, een.soort).som
        verschil = abs(een.bedrag - som)
        if not verschil:
            continue
        waar = f" ({een.waar})" if een.waar else ""
        zin = f"Som van de regels voor {een.soort.value} is {euro(som)}; gedrukt stond {euro(een.bedrag)}{waar}"
        door = _verklaard(regels, een.soort, een.bedrag)
        if verschil <= AFRONDING or een.is_in_duizenden_gelijk(som):
            zinnen.append((2, f"{zin}: afrondingsverschil {euro(verschil)}."))
        elif door:
            zinnen.append((1, f"{zin}. Met wat bij {door} gedrukt stond, klopt dit totaal."))
        else:
            zinnen.append((0, f"{zin}: verschil {euro(verschil)}."))
    return tuple(zin for _, zin in sorted(zinnen, key=lambda een: een[0]))


def _verklaard(regels: Sequence[Begrotingsregel], soort: Bedragsoort, totaal: int) -> str:
    """Return the lines that explain a printed total: it is the sum of what was printed, and these say otherwise."""
    anders = [een.naam for een in regels if abs(een.afwijking(soort) or 0) > AFRONDING]
    gedrukt = sum(een.gedrukt(soort) or 0 for een in regels)
    return f"‘{'’, ‘'.join(anders)}’" if anders and abs(gedrukt - totaal) <= AFRONDING else ""


def _groep(stand: Programmastand, regel: Begrotingsregel) -> str:
    lijn = next((een.naam for een in stand.themalijnen if een.id == regel.themalijn_id), "")
    return lijn or regel.groep or ALGEMEEN


def _kolommen(regels: Sequence[Begrotingsregel]) -> tuple[Bedragsoort, ...]:
    """Return the columns of which any line knows an amount, in their order."""
    return tuple(soort for soort in Bedragsoort if any(regel.bedrag(soort) is not None for regel in regels))


def _verdeeld(tabel: Begrotingstabel, over: Sequence[Bedragsoort]) -> tuple[int | None, ...]:
    """Return the total of a table under the columns of another."""
    bedragen = dict(zip(tabel.kolommen, tabel.totaal.bedragen, strict=True)) if tabel.totaal else {}
    return tuple(bedragen.get(soort) for soort in over)


def _dag(dag: date) -> str:
    return f"{dag.day} {MAANDEN[dag.month - 1][:3]} ’{dag.year % 100:02}"
