"""Long work goes on in the background, can be stopped, and tells its end once."""

import threading
import weakref
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tk_desktop.base.errors import GeheugenVol, SchijfVol, TkError
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.parts.foutmelding import Meldbalk
from tk_desktop.desktop.parts.logboek import ProgrammaFout, open_logboek
from tk_desktop.desktop.session.jobs import Job, Jobs
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.session.voorkeuren import Voorkeuren
from tk_desktop.store.werkmap import Store


def test_a_job_works_in_another_thread_with_a_store_of_its_own(qtbot: QtBot, jobs: Jobs, werkmap: Path) -> None:
    def tel(store: Store, progress: Progress) -> tuple[int, bool]:
        return len(store.vergaderingen.all()), threading.current_thread() is threading.main_thread()

    job = Job.met_store(partial(Store.open, werkmap), tel)
    with qtbot.waitSignal(job.succeeded) as gekomen:
        jobs.start_job(job)
    assert gekomen.args == [(1, False)]


class _Gevolgd(Store):
    """Tells when it closes."""

    dicht: ClassVar[list[Store]] = []

    def close(self) -> None:
        super().close()
        self.dicht.append(self)


def test_jobs_share_a_store_until_one_leaves_something_behind_and_none_stays_open(
    qtbot: QtBot, jobs: Jobs, werkmap: Path
) -> None:
    gezien: list[Store] = []
    _Gevolgd.dicht.clear()

    def doe(werk: Callable[[Store], object], openen: Callable[[], Store]) -> None:
        def kijk(store: Store, _: Progress) -> None:
            gezien.append(store)
            werk(store)

        job = Job.met_store(openen, kijk)
        with qtbot.waitSignal(job.finished):
            jobs.start_job(job)

    def gewoon(store: Store) -> None:
        store.record(lambda: store._db.execute("UPDATE vergadering SET plaats = 'Zaal 4'"))

    def mislukt(_: Store) -> None:
        raise SchijfVol(bestand="set.pdf")

    zelfde, andere = partial(_Gevolgd.open, werkmap), partial(_Gevolgd.open, werkmap)
    for werk in (gewoon, gewoon, mislukt, gewoon, lambda store: store._db.execute("BEGIN"), gewoon):
        doe(werk, zelfde)
    doe(gewoon, andere)
    na_elkaar = [gezien.index(store) for store in gezien]
    assert na_elkaar == [0, 0, 0, 3, 3, 5, 6]
    assert [gezien.index(store) for store in _Gevolgd.dicht] == [0, 3, 5]
    jobs.sluit()
    assert [gezien.index(store) for store in _Gevolgd.dicht] == [0, 3, 5, 6]


def test_what_a_job_may_meet_is_told_as_it_is(qtbot: QtBot, jobs: Jobs) -> None:
    def vol(_: Progress) -> None:
        raise SchijfVol(bestand="set.pdf")

    assert isinstance(_mislukt(qtbot, jobs, Job(vol)), SchijfVol)


def test_a_job_for_which_there_is_no_memory_tells_that_and_not_of_a_bug(qtbot: QtBot, jobs: Jobs) -> None:
    def te_groot(_: Progress) -> None:
        bytes(2**62)

    assert isinstance(_mislukt(qtbot, jobs, Job(te_groot)), GeheugenVol)


def test_a_bug_in_a_job_is_told_in_one_sentence_and_its_words_are_kept_out_of_the_log(
    qtbot: QtBot, jobs: Jobs, tmp_path: Path
) -> None:
    open_logboek(tmp_path)

    def kapot(_: Progress) -> None:
        raise ValueError("Geheime schikking")

    assert isinstance(_mislukt(qtbot, jobs, Job(kapot)), ProgrammaFout)
    geschreven = (tmp_path / "tk.log").read_text(encoding="utf-8")
    assert "ValueError" in geschreven
    assert "test_jobs.py" in geschreven
    assert "schikking" not in geschreven


