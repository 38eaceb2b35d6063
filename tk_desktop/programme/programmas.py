"""Programmes, their periods, themalijnen, phases, roles and abbreviations."""

from dataclasses import replace
from datetime import date
from typing import Unpack

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id, only_id
from tk_desktop.domain.begroting import ZONDER_PERIODE
from tk_desktop.domain.opsomming import meervoud, opsomming
from tk_desktop.domain.programma import (
    FASEN,
    Afkorting,
    Programma,
    Programmaperiode,
    Programmarol,
    Projectfase,
    Themalijn,
    fase_bij,
)
from tk_desktop.domain.volgorde import op_rang, reeks, tussen
from tk_desktop.programme.velden import Lijnvelden, Periodevelden, Programmavelden, Rolvelden
from tk_desktop.store.werkmap import Store


class NaamOntbreekt(TkError):
    """A programme, themalijn, project or line was left without a name."""

    code = "TK-G01"
    melding = "Er is geen naam ingevuld."
    veilig = "Er is niets gewijzigd."
    advies = "Vul een naam in."


class PeriodeAchteruit(TkError):
    """A period would end before it begins."""

    code = "TK-G02"
    melding = "De periode ‘{naam}’ eindigt voordat zij begint."
    veilig = "Er is niets gewijzigd."
    advies = "Kies een laatste dag die na de eerste komt."


class NogInGebruik(TkError):
    """A period was to be removed over which something is told or budgeted."""

    code = "TK-G08"
    melding = "‘{naam}’ kan niet weg: over die periode staat er nog {wat}."
    veilig = "Er is niets verwijderd."
    advies = "Verwijder dat eerst, of laat de periode staan."


def require_naam(naam: str) -> str:
    """Return a name without needless spaces, or raise ``NaamOntbreekt``."""
    kaal = " ".join(naam.split())
    if not kaal:
        raise NaamOntbreekt
    return kaal


def add_programma(store: Store, naam: str, visie: str = "") -> Programma:
    """Begin a programme, with the usual phases, which nobody defined yet; raises ``NaamOntbreekt``."""
    programma = Programma(id=new_id(), naam=require_naam(naam), visie=visie.strip())
    with store.transaction():
        store.programma.programmas.save(programma)
        for fase, plek in zip(FASEN, reeks(len(FASEN)), strict=True):
            store.programma.fasen.save(_fase(programma.id, fase, plek))
    return programma


def begin_programma(store: Store, naam: str, vandaag: date) -> Programma:
    """Begin a programme with the half year of ``vandaag`` as its period; raises ``NaamOntbreekt``."""
    with store.transaction():
        programma = add_programma(store, naam)
        helft = 1 if vandaag.month <= 6 else 2
        van, tot = (date(vandaag.year, 1, 1), date(vandaag.year, 6, 30))
        if helft == 2:
            van, tot = date(vandaag.year, 7, 1), date(vandaag.year, 12, 31)
        set_periode(store, programma.id, f"{vandaag.year}-{helft}", van, tot)
        return store.programma.programmas.get(programma.id)


def change_programma(store: Store, programma_id: str, **anders: Unpack[Programmavelden]) -> Programma:
    """Change the name, visie, the period that is looked at or what is to be looked at; raises ``NaamOntbreekt``."""
    with store.transaction():
        programma = replace(store.programma.programmas.get(programma_id), **anders)
        require_naam(programma.naam)
        store.programma.programmas.save(programma)
    return programma


def set_vraag(store: Store, programma_id: str, vraag: str, tekst: str) -> Programma:
    """Say one thing that is to be looked at otherwise: without ``tekst`` it is settled, without ``vraag`` it is new."""
    with store.transaction():
        vragen = store.programma.programmas.get(programma_id).vragen
        nieuw = " ".join(tekst.split())
        rest = [nieuw if een == vraag else een for een in vragen] if vraag else [*vragen, nieuw]
        return change_programma(store, programma_id, nakijken="\n".join(dict.fromkeys(een for een in rest if een)))


