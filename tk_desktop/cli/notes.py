"""``tk notes``: write the notes of a reader to a file, or take in what somebody wrote in one."""

from contextlib import nullcontext
from functools import partial
from pathlib import Path

import click

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import replacing
from tk_desktop.base.klok import dit_moment
from tk_desktop.base.leesproces import Leesproces
from tk_desktop.cli.gedeeld import (
    choose_vergadering,
    json_optie,
    kluis_van,
    print_json,
    progress,
    vergadering_optie,
    werkmap_optie,
)
from tk_desktop.cli.nederlands import Opdracht
from tk_desktop.cli.wachtwoord import vraag_ja
from tk_desktop.domain.aantekening import Aantekening
from tk_desktop.domain.bewaring import Aantal
from tk_desktop.domain.notenkeuze import Ontvanger, Voor
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.domain.vergadering import Vergadering
from tk_desktop.export.leesbestand import make_leesbestanden, read_papiertekst
from tk_desktop.export.notenuitvoer import Vorm, write_notes
from tk_desktop.intake.notitiebestand import read_notes
from tk_desktop.intake.notitieinname import Leespapier, compare_notes, take_in_notes
from tk_desktop.pack.notenset import Notenset, gather_notes
from tk_desktop.pack.samenstellen import assemble_for_reader
from tk_desktop.store.slot import schrijfslot
from tk_desktop.store.werkmap import Store

_VOOR = {"mijzelf": Voor.MIJZELF, "leden": Voor.LEDEN, "secretariaat": Voor.SECRETARIAAT, "openbaar": Voor.OPENBAAR}
_VORM = {".docx": Vorm.LIJST_WORD, ".xlsx": Vorm.LIJST_EXCEL, ".jsonld": Vorm.W3C, ".json": Vorm.W3C, ".pdf": Vorm.SET}


class LezerNietGenoemd(TkError):
    """Several readers wrote notes, or none did, and nobody was named."""

    code = "TK-C09"
    melding = "Van wie zijn de aantekeningen? Bij deze vergadering schreven: {wie}."
    veilig = "Er is niets gewijzigd."
    advies = "Noem de lezer met --lezer ‘Naam’."


class UitOfIn(TkError):
    """Notes were to be written and taken in at once, or neither."""

    code = "TK-C10"
    melding = "Gaan de aantekeningen naar een bestand, of komen ze eruit?"
    veilig = "Er is niets gewijzigd."
    advies = "Geef --uit met de naam van het nieuwe bestand, of --in met een bestand waarin aantekeningen staan."


class VormOnbekend(TkError):
    """The name of the file does not tell in which form notes are written."""

    code = "TK-C11"
    melding = "In de vorm ‘{achter}’ kan TK Desktop geen aantekeningen schrijven."
    veilig = "Er is niets gemaakt."
    advies = "Laat de naam eindigen op .pdf, .docx, .xlsx of .jsonld."


@click.command(
    cls=Opdracht,
    short_help="Schrijf aantekeningen naar een bestand, of neem ze in.",
    help="Schrijf de aantekeningen van één lezer: op de stukken (.pdf), als lijst (.docx, .xlsx, of .pdf met --lijst), "
    "of in het open formaat van het W3C (.jsonld). Met --in neemt u in wat in een pdf of in dat open formaat staat; "
    "niets komt er twee keer in. Voor een ander gaat alleen mee wat met die lezer is gedeeld.",
    epilog="tk notes --uit aantekeningen.docx --werkmap ./werkmap\ntk notes --in terug.pdf --werkmap ./werkmap",
)
@werkmap_optie
@vergadering_optie
@click.option("--uit", type=click.Path(path_type=Path), metavar="BESTAND", help="Waar de aantekeningen komen.")
@click.option("--in", "bron", type=click.Path(path_type=Path), metavar="BESTAND", help="Waar aantekeningen in staan.")
@click.option("--lezer", default="", metavar="NAAM", help="Van wie de aantekeningen zijn.")
@click.option(
    "--voor",
    default="mijzelf",
    show_default=True,
    metavar="WIE",
    help="mijzelf, leden, secretariaat, openbaar of een naam.",
)
@click.option("--lijst", is_flag=True, help="Schrijf een pdf met een lijst, zonder de stukken.")
@click.option("--van-anderen", is_flag=True, help="Bij --in: laat ze van wie erbij staat, niet van de lezer.")
@click.option("--achtergebleven", is_flag=True, help="Wat u schreef bij vergaderingen die weg zijn; ook met --uit.")
@click.option("--vernietig", is_flag=True, help="Bij --achtergebleven: vernietig het daarna, voorgoed.")
@json_optie
def notes(
    *,
    werkmap: Path,
    vergadering: str,
    uit: Path | None,
    bron: Path | None,
    lezer: str,
    voor: str,
    lijst: bool,
    van_anderen: bool,
    achtergebleven: bool,
    vernietig: bool,
    als_json: bool,
) -> int:
    """Write or take in, and tell how many notes."""
    if achtergebleven:
        return _toon_achtergebleven(werkmap, uit, weg=vernietig, als_json=als_json)
    with Store.open(werkmap, kluis_van(werkmap)) as store:
        gekozen = choose_vergadering(store, vergadering)
        wie = lezer or _enige_lezer(store.aantekeningen.van_vergadering(gekozen.id))
        if uit is not None and bron is None:
            lees = partial(read_papiertekst, bestand=store.bestanden.open, cache=store.cache)
            gekregen = gather_notes(store, gekozen.id, _ontvanger(voor), lezer=wie, lees=lees)
            uitkomst = _schrijf(store, gekregen, uit, lijst=lijst)
        elif bron is not None and uit is None:
            with schrijfslot(werkmap):
                uitkomst = _neem_in(store, gekozen, bron, wie, als_eigen=not van_anderen)
        else:
            raise UitOfIn
    if als_json:
        print_json(uitkomst)
    else:
        click.echo(_in_woorden(uitkomst))
    return 0


