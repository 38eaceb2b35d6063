"""Where the real documents lie: beside the repository, and not on every machine."""

from pathlib import Path

GEDEELD = Path(__file__).parents[2] / "shared"
REDEN = "../shared ontbreekt"
