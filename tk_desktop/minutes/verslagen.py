"""The verslag: written with the items, approved in the next meeting, set right in the open."""

from dataclasses import replace
from datetime import date, time

from tk_desktop.base.ids import new_id, only_id
from tk_desktop.domain.conflict import require_chosen
from tk_desktop.domain.opmaak import platte_tekst
from tk_desktop.domain.vergadering import Status, Vergadering
from tk_desktop.domain.verslag import Correctie, Heropening, Puntverslag, Verslag
from tk_desktop.domain.volgorde import tussen
from tk_desktop.meeting.gehouden import require_concept, require_concept_at
from tk_desktop.store.werkmap import Store


def write_besproken(store: Store, punt_id: str, tekst: str, *, besloten_deel: str | None = None) -> Puntverslag:
    """Keep what the verslag says of an item, as rich text, and return it; raises ``VerslagVastgesteld`` (H2, H9).

    ``besloten_deel`` stands in the closed verslag alone; ``None`` leaves it as it is. A second row of the item,
    which an older version could leave on merging, goes as soon as all that it says is in what is written.
    """
    with store.transaction():
        require_concept_at(store, punt_id)
        punt = store.agendapunten.get(punt_id)
        zitting = store.zitting(punt.vergadering_id)
        oud = zitting.verslagen.get(punt_id) or Puntverslag(id=only_id("puntverslag", punt_id), agendapunt_id=punt_id)
        deel = oud.besloten_deel if besloten_deel is None else besloten_deel
        dicht = zitting.opname.is_besloten(punt) and bool(tekst.strip())
        nieuw = replace(oud, besproken=tekst, besloten_deel=deel, besloten=dicht)
        store.puntverslagen.save(nieuw)
        for dubbel in zitting.dubbel:
            if dubbel.agendapunt_id == punt_id and _is_overgenomen(dubbel, nieuw):
                store.puntverslagen.delete(dubbel.id)
    return nieuw


def approve_verslag(store: Store, vergadering_id: str, *, op: date, in_vergadering: str | None = None) -> Verslag:
    """Approve the verslag of a meeting in a later one, and return it; what it says is kept as it is now (H6).

    ``op`` is the day on which that is told: the approval itself is of the day of the later meeting. Raises
    ``VaststellenTeVroeg``, ``VaststellenVooruit``, ``NogNietGehouden`` or ``VerslagVastgesteld``,
    ``VerslagMistWoorden`` while a besluit does not say what was decided, and ``KeuzeWacht`` while nobody chose between
    what two laptops wrote apart: what is approved says what was written, all of it.
    """
    with store.transaction():
        require_concept(store, vergadering_id)
        zitting = store.zitting(vergadering_id)
        require_chosen(zitting.keuzes, zitting.waar_gekozen_wordt())
        zitting.require_woorden()
        van = store.vergaderingen.get(vergadering_id)
        later = store.vergaderingen.get(in_vergadering) if in_vergadering is not None else None
        verslag = _verslag(store, vergadering_id).vastgesteld(van, op, later)
        store.verslagen.save(verslag)
        vastgelegd = store.zitting(vergadering_id).vastgelegd(only_id("vastgesteld", vergadering_id))
        store.vastgestelden.save(vastgelegd)
    return verslag


def keep_approved(store: Store, *, op: date) -> tuple[Vergadering, ...]:
    """Keep what verslagen say that an older version approved without doing so, and return the meetings they are of.

    What was changed between their approval and ``op`` cannot be known any more; that they were kept later is kept too.
    On the laptop of a member, whose verslagen the secretariat keeps, and in a werkmap that can only be read, none is.
    """
    if store.bewerkingen.rol != "secretaris" or store.bron != store.map:
        return ()
    with store.transaction():
        zonder = store.vastgestelden.ontbreken()
        for id_ in zonder:
            vastgelegd = store.zitting(id_).vastgelegd(only_id("vastgesteld", id_))
            store.vastgestelden.save(replace(vastgelegd, achteraf=op))
        return tuple(map(store.vergaderingen.get, zonder))


