"""A round of letters ends in agreement, in refusal, or at the table."""

from datetime import date

import pytest

from tk_desktop.domain.ronde import Antwoord, Reactie, Ronde, Rondestand

_JA, _NEE, _PRATEN = Antwoord.AKKOORD, Antwoord.NIET_AKKOORD, Antwoord.BESPREKEN


def _stand(dag: int, *antwoorden: Antwoord | None) -> Rondestand:
    reacties = tuple(
        Reactie(id=str(n), volgorde=str(n), naam="Roos van Dalen", antwoord=a) for n, a in enumerate(antwoorden)
    )
    ronde = Ronde(id="r", agendapunt_id="p", verzonden=date(2026, 3, 1), uiterlijk=date(2026, 3, 10), reacties=reacties)
    return ronde.stand(date(2026, 3, dag))


@pytest.mark.parametrize(
    ("dag", "antwoorden", "stand"),
    [
        (10, (_JA, _JA, None), Rondestand.LOOPT),
        (11, (_JA, _JA, None), Rondestand.AKKOORD),
        (11, (_JA, None, None), Rondestand.NIET_AKKOORD),
        (5, (_JA, _NEE, _JA), Rondestand.AKKOORD),
        (5, (_JA, _NEE), Rondestand.NIET_AKKOORD),
        (5, (_JA, _PRATEN, None), Rondestand.NAAR_VERGADERING),
        (11, (), Rondestand.NIET_AKKOORD),
    ],
)
def test_how_a_round_stands(dag: int, antwoorden: tuple[Antwoord | None, ...], stand: Rondestand) -> None:
    assert _stand(dag, *antwoorden) is stand
