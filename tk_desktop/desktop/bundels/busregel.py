"""What the inbox says of a postbus, in words."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from tk_desktop.desktop.bundels.post import Post, Stand
from tk_desktop.desktop.bundels.postbusvraag import RITMES
from tk_desktop.domain.datum import uur
from tk_desktop.domain.getal import omvang
from tk_desktop.domain.opsomming import meervoud

if TYPE_CHECKING:
    from tk_desktop.desktop.bundels.postbuswerk import Gezien
    from tk_desktop.exchange.ontvangen import Ontvangst
    from tk_desktop.exchange.postbus.ophalen import Opgehaald
    from tk_desktop.exchange.postbus.ronde import Ronde

_ZONDER_STUKKEN = (
    ("nieuw", "nieuw"),
    ("gewijzigd", "gewijzigd"),
    ("verwijderd", "verwijderd"),
    ("te beoordelen", "conflicten"),
)
_VELDEN = (*_ZONDER_STUKKEN, ("stukken", "stukken"))


def nieuws_van(gezien: "Gezien") -> str:
    """Return what waits in a postbus, before anything comes here."""
    nieuws, delen = gezien.nieuws, []
    if nieuws.is_er:
        wat = "Er ligt 1 bericht" if nieuws.meldingen == 1 else f"Er liggen {nieuws.meldingen} berichten"
        van = f" van {_en(nieuws.van)}" if nieuws.van else ""
        groot = f", {omvang(nieuws.lengte)} zonder de stukken" if nieuws.lengte else ""
        delen.append(f"{wat}{van}{groot}.")
        delen += _zou_brengen(gezien.brengt) if gezien.brengt is not None else []
    else:
        delen.append("Er ligt niets nieuws.")
    if nieuws.te_sturen:
        delen.append("Hier is iets gewijzigd dat de anderen nog niet hebben.")
    return " ".join(delen)


def uitkomst_van(ronde: "Ronde") -> str:
    """Return what came and what went."""
    gekregen = [een for een in ronde.opgehaald.ontvangsten if not een.al_bekend]
    delen = []
    if gekregen:
        namen = tuple(dict.fromkeys(een.afzender for een in gekregen))
        delen.append(f"Opgehaald van {_en(namen)}: {_telling(gekregen, _VELDEN)}.")
        delen += _gaat_over(gekregen)
    else:
        delen.append("Er was niets nieuws op te halen.")
    delen.append("Verstuurd wat hier nieuw was." if not ronde.verstuurd.niets_nieuws else "Er was niets te versturen.")
    return " ".join(delen)


def _zou_brengen(gehaald: "Opgehaald") -> list[str]:
    """Return what fetching would change, and what would be refused."""
    gekregen = [een for een in gehaald.ontvangsten if not een.al_bekend]
    regels = [f"\nDat brengt: {_telling(gekregen, _ZONDER_STUKKEN)}."] if gekregen else []
    geweigerd = [f"\nWordt geweigerd: {een}" for een in dict.fromkeys(gehaald.geweigerd)]
    return [*regels, *_gaat_over(gekregen), *geweigerd]


def _telling(gekregen: "Sequence[Ontvangst]", velden: Sequence[tuple[str, str]]) -> str:
    return " · ".join(f"{woord} {sum(getattr(een, veld) for een in gekregen)}" for woord, veld in velden)


def _gaat_over(gekregen: "Sequence[Ontvangst]") -> list[str]:
    over = tuple(dict.fromkeys(naam for een in gekregen for naam in een.vergaderingen))
    return [f"Gaat over: {'; '.join(over)}."] if over else []


def gebreken_van(ronde: "Ronde") -> str:
    """Return what was found wanting, line by line; empty when all was well."""
    gehaald, regels = ronde.opgehaald, []
    if gehaald.volgt_nog:
        regels.append(f"Nog te komen: {meervoud(gehaald.volgt_nog, 'stuk', 'stukken')}.")
    if gehaald.beschadigd:
        regels.append(f"Beschadigd of weg: {gehaald.beschadigd}. Er is gevraagd om het nog eens te versturen.")
    regels += [f"Geweigerd, er is niets van overgenomen: {een}" for een in dict.fromkeys(gehaald.geweigerd)]
    if ronde.verstuurd.ontbreekt:
        regels.append(f"Niet verstuurd, want niet op deze laptop: {ronde.verstuurd.ontbreekt} stukken.")
    return "\n".join(regels)


def busuitleg(post: Post, ritme: int, gekeken: datetime | None) -> str:
    """Return what the user reads of a postbus."""
    wanneer = dict(RITMES).get(ritme, f"elke {ritme} minuten")
    kijkt = f"Het programma kijkt {wanneer}; er verandert niets voordat u ophaalt."
    laatst = f" Laatst gekeken om {uur(gekeken)}." if gekeken is not None else ""
    regels = [f"{post.naam}. {kijkt if ritme else 'Het programma kijkt alleen als u het vraagt.'}{laatst}"]
    if post.melding:
        regels.append(post.melding)
    if post.stand is Stand.KLAAR:
        regels.append("Er wordt eerst een reservekopie gemaakt. Alles is daarna ongedaan te maken.")
    return "\n".join(regels)


def _en(namen: tuple[str, ...]) -> str:
    """Return names as a list in a sentence."""
    return namen[0] if len(namen) == 1 else f"{', '.join(namen[:-1])} en {namen[-1]}"
