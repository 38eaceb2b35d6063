"""A programme as it stands now, whole: what screens, reports and checks of it are functions of."""

from dataclasses import dataclass, replace
from typing import Self

from tk_desktop.domain.begroting import (
    Begrotingsregel,
    Besluitgevolg,
    Financieringsbron,
    GedruktTotaal,
    Meeneempost,
    Zijde,
    in_het_totaal,
)
from tk_desktop.domain.programma import (
    Aanpakstap,
    Afkorting,
    Periodebericht,
    Programma,
    Programmaperiode,
    Programmarol,
    Project,
    Projectfase,
    Projectstatus,
    Projectzorg,
    Themalijn,
    fase_bij,
)
from tk_desktop.domain.projectboom import Projecttak, takken


@dataclass(frozen=True, slots=True, kw_only=True)
class Programmastand:
    """All of one programme; every tuple is in its own order."""

    programma: Programma
    perioden: tuple[Programmaperiode, ...] = ()
    themalijnen: tuple[Themalijn, ...] = ()
    fasen: tuple[Projectfase, ...] = ()
    projecten: tuple[Project, ...] = ()
    stappen: tuple[Aanpakstap, ...] = ()
    zorgen: tuple[Projectzorg, ...] = ()
    berichten: tuple[Periodebericht, ...] = ()
    rollen: tuple[Programmarol, ...] = ()
    afkortingen: tuple[Afkorting, ...] = ()
    bronnen: tuple[Financieringsbron, ...] = ()
    regels: tuple[Begrotingsregel, ...] = ()
    totalen: tuple[GedruktTotaal, ...] = ()
    meenemen: tuple[Meeneempost, ...] = ()
    gevolgen: tuple[Besluitgevolg, ...] = ()

    @property
    def periode(self) -> Programmaperiode | None:
        """The period that is looked at: the one the programme names, else the last."""
        genoemd = next((een for een in self.perioden if een.naam == self.programma.periode), None)
        return genoemd or (self.perioden[-1] if self.perioden else None)

    def vorige(self, periode: str) -> Programmaperiode | None:
        """Return the period before one, to tell what changed since."""
        namen = [een.naam for een in self.perioden]
        plek = namen.index(periode) if periode in namen else 0
        return self.perioden[plek - 1] if plek else None

    def is_laatste(self, periode: str) -> bool:
        """Tell whether a period is the last: over that one projects go as they go now."""
        return bool(self.perioden) and self.perioden[-1].naam == periode

    def zoals_in(self, periode: str) -> Self:
        """Return this programme with the status and phase that each project had in a period, as was told over it.

        Of a project of which nothing was told these are unknown, but in the last period: that one is as it is now.
        """
        return replace(self, projecten=tuple(self._toen(een, periode) for een in self.projecten))

    def _toen(self, project: Project, periode: str) -> Project:
        bericht = self.bericht(project.id, periode)
        status = bericht.status if bericht else Projectstatus.ONBEKEND
        fase = bericht.fase if bericht else ""
        if self.is_laatste(periode):
            status = project.status if status is Projectstatus.ONBEKEND else status
            fase = fase or project.fase
        return replace(project, status=status, fase=fase)

    def takken(self, themalijn_id: str) -> tuple[Projecttak, ...]:
        """Return the projects of a themalijn with their subprojects under them."""
        return takken([een for een in self.projecten if een.themalijn_id == themalijn_id])

    def bericht(self, project_id: str, periode: str) -> Periodebericht | None:
        """Return what was told of a project over a period, or nothing."""
        return next((een for een in self.berichten if een.project_id == project_id and een.periode == periode), None)

    def regels_van(self, project_id: str) -> tuple[Begrotingsregel, ...]:
        """Return the budget lines of a project, over all periods."""
        return tuple(een for een in self.regels if een.project_id == project_id)

    def gevolgen_van(self, project_id: str) -> tuple[Besluitgevolg, ...]:
        """Return what besluiten did to a project and then to its budget lines."""
        ids = {regel.id for regel in self.regels_van(project_id)}
        van_regels = tuple(een for een in self.gevolgen if een.regel_id in ids)
        return (*(een for een in self.gevolgen if een.project_id == project_id), *van_regels)

    def lasten(self, periode: str, themalijn_id: str | None = None) -> tuple[Begrotingsregel, ...]:
        """Return the lines of costs of a period, of one themalijn where that is named."""
        regels = in_het_totaal(self.regels, Zijde.LASTEN, periode)
        return tuple(een for een in regels if themalijn_id is None or een.themalijn_id == themalijn_id)

    def baten(self, periode: str) -> tuple[Begrotingsregel, ...]:
        """Return the lines of income of a period."""
        return in_het_totaal(self.regels, Zijde.BATEN, periode)

    def ongedefinieerde_fasen(self) -> tuple[str, ...]:
        """Return the phases that projects are in and no definition says of what they are, each once."""
        namen = dict.fromkeys(een.fase for een in self.projecten if een.fase)
        return tuple(naam for naam in namen if not ((fase := fase_bij(self.fasen, naam)) and fase.omschrijving))

    def vragen(self) -> tuple[str, ...]:
        """Return what somebody has to look at: rings, dates that run backwards, amounts that are odd or not certain."""
        uit = [
            f"Project ‘{tak.project.naam}’ staat via zijn subprojecten onder zichzelf."
            for lijn in self.themalijnen
            for tak in self.takken(lijn.id)
            if tak.kring
        ]
        uit += [
            f"Project ‘{een.naam}’ eindigt ({een.eind}) voordat het begint ({een.start})."
            for een in self.projecten
            if een.loopt_achteruit
        ]
        return (*uit, *(vraag for regel in self.regels for vraag in (*regel.vragen(), *regel.negatief())))
