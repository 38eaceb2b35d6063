"""A library of our own that is loaded before the C library, to see what the program asks of the system (Linux)."""

import subprocess
from pathlib import Path


def bouw(bron: Path, naar: Path) -> None:
    """Compile a source in C to a library for ``LD_PRELOAD``."""
    subprocess.run(["gcc", "-shared", "-fPIC", "-O1", "-o", naar, bron, "-ldl", "-lpthread"], check=True)
