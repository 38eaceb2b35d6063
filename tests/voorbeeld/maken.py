"""Makes ``resources/sample`` again: ``python -m tests.voorbeeld.maken``."""

from dataclasses import replace
from pathlib import Path

from tests.voorbeeld.bijlagen import maak_bijlagen
from tests.voorbeeld.inhoud import voorbeeld
from tk_desktop.base.paths import resources
from tk_desktop.export.word import write_word


def maak_word(map_: Path) -> tuple[Path, ...]:
    """Write the invitation, the agenda and the nota's of the sample as Word files."""
    opname = voorbeeld()
    return write_word(replace(opname, gremium=replace(opname.gremium, huisstijl="vechtstreek")), map_, vervang=True)


if __name__ == "__main__":
    maak_bijlagen(resources() / "sample")
    maak_word(resources() / "sample")
