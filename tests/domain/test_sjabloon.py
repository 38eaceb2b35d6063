"""What a nota begins with, and how it would look under an item."""

import pytest

from tests.bouwers import een_agendapunt, een_nota, een_opname
from tk_desktop.domain.nota import FORMULIEREN, Vorm
from tk_desktop.domain.sjabloon import PROEF, VORMNAMEN, Favoriet, Sjabloon, Startsoort, lege_nota, met_proef


def test_a_template_has_a_name() -> None:
    with pytest.raises(ValueError, match="heeft een naam"):
        Sjabloon(id="s", naam=" ", nota=een_nota())


def test_the_same_favourite_is_one_row_whoever_made_it() -> None:
    assert Favoriet.van(Startsoort.NOTA, "n1") == Favoriet.van(Startsoort.NOTA, "n1")
    assert Favoriet.van(Startsoort.NOTA, "n1").id != Favoriet.van(Startsoort.SJABLOON, "n1").id


@pytest.mark.parametrize("vorm", list(Vorm))
def test_every_form_has_a_name_and_begins_with_all_its_sections(vorm: Vorm) -> None:
    assert VORMNAMEN[vorm]
    nota = lege_nota(vorm)
    assert [sectie.kop for sectie in nota.secties] == [deel.kop for deel in FORMULIEREN[vorm].secties]
    assert len({sectie.id for sectie in nota.secties}) == len(nota.secties)


def test_a_trial_stands_under_its_item_with_the_title_of_that_item() -> None:
    punt = een_agendapunt(titel="Veilige oevers")
    opname = een_opname(agendapunten=[punt])
    proef = met_proef(opname, punt.id, een_nota(onderwerp="Iets anders", registratienummer="2025-000001"))
    (stuk,) = proef.stukken_bij(punt)
    assert (stuk.id, stuk.titel) == (PROEF, "Veilige oevers")
    assert (proef.notas[PROEF].onderwerp, proef.notas[PROEF].registratienummer) == ("Veilige oevers", "")
    assert opname.stukken == ()
