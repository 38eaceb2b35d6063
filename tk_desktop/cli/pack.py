"""``tk pack``: make a vergaderset, or the sheets to send after one."""

from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import click

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import sha256
from tk_desktop.base.klok import dit_moment
from tk_desktop.cli.gedeeld import (
    choose_vergadering,
    json_optie,
    kluis_van,
    print_json,
    progress,
    vergadering_optie,
    werkmap_optie,
)
from tk_desktop.cli.inzage import log_bestanden
from tk_desktop.cli.nederlands import Opdracht
from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.gemaakt import GemaakteSet
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.domain.vergaderset import Doelgroep, Vergaderset
from tk_desktop.export.bladen import bestandsnaam
from tk_desktop.export.pdf import write_nazending, write_pdf
from tk_desktop.minutes.kopieen import secret_in
from tk_desktop.pack.controleren import check
from tk_desktop.pack.samenstellen import Keuze, assemble, like_sent, variant_van
from tk_desktop.pack.uitgeven import latest_uitgave, record_uitgave
from tk_desktop.store.slot import schrijfslot
from tk_desktop.store.werkmap import Store


class LidNietGenoemd(TkError):
    """A set for one member was asked for without saying which."""

    code = "TK-C04"
    melding = "Voor welk lid is de set?"
    veilig = "Er is niets gemaakt."
    advies = "Noem het lid met --lid ‘Naam’."


class LidNietGevraagd(TkError):
    """A member was named for a set that is not for one member."""

    code = "TK-C06"
    melding = "Een lid noemen kan alleen bij een set voor dat ene lid."
    veilig = "Er is niets gemaakt."
    advies = "Zet er --audience lid bij, of laat --lid weg."


class NazendingNietVerzonden(TkError):
    """A nazending was asked for and to be kept as a set that was sent, in one go."""

    code = "TK-C07"
    melding = "Een nazending wordt niet als verzonden vastgelegd: zij hoort bij de set die al is verzonden."
    veilig = "Er is niets gemaakt."
    advies = "Maak de nazending zonder --verzonden. Verstuurt u een hele nieuwe set, laat dan --nazending weg."


class ControleVindtFouten(TkError):
    """A set was asked for only if the check finds no fault."""

    code = "TK-C08"
    melding = "De set is niet gemaakt: de controle heeft {aantal}, te beginnen bij {eerste}."
    veilig = "Uw vergadering is niet veranderd."
    advies = "Los ze op of aanvaard ze (`tk check`), of maak de set zonder --streng."


@click.command(
    cls=Opdracht,
    short_help="Maak een vergaderset als één pdf.",
    help="Maak de vergaderset als één pdf: voor de leden, de ambtenaren, iedereen (openbaar) of één lid. Wat niet "
    "veranderde wordt niet opnieuw gemaakt. Besloten punten gaan nooit mee in de openbare set of die voor ambtenaren.",
    epilog="tk pack --audience openbaar --uit openbaar.pdf --werkmap ./werkmap",
)
@werkmap_optie
@vergadering_optie
@click.option(
    "--audience",
    type=click.Choice([soort.value for soort in Doelgroep]),
    default=Doelgroep.LEDEN.value,
    show_default=True,
    help="Voor wie de set is.",
)
@click.option("--lid", default="", metavar="NAAM", help="Voor welk lid, bij --audience lid.")
@click.option("--uit", type=click.Path(path_type=Path), metavar="BESTAND|MAP", help="Waar de pdf komt.")
@click.option("--zonder-nummers", is_flag=True, help="Druk geen agendapunt en bladzijdenummer op de bladen.")
@click.option("--zonder-inhoud", is_flag=True, help="Maak geen inhoudsopgave.")
@click.option("--zonder-brief", is_flag=True, help="Laat de uitnodigingsbrief weg.")
@click.option("--rechts", is_flag=True, help="Begin elk stuk op een rechterbladzijde.")
@click.option("--schutbladen", is_flag=True, help="Zet een schutblad voor elk agendapunt met stukken.")
@click.option(
    "--streng", is_flag=True, help="Maak geen set zolang er een stuk ontbreekt of de controle een fout vindt."
)
@click.option("--verzonden", is_flag=True, help="Leg vast dat deze set is verzonden, voor een latere nazending.")
@click.option("--nazending", is_flag=True, help="Maak alleen de bladen die sinds de verzonden set veranderden.")
@json_optie
def pack(
    *,
    werkmap: Path,
    vergadering: str,
    audience: str,
    lid: str,
    uit: Path | None,
    zonder_nummers: bool,
    zonder_inhoud: bool,
    zonder_brief: bool,
    rechts: bool,
    schutbladen: bool,
    streng: bool,
    verzonden: bool,
    nazending: bool,
    als_json: bool,
) -> int:
    """Plan the set, write it, and tell what stands where."""
    doelgroep = _doelgroep(audience, lid)
    if nazending and verzonden:
        raise NazendingNietVerzonden
    keuze = Keuze(
        bladnummers=not zonder_nummers,
        inhoud=not zonder_inhoud,
        brief=not zonder_brief,
        rechts=rechts,
        schutbladen=schutbladen,
        ontbrekende_toestaan=not streng,
    )
    with Store.open(werkmap, kluis_van(werkmap)) as store, schrijfslot(werkmap) if verzonden else nullcontext():
        gekozen = choose_vergadering(store, vergadering)
        cache = store.cache
        if nazending:
            uitgave = latest_uitgave(store, gekozen.id, variant_van(store.opname(gekozen.id), doelgroep, lid))
            keuze = like_sent(keuze, uitgave)
            plan = assemble(store, gekozen.id, doelgroep, lid=lid, keuze=keuze)
            doel = _doel(plan, uit, "nazending")
            _met_log(store, plan)
            lijst = write_nazending(plan, uitgave, doel, bestand=store.bestanden.open, cache=cache)
            _toon_nazending(doel, plan, lijst, als_json=als_json)
            return 0
        plan = assemble(store, gekozen.id, doelgroep, lid=lid, keuze=keuze)
        fouten = [bevinding for bevinding in check(store, gekozen.id) if bevinding.ernst is Ernst.FOUT]
        if streng and fouten:
            raise ControleVindtFouten(aantal=meervoud(len(fouten), *_BEVINDING), eerste=fouten[0].waar)
        doel = _doel(plan, uit, "vergaderset")
        plan = _met_log(store, plan)
        gemaakt = write_pdf(plan, doel, bestand=store.bestanden.open, cache=cache, progress=progress())
        if verzonden:
            record_uitgave(store, gekozen.id, gemaakt, sha256(doel), moment=dit_moment(), bestandsnaam=doel.name)
    if als_json:
        print_json(als_gegevens(doel, gemaakt))
    else:
        toon(doel, gemaakt)
        if fouten:
            aantal = meervoud(len(fouten), *_BEVINDING)
            click.echo(f"  Let op: de controle heeft {aantal}; `tk check` noemt ze.")
    return 0


