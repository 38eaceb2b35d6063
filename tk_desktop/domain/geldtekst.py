"""Amounts that a text names of a table: what is left of a project, the total, and a list that goes to another year."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tk_desktop.domain.bedrag import HEEL, beschadigde, lees_bedrag
from tk_desktop.domain.begroting import Bedragsoort
from tk_desktop.domain.cijfertabel import Cijfertabel
from tk_desktop.domain.kolomsoort import kolomsoorten
from tk_desktop.domain.vergelijken import sleutel

_GETAL = rf"€\s?(?P<bedrag>\d[\d.]*\d){HEEL}(?:\.-)?"
_REST = re.compile(rf"resterende (?:budget|bedrag) van {_GETAL}", re.I)
_EIND = re.compile(rf"(?:totale |positieve |verwachte )+eindsaldo van {_GETAL}", re.I)
_MEE = re.compile(rf"{_GETAL}[^€]{{0,40}}meenemen naar \d{{4}}")
_POST = re.compile(rf"^\s*[•*-]\s*{_GETAL}", re.M)
_ALINEA = re.compile(r"\n\s*\n|(?<=[.:])\s*\n(?=[A-Z])")
_KLEINSTE = 8
"""A name of so many letters is known in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekstbedrag:
    """An amount in the text beside the amount that it speaks of."""

    tabel: str
    plek: str
    rij: str
    kolom: str
    in_tekst: int
    in_tabel: int


def tekstbedragen(tabellen: Sequence[Cijfertabel], tekst: str) -> Iterator[Tekstbedrag]:
    """Yield the amounts of a text that certainly speak of a table; ``ca`` and the like speak of none exactly."""
    yield from _left(tabellen, tekst)
    yield from _ends(tabellen, tekst)
    yield from _list(tekst)


def _left(tabellen: Sequence[Cijfertabel], tekst: str) -> Iterator[Tekstbedrag]:
    """Yield what a paragraph says is left of the one row that it names."""
    for alinea in _ALINEA.split(tekst):
        noemt = list(_REST.finditer(alinea))
        if len(noemt) != 1:
            continue
        waarde = lees_bedrag(noemt[0]["bedrag"])
        for tabel in tabellen:
            soorten = kolomsoorten(tabel)
            rijen = [rij for rij in tabel.posten if _names(alinea, rij.naam)]
            if waarde is None or len(rijen) != 1 or Bedragsoort.EINDSALDO not in soorten:
                continue
            plaats = soorten.index(Bedragsoort.EINDSALDO)
            cel = rijen[0].cellen[plaats]
            if cel.bedrag is not None and not cel.twijfel:
                yield Tekstbedrag(
                    tabel=tabel.titel, plek=tabel.plek, rij=rijen[0].naam, kolom=tabel.kolommen[plaats].naam,
                    in_tekst=waarde, in_tabel=cel.bedrag,
                )  # fmt: skip


def _names(alinea: str, naam: str) -> bool:
    return len(sleutel(naam)) >= _KLEINSTE and sleutel(naam) in sleutel(alinea)


def _ends(tabellen: Sequence[Cijfertabel], tekst: str) -> Iterator[Tekstbedrag]:
    """Yield what a text says is left in all, where one table alone is of all lasten."""
    alle = [t for t in tabellen if t.totaal is not None and t.kop.casefold() == "lasten"]
    for treffer in _EIND.finditer(" ".join(tekst.split())):
        waarde = lees_bedrag(treffer["bedrag"])
        if len(alle) != 1 or waarde is None or Bedragsoort.EINDSALDO not in kolomsoorten(alle[0]):
            return
        plaats = kolomsoorten(alle[0]).index(Bedragsoort.EINDSALDO)
        totaal = alle[0].totaal
        cel = totaal.cellen[plaats] if totaal is not None else None
        if cel is not None and cel.bedrag is not None and not cel.twijfel:
            yield Tekstbedrag(
                tabel=alle[0].titel, plek=alle[0].plek, rij="Totaal", kolom=alle[0].kolommen[plaats].naam,
                in_tekst=waarde, in_tabel=cel.bedrag,
            )  # fmt: skip


def _list(tekst: str) -> Iterator[Tekstbedrag]:
    """Yield an amount with the list under it that it is the sum of; a list that lost a figure is no sum."""
    for treffer in _MEE.finditer(tekst):
        waarde = lees_bedrag(treffer["bedrag"])
        posten: list[int] = []
        for regel in tekst[treffer.end() :].split("\n")[1:]:
            post = _POST.match(regel)
            bedrag = lees_bedrag(post["bedrag"]) if post else None
            if beschadigde(regel):
                posten = []
                break
            if bedrag is not None:
                posten.append(bedrag)
            elif posten and regel.strip():
                break
        if waarde is not None and len(posten) > 1:
            yield Tekstbedrag(
                tabel="", plek="", rij="de lijst eronder", kolom="bedrag", in_tekst=waarde, in_tabel=sum(posten)
            )
