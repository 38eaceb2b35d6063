"""A programme on one page for the board: how it goes, what it costs, what asks attention and what changed (N8)."""

from collections.abc import Iterator
from dataclasses import dataclass

from tk_desktop.domain.begroting import Bedragsoort
from tk_desktop.domain.begrotingstabel import Begrotingstabel, lastentabellen
from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.getal import euro, procent
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.domain.programma import Periodebericht, Programmaperiode, Project, Projectstatus
from tk_desktop.domain.programmacontrole import controleer_begroting, in_woorden
from tk_desktop.domain.programmastand import Programmastand

AANDACHT = (Projectstatus.BIJSTUREN, Projectstatus.AANDACHT)
"""The statuses that a board looks at first."""
_MEESTE = 12
"""Lines of what asks attention and of what changed: the rest is counted, so that the page stays one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Groepsgeld:
    """What a group of costs may spend and has spent, in euros; nothing where no paper says it.

    ``onzeker`` is how many amounts are not certain and are in neither, ``onbekend`` the part of ``ruimte`` of which
    nobody says what is spent: both are always said with it.
    """

    naam: str
    ruimte: int
    besteed: int | None
    onzeker: int = 0
    onbekend: int = 0

    @property
    def woorden(self) -> str:
        """The same in words: ``€ 120,- van € 400,- besteed (30%)``."""
        wacht = f"; ⚠ {meervoud(self.onzeker, 'bedrag telt', 'bedragen tellen')} niet mee" if self.onzeker else ""
        if self.besteed is None:
            return f"{euro(self.ruimte)} begroot; wat is besteed, is niet bekend{wacht}"
        zeker = self.ruimte > 0 and not self.onzeker and not self.onbekend
        deel = f" ({procent(self.besteed / self.ruimte)})" if zeker else ""
        rest = f"; van {euro(self.onbekend)} is niet bekend wat is besteed" if self.onbekend else ""
        return f"{euro(self.besteed)} van {euro(self.ruimte)} besteed{deel}{rest}{wacht}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dashboard:
    """What stands on the page; ``aandacht`` and ``anders`` are whole sentences, the first the most urgent.

    ``moment`` says of when the statuses and phases are: of one moment, both.
    """

    telling: str
    moment: str = ""
    statussen: tuple[tuple[Projectstatus, int], ...] = ()
    fasen: tuple[tuple[str, int], ...] = ()
    geld: tuple[Groepsgeld, ...] = ()
    totaal: Groepsgeld | None = None
    aandacht: tuple[str, ...] = ()
    anders: tuple[str, ...] = ()
    vorige: str = ""


def dashboard(stand: Programmastand, periode: Programmaperiode) -> Dashboard:
    """Return the page over a period."""
    stand = stand.zoals_in(periode.naam)
    groepen = tuple(een for tabel in lastentabellen(stand, periode.naam) if (een := _geld(stand, tabel)) is not None)
    vorige = stand.vorige(periode.naam)
    return Dashboard(
        telling=telling(stand),
        moment=moment(stand, periode),
        statussen=tuple((status, len(projecten)) for status, projecten in per_status(stand)),
        fasen=per_fase(stand),
        geld=groepen,
        totaal=_samen(groepen),
        aandacht=_ten_hoogste(_aandacht(stand, periode, groepen)),
        anders=_ten_hoogste(_verschillen(stand, periode)) if vorige else (),
        vorige=vorige.naam if vorige else "",
    )


def telling(stand: Programmastand) -> str:
    """Return how many there are: ``2 themalijnen, 3 projecten en 1 subproject``."""
    gewoon = sum(not een.is_sub for een in stand.projecten)
    deel = len(stand.projecten) - gewoon
    onder = f" en {meervoud(deel, 'subproject', 'subprojecten')}" if deel else ""
    lijnen = meervoud(len(stand.themalijnen), "themalijn", "themalijnen")
    return f"{lijnen}, {meervoud(gewoon, 'project', 'projecten')}{onder}"


def per_status(stand: Programmastand) -> tuple[tuple[Projectstatus, tuple[Project, ...]], ...]:
    """Return the projects by how they go; a status that none has is left out."""
    per = ((status, tuple(een for een in stand.projecten if een.status is status)) for status in Projectstatus)
    return tuple((status, projecten) for status, projecten in per if projecten)


def per_fase(stand: Programmastand) -> tuple[tuple[str, int], ...]:
    """Return how many projects are in each phase: those that are defined first, in their order."""
    namen = dict.fromkeys((*(fase.naam for fase in stand.fasen), *(een.fase for een in stand.projecten if een.fase)))
    geteld = ((naam, sum(een.fase == naam for een in stand.projecten)) for naam in namen)
    return tuple((naam, aantal) for naam, aantal in geteld if aantal)


def moment(stand: Programmastand, periode: Programmaperiode) -> str:
    """Return of when status and phase are, as a sentence; nothing where there is no project."""
    verteld = sum(stand.bericht(een.id, periode.naam) is not None for een in stand.projecten)
    stil = len(stand.projecten) - verteld
    if not stand.projecten:
        return ""
    if not verteld and stand.is_laatste(periode.naam):
        return f"Status en fase zijn die van nu: over {periode.naam} is nog niets verteld."
    rest = ""
    if stil and stand.is_laatste(periode.naam):
        rest = f"; van {meervoud(stil, 'project', 'projecten')} zonder bericht zijn het die van nu"
    elif stil:
        rest = f"; van {meervoud(stil, 'project', 'projecten')} zonder bericht zijn ze niet bekend"
    return f"Status en fase zijn zoals over {periode.naam} is verteld{rest}."


def verschil(stand: Programmastand, periode: Programmaperiode, project: Project) -> str:
    """Return what changed of a project since the period before, nothing where that is not known or the same.

    ``de status ging van ▲ aandacht naar ● op koers en de fase van Ontwerpfase naar Realisatiefase``
    """
    vorige = stand.vorige(periode.naam)
    toen = stand.bericht(project.id, vorige.naam) if vorige else None
    nu = stand.bericht(project.id, periode.naam)
    if toen is None or nu is None:
        return ""
    delen = []
    if nu.status is not toen.status and Projectstatus.ONBEKEND not in (nu.status, toen.status):
        delen.append(f"de status ging van {toen.status} naar {nu.status}")
    if nu.fase and toen.fase and nu.fase != toen.fase:
        delen.append(f"de fase {'' if delen else 'ging '}van {toen.fase} naar {nu.fase}")
    return " en ".join(delen)


def _geld(stand: Programmastand, tabel: Begrotingstabel) -> Groepsgeld | None:
    """Return what a table of costs is together, or nothing where it has no budget."""
    if tabel.totaal is None:
        return None
    bedragen = dict(zip(tabel.kolommen, tabel.totaal.bedragen, strict=True))
    ruimte = bedragen.get(Bedragsoort.GEWIJZIGD, bedragen.get(Bedragsoort.BEGROTING))
    if ruimte is None:
        return None
    ids = {rij.regel_id for rij in tabel.rijen}
    regels = [regel for regel in stand.regels if regel.id in ids]
    telt = (Bedragsoort.BEGROTING, Bedragsoort.GEWIJZIGD, Bedragsoort.BESTEED)
    onzeker = sum(een.soort in telt and bool(een.twijfel) for regel in regels for een in regel.bedragen)
    besteed = bedragen.get(Bedragsoort.BESTEED)
    return Groepsgeld(naam=tabel.titel, ruimte=ruimte, besteed=besteed, onzeker=onzeker)


def _samen(groepen: tuple[Groepsgeld, ...]) -> Groepsgeld | None:
    if not groepen:
        return None
    besteed = [een.besteed for een in groepen if een.besteed is not None]
    return Groepsgeld(
        naam="Samen",
        ruimte=sum(een.ruimte for een in groepen),
        besteed=sum(besteed) if besteed else None,
        onzeker=sum(een.onzeker for een in groepen),
        onbekend=sum(een.ruimte for een in groepen if een.besteed is None) if besteed else 0,
    )


def _aandacht(stand: Programmastand, periode: Programmaperiode, groepen: tuple[Groepsgeld, ...]) -> Iterator[str]:
    """Yield what asks attention: projects that do not go as they should, money that is gone, what is not certain."""
    for status in AANDACHT:
        for project in stand.projecten:
            if project.status is status:
                yield f"{status}: {project.naam}{_waarom(stand.bericht(project.id, periode.naam))}"
    for groep in groepen:
        if groep.besteed is not None and groep.besteed > groep.ruimte:
            over = euro(groep.besteed - groep.ruimte)
            yield f"{groep.naam}: er is {over} meer besteed dan begroot."
    yield from (in_woorden(een) for een in controleer_begroting(stand, periode) if een.ernst is Ernst.FOUT)
    yield from stand.vragen()


def _waarom(bericht: Periodebericht | None) -> str:
    """Return the first sentence that was told with it."""
    zin = bericht.toelichting.strip().split("\n")[0] if bericht else ""
    return f". {zin}" if zin else ""


def _verschillen(stand: Programmastand, periode: Programmaperiode) -> Iterator[str]:
    """Yield what is other than in the period before, of projects and of the money."""
    vorige = stand.vorige(periode.naam)
    if vorige is None:
        return
    for project in stand.projecten:
        wat = verschil(stand, periode, project)
        if wat:
            yield f"{project.naam}: {wat}."
    toen = {tabel.titel: _geld(stand, tabel) for tabel in lastentabellen(stand, vorige.naam)}
    for tabel in lastentabellen(stand, periode.naam):
        nu, eerder = _geld(stand, tabel), toen.get(tabel.titel)
        if nu is not None and eerder is not None and nu.ruimte != eerder.ruimte:
            meer = nu.ruimte - eerder.ruimte
            yield f"{tabel.titel}: de begroting is {euro(abs(meer))} {'hoger' if meer > 0 else 'lager'}."


def _ten_hoogste(zinnen: Iterator[str]) -> tuple[str, ...]:
    alle = tuple(zinnen)
    if len(alle) <= _MEESTE:
        return alle
    return (*alle[: _MEESTE - 1], f"En nog {len(alle) - _MEESTE + 1} andere; zie de rapportage.")
