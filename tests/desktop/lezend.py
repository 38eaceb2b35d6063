"""A window in which a paper is read, for tests of what stands beside its pages."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.desktop.venster import toon_venster
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.domain.notenstijl import NAAMLOOS


@contextmanager
def lezend_venster(qtbot: QtBot, map_: Path, sleutel: str = "stuk-2a") -> Iterator[Bediening]:
    """Give a window in which a paper of the sample meeting is read, at its first page."""
    with toon_venster(qtbot, map_) as geopend:
        geopend.sessie.voorkeuren.naam = NAAMLOOS  # so that the first word does not ask for it
        vergadering = geopend.sessie.store.vergaderingen.all()[0].id
        geopend.ga_naar(Adres(scherm=Scherm.LEZEN, vergadering=vergadering, stuk=sleutel))
        wacht_op(qtbot, geopend, sleutel)
        yield geopend


def wacht_op(qtbot: QtBot, bediening: Bediening, sleutel: str, pagina: int = 0) -> None:
    """Wait until a page of a paper is shown."""

    def is_er() -> bool:
        adres = bediening.adres
        return adres.stuk == sleutel and adres.sectie == (str(pagina) if pagina else adres.sectie or "-")

    qtbot.waitUntil(is_er, timeout=30_000)
