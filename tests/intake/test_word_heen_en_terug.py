"""What TK Desktop writes as Word, it reads back: the same meeting, letter, agenda and nota's."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings

from tests import bouwers
from tests.intake.heen_en_terug import beeld, tekstbeeld, via_word
from tests.intake.willekeurig import opnames, tekst
from tests.schijf import IN_GEHEUGEN
from tests.voorbeeld.inhoud import voorbeeld
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import Sectiesoort
from tk_desktop.export.word import write_word
from tk_desktop.intake.word import lees_word_stuk


def test_the_sample_meeting_comes_back_from_word_the_same(tmp_path: Path) -> None:
    opname = voorbeeld()
    terug, _ = via_word(opname, tmp_path)
    assert beeld(terug) == beeld(opname)


@settings(max_examples=40, deadline=None)
@given(opname=opnames())
def test_any_meeting_comes_back_from_word_the_same(opname: Momentopname) -> None:
    with TemporaryDirectory(dir=IN_GEHEUGEN) as map_:
        terug, _ = via_word(opname, Path(map_))
    assert beeld(terug) == beeld(opname)


def test_two_notas_under_one_item_each_fill_their_own_paper(tmp_path: Path) -> None:
    punt = bouwers.een_agendapunt(titel="Oevers")
    stukken = [bouwers.een_stuk(agendapunt_id=punt.id, titel=titel) for titel in ("Kademuren", "Rietland")]
    notas = {stuk.id: bouwers.een_nota(stuk_id=stuk.id, onderwerp=stuk.titel) for stuk in stukken[1:]}
    terug, _ = via_word(bouwers.een_opname(agendapunten=[punt], stukken=stukken, notas=notas), tmp_path)
    assert [(stuk.titel, stuk.id in terug.notas) for stuk in terug.stukken] == [
        ("Kademuren", False),
        ("Rietland", True),
    ]


@settings(max_examples=60, deadline=None)
@given(inhoud=tekst)
def test_any_text_of_a_section_comes_back_from_word_the_same(inhoud: str) -> None:
    stuk = bouwers.een_stuk()
    secties = (
        bouwers.een_sectie(tekst=inhoud),
        bouwers.een_sectie(soort=Sectiesoort.VRIJ, kop="Afstemming", tekst="Met de buren."),
    )
    opname = bouwers.een_opname(stukken=[stuk], notas={stuk.id: bouwers.een_nota(stuk_id=stuk.id, secties=secties)})
    with TemporaryDirectory(dir=IN_GEHEUGEN) as map_:
        *_, bestand = write_word(opname, Path(map_))
        (nota,) = lees_word_stuk(bestand).notas
    assert [(sectie.kop, tekstbeeld(sectie.tekst)) for sectie in nota.secties] == [
        (sectie.kop, tekstbeeld(sectie.tekst)) for sectie in secties
    ]
