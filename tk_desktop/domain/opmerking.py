"""What reviewers say about a draft agenda: a remark, where it stands and whether it was dealt with (B18)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import Nota
from tk_desktop.domain.stuk import Stuk


@dataclass(frozen=True, slots=True, kw_only=True)
class Waarover:
    """What a remark is about.

    Rule: it is about the meeting as a whole, about one item or about one nota; only within a nota about a section.
    """

    vergadering_id: str | None = None
    agendapunt_id: str | None = None
    nota_id: str | None = None
    sectie_id: str | None = None

    def __post_init__(self) -> None:
        if [self.vergadering_id, self.agendapunt_id, self.nota_id].count(None) != 2:
            raise ValueError("een opmerking gaat over de vergadering, een punt of een nota")
        if self.sectie_id is not None and self.nota_id is None:
            raise ValueError("een onderdeel hoort bij een nota")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opmerking:
    """What somebody said about a draft: ``wie`` may be empty, ``afgehandeld`` tells since when it is dealt with.

    Rule: this is no part of ``Momentopname``, so that no set, export, check or search can hold it.
    """

    id: str
    wie: str
    moment: datetime
    tekst: str
    vergadering_id: str | None = None
    agendapunt_id: str | None = None
    nota_id: str | None = None
    sectie_id: str | None = None
    antwoord: str = ""
    afgehandeld: datetime | None = None
    afgehandeld_door: str = ""

    def __post_init__(self) -> None:
        if not self.tekst.strip():
            raise ValueError("een opmerking heeft een tekst")
        if self.waarover.sectie_id != self.sectie_id:
            raise ValueError("een onderdeel hoort bij een nota")

    @property
    def waarover(self) -> Waarover:
        """What this is about."""
        return Waarover(
            vergadering_id=self.vergadering_id,
            agendapunt_id=self.agendapunt_id,
            nota_id=self.nota_id,
            sectie_id=self.sectie_id,
        )

    @property
    def is_open(self) -> bool:
        """Whether it was not dealt with yet."""
        return self.afgehandeld is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaats:
    """Where a remark stands: its name, its rank on the agenda, and what to go to (empty: it is off the agenda)."""

    naam: str
    rang: tuple[int, int, int] = (0, 0, 0)
    punt_id: str = ""
    stuk_id: str = ""
    sectie_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GeplaatsteOpmerking:
    """A remark with its place in the meeting."""

    opmerking: Opmerking
    plaats: Plaats


@dataclass(frozen=True, slots=True, kw_only=True)
class Opmerkingen:
    """The remarks of one meeting, in the order of the agenda and then of time."""

    regels: tuple[GeplaatsteOpmerking, ...] = ()
    per_punt: Mapping[str, int] = field(default_factory=dict)

    @property
    def aantal_open(self) -> int:
        """How many are not dealt with."""
        return sum(regel.opmerking.is_open for regel in self.regels)


HELE_VERGADERING = Plaats(naam="De hele vergadering", rang=(-1, 0, 0))


def plaats_van(opname: Momentopname, over: Waarover, weg: Mapping[str, str] | None = None) -> Plaats:
    """Return where that is in a meeting; ``weg`` names the nota's that were put away, by their id."""
    if over.agendapunt_id is not None:
        return _bij_punt(opname, over.agendapunt_id)
    if over.nota_id is not None:
        return _bij_nota(opname, over.nota_id, over.sectie_id, weg or {})
    return HELE_VERGADERING


def geplaatst(
    opname: Momentopname, opmerkingen: Iterable[Opmerking], weg: Mapping[str, str] | None = None
) -> Opmerkingen:
    """Return remarks in the order of the agenda, with how many are open at each item, its nota's included."""
    regels = [GeplaatsteOpmerking(opmerking=een, plaats=plaats_van(opname, een.waarover, weg)) for een in opmerkingen]
    regels.sort(key=lambda regel: (regel.plaats.rang, regel.opmerking.moment.astimezone(), regel.opmerking.id))
    open_ = Counter(regel.plaats.punt_id for regel in regels if regel.opmerking.is_open and regel.plaats.punt_id)
    return Opmerkingen(regels=tuple(regels), per_punt=dict(open_))


def _bij_punt(opname: Momentopname, punt_id: str) -> Plaats:
    for rang, punt in enumerate(opname.agendapunten):
        if punt.id == punt_id:
            naam = f"{opname.nummers[punt.id]} {punt.titel}"
            return Plaats(naam=_geheim(naam, opname.is_besloten(punt)), rang=(rang, 0, 0), punt_id=punt.id)
    titel = next((punt.titel for punt in opname.afgevoerd.agendapunten if punt.id == punt_id), "Een punt")
    return _afgevoerd(opname, titel, punt_id)


def _bij_nota(opname: Momentopname, nota_id: str, sectie_id: str | None, weg: Mapping[str, str]) -> Plaats:
    for stuk in opname.notastukken:
        nota = opname.notas[stuk.id]
        if nota.id == nota_id:
            return _in_nota(opname, stuk, nota, sectie_id)
    for stuk in opname.afgevoerd.stukken:
        if stuk.id in opname.afgevoerd.notas and opname.afgevoerd.notas[stuk.id].id == nota_id:
            return _afgevoerd(opname, stuk.titel, stuk.id)
    return Plaats(naam=f"{weg.get(nota_id) or 'Een nota'}, in de prullenbak", rang=(len(opname.agendapunten) + 2, 0, 0))


def _in_nota(opname: Momentopname, stuk: Stuk, nota: Nota, sectie_id: str | None) -> Plaats:
    secties = sorted(nota.secties, key=lambda sectie: (sectie.volgorde, sectie.id))
    rang, kop = next(((nr, s.kop) for nr, s in enumerate(secties, 1) if s.id == sectie_id), (0, ""))
    naam = f"{nota.formulier.soort.value.capitalize()} {opname.label(stuk)} {stuk.titel}".replace("  ", " ")
    punt_id = opname.punt_van(stuk) or ""
    punten = {punt.id: plek for plek, punt in enumerate(opname.agendapunten)}
    return Plaats(
        naam=_geheim(f"{naam} › {kop}" if kop else naam, opname.stuk_is_besloten(stuk)),
        rang=(punten.get(punt_id, len(punten)), 1, rang),
        punt_id=punt_id,
        stuk_id=stuk.id,
        sectie_id=sectie_id or "" if kop else "",
    )


def _afgevoerd(opname: Momentopname, titel: str, id_: str) -> Plaats:
    naam = _geheim(f"{titel}, niet meer op de agenda", id_ in opname.afgevoerd.besloten)
    return Plaats(naam=naam, rang=(len(opname.agendapunten) + 1, 0, 0))


def _geheim(naam: str, besloten: bool) -> str:
    return f"Besloten: {naam}" if besloten else naam
