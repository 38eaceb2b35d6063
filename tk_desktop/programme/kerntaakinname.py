"""Taking over what a paper tells of core tasks: parts, bouwstenen and scenarios, each once.

A bouwsteen is known by its part, its group of additional tasks or not, and its name. What somebody weighed stays: the
paper gives a category only where nobody walked the tree.
"""

from collections.abc import Mapping
from dataclasses import replace

from tk_desktop.base.ids import only_id
from tk_desktop.domain.kerntaken import Bouwsteen, Bouwsteenveld, Kerndeel, Kernkolom
from tk_desktop.domain.programmalezing import Gelezenbouwsteen, Gelezenkerndeel, Programmalezing
from tk_desktop.domain.scenarios import SCENARIOS
from tk_desktop.domain.volgorde import tussen
from tk_desktop.programme.kerntaken import add_scenarios
from tk_desktop.store.werkmap import Store


def keep_kerntaken(store: Store, programma_id: str, lezing: Programmalezing) -> None:
    """Keep the parts with their bouwstenen and the scenarios that were read; what stands is updated.

    Scenarios that a paper describes begin as ``add_scenarios`` begins them, with the words of the paper.
    """
    with store.transaction():
        delen = {deel.naam: deel for deel in store.kerntaken.delen.van(programma_id)}
        for gelezen in lezing.kerndelen:
            deel = _keep_deel(store, programma_id, gelezen, delen.get(gelezen.naam))
            _keep_bouwstenen(store, deel, gelezen)
        if lezing.scenarios:
            _keep_scenarios(store, programma_id, lezing)


def _keep_deel(store: Store, programma_id: str, gelezen: Gelezenkerndeel, bekend: Kerndeel | None) -> Kerndeel:
    if bekend is None:
        laatste = max((een.volgorde for een in store.kerntaken.delen.van(programma_id)), default="")
        id_ = only_id("kerndeel", programma_id, gelezen.naam)
        bekend = Kerndeel(id=id_, programma_id=programma_id, volgorde=tussen(laatste), naam=gelezen.naam)
    kolommen = list(bekend.kolommen)
    for naam in gelezen.kolommen:
        if naam not in {kolom.naam for kolom in kolommen}:
            laatste = max((kolom.volgorde for kolom in kolommen), default="")
            kolommen.append(Kernkolom(id=only_id("kernkolom", bekend.id, naam), naam=naam, volgorde=tussen(laatste)))
    deel = replace(bekend, kolommen=tuple(kolommen))
    store.kerntaken.delen.save(deel)
    return deel


def _keep_bouwstenen(store: Store, deel: Kerndeel, gelezen: Gelezenkerndeel) -> None:
    tafel = store.kerntaken.bouwstenen
    staat = {(steen.groep, steen.naam): steen for steen in tafel.van_deel(deel.id)}
    kolommen = {kolom.naam: kolom.id for kolom in deel.kolommen}
    laatste = max((steen.volgorde for steen in staat.values()), default="")
    hernoemd = {steen.id: steen for steen in staat.values()}
    for een in gelezen.bouwstenen:
        id_ = only_id("bouwsteen", deel.id, een.groep, een.naam)
        bekend = staat.get((een.groep, een.naam)) or hernoemd.get(id_)
        if bekend is None:
            laatste = tussen(laatste)
            bekend = Bouwsteen(id=id_, deel_id=deel.id, volgorde=laatste, naam=een.naam, groep=een.groep)
        tafel.save(
            replace(
                bekend,
                nummer=een.nummer or bekend.nummer,
                categorie=een.categorie or bekend.categorie,
                bedrag=bekend.bedrag if een.bedrag is None else een.bedrag,
                velden=_fields(bekend, een, kolommen),
            )
        )


def _fields(bekend: Bouwsteen, gelezen: Gelezenbouwsteen, kolommen: Mapping[str, str]) -> tuple[Bouwsteenveld, ...]:
    velden = {veld.kolom_id: veld for veld in bekend.velden}
    for naam, tekst in gelezen.velden:
        kolom = kolommen[naam]
        velden[kolom] = Bouwsteenveld(id=only_id(bekend.id, kolom), kolom_id=kolom, tekst=tekst)
    return tuple(velden.values())


def _keep_scenarios(store: Store, programma_id: str, lezing: Programmalezing) -> None:
    gelezen = {een.code: een for een in lezing.scenarios}
    eigen = tuple((een.code, een.naam) for een in lezing.scenarios if een.code not in dict(SCENARIOS))
    for scenario in add_scenarios(store, programma_id, (*SCENARIOS, *eigen)):
        een = gelezen.get(scenario.code)
        if een is not None:
            store.kerntaken.scenarios.save(replace(scenario, naam=een.naam, omschrijving=een.omschrijving))
