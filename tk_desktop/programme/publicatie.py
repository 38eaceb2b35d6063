"""Putting the report of a programme over a period on a site, and taking it off with a reason (E4, N8)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import only_id
from tk_desktop.domain.programmapublicatie import Programmapublicatie, Rapport
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.store.werkmap import Store


class RapportNietOpSite(TkError):
    """A report was to be taken off a site on which it does not stand."""

    code = "TK-G09"
    melding = "De rapportage over {periode} staat niet op deze site."
    veilig = "Er is niets gewijzigd."
    advies = "Kies een programma en een periode die er wel staan, of een andere groep lezers."


class IntrekredenNodig(TkError):
    """A report was to go off a site without a reason."""

    code = "TK-G10"
    melding = "Een rapportage van de site halen kan alleen met een reden."
    veilig = "Er is niets gewijzigd."
    advies = "Schrijf erbij waarom, in enkele woorden."


def reports_on_site(
    store: Store, doelgroep: Doelgroep, moment: datetime, erbij: Iterable[Rapport] = (), *, door: str = ""
) -> tuple[Programmapublicatie, ...]:
    """Return what stands on the site of these readers, and as it will be recorded what is to come there at ``moment``.

    The latest stands first.
    """
    staan = store.programma.publicaties.op_site(doelgroep)
    er_al = {een.rapport for een in staan}
    nieuw = [_publicatie(rapport, doelgroep, moment, door) for rapport in dict.fromkeys(erbij) if rapport not in er_al]
    return (*nieuw, *staan)


def record_reports(store: Store, publicaties: Iterable[Programmapublicatie]) -> None:
    """Keep that these reports stand on a site."""
    with store.transaction():
        for een in publicaties:
            store.programma.publicaties.save(een)


def take_report_off(
    store: Store, rapport: Rapport, doelgroep: Doelgroep, reden: str, moment: datetime
) -> Programmapublicatie:
    """Take a report off the site of these readers; raises ``RapportNietOpSite`` or ``IntrekredenNodig``."""
    if not reden.strip():
        raise IntrekredenNodig
    with store.transaction():
        op_site = {een.rapport: een for een in store.programma.publicaties.op_site(doelgroep)}
        if rapport not in op_site:
            raise RapportNietOpSite(periode=rapport.periode)
        weg = replace(op_site[rapport], ingetrokken=moment, reden=reden.strip())
        store.programma.publicaties.save(weg)
    return weg


def _publicatie(rapport: Rapport, doelgroep: Doelgroep, moment: datetime, door: str) -> Programmapublicatie:
    return Programmapublicatie(
        id=only_id("programmapublicatie", *rapport, doelgroep.value),
        programma_id=rapport.programma_id,
        periode=rapport.periode,
        doelgroep=doelgroep,
        geplaatst=moment,
        door=door,
    )
