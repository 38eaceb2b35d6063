"""Which short forms of a programme stand in a text, to say beside it what they stand for."""

import re
from collections.abc import Iterable, Sequence

from tk_desktop.domain.programma import Afkorting, Project


def afkortingen_in(tekst: str, afkortingen: Iterable[Afkorting]) -> tuple[Afkorting, ...]:
    """Return the short forms that stand in a text as words of their own, in the order of their letters.

    Capitals count: ``AO`` is one, ``ao`` is not. One of which nobody said what it means is left out.
    """
    gevonden = (
        een for een in afkortingen if een.lang and re.search(rf"(?<!\w){re.escape(een.kort)}(?!\w)", tekst) is not None
    )
    return tuple(sorted(gevonden, key=lambda een: een.kort.casefold()))


def met_uitleg(tekst: str, afkortingen: Iterable[Afkorting]) -> str:
    """Return a text with a line under it for each short form in it: what a tooltip says."""
    regels = [f"{een.kort}: {een.lang}" for een in afkortingen_in(tekst, afkortingen)]
    return "\n".join([tekst, *regels])


def uitleg(teksten: Sequence[str], afkortingen: Iterable[Afkorting]) -> str:
    """Return what the short forms in these texts mean, ``AO: ambtelijk overleg; BO: …``."""
    return "; ".join(f"{een.kort}: {een.lang}" for een in afkortingen_in("\n".join(teksten), afkortingen))


def teksten_van(project: Project) -> tuple[str, ...]:
    """Return the texts of a project in which a short form can stand."""
    return (
        project.naam,
        project.doel,
        project.resultaat,
        project.bijzonderheden,
        project.opdrachtgever,
        project.trekker,
    )
