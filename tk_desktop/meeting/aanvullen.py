"""What comes on an agenda unasked: what the last meeting held over, and lifting what was secret until its day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tk_desktop.base.ids import new_id
from tk_desktop.domain.agenda import Agendapunt, Behandeling, Puntstaat
from tk_desktop.domain.datum import kort
from tk_desktop.domain.geheimhouding import Geheimhouding, bevoegd_gremium
from tk_desktop.domain.vergadering import Status, Vergadering
from tk_desktop.domain.volgorde import tussen
from tk_desktop.domain.voorstel import Voorstelpunt
from tk_desktop.meeting.aanhouden import bring_held_over, held_over_for, place_before_closing
from tk_desktop.store.werkmap import Store

_KENWOORD = "geheimhouding"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanvulling:
    """What an agenda lacks: the items that were held over to it, and what is to be lifted."""

    aangehouden: tuple[Agendapunt, ...] = ()
    opheffingen: tuple[Geheimhouding, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether it lacks anything."""
        return bool(self.aangehouden or self.opheffingen)


def lacking(store: Store, vergadering_id: str, vandaag: date) -> Aanvulling:
    """Return what belongs on an agenda by itself and is not there; nothing when the meeting is over or under way.

    Only the first meeting that can deal with it gets it, and an agenda on which it was put before never again, unless
    it was removed without a trace: who does not want it withdraws it for a reason (J5, B13).
    """
    hier = store.vergaderingen.get(vergadering_id)
    if hier.status is not Status.GEPLAND or hier.begonnen is not None or hier.datum < vandaag:
        return Aanvulling()
    gremia = store.gremia.all()
    bevoegd = (
        geheim
        for geheim in store.geheimhoudingen.met_einddatum(hier.datum)
        if geheim.moet_worden_opgeheven(hier.datum) and bevoegd_gremium(geheim, gremia) == hier.gremium_id
    )
    opheffingen = tuple(geheim for geheim in bevoegd if _hoort_hier(store, geheim, hier, vandaag))
    return Aanvulling(aangehouden=held_over_for(store, hier.id), opheffingen=opheffingen)


def complete_agenda(store: Store, vergadering_id: str, vandaag: date) -> tuple[Agendapunt, ...]:
    """Put on an agenda what belongs there by itself, and return what came (J5, B13).

    Lifting is proposed behind closed doors, as long as it is secret, as the next step of the item that it is about.
    """
    with store.transaction():
        wat = lacking(store, vergadering_id, vandaag)
        gebracht = bring_held_over(store, vergadering_id)
        return (*gebracht, *(propose_lifting(store, geheim.id, vergadering_id) for geheim in wat.opheffingen))


def propose_lifting(store: Store, geheim_id: str, vergadering_id: str) -> Agendapunt:
    """Put lifting on an agenda before the closing items, besloten and for decision, and return the item (J5)."""
    with store.transaction():
        geheim = store.geheimhoudingen.get(geheim_id)
        opgelegd = geheim.opgelegd
        wie = f", op {kort(opgelegd.datum)} opgelegd door {opgelegd.orgaan}," if opgelegd else ""
        tekst = f"De geheimhouding op ‘{geheim.onderwerp}’{wie} op te heffen."
        punt = Agendapunt(
            id=new_id(),
            vergadering_id=vergadering_id,
            volgorde=place_before_closing(store, store.opname(vergadering_id)),
            titel=_titel(geheim),
            behandeling=frozenset({Behandeling.BESLUITVORMING}),
            besloten=True,
            herkomst_id=next(iter(_onderwerpen(store, geheim)), None),
            geheimhouding_id=geheim.id,
            voorstel=(Voorstelpunt(id=new_id(), volgorde=tussen(), tekst=tekst),),
        )
        store.agendapunten.save(punt)
    return punt


