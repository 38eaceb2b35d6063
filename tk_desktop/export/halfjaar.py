"""The report of a programme over a period, made of its records: projects, what was done and the money (N8)."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from tk_desktop.base.kluispad import P
from tk_desktop.domain.afkorting import teksten_van, uitleg
from tk_desktop.domain.begroting import Bedragsoort, Zijde
from tk_desktop.domain.begrotingstabel import (
    Begrotingstabel,
    Rijsoort,
    Tabelrij,
    kolomnaam,
    lastentabellen,
    overzicht,
    projecttabel,
)
from tk_desktop.domain.dashboard import AANDACHT, moment, per_fase, per_status, telling, verschil
from tk_desktop.domain.datum import lang
from tk_desktop.domain.getal import duizendtal, euro, procent
from tk_desktop.domain.opmaak import lees as lees_opmaak
from tk_desktop.domain.programma import Programmaperiode, Project, Projectstatus, Themalijn
from tk_desktop.domain.programmastand import Programmastand
from tk_desktop.domain.projectboom import Projecttak
from tk_desktop.domain.projectschaal import in_woorden
from tk_desktop.export.vorm import Vorm, document_in
from tk_desktop.paper.blad import Blad, Cel, Staaf, Toon, cel, veld

_BEDRAG = 12.0
"""The share of the width that a column of amounts takes."""
_STER = "*"


def write_halfjaarbericht(
    stand: Programmastand, periode: Programmaperiode, target: P, vorm: Vorm, *, huisstijl: str = "neutraal"
) -> P:
    """Write the report over a period and return the file; raises ``NietSchrijfbaar`` or ``SchijfVol``."""
    titel = f"{stand.programma.naam}, rapportage {periode.naam}"
    blad = document_in(vorm, titel=titel, huisstijl=huisstijl, datum=periode.tot)
    schrijf_halfjaarbericht(blad, stand, periode)
    return blad.write(target)


def schrijf_halfjaarbericht(blad: Blad, stand: Programmastand, periode: Programmaperiode) -> None:
    """Put the report on paper: the whole first, then a themalijn with its projects at a time, then what words mean."""
    stand = stand.zoals_in(periode.naam)
    blad.title(stand.programma.naam)
    blad.paragraph(f"Rapportage over {lang(periode.van)} tot en met {lang(periode.tot)}", Toon.KLEIN)
    if stand.programma.visie:
        blad.blocks(lees_opmaak(stand.programma.visie))
    _schrijf_stand(blad, stand, periode)
    _schrijf_geld(blad, stand, periode)
    for lijn in stand.themalijnen:
        _schrijf_lijn(blad, stand, periode, lijn)
    _schrijf_uitleg(blad, stand)


def write_projectkaart(
    stand: Programmastand,
    periode: Programmaperiode,
    project: Project,
    target: P,
    vorm: Vorm,
    *,
    huisstijl: str = "neutraal",
) -> P:
    """Write the card of one project and return the file; raises ``NietSchrijfbaar`` or ``SchijfVol``."""
    titel, voet = f"Projectkaart {project.naam}", f"{stand.programma.naam}, {periode.naam}"
    blad = document_in(vorm, titel=titel, huisstijl=huisstijl, datum=periode.tot, voettekst=voet)
    stand = stand.zoals_in(periode.naam)
    project = next(een for een in stand.projecten if een.id == project.id)
    noten: list[str] = []
    blad.title(_met_noot(project.naam, project.naamnoot, noten))
    met_sterren = replace(
        project,
        start=_met_noot(project.start, project.startnoot, noten),
        eind=_met_noot(project.eind, project.eindnoot, noten),
    )
    _schrijf_kaart(blad, stand, periode, met_sterren, niveau=2, noten=noten)
    geld = projecttabel(stand, periode.naam, project.id)
    if geld is not None:
        _schrijf_tabel(blad, geld, periode, niveau=2)
    kort = uitleg(_woorden(stand, periode, project), stand.afkortingen)
    if kort:
        blad.paragraph(f"Afkortingen. {kort}.", Toon.KLEIN)
    return blad.write(target)


def _woorden(stand: Programmastand, periode: Programmaperiode, project: Project) -> tuple[str, ...]:
    """Return the texts that stand on the card of a project."""
    bericht = stand.bericht(project.id, periode.naam)
    verteld = (bericht.gedaan, bericht.te_doen, bericht.toelichting) if bericht else ()
    stappen = tuple(f"{een.wat} {een.opmerking}" for een in stand.stappen if een.project_id == project.id)
    zorgen = tuple(een.tekst for een in stand.zorgen if een.project_id == project.id)
    return (*teksten_van(project), *verteld, *stappen, *zorgen)


def _schrijf_stand(blad: Blad, stand: Programmastand, periode: Programmaperiode) -> None:
    """Put how many projects there are and how they go, and which one does not go as it should."""
    blad.heading(2, "Hoe het gaat")
    blad.paragraph(f"{telling(stand)}. {moment(stand, periode)}".strip())
    rijen = [
        (cel(str(soort)), cel(str(len(projecten))), cel(_namen(projecten) if soort in AANDACHT else ""))
        for soort, projecten in per_status(stand)
    ]
    if rijen:
        blad.table(("Status", "Aantal", "Welke"), rijen, (24, 12, 64))
    fasen = per_fase(stand)
    if fasen:
        blad.table(("Fase", "Aantal"), [(cel(naam), cel(str(aantal))) for naam, aantal in fasen], (76, 24))
    for vraag in stand.vragen():
        blad.paragraph(f"Waarschuwing: {vraag}")


def _schrijf_geld(blad: Blad, stand: Programmastand, periode: Programmaperiode) -> None:
    """Put the whole budget, with what may go to next year and under which conditions."""
    tabellen = overzicht(stand, periode.naam)
    if not tabellen:
        return
    blad.heading(2, "Financiën")
    blad.paragraph("Bedragen in hele euro’s.", Toon.KLEIN)
    for tabel in tabellen:
        _schrijf_tabel(blad, tabel, periode, niveau=3)
        _schrijf_staven(blad, tabel)
    eigen = {lijn.naam for lijn in stand.themalijnen}
    for tabel in lastentabellen(stand, periode.naam):
        if tabel.titel not in eigen:  # those of a themalijn stand with it
            _schrijf_tabel(blad, tabel, periode, niveau=3)
    posten = [een for een in stand.meenemen if een.periode == periode.naam]
    for naar, samen in groupby(posten, key=lambda een: een.naar):
        van = tuple(samen)
        blad.heading(3, f"Mee te nemen naar {naar}")
        rijen = [(cel(een.waarvan), cel(een.reden), cel(duizendtal(een.bedrag))) for een in van]
        som = duizendtal(sum(een.bedrag for een in van))
        rijen.append((cel("Totaal", vet=True), (), cel(som, vet=True)))
        blad.table(("Waarvan", "Waarom", "Bedrag"), rijen, (34, 50, 16))
    bronnen = [een for een in stand.bronnen if een.woorden]
    if bronnen:
        blad.heading(3, "Waar het geld vandaan komt")
        blad.fields([[veld(een.naam, een.woorden)] for een in bronnen])


def _schrijf_tabel(blad: Blad, tabel: Begrotingstabel, periode: Programmaperiode, *, niveau: int) -> None:
    blad.heading(niveau, tabel.titel)
    kop = ("Post", *(kolomnaam(soort, periode) for soort in tabel.kolommen))
    breedte = _BEDRAG * len(tabel.kolommen)
    blad.table(kop, [_rij(rij) for rij in tabel.rijen], (100 - breedte, *(_BEDRAG for _ in tabel.kolommen)))
    for noot in tabel.noten:
        blad.paragraph(noot, Toon.KLEIN)


def _schrijf_staven(blad: Blad, tabel: Begrotingstabel) -> None:
    """Draw how much of each budget is spent, where both are known."""
    kolommen = tabel.kolommen
    geheel = Bedragsoort.GEWIJZIGD if Bedragsoort.GEWIJZIGD in kolommen else Bedragsoort.BEGROTING
    if tabel.zijde is Zijde.BATEN or not {geheel, Bedragsoort.BESTEED} <= set(kolommen):
        return
    staven = []
    for rij in tabel.rijen:
        van, besteed = rij.bedragen[kolommen.index(geheel)], rij.bedragen[kolommen.index(Bedragsoort.BESTEED)]
        if van and van > 0 and besteed is not None and rij.soort is Rijsoort.REGEL:
            woorden = f"{euro(besteed)} van {euro(van)} besteed ({procent(besteed / van)})"
            staven.append(Staaf(naam=rij.naam, deel=besteed, geheel=van, woorden=woorden))
    if staven:
        blad.heading(3, "Besteed van de begroting")
        blad.bars(staven)


def _rij(rij: Tabelrij) -> tuple[Cel, ...]:
    bedragen = ("" if bedrag is None else duizendtal(bedrag) for bedrag in rij.bedragen)
    vet = rij.soort in (Rijsoort.TOTAAL, Rijsoort.SAMEN)
    return (cel(rij.naam, vet=vet), *(cel(bedrag, vet=vet) for bedrag in bedragen))


def _schrijf_lijn(blad: Blad, stand: Programmastand, periode: Programmaperiode, lijn: Themalijn) -> None:
    """Put one themalijn: where it goes, its projects in a table, its money, and each project."""
    blad.page_break()
    blad.heading(1, lijn.naam)
    hoofd = [veld("Opdrachtgever", lijn.opdrachtgever), veld("Trekker", lijn.trekker)]
    if any(een.waarde for een in hoofd):
        blad.fields([[een for een in hoofd if een.waarde]])
    if lijn.ambitie:
        blad.blocks(lees_opmaak(lijn.ambitie))
    takken = stand.takken(lijn.id)
    if not takken:
        blad.paragraph("Deze themalijn heeft nog geen projecten.")
    else:
        _schrijf_projecten(blad, takken)
    for tabel in lastentabellen(stand, periode.naam):
        if tabel.titel == lijn.naam:
            _schrijf_tabel(blad, replace(tabel, titel=f"Begroting {lijn.naam}"), periode, niveau=2)
    for tak in takken:
        blad.heading(2, tak.project.naam)
        _schrijf_kaart(blad, stand, periode, tak.project, niveau=3)


def _schrijf_projecten(blad: Blad, takken: Sequence[Projecttak]) -> None:
    """Put projects in a table with their footnotes under it; how they go has a column where anybody knows."""
    noten: list[str] = []
    rijen = [
        (
            cel(f"{'– ' * tak.diepte}{_met_noot(tak.project.naam, tak.project.naamnoot, noten)}"),
            cel(tak.project.fase),
            cel(_met_noot(tak.project.start, tak.project.startnoot, noten)),
            cel(_met_noot(tak.project.eind, tak.project.eindnoot, noten)),
            cel(str(tak.project.status) if tak.project.status is not Projectstatus.ONBEKEND else ""),
        )
        for tak in takken
    ]
    if any(tak.project.status is not Projectstatus.ONBEKEND for tak in takken):
        blad.table(("Project", "Fase", "Start", "Eind", "Status"), rijen, (34, 20, 15, 15, 16))
    else:
        blad.table(("Project", "Fase", "Start", "Eind"), [rij[:-1] for rij in rijen], (40, 22, 19, 19))
    for noot in noten:
        blad.paragraph(noot, Toon.KLEIN)


def _schrijf_kaart(
    blad: Blad,
    stand: Programmastand,
    periode: Programmaperiode,
    project: Project,
    *,
    niveau: int,
    noten: Sequence[str] = (),
) -> None:
    """Put one project: who, when, what for, and what was done and is still to do, with what changed since.

    ``noten`` are footnotes to its head, where these do not stand under a table already.
    """
    bericht = stand.bericht(project.id, periode.naam)
    blad.fields([[veld(*een) for een in rij] for rij in _hoofd(project)])
    for noot in noten:
        blad.paragraph(noot, Toon.KLEIN)
    anders, vorige = verschil(stand, periode, project), stand.vorige(periode.naam)
    if anders and vorige is not None:
        blad.paragraph(f"Sinds {vorige.naam}: {anders}.")
    for kop, tekst in (
        ("Doel", project.doel),
        ("Resultaat", project.resultaat),
        ("Gedaan", bericht.gedaan if bericht else ""),
        ("Nog te doen", bericht.te_doen if bericht else ""),
        ("Toelichting", bericht.toelichting if bericht else ""),
        ("Bijzonderheden", project.bijzonderheden),
    ):
        if tekst:
            blad.heading(niveau, kop)
            blad.blocks(lees_opmaak(tekst))
    stappen = [een for een in stand.stappen if een.project_id == project.id]
    if stappen:
        blad.heading(niveau, "Aanpak")
        rijen = [(cel(een.wat), cel(een.gereed), cel(een.status), cel(een.opmerking)) for een in stappen]
        blad.table(("Stap", "Gereed", "Stand", "Opmerking"), rijen, (44, 15, 15, 26))
    zorgen = [een for een in stand.zorgen if een.project_id == project.id]
    for soort, samen in groupby(sorted(zorgen, key=lambda een: een.soort.value), key=lambda een: een.soort):
        blad.heading(niveau, {"risico": "Risico’s", "afhankelijkheid": "Hangt af van"}[soort.value])
        for zorg in samen:
            blad.paragraph(zorg.tekst)
    gevolgen = stand.gevolgen_van(project.id)
    if gevolgen:
        blad.heading(niveau, "Gewijzigd door")
        for gevolg in gevolgen:
            blad.paragraph(gevolg.woorden)


def _hoofd(project: Project) -> list[list[tuple[str, str]]]:
    """Return the rows of the head of a project, without what nobody told."""
    status = project.status
    rijen = [
        [("Status", "" if status is Projectstatus.ONBEKEND else str(status)), ("Fase", project.fase)],
        [("Start", project.start), ("Eind", project.eind)],
        [("Doorlooptijd", project.doorlooptijd)],
        [("Opdrachtgever", project.opdrachtgever), ("Trekker", project.trekker)],
        [("Capaciteit", _schaal(project.capaciteit)), ("Opbrengst", _schaal(project.opbrengst))],
        [("Kosten", project.kosten)],
    ]
    gezegd = [[een for een in rij if een[1]] for rij in rijen]
    return [rij for rij in gezegd if rij]


def _schaal(tekst: str) -> str:
    """Return a notation with what it says in words: a row of signs is read out as nothing."""
    woorden = in_woorden(tekst) if tekst else ""
    return f"{tekst} ({woorden})" if woorden and woorden != tekst else tekst


def _schrijf_uitleg(blad: Blad, stand: Programmastand) -> None:
    """Put what phases, short forms and roles mean."""
    if not (stand.fasen or stand.afkortingen or stand.rollen):
        return
    blad.page_break()
    blad.heading(1, "Wat woorden betekenen")
    if stand.fasen:
        blad.heading(2, "Fasen")
        blad.fields(
            [[veld(_fase(een.naam, een.kern), een.omschrijving or "Nergens omschreven.")] for een in stand.fasen]
        )
    if stand.afkortingen:
        blad.heading(2, "Afkortingen")
        geordend = sorted(stand.afkortingen, key=lambda een: een.kort.casefold())
        blad.table(("Kort", "Voluit"), [(cel(een.kort), cel(een.lang)) for een in geordend], (22, 78))
    if stand.rollen:
        blad.heading(2, "Wie doet wat")
        rijen = [(cel(een.rol), cel(een.personen), cel(een.taken), cel(een.frequentie)) for een in stand.rollen]
        blad.table(("Rol", "Wie", "Taken", "Hoe vaak"), rijen, (20, 26, 36, 18))


def _met_noot(tekst: str, noot: str, noten: list[str]) -> str:
    """Return a text with the mark of its footnote, which comes among the notes under the table once."""
    if not noot:
        return tekst
    kaal = noot.lstrip("* ")
    bekend = [een.lstrip("* ") for een in noten]
    if kaal not in bekend:
        noten.append(f"{_STER * (len(noten) + 1)} {kaal}")
        bekend.append(kaal)
    return f"{tekst.rstrip('*')}{_STER * (bekend.index(kaal) + 1)}"


def _fase(naam: str, kern: str) -> str:
    return f"{naam} ({kern})" if kern else naam


def _namen(projecten: Sequence[Project]) -> str:
    return ", ".join(een.naam for een in projecten)
