"""Dates and times as a board writes them: woensdag 4 maart 2020, 09.00 uur; numbers stand in ``domain.getal``."""

import re
from datetime import date, datetime, time

DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip

_LANG = re.compile(rf"\b(\d{{1,2}})\s+({'|'.join(MAANDEN)})(?:\s+(\d{{4}}))?\b", re.I)
_KORT = re.compile(r"\b(\d{1,2})[-./](\d{1,2})[-./](\d{4})\b")
_TIJD = re.compile(r"\b(\d{1,2})[.:](\d{2})\b")


def lang(dag: date, *, met_dag: bool = False) -> str:
    """Return ``4 maart 2020``, or ``woensdag 4 maart 2020``."""
    tekst = f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"
    return f"{DAGEN[dag.weekday()]} {tekst}" if met_dag else tekst


def kort(dag: date) -> str:
    """Return ``4-3-2020``."""
    return f"{dag.day}-{dag.month}-{dag.year}"


def maand(dag: date) -> str:
    """Return ``maart 2020``."""
    return f"{MAANDEN[dag.month - 1]} {dag.year}"


def dag_kort(dag: date) -> str:
    """Return ``wo 4 mrt``, for a narrow column."""
    maand = "mrt" if dag.month == 3 else MAANDEN[dag.month - 1][:3]
    return f"{DAGEN[dag.weekday()][:2]} {dag.day} {maand}"


def dagspanne(van: date | None, tot: date | None) -> str:
    """Return ``4-3-2020 – 1-9-2022``, ``vanaf 4-3-2020``, ``t/m 1-9-2022``, or nothing of neither."""
    if van and tot:
        return f"{kort(van)} – {kort(tot)}"
    return f"vanaf {kort(van)}" if van else f"t/m {kort(tot)}" if tot else ""


def klok(tijd: time | datetime, *, seconden: bool = False) -> str:
    """Return ``09.00``, or ``09.00.05``."""
    return f"{tijd.hour:02}.{tijd.minute:02}" + (f".{tijd.second:02}" if seconden else "")


def klokduur(aantal: int) -> str:
    """Return a number of minutes as a clock that counts on past a day: ``30.05``."""
    return f"{aantal // 60:02}.{aantal % 60:02}"


def uur(tijd: time | datetime) -> str:
    """Return ``09.00 uur``."""
    return f"{klok(tijd)} uur"


def spanne(begin: time | None, einde: time | None) -> str:
    """Return ``09.00 – 10.30 uur``, ``09.00 uur`` without an end, or nothing without a begin."""
    if begin is None:
        return ""
    return f"{klok(begin)} – {uur(einde)}" if einde else uur(begin)


def duur(aantal: int) -> str:
    """Return a number of minutes in words: ``25 minuten``, ``1 uur en 5 minuten``."""
    uren, rest = divmod(aantal, 60)
    delen = [f"{uren} uur"] if uren else []
    if rest or not uren:
        delen.append(f"{rest} {'minuut' if rest == 1 else 'minuten'}")
    return " en ".join(delen)


def lees_datum(tekst: str, *, jaar: int | None = None) -> date | None:
    """Return the first date in a text, or ``None`` when it holds none that exists.

    ``4 maart 2020``, ``4-3-2020`` and ``04.03.2020`` are read; ``4 maart`` only when ``jaar`` is given.
    """
    treffer = _LANG.search(tekst)
    if treffer and (treffer[3] or jaar):
        return _bestaand(int(treffer[3] or jaar or 0), MAANDEN.index(treffer[2].lower()) + 1, int(treffer[1]))
    treffer = _KORT.search(tekst)
    if treffer:
        return _bestaand(int(treffer[3]), int(treffer[2]), int(treffer[1]))
    return None


def lees_tijden(tekst: str) -> tuple[time, ...]:
    """Return the clock times in a text, in order; impossible ones are left out."""
    return tuple(
        time(int(uur), int(minuut)) for uur, minuut in _TIJD.findall(tekst) if int(uur) < 24 and int(minuut) < 60
    )


def lees_weekdag(tekst: str) -> int | None:
    """Return the weekday a text names first (monday is 0), or ``None``."""
    gevonden = [(treffer.start(), nr) for nr, dag in enumerate(DAGEN) if (treffer := re.search(dag, tekst, re.I))]
    return min(gevonden)[1] if gevonden else None


def minuten(tijd: time) -> int:
    """Return the minutes since midnight."""
    return tijd.hour * 60 + tijd.minute


def verstreken(van: time, tot: time) -> int | None:
    """Return the minutes from one clock time until a later one, which may be past midnight.

    ``None`` when that runs backwards: 8.55 after 9.03 would be nearly a day later. An evening that ends after midnight
    lasts at most half a day.
    """
    duur = minuten(tot) - minuten(van)
    om_middernacht = duur % (24 * 60)
    return duur if duur >= 0 else om_middernacht if om_middernacht <= 12 * 60 else None


def na_minuten(tijd: time, aantal: int) -> time:
    """Return the clock time that many minutes later; past midnight the clock goes round."""
    uur, minuut = divmod((minuten(tijd) + aantal) % (24 * 60), 60)
    return time(uur, minuut)


def _bestaand(jaar: int, maand: int, dag: int) -> date | None:
    try:
        return date(jaar, maand, dag)
    except ValueError:
        return None
