"""Who was there, in the words of a verslag."""

from typing import Any

import pytest

from tests.zittingbouwers import een_presentie
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.presentie import Hoedanigheid
from tk_desktop.domain.presentiewoorden import korte_naam, naam_op_de_lijst, namenlijst

NUMMERS = {"opening": Nummer(1), "oever": Nummer(2), "sluis": Nummer(2, "", "a")}


@pytest.mark.parametrize(
    ("wie", "woorden"),
    [
        ({}, "Roos van Dalen (Veenhoek)"),
        ({"hoedanigheid": Hoedanigheid.VOORZITTER}, "Roos van Dalen (voorzitter; Veenhoek)"),
        ({"tot_punt_id": "oever"}, "Roos van Dalen (Veenhoek; t/m punt 2)"),
        ({"van_punt_id": "sluis"}, "Roos van Dalen (Veenhoek; vanaf punt 2a)"),
        ({"van_punt_id": "oever", "tot_punt_id": "sluis"}, "Roos van Dalen (Veenhoek; punt 2 t/m 2a)"),
        ({"van_punt_id": "oever", "tot_punt_id": "oever"}, "Roos van Dalen (Veenhoek; bij punt 2)"),
        ({"hoedanigheid": Hoedanigheid.VERVANGER}, "Roos van Dalen (Veenhoek; als vervanger)"),
        (
            {"hoedanigheid": Hoedanigheid.NOTULIST, "namens": "", "functie": "medewerker"},
            "Roos van Dalen (medewerker; verslag)",
        ),
        ({"namens": "", "tot_punt_id": "weg"}, "Roos van Dalen"),
    ],
)
def test_a_name_with_what_stands_behind_it(wie: dict[str, Any], woorden: str) -> None:
    assert naam_op_de_lijst(een_presentie(**wie), NUMMERS) == woorden


def test_names_are_listed_as_a_sentence_does() -> None:
    assert namenlijst([], {}) == ""
    assert (
        namenlijst([een_presentie(), een_presentie(naam="Guus", namens="")], {}) == "Roos van Dalen (Veenhoek) en Guus"
    )
    assert korte_naam(een_presentie()) == "Roos van Dalen (Veenhoek)"