def test_a_job_stops_at_its_next_step(qtbot: QtBot, jobs: Jobs) -> None:
    gezien: list[int] = []

    def lang(progress: Progress) -> None:
        for nummer in progress.each(range(1_000_000), "Tellen"):
            gezien.append(nummer)
            job.stop()

    job = Job(lang)
    with qtbot.waitSignals([job.stopped, job.finished]):
        jobs.start_job(job)
    assert gezien == [0]


def test_what_comes_first_passes_what_waits(qtbot: QtBot, jobs: Jobs) -> None:
    poort, gedaan = threading.Event(), []
    eerste = Job(lambda _: poort.wait())
    gewoon, haast = Job(lambda _: gedaan.append("gewoon")), Job(lambda _: gedaan.append("haast"), eerst=True)
    with qtbot.waitSignals([gewoon.finished, haast.finished]):
        for job in (eerste, gewoon, haast):
            jobs.start_job(job)
        poort.set()
    assert gedaan == ["haast", "gewoon"]


class _Hoorder(QObject):
    """Counts what it hears of the background."""

    def __init__(self) -> None:
        super().__init__()
        self.gehoord: Counter[str] = Counter()

    def klaar(self, _: object) -> None:
        self.gehoord["klaar"] += 1

    def stap(self, _wat: str, _gedaan: int, _totaal: int) -> None:
        self.gehoord["stap"] += 1

    def voorbij(self) -> None:
        self.gehoord["voorbij"] += 1


def test_the_end_of_the_shortest_work_is_heard_every_time(qtbot: QtBot, store: Store, jobs: Jobs) -> None:
    sessie, hoorder = Sessie(store, jobs, Meldbalk(), Voorkeuren(store.map)), _Hoorder()
    for _ in range(500):
        sessie.op_achtergrond(
            lambda _: None, hoorder.klaar, met_store=False, stap=hoorder.stap, voorbij=hoorder.voorbij
        )
    qtbot.waitUntil(lambda: not jobs._bezig)
    assert hoorder.gehoord == {"klaar": 500, "stap": 500, "voorbij": 500}


def test_what_was_done_just_before_closing_is_told_nobody(qtbot: QtBot, store: Store) -> None:
    jobs, hoorder = Jobs(), _Hoorder()
    sessie, gedaan = Sessie(store, jobs, Meldbalk(), Voorkeuren(store.map)), threading.Event()
    sessie.op_achtergrond(
        lambda _: gedaan.set(), hoorder.klaar, met_store=False, stap=hoorder.stap, voorbij=hoorder.voorbij
    )
    assert gedaan.wait(60)
    jobs.sluit()  # its end is on its way to a window that has closed its werkmap
    qtbot.wait(1)
    assert hoorder.gehoord == {}


def test_a_job_is_destroyed_in_the_thread_of_the_window(qtbot: QtBot, jobs: Jobs) -> None:
    waar: list[bool] = []

    def geef_op() -> None:
        job = Job(lambda _: None)
        weakref.finalize(job, lambda: waar.append(threading.current_thread() is threading.main_thread()))
        jobs.start_job(job)

    for _ in range(20):
        geef_op()
        qtbot.waitUntil(lambda: not jobs._bezig)
    assert waar == [True] * 19  # the last one is kept until another is done


def test_work_that_waits_for_another_program_holds_up_nothing_else(qtbot: QtBot, jobs: Jobs) -> None:
    poort, gedaan = threading.Event(), []
    wachter, gewoon = Job(lambda _: poort.wait(), wacht=True), Job(lambda _: gedaan.append("gewoon"))
    with qtbot.waitSignal(gewoon.finished):
        jobs.start_job(wachter)
        jobs.start_job(gewoon)
    assert gedaan == ["gewoon"]
    with qtbot.waitSignal(wachter.finished):
        poort.set()


def _mislukt(qtbot: QtBot, jobs: Jobs, job: Job) -> TkError:
    with qtbot.waitSignal(job.failed) as gekomen:
        jobs.start_job(job)
    assert gekomen.args is not None
    (fout,) = gekomen.args
    assert isinstance(fout, TkError)
    return fout
