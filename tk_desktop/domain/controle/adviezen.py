"""Was advice that was asked on a nota given in time."""

from collections.abc import Iterator

from tk_desktop.domain.advies import regels
from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.controle.zicht import Vondst, Zicht, vondst
from tk_desktop.domain.datum import lang
from tk_desktop.domain.vergadering import Status

CODES = {"AV01": "Een advies op een nota is gevraagd, de termijn is voorbij en het is er nog niet."}


def controleer_adviezen(zicht: Zicht) -> Iterator[Vondst]:
    """Find advice that is late (A8), while the meeting has yet to come; without a day of today nothing is late."""
    vandaag, vergadering = zicht.context.vandaag, zicht.opname.vergadering
    if vandaag is None or vergadering.status is not Status.GEPLAND or vergadering.datum < vandaag:
        return
    for plek, _, nota in zicht.notas():
        for regel in regels(nota, zicht.context.adviezen.get(nota.id, ()), vandaag):
            if regel.te_laat and regel.telt and regel.advies.uiterlijk is not None:
                van, dag = regel.advies.van, lang(regel.advies.uiterlijk)
                yield vondst(
                    "AV01",
                    Ernst.WAARSCHUWING,
                    plek,
                    f"Het advies van {van} op {plek.kort} is er nog niet; gevraagd was uiterlijk {dag}.",
                    waarom="Het bestuur weet zo niet of deze afdeling het met de nota eens is.",
                    herstel="Vraag het advies na en leg het vast, of haal de vraag weg (Adviezen bij de nota).",
                    waar=f"{plek.waar}, advies van {van}",
                )
