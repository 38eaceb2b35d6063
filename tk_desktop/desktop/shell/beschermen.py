"""What is done with the passphrase of a werkmap; loaded when it is needed, for keys take a moment to load."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from tk_desktop.base.klok import dit_moment
from tk_desktop.desktop.shell.wachtwoordvraag import Wachtscherm, Wachtwoordvraag
from tk_desktop.exchange.bescherming import (
    change_wachtwoord,
    kluis_met,
    protect_werkmap,
    recovery_words,
    unlock_sleutels,
    unprotect_werkmap,
    use_recovery_words,
)
from tk_desktop.exchange.sleutels import Sleutelbestand, Sleutelbos
from tk_desktop.store.kluis import Kluis

__all__ = [
    "Sleutelbestand",
    "beschermd",
    "change_wachtwoord",
    "onbeschermd",
    "ontsloten",
    "recovery_words",
    "sleutelvraag",
    "use_recovery_words",
    "wachtwoordvraag",
]


def wachtwoordvraag(map_: Path, ouder: QWidget | None = None) -> Wachtwoordvraag:
    """Return the question for the passphrase of a werkmap that is protected."""
    zin = f"De werkmap ‘{map_.name}’ is beschermd. Geef het wachtwoord om verder te gaan waar u was."
    return _vraag(map_, ouder, zin, "Annuleren" if ouder else "Afsluiten")


def _vraag(map_: Path, ouder: QWidget | None, uitleg: str, anders: str) -> Wachtwoordvraag:
    def probeer(wachtwoord: str) -> object:
        return unlock_sleutels(map_, wachtwoord, nu=dit_moment())

    vraag = Wachtwoordvraag(uitleg, probeer, ouder, anders=anders)
    if Sleutelbestand(map_).heeft_papier():
        vraag.wijs_op_herstelblad()
    return vraag


def sleutelvraag(map_: Path, ouder: QWidget) -> Wachtwoordvraag | None:
    """Return the question for the passphrase of the keys that a laptop has already; ``None`` when it has none."""
    if not Sleutelbestand(map_).bestaat():
        return None
    return _vraag(map_, ouder, "Geef het wachtwoord waarmee u op deze laptop bundels uitwisselt.", "Annuleren")


def ontsloten(map_: Path) -> tuple[Kluis, Sleutelbos] | None:
    """Ask the passphrase of a protected werkmap; return what opens it, and the keys that did. ``None``: none given."""
    vraag = wachtwoordvraag(map_)
    vraag.exec()
    bos = vraag.uitkomst
    return (kluis_met(bos.kluissleutel), bos) if isinstance(bos, Sleutelbos) else None


def beschermd(map_: Path, wachtwoord: str) -> Kluis | None:
    """Put a werkmap that is not open behind a passphrase while the user watches, and return what opens it."""
    werk = Wachtscherm("Werkmap beschermen", lambda progress: protect_werkmap(map_, wachtwoord, progress=progress))
    kluis = werk.doe()
    return kluis if isinstance(kluis, Kluis) else None


def onbeschermd(map_: Path, wachtwoord: str) -> None:
    """Take the passphrase off a werkmap that is not open while the user watches."""
    Wachtscherm(
        "Bescherming weghalen",
        lambda progress: unprotect_werkmap(map_, wachtwoord, nu=dit_moment(), progress=progress),
    ).doe()
