"""What stands on a site: the meetings that were put on it, each as those readers may see it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from tk_desktop.base.webnaam import webnaam
from tk_desktop.domain.besluit import Besluit
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.programmapublicatie import Programmapublicatie
from tk_desktop.domain.termijnen import NIETS_BEKEND, Wijzigingstand
from tk_desktop.domain.uitgave import Uitgavesoort
from tk_desktop.domain.vergadering import Status
from tk_desktop.domain.vergaderset import Doelgroep, Onderdeel, Onderdeelsoort, Variant, Vergaderset
from tk_desktop.domain.zittingpapier import Zittingstof
from tk_desktop.export.per_punt import stuknaam
from tk_desktop.extranet.gebonden import without_bound
from tk_desktop.extranet.programmas import Programmablad, gather_programmas
from tk_desktop.meeting.jaarkalender import calendar_changes
from tk_desktop.minutes.zittingstof import gather_zittingstof
from tk_desktop.pack.samenstellen import Keuze, assemble, gekozen_delen
from tk_desktop.store.werkmap import Store

VASTE_NAMEN = frozenset({"index", "vergaderset", "besluitenlijst", "verslag", "vergadering"})
"""What no paper is called in the folder of a meeting, for the site itself has something of that name there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergaderblad:
    """A meeting on a site: its folder, the plan of its papers, and what came of it.

    ``namen`` gives each part of the plan, by its key, its name without an ending. ``stof`` is what everybody may know
    of the meeting once it was held; ``geplaatst`` when it was put here first, ``gewijzigd`` how what a calendar tells
    of it was changed.
    """

    map: str
    plan: Vergaderset
    namen: Mapping[str, str]
    geplaatst: datetime
    stof: Zittingstof | None = None
    gewijzigd: Wijzigingstand = NIETS_BEKEND

    @property
    def opname(self) -> Momentopname:
        """The meeting as these readers may see it."""
        return self.plan.opname

    @property
    def besluiten(self) -> tuple[Besluit, ...]:
        """What was decided and may be known."""
        return self.stof.zitting.besluiten if self.stof is not None else ()

    def adres(self, deel: Onderdeel) -> str:
        """Return where a part is read, from the folder of the meeting; nothing when there is nothing to read yet."""
        naam = self.namen[deel.sleutel]
        match deel.soort:
            case Onderdeelsoort.AGENDA:
                return "index.html"
            case Onderdeelsoort.BRIEF | Onderdeelsoort.NOTA:
                return f"{naam}.html"
            case Onderdeelsoort.BESTAND:
                return self.bestand(deel)
            case _:
                return ""

    def bestand(self, deel: Onderdeel) -> str:
        """Return the name of the file of a part: its PDF, or as it came in when it has no pages."""
        versie = self.opname.versies.get(deel.stuk_id or "")
        if deel.soort is Onderdeelsoort.BESTAND and versie is not None and not versie.is_pdf:
            return self.namen[deel.sleutel] + _uitgang(versie.bestandsnaam)
        return f"{self.namen[deel.sleutel]}.pdf"

    def anker_van(self, stuk_id: str) -> str:
        """Return the name of the place of a paper, or nothing when there is nothing to read."""
        deel = next((deel for deel in self.plan.onderdelen if deel.stuk_id == stuk_id), None)
        return deel.anker if deel is not None and self.adres(deel) else ""

    def is_besloten(self, deel: Onderdeel) -> bool:
        """Tell whether a part is a paper behind closed doors."""
        stuk = next((stuk for stuk in self.opname.stukken if stuk.id == deel.stuk_id), None)
        return stuk is not None and self.opname.stuk_is_besloten(stuk)

    def adres_van_anker(self, anker: str) -> str:
        """Return the address of a place that our papers name; nothing when it is not on this site."""
        deel = next((deel for deel in self.plan.onderdelen if deel.anker == anker), None)
        return self.adres(deel) if deel is not None else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """All that one kind of reader finds, the latest meeting first; ``basis`` is its address, empty when not known.

    ``programmas`` are the reports of programmes over a period.
    """

    doelgroep: Doelgroep
    naam: str
    bladen: tuple[Vergaderblad, ...]
    basis: str = ""
    programmas: tuple[Programmablad, ...] = ()


def gather_site(
    store: Store,
    doelgroep: Doelgroep,
    vergadering_ids: Iterable[str],
    moment: datetime,
    *,
    naam: str = "",
    basis: str = "",
    rapporten: Sequence[Programmapublicatie] = (),
) -> Site:
    """Return the site with these meetings and ``rapporten``; what was not on it yet is put there at ``moment``.

    Raises ``BeslotenGenoemd`` or ``BeslotenInRapport`` when a paper or a report tells what these readers may not know,
    or ``NietGevonden``.
    """
    bladen: list[Vergaderblad] = []
    for id_ in dict.fromkeys(vergadering_ids):
        bladen.append(_blad(store, id_, doelgroep, moment, {blad.map for blad in bladen}))
    bladen.sort(key=lambda blad: (blad.opname.vergadering.datum, blad.map), reverse=True)
    namen = dict.fromkeys(blad.opname.gremium.naam for blad in bladen)
    return Site(
        doelgroep=doelgroep,
        naam=naam or (f"Vergaderstukken {next(iter(namen))}" if len(namen) == 1 else "Vergaderstukken"),
        bladen=tuple(bladen),
        basis=basis,
        programmas=gather_programmas(
            store, doelgroep, rapporten, {een.id for blad in bladen for een in blad.besluiten}
        ),
    )


def _blad(
    store: Store, vergadering_id: str, doelgroep: Doelgroep, moment: datetime, bezet: Collection[str]
) -> Vergaderblad:
    plan = _plan(store, vergadering_id, doelgroep)
    opname = plan.opname
    gehouden = opname.vergadering.status is Status.GEHOUDEN
    namen: dict[str, str] = {}
    for deel in plan.onderdelen:
        namen[deel.sleutel] = webnaam(stuknaam(deel), {*VASTE_NAMEN, *namen.values()})
    return Vergaderblad(
        map=webnaam(f"{opname.vergadering.datum.isoformat()} {opname.gremium.kort}", bezet),
        plan=plan,
        namen=namen,
        stof=gather_zittingstof(store, vergadering_id).voor_iedereen() if gehouden else None,
        geplaatst=_eerst_geplaatst(store, vergadering_id, doelgroep) or moment,
        gewijzigd=calendar_changes(store, opname.vergadering),
    )


def _eerst_geplaatst(store: Store, vergadering_id: str, doelgroep: Doelgroep) -> datetime | None:
    uitgaven = store.uitgaven.van_variant(vergadering_id, Variant(doelgroep=doelgroep))
    momenten = (een.moment for een in uitgaven if een.soort is Uitgavesoort.EXTRANET and een.moment is not None)
    return next(momenten, None)


def _plan(store: Store, vergadering_id: str, doelgroep: Doelgroep) -> Vergaderset:
    if doelgroep.zonder_besloten:
        return assemble(store, vergadering_id, doelgroep)
    opname = without_bound(store.opname(vergadering_id))
    return Vergaderset(
        opname=opname, variant=Variant(doelgroep=doelgroep), onderdelen=gekozen_delen(opname, doelgroep, Keuze())
    )


def _uitgang(bestandsnaam: str) -> str:
    """Return the ending of a received file, as letters and digits: ``.xlsx``."""
    _, punt, einde = bestandsnaam.rpartition(".")
    return f".{webnaam(einde)}" if punt else ""
