"""Starting the window: it stands first, then its werkmap is opened."""

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QStandardPaths, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from tk_desktop import __version__
from tk_desktop.desktop.parts.aankloppen import Aanklopper
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.parts.foutmelding import Foutvanger, start_of_meld
from tk_desktop.desktop.parts.nederlands import EigenWoorden
from tk_desktop.desktop.parts.theme import kies_schaal, kies_thema
from tk_desktop.desktop.session.voorkeuren import Voorkeuren
from tk_desktop.desktop.shell.main_window import Venster
from tk_desktop.store.slot import WerkmapAlOpen, held_elsewhere

_GEMAAKT = "tk_gemaakt"
"""The property of a program that is in Dutch and in our style already."""


def main(argumenten: Sequence[str] | None = None) -> int:
    """Open the window and return when it is closed: 0, or 2 when its werkmap could not be opened."""
    gekozen = _argumenten(sys.argv[1:] if argumenten is None else argumenten)
    app = maak_app()
    bezet = held_elsewhere(gekozen.werkmap)
    if bezet is not None:
        return _klop_aan(app, gekozen.werkmap, bezet, gekozen.bundel)
    with ExitStack() as open_:
        venster = maak_venster(app, gekozen.werkmap)
        sys.excepthook = Foutvanger(venster.balk)

        def open_werkmap() -> None:
            app.setProperty("code", start_of_meld(vul))

        def vul() -> None:
            bediening = open_.enter_context(laad("shell.opening").open_werkmap(venster, voorbeeld=gekozen.voorbeeld))
            if gekozen.bundel:
                venster.gebracht.emit(tuple(gekozen.bundel))
            if os.environ.get("TK_UX_COUNT"):
                log, woorden = gekozen.werkmap / "ux.jsonl", bediening.lezer.woorden
                laad("shell.tellen").Teller(app, log, lambda: str(bediening.adres), woorden)

        venster.geverfd.connect(open_werkmap)
        venster.show()
        app.exec()
    if venster.daarna is not None:  # it was locked, or gets a passphrase
        app.setProperty("code", start_of_meld(partial(laad("parts.herstart").heropen, gekozen.werkmap, venster.daarna)))
    return int(app.property("code") or 0)


def _klop_aan(app: QApplication, map_: Path, bezet: WerkmapAlOpen, bundels: Sequence[Path]) -> int:
    """Let the window that is open come forward and return 0, or 2 after saying that it is open where it cannot."""

    def weiger() -> None:
        raise bezet

    def klaar(gehoord: bool) -> None:
        app.setProperty("code", 0 if gehoord else start_of_meld(weiger))
        app.quit()

    klopper = Aanklopper(map_, bundels)
    klopper.klaar.connect(klaar)
    QTimer.singleShot(0, klopper.klop)
    app.exec()
    return int(app.property("code") or 0)


def maak_app() -> QApplication:
    """Return the program as Qt knows it, in Dutch and in our own style; asked again it is the same."""
    app = QApplication.instance() or QApplication(["TK Desktop"])
    if not isinstance(app, QApplication):
        raise TypeError("een venster vraagt een QApplication")
    if app.property(_GEMAAKT):
        return app
    app.setProperty(_GEMAAKT, True)
    app.setApplicationName("TK Desktop")
    app.setApplicationVersion(__version__)
    app.setStyle("Fusion")
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    vertaling = QTranslator(app)
    if vertaling.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(vertaling)
    app.installTranslator(EigenWoorden(app))
    return app


def maak_venster(app: QApplication, map_: Path) -> Venster:
    """Return the frame of the window on a werkmap, in the colours and letters that were chosen there."""
    voorkeuren = Voorkeuren(map_)
    kies_schaal(app, voorkeuren.schaal)  # before the style sheet, whose sizes follow the letters
    kies_thema(app, voorkeuren.thema)
    return Venster(voorkeuren)


def _argumenten(argumenten: Sequence[str]) -> argparse.Namespace:
    lezer = argparse.ArgumentParser(prog="tk-desktop", description="Het venster van TK Desktop.", add_help=False)
    lezer.add_argument("-h", "--help", action="help", help="Toon deze uitleg.")
    lezer.add_argument("--werkmap", type=Path, default=_werkmap(), metavar="MAP", help="De werkmap.")
    lezer.add_argument("--voorbeeld", action="store_true", help="Begin een lege werkmap met de voorbeeldvergadering.")
    lezer.add_argument("bundel", type=Path, nargs="*", metavar="BUNDEL", help="Een bundel (.tkb) om in te nemen.")
    return lezer.parse_args(list(argumenten))


def _werkmap() -> Path:
    documenten = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(os.environ.get("TK_WERKMAP") or Path(documenten) / "TK Desktop")


if __name__ == "__main__":
    sys.exit(main())
