"""``tk bescherm``: put a werkmap behind a passphrase, change that, or take it away."""

from enum import StrEnum
from pathlib import Path

import click

from tk_desktop.base.klok import dit_moment
from tk_desktop.cli.gedeeld import progress, werkmap_optie
from tk_desktop.cli.nederlands import Opdracht
from tk_desktop.cli.wachtwoord import WACHTWOORD, vraag_nieuw_wachtwoord, vraag_wachtwoord
from tk_desktop.exchange.bescherming import protect_werkmap, unlock_sleutels, unprotect_werkmap
from tk_desktop.exchange.sleutels import Sleutelbestand
from tk_desktop.store.driver import DATABASE
from tk_desktop.store.fouten import GeenWerkmap
from tk_desktop.store.kluis import is_beschermd
from tk_desktop.store.slot import werkmap_slot
from tk_desktop.store.werkmap import Store

VAN_LAPTOP = "Wachtwoord dat u voor het uitwisselen koos"


class Wat(StrEnum):
    """What is done with the protection."""

    AAN = "aan"
    WIJZIG = "wijzig"
    UIT = "uit"


@click.command(
    cls=Opdracht,
    short_help="Zet een wachtwoord op de werkmap.",
    help=(
        "Versleutel de hele werkmap: de database, alle stukken en de kopieën. Wie het wachtwoord niet heeft, leest er "
        "niets in. Met ‘wijzig’ kiest u een ander wachtwoord, met ‘uit’ haalt u de bescherming weg."
    ),
    epilog="tk bescherm aan --werkmap ./werkmap",
)
@click.argument("wat", type=click.Choice([wat.value for wat in Wat]), metavar="aan|wijzig|uit")
@werkmap_optie
def bescherm(wat: str, werkmap: Path) -> int:
    """Change the protection of a werkmap that no window has open."""
    if not (werkmap / DATABASE).is_file():
        raise GeenWerkmap(map=werkmap.name)
    with werkmap_slot(werkmap):
        if (wat == Wat.AAN) == is_beschermd(werkmap):
            click.echo(
                "Deze werkmap is al beschermd."
                if wat == Wat.AAN
                else "Deze werkmap is niet beschermd. Met ‘tk bescherm aan’ zet u er een wachtwoord op."
            )
            return 1
        match Wat(wat):
            case Wat.AAN:
                Store.open(werkmap).close()  # brings an older werkmap to this program first, and refuses a damaged one
                heeft = Sleutelbestand(werkmap).bestaat()
                wachtwoord = vraag_wachtwoord(VAN_LAPTOP) if heeft else vraag_nieuw_wachtwoord()
                protect_werkmap(werkmap, wachtwoord, progress=progress())
                click.echo(
                    "De werkmap is beschermd. Zonder het wachtwoord is er niets meer in te lezen; bewaar het goed."
                )
            case Wat.WIJZIG:
                oud = vraag_wachtwoord(WACHTWOORD)
                bos = unlock_sleutels(werkmap, oud, nu=dit_moment())  # a wrong one is told before a new one is asked
                Sleutelbestand(werkmap).geef_wachtwoord(bos, vraag_nieuw_wachtwoord())
                click.echo("Het nieuwe wachtwoord geldt vanaf nu.")
            case Wat.UIT:
                oud = vraag_wachtwoord(WACHTWOORD)
                unprotect_werkmap(werkmap, oud, nu=dit_moment(), progress=progress())
                click.echo("De werkmap is niet meer beschermd: wie bij de map kan, kan alles lezen.")
    return 0
