"""The lines of a budget, where money comes from, what goes to the next year, and what besluiten changed (N2, N5)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Unpack

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id, only_id
from tk_desktop.domain.bedrag import lees_bedrag
from tk_desktop.domain.begroting import (
    Bedragsoort,
    Begrotingsregel,
    Besluitgevolg,
    Financieringsbron,
    Meeneempost,
    Regelbedrag,
)
from tk_desktop.domain.volgorde import op_rang, tussen
from tk_desktop.programme.programmas import require_naam
from tk_desktop.programme.velden import Bronvelden, Meeneemvelden, Regelvelden
from tk_desktop.store.werkmap import Store


class GeenBedrag(TkError):
    """What was typed for an amount is none."""

    code = "TK-G04"
    melding = "‘{tekst}’ is geen bedrag in hele euro’s."
    veilig = "Er is niets gewijzigd."
    advies = "Schrijf bijvoorbeeld € 37.452, 37452 of -1.200, of laat het veld leeg."


def typed_bedrag(soort: Bedragsoort, tekst: str) -> Regelbedrag | None:
    """Return what a user typed as an amount, or nothing for an empty field; raises ``GeenBedrag``."""
    if not tekst.strip():
        return None
    bedrag = lees_bedrag(tekst)
    if bedrag is None:
        raise GeenBedrag(tekst=tekst.strip())
    return Regelbedrag(soort=soort, bedrag=bedrag)


def add_regel(store: Store, programma_id: str, periode: str, naam: str, **meer: Unpack[Regelvelden]) -> Begrotingsregel:
    """Add a line as the last of its period; ``meer`` are fields of ``Begrotingsregel``.

    A line of a project stands in the themalijn of that project. Raises ``NaamOntbreekt``.
    """
    naam, periode = require_naam(naam), require_naam(periode)
    with store.transaction():
        project_id = meer.get("project_id")
        if project_id is not None:
            meer["themalijn_id"] = store.programma.projecten.get(project_id).themalijn_id
        laatste = max((een.volgorde for een in store.programma.regels.van_periode(programma_id, periode)), default="")
        regel = Begrotingsregel(
            id=new_id(), programma_id=programma_id, periode=periode, naam=naam, volgorde=tussen(laatste), **meer
        )
        store.programma.regels.save(regel)
        return store.programma.regels.get(regel.id)


def change_regel(
    store: Store, regel_id: str, naam: str | None = None, **anders: Unpack[Regelvelden]
) -> Begrotingsregel:
    """Change fields of a line, or with ``bedragen`` all its amounts; raises ``NaamOntbreekt``."""
    with store.transaction():
        regel = replace(store.programma.regels.get(regel_id), **anders)
        regel = replace(regel, naam=regel.naam if naam is None else require_naam(naam))
        store.programma.regels.save(regel)
        return store.programma.regels.get(regel_id)


def set_bedrag(store: Store, regel_id: str, soort: Bedragsoort, tekst: str) -> Begrotingsregel:
    """Set one amount of a line as it was typed, empty for none; raises ``GeenBedrag``."""
    nieuw = typed_bedrag(soort, tekst)
    with store.transaction():
        regel = store.programma.regels.get(regel_id)
        zonder = replace(regel, bedragen=tuple(een for een in regel.bedragen if een.soort is not soort))
        store.programma.regels.save(zonder.met(nieuw) if nieuw is not None else zonder)
        return store.programma.regels.get(regel_id)


def move_regel(store: Store, regel_id: str, voor: str | None = None) -> Begrotingsregel:
    """Put a line before another of its period (else last)."""
    with store.transaction():
        regel = store.programma.regels.get(regel_id)
        andere = [
            een for een in store.programma.regels.van_periode(regel.programma_id, regel.periode) if een.id != regel_id
        ]
        rang = next((plek for plek, een in enumerate(andere) if een.id == voor), len(andere))
        regel = replace(regel, volgorde=op_rang([een.volgorde for een in andere], rang))
        store.programma.regels.save(regel)
    return regel


def drop_regel(store: Store, regel_id: str) -> None:
    """Remove a line with its amounts."""
    with store.transaction():
        store.programma.regels.delete(regel_id)


def carry_regels(store: Store, programma_id: str, van: str, naar: str) -> tuple[Begrotingsregel, ...]:
    """Copy the lines of one period to another, without what was spent: what was budgeted stays.

    A line whose name, side and group stand there already is not copied again.
    """
    with store.transaction():
        tafel = store.programma.regels
        er_al = {(een.zijde, een.groep, een.themalijn_id, een.naam) for een in tafel.van_periode(programma_id, naar)}
        blijft = {Bedragsoort.BEGROTING, Bedragsoort.GEWIJZIGD}
        uit = []
        for regel in tafel.van_periode(programma_id, van):
            if (regel.zijde, regel.groep, regel.themalijn_id, regel.naam) not in er_al:
                bedragen = tuple(een for een in regel.bedragen if een.soort in blijft)
                nieuw = replace(regel, id=new_id(), periode=naar, bedragen=bedragen, toelichting="")
                tafel.save(nieuw)
                uit.append(nieuw)
    return tuple(uit)


def set_bron(
    store: Store, programma_id: str, naam: str, bron_id: str | None = None, **meer: Unpack[Bronvelden]
) -> Financieringsbron:
    """Add a source as the last one, or change one; ``meer``: ``voorwaarden``, ``mee``, ``mee_tot``."""
    naam = require_naam(naam)
    with store.transaction():
        if bron_id is not None:
            bron = replace(store.programma.bronnen.get(bron_id), naam=naam, **meer)
        else:
            laatste = max((een.volgorde for een in store.programma.bronnen.van(programma_id)), default="")
            bron = Financieringsbron(
                id=new_id(), programma_id=programma_id, volgorde=tussen(laatste), naam=naam, **meer
            )
        store.programma.bronnen.save(bron)
    return bron


def drop_bron(store: Store, bron_id: str) -> None:
    """Remove a source; lines that had it stay, without it."""
    with store.transaction():
        store.programma.bronnen.delete(bron_id)


def propose_meenemen(
    store: Store,
    programma_id: str,
    waarvan: str,
    bedrag: int,
    *,
    periode: str,
    naar: str,
    **meer: Unpack[Meeneemvelden],
) -> Meeneempost:
    """Propose that an amount goes to another year; ``meer``: ``reden``, ``regel_id``, ``bron_id``."""
    waarvan = require_naam(waarvan)
    with store.transaction():
        laatste = max((een.volgorde for een in store.programma.meenemen.van(programma_id)), default="")
        post = Meeneempost(
            id=new_id(),
            programma_id=programma_id,
            volgorde=tussen(laatste),
            periode=periode,
            naar=naar,
            bedrag=bedrag,
            waarvan=waarvan,
            **meer,
        )
        store.programma.meenemen.save(post)
    return post


def change_meenemen(store: Store, post: Meeneempost) -> Meeneempost:
    """Change a carry-over into what it should be; raises ``NaamOntbreekt``."""
    post = replace(post, waarvan=require_naam(post.waarvan))
    with store.transaction():
        store.programma.meenemen.save(post)
    return post


def drop_meenemen(store: Store, post_id: str) -> None:
    """Take back that an amount goes to another year."""
    with store.transaction():
        store.programma.meenemen.delete(post_id)


def link_besluit(
    store: Store,
    programma_id: str,
    wat: str = "",
    *,
    besluit_id: str | None = None,
    datum: date | None = None,
    projecten: Sequence[str] = (),
    regels: Sequence[tuple[str, int | None]] = (),
    bouwstenen: Sequence[str] = (),
) -> tuple[Besluitgevolg, ...]:
    """Say which projects, lines and bouwstenen a besluit changed, each line with what it adds (N5).

    Of a besluit of this werkmap its id is kept alone; of another ``wat`` and ``datum`` say which it is. Linking again
    changes the amount and nothing else. Raises ``NaamOntbreekt`` without both, and ``NietGevonden``.
    """
    wat, datum = ("", None) if besluit_id is not None else (require_naam(wat), datum)
    over = [Besluitgevolg(id="", programma_id=programma_id, wat=wat, project_id=een) for een in projecten]
    over += [Besluitgevolg(id="", programma_id=programma_id, wat=wat, regel_id=id_, bedrag=b) for id_, b in regels]
    over += [Besluitgevolg(id="", programma_id=programma_id, wat=wat, bouwsteen_id=een) for een in bouwstenen]
    uit = []
    with store.transaction():
        if besluit_id is not None:
            store.besluiten.get(besluit_id)
        for een in over:
            doel = een.project_id or een.regel_id or een.bouwsteen_id or ""
            id_ = only_id("besluitgevolg", besluit_id or wat, doel)
            gevolg = replace(een, id=id_, datum=datum, besluit_id=besluit_id)
            store.programma.gevolgen.save(gevolg)
            uit.append(gevolg)
    return tuple(uit)


def unlink_besluit(store: Store, gevolg_id: str) -> None:
    """Take back that a besluit changed a project or a line."""
    with store.transaction():
        store.programma.gevolgen.delete(gevolg_id)
