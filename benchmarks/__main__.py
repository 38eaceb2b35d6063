"""``make bench``: every figure as a ratio against its peer."""

import tempfile
from pathlib import Path

from benchmarks import bladen, lezen, reactie, sets, venster, verankering, werkmap


def main() -> None:
    """Print a line for each figure."""
    for onderdeel in (sets, werkmap, verankering, venster, reactie, bladen, lezen):
        with tempfile.TemporaryDirectory() as map_:
            for meting in onderdeel.measure(Path(map_)):
                print(meting.regel, flush=True)


if __name__ == "__main__":
    main()
