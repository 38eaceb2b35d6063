"""The notations for capacity and yield."""

from tk_desktop.domain.projectschaal import Schaaldeel, in_woorden, lees_schaal


def test_a_notation_is_read_for_each_party() -> None:
    assert lees_schaal("G + M ++") == (Schaaldeel(wie="G", sterkte=1), Schaaldeel(wie="M", sterkte=2))
    assert lees_schaal("€€€") == (Schaaldeel(wie="", sterkte=3),)
    assert in_woorden("G + M +++") == "G: weinig, M: veel"
    assert in_woorden("€€") == "gemiddeld"


def test_another_text_stays_as_it_is() -> None:
    assert lees_schaal("nog uit te werken ++++") == ()
    assert in_woorden("nog uit te werken") == "nog uit te werken"
    assert lees_schaal("") == ()
