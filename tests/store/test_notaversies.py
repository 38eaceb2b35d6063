"""A version of a nota is kept as one text and read back whole."""

from dataclasses import replace

import pytest

from tests.bouwers import een_argument, een_nota, een_sectie, een_voorstelpunt
from tests.voorbeeld.inhoud import voorbeeld
from tk_desktop.domain.nota import Behandelaar, Nota
from tk_desktop.store.notaversies import als_json, uit_json

NOTAS = tuple(voorbeeld().notas.values())


@pytest.mark.parametrize("nota", NOTAS, ids=[nota.id for nota in NOTAS])
def test_every_nota_of_the_sample_comes_back_as_it_was(nota: Nota) -> None:
    assert uit_json(als_json(nota)) == nota
    assert als_json(uit_json(als_json(nota))) == als_json(nota)


def test_a_nota_with_everything_in_it_comes_back_as_it_was() -> None:
    diep = een_voorstelpunt(onder=(een_voorstelpunt(onder=(een_voorstelpunt(),)),))
    nota = een_nota(
        behandelaars=(Behandelaar(id="b", volgorde="c", naam="Roos"),),
        voorstel=(diep,),
        argumenten=(een_argument(voorstelpunt_id=diep.id), een_argument(los_nummer="3.1")),
        secties=(een_sectie(tekst="Eén ‘woord’ {{datum}}\n\n| a | b |"),),
    )
    assert uit_json(als_json(nota)) == nota
    assert uit_json(als_json(replace(nota, secties=()))) != nota
