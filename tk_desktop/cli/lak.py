"""``tk lak``: mark what of a received paper is not for everybody, and make the file without it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from tk_desktop.base.account import account
from tk_desktop.base.errors import TkError
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
from tk_desktop.cli.nederlands import Opdracht
from tk_desktop.domain.aantekening import Vlak
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.opsomming import meervoud, opsomming
from tk_desktop.domain.stuk import Stuk
from tk_desktop.domain.weglakking import Weglakking
from tk_desktop.pack.lakken import (
    Lakuitkomst,
    add_weglakkingen,
    drop_weglakkingen,
    make_all_gelakt,
    make_gelakt,
    marked_version,
)
from tk_desktop.paper.redaction_marks import marks_over_personal_data, marks_over_words
from tk_desktop.paper.signatures import marks_over_signatures
from tk_desktop.store.slot import schrijfslot
from tk_desktop.store.weglakkingen import known_lakgronden
from tk_desktop.store.werkmap import Store

Plekken = list[tuple[Vlak, ...]]
_VRIJ = "Er is niets gelakt: het hele stuk is vrijgegeven voor ambtenaren en publiek."
_NIETS_MEER = "Er is niets meer gelakt. Met --maak en de naam van het stuk krijgt iedereen het hele stuk."


class StukOnbekend(TkError):
    """No paper of the meeting goes by that label, title or id."""

    code = "TK-C15"
    melding = "Er is in deze vergadering geen stuk ‘{stuk}’."
    veilig = "Er is niets gewijzigd."
    advies = "Noem het zoals het op de agenda staat, bijvoorbeeld ‘2a bijl. 1’. Bekend zijn: {bekend}."


@click.command(
    cls=Opdracht,
    short_help="Lak weg wat niet voor iedereen is.",
    help="Wijs in een ontvangen stuk aan wat weg moet voor ambtenaren en publiek: met woorden (--zoek), alle "
    "persoonsgegevens die de controle kent (--gegevens) of een vlak in punten vanaf linksonder (--vlak). Met --maak "
    "wordt de gelakte versie gemaakt en nagekeken; zonder stuk gebeurt dat voor alle stukken waarin is gelakt. Leden "
    "lezen het stuk zoals het is.",
    epilog="tk lak ‘2a bijl. 1’ --zoek ‘Roos van Dalen’ --grond 5.1.2e --maak --werkmap ./werkmap",
)
@click.argument("stuk", default="", metavar="[STUK]")
@werkmap_optie
@vergadering_optie
@click.option("--zoek", multiple=True, metavar="WOORDEN", help="Lak deze woorden, overal waar ze in het stuk staan.")
@click.option("--gegevens", is_flag=True, help="Lak de persoonsgegevens die aan hun vorm te herkennen zijn.")
@click.option(
    "--vlak", type=(int, float, float, float, float), multiple=True, metavar="BLZ X0 Y0 X1 Y1", help="Lak dit."
)
@click.option(
    "--grond", default="5.1.2e", show_default=True, metavar="SLEUTEL", help="Waarom; staat in het zwarte vlak."
)
@click.option("--weg", type=int, multiple=True, metavar="NUMMER", help="Haal deze weglakking uit de lijst weer weg.")
@click.option("--maak", is_flag=True, help="Maak de gelakte versie voor ambtenaren en publiek.")
@json_optie
def lak(  # noqa: PLR0917 - the options of one command
    stuk: str,
    werkmap: Path,
    vergadering: str,
    zoek: tuple[str, ...],
    gegevens: bool,
    vlak: tuple[tuple[int, float, float, float, float], ...],
    grond: str,
    weg: tuple[int, ...],
    maak: bool,
    als_json: bool,
) -> int:
    """Mark, make and list; leave with 1 when a redacted file is still to be made or still tells what went."""
    gemaakt: tuple[Lakuitkomst, ...] = ()
    with Store.open(werkmap, kluis_van(werkmap)) as store:
        gekozen = choose_vergadering(store, vergadering).id
        papier = find_stuk(store.opname(gekozen), stuk) if stuk else None
        if papier is not None:
            versie = marked_version(store, papier.id)
            bron = store.bestanden.open(versie.paginabestand)
            plekken: Plekken = [plek for woorden in zoek for plek in marks_over_words(bron, woorden)]
            if gegevens:
                plekken += [plek for _, plek in marks_over_personal_data(bron)]
                plekken += marks_over_signatures(bron)
            plekken += [(Vlak(*een),) for een in vlak]
            staat = store.weglakkingen.van_versie(versie.id)
            with schrijfslot(werkmap):
                drop_weglakkingen(store, [staat[nummer - 1].id for nummer in weg if 0 < nummer <= len(staat)])
                add_weglakkingen(store, papier.id, plekken, grond, dit_moment(), wie=account())
        if maak:
            with schrijfslot(werkmap):
                gemaakt = (
                    (make_gelakt(store, papier.id, progress()),)
                    if papier is not None
                    else make_all_gelakt(store, gekozen, progress())
                )
        opname = store.opname(gekozen)
        lijst = list(_lijst(store, opname, papier))
    if als_json:
        print_json([_gegevens(opname, een, merken) for een, merken in lijst])
    else:
        _toon(opname, lijst, gemaakt)
    return int(any(opname.gelakt.get(een.id) == "" for een, _ in lijst) or any(een.nog_te_lezen for een in gemaakt))


def find_stuk(opname: Momentopname, naam: str) -> Stuk:
    """Return the paper of that label, title or id, or raise ``StukOnbekend``."""
    gevraagd = naam.strip("‘’'\" ").casefold()
    for stuk in opname.stukken:
        if gevraagd in (opname.label(stuk).casefold(), stuk.titel.casefold(), stuk.id):
            return stuk
    bekend = opsomming(opname.label(stuk) or stuk.titel for stuk in opname.stukken) or "geen"
    raise StukOnbekend(stuk=naam, bekend=bekend)


def _lijst(store: Store, opname: Momentopname, papier: Stuk | None) -> Iterator[tuple[Stuk, tuple[Weglakking, ...]]]:
    for stuk in opname.stukken:
        if stuk == papier or (papier is None and stuk.id in opname.gelakt):
            yield stuk, store.weglakkingen.van_versie(opname.versies[stuk.id].id)


def _toon(
    opname: Momentopname, lijst: Sequence[tuple[Stuk, tuple[Weglakking, ...]]], gemaakt: Sequence[Lakuitkomst]
) -> None:
    gronden = known_lakgronden()
    for stuk, merken in lijst:
        click.echo(f"{opname.aanduiding(stuk)}: {stuk.titel}: {meervoud(len(merken), 'weglakking', 'weglakkingen')}")
        for nummer, merk in enumerate(merken, 1):
            waarom = gronden[merk.grond].naam if merk.grond in gronden else "onbekende grond"
            click.echo(f"  {nummer}. blz. {merk.vlakken[0].pagina}: {merk.grond} ({waarom})")
        if stuk.id in opname.gelakt and not merken:
            click.echo(f"  {_VRIJ if opname.gelakt[stuk.id] else _NIETS_MEER}")
        elif stuk.id in opname.gelakt:
            af = "De gelakte versie is gemaakt en nagekeken."
            click.echo(f"  {af}" if opname.gelakt[stuk.id] else "  De gelakte versie moet nog worden gemaakt (--maak).")
    for een in gemaakt:
        if een.afgebeeld:
            click.echo(f"Als beeld, omdat dat zekerder is: blz. {opsomming(map(str, een.afgebeeld))}.")
        if een.nog_te_lezen:
            click.echo(f"! Dezelfde woorden staan nog leesbaar op blz. {opsomming(map(str, een.nog_te_lezen))}.")
    if not lijst:
        click.echo("In deze vergadering is niets gelakt.")


def _gegevens(opname: Momentopname, stuk: Stuk, merken: Sequence[Weglakking]) -> dict[str, object]:
    return {
        "stuk": opname.aanduiding(stuk),
        "titel": stuk.titel,
        "gelakt": opname.gelakt.get(stuk.id) or None,
        "weglakkingen": [
            {"grond": merk.grond, "vlakken": [[v.pagina, v.x0, v.y0, v.x1, v.y1] for v in merk.vlakken]}
            for merk in merken
        ],
    }
