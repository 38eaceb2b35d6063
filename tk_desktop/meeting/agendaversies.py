"""Versions of an agenda: freezing, approving, opening again and comparing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id
from tk_desktop.domain.agenda import Agendapunt, bovenste
from tk_desktop.domain.agendaversie import (
    Agendaversie,
    Versiepunt,
    Versiestaat,
    compare_agendas,
    versiepunten,
    volgende_letter,
)
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.volgorde import tussen
from tk_desktop.meeting.aanhouden import set_aside
from tk_desktop.store.werkmap import Store


class NietAkkoord(TkError):
    """An agenda was to be approved while items are not formally agreed."""

    code = "TK-V14"
    melding = "De agenda is niet vastgesteld: nog niet formeel akkoord {is_} {punten}."
    veilig = "Er is niets gewijzigd."
    advies = "Zet die punten op akkoord, of houd ze aan."


class GeenAgenda(TkError):
    """A version was asked of an agenda without items, or one was opened again that was not approved."""

    code = "TK-V15"
    melding = "Dat kan niet: {oorzaak}."
    veilig = "Er is niets gewijzigd."
    advies = "Kijk bij de versies van de agenda hoe het er nu voor staat."


def versies_van(store: Store, vergadering_id: str) -> tuple[Agendaversie, ...]:
    """Return the versions of the agenda of a meeting, the oldest first (B9)."""
    return store.agendaversies.van_vergadering(vergadering_id)


def set_akkoord(store: Store, punt_id: str, akkoord: bool) -> Momentopname:
    """Tell whether an item is formally agreed, and return the meeting (B11)."""
    with store.transaction():
        punt = replace(store.agendapunten.get(punt_id), akkoord=akkoord)
        store.agendapunten.save(punt)
    return store.opname(punt.vergadering_id)


def not_agreed(opname: Momentopname) -> tuple[Agendapunt, ...]:
    """Return the items that are not formally agreed yet, in the order of the agenda (B11)."""
    return tuple(punt for punt in opname.agendapunten if not punt.akkoord)


def not_agreed_words(opname: Momentopname) -> list[str]:
    """Name the items that are not formally agreed, with the agreed sub-items that would be held over with them."""
    woorden = []
    for punt in not_agreed(opname):
        mee = [str(opname.nummers[sub.id]) for sub in opname.agendapunten if sub.ouder_id == punt.id and sub.akkoord]
        met = f" (met {_samen(mee)})" if mee else ""
        woorden.append(f"{opname.nummers[punt.id]} ‘{punt.titel}’{met}")
    return woorden


def freeze_agenda(store: Store, vergadering_id: str, nu: datetime) -> Agendaversie:
    """Keep the agenda as it stands now under the next letter, a concept, and return it (B9); raises ``GeenAgenda``."""
    with store.transaction():
        opname = store.opname(vergadering_id)
        if not opname.agendapunten:
            raise GeenAgenda(oorzaak="er staat nog geen punt op de agenda")
        eerder = versies_van(store, vergadering_id)
        versie = Agendaversie(
            id=new_id(),
            vergadering_id=vergadering_id,
            volgorde=tussen(eerder[-1].volgorde if eerder else ""),
            letter=volgende_letter(len(eerder)),
            staat=Versiestaat.CONCEPT,
            moment=nu.replace(microsecond=0),
            punten=versiepunten(opname, new_id),
        )
        store.agendaversies.save(versie)
    return versie


def approve_agenda(store: Store, vergadering_id: str, nu: datetime, *, houd_aan: bool = False) -> Agendaversie:
    """Approve the agenda as it stands now and return its version (B9, B11).

    The last concept is approved when it still says what the agenda says; else a version with the next letter is made.
    Raises ``NietAkkoord``, naming the items, when some are not formally agreed; with ``houd_aan`` these are held over
    instead, each subject whole. Raises ``GeenAgenda`` when nothing is left.
    """
    with store.transaction():
        opname = store.opname(vergadering_id)
        open_ = not_agreed(opname)
        if open_ and not houd_aan:
            namen = not_agreed_words(opname)
            raise NietAkkoord(punten=_samen(namen), is_="is" if len(namen) == 1 else "zijn")
        for punt in bovenste(open_):
            set_aside(store, punt.id, "Nog niet formeel akkoord bij de vaststelling van de agenda.")
        eerder = versies_van(store, vergadering_id)
        gelijk = bool(eerder) and not compare_agendas(eerder[-1].punten, current_agenda(store, vergadering_id))
        if gelijk and eerder[-1].is_vastgesteld:
            return eerder[-1]
        basis = eerder[-1] if gelijk else freeze_agenda(store, vergadering_id, nu)
        versie = replace(basis, staat=Versiestaat.VASTGESTELD, moment=nu.replace(microsecond=0))
        store.agendaversies.save(versie)
    return versie


def reopen_agenda(store: Store, vergadering_id: str) -> Agendaversie:
    """Open an approved agenda again: its version stays as it was, but counts as approved no more (B9).

    Raises ``GeenAgenda`` when none is approved.
    """
    with store.transaction():
        versie = approved_version(store, vergadering_id)
        if versie is None:
            raise GeenAgenda(oorzaak="er is geen vastgestelde agenda om te heropenen")
        heropend = replace(versie, staat=Versiestaat.HEROPEND)
        store.agendaversies.save(heropend)
    return heropend


def approved_version(store: Store, vergadering_id: str) -> Agendaversie | None:
    """Return the version that counts as the approved agenda, or ``None`` while there is none."""
    ooit = [v for v in versies_van(store, vergadering_id) if v.staat is not Versiestaat.CONCEPT]
    return ooit[-1] if ooit and ooit[-1].is_vastgesteld else None


def current_agenda(store: Store, vergadering_id: str) -> tuple[Versiepunt, ...]:
    """Return the agenda as it stands now, in words, to compare with a version (B10)."""
    return versiepunten(store.opname(vergadering_id), new_id)


def late_items(store: Store, vergadering_id: str) -> frozenset[str]:
    """Return the ids of items that came after the agenda was approved: the supplementary agenda (A11, B12)."""
    versie = approved_version(store, vergadering_id)
    if versie is None:
        return frozenset()
    toen = {punt.punt_id for punt in versie.punten}
    return frozenset(punt.id for punt in store.opname(vergadering_id).agendapunten if punt.id not in toen)


def _samen(namen: Sequence[str]) -> str:
    return " en ".join(filter(None, [", ".join(namen[:-1]), namen[-1]]))
