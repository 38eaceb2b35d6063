"""Votes: called with who is there, counted or taken one by one."""

from collections.abc import Iterable
from dataclasses import replace

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import next_id, only_id
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.presentie import Presentie
from tk_desktop.domain.stemming import Keuze, Stem, Stemming, Stemsoort, Stemwijze
from tk_desktop.domain.volgorde import tussen
from tk_desktop.domain.zitting import Zitting
from tk_desktop.meeting.gehouden import require_concept_at
from tk_desktop.store.werkmap import Store


class StemGeheim(TkError):
    """What somebody voted was to be recorded in a secret vote."""

    code = "TK-B60"
    melding = "Deze stemming is geheim: wie wat stemt, wordt niet vastgelegd."
    veilig = "Er is niets gewijzigd."
    advies = "Tel de briefjes en vul de aantallen in, of houd een hoofdelijke stemming."


class NiemandStemt(TkError):
    """A vote was called while nobody who may vote is there."""

    code = "TK-B11"
    melding = "Bij punt {nummer} is niemand aanwezig die stemrecht heeft."
    veilig = "Er is geen stemming begonnen."
    advies = "Vul eerst de presentielijst in."


def call_stemming(
    store: Store,
    punt_id: str,
    onderwerp: str,
    *,
    wijze: Stemwijze = Stemwijze.HANDOPSTEKEN,
    gewogen: bool = False,
    besloten: bool = False,
    soort: Stemsoort = Stemsoort.VOORSTEL,
    indiener: str = "",
) -> Stemming:
    """Call a vote on an item and return it, with who may take part frozen (G3, G4); raises ``NiemandStemt``.

    On an amendement or a motie ``onderwerp`` has its words and ``indiener`` who handed it in (G10).

    A weighted vote is taken by roll call, whatever was asked: raised hands have no weight. Two laptops that call the
    same vote have one.
    """
    with store.transaction():
        require_concept_at(store, punt_id)
        zitting = store.zitting(store.agendapunten.get(punt_id).vergadering_id)
        punt = zitting.opname.punt(punt_id)
        mee = zitting.deelnemers(punt)
        if not mee:
            raise NiemandStemt(nummer=str(zitting.opname.nummers[punt_id]))
        rij = store.stemmingen.van_punt(punt_id)
        wijze = Stemwijze.HOOFDELIJK if gewogen else wijze
        waarover = onderwerp.strip() or punt.titel
        id_ = next_id([een.id for een in rij], "stemming", punt_id, soort.value, waarover, wijze.value)
        stemming = Stemming(
            id=id_,
            agendapunt_id=punt_id,
            volgorde=tussen(rij[-1].volgorde if rij else "", ""),
            onderwerp=waarover,
            wijze=wijze,
            gewogen=gewogen,
            besloten=besloten or zitting.opname.is_besloten(punt),
            soort=soort,
            indiener="" if soort is Stemsoort.VOORSTEL else " ".join(indiener.split()),
            stemmen=_stemmen(id_, mee),
        )
        store.stemmingen.save(stemming)
    return stemming


def give_stem(store: Store, stemming_id: str, stem_id: str, keuze: Keuze | None) -> Stemming:
    """Record what one of those who take part votes by roll call, and return the vote; ``None`` takes it back.

    Raises ``StemGeheim`` or ``VerslagVastgesteld``.
    """
    with store.transaction():
        stemming = store.stemmingen.get(stemming_id)
        require_concept_at(store, stemming.agendapunt_id)
        if stemming.wijze.is_geheim:
            raise StemGeheim
        stemmen = tuple(replace(een, keuze=keuze) if een.id == stem_id else een for een in stemming.stemmen)
        gegeven = replace(stemming, stemmen=stemmen)
        store.stemmingen.save(gegeven)
    return gegeven


