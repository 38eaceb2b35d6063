"""Are the dates right: days that exist, weekdays that fit, a deadline before the meeting (catalogue 6, 9)."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.controle.zicht import BRIEF, Tekst, Vondst, Zicht, citaat, vondst
from tk_desktop.domain.datum import DAGEN, MAANDEN, lang
from tk_desktop.domain.opmaak import platte_tekst
from tk_desktop.domain.vergadering import Uitnodigingsbrief

CODES = {
    "DT01": "Een genoemde weekdag past niet bij de datum.",
    "DT02": "Een genoemde datum bestaat niet.",
    "DT03": "De uiterste dag voor een bericht van verhindering ligt na de vergadering of voor de brief.",
    "DT04": "De tekst van de brief noemt een andere uiterste dag dan is ingevuld.",
    "DT05": "Het onderwerp van de brief noemt een andere datum dan die van de vergadering.",
}

_DAGEN, _MAANDEN = "|".join(DAGEN), "|".join(MAANDEN)
_LANG = re.compile(rf"(?:\b({_DAGEN}),? +)?(?<![\d.,/])\b(\d{{1,2}}) +({_MAANDEN})\b(?: +(\d{{4}})\b)?", re.I)
_KORT = re.compile(rf"(?:\b({_DAGEN}),? +)?(?<![\d.,/-])\b(\d{{1,2}})([-./])(\d{{1,2}})\3(\d{{4}})\b", re.I)
_UITERLIJK = re.compile(rf"\buiterlijk (?:op )?({_DAGEN})\b", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class GenoemdeDag:
    """A day as a text names it, which need not exist; ``weekdag`` counts from monday, 0."""

    tekst: str
    dag: int
    maand: int
    jaar: int | None = None
    weekdag: int | None = None

    def in_jaar(self, jaar: int) -> date | None:
        """Return this day in a year, or ``None`` when it does not exist there."""
        return date(jaar, self.maand, self.dag) if 1 <= self.dag <= monthrange(jaar, self.maand)[1] else None

    def bij(self, dag: date) -> date | None:
        """Return the date that is meant in a text of about that day."""
        if self.jaar is not None:
            return self.in_jaar(self.jaar)
        keuze = [gevonden for jaar in (-1, 0, 1) if (gevonden := self.in_jaar(dag.year + jaar))]
        return min(keuze, key=lambda gevonden: abs(gevonden - dag), default=None)


def genoemde_dagen(tekst: str) -> Iterator[GenoemdeDag]:
    """Go through the days that a text names with a month: ``woensdag 4 maart 2020``, ``4 maart``, ``4-3-2020``."""
    for weekdag, dag, maand, jaar in ((t[1], t[2], t[3], t[4]) for t in _LANG.finditer(tekst)):
        genoemd = " ".join(deel for deel in (dag, maand, jaar) if deel)
        rang = MAANDEN.index(maand.lower()) + 1
        yield _genoemd(weekdag, genoemd, int(dag), rang, int(jaar) if jaar else None)
    for treffer in _KORT.finditer(tekst):
        maand_nr, jaar_nr = int(treffer[4]), int(treffer[5])
        if 1 <= maand_nr <= 12 and 1900 <= jaar_nr <= 2100:
            genoemd = treffer[3].join((treffer[2], treffer[4], treffer[5]))
            yield _genoemd(treffer[1], genoemd, int(treffer[2]), maand_nr, jaar_nr)


def controleer_dagen(zicht: Zicht) -> Iterator[Vondst]:
    """Find dates that cannot be meant."""
    for tekst in zicht.teksten:
        gevuld = zicht.opname.gevuld(tekst.tekst, tekst.stuk)
        for genoemd in dict.fromkeys(genoemde_dagen(gevuld)):
            yield from _bestaat_niet(tekst, genoemd)
            yield from _andere_weekdag(zicht, tekst, genoemd)
    if zicht.opname.brief is not None:
        yield from _verhindering(zicht, zicht.opname.brief)
        yield from _onderwerp(zicht, zicht.opname.brief)


def _genoemd(weekdag: str | None, tekst: str, dag: int, maand: int, jaar: int | None) -> GenoemdeDag:
    rang = DAGEN.index(weekdag.lower()) if weekdag else None
    return GenoemdeDag(tekst=tekst, dag=dag, maand=maand, jaar=jaar, weekdag=rang)


def _bestaat_niet(tekst: Tekst, genoemd: GenoemdeDag) -> Iterator[Vondst]:
    """Flag days up to 31 only: a greater number before the name of a month is no slip of the pen."""
    jaar = genoemd.jaar or 2000
    if not 1 <= genoemd.dag <= 31 or genoemd.in_jaar(jaar) is not None:
        return
    slot = f" {genoemd.jaar}" if genoemd.jaar else ""
    laatste = f"{monthrange(jaar, genoemd.maand)[1]} {MAANDEN[genoemd.maand - 1]}{slot}"
    eerste = f"1 {MAANDEN[genoemd.maand]}{slot}"
    yield vondst(
        "DT02",
        Ernst.FOUT,
        tekst.plek,
        f"De datum ‘{genoemd.tekst}’ in {tekst.plek.kort} ({tekst.deel}) bestaat niet. "
        f"Bedoelde u {laatste} of {eerste}?",
        waarom="De lezer weet niet welke dag geldt.",
        herstel="Verbeter de datum in de tekst.",
        waar=f"{tekst.waar}, {genoemd.tekst}",
    )


def _andere_weekdag(zicht: Zicht, tekst: Tekst, genoemd: GenoemdeDag) -> Iterator[Vondst]:
    """Compare weekday and date; a day without a year is sure enough in the letter only."""
    if genoemd.weekdag is None or (genoemd.jaar is None and tekst.plek != BRIEF):
        return
    dag = genoemd.bij(zicht.opname.vergadering.datum)
    if dag is None or dag.weekday() == genoemd.weekdag:
        return
    yield vondst(
        "DT01",
        Ernst.FOUT,
        tekst.plek,
        f"In {tekst.plek.kort} ({tekst.deel}) staat ‘{DAGEN[genoemd.weekdag]} {genoemd.tekst}’, "
        f"maar {lang(dag)} is een {DAGEN[dag.weekday()]}.",
        waarom="De lezer weet niet of de weekdag geldt of de datum.",
        herstel="Kies de goede dag en verbeter de tekst.",
        waar=f"{tekst.waar}, {genoemd.tekst}",
    )


def _verhindering(zicht: Zicht, brief: Uitnodigingsbrief) -> Iterator[Vondst]:
    uiterlijk, dag = brief.verhindering_uiterlijk, zicht.opname.vergadering.datum
    if uiterlijk is None:
        return
    waar = f"{BRIEF.waar}, bericht van verhindering"
    if uiterlijk > dag or (brief.datum is not None and uiterlijk < brief.datum):
        ander = f"na de vergadering van {lang(dag)}" if uiterlijk > dag else "vóór de datum van de brief"
        yield vondst(
            "DT03",
            Ernst.FOUT,
            BRIEF,
            f"Een bericht van verhindering kan tot en met {lang(uiterlijk, met_dag=True)}; dat is {ander}.",
            waarom="De leden kunnen zich op die manier niet op tijd afmelden.",
            herstel="Vul een dag in tussen de brief en de vergadering.",
            waar=waar,
        )
    anders = _andere_uiterste_dag(zicht, brief, uiterlijk)
    if anders:
        yield vondst(
            "DT04",
            Ernst.WAARSCHUWING,
            BRIEF,
            f"De brief vraagt om een bericht van verhindering uiterlijk {anders}; "
            f"ingevuld is {lang(uiterlijk, met_dag=True)}.",
            waarom="De leden lezen zo twee verschillende dagen.",
            herstel="Maak de dag in de tekst en de ingevulde dag gelijk.",
            waar=waar,
        )


def _andere_uiterste_dag(zicht: Zicht, brief: Uitnodigingsbrief, uiterlijk: date) -> str:
    """Return the last day that the sentence on absence names, when it is another than the one filled in."""
    for regel in zicht.opname.gevuld(platte_tekst(brief.tekst)).splitlines():
        for zin in re.split(r"(?<=[.!?]) +", regel):
            if "verhinder" not in zin.lower() and "afmeld" not in zin.lower():
                continue
            if "uiterlijk" not in zin.lower():
                continue
            dagen = list(genoemde_dagen(zin))
            if dagen:
                gelijk = any((d.dag, d.maand) == (uiterlijk.day, uiterlijk.month) for d in dagen)
                return "" if gelijk else dagen[0].tekst
            weekdag = _UITERLIJK.search(zin)
            if weekdag and DAGEN.index(weekdag[1].lower()) != uiterlijk.weekday():
                return weekdag[1].lower()
    return ""


def _onderwerp(zicht: Zicht, brief: Uitnodigingsbrief) -> Iterator[Vondst]:
    dag = zicht.opname.vergadering.datum
    genoemd = list(genoemde_dagen(zicht.opname.gevuld(brief.onderwerp)))
    if len(genoemd) == 1 and genoemd[0].bij(dag) not in {dag, None}:
        yield vondst(
            "DT05",
            Ernst.WAARSCHUWING,
            BRIEF,
            f"Het onderwerp van de brief noemt {citaat(genoemd[0].tekst)}; de vergadering is op {lang(dag)}.",
            waarom="De leden noteren misschien de verkeerde dag.",
            herstel="Pas het onderwerp aan, of de datum van de vergadering.",
            waar=f"{BRIEF.waar}, onderwerp",
        )