_BEVINDING = ("ernstige bevinding", "ernstige bevindingen")


def _met_log(store: Store, plan: Vergaderset) -> Vergaderset:
    """Write down what is secret in a set that is going to be made, and return the set with the number of that (J13)."""
    ids = [deel.stuk_id for deel in plan.onderdelen if deel.stuk_id is not None]
    geheim = secret_in(plan.opname, ids)
    merk = log_bestanden(store, plan.opname.vergadering.id, geheim, "tk pack", voor=plan.variant.naam)
    return replace(plan, exemplaar=merk)


def _doelgroep(audience: str, lid: str) -> Doelgroep:
    """Return for whom the set is; naming a member never gives a set for others."""
    gevraagd = Doelgroep(audience)
    if gevraagd is Doelgroep.LID and not lid:
        raise LidNietGenoemd
    if lid and gevraagd is not Doelgroep.LID:
        raise LidNietGevraagd
    return gevraagd


def als_gegevens(doel: Path, gemaakt: GemaakteSet) -> dict[str, object]:
    """Return what was made, for a program."""
    return {
        "pdf": str(doel),
        "paginas": gemaakt.paginas,
        "stukken": [
            {"nummer": deel.label, "titel": deel.titel, "van": deel.van, "tot": deel.tot} for deel in gemaakt.delen
        ],
        "variant": str(gemaakt.variant),
        "pdfa": gemaakt.is_archiefwaardig,
        "bezwaren": [
            {"nummer": deel.label, "titel": deel.titel, "waarom": list(deel.bezwaren)}
            for deel in gemaakt.delen
            if deel.bezwaren
        ],
        "nagezonden": list(gemaakt.nagezonden),
        "los": [bestand.naam for bestand in gemaakt.los],
        "niet_mee": list(gemaakt.niet_mee),
    }


def toon(doel: Path, gemaakt: GemaakteSet) -> None:
    """Print what was made, and what the secretaris should know of it."""
    click.echo(f"{doel} ({gemaakt.variant}): {meervoud(gemaakt.paginas, 'bladzijde', 'bladzijden')}")
    for deel in gemaakt.delen:
        paginas = str(deel.van) if deel.van == deel.tot else f"{deel.van}-{deel.tot}"
        soort = "schutblad: " if deel.sleutel.startswith("schutblad") else ""
        click.echo(f"  blz. {paginas:<8} {deel.label:<12} {soort}{deel.titel}")
    if gemaakt.is_archiefwaardig:
        click.echo("  Geschikt om te bewaren: PDF/A-3b.")
    for deel in gemaakt.delen:
        if deel.bezwaren:
            click.echo(f"  Geen PDF/A door {deel.label} ‘{deel.titel}’: {'; '.join(deel.bezwaren)}.")
    for naam in gemaakt.nagezonden:
        click.echo(f"  Let op: {naam} ontbreekt; er is een blad ‘wordt nagezonden’ voor gemaakt.")
    for bestand in gemaakt.los:
        click.echo(f"  {bestand.naam} zit als los bestand in de pdf.")
    for naam in gemaakt.niet_mee:
        click.echo(f"  Let op: ‘{naam}’ gaat als los bestand niet mee in deze set; maak er een pdf van.")


def _doel(plan: Vergaderset, uit: Path | None, wat: str) -> Path:
    naam = f"{bestandsnaam(plan.opname, f'{wat} {plan.variant}')}.pdf"
    if uit is None:
        return Path(naam)
    return uit / naam if uit.is_dir() or not uit.suffix else uit


def _toon_nazending(doel: Path, plan: Vergaderset, lijst: tuple[str, ...], *, als_json: bool) -> None:
    if als_json:
        print_json({"pdf": str(doel), "variant": str(plan.variant), "opdrachten": list(lijst)})
        return
    click.echo(f"{doel} (nazending, {plan.variant})")
    for opdracht in lijst:
        click.echo(f"  {opdracht}")
