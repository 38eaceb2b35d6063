"""How many notes stand where they belong."""

from tests.notenbouwers import een_aantekening, een_anker, een_plaats
from tk_desktop.domain.aantekening import Aantekening, Oordeel
from tk_desktop.domain.plaatstelling import Plaatstelling, tel_plaatsen
from tk_desktop.domain.verankering.oordelen import Reden

NIEUW = "b" * 64


def _mee(oordeel: Oordeel, reden: str = "", citaat: str = "de kade") -> Aantekening:
    """A note that was written on an earlier version and came along."""
    daar = een_plaats(een_anker(versie=NIEUW, citaat=citaat), oordeel=oordeel, reden=reden)
    return een_aantekening(plaatsen=(een_plaats(), daar))


def test_notes_that_came_along_are_counted_by_how_they_stand_in_one_version() -> None:
    noten = [
        _mee(Oordeel.ZEKER),
        _mee(Oordeel.BEVESTIGD),
        _mee(Oordeel.WAARSCHIJNLIJK, Reden.HERSCHREVEN),
        _mee(Oordeel.NIET_GEVONDEN),
        een_aantekening(),
    ]
    telling = tel_plaatsen(noten, NIEUW)
    assert telling == Plaatstelling(op_plaats=2, gewijzigd=1, niet_gevonden=1, wacht=1)
    assert (telling.totaal, telling.na_te_kijken) == (5, 2)


def test_only_words_that_were_rewritten_are_a_text_that_changed() -> None:
    noten = [
        _mee(Oordeel.WAARSCHIJNLIJK, Reden.VERPLAATST),
        _mee(Oordeel.WAARSCHIJNLIJK, Reden.OMGEVING, citaat=""),
        _mee(Oordeel.WAARSCHIJNLIJK, Reden.HERSCHREVEN, citaat=""),
    ]
    telling = tel_plaatsen(noten, NIEUW)
    assert telling == Plaatstelling(onzeker=3)
    assert telling.na_te_kijken == 3


def test_a_note_that_was_written_on_this_version_did_not_come_along() -> None:
    hier = een_aantekening(plaatsen=(een_plaats(een_anker(versie=NIEUW)),))
    telling = tel_plaatsen([hier, _mee(Oordeel.ZEKER)], NIEUW)
    assert telling == Plaatstelling(op_plaats=1, nieuw=1)
    assert telling.totaal == 1
