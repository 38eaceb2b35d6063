"""What a paper tells of a programme, as read: values without ids, each kept as it was written, and what is doubtful."""

from dataclasses import dataclass, field
from datetime import date

from tk_desktop.domain.begroting import Bedragsoort, Regelbedrag, Zijde
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.domain.programma import Projectkaart
from tk_desktop.domain.projectboom import onder_zichzelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Gelezenstap:
    """A step on a project card."""

    wat: str
    gereed: str = ""
    status: str = ""
    opmerking: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gelezenbericht:
    """What a card tells over a period."""

    periode: str
    gedaan: str = ""
    te_doen: str = ""
    toelichting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gelezenproject(Projectkaart):
    """A project as a paper gives it; ``ouder`` is the name of the project that it is part of, where that is said.

    ``besluit`` is what added it to the programme, where a footnote says so: ``Begrotingswijziging juli 2024``.
    """

    naam: str
    ouder: str = ""
    stappen: tuple[Gelezenstap, ...] = ()
    zorgen: tuple[str, ...] = ()
    berichten: tuple[Gelezenbericht, ...] = ()
    besluit: str = ""
    regel: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Gelezenlijn:
    """A themalijn with its projects, and how many the paper says that there are."""

    naam: str
    ambitie: str = ""
    projecten: tuple[Gelezenproject, ...] = ()
    gesteld: int | None = None
    gesteld_sub: int = 0
    regel: int = 0

    @property
    def hoofdprojecten(self) -> tuple[Gelezenproject, ...]:
        """The projects that are no subproject."""
        return tuple(een for een in self.projecten if not een.is_sub)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gelezenfase:
    """A definition of a phase."""

    naam: str
    kern: str = ""
    omschrijving: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gelezenregel:
    """A budget line as it stands in a table; ``themalijn`` and ``project`` are the names that it goes by there."""

    naam: str
    zijde: Zijde = Zijde.LASTEN
    themalijn: str = ""
    project: str = ""
    groep: str = ""
    bron: str = ""
    buiten_totaal: bool = False
    bedragen: tuple[Regelbedrag, ...] = ()
    plek: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gelezentotaal:
    """A total as it was printed: of a themalijn, a groep, or a whole side (``begroting.ALLES``).

    ``bedrag`` is in euros; ``eenheid`` is how many of them it is counted in.
    """

    naam: str
    zijde: Zijde
    soort: Bedragsoort
    bedrag: int
    waar: str
    eenheid: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Gelezenmeename:
    """An amount that is to go to another year."""

    bedrag: int
    waarvan: str
    naar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gelezenperiode:
    """The period of a report, and when its budget was made and changed."""

    naam: str
    van: date
    tot: date
    begroot: str = ""
    gewijzigd: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gelezenbouwsteen:
    """A task as a table gives it: texts by column (``velden``), and what it costs where that is said (``bedrag``)."""

    naam: str
    nummer: str = ""
    groep: str = ""
    categorie: str = ""
    bedrag: int | None = None
    velden: tuple[tuple[str, str], ...] = ()
    twijfels: tuple[str, ...] = ()
    regel: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Gelezenkerndeel:
    """A part of an organisation with the columns of its table and its bouwstenen."""

    naam: str
    kolommen: tuple[str, ...] = ()
    bouwstenen: tuple[Gelezenbouwsteen, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gelezenscenario:
    """A scenario as a paper describes it."""

    code: str
    naam: str
    omschrijving: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Programmalezing:
    """All that a paper tells of a programme; ``gesteld`` is how many themalijnen and projects it says there are."""

    naam: str = ""
    periode: Gelezenperiode | None = None
    themalijnen: tuple[Gelezenlijn, ...] = ()
    fasen: tuple[Gelezenfase, ...] = ()
    afkortingen: tuple[tuple[str, str], ...] = ()
    regels: tuple[Gelezenregel, ...] = ()
    totalen: tuple[Gelezentotaal, ...] = ()
    meenemen: tuple[Gelezenmeename, ...] = ()
    kerndelen: tuple[Gelezenkerndeel, ...] = ()
    scenarios: tuple[Gelezenscenario, ...] = ()
    gesteld: tuple[int | None, int | None] = (None, None)
    twijfels: tuple[str, ...] = field(default=())

    @property
    def projecten(self) -> tuple[Gelezenproject, ...]:
        """The projects of all themalijnen, subprojects among them."""
        return tuple(project for lijn in self.themalijnen for project in lijn.projecten)

    def vragen(self) -> tuple[str, ...]:
        """Return what somebody has to look at: all that is not certain, amounts too."""
        return (
            *self.leesvragen(),
            *(f"{regel.naam}: {b.twijfel}" for regel in self.regels for b in regel.bedragen if b.twijfel),
        )

    def leesvragen(self) -> tuple[str, ...]:
        """Return what its records do not show themselves: counts other than stated, rings, and every doubt."""
        uit = list(self.twijfels)
        kringen = onder_zichzelf({een.naam: een.ouder or None for een in self.projecten})
        uit += [
            f"Project ‘{een.naam}’ staat in dit stuk via ‘{een.ouder}’ onder zichzelf. Kies waar het onder hoort."
            for een in self.projecten
            if een.naam in kringen
        ]
        for lijn in self.themalijnen:
            hoofd, sub = len(lijn.hoofdprojecten), len(lijn.projecten) - len(lijn.hoofdprojecten)
            if lijn.gesteld is not None and (hoofd, sub) != (lijn.gesteld, lijn.gesteld_sub):
                delen = f"{meervoud(hoofd, 'project', 'projecten')} en {meervoud(sub, 'subproject', 'subprojecten')}"
                noemt = f"de tekst noemt er {lijn.gesteld} en {lijn.gesteld_sub}"
                uit.append(f"Themalijn ‘{lijn.naam}’: gevonden {delen}; {noemt}.")
        lijnen, projecten = self.gesteld
        hoofd = sum(not een.is_sub for een in self.projecten)
        if lijnen is not None and lijnen != len(self.themalijnen):
            uit.append(f"De tekst noemt {lijnen} themalijnen; er zijn er {len(self.themalijnen)} gevonden.")
        if projecten is not None and projecten != hoofd:
            uit.append(f"De tekst noemt {projecten} projecten; er zijn er {hoofd} gevonden.")
        uit += [
            f"Bouwsteen ‘{steen.naam}’ van {deel.naam}: {twijfel}"
            for deel in self.kerndelen
            for steen in deel.bouwstenen
            for twijfel in steen.twijfels
        ]
        return tuple(uit)
