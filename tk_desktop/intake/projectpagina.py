"""Pages of a report about single projects: what is aimed at, and which project a subproject is part of.

Columns run together in a text: the words of a page are there, the order of its columns is not. So an aim is taken
over only where a page has as many as it has projects, each behind its project, and whole; results stay in the paper.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tk_desktop.domain.programmalezing import Gelezenfase
from tk_desktop.intake.regels import Regel, samen, zin_af

_SOORT = re.compile(r"(?P<sub>Sub)?project(?:\s+(?P<van>\S.*))?", re.I)
_DOEL = re.compile(r"(?:Doelstelling|Doel|Beoogd resultaat)", re.I)
_KOPJE = re.compile(r"Gerealiseerde resultaten|Doelstelling|Project|Subproject\b.*|Bijzonderheden|Opmerking", re.I)
_DEFINITIE = re.compile(r"(?P<naam>[A-Z][a-zë]*fase)\s*\((?P<kern>[^()]{2,40})\)\s*:?")
_LANGSTE_NAAM = 60
_MEESTE_NAAM = 3
_KORT = re.compile(r"[A-Z][A-Za-z&]{1,7}")
_MINST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Projectpagina:
    """A project on a page of its own: its name there, what it is part of (``ouder`` may be empty), what it aims at."""

    naam: str
    is_sub: bool
    ouder: str
    doel: str


def vind_projectpaginas(regels: Sequence[Regel]) -> tuple[Projectpagina, ...]:
    """Return the projects that have a page, or a part of one, in their order."""
    grenzen = [plaats for plaats, regel in enumerate(regels) if regel.opent_blad]
    uit: list[Projectpagina] = []
    for van, tot in zip([0, *grenzen], [*grenzen, len(regels)], strict=True):
        blad = regels[van:tot]
        titels = list(_titles(blad))
        doelen = list(_aims(blad))
        plaatsen = zip([plaats for plaats, *_ in titels], [plaats for plaats, _ in doelen], strict=False)
        zeker = len(doelen) == len(titels) and all(titel < doel for titel, doel in plaatsen)
        for rang, (_, naam, is_sub, ouder) in enumerate(titels):
            doel = doelen[rang][1] if zeker and zin_af(doelen[rang][1]) else ""
            uit.append(Projectpagina(naam=naam, is_sub=is_sub, ouder=ouder, doel=doel))
    return tuple(uit)


def _titles(blad: Sequence[Regel]) -> Iterator[tuple[int, str, bool, str]]:
    for plaats, regel in enumerate(blad):
        soort = _SOORT.fullmatch(regel.kaal)
        if soort is None or (soort["van"] and not soort["sub"]) or regel.kaal[0].islower():
            continue
        onder = plaats
        while onder and blad[onder - 1].leeg and plaats - onder < 2:
            onder -= 1
        boven = onder
        while boven and not blad[boven - 1].leeg and onder - boven < _MEESTE_NAAM:
            boven -= 1
        delen = [een.tekst for een in blad[boven:onder]]
        if delen and all(len(deel) <= _LANGSTE_NAAM and not zin_af(deel) for deel in delen):
            yield plaats, samen(delen), bool(soort["sub"]), soort["van"] or ""


def _aims(blad: Sequence[Regel]) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs under a heading of an aim."""
    for plaats, regel in enumerate(blad):
        if not _DOEL.fullmatch(regel.kaal):
            continue
        delen: list[str] = []
        for volgende in blad[plaats + 1 :]:
            if _KOPJE.fullmatch(volgende.kaal) or (volgende.leeg and delen and zin_af(delen[-1])):
                break
            if not volgende.leeg:
                delen.append(volgende.tekst)
        yield plaats, samen(delen)


def vind_fasen(regels: Sequence[Regel]) -> tuple[Gelezenfase, ...]:
    """Return the definitions of phases: ``Realisatiefase (doen):`` with the lines under it."""
    uit = []
    for plaats, regel in enumerate(regels):
        treffer = _DEFINITIE.fullmatch(regel.kaal)
        if treffer is None:
            continue
        delen: list[str] = []
        for volgende in regels[plaats + 1 :]:
            if volgende.leeg or _DEFINITIE.fullmatch(volgende.kaal):
                break
            delen.append(volgende.tekst)
        uit.append(Gelezenfase(naam=treffer["naam"], kern=treffer["kern"].strip(), omschrijving=samen(delen)))
    return tuple(uit)


def vind_afkortingen(regels: Sequence[Regel]) -> tuple[tuple[tuple[str, str], ...], str]:
    """Return short forms with what they stand for, and a doubt where these cannot be told.

    A list in two columns comes as a block of short forms and one of long forms: they belong together when there are as
    many of both.
    """
    begin = next((p for p, regel in enumerate(regels) if re.search(r"\bafkortingen$", regel.kaal, re.I)), None)
    if begin is None or not regels[begin].kaal[:1].isupper():
        return (), ""
    blokken = list(_blocks(regels[begin + 1 :]))
    if len(blokken) < 2 or len(blokken[0]) < _MINST or not all(_KORT.fullmatch(kort) for kort in blokken[0]):
        return (), ""
    if len(blokken[0]) != len(blokken[1]):
        return (
            (),
            f"Er staan {len(blokken[0])} afkortingen en {len(blokken[1])} omschrijvingen; ze zijn niet gekoppeld.",
        )
    return tuple(zip(blokken[0], blokken[1], strict=True)), ""


def _blocks(regels: Sequence[Regel]) -> Iterator[list[str]]:
    blok: list[str] = []
    for regel in regels:
        if regel.leeg or (regel.opent_blad and blok):
            if blok:
                yield blok
            blok = []
            if regel.opent_blad:
                return
        if not regel.leeg:
            blok.append(regel.kaal)
    if blok:
        yield blok
