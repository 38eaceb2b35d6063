"""A command that writes what is besloten is in the log of who opened secret papers, as the window is (J13)."""

from collections.abc import Mapping

from tk_desktop.base.account import account
from tk_desktop.base.klok import dit_moment
from tk_desktop.domain.geheimhouding import Inzagewijze
from tk_desktop.minutes.kopieen import Kopiemaker, log_kopie
from tk_desktop.store.werkmap import Store


def log_bestanden(
    store: Store, vergadering_id: str, papieren: Mapping[str, str], opdracht: str, *, voor: str = ""
) -> str:
    """Write down before they are made that a command writes secret papers, and return what stands on their pages.

    ``papieren`` are ids with the SHA-256 of what is read of them; who gave the command is whose session this is.
    """
    maker = Kopiemaker(wie=account(), nu=dit_moment(), reden=opdracht)
    return log_kopie(store, vergadering_id, papieren, maker, wat=Inzagewijze.BESTAND, voor=voor)
