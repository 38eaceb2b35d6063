"""The board of a programme on paper: phases beside each other, themalijnen under each other, projects in both."""

from collections.abc import Sequence

from tk_desktop.base.kluispad import P
from tk_desktop.domain.afkorting import uitleg
from tk_desktop.domain.dashboard import moment, per_fase, telling
from tk_desktop.domain.datum import lang
from tk_desktop.domain.opmaak import Alinea, Stukje
from tk_desktop.domain.programma import Programmaperiode, Project, Projectstatus
from tk_desktop.domain.programmastand import Programmastand
from tk_desktop.export.vorm import Vorm, document_in
from tk_desktop.paper.blad import Blad, Cel, Toon, cel

_ZONDER_FASE = "Nog geen fase"
_NAAM, _KOLOM = 6.0, 4.0
"""The shares of the width of a themalijn and of a phase without projects; a phase with more under each other has more,
so that its names take fewer lines."""


def write_bord(
    stand: Programmastand, periode: Programmaperiode, target: P, vorm: Vorm, *, huisstijl: str = "neutraal"
) -> P:
    """Write the board over a period and return the file; raises ``NietSchrijfbaar`` or ``SchijfVol``."""
    titel = f"{stand.programma.naam}, bord {periode.naam}"
    blad = document_in(vorm, titel=titel, huisstijl=huisstijl, datum=periode.tot, liggend=True)
    stand = stand.zoals_in(periode.naam)
    blad.title(stand.programma.naam)
    blad.paragraph(f"Bord van projecten, peildatum {lang(periode.tot)}", Toon.KLEIN)
    blad.paragraph(f"{telling(stand)}. {moment(stand, periode)}".strip())
    kort = uitleg([een.naam for een in stand.projecten], stand.afkortingen)
    woorden = (_legenda(stand.projecten), f"Afkortingen. {kort}." if kort else "")
    if any(woorden):  # above the board, of which one page is full: below it they would stand alone on the next
        blad.paragraph(" ".join(filter(None, woorden)), Toon.KLEIN)
    schrijf_bord(blad, stand)
    return blad.write(target)


def schrijf_bord(blad: Blad, stand: Programmastand) -> None:
    """Put the board on paper; a phase in which no project is, has no column."""
    fasen = [naam for naam, _ in per_fase(stand)]
    if any(not een.fase for een in stand.projecten):
        fasen.append("")
    rijen = [
        (cel(lijn.naam, vet=True), *(_projecten(stand, lijn.id, fase) for fase in fasen))
        for lijn in stand.themalijnen
        if stand.takken(lijn.id)
    ]
    if rijen:
        kop = ("Themalijn", *(fase or _ZONDER_FASE for fase in fasen))
        meeste = (max(len(rij[kolom]) for rij in rijen) for kolom in range(1, len(kop)))
        blad.table(kop, rijen, (_NAAM, *(_KOLOM + aantal for aantal in meeste)))
    else:
        blad.paragraph("Dit programma heeft nog geen projecten.")


def _projecten(stand: Programmastand, lijn_id: str, fase: str) -> Cel:
    """Return the projects of a themalijn in a phase, each on a line of its own with the shape of its status."""
    hier = (tak for tak in stand.takken(lijn_id) if tak.project.fase == fase)
    namen = (f"{'– ' * tak.diepte}{_vorm(tak.project)}{tak.project.naam}" for tak in hier)
    return tuple(Alinea((Stukje(tekst=naam),)) for naam in namen)


def _vorm(project: Project) -> str:
    return "" if project.status is Projectstatus.ONBEKEND else f"{project.status.vorm} "


def _legenda(projecten: Sequence[Project]) -> str:
    """Return what the shapes mean that stand on the board: ``● op koers, ▲ aandacht.``."""
    gezien = [status for status in Projectstatus if any(een.status is status for een in projecten)]
    bekend = [str(status) for status in gezien if status is not Projectstatus.ONBEKEND]
    onbekend = "Zonder teken is de status niet bekend." if Projectstatus.ONBEKEND in gezien else ""
    return f"{', '.join(bekend)}. {onbekend}".strip() if bekend else onbekend
