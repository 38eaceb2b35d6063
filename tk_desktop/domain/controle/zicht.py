"""What every check looks at: the places of a meeting, the texts on them and how a finding is worded there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from tk_desktop.domain.advies import Advies
from tk_desktop.domain.agenda import Agendapunt, hoofdpunt
from tk_desktop.domain.bevinding import Bevinding, Ernst
from tk_desktop.domain.boeking import Dubbelboeking
from tk_desktop.domain.cijfertabel import Cijfertabel
from tk_desktop.domain.geheimhouding import Geheimhouding
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import Nota
from tk_desktop.domain.opmaak import lees_stukjes, platte_tekst, samenvoegen
from tk_desktop.domain.stuk import Stuk
from tk_desktop.domain.voorstel import Voorstelpunt
from tk_desktop.domain.zitting import Zitting


@dataclass(frozen=True, slots=True, kw_only=True)
class Controlecontext:
    """What a meeting cannot know of itself.

    ``registratienummers`` holds by number every nota of the werkmap that bears it, this meeting included, named as
    ``Momentopname.aanduiding`` does (``BC WK 11-3-2026 2a``); ``zelfde_bestand`` does so by the SHA-256 of a file.
    ``paginateksten`` holds the text of each page of a received paper, by the id of that paper; ``verborgen`` the words
    that its file carries beside those pages. ``geheimen_elders`` holds the titles of what is besloten and not in this
    meeting: in another one, taken off an agenda, or put away; ``nummers_elders`` the registration numbers of besloten
    nota's that were put away. Each stands with the name of that paper or item. ``besloten_elders`` holds by SHA-256 the
    names of the besloten papers with that file that are not in this meeting now: an earlier version of one that is,
    too; ``openbaar_elders`` those of the public papers with it in other meetings. ``adviezen`` holds the advice on a
    nota, by its id; ``geheimhoudingen`` the duties of secrecy on what is in this meeting; ``vandaag`` is the day of the
    check, without which nothing is late.

    ``zitting`` is what was done in the meeting; ``besluitnummers_elders`` names by number the other meetings that gave
    it to a besluit too; ``later_gehouden`` is the day of the next meeting of the body that was held. ``tabellen`` holds
    by the id of a paper the tables of amounts that were taken over from it, ``gelakt`` the names that
    were redacted in it; ``gelakt_elders`` names by SHA-256 the papers with that file on which passages were marked.
    ``dubbelboekingen`` are the meetings at the same time that ask the same people or room.
    """

    registratienummers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    paginateksten: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    verborgen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    zelfde_bestand: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    besloten_elders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    openbaar_elders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    geheimen_elders: tuple[tuple[str, str], ...] = ()
    nummers_elders: tuple[tuple[str, str], ...] = ()
    adviezen: Mapping[str, tuple[Advies, ...]] = field(default_factory=dict)
    geheimhoudingen: tuple[Geheimhouding, ...] = ()
    vandaag: date | None = None
    zitting: Zitting | None = None
    besluitnummers_elders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    later_gehouden: date | None = None
    tabellen: Mapping[str, tuple[Cijfertabel, ...]] = field(default_factory=dict)
    gelakt: Mapping[str, frozenset[str]] = field(default_factory=dict)
    gelakt_elders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    dubbelboekingen: tuple[Dubbelboeking, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plek:
    """A place in the meeting: its rank in the order of the paper, its name in a list and its name in a sentence.

    ``id`` is that of the item or paper; the meeting and its letter have none.
    """

    rang: int
    waar: str
    kort: str
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekst:
    """A text as a reader sees it, with its place and the part it stands in (a section, the title).

    ``stuk`` is the paper it belongs to, when it belongs to one; placeholders stand in it unfilled.
    """

    plek: Plek
    deel: str
    tekst: str
    besloten: bool = False
    stuk: Stuk | None = None

    @property
    def waar(self) -> str:
        """The name of this text in a list of findings."""
        return f"{self.plek.waar}, {self.deel}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vondst:
    """A finding with its rank in the order of the paper.

    ``plaats`` names where it stands in words that everybody may read; empty where nobody needs such a name.
    """

    rang: int
    bevinding: Bevinding
    plaats: str = ""


VERGADERING = Plek(rang=-2, waar="Vergadering", kort="de vergadering")
BRIEF = Plek(rang=-1, waar="Uitnodigingsbrief", kort="de uitnodigingsbrief")


@dataclass(frozen=True, slots=True, kw_only=True)
class Zicht:
    """A meeting laid out for its checks: each place is named once, each text is read once."""

    opname: Momentopname
    context: Controlecontext
    plek_van: Mapping[str, Plek]
    teksten: tuple[Tekst, ...]

    @classmethod
    def op(cls, opname: Momentopname, context: Controlecontext) -> Self:
        """Return the view on one meeting."""
        plekken = dict(_plekken(opname))
        return cls(opname=opname, context=context, plek_van=plekken, teksten=tuple(_teksten(opname, plekken)))

    def notas(self) -> Iterator[tuple[Plek, Stuk, Nota]]:
        """Go through the nota's of this meeting, in the order of the paper."""
        for stuk in self.stukken():
            if stuk.id in self.opname.notas:
                yield self.plek_van[stuk.id], stuk, self.opname.notas[stuk.id]

    def stukken(self) -> list[Stuk]:
        """Return all papers and bijlagen in the order of the paper."""
        return sorted(self.opname.stukken, key=lambda stuk: self.plek_van[stuk.id].rang)

    def subpunten(self, punt: Agendapunt) -> list[Agendapunt]:
        """Return the items under a main item."""
        alle = {ander.id: ander for ander in self.opname.agendapunten}
        return [ander for ander in alle.values() if ander is not punt and hoofdpunt(ander, alle) is punt]

    def is_hier(self, naam: str) -> bool:
        """Tell whether a name among all meetings is of a paper of this one."""
        return any(naam == self.opname.aanduiding(stuk) for stuk in self.opname.stukken)


