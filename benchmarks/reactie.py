"""How quickly the window answers a person: from a key to its paint, the palette, a search, a set of 500 pages.

The limits are those of SCREENS T2, for a laptop with two cores. Beside typing stands a bare text edit in the same
window system.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from benchmarks.meten import Meting
from benchmarks.sets import _pdf
from tests.verpakt import vul_werkmap
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.desktop.shell.opening import open_werkmap
from tk_desktop.desktop.shell.start import maak_app, maak_venster
from tk_desktop.domain.stuk import Stukversie, Tekstlaag
from tk_desktop.store.werkmap import Store

TOETSEN = 150
TUSSEN = 0.03
"""Seconds between two keys: somebody who types fast. Text is kept and screens look again while one types."""
KEER = 40
PAGINAS = 500
ZIN = "de oevers van de vaart zijn op elf plaatsen verzakt "


def measure(map_: Path) -> Iterator[Meting]:
    """Yield what a window in a process of its own took, each as its p95, in seconds."""
    omgeving = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    opdracht = [sys.executable, "-m", "benchmarks.reactie", str(map_ / "werkmap-reactie")]
    uit = subprocess.run(opdracht, env=omgeving, check=True, capture_output=True, text=True).stdout
    tijden = {naam: _p95(waarden) for naam, waarden in json.loads(uit).items()}
    for naam, wat, grens in (
        ("nota", "van toets tot beeld in de nota, p95", 0.05),
        ("agenda", "van toets tot beeld in de toelichting van een agendapunt, p95", 0.05),
        ("pijl", "van pijltje tot beeld in de agenda, p95", 0.05),
        ("palet", "het palet openen, p95", 0.05),
        ("zoeken", "van de laatste toets tot wat gevonden is, p95", 0.1),
        ("set", f"een stuk van {PAGINAS} bladzijden openen, p95", 1.0),
    ):
        peer = "kaal" if naam in ("nota", "agenda") else ""
        yield Meting(
            wat=wat,
            ons=tijden[naam],
            ander=tijden[peer] if peer else 0.0,
            naam_ander="kale QTextEdit" if peer else "geen ander",
            toegestaan=grens,
            grens=0,
        )


def _p95(waarden: list[float]) -> float:
    return statistics.quantiles(waarden, n=20, method="inclusive")[-1]


class _Verf(QObject):
    """Ends a loop when a widget was painted."""

    def __init__(self, ding: QWidget) -> None:
        super().__init__(ding)
        self.lus = QEventLoop()
        ding.installEventFilter(self)

    def wacht(self) -> None:
        """Wait for the paint; one that does not come counts as a second and more."""
        klok = QTimer()
        klok.timeout.connect(self.lus.quit)
        klok.start(1500)
        self.lus.exec()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self.lus.isRunning():
            QTimer.singleShot(0, self.lus.quit)  # after the paint
        return super().eventFilter(watched, event)


def _wacht(seconden: float) -> None:
    lus = QEventLoop()
    klok = QTimer()
    klok.setTimerType(Qt.TimerType.PreciseTimer)
    klok.timeout.connect(lus.quit)
    klok.start(max(0, round(seconden * 1000)))
    lus.exec()


def _tot(gebeurd: Callable[[], bool]) -> None:
    lus = QEventLoop()
    klok = QTimer()
    einde = time.perf_counter() + 10
    klok.timeout.connect(lambda: lus.quit() if gebeurd() or time.perf_counter() > einde else None)
    klok.start(1)
    lus.exec()


def _toets(ding: QWidget, toets: int, tekst: str = "") -> None:
    for soort in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(ding, QKeyEvent(soort, toets, Qt.KeyboardModifier.NoModifier, tekst))


def _typ(ding: QWidget, verf: _Verf, toetsen: list[tuple[int, str]]) -> list[float]:
    """Press keys at fixed moments and return the seconds from each moment to its paint, waiting before it included."""
    tijden = []
    moment = time.perf_counter() + TUSSEN
    for toets, tekst in toetsen:
        _wacht(moment - time.perf_counter())
        _toets(ding, toets, tekst)
        verf.wacht()
        tijden.append(time.perf_counter() - moment)
        moment = max(moment + TUSSEN, time.perf_counter())
    return tijden


def _letters() -> list[tuple[int, str]]:
    return [(0, ZIN[nr % len(ZIN)]) for nr in range(TOETSEN)]


def _meet(bediening: Bediening) -> dict[str, list[float]]:
    vergadering = bediening.sessie.store.vergaderingen.all()[0].id
    opname = bediening.sessie.store.opname(vergadering)
    hier = Adres(scherm=Scherm.VERGADERINGEN, vergadering=vergadering)
    bediening.ga_naar(hier)
    werkblad = bediening.werkblad
    _wacht(3)  # the large libraries are there, the first check is done
    uit: dict[str, list[float]] = {}
    kaal = QTextEdit()
    kaal.resize(600, 400)
    kaal.show()
    verf = _Verf(kaal.viewport())
    _wacht(0.2)
    uit["kaal"] = _typ(kaal, verf, _letters())
    kaal.close()
    bediening.venster.activateWindow()
    _wacht(0.5)
    stuk = next(een for een in opname.stukken if een.id in opname.notas)
    sectie = max(opname.notas[stuk.id].secties, key=lambda een: len(een.tekst))
    bediening.ga_naar(
        Adres(
            scherm=Scherm.VERGADERINGEN,
            vergadering=vergadering,
            punt=stuk.agendapunt_id or "",
            vak="nota",
            sectie=sectie.id,
        )
    )
    veld = max(werkblad.nota.nota.editor.velden(), key=lambda een: len(een.tekst()))
    veld.setFocus()
    _wacht(1)
    uit["nota"] = _typ(veld, _Verf(veld.viewport()), _letters())
    werkblad.blad.tabs.setCurrentWidget(werkblad.agenda.paneel)
    toelichting = werkblad.agenda.paneel.toelichting
    toelichting.setFocus()
    _wacht(1)
    uit["agenda"] = _typ(toelichting, _Verf(toelichting.viewport()), _letters())
    lijst = werkblad.lijst
    lijst.setFocus()
    _wacht(1)
    heen = [(Qt.Key.Key_Down.value, "")] * 8 + [(Qt.Key.Key_Up.value, "")] * 8
    uit["pijl"] = _typ(lijst, _Verf(lijst.viewport()), heen * 4)
    _wacht(1)
    uit["palet"] = [_palet(bediening) for _ in range(KEER)]
    groot = next(id_ for id_, versie in opname.versies.items() if versie.id == "groot")
    bediening.ga_naar(Adres(scherm=Scherm.ZOEKEN))
    _wacht(0.5)
    uit["zoeken"] = [_zoek(bediening, woord) for woord in ("school", "zwemmen", "kind", "jeugd", "plan") * 3]
    uit["set"] = [_set(bediening, hier, groot) for _ in range(5)]
    return uit


def _palet(bediening: Bediening) -> float:
    verf = _Verf(bediening.typen.palet.lijst.viewport())
    begin = time.perf_counter()
    bediening.opdrachten.acties["help.opdracht"].trigger()
    verf.wacht()
    duur = time.perf_counter() - begin
    bediening.typen.palet.reject()
    _wacht(0.1)
    return duur


def _zoek(bediening: Bediening, woord: str) -> float:
    blad = bediening.lijsten.zoeken
    blad.veld.setText(woord[:-1])
    _wacht(0.6)
    getoond = blad.lijst
    begin = time.perf_counter()
    blad.veld.setText(woord)
    _tot(lambda: blad._getoond == woord)
    verf = _Verf(getoond)
    getoond.update()
    verf.wacht()
    return time.perf_counter() - begin


def _set(bediening: Bediening, hier: Adres, groot: str) -> float:
    """Open a paper of many pages in the pane of the pages, from elsewhere, until its first page is sharp."""
    voorbeeld = bediening.werkblad.papieren.voorbeeld()
    bediening.ga_naar(hier)
    bediening.werkblad.blad.tabs.setCurrentWidget(bediening.werkblad.agenda.paneel)
    voorbeeld._bron.laat_los()
    voorbeeld._bladen.sluit()
    voorbeeld._pad = Path()
    _wacht(0.3)
    begin = time.perf_counter()
    bediening.ga_naar(
        Adres(scherm=Scherm.VERGADERINGEN, vergadering=hier.vergadering, stuk=groot, vak="voorbeeld", sectie="1")
    )
    _tot(lambda: voorbeeld._bladen.aantal == PAGINAS and voorbeeld._bladen.heeft(0))
    return time.perf_counter() - begin


def main(map_: Path) -> None:
    """Measure in a window of its own and print all seconds as JSON."""
    with Store.open(map_, maken=True) as store:
        opname = vul_werkmap(store)
        stuk = next(een for een in opname.stukken if een.id in opname.versies and een.id not in opname.notas)
        bron = _pdf(map_ / "groot.pdf", PAGINAS, "Vergaderset")
        with store.transaction():
            store.versies.save(
                Stukversie(
                    id="groot",
                    stuk_id=stuk.id,
                    volgorde="z",
                    sha256=store.bestanden.bewaar(bron),
                    bestandsnaam=bron.name,
                    media="application/pdf",
                    paginas=PAGINAS,
                    tekstlaag=Tekstlaag.GOED,
                    ontvangen=datetime(2026, 2, 20, 12, 0),
                )
            )
    app = maak_app()
    venster = maak_venster(app, map_)
    venster.resize(1366, 768)
    venster.show()
    with open_werkmap(venster) as bediening:
        uit = _meet(bediening)
        venster.close()
    print(json.dumps(uit))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
