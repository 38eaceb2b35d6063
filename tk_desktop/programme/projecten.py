"""Projects: added, changed, moved, with their steps, risks and what is told of them period by period (N1, N8)."""

from dataclasses import replace
from typing import Unpack

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id, only_id
from tk_desktop.domain.programma import (
    Aanpakstap,
    Periodebericht,
    Project,
    Projectstatus,
    Projectzorg,
    Zorgsoort,
)
from tk_desktop.domain.projectboom import alles_onder, maakt_kring
from tk_desktop.domain.volgorde import op_rang, tussen
from tk_desktop.programme.programmas import require_naam
from tk_desktop.programme.velden import Berichtvelden, Projectvelden, Stapvelden
from tk_desktop.store.werkmap import Store


class ProjectOnderZichzelf(TkError):
    """A project was to stand, through its subprojects, under itself."""

    code = "TK-G03"
    melding = "‘{naam}’ kan geen subproject worden van iets dat er zelf onder staat."
    veilig = "Er is niets gewijzigd."
    advies = "Kies een ander project, of haal eerst het subproject eronder weg."


def add_project(
    store: Store, themalijn_id: str, naam: str, *, ouder_id: str | None = None, **meer: Unpack[Projectvelden]
) -> Project:
    """Add a project to a themalijn, or a subproject under another, as the last one.

    ``meer`` are fields of ``Project``; a subproject stands in the themalijn of its parent. Raises ``NaamOntbreekt``.
    """
    naam = require_naam(naam)
    with store.transaction():
        if ouder_id is not None:
            themalijn_id = store.programma.projecten.get(ouder_id).themalijn_id
        laatste = max((een.volgorde for een in store.programma.projecten.van_themalijn(themalijn_id)), default="")
        project = Project(
            id=new_id(),
            themalijn_id=themalijn_id,
            ouder_id=ouder_id,
            is_sub=ouder_id is not None,
            volgorde=tussen(laatste),
            naam=naam,
            **meer,
        )
        store.programma.projecten.save(project)
    return project


def change_project(store: Store, project_id: str, naam: str | None = None, **anders: Unpack[Projectvelden]) -> Project:
    """Change fields of a project, such as ``fase``, ``status``, ``start``, ``eind``; raises ``NaamOntbreekt``.

    Dates are kept as they are written, also when they run backwards (``Project.loopt_achteruit`` tells). Where
    something is told over the period that is looked at, its status and phase follow. To move it, use ``move_project``.
    """
    with store.transaction():
        project = replace(store.programma.projecten.get(project_id), **anders)
        project = replace(project, naam=project.naam if naam is None else require_naam(naam))
        store.programma.projecten.save(project)
        if {"status", "fase"} & set(anders):
            nu = _looked_at(store, project)
            for bericht in store.programma.berichten.van(project_id):
                if bericht.periode == nu:
                    status = project.status if "status" in anders else bericht.status
                    fase = project.fase if "fase" in anders else bericht.fase
                    store.programma.berichten.save(replace(bericht, status=status, fase=fase))
    return project


def move_project(
    store: Store,
    project_id: str,
    *,
    themalijn_id: str | None = None,
    ouder_id: str | None = None,
    voor: str | None = None,
) -> Project:
    """Put a project in a themalijn (else its own) or under another project, before ``voor`` (else last).

    Its subprojects come along. Raises ``ProjectOnderZichzelf``, with nothing changed.
    """
    with store.transaction():
        tafel = store.programma.projecten
        project = tafel.get(project_id)
        themalijn = store.programma.themalijnen.get(project.themalijn_id)
        alle = tafel.van(themalijn.programma_id)
        if ouder_id is not None:
            if maakt_kring(alle, project_id, ouder_id):
                raise ProjectOnderZichzelf(naam=project.naam)
            themalijn_id = tafel.get(ouder_id).themalijn_id
        naar = themalijn_id or project.themalijn_id
        buren = [een for een in tafel.van_themalijn(naar) if een.id != project_id]
        rang = next((plek for plek, een in enumerate(buren) if een.id == voor), len(buren))
        project = replace(
            project,
            themalijn_id=naar,
            ouder_id=ouder_id,
            is_sub=ouder_id is not None,
            volgorde=op_rang([een.volgorde for een in buren], rang),
        )
        tafel.save(project)
        mee = alles_onder(alle, [project_id])
        for kind in alle:
            if kind.id in mee and kind.themalijn_id != naar:
                tafel.save(replace(kind, themalijn_id=naar))
    return project


def drop_project(store: Store, project_id: str) -> None:
    """Remove a project; its subprojects stand on their own then, and its budget lines stay."""
    with store.transaction():
        store.programma.projecten.delete(project_id)


