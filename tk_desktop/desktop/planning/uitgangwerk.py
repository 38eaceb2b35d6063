"""Writing everything of a werkmap to a folder and taking it in, for the window; loaded when that is first done."""

from datetime import datetime
from pathlib import Path

from tk_desktop.base.progress import Progress
from tk_desktop.domain.geheimhouding import Inzagewijze
from tk_desktop.extranet.inname import import_uitgang
from tk_desktop.extranet.uitgang import Uitgang, besloten_count, require_empty, write_uitgang
from tk_desktop.minutes.kopieen import Kopiemaker, log_kopie
from tk_desktop.store.werkmap import Store

__all__ = ["besloten_count", "import_uitgang", "take_all"]


def take_all(store: Store, map_: Path, wie: str, nu: datetime, progress: Progress, *, lezer: str = "") -> Uitgang:
    """Write down for each meeting with something besloten that it is copied, and write everything, notes if asked."""
    require_empty(store, map_)
    maker = Kopiemaker(wie=wie, nu=nu, reden="alles meegenomen")
    for vergadering in store.vergaderingen.met_geheimen():
        log_kopie(store, vergadering.id, {"uitgang": ""}, maker, wat=Inzagewijze.BESTAND)
    return write_uitgang(store, map_, progress, lezer=lezer)
