"""Looking at the pages of a set: the first page of 1 500, and turning a page, against bare pypdfium2."""

import datetime
import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

import pypdfium2
from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.meten import Meting, in_turn
from tk_desktop.base.paths import resources
from tk_desktop.desktop.pages.bladen import Bladenweergave
from tk_desktop.desktop.pages.bladenbron import Achtergrondbron
from tk_desktop.desktop.pages.bladindeling import RUIMTE, Zoom, Zoomsoort
from tk_desktop.desktop.session.jobs import Jobs
from tk_desktop.paper.joining import Deel, voeg_samen
from tk_desktop.paper.received import maak_gereed

LETTER = resources() / "fonts" / "carlito" / "Carlito-Regular.ttf"
RONDES = 37
"""How often the papers of the sample come: together some 1 500 pages."""
KEER = 99
VERDER = 7
"""Pages that are gone on each time: past those that were made ready beside the one that is looked at."""


class _Leeg(QWidget):
    """A widget that draws an image and nothing else."""

    beeld: QImage | None = None

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw it."""
        if self.beeld is not None:
            QPainter(self).drawImage(0, 0, self.beeld)


def measure(map_: Path) -> Iterator[Meting]:
    """Yield the figures of opening a set of 1 500 pages and of turning to a page of it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    set_ = _set(map_)
    jobs = Jobs()
    bron = Achtergrondbron(jobs)
    weergave = Bladenweergave(bron)
    weergave.resize(1300, 1750)  # a whole page as sharp as on a laptop with a fine screen
    weergave.zet_zoom(Zoom(Zoomsoort.PAGINA))
    weergave.show()
    try:
        yield _eerste(app, weergave, bron, set_)
        yield _verder(app, weergave, set_)
        yield _omslaan(app, weergave, set_)
    finally:
        jobs.sluit()
        weergave.close()


def _eerste(app: object, weergave: Bladenweergave, bron: Achtergrondbron, set_: Path) -> Meting:
    def onze() -> None:
        weergave.toon(set_)
        _tot(app, lambda: weergave.heeft(0))

    def dicht() -> None:
        if weergave.aantal:
            _tot(app, lambda: weergave.scherp)  # nobody reads any more
        bron.laat_los()
        weergave.sluit()

    def kaal() -> None:
        with pypdfium2.PdfDocument(set_) as pdf:
            pdf[0].render(scale=_schaal(weergave, pdf), prefer_bgrx=True).close()

    ons, ander = in_turn(onze, kaal, keer=9, voor=dicht)
    onze()
    return Meting(
        wat=f"de eerste van {weergave.aantal} bladzijden op het scherm",
        ons=ons,
        ander=ander,
        naam_ander="kaal pypdfium2",
        toegestaan=0.3,
        grens=0.0,
    )


def _verder(app: object, weergave: Bladenweergave, set_: Path) -> Meting:
    """Turn one page on, as one reads; beside it a bare widget that draws what pypdfium2 gives it there and then."""
    pdf = pypdfium2.PdfDocument(set_)
    leeg = _Leeg()
    leeg.resize(weergave.size())
    leeg.show()
    weergave.ga_naar(900)
    terug = count(900)

    def onze() -> None:
        naar = weergave.pagina + 1
        weergave.ga_naar(naar)
        _tot(app, lambda: weergave.heeft(naar - 1))
        weergave.viewport().repaint()

    def rust() -> None:
        _tot(app, lambda: weergave.scherp)

    def kaal() -> None:
        blad = pdf[next(terug)]
        kaart = blad.render(scale=_schaal(weergave, pdf), prefer_bgrx=True)
        leeg.beeld = QImage(kaart.buffer, kaart.width, kaart.height, kaart.stride, QImage.Format.Format_RGB32)
        leeg.repaint()
        leeg.beeld = None
        kaart.close()
        blad.close()

    ons, ander = in_turn(onze, kaal, keer=KEER, voor=rust)
    leeg.close()
    pdf.close()
    return Meting(
        wat="een bladzijde omslaan, tot zij op het scherm staat",
        ons=ons,
        ander=ander,
        naam_ander="kaal pypdfium2 op een leeg scherm",
        toegestaan=0.0,
        grens=1.3,
    )


def _omslaan(app: object, weergave: Bladenweergave, set_: Path) -> Meting:
    """Go to a page that was not ready; beside it pypdfium2 alone, also in another thread than the one that waits."""
    pdf = pypdfium2.PdfDocument(set_)
    heen, terug = count(20, VERDER), count(20, VERDER)
    vragen: SimpleQueue[int | None] = SimpleQueue()
    klaar: SimpleQueue[None] = SimpleQueue()

    def onze() -> None:
        pagina = next(heen)
        weergave.ga_naar(pagina + 1)
        _tot(app, lambda: weergave.heeft(pagina))

    def rust() -> None:
        _tot(app, lambda: weergave.scherp)

    def werk() -> None:
        while (pagina := vragen.get()) is not None:
            _teken(weergave, pdf, pagina)
            klaar.put(None)

    def kaal() -> None:
        vragen.put(next(terug))
        klaar.get()

    draad = Thread(target=werk)
    draad.start()
    ons, ander = in_turn(onze, kaal, keer=KEER, voor=rust)
    vragen.put(None)
    draad.join()
    pdf.close()
    return Meting(
        wat="naar een bladzijde gaan die nog niet klaarstond",
        ons=ons,
        ander=ander,
        naam_ander="kaal pypdfium2 in een andere draad",
        toegestaan=1 / 60,  # the time of one image of the screen, for the image of the window between
        grens=1.3,
    )


def _teken(weergave: Bladenweergave, pdf: pypdfium2.PdfDocument, pagina: int) -> None:
    blad = pdf[pagina]
    blad.render(scale=_schaal(weergave, pdf, pagina), prefer_bgrx=True).close()
    blad.close()


def _tot(app: object, klaar: Callable[[], bool]) -> None:
    assert isinstance(app, QApplication)
    while not klaar():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)  # sleeps, as the window does


def _schaal(weergave: Bladenweergave, pdf: pypdfium2.PdfDocument, pagina: int = 0) -> float:
    breed, hoog = pdf.get_page_size(pagina)
    vlak = weergave.viewport()
    return float(min((vlak.width() - 2 * RUIMTE) / breed, (vlak.height() - 2 * RUIMTE) / hoog))


def _set(map_: Path) -> Path:
    """Write a set of many papers, stamped, bookmarked and linked as ours are: those of the sample, again and again."""
    bronnen = sorted((resources() / "sample").glob("*.pdf"))
    gereed = [map_ / f"gereed-{nummer}.pdf" for nummer in range(len(bronnen))]
    for bron, pad in zip(bronnen, gereed, strict=True):
        maak_gereed(bron, pad)
    delen = [
        Deel(pdf=pad, titel=f"Stuk {ronde}", anker=f"stuk-{ronde}-{nummer}", stempel=f"{ronde}", gereed=True)
        for ronde in range(RONDES)
        for nummer, pad in enumerate(gereed)
    ]
    doel = map_ / "set.pdf"
    voeg_samen(delen, doel, titel="Vergaderset", datum=datetime.date(2026, 3, 4), letter=LETTER)
    return doel
