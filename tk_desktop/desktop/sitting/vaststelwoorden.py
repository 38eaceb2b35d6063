"""What happened to an approved verslag, in sentences for the screen."""

from tk_desktop.domain.datum import kort
from tk_desktop.domain.gewijzigd import Wijziging
from tk_desktop.domain.verslag import Heropening
from tk_desktop.domain.zitting import Zitting

_LANG = 160


def achterafzin(zitting: Zitting) -> str:
    """Return that what was approved was kept later only, and what that means; empty when it was kept at once."""
    vast = zitting.vast
    if vast is None or vast.achteraf is None:
        return ""
    return (
        f" De tekst ervan is pas op {kort(vast.achteraf)} bewaard: "
        "wat er tussen die twee dagen is gewijzigd, is niet meer na te gaan."
    )


def heropeningszin(een: Heropening) -> str:
    """Return that an approved verslag became a draft again, when and by whom."""
    door = f" door {een.wie}" if een.wie else ""
    eerder = f"Eerder vastgesteld op {kort(een.vastgesteld_op)}; " if een.vastgesteld_op else "Eerder vastgesteld; "
    return f"{eerder}op {kort(een.datum)}{door} weer concept gemaakt."


def wijzigingszin(zitting: Zitting, een: Wijziging) -> str:
    """Return what says something else than was approved: where it is, what stood there, and what stands there now."""
    opname = zitting.opname
    nummer = opname.nummers.get(een.punt_id or "") or zitting.zoals_vastgesteld().opname.nummers.get(een.punt_id or "")
    bij = f"Punt {nummer}, " if nummer is not None else ""
    zin = f"{bij}{een.wat}: er stond {_citaat(een.was)}, en nu {_citaat(een.nu)}."
    return f"{zin[:1].upper()}{zin[1:]}"


def _citaat(tekst: str) -> str:
    if not tekst:
        return "niets"
    return f"‘{tekst}’" if len(tekst) <= _LANG else f"‘{tekst[:_LANG].rstrip()}…’"