def count_stemming(store: Store, stemming_id: str, *, voor: int, tegen: int, onthouden: int = 0) -> Stemming:
    """Record how many voted what, by hands or by ballot, and return the vote.

    Raises ``TeVeelStemmen``, ``AantalNegatief`` or ``VerslagVastgesteld``.
    """
    with store.transaction():
        stemming = store.stemmingen.get(stemming_id)
        require_concept_at(store, stemming.agendapunt_id)
        geteld = stemming.geteld(voor=voor, tegen=tegen, onthouden=onthouden)
        store.stemmingen.save(geteld)
    return geteld


def edit_stemming(
    store: Store, stemming_id: str, *, onderwerp: str, besloten: bool, indiener: str | None = None
) -> Stemming:
    """Set right what a vote is on, who handed it in and whether it is for the closed verslag alone; return it (H9).

    A vote on a besloten item is besloten, and one without a subject keeps what it had. Raises ``VerslagVastgesteld``.
    """
    with store.transaction():
        stemming = store.stemmingen.get(stemming_id)
        require_concept_at(store, stemming.agendapunt_id)
        opname = store.opname(store.agendapunten.get(stemming.agendapunt_id).vergadering_id)
        dicht = besloten or opname.is_besloten(opname.punt(stemming.agendapunt_id))
        van = stemming.indiener if indiener is None else " ".join(indiener.split())
        nieuw = replace(stemming, onderwerp=onderwerp.strip() or stemming.onderwerp, besloten=dicht, indiener=van)
        store.stemmingen.save(nieuw)
    return nieuw


def changed_deelnemers(zitting: Zitting, stemming: Stemming) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who are at the item by the list of names and not in the vote, and who are in the vote and not there."""
    nu = {(wie.naam, wie.namens): wie.stemgewicht for wie in zitting.deelnemers(_punt(zitting, stemming))}
    toen = {(stem.naam, stem.namens): stem.gewicht for stem in stemming.stemmen}
    erbij = tuple(naam for (naam, namens), gewicht in nu.items() if toen.get((naam, namens)) != gewicht)
    return erbij, tuple(naam for naam, namens in toen if (naam, namens) not in nu)


def refresh_deelnemers(store: Store, stemming_id: str) -> Stemming:
    """Let those take part who are at the item by the list of names as it was set right since, and return the vote.

    What each voted stays; who took no part after all goes with their vote. Numbers that no longer fit are refused with
    ``TeVeelStemmen``. Raises ``NiemandStemt`` or ``VerslagVastgesteld`` too.
    """
    with store.transaction():
        stemming = store.stemmingen.get(stemming_id)
        require_concept_at(store, stemming.agendapunt_id)
        zitting = store.zitting(store.agendapunten.get(stemming.agendapunt_id).vergadering_id)
        mee = zitting.deelnemers(_punt(zitting, stemming))
        if not mee:
            raise NiemandStemt(nummer=str(zitting.opname.nummers[stemming.agendapunt_id]))
        keuzes = {(stem.naam, stem.namens): stem.keuze for stem in stemming.stemmen}
        nieuw = stemming.met_stemmen(
            replace(stem, keuze=keuzes.get((stem.naam, stem.namens))) for stem in _stemmen(stemming_id, mee)
        )
        store.stemmingen.save(nieuw)
    return nieuw


def remove_stemming(store: Store, stemming_id: str) -> None:
    """Take away a vote that was called by mistake."""
    with store.transaction():
        require_concept_at(store, store.stemmingen.get(stemming_id).agendapunt_id)
        store.stemmingen.delete(stemming_id)


def _stemmen(stemming_id: str, mee: Iterable[Presentie]) -> tuple[Stem, ...]:
    return tuple(
        Stem(
            id=only_id("stem", stemming_id, wie.id),
            volgorde=wie.volgorde,
            naam=wie.naam,
            namens=wie.namens,
            gewicht=wie.stemgewicht,
        )
        for wie in mee
    )


def _punt(zitting: Zitting, stemming: Stemming) -> Agendapunt:
    return zitting.opname.punt(stemming.agendapunt_id)
