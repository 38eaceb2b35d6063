"""Who was there, in the words of a verslag: ``Roos van Dalen (Oostwaard; t/m punt 2)`` (catalogue 87-93)."""

from collections.abc import Iterable, Mapping

from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.domain.presentie import PLV_VOORZITTER, Hoedanigheid, Presentie

_GENOEMD = frozenset({Hoedanigheid.VOORZITTER, Hoedanigheid.SECRETARIS})


def naam_op_de_lijst(wie: Presentie, nummers: Mapping[str, Nummer], *ook: Presentie) -> str:
    """Return a name with what stands behind it: role, gemeente, function, and at which items they were there.

    ``ook`` are other rows of the same name: who left and came back has one for each time.
    """
    rol = wie.hoedanigheid.value if wie.hoedanigheid in _GENOEMD else ""
    verslag = "verslag" if wie.hoedanigheid is Hoedanigheid.NOTULIST else ""
    voor = "als vervanger" if wie.hoedanigheid is Hoedanigheid.VERVANGER else ""
    keren = [deel for deel in (_bij_punten(een, nummers) for een in (wie, *ook)) if deel]
    functie = "" if rol and wie.functie == PLV_VOORZITTER else wie.functie
    delen = (rol, wie.namens, voor, functie, verslag, " en ".join(keren))
    achter = "; ".join(deel for deel in delen if deel)
    return f"{wie.naam} ({achter})" if achter else wie.naam


def namenlijst(wie: Iterable[Presentie], nummers: Mapping[str, Nummer]) -> str:
    """Return the names of people as a verslag lists them: each once, also who left and came back."""
    per_naam: dict[tuple[str, str, str, str], list[Presentie]] = {}
    for een in wie:
        per_naam.setdefault((een.naam, een.namens, een.functie, een.hoedanigheid.value), []).append(een)
    return opsomming([naam_op_de_lijst(een, nummers, *ook) for een, *ook in per_naam.values()])


def afwezige(wie: Presentie, lijst: Iterable[Presentie], nummers: Mapping[str, Nummer]) -> str:
    """Return how a verslag names who was absent: with notice, to whom they gave their vote and for which items (G5)."""
    houder = next((een.naam for een in lijst if een.id == wie.volmacht_id), "")
    bericht = "met bericht" if wie.met_bericht else ""
    volmacht = " ".join(deel for deel in (_bij_punten(wie, nummers), f"volmacht aan {houder}") if deel)
    achter = "; ".join(deel for deel in (wie.namens, bericht, volmacht if houder else "") if deel)
    return f"{wie.naam} ({achter})" if achter else wie.naam


def korte_naam(wie: Presentie) -> str:
    """Return how a sentence names somebody: ``Roos van Dalen (Oostwaard)``."""
    return f"{wie.naam} ({wie.namens})" if wie.namens else wie.naam


def _bij_punten(wie: Presentie, nummers: Mapping[str, Nummer]) -> str:
    van, tot = (str(nummers[id_]) if id_ in nummers else "" for id_ in (wie.van_punt_id or "", wie.tot_punt_id or ""))
    match bool(van), bool(tot):
        case True, True:
            return f"bij punt {van}" if van == tot else f"punt {van} t/m {tot}"
        case True, False:
            return f"vanaf punt {van}"
        case False, True:
            return f"t/m punt {tot}"
        case _:
            return ""
