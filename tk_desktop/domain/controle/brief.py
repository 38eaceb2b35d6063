"""Does the letter invite to this meeting: a letter that was copied keeps sentences of the meeting before (D18, A3)."""

import re
from collections.abc import Iterator

from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.controle.dagen import genoemde_dagen
from tk_desktop.domain.controle.zicht import BRIEF, Vondst, Zicht, citaat, vondst
from tk_desktop.domain.datum import DAGEN, MAANDEN, klok, lang, lees_tijden, uur
from tk_desktop.domain.opmaak import platte_tekst
from tk_desktop.domain.vergadering import Uitnodigingsbrief

CODES = {
    "BR01": "De tekst van de brief nodigt uit voor een andere dag dan die van de vergadering.",
    "BR02": "De brief noemt een andere tijd dan die van de vergadering.",
    "BR03": "De brief noemt een andere plaats dan die van de vergadering.",
    "BR04": "De brief noemt een punt dat niet op deze agenda staat.",
}

_NODIGT = re.compile(
    r"\bnodig(en)?\b.*\buit\b|\buit te nodigen|\buitnodig|\bvergaderen\b|\bbijeen\b|\bplaatsvind|\bvindt\b.*\bplaats\b"
    r"|\bvergadering (is|begint|start|houden)\b",
    re.I,
)
_OVER_DEZE = re.compile(r"vergader|bijeen|commissie|bestuur|overleg|raad\b", re.I)
_OVER_IETS_ANDERS = re.compile(
    r"\b(vorige|eerdere?|volgende|verslag|notulen|uiterlijk|verhinder\w*|afmeld\w*|af te melden|aanmeld\w*"
    r"|werkbezoek|excursie|voorbespreking|vooroverleg|daarna|aansluitend|lunch|koffie|inloop|verplaatst|verzet"
    r"|in plaats van|oorspronkelijk|elke|iedere|jaarlijks\w*)\b",
    re.I,
)
_WEEKDAG = re.compile(rf"\b({'|'.join(DAGEN)})\b", re.I)
_VAN_TOT = re.compile(r"(\d{1,2}[.:]\d{2})(?: uur)? *(?:tot|–|-) *(\d{1,2}[.:]\d{2})", re.I)
_PLAATS = re.compile(r"\b(?:in|te)(?: de| het)? ([A-Z][\w'’-]{3,})")
_GEEN_PLAATS = frozenset({"teams", "zoom", "microsoft", "webex", *MAANDEN})
_PUNT = re.compile(r"\b(?<!agenda)punt (\d{1,2}[A-Z]?[a-z]?)(?![\w]|[.,]\d)", re.I)
_WOORD = re.compile(r"\w{4,}")


def controleer_brief(zicht: Zicht) -> Iterator[Vondst]:
    """Find where the letter contradicts the meeting; what it says of other days and gatherings is left alone."""
    brief = zicht.opname.brief
    if brief is None:
        return
    tekst = zicht.opname.gevuld(platte_tekst(brief.tekst))
    zinnen = [zin for regel in tekst.splitlines() for zin in re.split(r"(?<=[.!?]) +", regel)]
    nodigt = [zin for zin in zinnen if _nodigt_uit(zin)]
    for zin in nodigt:
        yield from _dag(zicht, zin)
        yield from _tijd(zicht, zin, "tekst")
    yield from _tijd(zicht, zicht.opname.gevuld(brief.onderwerp), "onderwerp")
    yield from _plaats(zicht, brief, tekst, nodigt)
    yield from _punten(zicht, tekst)


def _nodigt_uit(zin: str) -> bool:
    return bool(_NODIGT.search(zin) and _OVER_DEZE.search(zin) and not _OVER_IETS_ANDERS.search(zin))


