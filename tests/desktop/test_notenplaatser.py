"""A paper with notes is replaced while one prepares a meeting: it is told at once how the notes stand."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.desktop.venster import toon_venster
from tests.ux.noten import leg_noten_neer
from tk_desktop.base.paths import resources
from tk_desktop.desktop.reader.notenplaatser import Notenplaatser
from tk_desktop.domain.aantekening import Oordeel
from tk_desktop.intake.bestanden import lees_stuk
from tk_desktop.intake.toevoegen import replace_stuk
from tk_desktop.paper.cache import Bladcache


def test_a_replaced_paper_tells_how_its_notes_stand(qtbot: QtBot, werkmap: Path, tmp_path: Path) -> None:
    leg_noten_neer(werkmap, 4, "9b")
    pad = tmp_path / "9b verslag.pdf"
    (bron,) = (resources() / "sample").glob("9b*.pdf")
    pad.write_bytes(bron.read_bytes() + b"% anders\n")
    with toon_venster(qtbot, werkmap) as bediening:
        sessie = bediening.sessie
        gemeld: list[str] = []
        sessie.gemeld.connect(lambda tekst, _: gemeld.append(tekst))
        gelezen = lees_stuk(pad, Bladcache(tmp_path / "cache"), als_bestand=True)
        replace_stuk(sessie.store, "stuk-9b", gelezen, sessie.nu())
        plaatser = Notenplaatser(sessie, bediening)
        plaatser.na_vervanging("stuk-9b", "9b")
        qtbot.waitUntil(lambda: bool(gemeld), timeout=30_000)
        assert gemeld == ["9b: Uw 4 aantekeningen staan op hun plaats."]
        noten = [een for een in sessie.store.aantekeningen.all() if een.papier == "stuk-9b"]
        assert {een.plaats.oordeel for een in noten if een.plaats is not None} == {Oordeel.ZEKER}
        plaatser.na_vervanging("stuk-9b", "9b")  # they stand there already
        plaatser.na_vervanging("stuk-2a", "2a")  # a nota has no received file
        assert len(gemeld) == 1
