"""What ``tk bundle`` says of bundles, in words and for a program."""

from pathlib import Path

import click

from tk_desktop.cli.gedeeld import print_json
from tk_desktop.domain.getal import omvang
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.exchange.inzien import Inzage
from tk_desktop.exchange.ontvangen import Ontvangst
from tk_desktop.exchange.publiceren import Gepubliceerd


def als_gegevens(gekregen: Ontvangst) -> dict[str, object]:
    """Return what came in for a program."""
    velden = ("bestand", "afzender", "bewerkingen", "nieuw", "gewijzigd", "verwijderd", "conflicten", "stukken")
    meer = ("volgt_nog", "gaten", "rooster", "al_bekend", "vergaderingen")
    return {
        **{veld: getattr(gekregen, veld) for veld in (*velden, *meer)},
        "overgeslagen": {reden.value: aantal for reden, aantal in gekregen.overgeslagen.items()},
    }


def met_besloten(gedaan: Gepubliceerd) -> str:
    """Return the words about what of a meeting is besloten; nothing where none of it is."""
    return "; wat besloten is, alleen voor wie het mag lezen" if gedaan.besloten else ""


def in_woorden(gekregen: Ontvangst, werkmap: Path, *, kijk: bool) -> str:
    """Return what came in, or would, in whole sentences."""
    if gekregen.al_bekend:
        return f"{gekregen.bestand}, van {gekregen.afzender}: er staat niets in wat hier niet al is."
    regels = [
        f"{gekregen.bestand}, van {gekregen.afzender} ({gekregen.apparaat}): nieuw {gekregen.nieuw}, "
        f"gewijzigd {gekregen.gewijzigd}, verwijderd {gekregen.verwijderd}, stukken {gekregen.stukken}."
    ]
    if gekregen.vergaderingen:
        regels.append(f"Gaat over: {'; '.join(gekregen.vergaderingen)}.")
    if gekregen.conflicten:
        regels.append(f"Te beoordelen: {meervoud(gekregen.conflicten, 'verschil', 'verschillen')}.")
    if gekregen.volgt_nog:
        regels.append(f"{meervoud(gekregen.volgt_nog, 'stuk volgt', 'stukken volgen')} nog.")
    if gekregen.gaten:
        regels.append("Er ontbreekt een eerdere bundel; wat daarin stond, komt met de volgende mee.")
    regels += [f"Overgeslagen ({reden.value}): {aantal}." for reden, aantal in gekregen.overgeslagen.items()]
    if kijk:
        regels.append("Er is nog niets overgenomen.")
    elif gekregen.vergaderingen:
        regels.append(f"Open nu het venster: tk-desktop --werkmap {werkmap}")
    return "\n".join(regels)


def toon(inzage: Inzage, *, als_json: bool) -> None:
    """Print what anybody can see of a bundle."""
    manifest, rooster = inzage.manifest, inzage.rooster
    if als_json:
        print_json(
            {
                "bestand": inzage.bestand,
                "lengte": inzage.lengte,
                "van": manifest.van,
                "naar": manifest.naar or None,
                "volgnummer": manifest.ctr,
                "rooster": manifest.rooster,
                "organisatie": rooster.organisatie if rooster else None,
                "bewerkingen": dict(inzage.bewerkingen),
                "stukdelen": dict(inzage.stukdelen),
                "leesbaar": [een.naam for een in manifest.leesbaar],
                "gewenst": len(manifest.wil),
            }
        )
        return
    afzender = rooster.apparaat(manifest.van) if rooster else None
    click.echo(f"{inzage.bestand}: bundel {manifest.ctr}, {omvang(inzage.lengte)}, TK Desktop {manifest.app}")
    click.echo(f"Van: {afzender.naam if afzender else 'apparaat'} ({manifest.van})")
    click.echo(f"Voor: {f'apparaat {manifest.naar}' if manifest.naar else 'iedereen'}")
    if manifest.volume:
        click.echo(f"Deel {manifest.volume.deel} van {manifest.volume.delen}")
    for bereik in sorted({*inzage.bewerkingen, *inzage.stukdelen}):
        delen = [meervoud(inzage.bewerkingen.get(bereik, 0), "bewerking", "bewerkingen")]
        delen.append(meervoud(inzage.stukdelen.get(bereik, 0), "deel van een stuk", "delen van stukken"))
        click.echo(f"  {bereik}: {', '.join(delen)}")
    if rooster:
        click.echo(f"Rooster: ‘{rooster.organisatie}’, versie {rooster.versie}")
    for een in manifest.leesbaar:
        click.echo(f"Leesbaar: {een.naam}")
