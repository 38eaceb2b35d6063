"""What tests of the reader in the window share: it is open on a paper, and words of it are selected."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.desktop.venster import toon_venster
from tests.papier import a_paper
from tk_desktop.desktop.pages.papierblad import Papierblad
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.tekstselectie import Tekstplek
from tk_desktop.desktop.reader.notitiebediening import Notitiebediening
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.domain.notenstijl import NAAMLOOS
from tk_desktop.intake.bestanden import lees_stuk
from tk_desktop.intake.toevoegen import replace_stuk
from tk_desktop.paper.cache import Bladcache


class Leesvenster:
    """The window while one reads."""

    def __init__(self, qtbot: QtBot, bediening: Bediening) -> None:
        self.qtbot = qtbot
        self.bediening = bediening
        self.store = bediening.sessie.store
        self.lezer = bediening.lezer.bediening()

    @property
    def blad(self) -> Papierblad:
        """The paper that is read."""
        blad = self.lezer.scherm.actief
        assert blad is not None
        return blad

    @property
    def notities(self) -> Notitiebediening:
        """What is noted."""
        return self.lezer.notities

    def wacht(self, sleutel: str) -> None:
        """Wait until a paper is shown, with the words of its page."""
        self.qtbot.waitUntil(lambda: self.blad.sleutel == sleutel and self.blad.pagina > 0, timeout=30_000)
        self.qtbot.waitUntil(lambda: self.blad.lezen.teksten.van(self.blad.pagina) is not None, timeout=30_000)

    def selecteer(self, woorden: str, pagina: int = 1) -> None:
        """Select words on a page."""
        tekst = self.blad.lezen.teksten.van(pagina)
        assert tekst is not None
        begin = tekst.tekst.index(woorden)
        self.blad.lezen.selectie.zet(Tekstplek(pagina, begin), Tekstplek(pagina, begin + len(woorden)))


@contextmanager
def lees_venster(qtbot: QtBot, werkmap: Path, sleutel: str = "stuk-2a") -> Iterator[Leesvenster]:
    """Give a window in which a paper of the sample meeting is read."""
    with toon_venster(qtbot, werkmap) as bediening:
        bediening.sessie.voorkeuren.naam = bediening.sessie.voorkeuren.naam or NAAMLOOS
        vergadering = bediening.sessie.store.vergaderingen.all()[0].id
        bediening.ga_naar(Adres(scherm=Scherm.LEZEN, vergadering=vergadering, stuk=sleutel))
        lezen = Leesvenster(qtbot, bediening)
        lezen.wacht(sleutel)
        yield lezen


def bijlage(lezen: Leesvenster) -> str:
    """Return the key of a received paper of the sample meeting."""
    opname = lezen.lezer.plan().opname
    return next(stuk.id for stuk in opname.stukken if opname.label(stuk) == "2a bijl. 1")


def vervang(lezen: Leesvenster, map_: Path, bladen: list[list[str]], dag: int) -> None:
    """Replace that paper by one with these lines on its pages, on a day in March."""
    pad = map_ / f"Projectplan v{dag}.pdf"
    pad.write_bytes(a_paper(*bladen, maat=(800, 600)))
    stuk, nu = bijlage(lezen), datetime.fromisoformat(f"2026-03-0{dag}T09:00:00+01:00")
    gelezen = lees_stuk(pad, Bladcache(map_ / "cache"), als_bestand=True)
    lezen.bediening.sessie.doe("2a bijl. 1 vervangen", lambda: replace_stuk(lezen.store, stuk, gelezen, nu))
    versie = lezen.store.versies.van_stuk(stuk)[-1].paginabestand
    lezen.qtbot.waitUntil(lambda: lezen.lezer.voorraad.bestanden[stuk].versie == versie, timeout=30_000)
