"""Every difficult PDF from elsewhere in the reader: shown or refused with a reason, soon, and the window goes on.

What was measured is printed as a table: how many files of each outcome, the longest time and the longest freeze.
"""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, thread_time

import pypdfium2
import pytest
from PySide6.QtCore import QObject, Qt, QTimerEvent
from pytestqt.qtbot import QtBot

from tests.desktop.lezen import buitenwereld
from tests.moeilijk import MOEILIJK
from tk_desktop.base.errors import TkError
from tk_desktop.desktop.pages.bladenbron import Achtergrondbron
from tk_desktop.desktop.pages.leesblad import Leesblad
from tk_desktop.desktop.parts.linkvraag import LinkVraag
from tk_desktop.desktop.session.jobs import Jobs
from tk_desktop.intake.bestanden import lees_stuk
from tk_desktop.paper.cache import Bladcache

GETOOND = "getoond"
HOOGSTENS = 5.0
"""Seconds in which a file is there or refused (issue C)."""
BEVROREN = 0.1
"""Seconds in which the window may do nothing else, by its own work or waiting for another part of the program.

What a busy machine gave to other programs meanwhile is counted by the kernel (``waited_for_a_core``) and left out.
"""
KEREN = 4
"""How often what took too long is tried again: the machine may have done something else."""
LANG_GENOEG = 60_000


class Hartslag(QObject):
    """Beats in the thread of the window, and tells how long it did not."""

    def __init__(self) -> None:
        super().__init__()
        self.begin()
        self.startTimer(2, Qt.TimerType.PreciseTimer)

    def begin(self) -> None:
        """Forget what was measured."""
        self.langst = self.bezig = 0.0
        self._vorige, self._werk, self._wacht = perf_counter(), thread_time(), waited_for_a_core()

    def timerEvent(self, event: QTimerEvent) -> None:
        """Measure the time since the last beat, by the clock and as work of this thread."""
        del event
        nu, werk, wacht = perf_counter(), thread_time(), waited_for_a_core()
        self.langst = max(self.langst, nu - self._vorige - max(0.0, wacht - self._wacht))
        self.bezig = max(self.bezig, werk - self._werk)
        self._vorige, self._werk, self._wacht = nu, werk, wacht


def waited_for_a_core() -> float:
    """Return how many seconds the threads of this program stood ready while others had the cores; 0 if nobody counts.

    A thread that ended counts no more, so that what was waited can seem less, and a freeze longer, but never shorter.
    """
    taken = Path("/proc/self/task").glob("*/schedstat")
    return sum(_wachttijd(taak) for taak in taken) / 1e9


def _wachttijd(taak: Path) -> int:
    try:
        return int(taak.read_text(encoding="ascii").split()[1])
    except (OSError, IndexError):  # it ended meanwhile, or this kernel does not count
        return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Meting:
    """What became of one file: shown, or the code and words of why not; in how many seconds.

    ``bevroren`` is the longest that the window did nothing else though it could, ``werk`` the most that it did itself.
    """

    uitkomst: str
    duur: float
    bevroren: float = 0.0
    werk: float = 0.0
    links: int = 0

    @property
    def binnen(self) -> bool:
        """Whether it is as quick as it has to be."""
        return self.duur <= HOOGSTENS and self.werk <= BEVROREN and self.bevroren <= BEVROREN


class Proef:
    """A reader in which one file after the other is opened."""

    def __init__(self, qtbot: QtBot, lees: Leesblad) -> None:
        self._qtbot = qtbot
        self._lees = lees
        self._hartslag = Hartslag()
        self._fouten: list[TkError] = []
        lees.bladen.mislukt.connect(self._fouten.append)

    def meet(self, pad: Path) -> Meting:
        """Open a file, look at its first and its last page, and measure; what took too long is tried again."""
        beste = self._open(pad)
        for _ in range(KEREN):
            if beste.binnen:
                break
            beste = min(beste, self._open(pad), key=lambda een: (een.uitkomst != beste.uitkomst, een.bevroren))
        return beste

    def _open(self, pad: Path) -> Meting:
        lees = self._lees
        lees.bladen.sluit()
        self._fouten.clear()
        self._hartslag.begin()
        begin = perf_counter()
        lees.toon(pad)
        self._qtbot.waitUntil(self._klaar, timeout=LANG_GENOEG)
        duur = perf_counter() - begin
        links = 0
        if not self._fouten:
            for plek in lees.bladen.plekken():
                lees.links.lees(plek.pagina)
            self._qtbot.waitUntil(lambda: not lees.links.bezig, timeout=LANG_GENOEG)
            links = sum(len(lees.links.gelezen[plek.pagina]) for plek in lees.bladen.plekken())
            lees.bladen.ga_naar(lees.bladen.aantal)
            self._qtbot.waitUntil(self._klaar, timeout=LANG_GENOEG)
        uitkomst = GETOOND
        if self._fouten:
            uitkomst = _waarom(self._fouten[0], pad)
        return Meting(
            uitkomst=uitkomst, duur=duur, bevroren=self._hartslag.langst, werk=self._hartslag.bezig, links=links
        )

    def _klaar(self) -> bool:
        return bool(self._fouten) or self._lees.bladen.scherp


@pytest.fixture
def niets_buiten() -> Iterator[None]:
    """Whatever is done, no link and no file is followed out of the program."""
    with buitenwereld() as geopend:
        yield
        assert geopend == []


