"""What differs between two states of a nota, section by section and word by word (C14)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from tk_desktop.domain.nota import Aard, Nota, Sectie, Sectiesoort
from tk_desktop.domain.notabewerking import behandelaarsregels
from tk_desktop.domain.opmaak import platte_tekst
from tk_desktop.domain.voorstelregels import als_tekst

MEESTE_WOORDEN = 4000
"""A stretch with more words is not compared word by word."""

_WOORD = re.compile(r"\s*\S+|\s+")
_REDENEN = {Sectiesoort.ARGUMENTEN: Aard.ARGUMENT, Sectiesoort.KANTTEKENING: Aard.KANTTEKENING}


class Aandeel(StrEnum):
    """Whether a stretch of text stayed, went or came."""

    GELIJK = "gelijk"
    WEG = "weg"
    ERBIJ = "erbij"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sectieverschil:
    """One section (or field of the header) of which the words differ, or only their manner of print.

    ``delen`` holds (kind, text): what stayed and what went is the old text, what stayed and what came the new.
    """

    kop: str
    delen: tuple[tuple[Aandeel, str], ...]

    @property
    def alleen_opmaak(self) -> bool:
        """Whether the words are the same, and only bold, italics, links or marks differ."""
        return all(aandeel is Aandeel.GELIJK for aandeel, _ in self.delen)


def verschil(oud: Nota, nieuw: Nota) -> tuple[Sectieverschil, ...]:
    """Return what differs, in the order of the new nota; a section that is gone stands where it was."""
    links, rechts = dict(_teksten(oud)), dict(_teksten(nieuw))
    uit = []
    for sleutel in _volgorde([*links], [*rechts]):
        kop, voor = links.get(sleutel, ("", ""))
        kop, na = rechts.get(sleutel, (kop, ""))
        if voor != na:
            uit.append(Sectieverschil(kop=kop, delen=woordverschil(platte_tekst(voor), platte_tekst(na))))
    return tuple(uit)


def woorden(nota: Nota) -> tuple[str, ...]:
    """Return the words on which somebody judges a nota: subject and sections, plain, the empty ones left out.

    The decision, which is written afterwards, and the facts in the head (number, officials) do not count, nor does the
    manner of print or how lines are broken.
    """
    besluit = {f"sectie {sectie.id}" for sectie in nota.secties if sectie.soort is Sectiesoort.BESLUIT}
    delen = [
        (kop, " ".join(platte_tekst(tekst).split()))
        for sleutel, (kop, tekst) in _teksten(nota)
        if sleutel not in besluit and (sleutel == "onderwerp" or sleutel.startswith("sectie "))
    ]
    return tuple(f"{kop}: {tekst}" for kop, tekst in delen if tekst)


def woordverschil(oud: str, nieuw: str) -> tuple[tuple[Aandeel, str], ...]:
    """Return the stretches that stayed, went and came, without empty ones: line by line, then word by word."""
    return tuple(_samen(_regels(oud.splitlines(keepends=True), nieuw.splitlines(keepends=True))))


def _regels(oud: Sequence[str], nieuw: Sequence[str]) -> Iterator[tuple[Aandeel, str]]:
    for soort, a, b, c, d in SequenceMatcher(None, oud, nieuw, autojunk=False).get_opcodes():
        weg, erbij = "".join(oud[a:b]), "".join(nieuw[c:d])
        if soort == "equal":
            yield Aandeel.GELIJK, weg
        else:
            yield from _woorden(_WOORD.findall(weg), _WOORD.findall(erbij))


def _woorden(oud: Sequence[str], nieuw: Sequence[str]) -> Iterator[tuple[Aandeel, str]]:
    if len(oud) + len(nieuw) > MEESTE_WOORDEN:
        yield Aandeel.WEG, "".join(oud)
        yield Aandeel.ERBIJ, "".join(nieuw)
        return
    for soort, a, b, c, d in SequenceMatcher(None, oud, nieuw, autojunk=False).get_opcodes():
        if soort == "equal":
            yield Aandeel.GELIJK, "".join(oud[a:b])
        else:
            yield Aandeel.WEG, "".join(oud[a:b])
            yield Aandeel.ERBIJ, "".join(nieuw[c:d])


def _samen(delen: Iterator[tuple[Aandeel, str]]) -> Iterator[tuple[Aandeel, str]]:
    """Join neighbours of one kind and leave out what is empty."""
    vorig: Aandeel | None = None
    tekst = ""
    for aandeel, stuk in delen:
        if not stuk:
            continue
        if vorig is not None and aandeel is not vorig:
            yield vorig, tekst
            tekst = ""
        vorig = aandeel
        tekst += stuk
    if vorig is not None:
        yield vorig, tekst


def _teksten(nota: Nota) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield what a reader sees of a nota: a key, a heading and stored text."""
    yield "vorm", ("Vorm", nota.vorm.value)
    yield "onderwerp", ("Onderwerp", nota.onderwerp)
    yield "registratienummer", ("Registratienummer", nota.registratienummer)
    yield "domein", ("Domein", nota.domein)
    yield "behandelaars", ("Behandelend ambtenaar", behandelaarsregels(nota.behandelaars))
    for sectie in sorted(nota.secties, key=lambda sectie: (sectie.volgorde, sectie.id)):
        yield f"sectie {sectie.id}", (sectie.kop, "\n\n".join(filter(None, _sectietekst(nota, sectie))))


def _sectietekst(nota: Nota, sectie: Sectie) -> Iterator[str]:
    if sectie.soort is Sectiesoort.VOORSTEL:
        yield als_tekst(nota.voorstel)
    yield sectie.tekst
    if sectie.soort in _REDENEN:
        for nummer, reden in nota.redenen(_REDENEN[sectie.soort]):
            yield f"{nummer} {reden.kop}"
            yield reden.tekst


def _volgorde(oud: Sequence[str], nieuw: Sequence[str]) -> list[str]:
    """Return all keys: those of the new in order, each that is gone behind the one it stood behind."""
    uit = list(nieuw)
    for rang, sleutel in enumerate(oud):
        if sleutel not in uit:
            uit.insert(uit.index(oud[rang - 1]) + 1 if rang else 0, sleutel)
    return uit
