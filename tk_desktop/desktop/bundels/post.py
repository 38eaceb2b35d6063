"""A bundle in the inbox, and what it brings in words."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from tk_desktop.domain.datum import lang, uur
from tk_desktop.domain.getal import omvang

if TYPE_CHECKING:
    from tk_desktop.exchange.ontvangen import Ontvangst


class Stand(StrEnum):
    """How far a bundle in the inbox is."""

    WACHT = "nog niet gelezen"
    LEEST = "wordt gelezen…"
    KLAAR = "klaar om te verwerken"
    WOORDEN = "eerst woorden vergelijken"
    BEKEND = "niets nieuws"
    GEWEIGERD = "geweigerd"
    BEZIG = "wordt verwerkt…"
    VERWERKT = "verwerkt"


BEELDEN = {
    Stand.WACHT: "circle",
    Stand.LEEST: "clock",
    Stand.KLAAR: "mail",
    Stand.WOORDEN: "circle-question-mark",
    Stand.BEKEND: "check",
    Stand.GEWEIGERD: "circle-x",
    Stand.BEZIG: "clock",
    Stand.VERWERKT: "circle-check",
}
_BUSWOORDEN = {
    Stand.WACHT: "nog niet gekeken",
    Stand.LEEST: "er wordt gekeken…",
    Stand.KLAAR: "er is iets nieuws",
    Stand.GEWEIGERD: "niet gelukt",
    Stand.BEZIG: "ophalen en versturen…",
    Stand.VERWERKT: "opgehaald en verstuurd",
}
EERST = "Er wordt eerst een reservekopie gemaakt. Alles is daarna ongedaan te maken."


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One file, or a postbus (its address); ``melding`` says why it is refused or waits, or what is in the postbus.

    ``verify`` belongs to what comes from a secretariat for the first time, ``maker`` names who wrote in a postbus.
    """

    grootte: int
    moment: datetime
    pad: Path = Path()
    postbus: str = ""
    stand: Stand = Stand.WACHT
    brengt: "Ontvangst | None" = None
    melding: str = ""
    verify: str = ""
    maker: str = ""

    @property
    def van(self) -> str:
        """Who made it, as far as that is known."""
        return self.brengt.afzender if self.brengt else self.maker

    @property
    def naam(self) -> str:
        """What it is called in the list."""
        return f"Postbus {self.postbus.removeprefix('map:')}" if self.postbus else self.pad.name

    @property
    def sleutel(self) -> str:
        """What tells it from the others in the list."""
        return self.postbus or str(self.pad)

    @property
    def staat(self) -> str:
        """How far it is, in words."""
        return (_BUSWOORDEN if self.postbus else {}).get(self.stand, self.stand.value)


def uitleg(post: Post) -> str:
    """Return what the user reads of one bundle, line by line."""
    gekregen = post.brengt
    if gekregen is None:
        return post.melding or f"{post.pad.name}, {omvang(post.grootte)}."
    wanneer = f"{lang(post.moment.date(), met_dag=True).capitalize()}, {uur(post.moment)}"
    regels = [
        f"Van {gekregen.afzender} ({gekregen.apparaat}), {gekregen.organisatie}. {wanneer}, {omvang(post.grootte)}. "
        "Handtekening klopt; de afzender is bekend."
    ]
    if gekregen.volume is not None:
        regels.append(f"Deel {gekregen.volume.deel} van {gekregen.volume.delen}; de volgorde maakt niet uit.")
    if gekregen.al_bekend:
        regels.append("Er staat niets in wat hier niet al is.")
    else:
        regels.append(telling(gekregen))
    if gekregen.vergaderingen:
        regels.append(f"Gaat over: {'; '.join(gekregen.vergaderingen)}.")
    if gekregen.volgt_nog:
        regels.append(_volgt(gekregen.volgt_nog, stand=post.stand))
    if gekregen.gaten:
        regels.append("Er ontbreekt een eerdere bundel; wat daarin stond, komt met de volgende mee.")
    regels += [f"Overgeslagen ({reden.value}): {aantal}." for reden, aantal in gekregen.overgeslagen.items()]
    if post.stand is Stand.KLAAR:
        regels.append(EERST)
    return "\n".join(regels)


def telling(gekregen: "Ontvangst") -> str:
    """Return what is new, changed, gone, to be judged and only here, in one line."""
    delen = [
        f"nieuw {gekregen.nieuw}",
        f"gewijzigd {gekregen.gewijzigd}",
        f"verwijderd {gekregen.verwijderd}",
        f"te beoordelen {gekregen.conflicten}",
        f"alleen hier {gekregen.alleen_hier}",
    ]
    return " · ".join(delen)


def _volgt(aantal: int, *, stand: Stand) -> str:
    if stand is Stand.KLAAR:
        return "Er horen stukken bij die nu nog niet hier zijn."
    return "Er volgt nog 1 stuk." if aantal == 1 else f"Er volgen nog {aantal} stukken."
