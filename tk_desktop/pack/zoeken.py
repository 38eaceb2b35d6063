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
    opnames: dict[str, Momentopname] = {}
    uitkomsten: dict[str, Mapping[str, str]] = {}

    def opname(vergadering_id: str) -> Momentopname:
        if vergadering_id not in opnames:
            opnames[vergadering_id] = store.opname_om_te_noemen(vergadering_id)
            besluiten = store.besluiten.van_vergadering(vergadering_id)
            uitkomsten[vergadering_id] = {een.agendapunt_id: een.uitkomst.value for een in besluiten}
        return opnames[vergadering_id]

    def gevonden(opname: Momentopname, plek: Vindplaats, waar: str, bij: Agendapunt | Stuk) -> Gevonden:
        return _gevonden(opname, plek, waar, bij, uitkomsten[opname.vergadering.id])

    def bij_punt(plek: Vindplaats, punt_id: str, soort: str, *, besloten: bool) -> Gevonden:
        punt = store.agendapunten.get(punt_id)
        bij = opname(punt.vergadering_id)
        waar = f"{_plaats(bij, punt)}, {soort}"
        een = gevonden(bij, replace(plek, pagina=0), waar, punt)
        return replace(een, soort=soort, besloten=een.besloten or besloten)

    def bij_actie(plek: Vindplaats) -> Gevonden:
        actie = store.acties.get(plek.bron)
        if actie.agendapunt_id is not None:
            een = bij_punt(plek, actie.agendapunt_id, actie.soort.value, besloten=actie.is_dicht)
        else:
            een = _los(plek, actie, store.gremia.get(actie.gremium_id).kort)
        wie = (actie.door,) if actie.door else ()
        return replace(een, titel=platte_tekst(actie.tekst), personen=wie, actie_id=actie.id)

    def plaatsen(plek: Vindplaats) -> Iterator[Gevonden]:
        if plek.soort is Zoeksoort.AGENDAPUNT:
            punt = store.agendapunten.get(plek.bron)
            bij = opname(punt.vergadering_id)
            yield gevonden(bij, plek, _plaats(bij, punt), punt)
        elif plek.soort is Zoeksoort.BESLUIT:
            besluit = store.besluiten.get(plek.bron)
            yield bij_punt(plek, besluit.agendapunt_id, "besluit", besloten=besluit.besloten)
        elif plek.soort is Zoeksoort.VERSLAG:
            gezegd = store.puntverslagen.get(plek.bron)
            yield bij_punt(plek, gezegd.agendapunt_id, "verslag", besloten=gezegd.besloten or plek.pagina > 0)
        elif plek.soort is Zoeksoort.ACTIE:
            yield bij_actie(plek)
        elif plek.soort is Zoeksoort.NOTA:
            stuk = store.stukken.get(store.notas.get(plek.bron).stuk_id)
            if stuk.verwijderd is not None:
                return
            bij = opname(stuk.vergadering_id)
            yield gevonden(bij, plek, bij.aanduiding(stuk), stuk)
        else:
            for stuk_id in dict.fromkeys(versie.stuk_id for versie in store.versies.met_bestand(plek.bron)):
                stuk = store.stukken.get(stuk_id)
                bij = opname(stuk.vergadering_id)
                versie = bij.versies.get(stuk_id) or bij.afgevoerd.versies[stuk_id]
                if versie.sha256 == plek.bron:
                    yield gevonden(bij, plek, bij.aanduiding(stuk), stuk)

    uit: list[Gevonden] = []
    for plek in store.zoekregister.zoek(vraag, hoogstens=hoogstens):
        with suppress(NietGevonden):  # the words of what was taken away may still be in the register
            uit.extend(plaatsen(plek))
    return tuple(uit)


def _plaats(opname: Momentopname, punt: Agendapunt) -> str:
    nummer = opname.nummers.get(punt.id)
    return f"{opname.kort} punt {nummer}" if nummer else f"{opname.kort} ({punt.staat.value})"


def _gevonden(
    opname: Momentopname, plek: Vindplaats, waar: str, bij: Agendapunt | Stuk, uitkomsten: Mapping[str, str]
) -> Gevonden:
    besloten = opname.stuk_is_besloten(bij) if isinstance(bij, Stuk) else opname.is_besloten(bij)
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
        besloten=besloten,
        besluit=uitkomsten.get(punt.id, "") if punt is not None else "",
        personen=tuple(dict.fromkeys(een.naam for een in punt.inleiders if een.naam)) if punt is not None else (),
    )


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
