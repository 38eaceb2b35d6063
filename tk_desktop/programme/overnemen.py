"""Taking over what a paper tells of a programme: new things are added, what is there already is brought up to date.

What stands under the same name is the same thing. Nothing goes because a paper does not name it, and what somebody
wrote is replaced only by what the paper says.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tk_desktop.base.ids import only_id
from tk_desktop.domain.begroting import (
    ALLES,
    ZONDER_PERIODE,
    Begrotingsregel,
    Besluitgevolg,
    Financieringsbron,
    GedruktTotaal,
    Meeneempost,
    tel_op,
)
from tk_desktop.domain.begrotingstabel import ALGEMEEN
from tk_desktop.domain.programma import Programma, Project, Projectfase, Themalijn, fase_bij
from tk_desktop.domain.programmalezing import Gelezenlijn, Gelezenproject, Gelezenregel, Programmalezing
from tk_desktop.domain.programmastand import Programmastand
from tk_desktop.domain.projectboom import maakt_kring
from tk_desktop.domain.projectnaam import zoek_naam
from tk_desktop.domain.volgorde import tussen
from tk_desktop.programme.kerntaakinname import keep_kerntaken
from tk_desktop.programme.programmas import add_programma, set_afkorting, set_periode, set_vraag
from tk_desktop.programme.projectkaart import keep_kaart
from tk_desktop.programme.stand import read_stand
from tk_desktop.store.werkmap import Store


def keep_programma(store: Store, lezing: Programmalezing, programma_id: str | None = None) -> Programmastand:
    """Keep what was read as a new programme, or in one that is there, and return it as it then stands.

    Raises ``NaamOntbreekt`` for a new programme of which the paper tells no name.
    """
    with store.transaction():
        if programma_id is None:
            programma_id = add_programma(store, lezing.naam).id
        programma = store.programma.programmas.get(programma_id)
        _keep_frame(store, programma, lezing)
        lijnen = {lijn.naam: lijn for lijn in store.programma.themalijnen.van(programma_id)}
        bekend = _known([lijn.naam for lijn in lezing.themalijnen], list(lijnen))
        for lijn in lezing.themalijnen:
            themalijn = _keep_lijn(store, programma_id, lijn, lijnen.get(bekend.get(lijn.naam, "")))
            _keep_projecten(store, programma_id, themalijn, lijn.projecten)
        periode = _period_of(store, programma_id, lezing)
        _keep_regels(store, programma_id, periode, lezing.regels)
        _keep_totalen(store, programma_id, periode, lezing)
        _keep_meenemen(store, programma_id, periode, lezing)
        keep_kerntaken(store, programma_id, lezing)
        for vraag in lezing.leesvragen():
            set_vraag(store, programma_id, "", vraag)
        return read_stand(store, programma_id)


def _period_of(store: Store, programma_id: str, lezing: Programmalezing) -> str:
    """Return the period of the budget of a paper: its own, else the one that is looked at, which is said then."""
    if lezing.periode is not None:
        return lezing.periode.naam
    nu = read_stand(store, programma_id).periode
    if lezing.regels:
        waar = f"is overgenomen bij {nu.naam}" if nu else "hoort bij de eerste periode die u maakt"
        set_vraag(store, programma_id, "", f"Het stuk noemt geen periode; zijn begroting {waar}.")
    return nu.naam if nu else ZONDER_PERIODE


def _keep_frame(store: Store, programma: Programma, lezing: Programmalezing) -> None:
    if lezing.periode is not None:
        een = lezing.periode
        set_periode(store, programma.id, een.naam, een.van, een.tot, begroot=een.begroot, gewijzigd=een.gewijzigd)
    for fase in lezing.fasen:
        bekend = fase_bij(store.programma.fasen.van(programma.id), fase.naam) or _new_fase(
            store, programma.id, fase.naam
        )
        store.programma.fasen.save(replace(bekend, kern=fase.kern, omschrijving=fase.omschrijving))
    for kort, lang in lezing.afkortingen:
        set_afkorting(store, programma.id, kort, lang)


def _new_fase(store: Store, programma_id: str, naam: str) -> Projectfase:
    laatste = max((een.volgorde for een in store.programma.fasen.van(programma_id)), default="")
    id_ = only_id("projectfase", programma_id, naam.casefold())
    return Projectfase(id=id_, programma_id=programma_id, volgorde=tussen(laatste), naam=naam)


def _known(gelezen: Sequence[str], namen: Sequence[str]) -> dict[str, str]:
    """Return for each name that was read the one that stands there already: the same, else one that is alike.

    No two names of one paper are the same thing.
    """
    uit = {naam: naam for naam in gelezen if naam in namen}
    for naam in gelezen:
        if naam not in uit:
            vrij = [een for een in namen if een not in uit.values()]
            gevonden = zoek_naam(naam, vrij)
            if gevonden:
                uit[naam] = gevonden
    return uit


def _keep_lijn(store: Store, programma_id: str, gelezen: Gelezenlijn, bekend: Themalijn | None) -> Themalijn:
    if bekend is None:
        laatste = max((een.volgorde for een in store.programma.themalijnen.van(programma_id)), default="")
        id_ = only_id("themalijn", programma_id, gelezen.naam)
        bekend = Themalijn(id=id_, programma_id=programma_id, volgorde=tussen(laatste), naam=gelezen.naam)
    lijn = replace(bekend, ambitie=gelezen.ambitie or bekend.ambitie)
    store.programma.themalijnen.save(lijn)
    return lijn


def _keep_projecten(store: Store, programma_id: str, themalijn: Themalijn, gelezen: Sequence[Gelezenproject]) -> None:
    """Keep the projects of a themalijn; none comes to stand under itself, which the reading tells of (``vragen``)."""
    tafel = store.programma.projecten
    staat = {project.naam: project for project in tafel.van_themalijn(themalijn.id)}
    al = _known([een.naam for een in gelezen], list(staat))
    laatste = max((project.volgorde for project in staat.values()), default="")
    per_naam: dict[str, Project] = {}
    for een in gelezen:
        bekend = staat.get(al.get(een.naam, ""))
        if bekend is None:
            laatste = tussen(laatste)
            id_ = only_id("project", themalijn.id, een.naam)
            bekend = Project(id=id_, themalijn_id=themalijn.id, volgorde=laatste, naam=een.naam)
        nieuw = bekend.met_kaart(een)
        tafel.save(nieuw)
        per_naam[een.naam] = nieuw
        keep_kaart(store, nieuw.id, een)
        if een.besluit:
            gevolg = only_id("besluitgevolg", een.besluit, nieuw.id)
            store.programma.gevolgen.save(
                Besluitgevolg(id=gevolg, programma_id=programma_id, wat=een.besluit, project_id=nieuw.id)
            )
    for een in gelezen:
        ouder = per_naam.get(een.ouder)
        if ouder is not None and not maakt_kring(tafel.van(programma_id), per_naam[een.naam].id, ouder.id):
            tafel.save(replace(per_naam[een.naam], ouder_id=ouder.id))


def _keep_regels(store: Store, programma_id: str, periode: str, gelezen: Iterable[Gelezenregel]) -> None:
    tafel = store.programma.regels
    stand = read_stand(store, programma_id)
    lijnen = {lijn.naam: lijn.id for lijn in stand.themalijnen}
    staat = {
        (een.zijde, een.themalijn_id, een.groep, een.naam): een for een in tafel.van_periode(programma_id, periode)
    }
    laatste = max((een.volgorde for een in staat.values()), default="")
    for een in gelezen:
        lijn_id = lijnen.get(zoek_naam(een.themalijn, list(lijnen))) or lijnen.get(een.groep)
        groep = "" if lijn_id == lijnen.get(een.groep, "") else een.groep  # a sheet is called after its themalijn
        projecten = {project.naam: project.id for project in stand.projecten if project.themalijn_id == lijn_id}
        bekend = staat.get((een.zijde, lijn_id, groep, een.naam))
        if bekend is None:
            laatste = tussen(laatste)
            bekend = Begrotingsregel(
                id=only_id("begrotingsregel", programma_id, periode, een.zijde.value, lijn_id or groep, een.naam),
                programma_id=programma_id,
                volgorde=laatste,
                periode=periode,
                zijde=een.zijde,
                naam=een.naam,
                groep=groep,
            )
        regel = replace(
            bekend,
            themalijn_id=lijn_id,
            project_id=projecten.get(zoek_naam(een.project, list(projecten))) or bekend.project_id,
            bron_id=_keep_bron(store, programma_id, een.bron) if een.bron else bekend.bron_id,
            buiten_totaal=een.buiten_totaal,
            bedragen=een.bedragen,
        )
        tafel.save(regel)


def _keep_bron(store: Store, programma_id: str, naam: str) -> str:
    alle = store.programma.bronnen.van(programma_id)
    bekend = next((een for een in alle if een.naam == naam), None)
    if bekend is None:
        laatste = max((een.volgorde for een in alle), default="")
        id_ = only_id("financieringsbron", programma_id, naam)
        bekend = Financieringsbron(id=id_, programma_id=programma_id, volgorde=tussen(laatste), naam=naam)
        store.programma.bronnen.save(bekend)
    return bekend.id


def _keep_totalen(store: Store, programma_id: str, periode: str, lezing: Programmalezing) -> None:
    """Keep the printed totals that are other than the lines together, and forget those that are not any more."""
    stand = read_stand(store, programma_id)
    lijnen = {lijn.naam: lijn.id for lijn in stand.themalijnen}
    for een in lezing.totalen:
        zijde = [r for r in stand.regels if r.periode == periode and r.zijde is een.zijde and not r.buiten_totaal]
        lijn_id = lijnen.get(een.naam)
        onder = [
            r
            for r in zijde
            if een.naam == ALLES or (r.themalijn_id == lijn_id if r.themalijn_id else een.naam == (r.groep or ALGEMEEN))
        ]
        id_ = only_id("gedrukt_totaal", programma_id, periode, een.zijde.value, een.naam, een.waar, een.soort.value)
        if tel_op(onder, een.soort).som == een.bedrag:
            store.programma.totalen.delete(id_)
        else:
            store.programma.totalen.save(
                GedruktTotaal(
                    id=id_,
                    programma_id=programma_id,
                    periode=periode,
                    zijde=een.zijde,
                    naam=een.naam,
                    waar=een.waar,
                    soort=een.soort,
                    bedrag=een.bedrag,
                    eenheid=een.eenheid,
                )
            )


def _keep_meenemen(store: Store, programma_id: str, periode: str, lezing: Programmalezing) -> None:
    stand = read_stand(store, programma_id)
    bronnen = {een.naam: een.id for een in stand.bronnen}
    laatste = max((een.volgorde for een in stand.meenemen), default="")
    for een in lezing.meenemen:
        laatste = tussen(laatste)
        id_ = only_id("meeneempost", programma_id, periode, een.naar, een.waarvan)
        bekend = next((post for post in stand.meenemen if post.id == id_), None)
        store.programma.meenemen.save(
            Meeneempost(
                id=id_,
                programma_id=programma_id,
                volgorde=bekend.volgorde if bekend else laatste,
                periode=periode,
                naar=een.naar,
                bedrag=een.bedrag,
                waarvan=een.waarvan,
                reden=bekend.reden if bekend else "",
                regel_id=bekend.regel_id if bekend else None,
                bron_id=bronnen.get(een.waarvan) or (bekend.bron_id if bekend else None),
            )
        )
