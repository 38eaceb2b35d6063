"""One line of a table in a text: the name of its row, its figures and what stands behind them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tk_desktop.domain.bedrag import VERLOREN, is_beschadigd, lees_bedrag
from tk_desktop.domain.cijfertabel import Cijfercel, Kolomsoort

_CIJFERS = rf"[\d{VERLOREN}]"
_WAARDE = re.compile(
    rf"""[-–−]?€?[-–−]?(?:{_CIJFERS}{{1,3}}(?:\.{_CIJFERS}{{3}})+|{_CIJFERS}+)
    (?:[.,]{_CIJFERS}{{1,2}}|,[-–]{{1,2}}|,=)?(?:\.?[-–])?%?""",
    re.VERBOSE,
)
_DUIZENDTAL = re.compile(rf"[-–−]?{_CIJFERS}{{1,3}}(?:\.{_CIJFERS}{{3}})+(?:,[-–=\d]{{1,2}})?")
_EURO = frozenset({"€", "-€", "–€", "−€"})
_PROCENT = re.compile(r"[-–−]?\d+(?:[.,]\d+)?\s?%")
_JAAR = re.compile(r"(?:19|20)\d\d")
_SPATIE = re.compile(r"€ (?=[\d▯-])|(?<=[-–−]) ?€ ?")
_DECIMAAL = re.compile(r"[-–−]?\d+,\d{1,2}")
_MEESTE_WOORDEN = 14
"""The name of a row is no sentence."""
_MEESTE_STAART = 5
CENTEN = "Het bedrag heeft centen; kijk het na."
ONZEKER = "Dit is geen bedrag dat zeker is; vul het aan van papier."
BESCHADIGD = "Van dit bedrag zijn cijfers verloren; vul het aan van papier."


@dataclass(frozen=True, slots=True)
class Cijferdeel:
    """A stretch of a line: words, and the figures that follow them."""

    naam: str
    waarden: tuple[str, ...]
    velden: tuple[str, ...] = ()
    """What stands behind the name, cut at every single space: an empty cell left one behind."""


@dataclass(frozen=True, slots=True)
class Cijferregel:
    """A line with figures: one stretch, or two where tables stand side by side; ``staart`` is what follows."""

    delen: tuple[Cijferdeel, ...]
    staart: str = ""

    @property
    def aantal(self) -> int:
        """How many figures there are."""
        return sum(len(deel.waarden) for deel in self.delen)

    @property
    def is_geld(self) -> bool:
        """Whether a figure is an amount by its looks: with a euro sign, or with thousands."""
        return any("€" in waarde or _DUIZENDTAL.fullmatch(waarde) for deel in self.delen for waarde in deel.waarden)

    @property
    def met_euro(self) -> bool:
        """Whether it has a euro sign."""
        return any("€" in waarde for deel in self.delen for waarde in deel.waarden)


def lees_cijferregel(tekst: str) -> Cijferregel | None:
    """Return a line as a row of figures, or nothing when it is a sentence or a line without figures."""
    woorden = _words(tekst.strip("\t\n").removesuffix(" "))
    met_euro = any("€" in woord for woord in woorden)
    delen: list[Cijferdeel] = []
    naam: list[str] = []
    waarden: list[str] = []
    velden: list[str] = []
    for woord in woorden:
        is_waarde = _is_value(woord) and (bool(waarden) or not met_euro or "€" in woord)
        if is_waarde:
            waarden.append(woord)
            velden.append(woord)
        elif not woord:
            velden.append("")
        else:
            if waarden:
                delen.append(Cijferdeel(" ".join(naam), tuple(waarden), tuple(velden)))
                naam, waarden = [], []
            velden = []
            naam.append(woord)
    if waarden:
        delen.append(Cijferdeel(" ".join(naam), tuple(waarden), tuple(velden)))
        naam = []
    if not delen or zijn_jaren([waarde for deel in delen for waarde in deel.waarden]):
        return None
    if _is_sentence(naam) or any(len(d.naam.split()) > _MEESTE_WOORDEN for d in delen):
        return None
    if len(delen) > 2 or (len(delen) == 2 and not met_euro):
        delen = _numbers_in_the_name(delen)
    if any("€" in deel.naam for deel in delen):
        return None  # an amount between words, in a sentence
    return Cijferregel(tuple(delen), " ".join(naam)) if delen else None


def _is_sentence(staart: list[str]) -> bool:
    """Tell whether what follows figures is a sentence: long, ended, or with another one that begins in it."""
    if any(woord[-1:] in ".!?" and volgende.istitle() for woord, volgende in pairwise(staart)):
        return True
    return len(staart) > _MEESTE_STAART or (bool(staart) and staart[-1][-1] in ".:;!?")


def cel_van(tekst: str) -> Cijfercel:
    """Return what stands in a cell; a damaged amount, or one with cents, is a doubt and no number."""
    kaal = " ".join(tekst.split())
    if is_beschadigd(kaal):
        return Cijfercel(tekst=kaal, twijfel=BESCHADIGD)
    bedrag = None if _PROCENT.fullmatch(kaal) else lees_bedrag(kaal)
    return Cijfercel(tekst=kaal, bedrag=bedrag)


def is_cijfer(tekst: str) -> bool:
    """Tell whether a whole cell is a figure: an amount, a share or a count, damaged or not."""
    return _is_value(" ".join(tekst.split()).replace(" %", "%"))


def zijn_jaren(waarden: Sequence[str]) -> bool:
    """Tell whether figures are the years above columns, and no amounts."""
    return bool(waarden) and all(_JAAR.fullmatch(waarde) for waarde in waarden)


def soort_van(waarden: list[str]) -> Kolomsoort:
    """Return what the cells of a column are; empty ones tell nothing."""
    gevuld = [" ".join(waarde.split()) for waarde in waarden if waarde.strip()]
    if gevuld and all("%" in waarde for waarde in gevuld):
        return Kolomsoort.PROCENT
    if any("€" in waarde for waarde in gevuld):
        return Kolomsoort.BEDRAG
    if any(_DECIMAAL.fullmatch(waarde) for waarde in gevuld):
        return Kolomsoort.GETAL
    if gevuld and not any(lees_bedrag(waarde) is not None or is_beschadigd(waarde) for waarde in gevuld):
        return Kolomsoort.TEKST
    return Kolomsoort.BEDRAG


def _words(tekst: str) -> list[str]:
    """Return the words of a line, empty ones too; a euro sign belongs to the figures behind it."""
    uit: list[str] = []
    for woord in tekst.replace("\t", " ").replace("\xa0", " ").split(" "):
        if uit and uit[-1] in _EURO and woord:
            uit[-1] = f"{uit[-1]} {woord}"
        elif uit and uit[-1] in {"-", "–"} and woord.startswith("€") and len(uit) > 1:
            uit[-1] = f"-{woord}"
        elif uit and woord == "%" and _is_value(uit[-1]):
            uit[-1] += woord
        else:
            uit.append(woord)
    return uit


def _is_value(woord: str) -> bool:
    is_getal = "€" in woord or any(teken.isdigit() for teken in woord)  # lost signs alone may be words
    return is_getal and _WAARDE.fullmatch(_SPATIE.sub("€", woord)) is not None


def _numbers_in_the_name(delen: list[Cijferdeel]) -> list[Cijferdeel]:
    """Return the last figures with all before them as the name: ``Aantal per 100.000 kinderen 104 116``."""
    laatste = delen[-1]
    naam = " ".join(f"{deel.naam} {' '.join(deel.waarden)}" for deel in delen[:-1])
    return [Cijferdeel(f"{naam} {laatste.naam}".strip(), laatste.waarden, laatste.velden)]
