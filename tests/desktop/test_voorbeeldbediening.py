"""The pages beside the agenda are those of the paper that is looked at, whatever comes in late."""

from pytestqt.qtbot import QtBot

from tk_desktop.base.errors import SchijfVol
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.pages.voorbeeldbediening import Voorbeeldbediening
from tk_desktop.desktop.parts.foutmelding import Meldbalk
from tk_desktop.desktop.session.eigen_store import EigenStore
from tk_desktop.desktop.session.jobs import Job, Jobs
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.session.voorkeuren import Voorkeuren
from tk_desktop.store.werkmap import Store


def _vol(_: Progress) -> None:
    raise SchijfVol(bestand="nota.pdf")


def test_a_failure_for_an_earlier_paper_does_not_replace_the_present_one(
    qtbot: QtBot, store: Store, jobs: Jobs, vergadering_id: str
) -> None:
    sessie = Sessie(store, jobs, Meldbalk(), Voorkeuren(store.map))
    voorbeeld = Voorbeeldbediening(sessie, lambda: store.opname(vergadering_id))
    qtbot.addWidget(voorbeeld.blad)
    voorbeeld.toon("stuk-2a")
    qtbot.waitUntil(lambda: voorbeeld.plek == ("stuk-2a", 1), timeout=30_000)
    eerdere = Job(_vol)
    eerdere.failed.connect(voorbeeld._weiger)
    eerdere.voer_uit(EigenStore())
    assert voorbeeld.plek == ("stuk-2a", 1)
