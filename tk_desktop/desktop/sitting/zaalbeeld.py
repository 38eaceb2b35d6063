"""What the room may see of a meeting, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.stemwoorden import ingediend
from tk_desktop.domain.zitting import Zitting


@dataclass(frozen=True, slots=True, kw_only=True)
class Zaalbeeld:
    """Three lines: of which meeting, what is dealt with, and what goes on there."""

    boven: str
    groot: str
    onder: str = ""


def zaalbeeld(zitting: Zitting, punt: Agendapunt, sprekers: Sequence[str] = ()) -> Zaalbeeld:
    """Return what the room sees at an item; the first of ``sprekers`` speaks, the others wait.

    It is made of what everybody may know: of an item behind closed doors it says no more than that.
    """
    boven = zitting.opname.gremium.naam
    if zitting.opname.vergadering.geeindigd is not None:
        return Zaalbeeld(boven=boven, groot="De vergadering is gesloten")
    if any(een.hervat is None for een in zitting.schorsingen):
        return Zaalbeeld(boven=boven, groot="De vergadering is geschorst")
    open_ = zitting.voor_iedereen()
    if punt.id not in open_.rij:
        return Zaalbeeld(boven=boven, groot="Besloten deel")
    nummer = open_.opname.nummers[punt.id]
    stemmingen = open_.stemmingen_bij(open_.opname.punt(punt.id))
    loopt = [een for een in stemmingen if een.uitgebracht < een.mogelijk and not een.wijze.is_geheim]
    if loopt and not sprekers:
        onder = f"Stemming: {ingediend(loopt[-1]).partition(';')[0] or loopt[-1].onderwerp}"
    else:
        onder = _woorden(sprekers)
    return Zaalbeeld(boven=boven, groot=f"{nummer}  {open_.opname.punt(punt.id).titel}", onder=onder)


def _woorden(sprekers: Sequence[str]) -> str:
    if not sprekers:
        return ""
    aan, *daarna = sprekers
    wacht = f"; daarna: {', '.join(daarna)}" if daarna else ""
    return f"Aan het woord: {aan}{wacht}"
