"""Reads a whole received text: restores it, finds which papers it holds and has each of them read."""

import re
from collections.abc import Sequence

from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.intake.agenda import lees_agenda, vind_agenda
from tk_desktop.intake.brief import lees_uitnodiging, vind_uitnodiging
from tk_desktop.intake.herstel import herstel
from tk_desktop.intake.indeling import Indeling, gewone_indeling
from tk_desktop.intake.lezing import GelezenNota, GelezenUitnodiging, GelezenVerslag, Lezing
from tk_desktop.intake.nota import lees_nota, vind_notas
from tk_desktop.intake.regeleinden import hele_alineas, vertelt_alineas
from tk_desktop.intake.regels import Regel, spannen, zonder_voeten
from tk_desktop.intake.verslag import lees_verslag, vind_verslagen


def lees_tekst(ruw: str, indeling: Indeling | None = None) -> Lezing:
    """Return what a text holds; a text without papers of a board gives an empty reading."""
    return lees_regels(herstelde_regels(ruw), indeling)


def herstelde_regels(ruw: str) -> list[Regel]:
    """Return the lines of a text, restored, with what was lost in each."""
    return [Regel(nr, regel.tekst, regel.verloren, regel.aangenomen) for nr, regel in enumerate(herstel(ruw), start=1)]


def lees_regels(regels: Sequence[Regel], indeling: Indeling | None = None) -> Lezing:
    """Return what these lines hold, whatever file they come from, read by one layout (our own when none is named)."""
    indeling = indeling or gewone_indeling()
    schoon = zonder_voeten(regels, indeling.voet)
    notaplaatsen = vind_notas(schoon, indeling)
    eerste_nota = notaplaatsen[0][0] if notaplaatsen else len(schoon)
    agendaplaats = vind_agenda(schoon, indeling)
    brief_tot = min(eerste_nota, agendaplaats[0] if agendaplaats else len(schoon))
    uitnodiging, twijfels = _uitnodiging(schoon[:brief_tot], schoon[brief_tot:eerste_nota], indeling)
    agenda = None
    if agendaplaats:
        einde = min((begin for begin, _ in notaplaatsen if begin > agendaplaats[0]), default=agendaplaats[1])
        agendaregels = schoon[agendaplaats[0] : einde]
        per_rij = vertelt_alineas(agendaregels, indeling)
        agenda, bij_agenda = lees_agenda(hele_alineas(agendaregels, indeling), indeling, per_rij=per_rij)
        twijfels = (*twijfels, *bij_agenda)
    notas: list[GelezenNota] = []
    for begin, einde in notaplaatsen:
        nota, bij_nota = lees_nota(hele_alineas(schoon[begin:einde], indeling), indeling)
        notas.append(nota)
        twijfels = (*twijfels, *bij_nota)
    verslagen: list[GelezenVerslag] = []
    for begin, einde in spannen(vind_verslagen(schoon, indeling), len(schoon)):
        tot = min((plaats for plaats, _ in notaplaatsen if plaats > begin), default=einde)
        verslag, bij_verslag = lees_verslag(schoon[begin : min(tot, einde)], indeling)
        verslagen.append(verslag)
        twijfels = (*twijfels, *bij_verslag)
    return Lezing(
        uitnodiging=uitnodiging, agenda=agenda, notas=tuple(notas), verslagen=tuple(verslagen), twijfels=twijfels
    )


def _uitnodiging(
    regels: Sequence[Regel], verder: Sequence[Regel], indeling: Indeling
) -> tuple[GelezenUitnodiging | None, tuple[Twijfel, ...]]:
    """Return the letter at the head of a text; numbers that stand whole in the agenda mend those that came apart."""
    plaats = vind_uitnodiging(regels, indeling)
    if plaats is None:
        return None, ()
    getallen = {woord for regel in verder for woord in re.findall(r"\d+", regel.tekst)}
    return lees_uitnodiging(hele_alineas(regels[plaats[0] : plaats[1]], indeling), indeling, getallen)
