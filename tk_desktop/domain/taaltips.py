"""Tips on the language of a nota: plainer words, shorter sentences, dates and amounts in house form (C16).

They help who writes and are no findings: no check counts them, and nothing of them comes on paper. What is quoted, what
stands in a table and what the board decided are left alone.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from tk_desktop.domain.datum import MAANDEN, lang, lees_datum, uur
from tk_desktop.domain.getal import euro
from tk_desktop.domain.gewone_woorden import BEKEND, GEWOON
from tk_desktop.domain.nota import Nota, Sectiesoort
from tk_desktop.domain.opmaak import lees_stukjes, platte_tekst, samenvoegen
from tk_desktop.domain.voorstel import zinnen

LANGSTE_ZIN = 30
"""Words from which a sentence is worth splitting."""
LIJDENDE_ZINNEN = 3
"""Sentences with ‘worden’ in a row that make a pile."""


class Tipsoort(StrEnum):
    """What a tip is about, in words for a list."""

    WOORD = "gewoner woord"
    LANGE_ZIN = "lange zin"
    LIJDEND = "lijdende vorm"
    DATUM = "datum"
    TIJD = "tijd"
    BEDRAG = "bedrag"
    AFKORTING = "afkorting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taaltip:
    """One tip: ``tekst`` is what stands there, ``vervanging`` what may stand instead (empty: only the writer knows).

    ``deel`` is the heading of the section it is in.
    """

    deel: str
    soort: Tipsoort
    tekst: str
    zin: str
    vervanging: str = ""


_NIET = {Sectiesoort.BESLUIT, Sectiesoort.BIJLAGEN}
_CITAAT = re.compile(r"‘[^’\n]{0,200}’|“[^”\n]{0,300}”|\"[^\"\n]{0,300}\"|\{\{[^{}]*\}\}|https?://\S+|www\.\S+|\S+@\S+")
_ZIN = re.compile(r"(?<=[.!?])\s+(?=[A-Z‘“0-9])")
_WOORDEN = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_OFFICIEEL = re.compile(
    rf"(?<![\w-])(?:{'|'.join(re.escape(woord) for woord in sorted(GEWOON, key=len, reverse=True))})(?![\w-])", re.I
)
_WORDEN = re.compile(r"\b(?:word(?:t|en)|werd(?:en)?)\b", re.I)
_DEELWOORD = re.compile(r"\b(?:ge|be|ver|ont|her|aange|op ?ge|uitge|vastge|voorge)\w{2,}(?:d|t|en)\b", re.I)
_KORTE_DATUM = re.compile(r"(?<![\d.,/-])\d{1,2}([-/])\d{1,2}\1(?:19|20)\d{2}(?![\d/-])")
_MAAND_KORT = re.compile(
    r"\b(\d{1,2}) (jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)\b\.?(?: ((?:19|20)\d{2}))?", re.I
)
_MAANDNAAM = {"jan": 1, "feb": 2, "mrt": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10}
_MAANDNAAM |= {"nov": 11, "dec": 12}
_TIJD = re.compile(r"(?<![\d.:])(\d{1,2})([.:])(\d{2}) ?(uur|u)\b(?!\w)")
_BEDRAG = re.compile(
    r"(?:€|\bEUR) ?(?P<voor>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<cent>\d{2}|-{1,2}|=|–|00))?(?![\d.,]*\d)(?!-)"
    r"|(?<![\d.,€])(?P<na>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<cent2>\d{2}))? euro\b",
)
_GOED_BEDRAG = re.compile(r"€ (?:\d{1,3}(?:\.\d{3})+|\d{1,3})")
"""Within a sentence boards also leave ``,-`` out; that is good too."""
_VEEL = re.compile(r" ?(?:miljoen|mln|miljard|mld|duizend|k\b|cent)", re.I)
_AFKORTING = re.compile(r"(?<![\w&.-])[A-Z][A-Z&]{1,5}(?![\w&-])")
_ROMEINS = re.compile(r"[IVXLC]+")


def taaltips(nota: Nota) -> tuple[Taaltip, ...]:
    """Return the tips on a nota, in the order of its sections; the same words in one section make one tip."""
    delen = list(_delen(nota))
    alles = "\n".join(tekst for _, tekst in delen)
    tips: list[Taaltip] = []
    gehad: set[str] = set()
    for deel, tekst in delen:
        for regel in tekst.splitlines():
            if "\t" not in regel:
                tips += _in_regel(deel, regel)
                tips += _afkortingen(deel, regel, alles, gehad)
    return tuple(dict.fromkeys(tips))


def vind(tekst: str, tip: Taaltip) -> int:
    """Return where the words of a tip begin in a text, outside what is quoted; -1 when they do not stand there."""
    treffer = re.search(rf"(?<![\w-]){re.escape(tip.tekst)}(?!\w)", _eigen(tekst))
    return treffer.start() if treffer else -1


def _delen(nota: Nota) -> Iterator[tuple[str, str]]:
    """Go through the headings and plain texts of a nota, in order; reasons stand with their section."""
    redenen = {
        soort: "\n".join(
            f"{samenvoegen(lees_stukjes(reden.kop))}\n{platte_tekst(reden.tekst)}"
            for reden in nota.argumenten
            if soort.value in {reden.aard.value, f"{reden.aard.value}en"}
        )
        for soort in (Sectiesoort.ARGUMENTEN, Sectiesoort.KANTTEKENING)
    }
    for sectie in sorted(nota.secties, key=lambda sectie: (sectie.volgorde, sectie.id)):
        if sectie.soort in _NIET:
            continue
        eigen = (
            "\n".join(zinnen(nota.voorstel)) if sectie.soort is Sectiesoort.VOORSTEL else redenen.get(sectie.soort, "")
        )
        yield sectie.kop, f"{eigen}\n{platte_tekst(sectie.tekst)}"


def _in_regel(deel: str, regel: str) -> Iterator[Taaltip]:
    eigen = _eigen(regel)
    for treffer in _OFFICIEEL.finditer(eigen):
        gewoon = _als(treffer[0], GEWOON[treffer[0].lower()])
        yield _tip(deel, Tipsoort.WOORD, treffer[0], f"‘{treffer[0]}’ kan gewoner: ‘{gewoon}’.", gewoon)
    yield from _zinnen(deel, regel)
    for soort, patroon, huisvorm in _VORMEN:
        for treffer in patroon.finditer(eigen):
            vorm = huisvorm(treffer, eigen)
            if vorm and vorm != treffer[0]:
                zin = f"‘{treffer[0].strip()}’ schrijven wij als ‘{vorm}’."
                yield _tip(deel, soort, treffer[0].strip(), zin, vorm)


def _zinnen(deel: str, regel: str) -> Iterator[Taaltip]:
    lijdend = 0
    for zin in _ZIN.split(regel):
        aantal = len(_WOORDEN.findall(zin))
        begin = _begin(zin)
        if aantal > LANGSTE_ZIN and begin:
            yield _tip(deel, Tipsoort.LANGE_ZIN, begin, f"De zin ‘{begin} …’ telt {aantal} woorden. Kan hij in tweeën?")
        lijdend = lijdend + 1 if _WORDEN.search(zin) and _DEELWOORD.search(zin) else 0
        if lijdend == LIJDENDE_ZINNEN and begin:
            melding = f"Drie zinnen na elkaar met ‘worden’, tot ‘{begin} …’. Wie doet het? Zeg dat erbij."
            yield _tip(deel, Tipsoort.LIJDEND, begin, melding)


def _begin(zin: str) -> str:
    """Return the first words of a sentence as they stand there, up to what is quoted or filled in."""
    kaal = re.split(r"[‘“\"{\x00]", _eigen(zin), maxsplit=1)[0]
    treffer = re.match(r"\s*(\S+(?: \S+){0,4})", kaal)
    return treffer[1] if treffer else ""


def _afkortingen(deel: str, regel: str, alles: str, gehad: set[str]) -> Iterator[Taaltip]:
    """Flag an abbreviation at its first use when no brackets anywhere explain it."""
    eigen = _eigen(regel)
    if eigen.upper() == eigen:
        return  # a line in capitals
    for treffer in _AFKORTING.finditer(eigen):
        woord = treffer[0]
        if woord in gehad or woord in BEKEND or _ROMEINS.fullmatch(woord):
            continue
        gehad.add(woord)
        if f"({woord}" in alles or f"{woord})" in alles or re.search(rf"\b{re.escape(woord)} \(", alles):
            continue
        zin = f"De afkorting ‘{woord}’ staat er zonder uitleg. Schrijf haar de eerste keer voluit."
        yield _tip(deel, Tipsoort.AFKORTING, woord, zin)


def _datum(treffer: re.Match[str], _: str) -> str:
    dag = lees_datum(treffer[0].replace("/", "-"))
    return lang(dag) if dag else ""


def _maand(treffer: re.Match[str], _: str) -> str:
    jaar = f" {treffer[3]}" if treffer[3] else ""
    return f"{treffer[1]} {MAANDEN[_MAANDNAAM[treffer[2].lower()] - 1]}{jaar}"


def _tijd(treffer: re.Match[str], _: str) -> str:
    uren, minuten = int(treffer[1]), int(treffer[3])
    return uur(time(uren, minuten)) if uren < 24 and minuten < 60 else ""


def _bedrag(treffer: re.Match[str], tekst: str) -> str:
    if _VEEL.match(tekst, treffer.end()) or _GOED_BEDRAG.fullmatch(treffer[0]):
        return ""
    heel = int((treffer["voor"] or treffer["na"]).replace(".", ""))
    cent = treffer["cent"] or treffer["cent2"] or ""
    return euro(heel, int(cent) if cent.isdecimal() else 0)


_VORMEN: tuple[tuple[Tipsoort, re.Pattern[str], Callable[[re.Match[str], str], str]], ...] = (
    (Tipsoort.DATUM, _KORTE_DATUM, _datum),
    (Tipsoort.DATUM, _MAAND_KORT, _maand),
    (Tipsoort.TIJD, _TIJD, _tijd),
    (Tipsoort.BEDRAG, _BEDRAG, _bedrag),
)


def _tip(deel: str, soort: Tipsoort, tekst: str, zin: str, vervanging: str = "") -> Taaltip:
    return Taaltip(deel=deel, soort=soort, tekst=tekst, zin=zin, vervanging=vervanging)


def _als(voorbeeld: str, woord: str) -> str:
    return woord[:1].upper() + woord[1:] if voorbeeld[:1].isupper() else woord


def _eigen(tekst: str) -> str:
    """Return a text, as long as it was, with what is quoted or no language blotted out."""
    return _CITAAT.sub(lambda treffer: "\x00" * len(treffer[0]), tekst)
