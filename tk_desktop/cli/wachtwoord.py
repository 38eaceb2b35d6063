"""Asking for a passphrase on the terminal."""

from pathlib import Path

import click

from tk_desktop.base.klok import dit_moment
from tk_desktop.exchange.bescherming import unlock_werkmap
from tk_desktop.store.kluis import Kluis

WACHTWOORD = "Wachtwoord van deze werkmap"


def vraag_kluis(werkmap: Path) -> Kluis:
    """Ask what opens a protected werkmap; raises what ``unlock_werkmap`` raises."""
    return unlock_werkmap(werkmap, vraag_wachtwoord(WACHTWOORD), nu=dit_moment())


def vraag_wachtwoord(vraag: str) -> str:
    """Ask for a passphrase, on standard error and without showing it."""
    antwoord: str = click.prompt(vraag, hide_input=True, err=True)
    return antwoord


def vraag_nieuw_wachtwoord() -> str:
    """Ask for a new passphrase until it was typed twice the same."""
    while True:
        nieuw = vraag_wachtwoord("Nieuw wachtwoord")
        if vraag_wachtwoord("Nog een keer") == nieuw:
            return nieuw
        click.echo("Dat was niet twee keer hetzelfde. Probeer het opnieuw.", err=True)


def vraag_ja(vraag: str) -> bool:
    """Ask whether something is so; only ``ja`` (or ``j``) is yes."""
    antwoord: str = click.prompt(f"{vraag} (ja of nee)", err=True)
    return antwoord.strip().casefold() in ("j", "ja")
