"""Reading a set of 1 500 pages and 1 GB, and every difficult file: memory, and how long nothing moves.

Both run in a process of their own: the pages, with the contents and the small pages beside them. A beat in the thread
of the window tells the longest time it was busy with one thing.
"""

import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from benchmarks.meten import Kromme, Meting
from tests.moeilijk import MOEILIJK
from tests.zaden import GEDEELD
from tk_desktop.base.errors import TkError
from tk_desktop.desktop.pages.bladenbron import Achtergrondbron
from tk_desktop.desktop.pages.bladindeling import Zoom, Zoomsoort
from tk_desktop.desktop.pages.koppenlijst import Koppenlijst
from tk_desktop.desktop.pages.leesblad import Leesblad
from tk_desktop.desktop.pages.miniaturen import Miniaturen
from tk_desktop.desktop.session.jobs import Jobs

PAGINAS = 1_500
GROOT = 1024**3
GEHEUGEN = 600
"""Megabytes that may be used while paging through that set."""
STILSTAND = 0.1
"""Seconds the thread of the window may be busy with one thing."""
OPENEN = 5.0
"""Seconds in which a file is there or refused."""
SCANS = 12
_BLADEREN = 3
"""Pages of each difficult file that are gone to."""


def measure(map_: Path) -> Iterator[Meting]:
    """Yield the figures of the large set, and of difficult files: our own, and those from elsewhere where they are."""
    set_ = _grote_set(map_ / "groot.pdf")
    groot = _in_proces("groot", set_)
    yield _grens(f"de eerste bladzijde van {PAGINAS} ({set_.stat().st_size / GROOT:.1f} GB)", groot["eerste"], 0.3)
    eigen = f"eigen werk van het venster hoogstens {1000 * groot['werk']:.0f} ms"
    yield _grens(f"langste stilstand bij {groot['gezien']:.0f} keer omslaan daarin ({eigen})", groot["stil"], STILSTAND)
    yield Meting(
        wat="geheugen na heel die set doorbladeren",
        ons=groot["geheugen"],
        ander=groot["kaal"],
        naam_ander="lege lezer",
        toegestaan=GEHEUGEN,
        grens=0.0,
        eenheid="MB",
    )
    gemaakt = map_ / "moeilijk"
    gemaakt.mkdir()
    for naam, maak in MOEILIJK.items():
        (gemaakt / f"{naam}.pdf").write_bytes(maak())
    moeilijk = _in_proces("moeilijk", gemaakt)
    hoe = f"{moeilijk['getoond']:.0f} getoond, {moeilijk['geweigerd']:.0f} geweigerd"
    yield _grens(
        f"het traagste van {moeilijk['bestanden']:.0f} moeilijke bestanden ({hoe})", moeilijk["traagst"], OPENEN
    )
    yield Meting(
        wat="langste stilstand van het venster daarbij",
        ons=moeilijk["stil"],
        ander=moeilijk["stil_kaal"],
        naam_ander="venster dat niets doet",
        toegestaan=STILSTAND,
        grens=0.0,
    )


def groei(map_: Path) -> Iterator[Kromme]:
    """Yield how the wait for the first page, and the memory after paging through, grow with the pages of a set."""
    gemeten = {
        paginas: _in_proces("groot", _grote_set(map_ / f"groot-{paginas}.pdf", paginas)) for paginas in (150, 500, 1500)
    }
    for grafiek, naam, wat, keer, as_y in (
        ("Een set openen", "eerste bladzijde", "eerste", 1000, "milliseconden"),
        ("Geheugen bij het lezen", "na heel de set", "geheugen", 1, "MB"),
    ):
        punten = tuple((paginas, keer * waarden[wat]) for paginas, waarden in gemeten.items())
        yield Kromme(grafiek=grafiek, naam=naam, punten=punten, as_x="bladzijden in de set", as_y=as_y)


