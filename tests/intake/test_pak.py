"""A whole pack as PDF becomes a proposal: its parts with their pages, and what was read in them."""

from datetime import date, datetime
from pathlib import Path

import pytest

from tests.intake.pakbouwers import AGENDA, NOTA, een_pak
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.stuk import Soort
from tk_desktop.intake.bestanden import lees_bestanden
from tk_desktop.intake.gelezen import Leeswijze
from tk_desktop.intake.indeling import IndelingOnbekend
from tk_desktop.intake.opnemen import neem_op
from tk_desktop.intake.pak import gewicht, is_pak, lees_pak
from tk_desktop.intake.pakvoorstel import Deelsoort
from tk_desktop.store.werkmap import Store

RAPPORT = ("Meetrapport kades", "", "De kade is op tien plekken gemeten.", "Zij zakt twee centimeter per jaar.")
TEKENING = ("Plattegrond", "", "Schaal 1 op 100", "Noord is boven.")
OVERZICHT = ("Roeiboten 2025", "", "Er waren veertig roeiboten.", "Dat is er een meer dan in 2024.")


@pytest.fixture
def pak(tmp_path: Path) -> Path:
    bladen = [AGENDA, NOTA, RAPPORT, ["Vervolg van het meetrapport", "en nog wat regels", "daarbij."], OVERZICHT]
    return een_pak(tmp_path / "vergaderset.pdf", bladen)


def test_a_pack_splits_into_its_papers(pak: Path) -> None:
    voorstel = lees_pak(pak)
    assert [(deel.soort, str(deel.nummer), deel.van, deel.tot) for deel in voorstel.delen] == [
        (Deelsoort.AGENDA, "None", 1, 1),
        (Deelsoort.NOTA, "2", 2, 2),
        (Deelsoort.BIJLAGE, "2", 3, 4),
        (Deelsoort.STUK, "3", 5, 5),
    ]
    assert voorstel.delen[2].titel == "Meetrapport kades"
    assert voorstel.delen[3].papier is Soort.JAAROVERZICHT


def test_a_bijlage_that_was_promised_and_not_found_is_a_question(pak: Path) -> None:
    vraag = lees_pak(pak).delen[2].twijfel
    assert "bijlage 2, Tekening van de sluis" in vraag
    assert "Splits" in vraag


def test_bookmarks_tell_where_a_paper_without_a_title_begins(tmp_path: Path) -> None:
    bron = een_pak(
        tmp_path / "set.pdf",
        [AGENDA, NOTA, RAPPORT, TEKENING, OVERZICHT],
        {4: "Bijlage 2 Tekening", 5: "Jaaroverzicht"},
    )
    delen = lees_pak(bron).delen
    assert [(str(deel.nummer), deel.rang, deel.van) for deel in delen[2:]] == [("2", 1, 3), ("2", 2, 4), ("3", None, 5)]
    assert delen[3].titel == "Tekening van de sluis"


def test_every_item_tells_where_it_stands(pak: Path) -> None:
    velden = {veld.id: veld for veld in lees_pak(pak).velden}
    plek = velden["punt.2"].plek
    assert plek is not None
    assert plek.pagina == 1
    assert plek.kader is not None
    assert velden["nota.0"].plek is not None


def test_what_was_agreed_is_stored_in_one_go_and_the_pack_itself_is_kept(pak: Path, tmp_path: Path) -> None:
    gelezen = lees_bestanden([pak])
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        inname = neem_op(store, gelezen, nu=datetime(2026, 1, 5, 9, 0))
        opname = store.opname(inname.vergaderingen[0])
        assert opname.vergadering.datum == date(2026, 3, 12)
        bestanden = {
            opname.label(stuk): opname.versies[stuk.id].paginas for stuk in opname.stukken if stuk.id in opname.versies
        }
        assert bestanden == {"2 bijl. 1": 2, "3": 1}
        assert len(opname.notas) == 1
        assert "vergaderset.pdf" in [bron.bestandsnaam for bron in store.bronnen.van_vergadering(opname.vergadering.id)]
        assert any("Tekening van de sluis" in twijfel.wat for twijfel in inname.twijfels)
    assert not list((tmp_path / "werkmap").glob(".tk-*"))


def test_the_same_pack_twice_changes_nothing(pak: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        for dag in (5, 6):
            inname = neem_op(store, lees_bestanden([pak]), nu=datetime(2026, 1, dag, 9, 0))
        opname = store.opname(inname.vergaderingen[0])
        assert all(len(store.versies.van_stuk(stuk.id)) <= 1 for stuk in opname.stukken)


def test_one_nota_alone_is_no_pack(tmp_path: Path) -> None:
    voorstel = lees_pak(een_pak(tmp_path / "nota.pdf", [NOTA]))
    assert not is_pak(voorstel)
    assert [(deel.soort, deel.nummer) for deel in voorstel.delen] == [(Deelsoort.NOTA, Nummer(2))]


def test_the_layout_that_reads_most_is_chosen_and_another_can_be_asked_for(pak: Path) -> None:
    assert lees_pak(pak).indeling == "regio"
    anders = lees_pak(pak, indeling="waterschap")
    assert gewicht(anders.lezing) < gewicht(lees_pak(pak).lezing)
    with pytest.raises(IndelingOnbekend):
        lees_bestanden([pak], wijze=Leeswijze(indeling="provincie"))
