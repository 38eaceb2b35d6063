"""The letter of an earlier meeting for another day: its dates move along, what was of then alone is left out."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from tk_desktop.domain.datum import DAGEN, MAANDEN, kort, lang
from tk_desktop.domain.vergadering import Uitnodigingsbrief, Vergadering

NODIGT_UIT = "Graag nodig ik u uit voor de vergadering op {{datum}}, {{tijd}}, in {{plaats}}."
"""What invites, with the facts of the meeting filled in on paper."""
MELDT_AF = "Kunt u er niet bij zijn? Meld u dan af {{afmelden}}."
"""How absence is told, with what the letter says of it filled in on paper."""

_DAG = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(MAANDEN)})\b(?: \d{{4}})?|\b\d{{1,2}}-\d{{1,2}}-\d{{4}}\b", re.I)
_TIJD = re.compile(r"\b\d{1,2}[.:]\d{2} uur\b", re.I)
_PUNT = re.compile(r"\b(?:agenda)?punt(?:en)? \d|\bop de(?:ze)? agenda staa[nt]\b", re.I)
_VERWIJZING = re.compile(r"\{\{punt:([^}]+)\}\}")


def on_other_day(brief: Uitnodigingsbrief, oud: date, nieuw: date) -> Uitnodigingsbrief:
    """Return a letter whose dates, also those in its words, lie as many days from the new meeting."""
    dagen = _verzette_dagen(brief, oud, nieuw)
    return replace(
        brief,
        datum=dagen[brief.datum] if brief.datum else None,
        verhindering_uiterlijk=dagen[brief.verhindering_uiterlijk] if brief.verhindering_uiterlijk else None,
        onderwerp=_met_nieuwe_dagen(brief.onderwerp, dagen),
        tekst=_met_nieuwe_dagen(brief.tekst, dagen),
    )


def without_then(brief: Uitnodigingsbrief, bron: Vergadering, nieuw: Vergadering, mee: Collection[str]) -> str:
    """Return the words of a moved letter without the paragraphs that tell of the earlier meeting alone.

    Such a paragraph names another day than those of the letter, a time, an item (by id, unless it is in ``mee``), the
    occasion, or the place where the new meeting is not. When the invitation itself goes, it is written anew.
    """
    dagen = {vorm.casefold() for dag in _eigen_dagen(brief, nieuw.datum) for vorm, _ in _vormen(dag, dag)}
    van_toen = [woord for woord in (bron.gelegenheid, bron.plaats if bron.plaats != nieuw.plaats else "") if woord]

    def blijft(alinea: str) -> bool:
        ander = any(gevonden[0].casefold() not in dagen for gevonden in _DAG.finditer(alinea))
        weg = any(punt not in mee for punt in _VERWIJZING.findall(alinea))
        genoemd = any(woord.casefold() in alinea.casefold() for woord in van_toen)
        return not (ander or weg or genoemd or _TIJD.search(alinea) or _PUNT.search(alinea))

    alineas = re.split(r"\n\s*\n", brief.tekst)
    over = [alinea for alinea in alineas if blijft(alinea)]
    if len(over) == len(alineas):
        return brief.tekst
    dag = {vorm.casefold() for vorm, _ in _vormen(nieuw.datum, nieuw.datum)}
    nodigt = any("{{datum}}" in alinea or any(vorm in alinea.casefold() for vorm in dag) for alinea in over)
    return "\n\n".join(over if nodigt else [NODIGT_UIT, *over])


def _eigen_dagen(brief: Uitnodigingsbrief, vergadering: date) -> Iterator[date]:
    yield vergadering
    for dag in (brief.datum, brief.verhindering_uiterlijk):
        if dag is not None:
            yield dag


def _verzette_dagen(brief: Uitnodigingsbrief, oud: date, nieuw: date) -> Mapping[date, date]:
    dagen = {oud: nieuw}
    for dag in _eigen_dagen(brief, oud):
        dagen.setdefault(dag, _verzet(dag, nieuw - oud))
    return dagen


def _verzet(dag: date, verschil: timedelta) -> date:
    return date.fromordinal(min(max(1, dag.toordinal() + verschil.days), date.max.toordinal()))


def _met_nieuwe_dagen(tekst: str, dagen: Mapping[date, date]) -> str:
    """Return a text in which each of those days is written as the new one; weekday and year stand where they stood."""
    vormen = {vorm.casefold(): nieuw for oud, dag in dagen.items() for vorm, nieuw in _vormen(oud, dag)}
    patroon = "|".join(re.escape(vorm) for vorm in sorted(vormen, key=len, reverse=True))

    def nieuwe(gevonden: re.Match[str]) -> str:
        geschreven = vormen[gevonden[0].casefold()]
        return geschreven.capitalize() if gevonden[0][0].isupper() else geschreven

    return re.sub(rf"(?<!\w)(?:{patroon})(?!\w|\s+\d{{4}})", nieuwe, tekst, flags=re.I)


def _vormen(oud: date, nieuw: date) -> Iterator[tuple[str, str]]:
    """Go through the ways in which a day is written, with the new day in the same way."""
    for schrijf in (lang, kort, _zonder_jaar):
        yield schrijf(oud), schrijf(nieuw)
        yield f"{DAGEN[oud.weekday()]} {schrijf(oud)}", f"{DAGEN[nieuw.weekday()]} {schrijf(nieuw)}"


def _zonder_jaar(dag: date) -> str:
    return f"{dag.day} {MAANDEN[dag.month - 1]}"
