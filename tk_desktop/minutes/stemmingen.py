"""Votes: called with who is there, counted or taken one by one."""

from dataclasses import replace

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id
from tk_desktop.domain.stemming import Keuze, Stem, Stemming, Stemwijze
from tk_desktop.domain.volgorde import tussen
from tk_desktop.minutes.concept import require_concept_at
from tk_desktop.store.werkmap import Store


class TeVeelStemmen(TkError):
    """More votes were to be counted than there are members who take part."""

    code = "TK-B10"
    melding = (
        "Er zijn {uitgebracht} stemmen geteld en er kunnen er {mogelijk} worden uitgebracht. Er is niets gewijzigd."
    )
    advies = "Tel opnieuw, of kijk bij de presentie wie er bij dit punt is."


class NiemandStemt(TkError):
    """A vote was called while nobody who may vote is there."""

    code = "TK-B11"
    melding = "Bij punt {nummer} is niemand aanwezig die stemrecht heeft. Er is geen stemming begonnen."
    advies = "Vul eerst de presentielijst in."


def call_stemming(
    store: Store,
    punt_id: str,
    onderwerp: str,
    *,
    wijze: Stemwijze = Stemwijze.HANDOPSTEKEN,
    gewogen: bool = False,
    besloten: bool = False,
) -> Stemming:
    """Call a vote on an item and return it, with who may take part frozen (G3, G4); raises ``NiemandStemt``.

    A weighted vote is taken by roll call, whatever was asked: raised hands have no weight.
    """
    with store.transaction():
        require_concept_at(store, punt_id)
        zitting = store.zitting(store.agendapunten.get(punt_id).vergadering_id)
        punt = zitting.opname.punt(punt_id)
        mee = zitting.deelnemers(punt)
        if not mee:
            raise NiemandStemt(nummer=str(zitting.opname.nummers[punt_id]))
        rij = store.stemmingen.van_punt(punt_id)
        stemming = Stemming(
            id=new_id(),
            agendapunt_id=punt_id,
            volgorde=tussen(rij[-1].volgorde if rij else "", ""),
            onderwerp=onderwerp.strip() or punt.titel,
            wijze=Stemwijze.HOOFDELIJK if gewogen else wijze,
            gewogen=gewogen,
            besloten=besloten or zitting.opname.is_besloten(punt),
            stemmen=tuple(
                Stem(id=new_id(), volgorde=wie.volgorde, naam=wie.naam, namens=wie.namens, gewicht=wie.stemgewicht)
                for wie in mee
            ),
        )
        store.stemmingen.save(stemming)
    return stemming


def give_stem(store: Store, stemming_id: str, stem_id: str, keuze: Keuze | None) -> Stemming:
    """Record what one of those who take part votes by roll call, and return the vote; ``None`` takes it back."""
    with store.transaction():
        stemming = store.stemmingen.get(stemming_id)
        require_concept_at(store, stemming.agendapunt_id)
        stemmen = tuple(replace(een, keuze=keuze) if een.id == stem_id else een for een in stemming.stemmen)
        gegeven = replace(stemming, stemmen=stemmen)
        store.stemmingen.save(gegeven)
    return gegeven


def count_stemming(store: Store, stemming_id: str, *, voor: int, tegen: int, onthouden: int = 0) -> Stemming:
    """Record how many voted what, by hands or by ballot, and return the vote; raises ``TeVeelStemmen``."""
    with store.transaction():
        stemming = store.stemmingen.get(stemming_id)
        require_concept_at(store, stemming.agendapunt_id)
        geteld = replace(stemming, voor=voor, tegen=tegen, onthouden=onthouden)
        if not geteld.klopt:
            raise TeVeelStemmen(uitgebracht=geteld.uitgebracht, mogelijk=geteld.mogelijk)
        store.stemmingen.save(geteld)
    return geteld


def remove_stemming(store: Store, stemming_id: str) -> None:
    """Take away a vote that was called by mistake."""
    with store.transaction():
        require_concept_at(store, store.stemmingen.get(stemming_id).agendapunt_id)
        store.stemmingen.delete(stemming_id)
