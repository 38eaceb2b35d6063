"""The pages of an exit on what runs through all meetings: members, acties, geheimhouding, programmes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from tk_desktop.base.webnaam import webnaam
from tk_desktop.domain.datum import kort
from tk_desktop.domain.gremium import Lidmaatschap
from tk_desktop.domain.kernstand import Kernstand
from tk_desktop.domain.opmaak import lees as lees_opmaak
from tk_desktop.domain.programmastand import Programmastand
from tk_desktop.export.actietabel import schrijf_acties
from tk_desktop.export.halfjaar import schrijf_halfjaarbericht
from tk_desktop.export.overlegblad import schrijf_overleg
from tk_desktop.export.scenarioblad import schrijf_scenarios
from tk_desktop.paper.blad import Blad, Cel, cel, veld
from tk_desktop.programme.kerntaken import read_kerntaken
from tk_desktop.programme.overleg import read_overleg
from tk_desktop.programme.stand import read_stand
from tk_desktop.store.geheimregels import known_geheimregels
from tk_desktop.store.werkmap import Store

LOPEND = "lopend"
"""The folder of these pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lopendblad:
    """A page that is of no meeting: its place from the top of the folder, its title, and what puts it on a blad."""

    pad: str
    titel: str
    schrijf: Callable[[Blad], None]


def running_pages(store: Store) -> tuple[Lopendblad, ...]:
    """Return what there is to tell that is of no meeting; a page with nothing on it is not there."""
    namen: list[str] = []
    uit = []
    for titel, schrijf in (*_mensen(store), *_acties(store), *_geheim(store), *_programmas(store)):
        namen.append(webnaam(titel, namen))
        uit.append(Lopendblad(pad=f"{LOPEND}/{namen[-1]}.html", titel=titel, schrijf=schrijf))
    return tuple(uit)


_Deel = tuple[str, Callable[[Blad], None]]


def _mensen(store: Store) -> Iterator[_Deel]:
    namen = {een.id: een.naam for een in store.personen.all()}
    leden = store.leden.all()

    def schrijf(blad: Blad) -> None:
        blad.title("Gremia en leden")
        for gremium in store.gremia.all():
            blad.heading(2, gremium.naam)
            zetels = [een for een in leden if een.gremium_id == gremium.id]
            if zetels:
                rijen = [_zetel(namen[een.persoon_id], een) for een in zetels]
                blad.table(("Wie", "Rol", "Namens", "Van", "Tot"), rijen, (30, 20, 20, 15, 15))
            else:
                blad.paragraph("Van dit gremium zijn geen leden opgeschreven.")

    if leden:
        yield "Gremia en leden", schrijf


def _zetel(naam: str, een: Lidmaatschap) -> tuple[Cel, ...]:
    return cel(naam), cel(een.rol.value), cel(een.namens), cel(_dag(een.mandaat_van)), cel(_dag(een.mandaat_tot))


def _dag(dag: date | None) -> str:
    return kort(dag) if dag else ""


def _acties(store: Store) -> Iterator[_Deel]:
    acties = store.acties.all()

    def schrijf(blad: Blad) -> None:
        blad.title("Acties en toezeggingen")
        for gremium in store.gremia.all():
            eigen = sorted((een for een in acties if een.gremium_id == gremium.id), key=lambda een: een.ontstaan)
            if eigen:
                blad.heading(2, gremium.naam)
                schrijf_acties(blad, eigen)

    if acties:
        yield "Acties en toezeggingen", schrijf


def _geheim(store: Store) -> Iterator[_Deel]:
    register = store.geheimhoudingen.all()
    gremia = {een.id: een.naam for een in store.gremia.all()}

    def schrijf(blad: Blad) -> None:
        blad.title("Register van geheimhouding")
        for geheim in register:
            blad.heading(2, geheim.onderwerp)
            blad.fields(
                [
                    [veld("Gremium", gremia[geheim.gremium_id])],
                    [veld("Grond", known_geheimregels().grond(geheim.grond).naam)],
                    [veld("Wat eronder valt", geheim.omvang)],
                    [veld("Opheffen voorstellen op", _dag(geheim.einddatum))],
                ]
            )
            stappen = [(cel(een.stap.value), cel(kort(een.datum)), cel(een.orgaan)) for een in geheim.gebeurtenissen]
            if stappen:
                blad.table(("Stap", "Wanneer", "Door"), stappen, (35, 25, 40))

    if register:
        yield "Register van geheimhouding", schrijf


def _programmas(store: Store) -> Iterator[_Deel]:
    for programma in store.programma.programmas.all():
        stand = read_stand(store, programma.id)
        yield programma.naam, partial(_programma, stand=stand)
        for periode in stand.perioden:
            yield f"{programma.naam} {periode.naam}", partial(schrijf_halfjaarbericht, stand=stand, periode=periode)
        kern = read_kerntaken(store, programma.id)
        if kern.delen or kern.scenarios:
            yield f"{programma.naam} kerntaken", partial(_kerntaken, kern=kern)
        overleg = read_overleg(store, programma.id)
        if overleg.routes or overleg.jaren or overleg.rondes:
            yield f"{programma.naam} overleg", partial(schrijf_overleg, stand=overleg)


def _programma(blad: Blad, stand: Programmastand) -> None:
    """Put what a programme is, whatever was told of it over a period: its themalijnen with all their projects."""
    blad.title(stand.programma.naam)
    blad.blocks(lees_opmaak(stand.programma.visie))
    for lijn in stand.themalijnen:
        blad.heading(2, lijn.naam)
        blad.blocks(lees_opmaak(lijn.ambitie))
        projecten = [een for een in stand.projecten if een.themalijn_id == lijn.id]
        rijen = [(cel(een.naam), cel(een.fase), cel(een.status.value)) for een in projecten]
        if rijen:
            blad.table(("Project", "Fase", "Status"), rijen, (50, 25, 25))
    rollen = [(cel(een.rol), cel(een.personen), cel(een.taken)) for een in stand.rollen]
    if rollen:
        blad.heading(2, "Rollen")
        blad.table(("Rol", "Wie", "Taken"), rollen, (25, 30, 45))


def _kerntaken(blad: Blad, kern: Kernstand) -> None:
    """Put the scenarios side by side, and after them what the columns of each part say of its tasks."""
    schrijf_scenarios(blad, kern)
    for deel in kern.delen:
        kolommen = {een.id: een.naam for een in deel.kolommen}
        stenen = [een for een in kern.van_deel(deel.id) if een.velden]
        if stenen:
            blad.heading(2, f"{deel.naam}: wat de kolommen zeggen")
        for steen in stenen:
            blad.heading(3, f"{steen.nummer} {steen.naam}".strip())
            blad.fields([[veld(kolommen[een.kolom_id], een.tekst)] for een in steen.velden])
