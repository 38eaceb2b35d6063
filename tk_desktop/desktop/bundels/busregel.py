"""What the inbox says of a postbus, in words."""

from datetime import datetime
from typing import TYPE_CHECKING

from tk_desktop.desktop.bundels.post import Post, Stand, maat
from tk_desktop.desktop.bundels.postbusvraag import RITMES

if TYPE_CHECKING:
    from tk_desktop.exchange.postbus.nieuws import Nieuws
    from tk_desktop.exchange.postbus.ronde import Ronde


def nieuws_van(nieuws: "Nieuws") -> str:
    """Return what waits in a postbus, before anything comes here."""
    delen = []
    if nieuws.is_er:
        wat = "Er ligt 1 bericht" if nieuws.meldingen == 1 else f"Er liggen {nieuws.meldingen} berichten"
        van = f" van {_en(nieuws.van)}" if nieuws.van else ""
        groot = f", {maat(nieuws.lengte)} zonder de stukken" if nieuws.lengte else ""
        delen.append(f"{wat}{van}{groot}.")
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
        telling = [
            f"{woord} {sum(getattr(een, veld) for een in gekregen)}"
            for woord, veld in (
                ("nieuw", "nieuw"),
                ("gewijzigd", "gewijzigd"),
                ("verwijderd", "verwijderd"),
                ("stukken", "stukken"),
                ("te beoordelen", "conflicten"),
            )
        ]
        namen = tuple(dict.fromkeys(een.afzender for een in gekregen))
        delen.append(f"Opgehaald van {_en(namen)}: {' · '.join(telling)}.")
        over = tuple(dict.fromkeys(naam for een in gekregen for naam in een.vergaderingen))
        if over:
            delen.append(f"Gaat over: {'; '.join(over)}.")
    else:
        delen.append("Er was niets nieuws op te halen.")
    delen.append("Verstuurd wat hier nieuw was." if not ronde.verstuurd.niets_nieuws else "Er was niets te versturen.")
    return " ".join(delen)


def gebreken_van(ronde: "Ronde") -> str:
    """Return what was found wanting, line by line; empty when all was well."""
    gehaald, regels = ronde.opgehaald, []
    if gehaald.volgt_nog:
        regels.append(f"Nog te komen: {gehaald.volgt_nog} {'stuk' if gehaald.volgt_nog == 1 else 'stukken'}.")
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
    laatst = f" Laatst gekeken om {gekeken:%H.%M} uur." if gekeken is not None else ""
    regels = [f"{post.naam}. {kijkt if ritme else 'Het programma kijkt alleen als u het vraagt.'}{laatst}"]
    if post.melding:
        regels.append(post.melding)
    if post.stand is Stand.KLAAR:
        regels.append("Er wordt eerst een reservekopie gemaakt. Alles is daarna ongedaan te maken.")
    return "\n".join(regels)


def _en(namen: tuple[str, ...]) -> str:
    """Return names as a list in a sentence."""
    return namen[0] if len(namen) == 1 else f"{', '.join(namen[:-1])} en {namen[-1]}"
