"""What went wrong in the program itself, for who mends it: where it happened, never what the papers say."""

import logging
import traceback
from pathlib import Path

from tk_desktop.base.errors import TkError

_LOG = logging.getLogger("tk_desktop")
_HOOGSTENS = 200_000
"""Bytes from which the log begins anew at the next start."""


class ProgrammaFout(TkError):
    """Something happened that nobody foresaw: a bug of ours."""

    code = "TK-D11"
    melding = "Er ging iets mis in TK Desktop zelf."
    veilig = "Wat u vóór deze melding deed is opgeslagen."
    advies = "Probeer het opnieuw. Blijft het misgaan? Meld het, met het bestand ‘tk.log’ uit de werkmap erbij."


def open_logboek(map_: Path) -> None:
    """Write from now on in ``tk.log`` in the werkmap; a large one begins anew, one that cannot be written is left."""
    for oud in list(_LOG.handlers):
        _LOG.removeHandler(oud)
        oud.close()
    try:
        bestand = map_ / "tk.log"
        if bestand.exists() and bestand.stat().st_size > _HOOGSTENS:
            bestand.unlink()
        schrijver = logging.FileHandler(bestand, encoding="utf-8", delay=True)
    except OSError:
        return
    schrijver.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    _LOG.addHandler(schrijver)
    _LOG.propagate = False


def noteer(fout: BaseException) -> None:
    """Keep where a bug happened: files, lines and kind of fault. Its words are left out, for they may quote a paper."""
    plaatsen = "".join(
        f"\n  {Path(stap.filename).name}:{stap.lineno} {stap.name}" for stap in traceback.extract_tb(fout.__traceback__)
    )
    _LOG.error("%s%s", type(fout).__name__, plaatsen)
