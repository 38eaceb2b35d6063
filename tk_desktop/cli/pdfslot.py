"""Asking for the password of a received PDF on the terminal."""

from functools import partial
from pathlib import Path

import click

from tk_desktop.base.ids import new_id
from tk_desktop.base.leesproces import Lezer
from tk_desktop.paper.unlocking import WachtwoordPastNiet, write_opened


def vraag_geopend(bron: Path, *, map_: Path, lezer: Lezer) -> Path | None:
    """Ask the password of a PDF until it fits and return the copy that it opened, in ``map_``; nothing leaves it out.

    Raises the fault of that PDF.
    """
    vraag = f"Wachtwoord van ‘{bron.name}’ (leeg: stoppen)"
    while wachtwoord := str(click.prompt(vraag, default="", show_default=False, hide_input=True, err=True)):
        geopend = map_ / new_id() / bron.name
        try:
            lezer.doe(bron.name, partial(write_opened, bron, geopend, wachtwoord))
        except WachtwoordPastNiet as fout:
            click.echo(fout.zin, err=True)
        else:
            return geopend
    return None
