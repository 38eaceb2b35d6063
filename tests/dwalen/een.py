"""One reader and atheris: ``python -m tests.dwalen.een eml map 30`` lets bytes stray for half a minute.

What reached a line that nothing reached before is kept in ``map``. An error that is no answer ends the run, and what
brought it out stands in ``map/vondsten``. Without seconds only the smallest files that reach all that was reached
are put in ``map/kleinst``.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["tk_desktop"]):
    from tests.dwalen.lezers import LEZERS, Lezer

_LANGSTE = 4096
_TRAAG = 10  # seconds on one input: longer is a hang (the issue on safety of intake names ten)
_GEHEUGEN = 2048  # MB, of the whole process


def main(naam: str, map_: Path, *rest: str) -> None:
    """Let bytes stray into this reader; never returns. What atheris starts itself gets its flags in ``rest``."""
    lezer = LEZERS[naam]
    zelf = f"{sys.executable} -m {__spec__.name} {naam} {map_}"
    atheris.Setup([zelf, *(rest if rest and rest[0].startswith("-") else _vlaggen(lezer, map_, *rest))], lezer.probeer)
    atheris.Fuzz()


def _vlaggen(lezer: Lezer, map_: Path, seconden: str = "") -> list[str]:
    zaden, kleinst = map_ / "zaden", map_ / "kleinst"
    for een in (zaden, kleinst, map_ / "vondsten"):
        een.mkdir(exist_ok=True)
    for nummer, zaad in enumerate(lezer.zaden):
        (zaden / str(nummer)).write_bytes(zaad)
    vlaggen = {
        "timeout": _TRAAG, "rss_limit_mb": _GEHEUGEN, "seed": 7, "artifact_prefix": f"{map_ / 'vondsten'}/",
        "max_len": max(_LANGSTE, *(2 * len(zaad) for zaad in lezer.zaden)), "print_final_stats": 1,
        **({"max_total_time": seconden} if seconden else {"merge": 1}),
    }  # fmt: skip
    mappen = (map_, zaden) if seconden else (kleinst, map_, zaden)
    return [*(f"-{vlag}={waarde}" for vlag, waarde in vlaggen.items()), *map(str, mappen)]


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
