"""Whether a passage that was found is the passage sought: surely, probably, or not.

A wrong place that is called sure is the one fault that nobody sees. So sure is only what reads the same between words
that stayed as well; what was rewritten is probable at most; a short passage counts for nothing without its
surroundings. Ink and spots lie on no words: what reads the same beside them says where they are to be looked for, and
they are sure only where the page looks the same round them too, or, for a sign that hangs between letters, where those
letters are the same on both sides. Whoever has the pages judges that (``reading.versiezoeker``).
"""

from dataclasses import dataclass
from enum import StrEnum

from tk_desktop.domain.aantekening import Oordeel
from tk_desktop.domain.verankering.reeks import overeenkomst
from tk_desktop.domain.verankering.tekst import Letters
from tk_desktop.domain.verankering.venster import Venster

LANG = 40
"""A passage of so many letters is seldom the same by chance."""

_KORT = 25
_AANSLUITEND = 12
_LANG_AANSLUITEND = 40


class Reden(StrEnum):
    """In a word how a note was placed, or why it was not."""

    EXACT = "exact"
    CONTEXT = "context"
    HERSCHREVEN = "herschreven"
    VERPLAATST = "verplaatst"
    ALLEEN_PLEK = "alleen plek"
    OMGEVING = "omgeving"
    BEELD = "beeld"
    UITEEN = "uiteen"
    WEG = "weg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitspraak:
    """How sure a place is, why, and from 0 to 1 how much speaks for it."""

    oordeel: Oordeel
    reden: Reden
    score: float


NIET_GEVONDEN = Uitspraak(oordeel=Oordeel.NIET_GEVONDEN, reden=Reden.WEG, score=0.0)


def beoordeel(zoek: str, gevonden: Venster, nieuw: Letters, keren: int) -> Uitspraak:
    """Judge a window for a passage (a piece of ``Letters.fijn``) that occurs ``keren`` times in the new text."""
    if gevonden.leeg:
        return NIET_GEVONDEN
    if gevonden.zelfde:
        return _hetzelfde(len(zoek), gevonden, keren)
    return _herschreven(zoek, nieuw.fijn[gevonden.begin : gevonden.eind], gevonden)


def _hetzelfde(lengte: int, gevonden: Venster, keren: int) -> Uitspraak:
    aan_beide = min(gevonden.links, gevonden.rechts) >= _AANSLUITEND
    aansluitend = gevonden.links + gevonden.rechts
    zeker = (
        gevonden.stevig
        and not gevonden.dubbelzinnig
        and (
            (gevonden.context >= 0.5 and (aan_beide or aansluitend >= _LANG_AANSLUITEND))
            or (gevonden.context >= 0.7 and aansluitend >= _AANSLUITEND)
            or (gevonden.context >= 0.4 and lengte >= LANG and keren == 1)
            or (gevonden.context == 1.0 and keren == 1)
        )
    )
    reden = Reden.CONTEXT if keren > 1 else Reden.EXACT
    score = 0.5 + 0.5 * gevonden.context
    if zeker:
        return Uitspraak(oordeel=Oordeel.ZEKER, reden=reden, score=score)
    if gevonden.context >= 0.45 or (gevonden.context >= 0.3 and (aansluitend >= _AANSLUITEND or lengte >= 8)):
        return Uitspraak(oordeel=Oordeel.WAARSCHIJNLIJK, reden=reden, score=score)
    if lengte >= _KORT and keren == 1:
        return Uitspraak(oordeel=Oordeel.WAARSCHIJNLIJK, reden=Reden.VERPLAATST, score=score)
    return NIET_GEVONDEN


def _herschreven(zoek: str, daar: str, gevonden: Venster) -> Uitspraak:
    ingeklemd = min(gevonden.links, gevonden.rechts) >= _AANSLUITEND and gevonden.context >= 0.5
    if len(zoek) <= _KORT and not (gevonden.dekking >= 0.6 and gevonden.context >= 0.4):
        if not ingeklemd or len(daar) > 3 * len(zoek) + 10:
            return NIET_GEVONDEN
        lijkt = overeenkomst(zoek, daar)
        reden = Reden.HERSCHREVEN if lijkt >= 0.6 or gevonden.dekking >= 0.5 else Reden.ALLEEN_PLEK
        return Uitspraak(oordeel=Oordeel.WAARSCHIJNLIJK, reden=reden, score=lijkt / 2)
    genoeg = gevonden.dekking >= 0.5 or (gevonden.dekking >= 0.35 and gevonden.context >= 0.4)
    if not genoeg:
        return NIET_GEVONDEN
    score = gevonden.dekking * (0.5 + 0.5 * gevonden.context)
    return Uitspraak(oordeel=Oordeel.WAARSCHIJNLIJK, reden=Reden.HERSCHREVEN, score=score)
