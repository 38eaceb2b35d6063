"""A roll call names everybody on their side."""

from tests.zittingbouwers import een_stem, een_stemming
from tk_desktop.domain.stemming import Keuze, Stemwijze
from tk_desktop.domain.stemwoorden import kanten

_STEMMEN = (
    een_stem(namens="Veenhoek", gewicht=3, keuze=Keuze.VOOR),
    een_stem(naam="Bram Sluiter", keuze=Keuze.TEGEN),
    een_stem(naam="Joop Vos", keuze=Keuze.ONTHOUDING),
    een_stem(naam="Wies Boon"),
)


def test_a_roll_call_names_all_who_took_part() -> None:
    stemming = een_stemming(wijze=Stemwijze.HOOFDELIJK, stemmen=_STEMMEN)
    assert list(kanten(stemming)) == [
        "Voor: Roos van Dalen (Veenhoek).",
        "Tegen: Bram Sluiter.",
        "Onthouden: Joop Vos.",
        "Niet gestemd: Wies Boon.",
    ]


def test_a_weighted_vote_tells_the_weight_of_each() -> None:
    stemming = een_stemming(wijze=Stemwijze.HOOFDELIJK, gewogen=True, stemmen=_STEMMEN[:1])
    assert list(kanten(stemming)) == ["Voor: Roos van Dalen (Veenhoek, 3)."]


def test_raised_hands_name_nobody() -> None:
    assert list(kanten(een_stemming(voor=1, stemmen=_STEMMEN[3:]))) == []
