"""Core tasks: parts and bouwstenen, weighing them question by question, and scenarios with what they cost (N9)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id, only_id
from tk_desktop.domain.kernstand import Kernstand
from tk_desktop.domain.kerntaken import (
    Afweging,
    Bouwsteen,
    Bouwsteenveld,
    Bouwsteenvraag,
    Categorie,
    Kerndeel,
    Kernkolom,
    Keuze,
    Wandeling,
    gewogen,
    keuzes_voor,
    weeg,
)
from tk_desktop.domain.scenarios import (
    SCENARIOS,
    Scenario,
    Scenariopost,
    eerste_keuze,
)
from tk_desktop.domain.volgorde import reeks, tussen
from tk_desktop.programme.programmas import require_naam
from tk_desktop.store.werkmap import Store


class VraagOnbekend(TkError):
    """An answer was given to a question that the tree does not ask now."""

    code = "TK-G05"
    melding = "Deze vraag is nu niet aan de orde in het afwegingskader."
    veilig = "Er is niets gewijzigd."
    advies = "Beantwoord de vragen in hun volgorde, of wijzig eerst een eerder antwoord."


class KeuzeNietMogelijk(TkError):
    """A scenario was to do with a task what its category does not allow."""

    code = "TK-G06"
    melding = "‘{naam}’ valt in categorie {categorie}; dan kunt u niet kiezen voor ‘{keuze}’."
    veilig = "Er is niets gewijzigd."
    advies = "Kies iets anders, of wijzig de categorie van de bouwsteen."


def add_deel(store: Store, programma_id: str, naam: str, kolommen: Sequence[str] = ()) -> Kerndeel:
    """Add a part of the organisation as the last one, with the columns of its table; raises ``NaamOntbreekt``."""
    naam = require_naam(naam)
    with store.transaction():
        laatste = max((een.volgorde for een in store.kerntaken.delen.van(programma_id)), default="")
        deel = Kerndeel(
            id=new_id(),
            programma_id=programma_id,
            volgorde=tussen(laatste),
            naam=naam,
            kolommen=tuple(
                Kernkolom(id=new_id(), naam=require_naam(kolom), volgorde=plek)
                for kolom, plek in zip(kolommen, reeks(len(kolommen)), strict=True)
            ),
        )
        store.kerntaken.delen.save(deel)
    return deel


def add_bouwsteen(
    store: Store,
    deel_id: str,
    naam: str,
    *,
    nummer: str = "",
    groep: str = "",
    categorie: Categorie | None = None,
    bedrag: int | None = None,
    velden: Mapping[str, str] | None = None,
) -> Bouwsteen:
    """Add a bouwsteen as the last of its part; ``velden`` are texts by the name of a column of that part.

    Raises ``NaamOntbreekt``; a column that the part does not have is passed over.
    """
    naam = require_naam(naam)
    with store.transaction():
        deel = store.kerntaken.delen.get(deel_id)
        laatste = max((een.volgorde for een in store.kerntaken.bouwstenen.van_deel(deel_id)), default="")
        id_ = new_id()
        steen = Bouwsteen(
            id=id_,
            deel_id=deel_id,
            volgorde=tussen(laatste),
            naam=naam,
            nummer=nummer,
            groep=groep,
            categorie=categorie.value if categorie else "",
            bedrag=bedrag,
            velden=tuple(
                Bouwsteenveld(id=only_id(id_, kolom.id), kolom_id=kolom.id, tekst=(velden or {})[kolom.naam])
                for kolom in deel.kolommen
                if kolom.naam in (velden or {})
            ),
        )
        store.kerntaken.bouwstenen.save(steen)
        return store.kerntaken.bouwstenen.get(id_)


def answer_kader(store: Store, bouwsteen_id: str, vraag: str, *, antwoord: bool, reden: str = "") -> Wandeling:
    """Answer a question of the tree about a bouwsteen, with the reason, and return how far it leads.

    An earlier answer can be changed: later ones stay, and count again when the walk comes by them. Raises
    ``VraagOnbekend`` for a question that is not asked now.
    """
    with store.transaction():
        store.kerntaken.bouwstenen.get(bouwsteen_id)
        nu = weeg(store.kerntaken.afwegingen.van(bouwsteen_id))
        aan_de_orde = {een.id for een, _ in nu.stappen} | ({nu.volgende.id} if nu.volgende else set())
        if vraag not in aan_de_orde:
            raise VraagOnbekend
        store.kerntaken.afwegingen.save(
            Afweging(
                id=only_id("afweging", bouwsteen_id, vraag),
                bouwsteen_id=bouwsteen_id,
                vraag=vraag,
                antwoord=antwoord,
                reden=reden.strip(),
            )
        )
        return weeg(store.kerntaken.afwegingen.van(bouwsteen_id))


def clear_kader(store: Store, bouwsteen_id: str, vraag: str) -> Wandeling:
    """Take back the answer to a question of the tree with its reason, and return how far the others still lead."""
    with store.transaction():
        for een in store.kerntaken.afwegingen.van(bouwsteen_id):
            if een.vraag == vraag:
                store.kerntaken.afwegingen.delete(een.id)
        return weeg(store.kerntaken.afwegingen.van(bouwsteen_id))


def ask_bouwsteen(store: Store, bouwsteen_id: str, vraag: str, van: str = "") -> Bouwsteenvraag:
    """Put a question about a bouwsteen; raises ``NaamOntbreekt`` for an empty one."""
    vraag = require_naam(vraag)
    with store.transaction():
        laatste = max((een.volgorde for een in store.kerntaken.vragen.van(bouwsteen_id)), default="")
        nieuw = Bouwsteenvraag(
            id=new_id(), bouwsteen_id=bouwsteen_id, volgorde=tussen(laatste), vraag=vraag, van=van.strip()
        )
        store.kerntaken.vragen.save(nieuw)
    return nieuw


def answer_bouwsteen(store: Store, vraag_id: str, antwoord: str) -> Bouwsteenvraag:
    """Answer a question about a bouwsteen; an empty answer takes it back."""
    with store.transaction():
        vraag = replace(store.kerntaken.vragen.get(vraag_id), antwoord=antwoord.strip())
        store.kerntaken.vragen.save(vraag)
    return vraag


def drop_vraag(store: Store, vraag_id: str) -> None:
    """Take a question about a bouwsteen away, with its answer."""
    with store.transaction():
        store.kerntaken.vragen.delete(vraag_id)


def add_scenarios(
    store: Store, programma_id: str, soorten: Sequence[tuple[str, str]] = SCENARIOS
) -> tuple[Scenario, ...]:
    """Add the scenarios, by code and name, that are not there yet; the two cores begin with what the law asks."""
    with store.transaction():
        er_al = {een.code for een in store.kerntaken.scenarios.van(programma_id)}
        for code, naam in soorten:
            if code not in er_al:
                _add_scenario(store, programma_id, code, naam)
        return store.kerntaken.scenarios.van(programma_id)


def _add_scenario(store: Store, programma_id: str, code: str, naam: str) -> None:
    laatste = max((een.volgorde for een in store.kerntaken.scenarios.van(programma_id)), default="")
    id_ = only_id("scenario", programma_id, code)
    store.kerntaken.scenarios.save(
        Scenario(id=id_, programma_id=programma_id, volgorde=tussen(laatste), code=code, naam=naam)
    )
    for steen in read_kerntaken(store, programma_id).bouwstenen:
        cel = eerste_keuze(code, steen)
        if cel.keuze is not Keuze.BEHOUDEN:
            post = only_id("scenariopost", id_, steen.id)
            store.kerntaken.posten.save(
                Scenariopost(id=post, scenario_id=id_, bouwsteen_id=steen.id, keuze=cel.keuze, bedrag=cel.bedrag)
            )


def choose_in_scenario(
    store: Store, scenario_id: str, bouwsteen_id: str, keuze: Keuze, *, bedrag: int | None, toelichting: str = ""
) -> Scenariopost:
    """Say what a scenario does with a bouwsteen and what it then costs; raises ``KeuzeNietMogelijk``."""
    with store.transaction():
        steen = gewogen(store.kerntaken.bouwstenen.get(bouwsteen_id), store.kerntaken.afwegingen.van(bouwsteen_id))
        store.kerntaken.scenarios.get(scenario_id)
        if keuze not in keuzes_voor(steen):
            raise KeuzeNietMogelijk(naam=steen.naam, categorie=steen.categorie, keuze=keuze.value)
        post = Scenariopost(
            id=only_id("scenariopost", scenario_id, bouwsteen_id),
            scenario_id=scenario_id,
            bouwsteen_id=bouwsteen_id,
            keuze=keuze,
            bedrag=None if keuze is Keuze.BEHOUDEN and bedrag == steen.bedrag else bedrag,
            toelichting=toelichting.strip(),
        )
        store.kerntaken.posten.save(post)
    return post


def change_bouwsteen(
    store: Store,
    bouwsteen_id: str,
    *,
    naam: str | None = None,
    nummer: str | None = None,
    groep: str | None = None,
) -> Bouwsteen:
    """Give a bouwsteen another name, number or group; raises ``NaamOntbreekt``."""
    with store.transaction():
        steen = store.kerntaken.bouwstenen.get(bouwsteen_id)
        steen = replace(
            steen,
            naam=steen.naam if naam is None else require_naam(naam),
            nummer=steen.nummer if nummer is None else nummer.strip(),
            groep=steen.groep if groep is None else groep.strip(),
        )
        store.kerntaken.bouwstenen.save(steen)
    return steen


def set_kosten(store: Store, bouwsteen_id: str, bedrag: int | None) -> Bouwsteen:
    """Say what a bouwsteen costs now; nothing when nobody knows."""
    with store.transaction():
        steen = replace(store.kerntaken.bouwstenen.get(bouwsteen_id), bedrag=bedrag)
        store.kerntaken.bouwstenen.save(steen)
    return steen


def drop_bouwsteen(store: Store, bouwsteen_id: str) -> None:
    """Take a bouwsteen away, with how it was weighed and what was asked of it."""
    with store.transaction():
        store.kerntaken.bouwstenen.delete(bouwsteen_id)


def drop_deel(store: Store, deel_id: str) -> None:
    """Take a part of the organisation away, with its bouwstenen."""
    with store.transaction():
        store.kerntaken.delen.delete(deel_id)


def drop_scenario(store: Store, scenario_id: str) -> None:
    """Take a scenario away, with what was chosen in it."""
    with store.transaction():
        store.kerntaken.scenarios.delete(scenario_id)


def read_kerntaken(store: Store, programma_id: str) -> Kernstand:
    """Return all that is known of the core tasks of a programme; raises ``NietGevonden``."""
    tafels = store.kerntaken
    afwegingen = tafels.afwegingen.van_programma(programma_id)
    bouwstenen = tafels.bouwstenen.van(programma_id)
    return Kernstand(
        naam=store.programma.programmas.get(programma_id).naam,
        delen=tafels.delen.van(programma_id),
        bouwstenen=tuple(gewogen(steen, afwegingen) for steen in bouwstenen),
        afwegingen=afwegingen,
        vragen=tafels.vragen.van_programma(programma_id),
        scenarios=tafels.scenarios.van(programma_id),
        posten=tafels.posten.van(programma_id),
        in_stuk={steen.id: steen.categorie for steen in bouwstenen},
        afkortingen=store.programma.afkortingen.van(programma_id),
    )