def _dag(zicht: Zicht, zin: str) -> Iterator[Vondst]:
    """Compare the days in a sentence that invites; one that is right makes the sentence right."""
    dag = zicht.opname.vergadering.datum
    dagen = list(genoemde_dagen(zin))
    weekdagen = {treffer[1].lower() for treffer in _WEEKDAG.finditer(zin)}
    if dagen:
        genoemd = "" if any(een.bij(dag) in {dag, None} for een in dagen) else dagen[0].tekst
    else:
        genoemd = next(iter(weekdagen - {DAGEN[dag.weekday()]}), "") if len(weekdagen) == 1 else ""
    if genoemd:
        yield vondst(
            "BR01",
            Ernst.WAARSCHUWING,
            BRIEF,
            f"De brief nodigt uit voor {citaat(genoemd)}; de vergadering is op {lang(dag, met_dag=True)}.",
            waarom="De leden noteren misschien de verkeerde dag; de zin komt misschien uit een vorige brief.",
            herstel="Pas de zin aan, of zet er {{datum}} in; dan klopt de dag altijd.",
            waar=f"{BRIEF.waar}, tekst, {genoemd}",
        )


def _tijd(zicht: Zicht, zin: str, deel: str) -> Iterator[Vondst]:
    """Compare the clock times beside ‘uur’: the meeting begins at one of them, and ends at the second of a pair."""
    begin, einde = zicht.opname.vergadering.begin, zicht.opname.vergadering.einde
    tijden = lees_tijden(zin) if "uur" in zin else ()
    if begin is None or not tijden:
        return
    paar = _VAN_TOT.search(zin)
    andere = begin not in tijden
    if not andere and paar and einde is not None:
        van, tot = lees_tijden(f"{paar[1]} {paar[2]}") or (begin, einde)
        andere = van == begin and tot != einde
    if andere:
        genoemd = paar[0] if paar else klok(tijden[0])
        is_van = f"van {klok(begin)} tot {uur(einde)}" if einde else f"om {uur(begin)}"
        yield vondst(
            "BR02",
            Ernst.WAARSCHUWING,
            BRIEF,
            f"De brief ({deel}) noemt {citaat(genoemd)}; de vergadering is {is_van}.",
            waarom="De leden komen misschien te vroeg of te laat.",
            herstel="Pas de tijd in de brief aan, of zet er {{tijd}} in; dan klopt hij altijd.",
            waar=f"{BRIEF.waar}, {deel}, {genoemd}",
        )


def _plaats(zicht: Zicht, brief: Uitnodigingsbrief, tekst: str, zinnen: list[str]) -> Iterator[Vondst]:
    """Flag a place with a capital in a sentence that invites, when no word of the real place stands in the letter."""
    plaats = zicht.opname.vergadering.plaats
    eigen = {woord.casefold() for woord in _WOORD.findall(plaats)}
    heel = {woord.casefold() for woord in _WOORD.findall(f"{tekst} {brief.onderwerp}")}
    if not eigen or eigen & heel:
        return
    bekend = {woord.casefold() for woord in _WOORD.findall(zicht.opname.gremium.naam)} | _GEEN_PLAATS
    for zin in zinnen:
        for treffer in _PLAATS.finditer(zin):
            if treffer[1].casefold() not in bekend:
                yield vondst(
                    "BR03",
                    Ernst.WAARSCHUWING,
                    BRIEF,
                    f"De brief noemt {citaat(treffer[1])} als plaats; de vergadering is in {citaat(plaats)}.",
                    waarom="De leden gaan misschien naar het verkeerde gebouw.",
                    herstel="Pas de plaats in de brief aan, of zet er {{plaats}} in; dan klopt zij altijd.",
                    waar=f"{BRIEF.waar}, tekst, {treffer[1]}",
                )
                return


def _punten(zicht: Zicht, tekst: str) -> Iterator[Vondst]:
    """Look after ‘punt 1A’; ‘agendapunt 1A’ is found in every text (SH07)."""
    nummers = {str(nummer).casefold() for nummer in zicht.opname.nummers.values()}
    for nummer in dict.fromkeys(treffer[1] for treffer in _PUNT.finditer(tekst)):
        if nummer.casefold() not in nummers:
            yield vondst(
                "BR04",
                Ernst.WAARSCHUWING,
                BRIEF,
                f"De brief noemt ‘punt {nummer}’; dat punt staat niet op deze agenda.",
                waarom="De lezer zoekt een punt dat er niet is; misschien komt de zin uit een vorige vergadering.",
                herstel="Pas het nummer aan of haal de zin weg.",
                waar=f"{BRIEF.waar}, tekst, punt {nummer}",
            )
