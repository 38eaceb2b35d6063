"""Notes that somebody shares with other people: written for each of them apart, and sealed to those two (F8).

A note stays its writer's own. Whenever a bundle is made or a postbus is filled, what each reader has is held against
what they may read now: what changed is written again, what is shared no longer is withdrawn. Nobody gets a note on what
they may not read: every row that it stands on must be published to them, as far as it was published to anybody.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from tk_desktop.domain.aantekening import SECRETARIAAT, Aantekening, Oordeel, Zicht
from tk_desktop.domain.bereik import TUSSEN, Bereik, Bereiksoort, gedeeld
from tk_desktop.domain.leeslijst import is_voor_secretariaat
from tk_desktop.domain.notenkeuze import names_any
from tk_desktop.domain.rooster import Deelnemer, Rooster
from tk_desktop.store.briefwisseling import Afschrift, Rijsleutel
from tk_desktop.store.intrekken import withdraw
from tk_desktop.store.werkmap import Store


def share_notes(store: Store, rooster: Rooster) -> int:
    """Write what others may read now of one's notes, inside a transaction of the caller; return how many fields."""
    ik = rooster.deelnemer(store.bewerkingen.persoon)
    return _Delen(store, rooster, ik).alles() if ik is not None else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grond:
    """What a note stands on: ``kern`` are the rows without which it would stand on nothing, ``delen`` all under them.

    ``dicht``: it is besloten on this laptop; ``weg`` are the people who are kept from it here.
    """

    kern: frozenset[Rijsleutel]
    delen: frozenset[Rijsleutel] = frozenset()
    dicht: bool = False
    weg: frozenset[str] = frozenset()


_Lezers = Mapping[Rijsleutel, Collection[str]]
"""In which scopes rows stand published."""


