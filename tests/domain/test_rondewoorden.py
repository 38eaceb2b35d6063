"""A round of letters in words."""

from datetime import date

from tk_desktop.domain.ronde import Antwoord, Reactie, Ronde
from tk_desktop.domain.rondewoorden import ronderegels, rondezin

_RONDE = Ronde(
    id="r",
    agendapunt_id="p",
    verzonden=date(2026, 4, 1),
    uiterlijk=date(2026, 4, 8),
    reacties=(
        Reactie(id="1", volgorde="1", naam="Roos van Dalen", namens="Oostwaard", antwoord=Antwoord.AKKOORD),
        Reactie(id="2", volgorde="2", naam="Bram Sluiter", antwoord=Antwoord.AKKOORD),
        Reactie(id="3", volgorde="3", naam="Guus Meerdink", antwoord=Antwoord.BESPREKEN),
    ),
)


def test_the_screen_counts_all_answers() -> None:
    assert rondezin(_RONDE) == (
        "Verzonden 1-4-2026, antwoord tot en met 8-4-2026: 2 akkoord, 0 niet akkoord, 1 bespreken, 0 nog geen antwoord"
    )


def test_the_paper_names_who_answered_what() -> None:
    assert list(ronderegels(_RONDE)) == [
        "Schriftelijke ronde, verzonden op 1-4-2026, te beantwoorden tot en met 8-4-2026: 2 akkoord en 1 bespreken.",
        "Akkoord: Roos van Dalen (Oostwaard) en Bram Sluiter.",
        "Bespreken: Guus Meerdink.",
    ]
