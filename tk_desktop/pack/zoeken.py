"""Finding words, with the paper and the page they stand on."""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from tk_desktop.domain.actie import Actie
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.datum import kort
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.opmaak import platte_tekst
from tk_desktop.domain.stuk import Stuk
from tk_desktop.store.fouten import NietGevonden
from tk_desktop.store.werkmap import Store
from tk_desktop.store.zoeken import Vindplaats, Zoeksoort


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevonden:
    """A place as a person names it: ``waar`` is ``BC GO 11-3-2026 2a bijl. 1``; ``pagina`` counts from 1, else 0.

    ``bij`` is the id of the item or paper in the meeting ``vergadering_id``; an action (``actie_id``) may be of none.
    ``gremium``, ``jaar``, ``soort``, ``besloten``, ``besluit`` (what the body did with the item) and ``personen`` (who
    introduces it, or is to do it) are what it can be narrowed by (K3).
    """

    waar: str
    titel: str
    pagina: int
    fragment: str
    vergadering_id: str
    bij: str
    gremium: str = ""
    jaar: int = 0
    soort: str = ""
    besloten: bool = False
    besluit: str = ""
    personen: tuple[str, ...] = ()
    actie_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuze:
    """By what a search is narrowed; what is empty says nothing.

    ``soort`` is that of a paper, or ``agendapunt``, ``besluit``, ``verslag``, ``actie`` or ``toezegging``.
    """

    gremium: str = ""
    jaar: int = 0
    soort: str = ""
    besloten: bool | None = None
    besluit: str = ""
    persoon: str = ""

    def past(self, plek: Gevonden) -> bool:
        """Tell whether a place is one of those that are asked for."""
        return (
            self.gremium.casefold() in ("", plek.gremium.casefold())
            and self.jaar in (0, plek.jaar)
            and self.soort.casefold() in ("", plek.soort.casefold())
            and self.besloten in (None, plek.besloten)
            and self.besluit.casefold() in ("", plek.besluit.casefold())
            and (not self.persoon or self.persoon.casefold() in map(str.casefold, plek.personen))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Zoekuitkomst:
    """What a narrowed search gives, and how many of each there are in what it was narrowed from (name, number)."""

    plaatsen: tuple[Gevonden, ...]
    gremia: tuple[tuple[str, int], ...]
    jaren: tuple[tuple[int, int], ...]
    soorten: tuple[tuple[str, int], ...]
    besloten: int
    openbaar: int
    besluiten: tuple[tuple[str, int], ...] = ()
    personen: tuple[tuple[str, int], ...] = ()


_RUIM = 500
"""Places that are counted: the best of what is found."""


def find_narrowed(store: Store, vraag: str, keuze: Keuze | None = None, *, hoogstens: int = 50) -> Zoekuitkomst:
    """Return where the words stand in what is asked for, and by what it can be narrowed, of the best 500 places."""
    alle = find(store, vraag, hoogstens=_RUIM)
    gekozen = keuze or Keuze()
    return Zoekuitkomst(
        plaatsen=tuple(plek for plek in alle if gekozen.past(plek))[:hoogstens],
        gremia=tuple(Counter(plek.gremium for plek in alle).most_common()),
        jaren=tuple(sorted(Counter(plek.jaar for plek in alle).items(), reverse=True)),
        soorten=tuple(Counter(plek.soort for plek in alle).most_common()),
        besloten=sum(plek.besloten for plek in alle),
        openbaar=sum(not plek.besloten for plek in alle),
        besluiten=tuple(Counter(plek.besluit for plek in alle if plek.besluit).most_common()),
        personen=tuple(Counter(naam for plek in alle for naam in plek.personen).most_common()),
    )


def find(store: Store, vraag: str, *, hoogstens: int = 50) -> tuple[Gevonden, ...]:
    """Return where the words stand, the best first.

    A file that serves in two places is named at both; where a newer version took its place it is not found.
    """
    noemer = _Noemer(store)
    uit: list[Gevonden] = []
    for plek in store.zoekregister.zoek(vraag, hoogstens=hoogstens):
        with suppress(NietGevonden):  # the words of what was taken away may still be in the register
            uit.extend(noemer.plaatsen(plek))
    return tuple(uit)


class _Noemer:
    """Names places as people do; what it reads of a meeting for that, it reads once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._opnames: dict[str, Momentopname] = {}
        self._uitkomsten: dict[str, Mapping[str, str]] = {}

    def plaatsen(self, plek: Vindplaats) -> Iterator[Gevonden]:
        """Yield each place that holds this text; raises ``NietGevonden`` when that is no more."""
        store = self._store
        match plek.soort:
            case Zoeksoort.AGENDAPUNT:
                yield self._punt(plek, plek.bron)
            case Zoeksoort.BESLUIT:
                besluit = store.besluiten.get(plek.bron)
                yield self._bij_punt(plek, besluit.agendapunt_id, "besluit", besloten=besluit.besloten)
            case Zoeksoort.VERSLAG:
                gezegd = store.puntverslagen.get(plek.bron)
                besloten = gezegd.besloten or plek.pagina > 0
                yield self._bij_punt(plek, gezegd.agendapunt_id, "verslag", besloten=besloten)
            case Zoeksoort.ACTIE:
                yield self._actie(plek)
            case Zoeksoort.NOTA:
                stuk = store.stukken.get(store.notas.get(plek.bron).stuk_id)
                if stuk.verwijderd is None:
                    yield self._stuk(plek, stuk)
            case _:
                yield from self._bestand(plek)

    def _punt(self, plek: Vindplaats, punt_id: str) -> Gevonden:
        punt = self._store.agendapunten.get(punt_id)
        return self._gevonden(plek, _plaats(self._opname(punt.vergadering_id), punt), punt)

    def _bij_punt(self, plek: Vindplaats, punt_id: str, soort: str, *, besloten: bool) -> Gevonden:
        """Return the place of what came of an item."""
        een = self._punt(replace(plek, pagina=0), punt_id)
        return replace(een, waar=f"{een.waar}, {soort}", soort=soort, besloten=een.besloten or besloten)

    def _actie(self, plek: Vindplaats) -> Gevonden:
        actie = self._store.acties.get(plek.bron)
        if actie.agendapunt_id is not None:
            een = self._bij_punt(plek, actie.agendapunt_id, actie.soort.value, besloten=actie.is_dicht)
        else:
            een = _los(plek, actie, self._store.gremia.get(actie.gremium_id).kort)
        wie = (actie.door,) if actie.door else ()
        return replace(een, titel=platte_tekst(actie.tekst), personen=wie, actie_id=actie.id)

    def _stuk(self, plek: Vindplaats, stuk: Stuk) -> Gevonden:
        return self._gevonden(plek, self._opname(stuk.vergadering_id).aanduiding(stuk), stuk)

    def _bestand(self, plek: Vindplaats) -> Iterator[Gevonden]:
        """Yield the papers of which a file is the newest version."""
        for stuk_id in dict.fromkeys(versie.stuk_id for versie in self._store.versies.met_bestand(plek.bron)):
            stuk = self._store.stukken.get(stuk_id)
            bij = self._opname(stuk.vergadering_id)
            versie = bij.versies.get(stuk_id) or bij.afgevoerd.versies[stuk_id]
            if versie.sha256 == plek.bron:
                yield self._stuk(plek, stuk)

    def _opname(self, vergadering_id: str) -> Momentopname:
        if vergadering_id not in self._opnames:
            self._opnames[vergadering_id] = self._store.opname_om_te_noemen(vergadering_id)
            besluiten = self._store.besluiten.van_vergadering(vergadering_id)
            self._uitkomsten[vergadering_id] = {een.agendapunt_id: een.uitkomst.value for een in besluiten}
        return self._opnames[vergadering_id]

    def _gevonden(self, plek: Vindplaats, waar: str, bij: Agendapunt | Stuk) -> Gevonden:
        opname = self._opname(bij.vergadering_id)
        punt = _punt_van(opname, bij)
        return Gevonden(
            waar=waar,
            titel=bij.titel,
            pagina=plek.pagina,
            fragment=plek.fragment,
            vergadering_id=bij.vergadering_id,
            bij=bij.id,
            gremium=opname.gremium.kort,
            jaar=opname.vergadering.datum.year,
            soort=bij.soort.value if isinstance(bij, Stuk) else "agendapunt",
            besloten=opname.stuk_is_besloten(bij) if isinstance(bij, Stuk) else opname.is_besloten(bij),
            besluit=self._uitkomsten[bij.vergadering_id].get(punt.id, "") if punt is not None else "",
            personen=tuple(dict.fromkeys(een.naam for een in punt.inleiders if een.naam)) if punt is not None else (),
        )


def _plaats(opname: Momentopname, punt: Agendapunt) -> str:
    nummer = opname.nummers.get(punt.id)
    return f"{opname.kort} punt {nummer}" if nummer else f"{opname.kort} ({punt.staat.value})"


def _los(plek: Vindplaats, actie: Actie, gremium: str) -> Gevonden:
    """Return the place of an action that was agreed at no item: with its body, on the day of the action."""
    return Gevonden(
        waar=f"{gremium} {kort(actie.ontstaan)}, {actie.soort.value}",
        titel=actie.tekst,
        pagina=0,
        fragment=plek.fragment,
        vergadering_id=actie.vergadering_id or "",
        bij="",
        gremium=gremium,
        jaar=actie.ontstaan.year,
        soort=actie.soort.value,
        besloten=actie.is_dicht,
    )


def _punt_van(opname: Momentopname, bij: Agendapunt | Stuk) -> Agendapunt | None:
    """Return the item that something belongs to: a bijlage belongs to that of its nota."""
    if isinstance(bij, Agendapunt):
        return bij
    stukken = {stuk.id: stuk for stuk in opname.stukken}
    boven = stukken.get(bij.hoort_bij or "", bij)
    return next((punt for punt in opname.agendapunten if punt.id == boven.agendapunt_id), None)
