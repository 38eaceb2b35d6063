"""Where the program's own files stand: in the checkout, inside an installed package, or in the frozen program."""

import sys
from pathlib import Path


def _root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen)
    package = Path(__file__).resolve().parents[1]
    return package if (package / "resources").is_dir() else package.parent


def program_mark() -> tuple[int, int] | None:
    """Return by what the program on the disk is known, until it is updated; nothing of a frozen one."""
    try:
        stand = Path(__file__).parents[1].joinpath("__init__.py").stat()
    except OSError:
        return None
    return stand.st_mtime_ns, stand.st_size


def resources() -> Path:
    """Return the folder with fonts, house styles, templates and the sample set."""
    return _root() / "resources"


def manual() -> Path:
    """Return the manual for users, as Markdown."""
    return _root() / "docs" / "gebruik.md"


def migrations() -> Path:
    """Return the folder with the steps of the schema."""
    return _root() / "db" / "migrations"