@pytest.fixture
def lees(qtbot: QtBot) -> Iterator[Leesblad]:
    jobs = Jobs()
    blad = Leesblad(Achtergrondbron(jobs))
    qtbot.addWidget(blad)
    blad.resize(500, 400)
    blad.show()
    yield blad
    jobs.sluit()


def _bestanden(gedeeld: Path) -> list[Path]:
    return sorted(pad for pad in (gedeeld / "corpus").rglob("*") if pad.suffix.lower() == ".pdf")


def _te_openen(gedeeld: Path) -> set[str]:
    """Return the files that a plain pdfium opens, by the list that came with them."""
    with (gedeeld / "corpus" / "INDEX.tsv").open(encoding="utf-8") as stroom:
        return {
            rij["file"] for rij in csv.DictReader(stroom, delimiter="\t") if "pdfium" in rij["opened_by"].split("+")
        }


@pytest.mark.usefixtures("niets_buiten")
def test_every_file_is_shown_or_refused_with_a_reason_and_the_window_goes_on(
    gedeeld: Path, lees: Leesblad, qtbot: QtBot, toon: Callable[[str], None]
) -> None:
    map_ = gedeeld / "corpus"
    proef = Proef(qtbot, lees)
    metingen = {str(pad.relative_to(map_)): proef.meet(pad) for pad in _bestanden(gedeeld)}
    toon(_tabel(metingen))
    assert len(metingen) > 500
    assert {naam: een for naam, een in metingen.items() if not een.binnen} == {}
    te_openen = _te_openen(gedeeld)
    geweigerd = sorted(naam for naam, een in metingen.items() if een.uitkomst != GETOOND and naam in te_openen)
    toon(f"geweigerd, al opent pdfium zelf het: {len(geweigerd)} van {len(te_openen)}: {', '.join(geweigerd)}")
    assert len(geweigerd) <= 0.01 * len(te_openen)
    assert not lees.window().findChildren(LinkVraag)


def test_every_other_file_is_read_or_refused_as_soon(
    gedeeld: Path, tmp_path: Path, toon: Callable[[str], None]
) -> None:
    map_, cache = gedeeld / "corpus", Bladcache(tmp_path)
    anders = sorted(pad for pad in map_.rglob("*") if pad.suffix.lower() in (".docx", ".dotx", ".docm"))
    metingen = {}
    for pad in anders:
        begin = perf_counter()
        try:
            lees_stuk(pad, cache, als_bestand=True)
            uitkomst = "gelezen"
        except TkError as fout:
            uitkomst = _waarom(fout, pad)
        metingen[str(pad.relative_to(map_))] = Meting(uitkomst=uitkomst, duur=perf_counter() - begin)
    toon(_tabel(metingen))
    assert {naam: een for naam, een in metingen.items() if not een.binnen} == {}
    assert len(anders) > 100


@pytest.mark.usefixtures("niets_buiten")
def test_the_hard_kinds_by_name_are_shown_or_refused_as_soon(
    lees: Leesblad, qtbot: QtBot, tmp_path: Path, toon: Callable[[str], None]
) -> None:
    proef = Proef(qtbot, lees)
    metingen = {}
    for naam, maak in MOEILIJK.items():
        pad = tmp_path / f"{naam}.pdf"
        pad.write_bytes(maak())
        metingen[naam] = proef.meet(pad)
    for naam, een in metingen.items():
        toon(f"{naam:<24}{_regel([een], len(metingen), een.uitkomst)}")
    assert {naam: een for naam, een in metingen.items() if not een.binnen} == {}


def test_no_script_can_run_because_there_is_nothing_that_runs_it() -> None:
    assert not {"V8", "XFA"} & set(pypdfium2.PDFIUM_INFO.flags)


def _waarom(fout: TkError, pad: Path) -> str:
    """Return why a file is refused, without its name; whoever is refused is told what to do."""
    assert fout.raad, pad
    return f"{fout.code} {str(fout).replace(pad.name, '…')}"


def _tabel(metingen: dict[str, Meting]) -> str:
    """Return the outcomes with how many files, the share, the longest time and the longest freeze."""
    per_uitkomst: dict[str, list[Meting]] = defaultdict(list)
    for een in metingen.values():
        per_uitkomst[een.uitkomst].append(een)
    regels = [f"{'bestanden':>9} {'deel':>6} {'langst':>8} {'stil':>7} {'werk':>7}  uitkomst"]
    for uitkomst, rij in sorted(per_uitkomst.items(), key=lambda paar: (-len(paar[1]), paar[0])):
        regels.append(_regel(rij, len(metingen), uitkomst))
    links = sum(een.links for een in metingen.values())
    return "\n".join(
        [*regels, _regel([*metingen.values()], len(metingen), f"samen; {links} links gezien, geen gevolgd")]
    )


def _regel(rij: list[Meting], alle: int, wat: str) -> str:
    duur, stil, werk = (max(getattr(een, naam) for een in rij) for naam in ("duur", "bevroren", "werk"))
    ms = f"{1000 * stil:>4.0f} ms {1000 * werk:>4.0f} ms"
    return f"{len(rij):>9} {len(rij) / alle:>6.1%} {duur:>6.2f} s {ms}  {wat}"
