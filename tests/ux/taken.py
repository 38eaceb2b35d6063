"""The scripts of the tasks: what to press, what it may cost, and how one sees that it is done."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

MAP = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Taak:
    """One task; a step is ``toets``, ``typ``, ``kopieer``, ``sleep`` (``3 naar Agenda|2a``) or
    ``sleeptekst`` (a sentence), ``bundel`` (the name of one that is brought, beside the werkmap); ``focus`` waits until
    the keyboard is at something of that name.

    ``noten`` is how many notes the user has on the sample (``noten.leg_noten_neer``); ``noten_op`` the label of the one
    paper on whose words they are, when that matters; ``met_bundel`` puts a bundle of a colleague beside the werkmap.

    ``voor`` are steps that bring the user to the place where the task begins; they are not counted. ``mag`` is what the
    task may cost in presses. ``einde`` names predicates of ``einde`` with what they are to be given.
    """

    nummer: int
    naam: str
    mag: int
    begin: str
    voor: tuple[tuple[str, str], ...]
    stappen: tuple[tuple[str, str], ...]
    einde: tuple[tuple[str, Any], ...]
    variant: str = ""
    noten: int = 0
    noten_op: str = ""
    met_bundel: bool = False

    @property
    def titel(self) -> str:
        """The name in lists and of pictures."""
        return f"{self.nummer:02}{self.variant} {self.naam}"

    @property
    def met_muis(self) -> bool:
        """Whether a step needs the mouse."""
        return any(soort in ("sleep", "sleeptekst") for soort, _ in self.stappen)


def lees_taken() -> list[Taak]:
    """Return all tasks, in the order of their numbers."""
    return sorted((_taak(pad) for pad in MAP.glob("*.yaml")), key=lambda taak: taak.titel)


def _taak(pad: Path) -> Taak:
    inhoud = yaml.safe_load(pad.read_text(encoding="utf-8"))
    return Taak(
        nummer=inhoud["taak"],
        variant=inhoud.get("variant", ""),
        naam=inhoud["naam"],
        mag=inhoud["mag"],
        begin=inhoud.get("begin", "vergadering"),
        noten=int(inhoud.get("noten", 0)),
        noten_op=inhoud.get("noten_op", ""),
        met_bundel=bool(inhoud.get("met_bundel")),
        voor=_stappen(inhoud.get("voor", [])),
        stappen=_stappen(inhoud["stappen"]),
        einde=tuple(pair for regel in inhoud["einde"] for pair in regel.items()),
    )


def _stappen(regels: list[dict[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((soort, str(waarde)) for regel in regels for soort, waarde in regel.items())
