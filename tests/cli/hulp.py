"""Giving a command as a user does, and what comes of it."""

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import Any

from tk_desktop.cli import main


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """How a command ended and what it printed."""

    code: int
    uit: str
    fout: str

    @property
    def json(self) -> Any:
        return json.loads(self.uit)


def tk(*argumenten: object) -> Uitkomst:
    """Give one command in this process."""
    uit, fout = io.StringIO(), io.StringIO()
    code = -1
    with redirect_stdout(uit), redirect_stderr(fout):
        try:
            main([str(argument) for argument in argumenten])
        except SystemExit as einde:
            code = int(einde.code or 0)
    return Uitkomst(code=code, uit=uit.getvalue(), fout=fout.getvalue())


def opdracht(*argumenten: object) -> list[str]:
    """Return the same command for a process of its own."""
    return [sys.executable, "-m", "tk_desktop", *(str(argument) for argument in argumenten)]


def tk_apart(*argumenten: object, **omgeving: str) -> Uitkomst:
    """Give one command in a process of its own."""
    klaar = subprocess.run(
        opdracht(*argumenten), capture_output=True, check=False, encoding="utf-8", env={**os.environ, **omgeving}
    )
    return Uitkomst(code=klaar.returncode, uit=klaar.stdout, fout=klaar.stderr)


def sporen_van_engels(tekst: str) -> list[str]:
    """Return English words of the libraries that must not reach a user."""
    woorden = (
        "Usage",
        "Options",
        "Commands",
        "Error",
        "Traceback",
        "Show this",
        "default:",
        "No such",
        "Try '",
        "Missing",
    )
    return [woord for woord in woorden if woord in tekst]
