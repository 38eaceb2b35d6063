"""An action as it is typed between the words of the verslag: ``!GGD/dpg zoekt uit wanneer 4 maart``.

With two marks it is a promise: ``!!wethouder Van Dalen: stuurt de brief rond 4 maart``.
"""

from dataclasses import dataclass
from datetime import date

from tk_desktop.base.errors import TkError
from tk_desktop.domain.actie import Actiesoort
from tk_desktop.domain.datuminvoer import DatumOnbekend, lees_dag

_TEKEN = "!"
_TOEZEGGING = "!!"
_VOORZETSELS = frozenset({"voor", "vóór", "uiterlijk", "op", "per", "tot"})
_HOOGSTENS = 4
"""A day has at most so many words: wo 4 maart 2026."""


class ActieLeeg(TkError):
    """An action was to be kept without saying what there is to do."""

    code = "TK-B02"
    melding = "Een actie zegt wat er te doen is. Er is niets gewijzigd."
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


def lees_actieregel(regel: str, vandaag: date) -> Actieregel:
    """Return what a line says; the first word is who, or all before a colon: ``!Roos van Dalen: belt op 4 maart``.

    A day at the end is by when, with or without ‘voor’, ‘uiterlijk’ or ‘op’ before it; a line without one has none.
    Raises ``ActieLeeg``, ``DatumBestaatNiet`` (31 juni) or ``WeekdagKloptNiet``.
    """
    soort = Actiesoort.TOEZEGGING if regel.strip().startswith(_TOEZEGGING) else Actiesoort.ACTIE
    inhoud = zonder_teken(regel)
    voor_de_punt, punt, na = inhoud.partition(":")
    door, tekst = (voor_de_punt, na) if punt and na.strip() else _eerste_woord(inhoud)
    woorden, voor = _zonder_dag(tekst.split(), vandaag)
    if not woorden:
        raise ActieLeeg
    return Actieregel(door=" ".join(door.split()), tekst=" ".join(woorden), voor=voor, soort=soort)


def zonder_teken(regel: str) -> str:
    """Return what a line says, without the mark or marks before it."""
    return regel.strip().lstrip(_TEKEN).strip()


def _eerste_woord(inhoud: str) -> tuple[str, str]:
    eerste, _, rest = inhoud.partition(" ")
    return eerste, rest


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
