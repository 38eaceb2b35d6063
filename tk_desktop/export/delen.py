"""The parts of a set as PDF, made once: what did not change is taken from the cache of the werkmap."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from tk_desktop import __version__
from tk_desktop.base.files import read_bytes
from tk_desktop.domain.vergaderset import Onderdeel, Onderdeelsoort, Vergaderset
from tk_desktop.export.bladen import (
    schrijf_agenda,
    schrijf_brief,
    schrijf_inhoud,
    schrijf_nagezonden,
    schrijf_nota,
    schrijf_schutblad,
)
from tk_desktop.export.vingerafdruk import Vingerafdruk
from tk_desktop.paper.blad import Blad
from tk_desktop.paper.cache import Bladcache, Gereed
from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.tagged import TaggedDocument

Schrijver = Callable[[Blad], None]
"""Puts one paper on a sheet."""


class Delenmaker:
    """Makes the parts of one set, in one house style, with one cache folder.

    A cached part is named by a digest of all that is printed on it, the house style and this program's version, so
    that a part is never old; the folder may be removed at any time.
    """

    def __init__(
        self, vergaderset: Vergaderset, huisstijl: Huisstijl, cache: Path, bestand: Callable[[str], Path]
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
            return self._cache.received(self._bestand(versie.sha256), versie.sha256)
        return self.eigen(deel.titel, self._schrijver(deel))

    def inhoud(self, deel: Onderdeel) -> str:
        """Return the digest of a part without making it."""
        versie = self._set.opname.versies.get(deel.stuk_id or "")
        if deel.soort is Onderdeelsoort.BESTAND and versie is not None:
            return versie.sha256
        return self._som(deel.titel, self._schrijver(deel))

    def inhoudsopgave(self, regels: list[tuple[str, str, str, str]]) -> Gereed:
        """Return the contents page with these lines."""
        titel = self._set.titel
        return self.eigen("Inhoud", lambda blad: schrijf_inhoud(blad, titel, regels))

    def eigen(self, titel: str, schrijver: Schrijver) -> Gereed:
        """Return a paper of our own as PDF."""
        som = self._som(titel, schrijver)

        def maak(doel: Path) -> tuple[int, tuple[str, ...]]:
            document = TaggedDocument(
                titel=titel,
                huisstijl=self._huisstijl,
                datum=self._set.opname.vergadering.datum,
                auteur=self._set.opname.gremium.naam,
            )
            schrijver(document)
            document.write(doel)
            return document.page_count, ()

        return self._cache.get(som) or self._cache.make(som, maak)

    def _schrijver(self, deel: Onderdeel) -> Schrijver:
        opname, anker = self._set.opname, self._set.anker_van
        stuk = next((stuk for stuk in opname.stukken if stuk.id == deel.stuk_id), None)
        match deel.soort:
            case Onderdeelsoort.BRIEF:
                return lambda blad: schrijf_brief(blad, opname)
            case Onderdeelsoort.AGENDA:
                return lambda blad: schrijf_agenda(blad, opname, anker)
            case Onderdeelsoort.SCHUTBLAD:
                punt = opname.punt(deel.punt_id or "")
                return lambda blad: schrijf_schutblad(blad, opname, punt, deel.anker)
            case Onderdeelsoort.NOTA if stuk is not None:
                return lambda blad: schrijf_nota(blad, opname, stuk, anker)
            case Onderdeelsoort.NAGEZONDEN if stuk is not None:
                return lambda blad: schrijf_nagezonden(blad, opname, stuk, deel.anker)
        raise ValueError(f"{deel.soort} heeft geen eigen blad")

    def _som(self, titel: str, schrijver: Schrijver) -> str:
        datum = self._set.opname.vergadering.datum.isoformat()
        vinger = Vingerafdruk(*self._grond, datum, self._set.opname.gremium.naam, titel)
        schrijver(vinger)
        return vinger.som


def _stijlsom(huisstijl: Huisstijl) -> str:
    """Return a digest of a house style: its values, and the contents of its logo."""
    waarden = [
        str(getattr(huisstijl, veld)) for veld in huisstijl.__slots__ if not veld.startswith(("letter_", "logo"))
    ]
    letters = [pad.name for pad in (huisstijl.letter_gewoon, huisstijl.letter_vet, huisstijl.letter_cursief)]
    logo = hashlib.sha256(read_bytes(huisstijl.logo)).hexdigest() if huisstijl.logo else ""
    return hashlib.sha256("\n".join([*waarden, *letters, logo, str(huisstijl.logo_breedte)]).encode()).hexdigest()