def reopen_verslag(store: Store, vergadering_id: str, *, op: date, wie: str = "") -> Verslag:
    """Make an approved verslag a draft again, for who approved by mistake, and return it; raises ``AlConcept``.

    That it was approved, and who reopened it when, stays with it (H6).
    """
    with store.transaction():
        verslag = _verslag(store, vergadering_id)
        volgorde = tussen(verslag.heropeningen[-1].volgorde if verslag.heropeningen else "", "")
        regel = Heropening(id=new_id(), volgorde=volgorde, vastgesteld_op=None, datum=op, wie=" ".join(wie.split()))
        verslag = verslag.heropend(regel)
        store.verslagen.save(verslag)
    return verslag


def add_correctie(
    store: Store,
    vergadering_id: str,
    *,
    was: str,
    wordt: str,
    op: date,
    punt_id: str | None = None,
    reden: str = "",
    besloten: bool | None = None,
) -> Verslag:
    """Set a verslag right with a trace of what it said, and return it; raises ``CorrectieLeeg`` (H6, H9, H10).

    ``besloten`` says whether it is for the closed verslag alone; without it ``Zitting.hoort_dicht`` does. At a besloten
    item, and with a besloten passage in its own words, it always is.
    """
    with store.transaction():
        verslag = _verslag(store, vergadering_id)
        zitting = store.zitting(vergadering_id)
        punt = zitting.opname.punt(punt_id) if punt_id is not None else None
        gesloten = punt is not None and zitting.opname.is_besloten(punt)
        dicht = zitting.hoort_dicht(was, punt) if besloten is None else besloten
        correctie = Correctie(
            id=new_id(),
            volgorde=tussen(verslag.correcties[-1].volgorde if verslag.correcties else "", ""),
            agendapunt_id=punt_id,
            was=was,
            wordt=wordt,
            datum=op,
            reden=reden,
            besloten=dicht or gesloten,
        )
        nieuw = verslag.gecorrigeerd(correctie)
        store.verslagen.save(nieuw)
    return nieuw


def remove_correctie(store: Store, vergadering_id: str, correctie_id: str) -> Verslag:
    """Take away a correction that was kept by mistake, and return the verslag."""
    with store.transaction():
        verslag = _verslag(store, vergadering_id)
        over = tuple(een for een in verslag.correcties if een.id != correctie_id)
        nieuw = replace(verslag, correcties=over)
        store.verslagen.save(nieuw)
    return nieuw


def unapproved(store: Store, vergadering_id: str) -> tuple[Vergadering, ...]:
    """Return the earlier meetings of the body that were held and whose verslag is a draft still, the latest first."""
    hier = store.vergaderingen.get(vergadering_id)
    eerder = (een for een in _van_gremium(store, hier) if een.datum < hier.datum and een.begonnen is not None)
    wachten = [een for een in eerder if not _is_vastgesteld(store.verslagen.van_vergadering(een.id))]
    return tuple(reversed(wachten))


def following(store: Store, vergadering_id: str) -> Vergadering | None:
    """Return the next meeting of the body that is planned after that one, if any (H3)."""
    hier = store.vergaderingen.get(vergadering_id)
    later = (een for een in _van_gremium(store, hier) if een.datum > hier.datum and een.status is Status.GEPLAND)
    return next(later, None)


def _van_gremium(store: Store, hier: Vergadering) -> list[Vergadering]:
    """Return the meetings of the same body, the earliest first."""
    zelfde = (een for een in store.vergaderingen.all() if een.gremium_id == hier.gremium_id)
    return sorted(zelfde, key=lambda een: (een.datum, een.begin or time.min, een.id))


def _is_vastgesteld(verslag: Verslag | None) -> bool:
    return verslag is not None and verslag.is_vastgesteld


def _verslag(store: Store, vergadering_id: str) -> Verslag:
    bestaand = store.verslagen.van_vergadering(vergadering_id)
    return bestaand or Verslag(id=only_id("verslag", vergadering_id), vergadering_id=vergadering_id)


def _is_overgenomen(dubbel: Puntverslag, nieuw: Puntverslag) -> bool:
    """Tell whether a second row of an item says nothing that the first one does not say by now."""
    open_, dicht = _woorden(nieuw.besproken), _woorden(nieuw.besloten_deel)
    return _woorden(dubbel.besproken) in open_ and _woorden(dubbel.besloten_deel) in dicht


def _woorden(tekst: str) -> str:
    return " ".join(platte_tekst(tekst).split())
