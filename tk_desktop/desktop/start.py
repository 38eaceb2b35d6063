"""Starting the window: the werkmap, the colours and letters, and one window on them."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QStandardPaths, QTranslator
from PySide6.QtWidgets import QApplication

from tk_desktop import __version__
from tk_desktop.desktop.eerste_start import begin
from tk_desktop.desktop.foutmelding import Foutvanger, start_of_meld
from tk_desktop.desktop.jobs import Jobs
from tk_desktop.desktop.logboek import open_logboek
from tk_desktop.desktop.main_window import Venster
from tk_desktop.desktop.sessie import Sessie
from tk_desktop.desktop.tellen import tel_mee
from tk_desktop.desktop.theme import kies_thema
from tk_desktop.desktop.voorkeuren import Voorkeuren
from tk_desktop.store.werkmap import Store


def main(argumenten: Sequence[str] | None = None) -> int:
    """Open the window and return when it is closed: 0, or 2 when it could not open."""
    gekozen = _argumenten(sys.argv[1:] if argumenten is None else argumenten)
    app = maak_app()

    def open_venster() -> int:
        with open_sessie(gekozen.werkmap, voorbeeld=gekozen.voorbeeld) as sessie:
            venster = Venster(sessie)
            sys.excepthook = Foutvanger(sessie.balk)
            tel_mee(app, gekozen.werkmap, lambda: str(venster.adres))
            venster.show()
            return app.exec()

    return start_of_meld(open_venster)


def maak_app() -> QApplication:
    """Return the program as Qt knows it, in Dutch and in our own style."""
    app = QApplication.instance() or QApplication(["TK Desktop"])
    if not isinstance(app, QApplication):
        raise TypeError("een venster vraagt een QApplication")
    app.setApplicationName("TK Desktop")
    app.setApplicationVersion(__version__)
    app.setStyle("Fusion")
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    vertaling = QTranslator(app)
    if vertaling.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(vertaling)
    return app


@contextmanager
def open_sessie(map_: Path, *, voorbeeld: bool = False) -> Iterator[Sessie]:
    """Open a werkmap for the window; a new one is made, after asking who works here or with the sample in it."""
    app = maak_app()
    voorkeuren = Voorkeuren(map_)
    kies_thema(app, voorkeuren.thema)
    begin(map_, voorkeuren, voorbeeld=voorbeeld)
    jobs = Jobs()
    with Store.open(map_) as store:
        open_logboek(map_)
        try:
            yield Sessie(store, jobs)
        finally:
            jobs.sluit()


def _argumenten(argumenten: Sequence[str]) -> argparse.Namespace:
    lezer = argparse.ArgumentParser(prog="tk-desktop", description="Het venster van TK Desktop.", add_help=False)
    lezer.add_argument("-h", "--help", action="help", help="Toon deze uitleg.")
    lezer.add_argument("--werkmap", type=Path, default=_werkmap(), metavar="MAP", help="De werkmap.")
    lezer.add_argument("--voorbeeld", action="store_true", help="Begin een lege werkmap met de voorbeeldvergadering.")
    return lezer.parse_args(list(argumenten))


def _werkmap() -> Path:
    documenten = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(os.environ.get("TK_WERKMAP") or Path(documenten) / "TK Desktop")


if __name__ == "__main__":
    sys.exit(main())