def vondst(
    code: str,
    ernst: Ernst,
    plek: Plek,
    wat: str,
    *,
    waarom: str,
    herstel: str,
    waar: str | None = None,
    keuze: str = "",
) -> Vondst:
    """Return a finding on a place; ``waar`` names a smaller place than the whole, ``keuze`` what is to be chosen."""
    bevinding = Bevinding(
        code=code,
        ernst=ernst,
        waar=waar or plek.waar,
        wat=wat,
        waarom=waarom,
        zo_herstelt_u=herstel,
        bij=plek.id,
        keuze=keuze,
    )
    return Vondst(rang=plek.rang, bevinding=bevinding)


def citaat(tekst: str, lengte: int = 80) -> str:
    """Return a text between quotes, cut at a word when it is long."""
    schoon = " ".join(tekst.split())
    if len(schoon) > lengte:
        schoon = schoon[:lengte].rsplit(" ", 1)[0] + " …"
    return f"‘{schoon}’"


def voorsteltekst(punt: Voorstelpunt) -> str:
    """Return one point of a proposal as plain text, with the points under it."""
    delen = [samenvoegen(lees_stukjes(punt.tekst)), *(voorsteltekst(onder) for onder in punt.onder)]
    return " ".join(delen)


def _plekken(opname: Momentopname) -> Iterator[tuple[str, Plek]]:
    rang = 0
    gehad: set[str] = set()
    for punt in opname.agendapunten:
        nummer = str(opname.nummers.get(punt.id, ""))
        yield (
            punt.id,
            Plek(rang=rang, waar=f"{nummer} {punt.titel}".strip(), kort=nummer or citaat(punt.titel), id=punt.id),
        )
        rang += 1
        for stuk in opname.stukken_bij(punt):
            for deel in _met_bijlagen(opname, stuk, gehad):
                yield deel.id, _plek_van_stuk(opname, deel, rang)
                rang += 1
    for stuk in opname.stukken:
        if stuk.id not in gehad:
            yield stuk.id, _plek_van_stuk(opname, stuk, rang)
            rang += 1


def _met_bijlagen(opname: Momentopname, stuk: Stuk, gehad: set[str]) -> Iterator[Stuk]:
    if stuk.id in gehad:
        return
    gehad.add(stuk.id)
    yield stuk
    for bijlage in opname.bijlagen_bij(stuk):
        yield from _met_bijlagen(opname, bijlage, gehad)


def _plek_van_stuk(opname: Momentopname, stuk: Stuk, rang: int) -> Plek:
    label = opname.label(stuk)
    return Plek(rang=rang, waar=f"{label} {stuk.titel}".strip(), kort=label or citaat(stuk.titel), id=stuk.id)


def _teksten(opname: Momentopname, plekken: Mapping[str, Plek]) -> Iterator[Tekst]:
    if opname.brief is not None:
        yield Tekst(plek=BRIEF, deel="onderwerp", tekst=opname.brief.onderwerp)
        yield Tekst(plek=BRIEF, deel="tekst", tekst=platte_tekst(opname.brief.tekst))
    for punt in opname.agendapunten:
        besloten = opname.is_besloten(punt)
        voorstel = "\n".join(voorsteltekst(deel) for deel in punt.voorstel)
        delen = (("titel", punt.titel), ("toelichting", platte_tekst(punt.toelichting)), ("voorstel", voorstel))
        yield from (Tekst(plek=plekken[punt.id], deel=deel, tekst=t, besloten=besloten) for deel, t in delen if t)
    for stuk in sorted(opname.stukken, key=lambda stuk: plekken[stuk.id].rang):
        besloten = opname.stuk_is_besloten(stuk)
        nota = opname.notas.get(stuk.id)
        for deel, t in (("titel", stuk.titel), *(_notateksten(nota) if nota else ())):
            if t:
                yield Tekst(plek=plekken[stuk.id], deel=deel, tekst=t, besloten=besloten, stuk=stuk)


def _notateksten(nota: Nota) -> Iterator[tuple[str, str]]:
    yield "Onderwerp", nota.onderwerp
    yield "Voorstel", "\n".join(voorsteltekst(punt) for punt in nota.voorstel)
    for reden in nota.argumenten:
        kop = samenvoegen(lees_stukjes(reden.kop))
        yield f"{reden.aard.value} {citaat(kop, 40)}", f"{kop}\n{platte_tekst(reden.tekst)}"
    for sectie in nota.secties:
        yield sectie.kop, platte_tekst(sectie.tekst)
