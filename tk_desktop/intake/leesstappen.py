"""Reading one file in steps, each with a time of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tk_desktop.base.leesproces import Lezer
from tk_desktop.base.progress import Progress

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stappen:
    """Who reads a file; each step of it has its own time, for a pack has many pages."""

    lezer: Lezer
    bron: Path
    progress: Progress

    def doe(self, werk: Callable[[], T]) -> T:
        """Do one step; raises the fault of the file, or ``LezenDuurtTeLang`` and the like."""
        return self.lezer.doe(self.bron.name, werk, self.progress, omvang=self.bron.stat().st_size)