class _Delen:
    """One look at all notes of who works here."""

    def __init__(self, store: Store, rooster: Rooster, ik: Deelnemer) -> None:
        self._store = store
        self._rooster = rooster
        self._ik = ik
        self._secretaris = rooster.is_secretaris(ik.persoon_id)
        self._onbekend: set[str] = set()
        """Notes of which it cannot be told here who may read them: what they stand on did not come yet."""
        self._gronden: dict[tuple[str, str, str | None], tuple[_Grond, _Lezers]] = {}
        self._titels: dict[tuple[str, str], Collection[str]] = {}

    def alles(self) -> int:
        """Write and withdraw; return how many fields were written."""
        stond = self._store.briefwisseling.afschriften(self._ik.persoon_id)
        staat: set[Afschrift] = set()
        geschreven = 0
        for bereik, een in list(self._voor_lezers()):  # all of it before anything is written, for that is read anew
            for tabel, rij, waarden in self._store.aantekeningen.rijen(een):
                geschreven += self._store.bewerkingen.schrijf(bereik, tabel, rij, waarden)
                staat.add(Afschrift(bereik=str(bereik), tabel=tabel, rij=rij))
        for oud in sorted(stond - staat):
            if self._gaat_weg(oud):
                withdraw(self._store.bewerkingen, Bereik.lees(oud.bereik), oud.tabel, oud.rij)
        return geschreven

    def _voor_lezers(self) -> Iterator[tuple[Bereik, Aantekening]]:
        """Yield each note as each of its readers gets it."""
        for id_ in self._store.briefwisseling.gedeeld(self._ik.persoon_id):
            een = self._store.aantekeningen.get(id_)
            zichtbaar = self._zichtbaar(een)
            zegt_iets = not een.papier or zichtbaar.plaatsen or zichtbaar.zoektekst().strip()
            if een.eigenaar in self._namen_van_anderen or not zegt_iets:
                continue  # what came from another by file is not ours to pass on
            for wie in self._lezers(een, zichtbaar):
                yield gedeeld(self._ik.persoon_id, wie.persoon_id), self._afschrift(zichtbaar, wie)

    def _gaat_weg(self, oud: Afschrift) -> bool:
        """Whether it is known here that a reader should not have a row any more: another laptop may know more."""
        noot = self._store.briefwisseling.noot_van(oud)
        return noot not in self._onbekend and self._store.briefwisseling.is_bekend("aantekening", noot)

    def _lezers(self, een: Aantekening, zichtbaar: Aantekening) -> Iterator[Deelnemer]:
        """Yield who may read a note, of those it is shared with."""
        gewenst = [wie for wie in self._rooster.deelnemers if self._deelt_met(een, wie)]
        if not gewenst:
            return
        grond, lezers_van = self._grond(een.vergadering_id, een.papier, een.agendapunt_id)
        if not grond.kern <= lezers_van.keys():
            self._onbekend.add(een.id)
            return
        for wie in gewenst:
            if self._leest(wie, grond, lezers_van) and not names_any(zichtbaar, self._geheim(een.vergadering_id, wie)):
                yield wie

    def _deelt_met(self, een: Aantekening, wie: Deelnemer) -> bool:
        """Whether its writer wants somebody to have a note by this way; what is for the secretariat goes another."""
        if wie == self._ik or not self._rooster.apparaten_van(wie.persoon_id):
            return False
        secretaris = self._rooster.is_secretaris(wie.persoon_id)
        if secretaris and not self._secretaris and is_voor_secretariaat(een):
            return False
        if een.zicht is Zicht.ALLEN:
            return secretaris or wie.persoon_id in self._leden(een.vergadering_id)
        op_naam = any(
            naam in een.gedeeld_met and self._van_wie.get(naam) == wie.persoon_id for naam in self._namen(wie)
        )
        return op_naam or (secretaris and SECRETARIAAT in een.gedeeld_met)

    def _leest(self, wie: Deelnemer, grond: _Grond, lezers_van: _Lezers) -> bool:
        """Whether somebody may read all that a note stands on."""
        bereiken = {bereik for rij in lezers_van for bereik in lezers_van[rij]}
        if wie.persoon_id in grond.weg or not all(lezers_van[rij] for rij in grond.kern):
            return False
        if grond.dicht and not any(bereik.startswith(f"{Bereiksoort.BESLOTEN}:") for bereik in bereiken):
            return False  # besloten since it was published
        return all(self._rooster.leest(wie.persoon_id, bereik) for bereik in bereiken)

    def _grond(self, vergadering_id: str, papier: str, punt_id: str | None) -> tuple[_Grond, _Lezers]:
        """Return what a note stands on, with in which scopes that was published."""
        plek = (vergadering_id, papier, punt_id)
        if plek not in self._gronden:
            punten, stukken = [punt_id] if punt_id else [], []
            if papier and self._store.stukken.kent(papier):
                stukken = [papier]
            elif papier:  # agenda, letter, contents: they tell of the whole meeting
                opname = self._store.opname(vergadering_id)
                punten += [punt.id for punt in opname.agendapunten]
                stukken += [stuk.id for stuk in opname.stukken]
            grond = self._onder(vergadering_id, punten, stukken)
            self._gronden[plek] = grond, self._store.briefwisseling.lezers_van(grond.kern | grond.delen)
        return self._gronden[plek]

    def _onder(self, vergadering_id: str, punten: list[str], stukken: list[str]) -> _Grond:
        """Return these items and papers with all that they hang under and that is under them."""
        kern: set[Rijsleutel] = {("vergadering", vergadering_id)}
        delen: set[Rijsleutel] = set()
        dicht, weg = False, set[str]()
        te_doen = [*(("agendapunt", id_) for id_ in punten), *(("stuk", id_) for id_ in stukken)]
        while te_doen:
            tabel, id_ = te_doen.pop()
            rij = self._store.ketens.rij(tabel, id_)
            if (tabel, id_) in kern or rij is None:
                continue
            kern.add((tabel, id_))
            dicht = dicht or bool(rij["besloten"])
            if tabel == "agendapunt":
                weg |= self._store.publicaties.uitgesloten(id_)
                te_doen += [("agendapunt", rij["ouder_id"])] if rij["ouder_id"] else []
                continue
            te_doen += [("stuk", rij["hoort_bij"])] if rij["hoort_bij"] else []
            te_doen += [("agendapunt", rij["agendapunt_id"])] if rij["agendapunt_id"] else []
            delen |= self._store.briefwisseling.delen_van_stuk(id_)
            kern |= {("stukversie", versie.id) for versie in self._store.versies.van_stuk(id_)[-1:]}
        return _Grond(kern=frozenset(kern), delen=frozenset(delen), dicht=dicht, weg=frozenset(weg))

    def _geheim(self, vergadering_id: str, wie: Deelnemer) -> Collection[str]:
        """Return the titles of the meeting that somebody may not know."""
        plek = (vergadering_id, wie.persoon_id)
        if plek not in self._titels:
            opname = self._store.opname(vergadering_id)
            rijen = {("agendapunt", punt.id): punt.titel for punt in opname.agendapunten}
            rijen |= {("stuk", stuk.id): stuk.titel for stuk in opname.stukken}
            lezers_van = self._store.briefwisseling.lezers_van(rijen)
            gezien = {
                titel
                for rij, titel in rijen.items()
                if (bereiken := lezers_van.get(rij))
                and all(self._rooster.leest(wie.persoon_id, een) for een in bereiken)
            }
            self._titels[plek] = frozenset(rijen.values()) - gezien
        return self._titels[plek]

    def _zichtbaar(self, een: Aantekening) -> Aantekening:
        """Return a note as others get it: its place in the newest version, with what stands there."""
        plaats = een.plaats
        if plaats is None or plaats.oordeel is Oordeel.NIET_GEVONDEN or not self._is_gepubliceerd(een):
            return replace(een, plaatsen=(), lijnen=())
        return replace(een, plaatsen=(plaats,), lijnen=een.lijnen_in(plaats.anker.versie))

    def _is_gepubliceerd(self, een: Aantekening) -> bool:
        """Whether a note stands on the version that readers have, as far as this laptop can tell.

        Papers of our own are made of rows; of those the secretariat has drafts that nobody else has.
        """
        versies = self._store.versies.van_stuk(een.papier)[-1:]
        if not versies:
            return not self._secretaris
        return een.plaats is not None and een.plaats.anker.versie in (versies[0].sha256, versies[0].pdf_sha256)

    def _afschrift(self, zichtbaar: Aantekening, wie: Deelnemer) -> Aantekening:
        """Return what one reader gets of a note; with whom else it is shared is not told."""
        voor = f"{self._ik.persoon_id}{TUSSEN}"
        return replace(
            zichtbaar,
            id=f"{voor}{zichtbaar.id}",
            eigenaar=self._ik.naam,
            plaatsen=tuple(replace(plaats, id=f"{voor}{plaats.id}") for plaats in zichtbaar.plaatsen),
            gedeeld_met=(wie.naam,) if zichtbaar.zicht is Zicht.GEDEELD else (),
        )

    def _leden(self, vergadering_id: str) -> frozenset[str]:
        gremium = self._store.vergaderingen.get(vergadering_id).gremium_id
        return frozenset(lid.persoon_id for lid in self._store.leden.van_gremium(gremium))

    def _namen(self, wie: Deelnemer) -> frozenset[str]:
        """Return how somebody is called: on the roster, and among the people of the werkmap."""
        hier = {self._store.personen.get(wie.persoon_id).naam} if self._store.personen.kent(wie.persoon_id) else set()
        return frozenset({wie.naam} | hier)

    @cached_property
    def _van_wie(self) -> Mapping[str, str]:
        """Who bears a name on the roster; a name of two people is nobody's, so that no note goes to the wrong one."""
        alle = [(naam, wie.persoon_id) for wie in self._rooster.deelnemers for naam in self._namen(wie)]
        return {naam: id_ for naam, id_ in alle if {van for hoe, van in alle if hoe == naam} == {id_}}

    @cached_property
    def _namen_van_anderen(self) -> frozenset[str]:
        alle = {een.naam for een in self._store.personen.all() if een.id != self._ik.persoon_id}
        return frozenset(alle - self._namen(self._ik))
