"""``make bench``: every figure as a ratio against its peer, and how the large ones grow, in ``docs/prestaties.md``.

``python -m benchmarks bundels`` measures that part alone, and writes nothing.
"""

import sys
import tempfile
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from benchmarks import (
    bewerkingen,
    bladen,
    bundels,
    jaren,
    lezen,
    reactie,
    sets,
    site,
    venster,
    verankering,
    werkmap,
    zoeken,
)
from benchmarks.meten import Kromme, Meting
from benchmarks.prestaties import write_prestaties

_ONDERDELEN = (sets, site, werkmap, zoeken, bewerkingen, bundels, jaren, verankering, venster, reactie, bladen, lezen)
_GROEIT = (sets, lezen, zoeken)


def main() -> int:
    """Print a line for each figure of all parts, or of those that are named, and say at the end which are too slow."""
    gevraagd = sys.argv[1:]
    gemeten: dict[str, list[Meting]] = {}
    uitkomst = meld(_metingen(gevraagd, gemeten))
    if not gevraagd:
        write_prestaties(Path(__file__).parents[1] / "docs", gemeten, list(_krommen()))
    return uitkomst


def meld(metingen: Iterable[Meting]) -> int:
    """Print each figure as it comes, the last words on the ones that miss; return 1 when there are any, else 0."""
    mist = []
    for meting in metingen:
        print(meting.regel, flush=True)
        mist += [] if meting.haalt else [meting.wat]
    if mist:
        print(f"\nMIST: {len(mist)} te traag: {'; '.join(mist)}", file=sys.stderr, flush=True)
    return 1 if mist else 0


def _metingen(gevraagd: Collection[str], gemeten: dict[str, list[Meting]]) -> Iterator[Meting]:
    """Yield the figures of the parts, and keep them by part."""
    for onderdeel in _ONDERDELEN:
        naam = onderdeel.__name__.rpartition(".")[2]
        if gevraagd and naam not in gevraagd:
            continue
        with tempfile.TemporaryDirectory() as map_:
            for meting in onderdeel.measure(Path(map_)):
                gemeten.setdefault(naam, []).append(meting)
                yield meting


def _krommen() -> Iterator[Kromme]:
    for onderdeel in _GROEIT:
        with tempfile.TemporaryDirectory() as map_:
            yield from onderdeel.groei(Path(map_))


if __name__ == "__main__":
    sys.exit(main())
