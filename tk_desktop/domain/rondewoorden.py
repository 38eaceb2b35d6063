"""A schriftelijke ronde in words: a line on the screen, sentences on paper."""

from collections.abc import Iterable

from tk_desktop.domain.datum import kort
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.domain.ronde import Antwoord, Reactie, Ronde

_ANTWOORDEN: tuple[tuple[Antwoord | None, str], ...] = (
    *((antwoord, antwoord.value) for antwoord in Antwoord),
    (None, "nog geen antwoord"),
)


def rondezin(ronde: Ronde) -> str:
    """Return a round as one line: ``Verzonden 1-4-2026, antwoord tot en met 8-4-2026: 2 akkoord, …``."""
    tellingen = ", ".join(f"{ronde.tel(antwoord)} {woord}" for antwoord, woord in _ANTWOORDEN)
    return f"Verzonden {kort(ronde.verzonden)}, antwoord tot en met {kort(ronde.uiterlijk)}: {tellingen}"


def ronderegels(ronde: Ronde) -> Iterable[str]:
    """Return a round as a verslag tells it: when it was, how many answered what, and who (H13)."""
    tellingen = [f"{ronde.tel(antwoord)} {woord}" for antwoord, woord in _ANTWOORDEN if ronde.tel(antwoord)]
    wanneer = f"verzonden op {kort(ronde.verzonden)}, te beantwoorden tot en met {kort(ronde.uiterlijk)}"
    yield f"Schriftelijke ronde, {wanneer}: {opsomming(tellingen)}."
    for antwoord, woord in _ANTWOORDEN:
        if namen := [_naam(reactie) for reactie in ronde.wie(antwoord)]:
            yield f"{woord.capitalize()}: {opsomming(namen)}."


def _naam(reactie: Reactie) -> str:
    return f"{reactie.naam} ({reactie.namens})" if reactie.namens else reactie.naam
