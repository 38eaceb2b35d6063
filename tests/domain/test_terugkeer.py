"""What was promised is known again by the title of the item that it became."""

import pytest

from tk_desktop.domain.terugkeer import returns_as

AGENDA = {
    "1": "Opening en vaststelling agenda",
    "2": "Voortgang sluizen Waterkant",
    "3": "Verdeling middelen sluizen Waterkant",
    "4": "Dreigend tekort sluiswachters Waterkant",
    "5": "Exotenbestrijding",
    "6": "Rondvraag en sluiting",
}


@pytest.mark.parametrize(
    ("gezegd", "punt"),
    [
        ("Er is een sluiswachterstekort. Dat komt op 4 maart terug.", "4"),
        ("De voorzitter wil het tekort aan Sluiswachters bespreken.", "4"),
        ("Over exotenbestrijding wordt in maart verder gesproken.", "5"),
        ("De sluizen van Waterkant komen in maart terug.", None),
        ("Er is een tekort op de begroting.", None),
        ("De voortgang en de verdeling van de middelen komen terug.", "3"),
        ("", None),
    ],
)
def test_the_item_that_speaks_of_what_was_said_is_the_one(gezegd: str, punt: str | None) -> None:
    assert returns_as(gezegd, AGENDA) == punt


def test_two_items_that_speak_of_it_alike_are_no_answer() -> None:
    titels = {"a": "Onderhoud bruggen", "b": "Planning kades"}
    assert returns_as("Onderhoud en planning van bruggen en kades komen terug.", titels) is None
