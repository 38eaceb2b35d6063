"""Holding an item over to another meeting, taking it from the agenda, and following it from meeting to meeting."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id
from tk_desktop.domain.agenda import Agendapunt, Puntstaat, plek_na
from tk_desktop.domain.datum import kort
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import volgend_registratienummer
from tk_desktop.domain.notabewerking import overgenomen
from tk_desktop.domain.standaardpunt import sluit_af
from tk_desktop.domain.vergadering import Status, Vergadering
from tk_desktop.domain.verwijzing import verlegd
from tk_desktop.meeting.agenda import fresh_copy, with_texts
from tk_desktop.meeting.dekking import extend_geheimhouding
from tk_desktop.meeting.gehouden import require_concept
from tk_desktop.meeting.presentielijst import leave_out_punten
from tk_desktop.store.werkmap import Store

_VIJF = 5
"""Agendas are planned in steps of so many minutes."""


class RedenNodig(TkError):
    """An item was to be held over or withdrawn without a reason."""

    code = "TK-V10"
    melding = "Een punt aanhouden of intrekken kan alleen met een reden."
    veilig = "Er is niets gewijzigd."
    advies = "Schrijf in enkele woorden waarom; de reden blijft bij het punt bewaard."


class TerugzettenOnmogelijk(TkError):
    """An item was to come back on the agenda while it goes on elsewhere, or what it stands under is gone from it."""

    code = "TK-V12"
    melding = "‘{titel}’ kan niet terug op deze agenda: {oorzaak}."
    veilig = "Er is niets gewijzigd."
    advies = "Zet eerst dat andere punt terug of trek het daar in."


class AanhoudenOnmogelijk(TkError):
    """An item was to be held over to its own meeting, or was not on the agenda any more."""

    code = "TK-V13"
    melding = "‘{titel}’ kan niet worden aangehouden of voortgezet: {oorzaak}."
    veilig = "Er is niets gewijzigd."
    advies = "Kies een andere vergadering, of zet het punt eerst terug op de agenda."


@dataclass(frozen=True, slots=True, kw_only=True)
class Herkomst:
    """One step in the course of a subject: an item, where and when it stood, and how it ended there (B15, B20)."""

    punt_id: str
    vergadering_id: str
    gremium: str
    datum: date
    nummer: str
    titel: str
    staat: Puntstaat
    reden: str = ""

    def __str__(self) -> str:
        """Tell the step as a reader sees it: ``BC WK 11-3-2026, punt 2``, with how it ended when it was taken off."""
        plaats = f"{self.gremium} {kort(self.datum)}"
        if self.staat is Puntstaat.GEAGENDEERD:
            return f"{plaats}, punt {self.nummer}" if self.nummer else plaats
        return f"{plaats}, {self.staat.value}: {self.reden}"


def hold_over(store: Store, punt_id: str, naar_vergadering_id: str, reden: str) -> Agendapunt:
    """Move an item, with its sub-items and papers, to another meeting and return it there (B13).

    A link stays both ways. Papers keep their versions, and a nota its registration number: it is the same nota, treated
    later. A sub-item becomes a main item there, before the closing items. Sub-items that were set aside as well, and go
    on nowhere yet, go with their subject. Raises ``RedenNodig``, ``AanhoudenOnmogelijk``, or ``VerslagVastgesteld``
    when the item stands in an approved verslag: such a subject goes on elsewhere (``continue_punt``).
    """
    if not reden.strip():
        raise RedenNodig
    with store.transaction():
        _require_van_agenda(store, punt_id)
        if store.agendapunten.get(punt_id).staat is Puntstaat.AANGEHOUDEN:
            _zet_terug(store, punt_id)  # it was set aside without a meeting to go to
        _maak_heel(store, punt_id)
        nieuw = _neem_mee(store, punt_id, naar_vergadering_id, zelfde_nummer=True)
        _neem_af(store, punt_id, Puntstaat.AANGEHOUDEN, reden)
    return nieuw


def hold_over_at_table(store: Store, punt_id: str, naar_vergadering_id: str = "") -> Agendapunt | None:
    """Bring an item that was held over in its meeting to the next one of the body, and return it there (H4, B13).

    It stays on the agenda of this meeting, whose verslag tells that it was held over, and papers keep their number: it
    is the same nota, treated later. Another meeting than the next may be named. An item that the body meets again
    already is returned as it stands there. Without a next meeting it waits (``waiting``) and ``None`` is returned;
    ``bring_held_over`` lets it go along later.
    """
    with store.transaction():
        later = goes_on(store, punt_id)
        volgende = _volgende(store, punt_id)
        naar = naar_vergadering_id or (volgende.id if volgende else "")
        return _neem_mee(store, punt_id, naar, zelfde_nummer=True) if naar and later is None else later


def take_back_from_next(store: Store, punt_id: str, reden: str) -> Agendapunt | None:
    """Withdraw an item where it went on, for it was not held over after all, and return it; ``None`` when nowhere.

    Raises ``RedenNodig``.
    """
    with store.transaction():
        later = goes_on(store, punt_id)
        if later is not None:
            withdraw_punt(store, later.id, reden)
    return later


def bring_held_over(store: Store, vergadering_id: str) -> tuple[Agendapunt, ...]:
    """Put on an agenda what earlier meetings of the body held over at the table and goes on nowhere yet (B13).

    That is: on the next agenda after each of those meetings, when it is this one. What was set aside without being
    dealt with waits for who plans it.
    """
    with store.transaction():
        wacht = held_over_for(store, vergadering_id)
        return tuple(_neem_mee(store, punt.id, vergadering_id, zelfde_nummer=True) for punt in wacht)


def held_over_for(store: Store, vergadering_id: str) -> tuple[Agendapunt, ...]:
    """Return what ``bring_held_over`` would put on an agenda, as it stood where it was held over."""
    wacht = store.agendapunten.wachtend(store.vergaderingen.get(vergadering_id).gremium_id)
    aan_tafel = ((punt, _volgende(store, punt.id)) for punt in wacht if punt.staat is Puntstaat.GEAGENDEERD)
    return tuple(punt for punt, naar in aan_tafel if naar is not None and naar.id == vergadering_id)


def continue_punt(store: Store, punt_id: str, naar_vergadering_id: str) -> Agendapunt:
    """Bring a subject to its next meeting or body and return it there, while it stays on this agenda too (B15).

    Papers come along; a nota gets the next registration number, for there it is another one. Raises
    ``AanhoudenOnmogelijk``.
    """
    with store.transaction():
        return _neem_mee(store, punt_id, naar_vergadering_id, zelfde_nummer=False)


def set_aside(store: Store, punt_id: str, reden: str) -> Momentopname:
    """Hold an item over without naming the meeting to which it goes, and return the meeting (B13)."""
    return _voer_af(store, punt_id, Puntstaat.AANGEHOUDEN, reden)


def withdraw_punt(store: Store, punt_id: str, reden: str) -> Momentopname:
    """Take an item from the agenda for a reason, with its sub-items and papers, and return the meeting (B14).

    Its record is kept. Raises ``RedenNodig``.
    """
    return _voer_af(store, punt_id, Puntstaat.INGETROKKEN, reden)


def reinstate_punt(store: Store, punt_id: str) -> Momentopname:
    """Put an item that was held over or withdrawn on its agenda again, and return the meeting.

    Raises ``TerugzettenOnmogelijk`` when it stands on a later agenda with the same papers, and ``VerslagVastgesteld``.
    """
    with store.transaction():
        require_concept(store, store.agendapunten.get(punt_id).vergadering_id)
        return _zet_terug(store, punt_id)


def _zet_terug(store: Store, punt_id: str) -> Momentopname:
    with store.transaction():
        punt = store.agendapunten.get(punt_id)
        if punt.staat is Puntstaat.AANGEHOUDEN:
            for stap in vervolg(store, punt_id):
                if stap.staat is Puntstaat.GEAGENDEERD and _heeft_stukken(store, stap):
                    raise TerugzettenOnmogelijk(
                        titel=punt.titel, oorzaak=f"het staat nu op die van {stap.gremium} {kort(stap.datum)}"
                    )
        store.agendapunten.save(replace(punt, staat=Puntstaat.GEAGENDEERD, reden=""))
    return store.opname(punt.vergadering_id)


def waiting(store: Store, gremium_id: str) -> tuple[Herkomst, ...]:
    """Return what a body held over, before or in its meeting, and that goes on nowhere yet (A6, B13).

    The earliest stands first; what was held over at the table is still on the agenda of that meeting.
    """
    return tuple(_stap(store, punt) for punt in store.agendapunten.wachtend(gremium_id))


def herkomst(store: Store, punt_id: str) -> tuple[Herkomst, ...]:
    """Return where a subject stood before, the latest first: ‘laatst besproken op …’ (B15, B20)."""
    uit: list[Herkomst] = []
    gehad = {punt_id}
    vorige = store.agendapunten.get(punt_id).herkomst_id
    while vorige is not None and vorige not in gehad:
        gehad.add(vorige)
        punt = store.agendapunten.get(vorige)
        uit.append(_stap(store, punt))
        vorige = punt.herkomst_id
    return tuple(uit)


def vervolg(store: Store, punt_id: str) -> tuple[Herkomst, ...]:
    """Return where a subject went on directly from this item, the earliest first (B13)."""
    stappen = (_stap(store, punt) for punt in store.agendapunten.vervolg_van(punt_id))
    return tuple(sorted(stappen, key=lambda stap: (stap.datum, stap.punt_id)))


def goes_on(store: Store, punt_id: str) -> Agendapunt | None:
    """Return where an item goes on in its own body, when it is still on that agenda (B13)."""
    gremium = store.vergaderingen.get(store.agendapunten.get(punt_id).vergadering_id).gremium_id
    later = (punt for punt in store.agendapunten.vervolg_van(punt_id) if punt.staat is Puntstaat.GEAGENDEERD)
    return next((punt for punt in later if store.vergaderingen.get(punt.vergadering_id).gremium_id == gremium), None)


def _volgende(store: Store, punt_id: str) -> Vergadering | None:
    """Return the next planned meeting of the body in whose meeting an item stands."""
    hier = store.vergaderingen.get(store.agendapunten.get(punt_id).vergadering_id)
    later = (een for een in store.vergaderingen.van_gremium(hier.gremium_id) if een.datum > hier.datum)
    return next((een for een in later if een.status is Status.GEPLAND and een.begonnen is None), None)


def _voer_af(store: Store, punt_id: str, staat: Puntstaat, reden: str) -> Momentopname:
    if not reden.strip():
        raise RedenNodig
    with store.transaction():
        _require_van_agenda(store, punt_id)
        punt = _neem_af(store, punt_id, staat, reden)
    return store.opname(punt.vergadering_id)


def _neem_af(store: Store, punt_id: str, staat: Puntstaat, reden: str) -> Agendapunt:
    """Take an item from its agenda with its sub-items, and return it; its record is kept."""
    punt = replace(store.agendapunten.get(punt_id), staat=staat, reden=reden.strip())
    onder = (een.id for een in store.agendapunten.van_vergadering(punt.vergadering_id) if een.ouder_id == punt_id)
    leave_out_punten(store, punt.vergadering_id, {punt_id, *onder})
    store.agendapunten.save(punt)
    return punt


def _require_van_agenda(store: Store, punt_id: str) -> None:
    """Raise ``VerslagVastgesteld`` when an item stands on the agenda of a meeting whose verslag was approved."""
    punt = store.agendapunten.get(punt_id)
    if punt.staat is Puntstaat.GEAGENDEERD:
        require_concept(store, punt.vergadering_id)


def _maak_heel(store: Store, punt_id: str) -> None:
    """Put the sub-items that wait for a meeting under their main item again: a subject is held over whole."""
    punten = store.agendapunten.van_vergadering(store.agendapunten.get(punt_id).vergadering_id)
    for sub in punten:
        wacht = sub.staat is Puntstaat.AANGEHOUDEN and not store.agendapunten.vervolg_van(sub.id)
        if sub.ouder_id == punt_id and wacht:
            store.agendapunten.save(replace(sub, staat=Puntstaat.GEAGENDEERD, reden=""))


def _stap(store: Store, punt: Agendapunt) -> Herkomst:
    opname = store.opname(punt.vergadering_id)
    nummer = opname.nummers.get(punt.id)
    return Herkomst(
        punt_id=punt.id,
        vergadering_id=punt.vergadering_id,
        gremium=opname.gremium.kort,
        datum=opname.vergadering.datum,
        nummer=str(nummer) if nummer else "",
        titel=punt.titel,
        staat=punt.staat,
        reden=punt.reden,
    )


def _heeft_stukken(store: Store, stap: Herkomst) -> bool:
    return any(stuk.agendapunt_id == stap.punt_id for stuk in store.stukken.van_vergadering(stap.vergadering_id))


def _neem_mee(store: Store, punt_id: str, naar_id: str, *, zelfde_nummer: bool) -> Agendapunt:
    """Copy an item with all that hangs on it to the other meeting and return the copy."""
    punt = store.agendapunten.get(punt_id)
    bron = store.opname(punt.vergadering_id)
    if punt.vergadering_id == naar_id:
        raise AanhoudenOnmogelijk(titel=punt.titel, oorzaak="dat is dezelfde vergadering")
    if punt.id not in bron.nummers:
        raise AanhoudenOnmogelijk(titel=punt.titel, oorzaak="het staat niet op de agenda")
    doel = store.opname(naar_id)
    mee = [ander for ander in bron.agendapunten if ander is punt or punt.id in (ander.id, ander.ouder_id)]
    nieuw = {ander.id: fresh_copy(ander) for ander in mee}
    ids = {oud: kopie.id for oud, kopie in nieuw.items()}

    def tekst(oud: str) -> str:
        return verlegd(oud, ids, bron.nummers, bron.vergadering.datum)

    for ander in mee:
        hoofd = ander.id == punt.id
        kopie = replace(
            with_texts(nieuw[ander.id], tekst),
            vergadering_id=naar_id,
            ouder_id=None if hoofd else ids[punt.id],
            behandeling=bron.behandeling(ander) if hoofd else ander.behandeling,
            besloten=bron.is_besloten(ander) if hoofd else ander.besloten,
            ingevoegd=False,
            herkomst_id=ander.id,
            volgorde=place_before_closing(store, doel) if hoofd else ander.volgorde,
            duur=_duur(bron, ander) if hoofd else ander.duur,
        )
        nieuw[ander.id] = kopie
        store.agendapunten.save(kopie)
        for uitgesloten, persoon_id in sorted(bron.uitgesloten):
            if uitgesloten in (ander.id, ander.ouder_id):
                store.agendapunten.uitsluitingen.sluit_uit(kopie.id, persoon_id)
    stukken = _neem_stukken_mee(store, bron, ids, naar_id, tekst, zelfde_nummer=zelfde_nummer)
    boven = {punt.ouder_id: ids[punt.id]} if punt.ouder_id else {}
    extend_geheimhouding(store, bron.vergadering.id, {**boven, **ids, **stukken})
    return nieuw[punt.id]


def _duur(bron: Momentopname, punt: Agendapunt) -> int | None:
    """Return how long an item takes as a main item: a sub-item its part of the whole."""
    hoofd = bron.hoofdpunt(punt)
    if punt.duur is not None or hoofd is punt or hoofd.duur is None:
        return punt.duur
    deel = sum(ander.ouder_id == hoofd.id and ander.duur is None for ander in bron.agendapunten)
    return -(-hoofd.duur // (deel * _VIJF)) * _VIJF


def place_before_closing(store: Store, doel: Momentopname) -> str:
    """Return a place after the last main item that does not close the agenda."""
    hoofd = [punt for punt in doel.agendapunten if punt.ouder_id is None]
    while len(hoofd) > 1 and sluit_af(hoofd[-1]):
        hoofd.pop()
    alle = store.agendapunten.van_vergadering(doel.vergadering.id)
    return plek_na(alle, hoofd[-1].id if hoofd else None, None)


def _neem_stukken_mee(
    store: Store,
    bron: Momentopname,
    punten: Mapping[str, str],
    naar_id: str,
    tekst: Callable[[str], str],
    *,
    zelfde_nummer: bool,
) -> Mapping[str, str]:
    """Copy the papers of the items and return the new ids by the old."""
    mee = [stuk for stuk in bron.stukken if stuk.agendapunt_id in punten]
    ids = {stuk.id: new_id() for stuk in mee}
    jaar = store.vergaderingen.get(naar_id).datum.year
    for stuk in mee:
        kopie = replace(
            stuk,
            id=ids[stuk.id],
            vergadering_id=naar_id,
            agendapunt_id=punten[stuk.agendapunt_id or ""],
            hoort_bij=ids.get(stuk.hoort_bij or ""),
            besloten=bron.stuk_is_besloten(stuk),
        )
        store.stukken.save(kopie)
        for versie in store.versies.van_stuk(stuk.id):
            store.versies.save(replace(versie, id=new_id(), stuk_id=kopie.id))
        if stuk.id in bron.notas:
            nota = replace(overgenomen(bron.notas[stuk.id], tekst, new_id), id=new_id(), stuk_id=kopie.id)
            if not zelfde_nummer and nota.registratienummer:
                nummer = volgend_registratienummer(jaar, store.notas.registratienummers())
                nota = replace(nota, registratienummer=nummer)
            store.notas.save(nota)
            if zelfde_nummer:
                _neem_stappen_mee(store, bron.notas[stuk.id].id, nota.id)
    return ids


def _neem_stappen_mee(store: Store, van: str, naar: str) -> None:
    """Let a nota that is treated later be as far as it was: agreed, or still with its writer."""
    for stap in store.notastappen.van_nota(van):
        store.notastappen.save(replace(stap, id=new_id(), nota_id=naar))