def next_for_lifting(store: Store, geheim_id: str, vandaag: date) -> Vergadering | None:
    """Return the first planned meeting of the body that may lift, on or after its day; ``None`` when there is none."""
    geheim = store.geheimhoudingen.get(geheim_id)
    gremium_id = bevoegd_gremium(geheim, store.gremia.all())
    return _eerste(store.vergaderingen.van_gremium(gremium_id), vandaag)


def standing_lifting(store: Store, geheim_id: str, vandaag: date) -> Agendapunt | None:
    """Return the item on a coming agenda that proposes lifting and is still to be dealt with; ``None`` without one."""
    geheim = store.geheimhoudingen.get(geheim_id)
    alle = store.vergaderingen.van_gremium(bevoegd_gremium(geheim, store.gremia.all()))
    voorstellen = _voorstellen(store, geheim, alle, vandaag)
    return next((punt for punt in voorstellen if punt.staat is Puntstaat.GEAGENDEERD), None)


def proposed_lifting(store: Store, punt_id: str) -> Geheimhouding | None:
    """Return the duty that an item proposes to lift and that still holds; ``None`` when it proposes no lifting (J6)."""
    punt = store.agendapunten.get(punt_id)
    geldend = [geheim for geheim in store.geheimhoudingen.all() if not geheim.is_opgeheven]
    if punt.geheimhouding_id is not None:
        return next((geheim for geheim in geldend if geheim.id == punt.geheimhouding_id), None)
    return _genoemd(store, punt, geldend)


def _hoort_hier(store: Store, geheim: Geheimhouding, hier: Vergadering, vandaag: date) -> bool:
    alle = store.vergaderingen.van_gremium(hier.gremium_id)
    eerste = _eerste(alle, max(vandaag, geheim.einddatum or vandaag))
    if eerste is None or eerste.id != hier.id:
        return False
    return not _voorstellen(store, geheim, alle, vandaag)


def _voorstellen(
    store: Store, geheim: Geheimhouding, vergaderingen: Iterable[Vergadering], vandaag: date
) -> list[Agendapunt]:
    """Return the items of coming meetings that propose lifting, by themselves or as somebody typed them."""
    geldend = [een for een in store.geheimhoudingen.all() if not een.is_opgeheven]

    def gaat_erover(punt: Agendapunt) -> bool:
        if punt.geheimhouding_id is not None:
            return punt.geheimhouding_id == geheim.id
        return _genoemd(store, punt, geldend) == geheim

    later = (een for een in vergaderingen if een.datum >= vandaag)
    return [punt for een in later for punt in store.agendapunten.van_vergadering(een.id) if gaat_erover(punt)]


def _eerste(vergaderingen: Iterable[Vergadering], vanaf: date) -> Vergadering | None:
    later = (een for een in vergaderingen if een.datum >= vanaf and een.begonnen is None)
    return next((een for een in later if een.status is Status.GEPLAND), None)


def _genoemd(store: Store, punt: Agendapunt, geldend: Sequence[Geheimhouding]) -> Geheimhouding | None:
    """Return the duty that an item somebody typed proposes to lift: the only one it can mean, else none.

    By its title, or by the item that it goes on from when its title speaks of geheimhouding.
    """
    op_titel = [geheim for geheim in geldend if punt.titel == _titel(geheim)]
    if not op_titel and punt.herkomst_id is not None and _KENWOORD in punt.titel.casefold():
        op_titel = [geheim for geheim in geldend if punt.herkomst_id in _onderwerpen(store, geheim)]
    return op_titel[0] if len(op_titel) == 1 else None


def _titel(geheim: Geheimhouding) -> str:
    return f"Opheffen geheimhouding: {geheim.onderwerp}"


def _onderwerpen(store: Store, geheim: Geheimhouding) -> list[str]:
    """Return the items that the duty is about: those covered, else those whose papers are."""
    punten = list(geheim.agendapunten)
    for id_ in geheim.stukken:
        stuk = store.stukken.get(id_)
        opname = store.opname(stuk.vergadering_id)
        punt = opname.punt_van(stuk) or stuk.agendapunt_id
        punten += [punt] if punt else []
    return list(dict.fromkeys(punten))
