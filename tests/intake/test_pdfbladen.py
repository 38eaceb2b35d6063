"""A PDF whose letters have no meaning comes in readable: the file as it came, its words by the font."""

from datetime import datetime
from pathlib import Path

from tests.intake.pakbouwers import AGENDA, NOTA
from tests.paper.naamloze_letters import andere_namen, een_letterpdf
from tk_desktop.domain.stuk import LETTERNAMEN, Tekstlaag
from tk_desktop.intake.bestanden import lees_stuk
from tk_desktop.intake.pakbestand import lees_pakbestand
from tk_desktop.intake.pdfbladen import lees_paginas
from tk_desktop.paper.cache import Bladcache
from tk_desktop.paper.reading import lees_pdf

NU = datetime.fromisoformat("2026-05-20T09:00:00+02:00")


def test_a_paper_is_read_by_the_copy_and_kept_as_it_came(tmp_path: Path) -> None:
    bron = een_letterpdf(tmp_path / "2 bijlage 1 - Meting.pdf", ["Kosten van de kade: € 12.500"])
    gelezen = lees_stuk(bron, Bladcache(tmp_path / "cache"), als_bestand=True)
    assert gelezen.paginas == ("Kosten van de kade: € 12.500",)
    assert (gelezen.bron, gelezen.omgezet_met, gelezen.tekstlaag) == (bron, LETTERNAMEN, Tekstlaag.GOED)
    assert "vergelijk namen en bedragen" in gelezen.opmerkingen[0]
    assert gelezen.pdf is not None
    assert lees_pdf(gelezen.pdf).paginas == gelezen.paginas
    nog_eens = lees_stuk(bron, Bladcache(tmp_path / "cache"), als_bestand=True)
    assert nog_eens == gelezen, "the copy is made once"


def test_each_page_with_lost_letters_is_told(tmp_path: Path) -> None:
    bron = een_letterpdf(tmp_path / "a.pdf", ["Prijs € 15"], ["Geen cijfer"], verander=andere_namen(five="g9"))
    gelezen = lees_paginas(bron, Bladcache(tmp_path / "cache"))
    assert gelezen.paginas[0] == "Prijs € 1▯"
    assert "bladzijde 1 en 2 was niet te lezen" in gelezen.opmerkingen[0]
    assert "(▯) die niet worden geraden staan op bladzijde 1 (1)" in gelezen.opmerkingen[1]


def test_a_whole_pack_with_such_letters_becomes_a_meeting(tmp_path: Path) -> None:
    bladen = [[regel for regel in blad if regel] for blad in (AGENDA, NOTA)]
    bron = een_letterpdf(tmp_path / "pak.pdf", *bladen)
    gelezen, voorstel = lees_pakbestand(bron, Bladcache(tmp_path / "cache"))
    assert voorstel.bron == bron
    assert voorstel.lezing.agenda is not None
    assert voorstel.lezing.agenda.gremium == "bestuurscommissie Waterkant"
    assert gelezen.omgezet_met == LETTERNAMEN
