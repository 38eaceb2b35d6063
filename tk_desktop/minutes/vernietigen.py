"""The list of dossiers whose term is over, the decision to destroy them, and doing so for good (K10)."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from tk_desktop.base.ids import new_id
from tk_desktop.domain.actie import Actiestaat
from tk_desktop.domain.bewaring import Aantal
from tk_desktop.domain.datum import kort
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.domain.vernietiging import BeslisserOntbreekt, VernietigenMagNiet, Vernietiging, Vernietigingsregel
from tk_desktop.domain.volgorde import tussen
from tk_desktop.minutes.dossiers import dossier_of, retention_of
from tk_desktop.store.werkmap import Store

_KLAAR = frozenset({Actiestaat.GEDAAN, Actiestaat.VERVALLEN})


def list_destroyable(store: Store, vandaag: date) -> tuple[Vernietigingsregel, ...]:
    """Return the closed dossiers that may be destroyed today, the earliest meeting first."""
    gremia = {een.id: een.naam for een in store.gremia.all()}
    uit: list[Vernietigingsregel] = []
    for vergadering in store.vergaderingen.all():
        bewaring = retention_of(store, vergadering.id)
        open_ = dossier_of(store, vergadering.id).gesloten_op is None
        if open_ or bewaring.einde is None or bewaring.einde >= vandaag:
            continue
        regel = Vernietigingsregel(
            id=new_id(),
            volgorde=tussen(uit[-1].volgorde if uit else "", ""),
            vergadering=vergadering.id,
            gremium=gremia[vergadering.gremium_id],
            datum=vergadering.datum,
            categorie=bewaring.categorie.naam,
            bewaard=bewaring.zin,
            bestanden=len(store.vernietigingen.sommen_alleen_van([vergadering.id])),
        )
        uit.append(regel)
    return tuple(uit)


def decide_destruction(
    store: Store, vergaderingen: Collection[str], *, op: date, wie: str, toelichting: str = ""
) -> Vernietiging:
    """Keep the decision to destroy the dossiers of these meetings, and return it; nothing goes yet.

    Raises ``VernietigenMagNiet``, which names each that may not, or ``BeslisserOntbreekt``.
    """
    if not wie.strip():
        raise BeslisserOntbreekt
    with store.transaction():
        regels = _die_mogen(store, vergaderingen, op)
        besluit = Vernietiging(
            id=new_id(), besloten_op=op, besloten_door=wie.strip(), toelichting=toelichting.strip(), regels=regels
        )
        store.vernietigingen.save(besluit)
    return besluit


def count_notes(store: Store, besluit: Vernietiging) -> Aantal:
    """Return how much readers wrote in this werkmap on what was decided on: it goes too, whoever wrote it."""
    geschreven = store.vaststellingen.geschreven_door_lezers()
    return sum((geschreven.get(een.vergadering, Aantal()) for een in besluit.regels), Aantal())


def carry_out_destruction(store: Store, vernietiging_id: str, *, op: date, door: str) -> Vernietiging:
    """Destroy what was decided on: rows, files, what is found by searching, cache and copies; return the statement.

    What another dossier needs too stays, and so do actions of a meeting that are still to be done. It cannot be undone.
    Raises ``AlVernietigd``, or ``VernietigenMagNiet`` when a dossier was reopened or is to be kept since.
    """
    besluit = store.vernietigingen.get(vernietiging_id)
    ids = [een.vergadering for een in besluit.regels]
    with store.grondig():
        with store.transaction():
            klaar = besluit.uitgevoerd(op, door, store.vernietigingen.sommen_alleen_van(ids))
            _die_mogen(store, ids, op)
            for id_ in ids:
                _verwijder(store, id_)
            store.vernietigingen.save(klaar)
            store.begin_wissen()  # the statement says that it is done: who is killed now does it at the next opening
        store.wis(ids, klaar.bestanden)
    store.vergeet_wijzigingen()
    return klaar


def finish_destruction(store: Store) -> int:
    """Let go of what was destroyed elsewhere, or here when that was broken off; return how many files went.

    The rows went with a bundle already; this destroys their files and the words that they were made of.
    """
    return store.maak_wissen_af()


def _die_mogen(store: Store, vergaderingen: Collection[str], op: date) -> tuple[Vernietigingsregel, ...]:
    mogen = {een.vergadering: een for een in list_destroyable(store, op)}
    niet = [id_ for id_ in vergaderingen if id_ not in mogen]
    if niet or not vergaderingen:
        gremia = {een.id: een.naam for een in store.gremia.all()}
        alle = {een.id: f"{gremia[een.gremium_id]} {kort(een.datum)}" for een in store.vergaderingen.all()}
        raise VernietigenMagNiet(
            welke=opsomming(alle.get(id_, "een dossier dat er niet is") for id_ in niet) or "niets"
        )
    return tuple(mogen[id_] for id_ in vergaderingen)


def _verwijder(store: Store, id_: str) -> None:
    """Take the rows of one meeting away, and what hangs on nothing but that meeting."""
    store.dossiers.save(replace(dossier_of(store, id_), regels=()))  # open again: the database freezes what is closed
    for geheim in store.geheimhoudingen.van_vergadering(id_):
        punten = {een.id for een in store.agendapunten.van_vergadering(id_)}
        stukken = {een.id for een in store.stukken.van_vergadering(id_)}
        if set(geheim.agendapunten) <= punten and set(geheim.stukken) <= stukken:
            store.geheimhoudingen.delete(geheim.id)
    for besluit in store.besluiten.van_vergadering(id_):
        for gevolg in store.programma.gevolgen.van_besluit(besluit.id):
            if gevolg.wat:  # words of the besluit, as an older program kept them: a row that is gone is wiped
                store.programma.gevolgen.delete(gevolg.id)
                store.programma.gevolgen.save(replace(gevolg, id=new_id(), wat="", datum=None))
    for actie in store.acties.van_vergadering(id_):
        if actie.staat in _KLAAR:
            store.acties.delete(actie.id)
    store.vergaderingen.delete(id_)
