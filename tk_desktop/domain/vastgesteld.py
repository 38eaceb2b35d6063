"""What a verslag said when it was approved, kept whole: that is what is printed of it from then on (H6)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from tk_desktop.domain.actie import Actie
from tk_desktop.domain.agenda import Agendapunt, bereken_tijden, in_volgorde, nummer_punten
from tk_desktop.domain.besluit import Besluit
from tk_desktop.domain.gremium import Persoon
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.presentie import Belang, Presentie
from tk_desktop.domain.ronde import Ronde
from tk_desktop.domain.stemming import Stemming
from tk_desktop.domain.vergadering import Vergadering
from tk_desktop.domain.verslag import Puntverslag, Schorsing

_T = TypeVar("_T", Besluit, Stemming)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vastgesteld:
    """All that a verslag told on the day that it was approved.

    ``punten`` have what was proposed at them as their own proposal, wherever it came from; ``dicht`` are the ids of
    those that were behind closed doors. ``eerdere`` are the actions that were open when the meeting began.
    ``achteraf`` is the day on which this was kept, of a verslag that an older version had approved without keeping it.

    Rule: words are those of that day, and who may read them follows from now: what was closed since is closed, and
    what was said behind closed doors stays so when its item opens (H9). Of an action the words are of that day and how
    far it is, is of now (I3). What sets a besluit right afterwards is added to it (H10).
    """

    id: str
    verslag_id: str
    vergadering: Vergadering
    personen: tuple[Persoon, ...] = ()
    punten: tuple[Agendapunt, ...] = ()
    dicht: frozenset[str] = frozenset()
    presentie: tuple[Presentie, ...] = ()
    belangen: tuple[Belang, ...] = ()
    verslagen: tuple[Puntverslag, ...] = ()
    besluiten: tuple[Besluit, ...] = ()
    stemmingen: tuple[Stemming, ...] = ()
    acties: tuple[Actie, ...] = ()
    schorsingen: tuple[Schorsing, ...] = ()
    rondes: tuple[Ronde, ...] = ()
    eerdere: tuple[Actie, ...] = ()
    achteraf: date | None = None

    def agenda(self, nu: Momentopname) -> Momentopname:
        """Return the meeting with the items, times, place and chair of the day of approval."""
        ids = {punt.id for punt in self.punten}
        over = nu.zonder(frozenset(punt.id for punt in nu.agendapunten if punt.id not in ids), frozenset())
        punten = in_volgorde(replace(een, besloten=self._is_dicht(een, nu)) for een in self.punten)
        toen = self.vergadering
        return replace(
            over,
            vergadering=replace(
                nu.vergadering,
                datum=toen.datum,
                begin=toen.begin,
                einde=toen.einde,
                begonnen=toen.begonnen,
                geeindigd=toen.geeindigd,
                plaats=toen.plaats,
                voorzitter_id=toen.voorzitter_id,
                secretaris_id=toen.secretaris_id,
            ),
            personen={**nu.personen, **{een.id: een for een in self.personen}},
            agendapunten=punten,
            nummers=nummer_punten(punten),
            tijden=bereken_tijden(punten, toen.begin) if toen.begin else {},
            afgevoerd=nu.afgevoerd,
            acties=_met_stand(self.eerdere, nu.acties),
        )

    def _is_dicht(self, punt: Agendapunt, nu: Momentopname) -> bool:
        staat_er = next((een for een in nu.agendapunten if een.id == punt.id), None)
        return nu.is_besloten(staat_er) if staat_er is not None else punt.id in self.dicht

    def gezegd(self, nu: Iterable[Puntverslag], open_: Iterable[str]) -> dict[str, Puntverslag]:
        """Return what was written of each item, by its id; ``open_`` are the items that everybody may know now."""
        staat_er = {een.agendapunt_id: een for een in nu}
        geopend = self.dicht & set(open_)
        return {
            een.agendapunt_id: een.achter_deuren() if _ging_dicht(een, staat_er, geopend) else een
            for een in self.verslagen
        }

    def besloten_is(self, nu: Iterable[Besluit]) -> tuple[Besluit, ...]:
        """Return the besluiten, with those that set one of them right since."""
        rij = tuple(nu)
        toen = {een.id for een in self.besluiten}
        herstel = tuple(een for een in rij if een.herstelt_id is not None and een.id not in toen)
        return (*_dicht_als_nu(self.besluiten, rij), *herstel)

    def gestemd(self, nu: Iterable[Stemming]) -> tuple[Stemming, ...]:
        """Return the votes."""
        return _dicht_als_nu(self.stemmingen, nu)

    def te_doen(self, nu: Iterable[Actie]) -> tuple[Actie, ...]:
        """Return what was agreed, with how far it is now."""
        return _met_stand(self.acties, nu)


def _dicht_als_nu(toen: Iterable[_T], nu: Iterable[_T]) -> tuple[_T, ...]:
    dicht = {een.id for een in nu if een.besloten}
    return tuple(replace(een, besloten=een.besloten or een.id in dicht) for een in toen)


def _met_stand(toen: Iterable[Actie], nu: Iterable[Actie]) -> tuple[Actie, ...]:
    staat_er = {een.id: een for een in nu}
    return tuple(
        replace(
            een,
            staat=nieuw.staat,
            afgedaan=nieuw.afgedaan,
            terug_punt_id=nieuw.terug_punt_id,
            standen=nieuw.standen,
            besloten=een.besloten or nieuw.besloten,
        )
        for een in toen
        for nieuw in (staat_er.get(een.id, een),)
    )


def _ging_dicht(toen: Puntverslag, nu: dict[str, Puntverslag], geopend: frozenset[str]) -> bool:
    """Tell whether what was said openly in a meeting, or at an item that was closed then, is the closed part now."""
    staat_er = nu.get(toen.agendapunt_id)
    verhuisd = staat_er is not None and not staat_er.besproken.strip() and bool(staat_er.besloten_deel.strip())
    return toen.agendapunt_id in geopend or verhuisd
