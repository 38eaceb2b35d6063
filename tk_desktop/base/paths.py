"""Where the program's own files stand: beside the package, or inside the frozen program."""

import sys
from pathlib import Path


def _root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parents[2]


def resources() -> Path:
    """Return the folder with fonts, house styles, templates and the sample set."""
    return _root() / "resources"


def migrations() -> Path:
    """Return the folder with the steps of the schema."""
    return _root() / "db" / "migrations"
