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


def vraag_wachtwoord(vraag: str, *, tweemaal: bool = False) -> str:
    """Ask for a passphrase, on standard error and without showing it."""
    herhaal = "Nog een keer" if tweemaal else False
    antwoord: str = click.prompt(vraag, hide_input=True, err=True, confirmation_prompt=herhaal)
    return antwoord
