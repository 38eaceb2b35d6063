"""Planning meetings: new ones, changed ones, and one made from another."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, time

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id
from tk_desktop.domain.agenda import Agendapunt, Behandeling
from tk_desktop.domain.datum import lang
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.vergadering import Status, Vergadering
from tk_desktop.domain.verwijzing import verlegd, vul
from tk_desktop.meeting.aanhouden import bring_held_over
from tk_desktop.meeting.agenda import fresh_copy, with_texts
from tk_desktop.meeting.briefkopie import on_other_day, without_then
from tk_desktop.meeting.dekking import extend_geheimhouding
from tk_desktop.meeting.gremia import add_gremium
from tk_desktop.meeting.standaardpunten import add_standaardpunten
from tk_desktop.store.werkmap import Store


class DatumBezet(TkError):
    """A body was to meet twice on one day."""

    code = "TK-V16"
    melding = "{gremium} vergadert al op {dag}."
    veilig = "Er is niets gewijzigd."
    advies = "Kies een andere dag, of wijzig die vergadering."


class TijdenOnmogelijk(TkError):
    """A meeting was to end before it begins."""

    code = "TK-V22"
    melding = "De vergadering zou eindigen voordat zij begint."
    veilig = "Er is niets gewijzigd."
    advies = "Kijk de begintijd en de eindtijd na."


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergaderplan:
    """What somebody fills in for a new meeting.

    Without a ``gremium_id`` a body of that name is made; without a ``bron_id`` the meeting begins with its standing
    items alone.
    """

    datum: date
    gremium_id: str = ""
    gremium_naam: str = ""
    begin: time | None = None
    einde: time | None = None
    plaats: str = ""
    bron_id: str = ""
    met_inhoud: bool = False


def add_vergadering(
    store: Store,
    gremium_id: str,
    datum: date,
    *,
    begin: time | None = None,
    einde: time | None = None,
    plaats: str = "",
    voorzitter_id: str | None = None,
    secretaris_id: str | None = None,
    gelegenheid: str = "",
    videolink: str = "",
    uid: str = "",
    met_standaardpunten: bool = True,
) -> Vergadering:
    """Plan a meeting of a body, with the items every agenda of it holds, and return it (A2, A12).

    Without a chair or a secretary those of the roster on that day are named. Raises ``DatumBezet`` or
    ``TijdenOnmogelijk``; nothing has changed then.
    """
    with store.transaction():
        gremium = store.gremia.get(gremium_id)
        vergadering = Vergadering(
            id=new_id(),
            gremium_id=gremium.id,
            datum=datum,
            begin=begin,
            einde=einde,
            plaats=plaats.strip(),
            voorzitter_id=voorzitter_id or _met_rol(store, gremium.id, datum, "voorzitter"),
            secretaris_id=secretaris_id or _met_rol(store, gremium.id, datum, "secretaris"),
            gelegenheid=gelegenheid.strip(),
            videolink=videolink.strip(),
            uid=uid,
        )
        _bewaar(store, vergadering)
        if met_standaardpunten:
            add_standaardpunten(store, vergadering.id)
    return vergadering


def change_vergadering(store: Store, vergadering_id: str, wijzig: Callable[[Vergadering], Vergadering]) -> Momentopname:
    """Change the date, times, place, chair, secretary, status or link of a meeting, and return it (A2).

    The letter moves along with the date. Raises ``DatumBezet`` or ``TijdenOnmogelijk``; nothing has changed then.
    """
    with store.transaction():
        oud = store.vergaderingen.get(vergadering_id)
        nieuw = replace(wijzig(oud), id=oud.id, gremium_id=oud.gremium_id)
        _bewaar(store, nieuw, oud)
        brief = store.brieven.van_vergadering(oud.id)
        if brief is not None and nieuw.datum != oud.datum:
            store.brieven.save(on_other_day(brief, oud.datum, nieuw.datum))
    return store.opname(vergadering_id)


def copy_vergadering(
    store: Store, bron_id: str, datum: date, *, met_inhoud: bool, plaats: str | None = None
) -> Vergadering:
    """Plan the next meeting from an earlier one and return it: same body, times, place, people and letter (A3, A13).

    With contents every item comes along, with its ways of treatment, durations, introducers and proposals; without
    them just the structure: standing items, and main items without papers that come back. Papers never come along.
    Dates in the letter move as many days as the meeting; without contents what it told of then is left out. ``plaats``
    is where the new one meets, when that is elsewhere. Raises ``DatumBezet``; nothing has changed then.
    """
    with store.transaction():
        opname = store.opname(bron_id)
        bron = opname.vergadering
        vergadering = replace(
            bron,
            id=new_id(),
            datum=datum,
            plaats=bron.plaats if plaats is None else plaats.strip(),
            voorzitter_id=bron.voorzitter_id or _met_rol(store, bron.gremium_id, datum, "voorzitter"),
            secretaris_id=bron.secretaris_id or _met_rol(store, bron.gremium_id, datum, "secretaris"),
            gelegenheid=bron.gelegenheid if met_inhoud else "",
            nieuw_tijdstip=False,
            status=Status.GEPLAND,
            begonnen=None,
            geeindigd=None,
            uid="",
        )
        _bewaar(store, vergadering)
        mee = _neem_punten_over(store, opname, vergadering.id, met_inhoud=met_inhoud)
        if opname.brief is not None:
            brief = on_other_day(opname.brief, bron.datum, datum)
            if not met_inhoud:
                brief = replace(brief, tekst=without_then(brief, bron, vergadering, mee))
            doelen = {
                id_: f"{{{{punt:{mee.get(id_, id_)}}}}}" for id_ in opname.nummers
            }  # the check finds what is gone
            nieuw = replace(
                brief,
                id=new_id(),
                vergadering_id=vergadering.id,
                ons_kenmerk="",
                uw_kenmerk="",
                tekst=vul(brief.tekst, {}, doelen),
            )
            store.brieven.save(nieuw)
        eigen = store.standaardpunten.van_gremium(bron.gremium_id)
        if eigen or not store.agendapunten.van_vergadering(vergadering.id):
            add_standaardpunten(store, vergadering.id)  # the usual ones stood under other titles in the earlier agenda
    return vergadering


def plan_vergadering(store: Store, plan: Vergaderplan) -> Vergadering:
    """Make the meeting that somebody filled in, from an earlier one when that was asked, and return it (A2, A3, A13).

    A body of another name than those known is made too. What the body held over at the table and goes on nowhere yet
    comes on this agenda by itself, when it is the next one (B13). Raises what ``add_gremium``, ``add_vergadering`` and
    ``copy_vergadering`` raise; nothing has changed then.
    """
    with store.transaction():
        gremium_id = plan.gremium_id or add_gremium(store, plan.gremium_naam).id
        if plan.bron_id:
            kopie = copy_vergadering(store, plan.bron_id, plan.datum, met_inhoud=plan.met_inhoud, plaats=plan.plaats)
            vergadering = change_vergadering(
                store,
                kopie.id,
                lambda nieuw: replace(nieuw, begin=plan.begin, einde=plan.einde),
            ).vergadering
        else:
            vergadering = add_vergadering(
                store, gremium_id, plan.datum, begin=plan.begin, einde=plan.einde, plaats=plan.plaats
            )
        bring_held_over(store, vergadering.id)
    return vergadering


def example_vergaderingen(store: Store, gremium_id: str) -> tuple[Vergadering, ...]:
    """Return the meetings of a body that were not cancelled, the latest last: what a new one is made from."""
    return tuple(v for v in store.vergaderingen.van_gremium(gremium_id) if v.status is not Status.GEANNULEERD)


def _met_rol(store: Store, gremium_id: str, dag: date, rol: str) -> str | None:
    zetels = (zetel for zetel in store.leden.van_gremium(gremium_id) if zetel.rol == rol and zetel.geldt_op(dag))
    return next((zetel.persoon_id for zetel in zetels), None)


def _bewaar(store: Store, nieuw: Vergadering, oud: Vergadering | None = None) -> None:
    tijden = (nieuw.begin, nieuw.einde)
    if nieuw.begin and nieuw.einde and nieuw.einde < nieuw.begin and (oud is None or tijden != (oud.begin, oud.einde)):
        raise TijdenOnmogelijk
    anders = oud is None or (oud.datum, oud.status is Status.GEANNULEERD) != (nieuw.datum, False)
    if nieuw.status is not Status.GEANNULEERD and anders:
        for ander in store.vergaderingen.op_dag(nieuw.datum):
            if ander.gremium_id == nieuw.gremium_id and ander.id != nieuw.id and ander.status is not Status.GEANNULEERD:
                naam = store.gremia.get(nieuw.gremium_id).naam
                raise DatumBezet(gremium=naam, dag=lang(nieuw.datum, met_dag=True))
    store.vergaderingen.save(nieuw)


def _neem_punten_over(store: Store, bron: Momentopname, vergadering_id: str, *, met_inhoud: bool) -> Mapping[str, str]:
    """Put the items in a new meeting and return their new ids by their old."""
    vaker = None if met_inhoud else _eerdere_titels(store, bron.vergadering)
    mee = [punt for punt in bron.agendapunten if met_inhoud or _is_structuur(bron, punt, vaker)]
    nieuw = {punt.id: fresh_copy(punt) for punt in mee}
    ids = {oud: kopie.id for oud, kopie in nieuw.items()}

    def tekst(oud: str) -> str:
        return verlegd(oud, ids, bron.nummers, bron.vergadering.datum)

    for punt in mee:
        kopie = with_texts(nieuw[punt.id], tekst)
        store.agendapunten.save(
            replace(
                kopie,
                vergadering_id=vergadering_id,
                ouder_id=ids.get(punt.ouder_id or ""),
                besloten=punt.besloten if punt.ouder_id in ids else bron.is_besloten(punt),
                toelichting=kopie.toelichting if met_inhoud else "",
                inleiders=kopie.inleiders if met_inhoud else (),
                voorstel=kopie.voorstel if met_inhoud else (),
                herkomst_id=None if punt.standaard else punt.id,
            )
        )
        for uitgesloten, persoon_id in sorted(bron.uitgesloten):
            if uitgesloten == punt.id and met_inhoud:
                store.agendapunten.uitsluitingen.sluit_uit(kopie.id, persoon_id)
    if met_inhoud:
        extend_geheimhouding(store, bron.vergadering.id, ids)
    return ids


_AFGEDAAN = frozenset({Behandeling.BESLUITVORMING, Behandeling.VASTSTELLING, Behandeling.OPINIEVORMING})
"""Ways of treatment after which a subject is done with."""


def _eerdere_titels(store: Store, bron: Vergadering) -> set[str] | None:
    """Return the titles that stood on the agendas of that body before a meeting; nothing when it was the first."""
    eerder = [een for een in store.vergaderingen.van_gremium(bron.gremium_id) if een.datum < bron.datum]
    if not eerder:
        return None
    return {punt.titel.casefold() for een in eerder for punt in store.agendapunten.van_vergadering(een.id)}


def _is_structuur(opname: Momentopname, punt: Agendapunt, eerder: Collection[str] | None) -> bool:
    """Tell whether an item comes back every time: a standing one, or a main item in the open without papers.

    That must have stood on an agenda before. After a first meeting nobody knows: then what was decided on, what was
    told by mouth and what papers hung under counts as done.
    """
    if punt.standaard:
        return True
    onder = {ander.id for ander in opname.agendapunten if ander is punt or ander.ouder_id == punt.id}
    eigen = opname.hoofdpunt(punt) is punt and not opname.is_besloten(punt) and not punt.ingevoegd
    if not eigen or any(stuk.agendapunt_id in onder for stuk in opname.stukken):
        return False
    if eerder is not None:
        return punt.titel.casefold() in eerder
    return not punt.voorstel and not punt.mondeling and not punt.behandeling & _AFGEDAAN
