"""A copy without the names of who only told or helped, in every text of a meeting."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bouwers import een_agendapunt, een_opname
from tests.zittingbouwers import een_actie, een_besluit, een_presentie, een_zitting
from tk_desktop.domain.naamloos import Namen
from tk_desktop.domain.presentie import Hoedanigheid
from tk_desktop.domain.verslag import Puntverslag
from tk_desktop.domain.zittingpapier import Zittingstof

GAST = een_presentie(id="gast", naam="Loes van den Berg", hoedanigheid=Hoedanigheid.GENODIGDE, functie="controller")
ANDER = een_presentie(id="ander", naam="Wim Smit", hoedanigheid=Hoedanigheid.GENODIGDE)
NOTULIST = een_presentie(id="not", naam="Ties Kok", hoedanigheid=Hoedanigheid.NOTULIST)
LID = een_presentie(id="lid", naam="Wim Aalders")
NAMEN = Namen([GAST, ANDER, NOTULIST, LID])


@pytest.mark.parametrize(
    ("tekst", "zonder"),
    [
        ("Loes van den Berg licht toe.", "Genodigde 1 licht toe."),
        ("Mevrouw Van den Berg", "Genodigde 1"),
        ("Dan zegt mevrouw van den Berg: ja.", "Dan zegt genodigde 1: ja."),
        ("Dat vraagt Berg. Loes knikt.", "Dat vraagt genodigde 1. Genodigde 1 knikt."),
        ("De heer Smit en Wim gaan.", "Genodigde 2 en Wim gaan."),
        ("Ties Kok notuleert in Bergen.", "Notulist 1 notuleert in Bergen."),
        ("Wim Aalders stemt voor.", "Wim Aalders stemt voor."),
        ("- Smit vraagt", "- Genodigde 2 vraagt"),
    ],
)
def test_who_only_told_is_named_nowhere_and_who_decides_stays(tekst: str, zonder: str) -> None:
    assert NAMEN.weg(tekst) == zonder


@given(
    st.lists(st.sampled_from(["Loes van den Berg", "Smit", "en", "Wim", "de heer Smit", ".", "Kok", "\n"]), max_size=12)
)
def test_no_name_that_is_left_out_stands_in_any_text(delen: list[str]) -> None:
    weg = NAMEN.weg(" ".join(delen))
    assert not {"Loes", "Berg", "Smit", "Kok"} & set(weg.replace(".", " ").split())


def test_every_text_of_a_meeting_is_without_names_and_its_papers_say_so() -> None:
    zitting = een_zitting(
        opname=een_opname(agendapunten=[een_agendapunt(id="1", titel="Uitleg van Loes van den Berg")]),
        presentie=(GAST, LID),
        verslagen={"1": Puntverslag(id="1", agendapunt_id="1", besproken="Loes licht **toe**.")},
        besluiten=(een_besluit(agendapunt_id="1", tekst="Mevrouw van den Berg te danken."),),
        acties=(een_actie(agendapunt_id="1", door="Loes van den Berg"),),
    )
    zonder = Zittingstof(zitting=zitting).zonder_namen().zitting
    assert zonder.naamloos
    assert [wie.naam for wie in zonder.presentie] == ["Genodigde 1", "Wim Aalders"]
    assert zonder.presentie[0].functie == "controller"
    assert zonder.opname.agendapunten[0].titel == "Uitleg van genodigde 1"
    assert zonder.verslagen["1"].besproken == "Genodigde 1 licht **toe**."
    assert "Berg" not in str(dataclasses.asdict(zonder.besluiten[0]))
    assert zonder.acties[0].door == "Genodigde 1"
    assert zonder.presentie[0].id == "gast"
