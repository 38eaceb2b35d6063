"""The command line ``tk``: the same program without a window.

Exit codes: 0 fine, 1 findings, 2 refused (with a TK code). Every command loads its use cases when it is first given.
"""

import importlib
import json
import sys
from typing import Any

import click

from tk_desktop import __version__
from tk_desktop.base.errors import GeheugenVol, Onderbroken, TkError
from tk_desktop.cli.nederlands import Groep, gebruiksfout

_OPDRACHTEN = {
    "demo": ("tk_desktop.cli.demo", "demo"),
    "intake": ("tk_desktop.cli.intake", "intake"),
    "archief": ("tk_desktop.cli.archief", "archief"),
    "herken": ("tk_desktop.cli.herken", "herken"),
    "check": ("tk_desktop.cli.check", "check"),
    "pack": ("tk_desktop.cli.pack", "pack"),
    "export": ("tk_desktop.cli.export", "export"),
    "verslag": ("tk_desktop.cli.verslag", "verslag"),
    "besluiten": ("tk_desktop.cli.besluiten", "besluiten"),
    "lak": ("tk_desktop.cli.lak", "lak"),
    "toegankelijk": ("tk_desktop.cli.toegankelijk", "toegankelijk"),
    "dossier": ("tk_desktop.cli.dossier", "dossier"),
    "programma": ("tk_desktop.cli.programma", "programma"),
    "kerntaken": ("tk_desktop.cli.kerntaken", "kerntaken"),
    "overleg": ("tk_desktop.cli.overleg", "overleg"),
    "publish": ("tk_desktop.cli.publish", "publish_"),
    "vernietig": ("tk_desktop.cli.vernietig", "vernietig"),
    "uitgang": ("tk_desktop.cli.uitgang", "uitgang"),
    "notes": ("tk_desktop.cli.notes", "notes"),
    "search": ("tk_desktop.cli.search", "search"),
    "bundle": ("tk_desktop.cli.postbus", "bundle"),
    "bescherm": ("tk_desktop.cli.bescherm", "bescherm"),
    "fixiteit": ("tk_desktop.cli.fixiteit", "fixiteit"),
    "doctor": ("tk_desktop.cli.doctor", "doctor"),
}


class _LateGroep(Groep):
    """Knows every command by name and loads it when it is given."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_OPDRACHTEN)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _OPDRACHTEN:
            return None
        module, naam = _OPDRACHTEN[cmd_name]
        opdracht: click.Command = getattr(importlib.import_module(module), naam)
        return opdracht


@click.group(
    cls=_LateGroep,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="TK Desktop: vergadersets samenstellen en controleren, zonder netwerk.",
)
@click.version_option(__version__, "--versie", message="TK Desktop %(version)s", help="Toon de versie.")
def tk() -> None:
    """Hold the commands together."""


def main(argumenten: list[str] | None = None) -> None:
    """Run one command and leave with its exit code; the only place where ``TkError`` is caught."""
    alle = sys.argv[1:] if argumenten is None else argumenten
    als_json = "--json" in alle
    try:
        uitkomst = tk.main(args=alle or ["--help"], prog_name="tk", standalone_mode=False)
    except TkError as fout:
        _meld(fout, als_json=als_json)
        sys.exit(2)
    except (KeyboardInterrupt, click.Abort):
        _meld(Onderbroken(), als_json=als_json)
        sys.exit(2)
    except MemoryError:
        _meld(GeheugenVol(), als_json=als_json)
        sys.exit(2)
    except click.ClickException as fout:
        click.echo(gebruiksfout(fout), err=True)
        sys.exit(2)
    sys.exit(uitkomst if isinstance(uitkomst, int) else 0)


def _meld(fout: TkError, *, als_json: bool) -> None:
    """Tell what happened and what to do; with --json also in a form that a program can read."""
    click.echo(f"{fout} ({fout.code})\n{fout.raad}", err=True)
    if als_json:
        gegevens: dict[str, Any] = {"fout": {"code": fout.code, "melding": str(fout), "advies": fout.raad}}
        click.echo(json.dumps(gegevens, ensure_ascii=False, indent=1))
