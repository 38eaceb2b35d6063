"""Names that are nearly those of a member and mandates that have ended are found; others are left alone."""

from datetime import date
from typing import Any

import pytest

from tests.bouwers import een_agendapunt, een_lidmaatschap, een_persoon
from tests.domain.controlehulp import bevindingen, een_hele_vergadering, een_punt_met_nota, samen
from tk_desktop.domain.agenda import Inleider
from tk_desktop.domain.bevinding import Bevinding, Ernst
from tk_desktop.domain.gremium import Rol
from tk_desktop.domain.nota import Behandelaar


def _met_inleider(naam: str) -> list[Bevinding]:
    punt = een_agendapunt(titel="Kade", inleiders=(Inleider(id="i", volgorde="a", naam=naam),))
    return bevindingen(een_hele_vergadering(punten=[punt]), "NM01")


@pytest.mark.parametrize(
    "naam",
    ["Anton Weerdhof", "Antoon Weerthof", "Sanna van Heuvelink", "Sanne van Heuvellink", "Anton Weerdhof (Almstad)"],
)
def test_a_name_one_letter_from_that_of_a_member_gives_a_note(naam: str) -> None:
    [gevonden] = _met_inleider(naam)
    assert gevonden.ernst is Ernst.INFO
    assert "lijkt op die van" in gevonden.wat


@pytest.mark.parametrize(
    "naam",
    [
        "Antoon Weerdhof",
        "ANTOON WEERDHOF",
        "Antoon Weerdhof, voorzitter",
        "dhr. Antoon Weerdhof",
        "A. Weerdhof",
        "Sanne Heuvelink",
        "Antoon Terlouw",
        "Anna Weerdhof",
        "Wies Weerdhof",
        "Weerdhof",
        "",
    ],
)
def test_the_name_of_a_member_or_of_somebody_else_is_left_alone(naam: str) -> None:
    assert not _met_inleider(naam)


def test_officials_and_the_letter_are_compared_with_the_members_too() -> None:
    deel = een_punt_met_nota(behandelaars=(Behandelaar(id="b", volgorde="a", naam="Anton Weerdhof"),))
    opname = samen(deel, brief={"ondertekenaar": "Sanna van Heuvelink"})
    assert [b.waar for b in bevindingen(opname, "NM01")] == [
        "Uitnodigingsbrief, Sanna van Heuvelink",
        "1 Veilige oevers, Anton Weerdhof",
    ]


def test_a_chair_who_is_no_member_but_nearly_bears_the_name_of_one_gives_a_note() -> None:
    dubbel = een_persoon(id="dubbel", naam="Anton Weerdhof")
    opname = een_hele_vergadering(personen=[dubbel], vergadering={"voorzitter_id": "dubbel"})
    assert [b.waar for b in bevindingen(opname, "NM01")] == ["Vergadering, Anton Weerdhof"]


def test_two_members_with_nearly_the_same_name_are_two_members() -> None:
    opname = een_hele_vergadering(
        personen=[een_persoon(id="ander", naam="Anton Weerdhof")],
        leden=[een_lidmaatschap(persoon_id="ander")],
        vergadering={"voorzitter_id": "ander"},
    )
    assert not bevindingen(opname, "NM01")


def _mandaat(*zetels: dict[str, Any]) -> list[Bevinding]:
    opname = een_hele_vergadering(
        personen=[een_persoon(id="plv", naam="Wies Terlouw")],
        leden=[een_lidmaatschap(persoon_id="plv", **zetel) for zetel in zetels],
        vergadering={"voorzitter_id": "plv"},
    )
    return bevindingen(opname, "NM02")


def test_a_chair_whose_mandate_ended_before_the_meeting_is_flagged() -> None:
    [gevonden] = _mandaat({"mandaat_tot": date(2026, 3, 10), "rol": Rol.PLAATSVERVANGER})
    assert gevonden.wat == "Het mandaat van Wies Terlouw (voorzitter) liep tot en met 10 maart 2026."


def test_a_chair_whose_mandate_has_yet_to_begin_is_flagged() -> None:
    [gevonden] = _mandaat({"mandaat_van": date(2026, 3, 12)})
    assert gevonden.wat == "Het mandaat van Wies Terlouw (voorzitter) is op 11 maart 2026 nog niet ingegaan."


def test_a_mandate_that_ends_on_the_day_or_was_renewed_is_left_alone() -> None:
    assert not _mandaat({"mandaat_tot": date(2026, 3, 11)})
    assert not _mandaat({"mandaat_tot": date(2025, 1, 1)}, {"mandaat_van": date(2025, 1, 2)})
    assert not _mandaat()
