"""A paper on core tasks read whole: the parts with their bouwstenen, the scenarios, and what each part costs."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from tk_desktop.domain.begroting import Bedragsoort, Regelbedrag, Zijde
from tk_desktop.domain.cijfertabel import Cijfercel, Cijferrij, Cijfertabel, Eenheid, Kolomsoort, Rijsoort
from tk_desktop.domain.programmalezing import (
    Gelezenkerndeel,
    Gelezenperiode,
    Gelezenregel,
    Gelezenscenario,
    Gelezentotaal,
    Programmalezing,
)
from tk_desktop.domain.projectnaam import zoek_naam
from tk_desktop.intake.bouwstenen import AANVULLEND, Deelblad, vind_kerndelen
from tk_desktop.intake.regels import Regel, samen, tekst_van

_PROGRAMMA = re.compile(r"\bkerntaken van ([A-Z]\w+)")
_JAAR = re.compile(r"\bbegroting(?: [A-Z]\w+)? (20\d\d)\b", re.I)
_SCENARIO = re.compile(r"(?:[•\-]\s*|[A-Z]\.\s+)?Scenario ([A-Z](?:\.\d)?)\.?\s*\(([^)]+)\)\s*:", re.I)
_NUL = re.compile(r"Nul-?scenario:?", re.I)
_PARAGRAAF = re.compile(r"\d{1,2}\.\s*\S")
_MEESTE = 16
"""Lines at most that a scenario is told in."""
_LASTEN = ("lasten", "totale lasten")


def lees_kerntaken(regels: Sequence[Regel], tabellen: Sequence[Cijfertabel]) -> Programmalezing | None:
    """Return what a paper tells of core tasks, or nothing where it holds no table of bouwstenen."""
    bladen = vind_kerndelen(regels)
    if not bladen:
        return None
    tekst = tekst_van(regels)
    namen = Counter(_PROGRAMMA.findall(tekst)).most_common(1)
    geld = [(blad, [tabel for tabel in tabellen if blad.van <= tabel.van <= blad.tot]) for blad in bladen]
    jaren = Counter(_JAAR.findall(tekst)).most_common()
    heeft_geld = any(_lasten(tabel) is not None for _, eigen in geld for tabel in eigen)
    periode = _year(jaren[0][0]) if jaren and heeft_geld else None
    return Programmalezing(
        naam=f"Kerntaken {namen[0][0]}" if namen else "Kerntaken",
        periode=periode,
        kerndelen=tuple(_priced(blad.deel, eigen) for blad, eigen in geld),
        scenarios=vind_scenarios(regels),
        regels=tuple(regel for blad, eigen in geld for regel in _lines(blad, eigen)),
        totalen=tuple(totaal for blad, eigen in geld for totaal in _totals(blad, eigen)),
        twijfels=tuple(_doubt(jaren)) if periode else (),
    )


def vind_scenarios(regels: Sequence[Regel]) -> tuple[Gelezenscenario, ...]:
    """Return the scenarios that a paper describes: ``Scenario A.1. (Absolute Kern):`` and the words under it."""
    uit: dict[str, Gelezenscenario] = {}
    for plaats, regel in enumerate(regels):
        kop = _SCENARIO.fullmatch(regel.kaal)
        if not kop and not _NUL.fullmatch(regel.kaal):
            continue
        code, naam = (kop[1], kop[2].strip()) if kop else ("nul", "Nullijn")
        tekst = _described(regels[plaats + 1 : plaats + 1 + _MEESTE * 2])
        if tekst and code not in uit:
            uit[code] = Gelezenscenario(code=code, naam=naam, omschrijving=tekst)
    return tuple(uit.values())


def _described(regels: Sequence[Regel]) -> str:
    delen: list[str] = []
    for regel in regels:
        if _SCENARIO.search(regel.kaal) or _NUL.fullmatch(regel.kaal) or regel.kaal.startswith(("Vragen", "•")):
            break
        if _PARAGRAAF.match(regel.kaal) or len(delen) >= _MEESTE:
            break
        if not regel.leeg:
            delen.append(regel.tekst)
    return samen(delen)


def _year(jaar: str) -> Gelezenperiode:
    return Gelezenperiode(naam=jaar, van=date(int(jaar), 1, 1), tot=date(int(jaar), 12, 31))


def _doubt(jaren: Sequence[tuple[str, int]]) -> Iterator[str]:
    if len(jaren) > 1:
        ander = " en ".join(sorted(jaar for jaar, _ in jaren[1:]))
        yield f"De bedragen zijn overgenomen als begroting {jaren[0][0]}; het stuk noemt ook die van {ander}."


def _lasten(tabel: Cijfertabel) -> int | None:
    """Return the column with the expenses of a table, where it has one."""
    for naam in _LASTEN:
        for plek, kolom in enumerate(tabel.kolommen):
            if kolom.naam.casefold() == naam and kolom.soort is Kolomsoort.BEDRAG:
                return plek
    return None


def _chosen(tabellen: Sequence[Cijfertabel]) -> tuple[Cijfertabel | None, tuple[Cijfertabel, ...]]:
    """Return the table that says most of what a part costs, and the others that only tell totals of it."""
    met = [tabel for tabel in tabellen if _lasten(tabel) is not None]
    if not met:
        return None, ()
    rijk = max(met, key=lambda tabel: sum(rij.soort is Rijsoort.POST for rij in _posts(tabel)))
    return rijk, tuple(tabel for tabel in met if len(_posts(tabel)) == 1 and tabel is not rijk)


def _posts(tabel: Cijfertabel) -> list[Cijferrij]:
    kolom = _lasten(tabel) or 0
    return [
        rij for rij in tabel.rijen if rij.soort is Rijsoort.POST and rij.cellen[kolom].tekst and "%" not in rij.naam
    ]


def _amount(tabel: Cijfertabel, cel: Cijfercel) -> Regelbedrag:
    duizend = tabel.eenheid is Eenheid.DUIZEND
    bedrag = None if cel.bedrag is None else cel.bedrag * tabel.eenheid.euros
    tekst = f"{cel.tekst} ({tabel.eenheid.value})" if duizend else cel.tekst
    return Regelbedrag(soort=Bedragsoort.BEGROTING, bedrag=bedrag, tekst=tekst, twijfel=cel.twijfel)


def _lines(blad: Deelblad, tabellen: Sequence[Cijfertabel]) -> Iterator[Gelezenregel]:
    """Yield the budget lines of a part: what each of its posts costs, and who pays for it."""
    tabel, _ = _chosen(tabellen)
    kosten = _lasten(tabel) if tabel else None
    if tabel is None or kosten is None:
        return
    for rij in _posts(tabel):
        naam = blad.deel.naam if rij.naam.casefold().startswith("totalen") else rij.naam
        for plek, (kolom, cel) in enumerate(zip(tabel.kolommen, rij.cellen, strict=True)):
            if kolom.soort is not Kolomsoort.BEDRAG or not cel.tekst or (plek != kosten and not cel.bedrag):
                continue
            yield Gelezenregel(
                naam=naam if plek == kosten else f"{naam}: {kolom.naam.rstrip('*').lower()}",
                zijde=Zijde.LASTEN if plek == kosten else Zijde.BATEN,
                groep=blad.deel.naam,
                bedragen=(_amount(tabel, cel),),
                plek=tabel.titel,
            )


def _totals(blad: Deelblad, tabellen: Sequence[Cijfertabel]) -> Iterator[Gelezentotaal]:
    """Yield the totals of the expenses of a part, as its tables print them."""
    tabel, kort = _chosen(tabellen)
    if tabel is None:
        return
    rijen = [(tabel, rij) for rij in tabel.rijen if rij.soort is Rijsoort.TOTAAL]
    for waar, rij in (*rijen, *((een, rij) for een in kort for rij in _posts(een))):
        bedrag = _amount(waar, rij.cellen[_lasten(waar) or 0]).bedrag
        if bedrag is not None:
            yield Gelezentotaal(
                naam=blad.deel.naam,
                zijde=Zijde.LASTEN,
                soort=Bedragsoort.BEGROTING,
                bedrag=bedrag,
                waar=waar.titel,
                eenheid=waar.eenheid.euros,
            )


def _priced(deel: Gelezenkerndeel, tabellen: Sequence[Cijfertabel]) -> Gelezenkerndeel:
    """Return a part with what its bouwstenen cost, where a row of its table is named as one of them and no other."""
    tabel, _ = _chosen(tabellen)
    if tabel is None:
        return deel
    groepen = {steen.groep for steen in deel.bouwstenen}
    bedragen = {
        rij.naam: _amount(tabel, rij.cellen[_lasten(tabel) or 0]).bedrag
        for rij in _posts(tabel)
        if rij.naam not in groepen
    }
    gevonden = {
        steen.naam: zoek_naam(steen.naam, list(bedragen)) for steen in deel.bouwstenen if steen.groep != AANVULLEND
    }
    vaak = Counter(gevonden.values())
    return replace(
        deel,
        bouwstenen=tuple(
            replace(steen, bedrag=bedragen[rij]) if rij and vaak[rij] == 1 and steen.groep != AANVULLEND else steen
            for steen in deel.bouwstenen
            for rij in (gevonden.get(steen.naam, ""),)
        ),
    )