def _schrijf(store: Store, gekregen: Notenset, uit: Path, *, lijst: bool) -> dict[str, object]:
    vorm = _VORM.get(uit.suffix.casefold())
    if vorm is None:
        raise VormOnbekend(achter=uit.suffix or uit.name)
    bewaard = write_notes(
        Vorm.LIJST_PDF if lijst and vorm is Vorm.SET else vorm,
        gekregen.plan,
        gekregen.keuze.noten,
        uit,
        lezer=gekregen.lezer,
        bestand=store.bestanden.open,
        cache=store.cache,
        progress=progress(),
    )
    return {
        "bestand": str(uit),
        "aantekeningen": bewaard.aantekeningen,
        "niet_geplaatst": bewaard.niet_geplaatst,
        "niet_gedeeld": gekregen.keuze.prive,
        "afgeschermd": gekregen.keuze.afgeschermd,
        "zonder_plek": gekregen.keuze.zonder_plek,
    }


def _neem_in(store: Store, vergadering: Vergadering, bron: Path, lezer: str, *, als_eigen: bool) -> dict[str, object]:
    plan = assemble_for_reader(store, vergadering.id, lezer)
    stappen = progress()
    bestanden = make_leesbestanden(
        plan, store.versies.van_stuk, bestand=store.bestanden.open, cache=store.cache, progress=stappen
    )
    papieren = [
        Leespapier(sleutel=een.sleutel, agendapunt_id=punt, versie=een.versie, pad=een.pad)
        for een, punt in bestanden
        if een.pad is not None
    ]
    with Leesproces() as leest:
        gelezen = read_notes(bron, vergadering.id, papieren, moment=dit_moment(), progress=stappen, lezer=leest)
    inname = compare_notes(store, vergadering.id, gelezen, lezer=lezer, als_eigen=als_eigen)
    take_in_notes(store, inname)
    return {
        "nieuw": len(inname.nieuw),
        "gewijzigd": len(inname.gewijzigd),
        "bekend": inname.bekend,
        "niet_geplaatst": inname.niet_geplaatst,
        "overgeslagen": gelezen.overgeslagen,
    }


def _toon_achtergebleven(werkmap: Path, uit: Path | None, *, weg: bool, als_json: bool) -> int:
    """Show, or write as plain text, what stayed behind of meetings that others took away; then let it go when asked."""
    with Store.open(werkmap, kluis_van(werkmap)) as store, schrijfslot(werkmap) if weg else nullcontext():
        alle = store.achterblijvers.van(store.bewerkingen.persoon)
        aantal = sum((een.aantal for een in alle), Aantal())
        tekst = "\n\n".join("\n".join(een.woorden) for een in alle)
        if uit is not None:
            with replacing(uit) as deel:
                deel.write_text(f"{tekst}\n", encoding="utf-8")
        if weg and alle and vraag_ja(f"Voorgoed vernietigen: {aantal} bij vergaderingen die weg zijn. Doorgaan?"):
            store.vernietig_achterblijvers()
    if als_json:
        print_json({"achtergebleven": [{"soort": een.soort, "woorden": list(een.woorden)} for een in alle]})
    else:
        click.echo(
            "\n\n".join(een for een in ("" if uit else tekst, f"Bij vergaderingen die weg zijn: {aantal}.") if een)
        )
    return 0


def _ontvanger(voor: str) -> Ontvanger:
    bekend = _VOOR.get(voor.casefold())
    return Ontvanger(voor=bekend) if bekend is not None else Ontvanger(voor=Voor.LEZER, naam=voor)


def _enige_lezer(aantekeningen: tuple[Aantekening, ...]) -> str:
    """Return who wrote all notes of a meeting; raises ``LezerNietGenoemd`` when that is not one person."""
    wie = sorted({een.eigenaar for een in aantekeningen})
    if len(wie) != 1:
        raise LezerNietGenoemd(wie=", ".join(wie) or "niemand")
    return wie[0]


def _in_woorden(uitkomst: dict[str, object]) -> str:
    def aantal(naam: str) -> int:
        waarde = uitkomst.get(naam, 0)
        return waarde if isinstance(waarde, int) else 0

    if "bestand" in uitkomst:
        regels = [f"{uitkomst['bestand']}: {meervoud(aantal('aantekeningen'), 'aantekening', 'aantekeningen')}."]
        if aantal("niet_gedeeld"):
            regels.append(f"{aantal('niet_gedeeld')} niet meegegeven: niet gedeeld met deze lezer.")
        if aantal("afgeschermd"):
            regels.append(f"{aantal('afgeschermd')} niet meegegeven: besloten voor deze lezer.")
        if aantal("zonder_plek"):
            regels.append(
                f"{aantal('zonder_plek')} niet meegegeven: zonder woorden, en niet in de versie van deze lezer."
            )
    else:
        regels = [f"Nieuw: {aantal('nieuw')}, gewijzigd: {aantal('gewijzigd')}, al bekend: {aantal('bekend')}."]
    if aantal("niet_geplaatst"):
        regels.append(f"{aantal('niet_geplaatst')} niet teruggevonden in deze versie van de stukken.")
    return "\n".join(regels)