def drop_programma(store: Store, programma_id: str) -> None:
    """Remove a programme with all that is in it."""
    with store.transaction():
        store.programma.programmas.delete(programma_id)


def set_periode(
    store: Store, programma_id: str, naam: str, van: date, tot: date, **meer: Unpack[Periodevelden]
) -> Programmaperiode:
    """Add a period, or change the one with that name; the first one is looked at, and gets a budget that had none.

    ``meer``: ``begroot`` and ``gewijzigd``. Raises ``NaamOntbreekt`` or ``PeriodeAchteruit``.
    """
    naam = require_naam(naam)
    if tot < van:
        raise PeriodeAchteruit(naam=naam)
    periode = Programmaperiode(
        id=only_id("programmaperiode", programma_id, naam),
        programma_id=programma_id,
        naam=naam,
        van=van,
        tot=tot,
        **meer,
    )
    with store.transaction():
        store.programma.perioden.save(periode)
        programma = store.programma.programmas.get(programma_id)
        if not programma.periode:
            store.programma.programmas.save(replace(programma, periode=naam))
        if len(store.programma.perioden.van(programma_id)) == 1:
            _take_along(store, programma_id, naam)
    return periode


def _take_along(store: Store, programma_id: str, naam: str) -> None:
    """Let what was budgeted over no period be of this one."""
    tafels = store.programma
    for regel in tafels.regels.van_periode(programma_id, ZONDER_PERIODE):
        tafels.regels.save(replace(regel, periode=naam))
    for totaal in tafels.totalen.van(programma_id):
        if totaal.periode == ZONDER_PERIODE:
            tafels.totalen.save(replace(totaal, periode=naam))
    for post in tafels.meenemen.van(programma_id):
        if post.periode == ZONDER_PERIODE:
            tafels.meenemen.save(replace(post, periode=naam))


def drop_periode(store: Store, programma_id: str, naam: str) -> None:
    """Remove a period over which nothing is told or budgeted; raises ``NogInGebruik``.

    When it was looked at, the last one that stays is.
    """
    tafels = store.programma
    with store.transaction():
        telling = (
            (len(tafels.regels.van_periode(programma_id, naam)), "begrotingsregel", "begrotingsregels"),
            (sum(een.periode == naam for een in tafels.berichten.van_programma(programma_id)), "bericht", "berichten"),
            (
                sum(een.periode == naam for een in tafels.meenemen.van(programma_id)),
                "bedrag",
                "bedragen om mee te nemen",
            ),
        )
        wat = opsomming(meervoud(*een) for een in telling if een[0])
        if wat:
            raise NogInGebruik(naam=naam, wat=wat)
        for totaal in tafels.totalen.van(programma_id):
            if totaal.periode == naam:
                tafels.totalen.delete(totaal.id)
        tafels.perioden.delete(only_id("programmaperiode", programma_id, naam))
        programma = tafels.programmas.get(programma_id)
        if programma.periode == naam:
            over = tafels.perioden.van(programma_id)
            tafels.programmas.save(replace(programma, periode=over[-1].naam if over else ""))


def add_themalijn(store: Store, programma_id: str, naam: str, **meer: Unpack[Lijnvelden]) -> Themalijn:
    """Add a themalijn as the last one; ``meer``: ``ambitie``, ``opdrachtgever``, ``trekker``."""
    naam = require_naam(naam)
    with store.transaction():
        laatste = max((een.volgorde for een in store.programma.themalijnen.van(programma_id)), default="")
        lijn = Themalijn(id=new_id(), programma_id=programma_id, volgorde=tussen(laatste), naam=naam, **meer)
        store.programma.themalijnen.save(lijn)
    return lijn


