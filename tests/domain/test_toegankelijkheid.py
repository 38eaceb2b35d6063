"""The report on a paper says what is right and what is not, and the letter asks for just what is not."""

from tk_desktop.domain.toegankelijkheid import Leesbaarheid, Leespunt, leesregels, letter_to_sender

GOED = Leesbaarheid(paginas=3, getagd=True, titel="Plan voor de kade", taal="nl-NL")


def test_of_a_sound_paper_nothing_is_asked() -> None:
    regels = leesregels(GOED)
    assert [regel.punt for regel in regels] == list(Leespunt)
    assert all(regel.goed and not regel.vraag for regel in regels)
    assert letter_to_sender("Plan", regels) == ""


def test_every_gap_is_told_and_asked_for_with_its_pages() -> None:
    slecht = Leesbaarheid(paginas=20, getagd=False, zonder_tekst=tuple(range(1, 12)), springt=(3,))
    regels = {regel.punt: regel for regel in leesregels(slecht)}
    assert not any(regel.goed for regel in regels.values())
    assert regels[Leespunt.TEKST].gezien == "Zonder tekst: blz. 1, 2, 3, 4, 5, 6, 7 en 8 en nog 3."
    brief = letter_to_sender("Plan voor de kade", list(regels.values()))
    assert "‘Plan voor de kade’" in brief
    assert "1. Maak koppen" in brief
    assert "5. Kijk na in welke volgorde" in brief
    assert "{" not in brief


def test_pictures_and_headings_are_told_by_their_place() -> None:
    half = Leesbaarheid(
        paginas=3, getagd=True, titel="Plan", taal="nl", zonder_beschrijving=(2,), sprong="na kop 1 komt kop 3"
    )
    zinnen = [regel.gezien for regel in leesregels(half) if not regel.goed]
    assert zinnen == [
        "Koppen slaan een niveau over: na kop 1 komt kop 3.",
        "Een beeld zonder beschrijving staat op blz. 2.",
    ]