def _grens(wat: str, ons: float, grens: float) -> Meting:
    return Meting(wat=wat, ons=ons, ander=0.0, naam_ander="geen ander", toegestaan=grens, grens=0.0)


def _in_proces(wat: str, pad: Path) -> dict[str, float]:
    omgeving = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    opdracht = [sys.executable, "-m", "benchmarks.lezen", wat, str(pad)]
    uit = subprocess.run(opdracht, env=omgeving, check=True, capture_output=True, text=True).stdout
    return {naam: float(waarde) for naam, waarde in json.loads(uit).items()}


class _Hartslag(QObject):
    """Measures the longest time between two beats of a timer of 2 ms, and the most this thread worked between them.

    The first is what a person sees; on a machine that is full it holds the turns of others, the second does not.
    """

    def __init__(self) -> None:
        super().__init__()
        self.begin()
        self._klok = QTimer(self)
        self._klok.setTimerType(Qt.TimerType.PreciseTimer)
        self._klok.timeout.connect(self._slag)
        self._klok.start(2)

    def begin(self) -> None:
        """Forget what was before."""
        self.langst = self.werk = 0.0
        self._vorige, self._gewerkt = time.perf_counter(), time.thread_time()

    def _slag(self) -> None:
        nu, gewerkt = time.perf_counter(), time.thread_time()
        self.langst, self.werk = max(self.langst, nu - self._vorige), max(self.werk, gewerkt - self._gewerkt)
        self._vorige, self._gewerkt = nu, gewerkt


def _tot(klaar: Callable[[], bool], seconden: float = 30.0) -> bool:
    einde = time.perf_counter() + seconden
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    while not klaar() and time.perf_counter() < einde:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    return klaar()


def _groot(set_: Path, lees: Leesblad, hart: _Hartslag) -> dict[str, float]:
    uit = {"kaal": _geheugen()}
    begin = time.perf_counter()
    lees.toon(set_)
    _tot(lambda: lees.bladen.heeft(0))
    uit["eerste"] = time.perf_counter() - begin
    _tot(lambda: lees.bladen.scherp)
    hart.begin()
    gezien = 0
    meest = 0.0
    while lees.bladen.pagina < lees.bladen.aantal:
        pagina = lees.bladen.pagina
        QTest.keyClick(lees.bladen, Qt.Key.Key_Right)
        _tot(lambda pagina=pagina: lees.bladen.heeft(pagina))  # type: ignore[misc]
        gezien += 1
        if gezien % 25 == 0:
            meest = max(meest, _geheugen())
    return {**uit, "stil": hart.langst, "werk": hart.werk, "gezien": gezien, "geheugen": max(meest, _geheugen())}


def _moeilijk(map_: Path, lees: Leesblad, hart: _Hartslag) -> dict[str, float]:
    telling: Counter[str] = Counter()
    fouten: list[TkError] = []
    lees.bladen.mislukt.connect(fouten.append)
    traagst = 0.0
    hart.begin()
    _tot(lambda: False, 1.0)
    stil_kaal = hart.langst
    hart.begin()
    alle = [een for waar in (map_, GEDEELD / "corpus") for een in waar.rglob("*") if een.suffix.lower() == ".pdf"]
    for pad in sorted(alle):
        fouten.clear()
        begin = time.perf_counter()
        lees.toon(pad)
        gelukt = _tot(lambda pad=pad: bool(fouten) or (lees.bladen.pad == pad and lees.bladen.scherp))  # type: ignore[misc]
        traagst = max(traagst, time.perf_counter() - begin)
        telling["geweigerd" if fouten else "getoond" if gelukt else "blijft hangen"] += 1
        for pagina in range(2, min(lees.bladen.aantal, _BLADEREN) + 1):
            lees.bladen.ga_naar(pagina)
            _tot(lambda: lees.bladen.scherp)
    return {
        "bestanden": telling.total(),
        "getoond": telling["getoond"],
        "geweigerd": telling["geweigerd"],
        "traagst": traagst,
        "stil": hart.langst,
        "stil_kaal": stil_kaal,
    }


