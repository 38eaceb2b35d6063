"""Reads a whole received text: restores it, finds which papers it holds and has each of them read."""

from collections.abc import Sequence

from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.intake.agenda import lees_agenda, vind_agenda
from tk_desktop.intake.herstel import herstel
from tk_desktop.intake.lezing import GelezenNota, Lezing
from tk_desktop.intake.nota import lees_nota, vind_notas
from tk_desktop.intake.regels import Regel, zonder_voeten


def lees_tekst(ruw: str) -> Lezing:
    """Return what a text holds; a text without papers of a board gives an empty reading."""
    regels = [
        Regel(nr, regel.tekst, regel.verloren, regel.aangenomen) for nr, regel in enumerate(herstel(ruw), start=1)
    ]
    return lees_regels(regels)


def lees_regels(regels: Sequence[Regel]) -> Lezing:
    """Return what these lines hold, whatever file they come from."""
    schoon = zonder_voeten(regels)
    twijfels: list[Twijfel] = []
    plaatsen = vind_notas(schoon)
    agenda = None
    plaats = vind_agenda(schoon)
    if plaats:
        einde = min((begin for begin, _ in plaatsen if begin > plaats[0]), default=plaats[1])
        agenda, bij_agenda = lees_agenda(schoon[plaats[0] : einde])
        twijfels.extend(bij_agenda)
    notas: list[GelezenNota] = []
    for begin, einde in plaatsen:
        nota, bij_nota = lees_nota(schoon[begin:einde])
        notas.append(nota)
        twijfels.extend(bij_nota)
    return Lezing(agenda=agenda, notas=tuple(notas), twijfels=tuple(twijfels))
