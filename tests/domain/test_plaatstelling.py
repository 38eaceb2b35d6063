"""How many notes stand where they belong."""

from tests.notenbouwers import een_aantekening, een_anker, een_plaats
from tk_desktop.domain.aantekening import Oordeel
from tk_desktop.domain.plaatstelling import Plaatstelling, tel_plaatsen


def test_notes_are_counted_by_how_they_stand_in_one_version() -> None:
    nieuw = "b" * 64
    noten = [
        een_aantekening(plaatsen=(een_plaats(), een_plaats(een_anker(versie=nieuw), oordeel=oordeel)))
        for oordeel in (Oordeel.ZEKER, Oordeel.BEVESTIGD, Oordeel.WAARSCHIJNLIJK, Oordeel.NIET_GEVONDEN)
    ]
    telling = tel_plaatsen([*noten, een_aantekening()], nieuw)
    assert telling == Plaatstelling(op_plaats=2, gewijzigd=1, niet_gevonden=1, wacht=1)
    assert (telling.totaal, telling.na_te_kijken) == (5, 2)
