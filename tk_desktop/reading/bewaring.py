"""Keeping or destroying what a reader wrote, after the verslag of the meeting is approved (F16)."""

from collections.abc import Sequence
from datetime import date

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id
from tk_desktop.domain.bewaring import Aantal, Bewaarkeuze, Bewaarpost, Bewaarregel, Vaststelling, totaal
from tk_desktop.domain.datum import kort
from tk_desktop.domain.verslag import Verslagstaat
from tk_desktop.store.werkmap import Store


class NietAanDeBeurt(TkError):
    """Notes were to be destroyed of a meeting of which they are kept, or not yet to be destroyed."""

    code = "TK-L02"
    melding = "Wat u bij ‘{vergadering}’ schreef is niet aan de beurt om te worden vernietigd."
    veilig = "Er is niets vernietigd."
    advies = "Kijk na wat bij dat gremium is gekozen en wanneer het verslag is vastgesteld."


class VaststellingTeVroeg(TkError):
    """A verslag would have been approved before its meeting was held."""

    code = "TK-L03"
    melding = "Een verslag wordt niet vastgesteld vóór de vergadering zelf."
    veilig = "Er is niets gewijzigd."
    advies = "Typ de dag waarop het verslag is vastgesteld."


def load_bewaring(store: Store, eigenaar: str) -> tuple[Bewaarpost, ...]:
    """Return the meetings on which a reader wrote, the latest first, with what will happen with it."""
    regels, bekend = store.bewaarregels.van(eigenaar), store.vaststellingen.van(eigenaar)
    geschreven = store.vaststellingen.geschreven(eigenaar)
    posten = []
    for vergadering in reversed(store.vergaderingen.all()):
        if vergadering.id not in geschreven:
            continue
        verslag = store.verslagen.van_vergadering(vergadering.id)
        officieel = verslag.vastgesteld_op if verslag and verslag.staat is Verslagstaat.VASTGESTELD else None
        eigen = bekend.get(vergadering.id)
        regel = regels.get(vergadering.gremium_id)
        posten.append(
            Bewaarpost(
                vergadering_id=vergadering.id,
                gremium_id=vergadering.gremium_id,
                naam=store.gremia.get(vergadering.gremium_id).naam,
                datum=vergadering.datum,
                aantal=geschreven[vergadering.id],
                keuze=regel.keuze if regel else Bewaarkeuze.BEWAREN,
                vastgesteld=officieel or (eigen.datum if eigen else None),
                uit_verslag=officieel is not None,
            )
        )
    return tuple(posten)


def set_bewaarkeuze(store: Store, gremium_id: str, keuze: Bewaarkeuze, *, eigenaar: str) -> Bewaarregel:
    """Keep what a reader chooses for the meetings of a body and return it."""
    with store.transaction():
        oud = store.bewaarregels.van(eigenaar).get(gremium_id)
        regel = Bewaarregel(id=oud.id if oud else new_id(), eigenaar=eigenaar, gremium_id=gremium_id, keuze=keuze)
        store.bewaarregels.save(regel)
    return regel


def set_vaststelling(store: Store, vergadering_id: str, datum: date | None, *, eigenaar: str) -> None:
    """Keep on which day, as a reader says, the verslag of a meeting was approved; without a day that is forgotten.

    Raises ``VaststellingTeVroeg`` for a day before the meeting.
    """
    with store.transaction():
        oud = store.vaststellingen.van(eigenaar).get(vergadering_id)
        if datum is None:
            if oud is not None:
                store.vaststellingen.delete(oud.id)
            return
        if datum < store.vergaderingen.get(vergadering_id).datum:
            raise VaststellingTeVroeg
        store.vaststellingen.save(
            Vaststelling(id=oud.id if oud else new_id(), vergadering_id=vergadering_id, eigenaar=eigenaar, datum=datum)
        )


def destroy_notities(store: Store, vergaderingen: Sequence[str], *, eigenaar: str, vandaag: date) -> Aantal:
    """Destroy all that a reader wrote on these meetings, for good, and return how much that was.

    The caller has told the reader how much it is. Raises ``NietAanDeBeurt``, with nothing destroyed, when one of the
    meetings may not be destroyed on this day.
    """
    posten = {post.vergadering_id: post for post in load_bewaring(store, eigenaar)}
    weg = [posten[id_] for id_ in vergaderingen if id_ in posten]
    for post in weg:
        if not post.is_aan_de_beurt(vandaag):
            raise NietAanDeBeurt(vergadering=f"{post.naam} {kort(post.datum)}")
    if weg:
        store.vernietig([post.vergadering_id for post in weg], eigenaar)
    return totaal(weg)
