"""The parts of a set as PDF, made once: what did not change is taken from the cache of the werkmap (D13)."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace

from tk_desktop import __version__
from tk_desktop.base.errors import BestandNietGevonden
from tk_desktop.base.files import read_bytes
from tk_desktop.base.kluispad import Pad
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.vergaderset import Onderdeel, Onderdeelsoort, Vergaderset
from tk_desktop.export.bladen import (
    Ankers,
    Inhoudsregel,
    geen_ankers,
    schrijf_agenda,
    schrijf_brief,
    schrijf_inhoud,
    schrijf_nagezonden,
    schrijf_nota,
    schrijf_schutblad,
)
from tk_desktop.export.vingerafdruk import Vingerafdruk
from tk_desktop.paper.blad import Blad
from tk_desktop.paper.cache import Bladcache, Gereed, StukVeranderd
from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.tagged import TaggedDocument

Schrijver = Callable[[Blad], None]
"""Puts one paper on a sheet."""


class Delenmaker:
    """Makes the parts of one set, in one house style, with one cache folder.

    A cached part is named by a digest of all that is printed on it, where its links lead, the house style and this
    program's version, so that a part is never old; the folder may be removed at any time. What a part *holds* is
    another digest, of the words alone: another version, house style or place in the set leaves it as it is.
    """

    def __init__(
        self, vergaderset: Vergaderset, huisstijl: Huisstijl, cache: Pad, bestand: Callable[[str], Pad]
    ) -> None:
        self._set = vergaderset
        self._huisstijl = huisstijl
        self._cache = Bladcache(cache)
        self._bestand = bestand
        self._grond = (__version__, _stijlsom(huisstijl))

    def maak(self, deel: Onderdeel) -> Gereed:
        """Return one part, made now or before."""
        versie = self._set.opname.versies.get(deel.stuk_id or "")
        if deel.soort is Onderdeelsoort.BESTAND and versie is not None:
            return self._ontvangen(deel, versie.paginabestand)
        gereed = self.eigen(deel.titel, self._schrijver(deel), merken=self._set.merken(deel), later=True)
        return replace(gereed, inhoud=self.inhoud(deel))

    def los(self, deel: Onderdeel) -> Gereed:
        """Return one part that joins no set: its pages bear by themselves what joining else puts on them."""
        return self.eigen(deel.titel, self._schrijver(deel), merken=self._set.merken(deel))

    def inhoud(self, deel: Onderdeel) -> str:
        """Return the digest of what a part holds, without making it; its own number and its links do not count."""
        versie = self._set.opname.versies.get(deel.stuk_id or "")
        if deel.soort is Onderdeelsoort.BESTAND and versie is not None:
            return versie.paginabestand
        vinger = Vingerafdruk()
        self._schrijver(deel, opname=_zonder_plaats(self._set.opname, deel), ankers=geen_ankers)(vinger)
        return vinger.som

    def inhoudsopgave(self, regels: Sequence[Inhoudsregel]) -> Gereed:
        """Return the contents page with these lines."""
        titel = self._set.titel
        return self.eigen("Inhoud", lambda blad: schrijf_inhoud(blad, titel, regels))

    def eigen(self, titel: str, schrijver: Schrijver, merken: Sequence[str] = (), *, later: bool = False) -> Gereed:
        """Return a paper of our own as PDF; with ``later`` it only has room for its marks, which joining prints."""
        som = self._som(titel, schrijver, (*merken, str(later)) if merken else ())

        def maak(doel: Pad) -> Gereed:
            document = TaggedDocument(
                titel=titel,
                huisstijl=self._huisstijl,
                datum=self._set.opname.vergadering.datum,
                auteur=self._set.opname.gremium.naam,
                merken=merken,
                merken_later=later,
            )
            schrijver(document)
            document.write(doel)
            return Gereed(pdf=doel, paginas=document.page_count, inhoud=som)

        return self._cache.get(som) or self._cache.make(som, maak)

    def _ontvangen(self, deel: Onderdeel, som: str) -> Gereed:
        naam = f"{deel.label} {deel.titel}".strip()
        try:
            bron = self._bestand(som)
        except BestandNietGevonden as fout:
            raise StukVeranderd(stuk=naam) from fout
        return self._cache.received(bron, som, naam=naam)

    def _schrijver(
        self, deel: Onderdeel, *, opname: Momentopname | None = None, ankers: Ankers | None = None
    ) -> Schrijver:
        opname, ankers = opname or self._set.opname, ankers or self._set.anker_van
        anker = ankers(deel.stuk_id or "")
        stuk = next((stuk for stuk in opname.stukken if stuk.id == deel.stuk_id), None)
        match deel.soort:
            case Onderdeelsoort.BRIEF:
                return lambda blad: schrijf_brief(blad, opname)
            case Onderdeelsoort.AGENDA:
                return lambda blad: schrijf_agenda(blad, opname, ankers)
            case Onderdeelsoort.SCHUTBLAD:
                punt = opname.punt(deel.punt_id or "")
                return lambda blad: schrijf_schutblad(blad, opname, punt, deel.anker)
            case Onderdeelsoort.NOTA if stuk is not None:
                return lambda blad: schrijf_nota(blad, opname, stuk, ankers)
            case Onderdeelsoort.NAGEZONDEN if stuk is not None:
                return lambda blad: schrijf_nagezonden(blad, opname, stuk, anker)
        raise ValueError(f"{deel.soort} heeft geen eigen blad")

    def _som(self, titel: str, schrijver: Schrijver, merken: Sequence[str]) -> str:
        datum = self._set.opname.vergadering.datum.isoformat()
        vinger = Vingerafdruk(*self._grond, datum, self._set.opname.gremium.naam, titel, *merken)
        schrijver(vinger)
        return vinger.som


def _zonder_plaats(opname: Momentopname, deel: Onderdeel) -> Momentopname:
    """Return the meeting in which a paper has no number of its own: where it stands is not what it holds."""
    stuk = next((stuk for stuk in opname.stukken if stuk.id == deel.stuk_id), None)
    if stuk is None:
        return opname
    punten = {ander.agendapunt_id for ander in opname.stukken if ander.id in (stuk.id, stuk.hoort_bij)}
    return replace(
        opname,
        nummers={id_: Nummer(0) if id_ in punten else nummer for id_, nummer in opname.nummers.items()},
        rangen={**opname.rangen, stuk.id: 0},
    )


def _stijlsom(huisstijl: Huisstijl) -> str:
    """Return a digest of a house style: its values, and the contents of its logo."""
    waarden = [
        str(getattr(huisstijl, veld)) for veld in huisstijl.__slots__ if not veld.startswith(("letter_", "logo"))
    ]
    letters = [pad.name for pad in (huisstijl.letter_gewoon, huisstijl.letter_vet, huisstijl.letter_cursief)]
    logo = hashlib.sha256(read_bytes(huisstijl.logo)).hexdigest() if huisstijl.logo else ""
    return hashlib.sha256("\n".join([*waarden, *letters, logo, str(huisstijl.logo_breedte)]).encode()).hexdigest()
