"""The picture of the question in which a layout is taught, by half, with the pack of an invented guild.

It stands alone: in the window its pack comes from a dialog of the system.
"""

import sys
import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer

from tests.intake.huisstijlpakken import GILDEKOLOMMEN, GILDELES, gilde
from tk_desktop.desktop.pages.bladkijker import SCHAAL
from tk_desktop.desktop.parts.theme import Thema, kies_schaal, kies_thema
from tk_desktop.desktop.planning.leerscherm import Leerscherm
from tk_desktop.desktop.shell.start import maak_app
from tk_desktop.intake.aanwijzing import Rolsoort, rol_van
from tk_desktop.intake.indeling import indelingen
from tk_desktop.intake.indelingles import proef_les
from tk_desktop.paper.pakbladen import draw_one, read_pak

_MAAT = (1050, 714)
_GELEERD = 7
"""How much has been taught: up to the row with the names of the columns."""
_RUST = 1500
"""Milliseconds after which everything has its place."""


def main(doel: Path) -> None:
    """Teach half of the layout and take the picture."""
    app = maak_app()
    kies_schaal(app, 100)
    kies_thema(app, Thema.LICHT)
    with tempfile.TemporaryDirectory() as map_:
        vraag = _vraag(Path(map_))
        vraag.resize(*_MAAT)
        vraag.show()
        for rol, woorden in GILDELES[:_GELEERD]:
            _wijs(vraag, rol, woorden)
        QTimer.singleShot(_RUST, app, partial(_neem, vraag, doel))
        app.exec()


def _vraag(map_: Path) -> Leerscherm:
    pak = gilde(map_)
    bladen = read_pak(pak)
    return Leerscherm(
        bladen,
        lambda pagina, klaar: klaar((pagina, draw_one(pak, pagina, SCHAAL))),
        lambda les, klaar, _: klaar(proef_les(pak, bladen, les, map_)),
        bekend=indelingen(),
        eigen=(),
        naar="regio",
    )


def _wijs(vraag: Leerscherm, rol: str, woorden: str) -> None:
    """Choose a line and say what it is, as the user does."""
    regels = [vraag.regels.item(rij) for rij in range(vraag.regels.count())]
    vraag.regels.setCurrentItem(next(regel for regel in regels if woorden in regel.text()))
    vraag.rol.setCurrentIndex(vraag.rol.findData(rol))
    if rol_van(rol).soort is Rolsoort.ETIKET:
        vraag.woord.setEditText(woorden)
    for (_, keuze), kolom in zip(vraag._kolomkeuzes, GILDEKOLOMMEN, strict=False):
        keuze.setCurrentIndex(keuze.findData(kolom))
    vraag.wijs.click()


def _neem(vraag: Leerscherm, doel: Path) -> None:
    vraag.grab().save(str(doel))
    vraag.done(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
