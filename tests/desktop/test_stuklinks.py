"""A link to another file leads to that paper when it is one of the set, and else nowhere."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.desktop.leesvenster import Leesvenster, bijlage, lees_venster
from tests.desktop.lezen import KAAL, LINKS
from tests.desktop.venster import druk
from tests.papier import a_paper, a_paper_that_leads_to
from tk_desktop.desktop.parts.linkvraag import LinkVraag
from tk_desktop.desktop.reader.stuklinks import named_file
from tk_desktop.intake.bestanden import lees_stuk
from tk_desktop.intake.toevoegen import replace_stuk
from tk_desktop.paper.cache import Bladcache


def geef_bestand(lezen: Leesvenster, stuk: str, pad: Path) -> None:
    """Replace a paper by a file."""
    gelezen = lees_stuk(pad, Bladcache(pad.parent / "cache"), als_bestand=True)
    nu = lezen.bediening.sessie.nu()
    lezen.bediening.sessie.doe("Vervangen", lambda: replace_stuk(lezen.store, stuk, gelezen, nu))
    versie = lezen.store.versies.van_stuk(stuk)[-1].paginabestand
    lezen.qtbot.waitUntil(lambda: lezen.lezer.voorraad.bestanden[stuk].versie == versie, timeout=30_000)


@pytest.mark.parametrize(("naam", "gevolgd"), [("Begroting 2027.PDF", True), ("Onbekend.pdf", False)])
def test_a_link_to_a_file_of_the_set_opens_that_paper_at_its_page_and_one_goes_back(
    qtbot: QtBot, werkmap: Path, tmp_path: Path, naam: str, gevolgd: bool
) -> None:
    (tmp_path / "Begroting 2027.pdf").write_bytes(a_paper(*([f"Bladzijde {nummer}"] for nummer in (1, 2, 3))))
    (tmp_path / "Plan.pdf").write_bytes(a_paper_that_leads_to(f"stukken/{naam}", 2))
    with lees_venster(qtbot, werkmap) as lezen:
        opname = lezen.lezer.plan().opname
        plan = bijlage(lezen)
        begroting = next(stuk.id for stuk in opname.stukken if opname.label(stuk) == "3 bijl. 1")
        geef_bestand(lezen, begroting, tmp_path / "Begroting 2027.pdf")
        geef_bestand(lezen, plan, tmp_path / "Plan.pdf")
        lezen.lezer.lees(plan)
        lezen.wacht(plan)
        links, bladen = lezen.blad.lezen.links, lezen.blad.bladen
        qtbot.waitUntil(lambda: links.link_op(bladen.plek_van(1).punt(150, 510)) is not None, timeout=30_000)
        QTest.mouseClick(bladen.viewport(), LINKS, KAAL, bladen.plek_van(1).punt(150, 510).toPoint())
        vragen = lezen.bediening.venster.findChildren(LinkVraag)
        if not gevolgd:
            (vraag,) = vragen
            assert "opent dat niet" in vraag.uitleg
            druk("Escape", vraag)
            assert lezen.blad.sleutel == plan
            return
        assert vragen == []
        lezen.wacht(begroting)
        assert lezen.blad.pagina == 2
        druk("Alt+Left")
        lezen.wacht(plan)


@pytest.mark.parametrize(
    ("adres", "bestand"),
    [
        ("file:c:\\stukken\\Plan.pdf", ("plan.pdf", 0)),
        ("bijlage%201.pdf#page=3", ("bijlage 1.pdf", 3)),
        ("file:///srv/plan.pdf#zoom=2&page=4", ("plan.pdf", 4)),
        ("https://waterkant.example/plan.pdf", ("", 0)),
        ("javascript:plan.pdf", ("", 0)),
        ("mailto:plan.pdf", ("", 0)),
    ],
)
def test_only_what_is_no_address_of_the_web_names_a_file(adres: str, bestand: tuple[str, int]) -> None:
    assert named_file(adres) == bestand