def add_stap(store: Store, project_id: str, wat: str, **meer: Unpack[Stapvelden]) -> Aanpakstap:
    """Add a step as the last one; ``meer``: ``gereed``, ``status``, ``opmerking``. Raises ``NaamOntbreekt``."""
    wat = require_naam(wat)
    with store.transaction():
        laatste = max((een.volgorde for een in store.programma.stappen.van(project_id)), default="")
        stap = Aanpakstap(id=new_id(), project_id=project_id, volgorde=tussen(laatste), wat=wat, **meer)
        store.programma.stappen.save(stap)
    return stap


def change_stap(store: Store, stap_id: str, wat: str | None = None, **anders: Unpack[Stapvelden]) -> Aanpakstap:
    """Change a step; raises ``NaamOntbreekt``."""
    with store.transaction():
        stap = replace(store.programma.stappen.get(stap_id), **anders)
        stap = replace(stap, wat=stap.wat if wat is None else require_naam(wat))
        store.programma.stappen.save(stap)
    return stap


def move_stap(store: Store, stap_id: str, plaatsen: int) -> Aanpakstap:
    """Move a step up (negative) or down by so many places; at the end it stays where it is."""
    with store.transaction():
        stap = store.programma.stappen.get(stap_id)
        alle = store.programma.stappen.van(stap.project_id)
        andere = [een for een in alle if een.id != stap_id]
        rang = [een.id for een in alle].index(stap_id) + plaatsen
        plek = op_rang([een.volgorde for een in andere], min(max(rang, 0), len(andere)))
        stap = replace(stap, volgorde=plek)
        store.programma.stappen.save(stap)
    return stap


def drop_stap(store: Store, stap_id: str) -> None:
    """Remove a step."""
    with store.transaction():
        store.programma.stappen.delete(stap_id)


def add_zorg(
    store: Store, project_id: str, soort: Zorgsoort, tekst: str, van_project_id: str | None = None
) -> Projectzorg:
    """Add a risk or a dependency, on another project where it is one; raises ``NaamOntbreekt``."""
    tekst = require_naam(tekst)
    with store.transaction():
        laatste = max((een.volgorde for een in store.programma.zorgen.van(project_id)), default="")
        zorg = Projectzorg(
            id=new_id(),
            project_id=project_id,
            volgorde=tussen(laatste),
            soort=soort,
            tekst=tekst,
            van_project_id=van_project_id,
        )
        store.programma.zorgen.save(zorg)
    return zorg


def change_zorg(store: Store, zorg_id: str, soort: Zorgsoort | None = None, tekst: str | None = None) -> Projectzorg:
    """Change what a risk or dependency is or says; raises ``NaamOntbreekt``."""
    with store.transaction():
        zorg = store.programma.zorgen.get(zorg_id)
        tekst = zorg.tekst if tekst is None else require_naam(tekst)
        zorg = replace(zorg, soort=soort or zorg.soort, tekst=tekst)
        store.programma.zorgen.save(zorg)
    return zorg


def drop_zorg(store: Store, zorg_id: str) -> None:
    """Remove a risk or a dependency."""
    with store.transaction():
        store.programma.zorgen.delete(zorg_id)


def report(store: Store, project_id: str, periode: str, **anders: Unpack[Berichtvelden]) -> Periodebericht:
    """Write what is told of a project over a period, or change it; there is one of a project and a period.

    ``anders``: ``gedaan``, ``te_doen``, ``toelichting``, ``status``, ``fase``. What is told over the period that is
    looked at gives the project its status and phase. Raises ``NaamOntbreekt`` without a period.
    """
    periode = require_naam(periode)
    id_ = only_id("periodebericht", project_id, periode)
    with store.transaction():
        project = store.programma.projecten.get(project_id)
        staat = next((een for een in store.programma.berichten.van(project_id) if een.id == id_), None)
        nieuw = staat or Periodebericht(
            id=id_, project_id=project_id, periode=periode, status=project.status, fase=project.fase
        )
        bericht = replace(nieuw, **anders)
        store.programma.berichten.save(bericht)
        if periode == _looked_at(store, project):
            store.programma.projecten.save(replace(project, status=bericht.status, fase=bericht.fase))
    return bericht


def set_status(store: Store, project_id: str, status: Projectstatus) -> Project:
    """Say how a project goes."""
    return change_project(store, project_id, status=status)


def _looked_at(store: Store, project: Project) -> str:
    """Return the name of the period that is looked at in the programme of a project."""
    programma_id = store.programma.themalijnen.get(project.themalijn_id).programma_id
    return store.programma.programmas.get(programma_id).periode
