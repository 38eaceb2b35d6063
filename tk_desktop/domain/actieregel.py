"""An action as it is typed between the words of the verslag: ``!GGD/dpg zoekt uit wanneer 4 maart``.

With two marks it is a promise: ``!!wethouder Van Dalen: stuurt de brief rond 4 maart``.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from tk_desktop.base.errors import TkError
from tk_desktop.domain.actie import Actiesoort
from tk_desktop.domain.actiehouder import lijkt_naam, wie_vooraan
from tk_desktop.domain.datuminvoer import DatumOnbekend, lees_dag

_TEKEN = "!"
_TOEZEGGING = "!!"
_VOORZETSELS = frozenset({"voor", "vóór", "uiterlijk", "op", "per", "tot"})
_DUBBELE_PUNT = re.compile(r":(?!\d)")
_ETIKET = re.compile(r"(actie(?:punt)?|toezegging)(?:\s*:(?!\d)|\s)\s*(?=\S)", re.IGNORECASE)
_NAAM_HOOGSTENS = 5
"""Whom nobody knows has a name of at most so many words before a colon."""
_HOOGSTENS = 4
"""A day has at most so many words: wo 4 maart 2026."""


class ActieLeeg(TkError):
    """An action was to be kept without saying what there is to do."""

    code = "TK-B02"
    melding = "Een actie zegt wat er te doen is."
    veilig = "Er is niets gewijzigd."
    advies = "Typ bijvoorbeeld: !GGD/dpg zoekt uit wanneer het stuk komt 4 maart."


@dataclass(frozen=True, slots=True, kw_only=True)
class Actieregel:
    """What such a line says: who, what and by when; ``door`` is empty and ``voor`` is ``None`` when it does not."""

    door: str
    tekst: str
    voor: date | None = None
    soort: Actiesoort = Actiesoort.ACTIE


def is_actieregel(regel: str) -> bool:
    """Tell whether a line of the verslag is an action."""
    return regel.lstrip().startswith(_TEKEN)


def lees_actieregel(regel: str, vandaag: date, bekend: Collection[str] = ()) -> Actieregel:
    """Return what a line says; who is all before a colon (``!Roos van Dalen: belt op 4 maart``) or who is known.

    Who is not known is named with a capital before the colon; what heads a remark (‘Let op:’) is nobody. ‘Actie:’ and
    ‘Toezegging:’ at the begin say what the mark says too, and fall away. Without a colon only a name of ``bekend``
    (``domain.actiehouder.bekenden``) or a part of an organisation (``GGD/dpg``) says who does it; any other line is of
    nobody, with all its words to do: the check names it (ZT01).
    A day at the end is by when, with or without ‘voor’, ‘uiterlijk’ or ‘op’ before it; a line without one has none.
    Raises ``ActieLeeg``, ``DatumBestaatNiet`` (31 juni) or ``WeekdagKloptNiet``.
    """
    soort = Actiesoort.TOEZEGGING if regel.strip().startswith(_TOEZEGGING) else Actiesoort.ACTIE
    etiket, inhoud = _zonder_etiket(zonder_teken(regel), bekend)
    if etiket == "toezegging":
        soort = Actiesoort.TOEZEGGING
    door, tekst = _verdeeld(inhoud, bekend)
    woorden, voor = _zonder_dag(tekst.split(), vandaag)
    if not woorden:
        raise ActieLeeg
    return Actieregel(door=" ".join(door.split()), tekst=" ".join(woorden), voor=voor, soort=soort)


def zonder_teken(regel: str) -> str:
    """Return what a line says, without the mark or marks before it."""
    return regel.strip().lstrip(_TEKEN).strip()


def _zonder_etiket(inhoud: str, bekend: Collection[str]) -> tuple[str, str]:
    """Split off the word that says what kind of line it is; before a colon or before who it is for, not in a title."""
    etiket = _ETIKET.match(inhoud)
    if etiket is None:
        return "", inhoud
    rest = inhoud[etiket.end() :]
    if ":" in etiket[0] or _voor_de_punt(rest, bekend):
        return etiket[1].casefold(), rest
    return "", inhoud


def _voor_de_punt(inhoud: str, bekend: Collection[str]) -> str | None:
    """Return who stands before a colon, nobody where nothing does; ``None`` when what stands there is no name."""
    voor, *na = _DUBBELE_PUNT.split(inhoud, maxsplit=1)
    wie = voor.split()
    if not na or not na[0].strip():
        return None
    onbekend = not wie or (len(wie) <= _NAAM_HOOGSTENS and lijkt_naam(voor))
    return voor if onbekend or wie_vooraan(wie, bekend) == len(wie) else None


def _verdeeld(inhoud: str, bekend: Collection[str]) -> tuple[str, str]:
    """Split who from what; a colon in a clock time, or at the end of half a sentence, splits nothing."""
    wie = _voor_de_punt(inhoud, bekend)
    if wie is not None:
        return wie, inhoud[len(wie) + 1 :]
    woorden = inhoud.split()
    aantal = wie_vooraan(woorden, bekend)
    return " ".join(woorden[:aantal]).rstrip(","), " ".join(woorden[aantal:])


def _zonder_dag(woorden: list[str], vandaag: date) -> tuple[list[str], date | None]:
    """Split the words from the day at their end, the longest one that is a day."""
    for aantal in range(min(_HOOGSTENS, len(woorden)), 0, -1):
        eerder, dag = woorden[:-aantal], " ".join(woorden[-aantal:]).rstrip(".")
        try:
            gelezen = lees_dag(dag, vandaag)
        except DatumOnbekend:
            continue
        if eerder and eerder[-1].casefold() in _VOORZETSELS:
            eerder = eerder[:-1]
        return eerder, gelezen
    return woorden, None
