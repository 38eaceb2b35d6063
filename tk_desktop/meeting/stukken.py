"""The papers of a meeting in hand: named, moved, put away and brought back; numbers follow by themselves."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import FORMULIEREN
from tk_desktop.domain.notabewerking import noemt_wat_erbij_komt
from tk_desktop.domain.stuk import Soort, Stuk, Stukversie
from tk_desktop.domain.volgorde import op_rang, tussen
from tk_desktop.meeting.agenda import require_titel
from tk_desktop.meeting.opening import require_geen_plicht
from tk_desktop.store.werkmap import Store


class BijlageOnmogelijk(TkError):
    """A paper was to become a bijlage of itself, or of a bijlage, or while it has bijlagen of its own."""

    code = "TK-I28"
    melding = "‘{titel}’ kan daar geen bijlage worden: een bijlage heeft zelf geen bijlagen."
    veilig = "Er is niets gewijzigd."
    advies = "Verplaats eerst de bijlagen die erbij horen, of zet het stuk als eigen stuk bij het agendapunt."


class SoortVanNota(TkError):
    """A nota with a form was to become another kind of paper."""

    code = "TK-I29"
    melding = "‘{titel}’ is een {soort} met een formulier; de soort kan niet los daarvan veranderen."
    veilig = "Er is niets gewijzigd."
    advies = "Begin een nieuwe nota in de vorm die u wilt."


def rename_stuk(store: Store, stuk_id: str, titel: str) -> Stuk:
    """Give a paper another title; raises ``TitelOntbreekt``."""
    require_titel(titel)
    return _save(store, stuk_id, titel=" ".join(titel.split()))


def set_soort(store: Store, stuk_id: str, soort: Soort) -> Stuk:
    """Say what kind of paper it is (D2); raises ``SoortVanNota`` for one whose form says so itself."""
    with store.transaction():
        stuk = store.stukken.get(stuk_id)
        nota = store.notas.van_vergadering(stuk.vergadering_id).get(stuk_id)
        if nota is not None and FORMULIEREN[nota.vorm].soort is not soort:
            raise SoortVanNota(titel=stuk.titel, soort=stuk.soort.value)
        return _save(store, stuk_id, soort=soort)


def set_stuk_besloten(store: Store, stuk_id: str, besloten: bool) -> Stuk:
    """Put a paper, with its bijlagen, behind closed doors or in the open.

    Raises ``GeheimhoudingGeldt`` when one is to open on which geheimhouding holds.
    """
    with store.transaction():
        if not besloten:
            require_geen_plicht(store, store.stukken.get(stuk_id).vergadering_id, stuk_id=stuk_id)
        return _save(store, stuk_id, besloten=besloten)


def set_afdrukken(store: Store, stuk_id: str, afdrukken: bool) -> Stuk:
    """Say whether a paper goes along when the set is printed (D11)."""
    return _save(store, stuk_id, afdrukken=afdrukken)


def set_genoemd(store: Store, stuk_id: str, genoemd: bool) -> Stuk:
    """Say whether the nota lists a bijlage; its printed list follows (D15)."""
    return _save(store, stuk_id, genoemd=genoemd)


def move_stukken(
    store: Store,
    stuk_ids: Sequence[str],
    punt_id: str | None,
    *,
    hoort_bij: str | None = None,
    voor: str | None = None,
) -> Momentopname:
    """Put papers under an item or, with ``hoort_bij``, among the bijlagen of a paper, before ``voor`` (else last).

    They keep their order among each other; their own bijlagen go along; ``2a bijl. 1`` follows from the place. A
    bijlage that leaves its nota is not listed by it any more. Without ``punt_id`` and ``hoort_bij`` they stand loose in
    the meeting. What was besloten through its item or nota stays so when it leaves that: to make public is a choice of
    somebody (B8). Returns the meeting as it now stands; raises ``BijlageOnmogelijk`` with nothing moved.
    """
    with store.transaction():
        ouder = store.stukken.get(hoort_bij) if hoort_bij else None
        for stuk_id in stuk_ids:
            stuk = store.stukken.get(stuk_id)
            vergadering_id = stuk.vergadering_id
            if ouder is not None:
                punt_id, vergadering_id = ouder.agendapunt_id, ouder.vergadering_id
            elif punt_id is not None:
                vergadering_id = store.agendapunten.get(punt_id).vergadering_id
            opname, bron = store.opname(vergadering_id), store.opname(stuk.vergadering_id)
            eigen = bron.bijlagen_bij(stuk)
            if ouder is not None and (eigen or ouder.hoort_bij is not None or ouder.id == stuk_id):
                raise BijlageOnmogelijk(titel=stuk.titel)
            plek = _plek(opname, stuk_id, punt_id, hoort_bij, voor)
            waar = {"agendapunt_id": punt_id, "vergadering_id": vergadering_id}
            in_lijst = ouder is not None and noemt_wat_erbij_komt(opname.notas.get(ouder.id))
            genoemd = stuk.genoemd if stuk.hoort_bij == hoort_bij else in_lijst
            blijft = (stuk.agendapunt_id, stuk.hoort_bij) == (punt_id, hoort_bij)
            geheim = stuk.besloten if blijft else bron.stuk_is_besloten(stuk)
            _save(store, stuk_id, hoort_bij=hoort_bij, genoemd=genoemd, volgorde=plek, besloten=geheim, **waar)
            for bijlage in eigen:
                alleen = not (blijft or geheim) and bron.stuk_is_besloten(bijlage)  # else it follows its nota
                _save(store, bijlage.id, besloten=bijlage.besloten or alleen, **waar)
        return store.opname(store.stukken.get(stuk_ids[0]).vergadering_id)


def remove_stukken(store: Store, stuk_ids: Sequence[str], nu: datetime) -> tuple[Stuk, ...]:
    """Put papers away with their bijlagen and return all that went; nothing of them is lost (C15).

    What was besloten through its item or its nota is so by itself from now on: either may go before it comes back.
    """
    with store.transaction():
        weg: dict[str, Stuk] = {}
        for stuk_id in stuk_ids:
            stuk = store.stukken.get(stuk_id)
            opname = store.opname(stuk.vergadering_id)
            bijlagen = [s for s in store.stukken.van_vergadering(stuk.vergadering_id) if s.hoort_bij == stuk.id]
            for deel in (stuk, *bijlagen):
                if deel.verwijderd is None and deel.id not in weg:
                    geheim = opname.stuk_is_besloten(deel)
                    weg[deel.id] = _save(store, deel.id, verwijderd=nu, besloten=geheim)
    return tuple(weg.values())


def restore_stuk(store: Store, stuk_id: str) -> Stuk:
    """Put back a paper, with the bijlagen that went with it, and the nota it belongs to when that is away too."""
    with store.transaction():
        stuk = store.stukken.get(stuk_id)
        if stuk.verwijderd is None:
            return stuk
        terug = [stuk]
        for ander in store.stukken.verwijderd(stuk.vergadering_id):
            met_stuk = ander.hoort_bij == stuk.id and ander.verwijderd == stuk.verwijderd
            if met_stuk or ander.id == stuk.hoort_bij:
                terug.append(ander)
        for deel in terug:
            _save(store, deel.id, verwijderd=None)
        return store.stukken.get(stuk_id)


def trash(store: Store, vergadering_id: str) -> tuple[Stuk, ...]:
    """Return what was put away in a meeting, the latest first; bijlagen that went with their nota come with it."""
    weg = store.stukken.verwijderd(vergadering_id)
    samen = {(stuk.id, stuk.verwijderd) for stuk in weg}
    return tuple(stuk for stuk in weg if (stuk.hoort_bij, stuk.verwijderd) not in samen)


def versions_of(store: Store, stuk_id: str) -> tuple[Stukversie, ...]:
    """Return the received files of a paper, the newest first (C12)."""
    return tuple(reversed(store.versies.van_stuk(stuk_id)))


def restore_version(store: Store, stuk_id: str, versie_id: str, nu: datetime) -> Stukversie:
    """Let an older version of a paper be the newest again, as a version of its own; nothing is edited (C13)."""
    with store.transaction():
        oude = store.versies.get(versie_id)
        nieuwste = store.versies.van_stuk(stuk_id)[-1]
        if nieuwste.id == versie_id:
            return oude
        nieuw = replace(oude, id=new_id(), volgorde=tussen(nieuwste.volgorde), ontvangen=nu)
        store.versies.save(nieuw)
        store.cijfertabellen.verwijder(stuk_id)  # those of another file
    return nieuw


def _save(store: Store, stuk_id: str, **anders: object) -> Stuk:
    with store.transaction():
        stuk = replace(store.stukken.get(stuk_id), **anders)  # type: ignore[arg-type]
        store.stukken.save(stuk)
    return stuk


def _plek(opname: Momentopname, stuk_id: str, punt_id: str | None, hoort_bij: str | None, voor: str | None) -> str:
    """Return a place before ``voor`` among the papers of one item or one nota; without it after all of them."""
    buren = [
        ander
        for ander in opname.stukken
        if ander.id != stuk_id and ander.hoort_bij == hoort_bij and (hoort_bij or ander.agendapunt_id == punt_id)
    ]
    rang = next((rang for rang, buur in enumerate(buren) if buur.id == voor), len(buren))
    return op_rang([buur.volgorde for buur in buren], rang)
