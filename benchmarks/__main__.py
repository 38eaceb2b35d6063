"""``make bench``: every figure as a ratio against its peer.

``python -m benchmarks bundels`` measures that part alone.
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
from benchmarks.meten import Meting


def main() -> int:
    """Print a line for each figure of all parts, or of those that are named, and say at the end which are too slow."""
    return meld(_metingen(sys.argv[1:]))


def meld(metingen: Iterable[Meting]) -> int:
    """Print each figure as it comes, the last words on the ones that miss; return 1 when there are any, else 0."""
    mist = []
    for meting in metingen:
        print(meting.regel, flush=True)
        mist += [] if meting.haalt else [meting.wat]
    if mist:
        print(f"\nMIST: {len(mist)} te traag: {'; '.join(mist)}", file=sys.stderr, flush=True)
    return 1 if mist else 0


def _metingen(gevraagd: Collection[str]) -> Iterator[Meting]:
    vooraan = (sets, site, werkmap, zoeken, bewerkingen, bundels)
    for onderdeel in (*vooraan, jaren, verankering, venster, reactie, bladen, lezen):
        if gevraagd and onderdeel.__name__.rpartition(".")[2] not in gevraagd:
            continue
        with tempfile.TemporaryDirectory() as map_:
            yield from onderdeel.measure(Path(map_))


if __name__ == "__main__":
    sys.exit(main())
