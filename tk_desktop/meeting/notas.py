"""Starting a nota: its form with empty sections, and a registration number of its own."""

from dataclasses import replace

from tk_desktop.base.ids import new_id
from tk_desktop.domain.nota import FORMULIEREN, Nota, Sectie, Vorm, volgend_registratienummer
from tk_desktop.domain.stuk import Stuk
from tk_desktop.domain.verwijzing import koppel
from tk_desktop.domain.volgorde import reeks, tussen
from tk_desktop.meeting.agenda import TitelOntbreekt
from tk_desktop.store.werkmap import Store


def start_nota(store: Store, agendapunt_id: str, vorm: Vorm, onderwerp: str) -> Nota:
    """Put an empty nota under an agenda item, with every section of its form and the next free number (C1, C5)."""
    if not onderwerp.strip():
        raise TitelOntbreekt
    formulier = FORMULIEREN[vorm]
    with store.transaction():
        punt = store.agendapunten.get(agendapunt_id)
        vergadering = store.vergaderingen.get(punt.vergadering_id)
        bij_punt = [stuk for stuk in store.stukken.van_vergadering(vergadering.id) if stuk.agendapunt_id == punt.id]
        stuk = Stuk(
            id=new_id(),
            vergadering_id=vergadering.id,
            volgorde=tussen(max((ander.volgorde for ander in bij_punt), default="")),
            soort=formulier.soort,
            titel=onderwerp,
            agendapunt_id=punt.id,
        )
        nota = Nota(
            id=new_id(),
            stuk_id=stuk.id,
            vorm=vorm,
            onderwerp=onderwerp,
            registratienummer=volgend_registratienummer(vergadering.datum.year, store.notas.registratienummers()),
            secties=tuple(
                Sectie(id=new_id(), volgorde=plek, soort=sectie.soort, kop=sectie.kop)
                for sectie, plek in zip(formulier.secties, reeks(len(formulier.secties)), strict=True)
            ),
        )
        store.stukken.save(stuk)
        store.notas.save(nota)
    return nota


def write_sectie(store: Store, nota_id: str, sectie_id: str, tekst: str) -> Nota:
    """Give a section its text; every ‘agendapunt 2a’ in it is tied to that item, so that it is renumbered (B3)."""
    with store.transaction():
        nota = store.notas.get(nota_id)
        vergadering_id = store.stukken.get(nota.stuk_id).vergadering_id
        gekoppeld = koppel(tekst, store.opname(vergadering_id).nummers)
        secties = tuple(replace(s, tekst=gekoppeld) if s.id == sectie_id else s for s in nota.secties)
        nieuw = replace(nota, secties=secties)
        store.notas.save(nieuw)
    return nieuw
