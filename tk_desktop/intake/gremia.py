"""Bodies and people as papers name them, joined to those that are known."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tk_desktop.base.ids import new_id
from tk_desktop.domain.gremium import Gremium, Lidmaatschap, Persoon
from tk_desktop.domain.vergelijken import sleutel
from tk_desktop.intake.ledenlijst import Gelezenlid
from tk_desktop.store.werkmap import Store

_SOORTEN = {
    "bestuurscommissie": "BC",
    "algemeen bestuur": "AB",
    "dagelijks bestuur": "DB",
    "ambtelijk overleg": "AO",
    "portefeuillehoudersoverleg": "PHO",
    "bestuurlijk overleg": "BO",
}
_AANHEF = re.compile(r"^(aan\s+)?(de\s+)?(leden\s+van\s+)?((de|het)\s+)?", re.I)


def known_gremium(store: Store, naam: str) -> Gremium | None:
    """Return the body that is known by that name or abbreviation."""
    schoon = sleutel(_zonder_aanhef(naam))
    for bekend in store.gremia.all():
        if schoon and schoon in map(sleutel, (bekend.naam, bekend.afkorting, _half_afgekort(bekend.naam))):
            return bekend
    return None


def lijkt_gremium(naam: str) -> bool:
    """Tell whether words are the name of a body: of a kind that is known, in full or as it is abbreviated."""
    schoon = _zonder_aanhef(naam)
    return _half_afgekort(schoon) != schoon or schoon.partition(" ")[0] in _SOORTEN.values()


def gremium_van(store: Store, naam: str) -> Gremium:
    """Return the body of that name or abbreviation; a new one is kept when none is known."""
    schoon = _zonder_aanhef(naam) or "Gremium"
    if (al := known_gremium(store, schoon)) is not None:
        return al
    for bekend in store.gremia.all():
        if not bekend.afkorting and sleutel(bekend.naam) == sleutel(afkorting(schoon)):
            voluit = replace(bekend, naam=schoon[0].upper() + schoon[1:], afkorting=bekend.naam)
            store.gremia.save(voluit)
            return voluit
    nieuw = Gremium(id=new_id(), naam=schoon[0].upper() + schoon[1:], afkorting=afkorting(schoon))
    store.gremia.save(nieuw)
    return nieuw


def afkorting(naam: str) -> str:
    """Return how a board abbreviates its name: ``Bestuurscommissie Publieke Gezondheid`` is ``BC PG``.

    A name of an unknown kind is not abbreviated.
    """
    half = _half_afgekort(naam)
    if half == naam:
        return ""
    soort, _, rest = half.partition(" ")
    letters = "".join(woord[0] for woord in rest.split() if woord[0].isalpha() and len(woord) > 2)
    return f"{soort} {letters.upper()}".strip()


def persoon_van(store: Store, naam: str) -> Persoon:
    """Return the person of exactly that name; a new one is kept when none is known."""
    schoon = " ".join(naam.split())
    for bekend in store.personen.all():
        if bekend.naam.casefold() == schoon.casefold():
            return bekend
    nieuw = Persoon(id=new_id(), naam=schoon)
    store.personen.save(nieuw)
    return nieuw


def neem_leden_op(store: Store, gremium: Gremium, leden: Sequence[Gelezenlid]) -> None:
    """Keep the seats of a body as a list names them; a seat that is known is brought up to date."""
    bekend = {(lid.persoon_id, lid.rol): lid for lid in store.leden.van_gremium(gremium.id)}
    zetels: list[tuple[Gelezenlid, Lidmaatschap]] = []
    for gelezen in leden:
        persoon = persoon_van(store, gelezen.naam)
        if gelezen.functie and persoon.functie != gelezen.functie:
            persoon = replace(persoon, functie=gelezen.functie)
            store.personen.save(persoon)
        oud = bekend.get((persoon.id, gelezen.rol))
        zetel = replace(
            oud or Lidmaatschap(id=new_id(), gremium_id=gremium.id, persoon_id=persoon.id, rol=gelezen.rol),
            namens=gelezen.namens,
            mandaat_van=gelezen.mandaat_van,
            mandaat_tot=gelezen.mandaat_tot,
            stemgewicht=gelezen.stemgewicht,
        )
        zetels.append((gelezen, zetel))
    per_naam = {gelezen.naam.casefold(): zetel.id for gelezen, zetel in reversed(zetels)}
    for gelezen, zetel in zetels:
        store.leden.save(replace(zetel, vervangt=per_naam.get(gelezen.vervangt.casefold())))


def _zonder_aanhef(naam: str) -> str:
    return " ".join(_AANHEF.sub("", naam).split())


def _half_afgekort(naam: str) -> str:
    """Return ``BC Publieke Gezondheid`` for the full name."""
    for soort, kort in _SOORTEN.items():
        if naam.casefold().startswith(soort):
            return f"{kort}{naam[len(soort) :]}"
    return naam
