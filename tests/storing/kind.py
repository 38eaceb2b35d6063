"""One journey, step by step, in a process of its own; after each step a full stop is written to a descriptor."""

import os
import sys
from pathlib import Path

from tests.storing.reizen import REIZEN

if __name__ == "__main__":
    for _stap in REIZEN[int(sys.argv[1])].stappen:
        _stap(Path(sys.argv[2]))
        os.write(int(sys.argv[3]), b".")