def _geheugen() -> float:
    """Return the megabytes this process has in memory now."""
    for regel in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if regel.startswith("VmRSS:"):
            return int(regel.split()[1]) / 1024
    raise RuntimeError("geen VmRSS")


def _grote_set(pad: Path, paginas: int = PAGINAS) -> Path:
    """Write so many scanned pages, each with a picture of its own of some 700 KB and a line of text."""
    beelden = [_scan(nummer) for nummer in range(SCANS)]
    per = GROOT // PAGINAS  # whatever the number of pages
    plekken: list[int] = []
    with pad.open("wb") as uit:

        def ding(nummer: int, inhoud: bytes) -> None:
            plekken.append(uit.tell())
            uit.write(b"%d 0 obj\n" % nummer + inhoud + b"\nendobj\n")

        def stroom(nummer: int, kop: bytes, inhoud: bytes) -> None:
            ding(nummer, b"<<" + kop + b"/Length %d>>stream\n" % len(inhoud) + inhoud + b"\nendstream")

        uit.write(b"%PDF-1.5\n")
        ding(1, b"<</Type/Catalog/Pages 2 0 R>>")
        kinderen = b" ".join(b"%d 0 R" % (4 + 3 * nummer) for nummer in range(paginas))
        ding(2, b"<</Type/Pages/Count %d/Kids[" % paginas + kinderen + b"]>>")
        ding(3, b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
        for nummer in range(paginas):
            eerste = 4 + 3 * nummer
            ding(
                eerste,
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F 3 0 R>>"
                b"/XObject<</B %d 0 R>>>>>>" % (eerste + 1, eerste + 2),
            )
            tekst = b"q 595 0 0 842 0 0 cm /B Do Q BT /F 12 Tf 60 790 Td (Bladzijde %d) Tj ET" % (nummer + 1)
            stroom(eerste + 1, b"", tekst)
            beeld = beelden[nummer % SCANS]
            kop = b"/Type/XObject/Subtype/Image/Width 1240/Height 1754/ColorSpace/DeviceGray/BitsPerComponent 8"
            stroom(eerste + 2, kop + b"/Filter/DCTDecode", beeld.ljust(per, b"\0"))
        begin = uit.tell()
        uit.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(plekken) + 1))
        uit.write(b"".join(b"%010d 00000 n \n" % plek for plek in plekken))
        uit.write(b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (len(plekken) + 1, begin))
    return pad


def _scan(nummer: int) -> bytes:
    """Return a grey page as a scanner gives it: A4 at 150 dots to an inch, with noise."""
    ruis = Image.effect_noise((1240, 1754), 24 + nummer)
    stroom = BytesIO()
    ruis.save(stroom, "JPEG", quality=60)
    return stroom.getvalue()


def main(wat: str, pad: Path) -> None:
    """Measure in a window of its own and print all as JSON."""
    app = QApplication(["lezen"])
    jobs = Jobs()
    bron = Achtergrondbron(jobs)
    lees, koppen, miniaturen = Leesblad(bron), Koppenlijst(), Miniaturen(bron)
    lees.bladen.zet_zoom(Zoom(Zoomsoort.PAGINA))
    koppen.volg(lees)
    miniaturen.volg(lees.bladen)
    venster = QWidget()
    rij = QHBoxLayout(venster)
    for deel, breed in ((koppen, 0), (miniaturen, 0), (lees, 1)):
        rij.addWidget(deel, breed)
    venster.resize(1800, 900)
    venster.show()
    hart = _Hartslag()
    _tot(lambda: False, 0.3)
    try:
        uit = _groot(pad, lees, hart) if wat == "groot" else _moeilijk(pad, lees, hart)
    finally:
        jobs.sluit()
        venster.close()
    sys.stdout.write(json.dumps(uit))
    del app


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
