"""Placing the notes of one version of a paper on the next: surely, probably, or in the tray (F11, F12)."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from tk_desktop.domain.aantekening import Anker, Oordeel, Vlak
from tk_desktop.domain.verankering.bladen import HOORT_BIJ, is_zelfde_beeld
from tk_desktop.domain.verankering.oordelen import NIET_GEVONDEN, Reden, Uitspraak, beoordeel
from tk_desktop.domain.verankering.tekst import (
    VERLOREN,
    Documenttekst,
    letters_van,
    tekens,
    zelfde_tekens,
    zelfde_woorden,
)
from tk_desktop.domain.verankering.venster import venster
from tk_desktop.domain.verankering.versies import Versiepaar
from tk_desktop.domain.verankering.zoeken import Passage, Register

CONTEXT = 200
"""So many characters of the running text are kept before and behind a passage."""

_ZELFDE_BLAD = 0.6
_EVENBEELD = 0.5
"""What is new in the new version and this much like a passage with its context, may be that passage rewritten."""

_PLEK = 60
_SAMENHANG = 0.7
_ELDERS_MINSTENS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaatsing:
    """Where a note came to stand in the new version, how sure that is and why.

    What was not found keeps its old passage and context, and the page where it is missed.
    """

    anker: Anker
    oordeel: Oordeel
    reden: Reden
    score: float


def verplaats(
    ankers: Iterable[Anker], oud: Documenttekst | None, nieuw: Documenttekst, *, versie: str
) -> tuple[Plaatsing, ...]:
    """Return for every note, in their order, where it stands in ``nieuw``, the version with this SHA-256.

    ``oud`` is the text of the version that the notes were written on. When it is not there any more the passages
    and their contexts must do. A note on words comes back without rectangles: whoever knows the page draws them. One
    on no words keeps its rectangles, on the page where it stands now, as far from its upper edge as they were.
    """
    plaatser = _Plaatser(Versiepaar(oud or Documenttekst(paginas=()), nieuw), versie)
    return tuple(plaatser.plaats(anker) for anker in ankers)


class _Plaatser:
    """Places notes of one version on one other."""

    def __init__(self, paar: Versiepaar, versie: str) -> None:
        self._paar = paar
        self._versie = versie
        self._alles = "".join(paar.nieuwe_tekst.paginas)
        self._register = Register(paar.nieuw, paar.nieuw.woorden)
        self._vreemd = Register(paar.nieuw, tuple(_ongebruikt(paar)))
        self._ongewijzigd = paar.oude_tekst.paginas == paar.nieuwe_tekst.paginas

    def plaats(self, anker: Anker) -> Plaatsing:
        """Return where a note stands now."""
        if not self._past(anker):
            return self._zoek(anker) or self._niet_gevonden(anker)
        if self._ongewijzigd and self._heeft_tekst(anker.pagina - 1):
            return Plaatsing(
                anker=replace(anker, versie=self._versie), oordeel=Oordeel.ZEKER, reden=Reden.EXACT, score=1.0
            )
        if not anker.citaat.strip():
            return self._zonder_woorden(anker)
        return self._op_woorden(anker) or self._op_beeld(anker) or self._niet_gevonden(anker)

    def _past(self, anker: Anker) -> bool:
        """Tell whether the old text is there and reads at the place of a note as the note says."""
        paginas = self._paar.oude_tekst.paginas
        if anker.eindpagina > len(paginas):
            return False
        if not anker.citaat.strip():
            return True
        delen = paginas[anker.pagina - 1 : anker.eindpagina]
        samen = "".join(delen)[anker.begin :]
        samen = samen[: len(samen) - len(delen[-1]) + anker.eind]
        return zelfde_woorden(letters_van(samen).fijn, letters_van(anker.citaat).fijn)

    def _op_woorden(self, anker: Anker) -> Plaatsing | None:
        """Place a note by the words under it, where they stood or elsewhere."""
        oud, nieuw = self._paar.oud, self._paar.nieuw
        begin, eind = self._spoor(anker)
        if begin >= eind:
            return self._op_rand(anker)
        zoek = oud.fijn[begin:eind]
        daar = venster(oud, nieuw, self._paar.uitlijning, begin, eind)
        if daar is not None:
            uitspraak = beoordeel(zoek, daar, nieuw, nieuw.fijn.count(zoek))
            if uitspraak.oordeel is Oordeel.ZEKER and self._vreemd.lijkt(_passage(anker)) >= _EVENBEELD:
                uitspraak = replace(uitspraak, oordeel=Oordeel.WAARSCHIJNLIJK)
            if uitspraak is not NIET_GEVONDEN:
                return self._geplaatst(anker, (daar.begin, daar.eind), uitspraak)
        return self._zoek(anker) if len(zoek) >= _ELDERS_MINSTENS else None

    def _spoor(self, anker: Anker) -> tuple[int, int]:
        """Return where a passage stands in the running letters of the old text; nothing of a header or footer does."""
        oud = self._paar.oud
        van, tot = oud.plaats(anker.pagina, anker.begin), oud.plaats(anker.eindpagina, anker.eind)
        return oud.in_fijn(van), oud.in_fijn(tot)

    def _zoek(self, anker: Anker) -> Plaatsing | None:
        """Place a note by its passage and context alone; words that stood there before already are not its own."""
        if not anker.citaat.strip():
            return None
        gevonden = self._register.zoek(_passage(anker))
        if gevonden is None:
            return None
        daar, uitspraak = gevonden
        if self._paar.oude_tekst.paginas:
            nieuw = self._paar.nieuw
            van, tot = nieuw.in_grof(daar.begin), nieuw.in_grof(daar.eind)
            if 2 * self._paar.uitlijning.uit_oud(van, tot) > tot - van:
                return None
            uitspraak = replace(uitspraak, oordeel=Oordeel.WAARSCHIJNLIJK, reden=Reden.VERPLAATST)
        return self._geplaatst(anker, (daar.begin, daar.eind), uitspraak)

    def _op_rand(self, anker: Anker) -> Plaatsing | None:
        """Place a note on a header or footer: on the page that its page became, when that reads the same."""
        blad = self._paar.bladen.nieuw_bij(anker.pagina - 1)
        if blad is None or blad[1] < HOORT_BIJ:
            return None
        pagina = letters_van(self._paar.nieuwe_tekst.paginas[blad[0]])
        zoek = letters_van(anker.citaat).fijn
        if not zoek or pagina.fijn.count(zoek) != 1:
            return None
        eerste = pagina.fijn.index(zoek)
        basis = self._paar.nieuw.begin[blad[0]]
        laatste = eerste + len(zoek)
        oordeel = Oordeel.ZEKER if blad[1] >= _ZELFDE_BLAD else Oordeel.WAARSCHIJNLIJK
        gevonden = self._anker(basis + pagina.plek[eerste], basis + pagina.plek[laatste - 1] + 1)
        return _geoordeeld(anker, gevonden, Uitspraak(oordeel=oordeel, reden=Reden.EXACT, score=blad[1]))

    def _op_beeld(self, anker: Anker) -> Plaatsing | None:
        """Place a note where it was on the page when the new page has no text: sure only on the very same picture."""
        naar = self._paar.bladen.zonder_tekst.get(anker.pagina - 1)
        if naar is None:
            return None
        nieuw = replace(
            anker,
            versie=self._versie,
            pagina=naar + 1,
            eindpagina=naar + 1,
            begin=0,
            eind=0,
            vlakken=_op_blad(tuple(vlak for vlak in anker.vlakken if vlak.pagina == anker.pagina), naar + 1),
        )
        if self._is_zelfde_beeld(anker.pagina - 1, naar):
            return Plaatsing(anker=nieuw, oordeel=Oordeel.ZEKER, reden=Reden.EXACT, score=1.0)
        return Plaatsing(anker=nieuw, oordeel=Oordeel.WAARSCHIJNLIJK, reden=Reden.ALLEEN_PLEK, score=0.3)

    def _is_zelfde_beeld(self, hier: int, daar: int) -> bool:
        """Tell whether two pages (from 0) are the very same picture, of which there is one in each version."""
        oud, nieuw = self._paar.oude_tekst.beelden, self._paar.nieuwe_tekst.beelden
        if not (oud and nieuw) or not is_zelfde_beeld(oud[hier], nieuw[daar]):
            return False
        return all([beeld.precies for beeld in beelden].count(oud[hier].precies) == 1 for beelden in (oud, nieuw))

    def _zonder_woorden(self, anker: Anker) -> Plaatsing:
        """Place ink, a spot or a note on a page: with that page when it reads the same, else with the words around."""
        if anker.pagina - 1 in self._paar.ongewijzigd:
            return self._op_zelfde_blad(anker, self._paar.ongewijzigd[anker.pagina - 1])
        if anker.vlakken and self._heeft_tekst(anker.pagina - 1):
            bij_woorden = self._bij_woorden(anker)
            if bij_woorden is not None:
                return bij_woorden
        blad = self._paar.bladen.nieuw_bij(anker.pagina - 1)
        if blad is None or blad[1] < HOORT_BIJ:
            return self._op_beeld(anker) or self._niet_gevonden(anker)
        terug = self._paar.bladen.oud_bij(blad[0])
        zelfde = terug is not None and terug[0] == anker.pagina - 1 and min(blad[1], terug[1]) >= _ZELFDE_BLAD
        zeker = zelfde and not anker.vlakken
        return Plaatsing(
            anker=self._leeg(anker, blad[0] + 1, 0),
            oordeel=Oordeel.ZEKER if zeker else Oordeel.WAARSCHIJNLIJK,
            reden=Reden.EXACT if zeker else Reden.ALLEEN_PLEK,
            score=blad[1],
        )

    def _op_zelfde_blad(self, anker: Anker, naar: int) -> Plaatsing:
        """Place a spot behind as many letters of a page (from 0) that reads the same as it stood behind."""
        oud, nieuw = self._paar.oud, self._paar.nieuw
        eerder = oud.in_fijn(oud.plaats(anker.pagina, anker.begin)) - oud.in_fijn(oud.plaats(anker.pagina, 0))
        letter = min(nieuw.in_fijn(nieuw.begin[naar]) + eerder, len(nieuw.plek) - 1)
        pagina, begin = nieuw.op_pagina(nieuw.plek[letter])
        verder = pagina == naar + 1
        return Plaatsing(
            anker=self._leeg(anker, naar + 1, begin if verder else len(self._paar.nieuwe_tekst.paginas[naar])),
            oordeel=Oordeel.ZEKER,
            reden=Reden.EXACT,
            score=1.0,
        )

    def _bij_woorden(self, anker: Anker) -> Plaatsing | None:
        """Place a spot between the words it stood between."""
        oud, nieuw = self._paar.oud, self._paar.nieuw
        lengte = len(self._paar.oude_tekst.paginas[anker.pagina - 1])
        eerste, midden, laatste = (oud.in_fijn(oud.plaats(anker.pagina, plek)) for plek in (0, anker.begin, lengte))
        van, tot = max(eerste, midden - _PLEK), min(laatste, midden + _PLEK)
        daar = venster(oud, nieuw, self._paar.uitlijning, van, tot)
        if daar is None or daar.leeg or daar.dekking < 0.5:
            return None
        verder = round((midden - van) * (daar.eind - daar.begin) / max(1, tot - van))
        ongeveer = nieuw.plek[min(daar.eind - 1, daar.begin + verder)]
        pagina, begin = nieuw.op_pagina(next(self._naast(anker, midden, (daar.begin, daar.eind)), ongeveer))
        zelfde = self._leest_hetzelfde((van, tot), (daar.begin, daar.eind))
        zeker = zelfde and daar.context >= _SAMENHANG and daar.stevig
        return Plaatsing(
            anker=self._leeg(anker, pagina, begin),
            oordeel=Oordeel.ZEKER if zeker else Oordeel.WAARSCHIJNLIJK,
            reden=Reden.CONTEXT if zeker else Reden.EXACT if zelfde else Reden.OMGEVING,
            score=daar.dekking,
        )

    def _naast(self, anker: Anker, letter: int, daar: tuple[int, int]) -> Iterator[int]:
        """Yield where a spot stands in the new text by the letters on both sides of it (``letter`` is behind it)."""
        oud, nieuw = self._paar.oud, self._paar.nieuw
        spot = oud.plaats(anker.pagina, anker.begin)
        voor, na = (
            next(
                (
                    nieuw.naar_fijn[blok.nieuw]
                    for blok in self._paar.uitlijning.over(oud.in_grof(een), oud.in_grof(een) + 1)
                ),
                -1,
            )
            for een in (letter - 1, letter)
        )
        achter_vorige = letter > 0 and spot - oud.plek[letter - 1] == 1
        for plek, erbij in ((voor, 1), (na, 0)) if achter_vorige else ((na, 0), (voor, 1)):
            if daar[0] <= plek < daar[1]:
                yield nieuw.plek[plek] + erbij

    def _leest_hetzelfde(self, toen: tuple[int, int], nu: tuple[int, int]) -> bool:
        """Tell whether a piece of the old ``Letters.fijn`` and one of the new are the same in every sign and mark."""
        oud, nieuw = (
            alles[letters.plek[van] : letters.plek[tot - 1] + 1]
            for alles, letters, (van, tot) in (
                ("".join(self._paar.oude_tekst.paginas), self._paar.oud, toen),
                (self._alles, self._paar.nieuw, nu),
            )
        )
        return zelfde_tekens(oud, nieuw)

    def _leeg(self, anker: Anker, pagina: int, begin: int) -> Anker:
        """Return the place of what lies on no words, with its rectangles on the page where it stands now."""
        vlakken = _op_blad(anker.vlakken, pagina)
        return Anker(versie=self._versie, pagina=pagina, begin=begin, eind=begin, vlakken=vlakken)

    def _geplaatst(self, stond: Anker, daar: tuple[int, int], uitspraak: Uitspraak) -> Plaatsing:
        """Return a place between two letters of ``Letters.fijn``."""
        plek = self._paar.nieuw.plek
        return _geoordeeld(stond, self._anker(plek[daar[0]], plek[daar[1] - 1] + 1), uitspraak)

    def _anker(self, van: int, tot: int) -> Anker:
        """Return the place of a passage from ``van`` to ``tot`` in all texts laid end to end."""
        pagina, begin = self._paar.nieuw.op_pagina(van)
        eindpagina, eind = self._paar.nieuw.op_pagina(tot - 1)
        return Anker(
            versie=self._versie,
            pagina=pagina,
            begin=begin,
            eindpagina=eindpagina,
            eind=eind + 1,
            citaat=self._alles[van:tot],
            voor=self._alles[max(0, van - CONTEXT) : van],
            na=self._alles[tot : tot + CONTEXT],
        )

    def _niet_gevonden(self, anker: Anker) -> Plaatsing:
        nergens = Anker(
            versie=self._versie, pagina=self._gemist_op(anker), citaat=anker.citaat, voor=anker.voor, na=anker.na
        )
        return Plaatsing(anker=nergens, oordeel=Oordeel.NIET_GEVONDEN, reden=Reden.WEG, score=0.0)

    def _gemist_op(self, anker: Anker) -> int:
        """Return the page of the new version where what stood before a passage ends."""
        oud, nieuw = self._paar.oud, self._paar.nieuw
        if anker.pagina > len(oud.begin):
            return 1
        vorig = self._paar.uitlijning.voor(oud.in_grof(oud.in_fijn(oud.plaats(anker.pagina, anker.begin))))
        return nieuw.op_pagina(nieuw.plek[nieuw.naar_fijn[vorig.nieuw_eind - 1]])[0] if vorig else 1

    def _heeft_tekst(self, blad: int) -> bool:
        return bool(self._paar.oude_tekst.paginas[blad].strip())


def _geoordeeld(stond: Anker, staat: Anker, uitspraak: Uitspraak) -> Plaatsing:
    """Return a place; sure or exact only when every word, figure, sign and mark is the same there and beside it."""
    if not _zelfde(stond, staat):
        reden = Reden.HERSCHREVEN if uitspraak.reden in (Reden.EXACT, Reden.CONTEXT) else uitspraak.reden
        oordeel = Oordeel.WAARSCHIJNLIJK if uitspraak.oordeel is Oordeel.ZEKER else uitspraak.oordeel
        uitspraak = replace(uitspraak, oordeel=oordeel, reden=reden)
    return Plaatsing(anker=staat, oordeel=uitspraak.oordeel, reden=uitspraak.reden, score=uitspraak.score)


def _zelfde(stond: Anker, staat: Anker) -> bool:
    """Tell whether two passages are the same in every word, figure, sign and mark, and in the signs right beside them.

    A minus or a tick beside what was marked is part of what it says.
    """
    naast = ((stond.voor[::-1], staat.voor[::-1]), (stond.na, staat.na))
    return zelfde_tekens(stond.citaat, staat.citaat) and all(
        _tekens_achter(toen) == _tekens_achter(nu) for toen, nu in naast if toen.strip() and nu.strip()
    )


def _tekens_achter(tekst: str) -> str:
    """Return the signs between the begin of a text and its first letter or figure."""
    return "".join(takewhile(lambda teken: not teken.isalnum(), tekens(tekst))).replace(VERLOREN, "")


def _passage(anker: Anker) -> Passage:
    return Passage(citaat=anker.citaat, voor=anker.voor, na=anker.na)


def _ongebruikt(paar: Versiepaar) -> Iterator[int]:
    """Yield the begins of words of the new text that did not stand in the old."""
    vrij = 0
    woorden = paar.nieuw.woorden
    for blok in (*paar.uitlijning.in_nieuw, None):
        van, tot = bisect_left(woorden, vrij), bisect_left(woorden, blok.nieuw if blok else len(paar.nieuw.grof))
        yield from woorden[van:tot]
        vrij = blok.nieuw_eind if blok else 0


def _op_blad(vlakken: tuple[Vlak, ...], pagina: int) -> tuple[Vlak, ...]:
    """Return rectangles on another page; those of a second page stay on the one behind it."""
    eerste = min((vlak.pagina for vlak in vlakken), default=pagina)
    return tuple(replace(vlak, pagina=vlak.pagina - eerste + pagina) for vlak in vlakken)
