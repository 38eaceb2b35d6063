"""Received PDFs that open only with a password: opened with it, and kept as they came beside the copy that is read.

``read_dropped`` reads all it can and refuses these; the window then asks their passwords, ``open_locked`` tries one,
and ``with_opened`` reads what was opened in its turn. A password is tried and forgotten; it is stored nowhere.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from tk_desktop.base.errors import NietSchrijfbaar, Onderbroken, SchijfVol, TkError
from tk_desktop.base.leesproces import Hier, Lezer
from tk_desktop.base.progress import Progress
from tk_desktop.intake.bestanden import as_received, lees_stuk
from tk_desktop.intake.gelezen import GelezenBestand
from tk_desktop.intake.ontvangst import Geweigerd, Ontvangst, natural
from tk_desktop.paper.cache import Bladcache
from tk_desktop.paper.pdf_faults import PdfMetWachtwoord
from tk_desktop.paper.unlocking import WachtwoordPastNiet, write_opened


def locked(ontvangst: Ontvangst) -> tuple[Path, ...]:
    """Return the copies of the files that were refused because they have a password."""
    return tuple(
        geweigerd.kopie
        for geweigerd in ontvangst.geweigerd
        if geweigerd.kopie is not None and isinstance(geweigerd.fout, PdfMetWachtwoord)
    )


def open_locked(kopieen: Sequence[Path], wachtwoord: str, *, lezer: Lezer | None = None) -> dict[Path, Path]:
    """Open the first of these files, and every other that has the same password; return what was opened by file.

    Papers of one sender often share a password. Raises ``WachtwoordPastNiet`` when the first has another one.
    """
    eerste, *andere = kopieen
    geopend = {eerste: _open(eerste, wachtwoord, lezer or Hier())}
    for kopie in andere:
        with suppress(WachtwoordPastNiet):
            geopend[kopie] = _open(kopie, wachtwoord, lezer or Hier())
    return geopend


def with_opened(
    ontvangst: Ontvangst,
    geopend: Mapping[Path, Path],
    cache: Bladcache,
    progress: Progress,
    *,
    lezer: Lezer | None = None,
) -> Ontvangst:
    """Return what was received with the files that were opened, in the order of their names.

    Raises ``Onderbroken``, ``SchijfVol`` or ``NietSchrijfbaar``; the fault of a single file stands in ``geweigerd``.
    """
    gelezen: list[GelezenBestand] = list(ontvangst.gelezen)
    geweigerd = [een for een in ontvangst.geweigerd if een.kopie not in geopend]
    for kopie in progress.each(tuple(geopend), "Pagina’s lezen"):
        try:
            lees = partial(lees_stuk, geopend[kopie], cache)
            gelezen.append(as_received((lezer or Hier()).doe(kopie.name, lees, progress), kopie))
        except (Onderbroken, SchijfVol, NietSchrijfbaar):
            raise
        except TkError as fout:
            geweigerd.append(Geweigerd(bestand=kopie.name, fout=fout))
    return replace(
        ontvangst, gelezen=tuple(sorted(gelezen, key=lambda een: natural(een.bron))), geweigerd=tuple(geweigerd)
    )


def _open(kopie: Path, wachtwoord: str, lezer: Lezer) -> Path:
    geopend = kopie.parent / "geopend" / kopie.name
    geopend.parent.mkdir(exist_ok=True)
    lezer.doe(kopie.name, partial(write_opened, kopie, geopend, wachtwoord))
    return geopend
