"""Bringing an action or a promise back on an agenda: ‘stand van zaken’ as an item of a later meeting (I3, I4).

What stands there already is not put there twice: the item that seems to be what was promised is proposed, and tied to
it once somebody says so (catalogue 99).
"""

from dataclasses import dataclass, replace

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id
from tk_desktop.domain.actie import Actie
from tk_desktop.domain.agenda import Agendapunt, Behandeling
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.opmaak import platte_tekst
from tk_desktop.domain.terugkeer import returns_as
from tk_desktop.domain.vergadering import Status, Vergadering
from tk_desktop.meeting.aanhouden import place_before_closing
from tk_desktop.store.werkmap import Store


class GeenVolgendeVergadering(TkError):
    """An action was to come back in a next meeting, and none is planned."""

    code = "TK-B78"
    melding = "Er is nog geen volgende vergadering van {gremium} waarin deze actie kan terugkomen."
    veilig = "Er is niets gewijzigd."
    advies = "Maak de vergadering eerst (Ctrl+Shift+N)."


class PuntNietLater(TkError):
    """An action was to come back as an item of a meeting that was not after it, or of another body."""

    code = "TK-B89"
    melding = "‘{titel}’ staat niet op een latere agenda van {gremium}."
    veilig = "Er is niets gewijzigd."
    advies = "Kies een punt van een vergadering na de dag waarop dit werd afgesproken."


@dataclass(frozen=True, slots=True, kw_only=True)
class Terugkeer:
    """An action that seems to have come back as an item, with its number there: ``8a`` of ``BC PG 4-3-2020``."""

    actie: Actie
    punt: Agendapunt
    nummer: Nummer
    agenda: str

    @property
    def waar(self) -> str:
        """Where it came back, in words."""
        return f"{self.agenda}, punt {self.nummer}"


def likely_returns(store: Store, vergadering_id: str) -> tuple[Terugkeer, ...]:
    """Return the open actions that seem to have come back as an item of an agenda (catalogue 99).

    They are those of the body that name the very day of that meeting, told by the words of what was said until they
    were agreed. One that is tied already is not proposed again.
    """
    hier = store.vergaderingen.get(vergadering_id)
    acties = [
        actie
        for actie in store.acties.all()
        if actie.gremium_id == hier.gremium_id and actie.voor == hier.datum > actie.ontstaan
        if actie.staat.is_open and actie.terug_punt_id is None
    ]
    if not acties:
        return ()
    agenda = store.opname(vergadering_id)
    titels = {punt.id: punt.titel for punt in agenda.agendapunten}
    gevonden = ((actie, returns_as(_gezegd(store, actie), titels)) for actie in acties)
    return tuple(
        Terugkeer(actie=actie, punt=agenda.punt(punt_id), nummer=agenda.nummers[punt_id], agenda=agenda.kort)
        for actie, punt_id in gevonden
        if punt_id is not None
    )


def likely_return(store: Store, actie_id: str) -> Terugkeer | None:
    """Return the item as which an open action seems to have come back; ``None`` when there is none (catalogue 99)."""
    actie = store.acties.get(actie_id)
    dag = (een for een in store.vergaderingen.van_gremium(actie.gremium_id) if een.datum == actie.voor)
    gevonden = (een for vergadering in dag for een in likely_returns(store, vergadering.id))
    return next((een for een in gevonden if een.actie.id == actie_id), None)


def tie_back(store: Store, actie_id: str, punt_id: str) -> Actie:
    """Say that an action came back as an item that is on a later agenda, and return it (I3, catalogue 99).

    The item goes on from the one at which the action was agreed, unless it goes on from another, or that is besloten.
    Raises ``PuntNietLater``.
    """
    with store.transaction():
        actie, punt = store.acties.get(actie_id), store.agendapunten.get(punt_id)
        vergadering = store.vergaderingen.get(punt.vergadering_id)
        if vergadering.gremium_id != actie.gremium_id or vergadering.datum <= actie.ontstaan:
            raise PuntNietLater(titel=punt.titel, gremium=store.gremia.get(actie.gremium_id).kort)
        if punt.herkomst_id is None and not _is_dicht(store, actie):
            store.agendapunten.save(replace(punt, herkomst_id=actie.agendapunt_id))
        terug = replace(actie, terug_punt_id=punt.id)
        store.acties.save(terug)
    return terug


def bring_back(store: Store, actie_id: str) -> Actie:
    """Put an action on the agenda of the next meeting of its body, before the closing items, and return it.

    The item goes on from the one at which the action was agreed; a closed action comes back closed. One that stands on
    a next agenda already stays as it is. Raises ``GeenVolgendeVergadering``.
    """
    with store.transaction():
        actie = store.acties.get(actie_id)
        gremium = store.gremia.get(actie.gremium_id)
        later = _volgende(store, actie)
        if later is None:
            raise GeenVolgendeVergadering(gremium=gremium.kort)
        al = {punt.id for punt in store.agendapunten.van_vergadering(later.id)}
        if actie.terug_punt_id in al:
            return actie
        punt = Agendapunt(
            id=new_id(),
            vergadering_id=later.id,
            volgorde=place_before_closing(store, store.opname(later.id)),
            titel=f"{actie.soort.value.capitalize()}: {actie.tekst.rstrip('.')}",
            behandeling=frozenset({Behandeling.KENNISNAME}),
            besloten=actie.is_dicht,
            herkomst_id=actie.agendapunt_id,
        )
        store.agendapunten.save(punt)
        terug = replace(actie, terug_punt_id=punt.id)
        store.acties.save(terug)
    return terug


def _volgende(store: Store, actie: Actie) -> Vergadering | None:
    """Return the first planned meeting of the body after the day on which the action was agreed."""
    later = (een for een in store.vergaderingen.van_gremium(actie.gremium_id) if een.datum > actie.ontstaan)
    return next((een for een in later if een.status is Status.GEPLAND and een.begonnen is None), None)


def _gezegd(store: Store, actie: Actie) -> str:
    """Return what was said at the item until the action was agreed, with what it says itself."""
    voor = ""
    if actie.agendapunt_id is not None and actie.oorsprong:
        verslagen = store.puntverslagen.van_punt(actie.agendapunt_id)
        besproken = " ".join(" ".join(platte_tekst(verslag.besproken) for verslag in verslagen).split())
        voor, zin, _ = besproken.partition(" ".join(actie.oorsprong.split()))
        voor = voor if zin else ""
    return f"{voor} {actie.tekst}"


def _is_dicht(store: Store, actie: Actie) -> bool:
    if actie.vergadering_id is None or actie.agendapunt_id is None:
        return True  # there is nothing to go on from
    opname = store.opname(actie.vergadering_id)
    punt = next((een for een in opname.agendapunten if een.id == actie.agendapunt_id), None)
    return actie.is_dicht or punt is None or opname.is_besloten(punt)
