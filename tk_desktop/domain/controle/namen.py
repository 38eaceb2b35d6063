"""Are the people right: names that are nearly those of a member, mandates that have ended (A14)."""

import re
from collections.abc import Iterator

from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.controle.woorden import afstand, woorden
from tk_desktop.domain.controle.zicht import BRIEF, VERGADERING, Plek, Vondst, Zicht, citaat, vondst
from tk_desktop.domain.datum import lang

CODES = {
    "NM01": "Een naam lijkt sterk op die van een lid, maar is anders geschreven.",
    "NM02": "Het mandaat van de voorzitter of de secretaris geldt niet op de dag van de vergadering.",
}

_TUSSENVOEGSELS = {"van", "der", "den", "de", "het", "ter", "ten", "te", "v", "d", "t", "in"}
_TITELS = {"mw", "mevr", "mevrouw", "dhr", "heer", "drs", "dr", "mr", "ir", "ing", "prof"}


def controleer_namen(zicht: Zicht) -> Iterator[Vondst]:
    """Find people who are probably somebody else or sit no longer."""
    yield from _bijna_een_lid(zicht)
    yield from _mandaten(zicht)


def _bijna_een_lid(zicht: Zicht) -> Iterator[Vondst]:
    leden = [zicht.opname.naam(lid.persoon_id) for lid in zicht.opname.leden]
    bekend = {_delen(naam) for naam in leden if naam}
    for plek, rol, naam in _genoemd(zicht):
        if _delen(naam) in bekend:
            continue
        lijkt_op = next((lid for lid in leden if lid and _lijkt_op(_delen(naam), _delen(lid))), None)
        if lijkt_op is not None:
            yield vondst(
                "NM01",
                Ernst.INFO,
                plek,
                f"De naam {citaat(naam)} ({rol}) lijkt op die van {lijkt_op}, maar is anders geschreven.",
                waarom="Een verkeerd geschreven naam valt op, en zoeken op de goede naam lukt niet.",
                herstel="Verbeter de naam als dezelfde persoon bedoeld is.",
                waar=f"{plek.waar}, {naam}",
            )


def _genoemd(zicht: Zicht) -> Iterator[tuple[Plek, str, str]]:
    """Go through the people that the papers of this meeting name: place, role and name."""
    opname = zicht.opname
    yield VERGADERING, "voorzitter", opname.naam(opname.vergadering.voorzitter_id)
    yield VERGADERING, "secretaris", opname.naam(opname.vergadering.secretaris_id)
    if opname.brief is not None:
        yield BRIEF, "ondertekenaar", opname.brief.ondertekenaar
        yield BRIEF, "behandeld door", opname.brief.behandeld_door
    for punt in opname.agendapunten:
        for inleider in punt.inleiders:
            yield zicht.plek_van[punt.id], "inleider", inleider.naam
    for plek, _, nota in zicht.notas():
        for behandelaar in nota.behandelaars:
            yield plek, "behandelend ambtenaar", behandelaar.naam


def _delen(naam: str) -> tuple[str, str]:
    """Return the first name and the family name, without titles, small words and what follows a comma or bracket."""
    kaal = re.split(r"[,;(]", naam)[0]
    alle = [woord for woord in woorden(kaal) if woord not in _TITELS]
    if len(alle) < 2:
        return "", "".join(alle)
    return alle[0], "".join(woord for woord in alle[1:] if woord not in _TUSSENVOEGSELS)


def _lijkt_op(naam: tuple[str, str], lid: tuple[str, str]) -> bool:
    """Tell whether two different names are nearly one; an initial may stand for many first names and tells nothing."""
    (voor, achter), (voor_lid, achter_lid) = naam, lid
    if min(len(voor), len(voor_lid)) < 2 or not achter or not achter_lid:
        return False
    if achter != achter_lid and (min(len(achter), len(achter_lid)) < 5 or afstand(achter, achter_lid) > 1):
        return False
    if voor == voor_lid:
        return achter != achter_lid
    return min(len(voor), len(voor_lid)) >= 4 and afstand(voor, voor_lid) <= 1


def _mandaten(zicht: Zicht) -> Iterator[Vondst]:
    """Judge only people who have a seat in this body; a secretaris without one is not judged."""
    opname, dag = zicht.opname, zicht.opname.vergadering.datum
    for rol, persoon in (
        ("voorzitter", opname.vergadering.voorzitter_id),
        ("secretaris", opname.vergadering.secretaris_id),
    ):
        zetels = [lid for lid in opname.leden if lid.persoon_id == persoon]
        if not zetels or any(lid.geldt_op(dag) for lid in zetels):
            continue
        laatste = max((lid.mandaat_tot for lid in zetels if lid.mandaat_tot and lid.mandaat_tot < dag), default=None)
        wanneer = f"liep tot en met {lang(laatste)}" if laatste else f"is op {lang(dag)} nog niet ingegaan"
        yield vondst(
            "NM02",
            Ernst.WAARSCHUWING,
            VERGADERING,
            f"Het mandaat van {opname.naam(persoon)} ({rol}) {wanneer}.",
            waarom="Op de dag van de vergadering moet iemand anders deze taak hebben, of het mandaat is verlengd.",
            herstel=f"Kies een andere {rol} of werk het mandaat in de ledenlijst bij.",
            waar=f"{VERGADERING.waar}, mandaat {rol}",
        )
