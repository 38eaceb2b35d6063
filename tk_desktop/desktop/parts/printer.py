"""Printers of this computer, and sending a PDF to one.

Where there is a queue of CUPS (Linux, macOS) the PDF itself goes to it, so that letters stay sharp and the queue does
the rest. Elsewhere (Windows) each page is drawn at the resolution of the printer.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from tk_desktop.base.errors import Onderbroken, TkError
from tk_desktop.base.kluispad import Pad
from tk_desktop.base.progress import Progress
from tk_desktop.paper.rendering import PUNTEN_PER_INCH, Bladen, Maat, open_pages

_WACHT = 30
"""Seconds a queue may take to answer."""

_SCHERPST = 300
"""Dots to an inch of a drawn page: more does not show on paper and takes much longer."""


class PrinterReageertNiet(TkError):
    """The printer or its queue does not take the work; the PDF is kept."""

    code = "TK-A02"
    melding = "Afdrukken is niet gelukt: printer ‘{printer}’ reageert niet."
    veilig = "De set staat klaar als pdf."
    advies = "Kijk of de printer aan staat en probeer het opnieuw, of druk de pdf op een andere manier af."


@dataclass(frozen=True, slots=True, kw_only=True)
class Printer:
    """A printer by the name of its queue."""

    naam: str
    standaard: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Printtaak:
    """A PDF laid out for the printer; ``a3_op_a4`` makes larger pages fit on A4."""

    pdf: Pad
    printer: str
    titel: str
    dubbelzijdig: bool = True
    a3_op_a4: bool = False


def vind_printers() -> tuple[Printer, ...]:
    """Return the printers of this computer, the usual one first."""
    gewoon = QPrinterInfo.defaultPrinterName()
    namen = sorted(QPrinterInfo.availablePrinterNames(), key=lambda naam: (naam != gewoon, naam.casefold()))
    return tuple(Printer(naam=naam, standaard=naam == gewoon) for naam in namen)


def druk_af(taak: Printtaak, progress: Progress | None = None) -> None:
    """Send a PDF to its printer; raises ``PrinterReageertNiet``. Belongs to the thread that reads PDFs."""
    lp = shutil.which("lp") if sys.platform != "win32" else None
    if lp is not None:
        stuur_naar_wachtrij(taak, lp)
    else:
        teken_op_printer(taak, progress)


def stuur_naar_wachtrij(taak: Printtaak, lp: str = "lp") -> None:
    """Give the PDF to a queue of CUPS; a run of A3 pages is a job of its own, so that each size gets its own paper."""
    with open_pages(taak.pdf) as bladen:
        maten = bladen.maten
    for van, tot, a3 in _reeksen([maat.is_a3 and not taak.a3_op_a4 for maat in maten]):
        opdracht = [lp, "-d", taak.printer, "-t", taak.titel or taak.pdf.stem]
        opdracht += ["-o", "sides=two-sided-long-edge" if taak.dubbelzijdig else "sides=one-sided"]
        opdracht += ["-o", f"media={'A3' if a3 else 'A4'}", "-o", "print-scaling=auto-fit"]
        if tot - van < len(maten):
            opdracht += ["-P", f"{van + 1}-{tot}"]
        _voer_uit(opdracht, taak.pdf, taak.printer)


def teken_op_printer(taak: Printtaak, progress: Progress | None = None, naar: Path | None = None) -> None:
    """Draw every page on a printer of the system, or into a file as such a printer would."""
    voortgang = progress or Progress()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if naar is not None:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(naar))
    else:
        if taak.printer not in QPrinterInfo.availablePrinterNames():
            raise PrinterReageertNiet(printer=taak.printer)
        printer.setPrinterName(taak.printer)
    printer.setDocName(taak.titel or taak.pdf.stem)
    printer.setFullPage(True)
    duplex = QPrinter.DuplexMode.DuplexLongSide if taak.dubbelzijdig else QPrinter.DuplexMode.DuplexNone
    printer.setDuplex(duplex)
    painter = QPainter()
    try:
        _teken_alles(painter, printer, taak, voortgang)
    except Onderbroken:
        printer.abort()
        raise
    finally:
        painter.end()


def _teken_alles(painter: QPainter, printer: QPrinter, taak: Printtaak, voortgang: Progress) -> None:
    with open_pages(taak.pdf) as bladen:
        maten = bladen.maten
        for pagina in voortgang.each(range(bladen.aantal), "Bladzijden afdrukken"):
            _zet_papier(printer, maten[pagina], a3=maten[pagina].is_a3 and not taak.a3_op_a4)
            gelukt = painter.begin(printer) if pagina == 0 else printer.newPage()
            if not gelukt:
                raise PrinterReageertNiet(printer=taak.printer)
            _teken(painter, printer, bladen, pagina)


def _zet_papier(printer: QPrinter, maat: Maat, *, a3: bool) -> None:
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A3 if a3 else QPageSize.PageSizeId.A4))
    liggend = maat.breedte > maat.hoogte
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if liggend else QPageLayout.Orientation.Portrait)


def _teken(painter: QPainter, printer: QPrinter, bladen: Bladen, pagina: int) -> None:
    maat = bladen.maat(pagina)
    vlak = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
    scherp = min(_SCHERPST, printer.resolution())
    passend = min(vlak.width() / maat.breedte, vlak.height() / maat.hoogte)
    beeld = bladen.beeld(pagina, scherp / PUNTEN_PER_INCH)
    plaats = QRectF(0, 0, maat.breedte * passend, maat.hoogte * passend)
    plaats.moveCenter(QRectF(0, 0, vlak.width(), vlak.height()).center())
    soort = QImage.Format.Format_RGB32
    painter.drawImage(plaats, QImage(beeld.punten, beeld.breedte, beeld.hoogte, beeld.stap, soort))


def _reeksen(a3: Sequence[bool]) -> Iterator[tuple[int, int, bool]]:
    """Yield the runs of pages of one size: from, up to, and whether they are A3."""
    plaats = 0
    for groot, reeks in groupby(a3):
        aantal = len(list(reeks))
        yield plaats, plaats + aantal, groot
        plaats += aantal


def _voer_uit(opdracht: Sequence[str], pdf: Pad, printer: str) -> None:
    """Give a PDF to a command; by its contents, for its name says nothing to another program when it is protected."""
    try:
        uitkomst = subprocess.run(opdracht, input=pdf.read_bytes(), capture_output=True, timeout=_WACHT, check=False)
    except (OSError, subprocess.TimeoutExpired) as fout:
        raise PrinterReageertNiet(printer=printer) from fout
    if uitkomst.returncode != 0:
        raise PrinterReageertNiet(printer=printer)
