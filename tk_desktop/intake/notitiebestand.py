"""A file with notes, whatever made it: a PDF that somebody wrote in, or Web Annotations."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from tk_desktop.base.errors import BestandNietGevonden
from tk_desktop.base.leesproces import Hier, Lezer
from tk_desktop.base.progress import Progress
from tk_desktop.intake.annotaties import read_annotaties
from tk_desktop.intake.notitieinname import GelezenNotities, Leespapier
from tk_desktop.intake.w3c import read_w3c

_KOP = 1024
_OPEN = frozenset({".json", ".jsonld"})


def read_notes(
    bron: Path,
    vergadering_id: str,
    papieren: Sequence[Leespapier],
    *,
    moment: datetime,
    progress: Progress | None = None,
    lezer: Lezer | None = None,
) -> GelezenNotities:
    """Return the notes in a file as notes on these papers; what is in it counts, not how it is called.

    ``lezer`` is who reads, for files of others a ``Leesproces``.

    Raises as ``read_annotaties`` and ``read_w3c``.
    """
    if bron.suffix.casefold() in _OPEN and not _is_pdf(bron):
        werk = partial(_read_open, bron, vergadering_id, papieren, moment)
    else:
        werk = partial(_read_pdf, bron, vergadering_id, papieren, moment)
    return (lezer or Hier()).doe_stapsgewijs(bron.name, werk, progress or Progress())


def _read_open(
    bron: Path, vergadering_id: str, papieren: Sequence[Leespapier], moment: datetime, progress: Progress
) -> GelezenNotities:
    del progress
    return read_w3c(bron, vergadering_id, papieren, moment=moment)


def _read_pdf(
    bron: Path, vergadering_id: str, papieren: Sequence[Leespapier], moment: datetime, progress: Progress
) -> GelezenNotities:
    return read_annotaties(bron, vergadering_id, papieren, moment=moment, progress=progress)


def _is_pdf(bron: Path) -> bool:
    try:
        with bron.open("rb") as stroom:
            return b"%PDF-" in stroom.read(_KOP)
    except OSError as fout:
        raise BestandNietGevonden(bestand=bron.name) from fout
