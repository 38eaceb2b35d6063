"""Versions of an agenda, kept in words, and what differs between two of them."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from types import MappingProxyType

from tk_desktop.domain.agenda import Puntstaat, behandelwijze, lijn
from tk_desktop.domain.datum import uur
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nummer import letter
from tk_desktop.domain.opmaak import platte_tekst
from tk_desktop.domain.volgorde import reeks
from tk_desktop.domain.voorstel import zinnen

_NIETS: Mapping[str, Puntstaat] = MappingProxyType({})
_WEG = {
    Puntstaat.GEAGENDEERD: "Vervallen",
    Puntstaat.AANGEHOUDEN: "Aangehouden",
    Puntstaat.INGETROKKEN: "Ingetrokken",
}
"""What is told of an item that is not there any more."""


class Versiestaat(StrEnum):
    """How far a version of an agenda is (B9)."""

    CONCEPT = "concept"
    VASTGESTELD = "vastgesteld"
    HEROPEND = "heropend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Versiepunt:
    """One item as it stood in a version: words only, for the item itself may change or go."""

    id: str
    volgorde: str
    punt_id: str
    nummer: str
    titel: str
    tijd: time | None = None
    duur: int | None = None
    behandeling: str = ""
    voorstel: str = ""
    toelichting: str = ""
    inleiders: str = ""
    besloten: bool = False
    hamerstuk: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Agendaversie:
    """The agenda of a meeting as it stood at one moment, under a letter: A, B, C (B9)."""

    id: str
    vergadering_id: str
    volgorde: str
    letter: str
    staat: Versiestaat
    moment: datetime
    punten: tuple[Versiepunt, ...] = ()

    @property
    def is_vastgesteld(self) -> bool:
        """Whether this version was approved and still counts as such."""
        return self.staat is Versiestaat.VASTGESTELD


class Verschilsoort(StrEnum):
    """What differs at one item, in the order in which it is told (B10)."""

    NIEUW = "nieuw"
    VERVALLEN = "vervallen"
    VERPLAATST = "verplaatst"
    HERNUMMERD = "hernummerd"
    HERNOEMD = "hernoemd"
    TIJD = "tijd"
    DUUR = "duur"
    BEHANDELING = "behandeling"
    BESLOTEN = "besloten"
    HAMERSTUK = "hamerstuk"
    VOORSTEL = "voorstel"
    TOELICHTING = "toelichting"
    INLEIDERS = "inleiders"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verschil:
    """One difference between two agendas, as a Dutch sentence; ``punt_id`` is the item it is about."""

    soort: Verschilsoort
    punt_id: str
    zin: str


def volgende_letter(aantal: int) -> str:
    """Return the letter of the version after that many: A, B … Z, AA."""
    return letter(aantal).upper()


def versiepunten(opname: Momentopname, maak_id: Callable[[], str]) -> tuple[Versiepunt, ...]:
    """Return the agenda of a meeting as it stands now, in words; ``maak_id`` gives each row its id."""
    return tuple(
        Versiepunt(
            id=maak_id(),
            volgorde=plek,
            punt_id=punt.id,
            nummer=str(opname.nummers[punt.id]),
            titel=punt.titel,
            tijd=opname.tijden.get(punt.id),
            duur=punt.duur,
            behandeling=behandelwijze(opname.behandeling(punt)),
            voorstel=opname.gevuld("\n".join(zinnen(opname.voorstel(punt)))),
            toelichting=opname.gevuld(platte_tekst(punt.toelichting)),
            inleiders=", ".join(f"{wie.naam} ({wie.rol})" if wie.rol else wie.naam for wie in punt.inleiders),
            besloten=opname.is_besloten(punt),
            hamerstuk=punt.hamerstuk,
        )
        for punt, plek in zip(opname.agendapunten, reeks(len(opname.agendapunten)), strict=True)
    )


def taken_off(opname: Momentopname) -> Mapping[str, Puntstaat]:
    """Return how each item was taken off the agenda, by id: by itself, or with what it stands under."""
    alle = {punt.id: punt for punt in opname.afgevoerd.agendapunten}
    staten = {id_: [boven.staat for boven in lijn(punt, alle)] for id_, punt in alle.items()}
    return {id_: next(s for s in rij if s is not Puntstaat.GEAGENDEERD) for id_, rij in staten.items()}


def compare_agendas(
    oud: Sequence[Versiepunt], nieuw: Sequence[Versiepunt], afgevoerd: Mapping[str, Puntstaat] = _NIETS
) -> tuple[Verschil, ...]:
    """Return what changed from one agenda to another, in the order of the new one; what went stands where it was.

    An item that others passed is told as moved; one that only got another number through that, as renumbered; one that
    went is held over or withdrawn where ``afgevoerd`` says so (``taken_off``).
    """
    was = {punt.punt_id: punt for punt in oud}
    is_ = {punt.punt_id: punt for punt in nieuw}
    blijft = _op_hun_plaats(_ouders(oud), _ouders(nieuw))
    rang = {punt.punt_id: plaats for plaats, punt in enumerate(nieuw)}
    uit: list[tuple[float, Verschil]] = []
    plaats = -1.0
    for punt in oud:
        if punt.punt_id in is_:
            plaats = rang[punt.punt_id]
        else:
            weg = _WEG[afgevoerd.get(punt.punt_id, Puntstaat.GEAGENDEERD)]
            uit.append((plaats + 0.5, _verschil(Verschilsoort.VERVALLEN, punt, f"{weg}: {_naam(punt)}.")))
    for punt in nieuw:
        vorig = was.get(punt.punt_id)
        if vorig is None:
            gevonden = iter([_verschil(Verschilsoort.NIEUW, punt, f"Nieuw: {_naam(punt)}.")])
        else:
            gevonden = _bij_punt(vorig, punt, is_verplaatst=punt.punt_id not in blijft)
        uit += [(float(rang[punt.punt_id]), verschil) for verschil in gevonden]
    return tuple(verschil for _, verschil in sorted(uit, key=lambda paar: paar[0]))


def _bij_punt(oud: Versiepunt, nieuw: Versiepunt, *, is_verplaatst: bool) -> Iterator[Verschil]:
    naam = _naam(nieuw)
    zinnen_ = {
        Verschilsoort.VERPLAATST: _verplaatst(oud, nieuw) if is_verplaatst else "",
        Verschilsoort.HERNUMMERD: "" if is_verplaatst else f"‘{nieuw.titel}’ was {oud.nummer} en is nu {nieuw.nummer}.",
        Verschilsoort.HERNOEMD: f"{nieuw.nummer} ‘{oud.titel}’ heet nu ‘{nieuw.titel}’.",
        Verschilsoort.TIJD: _tijdzin(naam, oud.tijd, nieuw.tijd),
        Verschilsoort.DUUR: f"{naam} duurt {_duur(nieuw)} in plaats van {_duur(oud)}.",
        Verschilsoort.BEHANDELING: f"{naam}: nu ‘{_behandeling(nieuw)}’, was ‘{_behandeling(oud)}’.",
        Verschilsoort.BESLOTEN: f"{naam} is nu {'besloten' if nieuw.besloten else 'openbaar'}.",
        Verschilsoort.HAMERSTUK: f"{naam} is nu een {'hamerstuk' if nieuw.hamerstuk else 'bespreekstuk'}.",
        Verschilsoort.VOORSTEL: f"Het voorstel bij {naam} is gewijzigd.",
        Verschilsoort.TOELICHTING: f"De toelichting bij {naam} is gewijzigd.",
        Verschilsoort.INLEIDERS: _inleiderszin(naam, oud.inleiders, nieuw.inleiders),
    }
    for soort, zin in zinnen_.items():
        anders = _VELDEN[soort](oud) != _VELDEN[soort](nieuw) if soort in _VELDEN else is_verplaatst
        if anders and zin:
            yield _verschil(soort, nieuw, zin)


_VELDEN: dict[Verschilsoort, Callable[[Versiepunt], object]] = {
    Verschilsoort.HERNUMMERD: lambda punt: punt.nummer,
    Verschilsoort.HERNOEMD: lambda punt: punt.titel,
    Verschilsoort.TIJD: lambda punt: punt.tijd,
    Verschilsoort.DUUR: lambda punt: punt.duur,
    Verschilsoort.BEHANDELING: lambda punt: punt.behandeling,
    Verschilsoort.BESLOTEN: lambda punt: punt.besloten,
    Verschilsoort.HAMERSTUK: lambda punt: punt.hamerstuk,
    Verschilsoort.VOORSTEL: lambda punt: punt.voorstel,
    Verschilsoort.TOELICHTING: lambda punt: punt.toelichting,
    Verschilsoort.INLEIDERS: lambda punt: punt.inleiders,
}
"""What of an item is looked at for each difference, save its place."""


def _verplaatst(oud: Versiepunt, nieuw: Versiepunt) -> str:
    if oud.nummer == nieuw.nummer:
        return f"{_naam(nieuw)} staat op een andere plaats."
    return f"‘{nieuw.titel}’ is verplaatst van {oud.nummer} naar {nieuw.nummer}."


def _behandeling(punt: Versiepunt) -> str:
    return punt.behandeling or "zonder behandelwijze"


def _inleiderszin(naam: str, oud: str, nieuw: str) -> str:
    if not nieuw:
        return f"Bij {naam} geeft niemand meer een toelichting (was {oud})."
    return f"De toelichting bij {naam} komt nu van {nieuw}."


def _op_hun_plaats(oud: Mapping[str, str], nieuw: Mapping[str, str]) -> set[str]:
    """Return as many items as possible that kept their main item and their order under it."""
    blijft: set[str] = set()
    for ouder in dict.fromkeys(oud.values()):
        rij_oud = [id_ for id_, boven in oud.items() if boven == ouder and nieuw.get(id_) == ouder]
        rij_nieuw = [id_ for id_ in nieuw if id_ in rij_oud]
        blijft |= _langste_rij(rij_oud, rij_nieuw)
    return blijft


def _langste_rij(oud: Sequence[str], nieuw: Sequence[str]) -> set[str]:
    """Return the longest row that has one order in both: the longest rising row of the old ranks."""
    rang = {id_: plaats for plaats, id_ in enumerate(oud)}
    toppen: list[int] = []
    eindes: list[str] = []
    vorige: dict[str, str | None] = {}
    for id_ in nieuw:
        plek = bisect_left(toppen, rang[id_])
        vorige[id_] = eindes[plek - 1] if plek else None
        toppen[plek : plek + 1] = [rang[id_]]
        eindes[plek : plek + 1] = [id_]
    rij: set[str] = set()
    terug = eindes[-1] if eindes else None
    while terug is not None:
        rij.add(terug)
        terug = vorige[terug]
    return rij


def _verschil(soort: Verschilsoort, punt: Versiepunt, zin: str) -> Verschil:
    return Verschil(soort=soort, punt_id=punt.punt_id, zin=zin)


def _naam(punt: Versiepunt) -> str:
    return f"{punt.nummer} ‘{punt.titel}’"


def _ouders(punten: Sequence[Versiepunt]) -> dict[str, str]:
    """Return the main item above each sub-item, by id; a main item has none."""
    uit = {}
    hoofd = ""
    for punt in punten:
        is_sub = punt.nummer[-1:].islower()
        uit[punt.punt_id] = hoofd if is_sub else ""
        hoofd = hoofd if is_sub else punt.punt_id
    return uit


def _duur(punt: Versiepunt) -> str:
    return "zonder vaste duur" if punt.duur is None else f"{punt.duur} minuten"


def _tijdzin(naam: str, oud: time | None, nieuw: time | None) -> str:
    if nieuw is None:
        return f"{naam} heeft geen tijd meer."
    eerst = f" (was {uur(oud)})" if oud else ""
    return f"{naam} begint om {uur(nieuw)}{eerst}."
