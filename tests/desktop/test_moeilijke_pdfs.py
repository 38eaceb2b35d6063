"""Whatever a PDF is, it is shown or refused with a reason, and nothing in it runs."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.desktop.lezen import KAAL, LINKS, buitenwereld
from tests.moeilijk import MOEILIJK
from tk_desktop.base.errors import TkError
from tk_desktop.desktop.pages.bladenbron import Achtergrondbron
from tk_desktop.desktop.pages.leesblad import Leesblad
from tk_desktop.desktop.parts.linkvraag import LinkVraag
from tk_desktop.desktop.session.jobs import Jobs

GEWEIGERD = {
    "met wachtwoord": ("er zit een wachtwoord op", "Voeg het toe met het wachtwoord"),
    "afgebroken": ("het bestand is beschadigd", "Vraag de afzender"),
}


@pytest.mark.parametrize("naam", MOEILIJK)
def test_it_is_shown_or_refused_with_a_reason(
    qtbot: QtBot, jobs: Jobs, tmp_path_factory: pytest.TempPathFactory, naam: str
) -> None:
    pad = tmp_path_factory.mktemp("pdf") / "stuk.pdf"
    pad.write_bytes(MOEILIJK[naam]())
    lees = Leesblad(Achtergrondbron(jobs))
    qtbot.addWidget(lees)
    lees.resize(500, 400)
    lees.show()
    fouten: list[TkError] = []
    lees.bladen.mislukt.connect(fouten.append)
    with buitenwereld() as buiten:
        lees.toon(pad)
        qtbot.waitUntil(lambda: bool(fouten) or lees.bladen.scherp, timeout=20_000)
        if naam in GEWEIGERD:
            reden, raad = GEWEIGERD[naam]
            assert reden in fouten[0].melding.format(bestand=pad.name)
            assert raad in fouten[0].raad
            return
        assert not fouten
        assert lees.bladen.heeft(0)
        lees.bladen.ga_naar(lees.bladen.aantal)
        qtbot.waitUntil(lambda: lees.bladen.scherp, timeout=20_000)
        assert lees.bladen.pagina == lees.bladen.aantal
        assert buiten == []
        assert not lees.findChildren(LinkVraag)


def test_a_program_in_a_paper_is_named_and_never_started(
    qtbot: QtBot, jobs: Jobs, tmp_path_factory: pytest.TempPathFactory
) -> None:
    pad = tmp_path_factory.mktemp("pdf") / "stuk.pdf"
    pad.write_bytes(MOEILIJK["met script"]())
    lees = Leesblad(Achtergrondbron(jobs))
    qtbot.addWidget(lees)
    lees.resize(500, 800)
    lees.show()
    lees.toon(pad)
    qtbot.waitUntil(lambda: lees.bladen.scherp, timeout=20_000)
    with buitenwereld() as buiten:
        waar = lees.bladen.plek_van(1).punt(30, 20)
        qtbot.waitUntil(lambda: lees.links.link_op(waar) is not None)
        QTest.mouseClick(lees.bladen.viewport(), LINKS, KAAL, waar.toPoint())
        (vraag,) = lees.findChildren(LinkVraag)
        assert "TK Desktop opent dat niet" in vraag.uitleg
        vraag.reject()
        assert buiten == []
