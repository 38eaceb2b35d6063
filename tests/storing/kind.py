"""One journey, step by step, in a process of its own; after each step a full stop is written to a descriptor.

With ``TK_STORING_GEHEUGEN`` it may ask for so many bytes besides what it has when the first step begins (Linux), with
``TK_STORING_STAP`` it does that step alone.
"""

import os
import sys
from pathlib import Path

from tests.storing.reizen import REIZEN


def begrens(ruimte: int) -> None:
    """Let this process ask for so many bytes more than it has."""
    import resource

    heeft = int(Path("/proc/self/statm").read_text("ascii").split()[5]) * os.sysconf("SC_PAGE_SIZE")
    _, hoogst = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (heeft + ruimte, hoogst))


if __name__ == "__main__":
    if ruimte := os.environ.get("TK_STORING_GEHEUGEN"):
        begrens(int(ruimte))
    stappen = REIZEN[int(sys.argv[1])].stappen
    if een := os.environ.get("TK_STORING_STAP"):
        stappen = (stappen[int(een)],)
    for _stap in stappen:
        _stap(Path(sys.argv[2]))
        os.write(int(sys.argv[3]), b".")
