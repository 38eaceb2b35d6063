"""Status and phases."""

from tk_desktop.domain.programma import FASEN, Projectfase, Projectstatus, fase_bij


def test_every_status_has_a_shape_and_a_word_of_its_own() -> None:
    assert [str(status) for status in Projectstatus] == [
        "● op koers",
        "▲ aandacht",
        "■ bijsturen",
        "○ niet gestart",
        "? onbekend",
    ]


def test_a_phase_is_found_by_its_name() -> None:
    fasen = [Projectfase(id=naam, programma_id="p", volgorde=naam, naam=naam) for naam in FASEN]
    gevonden = fase_bij(fasen, " realisatiefase")
    assert gevonden is not None
    assert gevonden.naam == "Realisatiefase"
    assert fase_bij(fasen, "Nazorg") is None
