"""Volmacht: a member who is absent, or leaves, lets another member vote in their place (G5)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import time

from tk_desktop.base.errors import TkError
from tk_desktop.domain.presentie import Presentie


class VolmachtOnmogelijk(TkError):
    """A volmacht was to be given to who cannot vote by it, or by who has no vote to give."""

    code = "TK-B79"
    melding = "{van} kan geen volmacht geven aan ‘{aan}’."
    veilig = "Er is niets gewijzigd."
    advies = "Kies een ander lid dat aanwezig is en stemrecht heeft; een lid met een vervanger geeft geen volmacht."


class VolmachtenVol(TkError):
    """Somebody was to have more volmachten at one item than the body allows."""

    code = "TK-B82"
    melding = "{aan} zou bij punt {nummer} voor {aantal} anderen stemmen, en dit gremium staat er {hoogstens} toe."
    veilig = "Er is niets gewijzigd."
    advies = "Kies een ander lid, of wijzig bij de gegevens van het gremium hoeveel volmachten één lid mag hebben."


def geef_volmacht(
    lijst: Sequence[Presentie], wie: Presentie, naam: str, *, vanaf: str | None, om: time | None, rij: Sequence[str]
) -> tuple[Presentie, Presentie | None]:
    """Return the row of the volmacht of ``wie`` to the member of that name, and what remains of the row that was there.

    It holds from an item on (``vanaf``; ``None``: all of them). Who was there before it, or gave it to another until
    then, keeps that in their own row; the row of the volmacht has the id of ``wie`` then and must get its own. Who
    comes later has it until then. Raises ``VolmachtOnmogelijk``.
    """
    begin = rij.index(vanaf) if vanaf in rij else 0
    aan = _houder(lijst, wie, naam, rij[begin:], rij)
    if aan is None or not wie.heeft_stem:
        raise VolmachtOnmogelijk(van=wie.naam, aan=naam.strip())
    van, tot = wie.grenzen(rij)
    gegeven = replace(
        wie,
        aanwezig=False,
        van_punt_id=rij[begin] if begin else None,
        tot_punt_id=None,
        gekomen=None,
        vertrokken=None,
        volmacht_id=aan.id,
    )
    if wie.aanwezig and van > begin:
        return replace(gegeven, tot_punt_id=rij[van - 1], met_bericht=False), wie
    if van >= begin or not (wie.aanwezig or wie.volmacht_id):
        return replace(gegeven, met_bericht=True), None
    gegeven = replace(gegeven, met_bericht=wie.met_bericht)
    if tot < begin:
        return gegeven, wie
    return gegeven, replace(wie, tot_punt_id=rij[begin - 1], vertrokken=om if wie.aanwezig else None)


def zonder_volmacht_vanaf(
    lijst: Iterable[Presentie], wie: Presentie, punt_id: str | None, rij: Sequence[str]
) -> Iterator[tuple[Presentie, Presentie | None]]:
    """Yield the rows by which somebody gave a volmacht that ends when they come in at an item, with what remains.

    ``None`` remains where it held at no item before.
    """
    begin = rij.index(punt_id) if punt_id in rij else 0
    for een in lijst:
        if een.persoon != wie.persoon or een.aanwezig or een.volmacht_id is None:
            continue
        van, tot = een.grenzen(rij)
        if tot >= begin:
            yield een, replace(een, tot_punt_id=rij[begin - 1]) if van < begin else None


def volmachten_bij(
    lijst: Sequence[Presentie], punt_id: str, rij: Sequence[str]
) -> Mapping[tuple[str, str, str], tuple[Presentie, ...]]:
    """Return by person (``Presentie.persoon``) who gave them a volmacht that holds at an item."""
    personen = {een.id: een.persoon for een in lijst}
    uit: dict[tuple[str, str, str], tuple[Presentie, ...]] = {}
    for een in lijst:
        houder = personen.get(een.volmacht_id or "")
        if houder is not None and not een.aanwezig and een.geldt_bij(punt_id, rij):
            uit[houder] = (*uit.get(houder, ()), een)
    return uit


def require_niet_vol(
    lijst: Sequence[Presentie], hoogstens: int | None, rij: Sequence[str], nummers: Mapping[str, object]
) -> None:
    """Raise ``VolmachtenVol`` when somebody votes for more others at an item than the body allows (``None``: any)."""
    if hoogstens is None:
        return
    namen = {een.persoon: een.naam for een in lijst}
    for punt_id in rij:
        for persoon, gevers in volmachten_bij(lijst, punt_id, rij).items():
            if len(gevers) > hoogstens:
                raise VolmachtenVol(
                    aan=namen[persoon], nummer=str(nummers[punt_id]), aantal=len(gevers), hoogstens=hoogstens
                )


def _houder(
    lijst: Sequence[Presentie], wie: Presentie, naam: str, vanaf: Sequence[str], rij: Sequence[str]
) -> Presentie | None:
    """Return the row of the other member of that name who is there to vote, unless the seat has a substitute there."""
    gezocht = " ".join(naam.split()).casefold()
    anderen = [een for een in lijst if een.persoon != wie.persoon and een.aanwezig]
    if any(een.zetel == wie.zetel for een in anderen):
        return None
    kunnen = [een for een in anderen if een.naam.casefold() == gezocht and een.heeft_stem]
    er = [een for een in kunnen if any(een.is_bij(id_, rij) for id_ in vanaf)]
    return next(iter(er or (kunnen if not rij else ())), None)
