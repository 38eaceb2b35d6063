"""Reading in a message that its sender cannot come to a meeting, for which day, and who comes instead.

Nothing follows from it by itself: it is a proposal, with the sentence on which it rests and what is not certain (A15).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tk_desktop.domain.datum import MAANDEN, lees_datum
from tk_desktop.intake.berichttekst import eigen_tekst, is_automatisch
from tk_desktop.intake.namen import naam_vooraan

_ZIN = re.compile(r"(?<=[.!?])(?<!\b[A-ZÀ-Ý]\.)\s+(?=[A-ZÀ-Ý])|\n\s*\n|\n(?=\s*[-•*])")
_NIET_KOMEN = re.compile(
    r"\bverhinderd\b"
    r"|\b(?:meld(?:en)?|wil|moet|moeten)\b[^.!?]{0,60}\baf(?:\s*te)?\s*(?:melden)?\b(?=[^a-z]|$)"
    r"|\bafmelden\b|\bafmelding\b|\bverstek\b|\bbericht van verhindering\b"
    r"|\b(?:kan|kunnen|zal|zullen|ben|zijn|lukt|gaat|red)\b[^.!?]{0,80}\bniet\b[^.!?]{0,90}"
    r"\b(?:aanwezig|bijwonen|bij te wonen|deelnemen|komen|erbij|bij zijn|in de gelegenheid|lukken|vergadering|overleg"
    r"|bij (?:de|het|deze|jullie|onze|onderstaande)[^.!?]{0,60}\bzijn)\b"
    r"|\bniet\b[^.!?]{0,40}\b(?:aanwezig|bij de vergadering)\b[^.!?]{0,40}\b(?:zijn|kan|kunnen|zal)\b"
    r"|\b(?:ben|zijn)\b[^.!?]{0,60}\bafwezig\b"
    r"|\b(?:ben|zijn|zal|kan) er\b[^.!?]{0,50}\bniet\b(?! (?:uit|over|achter|van|aan)\b)",
    re.I,
)
_TOCH_WEL = re.compile(
    r"\b(?:bij|eventuele|ingeval van|in geval van|geen) verhinder|\b(?:niet|nooit) verhinderd"
    r"|\bmocht(?:en)?\b|\bindien\b"
    r"|\b(?:als|wanneer|zodra) (?:u|je|jullie|iemand|een lid)\b|\btoch (?:wel )?(?:aanwezig|komen|bij)|\bniet alleen\b"
    r"|\bafmelden (?:kan|voor|via|bij|tot)\b.{0,20}\b(?:u|uiterlijk|secretariaat)\b",
    re.I,
)
_ANDERE = re.compile(r"^\W*(?:de heer|dhr|mevrouw|mevr|mw|meneer|collega|wethouder|burgemeester)\b", re.I)
_DEEL = re.compile(
    r"\b(?:later|eerder|gedeelte|deels|gedeeltelijk|pas (?:om|vanaf|rond)|vanaf \d|tot \d{1,2}|tweede deel|eerste deel|"
    r"eerste (?:half )?uur|laatste (?:half )?uur|agendapunt)\b",
    re.I,
)
_DATUM = re.compile(
    rf"\b\d{{1,2}}\s+(?:{'|'.join(MAANDEN)})\b(?:\s+\d{{4}})?|\b\d{{1,2}}[-./]\d{{1,2}}(?:[-./]\d{{2,4}})?\b(?!\s*uur)",
    re.I,
)
_VERVANGERS = (
    re.compile(r"\b(?:vervangen|waargenomen|vertegenwoordigd) (?:worden )?door\s+(?P<na>.+)", re.I),
    re.compile(r"\b(?:plaats)?vervang(?:er|ster)\s*(?:is|wordt|zal|komt|:|,)+\s*(?P<na>.+)", re.I),
    re.compile(
        r"\b(?:in mijn plaats|namens mij|voor mij|in plaats van mij)\b[^.,]{0,30}?"
        r"\b(?:komt|gaat|zal|neemt|is)\s+(?P<na>.+)",
        re.I,
    ),
)
"""What is said before the name of who comes instead."""
_VERVANGT = re.compile(
    r"\s(?:(?:zal|gaat|wil|kan)\s+)?(?:mij\s+(?:dan\s+|die dag\s+)?(?:vervang|waarneem)\w*"
    r"|(?:vervangt|neemt)\s+(?:mij|voor mij waar|mijn plaats)|neemt mijn plaats in"
    r"|(?:komt|gaat|is aanwezig|sluit aan)\s+(?:in mijn plaats|namens mij|als (?:mijn )?(?:plaats)?vervang\w+))",
    re.I,
)
"""What is said after it."""
_ROL = re.compile(
    r"^(?:(?:mijn|onze|de|collega(?:-\w+)?|wethouder|burgemeester|raadslid|heer|dhr\.?|mevrouw|mevr\.?|mw\.?|meneer|drs\.|mr\.|dr\.|"
    r"ir\.)\s+)+",
    re.I,
)
_MEESTE_WOORDEN_NAAM = 15
"""With those that may follow it."""
_VOLMACHT = re.compile(r"\b(?:volmacht|machtig)\w*", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verhindering:
    """That somebody cannot come: who says so, in which sentence, for which days, and who comes instead."""

    van: str
    adres: str
    zin: str
    dagen: tuple[date, ...] = ()
    vervanger: str = ""
    twijfels: tuple[str, ...] = ()


def lees_verhindering(van: str, adres: str, onderwerp: str, tekst: str, dag: date | None) -> Verhindering | None:
    """Return that the sender cannot come, or ``None`` when the message does not say so.

    ``dag`` is when it was sent: a day without a year is the first one after it.
    """
    if is_automatisch(onderwerp):
        return None
    eigen = eigen_tekst(van, adres, onderwerp, tekst)
    zinnen = [" ".join(zin.split()) for zin in _ZIN.split(eigen.tekst) if zin.strip()]
    zin = next((zin for zin in zinnen if _zegt_af(zin)), "")
    kop = re.sub(r"^(?:\s*\w{2,8}\s*:)+", "", onderwerp).strip()
    if not zin and not (_zegt_af(kop) and len(eigen.tekst) < 1500):
        return None
    plek = zinnen.index(zin) if zin else 0
    twijfels = [] if zin else ["Alleen het onderwerp zegt het; in het bericht zelf staat het niet."]
    naam, adres = eigen.van, eigen.adres
    if not naam and not adres:
        naam = naam_vooraan(eigen.onder)[0]
    if eigen.doorgestuurd:
        twijfels.append(f"Het bericht is doorgestuurd; het is van {naam or adres or 'iemand anders'}.")
    if _ANDERE.match(zin) or re.match(rf"^\W*(?!ik\b){_NAAMVORM}\s+(?:is|kan|zal|meldt)\b", zin):
        twijfels.append("De zin lijkt over iemand anders te gaan dan de afzender.")
    if _DEEL.search(zin):
        twijfels.append("Misschien gaat het om een deel van de vergadering.")
    dagen, bij_dagen = _dagen(zin, kop, " ".join(zinnen), dag)
    vervanger, bij_vervanger = _vervanger(zinnen[plek : plek + 4] or [kop])
    return Verhindering(
        van=naam,
        adres=adres,
        zin=zin or kop,
        dagen=dagen,
        vervanger=vervanger,
        twijfels=(*twijfels, *bij_dagen, *bij_vervanger),
    )


_NAAMVORM = r"[A-ZÀ-Ý][\w’'.-]+(?:\s+(?:van|de|der|den|ten|ter|te|het|in|op|[A-ZÀ-Ý][\w’'.-]+)){1,4}"


def _zegt_af(zin: str) -> bool:
    if zin.rstrip().endswith("?") or _TOCH_WEL.search(zin):
        return False
    return _NIET_KOMEN.search(zin) is not None


def _dagen(zin: str, kop: str, alles: str, dag: date | None) -> tuple[tuple[date, ...], tuple[str, ...]]:
    """Return the days that are meant, from the sentence, else the subject, else the rest; with what is not certain."""
    for bron in (zin, kop, alles):
        dagen = genoemde_dagen(bron, dag)
        if dagen:
            return dagen, ("Er staan meer dagen in het bericht.",) if len(dagen) > 1 else ()
    return (), ()


def genoemde_dagen(tekst: str, dag: date | None) -> tuple[date, ...]:
    """Return the days that a text names; ``dag`` is when it was written, for those without a year."""
    return tuple(dict.fromkeys(d for vorm in _DATUM.findall(tekst) if (d := _dag(vorm, dag)) is not None))


def _dag(vorm: str, dag: date | None) -> date | None:
    """Return a day; without a year the first one from when the message was sent."""
    heel = lees_datum(vorm)
    if heel is not None:
        return heel
    kaal = re.fullmatch(r"(\d{1,2})[-./](\d{1,2})", vorm)
    vorm = f"{vorm}-{{}}" if kaal else f"{vorm} {{}}"
    if dag is None:
        return None
    for jaar in (dag.year, dag.year + 1):
        gevonden = lees_datum(vorm.format(jaar))
        if gevonden is not None and gevonden >= dag:
            return gevonden
    return None


def _vervanger(zinnen: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return who comes instead, and what is not certain of that."""
    for zin in zinnen:
        if _VOLMACHT.search(zin):
            return "", ("Het bericht spreekt van een volmacht; die legt u aan tafel zelf vast.",)
        naam = _genoemde_vervanger(zin)
        if naam is not None:
            return naam, () if naam else ("Het bericht noemt een vervanger, maar de naam is niet te lezen.",)
    return "", ()


def _genoemde_vervanger(zin: str) -> str | None:
    """Return the name of who comes instead, empty when it cannot be read; ``None`` where nobody is spoken of."""
    for vorm in _VERVANGERS:
        if treffer := vorm.search(zin):
            return _naam(treffer["na"])
    if treffer := _VERVANGT.search(zin):
        return _laatste_naam(zin[: treffer.start()])
    return None


def _naam(tekst: str) -> str:
    """Return the name at the begin of a text; words that name a relation go first."""
    return _ROL.sub("", naam_vooraan(_ROL.sub("", tekst.strip()))[0]).rstrip(".")


def _laatste_naam(tekst: str) -> str:
    """Return the last name in a text, with no more than three words after it."""
    woorden = _ROL.sub("", tekst.strip()).split()[-_MEESTE_WOORDEN_NAAM:]
    for begin in range(len(woorden)):
        naam, rest = naam_vooraan(" ".join(woorden[begin:]))
        if naam and len(rest.split()) <= 3:
            return _ROL.sub("", naam).rstrip(".")
    return ""
