"""Acties and toezeggingen: caught at the table, followed until they are done, unasked in the next meeting."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id, next_id
from tk_desktop.domain.actie import Actie, Actiesoort, Actiestaat, Standregel
from tk_desktop.domain.actiehouder import bekenden
from tk_desktop.domain.actieregel import ActieLeeg, lees_actieregel, zonder_teken
from tk_desktop.domain.opmaak import heeft_besloten, platte_tekst
from tk_desktop.domain.volgorde import tussen
from tk_desktop.meeting.gehouden import require_concept, require_concept_at
from tk_desktop.minutes.verslagen import write_besproken
from tk_desktop.store.werkmap import Store


class NogGeenGremium(TkError):
    """An action was to be kept in a werkmap without any body."""

    code = "TK-B40"
    melding = "Er is nog geen gremium waar deze actie bij hoort."
    veilig = "Er is niets gewijzigd."
    advies = "Maak eerst een vergadering."


def add_actie(
    store: Store,
    gremium_id: str,
    tekst: str,
    *,
    op: date,
    door: str = "",
    voor: date | None = None,
    soort: Actiesoort = Actiesoort.ACTIE,
    punt_id: str | None = None,
    oorsprong: str = "",
    portefeuillehouder: str = "",
    besloten: bool = False,
) -> Actie:
    """Keep something that somebody is to do and return it; raises ``ActieLeeg`` or ``VerslagVastgesteld`` (I1, I4).

    What was agreed at an item belongs to its meeting; at a besloten item it is besloten, and so it is with a besloten
    passage in its words, whatever was said. Two laptops that keep the same have one row.
    """
    tekst, besloten = _zonder_passage(tekst, besloten)
    if not tekst.strip():
        raise ActieLeeg
    with store.transaction():
        vergadering_id, gesloten = None, False
        if punt_id is not None:
            require_concept_at(store, punt_id)
            vergadering_id = store.agendapunten.get(punt_id).vergadering_id
            opname = store.opname(vergadering_id)
            gesloten = opname.is_besloten(opname.punt(punt_id))
        buren = store.acties.van_vergadering(vergadering_id) if vergadering_id else store.acties.all()
        tekst, door = " ".join(tekst.split()), " ".join(door.split())
        van = (gremium_id, punt_id or "", op.isoformat(), soort.value, door.casefold(), tekst)
        actie = Actie(
            id=next_id([een.id for een in buren], "actie", *van),
            volgorde=tussen(max((een.volgorde for een in buren), default=""), ""),
            gremium_id=gremium_id,
            tekst=tekst,
            ontstaan=op,
            soort=soort,
            door=door,
            voor=voor,
            vergadering_id=vergadering_id,
            agendapunt_id=punt_id,
            oorsprong=oorsprong.strip(),
            portefeuillehouder=portefeuillehouder.strip(),
            besloten=besloten or gesloten,
        )
        actie = replace(actie, besloten=actie.is_dicht)
        store.acties.save(actie)
    return actie


def take_actieregel(store: Store, punt_id: str, regel: str, *, besloten: bool = False) -> Actie:
    """Keep the action or promise that a line of the verslag says (``!GGD/dpg zoekt uit 4 maart``), and return it (G9).

    A day without a year is the first such day after the meeting. A line with a besloten passage becomes plain words of
    an action that is besloten (J9). Raises ``ActieLeeg``, ``DatumBestaatNiet`` or
    ``WeekdagKloptNiet``.
    """
    with store.transaction():
        vergadering = store.vergaderingen.get(store.agendapunten.get(punt_id).vergadering_id)
        regel, besloten = _zonder_passage(regel, besloten)
        bekend = _bekenden(store, vergadering.id)
        gelezen = lees_actieregel(regel, vergadering.datum, bekend)
        return add_actie(
            store,
            vergadering.gremium_id,
            gelezen.tekst,
            op=vergadering.datum,
            door=gelezen.door,
            voor=gelezen.voor,
            soort=gelezen.soort,
            punt_id=punt_id,
            oorsprong=zonder_teken(regel),
            besloten=besloten,
        )


def take_from_verslag(store: Store, punt_id: str, regel: str, tekst: str, *, in_besloten_deel: bool) -> Actie:
    """Keep the action that a line of the verslag says, with the text of its item without that line; return the action.

    ``regel`` and ``tekst`` are as they are stored; of the besloten part the action is besloten. Raises what
    ``take_actieregel`` raises.
    """
    with store.transaction():
        dicht = in_besloten_deel or heeft_besloten(regel)
        actie = take_actieregel(store, punt_id, platte_tekst(regel), besloten=dicht)
        if in_besloten_deel:
            verslag = store.zitting(store.agendapunten.get(punt_id).vergadering_id).verslagen.get(punt_id)
            write_besproken(store, punt_id, verslag.besproken if verslag else "", besloten_deel=tekst)
        else:
            write_besproken(store, punt_id, tekst)
    return actie


def take_losse_regel(store: Store, regel: str, *, op: date) -> Actie:
    """Keep what a line says that was typed outside a meeting (``Wie: wat voor 4 maart``), and return the action (I1).

    It is of the body of the latest meeting, else of the first body. Raises ``NogGeenGremium``, ``ActieLeeg``,
    ``DatumBestaatNiet`` or ``WeekdagKloptNiet``.
    """
    with store.transaction():
        laatste = max(store.vergaderingen.all(), key=lambda een: (een.datum, een.id), default=None)
        gremium_id = laatste.gremium_id if laatste else next((een.id for een in store.gremia.all()), "")
        if not gremium_id:
            raise NogGeenGremium
        regel, dicht = _zonder_passage(regel, False)
        gelezen = lees_actieregel(regel, op, _bekenden(store, laatste.id) if laatste else ())
        return add_actie(
            store,
            gremium_id,
            gelezen.tekst,
            op=op,
            door=gelezen.door,
            voor=gelezen.voor,
            soort=gelezen.soort,
            besloten=dicht,
        )


def edit_actie(
    store: Store,
    actie_id: str,
    *,
    tekst: str,
    door: str,
    voor: date | None,
    soort: Actiesoort = Actiesoort.ACTIE,
    portefeuillehouder: str = "",
    besloten: bool | None = None,
) -> Actie:
    """Change what is to be done, by whom or by when, and return it; raises ``ActieLeeg``.

    Once the verslag that tells of it was approved, what it says and whether it was a promise stay
    (``VerslagVastgesteld``): who does it and by when is business of afterwards, and the verslag keeps who was named
    then (H6). ``besloten`` says whether it is behind closed doors; without it that stays, and at a besloten item it
    always is.
    """
    if not tekst.strip():
        raise ActieLeeg
    oud = store.acties.get(actie_id)
    tekst, met_passage = _zonder_passage(tekst, False)
    dicht = oud.besloten if besloten is None else besloten or _is_besloten(store, oud)
    actie = replace(
        oud,
        besloten=dicht or met_passage,
        tekst=" ".join(tekst.split()),
        door=" ".join(door.split()),
        voor=voor,
        soort=soort,
        portefeuillehouder=portefeuillehouder.strip(),
    )
    with store.transaction():
        if (actie.tekst, actie.soort) != (oud.tekst, oud.soort):
            _require_concept(store, oud)
        return _bewaar(store, replace(actie, besloten=actie.is_dicht))


def edit_actieregel(store: Store, actie_id: str, regel: str, *, op: date) -> Actie:
    """Change an action to what a line says now, and return it; raises what reading and changing one raise."""
    with store.transaction():
        oud = store.acties.get(actie_id)
        bekend = _bekenden(store, oud.vergadering_id) if oud.vergadering_id else ()
        gelezen = lees_actieregel(regel, op, bekend)
        return edit_actie(
            store,
            actie_id,
            tekst=gelezen.tekst,
            door=gelezen.door,
            voor=gelezen.voor,
            soort=gelezen.soort,
            portefeuillehouder=oud.portefeuillehouder,
        )


def set_staat(store: Store, actie_id: str, staat: Actiestaat, *, op: date) -> Actie:
    """Tell how far an action is from that day on, and return it; what is open again was never done."""
    actie = store.acties.get(actie_id)
    return _bewaar(store, replace(actie, staat=staat, afgedaan=None if staat.is_open else op))


def set_staten(store: Store, actie_ids: Iterable[str], staat: Actiestaat, *, op: date) -> tuple[Actie, ...]:
    """Tell of several actions how far they are from that day on, and return them; all of them or none."""
    with store.transaction():
        return tuple(set_staat(store, id_, staat, op=op) for id_ in actie_ids)


def tell_stand(store: Store, actie_id: str, tekst: str, *, op: date) -> Actie:
    """Add what is known of an action on that day, and return it; raises ``ActieLeeg``."""
    if not tekst.strip():
        raise ActieLeeg
    actie = store.acties.get(actie_id)
    volgorde = tussen(actie.standen[-1].volgorde if actie.standen else "", "")
    stand = Standregel(id=new_id(), volgorde=volgorde, datum=op, tekst=" ".join(tekst.split()))
    return _bewaar(store, replace(actie, standen=(*actie.standen, stand)))


def remove_actie(store: Store, actie_id: str) -> None:
    """Take away an action that was kept by mistake; raises ``VerslagVastgesteld`` (it can lapse instead)."""
    remove_acties(store, (actie_id,))


def remove_acties(store: Store, actie_ids: Iterable[str]) -> None:
    """Take away several actions that were kept by mistake; raises ``VerslagVastgesteld``, and all of them stay."""
    with store.transaction():
        for id_ in actie_ids:
            _require_concept(store, store.acties.get(id_))
            store.acties.delete(id_)


def owners(acties: Iterable[Actie]) -> tuple[str, ...]:
    """Return who has something to do, each once, by name."""
    return tuple(sorted({een.door for een in acties if een.door}, key=str.casefold))


def _bekenden(store: Store, vergadering_id: str) -> frozenset[str]:
    """Return by which names somebody can be asked to do something in a meeting."""
    presentie = store.presenties.van_vergadering(vergadering_id)
    return bekenden(store.opname(vergadering_id), presentie, store.gremia.all(), owners(store.acties.all()))


def _zonder_passage(regel: str, besloten: bool) -> tuple[str, bool]:
    """Return a line in plain words, and whether what it says is besloten: it is when a passage of it is."""
    return (platte_tekst(regel), True) if heeft_besloten(regel) else (regel, besloten)


def _require_concept(store: Store, actie: Actie) -> None:
    """Raise ``VerslagVastgesteld`` when an approved verslag tells of an action."""
    if actie.vergadering_id is not None and actie.agendapunt_id is not None:
        require_concept(store, actie.vergadering_id)


def _is_besloten(store: Store, actie: Actie) -> bool:
    """Tell whether an action was agreed at an item that is behind closed doors."""
    if actie.vergadering_id is None:
        return False
    opname = store.opname(actie.vergadering_id)
    besloten = {punt.id for punt in opname.agendapunten if opname.is_besloten(punt)}
    return actie.agendapunt_id in besloten | opname.afgevoerd.besloten


def _bewaar(store: Store, actie: Actie) -> Actie:
    with store.transaction():
        store.acties.save(actie)
    return actie