def change_themalijn(
    store: Store, themalijn_id: str, naam: str | None = None, **anders: Unpack[Lijnvelden]
) -> Themalijn:
    """Change fields of a themalijn; raises ``NaamOntbreekt``."""
    with store.transaction():
        lijn = replace(store.programma.themalijnen.get(themalijn_id), **anders)
        lijn = replace(lijn, naam=lijn.naam if naam is None else require_naam(naam))
        store.programma.themalijnen.save(lijn)
    return lijn


def move_themalijn(store: Store, themalijn_id: str, voor: str | None = None) -> Themalijn:
    """Put a themalijn before another (else last)."""
    with store.transaction():
        lijn = store.programma.themalijnen.get(themalijn_id)
        andere = [een for een in store.programma.themalijnen.van(lijn.programma_id) if een.id != themalijn_id]
        rang = next((plek for plek, een in enumerate(andere) if een.id == voor), len(andere))
        lijn = replace(lijn, volgorde=op_rang([een.volgorde for een in andere], rang))
        store.programma.themalijnen.save(lijn)
    return lijn


def drop_themalijn(store: Store, themalijn_id: str) -> None:
    """Remove a themalijn with its projects; budget lines stay, without it."""
    with store.transaction():
        store.programma.themalijnen.delete(themalijn_id)


def define_fase(store: Store, programma_id: str, naam: str, kern: str = "", omschrijving: str = "") -> Projectfase:
    """Say what a phase is; one that the programme did not know comes last. Raises ``NaamOntbreekt``."""
    naam = require_naam(naam)
    with store.transaction():
        fasen = store.programma.fasen.van(programma_id)
        bekend = fase_bij(fasen, naam)
        plek = bekend.volgorde if bekend else tussen(max((een.volgorde for een in fasen), default=""))
        nieuw = _fase(programma_id, naam, plek)
        fase = replace(bekend or nieuw, kern=kern.strip(), omschrijving=omschrijving.strip())
        store.programma.fasen.save(fase)
    return fase


def drop_fase(store: Store, programma_id: str, naam: str) -> None:
    """Remove a phase with what it means; projects that are in it go on naming it."""
    with store.transaction():
        fase = fase_bij(store.programma.fasen.van(programma_id), naam)
        if fase is not None:
            store.programma.fasen.delete(fase.id)


def set_rol(
    store: Store, programma_id: str, rol: str, rol_id: str | None = None, **meer: Unpack[Rolvelden]
) -> Programmarol:
    """Add a role as the last one, or change one; ``meer``: ``personen``, ``taken``, ``frequentie``."""
    rol = require_naam(rol)
    with store.transaction():
        if rol_id is not None:
            nieuw = replace(store.programma.rollen.get(rol_id), rol=rol, **meer)
        else:
            laatste = max((een.volgorde for een in store.programma.rollen.van(programma_id)), default="")
            nieuw = Programmarol(id=new_id(), programma_id=programma_id, volgorde=tussen(laatste), rol=rol, **meer)
        store.programma.rollen.save(nieuw)
    return nieuw


def drop_rol(store: Store, rol_id: str) -> None:
    """Remove a role."""
    with store.transaction():
        store.programma.rollen.delete(rol_id)


def set_afkorting(store: Store, programma_id: str, kort: str, lang: str) -> Afkorting:
    """Say what a short form stands for; raises ``NaamOntbreekt``."""
    kort = require_naam(kort)
    een = Afkorting(
        id=only_id("afkorting", programma_id, kort), programma_id=programma_id, kort=kort, lang=" ".join(lang.split())
    )
    with store.transaction():
        store.programma.afkortingen.save(een)
    return een


def drop_afkorting(store: Store, afkorting_id: str) -> None:
    """Remove a short form."""
    with store.transaction():
        store.programma.afkortingen.delete(afkorting_id)


def _fase(programma_id: str, naam: str, plek: str) -> Projectfase:
    id_ = only_id("projectfase", programma_id, naam.casefold())
    return Projectfase(id=id_, programma_id=programma_id, volgorde=plek, naam=naam)
