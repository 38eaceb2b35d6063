"""Opening the window against a bare window of Qt: from the start of the process to the first paint."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.meten import Meting, in_turn
from tests.verpakt import vul_werkmap
from tk_desktop.store.werkmap import Store

_KAAL = """
import sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow

class EersteVerf(QObject):
    def eventFilter(self, wie, wat):
        if wat.type() is QEvent.Type.Paint:
            app.exit(0)
        return False

app = QApplication([])
"""
_ANDER = (
    f"{_KAAL}venster = QMainWindow()\nverf = EersteVerf()\nvenster.installEventFilter(verf)\nvenster.show()\napp.exec()"
)
_ONS = """
import sys
from pathlib import Path
from tk_desktop.desktop.shell.start import maak_app, maak_venster

app = maak_app()
venster = maak_venster(app, Path(sys.argv[1]))
venster.geverfd.connect(app.quit)
venster.show()
app.exec()
"""
_KLAAR = """
import sys
from pathlib import Path
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.shell.start import maak_app, maak_venster

app = maak_app()
venster = maak_venster(app, Path(sys.argv[1]))

def vul():
    with laad("shell.opening").open_werkmap(venster) as bediening:
        venster.repaint()
    app.quit()

venster.geverfd.connect(vul)
venster.show()
app.exec()
"""


def measure(map_: Path) -> Iterator[Meting]:
    """Yield the figure of opening the window on the sample meeting."""
    werkmap = map_ / "werkmap-venster"
    with Store.open(werkmap, maken=True) as store:
        vul_werkmap(store)
    omgeving = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    # An installed program has its bytecode, whatever this machine says of it.
    omgeving |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(map_ / "bytecode")}

    def start(programma: str) -> None:
        opdracht = [sys.executable, "-c", programma, str(werkmap)]
        subprocess.run(opdracht, env=omgeving, check=True, stderr=subprocess.DEVNULL)

    ons, ander = in_turn(lambda: start(_ONS), lambda: start(_ANDER), keer=9)
    yield Meting(
        wat="van start tot eerste beeld", ons=ons, ander=ander, naam_ander="kaal venster", toegestaan=0, grens=2.0
    )
    ons, ander = in_turn(lambda: start(_KLAAR), lambda: start(_ANDER), keer=9)
    yield Meting(
        wat="van start tot de werkmap open is", ons=ons, ander=ander, naam_ander="kaal venster", toegestaan=2, grens=0
    )
