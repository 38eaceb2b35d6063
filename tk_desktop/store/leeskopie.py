"""A werkmap in which nothing can be kept, as on a protected stick: it is read through a copy of its database.

The copy lies in a private folder on this computer that is gone when the window closes; the received files are read
where they are, for they are large and secret.
"""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import aside, fetch
from tk_desktop.store.driver import DATABASE, Databasefout, verbind
from tk_desktop.store.fouten import WerkmapBeschadigd
from tk_desktop.store.kluis import is_beschermd

_BRON = "alleen-lezen"
"""The file in a copy that names the werkmap it was taken from."""


class AlleenLezen(TkError):
    """Something was to be changed in a werkmap that can only be read."""

    code = "TK-D14"
    melding = "De werkmap ‘{map}’ is alleen-lezen: u kunt er alles in lezen, zoeken en afdrukken, maar niets wijzigen."
    veilig = "Wat erin staat, blijft zoals het is."
    advies = "Kopieer de map naar uw computer en open de kopie om te wijzigen of aantekeningen te maken."


def is_alleen_lezen(map_: Path) -> bool:
    """Tell whether a folder holds a werkmap in which nothing can be kept: on a protected stick, or of somebody else."""
    try:
        os.close(os.open(map_ / DATABASE, os.O_RDWR))
        with tempfile.TemporaryFile(dir=map_):  # SQLite keeps a journal beside the database
            return False
    except OSError as fout:
        return fout.errno in (errno.EROFS, errno.EACCES, errno.EPERM) and (map_ / DATABASE).is_file()


@contextmanager
def leeskopie(map_: Path) -> Iterator[Path]:
    """Give a folder that stands for a werkmap that can only be read, as long as the block lasts.

    Raises ``WerkmapBeschadigd``, ``BestandNietLeesbaar``, ``BestandVerdwenen`` or ``SchijfVol``.
    """
    with aside(Path(tempfile.gettempdir())) as kopie:
        _neem_over(map_, kopie)
        (kopie / _BRON).write_text(str(map_.resolve()), encoding="utf-8")
        yield kopie


def bron_van(map_: Path) -> Path:
    """Return the werkmap whose files are read here: the folder itself, unless it is a copy to read in."""
    bron = map_ / _BRON
    return Path(bron.read_text(encoding="utf-8")) if bron.is_file() else map_


def _neem_over(map_: Path, kopie: Path) -> None:
    """Copy the database; with the journal of a change that was broken off, SQLite takes that back in the copy."""
    journaal = map_ / f"{DATABASE}-journal"
    if journaal.is_file() or is_beschermd(map_):
        for pad in (map_ / DATABASE, journaal):
            if pad.is_file():
                fetch(pad, kopie / pad.name)
        return
    try:
        with (
            closing(verbind(map_ / DATABASE, alleen_lezen=True)) as van,
            closing(verbind(kopie / DATABASE)) as naar,
        ):
            van.backup(naar)  # of one moment, also when somebody who may write does so now
    except Databasefout as fout:
        raise WerkmapBeschadigd(map=map_.name) from fout
